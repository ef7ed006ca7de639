"""Which scores did a customer give over time? One row a scale: scores of two scales are never mixed."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from signals.charts import theme
from signals.model import CustomerFile

SCALES = {"nps": ("NPS", 0, 10), "csat": ("CSAT", 1, 5), "ces": ("CES", 1, 7), "stars": ("Stars", 1, 5)}
ROW_PIXELS = 130
FEWEST = 2  # answers; one is told in words


def scores(customer: CustomerFile) -> go.Figure | None:
    """A dot an answer; None with fewer than two."""
    answers = table(customer)
    scales = [scale for scale in SCALES if (answers["scale"] == scale).any()]
    if len(answers) < FEWEST:
        return None
    figure = make_subplots(rows=len(scales), cols=1, shared_xaxes=True, vertical_spacing=0.12)
    for row, scale in enumerate(scales, start=1):
        own, (name, low, high) = answers[answers["scale"] == scale], SCALES[scale]
        dots = go.Scatter(
            x=own["given_date"],
            y=own["score"],
            customdata=own[["source"]],
            mode="lines+markers",
            line={"color": theme.OURS, "width": 1},
            marker={"size": 9, "color": theme.OURS},
            hovertemplate="%{x|%-d %b %Y}: %{y:.0f}, %{customdata[0]}<extra></extra>",
        )
        figure.add_trace(dots, row=row, col=1)
        figure.update_yaxes(
            range=[low - 0.5, high + 0.5], tickvals=[low, high], title={"text": name}, fixedrange=True, row=row, col=1
        )
    theme.dressed(
        figure,
        title="Scores that this customer gave",
        subtitle="Each scale by itself; up is better on all of them",
        x_title="",
        y_title=SCALES[scales[0]][0],
        height_pixels=60 + ROW_PIXELS * len(scales),
    )
    return figure.update_layout(hovermode="closest", showlegend=False).update_xaxes(fixedrange=True)


def table(customer: CustomerFile) -> pd.DataFrame:
    """The chart's numbers, the oldest first."""
    known = customer.feedback.dropna(subset=["score", "scale"])
    shown = known[known["scale"].isin(SCALES)][["given_date", "source", "touchpoint", "scale", "score"]]
    return shown.sort_values("given_date", kind="stable", ignore_index=True)
