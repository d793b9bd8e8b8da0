"""Runs as a whole: resume, replace, set aside, and the same table whatever happens on the way."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import GOLD, SHARED, needs_shared, read_jsonl
from depesche import store
from depesche.config import Settings
from depesche.errors import StoreError, UsageError
from depesche.ingest import Failure, ReadOptions
from depesche.records import Document
from depesche.run import Summary, annotate_document, annotate_paths, run, with_evidence
from depesche.run.document import annotate_documents

NAMES = ["Huawei", "ZTE", "Hikvision", "SMIC", "Kaspersky", "Rosneft", "Gazprom", "Sberbank"]
MONTHS = {"de": ["Januar", "März", "Mai", "August"], "en": ["January", "March", "May", "August"]}


def corpus(folder: Path, count: int) -> Path:
    """``count`` short articles in two languages."""
    rng = random.Random(1)
    folder.mkdir()
    for i in range(count):
        name, year = rng.choice(NAMES), rng.randint(2014, 2023)
        if i % 2:
            month = rng.choice(MONTHS["de"])
            text = (f"{name} wurde im {month} {year} auf die Entity List des US-Handelsministeriums gesetzt. "
                    f"Die Senatoren forderten Präsident Joe Biden auf, Sanktionen gegen {name} zu verhängen.")
        else:
            month = rng.choice(MONTHS["en"])
            text = (f"The Commerce Department added {name} to the Entity List in {month} {year}. "
                    f"Senators urged President Joe Biden to impose sanctions on {name}.")
        (folder / f"{i:04d}.txt").write_text(text, encoding="utf-8")
    return folder


def tables(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every table but the diary of runs, sorted."""
    with store.reading(path) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY ALL").fetchall()
            for name in store.TABLES if name != "runs"
        }


def test_a_second_run_changes_nothing(tmp_path: Path) -> None:
    texts, path = corpus(tmp_path / "texts", 12), tmp_path / "events.duckdb"
    first = run([str(texts)], path, Settings())
    assert (first.documents, first.unchanged, first.failed) == (12, 0, 0)
    before = path.read_bytes()
    second = run([str(texts)], path, Settings())
    assert (second.documents, second.unchanged, second.failed) == (0, 12, 0)
    assert path.read_bytes() == before


def test_a_changed_file_replaces_its_rows_and_a_new_one_adds_its_own(tmp_path: Path) -> None:
    texts, path = corpus(tmp_path / "texts", 4), tmp_path / "events.duckdb"
    run([str(texts)], path, Settings())
    (texts / "0001.txt").write_text("Kaspersky wurde im Juni 2024 auf die Entity List gesetzt.", encoding="utf-8")
    (texts / "new.txt").write_text("The Treasury Department sanctioned Rosneft in March 2014.", encoding="utf-8")
    summary = run([str(texts)], path, Settings())
    assert (summary.documents, summary.unchanged) == (2, 3)
    fresh = tmp_path / "fresh.duckdb"
    run([str(texts)], fresh, Settings())
    assert tables(path) == tables(fresh)


def test_lines_that_a_file_no_longer_has_go(tmp_path: Path) -> None:
    lines, path = tmp_path / "feed.jsonl", tmp_path / "events.duckdb"
    texts = [json.dumps({"text": f"{name} wurde im Mai 2019 auf die Entity List gesetzt."}) for name in NAMES]
    lines.write_text("\n".join(texts), encoding="utf-8")
    run([str(lines)], path, Settings())
    assert len(tables(path)["documents"]) == len(NAMES)
    lines.write_text("\n".join(texts[:3]), encoding="utf-8")
    run([str(lines)], path, Settings())
    after = tables(path)
    assert len(after["documents"]) == 3
    assert {row[11] for row in after["event_mentions"]} == set(NAMES[:3])


def test_other_options_read_the_texts_anew(tmp_path: Path) -> None:
    texts, path = corpus(tmp_path / "texts", 2), tmp_path / "events.duckdb"
    run([str(texts)], path, Settings())
    summary = run([str(texts)], path, Settings(read=ReadOptions(published="2024-01-05")))
    assert summary.documents == 2
    with store.reading(path) as connection:
        assert connection.execute("SELECT DISTINCT published_edtf, published_basis FROM documents").fetchall() == [
            ("2024-01-05", "user")
        ]


