"""A number is read in its column's style or refused: never the other way round, never rounded."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from signals.ingest.numbers import (
    COMMA,
    PER_CENT,
    POINT,
    SHARE,
    Marks,
    Style,
    bare_shares,
    is_mixed,
    money_of,
    number_of,
    score_of,
    share_of,
    style_of,
)
from signals.ingest.texts import Refused


def marks(*texts: str) -> Marks:
    return Marks().see(texts)


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
        ("R$ 1.234,50", COMMA, "1234.50"),
        ("5,00 zł", COMMA, "5"),
        ("5 Kč", COMMA, "5"),
        ("1 500 Ft", COMMA, "1500"),
        ("₺5", POINT, "5"),
        ("₽5", POINT, "5"),
        ("₩1,500", POINT, "1500"),
        ("5 kr.", COMMA, "5"),
        ("KES 5", POINT, "5"),
        ("$5.00 CAD", POINT, "5"),
        ("Rs.500", POINT, "500"),
        ("- $5", POINT, "-5"),
        ("$-5", POINT, "-5"),
        ("-$5", POINT, "-5"),
        ("– 5", POINT, "-5"),
        ("5,-", COMMA, "5"),  # a price without cents, not a negative
        ("5.--", POINT, "5"),
        ("1\u2009234.5", POINT, "1234.5"),
        ("\u200e5.5", POINT, "5.5"),
        ("１，２３４．５", POINT, "1234.5"),
        ("١٬٢٣٤٫٥", POINT, "1234.5"),
        ("19.989999999999998", POINT, "19.989999999999998"),
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
    assert money_of(text, Style(style)) == Decimal(value)


@pytest.mark.parametrize("text", ["", "  ", "NULL", "n/a", "-", "None", "#N/A", "–", "<NA>"])
def test_nothing_is_missing_and_not_zero(text):
    assert number_of(text, Style(POINT)) is None


@pytest.mark.parametrize(
    ("text", "style", "reason"),
    [
        ("abc", POINT, "bad_number"),
        ("12 pcs", POINT, "bad_number"),
        ("1.2.3", POINT, "bad_number"),
        ("--5", POINT, "bad_number"),
        ("1e", POINT, "bad_number"),
        ("5 %", POINT, "bad_number"),
        ("5²", POINT, "bad_number"),
        ("½", POINT, "bad_number"),
        ("1/2", POINT, "bad_number"),
        ("1_000", POINT, "bad_number"),
        ("0x1F", POINT, "bad_number"),
        ("=1+1", POINT, "bad_number"),
        ("12 k", POINT, "bad_number"),
        ("12 Mio", POINT, "bad_number"),
        ("5 Cr", POINT, "bad_number"),  # a credit, or ten million
        ("-5-", POINT, "bad_number"),
        ("(-5)", POINT, "bad_number"),
        ("-5 CR", POINT, "bad_number"),
        ("(5", POINT, "bad_number"),
        ("€5 USD", POINT, "bad_number"),
        ("1,5E+03", POINT, "inconsistent_number"),
        ("1,234E+05", POINT, "inconsistent_number"),
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
    refused = money_of(text, Style(style))
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
        (["1.5", "1,5"], None),
        (["1.5E+03", "1.234"], POINT),
        (["0,125"], COMMA),
        (["1.234", "2.500"], None),
        (["1", "20"], None),
        ([], None),
    ],
)
def test_the_whole_file_decides_the_style(texts, style):
    assert style_of([marks(*texts), marks("7")]) == style


def test_thousands_and_thousandths_cannot_be_told_apart_by_one_text():
    assert marks("12", "1.234").ambiguous == {".": "1.234"}
    assert marks("1,234", "€ 2,345").ambiguous == {",": "1,234"}
    assert not marks("12", "0.234", "1.2345", "1.234E+05").ambiguous


def test_a_padded_fraction_beside_whole_numbers_is_doubted_unless_its_column_shows_the_style_itself():
    assert marks("500", "1.250").contradicts(POINT) == "1.250"
    assert marks("500", "1.250").contradicts(COMMA) is None
    assert marks("2.000", "1.250").contradicts(POINT) is None  # three decimals throughout
    assert marks("0", "1.250").contradicts(POINT) is None
    assert marks("500", "1.234").contradicts(POINT) is None
    assert marks("500", "1.250", "0.5").contradicts(POINT) is None


def test_of_a_file_of_two_systems_nothing_is_taken_that_either_could_have_written():
    two_systems = [marks("1.5", "2.5", "3,5", "1.234")]
    assert is_mixed(two_systems)
    assert number_of("1.234", Style(POINT, is_mixed=True)).reason == "inconsistent_number"
    assert number_of("1.23", Style(POINT, is_mixed=True)) == Decimal("1.23")


def test_one_slip_makes_no_second_system():
    assert not is_mixed([marks(*(f"{number}.5" for number in range(30)), "3,5")])


def test_an_exponent_is_a_number_and_no_score():
    assert number_of("1e1", Style(POINT)) == 10
    assert score_of("1e1", Style(POINT)) == Refused("bad_number", "is not a number")
    assert score_of("9,0", Style(COMMA)) == 9


def test_a_quantity_has_no_currency():
    assert number_of("12 KGS", Style(POINT)).reason == "bad_number"  # kilograms, or the money of Kyrgyzstan
    assert money_of("12 KGS", Style(POINT)) == 12


def test_a_unit_is_read_only_where_every_number_has_it():
    assert marks("12 pcs", "3 pcs.", "").common_unit == "pcs"
    assert marks("12 pcs", "3 St.").common_unit == ""
    assert marks("12 pcs", "3").common_unit == ""
    assert marks("12 k", "3 k").common_unit == ""
    assert number_of("12 pcs", Style(POINT, unit="pcs")) == 12
    assert number_of("12 St.", Style(POINT, unit="pcs")).reason == "bad_number"
    assert number_of("12", Style(POINT, unit="pcs")).reason == "bad_number"


@pytest.mark.parametrize(
    ("texts", "shared"),
    [
        (["$5", "6 CAD"], {"CAD"}),
        (["5 kr", "6 SEK"], {"SEK"}),
        (["€5", "6 EUR", "7 Euro", "8"], {"EUR"}),
        (["€5", "$5"], set()),
        (["5 USD", "6 CAD"], set()),
    ],
)
def test_marks_of_one_currency_are_told_from_a_mixture(texts, shared):
    assert frozenset.intersection(*marks(*texts).currencies) == shared


@pytest.mark.parametrize(
    ("text", "bare", "has_per_cent", "value"),
    [
        ("12 %", SHARE, True, "0.12"),
        ("12,5%", SHARE, True, "0.125"),
        ("0,12", SHARE, False, "0.12"),
        ("12", PER_CENT, False, "0.12"),
        ("0", SHARE, True, "0"),
        ("-5 %", SHARE, True, "-0.05"),
    ],
)
def test_a_share_is_read_as_a_part_of_one(text, bare, has_per_cent, value):
    assert share_of(text, Style(COMMA), bare=bare, has_per_cent=has_per_cent) == Decimal(value)


def test_a_bare_number_beside_per_cents_is_refused():
    refused = share_of("0.5", Style(POINT), bare=SHARE, has_per_cent=True)
    assert refused.reason == "inconsistent_number"


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (["0.1", "0.25", "0", "1"], SHARE),
        (["10", "25", "0", "1"], PER_CENT),
        (["0.5", "12"], None),
        (["0", "1"], None),
        (["0"], SHARE),
    ],
)
def test_what_a_bare_share_means_is_told_by_its_whole_column_or_asked(values, told):
    assert bare_shares(map(Decimal, values)) == told


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
    assert number_of(text, Style(LOCALES[locale])) == value


@given(st.text(max_size=12))
def test_any_text_is_a_number_missing_or_refused(text):
    for style in (POINT, COMMA):
        value = money_of(text, Style(style))
        assert value is None or isinstance(value, Decimal | Refused)
        if isinstance(value, Decimal):
            assert value.is_finite()
            assert any(char.isdigit() for char in text)
