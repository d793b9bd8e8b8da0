"""Publishing finished shards: a copy is written in one transaction and put in the store's place."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche import duplicates
from depesche.errors import StoreError
from depesche.ingest import Failure
from depesche.records import Record, stable_id
from depesche.store import joining, reviews
from depesche.store.opening import migrate, reading, value
from depesche.store.reviews import Review
from depesche.store.rows import Item, insert, rows_of, sha256
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

def publish(
    path: Path,
    shards: Iterable[Sequence[Item]],
    *,
    walked: Mapping[str, int],
    run: Mapping[str, Any],
) -> list[Record]:
    """Write finished shards into the store, replacing what their inputs gave before.

    :returns: the records that were left out as copies of a document that is there already.
    :param walked: for each file that was walked to its end, how many inputs it has now: rows of later ones go.
    :param run: the row of table ``runs``; its ``started_at`` is kept from the first time the run was seen.
    :raises StoreError: when the file is no store of ours.
    """
    with _draft(path) as connection:
        joining.begin(connection)
        copies = [copy for items in shards for copy in _replace_items(connection, items, run)]
        _register_walked(connection, walked)
        _delete_inputs(connection, STALE)
        connection.unregister("walked")
        _finish(connection)
        _note_run(connection, run)
    return copies


def keep_reviews(path: Path, found: Sequence[Review]) -> None:
    """Write reviews into the store and their rows in the place of those that were there.

    :raises StoreError: when the file is no store of ours.
    """
    if not found:
        return
    texts = [review.sha for review in found]
    with _draft(path) as connection:
        joining.begin(connection)
        known = reviews.known(connection, texts)
        for review in found:
            known[review.sha] = reviews.joined(known.get(review.sha), review)
            document, changes = reviews.review_rows(known[review.sha])
            connection.execute("DELETE FROM reviewed_documents WHERE doc_sha256 = ?", [review.sha])
            insert(connection, "reviewed_documents", [document])
            insert(connection, "reviews", changes)
        documents = _rows(connection, "documents", "doc_sha256 IN (SELECT unnest(?::VARCHAR[]))", [texts])
        chosen = [[row["doc_id"] for row in documents]]
        ours = "doc_id IN (SELECT unnest(?::VARCHAR[]))"
        rows = {table: _rows(connection, table, ours, chosen) for table in reviews.FOUND}
        joining.note(connection, chosen[0])
        for table in reviews.FOUND:
            connection.execute(f"DELETE FROM {table} WHERE {ours}", chosen)  # noqa: S608
        for table, some in reviews.applied(rows, documents, known).items():
            insert(connection, table, some)
        joining.note(connection, chosen[0])
        _finish(connection)


def _finish(connection: duckdb.DuckDBPyConnection) -> None:
    """Mark the rows whose text has changed since it was reviewed, and bring up to date what joins documents."""
    connection.execute("UPDATE event_mentions SET review_status = 'unreviewed' WHERE review_status = 'stale'")
    connection.execute(f"UPDATE event_mentions SET review_status = 'stale' WHERE doc_id IN ({reviews.STALE})")  # noqa: S608
    _sign_all(connection)
    joining.finish(connection)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Alone with the store, as far as other writers are concerned.

    :raises StoreError: when another one is writing it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(f".{path.name}.lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise StoreError(f"{path}: another run is writing it; wait for it, or choose another name") from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error
    try:
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _draft(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of the store, migrated, that takes the store's place when the block ends well."""
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
            yield connection
            connection.execute("COMMIT")
            connection.execute("CHECKPOINT")
        _sync(draft)
        draft.replace(path)
        _sync(path.parent)
    finally:
        draft.unlink(missing_ok=True)
        Path(f"{draft}.wal").unlink(missing_ok=True)


