"""The windowed mixture, its noise and its drift."""

import math

import numpy as np
import pytest

from signals.stats.robust import clipped_mean_ratio, quantile_by_row
from signals.stats.rolling import trailing_sum
from signals.stats.sequential import (
    drift,
    evidence,
    likelihood_ratio,
    noise,
    restlessness,
    strongest_window,
    window_sums,
    without_best_week,
)

WEEKS = 40
ALWAYS = np.ones((5, WEEKS), dtype=bool)


@pytest.fixture(scope="module")
def counts():
    rng = np.random.default_rng(3)
    expected = np.repeat(rng.gamma(2.0, 3.0, (5, 1)), WEEKS * 7, axis=1) * rng.uniform(0.5, 1.5, (5, WEEKS * 7))
    expected[:, :21] = 0.0
    actual = rng.poisson(expected * rng.gamma(8.0, 1 / 8.0, expected.shape)).astype(float)
    base = np.repeat(rng.integers(50, 900, (5, 1)), WEEKS * 7, axis=1).astype(float)
    return actual, expected, base


def slow_score(a_day, e_day, n, phi, tau, t):
    total = 0.0
    for window in (7, 14, 21, 28, 42):
        a = sum(a_day[s] for s in range(max(0, t - window + 1), t + 1))
        e = sum(e_day[s] for s in range(max(0, t - window + 1), t + 1))
        for drop in (0.15, 0.30, 0.50):
            total += math.exp((a * math.log(1 - drop) + e * drop) / (phi * (1 + e / n) + tau * tau * e))
    return math.log(total / 15)


def test_the_evidence_equals_a_plain_loop(counts):
    actual, expected, base = counts
    phi, tau = np.full_like(actual, 1.7), np.full_like(actual, 0.06)
    fast = evidence(actual, expected, base, phi, tau, first=100)
    for series in range(5):
        for t in (100, 133, 279):
            slow = slow_score(actual[series], expected[series], base[series, t], 1.7, 0.06, t)
            assert fast[series, t - 100] == pytest.approx(slow, abs=1e-9)


def slow_noise(a_day, e_day, week):
    """Mean of the capped weekly squares up to five weeks before, and their number."""
    squares = []
    for w in range(0, week - 4):
        a, e = sum(a_day[7 * w : 7 * w + 7]), sum(e_day[7 * w : 7 * w + 7])
        if e > 0:
            squares.append(min((a - e) ** 2 / e, 16.0))
    return squares


def test_noise_equals_a_plain_loop(counts):
    actual, expected, _ = counts
    fast = noise(actual, expected, ALWAYS, ALWAYS)
    for week in (20, 39):
        each = [slow_noise(list(a), list(e), week) for a, e in zip(actual, expected, strict=True)]
        own = [sum(squares) / len(squares) for squares in each]
        pool = 0.5 * sum(own) / 5 + 0.5 * sorted(own)[2]
        for series, squares in enumerate(each):
            weeks = 8 + len(squares)
            slow = max(1.0, (8 * pool + sum(squares)) / weeks)
            assert fast[series, week] == pytest.approx(slow)


def test_noise_is_careful_before_four_weeks_exist(counts):
    actual, expected, _ = counts
    fast = noise(actual, expected, ALWAYS, ALWAYS)
    assert (fast[:, :8] >= 1.5).all()


def test_drift_equals_a_plain_loop(counts):
    actual, expected, base = counts
    phi = np.full((5, WEEKS), 1.3)
    actual = np.round(actual * (1 + 0.5 * np.sin(np.arange(WEEKS * 7) / 30.0)))
    fast = drift(actual, expected, base, phi, ALWAYS, ALWAYS)
    week = 30  # knows the days before 7 · 30 − 28: six whole windows of 28 days
    weights, sums = [], []
    for series in range(5):
        w_sum = v_sum = 0.0
        for month in range(6):
            days = range(28 * month, 28 * month + 28)
            a, e = sum(actual[series, d] for d in days), sum(expected[series, d] for d in days)
            weight = 1 / (1 / e + 0.02)
            square = min(1.0, max(-1.0, (a - e) / e)) ** 2
            w_sum += weight
            v_sum += weight * (square - 1.3 * (1 + e / base[series, 0]) / e)
        weights.append(w_sum)
        sums.append(v_sum)
    middle = sorted(total / weight for total, weight in zip(sums, weights, strict=True))[2]
    pool = 0.5 * sum(sums) / sum(weights) + 0.5 * middle
    for series in range(5):
        v = (6 * pool + 6 * sums[series] / weights[series]) / 12
        tau = max(0.03, 0.5 * math.sqrt(max(v, 0)))
        slow = math.sqrt(6 / 13 * tau**2 + 7 / 13 * max(tau, 0.08) ** 2)
        assert fast[series, week] == pytest.approx(slow)
    assert fast[:, week].max() > 0.1


