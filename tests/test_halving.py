"""Halved visits are evidence, steady ones are none, and the prior of the rates is found by moments."""

import numpy as np
import pytest

from signals.stats import halving


def test_rates_by_moments_find_the_gamma():
    rng = np.random.default_rng(10)
    days = rng.integers(200, 365, 40_000)
    counts = rng.poisson(rng.gamma(4, 1 / 200, 40_000) * days)
    assert halving.rate_prior(counts, days) == pytest.approx((4, 200), rel=0.05)
    shape, prior_days = halving.rate_prior(np.full(50, 6), np.full(50, 300))
    assert shape / prior_days == pytest.approx(6 / 300) and shape == pytest.approx(50)


def evidence(weekly):
    running = np.concatenate([[0], np.cumsum(weekly)])[None, :]
    return halving.evidence(running, np.array([-700]), prior=(4.0, 60.0), week=len(weekly) - 1)[0]


def test_halved_visits_are_evidence_and_steady_ones_are_not():
    steady = np.tile([1, 0], 52)
    halved = np.concatenate([steady[:-24], np.tile([1, 0, 0, 0], 6)])
    stopped = np.concatenate([steady[:-24], np.zeros(24, dtype=int)])
    assert evidence(steady) < np.log(3) / 2 < np.log(3) < evidence(halved) < evidence(stopped)


def test_too_few_visits_in_the_year_before_are_no_evidence():
    rare = np.zeros(104, dtype=int)
    rare[[30, 40, 50, 60, 70]] = 1
    assert evidence(rare) == 0
