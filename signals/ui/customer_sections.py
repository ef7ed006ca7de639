"""What does a customer's page show, section by section?"""

import streamlit as st

from signals import metrics
from signals.charts import rhythm, scores
from signals.model import CustomerFile
from signals.triage import customer_wording
from signals.ui import contacting, figures, parts, tables

SHOWN_QUOTES = 6


def bought(customer: CustomerFile) -> None:
    """The rhythm, revenue by year and line, the prices paid."""
    if figure := rhythm.rhythm(customer):
        figures.show(figure, customer.purchase_days, key="rhythm")
    if figure := rhythm.revenue_by_year(customer):
        figures.show(figure, customer.revenue_by_year, key="years")
    parts.step(customer_wording.prices(customer))
    if len(customer.prices):
        tables.prices(customer.prices, currency=customer.currency)


def said(customer: CustomerFile) -> None:
    """Their words and scores, complaints and who answered, who of us has spoken with them."""
    parts.section("What they said")
    contacting.heard(customer)
    parts.step(customer_wording.recommends(customer))
    if figure := scores.scores(customer):
        figures.show(figure, scores.table(customer), key="scores")
    parts.step(customer_wording.complaints(customer))
    if len(customer.complaints):
        tables.complaints(customer.complaints)
    parts.step(customer_wording.spoke(customer))
    contacting.remarks(customer.quotes[:SHOWN_QUOTES], as_of=customer.as_of)
    if customer.quotes[SHOWN_QUOTES:]:
        with st.expander(f"{len(customer.quotes[SHOWN_QUOTES:])} more", key="quotes"):
            contacting.remarks(customer.quotes[SHOWN_QUOTES:], as_of=customer.as_of)
    if not customer.quotes:
        parts.aside("None of their words has been recorded yet.")


def asked(customer: CustomerFile) -> None:
    parts.section("What was asked of whom")
    contacting.actions(customer)


def more(customer: CustomerFile) -> None:
    """What they could still buy, how much they buy elsewhere, what better treatment could bring."""
    parts.section("What more there could be")
    parts.step("Lines that they do not buy yet")
    for suggestion in customer.suggestions:
        parts.sentence(f"{suggestion.name}: {customer_wording.suggestion(suggestion)}.")
    if not customer.suggestions:
        parts.sentence("No line suggests itself: they buy what similar customers buy, or nothing has been learnt yet.")
    parts.step("Share of their wallet")
    parts.sentence(customer_wording.wallet(customer))
    parts.step("Better treatment")
    parts.sentence(customer_wording.treatment(customer))


def opening(customer: CustomerFile) -> None:
    """Who it is, how they are reached, how they stand."""
    parts.data_line(f"As of {metrics.full_day(customer.as_of)}")
    parts.lead(customer.customer_name or customer.customer_id)
    money = {
        "At risk a year": customer.score.value_at_risk if customer.score else None,
        "Bought in a year": customer.revenue_year or None,
    }
    known = {
        "State": customer.score.state if customer.score else None,
        **{name: metrics.money(amount, customer.currency) for name, amount in money.items() if amount is not None},
        "Segment": customer.segment,
        "Region": customer.region,
        "Account owner": customer.account_owner,
        "Telephone": customer.phone,
        "Mail": customer.email,
        "Number": customer.customer_id,
    }
    parts.facts({name: value for name, value in known.items() if value})
    if customer.score is None:
        parts.sentence("This customer has no purchase up to this day.")
