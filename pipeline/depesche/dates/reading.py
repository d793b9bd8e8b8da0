"""Reads the dates of one part of a text from its beginning to its end: what each leans on stands before it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import takewhile
from operator import itemgetter
from typing import TYPE_CHECKING

from depesche.annotate import sentence_bounds
from depesche.dates import calendar, grammar, years
from depesche.dates.edtf import edtf_bounds
from depesche.dates.grammar import Grammar, Match
from depesche.dates.resolve import Context, Value, resolve
from depesche.dates.tense import Bounds, Tense
from depesche.records import Date

if TYPE_CHECKING:
    from depesche.annotate import Part

PERSON = "PERSON"
STORY_YEARS = 2  # so many years before it was written, and more, a text tells of the past
_SENTENCE = re.compile(r"[^\n]+?(?:(?<!\b\d)(?<!\b\d\d)(?<!\b[A-Z])[.!?][\"”“»']?(?=\s)|$)", re.MULTILINE)
_HEADING = 60  # characters of a heading
DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ROW = 2  # days from one to the next in a forecast
_COMPARED = 1_500  # characters within which figures are set against those of the same quarter a year before
_NEARBY = 120  # characters within which a year that is written out still holds
_TOLD = 300  # from one date to the next in an account of what was years ago
_SENTENCE_REACH = 600  # characters to each side
MEMORY = 50  # expressions to look back over
_LONG = frozenset(("P6M", "P9M", "P12M", "P1Y", "P26W", "P39W", "P52W"))  # what companies report on besides quarters
_BEFORE = 90  # characters before a sentence within which a day still holds for its times
_OPENS = 14  # characters before what a sentence begins with: already in
_RECORD = 60  # characters from a superlative to the date since when it is one
_FURTHER = 60  # characters from a time to its day with the verb between them
_AT = 14  # within which a time tells more of the part of the day before it: "on Friday night at about 11"
# rules whose values follow the tense
_TENSED = frozenset(("date", "weekday", "shift", "range", "containing", "time", "lead"))
_MATCHES = "depesche_date_matches"  # key in doc.user_data


def _sentences(part: Part) -> list[Bounds]:
    """Sentences of the document where it has them, else lines cut at sentence marks: dates alone need no pipeline."""
    if part.doc.has_annotation("SENT_START"):
        return sentence_bounds(part)
    return [found.span() for found in _SENTENCE.finditer(part.text)]


def _nameless(matches: Sequence[Match], part: Part) -> list[Match]:
    """Those that are no word of a person's name, as far as the encoder has read names: ``Joe Friday``, ``June Ash``."""
    words = {match.start for match in matches if part.text[match.start : match.end].isalpha()}
    persons = [(e.start_char, e.end_char) for e in part.doc.ents if e.label_ == PERSON] if words else []
    inside = {at for at in words for first, end in persons if first <= at < end}
    named = {m.start for m in matches if m.start in inside and (m.start, m.end) not in persons}
    return [match for match in matches if match.start not in named]


