"""Did a subject sell what was expected, and since when not?"""

import pandas as pd
import plotly.graph_objects as go

from signals.charts import marks, theme
from signals.model import Evidence

LAST_WEEKS = 2
SHOWN_WEEKS = 52
TALLEST = 1.7  # times the top of the band: a single huge order is drawn at the edge, so that the rest stays readable
MOST_HUGE_SHARE = 0.08  # of the weeks; where more are that high, nothing is cut
HEIGHT_PIXELS = 380


def weekly(evidence: Evidence) -> go.Figure:
    """Weekly revenue against the 80 % band of what was expected, with all that `marks` draws."""
    weeks = evidence.weeks.tail(SHOWN_WEEKS)
    is_of_sales = evidence.warning is not None and evidence.voiced is None
    tone = theme.tone_of(evidence.warning.effect_share) if is_of_sales else "neutral"
    peak = _peak(weeks) if len(weeks) else 0.0
    lines = [_expected(weeks), _actual(weeks), *_huge(weeks, peak)]
    figure = go.Figure([*_band(weeks), *lines, *_last_weeks(weeks, tone)])
    if len(weeks):
        marks.incomplete_days(figure, weeks, evidence)
        marks.verdicts(figure, weeks, evidence.verdict_days)
        marks.events(figure, weeks, evidence.events)
        if evidence.warning:
            marks.onset(figure, weeks, evidence.warning, tone)
            marks.loudest_window(figure, evidence.warning, evidence.as_of, tone)
    theme.dressed(
        figure,
        title=evidence.sentences.get("sales") or evidence.headline,
        subtitle="Revenue a week; grey: where 4 weeks in 5 would lie had nothing changed",
        x_title="Week beginning",
        y_title=f"Revenue a week ({evidence.currency})",
        height_pixels=HEIGHT_PIXELS,
    )
    lowest = min(0.0, float(weeks["actual"].min())) if len(weeks) else 0.0
    return figure.update_yaxes(range=[lowest, peak * (1 + marks.HEADROOM_SHARE)]) if peak > 0 else figure


def _peak(weeks: pd.DataFrame) -> float:
    """What the axis must reach: all weeks, but not the few that are out of all proportion."""
    tallest = float(weeks["actual"].max())
    usual = TALLEST * max(float(weeks["high"].max()), float(weeks["actual"].median()))
    few = (weeks["actual"] > usual).sum() <= MOST_HUGE_SHARE * len(weeks)
    return usual if 0.0 < usual < tallest and few else max(tallest, float(weeks["high"].max()))


def _band(weeks: pd.DataFrame) -> list[go.Scatter]:
    quiet = {"x": weeks["week"], "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
    return [
        go.Scatter(y=weeks["high"], showlegend=False, name="upper end", **quiet),
        go.Scatter(y=weeks["low"], fill="tonexty", fillcolor=theme.BAND, name="Expected range (80 %)", **quiet),
    ]


def _expected(weeks: pd.DataFrame) -> go.Scatter:
    line = {"color": theme.NEUTRAL, "dash": "dot", "width": 1.5}
    return go.Scatter(
        x=weeks["week"], y=weeks["expected"], mode="lines", line=line, name="Expected", hovertemplate="%{y:,.0f}"
    )


def _actual(weeks: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=weeks["week"],
        y=weeks["actual"],
        mode="lines",
        line={"color": theme.OURS, "width": 2.2},
        name="Actual",
        hovertemplate="%{y:,.0f}",
    )


def _huge(weeks: pd.DataFrame, peak: float) -> list[go.Scatter]:
    """Weeks above the axis' end, at its edge."""
    huge = weeks[weeks["actual"] > peak]
    if huge.empty:
        return []
    marker = {"symbol": "triangle-up", "size": 10, "color": theme.OURS}
    edge = [peak] * len(huge)
    return [go.Scatter(x=huge["week"], y=edge, mode="markers", marker=marker, name="Above the edge", hoverinfo="skip")]


def _last_weeks(weeks: pd.DataFrame, tone: str) -> list[go.Scatter]:
    """The last two complete weeks, in the colour of their tone only where there is a warning."""
    last = weeks[weeks["is_complete"].astype(bool)].tail(LAST_WEEKS)
    marker = {"size": 10, "color": theme.TONES[tone], "line": {"width": 1.5, "color": "white"}}
    name = f"Last {LAST_WEEKS} complete weeks"
    return [go.Scatter(x=last["week"], y=last["actual"], mode="markers", marker=marker, name=name, hoverinfo="skip")]
