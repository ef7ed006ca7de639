"""How does an export get into the store, wholly or not at all, and out again?"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from signals.errors import UnknownLoad
from signals.ingest.contract import KINDS
from signals.ingest.currencies import COUNTRY_SHARE, currency_of_country
from signals.ingest.export import Circumstances, Export, Wishes, asking, understood
from signals.ingest.reports import kept_report, kept_text
from signals.model import LoadReport, Question, Refusal
from signals.settings import Company
from signals.store.company import company, now, record, set_setting
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.store.facts import STAGED, Effect, effect_of_staged, replace_by_staged, take_back

ACCEPT_REFUSALS = "refused"  # the answer's key; its value is `accept`
NUL_SHOWN = "␀"  # PostgreSQL keeps no NUL


@dataclass(frozen=True)
class Request:
    """A file and what the analyst told us about it."""

    path: Path
    file_name: str
    wishes: Wishes
    profile: str | None


def preview(store: Store, path: Path | str, **told: object) -> LoadReport:
    """What a load would do; nothing changes. `told`: file_name, kind, columns, answers, profile."""
    request = _request(store, path, **told)
    with _understood(store, request) as export:
        if not export.is_loadable:
            return export.report
        with store.reading() as connection:
            _stage(connection, export)
            effect = effect_of_staged(connection, export.kind.facts)
            connection.drop_staged(STAGED)
            return _with_caution(_with_effect(export.report, effect), company(connection))


def load(store: Store, path: Path | str, *, person: str, **told: object) -> LoadReport:
    """Load an export in one transaction. The same content again changes nothing."""
    request = _request(store, path, **told)
    content_hash = _content_hash(request)
    earlier = _live_load(store, content_hash)
    if earlier:
        return earlier
    with _understood(store, request) as export:
        if not export.is_loadable:
            return export.report
        with store.writing() as connection:
            report = _with_caution(export.report, company(connection))
            if _waits_for_yes(report, company(connection)) and not _is_accepted(request):
                return _asking(report)
            return _committed(connection, replace(export, report=report), content_hash, person, request)


def undo(store: Store, load_id: int, *, person: str) -> LoadReport:
    """Take a load back: every row is as if it had never been made, whatever was loaded since."""
    with store.writing() as connection:
        row = _row_of(connection, load_id)
        if row["state"] != "live":
            raise UnknownLoad(f"Load {load_id} has been taken back already.")
        take_back(connection, KINDS[row["kind"]].facts, load_id)
        connection.run("queries/mark_undone", load_id=load_id, undone_at=now(), undone_by=person)
        connection.run("queries/raise_facts_version")
        record(connection, person=person, verb="undo", subject=f"load {load_id}")
        return kept_report(_row_of(connection, load_id))


def listing(store: Store) -> list[LoadReport]:
    """All loads, the newest first."""
    with store.reading() as connection:
        return [kept_report(row) for row in connection.rows("queries/loads")]


def rejects(store: Store, load_id: int) -> tuple[Refusal, ...]:
    """The lines that a load refused."""
    with store.reading() as connection:
        rows = connection.rows("queries/load_rejects", load_id=load_id)
    return tuple(
        Refusal(row["line"], row["reason"], row["message"], row["column_name"], row["value"], row["line_to"])
        for row in rows
    )


def _committed(connection: Connection, export: Export, content_hash: str, person: str, request: Request) -> LoadReport:
    facts, load_id = export.kind.facts, connection.value("queries/next_load_id")
    _stage(connection, export)
    report = _with_effect(export.report, effect_of_staged(connection, facts))
    replace_by_staged(connection, facts, load_id)
    connection.drop_staged(STAGED)
    report = _with_currency(connection, replace(report, load_id=load_id, state="live"), person)
    connection.insert("loads", [_load_row(report, content_hash, person)])
    connection.insert("load_rejects", [_reject_row(load_id, entry) for entry in report.rejects])
    _remember(connection, request, report)
    connection.run("queries/raise_facts_version")
    record(connection, person=person, verb="load", subject=f"load {load_id}", detail=report.file)
    return report


def _request(
    store: Store,
    path: Path | str,
    *,
    file_name: str | None = None,
    kind: str | None = None,
    columns: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
    profile: str | None = None,
) -> Request:
    remembered = _profile(store, profile)
    wishes = Wishes(
        kind=kind or remembered.get("kind"),
        columns={**remembered.get("columns", {}), **(columns or {})},
        answers={**remembered.get("answers", {}), **(answers or {})},
    )
    return Request(Path(path), file_name or Path(path).name, wishes, profile)


def _understood(store: Store, request: Request) -> AbstractContextManager[Export]:
    with store.reading() as connection:
        known = Circumstances(today=_today(), currency=company(connection).currency)
    return understood(request.path, file_name=request.file_name, wishes=request.wishes, known=known)


def _profile(store: Store, name: str | None) -> dict:
    if name is None:
        return {}
    with store.reading() as connection:
        rows = connection.rows("queries/profile", profile=name)
    return {"kind": rows[0]["kind"], **json.loads(rows[0]["answers"])} if rows else {}


def _remember(connection: Connection, request: Request, report: LoadReport) -> None:
    if request.profile is None:
        return
    told = {"columns": dict(report.format["columns"]), "answers": dict(request.wishes.answers or {})}
    connection.run("queries/delete_profile", profile=request.profile)
    row = {"profile": request.profile, "kind": report.kind, "answers": json.dumps(told)}
    connection.insert("import_profiles", [row])


def _stage(connection: Connection, export: Export) -> None:
    connection.stage(STAGED, export.kind.name, export.rows())


def _live_load(store: Store, content_hash: str) -> LoadReport | None:
    """The load that brought this very content, if none of its rows was replaced since."""
    with store.reading() as connection:
        for row in connection.rows("queries/live_load_of_content", content_hash=content_hash):
            facts = KINDS[row["kind"]].facts
            report = kept_report(row)
            if connection.count_of_load(facts.name, row["load_id"]) == report.rows_accepted:
                note = f"This very file is load {row['load_id']} already; nothing changes."
                return replace(
                    report,
                    rows_new=0,
                    rows_replaced=0,
                    rows_unchanged=report.rows_accepted,
                    notes=(note, *report.notes),
                )
    return None


def _content_hash(request: Request) -> str:
    """Of the file's bytes and of what the analyst told us, since both decide the rows."""
    digest = hashlib.sha256(json.dumps([request.wishes.kind, request.wishes.columns, request.wishes.answers]).encode())
    with request.path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _with_effect(report: LoadReport, effect: Effect) -> LoadReport:
    return replace(report, rows_new=effect.new, rows_replaced=effect.replaced, rows_unchanged=effect.unchanged)


