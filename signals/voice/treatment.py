"""Do similar customers who are treated well buy more than those who are not, and what would that be for one of them?

Observed side by side, not proof of cause: who buys less may also complain more.
"""

import numpy as np
import pandas as pd

from signals.model import Treatment
from signals.purchase_days import YEAR_DAYS, Day, day_number, visible_days
from signals.voice.experiences import BAD, GOOD, tones

RECENT_DAYS = 90  # the outcome: what was bought in them, against the same days a year before
MIN_CUSTOMERS = 20  # treated well, and as many not; fewer say nothing of the others
RESAMPLES = 1000
TAILS = (0.025, 0.975)
EVERYBODY = None  # in place of a segment

METHOD = f"""
Customers who spoke of their experiences in the nine months before the last {RECENT_DAYS} days are compared within their
segment: those with good ones only, and those with a bad one among them. For each group: revenue of the last
{RECENT_DAYS} days against the same days a year before. The range comes from resampling customers. With fewer than
{MIN_CUSTOMERS} customers on either side nothing is said. It is no proof of cause: who buys less may also complain more.
"""


def treatments(
    customer_days: pd.DataFrame, feedback: pd.DataFrame, segments: pd.Series, as_of: Day, rng: np.random.Generator
) -> tuple[Treatment, ...]:
    """For everybody and each segment with enough customers on both sides; `segments` by customer_id.

    `feedback` has customer_id, given_date, source, score and scale.
    """
    compared = _compared(customer_days, as_of)
    compared["experience"] = experiences(feedback, as_of).reindex(compared.index)
    told = compared.dropna(subset=["experience"])
    segment = segments.reindex(told.index)
    groups = [(EVERYBODY, told), *((name, told[segment == name]) for name in sorted(segment.dropna().unique()))]
    return tuple(found for name, group in groups if (found := _treatment(name, group, rng)))


def experiences(feedback: pd.DataFrame, as_of: Day) -> pd.Series:
    """GOOD or BAD by customer_id, from the year before `as_of` without its last RECENT_DAYS; one bad one is bad."""
    given = pd.to_datetime(feedback["given_date"])
    last = pd.Timestamp(as_of)
    is_before = (given > last - pd.Timedelta(days=YEAR_DAYS)) & (given <= last - pd.Timedelta(days=RECENT_DAYS))
    told = feedback.assign(tone=tones(feedback))[is_before].dropna(subset=["customer_id", "tone"])
    is_bad = told["tone"].eq(BAD).groupby(told["customer_id"]).any()
    return pd.Series(np.where(is_bad, BAD, GOOD), index=is_bad.index, dtype=object)


def _compared(customer_days, as_of) -> pd.DataFrame:
    """Revenue now and a year before, by customer_id; of those who bought a year before."""
    today = day_number(as_of)
    days = visible_days(customer_days, today)
    is_now = days["day"] > today - RECENT_DAYS
    is_before = days["day"].between(today - YEAR_DAYS - RECENT_DAYS + 1, today - YEAR_DAYS)
    revenue = (
        pd.DataFrame({"now": days["revenue"].where(is_now, 0), "before": days["revenue"].where(is_before, 0)})
        .groupby(days["customer_id"])
        .sum()
    )
    return revenue[revenue["before"] > 0].clip(lower=0)


def _treatment(segment, group, rng) -> Treatment | None:
    well, badly = (group[group["experience"] == tone][["now", "before"]].to_numpy() for tone in (GOOD, BAD))
    if min(len(well), len(badly)) < MIN_CUSTOMERS:
        return None
    difference = _changes(well, rng) - _changes(badly, rng)
    low, high = np.quantile(difference, TAILS)
    return Treatment(
        segment=segment,
        well_count=len(well),
        badly_count=len(badly),
        well_change_share=_change(well),
        badly_change_share=_change(badly),
        difference_share=_change(well) - _change(badly),
        low=float(low),
        high=float(high),
    )


def _change(revenue) -> float:
    now, before = revenue.sum(axis=0)
    return float(now / before - 1)


def _changes(revenue, rng) -> np.ndarray:
    """One resample at a time: all of them at once take 800 MB for a hundred thousand customers."""
    size = len(revenue)
    counts = (np.bincount(rng.integers(0, size, size), minlength=size) for _ in range(RESAMPLES))
    now, before = np.array([times @ revenue for times in counts]).T
    return now / before - 1