def test_a_year_without_drift_takes_the_doubt_of_unseen_months_away(counts):
    _, expected, base = counts
    years = [np.tile(values, (1, 2)) for values in (expected, base)]
    both = np.ones((5, 2 * WEEKS), dtype=bool)
    tau = drift(years[0], *years, np.ones((5, 2 * WEEKS)), both, both)
    assert (tau[:, 4] == 0.08).all()
    assert (np.diff(tau, axis=1) <= 1e-12).all()
    assert tau[:, 4 + 13 * 4 + 4] == pytest.approx(0.03)


def test_a_series_counts_in_the_pool_only_once_it_is_a_member(counts):
    actual, expected, base = counts
    wild = actual.copy()
    wild[4] *= 3.0
    joined = ALWAYS.copy()
    joined[4, :30] = False
    phi = noise(wild, expected, ALWAYS, joined)
    alone = noise(wild[:4], expected[:4], ALWAYS[:4], ALWAYS[:4])
    assert phi[:4, :30] == pytest.approx(alone[:, :30])
    assert (phi[:4, 30:] > alone[:, 30:]).all()
    tau = drift(wild, expected, base, phi, ALWAYS, joined)
    assert tau[:4, :30] == pytest.approx(
        drift(wild[:4], expected[:4], base[:4], phi[:4], ALWAYS[:4], ALWAYS[:4])[:, :30]
    )


def test_later_days_change_neither_noise_nor_drift(counts):
    actual, expected, base = counts
    cut = 30
    short = [values[:, : cut * 7] for values in counts]
    phi = noise(actual, expected, ALWAYS, ALWAYS)
    assert np.array_equal(phi[:, :cut], noise(short[0], short[1], ALWAYS[:, :cut], ALWAYS[:, :cut]))
    tau = drift(actual, expected, base, phi, ALWAYS, ALWAYS)
    assert np.array_equal(tau[:, :cut], drift(*short, phi[:, :cut], ALWAYS[:, :cut], ALWAYS[:, :cut]))


def test_the_strongest_window_starts_at_the_fall():
    expected = np.full((1, 140), 20.0)
    actual = expected.copy()
    actual[:, 126:] = 10.0
    flat = np.ones_like(expected)
    signal = (actual, expected, 2000 * flat, flat, 0.03 * flat)
    assert strongest_window([signal, signal], day=139).tolist() == [14]
    assert window_sums(actual, expected, day=139, window=14) == [[140.0], [280.0]]
    loudness = (140 * math.log(0.5) + 280 * 0.5) / (1 + 280 / 2000 + 0.03**2 * 280)
    assert likelihood_ratio(*signal, day=139, window=14)[0] == pytest.approx(loudness)


def test_silence_without_expectation_is_no_evidence():
    zero = np.zeros((1, 70))
    assert np.isnan(evidence(zero, zero, zero, zero + 1, zero + 0.03)).all()


def test_no_series_give_no_scores():
    none = np.zeros((0, 70))
    usable = np.zeros((0, 10), dtype=bool)
    assert noise(none, none, usable, usable).shape == (0, 10)
    assert evidence(none, none, none, none, none).shape == (0, 70)


@pytest.mark.slow
def test_the_evidence_is_an_e_value_when_nothing_changed():
    rng = np.random.default_rng(8)
    expected = np.full((4000, 140), 0.5)
    actual = rng.poisson(expected).astype(float)
    flat = np.ones_like(expected)
    score = evidence(actual, expected, 1e9 * flat, flat, 0.0 * flat)
    assert np.exp(score).mean() == pytest.approx(1.0, abs=0.05)


