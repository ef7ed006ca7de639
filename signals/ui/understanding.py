"""How was an uploaded file understood, what would it do, and what does the analyst say to that?"""

from collections import Counter
from dataclasses import asdict

import pandas as pd
import streamlit as st

from signals import metrics
from signals.ingest import loads
from signals.ingest.contract import KINDS
from signals.model import LoadReport
from signals.ui import downloads, inert, parts, tables
from signals.ui.uploaded import File

ANSWERS = {
    "dmy": "Day first: 31/12/2026",
    "mdy": "Month first: 12/31/2026",
    "comma": "Comma: 1.234,50",
    "point": "Point: 1,234.50",
    "by_day": "Each customer's day is one order",
}
FORMAT_NAMES = {
    "encoding": "Letters",
    "delimiter": "Between columns",
    "decimal": "Decimal mark",
    "date_format": "Dates",
    "header_line": "Headings on line",
}
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "pipe", " ": "spaces"}
SHOWN_REFUSALS = 200


def wishes(file: File) -> dict[str, object]:
    """What the analyst has said about this file so far: kind, columns, answers."""
    said = _said(file)
    return {"kind": said["kind"], "columns": dict(said["columns"]), "answers": dict(said["answers"])}


def shown(file: File, report: LoadReport) -> None:
    """The verdict, the question if there is one, the numbers, and how each column was read."""
    parts.section("What this file is")
    parts.step(_verdict(report))
    if report.outcome == "ask":
        _question(file, report)
    if report.rows_read:
        _counts(report)
    _kind_and_columns(file, report)
    _months(report)
    _sample(report)
    _refusals(report)
    for note in report.notes:
        parts.aside(note)


def is_committed(report: LoadReport) -> bool:
    """The button names what stays out, so that its click is a person's yes to that."""
    left_out = f" and leave {metrics.number(report.rows_rejected)} out" if report.rows_rejected else ""
    label = f"Load {metrics.counted(report.rows_accepted, 'row')}{left_out}"
    return st.button(label, type="primary", key="commit")


def accepted(said: dict[str, object], report: LoadReport) -> dict[str, object]:
    """The wishes with the yes to the refused rows, where there are any."""
    yes = {loads.ACCEPT_REFUSALS: "accept"} if report.rows_rejected else {}
    return said | {"answers": {**said["answers"], **yes}}


def _verdict(report: LoadReport) -> str:
    if report.outcome == "load":
        kind = f"{report.file} is an export of {(report.kind or 'unknown').replace('_', ' ')}"
        return f"{kind}: {metrics.counted(report.rows_accepted, 'row')} can be loaded."
    return report.question or "This file cannot be loaded."


def _question(file: File, report: LoadReport) -> None:
    answers = tuple(report.extras.get("answers", ()))
    key = f"answer-{file.file_id}-{report.extras.get('answer')}"
    where = "columns" if report.reason == "ambiguous_column" else "answers"
    st.radio(
        "Your answer",
        answers,
        index=None,
        key=key,
        format_func=lambda answer: inert.markdown(ANSWERS.get(answer, answer)),
        on_change=_remember,
        args=(file, where, report.extras.get("answer"), key),
    )


def _counts(report: LoadReport) -> None:
    counts = {
        "New": report.rows_new,
        "Replaced": report.rows_replaced,
        "Unchanged": report.rows_unchanged,
        "Refused": report.rows_rejected,
    }
    named = {name: metrics.number(count) for name, count in counts.items()}
    if report.first_date and report.last_date:
        first = metrics.on_day(report.first_date, report.last_date)
        named["Days"] = f"{first} to {metrics.on_day(report.last_date, report.first_date)}"
    for currency, amount in report.amounts.items():
        named[f"Amount {currency}".strip()] = metrics.number(amount)
    parts.facts(named)


def _kind_and_columns(file: File, report: LoadReport) -> None:
    with st.expander("How it was understood", expanded=report.outcome != "load", key=f"understood-{file.file_id}"):
        described = {FORMAT_NAMES[name]: _in_words(report.format.get(name)) for name in FORMAT_NAMES}
        parts.facts({name: value for name, value in described.items() if value})
        _choice(file, "kind", None, "Kind of export", tuple(KINDS), report.kind)
        columns = report.format.get("columns") or {}
        with st.grid(3, min_column_width=220):
            for field, headings in report.choices.items():
                _choice(file, "columns", field, field.replace("_", " ").capitalize(), headings, columns.get(field))


def _choice(file: File, where: str, name: str | None, label: str, options: tuple[str, ...], chosen: str | None) -> None:
    key = f"{where}-{name}-{file.file_id}"
    st.session_state.setdefault(key, chosen)
    st.selectbox(
        label, options, key=key, placeholder="Not in this file", on_change=_remember, args=(file, where, name, key)
    )


def _months(report: LoadReport) -> None:
    if report.by_month:
        with st.expander("Amounts by month", key="months"):
            months = [{"month": month, "amount": float(amount)} for month, amount in report.by_month.items()]
            config = {"amount": st.column_config.NumberColumn("Amount", format="localized")}
            tables.plain(pd.DataFrame(months), alt="Accepted amount by month", config=config)


def _sample(report: LoadReport) -> None:
    if report.sample:
        with st.expander("The first rows as they would be stored", key="sample"):
            tables.plain(pd.DataFrame(report.sample), alt="The first rows as they would be stored")


def _refusals(report: LoadReport) -> None:
    if not report.rejects:
        return
    reasons = Counter(refusal.reason for refusal in report.rejects)
    with st.expander(f"Refused: {metrics.counted(report.rows_rejected, 'row')}", key="refused"):
        counted = [{"reason": reason.replace("_", " "), "rows": count} for reason, count in reasons.most_common()]
        tables.plain(pd.DataFrame(counted), alt="Refused rows by reason")
        tables.plain(_lines(report).head(SHOWN_REFUSALS), alt="Refused rows with line and reason")
        downloads.button(lambda: _lines(report), name="refused_rows", key="refused-download")


def _lines(report: LoadReport) -> pd.DataFrame:
    return pd.DataFrame([asdict(refusal) for refusal in report.rejects])


def _remember(file: File, where: str, name: str | None, key: str) -> None:
    """A new kind starts the columns over."""
    chosen = st.session_state.get(key)
    said = _said(file)
    if where == "kind":
        said.update(kind=chosen, columns={})
    elif chosen is not None:
        said[where][name] = chosen


def _said(file: File) -> dict:
    return st.session_state.setdefault(f"said-{file.file_id}", {"kind": None, "columns": {}, "answers": {}})


def _in_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{column}: {form}" for column, form in value.items())
    return "" if value is None else DELIMITERS.get(str(value), str(value))
