"""How do all products and all customers stand on a day, and what is known of one customer?"""

import json
from datetime import date

import pandas as pd

from signals.detectors import churn
from signals.detectors.nowcast import nowcast_quarter
from signals.errors import TooLittleHistory, UnknownSubject
from signals.model import CustomerFile, Morning, Quote
from signals.pipeline.calls import at_risk
from signals.pipeline.refresh import morning
from signals.store.company import company
from signals.store.connection import Connection
from signals.store.engine import Store


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
    """One row a customer with purchases: names, state, p_churn, p_lost, value_at_risk (a year), silence, usual gap."""
    day = morning(store, as_of).as_of
    with store.reading() as connection:
        return _scores(connection, day).sort_values("value_at_risk", ascending=False, kind="stable", ignore_index=True)


def customer(store: Store, customer_id: str, as_of: date | None = None) -> CustomerFile:
    """Everything known of one customer. Raises UnknownSubject."""
    told = morning(store, as_of)
    with store.reading() as connection:
        names = connection.frame("marts/customer_names", as_of=told.as_of)
        names = names[names["customer_id"] == customer_id]
        if names.empty:
            raise UnknownSubject(f"There is no customer {customer_id} up to {told.as_of:%d %B %Y}.")
        scores = _scores(connection, told.as_of)
        days = connection.frame("marts/days_of_customer", as_of=told.as_of, customer_id=customer_id)
        by_year = connection.frame("marts/years_of_customer", as_of=told.as_of, customer_id=customer_id)
        quotes = quotes_of(connection, told.as_of, customer_id=customer_id)
    own = scores[scores["customer_id"] == customer_id].to_dict("records")
    row = {key: None if pd.isna(value) else value for key, value in names.iloc[0].items()}
    return CustomerFile(
        as_of=told.as_of,
        currency=told.currency,
        score=at_risk(own[0] | {"value_at_risk_year": own[0]["value_at_risk"]}, told.currency) if own else None,
        limit_days=own[0]["limit_days"] if own else None,
        purchase_days=days,
        revenue_by_year=by_year,
        quotes=quotes,
        **row,
    )


def quotes_of(
    connection: Connection, as_of: date, *, customer_id: str | None = None, product_id: str | None = None
) -> tuple[Quote, ...]:
    """What a customer said, or what was said about a product; the newest first."""
    rows = connection.rows("marts/quotes", as_of=as_of, customer_id=customer_id, product_id=product_id)
    return tuple(Quote(**{**row, "score": None if row["score"] is None else float(row["score"])}) for row in rows)


def _scores(connection: Connection, as_of: date) -> pd.DataFrame:
    scores = connection.frame("queries/customer_scores", as_of=as_of)
    scores = scores.drop(columns="value_at_risk").rename(columns={"value_at_risk_year": "value_at_risk"})
    names = connection.frame("marts/customer_names", as_of=as_of).drop(columns=["email", "phone"])
    return scores.merge(names, on="customer_id", how="left")


def customers_at_risk(
    store: Store, as_of: date | None = None, *, horizon_days: int, top: int
) -> tuple[pd.DataFrame, Morning]:
    """The customers with most value at risk over a horizon (money in that time), not lost yet, and their morning."""
    told = morning(store, as_of)
    with store.reading() as connection:
        days = connection.frame("marts/customer_days", as_of=told.as_of)
        names = connection.frame("marts/customer_names", as_of=told.as_of)
    scores = churn.score_days(days, told.as_of, horizon_days)
    listed = churn.morning_list(scores, top=len(scores))
    listed = listed.sort_values(["value_at_risk", "customer_id"], ascending=[False, True]).head(top)
    return listed.merge(names, on="customer_id", how="left"), told


def nowcast(store: Store, as_of: date | None = None) -> tuple[Morning, pd.DataFrame]:
    """The morning with the company's quarter, and the quarter of each product. Raises TooLittleHistory."""
    told = morning(store, as_of)
    if told.nowcast is None:
        raise TooLittleHistory("There is too little history to say where the quarter will land.")
    with store.reading() as connection:
        lines = connection.frame("marts/sales_lines", as_of=told.as_of)
        month = company(connection).fiscal_year_start_month
    table = nowcast_quarter(lines, told.as_of, month)
    return told, table[table["product_id"].notna()].sort_values("estimate", ascending=False)
