"""What a file would change in the warnings is said before it is loaded, and saying it leaves no trace."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.ingest import loads
from signals.store.engine import Store

FIRST_DAY = date(2025, 1, 1)
DAYS = 420
FALL = DAYS - 42


def sales(fallen: str, days: int = DAYS) -> pd.DataFrame:
    """Six lines of each of three products a day; one of them loses five of its six in the last weeks."""
    rng = np.random.default_rng(7)
    day = np.repeat(np.arange(days), 18)
    lines = pd.DataFrame(
        {
            "order_id": np.arange(len(day)),
            "sold_date": [FIRST_DAY + timedelta(days=int(each)) for each in day],
            "customer_id": rng.integers(0, 60, len(day)),
            "product_id": np.tile(list("ABC"), len(day) // 3),
            "quantity": 2,
            "revenue": 5.0,
        }
    )
    is_lost = (lines["product_id"] == fallen) & (day >= FALL) & (np.arange(len(day)) % 18 >= 3)
    return lines[~is_lost]


@pytest.fixture
def written_sales(tmp_path):
    def write(lines: pd.DataFrame, name: str = "sales.csv"):
        lines.to_csv(tmp_path / name, index=False)
        return tmp_path / name

    return write


def state(store: Store) -> tuple:
    tables = ("sales", "superseded_sales", "loads", "settings", "audit_log", "mornings", "import_profiles")
    with store.reading() as connection:
        counts = [connection.scalar(f"SELECT count(*) FROM {table}") for table in tables]
    return store.data_version(), *counts


def test_a_fall_that_the_file_brings_is_new_and_the_store_stays_as_it_is(store, written_sales):
    calm, fallen = sales(""), sales("A")
    loads.load(store, written_sales(calm[calm["sold_date"] < FIRST_DAY + timedelta(days=FALL)]), person="ana")
    pipeline.refresh(store)
    before, sentences = state(store), []
    effect = pipeline.warnings_effect(store, written_sales(fallen, "new.csv"), progress=sentences.append)
    assert state(store) == before
    assert [headline.split()[0] for headline in effect.new] == ["A"]
    assert (effect.gone, effect.changed, effect.reason) == ((), (), None)
    assert effect.as_of_before < effect.as_of_after == FIRST_DAY + timedelta(days=DAYS - 1)
    assert effect.sentence == "As of 24 February 2026: warnings 1 new."
    assert sentences[-1] == "Judging 3 products as of 2026-02-24…"


def test_what_the_effect_says_is_what_the_morning_says_after_the_load(duckdb_store, written_sales):
    loads.load(duckdb_store, written_sales(sales("")), person="ana")
    path = written_sales(sales("A"), "again.csv")
    told = {"answers": {"vanished": "remove"}}
    assert pipeline.warnings_effect(duckdb_store, path).new == ()  # the vanished rows stay
    effect = pipeline.warnings_effect(duckdb_store, path, **told)
    loads.load(duckdb_store, path, person="ana", **told)
    assert effect.new == tuple(warning.headline for warning in pipeline.morning(duckdb_store).warnings)
    assert len(effect.new) == 1


def test_a_correction_makes_a_warning_go(duckdb_store, written_sales):
    loads.load(duckdb_store, written_sales(sales("A")), person="ana")
    said = [warning.headline for warning in pipeline.morning(duckdb_store).warnings]
    effect = pipeline.warnings_effect(duckdb_store, written_sales(sales(""), "full.csv"))
    assert (list(effect.gone), effect.new) == (said, ())
    assert effect.sentence == "As of 24 February 2026: warnings 1 gone."


def test_a_warning_that_later_days_make_worse_is_changed(duckdb_store, written_sales):
    loads.load(duckdb_store, written_sales(sales("A")), person="ana")
    said = [warning.headline for warning in pipeline.morning(duckdb_store).warnings]
    later = sales("A", days=DAYS + 14)
    path = written_sales(later[later["sold_date"] >= FIRST_DAY + timedelta(days=DAYS)], "later.csv")
    effect = pipeline.warnings_effect(duckdb_store, path)
    assert (effect.new, effect.gone, len(effect.changed)) == ((), (), 1)
    assert effect.changed[0] not in said


def test_the_first_file_of_all_has_nothing_before_it(duckdb_store, written_sales):
    effect = pipeline.warnings_effect(duckdb_store, written_sales(sales("A")))
    assert (effect.as_of_before, len(effect.new)) == (None, 1)


def test_too_little_history_is_said(duckdb_store, written):
    effect = pipeline.warnings_effect(duckdb_store, written("product_id,product_name,category\nP1,Name,Tea\n"))
    assert effect.sentence == "With this file there is still too little history for warnings."


def test_a_file_that_asks_has_no_effect_yet(duckdb_store, written):
    path = written("order_id,sold_date,product_id,revenue\n1,03/04/2026,P,9.50\n")
    effect = pipeline.warnings_effect(duckdb_store, path)
    assert effect.reason == loads.preview(duckdb_store, path).question == effect.sentence
