"""Of the customers who first bought in a quarter, how many still buy, and do first-time buyers return?"""

import numpy as np
import pandas as pd

from signals.model import Cohort, Newcomers
from signals.purchase_days import Day, day_number, visible_days

MONTHS_A_QUARTER = 3
RETURN_DAYS = 90  # within which a first-time buyer comes again
SHOWN_QUARTERS = 12  # the newest cohorts


def cohorts(customer_days: pd.DataFrame, as_of: Day) -> tuple[Cohort, ...]:
    """One a quarter of first purchase and complete quarter since, the oldest first; calendar quarters.

    Quarter 0 is the one of the first purchase. The quarter that `as_of` lies in is not complete unless it ends on it.
    Who only brought something back in a quarter was not active in it; the money is in its revenue all the same.
    """
    days = visible_days(customer_days, day_number(as_of))
    if days.empty:
        return ()
    quarter, is_bought = _quarter(days["day"]), days["purchase_revenue"] > 0
    born = quarter.where(is_bought).groupby(days["customer"]).transform("min").astype(int)
    last_complete = int(_quarter(pd.Series([day_number(as_of) + 1])).iloc[0]) - 1
    buyer = days["customer"].where(is_bought)
    table = pd.DataFrame({"born": born, "age": quarter - born, "customer": buyer, "revenue": days["revenue"]})
    table = table[(quarter >= born) & (quarter <= last_complete)]
    sizes = table.groupby("born")["customer"].nunique()
    cells = table.groupby(["born", "age"]).agg(active=("customer", "nunique"), revenue=("revenue", "sum"))
    every = [(b, a) for b in sizes.index[-SHOWN_QUARTERS:] for a in range(last_complete - b + 1)]
    cells = cells.reindex(pd.MultiIndex.from_tuples(every, names=["born", "age"]), fill_value=0) if every else cells[:0]
    return tuple(
        Cohort(_first_day(born), int(age), int(sizes[born]), int(cell.active), float(cell.revenue))
        for (born, age), cell in zip(cells.index, cells.itertuples(), strict=True)
    )


def newcomers(customer_days: pd.DataFrame, as_of: Day) -> tuple[Newcomers, ...]:
    """Per month of first purchase: how many came again within RETURN_DAYS; months whose last day is that long ago."""
    today = day_number(as_of)
    days = visible_days(customer_days, today)
    days = days[days["purchase_revenue"] > 0]
    by_customer = days.groupby("customer")["day"]
    first = by_customer.first()
    second = by_customer.nth(1).set_axis(days.loc[by_customer.nth(1).index, "customer"]).reindex(first.index)
    has_returned = (second - first) <= RETURN_DAYS
    month = _months(first)
    is_decided = _first_of_month(month + 1) - 1 + RETURN_DAYS <= today
    counted = has_returned[is_decided].groupby(month[is_decided]).agg(["size", "sum"])
    return tuple(
        Newcomers(_date(_first_of_month(month)), int(row["size"]), int(row["sum"])) for month, row in counted.iterrows()
    )


def _months(day) -> pd.Series:
    return pd.Series(day.to_numpy().astype("datetime64[D]").astype("datetime64[M]").astype(np.int64), index=day.index)


def _quarter(day) -> pd.Series:
    return _months(day) // MONTHS_A_QUARTER


def _first_of_month(month):
    """The day number, of months since 1970."""
    return np.asarray(month).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def _first_day(quarter):
    return _date(_first_of_month(quarter * MONTHS_A_QUARTER))


def _date(day_number):
    return pd.Timestamp(np.datetime64(int(day_number), "D")).date()
