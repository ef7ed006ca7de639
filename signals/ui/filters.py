"""How does a reader narrow a table down, in a way that the address keeps?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

NO_VALUE = "(none)"


def narrowed(frame: pd.DataFrame, by: Sequence[str], *, name: str) -> pd.DataFrame:
    """A choice of values per column; none chosen is all. A column without two values asks nothing."""
    columns = [column for column in by if frame[column].fillna(NO_VALUE).nunique() > 1]
    if not columns:
        return frame
    for column, place in zip(columns, st.columns(len(columns)), strict=True):
        values = frame[column].fillna(NO_VALUE).astype(str)
        label = column.replace("_", " ").capitalize()
        chosen = place.multiselect(
            label, sorted(values.unique()), key=f"{name}_{column}", bind="query-params", placeholder="All"
        )
        if chosen:
            frame = frame[values.isin(chosen)]
    return frame
