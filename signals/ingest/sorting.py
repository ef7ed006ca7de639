"""Which records of a block are data, and what becomes of the others? Keeps what cannot be told before the file ends."""

from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa

from signals.errors import IngestRejected
from signals.ingest.blocks import Columns
from signals.ingest.declared import Declared, declared
from signals.ingest.layout import Layout
from signals.ingest.oddities import damage, ignored, ignored_reason, is_plainly_data, is_sparse, repair, without_guard
from signals.ingest.records import BROKEN, Record
from signals.ingest.shapes import shape

RUIN_FROM = 1000  # rejected records before a file is given up while it is read
LONGEST_RUN = 100  # blank or repaired lines in a row that are listed one by one
RUIN_SHARE = 2 / 3  # of its records that are rejected: then the file was misread, not its lines


class Sorted(NamedTuple):
    columns: list[pa.ChunkedArray]
    lines: list[int]

    @classmethod
    def nothing(cls, width: int) -> "Sorted":
        return cls([pa.chunked_array([], pa.string())] * width, [])


class Sorter:
    """Sorts the records of one file in their order. `declared` grows as it goes."""

    def __init__(self, layout: Layout):
        self.declared: list[Declared] = list(layout.declared)
        self._layout = layout
        self._held: list[Record] = []  # short or sparse records that are footers if nothing but their like follows
        self._accepted = 0
        self._rejected: dict[str, int] = {}
        self._run = 0  # consecutive lines of the same kind and reason

    def of_records(self, records: list[Record]) -> Sorted:
        rows, lines = [], []
        for record in records:
            if not self._held and is_plainly_data(record, self._layout):
                rows.append(record.cells)
                lines.append(record.line)
                continue
            for kept in self._data_in(record):
                rows.append(
                    [without_guard(cell) if cell[:2] == '="' else cell for cell in kept.cells[: self._layout.width]]
                )
                lines.append(kept.line)
        self._accepted += len(rows)
        return _as_columns(rows, lines, self._layout.width)

    def of_columns(self, columns: Columns) -> Sorted:
        """Odd records before the last plain one are settled by it; those behind it may be footers."""
        last_plain = int(columns.lines[-1]) if len(columns.lines) else 0
        late: list[Record] = []
        if len(columns.lines):
            late += self._settled()
        for record in columns.odd:
            late += self._data_in(record)
            if record.line < last_plain:
                late += self._settled()
        self._accepted += len(columns.lines) + len(late)
        plain = columns.table.columns[: self._layout.width]
        return _merged(
            plain,
            columns.lines,
            _as_columns([r.cells[: self._layout.width] for r in late], [r.line for r in late], self._layout.width),
        )

    def end(self) -> Sorted:
        """What is still held stands after the data."""
        for record in self._held:
            self.declared.append(ignored(record, "footer"))
        self._held = []
        return Sorted.nothing(self._layout.width)

    def refuse_ruin(self, *, is_end: bool = False) -> None:
        """Raises where most records had to be rejected, for the commonest reason."""
        rejected = sum(self._rejected.values())
        if (
            not rejected
            or (rejected < RUIN_FROM and not is_end)
            or rejected <= RUIN_SHARE * (rejected + self._accepted)
        ):
            return
        reason = max(self._rejected, key=lambda r: self._rejected[r])
        reason = reason if reason in ("ragged_row", "bad_encoding", "field_too_long") else "unbalanced_quote"
        raise IngestRejected(
            reason, f"{rejected:,} of {rejected + self._accepted:,} records cannot be read ({reason})."
        )

    def _data_in(self, record: Record) -> list[Record]:
        """The records that are known to be data now that `record` has been seen, in their order."""
        reason = ignored_reason(record.cells, record.raw, self._layout.header)
        if reason and record.fault not in BROKEN:
            self._note(ignored(record, reason))
            return []
        fault = damage(record, self._layout)
        if (is_sparse(record.cells) and fault is None) or _may_be_footer(record, fault, self._layout):
            self._held.append(record)
            return []
        data = self._settled()
        if fault is not None:
            self._reject(fault)
            return data
        if mended := repair(record, self._layout):
            self._note(mended)
        if record.cells[0][:1] == "\ufeff":
            record = self._without_bom(record)
        return [*data, record]

    def _settled(self) -> list[Record]:
        """The held records, now that data follow them: sparse ones are data, short ones are damage."""
        held, self._held = self._held, []
        data = []
        for record in held:
            fault = damage(record, self._layout)
            if fault is None:
                data.append(record)
            else:
                self._reject(fault)
        return data

    def _note(self, found: Declared) -> None:
        """Long runs of the same (a workbook's million blank rows) become one block."""
        last = self.declared[-1] if self.declared else None
        follows = last and (last.kind, last.reason, last.line_to) == (found.kind, found.reason, found.line - 1)
        self._run = self._run + 1 if follows else 0
        if self._run < LONGEST_RUN:
            self.declared.append(found)
        else:
            self.declared[-1] = replace(last, line_to=found.line_to)

    def _reject(self, fault: Declared) -> None:
        self.declared.append(fault)
        self._rejected[fault.reason] = self._rejected.get(fault.reason, 0) + 1

    def _without_bom(self, record: Record) -> Record:
        message = "A byte order mark inside the file was removed."
        self.declared.append(
            declared("repaired", "bad_encoding", record.raw, message, line=record.line, line_to=record.line_to)
        )
        return record._replace(cells=[record.cells[0].lstrip("\ufeff"), *record.cells[1:]])


def _may_be_footer(record: Record, fault: Declared | None, layout: Layout) -> bool:
    """One filled cell; of a last line without its end also words, since a cut-off row begins with an id."""
    if fault is None or fault.reason not in ("ragged_row", "truncated") or layout.width < 2:
        return False
    filled = [cell for cell in record.cells if cell.strip()]
    return len(filled) == 1 and (fault.reason == "ragged_row" or shape(filled[0]) == "words")


def _as_columns(rows: list[list[str]], lines: list[int], width: int) -> Sorted:
    if not rows:
        return Sorted.nothing(width)
    return Sorted([pa.chunked_array([pa.array(column, pa.string())]) for column in zip(*rows, strict=True)], lines)


def _merged(plain: list[pa.ChunkedArray], lines, late: Sorted) -> Sorted:
    """Both in the order of their lines."""
    if not late.lines:
        return Sorted(plain, lines)
    columns = [pa.chunked_array([*a.chunks, *b.chunks], pa.string()) for a, b in zip(plain, late.columns, strict=True)]
    together = [*lines, *late.lines]
    order = pa.array(sorted(range(len(together)), key=together.__getitem__))
    return Sorted([column.take(order) for column in columns], sorted(together))
