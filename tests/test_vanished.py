"""Rows that a later export no longer holds are shown, removed only if the analyst says so, and come back with undo."""

from decimal import Decimal

import pytest

from signals.ingest import loads
from signals.model import LoadReport
from signals.store.engine import Store

HEADER = "order_id,line_number,sold_date,customer_id,product_id,quantity,revenue"
MAY = [f"{order},1,2026-05-{order - 990:02d},C1,P1,2,{order}.25" for order in range(1000, 1010)]
REMOVE = {"answers": {"vanished": "remove"}}


def export(*rows: str, header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


@pytest.fixture
def load(store, written):
    """`load(row, row, ..., **told)` -> report, on each database."""

    def load_rows(*rows: str, header: str = HEADER, **told) -> LoadReport:
        return loads.load(store, written(export(*rows, header=header)), person="ana", **told)

    return load_rows


def orders(store: Store) -> list[str]:
    with store.reading() as connection:
        return sorted(connection.execute("SELECT order_id || '-' || line_number FROM sales").scalars())


def total(store: Store) -> Decimal:
    with store.reading() as connection:
        return connection.scalar("SELECT coalesce(sum(revenue), 0) FROM sales")


def test_a_line_that_its_order_no_longer_holds_is_shown_and_kept(store, load):
    load(*MAY, "1000,2,2026-05-10,C1,P2,1,7.50")
    report = load(MAY[0])
    assert (report.rows_vanished, report.rows_removed, report.vanished_amount) == (1, 0, Decimal("7.50"))
    assert (report.vanished[0]["order_id"], report.vanished[0]["line_number"]) == ("1000", "2")
    assert report.vanished[0]["sold_date"] == "2026-05-10"
    assert report.hints[-1] == (
        "1 row (7.50) of earlier loads stands in this file no more; it stays unless you answer vanished=remove."
    )
    assert len(orders(store)) == 11


def test_the_analyst_lets_vanished_rows_go_and_undo_brings_them_back(store, load):
    load(*MAY)
    before = total(store)
    report = load(*MAY[:4], *MAY[6:], **REMOVE)
    assert (report.rows_vanished, report.rows_removed, report.rows_unchanged) == (2, 2, 8)
    assert report.hints[-1].startswith("2 rows (2,009.50) of earlier loads stand in this file no more")
    assert report.hints[-1].endswith("; the load removes them.")
    assert total(store) == before - Decimal("2009.50")
    loads.undo(store, report.load_id, person="ben")
    assert total(store) == before


@pytest.mark.parametrize(
    ("repeated", "vanished"), [("1001 1003 1005 1008", "1002 1004 1006 1007"), ("1001 1004 1008", "")]
)
def test_a_file_that_repeats_half_of_a_load_between_its_first_and_last_day_exports_it_again(load, repeated, vanished):
    load(*MAY)
    report = load(*(row for row in MAY if row[:4] in repeated.split()))  # from 1001 to 1008: eight orders
    assert [row["order_id"] for row in report.vanished] == vanished.split()


def test_a_daily_file_makes_nothing_vanish(load):
    load(*MAY[:5])
    assert load(*MAY[5:]).rows_vanished == 0


def test_what_lies_before_the_first_or_after_the_last_day_has_not_vanished(load):
    load(*MAY)
    report = load(*MAY[2:4], *MAY[5:7])
    assert [row["order_id"] for row in report.vanished] == ["1004"]


def test_a_row_that_one_export_again_left_standing_is_shown_by_the_next_one_too(store, load):
    load(*MAY)
    assert load(*MAY[:5], *MAY[6:]).rows_vanished == 1
    report = load(*[row.replace(".25", ".75") for row in (*MAY[:5], *MAY[6:])])
    assert [row["order_id"] for row in report.vanished] == ["1005"]


def test_after_a_file_was_loaded_it_can_be_loaded_again_to_let_its_vanished_rows_go(store, load):
    load(*MAY)
    kept = load(*MAY[:5], *MAY[6:])
    removing = load(*MAY[:5], *MAY[6:], **REMOVE)
    assert (removing.load_id, removing.rows_removed) == (kept.load_id + 1, 1)
    again = load(*MAY[:5], *MAY[6:])
    assert again.notes == (f"This very file is load {removing.load_id} already; nothing changes.",)
    assert (again.load_id, again.rows_vanished, again.rows_removed) == (removing.load_id, 0, 0)
    assert again.by_month_before == again.by_month_after == removing.by_month_after
    assert len(orders(store)) == 9


def test_a_product_that_a_list_no_longer_holds_has_vanished(store, load):
    header = "product_id,product_name,category"
    names = [f"P{n},Name {n},Tea" for n in range(4)]
    load(*names, header=header)
    report = load(*names[:3], header=header, **REMOVE)
    assert (report.kind, report.rows_vanished, report.rows_removed) == ("products", 1, 1)
    assert report.vanished_amount is None
    with store.reading() as connection:
        assert sorted(connection.execute("SELECT product_id FROM products").scalars()) == ["P0", "P1", "P2"]


def test_another_list_of_products_makes_nothing_vanish(load):
    header = "product_id,product_name,category"
    load(*[f"P{n},Name {n},Tea" for n in range(4)], header=header)
    assert load("P3,Name 3,Tea", "P4,Name 4,Tea", header=header).rows_vanished == 0


def test_a_preview_shows_what_would_vanish_and_changes_nothing(store, load, written):
    load(*MAY)
    before = orders(store)
    path = written(export(*MAY[:5], *MAY[6:]), "again.csv")
    seen = loads.preview(store, path, **REMOVE)
    done = loads.load(store, path, person="ana", **REMOVE)
    assert before != orders(store)
    for name in ("rows_vanished", "rows_removed", "vanished_amount", "vanished", "by_month_before", "by_month_after"):
        assert getattr(seen, name) == getattr(done, name), name


def test_months_are_shown_before_and_after_where_a_file_touches_them(store, load):
    load(
        "1,1,2026-03-31,C1,P1,1,5", "2,1,2026-04-30,C1,P1,1,10", "2,2,2026-04-30,C1,P1,1,1", "3,1,2026-06-01,C1,P1,1,20"
    )
    report = load("2,1,2026-05-01,C1,P1,1,12.3456", "4,1,2026-05-31,C1,P1,1,1", **REMOVE)
    assert report.by_month_before == {"2026-04": Decimal("11.00"), "2026-05": Decimal("0.00")}
    assert report.by_month_after == {"2026-04": Decimal("0.00"), "2026-05": Decimal("13.35")}
    assert report.by_month == {"2026-05": Decimal("13.35")}


def test_the_months_of_rows_that_stay_are_shown_and_keep_their_revenue(load):
    load("2,1,2026-04-30,C1,P1,1,10", "2,2,2026-04-30,C1,P1,1,1")
    report = load("2,1,2026-05-01,C1,P1,1,12")
    assert report.rows_vanished == 1
    assert (report.by_month_before["2026-04"], report.by_month_after["2026-04"]) == (Decimal(11), Decimal(1))


def test_what_has_no_revenue_has_no_months(load):
    report = load("P1,Name,Tea", header="product_id,product_name,category")
    assert (report.by_month_before, report.by_month_after) == ({}, {})


STEPS_BACK = [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)]


@pytest.mark.parametrize("order", STEPS_BACK)
def test_a_removal_between_two_loads_is_taken_back_in_any_order(duckdb_store, written, order):
    def loaded(*rows: str, **told) -> int:
        return loads.load(duckdb_store, written(export(*rows)), person="ana", **told).load_id

    made = {
        1: {row[:4]: 1 for row in MAY},
        2: {row[:4]: 2 for row in MAY if row != MAY[5]} | {"1005": None},
        3: {"1005": 3},
    }
    assert [loaded(*MAY), loaded(*MAY[:5], *MAY[6:], **REMOVE), loaded(MAY[5].replace(".25", ".75"))] == [1, 2, 3]
    for load_id in order:
        loads.undo(duckdb_store, load_id, person="ben")
        del made[load_id]
        last = {order: owner for rows in made.values() for order, owner in rows.items()}
        with duckdb_store.reading() as connection:
            there = dict(map(tuple, connection.execute("SELECT order_id, load_id FROM sales").all()))
        assert there == {order: owner for order, owner in last.items() if owner}
