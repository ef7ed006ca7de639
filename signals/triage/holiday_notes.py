"""Do public holidays explain a fall of the company or of a category?"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pandas as pd

from signals.metrics import listed, on_day
from signals.model import Warning
from signals.triage.select import Selected

KINDS = ("company", "category")  # a product is held against what else sold on the same days
HOLIDAY_SHARE = 0.2  # of the days since the onset; one holiday in a month explains nothing
NAMED = 3


def with_holidays(
    selected: Selected, holidays: pd.DataFrame, as_of: date, *, confirmed: Collection[str] = frozenset()
) -> Selected:
    """The rows that a holiday explains are noted, unless a person has confirmed them.

    `holidays` has first_date and note, a row a day; `confirmed` are keys of warnings.
    """
    asked = [row for row in selected.warnings if row.subject.kind in KINDS and row.key not in confirmed]
    told = {row.key: _explained(row, holidays, as_of) for row in asked}
    noted = [replace(row, severity="noted", reason=told[row.key]) for row in selected.warnings if told.get(row.key)]
    kept = tuple(row for row in selected.warnings if not told.get(row.key))
    return replace(selected, warnings=kept, noted=(*selected.noted, *noted))


def _explained(warning: Warning, holidays: pd.DataFrame, as_of: date) -> str:
    """The sentence; empty where too few of the days are holidays."""
    met = holidays[holidays["first_date"].between(pd.Timestamp(warning.onset), pd.Timestamp(as_of))]
    if len(met) < HOLIDAY_SHARE * ((as_of - warning.onset).days + 1):
        return ""
    named = [f"{row.note} ({on_day(row.first_date.date(), as_of)})" for row in met.head(NAMED).itertuples()]
    more = [f"{len(met) - NAMED} more"] if len(met) > NAMED else []
    return f"Noted: {listed([*named, *more])} {'falls' if len(met) == 1 else 'fall'} on these days."
