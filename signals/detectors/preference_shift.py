"""Do fewer customers than before name our product first, by more than chance brings when one looks every day?"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd

from signals.detectors.shift import FALL, MIN_ANSWERS, RECENT_DAYS, TOO_FEW, Counted, Shift, told
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.stats.shifts import BEFORE_DAYS, NOISE_WEEKS, WINDOWS_DAYS, Tally

METRIC = "first_choice"

METHOD = f"""
Among those asked about a product and naming a brand, the share that named ours first: the last {min(WINDOWS_DAYS)} to
{max(WINDOWS_DAYS)} days against up to {BEFORE_DAYS // 7} weeks before them, source by source and region by region, so
that another mix of those asked is no shift. A customer who answered several times in a period counts once, with the
last answer. The evidence S allows for few answers, for weeks that differ more than by chance, for a slowly wandering
share and for looking every day. We ring at S ≥ {ACT_EVIDENCE} and watch from {WATCH_EVIDENCE:g}: by chance about once
in a hundred product-quarters. With fewer than {MIN_ANSWERS} answers in the last {RECENT_DAYS // 7} weeks or before them
nothing is said.
"""


def shifts(feedback: pd.DataFrame, as_of: date, names: Mapping[str, str]) -> list[Shift]:
    """One record per product that was asked about in the last weeks or the year before, by product_id.

    `feedback` has given_date, product_id, first_choice, customer_id, source and, where known, region; a row without
    `first_choice` was not asked. `names` maps product_id to the brand that is ours; a product without one is left out.
    Brands are compared without regard to case and spaces. Answers after `as_of` are not read.
    """
    answers = _answers(feedback, as_of)
    return [
        _shift(own, as_of, product_id=product_id, brand=_key(names[product_id]))
        for product_id, own in answers.groupby("product_id", sort=True)
        if product_id in names
    ]


def _shift(answers: pd.DataFrame, as_of: date, *, product_id: str, brand: str) -> Shift:
    as_of = pd.Timestamp(as_of).date()
    brands = pd.Index(answers["brand"].unique())
    votes = answers[["age", "customer"]].assign(
        stratum=answers.groupby(["source", "region"], dropna=False).ngroup(), brand=brands.get_indexer(answers["brand"])
    )
    ours = brands.get_indexer([brand]).item()  # -1 where nobody names it
    found = told(Shift(METRIC, TOO_FEW, product_id=product_id), _counted(votes, ours), as_of, bad=FALL)
    now, before = (_shares(side, len(brands)) for side in _sides(votes, found.window_days(as_of)))
    spellings = _spellings(answers)
    named = [(spellings[name], *pair) for name, *pair in zip(brands, before, now, strict=True) if name != brand]
    return replace(found, rivals=_most_gained_first(named))


def _answers(feedback: pd.DataFrame, as_of: date) -> pd.DataFrame:
    """The oldest first, in an order that the rows' own does not matter to; `age` is 0 on `as_of`."""
    asked = feedback[feedback["first_choice"].notna() & feedback["product_id"].notna()]
    spelling = asked["first_choice"].astype(str).str.strip()
    days = pd.to_datetime(asked["given_date"], format="ISO8601").dt.normalize()
    answers = pd.DataFrame(
        {
            "age": (pd.Timestamp(as_of).normalize() - days).dt.days,
            "product_id": asked["product_id"],
            "customer_id": asked["customer_id"],
            "source": asked["source"],
            "region": asked.get("region"),
            "brand": spelling.map(_key),
            "spelling": spelling,
        }
    )
    answers = answers[answers["age"].between(0, BEFORE_DAYS + max(WINDOWS_DAYS) - 1) & (answers["brand"] != "")]
    by = ["age", "brand", "source", "region", "spelling", "customer_id"]
    answers = answers.sort_values(by, ascending=[False, *[True] * 5], ignore_index=True)
    customer = pd.factorize(answers["customer_id"])[0]
    return answers.assign(customer=np.where(customer < 0, -1 - np.arange(len(answers)), customer))  # unknown: all count


def _counted(votes: pd.DataFrame, ours: int) -> Counted:
    strata = votes["stratum"].max() + 1
    windows = {
        window: Tally(*(part for side in _sides(votes, window) for part in _counts(side, ours, strata)))
        for window in WINDOWS_DAYS
    }
    weeks = [_counts(_last_of_each(votes, 7 * week, 7 * week + 7), ours, strata) for week in range(NOISE_WEEKS)]
    return Counted(windows, weeks)


def _sides(votes: pd.DataFrame, window: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What counts in the last `window` days, and in the year before them."""
    return _last_of_each(votes, 0, window), _last_of_each(votes, window, window + BEFORE_DAYS)


def _last_of_each(votes: pd.DataFrame, newest: int, too_old: int) -> pd.DataFrame:
    """The last answer of each customer among those so many days old."""
    inside = votes[(votes["age"] >= newest) & (votes["age"] < too_old)]
    return inside[~inside["customer"].duplicated(keep="last")]


def _counts(votes: pd.DataFrame, ours: int, strata: int) -> tuple[np.ndarray, np.ndarray]:
    """How many named ours, and how many answered: strata × 1."""
    stratum, is_ours = votes["stratum"].to_numpy(), (votes["brand"] == ours).to_numpy()
    return tuple(np.bincount(chosen, minlength=strata)[:, None].astype(float) for chosen in (stratum[is_ours], stratum))


def _shares(votes: pd.DataFrame, brands: int) -> list[float]:
    return (np.bincount(votes["brand"], minlength=brands) / max(len(votes), 1)).tolist()


def _most_gained_first(named: list[tuple[str, float, float]]) -> tuple[tuple[str, float, float], ...]:
    """Those named in the window or before it."""
    return tuple(sorted((each for each in named if each[1] + each[2] > 0), key=lambda each: (each[1] - each[2], each)))


def _spellings(answers: pd.DataFrame) -> dict[str, str]:
    """The most frequent way to write each brand."""
    counts = Counter(zip(answers["brand"], answers["spelling"], strict=True))
    return {brand: spelling for (brand, spelling), _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))}


def _key(name: str) -> str:
    return " ".join(str(name).casefold().split())
