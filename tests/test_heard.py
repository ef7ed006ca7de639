"""What a colleague heard is feedback at once, says who heard it, and can be taken back."""

from datetime import UTC, date, datetime, timedelta

import pytest

from signals.errors import RemarkRejected, UnknownRemark
from signals.listen import heard
from signals.listen.heard import MOST_LETTERS

DAY = date(2026, 11, 20)
WORDS = "The rep has not been here since summer."
CUSTOMER = {"load_id": 1, "customer_id": "C-1", "customer_name": "Brightwater Pharmacy"}
SALE = {"load_id": 1, "order_id": "A-1", "line_number": "1", "sold_date": DAY, "customer_id": "C-2",
        "product_id": "P-1", "revenue": 10, "line_kind": "product"}  # fmt: skip
LOADED = {"load_id": 1, "feedback_id": "F-1", "given_date": DAY, "customer_id": "C-1", "source": "call"}

REFUSED = [
    ({"words": " \n "}, "Write down what the customer said"),
    ({"words": "x" * (MOST_LETTERS + 1)}, "at most 4,000 letters; this one has 4,001"),
    ({"source": "rumour"}, "no source “rumour”; say one of: heard, call, visit"),
    ({"customer_id": "C-99"}, "no customer C-99"),
]


@pytest.fixture
def company(store):
    """One customer who is listed, one who is only known from a sale, one answer that came with a load."""
    with store.writing() as connection:
        connection.insert("customers", [CUSTOMER])
        connection.insert("sales", [SALE])
        connection.insert("feedback", [LOADED])
    return store


def note(store, words=WORDS, *, customer_id="C-1", **changes):
    defaults = {"person": "anna", "source": "visit", "given_date": DAY}
    return heard.note(store, customer_id, words, **defaults | changes)


def feedback(store, customer_id="C-1"):
    with store.reading() as connection:
        table = connection.frame("marts/feedback_of_customer", customer_id=customer_id, as_of=DAY)
    return table.set_index("feedback_id")


def audit(store):
    with store.reading() as connection:
        return connection.execute("SELECT person, verb, subject, detail FROM audit_log ORDER BY detail, verb").all()


def test_what_was_heard_stands_on_the_customers_page_at_once(company):
    feedback_id = note(company, touchpoint="visit")
    remark = feedback(company).loc[feedback_id]
    assert remark["verbatim"] == WORDS and remark["heard_by"] == "anna"
    assert (remark["source"], remark["touchpoint"]) == ("visit", "visit")
    assert remark["given_date"].date() == DAY
    assert abs(datetime.now(UTC).replace(tzinfo=None) - remark["received_at"]) < timedelta(minutes=5)


def test_words_are_kept_as_they_were_said(company):
    words = "“Reliva” costs 1 € less;\nit's <b>the same</b>, 100 %. 薬局"
    feedback_id = note(company, f"  {words} \n")
    assert feedback(company).loc[feedback_id, "verbatim"] == words


def test_a_customer_may_be_known_from_sales_alone(company):
    assert list(feedback(company, "C-2").index) == []
    feedback_id = note(company, customer_id="C-2")
    assert list(feedback(company, "C-2").index) == [feedback_id]


def test_two_remarks_never_have_one_name(company):
    first = note(company, "One")
    second = note(company, "Two")
    heard.take_back(company, first, person="anna")
    heard.take_back(company, second, person="anna")
    assert len({first, second, note(company, "Three"), note(company, "Four")}) == 4


def test_what_says_nothing_is_refused_and_nothing_is_stored(company):
    version = company.data_version()
    for changes, said in REFUSED:
        with pytest.raises(RemarkRejected, match=said):
            note(company, **changes)
    assert (audit(company), company.data_version()) == ([], version)
    assert list(feedback(company).index) == ["F-1"]


def test_the_longest_remark_is_kept_whole(company):
    feedback_id = note(company, "x" * MOST_LETTERS)
    assert len(feedback(company).loc[feedback_id, "verbatim"]) == MOST_LETTERS


def test_what_is_taken_back_is_gone_and_the_audit_log_says_who(company):
    before = feedback(company)
    feedback_id = note(company)
    heard.take_back(company, feedback_id, person="bert")
    assert feedback(company).equals(before)
    assert audit(company) == [("anna", "heard", "C-1", feedback_id), ("bert", "take back", "C-1", feedback_id)]


def test_the_audit_log_does_not_repeat_what_was_said(company):
    note(company)
    assert WORDS not in str(audit(company))


def test_only_what_was_written_down_by_hand_can_be_taken_back(company):
    for feedback_id in ("F-1", "heard-99"):
        with pytest.raises(UnknownRemark, match=feedback_id):
            heard.take_back(company, feedback_id, person="anna")
    assert list(feedback(company).index) == ["F-1"]


def test_an_export_with_its_own_numbering_neither_takes_a_remarks_place_nor_loses_its_own(company):
    with company.writing() as connection:
        connection.insert("feedback", [LOADED | {"feedback_id": f"visit-{number}"} for number in range(3)])
    before = set(feedback(company).index)
    feedback_id = note(company)
    assert feedback_id not in before
    with company.writing() as connection:
        connection.insert("feedback", [LOADED | {"feedback_id": feedback_id}])
    heard.take_back(company, feedback_id, person="anna")
    assert set(feedback(company).index) == {*before, feedback_id}, "what a load brought stays, whatever its name"


def test_it_is_taken_back_once(company):
    feedback_id = note(company)
    heard.take_back(company, feedback_id, person="anna")
    with pytest.raises(UnknownRemark):
        heard.take_back(company, feedback_id, person="anna")


def test_every_change_raises_the_data_version(company):
    before = company.data_version()
    feedback_id = note(company)
    noted = company.data_version()
    heard.take_back(company, feedback_id, person="anna")
    assert before < noted < company.data_version()
