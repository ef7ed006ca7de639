"""The morning of the demo company against its truth, and of companies that have almost nothing."""

import functools
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import builders
import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.demo import company as demo
from signals.demo import story
from signals.errors import TooLittleHistory, UnknownSubject
from signals.ingest import loads
from signals.pipeline import mornings, spoken
from signals.pipeline.facts import facts_at
from signals.pipeline.mornings import computed
from signals.records import plain
from signals.stats.sequential import WINDOWS_DAYS
from signals.store.engine import Store

QUIET_DAY = date(2026, 9, 30)
PAST = date(2026, 10, 31)  # both falls have begun
FALLEN = {story.TRIDENT, "P-201"}
DATED = {"sales": "sold_date", "feedback": "given_date", "competitor_prices": "observed_date", "spend": "month"}


@pytest.fixture(scope="module")
def company():
    return demo.make()


def store_of(company: demo.Company, folder) -> Store:
    store = Store(f"duckdb:///{folder / 'signals.duckdb'}", lock_wait_seconds=5)
    for path in demo.write(company, folder):
        assert loads.load(store, path, person="test").outcome == "load", path.name
    return store


@pytest.fixture(scope="module")
def demo_store(company, tmp_path_factory) -> Store:
    return store_of(company, tmp_path_factory.mktemp("demo"))


@pytest.fixture(scope="module")
def refreshed(demo_store):
    return pipeline.refresh(demo_store)


@pytest.fixture(scope="module")
def today(demo_store, refreshed):
    return pipeline.morning(demo_store)


@pytest.fixture(scope="module")
def trident(demo_store, today):
    return pipeline.evidence(demo_store, warning_of(today, story.TRIDENT).key)


@pytest.fixture(scope="module")
def few(demo_store, today):
    """What is known of every fourth product and the fallen, without feedback, and the morning of it: soon computed."""
    with demo_store.reading() as connection:
        facts = facts_at(connection, None)
    kept = [*facts.product_names["product_id"].sort_values()[::4], *FALLEN]
    lines = facts.lines[facts.lines["product_id"].isin(kept)].reset_index(drop=True)
    facts = replace(facts, lines=lines, feedback=facts.feedback.head(0))
    return facts, computed(facts, computed_at=today.computed_at).morning


def warning_of(morning, product_id):
    return next(warning for warning in morning.warnings if warning.subject.product_id == product_id)


def rounded(record) -> object:
    """Plain, to nine digits: rows come in any order, so sums of floats differ in the last digits."""

    def round_off(value):
        if isinstance(value, dict):
            return {name: round_off(entry) for name, entry in value.items()}
        if isinstance(value, list):
            return [round_off(entry) for entry in value]
        return float(f"{value:.9g}") if isinstance(value, float) else value

    return round_off(plain(record))


# The truth


def test_both_planted_falls_are_shown_and_nothing_else(today, company):
    assert {warning.subject.product_id for warning in today.warnings} == {
        downturn.product_id for downturn in company.truth.downturns
    }
    assert {warning.severity for warning in today.warnings} == {"act"}


def test_a_fall_is_told_with_its_size_and_its_day(today, company):
    for planted in company.truth.downturns:
        warning = warning_of(today, planted.product_id)
        assert warning.effect_low - 0.03 <= planted.revenue_effect_share <= warning.effect_high + 0.03
        assert abs(warning.onset - planted.onset) <= timedelta(days=10)
        assert warning.stake == pytest.approx(planted.lost_revenue, rel=0.35)
        assert warning.stake == pytest.approx(warning.expected - warning.observed)
        assert warning.first_warned - planted.onset <= timedelta(days=14)


def test_before_the_falls_nothing_needs_anybody(demo_store):
    quiet = pipeline.morning(demo_store, QUIET_DAY)
    assert quiet.warnings == ()
    assert quiet.stable_count > 25


def test_no_trap_is_taken_for_a_fall(today, company):
    trapped = {product_id for trap in company.truth.traps for product_id in trap.product_ids}
    said = {warning.subject.product_id for warning in (*today.warnings, *today.noted)}
    assert not trapped & said
    assert not {warning.subject.region for warning in today.warnings} & {story.LATE_REGION, story.NEW_REGION}


