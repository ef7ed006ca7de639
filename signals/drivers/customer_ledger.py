"""Whom did we win, keep and lose between two periods, and how does that add up to the change in revenue?

Takes the same table of customer days as the customer scores. Sums are whole ten-thousandths of money, so the bridge
is exact: now = before - lost - contraction + expansion + reactivated + new.
"""

from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from signals.model import Ledger

NEW, RETAINED, REACTIVATED, LOST = CLASSES = ("new", "retained", "reactivated", "lost")
RETURNS_ONLY = "returns only"  # moved money in either period, but bought in neither
UNITS = 10_000  # of one unit of money; finer than any price list


def ledger(customer_days: pd.DataFrame, first_date: date, last_date: date, before_first_date: date) -> Ledger:
    """The bridge from the period of equal length that begins on before_first_date.

    Both ends of a period are inside it.
    """
    dates = first_date, last_date, before_first_date
    return ledger_of(customer_classes(customer_days, *dates), *dates)


def ledger_of(classes: pd.DataFrame, first_date: date, last_date: date, before_first_date: date) -> Ledger:
    """The bridge over any part of `customer_classes`: a segment, a region, an account owner."""
    first, last, before = (pd.Timestamp(day).date() for day in (first_date, last_date, before_first_date))
    counts = {name: int((classes["customer_class"] == name).sum()) for name in CLASSES}
    return Ledger(first, last, before, counts, _bridge(classes))


def customer_classes(
    customer_days: pd.DataFrame, first_date: date, last_date: date, before_first_date: date
) -> pd.DataFrame:
    """One row per customer with revenue in either period, by customer_id.

    customer_class, revenue_before and revenue_now (money), is_active_before, is_active_now (bought). New: never
    bought before first_date. Reactivated: bought before the earlier period, not in it, and now. Nothing after
    last_date is read.
    """
    first, last, before = (
        np.datetime64(pd.Timestamp(day).date(), "D") for day in (first_date, last_date, before_first_date)
    )
    before_last = before + (last - first)
    if not before <= before_last < first:
        raise ValueError(f"the earlier period {before} to {before_last} must end before {first}")
    days = _visible(customer_days, last)
    in_now, in_before = days["day"] >= first, (days["day"] >= before) & (days["day"] <= before_last)
    parts = pd.DataFrame(
        {
            "customer_id": days["customer_id"],
            "units_before": days["units"].where(in_before, 0),
            "units_now": days["units"].where(in_now, 0),
            "is_active_before": days["is_purchase"] & in_before,
            "is_active_now": days["is_purchase"] & in_now,
            "is_earlier": days["is_purchase"] & (days["day"] < first),
            "is_inside": in_now | in_before,
        }
    )
    customers = parts.groupby("customer_id", observed=True).agg(
        {name: "sum" if name.startswith("units") else "any" for name in parts.columns[1:]}
    )
    customers = customers[customers["is_inside"]].reset_index()
    return customers.assign(
        customer_class=_class(customers),
        revenue_before=customers["units_before"] / UNITS,
        revenue_now=customers["units_now"] / UNITS,
    )[["customer_id", "customer_class", "revenue_before", "revenue_now", "is_active_before", "is_active_now"]]


def _visible(customer_days, last) -> pd.DataFrame:
    day = pd.to_datetime(customer_days["sold_date"], format="ISO8601").to_numpy().astype("datetime64[D]")
    days = pd.DataFrame(
        {
            "customer_id": customer_days["customer_id"].array,
            "day": day.astype("datetime64[s]"),
            "units": _units(customer_days["revenue"]),
            "is_purchase": customer_days["purchase_revenue"].astype(float).to_numpy() > 0,
        }
    )
    return days[days["customer_id"].notna() & (days["day"] <= last)]


def _units(revenue) -> np.ndarray:
    return np.rint(revenue.astype(float).to_numpy() * UNITS).astype(np.int64)


def _class(customers) -> np.ndarray:
    before, now, earlier = (customers[name] for name in ("is_active_before", "is_active_now", "is_earlier"))
    return np.select([before & now, before, now & earlier, now], [RETAINED, LOST, REACTIVATED, NEW], RETURNS_ONLY)


def _bridge(classes) -> Mapping[str, float]:
    """Late returns of the lost are part of what was lost.

    Returns of those who bought in neither period are contraction.
    """
    before, now = _units(classes["revenue_before"]), _units(classes["revenue_now"])
    change, name = now - before, classes["customer_class"].to_numpy()
    kept = np.isin(name, [RETAINED, RETURNS_ONLY])
    units = {
        "before": before.sum(),
        "lost": -change[name == LOST].sum(),
        "contraction": -change[kept & (change < 0)].sum(),
        "expansion": change[kept & (change > 0)].sum(),
        "reactivated": change[name == REACTIVATED].sum(),
        "new": change[name == NEW].sum(),
        "now": now.sum(),
    }
    return {part: int(amount) / UNITS for part, amount in units.items()}