@dataclass(slots=True)
class Reader:
    """Reads one part of a text from its beginning to its end and remembers what was dated before."""

    text: str
    rules: Grammar
    matches: Sequence[Match]
    sentences: list[Bounds]
    days: tuple[date | None, ...]
    tense: Tense
    story: bool = False
    antique: bool = False
    before: list[Date] = field(default_factory=list)  # what was dated, in other parts of the text at negative offsets
    chapter: str | None = None  # the year in the heading above
    sets: tuple[int, ...] = ()  # where a match begins that lies on many days: daily, Monday to Friday
    compared: frozenset[int] = frozenset()  # where a match begins that is set against another

    @classmethod
    def of(cls, part: Part, days: tuple[date | None, ...]) -> Reader:
        """:param days: the first and last day on which the text may have been written; (None,) when that is open."""
        rules, text, memory = grammar.load(part.lang), part.text, part.doc.user_data
        if _MATCHES not in memory:  # the day of publication and the dates are read from the same matches
            memory[_MATCHES] = _nameless(years.settle(text, rules.scan(text), rules), part)
        return cls(text, rules, memory[_MATCHES], _sentences(part), days, Tense(text, rules))

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
            if day := self._behind(number) or self._further_on(number, context, sentence):
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

    def _before_christ(self, match: Match, sentence: Bounds, ancient: int) -> bool:
        """Whether an expression belongs to a year before Christ that was named last, in its sentence or in an account
        of such years: "In 218 BC he crossed the Alps. In December …".
        """
        leans = "base" in match.slots or ("month" in match.slots and "year" not in match.slots)
        if not leans or not (self.antique or ancient > sentence[0]):
            return False
        since = any(item.start > ancient and item.basis == "explicit" and item.edtf for item in self.before)
        return not since and bool(self.tense.cues("told", sentence))

    def _behind(self, number: int) -> Match | None:
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
        # at 8, yesterday night; on Monday it begins at 8, Tuesday at 9
        apart = others[0].rule == "time" or self._on_a_day(self.sentence(time.start, time.end)[0])
        return None if apart and self.text.startswith(",", time.end) else others[0]

    def _further_on(self, number: int, context: Context, sentence: Bounds) -> Match | None:
        """The day of a time that its sentence names only behind the verb: "Um 8 Uhr begann gestern der Streik"."""
        time, *others = self.matches[number : number + 2]
        if time.rule != "time" or _has_day(time) or "hour" not in time.slots or context.recurs:
            return None
        if self._on_a_day(sentence[0]):
            return None
        day = others[0] if others else None
        if day is None or not _is_day(day) or day.start - time.end > _FURTHER or day.end > sentence[1]:
            return None
        gap = self.text[time.end : day.start]
        return None if "." in gap or self.rules.cues["clause"].search(gap) or self._on_the_last(number) else day

    def _on_a_day(self, first: int) -> bool:
        """Whether a day was named since there."""
        here = (item for item in self.before[-MEMORY:] if item.start >= first)
        return any(item.type == "DATE" and item.precision == "day" for item in here)

    def _on_the_last(self, number: int) -> bool:
        """Whether the day of a time stands right before it: "Thursday at 3 p.m.", "Dienstagabend (19.3.) um 18 Uhr"."""
        if not number:
            return False
        day, time = self.matches[number - 1 : number + 1]
        between = self.text[day.end : time.start].lstrip(")")
        gap = between.lstrip(",")
        if not _is_day(day) or not gap[:1].isspace() or "\n" in gap:
            return False
        return gap.isspace() or (gap == between and bool(self.rules.cues["clock"].fullmatch(gap.strip())))

    def _with_the_next(self, time: Match, after: Match) -> bool:
        gap = self.rules.cues["listed"].fullmatch(self.text, time.end, after.start)
        return after.rule == "time" and bool(gap) and not self.text.startswith(",", time.end)

    def sentence(self, start: int, end: int) -> Bounds:
        """The sentence in which an expression begins, clipped where a page without full stops passes for one."""
        index = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        if index < 0 or start >= self.sentences[index][1]:
            return start, end
        left, right = self.sentences[index]
        return max(left, start - _SENTENCE_REACH), min(right, end + _SENTENCE_REACH)

    def _value(self, match: Match, context: Context) -> Value | None:
        values = [resolve(match.rule, match.slots, replace(context, dct=day)) for day in self.days]
        if all(value == values[0] for value in values):
            return values[0]
        return _agreed(values) or resolve(match.rule, match.slots, context)

    def _context(self, match: Match, sentence: Bounds, before: list[Date]) -> Context:
        recent = before[-MEMORY:]
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
        leans, alone = match.rule in _TENSED and "year" not in match.slots, "alone" in match.slots
        # a letter of the 9th, no holiday from the 9th on
        written = match.slots.get("alone") == "day" and self.tense.follows("dated", match, sentence)
        near = [item for item in placed if item.start >= sentence[0] or (
            match.rule == "time" and item.start >= sentence[0] - _BEFORE and self._still(item, sentence)
        )]  # fmt: skip
        days = [item for item in near if item.precision == "day" and item.timex]
        many = [start for start in self.sets if sentence[0] <= start < sentence[1]]
        if days and any(days[-1].start < start < match.start for start in many):
            days = []  # until 8 November, Sundays from 2 to 5 p.m.
        last = before[-1] if before and before[-1].start >= 0 else None
        unsure = last and last.precision == "year" and not self.text[last.end : match.start].strip(" ,")
        recurs = match.rule == "time" and bool(many or unsure)  # of 08/07/2001 12:36 PM
        untold = leans and self.tense.untold(match, sentence)
        present = untold and "month" not in match.slots and self.tense.scheduled(match, sentence)
        present |= untold and match.rule in ("weekday", "time") and self._goes_on(last, match)
        return Context(
            latest=self.days[-1],
            anchor=base.timex if base else None,
            open=bool(base and not base.edtf),
            nearby=close[-1].timex if close else None,
            story=story,
            told=self._told_before(full, recent, match.start) if leans and self.tense.cues("told", sentence) else None,
            day=_day(days[-1].timex, days[-1].edtf) if days else None,
            month=self._goes_on_in(recent, match) if alone or match.slots.get("base") == "month" else None,
            recurs=recurs,
            coming=self._coming(recent, match, sentence) if leans else None,
            future=leans and (present or self.tense.looks_ahead(match, sentence, story=self.story)),
            untold=untold and self.tense.whole(match, sentence) and not self.tense.cues("told", sentence),
            sure=leans and self.tense.will_be(match, sentence),
            past=leans and (self.tense.looks_back(match, sentence) or written),
            over=self.tense.follows("over", match, sentence),
            joined=last.timex if last and self._joined(last, match, sentence) else None,
            apposed=last.timex if last and self._apposed(last, match) else None,
            part=_part_of_day(last) if last and match.start - last.end < _AT else None,
        )

    def _still(self, item: Date, sentence: Bounds) -> bool:
        """Whether times of a sentence may be on a day of the sentence before: what is over was on no day to come, what
        is to come is on none before.
        """
        today = self.days[0].isoformat() if self.days[0] else None
        if self.tense.cues("told", sentence):
            return today is None or (item.timex or "") <= today
        return today is not None and (item.timex or "") > today

    def _goes_on_in(self, recent: Sequence[Date], match: Match) -> str | None:
        """The day or month not far before in whose month a day without one lies; none that is counted from today."""
        last = next((item for item in reversed(recent) if item.precision in ("day", "month") and item.edtf), None)
        near = last is not None and last.start >= 0 and match.start - last.end < _TOLD
        return last.timex if last and near and last.basis != "relative_dct" and "/" not in str(last.timex) else None

    def _apposed(self, last: Date, match: Match) -> bool:
        """Whether an expression stands right behind another and a comma: "tomorrow, Thursday", "1894, in winter".

        Of "since 1894, in winter" the winter is any one.
        """
        counted = any(self.tense.stands_behind(cue, last.start, 0) for cue in ("over", "counted"))
        if last.precision == "year" and counted:
            return False
        gap = self.text[last.end : match.start]
        rest = gap.lstrip(", (")
        return rest != gap.lstrip() and (not rest or bool(self.rules.cues["at"].fullmatch(rest)))

    def _joined(self, last: Date, match: Match, sentence: Bounds) -> bool:
        """Whether a weekday goes on from another: "on Monday and Tuesday"."""
        if match.rule != "weekday" or last.basis != "relative_dct" or not DAY.fullmatch(last.timex or ""):
            return False
        after = last.end + self.text.startswith(",", last.end)
        return last.start >= sentence[0] and bool(self.rules.cues["joint"].fullmatch(self.text, after, match.start))

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
        """Whether a date is named in passing: a year alone in "since 1939", "the treaty of 1856", "(1929)", any in "the
        lowest since April 2021".
        """
        first = max(0, item.start - _RECORD)
        if item.start >= 0 and any(
            found.end() == item.start for found in self.rules.cues["record"].finditer(self.text, first, item.start)
        ):
            return True
        if item.precision != "year" or item.start < 0:
            return False
        return self.text.endswith("(", 0, item.start) or any(
            self.tense.stands_behind(cue, item.start, 0) for cue in ("over", "until", "passing")
        )

    def _told_before(self, full: Sequence[Date], recent: Sequence[Date], place: int) -> str | None:
        """The last day or month with its year, where it lies well before the document and the account goes on from it.

        It does while no expression leans on the document's day and none is far from the next, in what is no news.
        """
        last = next((item for item in reversed(full) if item.precision in ("day", "month")), None)
        if last is None or self.days[0] is None or int((last.timex or "")[:4]) > self.days[0].year - STORY_YEARS:
            return None
        chain = [item for item in recent if item.start >= last.start]
        starts = [*(item.start for item in chain[1:]), place]
        apart = any(start - item.end > _TOLD for item, start in zip(chain, starts, strict=True))
        leaning = any(item.basis in ("relative_dct", "implied_year") for item in chain)
        news = any(item.basis == "relative_dct" and item.precision == "day" for item in recent)
        return None if apart or leaning or news else last.timex

    def _coming(self, recent: Sequence[Date], match: Match, sentence: Bounds) -> str | None:
        """A year to come that the sentence names from the document's ("Next year's final is on 1 June"); one that is
        over where the sentence begins with it: "Last year it bloomed in April".

        Not where the expression says when something was: "Next year's budget was passed in May".
        """
        named = [item for item in recent if item.start >= sentence[0] and item.precision == "year"]
        last = named[-1] if named and named[-1].basis == "relative_dct" else None
        if not last or not self.days[-1]:
            return None
        begin, end = self.tense.clause(match, sentence)
        cues = ("told", "future")
        told, ahead = (any(begin <= a and b <= end for a, b in self.tense.cues(cue, sentence)) for cue in cues)
        if (last.timex or "") < f"{self.days[-1].year:04}":
            opens = last.start <= sentence[0] + _OPENS and not self.rules.cues["owner"].match(self.text, last.end)
            return last.timex if opens and told and not ahead else None
        if self.rules.cues["done"].match(self.text, match.end) or (told and not ahead):
            return None
        return last.timex if (last.timex or "") > f"{self.days[-1].year:04}" else None

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

    def _goes_on(self, last: Date | None, match: Match) -> bool:
        """Whether a weekday comes in a row of days to come: "Thursday: sunny. Friday: cooler."."""
        placed = DAY.match((last.timex if last else None) or "")
        if not last or not placed or not self.days[0] or last.basis != "relative_dct":
            return False
        day = date.fromisoformat(placed[0]).isoweekday()
        if "weekday" in match.slots and (int(match.slots["weekday"]) - day) % 7 > _ROW:
            return False
        told = self.tense.cues("told", self.sentence(last.start, last.end))
        return (last.timex or "") >= self.days[0].isoformat() and match.start - last.end < _NEARBY and not told


def _part_of_day(item: Date) -> str | None:
    """``AF`` of 2019-05-03TAF."""
    part = (item.timex or "").rpartition("T")[2]
    return part if item.type == "TIME" and part.isalpha() else None


def _has_day(match: Match) -> bool:
    return not {"month", "weekday", "rel"}.isdisjoint(match.slots)


def _is_day(match: Match) -> bool:
    return not {"day", "weekday"}.isdisjoint(match.slots) or match.slots.get("unit") == "D"


def _on_many_days(match: Match) -> bool:
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
