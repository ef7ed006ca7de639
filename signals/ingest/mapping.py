"""Which kind of export is this, and which of its headings is which column?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signals.ingest.contract import KINDS, Kind
from signals.ingest.headings import SPELLINGS, folded

OWN_NAME = 1.0  # confidence: the file uses our name
KNOWN_NAME = 0.8  # confidence: a name that other systems use


@dataclass(frozen=True)
class Match:
    """One of our columns and the heading that serves it."""

    field: str
    heading: str
    confidence: float  # 0-1


@dataclass(frozen=True)
class Mapping_:
    """A kind with its matches; what is missing or could be two headings is named."""

    kind: Kind
    matches: tuple[Match, ...]
    missing: tuple[str, ...]  # required columns without a heading
    rivals: Mapping[str, tuple[str, ...]]  # column -> headings of equal right
    unused: tuple[str, ...]  # headings that serve nothing

    @property
    def columns(self) -> dict[str, str]:
        return {match.field: match.heading for match in self.matches}

    @property
    def strength(self) -> float:
        return sum(match.confidence for match in self.matches) - 2 * len(self.missing)


def mapping_of(headings: Sequence[str], kind: str | None = None, chosen: Mapping[str, str] | None = None) -> Mapping_:
    """The best mapping of a heading line: of one kind if it is given, else of the kind that it fits best."""
    kinds = [KINDS[kind]] if kind else list(KINDS.values())
    return max((_mapped(candidate, headings, chosen or {}) for candidate in kinds), key=lambda found: found.strength)


def _mapped(kind: Kind, headings: Sequence[str], chosen: Mapping[str, str]) -> Mapping_:
    matches, rivals = {}, {}
    free = [heading for heading in headings if heading not in chosen.values()]
    for field, rank, candidates in _ranked(kind, free, chosen):
        candidates = [heading for heading in candidates if heading not in {match.heading for match in matches.values()}]
        if field in matches or not candidates:
            continue
        if len(candidates) > 1:
            rivals[field] = tuple(candidates)
        matches[field] = Match(field, candidates[0], OWN_NAME if rank == 0 else KNOWN_NAME)
    for field, heading in chosen.items():
        matches[field] = Match(field, heading, OWN_NAME)
    used = {match.heading for match in matches.values()}
    return Mapping_(
        kind=kind,
        matches=tuple(matches[field.name] for field in kind.fields if field.name in matches),
        missing=tuple(_missing(kind, matches)),
        rivals=rivals,
        unused=tuple(heading for heading in headings if heading not in used),
    )


def _ranked(kind: Kind, headings: Sequence[str], chosen: Mapping[str, str]):
    """(field, rank of the spelling, headings that spell it so), the surest spellings of all fields first."""
    by_spelling: dict[str, list[str]] = {}
    for heading in headings:
        by_spelling.setdefault(folded(heading), []).append(heading)
    found = []
    for place, field in enumerate(kind.fields):
        if field.name in chosen:
            continue
        for rank, spelling in enumerate(SPELLINGS[field.name]):
            if spelling in by_spelling:
                found.append((min(rank, 1), not field.is_required, rank, place, field.name, by_spelling[spelling]))
    for _, _, rank, _, field, candidates in sorted(found, key=lambda entry: entry[:4]):
        yield field, rank, candidates


def _missing(kind: Kind, matches: Mapping[str, Match]) -> list[str]:
    missing = [name for name in kind.required if name not in matches]
    if kind.name == "sales" and "revenue" not in matches and not {"quantity", "unit_price"} <= set(matches):
        missing.append("revenue")
    if kind.name == "feedback" and not {"score", "verbatim", "first_choice"} & set(matches):
        missing.append("score")
    return missing
