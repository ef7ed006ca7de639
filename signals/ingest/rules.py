"""What does each kind of export mean beyond its single cells, and which rules does the analyst see?

Each kind may prepare its cells, ask what they leave open, derive columns of the bench's `meant` rows and refuse some
before they are accepted, and describe the rest; notes say what it did.
"""

from types import SimpleNamespace

from signals.ingest import feedback, sales
from signals.ingest.bench import Bench
from signals.ingest.checks import derive, refuse_missing, refuse_where
from signals.ingest.contract import Kind
from signals.ingest.numbers import LARGEST_AMOUNT
from signals.ingest.understanding import Understanding


def prepare(bench: Bench, kind: Kind, found: Understanding) -> None:
    """Change cells before they are read, where a system writes them in a way of its own."""
    _rules_of(kind).prepare(bench, found)


def ask(bench: Bench, kind: Kind, found: Understanding) -> None:
    """Put what the typed rows leave open into the questions."""
    _rules_of(kind).ask(bench, found)


def apply(bench: Bench, kind: Kind, found: Understanding) -> None:
    """Derive the columns that the kind needs and refuse the rows that contradict its meaning."""
    refuse_missing(bench, kind, found.headings)
    _rules_of(kind).apply(bench, found)


def describe(bench: Bench, kind: Kind, found: Understanding) -> None:
    """The notes and extras that need the accepted rows."""
    _rules_of(kind).describe(bench, found)


def _nothing(bench: Bench, found: Understanding) -> None:
    """Cells that can be read are all that this kind asks for."""


def _apply_events(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "last_date < first_date", "last_date", "out_of_range", "The event ends before it begins.", found.headings
    )


def _apply_spend(bench: Bench, found: Understanding) -> None:
    derive(bench, {"purpose": "lower(purpose)"})
    refuse_where(
        bench, "purpose NOT IN ('acquire', 'retain')", "purpose", "out_of_range",
        "The purpose is neither acquire nor retain.", found.headings,
    )  # fmt: skip


def _apply_competitor_prices(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "price <= 0", "price", "negative_price", "A competitor's price must be above zero.", found.headings
    )


def _apply_rates(bench: Bench, found: Understanding) -> None:
    refuse_where(bench, "rate <= 0", "rate", "out_of_range", "A rate must be above zero.", found.headings)
    message = "A rate beyond 99,999,999 is a slip."
    refuse_where(bench, "rate > 99999999", "rate", "out_of_range", message, found.headings)


def _only(apply: object) -> SimpleNamespace:
    return SimpleNamespace(prepare=_nothing, ask=_nothing, apply=apply, describe=_nothing)


RULES = {
    "sales": sales,
    "feedback": feedback,
    "events": _only(_apply_events),
    "spend": _only(_apply_spend),
    "competitor_prices": _only(_apply_competitor_prices),
    "rates": _only(_apply_rates),
}
PLAIN = _only(_nothing)


def _rules_of(kind: Kind) -> object:
    return RULES.get(kind.name, PLAIN)


