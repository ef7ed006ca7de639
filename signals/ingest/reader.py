"""What table does a file hold? The public door of the table layer: bytes to text cells, every line accounted for.

`open_table` streams a table for the load, `read_table` gives a notebook all of it. Neither types, maps a value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa

from signals.errors import IngestRejected
from signals.ingest.blocks import columns_of
from signals.ingest.containers import BLOCK_BYTES, Bytes, Workbook, refuse_binary, source_of
from signals.ingest.declared import Declared, declared
from signals.ingest.dialect import dialect_of
from signals.ingest.encoding import Encoding, encoding_of, utf8_blocks
from signals.ingest.layout import Layout, layout_of, refuse_endless, usual_width
from signals.ingest.markup import refuse_markup
from signals.ingest.records import LONGEST_RECORD, Dialect, Record, lines_of, records_before_endless, records_of
from signals.ingest.sheets import sheet_of, sheet_rows
from signals.ingest.sorting import Sorted, Sorter

SAMPLE_BYTES = 1 << 20
LONGEST_SAMPLE = 48 << 20  # bytes read on until the sample has two lines
SAMPLE_RECORDS = 1000
SHEET_ROWS = 20_000  # a chunk of a workbook


@dataclass(frozen=True)
class Format:
    """How the file was understood."""

    container: str  # "", gzip, zip or xlsx
    member: str  # the file in the zip, the sheet of the workbook, or ""
    encoding: str
    has_bom: bool
    delimiter: str  # "" for a workbook
    quote: str
    has_header: bool
    header_line: int
    header_fault: str  # "" or ragged_row: columns cannot be told by their names


class Table:
    """A table that can be read once through, block by block."""

    def __init__(self, form: Format, layout: Layout, pieces: Iterator[Sorted], sorter: Sorter):
        self.format = form
        self.header = layout.header
        self._pieces = pieces
        self._sorter = sorter

    @property
    def declared(self) -> list[Declared]:
        """Every damaged, repaired or left-out line in the file's order; complete once the chunks have been read."""
        return sorted(self._sorter.declared, key=lambda d: d.line)

    def chunks(self) -> Iterator[pa.Table]:
        """Text columns in the header's order, never null, and behind them `line` (int64), where each starts.

        Columns are named by the header, which may repeat or lack a name: take them by place. Raises IngestRejected if
        the file turns out to hold no row, or hardly a sound one.
        """
        is_empty = True
        for piece in self._pieces:
            self._sorter.refuse_ruin()
            if len(piece.lines):
                is_empty = False
                yield _chunk(piece, self.header)
        self._sorter.refuse_ruin(is_end=True)
        if is_empty:
            raise IngestRejected("no_data_rows", "The file has a header and no row under it.")

    def whole(self) -> pa.Table:
        """All chunks in one, also where most records were rejected; raises only if no record is sound."""
        chunks = [_chunk(piece, self.header) for piece in self._pieces if len(piece.lines)]
        if chunks:
            return pa.concat_tables(chunks)
        self._sorter.refuse_ruin(is_end=True)
        return _chunk(Sorted.nothing(len(self.header)), self.header)


def open_table(path: Path | str, member: str = "") -> Table:
    """Looks at the whole of a file for its encoding and at its beginning for the rest; raises IngestRejected.

    `member` names the file in a zip, or the sheet of a workbook, where there are several.
    """
    path = Path(path)
    source = source_of(path, member)
    if not isinstance(source, Bytes):
        return _table_of_sheet(source, "" if source.packed_as else member)
    first = next(iter(source.blocks()), b"")
    refuse_binary(first)
    encoding = encoding_of(source.blocks())
    sample, is_whole = _sample(utf8_blocks(source.blocks(), encoding))
    refuse_markup(sample)
    refuse_endless(sample)
    dialect = dialect_of(sample, is_whole=is_whole)
    layout = layout_of(_first_records(sample, dialect, is_whole))
    form = Format(
        source.container, source.member, encoding.name, bool(encoding.bom), dialect.delimiter, dialect.quote,
        layout.has_header, layout.header_line, layout.header_fault,
    )  # fmt: skip
    sorter = Sorter(layout)
    if encoding.doubt:
        sorter.declared.append(_doubted(encoding))
    return Table(form, layout, _pieces(source, encoding, dialect, layout, sorter), sorter)


def read_table(path: Path | str, member: str = "") -> pd.DataFrame:
    """All cells as text under the file's own header; `.attrs["declared"]` lists what did not come through as it was.

    Where the file has no header its first record stands as the columns, as it does in the file, and is declared
    missing_header.
    """
    table = open_table(path, member)
    cells = table.whole()
    frame = pd.DataFrame({place: cells.column(place).to_pandas() for place in range(len(table.header))}, dtype=object)
    found = table.declared
    columns = table.header
    if not table.format.has_header and len(frame):
        columns, frame = list(frame.iloc[0]), frame.iloc[1:].reset_index(drop=True)
        line = cells.column("line")[0].as_py()
        message = "The file has no header; its first record stands in its place."
        found.append(declared("repaired", "missing_header", "", message, line=line))
    frame.columns = columns
    frame.attrs["declared"] = found
    return frame


def _doubted(encoding: Encoding) -> Declared:
    line, text = encoding.doubt
    message = "The file does not say how its letters are written; they were read as Windows-1252. Do they look right?"
    return declared("repaired", "bad_encoding", text, message, line=line)


