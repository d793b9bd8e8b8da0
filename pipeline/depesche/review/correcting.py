"""From marks to a record: each event as it was found, or as it is told now, and what the difference is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, cast

from depesche import annotate, dates, language
from depesche.dates import calendar
from depesche.records import (
    Attribution,
    Date,
    Entity,
    Event,
    EventTime,
    Quote,
    Record,
    Role,
    Span,
    stable_id,
)
from depesche.resources import LANGUAGES
from depesche.review.regions import Marked, Pair, Region, Regions, TaskError
from depesche.store import Change, Decision
from depesche.store.exports.labelstudio import CHOICES, results


def corrected(found: Record, regions: Regions) -> tuple[Record, dict[str, Decision], list[Change]]:
    """The record that the regions tell, how each event was judged, and what was changed."""
    _all_joined(found, regions)
    parts = annotate.parse(found.text, _language(found))
    sentences = tuple(annotate.sentences(parts))
    entities = _entities(found, regions)
    read = {(d.start, d.end): d for d in dates.read(parts, found.published)}
    days = _dates(found, regions, read)
    changes = [*_changed("entity", found.entities, entities), *_changed("date", found.dates, days)]
    old = {event.event_id: event for event in found.events}
    events: list[Event] = []
    decisions: dict[str, Decision] = {}
    for name, region, _ in regions.of("event"):
        marked = Marked.read(name, region, regions)
        event = old.pop(name, None) or _same(marked, old, found.dates, regions)
        known = Marked.of(event, found.dates) if event else None
        made = _event(marked, event, found, entities, days, sentences)
        if made.event_id in decisions:
            raise TaskError(f"the trigger {regions.quoted(region)} is marked twice as {marked.event_type}")
        decision: Decision = "added" if known is None else "accepted" if known == marked else "corrected"
        if decision == "corrected":
            made = replace(made, rule="review")
        decisions[made.event_id] = decision
        events.append(made)
        note = region.values.get("note")
        changes += _judged(made, decision, known, marked, found, note, event.confidence if event else None)
    for event in old.values():
        decisions[event.event_id] = "rejected"
        changes.append(Change("rejected", "event", event.event_id, was=event.event_type))
    record = replace(
        found, sentences=sentences, entities=tuple(entities), dates=tuple(days),
        events=tuple(sorted(events, key=lambda e: (e.trigger[0].start, e.event_id))),
    )  # fmt: skip
    return record, decisions, changes


def _all_joined(found: Record, regions: Regions) -> None:
    """Fillers that were marked by hand belong to a trigger; others may have lost theirs to a person's pencil.

    :raises TaskError: one does not.
    """
    triggers = {name for name, _, _ in regions.of("event")}
    given = {(r["id"], r["value"]["start"]) for r in results(found) if r.get("from_name") == "role"}
    for name, region, role in regions.of("role"):
        if not triggers & regions.joined.get(name, set()) and (name, region.start) not in given:
            raise TaskError(f"{regions.quoted(region)} is marked as {role}, but no relation joins it to a trigger")


def _language(record: Record) -> language.Language:
    """As a run found it; a language that was given rather than found has no segments."""
    found = language.detect(record.text)
    if found.lang == record.lang or record.lang not in LANGUAGES:
        return found
    return language.Language(record.lang, 1.0, "given")


def _same(
    marked: Marked, old: dict[str, Event], days: Sequence[Date], regions: Regions
) -> Event | None:
    """The event found before that a region without its id tells: the same type with a trigger that overlaps."""
    candidates = [
        (any(Marked.of(event, days).trigger[0] == span for span in marked.trigger), event_id)
        for event_id, event in old.items()
        if event_id not in regions.by_id and event.event_type == marked.event_type
        and any(s.start < end and start < s.end for s in event.trigger for start, end in marked.trigger)
    ]  # fmt: skip
    return old.pop(max(candidates)[1]) if candidates else None


def _entities(found: Record, regions: Regions) -> list[Entity]:
    known = {(e.start, e.end, e.label, e.kind, e.entity_id): e for e in found.entities}
    ids = {(e.text, e.label): e.entity_id for e in found.entities if e.entity_id and e.kind == "name"}
    spans = {(e.start, e.end): e for e in found.entities}
    out: dict[Pair, Entity] = {}
    for _, region, label in regions.of("entity"):
        text = found.text[region.start : region.end]
        kind = region.values.get("kind", CHOICES["kind"][2])
        entity_id = region.values.get("entity_id")
        if entity_id is None and region.span not in spans and kind == "name":
            entity_id = ids.get((text, cast(Any, label)))  # noqa: TC006
        made = Entity(region.start, region.end, text, cast(Any, label), cast(Any, kind), entity_id)  # noqa: TC006
        if region.span in out and out[region.span].label != label:
            raise TaskError(f"{regions.quoted(region)} is marked as {out[region.span].label} and as {label}")
        out[region.span] = known.get((made.start, made.end, made.label, made.kind, made.entity_id), made)
    return sorted(out.values(), key=lambda e: (e.start, -e.end))


def _dates(found: Record, regions: Regions, read: Mapping[Pair, Date]) -> list[Date]:
    """:param read: what we read in the text ourselves, which values a new date that nobody gave one."""
    given = {f"d{i}": date for i, date in enumerate(found.dates)}
    spans = {(d.start, d.end): d for d in found.dates}
    out: dict[Pair, Date] = {}
    for name, region, kind in regions.of("date"):
        if region.span in out:
            raise TaskError(f"{regions.quoted(region)} is marked as a date twice")
        edtf, timex = region.values.get("edtf"), region.values.get("timex")
        old = given.get(name) or spans.get(region.span)
        ours = spans.get(region.span) or read.get(region.span)
        if ours and ours.type == kind and (
            (ours.edtf, ours.timex) == (edtf, timex) or (name not in given and edtf is timex is None)
        ):
            out[region.span] = ours
        else:
            out[region.span] = _date(region, kind, edtf, timex, old, regions)
    for (_, end), (start, _) in pairwise(sorted(out)):
        if start < end:
            raise TaskError(f"two dates overlap at {start}-{end}")
    return [out[span] for span in sorted(out)]


def _date(
    region: Region, kind: str, edtf: str | None, timex: str | None, old: Date | None, regions: Regions
) -> Date:
    try:
        first, last = dates.edtf_bounds(edtf) if edtf else (None, None)
    except ValueError as error:
        raise TaskError(f"the date {regions.quoted(region)}: {edtf!r} is no EDTF value; write 2019-05") from error
    calendrical = kind in ("DATE", "TIME")
    if edtf and calendrical and (timex is None or (old and timex == old.timex and edtf != old.edtf)):
        timex = calendar.timex_of(edtf)
    placed = calendar.timex_of(edtf) if edtf else timex if calendrical else None
    return Date(
        region.start, region.end, regions.text[region.start : region.end], cast(Any, kind), timex, edtf, first, last,  # noqa: TC006
        calendar.precision(placed), old.basis if old else "inferred",
    )  # fmt: skip


def _event(
    marked: Marked, old: Event | None, found: Record, entities: Sequence[Entity], days: Sequence[Date],
    sentences: Sequence[Span],
) -> Event:  # fmt: skip
    text = found.text
    heads = {(r.role, r.start, r.end): r for e in found.events for r in e.roles}
    if old:
        heads |= {(r.role, r.start, r.end): r for r in old.roles}
    ids = {(e.start, e.end): e.entity_id for e in entities}

    def role(key: tuple[str, int, int]) -> Role:
        name, start, end = key
        known = heads.get(key)
        head = known.head if known else _head(start, end, entities)
        entity_id = ids.get((start, end)) or ids.get(head) or (known.entity_id if known else None)
        return Role(name, start, end, text[start:end], head, entity_id)

    order = {(r.role, r.start, r.end): i for i, r in enumerate(old.roles)} if old else {}
    roles = tuple(role(key) for key in sorted(marked.roles, key=lambda key: (order.get(key, len(order)), key[1:], key)))
    said = old.attribution if old else Attribution()
    same_source = marked.source == ((said.source.start, said.source.end) if said.source else None)
    quote = old.quote if old else None
    new = set(marked.trigger) - {(s.start, s.end) for s in old.trigger} if old else marked.trigger
    if quote is None or not all(quote.start <= start and end <= quote.end for start, end in new):
        quote = _quote(text, marked.trigger, sentences)
    first = "-".join(map(str, marked.trigger[0]))
    return Event(
        event_id=old.event_id if old else stable_id(found.doc_id, "review", marked.event_type, first),
        event_type=marked.event_type, trigger=tuple(Span(*span) for span in marked.trigger), roles=roles,
        time=_time(marked, old, found, days), modality=cast(Any, marked.modality),  # noqa: TC006
        polarity=cast(Any, marked.polarity), status=cast(Any, marked.status),  # noqa: TC006
        attribution=Attribution(
            cast(Any, marked.attribution),  # noqa: TC006
            Span(*marked.source) if marked.source else None,
            said.source_id if same_source else ids.get(marked.source or (0, 0)),
            Span(*marked.cue) if marked.cue else None,
            said.n_anonymous_sources if same_source else None,
        ),
        quote=quote, confidence=1.0, rule=old.rule if old else "review",
        subtype=old.subtype if old and old.event_type == marked.event_type else None, flags=old.flags if old else (),
    )  # fmt: skip


def _time(marked: Marked, old: Event | None, found: Record, days: Sequence[Date]) -> EventTime | None:
    """The event's own value of its date, unless the date has another one now."""
    if marked.time is None:
        return None
    place = next(i for i, day in enumerate(days) if (day.start, day.end) == marked.time)
    if old and old.time and found.dates[old.time.date] == days[place]:
        return EventTime(old.time.edtf, place)
    return EventTime(days[place].edtf, place)


