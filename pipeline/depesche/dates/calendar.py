"""Arithmetic on places of the calendar, written as TIMEX3 or EDTF values."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from depesche.records import Precision

Bounds = tuple[date | None, date | None]

# Widest reading of a season, northern hemisphere: first day by the month, last day by the sun. A winter may be the one
# that begins or the one that ends in its year.
_SEASON_DAYS = (((0, 3, 1), (0, 6, 21)), ((0, 6, 1), (0, 9, 23)), ((0, 9, 1), (0, 12, 21)), ((-1, 12, 1), (1, 3, 20)))
_EDTF = re.compile(r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?:T[\d:.Z+-]+)?")
_CODES = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
_QUALIFIERS = str.maketrans("", "", "~?%")
_PRECISIONS: tuple[tuple[str, Precision], ...] = (
    (r"\d{4}-\d\d-\d\d|\d{4}-W\d\d-\d|XXXX-(?:\d\d|XX)-\d\d|XXXX-WXX-\d", "day"),
    (r"\d{4}-W\d\d(?:-WE)?", "week"),
    (r"(?:\d{4}|XXXX)-\d\d", "month"),
    (r"(?:\d{4}|XXXX)-Q\d", "quarter"),
    (r"(?:\d{4}|XXXX)-(?:SP|SU|FA|WI)", "season"),
    (r"\d{4}", "year"),
    (r"\d{3}", "decade"),
    (r"\d{2}|\d{4}-H\d|.+/.+", "interval"),
)


def shift(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units (D W WE M Q Y DE CE); a shorter month ends on its own last day.

    :raises OverflowError: when the result lies outside the years 1 to 9999.
    """
    if unit in ("D", "W", "WE"):
        return day + timedelta(days=count * (1 if unit == "D" else 7))
    months = day.year * 12 + day.month - 1 + count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "L": 12000}[unit]
    year, month = divmod(months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside the calendar")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def timex(day: date, unit: str) -> str:
    """The TIMEX3 value of the unit (D W WE M Q Y DE CE L) that ``day`` lies in."""
    year, week, _ = day.isocalendar()
    return {
        "D": day.isoformat(),
        "W": f"{year}-W{week:02}",
        "WE": f"{year}-W{week:02}-WE",
        "M": f"{day.year:04}-{day.month:02}",
        "Q": f"{day.year:04}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04}",
        "DE": f"{day.year // 10:03}",
        "CE": f"{day.year // 100:02}",
        "L": f"{day.year // 1000}",
    }[unit]


def holiday(year: int, rule: str) -> date:
    """The day of a movable feast: ``E-2`` is two days before Easter Sunday, ``A7`` a week after the first Sunday of
    Advent, ``11-4-4`` November's fourth Thursday, ``05--1-1`` the last Monday of May.

    Easter is reckoned as Meeus, Jones and Butcher do for the Gregorian calendar.
    """
    if rule[0] == "E":
        a, (b, c) = year % 19, divmod(year, 100)
        h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
        k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
        month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
        return date(year, month, day + 1) + timedelta(days=int(rule[1:]))
    if rule[0] == "A":
        fourth = date(year, 12, 24)  # the fourth Sunday of Advent is the last one before Christmas Day
        return fourth - timedelta(days=fourth.isoweekday() % 7 + 21 - int(rule[1:]))
    number, place, day_of_week = re.fullmatch(r"(\d+)-(-?\d)-(\d)", rule).groups()  # type: ignore[union-attr]
    month, count, weekday = int(number), int(place), int(day_of_week)
    first = date(year, month, 1)
    if count < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (count - 1))


def precision(value: str | None) -> Precision:
    """How fine a TIMEX3 value places something on the calendar; a value off the calendar is vague."""
    day = (value or "").partition("T")[0]
    return next((name for pattern, name in _PRECISIONS if re.fullmatch(pattern, day)), "vague")


def edtf(value: str | None) -> str | None:
    """The EDTF value of a TIMEX3 value, None when it names no place on the calendar.

    EDTF (ISO 8601-2) has no weeks: they become intervals of days. Times of day are cut off.
    """
    day = (value or "").partition("T")[0]
    if "/" in day:
        first, last = (edtf(end) for end in day.split("/", 1))
        return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}" if first and last else None
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(?:-(WE|\d))?", day):
        monday, sunday = {None: (1, 7), "WE": (6, 7)}.get(found[3]) or (int(found[3]), int(found[3]))
        try:
            ends = [
                date.fromisocalendar(int(found[1]), int(found[2]), number).isoformat() for number in (monday, sunday)
            ]
        except ValueError:
            return None
        return "/".join(dict.fromkeys(ends))
    if found := re.fullmatch(r"(\d{4}|XXXX)-(SP|SU|FA|WI|Q[1-4]|H[12])", day):
        return f"{found[1]}-{_CODES[found[2]]}"
    if re.fullmatch(r"\d{2,3}", day):
        return day.ljust(4, "X")
    return day if re.fullmatch(r"(?:\d{4}|XXXX)(?:-\d\d){0,2}|XXXX-XX-\d\d", day) and day != "XXXX" else None


def timex_of(edtf: str) -> str:
    """The TIMEX3 value of an EDTF value, without what EDTF says of certainty.

    >>> timex_of("2019-33"), timex_of("201X"), timex_of("2023-04~/2023-06")
    ('2019-Q1', '201', '2023-04/2023-06')
    """
    if "/" in edtf:
        return "/".join(timex_of(end) for end in edtf.split("/", 1))
    bare = edtf.translate(_QUALIFIERS).strip()
    head, _, code = bare.partition("-")
    names = {str(number): name for name, number in _CODES.items()}
    return f"{head}-{names[code]}" if code in names else bare if head == "XXXX" else bare.replace("X", "")


def bounds(value: str) -> Bounds:
    """First and last day of an EDTF value; None where it is open or names no year.

    :raises ValueError: when it is no EDTF date, season, quarter or interval.
    """
    if "/" in value:
        first, last = value.split("/", 1)
        return _end(first)[0], _end(last)[1]
    return _end(value)


def _end(value: str) -> Bounds:
    bare = value.translate(_QUALIFIERS).strip()
    if bare in ("", ".."):
        return None, None
    found = _EDTF.fullmatch(bare)
    if not found:
        raise ValueError(f"no EDTF value: {value!r}")
    year, month, day = found["year"], found["month"], found["day"]
    if year == "XXXX":
        return None, None
    low, high = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if not month or month == "XX" or low != high:
        return date(low, 1, 1), date(high, 12, 31)
    return _part(low, int(month), day)


def _part(year: int, month: int, day: str | None) -> Bounds:
    if 1 <= month <= 12:
        if day and day != "XX":
            return (date(year, month, int(day)),) * 2
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    if 21 <= month <= 24:
        (y1, m1, d1), (y2, m2, d2) = _SEASON_DAYS[month - 21]
        return date(max(1, year + y1), m1, d1), date(min(9999, year + y2), m2, d2)
    width = {33: 3, 34: 3, 35: 3, 36: 3, 40: 6, 41: 6}.get(month)
    if not width:
        raise ValueError(f"no month, season, quarter or half: {month}")
    first = (month - (33 if width == 3 else 40)) * width + 1
    last = first + width - 1
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
