"""What runs beside the pages, how far is it, and what came of it?

A click on a page ends whatever the page was doing, so everything that may take seconds runs in a thread of its own. The
thread writes into its task; the page reads it. The thread never calls Streamlit.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from signals.errors import SignalsError
from signals.ui import faults


class Unwanted(Exception):
    """Nobody waits for the answer any more."""


@dataclass
class Task:
    """One piece of work on its way."""

    sentence: str
    started: float = field(default_factory=time.monotonic)
    result: object = None
    failure: str | None = None  # fit for the reader
    _over: threading.Event = field(default_factory=threading.Event)
    _unwanted: threading.Event = field(default_factory=threading.Event)

    def tells(self, sentence: str) -> None:
        """How far the work is. Work that is not wanted any more ends here."""
        if self._unwanted.is_set():
            raise Unwanted
        self.sentence = sentence

    def ends_unwanted(self) -> None:
        self._unwanted.set()

    @property
    def is_over(self) -> bool:
        return self._over.is_set()

    def is_over_within(self, seconds: float) -> bool:
        return self._over.wait(seconds)

    def progress(self) -> str:
        """A sentence that moves even where the work is silent for a while."""
        seconds = int(time.monotonic() - self.started)
        return f"{self.sentence} · {seconds} s" if seconds else self.sentence


def start(task: Task, work: Callable[[Task], object], *, apology: str) -> Task:
    """Begins the work; `apology` is said, with a reference for the log, where it fails in a way that nobody foresaw."""
    threading.Thread(target=_run, args=(task, work, apology), name=task.sentence, daemon=True).start()
    return task


def _run(task: Task, work: Callable[[Task], object], apology: str) -> None:
    try:
        task.result = work(task)
    except Unwanted:
        pass
    except SignalsError as error:
        task.failure = str(error)
    except Exception as error:
        task.failure = f"{apology} Reference for the log: {faults.recorded(error, 'task')}"
    finally:
        task._over.set()
