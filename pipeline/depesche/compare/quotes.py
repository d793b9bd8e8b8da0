"""Quotations that a translation altered: other words, another speaker, or no quotation any more.

A translation may split quotations, move their marks and put others in their place; what counts is which words stand in
quotation, and how. Words inside a quotation are held to more than those outside of one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from depesche.compare import claims
from depesche.compare.claims import CONTENT
from depesche.compare.facts import Fact, Facts
from depesche.compare.records import Bead, Finding, Place
from depesche.compare.side import Side, finding, may_be_one
from depesche.compare.text import Text, Word
from depesche.quotations import quotations
from depesche.records import Span
from depesche.resources import language

STATED = 3  # content words, a verb among them, from which a quotation is a statement and no title or single term
KNOWN = 0.5  # likeness with its best counterpart from which a word is there in the other language, too
INSIDE, OUTSIDE = 0.7, 0.3  # share of such words in quotation on the other side: in one still, or in none any more
OPEN = 0.65  # as in claims, of a part of a quotation
OTHER, ELSEWHERE = 0.45, 0.5  # likeness under which two speakers are two, if each has a better counterpart, of how much

_APPOSED = ("appos", "flat", "compound")

Like = NDArray[np.float32]


def find(source: Text, target: Text, found: tuple[Facts, Facts], beads: Sequence[Bead]) -> list[Finding]:
    """Findings in the order of the beads. :param found: the facts of both texts."""
    marked = quotations(source.record.text), quotations(target.record.text)
    if not any(marked):
        return []
    out: list[Finding] = []
    for ours, theirs in _together(beads, (source, target), marked):
        left = _Quoting(Side(source, found[0], ours), _within(marked[0], source, ours))
        right = _Quoting(Side(target, found[1], theirs), _within(marked[1], target, theirs))
        if left.quotations or right.quotations:
            out += _altered(left, right)
    return out


# ------------------------------------------------------------------------------------------------------- both together


def _together(
    beads: Sequence[Bead], texts: tuple[Text, Text], marked: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The sentences of neighbouring beads that a quotation of either text joins; pairs alone."""
    joined: tuple[set[int], set[int]] = (set(), set())  # sentences that go on in the one before
    for side, (text, spans) in enumerate(zip(texts, marked, strict=True)):
        for span in spans:
            first, last = text.sentence_at(span.start), text.sentence_at(max(span.end - 1, span.start))
            joined[side].update(range(first + 1, last + 1))
    groups: list[tuple[list[int], list[int]]] = []
    for bead in beads:
        goes_on = any(side[:1] and side[0] in on for side, on in zip((bead.source, bead.target), joined, strict=True))
        if not groups or not goes_on:
            groups.append(([], []))
        groups[-1][0].extend(bead.source)
        groups[-1][1].extend(bead.target)
    for ours, theirs in groups:
        if ours and theirs:
            yield tuple(ours), tuple(theirs)


def _within(spans: Sequence[Span], text: Text, sentences: Sequence[int]) -> list[Span]:
    start, end = text.sentences[sentences[0]].start, text.sentences[sentences[-1]].end
    return [Span(span.start, min(span.end, end)) for span in spans if start <= span.start < end]


@dataclass(frozen=True)
class _Quoting:
    """One side of neighbouring beads, and what stands in quotation there."""

    side: Side
    quotations: Sequence[Span]

    def words(self, span: Span) -> list[int]:
        """Positions in the side's tokens."""
        return [i for i, word in enumerate(self.side.tokens) if span.start <= word.start < span.end]

    @cached_property
    def content(self) -> list[bool]:
        return [word.pos in CONTENT and len(word.text) > 2 for word in self.side.tokens]

    @cached_property
    def quoted(self) -> list[bool]:
        starts = [span.start for span in self.quotations]
        return [
            (at := bisect_right(starts, word.start) - 1) >= 0 and word.start < self.quotations[at].end
            for word in self.side.tokens
        ]

    def states(self, span: Span) -> bool:
        words = self.words(span)
        verb = any(self.side.tokens[i].pos in ("VERB", "AUX") for i in words)
        return verb and sum(self.content[i] for i in words) >= STATED

    def names(self, words: Sequence[int]) -> list[Fact]:
        """The names of a phrase that are its own, of people if there are any: not that of a town in it."""
        side, head = self.side, words[0]
        own = [i for i in words if i == head or (side.heads[i] == head and side.tokens[i].dep.startswith(_APPOSED))]
        starts = [side.tokens[i].start for i in own]
        found = [fact for fact in side.names if any(fact.start <= start < fact.end for start in starts)]
        found = [fact for fact in found if fact.entity and fact.entity.label in ("PERSON", "ORG")]
        return [fact for fact in found if fact.entity and fact.entity.label == "PERSON"] or found

    def place(self, words: Sequence[int]) -> Place:
        first, last = self.side.tokens[min(words)], self.side.tokens[max(words)]
        return Place(first.start, last.end, self.side.text.record.text[first.start : last.end], first.sentence)


def _altered(ours: _Quoting, theirs: _Quoting) -> Iterator[Finding]:
    like = ours.side.text.meanings[list(ours.side.span)] @ theirs.side.text.meanings[list(theirs.side.span)].T
    if not like.size:
        return
    for span in ours.quotations:
        other = _counterpart(span, ours, theirs, like)
        if other is not None:
            yield from _words(span, ours, other, theirs, like)
            yield from _speakers(span, ours, other, theirs, like)
        elif place := _told(span, ours, theirs, like):
            yield finding("claim", ours.place(ours.words(span)), place, "quote_to_paraphrase", "medium", 0.6)
    for span in theirs.quotations:
        if _counterpart(span, theirs, ours, like.T) is None and (place := _told(span, theirs, ours, like.T)):
            yield finding("claim", place, theirs.place(theirs.words(span)), "paraphrase_to_quote", "medium", 0.6)


