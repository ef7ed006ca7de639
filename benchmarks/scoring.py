"""How often does a method ring when nothing changed, and how soon when something did?

Scores are series × days, missing where a method says nothing.
"""

import numpy as np

QUIET_DAYS = 56  # after an alarm
PER_QUARTERS = 100.0
HORIZONS_DAYS = (14, 28, 56)


def alarms(scores: np.ndarray, line: float) -> list[tuple[int, int]]:
    """(series, day) of each day at or above the line that is not within 56 days of the alarm before it."""
    found: list[tuple[int, int]] = []
    for series, day in zip(*np.nonzero(scores >= line), strict=True):
        if not found or found[-1][0] != series or day - found[-1][1] > QUIET_DAYS:
            found.append((int(series), int(day)))
    return found


def alarm_rate(scores: np.ndarray, line: float, *, quarters: float) -> float:
    """Alarms per 100 series-quarters."""
    return PER_QUARTERS * len(alarms(scores, line)) / quarters


def matched_line(scores: np.ndarray, *, quarters: float, rate: float) -> float:
    """The lowest score at which there are at most `rate` alarms per 100 series-quarters; infinite if there is none."""
    values = np.unique(scores[np.isfinite(scores)])
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if alarm_rate(scores, values[middle], quarters=quarters) <= rate:
            high = middle
        else:
            low = middle + 1
    return float(values[low]) if low < len(values) else np.inf


def delays(scores: np.ndarray, line: float, rows: np.ndarray, onsets: np.ndarray) -> np.ndarray:
    """Days from each onset to the first day at or above the line (the onset's own day is 1), infinite if beyond 56."""
    result = np.full(len(rows), np.inf)
    for number, (row, onset) in enumerate(zip(rows, onsets, strict=True)):
        hits = np.flatnonzero(scores[row, onset : onset + max(HORIZONS_DAYS)] >= line)
        if len(hits):
            result[number] = hits[0] + 1
    return result


def new_alarms(with_it: np.ndarray, without: np.ndarray, line: float) -> np.ndarray:
    """Whether each series reaches the line with the nuisance and not without it; the arrays cover the same days."""
    return (with_it >= line).any(axis=1) & ~(without >= line).any(axis=1)
