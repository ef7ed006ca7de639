"""What were the mean and the spread of the last days, for many series at once?"""

import numpy as np


def lagged(values: np.ndarray, days: int) -> np.ndarray:
    """The value `days` earlier; missing before the first column."""
    moved = np.full(values.shape, np.nan)
    moved[:, days:] = values[:, : values.shape[1] - days] if days else values
    return moved


def moving_mean(values: np.ndarray, days: int) -> np.ndarray:
    """Mean of the last `days` values, this one included; missing where one of them is."""
    means = np.full(values.shape, np.nan)
    if values.shape[1] >= days:
        means[:, days - 1 :] = np.lib.stride_tricks.sliding_window_view(values, days, axis=1).mean(axis=2)
    return means


def moving_std(values: np.ndarray, days: int, *, ddof: int = 0) -> np.ndarray:
    """Standard deviation of the last `days` values, this one included; missing where one of them is."""
    deviations = np.full(values.shape, np.nan)
    if values.shape[1] >= days:
        deviations[:, days - 1 :] = np.lib.stride_tricks.sliding_window_view(values, days, axis=1).std(
            axis=2, ddof=ddof
        )
    return deviations
