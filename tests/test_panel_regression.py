"""The regressions equal explicit dummies and other programs, and their ranges hold what they promise."""

import numpy as np
import pytest

from signals.stats.panel_regression import (
    COLLINEAR,
    NOT_ESTIMATED,
    TOO_FEW_CLUSTERS,
    TOO_FEW_ROWS,
    bartlett_weights,
    panel_regression,
    remaining_correlation,
    series_regression,
    within_units_and_times,
)


def uneven_panel(seed=1, units=7, times=15, missing=0.2):
    rng = np.random.default_rng(seed)
    unit, time = (axis.ravel() for axis in np.indices((units, times)))
    keep = rng.random(len(unit)) >= missing
    unit, time = unit[keep], time[keep]
    x = rng.normal(size=(len(unit), 2)) + rng.normal(size=units)[unit, None] + rng.normal(size=times)[time, None]
    y = x @ [-3.0, 2.0] + rng.normal(size=units)[unit] * 4 + rng.normal(size=times)[time] * 4 + rng.normal(size=len(x))
    return y, x, unit, time


def dummies(unit, time):
    return np.column_stack([np.equal.outer(unit, np.unique(unit)), np.equal.outer(time, np.unique(time))]).astype(float)


def numbers(regression, field):
    return np.array([getattr(each, field) for each in regression.coefficients])


@pytest.mark.parametrize("missing", [0.0, 0.2, 0.6])
def test_absorbing_equals_a_column_for_each_unit_and_time(missing):
    y, x, unit, time = uneven_panel(missing=missing)
    explicit = np.linalg.lstsq(np.column_stack([x, dummies(unit, time)]), y, rcond=None)[0]
    assert numbers(panel_regression(y, x, unit=unit, time=time), "estimate") == pytest.approx(explicit[:2], abs=1e-9)


def test_islands_of_units_and_times_are_absorbed_too():
    """Units 0-3 are seen in other times than units 4-6: one time effect fewer can be told."""
    y, x, unit, time = uneven_panel(missing=0.0)
    keep = (unit < 4) == (time < 8)
    y, x, unit, time = y[keep], x[keep], unit[keep], time[keep]
    explicit = np.linalg.lstsq(np.column_stack([x, dummies(unit, time)]), y, rcond=None)[0]
    assert numbers(panel_regression(y, x, unit=unit, time=time), "estimate") == pytest.approx(explicit[:2], abs=1e-9)


def test_the_standard_error_is_the_sandwich_by_hand():
    y, x, unit, time = uneven_panel()
    design = np.column_stack([x, dummies(unit, time)])
    errors = y - design @ np.linalg.lstsq(design, y, rcond=None)[0]
    bread = np.linalg.pinv(design.T @ design)
    meat = np.zeros_like(bread)
    for each in np.unique(unit):
        score = sum(design[row] * errors[row] for row in np.flatnonzero(unit == each))
        meat += np.outer(score, score)
    n, clusters = len(y), len(np.unique(unit))
    unknown = 2 + 1 + len(np.unique(time)) - 1  # unit effects lie within the clusters and do not count
    variance = clusters / (clusters - 1) * (n - 1) / (n - unknown) * np.diag(bread @ meat @ bread)[:2]
    found = panel_regression(y, x, unit=unit, time=time)
    assert numbers(found, "standard_error") == pytest.approx(np.sqrt(variance), rel=1e-9)


def test_numbers_of_statsmodels():
    """statsmodels 0.15.0, OLS on all dummies, cov_type="cluster", and which rows there are.

    Its factor counts all 14 columns, ours not the 4 of the units.
    """
    i = np.arange(40)
    unit, time, keep = i // 8, i % 8, (i * 7) % 11 != 3
    x = np.column_stack([(i * i) % 7, (i * 3 + time**2) % 5]).astype(float)
    y = 1.5 * x[:, 0] - 0.5 * x[:, 1] + unit + np.sin(i) + ((i * 5) % 9) / 4
    found = panel_regression(y[keep], x[keep], unit=unit[keep], time=time[keep])
    assert found.n == 36
    assert numbers(found, "estimate") == pytest.approx([1.37104928, -0.66000628], abs=1e-8)
    factor = np.sqrt((36 - 14) / (36 - 10))
    assert numbers(found, "standard_error") == pytest.approx(np.array([0.05530081, 0.22872381]) * factor, abs=1e-8)


