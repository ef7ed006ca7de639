"""What is true of the demo company: what a good warning must find, and what must stay silent."""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True)
class Downturn:
    """A product that really falls, measured against the same company without its story."""

    product_id: str
    onset: date
    cause: str  # competitor price or packaging quality
    effect_share: float  # order lines since the onset: (sold - counterfactual) / counterfactual, negative
    revenue_effect_share: float  # the same in revenue
    lost_revenue: float  # money not sold since the onset
    regions: tuple[str, ...]  # where it falls most; empty is everywhere
    customer_ids: tuple[str, ...]  # the accounts that carry most of it; empty is nobody in particular


@dataclass(frozen=True)
class Leaver:
    """A customer who orders no more after `left_date`."""

    customer_id: str
    left_date: date
    cause: str  # late deliveries, wrong invoices, or none given
    complaint_count: int


@dataclass(frozen=True)
class Trap:
    """Something that moves the figures and must raise no alarm."""

    kind: str
    first_date: date
    last_date: date | None  # None: it lasts
    product_ids: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True)
class Truth:
    """The answers to hold the product's warnings against."""

    downturns: tuple[Downturn, ...]
    leavers: tuple[Leaver, ...]  # planted: of decent value, gone in the last four months
    faded: dict[str, date]  # everybody else who left during the history, as customers do
    traps: tuple[Trap, ...]
    late_sales: pd.DataFrame  # the late region's lines that arrive after the last day
