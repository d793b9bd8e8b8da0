"""From the words of a match to a value: one function per rule name of the data files.

Values follow TIMEX3 as the TempEval-3 and KRAUTS corpora use it (Pustejovsky et al. 2010, ISO-TimeML; Strötgen and
Gertz 2013, HeidelTime, for the idea of rules as data and of the document date as anchor).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from depesche.dates import calendar
from depesche.records import DateBasis, DateType

Slots = Mapping[str, str]
Rule = Callable[[Slots, "Context"], "Value | None"]

_FEAST = re.compile(r"(\d{4}|XXXX)-([EA]-?\d+|\d\d-(?:\d|-1)-\d)")
_UNITS = {"day": "D", "week": "W", "month": "M", "quarter": "Q", "season": "Q", "year": "Y", "decade": "DE"}
_FORESEEN = 20  # years ahead of the document beyond which a year of two digits lies behind it
_STRETCH = 50  # years that a range has at most whose end has two digits
_NEAR = 45  # days from the document's within which a day of the month is looked for that has a weekday beside it
_LISTED = 3  # days from one weekday to another with which it is listed
_FAR = 400  # days beyond which no date without year is meant
_SOON = 240  # days that "will" and "planned" reach ahead for a date without year
_SPRING, _MIDSUMMER = 2, 6  # the last months in which the new year is this one
_LATER = 330  # where they are near it and nothing tells of what was
_BEHIND_NOON = {"MI": (1,), "AF": range(1, 7), "EV": range(4, 12), "NI": range(6, 12)}  # hours: 4 in the afternoon
_FINENESS = ("D", "W", "M", "Q", "Y", "DE", "CE")


@dataclass(frozen=True, slots=True)
class Value:
    """:param edtf: given where it is not simply the EDTF spelling of ``timex``."""

    timex: str | None
    type: DateType = "DATE"
    basis: DateBasis = "explicit"
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a value may lean on.

    :param dct: the day the text was written, None when it is not known.
    :param latest: the last day on which it may have been, where that is open.
    :param anchor: TIMEX3 value of the last date in the text that lies on the calendar.
    :param open: the anchor has a value, but no place on the calendar: a company's own quarter.
    :param nearby: TIMEX3 value of a date with its year written out, in this or the sentence before.
    :param story: in an account of the past, the last such date before.
    :param told: in a sentence that tells what was, such a date years before the document and not far before it.
    :param day: a day in the same sentence. :param recurs: the sentence tells what comes back.
    :param month: TIMEX3 value of a day or month not far before, from which the text goes on.
    :param coming: a year to come that the sentence names from the document's: next year.
    :param future: the sentence looks ahead. :param sure: and nothing in it tells of what was.
    :param untold: nothing in it tells a tense.
    :param past: it tells what was. :param over: it begins or ends on a day
        that is over.
    :param joined: TIMEX3 value of a day right before, with which a weekday is listed.
    :param apposed: TIMEX3 value of what stands right before, with a comma between.
    :param part: the part of a day that stands there.
    """

    dct: date | None = None
    latest: date | None = None
    anchor: str | None = None
    open: bool = False
    nearby: str | None = None
    story: str | None = None
    told: str | None = None
    day: Value | None = None
    month: str | None = None
    recurs: bool = False
    coming: str | None = None
    future: bool = False
    sure: bool = False
    untold: bool = False
    past: bool = False
    over: bool = False
    joined: str | None = None
    apposed: str | None = None
    part: str | None = None


def resolve(rule: str, slots: Slots, context: Context) -> Value | None:
    """The value of a match, None when it is no temporal expression after all (a trap, 31 February).

    :raises KeyError: when no rule has that name.
    """
    try:
        value = RULES[rule](slots, context)
    except (OverflowError, ValueError):
        return None
    nowhere = slots.get("place") == "open" or (context.open and value and value.basis == "anaphoric")
    if value and value.edtf is None and value.type != "SET" and not nowhere:
        return replace(value, edtf=calendar.edtf(value.timex))
    return value


