"""How did the last weeks go, of each product and of each warning's subject?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd

from signals.model import Warning
from signals.pipeline.facts import YEAR_DAYS, Facts

TREND_WEEKS = 13


def trends(facts: Facts) -> pd.DataFrame:
    """Per product: revenue_28_days, revenue_year (money) and `trend`, its revenue in each of the last 13 weeks."""
    lines, last = facts.lines, pd.Timestamp(facts.as_of)
    age = (last - lines["sold_date"]).dt.days
    by_week = lines.assign(week=TREND_WEEKS - 1 - age // 7)[age < 7 * TREND_WEEKS]
    weeks = by_week.pivot_table(index="product_id", columns="week", values="revenue", aggfunc="sum", fill_value=0.0)
    weeks = weeks.reindex(columns=range(TREND_WEEKS), fill_value=0.0)
    table = pd.DataFrame(
        {
            "revenue_28_days": lines[age < 28].groupby("product_id")["revenue"].sum(),
            "revenue_year": lines[age < YEAR_DAYS].groupby("product_id")["revenue"].sum(),
        },
        index=pd.Index(lines["product_id"].unique(), name="product_id"),
    ).fillna(0.0)
    known = dict(zip(weeks.index, weeks.to_numpy().tolist(), strict=True))
    return table.assign(trend=[known.get(product, [0.0] * TREND_WEEKS) for product in table.index])


def trended(facts: Facts, warnings: tuple[Warning, ...], loudest: Mapping[str, date]) -> tuple[Warning, ...]:
    """With the last weeks' revenue; `loudest` is by subject key the first day of the window that speaks loudest."""
    return tuple(
        replace(
            warning,
            trend=_trend(lines_of(facts, warning), facts.as_of),
            loudest_days=(facts.as_of - first).days + 1 if (first := loudest.get(warning.subject.key)) else None,
        )
        for warning in warnings
    )


def lines_of(facts: Facts, warning: Warning) -> pd.DataFrame:
    lines, subject = facts.lines, warning.subject
    for column in ("product_id", "category", "region", "channel"):
        wanted = getattr(subject, column)
        if wanted is not None and not (column == "category" and subject.product_id):
            lines = lines[lines[column] == wanted]
    return lines


def _trend(lines: pd.DataFrame, as_of: date) -> tuple[float, ...]:
    week = TREND_WEEKS - 1 - (pd.Timestamp(as_of) - lines["sold_date"]).dt.days // 7
    sums = lines["revenue"].groupby(week).sum().reindex(range(TREND_WEEKS), fill_value=0.0)
    return tuple(float(value) for value in sums)
