"""Which complaints wait, for how long, and was each acknowledged within a day."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.voice.response_clock import open_complaints

TABLE = """
feedback_id | source    | scale | score | given_date | received_at      | acknowledged_at  | resolved_at
late        | complaint |       |       | 2026-03-02 | 2026-03-02 09:00 | 2026-03-03 09:01 |
in time     | complaint |       |       | 2026-03-01 | 2026-03-01 09:00 | 2026-03-02 09:00 |
waiting     | complaint |       |       | 2026-03-05 | 2026-03-05 09:00 |                  |
solved      | complaint |       |       | 2026-03-03 | 2026-03-03 09:00 | 2026-03-03 10:00 | 2026-03-04 09:00
undated     | complaint |       |       | 2026-03-04 |                  | 2026-03-04 11:00 |
one star    | review    | stars |   1   | 2026-03-06 | 2026-03-06 09:00 | 2026-03-06 15:30 |
five stars  | review    | stars |   5   | 2026-03-06 | 2026-03-06 09:00 |                  |
detractor   | survey    | nps   |   2   | 2026-03-07 | 2026-03-07 09:00 |                  |
heard       | heard     |       |       | 2026-03-08 | 2026-03-08 09:00 |                  |
"""


def table(text=TABLE):
    header, *rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
    times = [name for name in header if name.endswith(("_at", "_date"))]
    told = pd.DataFrame(rows, columns=header).astype({"score": float})
    return told.assign(**{name: pd.to_datetime(told[name]) for name in times})


def test_open_are_complaints_and_bad_words_that_we_did_not_ask_for_the_oldest_first():
    assert list(open_complaints(table())["feedback_id"]) == ["in time", "late", "undated", "waiting", "one star"]


def test_the_hours_by_hand():
    told = open_complaints(table()).set_index("feedback_id")
    hours = told["answer_hours"].dropna().to_dict()
    assert hours == {"in time": 24.0, "late": pytest.approx(24 + 1 / 60), "one star": 6.5}


def test_a_day_is_in_time_to_the_minute_and_who_waits_is_neither():
    is_in_time = open_complaints(table()).set_index("feedback_id")["is_in_time"]
    assert is_in_time.dropna().to_dict() == {"in time": True, "late": False, "one star": True}
    assert set(is_in_time.index[is_in_time.isna()]) == {"waiting", "undated"}


def test_nobody_asked_is_nobody_waiting():
    """A company that writes no answers down asks with nothing: every complaint since the beginning would be open."""
    nobody = open_complaints(table().iloc[:0])
    assert nobody.empty and {"answer_hours", "is_in_time"} <= set(nobody)


def test_what_nobody_acknowledged_is_open_all_the_same():
    told = table().assign(acknowledged_at=pd.NaT)
    assert list(open_complaints(told)["feedback_id"]) == ["in time", "late", "undated", "waiting", "one star"]
    assert open_complaints(told)["is_in_time"].isna().all()


@pytest.mark.parametrize("kind", ["datetime64[us]", "object"])
def test_without_feedback_nothing_is_open(kind):
    times = ["given_date", "received_at", "acknowledged_at", "resolved_at"]
    assert open_complaints(table().iloc[:0].astype(dict.fromkeys(times, kind))).empty


def test_arguments_stay_as_they_were_and_the_order_of_rows_says_nothing():
    told = table()
    before = told.copy(deep=True)
    assert_frame_equal(open_complaints(told.sample(frac=1, random_state=1)), open_complaints(told))
    assert_frame_equal(told, before)
