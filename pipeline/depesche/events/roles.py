"""Who fills which role of a trigger."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from depesche.events import actors, by_place, filling, fitting, learned, phrases, syntax
from depesche.events.fitting import MATTERS, PARTIES
from depesche.events.grammar import BY_SYNTAX
from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger, triggers
from depesche.records import Entity, Role

OBJECTS = frozenset({"object"})
LATER = frozenset({"co_agent", "addressee"})
"""Roles that may be found when the others are."""


@dataclass(frozen=True, slots=True)
class Filled:
    trigger: Trigger
    roles: tuple[tuple[str, Mention], ...]


def find(sentence: Sentence, before: Collection[str] = ()) -> list[Filled]:
    """The triggers whose frame finds the roles that it needs, best frame first for each token.

    :param before: types of which the text has told with roles before.
    """
    taken: set[int] = set()
    told: set[tuple[str, int]] = set()
    found: list[Filled] = []
    candidates = sorted(triggers(sentence), key=lambda t: (
        t.frame.fallback, -len(t.tokens), t.voice == "nominal", t.head, -len(t.frame.business),
        t.frame.alone == "objectless", "agent" not in t.frame.heads, not (t.frame.patient and t.frame.speaks),
    ))  # fmt: skip
    for trigger in candidates:
        own = {(trigger.frame.event_type, token) for token in trigger.tokens}
        if own & told or (taken & set(trigger.tokens) and not trigger.frame.also):
            continue
        roles = _roles(sentence, trigger)
        if roles is not None and not _told_by_verb(trigger, roles, found):
            found.append(Filled(trigger, roles))
            taken |= set() if trigger.frame.also else set(trigger.tokens)
            told |= own
    if sentence.likely:
        found += _vouched(sentence, [t for t in candidates if taken.isdisjoint(t.tokens)], found, before)
    return sorted(found, key=lambda f: f.trigger.head)


def _vouched(
    sentence: Sentence, candidates: Sequence[Trigger], found: Sequence[Filled], before: Collection[str]
) -> Iterator[Filled]:
    """Candidates that lack a role but are likely, of those at one word the one with the most roles."""
    filled = [
        (trigger, roles) for trigger in learned.likely(sentence, candidates, before)
        if (roles := _roles(sentence, trigger)) is not None and learned.enough(trigger, roles, before)
        and not _told_by_verb(trigger, roles, found)
    ]
    triggers = [f.trigger for f in found]
    for number in learned.most(filled):
        trigger, roles = filled[number]
        if not learned.told(sentence, trigger, triggers):
            triggers.append(trigger)
            yield Filled(trigger, roles)


def _told_by_verb(trigger: Trigger, roles: tuple[tuple[str, Mention], ...], found: Sequence[Filled]) -> bool:
    """``Beim Gipfel haben Scholz und Macron beraten``: a noun with the parties of a verb tells of the same event."""
    own = _starts(roles, OBJECTS)
    return trigger.voice == "nominal" and any(
        f.trigger.frame.event_type == trigger.frame.event_type and _same(f.roles, roles)
        and not (own and _starts(f.roles, OBJECTS).isdisjoint(own)) for f in found
    )


def _starts(roles: tuple[tuple[str, Mention], ...], which: frozenset[str]) -> set[tuple[str, int]]:
    """Where those begin that fill some of the roles."""
    return {(role, m.first) for role, m in roles if role in which}


def _same(one: tuple[tuple[str, Mention], ...], other: tuple[tuple[str, Mention], ...]) -> bool:
    """Whether two events have the same parties, with more or fewer words of their phrases."""
    first, second = ([(role, m) for role, m in roles if role in PARTIES] for roles in (one, other))
    return len(first) == len(second) and all(
        any(role == r and m.first <= n.last and n.first <= m.last for r, n in second) for role, m in first
    )


def _roles(sentence: Sentence, trigger: Trigger) -> tuple[tuple[str, Mention], ...] | None:
    """The fillers, or None when the frame lacks one that it needs."""
    frame = trigger.frame
    if trigger.voice == "participle":
        return _participle_roles(sentence, trigger)
    filled = _filled(sentence, trigger)
    agents = filled.get("agent", [])
    if "co_agent" in frame.needs - filled.keys() and len(agents) > 1 and _takes_part(sentence, trigger, agents):
        filled["agent"], filled["co_agent"] = agents[:1], agents[1:]  # A and B met
    if frame.norm and not _addressed(sentence, trigger, filled):
        return None
    if any(fitting.other(m, labels) for role, labels in frame.only.items() for m in filled.get(role, ())):
        return None
    if any(not fitting.satisfied(sentence, trigger, role, filled.get(role, ())) for role in frame.needs):
        return None
    if trigger.voice == "passive":
        by = sentence.grammar.words["passive_agent"]
        filled = {role: [_without(sentence, m, agents, by) for m in some] for role, some in filled.items()}
    for role in sorted(PARTIES & filled.keys()):
        joints = frozenset(frame.roles.get(role, ()))
        for thing in sorted({"object", "amount", "content"} & filled.keys()):
            filled[thing] = [_without(sentence, m, filled[role], joints) for m in filled[thing]]
    for role in sorted({"beneficiary"} & filled.keys()):  # versorgte die Luftwaffe mit Kerosin
        joints = frozenset(frame.roles.get("object", ())) - {"object"}
        filled[role] = [_without(sentence, m, filled.get("object", ()), joints) for m in filled[role]]
    if frame.stakes:
        _held(sentence, filled)
    pairs = tuple((role, m) for role, some in filled.items() for m in some)
    if frame.anything and not frame.plain and trigger.voice != "nominal" and not any(
        m.entity.label or m.within in frame.labels.get(role, ()) or fitting.headed(sentence, frame, role, m)
        for role, m in pairs
    ):
        return None
    kinds = {m.entity.kind for _, m in pairs}
    if frame.tentative and frame.verbs and kinds == {"pronoun"}:
        return None  # a measure against nobody named
    return tuple((role, m) for role, one in pairs for m in _named(sentence, one, pairs))


def _named(sentence: Sentence, filler: Mention, pairs: Sequence[tuple[str, Mention]]) -> list[Mention]:
    """Whom a possessive means, where that is told and he fills no other role; else the filler as it is."""
    meant = actors.owners(sentence, filler)
    taken = any(m.first == other.first for _, other in pairs for m in meant)
    return meant if meant and not taken else [filler]


def _held(sentence: Sentence, filled: dict[str, list[Mention]]) -> None:
    """``bought 10% of Opel``, ``Anteile an Opel``: bought is the stake, and whose it is a target."""
    for thing in list(filled.get("object", ())):
        stake = phrases.stake(sentence, thing)
        if stake is not None:
            objects = [stake if m is thing else m for m in filled["object"]]
            filled["object"] = list({m.first: m for m in objects}.values())
            owners = phrases.held_of(sentence, thing)
            others = [m for m in filled.get("target", ()) if all(m.first != owner.first for owner in owners)]
            filled |= {"target": [*owners, *others]} if owners or others else {}


def _filled(sentence: Sentence, trigger: Trigger) -> dict[str, list[Mention]]:
    """What is found for each role, in the order of the frame; last what another role's filler tells."""
    filled: dict[str, list[Mention]] = {}
    used: set[int] = set()
    for role, slots in trigger.frame.roles.items():
        mentions = _first_fit(sentence, trigger, role, slots, filled, used)
        if trigger.frame.plain and role == "target" and role in trigger.frame.labels:
            mentions = [phrases.described_person(sentence, m, trigger.head) for m in mentions]
        if mentions:
            filled[role] = mentions
            # Minister Reul: who acts is not met with as well by his name
            used |= {i for m in mentions for i in range(m.first, (m.last if "subject" in slots else m.first) + 1)}
        joined = trigger.voice == "passive" and "object" in slots  # others may be, who were indicted along with two
        if role in trigger.frame.needs - LATER and not any(slot.startswith("of:") for slot in slots) and (
            not mentions or not (joined or fitting.satisfied(sentence, trigger, role, mentions))
        ):
            return filled  # without it there is no event
    for role, slots in trigger.frame.roles.items():
        owned = [slot for slot in slots if slot.startswith("of:") and role not in filled]
        if owned and (mentions := _first_fit(sentence, trigger, role, owned, filled, used)):
            filled[role] = mentions
    if {"object", "content"} <= filled.keys() and "addressee" not in filled and all(
        m.prep and m.entity.label in trigger.frame.labels.get("addressee", ()) for m in filled["object"]
    ):
        filled["addressee"] = filled.pop("object")  # called for Xi to step down
    if "addressee" in trigger.frame.labels and "addressee" not in filled and (
        asked := filling.written_to(sentence, trigger)
    ):
        filled["addressee"] = asked
    undergone = next((role for role, slots in trigger.frame.roles.items() if "object" in slots), "")
    if trigger.voice == "passive" and undergone in PARTIES & filled.keys():  # was indicted along with two others
        filled[undergone] += [m for m in filling.allies(sentence, trigger, ()) if m.first not in used]
    elif "agent" in filled and "co_agent" not in trigger.frame.roles:
        allies = [m for m in filling.allies(sentence, trigger, filled.get("target", ())) if m.first not in used]
        filled |= {"co_agent": allies} if allies else {}
    return filled


