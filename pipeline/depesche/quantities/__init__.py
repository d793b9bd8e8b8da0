"""Numbers, amounts and units as two languages write them, and whether two of them are the same.

Words live in the section ``quantities`` of the language files, units in ``resources/units.yaml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from depesche.quantities.finder import Finder, Quantity
from depesche.quantities.tokens import tokens
from depesche.quantities.units import Grammar, grammar, is_money, units
from depesche.resources import load

__all__ = ["Quantity", "find", "is_money", "same"]

_CLOSE = Fraction(3, 100)  # by which converted measures may differ, being rounded
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
    if first[0] != second[0] or not first[1]:
        return False
    ours, theirs = a.value * first[1], b.value * second[1]
    exact = first[0] in ("time", "months")
    return ours == theirs if exact else abs(ours - theirs) <= _CLOSE * max(abs(ours), abs(theirs))


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
    return list(_with_parts(out, text))


def _plain(between: str, positive: Sequence[str]) -> str:
    """What joins two numbers, without the hyphens of 5-to-6 million and the plus of minus 3 to plus 5."""
    words = between.strip().lower()
    if words.startswith("-") and words.endswith("-") and len(words) > 2:
        words = words[1:-1]
    return next((words.removesuffix(f" {word}") for word in positive if words.endswith(f" {word}")), words)


def _rounding(value: Fraction) -> int:
    """A hundred of three hundred: what zwei- is short of before dreihundert."""
    return next((n for n in (1000, 100) if value % n == 0 and value < 100 * n), 1)


def _with_parts(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Six feet three inches, 6-foot-3: one quantity in the larger unit."""
    whole: Quantity | None = None
    for quantity in found:
        if whole is not None:
            parts = load("units")["parts"].get(whole.unit, {"of": None, "count": 0})
            between = text[whole.end : quantity.start]
            named = quantity.unit == parts["of"] and between in ("", " ", "-", "-and-", " and ", ", ")
            if 0 <= quantity.value < parts["count"] and (named or (quantity.unit is None and between == "-")):
                whole = replace(
                    whole, end=quantity.end, text=text[whole.start : quantity.end], number_end=quantity.number_end,
                    value=whole.value + quantity.value / parts["count"],
                )  # fmt: skip
                continue
            yield whole
        whole = quantity
    if whole:
        yield whole
