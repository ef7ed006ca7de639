"""Since when, by how much and at what cost has each series fallen?"""

import numpy as np
import pandas as pd

from signals.detectors.counted_series import CountedSeries
from signals.detectors.expectation import SEEN_DAYS
from signals.detectors.judgement import scored
from signals.detectors.sales_lines import SalesLines
from signals.stats.sequential import DROPS, strongest_window, window_sums

INTERVAL_SIGMAS = 1.2816  # 80 %
CHART_DAYS = 400


def measures(each: CountedSeries, lines: SalesLines, day: int, changes: tuple[float, ...] = DROPS) -> pd.DataFrame:
    """Evidence, onset, effect and money of each series on one day; NaN where it is not judged.

    The onset is the start of the window that speaks loudest by both signals; the effect is that of revenue.
    """
    score = scored(each, day, day, changes)[:, 0]
    signal = each.revenue
    window_days = strongest_window([each.buyers.arrays, signal.arrays], day=day, changes=changes)
    a, e, booked = _sums_since_onset(signal.actual, signal.expected, each.money, day=day, window_days=window_days)
    base, phi, tau = (values[:, day] for values in (signal.base, signal.phi, signal.tau))
    usual = _expected_money(booked, a, e, each.price(days=day))
    effect = np.divide(booked - usual, usual, out=np.zeros_like(usual), where=usual > 0)
    spread = INTERVAL_SIGMAS * _effect_spread(a, e, base, phi, tau)
    onset = lines.first_day + np.timedelta64(day + 1, "D") - window_days.astype("timedelta64[D]")
    table = pd.DataFrame(
        {
            "evidence": score,
            "onset": onset.astype("datetime64[s]"),
            "observed": booked,
            "expected": usual,
            "effect_share": effect,
            "effect_low": np.maximum(effect - spread, -1.0),
            "effect_high": effect + spread,
            "stake": np.maximum(usual - booked, 0.0),
        }
    )
    table.loc[np.isnan(score), table.columns] = np.nan
    return table


def _sums_since_onset(*values: np.ndarray, day: int, window_days: np.ndarray) -> np.ndarray:
    sums = np.zeros((len(values), len(window_days)))
    for window in np.unique(window_days):
        rows = window_days == window
        sums[:, rows] = window_sums(*(each[rows] for each in values), day=day, window=window)
    return sums


def _expected_money(booked, a, e, price) -> np.ndarray:
    """What was booked plus what is missing at the mean price, (e − a) · price; in proportion where nothing is missing.

    So a huge order neither swells nor hides the stake, and what was booked is what the ledger says.
    """
    in_proportion = np.divide(booked * e, a, out=e * price, where=a > 0)
    return np.where(a < e, booked + (e - a) * price, in_proportion)


def _effect_spread(a, e, n, phi, tau) -> np.ndarray:
    """Standard deviation of a/e around what it is now; at least that of one order seen."""
    e = np.maximum(e, 1e-9)
    ratio = np.maximum(a, 1.0) / e
    return np.sqrt(phi * (ratio / e + ratio**2 / np.maximum(n, 1.0)) + (tau * ratio) ** 2)


def revenue_paths(each: CountedSeries, rows: np.ndarray, lines: SalesLines, span_days: int) -> pd.DataFrame:
    """Per row and span of days: `row`, `day` (the span's last), `actual`, `expected`, `low`, `high`; money, 80 % band.

    The band is of the span's sum. No span before a baseline exists.
    """
    signal, last = each.revenue, lines.as_of_day
    first = max(last + 1 - CHART_DAYS // span_days * span_days, 0)
    ends = np.arange(last, first + span_days - 2, -span_days)[::-1]
    spans = ends[:, None] - np.arange(span_days)[None, :]
    price = each.price(rows)
    mean = signal.expected[rows]
    count, money = mean[:, spans].sum(axis=2), (mean * price)[:, spans].sum(axis=2)
    base, phi, tau = (values[np.ix_(rows, ends)] for values in (signal.base, signal.phi, signal.tau))
    spread = INTERVAL_SIGMAS * _relative_spread(count, base, phi, tau)
    is_seen = each.seen_days[np.ix_(rows, ends)] >= SEEN_DAYS
    row, span = np.nonzero(is_seen)
    return pd.DataFrame(
        {
            "row": np.asarray(rows)[row],
            "day": (lines.first_day + ends[span].astype("timedelta64[D]")).astype("datetime64[s]"),
            "actual": each.money[rows][:, spans].sum(axis=2)[is_seen].astype(float),
            "expected": money[is_seen].astype(float),
            "low": (money * np.maximum(1.0 - spread, 0.0))[is_seen].astype(float),
            "high": (money * (1.0 + spread))[is_seen].astype(float),
        }
    )


def _relative_spread(e, n, phi, tau):
    """Standard deviation of a/e when nothing changed: noise of the count, of its baseline, and drift."""
    return np.sqrt(phi * (1.0 / np.maximum(e, 1e-9) + 1.0 / np.maximum(n, 1.0)) + tau**2)
