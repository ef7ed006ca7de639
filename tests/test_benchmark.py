"""The comparison with other methods is fair: each rule does what its source says, and the truth is known."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import nbinom

from benchmarks import changes, comparison, peers, scoring, tables, textbook
from benchmarks.methods import METHODS, OURS
from benchmarks.panel import Panel, panel_of_products, panel_of_regions
from benchmarks.scenarios import RETAILERS, times
from benchmarks.wholesaler import stationarised

DAYS = 280
COLUMNS = {"sold_date", "order_id", "customer_id", "product_id", "category", "region", "channel", "quantity", "revenue"}


def rng(seed: int = 1) -> np.random.Generator:
    return np.random.default_rng(seed)


def row(*parts) -> np.ndarray:
    return np.concatenate([np.atleast_1d(np.asarray(part, dtype=float)) for part in parts])[None, :]


@pytest.fixture(scope="module")
def sales() -> pd.DataFrame:
    return RETAILERS["plain"](rng(), products=18, days=DAYS)


# the peers' rules, by hand


def test_ewstd_is_the_weighted_mean_and_deviation_of_the_history():
    """Span 3 weighs 1, 2, 4: mean 17/7, variance (45/7 − 289/49)/(1 − 21/49) = 26/28."""
    assert peers.ewstd(row(1, 2, 3, 0))[0, 3] == pytest.approx((17 / 7) / np.sqrt(26 / 28))
    own = pd.Series([1.0, 2.0, 3.0]).ewm(span=3)
    assert own.mean().iloc[-1] == pytest.approx(17 / 7)
    assert own.std().iloc[-1] == pytest.approx(np.sqrt(26 / 28))


def test_thirdeye_compares_with_the_same_day_a_week_ago():
    scores = peers.thirdeye(row([10] * 7, 8))
    assert scores[0, 7] == pytest.approx(peers.THIRDEYE_LINE)
    assert np.isnan(scores[0, :7]).all()


@pytest.mark.parametrize(("change", "share"), [(-2, 0.5), (-3, 1.0), (-4, 1.5), (4, 0.0)])
def test_posthog_places_todays_change_in_the_range_of_the_last_thirty(change, share):
    """Changes of ±1, and one of ±3, around no change: 2 lies halfway between 1 and 3. A rise is no fall."""
    past = np.cumsum([50, *[1, -1] * 14, 3, -3])
    assert peers.posthog(row(past[0], past, past[-1] + change))[0, -1] == pytest.approx(share)


def test_servicenow_has_three_rules_over_fourteen_frozen_points():
    """10 and 12 by turns: mean 11, mean moving range 2, sigma 2/1.128."""
    baseline, sigma = [10, 12] * 7, 2 / 1.128
    outlier = peers.servicenow(row(baseline, 11 - 3 * sigma))
    assert outlier[0, 14] == pytest.approx(1.0)
    short = peers.servicenow(row(baseline, 11 - 0.1, [11 - 2 * sigma] * 3))
    assert short[0, 14:].tolist() == pytest.approx([0.1 / sigma / 3, 2 / 3, 2 / 3, 1.0])
    only_two = peers.servicenow(row(baseline, [11 - 0.1] * 2, [11 - 2 * sigma] * 2))
    assert only_two[0, -1] < 1.0
    long = peers.servicenow(row(baseline, [10.9] * 7))
    assert (long[0, 14:20] < 1).all()
    assert long[0, 20] == pytest.approx(1 + 0.1 / sigma)


def test_anomstack_scores_what_it_was_trained_on_between_0_and_1_and_a_crash_above():
    steady = 100 + rng().normal(0, 1, 120)
    crash = peers.anomstack(row(steady, [20.0] * 3))
    assert (crash[0, 62:120] < peers.ANOMSTACK_LINE).all()
    assert crash[0, -1] > 1.0
    rise = peers.anomstack(row(steady, [180.0] * 3))
    assert rise[0, -1] == 0.0


# the textbooks' methods, by hand


def test_week_over_week():
    assert textbook.week_over_week(row([10] * 7, [8] * 7))[0, 13] == pytest.approx(0.2)


def test_z_of_a_day_uses_the_same_weekdays():
    """1 to 12 on twelve Mondays: mean 6.5, deviation √13."""
    values = np.full(85, 1000.0)
    values[0:84:7] = np.arange(1, 13)
    values[84] = 0.0
    assert textbook.z_of_a_day(values[None, :])[0, 84] == pytest.approx(6.5 / np.sqrt(13))


def test_z_of_a_week_uses_twelve_weeks():
    values = row(np.repeat(np.arange(1, 13), 7), np.zeros(7))
    assert textbook.z_of_a_week(values)[0, -1] == pytest.approx(6.5 / np.sqrt(13))


def test_rolling_band():
    assert textbook.rolling_band(row([9, 11] * 14, 8))[0, 28] == pytest.approx(2 / np.sqrt(28 / 27))


def test_ewma_chart_follows_the_recursion():
    values = row([9, 11] * 70, 4, 4)
    deviation, level = np.sqrt(112 / 111), 0.0
    for value in values[0, 139:]:
        level = 0.2 * (10 - value) / deviation + 0.8 * level
    assert textbook.ewma(values)[0, -1] == pytest.approx(level / np.sqrt(0.2 / 1.8))


def test_mann_kendall_of_twelve_falling_weeks():
    """S = 66, variance 12·11·29/18, less 1 for continuity."""
    values = row(np.repeat(np.arange(12, 0, -1), 7))
    assert textbook.mann_kendall(values)[0, -1] == pytest.approx(65 / np.sqrt(12 * 11 * 29 / 18))


def test_poisson_cusum_adds_three_for_an_empty_day_of_ten():
    """A day of ten subtracts 10 ln 0.7 + 3 = −0.57, which the floor of 0 takes."""
    scores = textbook.poisson_cusum(row([10] * 145, 0, 0))[0]
    assert scores[144:].tolist() == pytest.approx([0.0, 3.0, 6.0])


def test_bocpd_is_the_recursion_of_adams_and_mackay():
    values = row(rng().poisson(5, 150), rng().poisson(1.5, 8))
    odds = textbook.bocpd(values)[0, -1]
    assert odds == pytest.approx(_bocpd_by_the_book(values[0].astype(int)), rel=1e-6)
    assert odds > textbook.BOCPD_LINE


def _bocpd_by_the_book(counts: np.ndarray) -> float:
    prior, hazard = 1 / counts[:84].mean(), 1 / 365
    belief, shape, rate = np.ones(1), np.ones(1), np.array([prior])
    for count in counts:
        grown = belief * nbinom.pmf(count, shape, rate / (rate + 1))
        belief = np.append(hazard * grown.sum(), (1 - hazard) * grown)
        belief /= belief.sum()
        shape, rate = np.append(1, shape + count), np.append(prior, rate + 1)
    last = len(counts) - 1
    usual = counts[last - 139 : last - 27].mean()
    recent = slice(1, 43)
    fallen = belief[recent][(shape / rate)[recent] < usual].sum()
    return np.log(fallen / (1 - fallen))


def test_the_simplest_rival_is_one_like_for_like_z():
    """280 expected, 140 seen, 1,120 in the baseline, no noise beyond Poisson."""
    panel = constant_panel({"falls": 10, "steady": 10}, falls_to=5)
    z = 2 * (np.sqrt(280.375) - np.sqrt(140.375)) / np.sqrt(1 + 280 / 1120)
    assert textbook.simplest_rival(panel)[0, -1] == pytest.approx(z)


def constant_panel(lines_a_day: dict[str, int], *, falls_to: int) -> Panel:
    """The first product sells less in the last 28 days."""
    days = 240
    counts = {name: np.full(days, a_day) for name, a_day in lines_a_day.items()}
    counts[next(iter(counts))][-28:] = falls_to
    parts = [
        pd.DataFrame({"sold_date": np.repeat(pd.date_range("2024-01-01", periods=days), count)}).assign(product_id=name)
        for name, count in counts.items()
    ]
    return panel_of_products(pd.concat(parts, ignore_index=True).assign(region="all", revenue=10.0))


# scenarios keep their truth


@pytest.mark.parametrize("name", RETAILERS)
def test_the_same_seed_gives_the_same_retailer(name):
    frames = [RETAILERS[name](rng(seed), products=6, days=140) for seed in (1, 1, 2)]
    pd.testing.assert_frame_equal(frames[0], frames[1])
    assert len(frames[0]) != len(frames[2])
    assert COLUMNS - set(frames[0]) <= {"category"}
    assert (frames[0]["quantity"] > 0).all()


def test_the_retailers_are_as_different_as_they_say():
    made = {name: maker(rng(), products=12, days=364) for name, maker in RETAILERS.items()}
    weekly = {
        name: panel_of_products(each).orders[:, :357].reshape(12, 51, 7).sum(axis=2) for name, each in made.items()
    }
    spread = {name: np.median(counts.var(axis=1) / counts.mean(axis=1)) for name, counts in weekly.items()}
    assert spread["distributor"] > 12 > 2 > spread["small shop"]
    assert made["distributor"]["customer_id"].nunique() <= 90
    summer, winter = weekly["fashion"][:, 8:18].sum(), weekly["fashion"][:, 34:44].sum()
    assert summer > 1.8 * winter
    by_weekday = made["grocery"]["sold_date"].dt.day_of_week.value_counts()
    assert by_weekday[5] > 2 * by_weekday[1]
    assert made["small shop"]["region"].nunique() == 1
    assert "category" not in made["small shop"]


def test_times_multiplies_lines_and_gives_copies_to_other_customers(sales):
    doubled = times(sales, rng(2), np.full(len(sales), 2.0))
    assert len(doubled) == 2 * len(sales)
    assert doubled.groupby("customer_id")["region"].nunique().max() == 1
    more = times(sales, rng(2), np.full(len(sales), 1.5))
    assert len(more) == pytest.approx(1.5 * len(sales), rel=0.02)


def test_drops_are_where_the_truth_says(sales):
    changed, truth = changes.with_drops(sales, rng(5), first=180, last=DAYS - 1)
    before, after = panel_of_products(sales), panel_of_products(changed)
    fallen = set(truth["product_id"])
    for number, product_id in enumerate(before.keys):
        if product_id not in fallen:
            assert (before.revenue[number] == after.revenue[number]).all()
    assert set(truth["kind"]) == set(changes.KINDS)
    for fall in truth.itertuples():
        number = list(before.keys).index(fall.product_id)
        inside = slice(fall.day, fall.day + changes.DROP_DAYS)
        outside = np.r_[0 : fall.day, fall.day + changes.DROP_DAYS : DAYS]
        assert (before.revenue[number, outside] == after.revenue[number, outside]).all()
        lost = 1 - after.revenue[number, inside].sum() / before.revenue[number, inside].sum()
        if fall.kind == "shrunk":
            assert (before.orders[number] == after.orders[number]).all()
            expected = fall.share * _mean_reach(fall.ramp_days)
            assert lost == pytest.approx(expected, abs=0.05)
        assert lost > 0


def _mean_reach(ramp_days: int) -> float:
    ages = np.arange(changes.DROP_DAYS) + 1
    return float(np.minimum(ages / max(ramp_days, 1), 1).mean())


@pytest.mark.parametrize("kind", ["thinned", "customers"])
def test_a_drop_takes_its_share_of_the_lines(kind, monkeypatch):
    monkeypatch.setattr(changes, "KINDS", (kind,))
    monkeypatch.setattr(changes, "RAMP_DAYS", (0,))
    monkeypatch.setattr(changes, "DROP_SHARES", (0.3,))
    monkeypatch.setattr(changes, "FALLEN_SHARE", 1.0)
    sales = RETAILERS["plain"](rng(), products=30, days=DAYS)
    changed, truth = changes.with_drops(sales, rng(3), first=DAYS - 56, last=DAYS - 1)
    assert (truth["day"] == DAYS - 56).all()
    late = changes.days_of(sales) >= DAYS - 56
    assert len(changed) - (~late).sum() == pytest.approx(0.7 * late.sum(), rel=0.04)
    if kind == "customers":
        pairs = sales[late].groupby(["product_id", "customer_id"]).size()
        kept = changed[changed.index.isin(sales.index[late])].groupby(["product_id", "customer_id"]).size()
        assert (kept == pairs[kept.index]).all()


def test_a_drop_in_one_region_leaves_the_others_alone(sales):
    changed, truth = changes.with_drops(sales, rng(3), first=180, last=DAYS - 1, in_one_region=True)
    before, after = panel_of_regions(sales), panel_of_regions(changed)
    differ = {key for key, a, b in zip(before.keys, before.revenue, after.revenue, strict=True) if (a != b).any()}
    assert differ == set(truth["product_id"] + ":" + truth["region"])


@pytest.mark.parametrize("name", changes.NUISANCES)
def test_a_nuisance_changes_nothing_before_its_day(sales, name):
    changed, products = changes.NUISANCES[name].apply(sales, rng(4), 200)
    before, after = sales[changes.days_of(sales) < 200], changed[changes.days_of(changed) < 200]
    pd.testing.assert_frame_equal(before.reset_index(drop=True), after.reset_index(drop=True), check_dtype=False)
    assert set(products) <= set(sales["product_id"])
    assert not changed.reset_index(drop=True).equals(sales)


def lines_a_day(sales: pd.DataFrame, first: int, last: int) -> float:
    day = changes.days_of(sales)
    return ((day >= first) & (day < last)).sum() / (last - first)


def test_nuisances_are_present(sales):
    def changed(name):
        return changes.NUISANCES[name].apply(sales, rng(4), 200)[0]

    usual = lines_a_day(sales, 200, 228)
    assert lines_a_day(changed("market lull"), 200, 228) == pytest.approx(0.75 * usual, rel=0.03)
    assert lines_a_day(changed("market lull"), 228, DAYS) == lines_a_day(sales, 228, DAYS)
    peak = changed("market peak ends")
    assert lines_a_day(peak, 200, 242) == pytest.approx(1.6 * lines_a_day(sales, 200, 242), rel=0.03)
    assert lines_a_day(peak, 242, DAYS) == lines_a_day(sales, 242, DAYS)
    assert 200 not in changes.days_of(changed("a missing day"))
    absent = changed("two regions miss two days")
    assert absent.loc[np.isin(changes.days_of(absent), [200, 201]), "region"].nunique() == 2
    assert changes.days_of(changed("late data")).max() == 201
    assert changed("new region")["region"].nunique() == sales["region"].nunique() + 1
    store = changed("new store")
    assert set(store[store["customer_id"].str.startswith("new")]["region"]) == {"region 0"}
    first = "p00"
    own, promoted = (each[each["product_id"] == first] for each in (sales, changed("promotion ends")))
    extra = len(promoted) - len(own)
    inside = np.isin(changes.days_of(sales), np.arange(200, 214)) & (sales["product_id"] == first).to_numpy()
    assert extra == pytest.approx(1.5 * inside.sum(), rel=0.3)
    huge = changed("one huge order")
    assert len(huge) == len(sales) + 3
    assert huge["revenue"].max() > 100 * sales["revenue"].mean()
    unnamed = changed("missing category")
    assert set(unnamed.loc[unnamed["category"].isna(), "product_id"]) == {"p00", "p06", "p12"}


def test_shuffled_orders_stay_whole_and_keep_the_days_counts():
    generator = rng()
    orders = pd.DataFrame({"order_id": np.arange(3000), "day": np.sort(generator.integers(0, 700, 3000))})
    lines = orders.loc[np.repeat(orders.index, 3)].assign(product_id=generator.integers(0, 9, 9000))
    lines["sold_date"] = pd.Timestamp("2024-01-01") + pd.to_timedelta(lines["day"], unit="D")
    moved = stationarised(lines.sample(frac=1.0, random_state=1), rng(2))
    assert (moved.groupby("sold_date").size() == lines.groupby("sold_date").size()).all()
    assert moved.groupby("order_id")["sold_date"].nunique().max() == 1
    together = [each.groupby("order_id")["product_id"].apply(sorted) for each in (lines, moved)]
    assert (together[0] == together[1]).all()
    shift = (moved["sold_date"] - (pd.Timestamp("2024-01-01") + pd.to_timedelta(moved["day"], unit="D"))).dt.days
    assert shift.abs().max() < 240
    assert shift.abs().mean() > 60


# the scorer


def test_an_alarm_is_followed_by_56_quiet_days():
    scores = np.zeros((2, 200))
    scores[0, [10, 11, 66, 67, 150]] = 5.0
    scores[1, :] = 5.0
    assert scoring.alarms(scores, 5.0) == [(0, 10), (0, 67), (0, 150), (1, 0), (1, 57), (1, 114), (1, 171)]
    assert scoring.alarm_rate(scores, 5.0, quarters=4.0) == 175.0


def test_the_matched_line_is_the_lowest_that_keeps_the_rate():
    scores = np.full((100, 91), np.nan)
    scores[:, 50] = np.arange(100)
    assert scoring.matched_line(scores, quarters=100.0, rate=1.0) == 99.0
    assert scoring.matched_line(scores, quarters=100.0, rate=3.0) == 97.0
    assert scoring.matched_line(np.full((100, 91), 2.0), quarters=100.0, rate=1.0) == np.inf


def test_delay_counts_from_the_onset_and_beyond_56_days_is_never():
    scores = np.zeros((3, 300))
    scores[0, [90, 104, 110]] = 9.0
    scores[1, 156] = 9.0
    scores[2, 155] = 9.0
    found = scoring.delays(scores, 9.0, np.array([0, 1, 2]), np.array([100, 100, 100]))
    assert found.tolist() == [5.0, np.inf, 56.0]


def test_a_new_alarm_is_one_that_was_not_there_without():
    with_it, without = np.array([[9.0, 0], [9, 0], [0, 0]]), np.array([[0.0, 0], [0, 9], [0, 0]])
    assert scoring.new_alarms(with_it, without, 9.0).tolist() == [True, False, False]


# the comparison


def test_a_small_comparison_is_printed_as_tables(monkeypatch):
    few = [METHODS[0], *(method for method in METHODS if "EWMA" in method.name)]
    monkeypatch.setattr(comparison, "METHODS", few)
    makers = {"toy": lambda generator: RETAILERS["plain"](generator, products=12, days=364)}
    outcome = comparison.compared(makers, seeds=1, split={"toy"})
    names = tables.kinder_variants(outcome, [method.name for method in few])
    assert names[0] == OURS.name
    assert len(names) == 2
    nuisances = comparison.disturbed(makers, outcome, names, seeds=1)
    assert set(nuisances["nuisance"]) == set(changes.NUISANCES)
    assert set(outcome.found["place"]) == {"all", "one region"}
    assert set(outcome.found["method"]) == set(nuisances["method"]) | {method.name for method in few}
    assert comparison.OWN_LINE in set(nuisances["method"])
    for table in (
        tables.main_table(outcome, names, dict.fromkeys(names, 1234.0)),
        tables.nuisance_table(nuisances, names),
        tables.kinds_table(outcome, names),
        tables.rates_table(outcome, names),
    ):
        widths = {line.count("|") for line in table.splitlines()}
        assert len(widths) == 1
        assert "nan" not in table
        assert any(line.startswith("| ours |") for line in table.splitlines())


def test_no_method_looks_ahead(sales):
    panel = panel_of_products(RETAILERS["plain"](rng(), products=6, days=350))
    shorter = panel_of_products(panel.sales[changes.days_of(panel.sales) < 300])
    for method in METHODS:
        now, later = method.score(shorter), method.score(panel)[:, :300]
        assert np.allclose(now[:, 224:], later[:, 224:], equal_nan=True, atol=1e-9), method.name
