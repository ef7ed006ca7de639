"""What does the Quarter page show, with what was really said on earlier days?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from signals.detectors.nowcast_replay import STEP_DAYS
from signals.errors import TooLittleHistory
from signals.model import Outlook, QuarterOfCompany, QuarterSaid
from signals.pipeline.refresh import morning
from signals.records import from_json
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.triage.names import NOT_STATED

NO_OUTLOOK = "Where the quarter lands could not be computed; Today says why."


def quarter(store: Store, as_of: date | None = None) -> QuarterOfCompany:
    """The running quarter of a day. Raises TooLittleHistory without sales."""
    told = morning(store, as_of)
    with store.reading() as connection:
        rows = connection.rows("queries/outlook", as_of=told.as_of)
        if not rows:
            raise TooLittleHistory(NO_OUTLOOK)
        outlook = from_json(Outlook, rows[0]["summary"])
        parts = connection.frame("queries/quarter_parts", as_of=told.as_of)
        names = connection.frame("marts/product_names", as_of=told.as_of)
        kept = company_said(connection)
    called = dict(zip(names["product_id"], names["product_name"].fillna(names["product_id"]), strict=True))
    parts["key"] = parts["key"].astype(object).where(parts["key"].notna(), None)
    named = [
        (called.get(key, key) if kind == "product" else key) or NOT_STATED
        for kind, key in zip(parts["kind"], parts["key"], strict=True)
    ]
    return QuarterOfCompany(
        as_of=told.as_of,
        currency=told.currency,
        days_left=(outlook.nowcast.last_date - told.as_of).days,
        outlook=replace(outlook, said=as_said(outlook.said, kept)),
        parts=parts.assign(name=named),
    )


def company_said(connection: Connection) -> list[QuarterSaid]:
    """What was said of the company on each day, the earliest first."""
    rows = connection.rows("queries/company_nowcasts")
    return [QuarterSaid(**row, day_in_quarter=0, run_rate=float("nan"), became=None, is_replayed=False) for row in rows]


def as_said(replayed: Sequence[QuarterSaid], kept: Sequence[QuarterSaid]) -> tuple[QuarterSaid, ...]:
    """For each week what was really said on its last day that said anything, else what would have been said.

    The day in the quarter, the run rate and what became of it are the replay's.
    """
    told = []
    for week in replayed:
        own = [
            each
            for each in kept
            if each.last_date == week.last_date and 0 <= (week.said_date - each.said_date).days < STEP_DAYS
        ]
        told.append(_as_it_was(week, own[-1]) if own else week)
    return tuple(told)


def _as_it_was(replay: QuarterSaid, said: QuarterSaid) -> QuarterSaid:
    day = replay.day_in_quarter - (replay.said_date - said.said_date).days
    return replace(said, day_in_quarter=day, run_rate=replay.run_rate, became=replay.became)
