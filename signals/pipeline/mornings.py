"""What does the company look like this morning: what needs somebody, who slips away, where does the quarter land?"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import numpy as np
import pandas as pd

from signals.detectors import churn, downturn, lateness, paths
from signals.detectors.judgement import Judgement, judged
from signals.detectors.nowcast import nowcast_quarter
from signals.drivers import customer_ledger
from signals.errors import TooLittleHistory
from signals.model import CustomerAtRisk, Finding, Ledger, Morning, Nowcast, Warning
from signals.pipeline.causes import complete_through, leading_drivers
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.settings import FALSE_DISCOVERY_RATE
from signals.triage import episodes, select, wording

TREND_WEEKS = 13
EXPLAINED = 12  # rows of Today whose drivers are looked for; the rest show theirs when opened


@dataclass(frozen=True)
class Computed:
    """A morning with the lists behind it."""

    morning: Morning
    findings: list[Finding]
    scores: pd.DataFrame
    weeks: pd.DataFrame  # subject_key, week, actual, expected, low, high
    keys: dict[str, str]  # subject key -> key of its warning


def computed(facts: Facts, *, computed_at: datetime) -> Computed:
    """Everything that one day's pages show; a pure function of the facts."""
    judgement = judged(facts.lines, facts.as_of)
    findings = downturn.findings_of(judgement, names=facts.names)
    replay = downturn.replay_of(judgement, facts.as_of - timedelta(days=episodes.REPLAY_DAYS - 1))
    selected = _selected(facts, judgement, findings, replay)
    scores = churn.score_days(facts.customer_days, facts.as_of)
    states = lateness.regular_regions(facts.region_days, facts.as_of)
    late = tuple(state for state in states if state.days_late)
    complete = complete_through(late, facts.as_of)
    told = [
        _explained(facts, warning, complete) if place < EXPLAINED else warning
        for place, warning in enumerate(_trended(facts, selected.warnings))
    ]
    morning = Morning(
        as_of=facts.as_of,
        data_through=facts.data_through,
        data_version=0,
        computed_at=computed_at,
        currency=facts.currency,
        false_discovery_rate=FALSE_DISCOVERY_RATE,
        warnings=tuple(told),
        noted=_trended(facts, selected.noted),
        suppressed=selected.suppressed,
        stable_count=len(selected.stable),
        stable_weeks=episodes.stable_weeks(replay, selected.stable, facts.as_of),
        unjudged=selected.unjudged,
        late=late,
        regions_count=len(states),
        ledger=_ledger(facts),
        nowcast=_nowcast(facts),
        calls=calls(facts, scores),
        anonymous_share=facts.anonymous_share,
    )
    keys = {warning.subject.key: warning.key for warning in (*told, *selected.noted)}
    return Computed(morning, findings, scores, paths.weekly_paths(judgement), keys)


