"""Are shares, their changes and scores those of the published examples?"""

import math

import numpy as np
import pytest
from scipy import stats

from signals.stats.rates import nps, nps_standard_error, share_change, wilson


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0000, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_in_newcombe_1998_table_1_method_3(successes, n, low, high):
    share = wilson(successes, n)
    assert (share.estimate, share.n) == (successes / n, n)
    assert (share.low, share.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


@pytest.mark.parametrize("n", [1, 7, 400])
def test_wilson_stays_within_0_and_1_and_is_symmetric(n):
    for successes in range(n + 1):
        share, mirrored = wilson(successes, n), wilson(n - successes, n)
        assert 0 <= share.low <= share.estimate <= share.high <= 1
        assert share.low == pytest.approx(1 - mirrored.high)


def test_wilson_holds_the_truth_as_often_as_it_says():
    """Exact mean coverage over shares of 5 to 95 % at n = 50."""
    shares, answers = np.linspace(0.05, 0.95, 181), np.arange(51)
    low, high = np.array([(wilson(int(k), 50).low, wilson(int(k), 50).high) for k in answers]).T
    inside = (low <= shares[:, None]) & (shares[:, None] <= high)
    coverage = (stats.binom.pmf(answers, 50, shares[:, None]) * inside).sum(axis=1)
    assert coverage.mean() == pytest.approx(0.95, abs=0.005)


def test_the_chance_of_a_fall_is_fishers_for_his_twins():
    """Altham (1969): with one success and one failure moved into the priors the posterior is Fisher's exact p.

    Fisher (1935), The Logic of Inductive Inference, p. 50: convicted twins 10 of 13 and 2 of 17, p = 619/1330665.
    """
    change = share_change(before=9, n_before=12, after=2, n_after=16)
    assert 1 - change.probability_fell == pytest.approx(619 / 1330665, rel=1e-6)


@pytest.mark.parametrize(
    ("before", "n_before", "after", "n_after"), [(41, 100, 33, 100), (3, 40, 5, 31), (0, 30, 0, 30), (200, 900, 1, 31)]
)
def test_the_chance_of_a_fall_is_the_closed_form(before, n_before, after, n_after):
    """Miller (2014), Formulas for Bayesian A/B Testing, eq. 6, after Thompson (1933)."""
    a, b, c, d = before + 1, n_before - before + 1, after + 1, n_after - after + 1
    rose = sum(
        math.exp(log_beta(a + i, b + d) - math.log(d + i) - log_beta(1 + i, d) - log_beta(a, b)) for i in range(c)
    )
    change = share_change(before=before, n_before=n_before, after=after, n_after=n_after)
    assert change.probability_fell == pytest.approx(1 - rose, abs=1e-8)


def log_beta(a, b):
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def test_the_interval_of_a_change_is_that_of_drawn_posteriors():
    rng = np.random.default_rng(7)
    drawn = rng.beta(34, 68, 400_000) - rng.beta(42, 60, 400_000)
    change = share_change(before=41, n_before=100, after=33, n_after=100)
    assert change.estimate == pytest.approx(-0.08)
    assert [change.low, change.high] == pytest.approx(np.quantile(drawn, [0.025, 0.975]), abs=2e-3)


def test_a_fall_is_negative_and_mirrors_a_rise():
    fall = share_change(before=80, n_before=100, after=20, n_after=90)
    rise = share_change(before=20, n_before=90, after=80, n_after=100)
    assert fall.estimate < 0 and fall.high < 0 and fall.probability_fell > 0.999
    assert rise.probability_fell == pytest.approx(1 - fall.probability_fell)
    assert (rise.low, rise.high) == (pytest.approx(-fall.high, abs=1e-5), pytest.approx(-fall.low, abs=1e-5))


def test_an_unchanged_share_is_called_fallen_as_seldom_as_stated():
    """Falsely above 97.5 %: about 2.5 % of unchanged shares, exactly summed over all answers at n = 60 and 200."""
    truth, answers_before, answers_after = 0.4, np.arange(55, 106), np.arange(8, 41)
    chance = 0.0
    for before in answers_before[::4]:
        fallen = [
            share_change(before=int(before), n_before=200, after=int(after), n_after=60).probability_fell > 0.975
            for after in answers_after
        ]
        chance += 4 * stats.binom.pmf(before, 200, truth) * stats.binom.pmf(answers_after, 60, truth)[fallen].sum()
    assert 0.015 <= chance <= 0.035


def test_nobody_asked_is_no_share():
    share, change = wilson(0, 0), share_change(before=3, n_before=9, after=0, n_after=0)
    assert share.n == 0 and math.isnan(share.estimate) and math.isnan(share.low)
    assert math.isnan(change.estimate) and change.low < 0 < change.high
    assert math.isnan(nps(0, 0, 0).estimate) and math.isnan(nps_standard_error(0, 0, 0))


def test_nps_with_equal_thirds_has_an_interval_320_over_root_n_wide():
    """Engelhardt (2016), Net Promoter Score confidence intervals 2: 320 / sqrt(n) points at p = d = 1/3."""
    score = nps(300, 300, 300)
    assert score.estimate == 0 and score.n == 900
    assert score.high - score.low == pytest.approx(320 / 30, rel=1e-3)


def test_nps_standard_error_is_that_of_a_mean_of_plus_and_minus_100():
    answers = np.repeat([100, 0, -100], [50, 30, 20])
    assert nps(50, 30, 20).estimate == answers.mean() == 30
    assert nps_standard_error(50, 30, 20) == pytest.approx(answers.std() / 10)


def test_nps_never_leaves_its_scale():
    assert nps(29, 1, 0).high == 100
    assert nps(0, 1, 29).low == -100
    only = nps(12, 0, 0)
    assert (only.low, only.estimate, only.high) == (100, 100, 100)
