"""Parts that have changed places: who does it and to whom it is done, from where and to where.

They are found on the syntax of words that translate each other, for any verb; events know the parts of a few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from depesche.compare import opposites
from depesche.compare.records import Finding, Note, Place
from depesche.compare.side import Side, finding
from depesche.entities import alike as names
from depesche.resources import load

SAID = 0.45  # likeness of two verbs of which one translates the other
_DEPENDS = {
    "nsubj": "agent", "obl:agent": "agent", "nsubj:pass": "patient", "obj": "patient", "iobj": "patient",
    "obl:arg": "patient",
}  # fmt: skip
_EXCHANGED: tuple[tuple[str, str, Note], ...] = (
    ("agent", "patient", "event_parts"), ("agent", "than", "opposite"), ("from", "to", "opposite"),
)  # fmt: skip
_OF_NOUNS = ("from", "to")  # the train from Brussels to Prague
_OF_NAME = ("flat", "compound", "appos")


def find(ours: Side, theirs: Side, like: NDArray[np.float32]) -> Iterator[Finding]:
    first, second = _parts(ours), _parts(theirs)
    for i in sorted(first):
        j = int(like[i].argmax())
        if j not in second or int(like[:, j].argmax()) != i or like[i, j] < SAID:
            continue
        if opposites.opposed(ours, i, theirs, j):  # the one won, the other lost
            continue
        for one, other, note in _EXCHANGED:
            pair = _crossed((ours, first[i], theirs, second[j]), one, other)
            if pair:
                yield finding("claim", _place(ours, pair[0]), _place(theirs, pair[1]), note, "high", 0.6)
                break


def _crossed(
    told: tuple[Side, Mapping[str, Sequence[int]], Side, Mapping[str, Sequence[int]]], one: str, other: str
) -> tuple[int, int] | None:
    """The words that fill ``one`` on both sides, where each names what fills ``other`` on the other side."""
    ours, mine, theirs, yours = told
    for a in mine.get(one, ()):
        for b in mine.get(other, ()):
            for c in yours.get(one, ()):
                for d in yours.get(other, ()):
                    across = _same(ours, a, theirs, d) and _same(ours, b, theirs, c)
                    if across and not _same(ours, a, theirs, c) and not _same(ours, b, theirs, d):
                        return a, c
    return None


def _same(ours: Side, word: int, theirs: Side, other: int) -> bool:
    """Whether two phrases name one: what words mean in their sentences says too much of who does what."""
    if _ids(ours, word) & _ids(theirs, other):
        return True
    first, second = (
        names.pieces(" ".join(side.tokens[i].text for i in _phrase(side, at)), side.text.lang)
        for side, at in ((ours, word), (theirs, other))
    )
    return names.same_words(first, second)


def _ids(side: Side, word: int) -> set[str]:
    start = side.tokens[word].start
    found = (names.root(e.entity_id) for e in side.text.record.entities if e.start <= start < e.end)
    return {entity_id for entity_id in found if entity_id}


def _phrase(side: Side, word: int) -> list[int]:
    """A noun with the other words of its name."""
    return [
        i for i, token in enumerate(side.tokens)
        if i == word or (side.heads[i] == word and token.dep.split(":")[0] in _OF_NAME)
    ]  # fmt: skip


def _place(side: Side, word: int) -> Place:
    phrase = _phrase(side, word)
    first, last = side.tokens[phrase[0]], side.tokens[phrase[-1]]
    return Place(first.start, last.end, side.text.record.text[first.start : last.end], first.sentence)


def _parts(side: Side) -> dict[int, dict[str, list[int]]]:
    """Of each verb the nouns that fill its parts."""
    rules = load(side.text.lang)["compare"]["parts"]
    found: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, word in enumerate(side.tokens):
        if word.pos not in ("NOUN", "PROPN"):
            continue
        before = {side.tokens[k].text.lower() for k, head in enumerate(side.heads) if head == i and k < i}
        verb = side.heads[i]
        part = _DEPENDS.get(word.dep)
        if part is None and word.dep.startswith(("obl", "nmod")):
            part = next((name for name, words in rules["prepositions"].items() if before & set(words)), None)
            if part == "than" and side.tokens[verb].pos != "VERB":
                verb = side.heads[verb]  # faster than it
        if part == "agent" and before & set(rules["no_subject"]):
            part = "patient"
        if part and (side.tokens[verb].pos == "VERB" or part in _OF_NOUNS):
            found[verb][part].append(i)
    return found
