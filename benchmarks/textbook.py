"""What would the methods of the textbooks say of a daily series, at their usual lines?

As in peers: values are series × days, scores have the same shape, and the greater, the more it looks like a fall.
"""

import numpy as np
from scipy.special import gammaln

from benchmarks.panel import BASELINE_DAYS, LAG_DAYS, Panel
from benchmarks.windows import lagged, moving_mean, moving_std
from signals.stats.rolling import trailing_sum

WEEK_OVER_WEEK_LINE = 0.2  # a fifth less than the week before
Z_LINE = 3.0
SAME_WEEKDAYS = 12
WEEKS = 12
BAND_LINE = 2.0  # rolling mean ± 2 sigma
BAND_DAYS = 28
EWMA_SHARE, EWMA_LINE = 0.2, 2.96  # Lucas and Saccucci 1990, table 3: about 500 points between false alarms
KENDALL_LINE = 1.96
CUSUM_DROP = 0.3
CUSUM_LINE = 9.12  # ln of 9,125 days, a hundred quarters: Lorden's bound (1971) on the time to a false alarm
CHANGE_EVERY_DAYS = 365.0  # hazard of BOCPD
BOCPD_LINE = 0.0  # ln odds of a recent fall: more likely than not
BOCPD_RECENT_DAYS = 42
BOCPD_LONGEST_RUN = 200
RIVAL_LINE = 3.0


def week_over_week(values: np.ndarray) -> np.ndarray:
    """Share lost in the last seven days against the seven before."""
    week = 7.0 * moving_mean(values, 7)
    before = lagged(week, 7)
    return _ratio(before - week, before)


def z_of_a_day(values: np.ndarray) -> np.ndarray:
    """Deviations below the mean of the twelve same weekdays before."""
    return _z(values, np.stack([lagged(values, 7 * week) for week in range(1, SAME_WEEKDAYS + 1)], axis=2))


def z_of_a_week(values: np.ndarray) -> np.ndarray:
    """Deviations of the last seven days' sum below the mean of the twelve weeks before."""
    week = 7.0 * moving_mean(values, 7)
    return _z(week, np.stack([lagged(week, 7 * weeks) for weeks in range(1, WEEKS + 1)], axis=2))


def rolling_band(values: np.ndarray) -> np.ndarray:
    """Deviations below the mean of the 28 days before."""
    mean, deviation = moving_mean(values, BAND_DAYS), moving_std(values, BAND_DAYS, ddof=1)
    return _ratio(lagged(mean, 1) - values, lagged(deviation, 1))


def ewma(values: np.ndarray) -> np.ndarray:
    """EWMA chart (Roberts 1959) against mean and deviation of the baseline, which ended 28 days ago."""
    mean = lagged(moving_mean(values, BASELINE_DAYS), LAG_DAYS)
    deviation = lagged(moving_std(values, BASELINE_DAYS, ddof=1), LAG_DAYS)
    departure = _ratio(mean - values, deviation)
    level, scores = np.zeros(len(values)), np.full(values.shape, np.nan)
    for day in range(values.shape[1]):
        level = np.where(np.isnan(departure[:, day]), 0.0, EWMA_SHARE * departure[:, day] + (1 - EWMA_SHARE) * level)
        scores[:, day] = level
    return np.where(np.isnan(departure), np.nan, scores / np.sqrt(EWMA_SHARE / (2 - EWMA_SHARE)))


def mann_kendall(values: np.ndarray) -> np.ndarray:
    """z of Mann's (1945) trend test over the last twelve weekly sums, corrected for continuity, not for ties."""
    week = 7.0 * moving_mean(values, 7)
    weeks = np.stack([lagged(week, 7 * back) for back in range(WEEKS)], axis=2)  # newest first
    falling = sum(
        np.sign(weeks[:, :, older] - weeks[:, :, newer]) for newer in range(WEEKS) for older in range(newer + 1, WEEKS)
    )
    variance = WEEKS * (WEEKS - 1) * (2 * WEEKS + 5) / 18.0
    return np.sign(falling) * np.maximum(np.abs(falling) - 1.0, 0.0) / np.sqrt(variance)


