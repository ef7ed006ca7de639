"""Which kind of export is this, and which of its headings is which column?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from signals.errors import IngestRejected
from signals.ingest.contract import KINDS, Kind
from signals.ingest.headings import SPELLINGS, folded

OWN_NAME = 1.0  # confidence: the file uses our name
LEAST_MATCHES = 2
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
        """A kind that explains most of a file's columns is meant, though a required one be missing."""
        return sum(match.confidence for match in self.matches) - len(self.missing)

    @property
    def is_recognised(self) -> bool:
        """One heading that fits is a coincidence."""
        return len(self.matches) >= LEAST_MATCHES or not self.unused


def mapping_of(headings: Sequence[str], kind: str | None = None, chosen: Mapping[str, str] | None = None) -> Mapping_:
    """The best mapping of a heading line: of one kind if it is given, else of the kind that it fits best.

    `chosen`: what the analyst says, our column -> heading, both as loosely spelled as headings are. Raises
    IngestRejected where the file has no such heading, or no kind such a column.
    """
    kinds = [KINDS[kind]] if kind else list(KINDS.values())
    told = {name: _heading_of(heading, headings) for name, heading in (chosen or {}).items()}
    found = [_mapped(candidate, headings, fields) for candidate, fields in _with_fields(kinds, told)]
    return max(found, key=lambda mapping: mapping.strength)


def _heading_of(told: str, headings: Sequence[str]) -> str:
    """The heading of the file that the analyst means."""
    alike = [heading for heading in headings if heading == told] or [
        heading for heading in headings if folded(heading) == folded(told)
    ]
    if not alike:
        raise IngestRejected("missing_column", f"The file has no column {told!r}. It has: {', '.join(headings)}.")
    if len(alike) > 1:
        raise IngestRejected(
            "duplicate_column", f"{len(alike)} columns are called {told!r}. Give each its own heading."
        )
    return alike[0]


def _with_fields(kinds: Sequence[Kind], told: Mapping[str, str]) -> list[tuple[Kind, dict[str, str]]]:
    """The kinds that have all of the columns that the analyst names, by ours or by a usual name of theirs."""
    fitting = []
    for kind in kinds:
        fields = {_field_of(name, kind): heading for name, heading in told.items()}
        if None not in fields:
            fitting.append((kind, fields))
    if not fitting:
        names = ", ".join(field.name for field in kinds[0].fields)
        message = f"There is no such column: {', '.join(told)}. " + (
            f"Those of {kinds[0].name}: {names}." if len(kinds) == 1 else ""
        )
        raise IngestRejected("missing_column", message.strip())
    return fitting


def _field_of(name: str, kind: Kind) -> str | None:
    names = [field.name for field in kind.fields]
    usual = (field for field in names if folded(name) in SPELLINGS[field])
    return name if name in names else next(usual, None)


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
    rivals |= _rival_amounts(matches, [heading for heading in free if heading not in used])
    return Mapping_(
        kind=kind,
        matches=tuple(matches[field.name] for field in kind.fields if field.name in matches),
        missing=tuple(_missing(kind, matches)),
        rivals=rivals,
        unused=tuple(heading for heading in headings if heading not in used),
    )


def _rival_amounts(matches: Mapping[str, Match], unused: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Amount beside Total: a wrong choice of money is never seen again, so it is asked unless the file says revenue."""
    match = matches.get("revenue")
    others = [heading for heading in unused if folded(heading) in SPELLINGS["revenue"]]
    return {"revenue": (match.heading, *others)} if match and match.confidence < OWN_NAME and others else {}


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
