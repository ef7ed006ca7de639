"""What would the morning say with a file loaded that it does not say now?"""

from collections.abc import Iterable
from pathlib import Path

from signals.errors import TooLittleHistory
from signals.ingest import loads
from signals.ingest.export import Progress, silent
from signals.model import SEVERITIES, Morning, Warning, WarningsEffect
from signals.pipeline.facts import Facts, default_day, facts_at
from signals.pipeline.keeping import kept_morning
from signals.pipeline.mornings import computed
from signals.store.company import now
from signals.store.connection import Connection
from signals.store.engine import Store


def warnings_effect(store: Store, path: Path | str, *, progress: Progress = silent, **told: object) -> WarningsEffect:
    """Compare the latest morning with the one that a load of the file would bring; the store stays as it is.

    `told` as for a load. A load that would wait for a yes is taken as if it had it.
    """
    report, facts = loads.tried(store, path, then=_facts, progress=progress, **told)
    if report.outcome != "load":
        return WarningsEffect(None, None, reason=report.question)
    if facts is None:
        return WarningsEffect(None, None, reason="With this file there is still too little history for warnings.")
    after = _computed(facts, progress)
    before = _morning_now(store, progress)
    return _effect(before, after)


def _facts(connection: Connection) -> Facts | None:
    try:
        return facts_at(connection, None)
    except TooLittleHistory:
        return None


def _morning_now(store: Store, progress: Progress) -> Morning | None:
    """The kept morning of the latest day; computed where there is none that is fresh, and not kept."""
    with store.reading() as connection:
        region_days = connection.frame("marts/region_days")
        if region_days.empty:
            return None
        kept = kept_morning(connection, default_day(region_days))
        facts = None if kept else facts_at(connection, None)
    return kept or _computed(facts, progress)


def _computed(facts: Facts, progress: Progress) -> Morning:
    progress(f"Judging {facts.lines['product_id'].nunique():,} products as of {facts.as_of}…")
    return computed(facts, computed_at=now()).morning


def _effect(before: Morning | None, after: Morning) -> WarningsEffect:
    said = _by_subject(before.warnings if before else ())
    told = _by_subject(after.warnings)
    return WarningsEffect(
        as_of_before=before and before.as_of,
        as_of_after=after.as_of,
        new=tuple(each.headline for key, each in told.items() if key not in said),
        gone=tuple(each.headline for key, each in said.items() if key not in told),
        changed=tuple(
            _changed(said[key], each)
            for key, each in told.items()
            if key in said and (each.severity, each.headline) != (said[key].severity, said[key].headline)
        ),
    )


def _by_subject(warnings: Iterable[Warning]) -> dict[str, Warning]:
    """Act and watch, the most urgent first."""
    urgent = sorted(warnings, key=lambda each: SEVERITIES.index(each.severity))
    return {each.subject.key: each for each in urgent}


def _changed(before: Warning, after: Warning) -> str:
    if before.severity == after.severity:
        return after.headline
    return f"{before.severity.capitalize()} → {after.severity.capitalize()}: {after.headline}"
