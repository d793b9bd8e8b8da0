"""The records that a store was made from, as far as it holds them: what ``depesche annotate`` writes, built again.

A store has no offsets of sentences and stretches of language: those lists are empty. Where a store of an older version
has no offsets of triggers, sources and cues, but their words, and these stand once in the quote, their offsets are
certain and given; else the list is empty or the value null. Every other value is the record's own. Rows that a person
rejected are no part of a record.
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
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

Row = dict[str, Any]

_PARTS = ("entity_mentions", "dates", "event_mentions", "event_roles", "event_spans")


def write_records(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """``records.jsonl``, one document a line."""
    name = "records.jsonl"
    yield name, write_lines(folder / name, (record.to_json() for record in records(connection)))


def records(connection: duckdb.DuckDBPyConnection, doc_ids: Sequence[str] | None = None) -> Iterator[Record]:
    """All documents with what was found in them, by ``doc_id``; the id of an event is that of its mention.

    :param doc_ids: only these documents.
    """
    parts = {table: _Parts(connection, table, doc_ids) for table in _PARTS}
    for document in _dicts(connection, "documents", "doc_id", doc_ids):
        of = {table: found.of(document["doc_id"]) for table, found in parts.items()}
        dates = tuple(map(_date, of["dates"]))
        roles, spans = (_by_mention(of[table]) for table in ("event_roles", "event_spans"))
        yield Record(
            doc_id=document["doc_id"], lang=document["lang"], lang_score=document["lang_score"], text=document["text"],
            title=document["title"], source=document["source"],
            published=Published(document["published_edtf"], document["published_basis"] or "unknown"),
            entities=tuple(map(_entity, of["entity_mentions"])), dates=dates,
            events=tuple(
                _event(row, roles.get(row["mention_id"], ()), spans.get(row["mention_id"], ()), dates)
                for row in of["event_mentions"] if row["review_status"] != "rejected"
            ),
            meta=json.loads(document["meta"] or "{}"),
        )


class _Parts:
    """The rows of a table by document, read along with the documents, whose order it shares.

    Within a document they come as they were written, which is the order of its record.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, table: str, doc_ids: Sequence[str] | None) -> None:
        found = _dicts(connection, table, "doc_id, rowid", doc_ids)
        self.groups = groupby(found, itemgetter("doc_id"))
        self.next: tuple[str, list[Row]] | None = None

    def of(self, doc_id: str) -> list[Row]:
        while self.next is None or self.next[0] < doc_id:
            key, group = next(self.groups, (None, ()))
            if key is None:
                return []
            self.next = key, list(group)
        return self.next[1] if self.next[0] == doc_id else []


def _dicts(
    connection: duckdb.DuckDBPyConnection, table: str, order: str, doc_ids: Sequence[str] | None
) -> Iterator[Row]:
    chosen = "" if doc_ids is None else "WHERE doc_id IN (SELECT unnest(?::VARCHAR[]))"
    names = list(TABLES[table])
    query = f"SELECT {', '.join(names)} FROM {table} {chosen} ORDER BY {order}"  # noqa: S608 names are ours
    values = [] if doc_ids is None else [list(doc_ids)]
    return (dict(zip(names, row, strict=True)) for row in rows(connection, query, values))


def _entity(row: Row) -> Entity:
    return Entity(row["start_char"], row["end_char"], row["text"], row["label"], row["kind"], row["entity_id"])


def _date(row: Row) -> Date:
    first, last = (day.isoformat() if day else None for day in (row["date_start"], row["date_end"]))
    return Date(row["start_char"], row["end_char"], row["text"], row["type"], row["timex"], row["edtf"], first, last,
                row["date_precision"], row["date_basis"])


def _by_mention(rows: Sequence[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row["mention_id"], []).append(row)
    return found


def _event(row: Row, roles: Sequence[Row], stored: Sequence[Row], dates: Sequence[Date]) -> Event:
    quote = Quote(row["quote_start"], row["quote_end"], row["quote"])
    spans = _parts(row, stored, quote)
    return Event(
        event_id=row["mention_id"], event_type=row["event_type"],
        trigger=tuple(spans["trigger"]),
        roles=tuple(
            Role(r["role"], r["start_char"], r["end_char"], r["text"], (r["head_start"], r["head_end"]), r["entity_id"])
            for r in roles
        ),
        time=_time(row, quote, dates), modality=row["modality"], polarity=row["polarity"], status=row["status"],
        attribution=Attribution(
            row["attribution_kind"], next(iter(spans["source"]), None), row["source_id"],
            next(iter(spans["cue"]), None), row["n_anonymous_sources"],
        ),
        quote=quote, confidence=row["confidence"], rule=row["rule"], subtype=row["subtype"],
        flags=tuple(row["flags"] or ()),
    )


def _parts(row: Row, stored: Sequence[Row], quote: Quote) -> dict[str, list[Span]]:
    """The spans of trigger, source and cue."""
    found: dict[str, list[Span]] = {"trigger": [], "source": [], "cue": []}
    for one in stored:
        found[one["part"]].append(Span(one["start_char"], one["end_char"]))
    if not stored:
        triggers = [_only(quote, part) for part in row["trigger_text"].split(" … ")]
        found["trigger"] = [span for span in triggers if span] if all(triggers) else []
        for name in ("source", "cue"):
            found[name] = [span for span in [_only(quote, row[name])] if span]
    return found


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
