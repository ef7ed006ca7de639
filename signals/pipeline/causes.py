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
    """The slices of the dimension that tells most; empty where the fall is spread over many.

    `lines` are the subject's own; a dimension that the subject is cut along already is not asked again.
    """
    rng = np.random.default_rng(SEED)
    told = {
        dimension: contribution.contributions(
            lines, dimension=dimension, windows=windows_of(warning.onset, as_of), expected=warning.expected, rng=rng
        )
        for dimension in DIMENSIONS
        if _has_parts(lines, dimension)
    }
    return contribution.story(told).drivers


def _has_parts(lines: pd.DataFrame, dimension: str) -> bool:
    column = "customer_id" if dimension == "customer" else dimension
    return column in lines and lines[column].nunique() > 1
