"""What the event rules know of a language and of the event types, read from the data files and checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from depesche.errors import ResourceError
from depesche.records import ROLES, Modality
from depesche.resources import LANGUAGES, language, line_of, load

PLANNED: Mapping[bool | str, Modality | None] = {False: None, True: "intended", "proposed": "proposed"}
GROUPS = ("measures", "policy", "communication", "activity", "state")
ENTRY_KEYS = {"group", "means", "label", "plover", "cameo", "needs", "anything", "anyone", "labels", "polar",
              "tentative", "fallback", "once", "pending", "further", "parties", "stakes", "examples"}
FLAGS = ("negated", "norm", "dated", "wish", "active", "passive", "due", "also", "patient", "plain")
"""What is true or false of a frame."""
SETS = ("named", "business", "before")
"""What is a list of a frame's own."""
FRAME_KEYS = {"verbs", "nouns", "with", "phrase", "form", "beside", "needs", "anything", "labels", "object_labels",
              "polar", "tentative", "roles", "unless", "alone", "heads", "only", "anyone", "planned", *FLAGS, *SETS}
ALONE = {"", "objectless", "reflexive"}
BY_SYNTAX = frozenset({
    "companion", "speaker", "writer", "aim", "question", "taker", "undergoer", "aimed", "present", "told", "clause",
    "cause", "ground", "sum",
})  # fmt: skip
"""Slots that no place in the clause tells."""
SLOTS = BY_SYNTAX | {"subject", "object", "dative", "genitive", "compound"}


