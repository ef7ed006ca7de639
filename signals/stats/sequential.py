"""How strong is the evidence, day by day, that a count series has fallen below its expectation?

Arrays are series × days, columns a multiple of seven starting at a week's start. `actual` and `expected` are zero
on days without an expectation; `base` is the count on which the expectation rests.
"""

import numpy as np

from signals.stats.rolling import trailing_difference, trailing_sum, weekly

WINDOWS_DAYS = (7, 14, 21, 28, 42)  # forgetting after six weeks keeps drift and season from piling up
DROPS = (0.15, 0.30, 0.50)
RISES = (-0.15, -0.30, -0.50)  # drops below nothing: the same machinery looks for good news
SETTLED_WEEKS = 4  # noise and drift are learnt from days that are at least four weeks old
WEEK_CAP = 16.0  # a week four sigma off says no more than that of the usual noise
NOISE_PRIOR_WEEKS = 8
NOISE_FLOOR = 1.0
NOISE_FLOOR_EARLY = 1.5  # before four weeks exist to learn from
DRIFT_PRIOR_MONTHS = 6
DRIFT_FLOOR = 0.03
DRIFT_UNSEEN = 0.08  # of the months of the year that were not seen yet: a season strays where none was seen to
DRIFT_SHARE = 0.5  # half of what a 28-day window strays
YEAR_MONTHS = 13  # of 28 days
WEEKS_A_MONTH = 4
FEWEST_SERIES = 30  # whose middle is told
FEWEST_EXPECTED = 5.0  # in 28 days, for a squared departure to be near χ²
MEDIAN_CHI_SQUARE = 0.4549  # of one degree of freedom
USUAL_DAYS = 112
LARGEST_EXPONENT = 500.0  # exp() stays finite


def noise(actual: np.ndarray, expected: np.ndarray, usable: np.ndarray, is_member: np.ndarray) -> np.ndarray:
    """φ per series and week: variance over mean of a week's count, own mean shrunk to the pool of all series.

    Week k learns from the weeks up to k − 5, which lie wholly 28 days before each of its days. `usable`
    (series × weeks) says which weeks tell of a series, `is_member` from which week on it counts in the pool.
    """
    weekly_actual, weekly_expected = weekly(actual), weekly(expected)
    counted = usable & (weekly_expected > 0)
    squares = (weekly_actual - weekly_expected) ** 2 / np.where(counted, weekly_expected, 1.0)
    sums = _settled(np.cumsum(np.where(counted, np.minimum(squares, WEEK_CAP), 0.0), axis=1))
    weeks = _settled(np.cumsum(counted, axis=1))
    own = np.divide(sums, weeks, out=np.full_like(sums, np.nan), where=(weeks > 0) & is_member)
    pool = 0.5 * _column_mean(own) + 0.5 * _column_median(own)
    pool = np.where(np.isnan(pool), NOISE_FLOOR, pool)
    shrunk = (NOISE_PRIOR_WEEKS * pool + sums) / (NOISE_PRIOR_WEEKS + weeks)
    early = np.where(is_member, weeks, 0.0).max(axis=0, initial=0) < SETTLED_WEEKS
    return np.maximum(shrunk, np.where(early, NOISE_FLOOR_EARLY, NOISE_FLOOR))


