"""Two texts compared: pairs of sentences, what differs in them, and the events that both tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import numpy as np

from depesche.compare import facts, findings, parties, story
from depesche.compare.align import align
from depesche.compare.records import Bead, Comparison, Side
from depesche.compare.text import Text

TRANSLATED, SURELY = 0.4, 0.5
"""Likeness (cosine of vectors) of a pair of sentences that translate each other. One text translates the other where
half of all sentences are in such pairs; where much was left out or added, half of the pairs are alike for sure. So are
all of 293 translations of news found (half of their sentences at 0.42 and more, or half of their pairs at 0.54); of two
articles on one story half of the sentences are in pairs of 0.33."""
FREELY = 0.25  # likeness of half of the pairs, from which facts that agree show that one text translates the other
AGREE, GAPS, LEAST, LEAST_OF_ALL = 0.75, 0.15, 6, 4
"""Share of dates, numbers and names that agree, of sentences without a pair at most, and how many facts it takes; the
last where all of them agree and no sentence is without a pair, as in a text of few sentences. In free translations 0.8
and more agree; of half a text and the translation of its other half 0.6 at most."""
_FEW = 3  # sentences of so short texts are not told apart: all of one stands for all of the other

Kind = Literal["translation", "same_story"]


def compare(source: Text, target: Text, kind: Kind | None = None) -> Comparison:
    """What ``target`` says otherwise than ``source``.

    :param kind: None finds out whether one translates the other.
    """
    beads = paired(source, target)
    full = {bead: _likeness(source, target, bead) for bead in beads if bead.source and bead.target}
    known_facts = facts.of(source), facts.of(target)
    if kind is None:
        translated = _translated(beads, full)
        if not translated and full:
            translated = _freely(beads, full, findings.agreeing(source, target, known_facts, beads))
        kind = "translation" if translated else "same_story"
    found = findings.find(source, target, known_facts, beads) if kind == "translation" else []
    ours, theirs = story.told(source.record), story.told(target.record)
    events = story.link(ours, theirs)
    known = parties.link(
        parties.named(source.record), parties.named(target.record), story.in_one_role(ours, theirs, events)
    )
    sure = [bead for bead, like in full.items() if like >= TRANSLATED]
    return Comparison(
        kind, _side(source), _side(target), tuple(beads) if kind == "translation" else (), tuple(found),
        events, round(_covered(source, target, sure), 3), known,
    )  # fmt: skip


def _translated(beads: Sequence[Bead], full: Mapping[Bead, float]) -> bool:
    if not full:
        return False
    shares = [full.get(bead, 0.0) for bead in beads for _ in (*bead.source, *bead.target)]
    return float(np.median(shares)) >= TRANSLATED or float(np.median([*full.values()])) >= SURELY


def _freely(beads: Sequence[Bead], full: Mapping[Bead, float], agreeing: tuple[int, int]) -> bool:
    """Whether facts that agree, told in one order, show what likeness alone does not."""
    alone = sum(len(bead.source) + len(bead.target) for bead in beads if bead not in full)
    sentences = sum(len(bead.source) + len(bead.target) for bead in beads)
    same, facts_told = agreeing
    enough = facts_told >= LEAST or (facts_told >= LEAST_OF_ALL and same == facts_told and not alone)
    return (
        alone <= GAPS * sentences and enough and same >= AGREE * facts_told
        and float(np.median([*full.values()])) >= FREELY
    )  # fmt: skip


def paired(source: Text, target: Text) -> list[Bead]:
    """Beads of sentences; those without words belong to no bead."""
    ours, theirs = ([i for i, s in enumerate(t.sentences) if s.end > s.start] for t in (source, target))
    if min(len(ours), len(theirs)) == 1 and max(len(ours), len(theirs)) <= _FEW:
        return [Bead(tuple(ours), tuple(theirs), 1.0)]
    beads = align(
        [_words(source, i) for i in ours], [_words(target, j) for j in theirs],
        (source.vectors[ours], target.vectors[theirs]), (source.lang, target.lang),
    )  # fmt: skip
    return [Bead(tuple(ours[i] for i in b.source), tuple(theirs[j] for j in b.target), b.score) for b in beads]


def _words(text: Text, index: int) -> str:
    span = text.sentences[index]
    return text.record.text[span.start : span.end]


def _likeness(source: Text, target: Text, bead: Bead) -> float:
    ours, theirs = source.vectors[list(bead.source)].sum(0), target.vectors[list(bead.target)].sum(0)
    return float(ours @ theirs / max(float(np.linalg.norm(ours) * np.linalg.norm(theirs)), 1e-9))


def _covered(source: Text, target: Text, beads: list[Bead]) -> float:
    """The share of the characters of either text that stand in these beads, the larger share of the two."""
    shares = []
    for text, side in ((source, "source"), (target, "target")):
        sizes = [span.end - span.start for span in text.sentences]
        sure = sum(sizes[i] for bead in beads for i in getattr(bead, side))
        shares.append(sure / max(sum(sizes), 1))
    return max(shares, default=0.0)


def _side(text: Text) -> Side:
    record = text.record
    return Side(
        record.doc_id, record.lang, record.text, tuple((s.start, s.end) for s in text.sentences),
        tuple((e.event_id, e.event_type, e.quote.start, e.quote.end) for e in record.events),
    )  # fmt: skip
