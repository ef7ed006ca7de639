"""Which complaints are still open, and was each acknowledged within a day?"""

import pandas as pd

from signals.voice.experiences import BAD, tones

SURVEY = "survey"
PROMISED_HOURS = 24
SECONDS_AN_HOUR = 3600


def open_complaints(feedback: pd.DataFrame) -> pd.DataFrame:
    """Bad experiences that somebody told us of themselves and nobody has resolved, the oldest first.

    A low score in a survey that we sent is no complaint.

    Adds answer_hours, from receipt to acknowledgement (missing while nobody answered, or where no time of receipt is
    known), and is_in_time (missing likewise). Without any acknowledgement or resolution in the whole table nothing is
    known of answers, and the result is empty.
    """
    times = {name: pd.to_datetime(feedback[name]) for name in ("received_at", "acknowledged_at", "resolved_at")}
    table = feedback.assign(**times)
    if table[["acknowledged_at", "resolved_at"]].isna().all(axis=None):
        table = table.iloc[:0]
    hours = (table["acknowledged_at"] - table["received_at"]).dt.total_seconds() / SECONDS_AN_HOUR
    table = table.assign(answer_hours=hours, is_in_time=(hours <= PROMISED_HOURS).astype("boolean").mask(hours.isna()))
    is_open = tones(table).eq(BAD) & table["source"].ne(SURVEY) & table["resolved_at"].isna()
    return table[is_open].sort_values("given_date", kind="stable").reset_index(drop=True)
