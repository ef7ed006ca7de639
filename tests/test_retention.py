"""What stays of a base, what winning and keeping cost, and what the same money would keep."""

import math
from datetime import date

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.drivers import customer_ledger, retention
from signals.model import Costs
from signals.stats.rates import wilson

COUNTS = {"new": 40, "retained": 300, "reactivated": 5, "lost": 60}
AS_OF = date(2026, 8, 15)


def classes(*rows):
    names = ["customer_class", "revenue_before", "revenue_now"]
    return pd.DataFrame(rows, columns=names).astype({"revenue_before": float, "revenue_now": float})


def spend(first="2025-08", months=12, *, acquire=1000.0, retain=150.0):
    month = pd.period_range(first, periods=months, freq="M").to_timestamp()
    parts = [pd.DataFrame({"month": month, "purpose": name, "amount": amount})
             for name, amount in (("acquire", acquire), ("retain", retain))]  # fmt: skip
    return pd.concat(parts, ignore_index=True)


def told(spending, *, counts=COUNTS, as_of=AS_OF, months=12):
    return retention.costs(spending, counts, as_of, months=months)


def costs(**changes):
    defaults = {"acquire": 200.0, "retain": 0.0, "won_count": 2, "kept_count": 9, "cost_of_winning": 100.0,
                "cost_of_keeping": None, "months_count": 12}  # fmt: skip
    return Costs(**defaults | changes)


def at_risk(*pairs):
    return pd.DataFrame(pairs, columns=["p_lost", "rate_year"]).astype(float)


# What stays -------------------------------------------------------------------------------------------------------


def test_the_rates_by_hand():
    base = classes(("retained", 100, 150), ("retained", 100, 40), ("lost", 50, 0), ("new", 0, 70), ("lost", 150, -10))
    rates = retention.rates(base)
    assert rates.grr == pytest.approx((100 + 40 - 10) / 400)
    assert rates.nrr == pytest.approx((150 + 40 - 10) / 400)
    logo = wilson(2, 4)
    assert (rates.retention, rates.retention_low, rates.retention_high) == (0.5, logo.low, logo.high)
    assert rates.base_count == 4


@pytest.mark.parametrize("seed", range(20))
def test_grr_is_at_most_nrr_and_at_most_1(seed):
    """Also where customers bring back more than they buy."""
    before, now = np.random.default_rng(seed).normal(20, 50, (2, 30))
    rates = retention.rates(pd.DataFrame({"customer_class": "retained", "revenue_before": before, "revenue_now": now}))
    assert rates.grr <= rates.nrr and rates.grr <= 1


def test_nrr_is_the_bridge_without_those_won():
    rng = np.random.default_rng(1)
    days = pd.DataFrame({"customer_id": rng.integers(0, 90, 400).astype(str), "revenue": rng.uniform(1, 9, 400)})
    days["sold_date"] = np.datetime64("2025-01-01", "s") + rng.integers(0, 730, 400) * np.timedelta64(1, "D")
    dates = date(2026, 1, 1), date(2026, 12, 31), date(2025, 1, 1)
    found = customer_ledger.customer_classes(days.assign(purchase_revenue=days["revenue"]), *dates)
    parts = customer_ledger.ledger_of(found, *dates).revenue
    kept = parts["now"] - parts["new"] - parts["reactivated"]
    rates = retention.rates(found)
    assert rates.nrr == pytest.approx(kept / parts["before"])
    assert rates.grr == pytest.approx((parts["before"] - parts["lost"] - parts["contraction"]) / parts["before"])


def test_without_an_earlier_base_nothing_stays_or_goes():
    rates = retention.rates(classes(("new", 0, 70)))
    assert math.isnan(rates.grr) and math.isnan(rates.nrr) and math.isnan(rates.retention) and rates.base_count == 0


# What it costs ----------------------------------------------------------------------------------------------------


def test_a_year_of_spending_by_hand():
    found = told(spend())
    assert (found.acquire, found.retain, found.months_count) == (12_000.0, 1_800.0, 12)
    assert (found.cost_of_winning, found.cost_of_keeping) == (300.0, 6.0)
    assert (found.won_count, found.kept_count) == (40, 300)


