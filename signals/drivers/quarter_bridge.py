"""How does the plan, or last year's quarter, become the estimate: by product, and by cause?"""

from collections.abc import Mapping, Sequence

import pandas as pd

from signals.model import ELSE, OTHER_PRODUCTS, OTHER_WARNINGS

MOST_PRODUCTS = 6
MOST_WARNINGS = 4
PRICE_RATIOS = (0.5, 2.0)  # a mean price that moved further is another unit or another mix, not a price
NEW, GONE, PRICES = "New products", "No longer sold", "Prices"

Parts = tuple[tuple[str, float], ...]


def by_product(products: pd.DataFrame) -> Parts:
    """The products that differ most, then all others; the amounts add up to estimate − base.

    `products` has name, estimate and base (money) a product.
    """
    change = (products["estimate"] - products["base"]).rename("change")
    order = change.abs().sort_values(ascending=False, kind="stable").index[:MOST_PRODUCTS]
    told = [(products.loc[row, "name"], float(change[row])) for row in order if change[row]]
    return _with_rest(told, OTHER_PRODUCTS, float(change.sum()))


def by_cause(products: pd.DataFrame, stakes: Sequence[tuple[str, float]], *, prices: bool) -> Parts:
    """What open warnings take, products that came and went, prices, and the rest; adds up to estimate − base.

    `products` needs too: is_new, is_silent (not sold lately), is_warned, and price_now and price_before (missing where
    unknown).
    `stakes` are the names of open warnings with what each takes from the quarter, the largest first.
    """
    change = products["estimate"] - products["base"]
    told = [(name, -amount) for name, amount in stakes[:MOST_WARNINGS] if amount]
    told += _if_any(OTHER_WARNINGS, -sum(amount for _, amount in stakes[MOST_WARNINGS:]))
    is_new = products["is_new"] & (products["base"] == 0)
    is_gone = products["is_silent"] & (change < 0) & ~products["is_warned"]
    told += _if_any(NEW, float(change[is_new].sum()))
    told += _if_any(GONE, float(change[is_gone].sum()))
    if prices:
        told += _if_any(PRICES, float(_price_effect(products[~is_new & ~is_gone & ~products["is_warned"]]).sum()))
    return _with_rest(told, ELSE, float(change.sum()))


def shared_out(target: float, known: Mapping[str, float], last_year: pd.Series) -> pd.Series:
    """The plan of each product of `last_year` (its index): its own, or its part of what is left as it was last year."""
    own = last_year.index.to_series().map(known).astype(float)
    left = max(target - own.sum(), 0.0)
    weights = last_year.where(own.isna(), 0.0).clip(lower=0)
    return own.fillna(left * weights / weights.sum() if weights.sum() > 0 else 0.0)


def _price_effect(products: pd.DataFrame) -> pd.Series:
    """estimate × (1 − price before / price now): the estimated units at the change of their price."""
    ratio = products["price_before"] / products["price_now"]
    is_price = ratio.between(*PRICE_RATIOS)
    return (products["estimate"] * (1 - ratio)).where(is_price, 0.0)


def _if_any(name: str, amount: float) -> list[tuple[str, float]]:
    return [(name, amount)] if round(amount, 2) else []


def _with_rest(told: list[tuple[str, float]], name: str, whole: float) -> Parts:
    return (*told, *_if_any(name, whole - sum(amount for _, amount in told)))
