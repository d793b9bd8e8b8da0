"""The commands as a user calls them."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import GOLD
from depesche import __version__

ARTICLES = [str(path) for path in sorted(GOLD.glob("*.txt"))]
SENTENCE = "Huawei wurde im Mai 2019 auf die Entity List gesetzt."


def depesche(*arguments: str, stdin: str | None = None, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "depesche.cli", *arguments], capture_output=True, text=True, input=stdin, cwd=cwd,
        check=False, encoding="utf-8",
    )


def test_help_loads_nothing_heavy() -> None:
    code = ("import sys; sys.argv = ['depesche', '--help']\n"
            "from depesche.cli import main\n"
            "try:\n    main()\nexcept SystemExit:\n    pass\n"
            "heavy = {'spacy', 'pandas', 'duckdb', 'pyarrow', 'trafilatura', 'yaml', 'torch', 'langdetect'}\n"
            "print('LOADED', sorted(heavy & set(sys.modules)))")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out.strip().endswith("LOADED []")
    assert "run" in out
    assert "evaluate" in out


def test_version() -> None:
    assert depesche("--version").stdout.strip() == __version__


def test_run_show_and_export(tmp_path: Path) -> None:
    store = str(tmp_path / "events.duckdb")
    ran = depesche("run", *ARTICLES, "-o", store, "--json")
    assert ran.returncode == 0, ran.stderr
    summary = json.loads(ran.stdout)
    assert summary["languages"] == {"de": 1, "en": 1}
    assert summary["documents"] == 2
    assert summary["events"]["LIST_ADD"] >= 4
    shown = depesche("show", store, "--type", "LIST_ADD")
    assert "2019-05" in shown.stdout
    assert "Huawei wurde im Mai 2019 auf" in " ".join(shown.stdout.split())
    rows = json.loads(depesche("show", store, "--json").stdout)
    listed = [row["time_edtf"] for row in rows if row["event_type"] == "LIST_ADD"]
    assert listed[:3] == ["2019-05", "2020-08", "2020-12"]
    exported = depesche("export", store, "--format", "jsonl", "-o", str(tmp_path / "out"), "--json")
    assert str(tmp_path / "out" / "event_mentions.jsonl") in json.loads(exported.stdout)


def test_annotate_reads_records_on_standard_input() -> None:
    lines = "".join(json.dumps({"doc_id": name, "text": SENTENCE}) + "\n" for name in "ab")
    out = depesche("annotate", "-", stdin=lines)
    assert out.returncode == 0, out.stderr
    assert [json.loads(line)["doc_id"] for line in out.stdout.splitlines()] == ["a", "b"]


def test_failures_exit_with_one_and_say_why(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    out = depesche("annotate", str(tmp_path), "-o", str(tmp_path / "out.jsonl"))
    assert out.returncode == 1
    assert "empty" in out.stderr
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"good.txt", "empty.txt", "out.jsonl"}


def test_writing_never_takes_the_place_of_anything_else(tmp_path: Path, fixture_store: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text(SENTENCE, encoding="utf-8")
    store = tmp_path / "store.duckdb"
    shutil.copyfile(fixture_store, store)
    (tmp_path / "link.txt").symlink_to(letter)
    other = tmp_path / "other.duckdb"
    other.write_bytes(b"{" + store.read_bytes()[1:])  # what its checksum may begin with
    for command, output, says in (
        (["annotate", letter], letter, "one of the texts"),
        (["annotate", letter], tmp_path / "link.txt", "one of the texts"),
        (["annotate", letter], store, "not JSON lines"),
        (["annotate", letter], other, "not JSON lines"),
        (["report", store], letter, "not an HTML page"),
        (["report", store], store, "is the store"),
    ):
        before = output.read_bytes()
        done = depesche(*map(str, command), "-o", str(output))
        assert done.returncode == 2, done.stderr
        assert says in done.stderr
        assert output.read_bytes() == before


def test_records_go_where_a_link_leads_and_are_not_read_again(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "there").mkdir()
    records = tmp_path / "there" / "records.jsonl"
    for _ in range(2):
        assert depesche("annotate", str(tmp_path), "-o", str(records)).returncode == 0
        assert len(records.read_text(encoding="utf-8").splitlines()) == 1
    (tmp_path / "out.jsonl").symlink_to(records)
    assert depesche("annotate", str(tmp_path / "letter.txt"), "-o", str(tmp_path / "out.jsonl")).returncode == 0
    assert (tmp_path / "out.jsonl").is_symlink()
    assert depesche("annotate", str(tmp_path / "letter.txt"), "-o", os.devnull).returncode == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(("arguments", "message"), [
    (["run", "nowhere"], "nowhere"),
    (["run", "letter.xyz"], "xyz"),
    (["run", "letter.txt", "--published", "yesterday"], "--published yesterday"),
    (["run", "letter.txt", "--workers", "0"], "workers"),
    (["run", "letter.txt", "--model", "huge"], "no model 'huge'"),
    (["run", "letter.txt", "-o", "no/such/folder/events.duckdb"], "no such folder"),
    (["run", "letter.txt", "-o", "."], "is a folder"),
    (["annotate", "letter.txt", "-o", "."], "is a folder"),
    (["show", "letter.txt"], "cannot be opened"),
    (["show", "nothing.duckdb"], "no such store"),
    (["show", "nothing.duckdb", "--type", "LISTADD"], "--type LISTADD: no such event type; there are"),
    (["export", "letter.txt", "-o", "out"], "cannot be opened"),
    (["export", "nothing.duckdb", "--format", "xlsx", "-o", "out"], "no such store"),
    (["export", "letter.txt", "--format", "docx", "-o", "out"], "docx"),
    (["evaluate", "nothing.jsonl"], "nothing.jsonl"),
    (["annotate", "letter.txt", "-o", "no/such/folder/out.jsonl"], "cannot be written"),
    (["fly"], "fly"),
])
def test_wrong_calls_exit_with_two_and_one_clear_line(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "letter.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "letter.xyz").write_text(SENTENCE, encoding="utf-8")
    out = depesche(*arguments, cwd=tmp_path)
    assert out.returncode == 2, out.stderr
    assert message in out.stderr
    assert "Traceback" not in out.stderr
    assert sorted(path.name for path in tmp_path.iterdir() if not path.name.startswith(".")) == [
        "letter.txt", "letter.xyz"
    ]


def test_ctrl_c_ends_cleanly_and_the_next_run_goes_on(tmp_path: Path) -> None:
    lines, store = tmp_path / "many.jsonl", tmp_path / "events.duckdb"
    with lines.open("w", encoding="utf-8") as out:
        for i in range(30_000):
            out.write(json.dumps({"doc_id": str(i), "text": f"{SENTENCE} Nummer {i}."}) + "\n")
    with subprocess.Popen(
        [sys.executable, "-m", "depesche.cli", "run", str(lines), "-o", str(store), "--workers", "2"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as child:
        for _ in range(600):
            if any((tmp_path / "events.duckdb.work").glob("*.parquet")):
                break
            time.sleep(0.1)
        os.killpg(child.pid, signal.SIGINT)
        _, errors = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "Interrupted; run the same command again to go on." in errors
    assert "Traceback" not in errors
    assert store.exists()
    assert not (tmp_path / "events.duckdb.work").exists()
    rows = depesche("show", str(store), "--json", "--limit", "5")
    assert json.loads(rows.stdout)


def test_evaluate_prints_a_table_or_json(tmp_path: Path) -> None:
    out = depesche("evaluate", "--json")
    assert out.returncode == 0, out.stderr
    figures = json.loads(out.stdout)
    assert figures["events"]["all"]["event"]["f1"] > 0.3
    assert "LIST_ADD" in depesche("evaluate", str(GOLD / "gold.jsonl")).stdout
    gate = tmp_path / "floors.json"
    gate.write_text(json.dumps({"events": {"all": {"event": {"f1": 0.999}}}}))
    below = depesche("evaluate", "--gate", str(gate))
    assert below.returncode == 1
    assert "events" in below.stderr


def test_models_info_names_the_annotator() -> None:
    info = json.loads(depesche("models", "info", "--json").stdout)
    assert info["name"] == "kurier"
    assert "PERSON" in info["labels"]
    assert info["pipeline de"][-1] == "depesche_encoder"
    assert "LIST_ADD" in info["event types"]


def test_explain_says_why_a_listing_is_only_requested(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    wished = "Die Senatoren forderten, Alibaba Cloud auf die Entity List zu setzen."
    text.write_text(f"{SENTENCE}\n\n{wished}\n", encoding="utf-8")
    records = tmp_path / "records.jsonl"
    assert depesche("annotate", str(text), "-o", str(records), "-q").returncode == 0
    events = json.loads(records.read_text(encoding="utf-8"))["events"]
    (wish,) = [e for e in events if e["event_type"] == "LIST_ADD" and e["modality"] == "requested"]
    for document in (text, records):
        ran = depesche("explain", str(document), wish["event_id"][:6])
        assert ran.returncode == 0, ran.stderr
        assert ran.stdout.startswith(f"LIST_ADD {wish['event_id']}")
        assert "target    Alibaba Cloud: object; " in ran.stdout
        assert "governed by “forderten” (requested)" in ran.stdout
    lines = depesche("explain", str(text), "--json").stdout.splitlines()
    assert [json.loads(line)["event_id"] for line in lines] == [e["event_id"] for e in events]
    ran = depesche("explain", str(text), "no-such-id")
    assert (ran.returncode, ran.stderr.count("\n")) == (2, 1)
    assert "no event whose id begins with no-such-id" in ran.stderr
