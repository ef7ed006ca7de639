"""How is an export understood, from its bytes to the rows that would be stored?"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from pathlib import Path

import pyarrow as pa

from signals.errors import IngestRejected
from signals.ingest import checks, rules
from signals.ingest.bench import BATCH_ROWS, Bench
from signals.ingest.contract import KINDS, Kind
from signals.ingest.headings import SPELLINGS
from signals.ingest.mapping import Mapping_, mapping_of
from signals.ingest.reader import Table, open_table
from signals.ingest.readings import Reading, read_columns
from signals.model import LoadReport, Question, Refusal

CENT = Decimal("0.01")
SAMPLE_ROWS = 8
WITHOUT_ORDERS = Question(
    "missing_column",
    rules.ORDERS,
    "No column names the order. Choose the column that does, or let each customer's day count as one order.",
    (rules.BY_DAY,),
)


Progress = Callable[[str], None]  # takes a sentence


def silent(sentence: str) -> None:
    """Nobody watches."""


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency is worth in the reporting currency, from a day on."""

    currency: str
    first_date: date
    rate: Decimal


@dataclass(frozen=True)
class Wishes:
    """What the analyst told us about a file."""

    kind: str | None = None
    columns: Mapping[str, str] | None = None  # our column -> the file's heading
    answers: Mapping[str, str] | None = None


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

    def rows(self) -> pa.RecordBatchReader:
        """The accepted rows with the store's columns; columns that the file lacks are null."""
        present = self.bench.columns("accepted")
        columns = [name if name in present else f"NULL AS {name}" for name in self.kind.facts.columns]
        return self.bench.execute(f"SELECT {', '.join(columns)} FROM accepted").to_arrow_reader(BATCH_ROWS)


@contextmanager
def understood(
    path: Path, *, file_name: str, wishes: Wishes, known: Circumstances, progress: Progress = silent
) -> Iterator[Export]:
    """The export with its report: outcome load, refuse or ask. Nothing is stored."""
    with Bench() as bench:
        try:
            export = _understood(bench, path, file_name, wishes, known, progress)
        except IngestRejected as refused:
            export = Export(refusal(file_name, wishes.kind, refused), bench)
        yield export


def asking(report: LoadReport, *questions: Question) -> LoadReport:
    """The report that waits for answers; the first question speaks for all."""
    first = questions[0]
    answer = {"answer": first.key, "answers": first.answers}
    return replace(report, outcome="ask", reason=first.reason, question=first.text, questions=questions, extras=answer)


def refusal(file_name: str, kind: str | None, refused: IngestRejected) -> LoadReport:
    return LoadReport(file=file_name, kind=kind, outcome="refuse", reason=refused.reason, question=str(refused))


def _understood(
    bench: Bench, path: Path, file_name: str, wishes: Wishes, known: Circumstances, progress: Progress
) -> Export:
    table = open_table(path)
    mapping = mapping_of(table.header, wishes.kind, wishes.columns)
    report = LoadReport(
        file=file_name,
        kind=mapping.kind.name,
        outcome="load",
        format=_format(table, mapping, Reading()),
        choices={field.name: tuple(table.header) for field in mapping.kind.fields},
    )
    stopped = _unmappable(report, table, mapping, wishes.answers or {}, is_kind_told=wishes.kind is not None)
    if stopped:
        return Export(stopped, bench)
    bench.lay_out(table.chunks(), {match.field: table.header.index(match.heading) for match in mapping.matches})
    fields = [mapping.kind.field(match.field) for match in mapping.matches]
    reading = read_columns(bench, fields, wishes.answers or {}, known.today)
    report = replace(report, format=_format(table, mapping, reading))
    if reading.questions:
        return Export(asking(report, *reading.questions), bench)
    found = rules.Understanding(headings=mapping.columns)
    checks.type_rows(bench, mapping.columns)
    rules.apply(bench, mapping.kind, found)
    checks.accept(bench, mapping.kind, found.identity)
    rules.describe(bench, mapping.kind, found)
    return Export(_described(bench, report, mapping.kind, table, found), bench, mapping.kind)


def _unmappable(
    report: LoadReport, table: Table, mapping: Mapping_, answers: Mapping[str, str], *, is_kind_told: bool
) -> LoadReport | None:
    """The report of a file whose columns cannot be matched."""
    refused = partial(replace, report, outcome="refuse")
    if not table.format.has_header:
        sentence = "The file has no line of headings. Add one, or export it with headings."
        return refused(reason="missing_header", question=sentence)
    if not is_kind_told and not mapping.is_recognised:
        kinds = ", ".join(KINDS)
        question = f"We do not recognise what this file holds. Choose one of {kinds}, and its columns."
        return refused(reason="missing_column", kind=None, question=question)
    if mapping.missing == (rules.ORDER,):
        return None if answers.get(rules.ORDERS) == rules.BY_DAY else asking(report, WITHOUT_ORDERS)
    if mapping.missing:
        names = ", ".join(mapping.missing)
        known = "; ".join(f"{name}: {', '.join(SPELLINGS[name][:3])}" for name in mapping.missing)
        how = f"Choose the column, or write a heading that we know ({known})."
        return refused(reason="missing_column", question=f"No column for {names} was found. {how}")
    if mapping.rivals:
        column, headings = next(iter(mapping.rivals.items()))
        if len(set(headings)) == 1:
            sentence = f"{len(headings)} columns are called {headings[0]!r}. Give each its own heading."
            return refused(reason="duplicate_column", question=sentence)
        question = f"Which column is {column}: {' or '.join(headings)}?"
        return asking(report, Question("ambiguous_column", column, question, tuple(headings), is_column=True))
    return None


