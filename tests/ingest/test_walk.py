"""Which documents are found, under which names, in which order, and with how much memory."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from depesche.errors import UsageError
from depesche.ingest import Failure, Item, ReadOptions, Walked, load, read, walk
from depesche.records import Document

GOLD = Path(__file__).resolve().parents[2] / "corpora" / "gold"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "a.md", "c/d/e.html", "A.txt", "ä.txt", "10.txt", "9.txt", "box.jsonl"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text('{"text": "eins"}\n{"text": "two"}\n' if name == "box.jsonl" else f"Text in {name}")
    for name in (".hidden.txt", ".git/x.txt", "photo.JPG", "settings.yaml", "~$brief.docx", "Thumbs.db"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text("x")
    return tmp_path


def ids(*paths: Path | str) -> list[str]:
    return [item.doc_id for item in walk([str(path) for path in paths]) if not isinstance(item, Walked)]


ALL = ["10", "9", "A", "a.md", "a", "b/1", "b/2", "box.jsonl#1", "box.jsonl#2", "c/d/e.html", "ä"]


def test_a_folder_in_the_order_of_names(folder: Path) -> None:
    assert ids(folder) == ALL


@settings(deadline=None)
@given(order=st.permutations(range(12)))
def test_the_order_of_the_directory_does_not_matter(order: list[int], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("order")
    for number in order:
        (folder / f"{number}.txt").write_text("x")
    assert ids(folder) == sorted(str(number) for number in range(12))
    assert list(walk([str(folder)])) == list(walk([str(folder)]))


def test_each_top_level_file_is_reported_with_its_count(folder: Path) -> None:
    items = list(walk([str(folder)]))
    counts = {item.path: item.count for item in items if isinstance(item, Walked)}
    assert sum(counts.values()) == len(ALL)
    assert counts[(folder / "box.jsonl").as_posix()] == 2
    for item in items:
        if isinstance(item, Item):
            assert item.path.startswith("/")
            assert item.ordinal == (1 if item.doc_id == "box.jsonl#2" else 0)
            assert (item.data is None) == (item.format != "record")
            assert pickle.loads(pickle.dumps(item)) == item


@pytest.mark.parametrize(("arguments", "expected"), [
    (["a.txt"], ["a"]),
    (["b/1.txt"], ["1"]),
    (["b/1.txt", "a.txt"], ["b/1", "a"]),
    (["b", "c"], ["b/1", "b/2", "c/d/e.html"]),
    (["b", "."], ALL),
    ([".", "a.txt", "b/1.txt"], [*(i for i in ALL if i not in ("a", "b/1")), "a", "b/1"]),
    (["a.txt", "a.txt"], ["a"]),
    (["*.txt"], ["10", "9", "A", "a", "ä"]),
    (["**/*.txt"], ["10", "9", "A", "a", "b/1", "b/2", "ä"]),
    (["**"], ALL),
    ([".hidden.txt"], [".hidden"]),
])
def test_names_are_relative_to_the_common_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], expected: list[str],
) -> None:
    monkeypatch.chdir(folder)
    assert sorted(ids(*arguments)) == sorted(expected)


def test_names_with_brackets_are_names_before_they_are_globs(tmp_path: Path) -> None:
    (tmp_path / "[2023] Brief*.txt").write_text("x")
    assert ids(tmp_path / "[2023] Brief*.txt") == ["[2023] Brief*"]


@pytest.mark.parametrize(("argument", "message"), [
    ("missing.txt", "missing.txt does not exist"),
    ("*.pdf", r"nothing matches .*\*\.pdf"),
    ("settings.yaml", r"settings\.yaml.*known are .*\.docx.*\.txt"),
    ("photo.JPG", "photo.JPG"),
    ("dangling.txt", "dangling.txt is a link to nothing"),
])
def test_a_wrong_call_is_refused_before_anything_is_read(folder: Path, argument: str, message: str) -> None:
    (folder / "dangling.txt").symlink_to(folder / "nothing")
    with pytest.raises(UsageError, match=message):
        walk([str(folder / "a.txt"), str(folder / argument)])


def test_a_pattern_in_a_folder_with_brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Briefe [2021]" / "an [alle]"
    folder.mkdir(parents=True)
    for name in ("ä ö.txt", "b[1].txt", "c.md"):
        (folder / name).write_text("Text", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for pattern in (f"{folder}/*.txt", "Briefe [2021]/an [alle]/*.txt",
                    "Briefe [2021]/*/*.txt", "Brief*/an ?alle?/*.txt",
                    "**/*.txt", "./Briefe [2021]/**/*.txt"):
        paths = [Path(item.path).name for item in walk([pattern]) if isinstance(item, Item)]
        assert paths == ["b[1].txt", "ä ö.txt"], pattern


def test_a_folder_without_anything_to_read_is_spoken_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    assert list(walk([str(tmp_path)])) == []
    assert str(tmp_path) in caplog.text and ".docx" in caplog.text


def test_what_is_passed_over_in_a_folder_is_counted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("brief.txt", "dump.json", "more/DUMP.JSON", "more/scan.tif", ".hidden", "~$brief.docx"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    assert [Path(item.path).name for item in walk([str(tmp_path)]) if isinstance(item, Item)] == ["brief.txt"]
    assert "2 .json, 1 .tif" in caplog.text and "hidden" not in caplog.text


def test_what_lies_hidden_alone_is_not_spoken_of(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("brief.txt", ".DS_Store"):
        (tmp_path / name).write_text("Sehr geehrte Damen und Herren", encoding="utf-8")
    assert list(walk([str(tmp_path)])) and not caplog.text


def test_no_path_and_a_wrong_date(folder: Path) -> None:
    with pytest.raises(UsageError, match="nothing to read"):
        walk([])
    with pytest.raises(UsageError, match="'gestern' is no EDTF date"):
        walk([str(folder)], ReadOptions(published="gestern"))


def test_records_on_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    data = '{"text": "Grüße"}\n\n{"doc_id": "b", "text": 1}\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    first, second, walked = walk(["-"])
    assert isinstance(first, Item)
    assert (first.path, first.doc_id, first.ordinal) == ("-", "-#1", 0)
    [document] = read(first, load(first))
    assert isinstance(document, Document)
    assert document.text == "Grüße"
    assert isinstance(second, Failure)
    assert (second.doc_id, second.reason, second.ordinal) == ("-#3", "no_text", 1)
    assert walked == Walked("-", 2)


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
def test_fifty_thousand_lines_pass_through_little_memory(tmp_path: Path, name: str) -> None:
    text = "Die Regierung in Köln sagte am Dienstag nichts dazu. " * 8
    with (tmp_path / name).open("w", encoding="utf-8") as out:
        if name == "x.csv":
            out.write("text\n")
        for number in range(50_000):
            out.write(f'{{"text": "{number} {text}"}}\n' if name == "x.jsonl" else f"{number} {text}\n")

    assert (tmp_path / name).stat().st_size > 20_000_000
    items = walk([str(tmp_path)])
    # Traced at both ends: a file taken in whole would show at the beginning, lines that are kept at the end.
    for start, traced in ((0, True), (2_000, False), (48_000, True)):
        if traced:
            tracemalloc.start()
        for _ in range(start, 2_000 if start == 0 else 48_000 if start == 2_000 else 50_000):
            assert isinstance(next(items), Item)
        if traced:
            assert tracemalloc.get_traced_memory()[1] < 1_000_000
            tracemalloc.stop()
    assert list(items) == [Walked((tmp_path / name).as_posix(), 50_000)]


def test_parquet_is_read_in_batches(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    table = pa.table({"text": [f"{n} " + "x" * 2000 for n in range(5000)]})
    parquet.write_table(table, tmp_path / "x.parquet", row_group_size=1000)
    tracemalloc.start()
    assert sum(isinstance(item, Item) for item in walk([str(tmp_path)])) == 5000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


def test_gold_articles_as_text_and_as_records() -> None:
    def texts(path: Path) -> dict[str, str]:
        items = [item for item in walk([str(path)]) if isinstance(item, Item)]
        found = [document for item in items for document in read(item, load(item))]
        return {document.doc_id: document.text for document in found if isinstance(document, Document)}

    plain = {key: text for file in sorted(GOLD.glob("*.txt")) for key, text in texts(file).items()}
    assert set(plain) == {"000_66a098de51a96f95", "002_cd497eac2b684e7c"}
    assert texts(GOLD / "gold.jsonl") == plain


def test_importing_the_package_loads_no_reader() -> None:
    heavy = ("spacy", "pandas", "pyarrow", "trafilatura", "lxml", "feedparser", "docx", "pypdfium2", "dateparser")
    code = f"import sys, depesche.ingest; print([m for m in {heavy!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ)
    assert done.stdout.strip() == "[]"
