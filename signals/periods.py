"""Which quarter does a day belong to, and up to which day is the sales data complete?"""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

MONTHS_A_QUARTER = 3
WEEKS_A_YEAR = 52
CLOSED_DAYS = 3  # in a row, at most, that a quarter may begin with
YEAR_DAYS = 364  # 52 weeks
DAYS_A_QUARTER = 91.25  # on average
COMPLETE_SHARE = 0.5  # of the usual lines of the weekday: half a day is told from a slow one
USUAL_WEEKS = 8
MIN_WEEKS = 3  # with fewer nothing is usual yet
MAX_DAYS_BACK = 7  # a week below half is a new level, not a late file


@dataclass(frozen=True)
class Quarter:
    """A quarter of a fiscal year, both ends inclusive."""

    name: str  # 2026-Q4; where the fiscal year does not start in January: 2026/27-Q4
    first_date: date
    last_date: date
    code: str  # as a list of targets may call it: 2026-Q4, the year being the one that the fiscal year is named after

    @property
    def days(self) -> int:
        return (self.last_date - self.first_date).days + 1


@dataclass(frozen=True)
class FiscalCalendar:
    """How a company cuts its years into quarters: by months, or by weeks (4-4-5, 4-5-4 and 5-4-4 all have 13)."""

    start_month: int = 1
    quarter_weeks: tuple[int, ...] = ()  # of the four quarters; a 53rd week belongs to the last. Empty: three months
    week_start: int = 0  # the weekday on which weeks, and so years of weeks, begin; Monday is 0
    starts_nearest: bool = True  # on that weekday nearest to the month's first day; else on the last one up to it
    named_after_end: bool = False  # 2026 is the year that ends, not the one that starts, in 2026

    def __post_init__(self):
        assert 1 <= self.start_month <= 12, self.start_month
        assert 0 <= self.week_start <= 6, self.week_start
        assert not self.quarter_weeks or sum(self.quarter_weeks) == WEEKS_A_YEAR, self.quarter_weeks

    def starts_of(self, year: int) -> list[date]:
        """First days of the four quarters of the fiscal year that starts in `year`, and of the next year."""
        if not self.quarter_weeks:
            first = year * 12 + self.start_month - 1
            return [_first_of_month(first + MONTHS_A_QUARTER * number) for number in range(5)]
        first = self._first_week(year)
        weeks = [sum(self.quarter_weeks[:number]) for number in range(4)]
        return [*(first + timedelta(weeks=number) for number in weeks), self._first_week(year + 1)]

    def _first_week(self, year: int) -> date:
        month = date(year, self.start_month, 1)
        after = (month.weekday() - self.week_start) % 7
        is_next_nearer = self.starts_nearest and after > 3
        return month + timedelta(days=7 * is_next_nearer - after)


CALENDAR_YEAR = FiscalCalendar()


def quarter_of(day: date, calendar: FiscalCalendar = CALENDAR_YEAR) -> Quarter:
    """The fiscal quarter that holds `day`."""
    year = next(year for year in (day.year + 1, day.year, day.year - 1) if calendar.starts_of(year)[0] <= day)
    starts = calendar.starts_of(year)
    number = max(number for number in range(4) if starts[number] <= day)
    is_calendar_year = calendar.start_month == 1
    code = year + (calendar.named_after_end and not is_calendar_year)
    return Quarter(
        name=f"{year if is_calendar_year else f'{year}/{(year + 1) % 100:02}'}-Q{number + 1}",
        first_date=starts[number],
        last_date=starts[number + 1] - timedelta(days=1),
        code=f"{code}-Q{number + 1}",
    )


def year_before(quarter: Quarter, calendar: FiscalCalendar = CALENDAR_YEAR) -> Quarter:
    """The same quarter of the fiscal year before."""
    middle = quarter.first_date + timedelta(days=quarter.days // 2)
    return quarter_of(middle - timedelta(days=YEAR_DAYS), calendar)


def is_known(quarter: Quarter, first_sale_date: date) -> bool:
    """Whether a history from that sale on holds the whole quarter; a holiday and a weekend may come before it."""
    return first_sale_date <= quarter.first_date + timedelta(days=CLOSED_DAYS)


def quarter_after(quarter: Quarter, calendar: FiscalCalendar = CALENDAR_YEAR) -> Quarter:
    return quarter_of(quarter.last_date + timedelta(days=1), calendar)


def last_complete_day(day_counts: pd.Series | pd.DataFrame) -> date:
    """The last day that the sales data covers, from order lines a day; `as_of` unless a reader chooses another.

    The index holds days; a frame has a column per region, which are added up: one late region is said, it does not
    hold the others back. A day is complete when it has at least half the median of the same weekday in the 8 weeks
    before (weeks without lines left out). Otherwise the days before it are tried, a week back at most; when none is
    complete, the last day stands. So it does with less than 3 weeks of data.
    """
    lines = _lines_by_day(day_counts)
    last = lines.index[-1]
    if (last - lines.index[0]).days < 7 * MIN_WEEKS:
        return last
    tried = lines.index[lines.index >= last - timedelta(days=MAX_DAYS_BACK)]
    return next((day for day in reversed(tried) if _is_complete(lines, day)), last)


def _lines_by_day(day_counts: pd.Series | pd.DataFrame) -> pd.Series:
    totals = day_counts.sum(axis=1) if isinstance(day_counts, pd.DataFrame) else day_counts
    totals = totals.set_axis(pd.to_datetime(totals.index).date).groupby(level=0).sum()
    totals = totals[totals > 0]
    assert len(totals), "no day with an order line"
    return totals


def _is_complete(lines: pd.Series, day: date) -> bool:
    before = [day - timedelta(weeks=week) for week in range(1, USUAL_WEEKS + 1)]
    usual = lines[lines.index.isin(before)].median()
    return bool(pd.isna(usual) or lines[day] >= COMPLETE_SHARE * usual)


def _first_of_month(months: int) -> date:
    """`months` counts from January of year 0."""
    return date(months // 12, months % 12 + 1, 1)
