"""Who depends on what: the arguments of a trigger, read from its Universal Dependencies (de Marneffe et al. 2021)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from depesche.events.sentence import Mention, Sentence
from depesche.records import Entity

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET", "SYM"})
_OUTSIDE = frozenset({"acl", "acl:relcl", "appos", "conj", "cc", "case", "mark", "parataxis", "advcl", "punct", "dep",
                      "nsubj", "cop", "aux", "advmod", "cc:preconj", "dislocated", "list", "ccomp", "orphan"})  # fmt: skip
"""What depends on a noun and is no part of its phrase."""
_STEPS = 6  # verbs to climb for a subject that is not said again


def fillers(sentence: Sentence, trigger: Trigger, slot: str) -> list[Mention]:
    """The phrases in a slot of a trigger, coordinated ones one by one; none where the sentence has no syntax."""
    if not sentence.heads:
        return []
    found = {m.first: m for i in _positions(sentence, trigger, slot) if i not in sentence.dated and (
        i not in trigger.tokens or slot == "companion") and (
        m := mention_at(sentence, i))}
    return list(found.values())


def _positions(sentence: Sentence, trigger: Trigger, slot: str) -> list[int]:
    head = _content(sentence, trigger.head)
    if slot == "companion":
        return _listed(sentence, [i for i in trigger.tokens if i != head and sentence.pos[i] in ("NOUN", "PROPN")][:1])
    if slot == "speaker":
        return _speaker(sentence, head)
    if trigger.voice == "nominal":
        if slot == "genitive":
            return _listed(sentence, _genitive(sentence, head))
        if slot in ("subject", "object", "dative", "compound"):
            governor = _verb_above(sentence, head)
            return subject(sentence, governor) if slot == "subject" and governor is not None else []
        return _listed(sentence, _governed(sentence, _own(sentence, trigger), slot))
    if slot == "subject":
        return _agent(sentence, head) if trigger.voice == "passive" else subject(sentence, head)
    if slot == "object":
        return _patient(sentence, trigger)
    if slot == "dative":
        return _listed(sentence, _children(sentence, head, ("iobj",)))
    if slot == "genitive":
        companions = [i for i in trigger.tokens if i != head]
        return _listed(sentence, [i for own in companions for i in _genitive(sentence, own)])
    return _listed(sentence, _governed(sentence, _own(sentence, trigger), slot))


def _own(sentence: Sentence, trigger: Trigger) -> list[int]:
    """The trigger's tokens, and for a noun that is the object of a verb the verb."""
    own = [_content(sentence, i) for i in trigger.tokens]
    head = sentence.heads[trigger.head]
    if trigger.voice == "nominal" and sentence.deps[trigger.head] in ("obj", "nsubj:pass") and head != trigger.head:
        own.append(head)
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
    own = _subjects(sentence, verb)
    if own:
        return _named(sentence, own[0], verb)
    head, relation = sentence.heads[verb], sentence.deps[verb]
    if head == verb or not steps:
        return []
    if relation == "acl":
        return _listed(sentence, [head]) if sentence.pos[head] in NOMINAL and not _infinitive(sentence, verb) else []
    if relation == "acl:relcl":
        return []
    if relation in ("xcomp", "ccomp", "advcl", "conj", "parataxis"):
        if relation != "conj" and _asks(sentence, head):
            asked = [*_children(sentence, head, ("obj", "iobj")), *_subjects(sentence, head)[1:]]
            if asked:
                return _named(sentence, asked[0], head)
            passive = _children(sentence, head, ("nsubj:pass",))
            return subject(sentence, head, steps - 1) if passive else []
        if relation in ("ccomp", "parataxis") and not _infinitive(sentence, verb):
            return []
        if sentence.pos[head] in NOMINAL - {"ADJ"} and relation == "conj":
            return []
        return subject(sentence, head, steps - 1)
    return []


def _content(sentence: Sentence, verb: int) -> int:
    """An auxiliary's main verb, which is what the rest of the clause depends on."""
    return sentence.heads[verb] if sentence.deps[verb] in ("aux", "aux:pass", "cop") else verb


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    """The subject first; what else the parser took for one is an object. One of the verb's own clause goes before
    others, and a pronoun that can be nothing else before all.
    """
    own = [i for i in _children(sentence, verb, ("nsubj", "nsubj:pass", "nsubj:outer"))
           if _preposition(sentence, i) is None]
    clause, only = sentence.clause_of(verb), sentence.grammar.words["nominative_only"]
    objects = [i for i in _children(sentence, verb, ("obj",)) if sentence.lower[i] in only] if own else []
    return sorted([*own, *objects], key=lambda i: (sentence.lower[i] not in only, sentence.clause_of(i) != clause))


