"""What is planned for the quarter, for the company and for each of its parts?"""

from collections.abc import Mapping

import pandas as pd

KEYS = {"category": "category", "product": "product_id", "region": "region"}  # kind of part -> its column
DIMENSIONS = list(KEYS.values())
COVERED_SHARE = 0.95  # of the quarter's estimate: what parts with a target must sell for their sum to be the company's


def targets_of(targets: pd.DataFrame, kind: str) -> Mapping[str, float]:
    """key of each part -> its target: its own, else the sum of its targets by region."""
    column = KEYS[kind]
    others = [name for name in DIMENSIONS if name not in (column, "region")]
    own = targets[targets[column].notna() & targets[others].isna().all(axis=1)]
    if column == "region":
        return own.groupby(column)["revenue_target"].sum().to_dict()
    whole = own[own["region"].isna()].set_index(column)["revenue_target"]
    by_region = own[own["region"].notna()].groupby(column)["revenue_target"].sum()
    return whole.combine_first(by_region).to_dict()


def target_of_company(targets: pd.DataFrame, estimates: Mapping[str, Mapping[str, float]]) -> float | None:
    """The company's own target, else the sum of those of its parts where these make up nearly all of its quarter.

    `estimates` has, by kind of part, what each part is heading for.
    """
    own = targets[targets[DIMENSIONS].isna().all(axis=1)]
    if len(own):
        return float(own["revenue_target"].iloc[0])
    for kind in KEYS:
        planned, told = targets_of(targets, kind), estimates.get(kind, {})
        whole = sum(told.values())
        if planned and whole > 0 and sum(told.get(key, 0.0) for key in planned) >= COVERED_SHARE * whole:
            return float(sum(planned.values()))
    return None


def unique(targets: pd.DataFrame) -> pd.DataFrame:
    """One row a part: the first, where a file called the same quarter by two names."""
    return targets.drop_duplicates(DIMENSIONS, keep="first", ignore_index=True)
