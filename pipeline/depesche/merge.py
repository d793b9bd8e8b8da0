"""Mentions of one event, across sentences, documents and languages, become one event: rather too few than too many."""

from __future__ import annotations

import re
from calendar import isleap
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import islice

from depesche import dates
from depesche.entities.alike import description
from depesche.records import stable_id
from depesche.resources import LANGUAGES, language, load

PARTICIPANTS = ("target", "agent", "co_agent", "addressee", "beneficiary", "instrument", "object")
MONTH = len("2023-04")
FEW = 20  # facts to which an event that is none is linked at most
_PLAIN = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
_OF_A_YEAR = re.compile(r"(?:\d{4}|XXXX)-(0\d|1[0-2])(?:-\d\d)?")
compatible = lru_cache(1 << 16)(dates.compatible)
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

    @property
    def truth(self) -> tuple[str, str, str, str]:
        """Type, modality, polarity, and whether it was only tried: what has to be equal in one event."""
        tried = self.status if self.status in ("attempted", "failed") else ""
        return self.event_type, self.modality, self.polarity, tried


@dataclass(frozen=True, slots=True)
class Merged:
    """One event with all its mentions, in reading order, and what they disagree on (``time: 2020 | 2020-12``)."""

    event_id: str
    mentions: tuple[Mention, ...]
    edtf: str | None
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """:param score: share of the participants that both name, and time, on which they agree, 0 to 1.
    :param differences: what they say differently (``modality: requested | asserted``).
    """

    from_id: str
    to_id: str
    relation: str
    score: float = 1.0
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention is merged.

    :param block: mentions of two blocks are never one event. :param targets: of a measure; only events of one type with
        one of them in common are linked.
    """

    block: str
    targets: tuple[str, ...]


def places(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Place]]:
    """Where each of the mentions of some whole documents is merged."""
    for mention in _pooled({mention.mention_id: mention for mention in mentions}):
        targets = tuple(sorted(_main(mention))) if mention.group == "measures" else ()
        yield mention, Place(stable_id(*_block(mention)), targets)


def merge(mentions: Iterable[Mention], only: Container[str] | None = None) -> tuple[list[Merged], list[Link]]:
    """Cluster mentions whose type, truth, main participants and dates agree.

    Dates agree when they may denote the same time. Where one side is undated, a measure with the same target and
    the same instrument still merges; anything else merges only within the month that both sides name: two talks in
    one year are two talks. Of a letter one side may leave the year open (25 April; April 2023). A mention that would
    fit two events joins neither. The result does not depend on the order of the input.

    :param only: the blocks that count, if not all do. All their mentions must be there, and all of their documents that
        are of types which a text tells of :func:`once`.
    """
    own = {mention.mention_id: mention for mention in mentions}
    blocks: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in _pooled(own):
        key = _block(mention)
        if only is None or stable_id(*key) in only:
            blocks[key].append(mention)
    events: list[Merged] = []
    for key in sorted(blocks):
        events.extend(_merged([own[m.mention_id] for m in cluster]) for cluster in _cluster(blocks[key]))
    return events, _links(events)


@cache
def once(event_type: str) -> bool:
    """Whether a text that names one who acts tells of one event of a type: the letter."""
    return bool(load("events").get(event_type, {}).get("once"))


def described(words: str, lang: str) -> str | None:
    """An id for a filler without one that says enough to tell it from others in any language: a number and two words
    (nine Republican senators), or None.
    """
    found = description(words, lang)
    if len(found) > 2 and any(part[0].isdigit() for part in found):
        return "desc:" + "+".join(sorted(found))
    return None


@cache
def pronouns() -> tuple[str, ...]:
    """Fillers that tell people nothing beside what they stand for: it, she, sie."""
    words = {word for lang in LANGUAGES for key in ("itself", "himself") for word in language(lang, "events")[key]}
    return tuple(sorted(words))


def _pooled(own: Mapping[str, Mention]) -> Iterator[Mention]:
    """The mentions, those of types that a text tells of :func:`once` with the sender and date that its others give."""
    texts: dict[tuple[str, ...], list[Mention]] = defaultdict(list)
    for mention in own.values():
        if once(mention.event_type):
            texts[mention.doc_id, *mention.truth].append(mention)
        else:
            yield mention
    for some in texts.values():
        mains = {_main(m) for m in some if _main(m)}
        times = sorted({m.edtf for m in some if m.edtf}, key=lambda e: (-len(e), e))
        one = len(mains) == 1 and all(compatible(times[0], other) for other in times[1:])
        for mention in some:
            if not one:
                yield mention
                continue
            role = MAIN.get(mention.group, "agent")
            time = times[0] if times else None
            yield replace(mention, ids={**mention.ids, role: next(iter(mains))}, edtf=time)


def _main(mention: Mention) -> frozenset[str]:
    return mention.ids.get(MAIN.get(mention.group, "agent"), frozenset())


def _block(mention: Mention) -> tuple[str, ...]:
    main = _main(mention)
    key = mention.truth
    if mention.group == "measures" and main:
        return (*key, *sorted(main))
    if main and once(mention.event_type) and _month(mention.edtf):
        return (*key, f"-{_month(mention.edtf)}", *sorted(main))
    if main and mention.edtf and len(mention.edtf) >= MONTH:
        return (*key, mention.edtf[:MONTH], *sorted(main))
    return (mention.event_type, "", mention.mention_id)


def _cluster(block: Sequence[Mention]) -> list[list[Mention]]:
    """Cluster by what mentions say: a thousand reports that say the same are compared once."""
    alike: dict[tuple[str | None, object], list[Mention]] = defaultdict(list)
    for mention in sorted(block, key=lambda m: m.mention_id):
        alike[_said(mention)].append(mention)
    clusters: list[list[list[Mention]]] = []
    by_time: dict[str, list[list[list[Mention]]]] = defaultdict(list)
    for key in sorted(alike, key=lambda said: (not _dated(said[0]), -len(said[0] or ""), str(said))):
        group = alike[key]
        if not _same(group[0], group[0]):
            clusters.extend([[mention]] for mention in group)
            continue
        times = _times(group[0].edtf)
        # the finest come first: what a day may be in is a day, what a month may be in has a day of it or is one
        near = [*by_time[times[0]], *by_time[""]] if times else clusters
        fits = (c for c in near if all(_same(group[0], other[0]) for other in c))
        fitting = list(islice(fits, 2))
        if len(fitting) == 1:
            fitting[0].append(group)
        else:
            clusters.append([group])
            for time in times or ("",):
                by_time[time].append(clusters[-1])
    return [[mention for group in cluster for mention in group] for cluster in clusters]


def _dated(edtf: str | None) -> bool:
    """A day without its year may be any year's."""
    return edtf is not None and not edtf.startswith("XXXX")


