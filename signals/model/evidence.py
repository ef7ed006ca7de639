"""What stands behind a warning?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from signals.model.subjects import Cause, Driver, Subject, Warning, Witness


@dataclass(frozen=True)
class Quote:
    """A customer's own words."""

    given_date: date
    source: str
    customer_id: str | None
    customer_name: str | None
    product_id: str | None
    touchpoint: str | None
    score: float | None
    scale: str | None
    verbatim: str
    feedback_id: str | None = None
    heard_by: str | None = None  # the colleague who spoke with the customer


@dataclass(frozen=True)
class ShareChange:
    """A share of answers before and after, with 95 % Wilson intervals; None where there are too few answers."""

    brand: str
    before_share: float | None
    before_low: float | None
    before_high: float | None
    before_count: int  # answers
    after_share: float | None
    after_low: float | None
    after_high: float | None
    after_count: int  # answers
    probability_fell: float | None  # posterior probability, 0-1
    rivals: tuple[tuple[str, float, float], ...]  # brand, share before, share after; the greatest gain first


@dataclass(frozen=True)
class PriceStep:
    """A competitor's price that changed and stayed."""

    competitor: str
    competitor_product: str
    region: str | None
    step_date: date
    price_before: float  # money
    price_after: float
    own_price: float | None  # money, what ours sold for that week
    gap_share: float | None  # (ours - theirs) / theirs after the step; positive means that ours is dearer


@dataclass(frozen=True)
class ScoreMonth:
    """What was scored on one scale in one month, with a 95 % interval."""

    scale: str  # nps (points), csat (share), ces or stars (mean)
    month: date
    score: float
    low: float  # missing with one answer
    high: float
    n: int  # answers


@dataclass(frozen=True)
class VoiceOfCustomers:
    """Everything that customers said in two years up to a day."""

    as_of: date
    feedback: pd.DataFrame  # as marts/feedback, the newest first, with product, department, stage and tone
    themes: pd.DataFrame  # feedback_id, theme, name


@dataclass(frozen=True)
class Bridge:
    """How one amount became another: before + the parts = now, to the cent. Money."""

    kind: str  # price_volume_mix or customers_orders_basket
    before: float
    parts: tuple[tuple[str, float], ...]  # name as a reader knows it, amount
    now: float
    note: str  # what is compared with what


@dataclass(frozen=True)
class Voiced:
    """What customers said behind a warning that no fall in sales raised."""

    weeks: pd.DataFrame  # week (its first day; weeks end on as_of's weekday), value, n
    unit: str  # of a value, as an axis says it
    is_count: bool  # a week without an answer is 0, not missing
    before: float | None  # what was usual until the onset; None where nothing was
    speakers: pd.DataFrame  # customer_id, customer_name, region, account_owner, voices_count, last_date, state
    quotes: tuple[Quote, ...]  # since the onset, the newest first


@dataclass(frozen=True)
class Evidence:
    """What stands behind a warning, or behind a product that nobody warned of, as of one day."""

    subject: Subject
    as_of: date
    currency: str
    warning: Warning | None
    headline: str
    weeks: pd.DataFrame  # week (its first day; weeks end on as_of's weekday), actual, expected, low, high, is_complete
    events: pd.DataFrame  # kind, first_date, last_date, note
    first_choice: ShareChange | None
    prices: pd.DataFrame  # observed_date, competitor, competitor_product, region, price
    own_prices: pd.DataFrame  # week, price: money a unit
    price_steps: tuple[PriceStep, ...]
    drivers: tuple[Driver, ...]  # those whose range excludes zero, the greatest first
    customers: pd.DataFrame  # customer_id, customer_name, region, account_owner, observed, expected, state
    quotes: tuple[Quote, ...]  # the newest first
    sentences: Mapping[str, str]  # by step: sales, first_choice, prices, drivers, customers, words, certainty
    verdict_days: pd.DataFrame = field(  # days of which a person has spoken: verdict, first_date, last_date, reason
        default_factory=lambda: pd.DataFrame(columns=["verdict", "first_date", "last_date", "reason"])
    )
    complete_date: date | None = None  # the last day for which everything is in; None: as_of
    bridges: tuple[Bridge, ...] = ()  # what the fall is made of; empty where nothing fell
    witnesses: tuple[Witness, ...] = ()  # what speaks of the same product beside its sales
    words: pd.DataFrame = field(  # phrases used more: comparison, phrase, counts and shares of voices
        default_factory=lambda: pd.DataFrame(columns=["comparison", "phrase", "affected_count", "others_count"])
    )
    causes: tuple[Cause, ...] = ()  # what fits the fall in time and place, the most telling first
    voiced: Voiced | None = None  # of a warning that the sales did not raise
