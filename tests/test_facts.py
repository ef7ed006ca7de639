"""Rows replace each other by key, and any load can be taken back, in any order, as if it had never been made."""

import itertools
import tempfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from signals.ingest.contract import COMPETITOR_PRICES, PRODUCTS
from signals.store.engine import Store
from signals.store.facts import (
    MET,
    STAGED,
    VANISHED,
    Effect,
    effect_of_staged,
    remove_vanished,
    replace_by_staged,
    take_back,
)

PRICES = COMPETITOR_PRICES.facts
SCRATCH, NUMBERS = tempfile.TemporaryDirectory(), itertools.count()


def in_a_file(table: pa.Table) -> Path:
    path = Path(SCRATCH.name) / f"{next(NUMBERS)}.parquet"
    parquet.write_table(table, path)
    return path


def rows_of(products: dict[str, str]) -> Path:
    columns = {name: pa.nulls(len(products), pa.string()) for name in PRODUCTS.facts.columns}
    columns |= {"product_id": pa.array(products, pa.string()), "product_name": pa.array(products.values(), pa.string())}
    columns |= {"list_price": pa.nulls(len(products), pa.decimal128(28, 8)),
                "launched_date": pa.nulls(len(products), pa.date32()),
                "discontinued_date": pa.nulls(len(products), pa.date32())}  # fmt: skip
    return in_a_file(pa.table(columns))


def load(store: Store, load_id: int, products: dict[str, str], removed: str = "") -> Effect:
    """`removed`: one letter a live product that the load lets go."""
    names = ", ".join(f"'{letter}'" for letter in removed) or "''"
    with store.writing() as connection:
        connection.stage(STAGED, "products", rows_of(products))
        connection.execute(
            f"CREATE TEMPORARY TABLE {VANISHED} AS SELECT *, TRUE AS is_leaving FROM products "
            f"WHERE product_id IN ({names})"
        )
        effect = effect_of_staged(connection, PRODUCTS.facts, {})
        remove_vanished(connection, PRODUCTS.facts, load_id)
        replace_by_staged(connection, PRODUCTS.facts, load_id)
        for table in (STAGED, MET, VANISHED):
            connection.drop_staged(table)
        return effect


def undo(store: Store, load_id: int) -> None:
    with store.writing() as connection:
        take_back(connection, PRODUCTS.facts, load_id, {})


def live(store: Store) -> dict[str, tuple[int, str]]:
    """product_id -> (load, name)"""
    with store.reading() as connection:
        rows = connection.execute("SELECT product_id, load_id, product_name FROM products").all()
    assert len({row[0] for row in rows}) == len(rows)
    return {product: (load_id, name) for product, load_id, name in rows}


