"""Does a forecast continue what the days show, and does its range hold what then comes?"""

import numpy as np
import pytest
from scipy.stats import t as student_t

from signals.stats import forecast

MONDAY = 0


def panel(*parts, first_weekday=MONDAY):
    parts = np.array(parts, dtype=float)
    return forecast.panel_of(np.vstack([parts.sum(axis=0), parts]), first_weekday=first_weekday)


def level_of(whole_and_parts, row, days=1):
    """A row's estimate by itself, before the parts are made to add up."""
    return forecast.plain_forecast(whole_and_parts, whole_and_parts.values.shape[1], days)[row]


def bounds(result):
    return np.array([result.low95, result.low80, result.high80, result.high95])


def test_a_constant_series_goes_on_and_its_range_has_no_width():
    result = forecast.remainder(panel(np.full(300, 10), np.full(300, 4)), horizon=30)
    assert result.estimate == pytest.approx([420, 300, 120])
    assert bounds(result) == pytest.approx(np.tile([420, 300, 120], (4, 1)))
    assert result.n == (300 - 30 - forecast.LONG_DAYS) // 7 + 1


def test_the_usual_day_weighs_four_weeks_against_twelve_by_the_days_sold():
    steady = np.full(84, 100)
    late = np.concatenate([[10], np.zeros(55), np.full(28, 10)])  # sold once long ago, then daily
    even = 300 - late  # so that the whole is level
    level = level_of(panel(steady, late, even), 2)
    a = 28 / (28 + 10)
    assert level == pytest.approx(a * 10 + (1 - a) * 290 / 84)


def test_a_rare_part_is_carried_to_where_the_whole_stands_today():
    rare = np.zeros(84)
    rare[[0, 20, 40]] = 84  # nothing in the last 28 days: a = 0
    busy = np.concatenate([np.full(56, 200), np.full(28, 100)]) - rare
    level = level_of(panel(rare, busy), 1)
    assert level == pytest.approx(
        3 * 84 / 84 * 100 / ((56 * 200 + 28 * 100) / 84), rel=0.02
    )  # 2 %: the cap on the whole


def test_one_huge_day_counts_at_most_six_mean_days():
    spiked = np.full(84, 10.0)
    spiked[80] = 100_000
    cap = 6 * (83 * 10 + 100_000) / 84
    week = forecast.remainder(panel(spiked), horizon=7).estimate[1]
    assert week == pytest.approx(7 * (27 * 10 + cap) / 28)
    day = forecast.remainder(panel(spiked), horizon=1).estimate[1]
    assert 0.8 * week / 7 < day <= week / 7  # nor does it make its weekday a big one


def test_weekdays_left_weigh_as_they_sold():
    week = np.array([5, 4, 3, 2, 10, 1, 0])  # closed on Sundays
    seen = np.tile(week, 20)
    for horizon in range(1, 9):
        expected = np.tile(week, 2)[:horizon].sum()
        assert forecast.remainder(panel(seen), horizon=horizon).estimate == pytest.approx([expected] * 2)


def test_a_week_closed_out_of_the_ordinary_says_nothing_of_the_level():
    for closed in (slice(98, 105), slice(126, 133)):  # longer ago and within the last four weeks
        seen = np.tile([5, 5, 5, 5, 5, 0, 0], 20)
        seen[closed] = 0
        assert forecast.remainder(panel(seen), horizon=7).estimate == pytest.approx([25, 25])


def test_a_new_part_that_sells_daily_is_judged_by_its_own_days():
    new = np.concatenate([np.zeros(290), np.full(10, 6)])
    assert level_of(panel(50 - new, new), 2, days=10) == pytest.approx(60)


def test_a_single_sale_yesterday_is_not_a_daily_habit():
    once = np.zeros(300)
    once[-1] = 28
    level = level_of(panel(50 - once, once), 2)
    assert level == pytest.approx(1)  # 28 over four weeks


