"""The one table of formats: a new input format is one reader and one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from depesche.errors import DocumentError
from depesche.ingest import mail, office, rows, web
from depesche.ingest.decode import check_text, decode
from depesche.ingest.items import Failure, Item, Place, Reader, ReadOptions, Source, Stream
from depesche.records import Document

Opener = Callable[[Stream, Place, ReadOptions], Iterator[Item | Failure]]


@dataclass(frozen=True, slots=True)
class Format:
    """:param read: for what is one document. :param leaves: for what holds many."""

    suffixes: tuple[str, ...] = ()
    content_types: tuple[str, ...] = ()
    read: Reader | None = None
    leaves: Opener | None = None


def read_text(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    """The text as it stands, line ends included; a byte order mark is no part of it."""
    decoded = decode(data, source.charset)
    meta: dict[str, str | list[str]] = {"encoding": decoded.encoding, "encoding_basis": decoded.basis}
    if decoded.flags:
        meta["flags"] = list(decoded.flags)
    yield Document(source.doc_id, check_text(data, decoded), meta=meta)


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS: Mapping[str, Format] = {
    "txt": Format((".txt", ".text"), ("text/plain",), read=read_text),
    "md": Format((".md", ".markdown"), ("text/markdown",), read=read_text),
    "html": Format((".html", ".htm", ".xhtml"), ("text/html", "application/xhtml+xml"), read=web.read_html),
    "pdf": Format((".pdf",), ("application/pdf",), read=office.read_pdf),
    "docx": Format((".docx",), (_DOCX,), read=office.read_docx),
    "eml": Format((".eml",), ("message/rfc822",), read=mail.read_eml),
    "msg": Format((".msg",), ("application/vnd.ms-outlook",), read=mail.read_msg),
    "mbox": Format((".mbox", ".mbx"), ("application/mbox",), leaves=mail.mbox_leaves),
    "feed": Format((".rss", ".atom", ".xml"), ("application/rss+xml", "application/atom+xml"), leaves=web.feed_leaves),
    "jsonl": Format((".jsonl", ".ndjson"), ("application/x-ndjson",), leaves=rows.jsonl_leaves),
    "csv": Format((".csv", ".tsv"), ("text/csv", "text/tab-separated-values"), leaves=rows.csv_leaves),
    "parquet": Format((".parquet", ".pq"), leaves=rows.parquet_leaves),
    "zip": Format((".zip",), ("application/zip", "application/x-zip-compressed")), # see archives: its members recurse
    "record": Format(read=rows.read_record),
    "row": Format(read=rows.read_row),
    "entry": Format(read=web.read_entry),
}
SUFFIXES = {suffix: name for name, format_ in FORMATS.items() for suffix in format_.suffixes}
CONTENT_TYPES = {kind: name for name, format_ in FORMATS.items() for kind in format_.content_types}

# Found beside documents, and none themselves: pictures, sound, code, settings, fonts, databases, signatures.
_NO_DOCUMENTS = frozenset(
    """
    .png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .heic .avif .mp3 .mp4 .m4a .wav .ogg .avi .mov .webm .mkv
    .css .js .mjs .ts .map .py .pyc .ipynb .sh .bat .ps1 .rb .go .rs .c .h .java .sql .r .tex .bib
    .json .yaml .yml .toml .ini .cfg .conf .lock .log .sha256 .md5 .ttf .otf .woff .woff2 .eot
    .duckdb .wal .db .sqlite .sqlite3 .pkl .npy .npz .bin .onnx .exe .dll .so .tmp .bak .part .crdownload
    .ics .vcf .asc .sig .p7s .p7m .pgp
    """.split(), # noqa: SIM905 seventy quoted words are no easier to read
)
_NO_DOCUMENT_NAMES = {"thumbs.db", "desktop.ini", "__macosx", "license", "makefile", "dockerfile", "readme"}
_NO_DOCUMENT_TYPES = ("image/", "audio/", "video/", "font/", "text/calendar", "text/vcard", "text/x-vcard",
                      "application/pgp-", "application/pkcs7-", "application/x-pkcs7-", "application/ics",
                      "message/delivery-status", "message/disposition-notification", "text/rfc822-headers")


@dataclass(frozen=True, slots=True)
class Kind:
    """A format, and whether the bytes are compressed by gzip around it."""

    format: str
    gz: bool = False


def kind_of(name: str, content_type: str = "") -> Kind | None:
    """By the suffix of a name, then by the type that an envelope states; None when nobody reads it."""
    path = PurePosixPath(name.lower())
    gz = path.suffix == ".gz"
    format_ = SUFFIXES.get(PurePosixPath(path.stem).suffix if gz else path.suffix)
    if format_ is None and (not path.suffix or content_type == "message/rfc822"):
        format_ = CONTENT_TYPES.get(content_type)
    return Kind(format_, gz) if format_ else None


def may_be_document(name: str, content_type: str = "") -> bool:
    """False for hidden files and for what lies beside documents and is none: those are passed over in silence."""
    parts = [part for part in name.lower().replace("\\", "/").split("/") if part not in (".", "..")]
    if any(part.startswith((".", "~$")) or part in _NO_DOCUMENT_NAMES for part in parts):
        return False
    return PurePosixPath(name.lower()).suffix not in _NO_DOCUMENTS and not content_type.startswith(_NO_DOCUMENT_TYPES)


def unsupported(name: str) -> DocumentError:
    suffix = PurePosixPath(name).suffix
    what = f"nobody here reads {suffix} files" if suffix else "a name without a suffix does not say what this is"
    return DocumentError("unsupported", f"{what}; known are {known_suffixes()}")


def known_suffixes() -> str:
    return f"{' '.join(sorted(SUFFIXES))}, and .gz behind any of them"
