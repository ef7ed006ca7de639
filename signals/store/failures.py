"""What does a failure of the database or of the machine under it mean to whoever runs the program?"""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from psycopg import errors as postgres

from signals.errors import DatabaseBusy, DatabaseUnreachable, OutOfRoom, SignalsError

DISK_ERRNOS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
DISK_WORDS = ("No space left on device", "Disk quota exceeded", "File too large", "max_temp_directory_size")
MEMORY_WORDS = ("Cannot allocate memory", "Failed to launch worker thread", "can't start new thread", "bad allocation")
DUCKDB_MEMORY = ("OutOfMemoryException",)  # DuckDB's errors by name: the store does not know its module
DUCKDB_FILE = ("IOException", "FatalException")
OVERTAKEN = (postgres.LockNotAvailable, postgres.DeadlockDetected, postgres.SerializationFailure)
FORBIDDEN = (postgres.InsufficientPrivilege, postgres.ReadOnlySqlTransaction)
LOST = (postgres.AdminShutdown, postgres.CrashShutdown, postgres.CannotConnectNow)
NAMED_FILE = re.compile(r'"(/[^"]+)"')
PREFIXES = re.compile(r"^((IO Error|FATAL Error|connection failed): |\[Errno \d+\] )+|FATAL: +")


@contextmanager
def told_plainly() -> Iterator[None]:
    """Raises a SignalsError where disk, memory or database failed; a mistake of our own stays loud."""
    try:
        yield
    except SignalsError:
        raise
    except Exception as error:
        meaning = _meaning(_cause(error))
        if meaning is None:
            raise
        raise meaning from error


@contextmanager
def commit_told_plainly() -> Iterator[None]:
    """Where the connection is lost while a commit is on its way, nobody can know whether it arrived."""
    try:
        yield
    except Exception as error:
        if not _is_lost(_cause(error)):
            raise
        raise DatabaseUnreachable(
            f"The database stopped answering at the very end ({reason(_cause(error))}): it holds all of this or "
            "nothing. Run the same again when it is back; nothing is stored twice."
        ) from error


def unopened(error: Exception) -> SignalsError:
    """The error of a database that could not even be opened."""
    cause = _cause(error)
    return _no_room(cause) or DatabaseUnreachable(
        f"The database cannot be opened: {reason(cause)}. SIGNALS_DATABASE_URL says where it is."
    )


def reason(error: Exception) -> str:
    """The driver's own words, in one line and without its prefixes."""
    lines = str(error).strip().splitlines() or [type(error).__name__]
    return PREFIXES.sub("", lines[0]).rstrip(".!")


def _cause(error: Exception) -> Exception:
    return getattr(error, "orig", None) or error  # SQLAlchemy wraps what passes through it


def _meaning(cause: Exception) -> SignalsError | None:
    if isinstance(cause, OVERTAKEN):
        return DatabaseBusy("another writer", None)
    if isinstance(cause, FORBIDDEN):
        return DatabaseUnreachable(f"The database forbids this: {reason(cause)}. Nothing of it was stored.")
    if _is_lost(cause):
        return DatabaseUnreachable(
            f"The database stopped answering ({reason(cause)}), so nothing of this was stored. "
            "Run the same again when it is back."
        )
    if _no_room(cause):
        return _no_room(cause)
    if type(cause).__name__ in DUCKDB_FILE:
        return DatabaseUnreachable(f"The database's file failed: {reason(cause)}. Nothing of this was stored.")
    return None


def _no_room(cause: Exception) -> OutOfRoom | None:
    number, text = getattr(cause, "errno", None), str(cause)
    if isinstance(cause, postgres.DiskFull) or number in DISK_ERRNOS or any(words in text for words in DISK_WORDS):
        return OutOfRoom(f"No room is left{_where(cause)}, so nothing of this was stored. Make room and run it again.")
    is_memory = isinstance(cause, MemoryError | postgres.OutOfMemory) or type(cause).__name__ in DUCKDB_MEMORY
    if is_memory or number == errno.ENOMEM or any(words in text for words in MEMORY_WORDS):
        return OutOfRoom(
            "There is not enough memory, so nothing of this was stored. End other programs or split the file, "
            "and run it again."
        )
    return None


def _is_lost(cause: Exception) -> bool:
    """Without a code the server has not answered at all."""
    return isinstance(cause, LOST) or (isinstance(cause, psycopg.OperationalError) and cause.sqlstate is None)


def _where(cause: Exception) -> str:
    """Which disk is meant."""
    if isinstance(cause, psycopg.Error):
        return " on the database server's disk"
    named = NAMED_FILE.search(str(cause))
    path = getattr(cause, "filename", None) or (named and named[1])
    return f" on the disk for {path}" if path else " on the disk for temporary files (TMPDIR)"
