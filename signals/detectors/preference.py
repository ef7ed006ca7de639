"""Do customers still name our product first, and whom do they name instead?"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

import pandas as pd

from signals.stats.rates import Estimate, ShareChange, share_change, wilson

RECENT_WEEKS = 8
BEFORE_WEEKS = 26
MIN_ANSWERS = 30  # below, the 95 % interval of a share of 40 % is wider than 35 points: words only

METHOD = f"""
Among those asked about the product and naming a brand, the share that named ours first: the last {RECENT_WEEKS} weeks
against the {BEFORE_WEEKS} before. A customer who answered several times in a period counts once, with the last answer.
Shares have Wilson intervals (95 %); the change is judged by a Beta-Binomial posterior and called lower or higher when
its 95 % interval leaves 0 out. With fewer than {MIN_ANSWERS} answers in a period no share is compared.
"""


@dataclass(frozen=True)
class Rival:
    """A brand that was named first instead of ours."""

    name: str
    answers: int
    answers_before: int
    share: float  # of all answers, 0-1
    share_before: float | None  # None where nobody was asked before


@dataclass(frozen=True)
class FirstChoice:
    """How often customers name a product first. What too few answers cannot say is None."""

    product_id: str
    product_name: str
    state: str  # lower, higher, level or too_few
    before_first_date: date
    first_date: date  # of the recent period
    last_date: date
    n: int  # customers asked in the recent period
    n_before: int
    share: Estimate | None
    share_before: Estimate | None
    change: ShareChange | None
    instead: tuple[Rival, ...]  # most often named first


def first_choice(
    feedback: pd.DataFrame, as_of: date, *, product_id: str, product_name: str, region: str | None = None
) -> FirstChoice:
    """`feedback` has given_date, product_id, first_choice, customer_id, region.

    A row without `first_choice` was not asked. Names are compared without regard to case and spaces around them.
    Answers after `as_of` are not read.
    """
    answers = _answers(feedback, as_of, product_id, region)
    first, before_first = _days_before(as_of, RECENT_WEEKS), _days_before(as_of, RECENT_WEEKS + BEFORE_WEEKS)
    recent = _brands(answers[answers["day"] >= first])
    before = _brands(answers[(answers["day"] >= before_first) & (answers["day"] < first)])
    ours = _key(product_name)
    n, n_before = recent.total(), before.total()
    enough, enough_before = n >= MIN_ANSWERS, n_before >= MIN_ANSWERS
    change = None
    if enough and enough_before:
        change = share_change(before=before[ours], n_before=n_before, after=recent[ours], n_after=n)
    return FirstChoice(
        product_id=product_id,
        product_name=product_name,
        state=_state(change),
        before_first_date=before_first.date(),
        first_date=first.date(),
        last_date=pd.Timestamp(as_of).date(),
        n=n,
        n_before=n_before,
        share=wilson(recent[ours], n) if enough else None,
        share_before=wilson(before[ours], n_before) if enough_before else None,
        change=change,
        instead=_rivals(recent, before, ours, _spellings(answers)),
    )


def _answers(feedback: pd.DataFrame, as_of: date, product_id: str, region: str | None) -> pd.DataFrame:
    is_asked = (feedback["product_id"] == product_id) & feedback["first_choice"].notna()
    if region is not None:
        is_asked &= feedback["region"] == region
    asked = feedback[is_asked.fillna(False).astype(bool)]
    answers = pd.DataFrame(
        {
            "day": pd.to_datetime(asked["given_date"], format="ISO8601").dt.normalize(),
            "customer_id": asked["customer_id"],
            "spelling": asked["first_choice"].astype(str).str.strip(),
        }
    )
    answers = answers.assign(brand=answers["spelling"].map(_key))
    answers = answers[(answers["day"] <= pd.Timestamp(as_of)) & (answers["brand"] != "")]
    return answers.sort_values(["day", "brand"], kind="stable")


def _brands(answers: pd.DataFrame) -> Counter:
    """Answers per brand, the last of each known customer; answers without a customer all count."""
    is_last = answers["customer_id"].isna() | ~answers["customer_id"].duplicated(keep="last")
    return Counter(answers.loc[is_last, "brand"])


def _state(change: ShareChange | None) -> str:
    if change is None:
        return "too_few"
    if change.high < 0:
        return "lower"
    return "higher" if change.low > 0 else "level"


def _rivals(recent: Counter, before: Counter, ours: str, spellings: dict[str, str]) -> tuple[Rival, ...]:
    n, n_before = recent.total(), before.total()
    others = sorted(set(recent) - {ours}, key=lambda brand: (-recent[brand], brand))
    return tuple(
        Rival(
            spellings[brand],
            recent[brand],
            before[brand],
            recent[brand] / n,
            before[brand] / n_before if n_before else None,
        )
        for brand in others
    )


def _spellings(answers: pd.DataFrame) -> dict[str, str]:
    """The most frequent way to write each brand."""
    counts = Counter(zip(answers["brand"], answers["spelling"], strict=True))
    return {brand: spelling for (brand, spelling), _ in sorted(counts.items(), key=lambda item: (item[1], item[0]))}


def _key(name: str) -> str:
    return " ".join(str(name).casefold().split())


def _days_before(as_of: date, weeks: int) -> pd.Timestamp:
    """First day of the `weeks` that end on `as_of`, that day included."""
    return pd.Timestamp(as_of).normalize() - pd.Timedelta(days=7 * weeks - 1)
