"""What does each method do on each retailer: false alarms, falls found and how soon, nuisances?

The line that a method must reach is its own, or the one at which it rings once in 100 series-quarters of the same
retailer while nothing changes, found on seeds that serve for nothing else.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.changes import NUISANCES, Nuisance, with_drops
from benchmarks.fitted import is_installed
from benchmarks.methods import FITTED_METHODS, METHODS, OURS, FittedMethod, Method, scores_of
from benchmarks.panel import BASELINE_DAYS, FIRST_JUDGED, LAG_DAYS, Panel, panel_of_products, panel_of_regions
from benchmarks.scoring import HORIZONS_DAYS, PER_QUARTERS, alarms, delays, matched_line, new_alarms

MATCHED_RATE = 1.0  # alarms per 100 series-quarters
FIRST_MATCHING_SEED = 501  # detection is on seeds 1, 2, …
AFTER_DAYS = 28  # alarms of a nuisance are counted until so long after it
TIERS = {"A": (10.0, np.inf), "B": (3.0, 10.0), "C": (1.0, 3.0)}  # order lines a day
OWN_LINE = "ours at its own line"

Maker = Callable[[np.random.Generator], pd.DataFrame]


@dataclass(frozen=True)
class Outcome:
    """What the methods did, one row per method and what it was tried on."""

    false_alarms: pd.DataFrame  # method, retailer, alarms, quarters; at the method's own line
    found: pd.DataFrame  # method, retailer, tier, share, kind, ramp_days, place, delay (days, infinite if not found)
    lines: pd.DataFrame  # method, retailer, line; at the matched rate


def compared(makers: dict[str, Maker], *, seeds: int, split: set[str]) -> Outcome:
    """False alarms and falls for every method; falls in one region alone on the retailers in `split`."""
    false_alarms, found, lines = [], [], []
    for retailer, maker in makers.items():
        matched = _matched_lines(panel_of_products(maker(_rng(seed))) for seed in _matching_seeds(seeds))
        lines += [(name, retailer, line) for name, line in matched.items()]
        for seed in range(1, seeds + 1):
            sales = maker(_rng(seed))
            quiet = panel_of_products(sales)
            for method in METHODS:
                count = len(alarms(scores_of(method, quiet), method.line))
                false_alarms.append((method.name, retailer, count, quiet.quarters))
            found += _found(sales, retailer, matched, _rng(seed, 1), panel_of_products)
        if retailer in split:
            matched = _matched_lines(panel_of_regions(maker(_rng(seed))) for seed in _matching_seeds(seeds))
            for seed in range(1, seeds + 1):
                found += _found(maker(_rng(seed)), retailer, matched, _rng(seed, 2), panel_of_regions)
    return Outcome(
        false_alarms=pd.DataFrame(false_alarms, columns=ALARM_COLUMNS),
        found=pd.DataFrame(found, columns=FOUND_COLUMNS),
        lines=pd.DataFrame(lines, columns=["method", "retailer", "line"]),
    )


def disturbed(makers: dict[str, Maker], outcome: Outcome, names: list[str], *, seeds: int) -> pd.DataFrame:
    """How many of the series concerned ring because of each nuisance: NUISANCE_COLUMNS, at the lines of `outcome`."""
    methods = [method for method in METHODS if method.name in names]
    line_of = outcome.lines.set_index(["method", "retailer"])["line"]
    result = []
    for retailer, maker in makers.items():
        for seed in range(1, seeds + 1):
            sales = maker(_rng(seed))
            quiet = panel_of_products(sales)
            before = {method.name: scores_of(method, quiet) for method in methods}
            for number, (name, nuisance) in enumerate(NUISANCES.items()):
                if nuisance.needs in sales:
                    rang = _rang(sales, nuisance, _rng(seed, 3, number), methods, before, line_of[:, retailer])
                    result += [(label, retailer, name, *counts) for label, *counts in rang]
    return pd.DataFrame(result, columns=NUISANCE_COLUMNS)


ALARM_COLUMNS = ["method", "retailer", "alarms", "quarters"]
NUISANCE_COLUMNS = ["method", "retailer", "nuisance", "rang", "concerned"]
FOUND_COLUMNS = ["method", "retailer", "tier", "share", "kind", "ramp_days", "place", "delay"]


def compared_on_few(makers: dict[str, Maker], *, series: int) -> Outcome:
    """The methods that fit a model per series, on the first products of each retailer that fall; seed 1.

    Their matched line is one for all retailers, found on the same products while nothing changes.
    """
    false_alarms, found = [], []
    for method in FITTED_METHODS:
        if not is_installed(method.library):
            continue
        quiet, quarters, fallen = [], 0.0, []
        for retailer, maker in makers.items():
            sales = maker(_rng(1))
            changed, truth = with_drops(sales, _rng(1, 1), first=FIRST_JUDGED, last=_last_day(sales))
            before, after = panel_of_products(sales), panel_of_products(changed)
            rows, truth = _judged_falls(after, truth)
            rows, truth = rows[:series], truth.iloc[:series]
            own = np.where(before.is_judged[rows], method.score(before.orders[rows], slice(0, before.days)), np.nan)
            own_quarters = before.is_judged[rows].sum() / 91.25
            false_alarms.append((method.name, retailer, len(alarms(own, method.line)), own_quarters))
            quiet.append(own)
            quarters += own_quarters
            fallen.append((retailer, after, rows, truth))
        line = matched_line(_stacked(quiet), quarters=quarters, rate=MATCHED_RATE)
        for retailer, after, rows, truth in fallen:
            found += list(_few_found(method, retailer, after, rows, truth, line))
    return Outcome(
        false_alarms=pd.DataFrame(false_alarms, columns=ALARM_COLUMNS),
        found=pd.DataFrame(found, columns=FOUND_COLUMNS),
        lines=pd.DataFrame(columns=["method", "retailer", "line"]),
    )


def _few_found(method: FittedMethod, retailer, panel, rows, truth, line) -> Iterator[tuple]:
    for row, fall in zip(rows, truth.itertuples(), strict=True):
        days = slice(fall.day, fall.day + max(HORIZONS_DAYS))
        scores = method.score(panel.orders[[row]], days)
        (delay,) = delays(scores, line, np.array([0]), np.array([fall.day]))
        yield (method.name, retailer, _tier(panel, row, fall.day), fall.share, fall.kind, fall.ramp_days, "all", delay)


def rates(false_alarms: pd.DataFrame) -> pd.Series:
    """False alarms per 100 series-quarters by method and retailer."""
    sums = false_alarms.groupby(["method", "retailer"], sort=False)[["alarms", "quarters"]].sum()
    return PER_QUARTERS * sums["alarms"] / sums["quarters"]


def _rng(*seed: int) -> np.random.Generator:
    return np.random.default_rng(seed if len(seed) > 1 else seed[0])


def _matching_seeds(seeds: int) -> range:
    return range(FIRST_MATCHING_SEED, FIRST_MATCHING_SEED + max(seeds, 2))


def _last_day(sales: pd.DataFrame) -> int:
    return int((sales["sold_date"].max() - sales["sold_date"].min()).days)


def _matched_lines(panels: Iterable[Panel]) -> dict[str, float]:
    panels = list(panels)
    quarters = sum(panel.quarters for panel in panels)
    return {
        method.name: matched_line(
            _stacked([scores_of(method, panel) for panel in panels]), quarters=quarters, rate=MATCHED_RATE
        )
        for method in METHODS
    }


def _stacked(parts: list[np.ndarray]) -> np.ndarray:
    """One below the other; the shorter ones are missing at their end."""
    width = max(part.shape[1] for part in parts)
    return np.concatenate(
        [np.pad(part, ((0, 0), (0, width - part.shape[1])), constant_values=np.nan) for part in parts]
    )


def _found(sales, retailer: str, matched: dict[str, float], rng, panel_of: Callable) -> list[tuple]:
    place = "all" if panel_of is panel_of_products else "one region"
    changed, truth = with_drops(
        sales, rng, first=FIRST_JUDGED, last=_last_day(sales), in_one_region=place == "one region"
    )
    panel = panel_of(changed)
    rows, truth = _judged_falls(panel, truth)
    tiers = [_tier(panel, row, day) for row, day in zip(rows, truth["day"], strict=True)]
    onsets = truth["day"].to_numpy()
    result = []
    for method in METHODS:
        scores = scores_of(method, panel)
        for line, name in _lines_of(method, matched[method.name]):
            result += [
                (name, retailer, tier, fall.share, fall.kind, fall.ramp_days, place, delay)
                for tier, fall, delay in zip(tiers, truth.itertuples(), delays(scores, line, rows, onsets), strict=True)
            ]
    return result


def _lines_of(method: Method, matched: float) -> list[tuple[float, str]]:
    """The matched line, and for ours its own as well; each with the name it is reported under."""
    own = [(method.line, OWN_LINE)] if method is OURS else []
    return [(matched, method.name), *own]


def _judged_falls(panel: Panel, truth: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """The falls of series that are judged when they begin, and their rows in the panel."""
    keys = truth["product_id"]
    if truth["region"].notna().any():
        keys = keys + ":" + truth["region"]
    rows = pd.Index(panel.keys).get_indexer(keys)
    known = (rows >= 0) & panel.is_judged[rows, truth["day"]]
    return rows[known], truth[known]


def _tier(panel: Panel, row: int, day: int) -> str:
    a_day = panel.base[row, day + LAG_DAYS - 1] / BASELINE_DAYS  # of the days before the fall
    return next((name for name, (low, high) in TIERS.items() if low <= a_day < high), "fewer")


def _rang(sales, nuisance: Nuisance, rng, methods, before, lines) -> Iterator[tuple[str, int, int]]:
    """For each method and line: its label, how many series newly ring, of how many concerned."""
    day = int(rng.integers(max(_last_day(sales) - 224, FIRST_JUDGED), _last_day(sales) - 112))
    changed, products = nuisance.apply(sales, rng, day)
    panel = panel_of_products(changed)
    rows = pd.Index(panel.keys).get_indexer(products)
    watched = slice(day, _watched_until(nuisance, day))
    for method in methods:
        scores = scores_of(method, panel)[rows, watched]
        for line, label in _lines_of(method, lines[method.name]):
            yield label, int(new_alarms(scores, before[method.name][rows, watched], line).sum()), len(rows)


def _watched_until(nuisance: Nuisance, day: int) -> int:
    return day + nuisance.days + (0 if nuisance.ends_data else AFTER_DAYS)
