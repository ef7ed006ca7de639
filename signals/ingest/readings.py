"""How is each column of an export read: in which style of numbers, in which order of day and month?

An answer of the analyst, or one remembered from an earlier file, decides only what the file itself leaves open.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial

from signals.errors import IngestRejected
from signals.ingest import dates, numbers, remarks
from signals.ingest.bench import Bench
from signals.ingest.columns_of_dates import Orders
from signals.ingest.contract import Field
from signals.ingest.numbers import Marks, Style
from signals.ingest.texts import LONG_NUMBER, MARKER_SHARE, id_of, is_float_like, is_missing, text_of
from signals.ingest.vocabulary import currency_of, mark_of, quarter_of_text
from signals.model import Question

NUMERIC = ("number", "money", "score", "share")
DATED = ("date", "timestamp", "month")
DATE_READERS = {"date": dates.date_of, "timestamp": dates.timestamp_of, "month": dates.month_of}
NUMBER_READERS = {"number": numbers.number_of, "money": numbers.money_of, "score": numbers.score_of}

CHANCE_ZEROS = 4  # so many zeros stand at the ends of long numbers by chance once in ten thousand columns

Reader = Callable[[str], object]


@dataclass
class Reading:
    """The style in which an export's columns were read."""

    decimal: str | None = None
    date_format: dict[str, str] = field(default_factory=dict)  # column -> dmy, mdy, ymd or iso
    questions: list[Question] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    currencies: frozenset[str] = frozenset()  # one of these is on the amounts themselves; none: they carry no mark


def read_columns(
    bench: Bench,
    fields: list[Field],
    answers: Mapping[str, str],
    today: date,
    headings: Mapping[str, str] | None = None,
) -> Reading:
    """Give every column of `cells` its `reading_<column>`; what no column decides stands in the reading's questions.

    `headings`: our column -> the file's, for the sentences. Raises IngestRejected where amounts are marked with
    several currencies.
    """
    names = {column.name: (headings or {}).get(column.name, column.name) for column in fields}
    reading = Reading()
    for column in fields:
        bench.gather(column.name)
    readers = _number_readers(bench, _of_types(fields, NUMERIC), reading, answers, names)
    readers |= _date_readers(bench, _of_types(fields, DATED), reading, answers, today, names)
    for column in fields:
        bench.read_column(column.name, column.type, readers.get(column.name) or _text_reader(bench, column))
        reading.notes += remarks.on(bench, column, names[column.name])
    _check_currencies(bench, reading, fields)
    return reading


def _of_types(fields: Iterable[Field], types: tuple[str, ...]) -> list[Field]:
    return [column for column in fields if column.type in types]


def _number_readers(
    bench: Bench, columns: list[Field], reading: Reading, answers: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Reader]:
    marks = {column.name: Marks().see(bench.texts(column.name)) for column in columns}
    if columns:
        _decide_decimal(reading, marks, answers, names)
    is_mixed = numbers.is_mixed(marks.values()) and not _is_settled(marks, answers)
    readers: dict[str, Reader] = {}
    for column in columns:
        found = marks[column.name]
        unit = found.common_unit if column.type == "number" else ""
        if unit:
            reading.notes.append(f"{names[column.name]}: every number is followed by {unit}; it was left away.")
        own = numbers.style_of([found]) if is_mixed else None
        if own not in (None, reading.decimal):
            reading.notes.append(f"{names[column.name]} has a decimal {own}, unlike other columns of the file.")
        style = Style(own or reading.decimal, is_mixed=is_mixed, unit=unit)
        if column.type == "share":
            readers[column.name] = _share_reader(bench, column.name, style, found, reading, answers, names)
        else:
            readers[column.name] = partial(NUMBER_READERS[column.type], style=style)
    of_money = (marks[column.name].currencies for column in columns if column.type == "money")
    _decide_currency(reading, frozenset().union(*of_money))
    return readers


def _is_settled(marks: Mapping[str, Marks], answers: Mapping[str, str]) -> bool:
    """As many numbers tell one style as the other, and the analyst said which holds."""
    return "decimal" in answers and numbers.style_of(marks.values()) is None


def _decide_decimal(
    reading: Reading, marks: Mapping[str, Marks], answers: Mapping[str, str], names: Mapping[str, str]
) -> None:
    """One system writes one style: all numbers of the file decide it together, unless its columns plainly differ."""
    told, answer = numbers.style_of(marks.values()), answers.get("decimal")
    reading.decimal = told or answer or numbers.POINT
    if told and answer not in (None, told):
        example = next(found.example[told] for found in marks.values() if told in found.example)
        reading.notes.append(f"The answer decimal {answer} was not used: {example.strip()} tells a decimal {told}.")
    if answer:
        return
    for name, found in marks.items():
        open_texts = found.ambiguous.values() if told is None else filter(None, [found.contradicts(told)])
        example = next(iter(open_texts), None)
        if example is not None:
            reading.questions.append(_which_decimal(example.strip(), names[name], told))
            return


def _which_decimal(example: str, heading: str, told: str | None) -> Question:
    why = (
        f"Whole numbers stand beside it, though other columns have a decimal {told}."
        if told
        else "No number of the file decides it."
    )
    text = f"Is the mark in {example!r} ({heading}) a decimal mark or does it group thousands? {why}"
    return Question("ambiguous_number", "decimal", text, (numbers.POINT, numbers.COMMA))


