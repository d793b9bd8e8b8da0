"""The events of a store as a data frame."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from depesche.records import AttributionKind, DateBasis, Modality, Polarity, Precision, Status
from depesche.resources import LANGUAGES, load
from depesche.store.opening import reading
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import pandas as pd

_VOCABULARY: dict[str, tuple[str, ...]] = {
    "lang": LANGUAGES, "modality": get_args(Modality), "polarity": get_args(Polarity), "status": get_args(Status),
    "date_precision": get_args(Precision), "date_basis": get_args(DateBasis),
    "attribution_kind": get_args(AttributionKind), "subtype": (), "plover": (), "cameo_root": (),
    "review_status": ("unreviewed", "accepted", "corrected", "added", "rejected", "stale"),
}
"""Columns that take one of few values, in the order of the format; values that it does not know come behind."""
_SHARED = ("event_id", "event_type", "modality", "polarity")
"""What all mentions of an event have in common."""


def event_frame(path: Path) -> pd.DataFrame:
    """One row a mention, its own columns first, then those of the event it was merged into, named ``event_…``.

    :raises StoreError: when ``path`` cannot be read.
    """
    mine, events = TABLES["event_mentions"], {k: v for k, v in TABLES["events"].items() if k not in _SHARED}
    kinds = mine | {f"event_{column}": kind for column, kind in events.items()}
    with reading(path) as connection:
        chosen = [f"m.{column}" for column in mine] + [f"e.{column} AS event_{column}" for column in events]
        frame = connection.execute(f"""
            SELECT {", ".join(chosen)} FROM event_mentions m LEFT JOIN events e USING (event_id)
            ORDER BY m.date_start NULLS LAST, m.doc_id, m.quote_start, m.mention_id""").df()  # noqa: S608 names are ours
    for column, kind in kinds.items():
        frame[column] = _typed(frame[column], kind, _categories(column))
    return frame


def _categories(column: str) -> tuple[str, ...] | None:
    name = column.removeprefix("event_") if column not in TABLES["event_mentions"] else column
    return tuple(load("events")) if name == "event_type" else _VOCABULARY.get(name)


def _typed(series: pd.Series[Any], kind: str, known: tuple[str, ...] | None) -> pd.Series[Any]:
    import pandas as pd

    if known is not None:
        more = sorted(set(series.dropna()) - set(known))
        return pd.Series(pd.Categorical(series, categories=[*known, *more]))
    if kind == "VARCHAR[]":
        return pd.Series([[] if cell is None or cell is pd.NA else list(cell) for cell in series], dtype="object")
    dtypes = {"BIGINT": "Int64", "INTEGER": "Int64", "DOUBLE": "float64", "DATE": "datetime64[s]"}
    typed: pd.Series[Any] = series.astype(dtypes.get(kind, "str"))  # type: ignore[call-overload]
    return typed
