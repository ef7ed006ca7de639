"""Where does each record begin and end, and what are its cells? The careful way, line by line, for blocks with quirks.

No unbalanced quote swallows the lines after it: a quoted field may span lines only if the record then closes properly,
has the width of the others and does not consist of what look like records of their own.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from signals.ingest.shapes import shape

LONGEST_SPAN = 250_000  # lines that one quoted field may span
LONGEST_RECORD = 48 << 20  # characters; a field of 10 MB passes, an unclosed quote does not eat the memory
BROKEN = ("open", "glued", "cut")  # faults of a record whose cells cannot be told
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True)
class Dialect:
    delimiter: str
    quote: str = '"'  # "" for none
    escape: str = ""  # a backslash, or "" where quotes are doubled
    has_doubling: bool = True
    has_runs: bool = False  # any run of blanks is one delimiter

    def without_doubling(self) -> "Dialect":
        return replace(self, has_doubling=False)


class Record(NamedTuple):
    line: int
    line_to: int
    cells: list[str]
    raw: str
    fault: str = ""
    # open: a quote is never closed; cut: the same at the end of the file; glued: quoted text begins inside a cell;
    # stray: a quote was taken as a letter; unended: the last line has no line end, a fault only where cells are missing


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
    while index < len(lines):
        if is_simple and index < len(lines) - 1 and (not dialect.quote or dialect.quote not in lines[index]):
            body = lines[index].rstrip("\r\n")
            found.append(Record(first_line + index, first_line + index, body.split(dialect.delimiter), body))
            taken += len(lines[index])
            index += 1
            continue
        record, span = _record_at(lines, index, dialect, first_line + index, width, is_last)
        if record is None:
            break
        found.append(record)
        taken += sum(map(len, lines[index : index + span]))
        index += span
    return found, taken


def cells_of(text: str, dialect: Dialect, literal_at: int = -1) -> tuple[list[str], str]:
    """The cells of one record and its fault. The quote at `literal_at` is taken as a letter."""
    quote, delimiter = dialect.quote, dialect.delimiter
    if dialect.has_runs:
        return _cells_between_blanks(text, quote), ""
    if not quote or quote not in text:
        return text.split(delimiter), ""
    cells, fault, is_glued, position = [], "", False, 0
    while True:
        start = position
        while text.startswith(" ", start):
            start += 1
        if text.startswith(quote, start) and start != literal_at:
            cell, end, cell_fault = _quoted(text, start, dialect)
            if end < 0:
                return cells, "open"
            fault = fault or cell_fault
        else:
            end = text.find(delimiter, position)
            end = len(text) if end < 0 else end
            cell = text[position:end]
            if is_glued and cell.endswith(quote):
                return cells, "glued"
            is_glued = is_glued or _is_glued(cell, quote)
        cells.append(cell)
        if end >= len(text):
            return cells, fault
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


def _cells_between_blanks(text: str, quote: str) -> list[str]:
    if not quote or quote not in text:
        return text.split()
    found = re.findall(rf"{quote}((?:[^{quote}]|{quote}{quote})*){quote}(?=\s|$)|(\S+)", text)
    return [bare or quoted.replace(quote * 2, quote) for quoted, bare in found]


def _record_at(
    lines: list[str], index: int, dialect: Dialect, number: int, width: int | None, is_last: bool
) -> tuple[Record | None, int]:
    body = lines[index].rstrip("\r\n")
    cells, fault = cells_of(body, dialect)
    if fault == "glued":
        return Record(number, number, cells, body, fault), 1
    if fault != "open":
        if fault == "stray" or (width and dialect.quote and dialect.quote in body and len(cells) != width):
            cells, fault = _rescued(body, dialect, width) or (cells, fault)
        is_unended = is_last and index == len(lines) - 1 and body == lines[index]
        return Record(number, number, cells, body, fault or ("unended" if is_unended else "")), 1
    spanning = _spanning(lines, index, dialect, width)
    if spanning is None and not is_last and _may_go_on(lines, index):
        return None, 0
    if spanning:
        cells, span = spanning
        return Record(number, number + span - 1, cells, "".join(lines[index : index + span]).rstrip("\r\n")), span
    rescued = _rescued(body, dialect, width)
    if rescued:
        return Record(number, number, rescued[0], body, "stray"), 1
    is_cut = is_last and index == len(lines) - 1
    return Record(number, number, body.split(dialect.delimiter), body, "cut" if is_cut else "open"), 1


def _may_go_on(lines: list[str], index: int) -> bool:
    return len(lines) - index < LONGEST_SPAN and sum(map(len, lines[index:])) < LONGEST_RECORD


def _may_go_on(lines: list[str], index: int) -> bool:
    return len(lines) - index < LONGEST_SPAN and sum(map(len, lines[index:])) < LONGEST_RECORD


def _spanning(lines: list[str], index: int, dialect: Dialect, width: int | None) -> tuple[list[str], int] | None:
    """The record over several lines that begins here; None if the lines at hand end before it does; () if none does."""
    closing = re.compile(rf"{re.escape(dialect.quote)}\s*(?:{re.escape(dialect.delimiter)}|[\r\n]|\Z)")
    for span in range(2, min(LONGEST_SPAN, len(lines) - index) + 1):
        if not closing.search(lines[index + span - 1]):
            continue
        block = lines[index : index + span]
        cells, fault = cells_of("".join(block).rstrip("\r\n"), dialect)
        if fault == "open":
            continue
        is_sound = not fault and (width is None or _has_width(cells, width))
        return (cells, span) if is_sound and not has_swallowed(block, cells, dialect) else ()
    return None


def _has_width(cells: list[str], width: int) -> bool:
    return len(cells) >= width and not any(cell.strip() for cell in cells[width:])


def has_swallowed(block: list[str], cells: list[str], dialect: Dialect) -> bool:
    """Whether a later line of a record over several lines looks like a record of its own."""
    kind = shape(cells[0])
    for line in block[1:]:
        alone = line.rstrip("\r\n").split(dialect.delimiter)
        if len(alone) == len(cells) >= 3 and shape(alone[0].strip(dialect.quote)) == kind:
            return True
    return False


def _rescued(body: str, dialect: Dialect, width: int | None) -> tuple[list[str], str] | None:
    """The one reading with the right width in which a single quote is a letter, or quotes are not doubled."""
    if not width:
        return None
    cells, fault = cells_of(body, dialect)
    if fault not in BROKEN and len(cells) == width:
        return cells, fault
    readings = [
        cells_of(body, dialect, start)[0]
        for start in _opening_quotes(body, dialect)
        if _fits(body, dialect, start, width)
    ]
    single = cells_of(body, dialect.without_doubling())
    if not readings and single[1] not in BROKEN and len(single[0]) == width:
        readings = [single[0]]
    return (readings[0], "stray") if readings and all(r == readings[0] for r in readings) else None


def _fits(body: str, dialect: Dialect, literal_at: int, width: int) -> bool:
    cells, fault = cells_of(body, dialect, literal_at)
    return not fault and len(cells) == width


def _opening_quotes(body: str, dialect: Dialect) -> list[int]:
    pattern = rf"(?:^|{re.escape(dialect.delimiter)}) *({re.escape(dialect.quote)})"
    return [found.start(1) for found in re.finditer(pattern, body)][:64]
