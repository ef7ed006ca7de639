"""Product downturns: what rings, what must not, and what is said instead."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from signals.detectors.downturn import (
    FIND_COLUMNS,
    METHOD,
    expected_days,
    expected_days_of,
    find_downturns,
    findings,
    findings_of,
    replay_downturns,
    replay_of,
)
from signals.detectors.expectation import baseline_sum
from signals.detectors.judgement import judged, judged_products, scored
from signals.detectors.rehearsal import rehearsed
from signals.detectors.sales_lines import sales_lines
from signals.detectors.yearly_season import season_factor
from signals.metrics import ACT_EVIDENCE
from signals.stats.simulate import simulated_sales, thinned, without_customers

FIRST = pd.Timestamp("2024-01-01")
LAST = FIRST + pd.Timedelta(days=279)
QUIET_DAYS = 56
WHOLESALER = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "online_retail_II.csv.gz"


def day(number: int) -> pd.Timestamp:
    return FIRST + pd.Timedelta(days=number)


def sales_of(seed: int, *, products: int = 40, days: int = 280, per_day=6.0, **options) -> pd.DataFrame:
    options = {"season": 0.0, "overdispersion": 0.2} | options
    rates = np.full(products, per_day) if np.isscalar(per_day) else np.asarray(per_day)
    return simulated_sales(np.random.default_rng(seed), days=days, lines_per_day=rates, **options)


@pytest.fixture(scope="module")
def quiet() -> pd.DataFrame:
    """Seed 2 is one of those (three in four) in which chance alone rings nowhere."""
    return sales_of(2)


@pytest.fixture(scope="module")
def fallen(quiet) -> pd.DataFrame:
    """Product p07 at a third of its demand from day 259 on."""
    return with_drop(quiet, "p07", share=0.67, first=259)


def with_drop(sales, product_id, *, share, first, region=None) -> pd.DataFrame:
    chosen = (sales["product_id"] == product_id) & (sales["sold_date"] >= day(first))
    if region is not None:
        chosen &= sales["region"] == region
    return thinned(sales, np.random.default_rng(9), share=share, chosen=chosen)


def ringing(sales, *, last=LAST) -> set[str]:
    """Products that reached the line on any of the last 60 days."""
    replayed = replay_downturns(sales, last - pd.Timedelta(days=60), last)
    return set(replayed.loc[replayed["state"] == "act", "product_id"])


def written_out(picture: str) -> str:
    return re.sub(r"(\S)\{(\d+)\}", lambda part: part[1] * int(part[2]), picture.replace(" ", ""))


def drawn(picture: str, *, orders_a_day: int = 1, filler: int = 40) -> pd.DataFrame:
    """A product that sells as drawn (`x` an order day, `.` a quiet one; {n} repeats) among others that never change."""
    picture = written_out(picture)
    days = np.flatnonzero(np.array(list(picture)) == "x")
    own = pd.DataFrame({"sold_date": np.repeat(days, orders_a_day), "product_id": "drawn"})
    steady = pd.DataFrame({"sold_date": np.tile(np.arange(len(picture)), filler)}).assign(product_id="steady")
    lines = pd.concat([own, steady], ignore_index=True)
    lines["sold_date"] = FIRST + pd.to_timedelta(lines["sold_date"], unit="D")
    return lines.assign(quantity=1, revenue=10.0)


def state_of(sales, product_id, as_of) -> str:
    return find_downturns(sales, as_of).set_index("product_id").loc[product_id, "state"]


# what rings


def test_a_fall_rings_with_its_onset_size_and_money(fallen):
    row = find_downturns(fallen, LAST).set_index("product_id").loc["p07"]
    own = fallen[(fallen["product_id"] == "p07") & (fallen["sold_date"] >= row["onset"])]
    assert row["state"] == "act"
    assert abs((row["onset"] - day(259)).days) <= 7
    assert row["effect_low"] <= -0.67 <= row["effect_high"]
    assert row["observed"] == pytest.approx(own["revenue"].sum())
    assert row["stake"] == pytest.approx(row["expected"] - row["observed"])
    assert row["effect_share"] == pytest.approx(row["observed"] / row["expected"] - 1)


def test_the_others_stay_quiet(fallen):
    assert ringing(fallen) == {"p07"}


def test_a_rise_is_no_downturn(quiet):
    others = quiet[(quiet["product_id"] != "p07") | (quiet["sold_date"] < day(250))]
    extra = quiet[(quiet["product_id"] == "p07") & (quiet["sold_date"] >= day(250))]
    row = find_downturns(pd.concat([others, extra, extra]), LAST).set_index("product_id").loc["p07"]
    assert row["state"] == "stable"
    assert row["effect_share"] > 0
    assert row["stake"] == 0


def test_a_fall_in_one_region_is_found_there(quiet):
    region = quiet["region"].value_counts().index[0]
    sales = with_drop(quiet, "p07", share=0.8, first=245, region=region)
    said = {finding.subject.key: finding for finding in findings(sales, LAST)}
    finding = said[f"product_region:p07:{region}"]
    assert (finding.state, finding.subject.region) == ("act", region)
    assert finding.subject.name == f"p07 in {region}"


def test_a_category_that_falls_is_found_against_the_company(quiet):
    chosen = (quiet["category"] == "category 1") & (quiet["sold_date"] >= day(250))
    sales = thinned(quiet, np.random.default_rng(3), share=0.5, chosen=chosen)
    said = {finding.subject.key: finding.state for finding in findings(sales, LAST)}
    assert said["category:category 1"] == "act"
    assert said["category:category 2"] == "stable"


def test_a_company_that_halves_is_found_although_no_product_is(quiet):
    sales = thinned(quiet, np.random.default_rng(3), share=0.5, chosen=quiet["sold_date"] >= day(240))
    said = {finding.subject.key: finding.state for finding in findings(sales, LAST)}
    assert said["company"] == "act"
    rung = [key for key, state in said.items() if key.startswith("product:") and state == "act"]
    assert len(rung) <= 1, "of forty products one may ring by chance"


def test_customers_that_leave_are_noticed(quiet):
    chosen = (quiet["product_id"] == "p03") & (quiet["sold_date"] >= day(245))
    sales = without_customers(quiet, np.random.default_rng(5), share=0.7, chosen=chosen)
    assert "p03" in ringing(sales)


def test_the_probability_is_rehearsed_grows_with_the_evidence_and_never_claims_certainty(fallen):
    found = find_downturns(fallen, LAST).sort_values("evidence")
    assert (found["probability"].diff().dropna() >= 0).all()
    assert found["probability"].iloc[-1] == 0.95
    assert found["probability"].iloc[0] < 0.1


def test_with_less_than_eight_weeks_to_rehearse_on_no_probability_is_given(quiet):
    assert find_downturns(quiet, day(139 + 55))["probability"].isna().all()
    assert find_downturns(quiet, day(139 + 75))["probability"].notna().any()


# what must not ring


def test_nothing_rings_when_a_region_opens(quiet):
    rng = np.random.default_rng(2)
    opened = quiet[(quiet["region"] == "region 0") & (quiet["product_id"] < "p20")]
    opened = opened[(opened["sold_date"] >= day(225)) & (rng.random(len(opened)) < 0.9)].assign(region="new")
    opened = opened.assign(customer_id="n" + opened["customer_id"], order_id="n" + opened["order_id"])
    assert ringing(pd.concat([quiet, opened])) == set()


def test_hardly_anything_rings_in_a_lull_of_the_whole_market(quiet):
    """Thinning draws new chance for all forty products each time, so single ones may ring, as without a lull."""
    lull = (quiet["sold_date"] >= day(240)) & (quiet["sold_date"] < day(270))
    rung = [len(ringing(thinned(quiet, np.random.default_rng(seed), share=0.6, chosen=lull))) for seed in range(4, 10)]
    assert sum(rung) <= 0.02 * 40 * len(rung)


def test_nothing_rings_when_a_day_is_missing(quiet):
    sales = quiet[quiet["sold_date"] != day(270)]
    assert ringing(sales) == set()
    assert set(find_downturns(sales, day(270))["state"]) == {"missing_data"}
    company = next(finding for finding in findings(sales, day(272)) if finding.subject.kind == "company")
    assert company.state == "stable"


def test_nothing_rings_when_two_regions_miss_two_days(quiet):
    late = quiet["region"].isin(["region 0", "region 1"]) & quiet["sold_date"].between(day(278), day(279))
    assert ringing(quiet[~late]) == set()


def test_nothing_rings_when_all_data_is_late(quiet):
    sales = quiet[quiet["sold_date"] <= day(274)]
    assert ringing(sales) == set()
    assert set(find_downturns(sales, LAST)["state"]) <= {"missing_data", "watch"}


def test_nothing_rings_when_a_promotion_ends(quiet):
    promoted = quiet[(quiet["product_id"] == "p05") & quiet["sold_date"].between(day(205), day(225))]
    again = promoted.assign(customer_id="x" + promoted["customer_id"])
    assert ringing(pd.concat([quiet, again, promoted.assign(customer_id="y" + promoted["customer_id"])])) == set()


def test_one_huge_order_neither_rings_later_nor_hides_a_fall(fallen, quiet):
    huge = quiet[quiet["product_id"] == "p05"].tail(1).assign(quantity=5000, revenue=250_000.0, customer_id="huge")
    before = huge.assign(sold_date=day(215))
    after = huge.assign(sold_date=day(268), product_id="p07")
    assert ringing(pd.concat([fallen, before, after])) == {"p07"}
    rows = [find_downturns(sales, LAST).set_index("product_id").loc["p07"] for sales in
            (fallen, pd.concat([fallen, after]))]  # fmt: skip
    assert rows[1]["stake"] == pytest.approx(rows[0]["stake"], rel=0.35)


def test_nothing_rings_without_categories_regions_or_customers(quiet, fallen):
    assert ringing(quiet.drop(columns=["category", "region", "channel", "customer_id"])) == set()
    gaps = fallen.assign(**{name: fallen[name].where(fallen.index % 3 > 0) for name in ("category", "customer_id")})
    assert ringing(gaps) == {"p07"}


def test_nothing_rings_when_a_whole_category_is_missing_for_a_product(quiet):
    unnamed = quiet.assign(category=quiet["category"].where(quiet["product_id"] > "p05"))
    assert ringing(unnamed) == set()


# what is said instead


def test_a_new_product_is_learning_and_then_judged(quiet):
    sales = quiet[(quiet["product_id"] != "p02") | (quiet["sold_date"] >= day(150))]
    assert state_of(sales, "p02", day(150 + 110)) == "learning"
    assert state_of(sales, "p02", day(150 + 111)) == "stable"


@pytest.mark.parametrize(
    ("title", "picture", "state"),
    [
        ("sells every other day", "x." * 100, "stable"),
        ("an order a day, then none for a week", "x{190} .{7}", "stable"),
        ("an order a day, then none for twelve days", "x{190} .{12}", "watch"),
        ("an order a day, then none for nineteen days", "x{190} .{19}", "act"),
        ("an order a day, then none for three weeks", "x{190} .{21}", "stopped"),
        ("an order every ten days is too few", "x......... " * 20, "too_few_orders"),
        (
            "slow, and silent no longer than once before",
            "x......... " * 14 + ".{30} x......... x .{25}",
            "too_few_orders",
        ),
        ("slow, and silent longer than ever", "x......... " * 18 + ".{30}", "stopped"),
        ("a hundred days are not enough", "x{100}", "learning"),
    ],
)
def test_drawn_products(title, picture, state):
    days = len(written_out(picture))
    assert state_of(drawn(picture), "drawn", day(days - 1)) == state, title


def test_weak_a_product_that_stops_within_a_day_is_taken_for_out_of_stock():
    """Known weakness: at ten orders a day nothing at all is no evidence, by intention; it ends as stopped."""
    sales = drawn("x{190} .{20}", orders_a_day=10)
    assert state_of(sales, "drawn", day(195)) == "missing_data"
    assert state_of(sales, "drawn", day(189 + 21)) == "stopped"


def test_only_judged_products_have_evidence(quiet):
    sales = quiet[(quiet["product_id"] != "p02") | (quiet["sold_date"] >= day(200))]
    found = find_downturns(sales, LAST)
    judged_rows = found["state"].isin(["act", "watch", "stable", "missing_data"])
    assert found.loc[judged_rows, FIND_COLUMNS].notna().all().all()
    assert found.loc[~judged_rows, ["evidence", "onset", "expected"]].isna().all().all()


# promises of every detector


def test_the_future_is_invisible(fallen):
    as_of = day(262)
    known = fallen[fallen["sold_date"] <= as_of]
    pd.testing.assert_frame_equal(find_downturns(fallen, as_of), find_downturns(known, as_of))
    long, short = replay_downturns(fallen, day(240), LAST), replay_downturns(known, day(240), as_of)
    pd.testing.assert_frame_equal(long[long["day"] <= as_of], short)


@pytest.mark.parametrize("number", [139, 200, 259, 266, 279])
def test_the_replay_equals_the_answer_of_each_day(fallen, number):
    replayed = replay_downturns(fallen, day(130), LAST)
    found = find_downturns(fallen, day(number))[["product_id", "evidence", "state"]]
    of_day = replayed[replayed["day"] == day(number)].drop(columns="day").reset_index(drop=True)
    pd.testing.assert_frame_equal(of_day, found)


def test_the_order_of_rows_does_not_matter(fallen):
    shuffled = fallen.sample(frac=1.0, random_state=3)
    pd.testing.assert_frame_equal(find_downturns(fallen, LAST), find_downturns(shuffled, LAST))


def test_arguments_stay_unchanged(fallen):
    before = fallen.copy(deep=True)
    find_downturns(fallen, LAST)
    findings(fallen, LAST)
    pd.testing.assert_frame_equal(fallen, before)


def test_returns_and_lines_without_product_or_day_are_left_out(fallen):
    returns = fallen[fallen["product_id"] == "p01"].assign(quantity=-1, revenue=-5.0)
    nobody = fallen.head(5).assign(product_id=None)
    undated = fallen.head(5).assign(sold_date=pd.NaT)
    dirty = pd.concat([fallen, returns, nobody, undated], ignore_index=True)
    pd.testing.assert_frame_equal(find_downturns(fallen, LAST), find_downturns(dirty, LAST))


@pytest.mark.parametrize(
    "as_given",
    [
        lambda days: days.astype("datetime64[ns]"),
        lambda days: days.astype("datetime64[us]"),
        lambda days: days.astype("datetime64[ms]"),
        lambda days: days.dt.date,
        lambda days: days.dt.strftime("%Y-%m-%d"),
        lambda days: days + pd.Timedelta(hours=17),
    ],
)
def test_days_may_come_in_any_type(fallen, as_given):
    given = fallen.assign(sold_date=as_given(fallen["sold_date"]))
    pd.testing.assert_frame_equal(find_downturns(given, LAST), find_downturns(fallen, LAST))


@pytest.mark.parametrize("as_of", [LAST.date(), LAST, str(LAST.date()), np.datetime64(LAST)])
def test_as_of_may_come_in_any_type(fallen, as_of):
    assert find_downturns(fallen, as_of)["evidence"].equals(find_downturns(fallen, LAST)["evidence"])


@pytest.mark.parametrize("as_of", [None, pd.NaT, 20231129, 3.5])
def test_what_names_no_day_is_refused(fallen, as_of):
    with pytest.raises(ValueError, match="must be a day, such as 2026-11-21"):
        find_downturns(fallen, as_of)


def test_missing_columns_and_a_reversed_range_are_named(fallen):
    with pytest.raises(ValueError, match="lack the column quantity and revenue"):
        find_downturns(fallen.drop(columns=["quantity", "revenue"]), LAST)
    with pytest.raises(ValueError, match="comes after last_day"):
        replay_downturns(fallen, LAST, day(200))


def test_decimals_and_whole_number_products_are_taken(quiet):
    small = quiet[quiet["product_id"] < "p05"]
    given = small.assign(
        revenue=small["revenue"].map(lambda money: Decimal(str(money))),
        product_id=small["product_id"].str[1:].astype(int),
    )
    found, usual = find_downturns(given, LAST), find_downturns(small, LAST)
    assert found["product_id"].tolist() == [0, 1, 2, 3, 4]
    assert np.allclose(found["evidence"], usual["evidence"])


def test_an_empty_mart_gives_no_finding(quiet):
    for empty in (
        quiet.head(0),
        pd.DataFrame({name: [] for name in ("sold_date", "product_id", "quantity", "revenue")}),
    ):
        assert find_downturns(empty, LAST).columns.tolist() == FIND_COLUMNS
        assert len(find_downturns(empty, LAST)) == 0
        assert len(replay_downturns(empty, FIRST, LAST)) == 0
        assert findings(empty, LAST) == []
        assert len(expected_days(empty, LAST, "p01")) == 0


def test_a_single_product_is_judged_by_its_own_weekdays(quiet):
    alone = with_drop(quiet[quiet["product_id"] == "p07"], "p07", share=0.7, first=250)
    assert state_of(alone, "p07", day(249)) == "stable"
    assert state_of(alone, "p07", LAST) == "act"


def test_a_day_before_the_first_sale_knows_nothing(quiet):
    assert len(find_downturns(quiet, "2023-01-01")) == 0


# all kinds of series


def test_findings_carry_every_product_once_and_agree_with_the_table(fallen):
    found = find_downturns(fallen, LAST).set_index("product_id")
    said = {
        finding.subject.product_id: finding for finding in findings(fallen, LAST) if finding.subject.kind == "product"
    }
    assert set(said) == set(found.index)
    assert {product: finding.state for product, finding in said.items()} == found["state"].to_dict()
    assert isinstance(said["p07"].onset, date)
    assert said["p07"].stake == pytest.approx(found.loc["p07", "stake"])


def test_the_replay_of_all_kinds_ends_with_the_findings(fallen):
    judgement = judged(fallen, LAST)
    replayed = replay_of(judgement, day(270))
    last = replayed[replayed["day"] == LAST].set_index("series_key")["evidence"]
    said = {finding.subject.key: finding.evidence for finding in findings_of(judgement)}
    assert {key.split(":")[0] for key in last.index} == {
        "product", "product_region", "product_channel", "category", "company"
    }  # fmt: skip
    assert all(said[key] == pytest.approx(evidence, abs=1e-9) for key, evidence in last.items())


def test_names_are_for_readers_and_keys_are_not(fallen):
    said = {finding.subject.key: finding.subject.name for finding in findings(fallen, LAST, names={"p07": "Trident"})}
    assert said["product:p07"] == "Trident"
    assert said["product_region:p07:region 0"] == "Trident in region 0"


# the chart's numbers


def test_expected_days_draw_what_was_booked_within_its_band(fallen):
    path = expected_days(fallen, LAST, "p07")
    own = fallen[fallen["product_id"] == "p07"].groupby("sold_date")["revenue"].sum()
    assert np.allclose(path["actual"], own.reindex(path["day"], fill_value=0.0))
    before, after = path[path["day"] < day(259)], path[path["day"] >= day(259)]
    assert before["actual"].sum() == pytest.approx(before["expected"].sum(), rel=0.1)
    assert after["actual"].sum() < 0.5 * after["expected"].sum()
    assert (path["low"] <= path["expected"]).all()
    assert (path["expected"] <= path["high"]).all()


def test_weeks_of_the_chart_are_sums_of_days(fallen):
    judgement = judged_products(fallen, LAST)
    days, weeks = (expected_days_of(judgement, "p07", span_days=span) for span in (1, 7))
    assert weeks["day"].iloc[-1] == LAST
    assert weeks["actual"].iloc[-1] == pytest.approx(days["actual"].tail(7).sum())
    assert weeks["expected"].iloc[-1] == pytest.approx(days["expected"].tail(7).sum())
    narrower = (weeks["high"] / weeks["expected"]).iloc[-1] < (days["high"] / days["expected"]).tail(7).min()
    assert narrower


def test_the_band_of_weeks_holds_four_in_five(quiet):
    judgement = judged_products(quiet, LAST)
    paths = pd.concat(expected_days_of(judgement, f"p{number:02d}", span_days=7).tail(12) for number in range(40))
    inside = ((paths["actual"] >= paths["low"]) & (paths["actual"] <= paths["high"])).mean()
    assert 0.7 <= inside <= 0.9


def test_a_wild_week_does_not_lift_what_is_expected_later(quiet):
    wild = quiet[(quiet["product_id"] == "p05") & quiet["sold_date"].between(day(203), day(209))]
    bursts = [wild.assign(customer_id=f"w{copy}" + wild["customer_id"]) for copy in range(8)]
    usual, lifted = (
        expected_days(sales, LAST, "p05").tail(35)["expected"].sum() for sales in (quiet, pd.concat([quiet, *bursts]))
    )
    assert lifted == pytest.approx(usual, rel=0.15)


@pytest.mark.parametrize("repeats", [True, False])
def test_a_season_is_expected_again_if_this_year_repeats_last_year(repeats):
    days = np.arange(756)
    wave = 1 + 0.6 * np.sin(2 * np.pi * days / 364)[None, :] * np.linspace(-1, 1, 12)[:, None]
    lines = 20 * (wave if repeats else np.where(days < 364, wave, 1.0))
    market = np.full((1, 756), lines[:, 0].sum())
    expected = baseline_sum(lines) / 112
    factor = season_factor(lines, market, expected, first_day=0)
    recent = slice(600, 756)
    error, plain = (np.abs(lines - guess)[:, recent].mean() for guess in (expected * factor, expected))
    assert (factor[:, :476] == 1).all()
    assert error < 0.5 * plain if repeats else np.abs(factor[:, 700:] - 1).max() < 0.05


def test_the_method_states_its_own_line():
    assert f"S ≥ {ACT_EVIDENCE}" in METHOD


# rates


def first_crossings(scores: np.ndarray) -> int:
    """Times that a series reaches the line after at least 56 quiet days."""
    count = 0
    for row in scores:
        until = -1
        for column in np.flatnonzero(row >= ACT_EVIDENCE):
            count += column > until
            until = max(until, column + QUIET_DAYS)
    return count


UNCHANGED = {
    "even": {"season": 0.0, "overdispersion": 0.3},
    "seasonal, first year": {"season": 0.2, "overdispersion": 0.3},
    "few customers who buy in bursts": {"overdispersion": 5.0, "customers": 120},
    "one region, no category": {"regions": 1, "categories": 1, "season": 0.1},
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", UNCHANGED)
def test_false_alarms_stay_at_the_promised_rate_when_nothing_changed(kind):
    alarms = quarters = 0
    for seed in range(20, 25):
        rates = np.exp(np.random.default_rng(seed).uniform(np.log(0.5), np.log(20), 150))
        sales = sales_of(seed, days=400, per_day=rates, **UNCHANGED[kind])
        judgement = judged_products(sales, sales["sold_date"].max())
        scores = scored(judgement.products, 0, judgement.lines.as_of_day)
        alarms += first_crossings(scores)
        quarters += (~np.isnan(scores)).sum() / 91
    assert quarters > 1500
    assert 100 * alarms / quarters <= 1.5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("per_day", "drop", "within_days", "found"), [(12, 0.5, 14, 0.9), (12, 0.3, 28, 0.6), (5, 0.5, 28, 0.7)]
)
def test_falls_are_found_as_promised(per_day, drop, within_days, found):
    first, rung = day(350 - within_days), 0
    for seed in (41, 42, 43):
        sales = sales_of(seed, products=120, days=350, per_day=float(per_day), overdispersion=0.3)
        falling = sales["product_id"].between("p000", "p007")
        chosen = falling & (sales["sold_date"] >= first)
        thinner = thinned(sales, np.random.default_rng(seed), share=drop, chosen=chosen)
        replayed = replay_downturns(thinner, first, day(349))
        ringing = replayed[(replayed["state"] == "act") & replayed["product_id"].between("p000", "p007")]
        rung += ringing["product_id"].nunique()
    assert rung / 24 >= found


@pytest.mark.slow
def test_the_rehearsed_probability_is_calibrated_on_falls_it_has_not_seen():
    rates = np.exp(np.random.default_rng(7).uniform(0, np.log(15), 300))
    sales = sales_of(7, days=400, per_day=rates, overdispersion=0.3)
    fitted = rehearsed(sales_lines(sales, sales["sold_date"].max()), np.random.default_rng(1))
    other = sales_of(8, days=400, per_day=rates, overdispersion=0.3)
    fallen = {f"p{number:03d}" for number in range(0, 300, 14)}
    chosen = other["product_id"].isin(fallen) & (other["sold_date"] >= day(360))
    thinner = thinned(other, np.random.default_rng(3), share=0.35, chosen=chosen)
    replayed = replay_downturns(thinner, day(360), day(399)).dropna(subset="evidence")
    stated = fitted.probability(replayed["evidence"].to_numpy())
    is_fall = replayed["product_id"].isin(fallen).to_numpy()
    assert abs(stated.mean() - is_fall.mean()) < 0.05
    bins = pd.cut(stated, [0, 0.05, 0.2, 0.5, 0.8, 1.0])
    errors = pd.DataFrame({"stated": stated, "is_fall": is_fall}).groupby(bins, observed=True).mean().diff(axis=1)
    share = pd.Series(bins).value_counts(normalize=True)
    assert (errors["is_fall"].abs() * share.reindex(errors.index)).sum() < 0.05


@pytest.mark.slow
def test_a_halved_product_of_ten_lines_a_day_is_found_within_a_week():
    sales = sales_of(30, products=100, days=300, per_day=15.0)
    chosen = (sales["product_id"] < "p15") & (sales["sold_date"] >= day(250))
    sales = thinned(sales, np.random.default_rng(1), share=0.5, chosen=chosen)
    replayed = replay_downturns(sales, day(250), day(290))
    rung = replayed[(replayed["state"] == "act") & (replayed["product_id"] < "p15")].groupby("product_id")["day"].min()
    delays = (rung.reindex(sorted(sales["product_id"].unique())[:15]) - day(250)).dt.days.fillna(99)
    assert delays.median() <= 7


@pytest.mark.slow
def test_the_wholesaler_replays_in_seconds():
    if not WHOLESALER.exists():
        pytest.skip("the wholesaler's file is not beside the repository")
    raw = pd.read_csv(
        WHOLESALER, dtype=str, usecols=["InvoiceNo", "StockCode", "Quantity", "InvoiceDate", "UnitPrice", "Country"]
    )
    price, quantity = raw["UnitPrice"].astype(float), raw["Quantity"].astype(float)
    lines = pd.DataFrame(
        {
            "sold_date": raw["InvoiceDate"].str[:10],
            "order_id": raw["InvoiceNo"],
            "product_id": raw["StockCode"],
            "region": raw["Country"],
            "quantity": quantity,
            "revenue": price * quantity,
        }
    ).drop_duplicates()
    replayed = replay_downturns(lines, "2011-06-10", "2011-11-30")
    rung = replayed[replayed["state"] == "act"].drop_duplicates("product_id")
    assert replayed["day"].nunique() == 174
    assert 5 <= len(rung) <= 100
    assert len(sales_lines(lines, "2011-11-30").product_ids) > 4000
