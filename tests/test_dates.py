"""A date is read in its column's order or refused; where no day decides the order, nothing is guessed."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.ingest.columns_of_dates import Orders
from signals.ingest.dates import DMY, MDY, MIXED, YMD, date_of, month_of, timestamp_of
from signals.ingest.texts import Refused

TODAY = date(2026, 11, 22)
FOURTH_OF_MARCH = date(2026, 3, 4)


def orders(*texts: str) -> Orders:
    return Orders().see(texts)


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
        ("46085,5", None),
        ("26-3-4", YMD),
        ("26/03/04 10:00", YMD),
        ("2026-03-04T10:00:00.000+0000", None),
        ("2026-03-04T10:00+01:00[Europe/Berlin]", None),
        ("2026-03-04 24:00", None),  # the end of that day
        ("2026-03-04 10:00 CET", None),
        ("Wed Mar 04 10:00:00 UTC 2026", None),
        ("Wed Mar  4 10:00:00 2026", None),
        ("Wed Mar 04 2026 10:00:00 GMT+0100 (Central European Standard Time)", None),
        ("Wed, 04 Mar 2026 10:00:00 +0000", None),
        ("20260304103000", None),
        ("20260304T103000Z", None),
        ("202603041030", None),
        ("04MAR2026", None),
        ("04MAR2026:10:30:00", None),
        ("04/Mar/2026:10:00:00 +0000", None),
        ("04-MAR-26", None),
        ("2026-Mar-04", None),
        ("4th of March 2026", None),
        ("4 March 2026 at 10:00", None),
        ("Mittwoch, den 4. März 2026, 10:00 Uhr", None),
        ("mercredi 4 mars 2026 10h30", None),
        ("miércoles, 4 de marzo de 2026", None),
        ("mercoledì 4 marzo 2026", None),
        ("quarta-feira, 4 de março de 2026", None),
        ("woensdag 4 maart 2026", None),
        ("środa, 4 marca 2026", None),
        ("Wed 04/03/2026", DMY),
        ("\u200e4\u200e/\u200e3\u200e/\u200e2026", DMY),  # as copied from Windows
        ("04/03/2026 2:30 p. m.", DMY),
        ("04/03/2026 2 PM", DMY),
        ("2026-W10-3", None),
        ("2026W103", None),
        ("2026-063", None),
        ("/Date(1772582400000)/", None),
        ("/Date(1772665200000-0100)/", None),
        ("1772582400123456", None),
        ("1772582400", None),  # seconds since 1970
        ("1772582400000", None),
    ],
)
def test_one_day_in_many_spellings(text, order):
    assert date_of(text, order=order, today=TODAY) == FOURTH_OF_MARCH


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("locale", ["en", "de", "de_AT", "fr", "es", "it", "pt", "nl", "pl"])
@pytest.mark.parametrize("width", ["wide", "abbreviated"])
def test_every_month_in_eight_languages(month, locale, width):
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
        ("0000-00-00", DMY, "bad_date"),
        ("00.00.0000", DMY, "bad_date"),
        ("2026-03-04 24:01", DMY, "bad_date"),
        ("2026-W54-1", DMY, "bad_date"),
        ("2026-366", DMY, "bad_date"),
        ("260304", DMY, "bad_date"),
        ("020101", DMY, "bad_date"),  # no serial day of 1955
        ("046085", DMY, "bad_date"),
        ("19999", DMY, "bad_date"),
        ("01772582400", DMY, "bad_date"),
        ("04032026", DMY, "bad_date"),
        ("Q1 2026", DMY, "bad_date"),
        ("2026-03", DMY, "bad_date"),
        ("12:30", DMY, "bad_date"),
        ("26-03-4", DMY, "bad_date"),
        ("Foo, 4 March 2026", DMY, "bad_date"),
        ("04/03/2026", YMD, "inconsistent_date"),
        ("9999-12-31", DMY, "future_date"),
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
    ("texts", "order"),
    [
        (["03/04/2026", "25/04/2026"], DMY),
        (["03/04/2026", "04/25/2026"], MDY),
        (["Wed 03/04/2026", "Sat 04/25/2026"], MDY),
        (["03.04.2026"], DMY),  # only day.month is written with points
        (["03.04.2026", "04.25.2026"], MDY),
        (["03.04.2026", "03/04/2026"], None),
        (["03/04/2026", "05/06/2026"], None),
        (["25/04/2026", "04/25/2026"], None),
        (["25/04/2026", "26/04/2026", "04/25/2026"], DMY),
        (["26-01-05"], YMD),  # last night's file
        (["13-01-26"], DMY),
        (["25-01-26"], None),  # of 2025, or of 2026
        (["05-01-26"], None),  # day/month or month/day
        (["01/06/25", "01/06/26"], None),  # a month's first, not the year 2001
        (["99-01-05"], YMD),
        ([f"08-01-{day:02}" for day in range(1, 29)], YMD),
        ([f"{day:02}-01-08" for day in range(1, 29)], DMY),
        (["26.01.05"], DMY),
    ],
)
def test_the_whole_column_decides_the_order_of_day_month_and_year(texts, order):
    found = orders(*texts)
    assert found.is_needed
    assert found.order(TODAY) == order


def test_only_written_orders_need_one():
    assert not orders("2026-03-04", "4 March 2026", "46085", "").is_needed


def test_a_day_that_no_calendar_has_decides_no_order():
    assert orders("31/02/2026", "03/04/2026").order(TODAY) is None
    assert orders("02/31/2026", "25/04/2026").order(TODAY) == DMY
    assert orders("29/02/2024", "03/04/2026").order(TODAY) == DMY
    assert orders("29/02/2026", "03/04/2026").order(TODAY) is None
    assert not orders("31/02/2026").is_needed


def test_the_year_is_among_the_choices_only_where_it_may_come_first():
    assert orders("25-01-26").choices(TODAY) == (DMY, MDY, YMD)
    assert orders("05/01/26").choices(TODAY) == (DMY, MDY)
    assert orders("05/01/2026").choices(TODAY) == (DMY, MDY)


def test_of_a_column_of_both_orders_nothing_is_taken_that_either_could_have_written():
    assert orders("25/04/2026", "26/04/2026", "04/25/2026").doubts == {MIXED}
    assert not orders(*(f"{day}/04/2026" for day in range(13, 30)), *(f"{day}/05/2026" for day in range(13, 30)),
                      "04/25/2026").doubts  # fmt: skip
    refused = date_of("03/04/2026", order=DMY, today=TODAY, doubts=frozenset({MIXED}))
    assert refused.reason == "inconsistent_date"
    assert date_of("25/04/2026", order=DMY, today=TODAY, doubts=frozenset({MIXED})) == date(2026, 4, 25)
    assert date_of("04/04/2026", order=DMY, today=TODAY, doubts=frozenset({MIXED})) == date(2026, 4, 4)


@pytest.mark.parametrize(
    "text",
    ["2026-01", "2026/1", "01/2026", "1.2026", "Jan 2026", "January-26", "Jan-26", "Jänner 2026", "2026M01", "2026-M1",
     "202601", "2026 Jan", "enero de 2026", "styczeń 2026", "2026-01-17", "17.01.2026"],
)  # fmt: skip
def test_one_month_in_many_spellings(text):
    assert month_of(text, order=DMY, today=TODAY) == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [("2026-13", "bad_date"), ("13/2026", "bad_date"), ("26-01", "bad_date"), ("Foo 2026", "bad_date"),
     ("2027-01", "future_date"), ("1899-12", "out_of_range")],
)  # fmt: skip
def test_what_is_no_month_is_refused(text, reason):
    assert month_of(text, order=DMY, today=TODAY).reason == reason


def test_a_day_is_the_day_written_and_a_timestamp_is_utc():
    text = "2026-03-04 23:30:00+02:00"
    assert date_of(text, order=None, today=TODAY) == FOURTH_OF_MARCH
    assert timestamp_of(text, order=None, today=TODAY) == datetime(2026, 3, 4, 21, 30)
    assert timestamp_of("2026-03-04 23:30:00-0200", order=None, today=TODAY) == datetime(2026, 3, 5, 1, 30)
    assert timestamp_of("2026-03-04 23:30+01:00", order=None, today=TODAY) == datetime(2026, 3, 4, 22, 30)
    assert timestamp_of("2026-03-04 23:30Z", order=None, today=TODAY) == datetime(2026, 3, 4, 23, 30)
    assert timestamp_of("2026-03-04 23:30 CET", order=None, today=TODAY) == datetime(2026, 3, 4, 22, 30)
    assert timestamp_of("46085,75", order=None, today=TODAY) == datetime(2026, 3, 4, 18)
    assert timestamp_of("2026-03-04 24:00", order=None, today=TODAY) == datetime(2026, 3, 5)
    assert timestamp_of("/Date(1772665200000-0100)/", order=None, today=TODAY) == datetime(2026, 3, 4, 23)


def test_a_zone_of_several_countries_tells_the_day_and_no_moment():
    assert date_of("2026-03-04 23:30 IST", order=None, today=TODAY) == FOURTH_OF_MARCH
    assert timestamp_of("2026-03-04 23:30 IST", order=None, today=TODAY).reason == "bad_date"


@pytest.mark.parametrize(("text", "hour"), [("12:05 AM", 0), ("12:05 pm", 12), ("1:05 PM", 13), ("11:05 p.m.", 23)])
def test_half_days(text, hour):
    assert timestamp_of(f"2026-03-04 {text}", order=None, today=TODAY) == datetime(2026, 3, 4, hour, 5)


@given(day=st.dates(date(1900, 1, 1), TODAY), order=st.sampled_from([DMY, MDY]), mark=st.sampled_from("/-"))
def test_a_written_day_comes_back(day, order, mark):
    form = f"%d{mark}%m{mark}%Y" if order == DMY else f"%m{mark}%d{mark}%Y"
    assert date_of(day.strftime(form), order=order, today=TODAY) == day


@given(st.text(alphabet="0123456789/-.: TZMarchAPmde+", max_size=20))
def test_any_text_is_a_day_missing_or_refused(text):
    found = timestamp_of(text, order=DMY, today=TODAY)
    assert found is None or isinstance(found, datetime | Refused)
