"""One sentence as the rules see it: tokens, clauses, and mentions with their place in the clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from depesche.events.grammar import Grammar
from depesche.events.tokens import Tokens
from depesche.records import Entity

QUOTES = set("„“”\"«»‚‘‹›")
BREAKS = {";", ":", "–", "—"}
KINDS = {"main", "complement", "contact", "condition", "pending", "relative", "other", "purpose", "coordinate"}


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity mention that no other contains.

    :param first: index of its first token in the sentence. :param last: of its last.
    :param prep: the preposition that governs it. :param genitive: it depends on the noun before it.
    :param case: ``dative`` or ``accusative`` where the determiner says so. :param aside: stands in brackets.
    :param within: the label of a name inside a phrase that is no entity itself.
    :param proper: a name that nobody knows.
    """

    entity: Entity
    first: int
    last: int
    prep: str | None
    genitive: bool
    case: str | None
    aside: bool
    within: str = ""
    proper: bool = False

    @property
    def bare(self) -> bool:
        return self.prep is None and not self.genitive and not self.aside


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens ``first`` to ``end`` (exclusive).

    :param kind: one of :data:`KINDS`. A contact clause is a complement without its ``that``, a pending one begins with
        ``before`` or ``until``, a coordinate one goes on with the one before.
    """

    first: int
    end: int
    kind: str


@dataclass(slots=True)
class Sentence(Tokens):
    """Tokens with what was made of them.

    :param below: for each token, those that depend on it, once somebody asks.
    :param named: tokens inside names. :param dated: tokens inside dates. :param verbs: tokens that are verbs, in order,
    as ``verbal`` says of each.
    :param stops: commas and other breaks, in order. :param clause_at: the number of the clause of each token.
    :param vocabulary: its lemmas, once triggers are looked for.
    :param told: labels of the names in the text before.
    :param inside: tokens inside mentions. :param governing: what :meth:`governs` found, as ``subjects`` for each verb.
    """

    grammar: Grammar
    below: list[list[int]] = field(default_factory=list)
    named: frozenset[int] = frozenset()
    dated: frozenset[int] = frozenset()
    verbs: list[int] = field(default_factory=list)
    verbal: list[bool] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    clause_at: list[int] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    inside: frozenset[int] = frozenset()
    vocabulary: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    governing: dict[int, frozenset[str]] = field(default_factory=dict)
    subjects: dict[tuple[int, int], list[Mention]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.forms)

    def before(self, index: int) -> str:
        """The word before, in small letters; nothing before the first."""
        return self.lower[index - 1] if index else ""

    def touched(self, start: int, end: int) -> range:
        """The tokens that the characters ``start`` to ``end`` of the raw text touch."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def verbs_in(self, first: int, end: int) -> list[int]:
        """The verbs among the tokens ``first`` to ``end`` (exclusive)."""
        return self.verbs[bisect_left(self.verbs, first) : bisect_left(self.verbs, end)]

    def next_verb(self, index: int) -> int | None:
        """The first verb from ``index`` on."""
        at = bisect_left(self.verbs, index)
        return self.verbs[at] if at < len(self.verbs) else None

    def next_stop(self, index: int) -> int:
        """The first comma or break from ``index`` on, or the end."""
        at = bisect_left(self.stops, index)
        return self.stops[at] if at < len(self.stops) else len(self)

    def within(self, clause: Clause) -> list[Mention]:
        """The mentions that begin in a clause."""
        first = bisect_left(self.mentions, clause.first, key=_first)
        return self.mentions[first : bisect_left(self.mentions, clause.end, key=_first)]

    def last_word(self, clause: Clause, index: int) -> int:
        """The last token of the clause with a letter at its end, where it stands behind ``index``; else ``index``."""
        last = clause.end - 1
        while last > index and not self.forms[last][-1:].isalpha():
            last -= 1
        return last

    def marked_inside(self, index: int) -> bool:
        """An infinitive with its marker behind a particle, which may begin as the marker: ``zusammenzuarbeiten``."""
        form, lemma = self.lower[index], self.lemmas[index]
        return any(
            form[:at] + form[at + len(marker) :] == lemma
            for marker in self.grammar.words["infinitive_markers"]
            for at in range(2, len(form) - len(marker) - 1) if form.startswith(marker, at)
        )

    def joined(self, index: int) -> str:
        """A verb with the last word of its clause, which may be its particle (``schloss … aus``)."""
        if not self.grammar.syntax.separable_verbs or not self.verbal[index]:
            return ""
        last = self.last_word(self.clauses[self.clause_at[index]], index)
        return "" if last == index else self.lower[last] + self.lemmas[index]

    def governs(self, index: int) -> frozenset[str]:
        """What this word makes of an event that depends on it; with its particle (``schloss … aus``, ``ruled out``)."""
        if index not in self.governing:
            self.governing[index] = self._governs(index)
        return self.governing[index]

    def _governs(self, index: int) -> frozenset[str]:
        governors, lemma = self.grammar.governors, self.lemmas[index]
        if joined := governors.get(self.joined(index)):
            return joined
        for following in range(index + 1, min(index + 4, len(self))):
            phrase = governors.get(f"{lemma} {self.lower[following]}")
            if phrase and not (self.deps and self.deps[index] == "case"):  # due to a meeting
                return phrase
        found = governors.get(lemma) or governors.get(self.lower[index])
        if not found and self.deps and self.deps[index] == "amod":  # die geplante Übernahme
            stems = (self.lower[index].removesuffix(ending) for ending in self.grammar.endings.adjective)
            found = next((governors[stem] for stem in stems if stem in governors), None)
        return found or frozenset()


def _first(mention: Mention) -> int:
    return mention.first
