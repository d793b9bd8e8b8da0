"""Numbers, amounts and units as two languages write them, and whether two of them are the same.

Words live in the section ``quantities`` of the language files, units in ``resources/units.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Any

from depesche.numbers import SPACES, cardinal, digits, ordinal
from depesche.resources import language, load

_TOKEN = re.compile(
    rf"(?P<digits>\d{{1,3}}(?:[.,'’{SPACES} ]\d{{3}})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
    r"|(?P<part>[½⅓⅔¼¾⅕⅛])|(?P<word>[^\W\d_]+[²³]?)|(?P<sign>\S)"
)
_PARTS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
          "⅕": Fraction(1, 5), "⅛": Fraction(1, 8)}  # fmt: skip
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_CLOSE = Fraction(3, 100)  # by which converted measures may differ, being rounded


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    :param start: of number and unit together, as ``end`` and ``text``. :param number_start: of the number alone.
    :param unit: a code of units.yaml (``EUR``, ``km``, ``%``), or None.
    :param ordinal: whether it gives a place in an order.
    :param relation: ``by``, ``to`` or ``from``, where such a word stands before it.
    """

    start: int
    end: int
    text: str
    value: Fraction
    unit: str | None
    ordinal: bool
    number_start: int
    number_end: int
    relation: str | None = None


def find(text: str, lang: str) -> list[Quantity]:
    """All quantities in text order, without overlaps."""
    tokens = [_Token(m.start(), m.end(), m.group(), str(m.lastgroup)) for m in _TOKEN.finditer(text)]
    return _joined(list(_Finder(text, tokens, _grammar(lang)).all()), text, _grammar(lang))


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
    first, second = _units().get(str(a.unit)), _units().get(str(b.unit))
    if first is None or second is None:
        return False
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


# ------------------------------------------------------------------------------------------------------------- grammar


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Grammar:
    lang: str
    data: Mapping[str, Any]
    forms: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    glued: tuple[tuple[str, str], ...]
    symbols: Mapping[str, str]
    pairs: Mapping[tuple[str, str], str]


@cache
def _grammar(lang: str) -> _Grammar:
    forms: dict[str, str] = {}
    symbols: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    glued: list[tuple[str, str]] = []
    for code, unit in load("units")["units"].items():
        for form in unit[lang]:
            if form.endswith("~"):
                stems.append((form[:-1], code))
                if form.endswith(("ig~", "fach~")):
                    glued.append((form[:-1], code))
            forms[form.removesuffix("~")] = code
        symbols |= dict.fromkeys(map(str, unit.get("symbols", ())), code)
    pairs = {}
    for form, code in load("units")["pairs"][lang].items():
        first, _, second = form.partition(" ")
        pairs[first, second] = code
    return _Grammar(lang, language(lang, "quantities"), forms, tuple(stems), tuple(glued), symbols, pairs)


@cache
def _units() -> dict[str, tuple[str, Fraction]]:
    """Kind and factor of each unit; the factor of money is 0."""
    return {code: (unit["kind"], Fraction(str(unit.get("factor", 0)))) for code, unit in load("units")["units"].items()}


# ---------------------------------------------------------------------------------------------------------------- find


@dataclass(slots=True)
class _Number:
    """A number found in tokens from ``first`` to before ``after``. :param scaled: by a word such as million."""

    first: int
    after: int
    value: Fraction
    ordinal: bool = False
    unit: str | None = None
    scaled: int = 1


