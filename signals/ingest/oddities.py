"""Is a record data, or something else: blank, a rule, a total, a repeated header, a footer, damage?"""

import re

from signals.ingest.declared import Declared, declared
from signals.ingest.layout import Layout
from signals.ingest.records import BROKEN, Record
from signals.ingest.shapes import is_rule

_TOTAL_WORDS = (
    r"(?:grand|sub|report|overall|running|page|column|row|sum|final|order)?[\s-]*totals?",
    r"sub[\s-]?totals?|sous[\s-]?total|total(?:e|es|i)?(?:\s+(?:g[eé]n[eé]ra[l]e?|complessivo|geral))?",
    r"(?:gesamt|zwischen|end|teil)?summen?|gesamt(?:ergebnis|betrag)?|ergebnis|insgesamt",
    r"somme|suma(?:\s+total)?|somma|subtotal(?:e)?|soma|tot\.?|sum",
)
TOTAL = rf"(?:{'|'.join(_TOTAL_WORDS)})"
TOTAL_PATTERN = (
    rf"(?i)^\s*{TOTAL}\s*(?:\([^)]*\)|:.*|=.*)?\s*$"  # shared with the column-wise reading; RE2 reads it too
)
_TOTAL = re.compile(TOTAL_PATTERN)
_TOTAL_OF = re.compile(rf"(?i)^\s*(?:{TOTAL}\s+\S.*|\S.*\s{TOTAL})\s*$")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_TO_LOOK_AT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\udc80-\udcff]|=\"")
_FIRST_TO_LOOK_AT = re.compile(r"(?i)\s*(?:$|[-=_*~#|+]{3}|.*(?:tot|s[ou]m|gesamt|ergebnis))", re.S)
_NOT_UTF8 = re.compile(r"[\udc80-\udcff]")
_GUARD = re.compile(r'="([^"]*)"')

_SENTENCES = {
    "blank": "The line is blank.",
    "rule": "The line is a rule between parts of a report.",
    "repeated_header": "The header stands here once more.",
    "total_row": "The line sums up others.",
    "footer": "The line stands after the data.",
}


def ignored_reason(cells: list[str], raw: str, header: list[str]) -> str:
    """blank, rule, repeated_header or total_row; "" for anything else."""
    filled = [cell for cell in cells if cell.strip(" \t\r\n\x0b\x0c\x1a\xa0\ufeff\u200b")]
    if not filled:
        return "blank"
    if [cell.strip() for cell in filled] == [name.strip() for name in header if name.strip()]:
        return "repeated_header"
    if is_rule(raw):
        return "rule"
    return "total_row" if _is_total(filled, len(cells)) else ""


def _is_total(filled: list[str], width: int) -> bool:
    """Told by its first words alone: Total, Summe, Zwischensumme; `North Total` only where most cells are blank."""
    if _TOTAL.match(filled[0]):
        return True
    return len(filled) <= max(1, width // 2) and len(filled[0]) < 80 and bool(_TOTAL_OF.match(filled[0]))


def is_plainly_data(record: Record, layout: Layout) -> bool:
    """A quick yes for nearly every record; a no means that it must be looked at."""
    cells = record.cells
    return (
        not record.fault
        and len(cells) == layout.width > 1
        and cells[0] != layout.header[0]
        and not _FIRST_TO_LOOK_AT.match(cells[0])
        and bool(cells[1].strip())
        and not _TO_LOOK_AT.search(record.raw)
    )


def damage(record: Record, layout: Layout) -> Declared | None:
    """Why a record cannot be data; None if it can."""
    if _NOT_UTF8.search(record.raw):
        return _reject(record, "bad_encoding", "The line is not UTF-8 as the rest of the file is.")
    if _CONTROL.search(record.raw):
        return _reject(record, "control_char", "The line holds a control character.")
    if record.fault == "cut":
        return _reject(record, "truncated", "The file ends inside a quoted field.")
    if record.fault in BROKEN:
        return _reject(record, "unbalanced_quote", "A quote opens a field and is never closed, or begins inside one.")
    if not _fits(record.cells, layout):
        if record.fault == "unended" and len(record.cells) < layout.width:
            return _reject(record, "truncated", "The file ends inside this line.")
        message = f"The line has {len(record.cells)} cells, the header {layout.width}."
        return _reject(record, "ragged_row", message)
    return None


def _fits(cells: list[str], layout: Layout) -> bool:
    """Surplus blank cells stand at the end only if no other cell is blank; else a value may be in the wrong column."""
    count, width = len(cells), layout.width
    if width <= count <= layout.written_width:
        return not any(cell.strip() for cell in cells[width:])
    return (
        count > width and not any(cell.strip() for cell in cells[width:]) and all(c.strip() for c in cells[: width - 1])
    )


def repair(record: Record, layout: Layout) -> Declared | None:
    """What was done to a record that is accepted; None if nothing was."""
    if record.fault == "stray":
        return _declared("repaired", "unbalanced_quote", record, "A bare quote was taken as a letter of its field.")
    if len(record.cells) > layout.written_width:
        return _declared("repaired", "ragged_row", record, "Blank cells beyond the last column were dropped.")
    return None


def is_sparse(cells: list[str]) -> bool:
    """A note rather than data: words in the first cell alone. At the end of a file it is a footer."""
    return len(cells) >= 3 and " " in cells[0].strip() and not any(cell.strip() for cell in cells[1:])


def ignored(record: Record, reason: str) -> Declared:
    return _declared("ignored", reason, record, _SENTENCES[reason])


def without_guard(cell: str) -> str:
    """Excel's text guard ="00123" around a value."""
    found = _GUARD.fullmatch(cell)
    return found[1] if found else cell


def _reject(record: Record, reason: str, message: str) -> Declared:
    return _declared("reject", reason, record, message)


def _declared(kind: str, reason: str, record: Record, message: str) -> Declared:
    return declared(kind, reason, record.raw, message, line=record.line, line_to=record.line_to)
