"""A changed share, score or rate: exact ratios, noise, intervals, and how often nothing rings."""

import math

import numpy as np
import pytest
from scipy import stats

from benchmarks import shifts as benchmark
from signals.metrics import ACT_EVIDENCE
from signals.stats.rates import nps_standard_error
from signals.stats.shifts import (
    BEFORE_DAYS,
    CHANGES,
    DRIFT,
    NOISE_BOUND,
    NOISE_PRIOR,
    NOISE_PRIOR_WEEKS,
    NOISE_WEEKS,
    PAIR_WEEKS,
    WINDOWS_DAYS,
    Tally,
    change,
    evidence,
    evidence_by_day,
    log_ratios,
    noise,
    spread,
)

SEED = 31  # the calibration's is another
SERIES = 80


def tally(hits, trials, hits_before, trials_before) -> Tally:
    """One stratum, a day for each number of `hits`."""
    parts = np.broadcast_arrays(*(np.asarray(part, dtype=float) for part in (hits, trials, hits_before, trials_before)))
    return Tally(*(part.reshape(1, -1) for part in parts))


def flat(*parts) -> Tally:
    """Of one day, strata only."""
    return Tally(*(np.atleast_1d(np.asarray(part, dtype=float)) for part in parts))


def untempered(ratios: np.ndarray, variance: float) -> np.ndarray:
    return ratios * (1 + DRIFT**2 * variance)


# against another program ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("n", "n_before", "total"), [(3, 17, 4), (10, 50, 12), (30, 130, 40), (60, 300, 150)])
def test_a_share_is_compared_by_fishers_noncentral_hypergeometric(n, n_before, total):
    hits = np.arange(max(0, total - n_before), min(n, total) + 1)
    under_none = stats.hypergeom(n + n_before, total, n)
    likely = np.abs(hits - under_none.mean()) <= 4 * under_none.std() + 1
    for sign, ratios in zip((1, -1), log_ratios(tally(hits, n, total - hits, n_before)), strict=True):
        for size, ours in zip(CHANGES, untempered(ratios, under_none.var()), strict=True):
            under_change = stats.nchypergeom_fisher(n + n_before, total, n, math.exp(sign * size))
            exact = under_change.logpmf(hits) - under_none.logpmf(hits)
            assert ours[likely] == pytest.approx(exact[likely], abs=0.12)


def test_a_rate_is_compared_as_przyborowski_and_wilenski_do():
    """Given 12 events in all and 3 of 10 of the exposure, those inside are binomial."""
    hits = np.arange(13)
    under_none = stats.binom(12, 0.3)
    for sign, ratios in zip((1, -1), log_ratios(tally(hits, 300, 12 - hits, 700), is_rate=True), strict=True):
        for size, ours in zip(CHANGES, untempered(ratios, under_none.var()), strict=True):
            odds = math.exp(sign * size) * 3 / 7
            exact = stats.binom(12, odds / (1 + odds)).logpmf(hits) - under_none.logpmf(hits)
            assert ours == pytest.approx(exact)


@pytest.mark.parametrize("total", [1, 2, 8, 30, 59])
def test_each_ratio_is_an_e_value_however_few_the_answers(total):
    hits = np.arange(max(0, total - 50), min(10, total) + 1)
    chance = stats.hypergeom(60, total, 10).pmf(hits)
    for ratios in log_ratios(tally(hits, 10, total - hits, 50)):
        assert (np.exp(ratios) @ chance <= 1.02).all()


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [((56, 70, 48, 80), 0.0524, 0.3339), ((9, 10, 3, 10), 0.1705, 0.8090)],
)
def test_an_effect_has_the_interval_of_newcombe_1998_table_2_method_10(counts, low, high):
    found = change(flat(*counts))
    assert (found.low, found.high) == (pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))
    assert found.effect == pytest.approx(counts[0] / counts[1] - counts[2] / counts[3])


