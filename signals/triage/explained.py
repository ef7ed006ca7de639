"""What that is known explains a row: a product that was withdrawn, an event on the same days?"""

from collections.abc import Mapping
from datetime import date, timedelta

import pandas as pd

from signals.model import Warning
from signals.triage import reasons
from signals.triage.verdict_wording import withdrawn

ONSET_SLACK_DAYS = 7  # an onset is known to about a week, the shortest window


def explanation(
    warning: Warning, events: pd.DataFrame, as_of: date, *, withdrawn_on: Mapping[str, date] | None = None
) -> str:
    """The sentence of what explains it; empty where nothing does. `withdrawn_on` is by product_id."""
    day = (withdrawn_on or {}).get(warning.subject.product_id)
    if day is not None and day <= as_of:
        return withdrawn(day, as_of)
    return _event(warning, events, as_of)


def _event(warning: Warning, events: pd.DataFrame, as_of: date) -> str:
    """The latest event on the subject's own days."""
    own = [event for event in events.to_dict("records") if _is_own(event, warning.subject)]
    first = warning.onset - timedelta(days=ONSET_SLACK_DAYS)
    met = [event for event in own if _day(event["first_date"]) <= as_of and _day(event["last_date"]) >= first]
    if not met:
        return ""
    event = max(met, key=lambda each: _day(each["last_date"]))
    note = event.get("note")
    days = _day(event["first_date"]), _day(event["last_date"])
    return reasons.explained(event["kind"], note if isinstance(note, str) else None, *days, as_of)


def _is_own(event, subject) -> bool:
    """Every part that the event names is the subject's. An event for everybody explains only the company's own fall."""
    scope = {name: event.get(name) for name in ("product_id", "category", "region")}
    named = {name: value for name, value in scope.items() if isinstance(value, str)}
    if not named:
        return subject.kind == "company"
    return all(getattr(subject, name) == value for name, value in named.items())


def _day(value) -> date:
    return pd.Timestamp(value).date()