@dataclass(frozen=True, slots=True)
class Companions:
    """Lemmas of which one must stand in the clause: written out, by their ending, or as several words."""

    exact: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()

    @classmethod
    def of(cls, written: Sequence[str]) -> Companions:
        """:param written: ``*x`` is a suffix."""
        return cls(
            frozenset(word for word in written if not word.startswith("*") and " " not in word),
            tuple(word[1:] for word in written if word.startswith("*")),
            tuple(tuple(word.split()) for word in written if " " in word and not word.startswith("*")),
        )

    def __bool__(self) -> bool:
        return bool(self.exact or self.suffixes or self.phrases)

    def among(self, lemmas: frozenset[str]) -> bool:
        """Whether one of them may be among the words of a sentence: most frames are ruled out by this."""
        return (
            not self.exact.isdisjoint(lemmas)
            or (bool(self.suffixes) and any(lemma.endswith(self.suffixes) for lemma in lemmas))
            or any(phrase[-1] in lemmas for phrase in self.phrases)
        )

    def together(self, other: Companions) -> Companions:
        """One of either; none is asked for where one of them asks for none."""
        if not (self and other):
            return Companions()
        return Companions(self.exact | other.exact, self.suffixes + other.suffixes, self.phrases + other.phrases)

    def match(self, lemmas: Sequence[str], index: int) -> bool:
        """Whether one of them is the word at ``index``, or ends there."""
        lemma = lemmas[index]
        return lemma in self.exact or lemma.endswith(self.suffixes) or any(
            lemma == phrase[-1] and tuple(lemmas[index - len(phrase) + 1 : index + 1]) == phrase
            for phrase in self.phrases
        )


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to say an event.

    What each key means stands at the head of ``events.yaml``; here are those that are made of others.

    :param written: type, language and number, for explanations. :param group: of its type, one of :data:`GROUPS`.
    :param verbs: lemmas (``aufnehmen``), or empty when a noun triggers; ``separable`` the particle verbs among them, by
        base and particle. :param nouns: lemmas; ``*x`` is a suffix.
    :param companions: nouns or verbs of which one must stand in the clause (``with``); ``infinitives`` those that are
        verbs. :param roles: role -> slots to try in order. :param labels: role -> labels that fill it.
    :param planned: what the words make of the event by themselves.
    """

    event_type: str
    written: str
    group: str
    verbs: frozenset[str]
    separable: dict[tuple[str, str], str]
    nouns: tuple[str, ...]
    companions: Companions
    infinitives: Companions
    phrase: tuple[str, ...]
    forms: frozenset[str]
    beside: frozenset[str]
    unless: Companions
    alone: str
    needs: frozenset[str]
    roles: dict[str, tuple[str, ...]]
    labels: dict[str, frozenset[str]]
    heads: dict[str, Companions]
    only: dict[str, frozenset[str]]
    anything: frozenset[str]
    anyone: frozenset[str]
    named: frozenset[str]
    parties: frozenset[str]
    business: frozenset[str]
    before: frozenset[str]
    planned: Modality | None
    polar: bool
    fallback: bool
    tentative: bool
    once: bool
    pending: bool
    stakes: bool
    negated: bool
    norm: bool
    dated: bool
    wish: bool
    active: bool
    passive: bool
    due: bool
    also: bool
    patient: bool
    plain: bool

    @property
    def speaks(self) -> bool:
        """Whether the event is itself an act of speech."""
        return self.group == "communication"

    @property
    def official(self) -> bool:
        """Whether it is a measure or a step of policy, which is taken when it is resolved on."""
        return self.group in ("measures", "policy")

    @property
    def activity(self) -> bool:
        """Whether it is something that goes on: what is ended is done no longer."""
        return self.group == "activity"

    @property
    def tells(self) -> bool:
        """Whether a role is filled by whom a clause tells of; a companion is what that clause says he did, unless it is
        what somebody is to do.
        """
        slots = {slot for some in self.roles.values() for slot in some}
        return "told" in slots and "aim" not in slots


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language builds its sentences.

    :param nouns_capitalised: common nouns have a capital, so that a small letter marks a verb or an adjective.
    :param fixed_order: subject, verb and object stand in this order, which tells who does what; else case does.
    :param verb_final: the verb is the last word of a subordinate clause, and participles and infinitives close theirs.
    :param verb_second: the finite verb is the second constituent of a main clause.
    :param verb_bracket: an auxiliary and its verb enclose the clause, so that what modifies the verb stands anywhere.
    :param verb_first_conditional: a clause that begins with its finite verb may be a condition.
    :param separable_verbs: a verb may leave its particle at the end of its clause.
    :param infinitive_clauses: an infinitive with its marker is a clause of its own.
    :param commas_part_clauses: every subordinate clause is set off by a comma.
    :param initial_complements: a complement clause may open the sentence; else its opener is another word there.
    :param genitive_follows: a genitive stands behind its noun.
    :param reduced_relatives: a participle behind its noun does without pronoun and auxiliary.
    :param clause_after_comma: the kind of a clause that a comma parts from the one before and that nothing opens.
    :param document_preposition: what stands before the document that says something.
    """

    nouns_capitalised: bool
    fixed_order: bool
    verb_final: bool
    verb_second: bool
    verb_bracket: bool
    verb_first_conditional: bool
    separable_verbs: bool
    infinitive_clauses: bool
    commas_part_clauses: bool
    initial_complements: bool
    genitive_follows: bool
    reduced_relatives: bool
    clause_after_comma: str
    document_preposition: str


