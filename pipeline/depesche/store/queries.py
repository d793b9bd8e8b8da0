"""Reading a store back: what it holds of an input, its events for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import duckdb

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
               e.modality, e.polarity, e.status, e.n_mentions, e.n_documents, e.n_sources, e.langs, e.conflicts,
               max(m.instrument_id) AS instrument_id, max(m.source) AS source,
               min(m.attribution_kind) AS attribution_kind, list(DISTINCT m.quote ORDER BY m.quote) AS quotes
        FROM events e JOIN event_mentions m USING (event_id)
        WHERE ? IS NULL OR e.event_type = ?
        GROUP BY ALL ORDER BY date_start NULLS LAST, e.time_edtf NULLS LAST, e.event_type, min(m.doc_id),
                 min(m.quote_start), e.event_id
        LIMIT ?""", [event_type, event_type, limit])
    names = [column[0] for column in cursor.description or ()]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
