"""Corrections: what was found goes out to Label Studio and comes back as it was, corrections and all."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from conftest import ROOT, read_jsonl
from depesche import evaluate, store
from depesche.config import Settings
from depesche.errors import StoreError, UsageError
from depesche.records import Record
from depesche.review import Choice, export_tasks, import_reviews, write_gold
from depesche.run import run
from depesche.store.exports.labelstudio import config
from depesche.store.rows import sha256

BRIEF = (
    "Liebe Anna 😀!\r\nHuawei wurde im Mai 2019 auf die Entity List gesetzt 👨🏻\u200d🚒. Die USA fordern, Alibaba auf die Liste "
    "zu setzen. Hua\u00adwei und TikTok schweigen.\r\n\r\nGruß, Max\r\n"
)
NEWS = (
    "📉 Washington added Huawei to the Entity List on 15 May 2019.\r\nSenators urged the Commerce Department to blacklist "
    "Alibaba 😀. Officials of TikTok refused to say anything in Berlin.\r\n"
)
Task = dict[str, Any]
Correct = Callable[[Task], None]


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a German letter and an English report, and their store beside it."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "letters").mkdir()
    (folder / "letters" / "brief.txt").write_bytes(BRIEF.encode())
    (folder / "letters" / "news.txt").write_bytes(NEWS.encode())
    run([str(folder / "letters")], folder / "events.duckdb", Settings())
    return folder


@pytest.fixture
def desk(letters: Path, tmp_path: Path) -> Path:
    """A copy of the store in an empty folder."""
    shutil.copyfile(letters / "events.duckdb", tmp_path / "events.duckdb")
    return tmp_path


@pytest.fixture
def folder(letters: Path, tmp_path: Path) -> Path:
    """Letters and store of one's own, to run again."""
    shutil.copytree(letters / "letters", tmp_path / "letters")
    run([str(tmp_path / "letters")], tmp_path / "events.duckdb", Settings())
    return tmp_path


def tasks(path: Path, choice: Choice | None = None) -> dict[str, Task]:
    folder = path.parent / "out"
    export_tasks(path, folder, choice or Choice())
    return {task["data"]["doc_id"]: task for task in json.loads((folder / "tasks.json").read_text(encoding="utf-8"))}


def annotated(task: Task, *changes: Correct, when: str = "2026-01-02T03:04:05.000000Z") -> Task:
    """What Label Studio gives back: the prediction as a person's annotation, changed as told."""
    done = json.loads(json.dumps(task))
    done["id"] = 7
    done["annotations"] = [
        {"id": 1, "completed_by": 1, "was_cancelled": False, "updated_at": when, "result": done["predictions"][0]["result"]}
    ]
    done["predictions"] = [3]
    for change in changes:
        change(done)
    return done


def marks(task: Task) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = task["annotations"][0]["result"]
    return found


def brought_back(path: Path, *done: Task, **options: Any) -> Any:
    file = path.parent / "export.json"
    file.write_text(json.dumps(list(done), ensure_ascii=False), encoding="utf-8")
    return import_reviews(file, path, **options)


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    with store.reading(path) as connection:
        return connection.execute(query, list(values)).fetchall()


def statuses(path: Path, doc_id: str) -> Counter[str]:
    return Counter(row[0] for row in rows(path, "SELECT review_status FROM event_mentions WHERE doc_id = ?", doc_id))


def region(task: Task, words: str, tag: str = "event") -> str:
    return next(str(r["id"]) for r in marks(task) if r.get("from_name") == tag and r["value"]["text"] == words)


def chosen(words: str, name: str, value: str, tag: str = "event") -> Correct:
    """Another choice or field for the region with these words."""

    def change(task: Task) -> None:
        mine = region(task, words, tag)
        kind, key = ("choices", "choices") if name in ("modality", "polarity", "status", "kind") else ("textarea", "text")
        marks(task)[:] = [r for r in marks(task) if (r.get("id"), r.get("from_name")) != (mine, name)]
        marks(task).append({"id": mine, "from_name": name, "to_name": "text", "type": kind,
                            "value": {"start": 0, "end": 1, key: [value]}})  # fmt: skip

    return change


def deleted(words: str, tag: str = "event") -> Correct:
    def change(task: Task) -> None:
        mine = region(task, words, tag)
        marks(task)[:] = [r for r in marks(task) if mine not in (r.get("id"), r.get("from_id"), r.get("to_id"))]

    return change


