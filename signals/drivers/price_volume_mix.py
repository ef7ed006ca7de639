"""Did revenue move because of price, of volume or of what was bought; and of how many customers, orders or baskets?"""

from dataclasses import dataclass

import numpy as np
import pandas as pd


@dataclass(frozen=True)
class PriceVolumeMix:
    """A bridge in money, each part to the cent: before + volume + mix + price + new + lost = now."""

    before: float
    volume: float  # (Q1 - Q0) * P0mean, over items sold in both periods
    mix: float  # sum (q1 - q0) p0 - volume: towards dearer items is positive
    price: float  # sum q1 (p1 - p0)
    new: float  # items sold only now
    lost: float  # items sold only before, negative
    now: float


@dataclass(frozen=True)
class CustomersOrdersBasket:
    """A bridge in money, each part to the cent: before + customers + frequency + basket = now."""

    before: float
    customers: float  # more or fewer customers
    frequency: float  # orders per customer
    basket: float  # revenue per order
    now: float


def price_volume_mix(
    before: pd.DataFrame, now: pd.DataFrame, *, item: str | list[str], before_scale: float = 1.0
) -> PriceVolumeMix:
    """Lines of two periods with `quantity`, `revenue` and the column(s) `item` that tell what was sold.

    `before_scale` carries the earlier period's quantities and revenue to what was expected of the later (expected /
    before), at unchanged prices. An item whose quantity is not above 0 in a period has no price there: it is new or
    lost. Exact by construction; rounding to the cent goes into the mix.
    """
    items = _items(before, now, item, before_scale)
    q0, q1, r0, r1 = (items[name].to_numpy() for name in ("q0", "q1", "r0", "r1"))
    kept, is_new = (q0 > 0) & (q1 > 0), ~(q0 > 0) & (q1 > 0)
    p0 = np.divide(r0, q0, out=np.zeros_like(r0), where=kept)
    volume = (q1[kept].sum() - q0[kept].sum()) * (r0[kept].sum() / q0[kept].sum() if kept.any() else 0.0)
    parts = _cents(
        before=r0.sum(),
        volume=volume,
        price=(r1[kept] - q1[kept] * p0[kept]).sum(),
        new=(r1 - r0)[is_new].sum(),
        lost=(r1 - r0)[~kept & ~is_new].sum(),
        now=r1.sum(),
    )
    return PriceVolumeMix(**parts, mix=_rest(parts))


def customers_orders_basket(before: pd.DataFrame, now: pd.DataFrame) -> CustomersOrdersBasket:
    """Lines of two periods of equal length with `customer_id`, `order_id`, `revenue`, all known.

    Logarithmic mean Divisia index, additive (Ang 2005, Energy Policy 33, p. 868): each factor x carries
    L(R1, R0) ln(x1/x0), L(a, b) = (a - b) / ln(a/b), without a residual. Where a period has no revenue above 0 the
    whole difference belongs to the customers, the limit of the formula as they vanish.
    """
    factors0, factors1 = _factors(before), _factors(now)
    r0, r1 = float(before["revenue"].sum()), float(now["revenue"].sum())
    if r0 <= 0 or r1 <= 0:
        parts = _cents(before=r0, customers=r1 - r0, frequency=0.0, now=r1)
    else:
        customers, frequency, _ = logarithmic_mean(r1, r0) * np.log(factors1 / factors0)
        parts = _cents(before=r0, customers=customers, frequency=frequency, now=r1)
    return CustomersOrdersBasket(**parts, basket=_rest(parts))


def logarithmic_mean(a: float, b: float) -> float:
    """L(a, b) of two positive numbers; a where they are equal."""
    ratio = np.log(a / b)
    return float(a if abs(ratio) < 1e-9 else (a - b) / ratio)


def _items(before: pd.DataFrame, now: pd.DataFrame, item: str | list[str], before_scale: float) -> pd.DataFrame:
    sums = [
        lines.groupby(item, dropna=False, observed=True)[["quantity", "revenue"]].sum().astype(float)
        for lines in (before, now)
    ]
    old, new = sums[0].mul(before_scale).set_axis(["q0", "r0"], axis=1), sums[1].set_axis(["q1", "r1"], axis=1)
    return old.join(new, how="outer").fillna(0.0)


def _factors(lines: pd.DataFrame) -> np.ndarray:
    customers, orders = lines["customer_id"].nunique(), lines["order_id"].nunique()
    if not orders:
        return np.zeros(3)
    return np.array([customers, orders / customers, float(lines["revenue"].sum()) / orders])


def _cents(**parts: float) -> dict[str, float]:
    return {name: round(float(value), 2) + 0.0 for name, value in parts.items()}


def _rest(parts: dict[str, float]) -> float:
    """What closes the bridge from before to now."""
    explained = sum(value for name, value in parts.items() if name not in ("before", "now"))
    return round(parts["now"] - parts["before"] - explained, 2) + 0.0