def trends(facts: Facts) -> pd.DataFrame:
    """Per product: revenue_28_days, revenue_year (money) and `trend`, its revenue in each of the last 13 weeks."""
    lines, last = facts.lines, pd.Timestamp(facts.as_of)
    age = (last - lines["sold_date"]).dt.days
    by_week = lines.assign(week=TREND_WEEKS - 1 - age // 7)[age < 7 * TREND_WEEKS]
    weeks = by_week.pivot_table(index="product_id", columns="week", values="revenue", aggfunc="sum", fill_value=0.0)
    weeks = weeks.reindex(columns=range(TREND_WEEKS), fill_value=0.0)
    table = pd.DataFrame(
        {
            "revenue_28_days": lines[age < 28].groupby("product_id")["revenue"].sum(),
            "revenue_year": lines[age < YEAR_DAYS].groupby("product_id")["revenue"].sum(),
        },
        index=pd.Index(lines["product_id"].unique(), name="product_id"),
    ).fillna(0.0)
    known = dict(zip(weeks.index, weeks.to_numpy().tolist(), strict=True))
    return table.assign(trend=[known.get(product, [0.0] * TREND_WEEKS) for product in table.index])


def calls(facts: Facts, scores: pd.DataFrame) -> tuple[CustomerAtRisk, ...]:
    """The morning list with names, a sentence and the last thing that each customer said."""
    listed = churn.morning_list(scores).merge(facts.customer_names, on="customer_id", how="left")
    last_words = _last_words(facts)
    return tuple(
        at_risk(
            row, facts.currency, last_words.loc[row["customer_id"]] if row["customer_id"] in last_words.index else None
        )
        for row in listed.to_dict("records")
    )


def _last_words(facts: Facts) -> pd.DataFrame:
    """Per customer the last complaint of a year, else the last thing said in it: older words explain no silence."""
    said = facts.feedback.dropna(subset=["verbatim", "customer_id"])
    said = said[said["given_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    said = said.assign(is_complaint=said["source"] == "complaint").sort_values(["is_complaint", "given_date"])
    return said.groupby("customer_id")[["verbatim", "given_date"]].last()


def at_risk(row: dict, currency: str, said: pd.Series | None = None) -> CustomerAtRisk:
    """A row of the scores, with the customer's names, as a record."""
    headline = wording.customer(
        state=row["state"],
        days_since_last_order=int(row["days_since_last_order"]),
        usual_gap_days=row["usual_gap_days"],
        p_lost=row["p_lost"],
        value_at_risk=row["value_at_risk_year"],
        currency=currency,
        is_one_time=row["purchase_days"] == 1,
        purchase_days_90=_whole(row.get("purchase_days_90")),
        usual_purchase_days_90=row.get("usual_purchase_days_90"),
    )
    named = {
        name: None if pd.isna(row.get(name)) else row[name]
        for name in ("customer_name", "segment", "region", "account_owner")
    }
    return CustomerAtRisk(
        customer_id=row["customer_id"],
        state=row["state"],
        p_churn=float(row["p_churn"]),
        p_lost=float(row["p_lost"]),
        value_at_risk=float(row["value_at_risk_year"]),
        days_since_last_order=int(row["days_since_last_order"]),
        usual_gap_days=float(row["usual_gap_days"]),
        last_order_date=pd.Timestamp(row["last_order_date"]).date(),
        headline=headline,
        last_words=None if said is None else said["verbatim"],
        last_words_date=None if said is None else said["given_date"].date(),
        **named,
    )


def _selected(facts: Facts, judgement: Judgement, findings: list[Finding], replay: pd.DataFrame) -> select.Selected:
    current = _dated(judgement, episodes.current(replay, facts.as_of))
    year = facts.lines[facts.lines["sold_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    days = min(YEAR_DAYS, (facts.as_of - facts.lines["sold_date"].min().date()).days + 1)
    return select.warnings_of(
        findings,
        current,
        events=facts.events,
        as_of=facts.as_of,
        currency=facts.currency,
        revenue_a_day=year["revenue"].sum() / days,
        false_discovery_rate=FALSE_DISCOVERY_RATE,
    )


def _dated(judgement: Judgement, current: pd.DataFrame) -> pd.DataFrame:
    """The open episodes with the onset as it was first said, and the revenue since then."""
    is_open = current["is_open"]
    keys = current.loc[is_open, "series_key"]
    onsets = paths.onsets_of(judgement, keys, current.loc[is_open, "first_said"])
    return current.assign(onset=onsets).join(paths.revenue_since(judgement, keys, onsets))


def _explained(facts: Facts, warning: Warning, complete: date) -> Warning:
    if warning.effect_share >= 0:
        return warning
    segments = facts.customer_names.set_index("customer_id")["segment"]
    lines = _lines_of(facts, warning)
    lines = lines.assign(segment=lines["customer_id"].map(segments))
    drivers = leading_drivers(lines, warning, facts.as_of, complete=complete)
    headline = wording.headline(warning, facts.currency, facts.as_of, drivers=drivers or None)
    return replace(warning, drivers=drivers, headline=headline)


def _lines_of(facts: Facts, warning: Warning) -> pd.DataFrame:
    lines, subject = facts.lines, warning.subject
    for column in ("product_id", "category", "region", "channel"):
        wanted = getattr(subject, column)
        if wanted is not None and not (column == "category" and subject.product_id):
            lines = lines[lines[column] == wanted]
    return lines


def _trended(facts: Facts, warnings: tuple[Warning, ...]) -> tuple[Warning, ...]:
    return tuple(replace(warning, trend=_trend(_lines_of(facts, warning), facts.as_of)) for warning in warnings)


def _trend(lines: pd.DataFrame, as_of: date) -> tuple[float, ...]:
    week = TREND_WEEKS - 1 - (pd.Timestamp(as_of) - lines["sold_date"]).dt.days // 7
    sums = lines["revenue"].groupby(week).sum().reindex(range(TREND_WEEKS), fill_value=0.0)
    return tuple(float(value) for value in sums)


def _ledger(facts: Facts) -> Ledger | None:
    """The trailing year against the year before; never quarter on quarter, which the season would decide."""
    first = facts.as_of - timedelta(days=YEAR_DAYS - 1)
    before = first - timedelta(days=YEAR_DAYS)
    days = facts.customer_days
    if days.empty or days["sold_date"].min().date() > before + timedelta(days=31):
        return None
    return customer_ledger.ledger(days, first, facts.as_of, before)


def _nowcast(facts: Facts) -> Nowcast | None:
    try:
        table = nowcast_quarter(facts.lines, facts.as_of, facts.company.fiscal_year_start_month)
    except TooLittleHistory:
        return None
    row = table[table["product_id"].isna()].iloc[0]
    quarter = facts.quarter
    ranges = {
        name: None if np.isnan(row[name]) else float(row[name]) for name in ("low80", "high80", "low95", "high95")
    }
    return Nowcast(
        quarter=quarter.name,
        first_date=quarter.first_date,
        last_date=quarter.last_date,
        actual_to_date=float(row["actual_to_date"]),
        estimate=float(row["estimate"]),
        target=_target(facts.targets),
        last_year=_last_year(facts),
        **ranges,
    )


def _target(targets: pd.DataFrame) -> float | None:
    whole = targets[targets[["category", "product_id", "region"]].isna().all(axis=1)]
    return float(whole["revenue_target"].iloc[0]) if len(whole) else None


def _last_year(facts: Facts) -> float | None:
    first, last = (
        pd.Timestamp(day) - pd.DateOffset(years=1) for day in (facts.quarter.first_date, facts.quarter.last_date)
    )
    sold = facts.lines["sold_date"]
    if sold.empty or sold.min() > first + pd.Timedelta(days=7):
        return None
    return float(facts.lines.loc[sold.between(first, last), "revenue"].sum())


def _whole(value: float | None) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
