"""Records line by line and row by row: JSONL, CSV, TSV, parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from depesche.errors import DocumentError
from depesche.ingest.decode import Decoded, decode
from depesche.ingest.items import Failure, Item, Place, ReadOptions, Source, Stream
from depesche.ingest.published import published_of
from depesche.ingest.streams import lines, spool, too_large
from depesche.records import Document

_DELIMITERS = ",;\t|"
# What the columns of a table may be called, beside the text column that the user names.
_COLUMNS = {"doc_id": ("doc_id", "id"), "lang": ("lang", "language"), "title": ("title",), "source": ("source", "url"),
            "published": ("published", "date")}


def jsonl_leaves(stream: Stream, place: Place, options: ReadOptions) -> Iterator[Item | Failure]:
    """Each line that is not blank; a line with a ``doc_id`` of its own keeps it."""
    for number, line in lines(stream, options.max_line_bytes):
        if line is not None and not line.strip():
            continue
        here = place.child(number)
        try:
            if line is None:
                raise too_large(options.max_line_bytes)
            record, _ = parse_record(line)
        except DocumentError as error:
            yield here.failure(error)
        else:
            yield here.item("record", line, _own_id(record))


def parse_record(data: bytes) -> tuple[dict[str, Any], Decoded]:
    """The JSON object in ``data``, known to have a string ``text``.

    :raises DocumentError: ``invalid_json``, ``no_text``, or ``encoding`` for a lone surrogate.
    """
    decoded = decode(data)
    try:
        record = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise DocumentError("invalid_json", f"this line is not valid JSON ({error})") from error
    if not isinstance(record, dict):
        raise DocumentError("invalid_json", "this line is JSON, but not an object with a `text`")
    if not isinstance(record.get("text"), str):
        raise DocumentError("no_text", "this record has no string `text`")
    refuse_surrogates(record["text"], *(str(record.get(key)) for key in ("doc_id", "lang", "title", "source")))
    return record, decoded


def refuse_surrogates(*texts: str) -> None:
    """:raises DocumentError: ``encoding``, when one of ``texts`` cannot be written as UTF-8."""
    try:
        for text in texts:
            text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise DocumentError(
            "encoding", f"half a surrogate pair at character {error.start} stands for no character: write it anew",
        ) from error


def read_record(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    record, decoded = parse_record(data)
    yield _document(source, record, decoded)


def read_row(source: Source, data: bytes, options: ReadOptions) -> Iterator[Document]:
    values, encoding = json.loads(data)
    refuse_surrogates(*(str(value) for value in values.values()))
    text = values.get("text")
    if not isinstance(text, str):
        raise DocumentError("no_text", "this row has no text")
    yield _document(source, values, Decoded(text, *encoding) if encoding else None)


def _document(source: Source, values: Mapping[str, Any], decoded: Decoded | None) -> Document:
    published, flags = published_of(values.get("published"))
    meta: dict[str, str | list[str]] = {}
    if decoded:
        meta |= {"encoding": decoded.encoding, "encoding_basis": decoded.basis}
        flags = (*flags, *decoded.flags)
    if flags:
        meta["flags"] = sorted(flags)
    return Document(source.doc_id, values["text"], _lang(values.get("lang")), _word(values.get("title")),
                    _word(values.get("source")), published, meta)


def _lang(value: Any) -> str | None:
    """``de`` of ``de``, ``DE`` and ``de-AT``; nothing of what is no language tag."""
    tag = value.strip().replace("_", "-").split("-")[0].lower() if isinstance(value, str) else ""
    return tag if len(tag) in (2, 3) and tag.isalpha() and tag != "und" else None


def _word(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _own_id(record: Mapping[str, Any]) -> str | None:
    value = record.get("doc_id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _word(value)


def csv_leaves(stream: Stream, place: Place, options: ReadOptions) -> Iterator[Item | Failure]:
    """Each row under the header; a row without a ``doc_id`` is numbered from 1."""
    csv.field_size_limit(options.max_line_bytes) # the module's own limit of 128 KiB is less than a long article
    table = _Table(stream, options.max_line_bytes)
    header = table.next_line()
    if header is None:
        yield place.failure(table.problem or DocumentError("empty", "this file is empty"))
        return
    try:
        delimiter, columns = _header(header, options.text_column)
    except csv.Error as problem:
        raise DocumentError("corrupt", f"the first line is no header ({problem})") from problem
    names, error = _pick(columns, options.text_column)
    if error:
        yield place.failure(error)
        return
    rows = csv.reader(table, delimiter=delimiter)
    table.taken()
    number = 0
    while True:
        number += 1
        here = place.child(number)
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield here.failure(DocumentError("corrupt", f"this row cannot be read ({problem}): check its quotes"))
            continue
        except DocumentError as problem:
            if problem.reason != "too_large":
                raise
            yield here.failure(problem)
            continue
        if not any(row):
            number -= 1
            continue
        if error := _misread(row, columns, delimiter, table.taken()):
            yield here.failure(error)
            continue
        values = {key: row[index] for key, index in names.items() if index < len(row) and row[index]}
        yield _row_item(here, values, table.encoding)


def _misread(
    row: Sequence[str], columns: Sequence[str], delimiter: str, lines: Sequence[str]
) -> DocumentError | None:
    """A text that was cut at a mark inside it, or that has swallowed the rows behind it."""
    if any(row[len(columns) :]):
        return DocumentError(
            "corrupt", f"this row has {len(row)} fields and the first line {len(columns)}: put texts that contain "
            f"{delimiter!r} in double quotes",
        )
    if len(lines) > 1 and sum(line.count('"') for line in lines) % 2:
        return DocumentError(
            "corrupt", f"a double quote is opened in this row and never closed: {len(lines) - 1} lines after it "
            "were not read",
        )
    return None


class _Table:
    """The lines of a table, decoded one by one, with what was found about their encoding."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._lines = lines(stream, limit)
        self._limit = limit
        self.encoding: tuple[str, str] = ("utf-8", "content")
        self.problem: DocumentError | None = None
        self._taken: list[str] = []

    def taken(self) -> list[str]:
        """The lines read since this was asked last."""
        lines, self._taken = self._taken, []
        return lines

    def __iter__(self) -> _Table:
        return self

    def __next__(self) -> str:
        _, line = next(self._lines)
        if line is None:
            raise too_large(self._limit)
        decoded = decode(line)
        if not line.isascii():
            self.encoding = (decoded.encoding, decoded.basis)
        self._taken.append(decoded.text)
        return decoded.text

    def next_line(self) -> str | None:
        try:
            return next(self)
        except StopIteration:
            return None
        except DocumentError as error:
            self.problem = error
            return None


