"""Who depends on what: the arguments of a trigger, read from its Universal Dependencies (de Marneffe et al. 2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from depesche.events.sentence import BREAKS, QUOTES, Mention, Sentence
from depesche.records import Entity

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
_OUTSIDE = frozenset({
    "acl", "acl:relcl", "appos", "conj", "cc", "cc:preconj", "case", "mark", "parataxis", "advcl", "punct", "dep",
    "nsubj", "cop", "aux", "advmod", "dislocated", "list", "ccomp", "orphan",
})  # fmt: skip
"""What depends on a noun and is no part of its phrase."""
_BESIDE = 3  # tokens from a verb to the next one that has the same object
_STEPS = 6  # verbs to climb for a subject that is not said again


def fillers(sentence: Sentence, trigger: Trigger, slot: str) -> list[Mention]:
    """The phrases in a slot of a trigger, coordinated ones one by one; none where the sentence has no syntax."""
    if not sentence.heads:
        return []
    found = {m.first: m for i in _positions(sentence, trigger, slot) if i not in sentence.dated and (
        i not in trigger.tokens or slot == "companion") and (
        m := mention_at(sentence, i))}
    return list(found.values())


def way(sentence: Sentence, mention: Mention, trigger: int) -> str:
    """The relations from the head of a mention up to the trigger, or to the root: ``Huawei <nsubj:pass- added``."""
    inside = range(mention.first, mention.last + 1)
    at = next((i for i in inside if sentence.heads[i] not in inside or sentence.heads[i] == i), mention.first)
    steps = [sentence.forms[at]]
    while at != trigger and sentence.heads[at] != at:
        steps.append(f"<{sentence.deps[at]}- {sentence.forms[sentence.heads[at]]}")
        at = sentence.heads[at]
    return " ".join(steps)


def _positions(sentence: Sentence, trigger: Trigger, slot: str) -> list[int]:
    head = _content(sentence, trigger.head)
    if slot == "companion":
        return _listed(sentence, [i for i in trigger.tokens if i != head and sentence.pos[i] in ("NOUN", "PROPN")][:1])
    if slot == "speaker":
        return _speaker(sentence, head)
    if slot in ("subject", "object", "dative", "genitive", "compound"):
        return (_of_noun if trigger.voice == "nominal" else _of_verb)(sentence, trigger, head, slot)
    return _listed(sentence, _governed(sentence, _own(sentence, trigger), slot))


def _of_noun(sentence: Sentence, trigger: Trigger, head: int, slot: str) -> list[int]:
    if slot == "genitive":
        return _listed(sentence, _genitive(sentence, head))
    governor = _verb_above(sentence, head)
    return subject(sentence, governor) if slot == "subject" and governor is not None else []


def _of_verb(sentence: Sentence, trigger: Trigger, head: int, slot: str) -> list[int]:
    if slot == "subject":
        return _agent(sentence, head) if trigger.voice == "passive" else subject(sentence, head)
    two = _two_objects(sentence, head) if any("dative" in slots for slots in trigger.frame.roles.values()) else None
    if slot == "object":
        what = [two[1]] if two and two[1] not in trigger.tokens else []
        return _listed(sentence, what) or _patient(sentence, trigger, head)
    if slot == "dative":
        return _listed(sentence, [two[0]] if two else _children(sentence, head, ("iobj",)))
    companions = [i for i in trigger.tokens if i != head] if slot == "genitive" else []
    return _listed(sentence, [i for own in companions for i in _genitive(sentence, own)])


def _two_objects(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """``liefert der Ukraine Panzer``: to whom and what, where the parser takes both for objects. Without an article
    that tells, whoever gets it comes first.
    """
    objects = [i for i in _children(sentence, verb, ("obj",)) if sentence.pos[i] not in ("SYM", "ADJ")]  # worth $3m
    if len(objects) != 2 or sentence.lower[objects[0]] in sentence.grammar.words["reflexives"]:
        return None
    first, second = objects
    accusative = sentence.grammar.words["accusative_only"] - sentence.grammar.words["dative_determiners"]
    swapped = any(sentence.lower[i] in accusative for i in _children(sentence, first, ("det", "det:poss")))
    return (second, first) if swapped else (first, second)


def _own(sentence: Sentence, trigger: Trigger) -> list[int]:
    """The trigger's tokens, for a noun that is the object of a verb the verb, for a verb its object: what a preposition
    joins to one of them may be meant for the other.
    """
    own = [_content(sentence, i) for i in trigger.tokens]
    head = sentence.heads[trigger.head]
    if trigger.voice == "nominal" and sentence.deps[trigger.head] in ("obj", "nsubj:pass") and head != trigger.head:
        own.append(head)
    if trigger.voice == "active":
        own += [i for i in patients(sentence, trigger.head, passive=False) if i not in own]
    return own


def children(sentence: Sentence, index: int) -> Sequence[int]:
    if not sentence.below:
        sentence.below = [[] for _ in sentence.forms]
        for i, head in enumerate(sentence.heads):
            if head != i:
                sentence.below[head].append(i)
    return sentence.below[index]


def _children(sentence: Sentence, index: int, relations: Sequence[str]) -> list[int]:
    return [i for i in children(sentence, index) if sentence.deps[i] in relations]


def _listed(sentence: Sentence, indices: Sequence[int]) -> list[int]:
    """With those that are coordinated with them, in the order of the text."""
    found: list[int] = []
    for index in indices:
        found += [index, *_conjuncts(sentence, index)]
    return sorted(dict.fromkeys(found))


def _conjuncts(sentence: Sentence, index: int) -> Iterator[int]:
    for child in _children(sentence, index, ("conj",)):
        if sentence.pos[child] in NOMINAL and not _children(sentence, child, ("nsubj", "nsubj:pass", "cop")):
            yield child
            yield from _conjuncts(sentence, child)


def subject(sentence: Sentence, verb: int, steps: int = _STEPS) -> list[int]:
    """Who does it: the subject, or that of the verb that this one goes on with or is governed by."""
    verb = _content(sentence, verb)
    if own := _subjects(sentence, verb):
        return _named(sentence, own[0], verb)
    head, relation = sentence.heads[verb], sentence.deps[verb]
    if head == verb or not steps:
        return []
    to_act = infinitive(sentence, verb)
    if circumstance(sentence, verb):
        for _ in range(_STEPS):  # In addition to banning it
            if sentence.pos[head] in ("VERB", "AUX") or sentence.heads[head] == head:
                break
            head = sentence.heads[head]
        return subject(sentence, head, steps - 1)
    if relation == "acl" and _children(sentence, verb, ("mark",)) and not to_act:
        return _subject_beside(sentence, head, verb, steps)
    if relation == "acl" and sentence.pos[head] in NOMINAL and not to_act:
        others = sentence.grammar.words["accusative_only"]
        if any(sentence.lower[i] in others for i in _children(sentence, verb, ("obj", "iobj"))):
            above = _verb_above(sentence, head)  # wrote to the officials urging them: not they urge themselves
            return subject(sentence, above, steps - 1) if above is not None else []
        return _listed(sentence, [head])  # companies exporting chips
    if relation == "conj":
        return [] if sentence.pos[head] in NOMINAL - {"ADJ"} else subject(sentence, head, steps - 1)
    governed = relation in ("xcomp", "advcl") or (relation in ("ccomp", "parataxis") and to_act)
    governed = governed or (relation == "ccomp" and _gerund(sentence, verb))
    dependent = sentence.lower[verb] == sentence.lemmas[verb] or to_act or _gerund(sentence, verb)
    if (relation in ("ccomp", "parataxis") or (relation in ("xcomp", "advcl") and dependent)) and (
        asks(sentence, head, verb)
    ):
        return _asked(sentence, head, steps)
    return subject(sentence, head, steps - 1) if governed else []


def _subject_beside(sentence: Sentence, noun: int, verb: int, steps: int) -> list[int]:
    """Who acts in a gerund that a noun takes: ``discussed the idea of banning it``; but ``sentenced him to a fine for
    exporting arms``.
    """
    above = _verb_above(sentence, noun)
    if above is None:
        return []
    if sentence.deps[noun] == "obj":
        return subject(sentence, above, steps - 1)
    return _asked(sentence, above, steps) if asks(sentence, above, verb) else []


def _asked(sentence: Sentence, verb: int, steps: int) -> list[int]:
    """Who is to act where somebody is urged, forced or allowed to."""
    asked = [*_children(sentence, verb, ("obj", "iobj")), *_subjects(sentence, verb)[1:]]
    if asked:
        return _named(sentence, asked[0], verb)
    own = bool(_children(sentence, verb, ("nsubj:pass",))) or own_act(sentence, verb)
    return subject(sentence, verb, steps - 1) if own else []


def own_act(sentence: Sentence, verb: int) -> bool:
    """``stopped selling``, ``keep selling``: without an object what a verb ends or tells as a fact is its subject's."""
    return sentence.lemmas[verb] in sentence.grammar.words["factive"] or "ceased" in sentence.governs(verb)


