"""What a store becomes for other programs: one writer a format, one entry of :data:`FORMATS` each.

A writer gets a connection and an empty folder, writes its files there and yields their names with the number of rows.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from depesche.errors import StoreError, UsageError
from depesche.store.exports.ftm import write_ftm
from depesche.store.exports.labelstudio import Choice, write_labelstudio
from depesche.store.exports.plover import write_plover
from depesche.store.exports.records import write_records
from depesche.store.exports.sheets import write_csv, write_xlsx
from depesche.store.exports.tables import write_jsonl, write_parquet, write_sqlite
from depesche.store.opening import reading

if TYPE_CHECKING:
    import duckdb

__all__ = ["FORMATS", "Choice", "export", "export_tasks"]

Writer = Callable[["duckdb.DuckDBPyConnection", Path], Iterator[tuple[str, int]]]

FORMATS: dict[str, tuple[Writer, ...]] = {
    "csv": (write_csv,),
    "xlsx": (write_xlsx,),
    "parquet": (write_parquet,),
    "jsonl": (write_jsonl, write_records),
    "sqlite": (write_sqlite,),
    "ftm": (write_ftm,),
    "labelstudio": (write_labelstudio,),
    "plover": (write_plover,),
}


def export(path: Path, folder: Path, form: str) -> dict[Path, int]:
    """Write a store into ``folder`` in one of :data:`FORMATS` and return the number of rows by file.

    Files appear once all of them are written; older ones of the same names are replaced.

    :raises UsageError: when there is no such format. :raises StoreError: when the store or the folder cannot be used.
    """
    if form not in FORMATS:
        raise UsageError(f"{form}: no such format; there are {', '.join(FORMATS)}")
    return _export(path, folder, FORMATS[form])


def export_tasks(path: Path, folder: Path, choice: Choice) -> dict[Path, int]:
    """Write chosen documents as tasks for Label Studio, as :func:`export` does with all that are not reviewed.

    :raises UsageError: there is no such event type. :raises StoreError: when the store or the folder cannot be used.
    """
    return _export(path, folder, (partial(write_labelstudio, choice=choice),))


def _export(path: Path, folder: Path, writers: Sequence[Writer]) -> dict[Path, int]:
    import sqlite3

    import duckdb

    with reading(path) as connection, _drafts(folder) as drafts:
        try:
            written = {name: count for write in writers for name, count in write(connection, drafts)}
            for name in written:
                (drafts / name).replace(folder / name)
        except (OSError, duckdb.IOException, sqlite3.OperationalError) as error:
            raise StoreError(f"{folder}: cannot be written to ({str(error).splitlines()[0]})") from error
    return {folder / name: count for name, count in written.items()}


@contextmanager
def _drafts(folder: Path) -> Iterator[Path]:
    """An empty folder inside ``folder``, gone in the end."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be used as a folder ({error.strerror})") from error
    try:
        drafts = Path(tempfile.mkdtemp(prefix=".export-", dir=folder))
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written to ({error.strerror})") from error
    try:
        yield drafts
    finally:
        shutil.rmtree(drafts, ignore_errors=True)
