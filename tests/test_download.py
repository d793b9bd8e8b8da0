"""Corpora fetched from a folder, from an address, and from where they are published; real files over real HTTP."""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from conftest import SHARED, needs_shared
from depesche import corpora, download
from depesche.download import fetch
from depesche.errors import UsageError

FILE = "entities/x.jsonl.gz"
CONTENT = gzip.compress(b'{"id": "1", "tokens": ["IBM"], "tags": ["B-ORG"]}\n', mtime=0)
TREES = b"1\tIm\tin\tADP\t_\t_\t0\troot\t_\t_\n\n"


@pytest.fixture
def one(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalogue of a converted corpus and a treebank."""
    name = hashlib.sha1(b"blob %d\0" % len(TREES) + TREES).hexdigest()
    entries = {
        "news": {"url": "https://news.example/corpus", "licence": "CC BY 4.0",
                 "files": {FILE: hashlib.sha256(CONTENT).hexdigest()}},
        "trees": {"url": "https://trees.example", "licence": "CC BY-SA 4.0", "files": {"treebanks/t.conllu.gz": "0" * 64},
                  "blobs": {"treebanks/t.conllu.gz": f"some/trees {name}"}},
    }  # fmt: skip
    monkeypatch.setattr(download, "catalogue", lambda: entries)


@pytest.fixture
def mirror(tmp_path: Path) -> Path:
    path = tmp_path / "mirror" / FILE
    path.parent.mkdir(parents=True)
    path.write_bytes(CONTENT)
    return tmp_path / "mirror"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


class Breaks(BaseHTTPRequestHandler):
    """Promises more than it sends."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(CONTENT)))
        self.end_headers()
        self.wfile.write(CONTENT[:20])

    def log_message(self, *_: object) -> None:
        pass


class Blobs(BaseHTTPRequestHandler):
    """Gives contents by their names, and only as they are."""

    def do_GET(self) -> None:
        known = self.path == f"/repos/some/trees/git/blobs/{hashlib.sha1(b'blob %d' % len(TREES) + bytes(1) + TREES).hexdigest()}"
        self.send_response(200 if known and "raw" in self.headers["Accept"] else 404)
        self.end_headers()
        self.wfile.write(TREES)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def served(request: pytest.FixtureRequest, mirror: Path) -> Iterator[str]:
    handler = getattr(request, "param", None) or functools.partial(Quiet, directory=str(mirror))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("by", ["folder", "address"])
def test_a_mirror_is_copied_once(one: None, mirror: Path, served: str, tmp_path: Path, by: str) -> None:
    source = str(mirror) if by == "folder" else served + "/"
    (first,) = fetch(["news"], tmp_path / "data", source)
    assert (first.outcome, first.error) == ("fetched", None)
    assert first.path.read_bytes() == CONTENT
    (again,) = fetch(["news"], tmp_path / "data", "http://127.0.0.1:9")  # it is there: nobody is asked
    assert again.outcome == "there already"
    first.path.write_bytes(b"half of")
    (anew,) = fetch(["news"], tmp_path / "data", source)
    assert (anew.outcome, first.path.read_bytes()) == ("fetched", CONTENT)


@pytest.mark.parametrize("by", ["folder", "address"])
def test_what_is_not_the_file_is_refused(one: None, mirror: Path, served: str, tmp_path: Path, by: str) -> None:
    (mirror / FILE).write_bytes(b"changed")
    old = tmp_path / "data" / FILE
    old.parent.mkdir(parents=True)
    old.write_bytes(b"old")
    (found,) = fetch(["news"], tmp_path / "data", str(mirror) if by == "folder" else served)
    assert found.outcome == "failed"
    assert found.error is not None
    assert f"SHA-256 {hashlib.sha256(b'changed').hexdigest()}, not {hashlib.sha256(CONTENT).hexdigest()}" in found.error
    assert [path.name for path in old.parent.iterdir()] == ["x.jsonl.gz"]
    assert old.read_bytes() == b"old"


def test_what_is_not_there_is_named(one: None, mirror: Path, served: str, tmp_path: Path) -> None:
    (mirror / FILE).unlink()
    for source, message in ((str(mirror), f"{FILE}: no such file"), (served, "the server says 404 File not found"),
                            ("http://127.0.0.1:9", "no answer (")):  # fmt: skip
        (found,) = fetch(["news"], tmp_path / "data", source)
        assert found.outcome == "failed"
        assert message in (found.error or "")
    with pytest.raises(UsageError, match="no such folder"):
        list(fetch(["news"], tmp_path, str(tmp_path / "nothing")))
    with pytest.raises(UsageError, match="no corpus 'views' in the catalogue: news, trees"):
        list(fetch(["views"], tmp_path))


@pytest.mark.parametrize("served", [Breaks], indirect=True)
def test_a_broken_off_download_leaves_nothing(one: None, served: str, tmp_path: Path) -> None:
    (found,) = fetch(["news"], tmp_path / "data", served)
    assert "ended after 20 of" in (found.error or "")
    assert not list((tmp_path / "data" / "entities").iterdir())


def test_one_failure_does_not_stop_the_others(one: None, mirror: Path, tmp_path: Path) -> None:
    found = list(fetch([], tmp_path / "data", str(mirror)))
    assert [(f.corpus, f.outcome) for f in found] == [("news", "fetched"), ("trees", "failed")]


@pytest.mark.parametrize("served", [Blobs], indirect=True)
def test_a_treebank_comes_from_where_it_is_published(
    one: None, served: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(download, "BLOBS", served + "/repos/{repository}/git/blobs/{name}")
    (found,) = fetch(["trees"], tmp_path)
    assert (found.outcome, found.error) == ("fetched", None)
    assert gzip.decompress(found.path.read_bytes()) == TREES
    assert [f.outcome for f in fetch(["trees"], tmp_path)] == ["there already"]
    (other,) = fetch(["news"], tmp_path)
    assert other.error == (
        f"{FILE}: news is published in another form, at https://news.example/corpus; name a copy of the files as the "
        "catalogue has them with --mirror"
    )


def test_every_file_has_a_checksum_an_address_and_a_licence() -> None:
    for name, entry in corpora.catalogue().items():
        assert entry["url"].startswith("https://"), name
        assert entry["licence"]
        for file, sha in entry["files"].items():
            assert len(bytes.fromhex(sha)) == 32, file
        for file, blob in entry.get("blobs", {}).items():
            assert file in entry["files"]
            assert len(bytes.fromhex(blob.split()[1])) == 20


@needs_shared
def test_the_catalogue_is_that_of_the_corpora_we_measured_with(tmp_path: Path) -> None:
    found = list(fetch([], tmp_path, str(SHARED / "data")))
    assert [f.error for f in found if f.error] == []
    assert len(found) == len({file for entry in corpora.catalogue().values() for file in entry["files"]})
    # what git calls the treebanks is what the catalogue says
    assert {f.outcome for f in fetch(["ud_en_ewt_dev", "ud_de_gsd", "ud_de_pud", "ud_en_pud"], tmp_path)} == {"there already"}
    for name in ("ud_en_ewt_dev", "ud_de_gsd", "ud_de_pud", "ud_en_pud"):
        for file, blob in corpora.catalogue()[name]["blobs"].items():
            assert download._git_name(tmp_path / file) == blob.split()[1]


@needs_shared
def test_the_command(tmp_path: Path) -> None:
    def depesche(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "depesche.cli", "corpora", *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    done = depesche("fetch", "wikigold", "krauts", "-o", tmp_path, "--mirror", SHARED / "data", "--json")
    assert done.returncode == 0
    assert [json.loads(line)["outcome"] for line in done.stdout.splitlines()] == ["fetched", "fetched"]
    (tmp_path / "entities" / "en_wikigold.jsonl.gz").unlink()
    done = depesche("fetch", "wikigold", "-o", tmp_path)
    assert done.returncode == 1
    assert "wikigold is published in another form, at https://figshare.com/" in done.stderr
