"""Which rows of an export are taken, and which are refused with which reason?

Works on the bench: `cells` and their readings become `typed`, `meant`, `rejects` and `accepted`. One reason a line: the
first column of the contract that fails. Each table is written once; what a rule derives is a view until then.
"""

from collections.abc import Mapping

from signals.ingest.bench import Bench
from signals.ingest.contract import Kind
from signals.model import Refusal


def type_rows(bench: Bench, headings: Mapping[str, str]) -> None:
    """Make `typed` (line and the file's columns), the view `meant` on it, and `rejects` with what could not be read."""
    columns = list(headings)
    values = ", ".join(f"r_{name}.value AS {name}" for name in columns)
    joins = " ".join(f"JOIN reading_{name} AS r_{name} ON r_{name}.text = cells.{name}" for name in columns)
    bench.execute(f"CREATE TABLE typed AS SELECT cells.line, {values} FROM cells {joins}")
    bench.execute("CREATE VIEW meant AS SELECT * FROM typed")
    bench.execute(
        "CREATE TABLE rejects "
        "(line BIGINT, place INTEGER, column_name VARCHAR, reason VARCHAR, value VARCHAR, message VARCHAR)"
    )
    for place, name in enumerate(columns):
        bench.execute(
            f"INSERT INTO rejects SELECT cells.line, {place}, ?, r.reason, cells.{name}, "
            f"? || ' ' || chr(171) || left(cells.{name}, 60) || chr(187) || ' ' || r.message || '.' "
            f"FROM cells JOIN reading_{name} AS r ON r.text = cells.{name} WHERE r.reason IS NOT NULL",
            headings[name],
            headings[name],
        )


def derive(bench: Bench, columns: Mapping[str, str], joins: str = "") -> None:
    """Let `meant` have further columns, or other values in those it has: name -> expression over `typed`."""
    kept = ", ".join(f"typed.{name}" for name in bench.columns("typed") if name not in columns)
    derived = ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
    bench.execute(f"CREATE OR REPLACE VIEW meant AS SELECT {kept}, {derived} FROM typed {joins}")


def refuse_missing(bench: Bench, kind: Kind, headings: Mapping[str, str]) -> None:
    for name in (*filter(headings.__contains__, kind.required), *_given_key(kind, headings)):
        refuse_where(bench, f"{name} IS NULL", name, "missing_required", f"{headings[name]} is empty.", headings)


def refuse_where(
    bench: Bench, condition: str, column: str, reason: str, message: str, headings: Mapping[str, str]
) -> None:
    """Refuse the rows that meet a condition and were not refused for the same column already."""
    text = f"cells.{column}" if column in headings else "NULL"
    bench.execute(
        f"INSERT INTO rejects SELECT met.line, {_place(column, headings)}, ?, ?, {text}, ? "
        f"FROM (SELECT line FROM meant WHERE {condition}) AS met JOIN cells USING (line) "
        "ANTI JOIN rejects ON rejects.line = met.line AND rejects.column_name IS NOT DISTINCT FROM ?",
        headings.get(column),
        reason,
        message,
        headings.get(column),
    )


def accept(bench: Bench, kind: Kind, identity: Mapping[str, str]) -> None:
    """Make `accepted`: the rows that nothing refused, each key once.

    `identity`: the part of the key that the file lacks -> an expression over the rows that nothing refused.
    """
    numbered = "".join(f", {expression} AS {name}" for name, expression in identity.items())
    bench.execute(f"CREATE TABLE accepted AS SELECT *{numbered} FROM meant ANTI JOIN rejects USING (line)")
    _refuse_repeats(bench, kind)


def refusals(bench: Bench) -> list[Refusal]:
    """One a line, in the file's order."""
    rows = bench.execute(
        "SELECT line, reason, message, column_name, value FROM rejects "
        "QUALIFY row_number() OVER (PARTITION BY line ORDER BY place) = 1 ORDER BY line"
    ).fetchall()
    return [Refusal(*row) for row in rows]


def _given_key(kind: Kind, headings: Mapping[str, str]) -> list[str]:
    """Parts of the key that a file need not have, but must fill if it has them."""
    return [name for name in kind.key if name in headings and name not in (*kind.required, *kind.nullable_key)]


def _refuse_repeats(bench: Bench, kind: Kind) -> None:
    """A key counts once: its first line. A later equal line is a duplicate, an unequal one contradicts it."""
    present = [name for name in kind.facts.columns if name in bench.columns("accepted") and name not in kind.key]
    row = f"row({', '.join(present)})" if present else "NULL"
    key = [name for name in kind.key if name in bench.columns("accepted")]
    keys, same = ", ".join(key), " AND ".join(f"accepted.{name} IS NOT DISTINCT FROM met.{name}" for name in key)
    bench.execute(
        f"CREATE TABLE repeats AS SELECT line, first_line, is_equal FROM (SELECT line, "
        f"first_value(line) OVER key AS first_line, row_number() OVER key AS occurrence, "
        f"first_value({row}) OVER key IS NOT DISTINCT FROM {row} AS is_equal "
        f"FROM accepted SEMI JOIN (SELECT {keys} FROM accepted GROUP BY ALL HAVING count(*) > 1) AS met ON {same} "
        f"WINDOW key AS (PARTITION BY {keys} ORDER BY line)) WHERE occurrence > 1"
    )
    bench.execute(
        "INSERT INTO rejects SELECT line, 0, NULL, "
        "CASE WHEN is_equal THEN 'duplicate_row' ELSE 'conflicting_duplicate' END, NULL, "
        "CASE WHEN is_equal THEN 'The same row stands in line ' || first_line || '; it is counted once.' "
        "ELSE 'Line ' || first_line || ' has the same key and other values; one of them must be wrong.' END "
        "FROM repeats"
    )
    bench.execute("DELETE FROM accepted WHERE line IN (SELECT line FROM repeats)")


def _place(column: str, headings: Mapping[str, str]) -> int:
    return list(headings).index(column) if column in headings else len(headings)
