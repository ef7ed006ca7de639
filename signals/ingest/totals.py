"""Does a record sum up others? Told by its words, and where those may be a value as well, by evidence.

A record whose first filled cell reads Total, Summe, Sous-total ... is a total unless it is data in every respect: a
brand may be called Total. It is data only if
- its words stand in a column of words, not under order numbers or dates,
- no cell is blank that the data always fill, and each suits its column,
- no other cell says Total or ALL, and
- the greatest of its numbers is not the sum of that column, neither since the last total nor from the beginning.

Where words of any other cell begin like a total, only the sum can tell: the record is one if an amount of it is, to the
cent, what the rows above add up to.
"""

import math
import re
from collections.abc import Sequence
from contextlib import suppress

import pyarrow as pa
import pyarrow.compute as pc

from signals.ingest.layout import Column, Layout
from signals.ingest.shapes import BEGINS_LIKE_TOTAL, TOTAL, is_total_word, shape

_BEGINS_LIKE_TOTAL = re.compile(BEGINS_LIKE_TOTAL)
_TOTAL_OF = re.compile(rf"(?i)^\s*(?:{TOTAL}\s+\S.*|\S.*\s{TOTAL})\s*$")
_ALL = re.compile(rf"(?i)^\s*(?:{TOTAL}|all|alle|tous|toutes|todos|todas|tutti|tutte|-+|\*)\s*$")
_SIGNS = "[\\s'’\u00a0\u202f$€£¥%]|[A-Z]{3}"
FEWEST_SUMMED = 2  # rows above a total that only its sum betrays; one row is equal to another now and then
CENT = 0.005
ROUNDING = 0.0005  # a sum of rounded figures may differ by this share from the rounded sum


def is_total(cells: list[str], filled: list[str]) -> bool:
    """Told by its first words alone; `North Total` only where most cells are blank."""
    if is_total_word(filled[0]):
        return True
    return len(filled) <= max(1, len(cells) // 2) and len(filled[0]) < 80 and bool(_TOTAL_OF.match(filled[0]))


def could_be_data(cells: list[str], layout: Layout) -> bool:
    """Whether a record that begins like a total has all that data have."""
    if len(cells) != layout.width or not layout.columns:
        return False
    place = next(place for place, cell in enumerate(cells) if cell.strip())
    others = [cell for other, cell in enumerate(cells) if other != place and cell.strip()]
    return (
        not layout.column(place).is_valued
        and bool(others)
        and all(map(_suits, cells, layout.columns))
        and not any(map(_ALL.match, others))
    )


def names_a_total(cells: list[str], layout: Layout) -> bool:
    """Whether any words of a record as wide as the table begin like a total: total_row if it sums up to the cent."""
    may_be_words = (cell for place, cell in enumerate(cells) if place == 0 or not layout.column(place).kind)
    return len(cells) == layout.width and any(map(_BEGINS_LIKE_TOTAL.match, may_be_words))


def _suits(cell: str, column: Column) -> bool:
    kind = shape(cell)
    if kind == "empty":
        return not column.is_filled
    return kind == column.kind if column.kind else not column.is_valued or kind != "words"


class Sums:
    """The sums of the columns of numbers, since the last total and from the beginning. NaN where one is unknown."""

    def __init__(self, layout: Layout):
        self._columns = {p: c for p, c in enumerate(layout.columns) if c.kind == "number"}
        has_decimals = any(c.has_decimals for c in self._columns.values())
        self._amounts = [p for p, c in self._columns.items() if c.has_decimals or (p and not has_decimals)]
        self._all = dict.fromkeys(self._columns, 0.0)
        self._all_rows = 0
        self.restart()

    def restart(self) -> None:
        """A total ends a group."""
        self._group = dict.fromkeys(self._columns, 0.0)
        self._group_rows = 0

    def add(self, columns: Sequence[pa.ChunkedArray | Sequence[str]]) -> None:
        """Rows of data, column by column."""
        for place, column in self._columns.items() if columns else ():
            found = _sum(columns[place], column.decimal)
            self._group[place] += found
            self._all[place] += found
        count = len(columns[0]) if columns else 0
        self._group_rows += count
        self._all_rows += count

    def match(self, cells: list[str]) -> bool:
        """Whether the greatest number among `cells` is the sum of its column. What cannot be told is taken as one."""
        told = self._told(cells)
        if not any(told.values()):
            return False
        place = max(told, key=lambda p: abs(told[p]))
        return any(_is_sum(told[place], sums[place]) for sums in (self._group, self._all))

    def match_exactly(self, cells: list[str]) -> bool:
        """Whether an amount among `cells` is to the cent the sum of several rows."""
        told = self._told(cells)
        groups = [(self._group, self._group_rows), (self._all, self._all_rows)]
        sums = [sums for sums, count in groups if count >= FEWEST_SUMMED]
        return any(told[p] and abs(told[p] - found[p]) < CENT for p in self._amounts for found in sums)

    def _told(self, cells: list[str]) -> dict[int, float]:
        return {place: _sum([cells[place]], column.decimal) for place, column in self._columns.items()}


def _is_sum(told: float, found: float) -> bool:
    return not abs(told - found) > ROUNDING * abs(told)  # NaN is not greater either


def _sum(cells: pa.ChunkedArray | Sequence[str], decimal: str) -> float:
    texts = cells if isinstance(cells, pa.ChunkedArray) else pa.chunked_array([pa.array(cells, pa.string())])
    with suppress(pa.ArrowInvalid):
        if decimal == ".":
            return pc.sum(pc.cast(texts, pa.float64())).as_py() or 0.0
    texts = pc.replace_substring_regex(texts, _SIGNS + r"|\." * (decimal == ",") + "|," * (decimal == "."), "")
    texts = pc.replace_substring(texts, decimal, ".")
    texts = pc.if_else(pc.equal(texts, ""), "0", texts)
    try:
        return pc.sum(pc.cast(texts, pa.float64())).as_py() or 0.0
    except pa.ArrowInvalid:
        return math.nan
