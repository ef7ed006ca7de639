"""What does a file hold that would stay out, by which rule, and does the analyst agree?"""

from collections import Counter
from collections.abc import Mapping, Sequence

import streamlit as st

from signals import metrics
from signals.ingest import profiles
from signals.ingest.caution import ACCEPT
from signals.ingest.rules import RULES_TOLD
from signals.model import LoadReport, Refusal
from signals.ui import data, downloads, parts, tables
from signals.ui.arrivals import File

SHOWN_LINES = 200
TITLES = {"line": "Line", "column": "Column", "value": "Value", "message": "Why"}


def shown(report: LoadReport) -> None:
    """Refused and left-out lines, each with its place and its sentence."""
    if report.rejects:
        with st.expander(f"Refused: {metrics.counted(report.rows_rejected, 'row')}", key="refused"):
            for reason, count in Counter(each.reason for each in report.rejects).most_common():
                parts.sentence(f"{metrics.counted(count, 'row')}: {_told(reason, report.rejects)}")
            _lines(report.rejects, name="refused_rows")
    if report.ignored:
        with st.expander(f"Left out: {metrics.counted(len(report.ignored), 'line')}", key="left-out"):
            parts.sentence("These lines hold no data: headings, totals, blank lines and the like.")
            _lines(report.ignored, name="left_out_lines")


def agreed(file: File, report: LoadReport, answers: Mapping[str, str]) -> dict[str, str] | None:
    """What the analyst agrees to beside what was said; None where many rows are refused and nobody said yes yet."""
    accepting = {profiles.ACCEPT_REFUSALS: ACCEPT} if report.rows_rejected else {}
    if not data.waits_for_yes(report, answers):
        return accepting
    parts.sentence(
        f"{metrics.number(report.rows_rejected)} of {metrics.counted(report.rows_read, 'row')} would stay out. That is "
        f"more than the {metrics.share(data.company().refused_share_limit)} that your company lets pass unasked. "
        "Correct the file and drop it again, or load the rest all the same."
    )
    says_yes = st.checkbox(f"Yes, leave {metrics.counted(report.rows_rejected, 'row')} out", key=f"yes-{file.file_id}")
    return accepting if says_yes else None


def _lines(refused: Sequence[Refusal], *, name: str) -> None:
    table = data.lines(refused[:SHOWN_LINES])[list(TITLES)].fillna("")
    config = {ours: st.column_config.Column(title) for ours, title in TITLES.items()}
    tables.plain(table, alt=name.replace("_", " "), config=config)
    if len(refused) > SHOWN_LINES:
        parts.aside(f"The first {SHOWN_LINES} of {metrics.number(len(refused))}; the download has all of them.")
    downloads.button(lambda: data.lines(refused), name=name, key=name)


def _told(reason: str, refused: Sequence[Refusal]) -> str:
    """The rule behind a reason; where it has none, what was said of the first row."""
    return RULES_TOLD.get(reason) or next(each.message for each in refused if each.reason == reason)
