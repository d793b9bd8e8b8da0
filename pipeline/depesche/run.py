"""Joins the rooms: inputs are cut into shards, one function does one shard, and any number of processes map it."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import time
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche import __version__, ingest
from depesche.config import Settings
from depesche.errors import DocumentError, MissingExtraError, ResourceError, StoreError
from depesche.ingest import Failure, Walked
from depesche.records import Date, Document, Entity, Quote, Record, Role, Span, stable_id
from depesche.resources import LANGUAGES

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    import duckdb

    from depesche.store import Known

logger = logging.getLogger(__name__)


# --- one document ----------------------------------------------------------------------------------------------


def annotate_document(document: Document, settings: Settings) -> Record:
    """Everything that is found in one document.

    A text that is neither German nor English comes back with its language and empty lists.
    """
    from depesche import annotate, dates, entities, events
    from depesche.language import Language, detect

    lang = settings.lang or document.lang
    if lang in LANGUAGES:
        language = Language(lang=lang, score=1.0, method="given", segments=())
    else:
        language = detect(document.text, engine=settings.detector)
    record = Record(
        doc_id=document.doc_id, lang=language.lang, lang_score=language.score, text=document.text,
        title=document.title, source=document.source, published=document.published, meta=document.meta,
    )
    if language.lang not in LANGUAGES:
        return record
    parts = annotate.parse(document.text, language)
    published = dates.publication(parts, document.published)
    found_dates = dates.find(parts, published)
    found_entities = entities.find(parts)
    record = replace(
        record, published=published, segments=language.segments, sentences=tuple(annotate.sentences(parts)),
        dates=tuple(found_dates), entities=tuple(found_entities),
        events=tuple(events.find(document.doc_id, parts, found_entities, found_dates)),
    )
    return with_evidence(record)


def with_evidence(record: Record) -> Record:
    """The record without the rows whose offsets do not give the words that they quote."""
    text = record.text

    def true(row: Entity | Date | Quote | Role) -> bool:
        return 0 <= row.start < row.end <= len(text) and text[row.start : row.end] == row.text

    def inside(span: Span | None) -> bool:
        return span is None or 0 <= span.start < span.end <= len(text)

    kept = replace(
        record,
        entities=tuple(e for e in record.entities if true(e)),
        events=tuple(
            e for e in record.events
            if true(e.quote) and e.trigger and all(map(inside, e.trigger)) and all(map(true, e.roles))
            and inside(e.attribution.source) and inside(e.attribution.cue)
        ),
    )
    lost = len(record.entities) + len(record.events) - len(kept.entities) - len(kept.events)
    if lost or not all(map(true, record.dates)):
        logger.error("%s: rows without evidence were not written; please report this", record.doc_id)
    if not all(map(true, record.dates)):
        # Events point at dates by position, so a false date takes the whole list with it.
        kept = replace(kept, dates=(), events=tuple(replace(e, time=None) for e in kept.events))
    return kept


# --- one shard -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shard:
    """:param known: what the store holds of these entries already, by (path, ordinal)."""

    entries: tuple[ingest.Item | Failure, ...]
    known: Mapping[tuple[str, int], Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Done:
    """What one entry gave: records as JSON lines, so that only their text travels between processes."""

    path: str
    ordinal: int
    member: str | None
    fingerprint: str
    n_bytes: int
    records: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    unchanged: bool = False
    failed_before: str | None = None
    langs: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()

    def to_json(self) -> str:
        head = {"path": self.path, "ordinal": self.ordinal, "member": self.member, "fingerprint": self.fingerprint,
                "failures": [asdict(f) for f in self.failures]}
        return f'{json.dumps(head, ensure_ascii=False)[:-1]}, "records": [{", ".join(self.records)}]}}'


def do_shard(shard: Shard, settings: Settings) -> list[Done]:
    """Read and annotate one shard; what cannot be read or breaks an extractor becomes a failure."""
    from depesche import annotate

    with ExitStack() as zones:
        for lang in LANGUAGES:
            zones.enter_context(annotate.pipeline(lang).memory_zone())
        return [_do_entry(entry, shard.known, settings) for entry in shard.entries]


def _do_entry(
    entry: ingest.Item | Failure, known: Mapping[tuple[str, int], Known], settings: Settings
) -> Done:
    failure, data = (entry, b"") if isinstance(entry, Failure) else _load(entry, settings)
    seen = (failure.reason, failure.message) if failure else (hashlib.sha256(data).hexdigest(), entry.doc_id)
    done = Done(entry.path, entry.ordinal, entry.member, stable_id(settings.fingerprint, *seen), len(data))
    before = known.get((entry.path, entry.ordinal))
    if before and before.fingerprint == done.fingerprint:
        return replace(done, unchanged=True, failed_before=before.failure)
    if failure or isinstance(entry, Failure):
        return replace(done, failures=(failure,) if failure else ())
    records: list[str] = []
    failures: list[Failure] = []
    langs: list[str] = []
    types: list[str] = []
    for document in ingest.read(entry, data, settings.read):
        if isinstance(document, Failure):
            failures.append(document)
            continue
        try:
            record = annotate_document(document, settings)
            records.append(json.dumps(record.to_json(), ensure_ascii=False))
        except (ResourceError, MissingExtraError):
            raise
        except Exception as error:
            logger.exception("%s", document.doc_id)
            failures.append(_failure(entry, "internal", f"{type(error).__name__}: {error}; please report this"))
            continue
        langs.append(record.lang)
        types.extend(e.event_type for e in record.events)
    return replace(
        done, records=tuple(records), failures=tuple(failures), langs=tuple(langs), event_types=tuple(types)
    )


def _load(item: ingest.Item, settings: Settings) -> tuple[Failure | None, bytes]:
    try:
        return None, ingest.load(item, settings.read)
    except DocumentError as error:
        return _failure(item, error.reason, str(error)), b""


def _failure(item: ingest.Item | Failure, reason: str, message: str) -> Failure:
    return Failure(item.doc_id, item.path, item.ordinal, item.member, reason, message)


# --- all shards ------------------------------------------------------------------------------------------------


def _shards(
    entries: Iterable[ingest.Item | Failure | Walked], settings: Settings
) -> Iterator[tuple[Shard, dict[str, int]]]:
    """Cut the stream into shards, each with the files that it completes."""
    batch: list[ingest.Item | Failure] = []
    walked: dict[str, int] = {}
    size = 0
    for entry in entries:
        if isinstance(entry, Walked):
            walked[entry.path] = entry.count
            continue
        batch.append(entry)
        size += _size(entry)
        if len(batch) >= settings.shard_documents or size >= settings.shard_bytes:
            yield Shard(tuple(batch)), walked
            batch, walked, size = [], {}, 0
    if batch or walked:
        yield Shard(tuple(batch)), walked


def _size(entry: ingest.Item | Failure) -> int:
    if isinstance(entry, Failure):
        return 0
    if entry.data is not None:
        return len(entry.data)
    try:
        return Path(entry.path).stat().st_size
    except OSError:
        return 0


def map_shards(shards: Iterable[Shard], settings: Settings) -> Generator[list[Done], None, None]:
    """Results in the order of the shards, whatever the number of workers; a bounded number is under way."""
    if settings.workers <= 1:
        for shard in shards:
            yield do_shard(shard, settings)
        return
    pool = _Pool(settings)
    under_way: deque[tuple[Shard, Future[list[Done]]]] = deque()
    try:
        for shard in shards:
            under_way.append((shard, pool.submit(shard)))
            if len(under_way) >= 2 * settings.workers:
                yield pool.result(under_way)
        while under_way:
            yield pool.result(under_way)
    finally:
        pool.stop()


class _Pool:
    """A process pool that survives the death of a worker: the shard is done again entry by entry."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.executor = self._start(settings.workers)

    @staticmethod
    def _start(workers: int) -> ProcessPoolExecutor:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(workers, mp_context=context, initializer=_start_worker)

    def submit(self, shard: Shard) -> Future[list[Done]]:
        return self.executor.submit(do_shard, shard, self.settings)

    def result(self, under_way: deque[tuple[Shard, Future[list[Done]]]]) -> list[Done]:
        from concurrent.futures.process import BrokenProcessPool

        shard, future = under_way.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            logger.warning("a worker process died; its shard is done again document by document")
            self.stop()
            done = self._one_by_one(shard)
            self.executor = self._start(self.settings.workers)
            waiting = [(other, self.submit(other)) for other, _ in under_way]
            under_way.clear()
            under_way.extend(waiting)
            return done

    def _one_by_one(self, shard: Shard) -> list[Done]:
        from concurrent.futures.process import BrokenProcessPool

        results: list[Done] = []
        self.executor = self._start(1)
        for entry in shard.entries:
            try:
                results += self.submit(replace(shard, entries=(entry,))).result()
            except BrokenProcessPool:
                self.executor = self._start(1)
                message = f"{entry.member or entry.path}: the process that read it died, perhaps for want of memory"
                crash = _failure(entry, "crashed", message)
                results.append(
                    Done(entry.path, entry.ordinal, entry.member, stable_id(message), 0, failures=(crash,))
                )
        self.stop()
        return results

    def stop(self) -> None:
        for process in list((self.executor._processes or {}).values()):
            process.terminate()
        self.executor.shutdown(wait=False, cancel_futures=True)


