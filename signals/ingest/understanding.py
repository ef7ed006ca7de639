"""What is known and found out about one export while it is understood?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signals.ingest.currencies import Rate
from signals.ingest.revenue import Terms
from signals.ingest.systems import System
from signals.model import Question, Refusal


@dataclass
class Understanding:
    """What the rules are told about an export, and what they say of it."""

    headings: Mapping[str, str]  # our column -> the file's heading
    answers: Mapping[str, str] = field(default_factory=dict)
    system: System | None = None
    certain: frozenset[str] = frozenset()  # columns that the file or the analyst calls by our own names
    currency: str | None = None  # in which the company reports
    rates: Sequence[Rate] = ()
    terms: Terms = field(default_factory=Terms)  # of a sales export
    scale: str | None = None  # of all scores of a feedback export that does not state it row by row
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    ignored: list[Refusal] = field(default_factory=list)  # rows that the rules leave out of `cells`
    extras: dict[str, object] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)  # key column that the file lacks -> expression

    def has(self, *columns: str) -> bool:
        return all(column in self.headings for column in columns)
