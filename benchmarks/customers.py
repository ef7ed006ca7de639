"""Is the model of repeat buying fast enough for a million customers, and does it find what made them?

.venv/bin/python -m benchmarks.customers [--customers N] [--quick] [--cdnow FILE]
"""

import argparse
import os
import platform
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pandas as pd

from benchmarks.fitted import is_installed
from benchmarks.tables import markdown
from signals.stats import repeat_buying
from signals.stats.repeat_buying import RepeatBuying

CUSTOMERS, QUICK_CUSTOMERS = 1_000_000, 50_000
FIRST_DATE, DAYS = np.datetime64("2024-01-01", "D"), 730
TRUTH = RepeatBuying(0.8, 60.0, 0.6, 2.5, None, 0, 0, method="given")
HORIZON_DAYS = 90
ROUNDS = 9
REPEATS = 5  # on CDNOW, where ours takes two milliseconds
MOST_OF_GROUP_BY = {"fit": 0.3, "scores": 0.1}
TIMES_AS_FAST, LIKELIHOOD_DISTANCE = 30, 0.05  # at least, at most
FEW = 0.03  # a parameter further from the truth is named
TICKS = 100  # in a day, where visits are timed rather than dated
DEFAULT_CDNOW = Path(__file__).resolve().parents[2] / "shared" / "data" / "cdnow_sample.txt"
CDNOW_END = np.datetime64("1997-09-30", "D")
GROUP_BY, SORTED_GROUP_BY = "group-by", "group-by of sorted rows"
OURS, LIFETIMES = "ours", "lifetimes"

Summary = tuple[np.ndarray, np.ndarray, np.ndarray]  # x (count), t_x, age (days), one entry per customer


def main(arguments: list[str] | None = None) -> None:
    asked = _arguments(arguments)
    print(_heading(), end="\n\n")
    print(report_on_simulated(asked.customers), end="\n\n")
    print(report_on_cdnow(asked.cdnow))


def report_on_simulated(customers: int, *, rounds: int = ROUNDS) -> str:
    visits = simulated_visits(customers, np.random.default_rng(1))
    days = purchase_days(visits)
    summary = summary_of(first_and_last(days, "customer_id", "sold_date"), end=FIRST_DATE + DAYS)
    model = repeat_buying.fit(*summary)
    seconds = cpu_seconds(_steps(days, summary, model), rounds=rounds)
    heading = f"{customers:,} simulated customers, {len(days):,} purchase days in {DAYS} days"
    if customers != CUSTOMERS:
        heading += f" (the targets are meant for {CUSTOMERS:,})"
    return "\n\n".join([f"{heading}:", speed_table(seconds), found_table(model, timed_model(visits), summary)])


def report_on_cdnow(path: Path, *, rounds: int = ROUNDS) -> str:
    here = {str(path): path.exists(), LIFETIMES: is_installed(LIFETIMES)}
    if not all(here.values()):
        absent = " and ".join(name for name, is_here in here.items() if not is_here)
        return f"Not here: {absent}. The comparison with lifetimes is left out."
    summary = cdnow(path)
    fits = {
        OURS: lambda: our_likelihood(summary),
        LIFETIMES: lambda: their_likelihood(summary, "ModifiedBetaGeoFitter"),
        "lifetimes, BG/NBD": lambda: their_likelihood(summary, "BetaGeoFitter"),
    }
    likelihoods = {name: fit() for name, fit in fits.items()}
    heading = f"CDNOW, {len(summary[0]):,} customers until {CDNOW_END}, likelihoods in weeks and without penalty:"
    return f"{heading}\n\n{lifetimes_table(cpu_seconds(fits, rounds=rounds, repeats=REPEATS), likelihoods)}"


def simulated_visits(customers: int, rng: np.random.Generator, *, model: RepeatBuying = TRUTH) -> pd.DataFrame:
    """Everybody's next visit at once, while anybody is left: customer (whole number), time (days since FIRST_DATE)."""
    rate = np.maximum(rng.gamma(model.r, 1 / model.alpha, customers), 1e-12)
    leaving = rng.beta(model.a, model.b, customers)
    customer, moment, found = np.arange(customers), rng.random(customers) * DAYS, []
    while len(customer):
        found.append((customer, moment))
        is_staying = rng.random(len(customer)) >= leaving[customer]
        customer, moment = customer[is_staying], moment[is_staying]
        moment = moment + rng.exponential(size=len(customer)) / rate[customer]
        customer, moment = customer[moment < DAYS], moment[moment < DAYS]
    customer, moment = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return pd.DataFrame({"customer": customer, "time": moment})


