"""What did a competitor ask on each day, and which changes of the price stayed?"""

from datetime import date
from itertools import pairwise

import pandas as pd

KEPT_DAYS = 7  # a price seen at this distance is a step; shorter ones are promotions or slips
SAME_SHARE = 0.005  # prices within half a percent are the same price


def daily_prices(prices: pd.DataFrame, as_of: date, *, product_id: str) -> pd.Series:
    """Median price by competitor, its product, region ("" where missing) and day, in this order."""
    ours = prices[(prices["product_id"] == product_id).fillna(False).astype(bool)]
    frame = pd.DataFrame(
        {
            "competitor": ours["competitor"],
            "competitor_product": ours["competitor_product"],
            "region": ours["region"].astype(object).where(ours["region"].notna(), "") if "region" in ours else "",
            "day": pd.to_datetime(ours["observed_date"], format="ISO8601").dt.date,
            "price": ours["price"].astype(float),
        }
    )
    frame = frame[frame["day"].notna() & (frame["price"] > 0)]
    frame = frame[frame["day"] <= pd.Timestamp(as_of).date()]
    return frame.groupby(["competitor", "competitor_product", "region", "day"])["price"].median()


def lasting_steps(prices: pd.Series) -> list[tuple[date, date, float, float]]:
    """step_date, last_seen_before_date, from_price, to_price of one series of prices by day."""
    days = list(prices.index)
    kept = [run for run in _runs(prices) if (days[run[1]] - days[run[0]]).days >= KEPT_DAYS]
    levels = [(first, float(prices.iloc[first : last + 1].median())) for first, last in kept]
    return [
        (days[first], days[first - 1], old, new)
        for (_, old), (first, new) in pairwise(levels)
        if not is_same_price(old, new)
    ]


def is_same_price(old: float, new: float) -> bool:
    return abs(new - old) <= SAME_SHARE * old


def _runs(prices: pd.Series) -> list[tuple[int, int]]:
    """First and last position of each stretch at one price."""
    runs: list[tuple[int, int]] = []
    for position, price in enumerate(prices):
        if runs and is_same_price(prices.iloc[runs[-1][0]], price):
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs
