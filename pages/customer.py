"""What is known of one customer?"""

import streamlit as st

from signals.charts import rhythm
from signals.ui import data, figures, guard, parts, people

guard.require()
customer_id = st.query_params.get("customer")
if not customer_id:
    parts.nobody_asked("customer")
with data.asking():
    customer = data.customer(customer_id, data.chosen_day())

people.opening(customer)
if figure := rhythm.rhythm(customer):
    figures.show(figure, customer.purchase_days, key="rhythm")
if figure := rhythm.revenue_by_year(customer):
    figures.show(figure, customer.revenue_by_year, key="years")
parts.section("What they said")
parts.quotes(customer.quotes, as_of=customer.as_of)
if not customer.quotes:
    parts.aside("Nothing has been recorded yet.")
