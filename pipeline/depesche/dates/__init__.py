"""Temporal expressions and what they say about the calendar, and the day a text was published.

What differs by language (words, patterns, cues) lives in the section ``dates`` of its file; :mod:`grammar` finds,
:mod:`years` lends years that are written elsewhere, :mod:`resolve` gives values, :mod:`calendar` counts.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from depesche.annotate import parse, sentence_bounds
from depesche.dates import calendar, grammar, years
from depesche.dates.edtf import compatible, edtf_bounds
from depesche.dates.resolve import Context, Value, resolve
from depesche.errors import UsageError
from depesche.language import Language, detect
from depesche.records import Date, Published
from depesche.resources import LANGUAGES

if TYPE_CHECKING:
    from depesche.annotate import Part

__all__ = ["compatible", "edtf_bounds", "find", "publication", "read"]

_HEAD_LINES, _TAIL_LINES = 8, 4
_HEADER_WORDS = 3  # besides the date and the cue words of the language
_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\b\d)(?<!\b\d\d)(?<!\b[A-Z])[.!?][\"”“»']?(?=\s)|$)", re.MULTILINE)
_HEADING = 60  # characters of a heading
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_PLACE = re.compile(r"\s*[^\W\d_a-z][^\d\n]{1,50}, (?:den )?")
_DASH = re.compile(r"\.?,?\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)?\.?\s?(?:--?|[–—_:])\s")
_ROW = 2  # days from one to the next in a forecast
_PRINTED = 3  # days from a dateline to publication
_COMPARED = 1_500  # characters within which figures are set against those of the same quarter a year before
_NEARBY = 120  # characters within which a year that is written out still holds
_TOLD = 300  # from one date to the next in an account of what was years ago
_SENTENCE_REACH = 600  # characters to each side
_MEMORY = 50  # expressions to look back over
_LONG = frozenset(("P6M", "P9M", "P12M", "P1Y", "P26W", "P39W", "P52W"))  # what companies report on besides quarters
_FRONT = 12  # characters of a sentence within which an expression stands before the verb: "On Friday, the government …"
_OPENS = 5  # within which it is what the sentence begins with: "On Friday"
_CUE = 30  # characters that a cue right before an expression has at most
_BEFORE = 90  # characters before a sentence within which a day still holds for its times
_AT = 14  # within which a time tells more of the part of the day before it: "on Friday night at about 11"
_NEAR = 45  # characters within which a verb in the past tells of the expression, not of who reports
_CLAUSE_END = re.compile(r"[,;:()\"”“]")
_QUOTES = "\"'”“»«)"
# rules whose values follow the tense
_TENSED = frozenset(("date", "weekday", "shift", "range", "containing", "time", "lead"))
_MATCHES = "depesche_date_matches"  # key in doc.user_data
_ANTIQUE_DATES = 3
_STORY_DATES, _STORY_YEARS = 6, 2  # so many dates, so many years past, make a text an account of the past


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
    readers = [(part.start, _reader(part, days)) for part in parts if part.lang in LANGUAGES]
    matches = [match for _, reader in readers for match in reader.matches]
    story, antique = _tells_the_past(matches, days[0]), _tells_antiquity(matches)
    written = _written(readers[0][1]) if readers else days
    found: list[Date] = []
    lasting: list[Date] = []  # what later parts may lean on, for a quotation in another language ends no account
    for start, reader in readers:
        reader.story, reader.antique, reader.days = story, antique, written
        reader.before = [_moved(item, -start) for item in lasting[-_MEMORY:]]
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
    past = sum(year < (written.year if written else 9999) - _STORY_YEARS for year in dated)
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


def _written(first: _Reader) -> tuple[date | None, ...]:
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
            if value and _DAY.fullmatch(value.timex or ""):
                day = date.fromisoformat(value.timex or "")
                return (day,) if 0 < (days[0] - day).days <= _PRINTED else days
    return days


def _reader(part: Part, days: tuple[date | None, ...]) -> _Reader:
    """The day of publication and the dates are read from the same matches, which are looked for once."""
    rules, text, memory = grammar.load(part.lang), part.text, part.doc.user_data
    if _MATCHES not in memory:
        memory[_MATCHES] = years.settle(text, rules.scan(text), rules)
    return _Reader(text, rules, memory[_MATCHES], _sentences(part), days)


def _sentences(part: Part) -> list[tuple[int, int]]:
    """Sentences of the document where it has them, else lines cut at sentence marks."""
    if part.doc.has_annotation("SENT_START"):
        return sentence_bounds(part)
    return [found.span() for found in _SENTENCE.finditer(part.text)]


@dataclass(slots=True)
class _Reader:
    """Reads one part of a text from its beginning to its end and remembers what was dated before."""

    text: str
    rules: grammar.Grammar
    matches: Sequence[grammar.Match]
    sentences: list[tuple[int, int]]
    days: tuple[date | None, ...]
    story: bool = False
    antique: bool = False
    before: list[Date] = field(default_factory=list)  # what was dated, in other parts of the text at negative offsets
    chapter: str | None = None  # the year in the heading above
    sets: tuple[int, ...] = ()  # where a match begins that lies on many days: daily, Monday to Friday
    compared: frozenset[int] = frozenset()  # where a match begins that is set against another
    cued: tuple[tuple[int, int], dict[str, list[tuple[int, int]]]] = field(default=((-1, -1), {}))  # of one sentence

    def read(self) -> Iterator[Date]:
        before = self.before
        begun: tuple[Mapping[str, str], Context] | None = None  # the first end of a range, and what its years lean on
        ahead: dict[int, Context] = {}  # of days that a time before them was dated with
        self.sets = tuple(match.start for match in self.matches if _on_many_days(match))
        self.compared = frozenset(match.start for match in self.matches if "against" in match.slots)
        ancient = 0  # where a year before Christ ended last
        for number, match in enumerate(self.matches):
            value: Value | None = None
            sentence = self.sentence(match.start, match.end)
            if begun is not None and {**begun[0], "end": "last"} == match.slots:
                context = begun[1]
            else:
                context = ahead[match.start] if match.start in ahead else self._context(match, sentence, before)
            begun = (match.slots, context) if match.slots.get("end") == "first" else None
            if day := self._behind(number):
                ahead[day.start] = self._context(day, self.sentence(day.start, day.end), before)
                named = self._value(day, ahead[day.start])
                if named and named.type in ("DATE", "TIME") and calendar.precision(named.timex) == "day":
                    context = replace(context, day=_day(named.timex, named.edtf))
            if "ancient" in match.slots:
                ancient = match.end
            elif ancient and self._before_christ(match, sentence, ancient):
                value = resolve(match.rule, match.slots, Context())
            else:
                value = self._value(match, context)
            if value is None:
                continue
            first, last = edtf_bounds(value.edtf) if value.edtf else (None, None)
            whole = value.type == "DURATION" or match.rule == "range"
            placed = (value.edtf or "").replace("~", "") if whole else value.timex
            precise = calendar.precision(placed)
            item = Date(
                match.start, match.end, self.text[match.start : match.end], value.type, value.timex, value.edtf,
                first, last, precise, value.basis,
            )  # fmt: skip
            before.append(item)
            if self.story and self._heads(item):
                self.chapter = item.timex if item.precision == "year" else None
            yield item

    def _before_christ(self, match: grammar.Match, sentence: tuple[int, int], ancient: int) -> bool:
        """Whether an expression belongs to a year before Christ that was named last, in its sentence or in an account
        of such years: "In 218 BC he crossed the Alps. In December …".
        """
        leans = "base" in match.slots or ("month" in match.slots and "year" not in match.slots)
        if not leans or not (self.antique or ancient > sentence[0]):
            return False
        since = any(item.start > ancient and item.basis == "explicit" and item.edtf for item in self.before)
        return not since and bool(self._cues("told", sentence))

    def _behind(self, number: int) -> grammar.Match | None:
        """What says on which day a time is, right behind it or behind the second of two: "at 3 p.m. (local time) on
        Sunday", "von 9 bis 11 Uhr am Montag".
        """
        time, *others = self.matches[number : number + 3]
        if time.rule != "time" or _has_day(time) or self._on_the_last(number):
            return None
        if others and (time.slots.get("end") == "first" or self._with_the_next(time, others[0])):
            time, *others = others
            if _has_day(time):  # 7 to 9 p.m. on Monday, at 7 a.m. and closes at 9 p.m. on Monday
                return None if "\n" in self.text[time.start : time.end] else time
        if not others or not self.rules.cues["daytime"].fullmatch(self.text, time.end, others[0].start):
            return None
        listed = others[0].rule == "time" and self.text.startswith(",", time.end)  # at 8, yesterday night
        return None if listed else others[0]

    def _on_the_last(self, number: int) -> bool:
        """Whether the day of a time stands right before it: "Thursday at 3 p.m.", "Dienstagabend (19.3.) um 18 Uhr"."""
        if not number:
            return False
        day, time = self.matches[number - 1 : number + 1]
        between = self.text[day.end : time.start].lstrip(")")
        gap = between.lstrip(",")
        sure = not {"day", "weekday"}.isdisjoint(day.slots) or day.slots.get("unit") == "D"
        if not sure or not gap[:1].isspace() or "\n" in gap:
            return False
        return gap.isspace() or (gap == between and bool(self.rules.cues["clock"].fullmatch(gap.strip())))

    def _with_the_next(self, time: grammar.Match, after: grammar.Match) -> bool:
        gap = self.rules.cues["listed"].fullmatch(self.text, time.end, after.start)
        return after.rule == "time" and bool(gap) and not self.text.startswith(",", time.end)

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The sentence in which an expression begins, clipped where a page without full stops passes for one."""
        index = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        if index < 0 or start >= self.sentences[index][1]:
            return start, end
        left, right = self.sentences[index]
        return max(left, start - _SENTENCE_REACH), min(right, end + _SENTENCE_REACH)

    def _value(self, match: grammar.Match, context: Context) -> Value | None:
        values = [resolve(match.rule, match.slots, replace(context, dct=day)) for day in self.days]
        if all(value == values[0] for value in values):
            return values[0]
        return _agreed(values) or resolve(match.rule, match.slots, context)

    def _context(self, match: grammar.Match, sentence: tuple[int, int], before: list[Date]) -> Context:
        recent = before[-_MEMORY:]
        placed = [item for item in recent if item.edtf and item.type in ("DATE", "TIME") and "/" not in item.edtf]
        same = match.slots.get("base") == "anchor" and match.slots.get("rel") == "0"  # that year may be one in passing
        ends = ((item, end) for item in reversed(recent) if (end := _anchor(item)))
        base = next((end for item, end in ends if same or not self.aside(item)), None)
        if "against" in match.slots:
            base = self._compared(recent, base, match.start)
        full = [item for item in placed if item.basis == "explicit" and item.precision != "decade"]
        close = [item for item in full if item.precision in ("day", "month") and item.end > match.start - _NEARBY]
        story = self._told_of(full) if self.story else None
        if story:  # which has gone on to another year
            close = [item for item in close if (item.timex or "")[:4] == story[:4]]
        leans = match.rule in _TENSED and "year" not in match.slots
        told = match.rule == "time" and self._cues("told", sentence)
        near = [item for item in placed if item.start >= sentence[0] - (_BEFORE if told else 0)]
        if told and self.days[0]:  # what is over did not happen on a day to come
            today = self.days[0].isoformat()
            near = [item for item in near if item.start >= sentence[0] or (item.timex or "") <= today]
        days = [item for item in near if item.precision == "day" and item.timex]
        many = any(sentence[0] <= start < sentence[1] for start in self.sets)
        last = before[-1] if before and before[-1].start >= 0 else None
        unsure = last and last.precision == "year" and not self.text[last.end : match.start].strip(" ,")
        recurs = match.rule == "time" and bool(many or unsure)  # of 08/07/2001 12:36 PM
        untold = leans and self._untold(match, sentence)
        present = untold and "month" not in match.slots and self._scheduled(match, sentence)
        present |= untold and match.rule in ("weekday", "time") and self._goes_on(last, match)
        return Context(
            latest=self.days[-1],
            anchor=base.timex if base else None,
            open=bool(base and not base.edtf),
            nearby=close[-1].timex if close else None,
            story=story,
            told=self._told_before(full, recent, match.start) if leans and self._cues("told", sentence) else None,
            day=_day(days[-1].timex, days[-1].edtf) if days else None,
            recurs=recurs,
            coming=self._coming(recent, match, sentence) if leans else None,
            future=leans and (present or self._looks_ahead(match, sentence)),
            untold=untold and self._whole(match, sentence) and not self._cues("told", sentence),
            sure=leans and self._will_be(match, sentence),
            past=leans and self._looks_back(match, sentence),
            over=self.follows("over", match, sentence),
            apposed=last.timex if last and self._apposed(last, match) else None,
            part=_part_of_day(last) if last and match.start - last.end < _AT else None,
        )

    def _apposed(self, last: Date, match: grammar.Match) -> bool:
        """Whether an expression stands right behind another and a comma: "tomorrow, Thursday", "1894, in winter".

        Of "since 1894, in winter" the winter is any one.
        """
        if last.precision == "year" and any(self._stands_behind(cue, last.start, 0) for cue in ("over", "counted")):
            return False
        gap = self.text[last.end : match.start]
        rest = gap.lstrip(", (")
        return rest != gap.lstrip() and (not rest or bool(self.rules.cues["at"].fullmatch(rest)))

    def _told_of(self, full: Sequence[Date]) -> str | None:
        """The date whose year an account of the past goes on in: that of the heading above, else the last one that does
        not name a year in passing.
        """
        last = next((item for item in reversed(full) if not self.aside(item)), full[-1] if full else None)
        return self.chapter or (last.timex if last else None)

    def _heads(self, item: Date) -> bool:
        """Whether a date stands in a heading."""
        first, last = self.text.rfind("\n", 0, item.start) + 1, self.text.find("\n", item.end)
        line = self.text[first : max(first, last)].strip()
        return 0 < len(line) < _HEADING and line[-1].isalnum()

    def aside(self, item: Date) -> bool:
        """Whether a year alone is named in passing: "since 1939", "the treaty of 1856", "(1929)"."""
        if item.precision != "year" or item.start < 0:
            return False
        return self.text.endswith("(", 0, item.start) or any(
            self._stands_behind(cue, item.start, 0) for cue in ("over", "until", "passing")
        )

    def _told_before(self, full: Sequence[Date], recent: Sequence[Date], place: int) -> str | None:
        """The last day or month with its year, where it lies well before the document and the account goes on from it.

        It does while no expression leans on the document's day and none is far from the next, in what is no news.
        """
        last = next((item for item in reversed(full) if item.precision in ("day", "month")), None)
        if last is None or self.days[0] is None or int((last.timex or "")[:4]) > self.days[0].year - _STORY_YEARS:
            return None
        chain = [item for item in recent if item.start >= last.start]
        starts = [*(item.start for item in chain[1:]), place]
        apart = any(start - item.end > _TOLD for item, start in zip(chain, starts, strict=True))
        leaning = any(item.basis in ("relative_dct", "implied_year") for item in chain)
        news = any(item.basis == "relative_dct" and item.precision == "day" for item in recent)
        return None if apart or leaning or news else last.timex

    def _coming(self, recent: Sequence[Date], match: grammar.Match, sentence: tuple[int, int]) -> str | None:
        """A year to come that the sentence names from the document's: "Next year's final is on 1 June".

        Not where the expression says when something was: "Next year's budget was passed in May".
        """
        begin, end = self._clause(match, sentence)
        cues = ("told", "future")
        told, ahead = (any(begin <= a and b <= end for a, b in self._cues(cue, sentence)) for cue in cues)
        if self.rules.cues["done"].match(self.text, match.end) or (told and not ahead):
            return None
        named = [item for item in recent if item.start >= sentence[0] and item.precision == "year"]
        last = named[-1] if named and named[-1].basis == "relative_dct" else None
        return last.timex if last and self.days[-1] and (last.timex or "") > f"{self.days[-1].year:04}" else None

    def _compared(self, recent: Sequence[Date], base: Date | None, place: int) -> Date | None:
        """What "a year earlier" is set against: the latest quarter not far before that is over, else the last one.

        Behind "the first nine months" it is that quarter's year; where there is no quarter, the last date that is not
        set against another itself.
        """
        own = [item for item in recent if item.start not in self.compared and item.type in ("DATE", "TIME")]
        quarters = [item for item in own if item.precision == "quarter" and item.end > place - _COMPARED]
        if not quarters:
            return next((item for item in reversed(own) if item.edtf and "/" not in item.edtf), base)
        today = self.days[0]
        over = [item for item in quarters if today and (item.timex or "") < calendar.timex(today, "Q")]
        quarter = max(over or quarters[-1:], key=lambda item: item.timex or "")
        longer = any(item.timex in _LONG and item.start > quarters[-1].start for item in recent)
        return replace(quarter, timex=(quarter.timex or "")[:4]) if longer else quarter

    def _looks_ahead(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether the nearest words that tell the tense look ahead.

        Behind "until" a date does unless something lasted until then, and behind "since" it does not, whatever they
        say; of "Friday's vote" only what stands behind tells. In an account of the past, in a sentence that tells what
        was, only what stands before does.
        """
        past = self.story and bool(self._cues("told", sentence))
        if self.follows("deadline", match, sentence) and not past:
            first, last = self._clause(match, sentence)
            lasted = any(first <= start and end <= last for start, end in self._cues("lasted", sentence))
            return not lasted or self._gap("future", match, sentence) < math.inf
        if self.follows("over", match, sentence):
            return False
        within = sentence
        if self.rules.cues["owner"].match(self.text, match.end):
            within = (match.start, sentence[1])
        future = self._gap("future", match, (within[0], match.start) if past else within, sentence)
        return future < math.inf and future <= self._gap("past", match, within, sentence)

    def _untold(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether nothing around the expression tells what was, and it does not belong to something: Friday's vote."""
        if self.rules.cues["owner"].match(self.text, match.end) or self._gap("told", match, sentence) < math.inf:
            return False
        before = ("over",) if match.rule == "range" else ("over", "of")
        return not any(self.follows(cue, match, sentence) for cue in before)

    def _scheduled(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether what is told in the present is to be on this day: "We are in Rome on Friday", "MPs vote on Friday".

        News tell in the present what a day left behind ("Two are dead after a fire on Friday"); so the verb must be one
        of what is arranged, in the same clause, and before the day unless that opens it.
        """
        before = [found.end() for found in _CLAUSE_END.finditer(self.text, sentence[0], match.start)]
        first, last = before[-1] if before else sentence[0], match.end
        if self._opens(match, first):
            behind = _CLAUSE_END.search(self.text, match.end + 1, sentence[1])  # "On Friday, MPs vote"
            last = behind.start() if behind else sentence[1]
        speaks = self._cues("speaker", sentence)
        verbs = [(a, b) for a, b in self._cues("present", sentence) if first <= a and b <= last]
        verb = max((b for _, b in [*speaks, *verbs] if b <= match.start), default=first)
        if any(verb <= b <= match.start for _, b in self._cues("aftermath", sentence)):
            return False
        asked = self.text.startswith("?", match.end)  # "Lunch on Friday?"
        return asked or bool(verbs) or self._gap("speaker", match, sentence) < math.inf

    def _goes_on(self, last: Date | None, match: grammar.Match) -> bool:
        """Whether a weekday comes in a row of days to come: "Thursday: sunny. Friday: cooler."."""
        placed = _DAY.match((last.timex if last else None) or "")
        if not last or not placed or not self.days[0] or last.basis != "relative_dct":
            return False
        day = date.fromisoformat(placed[0]).isoweekday()
        if "weekday" in match.slots and (int(match.slots["weekday"]) - day) % 7 > _ROW:
            return False
        told = self._cues("told", self.sentence(last.start, last.end))
        return (last.timex or "") >= self.days[0].isoformat() and match.start - last.end < _NEARBY and not told

    def _whole(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether it ends as sentences do; headlines and heads of tables have no verb that could tell a tense."""
        return self.text[match.end : sentence[1]].rstrip().rstrip(_QUOTES)[-1:] in (".", "!", "?")

    def _looks_back(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether the sentence only tells what was, and the expression says when: "on 1 July", not "by 1 July"."""
        places = match.start <= sentence[0] + _FRONT or self.follows("at", match, sentence)
        if not places or not self._cues("told", sentence):
            return False
        first, last = clause = self._clause(match, sentence)
        other = (span for cue in ("future", "announced") for span in self._cues(cue, sentence))
        return not any(first <= start and end <= last for start, end in other) and (
            self._gap("told", match, clause, sentence) < _NEAR
        )

    def _clause(self, match: grammar.Match, sentence: tuple[int, int]) -> tuple[int, int]:
        """What stands around an expression up to the next commas and conjunctions."""
        ends = self._cues("clause", sentence)
        before = max((end for _, end in ends if end <= match.start), default=sentence[0])
        return before, min((start for start, _ in ends if start >= match.end), default=sentence[1])

    def _will_be(self, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether what is to come is to come then, and nothing tells of what was: not "December's figures will …"."""
        opens = self._opens(match, sentence[0])
        if self._gap("future", match, sentence) >= (2 * _NEAR if opens else _NEAR):
            return False
        behind = any(end <= match.start for _, end in self._cues("future", sentence))
        then = behind and any(self.follows(cue, match, sentence) for cue in ("at", "deadline"))
        return (opens or then) and not self._tells_what_was(sentence)

    def _opens(self, match: grammar.Match, start: int) -> bool:
        """Whether a sentence or a part of it begins with the expression: "On Friday"."""
        at = self.rules.cues["at"].fullmatch(self.text[start : match.start].lstrip())
        return bool(at) or match.start <= start + _OPENS

    def _tells_what_was(self, sentence: tuple[int, int]) -> bool:
        """Whether a cue of the past is no part of one that looks ahead: "will be announced"."""
        ahead, past = self._cues("future", sentence), self._cues("past", sentence)
        return any(not any(a <= start and end <= b and (a, b) != (start, end) for a, b in ahead) for start, end in past)

    def _cues(self, cue: str, sentence: tuple[int, int]) -> list[tuple[int, int]]:
        """Where the cues of a kind stand in a sentence, looked for once."""
        if sentence != self.cued[0]:
            self.cued = (sentence, {})
        known = self.cued[1]
        if cue not in known:
            known[cue] = [found.span() for found in self.rules.cues[cue].finditer(self.text, *sentence)]
        return known[cue]

    def follows(self, cue: str, match: grammar.Match, sentence: tuple[int, int]) -> bool:
        """Whether the expression stands right behind a cue."""
        return self._stands_behind(cue, match.start, sentence[0])

    def _stands_behind(self, cue: str, place: int, first: int) -> bool:
        start = max(first, place - _CUE)
        return any(found.end() == place for found in self.rules.cues[cue].finditer(self.text, start, place))

    def _gap(
        self, cue: str, match: grammar.Match, within: tuple[int, int], sentence: tuple[int, int] | None = None
    ) -> float:
        """Characters from the expression to the nearest cue of a kind in its sentence or a part of it; behind it they
        count twice.

        Unless the part begins with the expression, what stands behind the next comma is another clause; so is a verb
        right behind a conjunction: "found guilty on Monday and faces prison".
        """
        begin, end = within
        if match.start > begin + _FRONT and (comma := _CLAUSE_END.search(self.text, match.end, end)):
            end = comma.start()
        joints = [(a, b) for a, b in self._cues("joint", sentence or within) if a >= match.end]
        gaps = [
            match.start - last if last <= match.start else 2 * (first - match.end)
            for first, last in self._cues(cue, sentence or within)
            if begin <= first and last <= end and not any(a < first <= b for a, b in joints)
        ]
        return min((gap for gap in gaps if gap >= 0), default=math.inf)


def _part_of_day(item: Date) -> str | None:
    """``AF`` of 2019-05-03TAF."""
    part = (item.timex or "").rpartition("T")[2]
    return part if item.type == "TIME" and part.isalpha() else None


def _has_day(match: grammar.Match) -> bool:
    return not {"month", "weekday", "rel"}.isdisjoint(match.slots)


def _on_many_days(match: grammar.Match) -> bool:
    if match.rule == "range":
        return "weekday" in match.slots or "day" in match.slots
    return match.rule == "set" and not match.slots.get("value", "").startswith("PT")


def _anchor(item: Date) -> Date | None:
    """What later expressions may be counted from: a date with a place on the calendar, of a range its end."""
    if not item.edtf or not item.timex or item.type not in ("DATE", "TIME"):
        return None
    if "/" not in item.edtf:
        return item
    end = item.timex.rpartition("/")[2]
    precise = calendar.precision(end)
    return replace(item, timex=end, precision=precise) if precise in ("day", "month", "year") else None


def _day(timex: str | None, edtf: str | None) -> Value:
    """The day of an expression; its EDTF value where that says less than its TIMEX3 value."""
    day = (timex or "").partition("T")[0]
    return Value(day, basis="anaphoric", edtf=None if edtf == day else edtf)


def _agreed(values: Sequence[Value | None]) -> Value | None:
    """A length of time up to a day of publication of which only month or year are sure: its ends are as fine."""
    known = [value for value in values if value and value.edtf and value.edtf.count("/") == 1]
    if len(known) < len(values) or len({replace(value, edtf=None) for value in known}) > 1:
        return None
    first, last = (
        _shared([end.rstrip("~") for end in ends]) + ("~" if ends[0].endswith("~") else "")
        for ends in zip(*((value.edtf or "").split("/") for value in known), strict=True)
    )
    return replace(known[0], edtf=f"{first}/{last}") if first.strip("~") and last.strip("~") else None


def _shared(days: Sequence[str]) -> str:
    """The year, month and day that all of these have: 2018-09 of 2018-09-29 and 2018-09-30."""
    same = takewhile(lambda parts: len(set(parts)) == 1, zip(*(day.split("-") for day in days), strict=False))
    return "-".join(parts[0] for parts in same)


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
    full = [(match, value.timex) for match, value in dated if value and value.timex and _DAY.fullmatch(value.timex)]
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
        reader = _reader(part, (None,))
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
            if past and not future and not reader.follows("until", match, span):
                yield first, edtf
