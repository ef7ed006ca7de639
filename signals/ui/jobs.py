"""What is being loaded or taken back right now, and how far is it?

A click on a page ends whatever the page was doing, so loads run in a thread of their own. The thread writes into its
job; the page reads it. The thread never calls Streamlit.
"""

import itertools
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import streamlit as st

from signals import model, pipeline
from signals.errors import SignalsError, TooLittleHistory
from signals.ingest import loads
from signals.store.engine import Store
from signals.ui import data, faults, guard

KEPT_JOBS = 50

_numbers = itertools.count(1)

Work = Callable[["Job"], model.LoadReport]


@dataclass
class Job:
    """One load or undo on its way."""

    job_id: int
    file: str
    started_at: datetime = field(default_factory=lambda: datetime.now(UTC))
    sentence: str = "waiting for the database"
    report: model.LoadReport | None = None  # as soon as the load itself is done
    failure: str | None = None  # fit for the reader
    is_over: bool = False


def start_load(path: Path, file_name: str, said: Mapping[str, object]) -> Job:
    """Loads the file as the analyst said and refreshes; the file is removed afterwards."""
    store, person = data.store(), guard.person()

    def work(job: Job) -> model.LoadReport:
        job.sentence = "reading the rows"
        try:
            return loads.load(store, path, file_name=file_name, person=person, **said)
        finally:
            path.unlink(missing_ok=True)

    return _started(store, file_name, work)


def start_undo(load: model.LoadReport) -> Job:
    """Takes a load back and refreshes."""
    store, person = data.store(), guard.person()

    def work(job: Job) -> model.LoadReport:
        job.sentence = "taking its rows back"
        return loads.undo(store, load.load_id, person=person)

    return _started(store, load.file, work)


def newest() -> int:
    """The number of the last job that was started, 0 before the first."""
    return max(_jobs(), default=0)


def over_since(job_id: int) -> list[Job]:
    """Jobs started after this one that have ended, the oldest first."""
    return [each for each in _jobs().values() if each.job_id > job_id and each.is_over]


def running() -> list[Job]:
    """Jobs of any reader that are not over, the oldest first."""
    return [each for each in _jobs().values() if not each.is_over]


@st.cache_resource
def _jobs() -> dict[int, Job]:
    return {}


def _started(store: Store, file: str, work: Work) -> Job:
    jobs = _jobs()
    for old in [number for number, each in jobs.items() if each.is_over][:-KEPT_JOBS]:
        del jobs[old]
    started = Job(next(_numbers), file)
    jobs[started.job_id] = started
    threading.Thread(target=_run, args=(store, started, work), name=f"job {started.job_id}", daemon=True).start()
    return started


def _run(store: Store, job: Job, work: Work) -> None:
    try:
        job.report = work(job)
        if job.report.outcome == "load":
            pipeline.refresh(store, progress=lambda sentence: setattr(job, "sentence", sentence))
    except TooLittleHistory:
        pass  # a first file of customers or prices: loaded, nothing to compute yet
    except SignalsError as error:
        job.failure = str(error)
    except Exception as error:
        reference = faults.recorded(error, "job")
        job.failure = f"This failed; the list of loads says whether it was taken. Reference for the log: {reference}"
    finally:
        job.is_over = True
