"""Which rows of an export are taken, and which are refused with which reason?

Works on the bench: `cells` and their readings become `typed`, `rejects` and `accepted`. One reason a line: the first
column of the contract that fails.
"""

from collections.abc import Mapping

from signals.ingest.bench import Bench
from signals.ingest.contract import Kind
from signals.model import Refusal


def type_rows(bench: Bench, kind: Kind, headings: Mapping[str, str]) -> None:
    """Make `typed` (line and the contract's columns) and `rejects`, and refuse what could not be read."""
    columns = list(headings)
    values = ", ".join(f"r_{name}.value AS {name}" for name in columns)
    joins = " ".join(f"JOIN reading_{name} AS r_{name} ON r_{name}.text = cells.{name}" for name in columns)
    bench.execute(f"CREATE TABLE typed AS SELECT cells.line, {values} FROM cells {joins}")
    bench.execute(
        "CREATE TABLE rejects (line BIGINT, place INTEGER, column_name VARCHAR, reason VARCHAR, value VARCHAR, message VARCHAR)"
    )
    for place, name in enumerate(columns):
        bench.execute(
            f"INSERT INTO rejects SELECT cells.line, {place}, ?, r.reason, cells.{name}, "
            f"? || ' ' || chr(171) || left(cells.{name}, 60) || chr(187) || ' ' || r.message || '.' "
            f"FROM cells JOIN reading_{name} AS r ON r.text = cells.{name} WHERE r.reason IS NOT NULL",
            headings[name],
            headings[name],
        )
    for name in kind.required:
        refuse_where(bench, f"{name} IS NULL", name, "missing_required", f"{headings[name]} is empty.", headings)


def refuse_where(
    bench: Bench, condition: str, column: str, reason: str, message: str, headings: Mapping[str, str]
) -> None:
    """Refuse the typed rows that meet a condition and were not refused for the same column already."""
    text = f"cells.{column}" if column in headings else "NULL"
    bench.execute(
        f"INSERT INTO rejects SELECT met.line, {_place(column, headings)}, ?, ?, {text}, ? "
        f"FROM (SELECT line FROM typed WHERE {condition}) AS met JOIN cells USING (line) "
        "ANTI JOIN rejects ON rejects.line = met.line AND rejects.column_name IS NOT DISTINCT FROM ?",
        headings.get(column),
        reason,
        message,
        headings.get(column),
    )


def accept(bench: Bench, kind: Kind) -> None:
    """Make `accepted`: the rows that nothing refused, then without repeats of a key within the file."""
    bench.execute("CREATE TABLE accepted AS SELECT * FROM typed ANTI JOIN rejects USING (line)")
    _refuse_repeats(bench, kind)


def refusals(bench: Bench) -> list[Refusal]:
    """One a line, in the file's order."""
    rows = bench.execute(
        "SELECT line, reason, message, column_name, value FROM rejects "
        "QUALIFY row_number() OVER (PARTITION BY line ORDER BY place) = 1 ORDER BY line"
    ).fetchall()
    return [Refusal(*row) for row in rows]


def _refuse_repeats(bench: Bench, kind: Kind) -> None:
    """A key counts once: its first line. A later equal line is a duplicate, an unequal one contradicts it."""
    stored = [name for name in kind.facts.columns if name not in kind.key]
    present = [name for name in stored if name in _columns(bench, "accepted")]
    row = f"row({', '.join(present)})" if present else "NULL"
    keys = ", ".join(kind.key)
    bench.execute(
        f"CREATE TEMP TABLE repeats AS SELECT line, first_line, is_equal FROM (SELECT line, "
        f"first_value(line) OVER key AS first_line, row_number() OVER key AS occurrence, "
        f"first_value({row}) OVER key IS NOT DISTINCT FROM {row} AS is_equal "
        f"FROM accepted WINDOW key AS (PARTITION BY {keys} ORDER BY line)) WHERE occurrence > 1"
    )
    bench.execute(
        "INSERT INTO rejects SELECT line, 0, NULL, "
        "CASE WHEN is_equal THEN 'duplicate_row' ELSE 'conflicting_duplicate' END, NULL, "
        "CASE WHEN is_equal THEN 'The same row stands in line ' || first_line || '; it is counted once.' "
        "ELSE 'Line ' || first_line || ' has the same key and other values; one of them must be wrong.' END FROM repeats"
    )
    bench.execute("DELETE FROM accepted WHERE line IN (SELECT line FROM repeats)")


def _columns(bench: Bench, table: str) -> list[str]:
    return [name for (name, *_) in bench.execute(f"DESCRIBE {table}").fetchall()]


def _place(column: str, headings: Mapping[str, str]) -> int:
    return list(headings).index(column) if column in headings else len(headings)

