"""Which columns go with the ones that a row already has, and how much better than another guess is that?

The model is EASE (Steck 2019, "Embarrassingly Shallow Autoencoders for Sparse Data", WWW): every column is explained
by all others, linearly, with a penalty on the squared weights and none for itself.
"""

from dataclasses import dataclass

import numpy as np
from scipy import linalg, sparse

from signals.stats.rates import Estimate

DECIMALS = 6  # of weights and scores: equal ones stay equal whatever the order in which a machine sums
RESAMPLES = 4000


@dataclass(frozen=True)
class Links:
    """The weights that were kept, as triples: a row that has `source` gains `weight` in its score of `target`."""

    source: np.ndarray
    target: np.ndarray
    weight: np.ndarray
    columns_count: int

    @property
    def matrix(self) -> sparse.csr_array:
        shape = (self.columns_count, self.columns_count)
        return sparse.csr_array((self.weight, (self.source, self.target)), shape=shape)


def pairs(rows, columns, *, shape: tuple[int, int]) -> sparse.csr_array:
    """1 where a row has a column, however often the pair is named; else 0."""
    return (sparse.csr_array((np.ones(len(rows)), (rows, columns)), shape=shape) > 0).astype(float)


def gram(has) -> np.ndarray:
    """XᵀX: in how many rows two columns meet; on the diagonal, in how many rows a column is."""
    return (has.T @ has).toarray()


def weights(gram, *, penalty: float) -> np.ndarray:
    """W = I − P·diagMat(1/diag(P)) with P = (XᵀX + λI)⁻¹ (Steck 2019, section 3.1); source × target.

    The diagonal is exactly 0. λ = `penalty` is above 0, so that P exists whatever the data.
    """
    assert penalty > 0, penalty
    penalised = gram.toarray() if sparse.issparse(gram) else np.array(gram, dtype=float)
    np.fill_diagonal(penalised, np.diag(penalised) + penalty)
    inverse = linalg.inv(penalised, assume_a="pos")
    found = inverse / -np.diag(inverse)
    np.fill_diagonal(found, 0.0)
    return found


def strongest(weights, *, most: int) -> Links:
    """Of each target its `most` largest weights, whatever their sign; zeros are left out."""
    rounded = np.round(weights, DECIMALS)
    most = min(most, len(rounded))
    chosen = np.argpartition(-np.abs(rounded), most - 1, axis=0)[:most] if most else np.empty((0, 0), dtype=int)
    target = np.broadcast_to(np.arange(chosen.shape[1]), chosen.shape)
    source, target = chosen.ravel(), target.ravel()
    weight = rounded[source, target]
    is_some = weight != 0
    return Links(source[is_some], target[is_some], weight[is_some], len(rounded))


def scores(has, links: Links) -> np.ndarray:
    """Rows × columns: the sum of the weights from what the row has."""
    return np.round((has @ links.matrix).toarray(), DECIMALS)


def leading(scores, *, masked, count: int) -> np.ndarray:
    """Of each row the `count` columns with the highest scores above 0 that are not masked; -1 where no more are.

    Of equal scores the earlier column leads.
    """
    left = np.where(masked, -np.inf, scores)
    rows = np.arange(len(left))
    leaders = np.full((len(left), count), -1)
    for place in range(min(count, left.shape[1])):
        best = left.argmax(axis=1)
        leaders[:, place] = np.where(left[rows, best] > 0, best, -1)
        left[rows, best] = -np.inf
    return leaders


def grouped_mean(values, groups, rng: np.random.Generator) -> Estimate:
    """The mean of values that come in groups (a person asked twice is a group), with the interval of resampled groups.

    `n` is the number of groups. Groups with the same sum and size are drawn together, which changes nothing but the
    time. NaN without values; where all values are equal, resampling knows no spread and the interval is a point.
    """
    method = "resampled groups, 95 % confidence"
    values, (_, place) = np.asarray(values, dtype=float), np.unique(groups, return_inverse=True)
    if not len(values):
        return Estimate(*[float("nan")] * 3, n=0, method=method)
    both = np.column_stack([np.bincount(place, weights=values), np.bincount(place)])
    kinds, counts = np.unique(both, axis=0, return_counts=True)
    n = len(both)
    drawn = rng.multinomial(n, counts / n, size=RESAMPLES) @ kinds
    low, high = np.quantile(drawn[:, 0] / drawn[:, 1], [0.025, 0.975])
    return Estimate(float(values.mean()), float(low), float(high), n=n, method=method)