def _start_worker() -> None:
    import multiprocessing
    import signal
    import threading

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        # A worker must not outlive a run that was killed.
        threading.Thread(target=_die_with, args=(parent,), daemon=True).start()
    from depesche import annotate

    annotate.load_all()


def _die_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


# --- the two commands ------------------------------------------------------------------------------------------


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
            self.documents += len(done.records)
            self.langs.update(done.langs)
            self.event_types.update(done.event_types)
            if done.failed_before:
                self.failures[done.failed_before] += 1
                self.examples.setdefault(done.failed_before, f"{done.member or done.path} (set aside earlier)")
            for failure in done.failures:
                self.failures[failure.reason] += 1
                self.examples.setdefault(failure.reason, failure.message)

    @property
    def failed(self) -> int:
        """Failures that need somebody's attention; a second copy of a document needs none."""
        return sum(self.failures.values()) - self.failures["duplicate"]


Progress = Callable[[Summary], None]


def annotate_paths(
    paths: Sequence[str], settings: Settings, summary: Summary, progress: Progress | None = None
) -> Generator[str | Failure, None, None]:
    """The records of ``paths`` as JSON lines in input order, with the failures where they occurred.

    :param summary: counts along.
    :raises UsageError: when a path does not exist or its format is unknown.
    """
    shards = (shard for shard, _ in _shards(ingest.walk(paths, settings.read), settings))
    with closing(map_shards(shards, settings)) as results:
        for result in results:
            summary.add(result)
            for done in result:
                yield from done.records
                yield from done.failures
            if progress:
                progress(summary)