def _date(slots: Slots, context: Context) -> Value | None:
    """Calendar dates of any fineness; a year that is not written is found by :func:`_year`."""
    if whole := slots.get("decade"):
        return Value(_decade(whole, slots.get("century"), context))
    if whole := slots.get("century"):
        return Value(whole)
    if "alone" in slots:
        return _day_alone(slots, context)
    rest = _rest(slots) or _compared_quarter(slots, context)
    year: str | None
    basis: DateBasis = "explicit"
    if "yyy" in slots:  # 908 in a letter of 1908
        year = f"1{slots['yyy']}"
    elif "year" in slots or "yy" in slots:
        year = slots["year"].zfill(4) if "year" in slots else _long_year(int(slots["yy"]), context)
    elif slots.get("unit") == "M" and "day" in slots:
        shifted = _shift(slots, context)
        if shifted is None or shifted.timex is None:
            return Value(f"XXXX-XX-{int(slots['day']):02}", basis="relative_dct")
        return _checked(f"{shifted.timex}-{int(slots['day']):02}", shifted.basis)
    elif slots.get("unit") == "Y":
        shifted = _shift(slots, context)
        year, basis = (shifted.timex, shifted.basis) if shifted else (None, "relative_dct")
    elif rest and slots.get("base") == "anchor":
        return _beside(rest, slots, context)
    elif rest:
        year, basis = _year(rest, slots, context)
        if basis == "anaphoric":  # a year that is likely, not said
            return Value(year + rest, basis=basis, edtf=calendar.edtf("XXXX" + rest))
    else:
        return None
    return _checked((year or "XXXX") + rest, basis)


def _beside(rest: str, slots: Slots, context: Context) -> Value | None:
    """That summer, the following March, the winter before: counted from the last date in the text."""
    direction = int(slots["rel"])
    if "ahead" in slots and context.future and context.dct:
        return _checked(f"{_year_towards(1, rest, context.dct)}{rest}", "relative_dct")
    first, last = calendar.bounds(calendar.edtf(context.anchor) or "..")
    if first is None or last is None or _unit(context.anchor) in ("DE", "CE"):
        return _checked(f"XXXX{rest}", "anaphoric")
    if (context.anchor or "").endswith("-WI"):  # the one that begins in its year
        first = date(last.year - 1, 12, 1)
    begins, ends = (date(first.year, 12, 1), date(first.year, 12, 31)) if rest == "-WI" else _known(first.year, rest)
    if begins is None or ends is None:
        return None
    passed = begins <= last if direction > 0 else ends >= first
    return _checked(f"{first.year + direction * passed:04}{rest}", "anaphoric")


def _day_alone(slots: Slots, context: Context) -> Value:
    """A day without month: with a weekday the one near the document's day that has both; else of the month that the
    text is in, or as a weekday is found from the document's day: the last such day, or the next one. Where the text
    is in no month but that of its head, what is past lies before that day.
    """
    number, weekday, dct = int(slots.get("day") or slots["day2"]), slots.get("weekday"), context.dct
    own = dct and context.past and not context.future and context.month == dct.isoformat()
    if weekday and dct:
        days = [dct + timedelta(days=move) for move in range(-_NEAR, _NEAR + 1)]
        both = [day for day in days if day.day == number and day.isoweekday() == int(weekday)]
        if len(both) > 1:  # in a month of four weeks and the next one
            both = [day for day in both if (day >= dct if context.future else day <= dct)]
        if len(both) == 1:
            return Value(both[0].isoformat(), basis="relative_dct")
    elif not own and (begun := re.fullmatch(r"(\d{4}-\d\d)(?:-(\d\d))?", context.month or "")):
        if int(begun[2] or "0") < number <= int(str(calendar.bounds(begun[1])[1])[-2:]):
            return Value(f"{begun[1]}-{number:02}", basis="anaphoric")
    elif dct and (context.future or context.past) and not context.story:
        near = _day_near(dct, number, ahead=context.future)
        return Value(near.isoformat(), basis="relative_dct")
    return Value(f"XXXX-XX-{number:02}", basis="anaphoric")


def _day_near(dct: date, number: int, *, ahead: bool) -> date:
    """The last such day of a month up to ``dct``, or the next one from there on."""
    moves = range(62) if ahead else range(0, -62, -1)  # two months, one of which has a 31st
    return next(day for day in (dct + timedelta(days=move) for move in moves) if day.day == number)


def _decade(decade: str, century: str | None, context: Context) -> str:
    """In figures as it is; the sixties are those of the century that is named, else of the twentieth, unless the text
    is older.
    """
    if len(decade) > 1:
        return decade
    if context.dct and context.dct.year < 1900 + 10 * int(decade):
        century = century or f"{(context.dct.year - 10 * int(decade)) // 100:02}"
    return (century or "19") + decade


def _rest(slots: Slots) -> str:
    """What stands behind the year: -05, -05-03, -Q2, -H1, -SU."""
    if "holiday" in slots:
        return f"-{slots['holiday']}"
    if "nth" in slots:  # the second Sunday of May
        return f"-{int(slots['month']):02}-{slots['nth']}-{slots['weekday']}"
    if "month" in slots:
        day = f"-{int(slots['day']):02}" if "day" in slots else ""
        return f"-{int(slots['month']):02}{day}"
    if "week" in slots:
        return f"-W{int(slots['week']):02}"
    return next((f"-{letter}{slots[name]}" for name, letter in (("quarter", "Q"), ("half", "H"), ("season", ""))
                 if name in slots), "")  # fmt: skip


