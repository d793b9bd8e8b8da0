"""What the data files say about units, and how a language writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from depesche.resources import language, load

_Form = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """:param forms: of units in one word, whole. :param stems: their beginnings.
    :param phrases: units of several words, by their first letter, the longest first.
    :param glued: what a number may be one word with. :param tight: symbols that count directly after figures alone.
    """

    lang: str
    data: Mapping[str, Any]
    forms: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    phrases: Mapping[str, Sequence[_Form]]
    glued: tuple[tuple[str, str], ...]
    symbols: Mapping[str, str]
    tight: Mapping[str, str]


@cache
def grammar(lang: str) -> Grammar:
    forms: dict[str, str] = {}
    symbols: dict[str, str] = {form: form for form in load("units")["multiples"]}
    tight: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    glued: list[tuple[str, str]] = []
    phrases: dict[str, list[_Form]] = {}
    for code, unit in load("units")["units"].items():
        for written in unit[lang]:
            form = written.removeprefix("-")
            if form != written:
                glued.append((form, code))
            if " " in form:
                phrases.setdefault(form[0], []).append((tuple(form.split()), code))
                continue
            if form.endswith("~"):
                stems.append((form[:-1], code))
            forms[form.removesuffix("~")] = code
        symbols |= dict.fromkeys(map(str, unit.get("symbols", ())), code)
        tight |= dict.fromkeys(unit.get("tight", ()), code)
    for known in phrases.values():
        known.sort(key=lambda phrase: -len(phrase[0]))
    return Grammar(lang, language(lang, "quantities"), forms, tuple(stems), phrases, tuple(glued), symbols, tight)


def fits(word: str, form: str) -> bool:
    return word.startswith(form[:-1]) if form.endswith("~") else word == form


@cache
def units() -> dict[str, tuple[str, Fraction]]:
    """Kind and factor of each unit; the factor of money is 0."""
    data = load("units")
    units = {code: (unit["kind"], Fraction(str(unit.get("factor", 0)))) for code, unit in data["units"].items()}
    return units | {form: units[code] for form, (code, _) in data["multiples"].items()}


def is_money(code: str | None) -> bool:
    """Whether a unit is a currency."""
    return code is not None and units()[code][0] == "money"
