"""Is a record data, or something else: blank, a rule, a total, a repeated header, a footer, damage?"""

import re

from signals.ingest.declared import Declared, declared
from signals.ingest.layout import Layout
from signals.ingest.records import BROKEN, WRAPPED, Record, is_prose
from signals.ingest.shapes import CONTROL, is_rule, shape
from signals.ingest.totals import is_total, names_a_total

_TO_LOOK_AT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufeff\udc80-\udcff]|=\"")
_MAY_BE_TOTAL = re.compile(r"(?i)tot|s[ou]mm?[ae]?|gesamt|ergebnis")
_FIRST_TO_LOOK_AT = re.compile(r"(?i)\s*(?:$|[-=_*~#|+]{3}|.*(?:tot|s[ou]m|gesamt|ergebnis))", re.S)
_NOT_UTF8 = re.compile(r"[\udc80-\udcff]")
_PARTING = (",", ";", "\t", "|", "^", "~")
_WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*")
_GUARD = re.compile(r'="([^"]*)"')

_LABELS = (
    r"(?:data )?sources?|quellen?|fuentes?|fontes?|notes?|notas?|hinweise?|bemerkung(?:en)?|footnotes?|copyright",
    r"(?:exported|generated|printed|created|produced|retrieved|updated|downloaded|erstellt|exportiert|stand|export[eé])",
    r"(?:last|date)\s+(?:updated?|modified|of)|(?:records?|rows?|pages?|seite|zeilen|p[aá]gina)\s*:?\s*\d+",
)  # what is said of figures rather than what they are
LABEL_PATTERN = rf"(?i)^[\s(*\[]*(?:{'|'.join(_LABELS)}|©)|:\s*$"  # shared with the column-wise reading as well
_LABEL = re.compile(rf"(?i)[\s(*\[]*(?:(?:{'|'.join(_LABELS)})(?!\w)|©|.{{0,60}}:\s*$)")

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
    return "total_row" if is_total(cells, filled) else ""


def is_plainly_data(record: Record, layout: Layout) -> bool:
    """A quick yes for nearly every record; a no means that it must be looked at."""
    cells = record.cells
    return (
        not record.fault
        and len(cells) == layout.width > 1
        and cells[0] != layout.header[0]
        and not _FIRST_TO_LOOK_AT.match(cells[0])
        and bool(cells[1].strip())
        and (bool(cells[-1].strip()) or not is_half_blank(cells, layout.width))
        and not _TO_LOOK_AT.search(record.raw)
        and not (_MAY_BE_TOTAL.search(record.raw) and names_a_total(cells, layout))
    )


def damage(record: Record, layout: Layout) -> Declared | None:
    """Why a record cannot be data; None if it can."""
    if _NOT_UTF8.search(record.raw):
        return _reject(record, "bad_encoding", "The line is not UTF-8 as the rest of the file is.")
    if any(map(CONTROL.search, record.cells)):
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
    if record.fault == WRAPPED:
        return _declared("repaired", "unbalanced_quote", record, "The whole line was in quotes, which were taken off.")
    if record.fault == "stray":
        return _declared("repaired", "unbalanced_quote", record, "A bare quote was taken as a letter of its field.")
    if len(record.cells) > layout.written_width:
        return _declared("repaired", "ragged_row", record, "Blank cells beyond the last column were dropped.")
    return None


def may_be_note(cells: list[str], layout: Layout, *, is_behind_note: bool = False) -> bool:
    """Whether a record is a footer if nothing but footers follows: it cannot be data, not even a damaged row.

    Its cells fill the first half of the columns at most, and the first is a label ("Source:", "Records: 12") or words
    where the column holds none. Behind a note one misplaced word is enough.
    """
    filled = [place for place, cell in enumerate(cells) if cell.strip()]
    if not filled or not is_half_blank(cells, layout.width) or _is_row_of_another_dialect(cells, layout):
        return False
    if filled == [0]:
        return _may_stand_alone(cells, layout)
    misplaced = [place for place in filled if _is_misplaced(place, cells[place], layout)]
    if is_behind_note and misplaced:
        return True
    is_label = filled[0] == 0 and bool(_LABEL.match(cells[0]))
    if misplaced[:1] == [0]:
        return is_label or filled[-1] < layout.width // 2
    return is_label and not any(_is_value(place, cells[place], layout) for place in filled)


def is_half_blank(cells: list[str], width: int) -> bool:
    """Whether a record of a table this wide leaves the second half of its columns blank."""
    is_possible = len(cells) <= width and width >= 2 and (width > 2 or len(cells) < 2)
    return is_possible and not any(map(str.strip, cells[max(2, (width + 1) // 2) :]))


def _is_row_of_another_dialect(cells: list[str], layout: Layout) -> bool:
    """Whether something else parts the first cell into all the columns, or into most with data in the first."""
    text, width = cells[0].strip(), layout.width
    for delimiter in _PARTING:
        parts = text.split(delimiter)
        if len(parts) == 1 or is_prose(text, delimiter):
            continue
        count = len(parts) + len(cells) - 1
        is_begun = layout.column(0).is_valued and shape(parts[0]) not in ("words", "empty")
        if count == width > 2 or (is_begun and count > width / 2):
            return True
    return False


def are_alike(records: list[Record], width: int) -> bool:
    """Whether one set of signs parts all of them into at least `width` runs of words, as nothing parts sentences."""
    outlines = {_WORDS.sub("x", record.raw.strip()) for record in records}
    return len(outlines) == 1 and outlines.pop().count("x") >= width


def can_begin_a_row(cells: list[str], layout: Layout) -> bool:
    """Whether what stands on a last line without end may be the beginning of a row."""
    is_word = " " not in cells[0].strip() and layout.column(0).kind == ""
    misplaced = [place for place, cell in enumerate(cells) if _is_misplaced(place, cell, layout)]
    return not _LABEL.match(cells[0]) and misplaced in ([], [0] if is_word else [])


def _is_misplaced(place: int, cell: str, layout: Layout) -> bool:
    return layout.column(place).is_valued and shape(cell) == "words"


def _is_value(place: int, cell: str, layout: Layout) -> bool:
    return layout.column(place).kind == shape(cell) != "date"


def _may_stand_alone(cells: list[str], layout: Layout) -> bool:
    """Of a record with one filled cell, the first: a row of data would have more, or be a value."""
    text = cells[0].strip()
    if len(cells) < layout.width:
        return "  " not in text and (shape(text) == "words" or not layout.column(0).is_valued)
    is_lacking = any(column.is_filled for column in layout.columns[1:])
    is_note = _is_misplaced(0, text, layout) or is_lacking or bool(_LABEL.match(text))
    return layout.width > 2 and " " in text and is_note


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
