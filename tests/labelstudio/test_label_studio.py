"""What Label Studio itself says of our tasks and of what comes back, as far as its SDK knows."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from conftest import ROOT
from depesche.review import Choice, export_tasks
from depesche.store.exports.labelstudio import config

pytest.importorskip("label_studio_sdk", reason="needs label-studio-sdk", exc_type=ImportError)


def test_label_studio_accepts_interface_tasks_and_predictions(fixture_store: Path, tmp_path: Path) -> None:
    from label_studio_sdk import label_interface as interface

    export_tasks(fixture_store, tmp_path, Choice())
    screen = interface.LabelInterface((tmp_path / "labels.xml").read_text(encoding="utf-8"))
    screen.validate()
    for task in json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8")):
        assert screen.validate_task({"data": task["data"]})
        prediction = task["predictions"][0]
        assert screen.validate_prediction(prediction, return_errors=True) == []
        prediction["result"][0]["value"]["labels"] = ["ALIEN"]
        assert screen.validate_prediction(prediction, return_errors=True)


def test_the_sdk_s_converter_reads_a_reviewed_export(tmp_path: Path) -> None:
    from label_studio_sdk import converter

    (tmp_path / "in").mkdir()
    shutil.copyfile(ROOT / "tests" / "labelstudio" / "export.json", tmp_path / "in" / "export.json")
    converter.Converter(config(), str(tmp_path)).convert_to_json_min(str(tmp_path / "in"), str(tmp_path / "out"))
    flat = json.loads((tmp_path / "out" / "result.json").read_text(encoding="utf-8"))
    for task in flat:
        for tag in ("event", "role", "entity", "date"):
            for mark in task[tag]:
                assert task["text"][mark["start"] : mark["end"]].split() == mark["text"].split()
