"""Does the elasticity of a scanner panel come out as it was made, and how soon?

.venv/bin/python -m benchmarks.elasticity [--seeds N] [--stores N] [--weeks N] [--brands N]

Demand: ln quantity = -3 ln own price + 2 mean ln rivals' prices + store x brand + week + season of the brand + errors
that last within a store and brand. Prices follow the season and the store's level, so that effects left out are bias.
"""

import argparse
import time
from dataclasses import dataclass

import numpy as np
import pandas as pd

from benchmarks.tables import markdown
from signals.drivers.elasticity import panel_elasticity

STORES, WEEKS, BRANDS = 83, 120, 11
OWN, CROSS = -3.0, 2.0
ZONES = 16  # of stores that price alike
MISSING_SHARE = 0.05
LASTING = 0.6  # of an error into the next week


@dataclass(frozen=True)
class Answer:
    """One estimate with its 95 % range, as each method gives it."""

    method: str
    name: str  # own or cross
    estimate: float
    low: float
    high: float
    seconds: float


def main(arguments: list[str] | None = None) -> None:
    asked = _arguments(arguments)
    answers = []
    for seed in range(1, asked.seeds + 1):
        sizes = {"stores": asked.stores, "weeks": asked.weeks, "brands": asked.brands}
        panel = scanner_panel(np.random.default_rng(seed), **sizes)
        answers += answered(panel)
    print(
        f"{asked.stores} stores x {asked.weeks} weeks x {asked.brands} brands, {asked.seeds} seeds, {len(panel):,} rows"
    )
    print(f"true: own {OWN}, cross {CROSS}", end="\n\n")
    print(report(scores(answers)))


def scanner_panel(
    rng: np.random.Generator, *, stores: int = STORES, weeks: int = WEEKS, brands: int = BRANDS
) -> pd.DataFrame:
    """Rows store, brand, unit, cluster, week, quantity, own_price and rival_price (the geometric mean)."""
    shape = (stores, brands, weeks)
    level = rng.normal(0, 0.4, (stores, 1, 1))  # of wealth: dearer and larger at once
    season = 0.3 * np.sin(2 * np.pi * (np.arange(weeks) / 52.18 + rng.random((1, brands, 1))))
    zone = rng.integers(min(ZONES, stores), size=stores)
    list_price = rng.normal(0, 0.2, (1, brands, 1)) + np.cumsum(rng.normal(0, 0.02, (1, brands, weeks)), axis=2)
    zone_price = _lasting(rng, (min(ZONES, stores), brands, weeks), 0.8, 0.06)[zone]
    promotion = -0.2 * (rng.random((stores, brands, weeks)) < 0.1)
    log_price = 0.7 + list_price + 0.1 * level + 0.3 * season + zone_price + promotion
    rivals = (log_price.sum(axis=1, keepdims=True) - log_price) / (brands - 1)
    volume = 6 + 1.5 * level + rng.normal(0, 0.5, (stores, brands, 1)) + season + rng.normal(0, 0.15, (1, 1, weeks))
    volume = volume + OWN * log_price + CROSS * rivals + _lasting(rng, shape, LASTING, 0.4)
    store, brand, week = (axis.ravel() for axis in np.indices(shape))
    rows = pd.DataFrame(
        {
            "store": store,
            "brand": brand,
            "unit": store * brands + brand,
            "cluster": store,
            "week": week,
            "quantity": np.exp(volume).ravel(),
            "own_price": np.exp(log_price).ravel(),
            "rival_price": np.exp(rivals).ravel(),
        }
    )
    return rows[rng.random(len(rows)) >= MISSING_SHARE].reset_index(drop=True)


def answered(panel: pd.DataFrame) -> list[Answer]:
    """By each method, brand by brand and, where a method can, all at once."""
    answers = []
    for _, rows in panel.groupby("brand"):
        answers += _ours("ours, brand by brand", rows.assign(unit=rows["store"]))
        answers += _least_squares("least squares without effects, brand by brand", rows)
    answers += _ours(
        "ours, all at once, weeks by brand", panel.rename(columns={"brand": "product"}).assign(unit=panel["store"])
    )
    answers += _ours("ours, all at once, weeks in common", panel)
    answers += _least_squares("least squares without effects, all at once", panel)
    return answers


def scores(answers: list[Answer]) -> pd.DataFrame:
    table = pd.DataFrame(answers).assign(truth=lambda rows: rows["name"].map({"own": OWN, "cross": CROSS}))
    table["bias"] = table["estimate"] - table["truth"]
    table["covered"] = table["truth"].between(table["low"], table["high"])
    groups = table.groupby(["method", "name"], sort=False)
    return pd.DataFrame(
        {
            "asked": groups.size(),
            "mean": groups["estimate"].mean(),
            "bias": groups["bias"].mean(),
            "root mean square error": groups["bias"].agg(lambda errors: np.sqrt((errors**2).mean())),
            "covered": groups["covered"].mean(),
            "seconds a call": groups["seconds"].mean(),
        }
    ).reset_index(names=["method", "elasticity"])


def report(table: pd.DataFrame) -> str:
    rows = table.map(lambda value: f"{value:.3f}" if isinstance(value, float) else str(value))
    return markdown(list(table.columns), rows.to_numpy().tolist())


def _ours(method: str, panel: pd.DataFrame) -> list[Answer]:
    begun = time.perf_counter()
    told = panel_elasticity(panel)
    seconds = time.perf_counter() - begun
    assert told.reason is None, told.reason
    return [
        Answer(method, "own", told.own, told.own_low, told.own_high, seconds),
        Answer(method, "cross", told.cross, told.cross_low, told.cross_high, seconds),
    ]


def _least_squares(method: str, panel: pd.DataFrame) -> list[Answer]:
    """Pooled, with the range that every textbook prints first."""
    begun = time.perf_counter()
    x = np.column_stack([np.ones(len(panel)), np.log(panel[["own_price", "rival_price"]])])
    y = np.log(panel["quantity"].to_numpy())
    inverse = np.linalg.inv(x.T @ x)
    estimates = inverse @ (x.T @ y)
    errors = y - x @ estimates
    half = 1.96 * np.sqrt(np.diag(inverse) * (errors @ errors) / (len(y) - 3))
    seconds = time.perf_counter() - begun
    return [
        Answer(method, name, estimates[k], estimates[k] - half[k], estimates[k] + half[k], seconds)
        for k, name in ((1, "own"), (2, "cross"))
    ]


def _lasting(rng: np.random.Generator, shape: tuple[int, ...], share: float, sd: float) -> np.ndarray:
    """First-order autoregression along the last axis, of standard deviation `sd`."""
    values = rng.normal(0, sd, shape)
    for week in range(1, shape[-1]):
        values[..., week] = share * values[..., week - 1] + np.sqrt(1 - share**2) * values[..., week]
    return values


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--stores", type=int, default=STORES)
    parser.add_argument("--weeks", type=int, default=WEEKS)
    parser.add_argument("--brands", type=int, default=BRANDS)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
