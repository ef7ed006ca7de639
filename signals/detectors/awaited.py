"""On which days of which series does the data of a region, channel or source still lack, so that they say nothing?"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import pandas as pd

from signals.detectors.rulings import VOID, Ruling
from signals.model import DataState, Subject

BENT_SHARE = 0.05  # by which a series' rest differs from what is left of everything; less rings nowhere
COMPANY_SHARE = 0.02  # of all lines in the silent part, before the company's own series is held back


def awaited_rulings(states: Sequence[DataState], shares: pd.DataFrame, as_of: date) -> tuple[Ruling, ...]:
    """Void days, from the first without data up to `as_of`, and no further than they are awaited.

    A silent region's own series, and the company's, which has no likeness to be held against. Products and categories
    are judged within regions, so a silent region bends them not; a silent channel or source bends those that sell
    more, or less, through it than everybody does. `shares` has kind (region, channel or source), name, category,
    product_id, region and share: of a category's lines, a product's, a product's in a region, or of all where the
    three are missing.
    """
    return tuple(ruling for state in states if state.is_silent(as_of) for ruling in _rulings(state, shares, as_of))


def _rulings(state: DataState, shares: pd.DataFrame, as_of: date) -> Iterator[Ruling]:
    days = state.last_date + timedelta(days=1), min(state.awaited_through, as_of)
    own = shares[(shares["kind"] == state.kind) & (shares["name"] == state.name)]
    is_whole = own[["category", "product_id", "region"]].isna().all(axis=1)
    everybody = float(own.loc[is_whole, "share"].sum())
    if everybody >= COMPANY_SHARE:
        yield Ruling(VOID, Subject("company", "The company"), *days)
    if state.kind == "region":
        yield Ruling(VOID, Subject("region", state.name, region=state.name), *days)
        return
    is_bent = ~is_whole & ((everybody - own["share"]).abs() >= BENT_SHARE * (1.0 - everybody))
    for category, product_id, region in own.loc[is_bent, ["category", "product_id", "region"]].itertuples(index=False):
        yield Ruling(VOID, _subject(category, product_id, region), *days)


def _subject(category: object, product_id: object, region: object) -> Subject:
    if pd.isna(product_id):
        return Subject("category", str(category), category=category)
    if pd.isna(region):
        return Subject("product", str(product_id), product_id=product_id)
    return Subject("product_region", f"{product_id} in {region}", product_id=product_id, region=region)
