"""Which products and customers does a file name that no list of the company holds?"""

import sqlalchemy as sa

from signals.ingest.charges import PRODUCT
from signals.ingest.contract import Kind
from signals.store.connection import Connection

LISTS = {"product_id": "products", "customer_id": "customers"}
NAMED = 3  # ids in a note


def notes_on_strangers(connection: Connection, kind: Kind) -> list[str]:
    """One note for each list that holds anything and lacks ids of the staged rows; charges are no products."""
    lists = {column: name for column, name in LISTS.items() if column in kind.facts.columns and name != kind.name}
    notes = (_note(connection, kind, column, name) for column, name in lists.items())
    return [note for note in notes if note]


def _note(connection: Connection, kind: Kind, column: str, name: str) -> str | None:
    known = sa.table(name, sa.column(column))
    if connection.raw.execute(sa.select(known.c[column]).limit(1)).first() is None:
        return None
    unknown = _unknown(kind, column, known)
    totals = sa.select(sa.func.count(), sa.func.sum(unknown.c.lines), sa.func.sum(unknown.c.amount))
    ids, lines, amount = connection.raw.execute(totals).one()
    if not ids:
        return None
    most = sa.select(unknown.c[column]).order_by(unknown.c.lines.desc(), unknown.c[column]).limit(NAMED)
    named = ", ".join(connection.raw.execute(most).scalars()) + (" …" if ids > NAMED else "")
    noun, worth = column.removesuffix("_id"), f", {amount:,.2f}" if kind.amount else ""
    if ids == 1:
        return f"1 {noun} ({_lines(lines)}{worth}) is in no {noun} list; it is kept under its id: {named}"
    return f"{ids:,} {name} ({_lines(lines)}{worth}) are in no {noun} list; they are kept under their ids: {named}"


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{int(count):,} lines"


def _unknown(kind: Kind, column: str, known: sa.TableClause) -> sa.Subquery:
    """The staged ids that are not in the list, with their lines and amount."""
    staged = kind.facts.staged
    conditions = [staged.c[column].is_not(None), ~sa.exists().where(known.c[column] == staged.c[column])]
    if column == "product_id" and "line_kind" in staged.c:
        conditions.append(staged.c.line_kind == PRODUCT)
    amount = sa.func.sum(staged.c[kind.amount]) if kind.amount else sa.cast(None, sa.Numeric)
    rows = sa.select(staged.c[column], sa.func.count().label("lines"), amount.label("amount"))
    return rows.where(*conditions).group_by(staged.c[column]).subquery()
