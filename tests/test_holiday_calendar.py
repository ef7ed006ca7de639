"""Public holidays by country: which country, which days, and what they explain."""

from dataclasses import replace
from datetime import date, timedelta

import builders
import pandas as pd
import pytest

from signals.detectors.rulings import VOID
from signals.errors import SignalsError
from signals.pipeline import holiday_calendar
from signals.settings import NO_COUNTRY, Company, company_of, decisions
from signals.triage.holiday_notes import with_holidays
from signals.triage.select import Selected

AS_OF = date(2026, 12, 30)
COMPANY = builders.subject("The company", kind="company", product_id=None, category=None)
CATEGORY = builders.subject("Allergy", kind="category", product_id=None, category="Allergy")


@pytest.mark.parametrize(
    ("currency", "region", "country"),
    [
        ("GBP", None, "GB"),
        ("CHF", "Bavaria", "CH"),
        ("SEK", None, "SE"),
        ("EUR", "Germany", "DE"),
        ("EUR", "North-East", None),
        ("USD", "North", None),  # many countries pay in dollars
        ("USD", "United  States", "US"),
        (None, "uk", "GB"),
        ("XOF", None, None),
        (None, None, None),
    ],
)
def test_the_country_is_guessed_from_the_currency_else_from_the_largest_region(currency, region, country):
    assert holiday_calendar.guessed_country(currency, region) == country


def test_what_the_company_decided_counts_more_than_any_guess():
    assert holiday_calendar.country_of(Company(currency="GBP", country="DE"), "France") == "DE"
    assert holiday_calendar.country_of(Company(currency="GBP", country=NO_COUNTRY), "France") is None
    assert holiday_calendar.country_of(Company(currency="GBP"), "France") == "GB"


def test_a_decision_can_be_taken_back():
    told = decisions(Company(country="DE"), Company())
    assert company_of(told).country is None


def test_the_days_of_england_at_christmas():
    days = holiday_calendar.public_holidays("GB", date(2026, 12, 1), AS_OF)
    assert list(days["first_date"].dt.date) == [date(2026, 12, 25), date(2026, 12, 26), date(2026, 12, 28)]
    assert list(days["kind"].unique()) == ["holiday"]
    assert days["note"].iloc[0] == "Christmas Day"
    assert days[["product_id", "category", "region"]].isna().all(axis=None)


def test_names_are_english_wherever_the_country():
    assert "Midsummer Day" in set(holiday_calendar.public_holidays("SE", date(2026, 6, 1), AS_OF)["note"])


def test_no_country_has_no_holidays_and_an_unknown_one_is_said():
    assert holiday_calendar.public_holidays(None, date(2026, 1, 1), AS_OF).empty
    with pytest.raises(SignalsError, match="ZZ"):
        holiday_calendar.public_holidays("ZZ", date(2026, 1, 1), AS_OF)


def test_every_country_on_offer_is_known():
    codes = holiday_calendar.countries()
    assert {"GB", "DE", "SE", "US"} <= set(codes) and "EU" not in codes
    assert all(len(holiday_calendar.public_holidays(code, date(2026, 1, 1), AS_OF).columns) == 7 for code in codes)


def test_holidays_are_void_for_the_company_and_for_nobody_else():
    days = holiday_calendar.public_holidays("GB", date(2026, 12, 1), AS_OF)
    rulings = holiday_calendar.holiday_rulings(days)
    assert {(each.kind, each.subject.kind) for each in rulings} == {(VOID, "company")}
    assert (
        [each.first_date for each in rulings]
        == [each.last_date for each in rulings]
        == list(days["first_date"].dt.date)
    )


def selected(*subjects, onset: date) -> Selected:
    rows = tuple(builders.warning(subject=subject, key=subject.key, onset=onset) for subject in subjects)
    return Selected(warnings=rows, noted=(), suppressed=(), stable=(), unjudged={})


def test_a_fall_of_the_company_or_a_category_over_the_holidays_is_noted_and_a_products_is_not():
    days = holiday_calendar.public_holidays("GB", date(2026, 12, 1), AS_OF)
    told = with_holidays(selected(COMPANY, CATEGORY, builders.subject(), onset=date(2026, 12, 24)), days, AS_OF)
    assert [row.subject.kind for row in told.warnings] == ["product"]
    assert [row.severity for row in told.noted] == ["noted", "noted"]
    assert told.noted[0].reason == (
        "Noted: Christmas Day (25 December), Boxing Day (26 December) and Boxing Day (observed) (28 December) "
        "fall on these days."
    )


@pytest.mark.parametrize(("days", "is_explained"), [(5, True), (6, False), (28, False)])
def test_one_holiday_in_a_month_explains_no_fall(days, is_explained):
    holiday = pd.DataFrame({"first_date": [pd.Timestamp(AS_OF)], "note": ["A day off"]})
    told = with_holidays(selected(COMPANY, onset=AS_OF - timedelta(days=days - 1)), holiday, AS_OF)
    assert bool(told.noted) == is_explained
    assert len(told.noted) + len(told.warnings) == 1


def test_what_a_person_called_real_is_noted_by_no_holiday():
    days = holiday_calendar.public_holidays("GB", date(2026, 12, 1), AS_OF)
    rows = selected(COMPANY, CATEGORY, onset=date(2026, 12, 24))
    told = with_holidays(rows, days, AS_OF, confirmed={COMPANY.key})
    assert [row.subject for row in told.warnings] == [COMPANY]
    assert [row.subject for row in told.noted] == [CATEGORY]


def test_what_was_noted_before_stays():
    before = replace(selected(onset=AS_OF), noted=(builders.warning(severity="noted"),))
    assert with_holidays(before, holiday_calendar.public_holidays(None, AS_OF, AS_OF), AS_OF) == before
