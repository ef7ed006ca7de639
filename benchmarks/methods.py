"""Which methods are compared, what does each watch, and at which line does it ring by default?"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks import fitted, peers, textbook
from benchmarks.panel import FIRST_JUDGED, Panel
from signals.detectors.downturn import replay, replay_downturns
from signals.metrics import ACT_EVIDENCE


@dataclass(frozen=True)
class Method:
    name: str
    score: Callable[[Panel], np.ndarray]  # series × days, greater is more like a fall
    line: float  # it rings here by default


@dataclass(frozen=True)
class FittedMethod:
    """Fits a model per series: asked on few of them, and on the order lines alone."""

    name: str
    score: Callable[[np.ndarray, slice], np.ndarray]
    line: float
    library: str


def ours(panel: Panel) -> np.ndarray:
    """Evidence of the package's detector, per product or per product and region, as `panel` has it."""
    sales = panel.sales
    first_date = sales["sold_date"].min()
    first, last = (first_date + pd.Timedelta(days=number) for number in (FIRST_JUDGED, panel.days - 1))
    if ":" in str(panel.keys[0]):
        told = replay(sales, first, last)
        keys = told["series_key"].astype(str).str.removeprefix("product_region:")
    else:
        told = replay_downturns(sales, first, last)
        keys = told["product_id"]
    row = pd.Index(panel.keys).get_indexer(keys)
    day = (told["day"] - first_date).dt.days.to_numpy()
    scores = np.full(panel.orders.shape, np.nan)
    scores[row[row >= 0], day[row >= 0]] = told["evidence"].to_numpy()[row >= 0]
    return scores


def _watching(name: str, score: Callable[[np.ndarray], np.ndarray], line: float) -> list[Method]:
    """A rule for any number: once on order lines, once on revenue."""
    return [
        Method(f"{name} | orders", lambda panel: score(panel.orders), line),
        Method(f"{name} | revenue", lambda panel: score(panel.revenue), line),
    ]


OURS = Method("ours", ours, ACT_EVIDENCE)
METHODS = [
    OURS,
    Method("like-for-like, one 28-day z | orders", textbook.simplest_rival, textbook.RIVAL_LINE),
    *_watching("Chaos Genius EWSTD", peers.ewstd, peers.EWSTD_LINE),
    *_watching("ThirdEye percentage rule", peers.thirdeye, peers.THIRDEYE_LINE),
    *_watching("Anomstack PCA", peers.anomstack, peers.ANOMSTACK_LINE),
    *_watching("PostHog z-score", peers.posthog, peers.POSTHOG_LINE),
    *_watching("ServiceNow, 14 points", peers.servicenow, peers.SERVICENOW_LINE),
    *_watching("week over week", textbook.week_over_week, textbook.WEEK_OVER_WEEK_LINE),
    *_watching("z-score of a day", textbook.z_of_a_day, textbook.Z_LINE),
    *_watching("z-score of a week", textbook.z_of_a_week, textbook.Z_LINE),
    *_watching("rolling mean ± 2 sigma", textbook.rolling_band, textbook.BAND_LINE),
    *_watching("EWMA chart", textbook.ewma, textbook.EWMA_LINE),
    *_watching("Mann-Kendall, 12 weeks", textbook.mann_kendall, textbook.KENDALL_LINE),
    Method("Poisson CUSUM | orders", lambda panel: textbook.poisson_cusum(panel.orders), textbook.CUSUM_LINE),
    Method("BOCPD | orders", lambda panel: textbook.bocpd(panel.orders), textbook.BOCPD_LINE),
]
FITTED_METHODS = [
    FittedMethod("STL residual", fitted.stl_residual, fitted.STL_LINE, "statsmodels"),
    FittedMethod("CueObserve, Prophet's 75 % band", fitted.cueobserve, fitted.BAND_EDGE, "prophet"),
    FittedMethod("Prophet, its 80 % band", fitted.prophet_defaults, fitted.BAND_EDGE, "prophet"),
]


def scores_of(method: Method, panel: Panel) -> np.ndarray:
    """Missing where the panel's series are not judged, so that all methods answer for the same days."""
    return np.where(panel.is_judged, method.score(panel), np.nan)
