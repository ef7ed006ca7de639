"""What do the first lines of the day say: how far the data reaches, and what needs the reader?"""

from collections.abc import Mapping
from datetime import date, timedelta

from signals.metrics import counted, counted_in_words, full_day, listed, number, on_day, short_day
from signals.model import DataState, Morning
from signals.triage.names import place

NAMED_LATE = 3  # regions; more are counted
KINDS = {"region": "region", "channel": "channel", "source": "export"}
STATES = {
    "learning": "still learning",
    "too_few_orders": "with too few orders to say",
    "stopped": "no longer selling",
    "missing_data": "with data missing",
}


def today(morning: Morning) -> str:
    """What needs the reader, in one or two sentences; nothing is called quiet that was not looked at."""
    acts = [warning for warning in morning.warnings if warning.severity == "act"]
    if acts:
        verb = "thing needs" if len(acts) == 1 else "things need"
        return f"{number(len(acts))} {verb} you. {acts[0].headline}"
    if not (morning.stable_count or morning.warnings or morning.noted):
        return f"Nothing can be judged yet: {_unjudged(morning.unjudged)}."
    return f"{_nothing(morning)}{_watched(morning)}{_stable(morning)}."


def failed(morning: Morning) -> str:
    """What could not be computed, a sentence each; empty on a good day."""
    return " ".join(morning.failures)


def _nothing(morning) -> str:
    late = _told_once(morning)
    if not late:
        return "Nothing needs you as far as could be computed" if morning.failures else "Nothing needs you"
    if len(late) == 1:
        since = on_day(late[0].last_date, morning.as_of)
        return f"Nothing needs you as far as the data goes, but {_silent(late[0])} since {since}"
    counts = {kind: sum(state.kind == kind for state in late) for kind in KINDS}
    told = [counted_in_words(count, noun) for kind, noun in KINDS.items() if (count := counts[kind])]
    return f"Nothing needs you as far as the data goes, but {listed(told)} are late"


def _silent(state: DataState) -> str:
    if state.kind == "region":
        return f"{place(state.name)} has sent nothing"
    return f"nothing has come in via {state.name}" if state.kind == "channel" else f"no {state.name} export has come in"


def _told_once(morning: Morning) -> list[DataState]:
    """The late ones; a source that is late with its own region or channel is not told again."""
    late = [state for state in morning.late if state.days_late > 0]
    days = {state.last_date for state in late if state.kind != "source"}
    return [state for state in late if state.kind != "source" or state.last_date not in days]


def _watched(morning) -> str:
    watched = sum(warning.severity == "watch" for warning in morning.warnings)
    return f"; {counted(watched, 'thing')} to watch" if watched else ""


def _stable(morning) -> str:
    if not morning.stable_count:
        return ""
    weeks = f" for {counted(morning.stable_weeks, 'week')}" if morning.stable_weeks else ""
    return f"; {counted(morning.stable_count, 'product')} stable{weeks}"


def _unjudged(counts: Mapping[str, int]) -> str:
    told = [f"{counted(counts[state], 'product')} {words}" for state, words in STATES.items() if counts.get(state)]
    return listed(told) if told else "there is no product with sales"


def data_line(morning: Morning) -> str:
    """How far the data reaches, and how much of what is shown is noise."""
    parts = [f"data to {full_day(morning.data_through)}"]
    if morning.data_through > morning.as_of:
        parts.append(f"judged to {short_day(morning.as_of, morning.as_of)}")
    if morning.regions_count > 1:
        parts.append(_regions(morning))
    parts += _other_late(morning)
    if morning.false_discovery_rate > 0:
        one_in = number(round(1 / morning.false_discovery_rate))
        parts.append(f"about 1 in {one_in} of those marked Act is noise{_so_far(morning)}")
    return " · ".join(parts)


def _so_far(morning) -> str:
    """The promise beside what people found."""
    if not morning.judged_count:
        return ""
    return f" (so far {number(morning.noise_count)} of {number(morning.judged_count)})"


def _regions(morning) -> str:
    late = [state for state in morning.late if state.kind == "region" and state.days_late > 0]
    if not late:
        return f"all {number(morning.regions_count)} regions in"
    told = [f"{state.name}: to {short_day(state.last_date, morning.as_of)}" for state in late[:NAMED_LATE]]
    if len(late) > NAMED_LATE:
        told.append(f"{number(len(late) - NAMED_LATE)} more")
    return (
        f"{number(morning.regions_count - len(late))} of {number(morning.regions_count)} regions in ({', '.join(told)})"
    )


def rhythm(state: DataState) -> str:
    """Daily, weekly, monthly, or every so many days."""
    days = state.usual_gap_days
    named = {1: "daily", 7: "weekly"} | dict.fromkeys(range(28, 32), "monthly")
    return named.get(days, f"every {number(days)} days")


def standing(state: DataState, as_of: date) -> str:
    if state.days_late:
        return f"late by {counted(state.days_late, 'selling day' if state.usual_gap_days == 1 else 'day')}"
    return "in time, the next is due" if state.is_awaited(as_of) else "in"


def _other_late(morning) -> list[str]:
    """Channels and sources that are late."""
    late = [state for state in _told_once(morning) if state.kind != "region"]
    told = [
        f"{state.name}{' export' if state.kind == 'source' else ''} late since "
        f"{short_day(state.last_date + timedelta(days=state.usual_gap_days), morning.as_of)}"
        for state in late[:NAMED_LATE]
    ]
    return told + ([f"{number(len(late) - NAMED_LATE)} more late"] if len(late) > NAMED_LATE else [])
