"""How is a load written down, for the database and for the command line's JSON?"""

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from datetime import date
from decimal import Decimal

from signals.model import LoadReport, Question, Refusal

NOT_KEPT = {"rejects", "sample", "choices", "load_id", "state", "questions"}  # elsewhere, or of no use later


def as_json(report: LoadReport) -> dict[str, object]:
    """The load as DESIGN section 6 fixes it: money as decimal strings, dates as ISO."""
    plain = {field.name: _plain(getattr(report, field.name)) for field in fields(report)}
    for name in ("sample", "choices", "extras", "hints"):
        plain.pop(name)
    plain["notes"] = [*report.notes, *report.hints]
    refusals = {
        "rejects": [_refusal(entry) for entry in report.rejects],
        "ignored": [_refusal(entry) for entry in report.ignored],
    }
    return plain | refusals | _plain(report.extras)


def kept_text(report: LoadReport) -> str:
    """The report as the table `loads` keeps it."""
    kept = {field.name: _plain(getattr(report, field.name)) for field in fields(report) if field.name not in NOT_KEPT}
    return json.dumps(kept | {"ignored": [_refusal(entry) for entry in report.ignored]}, ensure_ascii=False)


def kept_report(row: Mapping[str, object]) -> LoadReport:
    """The report of a row of `loads`."""
    kept = json.loads(row["report"])
    for name in ("amount", "vanished_amount"):
        kept[name] = None if kept.get(name) is None else Decimal(kept[name])
    for name in ("amounts", "by_month", "by_month_before", "by_month_after"):
        kept[name] = {key: Decimal(value) for key, value in kept.get(name, {}).items()}
    for name in ("first_date", "last_date"):
        kept[name] = None if kept[name] is None else date.fromisoformat(kept[name])
    kept["ignored"] = tuple(Refusal(**entry) for entry in kept["ignored"])
    for name in ("notes", "hints"):
        kept[name] = tuple(kept.get(name, ()))
    kept["vanished"] = tuple(kept.get("vanished", ()))
    return replace(LoadReport(**kept), load_id=row["load_id"], state=row["state"])


def _refusal(entry: Refusal) -> dict[str, object]:
    return {
        "line": entry.line,
        "line_to": entry.line_to or entry.line,
        "column": entry.column,
        "reason": entry.reason,
        "value": entry.value,
        "message": entry.message,
    }


def _plain(value: object) -> object:
    if isinstance(value, Decimal | date):
        return str(value)
    if isinstance(value, Question):
        return asdict(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(entry) for key, entry in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(entry) for entry in value if not isinstance(entry, Refusal)]
    return value