def poisson_cusum(values: np.ndarray) -> np.ndarray:
    """CUSUM (Page 1954, Lucas 1985) of the log-likelihood ratio of a 30 % drop of the baseline's Poisson rate."""
    rate = lagged(moving_mean(values, BASELINE_DAYS), LAG_DAYS)
    step = values * np.log1p(-CUSUM_DROP) + CUSUM_DROP * rate
    total, scores = np.zeros(len(values)), np.full(values.shape, np.nan)
    for day in range(values.shape[1]):
        total = np.where(np.isnan(step[:, day]), 0.0, np.maximum(total + step[:, day], 0.0))
        scores[:, day] = total
    return np.where(np.isnan(step), np.nan, scores)


def bocpd(values: np.ndarray) -> np.ndarray:
    """ln odds that the rate changed in the last six weeks, to less than the baseline's (Adams and MacKay 2007).

    Poisson counts, gamma prior of one day's worth at the mean of the first twelve weeks, hazard 1/365; runs longer
    than 200 days are one state.
    """
    hazard = 1.0 / CHANGE_EVERY_DAYS
    prior_rate = 1.0 / np.maximum(values[:, :84].mean(axis=1), 0.05)
    runs = BOCPD_LONGEST_RUN
    shape, rate = np.ones((len(values), runs)), np.repeat(prior_rate[:, None], runs, axis=1)
    belief = np.zeros((len(values), runs))
    belief[:, 0] = 1.0
    baseline = lagged(moving_mean(values, BASELINE_DAYS), LAG_DAYS)
    scores = np.full(values.shape, np.nan)
    for day in range(values.shape[1]):
        today = values[:, day, None]
        chance = gammaln(shape + today) - gammaln(shape) + shape * np.log(rate) - (shape + today) * np.log1p(rate)
        grown = belief * np.exp(chance - chance.max(axis=1, keepdims=True))
        belief = np.concatenate([hazard * grown.sum(axis=1, keepdims=True), (1 - hazard) * grown[:, :-1]], axis=1)
        belief[:, -1] += (1 - hazard) * grown[:, -1]
        belief /= belief.sum(axis=1, keepdims=True)
        shape = np.concatenate([np.ones((len(values), 1)), (shape + today)[:, :-1]], axis=1)
        rate = np.concatenate([prior_rate[:, None], (rate + 1.0)[:, :-1]], axis=1)
        is_less = (shape / rate)[:, 1 : BOCPD_RECENT_DAYS + 1] < baseline[:, day, None]
        fallen = np.clip((belief[:, 1 : BOCPD_RECENT_DAYS + 1] * is_less).sum(axis=1), 1e-12, 1 - 1e-12)
        scores[:, day] = np.log(fallen) - np.log1p(-fallen)
    return np.where(np.isnan(baseline), np.nan, scores)


def simplest_rival(panel: Panel) -> np.ndarray:
    """z of the last 28 days against the like-for-like expectation (SIGNALS A, steps 1 and 2, and its last line)."""
    actual, expected = (trailing_sum(values, 28) for values in (panel.orders, panel.expected))
    noise = _noise(panel)
    spread = np.sqrt(noise * (1.0 + expected / np.maximum(panel.base, 1.0)))
    return 2.0 * (np.sqrt(expected + 0.375) - np.sqrt(actual + 0.375)) / spread


def _noise(panel: Panel) -> np.ndarray:
    """Weekly (actual − expected)²/expected up to 28 days ago, each at most 16, shrunk to the mean of all by 8 weeks."""
    actual, expected = (trailing_sum(values, 7) for values in (panel.orders, panel.expected))
    known = (expected > 0) & (panel.base > 0)
    squares = np.where(known, np.minimum((actual - expected) ** 2 / np.where(known, expected, 1.0), 16.0), 0.0)
    sums, weeks = (trailing_sum(values, values.shape[1], lag=LAG_DAYS) / 7.0 for values in (squares, known * 1.0))
    pool = sums.sum(axis=0) / np.maximum(weeks.sum(axis=0), 1e-9)
    return np.maximum((8.0 * pool + sums) / (8.0 + weeks), 1.0)


def _z(today: np.ndarray, past: np.ndarray) -> np.ndarray:
    return _ratio(past.mean(axis=2) - today, past.std(axis=2, ddof=1))


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    return np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0)
