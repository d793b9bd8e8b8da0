"""What something is done for, as set phrases tell it: because of the hack, on suspicion of fraud, aus Angst vor …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from depesche.events import phrases, syntax
from depesche.events.sentence import Mention, Sentence

if TYPE_CHECKING:
    from depesche.events.triggers import Trigger

BESIDE = ("obl", "obl:arg", "nmod", "advmod", "advcl", "nsubj", "nsubj:pass")


def find(sentence: Sentence, trigger: Trigger) -> list[Mention]:
    """The first ground beside a trigger, coordinated ones one by one.

    ``because of the hack``, ``citing fears``, ``for its part in it``, ``aus Sicherheitsgründen``, ``unter Berufung auf
    ein Gesetz``.
    """
    own = {syntax.main_verb(sentence, trigger.head), *trigger.tokens}
    beside = [i for at in own for i in syntax.dependents(sentence, at, BESIDE) if i not in own]
    beside += [j for i in beside if sentence.deps[i].startswith("nsubj") for j in syntax.dependents(
        sentence, i, ("acl",))]  # Sweden, citing fears, …
    first = next((found for i in sorted(beside) if (found := _told_by(sentence, i))), [])
    return [_phrase(sentence, i) for i in syntax.listed(sentence, first)]


def named(sentence: Sentence, noun: int) -> bool:
    """``in connection with``, ``aus Sicherheitsgründen``: whether a noun with its preposition is such a set phrase."""
    phrase = sentence.grammar.words["ground_nouns"]
    return any(f"{case} {end}" in phrase for case in _cases(sentence, noun) for end in _endings(sentence, noun))


def _told_by(sentence: Sentence, index: int) -> list[int]:
    words = sentence.grammar.words
    cases = _cases(sentence, index)
    if sentence.lemmas[index] in words["citing"] and syntax.gerund(sentence, index):
        return [i for i in syntax.dependents(sentence, index, ("obj",))
                if sentence.lemmas[i] not in words["cited"] and sentence.pos[i] != "PROPN"]
    if cases & words["ground_prepositions"] or (cases & words["ground_owned"] and any(
        sentence.pos[i] in ("PRON", "DET") for i in syntax.dependents(sentence, index, ("nmod:poss", "det:poss"))
    )):
        return [index]
    if not named(sentence, index):
        return []
    inner = syntax.dependents(sentence, index, ("nmod", "acl"))
    compound = len(_endings(sentence, index)) > 1 and sentence.lemmas[index] not in words["ground_heads"]
    qualified = compound or syntax.dependents(sentence, index, ("compound", "amod"))
    return inner[:1] or ([index] if qualified else [])


def _cases(sentence: Sentence, index: int) -> set[str]:
    return {sentence.lower[i] for i in syntax.dependents(sentence, index, ("case", "mark"))}


def _endings(sentence: Sentence, noun: int) -> list[str]:
    """A noun, and what it may be a compound of, as far as a set phrase has that: sicherheitsgrund, grund."""
    lemma = sentence.lemmas[noun]
    return [lemma, *(end for end in sentence.grammar.words["ground_heads"] if lemma.endswith(end))]


def _phrase(sentence: Sentence, index: int) -> Mention:
    gerund = sentence.pos[index] == "VERB" and syntax.gerund(sentence, index)
    return phrases.clause(sentence, index) if gerund else phrases.mention_at(sentence, index)