def test_a_rates_interval_ends_where_the_score_test_does():
    """Nobody complained before: the bound is the rate of which no event in so many orders is z deviations off."""
    found = change(flat(9, 1000, 0, 1e12), is_rate=True)
    z = stats.norm.ppf(0.975)
    for bound, sign in ((found.low, 1), (found.high, -1)):
        assert sign * (9 - 1000 * bound) / math.sqrt(1000 * bound) == pytest.approx(z, rel=1e-3)


# against plain loops ----------------------------------------------------------------------------------------------


def slow_noise(hits, trials, day):
    """Of a list of strata; days before the first count as nothing."""
    weeks = [range(day - 7 * week - 6, day - 7 * week + 1) for week in range(NOISE_WEEKS)]
    sums = [
        [(sum(h[d] for d in days if d >= 0), sum(n[d] for d in days if d >= 0)) for days in weeks]
        for h, n in zip(hits, trials, strict=True)
    ]
    told = []
    for week in range(NOISE_WEEKS):
        size = off = 0.0
        for stratum in sums:
            everything = sum(n for _, n in stratum)
            p = sum(h for h, _ in stratum) / everything if everything else 0.0
            size += stratum[week][1] * p * (1 - p)
            off += stratum[week][0] - stratum[week][1] * p
        told.append((size, off))
    squares = pairs = 0
    for (size, off), (other_size, other_off) in zip(told, told[PAIR_WEEKS:], strict=False):
        if size > 0 and other_size > 0:
            squares += min((off / size - other_off / other_size) ** 2 / (1 / size + 1 / other_size), 16)
            pairs += 1
    known = NOISE_PRIOR_WEEKS + pairs
    return max((NOISE_PRIOR_WEEKS * NOISE_PRIOR + squares) / known * (1 + NOISE_BOUND * math.sqrt(3 / known)), 1.0)


def slow_evidence(hits, trials, day):
    factor, rise, fall = slow_noise(hits, trials, day), 0.0, 0.0
    for window in WINDOWS_DAYS:
        inside = range(max(day - window + 1, 0), day + 1)
        before = range(max(day - window - BEFORE_DAYS + 1, 0), max(day - window + 1, 0))
        cells = []
        for h, n in zip(hits, trials, strict=True):
            k, m, k_before, m_before = (sum(each[d] for d in days) for days in (inside, before) for each in (h, n))
            if m > 0 and m_before > 0 and 0 < k + k_before < m + m_before:
                cells.append((k, m, k + k_before, m + m_before))
        for size in CHANGES:
            for sign in (1, -1):
                ratio = information = 0.0
                for k, n, hits_all, all_trials in cells:
                    f, p = n / all_trials, hits_all / all_trials
                    variance = n * p * (1 - p) * (1 - f) * all_trials / (all_trials - 1)
                    place = 0.5 - 0.5 * (1 - 2 * p) * (1 - 2 * f) * all_trials / (all_trials - 2)
                    number = variance / (place * (1 - place))
                    shifted = k - (n * p - number * place)
                    ratio += shifted * sign * size - number * math.log(1 + place * (math.exp(sign * size) - 1))
                    information += variance
                part = math.exp(ratio / (factor + DRIFT**2 * information))
                rise, fall = rise + part * (sign > 0), fall + part * (sign < 0)
    mixed = len(WINDOWS_DAYS) * len(CHANGES)
    return math.log(rise / mixed), math.log(fall / mixed)


@pytest.fixture(scope="module")
def answers():
    """Three series of two sources over 500 days; the second source begins late."""
    rng = np.random.default_rng(SEED)
    trials = rng.poisson(np.array([4.0, 1.5])[None, :, None], (3, 2, 500)).astype(float)
    trials[:, 1, :200] = 0
    hits = rng.binomial(trials.astype(int), np.array([0.3, 0.6])[None, :, None]).astype(float)
    return hits, trials


