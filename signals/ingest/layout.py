"""Where is the header, how wide is the table, and what stands before it?"""

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import dropwhile, pairwise
from statistics import median
from typing import NamedTuple

from signals.errors import IngestRejected
from signals.ingest.declared import Declared, declared
from signals.ingest.dialect import told_delimiter
from signals.ingest.records import BROKEN, Record
from signals.ingest.shapes import CONTROL, is_comment, is_rule, is_total_word, is_typed, is_typed_shape, is_year, shape

MOST_COLUMNS = 16_384  # a spreadsheet has no more
MOST_HEADER_ROWS = 3
MOST_DECIMALS = 3
LOOKED_AT = 200  # records after the header that say what the columns hold
FEWEST_LOOKED_AT, CELLS_LOOKED_AT = 20, 200_000  # where the table is wide
FEWEST_REGULAR, REGULAR = 3, 0.9  # records of one width, and their share, that make a table of what follows titles
HARDLY_EVER = 0.05  # share of a column's cells that may be otherwise than it usually is
_COMMA = re.compile(r",\d{1,2}(?!\d)")
_THOUSANDS = re.compile(r"\.\d{3}(?!\d)")


class Column(NamedTuple):
    """What the cells of a column are, as far as the first records tell."""

    kind: str = ""  # number, date, time or address; "" for anything else
    is_valued: bool = False  # hardly ever words
    is_filled: bool = False  # hardly ever blank
    decimal: str = "."
    has_decimals: bool = False  # amounts rather than counts and numbers of orders


@dataclass(frozen=True)
class Layout:
    header: list[str]  # column_1 ... where the file has none
    has_header: bool
    header_line: int  # where the first header row starts; where the data start if there is none
    data_line: int  # first line of data
    written_width: int  # cells a record has in the file; more than the header where each ends with a delimiter
    header_fault: str  # "" or ragged_row: the header has fewer names than the data have columns
    declared: tuple[Declared, ...] = ()
    columns: tuple[Column, ...] = ()

    @property
    def width(self) -> int:
        return len(self.header)

    def column(self, place: int) -> Column:
        return self.columns[place] if place < len(self.columns) else Column()


def layout_of(records: list[Record]) -> Layout:
    """From the first records of the file. Raises where no table is in sight."""
    filled = [r for r in records if any(cell.strip() for cell in r.cells)]
    if not filled:
        raise IngestRejected("empty_file", "The file holds nothing but blank lines.")
    width = usual_width(filled)
    _refuse_width(width)
    start, before = _header_index(records, width)
    if further := _names_below(records, start, width):
        message = "The line stands before the header."
        before += [
            _left_out(r, "preamble", message) if any(map(str.strip, r.cells)) else _blank(r)
            for r in records[start:further]
        ]
        start = further
    header, after = records[start], records[start + 1 :]
    below = _rows_under(records, start, width)
    if not _is_header(header.cells, below):
        names = [f"column_{n + 1}" for n in range(width)]
        return Layout(names, False, header.line, header.line, width, "", tuple(before), _columns(below))
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
        columns=_columns(below[len(rows) - 1 :]),
    )


def refuse_endless(text: str) -> None:
    """Raises if the first line has too many columns by its bare delimiters, before every dialect is tried on it."""
    end = text.find("\n")
    line = text[: end if end >= 0 else len(text)]
    if len(line) > MOST_COLUMNS and '"' not in line:
        _refuse_width(1 + max(map(line.count, ",;\t|")))


def _refuse_width(width: int) -> None:
    if width > MOST_COLUMNS:
        raise IngestRejected("too_many_columns", f"The file has {width:,} columns; at most {MOST_COLUMNS:,} are read.")


def usual_width(records: list[Record]) -> int:
    """The commonest number of cells, among equals the first; single cells count a quarter: titles and notes.

    However many stand before it, what is regular behind them is the table.
    """
    records = list(dropwhile(_is_comment, records)) or records
    sound = [len(r.cells) for r in records if r.fault not in BROKEN]
    if not sound:
        return len(records[0].cells)
    behind = Counter(dropwhile((1).__eq__, sound))
    if behind and (common := behind.most_common(1)[0])[1] >= max(FEWEST_REGULAR, REGULAR * behind.total()):
        return common[0]
    widths = Counter(sound)
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
            before.append(_blank(record))
        elif _is_comment(record) and (
            len(record.cells) != width or any(map(_is_comment, records[index + 1 : index + 2]))
        ):
            before.append(_left_out(record, "preamble", "The line stands before the header."))
        elif filled >= enough or (len(record.cells) == width and filled and is_typed(record.cells[0])):
            return index, before
        else:
            before.append(_left_out(record, "preamble", "The line stands before the header."))
    return _widest(records), []


