"""Which loads were made, by whom, and what did each of them refuse?"""

from collections.abc import Mapping

from signals.errors import UnknownLoad
from signals.ingest.reports import kept_report, kept_text
from signals.model import LoadReport, Refusal
from signals.store.company import now
from signals.store.connection import Connection
from signals.store.engine import Store

NUL_SHOWN = "␀"  # PostgreSQL keeps no NUL
COUNTED = (
    "load_id", "kind", "state", "rows_read", "rows_accepted", "rows_new", "rows_replaced", "rows_unchanged",
    "rows_rejected", "first_date", "last_date", "amount",
)  # fmt: skip


def listing(store: Store) -> list[LoadReport]:
    """All loads, the newest first."""
    with store.reading() as connection:
        return [kept_report(row) for row in connection.rows("queries/loads")]


def rejects(store: Store, load_id: int) -> tuple[Refusal, ...]:
    """The lines that a load refused."""
    with store.reading() as connection:
        rows = connection.rows("queries/load_rejects", load_id=load_id)
    return tuple(
        Refusal(row["line"], row["reason"], row["message"], row["column_name"], row["value"], row["line_to"])
        for row in rows
    )


def enter(connection: Connection, report: LoadReport, content_hash: str, person: str) -> None:
    """Write a load down."""
    row = {name: getattr(report, name) for name in COUNTED} | {
        "file_name": report.file,
        "content_hash": content_hash,
        "loaded_at": now(),
        "loaded_by": person,
        "report": kept_text(report),
    }
    connection.insert("loads", [row])
    connection.insert("load_rejects", [_refused(report.load_id, entry) for entry in report.rejects])


def load_row(connection: Connection, load_id: int) -> Mapping[str, object]:
    """Raises UnknownLoad."""
    rows = connection.rows("queries/load", load_id=load_id)
    if not rows:
        raise UnknownLoad(f"There is no load {load_id}.")
    return rows[0]


def _refused(load_id: int, entry: Refusal) -> dict[str, object]:
    return {
        "load_id": load_id,
        "line": entry.line,
        "line_to": entry.line_to,
        "column_name": entry.column,
        "reason": entry.reason,
        "value": entry.value and entry.value.replace("\0", NUL_SHOWN),
        "message": entry.message.replace("\0", NUL_SHOWN),
    }
