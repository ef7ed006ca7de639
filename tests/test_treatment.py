"""Those who were treated well beside those who were not: whom it compares, over which days, and how sure it is."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.voice.experiences import BAD, GOOD
from signals.voice.treatment import MIN_CUSTOMERS, experiences, treatments

AS_OF = date(2026, 6, 30)
TOLD_DAYS_AGO = 200
SCORES = {GOOD: 10.0, BAD: 0.0}


def ago(days):
    return pd.Timestamp(AS_OF - timedelta(days=days))


def bought(name, amounts):
    """`amounts`: revenue by how many days ago."""
    revenue = list(amounts.values())
    days = pd.DataFrame({"sold_date": [ago(days) for days in amounts], "revenue": revenue})
    return days.assign(customer_id=name, purchase_revenue=days["revenue"].clip(lower=0))


def said(name, tone, days_ago=TOLD_DAYS_AGO):
    return pd.DataFrame(
        {
            "customer_id": [name],
            "given_date": [ago(days_ago)],
            "source": "survey",
            "score": SCORES[tone],
            "scale": "nps",
        }
    )


def base(now, *, segment="Pharmacy", prefix="", each=MIN_CUSTOMERS):
    """(days, feedback, segments): `each` customers a tone who bought for 100 a year ago and for now[tone] now."""
    names = {tone: [f"{prefix}{tone}-{number}" for number in range(each)] for tone in now}
    days = [bought(name, {400: 100.0, 40: now[tone]}) for tone in names for name in names[tone]]
    feedback = [said(name, tone) for tone in names for name in names[tone]]
    everybody = [name for tone in names for name in names[tone]]
    return pd.concat(days), pd.concat(feedback), pd.Series(segment, index=everybody, dtype=object)


def compared(days, feedback, segments, as_of=AS_OF):
    return treatments(days, feedback, segments, as_of, np.random.default_rng(1))


def simulated(difference=0.0, segments=120, each=60, seed=3):
    """Segments whose customers spend by luck, `difference` less where they were treated badly."""
    rng = np.random.default_rng(seed)
    size = segments * 2 * each
    names = pd.Series(np.arange(size)).astype(str).str.zfill(6).radd("C")
    is_bad = np.arange(size) % 2 == 1
    spent = rng.lognormal(4, 0.5, (2, size)) * np.stack([np.ones(size), np.where(is_bad, 1 - difference, 1)])
    days = pd.DataFrame({"customer_id": np.tile(names, 2), "sold_date": np.repeat([ago(400), ago(40)], size)})
    days = days.assign(revenue=spent.ravel(), purchase_revenue=spent.ravel())
    scores = np.where(is_bad, SCORES[BAD], SCORES[GOOD])
    feedback = pd.DataFrame({"customer_id": names, "given_date": ago(TOLD_DAYS_AGO), "source": "survey"})
    feedback = feedback.assign(score=scores, scale="nps")
    return compared(days, feedback, pd.Series(np.arange(size) // 2 % segments, index=names).astype(str))[1:]


def test_the_comparison_by_hand():
    everybody, pharmacy = compared(*base({GOOD: 110.0, BAD: 80.0}))
    assert (everybody.segment, pharmacy.segment) == (None, "Pharmacy")
    assert (pharmacy.well_count, pharmacy.badly_count) == (20, 20)
    assert (pharmacy.well_change_share, pharmacy.badly_change_share) == (pytest.approx(0.1), pytest.approx(-0.2))
    assert (pharmacy.difference_share, pharmacy.low, pharmacy.high) == pytest.approx((0.3, 0.3, 0.3))


def test_who_has_no_segment_counts_for_everybody_only():
    days, feedback, segments = base({GOOD: 110.0, BAD: 80.0})
    assert [each.segment for each in compared(days, feedback, segments.iloc[:0])] == [None]


def test_segments_are_compared_within_themselves():
    """Each segment on its own has no difference; together one would be seen."""
    shops, web = base({GOOD: 100.0, BAD: 100.0}), base({GOOD: 50.0, BAD: 50.0}, segment="Web", prefix="w", each=30)
    told = compared(*(pd.concat(parts) for parts in zip(shops, web, strict=True)))
    assert {each.segment: round(each.difference_share, 9) for each in told if each.segment} == {"Pharmacy": 0, "Web": 0}


@pytest.mark.parametrize("missing", [GOOD, BAD])
def test_with_too_few_on_either_side_nothing_is_said(missing):
    days, feedback, segments = base({GOOD: 110.0, BAD: 80.0})
    assert compared(days, feedback[feedback["customer_id"] != f"{missing}-0"], segments) == ()
    assert compared(days.iloc[:0], feedback, segments) == () == compared(days, feedback.iloc[:0], segments)


@pytest.mark.parametrize(
    ("days_ago", "counts"), [(0, 1), (89, 1), (90, 0), (364, 0), (365, -1), (454, -1), (455, 0), (-1, 0)]
)
def test_the_last_90_days_are_held_against_the_same_days_a_year_before(days_ago, counts):
    days, feedback, segments = base({GOOD: 100.0, BAD: 100.0})
    more = pd.concat([days, bought("good-0", {days_ago: 2000.0})])
    change = compared(more, feedback, segments)[0].well_change_share
    assert change == pytest.approx({1: 1.0, 0: 0.0, -1: -0.5}[counts])


@pytest.mark.parametrize(("days_ago", "counts"), [(89, False), (90, True), (364, True), (365, False), (-1, False)])
def test_experiences_lie_before_the_days_that_are_compared(days_ago, counts):
    assert list(experiences(said("anna", GOOD, days_ago), AS_OF).index) == ["anna"] * counts


def test_one_bad_experience_is_bad():
    told = pd.concat([said("anna", GOOD), said("anna", BAD), said("anna", GOOD), said("bert", GOOD)])
    assert experiences(told, AS_OF).to_dict() == {"anna": BAD, "bert": GOOD}


def test_who_did_not_buy_a_year_before_is_not_compared():
    days, feedback, segments = base({GOOD: 110.0, BAD: 80.0}, each=21)
    days = days[~(days["customer_id"].eq("good-0") & days["sold_date"].eq(ago(400)))]
    assert compared(days, feedback, segments)[0].well_count == 20


def test_the_interval_leaves_no_difference_out_about_once_in_twenty():
    told = simulated()
    assert np.mean([not each.low <= 0 <= each.high for each in told]) == pytest.approx(0.05, abs=0.04)


def test_a_real_difference_is_found_and_held_by_the_interval():
    told = simulated(difference=0.3)
    assert np.mean([each.low > 0 for each in told]) > 0.5
    assert np.mean([each.low <= 0.3 <= each.high for each in told]) == pytest.approx(0.95, abs=0.04)


def test_arguments_stay_as_they_were_and_the_order_of_rows_says_nothing():
    days, feedback, segments = base({GOOD: 110.0, BAD: 80.0}, each=30)
    days["revenue"] *= np.random.default_rng(1).uniform(0.5, 2, len(days))
    before = days.copy(deep=True), feedback.copy(deep=True)
    shuffled = [each.sample(frac=1, random_state=2) for each in (days, feedback, segments)]
    assert compared(*shuffled) == compared(days, feedback, segments)
    assert_frame_equal(days, before[0])
    assert_frame_equal(feedback, before[1])
