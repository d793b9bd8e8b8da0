"""Names: known ones, those built from their form, and those that the document introduces."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from depesche.entities.addressed import Addressed
from depesche.entities.described import Described
from depesche.entities.formed import Formed
from depesche.entities.gazetteer import Table, by_name, given_names, name_id, without_form
from depesche.entities.grammar import everywhere, head, language
from depesche.entities.known import SHORT, Known, shouted
from depesche.entities.words import Span, is_subsequence, longest, split
from depesche.quotations import DOUBLE_MARKS
from depesche.records import Label

_QUOTED = DOUBLE_MARKS + "'"
_QUALIFIERS = ("ADJ", "ADV")
_LEADING = ("ADP", "CCONJ", "DET")  # with which no name ends
_NATIONAL = ("party", "state")  # kinds of which each country has its own
_HOUSE = re.compile(r"\d{1,3}[a-z]?")
_SEAT = re.compile(r"[DRI]-[A-Z]{2}")


@dataclass(slots=True)
class Memory:
    """What a document has introduced so far: surnames and acronyms, each with label and id (None: two bearers).

    :param firms: likewise the ids of organisations by their words without a legal form, and by their first letters.
    :param leads: likewise by their first word alone: Harlow Fastenings.
    :param labels: how often each name that nobody knows was taken for what.
    :param called: label and id of those that the text says to be a firm, a ship: the brewery Harlow.
    :param shared: names that more than one thing may have here: those behind a title, and those that the text says to
        be this and that, the ship Aurora and the newspaper Aurora.
    :param whole: the names of several words, by the first of them.
    """

    short: dict[str, tuple[Label, str | None]] = field(default_factory=dict)
    firms: dict[tuple[str, ...], str | None] = field(default_factory=dict)
    leads: dict[str, str | None] = field(default_factory=dict)
    labels: dict[str, Counter[Label]] = field(default_factory=dict)
    called: dict[str, tuple[Label, str | None]] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    whole: dict[str, dict[tuple[str, ...], Counter[tuple[Label, str | None]]]] = field(default_factory=dict)

    def learn(self, word: str, label: Label, entity_id: str | None) -> None:
        known = self.short.get(word)
        self.short[word] = (label, entity_id if known is None or known[1] == entity_id else None)

    def call(self, name: str, label: Label, entity_id: str | None) -> None:
        if self.called.get(name, (label,))[0] != label:
            self.shared.add(name)
        self.called[name] = (label, entity_id)

    def tell(self, name: str, label: Label) -> None:
        self.labels.setdefault(name, Counter())[label] += 1

    def is_firm(self, name: str) -> bool:
        """Whether a name that nobody knows was never taken for anything but an organisation."""
        return self.labels.get(name, {}).keys() == {"ORG"}

    def learn_firm(self, words: tuple[str, ...], entity_id: str) -> None:
        """Also short forms: Acme of Acme Group, DB of Deutsche Bahn."""
        short = without_form(words)
        letters = "".join(word[0] for word in short)
        for form in {short} - {words} | ({(letters,)} if len(short) > 1 and letters.isupper() else set()):
            self.firms[form] = entity_id if self.firms.get(form, entity_id) == entity_id else None
        named_after = not everywhere("named_after").isdisjoint(word.casefold() for word in words)
        if len(words) > 1 and words[1].isalnum() and not named_after:
            self.leads[words[0]] = entity_id if self.leads.get(words[0], entity_id) == entity_id else None


class Reader:
    """Finds the names of one part.

    :param name: the language of the part.
    """

    def __init__(self, text: str, table: Table, name: str) -> None:
        self.text, self.table, self.name, self.lang = text, table, name, language(name)
        self.words = split(text)
        self.inner: list[Span] = []  # names inside the name of an organisation
        self.lower = {word for word in self.words.text if word.islower()}
        self.read: dict[int, Span] = {}  # what the encoder read, by each of its words
        self.tags: dict[int, str] = {}  # the word classes that the encoder gave to words
        self.shouted = shouted(text, self.words)

    # -- names ---------------------------------------------------------------------------------------------------

    def names(self, memory: Memory, read: Sequence[Span]) -> list[Span]:
        """Known names, names built from their form, and those ``read``; what they introduce goes into ``memory``."""
        self.read = {i: span for span in read for i in range(span.start, span.end)}
        self.known = Known(self.name, self.words, self.table, self.lang, self.tags, self.read, self.shouted)
        known = self.known.names()
        at = {span.start: span for span in known}
        read = [self._trimmed(span, at) for span in read]
        self.read = {i: span for span in read for i in range(span.start, span.end)}
        self.described = Described(self.name, self.words, self.lang, self.tags, self.read)
        self.formed = Formed(self.words, self.lang, self.tags, self.read, self.known)
        formed = list(self.formed.names(at))
        numbered = {s.start for s in formed if s.label == "LAW" and not by_name(s.entity_id)}
        told = list(Addressed(self.text, self.words, self.lang, self.tags, self.read, at).names())
        better = {i for span in told for i in range(span.start, span.end)}
        trusted = [
            span for span in read
            if span.start not in numbered and better.isdisjoint(range(span.start, span.end))
            and not self._doubtful(span, at)
        ]  # fmt: skip
        chosen = longest([*known, *formed, *trusted, *told])
        introduced = [*self._acronyms(chosen, memory), *self._cabinets(chosen), *self._filed(chosen)]
        chosen = longest([*chosen, *introduced, *self.formed.firms(at), *self.formed.noble(), *self.described.unread()])
        chosen = [self.described.called(span) for span in self.described.listed(chosen)]
        chosen = [self._placed(self._of_people(self._firm(span)), at) for span in chosen]
        for span in told:
            if span in chosen and span.end - span.start == 1:
                place = span.label == "GPE"
                memory.learn(self.words.text[span.start], span.label, span.entity_id if place else None)
        for span in chosen:
            self._learn_surname(span, memory)
            name = tuple(self.words.text[span.start : span.end])
            unknown = by_name(span.entity_id)
            if len(name) > 1 and name[-1] != "-" and not self.words.hyphen(span.end):
                bearers = memory.whole.setdefault(name[0], {}).setdefault(name, Counter())
                bearers[span.label, span.entity_id] += 1
            said = (unknown or span.label == "ORG") and self.described.said_to_be(span) == span.label
            if unknown:
                memory.tell(" ".join(name), span.label)
                if span.label == "PERSON" and self._titled(span.start):
                    memory.shared.add(" ".join(name))
                if said:
                    memory.call(" ".join(name), span.label, span.entity_id)
                thing = self.lang.things.get(span.label)
                if len(name) > 1 and ((said and name[0].isupper()) or (thing and thing.fullmatch(name[0]))):
                    memory.call(" ".join(name[1:]), span.label, span.entity_id)  # MV Star Ruby, Hurricane Rita
            if said and len(name) == 1 and name[0] not in memory.short and (unknown or span.label == "ORG"):
                memory.learn(name[0], span.label, span.entity_id)
            if span.label == "ORG" and span.entity_id:
                memory.learn_firm(name, span.entity_id)
        return chosen

    def _doubtful(self, span: Span, known: Mapping[int, Span]) -> bool:
        """Whether what was read as one name is known better: names in a row, a compound's first part, a bare noun (vor
        Zöllen) or month.
        """
        first = known.get(span.start)
        if self._of_state(span) or self._portfolio(span, first):
            return True
        if self.words.text[span.start + 1 : span.end] == ["."] and self.words.text[span.start] in self.lang.titles:
            return True  # Rev.
        if first is None or first.end >= span.end:
            word = self.words.text[span.start]
            title = head(word, self.lang) or (head(word.lower(), self.lang) if span.label == "PERSON" else None)
            bare = word.casefold() in self.lang.never or (title is not None and not self._surname(span))
            noun = span.label in ("GPE", "LOC") and self.tags.get(span.start) == "NOUN"
            return span.end - span.start == 1 and (bare or noun)
        if first.label == "PERSON" and span.label == "ORG" and self.words.hyphen(first.end):
            return self.words.text[first.end + 1] not in self.lang.forms  # Goethe-Universität, but Merkel-Raute
        if self._of_a_country(span, first, known) or self.known.quarter(span, first):
            return False
        end, last = first.end, first
        while end in known and end < span.end:
            last, end = known[end], known[end].end
        branch = span.label == first.label == "ORG" and last.label == "GPE" and end == span.end
        if branch and self.table.kinds.get(first.entity_id or "") != "state" and not self.genitives([last]):
            return False  # Caritas Tirol, but not Oberster Gerichtshof Kanadas
        if span.label == "ORG" and self.words.text[span.end - 1].casefold() in everywhere("legal_forms"):
            return end == span.end  # dpa-infocom GmbH
        return end == span.end or self.words.hyphen(first.end)

    def _of_state(self, span: Span) -> bool:
        """Whether a party and a state are told by their letters: Sen. Hutchison (R-TX)."""
        words = self.words.text
        return words[max(span.start - 1, 0)] == "(" and bool(_SEAT.fullmatch("".join(words[span.start : span.end])))

    def _portfolio(self, span: Span, known: Span | None) -> bool:
        """Whether the matter of an office was read as an organisation: National Security Adviser, Myanmar Energy
        Minister, but not Treasury Secretary.
        """
        words, end = self.words.text, span.end
        office = end < len(words) and self.words.gap[end] == 1 and words[end] in self.lang.portfolios
        known_whole = known is not None and known.end == end
        form = self.lang.forms.get(words[end - 1])
        return office and span.label == "ORG" and not known_whole and not (form and form.right)

    def _of_a_country(self, span: Span, people: Span, known: Mapping[int, Span]) -> bool:
        """Whether a party or authority was read that by the word behind its country alone would be another's: the
        Australian Democrats, but not the Lebanese Hezbollah.
        """
        named = known.get(people.end)
        if people.label != "NORP" or span.label != "ORG" or named is None or named.end != span.end:
            return False
        if self.words.text[span.start][0].islower():
            return False  # der deutsche Bundestag
        return named.entity_id in self.table.shared or self.table.kinds.get(named.entity_id or "") in _NATIONAL

    def _trimmed(self, span: Span, known: Mapping[int, Span]) -> Span:
        """What was read as one name without the place before a person and the word that a name is joined to, and with
        a double surname or the number of the house: in Izmir Tunç Soyer, Rolls-Royce-Chef, Leeds-based; Eva
        Beer-Hofmann, Turmstr. 5.
        """
        words, start, end = self.words.text, span.start, span.end
        place = known.get(start)
        while end - start > 1 and words[end - 1].islower() and self.tags.get(end - 1) in _LEADING:
            end -= 1
        if self.words.hyphen(start + 1) and end > start + 2 and words[start + 2] in self.lang.joined:
            start, end = (start, start + 1) if end == start + 3 else (start + 3, end)  # Berlin-based
        if span.label == "PERSON" and self._double(end):
            end += 3
        elif span.label in ("GPE", "LOC"):
            end = self._house(end)
        if span.label == "PERSON" and place and place.label in ("GPE", "LOC") and end - place.end > 1:
            start = place.end if start and words[start - 1].lower() in self.lang.to_places else start
        elif span.label != "PERSON" and end - start > 2 and self.words.hyphen(end - 2) and not self.lang.compound_last:
            end -= 2 if head(words[end - 1], self.lang) == "PERSON" else 0
        if (start, end) == (span.start, span.end):
            return span
        return replace(span, start=start, end=end, entity_id=name_id(" ".join(words[start:end])))

    def _double(self, i: int) -> bool:
        """Whether a double surname begins with word ``i`` that was read as nothing."""
        words, known = self.words, self.known
        unread = i + 2 < len(words) and i not in self.read and self.tags.get(i) in ("X", "PROPN")
        return unread and words.gap[i] == 1 and words.hyphen(i + 1) and known.nameable(i) and known.nameable(i + 2)

    def _house(self, end: int) -> int:
        """Where a street ends that is written short before the number of a house."""
        words, gap = self.words.text, self.words.gap
        if words[end : end + 1] == ["."] and gap[end] == 0:
            number, street = end + 1, f"{words[end - 1]}."
        else:
            number, street = end, f"{words[end - 2]}." if words[end - 1] == "." else words[end - 1]
        short = number < len(words) and gap[number] == 1 and self.lang.street.fullmatch(street)
        return number + 1 if short and _HOUSE.fullmatch(words[number]) else end

    def _surname(self, span: Span) -> bool:
        """Whether a noun that acts is read as somebody's name: Herr Fischer, but not der Fischer or Fürst Orlow."""
        words, start = self.words.text, span.start
        behind_article = start > 0 and words[start - 1].lower() in self.lang.articles
        named = self.read.get(span.end)
        return span.label == "PERSON" and not behind_article and (named is None or named.label != "PERSON")

    def takes_no_stop(self, i: int) -> bool:
        """Whether a full stop behind word ``i`` ends the sentence: behind a number, GmbH."""
        word = self.words.text[i]
        return word.isdigit() or (word in self.lang.forms and word not in self.lang.abbreviated)

    def _cabinets(self, spans: Sequence[Span]) -> Iterator[Span]:
        """``Biden`` + ``administration`` is an organisation."""
        for span in spans:
            end = self._cabinet(span.end) if span.label == "PERSON" else None
            if end is not None:
                self.inner.append(span)
                yield Span(span.start, end, "ORG", name_id(f"{self.words.text[span.end - 1]} administration"), 2)

    def _filed(self, spans: Sequence[Span]) -> Iterator[Span]:
        """One person in the order of address books, read as one or, in quotation marks or a field, as two:
        ``"Lenhart, Matthew" <…>``.
        """
        words, gap = self.words.text, self.words.gap
        whole = [(span.start, span.end) for span in spans if span.label == "PERSON" and span.end - span.start > 2]
        halves = [
            (a.start, b.end) for a, b in pairwise(spans)
            if a.label == b.label == "PERSON" and b.start == a.end + 1 and self._in_a_field(a.start, b.end)
        ]  # fmt: skip
        for start, end in [*whole, *halves]:
            if end - start < 5 and words[start + 1] == "," and 2 not in gap[start + 1 : end]:
                yield Span(start, end, "PERSON", name_id(" ".join([*words[start + 2 : end], words[start]])), 2)

    def _in_a_field(self, start: int, end: int) -> bool:
        words = self.words.text
        before, after = words[start - 1] if start else "", words[end] if end < len(words) else ""
        if before in _QUOTED and after in _QUOTED:
            return bool(before and after)
        return before in (":", ";") and (not after or self.words.gap[end] == 2 or after in "<;[(")

    def _placed(self, span: Span, known: Mapping[int, Span]) -> Span:
        """What several bear is told apart by the place behind it: the Supreme Court in Vienna."""
        words, gap, i = self.words.text, self.words.gap, span.end
        if span.label != "ORG" or span.entity_id not in self.table.shared or i >= len(words):
            return span
        if words[i].lower() in self.lang.to_places or words[i] in self.lang.genitives:
            i += 1
        place = known.get(i)
        if place is None or place.label != "GPE" or i > span.end + 1 or set(gap[span.end : i + 1]) != {1}:
            return span
        return replace(span, entity_id=f"{span.entity_id}-{str(place.entity_id).removeprefix('name:').lower()}")

    def _firm(self, span: Span) -> Span:
        """A known firm, written with another legal form or none: Alphabet and Continental AG."""
        if span.label != "ORG" or not by_name(span.entity_id):
            return span
        return replace(span, entity_id=self._by_words(span, self.table.short) or span.entity_id)

    def _of_people(self, span: Span) -> Span:
        """An adjective or a citizen by the name of a known city or people, the same in all sentences: Kölner, Münchner,
        der Norwegische Flüchtlingsrat.
        """
        unknown = span.end - span.start == 1 and by_name(span.entity_id)
        if not unknown or span.label not in ("GPE", "LOC", "NORP", "MISC"):
            return span
        word, forms = self.words.text[span.start], self.table.forms
        people = forms.get((word[0].lower() + word[1:],))
        if people is not None and people.label == span.label == "NORP":
            return replace(span, entity_id=people.entity_id)
        stems = [word.removesuffix(end) + base for end, base in self.lang.citizens if word.endswith(end)]
        city = next((e for stem in stems if (e := forms.get((stem,))) and e.label == "GPE"), None)
        return replace(span, label="NORP", entity_id=f"norp:{city.key}") if city else span

    def genitives(self, spans: Sequence[Span]) -> frozenset[int]:
        """Where places in the genitive end: Berlins, but not Paris."""
        words, sign = self.words.text, self.lang.genitive_sign
        found = set()
        for span in spans if sign else ():
            form = tuple(words[span.start : span.end])
            entry, base = self.table.forms.get(form), (*form[:-1], form[-1].removesuffix(sign))
            if base != form and span.label in ("GPE", "LOC") and (entry is None or self.table.forms.get(base) == entry):
                found.add(span.end)
        return frozenset(found)

    def _by_words(self, span: Span, firms: Mapping[tuple[str, ...], str | None]) -> str | None:
        words = without_form(tuple(self.words.text[span.start : span.end]))
        sign = self.lang.genitive_sign
        based = (*words[:-1], words[-1].removesuffix(sign)) if sign else words
        return firms.get(words) or firms.get(based)

    def _cabinet(self, i: int) -> int | None:
        """End of the noun that follows a politician in the name of a government, if ``i`` starts one."""
        words, gap = self.words.text, self.words.gap
        at = i + 1 if self.words.hyphen(i) else i
        if at >= len(words) or gap[at] == 2 or words[at] not in self.lang.cabinets:
            return None
        return at + 1 if at > i or self.lang.compound_last else None

    # -- what the document introduces -----------------------------------------------------------------------------

    def _acronyms(self, spans: Sequence[Span], memory: Memory) -> Iterator[Span]:
        """``(BUPT)`` after a name or after capitalised words with these initials."""
        words = self.words.text
        ending = {span.end: span for span in spans}
        for i in range(1, len(words) - 2):
            if words[i] != "(" or words[i + 2] != ")":
                continue
            word = words[i + 1]
            if not (1 < len(word) < 9 and word.isupper() and word.isalpha()):
                continue
            span = ending.get(i)
            begin = self._initials(i, word)
            if begin is not None and (span is None or begin < span.start):
                span = Span(begin, i, "ORG", name_id(" ".join(words[begin:i])), 1)
                yield span
            if span is not None and span.label in ("ORG", "LAW", "LIST", "MISC"):
                memory.learn(word, span.label, span.entity_id)

    def _initials(self, end: int, acronym: str) -> int | None:
        """Where the words start that ``acronym`` abbreviates and that end before word ``end``."""
        words, gap = self.words.text, self.words.gap
        first = words[end - 1]
        if (
            head(first, self.lang) == "ORG"
            and first[0] == acronym[0]
            and is_subsequence(acronym.casefold(), first.casefold())
        ):
            return end - 1
        left, i = len(acronym), end
        while left and i > 0 and end - i < 10 and (i == end or gap[i] < 2):
            i -= 1
            if words[i][0] == acronym[left - 1]:
                left -= 1
            elif words[i][0].isupper() or not (words[i] in self.lang.inside or words[i] in "-&"):
                return None
        return i if left == 0 and end - i > 1 else None

    def _learn_surname(self, span: Span, memory: Memory) -> None:
        words = self.words.text
        if span.label == "PERSON" and span.end - span.start > 1:
            last = words[span.start if words[span.start + 1] == "," else span.end - 1]
            if len(last) > 2 and last[0].isupper():
                stem = last.removesuffix(self.lang.genitive_sign)  # Hans Müllers Frau
                own = str(span.entity_id).endswith(name_id(stem).removeprefix("name:"))
                memory.learn(stem if own else last, "PERSON", span.entity_id)

    def echoes(self, spans: Sequence[Span], memory: Memory) -> list[Span]:
        """``spans`` with the acronyms and surnames that the document introduced."""
        words = self.words.text
        taken = {i for span in spans for i in range(span.start, span.end)}
        more = []
        for i, word in enumerate(words):
            if i in taken or not word[0].isupper():
                continue
            known = memory.short.get(word)
            if known is None and self.lang.genitive_sign:
                known = memory.short.get(word.removesuffix(self.lang.genitive_sign))
            if known is None and self.words.hyphen(i + 1) and memory.is_firm(word):
                known = ("ORG", name_id(word))  # Harlow-Aktie
            if known is None or not self.known.free(i, i + 1, known[0]) or not self._may_echo(i, known[0], memory):
                continue
            more.append(Span(i, i + 1, known[0], known[1]))
        more += self._again(spans, memory)
        return longest([*(self._introduced(self._settled(span, memory), memory) for span in spans), *more])

    def _again(self, spans: Sequence[Span], memory: Memory) -> Iterator[Span]:
        """What is a name of several words here is one there: drei Sig Sauer-Manager."""
        words, found = self.words.text, {(span.start, span.end) for span in spans}
        for i, word in enumerate(words):
            if word not in memory.whole:
                continue
            for name, bearers in memory.whole[word].items():
                end = i + len(name)
                if (i, end) not in found and tuple(words[i:end]) == name and 2 not in self.words.gap[i + 1 : end]:
                    (label, entity_id), _ = bearers.most_common(1)[0]
                    if self.known.free(i, end, label):
                        yield self._settled(Span(i, end, label, entity_id, -1), memory)

    def _settled(self, span: Span, memory: Memory) -> Span:
        """What the text says elsewhere to be a firm or a ship is one here. What was taken for a person here and for an
        organisation as often is one (Harlow said so), unless it is somebody's surname or stands behind a title.
        """
        words, start = self.words.text, span.start
        mistaken = span.label in ("PERSON", "EVENT")
        asked = mistaken or bool(memory.called)
        if not by_name(span.entity_id) or (asked and self._titled(start)):
            return span
        name = " ".join(words[start : span.end])
        shouted = name.title() if name.isupper() and len(name) > SHORT else name
        forms = dict.fromkeys((name, name.removesuffix(self.lang.genitive_sign), shouted))
        for form in forms if asked else ():
            if memory.short.get(form, ("",))[0] == "PERSON" or form in memory.shared:
                return span
            if form in memory.called:
                label, entity_id = memory.called[form]
                if label != span.label and self.described.said_to_be(span) == span.label:
                    return span
                return replace(span, label=label, entity_id=entity_id)
            if form.partition(" ")[0] in given_names():
                return span
            counts = memory.labels.get(form) if mistaken else None
            if counts and counts["ORG"] >= max(counts[span.label], 1):
                return replace(span, label="ORG", entity_id=name_id(form))
            lead = memory.leads.get(form) if (form,) not in self.table.forms else None
            if span.label == "PERSON" and lead:
                return replace(span, label="ORG", entity_id=lead)
        return self._of_firm(span, memory)

    def _of_firm(self, span: Span, memory: Memory) -> Span:
        """A compound read as an organisation is the name in it that the text has by itself: Sig Sauer-Niederlassung,
        Harlow-Aktie.
        """
        words, start = self.words.text, span.start
        first = words[start]
        if span.label == "ORG" and self.words.hyphen(span.end - 2) and not self.lang.compound_last:
            owner = memory.whole.get(first, {}).get(tuple(words[start : span.end - 2]), Counter())
            if entity_id := next((entity_id for label, entity_id in owner if label == "ORG"), None):
                return replace(span, end=span.end - 2, entity_id=entity_id)
        compound = self.words.hyphen(start + 1) and span.end == start + 3 and self.tags.get(start) == "NOUN"
        if span.label == "ORG" and compound and not self.lang.compound_last and memory.is_firm(first):
            return replace(span, end=start + 1, entity_id=name_id(first))
        return span

    def _titled(self, i: int) -> bool:
        """Whether the word before word ``i`` is a title or a noun for a person."""
        before = self.known.word_before(i)
        return before in self.lang.titles or before in self.lang.courtesies or (
            bool(before) and "PERSON" in (head(before, self.lang), head(before.lower(), self.lang))
        )

    def _may_echo(self, i: int, label: Label, memory: Memory) -> bool:
        """Whether a word that the document introduced is that name again, not a word of the language."""
        word, span = self.words.text[i], self.read.get(i)
        if label == "PERSON" and span is not None and span.end - span.start == 1:
            return span.label == "PERSON" or not self._stands_for_itself(span, memory)
        if self.words.fresh[i] and word.lower() in self.lower:
            return False
        if label != "PERSON" and (word in memory.shared or (self.words.fresh[i] and self.tags.get(i) in _QUALIFIERS)):
            return False  # Young people, where the brewery Young is told of
        return label != "PERSON" or not self._is_common(i)

    def _is_common(self, i: int) -> bool:
        """Whether a word that is also a surname is a noun (im strengen Winter, Rice prices), an adjective or adverb at
        the head of its sentence (Brown bears), a month (in May) or a title (Major Ann Smith) here.
        """
        words, gap, tags, start = self.words.text, self.words.gap, self.tags, i
        before = words[i - 1].lower() if i and gap[i] == 1 else ""
        after = words[i + 1] if i + 1 < len(words) and gap[i + 1] == 1 else ""
        named = self.read.get(i + 1) if after else None
        if after in given_names() or after.isdigit() or (named is not None and named.label == "PERSON"):
            return True
        if self.words.fresh[i]:
            of_another = after.islower() and tags.get(i + 1) == "NOUN"
            return of_another or tags.get(i) in _QUALIFIERS or words[i].casefold() in self.lang.never
        while start > 0 and gap[start] == 1 and tags.get(start - 1) == "ADJ":
            start -= 1
        if start < i and tags.get(i) == "NOUN":
            return True
        leads = words[start - 1].lower() if start and gap[start] == 1 else ""
        if leads in self.lang.determiners or leads in self.lang.contracted:
            return True
        day = (before, words[i - 2] if before == "." else "")
        return words[i].casefold() in self.lang.never and (before in self.lang.to_times or any(map(str.isdigit, day)))

    def _stands_for_itself(self, span: Span, memory: Memory) -> bool:
        """Whether a surname that was read as something else is a place or a firm here: behind a word that leads to
        places (am Main, but not aus Papens Umfeld), or one with which the name of a known firm begins (Ford) or that is
        called a firm.
        """
        words, start = self.words.text, span.start
        if span.label in ("GPE", "LOC"):
            before = words[start - 1].lower() if start and self.words.gap[start] == 1 else ""
            return words[start] in memory.short and before in self.lang.to_places
        return span.label == "ORG" and (words[start] in self.table.firms or self.described.said_to_be(span) == "ORG")

    def _introduced(self, span: Span, memory: Memory) -> Span:
        """The id of a bare surname, acronym or firm: whom the document introduced, else whom the knowledge file has."""
        unknown = span.label == "ORG" and by_name(span.entity_id)
        if unknown and (firm := self._by_words(span, memory.firms)):
            return replace(span, entity_id=firm)
        if span.end - span.start > 1:
            return span
        word = self.words.text[span.start]
        sign = self.lang.genitive_sign
        known = memory.short.get(word) or (memory.short.get(word.removesuffix(sign)) if sign else None)
        titled = span.label == "PERSON" and self._titled(span.start)
        if known and known[0] != "PERSON" and (titled or word in memory.shared):
            known = None
        if span.label != "PERSON":
            if known is None or not by_name(span.entity_id):
                return span
            other = known[0] == "PERSON" and self._stands_for_itself(span, memory)
            return span if other else replace(span, label=known[0], entity_id=known[1])
        if not by_name(span.entity_id):
            return span if known is None or known[1] == span.entity_id else replace(span, entity_id=None)
        behind = memory.firms.get((word,)) if known is None and word not in given_names() and not titled else None
        if behind:
            return replace(span, label="ORG", entity_id=behind)  # Acme, read as a surname behind Acme Holdings
        if known and known[1]:
            return replace(span, label=known[0], entity_id=known[1])
        return replace(span, entity_id=None)
