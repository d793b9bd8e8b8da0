"""Inputs and stores at addresses: the same names, the same order, the same table as on the disk."""

from __future__ import annotations

import pickle
import socket
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from depesche import remote, store
from depesche.config import Settings
from depesche.errors import DocumentError, MissingExtraError, StoreError, UsageError
from depesche.ingest import Item, Walked, walk
from depesche.run import run, upload

fsspec = pytest.importorskip("fsspec", reason="needs fsspec: pip install 'depesche[scale]'")
pytest.importorskip("platformdirs")

NAMES = ("b/2.txt", "b/1.txt", "a.txt", "a.md", "b.txt", "c/d/e.txt", "Ä b.txt", "10.txt", "9.txt", "box.jsonl", ".h/x.txt")


@pytest.fixture
def bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The files of the folder ``texts`` at an address in memory."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    address = f"memory://{uuid.uuid4().hex}"
    for i, name in enumerate(NAMES):
        text = f"Huawei wurde im Mai {2010 + i} auf die Entity List gesetzt. Am Dienstag traf Joe Biden Olaf Scholz."
        data = '{"text": "ZTE was added to the Entity List in May 2019."}\n{"text": \n' if name == "box.jsonl" else text
        remote.write_bytes(f"{address}/texts/{name}", data.encode())
        remote.write_bytes(str(tmp_path / "texts" / name), data.encode())
    yield address
    remote.remove(address)


def without_places(path: Path, root: str) -> dict[str, list[tuple[Any, ...]]]:
    def plain(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(value.replace(root, "") if isinstance(value, str) else value for value in row)

    with store.reading(path) as connection:
        names = [name for name in store.TABLES if name != "runs"]
        for table in ("documents", "failures"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchall() != [(0,)]
        columns = {
            name: ", ".join(f'"{row[0]}"' for row in connection.execute(f"DESCRIBE {name}").fetchall()
                            if row[0] not in ("run_id", "fingerprint"))
            for name in names
        }
        return {
            name: sorted((plain(row) for row in connection.execute(f"SELECT {columns[name]} FROM {name}").fetchall()), key=repr)
            for name in names
        }


def test_a_folder_at_an_address_is_walked_as_on_the_disk(bucket: str, tmp_path: Path) -> None:
    def found(path: str) -> list[tuple[str, int | None, int | None]]:
        return [(one.doc_id, one.ordinal, one.size if isinstance(one, Item) else None)
                for one in walk([path]) if not isinstance(one, Walked)]

    here = found(str(tmp_path / "texts"))
    assert len(here) == len(NAMES)
    assert found(f"{bucket}/texts") == found(f"{bucket}/texts/") == here
    assert found(f"file://{tmp_path}/texts") == here
    assert [one[0] for one in found(f"{bucket}/texts/b/*.txt")] == ["1", "2"]
    assert [one[0] for one in found(f"{bucket}/texts/b/1.txt")] == ["1"]


def test_a_run_from_an_address_gives_the_table_of_the_files(bucket: str, tmp_path: Path) -> None:
    here, there = tmp_path / "here.duckdb", tmp_path / "there.duckdb"
    run([str(tmp_path / "texts")], here, Settings())
    summary = run([f"{bucket}/texts"], there, Settings())
    assert (summary.documents, summary.failed) == (len(NAMES) - 1, 1)
    root = remote.find(bucket)
    assert root
    assert without_places(there, root.address) == without_places(here, str(tmp_path))
    assert run([f"{bucket}/texts"], there, Settings()).unchanged == len(NAMES)


@pytest.fixture
def google(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A bucket of Google's kind on a server of this machine."""
    emulator = pytest.importorskip("gcp_storage_emulator.server", reason="needs gcp-storage-emulator")
    pytest.importorskip("gcsfs", reason="needs gcsfs")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("STORAGE_EMULATOR_HOST", f"http://127.0.0.1:{port}")
    monkeypatch.setenv("GCSFS_EXPERIMENTAL_ZB_HNS_SUPPORT", "false")  # it asks for credentials first
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    server = emulator.create_server("127.0.0.1", port, in_memory=True, default_bucket="letters")
    server.start()
    yield "gs://letters"
    server.stop()


def test_a_run_in_a_bucket_of_google_goes_on_there(google: str, tmp_path: Path) -> None:
    for name in ("b/ä 1.txt", "a.txt"):
        remote.write_bytes(f"{google}/texts/{name}", b"Huawei wurde im Mai 2019 auf die Entity List gesetzt.")
    target = f"{google}/out/events.duckdb"
    assert run([f"{google}/texts"], target, Settings()).documents == 2
    upload.copy_of(target).unlink()  # another machine has no copy of it
    upload.copy_of(target).with_name("events.duckdb.version").unlink()
    assert run([f"{google}/texts/*.txt", f"{google}/texts/b"], target, Settings()).unchanged == 2
    remote.fetch(target, tmp_path / "fetched.duckdb")
    with store.reading(tmp_path / "fetched.duckdb") as connection:
        rows = connection.execute("SELECT DISTINCT event_type, target FROM events").fetchall()
    assert rows == [("LIST_ADD", "Huawei")]
    remote.remove(f"{google}/texts")
    assert remote.find(f"{google}/texts") is None


def test_a_store_at_an_address_is_put_there_whole_and_goes_on(bucket: str, tmp_path: Path) -> None:
    target = f"{bucket}/out/events.duckdb"
    assert run([f"{bucket}/texts"], target, Settings()).documents == len(NAMES) - 1
    upload.copy_of(target).unlink() # another machine has no copy of it
    upload.copy_of(target).with_name("events.duckdb.version").unlink()
    assert run([f"{bucket}/texts"], target, Settings()).unchanged == len(NAMES)
    remote.fetch(target, tmp_path / "fetched.duckdb")
    with store.reading(tmp_path / "fetched.duckdb") as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(len(NAMES) - 1,)]


def test_a_store_that_somebody_else_has_changed_is_not_overwritten(bucket: str) -> None:
    target = f"{bucket}/out/events.duckdb"
    copy = upload.copy_of(target)
    copy.write_bytes(b"ours")
    upload.fetch(target, copy)
    remote.write_bytes(target, b"theirs")
    with pytest.raises(StoreError, match="changed by somebody else"):
        upload.deliver(copy, target)
    assert remote.read_bytes(target) == b"theirs"


@pytest.mark.parametrize(("address", "message"), [
    ("memory://nowhere/at/all", "does not exist"),
    ("memory://nowhere/*.txt", "nothing matches"),
    ("quatsch://bucket/a.txt", "quatsch"),
])
def test_wrong_addresses_are_refused(address: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        walk([address])


def test_the_package_that_a_scheme_needs_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "adlfs", None)
    with pytest.raises(UsageError, match="pip install adlfs"):
        walk(["abfs://bucket/letters"])
    monkeypatch.setitem(__import__("sys").modules, "fsspec", None)
    with pytest.raises(MissingExtraError, match=r"depesche\[scale\]"):
        walk(["s3://bucket/letters"])


def test_errors_travel_between_processes() -> None:
    for error in (DocumentError("empty", "letter.txt: is empty"), MissingExtraError("torch", "train")):
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
