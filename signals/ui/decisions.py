"""How does somebody change what the company has decided?"""

import calendar

import streamlit as st

from signals import metrics
from signals.settings import NO_COUNTRY, Company
from signals.ui import data, guard

MONTHS = list(range(1, 13))


def form(company: Company, *, guessed_country: str | None) -> None:
    """One form for all decisions; only what differs is written."""
    codes = metrics.currency_codes()
    with st.form("settings", border=False):
        currency = st.selectbox(
            "Reporting currency",
            codes,
            index=codes.index(company.currency) if company.currency in codes else None,
            format_func=metrics.currency_name,
            placeholder="Not decided: amounts are shown in EUR",
        )
        month = st.selectbox(
            "The fiscal year starts in",
            MONTHS,
            index=MONTHS.index(company.fiscal_year_start_month),
            format_func=lambda number: calendar.month_name[number],
        )
        limit = st.number_input(
            "A load waits for a yes when more rows than this are refused (%)",
            min_value=0.0,
            max_value=50.0,
            value=min(100 * company.refused_share_limit, 50.0),
            step=1.0,
        )
        choices = [None, NO_COUNTRY, *data.countries()]
        country = st.selectbox(
            "Public holidays of",
            choices,
            index=choices.index(company.country) if company.country in choices else 0,
            format_func=lambda chosen: _country(chosen, guessed_country),
            help="They explain falls of the company and of categories; products are held against what else sold.",
        )
        if st.form_submit_button("Save"):
            decided = Company(currency, month, round(limit / 100, 4), country)
            with data.asking():
                changed = data.decide(company, decided, person=guard.person())
            st.toast("Saved." if changed else "Nothing was changed.")


def _country(chosen: str | None, guessed: str | None) -> str:
    """An undecided country says what is taken in its place, and from where."""
    if chosen == NO_COUNTRY:
        return "No country: no holidays are allowed for"
    if chosen is not None:
        return metrics.country_name(chosen)
    if guessed is None:
        return "Not decided: neither the currency nor the largest region names one country"
    return f"Not decided: {metrics.country_name(guessed)}, by the currency or the largest region"
