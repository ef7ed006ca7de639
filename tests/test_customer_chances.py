"""The chances that the database computes are those of the program, customer by customer, to nine digits."""

from datetime import date, timedelta

import builders
import databases
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

from signals.detectors import churn
from signals.detectors.rhythm import SHORTEST_FAST_LIMIT_DAYS, SHORTEST_LIMIT_DAYS
from signals.purchase_days import YEAR_DAYS
from signals.store.engine import Store

FIRST, DAYS = date(2024, 1, 1), 700
LAST = FIRST + timedelta(days=DAYS - 1)
COLUMNS = ["usual_gap_days", "limit_days", "rate_year", "p_churn", "p_lost", "value_at_risk", "value_at_risk_year"]
ODD_LINES = """
customer_id | day | revenue | quantity | line_kind
returner    |  10 |  -40.00 |    -1    | product
returner    |  12 |   40.00 |     1    | postage
postage     | 100 |   25.00 |     1    | product
postage     | 130 |    4.00 |     1    | postage
given away  |  60 |   10.00 |     0    | product
given away  |  90 |   10.00 |     1    | product
unweighed   | 200 |   30.00 |          | product
unweighed   | 230 |   30.00 |          | product
unweighed   | 290 |   -9.00 |          | product
huge        | 300 |   20.00 |     1    | product
huge        | 420 | 9999999 |     1    | product
refunded    | 400 | 8888888 |     1    | product
refunded    | 401 |-8888888 |    -1    | product
            | 500 | 1000.00 |     1    | product
twice       | 600 |   50.00 |     1    | product
twice       | 600 |   50.00 |     1    | product
late first  | 695 |   12.34 |     1    | product
"""


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request, tmp_path_factory) -> Store:
    """One for all tests; each fills it anew."""
    url = f"duckdb:///{tmp_path_factory.mktemp('chances') / 'signals.duckdb'}"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
        databases.emptied(url)
    return Store(url, lock_wait_seconds=5)


@pytest.fixture(scope="module")
def lines():
    return pd.concat([drawn(), simulated()], ignore_index=True)


def drawn(text=ODD_LINES):
    table = builders.drawn(text)
    return table.astype({"day": int, "revenue": float, "quantity": float, "customer_id": "str"})


def simulated(seed=1, *, customers=300, gap_days=30, is_once=False):
    """Customers who come at their own rate and leave; a fifth bring something back, a tenth pay postage."""
    rng = np.random.default_rng(seed)
    visits = np.ones(customers, dtype=int) if is_once else rng.geometric(0.1, customers)
    number = np.repeat(np.arange(customers), visits)
    usual_gap = gap_days * rng.gamma(2, 0.5, customers)
    after_days = pd.Series(rng.exponential(usual_gap[number])).groupby(number).cumsum()
    bought = pd.DataFrame(
        {
            "customer_id": [f"C-{each:03d}" for each in number],
            "day": rng.integers(0, DAYS, customers)[number] + after_days.astype(int),
            "revenue": rng.lognormal(4, 0.8, len(number)).round(2),
            "quantity": 1.0,
            "line_kind": "product",
        }
    )
    back = bought.sample(frac=0.2, random_state=rng)
    back = back.assign(day=back["day"] + 3, revenue=-back["revenue"], quantity=-1.0)
    postage = bought.sample(frac=0.1, random_state=rng).assign(revenue=4.9, line_kind="postage")
    lines = pd.concat([bought, back, postage], ignore_index=True)
    return lines[lines["day"] < DAYS]


def customer_days(lines):
    known = lines[lines["customer_id"].notna()]
    is_bought = (known["line_kind"] == "product") & (known["revenue"] > 0) & (known["quantity"].fillna(1) > 0)
    known = known.assign(purchase_revenue=known["revenue"].where(is_bought, 0), sold_date=dates(known["day"]))
    return known.groupby(["customer_id", "sold_date"], as_index=False)[["revenue", "purchase_revenue"]].sum()


