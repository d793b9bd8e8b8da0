"""Who fills which role of a trigger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from depesche import quantities
from depesche.events import actors, contrast, filling, phrases, placing, syntax
from depesche.events.grammar import Frame
from depesche.events.sentence import QUOTES, Clause, Mention, Sentence
from depesche.events.triggers import REACH, Trigger, dependent, infinitive, marker, triggers, voice_of
from depesche.records import Role

THINGS = frozenset({"object", "topic", "content", "reason", "venue", "amount"})
"""Roles that need be no entity."""
MATTERS = frozenset({"reason", "content", "topic"})
"""Roles for what something is about."""
PARTIES = frozenset({"agent", "co_agent", "target", "beneficiary", "addressee"})
OBJECTS = frozenset({"object"})
PERSONS = frozenset({"PERSON"})
PLACES = frozenset({"GPE", "LOC", "FACILITY"})
LIST_NAME = 9
"""Up to how many tokens behind a list tell whose it is: of companies that work with the military."""
NEAR = 4
"""How far before a phrase its preposition may stand, in tokens."""


BY_SYNTAX = frozenset({
    "companion", "speaker", "writer", "aim", "question", "taker", "undergoer", "present", "told", "clause", "cause",
})  # fmt: skip
"""Slots that no place in the clause tells."""


@dataclass(frozen=True, slots=True)
class Filled:
    trigger: Trigger
    roles: tuple[tuple[str, Mention], ...]


def find(sentence: Sentence) -> list[Filled]:
    """The triggers whose frame finds the roles that it needs, best frame first for each token."""
    taken: set[int] = set()
    found: list[Filled] = []
    candidates = sorted(triggers(sentence), key=lambda t: (
        t.frame.fallback, -len(t.tokens), t.voice == "nominal", t.head, -len(t.frame.business),
        "agent" not in t.frame.heads,
    ))  # fmt: skip
    for trigger in candidates:
        if taken & set(trigger.tokens) and not trigger.frame.also:
            continue
        roles = _roles(sentence, trigger)
        if roles is not None and not _told_by_verb(trigger, roles, found):
            found.append(Filled(trigger, roles))
            taken |= set() if trigger.frame.also else set(trigger.tokens)
    return sorted(found, key=lambda f: f.trigger.head)


def _told_by_verb(trigger: Trigger, roles: tuple[tuple[str, Mention], ...], found: Sequence[Filled]) -> bool:
    """``Beim Gipfel haben Scholz und Macron beraten``: a noun with the parties of a verb tells of the same event."""
    own = _starts(roles, OBJECTS)
    return trigger.voice == "nominal" and any(
        f.trigger.frame.event_type == trigger.frame.event_type and _starts(f.roles, PARTIES) == _starts(roles, PARTIES)
        and not (own and _starts(f.roles, OBJECTS).isdisjoint(own)) for f in found
    )


def _starts(roles: tuple[tuple[str, Mention], ...], which: frozenset[str]) -> set[tuple[str, int]]:
    """Where those begin that fill some of the roles."""
    return {(role, m.first) for role, m in roles if role in which}


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
    if any(_other(m, labels) for role, labels in frame.only.items() for m in filled.get(role, ())):
        return None
    if any(not _satisfied(sentence, trigger, role, filled.get(role, ())) for role in frame.needs):
        return None
    if trigger.voice == "passive":
        by = sentence.grammar.words["passive_agent"]
        filled = {role: [_without(sentence, m, agents, by) for m in some] for role, some in filled.items()}
    for role in sorted(PARTIES & filled.keys()):
        joints = frozenset(frame.roles.get(role, ()))
        for thing in sorted({"object", "amount"} & filled.keys()):
            filled[thing] = [_without(sentence, m, filled[role], joints) for m in filled[thing]]
    pairs = tuple((role, m) for role, some in filled.items() for m in some)
    if frame.anything and not frame.plain and trigger.voice != "nominal" and not any(
        m.entity.label or m.within in frame.labels.get(role, ()) or _headed(sentence, frame, role, m)
        for role, m in pairs
    ):
        return None
    kinds = {m.entity.kind for _, m in pairs}
    if frame.tentative and frame.verbs and kinds == {"pronoun"}:
        return None  # a measure against nobody named
    return pairs


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
    for role, slots in trigger.frame.roles.items():
        owned = [slot for slot in slots if slot.startswith("of:") and role not in filled]
        if owned and (mentions := _first_fit(sentence, trigger, role, owned, filled, used)):
            filled[role] = mentions
    if {"object", "content"} <= filled.keys() and "addressee" not in filled and all(
        m.prep and m.entity.label in trigger.frame.labels.get("addressee", ()) for m in filled["object"]
    ):
        filled["addressee"] = filled.pop("object")  # called for Xi to step down
    if "agent" in filled and "co_agent" not in trigger.frame.roles:
        allies = [m for m in filling.allies(sentence, trigger, filled.get("target", ())) if m.first not in used]
        filled |= {"co_agent": allies} if allies else {}
    return filled


def _takes_part(sentence: Sentence, trigger: Trigger, agents: Sequence[Mention]) -> bool:
    """``A and B held talks``; but ``A and B signed it after years of talks``, which are on no day of theirs, and
    ``Lernen und Austausch standen bei dem Treffen im Vordergrund`` tells of nobody.
    """
    if trigger.voice != "nominal":
        return True
    parties = all(m.entity.label or m.within for m in agents)
    return parties and (not sentence.heads or sentence.deps[trigger.head] != "nmod")


def _without(
    sentence: Sentence, mention: Mention, others: Sequence[Mention], prepositions: frozenset[str]
) -> Mention:
    """``supplied with tanks by Germany``, ``received tanks from Germany``: who gives them is no part of the tanks, to
    which the parser may join him.
    """
    within = next((m.first for m in others if mention.first < m.first <= mention.last), 0)
    joints = range(mention.first + 1, within)
    cut = next((i for i in joints if sentence.grammar.prepositions.get(sentence.lower[i]) in prepositions), None)
    if cut is None:
        return mention
    text = " ".join(sentence.forms[mention.first : cut])
    return replace(mention, entity=replace(mention.entity, end=sentence.end(cut - 1), text=text), last=cut - 1)


def _addressed(sentence: Sentence, trigger: Trigger, filled: dict[str, list[Mention]]) -> bool:
    """Whether a norm is somebody's duty (``the Council must …``), or that of a thing on somebody's word (``sanctions
    must be enforced, he said``), which is nobody to address.
    """
    addressees = filled.get("addressee", [])
    undergone = bool(sentence.heads) and bool(syntax.passive_auxiliaries(sentence, syntax.main_verb(
        sentence, trigger.head)))
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


def _satisfied(sentence: Sentence, trigger: Trigger, role: str, mentions: Sequence[Mention]) -> bool:
    """Whether a role that must be there is: by an entity, and where any thing will do by any phrase."""
    frame = trigger.frame
    if role in frame.heads:
        return any(_of_kind(sentence, trigger, role, m) for m in mentions)
    if role in frame.business:
        return any(m.entity.label or phrases.business(sentence, m) for m in mentions)
    if (role in THINGS and role not in frame.labels) or role in frame.anything:
        return bool(mentions)
    labels = frame.labels.get(role, frozenset())
    if role in frame.named:
        return any(m.entity.label and m.entity.kind == "name" for m in mentions)
    # French fishermen are as good as the French
    unknown = role != "agent"  # who acts must be more than a capital letter
    if role == "agent" and any(phrases.counted(sentence, m) for m in mentions):
        return True
    if role in frame.anyone and any(_somebody(sentence, m) for m in mentions):
        return True
    return any(m.entity.label or (unknown and m.proper) or (labels == PERSONS and phrases.possessive(sentence, m)) or (
        m.within and (not labels or m.within in labels)) for m in mentions)


def _somebody(sentence: Sentence, mention: Mention) -> bool:
    """``Der Wetterdienst warnte``, ``the kidnappers``: a noun in the place of one who acts, though no list has it; no
    pronoun that means nobody (``man``, ``what``), and nothing that happens.
    """
    if not sentence.heads or mention.entity.kind == "pronoun" or _happens(sentence, mention):
        return False
    return sentence.pos[phrases.outermost(sentence, mention)] in ("NOUN", "PROPN")


def _other(mention: Mention, labels: frozenset[str]) -> bool:
    """Whether a phrase is a thing that the knowledge file has under another label."""
    label, known = mention.entity.label, mention.entity.entity_id
    return label not in {"", *labels} and bool(known) and not str(known).startswith("name:")


def _of_kind(sentence: Sentence, trigger: Trigger, role: str, mention: Mention) -> bool:
    """Whether a phrase is what the frame means: by its label or its noun. A name that nobody knows may be of any kind
    where the frame asks for labels.
    """
    frame = trigger.frame
    # not the Huawei of Huawei-Handys, but that of the Huawei-Übernahme
    whole = mention.entity.end >= sentence.end(mention.last) or mention.last in trigger.tokens
    labels = frame.labels.get(role, frozenset())
    known = mention.entity.label in labels or (mention.proper and role in frame.labels) or (
        role == "agent" and (mention.within in labels or phrases.counted(sentence, mention)))
    return (whole and known) or _headed(sentence, frame, role, mention)


def _headed(sentence: Sentence, frame: Frame, role: str, mention: Mention) -> bool:
    """Whether the noun of a phrase is one of the frame's: a Tochter may be a firm, too."""
    nouns = frame.heads.get(role)
    return nouns is not None and (
        nouns.match(sentence.lemmas, phrases.outermost(sentence, mention) if sentence.heads else mention.last)
        or nouns.match(sentence.lemmas, phrases.what_it_is(sentence, mention)))


