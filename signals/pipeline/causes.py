"""Which parts of a whole carry its fall?"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.drivers import contribution
from signals.model import DataState, Driver, Warning

BASELINE_DAYS = 112  # before the onset
DIMENSIONS = ("region", "channel", "segment", "customer")
SEED = 20091201  # of the resampling: the same facts give the same ranges


def windows_of(onset: date, as_of: date) -> contribution.Windows:
    """The days since the onset, against the sixteen weeks before it."""
    return contribution.Windows(onset - timedelta(days=BASELINE_DAYS), onset - timedelta(days=1), onset, as_of)


def complete_through(late: Sequence[DataState], as_of: date) -> date:
    """The last day that nothing awaited is missing from: a region without data must not look like one that fell."""
    return min((state.last_date for state in late if state.is_awaited(as_of)), default=as_of)


def leading_drivers(lines: pd.DataFrame, warning: Warning, as_of: date, *, complete: date) -> tuple[Driver, ...]:
    """The slices that carry more of the fall than their size, of the dimension first that tells most.

    Empty where the fall is spread over many. Customers are named only where nothing coarser stands out. `lines` are the
    subject's own; a dimension that the subject is cut along already is not asked again. Days after `complete` are
    left out.
    """
    last = complete if complete > warning.onset else as_of
    expected = warning.expected * ((last - warning.onset).days + 1) / ((as_of - warning.onset).days + 1)
    windows, rng = windows_of(warning.onset, last), np.random.default_rng(SEED)
    compared = _compared(lines, windows)
    told = {
        dimension: contribution.contributions(
            compared, dimension=dimension, windows=windows, expected=expected, rng=rng
        )
        for dimension in DIMENSIONS
        if _has_parts(compared, dimension)
    }
    led = {dimension: contribution.leading(drivers) for dimension, drivers in told.items()}
    by_customer = led.pop("customer", ())
    leads = [(_excess(drivers[0], told[dimension]), drivers) for dimension, drivers in led.items() if drivers]
    ordered = [drivers for _, drivers in sorted(leads, key=lambda lead: -lead[0])]
    return tuple(driver for drivers in ordered for driver in drivers) or by_customer


def _compared(lines: pd.DataFrame, windows: contribution.Windows) -> pd.DataFrame:
    """The lines of either window in one order, so that the resampling does not hang on how they were read."""
    first, last = pd.Timestamp(windows.baseline_first_date), pd.Timestamp(windows.last_date)
    return lines[lines["sold_date"].between(first, last)].sort_values(["order_id", "line_number"], ignore_index=True)


def _excess(driver: Driver, whole: tuple[Driver, ...]) -> float:
    """How much more of the fall than of the expectation a slice carries."""
    return driver.share - driver.expected / sum(each.expected for each in whole)


def _has_parts(lines: pd.DataFrame, dimension: str) -> bool:
    column = "customer_id" if dimension == "customer" else dimension
    return column in lines and lines[column].nunique() > 1