def test_the_evidence_equals_a_plain_loop(answers):
    rise, fall = evidence_by_day(*answers)
    for series in range(3):
        for day in (60, 251, 499):
            slow = slow_evidence(*(part[series].tolist() for part in answers), day)
            assert (rise[series, day], fall[series, day]) == (pytest.approx(slow[0]), pytest.approx(slow[1]))


def test_later_days_change_nothing(answers):
    whole, early = evidence_by_day(*answers), evidence_by_day(*(part[..., :300] for part in answers))
    for all_days, first_days in zip(whole, early, strict=True):
        assert np.array_equal(all_days[:, :300], first_days)


def test_yes_and_no_mirror_each_other(answers):
    hits, trials = answers
    rise, fall = evidence_by_day(hits, trials)
    mirrored_rise, mirrored_fall = evidence_by_day(trials - hits, trials)
    assert mirrored_rise == pytest.approx(fall) and mirrored_fall == pytest.approx(rise)


# what says nothing ------------------------------------------------------------------------------------------------


def test_nobody_asked_or_asked_before_is_no_evidence():
    nothing = np.zeros((1, 1, 500))
    late = nothing.copy()
    late[..., 490:] = 5.0
    for hits, trials in ((nothing, nothing), (late, late), (0 * late, late), (0.4 * late, late)):
        for way in evidence_by_day(hits, trials):
            assert (way == 0).all()


def test_a_stratum_without_a_past_takes_no_part():
    alone = evidence([tally(8, 20, 30, 200)])
    joined = Tally(*(np.array([[a], [b]], dtype=float) for a, b in ((8, 19), (20, 20), (30, 0), (200, 0))))
    assert evidence([joined]) == (pytest.approx(alone[0]), pytest.approx(alone[1]))
    assert change(flat([8, 19], [20, 20], [30, 0], [200, 0])) == change(flat(8, 20, 30, 200))


def test_what_was_never_seen_on_both_sides_has_no_effect():
    found = change(flat([8, 0], [20, 0], [0, 30], [0, 200]))
    assert math.isnan(found.effect) and math.isnan(found.expected)


def test_few_answers_before_give_little_evidence():
    by_size = [evidence([tally(16, 40, 0.2 * size, size)])[0].item() for size in (5, 20, 100, 1000)]
    assert by_size == sorted(by_size) and by_size[0] < 0.5 < by_size[-1]


def test_another_mix_is_no_change():
    """Source one has 20 % bad scores, source two 60 %; only how many come from each changed."""
    mixed = flat([4, 48], [20, 80], [40, 12], [200, 20])
    found = change(mixed)
    assert found.observed == pytest.approx(0.52) and found.effect == pytest.approx(0)
    rise, fall = evidence([Tally(*(part[:, None] for part in vars(mixed).values()))])
    assert rise.item() < 0 and fall.item() < 0


# noise and spread -------------------------------------------------------------------------------------------------


def weeks_of(hits, trials):
    """From daily counts, the newest week first."""
    days = hits.shape[-1]
    ends = [days - 7 * week for week in range(NOISE_WEEKS)]
    return [[part[..., end - 7 : end].sum(axis=-1, keepdims=True) for part in (hits, trials)] for end in ends]


def noise_of(weekly_sd, *, level=0.4, after=None, seed=SEED, a_week=70):
    rng = np.random.default_rng(seed)
    log_odds = np.log(level / (1 - level)) + np.repeat(rng.normal(0, weekly_sd, (400, 1, 52)), 7, axis=2)
    if after is not None:
        log_odds[..., -42:] += np.log(after / (1 - after)) - np.log(level / (1 - level))
    trials = np.full(log_odds.shape, a_week / 7)
    return noise(weeks_of(rng.binomial(trials.astype(int), 1 / (1 + np.exp(-log_odds))), trials)).mean()


def test_weeks_that_differ_by_more_than_chance_are_noise():
    calm, restless = noise_of(0.0), noise_of(0.3)
    assert 1.0 <= calm < 1.3
    assert restless == pytest.approx(1 + 70 * 0.24 * 0.3**2, rel=0.25)


