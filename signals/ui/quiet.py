"""What was looked at and needs nobody, and what could not be judged?"""

from signals import metrics
from signals.model import Morning
from signals.triage import wording
from signals.ui import parts


def counts(morning: Morning) -> None:
    """Stable products, then those without a judgement, then revenue without a customer's name, then what failed."""
    stable = metrics.counted(morning.stable_count, "product")
    weeks = metrics.counted(morning.stable_weeks, "week")
    parts.facts(
        {"Stable": f"{stable}, {weeks}" if morning.stable_weeks else stable}
        | {
            wording.capital(wording.STATES[state]): metrics.number(count)
            for state, count in morning.unjudged.items()
            if count
        }
        | (
            {"Revenue without a known customer": metrics.share(morning.anonymous_share)}
            if morning.anonymous_share
            else {}
        )
    )
    for failure in morning.failures:
        parts.sentence(failure)