def _format(table: Table, mapping: Mapping_, reading: Reading) -> dict[str, object]:
    dates = set(reading.date_format.values())
    return {
        "container": table.format.container,
        "encoding": table.format.encoding,
        "delimiter": table.format.delimiter,
        "decimal": reading.decimal,
        "date_format": dates.pop() if len(dates) == 1 else (reading.date_format or None),
        "header_line": table.format.header_line,
        "columns": mapping.columns,
        "confidence": {match.field: match.confidence for match in mapping.matches},
        "unused": list(mapping.unused),
    }


def _described(bench: Bench, report: LoadReport, kind: Kind, table: Table, found: rules.Understanding) -> LoadReport:
    damaged = [entry for entry in table.declared if entry.kind == "reject"]
    ignored = [entry for entry in table.declared if entry.kind == "ignored"]
    repaired = [entry for entry in table.declared if entry.kind == "repaired"]
    rejects = checks.refusals(bench) + [_refusal(entry) for entry in damaged]
    rejects.sort(key=lambda entry: entry.line)
    accepted = bench.value("SELECT count(*) FROM accepted")
    if repaired:
        lines = ", ".join(str(entry.line) for entry in repaired[:5])
        found.notes.append(f"{len(repaired):,} damaged lines were repaired (line {lines}): {repaired[0].message}")
    report = replace(
        report,
        rows_read=accepted + len(rejects),
        rows_accepted=accepted,
        rows_rejected=len(rejects),
        rejects=tuple(rejects),
        ignored=tuple(_refusal(entry) for entry in ignored),
        customers=_distinct(bench, found, "customer_id"),
        sample=_sample(bench),
        extras=found.extras,
        **_extent(bench, kind),
        **_amounts(bench, kind, found),
    )
    report = replace(report, notes=tuple(found.notes))
    if not accepted:
        reason = "no_valid_rows" if rejects else "no_data_rows"
        sentence = (
            f"None of the {len(rejects):,} rows can be taken." if rejects else "The file has headings and no rows."
        )
        return replace(report, outcome="refuse", reason=reason, question=sentence)
    if len(report.amounts) > 1:
        codes = ", ".join(sorted(report.amounts))
        return replace(report, outcome="refuse", reason="mixed_currency",
                       question=f"The file mixes currencies ({codes}). Export one currency a file.")  # fmt: skip
    return report


def _refusal(entry) -> Refusal:
    return Refusal(entry.line, entry.reason, entry.message, entry.column, entry.value, entry.line_to)


def _distinct(bench: Bench, found: rules.Understanding, column: str) -> int | None:
    return bench.value(f"SELECT count(DISTINCT {column}) FROM accepted") if found.has(column) else None


def _extent(bench: Bench, kind: Kind) -> dict[str, object]:
    if kind.date is None:
        return {}
    first, last = bench.execute(f"SELECT min({kind.date}), max({kind.date}) FROM accepted").fetchone()
    return {"first_date": first, "last_date": last}


def _amounts(bench: Bench, kind: Kind, found: rules.Understanding) -> dict[str, object]:
    if kind.amount is None:
        return {}
    code = "coalesce(currency, '')" if found.has("currency") else "''"
    amounts = dict(bench.execute(f"SELECT {code}, sum({kind.amount}) FROM accepted GROUP BY 1").fetchall())
    months = bench.execute(
        f"SELECT strftime({kind.date}, '%Y-%m') AS month, sum({kind.amount}) FROM accepted GROUP BY 1 ORDER BY 1"
    ).fetchall()
    cents = {code: _to_cents(amount) for code, amount in amounts.items()}
    return {
        "amounts": cents,
        "amount": next(iter(cents.values())) if len(cents) == 1 else None,
        "by_month": {month: _to_cents(amount) for month, amount in months},
    }


def _to_cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def _sample(bench: Bench) -> tuple[dict[str, str], ...]:
    rows = bench.execute(f"SELECT * FROM accepted ORDER BY line LIMIT {SAMPLE_ROWS}").to_arrow_table().to_pylist()
    return tuple({name: "" if value is None else str(value) for name, value in row.items()} for row in rows)
