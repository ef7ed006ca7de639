"""How do scores move, which departments cover their bad experiences, how often is each theme spoken of?"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import ScoreMonth

PERCENT = 100
ROW_PIXELS = 34
TO_COVER = 5  # good experiences to a bad one
MOST_RATIO = 10  # beyond it the bar ends: a department without bad experiences has no end
TITLES = {"nps": "NPS (points)", "csat": "Satisfied (%)", "ces": "Ease (1 to 7)", "stars": "Stars (1 to 5)"}


def scores(months: Sequence[ScoreMonth], title: str) -> go.Figure:
    """One scale by month with its 95 % band; the markers grow with the answers."""
    scale = months[0].scale
    factor = PERCENT if scale == "csat" else 1
    days = [each.month for each in months]
    values, low, high = ([factor * getattr(each, name) for each in months] for name in ("score", "low", "high"))
    band = go.Scatter(
        x=[*days, *days[::-1]],
        y=[*high, *low[::-1]],
        mode="lines",
        fill="toself",
        fillcolor=theme.BAND,
        line={"width": 0},
        hoverinfo="skip",
        name="95 % range",
    )
    line = go.Scatter(
        x=days,
        y=values,
        customdata=[each.n for each in months],
        mode="lines+markers",
        line={"color": theme.OURS},
        hovertemplate="%{x|%b %Y}: %{y:.1f}, n = %{customdata}<extra></extra>",
        name=TITLES[scale],
    )
    figure = theme.dressed(
        go.Figure([band, line]),
        title=title,
        subtitle="By month; grey: the range that holds the score in 95 cases of 100, wide where few answered",
        x_title="Month",
        y_title=TITLES[scale],
        height_pixels=260,
    )
    return figure.update_layout(hovermode="closest", showlegend=False).update_yaxes(showgrid=True)


def balance(table: pd.DataFrame, by: str, title: str) -> go.Figure:
    """Good experiences for each bad one, with the line of five; departments that told little are pale."""
    shown = table.iloc[::-1]
    ratio = shown["ratio"].fillna(MOST_RATIO).clip(upper=MOST_RATIO)
    colours = [
        theme.NEUTRAL if few else theme.IMPROVEMENT if covered else theme.CONCERN
        for few, covered in zip(shown["is_few"], shown["is_covered"], strict=True)
    ]
    words = [f"{good} good, {bad} bad" for good, bad in zip(shown["good_count"], shown["bad_count"], strict=True)]
    bars = go.Bar(
        x=ratio,
        y=[theme.inert(name) for name in shown[by]],
        orientation="h",
        marker={"color": colours},
        text=words,
        textposition=["inside" if each > MOST_RATIO / 2 else "outside" for each in ratio],
        cliponaxis=False,
        hovertemplate="%{y}: %{text}<extra></extra>",
    )
    figure = theme.dressed(
        go.Figure([bars]),
        title=title,
        subtitle="Good experiences for each bad one; dashed: the five that cover one bad, as a rule of thumb. "
        "Grey: fewer than 20 experiences told",
        x_title="Good for each bad",
        y_title="",
        height_pixels=100 + ROW_PIXELS * len(shown),
    )
    figure.add_vline(x=TO_COVER, line={"color": theme.NEUTRAL, "dash": "dash"})
    figure.update_layout(hovermode="closest", showlegend=False)
    return figure.update_yaxes(type="category").update_xaxes(range=[0, MOST_RATIO * 1.05])
