"""Where does a file that a browser sent lie until it is loaded, and who may name it?

Files are known by tickets: random, made here, and looked up in a table, so that no ticket names a path of its own.
"""

import functools
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

LARGEST_BYTES = 4 * 1024**3
SPARE_BYTES = 1024**3  # stays free on the disk, for the database beside it
KEPT_SECONDS = 24 * 3600
PREFIX = "signals-uploads-"
LONGEST_NAME = 120
NO_NAME = "upload.csv"

_tickets: dict[str, "_Ticket"] = {}


@dataclass(frozen=True)
class File:
    """An uploaded export on disk, read by path so that its size does not matter."""

    file_id: str
    name: str
    path: Path


@dataclass
class _Ticket:
    made: float
    name: str | None = None  # None until the file has arrived


def ticket() -> str:
    """Allows one file to be sent."""
    sweep(time.time() - KEPT_SECONDS)
    made = secrets.token_urlsafe(24)
    _tickets[made] = _Ticket(time.time())
    return made


def is_open(ticket: str) -> bool:
    """Whether a file may still be sent under this ticket."""
    return ticket in _tickets and _tickets[ticket].name is None


def place_of(ticket: str) -> Path:
    """Where the file of a ticket is written before it is whole."""
    return _folder() / f"{ticket}.part"


def keep(ticket: str, name: str) -> File:
    """The file is whole."""
    path = place_of(ticket).rename(_folder() / ticket)
    _tickets[ticket] = _Ticket(time.time(), plain_name(name))
    return File(ticket, _tickets[ticket].name, path)


def file_of(ticket: str | None) -> File | None:
    """The file that was sent under a ticket, unless it was loaded, put away or forgotten since."""
    known = _tickets.get(ticket or "")
    if known is None or known.name is None:
        return None
    path = _folder() / ticket
    return File(ticket, known.name, path) if path.exists() else None


def put_away(file: File) -> None:
    _tickets.pop(file.file_id, None)
    file.path.unlink(missing_ok=True)


def room() -> int:
    """Bytes that a file may have just now."""
    return min(LARGEST_BYTES, max(shutil.disk_usage(_folder()).free - SPARE_BYTES, 0))


def plain_name(sent: str) -> str:
    """The last part of what a browser calls a file, without control characters; never used as a path."""
    last = re.split(r"[\\/]", sent)[-1]
    return "".join(sign for sign in last if sign.isprintable()).strip()[-LONGEST_NAME:] or NO_NAME


def sweep(before: float) -> None:
    """Forget tickets and remove files of before that moment, also those of a dashboard that was killed."""
    for old in [name for name, known in list(_tickets.items()) if known.made < before]:
        _tickets.pop(old, None)
    for path in _old_files(_folder().parent.glob(f"{PREFIX}*/*"), before):
        path.unlink(missing_ok=True)


def remove_all() -> None:
    """When the dashboard ends."""
    shutil.rmtree(_folder(), ignore_errors=True)


def _old_files(paths: Iterable[Path], before: float) -> list[Path]:
    old = []
    for path in paths:
        with suppress(OSError):  # it went in this moment, or is not ours
            if path.stat().st_mtime < before:
                old.append(path)
    return old


@functools.cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix=PREFIX))
