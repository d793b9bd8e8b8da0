"""Two tellings of one story compared event by event: what both tell, what one tells otherwise, what one leaves out.

Events are compared by what means the same in both languages: type, truth, dates, and who and what fills their roles.
Only events that have something in common, and may have to do with one another for it, are set against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from depesche.compare.parties import PARTLY, SAME, Party, by_role, likeness, party, same
from depesche.compare.records import Difference, EventLink, Relation
from depesche.dates import compatible
from depesche.entities.alike import description, root
from depesche.merge import MAIN, once
from depesche.records import Event, Record
from depesche.resources import language, load

RELATED = 0.5  # agreement from which an event is named beside one that only the other text tells
_WORDS = 5  # words that two quotes have in common, if they say the same in their own ways
_SHARED = ("agent", "target", "object")
_COMPARED = ("agent", "leader", "target", "addressee", "beneficiary", "instrument", "object", "place")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one text tells it."""

    event_id: str
    event_type: str
    modality: str
    polarity: str
    edtf: str | None
    roles: Mapping[str, tuple[Party, ...]]
    status: str = "unknown"
    says: frozenset[str] = frozenset()

    @property
    def group(self) -> str:
        return str(load("events")[self.event_type]["group"])

    @property
    def main(self) -> tuple[Party, ...]:
        return self.roles.get(MAIN.get(self.group, "agent"), ())

    @property
    def truth(self) -> tuple[str, str, str]:
        return self.event_type, self.modality, self.polarity


@dataclass(slots=True)
class _Telling:
    """Mentions of one text that tell one event, with all that they say of it together."""

    told: list[Told]
    whole: Told = field(init=False)

    def __post_init__(self) -> None:
        first = self.told[0]
        roles: dict[str, tuple[Party, ...]] = {}
        for told in self.told:
            for role, parties in told.roles.items():
                roles[role] = (*roles.get(role, ()), *(p for p in parties if p not in roles.get(role, ())))
        times = sorted((t.edtf for t in self.told if t.edtf), key=lambda e: (-len(e), e))
        self.whole = Told(
            first.event_id, first.event_type, first.modality, first.polarity, times[0] if times else None, roles,
            first.status, frozenset().union(*(told.says for told in self.told)),
        )  # fmt: skip

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(told.event_id for told in self.told)


def told(record: Record) -> list[Told]:
    return [_told(event, record) for event in record.events]


def _told(event: Event, record: Record) -> Told:
    roles: dict[str, list[Party]] = defaultdict(list)
    for role in event.roles:
        inside = {
            known for e in record.entities
            if role.head[0] <= e.start and e.end <= role.head[1] and (known := root(e.entity_id))
        }  # fmt: skip
        own = {known for known in (root(role.entity_id),) if known} or inside
        roles[role.role].append(party(role.text, record.lang, own))
    time = event.time.edtf if event.time else None
    return Told(
        event.event_id, event.event_type, event.modality, event.polarity, time,
        {role: tuple(parties) for role, parties in roles.items()}, event.status,
        description(event.quote.text, record.lang),
    )  # fmt: skip


