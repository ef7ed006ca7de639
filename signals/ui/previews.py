"""How is this visit's file read, and what would it change? Both are found out beside the page."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from signals import model
from signals.ui import data, inert, parts, tasks
from signals.ui.arrivals import File

AT_ONCE = 2  # files read at the same time by all visits, so that memory stays bounded
PATIENCE_SECONDS = 1.0  # most files are read in this time, and the page need not be shown twice
POLL_SECONDS = 0.7
APOLOGY = "This could not be found out. Nothing was changed."
WAITING = "Waiting until another file has been read"
PREVIEW, EFFECT = "preview", "effect"
OPENINGS = {PREVIEW: "", EFFECT: "What would Today say with this file? "}

_seats = threading.BoundedSemaphore(AT_ONCE)

Work = Callable[[Callable[[str], None]], object]  # takes a function that is told how far the work is


@dataclass(frozen=True)
class Reading:
    """A task, and what it was asked."""

    asked: tuple[str, str]  # the file and, as JSON, what was said of it
    facts_version: int
    task: tasks.Task


def report(file: File, said: Mapping[str, object]) -> model.LoadReport | None:
    """How the file is understood; None while it is being read for the first time, or could not be.

    Where the data has changed since, the report stays until the next one is there.
    """
    store = data.store()

    def work(progress: Callable[[str], None]) -> model.LoadReport:
        return data.preview(store, file.path, file_name=file.name, progress=progress, **said)

    known = _known(PREVIEW, file, said, tasks.Task(f"Reading {file.name}"), work)
    if known is None or known.failure is None:
        return known and known.result
    st.warning(inert.markdown(known.failure))
    if st.button("Try again", key="preview-again"):
        again()
        st.rerun()
    return None


def effect(file: File, said: Mapping[str, object]) -> tasks.Task | None:
    """What the file would change in Today's warnings; None while that is being found out."""
    store = data.store()

    def work(progress: Callable[[str], None]) -> model.WarningsEffect:
        return data.warnings_effect(store, file.path, file_name=file.name, progress=progress, **said)

    return _known(EFFECT, file, said, tasks.Task("Comparing the warnings"), work)


def again() -> None:
    """What was found out is forgotten, and what is on its way ends."""
    for name in (PREVIEW, EFFECT):
        st.session_state.pop(f"{name}-known", None)
        if newest := st.session_state.pop(f"{name}-newest", None):
            newest.task.ends_unwanted()


def _known(name: str, file: File, said: Mapping[str, object], task: tasks.Task, work: Work) -> tasks.Task | None:
    """The last task that answers what is asked; the progress of a newer one is shown."""
    asked = (file.file_id, json.dumps(said))
    newest = _newest(name, asked, task, work)
    if newest.task.is_over:
        st.session_state[f"{name}-known"] = newest
    else:
        _watched(newest.task, OPENINGS[name])
    known = st.session_state.get(f"{name}-known")
    return known.task if known and known.asked == asked else None


def _newest(name: str, asked: tuple[str, str], task: tasks.Task, work: Work) -> Reading:
    """What is on its way or over; `task` is started where the question or the data is another."""
    before, version = st.session_state.get(f"{name}-newest"), data.facts_version()
    if before and (before.asked, before.facts_version) == (asked, version):
        return before
    if before:
        before.task.ends_unwanted()
    started = Reading(asked, version, tasks.start(task, lambda task: _seated(task, work), apology=APOLOGY))
    st.session_state[f"{name}-newest"] = started
    if name == PREVIEW:
        task.is_over_within(PATIENCE_SECONDS)
    return started


def _seated(task: tasks.Task, work: Work) -> object:
    sentence = task.sentence
    while not _seats.acquire(timeout=POLL_SECONDS):
        task.tells(WAITING)
    try:
        task.tells(sentence)
        return work(task.tells)
    finally:
        _seats.release()


@st.fragment(run_every=POLL_SECONDS)
def _watched(task: tasks.Task, opening: str) -> None:
    if task.is_over:
        st.rerun()
    parts.sentence(f"{opening}{task.progress()}")
