"""Who depends on what: the arguments of a trigger, read from its Universal Dependencies (de Marneffe et al. 2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from depesche.annotate import is_word
from depesche.events.sentence import BREAKS, QUOTES, Mention, Sentence
from depesche.records import Entity

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
_OUTSIDE = frozenset({
    "acl", "acl:relcl", "appos", "conj", "cc", "cc:preconj", "case", "mark", "parataxis", "advcl", "punct", "dep",
    "nsubj", "cop", "aux", "advmod", "dislocated", "list", "ccomp", "orphan",
})  # fmt: skip
"""What depends on a noun and is no part of its phrase."""
NAMING = ("appos", "flat", "flat:name", "compound")
"""What joins a name to the noun that says what it is."""
BESIDE = 3  # tokens from a verb to the next one that has the same object
PERSON = "PERSON"
PARTIES = ("PERSON", "ORG", "GPE")
SHORTEST = 4  # letters of a noun at the end of a compound
STEPS = 6  # verbs to climb for a subject that is not said again


def children(sentence: Sentence, index: int) -> Sequence[int]:
    if not sentence.below:
        sentence.below = [[] for _ in sentence.forms]
        for i, head in enumerate(sentence.heads):
            if head != i:
                sentence.below[head].append(i)
    return sentence.below[index]


def dependents(sentence: Sentence, index: int, relations: Sequence[str]) -> list[int]:
    return [i for i in children(sentence, index) if sentence.deps[i] in relations]


def listed(sentence: Sentence, indices: Sequence[int]) -> list[int]:
    """With those that are coordinated with them, in the order of the text."""
    found: list[int] = []
    for index in indices:
        found += [index, *_conjuncts(sentence, index)]
    return sorted(dict.fromkeys(found))


def _conjuncts(sentence: Sentence, index: int) -> Iterator[int]:
    for child in dependents(sentence, index, ("conj",)):
        if sentence.pos[child] in NOMINAL and not dependents(sentence, child, ("nsubj", "nsubj:pass", "cop")):
            yield child
            yield from _conjuncts(sentence, child)


def subject(sentence: Sentence, verb: int, steps: int = STEPS) -> list[int]:
    """Who does it: the subject, or that of the verb that this one goes on with or is governed by."""
    verb = main_verb(sentence, verb)
    if own := subjects(sentence, verb):
        return _speaker_itself(sentence, own[0], verb) or meant(sentence, own[0], verb)
    head, relation = sentence.heads[verb], sentence.deps[verb]
    noun = held(sentence, verb)
    if head == verb or not steps or noun is not None:
        return [] if noun is None or not steps else _holder(sentence, noun, steps)
    to_act = infinitive(sentence, verb)
    if circumstance(sentence, verb):
        for _ in range(STEPS):  # In addition to banning it
            if sentence.pos[head] in ("VERB", "AUX") or sentence.heads[head] == head:
                break
            head = sentence.heads[head]
        return subject(sentence, head, steps - 1)
    if relation == "acl" and dependents(sentence, verb, ("mark",)) and not to_act:
        return _subject_beside(sentence, head, verb, steps)
    if relation == "acl" and sentence.pos[head] in NOMINAL and not to_act:
        others = sentence.grammar.words["accusative_only"]
        if any(sentence.lower[i] in others for i in dependents(sentence, verb, ("obj", "iobj"))):
            above = verb_above(sentence, head)  # wrote to the officials urging them: not they urge themselves
            return subject(sentence, above, steps - 1) if above is not None else []
        return listed(sentence, [head])  # companies exporting chips
    if relation == "conj":
        return [] if sentence.pos[head] in NOMINAL - {"ADJ"} else subject(sentence, head, steps - 1)
    governed = relation in ("xcomp", "advcl") or (relation in ("ccomp", "parataxis") and to_act)
    governed = (governed and not _finite(sentence, verb)) or (relation == "ccomp" and gerund(sentence, verb))
    dependent = sentence.lower[verb] == sentence.lemmas[verb] or to_act or gerund(sentence, verb)
    if (relation in ("ccomp", "parataxis") or (relation in ("xcomp", "advcl") and dependent)) and (
        asks(sentence, head, verb)
    ):
        return _asked(sentence, head, steps)
    return subject(sentence, head, steps - 1) if governed else []


def _finite(sentence: Sentence, verb: int) -> bool:
    """``nachdem Spanien Ghali empfangen hatte``: a finite clause has a subject of its own, even where the parser finds
    none; an "es" may stand for that of the verb around it.
    """
    opened = sentence.grammar.syntax.infinitive_clauses and sentence.deps[verb] == "advcl" and bool(
        dependents(sentence, verb, ("mark",))
    )
    return opened and not infinitive(sentence, verb) and not dependents(sentence, verb, ("expl",))


def _speaker_itself(sentence: Sentence, pronoun: int, verb: int) -> list[int]:
    """``Siemens said it would buy …``, ``Die Regierung sagte, sie werde …``: a speaker that is no person speaks of
    itself, where nothing else is meant.
    """
    above, form = speech(sentence, verb), sentence.lower[pronoun]
    gendered = form in sentence.grammar.agreeing and not passive_auxiliaries(sentence, verb)
    if above is None or sentence.deps[pronoun] == "expl" or not (
        gendered or form in sentence.grammar.words["itself"]
    ):
        return []
    resolved = any(m.first <= pronoun <= m.last and m.entity.entity_id for m in sentence.mentions)
    speaker = listed(sentence, subjects(sentence, above)[:1])
    party = len(speaker) == 1 and speaker[0] < pronoun and (
        mention_at(sentence, speaker[0]).entity.label in ("ORG", "GPE")
    )
    return speaker if party and not resolved and _agree(sentence, pronoun, speaker[0]) else []


def speech(sentence: Sentence, verb: int) -> int | None:
    """The verb of speech that a verb's clause is the complement of: ``teilte mit, es …``, ``gab bekannt, dass …``."""
    at = sentence.heads[verb]
    if sentence.deps[at] == "xcomp" and sentence.pos[at] == "ADJ":
        at = sentence.heads[at]
    says = sentence.grammar.words["speech"] & {sentence.lemmas[at], sentence.joined(at)}
    return at if says and sentence.deps[verb] == "ccomp" else None


