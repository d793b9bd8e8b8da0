"""Who acts and who is acted upon: the subject of a verb, said again or not, and its object."""

from __future__ import annotations

from dataclasses import replace

from depesche.events import phrases
from depesche.events.sentence import Mention, Sentence
from depesche.events.syntax import (
    NOMINAL,
    STEPS,
    attributed,
    children,
    circumstance,
    dependents,
    gerund,
    infinitive,
    listed,
    main_verb,
    meant,
    passive_auxiliaries,
    plural,
    preposition,
    subjects,
    verb_above,
    wanted,
    whole,
)

PARTIES = ("PERSON", "ORG", "GPE")


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
    done_to = to_act and bool(passive_auxiliaries(sentence, verb))  # the firms to be sold
    if relation == "acl" and sentence.pos[head] in NOMINAL and (done_to or not to_act):
        return _described(sentence, head, verb, steps)
    if relation == "conj":
        return [] if sentence.pos[head] in NOMINAL - {"ADJ"} else subject(sentence, head, steps - 1)
    if sentence.deps[head] == "ccomp" and sentence.pos[head] == "ADJ" and free(sentence, verb):
        return subject(sentence, sentence.heads[head], steps - 1)  # said that it was wrong, urging them to stop
    governed = relation in ("xcomp", "advcl") or (relation in ("ccomp", "parataxis") and to_act)
    governed = (governed and not _finite(sentence, verb)) or (relation == "ccomp" and gerund(sentence, verb))
    bare = sentence.lower[verb] == sentence.lemmas[verb] or wanted(sentence, verb) is not None
    dependent = bare or to_act or gerund(sentence, verb)
    beside = relation == "parataxis" and not dependent and head < verb and (
        sentence.forms[verb - 1] == "," and sentence.lower[verb] not in sentence.grammar.words["conditional_openers"]
    )  # Macron calls Putin, urges a ceasefire
    if not beside and asks(sentence, head, verb) and (
        relation in ("ccomp", "csubj", "parataxis") or (relation in ("xcomp", "advcl") and dependent)
    ):
        return _asked(sentence, head, steps)
    proud = relation == "csubj" and to_act and sentence.pos[head] == "ADJ" and bool(subjects(sentence, head))
    return subject(sentence, head, steps - 1) if governed or beside or proud else []


def _described(sentence: Sentence, noun: int, verb: int, steps: int) -> list[int]:
    """Who acts in a participle that a noun takes: ``companies exporting chips``; but ``wrote to the officials urging
    them`` to act, who do not urge themselves.
    """
    others = sentence.grammar.words["accusative_only"]
    if any(sentence.lower[i] in others for i in dependents(sentence, verb, ("obj", "iobj"))):
        above = verb_above(sentence, noun)
    elif (above := writing(sentence, noun, verb)) is None and not _set_off(sentence, noun, verb):
        return listed(sentence, [noun])
    above = above if above is not None else verb_above(sentence, noun)
    return subject(sentence, above, steps - 1) if above is not None else []


def _set_off(sentence: Sentence, noun: int, verb: int) -> bool:
    """``confirmed its commitment to the deal, urging Washington to …``: a gerund of speech behind a comma tells what
    the subject does as well, where the noun before it is nobody.
    """
    speaks = any(frame.speaks for frame in sentence.grammar.by_verb.get(sentence.lemmas[verb], ()))
    nobody = phrases.mention_at(sentence, noun).entity.label not in PARTIES
    return speaks and nobody and gerund(sentence, verb) and sentence.forms[verb - 1] == "," and not (
        dependents(sentence, verb, ("mark", "nsubj")))


def writing(sentence: Sentence, noun: int, verb: int) -> int | None:
    """``sent a letter to his colleagues urging support``, ``wrote to the banks asking for details``: the verb of
    writing whose subject says what the letter does; a letter that nobody is said to write says it itself. ``issued an
    order requiring it to sell``: whoever gives an order does what it says.
    """
    words, above = sentence.grammar.words, verb_above(sentence, noun)
    if above is None or not gerund(sentence, verb) or dependents(sentence, verb, ("mark", "nsubj")):
        return None
    orders = sentence.lemmas[noun] in words["orders"] and sentence.deps[noun] == "obj"
    speaks = any(frame.speaks for frame in sentence.grammar.by_verb.get(sentence.lemmas[verb], ()))
    if passive_auxiliaries(sentence, above) or not subjects(sentence, above):
        return None
    top = noun
    while sentence.heads[top] != above and sentence.heads[top] != top:
        top = sentence.heads[top]
    objects = dependents(sentence, above, ("obj",))
    letter = any(sentence.lemmas[i].endswith(tuple(words["document_nouns"])) for i in (noun, *objects))
    writes = orders or (speaks and (letter or sentence.lemmas[above] in words["writing"]))
    return above if writes and sentence.deps[top] in ("obj", "obl", "iobj") else None


