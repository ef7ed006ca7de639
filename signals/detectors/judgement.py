"""Which series are there on a day, and how strong is the evidence against each?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import pandas as pd

from signals.detectors.counted_series import CountedSeries, counted, missing_days
from signals.detectors.expectation import SeriesSet, product_set, series_sets
from signals.detectors.rulings import Ruling
from signals.detectors.sales_lines import SalesLines, sales_lines
from signals.model import PART_KINDS, Subject
from signals.stats.sequential import DROPS, evidence

SIGNAL_WEIGHT = 0.45  # of either signal; what is left stays on nothing changed


@dataclass(frozen=True)
class Judgement:
    """Lines up to a day and the series counted from them; what every answer of this module is read from."""

    lines: SalesLines
    products: CountedSeries
    parts: tuple[CountedSeries, ...]  # regions, channels, categories, the company

    @cached_property
    def missing(self) -> np.ndarray:
        return missing_days(self.lines)

    @property
    def sets(self) -> tuple[CountedSeries, ...]:
        return (self.products, *self.parts)


def judged_products(sales: pd.DataFrame, as_of, *, rulings: Sequence[Ruling] = ()) -> Judgement:
    lines = sales_lines(sales, as_of)
    return Judgement(lines, counted(lines, product_set(lines), rulings), ())


def judged(sales: pd.DataFrame, as_of, *, rulings: Sequence[Ruling] = ()) -> Judgement:
    """Every kind of series, ready for `findings_of`, `replay_of` and `expected_days_of`."""
    products = judged_products(sales, as_of, rulings=rulings)
    parts = tuple(counted(products.lines, series, rulings) for series in series_sets(products.lines))
    return replace(products, parts=parts)


def scored(each: CountedSeries, first: int, last: int, changes: tuple[float, ...] = DROPS) -> np.ndarray:
    """S for the columns first to last; NaN where the series is not judged.

    exp S is a weighted mean of e-values: of the buyers, of the capped revenue, and of nothing, which is 1. So either
    signal may ring alone, as smaller orders from as many buyers do, and exp S is an e-value still. Of the k parts of a
    product that are judged each has a k-th of it: their number rings no oftener than the product itself.
    """
    parts = []
    for signal in (each.buyers, each.revenue):
        columns = [values[:, : last + 1] for values in signal.arrays]
        parts.append(evidence(*columns, first=first, changes=changes))
    score = np.log(SIGNAL_WEIGHT * (np.exp(parts[0]) + np.exp(parts[1])) + 1.0 - 2.0 * SIGNAL_WEIGHT)
    is_judged = each.is_judged[:, first : last + 1]
    score[~is_judged] = np.nan
    return score - np.log(_parts_judged(each.series, is_judged)) if each.series.kind in PART_KINDS else score


def _parts_judged(series: SeriesSet, is_judged: np.ndarray) -> np.ndarray:
    """How many of its product's parts are judged on each day, for each of them; at least 1."""
    parts = np.zeros((series.product.max(initial=-1) + 1, is_judged.shape[1]))
    np.add.at(parts, series.product, is_judged)
    return np.maximum(parts, 1.0)[series.product]


def subjects_of(series: SeriesSet, lines: SalesLines, *, names: Mapping[str, str] | None = None) -> list[Subject]:
    """One subject per row, named as a reader calls it."""
    return [_subject(series, row, lines, names or {}) for row in range(len(series.product))]


def _subject(series: SeriesSet, row: int, lines: SalesLines, names: Mapping[str, str]) -> Subject:
    def label(labels: np.ndarray, code: int):
        return labels[code] if code >= 0 else None

    product_id = label(lines.product_ids, series.product[row])
    category, region, channel = (
        label(labels, code)
        for labels, code in (
            (lines.categories, series.category[row]),
            (lines.regions, series.region[row]),
            (lines.channels, series.channel[row]),
        )
    )
    whole = names.get(product_id, product_id) if product_id is not None else category or "The company"
    part = region if series.kind == "product_region" else channel if series.kind == "product_channel" else None
    name = f"{whole} in {part}" if part is not None else str(whole)
    return Subject(series.kind, name, product_id=product_id, category=category, region=region, channel=channel)
