"""What is each customer worth a year, and how much of that is at risk?"""

import numpy as np
import pandas as pd

from signals.purchase_days import YEAR_DAYS, medians, sums

MIN_RATE_DAYS = 30  # a shorter history is not stretched to a year
CAP_MEDIAN_DAYS = 5  # usual days that one day may count for in the yearly rate, unless the 99th percentile allows more
SHRINK_DAYS = 2  # days of the base that each customer's own days are mixed with
DOMINANT_SHARE = 0.2  # of a year's revenue


def with_money(scores, days, judged, horizon_days) -> pd.DataFrame:
    purchases = days[days["purchase_revenue"] > 0]
    size, bought = len(scores), purchases["purchase_revenue"].to_numpy()
    usual_day = np.median(bought)
    own_day = medians(purchases["customer"].to_numpy(), bought, size=size)
    shrunk_day = _shrunk_mean(scores["purchase_days"] * own_day, scores["purchase_days"], usual_day)
    year = days[days["day"] > judged - YEAR_DAYS]
    cap = np.maximum(CAP_MEDIAN_DAYS * shrunk_day, np.quantile(bought, 0.99)).to_numpy()[year["customer"]]
    capped = np.clip(year["revenue"], -cap, cap)  # both ways, so that a huge order and its return next day still cancel
    # One order is no rhythm: stretched to a year, first-time buyers filled the morning list (6 of 10 on a wholesaler).
    seen_days = scores["age"].clip(MIN_RATE_DAYS, YEAR_DAYS).mask(scores["x"] == 0, YEAR_DAYS)
    rate = np.maximum(sums(year["customer"], capped, size), 0) / seen_days
    share = _shares(np.maximum(sums(year["customer"], year["revenue"], size), 0))
    mean_day = _shrunk_mean(sums(days["customer"], days["revenue"], size), scores["purchase_days"], usual_day)
    return scores.assign(
        rate_year=rate * YEAR_DAYS,
        value_at_risk=scores["p_churn"] * rate * horizon_days,
        value_at_risk_year=scores["p_lost"] * rate * YEAR_DAYS,
        expected_revenue=scores["expected_purchase_days"] * np.maximum(mean_day, 0),
        share_of_revenue=share,
        is_dominant=share > DOMINANT_SHARE,
        is_one_time=scores["x"] == 0,
        is_large_first_order=(scores["x"] == 0) & (own_day > np.quantile(bought, 0.9)),
    )


def _shrunk_mean(total, purchase_days, usual_day):
    return (total + SHRINK_DAYS * usual_day) / (purchase_days + SHRINK_DAYS)


def _shares(values) -> np.ndarray:
    total = values.sum()
    return values / total if total > 0 else np.zeros(len(values))
