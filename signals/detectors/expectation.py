"""How many order lines would each series have had, judged by everything else that was sold in the same places?

Grids are series × days. The baseline of day t is [t − 28 − 111, t − 28].
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from signals.detectors.sales_lines import NO_LABEL, SalesLines
from signals.stats.rolling import DAYS_A_WEEK, day_grid, shifted, trailing_sum

BASELINE_DAYS = 112  # sixteen weeks
LAG_DAYS = 28  # a fall may not lower its own expectation for four weeks
SEEN_DAYS = 84  # of the baseline, before a series is judged
ORDERS_PER_DAY = 0.3  # fewer in the baseline: too few orders to say
PLACE_SEEN_DAYS = 28  # of the baseline, before a region counts on either side
CATEGORY_DAYS = 7
CATEGORY_PRIOR_LINES = 200
FEWEST_LINES = ORDERS_PER_DAY * SEEN_DAYS


@dataclass(frozen=True)
class SeriesSet:
    """All series of one kind that ever had enough lines to be judged, one row each."""

    kind: str  # as Subject.kind
    product: np.ndarray  # code per row, or NO_LABEL
    category: np.ndarray
    region: np.ndarray
    channel: np.ndarray
    row_of_line: np.ndarray  # NO_LABEL where the line is in none of these series
    is_open: np.ndarray  # per line: its place has a baseline, so it counts on both sides
    base: np.ndarray  # lines in the baseline
    expected: np.ndarray  # lines expected on the day
    market: np.ndarray  # lines a day of what the series is a share of; markets × days
    market_of_row: np.ndarray


@dataclass(frozen=True)
class Place:
    """One region (or region and channel) with the lines of the products sold there; rows are products."""

    index: np.ndarray  # of its order lines
    products: np.ndarray
    categories: np.ndarray  # per row
    lines: np.ndarray
    base: np.ndarray
    control_lines: np.ndarray  # zero for products that are no controls
    control_base: np.ndarray
    is_open: np.ndarray  # per day

    def expected(self, lines, base, control_lines, control_base) -> np.ndarray:
        """b · M/B of the other controls here; the own mean of the weekday where nothing else is sold here."""
        others_base = self.control_base.sum(axis=0) - control_base
        others_lines = self.control_lines.sum(axis=0) - control_lines
        growth = others_lines / np.where(others_base > 0, others_base, 1.0)
        alone = np.flatnonzero(((others_base <= 0) & (base > 0)).any(axis=1))
        result = base * growth
        result[alone] = np.where(others_base[alone] > 0, result[alone], weekday_mean(lines[alone]))
        return result * self.is_open


def weekday_mean(lines: np.ndarray) -> np.ndarray:
    """Mean of the baseline's sixteen days of the same weekday."""
    weeks = BASELINE_DAYS // DAYS_A_WEEK
    total = sum(shifted(lines, LAG_DAYS + DAYS_A_WEEK * week) for week in range(weeks))
    return total / weeks


def baseline_sum(values: np.ndarray) -> np.ndarray:
    return trailing_sum(values, BASELINE_DAYS, lag=LAG_DAYS)


def series_sets(lines: SalesLines) -> list[SeriesSet]:
    """Product × region and × channel (where there are several), categories (where there are two), the company."""
    sets = []
    if len(lines.regions) > 1:
        sets.append(_part_set(lines, "product_region", place_of_line=lines.region, part_of_line=lines.region))
    if len(lines.channels) > 1:
        cell = lines.region * len(lines.channels) + lines.channel
        sets.append(_part_set(lines, "product_channel", place_of_line=cell, part_of_line=lines.channel))
    if len(lines.categories) > 1:
        sets.append(_category_set(lines))
    return [*sets, _company_set(lines)] if len(lines.day) else []


def product_set(lines: SalesLines) -> SeriesSet:
    return _part_set(lines, "product", place_of_line=lines.region, part_of_line=np.zeros_like(lines.region))


def places(lines: SalesLines, place_of_line: np.ndarray) -> Iterator[Place]:
    shape = (len(lines.product_ids), lines.days_count)
    sold = day_grid(lines.product, lines.day, shape=shape)
    half = BASELINE_DAYS // 2
    is_control = trailing_sum(sold, half, lag=LAG_DAYS + half) > 0
    category = lines.category_of_product
    order = np.argsort(place_of_line, kind="stable")
    starts = np.flatnonzero(np.diff(place_of_line[order])) + 1
    for index in np.split(order, starts) if len(order) else []:
        products, row = np.unique(lines.product[index], return_inverse=True)
        counts = day_grid(row, lines.day[index], shape=(len(products), lines.days_count))
        base = baseline_sum(counts)
        control = is_control[products]
        yield Place(
            index=index,
            products=products,
            categories=category[products],
            lines=counts,
            base=base,
            control_lines=counts * control,
            control_base=base * control,
            is_open=np.arange(lines.days_count) >= lines.day[index].min() + LAG_DAYS + PLACE_SEEN_DAYS,
        )