def marked(name: str, words: str, tag: str, label: str, *joined: str, nth: int = 0) -> Correct:
    """A new region on these words, joined to other regions."""

    def change(task: Task) -> None:
        text, start = task["data"]["text"], -1
        for _ in range(nth + 1):
            start = text.index(words, start + 1)
        value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
        marks(task).append({"id": name, "from_name": tag, "to_name": "text", "type": "labels", "value": value})
        marks(task).extend({"type": "relation", "from_id": name, "to_id": other, "direction": "right"} for other in joined)

    return change


# ---------------------------------------------------------------------------------------------------------------- out


def test_tasks_hold_all_that_was_found_and_offsets_count_code_points(desk: Path) -> None:
    found = tasks(desk / "events.duckdb")
    assert set(found) == {"brief", "news"}
    for task in found.values():
        text = task["data"]["text"]
        assert len(text) == len(task["data"]["record"]["text"])
        assert "\r" not in text
        regions = [r for r in task["predictions"][0]["result"] if r["type"] == "labels"]
        assert {r["from_name"] for r in regions} == {"event", "role", "date", "entity"}
        for r in regions:
            assert text[r["value"]["start"] : r["value"]["end"]] == r["value"]["text"]
        ids = {r["id"] for r in regions}
        joined = [r for r in task["predictions"][0]["result"] if r["type"] == "relation"]
        assert joined
        assert all({r["from_id"], r["to_id"]} <= ids for r in joined)


def test_the_labelling_interface_names_every_mark() -> None:
    root = ET.fromstring(config())
    labels = {label.get("value") for label in root.iter("Label")}
    assert {"LIST_ADD", "STATE_FACT", "agent", "trigger part", "DURATION", "FACILITY"} <= labels
    assert {choices.get("name") for choices in root.iter("Choices")} == {
        "modality", "polarity", "status", "attribution", "kind",
    }  # fmt: skip


def test_the_least_certain_come_first_and_options_choose(desk: Path) -> None:
    path = desk / "events.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE event_mentions SET confidence = 0.3 WHERE doc_id = 'news' AND event_type = 'CALL_FOR'")
    assert list(tasks(path)) == ["news", "brief"]
    assert list(tasks(path, Choice(below=0.5))) == ["news"]
    assert list(tasks(path, Choice(limit=1))) == ["news"]
    only = tasks(path, Choice(types=("LETTER",)))
    assert [event["event_type"] for event in only["brief"]["data"]["record"]["events"]] == ["LETTER"]
    assert list(only) == ["brief"]
    with pytest.raises(UsageError, match="LISTADD: no such event type; there are LIST_ADD"):
        tasks(path, Choice(types=("LISTADD",)))


def test_an_older_store_has_its_quotes_for_triggers(desk: Path) -> None:
    path = desk / "events.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute("DELETE FROM event_spans")
        connection.execute("UPDATE event_mentions SET trigger_text = 'e' WHERE event_type = 'LETTER'")
    done = brought_back(path, annotated(tasks(path)["brief"]))
    assert done.documents["brief"] == {"accepted": 4}
    assert rows(path, "SELECT trigger_text FROM event_mentions WHERE event_type = 'LETTER'") == [("Liebe Anna 😀!",)]


# --------------------------------------------------------------------------------------------------------------- back


@pytest.mark.parametrize("which", ["gold", "letters"])
def test_what_nobody_changes_comes_back_as_it_was(
    which: str, fixture_store: Path, letters: Path, tmp_path: Path
) -> None:
    path = tmp_path / "events.duckdb"
    shutil.copyfile(fixture_store if which == "gold" else letters / "events.duckdb", path)
    before = store.export(path, tmp_path / "before", "jsonl")
    done = brought_back(path, *map(annotated, tasks(path).values()))
    assert not done.refused
    assert {word for judged in done.documents.values() for word in judged} == {"accepted"}
    store.export(path, tmp_path / "after", "jsonl")
    old, new = (
        {r.doc_id: r for r in map(Record.from_json, read_jsonl(tmp_path / when / "records.jsonl"))}
        for when in ("before", "after")
    )
    assert before
    for doc_id, record in old.items():
        assert new[doc_id].entities == record.entities
        assert new[doc_id].dates == record.dates
        key = {e.event_id: replace(e, confidence=1.0) for e in record.events}
        assert {e.event_id: e for e in new[doc_id].events} == key
    assert rows(path, "SELECT count(*) FROM event_mentions WHERE review_status <> 'accepted'") == [(0,)]


