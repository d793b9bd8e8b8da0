"""One run over a folder in which everything is wrong at once: nothing stops it, and nothing goes missing in silence."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from depesche import store

MIB = 1 << 20
# Two runs one after the other in a process of their own, so that its peak memory is that of the runs.
RUNS = """
import hashlib, json, re, resource, sys
from pathlib import Path
from depesche.config import Settings
from depesche.run import run

def peak():
    status = Path("/proc/self/status")  # what getrusage says counts the process that started this one, too
    if status.exists():
        return int(re.search(r"VmHWM:\\s*(\\d+)", status.read_text())[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

def main():
    folder, path = sys.argv[1], Path(sys.argv[2])
    for _ in range(2):
        summary = run([folder], path, Settings())
        print(json.dumps({
            "documents": summary.documents, "unchanged": summary.unchanged, "failures": summary.failures,
            "interrupted": summary.interrupted, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
            "peak_kib": peak(),
        }))

if __name__ == "__main__":
    main()
"""
GERMAN = ("Berlin, den 12. Juni 2021\n\nSehr geehrter Herr Minister,\n\nHuawei wurde im Mai 2019 auf die Entity List "
          "des US-Handelsministeriums gesetzt. Wir fordern Sie auf, das Unternehmen vom Netz auszuschließen.\n\n"
          "Mit freundlichen Grüßen\nAnna Müller\n")
ENGLISH = "The Commerce Department added ZTE to the Entity List in March 2016. Senators urged the White House to act."
LATIN = "Liebe Käthe, die Äpfel sind süß, die Straße ist naß, und Jürgen läßt Dich grüßen. Übermorgen fahren wir heim."
BILLION = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
ENTITY_BOMB = (f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a0 "ha">{BILLION}]><rss version="2.0"><channel><item>'
               "<title>&a9;</title></item></channel></rss>")


def zipped(*members: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf(*, text: str = "", encrypt: object = None) -> bytes:
    """A page with ``text``, or with nothing but a picture, as a scanner makes it."""
    from reportlab.pdfgen import canvas

    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, encrypt=encrypt)
    if text:
        page.drawString(72, 720, text)
    else:
        page.drawInlineImage(picture(), 72, 72, 400, 400)
    page.showPage()
    page.save()
    return buffer.getvalue()


def picture() -> Any:
    from PIL import Image

    return Image.effect_noise((200, 200), 40)


def locked_pdf() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return pdf(text="geheim", encrypt=StandardEncryption("user", ownerPassword="owner"))


def letters_in_letters(depth: int) -> bytes:
    data = b"Subject: innermost\n\nGanz innen liegt noch ein Brief, den niemand mehr liest.\n"
    for number in range(depth):
        border = b"--B%d" % number
        data = (b"Subject: s\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B%d\n\n" % number
                + border + b"\n\nDies ist der Brief auf der Ebene %d von allen.\n" % number
                + border + b"\nContent-Type: message/rfc822\n\n" + data + b"\n" + border + b"--\n")
    return data


def parquet_without_text() -> bytes:
    import pyarrow as pa
    from pyarrow import parquet

    buffer = io.BytesIO()
    parquet.write_table(pa.table({"id": [1, 2], "body": ["eins", "zwei"]}), buffer)
    return buffer.getvalue()


def one_line(path: Path, head: bytes, tail: bytes) -> None:
    """200 MB without a line break."""
    with path.open("wb") as out:
        out.write(head)
        for _ in range(200):
            out.write(b"Wort " * (MIB // 5))
        out.write(tail)


def json_lines() -> str:
    return "".join(
        '{"text": "Zeile, die mittendrin abbr\n' if number == 5000
        else json.dumps({"text": f"Brief Nummer {number} kam nie an.", "lang": "de"}) + "\n"
        for number in range(1, 6001)
    )


# What each file is set aside for: the id of the document, the reason, and a word of what is to be done about it.
FILES: dict[str, tuple[bytes, list[tuple[str, str, str]]]] = {
    "bomb.zip": (zipped(("big.txt", bytes(80 * MIB))), [("bomb.zip#big.txt", "bomb", "expands")]),
    "break.txt.gz": (gzip.compress(random.Random(1).randbytes(5000).hex().encode())[:-2000],
                     [("break.txt.gz", "truncated", "fetch")]),
    "deep.eml": (letters_in_letters(40), [("deep.eml" + "#1.eml" * 6, "too_deep", "deep")]),
    "empty.txt": (b"", [("empty", "empty", "empty")]),
    "entities.rss": (ENTITY_BOMB.encode(), [("entities.rss", "unsafe_xml", "document type")]),
    "lines.jsonl": (json_lines().encode(), [("lines.jsonl#5000", "invalid_json", "JSON")]),
    "locked.pdf": (locked_pdf(), [("locked.pdf", "encrypted", "password")]),
    "nul.txt": (b"Guten\0Tag, liebe Leute\n" * 50, [("nul", "binary", "binary")]),
    "program.txt": (b"\x7fELF" + random.Random(2).randbytes(20_000), [("program", "binary", "binary")]),
    "rows.parquet": (parquet_without_text(), [("rows.parquet", "no_text_column", "body")]),
    "scan.pdf": (pdf(), [("scan.pdf", "no_text", "scan")]),
    "short.pdf": (pdf(text="Guten Tag")[:-200], [("short.pdf", "corrupt", "fetch")]),
    "up.zip": (zipped(("../../../etc/evil.txt", b"boese"), ("good.txt", b"Im Juni 2020 kam der Brief doch noch an.")),
               [("up.zip#../../../etc/evil.txt", "unsafe_name", "out of the archive")]),
}
GOOD = {"good-de": GERMAN, "good-en": ENGLISH, "latin": LATIN,
        "up.zip#good.txt": "Im Juni 2020 kam der Brief doch noch an."}


def hostile_folder(folder: Path) -> dict[str, tuple[str, str]]:
    """Reason and hint by document id of all that must be set aside."""
    folder.mkdir()
    for name, (data, _) in FILES.items():
        (folder / name).write_bytes(data)
    expected = {doc_id: (reason, hint) for _, rows in FILES.values() for doc_id, reason, hint in rows}
    (folder / "good-de.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "good-en.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "latin.txt").write_bytes(LATIN.encode("latin-1"))
    one_line(folder / "line.txt", b"", b"")
    one_line(folder / "long.jsonl", b'{"text": "Davor steht am 3. Mai 2020 ein Satz."}\n{"text": "',
             b'"}\n{"text": "Danach steht am 4. Mai 2020 noch einer."}\n')
    expected |= {"line": ("too_large", "split"), "long.jsonl#2": ("too_large", "split")}
    (folder / "broken.txt").symlink_to(folder / "nothing.txt")
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    expected |= {"broken": ("unreadable", "No such file"), "self": ("unreadable", "symbolic links"),
                 "pipe": ("unreadable", "pipe")}
    (folder / "secret.txt").write_text("Am 5. Mai 2020 schrieb sie ihm einen geheimen Brief.", encoding="utf-8")
    (folder / "secret.txt").chmod(0)
    if not os.access(folder / "secret.txt", os.R_OK): # an administrator may read everything
        expected["secret"] = ("unreadable", "ermission")
    return expected


@pytest.mark.skipif(sys.platform == "win32", reason="needs pipes and links")
def test_a_run_over_everything_that_is_wrong(tmp_path: Path) -> None:
    folder, path = tmp_path / "Post [2021] für Käthe", tmp_path / "events.duckdb"
    expected = hostile_folder(folder)
    done = subprocess.run(
        [sys.executable, "-c", RUNS, str(folder), str(path)], capture_output=True, text=True, timeout=240, check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    first, second = map(json.loads, done.stdout.splitlines())
    with store.reading(path) as connection:
        failures = connection.execute("SELECT doc_id, reason, message, path FROM failures ORDER BY 1").fetchall()
        texts = dict(connection.execute("SELECT doc_id, text FROM documents").fetchall())
        events = {row[0] for row in connection.execute("SELECT DISTINCT doc_id FROM event_mentions").fetchall()}
    assert [(row[0], row[1]) for row in failures] == sorted((doc_id, expected[doc_id][0]) for doc_id in expected)
    for doc_id, _, message, file in failures:
        assert Path(file).name in message, message
        assert expected[doc_id][1] in message, message
    assert {doc_id: texts[doc_id] for doc_id in GOOD} == GOOD
    assert sum(doc_id.startswith("lines.jsonl#") for doc_id in texts) == 5999
    assert {"long.jsonl#1", "long.jsonl#3"} <= texts.keys()
    assert {"good-de", "good-en"} <= events
    assert not (first["interrupted"] or second["interrupted"])
    assert (second["documents"], second["failures"]) == (0, first["failures"])
    assert second["sha256"] == first["sha256"]
    assert first["peak_kib"] < 1.5 * 1024 * 1024
