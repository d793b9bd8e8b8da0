from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from conftest import GOLD, SHARED, needs_shared
from depesche import resources
from depesche.errors import ResourceError

NAMES = ["000_66a098de51a96f95.txt", "002_cd497eac2b684e7c.txt", "gold.jsonl", "gold_links.json", "ontology.json"]


def test_the_package_carries_the_gold_articles_byte_for_byte() -> None:
    for name in NAMES:
        assert resources.path("gold").joinpath(name).read_bytes() == (GOLD / name).read_bytes(), name


@needs_shared
def test_the_gold_articles_are_the_originals() -> None:
    equal, differing, missing = filecmp.cmpfiles(SHARED / "fixtures", GOLD, NAMES, shallow=False)
    assert (sorted(equal), differing, missing) == (sorted(NAMES), [], [])


def test_plain_words_of_yaml_stay_words() -> None:
    assert "no" in resources.language("en", "events")["negators"]
    assert resources.language("en", "events")["prepositions"]["on"] == "on"


def test_a_missing_data_file_is_named() -> None:
    with pytest.raises(ResourceError, match=r"nowhere\.yaml"):
        resources.load("nowhere")


def test_both_languages_have_the_same_sections_and_event_words() -> None:
    german, english = resources.load("de"), resources.load("en")
    assert list(german) == list(english)
    assert set(german["events"]) == set(english["events"])
    assert set(german["dates"]) == set(english["dates"])
    assert set(german["text"]) == set(english["text"])


@pytest.mark.parametrize("name", sorted(path.stem for path in resources.path("de.yaml").parent.glob("*.yaml")))
def test_every_data_file_can_be_read(name: str) -> None:
    assert resources.load(name)


@pytest.mark.parametrize("text, said", [
    ("on: no\nreiht:\n  - a\n  - {no: 1, yes: 2, no: 3}\n", r"'no' stands twice[\s\S]*line 4"),
    ("on: [no\n", r"line 2"),
    ("on: *nowhere\n", r"nowhere"),
])
def test_a_faulty_data_file_is_refused_with_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str
) -> None:
    (tmp_path / "faulty.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    with pytest.raises(ResourceError, match=said):
        resources.load("faulty")


def test_numbers_truth_and_anchors_of_yaml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a: &why [1, -2.5, '1', 2019-05-01, true, NO, null, ~, '']\nb: *why\nc:\nd: |\n  y\n"
    (tmp_path / "sound.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    listed = [1, -2.5, "1", "2019-05-01", True, "NO", None, None, ""]
    assert resources.load("sound") == {"a": listed, "b": listed, "c": None, "d": "y\n"}
