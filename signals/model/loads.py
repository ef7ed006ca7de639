"""How was an export understood, and what does it do?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True)
class Refusal:
    """One line of an export that was not taken, and why."""

    line: int  # from 1, in the decoded file as it came, where the record starts
    reason: str  # a code of DESIGN section 6
    message: str  # what is wrong and what to do
    column: str | None = None
    value: str | None = None
    line_to: int | None = None  # last line of a damaged block


@dataclass(frozen=True)
class Question:
    """What a file cannot decide. Told by `--answer key=value`, or `--column key=value` where it is about a column."""

    reason: str  # a code of DESIGN section 6, or one of DECISIONS.md
    key: str
    text: str
    answers: tuple[str, ...]
    is_column: bool = False


@dataclass(frozen=True)
class LoadReport:
    """How an export was understood and what it does, or would do, to the database."""

    file: str
    kind: str | None
    outcome: str  # load, refuse or ask
    reason: str | None = None  # code of a refusal or a question
    question: str | None = None  # or the sentence of the refusal
    load_id: int | None = None  # None until it is committed
    state: str | None = None  # live or undone; None for a preview
    rows_read: int = 0
    rows_accepted: int = 0
    rows_new: int = 0
    rows_replaced: int = 0
    rows_unchanged: int = 0
    rows_rejected: int = 0
    amount: Decimal | None = None  # accepted revenue in the one currency
    amounts: Mapping[str, Decimal] = field(default_factory=dict)  # per currency code; "" where the file states none
    by_month: Mapping[str, Decimal] = field(default_factory=dict)  # 2026-01 -> accepted revenue
    customers: int | None = None  # distinct
    first_date: date | None = None
    last_date: date | None = None
    format: Mapping[str, object] = field(default_factory=dict)
    rejects: tuple[Refusal, ...] = ()
    ignored: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()  # what the command line may still answer; a page offers it as a choice
    extras: Mapping[str, object] = field(default_factory=dict)  # nps of a feedback file, answers accepted
    questions: tuple[Question, ...] = ()  # all that is asked, the first of them also as `reason` and `question`
    rows_vanished: int = 0  # live rows of what this file exports again that stand in it no more
    rows_removed: int = 0  # rows that the load lets go: vanished ones if the analyst says so, and lines renumbered
    vanished_amount: Decimal | None = None  # revenue of the vanished rows
    vanished: tuple[Mapping[str, str], ...] = ()  # the first of them
    by_month_before: Mapping[str, Decimal] = field(default_factory=dict)  # live revenue of the file's months
    by_month_after: Mapping[str, Decimal] = field(default_factory=dict)  # the same with this load
    profile: str | None = None  # the remembered source whose columns and answers were used
    sample: tuple[Mapping[str, str], ...] = ()  # the first accepted rows as they would be stored
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the file's headings that each field may take


@dataclass(frozen=True)
class Profile:
    """What analysts said of a source; its next file is read so. Parts that older programs did not keep are None."""

    profile: str  # the analyst's name for the source, or the hash of its heading line
    kind: str
    columns: Mapping[str, str]  # our column -> the file's heading
    answers: Mapping[str, str]
    headings: tuple[str, ...] = ()
    file: str | None = None  # the last file that taught it
    person: str | None = None
    remembered_at: datetime | None = None


@dataclass(frozen=True)
class WarningsEffect:
    """What a file would change in what the morning says. Headlines, the most urgent first."""

    as_of_before: date | None  # None: there is too little history for a morning
    as_of_after: date | None
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()  # as they would be said; "Watch → Act: …" where it weighs otherwise
    reason: str | None = None  # why nothing can be said

    @property
    def sentence(self) -> str:
        if self.reason:
            return self.reason
        counts = {"new": self.new, "gone": self.gone, "changed": self.changed}
        said = ", ".join(f"{len(headlines)} {word}" for word, headlines in counts.items() if headlines)
        day = f"{self.as_of_after.day} {self.as_of_after:%B %Y}"
        return f"As of {day}: {f'warnings {said}' if said else 'no warning comes, goes or changes'}."
