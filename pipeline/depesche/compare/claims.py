"""What sentences claim beyond their names and numbers: parts without a counterpart, denials, opposites, hearsay."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from depesche.annotate import is_word
from depesche.compare import bounds, exchanges, modality, opposites
from depesche.compare.clauses import Clauses
from depesche.compare.records import Finding, Note, Place
from depesche.compare.side import Side, finding, one_sided
from depesche.compare.text import Word
from depesche.resources import load

_NUMERO = frozenset({"NOUN", "PROPN", "SYM", "INTJ"})  # No. 1
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
FAMILIAR = 0.55  # likeness with its best counterpart that a word of the other language has on average
OPEN = 0.85  # how much the words of a part must lack of that, added up, for the part to have none
IN_PLACE = 0.3  # likeness of what stands for hearsay
DENIED, SAID = 0.6, 0.6  # likeness of a word that is denied with its counterpart, and of all words on average
SAID_OF_KNOWN = 0.5  # the last where lists have both words at one pole, or both sides tell what one may do
OF_ONE = 0.45  # of a word that is denied, where two or more of what depends on it have their counterparts there
MOST = 0.85  # of a sentence's words that a part without counterpart may take: more is another sentence
_LENGTH = 10.0  # characters added to both lengths
_STEPS = 3
_LONG = 12  # letters of words that are made of others
_SHORT = 5  # letters of words that are not taken apart


def find(ours: Side, theirs: Side, lengths: float) -> Iterator[Finding]:
    """:param lengths: how much longer the same is in the target's language than in the source's."""
    like = ours.text.meanings[list(ours.span)] @ theirs.text.meanings[list(theirs.span)].T
    if not like.size:
        return
    yield from parts(ours, theirs, (like.max(1), like.max(0)), lengths)
    told = Clauses(ours, theirs, like)
    negated = _negated(ours, theirs), _negated(theirs, ours)
    denials = (_like_denials(ours) | set(negated[0]), _like_denials(theirs) | set(negated[1]))
    bounded: list[Finding] = []
    if bool(negated[0]) == bool(negated[1]):  # who has less than five does not, only who has at least five does
        bounded = list(_bounded(ours, theirs))
    yield from bounded
    for one in opposites.find(told, (_beneath_denials(ours), _beneath_denials(theirs)), denials):
        if not any(_within(one.source, other.source) for other in bounded):
            yield one
    yield from exchanges.find(ours, theirs, like)
    yield from modality.find(told)
    yield from _denied(told)
    yield from _heard(told)


# ------------------------------------------------------------------------------------------- parts without counterpart


def parts(
    ours: Side, theirs: Side, best: tuple[NDArray[np.float32], NDArray[np.float32]], lengths: float,
    least: float = OPEN, note: Note = "no_counterpart",
) -> Iterator[Finding]:  # fmt: skip
    """The part of either side that lacks most, where the other side lacks less and is short for its length.

    :param best: of each word of the two sides its likeness with its best counterpart.
    :param least: how much the part must lack.
    """
    dropped, added = _most_open(ours, theirs, best[0]), _most_open(theirs, ours, best[1])
    longer = math.log((len(theirs.words) / lengths + _LENGTH) / (len(ours.words) + _LENGTH))
    ahead = dropped[0] - added[0]
    if dropped[1] and ahead - longer > least:
        yield finding("claim", _place(ours, dropped[1]), None, note, "medium", _sure(ahead - longer))
    elif added[1] and longer - ahead > least:
        yield finding("claim", None, _place(theirs, added[1]), note, "medium", _sure(longer - ahead))


def _sure(margin: float) -> float:
    return round(min(0.9, 0.5 + margin / 4), 2)


def _place(side: Side, part: Sequence[int]) -> Place:
    first, last = side.tokens[part[0]], side.tokens[part[-1]]
    return Place(first.start, last.end, side.text.record.text[first.start : last.end], first.sentence)


def _most_open(side: Side, there: Side, best: NDArray[np.float32]) -> tuple[float, list[int]]:
    """The syntactic part (a word and all that depends on it) whose content words lack most of being familiar."""
    lacks = FAMILIAR - best
    words = side.tokens
    said = _in_one_word(side, there) | _called(side, there)
    content = [word.pos in CONTENT and len(word.text) > 2 and i not in said for i, word in enumerate(words)]
    first, last, size = list(range(len(words))), list(range(len(words))), [1] * len(words)
    total = [float(lacks[i]) if content[i] else 0.0 for i in range(len(words))]
    count = [int(c) for c in content]
    for i in _leaves_first(side):
        head = side.heads[i]
        if head != i:
            first[head], last[head] = min(first[head], first[i]), max(last[head], last[i])
            size[head] += size[i]
            total[head] += total[i]
            count[head] += count[i]
    most: tuple[float, list[int]] = (0.0, [])
    for i in range(len(words)):
        whole = last[i] - first[i] + 1 == size[i] and size[i] <= MOST * len(words)
        if whole and count[i] > 1 and total[i] > most[0]:
            most = (total[i], list(range(first[i], last[i] + 1)))
    return most


def _in_one_word(side: Side, there: Side) -> set[int]:
    """What is said behind a name here and before it on the other side, in a compound: VW-Chef Oliver Blume."""
    named = {there.tokens[at].text for at in range(1, len(there.tokens)) if _compound(_before_name(there, at))}
    found = {
        i for i, word in enumerate(side.tokens)
        if word.dep == "appos" and side.tokens[side.heads[i]].pos == "PROPN"
        and side.tokens[side.heads[i]].text in named
    }  # fmt: skip
    for i in reversed(_leaves_first(side)):
        if side.heads[i] in found:
            found.add(i)
    return found


def _called(side: Side, there: Side) -> set[int]:
    """The words by which what the other side names is called here: Germany's upper house of parliament."""
    known = {i for i, _, _ in there.described}.union(*map(there.called, there.names))
    spans = [side.text.words_within(start, end) for i, start, end in side.described if i in known]
    return {at - side.span.start for span in spans for at in span}