def superseded_count(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar("SELECT count(*) FROM superseded_products")


def test_the_effect_is_counted_by_key_and_value(store):
    assert load(store, 1, {"a": "A", "b": "B", "c": "C"}) == Effect(new=3, replaced=0, unchanged=0)
    assert load(store, 2, {"b": "B", "c": "other", "d": "D"}) == Effect(new=1, replaced=1, unchanged=1)
    assert live(store) == {"a": (1, "A"), "b": (2, "B"), "c": (2, "other"), "d": (2, "D")}


def test_asking_for_the_effect_changes_nothing(store):
    load(store, 1, {"a": "A"})
    with store.reading() as connection:
        connection.stage(STAGED, "products", rows_of({"a": "other", "b": "B"}))
        assert effect_of_staged(connection, PRODUCTS.facts, {}) == Effect(new=1, replaced=1, unchanged=0)
        connection.drop_staged(STAGED)
    assert live(store) == {"a": (1, "A")}


def test_a_missing_part_of_a_key_is_a_value_of_its_own(store):
    def prices(region: str | None, price: str) -> Path:
        row = {"observed_date": [date(2026, 1, 5)], "product_id": ["p"], "competitor": ["Rival"],
               "competitor_product": ["their p"], "region": pa.array([region], pa.string()),
               "price": pa.array([price], pa.string()).cast(pa.decimal128(28, 8)),
               "source": pa.nulls(1, pa.string())}  # fmt: skip
        return in_a_file(pa.table({name: row[name] for name in PRICES.columns}))

    for load_id, (region, price) in enumerate([(None, "1"), ("north", "2"), (None, "3")], 1):
        with store.writing() as connection:
            connection.stage(STAGED, "competitor_prices", prices(region, price))
            effect_of_staged(connection, PRICES, {})
            replace_by_staged(connection, PRICES, load_id)
            connection.drop_staged(STAGED)
            connection.drop_staged(MET)
    with store.reading() as connection:
        rows = connection.execute("SELECT region, CAST(price AS INTEGER) FROM competitor_prices").all()
    assert sorted(map(tuple, rows), key=str) == [("north", 2), (None, 3)]


@pytest.mark.parametrize("order", [(1, 2, 3), (3, 2, 1), (2, 1, 3), (2, 3, 1), (1, 3, 2), (3, 1, 2)])
def test_three_versions_of_a_row_are_taken_back_in_any_order(duckdb_store, order):
    left = {1: "first", 2: "second", 3: "third"}
    for load_id, name in left.items():
        load(duckdb_store, load_id, {"a": name})
    for load_id in order:
        undo(duckdb_store, load_id)
        del left[load_id]
        expected = {"a": (max(left), left[max(left)])} if left else {}
        assert live(duckdb_store) == expected
    assert superseded_count(duckdb_store) == 0


def test_a_removed_row_that_came_again_is_its_last_loads_and_then_its_firsts(store):
    load(store, 1, {"a": "first", "b": "B"})
    load(store, 2, {"b": "B"}, removed="a")
    assert live(store) == {"b": (2, "B")}
    load(store, 3, {"a": "again"})
    undo(store, 2)
    assert live(store) == {"a": (3, "again"), "b": (1, "B")}
    undo(store, 3)
    assert live(store) == {"a": (1, "first"), "b": (1, "B")}


def test_what_a_load_removed_stays_removed_when_an_earlier_version_of_it_is_taken_back(store):
    load(store, 1, {"a": "first"})
    load(store, 2, {"a": "second"})
    load(store, 3, {"b": "B"}, removed="a")
    undo(store, 2)
    assert live(store) == {"b": (3, "B")}
    undo(store, 3)
    assert live(store) == {"a": (1, "first")}


def test_two_removals_of_a_row_are_taken_back_one_by_one(store):
    load(store, 1, {"a": "first"})
    load(store, 2, {"b": "B"}, removed="a")
    load(store, 3, {"a": "again"})
    load(store, 4, {"b": "B"}, removed="a")
    undo(store, 3)
    undo(store, 2)
    assert live(store) == {"b": (4, "B")}
    undo(store, 4)
    assert live(store) == {"a": (1, "first")}


LETTERS = "abcd"
LOADS = st.tuples(
    st.dictionaries(st.sampled_from(LETTERS), st.sampled_from(["x", "y"]), min_size=1),
    st.sets(st.sampled_from(LETTERS)),  # what it lets go, where that is live and not in the load itself
)
UNDOS = st.integers(min_value=0, max_value=5)  # take back the n-th of the loads that are live
STEPS = st.lists(st.one_of(LOADS, UNDOS), max_size=12)
REMOVED = None  # a load's word about a product, beside the product's name


def replayed(loads: dict[int, dict[str, str | None]]) -> dict[str, tuple[int, str]]:
    """The last word about each product, where it is a name."""
    last = {product: (load_id, word) for load_id, words in loads.items() for product, word in words.items()}
    return {product: said for product, said in last.items() if said[1] is not REMOVED}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_any_sequence_of_loads_removals_and_undos_equals_replaying_the_loads_that_are_left(store, steps):
    with store.writing() as connection:
        connection.execute("DELETE FROM products")
        connection.execute("DELETE FROM superseded_products")
    loads: dict[int, dict[str, str | None]] = {}
    for load_id, step in enumerate(steps, 1):
        if isinstance(step, tuple):
            rows, unwanted = step
            removed = (unwanted & replayed(loads).keys()) - rows.keys()
            load(store, load_id, rows, removed="".join(removed))
            loads[load_id] = rows | dict.fromkeys(removed, REMOVED)
        elif loads:
            taken_back = list(loads)[step % len(loads)]
            undo(store, taken_back)
            del loads[taken_back]
        assert live(store) == replayed(loads)
    assert superseded_count(store) == sum(map(len, loads.values())) - len(live(store))
