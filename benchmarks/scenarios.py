"""What do the order lines of five different retailers look like while nothing changes?

Each maker takes a generator and gives a frame with the columns of `signals.stats.simulate.simulated_sales`. The same
seed gives the same frame. None of them holds a downturn of a product: seasons, swings of the market, promotions and
slow trends are life, not news.
"""

from collections.abc import Callable

import numpy as np
import pandas as pd

from signals.stats.simulate import simulated_sales

FIRST_DATE = "2024-01-01"  # a Monday
DAYS = 728  # two years: the second has a last year to take the season from
GROCERY_WEEKDAYS = np.array([0.8, 0.7, 0.8, 0.9, 1.3, 1.8, 0.7])  # of a mean day, from Monday
GROCERY_PROMOTED = 0.06  # of the products, each week
GROCERY_UPLIFT = (1.8, 3.0)  # times the usual, in the week of the promotion
FASHION_TREND = (0.7, 1.3)  # in a year, the slowest and the fastest
DISTRIBUTOR_CUSTOMERS = 90
DISTRIBUTOR_LINES = 20.0  # an order, on average
DISTRIBUTOR_BURST = 0.3  # shape of what an order wants of one product: most want none, some want many lines


def chosen_rates(rng: np.random.Generator, products: int, tiers: dict[str, tuple[float, float]]) -> np.ndarray:
    """Order lines a day per product: the tiers by turns, evenly spread in ln within each."""
    bounds = [tiers[name] for name in tiers]
    low, high = np.array([bounds[number % len(bounds)] for number in range(products)]).T
    return np.exp(rng.uniform(np.log(low), np.log(high)))


TIER_RATES = {"A": (10.0, 25.0), "B": (3.0, 10.0), "C": (1.0, 3.0)}


def plain(rng: np.random.Generator, *, products: int = 120, days: int = DAYS) -> pd.DataFrame:
    """The simulator of the package as it comes: four regions, three categories, a season of 0.2."""
    rates = chosen_rates(rng, products, TIER_RATES)
    return simulated_sales(rng, first_date=FIRST_DATE, days=days, lines_per_day=rates)


def distributor(rng: np.random.Generator, *, products: int = 120, days: int = DAYS) -> pd.DataFrame:
    """Few customers, whose sizes are heavy-tailed; an order has many lines, and quantities run to hundreds.

    Each customer has own favourites and orders at random on working days; an order's size is lognormal, and what it
    wants of one product is a gamma of shape 0.3, so that a week's lines have several times a Poisson count's variance.
    """
    rates = chosen_rates(rng, products, TIER_RATES)
    activity = rng.pareto(1.6, DISTRIBUTOR_CUSTOMERS) + 0.2
    favourites = rng.gamma(0.5, 1.0, (DISTRIBUTOR_CUSTOMERS, products))
    sales_share = activity[:, None] * favourites
    sales_share *= (rates / sales_share.sum(axis=0))[None, :]  # lines a day, customers × products
    lines_a_day = sales_share.sum(axis=1)
    orders_a_day = np.clip(lines_a_day / DISTRIBUTOR_LINES, 0.02, 0.8)
    weekday = np.arange(days) % 7
    is_open = np.where(weekday < 5, 7 / 5, 0.0)
    customer, day = np.nonzero(rng.random((DISTRIBUTOR_CUSTOMERS, days)) < orders_a_day[:, None] * is_open)
    size = rng.lognormal(-0.32, 0.8, len(customer))  # mean 1
    wanted = sales_share[customer] * (size / orders_a_day[customer])[:, None]
    counts = rng.poisson(wanted * rng.gamma(DISTRIBUTOR_BURST, 1 / DISTRIBUTOR_BURST, wanted.shape))
    order, product = np.nonzero(counts)
    repeats = counts[order, product]
    order, product = np.repeat(order, repeats), np.repeat(product, repeats)
    quantity = np.ceil(rng.lognormal(1.5, 1.3, len(order)))
    price = np.round(rng.lognormal(2.5, 0.6, products), 2)
    return _frame(
        day=day[order],
        order=order,
        customer=customer[order],
        product=product,
        category=product % 4,
        region=customer[order] % 3,
        channel=customer[order] % 2,
        quantity=quantity,
        revenue=np.round(quantity * price[product], 2),
    )


def fashion(rng: np.random.Generator, *, products: int = 120, days: int = DAYS) -> pd.DataFrame:
    """A season of amplitude 0.5, and each product grows or shrinks slowly by up to 30 % a year."""
    rates = chosen_rates(rng, products, TIER_RATES)
    sales = simulated_sales(
        rng, first_date=FIRST_DATE, days=days, lines_per_day=rates, season=0.5, overdispersion=0.5, customers=4000
    )
    product, day = _product_codes(sales), _days(sales)
    growth = np.log(rng.uniform(*FASHION_TREND, products))[product]
    half_year = (days / 2 - day) / 365
    return times(sales, rng, np.exp(-growth * half_year))


