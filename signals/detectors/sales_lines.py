"""What do the order lines say, as plain arrays that every series is counted from?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

GRID_DAYS = 28  # the first column is a multiple of four weeks since 1970, so that weeks and months never move
LONGEST_HISTORY_DAYS = 3000
NEEDED = ("sold_date", "product_id", "quantity", "revenue")
NO_LABEL = -1  # code of a category that is not known


@dataclass(frozen=True)
class SalesLines:
    """Lines with a positive quantity up to one day, by code. Columns of a grid are days since `first_day`."""

    first_day: np.datetime64  # column 0
    days_count: int  # columns, whole weeks; those after `as_of_day` are empty
    as_of_day: int  # column of the last day that may be seen
    day: np.ndarray  # column of each line
    product: np.ndarray  # code of each line
    region: np.ndarray
    channel: np.ndarray
    category: np.ndarray  # of the line's product, NO_LABEL where none is known
    buyer: np.ndarray  # customer, else order, else the line itself
    revenue: np.ndarray  # money, never negative
    product_ids: np.ndarray  # label of each code
    regions: np.ndarray
    channels: np.ndarray
    categories: np.ndarray

    @property
    def category_of_product(self) -> np.ndarray:
        category = np.full(len(self.product_ids), NO_LABEL)
        category[self.product] = self.category
        return category


def as_day(day) -> np.datetime64:
    """A date, timestamp or ISO string as a day. Raises ValueError for what names no day."""
    stamp = pd.NaT if day is None or isinstance(day, int | float) else pd.Timestamp(day)
    if stamp is pd.NaT:
        raise ValueError(f"as_of must be a day, such as 2026-11-21, not {day!r}.")
    return np.datetime64(stamp.date(), "D")


def sales_lines(sales: pd.DataFrame, as_of) -> SalesLines:
    """Encodes the lines sold by `as_of`. Returns (quantity not above 0), lines without day or product are left out."""
    last_day = as_day(as_of)
    missing = [name for name in NEEDED if name not in sales]
    if missing:
        raise ValueError(f"The sales lack the column {' and '.join(missing)}.")
    sold = _days(sales["sold_date"])
    quantity, revenue = (_numbers(sales[column]) for column in ("quantity", "revenue"))
    oldest = last_day - np.timedelta64(LONGEST_HISTORY_DAYS, "D")
    kept = (
        (quantity > 0) & ~np.isnat(sold) & (sold <= last_day) & (sold > oldest) & sales["product_id"].notna().to_numpy()
    )
    lines, sold = sales[kept], sold[kept]
    first_day = _grid_start(sold, last_day)
    as_of_day = int((last_day - first_day).astype(int))
    product, product_ids = _codes(lines["product_id"])
    region, regions = _codes(_column(lines, "region"))
    channel, channels = _codes(_column(lines, "channel"))
    category, categories = _codes(_column(lines, "category"))
    day = (sold - first_day).astype(np.int64)
    return SalesLines(
        first_day=first_day,
        days_count=-(-(as_of_day + 1) // 7) * 7,
        as_of_day=as_of_day,
        day=day,
        product=product,
        region=np.where(region < 0, len(regions), region),
        channel=np.where(channel < 0, len(channels), channel),
        category=_first_stated(product, day, category, len(product_ids)),
        buyer=_buyers(lines),
        revenue=np.maximum(np.nan_to_num(revenue[kept]), 0.0),
        product_ids=product_ids,
        regions=_with_missing(regions, region),
        channels=_with_missing(channels, channel),
        categories=categories,
    )


def _days(column: pd.Series) -> np.ndarray:
    if not pd.api.types.is_datetime64_any_dtype(column.dtype):
        texts = column.map(str, na_action="ignore") if column.dtype == object else column
        column = pd.to_datetime(texts, format="ISO8601")
    if getattr(column.dt, "tz", None) is not None:
        column = column.dt.tz_localize(None)
    return column.to_numpy().astype("datetime64[D]")


def _numbers(column: pd.Series) -> np.ndarray:
    return pd.to_numeric(column).to_numpy(dtype=float, na_value=np.nan)


def _grid_start(sold: np.ndarray, last_day: np.datetime64) -> np.datetime64:
    first = int((sold.min() if len(sold) else last_day).astype(int))
    return np.datetime64(first // GRID_DAYS * GRID_DAYS, "D")


def _column(lines: pd.DataFrame, name: str) -> pd.Series:
    return lines[name] if name in lines else pd.Series(None, index=lines.index, dtype=object)


def _codes(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    codes, labels = pd.factorize(column, sort=True)
    return codes.astype(np.int64), np.asarray(labels, dtype=object)


def _with_missing(labels: np.ndarray, codes: np.ndarray) -> np.ndarray:
    """Lines without a label form a group of their own, last, called None."""
    return np.append(labels, [None]) if (codes < 0).any() else labels


def _first_stated(product: np.ndarray, day: np.ndarray, category: np.ndarray, products: int) -> np.ndarray:
    """Each line's category is the first that was ever stated of its product, so that later days change nothing."""
    stated = np.flatnonzero(category >= 0)
    order = stated[np.lexsort((category[stated], day[stated]))][::-1]
    first = np.full(products, NO_LABEL)
    first[product[order]] = category[order]
    return first[product]


def _buyers(lines: pd.DataFrame) -> np.ndarray:
    customer, customers = _codes(_column(lines, "customer_id"))
    order, orders = _codes(_column(lines, "order_id"))
    line = len(customers) + len(orders) + np.arange(len(lines))
    return np.where(customer >= 0, customer, np.where(order >= 0, len(customers) + order, line))
