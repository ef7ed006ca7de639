"""Which quarter does a day belong to, and up to which day is the sales data complete?"""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

MONTHS_A_QUARTER = 3
DAYS_A_QUARTER = 91.25  # on average
COMPLETE_SHARE = 0.5  # of the usual lines of the weekday: half a day is told from a slow one
USUAL_WEEKS = 8
MIN_WEEKS = 3  # with fewer nothing is usual yet
MAX_DAYS_BACK = 7  # a week below half is a new level, not a late file


@dataclass(frozen=True)
class Quarter:
    """Three months in a row, both ends inclusive."""

    name: str  # 2026-Q4; where the fiscal year does not start in January: 2026/27-Q4
    first_date: date
    last_date: date


def quarter_of(day: date, fiscal_year_start_month: int = 1) -> Quarter:
    """The fiscal quarter that holds `day`."""
    assert 1 <= fiscal_year_start_month <= 12, fiscal_year_start_month
    months = day.year * 12 + day.month - fiscal_year_start_month
    year, month_of_year = divmod(months, 12)
    number = month_of_year // MONTHS_A_QUARTER
    start = months - month_of_year % MONTHS_A_QUARTER + fiscal_year_start_month - 1
    last_date = _first_of_month(start + MONTHS_A_QUARTER) - timedelta(days=1)
    return Quarter(f"{_year_name(year, fiscal_year_start_month)}-Q{number + 1}", _first_of_month(start), last_date)


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


def _year_name(year: int, start_month: int) -> str:
    return f"{year}" if start_month == 1 else f"{year}/{(year + 1) % 100:02}"
