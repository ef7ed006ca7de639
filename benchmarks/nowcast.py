"""Our nowcast of the quarter beside simple answers and fitted models: how far off, and do the ranges hold?

.venv/bin/python -m benchmarks.nowcast [--seeds N] [--wholesaler FILE] [--few N]
"""

import argparse
import logging
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.fitted import is_installed
from benchmarks.scenarios import RETAILERS
from benchmarks.tables import markdown
from signals.detectors.nowcast import nowcast_quarter
from signals.periods import Quarter, quarter_after, quarter_of, year_before

DEFAULT_WHOLESALER = Path(__file__).resolve().parents[2] / "shared" / "data" / "online_retail_II.csv.gz"
SECOND_SHEET = "2010-12-01"  # the days from here on stand in both sheets of the wholesaler's file
DAYS = (14, 28, 42, 56, 70)  # of the quarter
YEAR_DAYS = 365  # of history before a quarter is asked about
FEWEST_LINES = 0.3 * 112  # in the 112 days before: the products that are compared
OURS, RUN_RATE, LAST_YEAR, PLUS_28 = (
    "ours",
    "quarter to date carried on",
    "last year's quarter",
    "to date + 28-day mean",
)
PROPHET, AUTO_ETS = "Prophet 1.5", "AutoETS (statsforecast)"
FEW_DAYS = (28, 56)  # on which the fitted models are asked


@dataclass(frozen=True)
class Asked:
    """One quarter on one day: what was known, what came."""

    retailer: str
    quarter: Quarter
    day: date
    known: pd.DataFrame  # sales up to the day
    came: pd.Series  # by product, in the whole quarter
    company_came: float
    judged: pd.Index

    @property
    def day_in_quarter(self) -> int:
        return (self.day - self.quarter.first_date).days + 1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nowcast", description=__doc__.splitlines()[0])
    parser.add_argument("--seeds", type=int, default=2, help="runs per simulated retailer (default 2)")
    parser.add_argument("--wholesaler", type=Path, default=DEFAULT_WHOLESALER, help="Online Retail II as one CSV file")
    parser.add_argument(
        "--few", type=int, default=4, help="products that the fitted models are asked about (default 4)"
    )
    asked = parser.parse_args()
    rows, few = [], []
    for retailer, sales in _retailers(asked):
        is_first = retailer not in {row["retailer"] for row in rows}
        for each in questions(retailer, sales):
            rows += _answers(each)
        if asked.few and is_first:
            few += _few_answers(retailer, sales, asked.few)
    table = pd.DataFrame(rows)
    print(_errors(table, "product_error", "products, error (WAPE), %"), end="\n\n")
    print(_errors(table, "company_error", "company, error, %"), end="\n\n")
    print(_coverages(table), end="\n\n")
    if few:
        print(_few_table(pd.DataFrame(few), asked.few))
    print("The wholesaler's file is not here." if not asked.wholesaler.exists() else "")


def wholesaler(path: Path) -> pd.DataFrame:
    """Net revenue of all products, returns included."""
    raw = pd.read_csv(path, dtype={"InvoiceNo": str, "StockCode": str}, encoding="utf-8")
    sold, code = pd.to_datetime(raw["InvoiceDate"]), raw["StockCode"].str.upper()
    repeated = (raw["sheet"] == raw["sheet"].iloc[0]) & (sold >= SECOND_SHEET)
    kept = (raw["UnitPrice"] > 0) & code.str.match(r"\d{5}").astype(bool) & ~repeated
    revenue = raw["Quantity"] * raw["UnitPrice"]
    return pd.DataFrame({"sold_date": sold.dt.normalize(), "product_id": code, "revenue": revenue})[kept]


def questions(retailer: str, sales: pd.DataFrame, days: tuple[int, ...] = DAYS) -> Iterator[Asked]:
    """Each quarter that is over, with a year of sales behind its days."""
    first, last = (day.date() for day in (sales["sold_date"].min(), sales["sold_date"].max()))
    quarter = quarter_of(first)
    while quarter.last_date <= last:
        for number in days:
            day = quarter.first_date + timedelta(days=number - 1)
            if (day - first).days + 1 >= YEAR_DAYS:
                yield _asked(retailer, sales, quarter, day)
        quarter = quarter_after(quarter)


