"""Words a second of processor time through each room, one after the other, then of the whole by the clock.

One process, warm; beside it a spaCy pipeline.

    python tests/benchmarks/speed.py [TEXTS.jsonl] [--model NAME] [--against PIPELINE] [--turns N]

Without a file: the two gold articles, twenty times. With ``--against`` the same texts go through that installed
pipeline in the same process, turn by turn.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from depesche import annotate, dates, entities, events, letters
from depesche.config import Settings
from depesche.language import detect
from depesche.records import Document, Published
from depesche.run.document import annotate_documents

GOLD = Path(__file__).resolve().parents[2] / "corpora" / "gold" / "gold.jsonl"
TOGETHER = 160  # documents read at once
T = TypeVar("T")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", type=Path, default=GOLD)
    parser.add_argument("--model", default="")
    parser.add_argument("--against")
    parser.add_argument("--turns", type=int, default=1)
    options = parser.parse_args()
    with options.texts.open(encoding="utf-8", newline="\n") as lines:
        once = [json.loads(line)["text"] for line in lines]
    # a number behind each copy, so that nothing remembered from the last one helps
    texts = [f"{text}\n{i}" for i in range(20 if options.texts == GOLD else 1) for text in once]
    words = sum(len(text.split()) for text in texts)
    theirs = _pipeline(options.against) if options.against else None
    some = texts[: len(texts) // 10 + 2]
    _ours(some, options.model)
    if theirs:
        theirs(some)
    for turn in range(options.turns):
        seconds = _ours([f"{text}\n{turn}" for text in texts], options.model)
        total = sum(seconds.values())
        documents = [Document(str(i), f"{text}\n{turn} ") for i, text in enumerate(texts)]
        started = time.perf_counter()
        for _ in annotate_documents(documents, Settings(model=options.model)):
            pass
        clock = time.perf_counter() - started
        for room, spent in seconds.most_common():
            print(f"{room:10} {spent:7.2f} s {100 * spent / total:5.1f} %  {words / spent:9.0f} words/s")
        print(f"{'all':10} {total:7.2f} s 100.0 %  {words / total:9.0f} words/s")
        print(f"{'by clock':10} {clock:7.2f} s          {words / clock:9.0f} words/s")
        if theirs:
            started, began = time.process_time(), time.perf_counter()
            theirs([f"{text}\n{turn}" for text in texts])
            spent, passed = time.process_time() - started, time.perf_counter() - began
            print(f"{options.against} {spent:.2f} s {words / spent:.0f} words/s, {spent / total:.2f} times our seconds; "
                  f"by the clock {passed:.2f} s, {passed / clock:.2f} times ours")  # fmt: skip


def _ours(texts: Sequence[str], model: str) -> Counter[str]:
    """Seconds of processor time in each room."""
    seconds: Counter[str] = Counter()

    def timed(room: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        seconds[room] += time.process_time() - started
        return result

    for first in range(0, len(texts), TOGETHER):
        documents = []
        for text in texts[first : first + TOGETHER]:
            language = timed("language", lambda text=text: detect(text))
            documents.append(timed("parse", lambda text=text, language=language: annotate.parse(text, language)))
        every = [part for parts in documents for part in parts]
        timed("encode", lambda every=every: annotate.encode(every, model))
        for text, parts in zip(texts[first : first + TOGETHER], documents, strict=True):
            published = timed("dates", lambda parts=parts: dates.publication(parts, Published()))
            times = timed("dates", lambda parts=parts, published=published: dates.read(parts, published))
            names = timed("entities", lambda parts=parts: entities.find(parts))
            timed("letters", lambda text=text, names=names, times=times: letters.find(text, names, times))
            timed("events", lambda parts=parts, names=names, times=times: events.find("x", parts, names, times))
    return seconds


def _pipeline(name: str) -> Callable[[Sequence[str]], None]:
    import spacy

    nlp = spacy.load(name)

    def read(texts: Sequence[str]) -> None:
        for _ in nlp.pipe(texts):
            pass

    return read


if __name__ == "__main__":
    main()
