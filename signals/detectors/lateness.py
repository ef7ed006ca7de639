"""Which regions have sent nothing for longer than they ever pause?"""

from datetime import date

import numpy as np
import pandas as pd

from signals.model import DataState

WINDOW_DAYS = 112
REGULAR_SHARE = 0.8  # of the company's selling days: only who sells nearly daily can be missed
NOT_STATED = ""

METHOD = f"""
A region that sold on at least {REGULAR_SHARE:.0%} of the company's selling days in the last {WINDOW_DAYS} days is late
when it has been silent for more selling days in a row than ever in that time.
"""


def regular_regions(region_days: pd.DataFrame, as_of: date) -> tuple[DataState, ...]:
    """Every region that sells nearly daily, the latest first. `region_days` has region, sold_date, lines."""
    last = pd.Timestamp(as_of)
    seen = region_days[
        region_days["sold_date"].between(last - pd.Timedelta(days=WINDOW_DAYS - 1), last)
        & (region_days["region"] != NOT_STATED)
    ]
    selling_days = np.sort(seen["sold_date"].unique())
    states = [_state(name, days, selling_days) for name, days in seen.groupby("region")["sold_date"]]
    return tuple(sorted(filter(None, states), key=lambda state: (-state.days_late, state.region)))


def _state(region: str, days: pd.Series, selling_days: np.ndarray) -> DataState | None:
    """Silence counts in the company's selling days, so that a closed day is nobody's lateness."""
    places = np.searchsorted(selling_days, np.sort(days.to_numpy()))
    is_regular = len(places) >= REGULAR_SHARE * (places[-1] + 1)
    if not is_regular:
        return None
    longest_pause = int(np.diff(places, prepend=-1).max()) - 1
    silence = len(selling_days) - 1 - int(places[-1])
    late = silence if silence > longest_pause else 0
    return DataState(region, pd.Timestamp(selling_days[places[-1]]).date(), late)
