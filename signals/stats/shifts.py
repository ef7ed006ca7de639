"""How strong is the evidence, day by day, that a share, a mean score or a rate of events has changed?

Answers are compared with those before them stratum by stratum (who asked, about what), so that a new source or another
mix is no change. A hit is a yes, an event, or an answer's place on its scale (0-1); a trial is an answer, or what
events are counted against. Arrays are … × strata × days; results are … × days.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from signals.stats.rolling import shifted, trailing_sum

WINDOWS_DAYS = (14, 28, 42, 56, 84)  # whole weeks: a weekly rhythm is the same on both sides
BEFORE_DAYS = 364  # every season once; with half a year the same shift was seen a quarter later
CHANGES = (0.25, 0.5, 1.0)  # of the log odds or log rate: 6, 12 and 24 points of 50 %; a rate times 1.3, 1.6 and 2.7
DRIFT = 0.05  # log odds by which a level may wander off its year: 1.2 points of 50 %
NOISE_WEEKS = BEFORE_DAYS // 7
NOISE_PRIOR = 1.5  # variance over that of chance, until weeks tell
NOISE_PRIOR_WEEKS = 4
NOISE_BOUND = 0.67  # standard errors up, its upper quartile: a noise that is taken too low rings
PAIR_WEEKS = 4  # what lasts for days or weeks is noise too
WEEK_CAP = 16.0  # a week four sigma off says no more than that of the usual noise
SPREAD_PRIOR_ANSWERS = 10
CONFIDENCE = 0.95
LARGEST_EXPONENT = 500.0  # exp() stays finite
NEAR_NOTHING = 1e-12  # a logarithm stays finite


@dataclass(frozen=True)
class Tally:
    """What was counted in a window and in the time before it, per stratum."""

    hits: np.ndarray
    trials: np.ndarray
    hits_before: np.ndarray
    trials_before: np.ndarray


@dataclass(frozen=True)
class Change:
    """A window beside what the time before it leads to expect of the same strata. NaN where no stratum has both."""

    observed: float  # hits a trial
    expected: float
    effect: float  # observed - expected
    low: float
    high: float
    method: str  # names the kind of interval


def evidence(tallies: Sequence[Tally], *, noise=1.0, is_rate: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """S for a rise and S for a fall: ln of the mean of exp ℓ over the windows' tallies and CHANGES.

    A windowed Shiryaev–Roberts mixture (Shiryaev 1963; Roberts 1966) of `log_ratios`. exp S has mean at most about 1
    when nothing changed, for each of the two; 0 where nothing is known.
    """
    ratios = [log_ratios(tally, noise=noise, is_rate=is_rate) for tally in tallies]
    return tuple(_log_mean_exp(np.concatenate([window[way] for window in ratios])) for way in (0, 1))


def log_ratios(tally: Tally, *, noise=1.0, is_rate: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """ℓ of each rise and of each fall, CHANGES × … × days.

    Given all hits of a stratum, those in the window are hypergeometric whatever the level is (Fisher 1935), or binomial
    where events are counted against exposure (Przyborowski and Wilenski 1940): so few answers before give little
    evidence. With odds ratio ψ, ℓ = Σ ((k − c) ln ψ − m ln(1 + π(ψ − 1))) / (noise + DRIFT² Σ σ²), summed over strata;
    c plus a binomial (m, π) has the first three cumulants of that distribution, σ² is its variance.
    """
    known = _is_told(tally, is_rate)
    hits, trials = tally.hits + tally.hits_before, tally.trials + tally.trials_before
    inside = _divided(tally.trials, trials, known)
    variance = hits * inside * (1.0 - inside)
    place = inside
    if not is_rate:
        variance = variance * _divided(trials - hits, trials - 1.0, known & (trials > 1))
        skew = (0.5 - _divided(hits, trials, known)) * (1.0 - 2.0 * inside)
        place = 0.5 - skew * _divided(trials, trials - 2.0, known & (trials > 2))
    place = np.clip(np.where(known, place, 0.5), NEAR_NOTHING, 1.0 - NEAR_NOTHING)
    size = variance / (place * (1.0 - place))
    beyond = np.where(known, tally.hits - (inside * hits - size * place), 0.0)
    tempering = noise + DRIFT**2 * variance.sum(axis=-2)
    return tuple(
        np.stack([_conditional(sign * step, beyond, size, place) / tempering for step in CHANGES]) for sign in (1, -1)
    )


def evidence_by_day(
    hits: np.ndarray, trials: np.ndarray, *, spread=1.0, is_rate: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """As `evidence`, of every day of daily counts, each day from what was counted until then."""
    weeks = [[shifted(trailing_sum(values, 7), 7 * week) for values in (hits, trials)] for week in range(NOISE_WEEKS)]
    tallies = [
        Tally(
            *(trailing_sum(values, window) for values in (hits, trials)),
            *(trailing_sum(values, BEFORE_DAYS, lag=window) for values in (hits, trials)),
        )
        for window in WINDOWS_DAYS
    ]
    return evidence(tallies, noise=noise(weeks, spread=spread, is_rate=is_rate), is_rate=is_rate)


def noise(weeks: Sequence[Sequence[np.ndarray]], *, spread=1.0, is_rate: bool = False) -> np.ndarray:
    """Variance of a week's hits over that of as many yeses and noes by chance; at least `spread`.

    From differences of weeks that lie PAIR_WEEKS apart (after von Neumann, Kent, Bellinson and Hart 1941): a lasting
    change is in few of them. `weeks` are hits and trials, the newest first. Shrunk to NOISE_PRIOR, then NOISE_BOUND
    standard errors up.
    """
    total_hits, total = (sum(week[part] for week in weeks) for part in (0, 1))
    level = _divided(total_hits, total, total > 0)
    chance = level if is_rate else level * (1.0 - level)
    told = [(spread * (trials * chance).sum(axis=-2), (hits - trials * level).sum(axis=-2)) for hits, trials in weeks]
    squares = pairs = np.zeros_like(told[0][0])
    for (size, off), (earlier_size, earlier_off) in zip(told, told[PAIR_WEEKS:], strict=False):
        is_pair = (size > 0) & (earlier_size > 0)
        apart = _divided(off, size, is_pair) - _divided(earlier_off, earlier_size, is_pair)
        variance = _divided(1.0, size, is_pair) + _divided(1.0, earlier_size, is_pair)
        squares = squares + np.minimum(_divided(apart**2, variance, is_pair), WEEK_CAP)
        pairs = pairs + is_pair
    known = NOISE_PRIOR_WEEKS + pairs
    shrunk = (NOISE_PRIOR_WEEKS * NOISE_PRIOR + squares) / known
    return spread * np.maximum(shrunk * (1.0 + NOISE_BOUND * np.sqrt(3.0 / known)), 1.0)


def spread(values: np.ndarray, strata: np.ndarray) -> float:
    """Variance of answers between 0 and 1 over that of yeses and noes with the same mean; 1 for yeses and noes.

    Within strata, with SPREAD_PRIOR_ANSWERS as wide apart as can be.
    """
    counts = np.bincount(strata)
    means = np.bincount(strata, weights=values) / np.maximum(counts, 1)
    widest = (counts * means * (1.0 - means)).sum()
    if widest <= 0:
        return 1.0
    prior = SPREAD_PRIOR_ANSWERS * widest / len(values)
    return float((((values - means[strata]) ** 2).sum() + prior) / (widest + prior))


def change(tally: Tally, *, noise: float = 1.0, is_rate: bool = False) -> Change:
    """What the window shows against what was expected of its mix; `tally` is of one series and day, strata only.

    Score intervals of either side (Wilson 1927; for rates as Rao's), the trials divided by the noise, are joined as in
    Newcombe (1998), method 10.
    """
    method = "Newcombe's score interval, 95 % confidence"
    known = (tally.trials > 0) & (tally.trials_before > 0)
    trials, before = tally.trials[known], tally.trials_before[known]
    if not len(trials):
        return Change(*[float("nan")] * 5, method=method)
    observed = tally.hits[known].sum() / trials.sum()
    expected = (trials * tally.hits_before[known] / before).sum() / trials.sum()
    as_many_before = trials.sum() ** 2 / (trials**2 / before).sum()  # trials of one stratum that would tell as much
    low, high = _score_interval(observed, trials.sum() / noise, is_rate)
    low_before, high_before = _score_interval(expected, as_many_before / noise, is_rate)
    effect = observed - expected
    return Change(
        observed=float(observed),
        expected=float(expected),
        effect=float(effect),
        low=float(effect - np.hypot(observed - low, high_before - expected)),
        high=float(effect + np.hypot(high - observed, expected - low_before)),
        method=method,
    )


def _is_told(tally: Tally, is_rate: bool) -> np.ndarray:
    """Where a stratum has trials on both sides, and hits that could have fallen otherwise."""
    hits, trials = tally.hits + tally.hits_before, tally.trials + tally.trials_before
    return (tally.trials > 0) & (tally.trials_before > 0) & (hits > 0) & (is_rate | (hits < trials))


def _conditional(step: float, beyond: np.ndarray, size: np.ndarray, place: np.ndarray) -> np.ndarray:
    return (beyond * step - size * np.log1p(place * np.expm1(step))).sum(axis=-2)


def _score_interval(level: float, trials: float, is_rate: bool) -> tuple[float, float]:
    z = stats.norm.ppf((1 + CONFIDENCE) / 2)
    widen = 1.0 if is_rate else 1.0 + z**2 / trials
    variance = level if is_rate else level * (1.0 - level)
    centre = (level + z**2 / (2 * trials)) / widen
    half = z / widen * np.sqrt(variance / trials + z**2 / (4 * trials**2))
    return centre - half, centre + half


def _divided(part, whole, known) -> np.ndarray:
    """0 where not `known`."""
    return np.where(known, part, 0.0) / np.where(known, whole, 1.0)


def _log_mean_exp(ratios: np.ndarray) -> np.ndarray:
    return np.log(np.exp(np.minimum(ratios, LARGEST_EXPONENT)).mean(axis=0))
