"""What has a person, or the calendar, said about certain days of certain series?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from signals.detectors.expectation import SeriesSet, baseline_sum
from signals.detectors.sales_lines import SalesLines
from signals.model import Subject

VOID = "void"  # the days say nothing: no evidence, and no part of any baseline
UNUSUAL = "unusual"  # the days are no part of any later baseline; what they say stands
NEW_NORMAL = "new normal"  # from the first day on, the level of its days up to the last one is what is usual
KINDS = (VOID, UNUSUAL, NEW_NORMAL)
SMALLEST_LEVEL, LARGEST_LEVEL = 0.05, 20.0  # of a new normal, against the old one


@dataclass(frozen=True)
class Ruling:
    """One statement on the days of a subject. It holds for the subject's parts as well, but for the company's."""

    kind: str  # one of KINDS
    subject: Subject
    first_date: date
    last_date: date


@dataclass(frozen=True)
class RuledDays:
    """The rulings that concern one set of series, by row and column."""

    void: np.ndarray  # series × days
    unusual: np.ndarray
    shifts: tuple[tuple[int, int, int], ...]  # row, first column, last column of a new normal

    def corrected(self, counts: np.ndarray, expected: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Counts as a baseline should hold them, and what is expected from such baselines.

        A void or unusual day counts as what was expected of it.
        """
        usual = np.where((self.void | self.unusual) & (expected > 0), expected, counts)
        return usual, expected * _ratio(baseline_sum(usual), baseline_sum(counts))

    def shifted(
        self, usual: np.ndarray, expected: np.ndarray, robust: Callable[[np.ndarray, np.ndarray], np.ndarray]
    ) -> np.ndarray:
        """What is expected once the days before a new normal count at its level; `expected` before its first day.

        `robust` is what clipping makes of the baselines of some rows, given their counts.
        """
        result = expected * robust(usual, np.arange(len(usual)))
        levelled = usual.copy()
        for row, first, last in sorted(self.shifts, key=lambda shift: shift[1]):
            seen, hoped = usual[row, first : last + 1].sum(), result[row, first : last + 1].sum()
            if hoped > 0:
                levelled[row, :first] *= np.clip(seen / hoped, SMALLEST_LEVEL, LARGEST_LEVEL)
                factor = _ratio(baseline_sum(levelled[row]), baseline_sum(usual[row]))
                factor = factor * robust(levelled[[row]], np.array([row]))[0]
                result[row, first:] = (expected[row] * factor)[first:]
        return result


def ruled_days(rulings: Sequence[Ruling], series: SeriesSet, lines: SalesLines) -> RuledDays | None:
    """None where no ruling concerns any of the series."""
    void, unusual = np.zeros((2, *series.base.shape), dtype=bool)
    shifts = []
    for ruling in rulings:
        rows = _rows(ruling.subject, series, lines)
        first, last = (int((np.datetime64(day, "D") - lines.first_day).astype(int))
                       for day in (ruling.first_date, ruling.last_date))  # fmt: skip
        first, last = max(first, 0), min(last, lines.as_of_day)
        if first > last:
            continue
        if ruling.kind == NEW_NORMAL:
            shifts += [(int(row), first, last) for row in rows]
        else:
            (void if ruling.kind == VOID else unusual)[rows, first : last + 1] = True
    return RuledDays(void, unusual, tuple(shifts)) if shifts or void.any() or unusual.any() else None


def _rows(subject: Subject, series: SeriesSet, lines: SalesLines) -> np.ndarray:
    """The series that are the subject, or parts of it."""
    if "company" in (subject.kind, series.kind):
        return np.arange(len(series.product) if subject.kind == series.kind else 0)
    is_part = np.ones(len(series.product), dtype=bool)
    category = None if subject.product_id is not None else subject.category
    for name, codes, labels in (
        (subject.product_id, series.product, lines.product_ids),
        (category, series.category, lines.categories),
        (subject.region, series.region, lines.regions),
        (subject.channel, series.channel, lines.channels),
    ):
        if name is not None:
            code = np.flatnonzero(labels == name)
            is_part &= codes == code[0] if len(code) else False
    return np.flatnonzero(is_part)


def _ratio(values: np.ndarray, usual: np.ndarray) -> np.ndarray:
    return np.divide(values, usual, out=np.ones_like(usual), where=usual > 0)
