"""What translations changed, as a data frame."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import depesche
from conftest import ROOT
from depesche.errors import UsageError

PAIRS = ROOT / "notebooks" / "pairs"


def written(folder: Path, text: str, encoding: str = "utf-8-sig") -> Path:
    file = folder / "pairs.csv"
    file.write_text(text, encoding=encoding)
    return file


def test_changes_are_typed_rows_and_nothing_is_lost(tmp_path: Path) -> None:
    same = tmp_path / "same.de.txt", tmp_path / "same.en.txt"
    same[0].write_text("Der Ausschuss tagte am 3. Mai 2019 in Köln.", encoding="utf-8")
    same[1].write_text("The committee met in Cologne on 3 May 2019.", encoding="utf-8")
    rows = [("heat", PAIRS / "heat.de.txt", PAIRS / "heat.en.txt"), ("same", *same), ("gone", "no.de.txt", "no.en.txt")]
    changes = depesche.read_changes(written(tmp_path, "id;source;target\n" + "".join("{};{};{}\n".format(*r) for r in rows)))
    assert list(dict.fromkeys(changes.id)) == ["heat", "same", "gone"]
    unit = changes[changes.type == "unit"].iloc[0]
    assert (unit.operation, unit.source, unit.target, unit.source_value) == ("changed", "40 Kilometer", "40 miles", "40 km")
    text = (PAIRS / "heat.de.txt").read_text(encoding="utf-8")
    assert text[unit.source_start : unit.source_end] == unit.source
    dropped = changes[changes.operation == "dropped"].iloc[0]
    assert pd.isna(dropped.target)
    assert pd.isna(dropped.target_start)
    assert changes[changes.id == "same"][["type", "error"]].isna().all(axis=None)
    assert "does not exist" in changes.set_index("id").error["gone"]
    assert changes.groupby("id").type.count()["same"] == 0
    assert (changes.severity.dropna() <= "high").all()
    assert list(changes.severity.cat.categories) == ["low", "medium", "high"]
    assert str(changes.source_start.dtype) == "Int64"


def test_a_list_in_another_encoding_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"pairs\.csv: is not UTF-8; save it as"):
        depesche.read_changes(written(tmp_path, "id,source,target\nMüller,a,b\n", "latin-1"))
    with pytest.raises(UsageError, match=r"nothing\.csv: cannot be read as CSV \(No such file"):
        depesche.read_changes(tmp_path / "nothing.csv")
