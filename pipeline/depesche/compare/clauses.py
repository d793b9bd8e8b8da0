"""Which words of two sides say the same of the same: what a word means in its sentence alone tells too little of that.

A word and its counterpart have parts that translate each other: lowered its key rate, den Leitzins gesenkt. Words that
do not mean the same may have them, too, and that is how opposites are known from other words.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from depesche.compare.side import Side

PAIRED = 0.45  # likeness from which two words translate each other, where each is the other's best counterpart
_PARTS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_MODIFIERS = frozenset({"ADJ", "ADV", "DET", "ADP"})
_OF_NOUN = ("amod", "acl")
_OF_VERB = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "obl:agent"})


@dataclass(frozen=True)
class Clauses:
    """Two sides of a bead. :param like: of the words of both."""

    ours: Side
    theirs: Side
    like: NDArray[np.float32]

    @cached_property
    def turned(self) -> Clauses:
        """The same with the sides exchanged."""
        return Clauses(self.theirs, self.ours, self.like.T)

    @cached_property
    def pairs(self) -> dict[int, int]:
        """Words that are each other's best counterpart, and names that are spelled the same."""
        best, back = self.like.argmax(1), self.like.argmax(0)
        found = {
            i: int(j) for i, j in enumerate(best)
            if back[j] == i and self.like[i, j] >= PAIRED and self.ours.tokens[i].pos in _PARTS
            and self.theirs.tokens[j].pos in _PARTS
        }  # fmt: skip
        names = {word.text: j for j, word in enumerate(self.theirs.tokens) if word.pos == "PROPN"}
        own = ((i, word.text) for i, word in enumerate(self.ours.tokens) if word.pos == "PROPN")
        return found | {i: names[text] for i, text in own if text in names}

    def shared(self, i: int, j: int) -> int:
        """How many of the words that depend on one depend on the other in translation."""
        return sum(_verb(self.ours, a) == i and _verb(self.theirs, b) == j for a, b in self.pairs.items())

    def of_one(self, i: int, j: int) -> bool:
        """Whether both say it of the same: half of their parts, or the noun that they modify."""
        here, there = self.ours, self.theirs
        if _modifies(here, i) and _modifies(there, j):
            return self.pairs.get(_modified(here, i)) == _modified(there, j)
        shared = self.shared(i, j)
        few = min(_size(here, i, self.pairs), _size(there, j, self.turned.pairs))
        return shared > 0 and 2 * shared >= few

    def counterpart(self, i: int) -> int | None:
        """The word that says the same as a verb of this side."""
        words = self.theirs.tokens
        others = [j for j, word in enumerate(words) if word.pos in ("VERB", "ADJ", "NOUN") and self.of_one(i, j)]
        return max(others, key=lambda j: (self.shared(i, j), self.like[i, j]), default=None)


def _modifies(side: Side, word: int) -> bool:
    token = side.tokens[word]
    return token.pos in _MODIFIERS or token.dep.startswith(_OF_NOUN)


def _modified(side: Side, word: int) -> int:
    """What a modifier says something of: all shops, most of the shops."""
    parted = side.tokens[word].dep in _OF_VERB
    whole = (k for k, head in enumerate(side.heads) if head == word and side.tokens[k].dep == "nmod")
    return next(whole, side.heads[word]) if parted else side.heads[word]


def _verb(side: Side, word: int) -> int:
    """The nearest word above one that is no noun: what it is a part of."""
    at = side.heads[word]
    for _ in side.heads:
        if side.tokens[at].pos in ("VERB", "ADJ", "AUX") or side.heads[at] == at:
            return at
        at = side.heads[at]
    return at


def _size(side: Side, verb: int, pairs: dict[int, int]) -> int:
    return sum(_verb(side, word) == verb for word in pairs)
