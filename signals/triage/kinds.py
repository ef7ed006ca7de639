"""Of what kind are the reasons for which rows were not shown?"""

from collections.abc import Sequence

from signals.model import Warning
from signals.triage import reasons
from signals.triage.good_news import SMALL

KINDS = {  # how a reason begins -> what it is called
    "Said in the row of": "Said in another row",
    reasons.TRIFLE: "May be chance, and small for the company",
    SMALL: "Rises that are small for the company",
    "Back from the fall": "Recoveries",
    "Noted: ": "Rises on the days of an event",
    "Quiet until": "Quiet after a warning that cleared",
    "No longer judged": "No longer judged",
    reasons.CHARGE: "Charges, not products",
}
OTHER = "For another reason"


def by_reason(warnings: Sequence[Warning]) -> dict[str, list[Warning]]:
    """The rows of each kind, the largest group first; what is of no known kind comes last."""
    groups: dict[str, list[Warning]] = {}
    for warning in warnings:
        groups.setdefault(_kind(warning.reason), []).append(warning)
    return dict(sorted(groups.items(), key=lambda group: (group[0] == OTHER, -len(group[1]), group[0])))


def _kind(reason: str) -> str:
    return next((kind for beginning, kind in KINDS.items() if reason.startswith(beginning)), OTHER)