def purchase_days(visits: pd.DataFrame) -> pd.DataFrame:
    """Grain customer_id (text), sold_date, in the order of the days.

    The store gives them in no order; sorted by customer, which is kindest to pandas, they are measured beside it.
    """
    customers = visits["customer"].max() + 1
    day, customer = np.divmod(np.unique(visits["time"].astype(np.int64) * customers + visits["customer"]), customers)
    names = pd.Series(np.arange(customers)).astype(str).str.zfill(7).radd("C")
    dates = (FIRST_DATE + day).astype("datetime64[s]")
    return pd.DataFrame({"customer_id": names.take(customer).array, "sold_date": dates})


def first_and_last(table: pd.DataFrame, customer: str, moment: str) -> pd.DataFrame:
    """The group-by that the rest is measured by; only three subtractions are missing (`summary_of`)."""
    return table.groupby(customer)[moment].agg(["min", "max", "size"])


def summary_of(customers: pd.DataFrame, *, end: np.datetime64) -> Summary:
    first, last = (customers[name].to_numpy().astype("datetime64[D]") for name in ("min", "max"))
    return customers["size"].to_numpy() - 1, (last - first).astype(np.int64), (end - first).astype(np.int64)


def limits(summary: Summary) -> np.ndarray:
    """Three usual gaps, at least 90 days: a fraction of days of its own for nearly everyone who came back."""
    x, t_x, _ = summary
    gap = np.median(t_x[x > 0] / x[x > 0])
    return np.maximum(90.0, 3 * (t_x + 2 * gap) / (x + 2))


def timed_model(visits: pd.DataFrame) -> RepeatBuying:
    """Fitted to the same visits before they became days."""
    customers = first_and_last(visits, "customer", "time")
    times = (customers["max"] - customers["min"], DAYS - customers["min"])
    model = repeat_buying.fit(customers["size"] - 1, *((each * TICKS).round() for each in times))
    return replace(model, alpha=model.alpha / TICKS)


def cdnow(path: Path) -> Summary:
    orders = pd.read_csv(path, sep=r"\s+", header=None, names=["customer", "sample", "day", "quantity", "dollars"])
    orders["day"] = pd.to_datetime(orders["day"].astype(str))
    days = orders[orders["day"] <= pd.Timestamp(CDNOW_END)].drop_duplicates(["sample", "day"])
    return summary_of(first_and_last(days, "sample", "day"), end=CDNOW_END)


def our_likelihood(summary: Summary) -> float:
    """The logarithm of what our fit reaches."""
    return repeat_buying.fit(*summary).log_likelihood + float(summary[0].sum() * np.log(7))


def their_likelihood(summary: Summary, fitter: str) -> float:
    """The logarithm of what lifetimes' fit reaches, by its own account: a mean, in its own unit of time."""
    x, t_x, age = summary
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it is unmaintained and warns under current numpy and pandas
        import lifetimes

        fit = getattr(lifetimes, fitter)(penalizer_coef=0.0).fit(x, t_x / 7, age / 7)
    return float(x.sum() * np.log(fit._scale) - len(x) * fit._negative_log_likelihood_)


def cpu_seconds(
    calls: dict[str, Callable], *, rounds: int, repeats: int = 1, clock: Callable[[], float] = time.process_time
) -> dict[str, float]:
    """The median of each, called by turns, so that what else the machine does falls on all. Every thread counts."""
    seconds: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            started = clock()
            for _ in range(repeats):
                call()
            seconds[name].append((clock() - started) / repeats)
    return {name: float(np.median(each)) for name, each in seconds.items()}


