"""How does a file become a load: seen, judged, agreed to?"""

import streamlit as st

from signals import metrics
from signals.model import LoadReport
from signals.ui import consequences, jobs, parts, previews, refusals, said, understanding, uploaded
from signals.ui.arrivals import File


def shown(file: File) -> None:
    """Everything to be known of the file, and the button that loads it."""
    about = said.about(file)
    report = previews.report(file, about)
    if report is None:
        return
    understanding.shown(file, report)
    if report.rows_read:
        consequences.shown(file, report, about)
        refusals.shown(report)
    for note in report.notes:
        parts.aside(note)
    if report.outcome == "load":
        _commit(file, report, about)


def _commit(file: File, report: LoadReport, about: dict[str, object]) -> None:
    """The button names what stays out. Where that is much, it waits for a yes of its own."""
    answers = refusals.agreed(file, report, about["answers"])
    left_out = f" and leave {metrics.number(report.rows_rejected)} out" if report.rows_rejected else ""
    label = f"Load {metrics.counted(report.rows_accepted, 'row')}{left_out}"
    agreed = about | {"answers": {**about["answers"], **(answers or {})}}
    st.button(
        label, type="primary", key="commit", disabled=answers is None, on_click=_start, args=(file, agreed)
    )  # a callback, since a click elsewhere would end the page's run before it came to this line


def _start(file: File, agreed: dict[str, object]) -> None:
    previews.again()
    uploaded.leave()
    jobs.start_load(file, agreed)
