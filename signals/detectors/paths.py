"""How did each series run against its expectation, week by week, and when did each onset begin?"""

import numpy as np
import pandas as pd

from signals.detectors.counted_series import CountedSeries
from signals.detectors.effect import revenue_paths
from signals.detectors.judgement import Judgement, subjects_of
from signals.detectors.sales_lines import SalesLines
from signals.model import Subject
from signals.stats.sequential import strongest_window

WEEK = 7
COLUMNS = ["subject_key", "week", "actual", "expected", "low", "high"]


def weekly_paths(judgement: Judgement) -> pd.DataFrame:
    """`subject_key`, `week` (its first day), `actual`, `expected`, `low`, `high`: money, 80 % band of the week's sum.

    Every series that is judged on the last day; no row before its baseline exists.
    """
    lines = judgement.lines
    return pd.concat(
        [_paths(each, subjects_of(each.series, lines), lines) for each in judgement.sets], ignore_index=True
    )


def onsets_of(judgement: Judgement, keys: pd.Series, days: pd.Series) -> pd.Series:
    """The onset of each series as it was estimated on the day given for it; NaT without a day."""
    lines = judgement.lines
    places = _places(judgement, keys).assign(day=days.to_numpy())
    onsets = pd.Series(pd.NaT, index=range(len(keys)), dtype="datetime64[s]")
    for (each, day), known in places.groupby(["set", "day"]):
        column = int((np.datetime64(day, "D") - lines.first_day).astype(int))
        window_days = _loudest_windows(judgement.sets[each], known["row"].to_numpy(), column)
        first = lines.first_day + np.timedelta64(column + 1, "D") - window_days.astype("timedelta64[D]")
        onsets.iloc[known.index.to_numpy()] = first.astype("datetime64[s]")
    return onsets.set_axis(keys.index)


def revenue_since(judgement: Judgement, keys: pd.Series, first_days: pd.Series) -> pd.DataFrame:
    """`observed` and `expected` (money) of each series from its day on; NaN without a day."""
    lines = judgement.lines
    sums = pd.DataFrame(np.nan, index=range(len(keys)), columns=["observed", "expected"])
    places = _places(judgement, keys).assign(day=first_days.to_numpy()).dropna()
    for code, known in places.groupby("set"):
        each, row = judgement.sets[code], known["row"].to_numpy()
        first = (known["day"].to_numpy().astype("datetime64[D]") - lines.first_day).astype(int)
        is_since = np.arange(lines.as_of_day + 1)[None, :] >= first[:, None]
        for name, daily in (("observed", each.money[row]), ("expected", each.revenue.expected[row] * each.price(row))):
            sums.loc[known.index, name] = (daily[:, : lines.as_of_day + 1] * is_since).sum(axis=1)
    return sums.set_axis(keys.index)


def _places(judgement: Judgement, keys: pd.Series) -> pd.DataFrame:
    """`set` and `row` of each series that is known, by its place among the keys."""
    rows = {
        subject.key: (code, row)
        for code, each in enumerate(judgement.sets)
        for row, subject in enumerate(subjects_of(each.series, judgement.lines))
    }
    found = {place: rows[key] for place, key in enumerate(keys.astype(str)) if key in rows}
    return pd.DataFrame.from_dict(found, orient="index", columns=["set", "row"], dtype=int)


def _loudest_windows(each: CountedSeries, rows: np.ndarray, day: int) -> np.ndarray:
    signals = [[values[rows] for values in signal.arrays] for signal in (each.buyers, each.revenue)]
    return strongest_window(signals, day=day)


def _paths(each: CountedSeries, subjects: list[Subject], lines: SalesLines) -> pd.DataFrame:
    rows = np.flatnonzero(each.is_judged[:, lines.as_of_day])
    table = revenue_paths(each, rows, lines, span_days=WEEK)
    keys = np.array([subject.key for subject in subjects], dtype=object)
    week = table["day"] - pd.Timedelta(days=WEEK - 1)
    return table.assign(subject_key=keys[table["row"]], week=week)[COLUMNS]