def _compared_quarter(slots: Slots, context: Context) -> str:
    """The "1988 period" beside the third quarter of 1989 is the third of 1988."""
    return context.anchor[4:] if "against" in slots and context.anchor and _unit(context.anchor) == "Q" else ""


def _checked(timex: str, basis: DateBasis) -> Value | None:
    """None for a day that no calendar has; a movable feast without year has no place."""
    if found := _FEAST.fullmatch(timex):
        return Value(calendar.holiday(int(found[1]), found[2]).isoformat() if found[1] != "XXXX" else None, basis=basis)
    value = calendar.edtf(timex)
    if value is None:
        return None
    if "XXXX" in value:
        calendar.bounds(value.replace("XXXX", "2000"))
    else:
        calendar.bounds(value)
    return Value(timex, basis=basis)


def _long_year(short: int, context: Context) -> str | None:
    """A two-digit year: in the century that the text speaks of, else of the document."""
    near = calendar.bounds(calendar.edtf(context.anchor) or "..")[0] or context.dct
    if near is None:
        return None
    base = near.year // 100 * 100 + short
    latest = context.latest.year + _FORESEEN if context.latest else math.inf
    years = [year for year in (base - 100, base, base + 100) if year <= latest]
    return f"{min(years, key=lambda year: abs(year - near.year)):04}"


def _year(rest: str, slots: Slots, context: Context) -> tuple[str, DateBasis]:
    """The year that is not written: by the direction in the words, a year written nearby, or the document's day; where
    that is none with the weekday that is written, one beside the document's day that has it.
    """
    if "rel" in slots:
        return _year_towards(int(slots["rel"]), rest, context.dct), "relative_dct"
    year, basis = _year_told(rest, context)
    if "weekday" not in slots or "nth" in slots or _falls_on(year, rest, int(slots["weekday"])):
        return year, basis
    return _year_of_weekday(_year_nearest(rest, context), rest, int(slots["weekday"])), "implied_year"


def _year_told(rest: str, context: Context) -> tuple[str, DateBasis]:
    if context.apposed and re.fullmatch(r"\d{4}", context.apposed):
        return context.apposed, "implied_year"
    if context.coming:
        return context.coming, "anaphoric"
    if near := _year_nearby(rest, context):
        news = context.dct is not None and context.story is None  # "im Juni" may be this year's all the same
        return near, "anaphoric" if news else "implied_year"
    if (told := _first_day(context.story)) and not (context.future and context.dct):
        return f"{told.year:04}", "anaphoric"
    if (near := _year_nearby(rest, replace(context, nearby=context.told))) is not None:
        return near, "anaphoric"
    return _year_nearest(rest, context), "implied_year"


def _year_of_weekday(year: str, rest: str, weekday: int) -> str:
    """The year before or after where only there the day falls on the weekday that is written beside it."""
    if not year.isdigit():
        return year
    near = [f"{number:04}" for number in (int(year), int(year) + 1, int(year) - 1) if 1 <= number <= 9999]
    return next((other for other in near if _falls_on(other, rest, weekday)), year)


def _falls_on(year: str, rest: str, weekday: int) -> bool:
    day = _known(int(year), rest)[0] if year.isdigit() else None
    return day is not None and day.isoweekday() == weekday


def _year_towards(direction: int, rest: str, dct: date | None) -> str:
    """Of "last April", "this summer", "next Christmas"."""
    if dct is None:
        return "XXXX"
    if direction == 0:
        return f"{dct.year:04}"
    known = _known_around(dct, rest)
    if rest == "-WI":  # the one that begins in its year
        known = {year: (date(year, 12, 1), last) for year, (_, last) in known.items()}
    over = [year for year, (_, last) in known.items() if last < dct]
    ahead = [year for year, (first, _) in known.items() if first > dct]
    return f"{over[direction] if direction < 0 else ahead[direction - 1]:04}"


def _year_nearest(rest: str, context: Context) -> str:
    """News look back more than ahead: without a cue, days to come count three times, but where no tense is told."""
    dct = context.dct
    if dct is None:
        return "XXXX"
    known = _known_around(dct, rest)
    past = max(year for year, (first, _) in known.items() if first <= dct)
    future = min(year for year, (_, last) in known.items() if last >= dct)
    behind, before = max(0, (dct - known[past][1]).days), max(0, (known[future][0] - dct).days)
    over = before and (context.over or context.past)
    weight = 1 if context.untold else 3
    soon = _LATER if context.sure else _SOON
    ahead = before < soon if context.future else weight * before < behind and not over
    if (before if ahead else behind) > _FAR:  # 29 February
        return "XXXX"
    return f"{future if ahead else past:04}"


