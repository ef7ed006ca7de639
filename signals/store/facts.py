"""How do staged rows replace what is there, how are rows removed, and how is a load taken back?

Each fact table has a twin, `superseded_<table>`, with two more columns: `superseded_by`, the load that replaced or
removed the row, and `is_removal`, true of a row that says only that its load removed the key. So every load's word
about a key is a version, the versions of a key are a chain from load to load, and any load can be taken out of it.
The end of a chain is a live row or a removal that nothing superseded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import sqlalchemy as sa

from signals.store.connection import Connection

STAGED = "incoming"  # temporary tables: the file's rows,
MET = "met"  # the live rows with the keys of staged ones,
VANISHED = "vanished"  # those that the file holds no more,
TOUCHED = "touched"  # and the keys of a load that is taken back

Lacking = Mapping[str, str | None]  # a column that the file does not have -> the id that it describes, if any:
# what was a product's name says nothing of another product


@dataclass(frozen=True)
class FactTable:
    """A fact table: its columns without `load_id`, and those that make a row unique."""

    name: str
    columns: Sequence[str]
    key: Sequence[str]
    nullable_key: frozenset[str] = frozenset()  # parts of the key that may be missing, which is a value of its own

    @cached_property
    def live(self) -> sa.TableClause:
        return sa.table(self.name, *map(sa.column, ("load_id", *self.columns)))

    @cached_property
    def superseded(self) -> sa.TableClause:
        names = ("load_id", *self.columns, "superseded_by", "is_removal")
        return sa.table(f"superseded_{self.name}", *map(sa.column, names))

    @cached_property
    def staged(self) -> sa.TableClause:
        return sa.table(STAGED, *map(sa.column, self.columns))

    @cached_property
    def met(self) -> sa.TableClause:
        return sa.table(MET, *map(sa.column, ("load_id", *self.columns, "is_same")))

    @cached_property
    def vanished(self) -> sa.TableClause:
        return sa.table(VANISHED, *map(sa.column, ("load_id", *self.columns, "is_leaving")))

    @cached_property
    def touched(self) -> sa.TableClause:
        return sa.table(TOUCHED, *map(sa.column, self.key))

    def same_key(self, left: sa.FromClause, right: sa.FromClause) -> sa.ColumnElement[bool]:
        plain = [left.c[name] == right.c[name] for name in self.key if name not in self.nullable_key]
        missing_too = [left.c[name].is_not_distinct_from(right.c[name]) for name in self.nullable_key]
        return sa.and_(*plain, *missing_too)  # PostgreSQL hashes equality only, so it is kept wherever it will do


@dataclass(frozen=True)
class Effect:
    """What staged rows do to a table (counts of rows)."""

    new: int
    replaced: int
    unchanged: int


@dataclass(frozen=True)
class Kept:
    """What staged rows took over from the rows that they meet."""

    rows: int
    columns: Sequence[str]


def effect_of_staged(connection: Connection, facts: FactTable, lacking: Lacking) -> Effect:
    """Compare the staged rows with the live ones, by key: sets aside those that they meet, and changes nothing.

    What the file lacks is taken as the same; `keep` makes it so.
    """
    live, staged, met = facts.live, facts.staged, facts.met
    values = [name for name in facts.columns if name not in facts.key and name not in lacking]
    is_same = sa.and_(sa.true(), *(live.c[name].is_not_distinct_from(staged.c[name]) for name in values))
    names = ", ".join(live.c.keys())
    connection.execute(f"CREATE TEMPORARY TABLE {MET} AS SELECT {names}, TRUE AS is_same FROM {facts.name} LIMIT 0")
    meeting = sa.select(live, is_same).select_from(staged.join(live, facts.same_key(staged, live)))
    connection.raw.execute(met.insert().from_select(list(met.c.keys()), meeting))
    unchanged = sa.func.coalesce(sa.func.sum(sa.case((met.c.is_same, 1), else_=0)), 0)
    met_count, unchanged_count = connection.raw.execute(sa.select(sa.func.count(), unchanged).select_from(met)).one()
    total = connection.raw.execute(sa.select(sa.func.count()).select_from(staged)).scalar_one()
    return Effect(new=total - met_count, replaced=met_count - int(unchanged_count), unchanged=int(unchanged_count))


def keep(connection: Connection, facts: FactTable, lacking: Lacking) -> Kept:
    """Staged rows take what the rows that they meet hold in columns that the file lacks."""
    staged, met = facts.staged, facts.met
    is_met = facts.same_key(staged, met)
    is_of_same = _is_of_same(lacking, staged, met)
    is_told = {
        name: sa.and_(met.c[name].is_not(None), met.c[name].is_distinct_from(staged.c[name]), is_of_same[name])
        for name in lacking
    }
    is_any = sa.or_(sa.false(), *is_told.values())
    counts = [sa.func.coalesce(sa.func.sum(sa.case((each, 1), else_=0)), 0) for each in (is_any, *is_told.values())]
    rows, *told = connection.raw.execute(sa.select(*counts).select_from(staged.join(met, is_met))).one()
    if rows:
        values = {name: sa.case((is_told[name], met.c[name]), else_=staged.c[name]) for name in lacking}
        connection.raw.execute(staged.update().where(is_met, is_any).values(values))
    return Kept(int(rows), tuple(name for name, count in zip(lacking, told, strict=True) if count))


def replace_by_staged(connection: Connection, facts: FactTable, load_id: int) -> None:
    """The staged rows become the live ones; the rows that they meet move to the twin."""
    live, old, staged = facts.live, facts.superseded, facts.staged
    _supersede(connection, facts, facts.met, load_id)
    was_removed = sa.and_(old.c.is_removal, old.c.superseded_by.is_(None), facts.same_key(staged, old))
    connection.raw.execute(old.update().where(was_removed).values(superseded_by=load_id))
    arrived = sa.select(sa.literal(load_id).label("load_id"), *staged.c)
    connection.raw.execute(live.insert().from_select(list(live.c.keys()), arrived))


def remove_vanished(connection: Connection, facts: FactTable, load_id: int) -> None:
    """The vanished rows that were let go leave the live ones, and the load that removed them says so."""
    old, leaving = facts.superseded, sa.select(facts.vanished).where(facts.vanished.c.is_leaving).subquery()
    _supersede(connection, facts, leaving, load_id)
    values = [leaving.c[name] for name in facts.columns]
    removals = sa.select(sa.literal(load_id), *values, sa.true())
    connection.raw.execute(old.insert().from_select(["load_id", *facts.columns, "is_removal"], removals))


def take_back(connection: Connection, facts: FactTable, load_id: int, later: Mapping[int, Lacking]) -> None:
    """Every row is as if the load had never been made, whatever was loaded since.

    `later`: the later loads, the first first, whose rows kept what stood there, and the columns that they lack.
    """
    if later:
        _note_keys(connection, facts, load_id)
    _take_out(connection, facts, load_id)
    for keeping, lacking in later.items():
        for rows in (facts.live, facts.superseded):
            _keep_anew(connection, facts, rows, keeping, lacking)


def _take_out(connection: Connection, facts: FactTable, load_id: int) -> None:
    live, old = facts.live, facts.superseded
    own = old.alias("own")
    is_before_own = sa.and_(own.c.load_id == load_id, old.c.superseded_by == load_id, facts.same_key(own, old))
    connection.raw.execute(old.update().where(is_before_own).values(superseded_by=own.c.superseded_by))
    connection.raw.execute(old.delete().where(old.c.load_id == load_id))
    connection.raw.execute(live.delete().where(live.c.load_id == load_id))
    connection.raw.execute(old.update().where(old.c.superseded_by == load_id).values(superseded_by=None))
    is_restored = sa.and_(old.c.superseded_by.is_(None), sa.not_(old.c.is_removal))
    restored = sa.select(*(old.c[column.name] for column in live.c)).where(is_restored)
    connection.raw.execute(live.insert().from_select(list(live.c.keys()), restored))
    connection.raw.execute(old.delete().where(is_restored))


def _note_keys(connection: Connection, facts: FactTable, load_id: int) -> None:
    """Make the temporary table `touched`: the keys that the load says anything about."""
    connection.execute(f"CREATE TEMPORARY TABLE {TOUCHED} AS SELECT {', '.join(facts.key)} FROM {facts.name} LIMIT 0")
    for rows in (facts.live, facts.superseded):
        keys = sa.select(*(rows.c[name] for name in facts.key)).where(rows.c.load_id == load_id)
        connection.raw.execute(facts.touched.insert().from_select(list(facts.key), keys))


def _keep_anew(connection: Connection, facts: FactTable, rows: sa.TableClause, load_id: int, lacking: Lacking) -> None:
    """The load's touched rows keep what stands before them now, or nothing."""
    touched, before = facts.touched, facts.superseded.alias("before")
    is_before = sa.and_(facts.same_key(touched, before), before.c.superseded_by == load_id, ~before.c.is_removal)
    values = [before.c[name] for name in facts.columns if name not in facts.key]
    kept = sa.select(*touched.c, *values).select_from(touched.outerjoin(before, is_before)).subquery("kept")
    is_of_same = _is_of_same(lacking, kept, rows)
    anew = {name: sa.case((is_of_same[name], kept.c[name])) for name in lacking}
    is_own = sa.and_(rows.c.load_id == load_id, facts.same_key(kept, rows))
    own = sa.and_(is_own, ~rows.c.is_removal) if "is_removal" in rows.c else is_own
    connection.raw.execute(rows.update().where(own).values(anew))


def _is_of_same(lacking: Lacking, left: sa.FromClause, right: sa.FromClause) -> dict[str, sa.ColumnElement[bool]]:
    """For each column, whether what it describes is the same in both rows."""
    return {
        name: left.c[described].is_not_distinct_from(right.c[described]) if described else sa.true()
        for name, described in lacking.items()
    }


def _supersede(connection: Connection, facts: FactTable, rows: sa.FromClause, load_id: int) -> None:
    """The live rows that were set aside move to the twin."""
    live, old = facts.live, facts.superseded
    names = live.c.keys()
    moved = sa.select(*(rows.c[name] for name in names), sa.literal(load_id), sa.false())
    if connection.raw.execute(old.insert().from_select([*names, "superseded_by", "is_removal"], moved)).rowcount:
        connection.raw.execute(live.delete().where(sa.exists().where(facts.same_key(rows, live))))
