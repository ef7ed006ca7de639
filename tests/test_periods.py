"""Are quarters cut where the company cuts them, and is a half-received day told from a whole one?"""

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from signals.periods import FiscalCalendar, Quarter, last_complete_day, quarter_after, quarter_of, year_before

FRIDAY = date(2026, 11, 20)


def lines_a_day(last=FRIDAY, days=70, weekdays=(100, 100, 100, 100, 100, 30, 0)):
    every = [last - timedelta(days=back) for back in range(days)][::-1]
    return pd.Series([weekdays[day.weekday()] for day in every], index=every)


@pytest.mark.parametrize(
    ("day", "start_month", "quarter"),
    [
        (date(2026, 11, 22), 1, Quarter("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "2026-Q4")),
        (date(2024, 2, 29), 1, Quarter("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "2024-Q1")),
        (date(2026, 1, 31), 2, Quarter("2025/26-Q4", date(2025, 11, 1), date(2026, 1, 31), "2025-Q4")),
        (date(2026, 2, 1), 2, Quarter("2026/27-Q1", date(2026, 2, 1), date(2026, 4, 30), "2026-Q1")),
        (date(2026, 3, 31), 4, Quarter("2025/26-Q4", date(2026, 1, 1), date(2026, 3, 31), "2025-Q4")),
        (date(2099, 12, 31), 7, Quarter("2099/00-Q2", date(2099, 10, 1), date(2099, 12, 31), "2099-Q2")),
        (date(2024, 2, 29), 12, Quarter("2023/24-Q1", date(2023, 12, 1), date(2024, 2, 29), "2023-Q1")),
    ],
)
def test_a_quarter_is_three_months_of_the_fiscal_year(day, start_month, quarter):
    assert quarter_of(day, FiscalCalendar(start_month)) == quarter


RETAIL = FiscalCalendar(2, (13, 13, 13, 13), week_start=6)  # 4-5-4 of the National Retail Federation: Sundays
CALENDARS = [FiscalCalendar(month) for month in range(1, 13)] + [
    RETAIL,
    FiscalCalendar(1, (16, 12, 12, 12), week_start=0),
    FiscalCalendar(7, (12, 12, 12, 16), week_start=5, starts_nearest=False, named_after_end=True),
]


@pytest.mark.parametrize("calendar", CALENDARS, ids=str)
def test_quarters_follow_each_other_without_gap_or_overlap(calendar):
    day = date(2019, 12, 20)
    seen = []
    while day < date(2033, 1, 1):
        quarter = quarter_of(day, calendar)
        assert quarter.first_date <= day <= quarter.last_date
        assert quarter_of(quarter.first_date, calendar) == quarter == quarter_of(quarter.last_date, calendar)
        assert quarter_after(quarter, calendar).first_date == quarter.last_date + timedelta(days=1)
        seen.append(quarter)
        day = quarter.last_date + timedelta(days=1)
    assert len({quarter.name for quarter in seen}) == len(seen)
    assert all(year_before(later, calendar) == earlier for earlier, later in zip(seen, seen[4:], strict=False))


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [  # published retail calendars: 2023 had 53 weeks
        (2022, date(2022, 1, 30), date(2023, 1, 28)),
        (2023, date(2023, 1, 29), date(2024, 2, 3)),
        (2024, date(2024, 2, 4), date(2025, 2, 1)),
        (2025, date(2025, 2, 2), date(2026, 1, 31)),
    ],
)
def test_a_retail_year_of_weeks_is_that_of_the_published_calendar(year, first, last):
    starts = RETAIL.starts_of(year)
    assert (starts[0], starts[4] - timedelta(days=1)) == (first, last)
    weeks = [(later - earlier).days // 7 for earlier, later in pairwise(starts)]
    assert weeks == [13, 13, 13, 14 if year == 2023 else 13]


def test_a_year_of_weeks_may_start_on_the_last_such_day_up_to_the_month():
    """Apple's fiscal 2022 began on Sunday 26 September 2021, the day after the last Saturday of the month."""
    apple = FiscalCalendar(10, (13, 13, 13, 13), week_start=6, starts_nearest=False, named_after_end=True)
    quarter = quarter_of(date(2021, 12, 25), apple)
    assert quarter == Quarter("2021/22-Q1", date(2021, 9, 26), date(2021, 12, 25), "2022-Q1")


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
