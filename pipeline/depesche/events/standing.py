"""What a sentence makes of a verb: willed, doubted, confirmed, denied, told as a fact, said of somebody else."""

from __future__ import annotations

from depesche.events import actors, syntax
from depesche.events.sentence import Clause, Sentence
from depesche.records import Modality

YEAR = 4  # digits of a year


def elsewhere(sentence: Sentence, modal: int, head: int) -> bool:
    """Whether a modal belongs to a verb with a clause of its own beside the trigger's, which has its own subject:
    ``would become a front just as China pushed back``.
    """
    if sentence.deps[modal] != "aux":
        return False
    verb, at = sentence.heads[modal], syntax.main_verb(sentence, head)
    for _ in range(syntax.STEPS):
        if at == verb:
            return False
        if syntax.subjects(sentence, at) and sentence.deps[at] in ("advcl", "acl:relcl", "parataxis"):
            return True
        if sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    return False


def wound_up(sentence: Sentence, head: int) -> bool:
    """``terminated its cooperation with Huawei``, ``der Stopp der Lieferungen``: what is done no longer."""
    verb = sentence.heads[head]
    relations = ("obj", "nsubj:pass") if sentence.pos[verb] == "VERB" else ("nmod",)
    undergone = sentence.deps[head] in relations
    return undergone and syntax.whole(sentence, verb) in sentence.grammar.words["winding_up"]


def dropped(sentence: Sentence, plan: int) -> bool:
    """``dropped its plan to buy it``, ``gab den Plan auf, sie zu kaufen``: what nobody plans any longer."""
    if sentence.pos[plan] != "NOUN" or sentence.deps[plan] not in ("obj", "nsubj:pass"):
        return False
    verb = sentence.heads[plan]
    opposed = sentence.lemmas[verb] in sentence.grammar.words["bargaining"]
    return "negative" in sentence.governs(verb) and not opposed


def forbidden(sentence: Sentence, head: int) -> bool:
    """``untersagte die Übernahme``, ``The sale of chips to Iran is prohibited``: what nobody may do."""
    verb = sentence.heads[head]
    undergone = verb != head and sentence.deps[head] in ("obj", "nsubj:pass")
    return undergone and syntax.whole(sentence, verb) in sentence.grammar.words["forbidding"]


def goes_on(sentence: Sentence, head: int) -> bool:
    """``Exports to Iran fell``, ``Lieferungen an Ungarn machten ein Drittel aus``: what does something is there, and so
    is what somebody goes on with: ``stepped up deliveries``.
    """
    verb = sentence.heads[head]
    if verb == head or sentence.pos[verb] != "VERB" or not (
        sentence.deps[head] == "nsubj" or (sentence.deps[head] in ("obj", "nsubj:pass") and carries_on(sentence, verb))
    ):
        return False
    modal = any(sentence.lower[i] in sentence.grammar.modals for i in syntax.auxiliaries(sentence, verb))
    future = any(sentence.lemmas[i] in sentence.grammar.words["aux_future"] for i in syntax.auxiliaries(sentence, verb))
    return not modal and not future and sentence.governs(verb) <= {"asserted"}


def carries_on(sentence: Sentence, verb: int) -> bool:
    """``began``, ``nahm … auf``, ``weitete … aus``: its subject begins, goes on with or changes what it does."""
    before, lemma = syntax.particle(sentence, verb), sentence.lemmas[verb]
    names = {f"{lemma} {sentence.lower[before]}", syntax.whole(sentence, verb)} if before is not None else {lemma}
    return not sentence.grammar.words["carrying_on"].isdisjoint(names | {sentence.joined(verb)})


def only_told(sentence: Sentence, noun: int, verb: int | None) -> bool:
    """``Critics attacked the talks``, ``gave no details about the talks``, ``was surprised by the talks``: who judges,
    hampers, tells of or is moved by what a noun says takes no part in it.

    :param verb: whose object or adjunct the noun is; None where it is no verb's.
    """
    words, preposition = sentence.grammar.words, syntax.preposition(sentence, noun)
    if sentence.deps[noun] == "obl:agent" or f"* {preposition}" in words["outside"]:
        return True
    if verb is None:
        return False
    lemma, accounts = sentence.lemmas[verb], tuple(words["accounts"])
    names = {lemma, sentence.joined(verb), syntax.whole(sentence, verb), f"{lemma} {preposition}"}
    if not words["outside"].isdisjoint(names):
        return True
    said = [sentence.heads[noun], *(i for i in syntax.dependents(sentence, verb, ("obj",)) if i < noun)]
    return sentence.deps[noun] in ("nmod", "obl") and any(
        sentence.pos[i] == "NOUN" and sentence.lemmas[i].endswith(accounts) for i in said)


def shared_auxiliaries(sentence: Sentence, head: int) -> list[int]:
    """Of the verbs that a bare form goes on with (``müsste Truppen abziehen, …, Sanktionen aufheben``), or that close
    its clause: ``die es nicht verbieten, sondern nur beschränken möchte``.
    """
    return [
        i for verb in _gone_on_with(sentence, head) for i in syntax.dependents(sentence, verb, ("aux", "aux:pass"))
    ] + _closing(sentence, head)


def _closing(sentence: Sentence, head: int) -> list[int]:
    """The auxiliaries right behind the last of several bare forms."""
    if not sentence.grammar.syntax.verb_final or sentence.lower[head] != sentence.lemmas[head] or (
        syntax.auxiliaries(sentence, head)
    ):
        return []
    joined = [i for i in syntax.dependents(sentence, head, ("conj",)) if sentence.lower[i] == sentence.lemmas[i]]
    return [i for verb in joined for i in syntax.auxiliaries(sentence, verb) if i == verb + 1]


