"""A rehearsal is kept, known to later mornings only, and not done again within four weeks."""

from datetime import date, timedelta

import numpy as np
import pytest

from signals import pipeline
from signals.ingest import loads
from signals.stats.simulate import simulated_sales

FIRST = date(2025, 1, 1)
DAYS = 300


@pytest.fixture
def stocked(store, tmp_path):
    sales = simulated_sales(
        np.random.default_rng(5), first_date=str(FIRST), days=DAYS, lines_per_day=np.full(24, 4.0), customers=300
    )
    path = tmp_path / "sales.csv"
    sales.to_csv(path, index=False)
    loads.load(store, path, person="tester")
    return store


def rehearsals(store) -> list[date]:
    with store.reading() as connection:
        days = {connection.rows("queries/rehearsal", as_of=FIRST + timedelta(days=day))[0]["as_of"]
                for day in range(260, 330)
                if connection.rows("queries/rehearsal", as_of=FIRST + timedelta(days=day))}  # fmt: skip
    return sorted(days)


def test_a_rehearsal_is_kept_for_four_weeks(stocked):
    days = [FIRST + timedelta(days=number) for number in (265, 292, 293)]
    assert pipeline.rehearse(stocked, days[0]) is not None
    assert pipeline.rehearse(stocked, days[1]) is None
    assert rehearsals(stocked) == [days[0]]
    assert pipeline.rehearse(stocked, days[2]) is not None
    assert rehearsals(stocked) == [days[0], days[2]]


def test_too_little_history_keeps_nothing(stocked):
    assert pipeline.rehearse(stocked, FIRST + timedelta(days=150)) is None
    assert rehearsals(stocked) == []
