"""Which regions, channels and sources have sent nothing for longer than they ever pause?"""

from collections.abc import Iterator
from datetime import date

import numpy as np
import pandas as pd

from signals.model import DataState

KINDS = ("region", "channel", "source")
WINDOW_DAYS = 112
REGULAR_SHARE = 0.8  # of the company's selling days: only who sells nearly daily can be missed by the day
RHYTHM_DAYS = 400  # in which a weekly or monthly rhythm shows
FEWEST_GAPS = 5
RHYTHM_SHARE = 0.8  # of the gaps that are about as long as the usual one
GAP_SLACK = 0.3  # of the usual gap: months have 28 to 31 days
FEWEST_DELIVERIES = 4  # of who brings a region, before its loads show a rhythm
FEWEST_EXPORTS = 5  # of a source: four steps from one to the next; what came seldomer is history, never late
TAKEN_OVER_SHARE = 0.2  # of the days on which a source brought a part: another one brought it on no more of them
MAIN_SOURCE_SHARE = 0.8  # of a region's lines: its days come when that source's come
NOT_STATED = ""

METHOD = f"""
Who sold on at least {REGULAR_SHARE:.0%} of the company's selling days in the last {WINDOW_DAYS} days is late when
silent for more selling days in a row than ever in that time, or than its source ever let pass between two exports.
Who sells in a weekly or monthly rhythm, at least {FEWEST_GAPS} gaps of about the same length in {RHYTHM_DAYS} days, is
late when silent for longer than the longest of them. Who sells now and then is not judged. A source is judged from
{FEWEST_EXPORTS} exports on, unless all its regions and channels have come from another source since.
"""


def data_states(sold: pd.DataFrame, deliveries: pd.DataFrame, as_of: date) -> tuple[DataState, ...]:
    """How far the data of every region, channel and source with a rhythm reaches, the latest first.

    `sold` has region, channel, source ("" where not stated), sold_date and lines; `deliveries` has source and
    last_date, a row an export. A lone channel or source is the company itself and is left out.
    """
    last = pd.Timestamp(as_of)
    seen = sold[sold["sold_date"].between(last - pd.Timedelta(days=RHYTHM_DAYS - 1), last)]
    delivered = deliveries[deliveries["last_date"] <= last]
    selling_days = np.sort(seen["sold_date"].unique())
    states = [
        state
        for kind in KINDS
        for name, own in _parts(seen, kind)
        if kind != "source" or _is_source(name, seen, delivered)
        if (state := _state(kind, name, own, selling_days, _delivered(own, delivered), last))
    ]
    return tuple(sorted(states, key=lambda state: (-state.days_late, KINDS.index(state.kind), state.name)))


def _parts(seen: pd.DataFrame, kind: str) -> Iterator[tuple[str, pd.DataFrame]]:
    named = seen[seen[kind] != NOT_STATED]
    if kind == "region" or named[kind].nunique() > 1:
        yield from named.groupby(kind)


def _is_source(name: str, seen: pd.DataFrame, deliveries: pd.DataFrame) -> bool:
    """Whether it has exported regularly, and at least one region or channel has not gone over to others since."""
    if deliveries.loc[deliveries["source"] == name, "last_date"].nunique() < FEWEST_EXPORTS:
        return False
    parts = ["region", "channel"]
    own, others = seen[seen["source"] == name], seen[seen["source"] != name]
    elsewhere = dict(list(others.groupby(parts)["sold_date"]))
    return not all(
        part in elsewhere and _is_taken_over(sold_dates, elsewhere[part], own["sold_date"].max())
        for part, sold_dates in own.groupby(parts)["sold_date"]
    )


def _is_taken_over(own: pd.Series, others: pd.Series, last: pd.Timestamp) -> bool:
    """Others have brought the part since the source's last day, and seldom while it did so itself."""
    return bool((others > last).any()) and own[own.isin(others)].nunique() <= TAKEN_OVER_SHARE * own.nunique()


def _delivered(own: pd.DataFrame, deliveries: pd.DataFrame) -> np.ndarray:
    """Last days of the exports of the source that brings nearly all of these lines; empty where none does."""
    by_source = own.groupby("source")["lines"].sum()
    if by_source.max() < MAIN_SOURCE_SHARE * by_source.sum():
        return np.empty(0, dtype="datetime64[s]")
    dates = deliveries.loc[deliveries["source"] == by_source.idxmax(), "last_date"]
    return np.sort(dates.unique())


def _state(kind, name, own, selling_days, delivered, as_of) -> DataState | None:
    days = np.sort(own["sold_date"].unique())
    first = as_of - pd.Timedelta(days=WINDOW_DAYS - 1)
    recent, clock = days[days >= first], selling_days[selling_days >= first]
    if _is_nearly_daily(recent, clock):
        late, gap = _by_selling_days(recent, clock, delivered[delivered >= first])
    elif (rhythm := _by_rhythm(days, as_of)) is not None:
        late, gap = rhythm
    else:
        return None
    return DataState(kind, name, pd.Timestamp(days[-1]).date(), late, gap)


def _is_nearly_daily(days: np.ndarray, selling_days: np.ndarray) -> bool:
    if not len(days):
        return False
    return len(days) >= REGULAR_SHARE * (np.searchsorted(selling_days, days[-1]) + 1)


def _by_selling_days(days: np.ndarray, selling_days: np.ndarray, delivered: np.ndarray) -> tuple[int, int]:
    """Late days and usual gap. Silence counts in the company's selling days: a closed day is nobody's lateness."""
    places = np.searchsorted(selling_days, days)
    longest_pause, gap = int(np.diff(places, prepend=-1).max()) - 1, 1
    if len(delivered) >= FEWEST_DELIVERIES:
        longest_pause = max(longest_pause, int(np.diff(np.searchsorted(selling_days, delivered)).max()))
        gap = max(round(float(np.median(_gaps(delivered)))), 1)
    silence = len(selling_days) - 1 - int(places[-1])
    return (silence if silence > longest_pause else 0), gap


def _by_rhythm(days: np.ndarray, as_of: pd.Timestamp) -> tuple[int, int] | None:
    """Late days, beyond the usual gap, and that gap; None where the gaps have no usual length."""
    gaps = _gaps(days)
    if len(gaps) < FEWEST_GAPS:
        return None
    usual = float(np.median(gaps))
    if (np.abs(gaps - usual) <= GAP_SLACK * usual).mean() < RHYTHM_SHARE:
        return None
    silence = (as_of - pd.Timestamp(days[-1])).days
    longest = max(gaps.max(), (1 + GAP_SLACK) * usual)
    return (silence - round(usual) if silence > longest else 0), round(usual)


def _gaps(days: np.ndarray) -> np.ndarray:
    """Calendar days from each to the next."""
    return np.diff(days.astype("datetime64[D]")).astype(int)