def _agree(sentence: Sentence, pronoun: int, noun: int) -> bool:
    """Whether a pronoun has the gender and number of the subject of the verb of speech above it, and no person stands
    between that it may mean as well: ``Der Verband sagte über Müller, er …``.
    """
    told = sentence.grammar.agreeing.get(sentence.lower[pronoun])
    if told is None:
        return True
    articles = {sentence.lower[i] for i in dependents(sentence, noun, ("det", "det:poss"))}
    endings = tuple(ending[1:] for ending in told if ending.startswith("*"))
    bare = (sentence.pos[noun] == "PROPN" and "" in told) or sentence.lemmas[noun].endswith(endings)
    person = sentence.lower[pronoun] not in sentence.grammar.words["itself"] and any(
        noun < m.first < pronoun and m.entity.label == PERSON for m in sentence.mentions
    )
    fits = bool(articles & told) if articles else bare
    return fits and not person and plural(sentence, sentence.heads[pronoun]) == plural(sentence, sentence.heads[noun])


def plural(sentence: Sentence, verb: int) -> bool:
    """Whether the finite verb is a plural: in a subordinate clause the last of its verbs, else the first."""
    last = sentence.deps[verb] == "acl:relcl" or bool(dependents(sentence, verb, ("mark",)))
    finite = auxiliaries(sentence, verb) or [verb]
    return sentence.lower[max([verb, *finite]) if last else min(finite)].endswith(sentence.grammar.endings.verb)


def _subject_beside(sentence: Sentence, noun: int, verb: int, steps: int) -> list[int]:
    """Who acts in a gerund that a noun takes: ``discussed the idea of banning it``; but ``sentenced him to a fine for
    exporting arms``.
    """
    above = verb_above(sentence, noun)
    if above is None:
        return []
    if asks(sentence, above, verb):
        return _asked(sentence, above, steps)  # accuses the group of having supplied arms
    return subject(sentence, above, steps - 1) if sentence.deps[noun] == "obj" else []


def _asked(sentence: Sentence, verb: int, steps: int) -> list[int]:
    """Who is to act where somebody is urged, forced or allowed to."""
    asked = [*dependents(sentence, verb, ("obj", "iobj")), *subjects(sentence, verb)[1:]]
    asked = asked or [  # half Russland, die Sanktionen zu umgehen
        i for i in dependents(sentence, verb, ("obl", "obl:arg"))
        if preposition(sentence, i) is None and i not in sentence.dated
    ]
    if asked:
        return meant(sentence, asked[0], verb)
    wishes = sentence.lemmas[verb] in sentence.grammar.words["wishes"]
    own = wishes or bool(dependents(sentence, verb, ("nsubj:pass",))) or own_act(sentence, verb)
    return subject(sentence, verb, steps - 1) if own else []


def held(sentence: Sentence, verb: int) -> int | None:
    """The noun that an infinitive belongs to, where whoever holds what it means is to act: ``the licence to ship``,
    wherever the parser joined the infinitive.
    """
    if not sentence.heads or sentence.deps[verb] not in ("acl", "advcl", "xcomp", "ccomp") or (
        not infinitive(sentence, verb)
    ):
        return None
    words, head = sentence.grammar.words, sentence.heads[verb]
    own, holding = dependents(sentence, verb, ("mark", "advmod")), tuple(words["permissions"] | words["offers"])
    if any(sentence.lower[i] in words["purpose_openers"] for i in own):
        return None
    beside = [head, *dependents(sentence, head, ("obj", "obl", "obl:arg", "nsubj:pass", "nsubj", "xcomp"))]
    nouns = [
        i for i in beside if i < verb and sentence.pos[i] == "NOUN"
        and sentence.lemmas[i].endswith(holding)
    ]
    if not nouns or not sentence.grammar.syntax.fixed_order:
        return max(nouns, default=None)
    if head in nouns:
        return head
    before = min([verb, *own]) - 1  # elsewhere it may be a purpose: revoked the licence last week to punish them
    return before if before in nouns else None


