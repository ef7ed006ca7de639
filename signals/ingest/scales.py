"""On which scale was a score given, and which number is FIVE, 4/5, ★★★★☆ or Good?"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from signals.ingest.headings import folded
from signals.ingest.texts import is_missing


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
    "nps": "nps recommend weiterempfehlen weiterempfehlung empfehlen recommander recomendar recomendaria raccomandare "
    "consiglieresti recommandation",
    "csat": "csat satisfaction satisfied zufriedenheit zufrieden satisfait satisfaccion soddisfazione satisfacao",
    "ces": "ces ease easy effort aufwand einfach facile facil",
    "stars": "stars star review sterne etoiles estrellas stelle estrelas",
}
OUTSIDE_SHARE = 0.2  # of the scores outside the scale that the heading names: then the heading is not believed
SPOKEN_SHARE = 0.8  # of a column's cells: one 9/10 among numbers is a slip, not a way of writing

_NUMBERS = {"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_VERDICTS = {"good": "5", "good with comment": "5", "bad": "1", "bad with comment": "1", "offered": "", "unoffered": ""}
_PARTS = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|sur|de|di|su|sobre)\s*(\d{1,3})", re.I)
_STARS = re.compile(r"(?:(\d)|(zero|one|two|three|four|five))(?:[\s_-]*stars?)?", re.I)
_DRAWN = re.compile(r"([★⭐]\ufe0f?)+☆*")


@dataclass(frozen=True)
class Spoken:
    """Scores that are not written as plain numbers."""

    plain: dict[str, str]  # the cell's text -> the number as text; "" where no score was given
    scale: str | None  # that this way of writing tells, if it tells one


def spoken_scores(texts: Iterable[str]) -> Spoken | None:
    """The reading of a column that is written in one of these ways throughout; None for a column of numbers."""
    filled = [text for text in texts if not is_missing(text)]
    read = {text: _spoken(text.strip()) for text in filled}
    ways = Counter(way for way, _ in filter(None, read.values()))
    if not ways:
        return None
    way, count = ways.most_common(1)[0]
    if count < SPOKEN_SHARE * len(filled):
        return None
    plain = {text: found[1] for text, found in read.items() if found and found[0] == way}
    return Spoken(plain, {"stars": "stars", "verdict": "csat", "5": "csat", "7": "ces"}.get(way))


def scale_of(heading: str, scores: Sequence[Decimal]) -> str | None:
    """By the heading's words; else recommendation, the only one that knows a 0 or more than 7.

    None where it must be asked: scores that mostly lie outside what the heading names or any scale, scores that lie
    on several scales, and scores from 1 to 10 under a heading that is not ours.
    """
    named = named_in(heading)
    if named:
        outside = sum(not SCALES[named].lowest <= score <= SCALES[named].highest for score in scores)
        return named if outside <= OUTSIDE_SHARE * len(scores) else None
    plausible = [score for score in scores if 0 <= score <= 10]
    if len(plausible) < len(scores) / 2:
        return None
    is_beyond_others = folded(heading) == "score" and max(plausible, default=Decimal(10)) > 7
    return "nps" if 0 in plausible or not plausible or is_beyond_others else None


def named_in(heading: str) -> str | None:
    """The scale of which the heading speaks."""
    words = set(folded(heading).split())
    return next((scale for scale, names in NAMED.items() if words & set(names.split())), None)


def fitting(scores: Sequence[Decimal]) -> tuple[str, ...]:
    """The scales on which most of the scores lie."""
    return tuple(
        name
        for name, scale in SCALES.items()
        if sum(scale.lowest <= score <= scale.highest for score in scores) >= (1 - OUTSIDE_SHARE) * len(scores)
    )


def nps(scores: Sequence[int]) -> float:
    """Share of 9 and 10 minus share of 0 to 6, in points."""
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    return 100 * (promoters - detractors) / len(scores)


def _spoken(text: str) -> tuple[str, str] | None:
    """(the way of writing, the number as text)"""
    parts = _PARTS.fullmatch(text)
    if parts:
        return parts[2], parts[1]
    if _DRAWN.fullmatch(text):
        return "stars", str(text.count("★") + text.count("⭐"))
    stars = _STARS.fullmatch(text)
    if stars and not text.isdigit():
        return "stars", stars[1] or str(_NUMBERS[stars[2].lower()])
    verdict = _VERDICTS.get(folded(text))
    return None if verdict is None else ("verdict", verdict)
