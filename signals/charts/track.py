"""Did stated probabilities hold, and how far were the nowcasts off, on the company's own past?"""

from collections.abc import Sequence
from dataclasses import asdict, fields

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.metrics import share
from signals.model import ANY_KIND, CalibrationBin, ChanceRehearsal, Detection, NowcastError

PERCENT = 100
DOT_PIXELS = (7, 26)  # of the fewest and the most days
SQUARE_PIXELS = 380
NEVER = "over 56"  # days, of which fewer than half were found


def calibration(bins: Sequence[CalibrationBin], sentence: str) -> go.Figure:
    """Stated against observed, a dot a bin, the larger the more days stand behind it; on the line it was right."""
    stated, observed = ([getattr(each, name) * PERCENT for each in bins] for name in ("predicted", "observed"))
    right = go.Scatter(
        x=[0, 100], y=[0, 100], mode="lines", line={"color": theme.NEUTRAL, "dash": "dot"}, hoverinfo="skip"
    )
    dots = go.Scatter(
        x=stated,
        y=observed,
        mode="markers+text",
        marker={"size": _sizes([each.n for each in bins]), "color": theme.IMPROVEMENT, "opacity": 0.85},
        text=[f"n = {each.n:,}" for each in bins],
        textposition=["middle right" if each.predicted < 0.5 else "middle left" for each in bins],
        hovertemplate="stated %{x:.0f} %, observed %{y:.0f} %<extra></extra>",
    )
    figure = theme.dressed(
        go.Figure([right, dots]),
        title=sentence,
        subtitle="The half of the rehearsals it was not learnt from; above the line falls were likelier than said",
        x_title="Stated probability of a fall (%)",
        y_title="Share that were rehearsed falls (%)",
        height_pixels=SQUARE_PIXELS,
    )
    figure.update_layout(hovermode="closest", showlegend=False)
    return figure.update_xaxes(range=[-4, 104]).update_yaxes(range=[-6, 106], showgrid=True)


def chances(rehearsed: ChanceRehearsal, sentence: str) -> go.Figure:
    """The same of what was said of customers."""
    figure = calibration(rehearsed.bins, sentence)
    subtitle = "Customers scored on past days from what was known then; above the line it happened oftener than said"
    figure.update_layout(title={"subtitle": {"text": subtitle}})
    figure.update_xaxes(title={"text": "Stated chance (%)"})
    return figure.update_yaxes(title={"text": f"Share that {rehearsed.what} (%)"})


def nowcast(errors: Sequence[NowcastError], sentence: str) -> go.Figure:
    """Mean error by day of the quarter."""
    bars = go.Bar(
        x=[each.day_in_quarter for each in errors],
        y=[each.error * PERCENT for each in errors],
        marker={"color": theme.IMPROVEMENT},
        name="Nowcast",
        hovertemplate="day %{x}: %{y:.1f} %<extra></extra>",
    )
    others = [
        _beside(errors, "run_rate_error", "Quarter to date carried on", theme.NEUTRAL, "circle"),
        _beside(errors, "last_year_error", "Last year's quarter", theme.CONCERN, "diamond"),
    ]
    figure = theme.dressed(
        go.Figure([bars, *others]),
        title=sentence,
        subtitle="Mean difference between what was said of the company's quarter and what it became",
        x_title="Day of the quarter",
        y_title="Error (%)",
        height_pixels=260,
    )
    figure.update_layout(hovermode="closest", bargap=0.35)
    return figure.update_yaxes(rangemode="tozero", showgrid=True)


def _beside(errors: Sequence[NowcastError], name: str, title: str, colour: str, symbol: str) -> go.Scatter:
    known = [each for each in errors if getattr(each, name) is not None]
    return go.Scatter(
        x=[each.day_in_quarter for each in known],
        y=[getattr(each, name) * PERCENT for each in known],
        mode="lines+markers",
        line={"color": colour, "width": 1.2, "dash": "dot"},
        marker={"symbol": symbol, "size": 7},
        name=title,
        hovertemplate="day %{x}: %{y:.1f} %<extra></extra>",
    )


def table(rows: Sequence[CalibrationBin] | Sequence[NowcastError]) -> pd.DataFrame:
    """The chart's numbers."""
    return pd.DataFrame([asdict(each) for each in rows], columns=[field.name for field in fields(rows[0])])


def seen(rows: Sequence[Detection]) -> pd.DataFrame:
    """Per volume and size of the fall, kinds together: what share was found, in per cent."""
    shown = [
        {
            "Orders a day": row.volume,
            "Fall": share(row.drop),
            **{f"In {days} days": _percent(getattr(row, f"found_{days}")) for days in (14, 28, 56)},
            "Days (median)": NEVER if row.median_days is None else f"{row.median_days:.0f}",
            "Rehearsed": row.n,
        }
        for row in rows
        if row.kind == ANY_KIND and row.n
    ]
    return pd.DataFrame(shown)


def _percent(found: float | None) -> float | None:
    return None if found is None else found * PERCENT


def _sizes(counts: Sequence[int]) -> list[float]:
    """Areas in proportion to the days, within what can be seen."""
    smallest, largest = DOT_PIXELS
    most = max(counts)
    return [max(smallest, largest * (count / most) ** 0.5) for count in counts]
