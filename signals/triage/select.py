"""Which few of all findings need somebody today, and what becomes of the rest?

One row per cause: parts fold into the whole that explains them, and a whole folds into the part that carries most of
it. What is not shown is listed with its reason.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

import numpy as np
import pandas as pd

from signals.metrics import METRICS
from signals.model import Finding, Subject, Warning
from signals.stats.multiplicity import e_bh
from signals.triage import wording
from signals.triage.episodes import CLEARED, LASTING, RECOVERING, WATCHED

LEAST_STAKE_SHARE = 0.0025  # of the company's revenue, lost at the present pace; less is watched, not acted on
MOST_SHARE = 0.5  # of the whole's loss; a part that carries it is the message
SEVERAL = 2  # parts that fall together
ONSET_SLACK_DAYS = 7  # an onset is known to about a week, the shortest window
LARGEST_EXPONENT = 500.0  # exp() stays finite
TODAY_ROWS = 5  # what Today shows of the warnings; the rest is behind a link
SPEAKING = ("act", "watch")
JUDGED = ("act", "watch", "stable")
PARTS = ("product_region", "product_channel")


@dataclass(frozen=True)
class Selected:
    """What a morning says of one metric."""

    warnings: tuple[Warning, ...]  # act first, then by stake
    noted: tuple[Warning, ...]  # explained by an event
    suppressed: tuple[Warning, ...]  # each with its reason
    stable: tuple[str, ...]  # keys of the products of which nothing is said
    unjudged: Mapping[str, int]  # state -> products

    @property
    def stable_count(self) -> int:
        return len(self.stable)


@dataclass(frozen=True)
class Candidate:
    """A finding that has something to say, with what folding needs."""

    warning: Warning
    rings: bool  # beyond the line, or not yet recovered from it
    is_material: bool  # enough to act on, were it real
    pace: float  # money lost a day since the onset

    @property
    def subject(self) -> Subject:
        return self.warning.subject


def warnings_of(
    findings: Sequence[Finding],
    episodes: pd.DataFrame,
    *,
    events: pd.DataFrame,
    as_of: date,
    currency: str | None,
    revenue_a_day: float,
    false_discovery_rate: float,
    charges: Collection[str] = frozenset(),
) -> Selected:
    """Every finding that speaks ends in exactly one of warnings, noted and suppressed.

    `episodes` is `episodes.current` with an `onset` (as estimated on `first_said`, part of the key) and, where known,
    `observed` and `expected` since it (money); without them onset and money are today's. `events` has kind,
    first_date, last_date, product_id, category, region, note. `revenue_a_day` is the company's mean of the last year,
    0 where unknown; `charges` are product_ids of no products.
    """
    known = {row["series_key"]: row for row in episodes.to_dict("records")}
    certain = _certain(findings, false_discovery_rate)
    suppressed, candidates = [], {}
    for finding, is_certain in zip(findings, certain, strict=True):
        episode = known.get(finding.subject.key, {})
        if not _speaks(finding, episode):
            continue
        candidate = _candidate(finding, episode, bool(is_certain), as_of, revenue_a_day)
        reason = _silenced(finding, episode, charges, as_of) or _trifle(candidate)
        if reason:
            suppressed.append(replace(candidate.warning, reason=reason))
        else:
            candidates[finding.subject.key] = candidate
    folded = _folded(candidates)
    suppressed += [replace(candidates[key].warning, reason=reason) for key, reason in folded.items()]
    kept = [candidate.warning for key, candidate in candidates.items() if key not in folded]
    noted = [replace(row, severity="noted", reason=reason) for row in kept if (reason := _event(row, events, as_of))]
    explained = {row.key for row in noted}
    return Selected(
        warnings=_worded((row for row in kept if row.key not in explained), currency, as_of),
        noted=_worded(noted, currency, as_of),
        suppressed=_worded(suppressed, currency, as_of),
        stable=_stable(findings, candidates, charges),
        unjudged=_unjudged(findings, charges),
    )


def _certain(findings, false_discovery_rate) -> np.ndarray:
    """e-BH over everything that was judged today."""
    scores = np.array([finding.evidence if finding.state in JUDGED else np.nan for finding in findings], dtype=float)
    return e_bh(np.exp(np.minimum(scores, LARGEST_EXPONENT)), false_discovery_rate=false_discovery_rate)


def _speaks(finding, episode) -> bool:
    return finding.state in SPEAKING or _is_warned(episode)


def _is_warned(episode) -> bool:
    """An episode is open that once rang."""
    return bool(episode) and bool(episode["is_open"]) and episode["state"] != WATCHED


def _silenced(finding, episode, charges, as_of) -> str:
    if finding.subject.product_id in charges:
        return wording.CHARGE
    if finding.state not in JUDGED:
        return wording.unjudged(finding.state)
    if episode and episode["state"] == CLEARED and pd.notna(episode["quiet_until"]):
        cleared, until = (_day(episode[name]) for name in ("cleared_date", "quiet_until"))
        return wording.quiet(cleared, until, as_of) if as_of <= until else ""
    return ""


def _trifle(candidate: Candidate) -> str:
    """Nobody watches what may be chance and would not matter if it were real."""
    is_trifle = candidate.warning.reason == wording.YOUNG and not candidate.is_material
    return wording.TRIFLE if is_trifle else ""


def _candidate(finding, episode, is_certain, as_of, revenue_a_day) -> Candidate:
    is_open = bool(episode) and bool(episode["is_open"])
    first_onset = (_day(episode.get("onset")) if is_open else None) or finding.onset or as_of
    said = (_day(episode["first_warned"]) or _day(episode["first_said"])) if is_open else as_of
    onset, observed, expected = _money(finding, episode if is_open else {}, first_onset)
    effect = observed / expected - 1.0 if expected > 0 else finding.effect_share
    stake = max(expected - observed, 0.0)
    pace = stake / ((as_of - onset).days + 1)
    rings = finding.state == "act" or (_is_warned(episode) and episode["state"] != RECOVERING)
    is_material = -effect >= METRICS[finding.metric].least_effect_share and pace >= LEAST_STAKE_SHARE * revenue_a_day
    warning = Warning(
        key=f"{finding.metric}:{finding.subject.key}:{first_onset.isoformat()}",
        kind=finding.metric,
        severity="act" if rings and is_material else "watch",
        subject=finding.subject,
        headline="",
        onset=onset,
        first_warned=said,
        observed=observed,
        expected=expected,
        effect_share=effect,
        effect_low=max(effect + finding.effect_low - finding.effect_share, -1.0),
        effect_high=effect + finding.effect_high - finding.effect_share,
        stake=stake,
        evidence=finding.evidence,
        probability=finding.probability,
        is_certain=is_certain,
    )
    reason = _standing(finding, episode, warning, rings, as_of)
    return Candidate(replace(warning, reason=reason), rings, is_material, pace)


def _money(finding, episode, first_onset) -> tuple[date, float, float]:
    """Since the onset as first said where the caller has summed it, else since today's; so date and money agree."""
    observed, expected = episode.get("observed", np.nan), episode.get("expected", np.nan)
    if pd.notna(observed) and pd.notna(expected):
        return first_onset, float(observed), float(expected)
    return finding.onset or first_onset, finding.observed, finding.expected