def _gerund(sentence: Sentence, verb: int) -> bool:
    return sentence.lower[verb].endswith(sentence.grammar.endings.gerund or ("\0",))


def infinitive(sentence: Sentence, verb: int) -> bool:
    markers, form = sentence.grammar.words["infinitive_markers"], sentence.lower[verb]
    return any(sentence.lower[i] in markers for i in _children(sentence, verb, ("mark", "aux", "case"))) or any(
        m in form[2:-2] and form.replace(m, "", 1) == sentence.lemmas[verb] for m in markers
    )  # aufzunehmen


def asks(sentence: Sentence, governor: int, verb: int) -> bool:
    """Whether the object of a governor is the one who acts in an infinitive or gerund, not in one that only follows or
    comes first: ``condemned Iran, sanctioning three generals``.
    """
    words = sentence.grammar.words
    if _free(sentence, verb):
        return False
    control = words["object_control"] | words["gerund_control"] if _gerund(sentence, verb) else words["object_control"]
    return bool(control & {sentence.lemmas[governor], sentence.joined(governor)})


def _free(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund without a preposition is set off by a comma, and so tells what the subject does as well."""
    if not sentence.heads or not _gerund(sentence, verb) or sentence.deps[verb] != "advcl":
        return False
    head = sentence.heads[verb]
    return not _children(sentence, verb, ("mark", "case", "nsubj")) and "," in sentence.forms[
        min(head, verb) : max(head, verb)
    ]


def _content(sentence: Sentence, verb: int) -> int:
    """An auxiliary's main verb, which is what the rest of the clause depends on."""
    return sentence.heads[verb] if sentence.deps[verb] in ("aux", "aux:pass", "cop") else verb


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject first; what else the parser took for one is an object. An entity goes before other words, one of the
    verb's own clause before those, and a pronoun that can be nothing else before all.
    """
    marks = sentence.grammar.words["possessive_clitics"]
    own = [
        i for i in _children(sentence, verb, ("nsubj", "nsubj:pass", "nsubj:outer"))
        if all(sentence.lower[case] in marks for case in _children(sentence, i, ("case",)))
    ]
    clause, only = sentence.clause_of(verb), sentence.grammar.words["nominative_only"]
    objects = [i for i in _children(sentence, verb, ("obj",)) if sentence.lower[i] in only] if own else []
    return sorted([*own, *objects], key=lambda i: (
        sentence.lower[i] not in only, sentence.clause_of(i) != clause, i not in sentence.inside
    ))  # fmt: skip


def _named(sentence: Sentence, index: int, verb: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause depends on."""
    if sentence.pos[index] in ("PRON", "DET") and sentence.lower[index] in sentence.grammar.words["relative_pronouns"]:
        at = verb
        for _ in range(_STEPS):
            if sentence.deps[at] in ("acl:relcl", "acl") and sentence.heads[at] != at:
                return _listed(sentence, [sentence.heads[at]])
            at = sentence.heads[at]
        return []
    return _listed(sentence, [index])


def elsewhere(sentence: Sentence, modal: int, head: int) -> bool:
    """Whether a modal belongs to a verb with a clause of its own beside the trigger's, which has its own subject:
    ``would become a front just as China pushed back``.
    """
    if not sentence.heads or sentence.deps[modal] != "aux":
        return False
    verb, at = sentence.heads[modal], _content(sentence, head)
    for _ in range(_STEPS):
        if at == verb:
            return False
        if _subjects(sentence, at) and sentence.deps[at] in ("advcl", "acl:relcl", "parataxis"):
            return True
        if sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    return False


def shared_auxiliaries(sentence: Sentence, head: int) -> list[int]:
    """Of the verbs that a bare form goes on with: ``müsste Truppen abziehen, …, Sanktionen aufheben``."""
    if not sentence.heads or sentence.lower[head] != sentence.lemmas[head]:
        return []
    found: list[int] = []
    at = head
    for _ in range(_STEPS):
        if sentence.deps[at] != "conj":
            break
        at = sentence.heads[at]
        found += _children(sentence, at, ("aux",))
    return found


def dates(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date, of which ``index`` is one token, depends on the trigger's verb or on one that it goes on with.

    What is demanded or rejected is so when it is said: then the verb of speech above counts too.
    """
    if not sentence.heads:
        return False
    between = sentence.forms[min(index, trigger.head) : max(index, trigger.head)]
    at, near = index, BREAKS.isdisjoint(between)
    for _ in range(_STEPS):
        if sentence.pos[at] in ("VERB", "AUX") or at == trigger.head:
            break
        at = sentence.heads[at]
    verb: int | None = _content(sentence, trigger.head)
    if trigger.voice == "nominal":
        verb = _verb_above(sentence, trigger.head)
    at = _content(sentence, at)
    for _ in range(_STEPS):
        if verb is None or at == verb:
            break
        relation = sentence.deps[verb]
        said = trigger.frame.speaks and relation in ("ccomp", "parataxis", "xcomp")
        near = near or said
        verb = sentence.heads[verb] if relation == "conj" or said else None
    return near and verb == at


def dates_modifier(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Der 1999 geborene Hacker``, ``arrested Braun, who fled in 2020``: the date of another verb, which tells of a
    noun that is not the trigger; ``said it was cold in May``: of what is said to be so.
    """
    if not sentence.heads:
        return False
    at, own = index, _content(sentence, trigger.head)
    for _ in range(_STEPS):
        if at == own or sentence.heads[at] == at:
            return False
        clause = sentence.deps[at] in ("ccomp", "parataxis", "advcl", "csubj")
        if clause and sentence.pos[at] != "VERB" and _children(sentence, at, ("cop", "nsubj")):
            return not _below(sentence, own, at)
        tells = sentence.deps[at] in ("amod", "acl", "acl:relcl") and sentence.pos[at] in ("VERB", "AUX", "ADJ")
        if tells and at not in sentence.dated and not infinitive(sentence, at):
            return sentence.heads[at] != trigger.head and not _below(sentence, own, at)
        at = sentence.heads[at]
    return False


def _below(sentence: Sentence, index: int, top: int) -> bool:
    for _ in range(_STEPS):
        if index == top:
            return True
        index = sentence.heads[index]
    return False


def dates_document(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The report of May 2021 warned``: what a dated document says it says on its date."""
    if not sentence.heads or not trigger.frame.speaks or trigger.voice == "nominal":
        return False
    at = index
    subjects = _subjects(sentence, _content(sentence, trigger.head))
    for _ in range(_STEPS):
        if at in subjects:
            named = mention_at(sentence, at).entity
            return named.label not in ("PERSON", "ORG", "GPE") or named.kind != "name"
        if sentence.pos[at] in ("VERB", "AUX"):
            return False
        at = sentence.heads[at]
    return False


def modifiers(sentence: Sentence, verb: int) -> list[int]:
    """What may deny a verb: its adverbs, and what stands before its object (``neither Iran nor Syria``)."""
    if not sentence.heads:
        return []
    found = _children(sentence, _content(sentence, verb), ("advmod",))
    for i in _children(sentence, _content(sentence, verb), ("obj",)):
        found += [i, *_children(sentence, i, ("det", "cc:preconj", "cc", "advmod"))]
    return found


def attribute(sentence: Sentence, verb: int) -> bool:
    """``Cosco, sanctioned by Washington, …``: a past participle that depends on a noun, or has an agent."""
    if not sentence.heads or _gerund(sentence, verb):
        return False
    return sentence.deps[verb] == "acl" or bool(_children(sentence, verb, ("obl:agent", "aux:pass", "nsubj:pass")))


def above(sentence: Sentence, head: int) -> int | None:
    """The verb or noun that governs an infinitive or a complement clause, however far off it stands."""
    if not sentence.heads:
        return None
    at = _content(sentence, head)
    relation, words = sentence.deps[at], sentence.grammar.words
    opened = [sentence.lower[i] for i in children(sentence, at) if sentence.deps[i] != "det"]
    complement = not words["complementizers"].isdisjoint(opened)
    if relation == "acl:relcl" and complement:  # the notion that Norway banned it: nothing is left for the pronoun
        objects = {sentence.lower[i] for i in _children(sentence, at, ("obj",))}
        complement = bool(objects - words["relative_pronouns"])
    bare = relation == "acl:relcl" and words["relative_pronouns"].isdisjoint(opened) and _verb_second(sentence, at)
    noun = sentence.pos[sentence.heads[at]] == "NOUN" and bool(_subjects(sentence, at)) and (
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


def _verb_second(sentence: Sentence, verb: int) -> bool:
    """``die Meldung, Scholz habe …``: a clause without its opener, whose finite verb is not the last word."""
    last = sentence.last_word(sentence.clauses[sentence.clause_of(verb)], verb)
    finite = min([verb, *_children(sentence, verb, ("aux", "aux:pass"))])
    return sentence.grammar.syntax.verb_second and finite < max(last, verb)


def wills(sentence: Sentence, verb: int) -> bool:
    """``wants to act``, not ``wants somebody to act``: nobody else has a part in what is wanted."""
    if not sentence.heads:
        return False
    themselves = sentence.grammar.words["reflexives"]
    others = [i for i in _children(sentence, verb, ("obj", "iobj")) if sentence.lower[i] not in themselves]
    clauses = _children(sentence, verb, ("xcomp", "ccomp"))
    return bool(clauses) and not others and not any(_subjects(sentence, i) for i in clauses)


def doubted(sentence: Sentence, verb: int) -> bool:
    """``Nobody claims``, ``did not say``, ``wrongly stated``: what a verb says is denied, or called an error."""
    words = sentence.grammar.words
    around = [verb, *_subjects(sentence, verb)]
    return any(_denied(sentence, i) for i in around) or any(
        sentence.lower[i] in words["erring"] for at in around for i in children(sentence, at)
    )


def taken_for_granted(sentence: Sentence, head: int) -> bool:
    """``did not say why they banned it``: the question is open, what it asks about is not."""
    questions = sentence.grammar.words["factual_questions"]
    return any(sentence.lower[i] in questions for i in children(sentence, _content(sentence, head)))


def confirmed(sentence: Sentence, noun: int) -> bool:
    """``The claim that … is true``, ``Das Gerücht, … wurde bestätigt``: its verb lifts the doubt of a noun."""
    words, at = sentence.grammar.words, noun
    if not sentence.heads or sentence.deps[at] not in ("nsubj", "nsubj:pass") or not (
        sentence.lemmas[at].endswith(tuple(words["doubtful_nouns"]))
    ):
        return False
    verb = sentence.heads[at]
    lifts = "true" in sentence.governs(verb) or bool(
        words["confirming"] & {sentence.lemmas[verb], sentence.lower[verb], _with_particle(sentence, verb)}
    )
    return lifts and not _denied(sentence, verb) and not _denied(sentence, at) and not _open(sentence, verb)


def lacking(sentence: Sentence, noun: int) -> bool:
    """``no evidence``, ``did not provide proof``, ``ohne Beleg``."""
    without = sentence.grammar.words["without"]
    return _denied(sentence, noun) or _denied(sentence, sentence.heads[noun]) or any(
        sentence.lower[i] in without for i in children(sentence, noun)
    )


def fulfilled(sentence: Sentence, noun: int) -> bool:
    """``The planned takeover was completed``: whatever was planned happened, as the verb says whose subject it is."""
    if not sentence.heads or sentence.deps[noun] not in ("nsubj", "nsubj:pass"):
        return False
    verb, words = sentence.heads[noun], sentence.grammar.words["fulfilling"]
    beside = {f"{sentence.lemmas[verb]} {sentence.lemmas[i]}" for i in children(sentence, verb)}
    told = words & {sentence.lemmas[verb], sentence.joined(verb), _with_particle(sentence, verb), *beside}
    return bool(told) and not _denied(sentence, verb) and not _open(sentence, verb) and _past(sentence, verb)


def _past(sentence: Sentence, verb: int) -> bool:
    """Whether a verb or an auxiliary of its own has a form of the past."""
    past, endings = sentence.grammar.words["past_auxiliaries"], sentence.grammar.endings
    form = sentence.lower[verb]
    own = auxiliaries(sentence, verb)
    if own:
        return any(sentence.lower[i] in past for i in own)
    return form != sentence.lemmas[verb] and (form.endswith(endings.past) or not form.endswith(endings.present))


def _denied(sentence: Sentence, index: int) -> bool:
    words = sentence.grammar.words
    return any(
        sentence.lower[i] in words["negators"]
        and sentence.lower[min(i + 1, len(sentence) - 1)] not in words["negator_exceptions"]
        for i in children(sentence, index)
    )


def _open(sentence: Sentence, verb: int) -> bool:
    """Whether a modal, a future or a hedge leaves a verb open, or it is an infinitive."""
    grammar = sentence.grammar
    return infinitive(sentence, verb) or any(
        sentence.lower[i] in grammar.modals or sentence.lower[i] in grammar.hedges
        or (sentence.deps[i] == "aux" and sentence.lemmas[i] in grammar.words["aux_future"])
        for i in children(sentence, verb)
    )


def subjunctive(sentence: Sentence, verb: int) -> bool:
    """``that sanctions be lifted``, ``insist that Berlin ban Huawei``: a base form with a subject of its own."""
    words = sentence.grammar.words
    if not sentence.heads or not words["subjunctives"] or infinitive(sentence, verb) or not _subjects(sentence, verb):
        return False
    own = [i for i in auxiliaries(sentence, verb) if i != verb]
    if own:
        return all(sentence.lower[i] in words["subjunctives"] for i in own)
    opened = any(sentence.lower[i] in words["complementizers"] for i in children(sentence, verb))
    head = sentence.heads[verb]
    return opened and sentence.lower[verb] == sentence.lemmas[verb] and sentence.lemmas[head] in words["mandative"]


def factive(sentence: Sentence, verb: int) -> bool:
    """Whether what governs an infinitive or a gerund says that it happened: praised, admitted, punished for it."""
    if not sentence.heads:
        return False
    at, words = _content(sentence, verb), sentence.grammar.words
    head = sentence.heads[at]
    if sentence.pos[head] == "ADV" or (sentence.deps[at] == "acl" and head > at):
        head = sentence.heads[head]  # dafür, … zu haben; guilty of exporting phones, taken for exporting ones
    if words["factive"] & {sentence.lemmas[head], sentence.lower[head], _with_particle(sentence, head)}:
        return True
    above = _verb_above(sentence, head) if sentence.pos[head] == "NOUN" and sentence.deps[at] == "acl" else None
    return above is not None and asks(sentence, above, at) and bool(words["factive"] & {sentence.lemmas[above]})


def _with_particle(sentence: Sentence, verb: int) -> str:
    found = particle(sentence, verb)
    return "" if found is None else sentence.lower[found] + sentence.lemmas[verb]


def circumstance(sentence: Sentence, verb: int) -> bool:
    """``by banning``, ``after meeting``: a gerund that tells how or when another thing was done by the same."""
    words = sentence.grammar.words
    if any(" ".join(sentence.lower[max(verb - n, 0) : verb]) in words["circumstances"] for n in (2, 3)):
        return True  # as well as banning it
    first = sentence.deps[verb] == "advcl" and verb < sentence.heads[verb] if sentence.heads else False
    openers = words["circumstances"] | words["initial_circumstances"] if first else words["circumstances"]
    return any(sentence.lower[i] in openers for i in _children(sentence, verb, ("mark", "case")))


def concludes(sentence: Sentence, verb: int) -> bool:
    """``ended with Washington sanctioning it``: a gerund that tells how another thing ended."""
    words = sentence.grammar.words
    return bool(sentence.heads) and _gerund(sentence, verb) and sentence.deps[verb] == "advcl" and any(
        sentence.lower[i] in words["circumstances"] | words["initial_circumstances"]
        for i in _children(sentence, verb, ("mark", "case"))
    )


def denies_other(sentence: Sentence, negator: int, head: int) -> bool:
    """``…, was Ungarn nicht tat``: whether a negator belongs to a verb below this one that has its own subject."""
    if not sentence.heads:
        return False
    verb, own = sentence.heads[negator], _content(sentence, head)
    clause = sentence.deps[verb] in ("advcl", "ccomp", "acl:relcl", "parataxis") and sentence.heads[verb] == own
    return verb != own and clause and bool(_subjects(sentence, verb))


def exchanged(sentence: Sentence, verb: int) -> int | None:
    """The object that another takes the place of: ``did not sanction Rosneft but Lukoil``."""
    if not sentence.heads or not _denied(sentence, _content(sentence, verb)):
        return None
    corrections = sentence.grammar.words["corrections"]
    for i in _children(sentence, _content(sentence, verb), ("obj",)):
        for other in _children(sentence, i, ("conj",)):
            joints = _children(sentence, other, ("cc",))
            if sentence.pos[other] in NOMINAL and any(sentence.lower[joint] in corrections for joint in joints):
                return i
    return None


def vouched(sentence: Sentence, verb: int) -> bool:
    """Whether a gerund tells what happens: one that nothing governs, a circumstance, or one of a verb known for it."""
    if not sentence.heads or not _gerund(sentence, verb):
        return True
    complement = sentence.deps[verb] == "xcomp" or (
        sentence.deps[verb] in ("advcl", "acl", "ccomp") and bool(_children(sentence, verb, ("mark", "case")))
    )
    return not complement or circumstance(sentence, verb) or factive(sentence, verb) or bool(
        _children(sentence, verb, ("aux", "nsubj"))
    )


def ends_in(sentence: Sentence, noun: int, verb: int) -> bool:
    """``The takeover collapsed``: a noun is the subject of a verb that has no complement."""
    return not sentence.heads or (
        sentence.heads[noun] == verb and sentence.deps[noun] in ("nsubj", "nsubj:pass")
        and not _children(sentence, verb, ("xcomp", "ccomp", "obj"))
    )


def undergoes(sentence: Sentence, noun: int, verb: int) -> bool:
    """``The lifting of sanctions is being discussed``."""
    return bool(sentence.heads) and sentence.heads[noun] == verb and sentence.deps[noun] == "nsubj:pass"


def auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    """The auxiliaries of a verb; of an auxiliary those of its main verb."""
    return _children(sentence, _content(sentence, verb), ("aux", "aux:pass", "cop")) if sentence.heads else []


def joins_nouns(sentence: Sentence, index: int) -> bool:
    """Whether a conjunction stands between noun phrases (``A und B festgenommen``), not between clauses."""
    if not sentence.heads or sentence.deps[index] != "cc":
        return False
    noun = sentence.heads[index]
    both = {sentence.pos[noun], sentence.pos[sentence.heads[noun]]}
    return sentence.deps[noun] == "conj" and both <= {"NOUN", "PROPN", "PRON"} and not _children(
        sentence, noun, ("nsubj", "nsubj:pass", "cop", "aux")
    )


def acts(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has the subject of an active one."""
    return bool(sentence.heads) and bool(_children(sentence, verb, ("nsubj",)))


def has_arguments(sentence: Sentence, verb: int) -> bool:
    """Whether a verb has a subject, an object or an agent."""
    return bool(sentence.heads) and bool(_children(sentence, verb, ("nsubj", "nsubj:pass", "obj", "obl:agent")))


def alone(sentence: Sentence, verb: int, *, reflexive: bool) -> bool:
    """Whether a verb has a subject and no object: ``the ambassadors met``, or itself alone: ``sie trafen sich``."""
    themselves, head = sentence.grammar.words["reflexives"], _content(sentence, verb)
    objects = {sentence.lower[i] for i in _children(sentence, head, ("obj", "iobj", "expl", "expl:pv"))}
    return acts(sentence, head) and objects <= themselves and bool(objects) == reflexive


def subjectless(sentence: Sentence, verb: int) -> bool:
    """``companies they said posed a threat``: who does it stands outside, ahead of the verb of speech. ``the idea of
    banning it``: nobody does.
    """
    if not sentence.heads or not sentence.grammar.syntax.fixed_order:
        return False
    if sentence.deps[verb] == "acl" and _gerund(sentence, verb) and _children(sentence, verb, ("mark",)):
        return not _subjects(sentence, verb)
    complement = sentence.deps[verb] == "ccomp" and not infinitive(sentence, verb) and not _gerund(sentence, verb)
    return complement and not _subjects(sentence, verb)


def elsewhere_done(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the agent of another verb."""
    at = _outermost(sentence, mention) if sentence.heads else mention.first
    return bool(sentence.heads) and sentence.deps[at] == "obl:agent" and sentence.heads[at] != _content(sentence, verb)


def dative(sentence: Sentence, mention: Mention) -> bool:
    """Whether the article of a phrase can be nothing else, or is a plural's where it is no subject's."""
    words, at = sentence.grammar.words, _outermost(sentence, mention)
    articles = words["dative_determiners"] - words["genitive_determiners"] | words["accusative_only"]
    return any(sentence.lower[i] in articles for i in _children(sentence, at, ("det",)))


def is_subject(sentence: Sentence, mention: Mention, verb: int) -> bool:
    """Whether a phrase is the verb's own subject, not one that it shares or takes over."""
    at = _outermost(sentence, mention) if sentence.heads else mention.first
    return bool(sentence.heads) and sentence.deps[at] == "nsubj" and sentence.heads[at] == _content(sentence, verb)


def _outermost(sentence: Sentence, mention: Mention) -> int:
    """The token of a phrase on which the others depend."""
    inside = range(mention.first, mention.last + 1)
    return next((i for i in inside if sentence.heads[i] not in inside), mention.first)


def is_attribute(sentence: Sentence, mention: Mention) -> bool:
    """``die Lizenz von Intel``: a phrase that belongs to the noun right before it."""
    if not sentence.heads:
        return False
    at = _outermost(sentence, mention)
    return sentence.deps[at] == "nmod" and 0 < mention.first - sentence.heads[at] <= _BESIDE - 1


def described(sentence: Sentence, mention: Mention) -> Mention:
    """The phrase whose attribute a nationality is: Chinese providers."""
    head = sentence.heads[mention.last] if sentence.heads else mention.last
    between = range(mention.last + 1, head + 1)
    if mention.entity.label != "NORP" or not 0 < len(between) <= _BESIDE or head in sentence.inside or (
        any(sentence.pos[i] not in ("NOUN", "PROPN", "ADJ") for i in between)
    ):
        return mention
    words = " ".join(sentence.forms[mention.first : head + 1])
    entity = Entity(sentence.start(mention.first), sentence.end(head), words, "", "nominal")  # type: ignore[arg-type]
    return replace(mention, entity=entity, last=head, within=mention.entity.label)


def first_to(sentence: Sentence, verb: int) -> bool:
    """``the first country to call for …`` did."""
    noun = sentence.heads[verb] if sentence.heads and sentence.deps[verb] in ("acl", "acl:relcl", "advcl") else verb
    firsts = sentence.grammar.words["firsts"]
    return noun != verb and any(sentence.lower[i] in firsts for i in (noun, *children(sentence, noun)))


def has_agent(sentence: Sentence, verb: int) -> bool:
    agents = sentence.grammar.words["passive_agent"]
    return any(_preposition(sentence, i) in agents for i in _children(sentence, verb, ("obl:agent",)))


def passive_auxiliaries(sentence: Sentence, verb: int) -> list[int]:
    return _children(sentence, verb, ("aux:pass",)) if sentence.heads else []


def speaks(sentence: Sentence, verb: int) -> bool:
    """Whether this is a verb of speech with a subject of its own."""
    return sentence.lemmas[verb] in sentence.grammar.words["speech"] and bool(sentence.heads) and bool(
        _subjects(sentence, verb)
    )


def copular(sentence: Sentence, verb: int) -> bool:
    """``It should be fine``: what is said is a quality."""
    return bool(sentence.heads) and bool(_children(sentence, _content(sentence, verb), ("cop",)))


def adverbial(sentence: Sentence, verb: int) -> bool:
    """Whether a verb's clause only says under which circumstances another holds."""
    return bool(sentence.heads) and sentence.deps[_content(sentence, verb)] == "advcl"


def document(sentence: Sentence, head: int) -> Mention | None:
    """The document that an event is told in or that tells it itself: ``In dem Schreiben wurde … gefordert``, ``a report
    which said that …``.
    """
    if not sentence.heads:
        return None
    nouns = tuple(sentence.grammar.words["document_nouns"])
    within = sentence.grammar.syntax.document_preposition
    at = _content(sentence, head)
    for step in range(_STEPS):
        joined = [i for i in children(sentence, at) if sentence.lemmas[i].endswith(nouns) and sentence.pos[i] == "NOUN"]
        for i in joined:
            subject_of = step == 0 and sentence.deps[i] in ("nsubj", "nsubj:pass")
            if _preposition(sentence, i) == within or (subject_of and sentence.pos[head] == "VERB"):
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
    return next(iter(_children(sentence, verb, ("compound:prt",))), None) if sentence.heads else None


def patients(sentence: Sentence, verb: int, *, passive: bool) -> list[int]:
    """What is done to: heads of the object, or of the subject of a passive; a relative pronoun stands for its noun."""
    if not sentence.heads:
        return []
    if passive:
        return subject(sentence, verb)
    objects = _children(sentence, _content(sentence, verb), ("obj",))
    objects = objects or _children(sentence, _content(sentence, verb), ("iobj",))  # asked the President to
    objects = objects or [
        i for i in _children(sentence, _content(sentence, verb), ("obl:arg",))
        if any(sentence.lower[det] in sentence.grammar.words["accusative_only"] for det in children(sentence, i))
    ]  # setzte den Netzausrüster ZTE auf die Liste
    if objects:
        return _named(sentence, objects[0], verb)
    bare = sentence.deps[verb] == "acl:relcl" and bool(_subjects(sentence, verb)) and not any(
        sentence.lower[i] in sentence.grammar.words["relative_pronouns"] for i in children(sentence, verb)
    )
    return [sentence.heads[verb]] if bare else []  # the legislation we passed


def _agent(sentence: Sentence, verb: int) -> list[int]:
    agents = sentence.grammar.words["passive_agent"]
    joined = _children(sentence, verb, ("obl", "obl:agent", "obl:arg", "nmod"))
    return _listed(sentence, [i for i in joined if _preposition(sentence, i) in agents][:1])


def _patient(sentence: Sentence, trigger: Trigger, verb: int) -> list[int]:
    if trigger.voice == "passive":
        return subject(sentence, verb)
    own = [
        i for i in patients(sentence, verb, passive=False) or _subjects(sentence, verb)[1:] if i not in trigger.tokens
    ]
    if own:
        return own if len(own) > 1 else _listed(sentence, own)
    for other in _children(sentence, verb, ("conj",)):  # to investigate and sanction the company
        objects = _children(sentence, other, ("obj",))
        if objects and sentence.pos[other] == "VERB" and len(trigger.tokens) == 1 and other - verb <= _BESIDE:
            return _named(sentence, objects[0], other)
    return []


def _genitive(sentence: Sentence, noun: int) -> list[int]:
    owners = _children(sentence, noun, ("nmod", "nmod:poss", "det:poss"))
    return [i for i in owners if sentence.deps[i] == "nmod:poss" or _preposition(sentence, i) is None]


def _governed(sentence: Sentence, own: Sequence[int], preposition: str) -> list[int]:
    """What one preposition joins to any of these tokens."""
    for token in own:
        for i in children(sentence, token):
            if i in own or sentence.pos[i] not in NOMINAL or _preposition(sentence, i) != preposition:
                continue
            if i > token or sentence.pos[token] != "NOUN":  # a noun's phrases stand behind it
                return _named(sentence, i, token)
    return []


def _preposition(sentence: Sentence, index: int) -> str | None:
    for i in _children(sentence, index, ("case",)):
        found = sentence.grammar.prepositions.get(sentence.lower[i])
        if found:
            return found
    return None


def _speaker(sentence: Sentence, verb: int) -> list[int]:
    """The subject of the verb of speech that a clause depends on, or that stands beside it."""
    at = verb
    for _ in range(_STEPS):
        for beside in (sentence.heads[at], *_children(sentence, at, ("parataxis", "ccomp"))):
            if beside != at and sentence.lemmas[beside] in sentence.grammar.words["speech"]:
                return subject(sentence, beside)
        if sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    return []


def _verb_above(sentence: Sentence, noun: int) -> int | None:
    """The verb whose object or adjunct a noun is: ``Huawei held talks``."""
    at = noun
    for _ in range(_STEPS):
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
            beside = next(iter(sentence.mentions[number + 1 : number + 2]), mention)
            if mention.entity.kind != "nominal" or beside.entity.kind != "name" or beside.first != mention.last + 1 or (
                index not in sentence.heads[beside.first : beside.last + 1]
            ):
                return mention
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
    for child in _children(sentence, index, ("appos", "flat", "flat:name", "compound")):
        name = next((m for m in sentence.mentions if m.first <= child <= m.last), None)
        reach = _BESIDE if name and name.entity.label == "PERSON" else 1
        if name and name.entity.kind == "name" and 0 < name.first - last <= reach and not any(
            sentence.pos[i] == "PUNCT" for i in range(last, name.first)
        ):  # the President of Panama Juan Carlos Varela, the drone maker DJI
            entity = replace(name.entity, start=sentence.start(first))
            return replace(name, entity=entity, first=first, prep=_preposition(sentence, index))
    names = [
        m.entity for m in sentence.mentions if first <= m.first and m.last <= last
        and ((m.first < index and not _of_participle(sentence, m, index))
             or (m.bare and index in sentence.heads[m.first : m.last + 1]))
    ]  # the police force, the newspaper Le Monde; but a decision of the paper is not the paper
    inside = names[0].label if names else ""
    kind = "pronoun" if sentence.pos[index] == "PRON" else "nominal"
    words = " ".join(sentence.forms[first : last + 1])
    entity = Entity(sentence.start(first), sentence.end(last), words, "", kind)  # type: ignore[arg-type]
    return Mention(entity, first, last, _preposition(sentence, index), False, None, False, inside)


def _of_participle(sentence: Sentence, mention: Mention, noun: int) -> bool:
    """``die von London verhängten Sanktionen``: who did something to what the phrase names is not what it names."""
    above = sentence.heads[_outermost(sentence, mention)]
    return above != noun and sentence.deps[above] == "amod" and mention.prep is not None


def _ends_phrase(sentence: Sentence, index: int) -> bool:
    """A colon, a dash, or a verb with a subject of its own: wherever the parser hung it, a noun phrase ends there."""
    if sentence.forms[index] in BREAKS:
        return True
    return sentence.pos[index] in ("VERB", "AUX") and bool(_subjects(sentence, _content(sentence, index)))


def _phrase(sentence: Sentence, index: int) -> tuple[int, int]:
    """First and last token of a noun phrase without relative clauses, appositions and coordinated phrases."""
    first = last = index
    for child in children(sentence, index):
        if sentence.deps[child] in _OUTSIDE or sentence.pos[child] == "PUNCT":
            continue
        a, b = _phrase(sentence, child)
        if sentence.deps[child] in ("nmod", "nmod:poss", "nmod:desc") and child > index:
            a = min([a, *_children(sentence, child, ("case",))])
        first, last = min(first, a), max(last, b)
    return first, last
