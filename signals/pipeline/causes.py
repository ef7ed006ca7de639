"""Which parts of a whole carry its fall?"""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.drivers import contribution
from signals.model import Driver, Warning

BASELINE_DAYS = 112  # before the onset
DIMENSIONS = ("region", "channel", "segment", "customer")
SEED = 20091201  # of the resampling: the same facts give the same ranges


def windows_of(onset: date, as_of: date) -> contribution.Windows:
    """The days since the onset, against the sixteen weeks before it."""
    return contribution.Windows(onset - timedelta(days=BASELINE_DAYS), onset - timedelta(days=1), onset, as_of)


def leading_drivers(lines: pd.DataFrame, warning: Warning, as_of: date) -> tuple[Driver, ...]:
    """The slices that carry more of the fall than their size, of the dimension first that tells most.

    Empty where the fall is spread over many. Customers are named only where nothing coarser stands out. `lines` are the
    subject's own; a dimension that the subject is cut along already is not asked again.
    """
    rng = np.random.default_rng(SEED)
    told = {
        dimension: contribution.contributions(
            lines, dimension=dimension, windows=windows_of(warning.onset, as_of), expected=warning.expected, rng=rng
        )
        for dimension in DIMENSIONS
        if _has_parts(lines, dimension)
    }
    led = {dimension: contribution.leading(drivers) for dimension, drivers in told.items()}
    by_customer = led.pop("customer", ())
    leads = [(_excess(drivers[0], told[dimension]), drivers) for dimension, drivers in led.items() if drivers]
    ordered = [drivers for _, drivers in sorted(leads, key=lambda lead: -lead[0])]
    return tuple(driver for drivers in ordered for driver in drivers) or by_customer


def _excess(driver: Driver, whole: tuple[Driver, ...]) -> float:
    """How much more of the fall than of the expectation a slice carries."""
    return driver.share - driver.expected / sum(each.expected for each in whole)


def _has_parts(lines: pd.DataFrame, dimension: str) -> bool:
    column = "customer_id" if dimension == "customer" else dimension
    return column in lines and lines[column].nunique() > 1
