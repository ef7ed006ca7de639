"""The repeat-buying model against published figures, another program, finite differences and a simulation of itself."""

import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

from signals.stats import repeat_buying
from signals.stats.repeat_buying import RepeatBuying

CDNOW = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "cdnow_sample.txt"
CDNOW_END = pd.Timestamp("1997-09-30")
PUBLISHED = {"r": 0.5248, "alpha": 6.1830, "a": 0.8914, "b": 1.6140}  # weeks; MBG/NBD on the 39 weeks
PUBLISHED_LOG_LIKELIHOOD = -9582.133
MODEL = RepeatBuying(0.8, 60.0, 0.6, 2.5, None, 0, 0, method="given")


@pytest.fixture(scope="module")
def cdnow():
    if not CDNOW.exists():
        pytest.skip("shared/data/cdnow_sample.txt is not beside the repository")
    columns = ["customer", "sample", "day", "quantity", "dollars"]
    orders = pd.read_csv(CDNOW, sep=r"\s+", header=None, names=columns)
    orders["day"] = pd.to_datetime(orders["day"].astype(str))
    days = orders[orders["day"] <= CDNOW_END].drop_duplicates(["sample", "day"]).groupby("sample")["day"]
    first, last = days.min(), days.max()
    return (
        (days.size() - 1).to_numpy(),
        (last - first).dt.days.to_numpy(),
        (CDNOW_END - first).dt.days.to_numpy(),
    )


def simulated(people, *, days, rng, model=MODEL, later_days=0):
    """Histories of people who begin on random days, and whether and how often they come in the `later_days` after."""
    x, t_x, age, later = (np.zeros(people, dtype=np.int64) for _ in range(4))
    for person in range(people):
        age[person] = rng.integers(1, days + 1)
        rate, leaves = rng.gamma(model.r, 1 / model.alpha), rng.beta(model.a, model.b)
        day = 0.0
        while rng.random() >= leaves:
            day += rng.exponential(1 / rate)
            if day > age[person] + later_days:
                break
            if day > age[person]:
                later[person] += 1
            else:
                x[person], t_x[person] = x[person] + 1, int(day)
    return x, t_x, age, later


def test_the_published_parameters_are_found(cdnow):
    x, t_x, age = cdnow
    model = repeat_buying.fit(x, t_x, age, penalty=0.0)
    found = {"r": model.r, "alpha": model.alpha / 7, "a": model.a, "b": model.b}
    assert found == pytest.approx(PUBLISHED, abs=1.5e-4)
    assert model.log_likelihood + x.sum() * np.log(7) == pytest.approx(PUBLISHED_LOG_LIKELIHOOD, abs=0.005)
    assert (model.people_count, model.repeaters_count) == (2357, int((x > 0).sum()))


def test_the_penalty_hardly_moves_a_base_of_thousands(cdnow):
    plain, held = repeat_buying.fit(*cdnow, penalty=0.0), repeat_buying.fit(*cdnow)
    assert plain.log_likelihood - 0.01 < held.log_likelihood <= plain.log_likelihood + 1e-6
    assert held.parameters == pytest.approx(plain.parameters, rel=0.01)


def test_another_program_agrees(cdnow):
    x, t_x, age = cdnow
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # lifetimes is unmaintained and warns under current numpy and pandas
        from lifetimes import ModifiedBetaGeoFitter

        oracle = ModifiedBetaGeoFitter().fit(x, t_x / 7, age / 7)
        theirs = oracle.params_[["r", "alpha", "a", "b"]].to_numpy()
        visits = oracle.conditional_expected_number_of_purchases_up_to_time(90 / 7, x, t_x / 7, age / 7)
        alive = oracle.conditional_probability_alive(x, t_x / 7, age / 7)
    model = repeat_buying.fit(x, t_x, age, penalty=0.0)
    assert (model.r, model.alpha / 7, model.a, model.b) == pytest.approx(theirs, rel=2e-3)
    model = replace(model, r=theirs[0], alpha=theirs[1] * 7, a=theirs[2], b=theirs[3])
    assert repeat_buying.expected_visits(model, x, t_x, age, days=90) == pytest.approx(np.asarray(visits), rel=1e-8)
    assert repeat_buying.p_alive(model, x, t_x, age) == pytest.approx(np.asarray(alive), rel=1e-8)


PARAMETERS = [(0.5, 6.2, 0.9, 1.6), (3.0, 0.2, 0.05, 8.0), (0.05, 40.0, 4.0, 0.3)]


