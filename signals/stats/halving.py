"""Does somebody come half as often as in the year before?"""

import numpy as np

HALVING_WEEKS = range(2, 27, 2)  # possible onsets, weeks ago
MIN_BASE_VISITS = 6  # in the year before; with fewer a halving cannot be told from luck
MAX_LOG_RATIO = 50.0


def evidence(running, first_days, *, prior, week: int):
    """How strongly do the latest weeks speak for half the rate of the year before?

    The log of a likelihood ratio, Poisson visits at half against at the shrunk rate, averaged over HALVING_WEEKS.

    `running` (people × weeks + 1) counts the visits after the first before each week's first day; `first_days` is
    the first visit in days from the first week's first day (negative: earlier); `prior` that of `shrunk_rate`;
    `week` the last column to be seen. An onset with fewer than MIN_BASE_VISITS in the year before it says nothing.
    """
    ratios = np.zeros(len(running))
    for weeks in HALVING_WEEKS:
        seen = running[:, week + 1] - running[:, week + 1 - weeks]
        base, base_days = base_year(running, first_days, week=week, weeks=weeks)
        log_ratio = seen * np.log(0.5) + 0.5 * shrunk_rate(base, base_days, prior) * 7 * weeks
        ratios += np.exp(np.where(base >= MIN_BASE_VISITS, np.minimum(log_ratio, MAX_LOG_RATIO), 0.0))
    return np.log(ratios / len(HALVING_WEEKS))


def base_year(running, first_days, *, week: int, weeks: int):
    """Visits after the first, and days observed, in the 52 weeks before the last `weeks`."""
    end = week + 1 - weeks
    start = max(end - 52, 0)
    days = np.clip(7 * end - np.maximum(first_days, 7 * start), 0, None)
    return running[:, end] - running[:, start], days


def rate_prior(counts, days) -> tuple[float, float]:
    """Gamma (shape, days) of the rates behind counts seen over `days`, by moments.

    Nearly one rate for all where none differ.
    """
    mean = counts.sum() / days.sum()
    variance = ((counts - mean * days) ** 2 - mean * days).sum() / (days**2).sum()
    variance = max(variance, mean**2 / 50)
    return mean**2 / variance, mean / variance


def shrunk_rate(counts, days, prior):
    """Visits a day, shrunk to the prior."""
    shape, prior_days = prior
    return (counts + shape) / (days + prior_days)
