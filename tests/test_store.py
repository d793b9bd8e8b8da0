from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from conftest import GOLD
from depesche import store
from depesche.config import Settings
from depesche.errors import StoreError
from depesche.run import run

MENTION_COLUMNS = [
    "mention_id", "event_id", "doc_id", "lang", "sentence", "event_type", "subtype", "plover", "cameo_root",
    "agent", "agent_id", "target", "target_id", "addressee", "beneficiary", "co_agent", "instrument",
    "instrument_id", "object", "topic", "place", "amount", "reason", "time_text", "time_edtf", "date_start",
    "date_end", "date_precision", "date_basis", "modality", "polarity", "status", "attribution_kind", "source",
    "source_id", "n_anonymous_sources", "cue", "trigger_text", "quote", "quote_start", "quote_end", "doc_sha256",
    "confidence", "flags", "rule", "model_version", "run_id", "review_status",
]


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with store.reading(path) as connection:
        return connection.execute(query).fetchall()


def test_columns_stand_in_the_order_analysts_read(fixture_store: Path) -> None:
    names = [row[0] for row in rows(fixture_store, "DESCRIBE event_mentions")]
    assert names == MENTION_COLUMNS


def test_every_quote_trigger_and_role_is_a_slice_of_its_document(fixture_store: Path) -> None:
    checked = rows(fixture_store, """
        SELECT substr(d.text, m.quote_start + 1, m.quote_end - m.quote_start) = m.quote, m.doc_sha256 = d.doc_sha256
        FROM event_mentions m JOIN documents d USING (doc_id)""")
    assert len(checked) > 20
    assert set(checked) == {(True, True)}
    assert {True} == {row[0] for row in rows(fixture_store, """
        SELECT substr(d.text, r.start_char + 1, r.end_char - r.start_char) = r.text
        FROM event_roles r JOIN documents d USING (doc_id)""")}


def test_no_mention_is_without_its_event(fixture_store: Path) -> None:
    assert rows(fixture_store, "SELECT count(*) FROM event_mentions ANTI JOIN events USING (event_id)") == [(0,)]
    assert rows(fixture_store, "SELECT sum(n_mentions) FROM events") == rows(
        fixture_store, "SELECT count(*) FROM event_mentions"
    )


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"), store.reading(tmp_path / "nothing.duckdb"):
        pass
    text = tmp_path / "text.duckdb"
    text.write_text("Huawei wurde im Mai 2019 gelistet.")
    with pytest.raises(StoreError, match="cannot be opened"), store.reading(text):
        pass
    foreign = tmp_path / "foreign.duckdb"
    with duckdb.connect(str(foreign)) as connection:
        connection.execute("CREATE TABLE customers (name VARCHAR)")
    before = foreign.read_bytes()
    with pytest.raises(StoreError, match="not a store of Depesche"):
        run([str(GOLD / "002_cd497eac2b684e7c.txt")], foreign, Settings())
    assert foreign.read_bytes() == before


def test_a_newer_schema_is_refused_and_an_older_one_migrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "events.duckdb"
    article = [str(GOLD / "000_66a098de51a96f95.txt")]
    run(article, path, Settings())
    newest = max(store.MIGRATIONS)
    monkeypatch.setitem(store.MIGRATIONS, newest + 1, "ALTER TABLE reviews ADD COLUMN round INTEGER")
    with pytest.raises(StoreError, match=f"has schema {newest}"), store.reading(path):
        pass
    summary = run(article, path, Settings())
    assert summary.unchanged == 1
    assert ("round",) in rows(path, "SELECT column_name FROM (DESCRIBE reviews)")
    monkeypatch.delitem(store.MIGRATIONS, newest + 1)
    with pytest.raises(StoreError, match="update depesche"), store.reading(path):
        pass


