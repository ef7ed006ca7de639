"""Who still comes, but about half as often as in the year before?"""

import numpy as np
import pandas as pd

from signals.purchase_days import YEAR_DAYS
from signals.stats import halving

WEEKS = 104  # half a year of weekly looks, each at half a year against the year before
LOOKS = 26
SLOWING_LINE = np.log(3)  # until MIN_LINE_CUSTOMERS can set it
SLOWING_QUANTILE = 0.95  # of the highest evidence in half a year among those who did not slow down
MIN_LINE_CUSTOMERS = 100
SHOWN_DAYS = 90  # the window in which slowing down is worded


def with_slowing(scores, purchases, judged) -> pd.DataFrame:
    """Adds is_slowing, and what is said of it: purchase days in the last SHOWN_DAYS, and how many are usual.

    Each customer's weeks are counted from their last purchase, so that the verdict changes on the day they buy, and
    then once a week. Whoever was slowing on a look since the last purchase still is.
    """
    repeats = purchases[purchases["customer"].diff().eq(0)]
    weeks_since = ((judged - scores["last"]) // 7).to_numpy()
    start = scores["last"].to_numpy() + 1 + 7 * (weeks_since - WEEKS)
    customer = repeats["customer"].to_numpy()
    column = (repeats["day"].to_numpy() - start[customer]) // 7
    customer, column = customer[column >= 0], column[column >= 0]
    able = np.bincount(customer, minlength=len(scores)) >= halving.MIN_BASE_VISITS
    row = np.cumsum(able) - 1
    seen = able[customer]
    weekly = np.bincount(row[customer[seen]] * WEEKS + column[seen], minlength=able.sum() * WEEKS).reshape(-1, WEEKS)
    is_slowing = np.zeros(len(scores), dtype=bool)
    is_slowing[able] = _slows(weekly, (scores["first"] - start).to_numpy()[able], weeks_since[able])
    return scores.assign(is_slowing=is_slowing, **_shown_rhythm(scores, repeats, judged))


def _slows(weekly, first_days, weeks_since) -> np.ndarray:
    """Whether the evidence passed the line on any look since the last purchase."""
    if not len(weekly):
        return np.zeros(0, dtype=bool)
    running = np.concatenate([np.zeros((len(weekly), 1)), np.cumsum(weekly, axis=1)], axis=1)
    running = np.asfortranarray(running)  # it is read by column
    looks = np.arange(WEEKS - LOOKS, WEEKS)
    evidence = np.column_stack([_look(running, first_days, week) for week in looks])
    since_purchase = looks >= WEEKS - 1 - weeks_since[:, None]
    kept = _kept_their_rate(running, first_days)
    return np.where(since_purchase, evidence, -np.inf).max(axis=1) >= _slowing_line(evidence[kept].max(axis=1))


def _look(running, first_days, week) -> np.ndarray:
    """The evidence of one week, from nothing later: as it was said then."""
    base, base_days = halving.base_year(running, first_days, week=week, weeks=LOOKS)
    if not base.any():
        return np.zeros(len(running))
    prior = halving.rate_prior(base[base > 0], base_days[base > 0])
    return halving.evidence(running, first_days, prior=prior, week=week)


def _kept_their_rate(running, first_days) -> np.ndarray:
    """Came at least as often in the last half-year as in the year before it."""
    base, base_days = halving.base_year(running, first_days, week=WEEKS - 1, weeks=LOOKS)
    recent = running[:, -1] - running[:, -1 - LOOKS]
    return (base >= halving.MIN_BASE_VISITS) & (recent * base_days >= base * 7 * LOOKS)


def _slowing_line(maxima) -> float:
    """Never below SLOWING_LINE: there it would only drift from week to week (0.90 to 0.99 on a wholesaler)."""
    if len(maxima) < MIN_LINE_CUSTOMERS:
        return float(SLOWING_LINE)
    return max(float(SLOWING_LINE), float(np.quantile(maxima, SLOWING_QUANTILE)))


def _shown_rhythm(scores, repeats, judged) -> dict:
    size, day = len(scores), repeats["day"]
    begin = judged - SHOWN_DAYS
    in_base = (day <= begin) & (day > begin - YEAR_DAYS)
    base = np.bincount(repeats["customer"][in_base], minlength=size)
    base_days = begin - np.maximum(scores["first"], begin - YEAR_DAYS)
    usual = np.where(base >= halving.MIN_BASE_VISITS, base * SHOWN_DAYS / base_days.where(base_days > 0), np.nan)
    recent = np.bincount(repeats["customer"][day > begin], minlength=size) + (scores["first"] > begin)
    return {"purchase_days_90": recent.astype(int), "usual_purchase_days_90": usual}
