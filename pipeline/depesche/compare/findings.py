"""What differs between aligned sentences, fact by fact: dates, numbers and names; where those agree, claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

import numpy as np

from depesche import quantities
from depesche.annotate import is_word
from depesche.compare import claims, facts, happenings, quotes
from depesche.compare.facts import Fact, Facts, Key
from depesche.compare.records import Bead, Finding, FindingType, Note, Place, Severity
from depesche.compare.side import Side, finding, may_be_one, one_sided, two_places
from depesche.compare.text import Text, Word
from depesche.entities import alike as names
from depesche.entities import by_name
from depesche.resources import load

OTHER = 0.8  # likeness of the words of two names, in their sentences, under which they are two
OTHER_PERSON = 0.9  # the same of two people, whose names no language translates
OTHER_WORDS = 0.6  # the same where both are made of words of the language, which are translated
OTHER_PARTLY = 0.75  # the same where they have a word in common, or both are abbreviations
ABSENT = 0.38  # likeness with anything of the other side under which a name is not said there
ONCE_MORE = 0.3  # likeness with a name that the other side says more often, from which it stands for one of these
BECOME = 0.4  # likeness from which a single word has come in the place of a name
FEW, SAID_NEAR = 3, 0.55  # words of a sentence, and their likeness with what the sentence beside it became
MOVED = 3  # pairs of sentences further on in which a date or number may stand that a pair lacks
COUNTED = 0.5  # likeness of what two little numbers count, from which they count the same
_OF_MANY_WORDS = ("no_counterpart",)  # of a claim that facts which differ make likely themselves
_PROPER = ("PERSON", "GPE", "LOC")


def find(source: Text, target: Text, found: tuple[Facts, Facts], beads: Sequence[Bead]) -> list[Finding]:
    """Findings in the order of the beads. :param found: the facts of both texts."""
    lengths = load(target.lang)["compare"]["length"] / load(source.lang)["compare"]["length"]
    quoted = quotes.find(source, target, found, beads)
    out: list[Finding] = []
    alone: dict[tuple[int, str], list[Fact]] = {}
    for at, bead in enumerate(beads):
        ours, theirs = Side(source, found[0], bead.source), Side(target, found[1], bead.target)
        inside = [one for one in quoted if _begins_in(one, bead)]
        if bead.source and bead.target:
            some = [*_dates(ours, theirs), *_numbers(ours, theirs), *_entities(ours, theirs)]
            told = _claims(ours, theirs, lengths, inside)
            out += [*some, *(one for one in told if not some or _apart(one, some))]
            out += [one for one in inside if not (some and one.note == "quote_words")]
        else:
            side, name = (ours, "source") if bead.source else (theirs, "target")
            alone[at, name] = [*side.dates, *side.numbers]
            near = [beads[k] for k in (at - 1, at + 1) if 0 <= k < len(beads)]
            if not _said_near((ours, theirs), near):
                out += _unpaired(ours, theirs)
            out += inside
    return list(_once(_unmoved(out, found, beads, alone)))


def agreeing(source: Text, target: Text, found: tuple[Facts, Facts], beads: Sequence[Bead]) -> tuple[int, int]:
    """How many dates, numbers and names of both texts the other side of their bead has, and how many there are."""
    said: list[bool] = []
    for bead in beads:
        if not bead.source or not bead.target:
            side = Side(source, found[0], bead.source) if bead.source else Side(target, found[1], bead.target)
            said += [False] * len([*filter(_counts, (*side.dates, *side.numbers, *side.names))])
            continue
        ours, theirs = Side(source, found[0], bead.source), Side(target, found[1], bead.target)
        for here, there in ((ours, theirs), (theirs, ours)):
            said += [not _unsaid(fact, there) for fact in here.dates if _counts(fact)]
            said += [
                any(quantities.same(_quantity(fact), _quantity(other)) for other in there.numbers)
                for fact in here.numbers if _counts(fact)
            ]  # fmt: skip
            said += [_named(fact, here, there) for fact in here.names]
    return sum(said), len(said)


def _apart(claim: Finding, some: Sequence[Finding]) -> bool:
    """Whether a claim says something else than the facts that differ: their words may lack a counterpart, too."""
    if claim.note in _OF_MANY_WORDS:
        return False
    return not any(_overlap(claim.source, one.source) or _overlap(claim.target, one.target) for one in some)


def _unmoved(
    found: Sequence[Finding], known: tuple[Facts, Facts], beads: Sequence[Bead],
    alone: Mapping[tuple[int, str], Sequence[Fact]],
) -> list[Finding]:  # fmt: skip
    """Without the dates and numbers that only stand in another sentence near by, or in one that is told as a whole.

    :param alone: those of the sentences without a counterpart, by bead and side.
    """
    gone, come = (
        [(fact, k, one) for one in found if one.operation == operation and (place := getattr(one, side))
         and (fact := _fact(one.type, place, facts_of)) and (k := _bead(place.sentence, side, beads)) is not None]
        for operation, side, facts_of in (("dropped", "source", known[0]), ("added", "target", known[1]))
    )  # fmt: skip
    moved: list[Finding] = []
    for fact, k, one in gone:
        there = next((o for other, m, o in come if 0 < abs(k - m) <= MOVED and _one_fact(fact, other)), None)
        if there is not None and there not in moved:
            moved += [one, there]
    for some, other_side in ((gone, "target"), (come, "source")):
        moved += [
            one for fact, k, one in some
            if any(
                _one_fact(fact, other)
                for m in range(k - MOVED, k + MOVED + 1) for other in alone.get((m, other_side), ())
            )
        ]
    return [one for one in found if one not in moved]


def _bead(sentence: int, side: str, beads: Sequence[Bead]) -> int | None:
    return next((k for k, bead in enumerate(beads) if sentence in getattr(bead, side)), None)


def _fact(kind: FindingType, place: Place, known: Facts) -> Fact | None:
    some = known.dates if kind == "date" else known.numbers if kind == "number" else ()
    return next((fact for fact in some if (fact.start, fact.end) == (place.start, place.end)), None)


def _one_fact(a: Fact, b: Fact) -> bool:
    """Whether two dates or two numbers are one, of which the other text may say more: am Freitag, on Friday, 3 May."""
    if a.quantity and b.quantity:
        return quantities.same(a.quantity, b.quantity)
    return a.type == b.type == "date" and (a.keys <= b.keys or b.keys <= a.keys)


def _counts(fact: Fact) -> bool:
    """Whether a fact is said for its own sake in either language."""
    return fact.stated and (fact.quantity is None or _stands_out(fact))


def _claims(ours: Side, theirs: Side, lengths: float, quoted: Sequence[Finding]) -> list[Finding]:
    """What events say, and of the rest what that does not say already."""
    told = list(happenings.find(ours, theirs))
    rest = [one for one in claims.find(ours, theirs, lengths) if not _told_by(one, quoted)]
    return told + [one for one in rest if not told or one.note == "no_counterpart"]


def _begins_in(one: Finding, bead: Bead) -> bool:
    if one.source is not None:
        return one.source.sentence in bead.source
    return one.target is not None and one.target.sentence in bead.target


def _told_by(claim: Finding, quoted: Sequence[Finding]) -> bool:
    """Whether a part without a counterpart is told as what a quotation lacks."""
    return claim.note == "no_counterpart" and any(
        one.note == "quote_words" and _overlap(claim.source, one.source) | _overlap(claim.target, one.target)
        for one in quoted
    )


def _overlap(a: Place | None, b: Place | None) -> bool:
    return a is not None and b is not None and a.start < b.end and b.start < a.end


def _once(found: Sequence[Finding]) -> Iterator[Finding]:
    """A name that is another throughout is told once, and with doubt: what is always so may be how it is translated."""
    pairs = Counter(map(_pair, found))
    told = set()
    for one in found:
        pair = _pair(one)
        if pair is None or pairs[pair] == 1:
            yield one
        elif pair not in told:
            told.add(pair)
            yield replace(one, severity="medium", confidence=round(one.confidence / 2, 2))


def _pair(one: Finding) -> tuple[str, str] | None:
    if one.note != "another_name" or one.source is None or one.target is None:
        return None
    return names.plain(one.source.text), names.plain(one.target.text)


def _said_near(sides: tuple[Side, Side], near: Sequence[Bead]) -> bool:
    """Whether a sentence of few words stands in what the sentences beside it became: Dear Mother, I am well."""
    ours, theirs = sides
    alone, other = (ours, theirs) if ours.sentences else (theirs, ours)
    content = [i for i, word in zip(alone.span, alone.tokens, strict=True) if word.pos in claims.CONTENT]
    for bead in near:
        beside = Side(other.text, other.all, bead.target if alone is ours else bead.source)
        if 0 < len(content) <= FEW and beside.sentences and beside.span:
            like = alone.text.meanings[content] @ other.text.meanings[list(beside.span)].T
            if float(like.max(1).min()) >= SAID_NEAR:
                return True
    return False


def _unpaired(ours: Side, theirs: Side) -> Iterator[Finding]:
    """Sentences that the other text does not have. One that holds little but a date or number is one."""
    side = ours if ours.sentences else theirs
    for index in side.sentences:
        span = side.text.sentences[index]
        place = Place(span.start, span.end, side.text.record.text[span.start : span.end], index)
        inside = [f for f in (*side.all.dates, *side.all.numbers) if span.start <= f.start < span.end]
        main = max(inside, key=lambda f: f.end - f.start, default=None)
        alone = main is not None and 2 * (main.end - main.start) > span.end - span.start
        kind: FindingType = cast("FindingType", main.type) if alone and main else "claim"
        yield finding(kind, *one_sided(place, in_source=side is ours), "no_counterpart", "high", 0.8)


# --------------------------------------------------------------------------------------------------------------- dates


def _dates(ours: Side, theirs: Side) -> Iterator[Finding]:
    left, right = _unequal(ours.dates, theirs.dates)
    used: set[int] = set()
    for place, fact in enumerate(left):
        rivals = [
            (*ranked, -abs(i - place), i)
            for i, other in enumerate(right)
            if i not in used and (ranked := _conflict(fact, other, (ours, left), (theirs, right)))
        ]
        if rivals:
            other = right[max(rivals)[-1]]
            used.add(max(rivals)[-1])
            yield finding("date", ours.place(fact), theirs.place(other), "another_date", "high", 0.95,
                          (fact.value, other.value))  # fmt: skip
        elif word := _instead(fact, ours, theirs):
            yield finding("date", ours.place(fact), word, "another_date", "high", 0.8, (fact.value, None))
        elif fact.stated and _unsaid(fact, theirs) == fact.keys:
            yield finding("date", ours.place(fact), None, "missing", "high", 0.8, (fact.value, None))
    for i, fact in enumerate(right):
        if i in used:
            continue
        if word := _instead(fact, theirs, ours):
            yield finding("date", word, theirs.place(fact), "another_date", "high", 0.8, (None, fact.value))
        elif fact.stated and _unsaid(fact, ours) == fact.keys:
            yield finding("date", None, theirs.place(fact), "new", "high", 0.8, (None, fact.value))


def _unequal(ours: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The dates of both sides that state what no date of the other side states."""
    left, rest = [], list(theirs)
    for fact in ours:
        same = next((other for other in rest if other.keys == fact.keys), None)
        if same is None:
            left.append(fact)
        else:
            rest.remove(same)
    for some, others in ((left, rest), (rest, left)):
        for fact in list(some):
            if fact.eve and any(fact.eve <= other.keys for other in (*ours, *theirs)):
                some.remove(fact)
                others[:] = [other for other in others if other.keys != fact.eve]
    return left, rest


