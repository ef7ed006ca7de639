"""Customers won, kept and lost, as a bridge that adds up."""

from datetime import date
from decimal import Decimal

import builders
import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.drivers import customer_ledger

FIRST, LAST, BEFORE = date(2026, 1, 1), date(2026, 3, 31), date(2025, 1, 1)  # before ends on 2025-03-31
TABLE = """
customer_id | sold_date  | revenue | purchase_revenue
kept        | 2025-02-01 |  100.10 |  100.10
kept        | 2026-02-01 |   70.05 |   80.05
grown       | 2025-01-01 |   10.00 |   10.00
grown       | 2026-03-31 |   25.30 |   25.30
lost        | 2025-03-31 |   40.00 |   40.00
lost        | 2026-01-02 |  -15.00 |    0.00
back        | 2024-06-01 |    9.00 |    9.00
back        | 2026-01-01 |   33.33 |   33.33
between     | 2025-07-01 |    5.00 |    5.00
between     | 2026-01-05 |    6.00 |    6.00
won         | 2026-03-01 |   12.34 |   12.34
asleep      | 2024-01-01 |  500.00 |  500.00
returner    | 2024-12-01 |   50.00 |   50.00
returner    | 2026-01-09 |  -50.00 |    0.00
later       | 2026-04-01 |  999.00 |  999.00
"""


def table(text=TABLE):
    money = ["revenue", "purchase_revenue"]
    return builders.drawn(text).astype(dict.fromkeys(money, float))


def exact(ledger):
    return {part: Decimal(str(amount)) for part, amount in ledger.revenue.items()}


def balance(parts):
    moved = -parts["lost"] - parts["contraction"] + parts["expansion"] + parts["reactivated"] + parts["new"]
    return parts["before"] + moved - parts["now"]


def random_days(rng, rows):
    days = pd.DataFrame(
        {
            "customer_id": rng.integers(0, 400, rows).astype(str),
            "sold_date": np.datetime64("2024-01-01", "s") + rng.integers(0, 900, rows) * np.timedelta64(1, "D"),
            "revenue": np.round(rng.normal(30, 50, rows), 2),
        }
    )
    return days.assign(purchase_revenue=days["revenue"].clip(lower=0))


def test_every_customer_has_one_class():
    classes = customer_ledger.customer_classes(table(), FIRST, LAST, BEFORE)
    assert dict(zip(classes["customer_id"], classes["customer_class"], strict=True)) == {
        "kept": "retained",
        "grown": "retained",
        "lost": "lost",
        "back": "reactivated",
        "between": "reactivated",
        "won": "new",
        "returner": "returns only",
    }


def test_the_bridge_by_hand():
    ledger = customer_ledger.ledger(table(), FIRST, LAST, BEFORE)
    assert dict(ledger.counts) == {"new": 1, "retained": 2, "reactivated": 2, "lost": 1}
    assert dict(ledger.revenue) == {
        "before": 150.10,
        "lost": 55.00,
        "contraction": 80.05,
        "expansion": 15.30,
        "reactivated": 39.33,
        "new": 12.34,
        "now": 82.02,
    }
    assert (ledger.first_date, ledger.last_date, ledger.before_first_date) == (FIRST, LAST, BEFORE)


@pytest.mark.parametrize("seed", range(5))
def test_the_bridge_sums_exactly(seed):
    days = random_days(np.random.default_rng(seed), 4000)
    ledger = customer_ledger.ledger(days, FIRST, LAST, BEFORE)
    parts = exact(ledger)
    assert balance(parts) == 0
    inside = days[days["sold_date"].between("2026-01-01", "2026-03-31")]
    assert parts["now"] == sum(Decimal(f"{amount:.2f}") for amount in inside["revenue"])
    assert all(ledger.revenue[part] >= 0 for part in ("contraction", "expansion"))


def test_amounts_that_binary_numbers_cannot_hold_are_not_cut_short():
    awkward = [cents / 100 for cents in range(100_000) if int(cents / 100 * customer_ledger.UNITS) != cents * 100]
    days = pd.DataFrame({"customer_id": "anna", "sold_date": "2026-02-02", "revenue": awkward or [0.07 + 0.22]})
    days = pd.concat([days, days.assign(customer_id="bert", revenue=0.1 + 0.7)])
    now = customer_ledger.ledger(days.assign(purchase_revenue=1.0), FIRST, LAST, BEFORE).revenue["now"]
    assert Decimal(str(now)) == sum(Decimal(f"{amount:.2f}") for amount in days["revenue"])


def test_segments_sum_to_the_whole():
    classes = customer_ledger.customer_classes(random_days(np.random.default_rng(9), 4000), FIRST, LAST, BEFORE)
    dates = (FIRST, LAST, BEFORE)
    whole = exact(customer_ledger.ledger_of(classes, *dates))
    is_even = classes["customer_id"].str[-1].isin(list("02468"))
    parts = [exact(customer_ledger.ledger_of(classes[mask], *dates)) for mask in (is_even, ~is_even)]
    assert {part: parts[0][part] + parts[1][part] for part in whole} == whole


def test_the_future_is_invisible_and_the_order_of_rows_too():
    days = table()
    shuffled = days[days["customer_id"] != "later"].sample(frac=1, random_state=3)
    before = days.copy(deep=True)
    expected = customer_ledger.customer_classes(days, FIRST, LAST, BEFORE)
    assert_frame_equal(customer_ledger.customer_classes(shuffled, FIRST, LAST, BEFORE), expected)
    assert_frame_equal(days, before)


@pytest.mark.parametrize("kind", ["date", "timestamp", "text"])
def test_days_may_come_as_dates_timestamps_or_text(kind):
    days = table()
    if kind != "text":
        days["sold_date"] = pd.to_datetime(days["sold_date"])
    if kind == "date":
        days["sold_date"] = days["sold_date"].dt.date
    assert customer_ledger.ledger(days, "2026-01-01", pd.Timestamp(LAST), BEFORE).revenue["now"] == 82.02


def test_nobody_is_an_empty_ledger():
    ledger = customer_ledger.ledger(table().iloc[:0], FIRST, LAST, BEFORE)
    assert set(ledger.counts.values()) == {0} and set(ledger.revenue.values()) == {0.0}


def test_a_customer_without_a_name_is_in_no_class():
    days = table()
    days.loc[0, "customer_id"] = None
    assert customer_ledger.ledger(days, FIRST, LAST, BEFORE).revenue["before"] == 50.0


def test_periods_that_overlap_are_refused():
    with pytest.raises(ValueError, match="must end before"):
        customer_ledger.ledger(table(), FIRST, LAST, date(2025, 12, 1))