def _part_of(sentence: Sentence, mention: Mention, filled: dict[str, list[Mention]]) -> bool:
    """``Anteile an der Raffinerie PCK an Prax``, ``von der chinesischen Midea``: what is inside a phrase that one
    preposition governs, or describes a name behind it.
    """
    prepositions = sentence.grammar.prepositions
    others = [
        m for some in filled.values() for m in some if mention.prep is not None and m.prep == mention.prep
        and all(prepositions.get(word) != mention.prep for word in sentence.lower[m.first : mention.first])
    ]
    describes = sentence.deps[mention.last] == "amod" and any(
        m.first <= sentence.heads[mention.last] <= m.last for m in others
    )
    return describes or phrases.inside(mention, others)


def _takes_part(sentence: Sentence, trigger: Trigger, agents: Sequence[Mention]) -> bool:
    """``A and B held talks``; but ``A and B signed it after years of talks``, which are on no day of theirs, and
    ``Lernen und Austausch standen bei dem Treffen im Vordergrund`` tells of nobody.
    """
    if trigger.voice != "nominal":
        return True
    parties = all(m.entity.label or m.within for m in agents)
    return parties and sentence.deps[trigger.head] != "nmod"


def _without(
    sentence: Sentence, mention: Mention, others: Sequence[Mention], prepositions: frozenset[str]
) -> Mention:
    """``supplied with tanks by Germany``, ``received tanks from Germany``: who gives them is no part of the tanks, to
    which the parser may join him.
    """
    within = next((m.first for m in others if mention.first < m.first <= mention.last), 0)
    joints = range(mention.first + 1, within)
    if within and sentence.pos[phrases.outermost(sentence, mention)] == "VERB":
        return mention  # threatened to impose tariffs on China
    cut = next((i for i in joints if sentence.grammar.prepositions.get(sentence.lower[i]) in prepositions), None)
    if cut is None:
        return mention
    text, end = " ".join(sentence.forms[mention.first : cut]), sentence.ends[cut - 1]
    if mention.entity.start >= end:  # Hilfe von ihrer Tante Cilli: a phrase that was named by what is cut off
        own = Entity(sentence.starts[mention.first], end, text, "", "nominal")  # type: ignore[arg-type]
        return replace(mention, entity=own, last=cut - 1)
    return replace(mention, entity=replace(mention.entity, end=end, text=text), last=cut - 1)


