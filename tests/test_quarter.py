"""Is the quarter kept as it was said, does it add up, and does it know only what was known that day?"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import builders
import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.detectors.nowcast import MONEY, nowcast_quarter
from signals.ingest import loads, typed
from signals.pipeline.quarter import as_said
from signals.settings import Company
from signals.stats.simulate import simulated_sales, thinned
from signals.store.company import company, decide
from signals.store.engine import Store

FIRST, LAST = date(2024, 6, 1), date(2025, 11, 15)
FALLEN = "p3"
ONSET = date(2025, 10, 10)


@pytest.fixture(scope="module")
def sales():
    """Six products in two categories and three regions; one loses two thirds in October 2025, one is new."""
    rng = np.random.default_rng(5)
    days = (LAST - FIRST).days + 1
    made = simulated_sales(
        rng,
        first_date=FIRST.isoformat(),
        days=days,
        lines_per_day=np.full(6, 12.0),
        regions=3,
        categories=2,
        season=0.0,
    )
    made = thinned(
        made, rng, share=0.66, chosen=(made["product_id"] == FALLEN) & (made["sold_date"] >= pd.Timestamp(ONSET))
    )
    return made[(made["product_id"] != "p5") | (made["sold_date"] >= "2025-06-01")]


@pytest.fixture(scope="module")
def known(sales, tmp_path_factory):
    folder = tmp_path_factory.mktemp("quarter")
    store = Store(f"duckdb:///{folder / 'quarter.duckdb'}", lock_wait_seconds=5)
    load(store, sales, folder / "sales.csv")
    typed.load_target(store, quarter="2025-Q4", revenue_target=Decimal(150_000), person="test")
    pipeline.refresh(store)
    return store


@pytest.fixture(scope="module")
def told(known):
    return pipeline.quarter(known)


def load(store, sales, path):
    sales.to_csv(path, index=False, date_format="%Y-%m-%d")
    assert loads.load(store, path, person="test").outcome == "load"
    return store


def of_kind(told, kind):
    return told.parts[told.parts["kind"] == kind]


def cents(amounts):
    return sum(round(100 * amount) for amount in amounts)


@pytest.mark.parametrize("kind", ["product", "category", "region"])
@pytest.mark.parametrize("amount", ["actual_to_date", "estimate", "last_year"])
def test_the_parts_add_up_to_the_company_to_the_cent(told, kind, amount):
    assert cents(of_kind(told, kind)[amount]) == cents(of_kind(told, "company")[amount])


def test_products_of_a_category_add_up_to_it(told, sales):
    category = sales.drop_duplicates("product_id").set_index("product_id")["category"]
    products = of_kind(told, "product").set_index("key")
    by_category = products["estimate"].groupby(category).sum()
    assert by_category.round(2).to_dict() == of_kind(told, "category").set_index("key")["estimate"].to_dict()


def test_the_page_and_the_notebook_say_the_same(told, sales):
    row = nowcast_quarter(sales, LAST).iloc[0]
    nowcast = told.outlook.nowcast
    assert [getattr(nowcast, name) for name in MONEY] == pytest.approx([row[name] for name in MONEY], abs=0.02)
    assert (nowcast.quarter, told.days_left, nowcast.target) == ("2025-Q4", 46, 150_000)
    assert nowcast.last_year == pytest.approx(_revenue(sales, "2024-10-01", "2024-12-31"))


def test_the_running_total_is_the_sales_and_the_fan_ends_at_the_estimate(told, sales):
    outlook = told.outlook
    today = outlook.running[(LAST - date(2025, 10, 1)).days]
    assert (today.day, outlook.running[today_number(outlook) + 1].total) == (LAST, None)
    assert today.total == pytest.approx(outlook.nowcast.actual_to_date)
    assert today.last_year == pytest.approx(_revenue(sales, "2024-10-01", "2024-11-15"))
    last = outlook.fan[-1]
    assert (last.day, last.estimate) == (outlook.nowcast.last_date, pytest.approx(outlook.nowcast.estimate, abs=0.02))
    assert [last.low80, last.high95] == pytest.approx([outlook.nowcast.low80, outlook.nowcast.high95], abs=0.02)
    widths = [each.high80 - each.low80 for each in outlook.fan]
    assert widths[0] < widths[-1]


def today_number(outlook):
    return sum(each.total is not None for each in outlook.running) - 1


def test_an_open_warnings_loss_in_the_quarter_is_what_is_missing_and_as_much_a_day_to_come(told, known):
    warning = next(each for each in pipeline.morning(known).warnings if each.subject.product_id == FALLEN)
    stake = next(each for each in told.outlook.stakes if each.warning_key == warning.key)
    assert stake.so_far == pytest.approx(warning.stake, rel=0.02)  # the onset lies in the quarter
    weeks = pipeline.evidence(known, warning.key).weeks.tail(4)
    lately = (weeks["expected"] - weeks["actual"]).sum() / 28
    assert (LAST - warning.onset).days + 1 > 28
    assert stake.to_come == pytest.approx(lately * 46, rel=0.1)


def test_the_bridges_add_up_and_name_the_fallen_and_the_new(told):
    bridges = {each.kind: each for each in told.outlook.bridges}
    assert set(bridges) == {"plan by cause", "plan by product", "last year by cause", "last year by product"}
    for each in bridges.values():
        assert each.before + sum(amount for _, amount in each.parts) == pytest.approx(each.now)
        assert each.now == pytest.approx(told.outlook.nowcast.estimate)
    assert bridges["plan by cause"].before == pytest.approx(150_000)
    by_cause = dict(bridges["last year by cause"].parts)
    assert by_cause["New products"] > 0 > by_cause["P3"]
    assert dict(bridges["last year by product"].parts)[FALLEN] < 0


def _revenue(sales, first, last):
    return sales.loc[sales["sold_date"].between(first, last), "revenue"].sum()


# As it was said


def test_what_was_said_of_a_day_stays_and_its_page_adds_up_whatever_is_loaded_later(sales, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'said.duckdb'}", lock_wait_seconds=5)
    until, between = date(2025, 10, 20), date(2025, 10, 27)
    load(store, sales[sales["sold_date"] <= pd.Timestamp(until)], tmp_path / "first.csv")
    pipeline.refresh(store, until)
    first = pipeline.quarter(store, until).outlook.nowcast.estimate
    load(store, sales[sales["sold_date"] > pd.Timestamp(until)], tmp_path / "second.csv")
    pipeline.refresh(store)
    late = sales[sales["sold_date"] == pd.Timestamp(until)].assign(revenue=9_999.0)
    late["order_id"] = "late" + late["order_id"]
    load(store, late, tmp_path / "late.csv")
    for day in (until, between, None):
        again = pipeline.quarter(store, day)
        for kind in ("product", "region"):
            assert cents(of_kind(again, kind)["estimate"]) == cents(of_kind(again, "company")["estimate"])
        assert again.outlook.nowcast.estimate == of_kind(again, "company")["estimate"].iloc[0]
    assert pipeline.quarter(store, until).outlook.nowcast.estimate > first  # the page holds the late lines
    said = {each.said_date: each for each in pipeline.quarter(store).outlook.said}
    assert not said[until].is_replayed and said[until].estimate == first
    assert all(each.is_replayed for day, each in said.items() if day != until)  # looked at later is not said


def test_what_was_said_of_another_calendars_quarter_is_not_told_of_this_one(sales, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'moved.duckdb'}", lock_wait_seconds=5)
    load(store, sales, tmp_path / "sales.csv")
    pipeline.refresh(store, date(2025, 11, 10))
    with store.writing() as connection:
        decide(connection, {"fiscal_quarters": "13-13-13-13"}, person="test")
    told = pipeline.quarter(store).outlook
    assert told.nowcast.quarter == "2025-Q4" and told.nowcast.last_date == date(2025, 12, 28)
    assert all(each.is_replayed for each in told.said)


def test_what_was_really_said_goes_before_what_would_have_been_said():
    replayed = [
        builders.quarter_said(
            said_date=date(2026, 10, 7) + timedelta(weeks=week),
            day_in_quarter=7 * (week + 1),
            run_rate=float(week),
            became=5.0,
        )
        for week in range(3)
    ]
    said = [
        builders.quarter_said(said_date=day, estimate=estimate, is_replayed=False)
        for day, estimate in ((date(2026, 10, 8), 1.0), (date(2026, 10, 12), 2.0))
    ]
    other = builders.quarter_said(last_date=date(2026, 12, 27), said_date=date(2026, 10, 13), estimate=3.0)
    weeks = as_said(replayed, [*said, other])
    assert [(each.estimate, each.is_replayed) for each in weeks] == [(18.9e6, True), (2.0, False), (18.9e6, True)]
    assert (weeks[1].said_date, weeks[1].day_in_quarter) == (date(2026, 10, 12), 12)
    assert (weeks[1].run_rate, weeks[1].became) == (1.0, 5.0)


def test_the_future_is_invisible(known, sales, tmp_path):
    day = date(2025, 8, 20)
    alone = Store(f"duckdb:///{tmp_path / 'alone.duckdb'}", lock_wait_seconds=5)
    load(alone, sales[sales["sold_date"] <= pd.Timestamp(day)], tmp_path / "until.csv")
    then, now = pipeline.quarter(alone, day), pipeline.quarter(known, day)
    pd.testing.assert_frame_equal(then.parts, now.parts)
    assert replace(then.outlook, stakes=(), bridges=()) == replace(now.outlook, stakes=(), bridges=())


@pytest.mark.postgres
def test_the_quarter_is_kept_on_each_database(store, sales, tmp_path):
    load(store, sales[sales["sold_date"] >= "2025-01-01"], tmp_path / "sales.csv")
    told = pipeline.quarter(store)
    assert cents(of_kind(told, "region")["estimate"]) == cents(of_kind(told, "company")["estimate"])
    assert [each.kind for each in told.outlook.bridges] == []  # no plan, and no whole quarter a year before
    assert told.outlook.nowcast.last_year is None


# What is not there


def test_a_company_that_began_within_its_running_quarter_has_a_morning(sales, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'young.duckdb'}", lock_wait_seconds=5)
    load(store, sales[sales["sold_date"] >= "2025-10-20"], tmp_path / "young.csv")
    told = pipeline.quarter(store)
    assert [each.said_date for each in told.outlook.said] == [
        date(2025, 10, 21) + timedelta(weeks=week) for week in range(4)
    ]
    assert told.outlook.nowcast.low80 is None


def test_lines_without_region_or_category_are_parts_of_no_name(sales, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'nameless.duckdb'}", lock_wait_seconds=5)
    own = sales[sales["sold_date"] >= "2025-03-01"].copy()
    own.loc[own["customer_id"].str.endswith("7"), "region"] = None
    own.loc[own["product_id"] == "p1", "category"] = None
    load(store, own, tmp_path / "nameless.csv")
    told = pipeline.quarter(store)
    for kind in ("category", "region"):
        parts = of_kind(told, kind)
        assert parts.loc[parts["key"].isna(), "name"].tolist() == ["not stated"]
        assert cents(parts["estimate"]) == cents(of_kind(told, "company")["estimate"])


def test_on_the_last_day_nothing_is_called_gone_that_still_sells(known):
    told = pipeline.quarter(known, date(2025, 9, 30))
    assert told.days_left == 0 and told.outlook.fan == ()
    for each in told.outlook.bridges:
        assert "No longer sold" not in dict(each.parts)


def test_a_late_regions_days_are_taken_at_their_usual_level(sales, known, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'late.duckdb'}", lock_wait_seconds=5)
    region = sales["region"].iloc[0]
    is_missing = (sales["region"] == region) & (sales["sold_date"] > pd.Timestamp(LAST - timedelta(days=4)))
    load(store, sales[~is_missing], tmp_path / "late.csv")
    told, whole = pipeline.quarter(store, LAST), pipeline.quarter(known, LAST)
    assert told.outlook.awaited == (region,)
    nowcast = told.outlook.nowcast
    missing = sales.loc[is_missing, "revenue"].sum()
    assert nowcast.actual_to_date == pytest.approx(whole.outlook.nowcast.actual_to_date - missing)
    assert nowcast.estimate == pytest.approx(whole.outlook.nowcast.estimate, rel=0.01)
    for kind in ("product", "category", "region"):
        for amount in ("actual_to_date", "estimate"):
            assert cents(of_kind(told, kind)[amount]) == cents(of_kind(told, "company")[amount])


def test_a_plan_beyond_the_products_own_is_a_bar_of_its_own(sales, tmp_path):
    store = Store(f"duckdb:///{tmp_path / 'plan.duckdb'}", lock_wait_seconds=5)
    load(store, sales, tmp_path / "sales.csv")
    typed.load_target(store, quarter="2025-Q4", revenue_target=Decimal(60_000), person="test")
    for number in range(6):
        typed.load_target(
            store, quarter="2025-Q4", revenue_target=Decimal(9_000), product_id=f"p{number}", person="test"
        )
    bridge = next(each for each in pipeline.quarter(store).outlook.bridges if each.kind == "plan by product")
    assert (bridge.before, bridge.parts[0]) == (60_000, ("Planned for no product", -6_000))
    assert bridge.before + sum(amount for _, amount in bridge.parts) == pytest.approx(bridge.now)


# Fiscal calendars


@pytest.mark.parametrize(
    ("decided", "quarter", "code", "days"),
    [
        (Company(fiscal_year_start_month=2), "2025/26-Q4", "2025-Q4", 92),
        (Company(fiscal_year_start_month=4), "2025/26-Q3", "2025-Q3", 92),
        (Company(fiscal_year_start_month=7, fiscal_year_named_after="end"), "2025/26-Q2", "2026-Q2", 92),
        (
            Company(fiscal_year_start_month=2, fiscal_quarters="13-13-13-13", fiscal_week_start=6),
            "2025/26-Q4",
            "2025-Q4",
            91,
        ),
    ],
)
def test_a_fiscal_quarter_has_its_own_days_target_and_last_year(sales, tmp_path, decided, quarter, code, days):
    store = Store(f"duckdb:///{tmp_path / 'fiscal.duckdb'}", lock_wait_seconds=5)
    load(store, sales, tmp_path / "sales.csv")
    with store.writing() as connection:
        decide(connection, _differing(decided), person="test")
    with store.reading() as connection:
        assert company(connection) == decided
    typed.load_target(store, quarter=code, revenue_target=Decimal(777), person="test")
    nowcast = pipeline.quarter(store).outlook.nowcast
    assert (nowcast.quarter, nowcast.target) == (quarter, 777)
    assert (nowcast.last_date - nowcast.first_date).days + 1 == days
    assert nowcast.actual_to_date == pytest.approx(_revenue(sales, str(nowcast.first_date), str(LAST)))
    year = timedelta(days=364 if decided.fiscal_quarters != "months" else 365)
    first, last = nowcast.first_date - year, nowcast.last_date - year
    assert nowcast.last_year == pytest.approx(_revenue(sales, str(first), str(last)))


def _differing(decided):
    return {name: str(value) for name, value in vars(decided).items() if value != getattr(Company(), name)}
