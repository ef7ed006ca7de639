"""What every test may rely on: an empty store on each database, no network, never the company's own database."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: on small matrices a second thread only waits

import pytest
import reading
import sqlalchemy as sa
import streamlit as st
from databases import emptied, with_empty_tables

from signals import pipeline
from signals.settings import DEFAULT_DATABASE_URL
from signals.store.engine import Store

DEFAULT_SERVER = "postgresql+psycopg://root@127.0.0.1:5432/postgres"
SLOWEST = (  # files that take half a minute and more: they begin first, so that no worker is left alone with one
    "test_pipeline.py",
    "test_life_of_a_warning.py",
    "test_backtest.py",
    "test_loads.py",
    "test_verdicts.py",
    "test_commands.py",
    "test_dashboard.py",
    "test_wholesaler.py",
    "test_real_exports.py",
    "test_downturn.py",
    "test_faults.py",
    "test_pages.py",
    "test_facts.py",
    "test_numbering.py",
    "test_vanished.py",
    "test_customer_pages.py",
    "test_elasticity.py",
    "test_queries.py",
)
LOOPBACK = ("127.", "::1", "localhost", "0.0.0.0")


def pytest_collection_modifyitems(items):
    place = {name: number for number, name in enumerate(SLOWEST)}
    items.sort(key=lambda item: place.get(item.path.name, len(place)))


@pytest.fixture(autouse=True)
def no_network_and_no_real_database(monkeypatch):
    """A test that reaches further than this machine, or into data/signals.duckdb, fails."""
    connect, open_store = socket.socket.connect, Store.__init__

    def connect_nearby(self: socket.socket, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(LOOPBACK):
            pytest.fail(f"A test reached for the network: {address}.")
        return connect(self, address)

    def open_other(self: Store, url: str, *arguments, **named):
        if url == DEFAULT_DATABASE_URL:
            pytest.fail("A test opened the company's own database.")
        open_store(self, url, *arguments, **named)

    monkeypatch.setattr(socket.socket, "connect", connect_nearby)
    monkeypatch.setattr(Store, "__init__", open_other)


@pytest.fixture(scope="session")
def tables(tmp_path_factory) -> Path:
    """A DuckDB file with every table and no rows: to copy it takes less than to make it."""
    path = tmp_path_factory.mktemp("tables") / "tables.duckdb"
    Store(f"duckdb:///{path}")
    return path


@pytest.fixture(params=["duckdb", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request, tmp_path) -> str:
    """A database of each kind without anything in it; where a test asks for a store, with empty tables."""
    with_tables = "store" in request.fixturenames
    if request.param == "duckdb":
        path = tmp_path / "signals.duckdb"
        if with_tables:
            shutil.copy(request.getfixturevalue("tables"), path)
        return f"duckdb:///{path}"
    url = request.getfixturevalue("postgres_url")
    with_empty_tables(url) if with_tables else emptied(url)
    return url


@pytest.fixture
def store(database_url) -> Store:
    """An empty store on each database."""
    return Store(database_url, lock_wait_seconds=5)


@pytest.fixture
def duckdb_store(tmp_path, tables) -> Store:
    """For promises in which the database plays no part."""
    return Store(f"duckdb:///{shutil.copy(tables, tmp_path / 'only.duckdb')}", lock_wait_seconds=5)


@pytest.fixture
def answers(monkeypatch, tmp_path, tables):
    """The package's answers, each replaceable: `answers(morning=...)`; an exception is raised, not returned."""
    path = shutil.copy(tables, tmp_path / "pages.duckdb")
    monkeypatch.setenv("SIGNALS_DATABASE_URL", f"duckdb:///{path}")

    def answer_with(**changes):
        for name, value in changes.items():
            monkeypatch.setattr(pipeline, name, reading.answering(value), raising=False)
        st.cache_data.clear()

    answer_with(**{name: build() for name, build in reading.ANSWERS.items()})
    return answer_with


@pytest.fixture
def written(tmp_path):
    """Write an export: `written(text, name)` -> its path."""

    def write(content: str | bytes, name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A database of the test run's own on the server that SIGNALS_TEST_POSTGRES names."""
    server = os.environ.get("SIGNALS_TEST_POSTGRES") or DEFAULT_SERVER
    name = f"signals_test_{os.getpid()}"
    admin = sa.create_engine(server, poolclass=sa.NullPool, isolation_level="AUTOCOMMIT")
    _administer(
        admin,
        f"DROP DATABASE IF EXISTS {name} WITH (FORCE)",
        f"CREATE DATABASE {name}",
        f"ALTER DATABASE {name} SET synchronous_commit = off",  # nobody pulls the plug on a test
    )
    yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    _administer(admin, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def _administer(admin: sa.Engine, *statements: str) -> None:
    try:
        with admin.connect() as connection:
            for statement in statements:
                connection.execute(sa.text(statement))
    except sa.exc.OperationalError as error:
        sentence = f"PostgreSQL is not reachable; SIGNALS_TEST_POSTGRES names the server ({error.orig})."
        if os.environ.get("SIGNALS_REQUIRE_ALL") == "1":
            pytest.fail(sentence)
        pytest.skip(sentence)
