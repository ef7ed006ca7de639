"""Does the database have the tables of this program?"""

import re
from pathlib import Path

from signals.errors import SchemaMismatch
from signals.store.connection import Connection
from signals.store.queries import SQL, statements

VERSION = re.compile(r"(\d{4})_")
MIGRATION_LOCK = 7_301_946  # any number that no other program on the server uses


def bring_up_to_date(connection: Connection) -> None:
    """Apply the schema files that this database has not seen, in one transaction. Raises SchemaMismatch."""
    if not connection.is_duckdb:  # processes that open an empty database at once; a DuckDB file has one anyway
        connection.execute("SELECT pg_advisory_xact_lock(:number)", number=MIGRATION_LOCK)
    files = {int(VERSION.match(path.name)[1]): path for path in sorted((SQL / "schema").glob("*.sql"))}
    present = _version(connection)
    if present > max(files):
        raise SchemaMismatch(
            f"This database has schema version {present}, this program knows up to {max(files)}. "
            "Update the program; the data is untouched."
        )
    for version, path in files.items():
        if version > present:
            for statement in statements(path) if _is_meant(path, connection) else ():
                connection.execute(statement)
            connection.execute("INSERT INTO schema_version VALUES (:version)", version=version)


def _is_meant(path: Path, connection: Connection) -> bool:
    """`0003_indexes.postgresql.sql` is for PostgreSQL alone; `0001_tables.sql` for both."""
    return path.suffixes[:-1] in ([], [f".{connection.raw.dialect.name}"])


def _version(connection: Connection) -> int:
    if not connection.has_table("schema_version"):
        if connection.has_table("sales"):
            raise SchemaMismatch("This database has tables of another program. Choose another database.")
        connection.execute("CREATE TABLE schema_version (version BIGINT NOT NULL)")
    return connection.scalar("SELECT coalesce(max(version), 0) FROM schema_version")
