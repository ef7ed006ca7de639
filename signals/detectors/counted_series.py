"""How many buyers and how much capped revenue did each series have, day by day, against how many expected?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from signals.detectors.expectation import (
    BASELINE_DAYS,
    LAG_DAYS,
    ORDERS_PER_DAY,
    SEEN_DAYS,
    SeriesSet,
    baseline_sum,
)
from signals.detectors.rulings import RuledDays, Ruling, ruled_days
from signals.detectors.sales_lines import NO_LABEL, SalesLines
from signals.detectors.yearly_season import NEEDED_DAYS, season_factor
from signals.stats.robust import clipped_mean_ratio, quantile_by_row
from signals.stats.rolling import DAYS_A_WEEK, daily, day_grid, trailing_sum, weekly
from signals.stats.sequential import drift, noise, restlessness

BASELINE_WEEKS = BASELINE_DAYS // DAYS_A_WEEK
LAG_WEEKS = 4  # the weekly baseline ends 22 to 28 days before
CAP_QUANTILE = 0.95
OUTAGE_EXPECTED = 4.0  # nothing at all where four were expected is no demand, it is no supply
UNSEASONED_KINDS = ("category", "company")  # large counts whose season nothing around them shares
UNSEASONED_DRIFT = 0.15  # their drift at least, until there is a last year to take the season from
MISSING_SHARE = 0.2
FEWEST_USUAL_LINES = 10.0  # a day; below, an empty day may be chance


@dataclass(frozen=True)
class Signal:
    """One way of counting, series × days, with what tempers it."""

    actual: np.ndarray  # the expectation itself where the day is masked
    expected: np.ndarray
    base: np.ndarray  # n of the baseline
    phi: np.ndarray  # noise, variance over mean
    tau: np.ndarray  # drift, share
    is_outage: np.ndarray

    @property
    def arrays(self) -> tuple[np.ndarray, ...]:
        """As the functions of stats.sequential take them."""
        return self.actual, self.expected, self.base, self.phi, self.tau


@dataclass(frozen=True)
class CountedSeries:
    """A set of series with both signals."""

    series: SeriesSet
    buyers: Signal
    revenue: Signal  # in mean capped lines
    seen_days: np.ndarray  # of the baseline
    is_judged: np.ndarray  # enough seen, enough orders
    money: np.ndarray  # booked a day
    base_money: np.ndarray  # booked in the baseline

    def price(self, rows=slice(None), days=slice(None)) -> np.ndarray:
        """Money a line in the baseline of each day."""
        return self.base_money[rows, days] / np.maximum(self.series.base[rows, days], 1.0)


def counted(lines: SalesLines, series: SeriesSet, rulings: Sequence[Ruling] = ()) -> CountedSeries:
    shape = series.base.shape
    open_row = np.where(series.is_open, series.row_of_line, NO_LABEL)
    sold = day_grid(open_row, lines.day, shape=shape)
    market = series.market[series.market_of_row]
    first_day = int(lines.day.min(initial=lines.days_count))
    expected_lines = series.expected * season_factor(sold, market, series.expected, first_day=first_day)
    all_buyers = _buyers(lines, series.row_of_line, shape)
    base_buyers = baseline_sum(all_buyers)
    seen = _seen_days(lines, series.row_of_line, shape)
    is_judged = (seen >= SEEN_DAYS) & (base_buyers >= ORDERS_PER_DAY * seen) & (series.base > 0)
    expected_lines = np.where((seen >= SEEN_DAYS) & (series.base > 0), expected_lines, 0.0)
    per_line = base_buyers / np.where(series.base > 0, series.base, 1.0)
    per_line *= _buyers_of_others(all_buyers, base_buyers, day_grid(series.row_of_line, lines.day, shape=shape))
    missing = missing_days(lines)
    money = day_grid(series.row_of_line, lines.day, shape=shape, weights=lines.revenue)
    values = _capped_values(lines, series.row_of_line, shape)
    all_values = day_grid(series.row_of_line, lines.day, shape=shape, weights=values)
    everywhere_open = bool(series.is_open.all())
    open_buyers = all_buyers if everywhere_open else _buyers(lines, open_row, shape)
    open_values = all_values if everywhere_open else day_grid(open_row, lines.day, shape=shape, weights=values)
    unseasoned = (np.arange(shape[1]) < first_day + NEEDED_DAYS) & (series.kind in UNSEASONED_KINDS)
    arguments = (market, missing, is_judged, np.where(unseasoned, UNSEASONED_DRIFT, 0.0))
    ruled = ruled_days(rulings, series, lines)
    return CountedSeries(
        series=series,
        buyers=_signal(open_buyers, all_buyers, expected_lines * per_line, base_buyers, *arguments, ruled),
        revenue=_signal(open_values, all_values, expected_lines, series.base, *arguments, ruled),
        seen_days=seen,
        is_judged=is_judged,
        money=money,
        base_money=baseline_sum(money),
    )


def missing_days(lines: SalesLines) -> np.ndarray:
    """Days on which the whole company sold under a fifth of the median of the eight same weekdays before."""
    sold = np.bincount(lines.day, minlength=lines.days_count).astype(float)
    by_week = sold.reshape(-1, DAYS_A_WEEK)
    before = np.stack([_weeks_earlier(by_week, weeks) for weeks in range(1, 9)])
    usual = np.median(before, axis=0)
    return ((by_week < MISSING_SHARE * usual) & (usual >= FEWEST_USUAL_LINES)).ravel()


def _weeks_earlier(by_week: np.ndarray, weeks: int) -> np.ndarray:
    moved = np.zeros_like(by_week)
    moved[weeks:] = by_week[:-weeks]
    return moved


def _signal(
    actual, everything, expected, base, market, missing, is_judged, drift_floor, ruled: RuledDays | None
) -> Signal:
    def robust(counts, rows):
        return daily(_robust_factor(weekly(counts), weekly(market[rows])))

    if ruled:
        expected = ruled.shifted(*ruled.corrected(everything, expected), robust)
    else:
        expected = expected * robust(everything, slice(None))
    is_outage = (actual <= 0) & (expected >= OUTAGE_EXPECTED)
    is_masked = is_outage | missing | (expected <= 0)
    if ruled:
        is_masked |= ruled.void
    masked = np.where(is_masked, expected, actual)
    first = _first_expectation(everything, market, missing, is_judged)
    learnt = np.where(first > 0, everything, masked), np.where(first > 0, first, expected)
    week_ends = slice(DAYS_A_WEEK - 1, None, DAYS_A_WEEK)
    is_member = np.maximum.accumulate(is_judged[:, ::DAYS_A_WEEK], axis=1)
    phi = noise(*learnt, (is_judged | (first > 0))[:, week_ends], is_member)
    tau = drift(masked, expected, base, phi, is_judged[:, week_ends], is_member)
    phi, tau = daily(phi), np.maximum(daily(tau), drift_floor)
    wider = restlessness(masked, expected, base, phi, tau, is_judged)
    return Signal(masked, expected, base, phi * wider, tau * np.sqrt(wider), is_outage)


def _first_expectation(everything, market, missing, is_judged) -> np.ndarray:
    """What the first baseline of each series would have been, day by day, at its own mean share of the market.

    So its noise is known on the first day that it is judged. Zero outside, and before the first sale.
    """
    day = np.arange(everything.shape[1])
    judged_day = np.where(is_judged.any(axis=1), is_judged.argmax(axis=1), -BASELINE_DAYS)[:, None]
    first_day = np.maximum((everything > 0).argmax(axis=1)[:, None], judged_day - LAG_DAYS - BASELINE_DAYS + 1)
    is_first = (day >= first_day) & (day <= judged_day - LAG_DAYS) & ~missing
    course = np.where(is_first, market, 0.0)
    sold = np.where(is_first, everything, 0.0).sum(axis=1, keepdims=True)
    return course * sold / np.maximum(course.sum(axis=1, keepdims=True), 1e-9)


def _buyers_of_others(buyers: np.ndarray, base_buyers: np.ndarray, sold: np.ndarray) -> np.ndarray:
    """How many buyers a line all other series had in the last week, against their baseline; 1 without others.

    In a market's peak the same customers buy more lines, so buyers grow less than lines do.
    """
    recent = trailing_sum(buyers, DAYS_A_WEEK), trailing_sum(sold, DAYS_A_WEEK)
    now, usual = (_ratio_of_others(*totals) for totals in (recent, (base_buyers, baseline_sum(sold))))
    return np.divide(now, usual, out=np.ones_like(now), where=(now > 0) & (usual > 0))


def _ratio_of_others(above: np.ndarray, below: np.ndarray) -> np.ndarray:
    """The ratio of the sums over all rows but each one; 0 where nothing is below."""
    others_above, others_below = (values.sum(axis=0) - values for values in (above, below))
    return np.divide(others_above, others_below, out=np.zeros_like(below), where=others_below > 0)


def _robust_factor(weekly_sums: np.ndarray, market_weekly: np.ndarray) -> np.ndarray:
    """What clipping takes off the mean of the baseline's market-adjusted weeks, per series and week."""
    factor = np.ones_like(weekly_sums)
    span = BASELINE_WEEKS + LAG_WEEKS - 1
    if weekly_sums.shape[1] <= span:
        return factor
    windows = np.lib.stride_tricks.sliding_window_view
    own = windows(weekly_sums, BASELINE_WEEKS, axis=1)[:, :-LAG_WEEKS]
    market = windows(market_weekly, BASELINE_WEEKS, axis=1)[:, :-LAG_WEEKS]
    factor[:, span:] = clipped_mean_ratio(own, market)
    return factor


