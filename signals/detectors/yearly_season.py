"""How much of last year's season does each series repeat this year?"""

import numpy as np

from signals.stats.rolling import shifted, trailing_sum

YEAR_DAYS = 364  # whole weeks
NEEDED_DAYS = 476  # a year and a baseline
HALF_SPAN_DAYS = 17  # last year's season is read off t − 364 ± 17 days
BASELINE_DAYS, LAG_DAYS = 112, 28
SHARE_NOISE = 1.5  # v = 1.5 (1/n₁ + 1/n₀)
SPREAD_FLOOR = 1e-4  # τ²
LEARNING_DAYS = 84
RATIO_DAYS = 28
RATIO_LAG_DAYS = 14  # the middle of the 28 days
RATIO_NOISE = 0.05  # variance of ln(actual/expected) beyond that of its count


def season_factor(lines: np.ndarray, market: np.ndarray, expected: np.ndarray, *, first_day: int) -> np.ndarray:
    """exp(ρ λ x) per series and day; 1 before 476 days of history, which begins at column `first_day`.

    `lines` and `expected` are the series' actual and expected lines a day, `market` (same shape or one row) what they
    are a share of.
    """
    days = lines.shape[1]
    start = first_day + NEEDED_DAYS
    factor = np.ones_like(expected)
    if start >= days:
        return factor
    shrunk = _shrunk_change(lines, market)
    shrunk[:, :start] = 0.0
    factor[:, start:] = np.exp(_repeat_share(lines, expected, shrunk) * shrunk)[:, start:]
    return factor


def _shrunk_change(lines: np.ndarray, market: np.ndarray) -> np.ndarray:
    """λx: the log change of last year's share from its baseline to its season, shrunk by its noise."""
    around = 2 * HALF_SPAN_DAYS + 1
    (n1, total1), (n0, total0) = (
        [trailing_sum(values, span, lag=lag) for values in (lines, market)]
        for span, lag in ((around, YEAR_DAYS - HALF_SPAN_DAYS), (BASELINE_DAYS, YEAR_DAYS + LAG_DAYS))
    )
    known = (n1 > 0) & (n0 > 0) & (total1 > 0) & (total0 > 0)
    n1, n0 = np.where(known, n1, 1.0), np.where(known, n0, 1.0)
    x = np.where(known, np.log(n1 / np.where(known, total1, 1.0)) - np.log(n0 / np.where(known, total0, 1.0)), 0.0)
    v = SHARE_NOISE * (1.0 / n1 + 1.0 / n0)
    weight = known / v
    spread = (weight * (x**2 - v)).sum(axis=0) / np.maximum(weight.sum(axis=0), 1e-9)
    spread = np.maximum(spread, SPREAD_FLOOR)
    return x * spread / (spread + v)


def _repeat_share(lines: np.ndarray, expected: np.ndarray, shrunk: np.ndarray) -> np.ndarray:
    """ρ per day: pooled slope, over the last 84 days, of this year's ln(actual/expected) on last year's λx."""
    a, e = trailing_sum(lines, RATIO_DAYS), trailing_sum(expected, RATIO_DAYS)
    z = shifted(shrunk, RATIO_LAG_DAYS)
    judged = e > 1.0
    y = np.log((a + 0.5) / (np.where(judged, e, 1.0) + 0.5))
    weight = judged / (1.0 / np.where(judged, e, 1.0) + RATIO_NOISE)
    above, below = (trailing_sum((weight * values * z).sum(axis=0), LEARNING_DAYS) for values in (y, z))
    return np.clip(np.divide(above, below, out=np.zeros_like(above), where=below > 1e-9), 0.0, 1.0)