@dataclass(frozen=True, slots=True)
class Endings:
    """How forms end, in the order in which they are tried; empty where no ending tells.

    :param verb: base forms of verbs, listed or not. :param infinitive: those of companions that are verbs.
    :param participle: past participles, all forms where it is empty. :param no_participle: forms that are none.
    :param reported: what a form of reported speech lacks to be a base form.
    :param present: forms that are no base form and yet no past. :param undecided: those that are so only with a subject
    (verhaftet). :param adjective: of inflected adjectives.
    :param same_plural: of nouns for men that have no other form for several. :param feminine: of nouns
    whose articles tell their case otherwise than those of other nouns. :param weak: of forms that a noun for one may
    have as well as for several. :param strong: of adjectives that stand in no accusative.
    """

    verb: tuple[str, ...]
    infinitive: tuple[str, ...]
    participle: tuple[str, ...]
    no_participle: tuple[str, ...]
    gerund: tuple[str, ...]
    present: tuple[str, ...]
    past: tuple[str, ...]
    undecided: tuple[str, ...]
    adjective: tuple[str, ...]
    adverb: tuple[str, ...]
    plural: tuple[str, ...]
    same_plural: tuple[str, ...]
    feminine: tuple[str, ...]
    weak: tuple[str, ...]
    genitive: tuple[str, ...]
    reported: tuple[str, ...]
    strong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The frames of one language by lemma, its function words, and how it builds its sentences.

    :param openers: what a word at the head of a clause makes of it, where nothing else can be meant.
    :param agreeing: pronouns by what an article or an ending of their noun tells; empty where nouns have no gender.
    :param owning: pronouns by the possessives of whom they stand for.
    :param misfits: relative pronouns by the articles and labels of nouns that they cannot mean.
    :param participles: those that are no verb to the lemmatiser, with the verbs that they are of.
    :param heads: lemmas that may be the head of a trigger, and so may those that end in one of ``suffixes``.
    :param asked: by such a word or ``*suffix``, the words of which its frames want one in the sentence.
    """

    lang: str
    syntax: Syntax
    endings: Endings
    by_verb: dict[str, tuple[Frame, ...]]
    by_noun: dict[str, tuple[Frame, ...]]
    by_suffix: tuple[tuple[str, Frame], ...]
    heads: frozenset[str]
    suffixes: tuple[str, ...]
    particles: dict[tuple[str, str], str]
    words: dict[str, frozenset[str]]
    prepositions: dict[str, str]
    openers: dict[str, str]
    modals: dict[str, str]
    hedges: dict[str, str]
    governors: dict[str, frozenset[str]]
    agreeing: dict[str, frozenset[str]]
    owning: dict[str, frozenset[str]]
    misfits: dict[str, frozenset[str]]
    numbers: dict[str, int]
    participles: dict[str, str]
    asked: dict[str, Companions]
    verb_lemmas: frozenset[str] = field(default_factory=frozenset)

    def ways(self, lemma: str, form: str) -> list[Companions]:
        """For a word that may be the head of a trigger, the words of which one must stand in its sentence, by each of
        its frames' entries; none need stand there where some are empty, and none says an event where there is no entry.
        """
        if not self.may_trigger(lemma) and lemma not in self.participles:
            return []
        found = [self.asked[key] for key in {lemma, form} if key in self.asked]
        return found + [self.asked["*" + suffix] for suffix in self.suffixes if lemma.endswith(suffix)]

    def may_trigger(self, lemma: str) -> bool:
        """Whether a word can be the head of a trigger at all: most sentences have none and need not be read."""
        return lemma in self.heads or lemma.endswith(self.suffixes)


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
    openers = dict.fromkeys(data["purpose_openers"], "purpose")
    openers |= dict.fromkeys(data["conditional_openers"], "condition")
    openers |= dict.fromkeys(data["complementizers"], "complement")
    words = {name: frozenset(map(str.lower, value)) for name, value in data.items() if isinstance(value, list)}
    words.update({f"aux_{name}": frozenset(value) for name, value in data["auxiliaries"].items()})
    words["auxiliaries"] = words["aux_passive"] | words["aux_perfect"]
    words["all_auxiliaries"] = words["auxiliaries"] | words["aux_state"]
    words["clause_openers"] = words["complementizers"] | words["relative_pronouns"] | words["conditional_openers"] | (
        words["other_openers"] - set(data["prepositions"])
    )
    words["affirmative_determiners"] = words["determiners"] - words["negators"]
    words["passive_auxiliaries"] = words["aux_passive"] | words["aux_state"]
    words["noun_free"] = words["auxiliaries"] | words["light_verbs"] | words["infinitive_markers"]
    words["noun_ends"] = words["conjunctions"] | words["relative_pronouns"] | words["negators"]
    words["ambiguous_openers"] = words["other_openers"] | words["pending_openers"]
    words["contact_openers"] = (
        (words["determiners"] - words["complementizers"]) | words["nominative_only"] | words["caseless_subjects"]
    )
    words["contact_ends"] = words["relative_pronouns"] | words["infinitive_markers"]
    known = set(by_verb) | set(data["speech"])
    known |= {
        lemma for lemmas in data["governors"].values() for lemma in lemmas
        if lemma.islower() and " " not in lemma and lemma not in data["governor_nouns"]
    }
    known |= {base for base, _ in particles}
    try:
        syntax, endings = Syntax(**data["syntax"]), Endings(**{k: tuple(v) for k, v in data["endings"].items()})
    except TypeError as error:
        raise ResourceError(f"events of language {lang!r}: {error}") from error
    return Grammar(
        lang=lang, syntax=syntax, endings=endings, by_verb={k: tuple(v) for k, v in by_verb.items()},
        by_noun={k: tuple(v) for k, v in by_noun.items()}, by_suffix=tuple(by_suffix),
        suffixes=tuple(suffix for suffix, _ in by_suffix),
        heads=frozenset(by_verb) | {base for base, _ in particles} | {noun.split()[-1] for noun in by_noun},
        particles=particles, words=words, prepositions=data["prepositions"], openers=openers, modals=modals,
        hedges=hedges, governors={k: frozenset(v) for k, v in governors.items()}, numbers=data["numbers"],
        participles=data["participles"], asked=_asked(by_verb, by_noun, by_suffix, particles, data["participles"]),
        agreeing={k: frozenset(v) for k, v in data["agreeing"].items()},
        owning={k: frozenset(v) for k, v in data["owning"].items()},
        misfits={k: frozenset(v) for k, v in data["misfits"].items()},
        verb_lemmas=frozenset(known) | words["all_auxiliaries"],
    )


def _asked(
    by_verb: Mapping[str, Sequence[Frame]], by_noun: Mapping[str, Sequence[Frame]],
    by_suffix: Sequence[tuple[str, Frame]], particles: Mapping[tuple[str, str], str], participles: Mapping[str, str],
) -> dict[str, Companions]:
    asked: dict[str, Companions] = {}
    places = [
        *by_verb.items(), *((base, by_verb[verb]) for (base, _), verb in particles.items()),
        *((form, by_verb.get(verb, ())) for form, verb in participles.items()),
        *((noun.split()[-1], some) for noun, some in by_noun.items()),
        *((f"*{suffix}", (frame,)) for suffix, frame in by_suffix),
    ]
    for key, some in places:
        for frame in some:
            asked[key] = asked[key].together(frame.companions) if key in asked else frame.companions
    return asked


@cache
def frames(lang: str) -> tuple[Frame, ...]:
    """Every frame of ``lang``, in the order of the file.

    :raises ResourceError: an entry is malformed; the message names its line, type, language and frame.
    """
    found: list[Frame] = []
    for event_type, entry in load("events").items():
        if unknown := entry.keys() - ENTRY_KEYS - set(LANGUAGES):
            raise _malformed(f"unknown: {', '.join(sorted(unknown))}", event_type)
        if missing := {"group", "means", "plover"} - entry.keys():
            raise _malformed(f"needs {', '.join(sorted(missing))}", event_type)
        if entry["group"] not in GROUPS:
            raise _malformed(f"{entry['group']} is no group; groups are {', '.join(GROUPS)}", event_type, "group")
        for name in LANGUAGES:
            if not entry.get(name) or not entry.get("examples", {}).get(name):
                raise _malformed(f"no frame or no example for {name}", event_type)
        found.extend(_frame(event_type, entry, lang, i, raw) for i, raw in enumerate(entry[lang]))
    return tuple(found)


def _flat(words: Sequence[str | Sequence[str]]) -> list[str]:
    return [word.lower() for some in words for word in ([some] if isinstance(some, str) else some)]


def _malformed(message: str, event_type: str, *keys: str | int) -> ResourceError:
    try:
        place = f"line {line_of('events', event_type, *keys)}"
    except (StopIteration, IndexError):  # not out of the file
        place = "a frame"
    where = ", ".join(f"frame {key + 1}" if isinstance(key, int) else key for key in (event_type, *keys))
    return ResourceError(f"events.yaml, {place}: {where}: {message}")


def _written(roles: dict[str, str | list[str]]) -> dict[str, tuple[str, ...]]:
    return {role: (slots,) if isinstance(slots, str) else tuple(slots) for role, slots in roles.items()}


def _frame(event_type: str, entry: dict[str, Any], lang: str, number: int, raw: dict[str, Any]) -> Frame:
    def wrong(message: str) -> ResourceError:
        return _malformed(message, event_type, lang, number)

    if unknown := raw.keys() - FRAME_KEYS:
        raise wrong(f"unknown: {', '.join(sorted(unknown))}; a frame has {', '.join(sorted(FRAME_KEYS))}")
    roles = _written(raw.get("roles", {}))
    parties = frozenset(entry.get("parties", ()))
    taken = {slot for role, slots in roles.items() if role not in parties for slot in slots}
    further = {} if raw.get("norm") else _written(entry.get("further", {}).get(lang, {}))
    further = {role: tuple(slot for slot in slots if slot not in taken) for role, slots in further.items()}
    needs = frozenset(raw.get("needs", entry.get("needs", [])))
    roles |= {
        role: (*roles.get(role, ()), *slots) for role, slots in further.items()
        if slots and (role not in roles or role not in needs)
    }
    prepositions = language(lang, "events")["prepositions"]
    known_slots = SLOTS | set(prepositions)
    for role, slots in roles.items():
        if role not in ROLES:
            raise wrong(f"{role} is no role; roles are {', '.join(sorted(ROLES))}")
        for slot in slots:
            if slot not in known_slots and not (slot.startswith("of:") and slot[3:] in roles):
                raise wrong(f"{slot!r} is neither a slot nor a preposition of {lang}")
    roles = {role: tuple(prepositions.get(slot, slot) for slot in slots) for role, slots in roles.items()}
    if bool(raw.get("verbs")) == bool(raw.get("nouns")):
        raise wrong("needs either verbs or nouns")
    if (alone := raw.get("alone", "")) not in ALONE:
        raise wrong(f"alone is objectless or reflexive, not {alone!r}")
    if raw.get("planned", False) not in PLANNED:
        raise wrong(f"planned is true or proposed, not {raw['planned']!r}")
    if missing := (needs | raw.get("heads", {}).keys() | raw.get("only", {}).keys()) - roles.keys():
        raise wrong(f"needs {', '.join(sorted(missing))}, but no role says where to find it")
    separable = {
        (base, particle): particle + base
        for particle, bar, base in (verb.partition("|") for verb in raw.get("verbs", ())) if bar
    }
    labels = {**entry.get("labels", {}), **raw.get("labels", {})}
    if raw.get("object_labels"):
        labels["object"] = raw["object_labels"]
    companions = _flat(raw.get("with", ()))
    verbal = tuple(language(lang, "events")["endings"]["infinitive"])
    either = {**entry, **raw}  # what a frame may say otherwise than its type
    given: dict[str, Any] = {key: bool(entry.get(key)) for key in ("fallback", "once", "pending", "stakes")}
    given |= {key: bool(raw.get(key)) for key in FLAGS} | {key: frozenset(raw.get(key, ())) for key in SETS}
    return Frame(
        event_type=event_type,
        written=f"{event_type}, {lang}, {number + 1}",
        group=entry["group"],
        verbs=frozenset(v.replace("|", "").lower() for v in raw.get("verbs", ())),
        separable=separable,
        nouns=tuple(_flat(raw.get("nouns", ()))),
        companions=Companions.of(companions),
        infinitives=Companions.of([word for word in companions if word.endswith(verbal)]),
        phrase=tuple(raw.get("phrase", "").split()),
        forms=frozenset(raw.get("form", "").split()),
        beside=frozenset(prepositions.get(word, word) for word in raw.get("beside", ())),
        unless=Companions.of(_flat(raw.get("unless", ()))),
        alone=alone,
        needs=needs,
        roles=roles,
        labels={role: frozenset(some) for role, some in labels.items()},
        heads={role: Companions.of(_flat(some)) for role, some in raw.get("heads", {}).items()},
        only={role: frozenset(some) for role, some in raw.get("only", {}).items()},
        anything=frozenset(either.get("anything", ())),
        anyone=frozenset(either.get("anyone", ())),
        parties=parties,
        planned=PLANNED.get(raw.get("planned", False)),
        polar=bool(either.get("polar")),
        tentative=bool(either.get("tentative")),
        **given,
    )
