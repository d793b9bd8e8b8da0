"""Joins the rooms: what `depesche annotate` and `depesche run` do."""

from __future__ import annotations

import json
import math
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche import __version__, ingest, models, remote
from depesche.config import Settings
from depesche.errors import StoreError
from depesche.ingest import Failure, Walked
from depesche.records import Record, stable_id
from depesche.resources import LANGUAGES
from depesche.run import upload
from depesche.run.desk import Desk, write_whole
from depesche.run.document import annotate_document, with_evidence
from depesche.run.parts import Done
from depesche.run.shards import Shard, cut, map_shards

if TYPE_CHECKING:
    import duckdb

__all__ = ["Summary", "annotate_document", "annotate_paths", "measure", "model_info", "run", "with_evidence"]


@dataclass(slots=True)
class Summary:
    """What a run did, for the table at its end."""

    documents: int = 0
    unchanged: int = 0
    langs: Counter[str] = field(default_factory=Counter)
    event_types: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    n_bytes: int = 0
    seconds: float = 0.0
    interrupted: bool = False

    def add(self, results: Iterable[Done]) -> None:
        for done in results:
            self.n_bytes += done.n_bytes
            self.unchanged += done.unchanged
            self.documents += len(done.langs)
            self.langs.update(done.langs)
            self.event_types.update(done.event_types)
            if done.failed_before:
                self.failures[done.failed_before] += 1
                self.examples.setdefault(done.failed_before, f"{done.member or done.path} (set aside earlier)")
            for failure in done.failures:
                self.failures[failure.reason] += 1
                self.examples.setdefault(failure.reason, failure.message)

    def leave_out(self, copies: Iterable[Record]) -> None:
        """Documents that turned out to be in the store already are no documents of this run."""
        for copy in copies:
            self.documents -= 1
            self.langs -= Counter([copy.lang])
            self.event_types -= Counter(event.event_type for event in copy.events)
            self.failures["duplicate"] += 1
            self.examples.setdefault("duplicate", copy.doc_id)

    @property
    def failed(self) -> int:
        """Failures that need somebody's attention; a second copy of a document needs none."""
        return sum(self.failures.values()) - self.failures["duplicate"]


Progress = Callable[[Summary], None]


def annotate_paths(
    paths: Sequence[str], settings: Settings, summary: Summary, progress: Progress | None = None, *, without: str = ""
) -> Generator[str | Failure, None, None]:
    """The records of ``paths`` as JSON lines in input order, with the failures where they occurred.

    :param summary: counts along. :param without: a file that is passed over in folders: what is being written.
    :raises UsageError: when a path does not exist or its format is unknown.
    """
    shards = (shard for shard, _ in cut(ingest.walk(paths, settings.read, without), settings))
    with closing(_mapped(shards, settings, None, paths)) as results:
        for result, _ in results:
            summary.add(result)
            for done in result:
                yield from done.records
                yield from done.failures
            if progress:
                progress(summary)


def _mapped(
    shards: Iterable[Shard], settings: Settings, folder: str | None, paths: Sequence[str]
) -> Generator[tuple[list[Done], str | None], None, None]:
    """Results in the order of the shards, each with the place of the part that a worker has written, if one has."""
    if settings.engine == "ray":
        from depesche.run import cluster

        yield from cluster.map_shards(shards, settings, folder, paths)
        return
    with closing(map_shards(shards, settings)) as results:
        for result in results:
            yield result, None


def run(
    paths: Sequence[str], output: Path | str, settings: Settings, progress: Progress | None = None
) -> Summary:
    """Read, extract, merge and store; see :mod:`depesche.store` for what readers see meanwhile.

    Inputs that the store holds already, read with the same settings, are skipped. After Ctrl-C the finished shards
    are stored and the summary says so; after a kill the next run stores them.

    :param output: the store, a path or an address (``s3://…``): there it is put as a whole at the end.
    :raises UsageError: when a path does not exist or its format is unknown.
    :raises StoreError: when the store cannot be used or another run is writing it.
    :raises ClusterError: when the cluster cannot be used.
    """
    from depesche import store

    started = time.monotonic()
    target = remote.plain(str(output))
    walk = ingest.walk(paths, settings.read)
    store_path = upload.copy_of(target) if remote.is_remote(target) else Path(target).resolve()
    if store_path.is_dir():
        raise StoreError(f"{store_path}: is a folder; name a file, such as {store_path / 'events.duckdb'}")
    if not store_path.parent.is_dir():
        raise StoreError(f"{store_path.parent}: no such folder to write {store_path.name} to")
    summary = Summary()
    with store.locked(store_path):
        if remote.is_remote(target):
            upload.fetch(target, store_path)
        _run_locked(paths, walk, store_path, settings, summary, progress)
        if remote.is_remote(target):
            upload.deliver(store_path, target)
    summary.seconds = time.monotonic() - started
    return summary