def test_trailing_sums_take_the_lag_and_the_days_before_the_first_as_zero():
    values = np.array([[1.0, 2.0, 4.0, 8.0, 16.0]])
    assert trailing_sum(values, 2).tolist() == [[1, 3, 6, 12, 24]]
    assert trailing_sum(values, 2, lag=1).tolist() == [[0, 1, 3, 6, 12]]


def test_one_wild_week_does_not_lift_the_usual_level():
    weeks = np.array([[10.0] * 15 + [100.0], [10.0] * 16, [0.0] * 15 + [9.0]])
    ratio = clipped_mean_ratio(weeks, np.ones_like(weeks))
    usual = 10 + 1.5 * math.sqrt(10)
    assert ratio[0] == pytest.approx((150 + usual) / 250)
    assert ratio[1:].tolist() == [1.0, 1.0]


def test_a_week_in_which_everything_doubled_is_not_wild():
    weeks = np.array([[10.0] * 15 + [20.0]])
    assert clipped_mean_ratio(weeks, weeks)[0] == pytest.approx(1.0)


def test_quantiles_by_row_equal_numpy():
    rng = np.random.default_rng(4)
    row = np.sort(rng.integers(0, 6, 200))
    row[row == 3] = 2
    value = rng.gamma(1.0, 5.0, 200)
    order = np.lexsort((value, row))
    cap, mean = quantile_by_row(row[order], value[order], rows=6, quantile=0.95)
    for code in (0, 1, 2, 4, 5):
        own = value[row == code]
        assert cap[code] == pytest.approx(np.quantile(own, 0.95))
        assert mean[code] == pytest.approx(np.minimum(own, cap[code]).mean())
    assert (cap[3], mean[3]) == (0, 0)


@pytest.fixture(scope="module")
def restless():
    """Sixty series of five a day; from day 300 on every second one sells 40 % more and the others 40 % less."""
    rng = np.random.default_rng(12)
    expected = np.full((60, 420), 5.0)
    factor = np.ones_like(expected)
    factor[::2, 300:], factor[1::2, 300:] = 1.4, 0.6
    base, phi, tau = np.full_like(expected, 560.0), np.ones_like(expected), np.full_like(expected, 0.03)
    return rng.poisson(expected * factor).astype(float), expected, base, phi, tau


def test_what_moves_half_of_all_series_makes_all_restless(restless):
    wider = restlessness(*restless, np.ones((60, 420), dtype=bool))
    assert wider.shape == (420,)
    assert wider[60:300].max() < 2.0
    assert wider[328] > 10.0
    usual = max(1.0, np.mean([middle_of(restless, day) for day in range(189, 301)]))
    assert wider[328] == pytest.approx(middle_of(restless, 328) / usual)


def middle_of(restless, day):
    actual, expected, *_ = restless
    recent = slice(day - 27, day + 1)
    squares = (actual[:, recent] - expected[:, recent]).sum(axis=1) ** 2 / (140 * (1 + 140 / 560) + (0.03 * 140) ** 2)
    return np.median(squares) / 0.4549


def test_a_few_fallen_series_or_a_few_series_make_nobody_restless(restless):
    actual, *rest = restless
    calm = actual.copy()
    calm[:, 300:] = actual[:, :120]
    calm[:10, 300:] *= 0.3
    assert restlessness(calm, *rest, np.ones((60, 420), dtype=bool))[328] < 2.0
    few = restlessness(*(values[:29] for values in restless), np.ones((29, 420), dtype=bool))
    assert (few == 1.0).all()


def test_a_rise_without_its_best_week_counts_that_week_as_expected():
    expected = np.full((2, 70), 3.0)
    actual = expected.copy()
    actual[0, 52:59] = 9.0  # whole weeks end on day 65: 52-58 is one of them
    actual[1, 24:66] = 5.0
    actual[1, 38:45] = 6.0
    steady = without_best_week(actual, expected, day=65)
    assert np.array_equal(steady[0], expected[0])
    assert (steady[1, 38:45] == 3.0).all()
    assert (np.delete(steady[1], range(38, 45)) == np.delete(actual[1], range(38, 45))).all()


@pytest.mark.parametrize("day", [6, 9, 40])
def test_a_short_history_has_a_best_week_too(day):
    expected = np.full((1, 42), 2.0)
    actual = expected.copy()
    actual[0, day - 6 : day + 1] = 8.0
    assert np.array_equal(without_best_week(actual, expected, day=day), expected)
