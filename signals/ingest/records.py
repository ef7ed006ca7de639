"""Where does each record begin and end, and what are its cells? The careful way, line by line, for blocks with quirks.

No unbalanced quote swallows the lines after it: a quoted field may span lines only if the record then closes properly,
has the width of the others and does not consist of what look like records of their own.
"""

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from signals.ingest.shapes import shape

LONGEST_SPAN = 2_000_000  # lines that one quoted field may span
LONGEST_RECORD = 48 << 20  # characters; a field of 10 MB passes, an unclosed quote does not eat the memory
NARROWEST_ALONE = 3  # columns; two words with a comma between are no record
WRAPPED = "wrapped"  # the fault of a line that was quoted as a whole
NARROWEST_WRAPPED = 3  # columns; with fewer, a quoted sentence would pass for a row
BROKEN = ("open", "glued", "cut")  # faults of a record whose cells cannot be told
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class Dialect:
    delimiter: str
    quote: str = '"'  # "" for none
    escape: str = ""  # a backslash, or "" where quotes are doubled
    has_doubling: bool = True
    has_runs: bool = False  # any run of blanks is one delimiter; any run of two or more if the delimiter is two
    gaps: tuple[tuple[int, int], ...] = ()  # blank places of every line, where columns are told by place alone

    @cached_property
    def without_doubling(self) -> "Dialect":
        return replace(self, has_doubling=False)


class Record(NamedTuple):
    line: int
    line_to: int
    cells: list[str]
    raw: str
    fault: str = ""
    # open: a quote is never closed; cut: the same at the end of the file; glued: quoted text begins inside a cell;
    # stray: a quote was taken as a letter; wrapped: the whole line was quoted; unended: the last line has no line end,
    # a fault only where cells are missing


def lines_of(text: str) -> list[str]:
    """Physical lines with their ends: \\n, \\r\\n or a lone \\r. str.splitlines would split at \\x85 as well."""
    if "\r" not in text:
        parts = text.split("\n")
        last = parts.pop()
        return [part + "\n" for part in parts] + ([last] if last else [])
    return [line for line in _LINE.findall(text) if line]


def records_of(
    text: str, dialect: Dialect, *, first_line: int, width: int | None, is_last: bool
) -> tuple[list[Record], int]:
    """The complete records of `text`, and how many characters they took; the rest waits for the next block."""
    lines = lines_of(text)
    found, taken, index = [], 0, 0
    is_simple = not dialect.has_runs
    spans = Spans(lines, dialect, width)
    while index < len(lines):
        if is_simple and index < len(lines) - 1 and (not dialect.quote or dialect.quote not in lines[index]):
            body = lines[index].rstrip("\r\n")
            found.append(Record(first_line + index, first_line + index, body.split(dialect.delimiter), body))
            taken += len(lines[index])
            index += 1
            continue
        may_wait = not is_last and len(lines) - index < LONGEST_SPAN and len(text) - taken < LONGEST_RECORD
        record, span = _record_at(spans, index, first_line + index, may_wait=may_wait, is_last=is_last)
        if record is None:
            break
        found.append(record)
        taken += sum(map(len, lines[index : index + span]))
        index += span
    return found, taken


def records_before_endless(text: str, dialect: Dialect) -> list[Record]:
    """The filled records before a quoted field that goes on behind `text`, if they are several, all of one width."""
    records, taken = records_of(text, dialect, first_line=1, width=None, is_last=False)
    filled = [record for record in records if record.raw.strip()]
    widths = {len(record.cells) for record in filled}
    return filled if taken < len(text) and len(filled) > 1 and len(widths) == 1 and max(widths) > 1 else []


def cells_of(text: str, dialect: Dialect, literal_at: int = -1) -> tuple[list[str], str]:
    """The cells of one record and its fault. The quote at `literal_at` is taken as a letter."""
    return _parted(text, dialect, literal_at)[:2]


def without_wrapping(record: Record, dialect: Dialect, width: int | None) -> Record:
    """A record that was quoted as a whole, and so is one cell, as the record inside; any other as it is."""
    if len(record.cells) != 1 or record.fault not in ("", "unended") or not width or width < NARROWEST_WRAPPED:
        return record
    inside, quote = record.cells[0], dialect.quote
    raw = record.raw.strip()
    is_wrapped = bool(quote) and raw.startswith(quote) and raw.endswith(quote) and dialect.delimiter in inside
    if not is_wrapped or is_prose(inside, dialect.delimiter):
        return record
    cells, fault = cells_of(inside, dialect)
    return record._replace(cells=cells, fault=WRAPPED) if not fault and len(cells) == width else record


def is_prose(text: str, delimiter: str) -> bool:
    """Whether a blank follows every delimiter, as it follows the commas of a sentence."""
    return text.count(delimiter) == text.count(delimiter + " ")


