"""What is done to a retailer's order lines: falls, whose truth is returned, and nuisances, which are no downturns.

Days are counted from the first day of the frame that is passed in. Nothing changes before the day that is named.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.scenarios import times

DROP_SHARES = (0.2, 0.3, 0.5)
KINDS = ("thinned", "customers", "shrunk")  # fewer order lines, buyers who left, smaller quantities
RAMP_DAYS = (0, 28)  # abrupt, or over four weeks
DROP_DAYS = 56  # a fall lasts as long as we look for it, so that few products are down at once
FALLEN_SHARE = 0.4  # of the products fall at some time; on an average day about one in twenty is down
TRUTH_COLUMNS = ["product_id", "region", "day", "share", "kind", "ramp_days"]

PROMOTED_EVERY = 6  # each sixth product
HUGE_ORDER = 200.0  # mean lines


@dataclass(frozen=True)
class Nuisance:
    """`apply(sales, rng, day)` returns the changed lines and the products concerned."""

    apply: Callable[[pd.DataFrame, np.random.Generator, int], tuple[pd.DataFrame, np.ndarray]]
    days: int  # it lasts; alarms are counted from its first day to 28 days after its last
    ends_data: bool = False  # the lines stop with it, and alarms are counted while it lasts
    needs: str = "product_id"  # column without which it cannot be told


def days_of(sales: pd.DataFrame) -> np.ndarray:
    """Days since the frame's first day."""
    dates = sales["sold_date"].to_numpy().astype("datetime64[D]")
    return (dates - dates.min()).astype(int)