def _holder(sentence: Sentence, noun: int, steps: int) -> list[int]:
    """Who has a licence, a right, a plan: its owner, or who is given it or deprived of it; the subject of the verb
    around it only where that disposes of nothing that is another's.
    """
    words = sentence.grammar.words
    owners = [
        i for i in dependents(sentence, noun, ("nmod:poss", "nmod", "compound")) if sentence.pos[i] in ("NOUN", "PROPN")
        and preposition(sentence, i) in {None, *words["noun_links"]} and i in sentence.inside
    ]
    if owners:
        return listed(sentence, owners[:1])
    verb = sentence.heads[noun]
    if sentence.pos[verb] != "VERB":
        return []
    passive = bool(passive_auxiliaries(sentence, verb))
    others = [i for i in (*dependents(sentence, verb, ("obj", "iobj")), *receivers(sentence, verb)) if i != noun]
    given = [
        i for i in dependents(sentence, verb, ("obl", "obl:arg", "nmod")) if i not in sentence.dated and preposition(
            sentence, i) in ({None} if sentence.deps[i] == "obl:arg" else words["addressee_prepositions"])
    ]
    acting = [i for i in subjects(sentence, verb) if i != noun]
    receiver, permissions = [*others, *acting[1:], *given], tuple(words["permissions"])
    if receiver and sentence.lemmas[noun].endswith(permissions):
        return listed(sentence, receiver[:1])
    pronouns = [i for i in dependents(sentence, noun, ("nmod:poss", "det:poss")) if sentence.pos[i] in ("PRON", "DET")]
    own = bool(pronouns) and not sentence.lemmas[noun].endswith(permissions)  # renewed his pledge
    if not passive and not own and whole(sentence, verb) in words["disposing"]:
        return []
    return subject(sentence, verb, steps - 1) if acting or not passive else []


def own_act(sentence: Sentence, verb: int) -> bool:
    """``stopped selling``, ``keep selling``: without an object what a verb ends or tells as a fact is its subject's."""
    return sentence.lemmas[verb] in sentence.grammar.words["factive"] or "ceased" in sentence.governs(verb)


def gerund(sentence: Sentence, verb: int) -> bool:
    """``banning it``, ``having banned it``."""
    first = min([verb, *dependents(sentence, verb, ("aux", "aux:pass"))]) if sentence.heads else verb
    return sentence.lower[verb].endswith(sentence.grammar.endings.gerund or ("\0",)) or (
        sentence.lower[first].endswith(sentence.grammar.endings.gerund or ("\0",))
    )


def perfect_gerund(sentence: Sentence, verb: int) -> bool:
    """``having banned it``"""
    perfect = sentence.grammar.words["aux_perfect"]
    return verb > 0 and sentence.lemmas[verb - 1] in perfect and gerund(sentence, verb)


def infinitive(sentence: Sentence, verb: int) -> bool:
    markers = sentence.grammar.words["infinitive_markers"]
    marks = dependents(sentence, verb, ("mark", "aux", "case"))
    return any(sentence.lower[i] in markers for i in marks) or sentence.marked_inside(verb)


def asks(sentence: Sentence, governor: int, verb: int) -> bool:
    """Whether the object of a governor is the one who acts in an infinitive or gerund, not in one that only follows or
    comes first: ``condemned Iran, sanctioning three generals``.
    """
    words = sentence.grammar.words
    if _free(sentence, verb):
        return False
    control = words["object_control"] | words["gerund_control"] if gerund(sentence, verb) else words["object_control"]
    return bool(control & {sentence.lemmas[governor], sentence.joined(governor)}) or _held_for(sentence, governor, verb)


def _held_for(sentence: Sentence, governor: int, verb: int) -> bool:
    """``docked Everton ten points for breaking the rules``: what somebody else is dealt with for is that one's deed."""
    if not sentence.heads or not gerund(sentence, verb) or passive_auxiliaries(sentence, governor):
        return False
    grounds = any(sentence.lower[i] in sentence.grammar.words["grounds"] for i in dependents(sentence, verb, ("mark",)))
    dealt = dependents(sentence, governor, ("obj", "iobj"))
    return grounds and any(mention_at(sentence, i).entity.label in PARTIES for i in dealt)


