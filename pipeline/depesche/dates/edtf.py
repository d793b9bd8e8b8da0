"""EDTF values (ISO 8601-2) as other rooms ask about them."""

from __future__ import annotations

from datetime import date, timedelta

from depesche.dates import calendar


def edtf_bounds(edtf: str) -> tuple[str | None, str | None]:
    """First and last day (ISO) of an EDTF value, None for an end that is open or has no year.

    >>> edtf_bounds("2023-04"), edtf_bounds("2021-12/.."), edtf_bounds("XXXX-04-25")
    (('2023-04-01', '2023-04-30'), ('2021-12-01', None), (None, None))

    :raises ValueError: when it is no EDTF date, season, quarter, half or interval.
    """
    first, last = calendar.bounds(edtf)
    return first.isoformat() if first else None, last.isoformat() if last else None


def compatible(a: str | None, b: str | None) -> bool:
    """Whether two EDTF values may denote the same time.

    Values of unlike precision agree when their days overlap, an approximate value (``~``) reaches one of its own units
    further on both sides, a value without year agrees when some year brings it inside the other. None agrees with all.

    :raises ValueError: when one is no EDTF value.
    """
    if a is None or b is None:
        return True
    if a == b:
        return True
    if "XXXX" in a and "XXXX" in b:
        return _overlap(_wide(a.replace("XXXX", "2000")), _wide(b.replace("XXXX", "2000")))
    if "XXXX" in b:
        a, b = b, a
    if "XXXX" not in a:
        return _overlap(_wide(a), _wide(b))
    first, last = _wide(b)
    if first is None or last is None or last.year - first.year > 4:
        return True
    return any(_in_year(a, year, (first, last)) for year in range(first.year, last.year + 1))


def _in_year(value: str, year: int, other: calendar.Bounds) -> bool:
    try:
        return _overlap(_wide(value.replace("XXXX", f"{year:04}")), other)
    except ValueError:  # 29 February
        return False


def _wide(value: str) -> calendar.Bounds:
    """The bounds, each approximate end one of its own units further out."""
    first, last = calendar.bounds(value)
    ends = value.split("/")
    if "~" in ends[0] and first:
        first = first - min(_unit(ends[0]), first - date.min)
    if "~" in ends[-1] and last:
        last = last + min(_unit(ends[-1]), date.max - last)
    return first, last


def _unit(end: str) -> timedelta:
    first, last = calendar.bounds(end)
    return (last or date.max) - (first or date.max) + timedelta(days=1)


def _overlap(a: calendar.Bounds, b: calendar.Bounds) -> bool:
    return (a[0] or date.min) <= (b[1] or date.max) and (b[0] or date.min) <= (a[1] or date.max)
