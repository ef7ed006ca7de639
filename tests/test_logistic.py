"""A probability for a score."""

import numpy as np
import pytest
from scipy.optimize import minimize

from signals.stats.logistic import fitted_logistic, logistic


def test_the_fit_equals_a_general_optimiser():
    rng = np.random.default_rng(1)
    score = rng.normal(size=500)
    is_yes = rng.random(500) < logistic(score, -1.0, 2.0)

    def loss(theta):
        z = theta[0] + theta[1] * score
        return np.logaddexp(0.0, z).sum() - z[is_yes].sum() + 0.5e-3 * (theta**2).sum()

    assert fitted_logistic(score, is_yes) == pytest.approx(minimize(loss, [0.0, 0.0]).x, abs=1e-4)


def test_scores_that_separate_give_a_finite_fit():
    alpha, beta = fitted_logistic(np.array([-1.0, 1.0]), np.array([False, True]))
    assert np.isfinite([alpha, beta]).all()
    assert beta > 1