def _parted(text: str, dialect: Dialect, literal_at: int = -1) -> tuple[list[str], str, int]:
    """The cells, the fault, and the place of the quote that is never closed, or -1."""
    quote, delimiter = dialect.quote, dialect.delimiter
    if dialect.gaps:
        return cells_by_place(text, dialect.gaps), "", -1
    if dialect.has_runs:
        return _cells_between_blanks(text, dialect), "", -1
    if not quote or quote not in text:
        return text.split(delimiter), "", -1
    cells, fault, is_glued, position = [], "", False, 0
    while True:
        start = position
        while text.startswith(" ", start) and delimiter != " ":
            start += 1
        if text.startswith(quote, start) and start != literal_at:
            cell, end, cell_fault = _quoted(text, start, dialect)
            if end < 0:
                return cells, "open", start
            fault = fault or cell_fault
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            cell = text[position:end]
            if is_glued and cell.endswith(quote):
                return cells, "glued", -1
            is_glued = is_glued or _is_glued(cell, quote)
        cells.append(cell)
        if end >= len(text):
            return cells, fault, -1
        position = end + len(delimiter)


def _is_glued(cell: str, quote: str) -> bool:
    """Whether a quoted field seems to begin inside an unquoted cell and to end in a later one: Shoes"Light, warm"."""
    place = cell.find(quote)
    return 0 < place < len(cell) - 1 and not cell[place + 1].isspace() and cell.count(quote) % 2 == 1


def _quoted(text: str, start: int, dialect: Dialect) -> tuple[str, int, str]:
    """The content of the field quoted at `start`, where it ends (-1: nowhere), and `stray` if it holds bare quotes."""
    quote, parts, fault, position = dialect.quote, [], "", start + 1
    while True:
        found = text.find(quote, position)
        if found < 0:
            return "", -1, fault
        if dialect.escape and _is_escaped(text, found, dialect.escape, start):
            parts.append(text[position : found - 1] + quote)
            position = found + 1
        elif dialect.has_doubling and text.startswith(quote, found + 1):
            parts.append(text[position : found + 1])
            position = found + 2
        else:
            end = _field_end(text, found + 1, dialect.delimiter)
            if end >= 0:
                parts.append(text[position:found])
                return "".join(parts), end, fault
            parts.append(text[position : found + 1])
            position, fault = found + 1, "stray"


def _field_end(text: str, after: int, delimiter: str) -> int:
    while text.startswith(" ", after) and not text.startswith(delimiter, after):
        after += 1
    return after if after == len(text) or text.startswith(delimiter, after) else -1


def _is_escaped(text: str, position: int, escape: str, start: int) -> bool:
    count = 0
    while position - count - 1 > start and text[position - count - 1] == escape:
        count += 1
    return count % 2 == 1


def cells_by_place(text: str, gaps: tuple[tuple[int, int], ...]) -> list[str]:
    """The cells between the gaps. A value may reach into a gap; a line that does not line up is one cell."""
    cells, begin = [], 0
    for start, end in gaps:
        place = _parting(text, start, end)
        if place < 0:
            return [text.strip()]
        cells.append(text[begin:place].strip())
        begin = place
    return [*cells, text[begin:].strip()]


def _parting(text: str, start: int, end: int) -> int:
    """Where the gap parts the line, or -1: it must be blank, but for the end of the value before it or the beginning
    of the one behind it."""
    gap = text[start:end]
    blank = gap.strip()
    if not blank:
        return start
    before, after = len(gap) - len(gap.lstrip()), len(gap) - len(gap.rstrip())
    if " " in blank or (before and after) or not (before or after):
        return -1
    if before:
        return start + before if text[end : end + 1].strip() else -1
    return start + len(blank) if text[start - 1].strip() else -1


def _cells_between_blanks(text: str, dialect: Dialect) -> list[str]:
    quote = dialect.quote
    if len(dialect.delimiter) > 1:
        return re.split(r"\s{2,}", text.strip())
    if not quote or quote not in text:
        return text.split()
    found = re.findall(rf"{quote}((?:[^{quote}]|{quote}{quote})*){quote}(?=\s|$)|(\S+)", text)
    return [bare or quoted.replace(quote * 2, quote) for quoted, bare in found]


