"""Temporal expressions and what they say about the calendar, and the day a text was published.

What differs by language (words, patterns, cues) lives in the section ``dates`` of its file; :mod:`grammar` finds,
:mod:`years` lends years that are written elsewhere, :mod:`reading` sees what each expression leans on and :mod:`tense`
what lies ahead, :mod:`resolve` gives values, :mod:`calendar` counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from depesche.annotate import parse
from depesche.dates import calendar, grammar
from depesche.dates.edtf import compatible, edtf_bounds
from depesche.dates.reading import DAY, MEMORY, STORY_YEARS, Reader
from depesche.dates.resolve import Context, resolve
from depesche.errors import UsageError
from depesche.language import Language, detect
from depesche.records import Date, Published
from depesche.resources import LANGUAGES

if TYPE_CHECKING:
    from depesche.annotate import Part

__all__ = ["compatible", "edtf_bounds", "find", "publication", "read"]

_HEAD_LINES, _TAIL_LINES = 8, 4
_HEADER_WORDS = 3  # besides the date and the cue words of the language
_PLACE = re.compile(r"\s*[^\W\d_a-z][^\d\n]{1,50}, (?:den )?")
_DASH = re.compile(r"\.?,?\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\.?\s?(?:--?|[–—_:])\s")
_PRINTED = 3  # days from a dateline to publication
_ANTIQUE_DATES = 3
_STORY_DATES = 6  # so many of the past make a text an account of it


def publication(parts: Sequence[Part], published: Published) -> Published:
    """When the text was published, as far as somebody or the text itself says so; never the day of the run.

    What is known already is returned as it is. Else a line near the top or the end that holds little more than a date
    gives basis ``header``. Else the latest date that the text tells as past gives an open interval (``2021-12/..``)
    with basis ``inferred``.
    """
    if published.edtf is not None:
        return published
    headers = [value for _, value in _headers(parts)]
    if headers:
        return Published(headers[0], "header")
    latest = max(_told_as_past(parts), default=None)
    return Published(f"{latest[1]}/..", "inferred") if latest else Published()


def find(text: str, lang: str | None = None, published: str | None = None) -> list[Date]:
    """All temporal expressions of one text, for use alone.

    :param lang: ``de`` or ``en``; None detects it. :param published: EDTF of the day it was published, if known; else
        the text is asked.
    :raises UsageError: there is no such language. :raises ValueError: ``published`` is no EDTF value.
    """
    if lang is not None and lang not in LANGUAGES:
        raise UsageError(f"dates are read in {', '.join(LANGUAGES)}, not in {lang!r}")
    if published is not None:
        edtf_bounds(published)
    known = Published(published, "user") if published else Published()
    parts = parse(text, Language(lang, 1.0, "given") if lang else detect(text))
    return read(parts, publication(parts, known))


def read(parts: Sequence[Part], published: Published) -> list[Date]:
    """All temporal expressions, sorted by start, without overlaps.

    Expressions that lean on the day of publication get a place on the calendar only where all days that ``published``
    leaves open give the same one.
    """
    days = _days(published)
    headers = dict(_headers(parts)) if published.basis in ("header", "metadata", "user") else {}
    readers = [(part.start, Reader.of(part, days)) for part in parts if part.lang in LANGUAGES]
    matches = [match for _, reader in readers for match in reader.matches]
    story, antique = _tells_the_past(matches, days[0]), _tells_antiquity(matches)
    written = _written(readers[0][1]) if readers else days
    found: list[Date] = []
    lasting: list[Date] = []  # what later parts may lean on, for a quotation in another language ends no account
    for start, reader in readers:
        reader.story, reader.antique, reader.days = story, antique, written
        reader.before = [_moved(item, -start) for item in lasting[-MEMORY:]]
        for item in reader.read():
            moved = _moved(item, start)
            if len(readers) > 1 and not reader.aside(item):
                lasting.append(moved)
            if moved.start in headers and item.edtf == published.edtf:
                moved = replace(moved, basis="document_date")
            found.append(moved)
    return sorted(found, key=lambda item: item.start)


def _moved(item: Date, by: int) -> Date:
    return replace(item, start=item.start + by, end=item.end + by)


def _tells_the_past(matches: Sequence[grammar.Match], written: date | None) -> bool:
    """Whether a text is an account of the past: most of its years lie well before it, and no day is near it."""
    dated = [int(match.slots["year"]) for match in matches if match.rule == "date" and "year" in match.slots]
    past = sum(year < (written.year if written else 9999) - STORY_YEARS for year in dated)
    return past >= _STORY_DATES and past > 2 / 3 * len(dated) and _near_days(matches) < past / 3


def _tells_antiquity(matches: Sequence[grammar.Match]) -> bool:
    ancient = sum("ancient" in match.slots for match in matches)
    return ancient >= _ANTIQUE_DATES and _near_days(matches) < ancient / 3


def _near_days(matches: Sequence[grammar.Match]) -> int:
    """How many expressions count from the day of publication: yesterday, on Monday."""
    return sum(
        match.rule == "weekday"
        or (match.rule == "shift" and match.slots.get("unit") == "D" and "base" not in match.slots)
        for match in matches
    )


def _days(published: Published) -> tuple[date | None, ...]:
    """The first and last day on which the text may have been written; (None,) when that is open."""
    try:
        first, last = calendar.bounds(published.edtf or "..")
    except ValueError:
        return (None,)
    return (None,) if first is None or last is None else (first,) if first == last else (first, last)


def _written(first: Reader) -> tuple[date | None, ...]:
    """The day in a dateline where it lies just before that of publication, for a paper of the 13th says "today" of the
    12th: "WASHINGTON, March 12 (AP) -- …".
    """
    text, days = first.text, first.days
    if len(days) > 1 or days[0] is None:
        return days
    for match in first.matches[:_HEAD_LINES]:
        line = text.rfind("\n", 0, match.start) + 1
        if match.rule == "date" and _PLACE.fullmatch(text, line, match.start) and _DASH.match(text, match.end):
            value = resolve(match.rule, match.slots, Context(dct=days[0]))
            if value and DAY.fullmatch(value.timex or ""):
                day = date.fromisoformat(value.timex or "")
                return (day,) if 0 < (days[0] - day).days <= _PRINTED else days
    return days


def _headers(parts: Sequence[Part]) -> Iterator[tuple[int, str]]:
    """Start and EDTF of each full date that fills a line near the top or the end; those at the top first."""
    for part in parts:
        if part.lang not in LANGUAGES:
            continue
        rules, text = grammar.load(part.lang), part.text
        lines = [found.span() for found in re.finditer(r"[^\n]+", text) if not found[0].isspace()]
        top, tail = lines[:_HEAD_LINES], lines[_HEAD_LINES:][-_TAIL_LINES:]
        for start, end in [*top, *reversed(tail)]:
            if end - start <= 120 and (header := _header(text[start:end], rules)):
                yield part.start + start + header[0], header[1]


def _header(line: str, rules: grammar.Grammar) -> tuple[int, str] | None:
    dated = [(match, resolve(match.rule, match.slots, Context())) for match in rules.scan(line)]
    full = [(match, value.timex) for match, value in dated if value and value.timex and DAY.fullmatch(value.timex)]
    if len(full) != 1:
        return None
    match, day = full[0]
    rest = line[: match.start] + " " + line[match.end :]
    rest = rules.cues["header"].sub(" ", rest)
    words = re.findall(r"[^\W\d_]+", rest)
    return (match.start, day) if len(words) <= _HEADER_WORDS and not rest.rstrip().endswith(".") else None


def _told_as_past(parts: Sequence[Part]) -> Iterator[tuple[str, str]]:
    """First day and EDTF of each date written out in full in a sentence that tells the past and does not look ahead."""
    for part in parts:
        if part.lang not in LANGUAGES:
            continue
        rules, text = grammar.load(part.lang), part.text
        reader = Reader.of(part, (None,))
        for match in reader.matches:
            value = resolve(match.rule, match.slots, Context())  # what is written out in full leans on nothing
            if value is None or (value.type, value.basis) != ("DATE", "explicit") or match.rule == "range":
                continue
            edtf = value.edtf or ".."
            first, _ = edtf_bounds(edtf)
            if not first or calendar.precision(value.timex) not in ("day", "month", "year"):
                continue
            span = reader.sentence(match.start, match.end)
            past, future = (rules.cues[name].search(text, *span) for name in ("past", "future"))
            if past and not future and not reader.tense.follows("until", match, span):
                yield first, edtf