def test_the_parts_add_up_to_the_whole_which_stays_as_it_was_estimated():
    rng = np.random.default_rng(4)
    parts = rng.gamma(1, 5, (6, 400)) * (rng.random((6, 400)) < 0.5)
    result = forecast.remainder(panel(*parts), horizon=40)
    alone = forecast.remainder(panel(parts.sum(axis=0)), horizon=40)
    assert result.estimate[1:].sum() == pytest.approx(result.estimate[0])
    assert result.estimate[0] == pytest.approx(alone.estimate[0])
    assert result.replayed[:, 1:].sum(axis=1) == pytest.approx(
        result.replayed[:, 0]
    )  # so were past ones, for the range


def test_a_whole_whose_parts_all_stopped_is_shared_out_as_they_sold():
    assert forecast.reconciled(np.array([90.0, 0, 0]), np.array([30.0, 10, 20])) == pytest.approx([90, 30, 60])
    assert forecast.reconciled(np.array([0.0, 0, 0]), np.zeros(3)).tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("silent_days", "is_stopped"),
    [(14, False), (28, True)],  # sold every fourth day, 36 times: 1 % is about 20 days
)
def test_a_part_silent_for_longer_than_its_own_gaps_make_likely_sells_no_more(silent_days, is_stopped):
    regular = np.zeros(300)
    regular[: 300 - silent_days : 4] = 8
    both = panel(np.full(300, 100), regular)
    assert list(forecast.stopped(both, 300)) == [False, False, is_stopped]
    assert (forecast.remainder(both, horizon=10).estimate[2] == 0) == is_stopped


def test_days_on_which_the_company_was_closed_are_no_silence():
    open_days = np.concatenate([np.full(250, 100.0), np.zeros(40), np.full(2, 100.0)])
    regular = np.concatenate([np.tile([8.0, 0, 0, 0], 62), np.zeros(44)])
    assert not forecast.stopped(panel(open_days - regular, regular), 292).any()


def test_a_part_stops_in_one_of_a_hundred_silences_when_nothing_changed():
    rng = np.random.default_rng(11)
    sold = rng.random((4000, 168)) < rng.uniform(0.03, 0.5, (4000, 1))
    share = forecast.stopped(panel(*sold.astype(float)), 168)[1:].mean()
    assert share <= 0.01 + 3 * np.sqrt(0.01 * 0.99 / 4000)


def test_a_group_is_the_sum_of_its_parts_and_its_range_holds_it():
    rng = np.random.default_rng(4)
    result = forecast.remainder(panel(*rng.gamma(2, 5, (5, 500))), horizon=40)
    low80, high80, low95, high95 = forecast.group_bounds(result, np.array([0, 0, 1, 1, 1]), horizon=40).T
    estimate = np.array([result.estimate[1:3].sum(), result.estimate[3:].sum()])
    assert (
        (low95 <= low80).all() and (low80 < estimate).all() and (estimate < high80).all() and (high80 <= high95).all()
    )


def test_returns_above_sales_do_not_forecast_more_returns():
    assert forecast.remainder(panel(np.full(120, 50), np.full(120, -3)), horizon=10).estimate[2] == 0


def test_last_years_season_enters_once_it_would_have_helped():
    days = np.arange(364 + 300)
    swing = 100 * (1 + 0.8 * np.sin(2 * np.pi * days / 364))
    result = forecast.remainder(panel(swing), horizon=60)
    truth = (100 * (1 + 0.8 * np.sin(2 * np.pi * np.arange(664, 724) / 364))).sum()
    plain = forecast.plain_forecast(panel(swing), len(days), 60)[0]
    assert abs(result.estimate[0] - truth) < abs(plain - truth)
    assert result.method.count("last year") == 1


def test_last_years_season_stays_out_where_it_does_not_repeat():
    days = np.arange(364 + 300)
    once = np.where(days < 364, 100 * (1 + 0.8 * np.sin(2 * np.pi * days / 364)), 100)
    result = forecast.remainder(panel(once), horizon=30)
    assert result.estimate == pytest.approx([3000, 3000], rel=0.01)