RULES_TOLD = {
    # rows that are refused
    "missing_required": "A cell that the row needs is empty, or says NULL, N/A, nan or -. Fill it in the source.",
    "missing_customer": "The row names no customer where one is needed. Fill it in the source.",
    "bad_number": "A number cannot be read. Numbers may have thousands, a currency sign, or a minus at either end.",
    "inconsistent_number": "A number is written with the other decimal mark than its column. Correct it in the source.",
    "not_finite": "Infinity and not-a-number are no amounts. Correct the formula in the source.",
    "overflow": f"An amount, a price or quantity × price is beyond {LARGEST_AMOUNT:,} in size (more digits than any "
    "sale has). Correct it in the source.",
    "out_of_range": "A value lies outside what the column allows: a score outside its scale or with a fraction, a date "
    "before 1900, an event that ends before it begins, a rate that is not above zero. Correct it in the source.",
    "negative_price": "A price is below zero. Write a return with a negative quantity or amount; only charges such as "
    "discounts may have a negative price, and a competitor's price must be above zero.",
    "bad_date": "A date cannot be read or is no day of the calendar. Correct it in the source.",
    "inconsistent_date": "A date does not fit the order of day and month of its column. Correct it in the source.",
    "future_date": "A date lies after tomorrow. Sales and answers happen in the past: correct it in the source.",
    "bad_currency": "A currency is no ISO code, name or sign that we know. Write a code such as EUR.",
    "no_rate": "The line is in another currency than the company's, and no rate is known on its day. Load rates.",
    "not_sold": "The line is in a state that is no sale, such as cancelled, and you answered to leave such lines out.",
    "ragged_row": "The row has more or fewer cells than the header. Often a value holds the delimiter: quote it.",
    "unbalanced_quote": "A quote is opened and never closed, or the other way round. Correct it in the source.",
    "truncated": "The file ends in the middle of this row. Export it again.",
    "duplicate_key": "Two rows have the same key. Correct one of them in the source.",
    "duplicate_row": "The same row stands in the file before; it is counted once. Nothing is to be done.",
    "conflicting_duplicate": "An earlier line has the same key and other values. Correct one of them in the source.",
    "mangled_id": "A spreadsheet has destroyed this number (1.23E+11). Export the column as text.",
    "bad_id": "An identifier cannot be read. Correct it in the source.",
    "bad_encoding": "Some letters of this row, or of the file, cannot be read in any encoding. Export it as UTF-8.",
    "control_char": "The row holds a control character that belongs to no text. Correct it in the source.",
    "field_too_long": "A cell is longer than any value is; usually a quote was never closed before it.",
    # lines that are left out
    "preamble": "A line before the header, such as a title or a filter. It is left out.",
    "blank": "A blank line. It is left out.",
    "rule": "A line drawn with dashes or the like. It is left out.",
    "repeated_header": "The header once more. It is left out.",
    "total_row": "A line of totals or subtotals. It is left out, since its rows are counted.",
    "footer": "A line behind the data, such as a row count. It is left out.",
    "directive": "A line that names the delimiter. It is left out.",
    # files that are refused
    "no_file": "There is no such file.",
    "empty_file": "The file holds nothing.",
    "no_data_rows": "The file has headings and no row under them.",
    "no_valid_rows": "None of the rows can be taken; the reasons stand beside them.",
    "missing_header": "The file has no line of headings. Add one, or export it with headings.",
    "missing_column": "A column that is needed was not found, or its amounts are in thousands or cents. Choose it, or "
    "export it.",
    "duplicate_column": "Two columns that are needed have the same heading. Give each its own.",
    "too_many_columns": "The file has more columns than any spreadsheet. Export it with the usual delimiter.",
    "not_csv": "The file holds no table.",
    "binary_file": "The file is no text. Export the table as CSV or xlsx.",
    "compressed_file": "The archive cannot be read, holds no table, or would be too large when unpacked.",
    "html_file": "The file is a web page. Export the table as CSV or xlsx.",
    "json_file": "The file is JSON. Export the table as CSV or xlsx.",
    "xml_file": "The file is XML. Export the table as CSV or xlsx.",
    "excel_file": "The workbook cannot be read. Save it as xlsx or CSV.",
    "too_large": "The file is larger than can be taken.",
    "decimal_comma": "The commas of the numbers are also the delimiter. Export with semicolons or with quotes.",
    "mixed_currency": "The amounts are in several currencies, or in one that is not the company's. Load rates, or "
    "export one currency a file. A line whose sign or heading contradicts its currency column is refused.",
    # what is asked
    "ambiguous_column": "Two columns could be the one that is needed. Choose.",
    "ambiguous_date": "No date of the column tells day from month. Choose their order.",
    "ambiguous_number": "No number tells whether the mark is a decimal mark or groups thousands. Choose.",
    "ambiguous_discount": "No line shows whether the amounts are before or after the discount. Choose.",
    "ambiguous_tax": "No line shows whether the amounts contain the tax; revenue is without tax. Choose.",
    "several_tables": "A zip of several files, or a workbook of several tables. Choose the one that is meant.",
    "ambiguous_total": "An amount is the same on every line of an order, or missing on lines that have quantity and "
    "price: is it of the order, or of the line? Choose.",
    "ambiguous_numbering": "Orders stand here with line numbers and the file has none for them, or the reverse. Choose "
    "whether its lines take the place of those, or come in addition.",
    "ambiguous_scale": "The scores could be of several scales. Choose.",
    "unsold_lines": "Lines are cancelled, voided, refunded or otherwise no sale. Leave them out, or count them.",
    "many_refused": "More rows are refused than the company allows without a look. Accept that, or correct the file.",
    # what is kept and said in a note
    "old_date": "A date before 1990 and not before 1900 is taken, and such lines are counted.",
    "unknown_id": "A product or customer that no list of yours holds is kept under its id, and said.",
    "repeated_line": "Lines of an order that repeat each other are kept as sales of their own where the file has no "
    "line numbers, and counted; answer repeats=once to count them once. Lines that share order and product and differ "
    "are kept and counted, too; answer repeats=first to count only the first.",
    "own_currency": "Lines in another currency are converted at the latest rate on or before their day; the note says "
    "the amounts before and the total after.",
}