def _finite(sentence: Sentence, verb: int) -> bool:
    """``nachdem Spanien Ghali empfangen hatte``: a finite clause has a subject of its own, even where the parser finds
    none; an "es" may stand for that of the verb around it.
    """
    opened = sentence.grammar.syntax.infinitive_clauses and sentence.deps[verb] == "advcl" and bool(
        dependents(sentence, verb, ("mark",))
    )
    return opened and not infinitive(sentence, verb) and not dependents(sentence, verb, ("expl",))


def stand_in(sentence: Sentence) -> None:
    """Tells of each pronoun by which a speaker with an id speaks of itself who that is: the words stay its own."""
    words = sentence.grammar.words
    forms = words["itself"] | words["himself"] | sentence.grammar.agreeing.keys()
    for index, form in enumerate(sentence.lower):
        if form not in forms or sentence.deps[index] not in ("nsubj", "nsubj:pass"):
            continue
        speaker = _speaker_itself(sentence, index, sentence.heads[index])
        who = phrases.mention_at(sentence, speaker[0]) if speaker else None
        if who is not None and who.entity.entity_id:
            _mean(sentence, index, who)


def _mean(sentence: Sentence, pronoun: int, who: Mention) -> None:
    start, end = sentence.starts[pronoun], sentence.ends[pronoun]
    entity = replace(who.entity, start=start, end=end, text=sentence.forms[pronoun])
    own = Mention(entity, pronoun, pronoun, None, False, None, False, who.within, who.proper)
    others = [m for m in sentence.mentions if not m.first <= pronoun <= m.last]
    sentence.mentions = sorted([*others, own], key=lambda m: m.first)
    sentence.inside |= {pronoun}


def _speaker_itself(sentence: Sentence, pronoun: int, verb: int) -> list[int]:
    """``Siemens said it would buy …``, ``Die Regierung sagte, sie werde …``: a speaker that is no person speaks of
    itself, where nothing else is meant.
    """
    above, form = speech(sentence, verb, avowals=True), sentence.lower[pronoun]
    if above is not None and (person := _person_itself(sentence, pronoun, above)):
        return person
    gendered = form in sentence.grammar.agreeing and not passive_auxiliaries(sentence, verb)
    if above is None or sentence.deps[pronoun] == "expl" or not (
        gendered or form in sentence.grammar.words["itself"]
    ):
        return []
    resolved = any(m.first <= pronoun <= m.last and m.entity.entity_id for m in sentence.mentions)
    speaker = listed(sentence, subjects(sentence, above)[:1])
    party = len(speaker) == 1 and speaker[0] < pronoun and (
        phrases.mention_at(sentence, speaker[0]).entity.label in ("ORG", "GPE")
    )
    return speaker if party and not resolved and _agree(sentence, pronoun, speaker[0]) else []


def _person_itself(sentence: Sentence, pronoun: int, above: int) -> list[int]:
    """``An officer said he could not comment``: somebody without a name, where nobody else is spoken of before."""
    words = sentence.grammar.words
    speaker = subjects(sentence, above)[:1]
    if sentence.lower[pronoun] not in words["himself"] or not speaker or not speaker[0] < pronoun:
        return []
    who = phrases.mention_at(sentence, speaker[0])
    before = [m for m in sentence.mentions if m.entity.label == phrases.PERSON and m.first < pronoun]
    alone = all(who.first <= m.first <= who.last for m in before) and not dependents(sentence, speaker[0], ("conj",))
    nobody = who.entity.kind == "nominal" and who.entity.label == phrases.PERSON
    return speaker if nobody and alone and plural(sentence, sentence.heads[pronoun]) == plural(sentence, above) else []


def speech(sentence: Sentence, verb: int, *, avowals: bool = False) -> int | None:
    """The verb of speech that a verb's clause is the complement of: ``teilte mit, es …``, ``gab bekannt, dass …``.

    :param avowals: also one that denies, admits or confirms it.
    """
    at = sentence.heads[verb]
    if sentence.deps[at] == "xcomp" and sentence.pos[at] == "ADJ":
        at = sentence.heads[at]
    words = sentence.grammar.words
    said = words["speech"] | words["avowals"] if avowals else words["speech"]
    says = said & {sentence.lemmas[at], sentence.joined(at)}
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
        noun < m.first < pronoun and m.entity.label == phrases.PERSON for m in sentence.mentions
    )
    fits = bool(articles & told) if articles else bare
    return fits and not person and plural(sentence, sentence.heads[pronoun]) == plural(sentence, sentence.heads[noun])


