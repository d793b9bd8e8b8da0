"""The names that the knowledge file has, where a text names them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from depesche.annotate import is_word
from depesche.entities.gazetteer import Table, name_id
from depesche.entities.grammar import Lang, nameable
from depesche.entities.words import Span, Words
from depesche.records import Label

SHORT = 4  # letters of a word in capitals up to which it may be an acronym or a word of the language


@dataclass(frozen=True, slots=True)
class Known:
    """:param name: the language. :param tags: the word classes. :param read: what the encoder read, by each of its
    words. :param shouted: as :func:`shouted` finds them.
    """

    name: str
    words: Words
    table: Table
    lang: Lang
    tags: Mapping[int, str]
    read: Mapping[int, Span]
    shouted: set[int]

    def names(self) -> list[Span]:
        return self._elsewhere(list(self._found()))

    def _found(self) -> Iterator[Span]:
        i, n = 0, len(self.words)
        while i < n:
            span = self._known_at(i)
            if span is not None:
                yield span
            i = span.end if span is not None else i + 1

    def _elsewhere(self, spans: Sequence[Span]) -> list[Span]:
        """``spans`` with another id for a city before a state that it does not lie in: London, Ontario."""
        found = list(spans)
        for n, (city, state) in enumerate(pairwise(spans)):
            parted = state.start == city.end + 1 and self.words.text[city.end] == ","
            if parted and self._foreign(city, state) and not self._in_a_row(city, state):
                own = name_id(" ".join(self.words.text[city.start : city.end]))
                found[n] = replace(city, entity_id=f"{own}-{str(state.entity_id).removeprefix('name:').lower()}")
        return found

    def _in_a_row(self, city: Span, state: Span) -> bool:
        """Whether the state is one more of a list: Berlin, Hamburg, Texas and Ohio."""
        words = self.words.text
        listed = city.start > 1 and words[city.start - 1] == "," and words[city.start - 2][0].isupper()
        return listed or (state.end < len(words) and words[state.end] in self.lang.conjunctions)

    def _foreign(self, city: Span, state: Span) -> bool:
        country, lies_in = self.table.states.get(state.entity_id or ""), self.table.seats.get(city.entity_id or "")
        return country is not None and lies_in is not None and country != lies_in

    def _known_at(self, i: int) -> Span | None:
        """The longest known name that begins with word ``i``, also in capitals or, of a people, with a sentence."""
        words, word = self.words.text, self.words.text[i]
        ways = [(self.table.lengths, self.table.forms, word)] if word in self.table.lengths else []
        if word.isupper() and len(word) > 1:
            ways.append((*self.table.capitals, word))
        elif self.words.fresh[i]:
            ways.append((self.table.lengths, self.table.forms, word[0].lower() + word[1:]))
        for lengths, forms, first in ways:
            for length in lengths.get(first, ()):
                end = i + length
                entry = forms.get((first, *words[i + 1 : end])) if end <= len(words) else None
                if entry is None or not self.free(i, end, entry.label) or not self._may_be(i, end, first, entry.label):
                    continue
                return Span(i, end, entry.label, entry.entity_id, 2)
        return None

    def _may_be(self, start: int, end: int, first: str, label: Label) -> bool:
        """Whether a known name is one here. In a line of capitals WHO and US are pronouns, unless the encoder reads a
        name; of other words in capitals short ones are names where it does (ROM). What only begins a sentence with a
        capital is one of a people.
        """
        word, read = self.words.text[start], self.read.get(start)
        if first != word:
            return label == "NORP"
        person = read is not None and read.label == "PERSON" and read.end == end
        if person and label != "PERSON" and self.word_before(start) in self.lang.titles:
            sign = self.lang.genitive_sign
            # Minister Ghanas, but not Ms. Ford
            return bool(sign) and word.endswith(sign) and (word.removesuffix(sign),) in self.table.forms
        if start in self.read or not word.isupper():
            return True
        if start in self.shouted and word.casefold() in self.lang.never:
            return self._announces(start)
        return end - start > 1 or len(word) > SHORT or (word,) in self.table.forms

    def _announces(self, i: int) -> bool:
        """Whether a line of capitals begins with word ``i`` and says what an organisation does: WHO WARNS ALL."""
        words, gap = self.words.text, self.words.gap
        if (i and gap[i] < 2) or i + 1 == len(words) or words[i + 1].casefold() not in self.lang.announces:
            return False
        end = next((at for at in range(i + 1, len(words)) if gap[at] == 2), len(words))
        return words[end - 1] != "?"

    def free(self, start: int, end: int, label: Label) -> bool:
        """Whether a known name stands by itself or leads a hyphen compound, and does not run over a break."""
        words, gap = self.words.text, self.words.gap
        if 2 in gap[start + 1 : end]:
            return False
        glued = start > 1 and gap[start] == 0 and words[start - 1] in "-@#/" and gap[start - 1] == 0
        if words[start - 1] == "@" and start and gap[start] == 0:
            return False
        return (
            not glued or words[start - 1] == "/" or self.lang.compound_last or label == "NORP" or self.words.hyphen(end)
        )

    def nameable(self, i: int) -> bool:
        if i >= len(self.words):
            return False
        return nameable(self.words.text[i], self.lang)

    def quarter(self, span: Span, city: Span) -> bool:
        """Whether a place was read that a hyphen joins to a known one: Hamburg-Altona, but not der Berlin-Besuch or
        US-Küste; with a known place or a word behind it only where a word leads to one place: in Berlin-Kreuzberg,
        but not Strecke Köln-Bonn, Streit um Syrien-Einsatz.
        """
        words, start, end = self.words.text, span.start, city.end
        both = {span.label, city.label} <= {"GPE", "LOC"} and self.words.hyphen(end) and span.end == end + 2
        if not both or start != city.start or self.tags.get(start) != "PROPN" or words[start].isupper():
            return False
        if not words[end + 1][0].isupper():
            return False  # Berlin-based
        before = words[start - 1].lower() if start and self.words.gap[start] == 1 else ""
        described = self.tags.get(start - 1) == "ADJ" or before in self.lang.determiners | self.lang.contracted
        if described or before in self.lang.to_places:
            return not described
        other = (words[end + 1],) in self.table.forms
        return not other and (words[end + 1] in self.lang.quarters or not is_word(words[end + 1], self.name))

    def word_before(self, i: int) -> str:
        """The word before word ``i``, also where it is abbreviated, or none."""
        words, gap = self.words.text, self.words.gap
        if i == 0 or gap[i] != 1:
            return ""
        return words[i - 2 if i > 1 and words[i - 1] == "." and gap[i - 1] == 0 else i - 1]


def shouted(text: str, words: Words) -> set[int]:
    """The words of lines that are all in capitals: of one that holds more than an acronym."""
    found: set[int] = set()
    if not any(line.isupper() for line in text.splitlines()):
        return found
    start, end = words.start, words.end
    for i in range(len(words)):
        if i and i - 1 in found and "\n" not in text[end[i - 1] : start[i]]:
            found.add(i)
        elif i == 0 or "\n" in text[end[i - 1] : start[i]]:
            stop = text.find("\n", start[i])
            line = text[start[i] : stop if stop >= 0 else len(text)]
            if line.isupper() and len(line.split()) > 2:
                found.add(i)
    return found