def denied_with(sentence: Sentence, head: int) -> bool:
    """``did not sanction Belavia and ban Huawei``: whether a bare form is denied with the verb that it goes on with.
    Where the verb stands last each one has a negator of its own.
    """
    words = sentence.grammar.words
    if sentence.grammar.syntax.verb_final:
        return False
    at = head
    for verb in _gone_on_with(sentence, head):
        joints = {sentence.lower[i] for i in syntax.dependents(sentence, at, ("cc",))}
        if joints and joints.isdisjoint(words["conjunctions"]):
            return False
        own = syntax.dependents(sentence, verb, ("advmod",))
        if any(sentence.lower[i] in words["negators"] - words["without"] and i < verb for i in own):
            return True
        at = verb
    return False


def _gone_on_with(sentence: Sentence, head: int) -> list[int]:
    """The verbs before that a bare form without auxiliaries of its own is coordinated with."""
    if sentence.lower[head] != sentence.lemmas[head] or syntax.subjects(sentence, head):
        return []
    found: list[int] = []
    at = head
    while sentence.deps[at] == "conj" and len(found) < syntax.STEPS and not (
        syntax.dependents(sentence, at, ("aux",))
    ):
        at = sentence.heads[at]
        found.append(at)
    return found


def aim_denied(sentence: Sentence, verb: int) -> bool:
    """``is not coming to visit them``: who does not set out does not do it, where the verb above says no more of it;
    ``is not designed to harm them``.
    """
    above = sentence.heads[verb]
    if above == verb or sentence.governs(above) or not syntax.infinitive(sentence, verb):
        return False
    meant = sentence.deps[verb] == "advcl" and sentence.lower[above] in sentence.grammar.words["meant_for"]
    if not meant and sentence.deps[verb] != "xcomp":
        return False
    own = syntax.dependents(sentence, above, ("advmod",))
    return any(sentence.lower[i] in sentence.grammar.words["negators"] and i < above for i in own)


def pending(sentence: Sentence, verb: int) -> bool:
    """``He stays until the firm is sold``: wherever the clause was cut, the opener of a finite one tells."""
    at = syntax.main_verb(sentence, verb)
    opened = {sentence.lower[i] for i in syntax.dependents(sentence, at, ("mark",))}
    return bool(opened & sentence.grammar.words["pending_openers"]) and bool(syntax.subjects(sentence, at))


def left_undone(sentence: Sentence, verb: int) -> bool:
    """``ohne dass die Behörde es genehmigte``, ``without the office allowing it``: it was not done."""
    words = sentence.grammar.words
    return any(
        sentence.lower[i] in words["without"]
        or (i and sentence.lower[i] in words["complementizers"] and sentence.lower[i - 1] in words["without"])
        for i in syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("mark",))
    )


def generic(sentence: Sentence, verb: int) -> bool:
    """``Firms that break the rules will be fined``, ``Firmen, die dagegen verstoßen, müssen …``: a present that says of
    nobody in particular what is to have a consequence.
    """
    at = syntax.main_verb(sentence, verb)
    noun = sentence.heads[at]
    if noun == at or sentence.deps[at] != "acl:relcl" or noun in sentence.named or tense(sentence, at) != "present":
        return False
    above = sentence.heads[noun]
    consequence = sentence.deps[noun] in ("nsubj", "nsubj:pass") and tense(sentence, above) in ("intended", "requested")
    told = syntax.dependents(sentence, noun, ("det", "det:poss", "nmod:poss", "nummod"))
    return consequence and not told and sentence.pos[noun] in ("NOUN", "PRON")


def unmade(sentence: Sentence, noun: int) -> bool:
    """``did not make a bid for it``, ``legte kein Angebot vor``: what nobody made is not there."""
    verb = sentence.heads[noun]
    if verb == noun or sentence.deps[noun] != "obj":
        return False
    makes = sentence.grammar.words["makes"] & {sentence.lemmas[verb], sentence.joined(verb)}
    return bool(makes) and denied(sentence, verb)


def never_was(sentence: Sentence, noun: int) -> bool:
    """``The arrest never took place``, ``Ein Abkommen hat es nie gegeben``: of what did not come about."""
    verb = sentence.heads[noun]
    if verb == noun or sentence.deps[noun] not in ("nsubj", "obj"):
        return False
    lemma = sentence.lemmas[verb]
    beside = [i for i in syntax.children(sentence, verb) if sentence.deps[i] in ("obj", "compound:prt", "advmod")]
    names = {sentence.joined(verb), syntax.whole(sentence, verb), *(f"{lemma} {sentence.lower[i]}" for i in beside)}
    return bool({lemma, *names} & sentence.grammar.words["happening"]) and denied(sentence, verb)


