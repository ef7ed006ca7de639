"""What do people say of a warning, and how does the reader say it?"""

from datetime import timedelta

import streamlit as st

from signals import model
from signals.triage import verdict_wording
from signals.triage.ruled import EXPECTED_DAYS, LONGEST_REASON
from signals.ui import data, guard, parts, rows

WORDS = {word: word.capitalize() for word in model.VERDICTS}


def section(evidence: model.Evidence) -> None:
    """The verdicts so far, each with its way back, and the form for one more."""
    if evidence.warning is None:
        return
    parts.section("Your verdict")
    with data.asking():
        given = data.verdicts(evidence.warning.key)
    for verdict in given:
        _row(verdict, evidence)
    label = "Give another verdict" if given else "What was it?"
    with st.expander(label, key=f"verdict-{len(given)}"):  # another one after each verdict, and closed
        _form(evidence.warning, evidence)


def _row(verdict: model.Verdict, evidence: model.Evidence) -> None:
    with st.container(key=f"row-verdict-{verdict.verdict_id}"):
        told, back = st.columns(rows.LINK_SHARE, vertical_alignment="center")
        with told.container(gap=None):
            parts.sentence(verdict_wording.told(verdict, evidence.as_of))
            parts.aside(verdict_wording.given(verdict, evidence.as_of))
        if verdict.is_live and back.button("Revert", key=f"revert-{verdict.verdict_id}"):
            with data.asking():
                data.revert_verdict(verdict.verdict_id, person=guard.person())
            st.rerun()


def _form(warning: model.Warning, evidence: model.Evidence) -> None:
    """The choice stands outside the form, since the days that are asked follow from it."""
    chosen = st.radio(
        "What was it?",
        model.VERDICTS,
        index=None,
        key="verdict-choice",
        format_func=WORDS.get,
        captions=[verdict_wording.effects(warning)[word].capitalize() for word in model.VERDICTS],
        label_visibility="collapsed",
    )
    if chosen is None:
        return
    with st.form("verdict-form", border=False):
        days = _days(chosen, warning, evidence)
        reason = st.text_area("Why", max_chars=LONGEST_REASON, height=68, key="verdict-reason")
        if st.form_submit_button("Give this verdict"):
            with data.asking():
                data.give_verdict(
                    warning.key, chosen, reason=reason, person=guard.person(), as_of=evidence.as_of, **days
                )
            for key in ("verdict-choice", "verdict-reason"):
                del st.session_state[key]
            st.rerun()


def _days(chosen: str, warning: model.Warning, evidence: model.Evidence) -> dict:
    """Only where they change what is computed."""
    as_of, days = evidence.as_of, {}
    if chosen in (model.DATA_ERROR, model.NEW_NORMAL):
        days["first_date"] = st.date_input("From", warning.onset, key=f"verdict-from-{chosen}")
    if chosen == model.DATA_ERROR:
        days["last_date"] = st.date_input("To", as_of, key=f"verdict-to-{chosen}")
    if chosen == model.EXPECTED:
        until = as_of + timedelta(days=EXPECTED_DAYS)
        days["last_date"] = st.date_input("Until", until, key=f"verdict-to-{chosen}")
    return days
