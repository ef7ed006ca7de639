"""Can a block be read column by column, because all its quotes are sound? The fast way, for nearly every file.

Every line number, record boundary and oddity that the careful way (records.py) would find is found here as well, or the
block is handed back.
"""

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv

from signals.ingest.layout import Layout
from signals.ingest.oddities import LABEL_PATTERN
from signals.ingest.records import Dialect, Record, cells_of, has_swallowed, lines_of, without_wrapping
from signals.ingest.shapes import BEGINS_LIKE_TOTAL

_NEEDS_CARE = bytes(set(range(32)) - set(b"\t\n\r\x0b\x0c")) + b"\x7f"
_RULE_PATTERN = r"^\s*[-=_*~#|+]{3}"
_BLANK = " \t\r\n\x0b\x0c\xa0"


class Columns(NamedTuple):
    table: pa.Table  # text cells of the records that are plainly data
    lines: np.ndarray  # where each starts, int64
    odd: list[Record]  # the others, in order
    taken: int  # bytes
    next_line: int


def columns_of(data: bytes, dialect: Dialect, layout: Layout, *, first_line: int, is_last: bool) -> Columns | None:
    """The complete records of `data` (UTF-8, beginning at a record), or None if it must be read with care."""
    if not _is_plain(data, dialect, layout):
        return None
    bounds = _bounds(data, dialect, is_last)
    if bounds is None:
        return None
    starts, ends, line_offsets, line_count = bounds
    if not len(starts):
        return None
    taken = int(ends[-1])
    table, ragged = _parsed(memoryview(data)[:taken], dialect, layout.written_width)
    if table is None or table.num_rows + len(ragged) != len(starts):
        return None
    is_regular = np.ones(len(starts), bool)
    is_regular[ragged] = False
    regular = np.flatnonzero(is_regular)
    odd_rows = _odd_rows(table, layout)
    kept = np.ones(table.num_rows, bool)
    kept[odd_rows] = False
    odd = np.sort(np.concatenate([np.asarray(ragged, np.int64), regular[odd_rows]]))
    lines = line_offsets + first_line
    return Columns(
        table=table if kept.all() else table.filter(pa.array(kept)),
        lines=lines[regular[kept]],
        odd=[_record(data, int(starts[i]), int(ends[i]), int(lines[i]), dialect, layout.written_width) for i in odd],
        taken=taken,
        next_line=first_line + line_count,
    )


def _is_plain(data: bytes, dialect: Dialect, layout: Layout) -> bool:
    if len(dialect.delimiter) != 1 or ord(dialect.delimiter) > 126 or dialect.has_runs or dialect.escape:
        return False
    if layout.written_width < 2 or b"\xef\xbb\xbf" in data or b'="' in data:
        return False
    return (len(data.translate(None, delete=_NEEDS_CARE)) == len(data) and data.isascii()) or _is_clean_utf8(data)


def _is_clean_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return len(data.translate(None, delete=_NEEDS_CARE)) == len(data)


def _bounds(data: bytes, dialect: Dialect, is_last: bool):
    """Where records start and end (bytes), the lines before each, the lines in all; None if a quote is unsound."""
    buffer = np.frombuffer(data, np.uint8)
    breaks = _line_ends(data, buffer)
    if is_last and len(data) and (not len(breaks) or breaks[-1] != len(data)):
        breaks = np.append(breaks, len(data))
    inside = np.zeros(len(breaks), bool)
    quotes = np.flatnonzero(buffer == ord(dialect.quote)) if dialect.quote.encode() in data else np.empty(0, np.int64)
    if len(quotes):
        if not _are_sound(buffer, quotes, dialect) or (is_last and len(quotes) % 2):
            return None
        inside = (np.searchsorted(quotes, breaks) & 1).astype(bool)
    closing = np.flatnonzero(~inside)
    ends = breaks[closing]
    starts = np.concatenate([[0], ends[:-1]]) if len(ends) else ends
    before = np.concatenate([[0], closing[:-1] + 1]) if len(ends) else closing
    spans = np.diff(np.concatenate([before, [closing[-1] + 1]])) if len(ends) else before
    for place in np.flatnonzero(spans > 1):
        block = lines_of(data[starts[place] : ends[place]].decode())
        if has_swallowed(block, cells_of("".join(block).rstrip("\r\n"), dialect)[0], dialect):
            return None
    return starts, ends, before, int(closing[-1] + 1) if len(ends) else 0


def _line_ends(data: bytes, buffer: np.ndarray) -> np.ndarray:
    """Offsets just behind each \\n, \\r\\n or lone \\r."""
    if data.count(b"\r") == data.count(b"\r\n"):
        return np.flatnonzero(buffer == 10) + 1
    following = np.append(buffer[1:], 0)
    return np.flatnonzero((buffer == 10) | ((buffer == 13) & (following != 10))) + 1


