"""Quarters of first purchase and who still buys; months of first purchase and who came again."""

from datetime import date, timedelta

import builders
import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.drivers.cohorts import RETURN_DAYS, SHOWN_QUARTERS, cohorts, newcomers

TABLE = """
customer_id | sold_date  | revenue | purchase_revenue
anna        | 2025-01-01 |  100.00 |  100.00
anna        | 2025-04-10 |   40.00 |   50.00
anna        | 2025-12-31 |   10.00 |   10.00
bert        | 2025-03-31 |   20.00 |   20.00
bert        | 2025-05-01 |  -20.00 |    0.00
cleo        | 2025-07-15 |    7.00 |    7.00
cleo        | 2025-10-13 |    8.00 |    8.00
dora        | 2025-12-01 |    1.00 |    1.00
early bird  | 2025-02-01 |   -5.00 |    0.00
early bird  | 2025-08-01 |    5.00 |    5.00
returner    | 2025-02-02 |   -9.00 |    0.00
"""


def table(text=TABLE):
    return builders.drawn(text).astype({"revenue": float, "purchase_revenue": float})


def drawn_days(seed=1, rows=3000):
    rng = np.random.default_rng(seed)
    revenue = np.round(rng.normal(20, 30, rows), 2)
    days = pd.DataFrame(
        {
            "customer_id": rng.integers(0, 300, rows).astype(str),
            "sold_date": np.datetime64("2024-01-01", "s") + rng.integers(0, 900, rows) * np.timedelta64(1, "D"),
            "revenue": revenue,
            "purchase_revenue": np.maximum(revenue, 0),
        }
    )
    return days.drop_duplicates(["customer_id", "sold_date"], ignore_index=True)


def cells(days, as_of):
    return [
        (f"{each.cohort_date:%Y-%m}", each.quarters, each.customers_count, each.active_count, each.revenue)
        for each in cohorts(days, as_of)
    ]


def months(days, as_of):
    return {f"{each.month:%Y-%m}": (each.customers_count, each.returned_count) for each in newcomers(days, as_of)}


def test_the_cohorts_by_hand():
    """Early bird's return of February comes before any purchase and belongs to no quarter since."""
    assert cells(table(), date(2025, 12, 31)) == [
        ("2025-01", 0, 2, 2, 120.0),
        ("2025-01", 1, 2, 1, 20.0),  # bert brought something back: not active, but his money counts
        ("2025-01", 2, 2, 0, 0.0),
        ("2025-01", 3, 2, 1, 10.0),
        ("2025-07", 0, 2, 2, 12.0),
        ("2025-07", 1, 2, 1, 8.0),
        ("2025-10", 0, 1, 1, 1.0),
    ]


def test_a_quarter_counts_only_when_it_is_complete():
    days = table()
    assert cells(days, date(2025, 12, 30)) == cells(days, date(2025, 9, 30))
    assert cells(days, date(2025, 3, 30)) == []


def test_in_the_first_quarter_everybody_is_active_and_later_at_most_they():
    found = cohorts(drawn_days(), date(2026, 5, 31))
    assert all(each.active_count == each.customers_count for each in found if each.quarters == 0)
    assert all(0 <= each.active_count <= each.customers_count for each in found)


def test_the_customers_and_the_money_of_all_cohorts_are_those_of_the_base():
    days = drawn_days()
    found = cohorts(days, date(2026, 3, 31))
    seen = days[days["sold_date"] <= "2026-03-31"]
    first = seen[seen["purchase_revenue"] > 0].groupby("customer_id")["sold_date"].min().dt.to_period("Q")
    born = seen["customer_id"].map(first)
    since = seen[born.notna() & (seen["sold_date"].dt.to_period("Q") >= born)]
    assert sum(each.customers_count for each in found if each.quarters == 0) == len(first)
    assert sum(each.revenue for each in found) == pytest.approx(since["revenue"].sum())


def test_only_the_newest_cohorts_are_shown_each_from_its_first_quarter_on():
    quarters = pd.date_range("2020-01-15", periods=20, freq="QS") + pd.Timedelta(days=3)
    days = pd.DataFrame({"customer_id": [f"C{n}" for n in range(20)], "sold_date": quarters, "purchase_revenue": 1.0})
    running = pd.DataFrame({"customer_id": "late", "sold_date": pd.to_datetime(["2025-02-01", "2025-04-20"])})
    days = pd.concat([days, running.assign(purchase_revenue=[0.0, 1.0])])
    found = cohorts(days.assign(revenue=1.0), date(2025, 5, 15))
    ages = {}
    for each in found:
        ages.setdefault(each.cohort_date, []).append(each.quarters)
    assert list(ages) == list(pd.date_range("2022-04-01", periods=SHOWN_QUARTERS, freq="QS").date)
    assert list(ages.values()) == [list(range(SHOWN_QUARTERS - place)) for place in range(SHOWN_QUARTERS)]


def test_the_newcomers_by_hand():
    """Anna came again after 99 days, bert never, cleo on the last of the 90 days; dora's 90 days are not over."""
    assert months(table(), date(2025, 12, 31)) == {"2025-01": (1, 0), "2025-03": (1, 0), "2025-07": (1, 1),
                                                   "2025-08": (1, 0)}  # fmt: skip


def test_a_month_is_counted_when_its_last_newcomer_has_had_the_time():
    last_day = date(2025, 7, 31) + timedelta(days=RETURN_DAYS)
    assert "2025-07" not in months(table(), last_day - timedelta(days=1))
    assert months(table(), last_day)["2025-07"] == (1, 1)


@pytest.mark.parametrize("asked", [cohorts, newcomers])
def test_the_future_is_invisible_and_the_order_of_rows_too(asked):
    days, as_of = drawn_days(), date(2025, 9, 30)
    before = days.copy(deep=True)
    seen = days[days["sold_date"] <= pd.Timestamp(as_of)].sample(frac=1, random_state=2)
    assert asked(days, as_of) == asked(seen, as_of) != ()
    assert_frame_equal(days, before)


@pytest.mark.parametrize("asked", [cohorts, newcomers])
def test_who_never_bought_is_in_no_cohort(asked):
    days = table()
    assert asked(days.iloc[:0], date(2026, 12, 31)) == ()
    assert asked(days[days["customer_id"] == "returner"], date(2026, 12, 31)) == ()
    nameless = days.assign(customer_id=None)
    assert asked(nameless, date(2026, 12, 31)) == ()