def only_thought_of(sentence: Sentence, noun: int) -> Modality | None:
    """``An agreement would be a mistake``, ``instead of talks``, ``no evidence of a takeover``: what is merely thought
    of.
    """
    words, own = sentence.grammar.words, sentence.heads[noun]
    joints = {sentence.lower[i] for i in syntax.children(sentence, noun) if sentence.deps[i] in ("case", "mark")}
    if joints & words["without"]:
        return "possible"
    if sentence.deps[noun] == "nmod" and sentence.lemmas[own].endswith(tuple(words["sign_nouns"])):
        return "possible"
    if sentence.deps[noun] == "nmod" and sentence.lemmas[own].endswith(tuple(words["proof_nouns"])):
        return "possible" if lacking(sentence, own) else None
    if sentence.deps[noun] == "nmod" and sentence.lemmas[own] in words["cases"] and words["definite"].isdisjoint(
        sentence.lower[i] for i in syntax.dependents(sentence, noun, ("det",))
    ):
        return "conditional"  # in case of an agreement
    place = [sentence.lower[i] for i in syntax.dependents(sentence, own, ("case",))]
    if sentence.deps[noun] == "nsubj" and " ".join([*place, sentence.lemmas[own]]) in words["off"]:
        return "possible"  # is out of the question
    judged = sentence.deps[noun] in ("nsubj", "nsubj:outer") and bool(syntax.dependents(sentence, own, ("cop",)))
    modals = {sentence.grammar.modals.get(sentence.lower[i]) for i in syntax.children(sentence, own)}
    perfect = any(sentence.lemmas[i] in words["aux_perfect"] for i in syntax.dependents(sentence, own, ("aux",)))
    return "conditional" if judged and "conditional" in modals and not perfect else None


def to_be_made(sentence: Sentence, noun: int) -> bool:
    """``has no reason to sign a deal``, ``bereit, Gespräche aufzunehmen``: what an infinitive is to bring about."""
    words, verb = sentence.grammar.words, sentence.heads[noun]
    if sentence.deps[noun] != "obj" or not syntax.infinitive(sentence, verb) or (
        syntax.dependents(sentence, noun, ("det:poss", "nmod:poss"))  # ihre Forderungen geltend zu machen
    ):
        return False
    brings = words["makes"] | words["concluding"] | words["fulfilling"] | words["carrying_on"]
    above = syntax.above(sentence, verb)
    done = first_to(sentence, verb) or judged(sentence, verb) or factive(sentence, verb) or (
        above is not None and "asserted" in sentence.governs(above)
    ) or any(sentence.lemmas[i] in words["aux_perfect"] for i in syntax.auxiliaries(sentence, verb) if i != verb)
    return not done and not brings.isdisjoint(
        {sentence.lemmas[verb], sentence.joined(verb), syntax.whole(sentence, verb)}
    )


def headed_for(sentence: Sentence, noun: int) -> bool:
    """``Siemens vor Übernahme von Altair``: what a headline without a verb says somebody to stand before."""
    return not sentence.verbs and "VERB" not in sentence.pos and sentence.deps[noun] == "nmod" and (
        syntax.preposition(sentence, noun) in sentence.grammar.words["beforehand"]
        and sentence.heads[sentence.heads[noun]] == sentence.heads[noun]
    )


def not_by_him(sentence: Sentence, verb: int) -> bool:
    """``It was not Sweden that banned it``: whoever did, he who is named did not."""
    at = syntax.main_verb(sentence, verb)
    noun, itself = sentence.heads[at], sentence.grammar.words["itself"]
    cleft = sentence.deps[at] == "acl:relcl" and syntax.copular(sentence, noun) and any(
        sentence.lower[i] in itself for i in syntax.dependents(sentence, noun, ("expl", "nsubj"))
    )
    return cleft and denied(sentence, noun) and noun not in sentence.dated  # not until Tuesday


def not_undergone(sentence: Sentence, noun: int) -> bool:
    """``The firm is not subject to sanctions``, ``steht nicht unter Sanktionen``: whom nothing is done to."""
    words, above = sentence.grammar.words, sentence.heads[noun]
    under = syntax.preposition(sentence, noun) in words["undergoing"]
    if syntax.copular(sentence, noun):
        return under and denied(sentence, noun)
    return (under or sentence.lemmas[above] in words["subjected"]) and denied(sentence, above)


def modifiers(sentence: Sentence, verb: int) -> list[int]:
    """What may deny a verb: its adverbs, and what stands before its object (``neither Iran nor Syria``)."""
    found = syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("advmod",))
    for i in syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("obj",)):
        found += [i, *syntax.dependents(sentence, i, ("det", "cc:preconj", "cc", "advmod"))]
    return found


def wills(sentence: Sentence, verb: int) -> bool:
    """``wants to act``, not ``wants somebody to act``: nobody else has a part in what is wanted."""
    themselves = sentence.grammar.words["reflexives"]
    others = [i for i in syntax.dependents(sentence, verb, ("obj", "iobj")) if sentence.lower[i] not in themselves]
    clauses = syntax.dependents(sentence, verb, ("xcomp", "ccomp"))
    return bool(clauses) and not others and not any(syntax.subjects(sentence, i) for i in clauses)


def pressed(sentence: Sentence, governor: int, verb: int) -> bool:
    """``pushed Zelensky to investigate``: what somebody is pressed or told to do is asked for. ``pushed to ban`` is a
    plan.
    """
    words = sentence.grammar.words["pressing"]
    if words.isdisjoint({sentence.lemmas[governor], syntax.whole(sentence, governor)}):
        return False
    at = syntax.main_verb(sentence, verb)
    while sentence.deps[at] == "conj" and sentence.heads[at] != at:
        at = sentence.heads[at]
    somebody = syntax.dependents(sentence, governor, ("obj", "iobj", "obl:arg", "nsubj:pass"))
    return bool(somebody) and sentence.heads[at] == governor and syntax.infinitive(sentence, at)


