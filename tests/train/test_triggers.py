"""What says which words are events: learned from gold records over the vectors of the shipped model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("torch", reason="needs the extra `train`")

from conftest import ROOT
from depesche import models
from depesche.encoder import Encoder, Words
from depesche.errors import ModelError
from depesche.train import retrain, triggers

SENSES = ROOT / "corpora" / "senses.jsonl"


def recipe(folder: Path, *records: dict[str, Any], **values: Any) -> Path:
    """Of 40 short texts of the project's own, or of these."""
    lines = SENSES.read_text(encoding="utf-8").split("\n")[:40]
    gold = folder / "gold.jsonl"
    gold.write_text("".join(f"{line}\n" for line in ([json.dumps(r) for r in records] or lines)), encoding="utf-8")
    settings = {"kind": "triggers", "name": "few", "version": "1.0", "start": "kurier", "texts": ["gold.jsonl"],
                "epochs": 150, "dropout": 0.2, "hidden": 64, "threads": 1, "floor": 0.3} | values  # fmt: skip
    file = folder / "few.toml"
    file.write_text("".join(f"{key} = {json.dumps(value)}\n" for key, value in settings.items()), encoding="utf-8")
    return file


def test_it_learns_and_the_model_proposes_what_it_learned(tmp_path: Path) -> None:
    done = retrain(recipe(tmp_path), tmp_path, tmp_path / "work", tmp_path / "model", allow_worse=True)
    assert (done.shipped, done.version) == (True, "1.0")
    assert {change.figure for change in done.changes} == {"events event F1", "events roles F1"}
    config = models.describe(str(tmp_path / "model"))
    assert (config["name"], config["triggers"]["MEET"]) == ("few", 0.3)
    assert (tmp_path / "model" / "README.md").read_text(encoding="utf-8").startswith("# few 1.0\n")
    words = ["The", "ministers", "of", "Peru", "and", "Chile", "met", "in", "Lima", "."]
    reading, = Encoder(tmp_path / "model").read([Words(words, [True] * len(words))])
    assert [(words[likely.word], likely.event_type) for likely in reading.triggers] == [("met", "MEET")]


def test_the_same_recipe_gives_the_same_bytes(tmp_path: Path) -> None:
    plan = triggers.TriggerRecipe.load(recipe(tmp_path))
    made = []
    for name in ("one", "two"):
        triggers.copy(plan, tmp_path / name)
        triggers.teach(plan, tmp_path / name)
        made.append((tmp_path / name / models.TRIGGERS).read_bytes())
    assert made[0] == made[1]


def test_a_word_may_be_of_a_type_that_nobody_looked_at() -> None:
    number = {"MEET": 1, "WARN": 2}
    some = triggers._allowed(["WARN", ""], number, frozenset({"WARN"}))
    assert some.tolist() == [[False, False, True], [True, True, False]]
    assert triggers._allowed(["", "MEET"], number, None).tolist() == [[True, False, False], [False, True, False]]


@pytest.mark.parametrize(("values", "message"), [
    ({"texts": ["none.jsonl"]}, "none.jsonl: no gold records can be read"),
    ({"hiden": 3}, "this configuration cannot be read"),
    ({"start": "nobody"}, "no model 'nobody'"),
])
def test_what_cannot_be_learned_from_is_named(values: dict[str, Any], message: str, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=message):
        retrain(recipe(tmp_path, **values), tmp_path, tmp_path / "work", tmp_path / "model")
    assert not (tmp_path / "model").exists()


def test_too_few_corrections_are_refused(tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("{}\n" * 4, encoding="utf-8")
    with pytest.raises(ModelError, match=r"few.jsonl: 4 documents are too few"):
        triggers.TriggerRecipe.load(recipe(tmp_path)).with_records([few])


def test_texts_without_events_teach_nothing(tmp_path: Path) -> None:
    empty = {"doc_id": "a", "lang": "en", "text": "It rained.", "events": [], "entities": [], "dates": []}
    with pytest.raises(ModelError, match="no event type has 12 mentions"):
        retrain(recipe(tmp_path, *[empty] * 6), tmp_path, tmp_path / "work", tmp_path / "model")
