"""A part as words with offsets: hyphen compounds in pieces, so that a name inside one has words of its own."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from sys import intern

from depesche.quotations import DOUBLE_MARKS
from depesche.records import Label

_WORD = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+|(?:[^\W\d_]\.){2,}|\w+(?:['’](?![sS](?:che[mnrs]?)?\b)\w+)*|\S")
_TYPOGRAPHY = str.maketrans({"’": "'", "‑": "-", "‐": "-"})
_HARD_BREAK = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = frozenset('.!?:;…•*|–—"„“”»«')
_SHORT_LINE = 50  # characters: a shorter line was ended by its writer, a longer one was wrapped


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a part as parallel rows. ``gap[i]``: 0 glued to the word before, 1 space, 2 end of a block.

    All words of a long document are held at once, so their rows are arrays and each spelling is one string.
    """

    text: list[str]
    start: array[int]
    end: array[int]
    gap: bytearray
    fresh: list[bool]

    def __len__(self) -> int:
        return len(self.text)

    def hyphen(self, i: int) -> bool:
        """Whether word ``i`` is a hyphen inside a compound."""
        return i >= 0 and i + 1 < len(self.text) and self.text[i] == "-" and self.gap[i] == 0 == self.gap[i + 1]


@dataclass(frozen=True, slots=True)
class Span:
    """Words ``start`` to ``end`` (exclusive) of a part. A higher ``rank`` wins over an equally long span."""

    start: int
    end: int
    label: Label
    entity_id: str | None
    rank: int = 0


def longest(spans: Iterable[Span]) -> list[Span]:
    """Spans without overlap, in order; of two that overlap the longer stays, then the better known."""
    taken: set[int] = set()
    chosen = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.rank, s.start, s.label)):
        if not any(i in taken for i in range(span.start, span.end)):
            chosen.append(span)
            taken.update(range(span.start, span.end))
    return sorted(chosen, key=lambda s: s.start)


def split(text: str) -> Words:
    words = Words([], array("i"), array("i"), bytearray(), [])
    plain = text.translate(_TYPOGRAPHY)
    previous, line, last, fresh = 0, 0, ".", True
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = 0 if start == previous and previous else 1
        if gap:
            newline = text.rfind("\n", previous, start)
            if newline >= 0:
                first = text.find("\n", previous, start)
                if _HARD_BREAK.search(text, previous, start) or first - line < _SHORT_LINE:
                    gap = 2
                line = newline + 1
        fresh = gap == 2 or not previous or (
            last in _SENTENCE_END and (gap == 1 or fresh or last in DOUBLE_MARKS)
        )
        last = intern(plain[start:end])
        words.text.append(last)
        words.start.append(start)
        words.end.append(end)
        words.gap.append(gap)
        words.fresh.append(fresh)
        previous = end
    return words


def tokens(text: str) -> list[str]:
    return [match.group().translate(_TYPOGRAPHY) for match in _WORD.finditer(text)]


def is_subsequence(short: str, long: str) -> bool:
    """Whether the letters of one are in the other, in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