def scheduled(sentence: Sentence, verb: int, voice: str, clause: Clause) -> bool:
    """``Das Gesetz soll im Mai verabschiedet werden``, ``Das Gesetz soll Firmen verpflichten``: of what is to be done
    to something, by a rule or on a day, it says that this is planned, where nobody asks for it.
    """
    words = sentence.grammar.words
    rules = tuple(words["rules"])
    own = [sentence.lower[i] for i in syntax.auxiliaries(sentence, verb)]
    if words["plans"].isdisjoint(own) or not (voice == "passive" or any(
        clause.first <= i < clause.end for i in sentence.dated
    ) or any(sentence.lemmas[i].endswith(rules) for i in actors.subject(sentence, verb))):
        return False
    return not any(
        "requested" in sentence.governs(i) for i in sentence.verbs if i != verb and sentence.lower[i] not in own
    ) and not any("requested" in sentence.governs(i) for i in syntax.upward(sentence, verb) if i != verb)


def doubted(sentence: Sentence, verb: int) -> bool:
    """``Nobody claims``, ``did not say``, ``wrongly stated``: what a verb says is denied, or called an error."""
    words = sentence.grammar.words
    around = [verb, *syntax.subjects(sentence, verb)]
    return any(denied(sentence, i) for i in around) or any(
        sentence.lower[i] in words["erring"] for at in around for i in syntax.children(sentence, at)
    )


def taken_for_granted(sentence: Sentence, head: int) -> bool:
    """``did not say why they banned it``: the question is open, what it asks about is not."""
    questions = sentence.grammar.words["factual_questions"]
    verb = syntax.main_verb(sentence, head)
    return any(sentence.lower[i] in questions for i in syntax.children(sentence, verb))


def asked(sentence: Sentence, verb: int) -> bool:
    """``examines whether it broke the rules``: whatever else may be done about it, the answer is open. ``considers
    whether to ban it`` weighs a plan.
    """
    at = syntax.main_verb(sentence, verb)
    return not syntax.infinitive(sentence, at) and any(
        sentence.lower[i] in sentence.grammar.words["indirect_questions"]
        for i in syntax.dependents(sentence, at, ("mark",))
    )


def confirmed(sentence: Sentence, noun: int) -> bool:
    """``The claim that … is true``, ``Das Gerücht, … wurde bestätigt``: its verb lifts the doubt of a noun."""
    words, at = sentence.grammar.words, noun
    if sentence.deps[at] not in ("nsubj", "nsubj:pass") or not (
        sentence.lemmas[at].endswith(tuple(words["doubtful_nouns"]))
    ):
        return False
    verb = sentence.heads[at]
    lifts = "true" in sentence.governs(verb) or bool(
        words["confirming"] & {sentence.lemmas[verb], sentence.lower[verb], syntax.whole(sentence, verb)}
    )
    return lifts and not denied(sentence, verb) and not denied(sentence, at) and not left_open(sentence, verb)


def lacking(sentence: Sentence, noun: int) -> bool:
    """``no evidence``, ``did not provide proof``, ``ohne Beleg``."""
    without = sentence.grammar.words["without"]
    return denied(sentence, noun) or denied(sentence, sentence.heads[noun]) or any(
        sentence.lower[i] in without for i in syntax.children(sentence, noun)
    )


def fulfilled(sentence: Sentence, noun: int) -> bool:
    """``The planned takeover was completed``: whatever was planned happened, as the verb says whose subject it is."""
    verb = holding(sentence, noun)
    return verb is not None and not denied(sentence, verb) and not left_open(sentence, verb) and past(sentence, verb)


def holding(sentence: Sentence, noun: int) -> int | None:
    """The verb whose subject a noun is, where it tells that this happens: is held, begins, takes place."""
    if sentence.deps[noun] not in ("nsubj", "nsubj:pass", "nsubj:outer"):
        return None
    verb, words = sentence.heads[noun], sentence.grammar.words["fulfilling"]
    beside = {f"{sentence.lemmas[verb]} {sentence.lemmas[i]}" for i in syntax.children(sentence, verb)}
    told = words & {sentence.lemmas[verb], sentence.joined(verb), syntax.whole(sentence, verb), *beside}
    return verb if told else None


def awaited(sentence: Sentence, noun: int) -> str | None:
    """``The talks will resume``, ``are to begin``, ``is due to take place``: what a verb makes of the noun that it says
    to happen, where that is still to come or open.
    """
    verb = holding(sentence, noun)
    if verb is None:
        return None
    marks = {sentence.lower[i] for i in syntax.dependents(sentence, verb, ("mark",))}
    stated = bool(syntax.dependents(sentence, verb, ("cop",)))
    if stated and marks & (sentence.grammar.words["infinitive_markers"] | sentence.grammar.words["scheduling"]):
        return "intended"
    told = tense(sentence, verb)
    if told == "requested" and any(sentence.lower[i] in sentence.grammar.words["plans"] for i in syntax.auxiliaries(
        sentence, verb
    )):
        return "intended"  # sollen nächste Woche fortgesetzt werden
    if told == "present" and _on_a_day(sentence, verb):
        return "intended"
    return told if told in sentence.grammar.modals.values() else None


def set_for(sentence: Sentence, verb: int) -> bool:
    """``Die Verhandlungsrunde findet am Montag statt``: a present that tells when something is to be."""
    fulfilling = sentence.grammar.words["fulfilling"]
    told = {sentence.lemmas[verb], sentence.joined(verb), syntax.whole(sentence, verb)}
    if not (told & fulfilling) or syntax.gerund(sentence, verb):
        return False
    alone = not syntax.dependents(sentence, verb, ("obj",))
    return alone and tense(sentence, verb) == "present" and _on_a_day(sentence, verb)


