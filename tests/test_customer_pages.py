"""Promises of the pages on customers: whom to call, one customer's file, the base; what is clicked there is written."""

from datetime import date

import builders
import pandas as pd
import pytest
import streamlit as st
from reading import opened, text_of
from streamlit.testing.v1 import AppTest

from signals import model
from signals.act import actions as acting
from signals.listen import heard
from signals.store.engine import Store

CUSTOMER = "C-10042"
READER = "test@example.com"  # whom the page under test takes for signed in
pytestmark = pytest.mark.usefixtures("answers")


@pytest.fixture
def store(tmp_path) -> Store:
    """The database that the pages write to; it knows the customer."""
    store = Store(f"duckdb:///{tmp_path / 'pages.duckdb'}")
    with store.writing() as connection:
        connection.insert("customers", [{"load_id": 1, "customer_id": CUSTOMER, "customer_name": "Brightwater"}])
    return store


def clicked(test, key: str):
    next(each for each in test.button if each.key == key).click()
    return test.run()


def form(name: str) -> AppTest:
    """One form of `contacting` by itself: a dialog runs as a fragment, which AppTest does not know."""

    def call():
        from signals.ui import contacting

        contacting.call("C-10042", "Brightwater Pharmacy")

    def assign():
        from signals.ui import contacting

        contacting.assign("Brightwater", owner=None, what="", customer_id="C-10042")

    return AppTest.from_function({"call": call, "assign": assign}[name], default_timeout=30).run()


def submitted(test, label: str):
    next(each for each in test.button if each.label == label and each.form_id).click()
    return test.run()


def filled(test, label: str, value):
    widgets = [*test.text_area, *test.selectbox, *test.date_input]
    next(each for each in widgets if each.label == label).set_value(value)
    return test


