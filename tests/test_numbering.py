"""An order that is exported with line numbers here and without there is counted once, and what is replaced is said."""

from decimal import Decimal

import pytest

from signals import pipeline
from signals.ingest import loads
from signals.ingest.profiles import profiles
from signals.model import LoadReport
from signals.store.engine import Store

PLAIN = "order_id,sold_date,product_id,revenue"
NUMBERED = "order_id,line_number,sold_date,product_id,revenue"
LINES = [("1", "A", "10.00"), ("1", "B", "5.00"), ("1", "B", "5.00"), ("2", "A", "1.50"), ("2", "C", "2.00")]


def plain(lines=LINES) -> str:
    return "\n".join([PLAIN, *(f"{order},2026-05-05,{product},{revenue}" for order, product, revenue in lines)]) + "\n"


def numbered(lines=LINES) -> str:
    rows = (
        f"{order},{number},2026-05-05,{product},{revenue}" for number, (order, product, revenue) in enumerate(lines, 1)
    )
    return "\n".join([NUMBERED, *rows]) + "\n"


@pytest.fixture
def load(store, written):
    """`load(text, key=answer)` -> report, on each database."""

    def load_text(text: str, **answers: str) -> LoadReport:
        return loads.load(store, written(text), person="ana", answers=answers)

    return load_text


def lines(store: Store) -> list[tuple]:
    with store.reading() as connection:
        return sorted(map(tuple, connection.execute("SELECT order_id, line_number, revenue FROM sales").all()))


def total(store: Store) -> tuple[int, Decimal]:
    stored = lines(store)
    return len(stored), sum(revenue for *_, revenue in stored)


def test_the_same_lines_with_numbers_take_the_place_of_those_without(store, load):
    load(plain())
    before = lines(store)
    report = load(numbered())
    assert total(store) == (5, Decimal("23.50"))
    assert (report.rows_new, report.rows_removed, report.rows_vanished) == (5, 5, 0)
    assert report.notes[-1] == (
        "5 lines of 2 orders (23.50) stood here without line numbers; 5 lines (23.50) of this file take their place."
    )
    assert report.by_month_before == report.by_month_after == {"2026-05": Decimal("23.50")}
    loads.undo(store, report.load_id, person="ben")
    assert lines(store) == before


def test_the_same_lines_without_numbers_take_the_place_of_those_with(store, load):
    load(numbered())
    before = lines(store)
    report = load(plain(LINES[:3]))
    assert total(store) == (5, Decimal("23.50"))
    assert report.notes[-1] == (
        "3 lines of 1 order (20.00) stood here with line numbers; 3 lines (20.00) of this file take their place."
    )
    loads.undo(store, report.load_id, person="ben")
    assert lines(store) == before


def test_the_way_of_numbering_may_change_more_than_once_and_be_taken_back_in_any_order(store, load):
    first, second, third = load(plain()), load(numbered()), load(plain())
    assert total(store) == (5, Decimal("23.50"))
    loads.undo(store, second.load_id, person="ben")
    assert total(store) == (5, Decimal("23.50"))
    loads.undo(store, first.load_id, person="ben")
    assert total(store) == (5, Decimal("23.50"))
    loads.undo(store, third.load_id, person="ben")
    assert total(store) == (0, 0)


OTHER = [("1", "A", "10.00"), ("2", "A", "1.50"), ("2", "C", "2.00")]  # nothing of B, which order 1 holds


def test_where_an_order_holds_other_products_there_the_file_asks(store, load, written):
    load(plain())
    before = lines(store)
    report = load(numbered(OTHER))
    assert (report.outcome, report.reason) == ("ask", "ambiguous_numbering")
    assert [(each.key, each.answers) for each in report.questions] == [("numbering", ("replace", "add"))]
    assert report.question == (
        "Lines of 1 order stand here without line numbers, and this file holds other products of them with line "
        "numbers. Answer replace if it holds all of these orders, add if its lines come in addition."
    )
    assert (lines(store), len(loads.listing(store))) == (before, 1)
    path = written(numbered(OTHER))
    assert loads.preview(store, path).question == report.question
    assert pipeline.warnings_effect(store, path).reason == report.question


def test_the_answer_replaces_or_adds_and_adding_doubles_no_order_that_was_not_asked_about(store, load):
    load(plain())
    added = load(numbered(OTHER), numbering="add")
    assert total(store) == (6, Decimal("33.50"))  # order 2 stands once
    assert (added.rows_removed, added.rows_vanished) == (2, 0)
    again = load(numbered(OTHER))
    assert (again.load_id, total(store)) == (added.load_id, (6, Decimal("33.50")))
    loads.undo(store, added.load_id, person="ben")
    replaced = load(numbered(OTHER), numbering="replace")
    assert (replaced.rows_removed, total(store)) == (5, (3, Decimal("13.50")))


def test_an_answer_about_numbering_is_of_one_file(store, load):
    load(plain())
    load(numbered(OTHER), numbering="add")
    assert profiles(store) == []
    assert load(numbered([("2", "A", "1.50"), ("1", "D", "4.00")])).reason == "ambiguous_numbering"


def test_vanished_lines_are_shown_apart_from_those_whose_place_is_taken(store, load):
    load(plain())
    load(numbered([("7", "A", "3.00"), ("7", "B", "4.00")]))
    report = load(numbered(LINES[:3]) + "7,1,2026-05-05,A,3.00\n")
    assert (report.rows_removed, report.rows_vanished, report.vanished_amount) == (3, 1, Decimal("4.00"))
    assert [row["order_id"] for row in report.vanished] == ["7"]
    assert total(store) == (7, Decimal("30.50"))
    assert report.notes[-1].startswith("3 lines of 1 order (20.00) stood here without line numbers; 3 lines (20.00)")


@pytest.mark.parametrize("text", [plain, numbered])
def test_a_correction_in_the_same_way_of_numbering_takes_no_place(load, text):
    load(text())
    report = load(text([("1", "A", "11.00"), *LINES[1:]]))
    assert (report.rows_replaced, report.rows_removed, report.rows_vanished) == (1, 0, 0)
