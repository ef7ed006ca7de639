"""What becomes of a row on which a person has given a verdict?

A verdict holds from its own day until it is reverted; of several on one warning the last one holds. What was said to be
expected or a false alarm holds for the series and its parts, however their next warning is called. A data error and a
new normal change the evidence itself, before any row exists.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from signals.metrics import ACT_EVIDENCE
from signals.model import DATA_ERROR, EXPECTED, FALSE_ALARM, NEW_NORMAL, REAL, Verdict, Warning
from signals.triage import verdict_wording
from signals.triage.episodes import WORSE_FACTOR
from signals.triage.verdict_wording import ERROR_DAYS, NORMAL_DAYS

EXPECTED_DAYS = 28  # from the day of the verdict, unless the person says until when
LONGEST_REASON = 1000  # characters


@dataclass(frozen=True)
class Placed:
    """Rows where the verdicts put them."""

    unanswered: list[Warning]  # nobody has explained them away
    confirmed: list[Warning]
    noted: list[Warning]
    suppressed: list[Warning]


def live(verdicts: Iterable[Verdict], as_of: date) -> list[Verdict]:
    """Those that take part in a day's morning: the last one given on each warning, the first given first."""
    last = {
        each.warning_key: each
        for each in sorted(verdicts, key=lambda one: one.verdict_id)
        if each.is_live and each.as_of <= as_of
    }
    return sorted(last.values(), key=lambda each: each.verdict_id)


def placed(
    rows: Iterable[Warning], verdicts: Sequence[Verdict], as_of: date, *, peaks: Mapping[str, tuple[float, date]]
) -> Placed:
    """`verdicts` are `live` ones; `peaks` are the highest evidence of a series' open episode and its day."""
    found = Placed([], [], [], [])
    for row in rows:
        peak = peaks.get(row.subject.key, (row.evidence, as_of))
        verdict = _verdict_on(row, verdicts, as_of, peak)
        if verdict is None:
            broken = _broken(row, verdicts, as_of)
            found.unanswered.append(replace(row, reason=f"{row.reason} {broken}".strip()))
        elif verdict.verdict == REAL:
            reason = f"{row.reason} {verdict_wording.confirmed(verdict, as_of)}".strip()
            found.confirmed.append(replace(row, reason=reason))
        elif verdict.verdict == EXPECTED:
            reason = verdict_wording.expected(verdict, as_of)
            found.noted.append(replace(row, severity="noted", reason=reason))
        else:
            found.suppressed.append(replace(row, reason=_silence(verdict, as_of)))
    return found


def confirmed_keys(verdicts: Sequence[Verdict]) -> frozenset[str]:
    """Of the warnings that a person called real. `verdicts` are `live` ones."""
    return frozenset(each.warning_key for each in verdicts if each.verdict == REAL)


def judged_count(verdicts: Sequence[Verdict]) -> int:
    """Warnings marked Act on which a person has given a verdict. `verdicts` are `live` ones."""
    return sum(each.is_act for each in verdicts)


def noise_count(verdicts: Sequence[Verdict]) -> int:
    """Of them, those that were false alarms or errors of the data."""
    return sum(each.is_act and each.verdict in (FALSE_ALARM, DATA_ERROR) for each in verdicts)


def _verdict_on(row: Warning, verdicts: Sequence[Verdict], as_of: date, peak: tuple[float, date]) -> Verdict | None:
    """The warning's own verdict, else the last one that silences its series; None where none has an effect today."""
    own = [each for each in verdicts if each.warning_key == row.key]
    asked = own or [each for each in verdicts if _covers(each.warning, row)]
    speaking = [each for each in asked if (each.verdict == REAL and own) or _silences(each, row, as_of, peak)]
    return speaking[-1] if speaking else None


def _silences(verdict: Verdict, row: Warning, as_of: date, peak: tuple[float, date]) -> bool:
    if verdict.verdict == EXPECTED:
        return verdict.first_date <= as_of <= verdict.last_date
    until = _quiet_until(verdict)
    if until is not None:
        before = max(verdict.warning.evidence, ACT_EVIDENCE)  # what was judged when young or fading is no measure
        highest = max(row.evidence, peak[0]) if peak[1] > verdict.as_of else row.evidence  # once broken it stays so
        return as_of <= until and not highest > WORSE_FACTOR * before
    return False


def _quiet_until(verdict: Verdict) -> date | None:
    """The last day of the silence that a verdict asks for unless the evidence grows; None where it asks for none."""
    if verdict.verdict == FALSE_ALARM:
        return verdict.last_date
    days = {DATA_ERROR: ERROR_DAYS, NEW_NORMAL: NORMAL_DAYS}.get(verdict.verdict)
    return verdict.as_of + timedelta(days=days) if verdict.warning.witness and days else None


def _silence(verdict: Verdict, as_of: date) -> str:
    if verdict.verdict == FALSE_ALARM:
        return verdict_wording.false_alarm(verdict, as_of)
    return verdict_wording.quiet(verdict, _quiet_until(verdict), as_of)


def _broken(row: Warning, verdicts: Sequence[Verdict], as_of: date) -> str:
    """Why a row speaks again that a person silenced."""
    silenced = [each for each in verdicts if _quiet_until(each) and _covers(each.warning, row)]
    is_early = silenced and as_of <= _quiet_until(silenced[-1])
    return verdict_wording.louder(silenced[-1], as_of) if is_early else ""


def _covers(judged: Warning, row: Warning) -> bool:
    whole, subject = judged.subject, row.subject
    is_part = whole.kind == "product" and subject.product_id == whole.product_id
    return judged.kind == row.kind and (subject.key == whole.key or is_part)
