"""What does a report say of an export: its format, its counts and amounts, what was refused and left out?"""

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from signals.errors import IngestRejected
from signals.ingest import checks, conversion, currencies
from signals.ingest.bench import Bench
from signals.ingest.contract import Kind
from signals.ingest.declared import Declared
from signals.ingest.mapping import Mapping_
from signals.ingest.reader import Table
from signals.ingest.readings import Reading
from signals.ingest.understanding import Understanding
from signals.model import LoadReport, Question, Refusal

CENT = Decimal("0.01")
SAMPLE_ROWS = 8


def asking(report: LoadReport, *questions: Question) -> LoadReport:
    """The report that waits for answers; the first question speaks for all."""
    first = questions[0]
    answer = {"answer": first.key, "answers": first.answers}
    return replace(report, outcome="ask", reason=first.reason, question=first.text, questions=questions, extras=answer)


def refusal(file_name: str, kind: str | None, refused: IngestRejected) -> LoadReport:
    return LoadReport(file=file_name, kind=kind, outcome="refuse", reason=refused.reason, question=str(refused))


def format_of(table: Table, mapping: Mapping_, reading: Reading) -> dict[str, object]:
    """What a question is still open about is not stated."""
    asked = {question.key for question in reading.questions}
    dates = set(reading.date_format.values())
    date_format = dates.pop() if len(dates) == 1 else (reading.date_format or None)
    return {
        "container": table.format.container,
        "encoding": table.format.encoding,
        "delimiter": table.format.delimiter,
        "decimal": None if "decimal" in asked else reading.decimal,
        "date_format": None if "date_order" in asked else date_format,
        "header_line": table.format.header_line,
        "columns": mapping.columns,
        "confidence": {match.field: match.confidence for match in mapping.matches},
        "unused": list(mapping.unused),
        "system": mapping.system.name if mapping.system else None,
    }


def described(bench: Bench, report: LoadReport, kind: Kind, table: Table, found: Understanding) -> LoadReport:
    """The report with all that the accepted and the refused rows tell."""
    damaged = [entry for entry in table.declared if entry.kind == "reject"]
    rejects = checks.refusals(bench) + [_refusal(entry) for entry in damaged]
    rejects.sort(key=lambda entry: entry.line)
    ignored = [_refusal(entry) for entry in table.declared if entry.kind == "ignored"] + found.ignored
    ignored.sort(key=lambda entry: entry.line)
    accepted = bench.value("SELECT count(*) FROM accepted")
    _note_repairs(table, found)
    amounts = _amounts(bench, kind, found)
    return _verdict(
        bench,
        replace(
            report,
            rows_read=accepted + len(rejects),
            rows_accepted=accepted,
            rows_rejected=len(rejects),
            rejects=tuple(rejects),
            ignored=tuple(ignored),
            customers=_distinct(bench, found, "customer_id"),
            sample=_sample(bench),
            extras=found.extras,
            **_extent(bench, kind),
            **amounts,
            notes=tuple(found.notes),
        ),
        kind,
        found,
    )


def _verdict(bench: Bench, report: LoadReport, kind: Kind, found: Understanding) -> LoadReport:
    """Refused after all, where no row or no single currency is left."""
    if not report.rows_accepted:
        reason = "no_valid_rows" if report.rows_rejected else "no_data_rows"
        counted = f"None of the {report.rows_rejected:,} rows can be taken."
        sentence = counted if report.rows_rejected else "The file has headings and no rows."
        return replace(report, outcome="refuse", reason=reason, question=sentence)
    foreign = _foreign(bench, report, kind, found)
    return replace(report, outcome="refuse", reason="mixed_currency", question=foreign) if foreign else report


def _foreign(bench: Bench, report: LoadReport, kind: Kind, found: Understanding) -> str | None:
    """Why the amounts must not be summed as they stand."""
    codes = sorted(report.amounts)
    if kind.name != "sales":
        money = _money(kind, found)
        told = currencies.told_by_headings([found.headings[name] for name in money], found.currency)
        codes = sorted({*currencies.lay_out_signs(bench, money, found.currency), *filter(None, [told])})
    elif conversion.is_converted(bench, "accepted"):
        return None
    how = "Load a table of rates (currency, date, rate) first, or export"
    if len(codes) > 1:
        return f"The file mixes currencies ({', '.join(code or 'none stated' for code in codes)}). {how} one a file."
    if codes and codes[0] and found.currency not in (None, codes[0]):
        return f"The amounts are in {codes[0]}, and the company reports in {found.currency}. {how} in {found.currency}."
    return None


def _money(kind: Kind, found: Understanding) -> list[str]:
    return [field.name for field in kind.fields if field.type == "money" and found.has(field.name)]


def _note_repairs(table: Table, found: Understanding) -> None:
    repaired = [entry for entry in table.declared if entry.kind == "repaired"]
    found.notes += dict.fromkeys(entry.message for entry in repaired if entry.reason == "bad_encoding")
    repaired = [entry for entry in repaired if entry.reason != "bad_encoding"]
    if repaired:
        lines = ", ".join(str(entry.line) for entry in repaired[:5])
        found.notes.append(f"{len(repaired):,} damaged lines were repaired (line {lines}): {repaired[0].message}")


def _refusal(entry: Declared) -> Refusal:
    return Refusal(entry.line, entry.reason, entry.message, entry.column, entry.value, entry.line_to)


def _distinct(bench: Bench, found: Understanding, column: str) -> int | None:
    return bench.value(f"SELECT count(DISTINCT {column}) FROM accepted") if found.has(column) else None


def _extent(bench: Bench, kind: Kind) -> dict[str, object]:
    if kind.date is None:
        return {}
    first, last = bench.execute(f"SELECT min({kind.date}), max({kind.date}) FROM accepted").fetchone()
    return {"first_date": first, "last_date": last}


def _amounts(bench: Bench, kind: Kind, found: Understanding) -> dict[str, object]:
    """Per currency as the file states them, and in sum and by month as they count."""
    if kind.amount is None:
        return {}
    present = bench.columns("accepted")
    code = "coalesce(currency, '')" if "currency" in present else "''"
    own = conversion.OWN if conversion.is_converted(bench, "accepted") else kind.amount
    amounts = dict(bench.execute(f"SELECT {code}, sum({own}) FROM accepted GROUP BY 1 ORDER BY 1").fetchall())
    cents = {code: to_cents(amount) for code, amount in amounts.items()}
    months = bench.execute(
        f"SELECT strftime({kind.date}, '%Y-%m') AS month, sum({kind.amount}) FROM accepted GROUP BY 1 ORDER BY 1"
    ).fetchall()
    total = next(iter(cents.values())) if len(cents) == 1 else None
    if own == conversion.OWN and cents:
        total = to_cents(bench.value(f"SELECT sum({kind.amount}) FROM accepted"))
        before = currencies.named(cents)
        found.notes.append(f"{before} were converted to {found.currency} {total:,.2f} at the rates of each line's day.")
    return {
        "amounts": cents,
        "amount": total,
        "by_month": {month: to_cents(amount) for month, amount in months},
    }


def to_cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


def _sample(bench: Bench) -> tuple[dict[str, str], ...]:
    rows = bench.execute(f"SELECT * FROM accepted ORDER BY line LIMIT {SAMPLE_ROWS}").to_arrow_table().to_pylist()
    return tuple({name: "" if value is None else str(value) for name, value in row.items()} for row in rows)
