"""How did each series run against its expectation, week by week, and when did each onset begin?"""

import numpy as np
import pandas as pd

from signals.detectors.counted_series import CountedSeries
from signals.detectors.effect import CHART_DAYS, INTERVAL_SIGMAS, measures
from signals.detectors.expectation import SEEN_DAYS
from signals.detectors.judgement import Judgement, subjects_of

WEEK = 7


def weekly_paths(judgement: Judgement) -> pd.DataFrame:
    """`subject_key`, `week` (its first day), `actual`, `expected`, `low`, `high`: money, 80 % band of the week's sum.

    Every series that is judged on the last day; no row before its baseline exists.
    """
    lines = judgement.lines
    return pd.concat([_paths(each, subjects_of(each.series, lines), lines) for each in judgement.sets], ignore_index=True)


def onsets_of(judgement: Judgement, keys: pd.Series, days: pd.Series) -> pd.Series:
    """The onset of each series as it was estimated on the day given for it; NaT where it was not judged then."""
    lines = judgement.lines
    wanted = pd.DataFrame({"key": keys.astype(str), "day": days, "place": range(len(keys))})
    places = [{own.key: row for row, own in enumerate(subjects_of(each.series, lines))} for each in judgement.sets]
    onsets = pd.Series(pd.NaT, index=range(len(keys)), dtype="datetime64[s]")
    for day, group in wanted.groupby("day"):
        column = int((np.datetime64(day, "D") - lines.first_day).astype(int))
        for each, rows in zip(judgement.sets, places, strict=True):
            known = group[group["key"].isin(rows.keys())]
            if len(known):
                found = measures(each, lines, column)["onset"].to_numpy()
                onsets.iloc[known["place"].to_numpy()] = found[[rows[key] for key in known["key"]]]
    return onsets.set_axis(keys.index)


def _paths(each: CountedSeries, subjects: list, lines) -> pd.DataFrame:
    last = lines.as_of_day
    rows = np.flatnonzero(each.is_judged[:, last])
    first = max(last + 1 - CHART_DAYS // WEEK * WEEK, 0)
    ends = np.arange(last, first + WEEK - 2, -WEEK)[::-1]
    spans = ends[:, None] - np.arange(WEEK)[None, :]
    price = each.base_money[rows] / np.maximum(each.series.base[rows], 1.0)
    mean = each.revenue.expected[rows]
    count, money = mean[:, spans].sum(axis=2), (mean * price)[:, spans].sum(axis=2)
    spread = INTERVAL_SIGMAS * _relative_spread(each, rows, ends, count)
    is_seen = each.seen_days[np.ix_(rows, ends)] >= SEEN_DAYS
    row, week = np.nonzero(is_seen)
    keys = np.array([subjects[place].key for place in rows], dtype=object)
    table = {
        "subject_key": keys[row],
        "week": (lines.first_day + (ends[week] - WEEK + 1).astype("timedelta64[D]")).astype("datetime64[s]"),
        "actual": each.money[rows][:, spans].sum(axis=2)[is_seen].astype(float),
        "expected": money[is_seen].astype(float),
        "low": (money * np.maximum(1.0 - spread, 0.0))[is_seen].astype(float),
        "high": (money * (1.0 + spread))[is_seen].astype(float),
    }
    return pd.DataFrame(table)


def _relative_spread(each: CountedSeries, rows: np.ndarray, ends: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Standard deviation of a/e when nothing changed: noise of the count, of its baseline, and drift."""
    base, phi, tau = (values[np.ix_(rows, ends)] for values in (each.revenue.base, each.revenue.phi, each.revenue.tau))
    return np.sqrt(phi * (1.0 / np.maximum(count, 1e-9) + 1.0 / np.maximum(base, 1.0)) + tau**2)
