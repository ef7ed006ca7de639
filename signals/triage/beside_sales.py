"""How does bad news without a fall become a warning of its own: its key, its days, its headline?

It is watched, never acted on: one witness alone. An episode opens, rings and clears by the rules of the sales.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import nan

import pandas as pd

from signals.metrics import on_day
from signals.model import Subject, Warning, Witness
from signals.triage import reasons, ruled
from signals.triage.episodes import RECOVERING, Said
from signals.triage.names import capital, subject_name
from signals.triage.select import Selected

PREFERENCE, FEEDBACK = "preference_shift", "feedback_shift"
KINDS = {"first_choice": PREFERENCE}  # of a witness's metric; all others are FEEDBACK
RATIOS = ("first_choice", "negatives", "complaints", "theme")  # with a nothing to count from; a score has none
ALONE = "One witness alone is watched, not acted on."
NOTHING = Selected((), (), (), (), {})


def said_before(said: Sequence[Said]) -> dict[str, Said]:
    """By subject, what was last said of what customers say."""
    ordered = sorted((each for each in said if each.warning.witness), key=lambda each: each.last_day)
    return {each.warning.subject.key: each for each in ordered}


def warning_of(witness: Witness, episode: Mapping, as_of: date, *, sales: str) -> Warning:
    """A witness in the light of its episode, a row of `episodes.continued`; `sales` says how they stand."""
    onset, warned = (pd.Timestamp(episode[name]).date() for name in ("onset", "first_warned"))
    shares = _shares(witness)
    return Warning(
        key=episode["warning_key"] or key_of(witness, onset),
        kind=KINDS.get(witness.metric, FEEDBACK),
        severity="watch",
        subject=witness.subject,
        headline=f"{capital(witness.sentence)}{sales}.",
        onset=onset,
        first_warned=warned,
        observed=nan if witness.observed is None else witness.observed,
        expected=nan if witness.expected is None else witness.expected,
        effect_share=shares[0],
        effect_low=shares[1],
        effect_high=shares[2],
        stake=nan,
        evidence=float(episode["evidence"]),
        probability=None,
        is_certain=False,
        reason=f"{_standing(episode['state'], warned, as_of)} {ALONE}",
        life=episode["state"],
        witness=witness,
    )


def key_of(witness: Witness, onset: date) -> str:
    """metric:subject:onset, the metric with its scale or theme."""
    metric = "/".join(part for part in (witness.metric, witness.scale, witness.theme) if part)
    return f"{metric}:{witness.subject.key}:{onset.isoformat()}"


def told_by(warning: Warning, other: Subject) -> Warning:
    """Suppressed: what speaks is said in another row."""
    if warning.subject.product_id is not None and warning.subject.product_id == other.product_id:
        return replace(warning, reason=f"Said in the row of {subject_name(other)}: its sales have fallen as well.")
    without = f"without it, nothing new is heard of {subject_name(warning.subject)}"
    return replace(warning, reason=f"Said in the row of {subject_name(other)}: {without}.")


def selected(rows: Sequence[Warning], suppressed: Sequence[Warning], verdicts, episodes, as_of: date) -> Selected:
    """Where the verdicts put the rows; the strongest first. `verdicts` are `ruled.live` ones."""
    peaks = {each["series_key"]: (each["peak"], each["peak_date"].date()) for each in episodes.to_dict("records")}
    placed = ruled.placed(rows, verdicts, as_of, peaks=peaks)
    told = sorted([*placed.unanswered, *placed.confirmed], key=lambda row: (-row.evidence, row.key))
    return Selected(tuple(told), tuple(placed.noted), (*suppressed, *placed.suppressed), (), {})


def _shares(witness: Witness) -> tuple[float, float, float]:
    """The change as a share of what was before, with its interval; missing where a ratio says nothing."""
    before = witness.expected
    if witness.metric not in RATIOS or not before or before <= 0 or witness.effect_low is None:
        return nan, nan, nan
    return (
        witness.observed / before - 1.0,
        max(witness.effect_low / before, -1.0),
        witness.effect_high / before,
    )


def _standing(state: str, warned: date, as_of: date) -> str:
    if state == RECOVERING:
        return f"First warned on {on_day(warned, as_of)}; it is heard less."
    return reasons.life(state, warned, as_of)
