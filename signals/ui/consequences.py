"""What would a file change: rows, months, rows that vanish, the warnings of Today?"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pandas as pd
import streamlit as st

from signals import metrics
from signals.ingest.profiles import VANISHED
from signals.model import LoadReport, WarningsEffect
from signals.ui import parts, previews, said, tables
from signals.ui.arrivals import File

KEEP = "keep"
NOTHING = Decimal(0)
SHOWN_HEADLINES = 5
STORED_NUMBER = re.compile(r"-?\d+\.\d{8}")
VANISHED_CHOICES = {KEEP: "Keep them", said.REMOVE: "Remove them"}


def shown(file: File, report: LoadReport, about: Mapping[str, object]) -> None:
    parts.section("What it would change")
    _counts(report)
    if report.outcome == "load":
        _effect(file, about)
    _vanished(file, report)
    _months(report)
    _sample(report)


def _counts(report: LoadReport) -> None:
    counts = {
        "New": report.rows_new,
        "Replaced": report.rows_replaced,
        "Unchanged": report.rows_unchanged,
        "Removed": report.rows_removed,
        "Refused": report.rows_rejected,
    }
    named = {name: metrics.number(count) for name, count in counts.items() if count or name != "Removed"}
    if report.first_date and report.last_date:
        named["Days"] = _days(report.first_date, report.last_date)
    for currency, amount in report.amounts.items():
        named[f"Amount {currency}".strip()] = metrics.number(amount)
    parts.facts(named)


def _days(first: date, last: date) -> str:
    end = metrics.on_day(last, date.min)
    return end if first == last else f"{metrics.on_day(first, last)} to {end}"


def _effect(file: File, about: Mapping[str, object]) -> None:
    """What Today would say; found out while the analyst reads on."""
    task = previews.effect(file, about)
    if task is None:
        return
    if task.failure:
        parts.sentence(f"What Today would say could not be found out: {task.failure}")
        return
    for sentence in effect_sentences(task.result):
        parts.sentence(sentence)


def effect_sentences(effect: WarningsEffect) -> list[str]:
    """What a reader of Today would see differently."""
    if effect.reason:
        return [effect.reason]
    if not (effect.new or effect.gone or effect.changed):
        return ["Today's warnings would stay as they are."]
    told = {
        "With this file, Today would say: ": effect.new,
        "It would no longer say: ": effect.gone,
        "It would say otherwise: ": effect.changed,
    }
    return [opening + _some(headlines) for opening, headlines in told.items() if headlines]


def _some(headlines: Sequence[str]) -> str:
    more = len(headlines) - SHOWN_HEADLINES
    said = " ".join(headlines[:SHOWN_HEADLINES])
    return f"{said} And {more} more." if more > 0 else said


def _vanished(file: File, report: LoadReport) -> None:
    """Rows that an earlier export of the same had, and this one has not."""
    if not report.rows_vanished:
        return
    worth = f", worth {metrics.number(report.vanished_amount)}," if report.vanished_amount else ""
    is_one = report.rows_vanished == 1
    parts.sentence(
        f"{metrics.counted(report.rows_vanished, 'row')} that {'was' if is_one else 'were'} loaded before{worth} "
        f"{'is' if is_one else 'are'} not in this file any more."
    )
    key = f"vanished-{file.file_id}"
    st.session_state.setdefault(key, said.about(file)["answers"].get(VANISHED, KEEP))
    st.radio(
        "What happens to rows that are gone from the export",
        tuple(VANISHED_CHOICES),
        format_func=VANISHED_CHOICES.get,
        key=key,
        horizontal=True,
        on_change=lambda: _choose(file, st.session_state[key]),
    )
    with st.expander("Show what is gone", key="vanished-rows"):
        tables.plain(pd.DataFrame(report.vanished), alt="Rows that are gone from the export")


def _choose(file: File, chosen: str) -> None:
    if chosen == said.REMOVE:
        said.answer(file, VANISHED, said.REMOVE)
    else:
        said.no_answer(file, VANISHED)


def _months(report: LoadReport) -> None:
    """Each month's total as it is, as it would be, and the difference."""
    if not report.by_month_after:
        return
    months = sorted({*report.by_month_before, *report.by_month_after})
    before = [report.by_month_before.get(month, NOTHING) for month in months]
    after = [report.by_month_after.get(month, NOTHING) for month in months]
    table = pd.DataFrame(
        {
            "month": months,
            "before": map(float, before),
            "after": map(float, after),
            "difference": [float(new - old) for old, new in zip(before, after, strict=True)],
        }
    )
    with st.expander("Totals by month", key="months", expanded=True):
        config = {
            "month": st.column_config.TextColumn("Month"),
            "before": _money("Now"),
            "after": _money("With this file"),
            "difference": _money("Difference"),
        }
        tables.plain(table, alt="Totals by month, now and with this file", config=config)


def _sample(report: LoadReport) -> None:
    if report.sample:
        rows = [{name.replace("_", " "): _plain(value) for name, value in row.items()} for row in report.sample]
        with st.expander("The first rows as they would be stored", key="sample"):
            tables.plain(pd.DataFrame(rows), alt="The first rows as they would be stored")


def _money(title: str):
    return st.column_config.NumberColumn(title, format="localized", step=0.01)


def _plain(value: str) -> str:
    """A number without the zeros that only show how exactly it is stored."""
    return value.rstrip("0").rstrip(".") if STORED_NUMBER.fullmatch(value) else value
