"""Which bad news do customers tell although the sales are as usual, since when, under which key?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from signals.detectors.shift import BAD, GOOD, Shift
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.model import ClosedWarning, Finding, Subject, Warning, Witness
from signals.pipeline.facts import Facts
from signals.pipeline.voices import Voices, series_of, shifts_before, voices_of, witness_from
from signals.triage import episodes
from signals.triage.beside_sales import NOTHING, said_before, selected, told_by, warning_of
from signals.triage.closed import CLOSED_DAYS, closed_warnings
from signals.triage.select import JUDGED, Selected
from signals.triage.witnesses import PRICE_GAP, SPEAKING, alone

SETTLED_DAYS = episodes.CLEARING_DAYS + episodes.QUIET_DAYS  # nothing worth watching: what was before is another story
CALM = -1.0  # S of bad news where good news speaks


@dataclass(frozen=True)
class BesideSales:
    """What is said of bad news without a fall."""

    selected: Selected = NOTHING
    closed: tuple[ClosedWarning, ...] = ()


@dataclass(frozen=True)
class _History:
    """What was said of some series on the days up to the facts'."""

    days: Mapping[tuple[str, date], Shift]  # by series and day
    replay: pd.DataFrame  # day, series_key, evidence


def beside_sales(
    facts: Facts, spoken: Sequence[Witness], rows: Sequence[Warning], findings: Sequence[Finding]
) -> BesideSales:
    """Nothing of a product of which `rows`, the warnings of the sales, speak; one row a subject."""
    said = said_before(facts.said)
    found = {each.subject.key: each for each in alone(spoken, rows)}
    lately = {
        key: each.warning.witness for key, each in said.items() if (facts.as_of - each.last_day).days <= CLOSED_DAYS
    }
    if not (found or lately):
        return BesideSales()
    voices = voices_of(facts)
    leads = {
        key: [each for each in (lately.get(key), *(_voicing(spoken, key) if key in found else ())) if each]
        for key in {**lately, **found}
    }
    history = _history(facts, voices, [each for pair in leads.values() for each in pair])
    table = _episodes(history, leads, said)
    shown, suppressed = [], []
    for row in table.to_dict("records"):
        if not (row["is_open"] and pd.notna(row["first_warned"])):
            continue
        shift = _last_spoken(history, row["series"], facts.as_of)
        warning = warning_of(witness_from(facts, shift, facts.as_of), row, facts.as_of, sales=_sales(shift, findings))
        other = _other(warning, facts, voices, spoken, rows)
        suppressed += [told_by(warning, other)] if other else []
        shown += [] if other else [warning]
    verdicts = [each for each in facts.verdicts if each.warning.witness]
    chosen = selected(shown, suppressed, verdicts, table, facts.as_of)
    return BesideSales(
        chosen,
        closed_warnings(table, selected=chosen, said=list(said.values()), verdicts=verdicts, as_of=facts.as_of),
    )


def _history(facts: Facts, voices: Voices, leads: Sequence[Witness]) -> _History:
    """Back to where all of them had been settled, or as far as the sales are replayed."""
    series = {shift.key: shift for shift in map(series_of, leads)}
    worth = dict.fromkeys(series, 0)  # days back, when each was last worth watching
    days, rows = {}, []
    for back, (day, told) in enumerate(shifts_before(voices, facts, list(series.values()))):
        for shift in told:
            days[shift.key, day] = shift
            if shift.evidence is not None:
                evidence = CALM if shift.direction == GOOD else shift.evidence
                rows.append((pd.Timestamp(day), shift.key, evidence))
                worth[shift.key] = back if evidence >= WATCH_EVIDENCE else worth[shift.key]
        if back - max(worth.values()) >= SETTLED_DAYS or back + 1 >= episodes.REPLAY_DAYS:
            break
    return _History(days, pd.DataFrame(rows, columns=["day", "series_key", "evidence"]))


