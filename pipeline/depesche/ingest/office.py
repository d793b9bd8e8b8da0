"""PDF and Word files."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from depesche.errors import DocumentError
from depesche.ingest.items import ReadOptions, Source
from depesche.ingest.streams import CHUNK, ZIP_ERRORS, Budget, Expanding, too_large
from depesche.records import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n",
          f"{_W}noBreakHyphen": "\u2011", f"{_W}softHyphen": "\u00ad"}
# Deleted and moved-away text, field codes, and the second copy of a text box that old readers are given.
_UNREAD = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr")} | {_FALLBACK}


def read_pdf(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    """The text layer, pages joined by a blank line; the hyphens at line ends stay."""
    import pypdfium2 as pdfium

    if b"%PDF-" not in data[:1024]:
        raise DocumentError("corrupt", "this does not begin like a PDF file: open it and see what it is")
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if getattr(error, "err_code", None) == 4: # FPDF_ERR_PASSWORD
            raise DocumentError("encrypted", "this PDF needs a password: save it without one") from error
        raise DocumentError("corrupt", f"this PDF is damaged or breaks off ({error}): fetch it again") from error
    try:
        # Where the end is missing, the pages found are those that came through, not the document.
        if b"%%EOF" not in data[-4096:] and b"startxref" not in data[-4096:]:
            raise DocumentError("corrupt", "this PDF breaks off: fetch it again")
        text = _pages(pdf, options.max_document_bytes)
        metadata = pdf.get_metadata_dict(skip_empty=True)
    finally:
        pdf.close()
    if not text.strip():
        raise DocumentError("no_text", "this PDF has no text layer, it may be a scan: run text recognition on it first")
    meta: dict[str, str | list[str]] = {"author": metadata["Author"]} if "Author" in metadata else {}
    yield Document(source.doc_id, text, None, metadata.get("Title"), meta=meta)


def _pages(pdf: Any, limit: int) -> str:
    import pypdfium2 as pdfium

    pages: list[str] = []
    size = 0
    for index in range(len(pdf)):
        try:
            page = pdf[index]
            textpage = page.get_textpage()
            text = textpage.get_text_range()
        except pdfium.PdfiumError as error:
            raise DocumentError("corrupt", f"page {index + 1} of this PDF cannot be read ({error})") from error
        textpage.close()
        page.close()
        # PDFium swallows a hyphen and the line end after it into one noncharacter, and ends lines the DOS way.
        pages.append(text.replace("\r\n", "\n").replace("\ufffe", "-\n"))
        size += len(text)
        if size > limit:
            raise too_large(limit)
    return "\n\n".join(pages)


def read_docx(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    """Paragraphs and tables in order: tabs between cells, line ends between rows, blank lines between blocks."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    _check_package(data, options)
    try:
        document = docx.Document(BytesIO(data))
        properties = document.core_properties
        title, author = properties.title, properties.author
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise DocumentError("corrupt", f"this is no readable Word file ({error}): save it anew as .docx") from error
    blocks = [block for block in _blocks(document.element.body) if block.strip()]
    if not blocks:
        raise DocumentError("no_text", "there is no text in this file")
    # The template that python-docx brings fills these in.
    meta: dict[str, str | list[str]] = {"author": author} if author and author != "python-docx" else {}
    yield Document(source.doc_id, "\n\n".join(blocks), None, title or None, meta=meta)


def _check_package(data: bytes, options: ReadOptions) -> None:
    """Inflate everything once, counting: what a header says about sizes is no protection."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise DocumentError("encrypted", "this is a protected or old Word file: save it as .docx without a password")
    budget = Budget(len(data), options)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            for info in package.infolist():
                if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise DocumentError("corrupt", f"{info.filename} in it is compressed in an unusual way")
                with package.open(info) as file:
                    stream = Expanding(file, budget)
                    while stream.read(CHUNK):
                        if budget.spent > 8 * options.max_document_bytes:
                            raise too_large(8 * options.max_document_bytes)
    except ZIP_ERRORS as error:
        raise DocumentError("corrupt", f"this is no readable Word file ({error}): save it anew as .docx") from error


def _blocks(parent: Any) -> Iterator[str]:
    for element in parent:
        if element.tag in _UNREAD:
            continue
        if element.tag == f"{_W}p":
            boxes: list[Any] = []
            yield "".join(_runs(element, boxes))
            for box in boxes:
                yield from _blocks(box)
        elif element.tag == f"{_W}tbl":
            yield "\n".join(_rows(element))
        else: # content controls, insertions, custom XML: wrappers around paragraphs
            yield from _blocks(element)


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is table:
            cells = [c for c in row.iter(f"{_W}tc") if next(c.iterancestors(f"{_W}tr")) is row]
            yield "\t".join("\n".join(block for block in _blocks(cell) if block) for cell in cells)


def _runs(parent: Any, boxes: list[Any]) -> Iterator[str]:
    """The text of a paragraph, text boxes anchored in it set aside."""
    for element in parent:
        if element.tag in _UNREAD:
            continue
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in _MARKS:
            yield _MARKS[element.tag]
        elif element.tag == f"{_W}txbxContent":
            boxes.append(element)
        else:
            yield from _runs(element, boxes)
