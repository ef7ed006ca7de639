"""What do load, undo and loads answer?"""

import getpass
import os
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from signals.commands import reports
from signals.commands.answer import Answer, Progress, sentence_of
from signals.errors import IngestRejected, SignalsError
from signals.ingest import loads as ingest
from signals.ingest import watched
from signals.ingest.export import ALL, MEMBER
from signals.ingest.reports import as_json
from signals.ingest.sheets import choices
from signals.model import LoadReport
from signals.store.engine import Store

NOTHING = "There is no export to load."


@dataclass
class Taken:
    """One file, its reports (several where it is an archive) and where it went."""

    path: Path
    reports: list[LoadReport]
    moved_to: Path | None = None  # None where nothing is moved

    @property
    def is_loaded(self) -> bool:
        return all(report.outcome == "load" for report in self.reports)


def load(store: Store, told: Namespace, progress: Progress) -> Answer:
    if told.watch:
        with watched.held(told.watch):
            return _answer(_watched(store, told, progress), told)
    return _answer(_files(store, told, progress), told)


def undo(store: Store, told: Namespace, progress: Progress) -> Answer:
    report = ingest.undo(store, told.load_id, person=person())
    return Answer(as_json(report), f"Load {report.load_id} ({report.file}) is taken back.")


def loads(store: Store, told: Namespace, progress: Progress) -> Answer:
    listed = ingest.listing(store)
    lines = [
        f"{each.load_id:>5}  {each.state:<7} {each.kind:<18} {each.rows_accepted:>10,}  {each.file}" for each in listed
    ]
    return Answer({"loads": [as_json(each) for each in listed]}, "\n".join(lines) or "There are no loads yet.")


def of_files(files: Sequence[Path]) -> Namespace:
    """The command line that names files and nothing else."""
    return Namespace(files=files, watch=None, kind=None, profile=None, column=[], answer=[], dry_run=False)


def person() -> str:
    """Who runs the command, for the audit log."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container's user without a name
        return f"user {os.getuid()}"


def _files(store: Store, told: Namespace, progress: Progress) -> Iterator[Taken]:
    for path in told.files:
        progress(f"Reading {_name(path)}…")
        yield Taken(path, _taken(store, path, told, progress))


def _watched(store: Store, told: Namespace, progress: Progress) -> Iterator[Taken]:
    """Every export that nobody writes any more; what is loaded and what is not are moved apart."""
    for export in watched.waiting(told.watch):
        taken = Taken(export.path, [])
        if export.is_settled():
            progress(f"Reading {_name(export.path)}…")
            taken.reports.extend(_taken(store, export.path, told, progress))
        if taken.reports and export.is_settled():
            _move(taken, told)
        yield taken


def _move(taken: Taken, told: Namespace) -> None:
    if taken.is_loaded:
        taken.moved_to = watched.move_to_loaded(taken.path)
    else:
        taken.moved_to = watched.place_aside(taken.path)
        reason = reports.reason_text(taken.reports, taken.moved_to.resolve(), told)
        watched.set_aside(taken.path, taken.moved_to, reason)


def _taken(store: Store, path: Path, told: Namespace, progress: Progress) -> list[LoadReport]:
    """One report, or one a member of an archive of which all are wanted."""
    trouble = _trouble(path)
    if trouble:
        return [_refused(_name(path), told, "no_file", trouble)]
    name, answers = _name(path), dict(told.answer)
    if answers.get(MEMBER) != ALL:
        return [_loaded(store, path, name, answers, told, progress)]
    answers.pop(MEMBER)
    try:
        inside = choices(path)
    except IngestRejected as error:
        return [_refused(name, told, error.reason, str(error))]
    if not inside:  # a file like any other
        return [_loaded(store, path, name, answers, told, progress)]
    return [_loaded(store, path, f"{name}/{each}", {**answers, MEMBER: each}, told, progress) for each in inside]


def _loaded(
    store: Store, path: Path, name: str, answers: Mapping[str, str], told: Namespace, progress: Progress
) -> LoadReport:
    wishes = {"kind": told.kind, "profile": told.profile, "columns": dict(told.column), "answers": answers}
    try:
        if told.dry_run:
            return ingest.preview(store, path, file_name=name, progress=progress, **wishes)
        return ingest.load(store, path, file_name=name, person=person(), progress=progress, **wishes)
    except MemoryError:
        return _refused(name, told, "too_large", f"There is not enough memory to read {name}; split it.")


def _trouble(path: Path) -> str | None:
    """Why there is no file to read."""
    if path.is_dir():
        return f"{_name(path)} is a folder. Name its files, or take all that waits in it with --watch."
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError as error:
        return f"{_name(path)} cannot be read: {error.strerror}."
    return None


def _refused(name: str, told: Namespace, reason: str, sentence: str) -> LoadReport:
    return LoadReport(file=name, kind=told.kind, outcome="refuse", reason=reason, question=sentence)


def _name(path: Path) -> str:
    """As it can be written down, also where its bytes are no UTF-8."""
    return path.name.encode("utf-8", "replace").decode()


def _answer(turns: Iterator[Taken], told: Namespace) -> Answer:
    """What was done, also where something stopped it half-way."""
    done, failure = [], ""
    try:
        for taken in turns:
            done.append(taken)
    except (SignalsError, OSError) as error:
        if not done:
            raise
        failure = f"{sentence_of(error)} What comes after {_name(done[-1].path)} was not loaded."
    is_done = not failure and all(taken.is_loaded for taken in done)
    return Answer(_body(done, told), "\n".join(_text(taken, told) for taken in done) or NOTHING, is_done, failure)


def _body(done: list[Taken], told: Namespace) -> dict:
    if not told.watch:
        return {"loads": [as_json(report) for taken in done for report in taken.reports]}
    loads = [
        as_json(report) | {"moved_to": taken.moved_to and str(taken.moved_to)}
        for taken in done
        for report in taken.reports
    ]
    return {"loads": loads, "left": [_name(taken.path) for taken in done if not taken.moved_to]}


def _text(taken: Taken, told: Namespace) -> str:
    where = taken.moved_to or taken.path
    lines = [reports.load_text(report, where, told) for report in taken.reports]
    if taken.moved_to:
        return "\n".join([*lines, f"  {'moved' if taken.is_loaded else 'set aside'}: {taken.moved_to}"])
    if told.watch:
        lines.append(f"{_name(taken.path)}: somebody is writing it or has moved it; it is left for the next run.")
    return "\n".join(lines)
