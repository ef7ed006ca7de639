"""How often does each customer come, and how long a silence is unlike them?"""

import numpy as np
import pandas as pd

from signals.purchase_days import medians

LIMIT_GAPS = 3  # usual gaps of silence; a fixed horizon would call every slow buyer a risk
SHORTEST_LIMIT_DAYS = 90
SHORTEST_FAST_LIMIT_DAYS = 30  # where the usual gap of the base is at most FAST_GAP_DAYS
FAST_GAP_DAYS = 10


def rhythm_of(purchases, population_gap, judged) -> pd.DataFrame:
    """Per customer: x, t_x, age, usual_gap_days, limit_days; times in days as of `judged`."""
    by_customer = purchases.groupby("customer")
    rhythm = by_customer.agg(
        customer_id=("customer_id", "first"),
        first=("day", "first"),
        last=("day", "last"),
        purchase_days=("day", "size"),
    )
    rhythm["x"] = rhythm["purchase_days"] - 1
    rhythm["t_x"] = rhythm["last"] - rhythm["first"]
    rhythm["age"] = judged + 1 - rhythm["first"]
    rhythm["silence"] = rhythm["age"] - rhythm["t_x"]
    rhythm["usual_gap_days"] = _usual_gaps(rhythm, purchases, population_gap)
    shortest = SHORTEST_FAST_LIMIT_DAYS if population_gap <= FAST_GAP_DAYS else SHORTEST_LIMIT_DAYS
    rhythm["limit_days"] = np.fmax(shortest, LIMIT_GAPS * rhythm["usual_gap_days"])
    return rhythm


def population_gap_of(purchases) -> float:
    """The median of the customers' own median gaps; NaN if nobody returned.

    One voice each: pooled, the daily buyers set it (32 days on a wholesaler where the first gap's median is 63; so 64).
    """
    gaps = _gaps(purchases)
    return float(gaps.groupby("customer")["gap"].median().median())


def _gaps(purchases) -> pd.DataFrame:
    """Days between consecutive purchase days, with their customer."""
    same = purchases["customer"].diff().eq(0)
    return pd.DataFrame({"customer": purchases["customer"], "gap": purchases["day"].diff()})[same]


def _usual_gaps(rhythm, purchases, population_gap) -> np.ndarray:
    """The median of the own gaps; with fewer than two of them, their mean with two of the population's.

    NaN if nobody returned.
    """
    gaps = _gaps(purchases)
    own = medians(gaps["customer"].to_numpy(), gaps["gap"].to_numpy(), size=len(rhythm))
    return np.where(rhythm["x"] >= 2, own, (rhythm["t_x"] + 2 * population_gap) / (rhythm["x"] + 2))
