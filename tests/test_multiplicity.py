"""Which findings hold after all were looked at."""

import numpy as np
import pytest

from signals.stats.multiplicity import e_bh, q_values


def test_e_bh_agrees_with_an_example_worked_by_hand():
    # K = 5 at rate 0.1: needed are 5/(0.1 k) = 50, 25, 16.7, 12.5, 10 for the k largest.
    # Sorted 60, 20, 18, 2, 1: k = 1 passes (60 ≥ 50), k = 2 fails (20 < 25), k = 3 passes (18 ≥ 16.7): three are kept.
    marked = e_bh(np.array([2.0, 18.0, 60.0, 1.0, 20.0]), false_discovery_rate=0.1)
    assert marked.tolist() == [False, True, True, False, True]


def test_one_finding_alone_needs_all_the_evidence():
    assert not e_bh(np.array([49.0, 1.0, 1.0, 1.0, 1.0]), false_discovery_rate=0.1).any()
    assert e_bh(np.array([50.0, 1.0, 1.0, 1.0, 1.0]), false_discovery_rate=0.1).sum() == 1


def test_what_was_not_looked_at_counts_for_nothing():
    assert e_bh(np.array([np.nan, 20.0, np.nan, 1.0]), false_discovery_rate=0.1).tolist() == [False, True, False, False]


def test_empty_input_and_nothing_found_mark_nothing():
    assert e_bh(np.array([]), false_discovery_rate=0.1).tolist() == []
    assert not e_bh(np.ones(4), false_discovery_rate=0.1).any()
    assert q_values(np.array([])).tolist() == []


def test_false_discoveries_stay_below_the_stated_rate_even_when_e_values_depend():
    rng = np.random.default_rng(1)
    shares = []
    for _ in range(400):
        z = 0.7 * rng.normal() + np.sqrt(0.51) * rng.normal(size=100)
        z[:20] += 3.0
        marked = e_bh(np.exp(3.0 * z - 4.5), false_discovery_rate=0.1)
        shares.append(marked[20:].sum() / max(marked.sum(), 1))
    assert 0 < np.mean(shares) <= 0.1


def test_q_values_agree_with_benjamini_and_hochbergs_example():
    # Benjamini and Hochberg (1995), section 4.1: fifteen p-values, of which the first four are kept at 0.05.
    smallest = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
    p = np.array([*smallest, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0])
    q = q_values(p)
    assert (q <= 0.05).sum() == 4
    assert q[3] == pytest.approx(0.0095 * 15 / 4)
    assert (np.diff(q) >= 0).all()


def test_missing_p_values_stay_missing():
    assert np.isnan(q_values(np.array([0.01, np.nan]))).tolist() == [False, True]
