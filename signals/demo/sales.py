"""What does the demo company sell? Order lines drawn per customer and day, with the story's lines thinned out.

Every line of the company without its story is drawn first; the story then takes lines away. So the size of each
planted fall is known exactly, from the lines that were not sold.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from signals.demo import story
from signals.demo.cast import Cast, day_of, number_of
from signals.demo.deals import priced, with_huge_order, with_returns
from signals.demo.seasons import day_factor, product_factor

ORDERS_PER_DAY = 80  # of the whole company; turns a product's lines a day into its chance to be in an order
AFFINITY_SHAPE = 1.3  # gamma over customers: some love a product, some never take it
TASTE_SHAPE = 4.0  # gamma over customers and categories
ACCOUNT_TRIDENT_CHANCE = 0.9  # the five accounts have Trident in nearly every order
GUEST_SHARE = 0.12  # of consumers' orders: no customer number
OTHER_CHANNEL_SHARE = 0.10  # of business orders: placed on the web instead


@dataclass(frozen=True)
class Drawn:
    """Order lines in the columns of the sales export."""

    sold: pd.DataFrame
    lost: pd.DataFrame  # what the story took away
    late: pd.DataFrame  # sold, but the region's file has not come


def drawn(cast: Cast, *, rng: np.random.Generator) -> Drawn:
    """The whole history, in the order of its days."""
    lines = priced(cast, _lines(cast, _orders(cast, rng=rng), rng=rng), rng=rng)
    sold = with_returns(with_huge_order(cast, lines[lines.is_sold]), rng=rng)
    sold = _export(cast, sold[sold.day < story.HISTORY_DAYS])
    lost = _export(cast, lines[~lines.is_sold])
    is_late = sold.region.eq(story.LATE_REGION) & (sold.sold_date >= pd.Timestamp(cast.told.late_from))
    return Drawn(sold[~is_late].reset_index(drop=True), lost, sold[is_late].reset_index(drop=True))


def _orders(cast: Cast, *, rng: np.random.Generator) -> pd.DataFrame:
    """One row an order, at most one a customer and day: `customer` (row number), `day`, `channel`, `is_guest`."""
    customers, days = cast.customers, np.arange(story.HISTORY_DAYS)
    rate = np.outer(customers.orders_per_day, day_factor(cast.told, rng=rng))
    left = customers.left_day.fillna(np.inf).to_numpy()
    is_here = (days >= customers.arrived_day.to_numpy()[:, None]) & (days < left[:, None])
    customer, day = np.nonzero((rng.random(rate.shape) < -np.expm1(-rate)) & is_here)
    home = customers.channel.to_numpy()[customer]
    is_elsewhere = (rng.random(len(day)) < OTHER_CHANNEL_SHARE) & (home != "web")
    is_guest = (rng.random(len(day)) < GUEST_SHARE) & (home == "web")
    channel = np.where(is_elsewhere, "web", home)
    orders = pd.DataFrame({"customer": customer, "day": day, "channel": channel, "is_guest": is_guest})
    return orders.iloc[np.lexsort((rng.random(len(day)), day))].reset_index(drop=True)


def _lines(cast: Cast, orders: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """One row an order line of the company without its story; `is_sold` says whether the story left it."""
    base = cast.products.lines_per_day.to_numpy() / ORDERS_PER_DAY
    factor = product_factor(cast.told, cast.products, rng=rng)
    chance = base * _affinities(cast, rng=rng)[orders.customer] * factor[orders.day]
    order, item = np.nonzero(rng.random(chance.shape) < np.minimum(chance, 0.95))
    lines = orders.iloc[order].assign(order=order, item=item).reset_index(drop=True)
    fall = _fall_share(cast, lines)
    luck = pd.Series(rng.random(len(lines))).groupby(fall).rank(pct=True)  # even: the falls come out as told
    return lines.assign(is_sold=luck > fall)


def _affinities(cast: Cast, *, rng: np.random.Generator) -> np.ndarray:
    """How much more than usual each customer (row) takes each product (column); tastes are shared in a category."""
    shape = len(cast.customers), len(cast.products)
    category = cast.products.category.factorize()[0]
    taste = rng.gamma(TASTE_SHAPE, 1 / TASTE_SHAPE, (shape[0], category.max() + 1))[:, category]
    affinity = taste * rng.gamma(AFFINITY_SHAPE, 1 / AFFINITY_SHAPE, shape)
    is_trident = cast.products.product_id.eq(story.TRIDENT).to_numpy()
    usual = cast.products.lines_per_day.to_numpy() / ORDERS_PER_DAY
    is_account = cast.customers.is_account.to_numpy()[:, None]
    return np.where(is_account, np.where(is_trident, ACCOUNT_TRIDENT_CHANCE / usual, 0.8), affinity)


def _fall_share(cast: Cast, lines: pd.DataFrame) -> np.ndarray:
    """The share of such lines that the story takes away: 0 but for the two products that fall."""
    product_id = cast.products.product_id.to_numpy()[lines.item]
    is_account = cast.customers.is_account.to_numpy()[lines.customer]
    is_home = cast.customers.region.eq(story.FALL_REGION).to_numpy()[lines.customer]
    trident_fall = np.select([is_account, is_home], [story.ACCOUNT_FALL, story.REGION_FALL], story.ELSEWHERE_FALL)
    trident = (product_id == story.TRIDENT) & (lines.day >= number_of(cast.told, cast.told.trident_onset))
    orion = (product_id == story.ORION) & (lines.day >= number_of(cast.told, cast.told.orion_onset))
    return trident_fall * trident + story.ORION_FALL * orion


def _export(cast: Cast, lines: pd.DataFrame) -> pd.DataFrame:
    """The columns of the sales export; orders are numbered as their days come."""
    lines = lines.sort_values(["day", "order", "item"], kind="stable").reset_index(drop=True)
    number, distinct = pd.factorize(lines.order)
    order_ids = np.array([f"SO-{400_001 + n}" for n in range(len(distinct))], dtype=object)
    customer_ids = cast.customers.customer_id.to_numpy(dtype=object)[lines.customer]
    return pd.DataFrame(
        {
            "order_id": order_ids[number],
            "line_number": lines.groupby("order", sort=False).cumcount() + 1,
            "sold_date": day_of(cast.told, lines.day),
            "customer_id": pd.Series(np.where(lines.is_guest, None, customer_ids), dtype="str"),
            "product_id": cast.products.product_id.to_numpy()[lines.item],
            "region": lines.region,
            "channel": lines.channel,
            "quantity": lines.quantity,
            "revenue": lines.revenue,
        }
    )
