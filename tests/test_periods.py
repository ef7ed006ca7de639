"""Are quarters cut where the company cuts them, and is a half-received day told from a whole one?"""

from datetime import date, timedelta

import pandas as pd
import pytest

from signals.periods import Quarter, last_complete_day, quarter_of

FRIDAY = date(2026, 11, 20)


def lines_a_day(last=FRIDAY, days=70, weekdays=(100, 100, 100, 100, 100, 30, 0)):
    every = [last - timedelta(days=back) for back in range(days)][::-1]
    return pd.Series([weekdays[day.weekday()] for day in every], index=every)


@pytest.mark.parametrize(
    ("day", "start_month", "quarter"),
    [
        (date(2026, 11, 22), 1, Quarter("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))),
        (date(2024, 2, 29), 1, Quarter("2024-Q1", date(2024, 1, 1), date(2024, 3, 31))),
        (date(2026, 1, 31), 2, Quarter("2025/26-Q4", date(2025, 11, 1), date(2026, 1, 31))),
        (date(2026, 2, 1), 2, Quarter("2026/27-Q1", date(2026, 2, 1), date(2026, 4, 30))),
        (date(2026, 3, 31), 4, Quarter("2025/26-Q4", date(2026, 1, 1), date(2026, 3, 31))),
        (date(2099, 12, 31), 7, Quarter("2099/00-Q2", date(2099, 10, 1), date(2099, 12, 31))),
        (date(2024, 2, 29), 12, Quarter("2023/24-Q1", date(2023, 12, 1), date(2024, 2, 29))),
    ],
)
def test_a_quarter_is_three_months_of_the_fiscal_year(day, start_month, quarter):
    assert quarter_of(day, start_month) == quarter


@pytest.mark.parametrize("start_month", range(1, 13))
def test_quarters_follow_each_other_without_gap_or_overlap(start_month):
    day = date(2023, 1, 1)
    for _ in range(12):
        quarter = quarter_of(day, start_month)
        assert quarter.first_date <= day <= quarter.last_date
        assert quarter_of(quarter.first_date, start_month) == quarter == quarter_of(quarter.last_date, start_month)
        day = quarter.last_date + timedelta(days=1)


def test_a_usual_last_day_is_complete():
    assert last_complete_day(lines_a_day()) == FRIDAY


@pytest.mark.parametrize(("lines", "last"), [(50, FRIDAY), (49, FRIDAY - timedelta(days=1))])
def test_half_the_usual_lines_are_the_edge(lines, last):
    counts = lines_a_day()
    counts[FRIDAY] = lines
    assert last_complete_day(counts) == last


def test_a_quiet_weekday_is_held_against_its_own_kind():
    assert last_complete_day(lines_a_day(last=FRIDAY + timedelta(days=1))) == FRIDAY + timedelta(days=1)


def test_days_without_sales_are_skipped():
    sunday = FRIDAY + timedelta(days=2)
    assert last_complete_day(lines_a_day(last=sunday)) == FRIDAY + timedelta(days=1)
    counts = lines_a_day(last=sunday + timedelta(days=1))
    counts.iloc[-1] = 3
    assert last_complete_day(counts) == FRIDAY + timedelta(days=1)


def test_closed_weeks_do_not_lower_what_is_usual():
    counts = lines_a_day()
    counts[[FRIDAY - timedelta(weeks=week) for week in (1, 2, 3, 4, 5)]] = 0
    counts[FRIDAY] = 20
    assert last_complete_day(counts) == FRIDAY - timedelta(days=1)


def test_more_than_a_week_below_half_is_a_new_level():
    counts = lines_a_day()
    counts.iloc[-9:] = counts.iloc[-9:] // 3
    assert last_complete_day(counts) == FRIDAY


def test_under_three_weeks_the_last_day_stands():
    counts = lines_a_day(days=21)
    counts[FRIDAY] = 1
    assert last_complete_day(counts) == FRIDAY
    longer = lines_a_day(days=22)
    longer[FRIDAY] = 1
    assert last_complete_day(longer) == FRIDAY - timedelta(days=1)


def test_regions_are_added_up():
    counts = pd.DataFrame({"North": lines_a_day(), "South": lines_a_day(), "West": lines_a_day()})
    counts.loc[FRIDAY, "North"] = None
    assert last_complete_day(counts) == FRIDAY
    counts.loc[FRIDAY, "South"] = None
    assert last_complete_day(counts) == FRIDAY - timedelta(days=1)


def test_days_may_be_timestamps_and_come_in_any_order():
    counts = lines_a_day()
    counts[FRIDAY] = 10
    shuffled = counts.set_axis(pd.to_datetime(counts.index)).sample(frac=1, random_state=1)
    assert last_complete_day(shuffled) == FRIDAY - timedelta(days=1)