def _conflict(
    fact: Fact, other: Fact, here: tuple[Side, list[Fact]], there: tuple[Side, list[Fact]]
) -> tuple[int, int] | None:
    """How many parts of two dates exclude each other, and how many they share; None where they may be the same.

    A part counts if no other date that is left has it, and if on one side at least nothing has it at all.
    """
    kinds = 0
    named = all(date.stated or any(kind in ("wd", "s") for kind, _ in date.keys) for date in (fact, other))
    if not named and (fact.stated or other.stated):  # last year, 2015
        return None
    for kind, value in fact.keys:
        against = {v for k, v in other.keys - fact.keys if k == kind}  # of two stretches the end that they do not share
        if not against or (kind, value) in other.keys:
            continue
        if kind in ("y", "d") and (value in there[0].loose or against & here[0].loose):
            continue
        rivals = {(kind, v) for v in against}
        left_open = all((kind, value) not in f.keys for f in there[1]) and not any(rivals & f.keys for f in here[1])
        if left_open and ((kind, value) not in there[0].keys or not rivals & here[0].keys):
            kinds += 1
    return (kinds, len(fact.keys & other.keys)) if kinds else None


def _instead(fact: Fact, here: Side, there: Side) -> Place | None:
    """A month or day of the week that the other side has, outside of its dates, for one that a date states."""
    unsaid = _unsaid(fact, there)
    for kind, value, place in there.named:
        if any(k == kind for k, _ in unsaid) and (kind, value) not in here.keys:
            return place
    return None


