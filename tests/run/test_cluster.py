"""Ray on a cluster of two nodes on this machine: what dies on the way changes nothing in the table."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from depesche import store
from depesche.config import Settings
from depesche.errors import ClusterError
from depesche.run import Summary, annotate_paths, run

ray = pytest.importorskip("ray", reason="needs Ray: pip install 'depesche[scale]'")

NAMES = ["Huawei", "ZTE", "Hikvision", "SMIC", "Kaspersky", "Rosneft", "Gazprom", "Sberbank"]
DEADLY = "Dieser Brief bringt jeden um, der ihn liest."


class Nodes:
    """The cluster, with a second node that can be taken away and comes back."""

    def __init__(self) -> None:
        from ray.cluster_utils import Cluster

        self.cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, **SMALL})
        self.second = self.cluster.add_node(num_cpus=1, **SMALL)
        self.settings = Settings(
            engine="ray", ray_address=self.cluster.address, workers=2, shard_documents=6,
        )

    def lose_one(self) -> None:
        self.cluster.remove_node(self.second, allow_graceful=False)

    def heal(self) -> None:
        if self.second not in self.cluster.list_all_nodes():
            self.second = self.cluster.add_node(num_cpus=1, **SMALL)


SMALL = {"object_store_memory": 100 << 20, "include_dashboard": False}


@pytest.fixture(scope="module")
def bucket() -> Iterator[str]:
    """A bucket on a server of this machine; the nodes are started after it, and so know where it is."""
    moto = pytest.importorskip("moto.server", reason="needs moto[server]")
    pytest.importorskip("s3fs", reason="needs s3fs")
    import s3fs

    server = moto.ThreadedMotoServer("127.0.0.1", port=0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("AWS_ENDPOINT_URL", f"http://{host}:{port}"), ("AWS_ACCESS_KEY_ID", "x"),
                            ("AWS_SECRET_ACCESS_KEY", "x"), ("AWS_DEFAULT_REGION", "us-east-1")):
            patch.setenv(name, value)
        s3fs.S3FileSystem().mkdir("letters")
        yield "s3://letters"
    server.stop()


@pytest.fixture(scope="module")
def nodes(bucket: str) -> Iterator[Nodes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        found = Nodes()
        yield found
        found.cluster.shutdown()


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty short articles, one file that cannot be read, and one text twice."""
    folder = tmp_path_factory.mktemp("cluster") / "texts"
    folder.mkdir()
    rng = random.Random(1)
    for i in range(40):
        name, year = rng.choice(NAMES), rng.randint(2014, 2023)
        german = f"{name} wurde im Mai {year} auf die Entity List des US-Handelsministeriums gesetzt. Brief {i}."
        english = f"The Commerce Department added {name} to the Entity List in May {year}. Letter {i}."
        (folder / f"{i:04d}.txt").write_text(german if i % 2 else english, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def local(texts: Path) -> Path:
    path = texts.parent / "local.duckdb"
    run([str(texts)], path, Settings(shard_documents=6))
    return path


class StopError(Exception):
    pass


def stopping_at(documents: int) -> Callable[[Summary], None]:
    def progress(summary: Summary) -> None:
        if summary.documents >= documents:
            raise StopError

    return progress


def once(action: Callable[[], object]) -> Callable[[Summary], None]:
    done: list[object] = []

    def progress(summary: Summary) -> None:
        if not done and summary.documents:
            done.append(action())

    return progress


def digest(path: Path) -> str:
    """Of all tables in order, but for the diary of runs."""
    found = hashlib.sha256()
    with store.reading(path) as connection:
        for name in sorted(set(store.TABLES) - {"runs"}):
            found.update(repr(connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()).encode())
    return found.hexdigest()


def actors() -> list[psutil.Process]:
    family = psutil.Process().children(recursive=True)
    return [process for process in family if "ray::Worker" in " ".join(process.cmdline())]


def shas(folder: Path) -> list[str]:
    return [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*.parquet"))]


def test_the_parts_and_the_table_are_those_of_a_local_run(
    nodes: Nodes, texts: Path, local: Path, tmp_path: Path
) -> None:
    for engine, settings in (("local", Settings(shard_documents=6)), ("ray", nodes.settings)):
        with pytest.raises(StopError):
            run([str(texts)], tmp_path / f"{engine}.duckdb", settings, stopping_at(40))
    here, there = shas(tmp_path / "local.duckdb.work"), shas(tmp_path / "ray.duckdb.parts")
    assert len(here) == 7
    assert there == here
    written = {path: path.stat().st_mtime_ns for path in (tmp_path / "ray.duckdb.parts").rglob("*.parquet")}
    path, kept = tmp_path / "ray.duckdb", {}

    def look(summary: Summary) -> None:
        kept.update({part: part.stat().st_mtime_ns for part in written})

    summary = run([str(texts)], path, nodes.settings, look)
    assert kept == written, "finished shards are not done again"
    assert (summary.documents, dict(summary.failures)) == (40, {"empty": 1})
    assert digest(path) == digest(local)
    assert not (tmp_path / "ray.duckdb.parts").exists()
    assert run([str(texts)], path, nodes.settings).unchanged == 41


def test_a_killed_actor_changes_nothing(nodes: Nodes, texts: Path, local: Path, tmp_path: Path) -> None:
    killed = []

    def kill() -> None:
        victim = actors()[0]
        victim.kill()
        killed.append(victim.pid)

    summary = run([str(texts)], tmp_path / "events.duckdb", nodes.settings, once(kill))
    assert killed
    assert (summary.documents, dict(summary.failures)) == (40, {"empty": 1})
    assert digest(tmp_path / "events.duckdb") == digest(local)


def test_a_lost_node_changes_nothing(nodes: Nodes, texts: Path, local: Path, tmp_path: Path) -> None:
    summary = run([str(texts)], tmp_path / "events.duckdb", nodes.settings, once(nodes.lose_one))
    assert nodes.second not in nodes.cluster.list_all_nodes()
    nodes.heal()
    assert (summary.documents, dict(summary.failures)) == (40, {"empty": 1})
    assert digest(tmp_path / "events.duckdb") == digest(local)


def test_what_kills_every_worker_is_set_aside(nodes: Nodes, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for i in range(4):
        (folder / f"{i}.txt").write_text(DEADLY if i == 2 else f"ZTE kam im Mai {2010 + i} auf die Liste.")
    ray.init(address=nodes.cluster.address, log_to_driver=False, runtime_env={"worker_process_setup_hook": deadly()})
    try:
        summary = run([str(folder)], tmp_path / "events.duckdb", nodes.settings)
        assert ray.is_initialized(), "a connection that was open stays open"
    finally:
        ray.shutdown()
    assert (summary.documents, dict(summary.failures)) == (3, {"crashed": 1})
    with store.reading(tmp_path / "events.duckdb") as connection:
        (failure,) = connection.execute("SELECT doc_id, reason, message FROM failures").fetchall()
    assert failure[:2] == ("2", "crashed")
    assert "2.txt" in failure[2]


def deadly() -> Callable[[], None]:
    """Puts a reader of texts into each worker that ends its process over the deadly one."""
    def hook(words: str = DEADLY) -> None:
        from dataclasses import replace

        from depesche.ingest import formats

        honest = formats.FORMATS["txt"].read
        assert honest is not None

        def read(source: Any, data: bytes, options: Any) -> Any:
            if words.encode() in data:
                os._exit(9)
            return honest(source, data, options)

        formats.FORMATS["txt"] = replace(formats.FORMATS["txt"], read=read)  # type: ignore[index]

    return hook


def test_a_killed_driver_goes_on_where_it_was_in_a_bucket(
    nodes: Nodes, texts: Path, local: Path, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import s3fs

    files = s3fs.S3FileSystem()
    files.put(str(texts), "letters/texts", recursive=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    command = [
        sys.executable, "-m", "depesche.cli", "run", f"{bucket}/texts", "-o", f"{bucket}/out/events.duckdb", "--json",
        "--engine", "ray", "--ray-address", nodes.cluster.address, "--workers", "2", "--work", f"{bucket}/parts",
    ]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        for _ in range(600):
            files.invalidate_cache()
            if files.glob("letters/parts/*/*.parquet"):
                break
            time.sleep(0.1)
        child.kill()
    first = {info["Key"]: info["ETag"] for info in files.find("letters/parts", detail=True).values()}
    assert any(name.endswith(".parquet") for name in first)
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    summary = json.loads(done.stdout)
    assert (done.returncode, summary["documents"], summary["failures"]["empty"]["count"]) == (1, 40, 1), done.stderr
    files.get("letters/out/events.duckdb", str(tmp_path / "there.duckdb"))
    assert texts_of(tmp_path / "there.duckdb") == texts_of(local)
    files.invalidate_cache()
    assert not files.glob("letters/parts/*/*.parquet")


def texts_of(path: Path) -> list[tuple[Any, ...]]:
    with store.reading(path) as connection:
        return connection.execute(
            "SELECT doc_id, quote_start, quote_end, quote, event_type, target, time_edtf, modality, event_id "
            "FROM event_mentions ORDER BY ALL"
        ).fetchall()


def test_records_come_in_order_too(nodes: Nodes, texts: Path) -> None:
    assert list(annotate_paths([str(texts)], nodes.settings, Summary())) == list(
        annotate_paths([str(texts)], Settings(), Summary())
    )


def test_a_work_folder_that_a_node_cannot_read_ends_the_run_at_once(nodes: Nodes, texts: Path, tmp_path: Path) -> None:
    from depesche.run.cluster import Reach

    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "token").write_text("token")
    assert list(Reach(str(folder), "token", (str(texts),)).missing()) == []
    problems = list(Reach(str(tmp_path / "elsewhere"), "token", ("/no/such/letters",)).missing())
    assert ["--work s3://bucket/folder" in problems[0], "/no/such/letters" in problems[1]] == [True, True]
    with pytest.raises(ClusterError, match="nothing can be written"):
        run([str(texts)], tmp_path / "events.duckdb", Settings(engine="ray", work="/proc/no"))


def test_no_cluster_at_the_address(texts: Path, tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="no Ray cluster answers"):
        run([str(texts)], tmp_path / "events.duckdb", Settings(engine="ray", ray_address="127.0.0.1:1"))