def _header(line: str, text_column: str) -> tuple[str, list[str]]:
    """The delimiter under which the header has the text column, else the one that gives most columns."""
    ways = [(delimiter, next(csv.reader([line], delimiter=delimiter), [])) for delimiter in _DELIMITERS]
    found = [way for way in ways if _index([text_column], way[1]) is not None]
    return found[0] if found else max(ways, key=lambda way: len(way[1]))


def _index(wanted: Sequence[str], columns: Sequence[str]) -> int | None:
    """Place of the first of ``wanted`` among ``columns``, as written before regardless of case."""
    folded = [column.strip().casefold() for column in columns]
    for name in wanted:
        if name in columns:
            return columns.index(name)
        if name.casefold() in folded:
            return folded.index(name.casefold())
    return None


def _pick(columns: Sequence[str], text_column: str) -> tuple[dict[str, int], DocumentError | None]:
    """Which column holds what."""
    found = {key: _index(wanted, columns) for key, wanted in {**_COLUMNS, "text": (text_column,)}.items()}
    if found["text"] is None:
        listed = ", ".join(column.strip() for column in columns[:30])
        return {}, DocumentError(
            "no_text_column", f"there is no column {text_column!r}; name the one with the text, of: {listed}",
        )
    return {key: index for key, index in found.items() if index is not None}, None


def _row_item(place: Place, values: dict[str, Any], encoding: tuple[str, str] | None) -> Item | Failure:
    own = values.get("doc_id")
    try:
        doc_id = _word(str(own)) if own is not None else None
        refuse_surrogates(doc_id or "")
        data = json.dumps([values, encoding], ensure_ascii=True, default=str).encode()
    except DocumentError as error:
        return place.failure(error)
    return place.item("row", data, doc_id)


def parquet_leaves(stream: Stream, place: Place, options: ReadOptions) -> Iterator[Item | Failure]:
    """Each row, a few hundred in memory at a time."""
    import pyarrow as pa
    from pyarrow import parquet

    with closing(spool(stream)) as file:
        try:
            table = parquet.ParquetFile(file)
            columns = table.schema_arrow.names
            names, error = _pick(columns, options.text_column)
            if error:
                raise error
            number = 0
            for batch in table.iter_batches(batch_size=256, columns=sorted({columns[i] for i in names.values()})):
                by_name = {key: batch.column(columns[index]) for key, index in names.items()}
                for row in range(batch.num_rows):
                    number += 1
                    yield _parquet_row(place.child(number), by_name, row)
        except (pa.ArrowException, OSError, ValueError) as problem:
            raise DocumentError("corrupt", f"this is no readable parquet file ({problem})") from problem


def _parquet_row(place: Place, columns: Mapping[str, Any], row: int) -> Item | Failure:
    try:
        values = {key: column[row].as_py() for key, column in columns.items()}
    except UnicodeDecodeError:
        return place.failure(DocumentError("encoding", "a string in this row is not UTF-8"))
    values = {key: _plain(value) for key, value in values.items() if value is not None}
    return _row_item(place, values, None)


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


