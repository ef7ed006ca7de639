"""What stands behind a warning, or behind a product that nobody warned of?"""

import streamlit as st

from signals.ui import data, guard, parts, story, verdicts

guard.require()
warning_key, product_id = st.query_params.get("warning"), st.query_params.get("product")
if not (warning_key or product_id):
    parts.nobody_asked("warning")

with data.asking():
    as_of = data.chosen_day()
    evidence = data.evidence(warning_key, as_of) if warning_key else data.product_evidence(product_id, as_of)
    latest = data.morning()

story.opening(evidence, latest=latest)
story.voiced(evidence)
story.sales(evidence)
story.causes(evidence)
story.first_choice(evidence)
story.prices(evidence)
story.bridges(evidence)
story.drivers(evidence)
story.customers(evidence)
story.words(evidence)
story.certainty(evidence)
story.todo(evidence)
verdicts.section(evidence)
