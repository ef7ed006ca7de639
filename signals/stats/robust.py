"""What is usual in a window, when a few of its values are not?"""

import numpy as np

CLIP_SPREADS = 1.5  # the window's sums are clipped to median ± 1.5 spreads
MAD_TO_SIGMA = 1.4826
FEWEST_MEDIAN = 3.0  # below, counts are too small to tell a burst from chance
MARKET_FLOOR = 0.2  # of its mean; a week with less (closed) has nothing to adjust by


def clipped_mean_ratio(sums: np.ndarray, market: np.ndarray) -> np.ndarray:
    """mean(clipped)/mean(raw) over the last axis, of sums that were divided by the market's course.

    Spread is max(√median, 1.4826 · MAD). 1 where the median is below 3 or nothing was sold.
    """
    course = market / np.maximum(market.mean(axis=-1, keepdims=True), 1e-9)
    quiet = course < MARKET_FLOOR
    mean = sums.mean(axis=-1, keepdims=True)
    adjusted = np.where(quiet, mean, sums / np.where(quiet, 1.0, course))
    middle = _median(adjusted)
    spread = CLIP_SPREADS * np.maximum(np.sqrt(middle), MAD_TO_SIGMA * _median(np.abs(adjusted - middle)))
    clipped = np.clip(adjusted, middle - spread, middle + spread).mean(axis=-1)
    raw = adjusted.mean(axis=-1)
    told = (middle[..., 0] >= FEWEST_MEDIAN) & (raw > 0)
    return np.where(told, clipped / np.where(raw > 0, raw, 1.0), 1.0)


def quantile_by_row(row: np.ndarray, value: np.ndarray, *, rows: int, quantile: float):
    """Per row the quantile (linear between order statistics) and the mean of the values capped at it.

    Sorted by row, then value. Rows without a value get 0 and 0.
    """
    counts = np.bincount(row, minlength=rows)
    starts = np.cumsum(counts) - counts
    position = quantile * np.maximum(counts - 1, 0)
    low = position.astype(int)
    filled = counts > 0
    cap = np.zeros(rows)
    below = value[(starts + low)[filled]]
    above = value[(starts + np.minimum(low + 1, counts - 1))[filled]]
    cap[filled] = below + (position - low)[filled] * (above - below)
    sums = np.bincount(row, weights=np.minimum(value, cap[row]), minlength=rows)
    return cap, sums / np.maximum(counts, 1)


def _median(values: np.ndarray) -> np.ndarray:
    middle = values.shape[-1] // 2
    if values.shape[-1] % 2:
        return np.partition(values, middle, axis=-1)[..., middle : middle + 1]
    halves = np.partition(values, (middle - 1, middle), axis=-1)
    return halves[..., middle - 1 : middle + 1].mean(axis=-1, keepdims=True)