def test_the_running_month_is_left_out_and_so_is_what_lies_before_the_period():
    longer = spend("2020-01", 96)
    longer["amount"] = longer["amount"].where(longer["month"].between("2025-08-01", "2026-07-01"), 1e9)
    assert told(longer) == told(spend())


def test_a_month_counts_from_its_last_day_on():
    months = spend("2026-06", 3).assign(amount=[1.0, 10.0, 100.0] * 2)
    assert told(months, as_of=date(2026, 8, 30), months=1).acquire == 10.0
    assert told(months, as_of=date(2026, 8, 31), months=1).acquire == 100.0


def test_fewer_known_months_are_scaled_up_and_counted():
    found = told(spend("2026-03", 5))
    assert (found.acquire, found.retain, found.months_count) == (pytest.approx(12_000), pytest.approx(1_800), 5)


def test_several_programmes_of_a_month_are_one_month():
    twice = pd.concat([spend(acquire=400.0), spend(acquire=600.0, retain=0.0)]).sample(frac=1, random_state=1)
    assert told(twice) == told(spend())


def test_without_spending_or_without_anybody_there_is_no_cost():
    assert told(spend().iloc[:0]) is None
    assert told(spend("2024-01", 6)) is None
    assert told(spend(), counts=COUNTS | {"new": 0}).cost_of_winning is None
    assert told(spend(retain=0.0)).cost_of_keeping is None


# What it would keep -----------------------------------------------------------------------------------------------


def test_the_retention_budget_by_hand():
    """Two customers are reached with 100 each: 0.5 of 1000 and 0.8 of 500, not 0.9 of 100."""
    budget = retention.retention_budget(at_risk((0.9, 100), (0.5, 1000), (0.8, 500)), costs(), low_share=0.1,
                                        high_share=0.3)  # fmt: skip
    spread = 1.2815515655446004 * math.sqrt(0.25 * 1000**2 + 0.16 * 500**2)
    assert (budget.budget, budget.reached_count, budget.expected_loss) == (200.0, 2, 900.0)
    assert (budget.loss_low, budget.loss_high) == (pytest.approx(900 - spread), pytest.approx(900 + spread))
    assert (budget.kept_low, budget.kept_high) == (pytest.approx(90 - 0.1 * spread), pytest.approx(270 + 0.3 * spread))
    assert (budget.customers_low, budget.customers_high) == (pytest.approx(0.13), pytest.approx(0.39))
    assert budget.break_even_share == pytest.approx(200 / 900)


def test_what_comes_of_it_lies_inside_the_80_percent_interval_as_often():
    rng = np.random.default_rng(5)
    customers = at_risk(*zip(rng.beta(2, 3, 400), rng.lognormal(7, 0.7, 400), strict=True))
    budget = retention.retention_budget(customers, costs(won_count=1000))
    lost = rng.random((4000, 400)) < customers["p_lost"].to_numpy()
    losses = lost @ customers["rate_year"].to_numpy()
    assert np.mean((losses >= budget.loss_low) & (losses <= budget.loss_high)) == pytest.approx(0.80, abs=0.03)


def test_fewer_at_risk_than_were_won_need_less_money():
    budget = retention.retention_budget(at_risk((0.5, 10), (0.2, 10)), costs(won_count=50))
    assert (budget.reached_count, budget.budget) == (2, 200.0)
    assert budget.loss_low == 0.0, "a loss is never negative"


def test_without_a_cost_or_anybody_at_risk_there_is_no_budget():
    assert retention.retention_budget(at_risk((0.5, 10)), costs(cost_of_winning=None)) is None
    assert retention.retention_budget(at_risk(), costs()) is None
    assert retention.retention_budget(at_risk((0.5, 0), (0.0, 10)), costs()) is None


def test_arguments_stay_as_they_were_and_the_order_of_rows_says_nothing():
    customers = at_risk((0.9, 100), (0.5, 1000), (0.8, 500))
    before = customers.copy(deep=True)
    shuffled = customers.sample(frac=1, random_state=3)
    assert retention.retention_budget(customers, costs()) == retention.retention_budget(shuffled, costs())
    assert_frame_equal(customers, before)
