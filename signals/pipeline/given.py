"""What have people said of the warnings?"""

from collections.abc import Mapping

from signals.model import Verdict, Warning
from signals.records import from_json
from signals.store.connection import Connection


def verdicts_of(connection: Connection, warning_key: str | None = None) -> list[Verdict]:
    """Every verdict, reverted ones too, or those on one warning; the first given first."""
    return [_verdict(row) for row in connection.rows("queries/verdicts", warning_key=warning_key)]


def _verdict(row: Mapping[str, object]) -> Verdict:
    values = dict(row)
    return Verdict(warning=from_json(Warning, values.pop("said")), **values)
