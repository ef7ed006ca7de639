"""What sales have come in: how far, from which region, channel and source?"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

import pandas as pd

from signals.detectors.lateness import RHYTHM_DAYS, WINDOW_DAYS
from signals.store.connection import Connection

HASHED = re.compile(r"[0-9a-f]{16}")  # the profile of a source that nobody named
MONTHS = (
    r"jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?"
    r"|oct(ober)?|nov(ember)?|dec(ember)?"
)
OF_ONE_FILE = re.compile(rf"(?<![a-z])({MONTHS}|copy|final|new|latest|q|v|w|kw|week)(?![a-z])|\d+|[()]", re.IGNORECASE)
NO_NAME = "numbered files"
FEWEST_LINES = 20  # in sixteen weeks; fewer have no series that could be bent


@dataclass(frozen=True)
class Arrivals:
    """What came in by `as_of`."""

    sold: pd.DataFrame  # region, channel, source ("" where not stated), sold_date, lines
    deliveries: pd.DataFrame  # source, last_date: a row an export
    source_products: pd.DataFrame  # source, product_id, region, lines of the last sixteen weeks


def arrivals_at(connection: Connection, as_of: date) -> Arrivals:
    loads = connection.rows("queries/sales_loads")
    sources = {row["load_id"]: source_name(row["file_name"], json.loads(row["report"])) for row in loads}
    sold = connection.frame("marts/data_days", as_of=as_of, first_date=as_of - timedelta(days=RHYTHM_DAYS))
    sold = sold.assign(source=_sources_of(sold, sources))
    deliveries = pd.DataFrame(
        {
            "source": [sources[row["load_id"]] for row in loads],
            "last_date": pd.to_datetime([row["last_date"] for row in loads]),
        }
    )
    return Arrivals(sold.drop(columns="load_id"), deliveries.dropna(), _source_products(connection, sources, as_of))


def source_name(file_name: str, report: Mapping[str, object]) -> str:
    """The analyst's name for the source, else what its files' names share: web_2026-11-21.csv is "web"."""
    profile = report.get("profile")
    if isinstance(profile, str) and not HASHED.fullmatch(profile):
        return profile
    stem = PurePosixPath(file_name).name.split(".")[0]
    words = re.split(r"[\W_]+", OF_ONE_FILE.sub(" ", stem))
    return " ".join(word for word in words if word).lower() or NO_NAME


def shares_of(arrivals: Arrivals, lines: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """Share of all lines, and of those of each category, product and product in a region, by what they came through.

    Of the last sixteen weeks: kind (region, channel or source), name, category, product_id, region, share; the three in
    between are missing where the share is not of them. A product has fewer than FEWEST_LINES: no share of its own.
    """
    recent = lines[lines["sold_date"] > pd.Timestamp(as_of - timedelta(days=WINDOW_DAYS))]
    recent = recent.assign(place=recent["region"].fillna(""))
    counted = {
        kind: recent.assign(name=recent[kind], lines=1).dropna(subset=["name"]) for kind in ("region", "channel")
    }
    category = lines.drop_duplicates("product_id").set_index("product_id")["category"]
    by_source = arrivals.source_products.rename(columns={"source": "name", "region": "place"})
    counted["source"] = by_source.assign(category=by_source["product_id"].map(category))
    return pd.concat([_shares(table).assign(kind=kind) for kind, table in counted.items()], ignore_index=True)


def _shares(counted: pd.DataFrame) -> pd.DataFrame:
    """`counted` has name, place, product_id, category, lines."""
    tables = [_shares_within(counted, parts) for parts in ([], ["category"], ["product_id"], ["product_id", "place"])]
    shares = pd.concat(tables, ignore_index=True).rename(columns={"place": "region"})
    return shares.reindex(columns=["name", "category", "product_id", "region", "share"])


def _shares_within(counted: pd.DataFrame, parts: list[str]) -> pd.DataFrame:
    """Of every part's lines, also where none came through: name, the parts, share."""
    known = counted.dropna(subset=parts)
    if not parts:
        by_name = known.groupby("name")["lines"].sum()
        return (by_name / by_name.sum()).rename("share").reset_index()
    by_part = known.groupby([*parts, "name"])["lines"].sum().unstack("name", fill_value=0)
    total = by_part.sum(axis=1)
    share = by_part[total >= FEWEST_LINES].div(total[total >= FEWEST_LINES], axis=0)
    return share.stack().rename("share").reset_index()


def _sources_of(counted: pd.DataFrame, sources: Mapping[int, str]) -> list[str]:
    """Of each row; "" where its load is only tried."""
    return [sources.get(load_id, "") for load_id in counted["load_id"]]


def _source_products(connection: Connection, sources: Mapping[int, str], as_of: date) -> pd.DataFrame:
    """Empty where there is but one source, which is everything."""
    columns = ["source", "product_id", "region", "lines"]
    if len(set(sources.values())) < 2:
        return pd.DataFrame({name: pd.Series(dtype=int if name == "lines" else str) for name in columns})
    counted = connection.frame("marts/load_products", as_of=as_of, first_date=as_of - timedelta(days=WINDOW_DAYS - 1))
    by_source = counted.assign(source=_sources_of(counted, sources))
    return by_source.groupby(columns[:3], as_index=False)["lines"].sum()
