"""Actors that are not named: noun phrases headed by an actor noun, and pronouns."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from depesche.entities.grammar import Lang, head
from depesche.entities.words import Span, Words, longest


class Mentions:
    """Finds the nominal mentions and pronouns of one part.

    :param names: the names of the part, in order. :param predicates: the words that are verbs of a clause, at which a
        phrase ends whatever they look like (the court jailed former officials). :param genitives: where places in the
        genitive end.
    """

    def __init__(
        self, words: Words, lang: Lang, names: Sequence[Span], predicates: AbstractSet[int], genitives: AbstractSet[int]
    ) -> None:
        self.words, self.lang, self.predicates, self.genitives = words, lang, predicates, genitives
        self.inside = {i: span for span in names for i in range(span.start, span.end)}

    def nominals(self) -> list[Span]:
        """Noun phrases headed by an actor noun; a name may lie inside, none is cut."""
        found: list[Span] = []
        for i, word in enumerate(self.words.text):
            label = head(word, self.lang)
            capital = label is None and word[0].isupper() and not self.lang.compounds
            if label is None and (capital or self.words.fresh[i]):  # Lawmakers may act, the Prime Minister
                word = word[0].lower() + word[1:]  # noqa: PLW2901
                label = head(word, self.lang)
            if label is None or i in self.inside or self.words.hyphen(i + 1):
                continue
            start = self._left(i)
            end = self._right(i + 1)
            if capital and not (self.words.fresh[i] or self._is_office(start, end)):
                continue
            named = self.lang.compounds and all(w[0].isupper() or w == "-" for w in self.words.text[start:i])
            if (end - start == 1 or named) and not self.lang.bare.match(word):
                continue  # Neubauer, Kramp-Karrenbauer
            if end - start == 1 and self._is_title(i):
                continue
            found.append(Span(start, end, label, self._government(i, end)))
        return longest(self._groups(found))

    def _is_office(self, start: int, end: int) -> bool:
        """Whether a phrase with a capital noun is none of a name's words: the Prime Minister, not Bank Austria."""
        words = self.words.text
        longer = end < len(words) and end not in self.inside and words[end][0].isupper() and self.words.gap[end] == 1
        return words[start].lower() in self.lang.determiners and not longer

    def _government(self, i: int, end: int) -> str | None:
        """Id of "die chinesische Regierung", "die Regierung Chinas", "the US government": the one nominal that a
        country settles.
        """
        country = self.inside.get(i - 1) if self.words.gap[i] == 1 else None
        country = country or (self.inside.get(end - 1) if end > i + 1 else None)
        if self.words.text[i] not in self.lang.governments or country is None:
            return None
        code = (country.entity_id or "").removeprefix("norp:")
        return f"{code.lower()}-government" if len(code) == 2 else None

    def _is_title(self, i: int) -> bool:
        """Whether a noun announces the person named right after it (Senator Hagerty)."""
        return i + 1 in self.inside and self.inside[i + 1].label == "PERSON" and self.words.gap[i + 1] == 1

    def _left(self, i: int) -> int:
        words, gap, lang = self.words.text, self.words.gap, self.lang
        start = i
        while self.words.hyphen(start - 1) and start > 1:
            start = self.inside[start - 2].start if start - 2 in self.inside else start - 2
        sure, j = start, start
        while j > 0 and gap[j] == 1 and i - j < 7:
            word = words[j - 1]
            if self.words.fresh[j - 1] and word.lower() in lang.modifiers:
                word = word.lower()  # Human rights groups
            if word.lower() in lang.determiners:
                return self._determined(j - 1)
            if j - 1 in self.inside:
                if self._apart(j):
                    break
                if j < i and self.inside[j - 1].label != "NORP" and lang.after_name.match(words[j]):
                    break
                j = self.inside[j - 1].start
                sure = (
                    j if (sure >= j and lang.is_sure(words[j])) or self.inside[j].label in lang.name_modifiers else sure
                )
                if self.inside[j].label not in lang.name_modifiers:
                    break
                continue
            if word.lower() in lang.never or j - 1 in self.predicates or not lang.modifier.match(word):
                break
            j -= 1
            last, known = j, sure == j + 1 and (lang.sure_modifier.match(word) or word in lang.modifiers)
            while self._joined(j - 1) and j > 1 and j - 2 not in self.inside:  # a 20-year-old man, 20.000 Arbeiter
                j -= 2
            sure = j if known or (j < last and sure == last + 1) else sure
            if words[j].isdigit() and sure == j:
                return self._before_number(j)
        return sure

    def _apart(self, i: int) -> bool:
        """Whether the name before word ``i`` is in no phrase with it where a noun joins what modifies it: a place says
        where (traf in Hamburg Bürgermeister Scholz), a person acts (begrüßte Steinmeier König Charles), genitives aside
        (in Berlins Rathaus, Merkels Berater).
        """
        name, words = self.inside[i - 1], self.words.text
        if not self.lang.compounds or i in self.genitives:
            return False
        if name.label == "PERSON":
            return not words[i - 1].endswith(self.lang.genitive_sign)
        before = words[name.start - 1].lower() if name.start else ""
        return name.label in ("GPE", "LOC") and before in self.lang.to_places

    def _determined(self, i: int) -> int:
        """Where the determiners begin of which the last is word ``i``: die beiden."""
        words, lang = self.words.text, self.lang
        while (
            i
            and self.words.gap[i] == 1
            and words[i].lower() not in lang.articles
            and words[i - 1].lower() in lang.determiners
        ):
            i -= 1
        return i

    def _before_number(self, i: int) -> int:
        """Where a phrase with a number begins: before it stands a determiner, or one and an adjective, or a verb."""
        words, gap, lang = self.words.text, self.words.gap, self.lang
        while i and gap[i] == 1 and len(words[i]) == 3 and words[i - 1].isdigit():  # 3 000
            i -= 1
        for j in range(i - 1, max(i - 3, -1), -1):
            if gap[j + 1] != 1 or j in self.inside:
                break
            if words[j].lower() in lang.determiners:
                return self._determined(j)
            if words[j].lower() in lang.never or j in self.predicates or not lang.modifier.match(words[j]):
                break
        return i

    def _joined(self, i: int) -> bool:
        """Whether word ``i`` is a hyphen or the sign inside a number."""
        words, gap = self.words.text, self.words.gap
        if i < 1 or gap[i] or gap[i + 1]:
            return False
        return self.words.hyphen(i) or (words[i] in ".," and words[i - 1][-1].isdigit() and words[i + 1][0].isdigit())

    def _right(self, i: int) -> int:
        words, gap = self.words.text, self.words.gap
        for tail in self.lang.tails:
            if tuple(words[i : i + len(tail)]) == tail:
                return i + len(tail)
        if self._is_genitive(i):
            return self.inside[i].end
        if i + 1 < len(words) and gap[i] == 1 and words[i] in self.lang.genitives:
            j = i + 1
            if words[j] in self.lang.determiners and j + 1 < len(words):
                j += 1
            if j in self.inside and self.inside[j].start == j and self.inside[j].label != "NORP":
                return self.inside[j].end
        return i

    def _is_genitive(self, i: int) -> bool:
        """Whether a place in the genitive begins with word ``i``: der Ministerpräsident Israels."""
        place = self.inside.get(i)
        if place is None or place.start != i or place.label != "GPE" or self.words.gap[i] != 1:
            return False
        return place.end in self.genitives

    def _groups(self, found: Sequence[Span]) -> list[Span]:
        """``a group`` + ``of`` + ``nine senators`` is one mention."""
        words = self.words.text
        at = {span.start: span for span in found}
        spans: list[Span] = []
        for span in found:
            spans.append(span)
            if (
                words[span.end - 1] in self.lang.groups
                and span.end < len(words)
                and words[span.end] in self.lang.genitives
            ):
                member = at.get(span.end + 1)
                if member is not None:
                    spans.append(Span(span.start, member.end, member.label, None))
        return [
            s for s in spans if words[s.end - 1] not in self.lang.counts and not (
                words[s.end - 1] in self.lang.groups and s.end < len(words) and words[s.end] in self.lang.genitives
            )
        ]

    def pronouns(self) -> list[Span]:
        """Pronouns by themselves, without looking for what they stand for."""
        words, lang = self.words.text, self.lang
        found = []
        for i, word in enumerate(words):
            label = lang.pronouns.get(word) or (lang.pronouns.get(word.lower()) if self.words.fresh[i] else None)
            if label is None or i in self.inside:
                continue
            near = {w.lower() for w in words[max(i - 1, 0) : i + 2]}
            if word.lower() in lang.expletive and near & lang.expletive_verbs:
                continue
            found.append(Span(i, i + 1, label, None))
        return found
