"""How often was evidence of this strength a real fall, when falls were rehearsed in the company's own past?"""

from dataclasses import dataclass, fields, replace

import numpy as np

from signals.detectors.counted_series import counted
from signals.detectors.expectation import BASELINE_DAYS, LAG_DAYS, product_set
from signals.detectors.judgement import scored
from signals.detectors.sales_lines import SalesLines
from signals.stats.logistic import fitted_logistic, logistic

FALLEN_SHARE = 0.3  # of the products, each for six weeks of the last half-year: about one in fourteen on any day
SMALLEST_DROP, LARGEST_DROP = 0.2, 0.5
FALL_DAYS = 42
PERIOD_DAYS = 182
FEWEST_DAYS = 56  # less rehearsal than eight weeks gives words, no figure
FEWEST_FALLS = 10
ENOUGH_FALLS = 40
MOST_ROUNDS = 5
LARGEST_PROBABILITY = 0.95  # more is never shown


@dataclass(frozen=True)
class Rehearsal:
    """P(real fall | S) = 1/(1 + exp(−α − β S)), fitted on days of products with and without a rehearsed fall."""

    alpha: float
    beta: float
    falls: int  # products
    days: int  # of the past

    def probability(self, evidence: np.ndarray) -> np.ndarray:
        return np.minimum(logistic(evidence, self.alpha, self.beta), LARGEST_PROBABILITY)


def rehearsed(lines: SalesLines, rng: np.random.Generator) -> Rehearsal | None:
    """Thins the lines of some products for six weeks each and asks which scores these weeks got; None if too little.

    A company with few products rehearses several times.
    """
    first = int(lines.day.min(initial=lines.days_count)) + BASELINE_DAYS + LAG_DAYS
    first = max(first, lines.as_of_day + 1 - PERIOD_DAYS)
    days = lines.as_of_day + 1 - first
    if days < FEWEST_DAYS:
        return None
    lines = _ordered(lines)
    rounds, falls = [], 0
    while falls < ENOUGH_FALLS and len(rounds) < MOST_ROUNDS:
        scores, is_fall, fallen = _one_round(lines, rng, first)
        rounds.append((scores, is_fall))
        falls += fallen
    if falls < FEWEST_FALLS:
        return None
    return Rehearsal(*fitted_logistic(*(np.concatenate(part) for part in zip(*rounds, strict=True))), falls, days)


def _one_round(lines: SalesLines, rng: np.random.Generator, first: int) -> tuple[np.ndarray, np.ndarray, int]:
    """Scores of product days, whether they lie in a rehearsed fall, and how many products fell."""
    products = len(lines.product_ids)
    drop = np.where(rng.random(products) < FALLEN_SHARE, rng.uniform(SMALLEST_DROP, LARGEST_DROP, products), 0.0)
    onset = rng.integers(first, lines.as_of_day + 2 - FALL_DAYS, products)
    line_age = lines.day - onset[lines.product]
    is_gone = (line_age >= 0) & (line_age < FALL_DAYS) & (rng.random(len(line_age)) < drop[lines.product])
    thinner = _kept(lines, ~is_gone)
    each = counted(thinner, product_set(thinner))
    score = scored(each, first, lines.as_of_day)
    product = each.series.product
    age = np.arange(first, lines.as_of_day + 1)[None, :] - onset[product][:, None]
    fell = (drop[product] > 0)[:, None]
    is_fall = (age >= 0) & (age < FALL_DAYS) & fell
    echo = (age >= FALL_DAYS) & fell  # the fall is over, but still in the windows
    known = ~np.isnan(score) & ~echo
    return score[known], is_fall[known], int((known & is_fall).any(axis=1).sum())


def _ordered(lines: SalesLines) -> SalesLines:
    """The same lines in an order that does not depend on how they came."""
    return _kept(lines, np.lexsort((lines.revenue, lines.buyer, lines.region, lines.product, lines.day)))


def _kept(lines: SalesLines, chosen: np.ndarray) -> SalesLines:
    of_lines = {field.name for field in fields(lines)} & {
        "day", "product", "region", "channel", "category", "buyer", "revenue"
    }  # fmt: skip
    return replace(lines, **{name: getattr(lines, name)[chosen] for name in of_lines})
