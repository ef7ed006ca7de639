"""Where is the file that a reader dropped, until it is loaded?"""

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from signals.ui import inert

LARGEST_BYTES = 200 * 1024 * 1024  # the browser's own limit is not enforced by the server for each widget
CHUNK_BYTES = 1024 * 1024


@dataclass(frozen=True)
class File:
    """An uploaded export on disk, read by path so that its size does not matter."""

    file_id: str
    name: str
    path: Path


def file() -> File | None:
    """The uploader; the file that lies in it. A loaded file leaves the uploader empty."""
    turn = st.session_state.get("upload_turn", 0)
    dropped = st.file_uploader("Drop an export here: CSV, gzip, zip or Excel", key=f"upload-{turn}")
    if dropped is None:
        return None
    if dropped.size > LARGEST_BYTES:
        st.error(f"{inert.markdown(dropped.name)} is larger than 200 MB. Load it with the command: signals load FILE")
        return None
    return File(dropped.file_id, dropped.name, _on_disk(dropped))


def handed_over(file: File) -> Path:
    """The file now belongs to the job that loads it."""
    st.session_state["upload_turn"] = st.session_state.get("upload_turn", 0) + 1
    return file.path


def _on_disk(dropped) -> Path:
    path = _folder() / dropped.file_id
    if not path.exists():
        part = path.with_suffix(".part")
        dropped.seek(0)
        with part.open("wb") as target:
            while chunk := dropped.read(CHUNK_BYTES):
                target.write(chunk)
        part.rename(path)
    return path


@st.cache_resource
def _folder() -> Path:
    """Removed with the process."""
    folder = Path(tempfile.mkdtemp(prefix="signals-uploads-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
