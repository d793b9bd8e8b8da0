"""What a text says of a name: the brewery Harlow; Harlow, a family firm; and what the others of a list are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from depesche.entities.gazetteer import by_name, given_names, name_id
from depesche.entities.grammar import Lang, head, nameable, thing
from depesche.entities.words import Span, Words
from depesche.quotations import DOUBLE_MARKS
from depesche.records import Label

_MISTAKEN = ("PERSON", "GPE", "LOC")  # what a firm that nobody knows may be taken for
_DESCRIBING = ("ADJ", "NOUN", "PROPN", "NUM")  # words before a noun that say more of it
_NAMING = ("NOUN", "PROPN", "PART")  # words behind a noun that it says more of: a company founder
# what a noun may say of a name, and the labels of places that a name keeps nevertheless (die Fähre Hamburg)
_PLACES_STAY: dict[Label, tuple[Label, ...]] = {"PRODUCT": ("GPE",), "EVENT": ("GPE", "LOC"), "GPE": ("LOC",)}
_LIST = 4  # names that are a list


@dataclass(frozen=True, slots=True)
class Described:
    """:param name: the language. :param tags: the word classes. :param read: what the encoder read, by each of its
    words.
    """

    name: str
    words: Words
    lang: Lang
    tags: Mapping[int, str]
    read: Mapping[int, Span]

    def unread(self) -> Iterator[Span]:
        """What was read as nothing and is a ship or a firm by the words round it, or stands behind the noun for a ship
        in quotation marks: the tanker Star Borealis, der Frachter „Berta Kienass“, die Brauerei Höss.
        """
        words, tags, gap = self.words.text, self.tags, self.words.gap
        for i in [i for i, word in enumerate(words) if word in DOUBLE_MARKS]:
            start, upper = i + 1, i + 1 < len(words) and words[i + 1][0].isupper()
            if upper and self._noun_before(start) == "PRODUCT":
                end = next((j for j in range(start + 1, min(start + 6, len(words))) if words[j] in DOUBLE_MARKS), start)
                if start < end:
                    yield Span(start, end, "PRODUCT", name_id(" ".join(words[start:end])), 1)
        unread = [i for i, tag in tags.items() if tag == "PROPN" and i not in self.read]
        for i in [i for i in unread if tags.get(i - 1) != "PROPN"]:
            end = self._proper(i)
            label = self.said_to_be(Span(i, end, "ORG", None)) if i < end else None
            label = label or ("EVENT" if self._is_storm(i, end) else None)
            if label == "PRODUCT" and end < len(words) and words[end].isdigit() and gap[end] == 1:
                end += 1  # Humanity 1
            if label:
                yield Span(i, end, label, name_id(" ".join(words[i:end])), 1)

    def _proper(self, i: int) -> int:
        """End of the proper nouns that begin with word ``i`` and were read as nothing."""
        end = i
        words = self.words.text
        while end < len(words) and self.tags.get(end) == "PROPN" and end not in self.read:
            if not nameable(words[end], self.lang) or (end > i and self.words.gap[end] != 1):
                break
            end += 1
        return end if not self.words.hyphen(end) else i

    def listed(self, spans: Sequence[Span]) -> list[Span]:
        """What nobody knows in a list is what the others of the list are: Thales, Indra, Saab and Diehl."""
        found, row = list(spans), 0
        for n in range(1, len(found) + 1):
            if n < len(found) and self._beside(found[n - 1], found[n]):
                continue
            if n - row >= _LIST:
                found[row:n] = self._alike(found[row:n])
            row = n
        return found

    def _alike(self, row: Sequence[Span]) -> list[Span]:
        labels = Counter("GPE" if span.label == "LOC" else span.label for span in row)
        most, size = labels.most_common(1)[0]
        if most not in ("ORG", "GPE", "PERSON") or size < 0.75 * len(row):
            return list(row)
        return [
            replace(span, label=most) if span.label in (*_MISTAKEN, "ORG") and self._is_open(span, most) else span
            for span in row
        ]

    def _beside(self, one: Span, other: Span) -> bool:
        """Whether a comma or a conjunction is all that stands between two names."""
        between = [word for word in self.words.text[one.end : other.start] if word != ","]
        return one.end < other.start <= one.end + 2 and all(word in self.lang.conjunctions for word in between)

    def _is_open(self, span: Span, label: Label) -> bool:
        """Whether a name of one word, which nobody knows, may be something else than it was read as."""
        places = {span.label, label} == {"GPE", "LOC"}
        return by_name(span.entity_id) and span.end - span.start == 1 and not places

    def called(self, span: Span) -> Span:
        """A name that nobody knows, with the label of what the text says it is."""
        label = self.said_to_be(span) if by_name(span.entity_id) else None
        return replace(span, label=label) if label else span

    def said_to_be(self, span: Span) -> Label | None:
        called = self._noun_before(span.start)
        if span.label in (*_MISTAKEN, "ORG") and self._is_called_a_firm(span, called):
            return "ORG"
        if span.label == "PERSON" and self._is_storm(span.start, span.end):
            return "EVENT"
        return called if called in _PLACES_STAY and span.label not in _PLACES_STAY[called] else None

    def _is_storm(self, start: int, end: int) -> bool:
        """Whether the noun is a part of the name: Hurricane Rita."""
        return end - start > 1 and self.lang.things["EVENT"].fullmatch(self.words.text[start]) is not None

    def _is_called_a_firm(self, span: Span, called: Label | None) -> bool:
        """Whether the noun before a name says that it is a firm: der Pharmakonzern Lundbeck, die Kanzlei Waldorf
        Frommer, but not the airline Michael O'Leary runs; or the words behind it do: Harlow, a family firm.
        """
        alone = span.end - span.start == 1
        near = alone or (self.lang.compounds and self.words.text[span.start] not in given_names())
        return (near and called == "ORG") or self._is_said_a_firm(span)

    def _noun_before(self, i: int) -> Label | None:
        """What the noun before word ``i`` says is named there; also two words or parts, and before quotation marks."""
        words, gap = self.words.text, self.words.gap
        i -= 1 if i and words[i - 1] in DOUBLE_MARKS and gap[i] == 0 else 0
        if i == 0 or gap[i] != 1:
            return None
        noun = words[i - 1]
        before = words[i - 3] + "-" if self.words.hyphen(i - 2) and i > 2 else words[i - 2] + " " if i > 1 else ""
        return thing(noun, self.name) or thing(before + noun, self.name)

    def _is_said_a_firm(self, span: Span) -> bool:
        words, tags, i = self.words.text, self.tags, span.end + 1
        if i >= len(words) or words[i - 1] != ",":
            return False
        if words[i] in self.lang.of_things:
            return span.label == "PERSON" and self.words.fresh[span.start]
        if words[i] not in self.lang.indefinite:
            return False
        i += 1
        while i < len(words) and i - span.end < 6 and tags.get(i) in _DESCRIBING and not self._acts(i):
            i += 1
        return i < len(words) and self._acts(i) and (i + 1 == len(words) or tags.get(i + 1) not in _NAMING)

    def _acts(self, i: int) -> bool:
        words, word = self.words.text, self.words.text[i]
        group = word in self.lang.groups and i + 1 < len(words) and words[i + 1] in self.lang.genitives
        return head(word, self.lang) == "ORG" and word not in self.lang.counts and not group