def _unsaid(fact: Fact, other: Side) -> frozenset[Key]:
    """What a date states and the other side has in no form. Bare numbers count where no date has a part of the kind."""
    kinds = {kind for kind, _ in other.keys}
    return frozenset(
        key for key in fact.keys
        if key not in other.keys and key[1] not in other.loose and (key[0] in kinds or not _in_figures(key, other))
    )


def _in_figures(key: Key, other: Side) -> bool:
    """Whether a part of a date stands on the other side as a bare number."""
    kind, value = key
    if kind in ("d", "w", "m"):
        return value in other.digits
    if kind == "y":
        return value.lstrip("0") in other.digits or bool(re.search(rf"(?:['’‘]|[A-Z]){value[-2:]}\b", other.words))
    if kind == "dec":
        return f"{value}0" in other.digits or f"{value[-1]}0" in other.digits
    if kind == "cent":
        return str(int(value) + 1) in other.digits or f"{value}00" in other.digits
    if kind == "h":
        hour, _, minute = value.partition(":")
        return bool({hour, str(int(hour) % 12 or 12)} & other.digits) and (
            minute == "00" or minute.lstrip("0") in other.digits
        )
    return kind == "s"


# ------------------------------------------------------------------------------------------------------------- numbers


def _numbers(ours: Side, theirs: Side) -> Iterator[Finding]:
    left, right = _unmatched(ours, theirs)
    (before, after), (then, now) = _from_to(ours), _from_to(theirs)
    if before and after and then and now and before.value != then.value and (
        _quantity(before).value == _quantity(now).value and _quantity(after).value == _quantity(then).value
    ):
        yield finding("number", ours.place(before), theirs.place(then), "another_number", "high", 0.8,
                      (before.value, then.value))  # fmt: skip
    for fact in left:
        rival = _rival(fact, right) or _counts_other(fact, ours, right, theirs)
        if rival is not None:
            right.remove(rival)
            a, b = _quantity(fact), _quantity(rival)
            unit = a.value == b.value and a.unit != b.unit
            kind: FindingType = "unit" if unit else "number"
            note: Note = "another_unit" if unit else "another_number"
            yield finding(kind, ours.place(fact), theirs.place(rival), note, "high", 0.9, (fact.value, rival.value))
        elif _stands_out(fact) and not _repeated(fact, ours):
            yield finding("number", ours.place(fact), None, "missing", "medium", 0.7, (fact.value, None))
    for fact in right:
        if _stands_out(fact) and not _repeated(fact, theirs):
            yield finding("number", None, theirs.place(fact), "new", "medium", 0.7, (None, fact.value))


