"""The few words that a column allows are known in the spellings of many systems, and no other word is."""

import pytest

from signals.ingest.texts import Refused
from signals.ingest.vocabulary import codes_of, currency_of, quarter_of_text


@pytest.mark.parametrize(
    "text",
    ["2026-Q1", "2026 Q1", "2026Q1", "Q1 2026", "Q1/2026", "q1-2026", "1Q26", "1Q2026", "Q1'26", "26Q1", "T1 2026",
     "1T26", "2026-T1", "1. Quartal 2026", "1er trimestre 2026", "1º trimestre 2026", "Quarter 1 2026", "Qtr 1, 2026"],
)  # fmt: skip
def test_one_quarter_in_many_spellings(text):
    assert quarter_of_text(text) == "2026-Q1"


@pytest.mark.parametrize("text", ["2026/27-Q1", "2026/27 Q1", "Q1 2026/2027", "1. Quartal 2026/27"])
def test_a_quarter_of_a_fiscal_year_that_spans_two_names_both(text):
    assert quarter_of_text(text) == "2026/27-Q1"


@pytest.mark.parametrize("text", ["Q5 2026", "2026", "2026-1", "FY26 Q1", "Q1", "Q1 026", "first quarter"])
def test_what_is_no_quarter_is_refused(text):
    assert quarter_of_text(text).reason == "bad_date"


@pytest.mark.parametrize(("text", "code"), [("zł", "PLN"), ("Kč", "CZK"), ("Ft", "HUF"), ("₺", "TRY"), ("kes", "KES")])
def test_a_currency_is_known_by_its_sign_or_code(text, code):
    assert currency_of(text) == code
    assert codes_of(text) == {code}


def test_a_crown_is_of_several_countries():
    assert "DKK" in codes_of("kr.")
    assert isinstance(currency_of("kr"), Refused)


@pytest.mark.parametrize("text", ["", "pcs", "Stück", "%", "="])
def test_what_is_no_currency_stands_for_none(text):
    assert codes_of(text) == frozenset()
