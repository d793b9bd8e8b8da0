"""The tools of mending: a token hangs from another, and what a token is a part of."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable

from depesche.events import syntax
from depesche.events.sentence import Mention, Sentence

SUBJECTS = ("nsubj", "nsubj:pass")
OBJECT, RECEIVER, OBLIQUE, UNTOLD, EMPTY = "obj", "iobj", "obl", "dep", "expl"
COUNTRY, PERSON, PARTIES = "GPE", "PERSON", ("GPE", "ORG", "PERSON")
Mender = Callable[[Sentence, int], None]
MENDED: dict[Mender, frozenset[str]] = {}


def mends(*relations: str) -> Callable[[Mender], Mender]:
    """What a mender needs a token to be, as far as its relation tells."""

    def note(mender: Mender) -> Mender:
        MENDED[mender] = frozenset(relations)
        return mender

    return note


def hang(sentence: Sentence, index: int, head: int, relation: str) -> None:
    """Never from what hangs from it: a tree has no circle, in which a walk to the root would not end."""
    if head != index and index in syntax.upward(sentence, head):
        return
    if sentence.below and (above := sentence.heads[index]) != head:
        if above != index:
            sentence.below[above].remove(index)
        if head != index:
            insort(sentence.below[head], index)
    sentence.heads[index], sentence.deps[index] = head, relation


def subject_of(sentence: Sentence, verb: int) -> str:
    return SUBJECTS[bool(syntax.passive_auxiliaries(sentence, verb))]


def takes(sentence: Sentence, verb: int, case: str, other: str = "") -> bool:
    """Whether some frame of a verb has a role in one case, which the other case does not fill as well."""
    frames = sentence.grammar.by_verb.get(sentence.lemmas[verb], ())
    return any(case in slots and other not in slots for frame in frames for slots in frame.roles.values())


def label_at(sentence: Sentence, index: int) -> str:
    around = mention_around(sentence, index)
    return around.entity.label if around else ""


def mention_around(sentence: Sentence, index: int) -> Mention | None:
    return next((m for m in sentence.mentions if m.first <= index <= m.last), None)


def may_act(sentence: Sentence, index: int) -> bool:
    """Whether neither a word nor its article is a form that no subject has."""
    words = sentence.grammar.words
    articles = {sentence.lower[i] for i in syntax.dependents(sentence, index, ("det", "det:poss"))}
    return sentence.lower[index] not in words["never_subjects"] and articles.isdisjoint(words["accusative_only"]) and (
        syntax.preposition(sentence, index) is None
    )