def with_drops(
    sales: pd.DataFrame, rng: np.random.Generator, *, first: int, last: int, in_one_region: bool = False
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Lets some products fall for 56 days, each from a random day on, and all 56 between the days `first` and `last`.

    The second frame is the truth: TRUTH_COLUMNS, one row per fall; `region` is missing where the fall is everywhere,
    else it is the region in which the product sells most.
    """
    product, product_ids = pd.factorize(sales["product_id"], sort=True)
    count = len(product_ids)
    falls = rng.random(count) < FALLEN_SHARE
    onset = rng.integers(first, last + 2 - DROP_DAYS, count)
    size, kind, ramp_days = (rng.choice(options, count) for options in (DROP_SHARES, KINDS, RAMP_DAYS))
    age = days_of(sales) - onset[product]
    reached = size[product] * np.clip((age + 1) / np.maximum(ramp_days[product], 1), 0, 1)
    regions = _largest_region(sales)
    hit = falls[product] & (age >= 0) & (age < DROP_DAYS)
    if in_one_region:
        hit &= sales["region"].to_numpy() == regions.to_numpy(dtype=object)[product]
    reached = np.where(hit, reached, 0.0)
    chance = np.where((kind == "customers")[product], _customer_chance(sales, rng), rng.random(len(sales)))
    is_shrunk = (kind == "shrunk")[product]
    left = 1.0 - np.where(is_shrunk, reached, 0.0)
    changed = sales.assign(quantity=sales["quantity"] * left, revenue=sales["revenue"] * left)
    truth = pd.DataFrame(
        {
            "product_id": product_ids,
            "region": regions.to_numpy(dtype=object) if in_one_region else None,
            "day": onset,
            "share": size,
            "kind": kind,
            "ramp_days": ramp_days,
        }
    )
    return changed[is_shrunk | (chance >= reached)], truth[falls].reset_index(drop=True)


def new_region(sales, rng, day):
    """Every second product is sold in a region that was not there before, as much as in the first one."""
    product, product_ids = _products(sales)
    first_region = sales["region"].min()
    copied = (days_of(sales) >= day) & (sales["region"] == first_region) & (product % 2 == 0)
    opened = sales[copied & (rng.random(len(sales)) < 0.9)].assign(region="new region")
    return _together(sales, _of_new_customers(opened)), product_ids


def new_store(sales, rng, day):
    """A store opens in the first region: every second product sells two fifths more there, to new customers."""
    product, product_ids = _products(sales)
    more = (days_of(sales) >= day) & (sales["region"] == sales["region"].min()) & (product % 2 == 0)
    return _together(sales, _of_new_customers(sales[more & (rng.random(len(sales)) < 0.4)])), product_ids


def market_lull(sales, rng, day):
    """A quarter less of everything everywhere for four weeks."""
    quiet = _between(sales, day, 28)
    return sales[~(quiet & (rng.random(len(sales)) < 0.25))], _products(sales)[1]


def market_peak(sales, rng, day):
    """Three fifths more of everything everywhere for six weeks, and then as before."""
    return times(sales, rng, np.where(_between(sales, day, 42), 1.6, 1.0)), _products(sales)[1]


def missing_day(sales, rng, day):
    return sales[days_of(sales) != day], _products(sales)[1]


def two_regions_missing(sales, rng, day):
    """Two regions (or all, where there are fewer) send nothing for two days."""
    absent = sales["region"].isin(sorted(sales["region"].unique())[:2])
    return sales[~(absent & _between(sales, day, 2)).to_numpy()], _products(sales)[1]


def late_data(sales, rng, day):
    """The data ends the day after, and two thirds of the last two days' lines of half the regions are not yet in."""
    regions = sorted(sales["region"].unique())
    late = sales["region"].isin(regions[: (len(regions) + 1) // 2]).to_numpy() & (days_of(sales) >= day)
    known = (days_of(sales) <= day + 1) & ~(late & (rng.random(len(sales)) < 2 / 3))
    return sales[known], _products(sales)[1]


def promotion_end(sales, rng, day):
    """Each sixth product sells two and a half times the usual for two weeks, and then as before."""
    product, product_ids = _products(sales)
    promoted = (product % PROMOTED_EVERY == 0) & _between(sales, day, 14)
    return times(sales, rng, np.where(promoted, 2.5, 1.0)), product_ids[::PROMOTED_EVERY]


def huge_order(sales, rng, day):
    """Each sixth product has one order line worth two hundred of its mean ones, on its first sale from the day on."""
    product, product_ids = _products(sales)
    chosen = (product % PROMOTED_EVERY == 0) & (days_of(sales) >= day)
    firsts = sales[chosen].sort_values("sold_date", kind="stable").drop_duplicates("product_id")
    means = sales.groupby("product_id")[["quantity", "revenue"]].mean().loc[firsts["product_id"]].to_numpy()
    huge = firsts.assign(quantity=HUGE_ORDER * means[:, 0], revenue=HUGE_ORDER * means[:, 1])
    return _together(sales, _of_new_customers(huge)), product_ids[::PROMOTED_EVERY]


def missing_category(sales, rng, day):
    """From the day on each sixth product's lines come without a category."""
    product, product_ids = _products(sales)
    lost = (product % PROMOTED_EVERY == 0) & (days_of(sales) >= day)
    return sales.assign(category=sales["category"].where(~lost)), product_ids[::PROMOTED_EVERY]


NUISANCES = {
    "new region": Nuisance(new_region, days=56, needs="region"),
    "new store": Nuisance(new_store, days=28),
    "market lull": Nuisance(market_lull, days=28),
    "market peak ends": Nuisance(market_peak, days=42),
    "a missing day": Nuisance(missing_day, days=1),
    "two regions miss two days": Nuisance(two_regions_missing, days=2),
    "late data": Nuisance(late_data, days=2, ends_data=True),
    "promotion ends": Nuisance(promotion_end, days=14),
    "one huge order": Nuisance(huge_order, days=28),
    "missing category": Nuisance(missing_category, days=28, needs="category"),
}


def _products(sales: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    codes, labels = pd.factorize(sales["product_id"], sort=True)
    return codes, np.asarray(labels, dtype=object)


def _between(sales: pd.DataFrame, day: int, days: int) -> np.ndarray:
    age = days_of(sales) - day
    return (age >= 0) & (age < days)


def _together(sales: pd.DataFrame, more: pd.DataFrame) -> pd.DataFrame:
    return pd.concat([sales, more], ignore_index=True)


def _of_new_customers(lines: pd.DataFrame) -> pd.DataFrame:
    return lines.assign(customer_id="new " + lines["customer_id"], order_id="new " + lines["order_id"])


def _customer_chance(sales: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """A number in [0, 1) per line, the same for all lines of one customer and product."""
    customer, customers = pd.factorize(sales["customer_id"])
    pair = pd.factorize(sales["product_id"])[0] * (len(customers) + 1) + customer
    pairs, row = np.unique(pair, return_inverse=True)
    return np.where(customer >= 0, rng.random(len(pairs))[row], rng.random(len(sales)))


def _largest_region(sales: pd.DataFrame) -> pd.Series:
    """Per product, in the order of their ids."""
    return (
        sales.groupby(["product_id", "region"])
        .size()
        .sort_values(kind="stable")
        .groupby(level=0)
        .tail(1)
        .reset_index(level=1)["region"]
        .sort_index()
    )
