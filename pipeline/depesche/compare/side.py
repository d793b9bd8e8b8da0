"""One text's part of a bead: its sentences, their words and facts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from depesche.compare import bounds, facts
from depesche.compare.bounds import Bound
from depesche.compare.facts import Fact, Facts, Key
from depesche.compare.records import Finding, FindingType, Note, Operation, Place, Severity
from depesche.compare.text import Text, Word
from depesche.entities import alike as names
from depesche.entities import by_name
from depesche.resources import LANGUAGES

NEAR = 5  # sentences before and after
_INFLECTED = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ"})
_PARTICLES = ("compound:prt", "advmod")  # a verb without the first of them is another verb


@dataclass(frozen=True)
class Side:
    """One text's part of a bead. :param stretch: of it that counts, if not all does."""

    text: Text
    all: Facts
    sentences: tuple[int, ...]
    stretch: tuple[int, int] | None = None

    @cached_property
    def start(self) -> int:
        return self.stretch[0] if self.stretch else self.text.sentences[self.sentences[0]].start

    @cached_property
    def end(self) -> int:
        return self.stretch[1] if self.stretch else self.text.sentences[self.sentences[-1]].end

    @cached_property
    def span(self) -> range:
        return self.text.words_within(self.start, self.end)

    @cached_property
    def tokens(self) -> Sequence[Word]:
        return self.text.words[self.span.start : self.span.stop]

    @cached_property
    def heads(self) -> list[int]:
        """Positions in :attr:`tokens`; a word whose head lies outside is its own."""
        return [w.head - self.span.start if w.head in self.span else i for i, w in enumerate(self.tokens)]

    @cached_property
    def forms(self) -> list[frozenset[str]]:
        """What lists of words may have each word as.

        Its base form, in small letters unless it is a noun; what is not inflected also as it stands; after ``=`` each
        as it stands, alone and with one or two words beside it (``=in half``, ``=in spite of``). A verb whose particle
        stands apart is another verb (``ablehnen``, ``lay off``).
        """
        tokens = self.tokens
        found = []
        for word in tokens:
            lemma = word.lemma if word.pos in ("NOUN", "PROPN") else word.lemma.lower()
            own = {lemma, f"={word.text.lower()}"}
            found.append(own if word.pos in _INFLECTED else own | {word.text.lower()})
        for size in (2, 3):
            for i in range(len(tokens) - size + 1):
                phrase = "=" + " ".join(word.text for word in tokens[i : i + size]).lower()
                for own in found[i : i + size]:
                    own.add(phrase)
        for i, word in enumerate(tokens):
            head = self.heads[i]
            verb, particle = tokens[head].lemma.lower(), word.text.lower()
            if head != i and tokens[head].pos in ("VERB", "AUX") and word.dep in _PARTICLES:
                found[head] |= {f"{particle}{verb}", f"{verb} {particle}"}
                if word.dep == _PARTICLES[0]:
                    found[head].discard(verb)
        return [frozenset(some) for some in found]

    @cached_property
    def words(self) -> str:
        return self.text.record.text[self.start : self.end]

    @cached_property
    def named(self) -> list[tuple[str, str, Place]]:
        """Months and days of the week outside of dates."""
        found = []
        for kind, value, start, end in facts.named(self.words, self.text.lang):
            at, after = self.start + start, self.start + end
            if not any(date.start <= at < date.end for date in self.dates):
                found.append((kind, value, Place(at, after, self.words[start:end], self.text.sentence_at(at))))
        return found

    @cached_property
    def described(self) -> list[tuple[str, int, int]]:
        """Ids of what is called otherwise in the other language, and where the words for it stand."""
        return [(i, self.start + a, self.start + b) for i, a, b in names.described(self.words, self.text.lang)]

    def called(self, fact: Fact) -> set[str]:
        """The ids that a name has, or a description that it is a part of."""
        own = {names.root(fact.entity.entity_id) or ""} if fact.entity else set()
        return own | {i for i, start, end in self.described if start <= fact.start and fact.end <= end}

    @cached_property
    def capitals(self) -> list[str]:
        """The words that begin with a capital or a figure and are no titles: only these can be names."""
        return self.capitals_but_for([])

    def capitals_but_for(self, some: Sequence[Fact]) -> list[str]:
        """The same without those of some names."""
        return [
            word for word in re.findall(r"[^\W_]+", self.but_for(some))
            if (word[:1].isupper() or word[:1].isdigit()) and not names.says_little(word, self.text.lang)
        ]

    @cached_property
    def counted(self) -> list[Fact]:
        return self.within(self.all.counted)

    def but_for(self, some: Sequence[Fact]) -> str:
        """The words without those of some names."""
        found = self.words
        for fact in some:
            start, end = fact.start - self.start, fact.end - self.start
            found = found[:start] + " " * (end - start) + found[end:]
        return found

    def part_of_pair(self, fact: Fact) -> bool:
        """Whether a number stands beside another with nothing but a mark between: 6:30, 3-1."""
        text = self.text.record.text
        after, before = text[fact.end : fact.end + 2], text[max(fact.start - 2, 0) : fact.start]
        return bool(re.match(r"[.:-]\d", after) or re.match(r"\d[.:-]", before))

    def within(self, some: Sequence[Fact]) -> list[Fact]:
        return [fact for fact in some if self.start <= fact.start < self.end]

    @cached_property
    def dates(self) -> list[Fact]:
        return self.within(self.all.dates)

    @cached_property
    def numbers(self) -> list[Fact]:
        return self.within(self.all.numbers)

    @cached_property
    def names(self) -> list[Fact]:
        return self.within(self.all.names)

    @cached_property
    def bounds(self) -> list[Bound]:
        return list(bounds.of([*self.numbers, *self.dates], self.words, self.start, self.text.lang))

    @cached_property
    def digits(self) -> set[str]:
        """All numbers that stand here in any form."""
        figures = re.findall(r"\d+", self.words)
        figures += [half for n in figures if re.fullmatch(r"0\d{3}", n) for half in (n[:2], n[2:])]  # 0200 GMT
        written = {n.lstrip("0") or "0" for n in figures}
        return written | {facts.number(f.quantity.value) for f in self.numbers if f.quantity}

    @cached_property
    def attached(self) -> set[str]:
        """Numbers that stand directly behind letters: A7, WW1."""
        return {found.lstrip("0") for found in re.findall(r"(?<=[^\W\d_])\d+", self.words)}

    @cached_property
    def loose(self) -> set[str]:
        """Numbers in figures outside of dates."""
        dates = [(fact.start, fact.end) for fact in self.dates]
        return {
            found.group().lstrip("0") for found in re.finditer(r"\d+", self.words)
            if not any(a <= self.start + found.start() < b for a, b in dates)
        }

    @cached_property
    def keys(self) -> set[Key]:
        stated = {key for fact in self.dates for key in fact.keys}
        for lang in LANGUAGES:  # a translation may leave them as they are
            stated |= {("wd", day) for day in facts.weekdays(self.words, lang)}
            stated |= {("m", month) for month in facts.months(self.words, lang)}
        return stated

    @cached_property
    def around(self) -> Side:
        """The same with the sentences near by: a name may be said there for a pronoun here."""
        first, last = max(self.sentences[0] - NEAR, 0), min(self.sentences[-1] + NEAR, len(self.text.sentences) - 1)
        return Side(self.text, self.all, tuple(range(first, last + 1)))

    def place(self, fact: Fact) -> Place:
        return Place(fact.start, fact.end, fact.text, self.text.sentence_at(fact.start))