class Spans:
    """Finds where a quoted field that one line leaves open is closed, without reading any line twice for it."""

    def __init__(self, lines: list[str], dialect: Dialect, width: int | None):
        self.lines, self.dialect, self.width = lines, dialect, width
        self._unclosed = (0, 0)  # in quotes since any of these lines, none of them ends a field

    def record_at(self, index: int, begun: list[str]) -> tuple[list[str], int] | tuple[()] | None:
        """The record over several lines that begins here with the cells `begun`; None if the lines at hand end before
        it does; () if it is none."""
        last = self._last_line(index, shape(begun[0]) if begun else "")
        if last is None or last < 0:
            return None if last is None else ()
        block = self.lines[index : last + 1]
        cells, fault = cells_of("".join(block).rstrip("\r\n"), self.dialect)
        is_sound = not fault and (self.width is None or _has_width(cells, self.width))
        return (cells, len(block)) if is_sound and not has_swallowed(block, cells, self.dialect) else ()

    def _last_line(self, index: int, kind: str) -> int | None:
        """The first line behind `index` at whose end no field is open; -1 if one before it is a record of its own."""
        first, after = self._unclosed
        until = min(len(self.lines), index + LONGEST_SPAN)
        since, place = index, max(index + 1, after) if first <= index < after else index + 1
        while place < until:
            if self.width and kind and _is_alone(self.lines[place], self.width, kind, self.dialect):
                return -1
            end = self._end_of_field(place)
            if end >= 0:
                rest = self.lines[place].rstrip("\r\n")[end + len(self.dialect.delimiter) :]
                if _parted(rest, self.dialect)[2] < 0:
                    return place
                since = place
            place += 1
        self._unclosed = (since, until)
        return None

    def _end_of_field(self, place: int) -> int:
        """Where the field that is open at the beginning of a line ends, or -1."""
        line = self.lines[place]
        return _quoted(line.rstrip("\r\n"), -1, self.dialect)[1] if self.dialect.quote in line else -1


def _record_at(spans: Spans, index: int, number: int, *, may_wait: bool, is_last: bool) -> tuple[Record | None, int]:
    lines, dialect, width = spans.lines, spans.dialect, spans.width
    body = lines[index].rstrip("\r\n")
    cells, fault = cells_of(body, dialect)
    if fault == "glued":
        return Record(number, number, cells, body, fault), 1
    if fault != "open":
        if fault == "stray" or (width and dialect.quote and dialect.quote in body and len(cells) != width):
            cells, fault = _rescued(body, dialect, width, cells, fault) or (cells, fault)
        is_unended = is_last and index == len(lines) - 1 and body == lines[index]
        record = Record(number, number, cells, body, fault or ("unended" if is_unended else ""))
        return without_wrapping(record, dialect, width), 1
    spanning = spans.record_at(index, cells)
    if spanning is None and may_wait:
        return None, 0
    if spanning:
        cells, span = spanning
        return Record(number, number + span - 1, cells, "".join(lines[index : index + span]).rstrip("\r\n")), span
    rescued = _rescued(body, dialect, width, cells, fault)
    if rescued:
        return Record(number, number, rescued[0], body, "stray"), 1
    is_cut = is_last and index == len(lines) - 1
    return Record(number, number, body.split(dialect.delimiter), body, "cut" if is_cut else "open"), 1


def _has_width(cells: list[str], width: int) -> bool:
    return len(cells) >= width and not any(cell.strip() for cell in cells[width:])


def has_swallowed(block: list[str], cells: list[str], dialect: Dialect) -> bool:
    """Whether a later line of a record over several lines looks like a record of its own."""
    kind = shape(cells[0])
    return any(_is_alone(line, len(cells), kind, dialect) for line in block[1:])


def _is_alone(line: str, width: int, kind: str, dialect: Dialect) -> bool:
    """Whether a line looks like a record of its own, with a first cell of this shape."""
    if width < NARROWEST_ALONE or line.count(dialect.delimiter) != width - 1:
        return False
    first = line.rstrip("\r\n").split(dialect.delimiter, 1)[0]
    return shape(first.strip(dialect.quote)) == kind


def _rescued(
    body: str, dialect: Dialect, width: int | None, cells: list[str], fault: str
) -> tuple[list[str], str] | None:
    """The one reading with the right width, if `cells` is none, in which a single quote is a letter, or quotes are not
    doubled."""
    if not width:
        return None
    if fault not in BROKEN and len(cells) == width:
        return cells, fault
    readings = [cells_of(body, dialect, start) for start in _opening_quotes(body, dialect)]
    readings = [cells for cells, fault in readings if not fault and len(cells) == width]
    single, fault = cells_of(body, dialect.without_doubling)
    if not readings and fault not in BROKEN and len(single) == width:
        readings = [single]
    return (readings[0], "stray") if readings and all(r == readings[0] for r in readings) else None


def _opening_quotes(body: str, dialect: Dialect) -> list[int]:
    pattern = rf"(?:^|{re.escape(dialect.delimiter)}) *({re.escape(dialect.quote)})"
    return [found.start(1) for found in re.finditer(pattern, body)][:64]
