"""What do verdicts and known events say about the days from which each series is judged?"""

from collections.abc import Iterator, Sequence
from datetime import date

import pandas as pd

from signals.detectors.rulings import NEW_NORMAL, UNUSUAL, VOID, Ruling
from signals.model import DATA_ERROR, Subject, Verdict
from signals.model import NEW_NORMAL as CALLED_NEW_NORMAL

UNUSUAL_KINDS = ("promotion", "stock-out")  # their days are no measure of what is usual


def rulings_of(
    verdicts: Sequence[Verdict], events: pd.DataFrame, lines: pd.DataFrame, as_of: date
) -> tuple[Ruling, ...]:
    """No day after `as_of`. `verdicts` are `ruled.live` ones; `lines` tell which products a region sells."""
    made = [*_from_verdicts(verdicts), *_from_events(events[events["kind"].isin(UNUSUAL_KINDS)], lines)]
    return tuple(
        Ruling(kind, subject, first, min(last, as_of)) for kind, subject, first, last in made if first <= as_of
    )


def _from_verdicts(verdicts) -> Iterator[tuple[str, Subject, date, date]]:
    kinds = {DATA_ERROR: VOID, CALLED_NEW_NORMAL: NEW_NORMAL}
    for each in verdicts:
        if each.verdict in kinds and not each.warning.witness:  # of what customers say: see `ruled`
            yield kinds[each.verdict], each.warning.subject, each.first_date, each.last_date


def _from_events(events, lines) -> Iterator[tuple[str, Subject, date, date]]:
    for event in events.to_dict("records"):
        for subject in _named(event, lines):
            yield UNUSUAL, subject, event["first_date"].date(), event["last_date"].date()


def _named(event, lines) -> list[Subject]:
    """What an event names; of a region without product, every product there."""
    product_id, category, region = (
        value if isinstance(value := event[name], str) else None for name in ("product_id", "category", "region")
    )
    if product_id is not None:
        return [_subject(product_id, region)]
    if region is not None:
        is_there = (lines["region"] == region) & ((lines["category"] == category) | (category is None))
        return [_subject(product_id, region) for product_id in sorted(lines.loc[is_there, "product_id"].unique())]
    return [Subject("category", category, category=category) if category else Subject("company", "The company")]


def _subject(product_id: str, region: str | None) -> Subject:
    kind = "product" if region is None else "product_region"
    return Subject(kind, product_id, product_id=product_id, region=region)