def _share_reader(
    bench: Bench,
    column: str,
    style: Style,
    found: Marks,
    reading: Reading,
    answers: Mapping[str, str],
    names: Mapping[str, str],
) -> Reader:
    read = partial(numbers.share_of, style=style, has_per_cent=found.has_per_cent)
    values = map(partial(read, bare=numbers.SHARE), bench.texts(column))
    bare = numbers.bare_shares(value for value in values if isinstance(value, Decimal))
    if found.has_per_cent:
        bare = numbers.SHARE
    elif bare is None and "share" not in answers:
        text = f"Is 1 in {names[column]} one per cent or the whole? No number of the column decides it."
        reading.questions.append(Question("ambiguous_number", "share", text, (numbers.PER_CENT, numbers.SHARE)))
    bare = bare or answers.get("share", numbers.SHARE)
    if bare == numbers.PER_CENT:
        reading.notes.append(f"{names[column]} is read as per cent: 12 is 0.12.")
    return partial(read, bare=bare)


def _decide_currency(reading: Reading, marks: frozenset[frozenset[str]]) -> None:
    if not marks:
        return
    reading.currencies = frozenset.intersection(*marks)
    if not reading.currencies:
        some = ", ".join(sorted(map(mark_of, marks)))
        raise IngestRejected(
            "mixed_currency", f"The amounts are marked with several currencies ({some}). Export one currency a file."
        )


def _check_currencies(bench: Bench, reading: Reading, fields: list[Field]) -> None:
    """What is marked on the amounts must be among the currencies that the file's own column names."""
    if not reading.currencies or not _of_types(fields, ("currency",)):
        return
    told = bench.execute("SELECT DISTINCT value FROM reading_currency WHERE value IS NOT NULL").fetchall()
    named = {code for (code,) in told}
    if named and not named & reading.currencies:
        raise IngestRejected(
            "mixed_currency",
            f"The amounts are marked {'/'.join(sorted(reading.currencies))}, and the currency column says "
            f"{', '.join(sorted(named))}. One of them must be wrong.",
        )


def _date_readers(
    bench: Bench,
    columns: list[Field],
    reading: Reading,
    answers: Mapping[str, str],
    today: date,
    names: Mapping[str, str],
) -> dict[str, Reader]:
    found = {column.name: Orders().see(bench.texts(column.name)) for column in columns}
    orders = _decided_orders(found, reading, answers, today, names)
    readers = {}
    for column in columns:
        order = orders.get(column.name)
        reading.date_format[column.name] = order or "iso"
        doubts = found[column.name].doubts
        readers[column.name] = partial(DATE_READERS[column.type], order=order, today=today, doubts=doubts)
    return readers


def _decided_orders(
    found: Mapping[str, Orders], reading: Reading, answers: Mapping[str, str], today: date, names: Mapping[str, str]
) -> dict[str, str]:
    """Column -> order, of the columns that need one. A column that decides nothing is written as the others are."""
    needed = {name: orders for name, orders in found.items() if orders.is_needed}
    told = {name: orders.order(today) for name, orders in needed.items()}
    decided, answer = {order for order in told.values() if order}, answers.get("date_order")
    borrowed = next(iter(decided)) if len(decided) == 1 else answer
    for name, order in told.items():
        choices = needed[name].choices(today)
        if order and answer not in (None, order):
            reading.notes.append(f"{names[name]}: the answer {answer} was not used, its own dates tell {order}.")
        elif order is None and borrowed in choices:
            told[name] = borrowed
            if decided:
                said = dates.ORDERS[borrowed]
                reading.notes.append(f"{names[name]} is read as {said}, as the file's other dates tell.")
        elif order is None and all(asked.key != "date_order" for asked in reading.questions):
            reading.questions.append(_which_order(names[name], choices))
    return {name: order for name, order in told.items() if order}


def _which_order(heading: str, choices: tuple[str, ...]) -> Question:
    named = " or ".join(dates.ORDERS[order] for order in choices)
    return Question("ambiguous_date", "date_order", f"Are the dates in {heading} {named}? No date decides it.", choices)


def _text_reader(bench: Bench, column: Field) -> Reader:
    if column.type == "id":
        floats = is_float_like(bench.texts(column.name))
        markers, is_cut_off = _missing_markers(bench, column.name), _are_cut_off(bench, column.name)
        return partial(_identifier, floats=floats, markers=markers, is_cut_off=is_cut_off)
    return {"currency": currency_of, "quarter": quarter_of_text}.get(column.type, text_of)


def _missing_markers(bench: Bench, column: str) -> frozenset[str]:
    """NULL on many rows means missing; on one row it may be somebody's identifier and is kept as text."""
    rows = bench.value("SELECT count(*) FROM cells")
    if rows < 1 / MARKER_SHARE:
        return frozenset()
    common = bench.execute(f"SELECT text FROM texts_{column} WHERE copies >= ?", MARKER_SHARE * rows).fetchall()
    return frozenset(text for (text,) in common if text.strip() and is_missing(text))


def _are_cut_off(bench: Bench, column: str) -> bool:
    """Do all numbers of more than 15 digits end in zeros, and too many zeros for chance?"""
    statement = (
        "SELECT coalesce(bool_and(length(number) - length(rtrim(number, '0')) >= lost) AND sum(lost) >= ?, false) "
        "FROM (SELECT trim(text) AS number, greatest(1, length(trim(text)) - 16) AS lost "
        rf"FROM texts_{column} WHERE regexp_full_match(trim(text), '{LONG_NUMBER.pattern}'))"
    )
    return bench.value(statement, CHANCE_ZEROS)


def _identifier(text: str, *, floats: bool, markers: frozenset[str], is_cut_off: bool) -> object:
    return None if text in markers else id_of(text, is_float_like=floats, is_cut_off=is_cut_off)
