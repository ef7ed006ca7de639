"""What would the order lines look like if some products had fallen for a while?"""

from dataclasses import dataclass, fields, replace

import numpy as np

from signals.detectors.expectation import BASELINE_DAYS, LAG_DAYS
from signals.detectors.sales_lines import SalesLines

DROPS = (0.2, 0.3, 0.5)  # share of demand that goes
KINDS = ("thinned", "customers", "quantities")  # a share of the orders, of the customers, of each order's size
FALL_DAYS = 56
CYCLE_DAYS = FALL_DAYS + LAG_DAYS + BASELINE_DAYS  # by then a fall has left every baseline again
FALLEN_SHARE = 0.25  # of the cycles: about one product in fourteen has fallen on any day

NO_FALL = -1


@dataclass(frozen=True)
class Injected:
    """Falls of one rehearsal, products × cycles; a product's cycle k begins `CYCLE_DAYS` after the one before."""

    first_onset: np.ndarray  # per product, column of cycle 0
    falls: np.ndarray  # whether the cycle begins with a fall
    drop: np.ndarray  # index into DROPS
    kind: np.ndarray  # index into KINDS

    def age(self, product: np.ndarray, day: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Cycle (`NO_FALL` where none has begun or it has no fall) and days since its onset."""
        cycle, age = np.divmod(day - self.first_onset[product], CYCLE_DAYS)
        is_begun = (cycle >= 0) & self.falls[product, np.maximum(cycle, 0)]
        return np.where(is_begun, cycle, NO_FALL), age


def drawn(rng: np.random.Generator, *, products: int, first: int, last: int) -> Injected:
    """Falls whose onsets lie in the columns first to last, each product in a rhythm of its own."""
    cycles = (last - first) // CYCLE_DAYS + 1
    shape = (products, cycles)
    return Injected(
        first_onset=first + rng.integers(0, min(CYCLE_DAYS, last + 1 - first), products),
        falls=rng.random(shape) < FALLEN_SHARE,
        drop=rng.integers(0, len(DROPS), shape),
        kind=rng.integers(0, len(KINDS), shape),
    )


def fallen(lines: SalesLines, injected: Injected, rng: np.random.Generator) -> SalesLines:
    """The lines with every fall carried out; after `FALL_DAYS` all is as it was."""
    cycle, age = injected.age(lines.product, lines.day)
    touched = np.flatnonzero((cycle != NO_FALL) & (age < FALL_DAYS))
    cell = lines.product[touched], cycle[touched]
    drop, kind = np.array(DROPS)[injected.drop[cell]], injected.kind[cell]
    chance_of_buyer = rng.random(int(lines.buyer.max(initial=0)) + 1)
    chance_of_cell = rng.random(injected.falls.shape)  # so that each fall loses other customers
    by_customer = (chance_of_buyer[lines.buyer[touched]] + chance_of_cell[cell]) % 1.0
    chance = np.where(kind == KINDS.index("customers"), by_customer, rng.random(len(touched)))
    is_smaller = kind == KINDS.index("quantities")
    revenue = lines.revenue.copy()
    revenue[touched[is_smaller]] *= 1.0 - drop[is_smaller]
    is_kept = np.ones(len(lines.day), dtype=bool)
    is_kept[touched[~is_smaller & (chance < drop)]] = False
    return chosen(replace(lines, revenue=revenue), is_kept)


def ordered(lines: SalesLines) -> SalesLines:
    """The same lines in an order that does not depend on how they came."""
    return chosen(lines, np.lexsort((lines.revenue, lines.buyer, lines.region, lines.product, lines.day)))


def chosen(lines: SalesLines, which: np.ndarray) -> SalesLines:
    """Some of the lines, by a mask or in an order."""
    of_lines = {field.name for field in fields(lines)} & {
        "day", "product", "region", "channel", "category", "buyer", "revenue"
    }  # fmt: skip
    return replace(lines, **{name: getattr(lines, name)[which] for name in of_lines})