def _from_to(side: Side) -> tuple[Fact | None, Fact | None]:
    """What a number was and what it became: from 5 to 7."""
    words = load(side.text.lang)["compare"]["parts"]["change"]
    found: dict[str, list[Fact]] = {"from": [], "to": []}
    for fact in side.numbers:
        before = re.search(r"([^\W\d_]+)\s*$", side.text.record.text[: fact.start])
        for name, some in words.items():
            if before and before[1].lower() in some:
                found[name].append(fact)
    one, other = found["from"], found["to"]
    return (one[0], other[0]) if len(one) == len(other) == 1 else (None, None)


def _quantity(fact: Fact) -> quantities.Quantity:
    assert fact.quantity
    return fact.quantity


def _unmatched(ours: Side, theirs: Side) -> tuple[list[Fact], list[Fact]]:
    left, rest = list(ours.numbers), list(theirs.numbers)
    for equal in (_equal, quantities.same):  # what has been converted last
        for fact in list(left):
            same = next((other for other in rest if equal(_quantity(fact), _quantity(other))), None)
            if same is not None and _relations(fact, same):
                left.remove(fact)
                rest.remove(same)
    for some, side, others in ((left, theirs, rest), (rest, ours, left)):
        for fact in list(some):
            if two := _share_in_two(fact, others, side):
                some.remove(fact)
                for part in two:
                    others.remove(part)
    return [f for f in left if not _dated(f, ours, theirs)], [f for f in rest if not _dated(f, theirs, ours)]