def test_workers_and_shards_do_not_change_the_result(tmp_path: Path) -> None:
    texts = corpus(tmp_path / "texts", 30)
    one, two = tmp_path / "one.duckdb", tmp_path / "two.duckdb"
    run([str(texts)], one, Settings())
    run([str(texts)], two, Settings(workers=2, shard_documents=4, publish_seconds=0))
    assert tables(one) == tables(two)


def test_two_files_of_one_name_are_two_documents_and_a_copy_is_one(tmp_path: Path) -> None:
    path = tmp_path / "events.duckdb"
    for folder, name in (("a", "Huawei"), ("b", "ZTE"), ("c", "Huawei")):
        (tmp_path / folder).mkdir()
        text = f"{name} wurde im Mai 2019 auf die Entity List gesetzt."
        (tmp_path / folder / "letter.txt").write_text(text, encoding="utf-8")
        summary = run([str(tmp_path / folder / "letter.txt")], path, Settings())
    with store.reading(path) as connection:
        ids = [row[0] for row in connection.execute("SELECT doc_id FROM documents ORDER BY 1").fetchall()]
        reasons = connection.execute("SELECT reason, path FROM failures").fetchall()
    assert len(ids) == 2
    assert ids[0] == "letter"
    assert ids[1].startswith("letter~")
    assert reasons == [("duplicate", str(tmp_path / "c" / "letter.txt"))]
    assert (summary.documents, summary.failures["duplicate"], summary.failed) == (0, 1, 0)


def test_another_language_is_recorded_and_set_aside(tmp_path: Path) -> None:
    letter = tmp_path / "lettre.txt"
    letter.write_text("Le ministère des Finances a imposé des sanctions contre la banque en mai 2022. "
                      "Le président a demandé au gouvernement de prendre des mesures contre l'entreprise.")
    path = tmp_path / "events.duckdb"
    summary = run([str(letter)], path, Settings())
    assert (summary.langs["fr"], summary.failed) == (1, 0)
    with store.reading(path) as connection:
        assert connection.execute("SELECT lang, set_aside FROM documents").fetchall() == [
            ("fr", "language fr: not German or English")
        ]
        assert connection.execute("SELECT count(*) FROM event_mentions").fetchall() == [(0,)]


def test_failures_have_reasons_and_the_run_goes_on(tmp_path: Path) -> None:
    texts = corpus(tmp_path / "texts", 3)
    (texts / "empty.txt").write_bytes(b"")
    (texts / "noise.txt").write_bytes(bytes(range(256)) * 20)
    (texts / "bad.jsonl").write_text('{"text": "Huawei wurde im Mai 2019 auf die Entity List gesetzt."}\n{"text": \n')
    path = tmp_path / "events.duckdb"
    summary = run([str(texts)], path, Settings())
    assert summary.documents == 4
    assert summary.failed == 3
    with store.reading(path) as connection:
        failures = connection.execute("SELECT doc_id, reason, message FROM failures ORDER BY 1").fetchall()
    assert [row[0] for row in failures] == ["bad.jsonl#2", "empty", "noise"]
    assert all(reason and Path(doc_id).stem[:3] in message for doc_id, reason, message in failures)
    before = path.read_bytes()
    again = run([str(texts)], path, Settings())
    assert (again.documents, again.unchanged, again.failed) == (0, 7, 3)
    assert path.read_bytes() == before


def test_wrong_calls_are_refused_before_any_work(tmp_path: Path) -> None:
    path = tmp_path / "events.duckdb"
    with pytest.raises(UsageError, match="nowhere"):
        run([str(tmp_path / "nowhere")], path, Settings())
    assert not path.exists()
    with pytest.raises(StoreError, match="no such folder"):
        run([str(GOLD)], tmp_path / "missing" / "events.duckdb", Settings())


def test_one_store_has_one_writer(tmp_path: Path) -> None:
    from filelock import FileLock

    path = tmp_path / "events.duckdb"
    with FileLock(tmp_path / ".events.duckdb.lock"), pytest.raises(StoreError, match="another run"):
        run([str(corpus(tmp_path / "texts", 1))], path, Settings())


# --- kills -----------------------------------------------------------------------------------------------------

