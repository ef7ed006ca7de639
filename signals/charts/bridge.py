"""How did one amount become another, part by part?"""

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Bridge

HEIGHT_PIXELS = 300


def waterfall(bridge: Bridge, title: str, currency: str, *, first: str, last: str) -> go.Figure:
    """A bar a part, from the first amount to the last; losses are a concern, gains are not."""
    names = _told_apart([first, *(theme.inert(name) for name, _ in bridge.parts), last])
    amounts = [amount for _, amount in bridge.parts]
    figure = go.Figure(
        go.Waterfall(
            x=names,
            y=[bridge.before, *amounts, bridge.now],
            measure=["absolute", *["relative"] * len(amounts), "total"],
            decreasing={"marker": {"color": theme.CONCERN}},
            increasing={"marker": {"color": theme.IMPROVEMENT}},
            totals={"marker": {"color": theme.NEUTRAL}},
            connector={"line": {"color": theme.NEUTRAL, "width": 1}},
            hovertemplate="%{x}: %{delta:,.0f}<extra></extra>",
        )
    )
    theme.dressed(
        figure,
        title=title,
        subtitle=bridge.note,
        x_title="",
        y_title=f"Revenue ({currency})",
        height_pixels=HEIGHT_PIXELS,
    )
    return figure.update_layout(hovermode="closest", showlegend=False)


def _told_apart(names: list[str]) -> list[str]:
    """Bars of one name would stand on one place: the second Cream is Cream (2)."""
    counts: dict[str, int] = {}
    told = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        told.append(name if counts[name] == 1 else f"{name} ({counts[name]})")
    return told


def table(bridge: Bridge, *, first: str, last: str) -> pd.DataFrame:
    """The chart's numbers."""
    rows = [(first, bridge.before), *bridge.parts, (last, bridge.now)]
    return pd.DataFrame(rows, columns=["part", "revenue"])
