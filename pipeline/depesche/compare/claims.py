"""What sentences claim beyond their names and numbers: parts without a counterpart, denials, opposites, hearsay."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from depesche.compare.records import Finding, Place
from depesche.compare.side import Side, finding
from depesche.compare.text import Word
from depesche.resources import load

CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
FAMILIAR = 0.55  # likeness with its best counterpart that a word of the other language has on average
OPEN = 0.85  # how much the words of a part must lack of that, added up, for the part to have none
PAIRED, SAME = 0.6, 0.65  # likeness of a word with its counterpart, and of all words on average
MOST = 0.85  # of a sentence's words that a part without counterpart may take: more is another sentence
_LENGTH = 10.0  # characters added to both lengths


def find(ours: Side, theirs: Side, lengths: float) -> Iterator[Finding]:
    """:param lengths: how much longer the same is in the target's language than in the source's."""
    like = ours.text.meanings[list(ours.span)] @ theirs.text.meanings[list(theirs.span)].T
    if not like.size:
        return
    yield from parts(ours, theirs, (like.max(1), like.max(0)), lengths)
    yield from _opposed(ours, theirs, like)
    yield from _denied(ours, theirs, like)
    yield from _heard(ours, theirs)


# ------------------------------------------------------------------------------------------- parts without counterpart


def parts(
    ours: Side, theirs: Side, best: tuple[NDArray[np.float32], NDArray[np.float32]], lengths: float,
    least: float = OPEN, note: str = "no_counterpart",
) -> Iterator[Finding]:  # fmt: skip
    """The part of either side that lacks most, where the other side lacks less and is short for its length.

    :param best: of each word of the two sides its likeness with its best counterpart.
    :param least: how much the part must lack.
    """
    dropped, added = _most_open(ours, best[0]), _most_open(theirs, best[1])
    longer = math.log((len(theirs.words) / lengths + _LENGTH) / (len(ours.words) + _LENGTH))
    ahead = dropped[0] - added[0]
    if dropped[1] and ahead - longer > least:
        yield finding("claim", True, _place(ours, dropped[1]), note, "medium", _sure(ahead - longer))
    elif added[1] and longer - ahead > least:
        yield finding("claim", False, _place(theirs, added[1]), note, "medium", _sure(longer - ahead))


def _sure(margin: float) -> float:
    return round(min(0.9, 0.5 + margin / 4), 2)


def _place(side: Side, part: Sequence[int]) -> Place:
    first, last = side.tokens[part[0]], side.tokens[part[-1]]
    return Place(first.start, last.end, side.text.record.text[first.start : last.end], first.sentence)


def _most_open(side: Side, best: NDArray[np.float32]) -> tuple[float, list[int]]:
    """The syntactic part (a word and all that depends on it) whose content words lack most of being familiar."""
    lacks = FAMILIAR - best
    words = side.tokens
    content = [word.pos in CONTENT and len(word.text) > 2 for word in words]
    first, last, size = list(range(len(words))), list(range(len(words))), [1] * len(words)
    total = [float(lacks[i]) if content[i] else 0.0 for i in range(len(words))]
    count = [int(c) for c in content]
    for i in _leaves_first(side):
        head = side.heads[i]
        if head != i:
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
            size[head] += size[i]
            total[head] += total[i]
            count[head] += count[i]
    most: tuple[float, list[int]] = (0.0, [])
    for i in range(len(words)):
        whole = last[i] - first[i] + 1 == size[i] and size[i] <= MOST * len(words)
        if whole and count[i] > 1 and total[i] > most[0]:
            most = (total[i], list(range(first[i], last[i] + 1)))
    return most


def _leaves_first(side: Side) -> list[int]:
    depth = [0] * len(side.heads)
    for i in range(len(side.heads)):
        at, steps = i, 0
        while side.heads[at] != at and steps < len(side.heads):
            at, steps = side.heads[at], steps + 1
        depth[i] = steps
    return sorted(range(len(depth)), key=lambda i: -depth[i])


# ----------------------------------------------------------------------------------------------------------- opposites


def _opposed(ours: Side, theirs: Side, like: NDArray[np.float32]) -> Iterator[Finding]:
    for poles in _opposites():
        (a, b), (c, d) = (_poles(side, poles[side.text.lang]) for side in (ours, theirs))
        for left, right, none, neither in ((a, d, b, c), (b, c, a, d)):
            if left and right and not none and not neither and not _negated(ours) and not _negated(theirs):
                i, j = max(((i, j) for i in left for j in right), key=lambda pair: like[pair])
                if like[i].max() > like[i, j] or like[:, j].max() > like[i, j] or like[i, j] < PAIRED:
                    continue
                yield finding("claim", _place(ours, [i]), _place(theirs, [j]), "opposite", "high", 0.7)


def _poles(side: Side, poles: tuple[frozenset[str], frozenset[str]]) -> tuple[list[int], list[int]]:
    first, second = (
        [i for i, word in enumerate(side.tokens) if word.lemma in pole and word.pos != "PROPN"] for pole in poles
    )
    return first, second


@cache
def _opposites() -> list[dict[str, tuple[frozenset[str], frozenset[str]]]]:
    return [
        {lang: (_forms(poles[0]), _forms(poles[1])) for lang, poles in entry.items()}
        for entry in load("claims")["opposites"]
    ]


def _forms(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split("|"))


# ------------------------------------------------------------------------------------------------- denials and hearsay


def _denied(ours: Side, theirs: Side, like: NDArray[np.float32]) -> Iterator[Finding]:
    """One side denies in so many words what the other says in the same words, and denies nothing."""
    left, right = _negated(ours), _negated(theirs)
    if len(left) == 1 and not right and not _like_denial(theirs) and _said_too(ours, left[0], like):
        yield finding("claim", True, _place(ours, left), "denial", "high", 0.6)
    elif len(right) == 1 and not left and not _like_denial(ours) and _said_too(theirs, right[0], like.T):
        yield finding("claim", False, _place(theirs, right), "denial", "high", 0.6)


def _said_too(side: Side, denial: int, like: NDArray[np.float32]) -> bool:
    """Whether all content words of the sentence have their counterparts, the one that is denied first."""
    best = like.max(1)
    content = [i for i, word in enumerate(side.tokens) if word.pos in CONTENT and i != denial]
    return best[side.heads[denial]] > PAIRED and bool(content) and float(np.mean(best[content])) > SAME


def _negated(side: Side) -> list[int]:
    denials = _words("denials", side.text.lang)
    return [i for i, word in enumerate(side.tokens) if word.text.lower() in denials]


def _like_denial(side: Side) -> bool:
    lang = side.text.lang
    some, begin, end = (_words(f"like_denials{part}", lang) for part in ("", "_begin", "_end"))
    return any(
        word.lemma in some or word.text.lower() in some
        or (word.pos in ("ADJ", "ADV", "NOUN", "VERB") and len(word.text) > 5
            and (word.text.lower().startswith(tuple(begin)) or word.text.lower().endswith(tuple(end))))
        for word in side.tokens
    )  # fmt: skip


def _heard(ours: Side, theirs: Side) -> Iterator[Finding]:
    """One side says that others say so, the other tells it as its own."""
    left, right = _hearsay(ours), _hearsay(theirs)
    if left and not right and not says(theirs):
        yield finding("claim", True, _place(ours, left[:1]), "hearsay", "high", 0.6)
    elif right and not left and not says(ours):
        yield finding("claim", False, _place(theirs, right[:1]), "hearsay", "high", 0.6)


def _hearsay(side: Side) -> list[int]:
    words = _words("hearsay", side.text.lang)
    return [
        i for i, word in enumerate(side.tokens)
        if word.lemma in words or word.text in words or _reported(side, i, word)
    ]  # fmt: skip


def _reported(side: Side, i: int, word: Word) -> bool:
    """Er soll Gelder veruntreut haben: a modal of hearsay over a perfect infinitive."""
    rule = load(side.text.lang)["compare"].get("hearsay_modal")
    if not rule or word.lemma != rule["modal"] or word.text.lower() not in rule["forms"]:
        return False
    after = [other.text for other in side.tokens[i + 1 :] if other.sentence == word.sentence]
    return any(form in rule["perfect"] and before.endswith(tuple(rule["participle"]))
               for before, form in pairwise(after))  # fmt: skip


def says(side: Side) -> bool:
    """Whether a side tells in any words on whose word something is."""
    some = _words("like_hearsay", side.text.lang)
    return any(word.lemma in some or word.text.lower() in some for word in side.tokens)


@cache
def _words(kind: str, lang: str) -> frozenset[str]:
    return frozenset(load("claims")[kind][lang])
