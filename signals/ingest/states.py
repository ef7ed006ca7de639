"""Which lines are in a state that is no sale: cancelled, voided, refunded, or only looked at?"""

from signals.ingest.bench import Bench
from signals.ingest.checks import refuse_where
from signals.ingest.headings import folded
from signals.ingest.understanding import Understanding
from signals.model import Question

UNSOLD, LEAVE_OUT, COUNT = "unsold", "leave_out", "count"  # an answer's key and its values
NAMED_STATES = 4  # in a sentence

UNSOLD_STATES = frozenset(
    {
        "cancelled", "canceled", "cancel", "void", "voided", "refunded", "returned", "failed", "declined", "rejected",
        "abandoned", "expired", "trash", "draft", "checkout draft", "deleted", "chargeback", "closed lost", "storniert",
        "abgebrochen", "annulliert", "erstattet", "annule", "annulee", "rembourse", "remboursee", "cancelado",
        "cancelada", "anulado", "anulada", "reembolsado", "annullato", "stornato", "rimborsato",
    }
)  # fmt: skip


def ask_unsold(bench: Bench, found: Understanding) -> None:
    """Make `unsold` (status): the states of lines that are no sales. A refund that is booked below zero is one."""
    rows = bench.execute(
        "SELECT status, count(*) FROM typed WHERE status IS NOT NULL "
        f"AND {_not_below_zero(found)} GROUP BY status ORDER BY count(*) DESC, status"
    ).fetchall()
    sold = frozenset(found.system.sold) if found.system else frozenset()
    states = {name: lines for name, lines in rows if _is_unsold(name, sold)}
    bench.execute("CREATE TABLE unsold (status VARCHAR)")
    if not states:
        return
    bench.connection.executemany("INSERT INTO unsold VALUES (?)", [(name,) for name in states])
    told = ", ".join(f"{name} ({lines:,})" for name, lines in list(states.items())[:NAMED_STATES])
    if found.answers.get(UNSOLD) not in (LEAVE_OUT, COUNT):
        text = f"By {found.headings['status']} some lines are no sales: {told}. Leave them out, or count them?"
        found.questions.append(Question("unsold_lines", UNSOLD, text, (LEAVE_OUT, COUNT)))
    elif found.answers[UNSOLD] == COUNT:
        found.notes.append(f"Lines in these states of {found.headings['status']} are counted: {told}.")


def _not_below_zero(found: Understanding) -> str:
    amounts = [name for name in ("revenue", "quantity") if found.has(name)]
    return " AND ".join(f"coalesce({name}, 0) >= 0" for name in amounts)


def _is_unsold(state: str, sold: frozenset[str]) -> bool:
    return folded(state) not in sold if sold else folded(state) in UNSOLD_STATES


def refuse_unsold(bench: Bench, found: Understanding) -> None:
    if found.has("status") and found.answers.get(UNSOLD) == LEAVE_OUT:
        refuse_where(
            bench,
            f"status IN (SELECT status FROM unsold) AND {_not_below_zero(found)}",
            "status",
            "not_sold",
            "A line in this state is no sale; it is left out, as was answered.",
            found.headings,
        )
