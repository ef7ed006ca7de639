"""Scores by scale and month, the balance of departments, and the clock of the answers."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from signals.voice.balance import NO_DEPARTMENT, balances
from signals.voice.response_clock import response_clock
from signals.voice.scores import overall, score_months

AS_OF = date(2026, 11, 21)


def feedback(*rows, **columns) -> pd.DataFrame:
    names = ["given_date", "source", "scale", "score", "department"]
    frame = pd.DataFrame(rows, columns=names).assign(given_date=lambda f: pd.to_datetime(f["given_date"]))
    times = dict.fromkeys(("received_at", "acknowledged_at", "resolved_at"), pd.NaT)
    return frame.assign(**times | columns).astype({"score": float})


def test_scales_are_never_mixed():
    told = score_months(
        feedback(
            ("2026-10-03", "survey", "nps", 10, None),
            ("2026-10-04", "survey", "nps", 3, None),
            ("2026-10-05", "review", "stars", 4, None),
            ("2026-10-06", "survey", "csat", 5, None),
            ("2026-11-06", "survey", "ces", 6, None),
        )
    )
    assert [(each.scale, each.month.month, each.score, each.n) for each in told] == [
        ("nps", 10, 0.0, 2), ("csat", 10, 1.0, 1), ("ces", 11, 6.0, 1), ("stars", 10, 4.0, 1),
    ]  # fmt: skip


def test_one_answer_has_no_range():
    only = score_months(feedback(("2026-10-05", "review", "stars", 4, None)))[0]
    assert np.isnan(only.low) and np.isnan(only.high)


def test_the_mean_of_stars_lies_in_its_range():
    rng = np.random.default_rng(1)
    rows = [("2026-10-05", "review", "stars", int(score), None) for score in rng.integers(1, 6, 200)]
    found = overall(feedback(*rows), "stars")
    assert found.low < found.estimate < found.high and found.n == 200


def test_nobody_scored_nothing():
    assert score_months(feedback()) == ()
    assert overall(feedback(), "nps").n == 0


def test_five_good_experiences_cover_a_bad_one():
    good = [("2026-10-03", "survey", "csat", 5, "logistics")] * 5
    bad = [("2026-10-03", "complaint", None, None, "logistics")]
    table = balances(feedback(*good, *bad, *bad, ("2026-10-03", "review", "stars", 5, None)), "department")
    row = table.set_index("department").loc["logistics"]
    assert (row["good_count"], row["bad_count"], row["ratio"], row["is_covered"]) == (5, 2, 2.5, False)
    covered = balances(feedback(*good, *bad), "department").iloc[0]
    assert covered["is_covered"] and covered["is_few"]
    assert NO_DEPARTMENT in set(table["department"])


def test_the_department_with_most_bad_experiences_stands_first():
    rows = [("2026-10-03", "complaint", None, None, name) for name in ("billing", "logistics", "logistics")]
    assert list(balances(feedback(*rows), "department")["department"]) == ["logistics", "billing"]


@pytest.mark.parametrize(
    ("acknowledged", "resolved", "in_time", "waiting"),
    [
        ("2026-11-02 08:00", None, 1.0, 0),
        ("2026-11-04 08:00", None, 0.0, 0),
        (None, None, 0.0, 1),
        (None, "2026-11-03", None, 0),
    ],
    ids=["within a day", "later", "still waiting", "resolved at once"],
)
def test_the_clock_of_one_complaint(acknowledged, resolved, in_time, waiting):
    one = feedback(
        ("2026-11-01", "complaint", None, None, "billing"),
        received_at=pd.Timestamp("2026-11-01 09:00"),
        acknowledged_at=pd.Timestamp(acknowledged) if acknowledged else pd.NaT,
        resolved_at=pd.Timestamp(resolved) if resolved else pd.NaT,
    )
    row = response_clock(one, "department", AS_OF).iloc[0]
    assert row["waiting_count"] == waiting and row["complaints_count"] == 1
    assert pd.isna(row["in_time_share"]) if in_time is None else row["in_time_share"] == in_time
    if waiting:
        assert row["longest_wait_days"] == pytest.approx(20.625)


def test_who_complained_an_hour_ago_is_not_late():
    fresh = feedback(("2026-11-21", "complaint", None, None, "billing"), received_at=pd.Timestamp("2026-11-21 23:00"))
    row = response_clock(fresh, "department", AS_OF).iloc[0]
    assert row["waiting_count"] == 1 and pd.isna(row["in_time_share"])


def test_praise_later_days_and_surveys_wait_for_nobody():
    rows = [("2026-11-22", "complaint", None, None, "billing"), ("2026-11-01", "survey", "nps", 2, "billing"),
            ("2026-11-01", "review", "stars", 5, "billing")]  # fmt: skip
    assert response_clock(feedback(*rows), "department", AS_OF).empty