@pytest.mark.parametrize("parameters", PARAMETERS)
def test_the_likelihood_is_the_printed_one(parameters):
    """Batislam et al. (2007), with Γ and B in place of the sums over k."""
    r, alpha, a, b = parameters
    x, t_x, age, _ = simulated(300, days=400, rng=np.random.default_rng(5))
    there = betaln(a, b + x + 1) - betaln(a, b) - (r + x) * np.log(alpha + age)
    left = betaln(a + 1, b + x) - betaln(a, b) - (r + x) * np.log(alpha + t_x)
    printed = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + np.logaddexp(there, left)
    value, _, _ = repeat_buying.log_likelihood(parameters, repeat_buying.grouped(x, t_x, age))
    assert value == pytest.approx(printed.sum(), rel=1e-12)


@pytest.mark.parametrize("parameters", PARAMETERS)
def test_the_gradient_and_the_hessian_are_the_slopes(parameters):
    x, t_x, age, _ = simulated(300, days=400, rng=np.random.default_rng(5))
    histories = repeat_buying.grouped(x, t_x, age)
    _, gradient, hessian = repeat_buying.log_likelihood(parameters, histories)
    assert hessian == pytest.approx(hessian.T, rel=1e-12)
    for place, value in enumerate(parameters):
        step = np.zeros(4)
        step[place] = 1e-5 * value
        up, gradient_up, _ = repeat_buying.log_likelihood(parameters + step, histories)
        down, gradient_down, _ = repeat_buying.log_likelihood(parameters - step, histories)
        assert gradient[place] == pytest.approx((up - down) / (2 * step[place]), rel=1e-5, abs=1e-4)
        slopes = (gradient_up - gradient_down) / (2 * step[place])
        assert hessian[place] == pytest.approx(slopes, rel=1e-5, abs=1e-4)


def loss_of(x, t_x, age, *, penalty):
    """What the fit lowers, and its slope, by the logarithms of the parameters with time in tenths of the oldest age."""
    histories = repeat_buying.grouped(x, t_x, age)
    scale = np.array([1.0, age.max() / 10, 1.0, 1.0])

    def loss(theta):
        value, gradient, _ = repeat_buying.log_likelihood(np.exp(theta) * scale, histories)
        away = theta - repeat_buying.START
        return penalty * away @ away - value, 2 * penalty * away - gradient * np.exp(theta) * scale

    return loss, lambda model: np.log(model.parameters / scale)


def by_another_optimiser(loss):
    bounds = [(-repeat_buying.BOUND, repeat_buying.BOUND)] * 4
    return minimize(loss, repeat_buying.START, jac=True, method="SLSQP", bounds=bounds, options={"ftol": 1e-10}).fun


@pytest.mark.parametrize("seed", [*range(40), 316])
def test_another_optimiser_finds_nothing_higher(seed):
    """Also on strange bases: each parameter up to twenty times smaller or larger, half of them few people.

    In the last, the way leads along a bound.
    """
    rng = np.random.default_rng(seed)
    made = np.exp(rng.uniform(-3, 3, 4)) * MODEL.parameters
    made = replace(MODEL, **dict(zip(("r", "alpha", "a", "b"), made, strict=True)))
    x, t_x, age, _ = simulated(30 if seed % 2 else 400, days=600, rng=rng, model=made)
    loss, theta_of = loss_of(x, t_x, age, penalty=repeat_buying.PENALTY)
    theta = theta_of(repeat_buying.fit(x, t_x, age))
    ours, slope = loss(theta)
    assert np.abs(slope[np.abs(theta) < repeat_buying.BOUND - 1e-9]).max() < 0.01
    assert ours <= by_another_optimiser(loss) + 1e-5


def test_a_step_that_would_lead_up_again_is_halved():
    """From 1, twice as far is the other side of the valley, as high, and so on for ever."""

    def valley(theta):
        height = np.sqrt(1 + (5 * theta) ** 2)
        return height.sum(), 25 * theta / height, np.diag(25 / height**3)

    assert repeat_buying._lowest(valley, np.ones(1)) == pytest.approx([0], abs=1e-3)


def test_the_fit_stays_within_its_bounds_where_the_likelihood_has_no_top():
    """Everybody alike: the more equal the rates are said to be, the likelier."""
    x, t_x, age = np.full(50, 9), np.full(50, 90), np.full(50, 100)
    loss, theta_of = loss_of(x, t_x, age, penalty=0.0)
    theta = theta_of(repeat_buying.fit(x, t_x, age, penalty=0.0))
    assert np.abs(theta).max() == pytest.approx(repeat_buying.BOUND)
    assert loss(theta)[0] <= by_another_optimiser(loss) + 0.01


