"""One of two texts to compare: its record, its sentences, and its words with their meaning."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from depesche import dates
from depesche.encoder import Encoder, Words
from depesche.records import Date, Published, Record, Span

if TYPE_CHECKING:
    from depesche.annotate import Part

Rows = NDArray[np.float32]
SOME_DAY = Published("2021-06-16", "user")
"""What "yesterday" is counted from in both texts: whether they mean the same day can be seen from any day."""
_ANOTHER_DAY = Published("2021-10-13", "user")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A token that is not white space. :param head: position in the text's words of what it depends on, or its own."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    sentence: int


@dataclass(frozen=True)
class Text:
    """A text that the encoder has read.

    :param sentences: where they stand; they need not be those of the record.
    :param vectors: ``[sentences, hidden]``. :param meanings: ``[words, hidden]``, of :attr:`words`.
    :param dates: counted from :data:`SOME_DAY`. :param counted_months: where dates begin that state a day of a month
        which is counted, too: the 2nd inst., am 2. d. M.
    """

    record: Record
    sentences: tuple[Span, ...]
    words: tuple[Word, ...]
    vectors: Rows
    meanings: Rows
    dates: tuple[Date, ...] = ()
    counted_months: frozenset[int] = frozenset()

    @property
    def lang(self) -> str:
        return self.record.lang

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        return [s.start for s in self.sentences], [w.start for w in self.words]

    def sentence_at(self, offset: int) -> int:
        """The sentence in which, or in the white space after which, a character stands."""
        return max(bisect_right(self._starts[0], offset) - 1, 0)

    def words_within(self, start: int, end: int) -> range:
        """Positions of the words that begin in a stretch of the text."""
        starts = self._starts[1]
        first = bisect_right(starts, start - 1)
        return range(first, bisect_right(starts, end - 1, first))


def read(record: Record, parts: Sequence[Part], sentences: Sequence[Span], model: Encoder) -> Text:
    """:param parts: of the record's text, read by the encoder already. :param sentences: in order, without overlap."""
    words = _words(parts, sentences)
    by_sentence: list[list[Word]] = [[] for _ in sentences]
    for word in words:
        if word.sentence >= 0:
            by_sentence[word.sentence].append(word)
    found = model.meanings([_spelled(some) for some in by_sentence])
    width = model.config["hidden"]
    vectors = np.stack([m.vector for m in found]) if found else np.zeros((0, width), np.float32)
    meanings = np.zeros((len(words), width), np.float32)
    rows = iter([row for m in found for row in m.words])
    for i, word in enumerate(words):
        if word.sentence >= 0:
            meanings[i] = next(rows)
    stated, again = dates.read(parts, SOME_DAY), dates.read(parts, _ANOTHER_DAY)
    months = _counted(stated, again)
    return Text(record, tuple(sentences), tuple(words), vectors, meanings, tuple(stated), months)


def _counted(found: Sequence[Date], again: Sequence[Date]) -> frozenset[int]:
    """Where dates begin whose month another day of writing would change, and whose day it would not."""
    first, second = ({item.start: _DAY.match(item.timex or "") for item in some} for some in (found, again))
    return frozenset(
        start for start, one in first.items()
        if one and (other := second.get(start)) and one[3] == other[3] and one[2] != other[2]
    )


def _words(parts: Sequence[Part], sentences: Sequence[Span]) -> list[Word]:
    """All words; outside every sentence their ``sentence`` is -1."""
    starts = [s.start for s in sentences]
    found: list[Word] = []
    for part in parts:
        places: dict[int, int] = {}
        tokens = [token for token in part.doc if not token.is_space]
        for token in tokens:
            places[token.i] = len(found) + len(places)
        for token in tokens:
            start = part.start + token.idx
            at = bisect_right(starts, start) - 1
            inside = at >= 0 and start < sentences[at].end
            found.append(Word(
                start, start + len(token.text), token.text, token.lemma_, token.pos_, token.dep_,
                places.get(token.head.i, places[token.i]), at if inside else -1,
            ))  # fmt: skip
    return found


def _spelled(words: Sequence[Word]) -> Words:
    ends = [-1, *(word.end for word in words)]
    return Words([word.text for word in words], [word.start > end for word, end in zip(words, ends, strict=False)])
