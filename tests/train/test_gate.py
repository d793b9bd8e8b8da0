"""What a new model gains and loses, told from figures as `depesche evaluate` gives them; no torch in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from depesche import models
from depesche.cli import app
from depesche.train import Outcome
from depesche.train.gate import changes, headlines


def entities(f1: float) -> dict[str, object]:
    return {"entities": {"PERSON": {"f1": 0.1}, "all": {"p": f1, "r": f1, "f1": f1}}}


def test_the_figures_of_a_model_card_are_judged_by_their_totals() -> None:
    figures = json.loads((models.folder("kurier") / "figures.json").read_text(encoding="utf-8"))
    found = {(change.dev, change.figure): change.after for change in changes({}, figures)}
    assert found["entities/en_uner_ewt_dev.jsonl.gz", "entities F1"] == pytest.approx(79.18)
    assert found["treebanks/en_ewt-ud-dev.conllu.gz", "LAS"] == pytest.approx(89.1)
    assert found["compare/align.dev.jsonl", "alignment F1"] == pytest.approx(98.47)
    assert len(found) == 5 + 2 * 3 + 1 + 2 * 2  # events and roles on two sets of its own


@pytest.mark.parametrize(("before", "after", "worse"), [(0.8, 0.795, False), (0.8, 0.7949, True), (0.8, 0.9, False)])
def test_half_a_point_may_be_lost_and_no_more(before: float, after: float, worse: bool) -> None:
    (change,) = changes({"a": entities(before)}, {"a": entities(after)})
    assert change.worse is worse
    assert not changes({}, {"a": entities(after)})[0].worse


def test_one_event_more_or_less_of_ten_is_chance() -> None:
    def events(f1: float) -> dict[str, object]:
        return {"events": {"all": {"event": {"f1": f1, "gold": 10}}}}

    assert [changes({"a": events(0.8)}, {"a": events(f1)})[0].worse for f1 in (0.75, 0.7, 0.69)] == [False, False, True]


def test_gold_records_are_judged_by_events_roles_dates_and_names() -> None:
    figures = {
        "events": {"all": {"event": {"f1": 0.5}, "roles": {"f1": 0.4}, "unsafe": 1}, "lang:de": {"event": {"f1": 0.1}}},
        "dates": {"all": {"strict": {"f1": 0.9}, "relaxed": {"f1": 1.0}}}, **entities(0.7),
        "language": {"accuracy": 1.0, "n": 3},
    }  # fmt: skip
    assert {name: value for name, value, _ in headlines(figures)} == pytest.approx(
        {"events event F1": 50, "events roles F1": 40, "dates strict F1": 90, "entities F1": 70}
    )


@pytest.mark.parametrize("shipped", [True, False])
def test_the_command_says_what_changed_and_fails_where_nothing_is_shipped(
    shipped: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = changes({"a": entities(0.8), "b": entities(0.5)}, {"a": entities(0.9), "b": entities(0.5 - 0.1 * (not shipped))})
    asked: dict[str, object] = {}

    def retrain(*arguments: object, **options: object) -> Outcome:
        asked.update(options)
        return Outcome(tmp_path / "kurier-9", "9", "kurier 0.3.1", found, shipped)

    monkeypatch.setattr("depesche.train.retrain", retrain)
    command = ["train", "x.toml", "--data", "d", "--reviewed", "r.jsonl", "--allow-worse"]
    done = CliRunner().invoke(app, command)
    assert done.exit_code == (0 if shipped else 1)
    assert asked == {"reviewed": [Path("r.jsonl")], "against": "", "allow_worse": True}
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith(("a ", "b "))]
    assert rows[0] == ["a", "entities", "F1", "80.0", "90.0", "+10.0"]
    assert rows[1][3:] == (["50.0", "50.0", "+0.0"] if shipped else ["50.0", "40.0", "-10.0", "worse"])
    assert ("models use" if shipped else "not shipped") in done.stderr


def test_the_command_puts_a_model_to_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEPESCHE_CONFIG", str(tmp_path))
    done = CliRunner().invoke(app, ["models", "use", str(models.folder("kurier"))])
    assert done.exit_code == 0
    assert json.loads((tmp_path / "config.json").read_text(encoding="utf-8")) == {"model": str(models.folder("kurier"))}
    listed = CliRunner().invoke(app, ["models", "list", "--json"])
    assert [model["name"] for model in json.loads(listed.stdout) if model["in_use"]] == ["kurier"]
    CliRunner().invoke(app, ["models", "use", "kurier"])
    assert not (tmp_path / "config.json").exists()
