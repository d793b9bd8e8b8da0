"""Negators that deny a part of a sentence and not its event: ``A, but not B``, ``not A but B``, ``A did, B not``."""

from __future__ import annotations

from depesche.events import standing
from depesche.events.sentence import Mention, Sentence
from depesche.events.triggers import Trigger

REACH = 4
"""Tokens between a negator and the phrase that it denies, at most."""
GAPPED = frozenset({"conj", "parataxis", "appos", "orphan", "list", "dislocated", "root", "dep"})
"""How the parser hangs up what is left of a clause whose verb is not said again."""


def denies_part(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """Whether a negator denies only a phrase beside the trigger."""
    if _corrected(sentence, trigger, index) or (
        index < trigger.head and standing.exchanged(sentence, trigger.head) is not None
    ):
        return True
    if index and sentence.forms[index - 1] == "," and _goes_on(sentence, index + 1):
        return True
    stop = sentence.next_stop(index + 1)
    if any(index < i < stop for i in trigger.tokens):
        return False
    before, words = index - 1, sentence.grammar.words
    while before >= 0 and sentence.lower[before] in words["correctives"]:
        before -= 1
    if before >= 0 and (sentence.forms[before] == "," or before < index - 1):
        return not sentence.verbs_in(index + 1, stop) or _gap(sentence, trigger, index)
    return _gap(sentence, trigger, index)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """``nach Peru, nicht aber nach Polen geliefert``: a corrective right behind the negator, and a phrase."""
    words, following = sentence.grammar.words, sentence.lower[index : index + 2]
    return len(following) > 1 and following[0] in words["correctives"] - words["conjunctions"] and (
        following[1] in sentence.grammar.prepositions or following[1] in words["determiners"]
    )


def _corrected(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``nicht Slack, sondern GitHub``: a corrective follows before any verb, and the negator denies what is between."""
    for i in range(index + 1, min(index + 2 * REACH, len(sentence))):
        if sentence.verbal[i] or i in trigger.tokens:
            return False
        if sentence.lower[i] in sentence.grammar.words["corrections"]:
            other = sentence.forms[i - 1] != "," and sentence.pos[index] in ("DET", "PRON")
            return i > index + 1 and not other  # no country but Hungary
    return False


def _gap(sentence: Sentence, trigger: Trigger, index: int) -> bool:
    """``Indien hat es verboten, Pakistan nicht.``: a subject without a verb, and the negator at its end."""
    if any(form[:1].isalnum() for form in sentence.forms[index + 1 : index + 2]):
        return False
    comma = next((i for i in range(index - 1, max(index - 2 * REACH, -1), -1) if sentence.forms[i] == ","), None)
    if comma is None or sentence.verbs_in(comma, index) or trigger.tokens[-1] > comma:
        return False
    gapped = GAPPED if "," in sentence.forms[trigger.head : comma] else GAPPED | {"nsubj", "nsubj:pass"}
    return any(
        sentence.deps[i] in gapped and sentence.pos[i] in ("NOUN", "PROPN", "PRON") and sentence.heads[i] <= comma
        for i in range(comma + 1, index)
    )


def denied(sentence: Sentence, trigger: Trigger, mention: Mention) -> bool:
    """Whether a phrase is denied and so takes no part in the event."""
    words = sentence.grammar.words
    if _replaced(sentence, mention):
        return True
    if words["negators"].isdisjoint(sentence.lower):
        return False
    other = standing.exchanged(sentence, trigger.head)
    if other is not None and mention.first <= other <= mention.last:
        return True
    at = mention.first - 1
    while at >= max(mention.first - REACH, 0) and sentence.lower[at] not in words["negators"] and (
        sentence.lower[at] in words["correctives"] | words["determiners"]
        or sentence.lower[at] in sentence.grammar.prepositions
    ):
        at -= 1
    if sentence.lower[mention.first] in words["negators"]:
        at = mention.first  # keine Handys, sondern Werbung
    if at >= 0 and sentence.lower[at] in words["negators"] and denies_part(sentence, trigger, at):
        return True
    after = mention.last + 1
    while after < min(mention.last + REACH, len(sentence)) and sentence.forms[after].islower() and (
        sentence.lower[after] not in words["negators"]
    ):
        after += 1
    return after < len(sentence) and sentence.lower[after] in words["negators"] and _gap(sentence, trigger, after)


def _replaced(sentence: Sentence, mention: Mention) -> bool:
    """``Huawei rather than Nokia``, ``Huawei statt Nokia``: something else stands in the place of a phrase."""
    words, at = sentence.grammar.words, mention.first
    while at and sentence.lower[at - 1] in words["determiners"]:
        at -= 1
    return any(" ".join(sentence.lower[max(at - n, 0) : at]) in words["replacers"] for n in (1, 2))
