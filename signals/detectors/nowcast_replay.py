"""What would have been said of the company's quarters on past days, and how far was it off?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.detectors.nowcast import nowcast_quarter
from signals.model import NowcastError, ProductsError, QuarterSaid
from signals.periods import CALENDAR_YEAR, FiscalCalendar, Quarter, is_known, quarter_after, quarter_of, year_before
from signals.stats.forecast import LONG_DAYS

STEP_DAYS = 7
PRODUCTS_DAYS = (28, 56)  # of the quarter, on which all products are nowcast again
MOST_QUARTERS = 8  # of which they are: it takes a second each with thousands of products
FEWEST_LINES_A_DAY = 0.3  # in the 112 days before: products that sell less say more of luck than of a method
RECENT_DAYS = 112
BOUNDS = ("low80", "high80", "low95", "high95")


def said_in(
    sales: pd.DataFrame, quarter: Quarter, days: Sequence[date], calendar: FiscalCalendar, *, through: date
) -> Iterator[QuarterSaid]:
    """What would have been said of the company on each of the days, and what the quarter became if it is over.

    `sales` needs sold_date and revenue; each day knows only those up to it, while `through` may be later.
    """
    whole = _by_day(sales)
    earliest = whole["sold_date"].min().date()
    became = _sum(whole, quarter) if quarter.last_date <= through else None
    before = year_before(quarter, calendar)
    last_year = _sum(whole, before) if is_known(before, earliest) else None
    for day in (day for day in days if day >= earliest):
        row = nowcast_quarter(whole, day, calendar=calendar).iloc[0]
        passed = (day - quarter.first_date).days + 1
        bounds = {name: None if pd.isna(row[name]) else float(row[name]) for name in BOUNDS}
        yield QuarterSaid(
            quarter=quarter.name,
            last_date=quarter.last_date,
            said_date=day,
            day_in_quarter=passed,
            estimate=float(row["estimate"]),
            run_rate=float(row["actual_to_date"]) / passed * quarter.days,
            last_year=last_year,
            became=became,
            is_replayed=True,
            **bounds,
        )


def weekly_days(quarter: Quarter, *, before: date) -> list[date]:
    """The last day of each week of the quarter, up to the one before a day."""
    ends = (quarter.first_date + timedelta(days=number) for number in range(STEP_DAYS - 1, quarter.days, STEP_DAYS))
    return [day for day in ends if day < min(before, quarter.last_date)]


def past_quarters(
    sales: pd.DataFrame, first: date, last: date, calendar: FiscalCalendar = CALENDAR_YEAR
) -> tuple[QuarterSaid, ...]:
    """Each week of the quarters that lie wholly in the sales up to `last`.

    Each day is one from `first` on and has at least twelve weeks of sales behind it.
    """
    if sales.empty:
        return ()
    whole = _by_day(sales)
    earliest = max(whole["sold_date"].min().date() + timedelta(days=LONG_DAYS), first)
    return tuple(
        said
        for quarter in _whole_quarters(whole, last, calendar)
        if _sum(whole, quarter) > 0
        for said in said_in(
            whole,
            quarter,
            [day for day in weekly_days(quarter, before=quarter.last_date) if day >= earliest],
            calendar,
            through=last,
        )
    )


def errors(past: Sequence[QuarterSaid]) -> tuple[NowcastError, ...]:
    """How far what was said of the company was off, by day of the quarter, beside two simple answers."""
    weeks = [-(-each.day_in_quarter // STEP_DAYS) for each in past]  # what was said on day 26 is of day 28's week
    return tuple(
        _error(week * STEP_DAYS, [each for each, own in zip(past, weeks, strict=True) if own == week])
        for week in sorted(set(weeks))
    )


def products_errors(
    sales: pd.DataFrame, first: date, last: date, calendar: FiscalCalendar = CALENDAR_YEAR
) -> tuple[ProductsError, ...]:
    """The same of the products that sell at least every third day: error as a share of revenue (WAPE), by quarter."""
    if sales.empty:
        return ()
    earliest = max(sales["sold_date"].min().date() + timedelta(days=RECENT_DAYS), first)
    quarters = list(_whole_quarters(sales, last, calendar))[-MOST_QUARTERS:]
    told = (
        _products_error(sales, quarter, quarter.first_date + timedelta(days=day - 1), calendar)
        for quarter in quarters
        for day in PRODUCTS_DAYS
        if quarter.first_date + timedelta(days=day - 1) >= earliest
    )
    return tuple(each for each in told if each)


def _products_error(sales: pd.DataFrame, quarter: Quarter, day: date, calendar: FiscalCalendar) -> ProductsError | None:
    sold = sales["sold_date"]
    recent = sales.loc[sold.between(pd.Timestamp(day - timedelta(days=RECENT_DAYS - 1)), pd.Timestamp(day))]
    lines = recent["product_id"].value_counts()
    judged = lines.index[lines >= FEWEST_LINES_A_DAY * RECENT_DAYS]
    told = nowcast_quarter(sales[sold <= pd.Timestamp(day)], day, calendar=calendar).set_index("product_id").loc[judged]
    became = _by_product(sales, quarter).reindex(judged, fill_value=0.0)
    whole = became.clip(lower=0).sum()
    if not whole > 0:
        return None
    passed = (day - quarter.first_date).days + 1
    before = _by_product(sales, year_before(quarter, calendar)).reindex(judged, fill_value=0.0)
    return ProductsError(
        quarter=quarter.name,
        day_in_quarter=passed,
        products=len(judged),
        error=_off(told["estimate"], became, whole),
        run_rate_error=_off(told["actual_to_date"] / passed * quarter.days, became, whole),
        last_year_error=_off(before, became, whole) if before.any() else None,
        coverage80=_coverage(told, became, "low80", "high80"),
        coverage95=_coverage(told, became, "low95", "high95"),
    )


def _whole_quarters(sales: pd.DataFrame, last: date, calendar: FiscalCalendar) -> Iterator[Quarter]:
    earliest = sales["sold_date"].min().date()
    quarter = quarter_of(earliest, calendar)
    while quarter.last_date <= last:
        if quarter.first_date >= earliest:
            yield quarter
        quarter = quarter_after(quarter, calendar)


def _by_day(sales: pd.DataFrame) -> pd.DataFrame:
    return sales.groupby("sold_date", as_index=False)["revenue"].sum().assign(product_id="all")


def _sum(sales: pd.DataFrame, quarter: Quarter) -> float:
    return float(sales.loc[_within(sales, quarter), "revenue"].sum())


def _by_product(sales: pd.DataFrame, quarter: Quarter) -> pd.Series:
    return sales[_within(sales, quarter)].groupby("product_id")["revenue"].sum()


def _within(sales: pd.DataFrame, quarter: Quarter) -> pd.Series:
    return sales["sold_date"].between(pd.Timestamp(quarter.first_date), pd.Timestamp(quarter.last_date))


def _off(told: pd.Series, became: pd.Series, whole: float) -> float:
    return float((told - became).abs().sum() / whole)


def _coverage(told: pd.DataFrame, became: pd.Series, low: str, high: str) -> float | None:
    known = told[low].notna()
    return float(became[known].between(told.loc[known, low], told.loc[known, high]).mean()) if known.any() else None


def _error(day: int, said: list[QuarterSaid]) -> NowcastError:
    return NowcastError(
        day_in_quarter=day,
        error=_mean([abs(each.estimate / each.became - 1) for each in said]),
        n=len(said),
        coverage80=_mean([each.is_inside80 for each in said if each.is_inside80 is not None]),
        coverage95=_mean([each.is_inside95 for each in said if each.is_inside95 is not None]),
        run_rate_error=_mean([abs(each.run_rate / each.became - 1) for each in said]),
        last_year_error=_mean([abs(each.last_year / each.became - 1) for each in said if each.last_year is not None]),
        ranges=sum(each.is_inside80 is not None for each in said),
    )


def _mean(values: list[float]) -> float | None:
    return float(np.mean(values)) if values else None
