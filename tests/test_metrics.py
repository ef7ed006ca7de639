"""Are figures written as a reader remembers them, and is up not always good?"""

from datetime import date

import pytest

from signals import metrics
from signals.metrics import METRICS

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        (212_000, "EUR", "€212 k"),
        (1_240_000, "GBP", "£1.2 m"),
        (18_400_000, "EUR", "€18.4 m"),
        (-212_000, "EUR", "−€212 k"),
        (310, "EUR", "€310"),
        (9.5, "EUR", "€9.50"),
        (9, "EUR", "€9"),
        (85.5, "EUR", "€86"),
        (999.6, "EUR", "€1 k"),
        (999_960, "EUR", "€1 m"),
        (2.5e9, "USD", "$2.5 bn"),
        (4e12, "JPY", "¥4,000 bn"),
        (48_000, "CHF", "CHF 48 k"),
        (48_000, None, "48 k"),
        (0, "EUR", "€0"),
        (-0.001, "EUR", "€0"),
    ],
)
def test_money_is_compact(amount, currency, written):
    assert metrics.money(amount, currency) == written


def test_a_difference_carries_its_sign():
    assert [metrics.signed_money(amount, "EUR") for amount in (40_000, -212_000, 0, 0.001)] == [
        "+€40 k",
        "−€212 k",
        "€0",
        "€0",
    ]


@pytest.mark.parametrize(
    ("values", "written"),
    [
        ((18.4e6, 17.6e6, 19.1e6), "€18.4 m (17.6–19.1)"),
        ((980e3, 900e3, 1.05e6), "€1 m (0.9–1.1)"),
        ((1e6, -200e3, 2.2e6), "€1 m (−0.2…2.2)"),
        ((310, 250, 400), "€310 (250–400)"),
    ],
)
def test_a_range_shares_the_unit_of_its_estimate(values, written):
    assert metrics.money_range(*values, "EUR") == written


def test_a_price_has_the_decimals_of_its_currency():
    assert [metrics.price(8.4, "EUR"), metrics.price(840, "JPY"), metrics.price(8.4, None)] == ["€8.40", "¥840", "8.40"]


@pytest.mark.parametrize(
    ("value", "written"),
    [(0.14, "14 %"), (0, "0 %"), (1, "100 %"), (0.004, "less than 1 %"), (0.997, "more than 99 %"), (1.12, "112 %")],
)
def test_a_share_that_is_neither_none_nor_all_is_never_written_so(value, written):
    assert metrics.share(value) == written


def test_a_change_is_shown_with_its_range():
    assert metrics.share_range(-0.14, -0.19, -0.09) == "−14 % (−19…−9)"
    assert metrics.share_range(0.06, -0.001, 0.13) == "+6 % (0…+13)"


def test_the_year_is_told_only_where_it_is_another():
    assert metrics.about_day(date(2026, 10, 12), TODAY) == "about 12 October"
    assert metrics.about_day(date(2025, 10, 12), TODAY) == "about 12 October 2025"
    assert metrics.short_day(date(2026, 11, 21), TODAY) == "Sat 21 Nov"
    assert metrics.short_day(date(2025, 11, 21), TODAY) == "Fri 21 Nov 2025"


def test_counts_agree_with_their_nouns():
    assert [metrics.counted(count, "product") for count in (0, 1, 1204)] == [
        "0 products",
        "1 product",
        "1,204 products",
    ]
    assert metrics.counted(2, "company", "companies") == "2 companies"
    assert [metrics.in_words(count) for count in (0, 9, 10)] == ["zero", "nine", "10"]
    assert metrics.counted_in_words(1, "region") == "one region"


def test_names_are_listed_as_one_says_them():
    assert [metrics.listed(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_up_is_not_always_good():
    assert metrics.tone(METRICS["sales"], 0.02, 0.1) == "improvement"
    assert metrics.tone(METRICS["price_gap"], 0.02, 0.1) == "concern"
    assert metrics.tone(METRICS["sales"], -0.1, -0.02) == "concern"


def test_a_change_whose_range_holds_zero_is_neutral():
    assert metrics.tone(METRICS["sales"], -0.1, 0.02) == "neutral"


def test_the_register_is_keyed_by_name():
    assert all(name == metric.name for name, metric in METRICS.items())
