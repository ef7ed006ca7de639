"""On which days did each customer buy, and for how much?

Times are whole days since 1970, customers whole numbers from 0 in the order of their ids.
"""

from datetime import date

import numpy as np
import pandas as pd

YEAR_DAYS = 365
GAP_FACTOR = 2  # times the usual gap between selling days: a longer one at the end means that data is missing

Day = date | str


def customer_days(sales: pd.DataFrame) -> pd.DataFrame:
    """Grain customer_id, sold_date: revenue (money, with returns) and purchase_revenue (lines with both above 0)."""
    columns = ["customer_id", "sold_date", "revenue", "purchase_revenue"]
    if "customer_id" not in sales:
        return pd.DataFrame({column: [] for column in columns})
    known = sales[sales["customer_id"].notna()]
    revenue = known["revenue"].astype(float)
    is_bought = (known["quantity"].astype(float) > 0) & (revenue > 0)
    lines = pd.DataFrame(
        {
            "customer_id": known["customer_id"],
            "sold_date": _days(known["sold_date"]),
            "revenue": revenue,
            "purchase_revenue": revenue.where(is_bought, 0.0),
        }
    )
    return lines.groupby(["customer_id", "sold_date"], observed=True).sum().round(4).reset_index()[columns]


def visible_days(customer_days, today) -> pd.DataFrame:
    """Of everyone who bought, sorted by customer and day; days and customers as whole numbers; nothing after today."""
    days = pd.DataFrame(
        {
            "customer_id": customer_days["customer_id"].array,
            "day": _days(customer_days["sold_date"]).astype("datetime64[D]").astype(np.int64),
            "revenue": customer_days["revenue"].astype(float).array,
            "purchase_revenue": customer_days["purchase_revenue"].astype(float).array,
        }
    )
    days = days[days["customer_id"].notna() & (days["day"] <= today)]
    codes, names = pd.factorize(days["customer_id"], sort=True)
    has_bought = np.bincount(codes, weights=days["purchase_revenue"] > 0, minlength=len(names)) > 0
    # Returns alone make nobody a customer.
    days = days.assign(customer=np.cumsum(has_bought)[codes] - 1)[has_bought[codes]]
    return days.sort_values(["customer", "day"], kind="stable", ignore_index=True)


def judged_day(business_days, today) -> int:
    """Today, but at most GAP_FACTOR usual gaps after the last sale: then the shop is closed or the feed is late.

    So a gap makes nobody more silent. Judging on the last sale's day instead would turn the clock back over a holiday.
    """
    gaps = np.diff(np.sort(business_days)[-YEAR_DAYS:])
    return min(today, int(business_days.max() + GAP_FACTOR * np.median(gaps))) if len(gaps) else today


def day_number(day: Day) -> int:
    return int(np.datetime64(pd.Timestamp(day).date(), "D").astype(int))


def medians(groups, values, *, size) -> np.ndarray:
    """The median of each group 0 … size - 1; NaN where it has no value."""
    ordered = values[np.lexsort((values, groups))]
    counts = np.bincount(groups, minlength=size)
    start = np.cumsum(counts) - counts
    medians = np.full(size, np.nan)
    some = counts > 0
    low, high = (start + (counts - 1) // 2)[some], (start + counts // 2)[some]
    medians[some] = (ordered[low] + ordered[high]) / 2
    return medians


def sums(groups, values, size) -> np.ndarray:
    return np.bincount(groups, weights=values, minlength=size)


def _days(values) -> np.ndarray:
    whole = pd.to_datetime(pd.Series(values), format="ISO8601").to_numpy().astype("datetime64[D]")
    return whole.astype("datetime64[s]")  # the coarsest unit that pandas keeps
