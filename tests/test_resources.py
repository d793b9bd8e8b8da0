from __future__ import annotations

import filecmp
from collections import Counter

import pytest
import yaml

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


@pytest.mark.parametrize("name", sorted(path.name for path in resources.path("de.yaml").parent.glob("*.yaml")))
def test_no_key_stands_twice_in_a_mapping(name: str) -> None:
    """The second would take the place of the first without a word."""
    nodes = [yaml.compose(resources.path(name).read_text(encoding="utf-8"))]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = Counter(key.value for key, _ in node.value if key.value != "<<")
            assert [key for key, times in keys.items() if times > 1] == [], f"{name}:{node.start_mark.line + 1}"
            nodes += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            nodes += node.value
