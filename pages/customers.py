"""Who is slipping away, and what are they worth?"""

import streamlit as st

from signals import metrics
from signals.triage import customer_wording
from signals.ui import customer_lists, data, downloads, filters, guard, parts, rows, tables

guard.require()
with data.asking():
    morning = data.morning(data.chosen_day())
    customers = data.customers(data.chosen_day())
    months = data.newcomers(data.chosen_day())

parts.data_line(f"As of {metrics.full_day(morning.as_of)}")
parts.lead(customer_wording.to_call(morning.calls, morning.currency))
rows.customer_rows(morning.calls, as_of=morning.as_of, name="calls")

if customers.empty:
    parts.sentence("No sale names its customer, so there is nobody to tell of.")
    st.stop()
customer_lists.lost_lately(customers, morning.currency)

parts.section("Where the risk lies")
customer_lists.risk(customers, morning.currency)

parts.section("All customers, by what is at risk a year")
shown = filters.narrowed(customers, ("region", "segment", "account_owner", "state"), name="customers")
tables.customers(shown, currency=morning.currency)
names = tables.names(customers, "customer_id", "customer_name")
tables.finder(names, tables.open_customer, label="Open a customer", key="find-customer")
downloads.button(lambda: shown, name="customers_at_risk", key="customers-download")

customer_lists.newcomers(customers, months, morning.currency)
customer_lists.concentration(customers, morning.currency)
customer_lists.certainty()
