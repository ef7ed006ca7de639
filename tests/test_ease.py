"""Are the weights the constrained regression that they claim to be, and is the interval as wide as it says?"""

import math

import numpy as np
import pytest
from scipy import sparse

from signals.stats import ease


def drawn(rng, *, rows=40, columns=9, share=0.3):
    return (rng.random((rows, columns)) < share).astype(float)


def regressed(has, penalty):
    """Each column on all others by least squares, with the penalty as rows: nothing shared with the closed form."""
    columns = has.shape[1]
    found = np.zeros((columns, columns))
    for target in range(columns):
        others = np.delete(np.arange(columns), target)
        rows = np.vstack([has[:, others], math.sqrt(penalty) * np.eye(columns - 1)])
        wanted = np.concatenate([has[:, target], np.zeros(columns - 1)])
        found[others, target] = np.linalg.lstsq(rows, wanted, rcond=None)[0]
    return found


@pytest.mark.parametrize("penalty", [0.3, 20.0, 500.0])
@pytest.mark.parametrize("seed", range(4))
def test_the_weights_are_each_columns_regression_on_the_others(seed, penalty):
    has = drawn(np.random.default_rng(seed))
    assert ease.weights(has.T @ has, penalty=penalty) == pytest.approx(regressed(has, penalty), abs=1e-10)


def test_two_columns_by_hand():
    """Source a, in 3 rows, explains b, met in 1 of them, with 1/(3 + λ); b, in 1 row, explains a with 1/(1 + λ)."""
    found = ease.weights([[3, 1], [1, 1]], penalty=1)
    assert found.tolist() == [[0, pytest.approx(1 / 4)], [pytest.approx(1 / 2), 0]]


def test_columns_that_never_meet_say_nothing_of_each_other():
    found = ease.weights(np.diag([4.0, 0.0, 7.0]), penalty=2)
    assert not found.any()


def test_a_sparse_matrix_gives_the_same_weights_and_no_argument_is_changed():
    has = drawn(np.random.default_rng(8))
    dense = has.T @ has
    before = dense.copy()
    assert np.array_equal(ease.weights(sparse.csr_array(dense), penalty=5), ease.weights(dense, penalty=5))
    assert np.array_equal(dense, before)
    assert np.array_equal(ease.gram(sparse.csr_array(has)), dense)


def test_a_pair_that_is_named_twice_is_one():
    has = ease.pairs([0, 0, 1], [2, 2, 0], shape=(2, 3))
    assert has.toarray().tolist() == [[0, 0, 1], [1, 0, 0]]


def test_no_penalty_is_refused():
    with pytest.raises(AssertionError):
        ease.weights(np.eye(2), penalty=0)


def test_the_strongest_weights_of_each_column_are_kept_whatever_their_sign():
    links = ease.strongest(np.array([[0.0, 0.1, 0.2], [-0.9, 0.0, 0.3], [0.5, -0.2, 0.0]]), most=1)
    assert links.matrix.toarray().tolist() == [[0, 0, 0], [-0.9, 0, 0.3], [0, -0.2, 0]]


@pytest.mark.parametrize("most", [9, 100])
def test_all_weights_are_kept_where_there_are_no_more(most):
    has = drawn(np.random.default_rng(2))
    found = ease.weights(has.T @ has, penalty=3)
    assert ease.strongest(found, most=most).matrix.toarray() == pytest.approx(found, abs=5e-7)


def test_a_score_is_the_sum_of_the_weights_of_what_the_row_has():
    has = drawn(np.random.default_rng(3))
    links = ease.strongest(ease.weights(has.T @ has, penalty=3), most=4)
    table = dict(zip(zip(links.source.tolist(), links.target.tolist(), strict=True), links.weight, strict=True))
    by_hand = [
        [sum(table.get((source, target), 0) for source in np.flatnonzero(row)) for target in range(9)] for row in has
    ]
    assert ease.scores(sparse.csr_array(has), links) == pytest.approx(np.array(by_hand), abs=1e-6)


def test_the_highest_unmasked_scores_above_zero_lead_and_of_equals_the_earlier():
    scores = np.array([[0.2, 0.9, 0.2, 0.5], [0.0, -0.1, 0.3, 0.0], [1.0, 1.0, 1.0, 1.0]])
    masked = np.array([[False, True, False, False], [False] * 4, [True] * 4])
    assert ease.leading(scores, masked=masked, count=3).tolist() == [[3, 0, 2], [2, -1, -1], [-1, -1, -1]]
    assert ease.leading(scores[:, :2], masked=masked[:, :2], count=3).tolist() == [[0, -1, -1], [-1] * 3, [-1] * 3]


def test_nothing_to_choose_from_leads_to_nothing():
    assert ease.leading(np.empty((2, 0)), masked=np.empty((2, 0), dtype=bool), count=2).tolist() == [[-1, -1]] * 2
    empty = ease.strongest(np.empty((0, 0)), most=3)
    assert len(empty.weight) == 0 and ease.scores(sparse.csr_array((2, 0)), empty).shape == (2, 0)


def asked(rng, groups, *, share=0.3):
    """Answers of groups of 1 to 4; each group has its own leaning."""
    group = np.repeat(np.arange(groups), rng.integers(1, 5, groups))
    leaning = rng.beta(2 * share, 2 * (1 - share), groups)
    return (rng.random(len(group)) < leaning[group]).astype(float), group


def test_the_interval_is_that_of_groups_drawn_anew_one_by_one():
    values, groups = asked(np.random.default_rng(4), 150)
    rng = np.random.default_rng(5)
    members = [values[groups == group] for group in range(150)]
    means = [np.concatenate([members[one] for one in rng.integers(150, size=150)]).mean() for _ in range(4000)]
    found = ease.grouped_mean(values, groups, np.random.default_rng(6))
    assert (found.low, found.high) == pytest.approx(tuple(np.quantile(means, [0.025, 0.975])), abs=0.005)
    assert (found.estimate, found.n) == (values.mean(), 150)


def test_the_interval_holds_the_truth_as_often_as_it_says():
    rng = np.random.default_rng(7)
    found = [ease.grouped_mean(*asked(rng, 120), rng) for _ in range(500)]
    assert np.mean([one.low <= 0.3 <= one.high for one in found]) == pytest.approx(0.94, abs=0.025)


def test_who_answers_alike_each_time_is_not_more_people():
    values, alone = np.tile([0.0, 1.0], 100), np.arange(200)
    four_times = ease.grouped_mean(np.repeat(values, 4), np.repeat(alone, 4), np.random.default_rng(1))
    assert four_times == ease.grouped_mean(values, alone, np.random.default_rng(1))


def test_the_order_of_answers_changes_nothing():
    values, groups = asked(np.random.default_rng(9), 60)
    order = np.random.default_rng(10).permutation(len(values))
    first, second = (np.random.default_rng(3) for _ in range(2))
    assert ease.grouped_mean(values, groups, first) == ease.grouped_mean(values[order], groups[order], second)


def test_nobody_asked_is_not_a_number_and_equal_answers_have_no_spread():
    rng = np.random.default_rng(1)
    nobody = ease.grouped_mean([], [], rng)
    assert math.isnan(nobody.estimate) and nobody.n == 0
    alike = ease.grouped_mean([0.0, 0.0, 0.0], [1, 2, 3], rng)
    assert (alike.low, alike.high, alike.n) == (0, 0, 3)