def _head(start: int, end: int, entities: Sequence[Entity]) -> Pair:
    """The one name inside, else all of it."""
    inside = [(e.start, e.end) for e in entities if start <= e.start and e.end <= end and e.kind == "name"]
    return inside[0] if len(inside) == 1 else (start, end)


def _quote(text: str, trigger: Sequence[Pair], sentences: Sequence[Span]) -> Quote:
    """The sentences that the trigger touches."""
    touched = [s for s in sentences if any(s.start < end and start < s.end for start, end in trigger)]
    start = min([s.start for s in touched] + [start for start, _ in trigger])
    end = max([s.end for s in touched] + [end for _, end in trigger])
    return Quote(start, end, text[start:end])


# -------------------------------------------------------------------------------------------------------------- changes


def _judged(
    event: Event, decision: Decision, known: Marked | None, marked: Marked, found: Record, note: str | None,
    confidence: float | None,
) -> Iterator[Change]:  # fmt: skip
    """One row that says how the event was judged, and for a corrected one a row for each field that changed."""
    was = None if confidence is None else f"confidence {confidence:g}"
    yield Change(decision, "event", event.event_id, was=was, value=event.event_type, note=note)
    if decision != "corrected" or known is None:
        return
    for name in Marked.__slots__:
        before, after = (_told(getattr(one, name), found.text) for one in (known, marked))
        if before != after:
            yield Change("corrected", name, event.event_id, was=before, value=after)


def _told(value: Any, text: str) -> str | None:
    """A value of :class:`Marked` in words."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, frozenset):
        return "; ".join(f"{role} {start}-{end} {text[start:end]}" for role, start, end in sorted(value)) or None
    spans = value if isinstance(value[0], tuple) else (value,)
    return " … ".join(f"{start}-{end} {text[start:end]}" for start, end in spans)


def _changed(name: str, before: Sequence[Entity | Date], after: Sequence[Entity | Date]) -> Iterator[Change]:
    old, new = ({(row.start, row.end): row for row in rows} for rows in (before, after))
    for span in sorted(old.keys() | new.keys()):
        one, other = old.get(span), new.get(span)
        if one != other:
            decision: Decision = "added" if one is None else "rejected" if other is None else "corrected"
            yield Change(decision, name, None, *(_row_told(row) if row else None for row in (one, other)))


def _row_told(row: Entity | Date) -> str:
    said = [row.label, row.kind, row.entity_id] if isinstance(row, Entity) else [row.type, row.edtf, row.timex]
    return " ".join([f"{row.start}-{row.end}", row.text, *filter(None, said)])