def test_the_late_region_is_said(today):
    state = today.late[0]
    assert len(today.late) == 1
    assert (state.kind, state.name, state.days_late) == ("region", story.LATE_REGION, story.LATE_DAYS)
    assert state.last_date == story.LAST_DAY - timedelta(days=story.LATE_DAYS)
    assert today.regions_count == 8


def test_what_came_in_is_told_of_every_region_and_channel(today):
    told = {(state.kind, state.name) for state in today.arrivals}
    assert {kind for kind, _ in told} == {"region", "channel"}  # one export is no source among others
    assert len([kind for kind, _ in told if kind == "region"]) == today.regions_count


@pytest.mark.parametrize(
    ("part", "name", "left"),
    [
        ("_scored", "The customers at risk", "calls"),
        ("classes_of", "Who came and went", "ledger"),
        ("base_of", "The base of customers", None),
        ("parts_of", "Where the quarter lands", "nowcast"),
        ("outlook_of", "The quarter's course", None),
        ("country_of", "The public holidays", None),
        ("downturn.rises_of", "Good news", "good_news"),
        ("lateness.data_states", "How far the data reaches", "arrivals"),
    ],
)
def test_a_part_that_fails_is_said_and_takes_no_warning_with_it(few, monkeypatch, part, name, left):
    facts, today = few
    assert {warning.subject.product_id for warning in today.warnings} == FALLEN
    assert left is None or getattr(today, left)
    whole = functools.reduce(getattr, part.split("."), mornings)

    def fails(first, *arguments, **named):
        if first is None or (isinstance(first, pd.DataFrame) and first.empty):
            return whole(first, *arguments, **named)
        raise ValueError("a gap of no length")

    monkeypatch.setattr(f"signals.pipeline.mornings.{part}", fails)
    told = computed(facts, computed_at=today.computed_at).morning
    assert told.failures == (f"{name} could not be computed (ValueError: a gap of no length).",)
    assert [row.key for row in told.warnings] == [row.key for row in today.warnings]
    assert left is None or not getattr(told, left)


def test_a_fall_that_a_person_called_real_is_noted_by_no_holiday(few, monkeypatch):
    facts, today = few
    asked = []
    monkeypatch.setattr(mornings, "with_holidays", lambda rows, *_, confirmed: asked.append(confirmed) or rows)
    real = builders.verdict("real", warning_key=today.warnings[0].key)
    computed(replace(facts, verdicts=[real]), computed_at=today.computed_at)
    assert asked == [{real.warning_key}]


def test_every_product_is_counted_once(today, demo_store, company):
    states = pipeline.products(demo_store)["state"].value_counts()
    assert states.sum() == company.products["product_id"].nunique()
    assert today.stable_count == states["stable"]
    assert {state: states[state] for state in today.unjudged} == dict(today.unjudged)
    assert today.stable_count + sum(today.unjudged.values()) + len(today.warnings) == states.sum()


def test_planted_leavers_are_among_those_at_risk(demo_store, company):
    scores = pipeline.customers(demo_store).set_index("customer_id")
    left = [leaver.customer_id for leaver in company.truth.leavers if leaver.left_date < date(2026, 10, 1)]
    assert len(left) > 10
    assert scores.loc[left, "state"].isin(["lost", "about to be lost"]).mean() > 0.8
    stayed = scores.drop(index=[leaver.customer_id for leaver in company.truth.leavers]).drop(
        index=list(company.truth.faded), errors="ignore"
    )
    assert (stayed["state"] == "lost").mean() < 0.08  # a silence beyond the 95 % limit is called lost: one in twenty


# What is kept


def test_a_kept_morning_is_the_computed_one(demo_store, today):
    with demo_store.reading() as connection:
        facts = facts_at(connection, None)
    again = computed(facts, computed_at=today.computed_at).morning
    assert rounded(replace(today, data_version=0)) == rounded(again)


def test_refresh_counts_what_the_morning_says(refreshed, today, demo_store):
    assert refreshed.as_of == today.as_of == story.LAST_DAY
    assert refreshed.warnings == len(today.warnings)
    assert refreshed.products == len(pipeline.products(demo_store))
    assert refreshed.customers == len(pipeline.customers(demo_store))