def _on_a_day(sentence: Sentence, verb: int) -> bool:
    """``Die Gespräche finden am Montag statt``: a day or a month without its year; with a year it may be long past."""
    own = [i for i in sentence.dated if sentence.heads[i] == verb or sentence.heads[sentence.heads[i]] == verb]
    return bool(own) and not any(len(sentence.forms[i]) == YEAR and sentence.forms[i].isdigit() for i in sentence.dated)


def past(sentence: Sentence, verb: int) -> bool:
    """Whether a verb or an auxiliary of its own has a form of the past."""
    auxiliaries, endings = sentence.grammar.words["past_auxiliaries"], sentence.grammar.endings
    form = sentence.lower[verb]
    own = syntax.auxiliaries(sentence, verb)
    if own:
        return any(sentence.lower[i] in auxiliaries for i in own)
    return form != sentence.lemmas[verb] and (form.endswith(endings.past) or not form.endswith(endings.present))


def tense(sentence: Sentence, verb: int) -> str:
    """``past`` or ``present``, or what a modal or a future makes of a verb."""
    grammar, own = sentence.grammar, syntax.auxiliaries(sentence, verb)
    for i in own:
        if modal := grammar.modals.get(sentence.lower[i]):
            return modal
    if syntax.dependents(sentence, verb, ("aux",)) and any(
        sentence.lemmas[i] in grammar.words["aux_future"] for i in own if sentence.deps[i] == "aux"
    ):
        return "intended"
    return "past" if past(sentence, verb) else "present"


def denied(sentence: Sentence, index: int) -> bool:
    words = sentence.grammar.words
    return any(
        sentence.lower[i] in words["negators"]
        and sentence.lower[min(i + 1, len(sentence) - 1)] not in words["negator_exceptions"]
        for i in syntax.children(sentence, index)
    )


def left_open(sentence: Sentence, verb: int) -> bool:
    """Whether a modal, a future or a hedge leaves a verb open, or it is an infinitive."""
    grammar = sentence.grammar
    return syntax.infinitive(sentence, verb) or any(
        sentence.lower[i] in grammar.modals or sentence.lower[i] in grammar.hedges
        or (sentence.deps[i] == "aux" and sentence.lemmas[i] in grammar.words["aux_future"])
        for i in syntax.children(sentence, verb)
    )


def subjunctive(sentence: Sentence, verb: int) -> bool:
    """``that sanctions be lifted``, ``insist that Berlin ban Huawei``: a base form with a subject of its own."""
    words = sentence.grammar.words
    if not words["subjunctives"]:
        return False
    if syntax.infinitive(sentence, verb) or not syntax.subjects(sentence, verb):
        return False
    own = [i for i in syntax.auxiliaries(sentence, verb) if i != verb]
    if own:
        return all(sentence.lower[i] in words["subjunctives"] for i in own)
    opened = any(sentence.lower[i] in words["complementizers"] for i in syntax.children(sentence, verb))
    head = sentence.heads[verb]
    return opened and sentence.lower[verb] == sentence.lemmas[verb] and sentence.lemmas[head] in words["mandative"]


def wished(sentence: Sentence, verb: int) -> bool:
    """``insisted that he go``, ``that he should go``, not ``that he went``."""
    return any(
        subjunctive(sentence, i) or any(
            sentence.grammar.modals.get(sentence.lower[aux]) == "requested" for aux in syntax.auxiliaries(sentence, i)
        ) for i in syntax.dependents(sentence, verb, ("ccomp",))
    )


def announced(sentence: Sentence, verb: int) -> bool:
    """``said it would ban it``: a future seen from the past, unless something has to come about first."""
    at, grammar = syntax.main_verb(sentence, verb), sentence.grammar
    if sentence.pos[at] == "NOUN":
        at = sentence.heads[at]  # said it would fund the acquisition
    for first in _gone_on_with(sentence, at):
        at = first  # said it would invest in it and set up a joint venture
    if sentence.deps[at] == "xcomp":
        at = sentence.heads[at]  # said it would seek to buy it
    head = sentence.heads[at]
    own = [i for i in syntax.auxiliaries(sentence, at) if i != verb]
    spoken = {sentence.lemmas[head], syntax.whole(sentence, head)} & grammar.words["speech"]
    return sentence.deps[at] in ("ccomp", "parataxis") and bool(spoken) and (
        past(sentence, head) and any(grammar.modals.get(sentence.lower[i]) == "conditional" for i in own)
        and not any(sentence.lemmas[i] in grammar.words["aux_perfect"] for i in own)
        and not doubted(sentence, head) and all(clause.kind != "condition" for clause in sentence.clauses)
    )


def reported(sentence: Sentence, verb: int) -> bool:
    """``Die USA erklärten, sie hätten …``: of several, reported speech tells a fact in the form of a condition."""
    if not sentence.grammar.endings.reported:
        return False
    at = syntax.main_verb(sentence, verb)
    speech, own = actors.speech(sentence, at), syntax.auxiliaries(sentence, at)
    done = "aux_passive" if syntax.passive_auxiliaries(sentence, at) else "aux_perfect"  # alle Lizenzen würden entzogen
    return speech is not None and bool(own) and syntax.plural(sentence, at) and not doubted(sentence, speech) and all(
        sentence.lemmas[i] in sentence.grammar.words[done] for i in own
    ) and all(clause.kind != "condition" for clause in sentence.clauses)


