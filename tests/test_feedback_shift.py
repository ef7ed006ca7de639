"""Feedback that shifts: what counts, against what, what is only a different mix, and what is too little to say."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.demo.company import make
from signals.detectors import feedback_shift
from signals.detectors.feedback_shift import SCORES, shifts, shifts_before
from signals.detectors.shift import CONCERN_WEIGHT, MIN_ANSWERS, MIN_EVENTS
from signals.metrics import ACT_EVIDENCE
from signals.stats.shifts import evidence_by_day
from signals.voice.experiences import tones

AS_OF = date(2026, 11, 21)
DAYS = 420
COLUMNS = ["feedback_id", "given_date", "customer_id", "product_id", "touchpoint", "source", "score", "scale"]
NO_ORDERS = pd.DataFrame(columns=["sold_date", "product_id", "orders"])


def day(age: int) -> pd.Timestamp:
    return pd.Timestamp(AS_OF) - pd.Timedelta(days=int(age))


def rows(ages, **columns) -> pd.DataFrame:
    """One row an entry of `ages`, each of a customer of its own; scores on the NPS scale unless said."""
    filled = {"customer_id": None, "product_id": "P-1", "touchpoint": None, "source": "survey", "score": None}
    filled |= {"scale": "nps" if "score" in columns else None} | columns
    frame = pd.DataFrame({"given_date": [day(age) for age in ages], **filled})
    return frame if "customer_id" in columns else frame.assign(customer_id="of its own")


def together(*parts: pd.DataFrame) -> pd.DataFrame:
    feedback = pd.concat(parts, ignore_index=True)
    feedback = feedback.assign(
        feedback_id=[f"F-{number}" for number in range(len(feedback))],
        score=feedback["score"].astype(float),
        customer_id=[f"C-{n}" if own == "of its own" else own for n, own in enumerate(feedback["customer_id"])],
    )[COLUMNS]
    return feedback.assign(tone=tones(feedback))


def surveys(bad_share, bad_share_late, *, since=42, a_day=3, days=DAYS, seed=1, **columns) -> pd.DataFrame:
    """Detractors (3) and promoters (10)."""
    rng = np.random.default_rng(seed)
    ages = np.repeat(np.arange(days), a_day)
    is_bad = rng.random(len(ages)) < np.where(ages < since, bad_share_late, bad_share)
    return rows(ages, score=np.where(is_bad, 3, 10), **columns)


def complaints(a_day, a_day_late, *, since=42, days=DAYS, seed=2, **columns) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    ages = np.arange(days)
    ages = np.repeat(ages, rng.poisson(np.where(ages < since, a_day_late, a_day)))
    return rows(ages, source="complaint", **columns)


def orders(a_day=20, *, days=DAYS, product_id="P-1") -> pd.DataFrame:
    a_day = np.broadcast_to(a_day, days)  # by age
    return pd.DataFrame({"sold_date": [day(age) for age in range(days)], "product_id": product_id, "orders": a_day})


def found(feedback, sold=NO_ORDERS, themes=None, *, metric, as_of=AS_OF, **subject):
    """The one record of a metric and subject."""
    subject = {"product_id": None, "touchpoint": None} | subject
    records = [
        each
        for each in shifts(feedback, sold, as_of, themes)
        if each.metric == metric and all(getattr(each, name) == value for name, value in subject.items())
    ]
    assert len(records) <= 1, records
    return records[0] if records else None


# register of promises ---------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def company():
    rng = np.random.default_rng(5)
    feedback = together(
        surveys(0.2, 0.5, touchpoint="product"),
        surveys(0.3, 0.3, product_id="P-2", a_day=1, seed=3, touchpoint="delivery"),
        complaints(0.3, 1.2, touchpoint="delivery"),
        complaints(0.1, 0.1, product_id=None, seed=4),
    ).assign(customer_id=lambda told: rng.choice([None, *map(str, range(500))], len(told)))
    sold = pd.concat([orders(), orders(5, product_id="P-2")])
    themes = [
        pd.DataFrame({"feedback_id": feedback["feedback_id"].iloc[::every], "theme": theme})
        for every, theme in ((7, "packaging"), (5, "taste"))
    ]
    return feedback, sold, pd.concat(themes)


def test_no_feedback_has_no_records(company):
    feedback, sold, themes = company
    assert shifts(feedback.iloc[:0], sold, AS_OF, themes) == []
    assert shifts(feedback.iloc[:0], sold.iloc[:0], AS_OF) == []
    assert shifts(feedback, sold, AS_OF - timedelta(days=2 * DAYS), themes) == []


def test_the_order_of_rows_says_nothing_and_arguments_stay_unchanged(company):
    before = [frame.copy(deep=True) for frame in company]
    feedback, sold, themes = (frame.sample(frac=1, random_state=8) for frame in company)
    assert shifts(feedback, sold, AS_OF, themes) == shifts(company[0], company[1], AS_OF, company[2])
    for frame, copy in zip(company, before, strict=True):
        assert_frame_equal(frame, copy)


def test_the_future_is_invisible(company):
    feedback, sold, themes = company
    as_of = AS_OF - timedelta(days=50)
    known = feedback[feedback["given_date"] <= pd.Timestamp(as_of)]
    told = shifts(feedback, sold, as_of, themes)
    assert told == shifts(known, sold[sold["sold_date"] <= pd.Timestamp(as_of)], as_of, themes)
    assert told


def test_what_rings_has_answers_enough(company):
    records = shifts(*company[:2], AS_OF, company[2])
    ringing = [each for each in records if each.state in ("act", "watch")]
    assert ringing and {each.state for each in records} >= {"act", "stable"}
    for each in ringing:
        assert each.evidence >= 2 and each.onset is not None and each.direction in ("good", "bad")
        assert min(each.n, each.n_before) >= 1 and each.effect_low < each.effect < each.effect_high
        assert each.effect == pytest.approx(each.observed - each.expected)
        assert each.probability is None
    assert len({each.key for each in records}) == len(records)


def test_dates_may_be_texts_and_days(company):
    feedback, sold, themes = company
    as_text = feedback.assign(given_date=feedback["given_date"].dt.strftime("%Y-%m-%d"))
    as_day = sold.assign(sold_date=sold["sold_date"].dt.date)
    assert shifts(as_text, as_day, AS_OF, themes) == shifts(feedback, sold, AS_OF, themes)


def test_the_evidence_is_that_which_was_calibrated():
    told = surveys(0.2, 0.4, touchpoint="product")
    trials = np.full((1, 1, DAYS), 3.0)
    is_bad = (told["score"] == 3).to_numpy(dtype=float).reshape(DAYS, 3).sum(axis=1)[::-1]
    rise, _ = evidence_by_day(is_bad[None, None, :], trials)
    record = found(together(told), metric="negatives", product_id="P-1")
    assert record.evidence == pytest.approx(rise[0, -1] + np.log(CONCERN_WEIGHT))


# scores and negatives ---------------------------------------------------------------------------------------------


def test_more_negatives_and_a_lower_score_ring_as_bad_news():
    feedback = together(surveys(0.2, 0.5))
    negatives = found(feedback, metric="negatives", product_id="P-1")
    assert (negatives.state, negatives.direction) == ("act", "bad")
    assert negatives.expected == pytest.approx(0.2, abs=0.05) and negatives.observed == pytest.approx(0.5, abs=0.1)
    assert abs((negatives.onset - (AS_OF - timedelta(days=41))).days) <= 14
    score = found(feedback, metric="score", product_id="P-1")
    assert (score.state, score.direction, score.scale) == ("act", "bad", "nps")
    assert score.expected == pytest.approx(100 - 200 * negatives.expected, abs=0.01)


def test_fewer_negatives_are_good_news():
    feedback = together(surveys(0.5, 0.2))
    assert {found(feedback, metric=name, product_id="P-1").direction for name in ("negatives", "score")} == {"good"}


@pytest.mark.parametrize(
    ("scale", "score", "shown"), [("nps", 10, 100), ("nps", 8, 0), ("nps", 2, -100), ("csat", 4, 1), ("csat", 3, 0),
                                  ("ces", 6.5, 6.5), ("stars", 3.5, 3.5)],
)  # fmt: skip
def test_a_score_is_shown_in_its_own_unit(scale, score, shown):
    assert set(SCORES) == {"nps", "csat", "ces", "stars"}
    record = found(together(rows(range(DAYS), score=score, scale=scale)), metric="score", product_id="P-1")
    assert (record.observed, record.expected, record.scale) == (pytest.approx(shown), pytest.approx(shown), scale)
    assert record.state == "stable"


def test_scales_are_never_mixed():
    half = rows(range(0, DAYS, 2), score=9)
    stars = rows(range(1, DAYS, 2), score=4, scale="stars", source="review")
    records = [each for each in shifts(together(half, stars), NO_ORDERS, AS_OF) if each.metric == "score"]
    assert {(each.product_id, each.scale): each.n for each in records} == {
        (subject, scale): 28 for subject in (None, "P-1") for scale in ("nps", "stars")
    }


def test_a_source_that_begins_is_no_shift():
    """Reviews come in since seven weeks, and they are worse than the surveys always were."""
    reviews = rows(np.repeat(range(49), 4), score=1, scale="stars", source="review")
    record = found(together(surveys(0.2, 0.2), reviews), metric="negatives", product_id="P-1")
    assert record.state == "stable" and abs(record.effect) < 0.08


def test_another_mix_of_products_is_no_shift_of_the_company():
    liked, disliked = surveys(0.1, 0.1, days=DAYS, a_day=3), surveys(0.5, 0.5, a_day=1, product_id="P-2", seed=3)
    more = surveys(0.5, 0.5, days=42, a_day=6, product_id="P-2", seed=4)
    record = found(together(liked, disliked, more), metric="negatives")
    assert record.state == "stable" and record.observed > 0.3 and abs(record.effect) < 0.08


def test_a_complaint_is_no_score():
    feedback = together(surveys(0.2, 0.2), rows(range(40), source="complaint", score=1, scale="csat"))
    assert found(feedback, metric="negatives", product_id="P-1").n == 56 * 3
    assert found(feedback, metric="score", scale="csat", product_id="P-1") is None


# who counts, and for what -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "ages", "customers", "n"),
    [
        ("two customers", [10, 10], ["anna", "ben"], 2),
        ("one customer on one day", [10, 10], ["anna", "anna"], 1),
        ("within a week", [16, 10], ["anna", "anna"], 1),
        ("a week later", [17, 10], ["anna", "anna"], 2),
        ("every fifth day", [20, 15, 10, 5, 0], ["anna"] * 5, 3),
        ("two customers, twice each", [16, 10, 16, 10], ["anna", "anna", "ben", "ben"], 2),
        ("nobody knows who", [10, 10], [None, None], 2),
    ],
)
def test_a_customer_counts_once_within_a_week(title, ages, customers, n):
    feedback = together(rows(ages, score=2, customer_id=customers))
    for as_of in (AS_OF, AS_OF + timedelta(days=3)):
        assert found(feedback, metric="negatives", product_id="P-1", as_of=as_of).n == n, title


def test_what_a_customer_says_within_a_week_counts_as_its_mean():
    usual = rows(range(2, DAYS), score=10)
    twice = rows([1, 0], score=[10, 2], customer_id="anna")
    record = found(together(usual, twice), metric="score", product_id="P-1")
    assert record.observed == pytest.approx((100 * 54 + 0) / 55)


def test_feedback_without_product_or_touchpoint_counts_for_the_company_alone():
    feedback = together(surveys(0.2, 0.2, product_id=None), surveys(0.2, 0.2, a_day=1, touchpoint="billing"))
    by_subject = {
        (each.product_id, each.touchpoint): each.n
        for each in shifts(feedback, NO_ORDERS, AS_OF)
        if each.metric == "negatives"
    }
    assert by_subject == {(None, None): 4 * 56, ("P-1", None): 56, (None, "billing"): 56}


def test_too_few_answers_are_counted_and_not_judged():
    few = MIN_ANSWERS - 1
    feedback = together(rows(np.arange(few) % 56, score=2), rows(range(60, 160), score=10))
    record = found(feedback, metric="negatives", product_id="P-1")
    assert (record.state, record.n, record.n_before) == ("too_few", few, 100)
    assert (record.evidence, record.onset, record.observed, record.effect_low) == (None,) * 4
    one_more = together(feedback, rows([3], score=2))
    assert found(one_more, metric="negatives", product_id="P-1").state == "act"


def test_a_source_replaced_by_another_leaves_nothing_to_compare():
    feedback = together(rows(range(60, 200), score=10), rows(range(50), score=2, source="review"))
    assert found(feedback, metric="negatives", product_id="P-1").state == "too_few"


# complaints -------------------------------------------------------------------------------------------------------


def test_complaints_are_counted_against_orders():
    feedback, sold = together(complaints(0.4, 1.2)), orders(20)
    record = found(feedback, sold, metric="complaints", product_id="P-1")
    assert (record.state, record.direction) == ("act", "bad")
    assert record.expected == pytest.approx(1000 * 0.4 / 20, rel=0.2)
    assert record.observed == pytest.approx(1000 * 1.2 / 20, rel=0.25)
    window = record.window_days(AS_OF)
    inside = feedback[feedback["given_date"] > pd.Timestamp(AS_OF - timedelta(days=window))]
    assert record.n == 20 * window
    assert record.observed == pytest.approx(1000 * len(inside) / record.n)


def test_fewer_complaints_are_good_news():
    record = found(together(complaints(2.0, 0.4)), orders(), metric="complaints", product_id="P-1")
    assert (record.state, record.direction) == ("act", "good") and record.effect_high < 0


def test_as_many_more_orders_as_complaints_are_no_shift():
    sold = orders(np.where(np.arange(DAYS) < 42, 60, 20))
    record = found(together(complaints(0.4, 1.2)), sold, metric="complaints", product_id="P-1")
    assert record.state == "stable"


def test_complaints_where_there_were_none_ring_soon():
    never = rows([DAYS - 1], source="complaint", product_id="P-2")
    feedback = together(never, rows([9, 8, 6, 4, 3, 1], source="complaint"))
    sold = pd.concat([orders(), orders(product_id="P-2")])
    record = found(feedback, sold, metric="complaints", product_id="P-1")
    assert (record.state, record.expected) == ("act", 0)
    assert found(feedback, sold, metric="complaints", product_id="P-2").state == "too_few"


def test_fewer_complaints_than_the_least_say_nothing():
    few = MIN_EVENTS - 1
    feedback = together(rows([DAYS - 1], source="complaint", product_id="P-2"), rows(range(few), source="complaint"))
    record = found(feedback, orders(), metric="complaints", product_id="P-1")
    assert (record.state, record.n) == ("too_few", 20 * 56)


def test_without_orders_there_is_no_rate():
    feedback = together(complaints(0.4, 1.2))
    assert found(feedback, NO_ORDERS, metric="complaints", product_id="P-1") is None
    other = found(feedback, orders(product_id="P-2"), metric="complaints", product_id="P-1")
    assert (other.state, other.n) == ("too_few", 0)


def test_orders_of_the_days_before_complaints_were_recorded_say_nothing():
    """Complaints are exported since ten weeks, at one level."""
    record = found(together(complaints(0, 1.0, since=70)), orders(), metric="complaints", product_id="P-1")
    assert record.state == "stable" and record.n_before <= 20 * 14


def test_days_whose_orders_or_complaints_have_not_come_say_nothing():
    feedback = together(complaints(1.0, 1.0))
    late_sales = orders()[lambda sold: sold["sold_date"] <= day(10)]
    late_feedback = feedback[feedback["given_date"] <= day(10)]
    for told, sold in ((feedback, late_sales), (late_feedback, orders())):
        record = found(told, sold, metric="complaints", product_id="P-1")
        assert record.state == "stable" and record.n <= 20 * 46


def test_the_companys_rate_is_per_order_of_all_and_holds_complaints_of_no_product():
    feedback = together(complaints(0.5, 0.5), complaints(0.5, 0.5, seed=9, product_id=None))
    sold = pd.concat([orders(20), orders(30, product_id="P-2")])
    record = found(feedback, sold, metric="complaints")
    inside = (feedback["given_date"] > pd.Timestamp(AS_OF - timedelta(days=56))).sum()
    assert (record.state, record.n) == ("stable", 50 * 56)
    assert record.observed == pytest.approx(1000 * inside / record.n)


def test_a_season_of_a_product_with_more_complaints_is_no_shift_of_the_company():
    sick = complaints(0.1, 2.0, product_id="cough")
    feedback = together(complaints(0.3, 0.3, seed=3), sick)
    sold = pd.concat([orders(50), orders(np.where(np.arange(DAYS) < 42, 40, 2), product_id="cough")])
    record = found(feedback, sold, metric="complaints")
    assert record.state == "stable" and record.observed > 15


# themes -----------------------------------------------------------------------------------------------------------


def named(feedback, is_named, theme="packaging") -> pd.DataFrame:
    return pd.DataFrame({"feedback_id": feedback.loc[is_named, "feedback_id"], "theme": theme})


def a_share(feedback, share, share_late, *, since=42, seed=6) -> np.ndarray:
    is_late = (feedback["given_date"] > pd.Timestamp(AS_OF - timedelta(days=since))).to_numpy()
    return np.random.default_rng(seed).random(len(feedback)) < np.where(is_late, share_late, share)


def test_a_theme_that_is_named_more_often_rings():
    feedback = together(surveys(0.4, 0.4))
    record = found(feedback, themes=named(feedback, a_share(feedback, 0.03, 0.3)), metric="theme", product_id="P-1")
    assert (record.state, record.theme) == ("act", "packaging")
    assert record.observed == pytest.approx(0.3, abs=0.1) and record.expected == pytest.approx(0.03, abs=0.02)


@pytest.mark.parametrize(("score", "direction"), [(10, "good"), (2, "bad"), (8, "bad")])
def test_a_theme_is_good_news_where_more_good_than_bad_feedback_names_it(score, direction):
    feedback = together(rows(np.repeat(range(DAYS), 3), score=score))
    themes = named(feedback, a_share(feedback, 0.03, 0.3))
    assert found(feedback, themes=themes, metric="theme", product_id="P-1").direction == direction


def test_a_theme_that_is_named_less_is_nothing_to_tell():
    feedback = together(surveys(0.4, 0.4))
    record = found(feedback, themes=named(feedback, a_share(feedback, 0.3, 0.03)), metric="theme", product_id="P-1")
    assert record.state == "stable" and record.onset is None


def test_a_theme_that_is_drowned_by_others_is_nothing_to_tell():
    """It is named twice as often as before, among five times as much feedback."""
    feedback = together(surveys(0.4, 0.4, a_day=2), surveys(0.4, 0.4, a_day=8, days=42, seed=7))
    themes = named(feedback, a_share(feedback, 0.6, 0.24))
    assert found(feedback, themes=themes, metric="theme", product_id="P-1").state == "stable"


def test_a_theme_is_not_risen_because_another_went_away():
    """Half of all feedback was about a recall, which is over; what is left is as frequent as ever."""
    feedback = together(surveys(0.4, 0.4, a_day=1), surveys(0.4, 0.4, a_day=4, seed=7).query("given_date < @day(42)"))
    is_ours = np.arange(len(feedback)) < DAYS
    themes = named(feedback, is_ours & a_share(feedback, 0.4, 0.4))
    record = found(feedback, themes=themes, metric="theme", product_id="P-1")
    assert record.observed > 2 * record.expected and record.state == "stable"


def test_the_themes_of_a_subject_share_one_line():
    feedback = together(surveys(0.4, 0.4))
    own = named(feedback, a_share(feedback, 0.05, 0.2))
    others = [named(feedback, a_share(feedback, 0.1, 0.1, seed=seed), theme=f"other {seed}") for seed in range(9)]
    rare = named(feedback, np.arange(len(feedback)) < MIN_EVENTS - 1, theme="rare")
    alone = found(feedback, themes=own, metric="theme", product_id="P-1")
    among = found(feedback, themes=pd.concat([own, rare, *others]), metric="theme", theme="packaging", product_id="P-1")
    assert among.evidence == pytest.approx(alone.evidence - np.log(10))
    assert found(feedback, themes=rare, metric="theme", product_id="P-1") is None


def test_themes_are_counted_among_feedback_with_words():
    feedback = together(surveys(0.4, 0.4))
    has_words = np.arange(len(feedback)) % 3 == 0
    with_words = feedback.assign(verbatim=np.where(has_words, "words", None))
    themes = named(feedback, has_words & a_share(feedback, 0.3, 0.3))
    record = found(with_words, themes=themes, metric="theme", product_id="P-1")
    assert record.n == 56 and record.observed == pytest.approx(0.3, abs=0.15)


# the demo company -------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("seed", [11, 12])
def test_of_the_demo_company_only_what_was_planted_rings(seed):
    """Orion's new blister pack, the rival's price, and the late deliveries and wrong invoices of those who leave."""
    demo = make(seed=seed)
    sold = demo.sales.groupby(["sold_date", "product_id"])["order_id"].nunique().rename("orders").reset_index()
    records = shifts(demo.feedback.assign(tone=tones(demo.feedback)), sold, AS_OF)
    ringing = {each.key for each in records if each.state == "act"}
    planted = {"complaints:company", "complaints:touchpoint:product", "complaints:product:P-201"}
    told_of_it = {"score:stars:company", "negatives:company", "complaints:product:P-101"}
    told_of_it |= {f"complaints:touchpoint:{place}" for place in ("prices", "delivery", "billing")}
    assert planted <= ringing <= planted | told_of_it
    assert all(each.direction == "bad" for each in records if each.key in ringing)


# where we know the method is weak ---------------------------------------------------------------------------------


def test_weak_case_two_answers_a_week_turn_bad_and_nothing_is_said():
    ages = np.arange(0, DAYS, 3.5).astype(int)
    record = found(together(rows(ages, score=np.where(ages < 28, 2, 10))), metric="negatives", product_id="P-1")
    assert record.state == "too_few"


def test_weak_case_half_as_many_negatives_again_at_ten_a_week_stay_unseen_for_six_weeks():
    told = [found(together(surveys(0.2, 0.3, a_day=1, seed=s)), metric="negatives", product_id="P-1") for s in range(8)]
    assert sum(each.evidence >= ACT_EVIDENCE for each in told) <= 2


def test_the_method_says_its_own_numbers():
    for number in (ACT_EVIDENCE, MIN_ANSWERS, MIN_EVENTS):
        assert f"{number}" in feedback_shift.METHOD


def test_a_series_is_the_same_alone_and_on_earlier_days(company):
    feedback, sold, themes = company
    day = AS_OF - timedelta(days=30)
    whole = {each.key: each for each in shifts(feedback, sold, day, themes)}
    asked = [each for each in whole.values() if each.product_id or each.metric in ("theme", "complaints")]
    for then, told in shifts_before(asked, feedback, sold, AS_OF, themes):
        if then == day:
            assert {each.key: each for each in told} == {each.key: each for each in asked}
            break
