"""A date is read in its column's order or refused; where no day decides the order, nothing is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.ingest.dates import DMY, MDY, date_of, moment_of, order_of, timestamp_of
from signals.ingest.texts import Refused

TODAY = date(2026, 11, 22)
FOURTH_OF_MARCH = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("2026-03-04", None),
        ("2026/03/04", None),
        ("2026.3.4", None),
        ("20260304", None),
        ("2026-03-04T10:00Z", None),
        ("2026-03-04 23:59:59.999+02:00", None),
        ("2026-03-04 10:00 UTC", None),
        ("04.03.2026", DMY),
        ("4/3/2026", DMY),
        ("3/4/2026", MDY),
        ("04-03-26", DMY),
        ("04/03/2026 14:30", DMY),
        ("3/4/26 2:30 PM", MDY),
        ("4. März 2026", None),
        ("04-Mar-2026", None),
        ("4 mars 2026", None),
        ("4 de marzo de 2026", None),
        ("4 marzo 2026", None),
        ("4 de março de 2026", None),
        ("March 4, 2026", None),
        ("Mar 4 2026", None),
        ("4th March 2026", None),
        ("Wed, 4 Mar 2026 10:00:00", None),
        ("46085", None),  # a spreadsheet's day
        ("46085.5", None),
        ("1772582400", None),  # seconds since 1970
        ("1772582400000", None),
    ],
)
def test_one_day_in_many_spellings(text, order):
    assert date_of(text, order=order, today=TODAY) == FOURTH_OF_MARCH


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("locale", ["en", "de", "fr", "es", "it", "pt"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_month_in_six_languages(month, locale, width):
    from babel.dates import get_month_names

    name = get_month_names(width, locale=locale)[month]
    assert date_of(f"7 {name} 2025", order=None, today=TODAY) == date(2025, month, 7)


@pytest.mark.parametrize(
    ("text", "order", "reason"),
    [
        ("yesterday", DMY, "bad_date"),
        ("2026-02-30", DMY, "bad_date"),
        ("31.04.2026", DMY, "bad_date"),
        ("29.02.2025", DMY, "bad_date"),
        ("2026-13-01", DMY, "bad_date"),
        ("2026-03-04 25:00", DMY, "bad_date"),
        ("4 Foo 2026", DMY, "bad_date"),
        ("12", DMY, "bad_date"),
        ("03/25/2026", DMY, "inconsistent_date"),
        ("25/03/2026", MDY, "inconsistent_date"),
        ("2026-11-24", DMY, "future_date"),
        ("1899-12-31", DMY, "out_of_range"),
        ("0000-01-01", DMY, "bad_date"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(text, order, reason):
    refused = date_of(text, order=order, today=TODAY)
    assert isinstance(refused, Refused)
    assert refused.reason == reason


def test_tomorrow_is_taken_since_the_sun_rises_earlier_elsewhere():
    assert date_of("2026-11-23", order=None, today=TODAY) == date(2026, 11, 23)


@pytest.mark.parametrize("text", ["", " ", "NULL", "-", "n/a"])
def test_nothing_is_missing(text):
    assert date_of(text, order=DMY, today=TODAY) is None


def test_a_two_digit_year_from_70_is_of_the_last_century():
    assert date_of("01.02.70", order=DMY, today=TODAY) == date(1970, 2, 1)
    assert date_of("01.02.26", order=DMY, today=TODAY) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["03/04/2026", "25/04/2026"], (DMY, True)),
        (["03/04/2026", "04/25/2026"], (MDY, True)),
        (["03.04.2026"], (DMY, True)),  # only day.month is written with points
        (["03/04/2026", "05/06/2026"], (None, True)),
        (["25/04/2026", "04/25/2026"], (None, True)),
        (["2026-03-04"], (None, False)),
        (["25/04/2026", "26/04/2026", "04/25/2026"], (DMY, True)),
        ([], (None, False)),
    ],
)
def test_the_whole_column_decides_the_order_of_day_and_month(texts, found):
    assert order_of(texts) == found


def test_a_day_is_the_day_written_and_a_timestamp_is_utc():
    text = "2026-03-04 23:30:00+02:00"
    assert date_of(text, order=None, today=TODAY) == FOURTH_OF_MARCH
    assert timestamp_of(text, order=None, today=TODAY) == datetime(2026, 3, 4, 21, 30)
    assert timestamp_of("2026-03-04 23:30:00-0200", order=None, today=TODAY) == datetime(2026, 3, 5, 1, 30)
    assert timestamp_of("2026-03-04 23:30+01:00", order=None, today=TODAY) == datetime(2026, 3, 4, 22, 30)
    assert timestamp_of("2026-03-04 23:30Z", order=None, today=TODAY) == datetime(2026, 3, 4, 23, 30)


@pytest.mark.parametrize(("text", "hour"), [("12:05 AM", 0), ("12:05 pm", 12), ("1:05 PM", 13), ("11:05 p.m.", 23)])
def test_half_days(text, hour):
    assert moment_of(f"2026-03-04 {text}", order=None, today=TODAY) == datetime(2026, 3, 4, hour, 5)


@given(day=st.dates(date(1900, 1, 1), TODAY), order=st.sampled_from([DMY, MDY]), mark=st.sampled_from("/-"))
def test_a_written_day_comes_back(day, order, mark):
    form = f"%d{mark}%m{mark}%Y" if order == DMY else f"%m{mark}%d{mark}%Y"
    assert date_of(day.strftime(form), order=order, today=TODAY) == day


@given(st.text(alphabet="0123456789/-.: TZMarchAPmde+", max_size=20))
def test_any_text_is_a_day_missing_or_refused(text):
    found = timestamp_of(text, order=DMY, today=TODAY)
    assert found is None or isinstance(found, datetime | Refused)
