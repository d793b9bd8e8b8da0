"""Words a second of processor time through each room, one process, warm.

    python tests/benchmarks/speed.py [TEXTS.jsonl]

Without a file: the two gold articles, twenty times.
"""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from depesche import annotate, dates, entities, events
from depesche.language import detect
from depesche.records import Published

GOLD = Path(__file__).resolve().parents[2] / "corpora" / "gold" / "gold.jsonl"
TOGETHER = 40  # documents read at once
T = TypeVar("T")


def main() -> None:
    source = Path(sys.argv[1]) if len(sys.argv) > 1 else GOLD
    with source.open(encoding="utf-8", newline="\n") as lines:
        once = [json.loads(line)["text"] for line in lines]
    # a number behind each copy, so that nothing remembered from the last one helps
    texts = [f"{text}\n{i}" for i in range(20 if source == GOLD else 1) for text in once]
    seconds: Counter[str] = Counter()

    def timed(room: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        seconds[room] += time.process_time() - started
        return result

    for warm in (True, False):
        seconds.clear()
        words = 0
        chosen = texts[: len(texts) // 10 + 2] if warm else texts
        for first in range(0, len(chosen), TOGETHER):
            documents = []
            for text in chosen[first : first + TOGETHER]:
                words += len(text.split())
                language = timed("language", lambda text=text: detect(text))
                documents.append(timed("parse", lambda text=text, language=language: annotate.parse(text, language)))
            every = [part for parts in documents for part in parts]
            timed("encode", lambda every=every: annotate.encode(every))
            for parts in documents:
                published = timed("dates", lambda parts=parts: dates.publication(parts, Published()))
                times = timed("dates", lambda parts=parts, published=published: dates.find(parts, published))
                names = timed("entities", lambda parts=parts: entities.find(parts))
                timed("events", lambda parts=parts, names=names, times=times: events.find("x", parts, names, times))
    total = sum(seconds.values())
    for room, spent in seconds.most_common():
        print(f"{room:10} {spent:7.2f} s {100 * spent / total:5.1f} %  {words / spent:9.0f} words/s")
    print(f"{'all':10} {total:7.2f} s 100.0 %  {words / total:9.0f} words/s")


if __name__ == "__main__":
    main()
