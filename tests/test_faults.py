"""Killed, out of room, cut off or in each other's way: a load is there wholly or not at all, and the next one works."""

import os
import random
import resource
import subprocess
import sys
import threading
import time
from decimal import Decimal
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from signals.errors import DatabaseBusy, DatabaseUnreachable, OutOfRoom
from signals.ingest import loads
from signals.store.engine import STILLBORN_SECONDS, Store

LINES = 100_000
STATES = """
    SELECT (SELECT count(*) FROM sales), (SELECT coalesce(sum(revenue), 0) FROM sales),
           (SELECT count(*) FROM superseded_sales), (SELECT count(*) FROM loads), (SELECT data_version FROM state)
"""
COMMAND = """
import sys
from contextlib import contextmanager
from signals import __main__
from signals.store.engine import Store

def say(word):
    print(word, file=sys.stderr, flush=True)

@contextmanager
def writing(self, plain=Store.writing):
    with plain(self) as connection:
        say("writing")
        yield connection
        say("committing")
    say("written")

Store.writing = writing
say("reading")
sys.exit(__main__.main(["load", sys.argv[1]]))
"""


def exported(path: Path, *, first: int, lines: int, cents: int) -> Path:
    """Order lines numbered from `first`, each with its own amount."""
    rows = (
        f"{number // 7},{number},2026-0{1 + number % 6}-{1 + number % 28:02d},C{number % 997},P{number % 89},"
        f"{1 + number % 5},{number % 400}.{cents:02d}"
        for number in range(first, first + lines)
    )
    path.write_text("order_id,line_number,sold_date,customer_id,product_id,quantity,revenue\n" + "\n".join(rows) + "\n")
    return path


def revenue(*, first: int, lines: int, cents: int) -> Decimal:
    return sum((number % 400 + Decimal(cents) / 100 for number in range(first, first + lines)), Decimal(0))


@pytest.fixture(scope="module")
def export(tmp_path_factory) -> Path:
    return exported(tmp_path_factory.mktemp("faults") / "export.csv", first=0, lines=LINES, cents=25)


@pytest.fixture
def started():
    """Start the command line on a database; whatever still runs at the end is killed."""
    processes = []

    def start(store: Store, path: Path, **told) -> subprocess.Popen:
        process = subprocess.Popen(
            [sys.executable, "-c", COMMAND, str(path)],
            env=os.environ | {"SIGNALS_DATABASE_URL": store.url},
            stderr=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            text=True,
            **told,
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.wait()
        process.stderr.close()


def state(store: Store) -> tuple:
    with store.reading() as connection:
        return tuple(connection.execute(STATES).one())


def wait_for(process: subprocess.Popen, word: str) -> None:
    for line in process.stderr:
        if line.strip() == word:
            return
    pytest.fail(f"The load ended before it was {word}.")


MOMENTS = [("reading", 1.5), ("writing", 0.4), ("committing", 0.1)]  # and at most how many seconds later


@pytest.mark.parametrize(("word", "seconds"), MOMENTS)
def test_a_load_killed_at_any_moment_is_there_wholly_or_not_at_all(store, export, started, word, seconds, tmp_path):
    earlier = exported(tmp_path / "earlier.csv", first=0, lines=2_000, cents=99)
    loads.load(store, earlier, person="ana")
    before, loaded = state(store), (LINES, revenue(first=0, lines=LINES, cents=25), 2_000, 2, 2)
    process = started(store, export)
    wait_for(process, word)
    time.sleep(random.Random(word).uniform(0, seconds))
    process.kill()
    assert state(store) in ((before, loaded) if process.wait() else (loaded,))
    assert loads.load(store, export, person="ana").rows_accepted == LINES
    assert state(store) == loaded


def test_whoever_reads_during_a_load_sees_it_before_or_after(store, export, tmp_path):
    loads.load(store, exported(tmp_path / "earlier.csv", first=0, lines=2_000, cents=99), person="ana")
    before, seen = state(store), []
    loading = threading.Thread(target=loads.load, args=(store, export), kwargs={"person": "ana"})
    loading.start()
    while loading.is_alive():
        seen.append(state(store))
    loading.join()
    after = (LINES, revenue(first=0, lines=LINES, cents=25), 2_000, 2, 2)
    assert state(store) == after
    assert len(seen) > 20
    assert set(seen) <= {before, after}


def test_two_loads_at_once_are_as_one_after_the_other(store, started, tmp_path):
    cents = {"first.csv": 25, "second.csv": 75}
    paths = [
        exported(tmp_path / "first.csv", first=0, lines=3_000, cents=25),
        exported(tmp_path / "second.csv", first=2_000, lines=3_000, cents=75),
    ]
    processes = [started(store, path) for path in paths]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    later, earlier = loads.listing(store)
    own = revenue(first=2_000 if later.file == "second.csv" else 0, lines=3_000, cents=cents[later.file])
    left = revenue(first=3_000 if earlier.file == "second.csv" else 0, lines=2_000, cents=cents[earlier.file])
    assert (later.load_id, earlier.load_id) == (2, 1)
    assert state(store) == (5_000, own + left, 1_000, 2, 2)


def test_a_load_for_which_the_file_may_not_grow_leaves_nothing_and_a_sentence(duckdb_store, started, tmp_path):
    export = exported(tmp_path / "export.csv", first=0, lines=100_000, cents=25)
    before, file = state(duckdb_store), Path(duckdb_store.url.removeprefix("duckdb:///"))
    limits = (file.stat().st_size + (1 << 17),) * 2
    process = started(duckdb_store, export, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits))
    said = process.stderr.read()
    assert process.wait() == 1
    assert f"No room is left on the disk for {file}" in said
    assert "Traceback" not in said
    assert state(duckdb_store) == before
    loads.load(duckdb_store, export, person="ana")
    assert state(duckdb_store)[0] == 100_000


