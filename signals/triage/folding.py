"""Which rows are one cause, and in whose row is it said?

Parts fold into the whole that explains them, and a whole folds into the part that carries most of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from signals.model import PART_KINDS, Subject, Warning
from signals.triage import reasons

MOST_SHARE = 0.5  # of the whole's change; a part that carries it is the message
SEVERAL = 2  # parts that change together


@dataclass(frozen=True)
class Candidate:
    """A finding that has something to say, with what folding needs."""

    warning: Warning
    rings: bool  # beyond the line, or not yet recovered from it
    is_material: bool  # enough to act on, were it real
    pace: float  # money lost a day since the onset

    @property
    def subject(self) -> Subject:
        return self.warning.subject

    @property
    def rank(self) -> tuple[bool, bool]:
        """How much it has to say: it needs somebody, it rings."""
        return self.warning.severity == "act", self.rings


def folds(candidates: Mapping[str, Candidate]) -> dict[str, str]:
    """Key -> why it is said in another's row; from the smallest parts upwards."""
    folded: dict[str, str] = {}

    def kept(*kinds: str) -> list[Candidate]:
        return [each for key, each in candidates.items() if key not in folded and each.subject.kind in kinds]

    parts = sorted(kept(*PART_KINDS), key=lambda each: each.subject.product_id)
    for product_id, group in groupby(parts, key=lambda each: each.subject.product_id):
        folded.update(_product_folds(_of_product(kept("product"), product_id), list(group)))
    for category in kept("category"):
        products = [each for each in kept("product") if each.subject.category == category.subject.category]
        folded.update(_whole_folds(category, products, dominant=products, least=SEVERAL))
    for company in kept("company"):
        folded.update(_whole_folds(company, kept("category"), dominant=kept("category", "product"), least=1))
    return folded


def _of_product(products, product_id) -> Candidate | None:
    return next((each for each in products if each.subject.product_id == product_id), None)


def _product_folds(product: Candidate | None, parts: list[Candidate]) -> Iterator[tuple[str, str]]:
    """A product speaks for its parts unless one has more to say; and of regions and channels only one cut is told."""
    strongest = max(parts, key=lambda each: (each.rank, each.warning.evidence))
    if product and product.rank >= strongest.rank:
        yield from (_fold(part, product, reasons.folded) for part in parts)
        return
    if product:
        yield _fold(product, strongest, reasons.concentrated)
    for part in parts:
        if part.subject.kind != strongest.subject.kind:
            yield _fold(part, strongest, reasons.seen_otherwise)


def _whole_folds(whole, parts, *, dominant, least) -> Iterator[tuple[str, str]]:
    """A whole folds into the part that carries most of its loss; else several parts fold into the whole."""
    largest = max(dominant, key=lambda each: each.pace, default=None)
    if largest and largest.rank >= whole.rank and 0 < MOST_SHARE * whole.pace <= largest.pace:
        yield _fold(whole, largest, reasons.carried)
        return
    falling = [part for part in parts if part.rank <= whole.rank]
    if len(falling) >= least:
        yield from (_fold(part, whole, reasons.folded) for part in falling)


def _fold(each: Candidate, host: Candidate, why: Callable[[Subject, Subject], str]) -> tuple[str, str]:
    return each.subject.key, why(each.subject, host.subject)
