"""A number is read in its column's style or refused: never the other way round, never rounded."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from signals.ingest.numbers import COMMA, POINT, has_ambiguous, number_of, score_of, style_of
from signals.ingest.texts import Refused


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("1234.5", POINT, "1234.5"),
        ("1,234.50", POINT, "1234.50"),
        ("1.234,50", COMMA, "1234.50"),
        ("12,34,567.89", POINT, "1234567.89"),  # lakh
        ("1 234 567,89", COMMA, "1234567.89"),
        ("1\u202f234,5", COMMA, "1234.5"),
        ("1\u00a0234,5", COMMA, "1234.5"),
        ("1'234.50", POINT, "1234.50"),
        ("1’234.50", POINT, "1234.50"),
        ("€ 5", POINT, "5"),
        ("5,00 €", COMMA, "5.00"),
        ("$1,234.50", POINT, "1234.50"),
        ("EUR 12.50", POINT, "12.50"),
        ("12.50 CHF", POINT, "12.50"),
        ("(1,234.50)", POINT, "-1234.50"),
        ("($5.00)", POINT, "-5.00"),
        ("$(5.00)", POINT, "-5.00"),
        ("1,234.50-", POINT, "-1234.50"),
        ("- 5", POINT, "-5"),
        ("−5.5", POINT, "-5.5"),
        ("+5", POINT, "5"),
        ("5.00 CR", POINT, "-5.00"),
        ("5.00 DR", POINT, "5.00"),
        ("1.5E+03", POINT, "1500"),
        ("0.1", POINT, "0.1"),
        (".5", POINT, "0.5"),
        (" 7 ", COMMA, "7"),
        ("0", COMMA, "0"),
    ],
)
def test_a_number_is_read_as_it_is_written(text, style, value):
    assert number_of(text, style) == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "NULL", "n/a", "-", "None", "#N/A"])
def test_nothing_is_missing_and_not_zero(text):
    assert number_of(text, POINT) is None


@pytest.mark.parametrize(
    ("text", "style", "reason"),
    [
        ("abc", POINT, "bad_number"),
        ("12 pcs", POINT, "bad_number"),
        ("1.2.3", POINT, "bad_number"),
        ("--5", POINT, "bad_number"),
        ("1e", POINT, "bad_number"),
        ("5 %", POINT, "bad_number"),
        ("٣", POINT, "bad_number"),
        ("1,5", POINT, "inconsistent_number"),
        ("1.5", COMMA, "inconsistent_number"),
        ("1.234,50", POINT, "inconsistent_number"),
        ("inf", POINT, "not_finite"),
        ("-Infinity", POINT, "not_finite"),
        ("1000000000000.01", POINT, "overflow"),
        ("1e300", POINT, "overflow"),
    ],
)
def test_what_is_no_number_is_refused_with_its_reason(text, style, reason):
    refused = number_of(text, style)
    assert isinstance(refused, Refused)
    assert refused.reason == reason


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["1234.56", "12"], POINT),
        (["1234,56", "12"], COMMA),
        (["1.234,56", "1.234"], COMMA),
        (["1,234,567"], POINT),
        (["1.234.567"], COMMA),
        (["1.5", "1.5", "1,5"], POINT),
        (["0,125"], COMMA),
        (["1.234", "2.500"], None),
        (["1", "20"], None),
        ([], None),
    ],
)
def test_the_whole_column_decides_the_style(texts, style):
    assert style_of(texts) == style


def test_thousands_and_thousandths_cannot_be_told_apart_by_one_text():
    assert has_ambiguous(["12", "1.234"])
    assert has_ambiguous(["1,234"])
    assert not has_ambiguous(["12", "0.234", "1.2345"])


def test_an_exponent_is_a_number_and_no_score():
    assert number_of("1e1", POINT) == 10
    assert score_of("1e1", POINT) == Refused("bad_number", "is not a score")
    assert score_of("9,0", COMMA) == 9


LOCALES = {
    "en_US": POINT,
    "de_DE": COMMA,
    "fr_FR": COMMA,
    "de_CH": POINT,
    "es_ES": COMMA,
    "en_IN": POINT,
    "it_IT": COMMA,
}


@given(
    value=st.decimals(min_value=-(10**9), max_value=10**9, places=2),
    locale=st.sampled_from(sorted(LOCALES)),
)
def test_what_a_locale_writes_comes_back(value, locale):
    text = format_decimal(value, format="#,##0.00" if locale != "en_IN" else "#,##,##0.00", locale=locale)
    assert number_of(text, LOCALES[locale]) == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_missing_or_refused(text):
    for style in (POINT, COMMA):
        value = number_of(text, style)
        assert value is None or isinstance(value, Decimal | Refused)
        if isinstance(value, Decimal):
            assert value.is_finite()
            assert any(char.isdigit() for char in text)
