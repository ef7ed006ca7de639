"""Was a warning true, and is the share of false ones what was promised?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from signals.metrics import METRICS
from signals.model import DATA_ERROR, FALSE_ALARM, ReplayedWarning
from signals.stats.rates import wilson

PROVING_DAYS = 28  # after the day on which a warning was first shown as Act
REPORTING_DAYS = 30  # after a quarter's end its figures are on the table
LEAST_SHARE = METRICS["sales"].least_effect_share
CONFIRMED, NOT_CONFIRMED, OPEN = "confirmed", "not confirmed", "open"
FALSE_VERDICTS = (FALSE_ALARM, DATA_ERROR)

METHOD = f"""
The history is gone through day by day. On each day the program knows only what had been sold by then, and says what it
would have said that morning; what people decided since, such as verdicts, plays no part in what it says.
A warning counts as false if its subject, in the {PROVING_DAYS} days after the warning was first shown as Act, sold no
longer at least {LEAST_SHARE:.0%} less than was to be expected had it gone on as before, or if a person gave the
verdict {" or ".join(FALSE_VERDICTS)}. Until the {PROVING_DAYS} days are over it is open.
Where somebody acted and the sales came back within these days, the warning counts as false too.
The sales are those on file today: corrections that were loaded later are part of them, and what came in late counts as
if it had come in time.
"""


@dataclass(frozen=True)
class Rates:
    """What the promise is measured by."""

    act: int  # warnings shown as Act
    decided: int
    false: int
    false_share: float | None  # of the decided; None where none is
    low: float | None  # 95 % Wilson interval
    high: float | None
    alarms_per_100_series_quarters: float | None


def outcome(after_share: float | None) -> str:
    """By the sales alone; `after_share` is None while the proving days run."""
    if after_share is None:
        return OPEN
    return CONFIRMED if after_share <= -LEAST_SHARE else NOT_CONFIRMED


def judged(warnings: Sequence[ReplayedWarning], verdicts: Mapping[str, str]) -> tuple[ReplayedWarning, ...]:
    """The warnings with people's verdicts by key: one of FALSE_VERDICTS overrules the sales."""
    return tuple(
        replace(each, outcome=NOT_CONFIRMED, verdict=verdicts[each.key])
        if verdicts.get(each.key) in FALSE_VERDICTS
        else each
        for each in warnings
    )


def rates(warnings: Sequence[ReplayedWarning], series_quarters: float) -> Rates:
    decided = [each for each in warnings if each.outcome != OPEN]
    false = sum(each.outcome == NOT_CONFIRMED for each in decided)
    realised = wilson(false, len(decided))
    known = (realised.estimate, realised.low, realised.high) if decided else (None, None, None)
    alarms = 100 * len(warnings) / series_quarters if series_quarters > 0 else None
    return Rates(len(warnings), len(decided), false, *known, alarms)
