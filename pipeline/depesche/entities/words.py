"""A part as words with offsets: hyphen compounds in pieces, so that a name inside one has words of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from depesche.records import Label

_WORD = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]+|(?:[^\W\d_]\.){2,}|\w+(?:['’](?![sS]\b)\w+)*|\S")
_TYPOGRAPHY = str.maketrans({"’": "'", "‑": "-", "‐": "-"})
_HARD_BREAK = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_END = frozenset('.!?:;…•*|–—"„“”»«')
_SHORT_LINE = 50  # characters: a shorter line was ended by its writer, a longer one was wrapped


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a part as parallel lists. ``gap[i]``: 0 glued to the word before, 1 space, 2 end of a block."""

    text: list[str]
    start: list[int]
    end: list[int]
    gap: list[int]
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
    words = Words([], [], [], [], [])
    previous, line = 0, 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = 0 if start == previous and words.text else 1
        if gap:
            newline = text.rfind("\n", previous, start)
            if newline >= 0:
                first = text.find("\n", previous, start)
                if _HARD_BREAK.search(text, previous, start) or first - line < _SHORT_LINE:
                    gap = 2
                line = newline + 1
        last = words.text[-1] if words.text else "."
        words.fresh.append(
            gap == 2 or not words.text or (last in _SENTENCE_END and (gap == 1 or words.fresh[-1] or last in '"„“”»«'))
        )
        words.text.append(match.group().translate(_TYPOGRAPHY))
        words.start.append(start)
        words.end.append(end)
        words.gap.append(gap)
        previous = end
    return words


def tokens(text: str) -> list[str]:
    return [match.group().translate(_TYPOGRAPHY) for match in _WORD.finditer(text)]