class _Finder:
    def __init__(self, text: str, tokens: Sequence[_Token], grammar: _Grammar) -> None:
        self.text, self.tokens, self.grammar, self.data = text, tokens, grammar, grammar.data
        self.small = [token.text.lower() for token in tokens]
        self.used = 0  # characters that quantities have taken

    def all(self) -> Iterator[tuple[Quantity, int]]:
        i = 0
        while i < len(self.tokens):
            number = self._number(i)
            if number is None:
                i += 1
                continue
            quantity = self._quantity(number)
            self.used = quantity.end
            yield quantity, number.scaled
            i = max(number.after, i + 1)

    def _gap(self, i: int) -> str:
        """What stands before token ``i``."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else "\n"

    def _word(self, i: int) -> str:
        return self.small[i] if 0 <= i < len(self.tokens) else ""

    def _next(self, i: int) -> int:
        """The token after ``i``, a hyphen between passed over: forty-seven."""
        at = i + 1
        if self._word(at) in ("-", "‐", "‑") and self._gap(at) == "" and self._gap(at + 1) == "":
            at += 1
        return at

    def _number(self, i: int) -> _Number | None:
        token = self.tokens[i]
        if token.kind == "digits":
            glued = i > 0 and self._gap(i) == "" and self.tokens[i - 1].kind == "word"
            number = None if glued and self._symbol_before(i) is None else self._figures(i)  # U2, A380
        elif token.kind == "part":
            number = _Number(i, i + 1, _PARTS[token.text])
        elif token.kind == "word":
            number = self._in_words(i)
        else:
            return None
        return number and self._scaled(number)

    def _figures(self, i: int) -> _Number:
        value = digits(self.tokens[i].text, self.grammar.lang)
        number = _Number(i, i + 1, value)
        after = self._word(i + 1)
        if self._gap(i + 1) == "" and after in self.data["ordinal_signs"]:
            number.after, number.ordinal = i + 2, True
        elif self._gap(i + 1) in ("", " ") and i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "part":
            number.after, number.value = i + 2, value + _PARTS[self.tokens[i + 1].text]
        elif after == "/" and not self._gap(i + 1) + self._gap(i + 2) and re.fullmatch(r"[2-9]|10", self._word(i + 2)):
            number.after, number.value = i + 3, value / int(self._word(i + 2))
        return number

    def _in_words(self, i: int) -> _Number | None:
        if i and self._roman(i):
            return _Number(i, i + 1, Fraction(_roman(self.tokens[i].text)), ordinal=True)
        if self._noun(i) or self._word(i - 1) in self.data["vague"]:
            return None
        return self._listed(i) or self._fraction(i) or self._counted(i)

    def _noun(self, i: int) -> bool:
        """Die Elf, in Acht nehmen; but not Sieben-Kontinente-Modell, nor at the beginning of a sentence."""
        opens = i == 0 or self._word(i - 1) in ".!?:„“\"" or "\n" in self._gap(i)
        return self.tokens[i].text in self.data["capital_is_noun"] and not opens and self._next(i) == i + 1

    def _listed(self, i: int) -> _Number | None:
        word, data = self.small[i], self.data
        if word in data["one_inside"] and self._next(i) == i + 2 and self._word(i + 2) in self.grammar.forms:
            return _Number(i, i + 1, Fraction(1))  # one-day
        if word in data["times"]:
            return _Number(i, i + 1, Fraction(data["times"][word]), unit="times")
        if word in data["halves"]:
            return _Number(i, i + 1, Fraction(str(data["halves"][word])))
        return None

    def _counted(self, i: int) -> _Number | None:
        word, data, lang = self.small[i], self.data, self.grammar.lang
        if word in data["articles"]:
            at = i + 1
            if self._word(at) in (data["hundred"], data["thousand"]):
                return self._sequence(i, at, 1)
            known = data["magnitudes"].get(self._word(at))
            return _Number(i, at + 1, Fraction(known), scaled=0) if known else None
        value = cardinal(word, lang)
        if value is not None and word not in data["one_inside"]:
            bare = word in (data["hundred"], data["thousand"]) and not data["ordinal_endings"]
            return None if bare else self._sequence(i, i, 0)  # hundred people: of how many nobody knows
        place = ordinal(word, lang)
        if place is not None:
            return _Number(i, i + 1, Fraction(place), ordinal=True)
        return self._glued(word, i)

    def _glued(self, word: str, i: int) -> _Number | None:
        for stem, code in self.grammar.glued:  # zwölfjährig
            before, found, _ = word.partition(stem)
            if found and (value := cardinal(before, self.grammar.lang)):
                return _Number(i, i + 1, Fraction(value), unit=code)
        return None

    def _sequence(self, first: int, i: int, value: int) -> _Number:
        """Two thousand three hundred and five: words that follow one another."""
        data, lang = self.data, self.grammar.lang
        total, current, at, last = 0, value, i, i
        placed = False
        while at < len(self.tokens):
            word = self.small[at]
            if word == data["hundred"] and data["hundred"] in data["magnitudes"]:
                current = max(current, 1) * 100
            elif word == data["thousand"]:
                total, current = total + max(current, 1) * 1000, 0
            elif (one := cardinal(word, lang)) is not None and _follows(current, one):
                current += one
            elif (one := ordinal(word, lang)) is not None and current and one < 10 and current % 10 == 0:
                current, placed, last = current + one, True, at
                break
            elif word == data["and"] and at > first and current + total >= 100 and cardinal(self._word(at + 1), lang):
                at += 1
                continue
            else:
                break
            last = at
            at = self._next(at)
        found = _Number(first, last + 1, Fraction(total + current), ordinal=placed)
        if self._word(last + 1) == data["and"] and self._word(last + 2) in data["articles"] and (
            self._word(last + 3) in data["half"]
        ):
            found.value, found.after = found.value + Fraction(1, 2), last + 4
        return found

    def _fraction(self, i: int) -> _Number | None:
        """Ein Drittel, two thirds, half of, die Hälfte, jeder Fünfte, one in three."""
        data, word = self.data, self.small[i]
        after = self._next(i)
        count = 1 if word in data["articles"] else cardinal(word, self.grammar.lang)
        named = self._word(after) in data["fractions"] and word in data["articles"] and data["fraction_after"]
        if named and self._word(after + 1).isalpha() and self._word(after + 1) not in data["fraction_after"]:
            count = None  # a third attempt
        if count and self._word(after) in data["fractions"] and not self._calendar(after):
            return _Number(i, after + 1, Fraction(count, data["fractions"][self._word(after)]))
        if count == 1 and self._word(i + 1) in data["one_in"]:
            at = i + 2 if self._word(i + 2) not in data["one_in_of"] else i + 3
            of = self._word(at)
            parts = int(of) if of.isdigit() else cardinal(of, self.grammar.lang) or 0
            return _Number(i, at + 1, Fraction(1, parts)) if 1 < parts <= 100 else None
        if word in data["every"]:
            parts = ordinal(self._word(i + 1), self.grammar.lang) or 0
            return _Number(i, i + 2, Fraction(1, parts)) if parts > 1 else None
        if word in data["fraction_alone"] and ordinal(self._word(i - 1), self.grammar.lang) is None:
            return _Number(i, i + 1, Fraction(1, data["fractions"][word]))
        if word in data["half"] and (not data["half_before"] or self._word(i + 1) in data["half_before"]):
            if self._word(i + 1) in data["articles"] and self._word(i + 2) in data["magnitudes"]:
                return _Number(i, i + 2, Fraction(1, 2))
            if ordinal(self._word(i - 1), self.grammar.lang) is None:
                return _Number(i, i + 1, Fraction(1, 2))
        return None

    def _calendar(self, i: int) -> bool:
        """A quarter that is one of a year's, not one of four parts."""
        rule = self.data["calendar_fractions"]
        share = self._word(i + 1) in ("", *rule["unless_before"]) or self._word(i - 1) in rule["unless_after"]
        return self._word(i) in rule["words"] and not share

    def _roman(self, i: int) -> bool:
        """Whether a Roman number stands after a name."""
        word, before = self.tokens[i].text, self.tokens[i - 1].text
        if not _ROMAN.match(word) or self._gap(i) != " " or not before.isalpha() or len(before) < 3:
            return False
        return len(word) > 1 or (word in "VX" and before[:1].isupper() and before[1:].islower())

    def _scaled(self, number: _Number) -> _Number:
        """With the magnitude that follows: 3,2 Milliarden; € 3.2bn."""
        data = self.data
        at = self._next(number.after - 1)
        word = self._word(at)
        close = self._gap(at) in ("", " ", *SPACES)
        money = self._symbol_before(number.first) is not None
        if close and number.scaled and word in data["magnitudes"] and not number.ordinal and number.unit is None:
            factor = data["magnitudes"][word]
        elif self._gap(at) == "" and word in data["money_magnitudes"] and (money or self._currency(at + 1)):
            factor = data["money_magnitudes"][word]
        else:
            return number
        number.value, number.scaled, number.after = number.value * factor, factor, at + 1
        return number

    def _currency(self, i: int) -> bool:
        return is_money(self.grammar.forms.get(self._word(i)))

    # -- units ------------------------------------------------------------------------------------------------------

    def _quantity(self, number: _Number) -> Quantity:
        start, end = self.tokens[number.first].start, self.tokens[number.after - 1].end
        number_start, number_end = start, end
        unit, before = number.unit, number.first - 1
        if unit is None and (found := self._symbol_before(number.first)):
            unit, first = found
            start, before = self.tokens[first].start, first - 1
        if unit is None and (after := self._unit_after(number.after)):
            unit, end = after
        relation = self.data["relations"].get(self._word(before))
        return Quantity(
            start, end, self.text[start:end], number.value, unit, number.ordinal, number_start, number_end, relation
        )

    def _symbol_before(self, i: int) -> tuple[str, int] | None:
        """The currency that stands before a number, and the token with which it begins."""
        if i == 0 or self._gap(i) not in ("", " ", *SPACES):
            return None
        at = self.tokens[i - 1]
        for first in (i - 2, i - 1):
            if first < 0 or self.tokens[first].start < self.used:
                continue
            written = self.text[self.tokens[first].start : at.end]
            code = self.grammar.symbols.get(written)
            if code and is_money(code):
                return code, first
        return None

    def _unit_after(self, i: int) -> tuple[str, int] | None:
        """The unit that follows a number, and where it ends."""
        if self._word(i) in ("-", "‐", "‑") and self._gap(i) == "" and self._gap(i + 1) == "":
            i += 1
        elif self._word(i) == "." and self._gap(i) == "" and self._word(i - 1) in self.data["magnitudes"]:
            i += 1  # Mio. Euro
        if i >= len(self.tokens) or "\n" in self._gap(i) or len(self._gap(i)) > 1:
            return None
        for length in (3, 2, 1):  # km/h, US-Dollar, m
            if i + length > len(self.tokens):
                continue
            written = self.text[self.tokens[i].start : self.tokens[i + length - 1].end]
            code = self.grammar.symbols.get(written) or self.grammar.forms.get(written.lower())
            if code and (length == 1 or " " not in written):
                pair = self.grammar.pairs.get((written.lower(), self._word(i + 1))) if length == 1 else None
                return (pair, self.tokens[i + 1].end) if pair else (code, self.tokens[i + length - 1].end)
        pair = self.grammar.pairs.get((self._word(i), self._word(self._next(i))))
        if pair:
            return pair, self.tokens[self._next(i)].end
        word = self._word(i)
        return next(((code, self.tokens[i].end) for stem, code in self.grammar.stems if word.startswith(stem)), None)


