"""How is the database opened: shortly, in one transaction, with patience?"""

import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from signals.errors import DatabaseBusy, DatabaseUnreachable
from signals.settings import DEFAULT_LOCK_WAIT_SECONDS
from signals.store import migrations
from signals.store.connection import Connection
from signals.store.failures import commit_told_plainly, told_plainly, unopened

HOLDER = re.compile(r"held in (?P<program>\S+) \(PID (?P<pid>\d+)\)")
CLOSING = "Unique file handle conflict"  # another thread is closing the file's last connection at this moment
MEMORY_LIMIT = "600MB"  # of a DuckDB file; what needs more goes to disk beside it
FIRST_PAUSE_SECONDS = 0.02
LONGEST_PAUSE_SECONDS = 0.5
STILLBORN_SECONDS = 5.0  # DuckDB fills a file that it creates within milliseconds, and never one that it finds empty
ADDRESSES = "write duckdb:////FOLDER/FILE or postgresql+psycopg://HOST/NAME"

_writers: dict[str, threading.Lock] = {}  # one writer a process and database: DuckDB aborts the second of two


class Store:
    """One database. Connections are opened for one unit of work and closed again."""

    def __init__(self, url: str, lock_wait_seconds: float = DEFAULT_LOCK_WAIT_SECONDS):
        self.url = url
        self._lock_wait_seconds = lock_wait_seconds
        self._engine = _engine(url)
        self._writer = _writers.setdefault(url, threading.Lock())
        self.is_duckdb = self._engine.dialect.name == "duckdb"
        self._file = Path(self._engine.url.database) if self.is_duckdb else None
        if self._file:
            _make_folder(self._file.parent)
        with self._writer, self._transaction() as connection:
            migrations.bring_up_to_date(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the database."""
        with self._transaction(isolation="REPEATABLE READ") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, all or nothing; raises the data version."""
        with self._writer, self._transaction() as connection:
            connection.run("queries/raise_data_version")  # first, so that writers of other processes queue here
            yield connection

    def data_version(self) -> int:
        with self.reading() as connection:
            return connection.value("queries/data_version")

    @contextmanager
    def _transaction(self, isolation: str = "READ COMMITTED") -> Iterator[Connection]:
        """Where it ends in a SignalsError, nothing was stored, or the error says that this is not known."""
        with told_plainly(), closing(self._connect()) as raw:
            if not self.is_duckdb:  # DuckDB knows one level only, a snapshot, and one process at a time
                raw = raw.execution_options(isolation_level=isolation)
            with raw.begin() as begun:
                if not self.is_duckdb:
                    raw.exec_driver_sql(f"SET LOCAL lock_timeout = {max(1, int(1000 * self._lock_wait_seconds))}")
                yield Connection(raw)
                with commit_told_plainly():
                    begun.commit()

    def _connect(self) -> sa.Connection:
        deadline = time.monotonic() + self._lock_wait_seconds
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                return self._engine.connect()
            except sa.exc.DBAPIError as error:
                holder = HOLDER.search(str(error))
                if holder is None and CLOSING not in str(error) and not self._is_stillborn():
                    raise unopened(error) from error
                if time.monotonic() >= deadline:
                    raise (DatabaseBusy(*_described(holder)) if holder else unopened(error)) from error
            time.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def _is_stillborn(self) -> bool:
        """Whether the file is empty: being created now, or left so by a full disk or a kill, and then removed."""
        if self._file is None or not self._file.is_file() or self._file.stat().st_size:
            return False
        if time.time() - self._file.stat().st_mtime > STILLBORN_SECONDS:
            self._file.unlink(missing_ok=True)
        return True


def _engine(url: str) -> sa.Engine:
    try:
        connecting = {"config": {"memory_limit": MEMORY_LIMIT}} if url.startswith("duckdb") else {}
        engine = sa.create_engine(url, poolclass=NullPool, connect_args=connecting)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise _unknown_address() from error
    if engine.dialect.name not in ("duckdb", "postgresql") or engine.url.database in (None, ":memory:"):
        raise _unknown_address()
    return engine


def _unknown_address() -> DatabaseUnreachable:
    return DatabaseUnreachable(f"SIGNALS_DATABASE_URL names no database that we know; {ADDRESSES}.")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unopened(error) from error


def _described(holder: re.Match) -> tuple[str, datetime | None]:
    process = Path("/proc") / holder["pid"]
    since = datetime.fromtimestamp(process.stat().st_ctime) if process.exists() else None
    return f"{Path(holder['program']).name} (process {holder['pid']})", since
