"""Which exports wait in a folder, and where do they go once they are taken?

Loaded files go to FOLDER/loaded/, all others to FOLDER/set-aside/ with the reason beside them. A file that somebody is
still writing stays: taken by half and moved, its other half would be lost.
"""

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from signals.errors import SignalsError

LOADED, SET_ASIDE, LOCK = "loaded", "set-aside", ".signals.lock"
UNFINISHED = (".part", ".tmp", ".crdownload", ".filepart", "~")  # how programs name a file that is on its way
LOOKS_APART_SECONDS = 1.0


@dataclass(frozen=True)
class Waiting:
    """An export as it was at the first look."""

    path: Path
    size: int  # bytes
    changed_ns: int

    def is_settled(self) -> bool:
        """It is there, as it was at the first look, and nobody has it open for writing."""
        try:
            return _look(self.path) == self and not _is_open_for_writing(self.path)
        except FileNotFoundError:
            return False


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """The folder for this process alone. Raises SignalsError where it is missing, of no use or taken."""
    if not folder.is_dir():
        raise SignalsError(f"There is no folder {folder}.")
    try:
        for name in (LOADED, SET_ASIDE):
            (folder / name).mkdir(exist_ok=True)
        lock = (folder / LOCK).open("a")
    except OSError as error:
        raise SignalsError(f"Files cannot be moved in the folder {folder}: {error.strerror}.") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise SignalsError(f"Another run is taking the files of {folder}; this one leaves them to it.") from error
        yield


def waiting(folder: Path) -> list[Waiting]:
    """The exports in the order of their names (day-2 before day-10), each looked at for long enough to see it grow."""
    exports = [_look(path) for path in sorted(filter(_is_export, folder.iterdir()), key=_in_name_order)]
    time.sleep(LOOKS_APART_SECONDS if exports else 0)
    return exports


def move_to_loaded(path: Path) -> Path:
    return path.rename(_free(path.parent / LOADED / path.name))


def place_aside(path: Path) -> Path:
    """Where the file will be once it is set aside."""
    return _free(path.parent / SET_ASIDE / path.name)


def set_aside(path: Path, place: Path, reason: str) -> None:
    """The reason first: killed in between, the file is still there for the next run."""
    place.with_name(f"{place.name}.reason.txt").write_text(reason, encoding="utf-8", errors="replace")
    path.rename(place)


def _is_export(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and not path.name.lower().endswith(UNFINISHED)


def _look(path: Path) -> Waiting:
    seen = path.stat()
    return Waiting(path, seen.st_size, seen.st_mtime_ns)


def _is_open_for_writing(path: Path) -> bool:
    """In a process of this machine that we may look into. Linux tells; elsewhere the two looks must do."""
    whole = path.resolve()
    return any(_is_writing(descriptor, whole) for descriptor in _descriptors())


def _descriptors() -> Iterator[Path]:
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it has ended, or belongs to somebody else
            yield from (process / "fd").iterdir()


def _is_writing(descriptor: Path, path: Path) -> bool:
    with suppress(OSError):  # closed by now
        if descriptor.readlink() == path:
            told = (descriptor.parents[1] / "fdinfo" / descriptor.name).read_text()
            flags = int(re.search(r"^flags:\s+([0-7]+)", told, re.MULTILINE)[1], 8)
            return bool(flags & (os.O_WRONLY | os.O_RDWR))
    return False


def _in_name_order(path: Path) -> tuple[list[str | int], str]:
    parts = re.split(r"([0-9]+)", path.name)
    return [int(part) if place % 2 else part for place, part in enumerate(parts)], path.name


def _free(place: Path) -> Path:
    """The name itself, or with a number where it is taken: nothing is ever overwritten."""
    number, free = 1, place
    while os.path.lexists(free):
        number += 1
        free = place.with_name(f"{place.stem}-{number}{place.suffix}")
    return free