def _are_sound(buffer: np.ndarray, quotes: np.ndarray, dialect: Dialect) -> bool:
    """Every opening quote begins a field and every closing one ends it; doubled quotes stand side by side."""
    borders = np.zeros(256, bool)
    borders[[ord(dialect.delimiter), 10, 13, ord(dialect.quote)]] = True
    opening, closing = quotes[0::2], quotes[1::2]
    before = buffer[opening[opening > 0] - 1]
    after = buffer[closing[closing < len(buffer) - 1] + 1]
    return bool(borders[before].all() and borders[after].all())


def _parsed(data, dialect: Dialect, width: int) -> tuple[pa.Table | None, list[int]]:
    names = [str(place) for place in range(width)]
    ragged: list[int] = []

    def remember(row) -> str:
        ragged.append(row.number - 1)
        return "skip"

    try:
        table = pa.csv.read_csv(
            pa.BufferReader(pa.py_buffer(data)),
            read_options=pa.csv.ReadOptions(
                column_names=names, use_threads=False, block_size=max(len(data) + 1, 1 << 16)
            ),
            parse_options=pa.csv.ParseOptions(
                delimiter=dialect.delimiter,
                quote_char=dialect.quote or False,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=remember,
            ),
            convert_options=pa.csv.ConvertOptions(
                column_types={name: pa.string() for name in names}, strings_can_be_null=False, check_utf8=False
            ),
        )
    except pa.ArrowInvalid:
        return None, []
    return table, ragged


def _odd_rows(table: pa.Table, layout: Layout) -> np.ndarray:
    """Rows that may be blank, a total, a rule, the header again or a note: told by their first filled cell."""
    odd = [np.empty(0, np.int64)]
    rows = None  # those whose cells were blank so far; None for all
    for place in range(table.num_columns):
        column = table.column(place) if rows is None else table.column(place).take(pa.array(rows))
        suspicious = pc.or_(
            pc.equal(column, layout.header[place] if place < layout.width else ""),
            pc.match_substring_regex(column, f"(?:{BEGINS_LIKE_TOTAL})|(?:{_RULE_PATTERN})|(?i:total|summe)"),
        )
        blank = pc.equal(pc.utf8_trim(column, _BLANK), "")
        odd.append(_places(pc.and_not(suspicious, blank), rows))
        rows = _places(blank, rows)
        if not len(rows):
            break
    odd.append(rows)
    if layout.written_width > layout.width:
        odd += [np.flatnonzero(pc.not_equal(table.column(p), "")) for p in range(layout.width, layout.written_width)]
    odd += [_sparse(table), _half_blank(table, layout), *_naming_totals(table, layout)]
    return np.unique(np.concatenate(odd))


def _naming_totals(table: pa.Table, layout: Layout) -> Iterator[np.ndarray]:
    """Rows with a total's words in a column that may hold words; the first has been looked at."""
    for place, column in enumerate(layout.columns):
        if place and not column.kind:
            yield _places(pc.match_substring_regex(table.column(place), BEGINS_LIKE_TOTAL), None)


def _sparse(table: pa.Table) -> np.ndarray:
    """Rows with words in the first cell alone."""
    if table.num_columns < 3:
        return np.empty(0, np.int64)
    rows = None
    for place in range(table.num_columns - 1, 0, -1):
        column = table.column(place) if rows is None else table.column(place).take(pa.array(rows))
        rows = _places(pc.equal(column, ""), rows)
        if not len(rows):
            return rows
    return rows


def _half_blank(table: pa.Table, layout: Layout) -> np.ndarray:
    """Rows that leave the second half of the columns blank and begin as a note may."""
    rows = None
    if layout.width < 3:
        return np.empty(0, np.int64)
    for place in range(layout.width - 1, max(2, (layout.width + 1) // 2) - 1, -1):
        column = table.column(place) if rows is None else table.column(place).take(pa.array(rows))
        rows = _places(pc.equal(pc.utf8_trim(column, _BLANK), ""), rows)
        if not len(rows):
            return rows
    first = table.column(0).take(pa.array(rows))
    words = r"^\D*$|\s" if layout.column(0).is_valued else LABEL_PATTERN
    return _places(pc.match_substring_regex(first, words), rows)


def _places(mask, rows: np.ndarray | None) -> np.ndarray:
    found = np.flatnonzero(mask.to_numpy(zero_copy_only=False) if isinstance(mask, pa.Array) else mask.to_numpy())
    return found if rows is None else rows[found]


def _record(data: bytes, start: int, end: int, line: int, dialect: Dialect, width: int) -> Record:
    raw = data[start:end].decode().rstrip("\r\n")
    cells, fault = cells_of(raw, dialect)
    if end == len(data) and data[-1] not in b"\r\n":
        fault = fault or "unended"
    record = Record(line, line + len(lines_of(raw)) - 1 if raw else line, cells, raw, fault)
    return without_wrapping(record, dialect, width)