def test_grouping_changes_nothing():
    x, t_x, age, _ = simulated(500, days=60, rng=np.random.default_rng(6))
    histories = repeat_buying.grouped(x, t_x, age)
    single = repeat_buying.Histories(x, t_x, age, np.ones(500, dtype=np.int64))
    assert histories.counts.sum() == 500 and len(histories.x) < 500
    drawn = set(zip(x.tolist(), t_x.tolist(), age.tolist(), strict=True))
    assert set(zip(histories.x.tolist(), histories.t_x.tolist(), histories.age.tolist(), strict=True)) == drawn
    for together, apart in zip(
        repeat_buying.log_likelihood((0.7, 30.0, 0.4, 2.0), histories),
        repeat_buying.log_likelihood((0.7, 30.0, 0.4, 2.0), single),
        strict=True,
    ):
        assert together == pytest.approx(apart, rel=1e-10)


def test_weeks_give_the_same_chances_as_days(monkeypatch):
    x, t_x, age, _ = simulated(6000, days=700, rng=np.random.default_rng(7))
    by_day = repeat_buying.fit(x, t_x, age)
    monkeypatch.setattr(repeat_buying, "WEEKS_ABOVE", 1000)
    by_week = repeat_buying.fit(x, t_x, age)
    assert by_week.alpha != by_day.alpha
    chances = [repeat_buying.p_no_visit(model, x, t_x, age, days=90) for model in (by_day, by_week)]
    assert np.abs(chances[0] - chances[1]).max() < 0.005
    assert by_week.log_likelihood == pytest.approx(by_day.log_likelihood, rel=0.02)


def test_the_chances_come_true_in_a_simulation_of_the_model():
    x, t_x, age, later = simulated(20_000, days=500, rng=np.random.default_rng(8), later_days=90)
    chance = repeat_buying.p_no_visit(MODEL, x, t_x, age, days=90)
    expected = repeat_buying.expected_visits(MODEL, x, t_x, age, days=90)
    for group in np.array_split(np.argsort(chance, kind="stable"), 8):
        error = np.sqrt(chance[group].mean() * (1 - chance[group].mean()) / len(group))
        assert (later[group] == 0).mean() == pytest.approx(chance[group].mean(), abs=3.5 * error + 0.003)
        spread = later[group].std() / np.sqrt(len(group))
        assert later[group].mean() == pytest.approx(expected[group].mean(), abs=3.5 * spread + 0.003)


def test_the_fit_finds_what_made_the_data():
    x, t_x, age, later = simulated(20_000, days=700, rng=np.random.default_rng(9), later_days=90)
    model = repeat_buying.fit(x, t_x, age)
    chance = repeat_buying.p_no_visit(model, x, t_x, age, days=90)
    assert np.abs(chance - repeat_buying.p_no_visit(MODEL, x, t_x, age, days=90)).max() < 0.02
    assert chance.mean() == pytest.approx((later == 0).mean(), abs=0.01)


EDGES = ((8000, 1e-4, 8000, 8000), (1e-4, 8e5, 1e-4, 1e-4), (1e-4, 1e-3, 8000, 1e-4))


@pytest.mark.parametrize(
    "parameters", [(0.8, 60.0, 0.6, 2.5), (0.3, 5.0, 1.0, 0.7), (2.0, 30.0, 1 + 1e-9, 4.0), *EDGES]
)
def test_a_whole_base_gets_the_chances_that_each_would_get(parameters, monkeypatch):
    monkeypatch.setattr(repeat_buying, "BLOCK", 64)
    model = RepeatBuying(*map(float, parameters), None, 0, 0, method="given")
    rng = np.random.default_rng(11)
    x, t_x, age, _ = simulated(500, days=300, rng=rng)
    x, t_x, age = np.append(x, [2000, 0]), np.append(t_x, [3900, 0]), np.append(age, [4000, 1])
    silence = rng.uniform(1, 200, len(x))
    together = repeat_buying.chances(model, x, t_x, age, days=90, silence=silence)
    assert_equal_chances(together, model, (x, t_x, age), silence)
    assert (together.p_silence_reaches[age - t_x >= silence] == 1).all()


def assert_equal_chances(together, model, histories, silence):
    alone = (
        repeat_buying.p_no_visit(model, *histories, days=90),
        repeat_buying.p_silence_reaches(model, *histories, silence=silence),
        repeat_buying.expected_visits(model, *histories, days=90),
    )
    found = (together.p_no_visit, together.p_silence_reaches, together.expected_visits)
    for each, expected in zip(found, alone, strict=True):
        assert each == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_one_silence_may_hold_for_all_and_nobody_is_no_error():
    x, t_x, age, _ = simulated(50, days=300, rng=np.random.default_rng(12))
    assert_equal_chances(
        repeat_buying.chances(MODEL, x, t_x, age, days=90, silence=120), MODEL, (x, t_x, age), np.full(50, 120)
    )
    assert len(repeat_buying.chances(MODEL, [], [], [], days=90, silence=[]).p_no_visit) == 0


