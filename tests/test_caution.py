"""A file of which too much is refused waits for a yes; what loses nothing does not count."""

import pytest

from signals.ingest.caution import asking_for_yes, waits_for_yes, with_caution
from signals.model import LoadReport, Refusal
from signals.settings import Company

COMPANY = Company(refused_share_limit=0.2)


def report(*reasons: str) -> LoadReport:
    """Of ten rows, some of them refused."""
    rejects = tuple(Refusal(line, reason, "") for line, reason in enumerate(reasons, 2))
    return LoadReport("may.csv", "sales", "load", rows_read=10, rows_rejected=len(rejects), rejects=rejects)


@pytest.mark.parametrize(
    ("reasons", "waits"),
    [
        (["bad_date"] * 2, False),
        (["bad_date"] * 3, True),
        (["duplicate_row"] * 9, False),  # its first row is taken
        (["not_sold"] * 9, False),  # left out by an answer
        (["not_sold"] * 6 + ["bad_date"] * 3, True),
    ],
)
def test_rows_that_lose_something_are_counted(reasons, waits):
    assert waits_for_yes(report(*reasons), COMPANY, {}) == waits
    assert bool(with_caution(report(*reasons), COMPANY).hints) == waits


def test_a_yes_ends_the_waiting_and_the_note_stays_true():
    refused = report(*["bad_date"] * 3)
    assert not waits_for_yes(refused, COMPANY, {"refused": "accept"})
    assert with_caution(refused, COMPANY).hints == ("3 of 10 rows are refused, which needs the answer refused=accept.",)


def test_the_question_says_what_the_load_waits_for():
    asked = asking_for_yes(report(*["bad_date"] * 3))
    assert (asked.outcome, asked.reason) == ("ask", "many_refused")
    assert asked.question == "3 of 10 rows are refused; the load waits for somebody to accept that."
    assert asked.extras == {"answer": "refused", "answers": ("accept",)}