def _year_nearby(rest: str, context: Context) -> str | None:
    """The year of a date written out just before, for what comes later in the same year."""
    near = _first_day(context.nearby)
    if near is None or (context.dct is not None and (near.year >= context.dct.year or context.future)):
        return None
    first = _known(near.year, rest)[0]
    return f"{near.year:04}" if first and (first.year, first.month) >= (near.year, near.month) else None


def _known(year: int, rest: str) -> calendar.Bounds:
    """Bounds of a date in a year, or of two from the first to the next second one: -12-24/-01-06."""
    if "/" in rest:
        first, last = rest.split("/")
        begun, ended = _known(year, first)[0], _known(year, last)[1]
        return begun, _known(year + 1, last)[1] if begun and ended and ended < begun else ended
    try:
        if found := _FEAST.fullmatch(f"{year:04}{rest}"):
            return (calendar.holiday(year, found[2]),) * 2
        return calendar.bounds(calendar.edtf(f"{year:04}{rest}") or "..")
    except ValueError:  # 29 February
        return None, None


def _known_around(dct: date, rest: str) -> dict[int, tuple[date, date]]:
    spans = {year: _known(year, rest) for year in range(max(1, dct.year - 8), min(9999, dct.year + 9))}
    return {year: (first, last) for year, (first, last) in spans.items() if first and last}


def _first_day(timex: str | None) -> date | None:
    return calendar.bounds(calendar.edtf(timex) or "..")[0]


def _shift(slots: Slots, context: Context) -> Value | None:
    """A unit counted from the document's day or (``base: anchor``) the last date in the text.

    ``base: story`` is the last date in an account of the past, the document's day elsewhere; ``base: told`` is it in a
    sentence that tells what was, ``base: month`` where it is a month not far before.
    """
    unit, count = slots["unit"], int(slots.get("rel", "0")) + 7 * int(slots.get("weeks", "0"))
    if context.story and unit == "D" and count == 0 and "base" not in slots:
        return Value("PRESENT_REF", basis="relative_dct")  # "today" beside the past is our time
    quarter = "against" in slots and _unit(context.anchor) == "Q"
    if "done" in slots and not quarter:  # "the latest quarter" where none was named: the last one that is over
        return Value(calendar.timex(calendar.shift(context.dct, -1, unit), unit) if context.dct else None,
                     basis="relative_dct")  # fmt: skip
    told = slots.get("base") == "story" and context.story and not context.future and not _is_present(context)
    if "turn" in slots:  # the new year is the one that begins or has begun in this winter
        over = told or context.dct is None or context.dct.month > (_SPRING if context.future else _MIDSUMMER)
        count = int(slots["turn"]) + int(bool(over))
    near = {"told": context.past, "month": calendar.precision(context.month) == "month"}.get(slots.get("base", ""))
    if slots.get("base") != "anchor" and not quarter and not told and not near:
        day = context.dct
        if unit == "WE" and count == 0 and day:
            if "toward" in slots:
                count = int(day.isoweekday() > 5)
            elif day.isoweekday() < 6 and not context.future:
                count = -1  # in the week "the weekend" is the one that is over
        return Value(calendar.timex(calendar.shift(day, count, unit), unit) if day else None, basis="relative_dct")
    day = _first_day(context.month if slots.get("base") == "month" else context.anchor)
    if day is None or not _fine_enough(context.anchor, unit):
        return Value(None, basis="anaphoric")
    moved = calendar.shift(day, count, unit)
    if "keep" in slots or quarter:  # "a year earlier" than a quarter is a quarter
        unit = _unit(context.anchor)
    return Value(calendar.timex(moved, unit), basis="anaphoric")


def _is_present(context: Context) -> bool:
    """Whether an account has come to the year of publication, from where on "next year" is the coming one."""
    return context.dct is not None and (context.anchor or "")[:4] >= f"{context.dct.year:04}"


def _unit(timex: str | None) -> str:
    name = calendar.precision(timex)
    return _UNITS.get(name, "CE")


def _fine_enough(timex: str | None, unit: str) -> bool:
    wanted = "W" if unit == "WE" else unit
    return wanted in _FINENESS and _FINENESS.index(_unit(timex)) <= _FINENESS.index(wanted)


