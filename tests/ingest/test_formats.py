"""Real files of every format: exact text, metadata and dates, in both languages."""

from __future__ import annotations

import gzip
import json
import sys
import zipfile
from email.message import EmailMessage
from pathlib import Path

import pytest

from depesche.ingest import FORMATS, Failure, Item, ReadOptions, Walked, load, read, walk
from depesche.ingest.web import html_text
from depesche.records import Document, Published

GERMAN = "Die Bundesregierung prüft die Sanktionen.\r\n„Wir handeln“, sagte Grünwald – am 3. März.\n"
ENGLISH = "The Senate asked for more. “Nothing is decided,” she said.\n"


def read_all(*paths: Path | str, options: ReadOptions | None = None) -> list[Document | Failure]:
    options = options or ReadOptions()
    found: list[Document | Failure] = []
    for item in walk([str(path) for path in paths], options):
        if isinstance(item, Item):
            found.extend(read(item, load(item, options), options))
        elif isinstance(item, Failure):
            found.append(item)
    return found


def only(*paths: Path | str, options: ReadOptions | None = None) -> Document:
    [document] = read_all(*paths, options=options)
    assert isinstance(document, Document), document
    return document


def pdf(pages: list[list[str]], **metadata: str) -> bytes:
    from io import BytesIO

    from reportlab.pdfgen import canvas

    buffer = BytesIO()
    page = canvas.Canvas(buffer)
    page.setTitle(metadata.get("title", ""))
    page.setAuthor(metadata.get("author", ""))
    for lines in pages:
        for number, line in enumerate(lines):
            page.drawString(72, 720 - 14 * number, line)
        page.showPage()
    page.save()
    return buffer.getvalue()


@pytest.mark.parametrize("text", [GERMAN, ENGLISH], ids=["de", "en"])
@pytest.mark.parametrize("name", ["brief.txt", "brief.md"])
def test_plain_text_is_kept_to_the_character(tmp_path: Path, name: str, text: str) -> None:
    file = tmp_path / name
    file.write_bytes(text.encode())
    document = only(file)
    assert document.text == text
    assert document.doc_id == ("brief" if name.endswith(".txt") else name)
    assert document.published == Published()
    assert document.meta == {"encoding": "utf-8", "encoding_basis": "content"}