def test_a_lasting_change_is_hardly_noise():
    assert noise_of(0.0, after=0.25) < noise_of(0.0) + 0.35  # about the mean, it would be 0.67 more


def test_one_wild_week_is_not_the_usual_noise():
    trials = np.full((1, 1, 364), 40.0)
    hits = 0.4 * trials
    hits[..., 200:207] = 40.0
    calm, wild = (noise(weeks_of(told, trials)).item() for told in (0.4 * trials, hits))
    assert calm == 1 and wild < 1.6  # two pairs of 48, each four sigma off; as they are, they would make it 5


def test_unknown_noise_is_taken_for_more_than_chance():
    empty = [[np.zeros((1, 1))] * 2] * NOISE_WEEKS
    assert noise(empty).item() == pytest.approx(NOISE_PRIOR * (1 + NOISE_BOUND * math.sqrt(3 / NOISE_PRIOR_WEEKS)))


def test_yes_and_no_have_spread_one_and_scores_less():
    rng = np.random.default_rng(SEED)
    strata = rng.integers(0, 2, 20_000)
    assert spread(rng.integers(0, 2, 20_000).astype(float), strata) == pytest.approx(1)
    score = rng.choice([0.0, 0.5, 1.0], 20_000, p=[0.2, 0.3, 0.5])
    share = 0.65 * 0.35
    assert spread(score, 0 * strata) == pytest.approx(
        (nps_standard_error(50, 30, 20) / 200) ** 2 * 100 / share, rel=0.02
    )


def test_a_few_equal_scores_are_not_taken_for_certain():
    assert spread(np.full(3, 0.5), np.zeros(3, dtype=int)) > 0.5
    assert spread(np.ones(3), np.zeros(3, dtype=int)) == 1


# how often nothing rings, and how soon something does --------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize("kind", [benchmark.FIRST_CHOICE, benchmark.COMPLAINTS], ids=lambda kind: kind.name)
def test_the_evidence_is_an_e_value_when_nothing_changed(kind):
    counts = benchmark.told(kind, np.random.default_rng(SEED), series=150)
    for way in evidence_by_day(*counts, is_rate=kind.is_rate):
        assert np.exp(way[:, 200:]).mean() <= 1.05


@pytest.mark.slow
@pytest.mark.parametrize("nuisance", ["nothing", "restless weeks", "slow drift", "clumps", "one week in four"])
def test_nothing_rings_about_once_in_a_hundred_series_quarters(nuisance):
    kinds = (benchmark.FIRST_CHOICE, benchmark.NEGATIVES, benchmark.SCORE)
    kinds = (*kinds, benchmark.COMPLAINTS) if nuisance not in benchmark.OF_ANSWERS_ONLY else kinds
    rates = [benchmark.false_alarms(kind, nuisance, "ours", series=SERIES, seed=SEED) for kind in kinds]
    assert np.mean(rates) <= 1.5, rates


@pytest.mark.slow
def test_a_new_source_of_other_answers_does_not_ring():
    rates = [
        benchmark.false_alarms(kind, benchmark.SECOND_SOURCE, "ours", series=SERIES, seed=SEED)
        for kind in (benchmark.FIRST_CHOICE, benchmark.NEGATIVES)
    ]
    assert max(rates) <= 1.5, rates


@pytest.mark.slow
@pytest.mark.parametrize(("kind", "level"), benchmark.SHIFTS[:3], ids=lambda value: getattr(value, "name", ""))
def test_what_matters_is_seen_within_a_quarter(kind, level):
    """41 to 33 % of 66 answers a week, 20 to 35 % of 10, two complaints a week doubled: half within ten weeks or so."""
    delay = benchmark.delays(kind, level, "ours", ACT_EVIDENCE, series=150, seed=SEED)
    assert np.median(delay) <= 84
    assert np.mean(delay <= 28) >= 0.05