def _pieces(source: Bytes, encoding: Encoding, dialect: Dialect, layout: Layout, sorter: Sorter) -> Iterator[Sorted]:
    rest, line, skipped = b"", 1, layout.data_line - 1
    for block, is_last in _with_last(utf8_blocks(source.blocks(), encoding)):
        data = rest + block
        if len(data) > LONGEST_RECORD + BLOCK_BYTES:
            raise IngestRejected("field_too_long", f"A field is longer than {LONGEST_RECORD >> 20} MB; no value is.")
        if skipped:
            data, line, skipped = _without_lines(data, line, skipped, is_last)
            if skipped:
                rest = data
                continue
        cut = len(data) if is_last else _last_line_end(data)
        while cut and data:
            piece, taken, line = _piece(data[:cut], dialect, layout, sorter, line, is_last)
            if piece is not None:
                yield piece
            data = data[taken:]
            cut = 0 if not is_last or not taken else len(data)
        rest = data
    yield sorter.end()


def _piece(data: bytes, dialect: Dialect, layout: Layout, sorter: Sorter, line: int, is_last: bool):
    columns = columns_of(data, dialect, layout, first_line=line, is_last=is_last)
    if columns is not None:
        return sorter.of_columns(columns), columns.taken, columns.next_line
    text = data.decode("utf-8", "surrogateescape")
    records, taken = records_of(text, dialect, first_line=line, width=layout.written_width, is_last=is_last)
    if not records:
        return None, 0, line
    used = len(data) if taken == len(text) else len(text[:taken].encode("utf-8", "surrogateescape"))
    return sorter.of_records(records), used, records[-1].line_to + 1


def _table_of_sheet(book: Workbook, wanted: str) -> Table:
    name = sheet_of(book, wanted)
    rows = _sheet_records(book, name, width=None)
    layout = layout_of(list(islice(rows, SAMPLE_RECORDS)))
    rows.close()
    form = Format("xlsx", name, "", False, "", "", layout.has_header, layout.header_line, layout.header_fault)
    sorter = Sorter(layout)
    return Table(form, layout, _sheet_pieces(book, name, layout, sorter), sorter)


def _sheet_pieces(book: Workbook, name: str, layout: Layout, sorter: Sorter) -> Iterator[Sorted]:
    records = (r for r in _sheet_records(book, name, layout.width) if r.line >= layout.data_line)
    while batch := list(islice(records, SHEET_ROWS)):
        yield sorter.of_records(batch)
    yield sorter.end()


def _sheet_records(book: Workbook, name: str, width: int | None) -> Iterator[Record]:
    """Blank cells at the end of a row are not in the sheet: they are filled up to the width."""
    for number, cells in enumerate(sheet_rows(book, name), start=1):
        yield Record(number, number, cells + [""] * ((width or 0) - len(cells)), "\t".join(cells))


def _sample(blocks: Iterator[bytes]) -> tuple[str, bool]:
    data = b""
    for block in blocks:
        data += block
        if len(data) > LONGEST_SAMPLE or (
            len(data) >= SAMPLE_BYTES and len(lines_of(data[:65536].decode("latin-1"))) > 2
        ):
            return data[:LONGEST_SAMPLE].decode("utf-8", "surrogateescape"), False
    return data.decode("utf-8", "surrogateescape"), True


def _first_records(sample: str, dialect: Dialect, is_whole: bool) -> list[Record]:
    """Read twice: once to learn the width, and once more knowing it, which mends a broken header."""
    lines = lines_of(sample)
    is_whole = is_whole and len(lines) <= SAMPLE_RECORDS
    text = "".join(lines[:SAMPLE_RECORDS])
    rough, _ = records_of(text, dialect, first_line=1, width=None, is_last=True)
    sure = records_before_endless(text, dialect) or [r for r in rough if r.raw.strip()] or rough
    width = usual_width(sure) if sure else None
    return records_of(text, dialect, first_line=1, width=width, is_last=is_whole)[0] or rough


def _without_lines(data: bytes, line: int, count: int, is_last: bool) -> tuple[bytes, int, int]:
    """`data` without its first `count` lines, the number of the next line, and how many are still to go."""
    place = 0
    while count:
        ends = [e for e in (data.find(b"\n", place), data.find(b"\r", place)) if e >= 0]
        end = min(ends, default=-1)
        if end < 0 or (end == len(data) - 1 and data[end] == 13 and not is_last):
            return (b"", line, 0) if is_last else (data[place:], line, count)
        place = end + (2 if data[end : end + 2] == b"\r\n" else 1)
        line, count = line + 1, count - 1
    return data[place:], line, 0


def _last_line_end(data: bytes) -> int:
    """Behind the last line end; a \\r at the very end may be half of one."""
    whole = data[:-1] if data.endswith(b"\r") else data
    return max(whole.rfind(b"\n"), whole.rfind(b"\r")) + 1


def _with_last(blocks: Iterator[bytes]) -> Iterator[tuple[bytes, bool]]:
    held = next(blocks, b"")
    for block in blocks:
        yield held, False
        held = block
    yield held, True


def _chunk(piece: Sorted, header: list[str]) -> pa.Table:
    return pa.Table.from_arrays([*piece.columns, pa.array(np.asarray(piece.lines, np.int64))], names=[*header, "line"])
