"""What needs attention this morning?"""

import streamlit as st

from signals.triage import first_lines, names, wording
from signals.ui import data, guard, nav, parts, quiet, rows, tables

SHOWN_WARNINGS = 5
SHOWN_CALLS = 3
SHOWN_NEWS = 3

guard.require()
with data.asking():
    morning = data.morning(data.chosen_day())
shown, more = morning.warnings[:SHOWN_WARNINGS], morning.warnings[SHOWN_WARNINGS:]
news, more_news = morning.good_news[:SHOWN_NEWS], morning.good_news[SHOWN_NEWS:]
look = {"currency": morning.currency, "as_of": morning.as_of}

parts.data_line(names.capital(first_lines.data_line(morning)))
parts.lead(first_lines.today(morning))
if morning.failures:
    parts.sentence(first_lines.failed(morning))
if morning.nowcast:
    parts.now(wording.nowcast(morning.nowcast, **look))
    st.page_link(nav.page("quarter"), label="Open the quarter", query_params=tables.shown_day())
if shown:
    parts.section("Needs you" if shown[0].severity == "act" else "To watch")
    rows.warning_rows(shown, name="needs", **look)
if more:
    with st.expander(f"{len(more)} more, with less at stake"):
        rows.warning_rows(more, name="more", **look)

if morning.beside_sales:
    parts.section("Customers say, while sales are as usual")
    rows.voiced_rows(morning.beside_sales, as_of=morning.as_of, name="heard")

parts.section("Customers")
if morning.ledger:
    parts.sentence(wording.ledger(morning.ledger, **look))
if morning.calls:
    parts.step("Call today")
    rows.customer_rows(morning.calls[:SHOWN_CALLS], as_of=morning.as_of, name="calls")

if news:
    parts.section("Good news")
    rows.warning_rows(news, name="news", **look)
if more_news:
    with st.expander(f"{len(more_news)} more"):
        rows.warning_rows(more_news, name="more-news", **look)

parts.section("Noted and stable")
rows.warning_rows(morning.noted, name="noted", **look)
quiet.counts(morning)
if morning.arrivals:
    quiet.arrived(morning)
if morning.closed:
    with st.expander(f"Closed ({len(morning.closed)})", key="closed"):
        quiet.closed(morning.closed)
with st.expander(f"Suppressed ({len(morning.suppressed)})", key="suppressed"):
    quiet.suppressed(morning.suppressed)
