"""The shared event table: one DuckDB file that readers only ever see whole.

A run collects finished shards beside the file. :func:`publish` writes them into a copy in one transaction and puts
the copy in the file's place: a reader sees the old state or the new one, and a kill at any moment leaves one of them.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche import merge
from depesche.errors import StoreError
from depesche.ingest import Failure
from depesche.records import Event, Record, Role, stable_id
from depesche.resources import load

if TYPE_CHECKING:
    import duckdb

TABLES: dict[str, dict[str, str]] = {
    "documents": {
        "doc_id": "VARCHAR", "lang": "VARCHAR", "lang_score": "DOUBLE", "set_aside": "VARCHAR", "title": "VARCHAR",
        "source": "VARCHAR", "published_edtf": "VARCHAR", "published_basis": "VARCHAR", "sender": "VARCHAR",
        "recipients": "VARCHAR", "author": "VARCHAR", "flags": "VARCHAR[]", "meta": "VARCHAR", "text": "VARCHAR",
        "doc_sha256": "VARCHAR", "path": "VARCHAR", "ordinal": "BIGINT", "member": "VARCHAR",
        "fingerprint": "VARCHAR", "run_id": "VARCHAR",
    },
    "entities": {
        "entity_id": "VARCHAR", "label": "VARCHAR", "name": "VARCHAR", "n_mentions": "BIGINT", "n_documents": "BIGINT",
    },
    "entity_mentions": {
        "doc_id": "VARCHAR", "sentence": "INTEGER", "entity_id": "VARCHAR", "label": "VARCHAR", "kind": "VARCHAR",
        "text": "VARCHAR", "start_char": "BIGINT", "end_char": "BIGINT",
    },
    "dates": {
        "doc_id": "VARCHAR", "sentence": "INTEGER", "text": "VARCHAR", "start_char": "BIGINT", "end_char": "BIGINT",
        "type": "VARCHAR", "timex": "VARCHAR", "edtf": "VARCHAR", "date_start": "DATE", "date_end": "DATE",
        "date_precision": "VARCHAR", "date_basis": "VARCHAR",
    },
    "event_mentions": {
        "mention_id": "VARCHAR", "event_id": "VARCHAR", "doc_id": "VARCHAR", "lang": "VARCHAR", "sentence": "INTEGER",
        "event_type": "VARCHAR", "subtype": "VARCHAR", "plover": "VARCHAR", "cameo_root": "VARCHAR",
        "agent": "VARCHAR", "agent_id": "VARCHAR", "target": "VARCHAR", "target_id": "VARCHAR",
        "addressee": "VARCHAR", "beneficiary": "VARCHAR", "co_agent": "VARCHAR",
        "instrument": "VARCHAR", "instrument_id": "VARCHAR", "object": "VARCHAR", "topic": "VARCHAR",
        "place": "VARCHAR", "amount": "VARCHAR", "reason": "VARCHAR",
        "time_text": "VARCHAR", "time_edtf": "VARCHAR", "date_start": "DATE", "date_end": "DATE",
        "date_precision": "VARCHAR", "date_basis": "VARCHAR",
        "modality": "VARCHAR", "polarity": "VARCHAR", "status": "VARCHAR",
        "attribution_kind": "VARCHAR", "source": "VARCHAR", "source_id": "VARCHAR",
        "n_anonymous_sources": "INTEGER", "cue": "VARCHAR",
        "trigger_text": "VARCHAR", "quote": "VARCHAR", "quote_start": "BIGINT", "quote_end": "BIGINT",
        "doc_sha256": "VARCHAR",
        "confidence": "DOUBLE", "flags": "VARCHAR[]", "rule": "VARCHAR", "model_version": "VARCHAR",
        "run_id": "VARCHAR", "review_status": "VARCHAR",
    },
    "event_roles": {
        "mention_id": "VARCHAR", "doc_id": "VARCHAR", "role": "VARCHAR", "text": "VARCHAR", "entity_id": "VARCHAR",
        "start_char": "BIGINT", "end_char": "BIGINT", "head_start": "BIGINT", "head_end": "BIGINT",
    },
    "events": {
        "event_id": "VARCHAR", "event_type": "VARCHAR", "agent": "VARCHAR", "target": "VARCHAR",
        "addressee": "VARCHAR", "instrument": "VARCHAR", "object": "VARCHAR", "time_edtf": "VARCHAR",
        "date_start": "DATE", "date_end": "DATE", "modality": "VARCHAR", "polarity": "VARCHAR", "status": "VARCHAR",
        "n_mentions": "INTEGER", "n_documents": "INTEGER", "langs": "VARCHAR[]", "conflicts": "VARCHAR[]",
        "confidence": "DOUBLE",
    },
    "event_links": {"from_id": "VARCHAR", "to_id": "VARCHAR", "relation": "VARCHAR"},
    "runs": {
        "run_id": "VARCHAR", "started_at": "TIMESTAMP", "finished_at": "TIMESTAMP", "version": "VARCHAR",
        "model_version": "VARCHAR", "arguments": "VARCHAR",
    },
    "failures": {
        "doc_id": "VARCHAR", "reason": "VARCHAR", "message": "VARCHAR", "path": "VARCHAR", "ordinal": "BIGINT",
        "member": "VARCHAR", "fingerprint": "VARCHAR", "run_id": "VARCHAR",
    },
    "reviews": {
        "review_id": "VARCHAR", "mention_id": "VARCHAR", "doc_id": "VARCHAR", "decision": "VARCHAR",
        "field": "VARCHAR", "value": "VARCHAR", "reviewer": "VARCHAR", "reviewed_at": "TIMESTAMP", "note": "VARCHAR",
    },
}
"""Columns of every table, in order. Readable names first, bookkeeping last."""

ROLE_COLUMNS = (
    "agent", "target", "addressee", "beneficiary", "co_agent", "instrument", "object", "topic", "place", "amount",
    "reason",
)


def _first_schema() -> str:
    tables = (
        f"CREATE TABLE {name} ({', '.join(f'{column} {kind}' for column, kind in columns.items())});"
        for name, columns in TABLES.items()
    )
    return "CREATE TABLE schema_version (version INTEGER);" + "".join(tables)


MIGRATIONS: dict[int, str] = {1: _first_schema()}
"""SQL that leads to each schema version from the one before. A released entry is never edited: a change of
:data:`TABLES` comes with a new entry, and the first one is then frozen as text."""


@dataclass(frozen=True, slots=True)
class Item:
    """What one input gave: its place, what it was, and the documents and failures read from it."""

    path: str
    ordinal: int
    member: str | None
    fingerprint: str
    records: tuple[Record, ...]
    failures: tuple[Failure, ...]


# --- opening ---------------------------------------------------------------------------------------------------


@contextlib.contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A read-only connection.

    :raises StoreError: when ``path`` is missing, no store of ours, or of a newer schema than this version reads.
    """
    import duckdb

    if not path.is_file():
        raise StoreError(f"{path}: no such store; `depesche run PATH… -o {path}` makes one")
    try:
        connection = duckdb.connect(str(path), read_only=True)
    except duckdb.Error as error:
        raise StoreError(f"{path}: cannot be opened as a store ({str(error).splitlines()[0]})") from error
    try:
        version = _version(connection, path)
        if version < max(MIGRATIONS):
            raise StoreError(
                f"{path}: has schema {version}, older than {max(MIGRATIONS)}; any `depesche run` on it migrates it"
            )
        yield connection
    finally:
        connection.close()


