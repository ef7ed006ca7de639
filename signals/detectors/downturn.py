"""Which products, regions, channels and categories sell less than everything around them says they should?"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from signals.detectors.counted_series import OUTAGE_EXPECTED, CountedSeries, counted
from signals.detectors.effect import measures, revenue_paths
from signals.detectors.expectation import BASELINE_DAYS, LAG_DAYS, ORDERS_PER_DAY, SEEN_DAYS, product_set, series_sets
from signals.detectors.judgement import Judgement, judged, judged_products, scored, subjects_of
from signals.detectors.rehearsal import Rehearsal, rehearsed
from signals.detectors.sales_lines import as_day, sales_lines
from signals.detectors.state import part_states, product_states
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.model import Finding, Subject
from signals.stats.sequential import DROPS, RISES, WINDOWS_DAYS, without_best_week

METRIC = "sales"
REHEARSAL_SEED = 20260101  # the same day gives the same probability

METHOD = f"""
We compare what each product sold in the last {min(WINDOWS_DAYS)} to {max(WINDOWS_DAYS)} days with its usual share
of the regions and the category it competes in, season allowed for. Two things are counted: the customers who
bought, and the revenue with each line capped at the product's 95th percentile, so that one huge order neither hides
nor makes a fall. Usual is what was sold in the {BASELINE_DAYS} days that ended {LAG_DAYS} days ago; a product is
judged once {SEEN_DAYS} of them were seen, with at least {ORDERS_PER_DAY} orders a day.
The evidence S weighs falls of {", ".join(f"{drop:.0%}" for drop in DROPS)} against no change, tempered by the
product's own noise and drift, by how much of a year was seen, and by how restless all products are at the time; the
regions or channels of a product share its line. We ring at S ≥ {ACT_EVIDENCE} and watch from {WATCH_EVIDENCE:g}: by
chance about once in a hundred product-quarters.
A day on which nothing was sold where {OUTAGE_EXPECTED:g} orders were expected is taken for missing supply or data,
not for a fall.
"""

FIND_COLUMNS = [
    "product_id",
    "evidence",
    "state",
    "onset",
    "observed",
    "expected",
    "effect_share",
    "effect_low",
    "effect_high",
    "stake",
    "probability",
]
MEASURES = ("evidence", "observed", "expected", "effect_share", "effect_low", "effect_high", "stake")
REPLAY_COLUMNS = ["day", "product_id", "evidence", "state"]


def find_downturns(sales: pd.DataFrame, as_of) -> pd.DataFrame:
    """One row per product sold by `as_of`. Money and effect are since the onset, where the loudest window starts.

    `evidence` and what follows it are missing where the product is not judged. A fall has a negative `effect_share`.
    """
    judgement = judged_products(sales, as_of)
    lines, counted_products = judgement.lines, judgement.products
    day = lines.as_of_day
    whole = pd.DataFrame({"product_id": lines.product_ids})
    measured = measures(counted_products, lines, day)
    whole["state"] = product_states(judgement, measured[["evidence"]].to_numpy())[:, 0]
    measured["product_id"] = lines.product_ids[counted_products.series.product]
    measured["probability"] = _probability(measured["evidence"], rehearsal_of(judgement))
    return whole.merge(measured, on="product_id", how="left")[FIND_COLUMNS]


def replay_downturns(sales: pd.DataFrame, first_day, last_day) -> pd.DataFrame:
    """The evidence and state that `find_downturns` gives on each day, for the products sold by then.

    Raises ValueError where the first day comes after the last.
    """
    if as_day(first_day) > as_day(last_day):
        raise ValueError(f"first_day {first_day} comes after last_day {last_day}.")
    judgement = judged_products(sales, last_day)
    lines = judgement.lines
    first = max(int((as_day(first_day) - lines.first_day).astype(int)), 0)
    score = scored(judgement.products, first, lines.as_of_day)
    states = product_states(judgement, score)
    scores = np.full(states.shape, np.nan)
    scores[judgement.products.series.product] = score
    first_sale = np.full(len(lines.product_ids), lines.days_count)
    np.minimum.at(first_sale, lines.product, lines.day)
    columns = np.arange(first, first + states.shape[1])
    offset, product = np.nonzero((first_sale[:, None] <= columns[None, :]).T)
    days = lines.first_day + columns.astype("timedelta64[D]")
    values = {
        "day": days[offset].astype("datetime64[s]"),
        "product_id": lines.product_ids[product],
        "evidence": scores[product, offset],
        "state": states[product, offset],
    }
    return pd.DataFrame(values, columns=REPLAY_COLUMNS)


def detect(sales: pd.DataFrame, as_of) -> list[Finding]:
    return findings(sales, as_of)


def findings(sales: pd.DataFrame, as_of, *, names: Mapping[str, str] | None = None) -> list[Finding]:
    """What is said of every series on one day. `names` maps product_id to what a reader calls it."""
    judgement = judged(sales, as_of)
    return findings_of(judgement, names=names, rehearsal=rehearsal_of(judgement))


def rehearsal_of(judgement: Judgement) -> Rehearsal | None:
    """Costs as much as judging the products; good for every kind of series and for some weeks."""
    return rehearsed(judgement.lines, np.random.default_rng(REHEARSAL_SEED))


def findings_of(
    judgement: Judgement, *, names: Mapping[str, str] | None = None, rehearsal: Rehearsal | None = None
) -> list[Finding]:
    """As `findings`; without a rehearsal no finding has a probability."""
    lines, day = judgement.lines, judgement.lines.as_of_day
    everything = []
    for each in judgement.sets:
        measured = measures(each, lines, day)
        score = measured[["evidence"]].to_numpy()
        measured["probability"] = _probability(measured["evidence"], rehearsal)
        if each is judgement.products:
            states = product_states(judgement, score)[:, 0]
            everything += _unjudged_products(judgement, states, names or {})
            states = states[each.series.product]
        else:
            states = part_states(each, score, judgement.missing, last=day)[:, 0]
        everything += found(subjects_of(each.series, lines, names=names), states, measured)
    return everything


def found(subjects: Sequence[Subject], states: np.ndarray, measured: pd.DataFrame) -> list[Finding]:
    """One finding a row of `effect.measures`, where it has a `probability` with that."""
    findings = []
    for subject, state, row in zip(subjects, states, measured.to_dict("records"), strict=True):
        row["onset"] = row["onset"].date() if pd.notna(row["onset"]) else None
        row["probability"] = row["probability"] if pd.notna(row.get("probability")) else None
        findings.append(Finding(metric=METRIC, subject=subject, state=state, **row))
    return findings


def rises_of(judgement: Judgement, *, names: Mapping[str, str] | None = None) -> list[Finding]:
    """The series that sell more than everything around them says they should, by the same evidence and line.

    Their best week is left out of the evidence, so that a promotion of a week is no news.
    """
    lines, day = judgement.lines, judgement.lines.as_of_day
    rises = []
    for each in judgement.sets:
        measured = measures(each, lines, day, RISES).assign(evidence=scored(_steady(each, day), day, day, RISES)[:, 0])
        rows = np.flatnonzero(measured["evidence"] >= ACT_EVIDENCE)
        subjects = subjects_of(each.series, lines, names=names)
        rises += found([subjects[row] for row in rows], np.full(len(rows), "act"), measured.iloc[rows])
    return rises


def _steady(each: CountedSeries, day: int) -> CountedSeries:
    signals = (
        replace(signal, actual=without_best_week(signal.actual, signal.expected, day=day))
        for signal in (each.buyers, each.revenue)
    )
    return replace(each, **dict(zip(("buyers", "revenue"), signals, strict=True)))


def _probability(score: pd.Series, rehearsal: Rehearsal | None) -> pd.Series:
    return score.map(rehearsal.probability, na_action="ignore") if rehearsal else pd.Series(np.nan, index=score.index)


def replay(sales: pd.DataFrame, first_day, last_day) -> pd.DataFrame:
    return replay_of(judged(sales, last_day), first_day)


def replay_of(judgement: Judgement, first_day) -> pd.DataFrame:
    """Evidence per judged series and day: `day`, `series_key` (categorical, Subject.key), `evidence`."""
    lines = judgement.lines
    first = max(int((as_day(first_day) - lines.first_day).astype(int)), 0)
    keys = [subject.key for each in judgement.sets for subject in subjects_of(each.series, lines)]
    scores = np.concatenate([scored(each, first, lines.as_of_day) for each in judgement.sets])
    return evidence_table(keys, scores, lines.first_day + np.timedelta64(first, "D"))


def evidence_table(keys: Sequence[str], scores: np.ndarray, first_day: np.datetime64) -> pd.DataFrame:
    """`day`, `series_key` (categorical), `evidence`; `scores` is series × days, no row where it is NaN."""
    row, offset = np.nonzero(~np.isnan(scores))
    day = (first_day + offset.astype("timedelta64[D]")).astype("datetime64[s]")
    series_key = pd.Categorical.from_codes(row, categories=keys)
    return pd.DataFrame({"day": day, "series_key": series_key, "evidence": scores[row, offset]})


def expected_days(sales: pd.DataFrame, as_of, subject: Subject | str, *, span_days: int = 1) -> pd.DataFrame:
    """Revenue per span of days against its 80 % band, the last 400 days; `subject` is a Subject or a product_id."""
    lines = sales_lines(sales, as_of)
    if isinstance(subject, str) or subject.kind == "product":
        parts = []
    else:
        parts = [series for series in series_sets(lines) if series.kind == subject.kind]
    products = counted(lines, product_set(lines))
    return expected_days_of(
        Judgement(lines, products, tuple(counted(lines, part) for part in parts)), subject, span_days=span_days
    )


def expected_days_of(judgement: Judgement, subject: Subject | str, *, span_days: int = 1) -> pd.DataFrame:
    """`day` (the span's last), `actual` booked, `expected`, `low`, `high`, money; no row before a baseline exists.

    Each day's expectation rests on its own baseline. The band is of the span's sum: bands of days do not add up.
    """
    lines = judgement.lines
    key = Subject("product", subject, product_id=subject).key if isinstance(subject, str) else subject.key
    for each in judgement.sets:
        keys = [own.key for own in subjects_of(each.series, lines)]
        if key in keys:
            rows = np.array([keys.index(key)])
            return revenue_paths(each, rows, lines, span_days).drop(columns="row")
    return pd.DataFrame({name: [] for name in ("day", "actual", "expected", "low", "high")})


def _unjudged_products(judgement: Judgement, states: np.ndarray, names: Mapping[str, str]) -> list[Finding]:
    """Products that never had orders enough for a series of their own."""
    product_ids = judgement.lines.product_ids
    unknown = dict.fromkeys(MEASURES, np.nan)
    return [
        Finding(METRIC, _product(product_ids[code], names), states[code], onset=None, **unknown)
        for code in np.setdiff1d(np.arange(len(product_ids)), judgement.products.series.product)
    ]


def _product(product_id, names: Mapping[str, str]) -> Subject:
    return Subject("product", str(names.get(product_id, product_id)), product_id=product_id)
