"""Sentences of a text and of its translation that say the same, m to n, by what they mean, how long they are and what
they share letter by letter.

A dynamic programme over sentence vectors, as in Thompson and Koehn 2019, "Vecalign: Improved Sentence Alignment in
Linear Time and Space" (D19-1136), in a band around the pairs that are each other's best.
"""

from __future__ import annotations

import math
import re
import zlib
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from depesche.compare.records import Bead
from depesche.resources import load

GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1))
SKIP = 0.05  # of the way from any two sentences' likeness to a good pair's, that a pair must go to be one
LENGTHS = 0.4  # how much a difference in length, as the logarithm of the quotient, takes from likeness
PAD = 5.0  # characters added to every length: short ones vary more
GROUP = 0.3  # what each sentence more than one and one costs
ANCHORS = 0.3  # how much what both share letter by letter counts beside what they mean
LOCAL = 0.5  # how far a sentence's own best likeness, not the texts', says what a good pair is
PRIOR = 3  # pairs that the usual lengths of the languages count as
LEAST = 0.2  # by which a good pair is more alike than any two, also where a text repeats itself
BAND = 20  # sentences to both sides of where the surest pairs lead
WIDEST = 1_000  # sentences to both sides at most, where for long nothing is sure
_DIMENSIONS = 256  # of the vectors of anchors
_ROWS = 256  # sentences set against all others at once

Rows = NDArray[np.float32]
Array = NDArray[Any]


def align(
    source: Sequence[str], target: Sequence[str], vectors: tuple[Rows, Rows], langs: tuple[str, str]
) -> list[Bead]:
    """The best monotone path: one to four sentences against one to four, or against none, in reading order.

    A group's vector is the mean of its sentences'. Likeness is measured between that of any two sentences of the
    texts, which is 0, and that of every sentence with its best partner, which is 1 on average.

    :param vectors: ``[n, hidden]`` and ``[m, hidden]`` of the sentences, length 1.
    :param langs: of the two texts, for how long the same is in each.
    """
    if not source or not target:
        return [Bead((i,), (), 0.0) for i in range(len(source))] + [Bead((), (j,), 0.0) for j in range(len(target))]
    ours, theirs = _Sentences.of(source, vectors[0]), _Sentences.of(target, vectors[1])
    theirs = theirs.scaled(1 / _ratio(ours, theirs, langs))
    return _Path(ours, theirs, _overview(ours, theirs, LENGTHS)).beads()


@dataclass(frozen=True, slots=True)
class _Sentences:
    """``single [n, d]`` rows whose product is likeness; ``sums`` and ``anchors`` add up from the first sentence on."""

    single: Rows
    sums: Array
    anchors: Array
    lengths: Array

    @classmethod
    def of(cls, sentences: Sequence[str], vectors: Rows) -> _Sentences:
        anchors = np.stack([_anchors(sentence) for sentence in sentences])
        single = np.concatenate([vectors, math.sqrt(ANCHORS) * _unit(anchors)], axis=1)
        lengths = np.array([len(sentence) for sentence in sentences], np.float64)
        return cls(single.astype(np.float32), _added(vectors), _added(anchors), lengths)

    def scaled(self, factor: float) -> _Sentences:
        return _Sentences(self.single, self.sums, self.anchors, self.lengths * factor)

    def groups(self, size: int) -> tuple[Rows, Array]:
        """Rows and logarithms of lengths of all groups of ``size`` neighbours."""
        meant = _unit(self.sums[size:] - self.sums[:-size])
        shared = math.sqrt(ANCHORS) * _unit(self.anchors[size:] - self.anchors[:-size])
        total = _added(self.lengths[:, None])[:, 0]
        return np.concatenate([meant, shared], axis=1).astype(np.float32), np.log(total[size:] - total[:-size] + PAD)


_WORD = re.compile(r"\w+")