def _steps(days: pd.DataFrame, summary: Summary, model: RepeatBuying) -> dict[str, Callable]:
    ordered = days.sort_values(["customer_id", "sold_date"], ignore_index=True)
    numbered = ordered.assign(customer_id=ordered["customer_id"].str.slice(1).astype(np.int64))
    silence = limits(summary)
    return {
        GROUP_BY: lambda: first_and_last(days, "customer_id", "sold_date"),
        "fit": lambda: repeat_buying.fit(*summary),
        "scores": lambda: repeat_buying.chances(model, *summary, days=HORIZON_DAYS, silence=silence),
        "scores, each formula for each customer": lambda: (
            repeat_buying.p_no_visit(model, *summary, days=HORIZON_DAYS),
            repeat_buying.p_silence_reaches(model, *summary, silence=silence),
            repeat_buying.expected_visits(model, *summary, days=HORIZON_DAYS),
        ),
        SORTED_GROUP_BY: lambda: first_and_last(ordered, "customer_id", "sold_date"),
        "group-by of sorted rows and whole numbers": lambda: first_and_last(numbered, "customer_id", "sold_date"),
    }


def speed_table(seconds: dict[str, float]) -> str:
    """Met or missed is said of the first group-by; what the kinder one would make of it stands in the last column."""
    rows = []
    for name, own in seconds.items():
        share, most = own / seconds[GROUP_BY], MOST_OF_GROUP_BY.get(name)
        target = ["", ""] if most is None else [f"at most {most}", _word(share <= most)]
        rows.append([name, f"{own:.3f}", f"{share:.3f}", *target, f"{own / seconds[SORTED_GROUP_BY]:.3f}"])
    return markdown(["step", "CPU seconds", "of the group-by", "target", "", "of it with sorted rows"], rows)


def lifetimes_table(seconds: dict[str, float], likelihoods: dict[str, float]) -> str:
    rows = []
    for name, own in seconds.items():
        times, distance = own / seconds[OURS], likelihoods[name] - likelihoods[OURS]
        target = ["", ""]
        if name == LIFETIMES:
            is_met = times >= TIMES_AS_FAST and abs(distance) <= LIKELIHOOD_DISTANCE
            target = [f"at least {TIMES_AS_FAST} times, within {LIKELIHOOD_DISTANCE}", _word(is_met)]
        rows.append([name, f"{own:.4f}", f"{times:.1f}", f"{likelihoods[name]:.3f}", f"{distance:+.3f}", *target])
    return markdown(["fit", "CPU seconds", "times ours", "log-likelihood", "from ours", "target", ""], rows)


def found_table(model: RepeatBuying, timed: RepeatBuying, summary: Summary) -> str:
    """The parameters beside the true ones, which of them are far off, and what that does to the chances."""
    names = ("r", "alpha", "a", "b")
    rows = [[name, f"{vars(TRUTH)[name]:g}", _beside_truth(model, name), _beside_truth(timed, name)] for name in names]
    far = ", ".join(name for name in names if abs(_off(model, name)) > FEW) or "none"
    true, found = (repeat_buying.p_no_visit(each, *summary, days=HORIZON_DAYS) for each in (TRUTH, model))
    off = np.abs(found - true)
    return (
        f"{markdown(['parameter', 'true', 'found', f'found from visits timed to 1/{TICKS} day'], rows)}\n\n"
        f"Further than {FEW:.0%} from the truth: {far} (two visits on a day are one purchase day). The chance of no "
        f"purchase in {HORIZON_DAYS} days is {off.mean():.4f} off on average, {off.max():.4f} at most."
    )


def _beside_truth(model: RepeatBuying, name: str) -> str:
    return f"{vars(model)[name]:.4g} ({_off(model, name):+.1%})"


def _off(model: RepeatBuying, name: str) -> float:
    return vars(model)[name] / vars(TRUTH)[name] - 1


def _word(is_met: bool) -> str:
    return "met" if is_met else "missed"


def _heading() -> str:
    libraries = ("numpy", "pandas", "scipy", LIFETIMES)
    versions = ", ".join(f"{name} {version(name)}" for name in libraries if is_installed(name))
    return (
        f"Measured on {date.today():%d %B %Y}, {platform.system()} {platform.machine()} with {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, {versions}. CPU seconds, median of {ROUNDS} rounds."
    )


def _arguments(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.customers", description=__doc__.splitlines()[0])
    parser.add_argument("--customers", type=int, help=f"default {CUSTOMERS:,}, quick {QUICK_CUSTOMERS:,}")
    parser.add_argument("--quick", action="store_true", help="fewer customers")
    parser.add_argument("--cdnow", type=Path, default=DEFAULT_CDNOW, help="the CDNOW sample as one text file")
    asked = parser.parse_args(arguments)
    asked.customers = asked.customers or (QUICK_CUSTOMERS if asked.quick else CUSTOMERS)
    return asked


if __name__ == "__main__":
    main()