@pytest.mark.slow
def test_a_load_makes_the_morning_anew(demo_store, company, tmp_path):
    before = pipeline.morning(demo_store)
    late = tmp_path / "late.csv"
    company.truth.late_sales.to_csv(late, index=False)
    loaded = loads.load(demo_store, late, person="test")
    after = pipeline.morning(demo_store)
    loads.undo(demo_store, loaded.load_id, person="test")
    assert after.late == ()
    assert pipeline.morning(demo_store).late == before.late


@pytest.mark.slow
def test_the_past_sees_nothing_later(demo_store, company, tmp_path):
    cut = {
        name: frame[pd.to_datetime(frame[DATED[name]]) <= pd.Timestamp(PAST)]
        for name, frame in ((name, getattr(company, name)) for name in DATED)
    }
    truncated = store_of(replace(company, **cut), tmp_path)
    known = pipeline.morning(truncated, PAST)
    told = pipeline.morning(demo_store, PAST)
    same = {"computed_at": known.computed_at, "data_version": known.data_version}
    assert rounded(replace(told, **same)) == rounded(known)
    assert len(known.warnings) == 2
    pd.testing.assert_frame_equal(pipeline.products(demo_store, PAST), pipeline.products(truncated, PAST))
    pd.testing.assert_frame_equal(pipeline.customers(demo_store, PAST), pipeline.customers(truncated, PAST))
    ours, theirs = (pipeline.evidence(each, known.warnings[0].key, PAST) for each in (demo_store, truncated))
    assert ours.sentences == theirs.sentences
    assert ours.quotes == theirs.quotes


# What stands behind a warning


def test_customers_name_trident_first_less_often_and_the_rival_more(trident):
    choice = trident.first_choice
    assert (choice.brand, choice.before_share > choice.after_share) == ("Trident", True)
    assert choice.before_low < choice.before_share < choice.before_high
    assert min(choice.before_count, choice.after_count) > 100
    assert choice.rivals[0][0] == story.RIVAL_BRAND


def test_the_rivals_price_step_is_found(trident):
    step = trident.price_steps[0]
    assert (step.competitor, step.competitor_product, step.region) == (
        story.RIVAL,
        story.RIVAL_BRAND,
        story.FALL_REGION,
    )
    assert step.step_date == date(2026, 10, 3)
    assert step.price_after < step.own_price < step.price_before
    assert step.gap_share == pytest.approx(step.own_price / step.price_after - 1)


def test_a_price_that_moved_long_ago_explains_nothing(demo_store, today):
    for warning in today.warnings:
        steps = pipeline.evidence(demo_store, warning.key).price_steps
        assert all(step.step_date > today.as_of - timedelta(days=183) for step in steps)


def test_the_accounts_that_left_trident_are_named_first(trident, company):
    planted = next(each for each in company.truth.downturns if each.product_id == story.TRIDENT)
    named = trident.customers["customer_id"].tolist()
    assert set(named[: len(planted.customer_ids)]) == set(planted.customer_ids)
    missing = trident.customers["expected"] - trident.customers["observed"]
    assert missing.is_monotonic_decreasing
    assert trident.customers["customer_name"].notna().all()


def test_each_planted_cause_is_named_first_and_nothing_else(demo_store, today, company):
    named = {}
    for warning in today.warnings:
        named[warning.subject.product_id] = [cause.kind for cause in pipeline.evidence(demo_store, warning.key).causes]
    told = {"competitor price": "competitor", "packaging quality": "quality"}
    assert {fall.product_id: [told[fall.cause]] for fall in company.truth.downturns} == named


def test_what_speaks_beside_the_sales_is_of_the_two_falls(today, company):
    planted = {fall.product_id for fall in company.truth.downturns}
    assert {each.subject.product_id for each in today.witnesses if each.is_bad} - {None} == planted
    assert today.beside_sales == ()  # what the company hears of Orion is told in its row


def test_the_words_of_the_new_pack_are_told_before_all_others(demo_store, today):
    orion = next(warning for warning in today.warnings if warning.subject.product_id == "P-201")
    evidence = pipeline.evidence(demo_store, orion.key)
    assert {"blister", "foil"} <= set(evidence.words["phrase"].str.casefold())
    assert any(word in evidence.quotes[0].verbatim.casefold() for word in ("blister", "foil", "blíster"))


