"""How does a chart stand on a page: its sentence above, its table behind?"""

import html

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from signals.ui import downloads, inert

CONFIG = {"displayModeBar": False, "scrollZoom": False}


def show(figure: go.Figure, table: pd.DataFrame, *, key: str) -> None:
    """The title is lifted out of the figure, where long sentences would be cut on a narrow screen."""
    title, subtitle = _lifted(figure)
    st.html(f'<p class="step">{inert.markup(title)}</p><p class="aside">{inert.markup(subtitle)}</p>')
    untitled = go.Figure(figure).update_layout(title=None)
    st.plotly_chart(untitled, key=key, alt=title, config=CONFIG)
    table_twin(table, key=key)


def table_twin(table: pd.DataFrame, *, key: str) -> None:
    twin = st.expander("The numbers", key=f"{key}-twin", on_change="rerun")
    if twin.open:
        with twin:
            st.dataframe(table, hide_index=True, alt="The numbers of the chart above", key=f"{key}-table")
            downloads.button(lambda: table, name=key, key=f"{key}-download")


def _lifted(figure: go.Figure) -> tuple[str, str]:
    title = figure.layout.title
    return html.unescape(title.text or ""), html.unescape(title.subtitle.text or "")
