"""Input that is broken or means harm: each ends as a failure with its reason, and the documents beside it are read."""

from __future__ import annotations

import gzip
import io
import json
import os
import socket
import stat
import tracemalloc
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depesche.errors import DocumentError
from depesche.ingest import Failure, Item, ReadOptions, Walked, load, read, walk
from depesche.records import Document

MIB = 1 << 20


def outcome(path: Path, options: ReadOptions | None = None) -> tuple[list[Document], list[Failure]]:
    """What comes of a path. What ``load`` refuses is set aside as the run does it."""
    options = options or ReadOptions()
    documents: list[Document] = []
    failures: list[Failure] = []
    for item in walk([str(path)], options):
        if isinstance(item, Failure):
            failures.append(item)
        elif isinstance(item, Item):
            try:
                data = load(item, options)
            except DocumentError as error:
                failures.append(Failure(item.doc_id, item.path, item.ordinal, item.member, error.reason, str(error)))
                continue
            for found in read(item, data, options):
                (failures if isinstance(found, Failure) else documents).append(found)  # type: ignore[arg-type]
    return documents, failures


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def bomb() -> bytes:
    return zipped(("a.txt", bytes(40 * MIB)), ("b.txt", b"never reached"))


def truncated_gz() -> bytes:
    return gzip.compress(os.urandom(3000).hex().encode())[:-900]


def linked() -> bytes:
    info = zipfile.ZipInfo("link.txt")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return zipped((info, b"/etc/passwd"))


def locked_zip() -> bytes:
    data = bytearray(zipped(("a.txt", b"secret")))
    data[6] |= 1 # in the local header
    data[data.rindex(b"PK\x01\x02") + 8] |= 1 # and in the directory
    return bytes(data)


def damaged_zip() -> bytes:
    data = bytearray(zipped(("a.txt", os.urandom(2000).hex().encode())))
    data[200:260] = bytes(60)
    return bytes(data)


def nested(depth: int) -> bytes:
    data = zipped(("a.txt", b"deep"))
    for _ in range(depth):
        data = zipped(("next.zip", data))
    return data


def pdf(text: str = "Guten Tag", **options: object) -> bytes:
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, **options)
    if text:
        page.drawString(72, 720, text)
    page.showPage()
    page.save()
    return buffer.getvalue()


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf(encrypt=StandardEncryption("user", ownerPassword="owner"))