def dates(days):
    return np.datetime64(FIRST, "s") + days.to_numpy() * np.timedelta64(1, "D")


def filled(store, lines):
    numbers = [str(number) for number in range(len(lines))]
    table = lines.assign(load_id=1, order_id=numbers, line_number="1", product_id="P-1")
    table = table.assign(sold_date=dates(lines["day"]).astype("datetime64[D]").astype(object)).drop(columns="day")
    with store.writing() as connection:
        connection.execute("DELETE FROM sales")
        connection.fill("sales", pa.Table.from_pandas(table, preserve_index=False).to_reader())
    return store


def chances(store, lines, as_of=LAST, horizon_days=90):
    """Of the program and of the database, by customer_id."""
    told = churn.scored(customer_days(lines), as_of, horizon_days)
    with store.reading() as connection:
        asked = connection.frame(
            "marts/customer_chances",
            as_of=as_of,
            judged_date=told.judged_date,
            year_date=told.judged_date - timedelta(days=YEAR_DAYS),
            horizon_days=horizon_days,
            **dict(zip(("r", "alpha", "a", "b"), told.model.parameters, strict=True)),
        )
    return told, asked.set_index("customer_id").sort_index()


def assert_same(told, asked):
    expected = told.scores.set_index("customer_id")
    assert list(asked.index) == list(expected.index)
    for name in COLUMNS:
        assert asked[name].to_numpy() == pytest.approx(expected[name].to_numpy(), rel=1e-9, abs=1e-9, nan_ok=True), name


@pytest.mark.parametrize("horizon_days", [1, 60, 365])
def test_every_customer_has_the_same_chances(store, lines, horizon_days):
    told, asked = chances(filled(store, lines), lines, horizon_days=horizon_days)
    assert_same(told, asked)
    assert not told.model.is_rough and {"postage", "huge", "late first"} <= set(asked.index)
    assert "returner" not in asked.index, "returns and postage make nobody a customer"


@pytest.mark.parametrize("offset", [200, 430])
def test_the_future_is_invisible(store, lines, offset):
    as_of = FIRST + timedelta(days=offset)
    told, asked = chances(filled(store, lines), lines, as_of)
    assert_same(told, asked)
    past, _ = chances(store, lines[lines["day"] <= offset], as_of)
    assert_same(past, asked)


def test_where_the_data_ends_early_silences_stop_there(store, lines):
    told, asked = chances(filled(store, lines), lines, LAST + timedelta(days=60))
    assert LAST <= told.judged_date < LAST + timedelta(days=10)
    assert_same(told, asked)


def test_a_fast_base_has_the_short_limit(store):
    quick = simulated(2, gap_days=6)
    told, asked = chances(filled(store, quick), quick)
    assert asked["limit_days"].min() == SHORTEST_FAST_LIMIT_DAYS
    assert_same(told, asked)


def test_where_nobody_returned_no_gap_is_known(store):
    once = simulated(3, customers=40, is_once=True)
    told, asked = chances(filled(store, once), once)
    assert told.model.is_rough and asked["usual_gap_days"].isna().all()
    assert set(asked["limit_days"]) == {SHORTEST_LIMIT_DAYS}
    assert_same(told, asked)


def test_a_daily_buyer_who_left_years_ago_has_a_chance_too_small_to_write(store):
    """About (800/2990)^800 lies below what a double holds: PostgreSQL refused the whole query, where numpy says 0."""
    daily = pd.DataFrame({"customer_id": "daily", "day": range(800)})
    steady = pd.DataFrame({"customer_id": "steady", "day": range(0, 3000, 30)})
    twins = pd.concat([daily, steady]).assign(revenue=5.0, quantity=1.0, line_kind="product")
    lines = pd.concat([twins, simulated(4)], ignore_index=True)
    assert_same(*chances(filled(store, lines), lines, FIRST + timedelta(days=2990)))