PAGE = """<!DOCTYPE html><html lang="de"><head><meta charset="{charset}"><title>Senatoren warnen - Beispielblatt</title>
<meta property="og:site_name" content="Beispielblatt"><meta name="author" content="Jörg Müller">
<link rel="canonical" href="https://beispielblatt.example/politik/senatoren-warnen.html">
<meta property="article:modified_time" content="2023-07-01T08:00:00+02:00">
{date}</head><body><nav><a href="/">Start</a> <a href="/politik">Politik</a> <a href="/sport">Sport</a></nav>
<article><h1>Senatoren warnen</h1>
<p>Neun republikanische Senatoren fordern die Regierung auf, schärfere Maßnahmen gegen chinesische Anbieter von
Cloud-Diensten zu ergreifen. Das geht aus einem Brief hervor, der am Dienstag veröffentlicht wurde.</p>
<p>„Wir sind zutiefst besorgt“, heißt es darin. Die Regierung äußerte sich zunächst nicht. Ein Sprecher verwies auf
laufende Gespräche, die noch mehrere Wochen dauern könnten.</p></article>
<footer>© 2026 Beispielblatt GmbH, Impressum, Datenschutz</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_html_gives_main_text_and_what_the_page_says_about_itself(tmp_path: Path, charset: str) -> None:
    date = '<meta property="article:published_time" content="2023-06-22T00:30:00+02:00">'
    page = PAGE.format(charset=charset, date=date)
    if charset == "iso-8859-1":
        page = page.replace("„", "»").replace("“", "«")
    file = tmp_path / "seite.html"
    file.write_bytes(page.encode(charset))
    document = only(file)
    assert "schärfere Maßnahmen gegen chinesische Anbieter" in document.text
    assert "Impressum" not in document.text
    assert "Sport" not in document.text
    assert document.title is not None
    assert document.title.startswith("Senatoren warnen")
    assert document.source == "https://beispielblatt.example/politik/senatoren-warnen.html"
    assert document.published == Published("2023-06-22", "metadata") # its own day, not that of Greenwich
    assert document.meta["author"] == "Jörg Müller"
    assert document.meta["site"] == "Beispielblatt"
    assert document.meta["encoding_basis"] == "declared"


LINKED_DATA = """<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
{"@type": "NewsArticle", "datePublished": "2023-06-22T23:59:00-05:00"}]}</script>"""


@pytest.mark.parametrize(("date", "edtf"), [
    (LINKED_DATA, "2023-06-22"),
    ('<meta name="date" content="22.06.2023 14:30">', "2023-06-22"),
    ('<meta name="date" content="heute">', None),
    ('<meta name="date" content="03/04/2023">', None),
    ("", None), # neither the copyright year nor the day of change
])
def test_html_date(tmp_path: Path, date: str, edtf: str | None) -> None:
    file = tmp_path / "seite.html"
    file.write_text(PAGE.format(charset="utf-8", date=date), encoding="utf-8")
    document = only(file)
    assert document.published.edtf == edtf
    assert document.meta.get("flags", []) == (["published_unreadable"] if date and edtf is None else [])


def test_html_date_from_address(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE.format(charset="utf-8", date="").replace("/politik/", "/2023/06/22/"), encoding="utf-8")
    assert only(file).published == Published("2023-06-22", "metadata")


def test_all_text_of_html() -> None:
    page = ("<head><title>no</title></head><p>Bitte <b>zurück</b>rufen,<br>heute\n noch.</p><script>x()</script>"
            "<div>a</div><div>b&nbsp;c</div><table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table><p>Danke</p>")
    assert html_text(page) == "Bitte zurückrufen,\nheute noch.\n\na\nb\u00a0c\n\n1\t2\n3\n\nDanke"
    assert html_text("") == html_text("<!-- x -->") == ""


def test_html_without_main_text_gives_all_of_it(tmp_path: Path) -> None:
    file = tmp_path / "note.html"
    file.write_text("<nav>Start</nav>", encoding="utf-8")
    document = only(file)
    assert (document.text, document.meta["flags"]) == ("Start", ["no_main_text"])


def test_pdf(tmp_path: Path) -> None:
    file = tmp_path / "brief.pdf"
    pages = [["Die Bundes-", "regierung prüft „alles“."], ["Second page."]]
    file.write_bytes(pdf(pages, title="Brief", author="A. Müller"))
    document = only(file)
    assert document.text == "Die Bundes-\nregierung prüft „alles“.\n\nSecond page."
    assert document.title == "Brief"
    assert document.meta == {"author": "A. Müller"}
    assert document.published == Published() # the day the file was made is not the day it was published


def test_pdf_named_txt_is_read_as_pdf(tmp_path: Path) -> None:
    file = tmp_path / "brief.txt"
    file.write_bytes(pdf([["Sehr geehrte Damen"]]))
    document = only(file)
    assert document.text == "Sehr geehrte Damen"
    assert document.meta["flags"] == ["read_as_pdf"]


def test_docx_keeps_the_order_of_paragraphs_and_tables(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.core_properties.title = "Anfrage"
    document.core_properties.author = "J. Groß"
    document.add_paragraph("Sehr geehrte Frau Grünwald,")
    table = document.add_table(rows=2, cols=2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = ["Datum", "Betrag", "3. März", "200 €"][number]
    paragraph = document.add_paragraph("mit freundlichen ")
    paragraph.add_run("Grüßen").bold = True
    # What Word makes of tracked changes and of form fields.
    document.element.body.insert(2, parse_xml(
        f'<w:p {nsdecls("w")}><w:del><w:r><w:delText>gestrichen</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>eingefügt</w:t></w:r></w:ins></w:p>"))
    document.element.body.insert(3, parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtContent><w:p><w:r><w:t>Berlin, den 3. März</w:t></w:r></w:p></w:sdtContent>'
        "</w:sdt>"))
    document.save(str(tmp_path / "anfrage.docx"))
    found = only(tmp_path / "anfrage.docx")
    assert found.text == (
        "Sehr geehrte Frau Grünwald,\n\nDatum\tBetrag\n3. März\t200 €\n\neingefügt\n\nBerlin, den 3. März\n\n"
        "mit freundlichen Grüßen"
    )
    assert (found.title, found.meta["author"], found.published) == ("Anfrage", "J. Groß", Published())


def letter(text: str, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["From"] = headers.get("sender", "Jörg Groß <gross@example.org>")
    message["To"] = "Anna Weiß <weiss@example.org>, press@example.com"
    message["Cc"] = "chef@example.org"
    message["Subject"] = headers.get("subject", "Rückfrage zum März")
    message["Date"] = headers.get("date", "Thu, 22 Jun 2023 23:30:00 -0500")
    message.set_content(text)
    return message


def test_letter_with_attachments(tmp_path: Path) -> None:
    message = letter("Liebe Anna,\n\nanbei die Rechnung.\n")
    message.add_alternative("<p>Liebe Anna</p>", subtype="html")
    message.add_attachment(pdf([["Rechnung Nr. 7"]]), maintype="application", subtype="pdf", filename="Rechnung.pdf")
    message.add_attachment(b"%PDF-1.4 nope", maintype="application", subtype="pdf", filename="kaputt.pdf")
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(letter("Inner letter", date="Mon, 1 May 2023 10:00:00 +0200"))
    file = tmp_path / "brief.eml"
    file.write_bytes(message.as_bytes())
    first, second, third, fourth = read_all(file)
    assert isinstance(first, Document)
    assert first.text == "Liebe Anna,\n\nanbei die Rechnung.\n"
    assert first.title == "Rückfrage zum März"
    assert first.published == Published("2023-06-22", "metadata")
    assert first.meta["sender"] == "Jörg Groß <gross@example.org>"
    assert first.meta["recipients"] == ["Anna Weiß <weiss@example.org>", "press@example.com"]
    assert first.meta["cc"] == ["chef@example.org"]
    assert first.meta["subject"] == "Rückfrage zum März"
    assert first.meta["attachments"] == ["Rechnung.pdf", "kaputt.pdf", "logo.png", "4.eml"]
    assert isinstance(second, Document)
    assert (second.doc_id, second.text) == ("brief.eml#Rechnung.pdf", "Rechnung Nr. 7")
    assert second.published == Published()
    assert isinstance(third, Failure)
    assert (third.doc_id, third.reason, third.member) == ("brief.eml#kaputt.pdf", "corrupt", "kaputt.pdf")
    assert "kaputt.pdf" in third.message
    assert isinstance(fourth, Document)
    assert (fourth.doc_id, fourth.text.strip()) == ("brief.eml#4.eml", "Inner letter")
    assert fourth.published == Published("2023-05-01", "metadata")


def test_letter_in_latin_1_and_html_only(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(
        b"From: gross@example.org\r\nSubject: =?iso-8859-1?Q?Gr=FC=DFe?=\r\nDate: 3 Mar 2021 09:00 +0100\r\n"
        b"Content-Type: text/plain; charset=iso-8859-1\r\n\r\nViele Gr\xfc\xdfe aus K\xf6ln\r\n")
    (tmp_path / "b.eml").write_bytes(
        b"From: a@example.org\nContent-Type: text/html; charset=utf-8\n\n<style>p{}</style><p>Dear Sir,</p><p>No.</p>")
    first, second = read_all(tmp_path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.text, first.title) == ("Viele Grüße aus Köln\r\n", "Grüße")
    assert first.published == Published("2021-03-03", "metadata")
    assert first.meta["encoding"] == "cp1252"
    assert second.text == "Dear Sir,\n\nNo."
    assert second.published == Published()


def test_letter_of_pieces_with_a_repeated_attachment_name(tmp_path: Path) -> None:
    file = tmp_path / "apple.eml"
    file.write_bytes(
        b"From: a@example.org\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
        b"--B\nContent-Type: text/plain\n\nBefore the picture.\n"
        b"--B\nContent-Type: text/plain; name=n.txt\nContent-Disposition: attachment; filename=n.txt\n\none\n"
        b"--B\nContent-Type: text/plain\nContent-Disposition: attachment; filename=n.txt\n\ntwo\n"
        b"--B\nContent-Type: text/plain\n\nAfter it.\n--B--\n")
    found = {document.doc_id: document.text for document in read_all(file) if isinstance(document, Document)}
    assert found == {
        "apple.eml": "Before the picture.\n\nAfter it.", "apple.eml#n.txt": "one", "apple.eml#n.txt#2": "two"}


def test_outlook_letter(tmp_path: Path) -> None:
    extract_msg = pytest.importorskip("extract_msg", reason="needs the extra msg")
    import struct

    values = {0x001A: "IPM.Note", 0x0037: "Rückfrage", 0x1000: "Liebe Anna,\r\nviele Grüße\r\n", 0x0C1A: "Jörg Groß",
              0x0C1F: "gross@example.org", 0x0E04: "weiss@example.org",
              0x007D: "From: gross@example.org\r\nTo: weiss@example.org\r\nDate: 22 Jun 2023 23:30:00 -0500\r\n\r\n"}
    writer = extract_msg.OleWriter()
    properties = bytes(32)
    for number, value in values.items():
        data = value.encode("utf-16-le")
        writer.addEntry(f"__substg1.0_{number:04X}001F", data)
        properties += struct.pack("<HHIII", 0x1F, number, 6, len(data) + 2, 0)
    properties += struct.pack("<HHIII", 3, 0x340D, 6, 0x40000, 0) # its strings are in UTF-16
    writer.addEntry("__properties_version1.0", properties)
    writer.addEntry("__nameid_version1.0", storage=True)
    for name in ("00020102", "00030102", "00040102"):
        writer.addEntry(f"__nameid_version1.0/__substg1.0_{name}", b"")
    writer.write(str(tmp_path / "brief.msg"))
    document = only(tmp_path / "brief.msg")
    assert (document.text, document.title) == ("Liebe Anna,\r\nviele Grüße\r\n", "Rückfrage")
    assert document.published == Published("2023-06-22", "metadata")
    assert document.meta["recipients"] == ["weiss@example.org"]


def test_outlook_letter_without_the_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "extract_msg", None) # as if it were not installed
    (tmp_path / "brief.msg").write_bytes(b"\xd0\xcf\x11\xe0")
    [failure] = read_all(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.reason == "missing_extra"
    assert "pip install 'depesche[msg]'" in failure.message


def test_mbox(tmp_path: Path) -> None:
    file = tmp_path / "box.mbox"
    file.write_bytes(
        b"From gross@example.org Thu Jun 22 23:30:00 2023\nFrom: gross@example.org\nSubject: eins\n"
        b"Date: Thu, 22 Jun 2023 23:30:00 -0500\n\nHallo\n\nFrom here on it gets cold.\n>From the start.\n\n"
        b"From - Fri Jun 23 08:00:00 2023\nFrom: b@example.org\nSubject: two\n\nSecond\n")
    items = list(walk([str(file)]))
    assert [getattr(item, "doc_id", None) for item in items] == ["box.mbox#1", "box.mbox#2", None]
    assert items[-1] == Walked(file.as_posix(), 2)
    first, second = read_all(file)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.text == "Hallo\n\nFrom here on it gets cold.\nFrom the start.\n"
    assert (first.title, second.title, second.text) == ("eins", "two", "Second\n")
    assert first.published == Published("2023-06-22", "metadata")


def test_rss_and_atom(tmp_path: Path) -> None:
    (tmp_path / "a.rss").write_text(
        '<?xml version="1.0" encoding="ISO-8859-1"?><rss version="2.0"><channel><title>Blatt</title>'
        "<item><title>Grün &amp; Rot</title><link>https://blatt.example/1</link>"
        "<pubDate>Thu, 22 Jun 2023 00:30:00 +0200</pubDate>"
        "<description>&lt;p&gt;Erster Absatz.&lt;/p&gt;&lt;p&gt;Zweiter.&lt;/p&gt;</description></item>"
        "<item><title>Leer</title></item></channel></rss>", encoding="iso-8859-1")
    (tmp_path / "b.xml").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><title>One</title>'
        '<link href="https://paper.example/1"/><updated>2023-06-25T10:00:00Z</updated>'
        '<published>2023-06-22T23:00:00-07:00</published><content type="html">&lt;b&gt;Hello&lt;/b&gt; there'
        "</content><summary>Hello</summary></entry><entry><title>Two</title><updated>2023-06-25T10:00:00Z</updated>"
        '<content type="text">a &lt; b</content></entry></feed>', encoding="utf-8")
    first, empty, second, third = read_all(tmp_path)
    assert isinstance(first, Document)
    assert (first.doc_id, first.text, first.title) == ("a.rss#1", "Erster Absatz.\n\nZweiter.", "Grün & Rot")
    assert (first.source, first.published) == ("https://blatt.example/1", Published("2023-06-22", "metadata"))
    assert first.meta["site"] == "Blatt"
    assert isinstance(empty, Failure)
    assert (empty.doc_id, empty.reason) == ("a.rss#2", "no_text")
    assert isinstance(second, Document)
    assert (second.text, second.published.edtf) == ("Hello there", "2023-06-22")
    assert isinstance(third, Document)
    assert (third.text, third.published.edtf) == ("a < b", "2023-06-25")
    assert third.meta["flags"] == ["published_from_update"]


def test_jsonl(tmp_path: Path) -> None:
    file = tmp_path / "feed.jsonl"
    lines = [
        {"text": GERMAN, "doc_id": "eigen", "lang": "de-AT", "title": "T", "source": "https://x.example", "extra": 1,
         "published": {"edtf": "2023-06", "basis": "inferred"}},
        {"text": ENGLISH, "published": "2023-06-01/2023-06-30"},
        {"text": "x", "published": "irgendwann"},
        {"text": "y", "published": None, "lang": None, "title": None},
    ]
    file.write_text("\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines), encoding="utf-8-sig")
    one, two, three, four = read_all(file)
    assert isinstance(one, Document)
    assert one == Document("eigen", GERMAN, "de", "T", "https://x.example", Published("2023-06", "inferred"),
                           {"encoding": "utf-8", "encoding_basis": "content"})
    assert isinstance(two, Document)
    assert (two.doc_id, two.text) == ("feed.jsonl#3", ENGLISH)
    assert two.published == Published("2023-06-01/2023-06-30", "metadata")
    assert isinstance(three, Document)
    assert (three.published, three.meta["flags"]) == (Published(), ["published_unreadable"])
    assert isinstance(four, Document)
    assert "flags" not in four.meta


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8-sig"), (";", "cp1252"), ("\t", "utf-16"), ("|", "utf-8")])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    file = tmp_path / ("t.tsv" if delimiter == "\t" else "t.csv")
    rows = [["Id", "Text", "Date", "URL", "Sprache"],
            ["a1", '"Grüße,\r\naus ""Köln"""', "22. Juni 2023", "https://x.example", "x"],
            ["", "second", "03/04/2023", "", ""], ["c", "", "", "", ""]]
    file.write_bytes("".join(delimiter.join(row) + "\r\n" for row in rows).encode(encoding))
    first, second, third = read_all(file)
    assert isinstance(first, Document)
    assert (first.doc_id, first.text) == ("a1", 'Grüße,\r\naus "Köln"')
    assert first.published == Published("2023-06-22", "metadata")
    assert (first.source, first.lang) == ("https://x.example", None)
    assert isinstance(second, Document)
    assert (second.doc_id, second.text, second.published) == (f"{file.name}#2", "second", Published())
    assert second.meta["flags"] == ["published_unreadable"]
    assert isinstance(third, Failure)
    assert (third.doc_id, third.reason) == ("c", "no_text")