def _standing(finding, episode, warning, rings, as_of) -> str:
    state = episode.get("state")
    if _is_warned(episode) and state == RECOVERING:
        standing = wording.fading if finding.effect_high < 0 else wording.recovering
        return standing(warning.first_warned, as_of)
    if not rings:
        return wording.YOUNG
    if warning.severity == "watch":
        return wording.SMALL
    return wording.life(state if _is_warned(episode) else LASTING, warning.first_warned, as_of) if episode else ""


def _folded(candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Key -> why it is said in another's row; from the smallest parts upwards."""
    folded: dict[str, str] = {}

    def kept(*kinds: str) -> list[Candidate]:
        return [each for key, each in candidates.items() if key not in folded and each.subject.kind in kinds]

    parts = sorted(kept(*PARTS), key=lambda each: each.subject.product_id)
    for product_id, group in groupby(parts, key=lambda each: each.subject.product_id):
        folded.update(_product_folds(_of_product(kept("product"), product_id), list(group)))
    for category in kept("category"):
        products = [each for each in kept("product") if each.subject.category == category.subject.category]
        folded.update(_whole_folds(category, products, dominant=products, least=SEVERAL))
    for company in kept("company"):
        folded.update(_whole_folds(company, kept("category"), dominant=kept("category", "product"), least=1))
    return folded


def _of_product(products, product_id) -> Candidate | None:
    return next((each for each in products if each.subject.product_id == product_id), None)


def _product_folds(product: Candidate | None, parts: list[Candidate]) -> Iterator[tuple[str, str]]:
    """A product speaks for its parts unless only a part rings; and of regions and channels only one cut is told."""
    strongest = max(parts, key=lambda each: (each.rings, each.warning.evidence))
    if product and product.rings >= strongest.rings:
        yield from ((part.subject.key, wording.folded(part.subject, product.subject)) for part in parts)
        return
    if product:
        yield product.subject.key, wording.concentrated(product.subject, strongest.subject)
    for part in parts:
        if part.subject.kind != strongest.subject.kind:
            yield part.subject.key, wording.seen_otherwise(part.subject, strongest.subject)


def _whole_folds(whole, parts, *, dominant, least) -> Iterator[tuple[str, str]]:
    """A whole folds into the part that carries most of its loss; else several parts fold into the whole."""
    largest = max(dominant, key=lambda each: each.pace, default=None)
    if largest and largest.rings >= whole.rings and 0 < MOST_SHARE * whole.pace <= largest.pace:
        yield whole.subject.key, wording.carried(whole.subject, largest.subject)
        return
    falling = [part for part in parts if part.rings <= whole.rings]
    if len(falling) >= least:
        yield from ((part.subject.key, wording.folded(part.subject, whole.subject)) for part in falling)


def _event(warning: Warning, events: pd.DataFrame, as_of: date) -> str:
    """The sentence of the latest event on the subject's own days; empty where there is none."""
    own = [event for event in events.to_dict("records") if _is_own(event, warning.subject)]
    first = warning.onset - timedelta(days=ONSET_SLACK_DAYS)
    met = [event for event in own if _day(event["first_date"]) <= as_of and _day(event["last_date"]) >= first]
    if not met:
        return ""
    event = max(met, key=lambda each: _day(each["last_date"]))
    note = event.get("note")
    days = _day(event["first_date"]), _day(event["last_date"])
    return wording.explained(event["kind"], note if isinstance(note, str) else None, *days, as_of)


def _is_own(event, subject) -> bool:
    """Every part that the event names is the subject's. An event for everybody explains only the company's own fall."""
    scope = {name: event.get(name) for name in ("product_id", "category", "region")}
    named = {name: value for name, value in scope.items() if isinstance(value, str)}
    if not named:
        return subject.kind == "company"
    return all(getattr(subject, name) == value for name, value in named.items())


def _worded(rows: Iterable[Warning], currency, as_of) -> tuple[Warning, ...]:
    told = [replace(row, headline=wording.headline(row, currency, as_of)) for row in rows]
    return tuple(sorted(told, key=lambda row: (row.severity != "act", -np.nan_to_num(row.stake), row.key)))


def _stable(findings, candidates, charges) -> tuple[str, ...]:
    spoken_of = {candidate.subject.product_id for candidate in candidates.values()}
    return tuple(
        finding.subject.key
        for finding in _products(findings, charges)
        if finding.state == "stable" and finding.subject.product_id not in spoken_of
    )


def _unjudged(findings, charges) -> dict[str, int]:
    return dict(Counter(finding.state for finding in _products(findings, charges) if finding.state not in JUDGED))


def _products(findings, charges) -> list[Finding]:
    return [each for each in findings if each.subject.kind == "product" and each.subject.product_id not in charges]


def _day(value) -> date | None:
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()