def _equal(a: quantities.Quantity, b: quantities.Quantity) -> bool:
    return a.value == b.value and quantities.same(a, b)


def _share_in_two(share: Fact, others: Sequence[Fact], side: Side) -> tuple[Fact, Fact] | None:
    """The two numbers with a word or two between them that say a share: 3 in 10, 3 von 10, three out of ten."""
    text = side.text.record.text
    return next(
        (
            (a, b) for a, b in pairwise(others)
            if _quantity(share).value < 1 and re.fullmatch(r"(?:\s[^\W\d_]+){1,2}\s", text[a.end : b.start])
            and _quantity(a).value == _quantity(share).value * _quantity(b).value
        ),
        None,
    )  # fmt: skip


def _relations(a: Fact, b: Fact) -> bool:
    """Whether neither has risen by what the other has risen to."""
    return {_quantity(a).relation, _quantity(b).relation} != {"by", "to"} or _quantity(a).unit != "%"


def _repeated(fact: Fact, side: Side) -> bool:
    """Whether the same side says the same in another unit: 20 km (12 miles), €3.1bn ($3.6bn)."""
    text, unit = side.text.record.text, _quantity(fact).unit
    if text[: fact.start].endswith("(") and any(
        quantities.is_money(unit) and quantities.is_money(_quantity(other).unit) and unit != _quantity(other).unit
        and text[other.end : fact.start].strip() == "("
        for other in side.numbers
    ):
        return True
    return any(
        other is not fact and _quantity(other).unit != _quantity(fact).unit and None not in (
            _quantity(other).unit, _quantity(fact).unit
        ) and quantities.same(_quantity(fact), _quantity(other))
        for other in side.numbers
    )  # fmt: skip


def _dated(fact: Fact, here: Side, other: Side) -> bool:
    """Whether the number stands on the other side as part of a date, of a time or in a name."""
    value = facts.number(_quantity(fact).value)
    clock = re.match(r"(\d{1,2})[.:](\d\d)$|0(\d)(\d\d)$", fact.text)
    if clock and {(half.lstrip("0") or "0") for half in clock.groups() if half} <= other.digits:
        return True
    if value in other.attached or (here.part_of_pair(fact) and value in other.digits):
        return True
    if any(value == facts.number(_quantity(f).value) for f in other.counted):
        return True
    for date in other.dates:
        for kind, said in date.keys:
            hour, _, minute = said.partition(":")
            if kind == "h" and clock and clock[2] == minute and (int(clock[1]) - int(hour)) % 12 == 0:
                return True
            if kind == "y" and len(value) == 2 and said.endswith(value):  # '68
                return True
        written = {digits.lstrip("0") for digits in re.findall(r"\d+", date.text)}
        counted = {str(int(v) + 1) if kind == "cent" else f"{v}0" if kind == "dec" else v for kind, v in date.keys}
        counted |= {f"{v}00" for kind, v in date.keys if kind == "cent"}
        if value in written | counted:
            return True
    return False


def _rival(fact: Fact, others: Sequence[Fact]) -> Fact | None:
    """The number of the other side that this one has become: of the same unit and kind first."""
    a = _quantity(fact)
    ranked = [
        (a.unit == _quantity(other).unit, a.ordinal == _quantity(other).ordinal, -i, i)
        for i, other in enumerate(others)
        if _weighty(fact) or _weighty(other)
    ]
    return others[max(ranked)[-1]] if ranked else None


def _counts_other(fact: Fact, here: Side, others: Sequence[Fact], there: Side) -> Fact | None:
    """The little number in words that counts on the other side what this one counts: zwei Männer, three men."""
    a, counted = _quantity(fact), _counted_word(fact, here)
    for other in others:
        b, word = _quantity(other), _counted_word(other, there)
        if a.value < 2 or b.value < 2 or a.value == b.value or a.ordinal != b.ordinal or a.unit != b.unit:
            continue
        if None not in (counted, word) and float(here.text.meanings[counted] @ there.text.meanings[word]) >= COUNTED:
            return other
    return None


def _counted_word(fact: Fact, side: Side) -> int | None:
    """Which of the text's words a number counts."""
    q = _quantity(fact)
    own = side.text.words_within(q.number_start, q.number_end)
    words, heads = side.text.words, [side.text.words[i].head for i in own if side.text.words[i].head not in own]
    word = heads[0] if heads else None
    if word is not None and words[word].pos == "NUM":  # two of the five men
        word = words[word].head
    return word if word is not None and words[word].pos == "NOUN" else None


