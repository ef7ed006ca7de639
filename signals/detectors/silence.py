"""Has a series stopped selling, or is it out of supply?"""

import numpy as np

from signals.stats.rolling import day_grid

STOPPED_DAYS = 21  # and longer than any of its own gaps so far


def is_stopped(row: np.ndarray, day: np.ndarray, *, shape: tuple[int, int]) -> np.ndarray:
    """Series × days: nothing sold for at least 21 days and longer than ever between two sales before."""
    days = np.arange(shape[1], dtype=np.int32)
    sold = day_grid(row, day, shape=shape) > 0
    last_sale = np.maximum.accumulate(np.where(sold, days, -1), axis=1)
    before = np.concatenate([np.full((shape[0], 1), -1), last_sale[:, :-1]], axis=1)
    gap = np.where(sold & (before >= 0), days - before, 0)
    longest = np.maximum.accumulate(gap, axis=1)
    return (last_sale >= 0) & (days - last_sale >= np.maximum(STOPPED_DAYS, longest + 1))


def outage_expected(is_outage: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """What was expected over the run of outage days that ends on each day; 0 on a day that is none."""
    totals = np.cumsum(np.where(is_outage, expected, 0.0), axis=1)
    at_start = np.maximum.accumulate(np.where(is_outage, 0.0, totals), axis=1)
    return np.where(is_outage, totals - at_start, 0.0)
