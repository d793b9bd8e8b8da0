"""Claims: who did what to whom, when, on whose word, and whether it happened at all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from depesche.events import (
    grammar,
    placing,
    reading,
    roles,
    sources,
    standing,
    syntax,
    tokens,
    triggers,
    truth,
)
from depesche.events.sentence import Sentence
from depesche.quotations import quotations
from depesche.records import Date, Entity, Event, EventTime, Quote, Span, stable_id
from depesche.resources import LANGUAGES

if TYPE_CHECKING:
    from depesche.annotate import Part

CONFIDENCE = {"active": 0.87, "passive": 0.87, "nominal": 0.76, "participle": 0.7, "learned": 0.65,
              "bare": 0.42}
"""By how the event is said: the share of rows on the dev texts with the right type, place, modality and polarity, one
right and one wrong row added to each count (52 of 59 active, 4 of 4 passive, 27 of 35 nominal; participles were too
few). The rules were written on these texts. Of a trigger that lacks a role and that the model vouches for
(``learned``): 78 of 119 on news and on texts left out of its training; without any role (``bare``) 13 of 31, of which
another 13 are wrong in nothing but their modality.
"""
LINE = 60  # characters beside a date on a line of its own, at most
MONTH = 7  # characters of an ISO date that tell year and month
PLACE_WORDS = 3  # beside the date on its line: New York, N.Y.


def find(
    doc_id: str, parts: Sequence[Part], entities: Sequence[Entity], dates: Sequence[Date], published: str | None = None
) -> list[Event]:
    """The event mentions of a document, in reading order.

    :param entities: sorted by start. :param dates: sorted by start, without overlaps; a time is a position in it.
    :param published: EDTF of the day of publication, where it is known.
    """
    heads = _date_lines(parts, dates)
    return [
        _said_on(event, found.trigger, sentence, heads, dates)
        for _, sentence, event, found in _each(doc_id, parts, entities, dates, published)
    ]


def explain(
    doc_id: str, parts: Sequence[Part], entities: Sequence[Entity], dates: Sequence[Date], published: str | None = None
) -> Iterator[tuple[Event, list[str]]]:
    """The same events, each with what made it: frame, voice, the path to each filler, and what decides on its truth."""
    heads = _date_lines(parts, dates)
    for part, sentence, event, found in _each(doc_id, parts, entities, dates, published):
        trigger = found.trigger
        event = _said_on(event, trigger, sentence, heads, dates)  # noqa: PLW2901
        words = " … ".join(sentence.forms[i] for i in trigger.tokens)
        vouched = f", lacks a role; likely by the model: {trigger.score:.0%}" if trigger.score else ""
        lines = [f"trigger   {words} ({trigger.voice}), frame: {trigger.frame.written}{vouched}"]
        lines += [
            f"{role:<9} {part.text[m.entity.start - part.start : m.entity.end - part.start]}: "
            + roles.path(sentence, trigger, role, m)
            for role, m in found.roles
        ]
        if event.time:
            date = dates[event.time.date]
            lines.append(f"time      {date.text} = {date.edtf} ({date.basis})")
        lines += [f"truth     {line}" for line in truth.cues(sentence, trigger)]
        if event.time and _after(dates[event.time.date], published):
            lines.append("truth     on a day after the publication")
        lines.append(f"          so {event.modality}, {event.polarity}, {event.status}")
        cue = event.attribution.cue
        said = f", cue: {part.text[cue.start - part.start : cue.end - part.start]}" if cue else ""
        lines.append(f"source    {event.attribution.kind}{said}")
        yield event, lines


def _each(
    doc_id: str, parts: Sequence[Part], entities: Sequence[Entity], dates: Sequence[Date], published: str | None
) -> Iterator[tuple[Part, Sentence, Event, roles.Filled]]:
    """The events in reading order, each with where it stands and what it was made from."""
    before: set[str] = set()  # types of which the text has told with roles
    for part, sentence, quoted, times in _sentences(parts, entities, dates):
        found = _events(doc_id, part.start, part.text, sentence, quoted, times, published, before)
        yield from ((part, sentence, event, filled) for event, filled in found)
        before |= {event.event_type for event, filled in found if filled.roles and not filled.trigger.score}


def _date_lines(parts: Sequence[Part], dates: Sequence[Date]) -> list[tuple[int, int]]:
    """Days that stand on a line of their own, as at the head of a letter, with a place at most: offset and position."""
    found = []
    starts = [part.start for part in parts]
    for number, date in enumerate(dates):
        if date.date_start is None or date.date_start != date.date_end:
            continue
        part = parts[bisect_right(starts, date.start) - 1]
        start, end = date.start - part.start, date.end - part.start
        before, after = part.text[max(start - LINE, 0) : start], part.text[end : end + LINE]
        rest = before.rpartition("\n")[2] + after.partition("\n")[0]
        if len(rest) < LINE and len(rest.split()) <= PLACE_WORDS:
            found.append((date.start, number))
    return found


def _said_on(
    event: Event, trigger: triggers.Trigger, sentence: Sentence, heads: Sequence[tuple[int, int]], dates: Sequence[Date]
) -> Event:
    """``we urge you`` happens as it is written: on the day of the date line above, where the event has no time."""
    at = bisect_left(heads, (sentence.starts[0], 0))
    performs = trigger.frame.speaks and event.time is None and event.attribution.kind == "author" and (
        (event.modality, event.status) == ("asserted", "ongoing")
    )
    words = sentence.grammar.words["first_person"]
    if not (at and performs and any(r.role == "agent" and r.text.lower() in words for r in event.roles)):
        return event
    number = heads[at - 1][1]
    return replace(event, time=EventTime(dates[number].edtf, number))


def _sentences(
    parts: Sequence[Part], entities: Sequence[Entity], dates: Sequence[Date]
) -> Iterator[tuple[Part, Sentence, list[Span], dict[int, Date]]]:
    """Each sentence that may say an event, with the quotations and the dates that lie in it."""
    starts, days = [e.start for e in entities], [d.start for d in dates]
    named = [frozenset[str]()]  # labels of the names among the first n entities
    for entity in entities:
        named.append(named[-1] | {entity.label} if entity.kind == "name" and entity.label else named[-1])
    for part in parts:
        if part.lang not in LANGUAGES:
            continue
        rules = grammar.grammar(part.lang)
        quoted = [Span(q.start + part.start, q.end + part.start) for q in quotations(part.text)]
        closed = [q.end for q in quoted]
        for whole in tokens.sentences(part, rules):
            first, last = whole.starts[0], whole.ends[-1]
            rows: list[Entity | Date] = [*entities[_reach(starts, first, last)], *dates[_reach(days, first, last)]]
            for piece in tokens.pieces(whole, sorted(rows, key=lambda row: row.start)):
                first, last = piece.starts[0], piece.ends[-1]
                inside = [e for e in entities[_reach(starts, first, last)] if e.end <= last]
                within = [d for d in dates[_reach(days, first, last)] if d.end <= last]
                sentence = reading.read(piece, inside, within, rules)
                sentence.told = named[bisect_left(starts, first)]
                times = dict(enumerate(within, bisect_left(days, first)))
                yield part, sentence, quoted[bisect_right(closed, first) : bisect_right(closed, last) + 1], times


def _reach(starts: Sequence[int], first: int, last: int) -> slice:
    return slice(bisect_left(starts, first), bisect_right(starts, last))


def _events(
    doc_id: str, offset: int, text: str, sentence: Sentence, quoted: list[Span], dates: Mapping[int, Date],
    published: str | None, before: Collection[str],
) -> list[tuple[Event, roles.Filled]]:
    filled = roles.find(sentence, before)
    if not filled:
        return []
    # a bare noun that the model vouches for tells less than who said what
    typed = [f.trigger.head for f in filled if not f.trigger.frame.fallback and (f.roles or not f.trigger.score)]
    filled = [
        f for f in filled if not f.trigger.frame.fallback
        or (typed and all(syntax.tells_who(sentence, head, f.trigger.head) for head in typed))
        or not (typed or _trails(sentence, f.trigger))
    ]
    start, end = sentence.starts[0], sentence.ends[len(sentence) - 1]
    quote = Quote(start, end, text[start - offset : end - offset])
    headline = _is_headline(text, start - offset, end - offset)
    silent = {f.trigger.head for f in filled if f.trigger.frame.negated}
    events = []
    for found in filled:
        trigger = found.trigger
        judged = None if standing.invented(sentence, trigger.head) else truth.judge(sentence, trigger)
        if judged is None or (not found.roles and sentence.heads[trigger.head] in silent):
            continue  # did not comment on the demands: the negation is the comment's
        time = _time(sentence, trigger, judged, dates)
        coming = time is not None and _after(dates[time.date], published)
        if time and coming and (judged.modality, judged.status) == ("asserted", "ongoing") and (
            trigger.voice == "nominal" or not trigger.frame.speaks or _own(sentence, trigger, dates[time.date])
        ):
            judged = replace(judged, modality="intended", status="not_started")  # debattiert am Donnerstag
        elif time and coming and (judged.modality, judged.status) == ("asserted", "completed") and (
            dates[time.date].basis == "relative_dct"
        ):
            time = None  # what was done is not still to come: "on Friday" was taken for the next one
        spans = tuple(Span(sentence.starts[i], sentence.ends[i]) for i in trigger.tokens)
        event_type = trigger.frame.event_type
        event = Event(
            event_id=stable_id(doc_id, event_type, *(f"{s.start}-{s.end}" for s in spans)),
            event_type=event_type, trigger=spans,
            roles=tuple(roles.as_role(sentence, role, mention, text, offset) for role, mention in found.roles),
            time=time, modality=judged.modality, polarity=judged.polarity,
            status=judged.status, attribution=sources.attribute(sentence, trigger, quoted, headline), quote=quote,
            confidence=CONFIDENCE[trigger.voice if not trigger.score else "learned" if found.roles else "bare"],
            rule=f"{event_type.lower()}.{'learned' if trigger.score else trigger.voice}",
        )
        events.append((event, found))
    return events


def _own(sentence: Sentence, trigger: triggers.Trigger, date: Date) -> bool:
    """``trifft am Montag Macron``: whether the date is that of a verb that tells of nothing that has dates itself."""
    if not trigger.frame.roles.keys().isdisjoint({"content", "addressee"}):
        return False  # bittet Sie, morgen zu kommen
    return any(placing.own(sentence, trigger, index) for index in sentence.touched(date.start, date.end))


def _after(date: Date, published: str | None) -> bool:
    """Whether a date that lies in one month begins after the day of publication."""
    if str(date.date_start)[:MONTH] != str(date.date_end)[:MONTH]:
        return False
    known = published is not None and date.date_start is not None and len(published) == len(date.date_start)
    return known and str(date.date_start) > str(published)


def _trails(sentence: Sentence, trigger: triggers.Trigger) -> bool:
    """``…, two of the people said.`` attributes what stands before it and claims nothing of its own."""
    return len(sentence.verbs) > 1 and trigger.head == sentence.verbs[-1]


def _is_headline(text: str, start: int, end: int) -> bool:
    """A line of its own without a full stop at its end, and no item of a list."""
    before, after = start - 1, end
    while before >= 0 and text[before] in " \t":
        before -= 1
    while after < len(text) and text[after] in " \t":
        after += 1
    own_line = (before < 0 or text[before] in "\n\r") and after < len(text) and text[after] in "\n\r"
    return own_line and text[start] not in "*•-–" and text[end - 1] not in ".!?:;\"“”»«"


def _time(
    sentence: Sentence, trigger: triggers.Trigger, judged: truth.Truth, dates: Mapping[int, Date]
) -> EventTime | None:
    """The calendar expression in the trigger's clause that is nearest to it, or the only one of a plain sentence; one
    of its own verb before others.

    An expression that depends on another noun (``the report of December 2021``) dates that noun, and one before the
    ``to`` of an infinitive dates the plan.
    """
    at = sentence.starts[trigger.head]
    own = sentence.clause_at[trigger.head]
    marker = triggers.marker(sentence, trigger.head, sentence.clauses[own])
    fitting, plans = [], []
    for number, date in dates.items():
        if date.edtf is None or date.type == "SET":
            continue
        index = next(iter(sentence.touched(date.start, date.end)), None)
        if index is None or _in_name(sentence, index, date) or placing.ends(
            sentence, index, told=judged.modality == "asserted" and index > trigger.head
        ) or placing.dates_clause(sentence, trigger, index) or (
            date.type == "DATE" and placing.limits(sentence, trigger, index)
        ):
            continue
        entry = placing.entry(sentence, trigger, index)
        if entry or placing.governs(sentence, trigger, index):
            fitting.append((3 if entry else 0, abs(date.start - at), number, date))
            continue
        if placing.dates_last_time(sentence, index, denied=judged.polarity == "negative") or (
            _dates_noun(sentence, trigger, index)
        ) or _dates_change(sentence, index) or placing.of_other(sentence, trigger, index):
            continue
        if marker is not None and not sentence.grammar.syntax.verb_final and index < marker and not (
            judged.modality == "asserted" and placing.dates_governor(sentence, trigger, index)
        ):
            continue
        if date.date_start == date.date_end and placing.dates_decision(sentence, trigger, index):
            continue
        told = judged.modality in ("intended", "proposed") or not trigger.frame.speaks
        if told and placing.dates_saying(sentence, trigger, index):
            continue
        same = sentence.clause_at[index] == own
        dateline = own and sentence.forms[sentence.clauses[own].first - 1] != ","
        leads = not dateline and sentence.clauses[0].end >= index and sentence.clause_at[index] == own - 1 and (
            not sentence.verbs_in(sentence.clauses[own - 1].first, sentence.clauses[own - 1].end)
        )
        found = placing.far(sentence, trigger, index), abs(date.start - at), number, date
        if placing.planned(sentence, trigger, index):
            plans.append(found)
        elif same or leads or placing.dates(sentence, trigger, index):
            fitting.append(found)
    if not standing.fulfilled(sentence, trigger.head):
        fitting = fitting or plans
    offered = judged.modality == trigger.frame.planned  # a bid launched last week
    if not fitting or (judged.modality not in ("asserted", "intended") and not offered):
        return None
    *_, number, date = min(fitting)
    return EventTime(date.edtf, number)


def _in_name(sentence: Sentence, index: int, date: Date) -> bool:
    """``the 9/11 Commission``: part of a longer name."""
    return any(
        m.first <= index <= m.last and m.entity.kind == "name" and m.entity.end - m.entity.start > date.end - date.start
        for m in sentence.mentions
    )


def _dates_change(sentence: Sentence, index: int) -> bool:
    """``Update 28 March: the first version demanded …`` dates the change of the text."""
    first = next((i for i in range(index, -1, -1) if i not in sentence.dated), 0)
    return first <= 2 and sentence.lemmas[first] in sentence.grammar.words["changes"] and ":" in sentence.forms[index:]


def _dates_noun(sentence: Sentence, trigger: triggers.Trigger, index: int) -> bool:
    """``the report of May``; ahead of the verb also ``after the summit in June`` and ``the June 2023 summit``."""
    words = sentence.grammar.words
    before = index - 1
    if before < 0:
        return False
    last = index
    while last + 1 in sentence.dated:
        last += 1
    prepositions = sentence.grammar.prepositions
    if trigger.head > last and all(
        sentence.forms[i].islower() and not sentence.verbal[i] and sentence.forms[i] not in prepositions
        for i in range(last + 1, trigger.head)
    ) and trigger.voice == "nominal":
        return False  # the May 2004 trade sanctions
    prep = sentence.grammar.prepositions.get(sentence.lower[before])
    following = sentence.forms[last + 1] if last + 1 < len(sentence) else ""
    relative = sentence.clauses[sentence.clause_at[before]]
    pronoun = relative.kind == "relative" and relative.first == before  # ein Werk, das 2015 zwei Firmen eröffneten
    no_noun = following.lower() in {*prepositions, *words["determiners"]}
    ends = pronoun or not following or no_noun or sentence.verbal[last + 1]
    if sentence.lower[before] in words["determiners"] and following.isalpha() and not ends and (
        last + 1 < trigger.head or following.islower()
    ):
        return not _in_phrase(sentence, trigger, last + 1)  # violated the 2003 agreement
    noun = before - 1
    if prep is None or noun < 0:
        return False
    if noun in trigger.tokens or not sentence.forms[noun][:1].isalpha() or sentence.verbal[noun]:
        return False
    if prep in words["noun_links"]:
        return not (trigger.head < index and placing.own(sentence, trigger, index))  # will ban it from 1 May
    return index < trigger.head and trigger.voice != "nominal" and _in_temporal_phrase(sentence, noun)


def _in_phrase(sentence: Sentence, trigger: triggers.Trigger, first: int) -> bool:
    """Whether the trigger is a word of the noun phrase that goes on here, ahead of the trigger only its first word."""
    last = first
    while first > trigger.head and last + 1 < len(sentence) and sentence.forms[last + 1].isalpha() and (
        sentence.pos[last + 1] in ("NOUN", "PROPN", "ADJ")
    ):
        last += 1
    return not set(range(first, last + 1)).isdisjoint(trigger.tokens)


def _in_temporal_phrase(sentence: Sentence, noun: int) -> bool:
    """Does a preposition of time govern this noun (``nach dem Gipfel``, ``im Vorfeld des Gipfels``)?"""
    words = sentence.grammar.words
    if any(m.first <= noun <= m.last and m.entity.kind == "name" for m in sentence.mentions):
        return False
    for i in range(noun - 1, max(noun - 5, -1), -1):
        word = sentence.lower[i]
        if word in words["event_prepositions"] and sentence.grammar.prepositions.get(word) not in words["settings"]:
            return True  # not so: at the hearing in June
        if sentence.verbal[i] or sentence.forms[i] == ",":
            return False
    return False
