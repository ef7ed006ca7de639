"""How does the comparison read as tables?"""

import numpy as np
import pandas as pd

from benchmarks.changes import DROP_SHARES, KINDS, NUISANCES
from benchmarks.comparison import OWN_LINE, TIERS, Outcome, rates
from benchmarks.scoring import HORIZONS_DAYS

MISSING = "–"


def kinder_variants(outcome: Outcome, names: list[str]) -> list[str]:
    """Of a rule that was tried on orders and on revenue, the one that found more falls in eight weeks."""
    share = (outcome.found["delay"] <= max(HORIZONS_DAYS)).groupby(outcome.found["method"]).mean()
    by_rule: dict[str, list[str]] = {}
    for name in names:
        by_rule.setdefault(name.split(" | ")[0], []).append(name)
    return [max(variants, key=lambda name: share.get(name, -1.0)) for variants in by_rule.values()]


def main_table(outcome: Outcome, names: list[str], speeds: dict[str, float]) -> str:
    """One row per method: false alarms at its own line, falls by tier and size at the matched rate, speed."""
    false = rates(outcome.false_alarms)
    everywhere = outcome.found[outcome.found["place"] == "all"]
    cells = [(tier, share) for share in sorted(DROP_SHARES, reverse=True) for tier in TIERS]
    header = ["method", "false alarms", *(f"{share:.0%} {tier}" for tier, share in cells), "series/s"]
    rows = []
    for name in [names[0], OWN_LINE, *names[1:]]:
        own = everywhere[everywhere["method"] == name]
        found = [_found(own[(own["tier"] == tier) & (own["share"] == share)]) for tier, share in cells]
        alarm = "" if name == OWN_LINE else _range(false[name])
        speed = f"{float(f'{speeds[name]:.2g}'):,g}" if name in speeds else ""
        rows.append([_label(name), alarm, *found, speed])
    return markdown(header, rows)


def nuisance_table(nuisances: pd.DataFrame, names: list[str]) -> str:
    """Share of the series concerned that ring because of it, at the matched rate."""
    sums = nuisances.groupby(["method", "nuisance"])[["rang", "concerned"]].sum()
    share = 100.0 * sums["rang"] / sums["concerned"]
    rows = [
        [_label(name), *(f"{share[name, nuisance]:.1f}" for nuisance in NUISANCES)]
        for name in [names[0], OWN_LINE, *names[1:]]
        if name in sums.index.get_level_values("method")
    ]
    return markdown(["new alarms, %", *NUISANCES], rows)


def kinds_table(outcome: Outcome, names: list[str]) -> str:
    """Falls of 50 % in tiers A and B by their kind."""
    large = outcome.found[(outcome.found["share"] == max(DROP_SHARES)) & outcome.found["tier"].isin(["A", "B"])]
    rows = []
    for name in [names[0], OWN_LINE, *names[1:]]:
        own = large[large["method"] == name]
        whole = own[own["place"] == "all"]
        parts = [whole[whole["kind"] == kind] for kind in KINDS]
        parts += [whole[whole["ramp_days"] == 0], whole[whole["ramp_days"] > 0], own[own["place"] == "one region"]]
        rows.append([_label(name), *(_found(part) for part in parts)])
    return markdown(["50 %, tiers A and B", *KINDS, "abrupt", "over 4 weeks", "one region"], rows)


def rates_table(outcome: Outcome, names: list[str]) -> str:
    """False alarms at each method's own line, by retailer."""
    false = rates(outcome.false_alarms)
    retailers = list(dict.fromkeys(outcome.false_alarms["retailer"]))
    rows = [
        [
            _label(name),
            *(_rate(false[name][retailer]) if retailer in false[name] else MISSING for retailer in retailers),
        ]
        for name in names
    ]
    return markdown(["false alarms", *retailers], rows)


def markdown(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _found(own: pd.DataFrame) -> str:
    """Shares found in 14, 28 and 56 days, and the median delay where half are found."""
    if not len(own):
        return MISSING
    delay = own["delay"].to_numpy()
    shares = "/".join(f"{100 * np.mean(delay <= days):.0f}" for days in HORIZONS_DAYS)
    median = np.median(delay)
    return f"{shares} · {median:.0f} d" if np.isfinite(median) else f"{shares}"


def _range(rate: pd.Series) -> str:
    return f"{_rate(rate.min())}–{_rate(rate.max())}"


def _rate(value: float) -> str:
    return f"{value:.1f}" if value < 9.95 else f"{value:.0f}"


def _label(name: str) -> str:
    return name.replace(" | ", ", ")
