"""Which rises are news, and what becomes of the others?

A product speaks for its regions and channels; a whole folds into the part that carries most of its gain, else several
parts fold into the whole. What only comes back from a fall, or falls into an event of one's own, is no news.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.metrics import METRICS, about_day, on_day, share, signed_money
from signals.model import PART_KINDS, Finding, Subject, Warning
from signals.stats.multiplicity import e_bh_of_logs
from signals.triage import reasons
from signals.triage.explained import explanation
from signals.triage.folding import MOST_SHARE, SEVERAL
from signals.triage.names import capital, subject_name
from signals.triage.select import LEAST_STAKE_SHARE

TIMES_FROM = 2.0  # a rise of 976 % is read more easily as 11 times
RECOVERY_DAYS = 112  # the baseline's length: a fall that ended before has left it
SMALL = "A rise, but small for the company."
OF_THE_COMPANY = "The company as a whole is told by its quarter: its own rises ring too often to be news."


@dataclass(frozen=True)
class GoodNews:
    """Every rise, in one of both."""

    news: tuple[Warning, ...]  # the greatest gain first
    other: tuple[Warning, ...]  # each with its reason


def good_news_of(
    rises: Sequence[Finding],
    *,
    judged_count: int,
    episodes: pd.DataFrame,
    events: pd.DataFrame,
    as_of: date,
    currency: str | None,
    revenue_a_day: float,
    false_discovery_rate: float,
    charges: Collection[str] = frozenset(),
) -> GoodNews:
    """`rises` as `downturn.rises_of` finds them, of `judged_count` series of the day; the rest as for warnings."""
    certain = _certain(rises, judged_count, false_discovery_rate)
    rows = {
        finding.subject.key: _row(finding, bool(is_certain))
        for finding, is_certain in zip(rises, certain, strict=True)
        if finding.subject.product_id not in charges and finding.observed > finding.expected
    }
    fallen = _fallen(episodes, as_of)
    told = {key: _no_news(row, fallen, events, as_of, revenue_a_day) for key, row in rows.items()}
    told |= _folded({key: row for key, row in rows.items() if not told[key]}, as_of)
    said = [replace(row, reason=told[key], headline=headline(row, currency, as_of)) for key, row in rows.items()]
    ordered = sorted(said, key=lambda row: (row.expected - row.observed, row.key))
    return GoodNews(
        news=tuple(row for row in ordered if not row.reason), other=tuple(row for row in ordered if row.reason)
    )


def headline(row: Warning, currency: str | None, as_of: date) -> str:
    gain = signed_money(row.observed - row.expected, currency)
    since = about_day(row.onset, as_of)
    subject = capital(subject_name(row.subject))
    if row.effect_share >= TIMES_FROM:
        return f"{subject} sells {1 + row.effect_share:,.0f} times what is expected since {since}, {gain} so far."
    return f"{subject} is {share(row.effect_share)} above expected since {since}, {gain} so far."


def _certain(rises, judged_count, false_discovery_rate) -> np.ndarray:
    """e-BH over everything that was judged today; what did not rise counts as no evidence."""
    scores = np.full(max(judged_count, len(rises)), -np.inf)
    scores[: len(rises)] = [finding.evidence for finding in rises]
    return e_bh_of_logs(scores, false_discovery_rate=false_discovery_rate)[: len(rises)]


def _row(finding: Finding, is_certain: bool) -> Warning:
    return Warning(
        key=f"rise:{finding.subject.key}:{finding.onset.isoformat()}",
        kind=finding.metric,
        severity="noted",
        subject=finding.subject,
        headline="",
        onset=finding.onset,
        first_warned=finding.onset,
        observed=finding.observed,
        expected=finding.expected,
        effect_share=finding.effect_share,
        effect_low=finding.effect_low,
        effect_high=finding.effect_high,
        stake=0.0,
        evidence=finding.evidence,
        probability=None,
        is_certain=is_certain,
    )


def _no_news(row, fallen, events, as_of, revenue_a_day) -> str:
    """Why it is none; empty where it is."""
    warned = next((fallen[key] for key in _kin(row.subject) if key in fallen), None)
    if warned is not None:
        return f"Back from the fall first warned on {on_day(warned, as_of)}: a recovery, no rise."
    if event := explanation(row, events, as_of):
        return event
    if row.subject.kind == "company":
        return OF_THE_COMPANY
    is_large = row.effect_share >= METRICS[row.kind].least_effect_share
    return "" if is_large and _pace(row, as_of) >= LEAST_STAKE_SHARE * revenue_a_day else SMALL


def _fallen(episodes: pd.DataFrame, as_of: date) -> dict[str, date]:
    """Series that rang and were not calm again for longer than a baseline is: when they first rang."""
    rang = episodes.dropna(subset=["first_warned"])
    ended = pd.to_datetime(rang["cleared_date"])
    rang = rang[ended.isna() | (ended > pd.Timestamp(as_of - timedelta(days=RECOVERY_DAYS)))]
    return {row.series_key: row.first_warned.date() for row in rang.itertuples()}


def _kin(subject: Subject) -> list[str]:
    """The series itself and the wholes it is part of."""
    keys = [subject.key]
    if subject.product_id is not None:
        keys.append(Subject("product", subject.name, product_id=subject.product_id).key)
    if subject.category is not None:
        keys.append(Subject("category", subject.category, category=subject.category).key)
    return [*keys, "company"]


def _folded(rows: Mapping[str, Warning], as_of: date) -> dict[str, str]:
    """Key -> why it is said in another's row; from the smallest parts upwards."""
    folded: dict[str, str] = {}

    def kept(*kinds: str) -> list[Warning]:
        return [row for key, row in rows.items() if key not in folded and row.subject.kind in kinds]

    products = {row.subject.product_id: row for row in kept("product")}
    for part in kept(*PART_KINDS):
        if part.subject.product_id in products:
            folded[part.subject.key] = reasons.rises_with(part.subject, products[part.subject.product_id].subject)
    folded |= _one_cut(kept(*PART_KINDS))
    for category in kept("category"):
        members = [row for row in kept("product") if row.subject.category == category.subject.category]
        folded |= _whole(category, members, as_of)
    return folded


def _one_cut(parts: Iterable[Warning]) -> dict[str, str]:
    """Of a product's regions and channels only the cut with the strongest part is told."""
    strongest: dict[str, Warning] = {}
    for part in sorted(parts, key=lambda row: (-row.evidence, row.key)):
        strongest.setdefault(part.subject.product_id, part)
    return {
        part.subject.key: reasons.seen_otherwise(part.subject, strongest[part.subject.product_id].subject)
        for part in parts
        if part.subject.kind != strongest[part.subject.product_id].subject.kind
    }


def _whole(whole: Warning, parts: Sequence[Warning], as_of: date) -> dict[str, str]:
    """A whole folds into the part that carries most of its gain; else several parts fold into the whole."""
    largest = max(parts, key=lambda row: _pace(row, as_of), default=None)
    if largest and 0 < MOST_SHARE * _pace(whole, as_of) <= _pace(largest, as_of):
        return {whole.subject.key: reasons.rise_carried(whole.subject, largest.subject)}
    if len(parts) < SEVERAL:
        return {}
    return {part.subject.key: reasons.rises_with(part.subject, whole.subject) for part in parts}


def _pace(row: Warning, as_of: date) -> float:
    """Money gained a day."""
    return (row.observed - row.expected) / ((as_of - row.onset).days + 1)
