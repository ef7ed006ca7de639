"""How large is a share or a score, and did it change, given how few were asked?"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import optimize, stats

CONFIDENCE = 0.95
PRIOR = 1.0  # Beta(1, 1): before the answers every share is as likely as any other
NODES = 200  # points of the integral over a posterior: probabilities are right to 1e-9


@dataclass(frozen=True)
class Estimate:
    """One number with its 95 % interval. NaN throughout where nobody was asked."""

    estimate: float
    low: float
    high: float
    n: int
    method: str  # names the kind of interval


@dataclass(frozen=True)
class ShareChange:
    """How far a share moved: after - before, so that a fall is negative."""

    estimate: float
    low: float  # 95 % credible interval
    high: float
    probability_fell: float  # posterior chance that the share is lower than before, 0-1
    n: int
    n_before: int
    method: str


def wilson(successes: int, n: int) -> Estimate:
    """The share of `successes` among `n` with Wilson's score interval (Wilson 1927; Newcombe 1998, method 3)."""
    assert 0 <= successes <= n, (successes, n)
    method = "Wilson score, 95 % confidence"
    if n == 0:
        return Estimate(*[float("nan")] * 3, n=0, method=method)
    z, share = _z(), successes / n
    centre = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low = 0.0 if successes == 0 else float(centre - half)  # exact ends, where rounding would leave 1e-17
    high = 1.0 if successes == n else float(centre + half)
    return Estimate(share, low, high, n=n, method=method)


def share_change(*, before: int, n_before: int, after: int, n_after: int) -> ShareChange:
    """Two shares with independent Beta(1, 1) priors; difference of the posteriors (Altham 1969).

    The estimate is the difference of the observed shares; NaN with nobody asked on one side.
    """
    assert 0 <= before <= n_before and 0 <= after <= n_after, (before, n_before, after, n_after)
    posterior_before, posterior_after = _posterior(before, n_before), _posterior(after, n_after)
    low, high = (_difference_quantile(posterior_before, posterior_after, q) for q in _tails())
    return ShareChange(
        estimate=after / n_after - before / n_before if n_after and n_before else float("nan"),
        low=low,
        high=high,
        probability_fell=_chance_below(0.0, posterior_before, posterior_after),
        n=n_after,
        n_before=n_before,
        method="Beta-Binomial posterior, 95 % credible",
    )


def nps(promoters: int, passives: int, detractors: int) -> Estimate:
    """Net promoter score in points, standard error 100 sqrt((p + d - (p - d)^2) / n), clipped to -100 and 100."""
    n = promoters + passives + detractors
    method = "normal approximation, 95 % confidence"
    if n == 0:
        return Estimate(*[float("nan")] * 3, n=0, method=method)
    score = 100 * (promoters - detractors) / n
    half = _z() * nps_standard_error(promoters, passives, detractors)
    return Estimate(score, max(score - half, -100.0), min(score + half, 100.0), n=n, method=method)


def nps_standard_error(promoters: int, passives: int, detractors: int) -> float:
    """In points; 0 where all gave the same kind of answer, NaN where nobody answered."""
    n = promoters + passives + detractors
    if n == 0:
        return float("nan")
    p, d = promoters / n, detractors / n
    return float(100 * np.sqrt((p + d - (p - d) ** 2) / n))


def _z() -> float:
    return float(stats.norm.ppf(_tails()[1]))


def _tails() -> tuple[float, float]:
    return (1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2


def _posterior(successes: int, n: int):
    return stats.beta(PRIOR + successes, PRIOR + n - successes)


def _chance_below(difference: float, before, after) -> float:
    """P(after - before < difference): after's distribution function, averaged over before's density."""
    shares, weights = _nodes(before)
    return float((weights * after.cdf(shares + difference)).sum())


def _difference_quantile(before, after, probability: float) -> float:
    shares, weights = _nodes(before)
    return float(optimize.brentq(lambda d: (weights * after.cdf(shares + d)).sum() - probability, -1, 1, xtol=1e-6))


def _nodes(posterior) -> tuple[np.ndarray, np.ndarray]:
    """Gauss-Legendre points over the posterior's range, and the probability that each stands for."""
    low, high = posterior.ppf([1e-12, 1 - 1e-12])
    points, weights = _legendre()
    shares = low + (high - low) * (points + 1) / 2
    masses = weights * posterior.pdf(shares)
    return shares, masses / masses.sum()


@cache
def _legendre() -> tuple[np.ndarray, np.ndarray]:
    return np.polynomial.legendre.leggauss(NODES)
