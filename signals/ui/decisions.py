"""How does somebody change what the company has decided?"""

import calendar

import streamlit as st

from signals import metrics
from signals.settings import NO_COUNTRY, QUARTERS, YEAR_NAMES, YEAR_STARTS, Company
from signals.ui import data, guard

MONTHS = list(range(1, 13))
WEEKDAYS = list(range(7))
QUARTER_NAMES = {
    "months": "three months each",
    "13-13-13-13": "13 weeks each (4-4-5, 4-5-4, 5-4-4)",
    "16-12-12-12": "16, 12, 12 and 12 weeks",
    "12-12-12-16": "12, 12, 12 and 16 weeks",
}


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
        quarters = st.selectbox(
            "Quarters are",
            list(QUARTERS),
            index=list(QUARTERS).index(company.fiscal_quarters),
            format_func=QUARTER_NAMES.get,
            help="With weeks, the year starts on the weekday below; a 53rd week belongs to the last quarter.",
        )
        week_start = st.selectbox(
            "Fiscal weeks start on",
            WEEKDAYS,
            index=company.fiscal_week_start,
            format_func=lambda number: calendar.day_name[number],
            help="Only with quarters of weeks.",
        )
        starts = st.selectbox(
            "A year of weeks starts on that weekday",
            YEAR_STARTS,
            index=YEAR_STARTS.index(company.fiscal_year_starts),
            format_func={"nearest": "nearest to the first of the month", "before": "last, up to the first"}.get,
            help="Only with quarters of weeks.",
        )
        named = st.selectbox(
            "In lists of targets a fiscal year that spans two years is named after",
            YEAR_NAMES,
            index=YEAR_NAMES.index(company.fiscal_year_named_after),
            format_func={"start": "the year in which it starts", "end": "the year in which it ends"}.get,
            help="2026-Q1 is then the first quarter of that year; 2026/27-Q1 is always understood.",
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
            decided = Company(
                currency=currency,
                fiscal_year_start_month=month,
                fiscal_quarters=quarters,
                fiscal_week_start=week_start,
                fiscal_year_starts=starts,
                fiscal_year_named_after=named,
                refused_share_limit=round(limit / 100, 4),
                country=country,
            )
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
