"""Who and what two texts speak of: whether phrases of both languages mean the same one, or one that is part of it.

Phrases are compared by ids, and where they have none by the numbers, names and words in them that translate each other
(:func:`depesche.entities.alike.description`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property, lru_cache

from depesche.compare.records import EntityLink, EntityRelation
from depesche.entities import alike
from depesche.entities.alike import description, root
from depesche.records import Entity, Record
from depesche.resources import language

SAME = 0.8  # share of what two phrases say, from which they are one
PARTLY = 0.3  # the same, from which they have something to do with one another


@dataclass(frozen=True)
class Party:
    """Who or what fills a role, or is spoken of.

    :param ids: of it, and of those it stands for. :param says: its description. :param core: that of the words before
        the first preposition.
    """

    text: str
    lang: str
    ids: frozenset[str]
    says: frozenset[str]
    core: frozenset[str]

    @cached_property
    def keys(self) -> frozenset[str]:
        """Two parties that :func:`same` finds to have anything in common have one of these in common."""
        named = frozenset().union(*map(alike.keys, _pieces(self.text, self.lang)))
        return self.says | self.core | {f"id:{known}" for known in self.ids} | {f"name:{key}" for key in named}

    @property
    def known(self) -> frozenset[str]:
        """The ids, or one made of the description where there are none and it says something."""
        return self.ids or (frozenset({"desc:" + "+".join(sorted(self.says))}) if self.says else frozenset())


def party(text: str, lang: str, ids: Iterable[str] = ()) -> Party:
    return _party(text, lang, frozenset(ids))


@lru_cache(1 << 14)
def _party(text: str, lang: str, ids: frozenset[str]) -> Party:
    says = description(text, lang)
    return Party(text, lang, ids, says, description(_core(text, lang), lang) or says)


def _core(text: str, lang: str) -> str:
    prepositions = frozenset(language(lang, "compare")["prepositions"])
    words = text.split()
    end = next((i for i, word in enumerate(words) if i and word.lower() in prepositions), len(words))
    return " ".join(words[:end])


@lru_cache(1 << 14)
def _pieces(text: str, lang: str) -> tuple[str, ...]:
    return tuple(alike.pieces(text, lang))


def likeness(ours: Iterable[Party], theirs: Sequence[Party]) -> float:
    """1 where both name the same one; less where a phrase says part of the other, or one is a part of the other."""
    return max((same(a, b) for a in ours for b in theirs), default=0.0)


@lru_cache(1 << 18)
def same(a: Party, b: Party) -> float:
    """How far two parties are one, 0 to 1; 0.5 at most where only words say so."""
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
    if alike.same_words(_pieces(a.text, a.lang), _pieces(b.text, b.lang)):
        return 0.5
    return min(max(shared, core if len(a.core | b.core) > 1 else 0.0), 0.5)


# ------------------------------------------------------------------------------------------------------------ entities


_WHOLE = frozenset({"ORG", "PRODUCT"})  # labels of what has units: the United States are no unit of their ministry


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as one text speaks of it: by its names, or if it has none by other phrases; pronouns are left out."""

    entity_id: str
    names: tuple[Party, ...]
    phrases: tuple[Party, ...]
    labels: frozenset[str]

    @property
    def spoken(self) -> tuple[Party, ...]:
        return self.names or self.phrases

    @property
    def name(self) -> str:
        """By which it is told to people: the longest of its names, or of its other phrases."""
        return max((p.text for p in self.spoken), key=lambda text: (len(text), text))


def named(record: Record) -> list[Named]:
    """The entities of a text in the order of their first mentions; one without an id by what its phrase says."""
    found: dict[str, list[tuple[Party, Entity]]] = defaultdict(list)
    for entity in record.entities:
        if entity.kind != "pronoun":
            known = root(entity.entity_id)
            spoken = party(entity.text, record.lang, [known] if known else [])
            if known or entity.kind == "name" or len(spoken.says) > 1:
                for entity_id in spoken.known:
                    found[entity_id].append((spoken, entity))
    return [
        Named(
            entity_id, tuple(dict.fromkeys(p for p, e in some if e.kind == "name")),
            tuple(dict.fromkeys(p for p, e in some if e.kind == "nominal")), frozenset(e.label for _, e in some),
        )
        for entity_id, some in found.items()
    ]  # fmt: skip


def link(
    ours: Sequence[Named], theirs: Sequence[Named], together: AbstractSet[tuple[str, str]]
) -> tuple[EntityLink, ...]:
    """Entities of two texts that are the same, one a unit of the other (Huawei Cloud, Huawei), or that overlap: each
    with the one it has most in common with.

    :param together: ids of those who fill the same role of an event that both tell: who overlap there are the same.
    """
    found: list[tuple[int, int, EntityRelation]] = []
    overlaps = []
    for i, j in _candidates(ours, theirs):
        mine, other = ours[i], theirs[j]
        if mine.entity_id == other.entity_id:
            found.append((i, j, "entity_same"))
        elif mine.names and other.names:
            if relation := _of_names(mine, other):
                found.append((i, j, relation))
        elif not mine.names and not other.names and (share := _overlap(mine, other)):
            overlaps.append(((mine.entity_id, other.entity_id) not in together, -share, i, j))
    taken = [{pair[side] for pair in found if pair[2] == "entity_same"} for side in (0, 1)]
    for apart, share, i, j in sorted(overlaps):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            found.append((i, j, "entity_same" if not apart or -share >= SAME else "entity_overlap"))
    return tuple(
        EntityLink(relation, ours[i].entity_id, theirs[j].entity_id, ours[i].name, theirs[j].name)
        for i, j, relation in sorted(found)
    )


def _candidates(ours: Sequence[Named], theirs: Sequence[Named]) -> Iterator[tuple[int, int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, other in enumerate(theirs):
        for key in _keys(other):
            places[key].append(j)
    for i, mine in enumerate(ours):
        for j in sorted({j for key in _keys(mine) for j in places.get(key, ())}):
            yield i, j


def _keys(entity: Named) -> frozenset[str]:
    return frozenset({f"id:{entity.entity_id}"}).union(*(spoken.keys for spoken in entity.spoken))


def _of_names(ours: Named, theirs: Named) -> EntityRelation | None:
    best: EntityRelation | None = None
    for a in ours.names:
        for b in theirs.names:
            first, second = _pieces(a.text, a.lang), _pieces(b.text, b.lang)
            if alike.same_words(first, second) and not _other_letters(first, second):
                if len(first) == len(second):
                    return "entity_same"
                if ours.labels & theirs.labels & _WHOLE:
                    best = "entity_unit_of"
    return best


def _other_letters(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """BUPT is not Baidu, for all that they sound alike."""
    return any(
        alike.is_abbreviation(piece) and alike.plain(piece) not in map(alike.plain, others)
        for some, others in ((ours, theirs), (theirs, ours)) for piece in some
    )  # fmt: skip


def _overlap(ours: Named, theirs: Named) -> float:
    """The largest share that phrases of several words have in common, a number aside; 0 where it is too small."""
    best = 0.0
    for a in ours.phrases if ours.labels & theirs.labels else ():
        for b in theirs.phrases:
            core = {part for part in a.core & b.core if not part[0].isdigit()}
            if min(len(a.says), len(b.says)) > 1 and len(core) >= PARTLY * min(len(a.core), len(b.core)) > 0:
                best = max(best, len(a.says & b.says) / len(a.says | b.says))
    return best


def by_role(roles: Mapping[str, Sequence[Party]], others: Mapping[str, Sequence[Party]]) -> set[tuple[str, str]]:
    """Ids of those who fill one role in two tellings of an event."""
    return {
        (mine, other)
        for role in roles.keys() & others.keys()
        for a in roles[role] for b in others[role]
        for mine in a.known for other in b.known
    }  # fmt: skip
