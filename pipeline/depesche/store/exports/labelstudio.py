"""Tasks for Label Studio with everything that was found marked in advance, and what its labelling screen looks like.

One task is one document. Entities, dates, triggers and role fillers are regions of the text; a relation, whichever way
it points, joins a trigger to a filler, to its date, or to another of its parts. Regions carry their values as choices
and fields. Offsets are code points, as Label Studio counts them. ``data.record`` of a task is the record that it was
made from, so that what a person changed can be told from what was there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from xml.sax.saxutils import quoteattr

from depesche.errors import UsageError
from depesche.records import (
    ROLES,
    AttributionKind,
    Date,
    DateType,
    Entity,
    Event,
    Kind,
    Label,
    Modality,
    Polarity,
    Record,
    Span,
    Status,
)
from depesche.resources import load
from depesche.store.exports.records import records
from depesche.store.exports.tables import rows
from depesche.store.reviews import STALE
from depesche.store.rows import sha256

if TYPE_CHECKING:
    import duckdb

Json = dict[str, Any]

TASKS, CONFIG = "tasks.json", "labels.xml"
PART, SOURCE, CUE = "trigger part", "source", "cue"
CHOICES: dict[str, tuple[str, tuple[str, ...], str]] = {
    "modality": ("event", get_args(Modality), "asserted"),
    "polarity": ("event", get_args(Polarity), "positive"),
    "status": ("event", get_args(Status), "unknown"),
    "attribution": ("event", get_args(AttributionKind), "author"),
    "kind": ("entity", get_args(Kind), "name"),
}
"""Choices of a region: the tag they belong to, their values, and the one that holds where nobody chose."""
FIELDS: dict[str, tuple[str, str]] = {
    "edtf": ("date", "EDTF: 2019-05, 2019-05-03, 2023-04/2023-06, XXXX-04-25"),
    "timex": ("date", "TIMEX3: 2019-05, P18M, PAST_REF"),
    "entity_id": ("entity", "Wikidata id or key: Q160120, US-BIS-EL"),
    "note": ("event", "note for your colleagues"),
}
"""Free text of a region: the tag it belongs to, and what the empty field says."""
_COLOURS = {"event": "#b91c1c", "role": "#1d4ed8", "date": "#047857", "entity": "#a16207"}
_CONTROL = str.maketrans(dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " "))


@cache
def marks() -> dict[str, tuple[str, ...]]:
    """What a region may be, by the name of its tag."""
    return {
        "event": tuple(load("events")),
        "role": (*ROLES, PART, SOURCE, CUE),
        "date": get_args(DateType),
        "entity": get_args(Label),
    }


@dataclass(frozen=True, slots=True)
class Choice:
    """Which documents to review, those with the least certain mention first.

    :param types: only documents with such events, and of these only such events; empty for all.
    :param below: only documents with a mention whose confidence is below. :param again: reviewed ones too.
    """

    types: tuple[str, ...] = ()
    below: float | None = None
    limit: int | None = None
    again: bool = False


def write_labelstudio(
    connection: duckdb.DuckDBPyConnection, folder: Path, choice: Choice | None = None
) -> Iterator[tuple[str, int]]:
    """``tasks.json`` to import and ``labels.xml``, the labelling interface to set up, which has no rows.

    :raises UsageError: there is no such event type.
    """
    choice = choice or Choice()
    for name in choice.types:
        if name not in marks()["event"]:
            raise UsageError(f"{name}: no such event type; there are {', '.join(marks()['event'])}")
    chosen = _chosen(connection, choice)
    found = {record.doc_id: record for record in records(connection, list(chosen))}
    tasks = [_task(found[doc_id], choice.types, stale=stale) for doc_id, stale in chosen.items()]
    (folder / TASKS).write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    yield TASKS, len(tasks)
    (folder / CONFIG).write_text(config(), encoding="utf-8", newline="\n")
    yield CONFIG, 0


def shown(text: str) -> str:
    """The text as a browser shows it, each character in its place: control characters become spaces."""
    return text.translate(_CONTROL)


def config() -> str:
    """The labelling interface: what regions may be, and what they carry."""
    lines = ["<View>", '  <Header value="$title" size="4"/>', '  <Header value="$note" size="5"/>']
    for tag, labels in marks().items():
        if tag == "event":
            lines.append('  <Filter name="find_event" toName="event" minlength="0" placeholder="find an event type"/>')
        lines.append(f'  <Labels name="{tag}" toName="text" showInline="true">')
        lines += [f'    <Label value="{label}" background="{_COLOURS[tag]}"/>' for label in labels]
        lines.append("  </Labels>")
    lines.append('  <Text name="text" value="$text" saveTextResult="yes"/>')
    for name, (tag, values, _) in CHOICES.items():
        lines.append(f'  <View visibleWhen="region-selected" whenTagName="{tag}"><Header value="{name}" size="6"/>')
        lines.append(f'    <Choices name="{name}" toName="text" perRegion="true" showInline="true">')
        lines += [f'      <Choice value="{value}"/>' for value in values]
        lines.append("    </Choices></View>")
    for name, (tag, hint) in FIELDS.items():
        lines.append(f'  <View visibleWhen="region-selected" whenTagName="{tag}"><Header value="{name}" size="6"/>')
        lines.append(
            f'    <TextArea name="{name}" toName="text" perRegion="true" editable="true" maxSubmissions="1" '
            f"placeholder={quoteattr(hint)}/></View>"
        )
    return "\n".join([*lines, "</View>", ""])


def _chosen(connection: duckdb.DuckDBPyConnection, choice: Choice) -> dict[str, bool]:
    """The documents to review, each with whether it was reviewed before its text changed."""
    types = list(choice.types) or None
    found = rows(connection, f"""
        SELECT d.doc_id, d.doc_id IN ({STALE})
        FROM documents d
        LEFT JOIN event_mentions m ON m.doc_id = d.doc_id AND m.review_status IS DISTINCT FROM 'rejected'
             AND ($types IS NULL OR list_contains($types::VARCHAR[], m.event_type))
        LEFT JOIN reviewed_documents r ON r.doc_sha256 = d.doc_sha256
             AND (r.event_types IS NULL OR ($types IS NOT NULL AND list_has_all(r.event_types, $types::VARCHAR[])))
        WHERE d.set_aside IS NULL
        GROUP BY d.doc_id
        HAVING ($types IS NULL OR count(m.mention_id) > 0) AND ($below IS NULL OR min(m.confidence) < $below::DOUBLE)
           AND ($again OR count(r.doc_id) = 0)
        ORDER BY min(m.confidence) NULLS LAST, d.doc_id LIMIT $most""", {  # noqa: S608 the query is ours
            "types": types, "below": choice.below, "again": choice.again,
            "most": (1 << 62) if choice.limit is None else choice.limit,
        })  # fmt: skip
    return dict(found)


def _task(record: Record, types: Sequence[str], *, stale: bool) -> Json:
    """A document as a task; of a store that does not know where a trigger stands, all of its quote is the trigger."""
    record = replace(record, events=tuple(
        event if event.trigger else replace(event, trigger=(Span(event.quote.start, event.quote.end),))
        for event in record.events
        if (not types or event.event_type in types) and (event.trigger or event.quote.start < event.quote.end)
    ))  # fmt: skip
    note = f"Only {', '.join(types)}." if types else ""
    note += " This text has changed since it was reviewed." if stale else ""
    return {
        "data": {
            "text": shown(record.text), "title": shown(record.title or record.doc_id), "note": note.strip(),
            "doc_id": record.doc_id, "doc_sha256": sha256(record.text), "event_types": list(types),
            "record": record.to_json(),
        },
        "predictions": [{
            "model_version": "depesche",
            "score": min((event.confidence for event in record.events), default=1.0),
            "result": results(record),
        }],
    }  # fmt: skip


def results(record: Record) -> list[Json]:
    """A record as Label Studio has it: regions, what they carry, and relations between them."""
    text = shown(record.text)
    made: list[Json] = []
    for i, entity in enumerate(record.entities):
        made += _entity(f"n{i}", text, entity)
    for i, date in enumerate(record.dates):
        made += _date(f"d{i}", text, date)
    fillers: dict[tuple[str, int, int], str] = {}
    for event in record.events:
        made += _event(event, text, fillers)
    return made


def _entity(region: str, text: str, entity: Entity) -> Iterator[Json]:
    yield _label(region, text, entity.start, entity.end, "entity", entity.label)
    yield _value(region, entity.start, entity.end, "kind", entity.kind)
    if entity.entity_id:
        yield _value(region, entity.start, entity.end, "entity_id", entity.entity_id)


def _date(region: str, text: str, date: Date) -> Iterator[Json]:
    yield _label(region, text, date.start, date.end, "date", date.type)
    for name, value in (("edtf", date.edtf), ("timex", date.timex)):
        if value:
            yield _value(region, date.start, date.end, name, value)


def _event(event: Event, text: str, fillers: dict[tuple[str, int, int], str]) -> Iterator[Json]:
    """:param fillers: ids of the regions made so far by label and span: events share them."""
    first, *more = event.trigger
    region = event.event_id
    yield _label(region, text, first.start, first.end, "event", event.event_type)
    for name, value in (("modality", event.modality), ("polarity", event.polarity), ("status", event.status),
                        ("attribution", event.attribution.kind)):  # fmt: skip
        yield _value(region, first.start, first.end, name, value)
    if event.time:
        yield _relation(region, f"d{event.time.date}")
    said = [(SOURCE, event.attribution.source), (CUE, event.attribution.cue)]
    places = [(PART, span.start, span.end) for span in more]
    places += [(role.role, role.start, role.end) for role in event.roles]
    places += [(name, span.start, span.end) for name, span in said if span]
    for name, start, end in places:
        filler = fillers.get((name, start, end))
        if filler is None:
            filler = fillers[name, start, end] = f"r{len(fillers)}"
            yield _label(filler, text, start, end, "role", name)
        yield _relation(region, filler)


def _label(region: str, text: str, start: int, end: int, tag: str, label: str) -> Json:
    value = {"start": start, "end": end, "text": text[start:end], "labels": [label]}
    return {"id": region, "from_name": tag, "to_name": "text", "type": "labels", "value": value}


def _value(region: str, start: int, end: int, name: str, content: str) -> Json:
    kind, key = ("choices", "choices") if name in CHOICES else ("textarea", "text")
    value = {"start": start, "end": end, key: [content]}
    return {"id": region, "from_name": name, "to_name": "text", "type": kind, "value": value}


def _relation(source: str, target: str) -> Json:
    return {"type": "relation", "from_id": source, "to_id": target, "direction": "right", "labels": []}
