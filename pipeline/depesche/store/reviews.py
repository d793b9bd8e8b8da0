"""What people said of the rows: kept for good, and put in the rows' place while the text is the one that was read.

``reviews`` only grows: one row for each mention judged and each value changed, with what stood there before.
``reviewed_documents`` has for each text the outcome of all its reviews together, from which its rows are written. It is
the text that is reviewed, under whatever id and from whatever file it comes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from depesche.records import Date, Event, EventTime, Record, stable_id
from depesche.store.opening import reading
from depesche.store.rows import Row, found_rows, sha256
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

Decision = Literal["accepted", "corrected", "rejected", "added"]
FOUND = ("entity_mentions", "dates", "event_mentions", "event_roles", "event_spans")
"""The tables whose rows a review decides on."""


@dataclass(frozen=True, slots=True)
class Change:
    """A row of ``reviews``.

    :param mention_id: None for entities and dates. :param field: what was judged or changed: ``event``, a column or
        role, ``entity``, ``date``.
    """

    decision: Decision
    field: str
    mention_id: str | None = None
    was: str | None = None
    value: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on one text.

    :param record: the text as it was read, with what is right about it: entities, dates, and the events of ``types``.
    :param found: the same with what had been found before.
    :param types: the event types that were looked at; None for all.
    :param decisions: by event id, those of ``found`` that were rejected included.
    :param reviewed_at: ISO, in UTC.
    :param path: of the input that the text came from, with its place there: what tells that it has changed.
    """

    review_id: str
    record: Record
    found: Record
    types: tuple[str, ...] | None
    decisions: Mapping[str, Decision]
    changes: tuple[Change, ...]
    reviewer: str | None
    reviewed_at: str
    path: str | None = None
    ordinal: int | None = None

    @property
    def sha(self) -> str:
        return sha256(self.record.text)

    @property
    def rejected(self) -> list[Event]:
        return [event for event in self.found.events if self.decisions.get(event.event_id) == "rejected"]

    def covers(self, event_type: str) -> bool:
        return self.types is None or event_type in self.types


STALE = """
    SELECT d.doc_id FROM documents d JOIN reviewed_documents r
    ON d.doc_id = r.doc_id OR (d.path = r.path AND d.ordinal = r.ordinal)
    WHERE r.doc_sha256 NOT IN (SELECT doc_sha256 FROM documents)
      AND d.doc_sha256 NOT IN (SELECT doc_sha256 FROM reviewed_documents)"""
"""Documents whose text has changed since it was reviewed: the one reviewed is not in the store any more."""


def kept(path: Path) -> list[Review]:
    """All reviewed texts of a store, also those that have changed since, in the order of their reviews.

    :raises StoreError: when the store cannot be read.
    """
    with reading(path) as connection:
        return list(known(connection).values())


def known(connection: duckdb.DuckDBPyConnection, shas: Iterable[str] | None = None) -> dict[str, Review]:
    """Reviews by SHA-256 of their text. :param shas: only of these texts."""
    names = list(TABLES["reviewed_documents"])
    chosen = "" if shas is None else "WHERE doc_sha256 IN (SELECT unnest(?::VARCHAR[]))"
    query = f"SELECT {', '.join(names)} FROM reviewed_documents {chosen} ORDER BY reviewed_at, doc_sha256"  # noqa: S608
    rows = connection.execute(query, [] if shas is None else [list(shas)]).fetchall()
    return {row[names.index("doc_sha256")]: _review(dict(zip(names, row, strict=True))) for row in rows}


def review_rows(review: Review) -> tuple[Row, list[Row]]:
    """The row of ``reviewed_documents`` and those of ``reviews``."""
    stamp = {"doc_id": review.record.doc_id, "doc_sha256": review.sha, "review_id": review.review_id,
             "reviewer": review.reviewer, "reviewed_at": review.reviewed_at}  # fmt: skip
    document = stamp | {
        "event_types": None if review.types is None else list(review.types),
        "decisions": json.dumps(review.decisions, sort_keys=True),
        "record": json.dumps(review.record.to_json(), ensure_ascii=False),
        "found": json.dumps(replace(review.found, text="").to_json(), ensure_ascii=False),
        "path": review.path, "ordinal": review.ordinal,
    }
    return document, [
        stamp | {"mention_id": c.mention_id, "decision": c.decision, "field": c.field, "was": c.was, "value": c.value,
                 "note": c.note}
        for c in review.changes
    ]  # fmt: skip


def joined(old: Review | None, new: Review) -> Review:
    """The new review, with what the old one of the same text says of event types that the new one did not look at."""
    if old is None or new.types is None:
        return new
    taken = {event.event_id for event in new.record.events} | new.decisions.keys()
    others = [e for e in old.record.events if not new.covers(e.event_type) and e.event_id not in taken]
    rejected = [e for e in old.rejected if not new.covers(e.event_type) and e.event_id not in taken]
    kept = {event.event_id for event in [*others, *rejected]}
    return replace(
        new,
        record=_with(new.record, old.record, others), found=_with(new.found, old.found, rejected),
        types=None if old.types is None else tuple(sorted({*old.types, *new.types})),
        decisions={**{i: d for i, d in old.decisions.items() if i in kept}, **new.decisions},
    )  # fmt: skip


