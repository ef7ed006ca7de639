"""How far is a load, which loads are in, and how is one taken back?"""

from functools import partial

import pandas as pd
import streamlit as st

from signals import metrics
from signals.model import LoadReport
from signals.ui import data, downloads, inert, jobs, parts, tables, uploaded

POLL_SECONDS = 0.7
LISTEN_SECONDS = 3.0
SHOWN_LOADS = 20  # with buttons of their own; all of them stand in a table


def shown() -> None:
    """Running loads with their progress, and how the last of this visit ended."""
    if jobs.running():
        _watched()
    else:
        _listening(jobs.newest())
    for job in jobs.over_since(st.session_state.setdefault("jobs_seen", jobs.newest()))[-1:]:
        _ended(job)


@st.fragment(run_every=POLL_SECONDS)
def _watched() -> None:
    running = jobs.running()
    for job in running:
        with st.container(border=True):
            parts.sentence(f"{_whose(job)}{job.name}: {job.progress()}")
    if not running:
        st.rerun()


@st.fragment(run_every=LISTEN_SECONDS)
def _listening(known: int) -> None:
    """The page is shown again when somebody else begins a load."""
    if jobs.newest() > known:
        st.rerun()


def _ended(job: jobs.Job) -> None:
    name = f"{_whose(job)}{job.name}"
    if job.is_done and job.report.state == "undone":
        st.info(inert.markdown(f"{name} was taken back. Every number is what it was before."))
    elif job.is_done:
        st.info(inert.markdown(f"{name} is loaded: {_counts(job.report)}."))
    elif job.report:
        st.warning(inert.markdown(f"{name}: {job.report.question}"))
    if job.failure:
        st.error(inert.markdown(f"{name}: {job.failure}"))
    if job.file and jobs.is_mine(job) and st.button("Back to this file", key="back-to-file"):
        uploaded.return_to(job.file)
        st.rerun()


def _whose(job: jobs.Job) -> str:
    return "" if jobs.is_mine(job) else "From another visit: "


def loads(listing: list[LoadReport]) -> None:
    """The loads, the newest first; each live one can be taken back."""
    if not listing:
        parts.sentence("Nothing has been loaded yet.")
    for load in listing[:SHOWN_LOADS]:
        with st.container(key=f"row-load-{load.load_id}"):
            _row(load)
    if len(listing) > SHOWN_LOADS and st.toggle(f"Show all {len(listing)}", key="all-loads"):
        _all(listing)


def _row(load: LoadReport) -> None:
    row, buttons = st.columns((7, 4.5), vertical_alignment="center")
    row.html(_load(load))
    with buttons.container(horizontal=True, horizontal_alignment="right"):
        if load.rows_rejected:
            refused = partial(data.refused, data.store(), load.load_id)
            downloads.button(refused, name="refused_rows", key=f"refused-{load.load_id}", label="Refused")
        if load.state == "live" and st.button("Undo", key=f"undo-{load.load_id}"):
            _confirm(load)


def _all(listing: list[LoadReport]) -> None:
    """Every load in one table, and a choice of which to take back."""
    rows = [(load.load_id, load.file, _words(load.kind), _counts(load), load.state) for load in listing]
    tables.plain(pd.DataFrame(rows, columns=["Load", "File", "Kind", "Rows", "State"]), alt="All loads")
    live = {load.load_id: load for load in listing if load.state == "live"}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            "Take back an older load",
            list(live),
            index=None,
            format_func=lambda load_id: f"Load {load_id}: {live[load_id].file}",
            placeholder="Choose one",
            key="older-load",
        )
        if st.button("Undo", key="undo-older", disabled=chosen is None):
            _confirm(live[chosen])


@st.dialog("Take this load back?")
def _confirm(load: LoadReport) -> None:
    parts.sentence(f"{load.file}: {_counts(load)}. Rows that it replaced come back, rows that it brought go.")
    if st.button("Take it back", type="primary", key="undo-confirmed"):
        jobs.start_undo(load)
        st.rerun()


def _load(load: LoadReport) -> str:
    taken_back = "" if load.state == "live" else " · taken back"
    return (
        f'<p class="sentence"><b>{inert.markup(load.file)}</b></p>'
        f'<p class="aside">Load {load.load_id} · {inert.markup(_words(load.kind))} · {inert.markup(_counts(load))}'
        f"{taken_back}</p>"
    )


def _words(kind: str | None) -> str:
    return (kind or "").replace("_", " ")


def _counts(load: LoadReport) -> str:
    counts = {
        "new": load.rows_new,
        "replaced": load.rows_replaced,
        "unchanged": load.rows_unchanged,
        "removed": load.rows_removed,
        "refused": load.rows_rejected,
    }
    return ", ".join(f"{metrics.number(count)} {name}" for name, count in counts.items() if count) or "no rows"
