"""What do the months that a load touches hold, before it and after it?"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from signals.store.connection import Connection
from signals.store.facts import FactTable

Month = tuple[int, int]  # year and month


@dataclass(frozen=True)
class Touched:
    """The live amount of each month that staged, replaced or vanished rows are dated in."""

    before: dict[str, Decimal]
    after: dict[str, Decimal]


def touched_months(connection: Connection, facts: FactTable, *, dated: str, amount: str) -> Touched:
    """Needs the rows that were staged and set aside; changes nothing."""
    live = facts.live

    def sums(rows: sa.FromClause, *conditions: sa.ColumnElement[bool]) -> dict[Month, Decimal]:
        return _sums(connection, rows.c[dated], rows.c[amount], conditions)

    brought, replaced, gone = sums(facts.staged), sums(facts.met), sums(facts.vanished)
    months = sorted({*brought, *gone, *replaced})
    if not months:
        return Touched({}, {})
    there = sums(live, live.c[dated].between(_first_day(months[0]), _last_day(months[-1])))
    before = {month: there.get(month, Decimal(0)) for month in months}
    removed = sums(facts.vanished, facts.vanished.c.is_leaving)
    after = {
        month: before[month] - replaced.get(month, 0) + brought.get(month, 0) - removed.get(month, 0)
        for month in months
    }
    return Touched(_named(before), _named(after))


def _sums(connection: Connection, day: sa.ColumnElement, amount: sa.ColumnElement, conditions) -> dict[Month, Decimal]:
    year, month = sa.extract("year", day), sa.extract("month", day)
    totals = sa.select(year, month, sa.func.sum(amount)).where(*conditions).group_by(year, month)
    return {(int(row[0]), int(row[1])): Decimal(row[2]) for row in connection.raw.execute(totals)}


def _named(sums: dict[Month, Decimal]) -> dict[str, Decimal]:
    return {f"{year:04d}-{month:02d}": amount for (year, month), amount in sums.items()}


def _first_day(month: Month) -> date:
    return date(*month, 1)


def _last_day(month: Month) -> date:
    return date(*month, monthrange(*month)[1])