def _weighty(fact: Fact) -> bool:
    """Whether a number is said for its own sake: not one of the little ones that come and go in translating."""
    q = _quantity(fact)
    if any(map(str.isdigit, q.text)) or q.text.isupper() or q.value.denominator > 2:
        return True
    return not q.ordinal and q.value != 1 and (q.value > 3 or q.unit not in (None, "times"))


def _stands_out(fact: Fact) -> bool:
    """Whether a number is missed where nothing stands in its place: small ones in words may be said in many ways."""
    q = _quantity(fact)
    exact = any(map(str.isdigit, q.text)) or q.value > 12 or q.unit == "%" or (q.unit or "").isupper()
    return _weighty(fact) and exact


# --------------------------------------------------------------------------------------------------------------- names


def _entities(ours: Side, theirs: Side) -> Iterator[Finding]:
    left = [fact for fact in ours.names if not _named(fact, ours, theirs)]
    right = [fact for fact in theirs.names if not _named(fact, theirs, ours)]
    pairs = [(_likeness(ours, a, theirs, b), i, j) for i, a in enumerate(left) for j, b in enumerate(right)]
    paired: tuple[set[int], set[int]] = (set(), set())
    for likeness, i, j in sorted(pairs, reverse=True):
        if i in paired[0] or j in paired[1]:
            continue
        paired[0].add(i)
        paired[1].add(j)
        a, b = left[i], right[j]
        near = _named(a, ours, theirs.around) and _named(b, theirs, ours.around)
        if likeness < _other_below(a, ours, b, theirs) and not near and not may_be_one(a, ours, b, theirs):
            yield finding("entity", ours.place(a), theirs.place(b), "another_name", "high",
                          round(min(0.95, 1.2 - likeness / 2), 2), (a.value, b.value))  # fmt: skip
    yield from _partly(ours, theirs)
    for here, there, some, taken in ((ours, theirs, left, paired[0]), (theirs, ours, right, paired[1])):
        for i, fact in enumerate(some):
            if i not in taken:
                once_more = _once_more(fact, here, there)
                if once_more is None:
                    yield from _alone(fact, here, there, is_source=here is ours)
                    continue
                a, b = (fact, once_more) if here is ours else (once_more, fact)
                yield finding("entity", ours.place(a), theirs.place(b), "another_name", "high", 0.8, (a.value, b.value))


def _partly(ours: Side, theirs: Side) -> Iterator[Finding]:
    """Names that share a word to the letter and have another beside it, of which the other side knows nothing."""
    for a in ours.names:
        for b in theirs.names:
            first, second = names.pieces(a.text, ours.text.lang), names.pieces(b.text, theirs.text.lang)
            shared = {names.plain(p) for p in first if len(p) > 2} & {names.plain(p) for p in second}
            if _same(a, ours, b, theirs) or not shared:
                continue
            here = [p for p in first if not names.said(p, theirs.capitals) and not names.abbreviates(p, second)]
            there = [p for p in second if not names.said(p, ours.capitals) and not names.abbreviates(p, first)]
            other = len(here) == len(there) == 1 and len(first) == len(second)
            if other and not _translated(a, here[0], ours, b, there[0], theirs):
                yield finding("entity", ours.place(a), theirs.place(b), "another_name", "high", 0.75,
                              (a.value, b.value))  # fmt: skip


def _translated(a: Fact, word: str, here: Side, b: Fact, other: str, there: Side) -> bool:
    """Whether words in two names may translate each other, as in no person's: Riesen, Giants."""
    assert a.entity
    assert b.entity
    of_language = is_word(word, here.text.lang) and is_word(other, there.text.lang)
    person = "PERSON" in (a.entity.label, b.entity.label)
    return of_language and not person and _likeness(here, a, there, b) >= OTHER_PARTLY


def _once_more(fact: Fact, here: Side, there: Side) -> Fact | None:
    """A name that the other side says more often than this one: in the place of one of them stands ``fact``."""
    candidates = []
    for i, other in enumerate(there.names):
        alike = [o for o in there.names if _same(o, there, other, there)]
        if len(alike) > 1 and len(alike) > sum(_same(o, here, other, there) for o in here.names):
            candidates.append((_likeness(here, fact, there, other), -i, other))
    best = max(candidates, key=lambda c: c[:2], default=None)
    return best[2] if best and best[0] > ONCE_MORE else None