def test_the_fall_is_taken_apart_exactly(trident):
    for bridge in trident.bridges:
        assert bridge.before + sum(amount for _, amount in bridge.parts) == pytest.approx(bridge.now, abs=0.005)
    assert {bridge.kind for bridge in trident.bridges} == {"price_volume_mix", "customers_orders_basket"}


def test_regions_and_words_are_told(trident):
    assert any(driver.name == story.FALL_REGION for driver in trident.drivers)
    assert all(driver.share_low <= driver.share <= driver.share_high for driver in trident.drivers)
    others = trident.quotes[spoken.SHOWN :]
    assert all(earlier.given_date >= later.given_date for earlier, later in pairwise(others))
    assert {quote.product_id for quote in trident.quotes} == {story.TRIDENT}
    assert trident.headline == trident.warning.headline


def test_the_weeks_agree_with_the_warning(trident):
    since = trident.weeks[trident.weeks["week"] >= pd.Timestamp(trident.warning.onset)]
    effect_share = since["actual"].sum() / since["expected"].sum() - 1
    assert effect_share == pytest.approx(trident.warning.effect_share, abs=0.04)
    assert trident.weeks["week"].iloc[-1].date() == trident.as_of - timedelta(days=6)


def test_the_week_that_a_late_region_is_missing_from_is_not_complete(trident):
    assert trident.complete_date == story.LAST_DAY - timedelta(days=story.LATE_DAYS)
    assert list(trident.weeks["is_complete"].iloc[-2:]) == [True, False]


def test_the_window_that_speaks_loudest_goes_with_the_warning(trident):
    assert trident.warning.loudest_days in WINDOWS_DAYS


def test_every_warned_or_suppressed_key_opens(demo_store, today):
    for warning in (*today.warnings, *today.noted, *today.suppressed):
        assert plain(pipeline.evidence(demo_store, warning.key).warning) == plain(warning)


def test_a_part_of_a_product_is_asked_under_the_products_own_name(demo_store, today):
    parts = [warning for warning in today.suppressed if warning.subject.kind in {"product_region", "product_channel"}]
    assert parts
    for warning in parts:
        found = pipeline.evidence(demo_store, warning.key).first_choice
        assert found is None or found.brand in {"Trident", "Orion"}


def test_a_warning_of_the_past_opens_later(demo_store):
    then = pipeline.morning(demo_store, PAST)
    for warning in then.warnings:
        assert pipeline.evidence(demo_store, warning.key).subject == warning.subject


def test_a_product_that_nobody_warned_of_has_a_page(demo_store):
    calm = pipeline.product_evidence(demo_store, story.DEARER)
    assert calm.warning is None
    assert calm.headline == calm.sentences["sales"]
    assert len(calm.weeks) > 40
    assert calm.drivers == ()


def test_a_warned_product_shows_its_warning(demo_store, today):
    assert pipeline.product_evidence(demo_store, story.TRIDENT).warning == warning_of(today, story.TRIDENT)


def test_a_customers_file_agrees_with_the_list(demo_store):
    row = pipeline.customers(demo_store).iloc[0]
    file = pipeline.customer(demo_store, row["customer_id"])
    assert file.customer_name == row["customer_name"]
    assert file.score.value_at_risk == pytest.approx(row["value_at_risk_year"])
    assert len(file.purchase_days) == row["purchase_days"]
    assert file.purchase_days["sold_date"].max().date() == file.score.last_order_date


def test_what_is_not_there_is_said(demo_store, refreshed):
    with pytest.raises(UnknownSubject, match="no warning"):
        pipeline.evidence(demo_store, "sales:product:P-999:2026-01-01")
    with pytest.raises(UnknownSubject, match="no product P-999"):
        pipeline.product_evidence(demo_store, "P-999")
    with pytest.raises(UnknownSubject, match="no customer C-0"):
        pipeline.customer(demo_store, "C-0")


# Companies that have almost nothing


