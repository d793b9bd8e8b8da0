"""The package as its users import it, and the layout that they were promised."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import depesche
from conftest import ROOT
from depesche.errors import MissingExtraError, UsageError


def test_the_example_of_the_readme_prints_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code = readme.split("```python\n")[1].split("```")[0]
    expected = readme.split("```python\n")[1].split("```\n", 1)[1].split("```\n", 1)[1].split("```")[0]
    exec(compile(code, "README.md", "exec"), {})
    assert capsys.readouterr().out == expected


def test_tables_are_data_frames(fixture_store: Path) -> None:
    events = depesche.read_table(fixture_store, "events")
    assert {"event_type", "time_edtf", "n_documents"} <= set(events.columns)
    assert len(depesche.read_table(fixture_store)) == events["n_mentions"].sum()
    with pytest.raises(UsageError, match="customers: no such table"):
        depesche.read_table(fixture_store, "customers")


def test_importing_the_package_is_light() -> None:
    code = ("import sys, depesche.run, depesche.ingest\n"
            "print(sorted({'spacy', 'pandas', 'duckdb', 'pyarrow'} & set(sys.modules)))")
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_missing_extra_is_named() -> None:
    assert str(MissingExtraError("torch", "train")) == "torch is not installed: pip install 'depesche[train]'"


def test_top_level_is_as_asked() -> None:
    for name in ("pyproject.toml", "pipeline", "corpora", "models", "notebooks", "tests"):
        assert (ROOT / name).exists(), name
