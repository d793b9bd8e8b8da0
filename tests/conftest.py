"""Paths and builders that many tests use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "corpora" / "gold"
SHARED = ROOT.parent / "shared"

needs_shared = pytest.mark.skipif(
    not (SHARED / "data").is_dir(), reason="needs the outside corpora in ../shared, whose licences differ from ours"
)


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def scorer(name: str, *args: object, parse: bool = True) -> Any:
    """What one of the corpora's own scorers prints."""
    command = [sys.executable, str(SHARED / "tools" / name), *map(str, args)]
    out = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(out.stdout) if parse else None


@pytest.fixture(scope="session", autouse=True)
def settings_of_nobody(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Tests read with the model that is shipped, whatever the person who runs them has chosen."""
    os.environ["DEPESCHE_CONFIG"] = str(tmp_path_factory.mktemp("config"))


@pytest.fixture(scope="session")
def gold_records() -> dict[str, dict[str, Any]]:
    """The two gold articles by document id."""
    lines = (GOLD / "gold.jsonl").open(encoding="utf-8", newline="\n")
    return {record["doc_id"]: record for record in map(json.loads, lines)}


@pytest.fixture(scope="session")
def fixture_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the two gold articles."""
    from depesche.config import Settings
    from depesche.run import run

    store = tmp_path_factory.mktemp("store") / "events.duckdb"
    run([str(path) for path in sorted(GOLD.glob("*.txt"))], store, Settings())
    return store