def _containing(slots: Slots, context: Context) -> Value | None:
    """The week or quarter that a day lies in; a quarter of its own that ends with another month stays an interval."""
    named = _date(slots, context)
    day = _first_day(named.timex) if named else None
    if named is None or day is None:
        return named and Value(None, basis=named.basis)
    if slots["unit"] == "Q" and day.month % 3:
        first = calendar.shift(day, -2, "M")
        return Value(f"{day.year:04}-QX", basis=named.basis,
                     edtf=f"{calendar.timex(first, 'M')}/{calendar.timex(day, 'M')}")  # fmt: skip
    return Value(calendar.timex(day, slots["unit"]), basis=named.basis)


def _weekday(slots: Slots, context: Context) -> Value | None:
    """The nearest such day that is over or today; the next one where the words or the sentence look ahead.

    With a unit it is the day of a week that the words name, with ``base: anchor`` the next one behind the text's last
    date, or before it (``rel`` -1).
    """
    wanted, direction = int(slots["weekday"]), slots.get("rel")
    if context.dct is None or slots.get("place") == "open":  # on a Friday
        return Value(f"XXXX-WXX-{wanted}", basis="relative_dct")
    if slots.get("base") == "anchor":
        near = _first_day(context.anchor) if _fine_enough(context.anchor, "D") else None
        if near is None:
            return Value(None, basis="anaphoric")
        move = -((near.isoweekday() - wanted) % 7 or 7) if direction == "-1" else (wanted - near.isoweekday()) % 7 or 7
        return Value(calendar.shift(near, move, "D").isoformat(), basis="anaphoric")
    if "unit" in slots and direction is not None:
        move = wanted - context.dct.isoweekday() + 7 * int(direction)
        return Value(calendar.shift(context.dct, move, "D").isoformat(), basis="relative_dct")
    same = _first_day(context.apposed) if calendar.precision(context.apposed) == "day" else None
    if direction is None and same and same.isoweekday() == wanted:
        return Value(same.isoformat(), basis="relative_dct")
    if direction is None and context.joined:
        first = date.fromisoformat(context.joined)
        move = (wanted - first.isoweekday()) % 7
        if 0 < move <= _LISTED:  # not: made on Friday and Thursday
            return Value(calendar.shift(first, move, "D").isoformat(), basis="relative_dct")
    back = (context.dct.isoweekday() - wanted) % 7
    ahead = (wanted - context.dct.isoweekday()) % 7
    if direction == "0":
        move = wanted - context.dct.isoweekday()
    elif direction is not None:
        weeks = 7 * (int(slots.get("weeks", "0")) + max(abs(int(direction)), 1) - 1)  # übernächsten Samstag
        move = -(back or 7) - weeks if int(direction) < 0 else (ahead or 7) + weeks
    else:
        move = ahead if context.future else -back
    return Value(calendar.shift(context.dct, move, "D").isoformat(), basis="relative_dct")


def _duration(slots: Slots, context: Context) -> Value | None:
    """A length of time; with ``toward`` one that ends (-1) or begins (1) on the document's day."""
    first = _period(_count(slots) + (".5" if "half" in slots else ""), slots["unit"])
    for more in ("2", "3"):  # two years, three months and a day
        if f"unit{more}" in slots:
            second = _period(slots.get(f"number{more}", "1"), slots[f"unit{more}"])
            first += second.removeprefix("PT" if first.startswith("PT") else "P")
    toward, place, most = int(slots.get("toward", "0")), None, slots.get("number", "1").rpartition("-")[2]
    if toward and context.dct and most.isdigit() and slots["unit"] in ("D", "W", "M", "Y", "DE"):
        other = calendar.shift(context.dct, toward * int(most), slots["unit"])
        near, far = context.dct.isoformat(), f"{_coarse(other, slots['unit'])}~"
        place = f"{far}/{near}" if toward < 0 else f"{near}/{far}"
    return Value(first, "DURATION", "relative_dct" if toward else "explicit", place)


def _count(slots: Slots) -> str:
    """The number of units, 1 where none is said: 66 million years."""
    number = slots.get("number", "1")
    if "scale" not in slots:
        return number
    return "-".join(f"{float(count) * int(slots['scale']):.15g}" for count in number.split("-"))


def _coarse(day: date, unit: str) -> str:
    """A day counted in months or years says no more than its month or year."""
    return calendar.edtf(calendar.timex(day, {"W": "D", "DE": "Y"}.get(unit, unit))) or ""


