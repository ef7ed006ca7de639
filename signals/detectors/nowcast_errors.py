"""How far did the company's nowcasts miss what its past quarters became?"""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd

from signals.detectors.nowcast import nowcast_quarter
from signals.model import NowcastError
from signals.periods import Quarter, quarter_of
from signals.stats.forecast import LONG_DAYS

STEP_DAYS = 7
INTERVALS = {"coverage80": ("low80", "high80"), "coverage95": ("low95", "high95")}


def nowcast_errors(
    sales: pd.DataFrame, first: date, last: date, fiscal_year_start_month: int = 1
) -> tuple[NowcastError, ...]:
    """By day of the quarter, each week: over the quarters that lie wholly in the sales up to `last`.

    Each is of a day from `first` on, has at least twelve weeks of sales behind it, and knows only those up to its day.
    """
    if sales.empty:
        return ()
    whole = sales.groupby("sold_date", as_index=False)["revenue"].sum().assign(product_id="all")
    rows = [row for quarter in _quarters(whole, last, fiscal_year_start_month)
            for row in _misses(whole, quarter, first, fiscal_year_start_month)]  # fmt: skip
    if not rows:
        return ()
    table = pd.DataFrame(rows)
    return tuple(_error(int(day), group) for day, group in table.groupby("day_in_quarter"))


def _quarters(whole: pd.DataFrame, last: date, start_month: int) -> Iterator[Quarter]:
    earliest = whole["sold_date"].min().date()
    quarter = quarter_of(earliest, start_month)
    while quarter.last_date <= last:
        if quarter.first_date >= earliest:
            yield quarter
        quarter = quarter_of(quarter.last_date + timedelta(days=1), start_month)


def _misses(whole: pd.DataFrame, quarter: Quarter, first: date, start_month: int) -> Iterator[dict]:
    earliest = max(whole["sold_date"].min().date() + timedelta(days=LONG_DAYS), first)
    within = whole["sold_date"].between(pd.Timestamp(quarter.first_date), pd.Timestamp(quarter.last_date))
    became = whole.loc[within, "revenue"].sum()
    day = quarter.first_date + timedelta(days=STEP_DAYS - 1)
    while day < quarter.last_date and became > 0:
        if day >= earliest:
            row = nowcast_quarter(whole, day, start_month).iloc[0]
            known = {"day_in_quarter": (day - quarter.first_date).days + 1, "miss": abs(row["estimate"] / became - 1)}
            yield known | {name: _holds(row, became, *ends) for name, ends in INTERVALS.items()}
        day += timedelta(days=STEP_DAYS)


def _holds(row: pd.Series, became: float, low: str, high: str) -> float | None:
    return None if pd.isna(row[low]) else float(row[low] <= became <= row[high])


def _error(day_in_quarter: int, group: pd.DataFrame) -> NowcastError:
    known = {name: group[name].astype(float).dropna() for name in INTERVALS}
    covered = {name: float(held.mean()) if len(held) else None for name, held in known.items()}
    return NowcastError(day_in_quarter, float(group["miss"].mean()), len(group), **covered)
