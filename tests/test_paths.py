"""The weeks drawn on a page and the onsets said in words are those of the detector itself."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals.detectors import downturn, paths
from signals.detectors.judgement import judged
from signals.model import Subject

FIRST = date(2025, 1, 1)
DAYS = 300
LAST = FIRST + timedelta(days=DAYS - 1)
FALL = FIRST + timedelta(days=DAYS - 25)
FALLEN = Subject("product", "A", product_id="A")


def sales() -> pd.DataFrame:
    """Four products, some eight lines a day each; A loses half of its lines in the last 25 days."""
    rng = np.random.default_rng(11)
    day = np.repeat(np.arange(DAYS), 32)
    lines = pd.DataFrame(
        {
            "sold_date": pd.Timestamp(FIRST) + pd.to_timedelta(day, unit="D"),
            "product_id": rng.choice(list("ABCD"), len(day)),
            "customer_id": rng.choice([f"C{number}" for number in range(200)], len(day)),
            "region": rng.choice(["North", "South"], len(day)),
            "channel": "store",
            "category": "Cough",
            "quantity": 1.0,
            "revenue": rng.uniform(5, 15, len(day)).round(2),
        }
    )
    is_lost = (lines["product_id"] == "A") & (lines["sold_date"] >= pd.Timestamp(FALL)) & (rng.random(len(day)) < 0.5)
    return lines[~is_lost]


@pytest.fixture(scope="module")
def judgement():
    return judged(sales(), LAST)


@pytest.fixture(scope="module")
def weeks(judgement):
    return paths.weekly_paths(judgement)


@pytest.mark.parametrize(
    "subject",
    [
        FALLEN,
        Subject("product", "D", product_id="D"),
        Subject("company", "The company"),
        Subject("product_region", "A in North", product_id="A", category="Cough", region="North"),
    ],
    ids=lambda subject: subject.key,
)
def test_a_week_is_the_detectors_own_span_of_seven_days(judgement, weeks, subject):
    own = weeks[weeks["subject_key"] == subject.key]
    spans = downturn.expected_days_of(judgement, subject, span_days=7).set_index("day")
    assert len(own) > 10
    same = spans.loc[own["week"] + pd.Timedelta(days=6)]
    for column in ("actual", "expected", "low", "high"):
        np.testing.assert_allclose(own[column], same[column], err_msg=column)


def test_weeks_follow_one_another_and_end_on_the_last_day(weeks):
    for key, own in weeks.groupby("subject_key"):
        assert own["week"].iloc[-1] == pd.Timestamp(LAST - timedelta(days=6)), key
        assert (own["week"].diff().dropna() == pd.Timedelta(days=7)).all(), key
    assert not weeks.duplicated(["subject_key", "week"]).any()


def test_actual_is_what_was_booked(weeks):
    own = weeks[weeks["subject_key"] == FALLEN.key].set_index("week")["actual"]
    lines = sales()
    lines = lines[lines["product_id"] == "A"]
    for week, actual in own.items():
        booked = lines.loc[lines["sold_date"].between(week, week + pd.Timedelta(days=6)), "revenue"].sum()
        assert actual == pytest.approx(booked, abs=0.01)


def test_the_band_holds_the_expectation_and_a_fall_leaves_it(weeks):
    assert (weeks["low"] <= weeks["expected"]).all()
    assert (weeks["expected"] <= weeks["high"]).all()
    own = weeks[weeks["subject_key"] == FALLEN.key].iloc[-3:]
    assert (own["actual"] < own["low"]).all()


def test_every_series_judged_today_has_a_path(judgement, weeks):
    told = {finding.subject.key for finding in downturn.findings_of(judgement) if not np.isnan(finding.evidence)}
    assert set(weeks["subject_key"]) == told


@pytest.mark.parametrize("back_days", [0, 1, 7, 14])
def test_an_onset_is_the_one_that_was_found_on_that_day(judgement, back_days):
    day = LAST - timedelta(days=back_days)
    told = {each.subject.key: each.onset for each in downturn.findings(sales(), day) if each.onset is not None}
    keys = pd.Series(list(told))
    found = paths.onsets_of(judgement, keys, pd.Series([day] * len(keys)))
    assert dict(zip(keys, found.dt.date, strict=True)) == told


def test_each_series_is_asked_for_its_own_day(judgement):
    days = [LAST, LAST - timedelta(days=10), None]
    keys = pd.Series(["product:B", FALLEN.key, "company"], index=[7, 3, 5])
    found = paths.onsets_of(judgement, keys, pd.Series(days, index=[7, 3, 5]))
    alone = [
        paths.onsets_of(judgement, pd.Series([key]), pd.Series([day])).iloc[0]
        for key, day in zip(keys[:2], days[:2], strict=True)
    ]
    assert list(found.index) == [7, 3, 5]
    assert list(found.iloc[:2]) == alone
    assert pd.isna(found.loc[5])


def test_an_onset_lies_near_the_planted_one(judgement):
    found = paths.onsets_of(judgement, pd.Series([FALLEN.key]), pd.Series([LAST])).iloc[0].date()
    assert abs(found - FALL) <= timedelta(days=10)


def test_a_series_without_a_baseline_has_no_path():
    young = judged(sales().query("sold_date < '2025-01-21'"), date(2025, 1, 20))
    assert paths.weekly_paths(young).empty
    assert list(paths.weekly_paths(young).columns) == ["subject_key", "week", "actual", "expected", "low", "high"]
