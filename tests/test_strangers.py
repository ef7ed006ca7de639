"""Products and customers that no list knows are kept, and said."""

import pytest

from signals.ingest import loads
from signals.model import LoadReport

PRODUCTS = "product_id,product_name,category\nP1,Name,Tea\n"
CUSTOMERS = "customer_id,customer_name,segment\nanna,Anna,gold\n"
HEADER = "order_id,sold_date,customer_id,product_id,revenue\n"


@pytest.fixture
def load(store, written):
    def load_text(text: str, **told) -> LoadReport:
        report = loads.load(store, written(text), person="ana", **told)
        assert report.outcome == "load"
        return report

    return load_text


def test_unknown_products_are_counted_with_their_lines_and_revenue(load):
    load(PRODUCTS)
    rows = [f"{n},2026-05-05,anna,{product},100.25" for n, product in enumerate(["P1", *"BACCE"])]
    assert load(HEADER + "\n".join(rows)).notes == (
        "4 products (5 lines, 501.25) are in no product list; they are kept under their ids: C, A, B …",
    )


def test_one_unknown_customer_is_named(load):
    load(CUSTOMERS)
    report = load(HEADER + "1,2026-05-05,anna,P1,1.00\n2,2026-05-05,ben,P1,2.00\n3,2026-05-05,,P1,3.00\n")
    assert report.notes[-1] == "1 customer (1 line, 2.00) is in no customer list; it is kept under its id: ben"


def test_answers_and_prices_name_no_amount(load):
    load(PRODUCTS)
    answers = load("feedback_id,given_date,score,product_id\n1,2026-05-05,9,P1\n2,2026-05-05,9,P2\n")
    assert answers.notes[-1] == "1 product (1 line) is in no product list; it is kept under its id: P2"


def test_without_a_list_nothing_is_unknown_and_a_list_is_no_stranger_to_itself(load):
    assert load(HEADER + "1,2026-05-05,anna,P1,1.00\n").notes == ()
    assert load(CUSTOMERS).notes == ()
    assert load(CUSTOMERS.replace("anna", "ben")).notes == ()


def test_charges_are_no_unknown_products(load):
    load(PRODUCTS)
    notes = load(HEADER + "1,2026-05-05,anna,P1,1.00\n1,2026-05-05,anna,POST,4.00\n").notes
    assert not [note for note in notes if "product list" in note]
