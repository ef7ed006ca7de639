"""Where will the running quarter land, for each product and for the company?"""

from datetime import date

import numpy as np
import pandas as pd

from signals.periods import quarter_of
from signals.stats import forecast

HISTORY_DAYS = 840  # 40 weekly origins, a quarter ahead of each (92 days), last year's season behind (392), and some
COLUMNS = ("product_id", "actual_to_date", "estimate", "low80", "high80", "low95", "high95")

METHOD = f"""
The estimate is the quarter to date plus the usual day times the days left.
The usual day is a mean of the last {forecast.SHORT_DAYS} and {forecast.LONG_DAYS} days, the more of the first the more
often a product sells; a day counts at most {forecast.CAP} times a product's mean selling day. Weekdays weigh as in the
last {forecast.PROFILE_DAYS // 7} weeks, and days on which the company was closed out of the ordinary say nothing.
Last year's season enters softened, once two years are known or once it made past estimates better.
The ranges come from the same estimate made at up to {forecast.MAX_ORIGINS} past weeks, for as many days ahead: how far
products that sell as often then missed. With fewer than {forecast.MIN_ORIGINS} such weeks there is no range yet.
The company's range rests on few quarters that do not overlap: read it as "about".
Products' estimates are made one by one and need not add up to the company's.
"""


def nowcast_quarter(sales: pd.DataFrame, as_of: date | str, fiscal_year_start_month: int = 1) -> pd.DataFrame:
    """The company's row first (`product_id` missing), then a row per product ever sold; money.

    `sales` has a line per row: sold_date (datetime, date or ISO text), product_id, revenue. Lines after `as_of` and
    lines without a date or revenue are not read; lines without a product count for the company alone. Every day up
    to `as_of` counts as reported. Bounds are 80 and 95 % prediction intervals, NaN with too few past origins.
    """
    last = pd.Timestamp(as_of).normalize()
    lines = _lines_until(sales, last)
    if not len(lines):
        return pd.DataFrame({name: [] for name in COLUMNS}).astype({"product_id": object})
    values, products, first = _daily_revenue(lines, last)
    quarter = quarter_of(last.date(), fiscal_year_start_month)
    rest = forecast.remainder(
        forecast.panel_of(values, first_weekday=first.day_of_week), horizon=(quarter.last_date - last.date()).days
    )
    to_date = values[:, max((pd.Timestamp(quarter.first_date) - first).days, 0) :].sum(axis=1)
    parts = {name: to_date + getattr(rest, name) for name in COLUMNS[2:]}
    return pd.DataFrame({"product_id": products, "actual_to_date": to_date, **parts})


def _lines_until(sales: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    days = pd.to_datetime(sales["sold_date"], format="ISO8601")
    days = days.dt.tz_localize(None) if days.dt.tz is not None else days
    lines = pd.DataFrame({"day": days.to_numpy().astype("datetime64[D]").astype("datetime64[s]")})
    lines["product_id"] = sales["product_id"].to_numpy(dtype=object)
    lines["revenue"] = sales["revenue"].to_numpy(dtype=float, na_value=np.nan)
    return lines[(lines["day"] <= last) & lines["revenue"].notna()]


def _daily_revenue(lines: pd.DataFrame, last: pd.Timestamp) -> tuple[np.ndarray, np.ndarray, pd.Timestamp]:
    """(1 + products) x days with the company's row on top, the row labels, and the first day."""
    first = max(lines["day"].min(), last - pd.Timedelta(days=HISTORY_DAYS - 1))
    codes, products = pd.factorize(lines["product_id"], sort=True)
    column = (lines["day"] - first).dt.days.to_numpy()
    shape = len(products) + 1, (last - first).days + 1
    lines_from_first = column >= 0
    cells = (codes + 1) * shape[1] + column  # a line without product has code -1: row 0
    amounts = lines["revenue"].to_numpy()
    values = np.bincount(cells[lines_from_first], amounts[lines_from_first], minlength=shape[0] * shape[1]).reshape(
        shape
    )
    values[0] = values.sum(axis=0)
    return values, np.array([None, *products], dtype=object), first
