"""What would the rules of comparable products say of a daily series, at the settings they come with?

Each function takes values, series × days, and returns scores of the same shape: the greater, the more it looks like a
fall. A rule rings at its LINE. Rules that ring on rises too are heard on falls only, which is in their favour.
Parameters are those of the products' public code and documents; what had to be assumed says so.
"""

import numpy as np

from benchmarks.windows import lagged, moving_mean, moving_std

# Chaos Genius, core/anomaly/models/ewstd_model.py: mean and deviation weighted with span = length of the history,
# sensitivity high 0.8, medium 0.9, low 0.95 deviations. Assumed: medium, a history of at most a year.
EWSTD_LINE = 0.9
EWSTD_HISTORY_DAYS = 365

# ThirdEye, PercentageChangeRuleDetectorSpec: offset wo1w (the same day a week ago); the percentage has no default.
# Assumed: 20 %.
THIRDEYE_LINE = 0.2

# PostHog, tasks/alerts/detectors/zscore.py: first differences, window 30, the |z| as a share of the range of the
# window's own |z|; rings above 0.95.
POSTHOG_LINE = 0.95
POSTHOG_WINDOW_DAYS = 30

# Anomstack, metrics/defaults/defaults.yaml: difference 1, mean of 3, 3 lags, PyOD's PCA, at most 1,000 observations;
# rings when the mean of 3 scores reaches 0.8. Assumed: trained once a week; heard only in a week below its month.
ANOMSTACK_LINE = 0.8
ANOMSTACK_TRAINING_DAYS = 1000
ANOMSTACK_SMOOTHED_DAYS = 3

# ServiceNow KPI Signals: process behaviour chart over a baseline of 14 scores; a score beyond 3 sigma, three of four
# beyond 2 sigma on one side, or seven on one side of the mean. Sigma is the mean moving range / 1.128. The baseline
# stays until somebody resets it. Assumed: somebody does every 56 days.
SERVICENOW_LINE = 1.0
SERVICENOW_BASELINE_DAYS = 14
SERVICENOW_RESET_DAYS = 56


def ewstd(values: np.ndarray) -> np.ndarray:
    """Deviations below the exponentially weighted mean of the days before."""
    scores = np.full(values.shape, np.nan)
    for day in range(2, values.shape[1]):
        past = values[:, max(day - EWSTD_HISTORY_DAYS, 0) : day]
        length = past.shape[1]
        weights = (1.0 - 2.0 / (length + 1.0)) ** np.arange(length - 1, -1, -1)
        weights /= weights.sum()
        mean = past @ weights
        variance = ((past - mean[:, None]) ** 2) @ weights / (1.0 - (weights**2).sum())
        scores[:, day] = _ratio(mean - values[:, day], np.sqrt(variance))
    return scores


def thirdeye(values: np.ndarray) -> np.ndarray:
    """Share lost against the same day a week ago."""
    before = lagged(values, 7)
    return _ratio(before - values, before)


def posthog(values: np.ndarray) -> np.ndarray:
    """Where |z| of today's change lies in the range of the |z| of the last 30 changes; 0 for a rise."""
    change = np.diff(values, axis=1, prepend=values[:, :1])
    mean = lagged(moving_mean(change, POSTHOG_WINDOW_DAYS), 1)
    deviation = lagged(moving_std(change, POSTHOG_WINDOW_DAYS), 1)
    today = _ratio(np.abs(change - mean), deviation)
    scores = np.full(values.shape, np.nan)
    windows = np.lib.stride_tricks.sliding_window_view(change, POSTHOG_WINDOW_DAYS, axis=1)
    for day in range(POSTHOG_WINDOW_DAYS + 1, values.shape[1]):
        own = np.abs(windows[:, day - POSTHOG_WINDOW_DAYS] - mean[:, day, None])
        own = _ratio(own, deviation[:, day, None])
        low, high = own.min(axis=1), own.max(axis=1)
        scores[:, day] = _ratio(today[:, day] - low, high - low)
    return np.where(change < mean, scores, np.where(np.isnan(scores), np.nan, 0.0))


