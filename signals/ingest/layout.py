"""Where is the header, how wide is the table, and what stands before it?"""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from signals.errors import IngestRejected
from signals.ingest.declared import Declared, declared
from signals.ingest.dialect import told_delimiter
from signals.ingest.records import BROKEN, Record
from signals.ingest.shapes import is_rule, is_typed, is_year, shape

MOST_COLUMNS = 16_384  # a spreadsheet has no more
MOST_HEADER_ROWS = 3
LOOKED_AT = 200  # records after the header that say what the columns hold


@dataclass(frozen=True)
class Layout:
    header: list[str]  # column_1 ... where the file has none
    has_header: bool
    header_line: int  # where the first header row starts; where the data start if there is none
    data_line: int  # first line of data
    written_width: int  # cells a record has in the file; more than the header where each ends with a delimiter
    header_fault: str  # "" or ragged_row: the header has fewer names than the data have columns
    declared: tuple[Declared, ...] = ()

    @property
    def width(self) -> int:
        return len(self.header)


def layout_of(records: list[Record]) -> Layout:
    """From the first records of the file. Raises where no table is in sight."""
    filled = [r for r in records if any(cell.strip() for cell in r.cells)]
    if not filled:
        raise IngestRejected("empty_file", "The file holds nothing but blank lines.")
    width = usual_width(filled)
    if width > MOST_COLUMNS:
        raise IngestRejected("too_many_columns", f"The file has {width:,} columns; at most {MOST_COLUMNS:,} are read.")
    start, before = _header_index(records, width)
    header, after = records[start], records[start + 1 :]
    below = [r.cells for r in after[:LOOKED_AT] if len(r.cells) == width and any(c.strip() for c in r.cells)]
    if not _is_header(header.cells, below):
        names = [f"column_{n + 1}" for n in range(width)]
        return Layout(names, False, header.line, header.line, width, "", tuple(before))
    rows = [header, *_more_header_rows(header, after, below)]
    names, fault, notes = _fitted(_joined(rows), width, below, header)
    return Layout(
        header=names,
        has_header=True,
        header_line=header.line,
        data_line=rows[-1].line_to + 1,
        written_width=max(width, len(names)) if below else len(names),
        header_fault=fault,
        declared=(*before, *notes),
    )


def usual_width(records: list[Record]) -> int:
    """The commonest number of cells, among equals the first; single cells count a quarter: titles and notes."""
    widths = Counter(len(r.cells) for r in records if r.fault not in BROKEN)
    if not widths:
        return len(records[0].cells)
    return max(widths, key=lambda width: widths[width] if width > 1 else widths[width] / 4)


def _header_index(records: list[Record], width: int) -> tuple[int, list[Declared]]:
    """The first record that can be a header or data, and what is left out before it."""
    enough = 1 if width == 1 else max(2, math.ceil(width / 2))
    before: list[Declared] = []
    for index, record in enumerate(records):
        filled = sum(bool(cell.strip()) for cell in record.cells)
        if record.line == 1 and told_delimiter(record.raw):
            before.append(_left_out(record, "directive", "This line names the delimiter."))
        elif filled == 0:
            before.append(_left_out(record, "blank", "The line is blank."))
        elif filled >= enough or (len(record.cells) == width and filled and is_typed(record.cells[0])):
            return index, before
        else:
            before.append(_left_out(record, "preamble", "The line stands before the header."))
    return _widest(records), []


def _widest(records: list[Record]) -> int:
    return max(range(len(records)), key=lambda i: (len(records[i].cells), -i))


def _left_out(record: Record, reason: str, message: str) -> Declared:
    return declared("ignored", reason, record.raw, message, line=record.line, line_to=record.line_to)


