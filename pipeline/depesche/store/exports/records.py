"""The records that a store was made from, as far as it holds them: what ``depesche annotate`` writes, built again.

A store has no offsets of sentences and stretches of language: those lists are empty. Of triggers, sources and cues it
has the words; where these stand once in the quote, their offsets are certain and given, else the list is empty or the
value null. Every other value is the record's own.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.records import (
    Attribution,
    Date,
    Entity,
    Event,
    EventTime,
    Published,
    Quote,
    Record,
    Role,
    Span,
)
from depesche.store.exports.tables import rows, write_lines

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]

_PARTS = ("entity_mentions", "dates", "event_mentions", "event_roles")


def write_records(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """``records.jsonl``, one document a line."""
    name = "records.jsonl"
    yield name, write_lines(folder / name, (record.to_json() for record in records(connection)))


def records(connection: duckdb.DuckDBPyConnection) -> Iterator[Record]:
    """All documents with what was found in them, by ``doc_id``; the id of an event is that of its mention."""
    parts = {table: _Parts(connection, table) for table in _PARTS}
    for document in _dicts(connection, "SELECT * FROM documents ORDER BY doc_id"):
        of = {table: found.of(document["doc_id"]) for table, found in parts.items()}
        dates = tuple(map(_date, of["dates"]))
        roles: dict[str, list[Row]] = {}
        for role in of["event_roles"]:
            roles.setdefault(role["mention_id"], []).append(role)
        yield Record(
            doc_id=document["doc_id"], lang=document["lang"], lang_score=document["lang_score"], text=document["text"],
            title=document["title"], source=document["source"],
            published=Published(document["published_edtf"], document["published_basis"] or "unknown"),
            entities=tuple(map(_entity, of["entity_mentions"])), dates=dates,
            events=tuple(_event(row, roles.get(row["mention_id"], ()), dates) for row in of["event_mentions"]),
            meta=json.loads(document["meta"] or "{}"),
        )


class _Parts:
    """The rows of a table by document, read along with the documents, whose order it shares.

    Within a document they come as they were written, which is the order of its record.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, table: str) -> None:
        found = _dicts(connection, f"SELECT * FROM {table} ORDER BY doc_id, rowid")  # noqa: S608 names are ours
        self.groups = groupby(found, itemgetter("doc_id"))
        self.next: tuple[str, list[Row]] | None = None

    def of(self, doc_id: str) -> list[Row]:
        while self.next is None or self.next[0] < doc_id:
            key, group = next(self.groups, (None, ()))
            if key is None:
                return []
            self.next = key, list(group)
        return self.next[1] if self.next[0] == doc_id else []


def _dicts(connection: duckdb.DuckDBPyConnection, query: str) -> Iterator[Row]:
    names = [column[0] for column in connection.execute(f"DESCRIBE {query}").fetchall()]
    return (dict(zip(names, row, strict=True)) for row in rows(connection, query))


def _entity(row: Row) -> Entity:
    return Entity(row["start_char"], row["end_char"], row["text"], row["label"], row["kind"], row["entity_id"])


def _date(row: Row) -> Date:
    first, last = (day.isoformat() if day else None for day in (row["date_start"], row["date_end"]))
    return Date(row["start_char"], row["end_char"], row["text"], row["type"], row["timex"], row["edtf"], first, last,
                row["date_precision"], row["date_basis"])


def _event(row: Row, roles: Sequence[Row], dates: Sequence[Date]) -> Event:
    quote = Quote(row["quote_start"], row["quote_end"], row["quote"])
    triggers = [_only(quote, part) for part in row["trigger_text"].split(" … ")]
    return Event(
        event_id=row["mention_id"], event_type=row["event_type"],
        trigger=tuple(span for span in triggers if span) if all(triggers) else (),
        roles=tuple(
            Role(r["role"], r["start_char"], r["end_char"], r["text"], (r["head_start"], r["head_end"]), r["entity_id"])
            for r in roles
        ),
        time=_time(row, quote, dates), modality=row["modality"], polarity=row["polarity"], status=row["status"],
        attribution=Attribution(
            row["attribution_kind"], _only(quote, row["source"]), row["source_id"], _only(quote, row["cue"]),
            row["n_anonymous_sources"],
        ),
        quote=quote, confidence=row["confidence"], rule=row["rule"], subtype=row["subtype"],
        flags=tuple(row["flags"] or ()),
    )


def _only(quote: Quote, words: str | None) -> Span | None:
    """Where the words stand in the quote, if they stand there once; an "es" inside of another word is none."""
    if not words:
        return None
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", quote.text)]
    if len(found) != 1:
        return None
    start = quote.start + found[0]
    return Span(start, start + len(words))


def _time(row: Row, quote: Quote, dates: Sequence[Date]) -> EventTime | None:
    """The date with the event's words and days that stands nearest to the quote."""
    if row["time_text"] is None:
        return None
    first, last = (day.isoformat() if day else None for day in (row["date_start"], row["date_end"]))
    fitting = [
        (max(quote.start - d.start, d.end - quote.end, 0), index) for index, d in enumerate(dates)
        if (d.text, d.date_start, d.date_end, d.precision) == (row["time_text"], first, last, row["date_precision"])
    ]
    return EventTime(row["time_edtf"], min(fitting)[1]) if fitting else None
