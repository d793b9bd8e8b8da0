"""The lexicon out of lists as they are published: real archives, over real HTTP."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

pytest.importorskip("safetensors", reason="training needs the extra `train`")
pytest.importorskip("wordfreq", reason="training needs the extra `train`")

import numpy as np

from depesche.download import FetchError
from depesche.encoder import Lexicon
from depesche.models import LEXICON
from depesche.train import lexicon

SPOKEN = {"the": [1.0, 0.0, 0.1], "mozilla": [0.0, 2.0, 0.1], "fallujah": [0.0, 2.5, 0.0], "12": [1.0, 1.0, 1.0]}
NOUNS = """lemma,pos,nominativ singular,genitiv singular,nominativ plural
Pavian,Substantiv,Pavian,Pavians,Paviane
Weber,"Substantiv,Nachname",Weber,Webers,Weber
Lindau (Bodensee),"Substantiv,Toponym",,,
-chen,Suffix,,,
"""
FILES = {
    "vectors": {"package/v.json": json.dumps({"words": list(SPOKEN), "vectors": SPOKEN, "dimensions": 3})},
    "nouns": {"nouns.csv": NOUNS},
    "names": {"male": "JOHN 3.27 3.27 1\n", "female": "MARY 2.6 2.6 1\n", "last": "SMITH 1 1 1\nRARE 0 90 90000\n"},
    "places": {
        "cities": json.dumps({
            "1": {"name": "Ulm", "population": 120_000, "alternatenames": ["Ulma", "Улм"]},
            "2": {"name": "Bad Ems", "population": 9_000, "alternatenames": []},
            "3": {"name": "Xyzstadt", "population": 6_000, "alternatenames": ["Xyzburgia"]},
        }),
        "countries": json.dumps({"TG": {"name": "Togo"}, "GB": {"name": "United Kingdom"}}),
        "states": json.dumps({}),
        "continents": json.dumps({}),
    },
}  # fmt: skip


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, dict[str, object]]]:
    """Small lists on a server, and a table of them in the place of the real one."""
    served = tmp_path / "served"
    served.mkdir()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(served))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        table: dict[str, dict[str, object]] = {}
        for name, parts in FILES.items():
            file = served / (f"{name}.whl" if name in ("nouns", "places") else f"{name}.tgz")
            _pack(file, parts)
            table[name] = {
                "title": name, "licence": "none", "url": f"http://127.0.0.1:{server.server_port}/{file.name}",
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(), "holds": list(parts),
            }  # fmt: skip
        monkeypatch.setattr(lexicon.resources, "load", lambda name: table)
        monkeypatch.setattr(lexicon, "WIDTH", 2)
        yield table
        server.shutdown()


def _pack(file: Path, parts: dict[str, str]) -> None:
    if file.suffix == ".whl":
        with zipfile.ZipFile(file, "w") as wheel:
            for name, content in parts.items():
                wheel.writestr(name, content)
        return
    with tarfile.open(file, "w:gz") as archive:
        for name, content in parts.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))


def test_lists_become_rows_that_words_are_found_in(sources: object, tmp_path: Path) -> None:
    tables = lexicon.made(tmp_path / "lexicon")
    row = Lexicon(tmp_path / "lexicon" / LEXICON)

    def marks(word: str) -> set[str]:
        return {name for name, value in zip(lexicon.MARKS, tables.marks[row(word)], strict=True) if value}

    assert row("Mozilla") == row("mozilla") == row("MOZILLA") != 0
    assert row("Qwrtzuiop") == row("12") == row("-chen") == row("Улм") == row("Bad Ems") == 0
    assert not tables.marks[0].any()
    assert marks("Pavian") == {"known", "noun", "de"}
    assert marks("Webers") >= {"known", "surname"}
    assert "noun" not in marks("Webers")
    assert marks("Ulm") >= {"known", "place"}
    assert marks("Togo") >= {"known", "country"}
    assert marks("Lindau") >= {"known", "town"}
    assert (row("Xyzstadt"), row("Xyzburgia")) == (0, 0)  # small, and never read
    assert marks("Smith") >= {"known", "us_surname"}
    assert "us_surname" not in marks("Rare")
    assert marks("Mary") >= {"us_forename"}
    assert marks("und") == {"known", "de", "en"}

    assert tables.vectors.shape == (1 + 3, 2)
    moz, fal, the = (tables.vectors[tables.rows[row(word)]] for word in ("mozilla", "fallujah", "the"))
    assert np.linalg.norm(moz - fal) < np.linalg.norm(moz - the)
    assert tables.rows[row("Pavian")] == 0
    assert not tables.vectors[0].any()


def test_it_is_made_once(sources: dict[str, dict[str, object]], tmp_path: Path) -> None:
    first = lexicon.made(tmp_path / "lexicon")
    sources.clear()
    again = lexicon.made(tmp_path / "lexicon")
    assert np.array_equal(first.marks, again.marks)


def test_another_file_is_refused_by_name(sources: dict[str, dict[str, object]], tmp_path: Path) -> None:
    sources["names"]["sha256"] = "0" * 64
    with pytest.raises(FetchError, match=r"names\.tgz is not the file that is expected: SHA-256"):
        lexicon.made(tmp_path / "lexicon")
    assert not (tmp_path / "lexicon" / "names.tgz").exists()
    sources["names"]["url"] = str(sources["names"]["url"]).replace("names", "nothing")
    with pytest.raises(FetchError, match=r"nothing\.tgz: the server says 404"):
        lexicon.made(tmp_path / "lexicon")


def test_the_lists_are_named_with_their_licences() -> None:
    for source in lexicon.sources():
        assert source["title"]
        assert source["licence"]
        assert len(source["sha256"]) == 64
