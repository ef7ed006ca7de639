"""The score of a year, of everybody and of each segment, one answer a customer."""

from datetime import date

import builders
import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.stats.rates import nps
from signals.voice.recommendation import recommendations

AS_OF = date(2026, 6, 30)
SEGMENTS = pd.Series({"anna": "Pharmacy", "bert": "Pharmacy", "cleo": "Web", "dora": None})
TABLE = """
customer_id | given_date | scale | score
anna        | 2026-01-10 | nps   |   2
anna        | 2026-05-01 | nps   |  10
bert        | 2026-06-30 | nps   |   6
cleo        | 2025-07-01 | nps   |   8
dora        | 2026-02-01 | nps   |   9
            | 2026-03-01 | nps   |   9
            | 2026-03-01 | nps   |   9
bert        | 2026-06-29 | csat  |   5
cleo        | 2025-06-30 | nps   |   0
cleo        | 2026-07-01 | nps   |  10
dora        | 2026-04-01 | nps   |
"""


def table(text=TABLE):
    told = builders.drawn(text).astype({"score": float})
    return told.assign(given_date=pd.to_datetime(told["given_date"]))


def scores(feedback, segments=SEGMENTS, as_of=AS_OF):
    return {each.segment: (each.nps, each.n) for each in recommendations(feedback, segments, as_of)}


def test_the_scores_by_hand():
    """Anna 10, bert 6, cleo 8, dora 9, and two who gave no name: four promoters and a detractor of six."""
    assert scores(table()) == {None: (50.0, 6), "Pharmacy": (0.0, 2), "Web": (0.0, 1)}


def test_the_interval_is_that_of_the_score():
    everybody = recommendations(table(), SEGMENTS, AS_OF)[0]
    score = nps(4, 1, 1)
    assert (everybody.nps, everybody.low, everybody.high) == (score.estimate, score.low, score.high)


def test_the_last_answer_of_a_customer_counts_and_of_a_day_the_lowest():
    answers = pd.DataFrame({"customer_id": "anna", "score": [0.0, 10.0, 7.0], "scale": "nps"})
    days = pd.to_datetime(["2026-03-01", "2026-03-02", "2026-03-02"])
    assert scores(answers.assign(given_date=days)) == {None: (0.0, 1), "Pharmacy": (0.0, 1)}


def test_a_year_ends_on_the_day_and_the_future_is_invisible():
    feedback = table()
    assert scores(feedback, as_of=date(2026, 7, 1))["Web"] == (100.0, 1)
    assert "Web" not in scores(feedback[feedback["given_date"] < "2026-07-01"], as_of=date(2026, 7, 1))
    seen = feedback[feedback["given_date"] <= pd.Timestamp(AS_OF)]
    assert recommendations(seen, SEGMENTS, AS_OF) == recommendations(feedback, SEGMENTS, AS_OF)


def test_segments_and_those_in_none_make_up_everybody():
    rng = np.random.default_rng(2)
    names = [f"C{number}" for number in range(300)]
    answers = pd.DataFrame({"customer_id": names, "score": rng.integers(0, 11, 300).astype(float), "scale": "nps"})
    segments = pd.Series(rng.choice(["a", "b", "c"], 300), index=names)
    everybody, *parts = recommendations(answers.assign(given_date=pd.Timestamp(AS_OF)), segments, AS_OF)
    assert [part.segment for part in parts] == ["a", "b", "c"]
    assert sum(part.n for part in parts) == everybody.n == 300
    assert sum(part.nps * part.n for part in parts) == pytest.approx(everybody.nps * 300)


@pytest.mark.parametrize("scale", ["csat", None])
def test_nobody_asked_is_no_score(scale):
    assert recommendations(table().iloc[:0], SEGMENTS, AS_OF) == ()
    assert recommendations(table().assign(scale=scale), SEGMENTS, AS_OF) == ()
    assert scores(table(), segments=SEGMENTS.iloc[:0]) == {None: (50.0, 6)}


def test_arguments_stay_as_they_were_and_the_order_of_rows_says_nothing():
    feedback = table()
    before = feedback.copy(deep=True)
    shuffled = feedback.sample(frac=1, random_state=4)
    assert recommendations(shuffled, SEGMENTS, AS_OF) == recommendations(feedback, SEGMENTS, AS_OF)
    assert_frame_equal(feedback, before)
