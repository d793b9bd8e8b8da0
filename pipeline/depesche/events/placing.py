"""Whether a date beside a trigger is that of the event, or of another word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from depesche.events import syntax
from depesche.events.sentence import BREAKS, Sentence

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger


def dates(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a date, of which ``index`` is one token, depends on the trigger's verb or on one that it goes on with.

    What is demanded or rejected is so when it is said: then the verb of speech above counts too.
    """
    if not sentence.heads:
        return False
    between = sentence.forms[min(index, trigger.head) : max(index, trigger.head)]
    at, near = index, BREAKS.isdisjoint(between)
    for _ in range(syntax.STEPS):
        if sentence.pos[at] in ("VERB", "AUX") or at == trigger.head:
            break
        at = sentence.heads[at]
    verb: int | None = syntax.main_verb(sentence, trigger.head)
    if trigger.voice == "nominal":
        verb = syntax.verb_above(sentence, trigger.head)
    at = syntax.main_verb(sentence, at)
    for _ in range(syntax.STEPS):
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
    at, own = index, syntax.main_verb(sentence, trigger.head)
    for _ in range(syntax.STEPS):
        if at == own or sentence.heads[at] == at:
            return False
        clause = sentence.deps[at] in ("ccomp", "parataxis", "advcl", "csubj")
        if clause and sentence.pos[at] != "VERB" and syntax.dependents(sentence, at, ("cop", "nsubj")):
            return not _below(sentence, own, at)
        tells = sentence.deps[at] in ("amod", "acl", "acl:relcl") and sentence.pos[at] in ("VERB", "AUX", "ADJ")
        if tells and at not in sentence.dated and not syntax.infinitive(sentence, at):
            return sentence.heads[at] != trigger.head and not _below(sentence, own, at)
        at = sentence.heads[at]
    return False


def _below(sentence: Sentence, index: int, top: int) -> bool:
    for _ in range(syntax.STEPS):
        if index == top:
            return True
        index = sentence.heads[index]
    return False


def dates_document(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``The report of May 2021 warned``: what a dated document says it says on its date."""
    if not sentence.heads or not trigger.frame.speaks or trigger.voice == "nominal":
        return False
    at = index
    subjects = syntax.subjects(sentence, syntax.main_verb(sentence, trigger.head))
    for _ in range(syntax.STEPS):
        if at in subjects:
            named = syntax.mention_at(sentence, at).entity
            return named.label not in ("PERSON", "ORG", "GPE") or named.kind != "name"
        if sentence.pos[at] in ("VERB", "AUX"):
            return False
        at = sentence.heads[at]
    return False
