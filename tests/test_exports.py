"""Each export is read back by what reads such files: csv and json, openpyxl, pandas, sqlite3, followthemoney."""

from __future__ import annotations

import csv
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

import depesche
from conftest import GOLD, ROOT, read_jsonl
from depesche import store
from depesche.cli import Format
from depesche.config import Settings
from depesche.errors import StoreError, UsageError
from depesche.records import Record
from depesche.resources import load
from depesche.run import Summary, annotate_paths
from depesche.store.exports import sheets
from depesche.store.exports.ftm import prefix
from depesche.store.exports.plover import codes

HOSTILE = [
    "=1+1", "+49 30 123", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠x", "'=1", "''", "'tis",
    " =1+1", "\ufeff=1", "\x00=cmd|' /C calc'!A0", "a\x00b\x0bc", "Zeile\neins\r\nzwei", 'sagte "nein", dann; ja',
    "", "😀" * 20_000, "a" * 40_000,
    "#N/A", "#NAME?", "_x0041_", "007", "2019-05", "\uffff", "NULL", "\u2028x",
]


def listed(path: Path, query: str) -> list[tuple[Any, ...]]:
    with store.reading(path) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture(scope="module")
def hostile_store(fixture_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gold articles, and failures, documents and mentions with everything that breaks a table."""
    path = tmp_path_factory.mktemp("hostile") / "events.duckdb"
    shutil.copyfile(fixture_store, path)
    with duckdb.connect(str(path)) as connection:
        connection.execute("UPDATE event_mentions SET flags = ['=1', 'a,b', NULL] WHERE event_type = 'LIST_ADD'")
        for number, text in enumerate(HOSTILE):
            connection.execute(
                "INSERT INTO failures (doc_id, reason, message, ordinal) VALUES (?, 'hostile', ?, ?)",
                [f"h{number:03}", text, -number],
            )
            connection.execute(
                "INSERT INTO documents (doc_id, lang, lang_score, published_basis, text, title, source, author) "
                "VALUES (?, 'de', 0.5, 'unknown', ?, ?, ?, ?)", [f"h{number:03}", text, text, text, text],
            )
            given = dict.fromkeys(
                ("agent", "place", "trigger_text", "quote", "rule", "instrument", "instrument_id", "reason"), text
            ) | {
                "mention_id": f"m{number:03}", "event_id": f"e{number:03}", "doc_id": f"h{number:03}", "lang": "de",
                "sentence": 0, "event_type": "LIST_ADD", "plover": "SANCTION-discontinue", "time_edtf": "1899",
                "date_start": "1899-01-01", "date_end": "1899-12-31", "date_precision": "year", "modality": "asserted",
                "polarity": "positive", "status": "completed", "attribution_kind": "author", "quote_start": 0,
                "quote_end": len(text), "confidence": 0.5, "flags": [],
            }
            connection.execute(
                f"INSERT INTO event_mentions ({', '.join(given)}) VALUES ({', '.join('?' * len(given))})",
                list(given.values()),
            )
            connection.execute(
                "INSERT INTO event_roles VALUES (?, ?, 'target', ?, ?, 0, ?, 0, ?)",
                [f"m{number:03}", f"h{number:03}", text, text or None, len(text), len(text)],
            )
            connection.execute(
                "INSERT INTO events SELECT event_id, event_type, agent, NULL, NULL, instrument, NULL, time_edtf, "
                "date_start, date_end, modality, polarity, status, 1, 1, ['de'], [quote], confidence, 1 "
                "FROM event_mentions WHERE mention_id = ?", [f"m{number:03}"],
            )
            if text:
                connection.execute("INSERT INTO entities VALUES (?, 'ORG', ?, 1, 1)", [text, text])
    return path


def undone(text: str) -> str:
    return text[1:] if text.startswith("'") and sheets.FORMULA.match(text) else text


def expected_cell(text: str) -> str:
    """What a cell shows of a text once apostrophes are taken away again."""
    return "".join(c for c in text if c in "\t\n\r" or not (ord(c) < 32 or 127 <= ord(c) < 160 or c == "\uffff"))


def test_the_command_offers_what_the_registry_has() -> None:
    assert [form.value for form in Format] == list(store.FORMATS)


def test_unknown_formats_are_refused(fixture_store: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="docx: no such format; there are csv, xlsx"):
        store.export(fixture_store, tmp_path, "docx")


@pytest.mark.parametrize("form", store.FORMATS)
def test_what_cannot_be_used_is_named_and_leaves_nothing(fixture_store: Path, tmp_path: Path, form: str) -> None:
    taken = tmp_path / "file"
    taken.write_text("")
    with pytest.raises(StoreError, match="cannot be used as a folder"):
        store.export(fixture_store, taken, form)
    with pytest.raises(StoreError, match="no such store"):
        store.export(tmp_path / "nothing.duckdb", tmp_path / "out", form)
    with pytest.raises(StoreError, match="cannot be opened"):
        store.export(taken, tmp_path / "out", form)
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_to_is_named(fixture_store: Path, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(StoreError, match="cannot be written to"):
        store.export(fixture_store, tmp_path, "csv")
    tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="sets a limit on the size of files")
@pytest.mark.parametrize("form", store.FORMATS)
def test_a_full_disk_is_named_and_leaves_what_was_there(fixture_store: Path, tmp_path: Path, form: str) -> None:
    before = {path: path.stat().st_mtime_ns for path in store.export(fixture_store, tmp_path, form)}
    code = ("import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))\n"
            f"sys.argv[1:] = ['export', {str(fixture_store)!r}, '--format', {form!r}, '-o', {str(tmp_path)!r}]\n"
            "from depesche.cli import main; main()")
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert out.returncode == 2, out.stderr
    assert f"{tmp_path}: cannot be written to" in out.stderr
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_help_and_documentation_name_every_format_and_what_it_loses() -> None:
    help_text = subprocess.run(
        [sys.executable, "-m", "depesche.cli", "export", "--help"], capture_output=True, text=True, check=True,
        encoding="utf-8",
    ).stdout
    page = (ROOT / "docs" / "analysts.md").read_text(encoding="utf-8")
    for form in store.FORMATS:
        entry = re.search(rf"^  {form} .*(?:\n {{6,}}.*)*", help_text, re.MULTILINE)
        assert entry is not None, form
        assert re.search("[Ll]ose", entry[0]), form
        assert f"| `{form}` |" in page


@pytest.mark.parametrize("form", store.FORMATS)
def test_the_same_store_gives_the_same_files_and_no_drafts(hostile_store: Path, tmp_path: Path, form: str) -> None:
    first = store.export(hostile_store, tmp_path / "a", form)
    store.export(hostile_store, tmp_path / "b", form)
    assert sorted(path.name for path in first) == sorted(path.name for path in (tmp_path / "a").iterdir())
    for path in first:
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes(), path.name


def test_csv_is_read_back_without_formulas(hostile_store: Path, tmp_path: Path) -> None:
    store.export(hostile_store, tmp_path, "csv")
    raw = (tmp_path / "failures.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    with (tmp_path / "failures.csv").open(encoding="utf-8-sig", newline="") as lines:
        failures = list(csv.DictReader(lines))
    assert len(failures) == len(HOSTILE)
    for row, text in zip(failures, HOSTILE, strict=True):
        cell = row["message"]
        assert not cell or cell.lstrip("\ufeff \t\r\n\u2028")[0] not in "=+-@＝＋－＠"
        if len(text) < 10_000:
            assert undone(cell) == expected_cell(text)
        else:
            assert cell.endswith("… [cut]")
            assert len(cell.encode("utf-16-le")) in (2 * sheets.CELL, 2 * sheets.CELL - 2)
            assert text.startswith(cell.removesuffix(sheets.CUT))
        assert row["ordinal"] == str(-int(row["doc_id"][1:]))  # numbers stay numbers
        assert row["path"] == ""
    empty = HOSTILE.index("")
    assert f'\nh{empty:03},hostile,"",,-{empty},' in raw.decode("utf-8")  # NULL is bare, an empty text is not
    with (tmp_path / "event_mentions.csv").open(encoding="utf-8-sig", newline="") as lines:
        flags = {row["flags"] for row in csv.DictReader(lines) if row["event_type"] == "LIST_ADD"}
    assert '["=1", "a,b", null]' in flags


def test_xlsx_opens_as_a_spreadsheet(hostile_store: Path, tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    written = store.export(hostile_store, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "events.xlsx")
    assert book.sheetnames == ["events", "event_mentions", "documents", "entities", "failures"]
    assert sum(sheet.max_row - 1 for sheet in book) == written[tmp_path / "events.xlsx"]
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert [cell.value for cell in sheet[1]] == list(store.TABLES[sheet.title])
        assert all(8 <= sheet.column_dimensions[cell.column_letter].width <= sheets.WIDEST for cell in sheet[1])
        assert {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row} <= {"s", "n", "d", "inlineStr"}
    messages = [row[2].value for row in book["failures"].iter_rows(min_row=2)]
    assert len(messages) == len(HOSTILE)
    for cell, text in zip(messages, HOSTILE, strict=True):
        shown = expected_cell(text).replace("\r\n", "\n").replace("\r", "\n").replace("_x0041_", "_x005F_x0041_")
        if len(text) < 10_000:
            assert undone(cell or "") == shown
        else:
            assert len(cell.encode("utf-16-le")) in (2 * sheets.CELL, 2 * sheets.CELL - 2)
    head = [cell.value for cell in book["event_mentions"][1]]
    days = {}
    for row in book["event_mentions"].iter_rows(min_row=2, values_only=True):
        values = dict(zip(head, row, strict=True))
        days[values["time_edtf"]] = values["date_start"]
        assert isinstance(values["confidence"], float)
        assert isinstance(values["time_edtf"], str | None)
    assert days["2019-05"].date() == date(2019, 5, 1)
    assert days["1899"] == "1899-01-01"  # Excel counts days from 1900


def test_a_full_sheet_goes_on_in_the_next(
    fixture_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    monkeypatch.setattr(sheets, "ROWS", 41)
    store.export(fixture_store, tmp_path, "xlsx")
    book = openpyxl.load_workbook(tmp_path / "events.xlsx")
    parts = [name for name in book.sheetnames if name.startswith("entities")]
    assert parts == ["entities", "entities_2"]
    ids = [row[0].value for name in parts for row in book[name].iter_rows(min_row=2)]
    assert sorted(ids) == [row[0] for row in listed(fixture_store, "SELECT entity_id FROM entities ORDER BY 1")]
    assert all(book[name].max_row <= 41 and book[name]["A1"].value == "entity_id" for name in parts)


@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize(("form", "name", "given"), [
    ("xlsx", "events.xlsx", []), ("csv", "failures.csv", ["--infilter=CSV:44,34,76,1"]),
])
def test_libreoffice_shows_the_text_and_reckons_nothing(
    hostile_store: Path, tmp_path: Path, form: str, name: str, given: list[str]
) -> None:
    store.export(hostile_store, tmp_path / "out", form)
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", *given, "--convert-to", every_sheet,
         "--outdir", str(tmp_path), str(tmp_path / "out" / name)], check=True, capture_output=True, timeout=120,
    )
    with next(tmp_path.glob("*-failures.csv")).open(encoding="utf-8-sig", newline="") as lines:
        failures = list(csv.DictReader(lines))
    assert len(failures) == len(HOSTILE)
    for row, text in zip(failures, HOSTILE, strict=True):
        if len(text) < 10_000 and not (form == "csv" and text == "007"):  # a csv cannot say that it is no number
            shown = expected_cell(text).replace("\r\n", "\n").replace("\r", "\n")
            assert undone(row["message"]).replace("\r\n", "\n").replace("\r", "\n") == shown


def test_parquet_loses_nothing(hostile_store: Path, tmp_path: Path) -> None:
    written = store.export(hostile_store, tmp_path, "parquet")
    assert {path.stem for path in written} == set(store.TABLES)
    for path in written:
        back = duckdb.execute(f"SELECT * FROM '{path}' ORDER BY ALL").fetchall()
        assert back == listed(hostile_store, f"SELECT * FROM {path.stem} ORDER BY ALL")


def test_sqlite_has_every_table(hostile_store: Path, tmp_path: Path) -> None:
    store.export(hostile_store, tmp_path, "sqlite")
    connection = sqlite3.connect(tmp_path / "events.sqlite")
    for table, columns in store.TABLES.items():
        back = connection.execute(f"SELECT * FROM {table}").fetchall()
        expected = []
        for row in listed(hostile_store, f"SELECT * FROM {table} ORDER BY ALL"):
            cells = []
            for cell, kind in zip(row, columns.values(), strict=True):
                if isinstance(cell, list):
                    cells.append(json.dumps(cell, ensure_ascii=False))
                else:
                    cells.append(str(cell) if cell is not None and kind in ("DATE", "TIMESTAMP") else cell)
            expected.append(tuple(cells))
        assert back == expected, table
    indices = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
    assert {"event_mentions_mention_id", "event_mentions_event_id", "documents_doc_id"} <= indices
    assert connection.execute("SELECT json_extract(langs, '$[0]') FROM events LIMIT 1").fetchone()[0] in ("de", "en")
    connection.close()


@pytest.fixture(scope="module")
def annotated() -> dict[str, Record]:
    lines = annotate_paths([str(path) for path in sorted(GOLD.glob("*.txt"))], Settings(), Summary())
    records = [Record.from_json(json.loads(line)) for line in lines if isinstance(line, str)]
    return {record.doc_id: record for record in records}


def test_records_are_those_that_annotate_writes(
    fixture_store: Path, tmp_path: Path, annotated: dict[str, Record]
) -> None:
    written = store.export(fixture_store, tmp_path, "jsonl")
    assert set(written) == {tmp_path / f"{name}.jsonl" for name in [*store.TABLES, "records"]}
    back = {r.doc_id: r for r in map(Record.from_json, read_jsonl(tmp_path / "records.jsonl"))}
    assert set(back) == set(annotated)
    for doc_id, record in annotated.items():
        ours = back[doc_id]
        for field in ("lang", "lang_score", "text", "title", "source", "published", "entities", "dates", "meta"):
            assert getattr(ours, field) == getattr(record, field), field
        assert ours.sentences == ours.segments == ()
        for event, rebuilt in zip(record.events, ours.events, strict=True):
            for field in ("event_id", "event_type", "roles", "time", "modality", "polarity", "status", "quote",
                          "confidence", "rule", "subtype", "flags", "trigger", "attribution"):
                assert getattr(rebuilt, field) == getattr(event, field), field


def test_records_of_a_store_without_the_offsets_of_triggers(
    fixture_store: Path, tmp_path: Path, annotated: dict[str, Record]
) -> None:
    shutil.copyfile(fixture_store, tmp_path / "events.duckdb")
    with duckdb.connect(str(tmp_path / "events.duckdb")) as connection:
        connection.execute("DELETE FROM event_spans")
    store.export(tmp_path / "events.duckdb", tmp_path, "jsonl")
    back = {r.doc_id: r for r in map(Record.from_json, read_jsonl(tmp_path / "records.jsonl"))}
    given = 0
    for doc_id, record in annotated.items():
        for event, rebuilt in zip(record.events, back[doc_id].events, strict=True):
            # what is given is right; what stands more than once is left out
            assert rebuilt.trigger in ((), event.trigger)
            assert rebuilt.attribution.source in (None, event.attribution.source)
            assert rebuilt.attribution.cue in (None, event.attribution.cue)
            given += bool(rebuilt.trigger)
    assert given >= 0.9 * sum(len(record.events) for record in annotated.values())


def test_records_of_hostile_texts(hostile_store: Path, tmp_path: Path) -> None:
    store.export(hostile_store, tmp_path, "jsonl")
    with (tmp_path / "records.jsonl").open(encoding="utf-8", newline="\n") as lines:
        records = {r.doc_id: r for r in map(Record.from_json, map(json.loads, lines))}
    for number, text in enumerate(HOSTILE):
        record = records[f"h{number:03}"]
        assert record.text == record.events[0].quote.text == text
        assert record.events[0].roles[0].text == text


def entities(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8", newline="\n") as lines:
        yield from map(json.loads, lines)


def test_ftm_says_only_what_happened(fixture_store: Path, tmp_path: Path) -> None:
    store.export(fixture_store, tmp_path, "ftm")
    found = {entity["id"]: entity for entity in entities(tmp_path / "entities.ftm.json")}
    facts = {row[0] for row in listed(fixture_store, """
        SELECT event_id FROM event_mentions
        WHERE modality = 'asserted' AND polarity = 'positive' AND status = 'completed'""")}
    events = [entity for entity in found.values() if entity["schema"] in ("Event", "Sanction")]
    assert {entity["properties"]["recordId"][0] for entity in events} == facts
    listing = next(e for e in events if e["schema"] == "Sanction" and e["properties"]["entity"] == ["Q160120"])
    assert listing["properties"]["startDate"] == ["2019-05"]
    assert listing["properties"]["description"] == [
        "target: Huawei; instrument: Entity List; agent: US-Handelsministeriums; time: 2019-05"
    ]
    # whose word it is, where it is not the author's
    assert any("indirect_speech: " in e["properties"]["description"][0] for e in events)
    assert listing["properties"]["summary"][0].startswith("Huawei wurde im Mai 2019")
    assert found[listing["properties"]["proof"][0]]["properties"]["name"] == ["000_66a098de51a96f95"]
    assert found["Q160120"] == {"id": "Q160120", "schema": "Company",
                                "properties": {"name": ["Huawei"], "wikidataId": ["Q160120"]}}
    # requested of Washington, so no sanction
    assert not any(e["properties"].get("entity") == ["dep-party-alibaba-cloud"] for e in events)
    assert found["dep-party-us-state-department"]["schema"] == "PublicBody"


@pytest.mark.parametrize("which", ["fixture_store", "hostile_store"])
def test_ftm_is_what_followthemoney_takes(which: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    ftm = pytest.importorskip("followthemoney", reason="needs followthemoney, and so pyicu", exc_type=ImportError)
    store.export(request.getfixturevalue(which), tmp_path, "ftm")
    seen: dict[str, Any] = {}
    for entity in entities(tmp_path / "entities.ftm.json"):
        schema = ftm.model.get(entity["schema"])
        schema.validate(entity)
        assert entity["id"] not in seen
        seen[entity["id"]] = schema
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        assert all(entity["properties"].get(name) for name in schema.required if which == "fixture_store")
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None, name
            assert len(proxy.get(name)) == len(values) or which == "hostile_store", (name, values)
            for value in values if prop.type.name == "entity" else ():
                assert seen[value].is_a(prop.range), f"{name} refers to {value}"  # it comes before


@pytest.mark.parametrize(("edtf", "expected"), [
    ("2019-05-07", "2019-05-07"), ("2019-05", "2019-05"), ("2019", "2019"), ("2021-34", "2021"), ("201X", None),
    ("XXXX-04-25", None), ("2019~", None), ("2021-12/..", None), ("2019-05-03/2019-05-07", "2019-05"), (None, None),
    ("nonsense", None),
])
def test_dates_never_say_more(edtf: str | None, expected: str | None) -> None:
    assert prefix(edtf) == expected


def test_organisations_of_the_exports_are_known() -> None:
    from depesche.resources import load

    known = load("knowledge")["ORG"]
    for lists in load("exports")["organisations"].values():
        assert set(lists["known"]) <= set(known)


def test_every_plover_code_is_understood() -> None:
    for name, entry in load("events").items():
        found = codes(entry["plover"])
        assert found or entry["plover"].startswith("none"), name
        assert all(code.isupper() or code == "none" for code, _, _ in found), name


def test_plover_keeps_facts_and_the_rest_apart(fixture_store: Path, tmp_path: Path) -> None:
    store.export(fixture_store, tmp_path, "plover")
    facts, others = (read_jsonl(tmp_path / name) for name in ("events.plover.jsonl", "non_facts.plover.jsonl"))
    assert {(row["is_fact"], row["modality"], row["polarity"]) for row in facts} == {(True, "asserted", "positive")}
    assert not any(row["is_fact"] for row in others)
    assert {"requested", "intended", "possible"} <= {row["modality"] for row in others}
    coded = listed(fixture_store, "SELECT DISTINCT event_id FROM event_mentions WHERE plover NOT LIKE 'none%'")
    assert {(row["event_id"],) for row in facts + others} == set(coded)
    listing = next(row for row in facts if row["depesche_type"] == "LIST_ADD" and row["date"]["edtf"] == "2019-05")
    assert (listing["event_type"], listing["event_mode"]) == ("SANCTION", "discontinue")
    assert listing["date"] == {"edtf": "2019-05", "start": "2019-05-01", "end": "2019-05-31", "precision": "month"}
    assert [r["entity_id"] for r in listing["recipients"]] == ["Q160120"]
    assert listing["source_docs"] == ["000_66a098de51a96f95"]
    # a licence may be granted or denied: no guess
    assert all(row["event_type"] is None for row in facts + others if row["depesche_type"] == "LICENCE_DECISION")


def test_events_are_read_as_a_tidy_frame(fixture_store: Path) -> None:
    frame = depesche.read_events(fixture_store)
    mentions = depesche.read_table(fixture_store)
    assert list(frame.columns[: len(mentions.columns)]) == list(mentions.columns)
    assert sorted(frame.mention_id) == sorted(mentions.mention_id)
    for column in ("event_type", "modality", "polarity", "status", "lang", "date_precision", "event_status"):
        assert isinstance(frame[column].dtype, pd.CategoricalDtype), column
    assert list(frame.modality.cat.categories) == [
        "asserted", "intended", "proposed", "requested", "possible", "conditional", "feared"
    ]
    assert set(frame.event_type.cat.categories) == set(load("events"))
    assert str(frame.date_start.dtype) == str(frame.event_date_end.dtype) == "datetime64[s]"
    assert isinstance(frame.quote.dtype, pd.StringDtype)
    assert {type(value) for column in ("flags", "event_langs", "event_conflicts") for value in frame[column]} == {list}
    listing = frame[(frame.event_type == "LIST_ADD") & (frame.modality == "asserted") & (frame.time_edtf == "2019-05")]
    assert list(listing.target) == ["Huawei"]
    assert listing.date_start.iloc[0] == pd.Timestamp("2019-05-01")
    assert (frame.event_n_mentions >= 1).all()
    assert frame.date_start.dropna().is_monotonic_increasing


def test_a_frame_of_hostile_rows_and_of_none(hostile_store: Path, tmp_path: Path) -> None:
    frame = depesche.read_events(hostile_store).set_index("mention_id")
    for number, text in enumerate(HOSTILE):
        assert frame.loc[f"m{number:03}", "quote"] == text
    empty = tmp_path / "empty.duckdb"
    shutil.copyfile(hostile_store, empty)
    with duckdb.connect(str(empty)) as connection:
        for table in store.TABLES:
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE schema_version SET version = version")
    nothing = depesche.read_events(empty)
    assert len(nothing) == 0
    assert nothing.dtypes.astype(str).to_dict() == frame.reset_index()[nothing.columns].dtypes.astype(str).to_dict()
    for form in store.FORMATS:
        assert not any(store.export(empty, tmp_path / form, form).values())
