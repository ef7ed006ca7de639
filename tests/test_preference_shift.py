"""First choice that shifts: who counts once, what is only another mix, who is named instead, what is too little."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.detectors import preference_shift
from signals.detectors.preference import first_choice
from signals.detectors.preference_shift import shifts
from signals.detectors.shift import CONCERN_WEIGHT, MIN_ANSWERS
from signals.metrics import ACT_EVIDENCE
from signals.stats.shifts import evidence_by_day

AS_OF = date(2026, 11, 21)
DAYS = 420
NAMES = {"P-1": "Trident", "P-2": "Orion"}


def answers(ages, first_choices, *, customers=None, product_id="P-1", region="North", source="survey") -> pd.DataFrame:
    """One answer an entry of `ages`, each of a customer of its own unless said."""
    return pd.DataFrame(
        {
            "given_date": [pd.Timestamp(AS_OF) - pd.Timedelta(days=int(age)) for age in ages],
            "product_id": product_id,
            "first_choice": first_choices,
            "customer_id": customers if customers is not None else [f"{region}-{n}" for n in range(len(ages))],
            "region": region,
            "source": source,
        }
    )


def survey(share, share_late, *, since=42, a_day=10, days=DAYS, seed=1, **columns) -> pd.DataFrame:
    """Trident, or else Reliva."""
    ages = np.repeat(np.arange(days), a_day)
    is_ours = np.random.default_rng(seed).random(len(ages)) < np.where(ages < since, share_late, share)
    return answers(ages, np.where(is_ours, "Trident", "Reliva"), **columns)


def trident(feedback, as_of=AS_OF):
    return next(each for each in shifts(feedback, as_of, NAMES) if each.product_id == "P-1")


# register of promises ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def company():
    rng = np.random.default_rng(4)
    feedback = pd.concat(
        [survey(0.41, 0.15), survey(0.4, 0.3, seed=2, region="South"), survey(0.3, 0.3, product_id="P-2", seed=3)]
    )
    return feedback.assign(customer_id=rng.choice([None, *map(str, range(2000))], len(feedback)))


def test_nobody_asked_has_no_records(company):
    assert shifts(company.iloc[:0], AS_OF, NAMES) == []
    assert shifts(company.assign(first_choice=None), AS_OF, NAMES) == []
    assert shifts(company, AS_OF - timedelta(days=2 * DAYS), NAMES) == []


def test_the_order_of_rows_says_nothing_and_the_argument_stays_unchanged(company):
    before = company.copy(deep=True)
    assert shifts(company.sample(frac=1, random_state=7), AS_OF, NAMES) == shifts(company, AS_OF, NAMES)
    assert_frame_equal(company, before)


def test_the_future_is_invisible(company):
    as_of = AS_OF - timedelta(days=30)
    is_known = company["given_date"] <= pd.Timestamp(as_of)
    louder = company.assign(first_choice=company["first_choice"].where(is_known, "RELIVA"))
    shouted = pd.concat([company[is_known], *[louder[~is_known]] * 9])
    assert shifts(shouted, as_of, NAMES) == shifts(company[is_known], as_of, NAMES)


def test_one_record_per_product_with_a_name(company):
    assert [each.product_id for each in shifts(company, AS_OF, NAMES)] == ["P-1", "P-2"]
    assert [each.key for each in shifts(company, AS_OF, {"P-2": "Orion"})] == ["first_choice:product:P-2"]


def test_what_rings_has_answers_enough(company):
    record = trident(company)
    assert record.state == "act" and min(record.n, record.n_before) >= MIN_ANSWERS
    assert record.effect == pytest.approx(record.observed - record.expected)
    assert record.effect_low < record.effect < record.effect_high < 0


def test_the_evidence_is_that_which_was_calibrated():
    feedback = survey(0.41, 0.3)
    hits = (feedback["first_choice"] == "Trident").to_numpy(dtype=float).reshape(DAYS, 10).sum(axis=1)[::-1]
    _, fall = evidence_by_day(hits[None, None, :], np.full((1, 1, DAYS), 10.0))
    assert trident(feedback).evidence == pytest.approx(fall[0, -1] + np.log(CONCERN_WEIGHT))


# what shifted -----------------------------------------------------------------------------------------------------


def test_fewer_who_name_ours_first_is_bad_news_and_more_is_good():
    fallen, risen = trident(survey(0.41, 0.25)), trident(survey(0.25, 0.41))
    assert (fallen.state, fallen.direction, risen.state, risen.direction) == ("act", "bad", "act", "good")
    assert fallen.observed == pytest.approx(0.25, abs=0.05) and fallen.expected == pytest.approx(0.41, abs=0.02)
    assert abs((fallen.onset - (AS_OF - timedelta(days=41))).days) <= 14
    assert trident(survey(0.41, 0.41)).state == "stable"


def test_who_is_named_instead_is_told_by_what_they_gained():
    ages = np.arange(400)
    before = np.where(ages % 4 < 2, "Trident", np.where(ages % 4 == 2, "Reliva", "Dolorex"))
    now = np.where(ages % 4 == 0, "trident ", np.where(ages % 4 < 3, " RELIVA", "Dolorex"))
    record = trident(answers(np.repeat(ages, 2), np.repeat(np.where(ages < 42, now, before), 2)))
    assert [name for name, *_ in record.rivals] == ["Reliva", "Dolorex"]
    assert record.rivals[0][2] > 0.4 > 0.3 > record.rivals[0][1]
    assert record.observed + sum(now for *_, now in record.rivals) == pytest.approx(1)


def test_a_region_that_is_asked_for_the_first_time_is_no_shift():
    feedback = pd.concat([survey(0.5, 0.5), survey(0.1, 0.1, days=42, region="Islands", seed=5)])
    record = trident(feedback)
    assert record.state == "stable" and record.observed == pytest.approx(0.5, abs=0.06)


def test_another_mix_of_regions_is_no_shift():
    north, south = survey(0.6, 0.6, a_day=5), survey(0.2, 0.2, a_day=5, region="South", seed=2)
    more = survey(0.2, 0.2, a_day=20, days=42, region="South", seed=3)
    more = more.assign(customer_id="more " + more["customer_id"])
    record = trident(pd.concat([north, south, more]))
    assert record.state == "stable" and abs(record.effect) < 0.08


def test_a_feedback_without_regions_will_do():
    feedback = survey(0.41, 0.25)
    assert trident(feedback.drop(columns="region")) == trident(feedback)


# who counts -------------------------------------------------------------------------------------------------------


def test_a_customer_counts_once_in_a_window_and_once_before_it_with_the_last_answer():
    usual = answers(range(60, 160), ["Trident"] * 100)
    often = answers([50, 30, 10], ["Trident", "Trident", "Reliva"], customers=["anna"] * 3)
    earlier = answers([80, 70], ["Reliva", "Trident"], customers=["anna"] * 2)
    others = answers(range(40), ["Trident"] * 40, customers=[f"other {n}" for n in range(40)])
    record = trident(pd.concat([usual, often, earlier, others]))
    assert (record.n, record.n_before) == (41, 101)
    assert record.observed == pytest.approx(40 / 41) and record.expected == 1


def test_a_chatty_customer_is_no_evidence():
    chatty = answers(np.repeat(range(42), 5), ["Reliva"] * 210, customers=["anna"] * 210)
    assert trident(pd.concat([survey(0.41, 0.41), chatty])).state == "stable"
    unknown = chatty.assign(customer_id=None)
    assert trident(pd.concat([survey(0.41, 0.41), unknown])).state == "act"


def test_the_same_answers_count_as_on_the_evidence_page():
    feedback = survey(0.41, 0.41, days=230, a_day=2).assign(customer_id=lambda told: told.index % 70)
    shown = first_choice(feedback, AS_OF, product_id="P-1", product_name="Trident")
    record = trident(feedback)
    assert (record.state, record.n, record.observed) == ("stable", shown.n, pytest.approx(shown.share.estimate))
    assert (record.n_before, record.expected) == (shown.n_before, pytest.approx(shown.share_before.estimate))


@pytest.mark.parametrize(("n", "n_before"), [(MIN_ANSWERS - 1, 200), (200, MIN_ANSWERS - 1), (0, 50), (50, 0)])
def test_too_few_answers_are_counted_and_not_judged(n, n_before):
    feedback = answers(np.concatenate([np.arange(n) % 56, 56 + np.arange(n_before) % 100]), "Reliva")
    record = trident(feedback)
    assert (record.state, record.n, record.n_before) == ("too_few", n, n_before)
    assert (record.evidence, record.direction, record.onset, record.observed, record.effect) == (None,) * 5


def test_a_product_that_nobody_names_first_has_a_share_of_nothing():
    record = trident(survey(0.0, 0.0))
    assert (record.state, record.observed, record.expected) == ("stable", 0, 0)


def test_weak_case_a_fall_in_one_region_of_ten_is_hardly_seen_in_the_whole():
    """The share is one of all regions; 41 to 20 % in a tenth of the answers is 2 points of all."""
    parts = [survey(0.41, 0.20, a_day=1, region="North-East")]
    parts += [survey(0.41, 0.41, a_day=1, region=f"region {n}", seed=n) for n in range(2, 11)]
    assert trident(pd.concat(parts)).state == "stable"


def test_weak_case_eight_points_of_ten_answers_a_day_ring_late():
    """Four weeks after 41 % became 33 %, most are not seen yet: test_shifts tells how long it takes."""
    told = [trident(survey(0.41, 0.33, since=28, seed=seed)) for seed in range(8)]
    assert sum(each.state == "act" for each in told) <= 3


def test_the_method_says_its_own_numbers():
    for number in (ACT_EVIDENCE, MIN_ANSWERS):
        assert f"{number}" in preference_shift.METHOD
