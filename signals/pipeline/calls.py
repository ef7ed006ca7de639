"""Whom should somebody call this morning, and what did they last say?"""

from datetime import timedelta

import pandas as pd

from signals.detectors import churn
from signals.model import CustomerAtRisk
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.triage import wording


def calls(facts: Facts, scores: pd.DataFrame) -> tuple[CustomerAtRisk, ...]:
    """The morning list with names, a sentence and the last thing that each customer said."""
    listed = churn.morning_list(scores).merge(facts.customer_names, on="customer_id", how="left")
    last_words = _last_words(facts)
    return tuple(
        at_risk(
            row, facts.currency, last_words.loc[row["customer_id"]] if row["customer_id"] in last_words.index else None
        )
        for row in listed.to_dict("records")
    )


def at_risk(row: dict, currency: str, said: pd.Series | None = None) -> CustomerAtRisk:
    """A row of the scores, with the customer's names, as a record."""
    headline = wording.customer(
        state=row["state"],
        days_since_last_order=int(row["days_since_last_order"]),
        usual_gap_days=row["usual_gap_days"],
        p_lost=row["p_lost"],
        value_at_risk=row["value_at_risk_year"],
        currency=currency,
        is_one_time=row["purchase_days"] == 1,
        purchase_days_90=_whole(row.get("purchase_days_90")),
        usual_purchase_days_90=row.get("usual_purchase_days_90"),
    )
    named = {
        name: None if pd.isna(row.get(name)) else row[name]
        for name in ("customer_name", "segment", "region", "account_owner")
    }
    return CustomerAtRisk(
        customer_id=row["customer_id"],
        state=row["state"],
        p_churn=float(row["p_churn"]),
        p_lost=float(row["p_lost"]),
        value_at_risk=float(row["value_at_risk_year"]),
        days_since_last_order=int(row["days_since_last_order"]),
        usual_gap_days=float(row["usual_gap_days"]),
        last_order_date=pd.Timestamp(row["last_order_date"]).date(),
        headline=headline,
        last_words=None if said is None else said["verbatim"],
        last_words_date=None if said is None else said["given_date"].date(),
        **named,
    )


def _last_words(facts: Facts) -> pd.DataFrame:
    """Per customer the last complaint of a year, else the last thing said in it: older words explain no silence."""
    said = facts.feedback.dropna(subset=["verbatim", "customer_id"])
    said = said[said["given_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    said = said.assign(is_complaint=said["source"] == "complaint").sort_values(["is_complaint", "given_date"])
    return said.groupby("customer_id")[["verbatim", "given_date"]].last()


def _whole(value: float | None) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
