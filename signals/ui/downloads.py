"""How does a table leave the dashboard without a cell acting as a formula in a spreadsheet?"""

from collections.abc import Callable

import pandas as pd
import streamlit as st

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(cell: object) -> object:
    """Text that a spreadsheet would run gets an apostrophe in front; numbers and dates stay what they are."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with the mark that Excel needs to see it, headings made harmless too."""
    texts = [name for name in frame.columns if not pd.api.types.is_numeric_dtype(frame[name])]
    safe = frame.assign(**{name: frame[name].map(harmless) for name in texts}).rename(columns=harmless)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def button(table: Callable[[], pd.DataFrame], *, name: str, key: str, label: str = "Download as CSV") -> None:
    """The file is made at the click, and the click runs no page."""
    st.download_button(
        label, data=lambda: csv(table()), file_name=f"{name}.csv", mime="text/csv", key=key, on_click="ignore"
    )
