"""What the years of a text say about its other dates: about one that has the year of the next in a list, about those
below a year in a chronicle, about figures that may be a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from depesche.dates.grammar import Grammar, Match

_MARKS = " \t#*•·|–—-"  # before what a line begins with
_LINE = re.compile(r"[ \t]*(?P<alone>[:*#–—-]*[ \t]*(?:\n(?P<blank>[ \t]*\n)?|$))|[ \t]*[:|–—][ \t]|\t|[ \t]+-[ \t]")
_BLANK = re.compile(r"\n[ \t]*\n")
_ERA, _WITNESSES = 10, 3  # so many years, so near, make figures a year
_MONTHS = 12
_LATE, _EARLY = 10, 3  # months between which a list goes on into the next year: in November and January 2020


@dataclass(slots=True)
class _Head:
    """A year at the beginning of a line, of which the dates behind it are.

    :param alone: with nothing beside it, so that it holds for lines that begin with a date. :param spaced: where blank
        lines stand between them.
    """

    year: str
    end: int
    alone: bool
    spaced: bool


def settle(text: str, matches: Sequence[Match], rules: Grammar) -> list[Match]:
    """The matches without figures that are no year, those with a month and no year with the one that they borrow."""
    return list(_headed(text, _listed(text, _ordered(_supported(matches)), rules), rules))


def _supported(matches: Sequence[Match]) -> list[Match]:
    """In an account of 1789 the figures 1788 are a year, even where nothing else says so."""
    sure = [int(match.slots["year"]) for match in matches if _dated(match) and "bare" not in match.slots]
    return [match for match in matches if "bare" not in match.slots or _near(int(match.slots["year"]), sure)]


def _ordered(matches: Sequence[Match]) -> list[Match]:
    """3/4/2021 is a day of April where the text has 24/5/2021 as well, and one of March where it has 5/24/2021."""
    slashed = [match.slots for match in matches if match.rule == "slashed"]
    days_first, months_first = (any(int(slots[name]) > _MONTHS for slots in slashed) for name in ("day", "day2"))
    if days_first == months_first:
        return list(matches)
    order = {"order": "day" if days_first else "month"}
    return [replace(m, slots={**m.slots, **order}) if m.rule == "slashed" else m for m in matches]


def _dated(match: Match) -> bool:
    return match.rule == "date" and match.slots.get("year", "").isdigit()


def _near(year: int, sure: Sequence[int]) -> bool:
    return sum(abs(year - other) <= _ERA for other in sure) >= _WITNESSES


def _listed(text: str, matches: Sequence[Match], rules: Grammar) -> list[Match]:
    """On 3 May and 5 June 2019, on 28 December and 2 January 2020, on 3 May in 2019."""
    found = list(matches)
    listed: set[int] = set()  # where a match begins that has the year of the next; a comma alone joins it to another
    for index in range(len(found) - 2, -1, -1):
        date, after = found[index], found[index + 1]
        year = after.slots.get("year", "")
        if not _lacks_year(date) or len(year) != 4:
            continue
        if _alone(after) and rules.cues["in_year"].fullmatch(text, date.end, after.start):
            found[index] = _with_year(date, year)
        if not _has_month(after):
            continue
        comma = text[date.end : after.start].strip() == "," and after.start not in listed
        if not comma and rules.cues["listed"].fullmatch(text, date.end, after.start):
            listed.add(date.start)
            turned = int(date.slots["month"]) >= _LATE and int(after.slots["month"]) <= _EARLY
            found[index] = _with_year(date, f"{int(year) - turned:04}")
    return found


def _headed(text: str, matches: Iterable[Match], rules: Grammar) -> Iterator[Match]:
    """A chronicle: the year in a line of its own, or at the beginning of the line, and behind it what happened when."""
    head: _Head | None = None
    entry = -1  # where the line begins that is known to belong to the head
    for match in matches:
        alone = _alone(match)
        if not alone and not (head and _lacks_year(match)):
            yield match
            continue
        line = text.rfind("\n", 0, match.start) + 1
        before = text[line : match.start].lstrip(_MARKS)
        if alone:
            found = None if before else _LINE.match(text, match.end)
            if found:
                head = _Head(match.slots["year"], match.end, found["alone"] is not None, found["blank"] is not None)
                entry = -1 if head.alone else line
        elif head:
            opens = not before or bool(rules.cues["at"].fullmatch(before))
            if head.alone and opens and (head.spaced or not _BLANK.search(text, head.end, line)):
                entry = line
        yield _with_year(match, head.year.zfill(4)) if head and entry == line and not alone else match


def _alone(match: Match) -> bool:
    return match.rule == "date" and "year" in match.slots and match.slots.keys() <= {"year", "bare"}


def _has_month(match: Match) -> bool:
    return "month" in match.slots and (match.rule == "date" or (match.rule == "time" and "hour" not in match.slots))


def _lacks_year(match: Match) -> bool:
    dated = _has_month(match) or (match.rule == "range" and not {"month", "month2"}.isdisjoint(match.slots))
    return dated and {"year", "year2", "yy", "yyy", "unit", "rel"}.isdisjoint(match.slots)


def _with_year(match: Match, year: str) -> Match:
    return replace(match, slots={**match.slots, "year2" if match.rule == "range" else "year": year})