CHILD = """
import sys
from pathlib import Path
from depesche.config import Settings
from depesche.run import run
if __name__ == "__main__":
    settings = Settings(workers=int(sys.argv[3]), shard_documents=8, publish_seconds=float(sys.argv[4]))
    run([sys.argv[1]], Path(sys.argv[2]), settings, lambda s: s.documents and print(s.documents, flush=True))
"""


def start(
    script: Path, texts: Path, path: Path, workers: int = 1, publish_seconds: int = 30
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, str(script), str(texts), str(path), str(workers), str(publish_seconds)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )


def kill_somewhere(child: subprocess.Popen[bytes], rng: random.Random) -> bool:
    """Kill after up to two finished shards and a moment more: while reading, writing or putting in place."""
    assert child.stdout is not None
    finished = rng.choice([0, 1, 1, 2])
    for _ in range(finished):
        child.stdout.readline()
    time.sleep(rng.uniform(0, 0.08 if finished else 2))
    running = child.poll() is None
    child.kill()
    child.communicate()
    return running


def test_kill_at_twenty_random_moments_and_resume_gives_the_unbroken_table(tmp_path: Path) -> None:
    texts = corpus(tmp_path / "texts", 500)
    script = tmp_path / "child.py"
    script.write_text(CHILD)
    unbroken, broken = tmp_path / "unbroken.duckdb", tmp_path / "broken.duckdb"
    start(script, texts, unbroken).communicate()
    rng, killed, seen = random.Random(7), 0, [0]
    for i in range(20):
        killed += kill_somewhere(start(script, texts, broken, 2 if i % 5 == 0 else 1, 0), rng)
        if broken.exists():
            # whatever a reader finds is whole: no document without its events, and never fewer than before
            with duckdb.connect(str(broken), read_only=True) as connection:
                halves = connection.execute(
                    "SELECT count(*) FROM documents WHERE doc_id NOT IN (SELECT doc_id FROM event_mentions)"
                ).fetchall()
                seen += connection.execute("SELECT count(*) FROM documents").fetchall()[0]
            assert halves == [(0,)]
    assert killed >= 15, "the machine is so fast that the run ended before it could be killed"
    assert seen == sorted(seen)
    assert len(set(seen)) > 5
    start(script, texts, broken).communicate()
    assert tables(broken) == tables(unbroken)
    assert not (tmp_path / "broken.duckdb.work").exists()


def test_a_reader_with_the_store_open_disturbs_no_run(tmp_path: Path) -> None:
    texts, path = corpus(tmp_path / "texts", 4), tmp_path / "events.duckdb"
    run([str(texts)], path, Settings())
    code = (f"import duckdb, sys; store = duckdb.connect({str(path)!r}, read_only=True); "
            "print('open', flush=True); sys.stdin.read()")
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline().strip() == b"open"
        (texts / "more.txt").write_text("ZTE was added to the Entity List in March 2016.")
        assert run([str(texts)], path, Settings()).documents == 1
        reader.communicate()


def test_ctrl_c_keeps_what_is_finished(tmp_path: Path) -> None:
    texts, path = corpus(tmp_path / "texts", 60), tmp_path / "events.duckdb"

    def interrupt(summary: Summary) -> None:
        if summary.documents >= 30:
            raise KeyboardInterrupt

    summary = run([str(texts)], path, Settings(shard_documents=10), interrupt)
    assert summary.interrupted
    assert len(tables(path)["documents"]) == 30
    assert run([str(texts)], path, Settings()).unchanged == 30
    fresh = tmp_path / "fresh.duckdb"
    run([str(texts)], fresh, Settings())
    assert tables(path) == tables(fresh)


# --- records ---------------------------------------------------------------------------------------------------


