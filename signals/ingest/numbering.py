"""Do lines of a file stand in the store under the other way of numbering, and do the file's take their place?

A line is known by its number or, where an export has none, by its product and place (`P1/1`). So an order that was
exported in both ways meets none of its own keys, and adding it would count it twice.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import sqlalchemy as sa

from signals.ingest.contract import SALES
from signals.ingest.described import asking, to_cents
from signals.ingest.profiles import NUMBERING
from signals.model import LoadReport, Question
from signals.store.connection import Connection
from signals.store.vanished import forget_vanished, let_go, sums_of_vanished

REPLACE, ADD = "replace", "add"
FACTS = SALES.facts


def with_renumbered(connection: Connection, report: LoadReport, answers: Mapping[str, str]) -> LoadReport:
    """Of the vanished lines those leave that are numbered otherwise, if the file holds the products of their order.

    Where it holds others, the file's lines may be further lines of that order: that is asked. A file that brings no
    new line asks nothing: it was told before.
    """
    gone, staged = FACTS.vanished, FACTS.staged
    is_same_order = staged.c.order_id == gone.c.order_id
    is_otherwise = sa.and_(_is_numbered_otherwise(report), sa.exists().where(is_same_order))
    if not sums_of_vanished(connection, FACTS, None, is_otherwise)[0]:
        return report
    is_held = sa.exists().where(is_same_order, staged.c.product_id == gone.c.product_id)
    others = sa.select(gone.c.order_id).where(is_otherwise, ~is_held).distinct()
    orders = connection.raw.execute(sa.select(sa.func.count()).select_from(others.subquery())).scalar_one()
    answer = answers.get(NUMBERING)
    if orders and report.rows_new and answer not in (REPLACE, ADD):
        return asking(report, _question(report, orders))
    if answer == ADD:
        forget_vanished(connection, FACTS, is_otherwise, gone.c.order_id.in_(others))
    is_replaced = is_otherwise if answer == REPLACE else sa.and_(is_otherwise, gone.c.order_id.not_in(others))
    let_go(connection, FACTS, is_replaced)
    return replace(report, notes=(*report.notes, *_note(connection, report)))


def _is_numbered_otherwise(report: LoadReport) -> sa.ColumnElement[bool]:
    line = FACTS.vanished.c
    beginning = sa.func.substr(line.line_number, 1, sa.func.length(line.product_id) + 1)
    is_place = beginning == line.product_id + "/"
    return is_place if _has_numbers(report) else sa.not_(is_place)


def _has_numbers(report: LoadReport) -> bool:
    return "line_number" in report.format["columns"]


def _note(connection: Connection, report: LoadReport) -> list[str]:
    gone, staged = FACTS.vanished, FACTS.staged
    count, amount = sums_of_vanished(connection, FACTS, SALES.amount, gone.c.is_leaving)
    if not count:
        return []
    leaving = sa.select(gone.c.order_id).where(gone.c.is_leaving).distinct()
    arriving = sa.select(sa.func.count(), sa.func.sum(staged.c.revenue)).where(staged.c.order_id.in_(leaving))
    lines, worth = connection.raw.execute(arriving).one()
    orders = connection.raw.execute(sa.select(sa.func.count()).select_from(leaving.subquery())).scalar_one()
    here = _lines(count, amount).replace(" (", f" of {_orders(orders)} (")
    stood = "stood here without line numbers" if _has_numbers(report) else "stood here with line numbers"
    return [f"{here} {stood}; {_lines(lines, worth)} of this file take their place."]


def _question(report: LoadReport, orders: int) -> Question:
    here, file = ("without", "with") if _has_numbers(report) else ("with", "without")
    text = (
        f"Lines of {_orders(orders)} stand here {here} line numbers, and this file holds other products of them {file} "
        f"line numbers. Answer {REPLACE} if it holds all of these orders, {ADD} if its lines come in addition."
    )
    return Question("ambiguous_numbering", NUMBERING, text, (REPLACE, ADD))


def _lines(count: int, amount: Decimal) -> str:
    noun = "line" if count == 1 else "lines"
    return f"{count:,} {noun} ({to_cents(Decimal(amount)):,.2f})"


def _orders(count: int) -> str:
    return "1 order" if count == 1 else f"{count:,} orders"
