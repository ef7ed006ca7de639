"""Which rows of text does a workbook hold?"""

import datetime as dt
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from itertools import islice
from pathlib import Path

import openpyxl

from signals.errors import IngestRejected
from signals.ingest.containers import quiet


def sheet_of(path: Path) -> str:
    """The name of the one sheet that holds a table; several are refused, since taking one would hide the others."""
    with _opened(path) as workbook:
        filled = [sheet.title for sheet in workbook.worksheets if _has_rows(sheet)]
    if not filled:
        raise IngestRejected("empty_file", "The workbook holds no table.")
    if len(filled) > 1:
        raise IngestRejected(
            "excel_file", f"The workbook holds several sheets ({', '.join(filled)}); save the wanted one alone."
        )
    return filled[0]


def sheet_rows(path: Path, name: str) -> Iterator[list[str]]:
    """Every row as text, from the first; blank cells at the end of a row are left away."""
    with _opened(path) as workbook:
        sheet = workbook[name]
        sheet.reset_dimensions()
        for row in sheet.iter_rows():
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


def _has_rows(sheet) -> bool:
    sheet.reset_dimensions()
    return any(cell is not None for row in islice(sheet.iter_rows(values_only=True), 1000) for cell in row)


@contextmanager
def _opened(path: Path) -> Iterator[openpyxl.Workbook]:
    with path.open("rb") as stream, quiet():
        try:
            workbook = openpyxl.load_workbook(stream, read_only=True, data_only=True)
        except (KeyError, ValueError, OSError, zipfile.BadZipFile, SyntaxError) as error:
            raise IngestRejected("excel_file", "The workbook is damaged and cannot be opened.") from error
        yield workbook
        workbook.close()
