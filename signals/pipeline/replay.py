"""What would have been said on each day of the company's past, and what became of it?"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.detectors import past
from signals.detectors.judgement import judged
from signals.detectors.past import Past
from signals.metrics import WATCH_EVIDENCE
from signals.model import ReplayedWarning, Warning
from signals.periods import Quarter, quarter_of
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.pipeline.holiday_calendar import holiday_rulings
from signals.pipeline.mornings import holidays_of
from signals.pipeline.rulings import rulings_of
from signals.settings import FALSE_DISCOVERY_RATE
from signals.triage import episodes, promise, select
from signals.triage.holiday_notes import with_holidays

TOLD_DAYS = 14  # between two sentences of progress


@dataclass(frozen=True)
class History:
    """All that the mornings of the past are selected from; no part of a day's looks at later days."""

    facts: Facts
    past: Past
    holidays: pd.DataFrame
    revenue: pd.Series  # the company's, by day

    @property
    def first_date(self) -> date | None:
        """The first day on which a series was judged; None where none ever was."""
        return None if self.past.first_judged_day is None else self.date_of(self.past.first_judged_day)

    def column(self, day: date) -> int:
        return int((np.datetime64(day, "D") - self.past.judgement.lines.first_day).astype(int))

    def date_of(self, column: int) -> date:
        return (self.past.judgement.lines.first_day + np.timedelta64(column, "D")).item()

    def series_quarters(self, first: date, last: date) -> float:
        """How much was judged: all series, in quarters."""
        return self.past.series_quarters(self.column(first), self.column(last))


def history_of(facts: Facts) -> History:
    """Costs as much as one morning, however many days are asked of it. What people decided takes no part."""
    holidays = holidays_of(facts)
    rulings = (*rulings_of((), facts.events, facts.lines, facts.as_of), *holiday_rulings(holidays))
    judgement = judged(facts.lines, facts.as_of, rulings=rulings)
    revenue = facts.lines.groupby("sold_date")["revenue"].sum()
    days = pd.date_range(revenue.index[0], pd.Timestamp(facts.as_of))
    return History(
        facts, past.named(past.past_of(judgement), facts.names), holidays, revenue.reindex(days, fill_value=0.0)
    )


def act_warnings(
    history: History, first: date, last: date, progress: Callable[[str], None] = lambda sentence: None
) -> list[tuple[date, Warning]]:
    """Every warning that was shown as Act, with the first day on which it was, as it was said then.

    What is shown within two weeks after its subject was last shown is the same warning going on.
    """
    shown: list[tuple[date, Warning]] = []
    last_shown: dict[str, date] = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        for warning in acts_on(history, day):
            before = last_shown.get(warning.subject.key)
            if before is None or (day - before).days > episodes.CLEARING_DAYS:
                shown.append((day, warning))
            last_shown[warning.subject.key] = day
        if offset % TOLD_DAYS == 0:
            progress(f"Replayed to {day.day} {day:%B %Y}…")
    return shown


def acts_on(history: History, day: date) -> tuple[Warning, ...]:
    """What the morning of a day would have shown as Act."""
    facts, column = history.facts, history.column(day)
    replay = past.replay_of(history.past, column - episodes.REPLAY_DAYS + 1, column)
    current = episodes.current(replay, day)
    is_ringing = current["is_open"] & ~current["state"].isin([episodes.WATCHED, episodes.RECOVERING])
    if not is_ringing.any():  # nothing else is ever shown as Act
        return ()
    speaks = current["is_open"] | (current["evidence"] >= WATCH_EVIDENCE)
    selected = select.warnings_of(
        past.findings_on(history.past, column, current.loc[speaks, "series_key"]),
        past.dated(history.past, current, column),
        events=facts.events[facts.events["first_date"] <= pd.Timestamp(day)],
        as_of=day,
        currency=facts.currency,
        revenue_a_day=_mean_day(history.revenue, day),
        false_discovery_rate=FALSE_DISCOVERY_RATE,
        withdrawn_on={product_id: on for product_id, on in facts.withdrawn_on.items() if on <= day},
    )
    selected = with_holidays(selected, history.holidays, day)
    return tuple(warning for warning in selected.warnings if warning.severity == "act")


def outcome_of(history: History, day: date, warning: Warning) -> ReplayedWarning:
    """What became of a warning that was first shown as Act on `day`, by the sales up to the facts' day."""
    booked, expected, base, is_seen = past.money_days(history.past, warning.subject.key)
    quarter = quarter_of(day, history.facts.company.calendar)
    last = history.column(history.facts.as_of)
    usual = past.without_fall(booked, expected, base, onset=history.column(warning.onset), last=last)
    after = history.column(day) + 1
    after_share = _share(booked, usual, after, after + promise.PROVING_DAYS, last)
    start, end = history.column(quarter.first_date), history.column(quarter.last_date) + 1
    is_over = end <= last + 1
    return ReplayedWarning(
        key=warning.key,
        subject=warning.subject,
        headline=warning.headline,
        first_warned=day,
        onset=warning.onset,
        effect_share=warning.effect_share,
        stake=warning.stake,
        quarter=quarter.name,
        lead_days_to_quarter_end=(quarter.last_date - day).days,
        quarter_actual=float(booked[max(start, 0) : end].sum()) if is_over and start >= 0 else None,
        quarter_expected=float(usual[start:end].sum()) if is_over and start >= 0 and is_seen[start] else None,
        quarter_last_year=_last_year(history, booked, quarter),
        after_share=after_share,
        outcome=promise.outcome(after_share),
    )


def _mean_day(revenue: pd.Series, day: date) -> float:
    """The company's mean day of the year up to `day`, of fewer days where there are not so many."""
    year = revenue.loc[pd.Timestamp(day - timedelta(days=YEAR_DAYS - 1)) : pd.Timestamp(day)]
    return float(year.mean()) if len(year) else 0.0


def _share(booked: np.ndarray, usual: np.ndarray, start: int, end: int, last: int) -> float | None:
    """None while the days run; a subject of which nothing was expected any more has not come back."""
    if end > last + 1:
        return None
    expected = usual[start:end].sum()
    return float(booked[start:end].sum() / expected - 1.0) if expected > 0 else -1.0


def _last_year(history: History, booked: np.ndarray, quarter: Quarter) -> float | None:
    first, last = (
        (pd.Timestamp(day) - pd.DateOffset(years=1)).date() for day in (quarter.first_date, quarter.last_date)
    )
    if history.revenue.index[0].date() > first:
        return None
    return float(booked[history.column(first) : history.column(last) + 1].sum())