def grocery(rng: np.random.Generator, *, products: int = 60, days: int = DAYS) -> pd.DataFrame:
    """High volume, busy Saturdays, and every week some products are on promotion and sell twice or three times."""
    rates = chosen_rates(rng, products, {"A": (10.0, 40.0)})
    sales = simulated_sales(
        rng, first_date=FIRST_DATE, days=days, lines_per_day=rates, season=0.1, customers=6000, categories=5
    )
    product, day = _product_codes(sales), _days(sales)
    plain_weekdays = np.bincount(day % 7, minlength=7) / len(day) * 7
    weekday = (GROCERY_WEEKDAYS / plain_weekdays)[day % 7]
    promoted = rng.random((products, days // 7 + 1)) < GROCERY_PROMOTED
    uplift = np.where(promoted, rng.uniform(*GROCERY_UPLIFT, promoted.shape), 1.0)
    return times(sales, rng, weekday * uplift[product, day // 7])


def small_shop(rng: np.random.Generator, *, products: int = 120, days: int = DAYS) -> pd.DataFrame:
    """One region, no categories, 0.3 to 5 lines a day; each product has a few dozen regulars who come back."""
    rates = chosen_rates(rng, products, {"low": (0.3, 1.0), "C": (1.0, 3.0), "B": (3.0, 5.0)})
    sales = simulated_sales(
        rng, first_date=FIRST_DATE, days=days, lines_per_day=rates, regions=1, channels=1, customers=500
    )
    product = _product_codes(sales)
    regulars = rng.integers(8, 60, products)[product]
    own = np.floor(regulars * rng.random(len(sales)) ** 2).astype(int)  # some come far more often
    customer = (product * 37 + own * 11) % 500
    return sales.assign(customer_id=_labels(customer, "c"), order_id=_labels(_days(sales) * 500 + customer, "o")).drop(
        columns="category"
    )


RETAILERS: dict[str, Callable[..., pd.DataFrame]] = {
    "plain": plain,
    "distributor": distributor,
    "fashion": fashion,
    "grocery": grocery,
    "small shop": small_shop,
}


def times(sales: pd.DataFrame, rng: np.random.Generator, factor: np.ndarray) -> pd.DataFrame:
    """Each line `factor` times on average (the whole part for certain, the rest by chance).

    A copy belongs to a customer of its own: that of another line of the same region and day.
    """
    factor = np.asarray(factor, dtype=float)
    copies = np.floor(factor).astype(int) + (rng.random(len(sales)) < factor % 1)
    place = np.repeat(np.arange(len(sales)), copies)
    is_first = np.diff(place, prepend=-1) > 0
    more = sales.iloc[place].reset_index(drop=True)
    return _with_customers_of_others(more, rng, np.flatnonzero(~is_first))


def _with_customers_of_others(sales: pd.DataFrame, rng: np.random.Generator, rows: np.ndarray) -> pd.DataFrame:
    """Customer and order of the given rows become those of a random row of the same region and day."""
    if len(rows) == 0:
        return sales
    region, _ = pd.factorize(sales["region"])
    cell = _days(sales) * (int(region.max()) + 1) + region
    order = np.lexsort((rng.random(len(sales)), cell))
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    sizes = np.diff(np.append(starts, len(order)))
    of_cell = np.searchsorted(cell[order][starts], cell[rows])
    donor = order[starts[of_cell] + np.floor(rng.random(len(rows)) * sizes[of_cell]).astype(int)]
    changed = {}
    for column in ("customer_id", "order_id"):
        values = sales[column].to_numpy(dtype=object, copy=True)
        values[rows] = values[donor]
        changed[column] = pd.Series(values, dtype=sales[column].dtype)
    return sales.assign(**changed)


def _frame(*, day, order, customer, product, category, region, channel, quantity, revenue) -> pd.DataFrame:
    width = len(str(int(product.max())))
    return pd.DataFrame(
        {
            "sold_date": np.datetime64(FIRST_DATE, "s") + day.astype("timedelta64[D]"),
            "order_id": _labels(order, "o"),
            "customer_id": _labels(customer, "c"),
            "product_id": pd.Series(product).astype(str).str.zfill(width).radd("p"),
            "category": _labels(category, "category "),
            "region": _labels(region, "region "),
            "channel": _labels(channel, "channel "),
            "quantity": quantity,
            "revenue": revenue,
        }
    )


def _labels(codes: np.ndarray, prefix: str) -> pd.Series:
    return pd.Series(codes).astype(str).radd(prefix)


def _product_codes(sales: pd.DataFrame) -> np.ndarray:
    return pd.factorize(sales["product_id"], sort=True)[0]


def _days(sales: pd.DataFrame) -> np.ndarray:
    """Days since FIRST_DATE."""
    return (sales["sold_date"].to_numpy().astype("datetime64[D]") - np.datetime64(FIRST_DATE, "D")).astype(int)