def _asked(retailer: str, sales: pd.DataFrame, quarter: Quarter, day: date) -> Asked:
    sold = sales["sold_date"]
    known = sales[sold <= pd.Timestamp(day)]
    lines = known.loc[known["sold_date"] > pd.Timestamp(day - timedelta(days=112)), "product_id"].value_counts()
    judged = lines.index[lines >= FEWEST_LINES]
    whole = _within(sales, quarter)
    came = whole.groupby("product_id")["revenue"].sum()
    return Asked(retailer, quarter, day, known, came, float(whole["revenue"].sum()), judged)


def _within(sales: pd.DataFrame, quarter: Quarter) -> pd.DataFrame:
    return sales[sales["sold_date"].between(pd.Timestamp(quarter.first_date), pd.Timestamp(quarter.last_date))]


def _answers(each: Asked) -> Iterator[dict]:
    ours = nowcast_quarter(each.known, each.day).set_index("product_id")
    products, company = ours.iloc[1:], ours.iloc[0]
    yield _scored(each, OURS, products["estimate"], company["estimate"]) | _held(each, products, company)
    to_date = _within(each.known, each.quarter).groupby("product_id")["revenue"].sum()
    yield _scored(each, RUN_RATE, to_date / each.day_in_quarter * each.quarter.days)
    recent = each.known[each.known["sold_date"] > pd.Timestamp(each.day - timedelta(days=28))]
    mean = recent.groupby("product_id")["revenue"].sum() / 28
    yield _scored(each, PLUS_28, to_date.add(mean * (each.quarter.days - each.day_in_quarter), fill_value=0.0))
    before = year_before(each.quarter)
    if each.known["sold_date"].min().date() <= before.first_date:
        yield _scored(each, LAST_YEAR, _within(each.known, before).groupby("product_id")["revenue"].sum())


def _scored(each: Asked, method: str, told: pd.Series, company: float | None = None) -> dict:
    """`company` where it is not the sum of the products."""
    came = each.came.reindex(each.judged, fill_value=0.0)
    missed = (told.reindex(each.judged, fill_value=0.0) - came).abs().sum()
    whole = float(told.sum()) if company is None else company
    return {
        "retailer": each.retailer,
        "day": each.day_in_quarter,
        "method": method,
        "product_error": missed / came.clip(lower=0).sum(),
        "company_error": abs(whole / each.company_came - 1),
    }


def _held(each: Asked, products: pd.DataFrame, company: pd.Series) -> dict:
    """Shares of the products that are still expected to sell inside their ranges, and whether the company is."""
    selling = products[products["estimate"] > products["actual_to_date"]]
    came = each.came.reindex(selling.index, fill_value=0.0)
    held = {}
    for name, low, high in (("80", "low80", "high80"), ("95", "low95", "high95")):
        held[f"product_held{name}"] = came.between(selling[low], selling[high]).mean()
        held[f"company_held{name}"] = float(company[low] <= each.company_came <= company[high])
    return held


# The fitted models, on the products that sell most


def _few_answers(retailer: str, sales: pd.DataFrame, few: int) -> Iterator[dict]:
    chosen = sales.groupby("product_id")["revenue"].sum().nlargest(few).index
    own = sales[sales["product_id"].isin(chosen)]
    models = {PROPHET: _prophet} if is_installed("prophet") else {}
    models |= {AUTO_ETS: _auto_ets} if is_installed("statsforecast") else {}
    for each in questions(retailer, own, FEW_DAYS):
        ours = nowcast_quarter(each.known, each.day).iloc[1:].set_index("product_id")
        for product in chosen:
            came, row = float(each.came.get(product, 0.0)), ours.loc[product]
            yield _one(each, OURS, came, row["estimate"], row["low80"], row["high80"])
            daily = _daily(each.known, product, each.day)
            to_date = float(daily[pd.Timestamp(each.quarter.first_date) :].sum())
            left = each.quarter.days - each.day_in_quarter
            yield _one(each, RUN_RATE, came, to_date / each.day_in_quarter * each.quarter.days)
            for method, foreseen in models.items():
                started = time.process_time()
                mean, low, high = foreseen(daily, left)
                seconds = time.process_time() - started
                yield _one(each, method, came, to_date + mean, to_date + low, to_date + high) | {"seconds": seconds}


