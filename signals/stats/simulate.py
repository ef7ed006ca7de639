"""What would sales lines look like if nothing changed, or if something did?

Everything comes from the generator that is passed in: the same seed gives the same lines.
"""

import numpy as np
import pandas as pd

WEEKDAY_SHARES = np.array([1.1, 1.1, 1.0, 1.0, 1.2, 1.0, 0.6])  # of a mean day, from Monday
MARKET_SPREAD = 0.08  # of the whole market, day by day, ln
MARKET_MEMORY = 0.8  # of yesterday's market departure


def simulated_sales(
    rng: np.random.Generator,
    *,
    first_date: str = "2024-01-01",
    days: int = 400,
    lines_per_day: np.ndarray,
    regions: int = 4,
    categories: int = 3,
    channels: int = 2,
    customers: int = 2000,
    overdispersion: float = 0.3,
    season: float = 0.2,
) -> pd.DataFrame:
    """Order lines of one product per entry of `lines_per_day` (its mean), in random order of customers.

    Regions differ in size and products in their regional mix. The market moves by weekday, by an autocorrelated swing
    and by a yearly season of amplitude `season` that each product shares to a different degree. `overdispersion` is the
    variance of the daily rate, in squared means, so a count's variance is mean + overdispersion · mean²/10.
    """
    rate = _rates(rng, np.asarray(lines_per_day, dtype=float), regions=regions, days=days, season=season)
    shape = 10.0 / max(overdispersion, 1e-9)
    counts = rng.poisson(rate * rng.gamma(shape, 1.0 / shape, size=rate.shape))
    product, region, day = (
        np.repeat(index, counts.ravel()) for index in (axis.ravel() for axis in np.indices(rate.shape))
    )
    customer = _customers(rng, region, regions=regions, customers=customers)
    price = np.round(rng.lognormal(2.5, 0.6, len(lines_per_day)), 2)
    quantity = 1 + rng.geometric(0.5, len(product)) - 1
    width = len(str(len(lines_per_day) - 1))
    dates = np.datetime64(first_date, "s") + day.astype("timedelta64[D]")
    return pd.DataFrame(
        {
            "sold_date": dates,
            "order_id": pd.Series(day * customers + customer).astype(str).radd("o"),
            "customer_id": pd.Series(customer).astype(str).radd("c"),
            "product_id": pd.Series(product).astype(str).str.zfill(width).radd("p"),
            "category": pd.Series(product % categories).astype(str).radd("category "),
            "region": pd.Series(region).astype(str).radd("region "),
            "channel": pd.Series(customer % channels).astype(str).radd("channel "),
            "quantity": quantity,
            "revenue": np.round(quantity * price[product], 2),
        }
    )


def thinned(sales: pd.DataFrame, rng: np.random.Generator, *, share: float, chosen: np.ndarray) -> pd.DataFrame:
    """Without a random `share` of the chosen lines: a drop of demand."""
    return sales[~(np.asarray(chosen) & (rng.random(len(sales)) < share))]


def without_customers(
    sales: pd.DataFrame, rng: np.random.Generator, *, share: float, chosen: np.ndarray
) -> pd.DataFrame:
    """Without the chosen lines of a random `share` of the customers: buyers who left."""
    customers = sales["customer_id"].unique()
    gone = customers[rng.random(len(customers)) < share]
    return sales[~(np.asarray(chosen) & sales["customer_id"].isin(gone).to_numpy())]


def shrunk(sales: pd.DataFrame, *, share: float, chosen: np.ndarray) -> pd.DataFrame:
    """The chosen lines with a `share` of their quantity and revenue missing: smaller orders."""
    left = np.where(chosen, 1.0 - share, 1.0)
    return sales.assign(quantity=sales["quantity"] * left, revenue=sales["revenue"] * left)


def _rates(rng: np.random.Generator, means: np.ndarray, *, regions: int, days: int, season: float) -> np.ndarray:
    """Expected lines, products × regions × days."""
    region_size = rng.dirichlet(np.full(regions, 6.0))
    mix = rng.gamma(4.0, 1.0, (len(means), regions)) * region_size
    mix /= mix.sum(axis=1, keepdims=True)
    day = np.arange(days)
    swing = np.zeros((regions, days))
    for today in range(1, days):
        swing[:, today] = MARKET_MEMORY * swing[:, today - 1] + rng.normal(0.0, MARKET_SPREAD, regions)
    market = WEEKDAY_SHARES[day % 7] * np.exp(swing)
    sensitivity = rng.normal(1.0, 0.3, len(means))[:, None]
    yearly = np.exp(season * sensitivity * np.sin(2 * np.pi * day / 364.0)[None, :])
    return means[:, None, None] * mix[:, :, None] * market[None, :, :] * yearly[:, None, :]


def _customers(rng: np.random.Generator, region: np.ndarray, *, regions: int, customers: int) -> np.ndarray:
    """A customer of the line's region for every line; some buy far more often than others."""
    home = np.arange(customers) % regions
    activity = rng.gamma(0.7, 1.0, customers)
    chosen = np.zeros(len(region), dtype=np.int64)
    for code in range(regions):
        here, lines = np.flatnonzero(home == code), region == code
        weights = activity[here] / activity[here].sum()
        chosen[lines] = rng.choice(here, size=int(lines.sum()), p=weights)
    return chosen
