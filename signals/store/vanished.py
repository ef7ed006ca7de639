"""Which live rows does a file no longer hold, though it exports what they belong to once more?

A live row has vanished if its key is not staged and
(a) it belongs to a whole (an order) of which other rows are staged, or
(b) it is dated between the first and the last staged day and belongs to an earlier load of which at least half of the
    rows so dated are staged: the file exports that source again. Where rows have no date, all of a load's rows count.
A load's rows are those that it brought, also those that another load replaced since.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import sqlalchemy as sa

from signals.store.connection import Connection
from signals.store.facts import VANISHED, FactTable

Span = tuple[str, date, date]  # the column of the date, first and last staged day


def set_aside_vanished(connection: Connection, facts: FactTable, *, whole: str | None, span: Span | None) -> int:
    """Make the temporary table `vanished`; how many rows stand in it. `whole`: the column that names the order."""
    live, staged, vanished = facts.live, facts.staged, facts.vanished
    names = ", ".join(live.c.keys())
    connection.execute(
        f"CREATE TEMPORARY TABLE {VANISHED} AS SELECT {names}, FALSE AS is_leaving FROM {facts.name} LIMIT 0"
    )
    is_gone = ~sa.exists().where(facts.same_key(staged, live))
    is_of_whole = sa.exists().where(staged.c[whole] == live.c[whole]) if whole else sa.false()
    loads = _exported_again(connection, facts, span)
    of_wholes = sa.select(live, sa.false()).where(is_of_whole, is_gone)
    of_loads = sa.select(live, sa.false()).where(
        live.c.load_id.in_(loads), _is_within(live, span), is_gone, ~is_of_whole
    )
    for rows in [of_wholes] * bool(whole) + [of_loads] * bool(loads):
        connection.raw.execute(vanished.insert().from_select(list(vanished.c.keys()), rows))
    return sums_of_vanished(connection, facts, None)[0]


def let_go(connection: Connection, facts: FactTable, condition: sa.ColumnElement[bool]) -> None:
    """These of the vanished rows leave with the load; the others stay."""
    connection.raw.execute(facts.vanished.update().where(condition).values(is_leaving=True))


def forget_vanished(connection: Connection, facts: FactTable, *conditions: sa.ColumnElement[bool]) -> None:
    """These have not vanished after all."""
    connection.raw.execute(facts.vanished.delete().where(*conditions))


def sums_of_vanished(
    connection: Connection, facts: FactTable, column: str | None, *conditions: sa.ColumnElement[bool]
) -> tuple[int, Decimal]:
    """How many they are, and the sum of a column of theirs."""
    amount = sa.func.coalesce(sa.func.sum(facts.vanished.c[column]), 0) if column else sa.literal(0)
    sums = sa.select(sa.func.count(), amount).select_from(facts.vanished).where(*conditions)
    count, total = connection.raw.execute(sums).one()
    return count, Decimal(total)


def first_vanished(
    connection: Connection, facts: FactTable, count: int, *conditions: sa.ColumnElement[bool]
) -> list[dict[str, object]]:
    """The first of them by key."""
    vanished = facts.vanished
    rows = (
        sa.select(*(vanished.c[column.name] for column in facts.live.c))
        .where(*conditions)
        .order_by(*(vanished.c[name] for name in facts.key))
        .limit(count)
    )
    return [dict(row) for row in connection.raw.execute(rows).mappings()]


def _exported_again(connection: Connection, facts: FactTable, span: Span | None) -> Sequence[int]:
    """The loads of whose rows at least half are staged."""
    live, old, staged = facts.live, facts.superseded, facts.staged
    needed = ["load_id", *facts.key]
    brought = sa.union_all(
        sa.select(*(live.c[name] for name in needed)).where(_is_within(live, span)),
        sa.select(*(old.c[name] for name in needed)).where(_is_within(old, span), sa.not_(old.c.is_removal)),
    ).subquery()
    repeated = sa.func.count(staged.c[facts.key[0]])
    loads = (
        sa.select(brought.c.load_id)
        .select_from(brought.outerjoin(staged, facts.same_key(brought, staged)))
        .group_by(brought.c.load_id)
        .having(repeated < sa.func.count(), 2 * repeated >= sa.func.count())
    )
    return connection.raw.execute(loads).scalars().all()


def _is_within(rows: sa.FromClause, span: Span | None) -> sa.ColumnElement[bool]:
    if span is None:
        return sa.true()
    column, first, last = span
    return rows.c[column].between(first, last)