def _month(edtf: str | None) -> str:
    """The month of a day or a month, with or without its year: ``04``."""
    found = _OF_A_YEAR.fullmatch(edtf or "")
    return found[1] if found else ""


def _together(edtfs: Sequence[str]) -> str | None:
    """The finest of dates that agree, with what the others know besides: XXXX-04-25 and 2023-04 are 2023-04-25."""
    if not edtfs:
        return None
    finest = edtfs[0]
    year = next((other[:4] for other in edtfs[1:] if _month(other) and _dated(other)), None)
    if not year or _dated(finest) or not _month(finest) or (finest.endswith("-02-29") and not isleap(int(year))):
        return finest
    return year + finest[4:]


def _times(edtf: str | None) -> tuple[str, ...]:
    """A plain day with its month and year, a month with its year, a year; nothing for all other values."""
    if edtf is None or not _PLAIN.fullmatch(edtf):
        return ()
    return tuple(edtf[:size] for size in (10, 7, 4) if size <= len(edtf))


def _said(mention: Mention) -> tuple[str | None, object]:
    text = mention.doc_id if once(mention.event_type) and not _dated(mention.edtf) else ""
    return mention.edtf, (text, *((role, tuple(sorted(mention.ids.get(role, ())))) for role in PARTICIPANTS))


def _same(a: Mention, b: Mention) -> bool:
    if not _main(a):
        return False
    for role in PARTICIPANTS:
        ours, theirs = a.ids.get(role), b.ids.get(role)
        if ours and theirs and not (ours <= theirs or theirs <= ours):
            return False
    if not compatible(a.edtf, b.edtf):
        return False
    if _dated(a.edtf) and _dated(b.edtf):
        return True
    if once(a.event_type) and _month(a.edtf) and (_dated(a.edtf) or _dated(b.edtf)):
        return True
    if once(a.event_type) and a.doc_id == b.doc_id:
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
    return Merged(event_id, mentions, _together(edtfs), tuple(conflicts))


def _links(events: Sequence[Merged]) -> list[Link]:
    """Events of one type, target and possible time, of which one is told as a fact and another is not.

    A denial contradicts, a request is only related. Two facts that were kept apart are two events and have no link.
    """
    by_target: dict[tuple[str, str], list[Merged]] = defaultdict(list)
    for event in events:
        first = event.mentions[0]
        if first.group == "measures":
            for target in sorted(_main(first)):
                by_target[first.event_type, target].append(event)
    links = set()
    for related in by_target.values():
        facts = [event for event in related if _truth(event) == ("asserted", "positive")]
        by_time: dict[str, list[Merged]] = defaultdict(list)
        for fact in facts:
            for time in _times(fact.edtf) or ("",):
                by_time[time].append(fact)
        for other in related:
            modality, polarity = _truth(other)
            if (modality, polarity) == ("asserted", "positive"):
                continue
            relation = "contradicts" if modality == "asserted" else "related_not_same"
            times = _times(other.edtf)
            near = facts
            if times:
                near = [*by_time[times[0]], *(f for t in times[1:] for f in by_time[t] if f.edtf == t), *by_time[""]]
            some = list(islice((f for f in near if compatible(f.edtf, other.edtf)), FEW + 1))
            if len(some) <= FEW:  # what may go with all of them says nothing of one
                links |= {_link(fact, other, relation) for fact in some}
    return sorted(links, key=lambda link: (link.from_id, link.to_id))


def _link(fact: Merged, other: Merged, relation: str) -> Link:
    """With the share of roles on which two events agree, and all that they disagree on."""
    agreed, told = 0, 0
    differences = []
    for role in PARTICIPANTS:
        ours, theirs = (frozenset().union(*(m.ids.get(role, ()) for m in e.mentions)) for e in (fact, other))
        if ours and theirs:
            told += 1
            agreed += bool(ours & theirs)
            if not ours & theirs:
                differences.append(f"{role}: {'+'.join(sorted(ours))} | {'+'.join(sorted(theirs))}")
    if fact.edtf and other.edtf:
        told += 1
        agreed += 1
        if fact.edtf != other.edtf:
            differences.append(f"time: {fact.edtf} | {other.edtf}")
    for name, mine, others in zip(("modality", "polarity"), _truth(fact), _truth(other), strict=True):
        if mine != others:
            differences.append(f"{name}: {mine} | {others}")
    return Link(fact.event_id, other.event_id, relation, round(agreed / max(told, 1), 2), tuple(differences))


def _truth(event: Merged) -> tuple[str, str]:
    return event.mentions[0].modality, event.mentions[0].polarity