def run(
    paths: Sequence[str], store_path: Path, settings: Settings, progress: Progress | None = None
) -> Summary:
    """Read, extract, merge and store; see :mod:`depesche.store` for what readers see meanwhile.

    Inputs that the store holds already, read with the same settings, are skipped. After Ctrl-C the finished shards
    are stored and the summary says so; after a kill the next run stores them.

    :raises UsageError: when a path does not exist or its format is unknown.
    :raises StoreError: when the store cannot be used or another run is writing it.
    """
    from filelock import FileLock, Timeout

    started = time.monotonic()
    walk = ingest.walk(paths, settings.read)
    store_path = store_path.resolve()
    if not store_path.parent.is_dir():
        raise StoreError(f"{store_path.parent}: no such folder to write {store_path.name} to")
    lock = FileLock(store_path.with_name(f".{store_path.name}.lock"), timeout=0)
    summary = Summary()
    try:
        with lock:
            _run_locked(paths, walk, store_path, settings, summary, progress)
    except Timeout:
        raise StoreError(f"{store_path}: another run is writing it; wait for it, or choose another name") from None
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
    desk = _Desk(store_path, row, settings.publish_seconds)
    desk.recover()
    with ExitStack() as stack:
        old = stack.enter_context(store.reading_or_none(store_path))
        cut = _shards(walk, settings)
        ends: deque[dict[str, int]] = deque()
        results = stack.enter_context(closing(map_shards(_with_known(cut, old, ends), settings)))
        try:
            for result in results:
                summary.add(result)
                desk.put(result, ends.popleft())
                if progress:
                    progress(summary)
        except KeyboardInterrupt:
            summary.interrupted = True
    desk.publish()


