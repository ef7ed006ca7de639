"""What has a person, or the calendar, said about certain days of certain series?"""

from dataclasses import dataclass
from datetime import date

from signals.model import Subject

VOID = "void"  # the days say nothing: no evidence, and no part of any baseline
UNUSUAL = "unusual"  # the days are no part of any later baseline; what they say stands
NEW_NORMAL = "new normal"  # from the first day on, the level of its days up to the last one is what is usual
KINDS = (VOID, UNUSUAL, NEW_NORMAL)


@dataclass(frozen=True)
class Ruling:
    """One statement on the days of a subject; a void or unusual day holds for the subject's parts as well."""

    kind: str  # one of KINDS
    subject: Subject
    first_date: date
    last_date: date
