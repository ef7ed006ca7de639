"""How is each column of an export read: in which style of numbers, in which order of day and month?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from signals.ingest import dates, numbers
from signals.ingest.bench import Bench
from signals.ingest.contract import Field
from signals.ingest.texts import MARKER_SHARE, Refused, id_of, is_float_like, is_missing, text_of
from signals.ingest.vocabulary import currency_of, quarter_of_text
from signals.model import Question

NUMERIC = ("number", "money", "score")


@dataclass
class Reading:
    """The style in which an export's columns were read."""

    decimal: str | None = None
    date_format: dict[str, str] = field(default_factory=dict)  # column -> dmy, mdy or iso
    questions: list[Question] = field(default_factory=list)


def read_columns(bench: Bench, fields: list[Field], answers: Mapping[str, str], today: date) -> Reading:
    """Give every column of `cells` its `reading_<column>`; what no column decides stands in the reading's questions."""
    reading = Reading()
    texts = {field.name: bench.distinct(field.name) for field in fields}
    numeric = [field for field in fields if field.type in NUMERIC]
    if numeric:
        _decide_decimal(reading, {field.name: texts[field.name] for field in numeric}, answers)
    for column in fields:
        read = _reader(column, texts[column.name], reading, answers, today, bench)
        bench.read_column(column.name, column.type, texts[column.name], read)
    return reading


def _decide_decimal(reading: Reading, texts: Mapping[str, list[str]], answers: Mapping[str, str]) -> None:
    every = [text for column in texts.values() for text in column]
    reading.decimal = answers.get("decimal") or numbers.style_of(every)
    if reading.decimal is None and numbers.has_ambiguous(every):
        example = next(text for text in every if numbers.has_ambiguous([text]))
        reading.questions.append(
            Question(
                "ambiguous_number",
                "decimal",
                f"Is the mark in {example.strip()!r} a decimal mark or does it group thousands? "
                "No number of the file decides it.",
                (numbers.POINT, numbers.COMMA),
            )
        )
    reading.decimal = reading.decimal or numbers.POINT


def _reader(
    column: Field, texts: list[str], reading: Reading, answers: Mapping[str, str], today: date, bench: Bench
) -> Callable[[str], object]:
    if column.type in NUMERIC:
        read = numbers.score_of if column.type == "score" else numbers.number_of
        return partial(read, style=reading.decimal)
    if column.type in ("date", "timestamp", "month"):
        order = _decided_order(column, texts, reading, answers)
        read = dates.timestamp_of if column.type == "timestamp" else dates.date_of
        read = partial(read, order=order, today=today)
        return partial(_first_of_month, read=read) if column.type == "month" else read
    if column.type == "id":
        markers = _missing_markers(bench, column.name, texts)
        return partial(_identifier, floats=is_float_like(texts), markers=markers)
    return {"currency": currency_of, "quarter": quarter_of_text}.get(column.type, text_of)


def _decided_order(column: Field, texts: list[str], reading: Reading, answers: Mapping[str, str]) -> str | None:
    told, needed = dates.order_of(texts)
    order = answers.get("date_order") or told
    if needed and order is None and all(asked.key != "date_order" for asked in reading.questions):
        reading.questions.append(
            Question(
                "ambiguous_date",
                "date_order",
                f"Are the dates in {column.name} day/month or month/day? No day above 12 decides it.",
                (dates.DMY, dates.MDY),
            )
        )
    reading.date_format[column.name] = order if needed and order else "iso"
    return order


def _missing_markers(bench: Bench, column: str, texts: list[str]) -> frozenset[str]:
    """NULL on many rows means missing; on one row it may be somebody's identifier and is kept as text."""
    suspects = [text for text in texts if text.strip() and is_missing(text)]
    rows = bench.value("SELECT count(*) FROM cells")
    if rows < 1 / MARKER_SHARE:
        return frozenset()
    counts = {text: bench.value(f"SELECT count(*) FROM cells WHERE {column} = ?", text) for text in suspects}
    return frozenset(text for text, count in counts.items() if count >= MARKER_SHARE * rows)


def _identifier(text: str, *, floats: bool, markers: frozenset[str]) -> object:
    return None if text in markers else id_of(text, is_float_like=floats)


def _first_of_month(text: str, *, read: Callable[[str], object]) -> object:
    found = read(f"{text.strip()}-01" if len(text.strip()) == 7 else text)
    return found if found is None or isinstance(found, Refused) else found.replace(day=1)
