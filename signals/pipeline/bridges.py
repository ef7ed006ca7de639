"""Is a fall one of price, of volume or of what was bought; of customers, of their orders or of their baskets?"""

from datetime import date, timedelta

import pandas as pd

from signals.drivers.price_volume_mix import customers_orders_basket, price_volume_mix
from signals.metrics import on_day
from signals.model import Bridge, Warning
from signals.pipeline.causes import windows_of

PRICE_VOLUME_MIX, CUSTOMERS = "price_volume_mix", "customers_orders_basket"
ITEM = ["product_id", "region", "channel"]  # what has a price of its own


def bridges_of(lines: pd.DataFrame, warning: Warning, as_of: date, *, complete: date) -> tuple[Bridge, ...]:
    """Of a subject's own lines since the onset, up to the last complete day; empty where nothing fell.

    Price, volume and mix are held against what was expected (the sixteen weeks before, carried to the expectation);
    customers, orders and baskets against as many days just before the onset.
    """
    if not warning.is_fall or complete < warning.onset:
        return ()
    windows, days = windows_of(warning.onset, complete), (complete - warning.onset).days + 1
    now = _between(lines, warning.onset, complete)
    before = _between(lines, windows.baseline_first_date, windows.baseline_last_date)
    expected = warning.expected * days / ((as_of - warning.onset).days + 1)
    told = (_price_volume_mix(before, now, expected), _customers(lines, now, warning.onset, days))
    return tuple(bridge for bridge in told if bridge)


def _price_volume_mix(before: pd.DataFrame, now: pd.DataFrame, expected: float) -> Bridge | None:
    revenue = float(before["revenue"].sum())
    if revenue <= 0 or expected <= 0:
        return None
    parts = price_volume_mix(before, now, item=ITEM, before_scale=expected / revenue)
    note = "Against what was expected since the onset, at the prices of the sixteen weeks before"
    named = {"Volume": parts.volume, "Price": parts.price, "Mix": parts.mix, "New": parts.new, "Gone": parts.lost}
    told = tuple((name, amount) for name, amount in named.items() if amount)
    return Bridge(PRICE_VOLUME_MIX, parts.before, told, parts.now, note)


def _customers(lines: pd.DataFrame, now: pd.DataFrame, onset: date, days: int) -> Bridge | None:
    """Lines without a customer are left out of both periods; None where the days before brought less: a season did."""
    first = onset - timedelta(days=days)
    before = _between(lines, first, onset - timedelta(days=1))
    before, now = (table.dropna(subset=["customer_id", "order_id"]) for table in (before, now))
    if not 0 <= now["revenue"].sum() < before["revenue"].sum():
        return None
    parts = customers_orders_basket(before, now)
    named = (("Customers", parts.customers), ("Orders each", parts.frequency), ("Basket", parts.basket))
    note = f"Against the {days} days before, from {on_day(first, onset)}; of customers who are known"
    return Bridge(CUSTOMERS, parts.before, named, parts.now, note)


def _between(lines: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    return lines[lines["sold_date"].between(pd.Timestamp(first), pd.Timestamp(last))]
