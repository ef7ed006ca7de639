"""How did the demo company receive what its customers said? Words, touchpoints, and the clock of the answers."""

from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.demo import names, phrases
from signals.demo.cast import Cast, day_of

OFFICE_HOURS = (7, 20)  # feedback arrives between these
QUICK_SHARE = 0.67  # of what needs an answer is acknowledged within a day
UNANSWERED_SHARE, UNSOLVED_SHARE = 0.07, 0.15
SPOKEN, OWNER_SHARE = ("call", "visit", "heard"), 0.8
COLUMNS = [
    "feedback_id", "given_date", "received_at", "customer_id", "product_id", "source", "touchpoint", "score", "scale",
    "first_choice", "verbatim", "acknowledged_at", "resolved_at", "heard_by",
]  # fmt: skip


def worded(cast: Cast, rows: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Adds `touchpoint` and `verbatim`. Without words a survey is about the product; a consumer has no visits."""
    speakers = cast.customers.set_index("customer_id").loc[rows.customer_id].reset_index(drop=True)
    is_business = speakers.segment.ne("Consumer")
    rows = rows.assign(
        has_words=rows.has_words.astype("boolean").fillna(True).astype(bool),
        theme=rows.theme.mask(~is_business & rows.theme.eq("good visit"), "easy ordering"),
        source=rows.source.mask(~is_business & rows.source.eq("visit"), "call"),
    )
    touchpoint = rows.theme.map({name: theme.touchpoint for name, theme in phrases.THEMES.items()})
    is_silent = ~rows.has_words & rows.source.eq("survey")
    return rows.assign(
        touchpoint=touchpoint.mask(is_silent, "product"), verbatim=_verbatims(cast, rows, speakers, rng=rng)
    )


def _verbatims(cast: Cast, rows: pd.DataFrame, speakers: pd.DataFrame, *, rng: np.random.Generator) -> list[str | None]:
    products = cast.products.set_index("product_id").product_name.loc[rows.product_id]
    owners = speakers.account_owner.astype(object).where(speakers.account_owner.notna(), None)
    people = map(phrases.Speaker, speakers.language, speakers.segment.ne("Consumer"), owners)
    spoken = zip(rows.theme, people, products, rows.has_words, strict=True)
    return [
        phrases.sentence(theme, speaker, product=product, rng=rng) if has_words else None
        for theme, speaker, product, has_words in spoken
    ]


def answered(cast: Cast, rows: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """The columns of the feedback export. Complaints get times of answer, some none; none lies after the last day."""
    given = pd.Series(day_of(cast.told, rows.day))
    received = given + _minutes(rng.integers(OFFICE_HOURS[0] * 60, OFFICE_HOURS[1] * 60, len(rows)))
    is_praise = rows.theme.map({name: theme.is_praise for name, theme in phrases.THEMES.items()})
    is_answered = ~is_praise & rows.source.ne("survey") & (rng.random(len(rows)) >= UNANSWERED_SHARE)
    acknowledged = _seen(
        received + _minutes(_hours_to_answer(len(rows), rng=rng) * 60), is_answered, cast.told.last_day
    )
    solved = acknowledged + _minutes(rng.gamma(2.0, 60.0, len(rows)) * 60)
    resolved = _seen(solved, rng.random(len(rows)) >= UNSOLVED_SHARE, cast.told.last_day)
    times = {"given_date": given, "received_at": received, "acknowledged_at": acknowledged, "resolved_at": resolved}
    ids = [f"F-{number:05d}" for number in range(1, len(rows) + 1)]
    rows = rows.assign(heard_by=_colleagues(cast, rows, rng=rng))
    rows = rows.assign(feedback_id=ids, **{name: column.astype("datetime64[s]") for name, column in times.items()})
    return rows[COLUMNS].astype({"scale": "str", "first_choice": "str", "verbatim": "str"})


def _colleagues(cast: Cast, rows: pd.DataFrame, *, rng: np.random.Generator) -> pd.Series:
    """Who was spoken with in a call, a visit or in passing: mostly the account owner, else somebody of the office."""
    owners = rows.customer_id.map(cast.customers.set_index("customer_id").account_owner)
    office = pd.Series(rng.choice(names.OFFICE, len(rows)), index=rows.index)
    is_owner = owners.notna() & (rng.random(len(rows)) < OWNER_SHARE)
    return owners.where(is_owner, office).where(rows.source.isin(SPOKEN)).astype("str")


def _hours_to_answer(count: int, *, rng: np.random.Generator) -> np.ndarray:
    quick, slow = rng.gamma(2.0, 4.0, count).clip(0.2, 23.5), 24 + rng.gamma(1.5, 30.0, count)
    return np.where(rng.random(count) < QUICK_SHARE, quick, slow)


def _minutes(count: np.ndarray) -> pd.TimedeltaIndex:
    return pd.to_timedelta(np.round(count), unit="min")


def _seen(moments: pd.Series, is_wanted: np.ndarray, last_day: date) -> pd.Series:
    return moments.where(is_wanted & (moments < pd.Timestamp(last_day + timedelta(days=1))))
