"""Who was asked to do what about a customer or a warning, by when, and is it done?"""

from datetime import date

from signals.errors import ActionRejected, UnknownAction
from signals.model import Action
from signals.store.company import now, record
from signals.store.connection import Connection
from signals.store.engine import Store

OPEN, DONE, DROPPED = STATES = ("open", "done", "dropped")
MOST_LETTERS = 1_000


def assign(
    store: Store,
    what: str,
    *,
    owner: str,
    person: str,
    due_date: date | None = None,
    customer_id: str | None = None,
    warning_key: str | None = None,
) -> Action:
    """Ask `owner` to do something about one customer or one warning. Raises ActionRejected for what says nothing."""
    assert (customer_id is None) != (warning_key is None), "an action is about a customer or about a warning"
    words, name = _checked(what, owner)
    with store.writing() as connection:
        action = Action(
            action_id=connection.value("queries/next_action_id"),
            warning_key=warning_key,
            customer_id=customer_id,
            what=words,
            owner=name,
            due_date=due_date,
            state=OPEN,
            created_at=now(),
            created_by=person,
        )
        connection.insert("actions", [vars(action)])
        record(connection, person=person, verb="assign", subject=_subject(action), detail=f"{name}: {words}")
    return action


def close(store: Store, action_id: int, *, person: str, state: str = DONE) -> Action:
    """Mark an open action as done or dropped. Raises UnknownAction where it is not open."""
    assert state in (DONE, DROPPED), state
    with store.writing() as connection:
        found = [action for action in _all(connection) if action.action_id == action_id and action.state == OPEN]
        if not found:
            raise UnknownAction(f"There is no open action {action_id}.")
        connection.run("queries/close_action", action_id=action_id, state=state, closed_at=now())
        record(connection, person=person, verb=state, subject=_subject(found[0]), detail=f"action {action_id}")
        return next(action for action in _all(connection) if action.action_id == action_id)


def actions(store: Store, *, customer_id: str | None = None, warning_key: str | None = None) -> list[Action]:
    """Every action, or those about one customer or one warning; the open ones first, the latest given first."""
    with store.reading() as connection:
        found = _all(connection, customer_id, warning_key)
    return sorted(found, key=lambda each: (each.state != OPEN, -each.action_id))


def _all(connection: Connection, customer_id: str | None = None, warning_key: str | None = None) -> list[Action]:
    rows = connection.rows("queries/actions", customer_id=customer_id, warning_key=warning_key)
    return [Action(**row) for row in rows]


def _subject(action: Action) -> str:
    return action.customer_id or action.warning_key


def _checked(what: str, owner: str) -> tuple[str, str]:
    words, name = (" ".join(text.split()) for text in (what, owner))
    if not words:
        raise ActionRejected("Say what is to be done.")
    if not name:
        raise ActionRejected("Say who is to do it.")
    if len(words) > MOST_LETTERS:
        raise ActionRejected(f"What is to be done has at most {MOST_LETTERS:,} letters; this has {len(words):,}.")
    return words, name
