"""Numbers and times that are the least or the most that something may be: at least 5, höchstens 5, frühestens im Mai.

The words stand directly before or behind what they bound; ``resources/claims.yaml`` has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from depesche import quantities
from depesche.compare.facts import Fact
from depesche.resources import load

_ROUNDED, _TIMES = "rounded", "times"
_KINDS = (_ROUNDED, _TIMES, "numbers")  # the longer words first: just over, over
_SIDES = ("least", "most")


@dataclass(frozen=True, slots=True)
class Bound:
    """:param side: ``least`` or ``most``. :param start: of the words that say so, as ``end``."""

    fact: Fact
    side: str
    rounded: bool
    start: int
    end: int


def of(some: Sequence[Fact], words: str, start: int, lang: str) -> Iterator[Bound]:
    """The bounds that some numbers or dates are. :param words: that stand in the text from ``start`` on."""
    for fact in some:
        for kind in _KINDS if fact.quantity else (_TIMES,):
            before, behind = _patterns(kind, lang)
            found = before.search(words, 0, fact.start - start) or behind.match(words, fact.end - start)
            if found:
                name = str(found.lastgroup)
                yield Bound(fact, name, kind == _ROUNDED, start + found.start(name), start + found.end(name))
                break


def contrary(a: Bound, b: Bound) -> bool:
    """Whether one fact is the least in one text and the most in the other. What is converted or rounded may well have
    another bound, and languages round differently: just over 50, almost 60.
    """
    return a.side != b.side and a.rounded == b.rounded and one(a.fact, b.fact)


def one(a: Fact, b: Fact) -> bool:
    """Whether two facts are the same to the letter."""
    if a.quantity and b.quantity:
        return a.quantity.value == b.quantity.value and quantities.same(a.quantity, b.quantity)
    return a.type == b.type and a.keys == b.keys


@cache
def _patterns(kind: str, lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before and behind; the longest phrase is the one meant: no more than, more than."""
    words = load("claims")["bounds"]
    between = _any(words["between_times" if kind == _TIMES else "between"][lang])
    before, behind = (
        "|".join(f"(?P<{side}>{_any(words[kind][side][lang][place])})" for side in _SIDES)
        for place in ("before", "behind")
    )
    return (
        re.compile(rf"(?<!\w)(?:{before})(?:\s+(?:{between})){{0,2}}\s*$", re.IGNORECASE),
        re.compile(rf"[\s,-]+(?:{behind})(?!\w)", re.IGNORECASE),
    )


def _any(phrases: Sequence[str]) -> str:
    """A pattern of any of them, in which ~ is one to three words; of none of them it matches nothing."""
    found = sorted(phrases, key=len, reverse=True)
    return "|".join(
        re.escape(phrase).replace(r"\ ", r"\s+").replace("~", r"\w+(?:\s+\w+){0,2}") for phrase in found
    ) or r"(?!)"