def _first_fit(
    sentence: Sentence, trigger: Trigger, role: str, slots: Sequence[str], filled: dict[str, list[Mention]],
    used: set[int],
) -> list[Mention]:
    """The fillers of the first slot that has some: by syntax, else by their place in the clause."""
    labels = trigger.frame.labels.get(role)
    reserve: list[Mention] = []
    given = acted = nobody = False
    far = bool(sentence.heads) and role in MATTERS - trigger.frame.needs  # what a place alone would join to anything
    # "darf Alibaba keine Chips verkaufen" sells no firm; but the Twitter-Übernahme is that of Twitter
    told = bool(sentence.heads) and role in trigger.frame.heads and role != "agent"
    by_place = [slot for slot in slots if (slot == "compound" if told else slot not in BY_SYNTAX)]
    for parsed, known in ((True, slots), (False, by_place)):
        for slot in known:
            if given and slot in ("object", "dative"):
                continue  # warf dem Minister Betrug vor: not the fraud is accused
            if not parsed and (nobody or far or (acted and slot == "subject")):
                continue  # the law Trump signed bans it: not Trump does; warnt vor Abbau IG Metall: not of the union
            whole = role in PARTIES or slot in ("subject", "object")
            if parsed:
                found = filling.fillers(sentence, trigger, slot, used)
                given = given or (slot == "dative" and bool(found))
                found = [phrases.compound(sentence, m) for m in found] if whole else found
                if role == "agent" and trigger.frame.speaks and any(
                    _happens(sentence, m) and phrases.is_subject(sentence, m, trigger.head) for m in found
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
                found = [phrases.described(sentence, m) for m in _slot(sentence, trigger, slot, filled)]
                found = [phrases.compound(sentence, m) for m in found] if whole else found
            mentions = [
                m for m in found
                if (slot == "companion" or m.first not in used) and (
                    _fits(m, labels) or _headed(sentence, trigger.frame, role, m)
                    or _people(sentence, trigger.frame, role, m)
                ) and not contrast.denied(sentence, trigger, m)
                and not (role == "addressee" and slot == "object" and _said(sentence, trigger, m))
                and not (role == "agent" and parsed and _joined(m, trigger))
                and not (role == "addressee" and not m.entity.label and phrases.is_attribute(sentence, m))
                and (role != "place" or _takes_place(sentence, trigger, m))
                and not (role == "object" and slot in trigger.frame.roles.get("target", ()) and _toward(sentence, m))
                and (role in THINGS or not _price(sentence, m))
                and (role not in trigger.frame.parties or m.entity.label or m.within or m.proper)
                and not (role in PARTIES and (_says_what(sentence, m, filled) or _nobody(sentence, m, trigger)))
                and (role != "amount" or _counts(sentence, m))
                and not (role == "target" and slot == "compound" and _imposes(sentence, m))
                and (role not in MATTERS or _matters(sentence, role, m))
                and (role != "instrument" or m.entity.label != "LIST" or _restricts(sentence, m))
            ]
            nobody = nobody or (parsed and role in trigger.frame.parties and bool(found) and not mentions)
            if len(mentions) > 1 and slot in sentence.grammar.words["joint_prepositions"] and role == "agent":
                filled["co_agent"] = mentions[1:]  # talks between A and B
                used |= {m.first for m in mentions[1:]}
                return mentions[:1]
            own = parsed and all(m.prep == slot for m in mentions)  # tariffs on Mexico
            if reserve and mentions and not own and all(_inside(m, reserve) for m in mentions):
                continue
            if mentions and (role not in trigger.frame.needs or _satisfied(sentence, trigger, role, mentions)):
                return mentions
            reserve = reserve or mentions
        acts = any(phrases.is_subject(sentence, m, trigger.head) for m in reserve)
        if reserve and (trigger.voice == "passive" or acts):
            # "any review by other persons is prohibited" bans no persons, "die Zölle treffen BYD" is no meeting
            break
    return reserve


def _said(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """``warnte, höhere Löhne gefährdeten Standorte``: an object right behind a comma, in no list, is what is said, and
    so is who does something in the clause that tells it: ``warns that such groups grew``.
    """
    if not sentence.heads:
        return False
    head = phrases.outermost(sentence, mention)
    verb = sentence.heads[head]
    if sentence.deps[head] == "nsubj" and sentence.heads[verb] == syntax.main_verb(sentence, trigger.head) != verb:
        return sentence.deps[verb] == "ccomp" and bool(syntax.dependents(sentence, verb, ("mark",)))
    return sentence.forms[mention.first - 1] == "," and sentence.deps[head] == "obj"


def _nobody(sentence: Sentence, mention: Mention, trigger: Trigger) -> bool:
    """``Es gibt Gründe, um sie zu verbieten``, ``It is time to ban them``: of another verb a mere ``es``."""
    first = mention.first
    return bool(sentence.heads) and first == mention.last and sentence.deps[first] == "expl" and (
        sentence.heads[first] != syntax.main_verb(sentence, trigger.head)
    )


def _inside(mention: Mention, phrases: Sequence[Mention]) -> bool:
    """``French`` of the French fishermen: the phrase acts, not the word in it."""
    return any(p.first <= mention.first and mention.last <= p.last for p in phrases)


def _participle_roles(sentence: Sentence, trigger: Trigger) -> tuple[tuple[str, Mention], ...] | None:
    frame = trigger.frame
    role = next((role for role, slots in frame.roles.items() if "object" in slots), None)
    if role is None or frame.needs - {role} or frame.companions:
        return None
    inside = next(m for m in sentence.mentions if m.first <= trigger.head < m.last)
    return ((role, inside),) if _fits(inside, frame.labels.get(role)) else None


def _restricts(sentence: Sentence, mention: Mention) -> bool:
    """A list of a measure (Entity List, Sanktionsliste, the list), none of winners, best-sellers or monuments."""
    words = sentence.grammar.words
    end = min(len(sentence), mention.last + LIST_NAME)
    near = " ".join(sentence.lower[max(mention.first - 1, 0) : end])
    own = mention.entity.text.lower()
    if any(word in near for word in words["other_lists"]):
        return False
    if mention.entity.kind == "name" or any(word in near for word in words["list_words"]):
        return True
    following = sentence.lower[mention.last + 1] if mention.last + 1 < len(sentence) else ""
    attribute = following in words["noun_links"] | words["genitive_determiners"] or "-" in following
    return own.split()[0] in words["definite"] and not attribute and len(own.split()) <= 2


def _fits(mention: Mention, labels: frozenset[str] | None) -> bool:
    """A phrase that is no mention has no label and fits; alone it satisfies no need."""
    return labels is None or not mention.entity.label or mention.entity.label in labels


def _people(sentence: Sentence, frame: Frame, role: str, mention: Mention) -> bool:
    """``signed it with the Greeks``, ``die Amerikaner verkaufen …``: a people by its noun acts as its country does;
    alone it makes no event.
    """
    alone = role in frame.needs and (role == "agent" or mention.prep is None)
    return mention.entity.label == "NORP" and "GPE" in frame.labels.get(role, ()) and bool(sentence.pos) and (
        sentence.pos[mention.last] in ("NOUN", "PROPN") and not alone
    )


def _says_what(sentence: Sentence, mention: Mention, filled: Mapping[str, Sequence[Mention]]) -> bool:
    """``Die Anlagen-Bauer Siemens und Voith liefern …``: a noun is no other party than the one that it names."""
    return bool(sentence.heads) and mention.entity.kind != "name" and any(
        phrases.named(sentence, mention.last, other) for others in filled.values() for other in others
    )


def _price(sentence: Sentence, mention: Mention) -> bool:
    """An amount of money, which is nobody: sold 20 jets for $4 billion, offered $18 a share."""
    parts = sentence.pos[mention.first : mention.last + 1] if sentence.pos else ()
    if mention.entity.label or {"NUM", "SYM"}.isdisjoint(parts):
        return False
    articles = sentence.grammar.words["indefinite"]
    if any(sentence.pos[i - 1] == "NUM" and sentence.lower[i] in articles for i in range(
        mention.first + 1, mention.last + 1
    )):
        return True
    return any(quantities.is_money(q.unit) for q in quantities.find(mention.entity.text, sentence.grammar.lang))


def _matters(sentence: Sentence, role: str, mention: Mention) -> bool:
    """Whether something may be about a phrase: a party is no reason, and neither is how often, long or much it was
    (``fined for the second time``, ``jailed for life``, ``a fine of $3m``).
    """
    if mention.entity.label or not sentence.heads:
        party = mention.entity.label in ("PERSON", "GPE", "NORP") or (
            mention.entity.label == "ORG" and mention.entity.kind == "name")
        return role == "topic" or not party
    head = phrases.outermost(sentence, mention)
    counted = any(sentence.pos[i] in ("NUM", "SYM") for i in (head, *syntax.dependents(sentence, head, ("nummod",))))
    if role != "topic" and counted and quantities.find(mention.entity.text, sentence.grammar.lang):
        return False
    return mention.prep is None or sentence.lemmas[head] not in sentence.grammar.words["no_matters"]


def _imposes(sentence: Sentence, mention: Mention) -> bool:
    """``US sanctions`` are those of the US, ``Iran sanctions`` those against Iran."""
    return mention.entity.text.lower() in sentence.grammar.words["imposers"]


def _counts(sentence: Sentence, mention: Mention) -> bool:
    """``bought it for $4 billion``, ``for an undisclosed sum``; not the unit ``for pigments``."""
    if not sentence.pos or not {"NUM", "SYM"}.isdisjoint(sentence.pos[mention.first : mention.last + 1]):
        return True
    sums = tuple(sentence.grammar.words["sums"])
    return bool(quantities.find(mention.entity.text, sentence.grammar.lang)) or (
        sentence.lemmas[phrases.outermost(sentence, mention)].endswith(sums)
    )


def _happens(sentence: Sentence, mention: Mention) -> bool:
    """``weitere Sanktionen der EU``: an event, which does nothing itself."""
    noun = sentence.lemmas[phrases.outermost(sentence, mention)] if sentence.heads and not mention.entity.label else ""
    return noun in sentence.grammar.by_noun or noun.endswith(sentence.grammar.suffixes)


def _takes_place(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """Whether a phrase says where, and not where another verb took place: ``was arrested and died in Rome``; where to
    only with what goes somewhere: ``in den Iran``.
    """
    words = sentence.grammar.words
    goes = not words["directions"].isdisjoint(trigger.frame.roles["place"])
    aside = _directed(sentence, mention) != goes if mention.prep not in words["directions"] else not goes
    return _somewhere(sentence, mention) and not aside and not _of_ground(sentence, mention) and not (
        placing.coordinated(sentence, trigger, mention.first) or placing.above(sentence, trigger, mention.last)
    )


def _toward(sentence: Sentence, mention: Mention) -> bool:
    """``verkaufte Anteile an den Investor``: to whom, not ``Anteile an dem Verein``."""
    words = sentence.grammar.words
    given = (words["accusative_only"] | words["directed_articles"]) - words["dative_determiners"]
    return sentence.lower[mention.first] in given or sentence.lower[mention.first - 1] in given


def _directed(sentence: Sentence, mention: Mention) -> bool:
    """``ins Ausland``, ``in die Schweiz``, ``in den Iran``, but ``in den USA``: the article tells them apart."""
    words, lower = sentence.grammar.words, sentence.lower
    at = next((i for i in range(mention.last, max(mention.first - NEAR, -1), -1) if (
        sentence.grammar.prepositions.get(lower[i]) == mention.prep)), None)
    if at is None or mention.prep is None:
        return False
    article = lower[min(at + 1, len(sentence) - 1)]
    own = article in words["accusative_only"] and lower[mention.last] in words["masculine_places"]
    return lower[at] in words["directed"] or article in words["directed_articles"] or own


def _of_ground(sentence: Sentence, mention: Mention) -> bool:
    """``arrested over a murder in Hull``: where it was done for which somebody is held."""
    if not sentence.heads or not phrases.is_attribute(sentence, mention):
        return False
    return syntax.preposition(sentence, phrases.noun_above(sentence, mention)) in sentence.grammar.words["grounds"]


def _somewhere(sentence: Sentence, mention: Mention) -> bool:
    """A place, or a phrase with one in it (wireless networks inside the United States); no interest, no case."""
    inside = (m.entity for m in sentence.mentions if mention.first <= m.first and m.last <= mention.last)
    return any(entity.label in PLACES for entity in (mention.entity, *inside))


def _slot(
    sentence: Sentence, trigger: Trigger, slot: str, filled: dict[str, list[Mention]]
) -> list[Mention]:
    passive = trigger.voice == "passive"
    if slot.startswith("of:"):
        return [m for filler in filled.get(slot[3:], ()) for m in _attached(sentence, filler)]
    if slot == "subject" and trigger.voice == "nominal":
        if phrases.opposed(sentence, trigger.head):
            return []
        return _subject_of_clause(sentence, sentence.clause_of(trigger.head))
    if slot == "subject":
        return _by_agent(sentence, trigger) if passive else _subject(sentence, trigger)
    if slot in ("object", "dative"):
        return _object(sentence, trigger, "dative" if slot == "dative" else None, filled)
    if slot == "genitive":
        return _genitive(sentence, trigger)
    if slot == "compound":
        return _compound(sentence, trigger)
    if slot == "document":
        return _prepositional(sentence, trigger, sentence.grammar.syntax.document_preposition)
    return _prepositional(sentence, trigger, slot)


def _covers(mention: Mention, trigger: Trigger) -> bool:
    """``The open letter was signed by …``: what is part of the trigger fills no other role."""
    return any(mention.first <= i <= mention.last for i in trigger.tokens)


def _joined(mention: Mention, trigger: Trigger) -> bool:
    """``Keine Stellungnahme gab es von BMW``: what a frame asks to stand beside its word does nothing itself."""
    return any(mention.first <= i <= mention.last for i in trigger.tokens if i != trigger.head)


def _in_clause(sentence: Sentence, clause: int) -> list[Mention]:
    return sentence.within(sentence.clauses[clause])


def _chain(sentence: Sentence, first: Mention) -> list[Mention]:
    """The mention and those coordinated with it: ``A, B und C``. An apposition (``A, the company``) is left out."""
    chain = [first]
    words = sentence.grammar.words
    for mention in sentence.mentions[bisect_right(sentence.mentions, first.last, key=lambda m: m.first) :]:
        if mention.first <= chain[-1].last:
            continue
        between = sentence.lower[chain[-1].last + 1 : mention.first]
        joints = [w for w in between if w not in words["determiners"] and w not in QUOTES]
        joined = bool(joints) and all(w == "," or w in words["conjunctions"] for w in joints)
        named = mention.entity.kind == "name" or any(w in words["conjunctions"] for w in joints)
        if not joined or (mention.prep and mention.prep != first.prep) or mention.aside or not named:
            break
        chain.append(mention)
    if len(chain) > 1 and not _closed(sentence, chain):
        return chain[:1]
    return chain


def _closed(sentence: Sentence, chain: Sequence[Mention]) -> bool:
    """A list ends with ``and``; two names with only a comma between are an apposition."""
    conjunctions = sentence.grammar.words["conjunctions"]
    return not conjunctions.isdisjoint(sentence.lower[chain[0].last + 1 : chain[-1].first])


def _subject(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    if syntax.subjectless(sentence, trigger.head) or actors.held(sentence, trigger.head) is not None:
        return []
    return _subject_at(sentence, trigger.head, sentence.clause_of(trigger.head))


def _subject_of_clause(sentence: Sentence, clause: int) -> list[Mention]:
    limits = sentence.clauses[clause]
    verbs = sentence.verbs_in(limits.first, limits.end)
    return _subject_at(sentence, verbs[0] if verbs else limits.end, clause)


def _subject_at(sentence: Sentence, verb: int, number: int) -> list[Mention]:
    if (verb, number) not in sentence.subjects:
        sentence.subjects[verb, number] = _find_subject(sentence, verb, number)
    return sentence.subjects[verb, number]


def _find_subject(sentence: Sentence, verb: int, number: int) -> list[Mention]:
    clause = sentence.clauses[number]
    if verb >= clause.end:
        return []
    nominative = [m for m in _in_clause(sentence, number) if m.bare and m.case is None]
    if (controller := _controller(sentence, verb, number)) is not None:
        return controller
    if not sentence.grammar.syntax.fixed_order:
        # the subject is the first bare mention; an infinitive with its marker has none
        if not infinitive(sentence, verb, clause) and nominative:
            return _chain(sentence, nominative[0])
    else:
        before = [m for m in nominative if m.last < verb and not _object_of_earlier_verb(sentence, m, verb, clause)]
        behind = next((m for m in nominative if m.first == verb + 1), None)
        speaks = sentence.lemmas[verb] in sentence.grammar.words["speech"]
        if behind and speaks and (verb == 0 or not sentence.forms[verb - 1][:1].isalnum()):
            # said five people with knowledge of the matter
            return _chain(sentence, behind)
        if before:
            return _chain(sentence, _chain_head(sentence, before))
    if number == 0 or clause.kind not in ("relative", "coordinate", "other"):
        return []
    if clause.kind == "relative":
        # who stands right before the comma; a noun that is no mention has the pronoun otherwise
        return [m for m in sentence.mentions if clause.first - 3 <= m.last < clause.first][-1:]
    if clause.kind != "coordinate" or _unknown_subject(sentence, clause, verb):
        return []
    number -= 1
    if sentence.lower[clause.first] not in sentence.grammar.words["coordinating_openers"]:
        while number and sentence.clauses[number].kind == "relative":  # X, who …, did
            number -= 1
    return _subject_of_clause(sentence, number)


def _unknown_subject(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """``and the Franciscans were banned``: a subject of its own, though no mention."""
    if not sentence.grammar.syntax.fixed_order:
        return False
    return not sentence.grammar.words["affirmative_determiners"].isdisjoint(sentence.lower[clause.first + 1 : verb])


def _controller(sentence: Sentence, verb: int, number: int) -> list[Mention] | None:
    """Who is to act in an infinitive or gerund: whoever is asked, else the subject of the verb that governs it.

    None where the verb is finite or nothing governs it; empty where somebody unnamed is asked.
    """
    clause, words = sentence.clauses[number], sentence.grammar.words
    if not dependent(sentence, verb, clause):
        return None
    at = None
    if sentence.grammar.syntax.infinitive_clauses:
        number = _governing_clause(sentence, verb, number)
    else:
        at = marker(sentence, verb, clause)
    limit = verb if at is None else at
    home = sentence.clauses[number]
    modals = sentence.grammar.modals
    verbs = [i for i in sentence.verbs_in(home.first, min(home.end, limit)) if i not in sentence.inside
             and sentence.lemmas[i] not in words["auxiliaries"] and sentence.lower[i] not in modals]
    if not verbs:
        return None
    governor = verbs[-1]
    if not actors.asks(sentence, governor, verb) or (
        syntax.circumstance(sentence, verb)
    ) or voice_of(sentence, governor, home) == "passive":
        return _subject_at(sentence, governor, number)
    if not sentence.grammar.syntax.fixed_order:
        subject = {m.first for m in _subject_at(sentence, governor, number)}
        asked = [m for m in _in_clause(sentence, number)
                 if (m.bare or m.prep in words["addressee_prepositions"]) and m.first not in subject]
    else:
        asked = [m for m in sentence.mentions if governor < m.first and m.last < limit and not m.genitive
                 and (m.bare or m.prep in words["addressee_prepositions"])]
        if not asked and limit - governor <= 1 and (at is not None or actors.own_act(sentence, governor)):
            return _subject_at(sentence, governor, number)
    return _chain(sentence, asked[0]) if asked else []


def _governing_clause(sentence: Sentence, verb: int, number: int) -> int:
    """The clause of the verb that an infinitive depends on: its own, or the one before that is not relative."""
    clause = sentence.clauses[number]
    if not number or any(not infinitive(sentence, i, clause) for i in sentence.verbs_in(clause.first, verb)):
        return number
    number -= 1
    while number and sentence.clauses[number].kind == "relative":
        number -= 1
    return number


def _object_of_earlier_verb(sentence: Sentence, mention: Mention, verb: int, clause: Clause) -> bool:
    """``urging them to sanction``: what follows another verb in the clause is that verb's object."""
    auxiliaries = sentence.grammar.words["auxiliaries"]
    earlier = [
        i for i in sentence.verbs_in(clause.first, mention.first)
        if sentence.lemmas[i] not in auxiliaries and i not in sentence.inside
    ]
    if not earlier or mention.last >= verb:
        return False
    # urged the company to sell: whoever is asked is the one to act
    return "requested" not in sentence.grammar.governors.get(sentence.lemmas[earlier[-1]], frozenset())


def _chain_head(sentence: Sentence, before: Sequence[Mention]) -> Mention:
    """The mention nearest to the verb, or the one that it stands in apposition to or in a list with."""
    head = before[-1]
    for mention in reversed(before[:-1]):
        between = sentence.lower[mention.last + 1 : head.first]
        if between and all(w == "," or w in sentence.grammar.words["conjunctions"] for w in between):
            head = mention
        else:
            break
    return head


def _object(
    sentence: Sentence, trigger: Trigger, case: str | None, filled: dict[str, list[Mention]]
) -> list[Mention]:
    if trigger.voice == "passive" and not case:
        return [m for m in _subject(sentence, trigger) if not _covers(m, trigger)]
    number = sentence.clause_of(trigger.head)
    clause = sentence.clauses[number]
    own = set(trigger.tokens)
    bare = [m for m in _in_clause(sentence, number) if m.bare and not own & set(range(m.first, m.last + 1))]
    if sentence.grammar.syntax.fixed_order:
        after = [m for m in bare if m.first > trigger.head and not _verb_between(sentence, trigger.head, m.first)]
        return _chain(sentence, after[0]) if after else []
    acting = [
        m for role, some in filled.items() if "subject" in trigger.frame.roles[role]
        for m in some if clause.first <= m.first < clause.end
    ]
    subject: Sequence[Mention] = () if infinitive(sentence, trigger.head, clause) else (
        acting or _subject(sentence, trigger)
    )
    bare = [m for m in bare if not _inside(m, subject)]
    fitting = [m for m in bare if m.case in (case, None)] if case else [m for m in bare if m.case != "dative"]
    if acting:
        fitting.sort(key=lambda m: m.first < acting[0].first)  # what stands ahead of the subject is rarely the object
    return _chain(sentence, fitting[0]) if fitting else []


def _verb_between(sentence: Sentence, first: int, last: int) -> bool:
    conjunctions = sentence.grammar.words["conjunctions"]
    return any(
        i not in sentence.inside and sentence.lower[i - 1] not in conjunctions
        for i in sentence.verbs_in(first + 2, last)
    )


def _by_agent(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    number = sentence.clause_of(trigger.head)
    agents = sentence.grammar.words["passive_agent"]
    ordered = sentence.grammar.syntax.fixed_order
    fitting = [
        m for m in _in_clause(sentence, number) if m.prep in agents and (not ordered or m.first > trigger.head)
        and not (m.prep in sentence.grammar.words["noun_links"] and phrases.is_attribute(sentence, m))
        and not phrases.elsewhere_done(sentence, m, trigger.head)
        and not (sentence.heads and phrases.in_subject(sentence, m.first, syntax.main_verb(sentence, trigger.head)))
    ]
    return _chain(sentence, fitting[0]) if fitting else []


def _attached(sentence: Sentence, filler: Mention) -> list[Mention]:
    """Genitive attributes and of-phrases right behind a filler, and an owner right before it."""
    marks, before = sentence.grammar.words["possessive_marks"], filler.first - 1
    owners = [m for m in sentence.mentions if m.last == before - 1 and sentence.forms[before] in marks]
    if owners:
        return owners
    number = bisect_right(sentence.mentions, filler.last, key=lambda m: m.first)
    for mention in sentence.mentions[number : number + 1]:
        words = [w for w in sentence.forms[filler.last + 1 : mention.first] if w not in QUOTES]
        if len(words) <= 3 and (mention.genitive or mention.prep in sentence.grammar.words["noun_links"]):
            return [mention]
    return []


def _genitive(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    at = trigger.tokens[-1] if trigger.voice == "nominal" else next(
        (i for i in trigger.tokens if i != trigger.head), trigger.head
    )
    follows = sentence.grammar.syntax.genitive_follows
    for mention in sentence.mentions:
        if mention.genitive and follows and 0 < mention.first - at <= 4 and not (
            sentence.verbs_in(at + 1, mention.first)
        ):
            return _chain(sentence, mention)
        if mention.genitive and not follows and 0 < at - mention.last <= 4:
            return [mention]
    return []


def _compound(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    """``US sanctions``, ``die Twitter-Übernahme``; of the noun beside a verb: ``schloss die Twitter-Übernahme ab``."""
    places = (trigger.head - 1, trigger.head) if trigger.voice == "nominal" else trigger.tokens
    return [
        m for m in sentence.mentions
        if m.entity.kind == "name" and m.entity.label in ("GPE", "ORG") and m.last in places and m.bare
    ][:1]


def _prepositional(sentence: Sentence, trigger: Trigger, prep: str) -> list[Mention]:
    number = sentence.clause_of(trigger.head)
    fitting = [m for m in _in_clause(sentence, number) if m.prep == prep and not m.aside
               and not _of_other(sentence, trigger, m, prep)]
    if trigger.voice == "nominal":
        fitting = [m for m in fitting if 0 < m.first - trigger.head <= REACH
                   and not phrases.elsewhere_done(sentence, m, trigger.head)
                   and not _verb_between(sentence, trigger.head, m.first)]
    elif sentence.grammar.syntax.fixed_order:
        fitting = [m for m in fitting if m.first > min(trigger.tokens)]
    return _chain(sentence, fitting[0]) if fitting else []


def _of_other(sentence: Sentence, trigger: Trigger, mention: Mention, prep: str) -> bool:
    """Whether a phrase belongs to a noun, or to an infinitive of one, that is no part of the trigger."""
    if sentence.heads and actors.held(sentence, phrases.noun_above(sentence, mention)) is not None:
        return phrases.noun_above(sentence, mention) not in trigger.tokens  # revoked the licence to ship it to Egypt
    if not phrases.is_attribute(sentence, mention):
        return False
    noun, words = phrases.noun_above(sentence, mention), sentence.grammar.words
    wanted = trigger.frame.speaks and prep in words["noun_links"] & words["passive_agent"] and (
        sentence.grammar.may_trigger(sentence.lemmas[noun]))  # forderte ein Verbot von Huawei
    return noun not in trigger.tokens and (wanted or phrases.has_owner(sentence, noun, prep))


def as_role(sentence: Sentence, role: str, mention: Mention, text: str, offset: int) -> Role:
    """A filler as it goes into the record; the head of a clause is its verb, that of a noun phrase its last word before
    an of-phrase.

    :param text: the part's text, which starts at ``offset`` of the document.
    """
    entity = mention.entity
    head = (entity.start, entity.end)
    top = phrases.outermost(sentence, mention) if sentence.heads else mention.last
    if entity.kind == "nominal" and sentence.pos and sentence.pos[top] in ("VERB", "AUX"):
        head = (sentence.start(top), sentence.end(top))
    elif entity.kind == "nominal":
        last = mention.last
        for i in range(mention.first + 1, mention.last + 1):
            if sentence.lower[i] in sentence.grammar.prepositions or (
                sentence.lower[i] in sentence.grammar.words["genitive_determiners"]
            ):
                last = i - 1
                break
        head = (max(sentence.start(last), entity.start), min(sentence.end(last), entity.end))
    words = text[entity.start - offset : entity.end - offset]
    return Role(role, entity.start, entity.end, words, head, entity.entity_id)
