"""Every notebook runs from top to bottom and prints what is kept in it."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from conftest import ROOT, render

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_prints_what_is_kept_in_it(path: Path) -> None:
    pytest.importorskip("matplotlib", reason="needs matplotlib, of the dependency group dev")
    kept = render.printed(nbformat.read(path, as_version=4))
    assert kept
    assert render.printed(render.run_notebook(path)) == kept, "stale: make docs"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_is_small_and_says_nothing_of_a_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text) < 100_000
    assert all(word not in text for word in ("/tmp/", "/home/", "/root/", "/Users/", "Traceback"))