def servicenow(values: np.ndarray) -> np.ndarray:
    """1 where one of the three rules is met; more where it would be met with limits so many times as wide."""
    scores = np.full(values.shape, np.nan)
    for start in range(0, values.shape[1] - SERVICENOW_BASELINE_DAYS, SERVICENOW_RESET_DAYS):
        first = start + SERVICENOW_BASELINE_DAYS
        last = min(first + SERVICENOW_RESET_DAYS, values.shape[1])
        baseline = values[:, start:first]
        centre = baseline.mean(axis=1, keepdims=True)
        sigma = np.abs(np.diff(baseline, axis=1)).mean(axis=1, keepdims=True) / 1.128
        below = _ratio(centre - values[:, max(first - 6, 0) : last], sigma)
        scores[:, first:last] = _process_rules(below)[:, -(last - first) :]
    return scores


def _process_rules(below: np.ndarray) -> np.ndarray:
    """Rules over sigmas below the centre, series × days."""
    windows = np.lib.stride_tricks.sliding_window_view
    outlier = below / 3.0
    short, long = np.full(below.shape, -np.inf), np.full(below.shape, -np.inf)
    four = np.sort(windows(below, 4, axis=1), axis=2)
    short[:, 3:] = np.where(four[:, :, 0] > 0, four[:, :, 1] / 2.0, -np.inf)
    least = windows(below, 7, axis=1).min(axis=2)
    long[:, 6:] = np.where(least > 0, 1.0 + least, -np.inf)
    return np.maximum(outlier, np.maximum(short, long))


def anomstack(values: np.ndarray) -> np.ndarray:
    """Mean of the last three PCA scores, as shares of the range met in training."""
    change = moving_mean(np.diff(values, axis=1, prepend=np.nan), 3)
    features = np.stack([lagged(change, lag) for lag in range(4)], axis=2)
    raw = np.full(values.shape, np.nan)
    for day in range(56, values.shape[1], 7):
        training = features[:, max(day - ANOMSTACK_TRAINING_DAYS, 6) : day]
        raw[:, day : day + 7] = _pca_scores(training, features[:, day : day + 7])
    score = moving_mean(np.clip(raw, 0.0, None), ANOMSTACK_SMOOTHED_DAYS)
    is_low = moving_mean(values, 7) < moving_mean(values, 28)
    return np.where(is_low, score, np.where(np.isnan(score), np.nan, 0.0))


def _pca_scores(training: np.ndarray, today: np.ndarray) -> np.ndarray:
    """PyOD's PCA: distances to the eigenvectors over their share of variance, as a share of training's range."""
    mean, deviation = training.mean(axis=1, keepdims=True), training.std(axis=1, keepdims=True)
    deviation = np.where(deviation > 0, deviation, 1.0)
    training, today = (training - mean) / deviation, (today - mean) / deviation
    variance, vectors = np.linalg.eigh(np.swapaxes(training, 1, 2) @ training / training.shape[1])
    share = np.maximum(variance / np.maximum(variance.sum(axis=1, keepdims=True), 1e-9), 1e-9)

    def scores(points: np.ndarray) -> np.ndarray:
        squares = (points**2).sum(axis=2, keepdims=True) + 1.0 - 2.0 * points @ vectors  # eigenvectors have length 1
        return (np.sqrt(np.maximum(squares, 0.0)) / share[:, None, :]).sum(axis=2)

    known = scores(training)
    low, high = known.min(axis=1, keepdims=True), known.max(axis=1, keepdims=True)
    return _ratio(scores(today) - low, high - low)


def _ratio(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """Missing where there is nothing to divide by."""
    above, below = np.broadcast_arrays(above, below)
    return np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0)
