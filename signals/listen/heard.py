"""What did a colleague hear from a customer? It becomes feedback like any other, with who heard it."""

from datetime import date

from signals.errors import RemarkRejected, UnknownRemark
from signals.store.company import now, record
from signals.store.connection import Connection
from signals.store.engine import Store

BY_HAND = 0  # in place of a load's number: no load takes it back
SOURCES = ("heard", "call", "visit")  # how a colleague comes to hear something
MOST_LETTERS = 4_000


def note(
    store: Store,
    customer_id: str,
    words: str,
    *,
    person: str,
    source: str,
    given_date: date,
    touchpoint: str | None = None,
) -> str:
    """Write down what the customer said, in their words; returns its feedback_id.

    Mornings are not computed anew for it: it counts from the next refresh on, and stands on the customer's page at
    once. Raises RemarkRejected for what says nothing.
    """
    said = _checked(words, source)
    with store.writing() as connection:
        if not connection.value("queries/is_customer", customer_id=customer_id):
            raise RemarkRejected(f"There is no customer {customer_id}.")
        feedback_id = f"by-hand-{source}-{connection.value('queries/next_remark_number')}"  # no export's own numbering
        row = {"load_id": BY_HAND, "feedback_id": feedback_id, "given_date": given_date, "received_at": now(),
               "customer_id": customer_id, "source": source, "touchpoint": touchpoint, "verbatim": said,
               "heard_by": person}  # fmt: skip
        connection.insert("feedback", [row])
        record(connection, person=person, verb="heard", subject=customer_id, detail=feedback_id)
    return feedback_id


def take_back(store: Store, feedback_id: str, *, person: str) -> None:
    """Remove a remark that was written down by hand. Raises UnknownRemark for any other feedback."""
    with store.writing() as connection:
        found = _by_hand(connection, feedback_id)
        if found is None:
            raise UnknownRemark(f"There is no remark {feedback_id} that was written down by hand.")
        connection.run("queries/delete_remark", feedback_id=feedback_id)
        record(connection, person=person, verb="take back", subject=found["customer_id"], detail=feedback_id)


def _by_hand(connection: Connection, feedback_id: str):
    rows = connection.rows("queries/remark", feedback_id=feedback_id)
    return rows[0] if rows else None


def _checked(words: str, source: str) -> str:
    said = words.strip()
    if source not in SOURCES:
        raise RemarkRejected(f"There is no source “{source}”; say one of: {', '.join(SOURCES)}.")
    if not said:
        raise RemarkRejected("Write down what the customer said.")
    if len(said) > MOST_LETTERS:
        raise RemarkRejected(f"A remark has at most {MOST_LETTERS:,} letters; this one has {len(said):,}.")
    return said
