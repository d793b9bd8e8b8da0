"""What a shard gave, as a parquet file: the same bytes wherever it was written."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

from depesche import remote, store
from depesche.ingest import Failure
from depesche.records import Record


@dataclass(frozen=True, slots=True)
class Done:
    """What one entry gave: records as JSON lines, so that only their text travels between processes."""

    path: str
    ordinal: int
    member: str | None
    fingerprint: str
    n_bytes: int
    records: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    unchanged: bool = False
    failed_before: str | None = None
    langs: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()


def write(path: str, results: Sequence[Done]) -> None:
    """Write all but what is unchanged, so that others see the part whole or not at all.

    :param path: may be an address.
    :raises OSError: it cannot be written there.
    """
    import pyarrow as pa
    from pyarrow import parquet

    failure = pa.struct([(f.name, pa.int64() if f.name == "ordinal" else pa.string()) for f in fields(Failure)])
    words = pa.list_(pa.string())
    schema = pa.schema([
        ("path", pa.string()), ("ordinal", pa.int64()), ("member", pa.string()), ("fingerprint", pa.string()),
        ("n_bytes", pa.int64()), ("records", pa.large_list(pa.large_string())), ("failures", pa.list_(failure)),
        ("langs", words), ("event_types", words),
    ])
    rows = [{name: _value(getattr(done, name)) for name in schema.names} for done in results if not done.unchanged]
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="zstd")
    remote.write_bytes(path, out.getvalue())


def _value(value: Any) -> Any:
    if not isinstance(value, tuple):
        return value
    return [{f.name: getattr(one, f.name) for f in fields(one)} if isinstance(one, Failure) else one for one in value]


def read(path: str) -> list[Done]:
    """:raises OSError: it cannot be read, or is no part."""
    import pyarrow as pa
    from pyarrow import parquet

    try:
        rows = parquet.read_table(io.BytesIO(remote.read_bytes(path))).to_pylist()
    except pa.ArrowException as error:
        raise OSError(f"{path}: is no part of a run ({error})") from error
    return [
        Done(
            row["path"], row["ordinal"], row["member"], row["fingerprint"], row["n_bytes"], tuple(row["records"]),
            tuple(Failure(**failure) for failure in row["failures"]), langs=tuple(row["langs"]),
            event_types=tuple(row["event_types"]),
        )
        for row in rows
    ]  # fmt: skip


def items(path: str) -> list[store.Item]:
    """What the store wants of a part."""
    return [
        store.Item(
            done.path, done.ordinal, done.member, done.fingerprint,
            tuple(Record.from_json(json.loads(record)) for record in done.records), done.failures,
        )
        for done in read(path)
    ]  # fmt: skip
