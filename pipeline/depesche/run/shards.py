"""Inputs are cut into shards; one function does one shard, and one process or several map it over all of them."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from depesche import ingest
from depesche.config import Settings
from depesche.errors import DocumentError, MissingExtraError, ResourceError
from depesche.ingest import Failure, Walked
from depesche.records import stable_id
from depesche.resources import LANGUAGES
from depesche.run.document import annotate_document

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from depesche.store import Known

logger = logging.getLogger(__name__)

FIRST_SHARD = 20
RENEW_AFTER = 10_000
_age: Counter[str] = Counter()


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
    looked = [_look(entry, shard.known, settings) for entry in shard.entries]
    with ExitStack() as zones:
        if any(data is not None for _, data in looked):
            from depesche import annotate

            for lang in LANGUAGES:
                zones.enter_context(annotate.pipeline(lang).memory_zone())
        results = [
            done if data is None or isinstance(entry, Failure) else _annotated(entry, data, done, settings)
            for entry, (done, data) in zip(shard.entries, looked, strict=True)
        ]
    _renew(sum(len(done.records) for done in results))
    return results


def _renew(documents: int) -> None:
    """Build the pipelines anew now and then.

    spaCy's string store forgets the words of a memory zone, but its table keeps some 28 bytes of room for each.
    """
    from depesche import annotate

    _age["documents"] += documents
    if _age["documents"] >= RENEW_AFTER:
        _age.clear()
        annotate.pipeline.cache_clear()


def _look(
    entry: ingest.Item | Failure, known: Mapping[tuple[str, int], Known], settings: Settings
) -> tuple[Done, bytes | None]:
    """What is there to read: nothing where the store has it already or where it cannot be loaded."""
    failure, data = (entry, b"") if isinstance(entry, Failure) else _load(entry, settings)
    seen = (failure.reason, failure.message) if failure else (hashlib.sha256(data).hexdigest(), entry.doc_id)
    done = Done(entry.path, entry.ordinal, entry.member, stable_id(settings.fingerprint, *seen), len(data))
    before = known.get((entry.path, entry.ordinal))
    if before and before.fingerprint == done.fingerprint:
        return replace(done, unchanged=True, failed_before=before.failure), None
    return (replace(done, failures=(failure,)), None) if failure else (done, data)


def _annotated(item: ingest.Item, data: bytes, done: Done, settings: Settings) -> Done:
    records: list[str] = []
    failures: list[Failure] = []
    langs: list[str] = []
    types: list[str] = []
    for document in ingest.read(item, data, settings.read):
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
            failures.append(_failure(item, "internal", f"{item.member or item.path}: {type(error).__name__}: {error}; "
                                     "please report this"))
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


def cut(
    entries: Iterable[ingest.Item | Failure | Walked], settings: Settings
) -> Iterator[tuple[Shard, dict[str, int]]]:
    """Cut the stream into shards, each with the files that it completes.

    The first ones are small, so that little is lost when a run ends early.
    """
    batch: list[ingest.Item | Failure] = []
    walked: dict[str, int] = {}
    size, limit = 0, FIRST_SHARD
    for entry in entries:
        if isinstance(entry, Walked):
            walked[entry.path] = entry.count
            continue
        batch.append(entry)
        size += _size(entry)
        if len(batch) >= min(limit, settings.shard_documents) or size >= settings.shard_bytes:
            yield Shard(tuple(batch)), walked
            batch, walked, size, limit = [], {}, 0, 2 * limit
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
            process.kill()
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


def _die_with(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