def _addressed(sentence: Sentence, trigger: Trigger, filled: dict[str, list[Mention]]) -> bool:
    """Whether a norm is somebody's duty (``the Council must …``), or that of a thing on somebody's word (``sanctions
    must be enforced, he said``), which is nobody to address.
    """
    addressees = filled.get("addressee", [])
    undergone = syntax.passive_auxiliaries(sentence, syntax.main_verb(sentence, trigger.head))
    if undergone and "agent" not in filled:
        return False  # Die Stadt sollte zerstört werden
    if any(m.entity.text.lower() in sentence.grammar.words["unaddressed"] for m in addressees):
        return False
    if any(m.entity.label or m.within for m in addressees):
        return True
    filled.pop("addressee", None)
    speaks = not sentence.grammar.words["speech"].isdisjoint(sentence.lemmas)
    return bool(addressees) and speaks and not syntax.copular(sentence, trigger.head)


def path(sentence: Sentence, trigger: Trigger, role: str, mention: Mention) -> str:
    """How a filler was found: its slot, and the relations from its head up to the trigger where syntax found it."""
    slots = trigger.frame.roles.get(role, ())
    for slot in slots:
        if any(m.first == mention.first for m in filling.fillers(sentence, trigger, slot)):
            return f"{slot}; {filling.way(sentence, mention, trigger.head)}"
    return f"{' or '.join(slots) or 'with another role'}; by its place in the clause"


