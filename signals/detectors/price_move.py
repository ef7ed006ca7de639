"""Which competitors lately changed their price for good, so that who is cheaper changed, or how far?"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd

from signals.detectors.price_series import KEPT_DAYS, SAME_SHARE, daily_prices, is_same_price, lasting_steps
from signals.detectors.shift import BAD, GOOD, RivalPrice, Shift
from signals.metrics import METRICS

METRIC = "price_gap"
LATELY_DAYS = 56
LEAST_GAP = METRICS[METRIC].least_effect_share

METHOD = f"""
A competitor's new price of the last {LATELY_DAYS // 7} weeks that was still there {KEPT_DAYS} days after it was first
seen; a difference below {SAME_SHARE:.1%} is none, and what was seen once or ended sooner is a slip or a promotion.
The price gap is (ours - theirs) / theirs, with our price of the time at which theirs changed, as customers paid it or
else from the list. We ring where another one is the cheaper now, and watch where the gap moved by {LEAST_GAP:.0%} or
more. A competitor who became dearer is good news.
"""


@dataclass(frozen=True)
class _Step:
    step_date: date  # first seen at the new price
    last_seen_before_date: date
    from_price: float
    to_price: float
    regions: tuple[str, ...]
    n: int  # sightings at the new price
    n_before: int  # at the old one


def moves(
    prices: pd.DataFrame, own_prices: pd.DataFrame, as_of: date, *, product_id: str, list_price: float | None = None
) -> list[Shift]:
    """One record per competitor's move, the newest first; none where our price is unknown.

    `prices` has observed_date, product_id, competitor, competitor_product, price and, where known, region;
    `own_prices` week (its first day) and price, what customers paid for a unit of ours. Nothing dated after `as_of` is
    read. The same move in several regions within KEPT_DAYS is one.
    """
    as_of = pd.Timestamp(as_of).date()
    own_by_week = _own_by_week(own_prices, as_of)
    daily = daily_prices(prices, as_of, product_id=product_id)
    found = []
    for (competitor, product), series in daily.groupby(level=[0, 1]):
        for step in _steps(series.droplevel([0, 1]), since=as_of - timedelta(days=LATELY_DAYS - 1)):
            own = _own_price(own_by_week, step.step_date, list_price)
            if own is not None and _matters(own, step):
                found.append(_move(product_id, competitor, product, step, own))
    return sorted(found, key=lambda move: (-move.onset.toordinal(), move.key, move.price.regions))


def _move(product_id: str, competitor: str, product: str, step: _Step, own: float) -> Shift:
    before, after = _gap(own, step.from_price), _gap(own, step.to_price)
    return Shift(
        METRIC,
        "watch" if _side(own, step.from_price) == _side(own, step.to_price) else "act",
        product_id=product_id,
        direction=BAD if after > before else GOOD,
        onset=step.step_date,
        observed=after,
        expected=before,
        effect=after - before,
        n=step.n,
        n_before=step.n_before,
        price=RivalPrice(
            competitor=competitor,
            competitor_product=product,
            regions=step.regions,
            from_price=step.from_price,
            to_price=step.to_price,
            own_price=own,
            last_seen_before_date=step.last_seen_before_date,
        ),
    )


def _steps(by_region: pd.Series, *, since: date) -> list[_Step]:
    """Steps of one competitor's product by region and day, from `since` on; the same in several regions as one."""
    steps: list[_Step] = []
    for region, series in by_region.groupby(level=0):
        seen = series.droplevel(0)
        for step_date, before_date, old, new in lasting_steps(seen):
            if step_date >= since:
                n, n_before = (
                    sum(is_same_price(level, price) for price in side)
                    for level, side in ((new, seen[seen.index >= step_date]), (old, seen[seen.index < step_date]))
                )
                regions = (region,) if region else ()
                steps.append(_Step(step_date, before_date, old, new, regions, n, n_before))
    return _joined(sorted(steps, key=lambda step: (step.step_date, step.regions)))


def _joined(steps: list[_Step]) -> list[_Step]:
    """The earliest of the same move in several regions, with the regions and sightings of all."""
    joined: list[_Step] = []
    for step in steps:
        place = next((place for place, other in enumerate(joined) if _is_same_move(other, step)), None)
        if place is None:
            joined.append(step)
            continue
        other = joined[place]
        joined[place] = replace(
            other,
            regions=tuple(sorted({*other.regions, *step.regions})),
            n=other.n + step.n,
            n_before=other.n_before + step.n_before,
        )
    return joined


def _is_same_move(one: _Step, other: _Step) -> bool:
    return (
        (other.step_date - one.step_date).days <= KEPT_DAYS
        and is_same_price(one.from_price, other.from_price)
        and is_same_price(one.to_price, other.to_price)
    )


def _own_by_week(own_prices: pd.DataFrame, as_of: date) -> pd.Series:
    weeks = pd.to_datetime(own_prices["week"], format="ISO8601").dt.date
    by_week = pd.Series(own_prices["price"].astype(float).to_numpy(), index=weeks)
    return by_week[(by_week > 0) & (by_week.index <= as_of)].sort_index()


def _own_price(by_week: pd.Series, day: date, list_price: float | None) -> float | None:
    """Of the last week that began by that day; sold only later: of the first week; never sold: from the list."""
    if by_week.empty:
        return list_price
    begun = by_week[by_week.index <= day]
    return float(begun.iloc[-1] if len(begun) else by_week.iloc[0])


def _matters(own: float, step: _Step) -> bool:
    is_turned = _side(own, step.from_price) != _side(own, step.to_price)
    return is_turned or abs(_gap(own, step.to_price) - _gap(own, step.from_price)) >= LEAST_GAP


def _gap(own: float, theirs: float) -> float:
    return (own - theirs) / theirs


def _side(own: float, theirs: float) -> int:
    """1 where ours is dearer, -1 where theirs is, 0 where there is no telling."""
    return 0 if is_same_price(theirs, own) else 1 if own > theirs else -1
