"""How does the base of customers grow, stay and shrink, and what does that cost?"""

from signals import metrics
from signals.triage import base_wording, names
from signals.ui import base_sections, data, guard, parts

guard.require()
period = base_sections.chosen_period()
with data.asking():
    base = data.base(period, data.chosen_day())

parts.data_line(f"As of {metrics.full_day(base.as_of)}")
parts.lead(names.capital(base_wording.lead(base.ledger, base.currency)))
if base.ledger:
    base_sections.bridge(base)
if base.ledger and base.period == base_sections.YEAR:
    base_sections.costs(base)
base_sections.cohorts(base)
base_sections.lines(base)