def test_every_input_line_gives_one_line_in_order(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    texts = ["Huawei wurde im Mai 2019 auf die Entity List gesetzt.", "Le président a parlé à la presse ce matin.",
             "ZTE was added to the Entity List in March 2016."]
    lines.write_text("".join(json.dumps({"doc_id": str(i), "text": t}) + "\n" for i, t in enumerate(texts * 40)))
    found = [json.loads(r) for r in annotate_paths([str(lines)], Settings(workers=2, shard_documents=7), Summary())]
    assert [record["doc_id"] for record in found] == [str(i) for i in range(120)]
    assert [record["text"] for record in found] == texts * 40
    assert all(not record["events"] and not record["entities"] for record in found[1::3])
    assert all(record["events"] for record in found[0::3])


def test_known_fields_of_a_line_are_kept(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({
        "doc_id": "x", "text": "Am Montag wurde ZTE auf die Entity List gesetzt.", "lang": "de", "title": "T",
        "source": "https://example.org/1", "published": "2016-03-09",
    }))
    (line,) = annotate_paths([str(lines)], Settings(), Summary())
    record = json.loads(line)  # type: ignore[arg-type]
    assert (record["title"], record["source"]) == ("T", "https://example.org/1")
    assert record["published"] == {"edtf": "2016-03-09", "basis": "metadata"}
    assert record["events"][0]["time"]["edtf"] == "2016-03-07"


def assert_grounded(record: Any) -> None:
    text = record.text
    rows = [*record.entities, *record.dates, *(e.quote for e in record.events),
            *(r for e in record.events for r in e.roles)]
    for row in rows:
        assert text[row.start : row.end] == row.text
    for event in record.events:
        assert all(0 <= s.start < s.end <= len(text) for s in event.trigger)
        assert all(r.start <= r.head[0] < r.head[1] <= r.end for r in event.roles)
    for date in record.dates:
        assert text[date.start : date.end] == date.text
    for sentence in record.sentences:
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end] != ""
    assert with_evidence(record) == record


@needs_shared
def test_every_span_of_the_dev_texts_is_its_words() -> None:
    texts = [*read_jsonl(GOLD / "gold.jsonl"), *read_jsonl(SHARED / "data" / "events" / "dev.jsonl")]
    assert len(texts) == 20
    for line in texts:
        for text in (line["text"], line["text"].replace("\n", "\r\n")):
            assert_grounded(annotate_document(Document(line["doc_id"], text), Settings()))


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_span_is_its_words_in_cut_and_decorated_texts(data: st.DataObject) -> None:
    articles = [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("*.txt"))]
    text = data.draw(st.sampled_from(articles))
    start = data.draw(st.integers(0, len(text) - 1))
    cut = text[start : start + data.draw(st.integers(0, 1500))]
    noise = data.draw(st.sampled_from(["", "😀", "e\u0301", "\u00ad", "\u200b", "\r\n", "\x0b", "🏳️‍🌈", "\u2028", "ﬁ"]))
    at = data.draw(st.integers(0, len(cut)))
    cut = cut[:at] + noise + cut[at:]
    if data.draw(st.booleans()):
        cut = cut.replace("\n", "\r\n")
    lang = data.draw(st.sampled_from([None, "de", "en"]))
    assert_grounded(annotate_document(Document("cut", cut, lang=lang), Settings()))


def test_a_row_without_evidence_is_not_written() -> None:
    from dataclasses import replace

    record = annotate_document(Document("a", "Huawei wurde im Mai 2019 auf die Entity List gesetzt."), Settings())
    (event,) = record.events
    false_quote = replace(event, quote=replace(event.quote, start=event.quote.start + 1))
    assert with_evidence(replace(record, events=(false_quote,))).events == ()
    false_role = replace(event, roles=(replace(event.roles[0], text="Huawai"),))
    assert with_evidence(replace(record, events=(false_role,))).events == ()


