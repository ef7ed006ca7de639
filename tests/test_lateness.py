"""A region is late when it is silent for longer than it ever was; never because the company was closed."""

from datetime import date, timedelta

import pandas as pd
import pytest

from signals.detectors.lateness import METHOD, REGULAR_SHARE, WINDOW_DAYS, regular_regions

FIRST = date(2026, 8, 1)


def region_days(**drawn: str) -> pd.DataFrame:
    """`x` a day with sales, `.` a quiet one; the first mark is 1 August. `_` in a name is a space."""
    rows = [
        {"region": name.replace("_", " "), "sold_date": FIRST + timedelta(days=place), "lines": 5}
        for name, marks in drawn.items()
        for place, mark in enumerate(marks)
        if mark == "x"
    ]
    frame = pd.DataFrame(rows, columns=["region", "sold_date", "lines"])
    return frame.assign(sold_date=pd.to_datetime(frame["sold_date"]))


def late_days(as_of: date = FIRST + timedelta(days=19), **drawn: str) -> dict[str, int]:
    return {state.region: state.days_late for state in regular_regions(region_days(**drawn), as_of)}


@pytest.mark.parametrize(
    ("title", "south", "days_late"),
    [
        ("in time", "xxxxxxxxxxxxxxxxxxxx", 0),
        ("one day missing, which never was", "xxxxxxxxxxxxxxxxxxx.", 1),
        ("three days missing", "xxxxxxxxxxxxxxxxx...", 3),
        ("a pause as long as one before", "xxxxx.xxxxxxxxxxxxx.", 0),
        ("a pause longer than any before", "xxxxx.xxxxxxxxxxxx..", 2),
        ("it came back", "xxxxxxxxxxx..xxxxxxx", 0),
    ],
)
def test_silence_is_held_against_the_regions_own_pauses(title, south, days_late):
    assert late_days(North="x" * 20, South=south)["South"] == days_late, title


def test_a_day_on_which_nobody_sells_is_nobodys_lateness():
    assert late_days(North="xxxxx..xxxxx..xxxxx.", South="xxxxx..xxxxx..xxxxx.") == {"North": 0, "South": 0}


def test_late_days_are_counted_in_selling_days():
    assert late_days(North="xxxxx..xxxxx..xxxxxx", South="xxxxx..xxxxx........")["South"] == 6


def test_a_region_that_sells_now_and_then_is_not_judged():
    assert late_days(North="x" * 20, Islands="x...x....x....x.....") == {"North": 0}


def test_sales_without_a_region_are_no_region():
    days = region_days(North="x" * 20, South="x" * 17)
    unnamed = days.assign(region=days["region"].where(days["region"] != "South", ""))
    assert [state.region for state in regular_regions(unnamed, FIRST + timedelta(days=19))] == ["North"]


def test_the_latest_stands_first_and_names_its_last_day():
    states = regular_regions(region_days(East="x" * 20, North="x" * 19, South="x" * 16), FIRST + timedelta(days=19))
    assert [(state.region, state.days_late) for state in states] == [("South", 4), ("North", 1), ("East", 0)]
    assert states[0].last_date == FIRST + timedelta(days=15)


def test_the_future_is_invisible():
    drawn = {"North": "x" * 20, "South": "xxxxxxxxxx.xxxxxxxxx"}
    as_of = FIRST + timedelta(days=10)
    assert late_days(as_of, **drawn) == late_days(as_of, **{name: marks[:11] for name, marks in drawn.items()})
    assert late_days(as_of, **drawn)["South"] == 1


def test_what_was_before_the_window_is_forgotten():
    quiet_long_ago = "x" + "." * 30 + "x" * (WINDOW_DAYS - 1) + "."
    days = len(quiet_long_ago)
    assert late_days(FIRST + timedelta(days=days - 1), North="x" * days, South=quiet_long_ago)["South"] == 1


def test_no_sales_are_no_regions_and_arguments_stay():
    assert regular_regions(region_days(), FIRST) == ()
    days = region_days(North="x" * 20, South="x" * 16)
    before = days.copy(deep=True)
    shuffled = regular_regions(days.sample(frac=1, random_state=3), FIRST + timedelta(days=19))
    assert shuffled == regular_regions(days, FIRST + timedelta(days=19))
    pd.testing.assert_frame_equal(days, before)


def test_method_names_its_own_thresholds():
    assert f"{REGULAR_SHARE:.0%}" in METHOD
    assert str(WINDOW_DAYS) in METHOD