def _run_locked(
    paths: Sequence[str],
    walk: Iterator[ingest.Item | Failure | Walked],
    store_path: Path,
    settings: Settings,
    summary: Summary,
    progress: Progress | None,
) -> None:
    from depesche import store

    now = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    arguments = {"paths": list(paths), **asdict(settings.read), "lang": settings.lang, "detector": settings.detector}
    row = {
        "run_id": stable_id(settings.fingerprint, *paths), "started_at": str(now), "finished_at": str(now),
        "version": __version__, "model_version": settings.model_version, "arguments": json.dumps(arguments),
    }
    folder = None
    if settings.engine == "ray":
        folder = remote.join(settings.work or f"{store_path}.parts", stable_id(row["run_id"], str(store_path)))
    desk = Desk(store_path, row, math.inf if folder else settings.publish_seconds)
    desk.recover()
    with ExitStack() as stack:
        old = stack.enter_context(store.reading_or_none(store_path))
        shards = cut(walk, settings)
        ends: deque[dict[str, int]] = deque()
        results = stack.enter_context(closing(_mapped(_with_known(shards, old, ends), settings, folder, paths)))
        try:
            for result, part in results:
                summary.add(result)
                desk.put(result, ends.popleft(), part)
                if progress:
                    progress(summary)
        except KeyboardInterrupt:
            summary.interrupted = True
    desk.publish()
    if folder and not summary.interrupted:
        remote.remove(folder)
        if not settings.work:
            Path(folder).parent.rmdir()
    summary.leave_out(desk.copies)


def _with_known(
    shards: Iterable[tuple[Shard, dict[str, int]]],
    connection: duckdb.DuckDBPyConnection | None,
    ends: deque[dict[str, int]],
) -> Iterator[Shard]:
    from depesche import store

    for shard, walked in shards:
        ends.append(walked)
        if connection is not None:
            keys = [(entry.path, entry.ordinal) for entry in shard.entries]
            shard = replace(shard, known=store.known(connection, keys))  # noqa: PLW2901
        yield shard


def measure(
    gold: Path, predicted: Path | None = None, *, model: str = "", every: int = 1, workers: int = 1
) -> dict[str, Any]:
    """Figures of predictions against a gold file of any kind; without predictions, of what the model reads now.

    :param every: measure on the last of every so many texts alone.
    :raises UsageError: a file cannot be read. :raises ModelError: there is no such model.
    """
    from depesche import evaluate
    from depesche.encoder import Encoder

    if predicted is None and evaluate.for_encoder(gold):
        return evaluate.evaluate_encoder(gold, Encoder(models.folder(model)), every)
    if predicted is not None:
        return evaluate.evaluate(gold, predicted, every)
    with _predicted(gold, Settings(workers=workers, model=model), every) as records:
        return evaluate.evaluate(gold, records, every)


@contextmanager
def _predicted(gold: Path, settings: Settings, every: int) -> Iterator[Path]:
    """A temporary file with the records that we find in the texts of a gold file."""
    import tempfile

    from depesche import evaluate

    with tempfile.TemporaryDirectory() as folder:
        texts, predicted = Path(folder, "texts.jsonl"), Path(folder, "predicted.jsonl")
        write_whole(texts, (json.dumps(record, ensure_ascii=False) for record in evaluate.inputs(gold, every)))
        results = annotate_paths([str(texts)], settings, Summary())
        write_whole(predicted, (result for result in results if isinstance(result, str)))
        yield predicted


def model_info(name: str = "") -> dict[str, Any]:
    """A model's name, labels, pipeline and figures, and the event types with rules."""
    from depesche import annotate
    from depesche.events import grammar

    described = models.describe(name)
    info: dict[str, Any] = {
        "name": described["name"], "version": described["version"], "folder": str(models.folder(name)),
        "layers": described["layers"],
        "labels": sorted({tag[2:] for tag in described["tags"] if tag != "O"}),
    }
    info |= {f"pipeline {lang}": annotate.load(lang, model=name).pipe_names for lang in LANGUAGES}
    info["event types"] = sorted({frame.event_type for lang in LANGUAGES for frame in grammar.frames(lang)})
    return info
