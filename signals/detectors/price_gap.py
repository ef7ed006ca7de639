"""Which competitors changed their price for good, and how far is ours from theirs now?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from signals.detectors.price_series import KEPT_DAYS, SAME_SHARE, daily_prices, lasting_steps

OWN_DAYS = 28  # our price is what customers paid in the last four weeks

METHOD = f"""
A competitor's price step is a new price that was still there {KEPT_DAYS} days after it was first seen; a difference
below {SAME_SHARE:.1%} is none. It is dated by the day on which the new price was first seen.
The price gap is (ours - theirs) / theirs, positive where we are dearer: theirs as last seen, ours as paid in the last
{OWN_DAYS} days (revenue by quantity), or else the list price.
"""


@dataclass(frozen=True)
class PriceStep:
    """A competitor's lasting change of price."""

    product_id: str  # ours
    competitor: str
    competitor_product: str
    regions: tuple[str, ...]  # where it was seen; empty where the source names none
    step_date: date  # first seen at the new price
    last_seen_before_date: date  # last seen at another price
    from_price: float
    to_price: float

    @property
    def change_share(self) -> float:
        return (self.to_price - self.from_price) / self.from_price


@dataclass(frozen=True)
class PriceGap:
    """Our price beside one competitor's."""

    product_id: str
    competitor: str
    competitor_product: str
    region: str | None
    reference_price: float
    observed_date: date  # of the reference price
    own_price: float
    own_source: str  # sales or list
    gap_share: float  # (own - reference) / reference


def price_steps(prices: pd.DataFrame, as_of: date, *, product_id: str) -> tuple[PriceStep, ...]:
    """Newest first. `prices` has observed_date, product_id, competitor, competitor_product, price, region if known.

    Several observations of a day and place count as their median. A step shows only once its price was seen again
    KEPT_DAYS later, so its alarm comes at least that long after its date.
    """
    found: dict[tuple, list[str]] = {}
    for (competitor, product, region), series in daily_prices(prices, as_of, product_id=product_id).groupby(
        level=[0, 1, 2]
    ):
        for step in lasting_steps(series.droplevel([0, 1, 2])):
            found.setdefault((competitor, product, *step), []).extend([region] if region else [])
    steps = [
        PriceStep(product_id, competitor, product, tuple(regions), *step)
        for (competitor, product, *step), regions in found.items()
    ]
    return tuple(sorted(steps, key=lambda step: (step.step_date, step.competitor), reverse=True))


def price_gaps(
    prices: pd.DataFrame, sales: pd.DataFrame, as_of: date, *, product_id: str, list_price: float | None = None
) -> tuple[PriceGap, ...]:
    """Each competitor's last price against ours in the same region; the dearest gap first. None where ours is unknown.

    `sales` has sold_date, product_id, quantity, revenue and, where known, region. Without sales of a region in the
    last OWN_DAYS our price over all regions stands in, then the list price.
    """
    gaps = []
    for (competitor, product, region), series in daily_prices(prices, as_of, product_id=product_id).groupby(
        level=[0, 1, 2]
    ):
        own, source = _own_price(sales, as_of, product_id, region, list_price)
        if own is not None:
            seen, reference = series.index[-1][3], float(series.iloc[-1])
            gap = (own - reference) / reference
            gaps.append(PriceGap(product_id, competitor, product, region or None, reference, seen, own, source, gap))
    return tuple(sorted(gaps, key=lambda gap: (-gap.gap_share, gap.competitor, gap.region or "")))


def own_prices(sales: pd.DataFrame, as_of: date, *, product_id: str, weeks: int = 26) -> pd.DataFrame:
    """week (its first day) and price, what customers paid for a unit in these seven days; the oldest first.

    Weeks end on `as_of`'s weekday. A week without sales is left out, not carried on.
    """
    first = pd.Timestamp(as_of).normalize() - pd.Timedelta(days=7 * weeks - 1)
    lines = _sold(sales, first, as_of, product_id)
    by_week = lines.groupby((lines["day"] - first).dt.days // 7)[["quantity", "revenue"]].sum()
    rows = [((first + pd.Timedelta(weeks=week)).date(), row.revenue / row.quantity) for week, row in by_week.iterrows()]
    return pd.DataFrame(rows, columns=["week", "price"])


def _own_price(sales, as_of: date, product_id: str, region: str, list_price: float | None) -> tuple[float | None, str]:
    first = pd.Timestamp(as_of).normalize() - pd.Timedelta(days=OWN_DAYS - 1)
    lines = _sold(sales, first, as_of, product_id)
    here = lines[lines["region"] == region] if region and "region" in lines else lines
    for some in (here, lines):
        if len(some):
            return float(some["revenue"].sum() / some["quantity"].sum()), "sales"
    return list_price, "list"


def _sold(sales: pd.DataFrame, first: pd.Timestamp, as_of: date, product_id: str) -> pd.DataFrame:
    """Lines with something sold and paid, from `first` to `as_of`; returns say nothing of today's price."""
    ours = sales[(sales["product_id"] == product_id).fillna(False).astype(bool)]
    ours = ours.assign(
        day=pd.to_datetime(ours["sold_date"], format="ISO8601").dt.normalize(),
        quantity=ours["quantity"].astype(float),
        revenue=ours["revenue"].astype(float),
    )
    is_sale = (ours["quantity"] > 0) & (ours["revenue"] > 0)
    return ours[is_sale & ours["day"].between(first, pd.Timestamp(as_of))]