def _same(a: Fact, here: Side, b: Fact, there: Side) -> bool:
    if _id(a) and _id(a) == _id(b):
        return True
    ours, theirs = names.pieces(a.text, here.text.lang), names.pieces(b.text, there.text.lang)
    return not two_places(a, here, b, there) and names.same_words(ours, theirs)


def _named(fact: Fact, here: Side, there: Side) -> bool:
    """Whether the other side names the same in any way that can be seen."""
    ours, our_id = names.pieces(fact.text, here.text.lang), _id(fact)
    known = _known(fact)
    if _described(fact, here, there):
        return True
    for other in there.names:
        theirs, their_id = names.pieces(other.text, there.text.lang), _id(other)
        if our_id and our_id == their_id:
            return True
        if two_places(fact, here, other, there):
            continue
        if known and _known(other):
            if names.same_words(ours, theirs) and names.translates(ours) and names.translates(theirs):
                return True
            continue
        if names.same_words(ours, theirs) or names.same_place(fact.text, other.text):
            return True
        if names.same_number(fact.text, other.text):
            return True
        if any(names.abbreviates(p, theirs) for p in ours) or any(names.abbreviates(p, ours) for p in theirs):
            return True
    apart = [other for other in there.names if two_places(fact, here, other, there)]
    taken = [*apart, *(other for other in there.names if _another(other, there, fact, here))]
    others = [other for other in there.names if _known(other) and _id(other) != our_id]
    written = there.but_for([*others, *taken]).casefold()
    if known and any(form in written for form in names.known_forms(there.text.lang).get(our_id or "", ())):
        return True
    hits = [names.said(piece, there.capitals_but_for(apart)) for piece in ours]
    assert fact.entity
    if 2 * sum(hits) == len(hits):
        rest = there.capitals_but_for(taken)
        hits = [names.said(piece, rest) for piece in ours]
        return 2 * sum(hits) == len(hits) and (fact.entity.label not in _PROPER or hits[-1])
    return 2 * sum(hits) > len(hits)


def _described(fact: Fact, here: Side, there: Side) -> bool:
    """Whether the other side calls the same by words that are no name, or this side does: Bundestag, lower house."""
    called = here.called(fact)
    described = {i for i, _, _ in there.described}
    return bool(called & described or {i for i, _, _ in here.described} & called & {_id(o) for o in there.names})


def _another(other: Fact, there: Side, fact: Fact, here: Side) -> bool:
    """Whether a name of the other side stands for another name of this side than ``fact``."""
    return any(
        _same(one, here, other, there) and not _same(one, here, fact, here)
        for one in here.names if one is not fact
    )  # fmt: skip


def _id(fact: Fact) -> str | None:
    assert fact.entity
    return names.root(fact.entity.entity_id)


def _known(fact: Fact) -> bool:
    """Whether the name has an id that it would have in the other language, too."""
    assert fact.entity
    return bool(fact.entity.entity_id) and not by_name(fact.entity.entity_id)


def _other_below(fact: Fact, here: Side, other: Fact, there: Side) -> float:
    """The likeness under which two names that nothing else joins are two."""
    if (_known(fact) and _known(other)) or two_places(fact, here, other, there):
        return 2.0
    ours, theirs = names.pieces(fact.text, here.text.lang), names.pieces(other.text, there.text.lang)
    assert fact.entity
    if fact.entity.label != "PERSON" and any(names.said(piece, theirs) for piece in ours):
        return OTHER_PARTLY
    if names.is_abbreviation(ours[0]) and names.is_abbreviation(theirs[0]):
        return OTHER_PARTLY
    if fact.entity.label == "PERSON" and other.entity and other.entity.label == "PERSON":
        return OTHER_PERSON
    of_words = _of_words(fact, ours, here), _of_words(other, theirs, there)
    return OTHER_WORDS if all(of_words) else OTHER


