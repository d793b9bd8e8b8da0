"""`depesche compare` as it is called."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import GOLD

GERMAN = """Berlin, 3. Mai 2019. Das Handelsministerium setzte Huawei am 16. Mai 2019 auf die Entity List.

Der Konzern aus Shenzhen beschäftigt rund 180.000 Menschen und setzte zuletzt 105 Milliarden Dollar um. Die Aktie fiel um
zwölf Prozent. Am Montag tagt der Ausschuss in Köln.
"""
ENGLISH = """Berlin, May 3, 2019. The Commerce Department put Huawei on the Entity List on 15 May 2019.

The company from Shenzhen employs around 180,000 people and recently had sales of $150 billion. The share fell by 12
percent.
"""


def depesche(*args: object, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "depesche.cli", *map(str, args)], capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    german, english = tmp_path / "de.txt", tmp_path / "en.txt"
    german.write_bytes(GERMAN.encode("latin-1"))
    english.write_text(ENGLISH, encoding="utf-8")
    return german, english


def test_two_files_give_a_report_and_json(texts, tmp_path) -> None:
    report = tmp_path / "report.html"
    done = depesche("compare", *texts, "-o", report, "--json")
    found = json.loads(done.stdout)
    told = {(f["type"], f["operation"], (f["source"] or f["target"])["text"]) for f in found["findings"]}
    assert found["kind"] == "translation"
    assert told == {
        ("date", "changed", "16. Mai 2019"), ("number", "changed", "105 Milliarden Dollar"),
        ("claim", "dropped", "Am Montag tagt der Ausschuss in Köln."),
    }  # fmt: skip
    assert found["source"]["text"] == GERMAN
    for finding in found["findings"]:
        for side in ("source", "target"):
            if place := finding[side]:
                assert found[side]["text"][place["start"] : place["end"]] == place["text"]
    assert "105 Milliarden Dollar" in report.read_text(encoding="utf-8")


def test_the_two_gold_articles_are_no_translation() -> None:
    done = depesche("compare", *sorted(GOLD.glob("*.txt")), "--json")
    found = json.loads(done.stdout)
    assert (found["kind"], found["beads"], found["findings"]) == ("same_story", [], [])
    assert {link["relation"] for link in found["events"]} >= {"missing_in_target", "missing_in_source"}


def test_pairs_give_a_report_each_and_a_table(texts, tmp_path) -> None:
    pairs, out = tmp_path / "pairs.csv", tmp_path / "out"
    pairs.write_text("source,target,id\nde.txt,en.txt,../a b\nde.txt,missing.txt,b\n", encoding="utf-8")
    done = depesche("compare", "--pairs", pairs, "-o", out, "--json", code=1)
    first, second = map(json.loads, done.stdout.splitlines())
    assert (first["id"], first["date_changed"], first["number_changed"], first["claim_dropped"]) == ("../a b", 1, 1, 1)
    assert "missing.txt does not exist" in second["error"]
    assert sorted(p.name for p in out.iterdir()) == ["_a_b.html", "summary.csv"]
    with (out / "summary.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert [row["id"] for row in csv.DictReader(lines)] == ["../a b", "b"]


def test_pairs_of_one_name_do_not_take_each_other_s_place(texts, tmp_path) -> None:
    pairs, out = tmp_path / "pairs.csv", tmp_path / "out"
    pairs.write_text("source,target,id\nde.txt,en.txt,a b\nde.txt,en.txt,a b\nde.txt,en.txt,a:b\n", encoding="utf-8")
    depesche("compare", "--pairs", pairs, "-o", out, "--json")
    assert sorted(p.name for p in out.iterdir()) == ["a_b.html", "a_b_2.html", "a_b_3.html", "summary.csv"]


def test_records_go_in_and_out_in_order(tmp_path) -> None:
    path, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = [{"id": i, "source": [f"Es waren {i} Leute da."], "target": [f"There were {i % 7} people."]} for i in range(9)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    depesche("compare", "--jsonl", path, "-o", out)
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [line["id"] for line in found] == list(range(9))
    assert [bool(line["flags"]) for line in found] == [False] * 7 + [True] * 2


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ((), "name two files, or --pairs"),
        (("de.txt",), "name two files: the original and the translation"),
        (("de.txt", "nope.txt"), "nope.txt does not exist"),
        (("de.txt", "de.txt"), "both in German"),
        (("de.txt", "empty.txt"), "this file is empty"),
        (("de.txt", "fr.txt"), "is neither German nor English"),
        (("--pairs", "en.txt"), "needs a first line with the columns source and target"),
        (("--jsonl", "en.txt"), "no JSON"),
        (("--jsonl", "bad.jsonl"), "bad.jsonl, record 1: needs id"),
        (("de.txt", "en.txt", "-o", "nofolder/x.html"), "cannot be written"),
    ],
)
def test_wrong_calls_say_what_is_wrong(args, message, texts, tmp_path, monkeypatch) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "fr.txt").write_text("Le ministre a rejeté hier les accusations de corruption portées contre lui.", encoding="utf-8")
    (tmp_path / "bad.jsonl").write_text('{"source": ["a"]}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert message in depesche("compare", *args, code=2).stderr
