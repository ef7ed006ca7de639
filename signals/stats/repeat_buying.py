"""How likely is it that somebody who came x times, last at t_x, stays away from now on?

The model is MBG/NBD (Batislam, Denizel and Filiztekin 2007, International Journal of Research in Marketing 24):
people come at their own gamma-distributed rate and leave for good, with a beta-distributed chance, after any of
their visits, the first one included. Arrays throughout: `x` repeats (count), `t_x` first to last visit (days),
`age` first visit to now (days).
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import minimize
from scipy.special import betaln, gammaln, hyp2f1, psi

MIN_REPEATERS = 100  # people with a repeat; below, four parameters are guesses
WEEKS_ABOVE = 200_000  # people; grouping by weeks moves a probability by at most 0.001 and keeps the fit under seconds
PENALTY = 0.25  # half a person's worth; it removed all degenerate fits at n = 50
START = np.log([0.8, 1.0, 0.4, 3.0])  # r, alpha, a, b where the oldest age is 10
BOUND = 9.0  # of the logarithm of each parameter
HALVING_WEEKS = range(2, 27, 2)  # possible onsets, weeks ago
MIN_BASE_VISITS = 6  # in the year before; with fewer a halving cannot be told from luck
MAX_LOG_RATIO = 50.0
ROUGH = (0.8, 2.0, 0.3, 3.0)  # r, alpha in usual gaps, a, b


@dataclass(frozen=True)
class RepeatBuying:
    """Four parameters of the whole base.

    `log_likelihood` is without the penalty and in days; None where nothing was fitted.
    """

    r: float
    alpha: float  # days
    a: float
    b: float
    log_likelihood: float | None
    people_count: int
    repeaters_count: int
    method: str

    @property
    def is_rough(self) -> bool:
        return self.log_likelihood is None

    @property
    def parameters(self) -> tuple[float, float, float, float]:
        return self.r, self.alpha, self.a, self.b


@dataclass(frozen=True)
class Histories:
    """Equal histories counted once."""

    x: np.ndarray
    t_x: np.ndarray
    age: np.ndarray
    counts: np.ndarray


def fitted_or_rough(x, t_x, age, *, usual_gap: float) -> RepeatBuying:
    """The fit, or where fewer than MIN_REPEATERS came back a common shape scaled to the usual gap (days)."""
    repeaters = int(np.count_nonzero(np.asarray(x) > 0))
    if repeaters >= MIN_REPEATERS:
        return fit(x, t_x, age)
    r, gaps, a, b = ROUGH
    return RepeatBuying(r, gaps * usual_gap, a, b, None, len(x), repeaters, method="rough")


def fit(x, t_x, age, *, penalty: float = PENALTY) -> RepeatBuying:
    """Maximise the likelihood less penalty·|θ − START|², θ the logarithms of the parameters. Times are whole days."""
    x, t_x, age = (np.asarray(values, dtype=np.int64) for values in (x, t_x, age))
    unit = 7 if len(x) > WEEKS_ABOVE else 1
    histories = grouped(x, (t_x + unit // 2) // unit, (age + unit // 2) // unit)
    scale = max(float(histories.age.max()), 1.0) / 10
    scaled = replace(histories, t_x=histories.t_x / scale, age=histories.age / scale)

    def loss(theta):
        value, gradient = log_likelihood(np.exp(theta), scaled)
        away = theta - START
        return penalty * away @ away - value, 2 * penalty * away - gradient * np.exp(theta)

    best = minimize(loss, START, jac=True, method="L-BFGS-B", bounds=[(-BOUND, BOUND)] * 4, options={"ftol": 1e-12})
    r, alpha, a, b = (float(value) for value in np.exp(best.x))
    value, _ = log_likelihood((r, alpha, a, b), scaled)
    in_days = float(value - x.sum() * np.log(scale * unit))
    repeaters = int(np.count_nonzero(x))
    return RepeatBuying(r, alpha * scale * unit, a, b, in_days, len(x), repeaters, method="MBG/NBD, maximum likelihood")


def grouped(x, t_x, age) -> Histories:
    """Pack each triple of whole numbers into one key: a hundred times faster than unique rows."""
    x, t_x, age = (np.asarray(values, dtype=np.int64) for values in (x, t_x, age))
    span = int(age.max(initial=0)) + 1
    keys, counts = np.unique((x * span + age) * span + t_x, return_counts=True)
    rest, t_x = np.divmod(keys, span)
    x, age = np.divmod(rest, span)
    return Histories(x, t_x, age, counts)


def log_likelihood(parameters, histories: Histories) -> tuple[float, np.ndarray]:
    """Log of Batislam et al.'s likelihood and its gradient by (r, alpha, a, b), in the histories' unit of time."""
    r, alpha, a, b = parameters
    x, t_x, age, counts = histories.x, histories.t_x, histories.age, histories.counts
    at_last, at_now = np.log(alpha + t_x), np.log(alpha + age)
    still = np.exp((r + x) * (at_last - at_now))
    left = a / (b + x)
    pi = still / (still + left)
    by_x = np.bincount(x, weights=counts)  # the terms that depend on x alone are summed once per x
    value, d_r, d_a, d_b = _terms_of_x(r, a, b, by_x)
    people = counts.sum()
    value += people * r * np.log(alpha) + counts @ (np.log(still + left) - (r + x) * at_last)
    d_r += people * np.log(alpha) - counts @ (at_last + pi * (at_now - at_last))
    slopes = (r + x) * ((1 - pi) / (alpha + t_x) + pi / (alpha + age))
    d_alpha = people * r / alpha - counts @ slopes
    d_a += counts @ (1 - pi) / a
    d_b -= counts @ ((1 - pi) / (b + x))
    return float(value), np.array([d_r, d_alpha, d_a, d_b])


def _terms_of_x(r, a, b, by_x):
    x = np.arange(len(by_x))
    value = gammaln(r + x) - gammaln(r) + betaln(a, b + x + 1) - betaln(a, b)
    d_r = psi(r + x) - psi(r)
    d_a = psi(a + b) - psi(a + b + x + 1)
    d_b = psi(b + x + 1) - psi(b) + d_a
    return by_x @ value, by_x @ d_r, by_x @ d_a, by_x @ d_b


def survival(model: RepeatBuying, x, t_x, until):
    """F(u) up to a constant: the chance of staying away from the last visit to `until` (days after the first visit)."""
    r, alpha, a, b = model.parameters
    return ((alpha + t_x) / (alpha + until)) ** (r + x) + a / (b + x)


def p_no_visit(model: RepeatBuying, x, t_x, age, *, days):
    """Chance of no visit in the next `days`, given the silence so far."""
    return survival(model, x, t_x, age + days) / survival(model, x, t_x, age)


def p_silence_reaches(model: RepeatBuying, x, t_x, age, *, silence):
    """Chance that the present silence lasts at least `silence` days from the last visit; 1 where it already does."""
    return survival(model, x, t_x, np.maximum(age, t_x + silence)) / survival(model, x, t_x, age)


def p_alive(model: RepeatBuying, x, t_x, age):
    """Chance of not having left.

    Never shown: it ranks who comes back soon far worse than p_no_visit (AUC 0.58 to 0.79).
    """
    left = model.a / (model.b + x)
    return 1 - left / survival(model, x, t_x, age)


def expected_visits(model: RepeatBuying, x, t_x, age, *, days):
    """Mean number of visits in the next `days`.

    Batislam et al.'s conditional expectation, after Euler's transformation of its ₂F₁, which takes x out of the upper
    parameters: with many repeats the printed form multiplies a huge number by a tiny one.
    """
    r, alpha, a, b = model.parameters
    a = a if abs(a - 1) > 1e-6 else 1 + 1e-6  # 0/0 at a = 1, where the limit is continuous
    z = days / (alpha + age + days)
    with np.errstate(over="ignore", invalid="ignore"):
        per_living = (a + b + x) / (a - 1) * (1 - (1 - z) ** (a - 1) * hyp2f1(a + b - r, a - 1, a + b + x, z))
    mean_chance = a / (a + b + x)  # of leaving; where a or b is in the thousands it is everybody's and ₂F₁ overflows
    if_equal = (1 - ((alpha + age) / (alpha + age + mean_chance * days)) ** (r + x)) / mean_chance
    return np.where(np.isfinite(per_living), per_living, if_equal) * p_alive(model, x, t_x, age)


def halving_evidence(running, first_days, *, prior, week: int):
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