def may_be_one(a: Fact, here: Side, b: Fact, there: Side) -> bool:
    """Whether two names can be one's: alike, or both parts of a longer name of either text (Kit, Harington)."""
    first, second = names.pieces(a.text, here.text.lang), names.pieces(b.text, there.text.lang)
    if names.root(a.value) == names.root(b.value) or names.state(a.value) == names.state(b.value):
        return True
    if two_places(a, here, b, there):
        return False
    if names.same_words(first, second):
        return True
    return any(
        len(whole) > 1 and all(any(names.alike(piece, other) for other in whole) for piece in (*first, *second))
        for side in (here, there) for whole in side.all.longer(side.text.lang)
    )  # fmt: skip


def two_places(a: Fact, here: Side, b: Fact, there: Side) -> bool:
    """Whether two names are those of two known places, or of what is in two: Universität Bonn, Cologne University."""
    ours, theirs = names.pieces(a.text, here.text.lang), names.pieces(b.text, there.text.lang)
    if all(_known_place(fact) for fact in (a, b)):
        alike = {names.plain(p) for p in ours} == {names.plain(p) for p in theirs}  # Mississippi River, Mississippi
        return names.root(a.value) != names.root(b.value) and not alike and not names.same_place(a.text, b.text)
    if min(len(ours), len(theirs)) < 2:
        return False
    first, second = names.places(ours, here.text.lang), names.places(theirs, there.text.lang)
    return bool(first and second) and not first & second


def _known_place(fact: Fact) -> bool:
    assert fact.entity
    known = bool(fact.entity.entity_id) and not by_name(fact.entity.entity_id)
    return known and fact.entity.label in names.PLACES


def finding(
    kind: FindingType, source: Place | None, target: Place | None, note: Note, severity: Severity, confidence: float,
    values: tuple[str | None, str | None] = (None, None),
) -> Finding:  # fmt: skip
    """What stands in both texts but differs, or in one of them alone."""
    operation: Operation = "dropped" if target is None else "added" if source is None else "changed"
    return Finding(kind, operation, source, target, values, severity, confidence, note)


def one_sided(place: Place, *, in_source: bool) -> tuple[Place | None, Place | None]:
    """The two places of what one of the texts alone has."""
    return (place, None) if in_source else (None, place)


def place_of(side: Side, i: int) -> Place:
    """Where a word of a side stands."""
    word = side.tokens[i]
    return Place(word.start, word.end, word.text, word.sentence)