def _buyers(lines: SalesLines, row: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Distinct buyers per series and day."""
    kept = row >= 0
    buyers_count = int(lines.buyer.max(initial=0)) + 1
    keys = np.sort((row[kept] * shape[1] + lines.day[kept]) * buyers_count + lines.buyer[kept])
    cells = keys[np.diff(keys, prepend=-1) > 0] // buyers_count  # np.unique hashes, five times slower
    return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape).astype(float)


def _seen_days(lines: SalesLines, row: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """How many days of the baseline of each day lie on or after the series' first sale."""
    first = np.full(shape[0], shape[1])
    kept = row >= 0
    np.minimum.at(first, row[kept], lines.day[kept])
    return np.clip(np.arange(shape[1])[None, :] - LAG_DAYS + 1 - first[:, None], 0, BASELINE_DAYS)


def _capped_values(lines: SalesLines, row: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Each line's revenue, capped at its series' 95th percentile, in units of the mean capped line of the baseline.

    Cap and mean are renewed at each week's start from the sixteen weeks that end 22 days before it does; the weeks
    before the first such window share its cap and mean.
    """
    values = np.ones(len(row))
    ordered = np.lexsort((lines.revenue, row))
    ordered = ordered[row[ordered] >= 0]
    day, own_row, revenue = lines.day[ordered].astype(np.int32), row[ordered].astype(np.int32), lines.revenue[ordered]
    first_week = BASELINE_WEEKS + LAG_WEEKS - 1
    weeks_count = shape[1] // DAYS_A_WEEK
    by_week = np.argsort(day // DAYS_A_WEEK, kind="stable").astype(np.int32)
    ends = np.cumsum(np.bincount(day // DAYS_A_WEEK, minlength=weeks_count))  # of each week, among those
    starts = np.concatenate([[0], ends])
    for week in range(first_week, weeks_count):
        today = by_week[0 if week == first_week else starts[week] : ends[week]]
        window = np.sort(by_week[starts[week - BASELINE_WEEKS - LAG_WEEKS + 1] : ends[week - LAG_WEEKS]])
        cap, mean = quantile_by_row(own_row[window], revenue[window], rows=shape[0], quantile=CAP_QUANTILE)
        usual = mean[own_row[today]]
        values[ordered[today]] = np.divide(
            np.minimum(revenue[today], cap[own_row[today]]), usual, out=np.ones(len(today)), where=usual > 0
        )
    return values
