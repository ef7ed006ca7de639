"""How do staged rows replace what is there, and how is a load taken back?

Each fact table has a twin, `superseded_<table>`, with one more column: `superseded_by`, the load that replaced or
removed the row. A row's chain of versions is therefore complete, and any load can be taken back in any order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from signals.store.connection import Connection

STAGED = "incoming"


@dataclass(frozen=True)
class FactTable:
    """A fact table: its columns without `load_id`, and those that make a row unique."""

    name: str
    columns: Sequence[str]
    key: Sequence[str]
    nullable_key: frozenset[str] = frozenset()  # parts of the key that may be missing, which is a value of its own

    @property
    def live(self) -> sa.TableClause:
        return sa.table(self.name, *map(sa.column, ("load_id", *self.columns)))

    @property
    def superseded(self) -> sa.TableClause:
        return sa.table(f"superseded_{self.name}", *map(sa.column, ("load_id", *self.columns, "superseded_by")))

    @property
    def staged(self) -> sa.TableClause:
        return sa.table(STAGED, *map(sa.column, self.columns))


@dataclass(frozen=True)
class Effect:
    """What staged rows do to a table (counts of rows)."""

    new: int
    replaced: int
    unchanged: int


def effect_of_staged(connection: Connection, facts: FactTable) -> Effect:
    """Compare the staged rows with the live ones, by key, without changing anything."""
    live, staged = facts.live, facts.staged
    values = [name for name in facts.columns if name not in facts.key]
    is_same = sa.and_(*(live.c[name].is_not_distinct_from(staged.c[name]) for name in values)) if values else sa.true()
    joined = sa.select(sa.func.count(), sa.func.coalesce(sa.func.sum(sa.case((is_same, 1), else_=0)), 0)).select_from(
        staged.join(live, _same_key(facts, staged, live))
    )
    met, unchanged = connection.raw.execute(joined).one()
    total = connection.raw.execute(sa.select(sa.func.count()).select_from(staged)).scalar_one()
    return Effect(new=total - met, replaced=met - int(unchanged), unchanged=int(unchanged))


def replace_by_staged(connection: Connection, facts: FactTable, load_id: int) -> None:
    """The staged rows become the live ones; the rows that they meet move to the twin."""
    live, staged = facts.live, facts.staged
    is_met = sa.exists().where(_same_key(facts, staged, live))
    moved = sa.select(live, sa.literal(load_id).label("superseded_by")).where(is_met)
    connection.raw.execute(facts.superseded.insert().from_select(list(facts.superseded.c.keys()), moved))
    connection.raw.execute(live.delete().where(is_met))
    arrived = sa.select(sa.literal(load_id).label("load_id"), *staged.c)
    connection.raw.execute(live.insert().from_select(list(live.c.keys()), arrived))


def take_back(connection: Connection, facts: FactTable, load_id: int) -> None:
    """Every row is as if the load had never been made, whatever was loaded since."""
    live, old = facts.live, facts.superseded
    own = old.alias("own")
    by_own = sa.and_(own.c.load_id == load_id, _same_key(facts, own, old))
    successor = sa.select(own.c.superseded_by).where(by_own).scalar_subquery()
    connection.raw.execute(
        old.update().where(old.c.superseded_by == load_id, sa.exists().where(by_own)).values(superseded_by=successor)
    )
    connection.raw.execute(old.delete().where(old.c.load_id == load_id))
    connection.raw.execute(live.delete().where(live.c.load_id == load_id))
    restored = sa.select(*(old.c[column.name] for column in live.c)).where(old.c.superseded_by == load_id)
    connection.raw.execute(live.insert().from_select(list(live.c.keys()), restored))
    connection.raw.execute(old.delete().where(old.c.superseded_by == load_id))


def _same_key(facts: FactTable, left: sa.FromClause, right: sa.FromClause) -> sa.ColumnElement[bool]:
    plain = [left.c[name] == right.c[name] for name in facts.key if name not in facts.nullable_key]
    missing_too = [left.c[name].is_not_distinct_from(right.c[name]) for name in facts.nullable_key]
    return sa.and_(*plain, *missing_too)  # PostgreSQL hashes equality only, so it is kept wherever it will do
