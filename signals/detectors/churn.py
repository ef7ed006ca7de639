"""Which customers are slipping away, judged by their own rhythm, and what are they worth?

Everything is a function of a table of customer days (one row per customer and day: `revenue` net of returns,
`purchase_revenue` of the lines that were bought) and of `as_of`, so that a database can compute the table and a
notebook can pass its lines.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
import pandas as pd

from signals.detectors.rhythm import (
    FAST_GAP_DAYS,
    LIMIT_GAPS,
    SHORTEST_FAST_LIMIT_DAYS,
    SHORTEST_LIMIT_DAYS,
    population_gap_of,
    rhythm_of,
)
from signals.detectors.slowing import with_slowing
from signals.detectors.worth import with_money
from signals.purchase_days import YEAR_DAYS, Day, customer_days, day_number, judged_day, visible_days
from signals.stats import halving, repeat_buying

LOST, ABOUT_TO_BE_LOST, WATCH, SLOWING, STABLE = STATES = ("lost", "about to be lost", "watch", "slowing", "stable")
OPEN_STATES = (ABOUT_TO_BE_LOST, WATCH, SLOWING)  # somebody can still keep them
HORIZON_DAYS = 90
LIKELY_LOST_SHARE = 0.5  # p_lost from which a customer is about to be lost
WATCH_SHARE = 0.35  # p_lost
WATCH_LIMIT_SHARE = 0.55  # of the limit, in silence
MIN_AGE_DAYS = 30  # since the first purchase
MIN_HISTORY_DAYS = 120  # of the data; below, only silence against the limit speaks
SEASON_DAYS = 45  # by which this year's silence may be shifted against last year's
UNKNOWN_GAP_DAYS = 30.0  # where nobody ever came back; three of them make the shortest limit
LIST_LENGTH = 10

METHOD = f"""
Each customer is compared with their own rhythm. The limit is {LIMIT_GAPS} of their usual gaps, at least
{SHORTEST_LIMIT_DAYS} days ({SHORTEST_FAST_LIMIT_DAYS} where customers usually return within {FAST_GAP_DAYS}). A
silence beyond it is called lost; before it, the chance that the silence will pass it comes from a model of repeat
buying fitted to all customers (MBG/NBD): {LIKELY_LOST_SHARE:.0%} or more is about to be lost, {WATCH_SHARE:.0%} or
more, or {WATCH_LIMIT_SHARE:.0%} of the limit passed, is watch. Slowing are customers with at least
{halving.MIN_BASE_VISITS} purchase days in a year who now come about half as often. A state is judged on the
rhythm up to the last purchase, so it stays or worsens until the customer buys. No alarm in the first {MIN_AGE_DAYS}
days of a customer, while data is missing, or in a silence that the customer also kept a year ago. Bought once:
counted, not listed, unless the order was among the largest tenth. Lines without a customer are in none of these
figures. With less than {MIN_HISTORY_DAYS} days of history only the silence speaks; with fewer than
{repeat_buying.MIN_REPEATERS} customers who came back the chances are rough.
"""


@dataclass(frozen=True)
class Scored:
    """Everybody's scores, and the model of repeat buying that they come from."""

    scores: pd.DataFrame  # as `score_days`
    model: repeat_buying.RepeatBuying | None  # None where nobody ever bought
    judged_date: date  # the day up to which silences are counted


def score_customers(sales: pd.DataFrame, as_of: Day, horizon_days: int = HORIZON_DAYS) -> pd.DataFrame:
    """Scores of everyone who ever bought, from order lines; see `score_days`."""
    return score_days(customer_days(sales), as_of, horizon_days)


def score_days(customer_days: pd.DataFrame, as_of: Day, horizon_days: int = HORIZON_DAYS) -> pd.DataFrame:
    """One row per customer with a purchase day up to `as_of`, by customer_id.

    p_churn: no purchase in the next horizon_days. p_lost: the silence passes limit_days. value_at_risk: money over
    the horizon, value_at_risk_year: p_lost times a year's revenue. Where the data ends early, everything but
    days_since_last_order is as of `judged_date`.
    """
    return scored(customer_days, as_of, horizon_days).scores


def scored(customer_days: pd.DataFrame, as_of: Day, horizon_days: int = HORIZON_DAYS) -> Scored:
    """The scores of `score_days` with the model behind them. Raises ValueError for what is no day or no horizon."""
    if not horizon_days >= 0:
        raise ValueError(f"horizon_days must be a number of days from 0 on, not {horizon_days!r}")
    today = day_number(as_of)
    days = visible_days(customer_days, today)
    purchases = days[days["purchase_revenue"] > 0]
    if purchases.empty:
        return Scored(_no_scores(), None, pd.Timestamp(as_of).date())
    judged = judged_day(days["day"].unique(), today)
    population_gap = population_gap_of(purchases)
    scores = rhythm_of(purchases, population_gap, judged)
    model = _model(scores, population_gap)
    scores = _with_chances(scores, model, horizon_days)
    scores = with_money(scores, days, judged, horizon_days)
    scores = with_slowing(scores, purchases, judged)
    scores["is_seasonal"] = _is_seasonal(scores, purchases, judged)
    scores["state"] = _states(scores, history_days=judged + 1 - days["day"].min())
    return Scored(_published(scores, today, judged), model, _dates([judged])[0].astype(object).date())