def test_too_few_past_origins_give_no_range():
    short = forecast.LONG_DAYS + 30 + 7 * (forecast.MIN_ORIGINS - 1)
    enough = forecast.remainder(panel(np.full(short, 10)), horizon=30)
    too_few = forecast.remainder(panel(np.full(short - 1, 10)), horizon=30)
    assert np.isfinite(bounds(enough)).all() and enough.n == forecast.MIN_ORIGINS
    assert np.isnan(bounds(too_few)).all() and too_few.estimate == pytest.approx([300, 300])


def test_nothing_left_is_exactly_nothing():
    result = forecast.remainder(panel(np.full(10, 3)), horizon=0)
    assert (bounds(result) == 0).all() and (result.estimate == 0).all()


def test_a_part_that_stopped_is_forecast_nothing_within_what_such_parts_brought_before():
    rng = np.random.default_rng(5)
    stopped = np.where(np.arange(400) < 100, 5.0, 0.0)
    comeback = np.tile(np.where(np.arange(400) % 200 == 150, 40.0, 0.0), (20, 1)) * rng.random((20, 1))
    result = forecast.remainder(panel(np.full(400, 50), stopped, *comeback), horizon=60)
    assert result.estimate[2] == 0 and result.low95[2] == 0
    assert 0 < result.high95[2] < 40


def test_the_wholes_range_is_students_over_its_independent_origins():
    rng = np.random.default_rng(3)
    noisy = rng.gamma(20, 5, 84 + 90 + 7 * 30)
    horizon = 90
    result = forecast.remainder(panel(noisy), horizon=horizon)
    data = panel(noisy)
    origins = forecast.past_origins(len(noisy), horizon)
    ratios = [noisy[o : o + horizon].sum() / forecast.plain_forecast(data, o, horizon)[0] for o in origins]
    freedom = 1.5 * ((origins[0] - origins[-1]) / horizon + 1)
    spread = np.sqrt(np.mean(np.log(ratios) ** 2))
    for bound, chance in (("low80", 0.1), ("high80", 0.9), ("low95", 0.025), ("high95", 0.975)):
        wanted = result.estimate[0] * np.exp(student_t.ppf(chance, freedom) * spread)
        assert getattr(result, bound)[0] == pytest.approx(wanted)


def test_the_arguments_stay_as_they_were():
    values = np.random.default_rng(1).gamma(1, 10, (3, 300))
    before = values.copy()
    forecast.remainder(forecast.panel_of(values, first_weekday=MONDAY), horizon=20)
    assert (values == before).all()


def simulated(rng, parts=80, days=560):
    """Parts of very different volume, weekdays, drifting levels; a share of days without a sale."""
    rate = rng.lognormal(0, 1.5, (parts, 1))
    drift = np.exp(np.cumsum(rng.normal(0, 0.01, (parts, days)), axis=1))
    week = np.tile([1.2, 1, 1, 1, 1.3, 0.5, 0], days // 7)
    orders = rng.poisson(rate * drift * week)
    return orders * rng.lognormal(3, 0.4, (parts, days))


def test_the_ranges_hold_what_they_say():
    """Prediction intervals of parts: 76-84 and 93-97 % over 20 companies; the whole's at least their share."""
    hits, whole = [], []
    for seed in range(20):
        values = simulated(np.random.default_rng(seed))
        cut = 500
        result = forecast.remainder(panel(*values[:, :cut]), horizon=60)
        came = np.append(values[:, cut:].sum(), values[:, cut:].sum(axis=1))
        inside = [(result.low80 <= came) & (came <= result.high80), (result.low95 <= came) & (came <= result.high95)]
        hits.append([inside[0][1:].mean(), inside[1][1:].mean()])
        whole.append([inside[0][0], inside[1][0]])
    share80, share95 = np.mean(hits, axis=0)
    assert 0.76 <= share80 <= 0.84
    assert 0.93 <= share95 <= 0.97
    assert np.mean(whole, axis=0)[1] >= 0.8
