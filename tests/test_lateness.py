"""A region is late when it is silent for longer than it ever was; never because the company was closed."""

from datetime import date, timedelta

import pandas as pd
import pytest

from signals.detectors.lateness import METHOD, REGULAR_SHARE, WINDOW_DAYS, data_states
from signals.model import DataState

FIRST = date(2026, 8, 1)
NO_DELIVERIES = pd.DataFrame({"source": pd.Series(dtype=str), "last_date": pd.Series(dtype="datetime64[s]")})


def sold_days(kind: str = "region", **drawn: str) -> pd.DataFrame:
    """`x` a day with sales, `.` a quiet one; the first mark is 1 August. `_` in a name is a space."""
    nowhere = {"region": "", "channel": "", "source": ""}
    rows = [
        nowhere | {kind: name.replace("_", " "), "sold_date": FIRST + timedelta(days=place), "lines": 5}
        for name, marks in drawn.items()
        for place, mark in enumerate(marks)
        if mark == "x"
    ]
    frame = pd.DataFrame(rows, columns=["region", "channel", "source", "sold_date", "lines"])
    return frame.assign(sold_date=pd.to_datetime(frame["sold_date"]))


def deliveries(**last_days: list[int]) -> pd.DataFrame:
    """Per source the last day of each of its exports, counted from 1 August."""
    rows = [(source, FIRST + timedelta(days=day)) for source, days in last_days.items() for day in days]
    frame = pd.DataFrame(rows, columns=["source", "last_date"])
    return frame.assign(last_date=pd.to_datetime(frame["last_date"]))


def states(as_of: date = FIRST + timedelta(days=19), kind: str = "region", **drawn: str) -> tuple[DataState, ...]:
    return data_states(sold_days(kind, **drawn), NO_DELIVERIES, as_of)


def late_days(as_of: date = FIRST + timedelta(days=19), kind: str = "region", **drawn: str) -> dict[str, int]:
    return {state.name: state.days_late for state in states(as_of, kind, **drawn)}


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
    days = sold_days(North="x" * 20, South="x" * 17)
    unnamed = days.assign(region=days["region"].where(days["region"] != "South", ""))
    assert [state.name for state in data_states(unnamed, NO_DELIVERIES, FIRST + timedelta(days=19))] == ["North"]


def test_the_latest_stands_first_and_names_its_last_day():
    found = states(East="x" * 20, North="x" * 19, South="x" * 16)
    assert [(state.name, state.days_late) for state in found] == [("South", 4), ("North", 1), ("East", 0)]
    assert found[0].last_date == FIRST + timedelta(days=15)


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
    assert data_states(sold_days(), NO_DELIVERIES, FIRST) == ()
    days = sold_days(North="x" * 20, South="x" * 16)
    before = days.copy(deep=True)
    as_of = FIRST + timedelta(days=19)
    shuffled = data_states(days.sample(frac=1, random_state=3), NO_DELIVERIES, as_of)
    assert shuffled == data_states(days, NO_DELIVERIES, as_of)
    pd.testing.assert_frame_equal(days, before)


def test_channels_and_sources_are_held_to_their_own_pauses_like_regions():
    daily = deliveries(Store=range(20), Web=range(18))
    for kind in ("channel", "source"):
        found = data_states(sold_days(kind, Store="x" * 20, Web="x" * 18), daily, FIRST + timedelta(days=19))
        assert [(state.kind, state.name, state.days_late) for state in found] == [(kind, "Web", 2), (kind, "Store", 0)]


def test_a_lone_channel_is_the_company_and_says_nothing_of_itself():
    assert late_days(kind="channel", Store="x" * 20) == {}
    assert late_days(kind="channel", Store="x" * 20, Web="." * 20) == {}


@pytest.mark.parametrize(
    ("title", "silent_days", "days_late"),
    [("the next is due today", 7, 0), ("two days after", 9, 0), ("three days after", 10, 3), ("a week after", 14, 7)],
)
def test_a_weekly_rhythm_is_missed_by_the_week(title, silent_days, days_late):
    marks = ("......x" * 20) + "." * silent_days
    as_of = FIRST + timedelta(days=len(marks) - 1)
    state = next(each for each in states(as_of, North="x" * len(marks), Partner=marks) if each.name == "Partner")
    assert (state.days_late, state.usual_gap_days) == (days_late, 7), title
    assert state.is_awaited(as_of)