def _period(number: str, unit: str) -> str:
    """P18M, PT2H, PXY, P20Y for two decades, P2W for two to three weeks: TIMEX3 has no more than the least."""
    number = number.partition("-")[0]
    if unit in ("DE", "CE", "L") and re.fullmatch(r"[\d.]+", number):
        number, unit = f"{float(number) * {'DE': 10, 'CE': 100, 'L': 1000}[unit]:g}", "Y"
    half = re.fullmatch(r"(\d+)(?:\.5| 1/2)", number)
    if number == "0.5" and unit == "D":
        return "PT12H"
    if half and unit in ("Y", "H", "MIN"):
        smaller = {"Y": "6M", "H": "30M", "MIN": "30S"}[unit]
        return ("P" if unit == "Y" else "PT") + (f"{half[1]}{unit[0]}" if int(half[1]) else "") + smaller
    return f"PT{number}{unit[0]}" if unit in ("S", "MIN", "H") else f"P{number}{unit}"


def _ago(slots: Slots, context: Context) -> Value | None:
    """A length of time before (``rel`` -1) or after the document's day or the last date in the text.

    ``as: duration`` where a corpus takes the length for the expression; the place on the calendar is the same.
    """
    number, unit = _count(slots), slots["unit"]
    anchored = slots.get("base") == "anchor"
    day = _first_day(context.anchor) if anchored else context.dct
    if anchored and (clock := _later(context.anchor, slots)):
        return Value(clock, "TIME", "anaphoric")
    if day and "days" in slots:  # ten years ago yesterday
        day = calendar.shift(day, int(slots["days"]), "D")
    elif day and "weekday" in slots:
        near = _weekday({"weekday": slots["weekday"]}, context)
        day = _first_day(near.timex) if near else None
    if anchored and not _fine_enough(context.anchor, unit):
        day = None
    basis: DateBasis = "anaphoric" if anchored else "relative_dct"
    timex = place = None
    known = re.fullmatch(r"\d+(?:-\d+)?", number)
    if day and known and unit not in ("S", "MIN", "H") and (moved := _moved(day, slots, unit)):
        whole = anchored and unit == "DE" and _unit(context.anchor) == "DE"
        counted = slots.get("unit2", unit)
        fine = slots.get("fine") or (unit if whole else {"DE": "Y", "CE": "Y"}.get(counted, counted))
        ends = sorted({calendar.timex(end, fine) for end in moved})
        timex = "/".join(ends)
        place = _about(calendar.edtf(timex), "D" if "fine" in slots else counted)
    if slots.get("as") == "duration":
        return Value(_period(number, unit), "DURATION", basis, place)
    if not known and not anchored:
        timex = "PAST_REF" if int(slots["rel"]) < 0 else "FUTURE_REF"
    return Value(timex, "DATE", basis, place)


def _later(anchor: str | None, slots: Slots) -> str | None:
    """A time of day by so many minutes or hours before or after another one."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)", anchor or "")
    unit, number = slots["unit"], _count(slots)
    if not found or "clock" in slots or unit not in ("MIN", "H") or not re.fullmatch(r"\d+(?:\.5)?", number):
        return None
    minutes = int(slots["rel"]) * float(number) * (60 if unit == "H" else 1) + 60 * int(found[2]) + int(found[3])
    return (datetime.fromisoformat(found[1]) + timedelta(minutes=minutes)).isoformat(timespec="minutes")


def _moved(day: date, slots: Slots, unit: str) -> list[date] | None:
    """The day, or those of two to three weeks; None before or behind the calendar: 66 million years ago."""
    try:
        ends = [calendar.shift(day, int(slots["rel"]) * int(count), unit) for count in _count(slots).split("-")]
        if "unit2" in slots:  # three years and two months ago
            more = int(slots["rel"]) * int(slots.get("number2", "1"))
            ends = [calendar.shift(end, more, slots["unit2"]) for end in ends]
        return ends
    except OverflowError:
        return None


def _about(place: str | None, unit: str) -> str | None:
    """Counted weeks, months and years are seldom exact: EDTF approximate."""
    if place is None or unit == "D":
        return place
    return "/".join(f"{end}~" for end in place.split("/"))


def _lead(slots: Slots, context: Context) -> Value | None:
    """Two days before Christmas, the Monday after 5 May, the year before 1990: counted from what is named there."""
    named = RULES[slots["of"]](slots, context)
    if named is None:
        return None
    lead = {name.removeprefix("lead_"): value for name, value in slots.items() if name.startswith("lead_")}
    day = _first_day(named.timex)
    if day and slots["lead"] == "shift" and (lead["unit"], lead["rel"]) == ("W", "-1") and day.isoweekday() == 7:
        lead["rel"] = "0"  # the week before Easter is the one that ends with it
    value = RULES[slots["lead"]]({**lead, "base": "anchor"}, replace(context, anchor=named.timex, story=None))
    return value and replace(value, basis=named.basis)


def _set(slots: Slots, context: Context) -> Value | None:
    """What comes back: P1Y, XXXX-WXX-2 for a weekday, XXXX-07 for a month."""
    slots = _of_end(slots)
    if "weekday" in slots:
        return Value(f"XXXX-WXX-{slots['weekday']}" + _daypart(slots), "SET")
    if rest := _rest(slots):
        return Value("P1Y" if _FEAST.fullmatch(f"XXXX{rest}") else f"XXXX{rest}", "SET")
    if "daypart" in slots:
        return Value(f"XXXX-XX-XX{_daypart(slots)}", "SET")
    return Value(slots["value"] if "value" in slots else _period(slots.get("number", "1"), slots["unit"]), "SET")


def _daypart(slots: Slots) -> str:
    return f"T{slots['daypart']}" if "daypart" in slots else ""


def _reference(slots: Slots, context: Context) -> Value | None:
    """PAST_REF, PRESENT_REF, FUTURE_REF: before, around or after the document's day, nobody knows when."""
    return Value(slots["value"], basis="relative_dct")