def _with_caution(report: LoadReport, decided: Company) -> LoadReport:
    """A note where so many rows are refused that a human must say yes."""
    if not _waits_for_yes(report, decided):
        return report
    return replace(report, notes=(*report.notes, _refused_sentence(report)))


def _waits_for_yes(report: LoadReport, decided: Company) -> bool:
    harmless = sum(entry.reason == "duplicate_row" for entry in report.rejects)
    return report.rows_rejected - harmless > decided.refused_share_limit * report.rows_read


def _refused_sentence(report: LoadReport) -> str:
    counted = f"{report.rows_rejected:,} of {report.rows_read:,} rows are refused"
    return f"{counted}; the load waits for somebody to accept that."


def _asking(report: LoadReport) -> LoadReport:
    return asking(report, Question("many_refused", ACCEPT_REFUSALS, _refused_sentence(report), ("accept",)))


def _is_accepted(request: Request) -> bool:
    return (request.wishes.answers or {}).get(ACCEPT_REFUSALS) == "accept"


def _with_currency(connection: Connection, report: LoadReport, person: str) -> LoadReport:
    """The reporting currency, once: from the file, else from the country of most lines."""
    if report.kind != "sales" or company(connection).currency:
        return report
    stated = [code for code in report.amounts if code]
    if stated:
        set_setting(connection, name="currency", value=stated[0], person=person)
        return report
    regions = connection.rows("queries/main_region")
    lines = sum(row["lines"] for row in regions)
    main = regions[0] if regions else None
    currency = main and main["lines"] >= COUNTRY_SHARE * lines and currency_of_country(main["region"])
    if not currency:
        return report
    set_setting(connection, name="currency", value=currency, person=person)
    note = (
        f"The file names no currency. {main['lines'] / lines:.0%} of its lines are from {main['region']}, "
        f"so amounts are shown in {currency}; change it in Settings."
    )
    return replace(report, notes=(*report.notes, note))


def _load_row(report: LoadReport, content_hash: str, person: str) -> dict[str, object]:
    counted = ("kind", "state", "rows_read", "rows_accepted", "rows_new", "rows_replaced", "rows_unchanged",
               "rows_rejected", "first_date", "last_date", "amount", "load_id")  # fmt: skip
    return {name: getattr(report, name) for name in counted} | {
        "file_name": report.file,
        "content_hash": content_hash,
        "loaded_at": now(),
        "loaded_by": person,
        "report": kept_text(report),
    }


def _reject_row(load_id: int, entry: Refusal) -> dict[str, object]:
    return {
        "load_id": load_id,
        "line": entry.line,
        "line_to": entry.line_to,
        "column_name": entry.column,
        "reason": entry.reason,
        "value": entry.value and entry.value.replace("\0", NUL_SHOWN),
        "message": entry.message.replace("\0", NUL_SHOWN),
    }


def _row_of(connection: Connection, load_id: int) -> Mapping[str, object]:
    rows = connection.rows("queries/load", load_id=load_id)
    if not rows:
        raise UnknownLoad(f"There is no load {load_id}.")
    return rows[0]


def _today() -> date:
    return datetime.now(UTC).date()