def test_newey_west_before_its_correction_is_that_of_statsmodels():
    """statsmodels 0.15.0, OLS, cov_type="HAC", maxlags=3, use_correction=False."""
    t = np.arange(60.0)
    x = np.column_stack([(t * t) % 7, t >= 40]).astype(float)
    y = 2 * x[:, 0] - 3 * x[:, 1] + np.sin(t / 3) + ((t * 5) % 9) / 4
    controls = np.column_stack([np.ones(60), t / 60])
    found = series_regression(y, x, time=t, controls=controls)
    assert numbers(found, "estimate") == pytest.approx([1.99539212, -2.29272767], abs=1e-8)
    design = np.column_stack([x, controls])
    scores = design @ np.linalg.inv(design.T @ design) * (y - design @ np.linalg.lstsq(design, y)[0])[:, None]
    plain = np.sqrt(np.diag(scores.T @ bartlett_weights(t) @ scores))
    assert plain[:2] == pytest.approx([0.07432703, 0.49168921], abs=1e-8)
    assert (numbers(found, "standard_error") > plain[:2] * [0.9, 1.1]).all()  # a single step needs the correction


def test_degrees_of_freedom_follow_how_evenly_clusters_tell():
    y, x, unit, time = uneven_panel(units=8, times=40, missing=0.0)
    even = panel_regression(y, x, unit=unit, time=time).coefficients[0]
    alone = panel_regression(y, ((unit == 3) & (time > 20)).astype(float), unit=unit, time=time).coefficients[0]
    assert 6 < even.degrees < 7
    assert alone.effective_clusters == pytest.approx(1 / ((7 / 8) ** 2 + 7 * (1 / 56) ** 2))
    assert alone.degrees == 1


def test_few_clusters_are_said():
    y, x, unit, time = uneven_panel()
    assert "few clusters" in panel_regression(y, x, unit=unit, time=time).method
    y, x, unit, time = uneven_panel(units=40)
    assert "few" not in panel_regression(y, x, unit=unit, time=time).method


def test_a_coarser_cluster_holds_units_together():
    y, x, unit, time = uneven_panel(units=12)
    doubled = [np.concatenate([part, part]) for part in (y, x, time, unit)]
    twins = np.concatenate([unit, unit + 12])
    together = panel_regression(*doubled[:2], unit=twins, time=doubled[2], cluster=doubled[3])
    alone = panel_regression(y, x, unit=unit, time=time)
    assert numbers(together, "standard_error") == pytest.approx(numbers(alone, "standard_error"), rel=0.1)
    assert together.clusters == 12


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        (lambda x, unit, time: np.full(len(x), 3.1), NOT_ESTIMATED),
        (lambda x, unit, time: unit * 1.7 + np.sqrt(time), NOT_ESTIMATED),
        (lambda x, unit, time: 2 * x + unit - time, COLLINEAR),
    ],
    ids=["constant", "the effects alone", "collinear"],
)
def test_what_cannot_be_told_says_why(second, reason):
    y, x, unit, time = uneven_panel()
    found = panel_regression(y, np.column_stack([x[:, 0], second(x[:, 0], unit, time)]), unit=unit, time=time)
    assert found.coefficients[1].reason == reason
    assert np.isnan([found.coefficients[1].estimate, found.coefficients[1].low]).all()
    if reason == NOT_ESTIMATED:
        without = panel_regression(y, x[:, 0], unit=unit, time=time).coefficients[0]
        assert found.coefficients[0].estimate == pytest.approx(without.estimate)
    else:
        assert found.coefficients[0].reason == reason


