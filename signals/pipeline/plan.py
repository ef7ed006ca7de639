"""What is planned for the running quarter and the next, and for which parts of the company may something be?"""

from dataclasses import dataclass

from signals.model import Target
from signals.periods import Quarter, quarter_after, quarter_of
from signals.pipeline.facts import DEFAULT_CURRENCY, latest_day
from signals.store.company import company
from signals.store.engine import Store

QUARTERS_AHEAD = 4
KINDS = ("category", "region", "product")


@dataclass(frozen=True)
class Plan:
    """What is planned, and what may be."""

    currency: str
    quarters: tuple[Quarter, ...]  # the running one and the next
    parts: tuple[tuple[str, str, str], ...]  # kind, key and name of each part that may have a target
    targets: tuple[Target, ...]  # of all quarters, the latest first


def plan(store: Store) -> Plan:
    """Raises TooLittleHistory without sales."""
    with store.reading() as connection:
        day, decided = latest_day(connection), company(connection)
        targets = [Target(**row) for row in connection.rows("queries/targets")]
        lines = connection.frame("marts/region_days")
        names = connection.frame("marts/product_names", as_of=day)
    quarters = [quarter_of(day, decided.calendar)]
    for _ in range(QUARTERS_AHEAD):
        quarters.append(quarter_after(quarters[-1], decided.calendar))
    called = names["product_name"].fillna(names["product_id"])
    of_kind = {
        "category": [(name, name) for name in sorted(names["category"].dropna().unique())],
        "region": [(name, name) for name in sorted(lines["region"].dropna().unique())],
        "product": sorted(zip(names["product_id"], called, strict=True), key=lambda pair: pair[1]),
    }
    return Plan(
        currency=decided.currency or DEFAULT_CURRENCY,
        quarters=tuple(quarters),
        parts=tuple((kind, key, name) for kind in KINDS for key, name in of_kind[kind]),
        targets=tuple(targets),
    )