def test_the_silence_is_as_long_as_simulated():
    x, t_x, age, later = simulated(20_000, days=500, rng=np.random.default_rng(13), later_days=60)
    silence = age - t_x + 60  # the present silence reaches 60 days from now where nobody comes before
    found = repeat_buying.chances(MODEL, x, t_x, age, days=60, silence=silence)
    assert found.p_silence_reaches == pytest.approx(found.p_no_visit, abs=1e-12)
    assert found.p_silence_reaches.mean() == pytest.approx((later == 0).mean(), abs=0.008)


def test_a_silence_already_past_its_limit_is_certain():
    x, t_x, age = np.full(4, 3), np.full(4, 60), np.array([100, 149, 150, 400])
    reached = repeat_buying.p_silence_reaches(MODEL, x, t_x, age, silence=90)
    assert reached[2] == reached[3] == 1 and reached[0] < reached[1] < 1


def test_absence_is_likelier_the_longer_the_silence_and_the_fewer_the_visits():
    silences = np.arange(0, 200)
    lost = repeat_buying.p_silence_reaches(MODEL, 5, 100, 100 + silences, silence=180)
    assert (np.diff(lost) >= 0).all()
    assert (np.diff(repeat_buying.p_no_visit(MODEL, np.arange(50), 100, 100, days=30)) < 0).all()


@pytest.mark.parametrize("a", [1.0, 1 + 1e-9, 0.999999])
def test_expected_visits_are_continuous_where_the_formula_is_not(a):
    near, at = replace(MODEL, a=1.001), replace(MODEL, a=a)
    x, t_x, age = np.array([0, 4, 300]), np.array([0, 100, 300]), np.array([50, 120, 301])
    visits = repeat_buying.expected_visits(at, x, t_x, age, days=90)
    assert visits == pytest.approx(repeat_buying.expected_visits(near, x, t_x, age, days=90), rel=2e-3)


def test_nothing_overflows_at_the_ends_of_the_parameters():
    x, t_x, age = np.array([0, 1, 2000]), np.array([0, 1, 3000]), np.array([1, 4000, 4000])
    for ends in EDGES:
        model = RepeatBuying(*map(float, ends), None, 0, 0, method="given")
        chances = repeat_buying.p_no_visit(model, x, t_x, age, days=90)
        visits = repeat_buying.expected_visits(model, x, t_x, age, days=90)
        assert np.isfinite(chances).all() and (chances >= 0).all() and (chances <= 1).all()
        assert np.isfinite(visits).all() and (visits >= -1e-6).all()


@pytest.mark.parametrize(
    ("x", "t_x", "age"),
    [
        ([0], [0], [1]),
        ([0] * 50, [0] * 50, [10] * 50),
        ([9] * 50, [90] * 50, [91] * 50),
        ([1] * 50, [0] * 50, [0] * 50),
    ],
)
def test_degenerate_bases_still_give_chances(x, t_x, age):
    model = repeat_buying.fit(x, t_x, age)
    assert np.isfinite(model.parameters).all()
    chances = repeat_buying.p_no_visit(model, np.array(x), np.array(t_x), np.array(age), days=30)
    assert ((chances > 0) & (chances <= 1)).all()


def test_few_who_came_back_make_it_rough():
    x = np.array([0] * 500 + [1] * 99)
    rough = repeat_buying.fitted_or_rough(x, x * 10, x * 10 + 30, usual_gap=21.0)
    assert rough.is_rough and rough.parameters == repeat_buying.fit(x, x * 10, x * 10 + 30, penalty=1.0).parameters
    enough = np.append(x, 1)
    sure = repeat_buying.fitted_or_rough(enough, enough * 10, enough * 10 + 30, usual_gap=21.0)
    assert not sure.is_rough and sure.parameters == repeat_buying.fit(enough, enough * 10, enough * 10 + 30).parameters


def test_where_nobody_came_back_a_common_shape_stands_in():
    nobody = repeat_buying.fitted_or_rough(np.zeros(9), np.zeros(9), np.full(9, 30), usual_gap=21.0)
    assert nobody.is_rough and nobody.parameters == (0.8, 42.0, 0.3, 3.0) and nobody.log_likelihood is None
    assert repeat_buying.fitted_or_rough([], [], [], usual_gap=21.0).people_count == 0