def _anchors(sentence: str) -> Rows:
    """Numbers and capitalised words, hashed: the languages share few other words, and these say much."""
    found = np.zeros(_DIMENSIONS, np.float32)
    for word in set(_WORD.findall(sentence)):
        if word[0].isdigit() or (word[0].isupper() and len(word) > 3):
            code = zlib.crc32((word if word[0].isdigit() else word.lower()[:5]).encode("utf-8", "surrogatepass"))
            found[code % _DIMENSIONS] += 1 if code >> 16 & 1 else -1
    return found


@dataclass(frozen=True, slots=True)
class _Overview:
    """Each sentence's likeness with its best partner, of any two (``middle``), and pairs that are each other's best."""

    best: tuple[Array, Array]
    middle: float
    top: float
    mutual: list[tuple[int, int]]


def _overview(source: _Sentences, target: _Sentences, lengths: float) -> _Overview:
    """:param lengths: how much a difference in length takes from likeness."""
    n, m = len(source.single), len(target.single)
    long, wide = np.log(source.lengths + PAD), np.log(target.lengths + PAD)
    partner, ours = np.zeros(n, np.int64), np.zeros(n)
    back, theirs = np.zeros(m, np.int64), np.full(m, -np.inf)
    total = 0.0
    for start in range(0, n, _ROWS):
        like = source.single[start : start + _ROWS] @ target.single.T
        if lengths:
            like -= lengths * np.abs(long[start : start + _ROWS, None] - wide)
        rows = slice(start, start + len(like))
        partner[rows], ours[rows] = like.argmax(1), like.max(1)
        total += float(like.sum(dtype=np.float64))
        column, value = like.argmax(0), like.max(0)
        better = value > theirs
        back[better], theirs[better] = column[better] + start, value[better]
    top = max(float(ours.mean()), float(theirs.mean()))
    middle = min(total / (n * m), top - LEAST)
    return _Overview((ours, theirs), middle, top, [(i, int(j)) for i, j in enumerate(partner) if back[j] == i])


def _ratio(source: _Sentences, target: _Sentences, langs: tuple[str, str]) -> float:
    """How much longer the target says the same: as the surest pairs have it, and as is usual of the languages."""
    usual = math.log(_length(langs[1]) / _length(langs[0]))
    i, j = np.array(_overview(source, target, 0.0).mutual).T
    seen = float(np.median(np.log((target.lengths[j] + PAD) / (source.lengths[i] + PAD))))
    return math.exp((usual * PRIOR + seen * len(i)) / (PRIOR + len(i)))


def _length(lang: str) -> float:
    return float(load(lang)["compare"]["length"])


class _Path:
    def __init__(self, source: _Sentences, target: _Sentences, overview: _Overview) -> None:
        self.n, self.m = len(source.lengths), len(target.lengths)
        self.overview = overview
        self.span = max(overview.top - overview.middle, 1e-6)
        self.ours = {size: source.groups(size) for size in {a for a, _ in GROUPS} if size <= self.n}
        self.theirs = {size: target.groups(size) for size in {b for _, b in GROUPS} if size <= self.m}
        self.best = [_added(values[:, None])[:, 0] for values in overview.best]
        self.bands = _bands(_chain(overview), self.n, self.m)

    def beads(self) -> list[Bead]:
        steps: list[tuple[int, NDArray[np.uint8]]] = []
        rows: list[tuple[int, Array]] = []
        for i in range(self.n + 1):
            low, high = self.bands[i]
            score = np.full(high - low, -np.inf)
            step = np.full(high - low, _RIGHT, np.uint8)
            if i == 0:
                score[0] = 0.0
            else:
                _improve(score, step, low, rows[-1], _DOWN)
            for k, (a, b) in enumerate(GROUPS):
                if i >= a and a in self.ours and b in self.theirs:
                    before, gained = self._gained(i, a, b, rows[-a])
                    _improve(score, step, low, (before, gained), k)
            running = np.maximum.accumulate(score)
            step[running > score] = _RIGHT
            rows = [*rows[-3:], (low, running)]
            steps.append((low, step))
        return self._traced(steps)

    def _gained(self, i: int, a: int, b: int, row: tuple[int, Array]) -> tuple[int, Array]:
        """What stands at the ends of groups of ``b`` in row ``i``, when the last ``a`` sentences are put to them."""
        low, values = row
        stop = min(low + len(values), self.m - b + 1)
        return low + b, values[: max(stop - low, 0)] + self._gain(i, a, b, low, stop)

    def _gain(self, i: int, a: int, b: int, low: int, stop: int) -> Array:
        share = self._share(i - a, a, b, low, stop)
        gain: Array = (share - SKIP) * (a + b) / 2 - GROUP * (a + b - 2)
        return gain

    def _share(self, i: int, a: int, b: int, low: int, stop: int) -> Array:
        if stop <= low:
            return np.zeros(0)
        (ours, long), (theirs, wide) = self.ours[a], self.theirs[b]
        like = theirs[low:stop] @ ours[i] - LENGTHS * np.abs(long[i] - wide[low:stop])
        first, second = self.best
        own = (first[i + a] - first[i]) / a
        other = (second[low + b : stop + b] - second[low:stop]) / b
        span = (1 - LOCAL) * self.span + LOCAL * ((own + other) / 2 - self.overview.middle)
        share: Array = (like - self.overview.middle) / np.maximum(span, 1e-6)
        return share

    def _traced(self, steps: Sequence[tuple[int, NDArray[np.uint8]]]) -> list[Bead]:
        found = []
        i, j = self.n, self.m
        while i or j:
            low, step = steps[i]
            move = int(step[j - low])
            a, b = (1, 0) if move == _DOWN else (0, 1) if move == _RIGHT else GROUPS[move]
            i, j = i - a, j - b
            score = float(self._share(i, a, b, j, j + 1)[0]) if a and b else 0.0
            found.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), round(min(max(score, 0.0), 1.0), 4)))
        return found[::-1]


_DOWN, _RIGHT = 254, 255


def _improve(score: Array, step: NDArray[np.uint8], low: int, offer: tuple[int, Array], move: int) -> None:
    """Take ``offer``, which begins at its own column, wherever it is better."""
    first, values = offer
    start, stop = max(first, low), min(first + len(values), low + len(score))
    if start >= stop:
        return
    here, there = score[start - low : stop - low], values[start - first : stop - first]
    better = there > here
    here[better] = there[better]
    step[start - low : stop - low][better] = move


def _chain(overview: _Overview) -> list[tuple[int, int]]:
    """The longest run of sure pairs that ascends on both sides."""
    sure = (overview.middle + overview.top) / 2
    pairs = [(i, j) for i, j in overview.mutual if overview.best[0][i] >= sure]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [index]
    chain = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def _bands(chain: Sequence[tuple[int, int]], n: int, m: int) -> list[tuple[int, int]]:
    """For each row from 0 to ``n`` the columns from 0 to ``m`` that are looked at, first and after the last."""
    bands: list[tuple[int, int]] = []
    points = [(0, 0), *((i + 1, j + 1) for i, j in chain), (n, m)]
    at = 0
    for i in range(n + 1):
        while at + 2 < len(points) and points[at + 1][0] < i:
            at += 1
        (i0, j0), (i1, j1) = points[at], points[at + 1]
        middle = j0 + (j1 - j0) * (i - i0) // max(i1 - i0, 1)
        low, high = max(j0 - BAND, middle - WIDEST, 0), min(j1 + BAND, middle + WIDEST, m)
        if bands:
            low = min(max(low, bands[-1][0]), bands[-1][1] - 1)  # a band that leaps would cut the path
        bands.append((low, max(high, low) + 1))
    bands[0], bands[n] = (0, bands[0][1]), (bands[n][0], m + 1)
    return bands


def _added(rows: Array) -> Array:
    return np.concatenate([np.zeros((1, rows.shape[1])), np.cumsum(rows, axis=0, dtype=np.float64)])


def _unit(rows: Array) -> Array:
    scaled: Array = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return scaled