def conditioned(sentence: Sentence, verb: int) -> bool:
    """``Falls Ungarn zustimmt, unterzeichnet …``: what follows a condition holds under it; a threat or a demand that
    follows one is made all the same, and so is what holds even if.
    """
    words = sentence.grammar.words
    if sentence.governs(verb) or sentence.joined(verb) in words["speech"] or (
        sentence.lemmas[verb] in words["speech"]
    ):
        return False
    at = syntax.main_verb(sentence, verb)
    openers = [
        i for clause in syntax.dependents(sentence, at, ("advcl",)) if clause < at
        for i in syntax.children(sentence, clause) if sentence.lower[i] in words["conditional_openers"]
    ]
    return any(words["concessions"].isdisjoint(sentence.lower[max(i - 1, 0) : i + 2]) for i in openers)


def inverted(sentence: Sentence, verb: int) -> bool:
    """``…, should Rome block it``, ``…, sollte Rom es untersagen``: an auxiliary in the place of ``if``, behind what
    holds under the condition.
    """
    if sentence.forms[-1] == "?":
        return False
    at = syntax.main_verb(sentence, verb)
    own = [i for i in (*syntax.children(sentence, at), at) if sentence.pos[i] != "PUNCT"]
    first = min(own, default=at)
    return sentence.deps[at] in ("advcl", "parataxis", "ccomp") and sentence.heads[at] < first and (
        sentence.lower[first] in sentence.grammar.words["inverted_conditionals"]
    ) and any(first < i for i in syntax.subjects(sentence, at))


def permitted(sentence: Sentence, verb: int) -> bool | None:
    """Whether an infinitive is what somebody has leave for (``granted a licence to ship arms``), or no longer has, or
    never had: ``revoked the licence to ship arms``, ``untersagte ihm, Waffen zu liefern``. None where nothing tells.
    """
    noun, words, giving = actors.held(sentence, verb), sentence.grammar.words, sentence.heads[verb]
    if noun is None:
        forbidden = syntax.whole(sentence, giving) in words["forbidding"] and syntax.infinitive(sentence, verb)
        return left_open(sentence, giving) or denied(sentence, giving) if forbidden and giving != verb else None
    permissions = tuple(words["permissions"])
    if not sentence.lemmas[noun].endswith(permissions):
        return None
    giving = sentence.heads[noun]
    refused = denied(sentence, noun) != denied(sentence, giving)
    return left_open(sentence, giving) or (syntax.whole(sentence, giving) in words["withholding"]) == refused


def factive(sentence: Sentence, verb: int) -> bool:
    """Whether what governs an infinitive or a gerund says that it happened: praised, admitted, punished for it."""
    at, words = syntax.main_verb(sentence, verb), sentence.grammar.words
    head = sentence.heads[at]
    if sentence.pos[head] == "ADV" or (sentence.deps[at] == "acl" and head > at):
        head = sentence.heads[head]  # dafür, … zu haben; guilty of exporting phones, taken for exporting ones
    if words["factive"] & {sentence.lemmas[head], sentence.lower[head], syntax.whole(sentence, head)}:
        return True
    above = syntax.verb_above(sentence, head) if sentence.pos[head] == "NOUN" and sentence.deps[at] == "acl" else None
    return above is not None and actors.asks(sentence, above, at) and bool(words["factive"] & {sentence.lemmas[above]})


def avowed(sentence: Sentence, verb: int) -> bool:
    """``teilte mit, sie sanktioniert zu haben``: what somebody says to have done himself."""
    above = syntax.above(sentence, verb)
    return above is not None and not doubted(sentence, above) and not sentence.grammar.words["speech"].isdisjoint(
        {sentence.lemmas[above], sentence.joined(above), syntax.whole(sentence, above)})


def concludes(sentence: Sentence, verb: int) -> bool:
    """``ended with Washington sanctioning it``: a gerund that tells how another thing ended."""
    words = sentence.grammar.words
    return syntax.gerund(sentence, verb) and sentence.deps[verb] == "advcl" and any(
        sentence.lower[i] in words["circumstances"] | words["initial_circumstances"]
        for i in syntax.dependents(sentence, verb, ("mark", "case"))
    )


def is_aim(sentence: Sentence, verb: int) -> bool:
    """``lifted the ban to please them``: an infinitive that only tells what another thing is done for."""
    return sentence.deps[verb] == "advcl" and syntax.infinitive(sentence, verb)


def sided(sentence: Sentence, noun: int) -> bool:
    """``is not against a meeting with Iran``: what somebody is for or against is not there yet."""
    words = sentence.grammar.words
    if syntax.preposition(sentence, noun) not in words["sides"] or (
        any(sentence.lower[i] in words["definite"] for i in syntax.dependents(sentence, noun, ("det", "det:poss")))
    ):
        return False
    above = sentence.heads[noun]
    linked = sentence.lemmas[above] in words["aux_state"] and sentence.deps[noun] in ("obl", "obl:arg")
    return linked or bool(syntax.dependents(sentence, noun, ("cop",)))


def let_through(sentence: Sentence, noun: int) -> bool | None:
    """Whether a deal may go ahead: ``approved the takeover``, ``gave the green light to it``, not ``did not approve the
    takeover``, ``has yet to clear it``. None where no verb tells.
    """
    verb = sentence.heads[noun]
    if verb == noun or sentence.deps[noun] not in ("obj", "iobj", "obl:arg", "obl", "nsubj:pass", "nsubj"):
        return None
    told = {sentence.lemmas[verb], syntax.whole(sentence, verb)}
    told |= {f"{sentence.lemmas[verb]} {sentence.lemmas[i]}" for i in syntax.children(sentence, verb)}
    if sentence.grammar.words["approving"].isdisjoint(told):
        return None
    return not (denied(sentence, verb) or left_open(sentence, verb))


