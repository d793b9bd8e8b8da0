"""Numbers in tokens, and the units that belong to them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from depesche.numbers import LONGEST, SPACES, cardinal, digits, ordinal
from depesche.quantities.tokens import Token, names_number
from depesche.quantities.units import Grammar, fits, is_money, units
from depesche.resources import load

_PARTS = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
          "⅕": Fraction(1, 5), "⅛": Fraction(1, 8)}  # fmt: skip
_ROMAN = re.compile(r"(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
HYPHENS = ("-", "‐", "‑")
_SIGNS = ("-", "−", "–", "‐", "‑")
_SIGNED = ("share", "points", "temperature", "degree", "money")  # whose numbers a dash that opens a line makes negative
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_STOP = re.compile(r"[.!?;]\s")
_NEAR = 12  # words around an amount or behind a share in which its sense is decided
_BESIDE = 3  # words before an amount in which it is named what is counted: sold more than 2.1m
_CLOSE = 5  # words around an amount in which it is weighed


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    :param start: of number and unit together, as ``end`` and ``text``. :param number_start: of the number alone.
    :param unit: a code of units.yaml (``EUR``, ``km``, ``%``), or None.
    :param ordinal: whether it gives a place in an order.
    :param relation: ``by``, ``to`` or ``from``, where such a word stands before it.
    :param rough: whether a word before it says that it is a rounded number: knapp 20 km.
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
    rough: bool = False


@dataclass(slots=True)
class _Number:
    """A number found in tokens from ``first`` to before ``after``.

    :param scaled: by a word such as million; 0: no such word may follow.
    :param unit_at: the token where its unit is looked for, if not ``after``: a quarter of a litre.
    """

    first: int
    after: int
    value: Fraction
    ordinal: bool = False
    unit: str | None = None
    scaled: int = 1
    unit_at: int | None = None


class Finder:
    def __init__(self, text: str, tokens: Sequence[Token], grammar: Grammar) -> None:
        self.text, self.tokens, self.grammar, self.data = text, tokens, grammar, grammar.data
        self.small = [token.text.lower() for token in tokens]
        self.used = 0  # characters that quantities have taken
        self.money = False  # whether the last quantity was money
        self.counted: int | None = None  # where the last quantity but years ends, if it is a count of thousands

    def all(self) -> Iterator[tuple[Quantity, int]]:
        i = 0
        while i < len(self.tokens):
            number = self._number(i)
            if number is None:
                i += 1
                continue
            quantity = self._quantity(number)
            self.used, self.money = quantity.end, is_money(quantity.unit)
            if not _YEAR.fullmatch(quantity.text):
                self.counted = quantity.end if quantity.unit is None and quantity.value >= 1000 else None
            yield quantity, number.scaled
            i = max(number.after, i + 1)
            while i < len(self.tokens) and self.tokens[i].start < quantity.end:
                i += 1

    def _gap(self, i: int) -> str:
        """What stands before token ``i``."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else "\n"

    def _word(self, i: int) -> str:
        return self.small[i] if 0 <= i < len(self.tokens) else ""

    def _next(self, i: int) -> int:
        """The token after ``i``, a hyphen between passed over: forty-seven."""
        at = i + 1
        if self._word(at) in HYPHENS and self._gap(at) == "" and self._gap(at + 1) == "":
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

    def _figures(self, i: int) -> _Number | None:
        if self._clock(i):
            return None
        value = digits(self.tokens[i].text, self.grammar.lang)
        number = _Number(i, i + 1, value)
        after = self._word(i + 1)
        if self._gap(i + 1) == "" and after in self.data["ordinal_signs"]:
            number.after, number.ordinal = i + 2, True
        elif self._gap(i + 1) in ("", " ") and i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "part":
            number.after, number.value = i + 2, value + _PARTS[self.tokens[i + 1].text]
        elif part := self._broken(i):
            number.after, number.value = i + 3, part
        elif value < 100 and self._gap(i + 1) == " " and (part := self._broken(i + 1)):  # 2 1/2 inches
            number.after, number.value = i + 4, value + part
        elif after == "," and self._word(i + 2) in _SIGNS and not self._gap(i + 1) + self._gap(i + 2):
            number.after = i + 3  # 12.500,- Euro
        elif value.denominator == 1 and (share := self._share(i, int(value))):
            return share
        return number

    def _broken(self, i: int) -> Fraction | None:
        """The value of 1/2."""
        over, under = self._word(i), self._word(i + 2)
        if self._word(i + 1) != "/" or self._gap(i + 1) + self._gap(i + 2):
            return None
        figures = re.fullmatch(r"[1-9]\d?", over) and re.fullmatch(r"[2-9]|10", under)
        return Fraction(int(over), int(under)) if figures and int(over) < int(under) else None

    def _clock(self, i: int) -> bool:
        """14.30 Uhr, 10.30 am."""
        if not re.fullmatch(r"[012]?\d\.[0-5]\d", self.tokens[i].text):
            return False
        after = self.text[self.tokens[i].end : self.tokens[i].end + 8].lower().lstrip()
        return any(re.match(rf"{re.escape(word)}\b", after) for word in self.data["clock_after"])

    def _in_words(self, i: int) -> _Number | None:
        if i and self._roman(i):
            return _Number(i, i + 1, Fraction(_roman(self.tokens[i].text)), ordinal=True)
        if self._noun(i) or self._word(i - 1) in self.data["vague"]:
            return None
        return self._listed(i) or self._spoken(i) or self._fraction(i) or self._counted(i)

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
        if value := _mixed(word, self.grammar):
            return _Number(i, i + 1, value)
        return None

    def _spoken(self, i: int) -> _Number | None:
        """Three point two per cent: only with what it measures, for a point may be another thing."""
        if self.small[i] in self.data["one_inside"]:
            number = _Number(i, i + 1, Fraction(1))
        elif cardinal(self.small[i], self.grammar.lang) is not None:
            number = self._sequence(i, i, 0)
        else:
            return None
        at = number.after + 1
        if self._word(number.after) != self.data["point"]:
            return None
        places = ""
        while at < len(self.tokens) and self._gap(at) == " ":
            word = self.small[at]
            one = 1 if word in self.data["one_inside"] else cardinal(word, self.grammar.lang)
            if one is None or one > 99 or (one > 9 and places) or len(places) > LONGEST:
                break
            places, at = places + str(one), at + 1
        if not places or not (self._word(at) in self.data["magnitudes"] or self._unit_after(at)):
            return None
        return replace(number, after=at, value=number.value + Fraction(int(places), 10 ** len(places)))

    def _counted(self, i: int) -> _Number | None:
        word, data, lang = self.small[i], self.data, self.grammar.lang
        if word in data["articles"]:
            at = i + 1
            if self._word(at) in (data["hundred"], data["thousand"]):
                return self._sequence(i, at, 1)
            if word in data["one_inside"] and (part := self._and_part(at)):
                return _Number(i, part[1], 1 + part[0])
            known = data["magnitudes"].get(self._word(at))
            if known:
                part = self._and_part(at + 1) or (Fraction(0), at + 1)
                return _Number(i, part[1], known * (1 + part[0]), scaled=0)
            return self._measured(i)
        value = cardinal(word, lang)
        if value is not None and word not in data["one_inside"]:
            bare = word in (data["hundred"], data["thousand"]) and not data["ordinal_endings"]
            counted = self._word(i + 1) in data["magnitudes"]  # the hundred billion stars
            return None if bare and not counted else self._sequence(i, i, 0)  # hundred people: of how many nobody knows
        place = ordinal(word, lang)
        if place is not None:
            return _Number(i, i + 1, Fraction(place), ordinal=True)
        return self._glued(word, i)

    def _measured(self, i: int) -> _Number | None:
        """A mile, ein Prozent, ein volles Prozent: an article before a measure is a number."""
        data, at = self.data, i + 1
        if self._word(at) in data["rough"]:
            at += 1
        unit = self._unit_at(at) if self._gap(at) in (" ", "", "-") else None
        if unit is None or self._per(i):
            return None
        after = self._at(unit[1])
        if after == at + 1 and (self.small[at] in data["things"] or self.small[at] not in self.grammar.forms):
            return None
        kind = units()[unit[0]][0]
        if kind in ("time", "months"):  # an hour and a half; a day is only a day
            part = self._and_part(after) or self._smaller(unit[0], after)
            return _Number(i, i + 1, Fraction(1), unit_at=at) if part or unit[0] == "fortnight" else None
        strict = data["after_measure"] and self.small[i] not in data["one_inside"]
        plain = self._word(after).isalpha() and self._word(after) not in data["after_measure"]
        if kind in ("times", "degree") or self._word(after) in HYPHENS or (strict and plain):
            return None  # a dollar bill, a mile-long queue
        return _Number(i, i + 1, Fraction(1), scaled=0, unit_at=at)

    def _smaller(self, unit: str, i: int) -> bool:
        """Whether a number of a smaller unit follows: a year and three months."""
        part = load("units")["parts"].get(unit)
        return (
            part is not None and self._word(i) == self.data["and"] and self._digit(i + 1)
            and (self._unit_after(i + 2) or ("", 0))[0] == part["of"]
        )  # fmt: skip

    def _per(self, i: int) -> bool:
        """Whether an article stands between a price and what it is for: 75 dollars a barrel."""
        before = i - 2 if self._word(i - 1) == ")" else i - 1  # 80 rupees (about £1) a kilo
        return before >= 0 and (self.tokens[before].end <= self.used or self.small[before] in self.grammar.forms)

    def _at(self, offset: int) -> int:
        """The token that begins at or after an offset."""
        return bisect_left(self.tokens, offset, key=lambda token: token.start)

    def _glued(self, word: str, i: int) -> _Number | None:
        for form, code in self.grammar.glued:  # zwölfjährig, fünfzigmal
            before, found, after = word.partition(form.removesuffix("~"))
            if found and (form.endswith("~") or not after):
                value = _mixed(before, self.grammar) or self.data["part_beginnings"].get(before)
                value = value or cardinal(before, self.grammar.lang)
                if value:
                    return _Number(i, i + 1, Fraction(str(value)), unit=code)
        for begins, part in self.data["part_beginnings"].items():  # Viertelmillion, Dreiviertelstunde
            rest = word.removeprefix(begins)
            if rest != word and (factor := self.data["magnitudes"].get(rest)):
                return _Number(i, i + 1, Fraction(str(part)) * factor, scaled=factor)
            if rest != word and (known := self.grammar.forms.get(rest)) and units()[known][0] != "months":
                return _Number(i, i + 1, Fraction(str(part)), unit=known)
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
        ends = data["magnitudes"].get(self.small[last], 1) if last == first + 1 else 1
        if ends > 1 and self._gap(last) == " " and 1 < found.value / ends < 100:
            found.scaled = ends  # two or three hundred
        if part := self._and_part(last + 1):
            found.value, found.after = found.value + part[0], part[1]
        return found

    def _and_part(self, i: int) -> tuple[Fraction, int] | None:
        """And a half, and three quarters: what it adds, and the token after it."""
        data, i = self.data, self._next(i - 1)
        if self._word(i) != data["and"]:
            return None
        at = self._next(i)
        count = 1 if self._word(at) in data["articles"] else cardinal(self._word(at), self.grammar.lang)
        at = self._next(at)
        parts = 2 if self._word(at) in data["half"] else data["fractions"].get(self._word(at))
        if not count or parts not in (2, 4) or count >= parts or self._word(at + 1) in data["fraction_of"]:
            return None
        return Fraction(count, parts), at + 1

    def _fraction(self, i: int) -> _Number | None:
        """Ein Drittel, two thirds, half of, die Hälfte, jeder Fünfte, one in three."""
        data, word = self.data, self.small[i]
        after = self._next(i)
        article = word in data["articles"]
        count = 1 if article else cardinal(word, self.grammar.lang)
        thing = article and word not in data["one_inside"] and self._third(after)
        if article and self._word(after) in data["rough"] and self._word(after + 1) in data["fractions"]:
            after += 1
        if count and self._word(after) in data["fractions"] and not thing:
            if not self._calendar(after):
                return _Number(i, after + 1, Fraction(count, data["fractions"][self._word(after)]))
        elif count and (not article or word in data["one_of"]) and (share := self._share(i, count)):
            return share
        if word in data["every"]:
            parts = ordinal(self._word(i + 1), self.grammar.lang) or 0
            return _Number(i, i + 2, Fraction(1, parts)) if parts > 1 else None
        if word in data["fraction_alone"] and ordinal(self._word(i - 1), self.grammar.lang) is None:
            return _Number(i, i + 1, Fraction(1, data["fractions"][word]))
        if word in data["half"]:
            return self._half(i)
        return None

    def _third(self, i: int) -> bool:
        """Whether a fraction after an article counts a thing: a third attempt; but a third voted no."""
        data, after = self.data, self._word(i + 1)
        if self._word(i) not in data["fractions"] or not data["fraction_after"] or not after.isalpha():
            return False
        return not (
            after in data["fraction_after"] or after in data["magnitudes"] or self._measure(i) or self._again(i + 1)
        )

    def _again(self, i: int) -> bool:
        """Whether a word comes again behind the next one, and so is no unit: year on year, year-on-year."""
        step = 2 if self._word(i + 1) in HYPHENS else 1
        return self._word(i).isalpha() and self._word(i) == self._word(i + 2 * step)

    def _measure(self, i: int) -> bool:
        """Whether a unit other than one of the calendar follows token ``i``: half-mile, quarter point."""
        unit = self._unit_at(self._next(i)) if self._gap(i + 1) in (" ", "") else None
        return unit is not None and units()[unit[0]][0] != "months"

    def _half(self, i: int) -> _Number | None:
        data, after = self.data, self._word(i + 1)
        if ordinal(self._word(i - 1), self.grammar.lang) is not None:
            return None
        if after in data["articles"] and (self._word(i + 2) in data["magnitudes"] or self._measure(i + 1)):
            return _Number(i, i + 2, Fraction(1, 2))
        if not data["half_before"] or after in data["half_before"]:
            return _Number(i, i + 1, Fraction(1, 2))
        if self._word(self._next(i)) in data["magnitudes"] or self._measure(i):
            return _Number(i, i + 1, Fraction(1, 2))
        return None

    def _share(self, i: int, count: int) -> _Number | None:
        """Two in five, three out of ten."""
        data, at = self.data, i + 1
        opens = i == 0 or self._word(i - 1) in (*".!?:;(„“\"", *data["before_share"])
        if self._word(i - 1) in data["relations"] or not (
            self._word(at) in data["one_in"] or (opens and self._word(at) in data["one_in_opening"])
        ):
            return None  # she is one of five
        single = count == 1 and opens and self._word(at) in data["one_in"]  # about one in twelve
        at += 2 if self._word(at + 1) in data["one_in_of"] else 1
        of = self._word(at)
        parts = int(of) if re.fullmatch(r"\d{1,3}", of) else cardinal(of, self.grammar.lang) or 0
        if not count < parts <= (1000 if single else 100) or self._unit_after(at + 1) or (
            self._word(self._next(at)) in data["magnitudes"]
        ):
            return None
        if parts > 10 and parts % 10 and not single:
            return None
        if count > 1 and names_number(self.tokens[max(i - 3, 0) : i], self.grammar):
            return None
        of_some = self._word(i + 1) in data["one_in_opening"] or at > i + 2
        return None if of_some and self._past(at + 1) else _Number(i, at + 1, Fraction(count, parts))

    def _past(self, i: int) -> bool:
        """Whether a clause tells what happened, so that its persons were counted: two of three sons died."""
        last = min(i + _NEAR, len(self.tokens))
        end = next((at for at in range(i, last) if self.small[at] in ".!?;:,"), last)
        return any(re.fullmatch(self.data["past"], self.tokens[at].text) for at in range(i, end))

    def _calendar(self, i: int) -> bool:
        """A quarter that is one of a year's, not one of four parts."""
        rule = self.data["calendar_fractions"]
        share = self._word(i + 1) in ("", *rule["unless_before"]) or self._word(i - 1) in rule["unless_after"]
        counted = self._word(i - 1) in HYPHENS and self._word(i - 2) in rule["unless_after"]
        return self._word(i) in rule["words"] and not share and not counted

    def _roman(self, i: int) -> bool:
        """Whether a Roman number stands after a name."""
        word, before = self.tokens[i].text, self.tokens[i - 1].text
        if not _ROMAN.match(word) or self._gap(i) != " " or not before.isalpha() or len(before) < 3:
            return False
        if word == "X":  # Malcolm X
            return before.lower() in self.data["regnal"]
        return len(word) > 1 or (word == "V" and before[:1].isupper() and before[1:].islower())

    def _scaled(self, number: _Number) -> _Number:
        """With the magnitude that follows: 3,2 Milliarden; € 3.2bn; a quarter of a million."""
        data = self.data
        at = self._next(number.after - 1)
        if number.value < 1 and number.unit is None and number.unit_at is None and (of := self._of_one(number.after)):
            if self._word(of) not in data["magnitudes"]:
                number.unit_at = of
                return number
            at = of
        word = self._word(at)
        close = self._gap(at) in ("", " ", *SPACES)
        if close and number.scaled and word in data["magnitudes"] and not number.ordinal and number.unit is None:
            factor = data["magnitudes"][word]
        elif self._gap(at) == "" and word in data["money_magnitudes"] and self._millions(number, at):
            factor = data["money_magnitudes"][word]
        else:
            return number
        number.value, number.scaled, number.after = number.value * factor, factor, at + 1
        if part := self._and_part(at + 1):
            number.value, number.after = number.value + part[0] * factor, part[1]
        return number

    def _of_one(self, i: int) -> int | None:
        """Where the measure stands of which a number is a part: of a million, eines Prozents."""
        if self.data["fraction_of"]:
            if self._word(i) not in self.data["fraction_of"]:
                return None
            i += 1
        if self._word(i) not in self.data["articles"] or self._gap(i + 1) != " ":
            return None
        return i + 1 if self._word(i + 1) in self.data["magnitudes"] or self._unit_at(i + 1) else None

    def _millions(self, number: _Number, at: int) -> bool:
        """Whether m after figures is million: $5m, 20m rand, 1.2m people; 20m is a length."""
        if self._symbol_before(number.first) or is_money((self._unit_after(at + 1) or ("%",))[0]):
            return True
        before = number.first - 1
        if self.money and self._word(before) in _SIGNS and self.tokens[before - 1].end == self.used:
            return True  # $5m-6m
        if self._word(at) not in self.data["crowd"]["magnitudes"]:
            return False
        if self._of_a_crowd(before, at + 1):
            return True
        return self._crowd(at + 1, race=self._race(number), definite=self._word(before) in self.data["half_before"])

    def _of_a_crowd(self, before: int, after: int) -> bool:
        """Whether what stands before tells that millions are counted: sold 2.1m; by 35,000 to 1.72m; but a 2m cable."""
        crowd, word = self.data["crowd"], self._word(before)
        if word in crowd["definite"] or self._word(after) in crowd["lengths"]:
            return False
        if self.counted is not None and word in crowd["against"]:
            return not _STOP.search(self.text, self.counted, self.tokens[before].start)
        first = max(before - _BESIDE + 1, 0)
        since = next((at + 1 for at in range(before, first - 1, -1) if self.small[at] in ".!?;"), first)
        return any(near in crowd["ahead"] for near in self.small[since : before + 1])

    def _race(self, number: _Number) -> bool:
        """Whether a number behind an article is the distance of a race: the 800m World Championships."""
        return self._word(number.first - 1) in self.data["half_before"] and number.value in self.data["crowd"]["races"]

    def _crowd(self, i: int, *, race: bool, definite: bool) -> bool:
        """Whether people or things that are counted in millions follow: Syrian refugees, tonnes; of the 15m trees
        each is as high.
        """
        crowd = self.data["crowd"]
        if self._next(i - 1) > i:
            return self._word(i + 1) in crowd["words"]  # 1.2m-strong
        if self._gap(i) == " " and (unit := self._unit_at(i)) and self.small[i] in self.grammar.forms:
            return unit[0] != "times"
        for at in range(i, min(i + 3, len(self.tokens))):
            word = self.small[at]
            if race or self._gap(at) != " " or word in crowd["stops"] or self.tokens[at].kind != "word":
                return False
            if word in crowd["words"] or re.fullmatch(crowd["peoples"], self.tokens[at].text):
                owns = self._word(at + 1) in crowd["owns"] and self._gap(at + 1) == ""  # the 100m men's final
                return not owns and not (definite and word in crowd["measured"])
        return False

    # -- units ------------------------------------------------------------------------------------------------------

    def _quantity(self, number: _Number) -> Quantity:
        start, end = self.tokens[number.first].start, self.tokens[number.after - 1].end
        number_start, number_end, value = start, end, number.value
        unit: str | None = number.unit
        before = number.first - 1
        sign = self._sign(number.first)
        if sign is not None:
            start, before = self.tokens[sign].start, sign - 1
        if unit is None and (symbol := self._symbol_before(number.first if sign is None else sign)):
            unit, first = symbol
            start, before = self.tokens[first].start, first - 1
            if sign is None and (sign := self._sign(first)) is not None:
                start, before = self.tokens[sign].start, sign - 1
        if unit is None and (after := self._unit_after(number.after if number.unit_at is None else number.unit_at)):
            unit, end = self._beside(after, number)
            if part := self._and_part(self._at(end)):
                value, end = value + part[0], self.tokens[part[1] - 1].end  # an hour and a half
        factor = 1
        if unit in load("units")["multiples"]:
            unit, factor = load("units")["multiples"][unit]
        kind = units()[unit][0] if unit else None
        below = self._below(self._at(end), kind) if kind in ("temperature", "degree", None) else None
        things = unit is None and self.tokens[number.first].kind == "word"  # the team minus three players
        if sign is not None and (kind in _SIGNED or not (things or self._item(sign))):
            value, number_start = -value, min(number_start, self.tokens[sign].start)
        elif sign is not None:
            start, before = self.tokens[sign + 1].start, sign
        elif below is not None:
            value, end = -value, below
        relation = self.data["relations"].get(self._word(before))
        return Quantity(
            start, end, self.text[start:end], value * factor, unit, number.ordinal, number_start, number_end, relation,
            rough=self._word(before) in self.data["rounding"],
        )  # fmt: skip

    def _sign(self, i: int) -> int | None:
        """The sign that makes the number from token ``i`` negative; a hyphen in a range or a word makes none."""
        at = i - 1
        if at < 0 or self.tokens[at].start < self.used or self.tokens[i].kind not in ("digits", "part", "word", "sign"):
            return None
        before = self.tokens[at - 1] if at else None
        if self.small[at] in self.data["negative"]:
            plus = at - 2 if before and before.text.lower() in (*self.data["arithmetic_or"], "/") else at - 1
            counted = before is not None and (before.kind == "digits" or before.end == self.used)
            return None if self._gap(i) != " " or counted or self._word(plus) in self.data["positive"] else at
        if self.tokens[at].text not in _SIGNS or self._gap(i) != "" or self.tokens[i].kind == "word":
            return None
        after, data = self._word(i + 1), self.data
        scaled = after in data["magnitudes"] or after in data["money_magnitudes"]
        if self._gap(i + 1) == "" and after.isalpha() and not scaled and not self._unit_after(i + 1):
            return None  # the 50s and -60er
        if before is None or "\n" in self._gap(at):
            return at
        if before.kind == "digits" or before.end == self.used:
            return None
        glued = self._gap(at) == "" and before.text not in "([„“\"‚‘'=:/" and before.text not in self.grammar.symbols
        return None if glued else at

    def _item(self, sign: int) -> bool:
        """Whether a dash may stand before an item of a list."""
        return self.tokens[sign].text in (*HYPHENS, "–") and (sign == 0 or "\n" in self._gap(sign))

    def _below(self, i: int, kind: str | None) -> int | None:
        """Where "minus" or "below zero" ends, after a temperature."""
        if kind and self._word(i) in self.data["negative"] and not self._digit(i + 1):
            return self.tokens[i].end
        return self.tokens[i + 1].end if f"{self._word(i)} {self._word(i + 1)}" in self.data["below_zero"] else None

    def _digit(self, i: int) -> bool:
        return i < len(self.tokens) and (
            self.tokens[i].kind == "digits" or cardinal(self.small[i], self.grammar.lang) is not None
        )

    def _symbol_before(self, i: int) -> tuple[str, int] | None:
        """The currency that stands before a number, and the token with which it begins."""
        if i == 0 or self._gap(i) not in ("", " ", *SPACES):
            return None
        at = self.tokens[i - 1]
        for first in (i - 3, i - 2, i - 1):
            if first < 0 or self.tokens[first].start < self.used:
                continue
            code = self.grammar.symbols.get(self.text[self.tokens[first].start : at.end])
            other = first == i - 1 and first and at.kind == "sign" and self._gap(first) == "" and (
                self.tokens[first - 1].kind == "word"
            )  # R$
            if code and is_money(code) and not other:
                return code, first
        return None

    def _unit_after(self, i: int) -> tuple[str, int] | None:
        """The unit that follows a number, and where it ends."""
        if self._word(i) in HYPHENS and self._gap(i) == "" and self._gap(i + 1) == "":
            i += 1
        elif self._word(i) == "." and self._gap(i) == "" and self._word(i - 1) in self.data["magnitudes"]:
            i += 1  # Mio. Euro
        if i >= len(self.tokens) or "\n" in self._gap(i) or len(self._gap(i)) > 1 or self._again(i):
            return None
        tight = self.grammar.tight.get(self.tokens[i].text)
        if tight and units()[tight][0] == "cent" and len(self.tokens[i - 1].text.partition(".")[0]) > 2:
            return None  # 1080p
        clock = self._word(i + 1) == "." and self._gap(i + 1) == "" and self._gap(i + 2) == ""  # 2p.m.
        if tight and not clock and self._gap(i) == "" and self.tokens[i - 1].kind == "digits":
            named = names_number(self.tokens[max(i - 4, 0) : i - 1], self.grammar)  # seat 12C
            return None if named else (tight, self.tokens[i].end)
        return self._unit_at(i)

    def _unit_at(self, i: int) -> tuple[str, int] | None:
        if i >= len(self.tokens):
            return None
        if found := self._phrase(i):
            return found
        for length in (3, 2, 1):  # km/h, US-Dollar, m
            if i + length > len(self.tokens):
                continue
            written = self.text[self.tokens[i].start : self.tokens[i + length - 1].end]
            code = self.grammar.symbols.get(written) or self.grammar.forms.get(written.lower())
            if code and (length == 1 or " " not in written):
                return code, self.tokens[i + length - 1].end
        word = self._word(i)
        return next(((code, self.tokens[i].end) for stem, code in self.grammar.stems if word.startswith(stem)), None)

    def _phrase(self, i: int) -> tuple[str, int] | None:
        """A unit of several words: square miles, sq. ft, kilowatt-hours."""
        for words, code in self.grammar.phrases.get(self.small[i][0], ()):
            at = i
            for n, form in enumerate(words):
                if n:
                    at = self._next(at)
                    if self._word(at) == "." and self._gap(at) == "":
                        at += 1
                    if len(self._gap(at)) > 1 or "\n" in self._gap(at):
                        break
                if not fits(self._word(at), form):
                    break
            else:
                return code, self.tokens[at].end
        return None

    def _beside(self, unit: tuple[str, int], number: _Number) -> tuple[str, int]:
        """Pounds that are weighed are no money."""
        rule = load("units")["beside"].get(unit[0])
        if rule is None or number.scaled > 1000:
            return unit
        words, at = rule[self.grammar.lang], self._at(unit[1])
        if self.small[at - 1] not in words["of"]:
            return unit
        if self._word(at) in words["next"] or f"{self._word(at)} {self._word(at + 1)}" in words["next"]:
            return rule["is"], unit[1]
        first, last = max(number.first - _NEAR, 0), min(at + _NEAR, len(self.tokens))
        before = next((k + 1 for k in range(number.first - 1, first - 1, -1) if self.small[k] in ".!?"), first)
        after = next((k for k in range(at, last) if self.small[k] in ".!?"), last)
        near = self.small[before:after]
        if any(fits(word, form) for word in near for form in words["money"]):
            return unit
        ahead = self.small[max(before, number.first - _CLOSE) : number.first]
        behind = self.small[at : min(after, at + _CLOSE)]
        weighed = any(w in words["ahead"] for w in ahead) or any(w in words["behind"] for w in behind)
        return (rule["is"], unit[1]) if weighed else unit


def _mixed(word: str, grammar: Grammar) -> Fraction | None:
    """Anderthalb, siebeneinhalb."""
    if word in grammar.data["halves"]:
        return Fraction(str(grammar.data["halves"][word]))
    for ending, part in grammar.data["mixed_endings"].items():
        if word.endswith(ending) and (whole := cardinal(word.removesuffix(ending), grammar.lang)):
            return whole + Fraction(str(part))
    return None


def _follows(current: int, one: int) -> bool:
    """Whether ``one`` may be put to what has been counted so far: two hundred three, sixty five."""
    return current % 100 == 0 or (current % 10 == 0 and one < 10)


_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def _roman(word: str) -> int:
    values = [_VALUES[letter] for letter in word]
    return sum(-v if v < max(values[i:], default=0) else v for i, v in enumerate(values))
