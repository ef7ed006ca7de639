"""Where are an export's cells laid out while they are checked? In a DuckDB of their own, never in the store.

The statements here are built from the contract's own column names, never from anything in a file.
"""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa

from signals.ingest.texts import Refused

MEMORY_LIMIT = "400MB"  # beyond it the bench spills to disk; a database file throughout took half as long again
BATCH_ROWS = 100_000
SMALLEST_DIGIT = Decimal("0.00000001")  # what DECIMAL(_, 8) keeps

PREFIX = "signals-load-"
YOUNG_SECONDS = 60.0  # a folder may not have been locked yet

ARROW_TYPES = {
    "id": pa.string(),
    "text": pa.string(),
    "currency": pa.string(),
    "part": pa.string(),
    "quarter": pa.string(),
    "score": pa.decimal128(28, 8),
    "date": pa.date32(),
    "month": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "number": pa.decimal128(28, 8),
    "money": pa.decimal128(28, 8),
    "share": pa.decimal128(28, 8),
}


class Bench:
    """The cells of one export as text, a table of readings per column, and the typed rows."""

    def __init__(self):
        _sweep()
        self._folder = tempfile.TemporaryDirectory(prefix=PREFIX)
        self._held = os.open(self._folder.name, os.O_RDONLY)
        fcntl.flock(self._held, fcntl.LOCK_EX)  # ends with the process, however that ends
        self.connection = duckdb.connect(
            config={
                "memory_limit": MEMORY_LIMIT,
                "temp_directory": self._folder.name,
                "preserve_insertion_order": False,
            }
        )

    def __enter__(self) -> "Bench":
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
        os.close(self._held)
        self._folder.cleanup()

    def handed_over(self, query: str) -> Path:
        """The rows of a query as a Parquet file; the bench is cleared, so that memory holds them only where they go."""
        path = Path(self._folder.name) / "rows.parquet"
        self.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE {BATCH_ROWS})")
        self.connection.close()
        return path

    def execute(self, statement: str, *values: object) -> duckdb.DuckDBPyConnection:
        return self.connection.execute(statement, values or None)

    def value(self, statement: str, *values: object) -> object:
        return self.execute(statement, *values).fetchone()[0]

    def lay_out(self, chunks: Iterator[pa.Table], columns: Mapping[str, int]) -> None:
        """Fill `cells` with the columns of the contract (name -> place in the file) and `line`."""
        definitions = ", ".join(f"{name} VARCHAR" for name in columns)
        self.execute(f"CREATE TABLE cells (line BIGINT, {definitions})")
        for chunk in chunks:
            places = [chunk.num_columns - 1, *columns.values()]  # the reader puts the line last
            block = pa.table([chunk.column(place) for place in places], names=["line", *columns])
            self._add("INSERT INTO cells", block)

    def columns(self, table: str) -> list[str]:
        return [name for (name, *_) in self.execute(f"DESCRIBE {table}").fetchall()]

    def gather(self, column: str) -> None:
        """Make `texts_<column>` (text, copies): every text that stands in a column, once, and on how many lines."""
        self.execute(
            f"CREATE TABLE texts_{column} AS SELECT {column} AS text, count(*) AS copies FROM cells GROUP BY 1"
        )

    def texts(self, column: str) -> Iterator[str]:
        """The gathered texts, a batch of them in memory at a time."""
        for block in self._blocks(column):
            yield from block.column(0).to_pylist()

    def read_column(self, column: str, kind: str, read: Callable[[str], object]) -> None:
        """Make `reading_<column>` (text, copies, value, reason, message): each gathered text is parsed once."""
        verb = f"CREATE TABLE reading_{column} AS"
        for block in self._blocks(column):
            self._add(verb, _readings(block, ARROW_TYPES[kind], read))
            verb = f"INSERT INTO reading_{column}"
        if verb.startswith("CREATE"):
            self._add(verb, _readings(_NO_TEXTS, ARROW_TYPES[kind], read))
        self.execute(f"DROP TABLE texts_{column}")

    def _blocks(self, column: str) -> Iterator[pa.RecordBatch]:
        with self.connection.cursor() as cursor:  # its own, since the bench goes on working while it is read
            yield from cursor.execute(f"SELECT text, copies FROM texts_{column}").to_arrow_reader(BATCH_ROWS)

    def _add(self, verb: str, block: pa.Table) -> None:
        self.connection.register("block", block)
        self.execute(f"{verb} SELECT * FROM block")
        self.connection.unregister("block")


_NO_TEXTS = pa.RecordBatch.from_pylist([], pa.schema({"text": pa.string(), "copies": pa.int64()}))


def _readings(block: pa.RecordBatch, arrow_type: pa.DataType, read: Callable[[str], object]) -> pa.Table:
    found = [read(text) for text in block.column(0).to_pylist()]
    refused = [value if isinstance(value, Refused) else None for value in found]
    values = [None if isinstance(value, Refused) else value for value in found]
    return pa.table(
        {
            "text": block.column(0),
            "copies": block.column(1),
            "value": _array(values, arrow_type),
            "reason": pa.array([entry and entry.reason for entry in refused], pa.string()),
            "message": pa.array([entry and entry.message for entry in refused], pa.string()),
        }
    )


def _array(values: list, arrow_type: pa.DataType) -> pa.Array:
    if not pa.types.is_decimal(arrow_type):
        return pa.array(values, arrow_type)
    places = {value: value.quantize(SMALLEST_DIGIT) for value in set(values) if value is not None}
    return pa.array([None if value is None else places[value] for value in values], arrow_type)


def _sweep() -> None:
    """Remove the folders of processes that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another process's, or just removed by one
            held = os.open(folder, os.O_RDONLY)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if time.time() - folder.stat().st_mtime > YOUNG_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(held)