def _infinitive(sentence: Sentence, verb: int) -> bool:
    markers = sentence.grammar.words["infinitive_markers"]
    return any(sentence.lower[i] in markers for i in _children(sentence, verb, ("mark", "aux", "case")))


def _asks(sentence: Sentence, verb: int) -> bool:
    return bool(sentence.grammar.words["object_control"] & {sentence.lemmas[verb], sentence.joined(verb)})


def _named(sentence: Sentence, index: int, verb: int) -> list[int]:
    """A relative pronoun stands for the noun that its clause depends on."""
    if sentence.pos[index] == "PRON" and sentence.lower[index] in sentence.grammar.words["relative_pronouns"]:
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
        if _subjects(sentence, at) and sentence.deps[at] in ("advcl", "acl:relcl", "parataxis", "root", "conj"):
            return True
        if sentence.heads[at] == at:
            break
        at = sentence.heads[at]
    return False


def dates(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date, of which ``index`` is one token, depends on the trigger's verb or on one that it goes on with."""
    if not sentence.heads:
        return False
    at = index
    for _ in range(_STEPS):
        if sentence.pos[at] in ("VERB", "AUX") or at == trigger.head:
            break
        at = sentence.heads[at]
    verb: int | None = _content(sentence, trigger.head)
    if trigger.voice == "nominal":
        verb = _verb_above(sentence, trigger.head)
    at = _content(sentence, at)
    return verb is not None and (at == verb or (sentence.deps[verb] == "conj" and sentence.heads[verb] == at))


def _agent(sentence: Sentence, verb: int) -> list[int]:
    agents = sentence.grammar.words["passive_agent"]
    found = [i for i in _children(sentence, verb, ("obl", "obl:agent", "obl:arg", "nmod")) if _preposition(sentence, i) in agents]
    return _listed(sentence, found[:1])


def _patient(sentence: Sentence, trigger: Trigger) -> list[int]:
    verb = trigger.head
    if trigger.voice == "passive":
        found = subject(sentence, verb)
        return found
    first = _subjects(sentence, verb)
    own = [i for i in (*_children(sentence, verb, ("obj",)), *first[1:]) if i not in trigger.tokens and i not in first[:1]]
    if own:
        return _named(sentence, own[0], verb)
    if sentence.deps[verb] == "acl:relcl" and first and not any(
        sentence.lower[i] in sentence.grammar.words["relative_pronouns"] for i in children(sentence, verb)
    ):
        return [sentence.heads[verb]]  # the legislation we passed
    shared = [child for child in _children(sentence, verb, ("conj",)) if sentence.pos[child] == "VERB"]
    for other in shared:  # to investigate and sanction the company
        objects = _children(sentence, other, ("obj",))
        if objects and not trigger.tokens[1:] and other - verb <= 3:
            return _named(sentence, objects[0], other)
    return []


def _genitive(sentence: Sentence, noun: int) -> list[int]:
    found = []
    for i in _children(sentence, noun, ("nmod", "nmod:poss", "det:poss")):
        if sentence.deps[i] == "nmod:poss" or _preposition(sentence, i) is None:
            found.append(i)
    return found


def _governed(sentence: Sentence, own: Sequence[int], preposition: str) -> list[int]:
    """What one preposition joins to any of these tokens."""
    for token in own:
        for i in children(sentence, token):
            if sentence.pos[i] in NOMINAL and _preposition(sentence, i) == preposition and i not in own:
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
    """The mention around a token, else the noun phrase that it heads."""
    for mention in sentence.mentions:
        if mention.first <= index <= mention.last:
            return mention
    first, last = _phrase(sentence, index)
    for child in _children(sentence, index, ("appos", "flat", "flat:name", "compound")):
        name = next((m for m in sentence.mentions if m.first <= child <= m.last and m.first == last + 1), None)
        if name and name.entity.label == "PERSON":  # the President of Panama Juan Carlos Varela
            entity = replace(name.entity, start=sentence.start(first))
            return replace(name, entity=entity, first=first, prep=_preposition(sentence, index))
    words = "pronoun" if sentence.pos[index] == "PRON" else "nominal"
    entity = Entity(sentence.start(first), sentence.end(last), "", "", words)  # type: ignore[arg-type]
    return Mention(entity, first, last, _preposition(sentence, index), False, None, False)


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
