"""How is an export understood, from its bytes to the rows that would be stored?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path
from time import monotonic

import pyarrow as pa

from signals.errors import IngestRejected
from signals.ingest import checks, doubts, rules
from signals.ingest.bench import Bench
from signals.ingest.contents import contents_of, type_of
from signals.ingest.contract import Kind
from signals.ingest.currencies import Rate
from signals.ingest.described import asking, described, format_of, refusal
from signals.ingest.headings import folded
from signals.ingest.mapping import OWN_NAME, Mapping_, mapping_of
from signals.ingest.reader import Table, open_table
from signals.ingest.readings import Reading, read_columns
from signals.ingest.sheets import choices
from signals.ingest.understanding import Understanding
from signals.model import LoadReport, Question
from signals.store.failures import told_plainly

SECONDS_BETWEEN_SENTENCES = 1.0
MEMBER, ALL = "member", "all"  # which table of a zip or workbook; the command line takes `all`, one by one
TAKE_ALL = f"The answer {MEMBER}={ALL} takes one after the other."

Progress = Callable[[str], None]  # takes a sentence


def silent(sentence: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Wishes:
    """What the analyst told us about a file."""

    kind: str | None = None
    columns: Mapping[str, str] | None = None  # our column -> the file's heading
    answers: Mapping[str, str] | None = None
    profile: str | None = None  # the remembered source that it is from


@dataclass(frozen=True)
class Circumstances:
    """What the company knows that decides how a file is read."""

    today: date
    currency: str | None = None  # in which the company reports
    rates: Sequence[Rate] = ()
    recall: Callable[[Sequence[str]], Wishes | None] = lambda headings: None  # what was said of such headings before


@dataclass
class Export:
    """An export on the bench: its report, and the rows behind it."""

    report: LoadReport
    bench: Bench
    kind: Kind | None = None

    @property
    def is_loadable(self) -> bool:
        return self.report.outcome == "load"

    def rows(self) -> Path:
        """The accepted rows with the store's columns, as a Parquet file, once; columns that the file lacks are null."""
        present = self.bench.columns("accepted")
        columns = [name if name in present else f"NULL AS {name}" for name in self.kind.facts.columns]
        return self.bench.handed_over(f"SELECT {', '.join(columns)} FROM accepted")


@contextmanager
def understood(
    path: Path, *, file_name: str, wishes: Wishes, known: Circumstances, progress: Progress = silent
) -> Iterator[Export]:
    """The export with its report: outcome load, refuse or ask. Nothing is stored."""
    with told_plainly(), Bench() as bench:
        try:
            export = _understood(bench, path, file_name, wishes, known, progress)
        except IngestRejected as refused:
            export = Export(refusal(file_name, wishes.kind, refused), bench)
        yield export


def _understood(
    bench: Bench, path: Path, file_name: str, wishes: Wishes, known: Circumstances, progress: Progress
) -> Export:
    member = (wishes.answers or {}).get(MEMBER, "")
    inside = [] if member else choices(path)
    if len(inside) > 1:
        report = LoadReport(file=file_name, kind=wishes.kind, outcome="load", hints=(TAKE_ALL,))
        text = f"The file holds {len(inside)} tables. Which one is meant?"
        return Export(asking(report, Question("several_tables", MEMBER, text, tuple(inside))), bench)
    table = open_table(path, member)
    if not table.format.has_header:
        raise IngestRejected("missing_header", "The file has no line of headings. Add one, or export it with headings.")
    told = _with_recalled(wishes, known, table.header)
    chunks = table.chunks()
    first = next(chunks)
    contents = contents_of(first)
    mapping = mapping_of(table.header, told.kind, told.columns, contents)
    try:
        questions = doubts.column_questions(mapping, told.answers or {}, is_kind_told=told.kind is not None)
    except IngestRejected as refused:
        kind = told.kind or (mapping.kind.name if mapping.is_recognised else None)
        return Export(replace(refusal(file_name, kind, refused), **_columns(table, mapping, Reading())), bench)
    found = _understanding(mapping, told, known)
    found.notes += _recalled_note(told, wishes)
    places = {match.field: table.header.index(match.heading) for match in mapping.matches}
    bench.lay_out(_counted(chain([first], chunks), progress), places)
    progress("Reading the columns…")
    rules.prepare(bench, mapping.kind, found)
    fields = [mapping.kind.field(match.field) for match in mapping.matches]
    fields = [replace(field, type=type_of(field, contents[places[field.name]])) for field in fields]
    reading = read_columns(bench, fields, found.answers, known.today, mapping.columns)
    found.notes += reading.notes
    report = LoadReport(
        file=file_name,
        kind=mapping.kind.name,
        outcome="load",
        profile=told.profile,
        **_columns(table, mapping, reading),
    )
    questions += reading.questions
    progress("Checking the rows…")
    if not doubts.are_open(questions):
        checks.type_rows(bench, mapping.columns)
        rules.ask(bench, mapping.kind, found)
        questions += found.questions
    if questions:
        return Export(asking(report, *questions), bench)
    rules.apply(bench, mapping.kind, found)
    checks.accept(bench, mapping.kind, found.identity)
    rules.describe(bench, mapping.kind, found)
    return Export(described(bench, report, mapping.kind, table, found), bench, mapping.kind)


def _columns(table: Table, mapping: Mapping_, reading: Reading) -> dict[str, object]:
    """Of a report: how the columns were read, and what each may be."""
    choices = {field.name: tuple(table.header) for field in mapping.kind.fields}
    return {"format": format_of(table, mapping, reading), "choices": choices}


def _understanding(mapping: Mapping_, told: Wishes, known: Circumstances) -> Understanding:
    return Understanding(
        headings=mapping.columns,
        answers=told.answers or {},
        system=mapping.system,
        certain=frozenset(match.field for match in mapping.matches if match.confidence == OWN_NAME) - mapping.chosen,
        currency=known.currency,
        rates=known.rates,
        notes=[*([mapping.system.note] if mapping.system and mapping.system.note else []), *doubts.unbelieved(mapping)],
    )


def _with_recalled(wishes: Wishes, known: Circumstances, headings: Sequence[str]) -> Wishes:
    """What was said of these headings before, beneath what is said now. Of another kind nothing is known."""
    remembered = known.recall(headings)
    if remembered is None or wishes.kind not in (None, remembered.kind):
        return wishes
    told = wishes.columns or {}
    taken = {folded(heading) for heading in told.values()}
    columns = {
        name: heading
        for name, heading in (remembered.columns or {}).items()
        if not heading or (heading in headings and folded(heading) not in taken)
    }
    return Wishes(
        kind=remembered.kind,
        columns={**columns, **told},
        answers={**(remembered.answers or {}), **(wishes.answers or {})},
        profile=remembered.profile,
    )


def _recalled_note(told: Wishes, wishes: Wishes) -> list[str]:
    if told is wishes:
        return []
    said = {**told.columns, **told.answers}
    now = {**(wishes.columns or {}), **(wishes.answers or {})}
    kept = [f"{name} = {value}" for name, value in said.items() if now.get(name) != value]
    return [f"As told of such a file before: {', '.join([told.kind, *kept])}."]


def _counted(chunks: Iterator[pa.Table], progress: Progress) -> Iterator[pa.Table]:
    """The chunks as they come, with a sentence about every second."""
    lines, said = 0, monotonic()
    for chunk in chunks:
        yield chunk
        lines += chunk.num_rows
        if monotonic() - said >= SECONDS_BETWEEN_SENTENCES:
            progress(f"Reading {lines:,} lines…")
            said = monotonic()
