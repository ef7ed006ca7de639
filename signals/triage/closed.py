"""Which warnings that were said have ended lately, and how?"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

import pandas as pd

from signals.model import REAL, ClosedWarning, Verdict
from signals.triage import verdict_wording
from signals.triage.episodes import Said
from signals.triage.select import Selected

CLOSED_DAYS = 28  # a warning that ended stands in the list this long


def closed_warnings(
    episodes: pd.DataFrame,
    *,
    selected: Selected,
    said: Sequence[Said],
    verdicts: Sequence[Verdict],
    as_of: date,
) -> tuple[ClosedWarning, ...]:
    """The latest first: what a person has answered, what cleared by itself, what the data does not show any more.

    `episodes` is `episodes.continued`; `verdicts` are `ruled.live` ones. What was only watched ends in silence.
    """
    warned = {row.key for row in selected.warnings}
    answers = [each for each in verdicts if each.verdict != REAL and each.warning_key not in warned]
    answered = {each.warning_key for each in answers}
    listed = warned | answered | {row.key for row in (*selected.noted, *selected.suppressed)}
    rows = {row["series_key"]: row for row in episodes.to_dict("records")}
    ended = [
        *(ClosedWarning(each.warning, each.as_of, verdict_wording.answered(each, as_of)) for each in answers),
        *_ended([each for each in said if each.has_rung and each.warning.key not in listed], rows, as_of),
    ]
    lately = [each for each in ended if as_of - each.closed_date < timedelta(days=CLOSED_DAYS)]
    return tuple(sorted(lately, key=lambda each: (-each.closed_date.toordinal(), each.warning.key)))


def _ended(said: Sequence[Said], rows: Mapping[str, dict], as_of: date) -> Iterator[ClosedWarning]:
    for each in said:
        row = rows.get(each.warning.subject.key, {})
        cleared = _cleared_date(each, row)
        if cleared is None:
            day = each.last_day + timedelta(days=1)
            yield ClosedWarning(each.warning, day, verdict_wording.gone(day, as_of))
        else:
            is_last = row["warning_key"] == each.warning.key
            has_calmed = not is_last or pd.notna(row["quiet_until"])  # else it was not judged for too long
            calmed = verdict_wording.heard_no_more if each.warning.witness else verdict_wording.cleared
            how = calmed if has_calmed else verdict_wording.lapsed
            yield ClosedWarning(each.warning, cleared, how(cleared, as_of))


def _cleared_date(said: Said, row: Mapping) -> date | None:
    """The end of the episode that was said, or of the one before the series' present one; None where there is none."""
    if not row:
        return None
    cleared = row["cleared_date"] if row["warning_key"] == said.warning.key else row["previous_cleared"]
    return cleared.date() if pd.notna(cleared) and cleared > pd.Timestamp(said.last_day) else None
