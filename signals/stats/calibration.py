"""Did what was called likely happen as often, and does a score put those to whom it happened first?"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy.stats import rankdata

TENTHS = tuple(np.round(np.arange(0, 1.01, 0.1), 1).tolist())


class Bin(NamedTuple):
    """Cases with about the same stated probability."""

    low: float
    high: float
    predicted: float  # mean of what was stated
    observed: float  # share that happened
    n: int


def bins(stated, happened, edges: Sequence[float] = TENTHS) -> tuple[Bin, ...]:
    """The cases by stated probability, empty bins left out; the last edge belongs to the last bin."""
    stated, happened = np.asarray(stated, dtype=float), np.asarray(happened, dtype=float)
    place = np.clip(np.digitize(stated, edges) - 1, 0, len(edges) - 2)
    counts, predicted, observed = (
        np.bincount(place, weights=weights, minlength=len(edges) - 1) for weights in (None, stated, happened)
    )
    return tuple(
        Bin(edges[at], edges[at + 1], float(predicted[at] / n), float(observed[at] / n), int(n))
        for at, n in enumerate(counts)
        if n
    )


def expected_calibration_error(table: Sequence[Bin]) -> float:
    """Mean of |predicted − observed| over the cases (Naeini et al. 2015); NaN without any."""
    cases = sum(each.n for each in table)
    return sum(abs(each.predicted - each.observed) * each.n for each in table) / cases if cases else float("nan")


def area_under_curve(score, happened) -> float:
    """The chance that a case in which it happened has the higher score, ties counting half (Mann and Whitney 1947).

    NaN where it always or never happened.
    """
    happened = np.asarray(happened, dtype=bool)
    positive, negative = int(happened.sum()), int((~happened).sum())
    if not positive or not negative:
        return float("nan")
    ranks = rankdata(score)[happened].sum()
    return float((ranks - positive * (positive + 1) / 2) / (positive * negative))
