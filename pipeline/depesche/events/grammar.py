"""What the event rules know of a language and of the event types, read from the data files and checked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from depesche.errors import ResourceError
from depesche.resources import LANGUAGES, language, load

SLOTS = {"subject", "object", "dative", "genitive", "compound", "document"}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an event.

    :param verbs: lemmas (``aufnehmen``), or empty when a noun triggers. :param nouns: lemmas; ``*x`` is a suffix.
    :param companions: noun or verb lemmas of which one must stand in the clause; it joins the trigger.
    :param roles: role -> slots to try in order.
    """

    event_type: str
    verbs: frozenset[str]
    separable: dict[tuple[str, str], str]
    nouns: tuple[str, ...]
    companions: tuple[str, ...]
    phrase: tuple[str, ...]
    forms: frozenset[str]
    negated: bool
    needs: frozenset[str]
    roles: dict[str, tuple[str, ...]]
    labels: dict[str, frozenset[str]]
    polar: bool
    fallback: bool
    tentative: bool = False
    beside: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grammar:
    """The frames of one language by lemma, and its function words."""

    lang: str
    by_verb: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    by_suffix: tuple[tuple[str, Frame], ...]
    particles: dict[tuple[str, str], str]
    words: dict[str, frozenset[str]]
    prepositions: dict[str, str]
    modals: dict[str, str]
    hedges: dict[str, str]
    governors: dict[str, frozenset[str]]
    numbers: dict[str, int]
    verb_endings: tuple[str, ...]
    verb_lemmas: frozenset[str] = field(default_factory=frozenset)


@cache
def grammar(lang: str) -> Grammar:
    """The grammar of ``lang``.

    :raises ResourceError: when an entry of events.yaml is malformed; the message names type, language and frame.
    """
    data = language(lang, "events")
    by_verb: dict[str, list[Frame]] = defaultdict(list)
    by_noun: dict[str, list[Frame]] = defaultdict(list)
    by_suffix: list[tuple[str, Frame]] = []
    particles: dict[tuple[str, str], str] = {}
    for frame in frames(lang):
        particles.update(frame.separable)
        for verb in sorted(frame.verbs):
            by_verb[verb].append(frame)
        for noun in frame.nouns:
            if noun.startswith("*"):
                by_suffix.append((noun[1:], frame))
            else:
                by_noun[noun.lower()].append(frame)
    governors: dict[str, set[str]] = defaultdict(set)
    for kind, lemmas in data["governors"].items():
        for lemma in lemmas:
            governors[lemma.lower()].add(kind)
    modals = {form: kind for kind, forms in data["modals"].items() for form in forms}
    hedges = {form: kind for kind, forms in data["hedges"].items() for form in forms}
    words = {name: frozenset(map(str.lower, value)) for name, value in data.items() if isinstance(value, list)}
    words.update({f"aux_{name}": frozenset(value) for name, value in data["auxiliaries"].items()})
    known = set(by_verb) | set(data["speech"])
    known |= {
        lemma for lemmas in data["governors"].values() for lemma in lemmas
        if lemma.islower() and " " not in lemma and lemma not in data["governor_nouns"]
    }
    known |= {base for base, _ in particles}
    return Grammar(
        lang=lang, by_verb={k: tuple(v) for k, v in by_verb.items()},
        by_noun={k: tuple(v) for k, v in by_noun.items()}, by_suffix=tuple(by_suffix), particles=particles,
        words=words, prepositions=data["prepositions"], modals=modals, hedges=hedges,
        governors={k: frozenset(v) for k, v in governors.items()},
        numbers=data["numbers"], verb_endings=tuple(data["verb_lemma_endings"]),
        verb_lemmas=frozenset(known) | words["aux_passive"] | words["aux_perfect"] | words["aux_state"],
    )


@cache
def frames(lang: str) -> tuple[Frame, ...]:
    """Every frame of ``lang``, in the order of the file."""
    codes = {entry["code"] for entry in load("gold/ontology.json")["event_types"]}
    found: list[Frame] = []
    for event_type, entry in load("events").items():
        if event_type not in codes:
            raise ResourceError(f"events.yaml: {event_type} is no event type of the ontology")
        for name in LANGUAGES:
            if not entry.get(name) or not entry.get("examples", {}).get(name):
                raise ResourceError(f"events.yaml: {event_type} has no frame or no example for {name}")
        found.extend(_frame(event_type, entry, lang, i, raw) for i, raw in enumerate(entry[lang]))
    return tuple(found)


def _frame(event_type: str, entry: dict[str, Any], lang: str, number: int, raw: dict[str, Any]) -> Frame:
    place = f"events.yaml: {event_type}, {lang}, frame {number + 1}"
    roles = {role: (slots,) if isinstance(slots, str) else tuple(slots) for role, slots in raw.get("roles", {}).items()}
    known_roles = set(load("gold/ontology.json")["roles"])
    prepositions = language(lang, "events")["prepositions"]
    known_slots = SLOTS | set(prepositions)
    for role, slots in roles.items():
        if role not in known_roles:
            raise ResourceError(f"{place}: {role} is no role; roles are {', '.join(sorted(known_roles))}")
        for slot in slots:
            if slot not in known_slots and not (slot.startswith("of:") and slot[3:] in roles):
                raise ResourceError(f"{place}: {slot!r} is neither a slot nor a preposition of {lang}")
    roles = {role: tuple(prepositions.get(slot, slot) for slot in slots) for role, slots in roles.items()}
    if bool(raw.get("verbs")) == bool(raw.get("nouns")):
        raise ResourceError(f"{place}: needs either verbs or nouns")
    needs = frozenset(raw.get("needs", entry.get("needs", [])))
    if missing := needs - roles.keys():
        raise ResourceError(f"{place}: needs {', '.join(sorted(missing))}, but no role says where to find it")
    separable = {
        (base, particle): particle + base
        for particle, bar, base in (verb.partition("|") for verb in raw.get("verbs", ())) if bar
    }
    labels = {**entry.get("labels", {}), **raw.get("labels", {})}
    if raw.get("object_labels"):
        labels["object"] = raw["object_labels"]
    return Frame(
        event_type=event_type, verbs=frozenset(v.replace("|", "").lower() for v in raw.get("verbs", ())),
        separable=separable, nouns=tuple(raw.get("nouns", ())),
        companions=tuple(w.lower() for w in raw.get("with", ())), phrase=tuple(raw.get("phrase", "").split()),
        forms=frozenset(raw.get("form", "").split()), negated=bool(raw.get("negated")), needs=needs, roles=roles,
        labels={role: frozenset(some) for role, some in labels.items()},
        polar=bool(raw.get("polar", entry.get("polar"))), fallback=bool(entry.get("fallback")),
        beside=frozenset(prepositions.get(word, word) for word in raw.get("beside", ())),
        tentative=bool(raw.get("tentative", entry.get("tentative"))),
    )