def drift(
    actual: np.ndarray,
    expected: np.ndarray,
    base: np.ndarray,
    phi: np.ndarray,
    usable: np.ndarray,
    is_member: np.ndarray,
) -> np.ndarray:
    """τ per series and week: how far a 28-day window strays from its expectation beyond noise (share).

    The part of the squared departures that noise φ explains is taken off, each window weighs 1/(1/e + 0.02), and a
    series is shrunk to the pool (half weighted mean, half median of the members) by six pseudo-months. Never below
    3 %; until thirteen months were seen, the others count with 8 %.
    """
    months = expected.shape[1] // (7 * WEEKS_A_MONTH)
    a, e = (_monthly(values, months) for values in (actual, expected))
    n = base[:, 7 * WEEKS_A_MONTH - 1 :: 7 * WEEKS_A_MONTH][:, :months]
    counted = (e > 0) & (n > 0) & usable[:, WEEKS_A_MONTH - 1 :: WEEKS_A_MONTH][:, :months]
    safe_e, safe_n = np.where(counted, e, 1.0), np.where(counted, n, 1.0)
    weight = np.where(counted, 1.0 / (1.0 / safe_e + 0.02), 0.0)
    departures = weight * np.clip((a - e) / safe_e, -1.0, 1.0) ** 2
    noise_parts = weight * (1.0 + safe_e / safe_n) / safe_e
    known = _months_known(phi.shape[1], months)
    weights, squares, explained, counts = (
        _cumulative(values, known) for values in (weight, departures, noise_parts, counted)
    )
    excess = squares - phi * explained
    own = np.divide(excess, weights, out=np.full_like(excess, np.nan), where=(weights > 0) & is_member)
    mean = (excess * is_member).sum(axis=0) / np.maximum((weights * is_member).sum(axis=0), 1e-9)
    median = _column_median(own)
    pool = 0.5 * mean + 0.5 * np.where(np.isnan(median), mean, median)
    shrunk = (DRIFT_PRIOR_MONTHS * pool + counts * np.nan_to_num(own)) / (DRIFT_PRIOR_MONTHS + counts)
    seen_tau = np.maximum(DRIFT_FLOOR, DRIFT_SHARE * np.sqrt(np.maximum(shrunk, 0.0)))
    seen = np.minimum(np.where(is_member, counts, 0.0).max(axis=0, initial=0) / YEAR_MONTHS, 1.0)
    return np.sqrt(seen * seen_tau**2 + (1.0 - seen) * np.maximum(seen_tau, DRIFT_UNSEEN) ** 2)


def restlessness(
    actual: np.ndarray, expected: np.ndarray, base: np.ndarray, phi: np.ndarray, tau: np.ndarray, usable: np.ndarray
) -> np.ndarray:
    """How much wider than lately the middle of all series strays in the last 28 days, as a variance; at least 1.

    The variance of an empirical null (Efron 2004), from the median of the squared departures over the usable series,
    against its mean of the sixteen weeks that ended 28 days before (at least 1). What moves half of all series, a
    store that opens or a season that turns, is no news of any one. One value a day; 1 below 30 series.
    """
    a, e = (trailing_sum(values, 7 * WEEKS_A_MONTH) for values in (actual, expected))
    told = usable & (e >= FEWEST_EXPECTED)
    safe_e = np.where(told, e, 1.0)
    squares = (a - e) ** 2 / (safe_e * (phi * (1.0 + safe_e / np.maximum(base, 1.0)) + tau**2 * safe_e))
    is_known = told.sum(axis=0) >= FEWEST_SERIES
    middle = np.where(is_known, _column_median(np.where(told, squares, np.nan)) / MEDIAN_CHI_SQUARE, 0.0)
    past, days = (trailing_sum(values, USUAL_DAYS, lag=7 * SETTLED_WEEKS) for values in (middle, is_known))
    usual = np.divide(past, days, out=np.ones_like(past), where=days > 0)
    return np.where(is_known, np.maximum(middle / np.maximum(usual, 1.0), 1.0), 1.0)


def evidence(
    actual: np.ndarray,
    expected: np.ndarray,
    base: np.ndarray,
    phi: np.ndarray,
    tau: np.ndarray,
    *,
    first: int = 0,
    changes: tuple[float, ...] = DROPS,
) -> np.ndarray:
    """S per series and day from column `first` on: ln of the mean of exp ℓ over windows and `changes` (shares lost).

    A windowed Shiryaev–Roberts mixture of Poisson likelihood ratios (Shiryaev 1963; Roberts 1966), tempered by noise
    and drift: ℓ = (a ln(1−d) + e d)/(φ(1 + e/n) + τ²e). exp(S) has mean at most about 1 when nothing changed. NaN
    where nothing was expected in the longest window.
    """
    terms = np.zeros((actual.shape[0], actual.shape[1] - first))
    reach = max(first - max(WINDOWS_DAYS), 0)
    totals = [np.cumsum(values[:, reach:], axis=1) for values in (actual, expected)]
    n, phi, tau = base[:, first:], phi[:, first:], tau[:, first:]
    per_order, ratio = phi / np.maximum(n, 1.0) + tau**2, np.empty_like(terms)
    for window in WINDOWS_DAYS:
        a, e = (trailing_difference(each, window)[:, first - reach :] for each in totals)
        tempering = 1.0 / (phi + per_order * e)
        a, e = a * tempering, e * tempering
        for change in changes:
            np.multiply(a, np.log1p(-change), out=ratio)
            ratio += e * change
            terms += np.exp(np.minimum(ratio, LARGEST_EXPONENT, out=ratio), out=ratio)
    score = np.log(terms / (len(WINDOWS_DAYS) * len(changes)))
    score[e <= 0] = np.nan
    return score