def _subject_beside(sentence: Sentence, noun: int, verb: int, steps: int) -> list[int]:
    """Who acts in a gerund that a noun takes: ``discussed the idea of banning it``; but ``sentenced him to a fine for
    exporting arms``.
    """
    owners = [i for i in dependents(sentence, noun, ("nmod:poss",)) if sentence.pos[i] in ("NOUN", "PROPN")]
    if owners:
        return listed(sentence, owners[:1])  # in response to the ministry's announcement of adding it
    above = verb_above(sentence, noun)
    if above is None:
        return []
    if asks(sentence, above, verb):
        return _asked(sentence, above, steps)  # accuses the group of having supplied arms
    return subject(sentence, above, steps - 1) if sentence.deps[noun] == "obj" else []


def _asked(sentence: Sentence, verb: int, steps: int) -> list[int]:
    """Who is to act where somebody is urged, forced or allowed to."""
    asked = [*dependents(sentence, verb, ("obj", "iobj")), *subjects(sentence, verb)[1:]]
    told = ("obl", "obl:arg", "obl:agent") if passive_auxiliaries(sentence, verb) else ("obl", "obl:arg")
    asked = asked or [  # half Russland, die Sanktionen zu umgehen; ihm wird vorgeworfen, sie umgangen zu haben
        i for i in dependents(sentence, verb, told)
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
    if sentence.deps[verb] not in ("acl", "advcl", "xcomp", "ccomp") or (
        not infinitive(sentence, verb)
    ):
        return None
    words, head = sentence.grammar.words, sentence.heads[verb]
    own, holding = dependents(sentence, verb, ("mark", "advmod")), tuple(words["permissions"] | words["offers"])
    if any(sentence.lower[i] in words["purpose_openers"] | words["indirect_questions"] for i in own):
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
    while before not in nouns and sentence.deps[before] in ("nmod", "conj", "flat") and sentence.heads[before] < before:
        before = sentence.heads[before]  # the licences of Intel and Qualcomm to ship it
    return before if before in nouns else None


def _holder(sentence: Sentence, noun: int, steps: int) -> list[int]:
    """Who has a licence, a right, a plan: its owner, or who is given it or deprived of it; the subject of the verb
    around it only where that disposes of nothing that is another's.
    """
    words = sentence.grammar.words
    owners = [
        i for i in dependents(sentence, noun, ("nmod:poss", "nmod", "compound")) if sentence.pos[i] in ("NOUN", "PROPN")
        and preposition(sentence, i) in {None, *words["noun_links"], *words["passive_agent"]} and i in sentence.inside
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
    offers = tuple(words["offers"])
    if whole(sentence, verb) in words["receiving"] and sentence.lemmas[noun].endswith(offers):
        return []  # received an offer to take it private
    if not passive and not own and whole(sentence, verb) in words["disposing"]:
        return []
    if not acting and noun in subjects(sentence, verb):
        return []  # the decision to fine them was upheld, fell on Monday
    return subject(sentence, verb, steps - 1) if acting or not passive else []


def owners(sentence: Sentence, owner: Mention) -> list[Mention]:
    """``Siemens zog sein Angebot zurück``, ``A and B called off their merger``: who is meant by a possessive: the
    subject of the verb that governs what is owned, where nobody else may be; none where another may (``rejected its
    offer``).
    """
    words, at = sentence.grammar.words, owner.first
    meant_by = {p for p, forms in sentence.grammar.owning.items() if sentence.lower[at] in forms}
    if not meant_by or not phrases.possessive(sentence, owner) or (at and sentence.forms[at][:1].isupper()):
        return []
    verb = verb_above(sentence, sentence.heads[at])
    if verb is None or passive_auxiliaries(sentence, verb) or not words["judging"].isdisjoint({
        sentence.lemmas[verb], whole(sentence, verb), sentence.joined(verb)
    }):
        return []
    acting = subject(sentence, verb)
    if not acting or any(sentence.pos[i] not in ("NOUN", "PROPN") for i in acting):
        return []
    if sentence.deps[acting[0]] not in ("nsubj", "nsubj:pass") and not phrases.party(sentence, acting[0]):
        return []  # no sign of Russia ending its deliveries
    found = [phrases.mention_at(sentence, i) for i in acting]
    between = range(max(m.last for m in found) + 1, at)
    if any(m.first in between and m.entity.label in PARTIES for m in sentence.mentions):
        return []
    several = len(found) > 1 or plural(sentence, verb)
    return found if any(_means(sentence, p, acting[0], several=several) for p in meant_by) else []


def _means(sentence: Sentence, pronoun: str, noun: int, *, several: bool) -> bool:
    """Whether a pronoun could stand for a noun: by number, by its article where that tells a gender, else by whether it
    is a person.
    """
    words, told = sentence.grammar.words, sentence.grammar.agreeing.get(pronoun)
    if several:
        return pronoun in words["themselves"]
    if told is not None:
        articles = {sentence.lower[i] for i in dependents(sentence, noun, ("det", "det:poss"))}
        return bool(articles & told) or not articles
    who = phrases.mention_at(sentence, noun).entity
    person = who.label == phrases.PERSON and (who.kind == "name" or pronoun not in words["themselves"])
    return person == (pronoun in words["himself"])


def own_act(sentence: Sentence, verb: int) -> bool:
    """``stopped selling``, ``helped sell``: without an object what a verb ends or tells as a fact is its subject's."""
    kinds = sentence.governs(verb)
    return sentence.lemmas[verb] in sentence.grammar.words["factive"] or not kinds.isdisjoint({"ceased", "asserted"})


def asks(sentence: Sentence, governor: int, verb: int) -> bool:
    """Whether the object of a governor is the one who acts in an infinitive or gerund, not in one that only follows or
    comes first: ``condemned Iran, sanctioning three generals``.
    """
    words = sentence.grammar.words
    if free(sentence, verb):
        return False
    if sentence.grammar.syntax.fixed_order and sentence.deps[verb] == "xcomp" and not infinitive(sentence, verb) and (
        sentence.lower[verb] == sentence.lemmas[verb] and dependents(sentence, governor, ("obj",))
    ):
        return True  # made Poland deliver them, saw Poland deliver them
    control = words["object_control"] | words["gerund_control"] if gerund(sentence, verb) else words["object_control"]
    return bool(control & {sentence.lemmas[governor], sentence.joined(governor)}) or _held_for(sentence, governor, verb)


def _held_for(sentence: Sentence, governor: int, verb: int) -> bool:
    """``docked Everton ten points for breaking the rules``: what somebody else is dealt with for is that one's deed."""
    if not gerund(sentence, verb) or passive_auxiliaries(sentence, governor):
        return False
    grounds = any(sentence.lower[i] in sentence.grammar.words["grounds"] for i in dependents(sentence, verb, ("mark",)))
    dealt = dependents(sentence, governor, ("obj", "iobj"))
    return grounds and any(phrases.mention_at(sentence, i).entity.label in PARTIES for i in dealt)


def free(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund without a preposition is set off by a comma, and so tells what the subject does as well."""
    if not gerund(sentence, verb) or sentence.deps[verb] != "advcl":
        return False
    head = sentence.heads[verb]
    return not dependents(sentence, verb, ("mark", "case", "nsubj")) and "," in sentence.forms[
        min(head, verb) : max(head, verb)
    ]


def receivers(sentence: Sentence, verb: int) -> list[int]:
    """To whom: what the parser says, else what has the article for it; of a verb that takes a dative ``der``, too."""
    words, frames = sentence.grammar.words, sentence.grammar.by_verb.get(whole(sentence, verb), ())
    dative = any("dative" in slots for frame in frames for slots in frame.roles.values())
    given = words["dative_determiners"] | (words["genitive_determiners"] if dative else frozenset())
    return dependents(sentence, verb, ("iobj",)) or [
        i for i in dependents(sentence, verb, ("obl:arg",))
        if preposition(sentence, i) is None and (
            any(sentence.lower[article] in given for article in dependents(sentence, i, ("det", "det:poss")))
            or dependents(sentence, i, ("nmod:poss",))  # erteilte Trumps Plänen eine Absage
        )
    ]


def patients(sentence: Sentence, verb: int, *, passive: bool) -> list[int]:
    """What is done to: heads of the object, or of the subject of a passive; a relative pronoun stands for its noun."""
    if passive:
        noun = attributed(sentence, verb)
        return subject(sentence, verb) if noun is None else listed(sentence, [noun])
    objects = [i for i in dependents(sentence, main_verb(sentence, verb), ("obj",)) if i not in sentence.dated]
    objects = objects or dependents(sentence, main_verb(sentence, verb), ("iobj",))  # asked the President to
    objects = objects or [
        i for i in dependents(sentence, main_verb(sentence, verb), ("obl:arg",))
        if any(sentence.lower[det] in sentence.grammar.words["accusative_only"] for det in children(sentence, i))
    ]  # setzte den Netzausrüster ZTE auf die Liste
    if objects:
        return meant(sentence, objects[0], verb)
    bare = sentence.deps[verb] == "acl:relcl" and bool(subjects(sentence, verb)) and not any(
        sentence.lower[i] in sentence.grammar.words["relative_pronouns"]
        for noun in (verb, *subjects(sentence, verb)) for i in children(sentence, noun)
    )  # the bank whose chief criticised Oslo
    head = sentence.heads[verb]
    cleft = sentence.deps[verb] == "acl:relcl" and bool(subjects(sentence, verb)) and head in sentence.named and any(
        sentence.lower[i] in sentence.grammar.words["itself"] for i in dependents(sentence, head, ("expl",))
    )  # It was Huawei that Sweden banned
    return [head] if bare or cleft else []  # the legislation we passed
