"""Rows of the tables, made from records."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from depesche.ingest import Failure
from depesche.records import Event, Record, Role, Span
from depesche.resources import LANGUAGES, load
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

ROLE_COLUMNS = (
    "agent", "target", "addressee", "beneficiary", "co_agent", "instrument", "object", "topic", "place", "amount",
    "reason",
)



@dataclass(frozen=True, slots=True)
class Item:
    """What one input gave: its place, what it was, and the documents and failures read from it."""

    path: str
    ordinal: int
    member: str | None
    fingerprint: str
    records: tuple[Record, ...]
    failures: tuple[Failure, ...]


Row = dict[str, Any]


def rows_of(record: Record, item: Item, sha: str, run: Mapping[str, Any]) -> dict[str, list[Row]]:
    return {"documents": [_document_row(record, item, sha, run)], **found_rows(record, sha, run)}


def found_rows(record: Record, sha: str, run: Mapping[str, Any]) -> dict[str, list[Row]]:
    """The rows of what was found in a document, by table, in the order of the record."""
    sentence = _sentence_finder(record)
    return {
        "entity_mentions": [
            {"doc_id": record.doc_id, "sentence": sentence(e.start), "entity_id": e.entity_id, "label": e.label,
             "kind": e.kind, "text": e.text, "start_char": e.start, "end_char": e.end}
            for e in record.entities
        ],
        "dates": [
            {"doc_id": record.doc_id, "sentence": sentence(d.start), "text": d.text, "start_char": d.start,
             "end_char": d.end, "type": d.type, "timex": d.timex, "edtf": d.edtf, "date_start": d.date_start,
             "date_end": d.date_end, "date_precision": d.precision, "date_basis": d.basis}
            for d in record.dates
        ],
        "event_mentions": [
            {**mention_row(record, event), "sentence": sentence(event.trigger[0].start), "doc_sha256": sha,
             "model_version": run["model_version"], "run_id": run["run_id"], "review_status": "unreviewed"}
            for event in record.events
        ],
        "event_roles": [
            {"mention_id": event.event_id, "doc_id": record.doc_id, "role": r.role, "text": r.text,
             "entity_id": r.entity_id, "start_char": r.start, "end_char": r.end, "head_start": r.head[0],
             "head_end": r.head[1]}
            for event in record.events for r in event.roles
        ],
        "event_spans": [
            {"mention_id": event.event_id, "doc_id": record.doc_id, "part": part, "start_char": span.start,
             "end_char": span.end}
            for event in record.events for part, span in _spans(event)
        ],
    }


def _spans(event: Event) -> list[tuple[str, Span]]:
    """Those that are in no other row of the event."""
    said = [("source", event.attribution.source), ("cue", event.attribution.cue)]
    return [*(("trigger", span) for span in event.trigger), *((part, span) for part, span in said if span)]


def _sentence_finder(record: Record) -> Callable[[int], int]:
    starts = [s.start for s in record.sentences]
    return lambda offset: max(bisect_right(starts, offset) - 1, 0)


def _document_row(record: Record, item: Item, sha: str, run: Mapping[str, Any]) -> dict[str, Any]:
    meta = dict(record.meta)
    recipients = meta.get("recipients", [])
    return {
        "doc_id": record.doc_id, "lang": record.lang, "lang_score": record.lang_score,
        "set_aside": None if record.lang in LANGUAGES else f"language {record.lang}: not German or English",
        "title": record.title, "source": record.source, "published_edtf": record.published.edtf,
        "published_basis": record.published.basis, "sender": meta.get("sender"),
        "recipients": recipients if isinstance(recipients, str) else "; ".join(recipients) or None,
        "place": meta.get("place"), "author": meta.get("author"), "flags": list(meta.get("flags", [])),
        "meta": json.dumps(meta, ensure_ascii=False, sort_keys=True), "text": record.text, "doc_sha256": sha,
        "path": item.path, "ordinal": item.ordinal, "member": item.member, "fingerprint": item.fingerprint,
        "run_id": run["run_id"],
    }


def mention_row(record: Record, event: Event) -> dict[str, Any]:
    """The columns of ``event_mentions`` that an event and its document decide by themselves."""
    kind = load("events")[event.event_type]
    date = record.dates[event.time.date] if event.time else None
    source = event.attribution.source
    cue = event.attribution.cue
    return {
        "mention_id": event.event_id, "doc_id": record.doc_id, "lang": record.lang, "event_type": event.event_type,
        "subtype": event.subtype, "plover": kind["plover"], "cameo_root": kind.get("cameo"),
        **{role: _joined(event.roles, role, lambda r: r.text) for role in ROLE_COLUMNS},
        **{f"{role}_id": _joined(event.roles, role, lambda r: r.entity_id)
           for role in ("agent", "target", "instrument")},
        "time_text": date.text if date else None, "time_edtf": event.time.edtf if event.time else None,
        "date_start": date.date_start if date else None, "date_end": date.date_end if date else None,
        "date_precision": date.precision if date else None, "date_basis": date.basis if date else None,
        "modality": event.modality, "polarity": event.polarity, "status": event.status,
        "attribution_kind": event.attribution.kind,
        "source": record.text[source.start : source.end] if source else None,
        "source_id": event.attribution.source_id,
        "n_anonymous_sources": event.attribution.n_anonymous_sources,
        "cue": record.text[cue.start : cue.end] if cue else None,
        "trigger_text": " … ".join(record.text[s.start : s.end] for s in event.trigger),
        "quote": event.quote.text, "quote_start": event.quote.start, "quote_end": event.quote.end,
        "confidence": event.confidence, "flags": list(event.flags), "rule": event.rule,
    }


def _joined(roles: Sequence[Role], role: str, value: Callable[[Role], str | None]) -> str | None:
    values = [value(r) for r in roles if r.role == role]
    return "; ".join(v for v in values if v) or None


def sha256(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    """Append rows to a table; keys that its columns lack are left out, columns that they lack are NULL."""
    if not rows:
        return
    import pyarrow as pa

    arrow = {"BIGINT": pa.int64(), "INTEGER": pa.int32(), "DOUBLE": pa.float64(), "VARCHAR[]": pa.list_(pa.string())}
    columns = TABLES[table]
    schema = pa.schema([(name, arrow.get(kind, pa.string())) for name, kind in columns.items()])
    connection.register("incoming", pa.Table.from_pylist(list(rows), schema=schema))
    casts = ", ".join(f"CAST({name} AS {kind}) AS {name}" for name, kind in columns.items())
    connection.execute(f"INSERT INTO {table} SELECT {casts} FROM incoming")  # noqa: S608 names are ours
    connection.unregister("incoming")
