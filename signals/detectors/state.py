"""What is to be said of each series on a day: act, watch, stable, or why it is not judged?"""

import numpy as np

from signals.detectors.counted_series import CountedSeries
from signals.detectors.expectation import LAG_DAYS, SEEN_DAYS
from signals.detectors.judgement import Judgement
from signals.detectors.silence import is_stopped, outage_expected
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE

OUTAGE_CERTAIN = 7.0  # expected orders over noise; silence that long is chance once in e⁷ = 1,100


def product_states(judgement: Judgement, score: np.ndarray) -> np.ndarray:
    """The state of every product on each day of `score`, the evidence of the judged ones up to the last day."""
    lines, each = judgement.lines, judgement.products
    first = lines.as_of_day + 1 - score.shape[1]
    columns = slice(first, lines.as_of_day + 1)
    states = np.full((len(lines.product_ids), lines.as_of_day + 1 - first), "too_few_orders", dtype=object)
    states[each.series.product] = part_states(each, score, judgement.missing, last=lines.as_of_day)
    shape = (len(lines.product_ids), lines.days_count)
    first_sale = np.full(shape[0], shape[1])
    np.minimum.at(first_sale, lines.product, lines.day)
    age = np.arange(shape[1])[columns][None, :] - first_sale[:, None] + 1
    states[age < SEEN_DAYS + LAG_DAYS] = "learning"
    states[is_stopped(lines.product, lines.day, shape=shape)[:, columns]] = "stopped"
    return states


def part_states(each: CountedSeries, score: np.ndarray, missing: np.ndarray, *, last: int) -> np.ndarray:
    """The state of each series on each day of `score`, whose last column is the day `last`."""
    columns = slice(last + 1 - score.shape[1], last + 1)
    silent = outage_expected(each.buyers.is_outage, each.buyers.expected / each.buyers.phi)[:, columns]
    states = np.full(score.shape, "stable", dtype=object)
    states[(silent >= OUTAGE_CERTAIN) | missing[columns]] = "missing_data"
    states[score >= WATCH_EVIDENCE] = "watch"
    states[score >= ACT_EVIDENCE] = "act"
    states[~each.is_judged[:, columns]] = "too_few_orders"
    states[each.seen_days[:, columns] < SEEN_DAYS] = "learning"
    return states
