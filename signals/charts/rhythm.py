"""Is this customer's silence longer than the customer's own habit?"""

import itertools
from datetime import date, timedelta
from math import isnan

import pandas as pd
import plotly.graph_objects as go

from signals.charts import theme
from signals.metrics import counted
from signals.model import CustomerAtRisk, CustomerFile


def rhythm(customer: CustomerFile) -> go.Figure | None:
    """A tick a purchase day, then the silence against the usual gap and the own limit; None without purchases."""
    if customer.score is None or customer.purchase_days.empty:
        return None
    score = customer.score
    figure = go.Figure([_ticks(customer.purchase_days, customer.currency)])
    _span(figure, score.last_order_date, customer.as_of, y=0.5, colour=theme.CONCERN, text="silence")
    if not isnan(score.usual_gap_days):  # nobody of the company ever came back
        usual = _after(score, score.usual_gap_days)
        _span(figure, score.last_order_date, usual, y=0.28, colour=theme.NEUTRAL, text="usual")
    if customer.limit_days is not None:
        _limit(figure, _after(score, customer.limit_days))
    theme.dressed(
        figure,
        title=score.headline,
        subtitle="Each tick is a day with a purchase; grey: the usual gap; dashed: the customer's own limit",
        x_title="Day",
        y_title="",
        height_pixels=220,
    )
    figure.update_layout(hovermode="closest", showlegend=False)
    return figure.update_yaxes(visible=False, range=[0, 1.15])


def revenue_by_year(customer: CustomerFile) -> go.Figure | None:
    """Revenue a year, stacked by category; None without revenue."""
    if customer.revenue_by_year.empty:
        return None
    revenue = customer.revenue_by_year.fillna({"category": "no category"})
    years = [str(year) for year in sorted(revenue["year"].astype(int).unique())]
    bars = [
        go.Bar(
            x=rows["year"].astype(int).astype(str),
            y=rows["revenue"],
            name=theme.inert(category),
            marker={"color": colour},
            hovertemplate="%{y:,.0f}",
        )
        for (category, rows), colour in zip(revenue.groupby("category"), itertools.cycle(theme.PARTS), strict=False)
    ]
    figure = theme.dressed(
        go.Figure(bars),
        title="What this customer bought each year",
        subtitle=f"Revenue by category; {customer.as_of.year} up to {customer.as_of:%-d %b}",
        x_title="Year",
        y_title=f"Revenue ({customer.currency})",
        height_pixels=300,
    )
    return figure.update_layout(barmode="relative", bargap=0.5).update_xaxes(type="category", categoryarray=years)


def _ticks(purchase_days: pd.DataFrame, currency: str) -> go.Scatter:
    return go.Scatter(
        x=purchase_days["sold_date"],
        y=[0.75] * len(purchase_days),
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 22, "color": theme.OURS, "line": {"width": 2, "color": theme.OURS}},
        customdata=purchase_days["revenue"],
        hovertemplate=f"%{{x|%-d %b %Y}}: {theme.inert(currency)} %{{customdata:,.0f}}<extra></extra>",
        name="Purchase day",
    )


def _after(score: CustomerAtRisk, days: float) -> date:
    return score.last_order_date + timedelta(days=round(days))


def _span(figure: go.Figure, first: date, last: date, *, y: float, colour: str, text: str) -> None:
    days = (last - first).days
    figure.add_shape(type="line", x0=first, x1=last, y0=y, y1=y, line={"color": colour, "width": 6})
    figure.add_annotation(
        x=first,
        y=y,
        xanchor="right",
        text=f"{text} {counted(days, 'day')}",
        showarrow=False,
        xshift=-6,
        font={"color": colour},
    )


def _limit(figure: go.Figure, limit: date) -> None:
    figure.add_shape(type="line", x0=limit, x1=limit, y0=0, y1=1, line={"color": theme.CONCERN, "dash": "dash"})
    figure.add_annotation(x=limit, y=1.08, text=f"limit {limit:%-d %b %Y}", showarrow=False, xanchor="right")
