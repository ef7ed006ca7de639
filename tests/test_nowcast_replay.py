"""Is what would have been said of past quarters what was known then, and is it scored against what they became?"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals.detectors import nowcast_replay
from signals.detectors.nowcast import nowcast_quarter
from signals.periods import CALENDAR_YEAR, FiscalCalendar, quarter_of
from signals.stats.simulate import simulated_sales

FIRST, LAST = date(2024, 1, 1), date(2025, 11, 15)


@pytest.fixture(scope="module")
def sales():
    days = (LAST - FIRST).days + 1
    return simulated_sales(
        np.random.default_rng(11), first_date=FIRST.isoformat(), days=days, lines_per_day=np.full(6, 4.0)
    )


def flat(first="2025-02-01", last="2025-11-15", revenue=100.0):
    return pd.DataFrame({"sold_date": pd.date_range(first, last), "product_id": "a", "revenue": revenue})


def sold_in(sales, first, last):
    return sales.loc[sales["sold_date"].between(first, last), "revenue"].sum()


def test_a_replayed_nowcast_is_the_one_that_was_made_then(sales):
    past = {each.said_date: each for each in nowcast_replay.past_quarters(sales, date(2025, 4, 1), LAST)}
    assert {each.quarter for each in past.values()} == {"2025-Q2", "2025-Q3"}
    day = date(2025, 7, 28)
    then = nowcast_quarter(sales[sales["sold_date"] <= pd.Timestamp(day)], day).iloc[0]
    said = past[day]
    assert (said.day_in_quarter, said.is_replayed) == (28, True)
    assert [said.estimate, said.low80, said.high95] == pytest.approx([then["estimate"], then["low80"], then["high95"]])
    assert said.became == pytest.approx(sold_in(sales, "2025-07-01", "2025-09-30"))
    assert said.last_year == pytest.approx(sold_in(sales, "2024-07-01", "2024-09-30"))
    assert said.run_rate == pytest.approx(sold_in(sales, "2025-07-01", "2025-07-28") / 28 * 92)


def test_errors_are_means_over_the_quarters_by_day(sales):
    past = nowcast_replay.past_quarters(sales, date(2025, 4, 1), LAST)
    error = {each.day_in_quarter: each for each in nowcast_replay.errors(past)}[28]
    own = [each for each in past if each.day_in_quarter == 28]
    assert error.n == len(own) == 2
    assert error.error == pytest.approx(np.mean([abs(each.estimate / each.became - 1) for each in own]))
    assert error.run_rate_error == pytest.approx(np.mean([abs(each.run_rate / each.became - 1) for each in own]))
    assert error.last_year_error == pytest.approx(np.mean([abs(each.last_year / each.became - 1) for each in own]))
    assert error.coverage80 == np.mean([each.low80 <= each.became <= each.high80 for each in own])


def test_only_quarters_that_are_over_and_twelve_weeks_of_sales_are_scored():
    past = nowcast_replay.past_quarters(flat(), date(2025, 2, 1), date(2025, 11, 15))
    by_day = {each.day_in_quarter: each.n for each in nowcast_replay.errors(past)}
    assert by_day[21] == 1 and by_day[28] == 2  # 26 April is twelve weeks after the first sale
    assert max(each.error for each in nowcast_replay.errors(past)) < 1e-9


def test_a_quarter_without_last_year_or_without_a_range_says_none():
    said = nowcast_replay.past_quarters(flat(), date(2025, 2, 1), date(2025, 11, 15))[0]
    assert (said.last_year, said.low80, said.is_inside80) == (None, None, None)
    assert nowcast_replay.errors([said])[0].last_year_error is None
    assert nowcast_replay.past_quarters(flat().iloc[:0], FIRST, LAST) == ()


@pytest.mark.parametrize(
    "calendar", [FiscalCalendar(2), FiscalCalendar(4), FiscalCalendar(7), FiscalCalendar(2, (13,) * 4)]
)
def test_a_fiscal_quarter_is_scored_by_its_own_days(sales, calendar):
    past = nowcast_replay.past_quarters(sales, FIRST, LAST, calendar)
    assert past
    for said in past:
        quarter = quarter_of(said.said_date, calendar)
        assert said.quarter == quarter.name
        assert said.became == pytest.approx(sold_in(sales, str(quarter.first_date), str(quarter.last_date)))


def test_the_running_quarter_has_become_nothing_yet(sales):
    quarter = quarter_of(LAST)
    days = nowcast_replay.weekly_days(quarter, before=LAST)
    assert days == [quarter.first_date + timedelta(days=6 + 7 * week) for week in range(6)]
    said = list(nowcast_replay.said_in(sales, quarter, days, CALENDAR_YEAR, through=LAST))
    assert [each.became for each in said] == [None] * 6
    assert [each.is_inside80 for each in said] == [None] * 6


def test_days_before_the_first_sale_are_left_out():
    quarter = quarter_of(date(2025, 11, 15))
    young = flat(first="2025-10-20")
    days = nowcast_replay.weekly_days(quarter, before=date(2025, 11, 15))
    said = nowcast_replay.said_in(young, quarter, days, CALENDAR_YEAR, through=date(2025, 11, 15))
    assert [each.said_date for each in said] == [day for day in days if day >= date(2025, 10, 20)]


def test_what_was_said_within_a_week_is_scored_with_the_week():
    said = nowcast_replay.past_quarters(flat(), date(2025, 2, 1), date(2025, 11, 15))
    moved = [replace(each, day_in_quarter=26) if each.day_in_quarter == 28 else each for each in said]
    assert nowcast_replay.errors(moved) == nowcast_replay.errors(said)


def test_last_year_is_compared_only_where_it_is_known_from_its_beginning():
    for first, is_told in (("2024-07-04", True), ("2024-07-05", False)):
        said = nowcast_replay.past_quarters(flat(first=first), date(2025, 7, 1), date(2025, 11, 15))
        assert (said[0].last_year is not None) == is_told


def test_the_last_day_of_a_quarter_is_no_forecast():
    quarter = quarter_of(date(2025, 9, 1), FiscalCalendar(2, (13,) * 4))
    days = nowcast_replay.weekly_days(quarter, before=quarter.last_date + timedelta(days=30))
    assert max(days) == quarter.last_date - timedelta(days=7)


def test_products_are_scored_by_their_summed_misses(sales):
    told = nowcast_replay.products_errors(sales, FIRST, LAST)
    assert [(each.quarter, each.day_in_quarter) for each in told][-2:] == [("2025-Q3", 28), ("2025-Q3", 56)]
    early = told[-2]
    then = nowcast_quarter(sales[sales["sold_date"] <= "2025-07-28"], "2025-07-28").iloc[1:].set_index("product_id")
    came = sales[sales["sold_date"].between("2025-07-01", "2025-09-30")].groupby("product_id")["revenue"].sum()
    assert early.products == 6
    assert early.error == pytest.approx((then["estimate"] - came).abs().sum() / came.sum())
    assert early.coverage80 == pytest.approx(came.between(then["low80"], then["high80"]).mean())
    assert told[-1].error < early.error


def test_products_that_sell_less_than_every_third_day_are_left_out(sales):
    rare = sales.iloc[:1].assign(product_id="rare", revenue=1e6, sold_date=pd.Timestamp("2025-07-10"))
    with_rare = nowcast_replay.products_errors(pd.concat([sales, rare]), date(2025, 7, 1), LAST)
    assert [each.products for each in with_rare] == [6, 6]
