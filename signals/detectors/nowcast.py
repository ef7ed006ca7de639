"""Where will the running quarter land, for each product, category and region, and for the company?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.periods import FiscalCalendar, Quarter, quarter_of
from signals.stats import forecast

HISTORY_DAYS = 840  # 40 weekly origins, a quarter ahead of each (92 days), last year's season behind (392), and some
MONEY = ("actual_to_date", "estimate", "low80", "high80", "low95", "high95")
COLUMNS = ("product_id", *MONEY)
CENTS = 100
FAN_STEP_DAYS = 7

METHOD = f"""
The estimate is the quarter to date plus the usual day times the days left.
The usual day is a mean of the last {forecast.SHORT_DAYS} and {forecast.LONG_DAYS} days, the more of the first the more
often a product sells; a day counts at most {forecast.CAP} times a product's mean selling day. A product that is silent
for longer than {1 - forecast.STOPPED_CHANCE:.0%} of what its own gaps make likely is expected to sell no more. Weekdays
weigh as in the last {forecast.PROFILE_DAYS // 7} weeks, and days on which the company was closed out of the ordinary
say nothing. Last year's season enters softened, once two years are known or once it made past estimates better.
The company is estimated by itself; the days left of its products are scaled by one factor so that they add up to it, to
the cent, and so are its regions. A category is the sum of its products.
The ranges come from the same estimate made at up to {forecast.MAX_ORIGINS} past weeks, for as many days ahead: how far
those that sell as often then missed. With fewer than {forecast.MIN_ORIGINS} such weeks there is no range yet.
The company's and the categories' ranges rest on few quarters that do not overlap: read them as "about".
"""


def nowcast_quarter(
    sales: pd.DataFrame,
    as_of: date | str,
    fiscal_year_start_month: int = 1,
    *,
    calendar: FiscalCalendar | None = None,
) -> pd.DataFrame:
    """The company's row first (`product_id` missing), then a row per product ever sold; money, to the cent.

    `sales` has a line per row: sold_date (datetime, date or ISO text), product_id, revenue. Lines after `as_of` and
    lines without a date or revenue are not read; lines without a product count for the company alone, all others add
    up to it. Every day up to `as_of` counts as reported. Bounds are 80 and 95 % prediction intervals, NaN with too few
    past origins. A calendar that cuts quarters by weeks is given whole; it goes before the month.
    """
    quarter = quarter_of(pd.Timestamp(as_of).date(), calendar or FiscalCalendar(fiscal_year_start_month))
    days = _days_of(sales, as_of, "product_id")
    return _table(days, _remainder(days, quarter), quarter, "product_id") if days else _empty("product_id")


@dataclass(frozen=True)
class QuarterTables:
    """One quarter from several sides, each with the columns MONEY."""

    products: pd.DataFrame  # the company's row first, as `nowcast_quarter`
    categories: pd.DataFrame  # sums of products; empty without categories
    regions: pd.DataFrame  # made to add up to the same company; empty without regions


def nowcast_tables(sales: pd.DataFrame, as_of: date, quarter: Quarter) -> QuarterTables:
    """Of sales lines with category and region. What belongs to none stands under a missing name, so each adds up."""
    days = _days_of(sales, as_of, "product_id")
    if days is None:
        return QuarterTables(_empty("product_id"), _empty("category"), _empty("region"))
    rest = _remainder(days, quarter)
    products = _table(days, rest, quarter, "product_id")
    regions = _empty("region")
    if sales["region"].notna().any():
        by_region = _days_of(sales, as_of, "region")
        regions = _table(by_region, _remainder(by_region, quarter), quarter, "region").iloc[1:]
    return QuarterTables(products, _categories(sales, products, days, rest, quarter), regions)


def _categories(
    sales: pd.DataFrame, products: pd.DataFrame, days: _Days, rest: forecast.Remainder, quarter: Quarter
) -> pd.DataFrame:
    """A product counts whole for the category of its last line."""
    if sales["category"].isna().all():
        return _empty("category")
    of_product = sales.drop_duplicates("product_id", keep="last").set_index("product_id")["category"]
    codes, names = pd.factorize(of_product.reindex(days.names[1:]), sort=True, use_na_sentinel=False)
    table = products.iloc[1:].groupby(codes)[["actual_to_date", "estimate"]].sum().round(2)
    bounds = forecast.group_bounds(rest, codes, horizon=_days_left(days, quarter))
    begun = table["actual_to_date"].to_numpy()
    table.insert(0, "category", np.where(pd.isna(names), None, names))
    for column, name in enumerate(MONEY[2:]):
        table[name] = (begun + bounds[:, column]).round(2)
    return table


def quarter_fan(sales: pd.DataFrame, as_of: date | str, quarter: Quarter) -> pd.DataFrame:
    """How the company's running total may go on: day, then MONEY without actual_to_date, weekly to the quarter's end.

    The total up to each day, the last being the quarter; each horizon has ranges of its own past errors.
    """
    days = _days_of(sales, as_of, None)
    left = _days_left(days, quarter) if days else 0
    steps = [*range(FAN_STEP_DAYS, left, FAN_STEP_DAYS), left] if left else []
    rows = []
    for ahead in steps:
        rest, begun = forecast.remainder(days.panel, horizon=ahead), _to_date(days, quarter)[0]
        day = days.last + pd.Timedelta(days=ahead)
        rows.append({"day": day, **{name: round(begun + getattr(rest, name)[0], 2) for name in MONEY[1:]}})
    return pd.DataFrame(rows, columns=["day", *MONEY[1:]])


@dataclass(frozen=True)
class _Days:
    """Daily revenue, the company's in the first row."""

    names: np.ndarray  # of the rows; None for the company and for lines without a part
    is_nameless: np.ndarray  # the row of lines without a part
    panel: forecast.Panel
    first: pd.Timestamp
    last: pd.Timestamp


def _days_of(sales: pd.DataFrame, as_of: date | str, part: str | None) -> _Days | None:
    last = pd.Timestamp(as_of).normalize()
    lines = _lines_until(sales, last, part)
    if not len(lines):
        return None
    values, names, first = _daily_revenue(lines, last)
    is_nameless = np.array([name is None for name in names]) & (np.arange(len(names)) > 0)
    return _Days(names, is_nameless, forecast.panel_of(values, first_weekday=first.day_of_week), first, last)


def _days_left(days: _Days, quarter: Quarter) -> int:
    return (quarter.last_date - days.last.date()).days


def _remainder(days: _Days, quarter: Quarter) -> forecast.Remainder:
    return forecast.remainder(days.panel, horizon=_days_left(days, quarter))


def _to_date(days: _Days, quarter: Quarter) -> np.ndarray:
    start = max((pd.Timestamp(quarter.first_date) - days.first).days, 0)
    return days.panel.values[:, start:].sum(axis=1)


def _table(days: _Days, rest: forecast.Remainder, quarter: Quarter, part: str) -> pd.DataFrame:
    begun = _to_date(days, quarter)
    amounts = {name: begun + getattr(rest, name) for name in MONEY[1:]}
    table = _to_the_cent(pd.DataFrame({part: days.names, "actual_to_date": begun, **amounts}))
    if part == "product_id":
        table = table[~days.is_nameless]
    return table.reset_index(drop=True)


def _empty(part: str) -> pd.DataFrame:
    return pd.DataFrame({name: [] for name in (part, *MONEY)}).astype({part: object})


def _lines_until(sales: pd.DataFrame, last: pd.Timestamp, part: str | None) -> pd.DataFrame:
    days = pd.to_datetime(sales["sold_date"], format="ISO8601")
    days = days.dt.tz_localize(None) if days.dt.tz is not None else days
    lines = pd.DataFrame({"day": days.to_numpy().astype("datetime64[D]").astype("datetime64[s]")})
    lines["part"] = sales[part].to_numpy(dtype=object) if part else "all"
    lines["revenue"] = sales["revenue"].to_numpy(dtype=float, na_value=np.nan)
    return lines[(lines["day"] <= last) & lines["revenue"].notna()]


def _daily_revenue(lines: pd.DataFrame, last: pd.Timestamp) -> tuple[np.ndarray, np.ndarray, pd.Timestamp]:
    """(1 + parts) x days with the company's row on top, the row labels, and the first day."""
    first = max(lines["day"].min(), last - pd.Timedelta(days=HISTORY_DAYS - 1))
    codes, names = pd.factorize(lines["part"], sort=True)
    names = [None, *names]
    if (codes < 0).any():  # lines without a part
        codes, names = np.where(codes < 0, len(names) - 1, codes), [*names, None]
    column = (lines["day"] - first).dt.days.to_numpy()
    shape = len(names), (last - first).days + 1
    is_seen = column >= 0
    cells = ((codes + 1) * shape[1] + column)[is_seen]
    values = np.bincount(cells, lines["revenue"].to_numpy()[is_seen], minlength=shape[0] * shape[1]).reshape(shape)
    values[0] = values.sum(axis=0)
    return values, np.array(names, dtype=object), first


def _to_the_cent(table: pd.DataFrame) -> pd.DataFrame:
    """Rounded so that the parts still add up to the first row; the ranges hold the rounded estimate."""
    rounded = table.assign(**{name: _adding_up(table[name].to_numpy()) for name in ("actual_to_date", "estimate")})
    for low, high in (("low80", "high80"), ("low95", "high95")):
        rounded[low] = np.minimum(table[low].round(2), rounded["estimate"]).where(table[low].notna())
        rounded[high] = np.maximum(table[high].round(2), rounded["estimate"]).where(table[high].notna())
    return rounded


def _adding_up(amounts: np.ndarray) -> np.ndarray:
    """Cents by the largest remainder: the first is the sum of the others."""
    exact = amounts * CENTS
    whole, parts = np.rint(exact[0]), np.floor(exact[1:])
    missing = int(whole - parts.sum())
    if 0 < missing <= len(parts):
        parts[np.argsort(parts - exact[1:], kind="stable")[:missing]] += 1
    return np.concatenate([[whole], parts]) / CENTS