def is_money(code: str | None) -> bool:
    """Whether a unit is a currency."""
    return code is not None and _units()[code][0] == "money"


def _follows(current: int, one: int) -> bool:
    """Whether ``one`` may be put to what has been counted so far: two hundred three, sixty five."""
    return current % 100 == 0 or (current % 10 == 0 and one < 10)


_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))


def _joined(found: Sequence[tuple[Quantity, int]], text: str, grammar: _Grammar) -> list[Quantity]:
    """Three to five million euros: the first number has the second's unit and magnitude."""
    out = [quantity for quantity, _ in found]
    for i in range(len(out) - 2, -1, -1):
        a, b = out[i], out[i + 1]
        between = text[a.end : b.start].strip()
        if a.unit is None and (between in ("-", "–", "—") or between.lower() in grammar.data["joins"]):
            plain = found[i][1] == 1 and a.value < 1000 and grammar.data["and"] != between.lower()
            out[i] = replace(a, unit=b.unit, value=a.value * (found[i + 1][1] if plain else 1))
    return list(_with_parts(out, text))


def _with_parts(found: Sequence[Quantity], text: str) -> Iterator[Quantity]:
    """Six feet three inches, 6-foot-3: one quantity in the larger unit."""
    whole: Quantity | None = None
    for quantity in found:
        if whole is not None:
            parts = load("units")["parts"].get(whole.unit, {"of": None, "count": 0})
            between = text[whole.end : quantity.start]
            named = quantity.unit == parts["of"] and between in ("", " ", "-", "-and-", " and ", ", ")
            if quantity.value < parts["count"] and (named or (quantity.unit is None and between == "-")):
                whole = replace(
                    whole, end=quantity.end, text=text[whole.start : quantity.end], number_end=quantity.number_end,
                    value=whole.value + quantity.value / parts["count"],
                )  # fmt: skip
                continue
            yield whole
        whole = quantity
    if whole:
        yield whole
