"""How does the quarter run, where may it end, and what was said of it?"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.charts.bridge import waterfall
from signals.model import Bridge, Outlook, QuarterSaid

WIDE_BAND = "rgba(47, 127, 193, 0.12)"
NARROW_BAND = "rgba(47, 127, 193, 0.22)"
HEIGHT_PIXELS = 360
PERCENT = 100
LEAST_ROOM_SHARE = 0.01


def fan(outlook: Outlook, title: str, currency: str) -> go.Figure:
    """The running total, its ranges to the quarter's end, last year's and the plan."""
    table = fan_table(outlook)
    known, ahead = table[table["total"].notna()], table[table["estimate"].notna()]
    figure = go.Figure()
    for low, high, colour, name in (
        ("low95", "high95", WIDE_BAND, "19 cases in 20"),
        ("low80", "high80", NARROW_BAND, "8 cases in 10"),
    ):
        if ahead[low].notna().any():
            quiet = {"x": ahead["day"], "mode": "lines", "line": {"width": 0}, "hoverinfo": "skip"}
            figure.add_trace(go.Scatter(y=ahead[high], showlegend=False, name="upper end", **quiet))
            figure.add_trace(go.Scatter(y=ahead[low], fill="tonexty", fillcolor=colour, name=name, **quiet))
    if table["last_year"].notna().any():
        line = {"color": theme.NEUTRAL, "dash": "dot", "width": 1.5}
        figure.add_trace(_line(table, "last_year", "A year before", line))
    if len(ahead) > 1:
        figure.add_trace(_line(ahead, "estimate", "Estimate", {"color": theme.OURS, "dash": "dash", "width": 1.8}))
    figure.add_trace(_line(known, "total", "So far", {"color": theme.OURS, "width": 2.6}))
    if outlook.nowcast.target is not None:
        end = table["day"].iloc[-1]
        marker = {"symbol": "line-ew-open", "size": 22, "color": theme.CONCERN, "line": {"width": 3}}
        figure.add_trace(
            go.Scatter(
                x=[end], y=[outlook.nowcast.target], mode="markers", marker=marker, name="Plan", cliponaxis=False,
                hovertemplate="%{y:,.0f}",
            )
        )  # fmt: skip
    theme.dressed(
        figure,
        title=title,
        subtitle="Revenue of the quarter up to each day; the fan comes from how far past estimates missed",
        x_title="",
        y_title=f"Running total ({currency})",
        height_pixels=HEIGHT_PIXELS,
    )
    return figure.update_yaxes(rangemode="tozero")


def fan_table(outlook: Outlook) -> pd.DataFrame:
    """The chart's numbers: the estimate and its ranges begin with today's total."""
    table = pd.DataFrame([vars(each) for each in outlook.running]).astype({"total": float, "last_year": float})
    ahead = pd.DataFrame([vars(each) for each in outlook.fan])
    if ahead.empty:
        return table.assign(**dict.fromkeys(("estimate", "low80", "high80", "low95", "high95"), float("nan")))
    table = table.merge(ahead, on="day", how="left")
    today = table["total"].last_valid_index()
    bounds = [name for name in ahead.columns if name != "day"]
    table[bounds] = table[bounds].astype(float)
    has_range = ahead[bounds].notna().any()
    table.loc[today, [name for name in bounds if has_range[name]]] = table.loc[today, "total"]
    return table


def said(outlook: Outlook, title: str, currency: str) -> go.Figure:
    """What was said week by week, with its range; today last."""
    table = said_table(outlook)
    bars = {
        "type": "data",
        "symmetric": False,
        "array": table["high80"] - table["estimate"],
        "arrayminus": table["estimate"] - table["low80"],
        "color": theme.NEUTRAL,
        "thickness": 1.4,
    }
    figure = go.Figure(
        go.Scatter(
            x=table["said_date"],
            y=table["estimate"],
            error_y=bars,
            mode="markers",
            marker={
                "size": 9,
                "color": theme.OURS,
                "symbol": table["is_replayed"].map({True: "circle-open"}).fillna("circle"),
            },
            name="Estimate",
            hovertemplate="%{y:,.0f}",
        )
    )
    if outlook.nowcast.target is not None:
        line = {"color": theme.CONCERN, "dash": "dot", "width": 1.5}
        ends = table["said_date"].iloc[[0, -1]]
        figure.add_trace(go.Scatter(x=ends, y=[outlook.nowcast.target] * 2, mode="lines", line=line, name="Plan"))
    theme.dressed(
        figure,
        title=title,
        subtitle="Estimate of the whole quarter with its range of 8 cases in 10; hollow: computed later from what was "
        "known on that day",
        x_title="Said on",
        y_title=f"The quarter ({currency})",
        height_pixels=300,
    )
    return figure.update_layout(hovermode="closest", showlegend=False)


def said_table(outlook: Outlook) -> pd.DataFrame:
    """The chart's numbers."""
    names = ["said_date", "estimate", "low80", "high80", "low95", "high95", "is_replayed"]
    nowcast = outlook.nowcast
    today = max(each.day for each in outlook.running if each.total is not None)
    last = [today, *(getattr(nowcast, name) for name in names[1:6]), False]
    rows = [[getattr(each, name) for name in names] for each in outlook.said if each.said_date < today]
    table = pd.DataFrame([*rows, last], columns=names)
    return table.astype(dict.fromkeys(names[1:6], float))


def bridge(told: Bridge, title: str, currency: str, *, first: str, last: str) -> go.Figure:
    """From the plan or last year to the estimate; the axis begins where the changes can be told apart."""
    figure = waterfall(told, title, currency, first=first, last=last)
    levels = [told.before, told.now]
    for _, amount in told.parts:
        levels.append(levels[-1] + amount if len(levels) > 2 else told.before + amount)
    low, high = min(levels), max(levels)
    room = max(high - low, abs(high) * LEAST_ROOM_SHARE)
    start = max(low - 2 * room, 0.0) if low >= 0 else low - room
    if start > 0:
        subtitle = f"{told.note}; the axis does not begin at zero"
        figure.update_layout(title={"subtitle": {"text": theme.inert(subtitle)}})
    return figure.update_yaxes(range=[start, high + room / 2])


def quarters_table(past: Sequence[QuarterSaid]) -> pd.DataFrame:
    """What was said of past quarters beside what they became, the latest first."""
    rows = [
        {
            "quarter": each.quarter,
            "day_in_quarter": each.day_in_quarter,
            "said_date": each.said_date,
            "estimate": each.estimate,
            "low80": each.low80,
            "high80": each.high80,
            "became": each.became,
            "off": PERCENT * (each.estimate / each.became - 1),
            "run_rate_off": PERCENT * (each.run_rate / each.became - 1),
            "last_year_off": None if each.last_year is None else PERCENT * (each.last_year / each.became - 1),
            "inside": {True: "inside", False: "outside", None: "no range"}[each.is_inside80],
            "how": "replayed" if each.is_replayed else "as said",
        }
        for each in sorted(past, key=lambda each: each.said_date, reverse=True)
    ]
    return pd.DataFrame(rows)


def _line(table: pd.DataFrame, column: str, name: str, line: dict) -> go.Scatter:
    return go.Scatter(
        x=table["day"], y=table[column], mode="lines", line=line, name=name, hovertemplate="%{y:,.0f}", connectgaps=True
    )