@contextlib.contextmanager
def reading_or_none(path: Path) -> Iterator[duckdb.DuckDBPyConnection | None]:
    """As :func:`reading`, with None for a store that does not exist yet."""
    if path.exists():
        with reading(path) as connection:
            yield connection
    else:
        yield None


def is_current(path: Path) -> bool:
    """Is there a store of the newest schema?

    :raises StoreError: when the file is no store of ours or newer than this version.
    """
    import duckdb

    if not path.exists():
        return False
    try:
        with contextlib.closing(duckdb.connect(str(path), read_only=True)) as connection:
            return _version(connection, path) == max(MIGRATIONS)
    except duckdb.Error as error:
        raise StoreError(f"{path}: cannot be opened as a store ({str(error).splitlines()[0]})") from error


def has_stale(path: Path, walked: Mapping[str, int]) -> bool:
    """Does the store hold rows of inputs that their files no longer have?"""
    with reading(path) as connection:
        _register_walked(connection, walked)
        found = any(
            _value(connection, f"SELECT count(*) FROM {table} WHERE {STALE.format(table)}")  # noqa: S608
            for table in ("documents", "failures")
        )
        connection.unregister("walked")
        return found


def _value(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> Any:
    """The one value of a query; all of its result is fetched, as DuckDB wants before the next one."""
    return connection.execute(query, list(values)).fetchall()[0][0]


def _version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise StoreError(f"{path}: is a DuckDB file, but not a store of Depesche; choose another name")
    version = int(_value(connection, "SELECT max(version) FROM schema_version"))
    if version > max(MIGRATIONS):
        raise StoreError(f"{path}: has schema {version}, this version reads up to {max(MIGRATIONS)}; update depesche")
    return version


def migrate(connection: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Bring a store to the newest schema, one version at a time, all in the caller's transaction."""
    version = _version(connection, path)
    for step in range(version + 1, max(MIGRATIONS) + 1):
        connection.execute(MIGRATIONS[step])
        connection.execute("DELETE FROM schema_version")
        connection.execute("INSERT INTO schema_version VALUES (?)", [step])


# --- writing ---------------------------------------------------------------------------------------------------


def publish(
    path: Path,
    shards: Iterable[Sequence[Item]],
    *,
    walked: Mapping[str, int],
    run: Mapping[str, Any],
) -> None:
    """Write finished shards into the store, replacing what their inputs gave before.

    :param walked: for each file that was walked to its end, how many inputs it has now: rows of later ones go.
    :param run: the row of table ``runs``; its ``started_at`` is kept from the first time the run was seen.
    :raises StoreError: when the file is no store of ours.
    """
    import duckdb

    draft = path.with_name(path.name + ".draft")
    draft.unlink(missing_ok=True)
    if path.exists():
        shutil.copyfile(path, draft)
    try:
        try:
            connection = duckdb.connect(str(draft))
        except duckdb.Error as error:
            raise StoreError(f"{path}: cannot be opened as a store ({str(error).splitlines()[0]})") from error
        with contextlib.closing(connection):
            connection.execute("BEGIN")
            migrate(connection, path)
            for items in shards:
                _replace_items(connection, items, run)
            _register_walked(connection, walked)
            _delete_inputs(connection, STALE)
            connection.unregister("walked")
            _rebuild(connection)
            _note_run(connection, run)
            connection.execute("COMMIT")
            connection.execute("CHECKPOINT")
        _sync(draft)
        draft.replace(path)
        _sync(path.parent)
    finally:
        draft.unlink(missing_ok=True)
        Path(f"{draft}.wal").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _note_run(connection: duckdb.DuckDBPyConnection, run: Mapping[str, Any]) -> None:
    started = _value(connection, "SELECT min(started_at) FROM runs WHERE run_id = ?", [run["run_id"]])
    connection.execute("DELETE FROM runs WHERE run_id = ?", [run["run_id"]])
    _insert(connection, "runs", [{**run, "started_at": str(started or run["started_at"])}])


def _insert(connection: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
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


STALE = "EXISTS (SELECT 1 FROM walked w WHERE w.path = {0}.path AND {0}.ordinal >= w.count)"
REPLACED = "({0}.path, {0}.ordinal) IN (SELECT path, ordinal FROM incoming_keys)"


def _register_walked(connection: duckdb.DuckDBPyConnection, walked: Mapping[str, int]) -> None:
    import pyarrow as pa

    connection.register("walked", pa.table({
        "path": pa.array(list(walked), pa.string()), "count": pa.array(list(walked.values()), pa.int64()),
    }))


def _delete_inputs(connection: duckdb.DuckDBPyConnection, condition: str) -> None:
    """Delete what the inputs that fulfil ``condition`` (on the table put for ``{0}``) gave."""
    ours = f"SELECT doc_id FROM documents WHERE {condition.format('documents')}"  # noqa: S608 all names are ours
    for table in ("entity_mentions", "dates", "event_mentions", "event_roles"):
        connection.execute(f"DELETE FROM {table} WHERE doc_id IN ({ours})")  # noqa: S608
    for table in ("documents", "failures"):
        connection.execute(f"DELETE FROM {table} WHERE {condition.format(table)}")  # noqa: S608


def _replace_items(connection: duckdb.DuckDBPyConnection, items: Sequence[Item], run: Mapping[str, Any]) -> None:
    import pyarrow as pa

    if not items:
        return
    keys = pa.table({"path": [i.path for i in items], "ordinal": pa.array([i.ordinal for i in items], pa.int64())})
    connection.register("incoming_keys", keys)
    _delete_inputs(connection, REPLACED)
    connection.unregister("incoming_keys")
    taken = _taken(connection, [r.doc_id for item in items for r in item.records])
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for item in items:
        failures = list(item.failures)
        for record in item.records:
            sha = stable_sha(record.text)
            placed = _place(record, item, sha, taken)
            if isinstance(placed, Failure):
                failures.append(placed)
                continue
            for name, more in _rows(placed, item, sha, run).items():
                rows[name].extend(more)
        for failure in failures:
            rows["failures"].append({
                "doc_id": failure.doc_id, "reason": failure.reason, "message": failure.message, "path": item.path,
                "ordinal": item.ordinal, "member": failure.member, "fingerprint": item.fingerprint,
                "run_id": run["run_id"],
            })
    for name, more in rows.items():
        _insert(connection, name, more)


def _taken(connection: duckdb.DuckDBPyConnection, doc_ids: list[str]) -> dict[str, str]:
    import pyarrow as pa

    connection.register("incoming_ids", pa.table({"doc_id": pa.array(doc_ids, pa.string())}))
    rows = connection.execute(
        "SELECT doc_id, doc_sha256 FROM documents WHERE doc_id IN (SELECT doc_id FROM incoming_ids)"
    ).fetchall()
    connection.unregister("incoming_ids")
    return dict(rows)


def _place(record: Record, item: Item, sha: str, taken: dict[str, str]) -> Record | Failure:
    """The record under an id that is free. The same text under the same id is one document, not two."""
    doc_id = record.doc_id
    if taken.get(doc_id) == sha:
        message = f"{item.path}: the same text as document {doc_id}, which is in the store already"
        return Failure(doc_id, item.path, item.ordinal, item.member, "duplicate", message)
    if doc_id in taken:
        doc_id = f"{record.doc_id}~{stable_id(item.path, item.ordinal, record.doc_id)[:8]}"
        events = tuple(replace(e, event_id=stable_id(doc_id, e.event_id)) for e in record.events)
        record = replace(record, doc_id=doc_id, events=events)
    taken[doc_id] = sha
    return record


def stable_sha(text: str) -> str:
    """SHA-256 of the text in UTF-8."""
    import hashlib

    return hashlib.sha256(text.encode("utf-8")).hexdigest()


# --- rows ------------------------------------------------------------------------------------------------------


def _rows(record: Record, item: Item, sha: str, run: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    sentence = _sentence_finder(record)
    return {
        "documents": [_document_row(record, item, sha, run)],
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
    }


def _sentence_finder(record: Record) -> Any:
    from bisect import bisect_right

    starts = [s.start for s in record.sentences]
    return lambda offset: max(bisect_right(starts, offset) - 1, 0)


def _document_row(record: Record, item: Item, sha: str, run: Mapping[str, Any]) -> dict[str, Any]:
    meta = dict(record.meta)
    recipients = meta.get("recipients", [])
    return {
        "doc_id": record.doc_id, "lang": record.lang, "lang_score": record.lang_score,
        "set_aside": None if record.lang in ("de", "en") else f"language {record.lang}: not German or English",
        "title": record.title, "source": record.source, "published_edtf": record.published.edtf,
        "published_basis": record.published.basis, "sender": meta.get("sender"),
        "recipients": recipients if isinstance(recipients, str) else "; ".join(recipients) or None,
        "author": meta.get("author"), "flags": list(meta.get("flags", [])),
        "meta": json.dumps(meta, ensure_ascii=False, sort_keys=True), "text": record.text, "doc_sha256": sha,
        "path": item.path, "ordinal": item.ordinal, "member": item.member, "fingerprint": item.fingerprint,
        "run_id": run["run_id"],
    }


def ontology() -> dict[str, dict[str, Any]]:
    """The event types by code."""
    return {entry["code"]: entry for entry in load("gold/ontology.json")["event_types"]}


def mention_row(record: Record, event: Event) -> dict[str, Any]:
    """The columns of ``event_mentions`` that an event and its document decide by themselves."""
    kind = ontology()[event.event_type]
    date = record.dates[event.time.date] if event.time else None
    source = event.attribution.source
    cue = event.attribution.cue
    row: dict[str, Any] = {
        "mention_id": event.event_id, "doc_id": record.doc_id, "lang": record.lang, "event_type": event.event_type,
        "subtype": event.subtype, "plover": kind["plover"], "cameo_root": kind["cameo_root"] or None,
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
    return row


def _joined(roles: Sequence[Role], role: str, value: Any) -> str | None:
    values = [value(r) for r in roles if r.role == role]
    return "; ".join(v for v in values if v) or None


# --- what spans documents --------------------------------------------------------------------------------------


def _rebuild(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the tables that join documents anew from the mentions."""
    for table in ("entities", "events", "event_links"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    connection.execute("""
        INSERT INTO entities
        WITH known AS (SELECT * FROM entity_mentions WHERE entity_id IS NOT NULL),
             names AS (SELECT entity_id, label, text, count(*) AS n FROM known GROUP BY ALL),
             totals AS (SELECT entity_id, count(*) AS n, count(DISTINCT doc_id) AS docs FROM known GROUP BY entity_id)
        SELECT entity_id, arg_max(label, (names.n, label, text)), arg_max(text, (names.n, text)),
               any_value(totals.n), any_value(totals.docs)
        FROM names JOIN totals USING (entity_id) GROUP BY entity_id ORDER BY entity_id""")
    merged, links = merge.merge(_mentions(connection))
    _insert(connection, "events", [_event_row(event) for event in merged])
    _insert(connection, "event_links", [
        {"from_id": link.from_id, "to_id": link.to_id, "relation": link.relation} for link in links
    ])
    import pyarrow as pa

    pairs = [(m.mention_id, event.event_id) for event in merged for m in event.mentions]
    connection.register("clusters", pa.table({
        "mention_id": pa.array([p[0] for p in pairs], pa.string()),
        "event_id": pa.array([p[1] for p in pairs], pa.string()),
    }))
    connection.execute(
        "UPDATE event_mentions SET event_id = clusters.event_id FROM clusters "
        "WHERE clusters.mention_id = event_mentions.mention_id "
        "AND event_mentions.event_id IS DISTINCT FROM clusters.event_id"
    )
    connection.unregister("clusters")


def _mentions(connection: duckdb.DuckDBPyConnection) -> Iterator[merge.Mention]:
    types = ontology()
    cursor = connection.execute("""
        SELECT m.mention_id, m.doc_id, m.lang, m.event_type, m.modality, m.polarity, m.status, m.time_edtf,
               m.confidence, list((r.role, r.entity_id, r.text) ORDER BY r.start_char) FILTER (r.role IS NOT NULL)
        FROM event_mentions m LEFT JOIN event_roles r USING (mention_id)
        GROUP BY ALL ORDER BY m.mention_id""")
    while rows := cursor.fetchmany(10_000):
        for mention_id, doc_id, lang, event_type, modality, polarity, status, edtf, confidence, roles in rows:
            ids: dict[str, set[str]] = {}
            names: dict[str, list[str]] = {}
            for role, entity_id, text in roles or []:
                names.setdefault(role, []).append(text)
                if entity_id and role in merge.PARTICIPANTS:
                    ids.setdefault(role, set()).add(entity_id)
            yield merge.Mention(
                mention_id=mention_id, doc_id=doc_id, lang=lang, event_type=event_type,
                group=types[event_type]["group"], modality=modality, polarity=polarity, status=status, edtf=edtf,
                ids={role: frozenset(some) for role, some in ids.items()},
                names={role: "; ".join(some) for role, some in names.items()}, confidence=confidence,
            )


def _event_row(event: merge.Merged) -> dict[str, Any]:
    from depesche.dates import edtf_bounds

    first = event.mentions[0]
    start, end = edtf_bounds(event.edtf) if event.edtf else (None, None)

    def best(role: str) -> str | None:
        counts = Counter(m.names[role] for m in event.mentions if role in m.names)
        return max(counts, key=lambda name: (counts[name], len(name), name)) if counts else None

    return {
        "event_id": event.event_id, "event_type": first.event_type,
        **{role: best(role) for role in ("agent", "target", "addressee", "instrument", "object")},
        "time_edtf": event.edtf, "date_start": start, "date_end": end, "modality": first.modality,
        "polarity": first.polarity, "status": Counter(sorted(m.status for m in event.mentions)).most_common(1)[0][0],
        "n_mentions": len(event.mentions), "n_documents": len({m.doc_id for m in event.mentions}),
        "langs": sorted({m.lang for m in event.mentions}), "conflicts": list(event.conflicts),
        "confidence": max(m.confidence for m in event.mentions),
    }


# --- reading back ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Known:
    """:param failure: reason code of what was set aside when this input was last read, if anything was."""

    fingerprint: str
    failure: str | None


def known(connection: duckdb.DuckDBPyConnection, keys: Sequence[tuple[str, int]]) -> dict[tuple[str, int], Known]:
    """What the store holds of these inputs, by (path, ordinal)."""
    import pyarrow as pa

    connection.register("asked", pa.table({
        "path": pa.array([k[0] for k in keys], pa.string()), "ordinal": pa.array([k[1] for k in keys], pa.int64()),
    }))
    rows = connection.execute("""
        SELECT path, ordinal, min(fingerprint), min(reason) FROM (
            SELECT path, ordinal, fingerprint, NULL AS reason FROM documents UNION ALL
            SELECT path, ordinal, fingerprint, reason FROM failures)
        WHERE (path, ordinal) IN (SELECT path, ordinal FROM asked)
        GROUP BY path, ordinal""").fetchall()
    connection.unregister("asked")
    return {(path, ordinal): Known(fingerprint, reason) for path, ordinal, fingerprint, reason in rows}


def event_rows(
    connection: duckdb.DuckDBPyConnection, *, event_type: str | None = None, limit: int = 200
) -> list[dict[str, Any]]:
    """Merged events in order of time, undated ones last, each with the source and the quotes of its mentions."""
    cursor = connection.execute("""
        SELECT e.event_id, e.event_type, e.time_edtf, e.date_start::VARCHAR AS date_start,
               e.agent, e.target, e.addressee, e.object, e.instrument,
               e.modality, e.polarity, e.status, e.n_mentions, e.n_documents, e.langs, e.conflicts,
               max(m.instrument_id) AS instrument_id, max(m.source) AS source,
               min(m.attribution_kind) AS attribution_kind, list(DISTINCT m.quote ORDER BY m.quote) AS quotes
        FROM events e JOIN event_mentions m USING (event_id)
        WHERE ? IS NULL OR e.event_type = ?
        GROUP BY ALL ORDER BY date_start NULLS LAST, e.time_edtf NULLS LAST, e.event_type, min(m.doc_id),
                 min(m.quote_start), e.event_id
        LIMIT ?""", [event_type, event_type, limit])
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def export(path: Path, folder: Path, form: str) -> dict[Path, int]:
    """Write every table to ``folder/TABLE.FORM`` and return the number of rows by file.

    A CSV starts with a byte order mark, without which spreadsheet programs garble umlauts.

    :param form: csv, parquet or jsonl. :raises StoreError: when the store or the folder cannot be used.
    """
    options = {"csv": "FORMAT csv, HEADER", "parquet": "FORMAT parquet, COMPRESSION zstd", "jsonl": "FORMAT json"}[form]
    written: dict[Path, int] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be used as a folder ({error.strerror})") from error
    with reading(path) as connection:
        for table, columns in TABLES.items():
            order = ", ".join(list(columns)[:4])
            target = folder / f"{table}.{form}"
            draft = folder / f".{table}.{form}.part"
            quoted = str(draft).replace("'", "''")
            connection.execute(f"COPY (SELECT * FROM {table} ORDER BY {order}) TO '{quoted}' ({options})")  # noqa: S608
            if form == "csv":
                _with_mark(draft)
            draft.replace(target)
            written[target] = int(_value(connection, f"SELECT count(*) FROM {table}"))  # noqa: S608
    return written


def _with_mark(path: Path) -> None:
    marked = path.with_suffix(".mark")
    with path.open("rb") as plain, marked.open("wb") as out:
        out.write(b"\xef\xbb\xbf")
        shutil.copyfileobj(plain, out)
    marked.replace(path)
