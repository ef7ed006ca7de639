"""Customer Signals: what changed in how customers behave, weeks before the quarter is reported.

For a notebook: each function takes a DataFrame of sales lines or a path, and returns a DataFrame; see their docstrings.
"""

from signals.detectors.churn import score_customers
from signals.detectors.downturn import find_downturns, replay_downturns
from signals.detectors.nowcast import nowcast_quarter
from signals.ingest.reader import read_table

__all__ = ["find_downturns", "nowcast_quarter", "read_table", "replay_downturns", "score_customers"]
