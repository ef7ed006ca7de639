"""What does the Customers page show of all customers: where the risk lies, who did not return, on whom much depends?"""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from signals import model
from signals.charts import base, track
from signals.detectors import churn, churn_rehearsal
from signals.triage import customer_wording
from signals.ui import data, downloads, figures, parts, tables

NOT_STATED = "not stated"
LATELY_DAYS, NAMED = 30, 3
DIMENSIONS = {"account_owner": "account owner", "region": "region"}


def risk(customers: pd.DataFrame, currency: str) -> None:
    """At risk a year by owner and by region, of customers who are not lost yet."""
    is_open = customers["state"].isin(churn.OPEN_STATES)
    for column, what in DIMENSIONS.items():
        table = _by(customers[is_open], column)
        if len(table) < 2:
            continue
        largest, whole = table.iloc[0], table["value_at_risk_year"].sum()
        title = customer_wording.risk_by(column, largest["name"], largest["value_at_risk_year"], whole, currency)
        figures.show(base.at_risk(table, title, currency, what=what), table, key=f"risk-{column}")


def lost_lately(customers: pd.DataFrame, currency: str) -> None:
    """Whom nobody kept: lost within a month, the largest by name."""
    beyond = customers["days_since_last_order"] - customers["limit_days"]
    lost = customers[(customers["state"] == churn.LOST) & (beyond <= LATELY_DAYS)]
    lost = lost.sort_values("rate_year", ascending=False, kind="stable")
    named = lost["customer_name"].fillna(lost["customer_id"])
    largest = list(zip(named, lost["rate_year"], strict=True))[:NAMED]
    parts.section("Lost in the last 30 days")
    parts.sentence(customer_wording.lost_lately(len(lost), float(lost["rate_year"].sum()), largest, currency))


def newcomers(customers: pd.DataFrame, months: Sequence[model.Newcomers], currency: str) -> None:
    """First-time buyers who did not return: how many, of which month, and who they are."""
    parts.section("First-time buyers who did not return")
    sentence = customer_wording.newcomers(months)
    if len(months) < 2:
        parts.sentence(sentence)
    else:
        figures.show(base.newcomers(months, sentence), base.table(months), key="newcomers")
    gone = customers[customers["is_one_time"] & (customers["days_since_last_order"] > customers["limit_days"])]
    label = f"All who bought once and are silent beyond their limit ({len(gone):,})"
    with st.expander(label, key="gone", on_change="rerun") as fold:
        if fold.open:
            shown = gone.sort_values("first_date", ascending=False, kind="stable", ignore_index=True)
            tables.first_time_buyers(shown, currency=currency)
            downloads.button(lambda: shown, name="first_time_buyers", key="gone-download")


def concentration(customers: pd.DataFrame, currency: str) -> None:
    """On whom much depends: one buyer over a fifth, customers whom only one colleague has ever spoken to."""
    parts.section("What depends on few")
    large = customers[customers["is_dominant"]].sort_values("share_of_revenue", ascending=False)
    names = list(large["customer_name"].fillna(large["customer_id"]))
    parts.sentence(customer_wording.dominant(names, list(large["share_of_revenue"])))
    known = customers[customers["colleagues_count"].notna()]
    single = known[known["colleagues_count"] == 1].sort_values("rate_year", ascending=False, ignore_index=True)
    parts.sentence(customer_wording.one_colleague(len(known), len(single), float(single["rate_year"].sum()), currency))
    if len(single):
        with st.expander("Whom only one colleague has ever spoken to", key="single", on_change="rerun") as fold:
            if fold.open:
                tables.one_colleague(single, currency=currency)
                downloads.button(lambda: single, name="one_colleague", key="single-download")


def certainty() -> None:
    """Whether such chances came true in the company's own past."""
    parts.section("How sure")
    with data.asking():
        rehearsal = data.customer_rehearsal(data.chosen_day())
    if rehearsal is None or not rehearsal.chances:
        parts.sentence(customer_wording.NO_REHEARSAL)
    else:
        for chance in rehearsal.chances:
            sentence = customer_wording.chance(chance)
            figures.show(track.chances(chance, sentence), track.table(chance.bins), key=f"chance-{chance.what}")
        if rehearsal.morning_list:
            parts.sentence(customer_wording.morning_lists(rehearsal.morning_list))
    with st.expander("How this is computed", key="method"):
        for text in (churn.METHOD, churn_rehearsal.HOW_REHEARSED):
            parts.sentence(text)


def _by(customers: pd.DataFrame, column: str) -> pd.DataFrame:
    """name, value_at_risk_year, customers_count; the largest first."""
    grouped = customers.groupby(customers[column].fillna(NOT_STATED))["value_at_risk_year"].agg(["sum", "size"])
    table = grouped.rename(columns={"sum": "value_at_risk_year", "size": "customers_count"}).rename_axis("name")
    return table.sort_values("value_at_risk_year", ascending=False).reset_index()