def _of_words(fact: Fact, pieces: Sequence[str], side: Side) -> bool:
    """Whether a name that is no person's and no place's is made of words of the language."""
    assert fact.entity
    lang = side.text.lang
    if fact.entity.label in _PROPER:  # a word that is a name only for its capital at the beginning of a sentence
        opens = fact.start == side.text.sentences[side.text.sentence_at(fact.start)].start
        return opens and fact.entity.label != "PERSON" and all(is_word(w.lower(), lang) for w in pieces)
    return all(is_word(w, lang) or is_word(w.lower(), lang) for w in pieces)


def _likeness(ours: Side, fact: Fact, theirs: Side, other: Fact) -> float:
    """How alike the words of two names are in their sentences, -1 to 1."""
    a, b = (
        side.text.meanings[list(side.text.words_within(name.start, name.end))].sum(0)
        for side, name in ((ours, fact), (theirs, other))
    )
    return float(np.sum(a * b) / max(float(np.linalg.norm(a) * np.linalg.norm(b)), 1e-9))


def _alone(fact: Fact, here: Side, there: Side, *, is_source: bool) -> Iterator[Finding]:
    """A name to which no name of the other side is left: it has become another word, or is not said at all."""
    own = here.text.words_within(fact.start, fact.end)
    if not own or not there.span:
        return
    like = here.text.meanings[list(own)] @ there.text.meanings[list(there.span)].T
    head = like[_head(here.text.words, own)]
    nearest = sorted(range(len(there.tokens)), key=lambda i: -head[i])
    word = next((there.tokens[i] for i in nearest if _in_its_place(there.tokens[i], there, fact, here)), None)
    place = here.place(fact)
    if word is not None and head[there.tokens.index(word)] > BECOME:
        other = Place(word.start, word.end, word.text, word.sentence)
        yield _renamed(place, other, "high", 0.7, (fact.value, word.text), is_source=is_source)
    elif kept := _shortened(fact, here, there):
        yield _renamed(place, kept, "medium", 0.6, (fact.value, kept.text), is_source=is_source)
    elif float(like.max(1).mean()) < ABSENT and not _named(fact, here, there.around):
        values = (fact.value, None) if is_source else (None, fact.value)
        places = one_sided(place, in_source=is_source)
        yield finding("entity", *places, "missing" if is_source else "new", "medium", 0.7, values)


def _renamed(
    place: Place, other: Place, severity: Severity, confidence: float, values: tuple[str | None, str | None], *,
    is_source: bool,
) -> Finding:  # fmt: skip
    """:param is_source: whether the first of each pair is the source's."""
    first, second = (place, other) if is_source else (other, place)
    return finding("entity", first, second, "another_name", severity, confidence, values if is_source else values[::-1])


def _shortened(fact: Fact, here: Side, there: Side) -> Place | None:
    """The given name that is left of a person's, whose last name is said nowhere near."""
    pieces = names.pieces(fact.text, here.text.lang)
    assert fact.entity
    if fact.entity.label != "PERSON" or len(pieces) < 2 or names.said(pieces[-1], there.around.capitals):
        return None
    for word in there.tokens:
        if word.pos == "PROPN" and any(names.plain(word.text) == names.plain(piece) for piece in pieces[:-1]):
            return Place(word.start, word.end, word.text, word.sentence)
    return None


def _of_one(some: Sequence[str], others: Sequence[str], sides: tuple[Side, Side]) -> bool:
    """Whether both are parts of a longer name of either text: Kit, Harington."""
    plain = {names.plain(piece) for piece in (*some, *others)}
    return any(
        plain <= {names.plain(piece) for piece in whole}
        for side in sides for whole in side.all.longer(side.text.lang)
    )  # fmt: skip


def _head(words: Sequence[Word], own: range) -> int:
    """Which word of a name the others depend on."""
    return next((k for k, i in enumerate(own) if words[i].head not in own or words[i].head == i), 0)


def _in_its_place(word: Word, there: Side, fact: Fact, here: Side) -> bool:
    """Whether a word that is no name of its own may be what has come in a name's place."""
    pieces, others = names.pieces(fact.text, here.text.lang), names.pieces(word.text, there.text.lang)
    if word.pos != "PROPN" or not word.text[:1].isupper() or _of_words(fact, pieces, here) or not others:
        return False
    if names.is_abbreviation(pieces[0]) and names.is_abbreviation(others[0]) and not _known(fact):
        return False
    if any(names.said(piece, here.capitals) for piece in others) or _of_one(pieces, others, (here, there)):
        return False
    return not any(o.start <= word.start < o.end and _named(o, there, here) for o in there.names)
