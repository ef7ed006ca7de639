"""Which falls can be seen in this company's sales, how soon, and which cannot?"""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from signals.detectors.expectation import ORDERS_PER_DAY
from signals.detectors.injection import DROPS, KINDS
from signals.detectors.rehearsal import SAMPLE_DAYS, Round
from signals.model import ANY_KIND, ControlRate, Detection
from signals.periods import DAYS_A_QUARTER

CLASSES = (  # order lines a day: at least, less than, as a reader calls it
    (10.0, np.inf, "10 or more"),
    (3.0, 10.0, "3 to 10"),
    (1.0, 3.0, "1 to 3"),
    (ORDERS_PER_DAY, 1.0, f"{ORDERS_PER_DAY:g} to 1"),
)
FOUND_DAYS = (14, 28, 56)


def detection(done: Sequence[Round]) -> tuple[Detection, ...]:
    """Per volume class, drop and kind of fall, and for all kinds together: what share was found in 2, 4 and 8 weeks."""
    if not done:
        return ()
    falls = pd.concat([each.falls for each in done], ignore_index=True)
    return tuple(
        _detection(name, drop, kind, of_class[(of_class["drop"] == drop) & of_class["kind"].isin(kinds)])
        for name, of_class in _by_class(falls)
        for drop in DROPS
        for kind, kinds in ((ANY_KIND, KINDS), *((kind, (kind,)) for kind in KINDS))
    )


def controls(done: Sequence[Round]) -> tuple[ControlRate, ...]:
    """Per volume class: alarms on series in which nothing was injected; falls of their own are among them."""
    if not done:
        return ()
    days = pd.concat([each.controls for each in done], ignore_index=True)
    return tuple(_control(name, of_class["is_alarm"]) for name, of_class in _by_class(days))


def _by_class(table: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    for least, less_than, name in CLASSES:
        yield name, table[(table["lines_a_day"] >= least) & (table["lines_a_day"] < less_than)]


def _control(name: str, is_alarm: pd.Series) -> ControlRate:
    return ControlRate(name, int(is_alarm.sum()), float((~is_alarm).sum() * SAMPLE_DAYS / DAYS_A_QUARTER))


def _detection(name: str, drop: float, kind: str, falls: pd.DataFrame) -> Detection:
    days, n = falls["days_to_alarm"], len(falls)
    found = [float((days <= within).mean()) if n else None for within in FOUND_DAYS]
    middle = float(np.median(days.fillna(np.inf))) if n else np.inf
    return Detection(name, drop, kind, n, *found, median_days=middle if np.isfinite(middle) else None)
