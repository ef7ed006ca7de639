"""How far is a load, which loads are in, and how is one taken back?"""

from functools import partial

import streamlit as st

from signals import metrics
from signals.model import LoadReport
from signals.ui import data, downloads, inert, jobs, parts

POLL_SECONDS = 0.7


def shown() -> None:
    """Running loads with their progress, and how the last of this visit ended."""
    if jobs.running():
        _watched()
    for job in jobs.over_since(st.session_state.setdefault("jobs_seen", jobs.newest()))[-1:]:
        _ended(job)


@st.fragment(run_every=POLL_SECONDS)
def _watched() -> None:
    running = jobs.running()
    for job in running:
        with st.container(border=True):
            parts.sentence(f"{job.file}: {job.sentence}")
    if not running:
        st.rerun()


def _ended(job: jobs.Job) -> None:
    if job.failure:
        st.error(inert.markdown(f"{job.file}: {job.failure}"))
    elif job.report and job.report.state == "undone":
        st.info(inert.markdown(f"{job.file} was taken back. Every number is what it was before."))
    elif job.report and job.report.outcome == "load":
        st.info(inert.markdown(f"{job.file} is loaded: {_counts(job.report)}."))
    elif job.report:
        st.warning(inert.markdown(f"{job.file}: {job.report.question}"))


def loads(listing: list[LoadReport]) -> None:
    """The loads, the newest first; each live one can be taken back."""
    if not listing:
        parts.sentence("Nothing has been loaded yet.")
    for load in listing:
        with st.container(key=f"row-load-{load.load_id}"):
            row, buttons = st.columns((8, 2.3), vertical_alignment="center")
            row.html(_load(load))
            with buttons.container(horizontal=True, horizontal_alignment="right"):
                if load.rows_rejected:
                    refused = partial(data.refused, data.store(), load.load_id)
                    downloads.button(refused, name="refused_rows", key=f"refused-{load.load_id}", label="Refused")
                if load.state == "live" and st.button("Undo", key=f"undo-{load.load_id}"):
                    _confirm(load)


@st.dialog("Take this load back?")
def _confirm(load: LoadReport) -> None:
    parts.sentence(f"{load.file}: {_counts(load)}. Rows that it replaced come back, rows that it brought go.")
    if st.button("Take it back", type="primary", key="undo-confirmed"):
        jobs.start_undo(load)
        st.rerun()


def _load(load: LoadReport) -> str:
    kind = (load.kind or "").replace("_", " ")
    taken_back = "" if load.state == "live" else " · taken back"
    return (
        f'<p class="sentence"><b>{inert.markup(load.file)}</b></p>'
        f'<p class="aside">Load {load.load_id} · {inert.markup(kind)} · {inert.markup(_counts(load))}{taken_back}</p>'
    )


def _counts(load: LoadReport) -> str:
    counts = {
        "new": load.rows_new,
        "replaced": load.rows_replaced,
        "unchanged": load.rows_unchanged,
        "refused": load.rows_rejected,
    }
    return ", ".join(f"{metrics.number(count)} {name}" for name, count in counts.items() if count) or "no rows"
