"""What would have been found on each past day, with the whole history judged once?

Nothing in the counts of a day looks at later days, so one judgement of the last day holds what was known on every day
before it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import groupby

import numpy as np
import pandas as pd

from signals.detectors.counted_series import CountedSeries
from signals.detectors.downturn import evidence_table, found
from signals.detectors.effect import measures
from signals.detectors.expectation import BASELINE_DAYS, LAG_DAYS, SEEN_DAYS
from signals.detectors.judgement import Judgement, scored, subjects_of
from signals.detectors.state import part_states, product_states
from signals.metrics import WATCH_EVIDENCE
from signals.model import Finding, Subject
from signals.periods import DAYS_A_QUARTER
from signals.stats.sequential import strongest_window

CODES = ("product", "category", "region", "channel", "market_of_row")  # of a series set, one a row


@dataclass(frozen=True)
class Past:
    """The series that were worth watching on some day; every other one had nothing to say on any."""

    judgement: Judgement
    subjects: tuple[tuple[Subject, ...], ...]  # per set of series
    evidence: tuple[np.ndarray, ...]  # per set, series × days from the first column on
    states: tuple[np.ndarray, ...]  # of the same
    window_days: tuple[np.ndarray, ...]  # of the same, the length of the window that speaks loudest
    booked: tuple[np.ndarray, ...]  # of the same, money up to each day, a column of zeros before
    expected: tuple[np.ndarray, ...]
    first_judged_day: int | None  # column; None where no series was ever judged
    judged_days: np.ndarray  # per day, how many series of all were judged

    @cached_property
    def places(self) -> dict[str, tuple[int, int]]:
        """Where each subject is: its set, and its row there."""
        return {each.key: (part, row) for part, own in enumerate(self.subjects) for row, each in enumerate(own)}

    def series_quarters(self, first: int, last: int) -> float:
        """Of all series, in the columns first to last."""
        return float(self.judged_days[first : last + 1].sum() / DAYS_A_QUARTER)


def past_of(judgement: Judgement) -> Past:
    last = judgement.lines.as_of_day
    scores = [scored(each, 0, last) for each in judgement.sets]
    states = [_states(judgement, each, score) for each, score in zip(judgement.sets, scores, strict=True)]
    rows = [np.flatnonzero((score >= WATCH_EVIDENCE).any(axis=1)) for score in scores]
    kept = [_only(each, which) for each, which in zip(judgement.sets, rows, strict=True)]
    judged_days = sum((~np.isnan(score)).sum(axis=0) for score in scores)
    is_any = np.flatnonzero(judged_days)
    return Past(
        judgement=replace(judgement, products=kept[0], parts=tuple(kept[1:])),
        subjects=tuple(tuple(subjects_of(each.series, judgement.lines)) for each in kept),
        evidence=tuple(score[which] for score, which in zip(scores, rows, strict=True)),
        states=tuple(state[which] for state, which in zip(states, rows, strict=True)),
        window_days=tuple(_loudest_windows(each, last) for each in kept),
        booked=tuple(_running(each.money) for each in kept),
        expected=tuple(_running(each.revenue.expected * each.price()) for each in kept),
        first_judged_day=int(is_any[0]) if len(is_any) else None,
        judged_days=judged_days,
    )


def named(past: Past, names: dict[str, str]) -> Past:
    """The same with products as a reader calls them."""
    lines = past.judgement.lines
    subjects = tuple(tuple(subjects_of(each.series, lines, names=names)) for each in past.judgement.sets)
    return replace(past, subjects=subjects)


def replay_of(past: Past, first: int, day: int) -> pd.DataFrame:
    """`day`, `series_key`, `evidence` of the series that were worth watching in the columns first to day."""
    first = max(first, 0)
    rows = [np.flatnonzero((score[:, first : day + 1] >= WATCH_EVIDENCE).any(axis=1)) for score in past.evidence]
    keys = [own[row].key for own, which in zip(past.subjects, rows, strict=True) for row in which]
    scores = [score[which, first : day + 1] for score, which in zip(past.evidence, rows, strict=True)]
    return evidence_table(keys, np.concatenate(scores), past.judgement.lines.first_day + np.timedelta64(first, "D"))


def findings_on(past: Past, day: int, series_keys: Iterable[str]) -> list[Finding]:
    """What was to be said of these series on one day."""
    wanted = sorted(past.places[key] for key in series_keys)
    findings = []
    for part, places in groupby(wanted, key=lambda place: place[0]):
        rows = [row for _, row in places]
        measured = measures(past.judgement.sets[part], past.judgement.lines, day).iloc[rows]
        measured["evidence"] = past.evidence[part][rows, day]  # what is left of a set knows not how many parts it had
        findings += found([past.subjects[part][row] for row in rows], past.states[part][rows, day], measured)
    return findings


def dated(past: Past, current: pd.DataFrame, day: int) -> pd.DataFrame:
    """The open episodes with the onset as it was estimated when they were first said, and the revenue since then."""
    first_day, places = past.judgement.lines.first_day, past.places
    rows = []
    for key, said, is_open in zip(current["series_key"], current["first_said"], current["is_open"], strict=True):
        if not is_open:
            rows.append((pd.NaT, np.nan, np.nan))
            continue
        part, row = places[key]
        said_day = int((np.datetime64(said, "D") - first_day).astype(int))
        onset = said_day + 1 - past.window_days[part][row, said_day]
        start = max(onset, 0)
        money = (totals[part][row, day + 1] - totals[part][row, start] for totals in (past.booked, past.expected))
        rows.append((pd.Timestamp(first_day + np.timedelta64(int(onset), "D")), *money))
    table = pd.DataFrame(rows, columns=["onset", "observed", "expected"], index=current.index)
    return current.join(table.astype({"onset": "datetime64[s]"}))


def money_days(past: Past, subject_key: str) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Money a day of one series: booked, expected, and booked in the day's baseline; and whether it was seen enough."""
    part, row = past.places[subject_key]
    each = past.judgement.sets[part]
    booked, expected = (np.diff(totals[part][row]) for totals in (past.booked, past.expected))
    return booked, expected, each.base_money[row], each.seen_days[row] >= SEEN_DAYS


