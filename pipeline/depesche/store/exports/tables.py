"""Every table as it is: Parquet, JSON lines, and one SQLite file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.store.opening import value
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

_SQLITE = {"BIGINT": "INTEGER", "INTEGER": "INTEGER", "DOUBLE": "REAL"}


def rows(
    connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] | Mapping[str, Any] = ()
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query, a few thousand at a time; several queries may be read side by side."""
    with closing(connection.cursor()) as cursor:
        cursor.execute(query, values)
        while some := cursor.fetchmany(5_000):
            yield from some


def table_rows(connection: duckdb.DuckDBPyConnection, table: str) -> Iterator[tuple[Any, ...]]:
    """A table in the one order that depends on nothing but its rows."""
    return rows(connection, f"SELECT {', '.join(TABLES[table])} FROM {table} ORDER BY ALL")  # noqa: S608 names are ours


def write_lines(path: Path, objects: Iterator[dict[str, Any]]) -> int:
    """Write JSON lines and return how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for count, one in enumerate(objects, 1):  # noqa: B007 the last one is the count
            out.write(json.dumps(one, ensure_ascii=False) + "\n")
    return count


def plain(cell: Any) -> Any:
    """A value for programs that know text and numbers alone: lists as JSON, dates as ISO."""
    if isinstance(cell, list):
        return json.dumps(cell, ensure_ascii=False)
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    return cell.isoformat() if isinstance(cell, date) else cell


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """One file a table, types and lists kept."""
    yield from _copied(connection, folder, "parquet", "FORMAT parquet, COMPRESSION zstd")


def write_jsonl(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """One file a table, one object a row."""
    yield from _copied(connection, folder, "jsonl", "FORMAT json")


def _copied(
    connection: duckdb.DuckDBPyConnection, folder: Path, suffix: str, options: str
) -> Iterator[tuple[str, int]]:
    for table, columns in TABLES.items():
        name = f"{table}.{suffix}"
        quoted = str(folder / name).replace("'", "''")
        source = f"SELECT {', '.join(columns)} FROM {table} ORDER BY ALL"  # noqa: S608 names are ours
        connection.execute(f"COPY ({source}) TO '{quoted}' ({options})")
        yield name, int(value(connection, f"SELECT count(*) FROM {table}"))  # noqa: S608


def write_sqlite(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """One file with every table, lists as JSON text, dates as ISO text, an index on each column of ids."""
    import sqlite3

    name, count = "events.sqlite", 0
    with closing(sqlite3.connect(folder / name, isolation_level=None)) as target:
        target.execute("PRAGMA journal_mode = OFF")
        target.execute("BEGIN")
        for table, columns in TABLES.items():
            kinds = ", ".join(f'"{column}" {_SQLITE.get(kind, "TEXT")}' for column, kind in columns.items())
            target.execute(f'CREATE TABLE "{table}" ({kinds})')
            marks = ", ".join("?" * len(columns))
            cells = (tuple(plain(cell) for cell in row) for row in table_rows(connection, table))
            count += target.executemany(f'INSERT INTO "{table}" VALUES ({marks})', cells).rowcount  # noqa: S608
            for column in columns:
                if column.endswith("_id"):
                    target.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')
        target.execute("COMMIT")
    yield name, count