def _with(record: Record, other: Record, events: Sequence[Event]) -> Record:
    """The record with events of another record of the same text, and the dates that they point at."""
    spans = {(d.start, d.end): d for d in record.dates}

    def ours(event: Event, dates: Sequence[Date]) -> Date | None:
        if event.time is None:
            return None
        date = dates[event.time.date]
        return spans.get((date.start, date.end), date)

    timed = [(e, ours(e, record.dates)) for e in record.events] + [(e, ours(e, other.dates)) for e in events]
    dates = sorted({*record.dates, *(date for _, date in timed if date)}, key=lambda d: (d.start, d.end))
    place = {date: i for i, date in enumerate(dates)}
    moved = [
        replace(event, time=EventTime(event.time.edtf, place[date])) if event.time and date else event
        for event, date in timed
    ]
    moved.sort(key=lambda event: (event.trigger[0].start, event.event_id))
    return replace(record, dates=tuple(dates), events=tuple(moved))


def applied(
    rows: Mapping[str, Sequence[Row]], documents: Sequence[Row], reviews: Mapping[str, Review]
) -> dict[str, list[Row]]:
    """Rows of the tables :data:`FOUND` as reviews have them.

    Of a text that was reviewed the rows are the review's, but for mentions of event types that it did not look at.

    :param documents: rows with ``doc_id``, ``doc_sha256`` and ``run_id``. :param reviews: by SHA-256 of the text.
    """
    current = {row["doc_id"]: row for row in documents if row["doc_sha256"] in reviews}
    out: dict[str, list[Row]] = {table: [] for table in FOUND}
    before: dict[str, dict[str, list[Row]]] = {doc_id: {table: [] for table in FOUND} for doc_id in current}
    for table in FOUND:
        for row in rows[table]:
            before.get(row["doc_id"], out)[table].append(row)
    for doc_id, document in current.items():
        review = _under(reviews[document["doc_sha256"]], doc_id)
        for table, some in _reviewed(before[doc_id], review, document).items():
            out[table] += some
    return out


def _under(review: Review, doc_id: str) -> Review:
    """The review as one of the same text under another id."""
    if doc_id == review.record.doc_id:
        return review

    def moved(record: Record) -> Record:
        events = tuple(replace(event, event_id=stable_id(doc_id, event.event_id)) for event in record.events)
        return replace(record, doc_id=doc_id, events=events)

    decisions = {stable_id(doc_id, event_id): decision for event_id, decision in review.decisions.items()}
    return replace(review, record=moved(review.record), found=moved(review.found), decisions=decisions)


def _reviewed(rows: Mapping[str, Sequence[Row]], review: Review, document: Row) -> dict[str, list[Row]]:
    said = {e.event_id for e in review.record.events} | review.decisions.keys()
    untouched = [
        row for row in rows["event_mentions"]
        if not review.covers(row["event_type"]) and row["mention_id"] not in said
    ]  # fmt: skip
    run = {"run_id": document["run_id"], "model_version": "review"}
    ours, theirs = (
        found_rows(record, document["doc_sha256"], run)
        for record in (review.record, replace(review.found, events=tuple(review.rejected)))
    )
    before = {row["mention_id"]: row for row in rows["event_mentions"]}
    mentions = [
        {**row, "review_status": review.decisions.get(row["mention_id"], "accepted"),
         "model_version": before.get(row["mention_id"], row)["model_version"]}
        for row in (*ours["event_mentions"], *theirs["event_mentions"])
    ]  # fmt: skip
    ids = {row["mention_id"] for row in untouched}
    return {
        "entity_mentions": ours["entity_mentions"], "dates": ours["dates"],
        "event_mentions": sorted([*untouched, *mentions], key=lambda row: (row["quote_start"], row["mention_id"])),
        **{table: [*(row for row in rows[table] if row["mention_id"] in ids), *ours[table], *theirs[table]]
           for table in ("event_roles", "event_spans")},
    }  # fmt: skip


def _review(row: Row) -> Review:
    record = Record.from_json(json.loads(row["record"]))
    return Review(
        review_id=row["review_id"], record=record,
        found=replace(Record.from_json(json.loads(row["found"])), text=record.text),
        types=None if row["event_types"] is None else tuple(row["event_types"]),
        decisions=json.loads(row["decisions"]), changes=(), reviewer=row["reviewer"],
        reviewed_at=row["reviewed_at"].isoformat(), path=row["path"], ordinal=row["ordinal"],
    )  # fmt: skip
