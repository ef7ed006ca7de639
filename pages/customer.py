"""What is known of one customer?"""

import streamlit as st

from signals.ui import customer_sections, data, guard, parts

guard.require()
customer_id = st.query_params.get("customer")
if not customer_id:
    parts.nobody_asked("customer")
with data.asking():
    customer = data.customer(customer_id, data.chosen_day())

customer_sections.opening(customer)
customer_sections.bought(customer)
customer_sections.said(customer)
customer_sections.asked(customer)
customer_sections.more(customer)
