"""What customers were given in the past beside what became of them: on a base that follows the model itself."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.detectors import churn, churn_rehearsal
from signals.detectors.churn_rehearsal import CHANCES, DID_NOT_RETURN, MIN_ASKED, ORIGINS, STEP_DAYS
from signals.detectors.rhythm import SHORTEST_LIMIT_DAYS
from signals.purchase_days import YEAR_DAYS

FIRST, DAYS = date(2023, 1, 1), 1100
AS_OF = FIRST + timedelta(days=DAYS - 1)
NEWEST = AS_OF - timedelta(days=churn.HORIZON_DAYS)


def purchases(names, offsets, revenue=100.0):
    sold = np.datetime64(FIRST, "s") + np.asarray(offsets) * np.timedelta64(1, "D")
    return pd.DataFrame({"customer_id": names, "sold_date": sold, "revenue": revenue, "purchase_revenue": revenue})


def simulated(customers=1500, seed=1):
    """They begin on any day, come at their own rate and leave after any purchase, as MBG/NBD says; some is returned."""
    rng = np.random.default_rng(seed)
    names, offsets = [], []
    for customer in range(customers):
        day, rate, leaves = rng.uniform(0, DAYS), rng.gamma(1.5, 1 / 45), rng.beta(0.8, 4)
        while day < DAYS:
            names.append(f"C-{customer:04d}")
            offsets.append(int(day))
            day = np.inf if rng.random() < leaves else day + rng.exponential(1 / rate)
    bought = purchases(names, offsets, rng.lognormal(4, 0.5, len(names)))
    back = bought.sample(frac=0.1, random_state=rng).assign(purchase_revenue=0.0)
    back = back.assign(sold_date=back["sold_date"] + pd.Timedelta(days=20), revenue=-back["revenue"])
    days = pd.concat([bought, back[back["sold_date"] <= pd.Timestamp(AS_OF)]])
    return days.groupby(["customer_id", "sold_date"], as_index=False).sum()


@pytest.fixture(scope="module")
def days():
    return simulated()


@pytest.fixture(scope="module")
def told(days):
    return churn_rehearsal.rehearsed(days, AS_OF)


def origins(first_offset):
    """The mornings of a history that begins so late."""
    steps = [NEWEST - timedelta(days=STEP_DAYS * step) for step in range(ORIGINS)]
    return [each for each in steps if each >= FIRST + timedelta(days=first_offset + YEAR_DAYS)]


def test_stated_chances_hold(told):
    chances, _ = told
    assert tuple(chance.what for chance in chances) == CHANCES
    for chance in chances:
        assert chance.error < 0.02, chance
        assert chance.n == sum(each.n for each in chance.bins)
        assert all(abs(each.predicted - each.observed) < 0.1 for each in chance.bins if each.n >= 200), chance


def test_a_higher_chance_went_to_those_to_whom_it_happened(told):
    assert all(0.7 < chance.area_under_curve < 1 for chance in told[0])


def test_the_morning_lists_hold_more_who_then_passed_their_limit(told):
    _, lists = told
    assert (lists.first_date, lists.last_date, lists.mornings_count) == (origins(0)[-1], NEWEST, len(origins(0)))
    assert 0 < lists.passed_count <= lists.listed_count <= churn.LIST_LENGTH * lists.mornings_count
    assert lists.passed_count / lists.listed_count > lists.others_share


def test_nothing_after_the_day_is_read_and_the_order_of_rows_says_nothing(days):
    as_of = AS_OF - timedelta(days=300)
    before = days.copy(deep=True)
    seen = days[days["sold_date"] <= pd.Timestamp(as_of)].sample(frac=1, random_state=1)
    assert churn_rehearsal.rehearsed(days, as_of) == churn_rehearsal.rehearsed(seen, as_of)
    assert_frame_equal(days, before)


def test_who_is_asked_and_what_came_in_plain_loops(days, told):
    """Asked about the limit: whose silence is not beyond it yet and whose limit has come by now."""
    bought, stayed_away, passed = days[days["purchase_revenue"] > 0], [], []
    for origin in origins(0):
        scores = churn.score_days(days[days["sold_date"] <= pd.Timestamp(origin)], origin)
        later = bought[bought["sold_date"] > pd.Timestamp(origin)].groupby("customer_id")["sold_date"].min().dt.date
        for each in scores.itertuples():
            next_date, last = later.get(each.customer_id, date.max), each.last_order_date.date()
            stayed_away.append((each.p_churn, next_date > origin + timedelta(days=churn.HORIZON_DAYS)))
            limit_date = last + timedelta(days=each.limit_days)
            if (origin - last).days + 1 <= each.limit_days and limit_date <= AS_OF:
                passed.append((each.p_lost, next_date > limit_date))
    for chance, expected in zip(told[0], (stayed_away, passed), strict=True):
        assert chance.n == len(expected)
        predicted = sum(each.n * each.predicted for each in chance.bins)
        observed = sum(each.n * each.observed for each in chance.bins)
        assert (predicted, observed) == pytest.approx(tuple(np.sum(expected, axis=0)))


def test_who_is_silent_every_year_is_not_asked_whether_the_silence_passes_the_limit():
    """Such a state is held back, but on that morning the limit lay behind already."""
    steady = [purchases(f"steady-{number:03d}", range(number % 30, DAYS, 30)) for number in range(60)]
    summer = [offset for year in range(3) for offset in range(365 * year + 150, 365 * year + 240, 10)]
    yearly = [purchases(f"summer-{number:03d}", summer) for number in range(60)]
    without, _ = churn_rehearsal.rehearsed(pd.concat(steady), AS_OF)
    chances, _ = churn_rehearsal.rehearsed(pd.concat(steady + yearly), AS_OF)
    days_since_start = [(origin - FIRST).days for origin in origins(0)]
    silences = [1 + min(today - day for day in summer if day <= today) for today in days_since_start]
    before_limit = sum(silence <= SHORTEST_LIMIT_DAYS for silence in silences)
    assert 0 < before_limit < len(silences)
    assert chances[1].n - without[1].n == 60 * before_limit


@pytest.mark.parametrize(("first_offset", "count"), [(0, 8), (100, 6), (DAYS - 456, 1), (DAYS - 455, 0)])
def test_a_year_of_history_lies_before_every_morning(days, first_offset, count):
    later = days[days["sold_date"] >= pd.Timestamp(FIRST) + pd.Timedelta(days=first_offset)]
    _, lists = churn_rehearsal.rehearsed(later, AS_OF)
    assert len(origins(first_offset)) == (lists.mornings_count if lists else 0)


def test_with_too_few_customers_no_chance_is_rehearsed():
    few = pd.concat([purchases(f"C-{number}", range(number, DAYS, 30)) for number in range(6)])
    one_morning = AS_OF - timedelta(days=DAYS - 460)
    chances, lists = churn_rehearsal.rehearsed(few, one_morning)
    assert lists.mornings_count == 1 and MIN_ASKED > 6 and chances == ()


def test_without_purchases_or_a_year_of_them_there_is_nothing_to_rehearse(days):
    assert churn_rehearsal.rehearsed(days.iloc[:0], AS_OF) == ((), None)
    assert churn_rehearsal.rehearsed(days.assign(purchase_revenue=0.0), AS_OF) == ((), None)
    assert churn_rehearsal.rehearsed(days, FIRST + timedelta(days=YEAR_DAYS)) == ((), None)


def test_a_base_of_one_time_buyers_has_nothing_to_say_of_the_list():
    names = [f"C-{number:03d}" for number in range(200)]
    chances, lists = churn_rehearsal.rehearsed(purchases(names, np.arange(200)), AS_OF)
    assert [chance.what for chance in chances] == [DID_NOT_RETURN] and chances[0].bins[-1].observed == 1.0
    assert lists.listed_count == 0 and np.isnan(lists.others_share)