def test_a_store_of_the_first_schema_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.duckdb"
    with duckdb.connect(str(path)) as connection:
        connection.execute(store.MIGRATIONS[1])
        connection.execute("INSERT INTO schema_version VALUES (1)")
        connection.execute("INSERT INTO documents (doc_id, text, path, ordinal) VALUES ('old', 'Ein alter Text.', '/x', 0)")
    article = [str(GOLD / "000_66a098de51a96f95.txt")]
    run(article, path, Settings())
    for table, columns in store.TABLES.items():
        assert [name for name, *_ in rows(path, f"DESCRIBE {table}")] == list(columns)
    assert rows(path, "SELECT doc_id, source_group FROM documents WHERE doc_id = 'old'") == [("old", "old")]
    fresh = tmp_path / "fresh.duckdb"
    run(article, fresh, Settings())
    for table in ("events", "event_mentions", "event_links"):
        assert rows(path, f"SELECT * FROM {table} ORDER BY ALL") == rows(fresh, f"SELECT * FROM {table} ORDER BY ALL")


def test_copies_of_a_text_are_one_source(tmp_path: Path) -> None:
    text = (GOLD / "000_66a098de51a96f95.txt").read_text(encoding="utf-8")
    names = {"a": text, "b": text.replace("Washington", "WASHINGTON").replace("dass", "daß"), "c": f"Agentur: {text} Ende."}
    for name, words in names.items():
        (tmp_path / f"{name}.txt").write_text(words, encoding="utf-8")
    (tmp_path / "own.txt").write_text("Huawei wurde im Mai 2019 auf die Entity List des Handelsministeriums gesetzt.")
    path = tmp_path / "events.duckdb"
    run([str(tmp_path)], path, Settings())
    groups = dict(rows(path, "SELECT doc_id, source_group FROM documents"))
    assert len(groups) == 4
    assert len(set(groups.values())) == 2
    listed = rows(
        path, "SELECT n_documents, n_sources FROM events WHERE event_type = 'LIST_ADD' AND target LIKE 'Huawei' AND time_edtf = '2019-05'"
    )
    assert listed == [(4, 2)]
    for name in "bc":
        (tmp_path / f"{name}.txt").write_text("Es regnet seit Tagen in Berlin.")
    run([str(tmp_path)], path, Settings())
    assert set(rows(path, "SELECT n_documents, n_sources FROM events WHERE event_type = 'LIST_ADD'")) == {(1, 1), (2, 2)}


def test_reviews_outlive_a_second_run(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Huawei wurde im Mai 2019 auf die Entity List gesetzt.")
    path = tmp_path / "events.duckdb"
    run([str(article)], path, Settings())
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO reviews (review_id, decision) VALUES ('r1', 'accepted')")
    article.write_text("ZTE wurde im Mai 2019 auf die Entity List gesetzt.")
    run([str(article)], path, Settings())
    assert rows(path, "SELECT review_id, decision FROM reviews") == [("r1", "accepted")]
    assert rows(path, "SELECT target FROM event_mentions") == [("ZTE",)]


def test_exports_hold_what_the_store_holds(fixture_store: Path, tmp_path: Path) -> None:
    expected = rows(fixture_store, "SELECT mention_id, quote, time_edtf FROM event_mentions ORDER BY ALL")
    written = store.export(fixture_store, tmp_path / "csv", "csv")
    assert set(written) == {tmp_path / "csv" / f"{table}.csv" for table in store.TABLES}
    with (tmp_path / "csv" / "event_mentions.csv").open(encoding="utf-8-sig", newline="") as lines:
        read = [(r["mention_id"], r["quote"], r["time_edtf"] or None) for r in csv.DictReader(lines)]
    assert sorted(read, key=str) == sorted(expected, key=str)
    store.export(fixture_store, tmp_path / "jsonl", "jsonl")
    lines = (tmp_path / "jsonl" / "event_mentions.jsonl").read_text(encoding="utf-8").split("\n")
    read = [(r["mention_id"], r["quote"], r["time_edtf"]) for r in map(json.loads, filter(None, lines))]
    assert sorted(read, key=str) == sorted(expected, key=str)
    import pandas as pd

    store.export(fixture_store, tmp_path / "parquet", "parquet")
    frame = pd.read_parquet(tmp_path / "parquet" / "event_mentions.parquet")
    assert len(frame) == len(expected)
    assert list(frame.columns) == MENTION_COLUMNS
