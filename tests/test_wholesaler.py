"""Two years of a real gift wholesaler: what is said of it must make sense to whoever runs it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from signals import pipeline
from signals.ingest import loads
from signals.ingest.charges import PRODUCT, line_kind
from signals.store.engine import Store

EXPORT = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "online_retail_II.csv.gz"
MORNING = date(2011, 11, 30)
LAST_DAY = date(2011, 12, 9)
CHARGES = {"POST", "DOT", "M", "D", "B", "S", "C2", "BANK CHARGES", "AMAZONFEE", "CRUK", "ADJUST", "TEST001", "TEST002"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not EXPORT.exists(), reason=f"the wholesaler's export is not here ({EXPORT.name})"),
]


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return Store(f"duckdb:///{tmp_path_factory.mktemp('wholesaler') / 'signals.duckdb'}", lock_wait_seconds=5)


@pytest.fixture(scope="module")
def report(store):
    return loads.load(store, EXPORT, person="test")


@pytest.fixture(scope="module")
def refreshed(store, report):
    return pipeline.refresh(store, MORNING)


@pytest.fixture(scope="module")
def told(store, refreshed):
    return pipeline.morning(store, MORNING)


def test_every_line_is_accounted_for(report):
    assert report.outcome == "load"
    assert report.rows_read == 1_067_370
    assert (report.rows_accepted, report.rows_rejected) == (1_044_847, 22_523)
    assert (report.first_date, report.last_date) == (date(2009, 12, 1), LAST_DAY)


def test_the_months_add_up_to_the_accepted_revenue_in_pounds(report):
    assert set(report.by_month) == {
        f"{year}-{month:02}" for year in (2009, 2010, 2011) for month in range(1, 13) if year > 2009 or month == 12
    }
    half_a_cent = Decimal("0.005")  # each month is rounded alone: some prices have three decimals
    assert abs(sum(report.by_month.values(), Decimal(0)) - report.amount) <= half_a_cent * len(report.by_month)


def test_what_is_no_product_is_money_and_no_demand(store, refreshed):
    products = pipeline.products(store, MORNING)
    assert not CHARGES & set(products["product_id"])
    kinds = {line_kind(*pair) for pair in zip(products["product_id"], products["product_name"], strict=True)}
    assert kinds == {PRODUCT}
    assert len(products) > 4500


def test_no_charge_is_warned_of(told):
    said = {warning.subject.product_id for warning in (*told.warnings, *told.noted, *told.suppressed)}
    assert said
    assert not CHARGES & said


def test_headlines_speak_of_product_names_and_pounds(told):
    assert told.currency == "GBP"
    for warning in told.warnings:
        if warning.subject.product_id:
            assert warning.subject.product_id not in warning.headline.split()
            assert warning.subject.name.split(" in ")[0] in warning.headline
        assert "£" in warning.headline or "back at what is expected" in warning.headline
        assert "€" not in warning.headline


def test_what_is_shown_is_worth_a_look(told):
    acts = [warning for warning in told.warnings if warning.severity == "act"]
    assert 0 < len(acts) < 10  # of five thousand products, in the weeks when the autumn range leaves the shelves
    assert all(warning.stake > 0 and warning.effect_high < 0 for warning in acts)
    assert told.stable_count > 10 * len(told.warnings)


def test_customers_are_plausible(store, told):
    customers = pipeline.customers(store, MORNING)
    assert len(customers) == buyers_count(store)
    assert customers["p_churn"].between(0, 1).all()
    assert customers["p_lost"].between(0, 1).all()
    assert (customers["value_at_risk"] >= 0).all()
    assert 0.2 < (customers["state"] == "lost").mean() < 0.9
    assert 0 < len(told.calls) <= 10
    assert all(call.state != "lost" and call.value_at_risk > 100 for call in told.calls)
    assert 0.05 < told.anonymous_share < 0.25


def buyers_count(store) -> int:
    """Customers who ever bought; those with nothing but returns are none."""
    with store.reading() as connection:
        lines = connection.frame("marts/sales_lines", as_of=MORNING)
    return lines.loc[(lines["quantity"] > 0) & (lines["revenue"] > 0), "customer_id"].nunique()


def test_the_quarter_lands_where_it_landed(store, told):
    """October and November brought 2.5 m; December, to the 9th only, brought 0.4 m."""
    assert told.nowcast.quarter == "2011-Q4"
    assert told.nowcast.low80 < told.nowcast.estimate < told.nowcast.high80
    assert told.nowcast.actual_to_date < told.nowcast.estimate < 1.6 * told.nowcast.actual_to_date


def test_the_last_days_of_the_file_raise_no_storm(store, told):
    last = pipeline.refresh(store)
    assert last.as_of == LAST_DAY
    assert last.warnings <= len(told.warnings) + 5
    morning = pipeline.morning(store)
    assert all(warning.subject.kind not in {"company", "category"} for warning in morning.warnings)
    assert all(state.days_late <= 5 for state in morning.late)


def test_loading_and_refreshing_is_well_under_a_minute(refreshed):
    assert refreshed.seconds < 40