def change(connection) -> None:
    connection.insert("settings", [{"name": "currency", "value": "EUR"}])


def failing(store: Store, error: Exception) -> None:
    with store.writing() as connection:
        change(connection)
        raise error


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (psycopg.errors.DiskFull("could not extend file"), "No room is left on the database server's disk"),
        (sa.exc.OperationalError("INSERT", {}, psycopg.errors.DiskFull("could not extend")), "database server's disk"),
        (OSError(28, "No space left on device", "/data/part"), "No room is left on the disk for /data/part,"),
        (psycopg.errors.OutOfMemory("out of memory"), "There is not enough memory, so nothing of this was stored."),
        (MemoryError(), "There is not enough memory"),
    ],
)
def test_a_machine_that_is_full_is_said_in_a_sentence_and_nothing_is_stored(store, error, sentence):
    before = state(store)
    with pytest.raises(OutOfRoom, match=sentence):
        failing(store, error)
    assert state(store) == before


def test_a_mistake_of_our_own_stays_loud(store):
    with pytest.raises(ZeroDivisionError):
        failing(store, ZeroDivisionError())
    with pytest.raises(sa.exc.DBAPIError), store.reading() as connection:
        connection.execute("SELECT nothing FROM nowhere")


def on_postgres(test):
    """These faults are a server's."""
    return pytest.mark.postgres(pytest.mark.parametrize("database_url", ["postgres"], indirect=True)(test))


def end_session(store: Store, connection) -> None:
    """The server throws this connection out, as it does when it is stopped."""
    number = connection.scalar("SELECT pg_backend_pid()")
    with store.reading() as other:
        other.execute("SELECT pg_terminate_backend(:number, 2000)", number=number)


@on_postgres
def test_a_server_that_stops_halfway_is_said_in_a_sentence_and_nothing_is_stored(store):
    before = state(store)
    with (
        pytest.raises(DatabaseUnreachable, match=r"stopped answering \(terminating .*nothing of this was stored"),
        store.writing() as connection,
    ):
        end_session(store, connection)
        change(connection)
    assert state(store) == before


@on_postgres
def test_a_server_that_stops_at_the_commit_is_not_said_to_have_stored_nothing(store):
    with (
        pytest.raises(DatabaseUnreachable, match=r"at the very end .* holds all of this or nothing"),
        store.writing() as connection,
    ):
        end_session(store, connection)


@on_postgres
def test_a_writer_that_waited_in_vain_for_another_is_told(store):
    with store.writing():
        other = Store(f"{store.url}?application_name=other", lock_wait_seconds=0.2)
        with pytest.raises(DatabaseBusy, match="in use by another writer"), other.writing():
            pass
    with other.writing():
        pass


def test_a_database_left_empty_by_a_full_disk_is_made_anew(tmp_path):
    file = tmp_path / "stillborn.duckdb"
    file.touch()
    with pytest.raises(DatabaseUnreachable, match="not a valid DuckDB"):
        Store(f"duckdb:///{file}", lock_wait_seconds=0)
    long_ago = time.time() - STILLBORN_SECONDS - 1
    os.utime(file, (long_ago, long_ago))
    assert Store(f"duckdb:///{file}", lock_wait_seconds=1).data_version() == 0


def test_a_file_that_is_no_database_is_refused_and_stays_as_it_is(tmp_path):
    file = tmp_path / "letter.duckdb"
    file.write_text("Dear Sir")
    long_ago = time.time() - STILLBORN_SECONDS - 1
    os.utime(file, (long_ago, long_ago))
    with pytest.raises(DatabaseUnreachable, match=r"cannot be opened: .*letter.duckdb.* SIGNALS_DATABASE_URL"):
        Store(f"duckdb:///{file}")
    assert file.read_text() == "Dear Sir"
    for address in (f"duckdb:///{tmp_path}", f"duckdb:///{file}/deeper.duckdb"):
        with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
            Store(address)


@pytest.mark.parametrize("url", ["duckdb://", "duckdb:///:memory:", "sqlite:///x.sqlite", "postgresql+psycopg://h:x/n"])
def test_an_address_of_another_kind_is_refused_with_an_example(url):
    with pytest.raises(DatabaseUnreachable, match=r"write duckdb:////FOLDER/FILE or postgresql"):
        Store(url)
