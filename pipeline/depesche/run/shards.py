"""Inputs are cut into shards; one function does one shard, and one process or several map it over all of them."""

from __future__ import annotations

import hashlib
import json
import logging
import os
from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from depesche import ingest, remote
from depesche.config import Settings
from depesche.errors import DocumentError
from depesche.ingest import Failure, Walked
from depesche.records import Document, Record, stable_id
from depesche.run import parts
from depesche.run.document import annotate_documents
from depesche.run.parts import Done

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from depesche.store import Known

logger = logging.getLogger(__name__)

FIRST_SHARD = 20
REQUESTS = 16
RENEW_AFTER = 10_000
_age: Counter[str] = Counter()


@dataclass(frozen=True, slots=True)
class Shard:
    """:param known: what the store holds of these entries already, by (path, ordinal)."""

    entries: tuple[ingest.Item | Failure, ...]
    known: Mapping[tuple[str, int], Known] = field(default_factory=dict)


def do_shard(shard: Shard, settings: Settings) -> list[Done]:
    """Read and annotate one shard; what cannot be read or breaks an extractor becomes a failure."""
    return _annotate(shard, _looked(shard, settings), settings)


def do_part(shard: Shard, settings: Settings, path: str) -> list[Done]:
    """The same, with the results written as a part to ``path`` and returned without their records.

    A part that a run before this one has finished there, from the same bytes, is taken as it is.
    """
    looked = _looked(shard, settings)
    wanted = [done.fingerprint for done, _ in looked if not done.unchanged]
    results = _finished(path, wanted)
    if results is None:
        results = _annotate(shard, looked, settings)
        if wanted:
            parts.write(path, results)
    else:
        results += [done for done, _ in looked if done.unchanged]
    return [replace(done, records=()) for done in results]


def _finished(path: str, fingerprints: Sequence[str]) -> list[Done] | None:
    try:
        results = parts.read(path)
    except OSError:
        return None
    return results if [done.fingerprint for done in results] == fingerprints else None


def crashed(entry: ingest.Item | Failure) -> Done:
    """What an entry gave that killed the process which read it."""
    message = f"{entry.member or entry.path}: the process that read it died, perhaps for want of memory"
    failure = _failure(entry, "crashed", message)
    return Done(entry.path, entry.ordinal, entry.member, stable_id(message), 0, failures=(failure,))


def _looked(shard: Shard, settings: Settings) -> list[tuple[Done, bytes | None]]:
    if any(remote.is_remote(entry.path) for entry in shard.entries):
        with ThreadPoolExecutor(REQUESTS) as threads: # a store far away answers many as quickly as one
            return list(threads.map(lambda entry: _look(entry, shard.known, settings), shard.entries))
    return [_look(entry, shard.known, settings) for entry in shard.entries]


def _annotate(shard: Shard, looked: Sequence[tuple[Done, bytes | None]], settings: Settings) -> list[Done]:
    with ExitStack() as zones:
        if any(data is not None for _, data in looked):
            from depesche import annotate

            for nlp in annotate.pipelines():
                zones.enter_context(nlp.memory_zone())
        results = _annotated(shard, looked, settings)
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
        annotate.forget_pipelines()


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


def _annotated(shard: Shard, looked: Sequence[tuple[Done, bytes | None]], settings: Settings) -> list[Done]:
    """The documents of all entries as one stream, so that short ones are read together."""
    outcomes = [_Outcome() for _ in looked]
    read: deque[tuple[int, Document | Failure]] = deque()

    def documents() -> Iterator[Document]:
        for i, (entry, (_, data)) in enumerate(zip(shard.entries, looked, strict=True)):
            if data is not None and not isinstance(entry, Failure):
                for found in ingest.read(entry, data, settings.read):
                    read.append((i, found))
                    if not isinstance(found, Failure):
                        yield found

    for result in annotate_documents(documents(), settings):
        while isinstance(found := read[0][1], Failure):
            outcomes[read.popleft()[0]].failures.append(found)
        i, document = read.popleft()
        outcomes[i].add(shard.entries[i], document, result)
    for i, found in read:
        if isinstance(found, Failure):
            outcomes[i].failures.append(found)
    return [
        done if data is None else outcome.of(done)
        for (done, data), outcome in zip(looked, outcomes, strict=True)
    ]


@dataclass(slots=True)
class _Outcome:
    """What the documents of one entry gave."""

    records: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    langs: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)

    def add(self, item: ingest.Item | Failure, document: Document | Failure, result: Record | Exception) -> None:
        if isinstance(result, Exception):
            logger.error("%s", document.doc_id, exc_info=result)
            message = f"{item.member or item.path}: {type(result).__name__}: {result}; please report this"
            self.failures.append(_failure(item, "internal", message))
            return
        self.records.append(json.dumps(result.to_json(), ensure_ascii=False))
        self.langs.append(result.lang)
        self.types.extend(event.event_type for event in result.events)

    def of(self, done: Done) -> Done:
        return replace(
            done, records=tuple(self.records), failures=tuple(self.failures), langs=tuple(self.langs),
            event_types=tuple(self.types),
        )  # fmt: skip


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
    return entry.size if entry.data is None else len(entry.data)


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
                results.append(crashed(entry))
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
