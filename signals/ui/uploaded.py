"""Which file has the reader given us: dropped here, or sent from the page for large ones?"""

import math

import streamlit as st

from signals import metrics
from signals.ui import arrivals, inert, parts
from signals.ui.arrivals import File

LARGEST_BYTES = 200 * 1024 * 1024  # the uploader keeps a file in memory, at twice its size
CHUNK_BYTES = 1024 * 1024
MEGABYTE = 1024 * 1024
SENT = "sent"  # names the file in the address


def file() -> File | None:
    """The file in the address, else the one in the uploader. A loaded file leaves both empty."""
    return _sent() if SENT in st.query_params else _dropped()


def leave() -> None:
    """The page waits for another file."""
    st.query_params.pop(SENT, None)
    st.session_state["upload_turn"] = st.session_state.get("upload_turn", 0) + 1


def return_to(file: File) -> None:
    """A file that could not be loaded lies before the reader again."""
    st.query_params[SENT] = file.file_id


def _sent() -> File | None:
    sent = arrivals.file_of(st.query_params[SENT])
    if sent is None:
        st.warning("This file is not here any more: it was loaded, put away, or is older than a day.")
        if st.button("Choose another file", key="leave"):
            leave()
            st.rerun()
        return None
    with st.container(horizontal=True, vertical_alignment="center", key="sent-file"):
        parts.sentence(f"{sent.name} ({metrics.number(math.ceil(sent.path.stat().st_size / MEGABYTE))} MB)")
        if st.button("Put it away", key="put-away"):
            arrivals.put_away(sent)
            leave()
            st.rerun()
    return sent


def _dropped() -> File | None:
    turn = st.session_state.get("upload_turn", 0)
    dropped = st.file_uploader("Drop an export here: CSV, gzip, zip or Excel", key=f"upload-{turn}")
    if dropped is None:
        _large()
        return None
    if dropped.size > LARGEST_BYTES:
        st.error(f"{inert.markdown(dropped.name)} is larger than 200 MB.")
        _large()
        return None
    return arrivals.file_of(dropped.file_id) or _on_disk(dropped)


def _large() -> None:
    """The way for files that the uploader would keep in memory. One ticket serves a visit until it is used."""
    ticket = st.session_state.get("ticket")
    if ticket is None or not arrivals.is_open(ticket):
        ticket = st.session_state["ticket"] = arrivals.ticket()
    st.html(f'<p class="aside">Larger than 200 MB? <a href="send?ticket={ticket}" target="_self">Send it here.</a></p>')


def _on_disk(dropped) -> File:
    dropped.seek(0)
    with arrivals.place_of(dropped.file_id).open("wb") as target:
        while chunk := dropped.read(CHUNK_BYTES):
            target.write(chunk)
    return arrivals.keep(dropped.file_id, dropped.name)
