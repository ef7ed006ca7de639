"""What are the trailing sums of many series, without a loop over the series?

Arrays are series × days throughout; a day before the first column counts as zero.
"""

import numpy as np

DAYS_A_WEEK = 7


def day_grid(rows: np.ndarray, days: np.ndarray, *, shape: tuple[int, int], weights=None) -> np.ndarray:
    """Sums `weights` (or counts) per row and day into a dense array; entries with a row below 0 are left out."""
    kept = rows >= 0
    cells = rows[kept].astype(np.int64) * shape[1] + days[kept]
    kept_weights = None if weights is None else weights[kept]
    return np.bincount(cells, weights=kept_weights, minlength=shape[0] * shape[1]).reshape(shape).astype(float)


def trailing_sum(values: np.ndarray, days: int, *, lag: int = 0) -> np.ndarray:
    """The sum over [t − lag − days + 1, t − lag] for every day t."""
    return trailing_difference(np.cumsum(values, axis=-1, dtype=float), days, lag=lag)


def trailing_difference(totals: np.ndarray, days: int, *, lag: int = 0) -> np.ndarray:
    """As `trailing_sum`, from the running totals of the values."""
    sums = np.zeros_like(totals)
    count = totals.shape[-1]
    if lag < count:
        sums[..., lag:] = totals[..., : count - lag]
    if lag + days < count:
        sums[..., lag + days :] -= totals[..., : count - lag - days]
    return sums


def shifted(values: np.ndarray, days: int) -> np.ndarray:
    """The value `days` earlier, zero before the first column. A negative `days` looks ahead."""
    moved = np.zeros_like(values)
    if days == 0:
        moved[...] = values
    elif 0 < days < values.shape[-1]:
        moved[..., days:] = values[..., :-days]
    elif -values.shape[-1] < days < 0:
        moved[..., :days] = values[..., -days:]
    return moved


def weekly(values: np.ndarray) -> np.ndarray:
    """Sums of whole weeks; the number of columns must be a multiple of seven."""
    return values.reshape(*values.shape[:-1], values.shape[-1] // DAYS_A_WEEK, DAYS_A_WEEK).sum(axis=-1)


def daily(weekly_values: np.ndarray) -> np.ndarray:
    """Each week's value on each of its days."""
    return np.repeat(weekly_values, DAYS_A_WEEK, axis=-1)
