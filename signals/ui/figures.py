"""How does a chart stand on a page: its sentence above, its table behind?"""

import pandas as pd
import streamlit as st

from signals.charts import theme
from signals.ui import downloads, inert, parts

CONFIG = {"displayModeBar": False, "scrollZoom": False}


def show(figure, table: pd.DataFrame, *, key: str) -> None:
    """The chart under its sentence."""
    title, subtitle, untitled = theme.lifted(figure)
    st.html(f'<p class="step">{inert.markup(title)}</p><p class="aside">{inert.markup(subtitle)}</p>')
    _drawn(untitled, table, title, key)


def behind(figure, table: pd.DataFrame, *, label: str, key: str, note: str = "") -> None:
    """A step of a story: its sentence, and the chart and the note, which a narrow screen shows at a tap."""
    title, subtitle, untitled = theme.lifted(figure)
    with parts.behind(label, key=key, finding=title, aside=subtitle):
        _drawn(untitled, table, title, key)
        if note:
            parts.aside(note)


def _drawn(untitled, table: pd.DataFrame, title: str, key: str) -> None:
    st.plotly_chart(untitled, key=key, alt=title, config=CONFIG)
    table_twin(table, key=key)


def table_twin(table: pd.DataFrame, *, key: str) -> None:
    twin = st.expander("The numbers", key=f"{key}-twin", on_change="rerun")
    if twin.open:
        with twin:
            st.dataframe(table, hide_index=True, alt="The numbers of the chart above", key=f"{key}-table")
            downloads.button(lambda: table, name=key, key=f"{key}-download")
