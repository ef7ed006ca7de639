"""Who among the demo company's customers speaks, and of what? Those who bought in the two weeks before."""

import numpy as np
import pandas as pd

from signals.demo.cast import Cast

FRESH_DAYS = 14  # nobody is asked, or speaks up, about a purchase older than this


def after_purchase(cast: Cast, buyers: pd.DataFrame, days: np.ndarray, *, rng: np.random.Generator) -> pd.DataFrame:
    """`day`, `customer_id`, `product_id` for each of the sorted `days`; `buyers` are order lines by date."""
    bought = (buyers.sold_date - pd.Timestamp(cast.told.first_day)).dt.days.to_numpy()
    low, high = np.searchsorted(bought, days - FRESH_DAYS), np.searchsorted(bought, days)
    row = np.minimum(low + (rng.random(len(days)) * (high - low)).astype(int), len(buyers) - 1)
    chosen = buyers[["customer_id", "product_id"]].iloc[row].reset_index(drop=True)
    return chosen.assign(day=days)


def sorted_days(first: int, last: int, count: int, *, rng: np.random.Generator) -> np.ndarray:
    """So many day numbers from `first` to before `last`, any day as likely as another."""
    return np.sort(rng.integers(first, last, count))


def region_of(cast: Cast, customer_ids: pd.Series) -> pd.Series:
    """The region of each customer."""
    return customer_ids.map(cast.customers.set_index("customer_id").region)
