"""Whom "the company", "das Ministerium" or "he" means: the nearest name before it that fits, or nobody."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from depesche import resources
from depesche.entities.gazetteer import Knowledge
from depesche.records import Entity

BREAKS = frozenset(".,;:!?\n„“”\"–")
TITLE = 2  # words ahead of a name that begins a sentence: Außenministerin Annalena Baerbock
ENDS = re.compile(r"[.!?:\n]\s")  # between two sentences
QUOTES = frozenset("„“”\"«»‚‘›‹")
REACH = 400  # characters back to the name; further off another may have come between unread


@dataclass(frozen=True, slots=True)
class _Rules:
    definite: frozenset[str]
    companies: frozenset[str]
    authorities: frozenset[str]
    authority_names: tuple[str, ...]
    other_names: tuple[str, ...]
    pronouns: frozenset[str]


@cache
def _rules(lang: str) -> _Rules:
    data = resources.language(lang, "antecedents")
    return _Rules(
        frozenset(data["definite"]), frozenset(data["companies"]), frozenset(data["authorities"]),
        tuple(data["authority_names"]), tuple(data["other_names"]), frozenset(data["pronouns"]),
    )  # fmt: skip


def resolved(entities: Sequence[Entity], text: str, lang: str, known: Knowledge) -> list[Entity]:
    """The mentions of a part, where a definite singular noun of a company or an authority has the id of its name.

    A name right behind it says itself who is meant (``the company Huawei``); one in the same clause is another party
    (``Google cut its ties with the company``); of two in one sentence (``Huawei and ZTE``, ``Samsung sued Apple``) none
    is "the company", and "the Chinese company" is none that is at home elsewhere, as the knowledge file or the text has
    it (``the Swedish company Beispiel``). A newspaper, a union or an authority is no company.

    :param entities: sorted by start. :param text: what their offsets count in.
    """
    rules = _rules(lang)
    names: list[Entity] = []
    found: list[Entity] = []
    named = {e.start: e for e in entities if e.kind == "name"}
    seats = dict(known.seats)
    for number, entity in enumerate(entities):
        if entity.kind == "pronoun" and entity.text.lower() in rules.pronouns:
            found.append(replace(entity, entity_id=_person(number, entities, text)))
            continue
        if entity.kind == "name" and entity.label == "ORG" and entity.entity_id:
            names.append(entity)
        elif entity.kind == "nominal" and entity.entity_id is None:
            country = _country(number, entities, known.states)
            if (own := named.get(entity.end + 1)) is None:
                fitting = _at_home(names, country, seats)
                found.append(replace(entity, entity_id=_meant(entity, fitting, text, rules, known.kinds)))
                continue
            if country and own.entity_id and own.label == "ORG":
                seats.setdefault(own.entity_id, country)
        found.append(entity)
    return found


def _person(number: int, entities: Sequence[Entity], text: str) -> str | None:
    """The person that the sentence, or the one before, begins with and is about: nobody else is spoken of since, no
    other person is named near, and no quotation lies between.
    """
    meant: Entity | None = None
    pronoun = entities[number]
    for at in range(number - 1, -1, -1):
        entity = entities[at]
        if entity.start < pronoun.start - REACH or not QUOTES.isdisjoint(text[entity.end : pronoun.start]):
            break
        actor = entity.label in ("PERSON", "ORG") and entity.kind != "pronoun"
        if meant is None and actor:
            if entity.label != "PERSON" or entity.kind != "name":
                return None
            meant = entity
        elif meant and entity.label == "PERSON" and entity.kind == "name" and entity.entity_id != meant.entity_id:
            return None
    if meant is None or len(re.split(r"[.!?:\n]", text[max(meant.start - REACH, 0) : meant.start])[-1].split()) > TITLE:
        return None
    return meant.entity_id


def _country(number: int, entities: Sequence[Entity], states: Mapping[str, str]) -> str | None:
    """The country of an adjective inside a mention: "the Chinese company"."""
    inside = entities[number + 1] if number + 1 < len(entities) else None
    if inside is None or inside.label != "NORP" or inside.end > entities[number].end:
        return None
    place = (inside.entity_id or "").removeprefix("norp:")
    return states.get(place, place)


def _at_home(names: Sequence[Entity], country: str | None, seats: Mapping[str, str]) -> list[Entity]:
    """The names that are at home in a country, else those of which nobody says where they are."""
    if country is None:
        return list(names)
    here = [n for n in names if seats.get(n.entity_id or "") == country]
    return here or [n for n in names if n.entity_id not in seats]


def _meant(nominal: Entity, names: Sequence[Entity], text: str, rules: _Rules, kinds: Mapping[str, str]) -> str | None:
    words = nominal.text.lower().split()
    if not 2 <= len(words) <= 3 or words[0] not in rules.definite:
        return None
    authority = words[-1] in rules.authorities
    if not authority and words[-1] not in rules.companies:
        return None
    near = [
        n for n in names
        if nominal.start - REACH < n.start and not BREAKS.isdisjoint(text[n.end : nominal.start])
    ]
    fitting = [n for n in near if (_is_authority(n, rules) if authority else _may_trade(n, rules, kinds))]
    if not fitting:
        return None
    last = fitting[-1]
    rivals = [n for n in fitting if n.entity_id != last.entity_id and not ENDS.search(text, n.end, last.start)]
    return last.entity_id if not rivals else None


def _is_authority(name: Entity, rules: _Rules) -> bool:
    return any(word in name.text.lower() for word in rules.authority_names)


def _may_trade(name: Entity, rules: _Rules, kinds: Mapping[str, str]) -> bool:
    other = name.entity_id in kinds or any(word in name.text.lower() for word in rules.other_names)
    return not other and not _is_authority(name, rules)
