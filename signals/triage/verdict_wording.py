"""How is it said what a person said of a warning, and how a warning ended?

The person's words stand between quotation marks; making them inert is the page's work.
"""

from collections.abc import Mapping
from datetime import date

from signals.metrics import on_day
from signals.model import DATA_ERROR, EXPECTED, FALSE_ALARM, NEW_NORMAL, REAL, Verdict, Warning
from signals.stats.shifts import BEFORE_DAYS, WINDOWS_DAYS
from signals.triage.episodes import CLEARING_DAYS, LAPSING_DAYS, QUIET_DAYS

WITHDRAWN_OR_OUT = "Withdrawn, or out of stock?"
ERROR_DAYS, NORMAL_DAYS = max(WINDOWS_DAYS), BEFORE_DAYS  # until no window, and until the year before, holds only that
EFFECTS = {  # what each does to the mathematics, in half a line
    REAL: "it stays, and says who confirmed it",
    EXPECTED: "noted until the last day below, then it speaks again",
    DATA_ERROR: "the days below count for nothing",
    FALSE_ALARM: f"silent for {QUIET_DAYS} days unless the evidence grows by half; counted as noise",
    NEW_NORMAL: "what is sold now becomes what is expected; a further fall warns anew",
}


EFFECTS_ON_WORDS = EFFECTS | {  # of what customers say, which has no expectation that could be learnt anew
    DATA_ERROR: f"silent for {ERROR_DAYS} days unless the evidence grows by half",
    NEW_NORMAL: f"silent for {NORMAL_DAYS} days, until the year before holds it, unless the evidence grows by half",
}


def effects(warning: Warning) -> Mapping[str, str]:
    """What each verdict on a warning does, in half a line."""
    return EFFECTS_ON_WORDS if warning.witness else EFFECTS


def confirmed(verdict: Verdict, as_of: date) -> str:
    return f"Confirmed by {_plain(verdict.person)} on {on_day(verdict.as_of, as_of)}: {_words(verdict)}."


def expected(verdict: Verdict, as_of: date) -> str:
    return f"Expected until {on_day(verdict.last_date, as_of)}: {_said(verdict, as_of)}."


def false_alarm(verdict: Verdict, as_of: date) -> str:
    until = on_day(verdict.last_date, as_of)
    return f"A false alarm: {_said(verdict, as_of)}. Quiet until {until} unless it is half as strong again."


def quiet(verdict: Verdict, until: date, as_of: date) -> str:
    """Of what customers say."""
    what = {DATA_ERROR: "A data error", NEW_NORMAL: "The new normal"}[verdict.verdict]
    return f"{what}: {_said(verdict, as_of)}. Quiet until {on_day(until, as_of)} unless it is half as strong again."


def louder(verdict: Verdict, as_of: date) -> str:
    """Why what was silenced speaks again."""
    said = {FALSE_ALARM: "a false alarm", DATA_ERROR: "a data error", NEW_NORMAL: "the new normal"}[verdict.verdict]
    return f"It was called {said} on {on_day(verdict.as_of, as_of)}; the evidence has grown by half since."


def answered(verdict: Verdict, as_of: date) -> str:
    """How a warning ended that a person closed."""
    on_words = {DATA_ERROR: "A data error", NEW_NORMAL: "The new normal"}
    if verdict.warning.witness and verdict.verdict in on_words:
        return f"{on_words[verdict.verdict]}; {_said(verdict, as_of)}."
    how = {
        EXPECTED: f"Expected until {on_day(verdict.last_date, as_of)}",
        DATA_ERROR: f"A data error, {_days(verdict, as_of)}, which counts for nothing",
        FALSE_ALARM: "A false alarm",
        NEW_NORMAL: "The new normal: what is expected was learnt anew",
    }[verdict.verdict]
    return f"{how}; {_said(verdict, as_of)}."


def cleared(cleared_date: date, as_of: date) -> str:
    return f"Cleared by itself on {on_day(cleared_date, as_of)}, after {CLEARING_DAYS} days without a sign of a fall."


def heard_no_more(cleared_date: date, as_of: date) -> str:
    return f"Cleared by itself on {on_day(cleared_date, as_of)}, after {CLEARING_DAYS} days in which it was not heard."


def lapsed(cleared_date: date, as_of: date) -> str:
    return f"Ended on {on_day(cleared_date, as_of)}: it could not be judged for {LAPSING_DAYS} days."


def gone(closed_date: date, as_of: date) -> str:
    return f"Gone since {on_day(closed_date, as_of)}: the data as it is now does not show it."


def withdrawn(day: date, as_of: date) -> str:
    return f"Noted: withdrawn on {on_day(day, as_of)}."


def told(verdict: Verdict, as_of: date) -> str:
    """A verdict in a list: what, for which days where they matter, why."""
    days = f", {_days(verdict, as_of)}" if verdict.verdict in (EXPECTED, DATA_ERROR, NEW_NORMAL) else ""
    return f"{verdict.verdict.capitalize()}{days}: {_words(verdict)}."


def given(verdict: Verdict, as_of: date) -> str:
    """Who gave it for which day, and who took it back."""
    by = f"By {_plain(verdict.person)} on {on_day(verdict.as_of, as_of)}"
    if verdict.is_live:
        return f"{by}."
    return f"{by}; reverted by {_plain(verdict.reverted_by or '')} on {on_day(verdict.reverted_at.date(), as_of)}."


def _said(verdict: Verdict, as_of: date) -> str:
    return f"{_words(verdict)} ({_plain(verdict.person)}, {on_day(verdict.as_of, as_of)})"


def _words(verdict: Verdict) -> str:
    return f"“{_plain(verdict.reason)}”"


def _days(verdict: Verdict, as_of: date) -> str:
    first, last = on_day(verdict.first_date, as_of), on_day(verdict.last_date, as_of)
    return first if first == last else f"{first} to {last}"


def _plain(text: str) -> str:
    """On one line."""
    return " ".join(text.split())