def _shares(span: Span, here: _Quoting, there: _Quoting, like: Like) -> tuple[list[int], float, float]:
    """Where the content words of a quotation have gone, what share has gone anywhere, and of that what into marks."""
    words = [i for i in here.words(span) if here.content[i]]
    if not words:
        return [], 0.0, 0.0
    best = like[words].argmax(1)
    gone = [int(j) for i, j in zip(words, best, strict=True) if like[i, j] > KNOWN]
    return gone, len(gone) / len(words), sum(there.quoted[j] for j in gone) / max(len(gone), 1)


def _counterpart(span: Span, here: _Quoting, there: _Quoting, like: Like) -> Span | None:
    """The quotation of the other side that holds most of the words of one, if it is one still."""
    gone, _, quoted = _shares(span, here, there, like)
    if not gone or quoted <= OUTSIDE:
        return None
    return max(
        there.quotations, key=lambda q: sum(q.start <= there.side.tokens[j].start < q.end for j in gone), default=None
    )


# --------------------------------------------------------------------------------------------------------------- words


def _words(span: Span, ours: _Quoting, other: Span, theirs: _Quoting, like: Like) -> Iterator[Finding]:
    """A part of one of two quotations that the other side does not say at all, in it or beside it."""
    left, right = ours.words(span), theirs.words(other)
    if not (left and right and ours.states(span) and _shares(other, theirs, ours, like.T)[2] >= INSIDE):
        return
    first, second = (
        Side(one.side.text, one.side.all, one.side.sentences, (part.start, part.end))
        for one, part in ((ours, span), (theirs, other))
    )
    ours_best, theirs_best = like.max(1)[left], like.max(0)[right]
    lengths = language(theirs.side.text.lang, "compare")["length"] / language(ours.side.text.lang, "compare")["length"]
    yield from claims.parts(first, second, (ours_best, theirs_best), lengths, OPEN, "quote_words")


# -------------------------------------------------------------------------------------------------- marks gone or added


def _told(span: Span, here: _Quoting, there: _Quoting, like: Like) -> Place | None:
    """What a statement in quotation has become outside of one, where the other side tells it in its own words: in
    reported speech, or without the speaker's "I" and "we".
    """
    gone, known, quoted = _shares(span, here, there, like)
    if not here.states(span) or known < 0.6 or quoted > OUTSIDE:
        return None
    first = _spoken(here.side.text.lang, "first_person"), _spoken(there.side.text.lang, "first_person")
    inside = [here.side.tokens[i] for i in here.words(span)]
    own = any(_is_subject(word) and word.text.lower() in first[0] for word in inside)
    if any(word.text.lower() in first[1] for word in there.side.tokens) or not (own or _reports(there)):
        return None
    return there.place(gone)


def _is_subject(word: Word) -> bool:
    return word.dep.startswith("nsubj")


def _reports(quoting: _Quoting) -> bool:
    """Whether somebody's speech is told: a verb of speech over a clause with its own verb, or forms of speech."""
    side = quoting.side
    lang = side.text.lang
    speech, reported = _spoken(lang, "speech") | _spoken(lang, "thought"), _spoken(lang, "reported")
    for i, word in enumerate(side.tokens):
        if quoting.quoted[i]:
            continue
        if word.text.lower() in reported and word.pos in ("VERB", "AUX"):
            return True
        head = side.tokens[side.heads[i]]
        if word.dep.startswith("ccomp") and head.lemma in speech and word.start > head.start:
            return True
    return False


@cache
def _spoken(lang: str, kind: str) -> frozenset[str]:
    return frozenset(language(lang, "events")[kind])


# ------------------------------------------------------------------------------------------------------------- speakers


def _speakers(span: Span, ours: _Quoting, other: Span, theirs: _Quoting, like: Like) -> Iterator[Finding]:
    """Who says it here is not who says it there, though both texts speak of both."""
    first, second = _speaker(ours, span), _speaker(theirs, other)
    if first is None or second is None:
        return
    mine, others = ours.names(first), theirs.names(second)
    if mine and others:
        apart = not any(may_be_one(a, ours.side, b, theirs.side) for a in mine for b in others)
    else:
        elsewhere = like[first[0]].max() >= ELSEWHERE and like[:, second[0]].max() >= ELSEWHERE
        apart = not (mine or others) and elsewhere and like[first][:, second].max() < OTHER
    if apart:
        yield finding("claim", ours.place(first), theirs.place(second), "quote_speaker", "high", 0.7)


def _speaker(quoting: _Quoting, span: Span) -> list[int] | None:
    """Who says a quotation: the subject of the verb of speech beside it, then all that depends on it; no pronoun."""
    side = quoting.side
    speech = _spoken(side.text.lang, "speech") | _spoken(side.text.lang, "thought")
    near = {side.text.sentence_at(span.start), side.text.sentence_at(max(span.end - 1, span.start))}
    found = [
        i for i, word in enumerate(side.tokens)
        if word.sentence in near and not quoting.quoted[i] and _is_subject(word)
        and side.tokens[side.heads[i]].lemma in speech and not quoting.quoted[side.heads[i]]
    ]  # fmt: skip
    if len(found) != 1 or side.tokens[found[0]].pos not in ("NOUN", "PROPN"):
        return None
    below = [i for i in range(len(side.tokens)) if found[0] in _heads(side, i) and not quoting.quoted[i]]
    return sorted(below, key=lambda i: i != found[0])


def _heads(side: Side, word: int) -> list[int]:
    """The word, its head, the head of that, and so on."""
    found = [word]
    while side.heads[found[-1]] not in found:
        found.append(side.heads[found[-1]])
    return found
