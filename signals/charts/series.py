"""Did a subject sell what was expected, and since when not?"""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Evidence

LAST_WEEKS = 2
SHOWN_WEEKS = 52


def weekly(evidence: Evidence) -> go.Figure:
    """Weekly revenue against the 80 % band of what was expected; onset, events and incomplete weeks marked."""
    weeks = evidence.weeks.tail(SHOWN_WEEKS)
    figure = go.Figure([*_band(weeks), _expected(weeks), _actual(weeks), *_last_weeks(evidence, weeks)])
    _mark_onset(figure, evidence, weeks)
    _mark_events(figure, evidence.events, weeks)
    _shade_incomplete(figure, weeks)
    theme.dressed(
        figure,
        title=evidence.sentences.get("sales") or evidence.headline,
        subtitle="Revenue a week; grey: where 4 weeks in 5 would lie had nothing changed",
        x_title="Week beginning",
        y_title=f"Revenue a week ({evidence.currency})",
    )
    return figure.update_yaxes(rangemode="tozero")


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
        line={"color": theme.IMPROVEMENT, "width": 2.2},
        name="Actual",
        hovertemplate="%{y:,.0f}",
    )


def _last_weeks(evidence: Evidence, weeks: pd.DataFrame) -> list[go.Scatter]:
    """The last two complete weeks, in the colour of their tone only where there is a warning."""
    last = weeks[weeks["is_complete"].astype(bool)].tail(LAST_WEEKS)
    tone = theme.tone_of(evidence.warning.effect_share) if evidence.warning else "neutral"
    marker = {"size": 10, "color": theme.TONES[tone], "line": {"width": 1.5, "color": "white"}}
    name = f"Last {LAST_WEEKS} complete weeks"
    return [go.Scatter(x=last["week"], y=last["actual"], mode="markers", marker=marker, name=name, hoverinfo="skip")]


def _mark_onset(figure: go.Figure, evidence: Evidence, weeks: pd.DataFrame) -> None:
    if evidence.warning is None or not _is_shown(evidence.warning.onset, evidence.warning.onset, weeks):
        return
    onset = evidence.warning.onset
    figure.add_shape(
        type="line", x0=onset, x1=onset, yref="paper", y0=0, y1=1, line={"color": theme.CONCERN, "dash": "dash"}
    )
    figure.add_annotation(
        x=onset, yref="paper", y=0.12, xanchor="right", text=f"since about {onset:%-d %b}", showarrow=False, xshift=-4
    )


def _mark_events(figure: go.Figure, events: pd.DataFrame, weeks: pd.DataFrame) -> None:
    """A grey bar along the foot for each, named above it."""
    for event in events.itertuples():
        first, last = _day(event.first_date), _day(event.last_date)
        if _is_shown(first, last, weeks):
            x0 = max(first, _day(weeks["week"].iloc[0]))
            x1 = min(last, _day(weeks["week"].iloc[-1])) + timedelta(days=1)
            bar = {"x0": x0, "x1": x1, "y0": 0, "y1": 0.03, "yref": "paper"}
            figure.add_shape(type="rect", **bar, fillcolor=theme.NEUTRAL, line_width=0)
            name = {"text": theme.inert(event.kind), "xanchor": "left", "yanchor": "bottom", "font": {"size": 11}}
            figure.add_annotation(x=x0, y=0.03, yref="paper", showarrow=False, **name)


def _shade_incomplete(figure: go.Figure, weeks: pd.DataFrame) -> None:
    """Weeks whose days have not all come in are no fall."""
    incomplete = weeks[~weeks["is_complete"].astype(bool)]
    if len(incomplete):
        first = _day(incomplete["week"].iloc[0]) - timedelta(days=3)
        last = _day(incomplete["week"].iloc[-1]) + timedelta(days=4)
        figure.add_shape(type="rect", x0=first, x1=last, yref="paper", y0=0, y1=1, fillcolor=theme.SHADE, line_width=0)
        figure.add_annotation(
            x=last, yref="paper", y=1, xanchor="right", yanchor="top", text="not complete", showarrow=False
        )


def _is_shown(first: date, last: date, weeks: pd.DataFrame) -> bool:
    return len(weeks) > 0 and last >= _day(weeks["week"].iloc[0]) and first <= _day(weeks["week"].iloc[-1])


def _day(value: object) -> date:
    return pd.Timestamp(value).date()
