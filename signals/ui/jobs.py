"""What is being loaded or taken back right now, and how far is it?"""

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from signals import model, pipeline
from signals.errors import SignalsError, TooLittleHistory
from signals.ingest import loads
from signals.store.engine import Store
from signals.ui import arrivals, data, guard, tasks
from signals.ui.arrivals import File

KEPT_JOBS = 50
APOLOGY = "This failed; the list of loads says whether it was taken."
REPLAY_APOLOGY = "The replay failed; nothing was changed."

_numbers = itertools.count(1)

Work = Callable[["Job"], model.LoadReport]


@dataclass
class Job(tasks.Task):
    """One load or undo on its way."""

    job_id: int = 0
    name: str = ""  # of the file
    file: File | None = None  # of a load, as long as it is not loaded
    report: model.LoadReport | None = None  # as soon as the load itself is done

    @property
    def is_done(self) -> bool:
        return self.report is not None and self.report.outcome == "load"


def start_load(file: File, said: Mapping[str, object]) -> None:
    """Loads the file as the analyst said and refreshes; a file that was loaded is removed."""
    store, person = data.store(), guard.person()

    def work(job: Job) -> model.LoadReport:
        report = loads.load(store, file.path, file_name=file.name, person=person, progress=job.tells, **said)
        if report.outcome == "load":
            arrivals.put_away(file)
            job.file = None
        return report

    _start(store, Job("Reading the rows", name=file.name, file=file), work)


def start_undo(load: model.LoadReport) -> None:
    """Takes a load back and refreshes."""
    store, person = data.store(), guard.person()

    def work(_job: Job) -> model.LoadReport:
        return loads.undo(store, load.load_id, person=person)

    _start(store, Job("Taking its rows back", name=load.file), work)


def start_replay() -> None:
    """Replays the company's history, unless that is on its way."""
    store = data.store()
    running = _replays().get(store.url)
    if running is None or running.is_over:
        task = _replays()[store.url] = tasks.Task("Reading the sales…")
        tasks.start(task, lambda task: pipeline.backtest(store, progress=task.tells), apology=REPLAY_APOLOGY)


def replay() -> tasks.Task | None:
    """The newest replay, of any reader, on its way or over."""
    return _replays().get(data.store().url)


def newest() -> int:
    """The number of the last job that was started, 0 before the first."""
    return max(_jobs(), default=0)


def over_since(job_id: int) -> list[Job]:
    """Jobs started after this one that have ended, the oldest first."""
    return [each for each in _jobs().values() if each.job_id > job_id and each.is_over]


def running() -> list[Job]:
    """Jobs of any reader that are not over, the oldest first."""
    return [each for each in _jobs().values() if not each.is_over]


def is_mine(job: Job) -> bool:
    """Whether this visit started it."""
    return job.job_id in _mine()


def _mine() -> set[int]:
    return st.session_state.setdefault("my_jobs", set())


@st.cache_resource
def _replays() -> dict[str, tasks.Task]:
    return {}


@st.cache_resource
def _jobs() -> dict[int, Job]:
    return {}


def _start(store: Store, job: Job, work: Work) -> None:
    jobs = _jobs()
    for old in [number for number, each in jobs.items() if each.is_over][:-KEPT_JOBS]:
        del jobs[old]
    job.job_id = next(_numbers)
    jobs[job.job_id] = job
    _mine().add(job.job_id)
    tasks.start(job, lambda job: _work_and_refresh(store, job, work), apology=APOLOGY)


def _work_and_refresh(store: Store, job: Job, work: Work) -> None:
    job.report = work(job)
    if job.is_done:
        try:
            pipeline.refresh(store, progress=job.tells)
        except TooLittleHistory:
            pass  # a first file of customers or prices: nothing to compute yet
        except SignalsError as error:
            job.failure = f"Today will be computed when it is next opened, since it could not be just now: {error}"