def without_fall(actual, expected, base, *, onset: int, last: int) -> np.ndarray:
    """What was to be expected on each day up to `last`, had the series gone on as before its onset.

    A fall enters its own baseline after four weeks. So each day's baseline is mended by what was missing on those of
    its days that lie after the onset, and the expectation grows in proportion.
    """
    mended = np.array(expected[: last + 1], dtype=float)
    missing = np.zeros(last + 1)
    for day in range(onset, last + 1):
        start, end = max(day - LAG_DAYS - BASELINE_DAYS + 1, onset), day - LAG_DAYS + 1
        if base[day] > 0 and end > start:
            mended[day] *= max(1.0 + missing[start:end].sum() / base[day], 0.0)
        missing[day] = mended[day] - actual[day]
    return mended


def _states(judgement: Judgement, each: CountedSeries, score: np.ndarray) -> np.ndarray:
    if each is judgement.products:
        return product_states(judgement, score)[each.series.product]
    return part_states(each, score, judgement.missing, last=judgement.lines.as_of_day)


def _loudest_windows(each: CountedSeries, last: int) -> np.ndarray:
    signals = [each.buyers.arrays, each.revenue.arrays]
    return np.stack([strongest_window(signals, day=day) for day in range(last + 1)], axis=1)


def _running(values: np.ndarray) -> np.ndarray:
    return np.concatenate([np.zeros((len(values), 1)), np.cumsum(values, axis=1)], axis=1)


def _only(each: CountedSeries, rows: np.ndarray) -> CountedSeries:
    """Some of the series; what they share, as lines and markets, stays."""
    codes = {name: getattr(each.series, name)[rows] for name in CODES}
    series = replace(each.series, **codes, **_grids(each.series, rows, but=("market",)))
    signals = {name: replace(signal, **_grids(signal, rows)) for name, signal in _signals(each).items()}
    return replace(each, series=series, **signals, **_grids(each, rows))


def _signals(each: CountedSeries) -> dict:
    return {"buyers": each.buyers, "revenue": each.revenue}


def _grids(record, rows: np.ndarray, *, but: tuple[str, ...] = ()) -> dict[str, np.ndarray]:
    """The rows of every array series × days."""
    values = {field.name: getattr(record, field.name) for field in fields(record) if field.name not in but}
    return {name: value[rows] for name, value in values.items() if isinstance(value, np.ndarray) and value.ndim == 2}