def morning_list(scores: pd.DataFrame, top: int = LIST_LENGTH) -> pd.DataFrame:
    """Whom to call today: not lost yet, by the money of a year at risk.

    A dominant buyer stands apart (`dominant_buyers`).
    """
    is_named = ~scores["is_one_time"] | scores["is_large_first_order"]
    is_open = scores["state"].isin(OPEN_STATES)
    listed = scores[is_named & is_open & ~scores["is_dominant"] & (scores["value_at_risk_year"] > 0)]
    return listed.sort_values(["value_at_risk_year", "customer_id"], ascending=[False, True]).head(top)


def dominant_buyers(scores: pd.DataFrame) -> pd.DataFrame:
    """Those with over DOMINANT_SHARE of a year's revenue, whatever their state, largest first."""
    return scores[scores["is_dominant"]].sort_values(["share_of_revenue", "customer_id"], ascending=[False, True])


def _model(rhythm, population_gap) -> repeat_buying.RepeatBuying:
    usual_gap = UNKNOWN_GAP_DAYS if np.isnan(population_gap) else population_gap
    return repeat_buying.fitted_or_rough(
        *(rhythm[name].to_numpy() for name in ("x", "t_x", "age")), usual_gap=usual_gap
    )


def _with_chances(rhythm, model, horizon_days) -> pd.DataFrame:
    x, t_x, age = (rhythm[name].to_numpy() for name in ("x", "t_x", "age"))
    limit = rhythm["limit_days"].to_numpy()
    chances = repeat_buying.chances(model, x, t_x, age, days=horizon_days, silence=limit)
    return rhythm.assign(
        p_churn=chances.p_no_visit,
        p_lost=chances.p_silence_reaches,
        expected_purchase_days=chances.expected_visits,
        is_rough=model.is_rough,
    )


def _is_seasonal(scores, purchases, judged) -> np.ndarray:
    """A year before the last purchase (± SEASON_DAYS) began a silence beyond the limit, which is not yet due to end."""
    span = judged + 2
    keys = (purchases["customer"] * span + purchases["day"]).to_numpy()
    day = purchases["day"].to_numpy()
    customer, last = scores.index.to_numpy(), scores["last"].to_numpy()
    year_before = last - YEAR_DAYS
    at = np.searchsorted(keys, customer * span + np.maximum(year_before + SEASON_DAYS, 0), side="right") - 1
    began = np.where(purchases["customer"].to_numpy()[at] == customer, day[at], -span)
    ended = day[np.minimum(at + 1, len(day) - 1)]
    is_alike = (at >= 0) & (np.abs(began - year_before) <= SEASON_DAYS) & (ended - began > scores["limit_days"])
    return (is_alike & (judged <= ended + YEAR_DAYS + SEASON_DAYS)).to_numpy()


def _states(scores, *, history_days) -> np.ndarray:
    """One of STATES, worsening only, until the customer buys.

    Given the fit, everything here rises with the silence. From day to day the fit drifts far less than a day of silence
    weighs, and slowing keeps its worst look since the last purchase: on a wholesaler 47 of 847,000 customer-days
    stepped back.
    """
    share = scores["silence"] / scores["limit_days"]
    has_history = history_days >= MIN_HISTORY_DAYS
    conditions = [
        (scores["age"] < MIN_AGE_DAYS) | scores["is_seasonal"],
        share > 1,
        has_history & (scores["p_lost"] >= LIKELY_LOST_SHARE),
        (has_history & (scores["p_lost"] >= WATCH_SHARE)) | (share > WATCH_LIMIT_SHARE),
        has_history & scores["is_slowing"],
    ]
    return np.select(conditions, [STABLE, LOST, ABOUT_TO_BE_LOST, WATCH, SLOWING], STABLE)


PUBLISHED = [
    "customer_id",
    "p_churn",
    "p_lost",
    "value_at_risk",
    "state",
    "days_since_last_order",
    "usual_gap_days",
    "limit_days",
    "value_at_risk_year",
    "rate_year",
    "expected_revenue",
    "purchase_days",
    "first_date",
    "last_order_date",
    "judged_date",
    "purchase_days_90",
    "usual_purchase_days_90",
    "share_of_revenue",
    "is_one_time",
    "is_large_first_order",
    "is_seasonal",
    "is_dominant",
    "is_rough",
]


def _published(scores, today, judged) -> pd.DataFrame:
    dates = {
        "first_date": _dates(scores["first"]),
        "last_order_date": _dates(scores["last"]),
        "judged_date": _dates(np.full(len(scores), judged)),
    }
    return scores.assign(days_since_last_order=today - scores["last"], **dates)[PUBLISHED].reset_index(drop=True)


def _dates(day_numbers) -> np.ndarray:
    return np.asarray(day_numbers).astype("datetime64[D]").astype("datetime64[s]")


def _no_scores() -> pd.DataFrame:
    """The columns of `score_days` with their types, without rows."""
    return _one_score().iloc[:0]


@cache
def _one_score() -> pd.DataFrame:
    one = pd.DataFrame({"customer_id": ["a"], "sold_date": ["2001-01-01"], "revenue": [1.0], "purchase_revenue": [1.0]})
    return score_days(one, "2001-01-01")
