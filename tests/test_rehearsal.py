"""What a rehearsal injects, counts and promises, on simulated sales in which nothing happens by itself."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from signals.detectors import detection, injection, rehearsal
from signals.detectors.injection import CYCLE_DAYS, DROPS, FALL_DAYS, KINDS, NO_FALL, Injected
from signals.detectors.rehearsal import LARGEST_PROBABILITY, Rehearsal, Round
from signals.detectors.sales_lines import sales_lines
from signals.model import ANY_KIND
from signals.stats.simulate import simulated_sales

DAYS = 420
PRODUCTS = 60


@pytest.fixture(scope="module")
def lines():
    rates = np.exp(np.linspace(np.log(0.4), np.log(25), PRODUCTS))
    sales = simulated_sales(np.random.default_rng(4), days=DAYS, lines_per_day=rates, overdispersion=0.1)
    return sales_lines(sales, sales["sold_date"].max())


@pytest.fixture(scope="module")
def done(lines):
    return rehearsal.rounds(lines, np.random.default_rng(1), period_days=DAYS, enough_falls=120, most_rounds=6)


def one_fall(lines, *, product: int, onset: int, drop: float, kind: str) -> Injected:
    products = len(lines.product_ids)
    falls = np.zeros((products, 1), dtype=bool)
    falls[product] = True
    return Injected(
        first_onset=np.full(products, onset),
        falls=falls,
        drop=np.full((products, 1), DROPS.index(drop)),
        kind=np.full((products, 1), KINDS.index(kind)),
    )


def daily(lines, product: int, first: int, last: int, *, weights=None) -> float:
    chosen = (lines.product == product) & (lines.day >= first) & (lines.day < last)
    return float(chosen.sum() if weights is None else weights[chosen].sum())


@pytest.mark.parametrize("kind", KINDS)
def test_a_fall_takes_its_share_while_it_lasts_and_nothing_before_or_after(lines, kind):
    product, onset = PRODUCTS - 1, 250
    injected = one_fall(lines, product=product, onset=onset, drop=0.5, kind=kind)
    after = injection.fallen(lines, injected, np.random.default_rng(2))
    spans = {"before": (0, onset), "during": (onset, onset + FALL_DAYS), "after": (onset + FALL_DAYS, DAYS)}
    left = {
        name: daily(after, product, *span, weights=after.revenue) / daily(lines, product, *span, weights=lines.revenue)
        for name, span in spans.items()
    }
    assert left["before"] == left["after"] == 1.0
    assert left["during"] == pytest.approx(0.5, abs=0.06)
    others = after.product != product
    assert others.sum() == (lines.product != product).sum()
    assert np.array_equal(after.revenue[others], lines.revenue[lines.product != product])


def test_the_kinds_differ_in_what_they_take(lines):
    product, onset = PRODUCTS - 1, 250
    span = product, onset, onset + FALL_DAYS
    after = {
        kind: injection.fallen(
            lines, one_fall(lines, product=product, onset=onset, drop=0.5, kind=kind), np.random.default_rng(2)
        )
        for kind in KINDS
    }
    orders = {kind: daily(each, *span) for kind, each in after.items()}
    assert orders["quantities"] == daily(lines, *span)
    assert orders["thinned"] < 0.6 * orders["quantities"]
    chosen = {
        kind: set(each.buyer[(each.product == product) & (each.day >= onset) & (each.day < onset + FALL_DAYS)])
        for kind, each in after.items()
    }
    assert len(chosen["customers"]) < len(chosen["thinned"]) < len(chosen["quantities"])


def test_a_product_falls_at_most_once_until_the_fall_has_left_every_baseline():
    injected = injection.drawn(np.random.default_rng(3), products=200, first=140, last=1000)
    days = np.arange(1000)
    cycle, age = injected.age(np.arange(200)[:, None], days[None, :])
    is_fall = (cycle != NO_FALL) & (age < FALL_DAYS)
    assert not is_fall[:, :140].any()
    starts = [np.flatnonzero(np.diff(row.astype(int), prepend=0) == 1) for row in is_fall]
    assert min(np.diff(each).min() for each in starts if len(each) > 1) >= CYCLE_DAYS
    assert is_fall[:, 400:900].mean() == pytest.approx(1 / 14, abs=0.02)


def test_the_same_seed_rehearses_the_same_in_whatever_order_the_lines_come(lines):
    order = np.random.default_rng(9).permutation(len(lines.day))
    told = {"period_days": 182, "enough_falls": 10, "most_rounds": 2}
    first = rehearsal.fitted(rehearsal.rounds(lines, np.random.default_rng(5), **told), np.random.default_rng(6))
    shuffled = injection.chosen(lines, order)
    second = rehearsal.fitted(rehearsal.rounds(shuffled, np.random.default_rng(5), **told), np.random.default_rng(6))
    assert first == second
    assert first.falls >= 10


def test_what_was_learnt_on_one_half_holds_on_the_other(done):
    fitted = rehearsal.fitted(done, np.random.default_rng(2))
    assert fitted.falls >= 120
    assert fitted.calibration_error < 0.03
    assert sum(each.n for each in fitted.calibration) > 1000
    assert all(each.low <= each.predicted <= each.high for each in fitted.calibration)
    strong = [each for each in fitted.calibration if each.low >= 0.6]
    assert strong and all(each.observed > 0.5 for each in strong)


def test_the_calibration_is_of_days_that_the_fit_has_not_seen(done):
    fitted = rehearsal.fitted(done, np.random.default_rng(2))
    sampled = sum(len(each.days) for each in done)
    assert 0.3 * sampled < sum(each.n for each in fitted.calibration) < 0.7 * sampled


def test_the_probability_rises_with_the_evidence_and_stops_where_the_rehearsals_stop():
    fitted = Rehearsal(alpha=-2.0, beta_below=1.0, beta=0.9, ceiling=0.8, falls=100, days=300)
    stated = fitted.probability(np.array([-5.0, -1.0, 0.0, 2.0, 4.0, 6.0, 60.0]))
    assert (np.diff(stated) >= 0).all()
    assert stated[-1] == 0.8
    assert replace(fitted, ceiling=1.0, beta=3.0).probability(np.array([9.0]))[0] == LARGEST_PROBABILITY


def test_falls_that_came_by_themselves_count_as_none_and_lower_the_ceiling():
    strong = pd.DataFrame({"product": np.arange(400), "day": 0, "evidence": 8.0, "is_fall": np.arange(400) % 4 > 0})
    quiet = pd.DataFrame({"product": np.arange(400), "day": 7, "evidence": -1.0, "is_fall": np.arange(400) % 20 == 0})
    made = Round(count=320, days=pd.concat([strong, quiet]), falls=pd.DataFrame(), controls=pd.DataFrame())
    fitted = rehearsal.fitted([made], np.random.default_rng(1))
    assert fitted.probability(8.0) == pytest.approx(0.75, abs=0.05)


def test_where_the_strongest_evidence_is_the_pasts_own_the_curve_ends_as_a_curve_that_never_falls_would():
    evidence = np.repeat([8.0, 1.0], [200, 800])
    is_fall = np.arange(1000) % np.repeat([20, 5], [200, 800]) == 0
    days = pd.DataFrame({"product": np.arange(1000), "day": 0, "evidence": evidence, "is_fall": is_fall})
    fitted = rehearsal.fitted([Round(170, days, pd.DataFrame(), pd.DataFrame())], np.random.default_rng(1))
    assert fitted.probability(np.array([1.0, 8.0])) == pytest.approx([0.17, 0.17], abs=0.04)


def test_evidence_that_speaks_against_a_fall_never_makes_the_curve_turn():
    score = np.tile(np.linspace(0.0, 4.0, 100), 4)
    days = pd.DataFrame({"product": np.arange(400), "day": 0, "evidence": score, "is_fall": score < 1.0})
    fitted = rehearsal.fitted([Round(100, days, pd.DataFrame(), pd.DataFrame())], np.random.default_rng(1))
    assert fitted.beta == 0.0


def test_with_too_little_past_or_too_few_falls_there_is_no_probability(lines):
    rng = np.random.default_rng(1)
    early = replace(lines, as_of_day=int(lines.day.min()) + 140 + 54)
    assert rehearsal.rounds(early, rng, period_days=DAYS, enough_falls=10, most_rounds=2) == []
    assert rehearsal.fitted([], rng) is None


def test_large_products_and_large_falls_are_found_sooner(done):
    found = {(row.volume, row.drop): row for row in detection.detection(done) if row.kind == ANY_KIND}
    assert found["10 or more", 0.5].found_28 > 0.7
    assert found["10 or more", 0.5].found_56 > found["10 or more", 0.2].found_56
    assert found["10 or more", 0.5].found_56 > found["0.3 to 1", 0.5].found_56
    assert found["10 or more", 0.5].median_days < 21


def test_every_fall_is_counted_once_and_in_its_class(done):
    rows = detection.detection(done)
    falls = pd.concat([each.falls for each in done])
    assert sum(row.n for row in rows if row.kind == ANY_KIND) == (falls["lines_a_day"] >= 0.3).sum()
    assert sum(row.n for row in rows if row.kind != ANY_KIND) == (falls["lines_a_day"] >= 0.3).sum()
    for row in rows:
        assert row.n == 0 or 0 <= row.found_14 <= row.found_28 <= row.found_56 <= 1


def test_a_median_is_given_only_where_half_were_found():
    falls = pd.DataFrame({"drop": 0.5, "kind": "thinned", "lines_a_day": 5.0, "days_to_alarm": [3.0, 20.0, np.nan]})
    made = Round(3, pd.DataFrame(), falls, pd.DataFrame())
    found = next(row for row in detection.detection([made]) if row.n)
    assert (found.found_14, found.found_28, found.median_days) == (pytest.approx(1 / 3), pytest.approx(2 / 3), 20.0)
    rare = replace(made, falls=falls.assign(days_to_alarm=[3.0, np.nan, np.nan]))
    assert next(row for row in detection.detection([rare]) if row.n).median_days is None


def test_untouched_series_hardly_ring(done):
    rows = detection.controls(done)
    quarters = sum(row.series_quarters for row in rows)
    assert quarters > 100
    assert 100 * sum(row.alarms for row in rows) / quarters < 3


def test_an_alarm_before_the_onset_is_no_find():
    score = np.full((1, 200), -1.0)
    score[0, 95:130] = 9.0
    injected = Injected(np.array([100]), np.array([[True]]), np.zeros((1, 1), int), np.zeros((1, 1), int))
    cycle, age = injected.age(np.zeros((1, 1), int), np.arange(200)[None, :])
    volume = np.full(score.shape, 5.0)
    told = (injected, np.array([0]))
    assert rehearsal._falls(*told, score, volume, cycle, age).empty
    score[0, 95:110] = -1.0
    assert rehearsal._falls(*told, score, volume, cycle, age)["days_to_alarm"].tolist() == [11.0]
