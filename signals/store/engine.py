"""How is the database opened: shortly, in one transaction, with patience?"""

import random
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from signals.errors import DatabaseBusy, DatabaseUnreachable
from signals.settings import DEFAULT_LOCK_WAIT_SECONDS
from signals.store import migrations
from signals.store.connection import Connection

HOLDER = re.compile(r"held in (?P<program>\S+) \(PID (?P<pid>\d+)\)")
FIRST_PAUSE_SECONDS = 0.02
LONGEST_PAUSE_SECONDS = 0.5

_writers: dict[str, threading.Lock] = {}  # one writer a process and database: DuckDB aborts the second of two


class Store:
    """One database. Connections are opened for one unit of work and closed again."""

    def __init__(self, url: str, lock_wait_seconds: float = DEFAULT_LOCK_WAIT_SECONDS):
        self.url = url
        self._lock_wait_seconds = lock_wait_seconds
        self._engine = _engine(url)
        self._writer = _writers.setdefault(url, threading.Lock())
        self.is_duckdb = self._engine.dialect.name == "duckdb"
        if self.is_duckdb and self._engine.url.database != ":memory:":
            Path(self._engine.url.database).parent.mkdir(parents=True, exist_ok=True)
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
        raw = self._connect()
        if not self.is_duckdb:  # DuckDB knows one level only, a snapshot
            raw = raw.execution_options(isolation_level=isolation)
        try:
            with raw.begin():
                yield Connection(raw)
        finally:
            raw.close()

    def _connect(self) -> sa.Connection:
        deadline = time.monotonic() + self._lock_wait_seconds
        pause = FIRST_PAUSE_SECONDS
        while True:
            try:
                return self._engine.connect()
            except sa.exc.OperationalError as error:
                holder = HOLDER.search(str(error))
                if holder is None:
                    raise DatabaseUnreachable(f"The database does not answer: {error.orig}") from error
                if time.monotonic() >= deadline:
                    raise DatabaseBusy(*_described(holder)) from error
            time.sleep(pause * random.uniform(0.5, 1.5))
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)


def _engine(url: str) -> sa.Engine:
    try:
        return sa.create_engine(url, poolclass=NullPool)
    except (sa.exc.ArgumentError, sa.exc.NoSuchModuleError) as error:
        raise DatabaseUnreachable(
            "SIGNALS_DATABASE_URL names no database that we know; write duckdb:///FILE or postgresql+psycopg://HOST/NAME."
        ) from error


def _described(holder: re.Match) -> tuple[str, datetime | None]:
    process = Path("/proc") / holder["pid"]
    since = datetime.fromtimestamp(process.stat().st_ctime) if process.exists() else None
    return f"{Path(holder['program']).name} (process {holder['pid']})", since
