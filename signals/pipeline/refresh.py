"""How does a day's morning come about: read, compute, keep?"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from signals.model import Morning, Warning
from signals.pipeline.facts import facts_at, latest_day
from signals.pipeline.keeping import keep, kept_morning, warnings_said
from signals.pipeline.mornings import computed
from signals.pipeline.trends import trends
from signals.store.company import now
from signals.store.engine import Store


@dataclass(frozen=True)
class Refreshed:
    """What a refresh did."""

    as_of: date
    data_version: int
    seconds: float
    warnings: int  # act and watch
    products: int
    customers: int


def refresh(
    store: Store, as_of: date | None = None, progress: Callable[[str], None] = lambda sentence: None
) -> Refreshed:
    """Compute and keep the morning of a day; without a day, of the last one that the sales data covers.

    The database is open only while it is read and while it is written. Raises TooLittleHistory without sales.
    """
    start = time.monotonic()
    progress("Reading the sales…")
    with store.reading() as connection:
        facts = facts_at(connection, as_of)
    progress(f"Judging {facts.lines['product_id'].nunique():,} products as of {facts.as_of}…")
    result = computed(facts, computed_at=now())
    for failure in result.morning.failures:
        progress(failure)
    progress("Keeping the morning…")
    with store.writing() as connection:
        keep(connection, result, trends(facts), facts.facts_version)
        version = connection.value("queries/data_version")
    return Refreshed(
        as_of=facts.as_of,
        data_version=version,
        seconds=round(time.monotonic() - start, 1),
        warnings=len(result.morning.warnings),
        products=len([finding for finding in result.findings if finding.subject.kind == "product"]),
        customers=len(result.scores),
    )


def morning(store: Store, as_of: date | None = None) -> Morning:
    """The morning of a day, kept or computed now. Raises TooLittleHistory without sales."""
    with store.reading() as connection:
        day = as_of or latest_day(connection)
        kept = kept_morning(connection, day)
        version = connection.value("queries/data_version")
    if kept is None:
        refresh(store, day)
        return morning(store, day)
    return replace(kept, data_version=version)


def said(store: Store, as_of: date) -> tuple[Warning, ...]:
    """What was said on a day, whatever has been loaded or decided since: act and watch, then what was noted."""
    with store.reading() as connection:
        return warnings_said(connection, as_of)