def test_a_session_in_label_studio_s_own_window(desk: Path) -> None:
    """The export is one of Label Studio 1.23, worked on in its window: an event and its agent marked behind an emoji of
    several code points, a line break of two and a soft hyphen; an event deleted, a modality and an entity changed."""
    path = desk / "events.duckdb"
    done = import_reviews(ROOT / "tests" / "labelstudio" / "export.json", path)
    assert not done.refused
    assert done.documents == {
        "brief": {"accepted": 3, "added": 1, "rejected": 1}, "news": {"accepted": 2, "corrected": 1},
    }  # fmt: skip
    assert rows(path, "SELECT agent, trigger_text, quote, event_id IS NOT NULL FROM event_mentions "
                      "WHERE review_status = 'added'") == [
        ("TikTok", "schweigen", "Hua\u00adwei und TikTok schweigen.", True)
    ]  # fmt: skip
    assert rows(path, "SELECT modality FROM event_mentions WHERE review_status = 'corrected'") == [("proposed",)]
    assert rows(path, "SELECT was, value FROM reviews WHERE field = 'modality'") == [("requested", "proposed")]
    assert ("GPE",) in rows(path, "SELECT label FROM entity_mentions WHERE text = 'Berlin'")


def test_corrections_show_and_count(desk: Path) -> None:
    path = desk / "events.duckdb"
    task = tasks(path)["brief"]
    done = brought_back(path, annotated(
        task,
        chosen("setzen", "modality", "proposed"), deleted("fordern"),
        chosen("Mai 2019", "edtf", "2019-05-16", "date"), chosen("Mai 2019", "timex", "2019-05", "date"),
        marked("x1", "schweigen", "event", "NO_COMMENT"), marked("x2", " TikTok ", "role", "agent", "x1"),
        marked("x3", "Hua\u00adwei", "role", "agent", "x1"), deleted("Hua\u00adwei", "entity"),
        marked("x4", "Hua\u00adwei", "entity", "ORG"),
    ), reviewer="Klara")  # fmt: skip
    assert not done.refused
    assert done.documents["brief"] == {"accepted": 2, "added": 1, "corrected": 1, "rejected": 1}
    assert statuses(path, "brief") == {"accepted": 2, "added": 1, "corrected": 1, "rejected": 1}
    added = rows(path, "SELECT agent, confidence, rule, model_version FROM event_mentions WHERE review_status = 'added'")
    assert added == [("Hua\u00adwei; TikTok", 1.0, "review", "review")]
    assert rows(path, "SELECT time_edtf, date_precision FROM event_mentions WHERE doc_id = 'brief' AND time_text "
                      "IS NOT NULL AND event_type = 'LIST_ADD'") == [("2019-05-16", "day")]  # fmt: skip
    assert rows(path, "SELECT timex FROM dates WHERE doc_id = 'brief'") == [("2019-05-16",)]
    # a rejected row is to be seen, but nowhere taken for an event
    gone = rows(path, "SELECT event_id, quote FROM event_mentions WHERE review_status = 'rejected'")
    assert gone == [(None, "Die USA fordern, Alibaba auf die Liste zu setzen.")]
    assert not rows(path, "SELECT 1 FROM events WHERE event_type = 'CALL_FOR' AND list_contains(langs, 'de')")
    store.export(path, desk / "jsonl", "jsonl")
    record = next(r for r in read_jsonl(desk / "jsonl" / "records.jsonl") if r["doc_id"] == "brief")
    assert "CALL_FOR" not in {event["event_type"] for event in record["events"]}
    said = rows(path, "SELECT decision, field, was, value FROM reviews WHERE doc_id = 'brief' AND reviewer = 'Klara'")
    assert ("corrected", "modality", "requested", "proposed") in said
    assert ("rejected", "event", "CALL_FOR", None) in said
    assert ("corrected", "date", "31-39 Mai 2019 DATE 2019-05 2019-05", "31-39 Mai 2019 DATE 2019-05-16 2019-05-16") in said
    assert any(row[1] == "entity" and row[3] == "124-131 Hua\u00adwei ORG name" for row in said)


