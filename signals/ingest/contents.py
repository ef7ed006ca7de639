"""What does a column hold, whatever it is called?

Looks at the first rows only. Names are checked against it, and where no name helps it proposes; it never decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pyarrow as pa

from signals.ingest import dates, numbers
from signals.ingest.contract import Field
from signals.ingest.scales import spoken_scores
from signals.ingest.texts import Refused, is_missing

ROWS, CELLS = 1_000, 500_000  # looked at, at most
TEXTS = 200  # distinct ones that are read
ENOUGH = 5  # filled cells before content speaks against a name
MOSTLY, HALF = 0.8, 0.5
SMALL_COUNT = 100  # a quantity seldom is larger, an amount of money seldom stays below and whole

NUMBERS = frozenset({"number", "money"})
DATES = frozenset({"date", "timestamp", "month"})
LAST_DAY = date(9998, 12, 30)  # a date that lies ahead is a date


@dataclass(frozen=True)
class Content:
    """The filled cells of a column's first rows."""

    filled: tuple[str, ...]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.filled))[:TEXTS]

    @cached_property
    def values(self) -> list[float]:
        """The texts that are numbers in either style of decimals."""
        found = [_number(text) for text in self.texts]
        return [value for value in found if value is not None]

    @cached_property
    def number_share(self) -> float:
        return len(self.values) / max(len(self.texts), 1)

    @cached_property
    def date_share(self) -> float:
        return sum(map(_is_date, self.texts)) / max(len(self.texts), 1)

    @property
    def is_per_cent(self) -> bool:
        return sum("%" in text for text in self.texts) > HALF * len(self.texts)

    @property
    def is_whole_and_small(self) -> bool:
        """Like counts of units."""
        return bool(self.values) and all(value == int(value) and abs(value) <= SMALL_COUNT for value in self.values)


def contents_of(chunk: pa.Table) -> list[Content]:
    """Of each column of a table's first chunk, in the header's order."""
    rows = min(ROWS, CELLS // chunk.num_columns)
    return [
        Content(tuple(text for text in chunk.column(place).slice(0, rows).to_pylist() if not is_missing(text)))
        for place in range(chunk.num_columns - 1)  # the reader puts the line last
    ]


def contradicts(content: Content, type_: str) -> bool:
    """Not one of the cells is what the name says, or there are none."""
    if len(content.filled) < ENOUGH:
        return False
    if type_ in NUMBERS:
        return content.number_share == 0 or content.is_per_cent
    if type_ == "score":
        return content.number_share == 0 and spoken_scores(content.texts) is None
    return type_ in DATES and content.date_share == 0


def type_of(field: Field, content: Content) -> str:
    """As what a column is read: discounts may be amounts or shares."""
    return "share" if field.name == "discount" and content.is_per_cent else field.type


def proposes(content: Content, type_: str) -> bool:
    """Could such cells be a column of this type?"""
    if not content.filled:
        return False
    if type_ in NUMBERS:
        return content.number_share >= MOSTLY
    if type_ == "score":
        return content.number_share >= HALF or spoken_scores(content.texts) is not None
    if type_ in DATES:
        return content.date_share >= MOSTLY and content.number_share < MOSTLY
    is_date_or_fraction = (content.date_share >= MOSTLY and content.number_share < MOSTLY) or _has_fractions(content)
    return type_ in ("id", "text") and not is_date_or_fraction


def proposed(contents: Sequence[Content], headings: Sequence[str], type_: str) -> tuple[str, ...]:
    """The headings that could serve."""
    return tuple(heading for heading, content in zip(headings, contents, strict=True) if proposes(content, type_))


def _has_fractions(content: Content) -> bool:
    return content.number_share >= MOSTLY and any(value != int(value) for value in content.values)


def _number(text: str) -> float | None:
    for decimal in (numbers.POINT, numbers.COMMA):
        value = numbers.money_of(text.rstrip("% "), numbers.Style(decimal))
        if value is not None and not isinstance(value, Refused):
            return float(value)
    return None


def _is_date(text: str) -> bool:
    for order in (dates.DMY, dates.MDY):
        found = dates.date_of(text, order=order, today=LAST_DAY)
        if not isinstance(found, Refused) or found.reason in ("future_date", "out_of_range"):
            return True
    return False