def _part_set(lines: SalesLines, kind: str, *, place_of_line: np.ndarray, part_of_line: np.ndarray) -> SeriesSet:
    """One series per product and part; a part is made of one or more places."""
    parts = int(part_of_line.max(initial=-1)) + 1
    pair = lines.product * parts + part_of_line
    sold = np.bincount(pair, minlength=len(lines.product_ids) * parts)
    large = np.flatnonzero(sold >= FEWEST_LINES)
    row_of_pair = np.full(len(sold), NO_LABEL)
    row_of_pair[large] = np.arange(len(large))
    product, part = large // max(parts, 1), large % max(parts, 1)
    category = lines.category_of_product[product]
    sums = _Sums(len(large), lines.days_count)
    rest = [_Sums(len(lines.categories), lines.days_count) for _ in range(parts)]
    is_open = np.zeros(len(lines.day), dtype=bool)
    for place in places(lines, place_of_line):
        this_part = int(part_of_line[place.index[0]])
        is_open[place.index] = place.is_open[lines.day[place.index]]
        expected = place.expected(place.lines, place.base, place.control_lines, place.control_base)
        compared = (place.control_lines * place.is_open, np.where(place.control_base > 0, expected, 0.0))
        rows = row_of_pair[place.products * parts + this_part]
        kept = rows >= 0
        sums.add(rows[kept], place.base[kept], expected[kept], *(values[kept] for values in compared))
        for code, members in _members(place.categories):
            rest[this_part].add(code, 0.0, 0.0, *(values[members].sum(axis=0) for values in compared))
    if len(lines.categories) > 1:
        for code, members in _members(part * len(lines.categories) + category, known=category >= 0):
            _apply_category(sums, rest[code // len(lines.categories)], code % len(lines.categories), members)
    region = part if kind == "product_region" else np.full_like(part, NO_LABEL)
    channel = part if kind == "product_channel" else np.full_like(part, NO_LABEL)
    market = day_grid(part_of_line, lines.day, shape=(parts, lines.days_count))
    return SeriesSet(
        kind, product, category, region, channel, row_of_pair[pair], is_open, sums.base, sums.expected, market, part
    )


def _category_set(lines: SalesLines) -> SeriesSet:
    """Each category against all that is sold outside it in the same regions."""
    count = len(lines.categories)
    sums = _Sums(count, lines.days_count)
    is_open = np.zeros(len(lines.day), dtype=bool)
    for place in places(lines, lines.region):
        is_open[place.index] = place.is_open[lines.day[place.index]]
        grouped = np.zeros((4, count, lines.days_count))
        for code, members in _members(place.categories):
            for slot, values in enumerate((place.lines, place.base, place.control_lines, place.control_base)):
                grouped[slot, code] = values[members].sum(axis=0)
        sums.add(slice(None), grouped[1], place.expected(*grouped), 0.0, 0.0)
    market = day_grid(np.zeros_like(lines.day), lines.day, shape=(1, lines.days_count))
    none = np.full(count, NO_LABEL)
    return SeriesSet(
        "category",
        none,
        np.arange(count),
        none,
        none,
        lines.category,
        is_open,
        sums.base,
        sums.expected,
        market,
        np.zeros(count, dtype=int),
    )


def _company_set(lines: SalesLines) -> SeriesSet:
    """The company against its own weekdays; its market is one a day, so its share is its level."""
    shape = (1, lines.days_count)
    sold = day_grid(np.zeros_like(lines.day), lines.day, shape=shape)
    none = np.full(1, NO_LABEL)
    everything = np.ones(len(lines.day), dtype=bool)
    return SeriesSet(
        "company",
        none,
        none,
        none,
        none,
        np.zeros_like(lines.day),
        everything,
        baseline_sum(sold),
        weekday_mean(sold),
        np.ones(shape),
        np.zeros(1, dtype=int),
    )


class _Sums:
    """Running totals over places, rows × days."""

    def __init__(self, rows: int, days: int):
        self.base, self.expected, self.lines, self.control_expected = np.zeros((4, rows, days))

    def add(self, rows, base, expected, lines, control_expected) -> None:
        self.base[rows] += base
        self.expected[rows] += expected
        self.lines[rows] += lines
        self.control_expected[rows] += control_expected


def _members(codes: np.ndarray, *, known=None) -> Iterator[tuple[int, np.ndarray]]:
    """Each code that is not NO_LABEL, with the rows that bear it."""
    known = codes >= 0 if known is None else known
    for code in np.unique(codes[known]):
        yield int(code), np.flatnonzero(known & (codes == code))


def _apply_category(sums: _Sums, whole: _Sums, category: int, members: np.ndarray) -> None:
    """Multiplies the members' expectation by how the rest of their category did in the last week."""
    actual = trailing_sum(whole.lines[category] - sums.lines[members], CATEGORY_DAYS)
    expected = trailing_sum(whole.control_expected[category] - sums.control_expected[members], CATEGORY_DAYS)
    sums.expected[members] *= (actual + CATEGORY_PRIOR_LINES) / (expected + CATEGORY_PRIOR_LINES)
