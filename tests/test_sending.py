"""Promises of the form for large files: it writes what arrives, and refuses what is foreign, broken or too large."""

import asyncio

import pytest
from starlette.requests import Request

from signals.ui import arrivals, sending

FORM = (
    b'--x\r\nContent-Disposition: form-data; name="%s"; filename="%s"\r\nContent-Type: text/csv\r\n\r\n%s\r\n--x--\r\n'
)
HOST = (b"host", b"signals.example")
MULTIPART = (b"content-type", b"multipart/form-data; boundary=x")


@pytest.fixture(autouse=True)
def folder(monkeypatch, tmp_path):
    monkeypatch.setattr(arrivals, "_folder", lambda: tmp_path)
    monkeypatch.setattr(arrivals, "_tickets", {})
    return tmp_path


def posted(ticket: str, body: bytes, *headers: tuple[bytes, bytes], pieces: int = 7):
    """The answer to a form that arrives in small pieces."""
    chunks = [body[start : start + pieces] for start in range(0, len(body), pieces)]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/send",
        "query_string": f"ticket={ticket}".encode(),
        "headers": [HOST, MULTIPART, *headers],
    }

    async def receive():
        return {"type": "http.request", "body": chunks.pop(0) if chunks else b"", "more_body": bool(chunks)}

    return asyncio.run(sending.receive(Request(scope, receive)))


def form(content: bytes = b"a,b\r\n1,2\r\n", name: bytes = b"sales.csv", field: bytes = b"file") -> bytes:
    return FORM % (field, name, content)


def test_a_file_arrives_byte_by_byte_as_it_was(folder):
    content = bytes(range(256)) * 40 + b"\r\n--y\r\n-"
    ticket = arrivals.ticket()
    answer = posted(ticket, form(content, "März.csv".encode()))
    file = arrivals.file_of(ticket)
    assert answer.status_code == 303 and answer.headers["location"] == f"uploads?sent={ticket}"
    assert file.name == "März.csv" and file.path.read_bytes() == content
    assert [path.name for path in folder.iterdir()] == [ticket]


@pytest.mark.parametrize(
    "headers",
    [
        [(b"origin", b"https://evil.example")],
        [(b"origin", b"null")],
        [(b"sec-fetch-site", b"cross-site")],
        [(b"sec-fetch-site", b"same-site")],
    ],
)
def test_a_form_on_another_site_is_refused_even_with_a_ticket(headers, folder):
    answer = posted(arrivals.ticket(), form(), *headers)
    assert answer.status_code == 403 and not list(folder.iterdir())


def test_our_own_form_is_taken():
    headers = [(b"origin", b"https://signals.example"), (b"sec-fetch-site", b"same-origin")]
    assert posted(arrivals.ticket(), form(), *headers).status_code == 303


@pytest.mark.parametrize("ticket", ["", "invented", "../../etc/cron.d/job"])
def test_nobody_sends_without_a_ticket(ticket, folder):
    assert posted(ticket, form()).status_code == 403
    assert not list(folder.iterdir())


def test_a_ticket_is_used_once():
    ticket = arrivals.ticket()
    assert [posted(ticket, form()).status_code for _ in range(2)] == [303, 403]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (form()[:-8], 400),  # cut off
        (form(name=b""), 400),  # no file chosen
        (form(field=b"other"), 400),
        (b"nothing of a form", 400),
        (b"", 400),
    ],
)
def test_what_is_no_whole_file_is_refused_and_does_not_stay(body, status, folder):
    ticket = arrivals.ticket()
    assert posted(ticket, body).status_code == status
    assert not list(folder.iterdir()) and arrivals.is_open(ticket)


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"5000")]])
def test_what_does_not_fit_on_the_disk_is_refused_whether_it_says_its_size_or_not(headers, monkeypatch, folder):
    monkeypatch.setattr(arrivals, "room", lambda: 1000)
    answer = posted(arrivals.ticket(), form(b"x" * 5000), *headers)
    assert answer.status_code == 413 and b"signals load FILE" in answer.body
    assert not list(folder.iterdir())


def test_two_that_send_under_one_ticket_do_not_mix():
    ticket = arrivals.ticket()
    arrivals.place_of(ticket).write_bytes(b"half of ")
    assert posted(ticket, form()).status_code == 409
    assert arrivals.place_of(ticket).read_bytes() == b"half of "


def test_a_name_in_a_sentence_is_letters():
    page = sending._form(None, "<img src=//evil.example/x>", status=400)
    assert b"<img" not in page.body and b"&lt;img" in page.body
