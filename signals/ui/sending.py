"""How does a file that is too large for the uploader come in? A plain form, written to disk as it arrives.

The uploader of the pages keeps a file in memory at twice its size, and Starlette's own form parser writes to the
system's temporary folder, which may be memory too. Here every piece of the body is written and forgotten.
"""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from python_multipart import MultipartParser
from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from signals.ui import arrivals, inert

FOLDER = Path(__file__).parent
FIELD = b"file"
SAFE_SITES = {"same-origin"}
GIGABYTE = 1024**3
BLOCK_BYTES = 1024**2

CHOOSE = "Choose the export. Nothing is loaded before you have seen what it would change."
NO_TICKET = "This address has been used or is too old. Open Uploads and follow the link there again."
FOREIGN = "This file was sent from another site. Nothing was taken."
IN_USE = "A file is being sent under this address just now."
NO_FILE = "No file arrived. Choose one and send it again."
BROKEN = "The file did not arrive whole. Send it again."


class Refused(Exception):
    """A file that is not taken, with the status and the sentence for it."""

    def __init__(self, status: int, sentence: str):
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


async def page(request: Request) -> Response:
    """The form. Only a ticket that a page made opens it, and pages let nobody in who may not be there."""
    ticket = request.query_params.get("ticket", "")
    return _form(ticket, CHOOSE) if arrivals.is_open(ticket) else _form(None, NO_TICKET, status=403)


async def script(_request: Request) -> Response:
    """Tells how far the sending is; the form works without it."""
    return FileResponse(FOLDER / "send.js", media_type="text/javascript")


async def receive(request: Request) -> Response:
    """Writes the file and shows it on the Uploads page."""
    ticket = request.query_params.get("ticket", "")
    try:
        _refuse_foreign(request.headers)
        if not arrivals.is_open(ticket):
            raise Refused(403, NO_TICKET)
        name = await _written(request, ticket)
    except Refused as refused:
        return _form(ticket if arrivals.is_open(ticket) else None, refused.sentence, status=refused.status)
    file = arrivals.keep(ticket, name)
    return RedirectResponse(f"uploads?sent={file.file_id}", status_code=303)


def _refuse_foreign(headers: Mapping[str, str]) -> None:
    """A form on another site must not post here. Programs that are no browser send neither header."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    is_foreign = site is not None and site not in SAFE_SITES
    if is_foreign or (origin is not None and urlsplit(origin).netloc != headers.get("host")):
        raise Refused(403, FOREIGN)


async def _written(request: Request, ticket: str) -> str:
    """Writes the file of the form to its place; its name. What is not whole does not stay."""
    room = await run_in_threadpool(arrivals.room)
    if int(request.headers.get("content-length") or 0) > room:
        raise Refused(413, _too_large(room))
    place = arrivals.place_of(ticket)
    try:
        with place.open("xb") as target:
            return await _streamed(request, target, room)
    except FileExistsError as error:
        raise Refused(409, IN_USE) from error
    except BaseException:
        place.unlink(missing_ok=True)
        raise


async def _streamed(request: Request, target: BinaryIO, room: int) -> str:
    body = _Body(request.headers.get("content-type", ""), target)
    try:
        async for block in _blocks(request):
            await run_in_threadpool(body.write, block)
            if target.tell() > room:
                raise Refused(413, _too_large(room))
    except (FormParserError, ClientDisconnect) as error:
        raise Refused(400, BROKEN) from error
    except OSError as error:  # the disk filled meanwhile
        raise Refused(507, _too_large(await run_in_threadpool(arrivals.room))) from error
    if body.name is None or not body.is_whole:
        raise Refused(400, NO_FILE if body.name is None else BROKEN)
    return body.name


async def _blocks(request: Request) -> AsyncIterator[bytes]:
    """The body in pieces that are worth a thread each."""
    block = bytearray()
    async for chunk in request.stream():
        block += chunk
        if len(block) >= BLOCK_BYTES:
            yield bytes(block)
            block.clear()
    yield bytes(block)


class _Body:
    """The parts of a form: those of a file are written, all others dropped."""

    def __init__(self, content_type: str, target: BinaryIO):
        boundary = parse_options_header(content_type)[1].get(b"boundary")
        if not boundary:
            raise Refused(400, NO_FILE)
        self.name: str | None = None
        self.is_whole = False
        self._target = target
        self._header, self._value, self._is_file = b"", b"", False
        named = ("part_begin", "header_field", "header_value", "header_end", "headers_finished", "part_data", "end")
        self._parser = MultipartParser(boundary, {f"on_{name}": getattr(self, f"_{name}") for name in named})

    def write(self, chunk: bytes) -> None:
        self._parser.write(chunk)

    def _part_begin(self) -> None:
        self._header, self._value, self._is_file = b"", b"", False

    def _header_field(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _header_end(self) -> None:
        if self._header.lower() == b"content-disposition":
            options = parse_options_header(self._value)[1]
            sent = options.get(b"filename")
            if options.get(b"name") == FIELD and sent and self.name is None:
                self.name = sent.decode("utf-8", "replace")
                self._is_file = True
        self._header, self._value = b"", b""

    def _headers_finished(self) -> None:
        """What follows is the part's content."""

    def _part_data(self, data: bytes, start: int, end: int) -> None:
        if self._is_file:
            self._target.write(data[start:end])

    def _end(self) -> None:
        self.is_whole = True


def _too_large(room: int) -> str:
    return f"Files of up to {room / GIGABYTE:.1f} GB fit here just now. Load a larger one with: signals load FILE"


def _form(ticket: str | None, sentence: str, status: int = 200) -> HTMLResponse:
    look, text = (FOLDER / "look.css").read_text("utf-8"), (FOLDER / "send.html").read_text("utf-8")
    form = FORM.format(ticket=ticket, largest=arrivals.room()) if ticket else ""
    return HTMLResponse(text.format(look=look, sentence=inert.markup(sentence), form=form), status_code=status)


FORM = """<form method="post" enctype="multipart/form-data" action="send?ticket={ticket}" data-largest="{largest}">
<label>Export <input type="file" name="file" required></label>
<button type="submit">Send it</button>
</form>
<script src="send.js"></script>"""
