"""Any database that is opened has this program's tables afterwards, or is refused untouched."""

import subprocess
import sys

import pytest
import sqlalchemy as sa

from signals.errors import SchemaMismatch
from signals.ingest.contract import PRODUCTS
from signals.store import migrations, queries
from signals.store.engine import Store
from signals.store.facts import take_back

LATER_FILE = "-- grain: one row\nCREATE TABLE dreams (dream VARCHAR);\nINSERT INTO dreams VALUES ('flying');"


def version(store: Store) -> int:
    with store.reading() as connection:
        return connection.scalar("SELECT max(version) FROM schema_version")


@pytest.fixture
def later_program(tmp_path, monkeypatch):
    """The same program with one more schema file."""
    folder = tmp_path / "sql"
    (folder / "schema").mkdir(parents=True)
    for path in (queries.SQL / "schema").glob("*.sql"):
        (folder / "schema" / path.name).write_text(path.read_text())
    newest = max(int(path.name[:4]) for path in (folder / "schema").glob("*.sql"))

    def install(text: str = LATER_FILE) -> int:
        (folder / "schema" / f"{newest + 1:04d}_dreams.sql").write_text(text)
        monkeypatch.setattr(migrations, "SQL", folder)
        return newest + 1

    return install


def test_an_empty_database_gets_every_table(store):
    expected = {"sales", "superseded_sales", "loads", "load_rejects", "settings", "audit_log", "mornings"}
    with store.reading() as connection:
        assert expected <= set(sa.inspect(connection.raw).get_table_names())
        assert connection.value("queries/data_version") == 0


def test_only_postgres_gets_indexes_and_both_say_the_same_version(store):
    with store.reading() as connection:
        if store.is_duckdb:
            found = connection.scalar("SELECT count(*) FROM duckdb_indexes() WHERE table_name = 'sales'")
        else:
            found = connection.scalar("SELECT count(*) FROM pg_indexes WHERE tablename = 'sales'")
        assert (found > 0) == (not store.is_duckdb)
    assert version(store) == max(int(path.name[:4]) for path in (queries.SQL / "schema").glob("*.sql"))


def test_opening_again_changes_nothing(store):
    with store.writing() as connection:
        connection.insert("settings", [{"name": "currency", "value": "EUR"}])
    again = Store(store.url)
    assert (again.data_version(), version(again)) == (1, version(store))


def test_a_newer_database_is_refused_with_a_sentence(store):
    with store.writing() as connection:
        connection.execute("INSERT INTO schema_version VALUES (9999)")
    with pytest.raises(SchemaMismatch, match=r"schema version 9999.*Update the program; the data is untouched\."):
        Store(store.url)


def test_another_programs_database_is_refused_and_untouched(database_url):
    engine = sa.create_engine(database_url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE sales (mine INTEGER)"))
    with pytest.raises(SchemaMismatch, match=r"another program. Choose another database\."):
        Store(database_url)
    with engine.connect() as connection:
        assert sa.inspect(connection).get_table_names() == ["sales"]


def test_an_older_database_is_brought_up_to_date_with_its_rows(store, later_program):
    with store.writing() as connection:
        connection.insert("settings", [{"name": "currency", "value": "EUR"}])
    newest = later_program()
    later = Store(store.url)
    assert version(later) == newest
    with later.reading() as connection:
        assert connection.scalar("SELECT dream FROM dreams") == "flying"
        assert connection.scalar("SELECT value FROM settings") == "EUR"


def test_what_the_first_version_superseded_and_remembered_is_there_in_the_newest(database_url, monkeypatch, tmp_path):
    (tmp_path / "schema").mkdir()
    first = "0001_tables.sql"
    (tmp_path / "schema" / first).write_text((queries.SQL / "schema" / first).read_text())
    monkeypatch.setattr(migrations, "SQL", tmp_path)
    with Store(database_url).writing() as connection:
        connection.insert("products", [{"load_id": 2, "product_id": "a", "product_name": "new"}])
        connection.insert("superseded_products", [{"load_id": 1, "product_id": "a", "product_name": "old",
                                                   "superseded_by": 2}])  # fmt: skip
        connection.insert("import_profiles", [{"profile": "shop", "kind": "sales", "answers": "{}"}])
    monkeypatch.undo()
    newest = Store(database_url)
    with newest.writing() as connection:
        take_back(connection, PRODUCTS.facts, 2, {})
        assert connection.execute("SELECT load_id, product_name FROM products").one() == (1, "old")
        assert [row["profile"] for row in connection.rows("queries/profiles")] == ["shop"]


def test_a_schema_file_that_fails_leaves_the_older_database(store, later_program):
    before = version(store)
    later_program("CREATE TABLE dreams (dream VARCHAR);\nINSERT INTO nothing VALUES (1);")
    with pytest.raises(sa.exc.DBAPIError):
        Store(store.url)
    with store.reading() as connection:
        assert not connection.has_table("dreams")
    assert version(store) == before


OPEN_WHEN_TOLD = """
import sys
from signals.store.engine import Store
print("ready", flush=True)
sys.stdin.readline()
Store(sys.argv[1]).data_version()
"""


def test_processes_that_open_an_empty_database_at_once_all_succeed(database_url):
    command = [sys.executable, "-c", OPEN_WHEN_TOLD, database_url]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    processes = [subprocess.Popen(command, **pipes) for _ in range(4)]
    assert [process.stdout.readline() for process in processes] == ["ready\n"] * 4
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0] * 4
