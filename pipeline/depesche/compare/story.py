"""Two tellings of one story compared event by event: what both tell, what one tells otherwise, what one leaves out.

Events are compared by what means the same in both languages: type, truth, dates, ids, and of phrases without an id the
numbers, names and words that translate each other (:func:`depesche.entities.alike.description`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from depesche.compare.records import Difference, EventLink, Relation
from depesche.dates import compatible
from depesche.entities.alike import description, root, same_words
from depesche.entities.alike import pieces as words_of
from depesche.merge import MAIN, ONE_A_TEXT
from depesche.records import Entity, Event, Record
from depesche.resources import language, load

SAME = 0.8  # share of what two phrases say, from which they are one
PARTLY = 0.3  # the same, from which they have something to do with one another
RELATED = 0.5  # agreement from which an event is named beside one that only the other text tells
_WORDS = 5  # words that two quotes have in common, if they say the same in their own ways
_SHARED = ("agent", "target", "object")
_COMPARED = ("agent", "leader", "target", "addressee", "beneficiary", "instrument", "object", "place")
_DOCUMENT = frozenset({"=brief"})  # what a description of a letter says

EntityRelation = Literal["entity_same", "entity_unit_of", "entity_overlap"]


@dataclass(frozen=True, slots=True)
class Party:
    """Who or what fills a role.

    :param ids: of it, and of those it stands for. :param says: its description. :param core: that of the words before
        the first preposition.
    """

    text: str
    lang: str
    ids: frozenset[str]
    says: frozenset[str]
    core: frozenset[str]


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


def link(source: Record, target: Record) -> tuple[EventLink, ...]:
    """How the events of two texts belong together; every event stands in a link, those told by one text alone too."""
    return link_told(told(source), told(target))


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


def party(text: str, lang: str, ids: Iterable[str] = ()) -> Party:
    says = description(text, lang)
    return Party(text, lang, frozenset(ids), says, description(_core(text, lang), lang) or says)


def _core(text: str, lang: str) -> str:
    prepositions = frozenset(language(lang, "compare")["prepositions"])
    words = text.split()
    end = next((i for i, word in enumerate(words) if i and word.lower() in prepositions), len(words))
    return " ".join(words[:end])


def link_told(ours: Sequence[Told], theirs: Sequence[Told]) -> tuple[EventLink, ...]:
    """:func:`link` for events from anywhere."""
    left, right = _tellings(ours), _tellings(theirs)
    links: list[EventLink] = []
    matched: tuple[set[int], set[int]] = (set(), set())
    pairs = sorted(
        (
            (-score, i, j, relation)
            for i, a in enumerate(left)
            for j, b in enumerate(right)
            if (found := relate(a.whole, b.whole)) and (relation := found[0]) and (score := found[1])
        ),
        key=lambda pair: pair[:3],
    )
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


def _grouped(
    pairs: Sequence[tuple[float, int, int, Relation]], relations: Sequence[Relation], left: Sequence[_Telling],
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
    pairs: Sequence[tuple[float, int, int, Relation]], left: Sequence[_Telling], right: Sequence[_Telling],
    matched: tuple[set[int], set[int]],
) -> Iterator[EventLink]:  # fmt: skip
    """What only one text tells, with the nearest events of the other: no less told by one text alone."""
    nearest: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for score, i, j, relation in pairs:
        if relation == "related_not_same" and i not in matched[0] and j not in matched[1]:
            nearest[j].append((-score, i))
    for j, some in sorted(nearest.items()):
        score, i = some[0]
        if score >= RELATED:
            yield _linked("related_not_same", [left[i]], [right[j]], score)


def _tellings(some: Sequence[Told]) -> list[_Telling]:
    """Mentions of one text put together: its letter, what the letter calls for, and facts with the same parties."""
    letters: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for one in some:
        if one.event_type in ONE_A_TEXT:
            letters[one.truth].append(one)
    senders = frozenset().union(*(p.ids | {*p.says} for one in some if one.event_type in ONE_A_TEXT for p in one.main))
    groups: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for one in some:
        groups[_key(one, senders, letters)].append(one)
    return [_Telling(group) for group in groups.values()]


def _key(
    one: Told, senders: frozenset[str], letters: Mapping[tuple[str, str, str], Sequence[Told]]
) -> tuple[object, ...]:
    if one.event_type in ONE_A_TEXT and len({p.ids or p.says for o in letters[one.truth] for p in o.main}) < 2:
        return ("letter", *one.truth)
    spoken = one.group == "communication" and one.modality == "asserted"
    if spoken and letters and any(p.ids & senders or p.says >= _DOCUMENT for p in one.main):
        return ("of the letter", *one.truth)
    main = frozenset().union(*(p.ids for p in one.main))
    if main and one.group == "measures" and all(p.ids for p in one.main):
        return (*one.truth, one.edtf, main, frozenset().union(*(p.ids for p in one.roles.get("instrument", ()))))
    return (one.event_id,)


# ------------------------------------------------------------------------------------------------------------ relating


def relate(a: Told, b: Told) -> tuple[Relation, float] | None:
    """What two events have to do with each other, and how much they agree, 0 to 1; None where nothing joins them."""
    if a.event_type != b.event_type:
        shared = max(_alike(a.roles.get(role, ()), b.roles.get(role, ())) for role in _SHARED)
        return ("related_not_same", shared / 2) if shared >= PARTLY else None
    if not compatible(a.edtf, b.edtf):
        return None
    main = _alike(a.main, b.main)
    if main < PARTLY:  # who acts may be a pronoun on both sides
        main = min(max(_alike(a.roles.get(role, ()), b.roles.get(role, ())) for role in _SHARED), 0.5)
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


def _alike(ours: Sequence[Party], theirs: Sequence[Party]) -> float:
    """1 where both name the same one; less where a phrase says part of the other, or one is a part of the other."""
    return max((_same(a, b) for a in ours for b in theirs), default=0.0)


def _same(a: Party, b: Party) -> float:
    if a.ids & b.ids:
        return 1.0
    if not a.says or not b.says:
        return 0.0
    numbers = [{part for part in p.says if part[0].isdigit()} for p in (a, b)]
    if all(numbers) and numbers[0] != numbers[1]:
        return 0.0
    shared = len(a.says & b.says) / len(a.says | b.says)
    if shared >= SAME and len(a.says) > 1 and not (a.ids and b.ids):
        return 1.0
    core = len(a.core & b.core) / max(min(len(a.core), len(b.core)), 1)
    return 0.5 if _unit(a, b) else min(max(shared, core if len(a.core | b.core) > 1 else 0.0), 0.5)


def _unit(a: Party, b: Party) -> bool:
    return same_words(words_of(a.text, a.lang), words_of(b.text, b.lang))


def _agreement(a: Told, b: Told) -> float:
    shares = [_alike(a.roles[role], b.roles[role]) for role in _COMPARED if role in a.roles and role in b.roles]
    if a.edtf and b.edtf:
        shares.append(1.0)
    ours, theirs = (frozenset().union(*(p.ids for p in one.main)) for one in (a, b))
    shares.append(len(ours & theirs) / len(ours | theirs) if ours and theirs else _alike(a.main, b.main))
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
        [p for p in some if max(_same(p, q) for q in others) < SAME]
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


# ------------------------------------------------------------------------------------------------------------ entities


def entity_links(source: Record, target: Record) -> list[tuple[EntityRelation, str, str]]:
    """Entities (ids) of two texts that are the same, a unit of the other (Huawei Cloud, Huawei), or overlap."""
    ours, theirs = (_by_id(record) for record in (source, target))
    found: list[tuple[EntityRelation, str, str]] = []
    for mine, some in ours.items():
        for other, others in theirs.items():
            relation = "entity_same" if mine == other else relate_entities(some, others)
            if relation:
                found.append((relation, mine, other))
    return found


def in_one_role(a: Sequence[Told], b: Sequence[Told], links: Sequence[EventLink]) -> set[tuple[str, str]]:
    """Ids of those who fill the same role of an event that both tell: where they overlap, they are the same."""
    ours, theirs = ({one.event_id: one for one in some} for some in (a, b))
    found = set()
    for some in links:
        if some.relation == "same_event":
            for i in some.source:
                for j in some.target:
                    for role in set(ours[i].roles) & set(theirs[j].roles):
                        left, right = (
                            frozenset().union(*(p.ids for p in parties))
                            for parties in (ours[i].roles[role], theirs[j].roles[role])
                        )
                        found |= {(mine, other) for mine in left for other in right}
    return found


def _by_id(record: Record) -> dict[str, list[tuple[Party, str]]]:
    found: dict[str, list[tuple[Party, str]]] = defaultdict(list)
    for entity in record.entities:
        if known := root(entity.entity_id):
            found[known].append((party(entity.text, record.lang), _kind(entity)))
    return found


def _kind(entity: Entity) -> str:
    return entity.kind


def relate_entities(
    ours: Sequence[tuple[Party, str]], theirs: Sequence[tuple[Party, str]]
) -> EntityRelation | None:
    """:param ours: the mentions of one entity, each with its kind: ``name``, ``nominal`` or ``pronoun``."""
    mine, other = ([(p, kind) for p, kind in some if kind != "pronoun"] for some in (ours, theirs))
    best: EntityRelation | None = None
    for a, kind in mine:
        for b, their_kind in other:
            if kind == their_kind == "name":
                first, second = words_of(a.text, a.lang), words_of(b.text, b.lang)
                if not same_words(first, second):
                    continue
                if len(first) == len(second):
                    return "entity_same"
                best = "entity_unit_of"
            elif kind == their_kind and len(a.says) > 1 and len(b.says) > 1:
                if len(a.says & b.says) >= SAME * len(a.says | b.says):
                    return "entity_same"
                if best is None and len(a.core & b.core) >= PARTLY * min(len(a.core), len(b.core)) > 0:
                    best = "entity_overlap"
    return best