def _with_known(
    cut: Iterable[tuple[Shard, dict[str, int]]],
    connection: duckdb.DuckDBPyConnection | None,
    ends: deque[dict[str, int]],
) -> Iterator[Shard]:
    from depesche import store

    for shard, walked in cut:
        ends.append(walked)
        if connection is not None:
            keys = [(entry.path, entry.ordinal) for entry in shard.entries]
            shard = replace(shard, known=store.known(connection, keys))  # noqa: PLW2901
        yield shard


class _Desk:
    """Where finished shards lie, in order, until they are published."""

    def __init__(self, store_path: Path, row: dict[str, Any], publish_seconds: float) -> None:
        self.every = publish_seconds
        self.store_path = store_path
        self.folder = store_path.with_name(store_path.name + ".work")
        self.row = row
        self.count = 0
        self.walked: dict[str, int] = {}
        self.published_at = time.monotonic()
        self.publish_seconds = 0.0

    def recover(self) -> None:
        """Publish what a killed run had finished, under that run's name; make or migrate the store where needed."""
        from depesche import store

        note = self.folder / "run.json"
        if note.exists():
            ours, self.row = self.row, json.loads(note.read_text(encoding="utf-8"))
            self.publish()
            self.row = ours
        elif self.store_path.exists() and not store.is_current(self.store_path):
            self.publish()
        shutil.rmtree(self.folder, ignore_errors=True)

    def put(self, result: Sequence[Done], walked: Mapping[str, int]) -> None:
        new = [done for done in result if not done.unchanged]
        if new:
            self.folder.mkdir(exist_ok=True)
            if not self.count:
                _write_whole(self.folder / "run.json", [json.dumps(self.row)])
            _write_whole(self.folder / f"{self.count:08d}.jsonl", (done.to_json() for done in new))
            self.count += 1
        self.walked.update(walked)
        if time.monotonic() - self.published_at > max(self.every, 10 * self.publish_seconds):
            self.publish()

    def publish(self) -> None:
        from depesche import store

        started = time.monotonic()
        shards = sorted(self.folder.glob("*.jsonl"))
        current = store.is_current(self.store_path)
        if shards or not current or store.has_stale(self.store_path, self.walked):
            row = {**self.row, "finished_at": str(datetime.now(UTC).replace(microsecond=0, tzinfo=None))}
            store.publish(self.store_path, map(_read_shard, shards), walked=self.walked, run=row)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.count, self.walked = 0, {}
        self.published_at = time.monotonic()
        self.publish_seconds = self.published_at - started


def _write_whole(path: Path, lines: Iterable[str]) -> None:
    draft = path.with_suffix(".part")
    with draft.open("w", encoding="utf-8", newline="\n") as out:
        for line in lines:
            out.write(line + "\n")
        out.flush()
        os.fsync(out.fileno())
    draft.replace(path)


def _read_shard(path: Path) -> list[Any]:
    from depesche import store

    items = []
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            data = json.loads(line)
            data["records"] = tuple(Record.from_json(r) for r in data["records"])
            data["failures"] = tuple(Failure(**f) for f in data["failures"])
            items.append(store.Item(**data))
    return items


@contextmanager
def predict(gold: Path, *, workers: int = 1) -> Iterator[Path]:
    """A temporary file with the records that we find in the texts of a gold file."""
    import tempfile

    from depesche import evaluate

    with tempfile.TemporaryDirectory() as folder:
        texts, predicted = Path(folder, "texts.jsonl"), Path(folder, "predicted.jsonl")
        _write_whole(texts, (json.dumps(record, ensure_ascii=False) for record in evaluate.inputs(gold)))
        results = annotate_paths([str(texts)], Settings(workers=workers), Summary())
        _write_whole(predicted, (result for result in results if isinstance(result, str)))
        yield predicted


def model_info() -> dict[str, Any]:
    """What the annotator is made of: pipeline components by language, and the event types with rules."""
    from depesche import annotate
    from depesche.events import grammar

    info: dict[str, Any] = {f"pipeline {lang}": annotate.pipeline(lang).pipe_names for lang in LANGUAGES}
    info["event types"] = sorted({frame.event_type for lang in LANGUAGES for frame in grammar.frames(lang)})
    return info
