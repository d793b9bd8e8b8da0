"""When a document was published, from what its metadata says: never finer than that, never the day of the run."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, date, datetime
from typing import Any, get_args

from depesche.records import Basis, Published

_EDTF_DATE = re.compile(r"-?[\dX]{4}(?:-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?[?~%]?")
_SEASONS = {str(code) for code in range(21, 42)} # EDTF level 1 and 2: seasons, quarters, quadrimesters, halves
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:(?:[T ]\s*\d\d?[:\d].*)|[Zz]|[+-]\d\d:?\d\d)?")
_DOTTED = re.compile(r"(?:[^\W\d_]+,? +)?(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_RFC2822 = re.compile(r"(?:[A-Za-z]{3},? )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) \d\d?:\d\d")
_RFC2822_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\b")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_IN_NAME = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<sep>[-_.]?)(?P<m>\d\d)(?P=sep)(?P<d>\d\d)(?!\d)")
_DOTTED_IN_NAME = re.compile(r"(?<!\d)(?P<d>\d\d)\.(?P<m>\d\d)\.(?P<y>(?:19|20)\d\d)(?!\d)")
UNREADABLE = "published_unreadable"


def is_edtf(value: str) -> bool:
    """Whether ``value`` is an EDTF date or interval with plausible months and days (``2023-06``, ``XXXX-04-25``)."""
    ends = value.split("/")
    if len(ends) > 2:
        return False
    return any(end not in ("", "..") for end in ends) and all(
        _is_edtf_date(end) or (len(ends) == 2 and end in ("", "..")) for end in ends
    )


def edtf_of(value: str) -> str | None:
    """EDTF of a date as metadata writes it: EDTF itself, ISO 8601, RFC 2822, ``22.06.2023``, ``22. Juni 2023``.

    A time of day is dropped and the day kept as written, in the offset it was written in. Day and month that can be
    exchanged (``03/04/2023``) give None, and so does everything without a day, a month and a year of four digits.
    """
    value = " ".join(value.split())
    if is_edtf(value):
        return value
    if len(value) > 80:
        return None
    if match := _ISO.fullmatch(value):
        return _day(*match.groups())
    if (match := _RFC2822.match(value)) and match[2].lower() in _RFC2822_MONTHS:
        return _day(match[3], _RFC2822_MONTHS.index(match[2].lower()) + 1, match[1])
    if match := _DOTTED.match(value):
        return _day(match[3], match[2], match[1])
    return _slashed_or_worded(value)


def _slashed_or_worded(value: str) -> str | None:
    if match := _SLASHED.match(value):
        days = {_day(match[3], match[1], match[2]), _day(match[3], match[2], match[1])} - {None}
        return days.pop() if len(days) == 1 else None
    return _worded(value)


def published_of(value: Any) -> tuple[Published, tuple[str, ...]]:
    """What a record or a page gives as its date, and the flags that go with it.

    :param value: a string, an object ``{"edtf": …, "basis": …}``, or nothing.
    """
    basis: Basis = "metadata"
    if isinstance(value, dict):
        basis = next((b for b in get_args(Basis) if b == value.get("basis")), basis)
        value = value.get("edtf")
    if value is None or value == "":
        return Published(), ()
    edtf = edtf_of(value) if isinstance(value, str) else None
    return (Published(edtf, basis), ()) if edtf else (Published(), (UNREADABLE,))


def in_name(name: str) -> str | None:
    """The calendar day in a file name, if there is exactly one (``2023-06-22-title.txt``, ``20230622_x.html``)."""
    days = {
        day for pattern in (_IN_NAME, _DOTTED_IN_NAME) for match in pattern.finditer(name)
        if (day := _day(match["y"], match["m"], match["d"]))
    }
    return days.pop() if len(days) == 1 else None


def in_url(url: str) -> str | None:
    """The calendar day in the path of an address, if there is exactly one (``/2023/06/22/title.html``)."""
    return in_name(url.split("?", maxsplit=1)[0].replace("/", "-"))


def _is_edtf_date(value: str) -> bool:
    match = _EDTF_DATE.fullmatch(value)
    if not match:
        return False
    month, day = match["month"], match["day"]
    if month is None or (month in _SEASONS and day is None):
        return True
    if "X" not in month and not 1 <= int(month) <= 12:
        return False
    if day is None or "X" in day:
        return True
    year = value[:4]
    year_or_leap = int(year) if year.isdigit() and int(year) else 2000
    return 1 <= int(day) <= calendar.monthrange(year_or_leap, int(month) if month.isdigit() else 1)[1]


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _worded(value: str) -> str | None:
    """A date with its month in words, German or English."""
    if not _YEAR.search(value) or not re.search(r"[^\W\d_]{3}", value) or re.search(r"\d{5}", value):
        return None
    from dateparser import parse

    parsed = parse(value, languages=["de", "en"], settings={
        "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY",
        "STRICT_PARSING": True, "RELATIVE_BASE": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None),
    })
    if parsed is None:
        return None
    numbers = {int(number) for number in re.findall(r"\d+", value)}
    return parsed.date().isoformat() if {parsed.day, parsed.year} <= numbers else None
