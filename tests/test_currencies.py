"""Which currency a country, a sign or a column tells; foreign money is converted at known rates or not taken."""

from datetime import date
from decimal import Decimal

import pytest
from exports import TODAY, taken

from signals.ingest.currencies import Rate, currency_of_country, sign_in
from signals.ingest.export import Circumstances
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


@pytest.mark.parametrize(
    ("text", "reporting", "code"),
    [
        ("€ 12,50", None, "EUR"),
        ("12.50 EUR", None, "EUR"),
        ("$5", None, None),  # of which dollars nobody knows yet
        ("$5", "CAD", "CAD"),
        ("US$ 5", "CAD", "USD"),
        ("R$ 5", None, "BRL"),
        ("¥500", "CNY", "CNY"),
        ("¥500", "EUR", "CNY/JPY"),
        ("CHF 1'200.00", None, "CHF"),
        ("5 kr", "SEK", "SEK"),
        ("5 kr", "EUR", "DKK/ISK/NOK/SEK"),
        ("12.50", "EUR", None),
        ("12.50 CR", "EUR", None),
        ("1E5", "EUR", None),
    ],
)
def test_the_currency_in_an_amount(text, reporting, code):
    assert sign_in(text, reporting) == code


LINES = "order_id,sold_date,product_id,revenue,currency\n"
RATES = (
    Rate("USD", date(2026, 1, 1), Decimal("0.90")),
    Rate("USD", date(2026, 2, 1), Decimal("0.80")),
    Rate("GBP", date(2026, 2, 1), Decimal("1.20")),
)
REPORTS_IN_EUR = Circumstances(TODAY, currency="EUR")
KNOWS_RATES = Circumstances(TODAY, currency="EUR", rates=RATES)


def test_lines_are_converted_at_the_latest_rate_on_or_before_their_day(written):
    text = LINES + ("1,2026-01-31,A,100,USD\n2,2026-02-01,A,100,USD\n3,2026-03-01,A,-10,GBP\n4,2026-03-01,A,7.77,EUR\n")
    report, rows = taken(written(text), known=KNOWS_RATES)
    assert [row["revenue"].normalize() for row in rows] == [90, 80, -12, Decimal("7.77")]
    assert report.amounts == {"EUR": Decimal("7.77"), "GBP": Decimal("-10.00"), "USD": Decimal("200.00")}
    assert report.amount == Decimal("165.77")
    assert report.by_month == {"2026-01": 90, "2026-02": 80, "2026-03": Decimal("-4.23")}
    assert "EUR 7.77, GBP -10.00 and USD 200.00 were converted to EUR 165.77 at the rates of each line's day." in (
        report.notes
    )


def test_a_line_without_a_rate_on_its_day_is_refused(written):
    text = LINES + "1,2026-01-31,A,100,GBP\n2,2026-02-01,A,100,GBP\n3,2026-02-01,A,100,\n4,2026-02-01,A,1,CHF\n"
    report, rows = taken(written(text), known=KNOWS_RATES)
    assert [(entry.line, entry.reason) for entry in report.rejects] == [
        (2, "no_rate"), (4, "missing_required"), (5, "no_rate")
    ]  # fmt: skip
    assert [row["revenue"] for row in rows] == [120]


@pytest.mark.parametrize(
    ("rows", "known", "words"),
    [
        ("1,2026-01-31,A,100,USD\n2,2026-01-31,A,1,EUR\n", Circumstances(TODAY), "mixes currencies (EUR, USD)"),
        ("1,2026-01-31,A,100,USD\n2,2026-01-31,A,1,EUR\n", REPORTS_IN_EUR, "Load a table of rates"),
        ("1,2026-01-31,A,100,USD\n", REPORTS_IN_EUR, "in USD, and the company reports in EUR. Load a table of rates"),
    ],
)
def test_without_rates_foreign_money_is_not_taken(written, rows, known, words):
    report, _ = taken(written(LINES + rows), known=known)
    assert (report.outcome, report.reason) == ("refuse", "mixed_currency")
    assert words in report.question


@pytest.mark.parametrize("known", [REPORTS_IN_EUR, KNOWS_RATES, Circumstances(TODAY)])
def test_lines_in_the_companys_currency_are_taken_as_they_are(written, known):
    report, _rows = taken(written(LINES + "1,2026-01-31,A,100,EUR\n"), known=known)
    assert (report.amount, report.amounts) == (100, {"EUR": Decimal("100.00")})
    assert not any("converted" in note for note in report.notes)


def test_signs_in_the_amounts_that_differ_are_never_summed(written):
    text = "order_id,sold_date,product_id,amount\n1,2026-02-01,A,$10.00\n2,2026-02-01,A,£10.00\n"
    report, _ = taken(written(text), known=KNOWS_RATES)
    assert (report.outcome, report.reason) == ("refuse", "mixed_currency")