def denies_other(sentence: Sentence, negator: int, head: int) -> bool:
    """``…, was Ungarn nicht tat``: whether a negator belongs to a verb below this one that has its own subject, or to
    an attribute of another noun: ``wegen nicht gemeldeter Spenden``.
    """
    verb, own = sentence.heads[negator], syntax.main_verb(sentence, head)
    if sentence.deps[verb] == "amod" and negator < verb < sentence.heads[verb] != own:
        return True
    if sentence.deps[syntax.first(sentence, own)] == "amod" and own not in syntax.upward(sentence, negator):
        return True  # the jailed reporter got no help
    clause = sentence.deps[verb] in ("advcl", "ccomp", "acl:relcl", "parataxis") and sentence.heads[verb] == own
    return verb != own and clause and bool(syntax.subjects(sentence, verb))


def exchanged(sentence: Sentence, verb: int) -> int | None:
    """The object that another takes the place of: ``did not sanction Rosneft but Lukoil``."""
    if not denied(sentence, syntax.main_verb(sentence, verb)):
        return None
    corrections = sentence.grammar.words["corrections"]
    for i in syntax.dependents(sentence, syntax.main_verb(sentence, verb), ("obj",)):
        for other in syntax.dependents(sentence, i, ("conj",)):
            joints = syntax.dependents(sentence, other, ("cc",))
            if sentence.pos[other] in syntax.NOMINAL and any(sentence.lower[joint] in corrections for joint in joints):
                return i
    return None