def _first_fit(
    sentence: Sentence, trigger: Trigger, role: str, slots: Sequence[str], filled: dict[str, list[Mention]],
    used: set[int],
) -> list[Mention]:
    """The fillers of the first slot that has some: by syntax, else by their place in the clause."""
    reserve: list[Mention] = []
    given = acted = nobody = False
    far = role in MATTERS - trigger.frame.needs  # what a place alone would join to anything
    # "darf Alibaba keine Chips verkaufen" sells no firm; but the Twitter-Übernahme is that of Twitter
    told = role in trigger.frame.heads and role != "agent"
    bare = trigger.voice == "nominal"  # a noun has no object
    apart = syntax.attributed(sentence, trigger.head) is not None  # the rest of the clause tells something else
    placed = [slot for slot in slots if not apart and (slot == "compound" if told else slot not in BY_SYNTAX)]
    for parsed, known in ((True, slots), (False, placed)):
        for slot in known:
            if given and slot in ("object", "dative"):
                continue  # warf dem Minister Betrug vor: not the fraud is accused
            if not parsed and (nobody or far or (acted and slot == "subject") or (slot == "object" and bare)):
                continue  # the law Trump signed bans it: not Trump does; warnt vor Abbau IG Metall: not of the union
            whole = (role in PARTIES and slot != "compound") or slot in ("subject", "object")
            if parsed:
                found = filling.fillers(sentence, trigger, slot, used)
                given = given or (slot == "dative" and bool(found))
                found = [phrases.compound(sentence, m) for m in found] if whole else found
                if role == "agent" and trigger.frame.speaks and any(
                    fitting.happens(sentence, m) and phrases.is_subject(sentence, m, trigger.head) for m in found
                ):
                    return []
                if slot == "subject" and trigger.voice == "active":
                    found = [m for m in found if not (  # dem Mann drohen zehn Jahre Haft; but a right is given to one
                        phrases.dative(sentence, m)
                        and phrases.noun_above(sentence, m) == syntax.main_verb(sentence, trigger.head))]
                acted = acted or (
                    slot == "subject" and any(m.entity.label and m.entity.kind != "pronoun" for m in found)
                )
            else:
                found = [phrases.described(sentence, m) for m in by_place.fillers(sentence, trigger, slot, filled)]
                found = [phrases.compound(sentence, m) for m in found] if whole else found
            mentions = [
                m for m in found
                if (slot in ("companion", "clause") or m.first not in used)
                and not (role in PARTIES and _part_of(sentence, m, filled))
                and fitting.may_fill(sentence, trigger, role, slot, m, filled)
            ]
            nobody = nobody or (parsed and role in trigger.frame.parties and bool(found) and not mentions)
            if len(mentions) > 1 and slot in sentence.grammar.words["joint_prepositions"] and role == "agent":
                filled["co_agent"] = mentions[1:]  # talks between A and B
                used |= {m.first for m in mentions[1:]}
                return mentions[:1]
            own = parsed and all(m.prep == slot for m in mentions)  # tariffs on Mexico
            if reserve and mentions and not own and all(phrases.inside(m, reserve) for m in mentions):
                continue
            if mentions and (role not in trigger.frame.needs or fitting.satisfied(sentence, trigger, role, mentions)):
                return mentions
            reserve = reserve or mentions
        acts = any(phrases.is_subject(sentence, m, trigger.head) for m in reserve)
        if reserve and (trigger.voice == "passive" or acts):
            # "any review by other persons is prohibited" bans no persons, "die Zölle treffen BYD" is no meeting
            break
    return reserve


