"""What is known of the days of a chart: onset, the loudest window, events, verdicts, what is still to come?"""

from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.model import Evidence, Warning

SMALL = {"size": 11}
HEADROOM_SHARE = 0.3  # above the highest week, for the words
BRACKET_TOP, BRACKET_FOOT = 0.99, 0.95  # of the plot's height
ONSET_FOOT, ONSET_TOP = 0.21, 0.86  # above the words at the foot
FOOT_WORDS = 0.12  # lines seldom run so low
WEEK = timedelta(days=7)
LANES = 3  # of event names above each other, so that neighbours can be read
LANE_HEIGHT = 0.055
APART_SHARE = 0.22  # of the shown time, from one name to the next in the same lane


def onset(figure: go.Figure, weeks: pd.DataFrame, warning: Warning, tone: str) -> None:
    """A dashed line on the day as first said."""
    if not _is_shown(warning.onset, warning.onset, weeks):
        return
    day, colour = warning.onset, theme.TONES[tone]
    figure.add_shape(
        type="line", x0=day, x1=day, yref="paper", y0=ONSET_FOOT, y1=ONSET_TOP, line={"color": colour, "dash": "dash"}
    )
    text = f"since about {day:%-d %b}"
    figure.add_annotation(x=day, yref="paper", y=ONSET_TOP, text=text, showarrow=False, **_beside(weeks, day))


def loudest_window(figure: go.Figure, warning: Warning, as_of: date, tone: str) -> None:
    """A bracket over the days up to `as_of` in which the evidence is strongest."""
    if warning.loudest_days is None:
        return
    first, last, line = as_of - timedelta(days=warning.loudest_days - 1), as_of + timedelta(days=1), {"width": 2}
    line |= {"color": theme.TONES[tone]}
    figure.add_shape(
        type="path",
        path=f"M {first},{BRACKET_FOOT} L {first},{BRACKET_TOP} L {last},{BRACKET_TOP} L {last},{BRACKET_FOOT}",
        yref="paper",
        line=line,
        name="loudest",
    )
    text = f"the last {warning.loudest_days} days speak loudest"
    figure.add_annotation(
        x=first, y=BRACKET_TOP, yref="paper", xanchor="right", yanchor="top", text=text, showarrow=False, xshift=-4
    )


def events(figure: go.Figure, weeks: pd.DataFrame, events: pd.DataFrame) -> None:
    """A grey bar along the foot for each; names in lanes above, one where several of a kind stand close."""
    start, end = _day(weeks["week"].iloc[0]), _day(weeks["week"].iloc[-1]) + WEEK
    taken: list[date] = [date.min] * LANES
    last_of_kind: dict[str, date] = {}
    apart = (end - start) * APART_SHARE
    for event in events.sort_values("first_date").itertuples():
        if not _is_shown(_day(event.first_date), _day(event.last_date), weeks):
            continue
        first, last = max(_day(event.first_date), start), min(_day(event.last_date) + timedelta(days=1), end)
        figure.add_shape(
            type="rect", x0=first, x1=last, yref="paper", y0=0, y1=0.03, fillcolor=theme.NEUTRAL, line_width=0
        )
        lane = next((lane for lane in range(LANES) if taken[lane] <= first), None)
        if lane is None or first < last_of_kind.get(event.kind, date.min):
            continue
        taken[lane], last_of_kind[event.kind] = first + apart, first + apart / 2
        place = {"x": first, "y": 0.03 + lane * LANE_HEIGHT, "yref": "paper", "yanchor": "bottom"}
        side = "right" if first > end - apart / 2 else "left"
        text = theme.inert(event.kind)
        figure.add_annotation(text=text, showarrow=False, xanchor=side, font=SMALL, **place)


def verdicts(figure: go.Figure, weeks: pd.DataFrame, verdict_days: pd.DataFrame) -> None:
    """The days of which a person has spoken, and what was said."""
    for row in verdict_days.itertuples():
        first, last = row.first_date, row.last_date
        if pd.isna(first) or pd.isna(last) or not _is_shown(_day(first), _day(last), weeks):
            continue
        first = max(_day(first), _day(weeks["week"].iloc[0]))
        _shade(
            figure, first, _day(last) + timedelta(days=1), theme.inert(f"said: {row.verdict}"), height=2 * FOOT_WORDS
        )


def incomplete_days(figure: go.Figure, weeks: pd.DataFrame, evidence: Evidence) -> None:
    """Weeks for which not everything has come in are no fall."""
    incomplete = weeks[~weeks["is_complete"].astype(bool)]
    if incomplete.empty:
        return
    first, last = _day(incomplete["week"].iloc[0]), _day(weeks["week"].iloc[-1]) + WEEK
    through = f" after {evidence.complete_date:%-d %b}" if evidence.complete_date else ""
    _shade(figure, first, last, f"not complete{through}", height=FOOT_WORDS)


def _shade(figure: go.Figure, first: date, last: date, text: str, *, height: float) -> None:
    figure.add_shape(type="rect", x0=first, x1=last, yref="paper", y0=0, y1=1, fillcolor=theme.SHADE, line_width=0)
    figure.add_annotation(
        x=first, yref="paper", y=height, xanchor="right", text=text, showarrow=False, xshift=-4, font=SMALL
    )


def _beside(weeks: pd.DataFrame, day: date) -> dict[str, object]:
    """To the side of a day on which there is room."""
    start, end = _day(weeks["week"].iloc[0]), _day(weeks["week"].iloc[-1])
    is_left = day - start > (end - start) / 2
    return (
        {"xanchor": "right", "xshift": -4, "yanchor": "top"}
        if is_left
        else {"xanchor": "left", "xshift": 4, "yanchor": "top"}
    )


def _is_shown(first: date, last: date, weeks: pd.DataFrame) -> bool:
    return last >= _day(weeks["week"].iloc[0]) and first <= _day(weeks["week"].iloc[-1]) + WEEK


def _day(value: object) -> date:
    return pd.Timestamp(value).date()
