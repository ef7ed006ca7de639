"""On which scale was a score given?"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from signals.ingest.headings import folded


@dataclass(frozen=True)
class Scale:
    title: str
    lowest: int
    highest: int


SCALES = {
    "nps": Scale("likelihood to recommend, 0 to 10", 0, 10),
    "csat": Scale("satisfaction, 1 to 5", 1, 5),
    "ces": Scale("ease, 1 to 7", 1, 7),
    "stars": Scale("stars, 1 to 5", 1, 5),
}
NAMED = {
    "nps": "nps recommend",
    "csat": "csat satisfaction",
    "ces": "ces ease effort",
    "stars": "stars star rating review",
}


def scale_of(heading: str, scores: Sequence[Decimal]) -> str:
    """By the heading's words; else by the highest plausible score, up to 5 satisfaction, 7 ease, 10 recommendation."""
    words = set(folded(heading).split())
    for scale, names in NAMED.items():
        if words & set(names.split()):
            return scale
    highest = max((score for score in scores if 0 <= score <= 10), default=Decimal(10))
    return "csat" if highest <= 5 else "ces" if highest <= 7 else "nps"


def nps(scores: Sequence[int]) -> float:
    """Share of 9 and 10 minus share of 0 to 6, in points."""
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    return 100 * (promoters - detractors) / len(scores)
