"""A silent region, channel or source: which series say nothing for how long, and does none of them ring?"""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals.detectors import downturn
from signals.detectors.awaited import awaited_rulings
from signals.detectors.judgement import judged
from signals.detectors.lateness import data_states
from signals.model import DataState
from signals.pipeline.arrivals import Arrivals, shares_of
from signals.pipeline.causes import complete_through
from signals.stats.simulate import simulated_sales

AS_OF = date(2026, 11, 21)
LAST = date(2026, 11, 17)
SHARES = pd.DataFrame(
    [
        ("region", "North", None, None, None, 0.2),
        ("region", "North", None, "P-1", None, 0.9),
        ("channel", "web", None, None, None, 0.3),
        ("channel", "web", None, "P-1", None, 0.32),
        ("channel", "web", None, "P-1", "North", 0.6),
        ("channel", "web", None, "P-2", None, 0.8),
        ("channel", "web", None, "P-3", None, 0.0),
        ("channel", "web", "Cold", None, None, 0.5),
        ("source", "island", None, None, None, 0.01),
        ("source", "island", None, "P-4", None, 1.0),
    ],
    columns=["kind", "name", "category", "product_id", "region", "share"],
)


def ruled(*states: DataState) -> dict[str, tuple[date, date]]:
    return {each.subject.key: (each.first_date, each.last_date) for each in awaited_rulings(states, SHARES, AS_OF)}


def test_a_late_region_silences_itself_and_the_company_and_no_product():
    days = (date(2026, 11, 18), AS_OF)
    assert ruled(DataState("region", "North", LAST, 3)) == {"region:North": days, "company": days}


def test_a_late_channel_silences_those_that_sell_more_or_less_through_it_than_everybody():
    told = ruled(DataState("channel", "web", LAST, 3))
    assert set(told) == {"company", "product:P-2", "product:P-3", "product_region:P-1:North", "category:Cold"}


def test_a_small_part_bends_only_what_it_sells():
    assert set(ruled(DataState("source", "island", LAST, 3))) == {"product:P-4"}


@pytest.mark.parametrize(("gap", "days"), [(1, 14), (7, 14), (30, 60)])
def test_a_silence_that_goes_on_is_judged_again(gap, days):
    silent = DataState("source", "island", AS_OF - timedelta(days=days), 1, usual_gap_days=gap)
    longer = DataState("source", "island", AS_OF - timedelta(days=days + 20), 1, usual_gap_days=gap)
    assert silent.is_awaited(AS_OF) and not longer.is_awaited(AS_OF)
    assert ruled(silent)["product:P-4"] == (silent.last_date + timedelta(days=1), AS_OF)
    assert ruled(longer)["product:P-4"] == (longer.last_date + timedelta(days=1), AS_OF - timedelta(days=20))


def test_what_comes_in_weekly_is_awaited_in_time_and_what_is_in_silences_nobody():
    assert ruled(DataState("source", "island", LAST, 0, usual_gap_days=7))
    assert not ruled(DataState("source", "island", AS_OF, 0, usual_gap_days=7))
    assert not ruled(DataState("region", "North", LAST, 0))


def company(seed: int) -> pd.DataFrame:
    """Twenty products in two regions; the first five sell mostly on the web, from a source of its own."""
    sales = simulated_sales(np.random.default_rng(seed), lines_per_day=np.full(20, 20.0), days=200, regions=2)
    rng = np.random.default_rng(seed + 1)
    number = pd.factorize(sales["product_id"], sort=True)[0]
    on_web = rng.random(len(sales)) < np.where(number < 5, 0.9, 0.05)
    return sales.assign(channel=np.where(on_web, "web", "store"), source=np.where(on_web, "shop", "till"))


def findings_with(sales: pd.DataFrame, as_of: date, *, with_rulings: bool):
    sold = sales.groupby(["region", "channel", "source", "sold_date"], as_index=False).size()
    by_source = (
        sales.groupby(["source", "product_id", "region"], as_index=False).size().rename(columns={"size": "lines"})
    )
    daily = sold[["source", "sold_date"]].drop_duplicates().rename(columns={"sold_date": "last_date"})
    arrivals = Arrivals(sold.rename(columns={"size": "lines"}), daily, by_source)
    states = data_states(arrivals.sold, daily, as_of)
    rulings = awaited_rulings(states, shares_of(arrivals, sales, as_of), as_of) if with_rulings else ()
    return downturn.findings_of(judged(sales, as_of, rulings=rulings))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["region", "channel", "source"])
def test_silence_of_one_to_five_days_rings_nowhere(kind):
    sales = company(7)
    as_of = sales["sold_date"].max().date()
    part = {"region": sorted(sales["region"].unique())[0], "channel": "web", "source": "shop"}[kind]
    rang_without = 0
    before = {
        each.subject.key for each in findings_with(sales, as_of, with_rulings=False) if each.state in ("act", "watch")
    }
    for days in (1, 3, 5):
        since = pd.Timestamp(as_of - timedelta(days=days - 1))
        silent = sales[~((sales[kind] == part) & (sales["sold_date"] >= since))]
        rang = {
            with_rulings: {
                each.subject.key
                for each in findings_with(silent, as_of, with_rulings=with_rulings)
                if each.state in ("act", "watch")
            }
            for with_rulings in (True, False)
        }
        assert not rang[True] - before, (kind, days)
        rang_without += len(rang[False] - before)
    assert kind == "region" or rang_without > 0  # the rulings are what keeps it quiet


def test_what_is_awaited_no_more_counts_as_gone_when_causes_are_sought():
    late = [DataState("channel", "web", AS_OF - timedelta(days=days), days) for days in (61, 10)]
    assert complete_through(late, AS_OF) == late[1].last_date
    assert complete_through(late[:1], AS_OF) == AS_OF
