"""Which voices belong to the demo company's story? The new blister, the cheaper rival, and those who leave."""

import numpy as np
import pandas as pd

from signals.demo import story
from signals.demo.cast import Cast, number_of
from signals.demo.speakers import after_purchase, region_of, sorted_days

BLISTER_COUNT, RIVAL_COUNT, ACCOUNT_COUNT = 130, 40, 3  # rows; the last for each of the five accounts
CAUSES_WITH_WORDS = ("late deliveries", "wrong invoices")


def story_voices(cast: Cast, buyers: pd.DataFrame, *, rng: np.random.Generator) -> list[pd.DataFrame]:
    """The rows that the story adds to everyday feedback."""
    return [part(cast, buyers, rng=rng) for part in (_blister, _rival, _leavers)]


def _blister(cast: Cast, buyers: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Orion's new pack: complaints above all, then reviews, calls and what the representatives hear."""
    days = sorted_days(number_of(cast.told, cast.told.new_pack), story.HISTORY_DAYS, BLISTER_COUNT, rng=rng)
    rows = after_purchase(cast, buyers[buyers.product_id == story.ORION], days, rng=rng)
    source = rng.choice(["complaint", "review", "call", "visit", "heard"], len(rows), p=[0.5, 0.25, 0.12, 0.08, 0.05])
    is_review = source == "review"
    stars = np.where(is_review, rng.choice([1.0, 2.0, 3.0], len(rows), p=[0.4, 0.4, 0.2]), np.nan)
    return rows.assign(source=source, scale=np.where(is_review, "stars", None), score=stars, theme="hard blister")


def _rival(cast: Cast, buyers: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Reliva's new price, told to the representatives in the North-East, and by each of the five accounts."""
    is_home = region_of(cast, buyers.customer_id).eq(story.FALL_REGION)
    start = number_of(cast.told, cast.told.rival_cut)
    days = sorted_days(start, story.HISTORY_DAYS, RIVAL_COUNT, rng=rng)
    rows = after_purchase(cast, buyers[is_home & (buyers.product_id == story.TRIDENT)], days, rng=rng)
    accounts = np.repeat(cast.customers.customer_id[cast.customers.is_account].to_numpy(), ACCOUNT_COUNT)
    days = rng.integers(start, story.HISTORY_DAYS, len(accounts))
    named = pd.DataFrame({"day": days, "customer_id": accounts, "product_id": story.TRIDENT})
    rows = pd.concat([rows, named], ignore_index=True)
    source = rng.choice(["visit", "call", "heard", "complaint"], len(rows), p=[0.45, 0.25, 0.2, 0.1])
    return rows.assign(source=source, theme="cheaper rival")


def _leavers(cast: Cast, buyers: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """One or two complaints of those who leave for a reason, in the weeks before they go."""
    gone = cast.customers[cast.customers.leaving_cause.isin(CAUSES_WITH_WORDS)]
    gone = gone.loc[gone.index.repeat(rng.integers(1, 3, len(gone)))].reset_index(drop=True)
    latest = buyers.drop_duplicates("customer_id", keep="last").set_index("customer_id").product_id
    return pd.DataFrame(
        {
            "day": gone.left_day.astype(int) - rng.integers(2, 26, len(gone)),
            "customer_id": gone.customer_id,
            "product_id": gone.customer_id.map(latest),
            "source": "complaint",
            "theme": gone.leaving_cause,
        }
    )