def test_csv_that_was_not_quoted_loses_nothing_in_silence(tmp_path: Path) -> None:
    cut = tmp_path / "cut.csv"
    cut.write_text('id,text\n1,Merkel traf Putin, Xi und Biden.\n2,"Merkel traf Xi, Putin."\n3,kurz,\n', encoding="utf-8")
    one, two, three = read_all(cut)
    assert isinstance(one, Failure)
    assert "double quotes" in one.message
    assert isinstance(two, Document)
    assert two.text == "Merkel traf Xi, Putin."
    assert isinstance(three, Document)
    open_quote = tmp_path / "open.csv"
    open_quote.write_text('id,text\n1,Ein 5" langer Brief.\n2,"Er schrieb\n3,noch einen.\n4,Und noch einen.\n', encoding="utf-8")
    first, second = read_all(open_quote)
    assert isinstance(first, Document)
    assert isinstance(second, Failure)
    assert "2 lines after it" in second.message


def test_parquet_and_another_text_column(tmp_path: Path) -> None:
    import datetime

    import pyarrow as pa
    from pyarrow import parquet

    file = tmp_path / "t.parquet"
    parquet.write_table(pa.table({
        "body": ["Grüße", None, ENGLISH], "doc_id": ["a", "b", None], "lang": ["de", "de", "en"],
        "published": [datetime.date(2023, 6, 22), None, None],
    }), file)
    first, second, third = read_all(file, options=ReadOptions(text_column="body"))
    assert isinstance(first, Document)
    assert (first.doc_id, first.text, first.lang, first.published.edtf) == ("a", "Grüße", "de", "2023-06-22")
    assert isinstance(second, Failure)
    assert second.reason == "no_text"
    assert isinstance(third, Document)
    assert (third.doc_id, third.text) == ("t.parquet#3", ENGLISH)
    [failure] = read_all(file)
    assert isinstance(failure, Failure)
    assert failure.reason == "no_text_column"
    assert "body, doc_id, lang, published" in failure.message


