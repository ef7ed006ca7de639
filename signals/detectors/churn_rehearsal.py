"""Of the customers given so high a chance in the company's own past, how many did stay away?"""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.detectors import churn
from signals.model import CalibrationBin, ChanceRehearsal, ListRehearsal
from signals.purchase_days import YEAR_DAYS, Day, day_number, visible_days
from signals.stats import calibration

STEP_DAYS = 91  # from one rehearsed morning to the next, so that no two share a horizon
ORIGINS = 8
MIN_ASKED = 50  # customers; fewer say nothing of a probability
DID_NOT_RETURN, PASSED_LIMIT = CHANCES = ("did not return", "passed their limit")

HOW_REHEARSED = f"""
On up to {ORIGINS} days of the past, {STEP_DAYS} days apart, every customer is scored from what was known on that day,
and asked what became of it. Did not return: no purchase in the {churn.HORIZON_DAYS} days after. Passed their limit: the
silence of that day went on beyond the customer's own limit; asked are those who were not beyond it yet and whose limit
has come by now. The list is the morning list of those days, at most {churn.LIST_LENGTH} names.
"""


def rehearsed(customer_days: pd.DataFrame, as_of: Day) -> tuple[tuple[ChanceRehearsal, ...], ListRehearsal | None]:
    """The CHANCES that at least MIN_ASKED customers were asked about, and the morning lists of those days."""
    days = visible_days(customer_days, day_number(as_of))
    origins = _origins(days, pd.Timestamp(as_of).date())
    asked = [_asked(customer_days, days, origin, day_number(as_of)) for origin in origins]
    if not asked:
        return (), None
    table = pd.concat(asked, ignore_index=True)
    chances = [
        _chance(DID_NOT_RETURN, table, table["p_churn"], table["has_stayed_away"]),
        _chance(PASSED_LIMIT, table[table["is_decided"]], table["p_lost"], table["has_passed"]),
    ]
    return tuple(chance for chance in chances if chance), _list(table, origins)


def _origins(days: pd.DataFrame, as_of: date) -> list[date]:
    """The newest first; before each lies a year of history, behind it the horizon."""
    if days.empty:
        return []
    earliest = pd.Timestamp(np.datetime64(int(days["day"].min()), "D")).date() + timedelta(days=YEAR_DAYS)
    steps = [as_of - timedelta(days=churn.HORIZON_DAYS + STEP_DAYS * step) for step in range(ORIGINS)]
    return [origin for origin in steps if origin >= earliest]


def _asked(customer_days, days, origin: date, today: int) -> pd.DataFrame:
    """The scores of a day, and what is known of them by today."""
    scores = churn.score_days(customer_days, origin)
    listed = churn.morning_list(scores)["customer_id"]
    next_day = _next_purchase(days, day_number(origin)).reindex(scores["customer_id"]).to_numpy()
    last = scores["last_order_date"].to_numpy().astype("datetime64[D]").astype(np.int64)
    limit = last + scores["limit_days"].to_numpy()
    return scores.assign(
        has_stayed_away=~(next_day <= day_number(origin) + churn.HORIZON_DAYS),
        has_passed=~(next_day <= limit),
        is_decided=(day_number(origin) + 1 <= limit) & (limit <= today),  # a held-back state may hide a passed limit
        is_listed=scores["customer_id"].isin(listed),
    )[["p_churn", "p_lost", "has_stayed_away", "has_passed", "is_decided", "is_listed"]]


def _next_purchase(days: pd.DataFrame, origin: int) -> pd.Series:
    """The first purchase day after the origin, by customer_id; missing where there was none."""
    later = days[(days["day"] > origin) & (days["purchase_revenue"] > 0)]
    return later.groupby("customer_id")["day"].min().astype(float)


def _chance(what: str, table: pd.DataFrame, stated: pd.Series, happened: pd.Series) -> ChanceRehearsal | None:
    if len(table) < MIN_ASKED:
        return None
    stated, happened = stated[table.index], happened[table.index]
    bins = calibration.bins(stated, happened)
    return ChanceRehearsal(
        what=what,
        n=len(table),
        bins=tuple(CalibrationBin(*each) for each in bins),
        error=calibration.expected_calibration_error(bins),
        area_under_curve=calibration.area_under_curve(stated, happened),
    )


def _list(table: pd.DataFrame, origins: list[date]) -> ListRehearsal:
    decided = table[table["is_decided"]]
    listed = decided[decided["is_listed"]]
    return ListRehearsal(
        first_date=min(origins),
        last_date=max(origins),
        mornings_count=len(origins),
        listed_count=len(listed),
        passed_count=int(listed["has_passed"].sum()),
        others_share=float(decided["has_passed"].mean()) if len(decided) else float("nan"),
    )
