"""The events of a store as a data frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from depesche.records import AttributionKind, DateBasis, Modality, Polarity, Precision, Status
from depesche.resources import LANGUAGES
from depesche.store.exports.tables import rows
from depesche.store.opening import reading
from depesche.store.rows import ontology
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import pandas as pd

_VOCABULARY: dict[str, tuple[str, ...]] = {
    "lang": LANGUAGES, "modality": get_args(Modality), "polarity": get_args(Polarity), "status": get_args(Status),
    "date_precision": get_args(Precision), "date_basis": get_args(DateBasis),
    "attribution_kind": get_args(AttributionKind), "subtype": (), "plover": (), "cameo_root": (), "review_status": (),
}
"""Columns that take one of few values, in the order of the format; values that it does not know come behind."""
_SHARED = ("event_id", "event_type", "modality", "polarity")
"""What all mentions of an event have in common."""


def event_frame(path: Path) -> pd.DataFrame:
    """One row a mention, its own columns first, then those of the event it was merged into, named ``event_…``.

    :raises StoreError: when ``path`` cannot be read.
    """
    import pandas as pd

    mine, events = TABLES["event_mentions"], {k: v for k, v in TABLES["events"].items() if k not in _SHARED}
    kinds = mine | {f"event_{column}": kind for column, kind in events.items()}
    with reading(path) as connection:
        chosen = [f"m.{column}" for column in mine] + [f"e.{column}" for column in events]
        found = list(rows(connection, f"""
            SELECT {", ".join(chosen)} FROM event_mentions m LEFT JOIN events e USING (event_id)
            ORDER BY m.date_start NULLS LAST, m.doc_id, m.quote_start, m.mention_id"""))  # noqa: S608 names are ours
    values = zip(*found, strict=True) if found else ((),) * len(kinds)
    return pd.DataFrame({
        column: _series(column, kind, list(cells)) for (column, kind), cells in zip(kinds.items(), values, strict=True)
    })


def _series(column: str, kind: str, cells: list[Any]) -> pd.Series[Any]:
    import pandas as pd

    name = column.removeprefix("event_") if column not in TABLES["event_mentions"] else column
    known = tuple(ontology()) if column == "event_type" else _VOCABULARY.get(name)
    if known is not None:
        more = sorted({cell for cell in cells if cell is not None} - set(known))
        return pd.Series(pd.Categorical(cells, categories=[*known, *more]))
    if kind == "DATE":
        return pd.Series(cells, dtype="datetime64[s]")
    if kind == "VARCHAR[]":
        return pd.Series([cell or [] for cell in cells], dtype="object")
    dtypes = {"BIGINT": "Int64", "INTEGER": "Int64", "DOUBLE": "float64"}
    return pd.Series(cells, dtype=dtypes.get(kind, "str"))
