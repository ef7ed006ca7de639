"""What did customers say, week by week, behind a warning that no fall in sales raised; who said it, in which words?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from signals.model import Quote, Subject, Voiced, Warning, Witness
from signals.stats.rates import nps
from signals.voice.experiences import BAD, COMPLAINT, GOOD, tones
from signals.voice.themes import themes_of

SHOWN_WEEKS = 52
PERCENT = 100
COUNTS = ("complaints", "theme")  # a week is told by their number, of all others by a share or a mean
UNITS = {
    "complaints": "Complaints a week",
    "theme": "Voices a week that name it",
    "negatives": "Bad scores (%)",
    "first_choice": "Named first (%)",
    "nps": "NPS (points)",
    "csat": "Satisfied (%)",
    "ces": "Ease (1 to 7)",
    "stars": "Stars (1 to 5)",
}
QUOTE_FIELDS = [
    "given_date", "source", "customer_id", "customer_name", "product_id", "touchpoint", "score", "scale", "verbatim",
]  # fmt: skip


@dataclass(frozen=True)
class _Said:
    """What a series is made of."""

    rows: pd.DataFrame  # all that was asked or told
    is_hit: np.ndarray  # which of them speak for the news


def voiced_of(
    feedback: pd.DataFrame, customers: pd.DataFrame, warning: Warning, as_of: date, names: Mapping[str, str]
) -> Voiced:
    """`feedback` as marts/feedback, `customers` has customer_id, account_owner, state; `names` of our products."""
    witness = warning.witness
    own = own_feedback(feedback, warning.subject)
    own = own.assign(tone=tones(own), given_date=pd.to_datetime(own["given_date"]))
    said = _said(own, witness, names)
    is_count = witness.metric in COUNTS
    weeks = _by_week(said, _value_of(said, witness), as_of, is_count)
    is_since = (said.rows["given_date"] >= pd.Timestamp(warning.onset)).to_numpy()
    since = said.rows[said.is_hit & is_since]
    return Voiced(
        weeks=weeks,
        unit=UNITS[witness.scale or witness.metric],
        is_count=is_count,
        before=_before(weeks, warning.onset, is_count),
        speakers=_speakers(since, customers),
        quotes=_quotes(since),
    )


def own_feedback(feedback: pd.DataFrame, subject: Subject) -> pd.DataFrame:
    """What was said about a product or a touchpoint; about anything where neither is asked about."""
    for column, value in (("product_id", subject.product_id), ("touchpoint", subject.touchpoint)):
        if value is not None:
            feedback = feedback[feedback[column].eq(value).fillna(False).to_numpy(dtype=bool)]
    return feedback


def _said(own: pd.DataFrame, witness: Witness, names: Mapping[str, str]) -> _Said:
    is_complaint = own["source"].eq(COMPLAINT).fillna(False).to_numpy(dtype=bool)
    is_bad = own["tone"].eq(BAD).fillna(False).to_numpy(dtype=bool)
    if witness.metric == "complaints":
        return _only(own, is_complaint)
    if witness.metric == "theme":
        named = themes_of(own["verbatim"])
        return _only(own, own.index.isin(named.loc[named["theme"] == witness.theme, "row"]))
    if witness.metric == "first_choice":
        asked = own[own["first_choice"].notna()]
        brand = _key(names.get(witness.subject.product_id, ""))
        return _Said(asked, (asked["first_choice"].map(_key) != brand).to_numpy(dtype=bool))
    is_scored = own["score"].notna().to_numpy() & ~is_complaint
    if witness.metric == "score":
        is_scored &= own["scale"].eq(witness.scale).fillna(False).to_numpy(dtype=bool)
    return _Said(own[is_scored], is_bad[is_scored])


def _only(own: pd.DataFrame, chosen: np.ndarray) -> _Said:
    return _Said(own[chosen], np.ones(int(chosen.sum()), dtype=bool))


def _key(name: object) -> str:
    return " ".join(str(name).casefold().split())


def _by_week(said: _Said, value: Callable[[pd.DataFrame], float], as_of: date, is_count: bool) -> pd.DataFrame:
    """The weeks up to as_of; one without an answer has no share or mean."""
    shown = range(-SHOWN_WEEKS, 0)
    weeks = {week: rows for week, rows in said.rows.groupby(_weeks(said.rows["given_date"], as_of)) if week in shown}
    nothing = 0.0 if is_count else float("nan")
    return pd.DataFrame(
        {
            "week": pd.Timestamp(as_of) + pd.to_timedelta([7 * week + 1 for week in shown], unit="D"),
            "value": [float(value(weeks[week])) if week in weeks else nothing for week in shown],
            "n": [len(weeks.get(week, ())) for week in shown],
        }
    )


def _value_of(said: _Said, witness: Witness) -> Callable[[pd.DataFrame], float]:
    hits = pd.Series(said.is_hit, index=said.rows.index)
    good = said.rows["tone"].eq(GOOD).fillna(False).astype(bool)
    if witness.metric in COUNTS:
        return len
    if witness.metric == "negatives":
        return lambda rows: PERCENT * hits[rows.index].mean()
    if witness.metric == "first_choice":
        return lambda rows: PERCENT * (1.0 - hits[rows.index].mean())
    if witness.scale == "nps":
        return lambda rows: (
            nps(
                int(good[rows.index].sum()),
                len(rows) - int(good[rows.index].sum()) - int(hits[rows.index].sum()),
                int(hits[rows.index].sum()),
            ).estimate
        )
    if witness.scale == "csat":
        return lambda rows: PERCENT * good[rows.index].mean()
    return lambda rows: rows["score"].astype(float).mean()


def _weeks(days: pd.Series, as_of: date) -> pd.Series:
    """-1 in the week that ends on as_of, -2 in the one before."""
    return -(1 + (pd.Timestamp(as_of) - days).dt.days // 7)


def _before(weeks: pd.DataFrame, onset: date, is_count: bool) -> float | None:
    """What was usual in the weeks that ended before the onset; a share or mean weighs by its answers."""
    earlier = weeks[(weeks["week"] + pd.Timedelta(days=6) < pd.Timestamp(onset)) & weeks["value"].notna()]
    if earlier.empty:
        return None
    return float(np.average(earlier["value"], weights=None if is_count else earlier["n"]))


def _speakers(since: pd.DataFrame, customers: pd.DataFrame) -> pd.DataFrame:
    """Who said it since the onset, who said most first; nobody without a customer."""
    known = since.dropna(subset=["customer_id"])
    table = known.groupby("customer_id").agg(
        customer_name=("customer_name", "last"),
        region=("region", "last"),
        voices_count=("given_date", "size"),
        last_date=("given_date", "max"),
    )
    table = table.reset_index().merge(
        customers[["customer_id", "account_owner", "state"]], on="customer_id", how="left"
    )
    return table.sort_values(["voices_count", "last_date", "customer_id"], ascending=[False, False, True])


def _quotes(since: pd.DataFrame) -> tuple[Quote, ...]:
    """The newest first."""
    written = since.dropna(subset=["verbatim"]).sort_values(["given_date", "feedback_id"], ascending=[False, True])
    missing = written[QUOTE_FIELDS].astype(object).where(written[QUOTE_FIELDS].notna(), None)
    return tuple(
        Quote(**row | {"given_date": row["given_date"].date(), "score": row["score"] and float(row["score"])})
        for row in missing.to_dict("records")
    )
