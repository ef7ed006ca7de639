"""Who and what is in the demo company: products, regions, people and customers with their habits."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.demo import names, story
from signals.demo.story import Story

# lines_per_day: what the product is meant to sell; under one a day nothing can be judged.
PRODUCTS = """
P-101 | Trident            | Pain relief  |  7.90 | 28.0
P-102 | Dolvenna Gel       | Pain relief  |  9.40 | 15.0
P-103 | Kestrin            | Pain relief  |  6.20 | 10.0
P-104 | Migralux           | Pain relief  | 12.80 |  6.0
P-105 | Tensofol           | Pain relief  |  8.10 |  2.5
P-106 | Rheumira Plaster   | Pain relief  | 14.50 |  0.5
P-201 | Orion              | Allergy      |  9.80 | 38.0
P-202 | Pollivance         | Allergy      | 11.20 | 16.0
P-203 | Nasovel Spray      | Allergy      |  7.60 |  9.0
P-204 | Oculair Drops      | Allergy      |  8.90 |  4.0
P-205 | Hivora             | Allergy      | 16.40 |  0.4
P-301 | Frostex            | Cold & flu   |  8.70 | 14.0
P-302 | Tussivane Syrup    | Cold & flu   |  7.30 | 11.0
P-303 | Halsora Lozenges   | Cold & flu   |  4.60 |  8.0
P-304 | Febrilo            | Cold & flu   |  5.90 |  4.0
P-305 | Sinuvita           | Cold & flu   | 13.10 |  0.8
P-401 | Gastrelle          | Digestion    |  8.40 | 13.0
P-402 | Digestova          | Digestion    |  6.70 |  7.0
P-403 | Lactivor           | Digestion    | 10.90 |  4.0
P-404 | Calmabel           | Digestion    |  9.20 |  2.0
P-501 | Vitalune D         | Vitamins     |  9.90 | 15.0
P-502 | Magnivor           | Vitamins     |  8.30 | 10.0
P-503 | Ferrolia           | Vitamins     | 11.60 |  5.0
P-504 | Zinkora            | Vitamins     |  6.90 |  3.0
P-505 | Omegalis           | Vitamins     | 15.20 |  6.0
P-601 | Dermisol           | Skin care    | 10.40 | 11.0
P-602 | Solvia Lotion      | Skin care    | 12.30 |  6.0
P-603 | Eczelle            | Skin care    | 17.80 |  0.6
P-701 | Somnelle           | Sleep & calm | 11.90 |  9.0
P-702 | Passivora          | Sleep & calm |  7.70 |  4.0
P-703 | Melisane           | Sleep & calm | 14.20 |  0.9
P-801 | Plastora           | Wound care   |  4.90 | 10.0
P-802 | Antisepta          | Wound care   |  6.40 |  5.0
P-803 | Burnova            | Wound care   |  9.10 |  2.5
"""

REGIONS = {  # share of customers
    "North-East": 0.16, "North-West": 0.15, "East": 0.13, "West": 0.13,
    "Central": 0.15, "South-East": 0.15, "South-West": 0.13,
}  # fmt: skip
NEW_REGION_CUSTOMERS = 70

SEGMENTS = pd.DataFrame(  # orders a day are gamma distributed over customers; quantity in sales units a line
    {
        "customers": [1240, 90, 10, 1000],
        "orders_per_day": [1 / 12, 1 / 5, 0.6, 1 / 50],
        "rate_shape": [2.2, 3.0, 6.0, 1.6],
        "life_years": [4.0, 7.0, 12.0, 2.2],
        "quantity": [60, 120, 90, 2],
        "discount_percent": [12, 20, 18, 0],
        "channel": ["store", "partner", "store", "web"],
    },
    index=["Pharmacy", "Wholesaler", "Pharmacy chain", "Consumer"],
)
EXISTING_SHARE = 0.53  # of customers who were there when the history starts
ACCOUNT_ORDERS_PER_DAY, ACCOUNT_NAMES = 2.6, names.FIVE_ACCOUNTS


@dataclass(frozen=True)
class Cast:
    """The company before it sells anything."""

    told: Story
    products: pd.DataFrame  # as `products`
    customers: pd.DataFrame  # as `customers`


def assembled(told: Story, *, rng: np.random.Generator) -> Cast:
    """All who take part in this story."""
    return Cast(told, products(told), customers(told, rng=rng))


def products(told: Story) -> pd.DataFrame:
    """One row a product: the export's columns and `lines_per_day`."""
    rows = [[cell.strip() for cell in line.split("|")] for line in PRODUCTS.strip().splitlines()]
    frame = pd.DataFrame(rows, columns=["product_id", "product_name", "category", "list_price", "lines_per_day"])
    frame = frame.astype({"list_price": float, "lines_per_day": float})
    number = np.arange(len(frame))
    launched = pd.Timestamp(told.first_day) - pd.to_timedelta(400 + 97 * (number % 23), unit="D")
    frame["launched_date"] = np.where(frame.product_id == story.LAUNCHED, pd.Timestamp(told.launch), launched)
    is_gone = frame.product_id == story.DISCONTINUED
    frame["discontinued_date"] = pd.Series(pd.NaT, index=frame.index).mask(is_gone, pd.Timestamp(told.discontinuation))
    return frame