def has_stale(path: Path, walked: Mapping[str, int]) -> bool:
    """Does the store hold rows of inputs that their files no longer have?"""
    with reading(path) as connection:
        _register_walked(connection, walked)
        found = any(
            value(connection, f"SELECT count(*) FROM {table} WHERE {STALE.format(table)}")  # noqa: S608
            for table in ("documents", "failures")
        )
        connection.unregister("walked")
        return found


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _note_run(connection: duckdb.DuckDBPyConnection, run: Mapping[str, Any]) -> None:
    started = value(connection, "SELECT min(started_at) FROM runs WHERE run_id = ?", [run["run_id"]])
    connection.execute("DELETE FROM runs WHERE run_id = ?", [run["run_id"]])
    insert(connection, "runs", [{**run, "started_at": str(started or run["started_at"])}])


def _rows(
    connection: duckdb.DuckDBPyConnection, table: str, condition: str, values: Sequence[Any]
) -> list[dict[str, Any]]:
    """Rows as :func:`insert` takes them, in the order in which they were written."""
    columns = TABLES[table]
    cells = [f"{name}::VARCHAR" if kind in ("DATE", "TIMESTAMP") else name for name, kind in columns.items()]
    query = f"SELECT {', '.join(cells)} FROM {table} WHERE {condition} ORDER BY rowid"  # noqa: S608 names are ours
    return [dict(zip(columns, row, strict=True)) for row in connection.execute(query, list(values)).fetchall()]


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
    joining.note(connection, [row[0] for row in connection.execute(ours).fetchall()])
    gone = ("entity_mentions", "dates", "event_mentions", "event_roles", "event_spans", "document_signatures",
            "mention_blocks")  # fmt: skip
    for table in gone:
        connection.execute(f"DELETE FROM {table} WHERE doc_id IN ({ours})")  # noqa: S608
    for table in ("documents", "failures"):
        connection.execute(f"DELETE FROM {table} WHERE {condition.format(table)}")  # noqa: S608


def _replace_items(
    connection: duckdb.DuckDBPyConnection, items: Sequence[Item], run: Mapping[str, Any]
) -> list[Record]:
    import pyarrow as pa

    if not items:
        return []
    keys = pa.table({"path": [i.path for i in items], "ordinal": pa.array([i.ordinal for i in items], pa.int64())})
    connection.register("incoming_keys", keys)
    _delete_inputs(connection, REPLACED)
    connection.unregister("incoming_keys")
    taken = _taken(connection, [r.doc_id for item in items for r in item.records])
    rows: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    copies: list[Record] = []
    for item in items:
        failures = list(item.failures)
        for record in item.records:
            sha = sha256(record.text)
            placed = _place(record, item, sha, taken)
            if isinstance(placed, Failure):
                failures.append(placed)
                copies.append(record)
                continue
            for name, more in rows_of(placed, item, sha, run).items():
                rows[name].extend(more)
        for failure in failures:
            rows["failures"].append({
                "doc_id": failure.doc_id, "reason": failure.reason, "message": failure.message, "path": item.path,
                "ordinal": item.ordinal, "member": failure.member, "fingerprint": item.fingerprint,
                "run_id": run["run_id"],
            })
    known = reviews.known(connection, {row["doc_sha256"] for row in rows["documents"]})
    for name, more in {**rows, **reviews.applied(rows, rows["documents"], known)}.items():
        insert(connection, name, more)
    texts = {row["doc_id"]: row["text"] for row in rows["documents"]}
    _sign(connection, texts)
    joining.note(connection, list(texts))
    return copies


def _sign(connection: duckdb.DuckDBPyConnection, texts: Mapping[str, str]) -> None:
    import pyarrow as pa

    connection.register("signed", pa.table({
        "doc_id": pa.array(list(texts), pa.string()),
        "signature": pa.array([duplicates.signature(text) for text in texts.values()], pa.binary()),
    }))
    connection.execute("INSERT INTO document_signatures SELECT doc_id, signature FROM signed")
    connection.unregister("signed")


def _sign_all(connection: duckdb.DuckDBPyConnection) -> None:
    """Sign the documents of a store that is older than signatures."""
    _sign(connection, dict(connection.execute(
        "SELECT doc_id, text FROM documents WHERE doc_id NOT IN (SELECT doc_id FROM document_signatures)").fetchall()))


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
