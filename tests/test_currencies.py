"""A country's name in six languages, or its code, tells the currency in which a company reports."""

import pytest

from signals.ingest.currencies import currency_of_country
from signals.ingest.texts import Refused
from signals.ingest.vocabulary import currency_of, quarter_of_text


@pytest.mark.parametrize(
    ("country", "currency"),
    [
        ("United Kingdom", "GBP"),
        ("UK", "GBP"),
        ("Deutschland", "EUR"),
        ("DE", "EUR"),
        ("France", "EUR"),
        ("États-Unis", "USD"),
        ("USA", "USD"),
        ("Suiza", "CHF"),
        ("Svizzera", "CHF"),
        ("Brasil", "BRL"),
        ("japan", "JPY"),
        ("Panama", "PAB"),  # of two currencies the first
        ("North-East", None),
        ("EU", "EUR"),
        ("", None),
        ("150", None),
    ],
)
def test_the_currency_of_a_country(country, currency):
    assert currency_of_country(country) == currency


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("EUR", "EUR"),
        ("eur", "EUR"),
        (" Euro ", "EUR"),
        ("€", "EUR"),
        ("US$", "USD"),
        ("£", "GBP"),
        ("Fr.", "CHF"),
        ("", None),
        ("n/a", None),
    ],
)
def test_a_currency_in_many_spellings(text, code):
    assert currency_of(text) == code


def test_an_unknown_currency_is_refused():
    assert isinstance(currency_of("doubloon"), Refused)


@pytest.mark.parametrize("text", ["2026-Q4", "2026 q4", "Q4/2026", "Q4 2026", "2026Q4"])
def test_a_quarter_in_many_spellings(text):
    assert quarter_of_text(text) == "2026-Q4"


@pytest.mark.parametrize("text", ["Q5 2026", "2026", "autumn"])
def test_what_is_no_quarter_is_refused(text):
    assert quarter_of_text(text).reason == "bad_date"
