"""How long publishing a few documents takes where many are, and how much memory: python tests/benchmarks/publishing.py
[MENTIONS [DOCUMENTS]]
"""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice, zip_longest
from pathlib import Path

from merging import mentions

from depesche import store
from depesche.merge import Mention
from depesche.records import Attribution, Date, Event, EventTime, Quote, Record, Role, Span

RUN = {"run_id": "r", "started_at": "2023-01-01", "finished_at": "2023-01-01", "version": "1", "model_version": "m", "arguments": ""}


def records(count: int) -> Iterator[Record]:
    """Five mentions a document; one text in fifty is a copy."""
    rng, found = random.Random(3), []
    for mention in mentions(count):
        found.append(mention)
        if len(found) == 5:
            yield record(found, rng)
            found = []


def record(some: list[Mention], rng: random.Random) -> Record:
    source = random.Random(rng.randrange(50)) if rng.random() < 0.02 else rng
    text = " ".join(f"w{source.randrange(20_000)}" for _ in range(60))
    dates = tuple(Date(0, 1, text[0], "DATE", m.edtf, m.edtf, None, None, "day", "explicit") for m in some if m.edtf)
    events, at = [], 0
    for mention in some:
        roles = tuple(Role(role, 0, 2, text[:2], (0, 2), i) for role, ids in mention.ids.items() for i in ids)
        events.append(Event(
            mention.mention_id, mention.event_type, (Span(0, 2),), roles,
            EventTime(mention.edtf, at) if mention.edtf else None, mention.modality, mention.polarity, mention.status,
            Attribution(), Quote(0, 2, text[:2]), mention.confidence, "x",
        ))  # fmt: skip
        at += mention.edtf is not None
    return Record(some[0].doc_id, some[0].lang, 1.0, text, dates=dates, events=tuple(events))


def shards(some: Iterator[Record]) -> Iterator[list[store.Item]]:
    while batch := list(islice(some, 2_000)):
        yield [store.Item(f"{r.doc_id}.txt", 0, None, r.doc_id, (r,), ()) for r in batch]


def publish(path: Path, count: int, first: int, last: int) -> None:
    """Documents ``first`` to ``last`` of as many mentions."""
    some = islice(records(count), first, last)
    if last - first < 10_000:
        some = iter(list(some))
    started, worked = time.perf_counter(), time.process_time()
    store.publish(path, shards(some), walked={}, run=RUN)
    seconds, peak = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{last - first} documents: {seconds:.1f} s, {time.process_time() - worked:.1f} s of work, peak {peak:.0f} MB", flush=True)


def main() -> None:
    if sys.argv[1:2] == ["step"]:
        publish(Path(sys.argv[2]), *map(int, sys.argv[3:]))
        return
    count, new = (int(given) if given else usual for given, usual in zip_longest(sys.argv[1:], (1_000_000, 100)))
    whole = count // 5
    with tempfile.TemporaryDirectory() as folder:
        for first, last in ((0, whole), (whole, whole + new), (whole + new, whole + new + 1)):
            step = ["step", str(Path(folder, "events.duckdb")), str(count + 5 * (new + 1)), str(first), str(last)]
            subprocess.run([sys.executable, __file__, *step], check=True)  # a process each: memory is counted by process


if __name__ == "__main__":
    main()
