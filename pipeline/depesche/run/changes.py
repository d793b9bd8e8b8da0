"""What translations changed, as a data frame."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, get_args

from depesche.compare.records import Finding, FindingType, Operation, Severity
from depesche.run.compare import Pair

if TYPE_CHECKING:
    import pandas as pd

_DTYPES: dict[str, str | tuple[str, ...]] = {
    "id": "str", "type": get_args(FindingType), "operation": get_args(Operation), "source": "str", "target": "str",
    "source_value": "str", "target_value": "str", "severity": get_args(Severity)[::-1], "note": "str",
    "confidence": "float64", "source_start": "Int64", "source_end": "Int64", "target_start": "Int64",
    "target_end": "Int64", "kind": ("translation", "same_story"), "error": "str",
}  # fmt: skip
"""Columns with their types; a tuple holds all values of a category, in their order."""


def change_frame(pairs: Iterable[Pair]) -> pd.DataFrame:
    """One row a finding, in the order of the pairs and of the text.

    A pair that could not be compared is a row with ``error`` alone, one without findings a row of NA but for ``id`` and
    ``kind``.
    """
    import pandas as pd

    rows = [row for pair in pairs for row in _rows(pair)]
    frame = pd.DataFrame(rows, columns=list(_DTYPES))
    for column, dtype in _DTYPES.items():
        known: Any = dtype if isinstance(dtype, str) else pd.CategoricalDtype(list(dtype), ordered=column == "severity")
        frame[column] = frame[column].astype(known)
    return frame


def _rows(pair: Pair) -> list[dict[str, Any]]:
    if pair.comparison is None:
        return [{"id": pair.name, "error": pair.error}]
    known = {"id": pair.name, "kind": pair.comparison.kind}
    return [known | _row(finding) for finding in pair.comparison.findings] or [known]


def _row(finding: Finding) -> dict[str, Any]:
    ours, theirs = finding.source, finding.target
    return {
        "type": finding.type, "operation": finding.operation, "severity": finding.severity, "note": finding.note,
        "source": ours.text if ours else None, "target": theirs.text if theirs else None,
        "source_value": finding.values[0], "target_value": finding.values[1], "confidence": finding.confidence,
        "source_start": ours.start if ours else None, "source_end": ours.end if ours else None,
        "target_start": theirs.start if theirs else None, "target_end": theirs.end if theirs else None,
    }  # fmt: skip
