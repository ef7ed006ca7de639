"""From which source does a load come, and what share of everything comes through each?"""

from datetime import date

import pandas as pd
import pytest

from signals.ingest import loads
from signals.pipeline.arrivals import Arrivals, arrivals_at, shares_of, source_name

AS_OF = date(2026, 1, 31)
SALES = "order_id,sold_date,product_id,region,channel,quantity,revenue\n"


@pytest.mark.parametrize(
    ("file", "source"),
    [
        ("web_2026-11-21.csv", "web"),
        ("web_2026-11-22.csv.gz", "web"),
        ("Sales North November 2026.xlsx", "sales north"),
        ("partner-sales-KW47 (2).csv", "partner sales"),
        ("2026.zip/export_POS_20261121.csv", "export pos"),
        ("20261121.csv", "numbered files"),
        ("Mayer.csv", "mayer"),  # a month's name within a word stays
    ],
)
def test_a_source_is_what_its_files_names_share(file, source):
    assert source_name(file, {}) == source


def test_an_analysts_name_for_a_source_counts_more_than_its_files():
    assert source_name("x1.csv", {"profile": "Web shop"}) == "Web shop"
    assert source_name("web_1.csv", {"profile": "0123456789abcdef"}) == "web"  # the hash of a heading line names nobody


def test_days_and_exports_are_told_by_source(store, tmp_path):
    for name, day in (("web_01.csv", 5), ("web_02.csv", 6), ("till_01.csv", 6)):
        path = tmp_path / name
        path.write_text(f"{SALES}{name},2026-01-0{day},A,North,,1,10\n")
        assert loads.load(store, path, person="test").outcome == "load"
    with store.reading() as connection:
        arrivals = arrivals_at(connection, AS_OF)
    days = arrivals.sold.groupby("source")["sold_date"].max().dt.day.to_dict()
    assert days == {"web": 6, "till": 6}
    assert sorted(arrivals.deliveries["source"]) == ["till", "web", "web"]
    assert arrivals.source_products.groupby("source")["lines"].sum().to_dict() == {"till": 1, "web": 2}


def test_shares_are_of_everything_of_each_category_product_and_product_in_a_region():
    lines = pd.DataFrame(
        {
            "sold_date": pd.Timestamp(AS_OF),
            "product_id": ["A"] * 40 + ["B"] * 60 + ["C"],
            "category": ["Cold"] * 100 + [None],
            "region": ["North"] * 20 + ["South"] * 80 + [None],
            "channel": ["web"] * 40 + ["store"] * 60 + [None],
        }
    )
    none = pd.DataFrame({"source": [], "product_id": [], "region": [], "lines": []})
    shares = shares_of(Arrivals(pd.DataFrame(), pd.DataFrame(), none), lines, AS_OF)
    web = shares[(shares["kind"] == "channel") & (shares["name"] == "web")].drop(columns=["kind", "name"])
    told = {
        tuple(part for part in (row.category, row.product_id, row.region) if isinstance(part, str)): row.share
        for row in web.itertuples()
    }
    assert told == {
        (): 0.4, ("Cold",): 0.4, ("A",): 1.0, ("B",): 0.0, ("A", "North"): 1.0, ("A", "South"): 1.0, ("B", "South"): 0.0
    }  # fmt: skip
