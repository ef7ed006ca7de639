"""How does an export get into the store, wholly or not at all, and out again?"""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from signals.errors import UnknownLoad
from signals.ingest import profiles
from signals.ingest.caution import asking_for_yes, waits_for_yes, with_caution
from signals.ingest.changes import KEPT, with_changes
from signals.ingest.contract import KINDS
from signals.ingest.currencies import Rate
from signals.ingest.export import Circumstances, Export, Progress, Wishes, silent, understood
from signals.ingest.register import enter, listing, load_row, rejects
from signals.ingest.reporting_currency import forget_currency, with_currency
from signals.ingest.reports import kept_report
from signals.model import LoadReport
from signals.settings import Company
from signals.store.company import company, now, record
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.store.facts import STAGED, Lacking, remove_vanished, replace_by_staged, take_back

__all__ = ["listing", "load", "preview", "rejects", "tried", "undo"]

Seen = TypeVar("Seen")


@dataclass(frozen=True)
class Request:
    """A file and what the analyst told us about it."""

    path: Path
    file_name: str
    told: Wishes  # now
    profile: profiles.Profile | None  # what is remembered of the source that the analyst named
    profile_name: str | None
    known: Circumstances
    decided: Company

    @property
    def answers(self) -> Mapping[str, str]:
        return self.told.answers or {}


class _NothingKept(Exception):
    """Ends a transaction that is to leave nothing behind; carries its answer."""

    def __init__(self, answer: object):
        super().__init__()
        self.answer = answer


def preview(store: Store, path: Path | str, *, progress: Progress = silent, **told: object) -> LoadReport:
    """What a load would do; nothing changes. `told`: file_name, kind, columns, answers, profile."""
    request = _request(store, path, **told)
    with _understood(request, progress) as export:
        if not export.is_loadable:
            return export.report
        with store.reading() as connection:
            return with_caution(_compared(connection, export, request, progress), request.decided)


def load(store: Store, path: Path | str, *, person: str, progress: Progress = silent, **told: object) -> LoadReport:
    """Load an export in one transaction. The same file again changes nothing."""
    request = _request(store, path, **told)
    content_hash = _content_hash(request.path)
    with _understood(request, progress) as export:
        if not export.is_loadable:
            return export.report
        try:
            with store.writing() as connection:
                report = _compared(connection, export, request, progress)
                _stop_if_known(connection, report, content_hash)
                if report.outcome != "load":
                    raise _NothingKept(report)
                report = with_caution(report, request.decided)
                if waits_for_yes(report, request.decided, request.answers):
                    raise _NothingKept(asking_for_yes(report))
                return _committed(connection, export, report, request, content_hash, person, progress)
        except _NothingKept as ended:
            return ended.answer


def tried(
    store: Store, path: Path | str, *, then: Callable[[Connection], Seen], progress: Progress = silent, **told: object
) -> tuple[LoadReport, Seen | None]:
    """What `then` sees in a database that holds the file; the transaction ends without a trace."""
    request = _request(store, path, **told)
    with _understood(request, progress) as export:
        if not export.is_loadable:
            return export.report, None
        try:
            with store.writing() as connection:
                report = _compared(connection, export, request, progress)
                if report.outcome != "load":
                    raise _NothingKept((report, None))
                report = _written(connection, export, report, "preview", progress)
                raise _NothingKept((report, then(connection)))
        except _NothingKept as ended:
            return ended.answer


def undo(store: Store, load_id: int, *, person: str) -> LoadReport:
    """Take a load back: every row is as if it had never been made, whatever was loaded since."""
    with store.writing() as connection:
        row = load_row(connection, load_id)
        if row["state"] != "live":
            raise UnknownLoad(f"Load {load_id} has been taken back already.")
        take_back(connection, KINDS[row["kind"]].facts, load_id, _later_that_kept(connection, row))
        connection.run("queries/mark_undone", load_id=load_id, undone_at=now(), undone_by=person)
        connection.run("queries/raise_facts_version")
        record(connection, person=person, verb="undo", subject=f"load {load_id}")
        forget_currency(connection, load_id, person)
        return kept_report(load_row(connection, load_id))


def _later_that_kept(connection: Connection, row: Mapping[str, object]) -> dict[int, Lacking]:
    """The later loads of the kind whose rows kept what stood there, the first first."""
    rows = reversed(connection.rows("queries/loads"))
    later = [each for each in rows if each["load_id"] > row["load_id"] and each["kind"] == row["kind"]]
    kept = {each["load_id"]: kept_report(each).format.get(KEPT) for each in later if each["state"] == "live"}
    return {load_id: lacking for load_id, lacking in kept.items() if lacking}


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
    with store.reading() as connection:
        remembered, decided = profiles.known_profiles(connection), company(connection)
        rates = [Rate(**row) for row in connection.rows("queries/rates")]
    known = Circumstances(_today(), decided.currency, rates)
    if profile is None:
        known = replace(known, recall=profiles.recall_of(remembered))
    told = Wishes(kind, columns, answers)
    return Request(Path(path), file_name or Path(path).name, told, remembered.get(profile), profile, known, decided)


def _understood(request: Request, progress: Progress) -> AbstractContextManager[Export]:
    wishes = profiles.with_remembered(request.told, request.profile)
    return understood(request.path, file_name=request.file_name, wishes=wishes, known=request.known, progress=progress)


def _compared(connection: Connection, export: Export, request: Request, progress: Progress) -> LoadReport:
    """The rows are staged; the report says what they would change."""
    progress(f"Comparing {export.report.rows_accepted:,} rows with what is there…")
    connection.stage(STAGED, export.kind.name, export.rows())
    return with_changes(connection, export.kind, export.report, request.answers)


def _stop_if_known(connection: Connection, report: LoadReport, content_hash: str) -> None:
    """The same bytes are loaded and, read as they are now, would change no row."""
    if report.rows_new or report.rows_replaced or report.rows_removed:
        return
    for row in connection.rows("queries/live_load_of_content", content_hash=content_hash):
        note = f"This very file is load {row['load_id']} already; nothing changes."
        known = replace(report, load_id=row["load_id"], state=row["state"], notes=(note, *report.notes))
        raise _NothingKept(known)


def _committed(
    connection: Connection, export: Export, report: LoadReport, request: Request, content_hash: str, person: str,
    progress: Progress,
) -> LoadReport:  # fmt: skip
    report = _written(connection, export, report, person, progress)
    enter(connection, report, content_hash, person)
    profiles.remember(connection, report, request.told, request.profile_name, person)
    connection.run("queries/raise_facts_version")
    record(connection, person=person, verb="load", subject=f"load {report.load_id}", detail=report.file)
    return report


def _written(connection: Connection, export: Export, report: LoadReport, person: str, progress: Progress) -> LoadReport:
    """The facts are as with this load; the load itself is not yet written down."""
    progress(f"Writing {report.rows_accepted:,} rows…")
    facts, load_id = export.kind.facts, connection.value("queries/next_load_id")
    if report.rows_removed:
        remove_vanished(connection, facts, load_id)
    replace_by_staged(connection, facts, load_id)
    return with_currency(connection, replace(report, load_id=load_id, state="live"), person)


def _content_hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _today() -> date:
    return datetime.now(UTC).date()