def link(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[EventLink, ...]:
    """How the events of two texts belong together; every event stands in a link, those told by one text alone too."""
    left, right = _tellings(ours), _tellings(theirs)
    links: list[EventLink] = []
    matched: tuple[set[int], set[int]] = (set(), set())
    pairs = sorted(_pairs(left, right), key=lambda pair: pair[:3])
    for score, i, j, relation in pairs:
        if relation in ("same_event", "same_claim") and i not in matched[0] and j not in matched[1]:
            matched[0].add(i)
            matched[1].add(j)
            links.append(_linked(relation, [left[i]], [right[j]], -score))
    for relations in (("overlap", "same_event", "same_claim"), ("contradicts",)):
        links += _grouped(pairs, relations, left, right, matched)
    related = list(_related(pairs, left, right, matched))
    links += [_linked("missing_in_target", [a], [], 0.0) for i, a in enumerate(left) if i not in matched[0]]
    links += [_linked("missing_in_source", [], [b], 0.0) for j, b in enumerate(right) if j not in matched[1]]
    return (*links, *related)


_Pair = tuple[float, int, int, Relation]  # disagreement, positions of both tellings, what joins them


def _pairs(left: Sequence[_Telling], right: Sequence[_Telling]) -> Iterator[_Pair]:
    """All tellings of one type that have to do with one another."""
    places = _by_key(enumerate(right))
    for i, a in enumerate(left):
        near = {j for key in _keys(a.whole) for j in places.get((a.whole.event_type, *key), ())}
        for j in sorted(near):
            if (found := relate(a.whole, right[j].whole)) and found[1]:
                yield -found[1], i, j, found[0]


def _by_key(some: Iterable[tuple[int, _Telling]]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i, telling in some:
        for key in _keys(telling.whole):
            places[telling.whole.event_type, *key].append(i)
    return places


def _keys(one: Told) -> Iterable[tuple[str, str]]:
    """Events without one of these in common :func:`relate` does not join."""
    return {(role, key) for role, filler in _fillers(one) for key in filler.keys}


def _grouped(
    pairs: Sequence[_Pair], relations: Sequence[Relation], left: Sequence[_Telling],
    right: Sequence[_Telling], matched: tuple[set[int], set[int]],
) -> Iterator[EventLink]:  # fmt: skip
    """What is left of the target with all of the source that it has to do with, then what is left of the source."""
    for side in (1, 0):
        groups: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for score, i, j, relation in pairs:
            one, other = (j, i) if side else (i, j)
            if relation in relations and one not in matched[side]:
                groups[one].append((-score, other))
        for one, others in sorted(groups.items()):
            some = [other for _, other in sorted(others, key=lambda pair: pair[1])]
            best = max(score for score, _ in others)
            matched[side].add(one)
            matched[1 - side].update(some)
            ours, theirs = ([left[i] for i in some], [right[one]]) if side else ([left[one]], [right[j] for j in some])
            yield _linked(relations[0], ours, theirs, best)


def _related(
    pairs: Sequence[_Pair], left: Sequence[_Telling], right: Sequence[_Telling], matched: tuple[set[int], set[int]]
) -> Iterator[EventLink]:
    """What only one text tells, with the nearest event of the other: no less told by one text alone."""
    nearest: dict[int, tuple[float, int]] = {}
    for disagreement, i, j, relation in pairs:
        if relation == "related_not_same" and i not in matched[0] and j not in matched[1]:
            nearest.setdefault(j, (disagreement, i))
    for i, j in _of_other_types(
        [(i, one) for i, one in enumerate(left) if i not in matched[0]],
        [(j, one) for j, one in enumerate(right) if j not in matched[1]],
    ):
        nearest[j] = min(nearest.get(j, (0.0, i)), (-_OTHER_TYPE, i))
    for j, (disagreement, i) in sorted(nearest.items()):
        if -disagreement >= RELATED:
            yield _linked("related_not_same", [left[i]], [right[j]], -disagreement)


_OTHER_TYPE = 0.5  # how much events of two types agree at most: that much only with the same one in the same role


def _of_other_types(
    left: Sequence[tuple[int, _Telling]], right: Sequence[tuple[int, _Telling]]
) -> Iterator[tuple[int, int]]:
    """For each of the right the first of the left of another type with the same one in a role."""
    types = {i: one.whole.event_type for i, one in left}
    places: dict[tuple[str, Party], list[int]] = defaultdict(list)
    touching: dict[tuple[str, str], set[Party]] = defaultdict(set)
    for i, one in left:
        for role, filler in _fillers(one.whole):
            places[role, filler].append(i)
            for key in filler.keys:
                touching[role, key].add(filler)
    for j, one in right:
        found = [
            next((i for i in places[role, other] if types[i] != one.whole.event_type), None)
            for role, filler in _fillers(one.whole)
            for other in set().union(*(touching.get((role, key), ()) for key in filler.keys))
            if same(other, filler) == 1.0
        ]
        if first := [i for i in found if i is not None]:
            yield min(first), j


def _fillers(one: Told) -> Iterator[tuple[str, Party]]:
    for role in _SHARED:
        for filler in one.roles.get(role, ()):
            yield role, filler


def _tellings(some: Sequence[Told]) -> list[_Telling]:
    """Mentions of one text put together: its letter, what the letter calls for, and facts with the same parties."""
    letters: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in some:
        if once(one.event_type):
            letters[one.truth].append(one)
    senders = frozenset().union(*(p.ids | {*p.says} for one in some if once(one.event_type) for p in one.main))
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in some:
        groups[_key(one, senders, letters)].append(one)
    return [_Telling(group) for group in groups.values()]


@cache
def _letter(lang: str) -> frozenset[str]:
    """What the description of a letter says."""
    return description(language(lang, "compare")["letter"], lang)


def _key(
    one: Told, senders: frozenset[str], letters: Mapping[tuple[str, str, str], Sequence[Told]]
) -> tuple[object, ...]:
    if once(one.event_type) and len({p.ids or p.says for o in letters[one.truth] for p in o.main}) < 2:
        return ("letter", *one.truth)
    spoken = one.group == "communication" and one.modality == "asserted"
    if spoken and letters and any(p.ids & senders or p.says >= _letter(p.lang) for p in one.main):
        return ("of the letter", *one.truth)
    main = frozenset().union(*(p.ids for p in one.main))
    if main and one.group == "measures" and all(p.ids for p in one.main):
        return (*one.truth, one.edtf, main, frozenset().union(*(p.ids for p in one.roles.get("instrument", ()))))
    return (one.event_id,)


# ------------------------------------------------------------------------------------------------------------ relating


def relate(a: Told, b: Told) -> tuple[Relation, float] | None:
    """What two events have to do with each other, and how much they agree, 0 to 1; None where nothing joins them."""
    if a.event_type != b.event_type:
        shared = max(likeness(a.roles.get(role, ()), b.roles.get(role, ())) for role in _SHARED)
        return ("related_not_same", shared / 2) if shared >= PARTLY else None
    if not compatible(a.edtf, b.edtf):
        return None
    main = likeness(a.main, b.main)
    if main < PARTLY:  # who acts may be a pronoun on both sides
        main = min(max(likeness(a.roles.get(role, ()), b.roles.get(role, ())) for role in _SHARED), 0.5)
    if main < PARTLY:
        return None
    if a.polarity != b.polarity:
        return ("contradicts", main) if main >= SAME and a.modality == b.modality else None
    if a.modality != b.modality:
        return ("related_not_same", main)
    score = _agreement(a, b)
    if main < SAME:
        return ("overlap", score)
    return ("same_claim" if a.modality != "asserted" or a.group == "state" else "same_event", score)


def _agreement(a: Told, b: Told) -> float:
    shares = [likeness(a.roles[role], b.roles[role]) for role in _COMPARED if role in a.roles and role in b.roles]
    if a.edtf and b.edtf:
        shares.append(1.0)
    ours, theirs = (frozenset().union(*(p.ids for p in one.main)) for one in (a, b))
    shares.append(len(ours & theirs) / len(ours | theirs) if ours and theirs else likeness(a.main, b.main))
    shares.append(len(a.says & b.says) / max(min(len(a.says), len(b.says), _WORDS), 1))
    return round(sum(shares) / len(shares), 3)


# --------------------------------------------------------------------------------------------------------- differences


def _linked(relation: Relation, ours: Sequence[_Telling], theirs: Sequence[_Telling], score: float) -> EventLink:
    differences: tuple[Difference, ...] = ()
    if ours and theirs and relation != "related_not_same":
        a, b = _Telling([t for o in ours for t in o.told]).whole, _Telling([t for o in theirs for t in o.told]).whole
        differences = tuple(_differences(a, b))
    left, right = (tuple(i for one in side for i in one.ids) for side in (ours, theirs))
    return EventLink(relation, left, right, round(score, 3), differences)


def _differences(a: Told, b: Told) -> Iterator[Difference]:
    if a.edtf or b.edtf:
        yield Difference("time", a.edtf, b.edtf, _time_verdict(a.edtf, b.edtf))
    for role in _COMPARED:
        ours, theirs = a.roles.get(role, ()), b.roles.get(role, ())
        if ours or theirs:
            mine, other = ("; ".join(p.text for p in some) or None for some in (ours, theirs))
            yield Difference(role, mine, other, _role_verdict(ours, theirs))
    for name in ("modality", "polarity", "status"):
        mine, other = getattr(a, name), getattr(b, name)
        if mine != other and "unknown" not in (mine, other):
            yield Difference(name, mine, other, "conflict")


def _time_verdict(ours: str | None, theirs: str | None) -> str:
    if ours == theirs:
        return "agree"
    if not ours or not theirs:
        return "missing_in_source" if theirs else "missing_in_target"
    if not compatible(ours, theirs):
        return "conflict"
    return "target_less_specific" if len(ours) > len(theirs) else "source_less_specific"


def _role_verdict(ours: Sequence[Party], theirs: Sequence[Party]) -> str:
    if not ours or not theirs:
        return "missing_in_source" if theirs else "missing_in_target"
    one_sided = [
        [p for p in some if max(same(p, q) for q in others) < SAME]
        for some, others in ((ours, theirs), (theirs, ours))
    ]
    if not any(one_sided):
        return "agree"
    named = [any(p.ids for p in some) for some in (ours, theirs)]
    if named[0] != named[1]:
        return "target_less_specific" if named[0] else "source_less_specific"
    if not one_sided[0] or not one_sided[1]:
        return "source_less_specific" if not one_sided[0] else "target_less_specific"
    return "conflict"


def in_one_role(ours: Sequence[Told], theirs: Sequence[Told], links: Sequence[EventLink]) -> set[tuple[str, str]]:
    """Ids of those who fill the same role of an event that both tell."""
    first, second = ({one.event_id: one for one in some} for some in (ours, theirs))
    return {
        pair
        for some in links if some.relation == "same_event"
        for i in some.source for j in some.target
        for pair in by_role(first[i].roles, second[j].roles)
    }  # fmt: skip
