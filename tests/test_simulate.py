"""The simulator keeps to what it was told."""

import numpy as np
import pandas as pd

from signals.stats.simulate import shrunk, simulated_sales, thinned, without_customers


def some_sales(seed=1, **options):
    options = {"lines_per_day": np.array([2.0, 10.0]), "days": 364} | options
    return simulated_sales(np.random.default_rng(seed), **options)


def test_the_same_seed_gives_the_same_lines():
    pd.testing.assert_frame_equal(some_sales(1), some_sales(1))
    assert len(some_sales(1)) != len(some_sales(2))


def test_products_sell_at_the_rate_that_was_asked_for():
    per_day = some_sales(season=0.0).groupby("product_id").size() / 364
    assert abs(per_day["p1"] / 10 - 1) < 0.15
    assert abs(per_day["p0"] / 2 - 1) < 0.2


def test_a_customer_lives_in_one_region_and_a_product_in_one_category():
    sales = some_sales()
    assert sales.groupby("customer_id")["region"].nunique().max() == 1
    assert sales.groupby("product_id")["category"].nunique().max() == 1


def test_thinning_takes_the_share_of_the_chosen_lines_only():
    sales = some_sales()
    chosen = (sales["product_id"] == "p1").to_numpy()
    left = thinned(sales, np.random.default_rng(2), share=0.5, chosen=chosen)
    assert (left["product_id"] == "p0").sum() == (~chosen).sum()
    assert abs((left["product_id"] == "p1").sum() / chosen.sum() - 0.5) < 0.04


def test_customers_leave_altogether():
    sales = some_sales()
    left = without_customers(sales, np.random.default_rng(2), share=0.4, chosen=np.ones(len(sales), dtype=bool))
    kept = sales[sales["customer_id"].isin(left["customer_id"])]
    assert len(kept) == len(left) < 0.75 * len(sales)


def test_shrinking_keeps_the_lines_and_halves_their_money():
    sales = some_sales()
    smaller = shrunk(sales, share=0.5, chosen=np.ones(len(sales), dtype=bool))
    assert len(smaller) == len(sales)
    assert np.isclose(smaller["revenue"].sum(), 0.5 * sales["revenue"].sum())
