"""Which rows of text does a workbook hold?"""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import dropwhile, islice
from pathlib import Path
from typing import TYPE_CHECKING

from signals.errors import IngestRejected
from signals.ingest.containers import Workbook, members, quiet, source_of
from signals.ingest.layout import layout_of
from signals.ingest.records import Record

if TYPE_CHECKING:
    import openpyxl

MOST_BLANK = 1000  # rows before a sheet's first
ROWS_LOOKED_AT = 100  # of a sheet, for whether it holds a table
FEWEST_COLUMNS = 3  # that make a table whatever they hold; two may be a list of remarks


def choices(path: Path | str) -> list[str]:
    """What `member` may name: the files of a zip, or the sheets with tables where a workbook has several."""
    if inside := members(path):
        return inside
    source = source_of(Path(path))
    sheets = table_sheets(source) if isinstance(source, Workbook) else []
    return sheets if len(sheets) > 1 else []


def sheet_of(book: Workbook, wanted: str = "") -> str:
    """The one sheet that holds a table; of several one must be wanted, since taking one would hide the others."""
    names = table_sheets(book)
    chosen = [name for name in names if wanted in ("", name)]
    if not names:
        raise IngestRejected("empty_file", "The workbook holds no table.")
    if len(chosen) != 1:
        fault = (
            f"The workbook has no sheet {wanted} with a table, but" if wanted else "Choose one sheet: the workbook has"
        )
        raise IngestRejected("excel_file", f"{fault} {', '.join(names)}. Or save the wanted one alone.")
    return chosen[0]


def table_sheets(book: Workbook) -> list[str]:
    """The sheets that hold a table; where none looks like one, all that hold anything."""
    with _opened(book) as workbook:
        filled = {sheet.title: _first_rows(sheet) for sheet in workbook.worksheets}
    filled = {name: rows for name, rows in filled.items() if any(map(any, rows))}
    return [name for name, rows in filled.items() if _is_table(rows)] or list(filled)


def sheet_rows(book: Workbook, name: str) -> Iterator[list[str]]:
    """Every row as text, from the first; blank cells at the end of a row are left away."""
    with _opened(book) as workbook:
        sheet = workbook[name]
        sheet.reset_dimensions()
        yield from _texts(sheet.iter_rows())


def _texts(rows) -> Iterator[list[str]]:
    for row in rows:
        cells = [cell_text(cell) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        yield cells


def cell_text(cell) -> str:
    """As the sheet shows it: ISO dates, whole numbers without a point, the leading zeros of a 00000 format."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(sep=" ")
    if isinstance(value, (dt.date, dt.time)):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return _number_text(value, cell.number_format or "")
    return str(value)


def _number_text(value: float, number_format: str) -> str:
    text = format(Decimal(repr(value)), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.zfill(len(number_format)) if set(number_format) == {"0"} else text


def _first_rows(sheet) -> list[list[str]]:
    """Up to ROWS_LOOKED_AT rows, from the first that is not blank."""
    sheet.reset_dimensions()
    filled = dropwhile(lambda cells: not cells, _texts(islice(sheet.iter_rows(), MOST_BLANK)))
    return list(islice(filled, ROWS_LOOKED_AT))


def _is_table(rows: list[list[str]]) -> bool:
    """Headings over values in several columns; notes and lists of names with their values are none."""
    width = max(map(len, rows))
    records = [Record(n, n, cells + [""] * (width - len(cells)), "") for n, cells in enumerate(rows, start=1)]
    try:
        layout = layout_of(records)
    except IngestRejected:
        return True  # too wide, or a fault to be told when it is read
    if not layout.columns:
        return width >= FEWEST_COLUMNS and layout.has_header
    return layout.width >= FEWEST_COLUMNS or (layout.width > 1 and any(column.is_valued for column in layout.columns))


@contextmanager
def _opened(book: Workbook) -> Iterator["openpyxl.Workbook"]:
    import openpyxl  # takes a quarter of a second, which only a workbook is worth

    with book.open() as stream, quiet():
        try:
            workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True)
            yield workbook
            workbook.close()
        except Exception as error:  # whatever a part that lies about another one makes of openpyxl
            raise IngestRejected("excel_file", "The workbook is damaged and cannot be opened.") from error
