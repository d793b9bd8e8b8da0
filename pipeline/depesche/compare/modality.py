"""Whether what two sides say of the same is done in both, or planned or only possible in one of them.

Asked of every verb and its counterpart; events know the truth of a few. A verb is done that stands in a tense of the
past without anything that leaves it open, and open beneath a verb that does: plans to resign, will zurücktreten.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from depesche.compare.clauses import Clauses
from depesche.compare.records import Finding
from depesche.compare.side import Side, finding, place_of
from depesche.resources import load

LEAST = 0.45  # likeness of two verbs of which one translates the other
_BENEATH = ("xcomp", "ccomp", "advcl", "obj", "obl")


def find(told: Clauses) -> Iterator[Finding]:
    ours, theirs = told.ours, told.theirs
    for i, word in enumerate(ours.tokens):
        j = told.counterpart(i) if word.pos == "VERB" else None
        if j is None or told.like[i, j] < LEAST or theirs.tokens[j].pos != "VERB":
            continue
        left, right = _open(ours, i), _open(theirs, j)
        if (left and _done(theirs, j)) or (right and _done(ours, i)):
            a, b = (left or {i}), (right or {j})
            yield finding("claim", place_of(ours, min(a)), place_of(theirs, min(b)), "event_modality", "high", 0.6)
            return


def possible(told: Clauses) -> Iterator[tuple[int, int]]:
    """Words by which a verb of this side is possible only, with the verb of the other side that says the same."""
    some = _words("possible", told.ours.text.lang)
    for i in range(len(told.ours.tokens)):
        words = [
            k for k, head in enumerate(told.ours.heads)
            if head == i and told.ours.tokens[k].pos in ("AUX", "ADJ") and told.ours.forms[k] & some
        ]  # fmt: skip
        j = told.counterpart(i) if words else None
        if j is not None and told.like[i, j] >= LEAST and (_done(told.theirs, j) or _will(told.theirs, j)):
            yield words[0], j


def _will(side: Side, verb: int) -> bool:
    some = _words("certain", side.text.lang)
    own = [k for k, head in enumerate(side.heads) if head == verb and side.tokens[k].dep == "aux"]
    return any(side.forms[k] & some for k in own)


def _open(side: Side, verb: int) -> set[int]:
    """The words that leave a verb open: its auxiliaries, and what it depends on."""
    above = {verb}
    at = verb
    while side.tokens[at].dep.startswith(_BENEATH) and side.heads[at] != at:
        at = side.heads[at]
        above.add(at)
    auxiliaries = {k for k, head in enumerate(side.heads) if head == verb and side.tokens[k].dep == "aux"}
    lang = side.text.lang
    if any(side.tokens[k].text.lower() in _words("perfect", lang) for k in auxiliaries):
        return set()  # er soll es getan haben: others say that it is done
    some = _words("open", lang)
    return {k for k in (above - {verb}) | auxiliaries if side.forms[k] & some}


def _done(side: Side, verb: int) -> bool:
    lang = side.text.lang
    word, dependent = side.tokens[verb], [k for k, head in enumerate(side.heads) if head == verb]
    near = {verb, side.heads[verb], *dependent, *(k for k, head in enumerate(side.heads) if head in dependent)}
    if any(side.forms[k] & _left_open(lang) for k in near):
        return False
    auxiliaries = [side.tokens[k].text.lower() for k in dependent if side.tokens[k].dep.startswith("aux")]
    if auxiliaries:
        return all(form in _words("past", lang) for form in auxiliaries)
    text = word.text.lower()
    return text != word.lemma.lower() and text.endswith(tuple(_words("past_endings", lang)))


@cache
def _left_open(lang: str) -> frozenset[str]:
    """Words that leave in any way open what they stand near of."""
    return _words("open", lang) | _words("like_open", lang) | frozenset(load("claims")["hearsay"][lang])


@cache
def _words(kind: str, lang: str) -> frozenset[str]:
    return frozenset(load("claims")["modality"][kind][lang])
