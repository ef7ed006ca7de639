"""Where are an export's cells laid out while they are checked? In a DuckDB of their own, never in the store.

The statements here are built from the contract's own column names, never from anything in a file.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

import duckdb
import pyarrow as pa

from signals.ingest.texts import Refused

MEMORY_LIMIT = "400MB"  # beyond it the bench spills to disk; a database file throughout took half as long again
BATCH_ROWS = 100_000
SMALLEST_DIGIT = Decimal("0.00000001")  # what DECIMAL(_, 8) keeps

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
}


class Bench:
    """The cells of one export as text, a table of readings per column, and the typed rows."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="signals-load-")
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
        self._folder.cleanup()

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
            self.connection.register("block", block)
            self.execute("INSERT INTO cells SELECT * FROM block")
            self.connection.unregister("block")

    def columns(self, table: str) -> list[str]:
        return [name for (name, *_) in self.execute(f"DESCRIBE {table}").fetchall()]

    def distinct(self, column: str) -> list[str]:
        """Every text that stands in a column, each once."""
        return [text for (text,) in self.execute(f"SELECT DISTINCT {column} FROM cells").fetchall()]

    def read_column(self, column: str, kind: str, texts: list[str], read: Callable[[str], object]) -> None:
        """Make `reading_<column>` (text, value, reason, message): each distinct text is parsed once."""
        arrow_type = ARROW_TYPES[kind]
        for start in range(0, max(len(texts), 1), BATCH_ROWS):
            part = texts[start : start + BATCH_ROWS]
            read_part = [read(text) for text in part]
            refused = [value if isinstance(value, Refused) else None for value in read_part]
            values = [None if isinstance(value, Refused) else value for value in read_part]
            block = pa.table(
                {
                    "text": pa.array(part, pa.string()),
                    "value": _array(values, arrow_type),
                    "reason": pa.array([entry and entry.reason for entry in refused], pa.string()),
                    "message": pa.array([entry and entry.message for entry in refused], pa.string()),
                }
            )
            self.connection.register("block", block)
            verb = f"CREATE TABLE reading_{column} AS" if start == 0 else f"INSERT INTO reading_{column}"
            self.execute(f"{verb} SELECT * FROM block")
            self.connection.unregister("block")


def _array(values: list, arrow_type: pa.DataType) -> pa.Array:
    if not pa.types.is_decimal(arrow_type):
        return pa.array(values, arrow_type)
    places = {value: value.quantize(SMALLEST_DIGIT) for value in set(values) if value is not None}
    return pa.array([None if value is None else places[value] for value in values], arrow_type)
