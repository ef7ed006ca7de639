"""Which few of all findings need somebody today, and what becomes of the rest?

One row per cause: parts fold into the whole that explains them, and a whole folds into the part that carries most of
it. What is not shown is listed with its reason.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from signals.metrics import METRICS
from signals.model import PART_KINDS, Finding, Subject, Verdict, Warning
from signals.stats.multiplicity import e_bh_of_logs
from signals.triage import folding, reasons, ruled, wording
from signals.triage.episodes import CLEARED, LASTING, NEW, PROVEN_EVIDENCE, RECOVERING, WATCHED
from signals.triage.explained import explanation
from signals.triage.folding import Candidate
from signals.triage.verdict_wording import WITHDRAWN_OR_OUT

LEAST_STAKE_SHARE = 0.0025  # of the company's revenue, lost at the present pace; less is watched, not acted on
TODAY_ROWS = 5  # what Today shows of the warnings; the rest is behind a link
SPEAKING = ("act", "watch")
JUDGED = ("act", "watch", "stable")


@dataclass(frozen=True)
class Selected:
    """What a morning says of one metric."""

    warnings: tuple[Warning, ...]  # act first, then by stake
    noted: tuple[Warning, ...]  # explained by a person, an event or a withdrawal
    suppressed: tuple[Warning, ...]  # each with its reason
    stable: tuple[str, ...]  # keys of the products of which nothing is said
    unjudged: Mapping[str, int]  # state -> products

    @property
    def stable_count(self) -> int:
        return len(self.stable)


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
    verdicts: Sequence[Verdict] = (),
    withdrawn_on: Mapping[str, date] | None = None,
) -> Selected:
    """Every finding that speaks ends in exactly one of warnings, noted and suppressed.

    `episodes` is `episodes.current` with an `onset` (as estimated on `first_said`, part of the key) and, where known,
    the `warning_key` it was said under and `observed` and `expected` since the onset (money); without them onset and
    money are today's. `events` has kind, first_date, last_date, product_id, category, region, note. `revenue_a_day` is
    the company's mean of the last year, 0 where unknown; `charges` are product_ids of no products; `verdicts` are
    `ruled.live` ones; `withdrawn_on` is by product_id.
    """
    known = {row["series_key"]: row for row in episodes.to_dict("records")}
    certain = _certain(findings, false_discovery_rate)
    speaking = {finding.subject.key for finding in findings if finding.state in SPEAKING}
    suppressed, candidates = [], {}
    for finding, is_certain in zip(findings, certain, strict=True):
        episode = known.get(finding.subject.key, {})
        if not _speaks(finding, episode):
            continue
        candidate = _candidate(finding, episode, bool(is_certain), as_of, revenue_a_day)
        reason = (
            _silenced(finding, episode, charges, as_of)
            or _with_product(finding, episode, known, speaking, as_of)
            or _trifle(candidate)
        )
        if reason:
            suppressed.append(replace(candidate.warning, reason=reason))
        else:
            candidates[finding.subject.key] = candidate
    folds = folding.folds(candidates)
    suppressed += [replace(candidates[key].warning, reason=reason) for key, reason in folds.items()]
    kept = [candidate.warning for key, candidate in candidates.items() if key not in folds]
    peaks = {key: (row["peak"], _day(row.get("peak_date")) or as_of) for key, row in known.items() if row["is_open"]}
    placed = ruled.placed(kept, verdicts, as_of, peaks=peaks)
    reasons_of = {row.key: explanation(row, events, as_of, withdrawn_on=withdrawn_on) for row in placed.unanswered}
    explained = [
        replace(row, severity="noted", reason=reasons_of[row.key]) for row in placed.unanswered if reasons_of[row.key]
    ]
    unexplained = [row for row in placed.unanswered if not reasons_of[row.key]]
    return Selected(
        warnings=_worded([*unexplained, *placed.confirmed], currency, as_of),
        noted=_worded([*explained, *placed.noted], currency, as_of),
        suppressed=_worded([*suppressed, *placed.suppressed], currency, as_of),
        stable=_stable(findings, candidates, charges),
        unjudged=_unjudged(findings, charges),
    )


def _certain(findings, false_discovery_rate) -> np.ndarray:
    """e-BH over everything that was judged today."""
    scores = np.array([finding.evidence if finding.state in JUDGED else np.nan for finding in findings], dtype=float)
    return e_bh_of_logs(scores, false_discovery_rate=false_discovery_rate)


def _speaks(finding, episode) -> bool:
    return finding.state in SPEAKING or _is_warned(episode)


def _is_warned(episode) -> bool:
    """An episode is open that once rang."""
    return bool(episode) and bool(episode["is_open"]) and episode["state"] != WATCHED


def _silenced(finding, episode, charges, as_of) -> str:
    if finding.subject.product_id in charges:
        return reasons.CHARGE
    if finding.state not in JUDGED:
        return reasons.unjudged(finding.state)
    if episode and episode["state"] == CLEARED and pd.notna(episode["quiet_until"]):
        cleared, until = (_day(episode[name]) for name in ("cleared_date", "quiet_until"))
        return reasons.quiet(cleared, until, as_of) if as_of <= until else ""
    return ""


def _with_product(finding, episode, known, speaking, as_of) -> str:
    """While its product keeps quiet after a warning, a part that recovers later or falls with it keeps quiet too."""
    subject = finding.subject
    if subject.kind not in PART_KINDS:
        return ""
    name = subject.name.removesuffix(f" in {subject.region or subject.channel}")
    product = Subject("product", name, product_id=subject.product_id)
    whole = known.get(product.key, {})
    if whole.get("state") != CLEARED or pd.isna(whole["quiet_until"]) or as_of > _day(whole["quiet_until"]):
        return ""
    if episode.get("state") == RECOVERING:
        return reasons.recovering_with(product, _day(whole["cleared_date"]), as_of)
    return reasons.quiet_with(product, _day(whole["quiet_until"]), as_of) if product.key in speaking else ""


def _trifle(candidate: Candidate) -> str:
    """Nobody watches what may be chance and would not matter if it were real."""
    is_trifle = candidate.warning.reason == reasons.YOUNG and not candidate.is_material
    return reasons.TRIFLE if is_trifle else ""


def _candidate(finding, episode, is_certain, as_of, revenue_a_day) -> Candidate:
    warning = warning_of(finding, episode, as_of, is_certain=is_certain)
    pace = warning.stake / ((as_of - warning.onset).days + 1)
    rings = finding.state == "act" or (_is_warned(episode) and episode["state"] != RECOVERING)
    least = METRICS[finding.metric].least_effect_share
    is_material = -warning.effect_share >= least and pace >= LEAST_STAKE_SHARE * revenue_a_day
    is_proven = pd.notna(episode.get("proven_date")) or finding.evidence >= PROVEN_EVIDENCE
    warning = replace(warning, severity="act" if rings and is_material and is_proven else "watch")
    reason = _standing(finding, episode, warning, rings, is_material, as_of)
    return Candidate(replace(warning, reason=reason), rings, is_material, pace)


def warning_of(finding: Finding, episode: Mapping, as_of: date, *, is_certain: bool = False) -> Warning:
    """A finding in the light of its open episode, not yet weighed or worded; an `episode` that is not open is empty."""
    if not (episode and episode["is_open"]):
        episode = {}
    first_onset = _day(episode.get("onset")) or finding.onset or as_of
    onset, observed, expected = _money(finding, episode, first_onset)
    effect = observed / expected - 1.0 if expected > 0 else finding.effect_share
    return Warning(
        key=_text(episode.get("warning_key")) or f"{finding.metric}:{finding.subject.key}:{first_onset.isoformat()}",
        kind=finding.metric,
        severity="watch",
        subject=finding.subject,
        headline="",
        onset=onset,
        first_warned=_day(episode.get("first_warned")) or _day(episode.get("first_said")) or as_of,
        observed=observed,
        expected=expected,
        effect_share=effect,
        effect_low=max(effect + finding.effect_low - finding.effect_share, -1.0),
        effect_high=effect + finding.effect_high - finding.effect_share,
        stake=max(expected - observed, 0.0),
        evidence=finding.evidence,
        probability=finding.probability,
        is_certain=is_certain,
        life=episode.get("state") or (NEW if finding.state == "act" else WATCHED),
    )


def _money(finding, episode, first_onset) -> tuple[date, float, float]:
    """Since the onset as first said where the caller has summed it, else since today's; so date and money agree."""
    observed, expected = episode.get("observed", np.nan), episode.get("expected", np.nan)
    if pd.notna(observed) and pd.notna(expected):
        return first_onset, float(observed), float(expected)
    return finding.onset or first_onset, finding.observed, finding.expected


def _standing(finding, episode, warning, rings, is_material, as_of) -> str:
    state = episode.get("state")
    if _is_warned(episode) and state == RECOVERING:
        standing = reasons.fading if finding.effect_high < 0 else reasons.recovering
        return standing(warning.first_warned, as_of)
    if not rings:
        return reasons.YOUNG
    if warning.severity == "watch":
        return reasons.unproven(warning.first_warned, as_of) if is_material else reasons.SMALL
    standing = reasons.life(state if _is_warned(episode) else LASTING, warning.first_warned, as_of) if episode else ""
    sells_nothing = warning.observed <= 0 and warning.subject.product_id is not None
    return f"{standing} {WITHDRAWN_OR_OUT}".strip() if sells_nothing else standing


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


def _text(value) -> str | None:
    return value if isinstance(value, str) else None
