"""What can be done inside one transaction: run a named query, fetch a frame, stage rows?"""

import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import psycopg
import pyarrow as pa
import pyarrow.csv as pa_csv
import sqlalchemy as sa
from pyarrow import parquet

from signals.store.queries import PARAMETER, parameters, query

POSTGRES_TYPES = {  # type code -> how a column comes out of COPY
    16: pa.bool_(),
    20: pa.int64(),
    23: pa.int64(),
    701: pa.float64(),
    1700: pa.float64(),
    1082: pa.date32(),
    1114: pa.timestamp("us"),
}


class Connection:
    """One transaction on one database; the same calls on DuckDB and PostgreSQL."""

    def __init__(self, raw: sa.Connection):
        self.raw = raw
        self.is_duckdb = raw.dialect.name == "duckdb"

    def execute(self, statement: str | sa.Executable, /, **values: Any) -> sa.CursorResult:
        executable = sa.text(statement) if isinstance(statement, str) else statement
        return self.raw.execute(executable, values)

    def scalar(self, statement: str | sa.Executable, /, **values: Any) -> Any:
        return self.execute(statement, **values).scalar()

    def run(self, name: str, /, **values: Any) -> None:
        """Run `sql/<name>.sql` for its effect."""
        self.execute(query(name), **values)

    def value(self, name: str, /, **values: Any) -> Any:
        """The first column of the first row."""
        return self.execute(query(name), **values).scalar()

    def rows(self, name: str, /, **values: Any) -> Sequence[Mapping[str, Any]]:
        """All rows as mappings, values as the database gives them (money as Decimal)."""
        return self.execute(query(name), **values).mappings().all()

    def frame(self, name: str, /, **values: Any) -> pd.DataFrame:
        """All rows as a frame: money and numbers as float64, dates as datetime64, text as str."""
        bound = {key: value for key, value in values.items() if key in parameters(name)}
        table = self._duckdb_table(query(name), bound) if self.is_duckdb else self._postgres_table(query(name), bound)
        return _floats(table).to_pandas(date_as_object=False)

    def has_table(self, name: str) -> bool:
        return sa.inspect(self.raw).has_table(name)

    def insert(self, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            columns = [sa.column(name) for name in rows[0]]
            self.raw.execute(sa.table(table, *columns).insert(), list(rows))

    def stage(self, table: str, like: str, path: Path) -> None:
        """Make a temporary table with the columns of a Parquet file, typed as in the table `like`, and fill it.

        DuckDB reads the file itself: 12 million rows through Arrow batches cost a gigabyte more.
        """
        file = parquet.ParquetFile(path, pre_buffer=False)
        names = ", ".join(file.schema_arrow.names)
        self.execute(f"CREATE TEMPORARY TABLE {table} AS SELECT {names} FROM {like} LIMIT 0")
        if self.is_duckdb:
            self._driver.execute(
                f"INSERT INTO {table} ({names}) SELECT {names} FROM read_parquet($path)", {"path": str(path)}
            )
        else:
            self._copy_in(f"COPY {table} ({names}) FROM STDIN (FORMAT csv)", file.iter_batches(use_threads=False))

    def fill(self, table: str, batches: pa.RecordBatchReader) -> None:
        """Append rows to a table, many at once; columns are matched by name."""
        names = ", ".join(batches.schema.names)
        if self.is_duckdb:
            self._driver.register("batches", batches)
            self.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM batches")
            self._driver.unregister("batches")
        else:
            self._copy_in(f"COPY {table} ({names}) FROM STDIN (FORMAT csv)", batches)

    def drop_staged(self, table: str) -> None:
        self.execute(f"DROP TABLE {table}")

    @property
    def _driver(self) -> Any:
        return self.raw.connection.driver_connection

    def _duckdb_table(self, text: str, values: Mapping[str, Any]) -> pa.Table:
        return self._driver.execute(PARAMETER.sub(r"$\1", text), values).to_arrow_table()

    def _postgres_table(self, text: str, values: Mapping[str, Any]) -> pa.Table:
        """COPY is several times faster than fetching rows; the types come from the query's own description."""
        bound = PARAMETER.sub(r"%(\1)s", text.replace("%", "%%"))
        with self._driver.cursor() as cursor:
            cursor.execute(f"SELECT * FROM ({bound}) AS described LIMIT 0", values)
            types = {column.name: POSTGRES_TYPES.get(column.type_code, pa.string()) for column in cursor.description}
        with psycopg.ClientCursor(self._driver) as cursor:
            buffer = io.BytesIO()
            with cursor.copy(f"COPY ({cursor.mogrify(bound, values)}) TO STDOUT (FORMAT csv, HEADER)") as copy:
                for part in copy:
                    buffer.write(part)
        return _parsed_csv(buffer, types)

    def _copy_in(self, statement: str, batches: Iterator[pa.RecordBatch]) -> None:
        options = pa_csv.WriteOptions(include_header=False, quoting_style="needed")
        with self._driver.cursor() as cursor, cursor.copy(statement) as copy:
            for batch in batches:
                buffer = io.BytesIO()
                pa_csv.write_csv(pa.Table.from_batches([batch]), buffer, options)
                copy.write(buffer.getvalue())


def _parsed_csv(buffer: io.BytesIO, types: Mapping[str, pa.DataType]) -> pa.Table:
    buffer.seek(0)
    convert = pa_csv.ConvertOptions(
        column_types=types,
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
        true_values=["t"],
        false_values=["f"],
    )
    parse = pa_csv.ParseOptions(newlines_in_values=True)
    return pa_csv.read_csv(buffer, convert_options=convert, parse_options=parse)


def _floats(table: pa.Table) -> pa.Table:
    """Money leaves the store as float64: exact sums are made in SQL, statistics need no more than 15 digits."""
    for index, column in enumerate(table.schema):
        if pa.types.is_decimal(column.type) or (pa.types.is_integer(column.type) and column.type != pa.int64()):
            target = pa.float64() if pa.types.is_decimal(column.type) else pa.int64()
            table = table.set_column(index, column.name, table.column(index).cast(target))
    return table