def _is_header(cells: list[str], below: list[list[str]]) -> bool:
    """Names stand over values: no typed cell over a typed column, or at least more names than such cells."""
    for_names = against = 0
    for cell, column in zip(cells, zip(*below, strict=True) if below else [()] * len(cells), strict=False):
        is_column_typed = _mostly_typed(column)
        if is_typed(cell) and not is_year(cell):
            against += 1 if is_column_typed or not column else 0.5
        elif cell.strip() and is_column_typed and not is_year(cell):
            for_names += 1
    if not below:
        return against == 0 or against < len(cells) / 2
    return against == 0 or for_names > against


def _mostly_typed(column) -> bool:
    filled = [cell for cell in column if cell.strip()]
    return bool(filled) and sum(map(is_typed, filled)) > len(filled) / 2


def _more_header_rows(header: Record, after: list[Record], below: list[list[str]]) -> list[Record]:
    """Rows right under the header that are names as well. The same header once more is no second row of it."""
    found = []
    values = below[MOST_HEADER_ROWS - 1 :]
    typed = [place for place, column in enumerate(zip(*values, strict=True)) if _mostly_typed(column)]
    for record in after[: MOST_HEADER_ROWS - 1] if len(typed) >= 2 and len(values) >= 2 else ():
        if len(record.cells) != len(header.cells) or record.cells == header.cells or is_rule(record.raw):
            break
        over = [record.cells[place].strip() for place in typed if place < len(record.cells)]
        if any(map(is_typed, record.cells)) or not all(map(_is_name, over)) or sum(map(bool, over)) < 2:
            break
        found.append(record)
    return found


def _is_name(cell: str) -> bool:
    return not cell or (shape(cell) == "words" and cell[0].isalpha()) or cell[0] in "([€$£%"


def _joined(records: list[Record]) -> list[str]:
    rows = [[cell.strip('\ufeff"' if r.fault == "stray" else "\ufeff") for cell in r.cells] for r in records]
    if len(rows) == 1:
        return rows[0]
    return [" ".join(part.strip() for part in parts if part.strip()) for parts in zip(*rows, strict=True)]


def _fitted(
    names: list[str], width: int, below: list[list[str]], header: Record
) -> tuple[list[str], str, list[Declared]]:
    """The header brought to the width of the data; surplus unnamed columns go, missing names are a fault."""
    notes = []
    if header.fault == "stray":
        notes.append(_repaired(header, "unbalanced_quote", "A quote in the header was taken as a letter."))
    if not below or len(names) == width:
        return names, "", notes
    if len(names) > width:
        return _without_surplus(names, width, header, notes)
    if all(not cell.strip() for cells in below for cell in cells[len(names) :]):
        message = "Every row ends with a delimiter that the header lacks; the blank cells behind it were dropped."
        return names, "", [*notes, _repaired(header, "ragged_row", message)]
    if _has_decimal_commas(below, width - len(names)):
        raise IngestRejected(
            "decimal_comma", "The commas of the numbers are also the delimiter. Export with semicolons or with quotes."
        )
    message = f"The header has {len(names)} names for {width} columns."
    return names + [""] * (width - len(names)), "ragged_row", [*notes, _repaired(header, "ragged_row", message)]


def _without_surplus(names: list[str], width: int, header: Record, notes: list[Declared]):
    surplus = len(names) - width
    unnamed = [place for place, name in enumerate(names) if not name.strip()]
    if len(unnamed) == surplus:
        notes.append(_repaired(header, "ragged_row", f"{surplus} unnamed columns of the header hold no data."))
        return [name for name in names if name.strip()], "", notes
    return names, "", notes


def _repaired(header: Record, reason: str, message: str) -> Declared:
    return declared("repaired", reason, header.raw, message, line=header.line, line_to=header.line_to)


def _has_decimal_commas(below: list[list[str]], surplus: int) -> bool:
    """Whether most rows hold as many pairs like 4170 | 83 as they have cells too many."""

    def pairs(cells: list[str]) -> int:
        return sum(
            a.strip().lstrip("-").isdigit() and b.strip().isdigit() and len(b.strip()) <= 4 for a, b in pairwise(cells)
        )

    return sum(pairs(cells) >= surplus for cells in below) > len(below) / 2
