"""Numbers, amounts and units as two languages write them, and whether two of them are the same.

Words live in the section ``quantities`` of the language files, units in ``resources/units.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from depesche.quantities.finder import Finder, Quantity
from depesche.quantities.tokens import tokens
from depesche.quantities.units import Grammar, grammar, is_money, units
from depesche.resources import load

__all__ = ["Quantity", "find", "is_money", "same"]

_CLOSE = Fraction(3, 100)  # by which converted measures may differ, being rounded
_ROUND, _SMALL, _ROUGH = Fraction(5, 100), Fraction(10, 100), Fraction(15, 100)
"""The same where one is a round number, one under ten, and where a word says that it is rough (knapp 20 km, some 12
miles); but never more than half of the last place that the number fills."""
_WORD = re.compile(r" ?([^\W\d_]+)")
_FAR = 20  # how many times the second number of a range the first may be


def find(text: str, lang: str) -> list[Quantity]:
    """All quantities in text order, without overlaps."""
    rules = grammar(lang)
    return _joined(list(Finder(text, tokens(text, rules), rules).all()), text, rules)


def same(a: Quantity, b: Quantity) -> bool:
    """Whether both say the same in another notation: equal values, units equal, or of one kind and converted.

    A unit that only one of them names is no difference.
    """
    if a.value == b.value and (a.unit == b.unit or a.unit is None or b.unit is None or _alike(a.unit, b.unit)):
        return True
    if {a.unit, b.unit} == {None, "%"}:  # half is 50 %
        share, percent = (a, b) if a.unit is None else (b, a)
        return 0 < share.value < 1 and abs(share.value * 100 - percent.value) < Fraction(1, 2)
    if {a.unit, b.unit} == {None, "bp"}:  # a quarter of a point is 25 basis points
        share, points = (a, b) if a.unit is None else (b, a)
        return 0 < share.value < 1 and share.value * 100 == points.value
    if a.unit is None or b.unit is None or a.unit == b.unit:
        return False
    return _converted(a, b)


def _converted(a: Quantity, b: Quantity) -> bool:
    beside = load("units")["beside"]
    first, second = units().get(str(a.unit)), units().get(str(b.unit))
    if first is None or second is None:
        return False
    if first[0] == "money" and second[0] == "mass" and a.unit in beside:  # seven pounds may be a weight
        first = units()[beside[a.unit]["is"]]
    elif first[0] == "mass" and second[0] == "money" and b.unit in beside:
        second = units()[beside[b.unit]["is"]]
    if {a.unit, b.unit} in ({"°C", "°F"}, {"degree", "°F"}):
        celsius, other = (a, b) if b.unit == "°F" else (b, a)
        return abs(celsius.value * Fraction(9, 5) + 32 - other.value) <= 1
    if {first[0], second[0]} == {"cent", "money"}:
        return a.value * (1 if first[0] == "cent" else 100) == b.value * (1 if second[0] == "cent" else 100)
    if first[0] != second[0] or not first[1]:
        return False
    if first[0] in ("time", "months"):
        return a.value * first[1] == b.value * second[1]
    return any(_close(a, one, b, other) for one in _factors(a.unit, first) for other in _factors(b.unit, second))


def _factors(unit: str | None, known: tuple[str, Fraction]) -> list[Fraction]:
    """What one of a unit is of the first unit of its kind, in each country that has it."""
    other = load("units")["elsewhere"].get(unit)
    return [known[1], *([Fraction(str(other))] if other else [])]


def _close(a: Quantity, factor: Fraction, b: Quantity, other: Fraction) -> bool:
    ours, theirs, rough = a.value * factor, b.value * other, a.rough or b.rough
    rounded = max(_rounded(a, rough=rough) * factor, _rounded(b, rough=rough) * other)
    return abs(ours - theirs) <= max(_CLOSE * max(abs(ours), abs(theirs)), rounded)


def _rounded(quantity: Quantity, *, rough: bool) -> Fraction:
    """By how much a round number may differ from what it stands for."""
    value = abs(quantity.value)
    if not value or value.denominator > 2:
        return Fraction(0)
    place = Fraction(1, value.denominator)
    while value % (place * 10) == 0:
        place *= 10
    half = place * (5 if value % (place * 5) == 0 else 1) / 2
    return min(half, (_ROUGH if rough else _SMALL if value < 10 else _ROUND) * value)


def _alike(a: str, b: str) -> bool:
    return any(a in pair and b in pair for pair in load("units")["alike"])


def _joined(found: Sequence[tuple[Quantity, int]], text: str, grammar: Grammar) -> list[Quantity]:
    """Three to five million euros, $5-6 million: both numbers have one unit and one magnitude."""
    out = [quantity for quantity, _ in found]
    data = grammar.data
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        between = _plain(text[a.end : b.start], data["positive"])
        dash = between in ("-", "–", "—") and abs(a.value) <= _FAR * abs(b.value)  # but 1945 – 20 years later
        leading = a.end == a.number_end and is_money(a.unit)  # $5
        joined = dash or between in data["joins"] or (a.relation == "from" and data["relations"].get(between) == "to")
        if not joined or a.ordinal != b.ordinal or not (a.unit is None or (leading and b.unit in (None, a.unit))):
            continue
        factor = _rounding(b.value) if between in data["suspended"] else found[i + 1][1]
        unscaled = factor > 1 and found[i][1] == 1 and a.value < 1000 and not a.ordinal
        before = text[max(a.start - 20, 0) : a.start].lower().rstrip()
        if unscaled and between == data["and"] and not before.endswith(tuple(data["between"])):
            continue  # 5 and 6 million
        if b.unit is None and (dash or factor > 1):
            out[i + 1] = replace(b, unit=a.unit)
        near = unscaled and abs(a.value) <= _FAR * abs(b.value / factor)
        out[i] = replace(a, unit=a.unit or b.unit, value=a.value * (factor if near else 1))
    return list(_with_parts(out, text, grammar))


def _plain(between: str, positive: Sequence[str]) -> str:
    """What joins two numbers, without the hyphens of 5-to-6 million and the plus of minus 3 to plus 5."""
    words = between.strip().lower()
    if words.startswith("-") and words.endswith("-") and len(words) > 2:
        words = words[1:-1]
    return next((words.removesuffix(f" {word}") for word in positive if words.endswith(f" {word}")), words)


def _rounding(value: Fraction) -> int:
    """A hundred of three hundred: what zwei- is short of before dreihundert."""
    return next((n for n in (1000, 100) if value % n == 0 and value < 100 * n), 1)


def _with_parts(found: Sequence[Quantity], text: str, grammar: Grammar) -> Iterator[Quantity]:
    """Six feet three inches, 6-foot-3, four years and six months: one quantity in the larger unit."""
    whole: Quantity | None = None
    for quantity in found:
        if whole is not None:
            parts = load("units")["parts"].get(whole.unit)
            ranged = text[: whole.start].rstrip().lower().endswith(tuple(grammar.data["between"]))
            fits = parts and not ranged and 0 <= quantity.value < parts["count"]
            if fits and _is_part(whole, quantity, parts, text, grammar):
                whole = replace(
                    whole, end=quantity.end, text=text[whole.start : quantity.end], number_end=quantity.number_end,
                    value=whole.value + quantity.value / parts["count"],
                )  # fmt: skip
                continue
            yield whole
        whole = quantity
    if whole:
        yield whole


def _is_part(whole: Quantity, quantity: Quantity, parts: Mapping[str, Any], text: str, grammar: Grammar) -> bool:
    between = text[whole.end : quantity.start].lower()
    if quantity.unit == parts["of"]:
        return between in ("", " ", "-", ", ", *(f"{mark}{grammar.data['and']}{mark}" for mark in " -"))
    if quantity.unit is not None or not parts.get("bare"):
        return False
    after = _WORD.match(text, quantity.end)
    return between == "-" or (between == " " and (after is None or after[1].lower() in grammar.data["after_measure"]))