def test_a_new_date_is_read_as_we_read_it_and_others_as_the_person_says(desk: Path) -> None:
    path = desk / "events.duckdb"
    task = tasks(path)["news"]
    done = brought_back(path, annotated(task, deleted("15 May 2019", "date"), marked("d", "15 May 2019", "date", "DATE"),
                                        marked("e", "Senators", "date", "DATE"), chosen("Senators", "edtf", "2019-22", "date")))
    assert not done.refused
    assert rows(path, "SELECT text, edtf, timex, date_precision, date_basis FROM dates WHERE doc_id = 'news' "
                      "ORDER BY start_char") == [
        ("15 May 2019", "2019-05-15", "2019-05-15", "day", "explicit"),
        ("Senators", "2019-22", "2019-SU", "season", "inferred"),
    ]  # fmt: skip


BROKEN = {
    "moved": (lambda t: marks(t)[0]["value"].update(start=7, end=11), "does not stand at 7-11"),
    "in UTF-16": (lambda t: [m["value"].update(start=m["value"]["start"] + 4, end=m["value"]["end"] + 4)
                             for m in marks(t) if m.get("value", {}).get("text") == "setzen"], "'setzen' does not stand"),
    "past the end": (lambda t: marks(t)[0]["value"].update(start=100_000, end=100_004), "does not stand at 100000"),
    "other text": (lambda t: t["data"].update(text="Anderer Text"), "its text is not the one that was exported"),
    "no words": (lambda t: marks(t)[0]["value"].pop("text"), "has no place or no words"),
    "unknown label": (lambda t: marks(t)[0]["value"].update(labels=["ALIEN"]), "entity ALIEN, which is not known"),
    "unknown choice": (chosen("setzen", "modality", "maybe"), "modality is 'maybe'; there are asserted"),
    "no EDTF": (chosen("Mai 2019", "edtf", "May 2019", "date"), "'May 2019' is no EDTF value; write 2019-05"),
    "stray filler": (marked("x", "schweigen", "role", "agent"), "marked as agent, but no relation joins it"),
    "two dates": (lambda t: (marked("x", "schweigen", "date", "DATE", region(t, "gesetzt"))(t)), "more than one date"),
    "empty": (lambda t: marks(t).clear(), "have Label Studio use the predictions"),
    "no task of ours": (lambda t: t["data"].pop("record"), "is no task of ours"),
    "unknown document": (lambda t: t["data"].update(doc_id="x", record={**t["data"]["record"], "doc_id": "x", "text": "y"},
                                                    text="y", doc_sha256=sha256("y")), None),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_one_bad_task_is_named_and_the_others_are_taken(name: str, desk: Path) -> None:
    path = desk / "events.duckdb"
    change, reason = BROKEN[name]
    found = tasks(path)
    done = brought_back(path, annotated(found["brief"], change), annotated(found["news"]))
    assert list(done.refused) == ["task 7"]
    assert (reason or "does not stand") in done.refused["task 7"]
    assert set(done.documents) == {"news"}
    assert statuses(path, "brief").keys() == {"unreviewed"}


def test_an_empty_task_is_taken_when_told(desk: Path) -> None:
    path = desk / "events.duckdb"
    done = brought_back(path, annotated(tasks(path)["brief"], lambda t: marks(t).clear()), allow_empty=True)
    assert done.documents["brief"] == {"rejected": 4}
    assert rows(path, "SELECT count(*) FROM entity_mentions WHERE doc_id = 'brief'") == [(0,)]


def test_files_that_are_no_export_are_refused(desk: Path) -> None:
    path, file = desk / "events.duckdb", desk / "x.json"
    for content, message in (("{", "cannot be read as JSON"), ("{}", "no list of tasks"), ('[{"text": "x"}]', "JSON-MIN")):
        file.write_text(content)
        with pytest.raises(UsageError, match=message):
            import_reviews(file, path)
    file.write_text("[]")
    with pytest.raises(StoreError, match="no such store"):
        import_reviews(file, desk / "nothing.duckdb")


# ------------------------------------------------------------------------------------------------------------- lasting


def test_a_second_import_and_an_older_one_change_nothing(desk: Path) -> None:
    path = desk / "events.duckdb"
    task = tasks(path)["brief"]
    older = annotated(task, deleted("setzen"), when="2025-12-31T00:00:00Z")
    newer = annotated(task, chosen("setzen", "modality", "feared"))
    brought_back(path, newer)
    before = path.read_bytes()
    for again in (newer, older):
        done = brought_back(path, again)
        assert (done.documents, done.unchanged) == ({}, 1)
        assert path.read_bytes() == before
    untouched = json.loads(json.dumps(task)) | {"annotations": []}
    skipped = annotated(task, lambda t: t["annotations"][0].update(was_cancelled=True))
    done = brought_back(path, untouched, skipped)
    assert (done.open, done.documents) == (2, {})


def test_of_two_annotations_the_later_or_the_one_set_as_truth_counts(desk: Path) -> None:
    path = desk / "events.duckdb"
    two = annotated(tasks(path)["brief"])
    other = json.loads(json.dumps(two["annotations"][0])) | {"id": 2, "updated_at": "2026-03-01T00:00:00Z"}
    two["annotations"].append(other)
    chosen("setzen", "modality", "feared")({"annotations": [other]})
    done = brought_back(path, two)
    assert done.documents["brief"] == {"accepted": 3, "corrected": 1}
    two["annotations"][0] |= {"ground_truth": True, "updated_at": "2026-03-02T00:00:00Z"}
    assert brought_back(path, two).documents["brief"] == {"accepted": 4}


def test_corrections_outlive_runs_while_the_text_is_the_same(folder: Path) -> None:
    path = folder / "events.duckdb"
    task = annotated(tasks(path)["brief"], chosen("setzen", "modality", "proposed"), deleted("fordern"),
                     marked("x1", "schweigen", "event", "NO_COMMENT"))  # fmt: skip
    brought_back(path, task)
    query = ("SELECT mention_id, event_type, modality, review_status, agent, quote FROM event_mentions "
             "WHERE doc_id = 'brief' ORDER BY ALL")  # fmt: skip
    before = rows(path, query)
    assert run([str(folder / "letters")], path, Settings(lang="de")).documents == 2  # other options: all is read anew
    assert rows(path, query) == before
    # from another place and under another name it is the same text
    (folder / "letters" / "brief.txt").rename(folder / "letters" / "anders.txt")
    (folder / "events.duckdb").unlink()
    run([str(folder / "letters")], path, Settings())
    assert statuses(path, "anders") == {"unreviewed": 4}
    brought_back(path, task)
    renamed = rows(path, query.replace("'brief'", "'anders'"))
    assert sorted(row[1:] for row in renamed) == sorted(row[1:] for row in before)
    assert not {row[0] for row in renamed} & {row[0] for row in before}


def test_a_changed_text_asks_for_another_review(folder: Path) -> None:
    path = folder / "events.duckdb"
    task = annotated(tasks(path)["brief"], chosen("setzen", "modality", "proposed"))
    brought_back(path, task)
    assert list(tasks(path)) == ["news"]
    (folder / "letters" / "brief.txt").write_bytes(BRIEF.replace("Max", "Moritz").encode())
    run([str(folder / "letters")], path, Settings())
    assert statuses(path, "brief") == {"stale": 4}
    assert statuses(path, "news") == {"unreviewed": 4}
    found = tasks(path)
    assert found["brief"]["data"]["note"] == "This text has changed since it was reviewed."
    assert found["news"]["data"]["note"] == ""
    # the old word is kept: the old text brings it back, and a review of the new one ends the asking
    assert write_gold(path, folder / "gold.jsonl") == 1
    brought_back(path, annotated(found["brief"]))
    assert statuses(path, "brief") == {"accepted": 4}
    (folder / "letters" / "brief.txt").write_bytes(BRIEF.encode())
    run([str(folder / "letters")], path, Settings())
    assert statuses(path, "brief") == {"accepted": 3, "corrected": 1}


def test_corrections_of_a_text_that_has_changed_meanwhile_are_kept_for_it(folder: Path) -> None:
    path = folder / "events.duckdb"
    task = annotated(tasks(path)["brief"], chosen("setzen", "modality", "proposed"))
    (folder / "letters" / "brief.txt").write_bytes(BRIEF.replace("Max", "Moritz").encode())
    run([str(folder / "letters")], path, Settings())
    done = brought_back(path, task)
    assert done.stale == ["brief"]
    assert statuses(path, "brief") == {"stale": 4}


def test_a_review_of_some_types_leaves_the_others_alone(folder: Path) -> None:
    path = folder / "events.duckdb"
    first = annotated(tasks(path, Choice(types=("LIST_ADD",)))["brief"], chosen("setzen", "modality", "proposed"))
    assert "CALL_FOR" not in json.dumps(first)
    brought_back(path, first)
    assert statuses(path, "brief") == {"accepted": 1, "corrected": 1, "unreviewed": 2}
    assert "brief" not in tasks(path, Choice(types=("LIST_ADD",)))
    second = annotated(tasks(path, Choice(types=("CALL_FOR",)))["brief"], deleted("fordern"), when="2026-02-01T00:00:00Z")
    brought_back(path, second)
    assert statuses(path, "brief") == {"accepted": 1, "corrected": 1, "rejected": 1, "unreviewed": 1}
    write_gold(path, folder / "gold.jsonl")
    (record,) = read_jsonl(folder / "gold.jsonl")
    assert record["annotated_types"] == ["CALL_FOR", "LIST_ADD"]
    assert {event["event_type"] for event in record["events"]} == {"LIST_ADD"}
    run([str(folder / "letters")], path, Settings(lang="de"))
    assert statuses(path, "brief") == {"accepted": 1, "corrected": 1, "rejected": 1, "unreviewed": 1}
    # a review of other types is taken though it is the older one
    late = annotated(tasks(path, Choice(types=("LETTER",)))["brief"], when="2026-01-01T00:00:00Z")
    assert brought_back(path, late).unchanged == 0
    assert statuses(path, "brief") == {"accepted": 2, "corrected": 1, "rejected": 1}
    third = annotated(tasks(path)["brief"], when="2026-02-02T00:00:00Z")
    brought_back(path, third)
    assert statuses(path, "brief") == {"accepted": 3}


# ---------------------------------------------------------------------------------------------------------------- gold


def test_gold_is_evaluated_and_keeps_what_is_not_ours(desk: Path) -> None:
    path, gold = desk / "events.duckdb", desk / "corpora" / "reviewed" / "letters.jsonl"
    found = tasks(path)
    brought_back(path, annotated(found["news"]), annotated(found["brief"], chosen("setzen", "modality", "proposed")))
    gold.parent.mkdir(parents=True)
    gold.write_text(json.dumps({"doc_id": "another", "lang": "de", "text": "", "events": []}) + "\n", encoding="utf-8")
    assert write_gold(path, gold) == write_gold(path, gold) == 3
    assert [line["doc_id"] for line in read_jsonl(gold)] == ["another", "brief", "news"]
    for line in read_jsonl(gold)[1:]:
        record = Record.from_json(line)
        text = record.text
        assert record.sentences
        assert all(text[r.start : r.end] == r.text for r in (*record.entities, *record.dates))
        for event in record.events:
            assert text[event.quote.start : event.quote.end] == event.quote.text
            assert all(text[r.start : r.end] == r.text for r in event.roles)
    export = store.export(path, desk / "jsonl", "jsonl")
    assert export
    figures = evaluate.evaluate(gold, desk / "jsonl" / "records.jsonl")
    assert figures["events"]["lang:en"]["event"]["f1"] == figures["entities"]["lang:de"]["f1"] == 1.0
    assert figures["dates"]["all"]["strict"]["f1"] == 1.0


# ------------------------------------------------------------------------------------------------------------- command


def test_the_commands(desk: Path) -> None:
    def depesche(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "depesche.cli", *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=desk)

    out = depesche("review", "export", "events.duckdb", "-o", "out", "--type", "LETTER", "--type", "LIST_ADD", "--json")
    assert (out.returncode, json.loads(out.stdout)) == (0, {"tasks": 2, "output": "out"})
    both = json.loads((desk / "out" / "tasks.json").read_text(encoding="utf-8"))
    bad = annotated(both[1], lambda t: marks(t)[0]["value"].update(start=90, end=94))
    (desk / "e.json").write_text(json.dumps([annotated(both[0]), bad]), encoding="utf-8")
    back = depesche("review", "import", "e.json", "events.duckdb", "--gold", "gold.jsonl")
    assert back.returncode == 1
    assert "1 documents reviewed, 0 known already, 0 still open, 1 refused" in back.stdout
    assert "gold.jsonl  1 gold records" in back.stdout
    assert "refused: task 7: " in back.stderr
    assert depesche("export", "events.duckdb", "--format", "labelstudio", "-o", "all").returncode == 0
    assert depesche("review", "import", "e.json", "nothing.duckdb").returncode == 2


def test_reviews_come_in_the_order_of_time(desk: Path) -> None:
    path = desk / "events.duckdb"
    task = tasks(path)["brief"]
    now = datetime(2026, 5, 1)
    some = [annotated(task, chosen("setzen", "modality", value), when=(now + timedelta(days=i)).isoformat())
            for i, value in ((2, "feared"), (1, "possible"))]  # fmt: skip
    brought_back(path, *some)
    assert rows(path, "SELECT modality FROM event_mentions WHERE review_status = 'corrected'") == [("feared",)]