def _before_name(side: Side, at: int) -> Word:
    """The word before a name that a word is part of."""
    while at > 0 and side.tokens[at].pos == "PROPN" and not _compound(side.tokens[at]):
        at -= 1
    return side.tokens[at]


def _compound(word: Word) -> bool:
    return word.pos in ("NOUN", "PROPN") and ("-" in word.text or len(word.text) >= _LONG)


def _leaves_first(side: Side) -> list[int]:
    depth = [0] * len(side.heads)
    for i in range(len(side.heads)):
        at, steps = i, 0
        while side.heads[at] != at and steps < len(side.heads):
            at, steps = side.heads[at], steps + 1
        depth[i] = steps
    return sorted(range(len(depth)), key=lambda i: -depth[i])


# -------------------------------------------------------------------------------------- bounds, denials and hearsay


def _within(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and b.start <= a.start < b.end


def _bounded(ours: Side, theirs: Side) -> Iterator[Finding]:
    """Numbers and times that one side gives as the least and the other as the most."""
    for a in ours.bounds:
        for b in theirs.bounds:
            alone = all(
                sum(bounds.one(bound.fact, fact) for fact in (*side.numbers, *side.dates)) == 1
                for bound, side in ((a, ours), (b, theirs))
            )
            if alone and bounds.contrary(a, b):
                places = (
                    Place(bound.start, bound.end, side.text.record.text[bound.start : bound.end],
                          side.text.sentence_at(bound.start))
                    for bound, side in ((a, ours), (b, theirs))
                )  # fmt: skip
                yield finding("claim", next(places), next(places), "opposite", "high", 0.7)


def _denied(told: Clauses) -> Iterator[Finding]:
    """One side denies in so many words what the other says in the same words, and denies less."""
    left, right = _negated(told.ours, told.theirs), _negated(told.theirs, told.ours)
    if len(left) > len(right):
        alone = [i for i in left if _said_undenied(told, i, right)]
        if len(alone) == 1:
            yield finding("claim", _place(told.ours, alone), None, "denial", "high", 0.6)
    elif len(right) > len(left):
        alone = [i for i in right if _said_undenied(told.turned, i, left)]
        if len(alone) == 1:
            yield finding("claim", None, _place(told.theirs, alone), "denial", "high", 0.6)


def _said_undenied(told: Clauses, denial: int, denials: Sequence[int]) -> bool:
    """Whether the other side says the word that is denied, and all others of the sentence, and denies it in no way."""
    here, there, like = told.ours, told.theirs, told.like
    word = _denied_word(here, denial)
    same = int(like[word].argmax())
    auxiliary = _words("leave_to", here.text.lang)
    content = [
        i for i, token in enumerate(here.tokens)
        if token.pos in CONTENT - {"ADV"} and i != denial and not here.forms[i] & auxiliary
    ]  # fmt: skip
    left_to = _allowed(here, denial) and _allows(there, range(len(there.tokens)))
    known = left_to or opposites.same(here, word, there, same)
    alike = like[word, same] > (OF_ONE if known or told.shared(word, same) > 1 else DENIED)
    if here.tokens[denial].pos == "DET" and told.pairs.get(word) == same:  # paid no bonus: did not pay a bonus
        alike |= like[here.heads[word], there.heads[same]] > DENIED
    if not alike or not content or float(np.mean(like[content].max(1))) <= (SAID_OF_KNOWN if known else SAID):
        return False
    if opposites.opposed(here, word, there, same):  # nicht angenommen: turned down
        return False
    own, other = _like_denials(here) & _near(here, word), _like_denials(there) & _near(there, same)
    twice = word in own and same not in other and not known  # nicht unschuldig: guilty
    alone = _words("not_before", there.text.lang)
    more = any(int(like[:, i].argmax()) not in own or there.forms[i] & alone for i in other)
    return not twice and not more and not _near(there, same) & set(denials)


def _beneath_denials(side: Side) -> set[int]:
    """The words that are denied, and all that depends on them."""
    denied = {word for i in _negated(side) for word in (side.heads[i], _above(side, i), _denied_word(side, i))}
    for i in reversed(_leaves_first(side)):
        if side.heads[i] in denied:
            denied.add(i)
    return denied


def _near(side: Side, word: int) -> set[int]:
    """A word and all from which it takes three steps at most in the syntax."""
    near = {word}
    for _ in range(_STEPS):
        near |= {side.heads[i] for i in near} | {i for i, head in enumerate(side.heads) if head in near}
    return near


def _denied_word(side: Side, denial: int) -> int:
    """What is denied: of “no longer” what is no longer so, of “not allowed” what is not allowed."""
    word = _above(side, denial)
    if side.forms[word] & _words("leave_to", side.text.lang):
        to = (k for k, head in enumerate(side.heads) if head == word and side.tokens[k].dep == "xcomp")
        return next((k for k in to if side.tokens[k].pos == "VERB"), word)
    return word


def _allowed(side: Side, denial: int) -> bool:
    """Whether it is denied that somebody may or can do something."""
    above, word = _above(side, denial), _denied_word(side, denial)
    auxiliaries = [k for k, head in enumerate(side.heads) if head == word and side.tokens[k].dep == "aux"]
    return _allows(side, [above, *auxiliaries])


def _allows(side: Side, some: Iterable[int]) -> bool:
    words = _words("leave_to", side.text.lang) | _words("leave_to_auxiliaries", side.text.lang)
    return any(side.forms[i] & words for i in some)


def _above(side: Side, denial: int) -> int:
    """What a denial belongs to, adverbs passed over."""
    word = side.heads[denial]
    while side.tokens[word].pos == "ADV" and side.heads[word] != word:
        word = side.heads[word]
    return word


def _negated(side: Side, other: Side | None = None) -> list[int]:
    """Denials; of two that go together (neither, nor) the first; but not what only looks like one (not only), and no
    bound (no more than five); that of a time (not before May) is one where the other side has no such bound.
    """
    lang = side.text.lang
    theirs = {bound.side for bound in other.bounds if not bound.fact.quantity} if other else set()
    bounds = [bound for bound in side.bounds if bound.fact.quantity or other is None or bound.side in theirs]
    denials, pairs = _words("denials", lang), load("claims")["denials_in_pairs"][lang]
    found = [
        i for i, word in enumerate(side.tokens)
        if word.text.lower() in denials and word.pos not in _NUMERO and not _numbers(side, i)
        and not side.forms[i] & _words("no_denials", lang)
        and not any(bound.start <= word.start < bound.end for bound in bounds)
    ]  # fmt: skip
    said = [side.tokens[i].text.lower() for i in found]
    return [i for k, i in enumerate(found) if not any(said[k] == last and first in said[:k] for first, last in pairs)]


def _numbers(side: Side, i: int) -> bool:
    """No 10, No. 1."""
    behind = [word for word in side.tokens[i + 1 : i + 3] if word.text != "."]
    return side.tokens[i].text == "No" and bool(behind) and (behind[0].pos == "NUM" or behind[0].text[:1].isdigit())


def _like_denials(side: Side) -> set[int]:
    some = _words("like_denials", side.text.lang)
    return {i for i, forms in enumerate(side.forms) if forms & some or _made_denial(side.tokens[i], side.text.lang)}


def _made_denial(word: Word, lang: str) -> bool:
    """Whether a word is made of another and a syllable that denies it: unlikely, careless; but not universal."""
    begin, end = _words("like_denials_begin", lang), _words("like_denials_end", lang)
    text = word.text.lower()
    if word.pos not in ("ADJ", "ADV", "NOUN", "VERB") or len(text) <= _SHORT:
        return False
    rests = [text.removeprefix(some).lstrip("-") for some in begin if text.startswith(some)]
    before = [text.removesuffix(some) for some in end if text.endswith(some)]
    rests += [*before, *(rest.removesuffix(load("claims")["like_denials_joint"][lang]) for rest in before)]
    return any(is_word(rest, lang) or is_word(rest.capitalize(), lang) for rest in rests)


def _heard(told: Clauses) -> Iterator[Finding]:
    """One side says that others say so, or that it may be so, the other tells it as its own."""
    ours, theirs = told.ours, told.theirs
    left, right = _hearsay(ours), _hearsay(theirs)
    if left and not right and not _says_so(told, left) and not _in_its_place(told, left):
        yield finding("claim", _place(ours, left[:1]), None, "hearsay", "high", 0.6)
    elif right and not left and not _says_so(told.turned, right) and not _in_its_place(told.turned, right):
        yield finding("claim", None, _place(theirs, right[:1]), "hearsay", "high", 0.6)
    elif not left and not right:
        for here, is_source in ((told, True), (told.turned, False)):
            for i, verb in modality.possible(here):
                if not _says_near(here.theirs, verb):
                    places = one_sided(_place(here.ours, [i]), in_source=is_source)
                    yield finding("claim", *places, "hearsay", "high", 0.6)
                    return


def _says_so(told: Clauses, hearsay: Sequence[int]) -> bool:
    """Whether the other side tells the same, of what hearsay is of on this side, in any words."""
    there = told.theirs
    found = [told.counterpart(verb) for verb in {_verb(told.ours, i) for i in hearsay}]
    if not found or None in found:
        return _says(there)
    return any(_says_near(there, j) for j in found if j is not None)


def _says_near(side: Side, verb: int) -> bool:
    some = _words("hearsay", side.text.lang) | _words("like_hearsay", side.text.lang)
    return any(side.forms[k] & some for k in _near(side, verb))


def _verb(side: Side, word: int) -> int:
    """The verb that a word belongs to."""
    at = word
    while side.tokens[at].pos != "VERB" and side.heads[at] != at:
        at = side.heads[at]
    return at


def _in_its_place(told: Clauses, hearsay: Sequence[int]) -> bool:
    """Whether words of many meanings stand where this side has hearsay: according to, nach."""
    said, there, like = told.ours.tokens, told.theirs, told.like
    some = _words("like_hearsay_in_its_place", there.text.lang)
    stands = {k for i in hearsay for k in ((i,) if said[i].pos == "ADV" else (i, i + 1)) if k < len(like)}
    nearest = [(k, int(like[k].argmax())) for k in stands]
    return any(like[k, j] > IN_PLACE and there.forms[j] & some for k, j in nearest)


def _hearsay(side: Side) -> list[int]:
    words = _words("hearsay", side.text.lang)
    none = {side.heads[i] for i in _negated(side) if side.tokens[i].pos == "DET"}  # keine Angaben
    return [
        i for i, word in enumerate(side.tokens)
        if (side.forms[i] & words and side.tokens[side.heads[i]].dep != "amod" and i not in none)
        or _reported(side, i, word)
    ]  # fmt: skip


def _reported(side: Side, i: int, word: Word) -> bool:
    """Er soll Gelder veruntreut haben: a modal of hearsay over a perfect infinitive."""
    rule = load(side.text.lang)["compare"].get("hearsay_modals")
    if not rule or word.text.lower() not in rule["forms"]:
        return False
    after = [other for other in side.tokens[i + 1 :] if other.sentence == word.sentence]
    return any(
        form.text in rule["perfect"] and before.pos in ("VERB", "AUX")
        and before.text.endswith(tuple(rule["participle"]))
        for before, form in pairwise(after)
    )  # fmt: skip


def _says(side: Side) -> bool:
    """Whether a side tells in any words on whose word something is, or that it may be so."""
    some = _words("hearsay", side.text.lang) | _words("like_hearsay", side.text.lang)
    return any(forms & some for forms in side.forms)


def may_say(side: Side) -> bool:
    """The same where words of many meanings count as well."""
    some = _words("like_hearsay_in_its_place", side.text.lang)
    return _says(side) or any(forms & some for forms in side.forms)


@cache
def _words(kind: str, lang: str) -> frozenset[str]:
    return frozenset(load("claims")[kind][lang])
