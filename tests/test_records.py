"""A record that is kept as text comes back equal; what JSON cannot say becomes null."""

import json
import math
from datetime import date
from decimal import Decimal

import builders
import numpy as np
import pandas as pd
import pytest

from signals.model import Finding, LoadReport, Morning, Refusal, Warning
from signals.records import from_json, plain, to_json


@pytest.mark.parametrize("kind", [Morning, Warning])
def test_a_record_comes_back_equal(kind):
    record = getattr(builders, kind.__name__.lower())()
    assert from_json(kind, to_json(record)) == record


def test_parts_that_are_missing_stay_missing():
    record = builders.morning(ledger=None, nowcast=None, calls=(), warnings=(builders.warning(probability=None),))
    assert from_json(Morning, to_json(record)) == record


def test_money_of_a_load_is_kept_to_the_cent():
    record = LoadReport(
        file="sales.csv",
        kind="sales",
        outcome="load",
        amount=Decimal("1234567890.10"),
        by_month={"2026-01": Decimal("0.10")},
        rejects=(Refusal(3, "bad_date", "31 February is no day."),),
        first_date=date(2026, 1, 1),
    )
    assert from_json(LoadReport, to_json(record)) == record
    assert json.loads(to_json(record))["amount"] == "1234567890.10"


def test_a_missing_number_is_null_and_comes_back_as_no_number():
    unknown = dict.fromkeys(
        ("evidence", "observed", "expected", "effect_share", "effect_low", "effect_high", "stake"), math.nan
    )
    record = Finding("sales", builders.subject(), "learning", onset=None, **unknown)
    assert json.loads(to_json(record))["stake"] is None
    assert math.isnan(from_json(Finding, to_json(record)).stake)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, np.float64("inf"), pd.NaT, pd.NA])
def test_what_json_cannot_say_is_null(value):
    assert plain([value]) == [None]


def test_values_of_numpy_become_plain():
    told = plain({"count": np.int64(3), "share": np.float64(0.5), "is_new": np.bool_(True), "day": date(2026, 1, 2)})
    assert told == {"count": 3, "share": 0.5, "is_new": True, "day": "2026-01-02"}
    assert [type(told[name]) for name in ("count", "share", "is_new")] == [int, float, bool]


def test_a_record_of_another_version_is_read():
    kept = json.loads(to_json(builders.warning()))
    kept |= {"mood": "gloomy", "subject": kept["subject"] | {"planet": "Mars"}}
    del kept["life"]
    assert from_json(Warning, json.dumps(kept)) == builders.warning(life=Warning.life)


def test_names_keep_their_own_letters():
    assert "Müller & Söhne" in to_json(builders.warning(name="Müller & Söhne"))