def test_one_unit_two_clusters_and_no_rows_say_why():
    y, x, unit, time = uneven_panel()
    one = unit == 0
    assert panel_regression(y[one], x[one], unit=unit[one], time=time[one]).coefficients[0].reason == TOO_FEW_ROWS
    nothing = panel_regression(y[:0], x[:0], unit=unit[:0], time=time[:0])
    assert [each.reason for each in nothing.coefficients] == [TOO_FEW_ROWS] * 2
    two = unit < 2
    found = panel_regression(y[two], x[two], unit=unit[two], time=time[two]).coefficients[0]
    assert found.reason == TOO_FEW_CLUSTERS
    assert np.isfinite(found.estimate) and np.isnan([found.low, found.high]).all()


def test_a_series_with_nothing_to_tell_says_why():
    time = np.arange(30.0)
    y, one = np.sin(time), np.ones(30)
    found = series_regression(y, np.column_stack([one * 7, time % 5]), time=time, controls=one)
    assert found.coefficients[0].reason == NOT_ESTIMATED
    assert found.coefficients[1].reason is None
    assert series_regression(y[:3], time[:3], time=time[:3], controls=one[:3]).coefficients[0].reason == TOO_FEW_ROWS
    assert series_regression(y[:0], time[:0], time=time[:0], controls=one[:0]).coefficients[0].reason == TOO_FEW_ROWS


def test_an_exact_fit_has_no_width():
    time = np.arange(30.0)
    found = series_regression(2 * (time % 5), time % 5, time=time, controls=np.ones(30)).coefficients[0]
    assert (found.estimate, found.low, found.high) == pytest.approx((2, 2, 2))


def lasting_errors(rng, share, size):
    errors = rng.normal(size=size)
    errors[..., 0] /= np.sqrt(1 - share**2)
    for time in range(1, size[-1]):
        errors[..., time] += share * errors[..., time - 1]
    return errors


def test_the_correlation_is_that_of_the_errors_not_of_the_residuals():
    rng, time = np.random.default_rng(1), np.arange(104.0)
    design = np.column_stack([np.eye(12)[(time // 4.4).astype(int) % 12], time])
    maker = np.eye(104) - design @ np.linalg.pinv(design)
    lags = np.abs(time[:, None] - time)
    residuals = [maker @ errors for errors in lasting_errors(rng, 0.6, (150, 104))]
    plain = [each[1:] @ each[:-1] / (each @ each) for each in residuals]
    assert np.mean(plain) < 0.5
    assert np.mean([remaining_correlation(each, maker, lags) for each in residuals]) == pytest.approx(0.6, abs=0.05)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.8])
@pytest.mark.parametrize("first", [52, 97], ids=["half-way", "seven weeks ago"])
def test_the_range_of_one_step_covers(first, share):
    """Plain Newey-West covers 48 to 94 % here."""
    rng, time = np.random.default_rng(2), np.arange(104.0)
    step, controls = (time >= first).astype(float), np.column_stack([np.ones(104), time])
    found = [
        series_regression(errors, step, time=time, controls=controls).coefficients[0]
        for errors in lasting_errors(rng, share, (150, 104))
    ]
    assert 0.91 <= np.mean([each.low <= 0 <= each.high for each in found]) <= 1.0


@pytest.mark.parametrize("moving", [3, 6, 20])
def test_the_range_by_clusters_covers_however_few_units_move(moving):
    """With G - 1 degrees of freedom three moving units of twenty are covered some 80 times in 100."""
    rng = np.random.default_rng(3)
    unit, time = (axis.ravel() for axis in np.indices((20, 60)))
    hits = []
    for _ in range(300):
        starts = np.where(np.arange(20) < moving, rng.integers(8, 52, 20), 99)
        x = (time >= starts[unit]).astype(float)
        found = panel_regression(lasting_errors(rng, 0.6, (20, 60)).ravel(), x, unit=unit, time=time).coefficients[0]
        hits.append(found.low <= 0 <= found.high)
    assert 0.92 <= np.mean(hits) <= 0.99


def test_within_keeps_only_what_differs_between_units_in_a_time():
    _, x, unit, time = uneven_panel()
    left = within_units_and_times(x, unit=unit, time=time)
    effects = dummies(unit, time)
    assert effects.T @ left == pytest.approx(np.zeros((effects.shape[1], 2)), abs=1e-9)
    assert within_units_and_times(effects[:, [0, 9]], unit=unit, time=time) == pytest.approx(np.zeros((len(x), 2)))
