"""Which words does one group use more than the other, beyond what chance gives?"""

import numpy as np
from scipy.stats import hypergeom


def log_odds(counts_a, counts_b, prior) -> tuple[np.ndarray, np.ndarray]:
    """(delta, z) of each word: its log-odds in group a less those in group b, and the same in standard errors.

    Weighted log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, Political Analysis
    16, pp. 372–403): delta of equation 16, its variance of equation 20, z of equation 22. `prior` is a pseudo-count
    for each word, above zero and the same for both groups: the larger, the closer to zero is the z of a rare word.
    A vocabulary of one word has no odds: NaN.
    """
    a, b, prior = (np.asarray(values, dtype=float) for values in (counts_a, counts_b, prior))
    assert a.shape == b.shape == prior.shape and (prior > 0).all()
    delta = _log_odds_of(a + prior) - _log_odds_of(b + prior)
    return delta, delta / np.sqrt(1 / (a + prior) + 1 / (b + prior))


def chance_of_as_many(count_a, count_b, *, voices_a: int, voices_b: int) -> np.ndarray:
    """p of each word: the chance that so many or more of its users fall to group a when they are dealt by lot.

    Fisher's exact test, one-sided (Fisher 1935): exact whatever the counts, where z of a word that only one group uses
    hangs on the prior.
    """
    a, b = np.asarray(count_a, dtype=int), np.asarray(count_b, dtype=int)
    return hypergeom.sf(a - 1, voices_a + voices_b, a + b, voices_a)


def _log_odds_of(weights: np.ndarray) -> np.ndarray:
    if weights.size < 2:
        return np.full(weights.shape, np.nan)
    return np.log(weights) - np.log(weights.sum() - weights)
