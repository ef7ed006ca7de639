"""The weighted log-odds of two groups' words: by hand, and where there is nothing to find."""

import math

import numpy as np
import pytest
from scipy.stats import fisher_exact

from signals.stats.contrast import chance_of_as_many, log_odds


def by_hand(counts_a, counts_b, prior):
    """Equations 16, 20 and 22 from proportions and word by word, in plain Python."""
    found = []
    all_a, all_b = (sum(counts) + sum(prior) for counts in (counts_a, counts_b))
    for a, b, pseudo in zip(counts_a, counts_b, prior, strict=True):
        share_a, share_b = (a + pseudo) / all_a, (b + pseudo) / all_b
        delta = math.log(share_a / (1 - share_a) / (share_b / (1 - share_b)))
        found.append((delta, delta / math.hypot((a + pseudo) ** -0.5, (b + pseudo) ** -0.5)))
    return np.array(found).T


@pytest.mark.parametrize("seed", range(5))
def test_the_log_odds_are_those_by_hand(seed):
    rng = np.random.default_rng(seed)
    a, b = rng.poisson(3, 50), rng.poisson(5, 50)
    prior = rng.gamma(1, 1, 50) + 0.01
    assert np.allclose(log_odds(a, b, prior), by_hand(a.tolist(), b.tolist(), prior.tolist()))


def test_one_word_worked_through():
    delta, z = log_odds([9, 9], [1, 17], [1, 1])
    assert delta[0] == pytest.approx(math.log((10 / 10) / (2 / 18)))
    assert z[0] == pytest.approx(math.log(9) / math.sqrt(1 / 10 + 1 / 2))


def test_chance_alone_passes_1_96_in_about_five_percent_of_the_words():
    rng = np.random.default_rng(8)
    shares = rng.dirichlet(np.full(200, 5.0))
    passed = []
    for _ in range(100):
        a, b = rng.multinomial(20_000, shares), rng.multinomial(30_000, shares)
        passed.append((np.abs(log_odds(a, b, shares * 50)[1]) > 1.96).mean())
    assert np.mean(passed) == pytest.approx(0.05, abs=0.006)


def test_a_heavier_prior_is_more_cautious_about_a_rare_word():
    shares = np.array([3, 1000, 997]) / 2000
    light, heavy = (log_odds([3, 500, 497], [0, 500, 500], shares * weight)[1][0] for weight in (200, 20_000))
    assert 0 < heavy < light


def test_the_groups_are_mirror_images():
    a, b, prior = [3, 8, 1], [4, 2, 9], [0.5, 1, 1]
    assert np.allclose(log_odds(a, b, prior), -np.array(log_odds(b, a, prior)))
    assert np.allclose(log_odds([10, 20], [10, 20], [1, 1]), 0)


def test_without_a_choice_of_words_there_are_no_odds():
    assert all(part.shape == (0,) for part in log_odds([], [], []))
    assert np.isnan(log_odds([3], [4], [1])).all()


def test_the_chance_is_fishers():
    told = chance_of_as_many([8, 0, 3], [2, 5, 3], voices_a=20, voices_b=30)
    exact = [
        fisher_exact([[a, 20 - a], [b, 30 - b]], alternative="greater").pvalue for a, b in ((8, 2), (0, 5), (3, 3))
    ]
    assert told == pytest.approx(exact)


def test_dealt_by_lot_a_word_is_rarely_beyond_its_chance():
    rng = np.random.default_rng(5)
    users = rng.hypergeometric(40, 60, 20, size=4_000)
    chance = chance_of_as_many(users, 20 - users, voices_a=40, voices_b=60)
    assert (chance <= 0.05).mean() <= 0.05