def customers(told: Story, *, rng: np.random.Generator) -> pd.DataFrame:
    """One row a customer: the export's columns and the habits (rate, arrival, leaving, language, price, quantity).

    The first five are the accounts that turn away from Trident. `arrived_day` and `left_day` count from the first day.
    """
    segment = np.repeat(SEGMENTS.index, SEGMENTS.customers)
    frame = pd.DataFrame({"segment": np.concatenate([["Pharmacy chain"] * len(ACCOUNT_NAMES), segment])})
    frame["region"] = rng.choice(list(REGIONS), size=len(frame), p=list(REGIONS.values()))
    is_account = frame.index < len(ACCOUNT_NAMES)
    is_new = frame.segment.eq("Pharmacy") & (frame.groupby("segment").cumcount() < NEW_REGION_CUSTOMERS)
    frame["region"] = frame.region.mask(is_account, story.FALL_REGION).mask(is_new, story.NEW_REGION)
    frame = _with_habits(frame, told, is_account=is_account, is_new=is_new, rng=rng)
    return names.named(_with_leavers(frame, told, rng=rng), rng=rng)


def _with_habits(
    frame: pd.DataFrame, told: Story, *, is_account: np.ndarray, is_new: pd.Series, rng: np.random.Generator
) -> pd.DataFrame:
    habit = SEGMENTS.loc[frame.segment].reset_index(drop=True)
    count, opening = len(frame), (told.region_opening - told.first_day).days
    rate = rng.gamma(habit.rate_shape, habit.orders_per_day / habit.rate_shape)
    late_arrival = rng.integers(0, story.HISTORY_DAYS - 20, count)
    arrived = np.where(rng.random(count) < EXISTING_SHARE, 0, late_arrival)
    arrived = np.select([is_account, is_new], [0, opening + rng.integers(0, 60, count)], arrived)
    life_days = rng.exponential(habit.life_years * 365.25)
    left = np.where(is_account, np.inf, arrived + life_days)
    return frame.assign(
        orders_per_day=np.where(is_account, ACCOUNT_ORDERS_PER_DAY, rate),
        arrived_day=arrived,
        left_day=np.where(left >= story.HISTORY_DAYS, np.nan, np.floor(left)),
        quantity=habit.quantity * np.where(is_account, 1.0, rng.lognormal(0, 0.25, count)),
        discount_share=(habit.discount_percent + rng.integers(-4, 5, count) * (habit.discount_percent > 0)) / 100,
        channel=habit.channel,
        is_account=is_account,
    )


def _with_leavers(frame: pd.DataFrame, told: Story, *, rng: np.random.Generator) -> pd.DataFrame:
    """Lets some good pharmacies go, each on its day; `leaving_cause` is missing for everybody else."""
    first, last = ((day - told.first_day).days for day in told.leaving)
    is_good = frame.segment.eq("Pharmacy") & frame.left_day.isna() & frame.orders_per_day.between(0.08, 0.25)
    candidates = frame.index[is_good & (frame.arrived_day < first - 300)]
    chosen = rng.choice(candidates, size=story.LEAVERS_COUNT, replace=False)
    cause = rng.choice(["late deliveries", "wrong invoices", "none given"], size=len(chosen), p=[0.4, 0.3, 0.3])
    frame = frame.assign(leaving_cause=pd.Series(cause, index=chosen).reindex(frame.index))
    frame.loc[chosen, "left_day"] = rng.integers(first, last + 1, len(chosen))
    return frame


def day_of(told: Story, days: np.ndarray | pd.Series) -> pd.DatetimeIndex:
    """The calendar days of day numbers counted from the first day."""
    return pd.DatetimeIndex(pd.Timestamp(told.first_day) + pd.to_timedelta(np.asarray(days), unit="D")).as_unit("s")


def number_of(told: Story, day: date) -> int:
    """Days from the first day of the history."""
    return (day - told.first_day) // timedelta(days=1)