def test_the_customers_page_says_whom_to_call_then_where_the_risk_lies_then_how_sure():
    test = opened("customers")
    text = text_of(test)
    order = [
        "Three customers to call this morning",
        "likely lost",
        "Where the risk lies",
        "M. Okafor's accounts hold the most",
        "All customers",
        "First-time buyers who did not return",
        "What depends on few",
        "How sure",
        "Of those given 70–80 %",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_whom_nobody_kept_is_said_with_the_largest(answers):
    lost = builders.customers().assign(state="lost", days_since_last_order=100, limit_days=[90.0, 60.0, 95.0])
    answers(customers=lost)
    text = text_of(opened("customers"))
    assert "2 customers went beyond their own limit in the last 30 days; they bought for €25.7 k a year" in text


def test_sales_that_name_nobody_are_said(answers):
    answers(customers=builders.customers().iloc[:0], morning=builders.morning(calls=()))
    test = opened("customers")
    assert not test.exception
    assert "No sale names its customer" in text_of(test)


def test_a_customer_of_a_company_to_which_nobody_returns_has_a_page(answers):
    once = builders.customer_at_risk(usual_gap_days=float("nan"))
    answers(customer=builders.customer_file(score=once))
    assert not opened("customer").exception


def test_the_day_goes_along_to_the_customer():
    test = opened("customers", as_of="2026-11-20")
    links = [each.proto.query_string for each in test.get("page_link") if "customer=" in each.proto.query_string]
    assert links and all("as_of=2026-11-20" in link for link in links)


def test_who_was_spoken_with_since_is_told_in_the_row(answers):
    answers(contacts={CUSTOMER: date(2026, 11, 20)})
    assert "Spoken with on 20 November." in text_of(opened("customers"))


def test_nobody_to_call_is_said(answers):
    answers(morning=builders.morning(calls=()))
    assert "No customer needs a call this morning" in text_of(opened("customers"))


def test_chances_that_nobody_rehearsed_are_said_to_be_unchecked(answers):
    answers(customer_rehearsal=None)
    assert "has not been done for this company yet" in text_of(opened("customers"))


def test_one_buyer_over_a_fifth_and_customers_of_one_colleague_are_named(answers):
    table = builders.customers().assign(is_dominant=[True, False, False], share_of_revenue=[0.31, 0.01, 0.0])
    answers(customers=table)
    text = text_of(opened("customers"))
    assert "comes from one customer: Brightwater Pharmacy (31 %)" in text
    assert "Of 2 customers with recorded contacts, 1 have only ever been spoken with by one colleague" in text


def test_a_row_assigns_a_customer_and_says_who_has_it(store):
    test = filled(form("assign"), "To whom", "T. Lindqvist")
    filled(test, "What", "Call about the late deliveries")
    submitted(test, "Assign")
    given = acting.actions(store)
    assert [(each.customer_id, each.owner, each.what) for each in given] == [
        (CUSTOMER, "T. Lindqvist", "Call about the late deliveries")
    ]
    assert "T. Lindqvist: Call about the late deliveries, due" in text_of(opened("customers"))


def test_an_action_without_anybody_is_refused_in_words(store):
    test = submitted(filled(form("assign"), "What", "Call them"), "Assign")
    assert "Say who is to do it" in test.warning[0].value
    assert acting.actions(store) == []


def test_a_call_from_a_row_becomes_feedback_with_its_source(store):
    test = form("call")
    assert "+44 191 498 0742" in text_of(test)
    filled(test, "What the customer said, in their words", "Reliva is cheaper now.")
    submitted(test, "Save")
    with store.reading() as connection:
        rows = connection.rows("marts/feedback_of_customer", customer_id=CUSTOMER, as_of=date.max)
    assert [(row["source"], row["verbatim"], row["heard_by"]) for row in rows] == [
        ("call", "Reliva is cheaper now.", READER)
    ]


def test_what_i_heard_is_two_clicks_away_on_the_customers_page(store):
    test = opened("customer")
    assert "Add what I heard" in [each.proto.label for each in test.get("expander")]
    filled(test, "What the customer said, in their words", "They open a shop in Hartsea.")
    submitted(test, "Save")
    with store.reading() as connection:
        row = connection.rows("marts/feedback_of_customer", customer_id=CUSTOMER, as_of=date.max)[0]
    assert (row["source"], row["verbatim"]) == ("heard", "They open a shop in Hartsea.")


def test_a_remark_of_mine_can_be_taken_back(store, answers):
    written = heard.note(store, CUSTOMER, "Wrong shop.", person=READER, source="heard", given_date=builders.AS_OF)
    quote = builders.quote("Wrong shop.", feedback_id=written, heard_by=READER)
    answers(customer=builders.customer_file(quotes=(quote,)))
    clicked(opened("customer"), f"back-{written}")
    with store.reading() as connection:
        assert connection.rows("marts/feedback_of_customer", customer_id=CUSTOMER, as_of=date.max) == []


def test_an_open_action_is_done_with_one_click(store):
    acting.assign(store, "Call", owner="M. Okafor", person="anna", customer_id=CUSTOMER)
    clicked(opened("customer"), "done-1")
    assert [each.state for each in acting.actions(store)] == ["done"]


def test_a_customers_file_says_what_every_department_knows():
    text = text_of(opened("customer"))
    for part in (
        "Over a year they paid 8 % below list for 1 product.",
        "Would not recommend us: 5 of 10 on 9 November; mean of 2 answers 7.0; the segment Pharmacy: NPS +31 (+24…+38), n = 212.",  # noqa: E501
        "One complaint open, of 30 October: acknowledged later.",
        "Only M. Okafor has ever spoken with them (once, last on 2 April).",
        "Calmabel: because they buy Trident and Orion.",
        "Burnova: 26 % of all customers buy it.",
        "About 42 % of what they buy comes from us: €24.9 k of €60 k a year estimated (pharmacy panel, 2025).",
        "the difference would be €4.5 k (1.5–7.5) a year here. Not proof of cause.",
    ):
        assert part in text, part


def test_a_customer_of_whom_little_is_known_has_a_page_too(answers):
    nothing = builders.remarks().iloc[:0]
    answers(
        customer=builders.customer_file(
            score=None, limit_days=None, revenue_year=0.0, estimated_spend=None, estimate_source=None,
            prices=builders.customer_file().prices.iloc[:0], feedback=nothing,
            complaints=nothing.assign(answer_hours=[], is_in_time=pd.array([], dtype="boolean")), quotes=(),
            suggestions=(), experience=None, treatment=None, recommendation=None,
        )
    )  # fmt: skip
    test = opened("customer")
    text = text_of(test)
    assert not test.exception
    for part in ("Never asked whether", "No complaint is open.", "No call or visit", "No line suggests itself",
                 "states no estimate", "Too few similar customers", "No list price"):  # fmt: skip
        assert part in text, part


def test_the_base_adds_up_in_words_and_says_what_its_budget_rests_on():
    text = text_of(opened("base"))
    for part in (
        "14 customers fewer than a year before; +€1.2 m in revenue",
        "Of the earlier revenue 91 % is still there (GRR)",
        "Winning one customer cost €310 (€18.9 k for 61); keeping one €48 (€39 k for 812): 6 times as much to win",
        "€620 spent on keeping instead would give each of the 2 customers most at risk",
        "nothing in the data says how much",
        "began with at least one of the five products that we would have suggested; with one of the five most bought",
    ):
        assert part in text, part


def test_the_reader_may_assume_otherwise():
    test = opened("base")
    test.slider[0].set_range(20, 40).run()
    assert "20 % to 40 % is kept" in text_of(test)


def test_a_young_base_says_that_it_cannot_be_compared(answers):
    answers(base=builders.base(ledger=None, rates=None, parts=pd.DataFrame(), costs=None, cohorts=(), rehearsal=None))
    text = text_of(opened("base"))
    assert "the history is too short" in text and "is rehearsed by the nightly refresh" in text


def test_spending_that_is_not_known_is_asked_for(answers):
    answers(base=builders.base(costs=None))
    test = opened("base")
    assert "What winning and keeping costs is not known" in text_of(test)
    assert not test.slider


def test_suggested_lines_that_are_no_better_than_the_most_bought_are_said_so(answers):
    poor = model.LineRehearsal(
        "popularity in the segment", date(2025, 1, 1), date(2026, 1, 1), 300, 0.6, 0.55, 0.65, 0.61, -0.01, -0.02, 0.01
    )
    answers(base=builders.base(rehearsal=builders.customer_rehearsal(lines=poor)))
    assert "no better than the most bought" in text_of(opened("base"))


def test_what_is_written_shows_at_once(store):
    """Every commit raises the data version, by which the pages' answers are kept."""
    st.cache_data.clear()
    before = store.data_version()
    acting.assign(store, "Call", owner="M. Okafor", person="anna", customer_id=CUSTOMER)
    assert store.data_version() == before + 1
