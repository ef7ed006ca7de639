"""Which regions, channels, segments or customers carry a change, or is it spread over all?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import NormalDist

import numpy as np
import pandas as pd

from signals.model import Driver

RESAMPLES = 400  # the ends of a 95 % range then rest on 10 draws each
MIN_SHARE = 0.1  # of the change: smaller parts lead no story (Adtributor's T_EEP)
DEEPER = 1.25  # a leading slice moved a quarter more than the whole: one that is nearly all of it explains nothing
NOT_STATED = "not stated"  # lines whose slice the source left empty: they are part of the whole
Z95 = 1.96


@dataclass(frozen=True)
class Windows:
    """The days compared, all ends inclusive."""

    baseline_first_date: date
    baseline_last_date: date
    first_date: date  # the onset
    last_date: date  # as_of


@dataclass(frozen=True)
class Story:
    """The dimension that tells most of a change; `dimension` None: spread over many, no single cause."""

    dimension: str | None
    drivers: tuple[Driver, ...]  # those that lead, largest share first
    surprise: float  # of the leading slices, nats


def contributions(
    lines: pd.DataFrame, *, dimension: str, windows: Windows, expected: float, rng: np.random.Generator
) -> tuple[Driver, ...]:
    """Each slice's share of (observed - expected), largest first; the shares sum to 1.

    `lines` are the subject's own: sold_date, revenue, customer_id and a column per dimension (customers:
    `customer_id`); order_id if known. `expected` is the subject's revenue from onset to `as_of` had nothing changed:
    each slice is expected to keep its share of the baseline's revenue. Nothing to share out (no difference, or no
    revenue in the baseline) is an empty answer.
    """
    frame = _compared(lines, "customer_id" if dimension == "customer" else dimension, windows)
    baseline = frame["baseline"].sum()
    change = frame["observed"].sum() - expected
    if baseline <= 0 or abs(change) < 0.005:
        return ()
    scale = expected / baseline
    slices = frame.groupby("slice")[["observed", "baseline"]].sum()
    shares = (slices["observed"] - scale * slices["baseline"]) / change
    ranges = _purchase_ranges if dimension == "customer" else _resampled_ranges
    low, high = ranges(frame, scale=scale, shares=shares, change=change, rng=rng)
    drivers = [
        Driver(dimension, str(name), float(a), float(scale * b), float(s), float(min(lo, s)), float(max(hi, s)))
        for name, a, b, s, lo, hi in zip(
            slices.index, slices["observed"], slices["baseline"], shares, low, high, strict=True
        )
    ]
    return tuple(sorted(drivers, key=lambda driver: (-driver.share, driver.name)))


def surprise(drivers: tuple[Driver, ...]) -> float:
    """Jensen-Shannon divergence of observed from expected shares (Adtributor, NSDI 2014), in nats, 0 to ln 2."""
    return float(_surprises(drivers).sum())


def leading(drivers: tuple[Driver, ...]) -> tuple[Driver, ...]:
    """Slices with at least MIN_SHARE of the change, DEEPER than their size, and clearly so among all slices asked.

    Clearly: beyond the 95 % range of as many comparisons as there are slices (Bonferroni), so that an even fall names
    a slice once in forty dimensions, not once a dimension.
    """
    whole = sum(driver.expected for driver in drivers)
    sizes = [driver.expected / whole for driver in drivers]
    wider = NormalDist().inv_cdf(1 - 0.025 / max(len(drivers), 1)) / Z95
    return tuple(
        driver
        for driver, size in zip(drivers, sizes, strict=True)
        if driver.share >= max(MIN_SHARE, DEEPER * size)
        and driver.share - wider * (driver.share - driver.share_low) > size
    )


def story(drivers_by_dimension: Mapping[str, tuple[Driver, ...]]) -> Story:
    """The dimension whose leading slices surprise most.

    Customers are asked last: they are the finest cut, which always surprises most (the divergence can only grow).
    """
    told = [_told(name, drivers) for name, drivers in drivers_by_dimension.items()]
    told = [one for one in told if one.drivers]
    coarse = [one for one in told if one.dimension != "customer"]
    return max(coarse or told, key=lambda one: one.surprise, default=Story(None, (), 0.0))


def _told(dimension: str, drivers: tuple[Driver, ...]) -> Story:
    leads = leading(drivers)
    terms = dict(zip(drivers, _surprises(drivers), strict=True))
    return Story(dimension, leads, float(sum(terms[driver] for driver in leads)))


def _surprises(drivers: tuple[Driver, ...]) -> np.ndarray:
    p, q = (_parts([getattr(driver, name) for driver in drivers]) for name in ("expected", "observed"))
    return (_divergence(p, p + q) + _divergence(q, p + q)) / 2


def _parts(amounts: list[float]) -> np.ndarray:
    """Shares of the whole; a slice with net returns counts as 0."""
    positive = np.maximum(np.array(amounts, dtype=float), 0)
    return positive / positive.sum() if positive.sum() > 0 else positive


def _divergence(x: np.ndarray, both: np.ndarray) -> np.ndarray:
    """x ln(2x / (p + q)), 0 where x is 0."""
    return x * np.log(np.divide(2 * x, both, out=np.ones_like(x), where=x > 0))


def _compared(lines: pd.DataFrame, column: str, windows: Windows) -> pd.DataFrame:
    """A row per line of either window: slice, cluster, day, and its revenue as `observed` or `baseline`."""
    day = pd.to_datetime(lines["sold_date"], format="ISO8601").dt.normalize()
    revenue = lines["revenue"].astype(float)
    is_now = day.between(pd.Timestamp(windows.first_date), pd.Timestamp(windows.last_date))
    is_before = day.between(pd.Timestamp(windows.baseline_first_date), pd.Timestamp(windows.baseline_last_date))
    frame = pd.DataFrame(
        {
            "slice": lines[column].astype(object).where(lines[column].notna(), NOT_STATED),
            "cluster": _clusters(lines),
            "day": day,
            "observed": revenue.where(is_now, 0.0),
            "baseline": revenue.where(is_before, 0.0),
        }
    )
    return frame[is_now | is_before]


def _clusters(lines: pd.DataFrame) -> np.ndarray:
    """Who is drawn together: a customer's lines; without customer an order's, without both each line by itself."""
    customer = lines["customer_id"]
    order = lines["order_id"] if "order_id" in lines else pd.Series(None, index=lines.index, dtype=object)
    keys = np.where(customer.notna(), "c" + customer.astype(str), np.where(order.notna(), "o" + order.astype(str), ""))
    alone = keys == ""
    keys = keys.astype(object)
    keys[alone] = [f"l{position}" for position in np.flatnonzero(alone)]
    return keys


def _resampled_ranges(frame: pd.DataFrame, *, scale: float, shares: pd.Series, change: float, rng):
    """95 % of the shares when customers are drawn anew with replacement, each with both of their periods."""
    gap = (frame["observed"] - scale * frame["baseline"]).groupby([frame["cluster"], frame["slice"]]).sum()
    gaps = gap.unstack(fill_value=0.0).reindex(columns=shares.index).to_numpy()
    drawn = np.array([_drawn_sum(gaps, rng) for _ in range(RESAMPLES)])
    totals = drawn.sum(axis=1, keepdims=True)
    drawn_shares = np.divide(drawn, totals, out=np.full_like(drawn, np.nan), where=totals != 0)
    return np.nanquantile(drawn_shares, [0.025, 0.975], axis=0)


def _drawn_sum(gaps: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    count = len(gaps)
    return np.bincount(rng.integers(count, size=count), minlength=count) @ gaps


def _purchase_ranges(frame: pd.DataFrame, *, scale: float, shares: pd.Series, change: float, rng):
    """95 % of one customer's share from how few and uneven their purchase days are.

    Drawing customers anew says nothing of one customer, who is then there or not. Days of purchase come like a
    Poisson stream, whose sum has variance sum x^2: that of the days now, at least what the baseline lets expect,
    and that of the expectation itself.
    """
    by_day = frame.groupby(["slice", "day"])[["observed", "baseline"]].sum().pow(2).groupby(level="slice").sum()
    by_day = by_day.reindex(shares.index)
    variance = np.maximum(by_day["observed"], scale * by_day["baseline"]) + scale**2 * by_day["baseline"]
    half = Z95 * np.sqrt(variance) / abs(change)
    return shares - half, shares + half