@pytest.mark.parametrize("heading", ["Amount (USD)", "Amount in USD", "amount_usd", "Amount US$"])
def test_the_heading_of_the_amount_tells_the_currency(written, heading):
    text = f"order no,date,sku,{heading}\n1,2026-01-05,A,5\n"
    assert taken(written(text))[0].amounts == {"USD": Decimal("5.00")}
    foreign = taken(written(text), known=Circumstances(TODAY, "EUR"))[0]
    assert (foreign.outcome, foreign.reason) == ("refuse", "mixed_currency")


def test_a_shared_sign_in_a_heading_is_the_companys_own_or_a_foreign_one(written):
    text = "order no,date,sku,Amount ($)\n1,2026-01-05,A,5\n"
    assert taken(written(text), known=Circumstances(TODAY, "CAD"))[0].amounts == {"CAD": Decimal("5.00")}
    assert taken(written(text), known=Circumstances(TODAY, "EUR"))[0].reason == "mixed_currency"


def test_a_heading_that_contradicts_other_words_on_the_currency_is_refused(written):
    by_column = "order no,date,sku,Amount (EUR),currency\n1,2026-01-05,A,5,EUR\n2,2026-01-05,A,5,USD\n"
    report, _ = taken(written(by_column))
    assert [(entry.line, entry.reason, entry.column) for entry in report.rejects] == [(3, "mixed_currency", "currency")]
    assert report.amounts == {"EUR": Decimal("5.00")}
    by_sign = "order no,date,sku,Amount (EUR)\n1,2026-01-05,A,£5\n2,2026-01-05,A,5\n"
    assert taken(written(by_sign))[0].reason == "mixed_currency"
    by_heading = "order no,date,sku,qty,Price (EUR),Discount (USD)\n1,2026-01-05,A,1,5,1\n"
    assert taken(written(by_heading), discount="amount")[0].reason == "mixed_currency"


def test_the_heading_of_a_price_list_tells_its_currency(written):
    text = "product_id,List price (USD)\nA,5\n"
    assert taken(written(text), "products", known=Circumstances(TODAY, "EUR"))[0].reason == "mixed_currency"
    assert taken(written(text), "products", known=Circumstances(TODAY, "USD"))[0].outcome == "load"


def test_one_sign_speaks_for_all_lines(written):
    text = "order_id,sold_date,product_id,amount\n1,2026-02-01,A,€10.00\n2,2026-02-01,A,10.00\n"
    assert taken(written(text))[0].amounts == {"EUR": Decimal("20.00")}
    assert taken(written(text), known=Circumstances(TODAY, currency="GBP"))[0].reason == "mixed_currency"
    dollars = text.replace("€", "US$")
    report, rows = taken(written(dollars), known=KNOWS_RATES)
    assert [row["revenue"] for row in rows] == [8, 8]
    assert report.amounts == {"USD": Decimal("20.00")}


def test_a_sign_that_contradicts_the_currency_column_is_refused(written):
    report, rows = taken(written(LINES + "1,2026-01-31,A,€100,USD\n2,2026-01-31,A,€100,EUR\n3,2026-01-31,A,1,EUR\n"))
    assert [(entry.line, entry.reason, entry.column) for entry in report.rejects] == [(2, "mixed_currency", "currency")]
    assert len(rows) == 2


def test_other_kinds_of_money_are_not_mixed_either(written):
    header = "observed_date,product_id,competitor,competitor_product,price\n"
    report, _ = taken(written(header + "2026-03-01,A,Rival,R,$3.99\n"), known=REPORTS_IN_EUR)
    assert (report.outcome, report.reason) == ("refuse", "mixed_currency")
    assert taken(written(header + "2026-03-01,A,Rival,R,€3.99\n"), known=REPORTS_IN_EUR)[0].outcome == "load"


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("Currency;Date;Rate", "2026-01-01"),
        ("ISO code;Valid from;Exchange rate", "2026-01-01"),
        ("Währung;Gültig ab;Kurs", "01.01.2026"),
        ("Devise;Date;Taux de change", "2026-01-01"),
    ],
)
def test_a_table_of_rates_is_recognised(written, header, day):
    report, rows = taken(written(f"{header}\nUSD;{day};0,9213\n£;{day};1,1702\n"))
    assert (report.outcome, report.kind) == ("load", "rates")
    assert [(row["currency"], row["first_date"], row["rate"]) for row in rows] == [
        ("USD", date(2026, 1, 1), Decimal("0.9213")), ("GBP", date(2026, 1, 1), Decimal("1.1702"))
    ]  # fmt: skip


def test_a_rate_is_above_zero_and_once_a_day(written):
    rows = "USD,2026-01-01,0.9\nUSD,2026-01-01,0.8\nGBP,2026-01-01,0\nGBP,2026-01-01,100000000\n"
    report, _ = taken(written("currency,first_date,rate\n" + rows))
    assert [(entry.line, entry.reason) for entry in report.rejects] == [
        (3, "conflicting_duplicate"), (4, "out_of_range"), (5, "out_of_range")
    ]  # fmt: skip
