"""Which records of a block are data, and what becomes of the others? Keeps what cannot be told before the file ends."""

from dataclasses import replace
from typing import NamedTuple

import pyarrow as pa

from signals.errors import IngestRejected
from signals.ingest.blocks import Columns
from signals.ingest.declared import Declared, declared
from signals.ingest.layout import Layout
from signals.ingest.oddities import (
    are_alike,
    can_begin_a_row,
    damage,
    ignored,
    ignored_reason,
    is_plainly_data,
    may_be_note,
    repair,
    without_guard,
)
from signals.ingest.records import BROKEN, Record
from signals.ingest.totals import Sums, could_be_data, names_a_total

RUIN_FROM = 1000  # rejected records before a file is given up while it is read
LONGEST_RUN = 100  # blank or repaired lines in a row that are listed one by one
LONGEST_RUIN = 10_000  # the same of rejected ones
LONGEST_FOOTER = 50  # lines; legal notes have 20
MOST_ALIKE = 3  # lines of a footer that the same signs part
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
        self._sums = Sums(layout)

    def of_records(self, records: list[Record]) -> Sorted:
        rows, lines, counted = [], [], 0
        for record in records:
            if not self._held and is_plainly_data(record, self._layout):
                rows.append(record.cells)
                lines.append(record.line)
                continue
            reason = ignored_reason(record.cells, record.raw, self._layout.header)
            if reason == "total_row" or names_a_total(record.cells, self._layout):
                self._sums.add(_transposed(rows[counted:]))
                counted = len(rows)
            for kept in self._data_in(record, reason):
                rows.append(
                    [without_guard(cell) if cell[:2] == '="' else cell for cell in kept.cells[: self._layout.width]]
                )
                lines.append(kept.line)
        self._accepted += len(rows)
        found = _as_columns(rows, lines, self._layout.width)
        self._sums.add([column.slice(counted) for column in found.columns])
        return found

    def of_columns(self, columns: Columns) -> Sorted:
        """Odd records before the last plain one are settled by it; those behind it may be footers."""
        last_plain = int(columns.lines[-1]) if len(columns.lines) else 0
        width = self._layout.width
        plain = columns.table.columns[:width]
        late: list[Record] = []
        counted = (0, 0)  # of the plain ones and of the late ones

        def count(above: int) -> tuple[int, int]:
            self._sums.add([column.slice(counted[0], above - counted[0]) for column in plain])
            self._sums.add(_transposed([record.cells[:width] for record in late[counted[1] :]]))
            return above, len(late)

        if len(columns.lines):
            late += self._settled()
        for record in columns.odd:
            reason = ignored_reason(record.cells, record.raw, self._layout.header)
            if reason == "total_row" or names_a_total(record.cells, self._layout):
                counted = count(int(columns.lines.searchsorted(record.line)))
            late += self._data_in(record, reason)
            if record.line < last_plain:
                late += self._settled()
        self._accepted += len(columns.lines) + len(late)
        count(len(columns.lines))
        odd = _as_columns([r.cells[:width] for r in late], [r.line for r in late], width)
        return _merged(plain, columns.lines, odd)

    def end(self) -> Sorted:
        """What is still held stands after the data, unless it is a table of its own."""
        width = self._layout.width
        late: list[Record] = []
        if any(are_alike(self._held[i : i + MOST_ALIKE + 1], width) for i in range(len(self._held) - MOST_ALIKE)):
            late = self._settled()
        for record in self._held:
            self.declared.append(ignored(record, "footer"))
        self._held = []
        self._accepted += len(late)
        return _as_columns([record.cells[:width] for record in late], [record.line for record in late], width)

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
        reason = reason if reason in ("ragged_row", "bad_encoding", "control_char") else "unbalanced_quote"
        raise IngestRejected(
            reason, f"{rejected:,} of {rejected + self._accepted:,} records cannot be read ({reason})."
        )

    def _data_in(self, record: Record, reason: str) -> list[Record]:
        """The records that are known to be data now that `record` has been seen, in their order."""
        if reason == "total_row" and could_be_data(record.cells, self._layout) and not self._sums.match(record.cells):
            reason = ""
        if not reason and names_a_total(record.cells, self._layout) and self._sums.match_exactly(record.cells):
            reason = "total_row"
        if reason == "total_row":
            self._sums.restart()
        if reason and record.fault not in BROKEN:
            self._note(ignored(record, reason))
            return []
        fault = damage(record, self._layout)
        if self._may_be_footer(record, fault):
            self._held.append(record)
            return self._settled() if len(self._held) > LONGEST_FOOTER else []
        data = self._settled()
        if fault is not None:
            self._reject(fault)
            return data
        if mended := repair(record, self._layout):
            self._note(mended)
        if record.cells[0][:1] == "\ufeff":
            record = self._without_bom(record)
        return [*data, record]

    def _may_be_footer(self, record: Record, fault: Declared | None) -> bool:
        """A last line without its end is one only if its words are plainly no beginning of a row."""
        if fault is not None and fault.reason not in ("ragged_row", "truncated"):
            return False
        if not may_be_note(record.cells, self._layout, is_behind_note=bool(self._held)):
            return False
        return fault is None or fault.reason == "ragged_row" or not can_begin_a_row(record.cells, self._layout)

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

    def _note(self, found: Declared, longest: int = LONGEST_RUN) -> None:
        """Long runs of the same (a workbook's million blank rows) become one block."""
        last = self.declared[-1] if self.declared else None
        follows = last and (last.kind, last.reason, last.line_to) == (found.kind, found.reason, found.line - 1)
        self._run = self._run + 1 if follows else 0
        if self._run < longest:
            self.declared.append(found)
        else:
            self.declared[-1] = replace(last, line_to=found.line_to)

    def _reject(self, fault: Declared) -> None:
        self._note(fault, LONGEST_RUIN)
        self._rejected[fault.reason] = self._rejected.get(fault.reason, 0) + 1

    def _without_bom(self, record: Record) -> Record:
        message = "A byte order mark inside the file was removed."
        self.declared.append(
            declared("repaired", "bad_encoding", record.raw, message, line=record.line, line_to=record.line_to)
        )
        return record._replace(cells=[record.cells[0].lstrip("\ufeff"), *record.cells[1:]])


def _transposed(rows: list[list[str]]) -> list[tuple[str, ...]]:
    return list(zip(*rows, strict=True))


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
