"""What has the analyst said about this file so far: its kind, its columns, the answers to what it cannot decide?"""

import streamlit as st

from signals.ingest.profiles import VANISHED
from signals.model import Question
from signals.ui.arrivals import File

NOT_IN_FILE = ""  # in place of a heading
REMOVE = "remove"  # the answer that rows which stand in the file no more go
ASKED_ELSEWHERE = (VANISHED,)  # answers that have a choice of their own on the page


def about(file: File) -> dict[str, object]:
    """As previews and loads take it."""
    said = _said(file)
    return {"kind": said["kind"], "columns": dict(said["columns"]), "answers": dict(said["answers"])}


def kind(file: File, chosen: str) -> None:
    """A new kind starts the columns over."""
    _said(file).update(kind=chosen, columns={})


def column(file: File, ours: str, theirs: str) -> None:
    _said(file)["columns"][ours] = theirs


def answer(file: File, key: str, value: str) -> None:
    _said(file)["answers"][key] = value


def no_answer(file: File, key: str) -> None:
    """What was answered is asked again."""
    _said(file)["answers"].pop(key, None)


def reply(file: File, question: Question, chosen: str) -> None:
    """A question about a column chooses a heading."""
    (column if question.is_column else answer)(file, question.key, chosen)


def _said(file: File) -> dict:
    return st.session_state.setdefault(f"said-{file.file_id}", {"kind": None, "columns": {}, "answers": {}})