def _time(slots: Slots, context: Context) -> Value | None:
    """A time of day, on the day that the words name, else on a day in the same sentence, else on the document's day."""
    if "told" in slots and not context.past:
        return None
    slots = _of_end(slots)  # 9 to 10.30
    if context.part and "hour" in slots and not {"daypart", "ampm"} & slots.keys():
        slots = {**slots, "daypart": context.part}
    clock = _clock(slots)
    if clock is None:
        return None
    named = _named_day(slots, context)
    if named is None:
        today = None if context.recurs or context.story or not context.dct else context.dct.isoformat()
        if today and clock == "T24:00" and context.past and not context.day:  # over already
            clock = "T00:00"
        named = context.day or Value(today, basis="relative_dct")
    timex = named.timex + clock if named.timex else clock if "hour" in slots else f"XXXX-XX-XX{clock}"
    return Value(timex, "TIME", named.basis, named.edtf)


def _of_end(slots: Slots) -> Slots:
    """Of two ends the slots of the one that is meant, with what they share; the day is said once, behind the last, and
    so is "pm", unless the first would be later with it: 9 to 5 pm.
    """
    end = slots.get("end")
    if end is None:
        return slots
    last = {name.removesuffix("2"): value for name, value in slots.items() if name.endswith("2")}
    first = {name: value for name, value in slots.items() if not name.endswith("2")}
    if end == "last":
        return {**{name: value for name, value in first.items() if name != "minute"}, **last}
    half = {"ampm": "am"} if int(first.get("hour", "0")) % 12 > int(last.get("hour", "0")) % 12 else {}
    return {**({"ampm": last["ampm"], **half} if "ampm" in last else {}), **first}


def _named_day(slots: Slots, context: Context) -> Value | None:
    if not {"month", "holiday"}.isdisjoint(slots):
        return _date(slots, context)
    if "weekday" in slots:
        return _weekday(slots, context)
    return _shift(slots, context) if "rel" in slots else None


def _clock(slots: Slots) -> str | None:
    if "hour" not in slots:
        return _daypart(slots) or None
    hour, minute = int(slots["hour"]), slots.get("minute") or slots.get("minute2")
    if slots.get("ampm") == "pm" and hour < 12:
        hour += 12
    if hour in _BEHIND_NOON.get(slots.get("daypart", ""), ()):
        hour += 12
    if slots.get("daypart") == "NI" and hour == 12:
        hour = 24
    if slots.get("ampm") == "am" and hour == 12:
        hour = 0
    if hour > 24 or (minute and int(minute) > 59):
        return None
    if "past" not in slots:
        return f"T{hour:02}:{int(minute or 0):02}"
    total = 60 * hour + int(slots["past"])
    if total < 60 == 60 * hour and slots.get("daypart") != "NI" and slots.get("ampm") != "am":  # halb eins
        total += 12 * 60
    return f"T{total // 60 % 24:02}:{total % 60:02}"


