"""Names that nobody knows, built from their form: Harlow Holding, der Rat für Forschung, Frau von der Heyde."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from depesche.entities.gazetteer import FIRM_SIGNS, firm_words, given_names, name_id
from depesche.entities.grammar import Form, Lang, head
from depesche.entities.known import Known
from depesche.entities.words import Span, Words
from depesche.sentences import lexicon

_YEAR = re.compile(r"[12]\d{3}")
_NAME_LENGTH = 14  # words: the longest name built from its form


@dataclass(frozen=True, slots=True)
class Formed:
    """:param tags: the word classes. :param read: what the encoder read, by each of its words."""

    words: Words
    lang: Lang
    tags: Mapping[int, str]
    read: Mapping[int, Span]
    known: Known

    def names(self, at: Mapping[int, Span]) -> Iterator[Span]:
        words = self.words.text
        for i, word in enumerate(words):
            if not word[0].isupper() and not word[0].islower():
                continue
            form = self.lang.forms.get(word)
            if form is None and len(word) > 7 and word[0].isupper() and word.endswith(self.lang.stems):
                form = next((f for stem, f in self.lang.endings if word.endswith(stem)), None)
                if form is not None and word.removesuffix(self.lang.genitive_sign) in form.common:
                    continue
            if form is not None:
                yield from self._form(i, form, at)

    def _form(self, i: int, form: Form, at: Mapping[int, Span]) -> Iterator[Span]:
        """The name whose head word is ``i``."""
        words, gap = self.words.text, self.words.gap
        start, end = self._form_start(i, form), self._form_end(i, form, at)
        start = self._compound_start(i, end > i + 1) if start == i else start
        unread = self.tags.get(start) == "NOUN" and start not in self.read
        if start < i and form.left == 1 and (unread or head(words[start], self.lang)):
            return  # two nouns in a row: dass die App Nachrichten löscht
        behind = words[end] if end < len(words) else ""
        if behind in form.whole or (behind in self.lang.portfolios and form.label == "ORG" and not form.right):
            return  # Article 5 of the Treaty, the Energy Minister
        if (form.number and end == i + 1) or end - start < form.words or not (end - start > 1 or words[i][0].isupper()):
            return
        if self._read_otherwise(i, start, end, form):
            return
        known = at.get(start)
        more = {word.casefold() for word in words[known.end : end]} if known else set()
        if known and known.label == form.label and more <= firm_words():
            entity_id = known.entity_id  # Marks & Spencer plc
        else:
            entity_id = self._number_id(start, end, form) or name_id(" ".join(words[start:end]))
        if end < len(words) and words[end] == "." and gap[end] == 0 and words[i] in self.lang.abbreviated:
            end += 1
        yield Span(start, end, form.label, entity_id, 1)

    def _read_otherwise(self, i: int, start: int, end: int, form: Form) -> bool:
        """Whether a name built round word ``i`` takes in what was read as a name of its own: the Labour Party and the
        Popular Front, Liberal Party of Canada Fernand Viau, Michael Bay.
        """
        own = self.read.get(i)
        others = {self.read[j] for j in range(start, end) if j in self.read} - {own}
        if own is None:
            if any(other.label == "PERSON" and other.start == i + 2 for other in others):
                return True  # das Ministerium von Volker Wissing
            return any(other.start > i and self._headed(other) for other in others)
        if own.label == "PERSON":
            named = form.left > 0 and own.start == start and self.words.text[start] in given_names()
            return form.label in ("LOC", "LAW") or named  # Charlotte Church, Buffalo Bill, but not Viktoria Köln
        if own.label != "ORG":
            return False
        if not others and own.start >= start and own.end <= end:
            left = any(self.tags.get(j) == "NOUN" for j in range(start, own.start))
            right = own.end < end and self.known.nameable(own.end) and self.words.gap[own.end] == 1
            return left or right
        cut = any(span.start < start or span.end > end for span in (own, *others))
        return bool(others) and (cut or any(o.label == "PERSON" or self._headed(o) for o in others))

    def _headed(self, span: Span) -> bool:
        """Whether a name of an organisation was read in which a word says so, or in words beside a conjunction."""
        words, beside = self.words.text, (span.start - 1, span.end)
        if span.label != "ORG":
            return False
        joined = any(0 <= i < len(words) and words[i] in self.lang.conjunctions for i in beside)
        return (joined and span.end - span.start > 1) or any(w in self.lang.forms for w in words[span.start : span.end])

    def _number_id(self, start: int, end: int, form: Form) -> str | None:
        """The same id in every language for an act that has a number: ``eu-833-2014``."""
        words = self.words.text[start:end]
        issuer = next((form.ids[word] for word in words if word in form.ids), None)
        return "-".join([issuer, *(word for word in words if word.isdigit())]) if issuer else None

    def _form_start(self, i: int, form: Form) -> int:
        words, gap, start = self.words.text, self.words.gap, i
        while start > 0 and i - start < form.left and gap[start] < 2:
            listed = words[start - 1] == "," and start < i  # Widgets, Inc., but not BHP, Widgets Inc.
            joined = words[start - 1] in form.joins and not listed
            joined = joined and start > 1 and self.known.nameable(start - 2) and gap[start - 1] < 2
            if joined and head(words[start - 2].lower(), self.lang) == "PERSON":
                break  # Member of Parliament
            if joined or self.known.nameable(start - 1):
                start -= 1
            elif self.words.hyphen(start - 1) and start > 1:
                start -= 2
            elif start > 2 and words[start - 1] == self.lang.possessive_sign and (
                words[start - 3] in self.lang.possessives
            ):
                start -= 3
            else:
                break
        while start < i and (words[start] in form.joins or words[start].casefold() in self.lang.weak):
            start += 1
        return start

    def _compound_start(self, i: int, longer: bool) -> int:
        """Where the compound that ends in the head word ``i`` begins if it is a name or a longer one follows:
        Rosa-Luxemburg-Stiftung, Naumann-Stiftung für die Freiheit, but not die Online-Akademie or US-Universität.
        """
        start = i
        while start > 1 and self.words.hyphen(start - 1):
            start -= 2
        named = longer or (i - start > 2 and self.tags.get(start) == "PROPN")
        return start if named and not self.words.text[start].isupper() and self.words.text[start][0].isupper() else i

    def _form_end(self, i: int, form: Form, at: Mapping[int, Span]) -> int:
        words, gap, end = self.words.text, self.words.gap, i + 1
        if end >= len(words) or gap[end] == 2:
            return end
        if form.number:
            return self._number(end)
        if words[end] in form.right:
            year = words[end + 1] if form.label == "LAW" and end + 1 < len(words) else ""
            return end + 2 if _YEAR.fullmatch(year) else self._phrase(end, form)  # the Act of 1963, the Act on 3 May
        if form.place and end in at and at[end].label in ("GPE", "LOC"):
            read = self.read.get(end)
            return read.end if read and self.known.quarter(read, at[end]) else at[end].end
        if form.after and self.known.nameable(end) and gap[end] == 1:
            named = at.get(end) or self.read.get(end)
            return max(self._joined(end), named.end if named and named.start == end else 0)
        read = self.read.get(end) if form.place and gap[end] == 1 else None
        return read.end if read and read.start == end and read.label in ("GPE", "LOC") else end

    def _number(self, i: int) -> int:
        """End of "(EU) Nr. 833/2014", "13224" or "2231 (2015)" from word ``i`` on."""
        words, gap = self.words.text, self.words.gap
        j = i
        while j < len(words) and j - i < 9 and gap[j] < 2 and (words[j] in self.lang.number_words):
            j += 1
        if j >= len(words) or not words[j][0].isdigit():
            return i
        j += 1
        while j + 1 < len(words) and gap[j] == 0 and words[j] in "/." and words[j + 1][0].isalnum() and gap[j + 1] == 0:
            j += 2
        if j + 2 < len(words) and words[j] == "(" and words[j + 1].isdigit() and words[j + 2] == ")":
            j += 3
        return j

    def _phrase(self, i: int, form: Form) -> int:
        """End of "of Posts and Telecommunications" from the preposition ``i`` on."""
        words, gap = self.words.text, self.words.gap
        j = end = i
        while j < len(words) and j - i < _NAME_LENGTH and gap[j] < 2:
            if self.known.nameable(j):
                end = j + 1
            elif self.words.hyphen(j):
                pass
            elif (words[j] not in form.right and words[j] not in self.lang.inside) or self._next_one(j):
                break
            j += 1
        return end

    def _next_one(self, i: int) -> bool:
        """Whether the conjunction ``i`` is followed by a name of its own: the Party of Regions and the Green Party."""
        words = self.words.text
        if words[i] not in self.lang.conjunctions:
            return False
        j = i + 1
        while self.known.nameable(j) and j - i < 6:
            if words[j] in self.lang.forms:
                return True
            j += 1
        return j == i + 1

    def _joined(self, i: int) -> int:
        """End of a word and of what hyphens join to it (Karl-Heinz)."""
        end = i + 1
        while self.words.hyphen(end) and self.known.nameable(end + 1):
            end += 2
        return end

    def noble(self) -> Iterator[Span]:
        """A surname with its particles behind a title or an office: Frau von der Heyde, EU-Präsidentin von der Heyde,
        but not die Frau von der Bank.
        """
        words, gap = self.words.text, self.words.gap
        for i, title in enumerate(words[:-1]):
            if words[i + 1] not in self.lang.particles and title not in self.lang.titles:
                continue
            first = i
            while first > 1 and self.words.hyphen(first - 1):
                first -= 2
            titled = title in self.lang.titles
            office = not titled and head(title, self.lang) == "PERSON"
            if not (titled or office) or (first and words[first - 1].lower() in self.lang.determiners):
                continue
            start = end = i + 1
            if start < len(words) and words[start] == "." and gap[start] == 0:
                start = end = i + 2
            while end < len(words) and words[end] in self.lang.particles and gap[end] == 1:
                end += 1
            if start < end and self.known.nameable(end) and gap[end] == 1 and self.tags.get(end) == "PROPN":
                last = self._joined(end)
                entry = self.known.table.forms.get((words[start].capitalize(), *words[start + 1 : last]))
                if entry is not None and entry.label == "PERSON":
                    yield Span(start, last, "PERSON", entry.entity_id, 1)
                elif titled:
                    yield Span(start, last, "PERSON", name_id(" ".join(words[start:last])), 1)

    def firms(self, known: Mapping[int, Span]) -> Iterator[Span]:
        """Two surnames that a sign joins within a sentence (``Marks & Spencer``), one of which was read as a name."""
        words, gap = self.words.text, self.words.gap
        greets = lexicon(self.known.name).salutations
        for i in range(1, len(words) - 2):
            if words[i] not in FIRM_SIGNS or not self.known.nameable(i - 1) or not self.known.nameable(i + 1):
                continue
            sides = [self.read.get(i - 1), self.read.get(i + 1)]
            plain = any(sides) and all(span is None or span.end - span.start == 1 for span in sides)
            couple = {words[i - 1], words[i + 1]} & given_names()
            prose = words[i + 2].islower() and gap[i + 2] == 1 and (i < 2 or words[i - 2] not in greets)
            if plain and prose and not couple and 2 not in gap[i : i + 2] and not {i - 1, i + 1} & known.keys():
                yield Span(i - 1, i + 2, "ORG", name_id(" ".join(words[i - 1 : i + 2])), 1)
