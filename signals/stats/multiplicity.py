"""Which of many findings hold after all of them were looked at?"""

import numpy as np

LARGEST_EXPONENT = 500.0  # exp() stays finite


def e_bh_of_logs(log_e_values: np.ndarray, *, false_discovery_rate: float) -> np.ndarray:
    """As `e_bh`, of the e-values' logarithms; −∞ is no evidence at all."""
    return e_bh(np.exp(np.minimum(log_e_values, LARGEST_EXPONENT)), false_discovery_rate=false_discovery_rate)


def e_bh(e_values: np.ndarray, *, false_discovery_rate: float) -> np.ndarray:
    """Marks the rejections of e-BH, which hold under any dependence (Wang and Ramdas 2022, section 4, definition 4.1).

    Sorted downwards, the k largest are rejected for the largest k with k · e_(k) / K >= 1 / rate.
    A missing e-value is never rejected, but counts among the K looked at only if it was looked at: leave it out or NaN.
    Empty input, or nothing found: nothing is marked.
    """
    values = np.asarray(e_values, dtype=float)
    known = ~np.isnan(values)
    order = np.argsort(-np.where(known, values, -np.inf), kind="stable")
    ranked = values[order][: known.sum()]
    ranks = np.arange(1, len(ranked) + 1)
    passing = np.flatnonzero(ranks * ranked * false_discovery_rate >= len(ranked))
    marked = np.zeros(len(values), dtype=bool)
    if len(passing):
        marked[order[: passing[-1] + 1]] = True
    return marked


def q_values(p_values: np.ndarray) -> np.ndarray:
    """The smallest false discovery rate at which each is kept (Benjamini and Hochberg 1995); NaN stays NaN."""
    values = np.asarray(p_values, dtype=float)
    adjusted = np.full(len(values), np.nan)
    known = np.flatnonzero(~np.isnan(values))
    order = known[np.argsort(values[known], kind="stable")]
    scaled = values[order] * len(order) / np.arange(1, len(order) + 1)
    adjusted[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return adjusted