def _range(slots: Slots, context: Context) -> Value | None:
    """Two ends, the first of which borrows from the second what it leaves out.

    Where each is an expression of its own (``end``: first or last), its TIMEX3 value is its own, and the time that is
    meant is the whole.
    """
    last = {name.removesuffix("2"): value for name, value in slots.items() if name.endswith("2")}
    first = {name: value for name, value in slots.items() if not name.endswith("2") and name != "end"}
    if "weekday" in last and "month" not in last:
        return _days_of_week(first, last, slots.get("end"), context)
    if "yy" in last:
        short, begun = last.pop("yy"), first["year"]
        ended = 100 * (int(begun[:2]) + (short < begun[2:])) + int(short)  # 1999/00
        if ended - int(begun) > _STRETCH:  # 2011/09
            return None
        last["year"] = str(ended)
    whole_year = "year" in first and "month" not in first  # from 2004 to May 2006
    shared = ("month", "year", "unit", "rel") if last.keys() & {"day", "month"} and not whole_year else ()
    first = {**{name: last[name] for name in shared if name in last}, **first}
    last = {**{name: first[name] for name in ("month", "year", "unit", "rel") if name in first and name not in last
                and not (name == "month" and "day" not in last)}, **last}  # fmt: skip
    if _rest(first) and _rest(last) and not {"year", "unit", "rel"} & first.keys():
        a, b = _ends_in_years(_rest(first), _rest(last), slots, context)
    else:
        a, b = _date(first, context), _date(last, context)
    own = {"first": a, "last": b}.get(slots.get("end", ""))
    if a and b and {"year", "year2"} & slots.keys() != {"year", "year2"} and (turned := _turned(a, b, slots)):
        a, b = turned
        own = {"first": a, "last": b}.get(slots.get("end", ""))
    if not a or not b or not a.timex or not b.timex:
        return own
    if ("XXXX" in a.timex) != ("XXXX" in b.timex) or a.timex >= b.timex:
        return own
    whole = f"{a.timex}/{b.timex}"
    sure = re.sub(r"\d{4}(?=-)", "XXXX", whole) if b.basis == "anaphoric" else whole  # a year that is likely, not said
    return Value(own.timex if own else whole, basis=b.basis, edtf=calendar.edtf(sure))


def _turned(a: Value, b: Value, slots: Slots) -> tuple[Value, Value] | None:
    """Two ends of which one has a year, where a new year begins between them: 22 December to 7 January 2020."""
    if not a.timex or not b.timex or a.timex <= b.timex or not {"month", "month2"} <= slots.keys():
        return None
    if "XXXX" in (a.timex[:4], b.timex[:4]):
        return None
    if "year2" in slots:
        return replace(a, timex=f"{int(b.timex[:4]) - 1:04}{a.timex[4:]}"), b
    return a, replace(b, timex=f"{int(a.timex[:4]) + 1:04}{b.timex[4:]}")


def _ends_in_years(first: str, last: str, slots: Slots, context: Context) -> tuple[Value | None, Value | None]:
    """Two ends without years: the year is looked for that the whole begins in, for they lie near each other."""
    year, basis = _year(f"{first}/{last}", slots, context)
    ended = _known(int(year), f"{first}/{last}")[1] if year.isdigit() else None
    return _checked(year + first, basis), _checked((f"{ended.year:04}" if ended else year) + last, basis)


def _days_of_week(first: Slots, last: Slots, end: str | None, context: Context) -> Value | None:
    """From Monday to Friday: where nothing looks ahead, a week whose last day is over or today."""
    lead = _weekday(first if context.future else last, context)
    day = _first_day(lead.timex) if lead else None
    if day is None:
        return _weekday(last if end == "last" else first, context)
    length = (int(last["weekday"]) - int(first["weekday"])) % 7 or 7
    ends = (day, calendar.shift(day, length, "D")) if context.future else (calendar.shift(day, -length, "D"), day)
    begun, ended = (day.isoformat() for day in ends)
    whole = f"{begun}/{ended}"
    return Value({"first": begun, "last": ended}.get(end or "", whole), basis="relative_dct", edtf=whole)


def _slashed(slots: Slots, context: Context) -> Value | None:
    """3/4/2021 is read in two ways; it says its year, and its day only where both readings agree or other dates of the
    text tell the order.
    """
    a, b = int(slots["day"]), int(slots["day2"])
    year = slots.get("year") or _long_year(int(slots["yy"]), context)
    if year and (a == b or max(a, b) > 12 or "order" in slots):
        day, month = (a, b) if b <= 12 and slots.get("order") != "month" else (b, a)
        return _checked(f"{year}-{month:02}-{day:02}", "explicit")
    return Value(year)


def _trap(slots: Slots, context: Context) -> Value | None:
    """Words that look like a date and are none (Windows 2000); they are taken out of the way of other patterns."""
    return None


RULES: Mapping[str, Rule] = {
    "date": _date,
    "shift": _shift,
    "containing": _containing,
    "weekday": _weekday,
    "duration": _duration,
    "ago": _ago,
    "lead": _lead,
    "set": _set,
    "reference": _reference,
    "time": _time,
    "range": _range,
    "slashed": _slashed,
    "trap": _trap,
}
