"""Which kind of export is this, and which of its headings is which column?

By the analyst's word, by the system that is recognised, by name, and only where all of these are silent by content:
a name whose cells contradict it is not believed, and what content alone proposes is asked, never loaded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signals.errors import IngestRejected
from signals.ingest.contents import Content, contradicts, proposed, proposes, type_of
from signals.ingest.contract import KINDS, Field, Kind
from signals.ingest.headings import (
    QUESTION_WORDS,
    QUESTIONS,
    SPELLINGS,
    counts_multiples,
    folded,
    glued,
    is_net,
    shared_prefix,
    unit_of,
)
from signals.ingest.systems import System, system_of

LEAST_MATCHES = 2
OWN_NAME = 1.0  # confidence: the file uses our name, or the analyst says so
SYSTEMS_NAME = 0.9  # a name of a system that the other headings tell
KNOWN_NAME = 0.8  # a name that other systems use
ASKED_NAME = 0.7  # a question of a survey
GLUED = {field: tuple(map(glued, spellings)) for field, spellings in SPELLINGS.items()}
KNOWN = frozenset(spelling for spellings in GLUED.values() for spelling in spellings)


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
    proposals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # missing column -> headings that could be
    contradicted: Mapping[str, str] = field(default_factory=dict)  # column -> heading whose cells are no such thing
    system: System | None = None
    chosen: frozenset[str] = frozenset()  # columns on which the analyst has spoken

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


def mapping_of(
    headings: Sequence[str],
    kind: str | None = None,
    chosen: Mapping[str, str] | None = None,
    contents: Sequence[Content] | None = None,
) -> Mapping_:
    """The best mapping of a heading line: of one kind if it is given, else of the kind that it fits best.

    `chosen`: what the analyst says, our column -> heading, both as loosely spelled as headings are, or "" for a column
    that the file lacks. `contents`: of the
    headings, in their order. Raises IngestRejected where the file has no such heading, or no kind such a column.
    """
    told = {name: heading and _heading_of(heading, headings) for name, heading in (chosen or {}).items()}
    system = system_of(headings)
    kinds = [kind] if kind else [system.kind] if system else KINDS
    holds = dict(zip(headings, contents, strict=True)) if contents else {}
    try:
        fitting = _with_fields([KINDS[name] for name in kinds], told)
    except IngestRejected:
        if kind or not system:
            raise
        fitting, system = _with_fields(list(KINDS.values()), told), None
    found = [_Matching(candidate, headings, fields, system, holds).mapping() for candidate, fields in fitting]
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
        raise IngestRejected("missing_column", _no_such_field(kinds, told))
    return fitting


def _no_such_field(kinds: Sequence[Kind], told: Mapping[str, str]) -> str:
    """Names only those that are none of ours, and lists ours of the kind that has most of them."""
    unknown = {kind: [name for name in told if not _field_of(name, kind)] for kind in kinds}
    nearest = min(kinds, key=lambda kind: len(unknown[kind]))
    names = ", ".join(field.name for field in nearest.fields)
    return f"{nearest.name} has no column {', '.join(map(repr, unknown[nearest]))}. It has: {names}."


def _field_of(name: str, kind: Kind) -> str | None:
    names = [field.name for field in kind.fields]
    usual = (field for field in names if folded(name) in SPELLINGS[field])
    return name if name in names else next(usual, None)


class _Matching:
    """The matching of one heading line with one kind, from the surest reason to the weakest."""

    def __init__(
        self,
        kind: Kind,
        headings: Sequence[str],
        chosen: Mapping[str, str],
        system: System | None,
        holds: Mapping[str, Content],
    ):
        self.kind, self.headings, self.chosen, self.holds = kind, headings, chosen, holds
        self.system = system if system and system.kind == kind.name else None
        self.matches = {name: Match(name, heading, OWN_NAME) for name, heading in chosen.items() if heading}
        self.rivals: dict[str, tuple[str, ...]] = {}
        self.contradicted: dict[str, str] = {}
        self.prefix = shared_prefix(headings)

    def mapping(self) -> Mapping_:
        self._match_system()
        self._match_names()
        self._match_questions()
        self._find_rival_amounts()
        used = {match.heading for match in self.matches.values()}
        missing = tuple(_missing(self.kind, self.matches))
        return Mapping_(
            kind=self.kind,
            matches=tuple(self.matches[field.name] for field in self.kind.fields if field.name in self.matches),
            missing=missing,
            rivals=self.rivals,
            unused=tuple(heading for heading in self.headings if heading not in used),
            proposals={name: self._proposed(name) for name in missing if self._proposed(name)},
            contradicted={name: told for name, told in self.contradicted.items() if name not in self.matches},
            system=self.system,
            chosen=frozenset(self.chosen),
        )

    def _free(self) -> list[str]:
        """Headings that serve nothing yet; of a known system those that may mislead are left aside."""
        used = {match.heading for match in self.matches.values()}
        misleading = {glued(name) for name in self.system.unused.split("|")} if self.system else set()
        return [heading for heading in self.headings if heading not in used and glued(heading) not in misleading]

    def _is_settled(self, name: str) -> bool:
        return name in self.matches or name in self.chosen

    def _match_system(self) -> None:
        for name, spellings in self.system.columns.items() if self.system else ():
            for spelling in spellings.split("|"):
                alike = [heading for heading in self._headings_free() if glued(heading) == glued(spelling)]
                if not self._is_settled(name) and alike and self._is_fit(name, alike[0]):
                    self.matches[name] = Match(name, alike[0], SYSTEMS_NAME)
                    self._note_equals(name, alike)

    def _headings_free(self) -> list[str]:
        used = {match.heading for match in self.matches.values()}
        return [heading for heading in self.headings if heading not in used]

    def _match_names(self) -> None:
        for name, rank, candidates in self._ranked():
            free = self._free()
            candidates = [heading for heading in candidates if heading in free]
            is_ours = rank == 0 and self._field(name).is_stored
            fit = [heading for heading in candidates if is_ours or self._is_fit(name, heading)]
            if self._is_settled(name) or not fit:
                continue
            self.matches[name] = Match(name, fit[0], OWN_NAME if rank == 0 else KNOWN_NAME)
            self._note_equals(name, fit)

    def _note_equals(self, name: str, candidates: Sequence[str]) -> None:
        if len(candidates) > 1:
            self.rivals[name] = tuple(candidates)

    def _ranked(self):
        """(field, rank of the spelling, headings that spell it so), the surest spellings of all fields first."""
        by_spelling: dict[str, list[str]] = {}
        for heading in self._free():
            by_spelling.setdefault(self._spelled(heading), []).append(heading)
        found = []
        for place, ours in enumerate(self.kind.fields):
            for rank, spelling in enumerate(GLUED[ours.name]):
                if spelling in by_spelling:
                    order = (min(rank, 1), not ours.is_required, rank, place)
                    found.append((order, ours.name, rank, by_spelling[spelling]))
        for _, name, rank, candidates in sorted(found, key=lambda entry: entry[0]):
            yield name, rank, candidates

    def _spelled(self, heading: str) -> str:
        """As our lists spell it; without its unit and a database's prefix where it is in none of them."""
        whole = glued(heading)
        return whole if whole in KNOWN else glued(unit_of(heading.removeprefix(self.prefix))[0])

    def _match_questions(self) -> None:
        """The questions of a survey, which are headings as long as sentences."""
        for name, question in QUESTIONS.items() if self.kind.name == "feedback" else ():
            asked = [
                heading
                for heading in self._free()
                if len(folded(heading).split()) >= QUESTION_WORDS and question.fullmatch(folded(heading))
            ]
            fit = [heading for heading in asked if self._is_fit(name, heading) and self._could_be(name, heading)]
            if not self._is_settled(name) and fit:
                self.matches[name] = Match(name, fit[0], ASKED_NAME)
                self._note_equals(name, fit)

    def _find_rival_amounts(self) -> None:
        """Amount beside Total: a wrong choice of money is never seen again, so it is asked unless told by name.

        Of two that differ in tax the net one is ours by definition.
        """
        match = self.matches.get("revenue")
        if self.kind.name != "sales" or not match or match.confidence >= SYSTEMS_NAME:
            return
        names = [heading for heading in self._free() if self._spelled(heading) in GLUED["revenue"]]
        rivals = (match.heading, *names)
        net = [heading for heading in rivals if is_net(heading)]
        if names and len(net) == 1:
            self.matches["revenue"] = Match("revenue", net[0], KNOWN_NAME)
        elif names:
            self.rivals["revenue"] = rivals
        elif self._is_count_beside_a_price(match.heading):
            self.rivals["revenue"] = (match.heading, self.matches["unit_price"].heading)

    def _is_count_beside_a_price(self, heading: str) -> bool:
        """Amount may be a number of units."""
        price = self.matches.get("unit_price")
        if price is None or "quantity" in self.matches or not self.holds:
            return False
        return self.holds[heading].is_whole_and_small and not self.holds[price.heading].is_whole_and_small

    def _is_fit(self, name: str, heading: str) -> bool:
        """Whether the cells allow what the name says."""
        if heading in self.holds and contradicts(self.holds[heading], type_of(self._field(name), self.holds[heading])):
            self.contradicted.setdefault(name, heading)
            return False
        return True

    def _could_be(self, name: str, heading: str) -> bool:
        return heading not in self.holds or proposes(self.holds[heading], self._field(name).type)

    def _field(self, name: str) -> Field:
        return self.kind.field(name)

    def _proposed(self, name: str) -> tuple[str, ...]:
        """What content alone proposes for a missing column; the price of a line without quantity may be its revenue."""
        free = [heading for heading in self._headings_free() if heading in self.holds]
        if name == "revenue" and "unit_price" in self.matches:
            return (self.matches["unit_price"].heading,)
        if self._field(name).type == "money":
            free = [heading for heading in free if not counts_multiples(heading)]
        return proposed([self.holds[heading] for heading in free], free, self._field(name).type)


def _missing(kind: Kind, matches: Mapping[str, Match]) -> list[str]:
    missing = [name for name in kind.required if name not in matches]
    if kind.name == "sales" and "revenue" not in matches and not {"quantity", "unit_price"} <= set(matches):
        missing.append("revenue")
    if kind.name == "feedback" and not {"score", "verbatim", "first_choice"} & set(matches):
        missing.append("score")
    return missing
