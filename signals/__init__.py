"""Customer Signals: what changed in how customers behave, weeks before the quarter is reported.

For a notebook: each function takes a DataFrame of sales lines or a path, and returns a DataFrame; see their docstrings.
"""

__all__ = ["find_downturns", "nowcast_quarter", "read_table", "replay_downturns", "score_customers"]


def __getattr__(name: str):
    """The functions are imported on first use: a load has no need of statistics, whose libraries take a second."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from signals.detectors.churn import score_customers
    from signals.detectors.downturn import find_downturns, replay_downturns
    from signals.detectors.nowcast import nowcast_quarter
    from signals.ingest.reader import read_table

    functions = (find_downturns, nowcast_quarter, read_table, replay_downturns, score_customers)
    return next(function for function in functions if function.__name__ == name)


def __dir__() -> list[str]:
    return __all__
