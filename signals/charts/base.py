"""How does the base of customers move: the bridge of its revenue, its cohorts, its newcomers, where its risk lies?"""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.charts.bridge import waterfall
from signals.model import Bridge, Cohort, Ledger, Newcomers

PERCENT = 100
BARS = {  # of the bridge, in order -> what a reader calls it, and its sign
    "lost": ("Lost", -1),
    "contraction": ("Bought less", -1),
    "expansion": ("Bought more", 1),
    "reactivated": ("Came back", 1),
    "new": ("New", 1),
}
ROW_PIXELS = 30
MOST_ROWS = 12


def bridge(ledger: Ledger, title: str, subtitle: str, currency: str) -> go.Figure:
    """From the earlier period's revenue to this one's, a bar a class of customers; it sums exactly."""
    revenue = ledger.revenue
    parts = tuple((name, sign * revenue[part]) for part, (name, sign) in BARS.items() if revenue[part])
    told = Bridge("customers", revenue["before"], parts, revenue["now"], subtitle)
    return waterfall(told, title, currency, first="Before", last="Now")


def bridge_table(ledger: Ledger) -> pd.DataFrame:
    """The chart's numbers, with how many customers stand behind each."""
    counts = {"lost": "lost", "reactivated": "reactivated", "new": "new"}
    rows = [
        {"part": name, "revenue": amount, "customers": ledger.counts.get(counts.get(name, ""))}
        for name, amount in ledger.revenue.items()
    ]
    return pd.DataFrame(rows)


def cohorts(cells: Sequence[Cohort], title: str) -> go.Figure:
    """A row a quarter of first purchase, a column a quarter since: the share that bought then."""
    table = pd.DataFrame([{"born": c.cohort_date, "age": c.quarters, "share": _share(c)} for c in cells])
    grid = table.pivot(index="born", columns="age", values="share")
    text = grid.map(lambda value: "" if pd.isna(value) else f"{value:.0f}")
    figure = go.Figure(
        go.Heatmap(
            z=grid.to_numpy(),
            x=[str(age) for age in grid.columns],
            y=[f"Q{(day.month + 2) // 3} {day.year}" for day in grid.index],
            text=text.to_numpy(),
            texttemplate="%{text}",
            colorscale=[[0, "rgba(47, 127, 193, 0.05)"], [1, theme.IMPROVEMENT]],
            zmin=0,
            zmax=100,
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="first bought %{y}, %{x} quarters later: %{z:.0f} %<extra></extra>",
        )
    )
    theme.dressed(
        figure,
        title=title,
        subtitle="Share of each quarter's first-time buyers who bought so many quarters later (%); the first row also "
        "counts those who were there before the data begins",
        x_title="Quarters since the first purchase",
        y_title="",
        height_pixels=80 + ROW_PIXELS * len(grid),
    )
    figure.update_xaxes(type="category", showgrid=False).update_layout(hovermode="closest")
    return figure.update_yaxes(autorange="reversed", type="category")


def newcomers(months: Sequence[Newcomers], title: str) -> go.Figure:
    """A line a month of first purchase: the share that did not come again within 90 days."""
    figure = go.Figure(
        go.Scatter(
            x=[each.month for each in months],
            y=[PERCENT * (1 - each.returned_count / each.customers_count) for each in months],
            customdata=[each.customers_count for each in months],
            mode="lines+markers",
            line={"color": theme.OURS},
            hovertemplate="%{x|%b %Y}: %{y:.0f} % of %{customdata}<extra></extra>",
        )
    )
    theme.dressed(
        figure,
        title=title,
        subtitle="Share of a month's first-time buyers without a second purchase within 90 days, where these are over",
        x_title="Month of the first purchase",
        y_title="Did not return (%)",
        height_pixels=260,
    )
    return figure.update_layout(hovermode="closest", showlegend=False).update_yaxes(rangemode="tozero", showgrid=True)


def at_risk(table: pd.DataFrame, title: str, currency: str, *, what: str) -> go.Figure:
    """A bar a name, the largest first; `table` has name, value_at_risk_year, customers_count."""
    shown = table.head(MOST_ROWS).iloc[::-1]
    figure = go.Figure(
        go.Bar(
            x=shown["value_at_risk_year"],
            y=[theme.inert(name) for name in shown["name"]],
            customdata=shown["customers_count"],
            orientation="h",
            marker={"color": theme.OURS},
            hovertemplate="%{y}: %{x:,.0f}, %{customdata} customers<extra></extra>",
        )
    )
    theme.dressed(
        figure,
        title=title,
        subtitle=f"What customers who are not lost yet may take with them in a year, by {what}",
        x_title=f"At risk a year ({currency})",
        y_title="",
        height_pixels=90 + ROW_PIXELS * len(shown),
    )
    return figure.update_layout(hovermode="closest", showlegend=False).update_yaxes(type="category")


def table(rows: Sequence[Cohort] | Sequence[Newcomers]) -> pd.DataFrame:
    return pd.DataFrame([vars(each) for each in rows])


def _share(cell: Cohort) -> float:
    return PERCENT * cell.active_count / cell.customers_count