def sales(*, days: int = 420, products: str = "ABC", **columns) -> pd.DataFrame:
    rng = np.random.default_rng(1)
    day = np.repeat(np.arange(days), 6)
    lines = pd.DataFrame(
        {
            "order_id": [f"O{number}" for number in range(len(day))],
            "sold_date": [date(2025, 1, 1) + timedelta(days=int(number)) for number in day],
            "customer_id": rng.choice([f"C{number}" for number in range(30)], len(day)),
            "product_id": rng.choice(list(products), len(day)),
            "quantity": 2,
            "revenue": 5.0,
        }
    )
    return lines.assign(**columns)


@pytest.fixture
def small(duckdb_store, tmp_path):
    def loaded(lines: pd.DataFrame) -> Store:
        lines.to_csv(tmp_path / "sales.csv", index=False)
        assert loads.load(duckdb_store, tmp_path / "sales.csv", person="test").outcome == "load"
        return duckdb_store

    return loaded


def test_an_older_day_keeps_its_lists_when_a_newer_one_is_refreshed(small):
    store = small(sales())
    older = date(2025, 12, 1)
    for day in (older, date(2026, 2, 24), older):
        assert len(pipeline.products(store, day)) == 3, day
        assert len(pipeline.customers(store, day)) == 30, day
        pipeline.refresh(store)
    assert pipeline.morning(store, older).as_of == older


@pytest.mark.parametrize("ask", [pipeline.refresh, pipeline.morning, pipeline.products, pipeline.customers])
def test_an_empty_store_has_too_little_history(duckdb_store, ask):
    with pytest.raises(TooLittleHistory, match="no sales yet"):
        ask(duckdb_store)


def test_a_day_before_the_first_sale_has_too_little_history(small):
    with pytest.raises(TooLittleHistory):
        pipeline.morning(small(sales(days=30)), date(2024, 12, 31))


def test_sales_without_customers_count_for_products_only(small):
    store = small(sales(customer_id=None))
    told = pipeline.morning(store)
    assert (told.anonymous_share, told.calls, told.stable_count, told.warnings) == (1.0, (), 3, ())
    assert pipeline.customers(store).empty


def test_a_company_of_one_product_is_judged_against_itself(small):
    store = small(sales(products="A"))
    told = pipeline.morning(store)
    assert (told.stable_count, told.warnings) == (1, ())
    assert len(pipeline.product_evidence(store, "A").weeks) > 30


def test_twenty_days_are_learning(small):
    store = small(sales(days=20))
    told = pipeline.morning(store)
    assert (dict(told.unjudged), told.stable_count, told.warnings, told.ledger) == ({"learning": 3}, 0, (), None)
    assert told.nowcast.low80 is None
    table = pipeline.products(store)
    assert table["evidence"].isna().all()
    assert table["revenue_28_days"].sum() == pytest.approx(20 * 6 * 5.0)
    assert [sum(trend) for trend in table["trend"]] == pytest.approx(table["revenue_year"].tolist())


def test_nothing_but_returns_is_no_product(small):
    store = small(sales(days=20, quantity=-1, revenue=-5.0))
    assert pipeline.refresh(store).products == 0
    assert pipeline.products(store).empty


def test_most_value_at_risk_stands_first_whatever_the_horizon(demo_store):
    for horizon_days in (14, 90, 365):
        table, _ = pipeline.customers_at_risk(demo_store, horizon_days=horizon_days, top=10)
        assert len(table) == 10
        assert table["value_at_risk"].is_monotonic_decreasing


def test_a_day_that_lies_far_behind_the_sales_is_refused(demo_store):
    with pytest.raises(TooLittleHistory, match="reach to 21 November 2026"):
        pipeline.morning(demo_store, date(2030, 1, 1))


def test_the_words_beside_a_call_are_of_the_last_year_and_a_complaint_if_there_was_one(demo_store, company, today):
    feedback = company.feedback
    year = feedback[pd.to_datetime(feedback["given_date"]) > pd.Timestamp(story.LAST_DAY) - pd.Timedelta(days=365)]
    for call in today.calls:
        own = year[(year["customer_id"] == call.customer_id) & year["verbatim"].notna()]
        complaints = own[own["source"] == "complaint"]
        expected = (complaints if len(complaints) else own).sort_values("given_date")["verbatim"]
        assert call.last_words == (expected.iloc[-1] if len(expected) else None)
