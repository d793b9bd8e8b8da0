"""Names that their place in a letter tells: in a salutation, beneath a closing, before the date, behind a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from depesche.entities.gazetteer import given_names, name_id, shortened_names
from depesche.entities.grammar import Lang, head
from depesche.entities.words import Span, Words
from depesche.records import Label
from depesche.sentences import lexicon

_LINE = re.compile(r"\S.*")
_COMMA = re.compile(r",\s+(?=[a-z])")
_SIGNS = frozenset(",!.:;–—-")
_DATE = re.compile(
    r"\d{1,2}(?:[./]|[a-z]{2,3}\b|\s[IVX]+\b|\s(?P<month>[^\W\d_]{3,}))"
    r"|(?P<first>[^\W\d_]{3,})\.? \d{1,2}(?:[a-z]{2})?\b"
)
_LONGEST = 7  # words and stops of a name
_PROPER = ("PROPN", "INTJ")  # Thos
_FIRMS: frozenset[Label] = frozenset({"ORG"})
_NOBODY: frozenset[Label] = frozenset({"ORG", "GPE", "LOC"})
_TITLED = ("ORG", "MISC")  # of what a title may be a part
_SHORT = 80  # characters at the end of a line among which a closing counts
_ENDS = frozenset(".!?,;:)–—-")
_HEAD = 3  # lines in which the place before a date stands


@dataclass(frozen=True, slots=True)
class Addressed:
    """:param tags: the word classes. :param read: what the encoder read, by each of its words. :param known: names of
    the knowledge file, by their first word.
    """

    text: str
    words: Words
    lang: Lang
    tags: Mapping[int, str]
    read: Mapping[int, Span]
    known: Mapping[int, Span]

    def names(self) -> Iterator[Span]:
        """People who have a title, are greeted or sign, and the place in the line of the date."""
        words, gap = self.words.text, self.words.gap
        telling = self.lang.courtesies | {"."}
        for i in [i for i, word in enumerate(words) if word in telling]:
            if words[i] != ".":
                yield from self._entitled(i + 1)
            elif i and gap[i] == 0 and len(words[i - 1]) > 1 and is_shortened(words[i - 1]):
                if words[i - 1] in given_names() or words[i - 1] in self.lang.courtesies:
                    continue
                start, end = self._before(i - 1), self._end(i - 1)
                yield from self._person(start if end > i + 1 else end, end, _FIRMS)
        lines = list(_LINE.finditer(self.text))
        for n, line in enumerate(lines):
            yield from self._greeted(line.start())
            yield from self._signed(lines[n - 1][0].rstrip() if n else "", line)
            if n < _HEAD:
                yield from self._place(line, lines[n + 1][0] if n + 1 < len(lines) else "")
        for comma in _COMMA.finditer(self.text):
            yield from self._greeted(comma.end())

    def _entitled(self, i: int) -> Iterator[Span]:
        """Who has the title before word ``i``."""
        start = self._behind_titles(i)
        name = self._behind_particles(start)
        end = self._end(name)
        if end == name or (self.tags.get(end) == "NOUN" and self.words.text[end].islower()):
            return  # Miss Earth candidates
        if self._stopped(end - 1) and self._begins(end + 1) and end - 1 not in self.read:
            return  # Maj. Gen. Eva Roth
        if self._begins(name) and (self.words.text[name] in given_names() or self.read[name].end > name + 1):
            start = name  # die Familie von Eva Roth
        if not any(map(self._begins, range(name + 1, end))) or self._is_first(name):
            yield from self._person(start, end, frozenset())  # but Miss Universe Eva Roth

    def _begins(self, i: int) -> bool:
        """Whether a person was read from word ``i`` on."""
        read = self.read.get(i)
        return read is not None and read.label == "PERSON" and read.start == i

    def _is_first(self, i: int) -> bool:
        """Whether a word is a first name, or one of a person who was read."""
        word, read = self.words.text[i], self.read.get(i)
        return word in given_names() or is_shortened(word) or (read is not None and read.label == "PERSON")

    def _greeted(self, start: int) -> Iterator[Span]:
        """Whom a salutation names: Lieber Max und Karl!, thanks, dear Anna, …"""
        opened = self.lang.greeting.match(self.text, start)
        i = self._behind_titles(bisect_left(self.words.start, opened.end())) if opened else 0
        found = []
        while opened and (end := self._end(i)) > i:
            if not self.lang.nobody.fullmatch(self._said(i, end)):
                found.append((i, end))
            if end < len(self.words) and self.words.text[end] in self.lang.conjunctions:
                i = end + 1
                continue
            if self._closed(end):
                for begin, stop in found:
                    yield from self._person(begin, stop, _FIRMS)
            return

    def _signed(self, before: str, line: re.Match[str]) -> Iterator[Span]:
        """Who signs: … bis bald! Dein Jakob, and a name alone beneath a closing."""
        at = bisect_left(self.words.start, line.end()) - 1
        while at >= 0 and self.words.start[at] >= line.start() and self.words.text[at] in _SIGNS:
            at -= 1
        if not self._named(at):
            return  # most lines: nothing has to be searched in them
        begin = self._behind_closing(line[0])
        if begin == len(line[0]) or not (begin or self._behind_closing(before) == len(before) > 0):
            return
        i = bisect_left(self.words.start, line.start() + begin)
        end, last = self._end(i), bisect_left(self.words.start, line.end())
        first = self.words.text[i] if i < last else ""
        sure = end - i == 1 or self._stopped(i) or first in given_names()
        if sure and _SIGNS.issuperset(self.words.text[end:last]):
            yield from self._person(i, end, _NOBODY)

    def _behind_closing(self, line: str) -> int:
        """Where the closing ends that ends a line or stands before the name that does; 0 without one."""
        first = max(len(line) - _SHORT, 0)
        end = 0
        for found in self.lang.closing.finditer(line, first):
            before = line[: found.start()].rstrip()
            if not before or before[-1] in _ENDS or end == found.start():
                end = found.end()
        return end

    def _place(self, line: re.Match[str], after: str) -> Iterator[Span]:
        """A place that was read as a person or not at all, before the date: Rye, October 4th."""
        i = bisect_left(self.words.start, line.start())
        read = self.read.get(i)
        alone = read is None or (read.label == "PERSON" and read.end == i + 1)
        if not self._named(i) or not alone or self.words.text[i] in given_names() or i in self.known:
            return
        rest = line[0][len(self.words.text[i]) :].strip(". ")
        said = after if not rest else rest.lstrip(", ") if rest.startswith(",") else ""
        lead, _, behind = said.partition(" ")
        date = _DATE.match(behind if lead in self.lang.before_dates else said)
        month = date and (date["month"] or date["first"])
        if date and (not month or any(name.startswith(month) for name in lexicon().months)):
            yield self._span(i, i + 1, "GPE")

    def _behind_titles(self, i: int) -> int:
        """The word behind titles: Herr Direktor Walter, Dear Prof. Jones."""
        words, gap = self.words.text, self.words.gap
        while True:
            if words[i : i + 1] == ["."] and gap[i] == 0:
                i += 1
            if i + 1 >= len(words) or gap[i + 1] == 2 or not words[i][0].isupper():
                return i
            after = i + 1 + self._stopped(i)
            title = words[i] in self.lang.titles or head(words[i], self.lang) == "PERSON" or self.tags.get(i) == "NOUN"
            if not (title or self.lang.nobody.fullmatch(words[i])) or not self._named(self._behind_particles(after)):
                return i
            i += 1

    def _behind_particles(self, i: int) -> int:
        while i < len(self.words) and self.words.text[i] in self.lang.particles:
            i += 1 + self._stopped(i)
        return i

    def _stopped(self, i: int) -> bool:
        """Whether a stop is glued to the word."""
        return self.words.text[i + 1 : i + 2] == ["."] and self.words.gap[i + 1] == 0

    def _end(self, i: int) -> int:
        """Where the name of a person ends that begins with word ``i``; ``i`` if none does."""
        words, gap, end = self.words.text, self.words.gap, i
        while end < len(words) and (end == i or gap[end] == 1) and end - i < _LONGEST:
            word = words[end]
            read = self.read.get(end + 1)
            if i < end and word in self.lang.particles and read and read.label == "PERSON":
                end += 1
            elif self._stopped(end) and is_shortened(word):
                end += 2
            elif self._named(end) and not (i < end and self._owns(end - 1)):
                end += 1
                while self.words.hyphen(end) and self.words.text[end + 1][0].isupper():
                    end += 2
            else:
                break
        return end

    def _owns(self, i: int) -> bool:
        """Whether a surname was read to its end in a genitive: Frau Müllers Hund."""
        sign, word, read = self.lang.genitive_sign, self.words.text[i], self.read.get(i)
        owner = read is not None and read.label == "PERSON" and read.end == i + 1
        return owner and bool(sign) and word.endswith(sign) and word not in given_names()

    def _before(self, i: int) -> int:
        """Where a name begins that goes on with a short form: Otto Jul. Bierbaum."""
        whole, before = self.read.get(i), self.read.get(i - 1) if i and self.words.gap[i] == 1 else None
        if before and before.label == "PERSON" and (before.end == i or before == whole):
            return before.start
        return i

    def _named(self, i: int) -> bool:
        """Whether a word may be one of a name."""
        word, read = self.words.text[i] if i < len(self.words) else "", self.read.get(i)
        if not word[:1].isupper() or any(map(str.isdigit, word)) or word.casefold() in self.lang.never:
            return False
        double = self.words.hyphen(i + 1) and self.tags.get(i) == "X"  # Beer-Hofmann
        return self.tags.get(i) in _PROPER or double or (read is not None and read.label == "PERSON")

    def _closed(self, end: int) -> bool:
        return end == len(self.words) or self.words.gap[end] == 2 or self.words.text[end] in _SIGNS

    def _said(self, start: int, end: int) -> str:
        return self.text[self.words.start[start] : self.words.end[end - 1]]

    def _person(self, start: int, end: int, but: frozenset[Label]) -> Iterator[Span]:
        """The words as a person, unless they were read as one, are another name, or a part of them was read as what has
        one of the labels ``but`` or as what their title belongs to: Miss Earth, Mr. Robot. Behind a title, which
        is what there is no ``but`` for, a known place is a person where one was read: Herr Speyer.
        """
        read = {span for i in range(start, end) if (span := self.read.get(i))}
        known = self.known.get(start)
        word = self.words.text[start] if start < end else ""
        other = known is not None and known.label != "PERSON"
        same = any(span.label == "PERSON" and span.start == start and span.end >= end for span in read)
        both = same and other and not but
        if start == end or ((same or other) and not both):
            return
        office = head(word, self.lang) or head(word.lower(), self.lang) == "PERSON" or word in self.lang.titles
        if end - start == 1 and office:
            return  # Mr. President
        if not any(span.label in but or (span.label in _TITLED and span.start < start) for span in read):
            yield self._span(start, end, "PERSON")

    def _span(self, start: int, end: int, label: Label) -> Span:
        return Span(start, end, label, name_id(" ".join(self.words.text[start:end])), 3)


def is_shortened(word: str) -> bool:
    """Whether a word with a stop behind it stands for a first name: R., Rob., Thos."""
    return word[0].isupper() and (len(word) == 1 or word in shortened_names())
