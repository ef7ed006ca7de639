"""What does a file on the bench change in the store: by key, by month, and by what it no longer holds?"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from signals.ingest.contract import SALES, Kind
from signals.ingest.described import to_cents
from signals.ingest.numbering import with_renumbered
from signals.ingest.profiles import VANISHED
from signals.ingest.strangers import notes_on_strangers
from signals.model import LoadReport
from signals.store.connection import Connection
from signals.store.facts import Lacking, effect_of_staged, keep
from signals.store.months import touched_months
from signals.store.vanished import first_vanished, let_go, set_aside_vanished, sums_of_vanished

VANISHED_SHOWN = 50
REMOVE = "remove"  # the answer that lets vanished rows go
WHOLES = {"sales": "order_id"}  # an export that holds an order holds all of its lines
DERIVED_FROM = {"line_kind": "product_name", "scale": "score"}  # a file that lacks the one does not tell the other
DEFAULTED = {"sales": "line_kind", "feedback": "source"}  # every row has one, also where the file tells none
KEPT = "kept"  # in the format of a load: the columns that its rows kept from those before them, needed to undo these
DESCRIBED = {"product_name": "product_id", "category": "product_id", "line_kind": "product_id",
             "customer_name": "customer_id"}  # columns of a sales line -> whom they describe # fmt: skip


def with_changes(connection: Connection, kind: Kind, report: LoadReport, answers: Mapping[str, str]) -> LoadReport:
    """The report of the staged rows, compared with the live ones; nothing live changes. It may ask."""
    lacking = _lacking(kind, report)
    effect = effect_of_staged(connection, kind.facts, lacking)
    report = replace(report, rows_new=effect.new, rows_replaced=effect.replaced, rows_unchanged=effect.unchanged)
    if lacking and effect.new < report.rows_accepted:
        report = _with_kept(connection, kind, report, lacking)
    report = _with_vanished(connection, kind, report, answers)
    report = _with_months(connection, kind, report)
    return replace(report, notes=(*report.notes, *notes_on_strangers(connection, kind)))


def _lacking(kind: Kind, report: LoadReport) -> Lacking:
    """The columns that neither stand in the file nor are derived from what does."""
    present = {*kind.key, *report.format["columns"]} | ({SALES.amount} if kind is SALES else set())
    names = [name for name in kind.facts.columns if not {name, DERIVED_FROM.get(name)} & present]
    described = DESCRIBED if kind is SALES else {}
    return {name: described.get(name) if described.get(name) not in names else None for name in names}


def _with_kept(connection: Connection, kind: Kind, report: LoadReport, lacking: Lacking) -> LoadReport:
    kept = keep(connection, kind.facts, lacking)
    absent = {name: described for name, described in lacking.items() if name != DEFAULTED.get(kind.name)}
    report = replace(report, format={**report.format, KEPT: absent})
    if not kept.rows:
        return report
    column, rows = ("column" if len(kept.columns) == 1 else "columns"), ("row keeps" if kept.rows == 1 else "rows keep")
    note = f"This file has no {column} {', '.join(kept.columns)}: {kept.rows:,} {rows} what stood there."
    return replace(report, notes=(*report.notes, note))


def _with_vanished(connection: Connection, kind: Kind, report: LoadReport, answers: Mapping[str, str]) -> LoadReport:
    facts = kind.facts
    gone = facts.vanished  # one object, since conditions on it are passed on
    span = (kind.date, report.first_date, report.last_date) if kind.date else None
    if not set_aside_vanished(connection, facts, whole=WHOLES.get(kind.name), span=span):
        return report
    if kind is SALES:
        report = with_renumbered(connection, report, answers)
    stays = ~gone.c.is_leaving
    count, amount = sums_of_vanished(connection, facts, kind.amount, stays)
    if count:
        worth = to_cents(amount) if kind.amount else None
        first = tuple(_as_text(row) for row in first_vanished(connection, facts, VANISHED_SHOWN, stays))
        report = replace(report, rows_vanished=count, vanished_amount=worth, vanished=first)
        said = _vanished_sentence(count, worth, is_removing=answers.get(VANISHED) == REMOVE)
        report = replace(report, hints=(*report.hints, said))
    if answers.get(VANISHED) == REMOVE:
        let_go(connection, facts, stays)
    return replace(report, rows_removed=sums_of_vanished(connection, facts, None, gone.c.is_leaving)[0])


def _vanished_sentence(count: int, amount: Decimal | None, *, is_removing: bool) -> str:
    rows, stand, they, them, stay = ("row", "stands", "it", "it", "stays") if count == 1 else (
        "rows", "stand", "they", "them", "stay"
    )  # fmt: skip
    worth = "" if amount is None else f" ({amount:,.2f})"
    found = f"{count:,} {rows}{worth} of earlier loads {stand} in this file no more"
    if is_removing:
        return f"{found}; the load removes {them}."
    return f"{found}; {they} {stay} unless you answer vanished=remove."


def _as_text(row: Mapping[str, object]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in row.items()}


def _with_months(connection: Connection, kind: Kind, report: LoadReport) -> LoadReport:
    if kind.date is None or kind.amount is None:
        return report
    touched = touched_months(connection, kind.facts, dated=kind.date, amount=kind.amount)
    return replace(report, by_month_before=_in_cents(touched.before), by_month_after=_in_cents(touched.after))


def _in_cents(amounts: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {month: to_cents(amount) for month, amount in amounts.items()}