def docx_bomb() -> bytes:
    return zipped(("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b" " * 40 * MIB))


def letters_in_letters(depth: int) -> bytes:
    data = b"Subject: innermost\n\ninnermost\n"
    for number in range(depth):
        border = b"--B%d" % number
        data = (b"Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B%d\n\n" % number
                + border + b"\n\nlevel %d\n" % number
                + border + b"\nContent-Type: message/rfc822\n\n" + data + b"\n" + border + b"--\n")
    return data


ENTITIES = b"""<?xml version="1.0"?><!-- x --><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><item><title>&b;</title><description>&b;</description></item></channel></rss>"""
FILE_ENTITY = b"""<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<rss version="2.0"><channel><item><description>&x;</description></item></channel></rss>"""
HALF_FEED = b'<rss version="2.0"><channel><item><description>whole</description></item><item><description>ha'

CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "zip bomb": ("x.zip", bomb, "bomb"),
    "gzip bomb": ("x.txt.gz", lambda: gzip.compress(bytes(40 * MIB)), "bomb"),
    "jsonl bomb": ("x.jsonl.gz", lambda: gzip.compress(b" \n" * 20 * MIB), "bomb"),
    "docx bomb": ("x.docx", docx_bomb, "bomb"),
    "path traversal": ("x.zip", lambda: zipped(("../../etc/a.txt", b"x")), "unsafe_name"),
    "absolute name": ("x.zip", lambda: zipped(("/etc/a.txt", b"x")), "unsafe_name"),
    "windows drive": ("x.zip", lambda: zipped(("C:\\a.txt", b"x")), "unsafe_name"),
    "link in a zip": ("x.zip", linked, "unsafe_name"),
    "encrypted zip": ("x.zip", locked_zip, "encrypted"),
    "damaged zip": ("x.zip", damaged_zip, "corrupt"),
    "half a zip": ("x.zip", lambda: zipped(("a.txt", b"x" * 1000))[:40], "corrupt"),
    "no zip": ("x.zip", lambda: b"hello", "corrupt"),
    "archives too deep": ("x.zip", lambda: nested(3), "too_deep"),
    "gz breaks off": ("x.txt.gz", truncated_gz, "truncated"),
    "jsonl gz breaks off": ("x.jsonl.gz", truncated_gz, "truncated"),
    "no gz": ("x.txt.gz", lambda: b"hello", "corrupt"),
    "truncated pdf": ("x.pdf", lambda: pdf()[:-300], "corrupt"),
    "stub pdf": ("x.pdf", lambda: b"%PDF-1.7\n1 0 obj", "corrupt"),
    "web page named pdf": ("x.pdf", lambda: b"<html>Not found</html>", "corrupt"),
    "encrypted pdf": ("x.pdf", locked_pdf, "encrypted"),
    "scanned pdf": ("x.pdf", lambda: pdf(text=""), "no_text"),
    "no docx": ("x.docx", lambda: b"hello", "corrupt"),
    "zip named docx": ("x.docx", lambda: zipped(("a.txt", b"x")), "corrupt"),
    "old word file": ("x.docx", lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "encrypted"),
    "no msg": ("x.msg", lambda: b"hello", "missing_extra corrupt"),
    "entity bomb": ("x.rss", lambda: ENTITIES, "unsafe_xml"),
    "external entity": ("x.xml", lambda: FILE_ENTITY, "unsafe_xml"),
    "entity bomb in utf-16": ("x.xml", lambda: ENTITIES.decode().encode("utf-16"), "unsafe_xml"),
    "xml but no feed": ("x.xml", lambda: b"<invoice><total>3</total></invoice>", "no_feed"),
    "half a feed": ("x.rss", lambda: HALF_FEED, "truncated"),
    "binary named txt": ("x.txt", lambda: os.urandom(4096), "binary"),
    "picture named txt": ("x.txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(1, 200)), "binary"),
    "controls": ("x.txt", lambda: bytes(range(1, 32)) * 9, "binary"),
    "nul in text": ("x.txt", lambda: b"Guten\0Tag", "binary"),
    "nul in html": ("x.html", lambda: b"<p>Guten\0Tag</p>", "binary"),
    "nul in json": ("x.jsonl", lambda: b'{"text": "a\\u0000b"}', "binary"),
    "half a surrogate": ("x.jsonl", lambda: b'{"text": "a\\ud83d b"}', "encoding"),
    "half a surrogate in the title": ("x.jsonl", lambda: b'{"text": "a", "title": "\\udc00"}', "encoding"),
    "json without text": ("x.jsonl", lambda: b'{"title": "a"}', "no_text"),
    "json number": ("x.jsonl", lambda: b"7", "invalid_json"),
    "deep json": ("x.jsonl", lambda: b"[" * 200_000, "invalid_json"),
    "long number": ("x.jsonl", lambda: b'{"text": "a", "n": ' + b"9" * 5000 + b"}", "invalid_json"),
    "empty": ("x.txt", lambda: b"", "empty"),
    "blank": ("x.txt", lambda: b" \r\n\t\n", "empty"),
    "only a mark": ("x.txt", lambda: b"\xef\xbb\xbf", "no_text"),
    "empty html": ("x.html", lambda: b"<html><body></body></html>", "no_text"),
    "empty mailbox": ("x.mbox", lambda: b"", "empty"),
    "no mailbox": ("x.mbox", lambda: b"Guten Tag\n", "corrupt"),
    "no letter": ("x.eml", lambda: b"Guten Tag,\n\nwie geht es?\n", "corrupt"),
    "letters too deep": ("x.eml", lambda: letters_in_letters(7), "too_deep"),
    "letters far too deep": ("x.eml", lambda: letters_in_letters(1000), "too_deep"),
    "csv without the column": ("x.csv", lambda: b"a,b\n1,2\n", "no_text_column"),
    "empty csv": ("x.csv", lambda: b"", "empty"),
    "no parquet": ("x.parquet", lambda: b"PAR1" + bytes(50), "corrupt"),
    "nobody reads it": ("x.odt", lambda: b"x", "unsupported"),
    "tar": ("x.tar.gz", lambda: b"x", "unsupported"),
}


@pytest.mark.parametrize(("name", "make", "reason"), CASES.values(), ids=CASES)
def test_each_is_set_aside_and_its_neighbour_read(
    tmp_path: Path, name: str, make: Callable[[], bytes], reason: str,
) -> None:
    (tmp_path / name).write_bytes(make())
    (tmp_path / "zz.txt").write_text("Nachbar")
    documents, failures = outcome(tmp_path)
    assert documents[-1].text == "Nachbar"
    assert len(failures) == 1, failures
    assert failures[0].reason in reason.split()
    assert name in failures[0].message
    assert failures[0].doc_id.startswith(name.removesuffix(".txt"))


def test_what_lies_before_the_break_is_read(tmp_path: Path) -> None:
    lines = b"".join(json.dumps({"text": f"{n} {os.urandom(60).hex()}"}).encode() + b"\n" for n in range(3000))
    (tmp_path / "x.jsonl.gz").write_bytes(gzip.compress(lines)[:-20_000])
    documents, failures = outcome(tmp_path / "x.jsonl.gz")
    assert len(documents) > 1000
    assert [failure.reason for failure in failures] == ["truncated"]
    assert failures[0].ordinal == len(documents)


def test_one_bad_line_does_not_stop_the_others(tmp_path: Path) -> None:
    file = tmp_path / "x.jsonl"
    with file.open("w", encoding="utf-8") as out:
        for number in range(1, 6001):
            out.write('{"text": "kaputt\n' if number == 5000 else f'{{"text": "Zeile {number}"}}\n')
    documents, failures = outcome(file)
    assert len(documents) == 5999
    [failure] = failures
    assert (failure.doc_id, failure.reason, failure.ordinal) == ("x.jsonl#5000", "invalid_json", 4999)
    assert "x.jsonl#5000" in failure.message


@pytest.mark.parametrize("name", ["x.txt", "x.jsonl", "x.csv", "x.mbox"])
def test_two_hundred_megabytes_in_one_line(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    head = {"x.jsonl": b'{"text": "eins"}\n{"text": "', "x.csv": b"text\neins\n", "x.mbox":
            b"From a Thu Jun 22 23:30:00 2023\nSubject: s\n\neins\n\nFrom a Thu Jun 22 23:30:00 2023\nSubject: s\n\n"}
    with file.open("wb") as out:
        out.write(head.get(name, b""))
        for _ in range(200):
            out.write(b"x" * MIB)
        out.write({"x.jsonl": b'"}\n{"text": "drei"}', "x.csv": b"\ndrei\n", "x.mbox":
                   b"\n\nFrom a Thu Jun 22 23:30:00 2023\nSubject: s\n\ndrei"}.get(name, b""))
    tracemalloc.start()
    documents, failures = outcome(file)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [failure.reason for failure in failures] == ["too_large"]
    assert [document.text.strip() for document in documents] == ([] if name == "x.txt" else ["eins", "drei"])
    assert peak < 60 * MIB


def test_twenty_megabytes_of_html(tmp_path: Path) -> None:
    file = tmp_path / "x.html"
    paragraph = f"<p>{'Ein Satz über Köln. ' * 10}</p>\n"
    file.write_text(f"<html><body>{paragraph * 100_000}</body></html>", encoding="utf-8")
    [document], failures = outcome(file)
    assert not failures
    assert document.text.count("Köln") == 1_000_000


def test_an_open_quote_does_not_swallow_the_table(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text('text\n"offen\n' + "zeile\n" * 20_000 + "letzte\n")
    documents, failures = outcome(tmp_path / "x.csv", ReadOptions(max_line_bytes=50_000))
    assert documents[-1].text == "letzte"
    assert {failure.reason for failure in failures} == {"corrupt"}


def test_limits_count_what_comes_out_not_what_headers_say(tmp_path: Path) -> None:
    data = bytearray(bomb())
    size = (40 * MIB).to_bytes(4, "little")
    while (at := data.find(size)) >= 0: # every place that gives the size
        data[at:at + 4] = (100).to_bytes(4, "little")
    (tmp_path / "x.zip").write_bytes(data)
    documents, failures = outcome(tmp_path / "x.zip")
    assert [failure.reason for failure in failures] == ["corrupt"]
    assert [document.text for document in documents] == ["never reached"]


def test_total_and_number_of_members(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped(*((f"{n}.txt", os.urandom(1000).hex().encode()) for n in range(20))))
    documents, failures = outcome(tmp_path, ReadOptions(max_archive_bytes=10_000))
    assert len(documents) == 5
    assert [failure.reason for failure in failures] == ["bomb"]
    assert outcome(tmp_path, ReadOptions(max_archive_members=19))[1][0].reason == "too_many"


def test_depth_of_archives(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(nested(2))
    [document], failures = outcome(tmp_path)
    assert (document.doc_id, document.text, failures) == ("x.zip#next.zip#next.zip#a.txt", "deep", [])


def test_letters_in_letters_are_read_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "x.eml").write_bytes(letters_in_letters(20))
    documents, failures = outcome(tmp_path)
    assert [document.text.strip() for document in documents] == [f"level {n}" for n in range(19, 13, -1)]
    assert [failure.reason for failure in failures] == ["too_deep"]


def test_letters_with_odd_headers(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(b"Subject: s\nTo: " + b"Anna <a@example.org>, " * 20_000 + b"\n\nan alle")
    (tmp_path / "b.eml").write_bytes(b'Subject: Gr\xfc\xdfe\nContent-Type: text/plain; charset="a\0b"\n\nsch\xc3\xb6n')
    parts = b"--B\n\nx\n" * 6000
    (tmp_path / "c.eml").write_bytes(b"Subject: s\nContent-Type: multipart/mixed; boundary=B\n\n" + parts)
    (first, second), failures = outcome(tmp_path)
    assert (first.text, len(first.meta["recipients"])) == ("an alle", 20_000)
    assert (second.title, second.text) == ("Grüße", "schön")
    assert [failure.reason for failure in failures] == ["too_many"]


def test_a_zip_attached_to_a_letter(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"] = "s"
    message.set_content("Text")
    for name, data in (("x.zip", zipped(("a.txt", b"innen"), ("b.odt", b"x"))), ("bomb.zip", bomb())):
        message.add_attachment(data, maintype="application", subtype="zip", filename=name)
    (tmp_path / "x.eml").write_bytes(message.as_bytes())
    documents, failures = outcome(tmp_path)
    assert [document.doc_id for document in documents] == ["x.eml", "x.eml#x.zip#a.txt"]
    assert [(failure.doc_id, failure.reason) for failure in failures] == [
        ("x.eml#x.zip#b.odt", "unsupported"), ("x.eml#bomb.zip#a.txt", "bomb")]


def test_links_pipes_and_sockets_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "sub" / "a.txt").write_text("Text")
    (folder / "sub" / "up").symlink_to(folder)
    (folder / "again").symlink_to(folder / "sub")
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "b.txt").write_text("Daneben")
    (folder / "other").symlink_to(tmp_path / "beside")
    (folder / "other2").symlink_to(tmp_path / "beside")
    (folder / "broken.txt").symlink_to(tmp_path / "nothing.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    os.mkfifo(folder / "pipe.txt")
    monkeypatch.chdir(folder) # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock.txt")
        documents, failures = outcome(folder)
    assert [document.doc_id for document in documents] == ["other/b", "sub/a"]
    assert [(failure.doc_id, failure.reason) for failure in failures] == [
        (name, "unreadable") for name in ("broken", "pipe", "self", "sock")]


def test_a_file_and_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("geheim")
    (tmp_path / "a.txt").chmod(0)
    if os.access(tmp_path / "a.txt", os.R_OK):
        pytest.skip("this user may read everything")
    (tmp_path / "b").mkdir(mode=0)
    (tmp_path / "c.txt").write_text("offen")
    documents, failures = outcome(tmp_path)
    assert [document.doc_id for document in documents] == ["c"]
    assert [(failure.doc_id, failure.reason) for failure in failures] == [("a", "unreadable"), ("b", "unreadable")]
    assert "cannot be listed" in failures[1].message


def test_a_file_that_goes_away_and_one_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    [item, _] = walk([str(tmp_path)])
    assert isinstance(item, Item)
    (tmp_path / "a.txt").unlink()
    with pytest.raises(DocumentError, match=r"a\.txt: No such file") as missing:
        load(item)
    assert missing.value.reason == "unreadable"
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(DocumentError, match="no regular file"):
        load(item)


def test_a_name_that_is_no_utf8(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/gr\xfcn.txt"
    try:
        with open(name, "w") as out: # noqa: PTH123
            out.write("Grün")
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    [document], failures = outcome(tmp_path)
    assert (document.doc_id, document.text, failures) == ("gr\\xfcn", "Grün", [])
    *_, walked = walk([str(tmp_path)])
    assert walked == Walked(f"{tmp_path.as_posix()}/gr\\xfcn.txt", 1)


SAMPLES = [
    ("x.html", b'<meta name="date" content="2023-06-22"><title>t</title><p>Ein <b>Satz</b>.</p>'), ("x.pdf", pdf()),
    ("x.docx", zipped(("[Content_Types].xml", b"<Types/>"))),
    ("x.zip", zipped(("a.txt", b"x"), ("b.jsonl", b'{"text": "a"}'))),
    ("x.eml", letters_in_letters(1)), ("x.mbox", b"From a Thu Jun 22 23:30:00 2023\n" + letters_in_letters(1)),
    ("x.rss", HALF_FEED + b"lf</description></item></channel></rss>"), ("x.csv", 'text;id\n"ä\nb";1\n'.encode()),
    ("x.jsonl", b'{"text": "a", "published": {"edtf": "2023"}}\n{"text": "b", "doc_id": "c"}\n'),
    ("x.jsonl.gz", gzip.compress(b'{"text": "a"}\n')), ("x.txt", b"Guten Tag"),
    ("x.parquet", b"PAR1" + bytes(20) + b"PAR1"),
]
EDIT = st.tuples(st.integers(0, 2000), st.integers(0, 60), st.binary(max_size=6))


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sample=st.sampled_from(SAMPLES), edits=st.lists(EDIT, min_size=1, max_size=5))
def test_whatever_the_bytes_nothing_is_raised_and_every_leaf_is_counted(
    tmp_path: Path, sample: tuple[str, bytes], edits: list[tuple[int, int, bytes]],
) -> None:
    name, data = sample
    for start, length, new in edits:
        at = start % (len(data) + 1)
        data = data[:at] + new + data[at + length:]
    file = tmp_path / name
    file.write_bytes(data)
    *leaves, walked = walk([str(file)])
    assert walked == Walked(file.as_posix(), len(leaves))
    assert [getattr(leaf, "ordinal", None) for leaf in leaves] == list(range(len(leaves)))
    documents, failures = outcome(file)
    assert len(documents) + len(failures) >= (1 if leaves else 0)
    for document in documents:
        json.dumps([document.doc_id, document.text, document.title, dict(document.meta)], ensure_ascii=False).encode()
