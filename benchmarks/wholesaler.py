"""What does a real wholesaler look like, as it was and with every product's own change taken out?

The data is Online Retail II (UCI, DOI 10.24432/C5CG6D, CC BY 4.0) as one CSV file; it is not part of the project.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.changes import days_of
from benchmarks.panel import FIRST_JUDGED

SECOND_SHEET = pd.Timestamp("2010-12-01")  # the days from here on stand in both sheets
FEWEST_A_DAY = 1.0  # order lines in the days before anything is judged: the products that are compared
SHUFFLED_DAYS = 182  # 26 weeks either way


def wholesaler(path: Path) -> pd.DataFrame:
    """Lines with a positive quantity and price of the products sold daily, a country being a region."""
    raw = pd.read_csv(path, dtype={"InvoiceNo": str, "StockCode": str, "CustomerID": str}, encoding="utf-8")
    sold = pd.to_datetime(raw["InvoiceDate"])
    is_first_sheet = raw["sheet"] == raw["sheet"].iloc[0]
    code = raw["StockCode"].str.upper()
    kept = (
        (raw["Quantity"] > 0)
        & (raw["UnitPrice"] > 0)
        & code.str.match(r"\d{5}").astype(bool)
        & ~(is_first_sheet & (sold >= SECOND_SHEET))
    )
    lines = pd.DataFrame(
        {
            "sold_date": sold.dt.normalize(),
            "order_id": raw["InvoiceNo"],
            "customer_id": raw["CustomerID"],
            "product_id": code,
            "region": raw["Country"],
            "quantity": raw["Quantity"].astype(float),
            "revenue": raw["Quantity"] * raw["UnitPrice"],
        }
    )[kept]
    early = lines[days_of(lines) < FIRST_JUDGED]
    a_day = early["product_id"].value_counts() / FIRST_JUDGED
    frequent = a_day.index[a_day >= FEWEST_A_DAY]
    return lines[lines["product_id"].isin(frequent)].sort_values("sold_date", kind="stable").reset_index(drop=True)


def stationarised(sales: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Whole orders change places in time, by up to about 26 weeks; each day keeps its number of orders.

    An order keeps its customer, products, quantities and region. Each is given its day plus a uniform number in ±182;
    in the order of these numbers they take the days of the orders as they came. So the market keeps its swings and
    season in orders, while no product's share of the orders changes faster than over half a year.
    """
    order, _ = pd.factorize(sales["order_id"])
    day = days_of(sales)
    order_day = np.zeros(order.max() + 1, dtype=int)
    order_day[order] = day
    moved = np.argsort(order_day + rng.uniform(-SHUFFLED_DAYS, SHUFFLED_DAYS, len(order_day)), kind="stable")
    new_day = np.zeros(len(order_day), dtype=int)
    new_day[moved] = np.sort(order_day)
    dates = sales["sold_date"].min() + pd.to_timedelta(new_day[order], unit="D")
    return (
        sales.assign(sold_date=dates.astype("datetime64[s]"))
        .sort_values("sold_date", kind="stable")
        .reset_index(drop=True)
    )
