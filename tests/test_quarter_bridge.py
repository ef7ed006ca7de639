"""Do the bars of the quarter's bridge add up, and does each hold what its name says?"""

import builders
import pandas as pd
import pytest

from signals.drivers import quarter_bridge

TABLE = """
key  | name | estimate | base | is_silent | is_new | is_warned | price_now | price_before
a    | Ant  | 80       | 100  | no        | no     | yes       | 10        | 10
b    | Bee  | 120      | 100  | no        | no     | no        | 12        | 10
c    | Cow  | 50       | 0    | no        | yes    | no        | 5         |
d    | Dog  | 5        | 40   | yes       | no     | no        | 4         | 4
e    | Elk  | 60       | 60   | no        | no     | no        | 90        | 10
"""


@pytest.fixture
def products():
    table = builders.drawn(TABLE)
    table = table.assign(**{name: table[name] == "yes" for name in ("is_new", "is_silent", "is_warned")})
    numbers = ["estimate", "base", "price_now", "price_before"]
    return table.astype(dict.fromkeys(numbers, float))


def test_the_bars_by_cause_are_the_warnings_the_new_the_gone_the_prices_and_the_rest(products):
    parts = quarter_bridge.by_cause(products, [("Ant", 25.0)], prices=True)
    assert dict(parts) == pytest.approx(
        {"Ant": -25, "New products": 50, "No longer sold": -35, "Prices": 120 * (1 - 10 / 12), "All else": 5}
    )  # the elk's price went up ninefold: another unit, not a price
    assert sum(amount for _, amount in parts) == pytest.approx(315 - 300)


def test_a_warned_products_price_is_part_of_its_warning(products):
    cheaper = products[products["key"] == "a"].assign(price_now=8.0)
    assert dict(quarter_bridge.by_cause(cheaper, [("Ant", 20.0)], prices=True)) == {"Ant": -20.0}


def test_against_a_plan_no_price_is_known(products):
    assert "Prices" not in dict(quarter_bridge.by_cause(products, [], prices=False))


def test_a_warned_product_that_stopped_is_its_warnings_bar(products):
    dog = products[products["key"] == "d"]
    assert dict(quarter_bridge.by_cause(dog, [], prices=False)) == {"No longer sold": -35.0}
    warned = dog.assign(is_warned=True)
    assert dict(quarter_bridge.by_cause(warned, [("Dog", 35.0)], prices=False)) == {"Dog": -35.0}


def test_many_warnings_are_named_up_to_four(products):
    stakes = [(name, 10.0 - number) for number, name in enumerate("uvwxyz")]
    parts = dict(quarter_bridge.by_cause(products, stakes, prices=False))
    assert [name for name in parts if name in "uvwxyz"] == ["u", "v", "w", "x"]
    assert parts["Other warnings"] == pytest.approx(-11)
    assert sum(parts.values()) == pytest.approx(15)


def test_by_product_the_largest_differences_are_named(products):
    many = pd.concat([products.assign(name=products["name"] + str(number)) for number in range(3)], ignore_index=True)
    many.loc[many["name"] == "Elk0", "estimate"] += 3
    assert [amount for _, amount in quarter_bridge.by_product(many)] == [50, 50, 50, -35, -35, -35, 3]
    assert quarter_bridge.by_product(many)[-1][0] == "Other products"


def test_a_plan_without_products_is_shared_out_as_last_year_was():
    last_year = pd.Series({"a": 100.0, "b": 300.0, "c": 0.0, "d": -5.0})
    assert quarter_bridge.shared_out(440.0, {}, last_year).to_dict() == {"a": 110, "b": 330, "c": 0, "d": 0}
    assert quarter_bridge.shared_out(440.0, {"c": 40.0}, last_year).to_dict() == {"a": 100, "b": 300, "c": 40, "d": 0}
    assert quarter_bridge.shared_out(440.0, {"c": 500.0}, last_year).to_dict() == {"a": 0, "b": 0, "c": 500, "d": 0}
    assert quarter_bridge.shared_out(440.0, {}, last_year * 0).to_dict() == {"a": 0, "b": 0, "c": 0, "d": 0}