def test_a_dying_worker_costs_one_document(tmp_path: Path) -> None:
    texts = corpus(tmp_path / "texts", 6)
    script = tmp_path / "child.py"
    script.write_text("""
import os, sys
from pathlib import Path
import depesche.run
import depesche.run.shards
from depesche.config import Settings
honest = depesche.run.shards.annotate_documents
def deadly(documents, settings):
    def checked():
        for document in documents:
            if document.doc_id == "0003":
                os._exit(9)
            yield document
    return honest(checked(), settings)
depesche.run.shards.annotate_documents = deadly
if __name__ == "__main__":
    summary = depesche.run.run([sys.argv[1]], Path(sys.argv[2]), Settings(workers=2, shard_documents=3))
    print(summary.documents, dict(summary.failures))
""")
    path = tmp_path / "events.duckdb"
    out = subprocess.run(
        [sys.executable, str(script), str(texts), str(path)], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "5 {'crashed': 1}"


def test_a_document_that_breaks_the_encoder_is_set_aside_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from depesche.encoder import Encoder

    read = Encoder.read

    def breaks(self: Encoder, sentences: Any, **options: Any) -> Any:
        if any("Zwölfachteltakt" in s.texts for s in sentences):
            raise ValueError("no such measure")
        return read(self, sentences, **options)

    monkeypatch.setattr(Encoder, "read", breaks)
    texts = ("Berlin hat gewählt.", "Der Zwölfachteltakt bricht alles.", "Paris hat gewählt.")
    results = list(annotate_documents([Document(str(i), text, lang="de") for i, text in enumerate(texts)], Settings()))
    assert [type(result).__name__ for result in results] == ["Record", "ValueError", "Record"]
    assert [e.text for result in (results[0], results[2]) for e in result.entities] == ["Berlin", "Paris"]


def test_reading_ahead_finds_what_reading_in_turn_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    from depesche import components
    from depesche.run import document

    texts = [record["text"] for record in read_jsonl(GOLD / "gold.jsonl")]
    paragraphs = [p for text in texts for p in text.split("\n") if p.strip()]
    documents = [Document(str(i), p) for i, p in enumerate(paragraphs)]
    found = []
    for cores, chunk in ((1, 10**6), (1, 2_000), (3, 2_000), (2, 1)):
        monkeypatch.setattr(components, "cores", lambda cores=cores: cores)
        monkeypatch.setattr(document, "CHUNK", chunk)
        found.append(list(annotate_documents(documents, Settings())))
    assert len(found[0]) == len(documents)
    assert found[0] == found[1] == found[2] == found[3]


def test_reading_ahead_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    from depesche import components
    from depesche.run import document

    monkeypatch.setattr(components, "cores", lambda: 2)
    monkeypatch.setattr(document, "CHUNK", 200)
    threads, interval = threading.active_count(), sys.getswitchinterval()
    text = "ZTE was added to the Entity List in March 2016. Berlin hat Sanktionen gegen Minsk verhängt.\n" * 40
    documents = (Document(str(i), text) for i in range(1_000))
    results = annotate_documents(documents, Settings())
    assert next(results).events
    assert threading.active_count() > threads
    results.close()
    assert (threading.active_count(), sys.getswitchinterval()) == (threads, interval)
    assert int(next(documents).doc_id) < 10  # it was at most a few ahead


def test_failures_travel_with_the_records(tmp_path: Path) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"text": "ZTE was added to the Entity List in March 2016."}\nnot json\n')
    record, failure = annotate_paths([str(lines)], Settings(), Summary())
    assert isinstance(record, str)
    assert isinstance(failure, Failure)
    assert failure.ordinal == 1


def test_one_event_in_two_languages_is_one_row_with_both_quotes(tmp_path: Path) -> None:
    texts, path = tmp_path / "texts", tmp_path / "events.duckdb"
    texts.mkdir()
    (texts / "de.txt").write_text("Huawei wurde im Mai 2019 auf die Entity List gesetzt.", encoding="utf-8")
    (texts / "en.txt").write_text("In May 2019, Huawei was added to the Entity List by the Commerce Department.")
    (texts / "year.txt").write_text("The United States put Huawei on the Entity List in 2019.")
    (texts / "wish.txt").write_text("Die Senatoren fordern, Huawei auf die Entity List zu setzen.", encoding="utf-8")
    run([str(texts)], path, Settings())
    with store.reading(path) as connection:
        listed = store.event_rows(connection, event_type="LIST_ADD")
        links = connection.execute("SELECT relation FROM event_links").fetchall()
    merged = next(row for row in listed if row["n_documents"] == 2)
    assert merged["langs"] == ["de", "en"]
    assert merged["time_edtf"] == "2019-05"
    assert len(merged["quotes"]) == 2
    assert [row["modality"] for row in listed if row is not merged] == ["asserted", "requested"]
    assert links
    assert set(links) == {("related_not_same",)}


def test_pipelines_are_built_anew_on_the_way_and_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from depesche import annotate
    from depesche.run import shards

    texts = corpus(tmp_path / "texts", 30)
    plain, renewed = tmp_path / "plain.duckdb", tmp_path / "renewed.duckdb"
    run([str(texts)], plain, Settings())
    monkeypatch.setattr(shards, "RENEW_AFTER", 10)
    before = annotate.pipeline("de")
    run([str(texts)], renewed, Settings(shard_documents=10))
    assert annotate.pipeline("de") is not before
    assert tables(plain) == tables(renewed)
