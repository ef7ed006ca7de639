"""What needs attention this morning?"""

import streamlit as st

from signals.triage import wording
from signals.ui import data, guard, parts, quiet, rows

SHOWN_WARNINGS = 5
SHOWN_CALLS = 3

guard.require()
with data.asking():
    morning = data.morning(data.chosen_day())
shown, more = morning.warnings[:SHOWN_WARNINGS], morning.warnings[SHOWN_WARNINGS:]
look = {"currency": morning.currency, "as_of": morning.as_of}

parts.data_line(wording.capital(wording.data_line(morning)))
parts.lead(wording.today(morning))
if morning.nowcast:
    parts.now(wording.nowcast(morning.nowcast, **look))
if shown:
    parts.section("Needs you")
    rows.warning_rows(shown, name="needs", **look)
if more:
    with st.expander(f"{len(more)} more, with less at stake"):
        rows.warning_rows(more, name="more", **look)

parts.section("Customers")
if morning.ledger:
    parts.sentence(wording.ledger(morning.ledger, **look))
if morning.calls:
    parts.step("Call today")
    rows.customer_rows(morning.calls[:SHOWN_CALLS], as_of=morning.as_of, name="calls")

parts.section("Noted and stable")
rows.warning_rows(morning.noted, name="noted", **look)
quiet.counts(morning)
with st.expander(f"Suppressed ({len(morning.suppressed)})", key="suppressed"):
    rows.suppressed_rows(morning.suppressed)
