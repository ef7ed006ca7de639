"""How do all products and all customers stand on a day?"""

import json
from datetime import date, timedelta

import pandas as pd

from signals.detectors import churn
from signals.errors import TooLittleHistory
from signals.model import CustomerBase, Morning, Newcomers, Quote
from signals.pipeline.facts import YEAR_DAYS
from signals.pipeline.refresh import morning
from signals.records import from_json
from signals.store.connection import Connection
from signals.store.engine import Store

EVER = date.max  # without a chosen day, what was heard since the last sale is known too


def products(store: Store, as_of: date | None = None) -> pd.DataFrame:
    """One row a product: product_name, category, state, evidence, revenue and expectation, trend, warning_key."""
    day = morning(store, as_of).as_of
    with store.reading() as connection:
        states = connection.frame("queries/product_states", as_of=day)
        names = connection.frame("marts/product_names", as_of=day)
    table = states.merge(names, on="product_id", how="left")
    table["product_name"] = table["product_name"].fillna(table["product_id"])
    table["trend"] = table["trend"].map(json.loads)
    return table.sort_values("revenue_year", ascending=False, kind="stable", ignore_index=True)


def customers(store: Store, as_of: date | None = None) -> pd.DataFrame:
    """One row a customer with purchases: names, the kept score, contacts; those with most at risk a year first."""
    day = morning(store, as_of).as_of
    with store.reading() as connection:
        scores = scores_of(connection, day)
        contacts = connection.frame("marts/contacts", as_of=as_of or EVER)
    table = scores.merge(contacts, on="customer_id", how="left")
    return table.sort_values("value_at_risk_year", ascending=False, kind="stable", ignore_index=True)


def contacts(store: Store, as_of: date | None = None) -> dict[str, date]:
    """By customer_id, the last day on which a colleague spoke with them."""
    with store.reading() as connection:
        rows = connection.rows("marts/contacts", as_of=as_of or EVER)
    return {row["customer_id"]: row["last_contact_date"] for row in rows}


def newcomers(store: Store, as_of: date | None = None) -> tuple[Newcomers, ...]:
    """Months of first purchases, with how many came again."""
    day = morning(store, as_of).as_of
    with store.reading() as connection:
        return base_of(connection, day).newcomers


def colleagues(store: Store) -> list[str]:
    """Everybody who may be asked to do something: account owners, who spoke with customers, who was asked before."""
    with store.reading() as connection:
        return [row["colleague"] for row in connection.rows("queries/colleagues")]


def quotes_of(
    connection: Connection, as_of: date, *, customer_id: str | None = None, product_id: str | None = None
) -> tuple[Quote, ...]:
    """What a customer said, or what was said about a product; the newest first."""
    rows = connection.rows("marts/quotes", as_of=as_of, customer_id=customer_id, product_id=product_id)
    return tuple(Quote(**{**row, "score": None if row["score"] is None else float(row["score"])}) for row in rows)


def scores_of(connection: Connection, as_of: date) -> pd.DataFrame:
    """The kept scores of a day with the customers' names."""
    scores = connection.frame("queries/customer_scores", as_of=as_of)
    return scores.merge(connection.frame("marts/customer_names", as_of=as_of), on="customer_id", how="left")


def base_of(connection: Connection, as_of: date) -> CustomerBase:
    """What was kept of all customers together. Raises TooLittleHistory where that part of the morning failed."""
    rows = connection.rows("queries/base", as_of=as_of)
    if not rows:
        raise TooLittleHistory("The base of customers could not be computed; Today says why.")
    return from_json(CustomerBase, rows[0]["summary"])


def customers_at_risk(
    store: Store, as_of: date | None = None, *, horizon_days: int, top: int
) -> tuple[pd.DataFrame, Morning]:
    """The customers with most value at risk over a horizon (money in that time), not lost yet, and their morning.

    Who they are is the morning's; the chances over the horizon are asked of the database, by the morning's model.
    """
    told = morning(store, as_of)
    with store.reading() as connection:
        base = base_of(connection, told.as_of)
        if not base.parameters:
            return scores_of(connection, told.as_of), told
        r, alpha, a, b = base.parameters
        chances = connection.frame(
            "marts/customer_chances",
            as_of=told.as_of,
            judged_date=base.judged_date,
            year_date=base.judged_date - timedelta(days=YEAR_DAYS),
            horizon_days=horizon_days,
            **{"r": r, "alpha": alpha, "a": a, "b": b},
        )
        scores = scores_of(connection, told.as_of)
    asked = scores.set_index("customer_id").drop(columns=["p_churn", "value_at_risk"])
    asked = asked.join(chances.set_index("customer_id")[["p_churn", "value_at_risk"]]).reset_index()
    listed = churn.morning_list(asked, top=len(asked))
    return listed.sort_values(["value_at_risk", "customer_id"], ascending=[False, True]).head(top), told
