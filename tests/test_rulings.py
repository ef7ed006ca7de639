"""What a person says of certain days changes the evidence, and nothing else does."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals.detectors.downturn import findings_of, replay_of
from signals.detectors.judgement import judged
from signals.detectors.rulings import NEW_NORMAL, UNUSUAL, VOID, Ruling
from signals.model import Subject
from signals.stats.simulate import simulated_sales, thinned

FIRST = date(2024, 1, 1)
DAYS = 360
FALLEN = "p03"
PRODUCT = Subject("product", FALLEN, product_id=FALLEN)


def on(day: int) -> date:
    return FIRST + timedelta(days=day)


@pytest.fixture(scope="module")
def quiet() -> pd.DataFrame:
    return simulated_sales(
        np.random.default_rng(11), first_date=str(FIRST), days=DAYS, lines_per_day=np.full(24, 10.0), season=0.0
    )


@pytest.fixture(scope="module")
def fallen(quiet) -> pd.DataFrame:
    """Half of one product's demand is gone from day 300 on."""
    chosen = (quiet["product_id"] == FALLEN) & (quiet["sold_date"] >= pd.Timestamp(on(300)))
    return thinned(quiet, np.random.default_rng(4), share=0.5, chosen=chosen)


def finding(sales, as_of: int, *rulings: Ruling, key: str = f"product:{FALLEN}"):
    found = findings_of(judged(sales, on(as_of), rulings=rulings))
    return next(each for each in found if each.subject.key == key)


def test_a_void_day_gives_no_evidence(fallen):
    assert finding(fallen, 330).state == "act"
    silent = finding(fallen, 330, Ruling(VOID, PRODUCT, on(300), on(330)))
    assert silent.state == "stable"
    assert silent.evidence < 0.5


def test_a_void_day_holds_for_the_subjects_parts_and_for_nobody_else(fallen):
    void = Ruling(VOID, PRODUCT, on(300), on(330))
    before, after = (
        {each.subject.key: each.evidence for each in findings_of(judged(fallen, on(330), rulings=rulings))}
        for rulings in ((), (void,))
    )
    assert all(after[key] < before[key] - 0.5 for key in before if FALLEN in key and before[key] > 0.5)
    others = [abs(after[key] - before[key]) for key in before if FALLEN not in key and not np.isnan(before[key])]
    assert np.median(others) < 0.1 and max(others) < 0.5


def test_void_days_are_no_part_of_a_later_baseline(quiet):
    """A month without one product's lines, said to be an error: two months later nothing else is expected."""
    gone = (quiet["product_id"] == FALLEN) & quiet["sold_date"].between(pd.Timestamp(on(230)), pd.Timestamp(on(259)))
    broken = quiet[~gone]
    as_it_is = finding(quiet, 330)
    unsaid, said = finding(broken, 330), finding(broken, 330, Ruling(VOID, PRODUCT, on(230), on(259)))
    rate = {name: each.expected / ((on(330) - each.onset).days + 1)
            for name, each in (("true", as_it_is), ("unsaid", unsaid), ("said", said))}  # fmt: skip
    assert rate["unsaid"] < 0.85 * rate["true"]
    assert rate["said"] == pytest.approx(rate["true"], rel=0.06)


def test_an_unusual_time_is_no_part_of_a_later_baseline_but_speaks_for_itself(quiet):
    chosen = (quiet["product_id"] == FALLEN) & quiet["sold_date"].between(pd.Timestamp(on(230)), pd.Timestamp(on(275)))
    halved = thinned(quiet, np.random.default_rng(4), share=0.6, chosen=chosen)
    ruling = Ruling(UNUSUAL, PRODUCT, on(230), on(275))
    assert finding(halved, 260, ruling).state == "act"
    rates = [each.expected / ((on(330) - each.onset).days + 1)
             for each in (finding(quiet, 330), finding(halved, 330, ruling), finding(halved, 330))]  # fmt: skip
    assert rates[1] == pytest.approx(rates[0], rel=0.06)
    assert rates[2] < 0.9 * rates[0]


def test_a_new_normal_is_what_is_usual_from_its_first_day_on(fallen):
    ruling = Ruling(NEW_NORMAL, PRODUCT, on(300), on(330))
    for day in (330, 345, 359):
        assert finding(fallen, day, ruling).state == "stable"
    level = finding(fallen, 345, ruling)
    assert level.observed == pytest.approx(level.expected, rel=0.25)


def test_a_further_fall_below_a_new_normal_rings_again(fallen):
    ruling = Ruling(NEW_NORMAL, PRODUCT, on(300), on(325))
    chosen = (fallen["product_id"] == FALLEN) & (fallen["sold_date"] >= pd.Timestamp(on(335)))
    deeper = thinned(fallen, np.random.default_rng(5), share=0.6, chosen=chosen)
    assert finding(deeper, 334, ruling).state == "stable"
    assert finding(deeper, 359, ruling).state == "act"


def test_a_second_new_normal_stands_on_the_first(fallen):
    chosen = (fallen["product_id"] == FALLEN) & (fallen["sold_date"] >= pd.Timestamp(on(325)))
    deeper = thinned(fallen, np.random.default_rng(5), share=0.6, chosen=chosen)
    one, two = (Ruling(NEW_NORMAL, PRODUCT, on(first), on(last)) for first, last in ((300, 324), (325, 345)))
    assert finding(deeper, 345, one).state == "act"
    for rulings in ((one, two), (two, one)):
        twice = finding(deeper, 359, *rulings)
        assert twice.state == "stable"
        assert twice.observed == pytest.approx(twice.expected, rel=0.35)


def test_a_new_normal_leaves_what_was_said_before_it(fallen):
    ruling = Ruling(NEW_NORMAL, PRODUCT, on(300), on(330))
    paths = [replay_of(judged(fallen, on(345), rulings=each), on(250)) for each in ((), (ruling,))]
    before = [path[path["day"] < pd.Timestamp(on(300))] for path in paths]
    pd.testing.assert_frame_equal(*before)


def test_a_ruling_on_the_company_holds_for_the_company_alone(fallen):
    company = Subject("company", "The company")
    lull = thinned(fallen, np.random.default_rng(6), share=0.6, chosen=fallen["sold_date"] >= pd.Timestamp(on(335)))
    void = Ruling(VOID, company, on(335), on(345))
    assert finding(lull, 345, key="company").state == "act"
    assert finding(lull, 345, void, key="company").evidence < 0.5
    assert finding(lull, 345, void).evidence == finding(lull, 345).evidence


def test_a_ruling_on_a_region_holds_for_its_series(fallen):
    region = "region 1"
    void = Ruling(VOID, Subject("region", region, region=region), on(300), on(330))
    key = f"product_region:{FALLEN}:{region}"
    assert finding(fallen, 330, key=key).evidence > finding(fallen, 330, void, key=key).evidence
    assert finding(fallen, 330, void).evidence == finding(fallen, 330).evidence


def test_a_ruling_on_what_is_not_there_changes_nothing(fallen):
    for subject in (Subject("product", "?", product_id="p99"), Subject("region", "?", region="Atlantis")):
        assert finding(fallen, 330, Ruling(VOID, subject, on(300), on(330))) == finding(fallen, 330)
