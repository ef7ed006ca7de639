"""Stated chances beside what happened, and scores that put those first to whom it happened."""

import math

import numpy as np
import pytest
from scipy.stats import mannwhitneyu

from signals.stats.calibration import Bin, area_under_curve, bins, expected_calibration_error


def drawn(seed, n=200, *, ties=False):
    rng = np.random.default_rng(seed)
    score = rng.integers(0, 5, n) / 5 if ties else rng.random(n)
    return score, rng.random(n) < score**2


def test_the_bins_by_hand():
    table = bins([0.05, 0.15, 0.15, 0.95, 1.0], [0, 1, 0, 1, 1])
    assert table == (
        Bin(0.0, 0.1, 0.05, 0.0, 1),
        Bin(0.1, 0.2, 0.15, 0.5, 2),
        Bin(0.9, 1.0, pytest.approx(0.975), 1.0, 2),
    )
    assert expected_calibration_error(table) == pytest.approx((0.05 + 2 * 0.35 + 2 * 0.025) / 5)


@pytest.mark.parametrize("tenth", range(11))
def test_an_edge_belongs_to_the_bin_that_it_begins_and_the_last_to_the_last(tenth):
    (only,) = bins([tenth / 10], [True])
    assert only.low == min(tenth, 9) / 10 and only.high == (min(tenth, 9) + 1) / 10


def test_other_edges_may_be_given():
    assert [(each.low, each.high, each.n) for each in bins([0.2, 0.49, 0.5], [0, 0, 1], (0, 0.5, 1))] == [
        (0, 0.5, 2),
        (0.5, 1, 1),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_the_bins_hold_every_case_once(seed):
    stated, happened = drawn(seed)
    table = bins(stated, happened)
    assert sum(each.n for each in table) == 200
    assert sum(each.n * each.predicted for each in table) == pytest.approx(stated.sum())
    assert sum(each.n * each.observed for each in table) == pytest.approx(happened.sum())
    assert all(each.low <= each.predicted <= each.high for each in table)


def test_the_honest_have_almost_no_error_and_the_boastful_theirs():
    rng = np.random.default_rng(3)
    chance = rng.random(200_000)
    happened = rng.random(200_000) < chance
    assert expected_calibration_error(bins(chance, happened)) < 0.005
    assert expected_calibration_error(bins(np.clip(chance + 0.2, 0, 1), happened)) == pytest.approx(0.18, abs=0.01)


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_the_area_is_that_of_mann_and_whitney_and_of_every_pair(seed, ties):
    score, happened = drawn(seed, ties=ties)
    area = area_under_curve(score, happened)
    positive, negative = score[happened], score[~happened]
    statistic = mannwhitneyu(positive, negative).statistic
    assert area == pytest.approx(statistic / (len(positive) * len(negative)))
    pairs = np.sign(positive[:, None] - negative)
    assert area == pytest.approx((1 + pairs.mean()) / 2)


def test_the_area_knows_order_only():
    score, happened = drawn(9)
    area = area_under_curve(score, happened)
    assert area_under_curve(100 * score**3, happened) == pytest.approx(area)
    assert area_under_curve(-score, happened) == pytest.approx(1 - area)
    assert area_under_curve(score, ~happened) == pytest.approx(1 - area)
    assert area_under_curve([1, 2, 3, 4], [0, 0, 1, 1]) == 1.0
    assert area_under_curve([1, 1, 1, 1], [0, 0, 1, 1]) == 0.5


def test_nothing_asked_is_no_bin_and_no_number():
    assert bins([], []) == ()
    assert math.isnan(expected_calibration_error(()))
    assert math.isnan(area_under_curve([], []))
    assert math.isnan(area_under_curve([0.2, 0.4], [True, True])) and math.isnan(area_under_curve([0.2], [False]))
