"""Since when has a series been spoken of, and is that over?

An episode opens on the first day that a series is worth watching and rings from the first day beyond the line; it is
proven once it stayed there or near it, or went far beyond: what chance brings there is mostly gone within days. One
that rang is over after two calm weeks, and then the series keeps quiet for eight; one that never rang is forgotten
after two weeks below the watch line, and any after four weeks in which the series was not judged.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.model import Warning
from signals.stats.rolling import trailing_sum

REPLAY_DAYS = 182  # longer than an episode and the quiet after it: a lasting fall is its own baseline after 140 days
CLEARING_DAYS = 14  # S below 0 on each
QUIET_DAYS = 56
LAPSING_DAYS = 28  # not judged on any of them: whatever comes later is another story
WORSE_FACTOR = 1.5  # times the highest S before, which breaks the quiet
FRESH_DAYS = 7  # a warning is new, a peak is recent
PROVEN_EVIDENCE = 5.0  # on one day, or
PROVEN_DAYS, PROVEN_SPAN_DAYS = 7, 14  # so many days beyond the line of so many, or worth watching on all of them

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
    "proven_date",  # it stayed there, or went far beyond
    "cleared_date",
    "quiet_until",
    "previous_cleared",  # when the episode before it ended
    "peak",
    "peak_date",
    "evidence",  # today's
    "calm_days",
    "state",
    "is_open",
]


FROM_LIVES = ("first_said", "first_warned", "proven_date", "cleared_date")
DATE_COLUMNS = (
    "first_said",
    "first_warned",
    "proven_date",
    "cleared_date",
    "quiet_until",
    "previous_cleared",
    "peak_date",
)


@dataclass(frozen=True)
class Said:
    """A warning as it was last said."""

    last_day: date
    warning: Warning
    is_answered: bool = False  # by a person, so that what comes later is another story

    @property
    def has_rung(self) -> bool:
        """Beyond the line at some time, not only watched."""
        return self.warning.severity == "act" or self.warning.life not in ("", WATCHED)

    @property
    def onset(self) -> date:
        """As first said: the last part of the key."""
        return date.fromisoformat(self.warning.key.rpartition(":")[2])


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
            **{name: _dates(life[name], first_day) for name in FROM_LIVES},
            "quiet_until": _dates(np.where(life["is_open"], -1, life["quiet_until"]), first_day),
            "previous_cleared": _dates(life["previous_cleared"], first_day),
            "peak": life["peak"],
            "peak_date": _dates(life["peak_day"], first_day),
            "evidence": grid[:, -1],
            "calm_days": life["calm_days"],
            "state": _states(life, grid),
            "is_open": life["is_open"],
        },
        columns=COLUMNS,
    )
    return table[life["first_said"] >= 0].sort_values("series_key", ignore_index=True)


def continued(current: pd.DataFrame, said: Sequence[Said]) -> pd.DataFrame:
    """`current` with a `warning_key`, and with the days of what was said already, where it is the same episode.

    A row said on `last_day` is the episode that was open then, however far back the replay reaches and whatever data
    has come since: key, onset and first warning stay. `said` holds the last of each warning.
    """
    latest: dict[str, Said] = {}
    for each in sorted(said, key=lambda one: one.last_day):
        latest[each.warning.subject.key] = each
    rows = [_carried_on(row, latest.get(row["series_key"])) for row in current.to_dict("records")]
    table = pd.DataFrame(rows, columns=[*current.columns, "warning_key", "onset"])
    dates = {name: pd.to_datetime(table[name]).astype("datetime64[s]") for name in (*DATE_COLUMNS, "onset")}
    return table.assign(**dates, is_open=table["is_open"].astype(bool))


def _carried_on(row: dict, said: Said | None) -> dict:
    row = row | {"warning_key": None, "onset": pd.NaT}
    if said is None or not _is_same(row, said):
        return row
    warned = pd.Timestamp(said.warning.first_warned)
    has_rung = pd.notna(row["first_warned"])
    if said.has_rung:
        row["first_warned"] = warned
        row["state"] = _rung(row)
        if said.warning.severity == "act" and pd.isna(row["proven_date"]):
            row["proven_date"] = pd.Timestamp(said.last_day)
    elif has_rung:  # a watched row says when it was first watched
        row["first_warned"] = max(row["first_warned"], warned)
    first_said = min(row["first_said"], warned)
    return row | {"warning_key": said.warning.key, "onset": said.onset, "first_said": first_said}


def _rung(row: dict) -> str:
    """The state of what rang when it was said, although the data as it is now does not ring."""
    if row["state"] != WATCHED:
        return row["state"]
    return RECOVERING if row["evidence"] < WATCH_EVIDENCE else LASTING


def _is_same(row: dict, said: Said) -> bool:
    """Open on the day it was last said, or opened again within the time to clear with no end between."""
    last, cleared = pd.Timestamp(said.last_day), row["previous_cleared"]
    if row["first_said"] <= last:
        return pd.isna(row["cleared_date"]) or row["cleared_date"] > last
    is_near = row["first_said"] - last <= pd.Timedelta(days=CLEARING_DAYS)
    return is_near and not said.is_answered and (pd.isna(cleared) or cleared <= last)


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
    said, warned, proven, cleared, previous_cleared, peak_day, quiet_until = (np.full(rows, -1) for _ in range(7))
    days_beyond, days_watched = (
        trailing_sum((grid >= least).astype(float), PROVEN_SPAN_DAYS) for least in (ACT_EVIDENCE, WATCH_EVIDENCE)
    )
    peak, quiet_peak = np.full(rows, -np.inf), np.full(rows, np.inf)
    calm, unseen, is_open = np.zeros(rows, dtype=int), np.zeros(rows, dtype=int), np.zeros(rows, dtype=bool)
    for day, judged in enumerate(grid.T):
        is_judged = ~np.isnan(judged)
        score = np.where(is_judged, judged, -np.inf)
        may_open = (day > quiet_until) | (score > WORSE_FACTOR * quiet_peak)
        opens = ~is_open & (score >= WATCH_EVIDENCE) & may_open
        is_open |= opens
        previous_cleared[opens] = cleared[opens]
        said[opens], warned[opens], proven[opens], cleared[opens], peak[opens] = day, -1, -1, -1, -np.inf
        warned[is_open & (warned < 0) & (score >= ACT_EVIDENCE)] = day
        is_proof = (score >= PROVEN_EVIDENCE) | (days_beyond[:, day] >= PROVEN_DAYS)
        is_proof |= days_watched[:, day] >= PROVEN_SPAN_DAYS
        proven[is_open & (warned >= 0) & (proven < 0) & is_proof] = day
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
        "proven_date": proven,
        "cleared_date": cleared,
        "previous_cleared": previous_cleared,
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