def test_compressed_files_and_archives_in_archives(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(GERMAN.encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "one"}\n{"text": "two"}\n'))
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as inner:
        inner.writestr("2023-06-22-brief.txt", "innen")
        inner.writestr("box.mbox", b"From a@b Thu Jun 22 23:30:00 2023\nSubject: s\n\nbody\n")
        inner.writestr("logo.png", b"\x89PNG")
        inner.writestr("__MACOSX/._brief.txt", b"\0\0")
    with zipfile.ZipFile(tmp_path / "c.zip", "w", zipfile.ZIP_DEFLATED) as outer:
        outer.writestr("inner/x.txt", GERMAN)
        outer.write(tmp_path / "inner.zip", "deep/inner.zip")
        outer.writestr("y.txt.gz", gzip.compress(b"zipped twice"))
    (tmp_path / "inner.zip").unlink()
    found = read_all(tmp_path)
    assert all(isinstance(document, Document) for document in found), found
    documents = {document.doc_id: document for document in found if isinstance(document, Document)}
    assert {key: document.text for key, document in documents.items()} == {
        "a.txt.gz": GERMAN, "b.jsonl.gz#1": "one", "b.jsonl.gz#2": "two", "c.zip#inner/x.txt": GERMAN,
        "c.zip#deep/inner.zip#2023-06-22-brief.txt": "innen", "c.zip#deep/inner.zip#box.mbox#1": "body\n",
        "c.zip#y.txt.gz": "zipped twice",
    }
    assert documents["c.zip#deep/inner.zip#2023-06-22-brief.txt"].published == Published("2023-06-22", "metadata")
    walked = list(walk([str(tmp_path / "c.zip")]))
    assert [item.ordinal for item in walked if isinstance(item, Item)] == [0, 1, 2, 3]
    assert [item.member for item in walked if isinstance(item, Item)][2] == "deep/inner.zip#box.mbox#1"
    assert walked[-1] == Walked((tmp_path / "c.zip").as_posix(), 4)


def test_the_user_date_wins_and_a_file_name_may_give_one(tmp_path: Path) -> None:
    (tmp_path / "20230622_x.txt").write_text("a")
    (tmp_path / "2023-13-45-x.txt").write_text("b")
    (tmp_path / "2023-06-01_bis_2023-06-30.txt").write_text("c")
    (tmp_path / "brief 22.06.2023.txt").write_text("d")
    assert {d.text: d.published.edtf for d in read_all(tmp_path) if isinstance(d, Document)} == {
        "a": "2023-06-22", "b": None, "c": None, "d": "2023-06-22"}
    options = ReadOptions(published="2020-05")
    dated = [d.published for d in read_all(tmp_path, options=options) if isinstance(d, Document)]
    assert dated == [Published("2020-05", "user")] * 4


def test_every_format_says_how_it_is_read() -> None:
    assert all(format_.read or format_.leaves or name == "zip" for name, format_ in FORMATS.items())
    suffixes = [suffix for format_ in FORMATS.values() for suffix in format_.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_mojibake_is_flagged_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Mit freundlichen GrÃ¼ÃŸen", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Mit freundlichen Gr\\u00c3\\u00bc\\u00c3\\u0178en"}')
    for document in read_all(tmp_path):
        assert isinstance(document, Document)
        assert document.text == "Mit freundlichen GrÃ¼ÃŸen"
        assert document.meta["flags"] == ["mojibake"]
