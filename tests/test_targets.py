"""Is what is planned found for the company and its parts, and is a typed target a load like any?"""

from decimal import Decimal

import builders
import pandas as pd
import pytest

from signals import pipeline
from signals.errors import TooLittleHistory
from signals.ingest import loads, typed
from signals.pipeline.targets import target_of_company, targets_of, unique

HEAD = """
category | product_id | region | revenue_target
"""


def targets(rows=""):
    table = (
        builders.drawn(HEAD + rows)
        if rows
        else pd.DataFrame(columns=["category", "product_id", "region", "revenue_target"])
    )
    return table.replace("", None).astype({"revenue_target": float})


def test_the_company_has_its_own_target():
    told = targets("         |            |        | 500\nA        |            |        | 90")
    assert target_of_company(told, {}) == 500


def test_parts_that_make_up_nearly_all_of_the_quarter_add_up_to_its_target():
    told = targets("A        |            |        | 300\nB        |            |        | 200")
    assert target_of_company(told, {"category": {"A": 290.0, "B": 190.0, "C": 20.0}}) == 500
    assert target_of_company(told, {"category": {"A": 290.0, "B": 190.0, "C": 60.0}}) is None
    assert target_of_company(targets(), {"category": {"A": 1.0}}) is None


def test_a_part_without_a_target_of_its_own_has_the_sum_by_region():
    told = targets(
        "A        |            |        | 300\nA        |            | North  | 1\n"
        "B        |            | North  | 20\nB        |            | South  | 30\n"
        "         |            | North  | 99\nA        | p          |        | 7\n         | q          |        | 8"
    )
    assert targets_of(told, "category") == {"A": 300, "B": 50}
    assert targets_of(told, "region") == {"North": 99}
    assert targets_of(told, "product") == {"q": 8}  # one of a category and a product is neither's


def test_of_two_names_of_a_quarter_the_first_counts():
    assert unique(targets("         |            |        | 5\n         |            |        | 6"))[
        "revenue_target"
    ].tolist() == [5]


@pytest.mark.postgres
def test_of_two_names_of_a_quarter_the_one_loaded_last_counts(store):
    for quarter, amount in (("2025/26-Q4", 111), ("2025-Q4", 222), ("2025/26-Q4", 333)):
        typed.load_target(store, quarter=quarter, revenue_target=Decimal(amount), person="ann")
        with store.reading() as connection:
            rows = connection.frame("marts/targets", quarter_name="2025/26-Q4", quarter_code="2025-Q4")
        assert unique(rows)["revenue_target"].tolist() == [amount]


# Typed


def typed_target(store, amount, **part):
    return typed.load_target(store, quarter="2025-Q4", revenue_target=Decimal(amount), person="ann", **part)


def kept(store, name="2025-Q4"):
    with store.reading() as connection:
        rows = connection.frame("marts/targets", quarter_name=name, quarter_code=name)
    return [tuple(None if pd.isna(cell) else cell for cell in row) for row in rows.drop(columns="quarter").to_numpy()]


@pytest.mark.postgres
def test_a_typed_target_is_kept_changed_and_taken_back(store):
    first = typed_target(store, "19500000.50")
    assert (first.outcome, first.rows_new, first.rows_rejected) == ("load", 1, 0)
    assert kept(store) == [(None, None, None, 19500000.50)]
    second = typed_target(store, "18000000")
    assert second.rows_replaced == 1 and kept(store) == [(None, None, None, 18000000)]
    third = typed_target(store, "19500000.50")  # back again: no repetition of the first load
    assert third.rows_replaced == 1 and kept(store) == [(None, None, None, 19500000.50)]
    loads.undo(store, third.load_id, person="ann")
    loads.undo(store, second.load_id, person="ann")
    assert kept(store) == [(None, None, None, 19500000.50)]
    loads.undo(store, first.load_id, person="ann")
    assert kept(store) == []


def test_parts_are_planned_apart_whatever_their_names(store):
    typed_target(store, "5", category='=HYPERLINK("x"), "A"', region=None)
    typed_target(store, "6", product_id="00123")
    typed_target(store, "7", region="Nord-Ost; Süd")
    assert sorted(kept(store), key=str) == sorted(
        [('=HYPERLINK("x"), "A"', None, None, 5.0), (None, "00123", None, 6.0), (None, None, "Nord-Ost; Süd", 7.0)],
        key=str,
    )
    assert {row["person"] for row in audit(store)} == {"ann"}


def test_a_target_that_is_no_money_is_refused(store):
    assert typed_target(store, "NaN").outcome == "refuse"
    assert kept(store) == []


def test_a_plan_needs_sales(store):
    with pytest.raises(TooLittleHistory):
        pipeline.plan(store)


def audit(store):
    with store.reading() as connection:
        return connection.raw.exec_driver_sql("SELECT person, verb FROM audit_log").mappings().all()
