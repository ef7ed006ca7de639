"""Our detector beside the peers' rules and the textbooks' methods: who rings falsely, who finds falls, how fast?

.venv/bin/python -m benchmarks.downturns [--seeds N] [--quick] [--wholesaler FILE]
"""

import argparse
import platform
import time
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks import comparison, tables
from benchmarks.fitted import is_installed
from benchmarks.methods import FITTED_METHODS, METHODS, OURS, scores_of
from benchmarks.panel import Panel, panel_of_products
from benchmarks.scenarios import RETAILERS, chosen_rates
from benchmarks.wholesaler import stationarised, wholesaler
from signals.detectors.sales_lines import sales_lines
from signals.stats.simulate import simulated_sales

SEEDS = 3
QUICK_PRODUCTS = 30
FITTED_SERIES = 6  # of each retailer
SPEED_SERIES, SPEED_DAYS = 1000, 400
FITTED_SPEED_SERIES = 2
DEFAULT_WHOLESALER = Path(__file__).resolve().parents[2] / "shared" / "data" / "online_retail_II.csv.gz"
SHUFFLED = "wholesaler, orders shuffled"
AS_IT_WAS = "wholesaler as it was"


def main() -> None:
    asked = _arguments()
    started = time.monotonic()
    makers = dict(RETAILERS)
    if asked.quick:
        makers = {name: _smaller(maker) for name, maker in makers.items()}
    real = wholesaler(asked.wholesaler) if asked.wholesaler.exists() and not asked.quick else None
    if real is not None:
        makers[SHUFFLED] = lambda rng: stationarised(real, rng)
    outcome = comparison.compared(makers, seeds=asked.seeds, split={"plain"})
    names = tables.kinder_variants(outcome, [method.name for method in METHODS])
    simulated = {name: maker for name, maker in makers.items() if name in RETAILERS}
    nuisances = comparison.disturbed(simulated, outcome, names, seeds=asked.seeds)
    fitted = []
    if not asked.quick:
        few = comparison.compared_on_few(RETAILERS, series=FITTED_SERIES)
        fitted = list(few.found["method"].unique())
        outcome = _together(outcome, few)
    panel = _speed_panel()
    speeds = _speeds(panel, names) | _fitted_speeds(panel, fitted)
    print(_heading(asked, makers, real is not None), end="\n\n")
    print(tables.main_table(outcome, names + fitted, speeds), end="\n\n")
    print(tables.nuisance_table(nuisances, names), end="\n\n")
    print(tables.kinds_table(outcome, names), end="\n\n")
    print(tables.rates_table(_with_real(outcome, real), names + fitted), end="\n\n")
    print(f"{time.monotonic() - started:.0f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.downturns", description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, help=f"runs per retailer (default {SEEDS}, quick 1)")
    parser.add_argument("--quick", action="store_true", help="fewer products, no wholesaler, no fitted models")
    parser.add_argument("--wholesaler", type=Path, default=DEFAULT_WHOLESALER, help="Online Retail II as one CSV file")
    asked = parser.parse_args()
    asked.seeds = asked.seeds or (1 if asked.quick else SEEDS)
    return asked


def _smaller(maker):
    return lambda rng: maker(rng, products=QUICK_PRODUCTS)


def _with_real(outcome: comparison.Outcome, real: pd.DataFrame | None) -> comparison.Outcome:
    """With the alarms on the wholesaler as it was, where some are no false ones."""
    if real is None:
        return outcome
    panel = panel_of_products(real)
    rows = [
        (method.name, AS_IT_WAS, len(comparison.alarms(scores_of(method, panel), method.line)), panel.quarters)
        for method in METHODS
    ]
    more = pd.DataFrame(rows, columns=outcome.false_alarms.columns)
    return replace(outcome, false_alarms=pd.concat([outcome.false_alarms, more]))


def _together(one: comparison.Outcome, other: comparison.Outcome) -> comparison.Outcome:
    parts = ("false_alarms", "found", "lines")
    return comparison.Outcome(
        **{
            name: pd.concat([frame for frame in (getattr(one, name), getattr(other, name)) if len(frame)])
            for name in parts
        }
    )


def _speed_panel() -> Panel:
    rng = np.random.default_rng(1)
    rates = chosen_rates(rng, SPEED_SERIES, {"C": (0.5, 2.0)})
    return panel_of_products(simulated_sales(rng, days=SPEED_DAYS, lines_per_day=rates))


def _speeds(panel: Panel, names: list[str]) -> dict[str, float]:
    """Series of 400 days per CPU-second, from daily numbers (ours: from encoded order lines) to scores of each day."""
    sales, speeds = panel.sales, {}
    for method in METHODS:
        if method.name in names:
            seconds = _cpu_seconds(lambda method=method: method.score(panel))
            if method is OURS:
                seconds -= _cpu_seconds(lambda: sales_lines(sales, sales["sold_date"].max()))
            speeds[method.name] = SPEED_SERIES / max(seconds, 1e-3)
    return speeds


def _fitted_speeds(panel: Panel, names: list[str]) -> dict[str, float]:
    few = panel.orders[:FITTED_SPEED_SERIES]
    return {
        method.name: len(few) / _cpu_seconds(lambda method=method: method.score(few, slice(0, panel.days)))
        for method in FITTED_METHODS
        if method.name in names
    }


def _cpu_seconds(call) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


def _heading(asked: argparse.Namespace, makers: dict, has_real: bool) -> str:
    libraries = ("numpy", "pandas", "scipy", *(name for name in ("statsmodels", "prophet") if is_installed(name)))
    versions = ", ".join(f"{name} {version(name)}" for name in libraries)
    absent = [name for name in ("statsmodels", "prophet") if not is_installed(name)]
    notes = [
        f"Measured on {date.today():%d %B %Y}, Python {platform.python_version()}, {versions}; seeds 1–{asked.seeds}, "
        f"lines matched on seeds {comparison.FIRST_MATCHING_SEED}–"
        f"{comparison.FIRST_MATCHING_SEED + max(asked.seeds, 2) - 1}; {len(makers)} retailers: {', '.join(makers)}.",
        "False alarms: per 100 series-quarters at the method's own line, lowest and highest retailer. Then, at the "
        "line where each rings once in 100 series-quarters of that retailer: % of falls found in 14/28/56 days and the "
        "median delay, by size and tier (A at least 10 order lines a day, B 3–10, C 1–3). Half of the falls are "
        "abrupt, half come over four weeks; lines thinned, customers gone and quantities shrunk by turns.",
    ]
    if not has_real:
        notes.append("The wholesaler's data is not here (or --quick): left out.")
    if absent:
        notes.append(f"{' and '.join(absent)} not installed: the methods that need it are left out.")
    return "\n\n".join(notes)


if __name__ == "__main__":
    main()