def without_best_week(actual: np.ndarray, expected: np.ndarray, *, day: int) -> np.ndarray:
    """Counts in which that week counts as expected, of the six that end on `day`, which exceeds most what it should.

    What is left of a rise then lasts; one week's promotion leaves nothing.
    """
    weeks = max(WINDOWS_DAYS) // 7
    recent = slice(max(day + 1 - 7 * weeks, 0), day + 1)
    shape = (len(actual), -1, 7)
    a, e = (values[:, recent][:, (day + 1) % 7 if day + 1 < 7 * weeks else 0 :] for values in (actual, expected))
    a, e = a.reshape(shape), e.reshape(shape)
    best = (a - e).sum(axis=2).argmax(axis=1)
    steady = actual.copy()
    rows = np.arange(len(actual))
    for offset in range(7):
        column = day + 1 - 7 * (a.shape[1] - best) + offset
        steady[rows, column] = expected[rows, column]
    return steady


def likelihood_ratio(
    actual, expected, base, phi, tau, *, day: int, window: int, changes: tuple[float, ...] = DROPS
) -> np.ndarray:
    """The largest ℓ over the changes, for one day and one window, one per series."""
    a, e = window_sums(actual, expected, day=day, window=window)
    tempering = phi[:, day] * (1.0 + e / np.maximum(base[:, day], 1.0)) + tau[:, day] ** 2 * e
    return np.max([(a * np.log1p(-drop) + e * drop) / tempering for drop in changes], axis=0)


def strongest_window(
    signals: list[tuple[np.ndarray, ...]], *, day: int, changes: tuple[float, ...] = DROPS
) -> np.ndarray:
    """Length (days) of the window that speaks loudest on one day, by the mean ℓ of the signals, one per series."""
    loudness = [
        np.mean([likelihood_ratio(*signal, day=day, window=window, changes=changes) for signal in signals], axis=0)
        for window in WINDOWS_DAYS
    ]
    return np.array(WINDOWS_DAYS)[np.argmax(loudness, axis=0)]


def window_sums(*values: np.ndarray, day: int, window: int) -> list[np.ndarray]:
    """Sum of each array over the window that ends on one day."""
    since = max(day + 1 - window, 0)
    return [each[:, since : day + 1].sum(axis=1) for each in values]


def _settled(weekly_totals: np.ndarray) -> np.ndarray:
    """What was known of running weekly totals before week k, its four preceding weeks left out."""
    known = np.zeros(weekly_totals.shape)
    known[:, SETTLED_WEEKS + 1 :] = weekly_totals[:, : -(SETTLED_WEEKS + 1)]
    return known


def _monthly(values: np.ndarray, months: int) -> np.ndarray:
    days = 7 * WEEKS_A_MONTH
    return values[:, : months * days].reshape(values.shape[0], months, days).sum(axis=2)


def _months_known(weeks: int, months: int) -> np.ndarray:
    """How many 28-day windows ended 28 days before week k began."""
    known = (7 * np.arange(weeks) - 7 * SETTLED_WEEKS + 1) // (7 * WEEKS_A_MONTH)
    return np.clip(known, 0, months)


def _cumulative(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    totals = np.concatenate([np.zeros((values.shape[0], 1)), np.cumsum(values, axis=1)], axis=1)
    return totals[:, known]


def _column_mean(values: np.ndarray) -> np.ndarray:
    counts = (~np.isnan(values)).sum(axis=0)
    return np.where(counts > 0, np.nansum(values, axis=0) / np.maximum(counts, 1), np.nan)


def _column_median(values: np.ndarray) -> np.ndarray:
    """Median per column, ignoring NaN; NaN where there is nothing."""
    ordered = np.sort(values, axis=0)  # NaN last
    counts = (~np.isnan(ordered)).sum(axis=0)
    columns = np.arange(values.shape[1])
    if values.shape[0] == 0:
        return np.full(values.shape[1], np.nan)
    low = ordered[np.maximum(counts - 1, 0) // 2, columns]
    high = ordered[np.minimum(counts // 2, len(ordered) - 1), columns]
    return np.where(counts > 0, 0.5 * (low + high), np.nan)
