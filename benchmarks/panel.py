"""What does each series look like to a method that watches one number a day?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.changes import days_of
from signals.stats.rolling import day_grid, trailing_sum

BASELINE_DAYS = 112
LAG_DAYS = 28
FEWEST_A_DAY = 0.3  # order lines in the baseline; below, no method is asked
FIRST_JUDGED = 224  # every method has seen at least 32 weeks


@dataclass(frozen=True)
class Panel:
    """Arrays are series × days from the first day of `sales`; nothing is judged before FIRST_JUDGED."""

    sales: pd.DataFrame
    keys: np.ndarray  # product_id, or product_id and region
    orders: np.ndarray  # order lines a day
    revenue: np.ndarray  # money a day
    expected: np.ndarray  # order lines, like for like
    base: np.ndarray  # order lines in the baseline
    is_judged: np.ndarray

    @property
    def days(self) -> int:
        return self.orders.shape[1]

    @property
    def quarters(self) -> float:
        """Series-quarters judged."""
        return float(self.is_judged.sum() / 91.25)


def panel_of_products(sales: pd.DataFrame) -> Panel:
    """One series per product."""
    product, keys, shape, day, region = _codes(sales)
    expected, base = np.zeros(shape), np.zeros(shape)
    for code in np.unique(region):
        here = region == code
        counts = day_grid(product[here], day[here], shape=shape)
        own_expected, own_base = _like_for_like(counts)
        expected += own_expected
        base += own_base
    return _panel(sales, keys, product, day, expected, base)


def panel_of_regions(sales: pd.DataFrame) -> Panel:
    """One series per product and region."""
    product, keys, shape, day, region = _codes(sales)
    regions = sorted(sales["region"].unique())
    parts = []
    for code in range(len(regions)):
        here = region == code
        parts.append(_like_for_like(day_grid(product[here], day[here], shape=shape)))
    expected, base = (np.concatenate(part) for part in zip(*parts, strict=True))
    pairs = np.array([f"{key}:{name}" for name in regions for key in keys], dtype=object)
    return _panel(sales, pairs, region * len(keys) + product, day, expected, base)


def _codes(sales: pd.DataFrame):
    product, keys = pd.factorize(sales["product_id"], sort=True)
    region = pd.factorize(sales["region"], sort=True)[0]
    day = days_of(sales)
    return product, np.asarray(keys, dtype=object), (len(keys), int(day.max()) + 1), day, region


def _panel(sales, keys, row, day, expected, base) -> Panel:
    is_judged = base >= FEWEST_A_DAY * BASELINE_DAYS
    is_judged[:, :FIRST_JUDGED] = False
    return Panel(
        sales=sales,
        keys=keys,
        orders=day_grid(row, day, shape=base.shape),
        revenue=day_grid(row, day, shape=base.shape, weights=sales["revenue"].to_numpy(dtype=float)),
        expected=expected,
        base=base,
        is_judged=is_judged,
    )


def _like_for_like(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Own baseline times the growth of everything else sold in the same place, and the baseline."""
    base = trailing_sum(counts, BASELINE_DAYS, lag=LAG_DAYS)
    others, others_base = counts.sum(axis=0) - counts, base.sum(axis=0) - base
    growth = np.divide(others, others_base, out=np.zeros_like(base), where=others_base > 0)
    return base * growth, base
