"""Paragraphs and sentences: the crude cutting that comes before everything else, by lines, stops and abbreviations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from depesche import resources
from depesche.records import Span

_TITLE = 3  # words with a capital, at least, in a headline in title case
LONG_SENTENCE = 4_000  # characters; what comes after weighs words against words, in the square of their number

_WORD = re.compile(r"[^\W\d_]+")
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
        while end < span.end and text[end].isspace():
            end += 1
        span = Span(end, span.end)
    return [*pieces, span] if span.end > span.start else pieces


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


def title_case(words: Sequence[str], lang: str) -> bool:
    """Whether all but small words of a sentence have a capital, and not only that: House Passes Bill to Ban TikTok."""
    small, verbs = headlines(lang)
    if not verbs or any(word.islower() and word.isalpha() and word not in small for word in words):
        return False
    written = [word for word in words if word.isalpha() and not word.islower()]
    return len(written) >= _TITLE and not all(word.isupper() for word in written)


@cache
def headlines(lang: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words that stay small in headlines in title case, and verbs of headlines, in small letters; none where a language
    has no title case.
    """
    if lang not in resources.LANGUAGES:
        return frozenset(), frozenset()
    data = resources.language(lang, "text")["headlines"]
    return frozenset(data["small"].split()), frozenset(data["verbs"].split())
