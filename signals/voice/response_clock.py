"""Which complaints are still open, and was each acknowledged within a day?"""

from datetime import date, timedelta

import pandas as pd

from signals.voice.experiences import BAD, tones

SURVEY = "survey"
PROMISED_HOURS = 24
SECONDS_AN_HOUR = 3600
HOURS_A_DAY = 24
HALF_YEAR_DAYS = 182
NOT_STATED = "not stated"


def open_complaints(feedback: pd.DataFrame) -> pd.DataFrame:
    """Bad experiences that somebody told us of themselves and nobody has resolved, the oldest first.

    A low score in a survey that we sent is no complaint.

    Adds answer_hours, from receipt to acknowledgement (missing while nobody answered, or where no time of receipt is
    known), and is_in_time (missing likewise). Of a company that writes no answers down
    nobody knows what is open: its feedback is not to be asked.
    """
    times = {name: pd.to_datetime(feedback[name]) for name in ("received_at", "acknowledged_at", "resolved_at")}
    table = feedback.assign(**times)
    hours = (table["acknowledged_at"] - table["received_at"]).dt.total_seconds() / SECONDS_AN_HOUR
    table = table.assign(answer_hours=hours, is_in_time=(hours <= PROMISED_HOURS).astype("boolean").mask(hours.isna()))
    is_open = tones(table).eq(BAD) & table["source"].ne(SURVEY) & table["resolved_at"].isna()
    return table[is_open].sort_values("given_date", kind="stable").reset_index(drop=True)


def response_clock(feedback: pd.DataFrame, by: str, as_of: date) -> pd.DataFrame:
    """One row a value of the column `by`: how complaints of the last half-year were answered.

    complaints_count, in_time_share (acknowledged within PROMISED_HOURS, of those whose time is known or who wait longer
    than that), waiting_count and longest_wait_days (not acknowledged and not resolved, up to `as_of`).
    """
    given = pd.to_datetime(feedback["given_date"])
    recent = feedback[(given > pd.Timestamp(as_of - timedelta(days=HALF_YEAR_DAYS))) & (given <= pd.Timestamp(as_of))]
    asked = recent[tones(recent).eq(BAD) & recent["source"].ne(SURVEY)]
    times = asked[["received_at", "acknowledged_at", "resolved_at"]].apply(pd.to_datetime)
    received = times["received_at"].fillna(pd.to_datetime(asked["given_date"]))
    hours = (times["acknowledged_at"] - received).dt.total_seconds() / SECONDS_AN_HOUR
    end = pd.Timestamp(as_of) + pd.Timedelta(days=1)
    waited = (end - received).dt.total_seconds() / SECONDS_AN_HOUR
    is_waiting = times["acknowledged_at"].isna() & times["resolved_at"].isna()
    is_decided = times["acknowledged_at"].notna() | (is_waiting & (waited > PROMISED_HOURS))
    place = asked[by].fillna(NOT_STATED)
    table = pd.DataFrame(
        {
            "complaints_count": place.groupby(place).size(),
            "decided_count": is_decided.groupby(place).sum(),
            "in_time_count": (hours <= PROMISED_HOURS).groupby(place).sum(),
            "waiting_count": is_waiting.groupby(place).sum(),
            "longest_wait_days": (waited.where(is_waiting) / HOURS_A_DAY).groupby(place).max(),
        }
    )
    table["in_time_share"] = table["in_time_count"] / table["decided_count"].where(table["decided_count"] > 0)
    ordered = table.rename_axis(by).reset_index().sort_values(["waiting_count", by], ascending=[False, True])
    return ordered.reset_index(drop=True)