def _names_below(records: list[Record], start: int, width: int) -> int:
    """Where names of the usual width stand over typed columns, with nothing of that width above them; 0 if nowhere.

    So a preamble of several cells (Period | 2026-01-01 | 2026-01-31) is no header.
    """
    rest = enumerate(records[start : start + LOOKED_AT], start)
    index = next((index for index, record in rest if len(record.cells) == width), start)
    cells = records[index].cells
    if index == start or not all(map(str.strip, cells)) or any(is_typed(cell) and not is_year(cell) for cell in cells):
        return 0
    columns = zip(*_rows_under(records, index, width), strict=True)
    return index if any(map(_mostly_typed, columns)) else 0


def _rows_under(records: list[Record], start: int, width: int) -> list[list[str]]:
    count = min(LOOKED_AT, max(FEWEST_LOOKED_AT, CELLS_LOOKED_AT // width))
    under = (record.cells for record in records[start + 1 : start + 1 + count])
    return [cells for cells in under if len(cells) == width and any(map(str.strip, cells))]


def _is_comment(record: Record) -> bool:
    return is_comment(record.raw)


def _widest(records: list[Record]) -> int:
    return max(range(len(records)), key=lambda i: (len(records[i].cells), -i))


def _blank(record: Record) -> Declared:
    return _left_out(record, "blank", "The line is blank.")


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


def _columns(records: list[list[str]]) -> tuple[Column, ...]:
    """Of records that are plainly data: not totals, nor notes with half their cells blank."""
    filled = [sum(bool(cell.strip()) for cell in cells) for cells in records]
    enough = median(filled) / 2 if filled else 0
    sound = [
        cells
        for cells, count in zip(records, filled, strict=True)
        if count > enough and not is_total_word(next(cell for cell in cells if cell.strip()))
    ]
    return tuple(map(_column, zip(*sound, strict=True)))


def _column(cells: tuple[str, ...]) -> Column:
    shapes = Counter(map(shape, cells))
    blank = shapes.pop("empty", 0)
    few = HARDLY_EVER * shapes.total()
    kind = max(shapes, key=shapes.__getitem__, default="words")
    decimal = "," if kind == "number" and _has_decimal_comma(cells) else "."
    return Column(
        kind=kind if is_typed_shape(kind) and shapes.total() - shapes[kind] <= few else "",
        is_valued=bool(shapes) and shapes["words"] <= few,
        is_filled=blank <= HARDLY_EVER * len(cells),
        decimal=decimal,
        has_decimals=kind == "number" and any(decimal in cell for cell in cells),
    )


def _has_decimal_comma(cells: tuple[str, ...]) -> bool:
    """Commas before one or two digits, or points before three digits only."""
    pointed = [cell for cell in cells if "." in cell]
    return any(map(_COMMA.search, cells)) or (bool(pointed) and all(map(_THOUSANDS.search, pointed)))


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
    return not cell or (shape(cell) in ("words", "code") and cell[0].isalpha()) or cell[0] in "([€$£%"


def _joined(records: list[Record]) -> list[str]:
    rows = [
        [CONTROL.sub("", cell).strip('\ufeff"' if r.fault == "stray" else "\ufeff") for cell in r.cells]
        for r in records
    ]
    if len(rows) == 1:
        return rows[0]
    return [" ".join(part.strip() for part in parts if part.strip()) for parts in zip(*rows, strict=True)]


def _fitted(
    names: list[str], width: int, below: list[list[str]], header: Record
) -> tuple[list[str], str, list[Declared]]:
    """The header brought to the width of the data; surplus unnamed columns go, missing names are a fault."""
    notes = []
    if any(CONTROL.search(cell) for cell in header.cells):
        notes.append(_repaired(header, "control_char", "Control characters in the header were removed."))
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
    """Whether as many places as there are cells too many hold pairs like 4170 | 83, equally many decimals in each."""
    wide = [cells for cells in below if len(cells) == len(below[0])]
    return sum(_is_parted(*pair) for pair in pairwise(zip(*wide, strict=True))) >= surplus


def _is_parted(whole: tuple[str, ...], decimals: tuple[str, ...]) -> bool:
    pairs = [(a.strip().lstrip("-"), b.strip()) for a, b in zip(whole, decimals, strict=True) if a.strip() or b.strip()]
    lengths = {len(b) for a, b in pairs if a.isdigit() and b.isdigit()}
    parted = sum(a.isdigit() and b.isdigit() for a, b in pairs)
    return parted > len(whole) / 2 and len(lengths) == 1 and max(lengths) <= MOST_DECIMALS
