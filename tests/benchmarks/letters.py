"""What is read from the head and the foot of old letters, against what their edition knows of them.

    python tests/benchmarks/letters.py …/de_letters_schnitzler_dev.jsonl.gz

Two figures for the day, the place, the sender and the recipient: the share that is right of the letters that say it, and
of what is given at all. A letter says a person whom its first eight or last five lines name, prose aside; a day where one of
those lines has day and year in digits; and the place where it was written where one of them, of at most five words and in
no address, names it. Every third letter was set aside while the words were collected; those are counted apart.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from depesche.config import Settings
from depesche.letters.page import lines
from depesche.records import Document, Published, Record
from depesche.run import annotate_document

HEAD, FOOT, SHORT = 8, 5, 5
YEARS = Published("1888/1931", "user")  # of the edition: a letter of 92 is one of 1892
ADDRESS = re.compile(r"(?:An )?(?:Herrn?|Hr?n?\.?|Dr\.?|Frau|Do[ck]tor|Familie|Fräulein|Frl\.?)\b[^,!]*")
FIELDS = ("day", "place", "sender", "recipient")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    counts: dict[str, Counter[str]] = {"collected from": Counter(), "set aside": Counter()}
    with gzip.open(parser.parse_args().corpus, "rt", encoding="utf-8") as rows:
        for number, row in enumerate(map(json.loads, rows)):
            record = annotate_document(Document(row["id"], row["text"], "de", published=YEARS), Settings())
            count(counts["set aside" if number % 3 == 2 else "collected from"], row, record)
    for part, tally in counts.items():
        for name in FIELDS:
            said, given = (f"{tally[f'{name} {kind} right']}/{tally[f'{name} {kind}']}" for kind in ("said", "given"))
            shares = [tally[f"{name} {kind} right"] / max(tally[f"{name} {kind}"], 1) for kind in ("said", "given")]
            print(f"{part:15} {name:10} said {shares[0]:6.1%} ({said})  given {shares[1]:6.1%} ({given})")


def count(tally: Counter[str], row: dict[str, Any], record: Record) -> None:
    sent, received = row["meta"]["sent"], row["meta"]["received"]
    edges, free = edges_of(row["text"])
    day = (sent.get("date") or {}).get("when") or ""
    truths = {"day": day, "place": (sent.get("place") or "").split(" (")[0], "sender": sent.get("person") or "",
              "recipient": received.get("person") or ""}  # fmt: skip
    found = {"day": record.meta.get("written"), "place": record.meta.get("place"), "sender": record.meta.get("sender"),
             "recipient": next(iter(record.meta.get("recipients", ())), None)}  # fmt: skip
    for name, truth in truths.items():
        if not truth:
            continue
        given = str(found[name] or "")
        right = given == truth if name == "day" else bool(words(given) & words(truth))
        where = free if name == "place" else edges
        said = bool(words(where) & words(truth))
        if name == "day":
            said = len(day) == 10 and bool(re.search(rf"(?<!\d)0?{int(day[8:])}\b.*\b{day[:4]}\b", where))
        for kind, holds in (("said", said), ("given", bool(given))):
            tally[f"{name} {kind}"] += holds
            tally[f"{name} {kind} right"] += holds and right


def edges_of(text: str) -> tuple[str, str]:
    """The lines of head and foot without prose, and the short ones of them that are in no address."""
    kept = [line for line in lines(text) if not line.prose]
    kept = kept[:HEAD] + kept[max(HEAD, len(kept) - FOOT) :]
    free, inside = [], False
    for line in kept:
        inside = (inside and not line.fresh) or bool(ADDRESS.fullmatch(line.text))
        free += [] if inside or len(re.findall(r"[^\W\d_]+", line.text)) > SHORT else [line.text]
    return "\n".join(line.text for line in kept), "\n".join(free)


def words(name: str) -> set[str]:
    """The first letters of each longer word: Arthur, Schnitzler; Frankfurt, Main."""
    return {word.lower()[:5] for word in re.findall(r"[^\W\d_]{3,}", name)} - {"bei", "von", "der", "the"}


if __name__ == "__main__":
    main()