def vouched(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund tells what happens: one that nothing governs, a circumstance, or one of a verb known for it."""
    if not syntax.gerund(sentence, verb):
        return True
    complement = sentence.deps[verb] == "xcomp" or (
        sentence.deps[verb] in ("advcl", "acl", "ccomp") and bool(syntax.dependents(sentence, verb, ("mark", "case")))
    )
    finite = any(
        not syntax.gerund(sentence, i) for i in syntax.dependents(sentence, verb, ("aux", "nsubj"))
    )
    return not complement or syntax.circumstance(sentence, verb) or factive(sentence, verb) or finite


def ends_in(sentence: Sentence, noun: int, verb: int) -> bool:
    """``The takeover collapsed``: a noun is the subject of a verb that has no complement."""
    acting = sentence.heads[noun] == verb and sentence.deps[noun] in ("nsubj", "nsubj:pass")
    return acting and not syntax.dependents(sentence, verb, ("xcomp", "ccomp", "obj"))


def closes(sentence: Sentence, noun: int, verb: int) -> bool:
    """``The talks ended on Sunday``: what comes to its end by itself took place; what ``was ended`` may not have."""
    return sentence.heads[noun] == verb and sentence.deps[noun] == "nsubj" and not (
        syntax.passive_auxiliaries(sentence, verb)
    )


def undergoes(sentence: Sentence, noun: int, verb: int) -> bool:
    """``The lifting of sanctions is being discussed``."""
    return sentence.heads[noun] == verb and sentence.deps[noun] == "nsubj:pass"


def undergone(sentence: Sentence, noun: int, verb: int) -> bool:
    """``stopped the deliveries``, ``The deliveries were stopped``."""
    return sentence.heads[noun] == verb and sentence.deps[noun] in ("obj", "nsubj:pass")


def lacks(sentence: Sentence, noun: int) -> bool:
    """``Ein Verbot wird es nicht geben``, ``There will not be a ban``: a verb that says that something is not there."""
    verb = sentence.heads[noun]
    return verb != noun and sentence.deps[noun] in ("obj", "nsubj") and denied(sentence, verb) and any(
        sentence.lower[i] in sentence.grammar.words["existential"] for i in syntax.dependents(sentence, verb, ("expl",))
    )


def yet_to_start(sentence: Sentence, noun: int) -> bool:
    """``The ban will take effect``, ``Jetzt soll es kommen: das Verbot``: a measure that is there by name alone."""
    verb, words = sentence.heads[noun], sentence.grammar.words
    told = sentence.deps[noun] == "parataxis" and any(
        sentence.lower[i] in words["itself"] for i in syntax.dependents(sentence, verb, ("expl",))
    ) if verb != noun else False
    if verb == noun or not (told or sentence.deps[noun] in ("nsubj", "nsubj:pass")):
        return False
    if syntax.whole(sentence, verb) in words["impending"]:
        return True  # Das Verbot steht bevor
    if sentence.lemmas[verb] not in words["begins"]:
        return False
    own = syntax.auxiliaries(sentence, verb)
    if denied(sentence, verb) and not words["not_yet"].isdisjoint(
        sentence.lower[i] for i in syntax.children(sentence, verb)
    ):
        return True  # does not take effect immediately
    return any(
        sentence.grammar.modals.get(sentence.lower[i]) in ("requested", "intended", "conditional")
        or sentence.lemmas[i] in words["aux_future"] for i in own
    )


def under_it(sentence: Sentence, participle: int) -> bool:
    """``will deliver eight of them under a contract signed in May``: what was done to a thing by which something else
    is done, whatever is said of that. Not ``will return with a deal signed by both``.
    """
    if sentence.deps[participle] != "acl" or syntax.infinitive(sentence, participle):
        return False
    noun = sentence.heads[participle]
    basis = syntax.preposition(sentence, noun) in sentence.grammar.words["bases"]
    return noun < participle and sentence.deps[noun] in ("obl", "nmod") and basis and not (
        syntax.auxiliaries(sentence, participle) or sentence.lower[participle] == sentence.lemmas[participle]
        or sentence.lower[participle].endswith(sentence.grammar.endings.gerund or ())
    )


def searched_for(sentence: Sentence, noun: int) -> bool:
    """``information leading to his arrest``, ``Hinweise, die zur Festnahme führen``; but ``the tip that led to it``."""
    verb = sentence.heads[noun]
    if verb == noun or sentence.deps[verb] not in ("acl", "acl:relcl"):
        return False
    form, endings = sentence.lower[verb], sentence.grammar.endings
    present = form == sentence.lemmas[verb] or form.endswith((*endings.present, *endings.gerund))
    return present and not syntax.auxiliaries(sentence, verb) and (
        sentence.lemmas[sentence.heads[verb]] in sentence.grammar.words["clues"]
    )


def names(sentence: Sentence, verb: int, noun: int) -> bool:
    """``called the allegations a lie``, ``considers the sanctions essential``: what somebody takes something for asks
    for nothing.
    """
    if sentence.lemmas[verb] not in sentence.grammar.words["naming"] or not undergone(sentence, noun, verb):
        return False
    told = [i for i in syntax.dependents(sentence, noun, ("amod",)) if sentence.pos[i] == "ADJ"]
    return any(i > noun for i in (*syntax.dependents(sentence, verb, ("xcomp", "obj")), *told))


def subjected(sentence: Sentence, index: int, noun: int) -> bool:
    """``Der Iran ist Ziel von Sanktionen``: a word that says who undergoes something plans nothing."""
    return sentence.lemmas[index] in sentence.grammar.words["subjected"] and (
        sentence.heads[noun] == index and syntax.copular(sentence, index)
    )


def invented(sentence: Sentence, head: int) -> bool:
    """``In the novel, Sweden bans it``, ``Im Roman verbietet Schweden es``."""
    words, at = sentence.grammar.words, syntax.main_verb(sentence, head)
    return any(
        sentence.lemmas[i] in words["fiction"] and syntax.preposition(sentence, i) in words["settings"]
        for verb in (at, sentence.heads[at]) for i in syntax.dependents(sentence, verb, ("obl",))
    )


def ordered(sentence: Sentence, verb: int) -> bool:
    """``Lift the ban, she told them``, ``Liefern Sie bitte …``, ``Stoppt die Lieferungen!``, ``Sanktionen verhängen!``:
    a form by which somebody is told to act.
    """
    at, words = syntax.main_verb(sentence, verb), sentence.grammar.words
    while sentence.deps[at] == "conj" and not syntax.subjects(sentence, at) and sentence.heads[at] != at:
        at = sentence.heads[at]
    if sentence.pos[at] != "VERB" or sentence.deps[at] == "advcl" or sentence.forms[-1] == "?":
        return False
    let = sentence.heads[at]
    if sentence.deps[at] in ("xcomp", "ccomp") and sentence.lemmas[let] in words["letting"]:
        return all(sentence.pos[i] == "PUNCT" for i in range(let))  # Let us impose sanctions
    own, base = syntax.subjects(sentence, at), sentence.lower[at] == sentence.lemmas[at]
    helped = any(sentence.lemmas[i] not in words["light_verbs"] for i in syntax.auxiliaries(sentence, at) if i != at)
    leads = all(sentence.pos[i] in ("PUNCT", "INTJ", "CCONJ", "ADV", "AUX", "PART") for i in range(at))
    if sentence.grammar.syntax.fixed_order:
        return leads and base and not own and not helped
    politely = any(
        i == at + 1 and sentence.lower[i] in words["polite_subjects"] and sentence.forms[i][:1].isupper() for i in own
    )
    called = any(sentence.forms[i] == "!" for i in syntax.children(sentence, at) if i > at)
    return not helped and ((leads and politely and not past(sentence, at)) or (not own and called and (leads or base)))


def judged(sentence: Sentence, verb: int) -> bool:
    """``was wrong to ban it``, ``was quick to act``: who is judged for what he did. Not ``It is wrong to ban it``."""
    at, words = syntax.main_verb(sentence, verb), sentence.grammar.words
    head = sentence.heads[at]
    said = sentence.deps[at] in ("xcomp", "csubj", "ccomp", "advcl") and sentence.lemmas[head] in words["judged_for"]
    who = [i for i in syntax.subjects(sentence, head) if sentence.lower[i] not in words["itself"]]
    return said and head < at and bool(who) and syntax.copular(sentence, head) and not left_open(sentence, head)


def first_to(sentence: Sentence, verb: int) -> bool:
    """``the first country to call for …``, ``was the first to call for …`` did."""
    noun = sentence.heads[verb] if sentence.deps[verb] in ("acl", "acl:relcl", "advcl") else verb
    firsts = sentence.grammar.words["firsts"]
    if sentence.deps[verb] == "xcomp":  # becoming the first to be convicted
        beside = [i for i in syntax.dependents(sentence, sentence.heads[verb], ("xcomp",)) if i < verb]
        noun = beside[-1] if beside else sentence.heads[verb]
    return noun != verb and any(sentence.lower[i] in firsts for i in (noun, *syntax.children(sentence, noun)))


def speaks(sentence: Sentence, verb: int) -> bool:
    """Whether this is a verb of speech with a subject of its own."""
    return sentence.lemmas[verb] in sentence.grammar.words["speech"] and bool(
        syntax.subjects(sentence, verb)
    )
