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
        _shift(own.reset_index(drop=True), as_of, product_id=product_id, brand=_key(names[product_id]))
        for product_id, own in answers.groupby("product_id", sort=True)
        if product_id in names
    ]


def _shift(answers: pd.DataFrame, as_of: date, *, product_id: str, brand: str) -> Shift:
    answers = answers.assign(is_ours=answers["brand"] == brand)
    as_of = pd.Timestamp(as_of).date()
    found = told(Shift(METRIC, TOO_FEW, product_id=product_id), _counted(answers), as_of, bad=FALL)
    return replace(found, rivals=_rivals(*_sides(answers, found.window_days(as_of)), _spellings(answers)))


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
    answers = answers.assign(stratum=answers.groupby(["source", "region"], dropna=False).ngroup())
    return answers.sort_values(["age", "brand", "stratum", "spelling"], ascending=[False, True, True, True])


def _counted(answers: pd.DataFrame) -> Counted:
    strata = answers["stratum"].max() + 1
    windows = {
        window: Tally(*(part for side in _sides(answers, window) for part in _counts(side, strata)))
        for window in WINDOWS_DAYS
    }
    weeks = [_counts(_last_of_each(answers, 7 * week, 7 * week + 7), strata) for week in range(NOISE_WEEKS)]
    return Counted(windows, weeks)


def _sides(answers: pd.DataFrame, window: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The answers that count in the last `window` days, and those in the year before them."""
    return _last_of_each(answers, 0, window), _last_of_each(answers, window, window + BEFORE_DAYS)


def _last_of_each(answers: pd.DataFrame, newest: int, too_old: int) -> pd.DataFrame:
    """The last answer of each known customer among those so many days old; answers without a customer all count."""
    inside = answers[(answers["age"] >= newest) & (answers["age"] < too_old)]
    return inside[inside["customer_id"].isna() | ~inside["customer_id"].duplicated(keep="last")]


def _counts(answers: pd.DataFrame, strata: int) -> tuple[np.ndarray, np.ndarray]:
    """How many named ours, and how many answered: strata × 1."""
    return tuple(
        np.bincount(rows["stratum"], minlength=strata)[:, None].astype(float)
        for rows in (answers[answers["is_ours"]], answers)
    )


def _rivals(
    inside: pd.DataFrame, before: pd.DataFrame, spellings: Mapping[str, str]
) -> tuple[tuple[str, float, float], ...]:
    """Every other brand named in the window or before it: share before, share; the one that gained most first."""
    n, n_before = max(len(inside), 1), max(len(before), 1)
    now, then = (Counter(side.loc[~side["is_ours"], "brand"]) for side in (inside, before))
    shares = [(spellings[brand], then[brand] / n_before, now[brand] / n) for brand in sorted(now | then)]
    return tuple(sorted(shares, key=lambda share: share[1] - share[2]))


def _spellings(answers: pd.DataFrame) -> dict[str, str]:
    """The most frequent way to write each brand."""
    counts = Counter(zip(answers["brand"], answers["spelling"], strict=True))
    return {brand: spelling for (brand, spelling), _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))}


def _key(name: str) -> str:
    return " ".join(str(name).casefold().split())
