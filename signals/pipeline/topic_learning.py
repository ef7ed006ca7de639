"""Which topics of its own does the company have, learnt every four weeks and the same from day to day?"""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from signals.pipeline.facts import latest_day
from signals.pipeline.keeping import fill
from signals.pipeline.rehearsing import GOOD_FOR_DAYS
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.voice.topics import learned, matched


def learn_topics(
    store: Store, as_of: date | None = None, progress: Callable[[str], None] = lambda sentence: None
) -> pd.DataFrame | None:
    """Learn from all words up to a day, unless that was done in the four weeks before; None where it was not.

    A topic that was known keeps its key and its name. Raises TooLittleHistory without sales.
    """
    with store.reading() as connection:
        day = as_of or latest_day(connection)
        kept = kept_topics(connection, day)
        if len(kept) and day - kept["as_of"].iloc[0].date() < timedelta(days=GOOD_FOR_DAYS):
            return None
        texts = connection.frame("marts/feedback", as_of=day)["verbatim"].dropna()
    progress("Learning what customers talk about…")
    topics = learned(texts, before=kept)
    if topics.empty:
        return topics
    topics = matched(topics, kept) if len(kept) else topics
    with store.writing() as connection:
        connection.run("queries/delete_topics", as_of=day)
        fill(connection, "topics", topics, day)
    return topics


def kept_topics(connection: Connection, as_of: date) -> pd.DataFrame:
    """as_of, topic, name, word, weight: the last that were learnt by a day; empty before the first."""
    return connection.frame("queries/topics", as_of=as_of)
