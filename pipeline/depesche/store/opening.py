"""Opening a store, and telling one from any other file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.errors import StoreError
from depesche.store.schema import MIGRATIONS

if TYPE_CHECKING:
    import duckdb

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


def value(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> Any:
    """The one value of a query; all of its result is fetched, as DuckDB wants before the next one."""
    return connection.execute(query, list(values)).fetchall()[0][0]


def _version(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    tables = {row[0] for row in connection.execute("SELECT table_name FROM information_schema.tables").fetchall()}
    if not tables:
        return 0
    if "schema_version" not in tables:
        raise StoreError(f"{path}: is a DuckDB file, but not a store of Depesche; choose another name")
    version = int(value(connection, "SELECT max(version) FROM schema_version"))
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
