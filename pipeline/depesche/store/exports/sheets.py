"""Tables for spreadsheet programs: CSV and one Excel workbook.

What a program might take for a formula gets an apostrophe in front, so that it stays text. To undo it, take away the
first apostrophe of a cell that :data:`FORMULA` matches and that begins with one.
"""

from __future__ import annotations

import math
import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from depesche.store.exports.tables import plain, table_rows
from depesche.store.opening import value
from depesche.store.schema import TABLES

if TYPE_CHECKING:
    import duckdb

SHEETS = ("events", "event_mentions", "documents", "entities", "failures")
ROWS = 1_048_576  # of one sheet, its header among them
CELL = 32_767  # characters of one cell; Excel counts UTF-16 units
CUT = " … [cut]"
FIRST_DAY = date(1900, 3, 1)  # earlier ones, Excel has wrong or not at all
WIDEST = 60

FORMULA = re.compile("'*[\\s\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]|'*[\t\r\n]")
"""How text begins that a spreadsheet program may take for a formula, with the apostrophes that stand before it."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile("[\",;\r\n\t]")
_HARMLESS = frozenset("'=+-@＝＋－＠ ").isdisjoint  # of a first character, where the text is printable
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # in a workbook _x0041_ is an A


def cell_text(text: str) -> str:
    """Text as a cell may hold it: no control characters, no formula, no more than Excel takes."""
    if len(text) <= CELL // 2 and _HARMLESS(text[:1]) and text.isprintable():
        return text
    text = _CONTROL.sub("", text)
    if FORMULA.match(text):
        text = "'" + text
    if len(text) > CELL // 2:
        units = text.encode("utf-16-le")
        if len(units) > 2 * CELL:
            text = units[: 2 * (CELL - len(CUT))].decode("utf-16-le", "ignore") + CUT
    return text


def write_csv(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """One file a table, with a byte order mark, without which spreadsheet programs garble umlauts.

    NULL is an empty cell, an empty text a quoted one.
    """
    for table, columns in TABLES.items():
        name, count = f"{table}.csv", 0
        with (folder / name).open("w", encoding="utf-8-sig", newline="") as out:
            out.write(",".join(columns) + "\n")
            for count, row in enumerate(table_rows(connection, table), 1):  # noqa: B007 the last one is the count
                out.write(",".join(map(_csv_cell, row)) + "\n")
        yield name, count


def _csv_cell(cell: Any) -> str:
    if cell is None:
        return ""
    cell = plain(cell)
    if not isinstance(cell, str):
        return str(cell)
    text = cell_text(cell)
    bare = text and text == text.strip() and not _SPECIAL.search(text)
    return text if bare else '"' + text.replace('"', '""') + '"'


def write_xlsx(connection: duckdb.DuckDBPyConnection, folder: Path) -> Iterator[tuple[str, int]]:
    """One workbook, a sheet a table, more where a sheet is full; the same bytes for the same store."""
    from lxml.etree import SerialisationError
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    name = "events.xlsx"
    book = Workbook(write_only=True)
    book.properties.creator = "Depesche"
    newest = value(connection, "SELECT max(started_at) FROM runs")
    if newest:
        book.properties.created = book.properties.modified = newest.replace(microsecond=0)
    try:
        count = sum(_fill(book, connection, table) for table in SHEETS)
        ExcelWriter(book, _Archive(folder / name, "w", zipfile.ZIP_DEFLATED, allowZip64=True)).save()
    except SerialisationError as error:
        raise OSError(str(error)) from error  # such as IO_ENOSPC: openpyxl's files are written by lxml
    yield name, count


def _fill(book: Any, connection: duckdb.DuckDBPyConnection, table: str) -> int:
    columns = TABLES[table]
    total = int(value(connection, f"SELECT count(*) FROM {table}"))  # noqa: S608 names are ours
    longest = ", ".join(f"max(length({column}::VARCHAR))" for column in columns)
    lengths = connection.execute(f"SELECT {longest} FROM {table}").fetchall()[0]  # noqa: S608
    widths = [
        min(max(len(column) + 4, (length or 0) + 2), WIDEST) for column, length in zip(columns, lengths, strict=True)
    ]
    cells = table_rows(connection, table)
    for number in range(max(1, math.ceil(total / (ROWS - 1)))):
        taken = min(ROWS - 1, total - number * (ROWS - 1))
        sheet = _sheet(book, table if not number else f"{table}_{number + 1}", list(columns), widths, taken)
        for _ in range(taken):
            sheet.append([_xlsx_cell(sheet, cell) for cell in next(cells)])
    return total


def _sheet(book: Any, title: str, columns: list[str], widths: list[int], count: int) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{count + 1}"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    header = [WriteOnlyCell(sheet, column) for column in columns]
    for cell in header:
        cell.font = Font(bold=True)
    sheet.append(header)
    return sheet


def _xlsx_cell(sheet: Any, cell: Any) -> Any:
    """A cell's value; dates that Excel can hold stay dates, numbers stay numbers, all else is text."""
    if type(cell) is date and cell >= FIRST_DAY:
        return cell
    if isinstance(cell, float) and not math.isfinite(cell):
        return str(cell)
    cell = plain(cell)
    if not isinstance(cell, str):
        return cell
    text = _ESCAPE.sub("_x005F_", cell_text(cell).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.startswith("#"):
        return text
    from openpyxl.cell import WriteOnlyCell

    safe = WriteOnlyCell(sheet, text)
    safe.data_type = "s"  # #N/A is what the text says, not a fault of the sheet
    return safe


class _Archive(zipfile.ZipFile):
    """A zip file whose members have no time of their own."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any) -> None:
        super().writestr(_member(zinfo_or_arcname), data)

    def write(self, filename: Any, arcname: Any = None, *_: Any) -> None:
        member = _member(arcname)
        member.file_size = Path(filename).stat().st_size
        with Path(filename).open("rb") as sheet, self.open(member, "w") as out:
            shutil.copyfileobj(sheet, out)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member
