"""Who was asked to do what, about whom, by when, and is it done."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from signals.act import actions
from signals.act.actions import DONE, DROPPED, MOST_LETTERS, OPEN
from signals.errors import ActionRejected, UnknownAction

DUE = date(2026, 11, 27)
KEY = "sales:product:Trident:2026-10-12"
REFUSED = [
    ({"what": " \n"}, "Say what is to be done"),
    ({"owner": "  "}, "Say who is to do it"),
    ({"what": "x" * (MOST_LETTERS + 1)}, "at most 1,000 letters; this has 1,001"),
]


def assign(store, what="Call them", **changes):
    defaults = {"owner": "M. Okafor", "person": "anna", "customer_id": "C-1"}
    return actions.assign(store, what, **defaults | changes)


def audit(store):
    with store.reading() as connection:
        return connection.execute("SELECT person, verb, subject, detail FROM audit_log ORDER BY verb, detail").all()


def is_now(moment):
    return abs(datetime.now(UTC).replace(tzinfo=None) - moment) < timedelta(minutes=5)


def test_what_is_asked_is_kept_as_it_was_told(store):
    made = assign(store, due_date=DUE)
    assert actions.actions(store) == [made]
    assert (made.what, made.owner, made.due_date, made.customer_id) == ("Call them", "M. Okafor", DUE, "C-1")
    assert (made.state, made.created_by, made.closed_at, made.warning_key) == (OPEN, "anna", None, None)
    assert is_now(made.created_at)


def test_an_action_may_be_about_a_warning_and_need_no_day(store):
    made = assign(store, customer_id=None, warning_key=KEY)
    assert (made.warning_key, made.customer_id, made.due_date) == (KEY, None, None)
    assert actions.actions(store) == [made] and actions.actions(store, customer_id="C-1") == []


def test_a_customer_sees_only_what_is_about_them(store):
    assign(store, customer_id="C-2")
    own = assign(store)
    assert actions.actions(store, customer_id="C-1") == [own]


def test_an_action_is_about_one_thing(duckdb_store):
    for about in ({"warning_key": KEY}, {"customer_id": None}):
        with pytest.raises(AssertionError):
            assign(duckdb_store, **about)
    assert actions.actions(duckdb_store) == []


def test_open_ones_stand_first_and_the_latest_given_before_the_others(store):
    first, second, third, fourth = (assign(store, what) for what in ("One", "Two", "Three", "Four"))
    actions.close(store, second.action_id, person="anna")
    actions.close(store, fourth.action_id, person="anna")
    assert [each.what for each in actions.actions(store)] == ["Three", "One", "Four", "Two"]
    assert len({each.action_id for each in (first, second, third, fourth)}) == 4


@pytest.mark.parametrize("state", [DONE, DROPPED])
def test_closing_changes_the_state_and_the_time_and_no_other_action(store, state):
    other, made = assign(store), assign(store, due_date=DUE)
    closed = actions.close(store, made.action_id, person="bert", state=state)
    assert is_now(closed.closed_at) and closed == replace(made, state=state, closed_at=closed.closed_at)
    assert actions.actions(store) == [other, closed]


def test_done_is_what_closing_means_unless_somebody_says_otherwise(store):
    assert actions.close(store, assign(store).action_id, person="anna").state == DONE


def test_only_an_open_action_can_be_closed(store):
    made = assign(store)
    closed = actions.close(store, made.action_id, person="anna", state=DROPPED)
    for unknown in (made.action_id, made.action_id + 1):
        with pytest.raises(UnknownAction, match=f"no open action {unknown}"):
            actions.close(store, unknown, person="anna")
    assert actions.actions(store) == [closed]


def test_an_action_is_not_opened_by_closing_it(duckdb_store):
    made = assign(duckdb_store)
    with pytest.raises(AssertionError):
        actions.close(duckdb_store, made.action_id, person="anna", state=OPEN)
    assert actions.actions(duckdb_store) == [made]


def test_what_says_nothing_is_refused_and_nothing_is_stored(store):
    version = store.data_version()
    for changes, said in REFUSED:
        with pytest.raises(ActionRejected, match=said):
            assign(store, **changes)
    assert (actions.actions(store), audit(store), store.data_version()) == ([], [], version)


def test_words_are_put_on_one_line(store):
    made = assign(store, "  Call them,\n  then   write ", owner=" M.  Okafor\t")
    assert (made.what, made.owner) == ("Call them, then write", "M. Okafor")
    assert assign(store, "x" * MOST_LETTERS).what == "x" * MOST_LETTERS


def test_the_audit_log_says_who_asked_and_who_closed(store):
    made = assign(store)
    about_warning = assign(store, "Look", customer_id=None, warning_key=KEY)
    actions.close(store, made.action_id, person="bert")
    actions.close(store, about_warning.action_id, person="cleo", state=DROPPED)
    assert audit(store) == [
        ("anna", "assign", "C-1", "M. Okafor: Call them"),
        ("anna", "assign", KEY, "M. Okafor: Look"),
        ("bert", "done", "C-1", f"action {made.action_id}"),
        ("cleo", "dropped", KEY, f"action {about_warning.action_id}"),
    ]


def test_every_change_raises_the_data_version(store):
    before = store.data_version()
    made = assign(store)
    given = store.data_version()
    actions.close(store, made.action_id, person="anna")
    assert before < given < store.data_version()
