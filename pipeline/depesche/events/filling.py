"""Which phrases fill the slots of a trigger: its subject, its object, what its prepositions govern."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from depesche.events import actors, grounds, phrases, standing, syntax
from depesche.events.sentence import Mention, Sentence

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger

NEAR_NUMBER = 3
"""How far before its currency a number may stand, in tokens: 1.5 billion US dollars."""


def fillers(sentence: Sentence, trigger: Trigger, slot: str, used: Collection[int] = ()) -> list[Mention]:
    """The phrases in a slot of a trigger, coordinated ones one by one; none where the sentence has no syntax.

    :param used: where those begin that fill a role already, so that a preposition may join another.
    """
    if slot in ("clause", "cause"):
        return [phrases.clause(sentence, i) for i in _clauses(sentence, trigger, slot)]
    if slot == "ground":
        return grounds.find(sentence, trigger)
    words = sentence.grammar.words
    nothing = words["reflexives"] - words["first_person"] | words["complementizers"] - words["relative_pronouns"]
    found: dict[int, Mention] = {}
    begun: int | None = None
    for i in _positions(sentence, trigger, slot, used):
        own = i in trigger.tokens and slot not in ("companion", "sum")
        if own or sentence.lower[i] in nothing or (i in sentence.dated and slot != "companion"):
            continue
        mention = _ahead_of(sentence, phrases.mention_at(sentence, i), i, trigger)
        if slot == "sum" and i < trigger.head <= mention.last:
            mention = phrases.sum_alone(sentence, mention, i)
        if trigger.head < i and syntax.attributed(sentence, trigger.head) == i:
            mention = phrases.behind(sentence, mention, trigger.head)
        if syntax.cut_off(sentence, i):
            begun = mention.first if begun is None else begun
            continue
        if begun is not None:
            mention, begun = phrases.from_first(sentence, mention, begun), None
        if slot == "genitive" and mention.first <= trigger.head <= mention.last:
            continue  # Ihren Brief
        clauses = _meant_by_it(sentence, trigger, i) if slot == "object" else []
        found.update({m.first: m for m in clauses or (mention, *phrases.instances(sentence, i, mention))})
    whole = list(found.values())
    return [m for m in whole if not any(
        n.first < m.first and m.last == n.last and m.entity.text == n.entity.text for n in whole  # the bank UBS
    )]


def _meant_by_it(sentence: Sentence, trigger: Trigger, index: int) -> list[Mention]:
    """``lehnte es ab, sich zu äußern``: the clause that an object only announces."""
    grammar = sentence.grammar
    if not grammar.syntax.infinitive_clauses or sentence.lower[index] not in grammar.words["itself"]:
        return []
    return [phrases.clause(sentence, at) for at in _clauses(sentence, trigger, "clause") if at > index]


def _ahead_of(sentence: Sentence, mention: Mention, index: int, trigger: Trigger) -> Mention:
    """``lehnte Angaben zu den Details ab, die …``: a phrase ends before a word of the trigger behind its head."""
    nouns = ("NOUN", "PROPN", "NUM")
    behind = [i for i in trigger.tokens if index < i <= mention.last and sentence.pos[i] not in nouns]
    end = min(behind, default=None)
    if end is None or mention.entity.kind == "name":
        return mention
    text = " ".join(sentence.forms[mention.first : end])
    return replace(mention, entity=replace(mention.entity, end=sentence.ends[end - 1], text=text), last=end - 1)


def allies(sentence: Sentence, trigger: Trigger, targets: Sequence[Mention]) -> list[Mention]:
    """``Together with Greenpeace, Denmark called on …``: who acts with the subject. Where it is done to a party, they
    may be as well another one of those (``Along with Iran, the EU sanctioned Belarus``), unless they stand between the
    subject and the verb, or the words are of those who act (``jointly with``).

    :param targets: to whom it is done.
    """
    if not trigger.verbal:
        return []
    verb = syntax.main_verb(sentence, trigger.head)
    joint = sentence.grammar.words["jointly"]
    patients = [i for i in syntax.dependents(sentence, verb, ("obj", "iobj")) if (
        phrases.mention_at(sentence, i).entity.label in actors.PARTIES)]
    patients += [m.first for m in targets if m.prep is None and m.entity.label in actors.PARTIES]
    patients = patients if trigger.voice == "active" else []
    together = [
        sentence.heads[case] for case in range(min(patients, default=len(sentence))) if sentence.deps[case] == "case"
        and joint & set(sentence.lower[max(case - 1, 0) : case + 1])
        and next((i for i in syntax.upward(sentence, case) if sentence.pos[i] == "VERB"), None) == verb
        and not (patients and _beside_patient(sentence, case, verb, min(patients)))
    ]
    found = [phrases.mention_at(sentence, i) for i in syntax.listed(sentence, together[:1])]
    return [m for m in found if m.entity.label in actors.PARTIES]


def written_to(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    """``sent a letter to his colleagues urging support``, ``wrote to the banks and asked for details``, ``forderte in
    einem Brief an ihn …``: whoever a letter goes to is asked for what it asks for.
    """
    words = sentence.grammar.words
    verb = syntax.main_verb(sentence, trigger.head)
    if not trigger.frame.speaks:
        return []
    writes = _writing(sentence, verb)
    to = [i for i in syntax.dependents(sentence, writes, ("obl", "obl:arg")) if i < verb] if writes is not None else [
        i for letter in syntax.dependents(sentence, verb, ("obl",))
        if sentence.lemmas[letter].endswith(tuple(words["letter_nouns"]))
        for i in syntax.dependents(sentence, letter, ("nmod",))
    ]
    to = [i for i in to if syntax.preposition(sentence, i) in words["sent_to"] and i not in sentence.dated]
    return [phrases.mention_at(sentence, i) for i in syntax.listed(sentence, to[:1])]


def _writing(sentence: Sentence, verb: int) -> int | None:
    """The verb of writing whose subject goes on with another."""
    above = sentence.heads[verb]
    if above == verb:
        return None
    if sentence.deps[verb] == "acl":
        return actors.writing(sentence, above, verb)
    goes_on = sentence.deps[verb] in ("conj", "advcl", "xcomp") and not syntax.subjects(sentence, verb)
    return above if goes_on and sentence.lemmas[above] in sentence.grammar.words["writing"] else None


def _beside_patient(sentence: Sentence, case: int, verb: int, patient: int) -> bool:
    """Whether those whom a preposition joins may be acted on with a party that stands behind them."""
    words = sentence.grammar.words
    if any(sentence.lower[i] in words["likewise"] for i in range(case, patient)):
        return True  # gemeinsam mit Huawei auch ZTE
    before = sentence.lower[max(case - 1, 0) : case + 1]
    acting = any(i < case for i in syntax.subjects(sentence, verb)) and case < verb
    return words["jointly"].isdisjoint(set(before) - words["alongside"]) and not acting


def way(sentence: Sentence, mention: Mention, trigger: int) -> str:
    """The relations from the head of a mention up to the trigger, or to the root: ``Huawei <nsubj:pass- added``."""
    inside = range(mention.first, mention.last + 1)
    at = next((i for i in inside if sentence.heads[i] not in inside or sentence.heads[i] == i), mention.first)
    steps = [sentence.forms[at]]
    while at != trigger and sentence.heads[at] != at:
        steps.append(f"<{sentence.deps[at]}- {sentence.forms[sentence.heads[at]]}")
        at = sentence.heads[at]
    return " ".join(steps)


def _positions(sentence: Sentence, trigger: Trigger, slot: str, used: Collection[int]) -> list[int]:
    head = syntax.main_verb(sentence, trigger.head)
    if slot in _BY_ROLE:
        return _BY_ROLE[slot](sentence, trigger, head)
    if slot in ("subject", "object", "dative", "genitive", "compound"):
        return (_of_noun if trigger.voice == "nominal" else _of_verb)(sentence, trigger, head, slot)
    own = [i for i in _own(sentence, trigger) if i in trigger.tokens or not phrases.has_owner(sentence, i, slot)]
    if trigger.voice == "nominal" and slot in sentence.grammar.words["passive_agent"]:
        # the arrest was condemned by Amnesty
        own = [i for i in own if i != sentence.heads[trigger.head] or sentence.pos[i] == "NOUN"]
    words = sentence.grammar.words
    if trigger.voice == "nominal" and slot not in words["noun_links"]:  # Sanktionen der USA gegen Banken
        own += [i for i in _genitive(sentence, trigger.head) if sentence.pos[i] == "PROPN" and i > trigger.head]
    # sold his stake in Puma in May: what depends on the noun goes before what depends on the verb
    own.sort(key=lambda i: (i not in trigger.tokens, sentence.pos[i] != "NOUN"))
    found = _governed(sentence, own, slot, used)
    if trigger.frame.speaks and trigger.voice == "active" and slot in words["noun_links"] & words["passive_agent"]:
        found = [i for i in found if sentence.heads[i] in trigger.tokens or not phrases.of_what_is_asked(sentence, i)]
    return syntax.listed(sentence, found)


def _companion(sentence: Sentence, trigger: Trigger, head: int) -> list[int]:
    nouns = [i for i in trigger.tokens if i != head and sentence.pos[i] in ("NOUN", "PROPN")]
    # wegen Mordes und Brandstiftung
    nouns = [sentence.heads[i] if sentence.deps[i] == "conj" else i for i in nouns]
    held = [sentence.heads[i] for i in nouns[:1] if sentence.deps[i] == "nmod"]  # a letter of intent
    whole = [i for i in held if sentence.lemmas[i] in sentence.grammar.words["containers"]]
    counted = [i - 1 for i in trigger.tokens if i != head and i and sentence.pos[i - 1] == "NOUN" and (
        syntax.dependents(sentence, i - 1, ("nummod",)))]  # zu elf Jahren Gefängnis
    return syntax.listed(sentence, whole or counted[:1] or nouns[:1])


def _aim(sentence: Sentence, trigger: Trigger, head: int) -> list[int]:
    return [i for at in trigger.tokens if at != head for i in actors.patients(sentence, at, passive=False)]


def _taker(sentence: Sentence, trigger: Trigger, head: int) -> list[int]:
    if not _taken(sentence, head):
        return []
    verb, found = syntax.verb_above(sentence, head), _of_noun(sentence, trigger, head, "subject")
    if verb is None or not standing.carries_on(sentence, verb):
        return found
    return [i for i in found if phrases.party(sentence, i)]  # the storm slowed deliveries


def _taken(sentence: Sentence, noun: int) -> bool:
    """``made a bid``, ``abandoned plans for a merger``, ``Pläne zur Übernahme``; not ``seeks alternatives to the bid``,
    and nothing that is only beside what is done: ``The step was completed with the merger``.
    """
    verb = syntax.verb_above(sentence, noun)
    done = set() if verb is None else {syntax.whole(sentence, verb), sentence.joined(verb)}
    if verb is None or (sentence.grammar.words["takes"].isdisjoint(done) and not standing.carries_on(sentence, verb)):
        return False
    if sentence.deps[noun] not in ("obj", "conj") and syntax.passive_auxiliaries(sentence, verb):
        return False
    above = sentence.heads[noun]
    return sentence.pos[above] != "NOUN" or "intended" in sentence.governs(above) or (
        syntax.preposition(sentence, noun) not in sentence.grammar.words["apart"])


def _undergoer(sentence: Sentence, noun: int) -> list[int]:
    """``Apple is under investigation``, ``Apple is the subject of an inquiry``, ``firms subject to sanctions``, ``Apple
    steht unter Beobachtung``.
    """
    words = sentence.grammar.words
    if sentence.deps[noun] == "conj" and syntax.preposition(sentence, noun) is None:
        noun = sentence.heads[noun]  # subject to a travel ban and an asset freeze
    above = sentence.heads[noun]
    if syntax.preposition(sentence, noun) in words["undergoing"]:
        if sentence.deps[noun] == "nmod":
            return syntax.listed(sentence, [above])  # firms under investigation
        verb = noun if syntax.copular(sentence, noun) else syntax.verb_above(sentence, noun)
        verb = above if verb is None and sentence.pos[above] == "VERB" else verb
        return actors.subject(sentence, verb) if verb is not None else []
    if sentence.deps[noun] not in ("nmod", "obl") or sentence.lemmas[above] not in words["subjected"]:
        return []
    if syntax.copular(sentence, above) or syntax.subjects(sentence, above):  # has been subjected to sanctions
        return syntax.listed(sentence, syntax.subjects(sentence, above)) or actors.subject(sentence, above)
    described = sentence.pos[above] == "ADJ" and sentence.deps[above] in ("amod", "acl")
    return syntax.listed(sentence, [sentence.heads[above]]) if described else []


def _aimed(sentence: Sentence, trigger: Trigger) -> list[int]:
    """``sanctions targeting banks``, ``curbs aimed at China``, ``Sanktionen, die sich gegen Banken richten``; ``Von den
    Sanktionen betroffen sind Banken``.
    """
    words = sentence.grammar.words
    for token in trigger.tokens:
        whole = sentence.deps[token] == "nmod" and sentence.lemmas[sentence.heads[token]] in words["containers"]
        noun = sentence.heads[token] if whole else token  # a round of sanctions
        above, acting = sentence.heads[noun], sentence.deps[noun] in ("nsubj", "nsubj:pass")
        for verb in syntax.dependents(sentence, noun, ("acl", "acl:relcl")) + ([above] if acting else []):
            if syntax.whole(sentence, verb) in words["aiming"]:
                return syntax.listed(sentence, _hit(sentence, verb))
        if syntax.preposition(sentence, noun) in words["passive_agent"] and sentence.lemmas[above] in words["hitting"]:
            return actors.subject(sentence, above)
    return []


def _hit(sentence: Sentence, verb: int) -> list[int]:
    """What a verb aims at: behind its preposition, else its object."""
    words = sentence.grammar.words
    at = [i for i in syntax.dependents(sentence, verb, ("obl", "obl:arg", "nmod")) if (
        syntax.preposition(sentence, i) in words["aimed_at"])]
    nothing = words["reflexives"] | words["relative_pronouns"]
    return (at or [i for i in syntax.dependents(sentence, verb, ("obj",)) if sentence.lower[i] not in nothing])[:1]


def _sum(sentence: Sentence, trigger: Trigger) -> list[int]:
    """``fined it 3 million euros``, ``ein Bußgeld in Höhe von 3 Millionen Euro``, ``$3 million in penalties``: the
    money beside the words of a trigger, or that one of them is of: ``a $3 million fine``; or what is paid for it.
    """
    own = [syntax.main_verb(sentence, i) for i in trigger.tokens]
    own += [paid for i in own if (paid := syntax.payment(sentence, i)) is not None]
    own += [j for i in own for j in syntax.dependents(sentence, i, ("xcomp",))]
    relations = ("obj", "iobj", "obl", "obl:arg", "nmod", "appos")
    beside = [j for i in own for j in syntax.dependents(sentence, i, relations)]
    beside += [
        j for i in beside
        if i not in own and syntax.preposition(sentence, i) not in sentence.grammar.words["grounds"]
        for j in syntax.dependents(sentence, i, ("nmod",))
    ]
    beside += [sentence.heads[i] for i in own if sentence.deps[i] == "nmod"]
    told = [*own, *beside]  # weapons worth $3 million, die drei Millionen Euro teure Übernahme
    beside += [
        j for i in told
        for how in (sentence.heads[i], *syntax.dependents(sentence, i, ("amod", "advcl", "acl", "advmod")))
        if {sentence.lemmas[how], sentence.lower[how]} & sentence.grammar.words["worth"]
        for j in (*syntax.dependents(sentence, how, relations), max(how - 1, 0))
    ]
    counted = [i for i in beside if i not in own and not (
        {"NUM", "SYM"}.isdisjoint(sentence.pos[max(i - NEAR_NUMBER, 0) : i + 1]))]
    counted += [j for i in own for j in syntax.dependents(sentence, i, ("compound", "nummod")) if (
        sentence.pos[j] == "SYM")]  # a $20 billion merger
    counted += [sentence.heads[i] for i in trigger.tokens if (
        sentence.deps[i] in ("compound", "nummod") and sentence.pos[sentence.heads[i]] == "SYM")]
    places = (*counted, *(i for i in trigger.tokens if sentence.pos[i] == "NOUN"))
    return [i for i in places if phrases.money(sentence, phrases.mention_at(sentence, i))][:1]


def _of_noun(sentence: Sentence, trigger: Trigger, head: int, slot: str) -> list[int]:
    if slot == "genitive":
        owners = _genitive(sentence, head)
        nouns = [i for i in owners if sentence.pos[i] not in ("PRON", "DET")]
        return syntax.listed(sentence, nouns or owners)  # seine Prüfung des Kaufs: what it is done to
    if slot == "compound":  # the FDA approval
        return [i for i in syntax.dependents(sentence, head, ("compound",)) if sentence.pos[i] == "PROPN"][-1:]
    governor = head if syntax.copular(sentence, head) else syntax.verb_above(sentence, head)  # are under discussion
    if slot != "subject" or governor is None or phrases.opposed(sentence, head) or (
        standing.only_told(sentence, head, governor)
    ):
        return []
    undergone = trigger.frame.activity and bool(syntax.passive_auxiliaries(sentence, governor)) and (
        sentence.deps[head] == "obl"
    )  # The steps were taken in coordination with the EU
    found = _agent(sentence, governor) if undergone else actors.subject(sentence, governor)
    if syntax.preposition(sentence, head) in sentence.grammar.words["past_prepositions"]:
        return [i for i in found if phrases.mention_at(sentence, i).entity.label]  # Prices fell after the talks
    return found


def _of_verb(sentence: Sentence, trigger: Trigger, head: int, slot: str) -> list[int]:
    if slot == "subject":
        return _agent(sentence, head) if trigger.voice in ("passive", "participle") else actors.subject(sentence, head)
    two = _two_objects(sentence, head) if any("dative" in slots for slots in trigger.frame.roles.values()) else None
    if slot == "object":
        what = [two[1]] if two and two[1] not in trigger.tokens else []
        return syntax.listed(sentence, what) or _patient(sentence, trigger, head)
    if slot == "dative" and trigger.voice == "passive" and any(
        sentence.deps[i] in ("obj", "xcomp") for i in trigger.tokens
    ):
        return actors.subject(sentence, head)  # Siemens was granted a licence
    if slot == "dative":
        given = [two[0]] if two else actors.receivers(sentence, head)
        return [i for to in given for i in syntax.meant(sentence, to, head)]
    companions = [i for i in trigger.tokens if i != head] if slot in ("genitive", "compound") else []
    if slot == "compound":  # completed the Twitter takeover
        return [i for own in companions for i in syntax.dependents(sentence, own, ("compound", "nmod:desc"))][:1]
    owners = [i for own in companions for i in _genitive(sentence, own) if sentence.deps[i] != "det:poss"]
    return syntax.listed(sentence, owners or _charge(sentence, head))


def _charge(sentence: Sentence, verb: int) -> list[int]:
    """``beschuldigte die Bank des Betrugs``: a genitive that a verb takes."""
    words = sentence.grammar.words
    if words["charging"].isdisjoint({sentence.lemmas[verb], sentence.joined(verb)}):
        return []
    return [
        i for i in syntax.dependents(sentence, verb, ("obl", "obl:arg", "iobj", "obj"))
        if sentence.pos[i] == "NOUN" and syntax.preposition(sentence, i) is None and any(
            sentence.lower[det] in words["genitive_determiners"]
            for det in syntax.dependents(sentence, i, ("det", "det:poss")))
    ][:1]


def _two_objects(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """``liefert der Ukraine Panzer``: to whom and what, where the parser takes both for objects. Without an article
    that tells, whoever gets it comes first.
    """
    objects = syntax.dependents(sentence, verb, ("obj",))
    objects = [i for i in objects if sentence.pos[i] not in ("SYM", "ADJ") and i not in sentence.dated]  # worth $3m
    if len(objects) != 2 or sentence.lower[objects[0]] in sentence.grammar.words["reflexives"]:
        return None
    first, second = objects
    accusative = sentence.grammar.words["accusative_only"] - sentence.grammar.words["dative_determiners"]
    swapped = not _plural_dative(sentence, first) and any(
        sentence.lower[i] in accusative for i in syntax.dependents(sentence, first, ("det", "det:poss"))
    )
    return (second, first) if swapped else (first, second)


def _plural_dative(sentence: Sentence, noun: int) -> bool:
    """``den Männern``, ``den Lehrern``: several, by the form; ``den Studenten`` may be one."""
    endings, form, lemma = sentence.grammar.endings, sentence.lower[noun], sentence.lemmas[noun]
    if not form.endswith(endings.weak) or form == lemma:
        return False
    several = tuple(f"{plural}{weak}" for plural in endings.same_plural for weak in endings.weak)
    return not form.startswith(lemma) or form.endswith(several)


def _own(sentence: Sentence, trigger: Trigger) -> list[int]:
    """The trigger's tokens, for a noun that is the object of a verb the verb, for a verb its object: what a preposition
    joins to one of them may be meant for the other.
    """
    own = [syntax.main_verb(sentence, i) for i in trigger.tokens]
    head = sentence.heads[trigger.head]
    if trigger.voice == "nominal" and sentence.deps[trigger.head] in ("obj", "nsubj:pass") and head != trigger.head:
        own.append(head)
    if trigger.voice == "nominal" and sentence.deps[trigger.head] == "compound" and sentence.pos[head] == "NOUN" and (
        head > trigger.head
    ):
        own.append(head)  # a takeover deal by Oracle
    if trigger.voice == "nominal":  # sanctions reimposed on Iran by the US
        own += [i for i in syntax.dependents(sentence, trigger.head, ("acl",)) if (
            syntax.has_agent(sentence, i) and sentence.lemmas[i] in sentence.grammar.words["takes"])]
    if trigger.voice == "nominal":  # die von Oslo gegen Belarus verhängten Sanktionen
        own += [i for i in syntax.dependents(sentence, trigger.head, ("amod",)) if (
            "intended" in sentence.governs(i) or any(  # das von Berlin geplante Verbot
                frame.event_type == trigger.frame.event_type
                for frame in sentence.grammar.by_verb.get(sentence.lemmas[i], ())))]
    if trigger.frame.phrase[:1] and trigger.frame.phrase[0] in sentence.grammar.words["infinitive_markers"]:
        own += [i for i in syntax.children(sentence, trigger.head) if (  # declined to comment on it
            i not in own and sentence.lemmas[i] in trigger.frame.phrase)]
    own += [i for i in syntax.dependents(sentence, trigger.head, ("xcomp",)) if (  # found guilty of fraud
        sentence.pos[i] == "ADJ" and i not in own)]
    if trigger.voice == "active":
        own += [i for i in actors.patients(sentence, trigger.head, passive=False) if i not in own]
    return own


def _agent(sentence: Sentence, verb: int) -> list[int]:
    agents = sentence.grammar.words["passive_agent"]
    joined = syntax.dependents(sentence, verb, ("obl", "obl:agent", "obl:arg", "nmod"))
    acting = [i for i in joined if syntax.preposition(sentence, i) in agents]
    return syntax.listed(sentence, [i for i in acting if not phrases.in_subject(sentence, i, verb)][:1])


def _patient(sentence: Sentence, trigger: Trigger, verb: int) -> list[int]:
    if trigger.voice == "passive":
        return actors.patients(sentence, verb, passive=True)
    own = actors.patients(sentence, verb, passive=False) or syntax.subjects(sentence, verb)[1:]
    own = [i for i in own if i not in trigger.tokens]
    if own:
        return own if len(own) > 1 else syntax.listed(sentence, own)
    for other in syntax.dependents(sentence, verb, ("conj",)):  # to investigate and sanction the company
        objects = syntax.dependents(sentence, other, ("obj",))
        if objects and sentence.pos[other] == "VERB" and len(trigger.tokens) == 1 and other - verb <= phrases.BESIDE:
            return syntax.meant(sentence, objects[0], other)
    before = sentence.heads[verb]  # hat Apple verurteilt und sanktioniert
    near = verb - before <= phrases.BESIDE or len(trigger.tokens) > 1  # schuldig gesprochen und zu Haft verurteilt
    if sentence.deps[verb] == "conj" and before < verb and near and sentence.pos[before] == "VERB" and (
        sentence.grammar.syntax.verb_final and not syntax.auxiliaries(sentence, verb)
        and syntax.auxiliaries(sentence, before)
    ):
        return _patient(sentence, trigger, before)
    return []


def _genitive(sentence: Sentence, noun: int) -> list[int]:
    """Whose it is; ``his arrest and detention``, ``seine Festnahme und Auslieferung`` share an owner. A bare noun
    behind it is a genitive in German alone: ``the takeover of the seed maker Monsanto``.
    """
    bare = sentence.grammar.syntax.genitive_follows
    owners = syntax.dependents(sentence, noun, ("nmod", "nmod:poss", "det:poss"))
    found = [i for i in owners if sentence.deps[i] != "nmod" or (bare and syntax.preposition(sentence, i) is None)]
    if found or sentence.deps[noun] != "conj" or syntax.dependents(sentence, noun, ("det",)):
        return found
    return syntax.dependents(sentence, sentence.heads[noun], ("nmod:poss", "det:poss"))


def _governed(sentence: Sentence, own: Sequence[int], preposition: str, used: Collection[int]) -> list[int]:
    """What one preposition joins to any of these tokens."""
    for token in own:
        for i in syntax.children(sentence, token):
            if i in own or sentence.pos[i] not in syntax.NOMINAL or syntax.preposition(sentence, i) != preposition:
                continue
            if f"{preposition} {sentence.lower[i]}" in sentence.grammar.words["speech_prepositions"]:
                continue  # nach eigenen Angaben
            if preposition in sentence.grammar.words["settings"] and sentence.lemmas[i] in (
                sentence.grammar.words["answers"]
            ):
                continue  # in response to
            if used and phrases.mention_at(sentence, i).first in used:
                continue  # die Streichung von Rosneft von der Liste
            if i > token or sentence.pos[token] != "NOUN":  # a noun's phrases stand behind it
                return syntax.meant(sentence, i, token)
    return []


def _writer(sentence: Sentence, letter: int, within: Collection[str]) -> list[int]:
    """``In a letter to Congress, Apple urged …``, ``Bei einem Besuch in Paris sagte Scholz …``: the subject of what is
    said in it or done there.
    """
    verb = sentence.heads[letter]
    said = sentence.deps[letter] == "obl" and syntax.preposition(sentence, letter) in within
    acts = sentence.pos[verb] == "VERB" and not syntax.passive_auxiliaries(sentence, verb)
    return actors.subject(sentence, verb) if said and acts else []


def _settings(sentence: Sentence, verb: int) -> frozenset[str]:
    """The prepositions that tell where a verb acts; where it only may (``freut sich, sie bei einem Besuch zu
    begrüßen``), nobody is there yet.
    """
    words = sentence.grammar.words
    return frozenset() if syntax.infinitive(sentence, verb) else words["settings"] | words["ways"]


def _questioned(sentence: Sentence, verb: int) -> list[int]:
    """``investigates whether Apple …``: whom an indirect question is about. A pronoun may be the one who asks, and
    ``whether it should …`` asks for no fact.
    """
    grammar = sentence.grammar
    for asked in syntax.dependents(sentence, verb, ("ccomp", "advcl")):
        opened = {sentence.lower[i] for i in syntax.dependents(sentence, asked, ("mark",))}
        ought = any(grammar.modals.get(sentence.lower[i]) == "requested" for i in syntax.auxiliaries(sentence, asked))
        if opened & grammar.words["indirect_questions"] and not ought:
            return [i for i in syntax.subjects(sentence, asked)[:1] if sentence.pos[i] != "PRON"]
    return []


def _told(sentence: Sentence, verb: int) -> list[int]:
    """``alleges that Apple copied it``: of whom a clause tells. A pronoun may be the one who speaks."""
    clauses = syntax.told(sentence, verb)
    if sentence.pos[verb] == "VERB":  # called for Xi to go
        clauses += [i for i in syntax.dependents(sentence, verb, ("xcomp", "advcl")) if syntax.infinitive(sentence, i)]
    subjects = [i for clause in clauses for i in syntax.subjects(sentence, clause)[:1]]
    return [i for i in subjects[:1] if sentence.pos[i] != "PRON"]


def _doer(sentence: Sentence, trigger: Trigger) -> list[int]:
    """``pushed for ByteDance to divest it``, ``a deadline for it to divest``: who is to do it."""
    verbs = [i for i in trigger.tokens if i != trigger.head and syntax.infinitive(sentence, i)]
    return [i for verb in verbs for i in syntax.subjects(sentence, verb)[:1]]


def _clauses(sentence: Sentence, trigger: Trigger, slot: str) -> list[int]:
    """The verbs of what is said, asked or charged (``urged it to stop``, ``accused it of spying``, ``warf ihr vor,
    Kunden getäuscht zu haben``), or of why something is done: ``jailed because he fled``, ``fined for spying``.
    """
    heads = {syntax.main_verb(sentence, i) for i in trigger.tokens}
    heads |= {i for at in heads for i in syntax.dependents(sentence, at, ("xcomp",)) if sentence.pos[i] == "ADJ"}
    if trigger.voice == "passive":  # accused by the opposition of lying
        heads |= set(_agent(sentence, syntax.main_verb(sentence, trigger.head)))
    relations = ("ccomp", "xcomp", "csubj", "acl", "advcl")
    found = [
        i for head in sorted(heads) for i in syntax.dependents(sentence, head, relations)
        if i not in heads and (i > head or sentence.deps[i] == "ccomp")
        and (_complement(sentence, i) if slot == "clause" else _why(sentence, trigger, i))
    ]
    found.sort(key=lambda i: sentence.deps[i] not in ("ccomp", "xcomp", "csubj"))
    return [j for i in found[:1] for j in (i, *phrases.joined_verbs(sentence, i))]


def _complement(sentence: Sentence, verb: int) -> bool:
    """Whether a clause is a complement: a finite one, an infinitive that is no purpose, a gerund that a verb takes."""
    words = sentence.grammar.words
    marks = {sentence.lower[i] for i in syntax.dependents(sentence, verb, ("mark", "case", "advmod"))}
    opened = bool(marks & words["complementizers"])
    if syntax.gerund(sentence, verb) and not opened:
        bare = sentence.deps[verb] in ("xcomp", "ccomp") and not syntax.subjects(sentence, verb)
        return bare or bool(marks & (words["clause_links"] | words["gerund_links"]))
    if syntax.infinitive(sentence, verb):
        return marks.isdisjoint(words["purpose_openers"])
    return sentence.deps[verb] in ("ccomp", "csubj") and (opened or bool(syntax.subjects(sentence, verb)))


def _why(sentence: Sentence, trigger: Trigger, verb: int) -> bool:
    """Whether a clause gives a cause, what somebody has done, or a purpose."""
    words = sentence.grammar.words
    marks = {sentence.lower[i] for i in syntax.dependents(sentence, verb, ("mark", "case"))}
    grounds = words["grounds"] | words["clause_links"]
    if sentence.deps[verb] == "advcl" and syntax.infinitive(sentence, verb):
        return bool(marks & words["purpose_openers"]) or _bare_purpose(sentence, trigger, verb)
    return bool(marks & words["reasons"]) or (syntax.gerund(sentence, verb) and bool(marks & grounds))


def _bare_purpose(sentence: Sentence, trigger: Trigger, verb: int) -> bool:
    """``banned it to protect its networks``; not ``adds it to trade blacklist``, nor one of several infinitives."""
    words = sentence.grammar.words
    markers = words["infinitive_markers"]
    if words["purpose_openers"] or any(not markers.isdisjoint(slots) for slots in trigger.frame.roles.values()):
        return False
    if sentence.lemmas[sentence.heads[verb]] in words["object_control"]:
        return False  # was ordered to pay $2 billion
    to = min(syntax.dependents(sentence, verb, ("mark",)), default=verb)
    whole = any(
        sentence.pos[i] in ("PROPN", "PRON") or syntax.children(sentence, i)
        for i in syntax.dependents(sentence, verb, ("obj",))
    )
    return whole and sentence.before(to) != "," and not syntax.infinitive(sentence, sentence.heads[verb])


def _speaker(sentence: Sentence, verb: int) -> list[int]:
    """The subject of the verb of speech that a clause depends on, or that stands beside it; else on whose word it is:
    ``according to the ministry``, ``nach Ansicht der Grünen``.
    """
    at = verb
    for _ in range(syntax.STEPS):
        for beside in (sentence.heads[at], *syntax.dependents(sentence, at, ("parataxis", "ccomp"))):
            if beside != at and sentence.lemmas[beside] in sentence.grammar.words["speech"]:
                said = actors.subject(sentence, beside)
                nobody = sentence.lemmas[beside] in sentence.grammar.words["impersonal"]  # hieß es
                return [i for i in said if not nobody or sentence.lower[i] not in sentence.grammar.words["itself"]]
        if sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    return _on_word_of(sentence, verb)


def _on_word_of(sentence: Sentence, verb: int) -> list[int]:
    words = sentence.grammar.words["speech_prepositions"]
    for i in syntax.dependents(sentence, verb, ("obl", "obl:arg")):
        for case in syntax.dependents(sentence, i, ("case",)):
            if sentence.lower[case] in words:
                return syntax.listed(sentence, [i])
            if f"{sentence.lower[case]} {sentence.lower[i]}" in words:
                return syntax.listed(sentence, _genitive(sentence, i) or _governed(
                    sentence, [i], next(iter(sentence.grammar.words["noun_links"])), ()))
    return []


_BY_ROLE: Mapping[str, Callable[[Sentence, Trigger, int], list[int]]] = {
    "companion": _companion,
    "aim": _aim,
    "taker": _taker,
    "speaker": lambda sentence, _, head: _speaker(sentence, head),
    "writer": lambda sentence, _, head: _writer(sentence, head, sentence.grammar.words["by_letter"]),
    "present": lambda sentence, _, head: _writer(sentence, head, _settings(sentence, sentence.heads[head])),
    "told": lambda sentence, trigger, head: syntax.listed(sentence, _told(sentence, head) or _doer(sentence, trigger)),
    "question": lambda sentence, _, head: syntax.listed(sentence, _questioned(sentence, head)),
    "undergoer": lambda sentence, _, head: _undergoer(sentence, head),
    "sum": lambda sentence, trigger, _: _sum(sentence, trigger),
    "aimed": lambda sentence, trigger, _: _aimed(sentence, trigger),
}
"""The slots that neither a case nor a preposition tells."""
