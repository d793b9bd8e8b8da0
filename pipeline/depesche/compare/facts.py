"""The facts of a text that another language can say otherwise but not change: dates, numbers and amounts, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from depesche import quantities
from depesche.annotate import is_word
from depesche.compare.text import Text
from depesche.entities.alike import pieces, plain, says_little
from depesche.quantities import Quantity
from depesche.records import Date, Entity
from depesche.resources import language

Key = tuple[str, str]
_LEAP = 2020  # a year that has every day


@dataclass(frozen=True, slots=True)
class Fact:
    """A date, number or name.

    :param value: for people, normalised.
    :param keys: of a date, what its words state: ``("y", "2004")``, ``("m", "4")``, ``("d", "25")``, ``("wd", "2")``.
    :param eve: the same of the day before, of a day that a night leads into: Nacht auf Dienstag, Monday night.
    :param stated: whether a date is said in so many words; "the next decade" a translation may well leave out.
    """

    type: str
    start: int
    end: int
    text: str
    value: str | None
    keys: frozenset[Key] = frozenset()
    stated: bool = True
    quantity: Quantity | None = None
    entity: Entity | None = None
    eve: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Facts:
    """:param counted: the numbers that stand in names: First World War, 1. Weltkrieg."""

    dates: tuple[Fact, ...]
    numbers: tuple[Fact, ...]
    names: tuple[Fact, ...]
    counted: tuple[Fact, ...] = ()

    def longer(self, lang: str) -> frozenset[tuple[str, ...]]:
        """The words of every name of several words."""
        return _longer(self.names, lang)


@lru_cache(64)
def _longer(names: tuple[Fact, ...], lang: str) -> frozenset[tuple[str, ...]]:
    return frozenset(words for name in names if len(words := tuple(pieces(name.text, lang))) > 1)


def of(text: Text) -> Facts:
    called = [e for e in text.record.entities if e.kind == "name"]
    inside = [(e.start, e.end) for e in called]
    papers = [(e.start, e.end) for e in called if e.label not in ("EVENT", "LAW")]  # The Sunday Times
    stated = [
        fact for item in text.dates
        if not any(a <= item.start and item.end <= b and b - a > item.end - item.start for a, b in papers)
        and (fact := _date(item, text.lang, counted=item.start in text.counted_months))
    ]
    stated = [
        replace(fact, eve=_eve(fact.keys)) if _night_into(text.lang).search(text.record.text, 0, fact.start) else fact
        for fact in stated
    ]
    taken = [(fact.start, fact.end) for fact in stated]
    found = [
        Fact("number", q.start, q.end, q.text, shown(q), quantity=q)
        for q in quantities.find(text.record.text, text.lang)
        if not any(start < q.number_end and q.number_start < end for start, end in taken)
    ]
    named = [fact for fact in found if any(a <= fact.start and fact.end <= b for a, b in inside)]
    named += [one for entity in called for one in _ones(entity, text.lang)]
    numbers = [f for f in found if any(map(str.isdigit, f.text)) or f.text.isupper() or f not in named]
    taken += [(fact.start, fact.end) for fact in numbers]  # US-Dollar, Swiss francs
    return Facts(tuple(stated), tuple(numbers), tuple(_names(text, taken)), tuple(named))


def _ones(name: Entity, lang: str) -> Iterator[Fact]:
    """World War One: elsewhere than in a name the word is an article."""
    for word in re.finditer(r"[^\W\d_]+", name.text):
        if word.group().istitle() and word.group().lower() in language(lang, "quantities")["one_inside"]:
            start, end = name.start + word.start(), name.start + word.end()
            quantity = Quantity(start, end, word.group(), Fraction(1), None, False, start, end)
            yield Fact("number", start, end, word.group(), "1", quantity=quantity)


def shown(quantity: Quantity) -> str:
    """``3200000000 EUR``."""
    found = number(quantity.value)
    return f"{found} {quantity.unit}" if quantity.unit else found


def number(value: Fraction) -> str:
    return str(int(value)) if value == int(value) else f"{float(value):g}"


# --------------------------------------------------------------------------------------------------------------- dates


_PLACE = re.compile(r"(?P<y>\d{4}|XXXX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?|-W(?P<w>\d\d|XX)(?:-(?P<wd>\d|WE))?"
                    r"|-(?P<s>SP|SU|FA|WI|Q\d|H\d))?$")  # fmt: skip
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")


def _date(item: Date, lang: str, *, counted: bool) -> Fact | None:
    """:param counted: whether the month is counted from that of writing, and so says nothing of one with a name."""
    if item.type in ("DURATION", "SET") or not item.timex:
        return None
    if item.basis == "anaphoric" and not (any(map(str.isdigit, item.text)) or weekdays(item.text, lang)):
        return None  # that day: another in each text, if the texts are not the same
    keys: set[Key] = set()
    for end in item.timex.split("/"):
        day, clock, hour = end.partition("T")
        keys |= set(_place(day, item))
        if clock and (found := _CLOCK.match("T" + hour)):
            keys.add(("h", f"{int(found[1]) % 24}:{found[2] or '00'}"))
    if ("T" in item.timex) and any(kind == "h" for kind, _ in keys) and not re.search(r"\d{4}|\d\.\d", item.text):
        keys = {key for key in keys if key[0] in ("h", "wd")} | {("m", month) for month in months(item.text, lang)}
    years = {year for kind, year in keys if kind == "y"}
    if any(year in item.text for year in years):  # December to January 2010: of 2009 nothing is said
        keys -= {("y", year) for year in years if year[-2:] not in item.text}
    if lexical := weekdays(item.text, lang):
        keys = {key for key in keys if key[0] != "wd"} | {("wd", day) for day in lexical}
    if counted:
        keys = {("counted" if kind == "m" else kind, value) for kind, value in keys}
    stated = any(map(str.isdigit, item.text)) or bool(lexical or months(item.text, lang))
    return Fact("date", item.start, item.end, item.text, _said(item, keys), frozenset(keys), stated) if keys else None


@cache
def _night_into(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{language(lang, 'compare')['night_into']})\s+$", re.IGNORECASE)


def _eve(keys: frozenset[Key]) -> frozenset[Key]:
    """What the day before a date states; nothing of a date that is none."""
    found = dict(keys)
    if "wd" in found:
        found["wd"] = str((int(found["wd"]) - 2) % 7 + 1)
    if "d" in found:
        try:
            before = date(int(found.get("y", _LEAP)), int(found.get("m", 12)), int(found["d"])) - timedelta(1)
        except (ValueError, OverflowError):  # 31 June
            return frozenset()
        known = {"y": before.year, "m": before.month, "d": before.day}
        found |= {kind: str(value) for kind, value in known.items() if kind in found}
    return frozenset(found.items())


def _said(item: Date, keys: set[Key]) -> str | None:
    """The value as far as the words have it: a day that is counted from another is known from that day alone."""
    if item.basis == "explicit" and {kind for kind, _ in keys} & {"y", "dec", "cent"}:
        return item.timex
    said = dict(keys)
    counted = item.basis in ("relative_dct", "anaphoric")
    if len(said) < len(keys) or (counted and not said.keys() & {"d", "m", "wd", "h"}):
        return None
    day = f"{said.get('y', 'XXXX')}-{int(said['m']):02}" if "m" in said else ""
    if "d" in said:
        day = f"{day or 'XXXX-XX'}-{int(said['d']):02}"
    elif not day and "wd" in said:
        day = f"XXXX-WXX-{said['wd']}"
    hour, _, minute = said.get("h", "").partition(":")
    return (day + (f"T{int(hour):02}:{minute}" if hour else "")) or None


def _place(value: str, item: Date) -> Iterator[Key]:
    if re.fullmatch(r"\d{3}", value):
        yield ("dec", value)
    elif re.fullmatch(r"\d\d", value):
        yield ("cent", str(int(value)))
    elif found := _PLACE.match(value):
        yield from _parts(found.groupdict(), item)


def _parts(parts: dict[str, str | None], item: Date) -> Iterator[Key]:
    digits = re.findall(r"\d+", item.text)
    counted = item.basis in ("relative_dct", "anaphoric") and not digits
    y, m, d = parts["y"], parts["m"], parts["d"]
    if counted and d and y and m and "X" not in y + m + d:
        yield ("wd", str(date(int(y), int(m), int(d)).isoweekday()))
        return
    written = bool(y) and (item.basis == "explicit" or any(n.endswith(str(y)[-2:]) for n in digits))
    if y and "X" not in y and (written or (counted and not m)):
        yield ("y", y)
    if m and m != "XX":
        yield ("m", str(int(m)))
    if d and d != "XX":
        yield ("d", str(int(d)))
    if parts["w"] and parts["w"] != "XX":
        yield ("w", parts["w"])
    if parts["wd"] and parts["wd"] != "WE":
        yield ("wd", parts["wd"])
    if parts["s"]:
        yield ("s", parts["s"])


def weekdays(words: str, lang: str) -> set[str]:
    """The days of the week that are named, from 1 for Monday; in German a part of the day may follow."""
    return _named(words, lang, "days")


def named(words: str, lang: str) -> Iterator[tuple[str, str, int, int]]:
    """Kind, value and place of every month and day of the week; the words must be in the language."""
    for key, kind in (("m", "months"), ("wd", "days")):
        for found in re.finditer(r"[^\W\d_]+", words):
            for name in _pattern(lang, kind).findall(plain(found.group())):
                if found.group()[:1].isupper():
                    yield key, str(_calendar(lang, kind)[name]), *found.span()


def months(words: str, lang: str) -> set[str]:
    return _named(words, lang, "months")


def _named(words: str, lang: str, kind: str) -> set[str]:
    return {str(_calendar(lang, kind)[name]) for name in _pattern(lang, kind).findall(plain(words))}


@cache
def _calendar(lang: str, kind: str) -> dict[str, int]:
    from babel import Locale

    named: Any = getattr(Locale(lang), kind)["format"]["wide"]
    first = 1 if kind == "days" else 0  # CLDR counts Monday as 0 and January as 1
    return {plain(str(name)): int(i) + first for i, name in named.items()}


@cache
def _pattern(lang: str, kind: str) -> re.Pattern[str]:
    forms = "|".join(sorted(map(re.escape, _calendar(lang, kind)), key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])({forms})")


# --------------------------------------------------------------------------------------------------------------- names


def _shouted(name: str, lang: str) -> bool:
    """NUMBERS: a word of the language in capitals is a heading, not a name."""
    return name.isupper() and len(name) > 5 and (is_word(name.lower(), lang) or is_word(name.capitalize(), lang))


def _names(text: Text, taken: list[tuple[int, int]]) -> Iterator[Fact]:
    """Names that lie in no other name and in no date."""
    end = -1
    for entity in sorted((e for e in text.record.entities if e.kind == "name"), key=lambda e: (e.start, -e.end)):
        if says_little(entity.text.strip("."), text.lang):
            continue  # Sir
        if entity.text.strip(".") in language(text.lang, "compare")["no_names"] or _shouted(entity.text, text.lang):
            continue
        if entity.start < end or any(a <= entity.start and entity.end <= b for a, b in taken):
            continue
        end = entity.end
        yield Fact("entity", entity.start, entity.end, entity.text, entity.entity_id or entity.text, entity=entity)

