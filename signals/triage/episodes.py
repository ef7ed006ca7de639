"""Since when has a series been spoken of, and is that over?

An episode opens on the first day that a series is worth watching and rings from the first day beyond the line. One
that rang is over after two calm weeks, and then the series keeps quiet for eight; one that never rang is forgotten
after two weeks below the watch line, and any after four weeks in which the series was not judged.
"""

from collections.abc import Collection
from datetime import date

import numpy as np
import pandas as pd

from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE

REPLAY_DAYS = 182  # longer than an episode and the quiet after it: a lasting fall is its own baseline after 140 days
CLEARING_DAYS = 14  # S below 0 on each
QUIET_DAYS = 56
LAPSING_DAYS = 28  # not judged on any of them: whatever comes later is another story
WORSE_FACTOR = 1.5  # times the highest S before, which breaks the quiet
FRESH_DAYS = 7  # a warning is new, a peak is recent

WATCHED, NEW, WORSENING, LASTING, RECOVERING, CLEARED = STATES = (
    "watched",  # never rang
    "new",
    "worsening",
    "lasting",
    "recovering",
    "cleared",
)
COLUMNS = [
    "series_key",
    "first_said",  # worth watching; the key's onset is estimated on this day
    "first_warned",  # beyond the line
    "cleared_date",
    "quiet_until",
    "peak",
    "evidence",  # today's
    "calm_days",
    "state",
    "is_open",
]


def current(replay: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The last episode of every series that had one in the replay, by series_key.

    `replay` has `day`, `series_key`, `evidence`; a day without a row was not judged: it neither counts as calm nor
    breaks the calm. Dates are NaT where they have not come; `quiet_until` only after an episode that rang and calmed.
    What opened before the replay's first day is dated to that day.
    """
    keys, first_day, grid = _grid(replay, as_of)
    life = _lives(grid)
    table = pd.DataFrame(
        {
            "series_key": keys,
            **{name: _dates(life[name], first_day) for name in ("first_said", "first_warned", "cleared_date")},
            "quiet_until": _dates(np.where(life["is_open"], -1, life["quiet_until"]), first_day),
            "peak": life["peak"],
            "evidence": grid[:, -1],
            "calm_days": life["calm_days"],
            "state": _states(life, grid),
            "is_open": life["is_open"],
        },
        columns=COLUMNS,
    )
    return table[life["first_said"] >= 0].sort_values("series_key", ignore_index=True)


def stable_weeks(replay: pd.DataFrame, series_keys: Collection[str], as_of: date) -> int:
    """Whole weeks since any of these series was last beyond the line; the replay's length where none was."""
    seen = replay[replay["day"] <= pd.Timestamp(as_of)]
    rang = seen[seen["series_key"].isin(list(series_keys)) & (seen["evidence"] >= ACT_EVIDENCE)]
    since = rang["day"].max() if len(rang) else seen["day"].min()
    return 0 if pd.isna(since) else (pd.Timestamp(as_of) - since).days // 7


def _grid(replay, as_of) -> tuple[np.ndarray, np.datetime64, np.ndarray]:
    """Keys, first day, and evidence series × days up to `as_of`, NaN where not judged."""
    last = np.datetime64(as_of, "D")
    seen = replay[(replay["day"] <= pd.Timestamp(as_of)).to_numpy()]
    day = seen["day"].to_numpy().astype("datetime64[D]")
    first = day.min() if len(day) else last
    codes, keys = pd.factorize(seen["series_key"])
    grid = np.full((len(keys), int((last - first).astype(int)) + 1), np.nan)
    grid[codes, (day - first).astype(int)] = seen["evidence"].to_numpy(dtype=float)
    return np.asarray(keys, dtype=object), first, grid


def _lives(grid) -> dict[str, np.ndarray]:
    """Column numbers of what happened to each series' last episode, -1 where it did not; one pass over the days."""
    rows = grid.shape[0]
    said, warned, cleared, peak_day, quiet_until = (np.full(rows, -1) for _ in range(5))
    peak, quiet_peak = np.full(rows, -np.inf), np.full(rows, np.inf)
    calm, unseen, is_open = np.zeros(rows, dtype=int), np.zeros(rows, dtype=int), np.zeros(rows, dtype=bool)
    for day, judged in enumerate(grid.T):
        is_judged = ~np.isnan(judged)
        score = np.where(is_judged, judged, -np.inf)
        may_open = (day > quiet_until) | (score > WORSE_FACTOR * quiet_peak)
        opens = ~is_open & (score >= WATCH_EVIDENCE) & may_open
        is_open |= opens
        said[opens], warned[opens], cleared[opens], peak[opens] = day, -1, -1, -np.inf
        warned[is_open & (warned < 0) & (score >= ACT_EVIDENCE)] = day
        rises = is_open & (score > peak)
        peak[rises], peak_day[rises] = score[rises], day
        is_calm = score < np.where(warned >= 0, 0.0, WATCH_EVIDENCE)
        calm = np.where(is_judged & is_open, np.where(is_calm, calm + 1, 0), calm)
        unseen = np.where(is_judged, 0, unseen + 1)
        clears = is_open & (calm >= CLEARING_DAYS)
        quiets = clears & (warned >= 0)
        clears |= is_open & (unseen >= LAPSING_DAYS)
        is_open &= ~clears
        cleared[clears], calm[clears] = day, 0
        quiet_peak[quiets], quiet_until[quiets] = peak[quiets], day + QUIET_DAYS
    return {
        "first_said": said,
        "first_warned": warned,
        "cleared_date": cleared,
        "quiet_until": quiet_until,
        "peak": peak,
        "peak_day": peak_day,
        "calm_days": calm,
        "is_open": is_open,
    }


def _states(life, grid) -> np.ndarray:
    last = grid.shape[1] - 1
    conditions = [
        ~life["is_open"],
        life["first_warned"] < 0,
        grid[:, -1] < WATCH_EVIDENCE,
        last - life["first_warned"] < FRESH_DAYS,
        last - life["peak_day"] < FRESH_DAYS,
    ]
    return np.select(conditions, [CLEARED, WATCHED, RECOVERING, NEW, WORSENING], LASTING).astype(object)


def _dates(columns, first_day) -> np.ndarray:
    days = (first_day + columns.astype("timedelta64[D]")).astype("datetime64[s]")
    return np.where(columns >= 0, days, np.datetime64("NaT", "s"))
