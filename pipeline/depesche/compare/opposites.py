"""Words of opposite poles that stand in each other's place: rose, sank. Won and lost, said of the other one, agree.

A state may be the opposite of two changes: left unchanged, raised, lowered.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

from depesche.compare.clauses import Clauses
from depesche.compare.records import Finding
from depesche.compare.side import Side, finding, place_of
from depesche.resources import LANGUAGES, load

ALIKE, LOOSELY = 0.4, 0.2  # likeness of words of opposite poles, and of those that are said of the same
MODIFIED = 0.5  # likeness of what modifiers say it of
_MODIFIERS = frozenset({"ADJ", "ADV", "DET"})
_COMPLETING = frozenset({"ADJ", "ADV"})
_COMPOUND, _PART = 9, 5  # letters of a compound, and of a noun in it
_JOINING, _REACH = frozenset({"ADP", "SCONJ"}), 5  # words behind such a one that it goes with
_AGENT = "obl:agent"
_SUBJECTS = ("nsubj", _AGENT, "csubj")
_OBJECTS = ("obj", "obl:arg")
_PASSIVE = "nsubj:pass"

Poles = tuple[frozenset[str], frozenset[str]]
Pair = tuple[int, int]


def find(told: Clauses, unsaid: tuple[set[int], set[int]], denials: tuple[set[int], set[int]]) -> Iterator[Finding]:
    """:param unsaid: words of both sides that are denied. :param denials: words that deny, or are like those."""
    ours, theirs = told.ours, told.theirs
    until = _says_until(ours) != _says_until(theirs)
    for poles, converse, lasting in _opposites():
        if lasting and until:  # closed until Monday: opens on Monday
            continue
        (a, b), (c, d) = (_at(side, poles[side.text.lang]) for side in (ours, theirs))
        if (turned := _turned(told, (a, b), (c, d))) and turned[0] not in unsaid[0] and turned[1] not in unsaid[1]:
            yield finding("claim", place_of(ours, turned[0]), place_of(theirs, turned[1]), "opposite", "high", 0.7)
        for left, right, none, neither in ((a, d, b, c), (b, c, a, d)):
            if left and right and not none and not neither:
                i, j = max(((i, j) for i in left for j in right), key=lambda pair: told.like[pair])
                other = _of_another(told, i, j) or (converse and _of_nobody(told, i, j))
                other = other or _lacks(ours, i, denials[0]) or _lacks(theirs, j, denials[1])
                if _in_place(told, i, j) and i not in unsaid[0] and j not in unsaid[1] and not other:
                    yield finding("claim", place_of(ours, i), place_of(theirs, j), "opposite", "high", 0.7)


def _turned(told: Clauses, mine: tuple[list[int], list[int]], yours: tuple[list[int], list[int]]) -> Pair | None:
    """Where both sides have both poles, and each of what is said of the other: exports rose, imports fell."""
    said = [[(i, j) for i in one for j in other if told.of_one(i, j)] for one in mine for other in yours]
    same, across, back, equal = said
    return across[0] if across and back and not same and not equal else None


def opposed(ours: Side, i: int, theirs: Side, j: int) -> bool:
    """Whether two words are of opposite poles."""
    return any((a and d) or (b and c) for (a, b), (c, d) in _told_by(ours, i, theirs, j))


def same(ours: Side, i: int, theirs: Side, j: int) -> bool:
    """Whether two words are of the same pole, and so translate each other."""
    return any((a and c) or (b and d) for (a, b), (c, d) in _told_by(ours, i, theirs, j))


def _told_by(ours: Side, i: int, theirs: Side, j: int) -> Iterator[tuple[tuple[bool, ...], tuple[bool, ...]]]:
    """Of each two poles which ones have the two words."""
    first, second = _forms(ours, i), _forms(theirs, j)
    for poles, *_ in _opposites():
        mine, yours = poles[ours.text.lang], poles[theirs.text.lang]
        yield tuple(bool(pole & first) for pole in mine), tuple(bool(pole & second) for pole in yours)


def _in_place(told: Clauses, i: int, j: int) -> bool:
    """Whether a word of one pole stands where one of the other stands: alike as nothing else, or said of the same."""
    like = told.like
    said, other = _completed(told.ours, i), _completed(told.theirs, j)
    if max(like[i, j], like[said, other]) >= LOOSELY and (told.of_one(i, j) or told.of_one(said, other)):
        return True
    best = (like[i].max(), like[:, j].max())
    if _in_compound(told.ours, i):  # the other part of the word has its own counterpart
        best = (like[i, j], best[1])
    if _in_compound(told.theirs, j):
        best = (best[0], like[i, j])
    if max(best) > like[i, j] or like[i, j] < ALIKE:
        return False
    modifies = told.ours.tokens[i].pos in _MODIFIERS
    return not modifies or bool(like[told.ours.heads[i], told.theirs.heads[j]] >= MODIFIED)


def _in_compound(side: Side, word: int) -> bool:
    return side.tokens[word].pos == "NOUN" and bool(_made_of(side.tokens[word].text, side.text.lang))


def _completed(side: Side, word: int) -> int:
    """The verb that a word completes: left unchanged, bleibt geschlossen, in favour, already decided."""
    if _set_phrase(side, side.heads[word]) and side.tokens[word].pos == "ADP":
        word = side.heads[word]
    token = side.tokens[word]
    completes = token.pos in _COMPLETING and token.dep in ("xcomp", "advmod")
    return side.heads[word] if completes or _set_phrase(side, word) else word


def _set_phrase(side: Side, word: int) -> bool:
    """Whether a word stands alone behind a preposition: in half."""
    below = [k for k, head in enumerate(side.heads) if head == word != k]
    return side.tokens[word].dep == "obl" and below == [word - 1] and side.tokens[word - 1].pos == "ADP"


def _of_another(told: Clauses, i: int, j: int) -> bool:
    """Whether the subject of one is something else beside the other: A beat B, B lost to A; A bought it, sold to A."""
    return _beside(told, i, j) or _beside(told.turned, j, i)


def _beside(told: Clauses, i: int, j: int) -> bool:
    mine, yours = _depending(told.ours, i), _depending(told.theirs, j)
    return any(
        dep.startswith(_SUBJECTS) and (other := yours.get(told.pairs.get(a, -1)))
        and not other.startswith(_SUBJECTS) and not (dep == _PASSIVE and other in _OBJECTS)
        for a, dep in mine.items()
    )  # fmt: skip


def _of_nobody(told: Clauses, i: int, j: int) -> bool:
    """Whether one does not say who acts: it was sold, a collector bought it."""
    mine, yours = _depending(told.ours, i), _depending(told.theirs, j)
    return any(_PASSIVE in some.values() and _AGENT not in some.values() for some in (mine, yours))


def _lacks(side: Side, word: int, denials: set[int]) -> bool:
    """Whether a denial stands behind a preposition or conjunction: with neither side, mit leeren Händen."""
    return side.tokens[word].pos in _JOINING and any(word < i <= word + _REACH for i in denials)


def _depending(side: Side, verb: int) -> dict[int, str]:
    """What depends on a verb, and how. Pronouns of two languages are alike whoever they are of: sie, it, them."""
    return {
        a: word.dep for a, word in enumerate(side.tokens)
        if side.heads[a] == verb != a and word.pos != "PRON"
    }  # fmt: skip


def _at(side: Side, poles: Poles) -> tuple[list[int], list[int]]:
    first, second = ([i for i in range(len(side.tokens)) if _forms(side, i) & pole] for pole in poles)
    return first, second


def _forms(side: Side, i: int) -> frozenset[str]:
    """How lists may have a word: also with its part of speech (defeat/VERB); a particle is a part of its verb."""
    word = side.tokens[i]
    if word.pos == "PROPN" or word.dep == "compound:prt":
        return frozenset()
    whole = side.forms[i] | {f"{word.lemma}/{word.pos}"}
    return whole | _made_of(word.text, side.text.lang) if word.pos == "NOUN" else whole


@cache
def _made_of(noun: str, lang: str) -> frozenset[str]:
    """The nouns of the lists that a compound begins or ends with: Zinssenkung, Ausfuhrverbot."""
    if len(noun) < _COMPOUND:
        return frozenset()
    word = noun.lower()
    listed = {part for poles, *_ in _opposites() for pole in poles[lang] for part in pole}
    return frozenset(
        part for part in listed
        if part.istitle() and len(part) >= _PART and word != part.lower() and (
            word.startswith(part.lower()) or word.endswith(part.lower())
        )
    )  # fmt: skip


def _says_until(side: Side) -> bool:
    words = load("claims")["until"][side.text.lang]
    return any(word.text.lower() in words for word in side.tokens)


@cache
def _opposites() -> list[tuple[dict[str, Poles], bool, bool]]:
    """Each two poles by language, whether they are two sides of one event, and whether one lasts until the other
    begins.
    """
    return [
        (
            {lang: (_listed(entry[lang][one]), _listed(entry[lang][other])) for lang in LANGUAGES},
            bool(entry.get("converse")), bool(entry.get("lasting")),
        )
        for entry in load("claims")["opposites"]
        for one, other in combinations(range(len(entry[LANGUAGES[0]])), 2)
    ]  # fmt: skip


def _listed(words: str) -> frozenset[str]:
    return frozenset(word.strip() for word in words.split("|"))
