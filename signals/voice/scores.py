"""How do the scores of each scale move from month to month? Two scales are never mixed."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from signals.model import ScoreMonth
from signals.stats.rates import Estimate, nps, wilson
from signals.voice.experiences import BAD_TO, GOOD_FROM

SCALES = ("nps", "csat", "ces", "stars")
SATISFIED_FROM = 4  # of five: the share that CSAT is
Z95 = 1.96


def score_months(feedback: pd.DataFrame) -> tuple[ScoreMonth, ...]:
    """By scale and calendar month, the oldest first; `feedback` has given_date, score and scale.

    NPS in points, CSAT the share of 4 and 5, CES and stars the mean; each with a 95 % interval and n answers.
    """
    given = feedback.dropna(subset=["score", "scale"])
    given = given.assign(month=pd.to_datetime(given["given_date"]).dt.to_period("M"))
    return tuple(_months(given))


def overall(feedback: pd.DataFrame, scale: str) -> Estimate:
    """The score of all answers on one scale."""
    return _score(scale, feedback.loc[feedback["scale"].eq(scale).fillna(False), "score"].dropna())


def net_promoter_score(answers: pd.Series) -> Estimate:
    """In points, of answers from 0 to 10."""
    values = answers.astype(float).to_numpy()
    promoters, detractors = int(np.sum(values >= GOOD_FROM["nps"])), int(np.sum(values <= BAD_TO["nps"]))
    return nps(promoters, len(values) - promoters - detractors, detractors)


def _months(given: pd.DataFrame) -> Iterator[ScoreMonth]:
    for scale in SCALES:
        for month, answers in given[given["scale"] == scale].groupby("month"):
            score = _score(scale, answers["score"])
            yield ScoreMonth(scale, month.start_time.date(), score.estimate, score.low, score.high, score.n)


def _score(scale: str, scores: pd.Series) -> Estimate:
    if scale == "nps":
        return net_promoter_score(scores)
    values = scores.astype(float).to_numpy()
    if scale == "csat":
        return wilson(int(np.sum(values >= SATISFIED_FROM)), len(values))
    return _mean(values)


def _mean(values: np.ndarray) -> Estimate:
    """With one answer the interval is missing."""
    method, n = "normal approximation, 95 % confidence", len(values)
    if not n:
        return Estimate(*[float("nan")] * 3, n=0, method=method)
    half = Z95 * values.std(ddof=1) / np.sqrt(n) if n > 1 else float("nan")
    return Estimate(float(values.mean()), float(values.mean() - half), float(values.mean() + half), n, method)