def _participle_roles(sentence: Sentence, trigger: Trigger) -> tuple[tuple[str, Mention], ...] | None:
    """What is told of a participle's noun as of the subject of a passive, but for what stands outside its phrase: ``das
    2021 verabschiedete Gesetz``, ``der von der Koalition vorgelegte Entwurf``.
    """
    if syntax.attributed(sentence, trigger.head) is not None:
        return _roles(sentence, replace(trigger, voice="passive"))
    frame, acted = trigger.frame, syntax.acted(sentence, trigger.head)
    slot = "companion" if frame.companions else "object"
    role = next((role for role, slots in frame.roles.items() if slot in slots), None)
    if role is None or frame.needs - {role, "agent"} or (not acted and (frame.companions or frame.needs - {role})):
        return None
    inside = phrases.mention_at(sentence, sentence.heads[trigger.head]) if acted else next(
        m for m in sentence.mentions if m.first <= trigger.head < m.last)
    if not fitting.fits(inside, frame.labels.get(role)):
        return None
    agents = [
        m for m in filling.fillers(sentence, trigger, "subject")
        if fitting.may_fill(sentence, trigger, "agent", "subject", m, {})
    ] if acted and "agent" in frame.roles else []
    if acted and not any(m.entity.label and m.entity.kind != "pronoun" for m in agents):
        return None  # die von ihnen genutzte Technik
    if "agent" in frame.needs and not fitting.satisfied(sentence, trigger, "agent", agents):
        return None
    if (role in frame.heads or (acted and role in frame.needs)) and not (
        fitting.satisfied(sentence, trigger, role, [inside])
    ):
        return None
    named = phrases.instances(sentence, phrases.outermost(sentence, inside), inside)
    # zu den sanktionierten Firmen gehört SMIC
    return (*(("agent", m) for m in agents), (role, inside), *((role, m) for m in named))


def as_role(sentence: Sentence, role: str, mention: Mention, text: str, offset: int) -> Role:
    """A filler as it goes into the record; the head of a clause is its verb, that of a noun phrase its last word before
    an of-phrase.

    :param text: the part's text, which starts at ``offset`` of the document.
    """
    entity = mention.entity
    head = (entity.start, entity.end)
    top = phrases.outermost(sentence, mention)
    if entity.kind == "nominal" and sentence.pos[top] in ("VERB", "AUX"):
        head = (sentence.starts[top], sentence.ends[top])
    elif entity.kind == "nominal":
        last = mention.last
        for i in range(mention.first + 1, mention.last + 1):
            if sentence.lower[i] in sentence.grammar.prepositions or (
                sentence.lower[i] in sentence.grammar.words["genitive_determiners"]
            ):
                last = i - 1
                break
        head = (max(sentence.starts[last], entity.start), min(sentence.ends[last], entity.end))
    words = text[entity.start - offset : entity.end - offset]
    return Role(role, entity.start, entity.end, words, head, entity.entity_id)
