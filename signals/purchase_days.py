"""On which days did each customer buy, and for how much?

Times are whole days since 1970, customers whole numbers from 0 in the order of their ids.
"""

import re
from datetime import date, datetime

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
    known = sales[_is_named(sales["customer_id"])]
    revenue = known["revenue"].astype(float)
    revenue = revenue.where(np.isfinite(revenue))
    is_bought = (known["quantity"].astype(float) > 0) & (revenue > 0)
    lines = pd.DataFrame(
        {
            "customer_id": known["customer_id"],
            "sold_date": _days(known["sold_date"]),
            "revenue": revenue,
            "purchase_revenue": revenue.where(is_bought, 0.0),
        }
    )
    by_day = lines.groupby(["customer_id", "sold_date"], observed=True).sum()
    return by_day.round(4).reset_index()[columns]


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
    """Days since 1970. Raises ValueError for what is no day."""
    if not isinstance(day, date | str | np.datetime64) or pd.isna(stamp := pd.Timestamp(day)):
        raise ValueError(f"as_of must be a day, such as 2026-11-21, not {day!r}")
    return int(np.datetime64(stamp.date(), "D").astype(int))


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


def _is_named(customer_ids: pd.Series) -> pd.Series:
    """Who has an id that is not blank."""
    is_text = isinstance(customer_ids.dtype, pd.StringDtype) or customer_ids.dtype == object
    return customer_ids.notna() & (customer_ids.astype(str).str.strip().ne("") if is_text else True)


def _days(values) -> np.ndarray:
    """The local day of each moment: a time zone says when it was elsewhere, not on which day somebody bought."""
    series = pd.Series(values).reset_index(drop=True)
    if isinstance(series.dtype, pd.StringDtype) or series.dtype == object:
        series = series.map(_without_time, na_action="ignore")
    if isinstance(series.dtype, pd.DatetimeTZDtype):
        series = series.dt.tz_localize(None)
    whole = pd.to_datetime(series, format="ISO8601").to_numpy().astype("datetime64[D]")
    return whole.astype("datetime64[s]")  # the coarsest unit that pandas keeps


def _without_time(moment):
    if isinstance(moment, str):
        return re.split("[T ]", moment.strip(), maxsplit=1)[0]
    return moment.replace(tzinfo=None) if isinstance(moment, datetime) else moment
