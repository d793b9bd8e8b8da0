"""What a new model gains and loses, told from figures as `depesche evaluate` gives them; no torch in it."""

from __future__ import annotations

import json

import pytest

from depesche import models
from depesche.train.gate import changes, headlines


def entities(f1: float) -> dict[str, object]:
    return {"entities": {"PERSON": {"f1": 0.1}, "all": {"p": f1, "r": f1, "f1": f1}}}


def test_the_figures_of_a_model_card_are_judged_by_their_totals() -> None:
    figures = json.loads((models.folder("kurier") / "figures.json").read_text(encoding="utf-8"))
    found = {(change.dev, change.figure): change.after for change in changes({}, figures)}
    assert found["entities/en_uner_ewt_dev.jsonl.gz", "entities F1"] == pytest.approx(78.07)
    assert found["treebanks/en_ewt-ud-dev.conllu.gz", "LAS"] == pytest.approx(88.47)
    assert found["compare/align.dev.jsonl", "alignment F1"] == pytest.approx(96.66)
    assert len(found) == 5 + 2 * 3 + 1


@pytest.mark.parametrize(("before", "after", "worse"), [(0.8, 0.795, False), (0.8, 0.7949, True), (0.8, 0.9, False)])
def test_half_a_point_may_be_lost_and_no_more(before: float, after: float, worse: bool) -> None:
    (change,) = changes({"a": entities(before)}, {"a": entities(after)})
    assert change.worse is worse
    assert not changes({}, {"a": entities(after)})[0].worse


def test_gold_records_are_judged_by_events_roles_dates_and_names() -> None:
    figures = {
        "events": {"all": {"event": {"f1": 0.5}, "roles": {"f1": 0.4}, "unsafe": 1}, "lang:de": {"event": {"f1": 0.1}}},
        "dates": {"all": {"strict": {"f1": 0.9}, "relaxed": {"f1": 1.0}}}, **entities(0.7),
        "language": {"accuracy": 1.0, "n": 3},
    }  # fmt: skip
    assert dict(headlines(figures)) == pytest.approx(
        {"events event F1": 50, "events roles F1": 40, "dates strict F1": 90, "entities F1": 70}
    )
