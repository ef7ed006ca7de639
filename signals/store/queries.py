"""Which SQL is run under which name?"""

import re
from functools import cache
from pathlib import Path

from signals.errors import UnknownQuery

SQL = Path(__file__).resolve().parents[2] / "sql"
PARAMETER = re.compile(r"(?<![:\w]):([a-z_]+)\b")
COMMENT = re.compile(r"--[^\n]*")


@cache
def query(name: str) -> str:
    """The text of `sql/<name>.sql`, comments left out: `marts/customer_days`. Raises UnknownQuery."""
    path = SQL / f"{name}.sql"
    if not path.is_file():
        raise UnknownQuery(f"There is no query {name!r} in {SQL.name}/.")
    return COMMENT.sub("", path.read_text()).strip().rstrip(";")


@cache
def parameters(name: str) -> frozenset[str]:
    """The names of the parameters that a query binds."""
    return frozenset(PARAMETER.findall(query(name)))


def statements(path: Path) -> list[str]:
    """The statements of a schema file, in order."""
    return [part.strip() for part in COMMENT.sub("", path.read_text()).split(";") if part.strip()]