def _free(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund without a preposition is set off by a comma, and so tells what the subject does as well."""
    if not sentence.heads or not gerund(sentence, verb) or sentence.deps[verb] != "advcl":
        return False
    head = sentence.heads[verb]
    return not dependents(sentence, verb, ("mark", "case", "nsubj")) and "," in sentence.forms[
        min(head, verb) : max(head, verb)
    ]


def main_verb(sentence: Sentence, verb: int) -> int:
    """An auxiliary's main verb, which is what the rest of the clause depends on."""
    return sentence.heads[verb] if sentence.heads and sentence.deps[verb] in ("aux", "aux:pass", "cop") else verb


def subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject first; what else the parser took for one is an object. An entity goes before other words, one of the
    verb's own clause before those, in a fixed order one ahead of the verb, and a pronoun that can be nothing else
    before all.
    """
    marks = sentence.grammar.words["possessive_clitics"]
    own = [
        i for i in dependents(sentence, verb, ("nsubj", "nsubj:pass", "nsubj:outer"))
        if all(sentence.lower[case] in marks for case in dependents(sentence, i, ("case",)))
    ]
    only, fixed = sentence.grammar.words["nominative_only"], sentence.grammar.syntax.fixed_order
    objects = [i for i in dependents(sentence, verb, ("obj",)) if sentence.lower[i] in only] if own else []
    return sorted([*own, *objects], key=lambda i: (
        sentence.lower[i] not in only, fixed and i > verb, _apart(sentence, i, verb), i not in sentence.inside
    ))  # fmt: skip


def _apart(sentence: Sentence, index: int, verb: int) -> bool:
    """Whether a word and a verb stand in different clauses; a relative clause between them parts none."""
    first, last = sorted((sentence.clause_of(index), sentence.clause_of(verb)))
    relatives = [clause.kind == "relative" for clause in sentence.clauses[first + 1 : last]]
    return first != last and not (relatives and all(relatives))


def meant(sentence: Sentence, index: int, verb: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause depends on."""
    if sentence.lower[index] in sentence.grammar.words["clausal_relatives"]:
        return []
    if sentence.pos[index] in ("PRON", "DET") and sentence.lower[index] in sentence.grammar.words["relative_pronouns"]:
        at = verb
        for _ in range(STEPS):
            if sentence.deps[at] in ("acl:relcl", "acl") and sentence.heads[at] != at:
                return listed(sentence, [sentence.heads[at]])
            at = sentence.heads[at]
        return []
    return listed(sentence, [index])


def attribute(sentence: Sentence, verb: int) -> bool:
    """``Cosco, sanctioned by Washington, …``: a past participle that depends on a noun, or has an agent."""
    if not sentence.heads or gerund(sentence, verb):
        return False
    return sentence.deps[verb] == "acl" or bool(dependents(sentence, verb, ("obl:agent", "aux:pass", "nsubj:pass")))


def above(sentence: Sentence, head: int) -> int | None:
    """The verb or noun that governs an infinitive or a complement clause, however far off it stands."""
    if not sentence.heads:
        return None
    at = main_verb(sentence, head)
    relation, words = sentence.deps[at], sentence.grammar.words
    opened = [sentence.lower[i] for i in children(sentence, at) if sentence.deps[i] != "det"]
    complement = not words["complementizers"].isdisjoint(opened)
    if relation == "acl:relcl" and complement:  # the notion that Norway banned it: nothing is left for the pronoun
        objects = {sentence.lower[i] for i in dependents(sentence, at, ("obj",))}
        complement = bool(objects - words["relative_pronouns"])
    bare = relation == "acl:relcl" and words["relative_pronouns"].isdisjoint(opened) and _verb_second(sentence, at)
    noun = sentence.pos[sentence.heads[at]] == "NOUN" and bool(subjects(sentence, at)) and (
        bare or (relation in ("acl", "acl:relcl") and complement)
    )
    if relation not in ("xcomp", "ccomp", "csubj") and not noun:
        return None
    governor = sentence.heads[at]
    if sentence.pos[governor] != "ADV":
        return governor
    beside, above = governor - 1, sentence.heads[governor]
    noun = beside >= 0 and sentence.pos[beside] == "NOUN" and sentence.heads[beside] == above
    return beside if noun else above  # keine Belege dafür, dass …


def of_relative(sentence: Sentence, index: int, verb: int) -> bool:
    """``the firm that supplied Iran``: a pronoun that looks like an article, and the verb of its clause."""
    return bool(sentence.heads) and sentence.deps[verb] == "acl:relcl" and sentence.heads[index] == verb and (
        sentence.lower[index] in sentence.grammar.words["relative_pronouns"]
    )


def _verb_second(sentence: Sentence, verb: int) -> bool:
    """``die Meldung, Scholz habe …``: a clause without its opener, whose finite verb is not the last word."""
    last = sentence.last_word(sentence.clauses[sentence.clause_of(verb)], verb)
    finite = min([verb, *dependents(sentence, verb, ("aux", "aux:pass"))])
    return sentence.grammar.syntax.verb_second and finite < max(last, verb)


def circumstance(sentence: Sentence, verb: int) -> bool:
    """``by banning``, ``after meeting``: a gerund that tells how or when another thing was done by the same."""
    words = sentence.grammar.words
    if any(" ".join(sentence.lower[max(verb - n, 0) : verb]) in words["circumstances"] for n in (2, 3)):
        return True  # as well as banning it
    first = sentence.deps[verb] == "advcl" and verb < sentence.heads[verb] if sentence.heads else False
    openers = words["circumstances"] | words["initial_circumstances"] if first else words["circumstances"]
    return any(sentence.lower[i] in openers for i in dependents(sentence, verb, ("mark", "case")))


def auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    """The auxiliaries of a verb; of an auxiliary those of its main verb."""
    return dependents(sentence, main_verb(sentence, verb), ("aux", "aux:pass", "cop")) if sentence.heads else []


def carried(sentence: Sentence, verb: int) -> list[int]:
    """Its auxiliaries, or those of the verb that it goes on with: ``hat Gazprom gewarnt und sanktioniert``."""
    own = auxiliaries(sentence, verb)
    goes_on = bool(sentence.heads) and sentence.deps[verb] == "conj" and not dependents(sentence, verb, ("nsubj",))
    shared = goes_on and verb > sentence.heads[verb] and not any(
        i > verb for i in dependents(sentence, verb, ("obj", "obl"))  # und verhandelt mit Bosch
    )
    return own or (auxiliaries(sentence, sentence.heads[verb]) if shared else [])


def joins_nouns(sentence: Sentence, index: int) -> bool:
    """Whether a conjunction stands between noun phrases (``A und B festgenommen``), not between clauses."""
    if not sentence.heads or sentence.deps[index] != "cc":
        return False
    noun = sentence.heads[index]
    both = {sentence.pos[noun], sentence.pos[sentence.heads[noun]]}
    return sentence.deps[noun] == "conj" and both <= {"NOUN", "PROPN", "PRON"} and not dependents(
        sentence, noun, ("nsubj", "nsubj:pass", "cop", "aux")
    )


def acts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has the subject of an active one."""
    return bool(sentence.heads) and bool(dependents(sentence, verb, ("nsubj",)))


def has_arguments(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a subject, an object or an agent."""
    return bool(sentence.heads) and bool(dependents(sentence, verb, ("nsubj", "nsubj:pass", "obj", "obl:agent")))


def alone(sentence: Sentence, verb: int, *, reflexive: bool) -> bool:
    """Whether a verb has a subject and no object: ``the ambassadors met``, or itself alone: ``sie trafen sich``."""
    themselves, head = sentence.grammar.words["reflexives"], main_verb(sentence, verb)
    objects = {sentence.lower[i] for i in dependents(sentence, head, ("obj", "iobj", "expl", "expl:pv"))}
    return acts(sentence, head) and objects <= themselves and bool(objects) == reflexive


def subjectless(sentence: Sentence, verb: int) -> bool:
    """``companies they said posed a threat``: who does it stands outside, ahead of the verb of speech. ``the idea of
    banning it``: nobody does.
    """
    if not sentence.heads or not sentence.grammar.syntax.fixed_order:
        return False
    if sentence.deps[verb] == "acl" and gerund(sentence, verb) and dependents(sentence, verb, ("mark",)):
        return not subjects(sentence, verb)
    complement = sentence.deps[verb] == "ccomp" and not infinitive(sentence, verb) and not gerund(sentence, verb)
    return complement and not subjects(sentence, verb)


def elsewhere_done(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the agent of another verb."""
    at = outermost(sentence, mention) if sentence.heads else mention.first
    return bool(sentence.heads) and sentence.deps[at] == "obl:agent" and sentence.heads[at] != main_verb(sentence, verb)


def dative(sentence: Sentence, mention: Mention) -> bool:
    """Whether the article of a phrase can be nothing else, or is a plural's where it is no subject's."""
    words, at = sentence.grammar.words, outermost(sentence, mention)
    articles = words["dative_determiners"] - words["genitive_determiners"] | words["accusative_only"]
    return any(sentence.lower[i] in articles for i in dependents(sentence, at, ("det",)))


def receivers(sentence: Sentence, verb: int) -> list[int]:
    """To whom: what the parser says, else what has the article for it; of a verb that takes a dative ``der``, too."""
    words, frames = sentence.grammar.words, sentence.grammar.by_verb.get(whole(sentence, verb), ())
    dative = any("dative" in slots for frame in frames for slots in frame.roles.values())
    given = words["dative_determiners"] | (words["genitive_determiners"] if dative else frozenset())
    return dependents(sentence, verb, ("iobj",)) or [
        i for i in dependents(sentence, verb, ("obl:arg",))
        if any(sentence.lower[article] in given for article in dependents(sentence, i, ("det", "det:poss")))
        and preposition(sentence, i) is None
    ]


def is_subject(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the verb's own subject, not one that it shares or takes over."""
    at = outermost(sentence, mention) if sentence.heads else mention.first
    return bool(sentence.heads) and sentence.deps[at] == "nsubj" and sentence.heads[at] == main_verb(sentence, verb)


def outermost(sentence: Sentence, mention: Mention) -> int:
    """The token of a phrase on which the others depend."""
    inside = range(mention.first, mention.last + 1)
    return next((i for i in inside if sentence.heads[i] not in inside), mention.first)


def is_attribute(sentence: Sentence, mention: Mention) -> bool:
    """``die Lizenz von Intel``: a phrase that belongs to the noun right before it."""
    if not sentence.heads:
        return False
    at = outermost(sentence, mention)
    return sentence.deps[at] == "nmod" and 0 < mention.first - sentence.heads[at] <= BESIDE - 1


def business(sentence: Sentence, mention: Mention) -> bool:
    """Whether a phrase means a firm, a part of one or a stake in one: ``its stake in Opel``, ``seine Chipsparte``."""
    owned = tuple(sentence.grammar.words["firms"] | sentence.grammar.words["holdings"])
    return sentence.lemmas[outermost(sentence, mention) if sentence.heads else mention.last].endswith(owned)


def noun_above(sentence: Sentence, mention: Mention) -> int:
    """What a phrase depends on."""
    return sentence.heads[outermost(sentence, mention)]


def opposed(sentence: Sentence, noun: int) -> bool:
    """``protested against the meeting with Hamas``: who is against it takes no part in it."""
    return bool(sentence.heads) and preposition(sentence, noun) in sentence.grammar.words["opposing"]


def has_owner(sentence: Sentence, noun: int, preposition: str) -> bool:
    """``die Auslieferung von Kurden``: what is definite takes what this preposition joins to it for itself."""
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in dependents(sentence, noun, ("det",))}
    return preposition in words["noun_links"] and sentence.pos[noun] == "NOUN" and bool(articles & words["definite"])


def described(sentence: Sentence, mention: Mention) -> Mention:
    """The phrase whose attribute a nationality is: Chinese providers."""
    head = sentence.heads[mention.last] if sentence.heads else mention.last
    between = range(mention.last + 1, head + 1)
    if mention.entity.label != "NORP" or not 0 < len(between) <= BESIDE or head in sentence.inside or (
        any(sentence.pos[i] not in ("NOUN", "PROPN", "ADJ") for i in between)
    ):
        return mention
    words = " ".join(sentence.forms[mention.first : head + 1])
    entity = Entity(sentence.start(mention.first), sentence.end(head), words, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=entity, last=head, within=mention.entity.label)


def compound(sentence: Sentence, mention: Mention) -> Mention:
    """``UN-Sonderberichterstatter``: who acts is the whole word, not the name in it."""
    end = sentence.end(mention.last)
    if mention.entity.kind != "name" or end - mention.entity.end < 2 or "-" not in sentence.forms[mention.last]:
        return mention
    words = " ".join(sentence.forms[mention.first : mention.last + 1])
    entity = Entity(sentence.start(mention.first), end, words, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=entity, within=mention.entity.label)


def in_subject(sentence: Sentence, index: int, verb: int) -> bool:
    """``Die Übernahme durch einen Investor wurde untersagt``: ahead of the finite verb stands one phrase alone, so that
    what follows the subject there is a part of it.
    """
    finite = min(auxiliaries(sentence, verb), default=verb)
    first = min(subjects(sentence, verb), default=index)
    return sentence.grammar.syntax.verb_second and first < index < finite < verb


def has_agent(sentence: Sentence, verb: int) -> bool:
    agents = sentence.grammar.words["passive_agent"]
    return any(preposition(sentence, i) in agents for i in dependents(sentence, verb, ("obl:agent",)))


def aims(sentence: Sentence, verb: int) -> list[int]:
    """The infinitives that tell what a verb is for, on whichever side of it."""
    below = dependents(sentence, main_verb(sentence, verb), ("advcl", "xcomp")) if sentence.heads else []
    return [i for i in below if infinitive(sentence, i)]


def passive_auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    return dependents(sentence, verb, ("aux:pass",)) if sentence.heads else []


def copular(sentence: Sentence, verb: int) -> bool:
    """``It should be fine``: what is said is a quality."""
    return bool(sentence.heads) and bool(dependents(sentence, main_verb(sentence, verb), ("cop",)))


def adverbial(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's clause only says under which circumstances another holds."""
    return bool(sentence.heads) and sentence.deps[main_verb(sentence, verb)] == "advcl"


def document(sentence: Sentence, head: int) -> Mention | None:
    """The document that an event is told in or that tells it itself: ``In dem Schreiben wurde … gefordert``, ``a report
    which said that …``.
    """
    if not sentence.heads:
        return None
    nouns = tuple(sentence.grammar.words["document_nouns"])
    within = sentence.grammar.syntax.document_preposition
    at = main_verb(sentence, head)
    for step in range(STEPS):
        joined = [i for i in children(sentence, at) if sentence.lemmas[i].endswith(nouns) and sentence.pos[i] == "NOUN"]
        for i in joined:
            subject_of = step == 0 and sentence.deps[i] in ("nsubj", "nsubj:pass")
            if preposition(sentence, i) == within or (subject_of and sentence.pos[head] == "VERB"):
                return mention_at(sentence, i)
        above = sentence.heads[at]
        if above == at:
            break
        if sentence.deps[at] == "acl:relcl" and sentence.lemmas[above].endswith(nouns):
            return mention_at(sentence, above)
        at = above
    return None


def particle(sentence: Sentence, verb: int) -> int | None:
    """The separated prefix of a verb."""
    return next(iter(dependents(sentence, verb, ("compound:prt",))), None) if sentence.heads else None


def whole(sentence: Sentence, verb: int) -> str:
    """The lemma of a verb, with its separated prefix."""
    before = particle(sentence, verb)
    return sentence.lemmas[verb] if before is None else sentence.lower[before] + sentence.lemmas[verb]


def patients(sentence: Sentence, verb: int, *, passive: bool) -> list[int]:
    """What is done to: heads of the object, or of the subject of a passive; a relative pronoun stands for its noun."""
    if not sentence.heads:
        return []
    if passive:
        return subject(sentence, verb)
    objects = [i for i in dependents(sentence, main_verb(sentence, verb), ("obj",)) if i not in sentence.dated]
    objects = objects or dependents(sentence, main_verb(sentence, verb), ("iobj",))  # asked the President to
    objects = objects or [
        i for i in dependents(sentence, main_verb(sentence, verb), ("obl:arg",))
        if any(sentence.lower[det] in sentence.grammar.words["accusative_only"] for det in children(sentence, i))
    ]  # setzte den Netzausrüster ZTE auf die Liste
    if objects:
        return meant(sentence, objects[0], verb)
    bare = sentence.deps[verb] == "acl:relcl" and bool(subjects(sentence, verb)) and not any(
        sentence.lower[i] in sentence.grammar.words["relative_pronouns"] for i in children(sentence, verb)
    )
    return [sentence.heads[verb]] if bare else []  # the legislation we passed


def preposition(sentence: Sentence, index: int) -> str | None:
    for i in dependents(sentence, index, ("case",)):
        found = sentence.grammar.prepositions.get(sentence.lower[i])
        if found:
            return found
    return None


def relatives(sentence: Sentence, index: int) -> set[int]:
    """The verbs of the relative clauses that a token stands in."""
    return {i for i in upward(sentence, index) if sentence.deps[i] == "acl:relcl"}


def tells_who(sentence: Sentence, index: int, verb: int) -> bool:
    """``Scholz, who met Macron, said``: whether a token only says more of a verb's subject."""
    return bool(sentence.heads) and any(
        sentence.deps[i] in ("nsubj", "nsubj:pass") and sentence.heads[i] == verb for i in upward(sentence, index)
    )


def upward(sentence: Sentence, index: int) -> Iterator[int]:
    """A token and those that it depends on, up to the root."""
    yield index
    while sentence.heads[index] != index:
        index = sentence.heads[index]
        yield index


def verb_above(sentence: Sentence, noun: int) -> int | None:
    """The verb whose object or adjunct a noun is: ``Huawei held talks``."""
    at = noun
    for _ in range(STEPS):
        head = sentence.heads[at]
        if head == at:
            return None
        if sentence.pos[head] in ("VERB", "AUX"):
            return head if sentence.deps[at] in ("obj", "obl", "obl:arg", "xcomp") else None
        at = head
    return None


def mention_at(sentence: Sentence, index: int) -> Mention:
    """The mention around a token, else the noun phrase that it heads, without label and id."""
    for number, mention in enumerate(sentence.mentions):
        if mention.first <= index <= mention.last:
            if mention.entity.end < sentence.end(index) and (person := _person_behind(sentence, index, index)):
                return replace(person, first=index, prep=preposition(sentence, index))  # EU-Kommissarin Vera Jourova
            beside = next(iter(sentence.mentions[number + 1 : number + 2]), mention)
            if mention.entity.kind != "nominal" or beside.entity.kind != "name" or beside.first != mention.last + 1 or (
                all(sentence.heads[i] != index or sentence.deps[i] not in NAMING
                    for i in range(beside.first, beside.last + 1))
            ):
                return _by_name(sentence, mention)
            entity = replace(beside.entity, start=mention.entity.start)  # the drone maker DJI
            return replace(mention, entity=entity, last=beside.last)
    first, last = _phrase(sentence, index)
    above = sentence.heads[index]
    first = next((i + 1 for i in range(index - 1, first - 1, -1) if i == above or _ends_phrase(sentence, i)), first)
    last = next((i - 1 for i in range(index + 1, last + 1) if i == above or _ends_phrase(sentence, i)), last)
    if sentence.forms[first] in QUOTES and QUOTES.isdisjoint(sentence.forms[first + 1 : last + 1]):
        first += 1  # „Die Durchsetzung der Sanktionen muss …“
    if first < index and sentence.lower[first] in sentence.grammar.words["complementizers"] and (
        sentence.clauses[sentence.clause_of(first)].first == first
    ):
        first += 1  # fear that providers may …: the parser takes "that" for an article
    for child in dependents(sentence, index, NAMING):
        name = next((m for m in sentence.mentions if m.first <= child <= m.last), None)
        reach = BESIDE if name and name.entity.label == "PERSON" else 1
        if name and name.entity.kind == "name" and 0 < name.first - last <= reach and not any(
            sentence.pos[i] == "PUNCT" for i in range(last, name.first)
        ):  # the President of Panama Juan Carlos Varela, the drone maker DJI
            entity = replace(name.entity, start=sentence.start(first))
            return replace(name, entity=entity, first=first, prep=preposition(sentence, index))
    if sentence.pos[index] == "NOUN" and (name := _person_behind(sentence, index, last)):
        return replace(name, first=first, prep=preposition(sentence, index))
    proper = all(sentence.pos[i] == "PROPN" for i in range(first, last + 1)) or (
        first == last and _unknown(sentence, index)
    )
    names = [
        m.entity for m in sentence.mentions if first <= m.first and m.last <= last
        and ((m.first < index and not _of_participle(sentence, m, index))
             or (m.bare and index in sentence.heads[m.first : m.last + 1]))
    ]  # the police force, the newspaper Le Monde; but a decision of the paper is not the paper
    inside = names[0].label if names else ""
    kind = "pronoun" if sentence.pos[index] == "PRON" else "nominal"
    words = " ".join(sentence.forms[first : last + 1])
    entity = Entity(sentence.start(first), sentence.end(last), words, "", kind)  # type: ignore[arg-type]
    return Mention(entity, first, last, preposition(sentence, index), False, None, False, inside, proper)


def _unknown(sentence: Sentence, index: int) -> bool:
    """``kaufte Varian``: a noun without an article that no dictionary has, nor any noun that it may be made of, is a
    name, whatever the parser takes it for.
    """
    form, grammar = sentence.forms[index], sentence.grammar
    return sentence.pos[index] == "NOUN" and grammar.syntax.nouns_capitalised and form.isalpha() and (
        form[:1].isupper()
    ) and not any(is_word(form[at:].capitalize(), grammar.lang) for at in range(max(len(form) - SHORTEST + 1, 1)))


def _person_behind(sentence: Sentence, head: int, last: int) -> Mention | None:
    """The one person whose name stands in apposition to a noun whose phrase ends with ``last``. ``the wife of the
    president, Asif Ali Zardari`` may be either, as no office may.
    """
    if sentence.lemmas[head] in sentence.grammar.words["relations"] and any(
        sentence.pos[i] == "NOUN" and i > head and all(
            m.entity.label == PERSON for m in sentence.mentions if m.first <= i <= m.last and m.first > head
        ) for i in dependents(sentence, head, ("nmod",))
    ):
        return None
    for child in dependents(sentence, head, ("appos",)):
        name = next((m for m in sentence.mentions if m.first <= child <= m.last), None)
        if name and name.entity.kind == "name" and name.entity.label == PERSON and name.first > last and not (
            dependents(sentence, child, ("conj",))
        ):
            return name
    return None


def _by_name(sentence: Sentence, mention: Mention) -> Mention:
    """``The chief executive, Tim Cook``, ``Der Chef des Konzerns, Tim Cook``: the person, by name, whose office
    stands before. An attribute that a list goes on with (``of Japan and Britain``) is whole.
    """
    if mention.entity.kind != "nominal" or mention.entity.label != PERSON:
        return mention
    head = outermost(sentence, mention)
    if name := _person_behind(sentence, head, mention.last):
        return replace(name, first=mention.first, prep=mention.prep)
    last = max((
        m.last for i in range(mention.first, mention.last + 1) if i != head
        for other in dependents(sentence, i, ("conj",)) for m in sentence.mentions
        if m.first == other == mention.last + 2 and sentence.deps[other - 1] == "cc"
    ), default=mention.last)
    if last == mention.last:
        return mention
    words = " ".join(sentence.forms[mention.first : last + 1])
    return replace(mention, entity=replace(mention.entity, end=sentence.end(last), text=words), last=last)


def _of_participle(sentence: Sentence, mention: Mention, noun: int) -> bool:
    """``die von London verhängten Sanktionen``: who did something to what the phrase names is not what it names."""
    above = sentence.heads[outermost(sentence, mention)]
    return above != noun and sentence.deps[above] == "amod" and mention.prep is not None


def _ends_phrase(sentence: Sentence, index: int) -> bool:
    """A colon, a dash, or a verb with a subject of its own: wherever the parser hung it, a noun phrase ends there."""
    if sentence.forms[index] in BREAKS:
        return True
    return sentence.pos[index] in ("VERB", "AUX") and bool(subjects(sentence, main_verb(sentence, index)))


def _phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token of a noun phrase without relative clauses, appositions and coordinated phrases."""
    first = last = index
    for child in children(sentence, index):
        if sentence.deps[child] in _OUTSIDE or sentence.pos[child] == "PUNCT":
            continue
        a, b = _phrase(sentence, child)
        if sentence.deps[child] in ("nmod", "nmod:poss", "nmod:desc") and child > index:
            a = min([a, *dependents(sentence, child, ("case",))])
        first, last = min(first, a), max(last, b)
    return first, last