def _episodes(
    history: _History, leads: Mapping[str, Sequence[Witness]], said: Mapping[str, episodes.Said]
) -> pd.DataFrame:
    """One row a subject: of what was said before while that is open, else of what speaks now; keys and days go on."""
    as_of = max((day for _, day in history.days), default=None)
    if history.replay.empty or as_of is None:
        return episodes.continued(pd.DataFrame(columns=episodes.COLUMNS), []).assign(series=None)
    current = episodes.current(history.replay, as_of).set_index("series_key")
    rows, same = [], []
    for key, pair in leads.items():
        own = [series_of(each).key for each in pair if series_of(each).key in current.index]
        if not own:
            continue
        chosen = _chosen(current, own, said.get(key))
        rows.append(current.loc[chosen].to_dict() | {"series_key": key, "series": chosen})
        if key in said and series_of(said[key].warning.witness).key == chosen:
            same.append(said[key])
    table = pd.DataFrame(rows, columns=[*episodes.COLUMNS, "series"])
    table = episodes.continued(table, same)
    onsets = [_onset(history, row) for row in table.to_dict("records")]
    return table.assign(onset=pd.to_datetime(pd.Series(onsets, index=table.index)).astype("datetime64[s]"))


def _voicing(spoken: Sequence[Witness], subject_key: str) -> list[Witness]:
    """All bad news of a subject: which of them has spoken longest does not hang on which is the strongest today."""
    return [
        each
        for each in spoken
        if each.subject.key == subject_key and each.is_bad and each.state in SPEAKING and each.metric != PRICE_GAP
    ]


def _chosen(current: pd.DataFrame, own: Sequence[str], said: episodes.Said | None) -> str:
    """Of a subject's series that which was said before while it is open, else that which has been open longest."""
    is_open = [each for each in own if current.loc[each, "is_open"]]
    if not is_open:
        return own[0]
    if said and (before := series_of(said.warning.witness).key) in is_open:
        return before
    return min(is_open, key=lambda each: current.loc[each, "first_said"])


def _onset(history: _History, row: Mapping) -> date | None:
    """As first said, else as it was seen on the first day that was worth saying."""
    if pd.notna(row["onset"]):
        return row["onset"].date()
    shift = history.days.get((row["series"], row["first_said"].date()))
    return shift.onset if shift else None


def _last_spoken(history: _History, series: str, as_of: date) -> Shift:
    """What was said when the series last spoke; an open episode once did."""
    return history.days[series, max(_speaking_days(history, series))]


def _speaking_days(history: _History, series: str) -> Iterator[date]:
    for (key, day), shift in history.days.items():
        if key == series and shift.state in SPEAKING and shift.direction == BAD:
            yield day


def _sales(shift: Shift, findings: Sequence[Finding]) -> str:
    """How the sales stand, as the end of a sentence; nothing of a touchpoint, which has none."""
    kind = "product" if shift.product_id is not None else "company"
    if shift.touchpoint is not None and shift.product_id is None:
        return ""
    own = [
        each for each in findings if each.subject.kind == kind and each.subject.product_id in (shift.product_id, None)
    ]
    is_judged = any(each.state in JUDGED for each in own)
    return "; sales are as usual" if is_judged else "; its sales cannot be judged"


def _other(
    warning: Warning, facts: Facts, voices: Voices, spoken: Sequence[Witness], rows: Sequence[Warning]
) -> Subject | None:
    """Who tells it already: a warning of the product's sales, or the product without which a whole has no news."""
    product_id = warning.subject.product_id
    if product_id is not None:
        return next((row.subject for row in rows if row.subject.product_id == product_id), None)
    parts = [each.subject for each in spoken if each.is_bad and each.subject.product_id]
    parts += [row.subject for row in rows if row.subject.product_id]
    if not parts or warning.evidence < ACT_EVIDENCE:
        return None
    left = _without(voices, {each.product_id for each in parts})
    series = series_of(warning.witness)
    _, told = next(shifts_before(left, facts, [series]))
    still = any(each.state == "act" and each.direction == BAD for each in told)
    return None if still else parts[0]


def _without(voices: Voices, product_ids: set[str]) -> Voices:
    """What customers said of everything else."""
    feedback, orders = voices.feedback, voices.orders_a_day
    return replace(
        voices,
        feedback=feedback[~feedback["product_id"].isin(product_ids)],
        orders_a_day=orders[~orders["product_id"].isin(product_ids)],
    )