def _one(each: Asked, method: str, came: float, told: float, low: float = np.nan, high: float = np.nan) -> dict:
    held = np.nan if np.isnan(low) else float(low <= came <= high)
    where = {"retailer": each.retailer, "day": each.day_in_quarter, "method": method}
    return where | {"missed": abs(told - came), "came": max(came, 0.0), "held80": held}


def _daily(known: pd.DataFrame, product: str, day: date) -> pd.Series:
    days = pd.date_range(known["sold_date"].min(), pd.Timestamp(day))
    own = known[known["product_id"] == product]
    return own.groupby("sold_date")["revenue"].sum().reindex(days, fill_value=0.0)


def _prophet(daily: pd.Series, ahead: int) -> tuple[float, float, float]:
    """Prophet with its own settings; its sampled paths give the range of the sum."""
    from prophet import Prophet

    logging.getLogger("cmdstanpy").disabled = True
    logging.getLogger("prophet").setLevel(logging.ERROR)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = Prophet().fit(pd.DataFrame({"ds": daily.index, "y": daily.to_numpy()}), seed=1)
        future = model.make_future_dataframe(ahead, include_history=False)
        np.random.seed(1)  # its paths are drawn from numpy's global generator
        sums = model.predictive_samples(future)["yhat"].sum(axis=0)
    return float(model.predict(future)["yhat"].sum()), *np.quantile(sums, [0.1, 0.9])


def _auto_ets(daily: pd.Series, ahead: int) -> tuple[float, float, float]:
    """The best of the exponential smoothings with a week's season; its days' ranges are added as if independent."""
    from statsforecast.models import AutoETS

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        told = AutoETS(season_length=7).forecast(y=daily.to_numpy(), h=ahead, level=[80])
    mean = float(np.sum(told["mean"]))
    spread = float(np.sqrt(np.sum((np.asarray(told["hi-80"]) - told["mean"]) ** 2)))
    return mean, mean - spread, mean + spread


# As tables


def _errors(table: pd.DataFrame, column: str, title: str) -> str:
    """By retailer and method, mean error on each day."""
    means = 100 * table.groupby(["retailer", "method", "day"], sort=False)[column].mean().unstack("day")
    means = means.sort_index(axis="columns")
    return markdown(
        [title, "method", *(f"day {day}" for day in means.columns)],
        [[*key, *("–" if np.isnan(value) else f"{value:.1f}" for value in row)] for key, row in _rows(means)],
    )


def _coverages(table: pd.DataFrame) -> str:
    ours = table[table["method"] == OURS]
    names = ["product_held80", "product_held95", "company_held80", "company_held95"]
    means = 100 * ours.groupby("retailer", sort=False)[names].mean()
    means.loc["all"] = 100 * ours[names].mean()
    counts = ours.groupby("retailer", sort=False).size()
    counts["all"] = len(ours)
    heading = ["outcomes inside the range, %", "products, 80", "products, 95", "company, 80", "company, 95", "asked"]
    return markdown(heading, [[key, *(f"{value:.0f}" for value in row), f"{counts[key]}"] for key, row in _rows(means)])


def _few_table(few: pd.DataFrame, products: int) -> str:
    grouped = few.groupby(["method", "day"], sort=False)
    error = 100 * (grouped["missed"].sum() / grouped["came"].sum()).unstack("day")
    held = 100 * few.groupby("method", sort=False)["held80"].mean()
    seconds = few.groupby("method", sort=False)["seconds"].mean()
    rows = [
        [method, *(f"{value:.1f}" for value in row), _or_dash(held[method], ".0f"), _or_dash(seconds[method], ".2f")]
        for method, row in _rows(error)
    ]
    days = [f"day {day}" for day in error.columns]
    heading = f"the {products} products that sell most, all retailers: error, %"
    return markdown([heading, *days, "inside 80 %", "CPU-seconds a product"], rows)


def _rows(table: pd.DataFrame) -> Iterator[tuple]:
    return ((key, row) for key, row in zip(table.index, table.to_numpy(), strict=True))


def _or_dash(value: float, form: str) -> str:
    return "–" if np.isnan(value) else format(value, form)


def _retailers(asked: argparse.Namespace) -> Iterator[tuple[str, pd.DataFrame]]:
    if asked.wholesaler.exists():
        yield "wholesaler", wholesaler(asked.wholesaler)
    for name, maker in RETAILERS.items():
        for seed in range(1, asked.seeds + 1):
            yield name, maker(np.random.default_rng(seed))


if __name__ == "__main__":
    main()
