"""The contract of the exports and the tables of the store say the same."""

import pytest
import sqlalchemy as sa

from signals.ingest.bench import ARROW_TYPES
from signals.ingest.contract import KINDS

KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
DERIVED = {
    "sales": {"line_number", "line_kind", "revenue"},
    "feedback": {"feedback_id", "source"},
}  # by signals/ingest/rules.py


@KIND
def test_a_kinds_columns_are_its_tables(store, kind):
    with store.reading() as connection:
        described = sa.inspect(connection.raw)
        live = [column["name"] for column in described.get_columns(kind.name)]
        superseded = [column["name"] for column in described.get_columns(f"superseded_{kind.name}")]
    assert live == ["load_id", *kind.facts.columns]
    assert superseded == [*live, "superseded_by", "is_removal"]


@KIND
def test_a_table_demands_what_the_contract_demands(store, kind):
    with store.reading() as connection:
        columns = sa.inspect(connection.raw).get_columns(kind.name)
    never_missing = {column["name"] for column in columns if not column["nullable"]}
    assert never_missing == {"load_id", *kind.required} | DERIVED.get(kind.name, set())


@KIND
def test_every_column_can_be_read(kind):
    assert {field.type for field in kind.fields} <= set(ARROW_TYPES)


@KIND
def test_the_key_is_stored_and_what_may_be_missing_in_it_is_part_of_it(kind):
    assert set(kind.key) <= set(kind.facts.columns)
    assert kind.nullable_key <= set(kind.key)
    assert {kind.date, kind.amount} <= {*kind.facts.columns, None}


@KIND
def test_key_columns_are_never_missing_unless_it_is_said(kind):
    given = {*kind.required, *DERIVED.get(kind.name, ())}
    assert {name for name in kind.key if name not in given} == kind.nullable_key