def test_a_monthly_rhythm_is_known_with_months_of_their_own_lengths():
    month_ends = [pd.Timestamp(FIRST) + pd.offsets.MonthEnd(month) for month in range(12)]
    length = (month_ends[-1] - pd.Timestamp(FIRST)).days + 1
    marks = ["."] * (length + 34)
    for day in month_ends:
        marks[(day - pd.Timestamp(FIRST)).days] = "x"
    as_of = FIRST + timedelta(days=length + 25)
    found = {state.name: state for state in states(as_of, North="x" * len(marks), Partner="".join(marks))}
    assert (found["Partner"].usual_gap_days, found["Partner"].days_late) == (30, 0)
    assert (
        late_days(FIRST + timedelta(days=len(marks) + 10), North="x" * (len(marks) + 11), Partner="".join(marks))[
            "Partner"
        ]
        == 15
    )


def test_a_source_that_delivers_daily_sales_once_a_week_is_late_after_its_own_week():
    """Its rows have a day each, but they come on Sundays: three days without them are no lateness."""
    last_days = [6 + 7 * week for week in range(10)]
    for silent_days, days_late in ((3, 0), (7, 0), (8, 8)):
        length = last_days[-1] + 1 + silent_days
        drawn = {"shop": "x" * length, "partner": "x" * (last_days[-1] + 1)}
        sold, delivered = sold_days("source", **drawn), deliveries(partner=last_days)
        as_of = FIRST + timedelta(days=length - 1)
        state = next(each for each in data_states(sold, delivered, as_of) if each.name == "partner")
        assert (state.days_late, state.usual_gap_days) == (days_late, 7)
        assert state.is_awaited(as_of)


def test_a_region_is_late_only_when_the_source_that_brings_it_is():
    last_days = [6 + 7 * week for week in range(10)]
    length = last_days[-1] + 4
    sold = pd.concat([sold_days(North="x" * length).assign(source="shop"),
                      sold_days(Islands="x" * (last_days[-1] + 1)).assign(source="partner")])  # fmt: skip
    as_of = FIRST + timedelta(days=length - 1)
    delivered = deliveries(partner=last_days, shop=range(length))
    assert {each.name: each.days_late for each in data_states(sold, delivered, as_of)} == {
        "North": 0, "Islands": 0, "shop": 0, "partner": 0
    }  # fmt: skip
    assert {each.name: each.days_late for each in data_states(sold, NO_DELIVERIES, as_of)}["Islands"] == 3


def of_sources(**drawn: str) -> pd.DataFrame:
    """Per source its days, all of one region."""
    return sold_days("source", **drawn).assign(region="North")


def told_sources(sold: pd.DataFrame, delivered: pd.DataFrame, as_of: date) -> dict[str, int]:
    return {each.name: each.days_late for each in data_states(sold, delivered, as_of) if each.kind == "source"}


@pytest.mark.parametrize(
    ("title", "exports", "told"),
    [("one export of the past", [29], {"daily": 0}), ("four", [6, 13, 20, 29], {"daily": 0}),
     ("a rhythm of its own", [5, 11, 17, 23, 29], {"history": 30, "daily": 0})],
)  # fmt: skip
def test_a_source_that_exported_a_few_times_is_history_and_not_late(title, exports, told):
    sold = of_sources(history="x" * 30, daily="x" * 60)
    delivered = deliveries(history=exports, daily=range(60))
    assert told_sources(sold, delivered, FIRST + timedelta(days=59)) == told, title


@pytest.mark.parametrize(("elsewhere", "is_late"), [("North", False), ("South", True)])
def test_a_source_is_not_late_once_another_brings_all_it_brought(elsewhere, is_late):
    sold = of_sources(old="x" * 30, new="." * 30 + "x" * 30)
    sold["region"] = sold["region"].where(sold["source"] == "old", elsewhere)
    delivered = deliveries(old=range(30), new=range(30, 60))
    assert ("old" in told_sources(sold, delivered, FIRST + timedelta(days=59))) == is_late


def test_a_source_beside_which_another_always_brought_the_region_is_missed():
    sold, delivered = of_sources(old="x" * 30, new="x" * 60), deliveries(old=range(30), new=range(60))
    assert told_sources(sold, delivered, FIRST + timedelta(days=59)) == {"old": 30, "new": 0}


def test_an_export_of_a_later_day_is_not_known_yet():
    drawn = {"shop": "x" * 60, "partner": "x" * 50}
    delivered = deliveries(partner=[6, 13, 20, 27, 34, 41])
    as_of = FIRST + timedelta(days=36)
    known = deliveries(partner=[6, 13, 20, 27, 34])
    sold = sold_days("source", **drawn)
    assert data_states(sold, delivered, as_of) == data_states(sold, known, as_of)


def test_method_names_its_own_thresholds():
    assert f"{REGULAR_SHARE:.0%}" in METHOD
    assert str(WINDOW_DAYS) in METHOD
