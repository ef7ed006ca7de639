"""Where will the quarter land, how sure is that, and what makes the difference?"""

from signals import metrics
from signals.triage import quarter_wording
from signals.ui import data, guard, parts, quarter_sections

guard.require()
with data.asking():
    quarter = data.quarter(data.chosen_day())

left = metrics.counted(quarter.days_left, "day")
parts.data_line(f"As of {metrics.full_day(quarter.as_of)} · {left} left")
parts.lead(quarter_wording.lead(quarter.outlook, quarter.currency, quarter.as_of))
quarter_sections.figures_of(quarter)
quarter_sections.late(quarter)
quarter_sections.course(quarter)
quarter_sections.difference(quarter)
quarter_sections.said(quarter)
quarter_sections.by_part(quarter)
quarter_sections.method()
