"""Mentions of one event, across sentences, documents and languages, become one event: rather too few than too many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from depesche import dates
from depesche.records import stable_id

PARTICIPANTS = ("target", "agent", "co_agent", "addressee", "beneficiary", "instrument", "object")
MONTH = len("2023-04")
MAIN = {"measures": "target"}
"""The role that tells one event of a group from another; every other group: the agent."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What merging needs to know of one event mention.

    :param ids: entity ids by role; only roles of :data:`PARTICIPANTS` count, fillers without an id are left out.
    :param names: the fillers' words by role, for people.
    """

    mention_id: str
    doc_id: str
    lang: str
    event_type: str
    group: str
    modality: str
    polarity: str
    status: str
    edtf: str | None
    ids: dict[str, frozenset[str]]
    names: dict[str, str]
    confidence: float


@dataclass(frozen=True, slots=True)
class Merged:
    """One event with all its mentions, in reading order, and what they disagree on (``time: 2020 | 2020-12``)."""

    event_id: str
    mentions: tuple[Mention, ...]
    edtf: str | None
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    from_id: str
    to_id: str
    relation: str


def merge(mentions: Iterable[Mention]) -> tuple[list[Merged], list[Link]]:
    """Cluster mentions whose type, truth, main participants and dates agree.

    Dates agree when they may denote the same time. Where one side is undated, a measure with the same target and
    the same instrument still merges; anything else merges only within the month that both sides name: two talks in
    one year are two talks. A mention that would fit two events joins neither. The result does not depend on the
    order of the input.
    """
    blocks: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in mentions:
        blocks[_block(mention)].append(mention)
    events: list[Merged] = []
    for key in sorted(blocks):
        events.extend(_cluster(blocks[key]))
    return events, _links(events)


def _main(mention: Mention) -> frozenset[str]:
    return mention.ids.get(MAIN.get(mention.group, "agent"), frozenset())


def _block(mention: Mention) -> tuple[str, ...]:
    main = _main(mention)
    key = (mention.event_type, mention.modality, mention.polarity)
    if mention.group == "measures" and main:
        return (*key, *sorted(main))
    if main and mention.edtf and len(mention.edtf) >= MONTH:
        return (*key, mention.edtf[:MONTH], *sorted(main))
    return (mention.event_type, "", mention.mention_id)


def _cluster(block: Sequence[Mention]) -> list[Merged]:
    ordered = sorted(block, key=lambda m: (-len(m.edtf or ""), m.edtf or "", m.doc_id, m.mention_id))
    clusters: list[list[Mention]] = []
    for mention in ordered:
        fitting = [c for c in clusters if all(_same(mention, other) for other in c)]
        if len(fitting) == 1:
            fitting[0].append(mention)
        else:
            clusters.append([mention])
    return [_merged(cluster) for cluster in clusters]


def _same(a: Mention, b: Mention) -> bool:
    if not _main(a):
        return False
    for role in PARTICIPANTS:
        ours, theirs = a.ids.get(role), b.ids.get(role)
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return False
    if not dates.compatible(a.edtf, b.edtf):
        return False
    if a.edtf and b.edtf:
        return True
    instruments = a.ids.get("instrument", frozenset()) & b.ids.get("instrument", frozenset())
    return a.group == "measures" and bool(instruments)


def _merged(cluster: Sequence[Mention]) -> Merged:
    mentions = tuple(sorted(cluster, key=lambda m: (m.doc_id, m.mention_id)))
    edtfs = sorted({m.edtf for m in mentions if m.edtf}, key=lambda e: (-len(e), e))
    conflicts = []
    if len(edtfs) > 1:
        conflicts.append("time: " + " | ".join(edtfs))
    for role in PARTICIPANTS:
        stated = sorted({"+".join(sorted(ids)) for m in mentions if (ids := m.ids.get(role))})
        if len(stated) > 1:
            conflicts.append(f"{role}: " + " | ".join(stated))
    statuses = sorted({m.status for m in mentions})
    if len(statuses) > 1:
        conflicts.append("status: " + " | ".join(statuses))
    event_id = stable_id("event", min(m.mention_id for m in mentions))
    return Merged(event_id, mentions, edtfs[0] if edtfs else None, tuple(conflicts))


def _links(events: Sequence[Merged]) -> list[Link]:
    """Events of one type and one target that were kept apart: a denial contradicts, a request is only related."""
    by_target: dict[tuple[str, str], list[Merged]] = defaultdict(list)
    for event in events:
        first = event.mentions[0]
        if first.group == "measures":
            for target in sorted(_main(first)):
                by_target[first.event_type, target].append(event)
    links = set()
    for related in by_target.values():
        related.sort(key=lambda e: e.event_id)
        for i, a in enumerate(related):
            for b in related[i + 1 : i + 1 + 50]:
                links.add((a.event_id, b.event_id, _relation(a, b)))
    return [Link(*link) for link in sorted(links)]


def _relation(a: Merged, b: Merged) -> str:
    ours, theirs = a.mentions[0], b.mentions[0]
    both_asserted = ours.modality == theirs.modality == "asserted"
    if both_asserted and ours.polarity != theirs.polarity and dates.compatible(a.edtf, b.edtf):
        return "contradicts"
    return "related_not_same"
