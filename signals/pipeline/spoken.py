"""Which words do the customers behind a fall use more than the others, and everybody more than before?"""

from datetime import date, timedelta

import pandas as pd

from signals.model import Quote, Warning
from signals.voice.words import contrast, representative

BEHIND, SINCE = COMPARISONS = ("the customers behind the fall", "everybody since then")
EARLY_DAYS = 28  # words may come before the fall that an onset dates
SHOWN = 6
COLUMNS = ["comparison", "phrase", "affected_count", "others_count", "affected_share", "others_share"]


def contrasts(feedback: pd.DataFrame, customers: pd.DataFrame, warning: Warning | None, as_of: date) -> pd.DataFrame:
    """Phrases beyond chance in either comparison: COLUMNS; empty for what neither fell nor is spoken of.

    `feedback` is what was said about the subject; `customers` those behind the fall.
    """
    if warning is None or not (warning.is_fall or warning.witness):
        return pd.DataFrame(columns=COLUMNS)
    said = feedback.dropna(subset=["verbatim"])
    first = pd.Timestamp(warning.onset - timedelta(days=EARLY_DAYS))
    is_since = (said["given_date"] >= first).to_numpy()
    behind = customers.loc[customers["observed"] < customers["expected"], "customer_id"]
    lately = said[is_since]
    told = (
        {}
        if customers.empty
        else {
            BEHIND: contrast(lately["verbatim"], lately["customer_id"], lately["customer_id"].isin(behind).to_numpy())
        }
    )
    told |= {
        SINCE: contrast(said["verbatim"], said["customer_id"], is_since),
    }
    return pd.concat([table.assign(comparison=name) for name, table in told.items()], ignore_index=True)[COLUMNS]


def telling_first(quotes: tuple[Quote, ...], words: pd.DataFrame) -> tuple[Quote, ...]:
    """The words that represent what is said more than before stand first, the newest of the others after them."""
    phrases = [phrase.casefold() for phrase in words["phrase"]]
    said = pd.Series([quote.verbatim for quote in quotes])
    telling = said[[any(phrase in text.casefold() for phrase in phrases) for text in said]]
    chosen = representative(telling, SHOWN) if len(telling) else []
    rest = [quote for place, quote in enumerate(quotes) if place not in chosen]
    return (*(quotes[place] for place in chosen), *rest)
