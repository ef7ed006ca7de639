"""Do the bridges add up to the cent, and does each cause end in its own bar?"""

import math
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.drivers.price_volume_mix import customers_orders_basket, logarithmic_mean, price_volume_mix

amounts = st.integers(-100_000_00, 100_000_00).map(lambda cents: cents / 100)
lines_strategy = st.lists(st.tuples(st.sampled_from("abcde"), st.integers(-50, 500), amounts), max_size=30)


def lines(*rows):
    return pd.DataFrame(rows, columns=["product_id", "quantity", "revenue"]).astype(
        {"quantity": float, "revenue": float}
    )


def bridge(before, now, **options):
    return price_volume_mix(lines(*before), lines(*now), item="product_id", **options)


def cents(amount):
    return Decimal(str(round(amount, 2)))


@given(lines_strategy, lines_strategy, st.sampled_from([1.0, 0.25, 1.37]))
def test_the_bridge_sums_to_the_cent_whatever_was_sold(before, now, scale):
    b = bridge(before, now, before_scale=scale)
    parts = [b.before, b.volume, b.mix, b.price, b.new, b.lost]
    assert sum(map(cents, parts)) == cents(b.now)
    assert b.now == pytest.approx(sum(revenue for _, _, revenue in now), abs=0.006)


@given(st.integers(1, 500), st.integers(1, 500), st.integers(1, 1000))
def test_volume_alone_is_volume(quantity_before, quantity_now, price_cents):
    price = price_cents / 100
    b = bridge([("a", quantity_before, quantity_before * price)], [("a", quantity_now, quantity_now * price)])
    assert b.volume == pytest.approx((quantity_now - quantity_before) * price, abs=0.006)
    assert (b.price, b.new, b.lost) == (pytest.approx(0, abs=0.006), 0, 0) and b.mix == pytest.approx(0, abs=0.021)


def test_price_volume_and_mix_by_hand():
    b = bridge([("a", 10, 100), ("b", 10, 20)], [("a", 5, 60), ("b", 20, 40)])
    assert b.volume == 5 * 120 / 20  # 25 - 20 units at a mean price of 6
    assert b.mix == (5 - 10) * 10 + (20 - 10) * 2 - 30  # towards the cheaper item
    assert b.price == 5 * (12 - 10)
    assert (b.new, b.lost) == (0, 0)


def test_new_and_lost_items_stand_beside():
    b = bridge([("kept", 10, 100), ("gone", 3, 30)], [("kept", 10, 100), ("born", 4, 50)])
    assert (b.new, b.lost) == (50, -30)
    assert (b.volume, b.mix, b.price) == (0, 0, 0)


def test_an_item_with_more_returns_than_sales_has_no_price():
    b = bridge([("a", 10, 100), ("b", 5, 50)], [("a", 10, 100), ("b", -1, -10)])
    assert (b.lost, b.price, b.volume, b.mix) == (-60, 0, 0, 0)


def test_against_expected_the_earlier_period_is_scaled_at_its_own_prices():
    b = bridge([("a", 100, 200)], [("a", 20, 36)], before_scale=0.25)
    assert (b.before, b.volume, b.price, b.now) == (50, -10, -4, 36)


def test_items_may_be_several_columns_and_missing_ones_count():
    before = lines(("a", 10, 100), (None, 1, 5)).assign(region="North")
    now = lines(("a", 10, 120), (None, 1, 7)).assign(region="North")
    b = price_volume_mix(before, now, item=["product_id", "region"])
    assert (b.price, b.volume, b.new, b.lost) == (22, 0, 0, 0)


def test_nothing_sold_in_either_period_is_all_zero():
    b = bridge([], [])
    assert (b.before, b.volume, b.mix, b.price, b.new, b.lost, b.now) == (0,) * 7


def orders(*rows):
    return pd.DataFrame(rows, columns=["customer_id", "order_id", "revenue"]).astype({"revenue": float})


order_rows = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 9), amounts), max_size=20)


def ordered(rows):
    return orders(*[(customer, f"{customer}{order}", revenue) for customer, order, revenue in rows])


@given(order_rows, order_rows)
def test_customers_orders_and_basket_sum_to_the_cent(before, now):
    b = customers_orders_basket(ordered(before), ordered(now))
    assert sum(map(cents, [b.before, b.customers, b.frequency, b.basket])) == cents(b.now)


def test_half_the_customers_and_nothing_else_is_customers_alone():
    before = orders(*[(f"c{i}", f"o{i}", 100) for i in range(10)])
    b = customers_orders_basket(before, before.iloc[:5])
    assert (b.customers, b.frequency, b.basket) == (-500, 0, 0)


def test_factors_share_by_their_logarithms():
    before = orders(("anna", "1", 10), ("bert", "2", 10))  # 2 customers, 1 order each, basket 10
    now = orders(*[("anna", str(order), 5) for order in range(8)])  # 1 customer, 8 orders, basket 5
    b = customers_orders_basket(before, now)
    mean = (40 - 20) / math.log(40 / 20)
    assert b.customers == pytest.approx(mean * math.log(1 / 2), abs=0.005) == -20.0
    assert b.frequency == pytest.approx(mean * math.log(8), abs=0.005)
    assert b.basket == pytest.approx(mean * math.log(1 / 2), abs=0.015)


def test_when_all_customers_go_they_carry_it_all():
    before = orders(("anna", "1", 10))
    assert customers_orders_basket(before, before.iloc[:0]).customers == -10
    assert customers_orders_basket(before.iloc[:0], before).customers == 10


@pytest.mark.parametrize(("a", "b"), [(40, 20), (20, 40), (7, 7), (1e-6, 3)])
def test_the_logarithmic_mean_lies_between_geometric_and_arithmetic(a, b):
    mean = logarithmic_mean(a, b)
    assert np.sqrt(a * b) - 1e-12 <= mean <= (a + b) / 2 + 1e-12
