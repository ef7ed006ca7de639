"""What does each order line of the demo company bring? Quantities, prices, one huge order and the returns."""

import numpy as np
import pandas as pd

from signals.demo import story
from signals.demo.cast import Cast, number_of

QUANTITY_SHAPE = 5.0  # gamma over the lines of one customer
PACK = 5  # business customers order whole cartons
BUSINESS_QUANTITY = 20  # a customer with more than this a line is a business
RETURN_SHARE = 0.006  # of lines


def priced(cast: Cast, lines: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Adds `quantity` in sales units, `price_cents`, `revenue` = quantity x realised price, and `region`."""
    mean = cast.customers.quantity.to_numpy()[lines.customer]
    loose = np.maximum(np.round(rng.gamma(QUANTITY_SHAPE, mean / QUANTITY_SHAPE)), 1)
    cartons = PACK * np.maximum(np.round(loose / PACK), 1)
    quantity = np.where(mean > BUSINESS_QUANTITY, cartons, loose).astype(int)
    cents = _price_cents(cast, lines)
    region = cast.customers.region.to_numpy()[lines.customer]
    return lines.assign(quantity=quantity, price_cents=cents, revenue=quantity * cents / 100, region=region)


def _price_cents(cast: Cast, lines: pd.DataFrame) -> np.ndarray:
    """The price that this customer pays on this day: list price less the own discount and a promotion's."""
    told, product_id = cast.told, cast.products.product_id.to_numpy()[lines.item]
    is_before_rise = (product_id == story.DEARER) & (lines.day < number_of(told, told.price_rise))
    first, last = (number_of(told, day) for day in told.promotion)
    is_promoted = (product_id == story.PROMOTED) & lines.day.between(first, last)
    share = 1 - cast.customers.discount_share.to_numpy()[lines.customer]
    share = share * (1 - story.PROMOTION_DISCOUNT * is_promoted) / (1 + story.PRICE_RISE * is_before_rise)
    return np.round(cast.products.list_price.to_numpy()[lines.item] * 100 * share).astype(int)


def with_huge_order(cast: Cast, lines: pd.DataFrame) -> pd.DataFrame:
    """Adds one order of one line by a wholesaler who never orders so much again."""
    customers, products = cast.customers, cast.products
    item = products.index[products.product_id == story.HUGE][0]
    buyer = customers.index[customers.segment.eq("Wholesaler") & customers.left_day.isna()][0]
    cents = round(products.list_price[item] * (1 - customers.discount_share[buyer]) * 100)
    line = {
        "customer": buyer, "day": number_of(cast.told, cast.told.huge_order), "channel": "partner", "is_guest": False,
        "order": -1, "item": item, "is_sold": True, "quantity": story.HUGE_QUANTITY, "price_cents": cents,
        "revenue": story.HUGE_QUANTITY * cents / 100, "region": customers.region[buyer],
    }  # fmt: skip
    return pd.concat([lines, pd.DataFrame([line])], ignore_index=True)


def with_returns(lines: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Adds credit notes: some lines come back in part, three weeks later at most."""
    back = lines[(rng.random(len(lines)) < RETURN_SHARE) & (lines.order >= 0)]
    quantity = -np.maximum(1, np.round(back.quantity * rng.uniform(0.1, 0.6, len(back)))).astype(int)
    back = back.assign(
        day=back.day + rng.integers(3, 22, len(back)),
        order=np.arange(-2, -2 - len(back), -1),
        quantity=quantity,
        revenue=quantity * back.price_cents / 100,
    )
    return pd.concat([lines, back], ignore_index=True)
