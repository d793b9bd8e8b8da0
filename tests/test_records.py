from __future__ import annotations

import json

from conftest import GOLD
from depesche.config import Settings
from depesche.records import Document, Published, Record, stable_id
from depesche.run import annotate_document

KEYS = [
    "doc_id", "lang", "lang_score", "text", "title", "source", "published", "sentences", "entities", "dates", "events",
]


def test_a_record_survives_json() -> None:
    text = (GOLD / "000_66a098de51a96f95.txt").read_text(encoding="utf-8")
    document = Document("a", text, published=Published("2023-06", "user"), meta={"flags": ["mojibake"]})
    record = annotate_document(document, Settings())
    assert record.events
    assert Record.from_json(json.loads(json.dumps(record.to_json()))) == record


def test_the_json_has_the_keys_of_the_format_in_order() -> None:
    record = annotate_document(Document("a", "Huawei wurde im Mai 2019 auf die Entity List gesetzt."), Settings())
    data = record.to_json()
    assert list(data)[: len(KEYS)] == KEYS
    (event,) = data["events"]
    assert event["time"] == {"edtf": "2019-05", "date": 0}
    assert set(event) >= {
        "event_id", "event_type", "trigger", "roles", "time", "modality", "polarity", "status", "attribution", "quote",
        "confidence", "rule",
    }
    assert set(event["roles"][0]) == {"role", "start", "end", "text", "head", "entity_id"}


def test_ids_depend_on_nothing_but_their_parts() -> None:
    assert stable_id("a", 1) == stable_id("a", 1) != stable_id("a", 2)
    assert stable_id("ab", "c") != stable_id("a", "bc")
    assert stable_id("a") == "ca978112ca1b"
