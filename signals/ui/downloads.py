"""How does a table leave the dashboard without a cell acting as a formula in a spreadsheet?"""

import io
from collections.abc import Callable

import pandas as pd
import streamlit as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
SHEET_ROWS = 1_000_000  # a sheet holds 1,048,576 with its headings; what is longer goes on in the next
UNKNOWN_LETTER = "\ufffd"  # for control characters, which a workbook cannot hold
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run gets an apostrophe in front; numbers and dates stay what they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with the mark that Excel needs to see it, headings made harmless too."""
    texts = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    safe = frame.assign(**{name: frame[name].map(harmless) for name in texts}).rename(columns=harmless)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx(frame: pd.DataFrame) -> bytes:
    """A workbook with the headings on every sheet."""
    book = Workbook(write_only=True)
    for start in range(0, max(len(frame), 1), SHEET_ROWS):
        sheet = book.create_sheet()
        sheet.append([_cell(name) for name in frame.columns])
        for row in frame.iloc[start : start + SHEET_ROWS].itertuples(index=False):
            sheet.append([_cell(value) for value in row])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def button(table: Callable[[], pd.DataFrame], *, name: str, key: str, label: str = "Download") -> None:
    """One button a format. The file is made at the click, and the click runs no page."""
    formats = {"CSV": (csv, "csv", "text/csv"), "Excel": (xlsx, "xlsx", XLSX)}
    with st.container(horizontal=True, width="content"):
        for title, (write, ending, mime) in formats.items():
            st.download_button(
                f"{label} as {title}",
                data=lambda write=write: write(table()),
                file_name=f"{name}.{ending}",
                mime=mime,
                key=f"{key}-{ending}",
                on_click="ignore",
            )


def _cell(value: object) -> object:
    if isinstance(value, str):
        return ILLEGAL_CHARACTERS_RE.sub(UNKNOWN_LETTER, harmless(value))
    if pd.api.types.is_scalar(value):
        return None if pd.isna(value) else getattr(value, "item", lambda: value)()
    return harmless(str(value))
