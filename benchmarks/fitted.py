"""What would the methods say that fit a model to each series, one after the other?

They need `pip install -e ".[benchmark]"` and are asked on few series. A model is fitted every four weeks to what was
known by then, and the days after are compared with what it foresaw.
"""

import logging
import warnings
from collections.abc import Callable
from importlib.util import find_spec

import numpy as np
import pandas as pd

from benchmarks.panel import FIRST_JUDGED

REFIT_DAYS = 28  # the products refit daily; that takes 28 times as long
STL_LINE = 3.0
STL_HISTORY_DAYS = 364
# CueObserve, detectionTypes/prophet.py: Prophet with these priors and a band of 75 %, a value below the band rings.
CUEOBSERVE = {"changepoint_prior_scale": 0.01, "seasonality_prior_scale": 1.0, "interval_width": 0.75}
BAND_EDGE = 1.0  # in half-widths of the band


def is_installed(library: str) -> bool:
    return find_spec(library) is not None


def stl_residual(values: np.ndarray, days: slice) -> np.ndarray:
    """Deviations below the last trend and weekday of an STL fit (Cleveland et al. 1990), in its residuals' spread."""
    from statsmodels.tsa.seasonal import STL

    def foreseen(past: np.ndarray, ahead: int) -> tuple[np.ndarray, np.ndarray]:
        fit = STL(past[-STL_HISTORY_DAYS:], period=7, robust=False).fit()
        level = fit.trend[-1] + np.resize(fit.seasonal[-7:], ahead)
        return level, np.full(ahead, max(fit.resid.std(ddof=1), 1e-9))

    return _walked(values, days, foreseen)


def cueobserve(values: np.ndarray, days: slice) -> np.ndarray:
    return _walked(values, days, _prophet_of(CUEOBSERVE))


def prophet_defaults(values: np.ndarray, days: slice) -> np.ndarray:
    """Half-widths below what Prophet (Taylor and Letham 2018) foresaw, with its own settings: a band of 80 %."""
    return _walked(values, days, _prophet_of({}))


def _prophet_of(settings: dict) -> Callable:
    from prophet import Prophet

    logging.getLogger("cmdstanpy").disabled = True
    logging.getLogger("prophet").setLevel(logging.ERROR)

    def foreseen(past: np.ndarray, ahead: int) -> tuple[np.ndarray, np.ndarray]:
        dates = pd.date_range("2024-01-01", periods=len(past) + ahead)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it still passes pandas' inplace
            model = Prophet(**settings).fit(pd.DataFrame({"ds": dates[: len(past)], "y": past}), seed=1)
            np.random.seed(1)  # its band is sampled from numpy's global generator
            told = model.predict(pd.DataFrame({"ds": dates[len(past) :]}))
        level = told["yhat"].to_numpy()
        return level, np.maximum(level - told["yhat_lower"].to_numpy(), 1e-9)

    return foreseen


def _walked(values: np.ndarray, days: slice, foreseen: Callable) -> np.ndarray:
    scores = np.full(values.shape, np.nan)
    for start in range(max(days.start, FIRST_JUDGED), min(days.stop, values.shape[1]), REFIT_DAYS):
        ahead = min(REFIT_DAYS, values.shape[1] - start)
        for row, past in enumerate(values[:, :start]):
            level, width = foreseen(past, ahead)
            scores[row, start : start + ahead] = (level - values[row, start : start + ahead]) / width
    return scores
