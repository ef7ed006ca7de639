"""The store's promises: one writer after the other, whole versions, patience with a lock and a name for its holder."""

import subprocess
import sys
import threading
import time

import pytest

from signals.errors import DatabaseBusy, DatabaseUnreachable
from signals.store.company import company, set_setting
from signals.store.engine import Store

HOLD = """
import duckdb, sys, time
connection = duckdb.connect(sys.argv[1])
print("held", flush=True)
time.sleep(float(sys.argv[2]))
"""


@pytest.fixture
def held(tmp_path):
    """Another process holds the store's file for some seconds: `held(store, seconds)`."""
    processes = []

    def hold(store: Store, seconds: float) -> subprocess.Popen:
        path = store.url.removeprefix("duckdb:///")
        process = subprocess.Popen([sys.executable, "-c", HOLD, path, str(seconds)], stdout=subprocess.PIPE, text=True)
        processes.append(process)
        assert process.stdout.readline() == "held\n"
        return process

    yield hold
    for process in processes:
        process.kill()
        process.wait()
        process.stdout.close()


def set_currency(store: Store, code: str) -> None:
    with store.writing() as connection:
        set_setting(connection, name="currency", value=code, person="ana")


def currency(store: Store) -> str | None:
    with store.reading() as connection:
        return company(connection).currency


def test_a_store_waits_until_another_process_lets_go(duckdb_store, held):
    held(duckdb_store, 0.6)
    started = time.monotonic()
    assert duckdb_store.data_version() == 0
    assert time.monotonic() - started > 0.2


def test_a_store_that_waited_in_vain_names_the_holder_and_since_when(tmp_path, held):
    store = Store(f"duckdb:///{tmp_path / 'busy.duckdb'}", lock_wait_seconds=0.2)
    holder = held(store, 20)
    with pytest.raises(DatabaseBusy, match=rf"in use by \S+ \(process {holder.pid}\) since \d\d:\d\d:\d\d") as busy:
        store.data_version()
    assert busy.value.since is not None


def test_every_commit_raises_the_version_and_reading_does_not(store):
    before = store.data_version()
    set_currency(store, "EUR")
    assert store.data_version() == before + 1
    assert currency(store) == "EUR"
    assert store.data_version() == before + 1


def test_a_failure_leaves_nothing(store):
    def fail():
        with store.writing() as connection:
            set_setting(connection, name="currency", value="EUR", person="ana")
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        fail()
    assert (store.data_version(), currency(store)) == (0, None)


def test_writers_at_once_all_land(store):
    """Each adds to what it read; a lost update would show."""

    def add(place: int) -> None:
        own = Store(store.url, lock_wait_seconds=20)
        with own.writing() as connection:
            month = company(connection).fiscal_year_start_month
            time.sleep(0.02)
            set_setting(connection, name="fiscal_year_start_month", value=str(month + 1), person=f"writer {place}")

    threads = [threading.Thread(target=add, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as connection:
        assert company(connection).fiscal_year_start_month == 7
    assert store.data_version() == 6


def test_a_writer_of_another_process_is_waited_for(store):
    add = (
        "import sys, time\n"
        "from signals.store.engine import Store\n"
        "from signals.store.company import company, set_setting\n"
        "store = Store(sys.argv[1], 30)\n"
        "with store.writing() as connection:\n"
        "    month = company(connection).fiscal_year_start_month\n"
        "    time.sleep(0.1)\n"
        "    set_setting(connection, name='fiscal_year_start_month', value=str(month + 1), person='other')\n"
    )
    processes = [subprocess.Popen([sys.executable, "-c", add, store.url]) for _ in range(2)]
    assert [process.wait(timeout=60) for process in processes] == [0, 0]
    with store.reading() as connection:
        assert company(connection).fiscal_year_start_month == 3


def test_threads_that_open_and_close_the_same_database_do_not_meet_in_the_door(store):
    """DuckDB refuses a file for the moment in which another thread closes its last connection."""
    versions = []

    def read_often():
        versions.extend(store.data_version() for _ in range(60))

    threads = [threading.Thread(target=read_often) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert versions == [0] * 360


def test_a_reader_sees_one_version_while_a_writer_commits(store):
    set_currency(store, "EUR")
    with store.reading() as connection:
        assert company(connection).currency == "EUR"
        writer = threading.Thread(target=set_currency, args=(store, "GBP"))
        writer.start()
        writer.join()
        assert company(connection).currency == "EUR"
    assert currency(store) == "GBP"


def test_what_the_company_decides_is_logged(store):
    set_currency(store, "EUR")
    with store.reading() as connection:
        rows = connection.execute("SELECT person, verb, subject, detail FROM audit_log").all()
    assert [tuple(row) for row in rows] == [("ana", "setting", "currency", "EUR")]


@pytest.mark.parametrize("url", ["nonsense", "oracle9://x/y", "postgresql+psycopg://nobody@127.0.0.1:1/none"])
def test_a_database_that_is_not_there_is_said_in_a_sentence(url):
    with pytest.raises(DatabaseUnreachable):
        Store(url)
