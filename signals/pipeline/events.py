"""Which events are known, whatever the export calls their kinds?"""

from datetime import date

import pandas as pd

from signals.store.connection import Connection

CALLED = {
    "stock out": "stock-out",
    "stockout": "stock-out",
    "out of stock": "stock-out",
    "promo": "promotion",
    "public holiday": "holiday",
    "price increase": "price change",
    "price decrease": "price change",
}


def events_at(connection: Connection, as_of: date) -> pd.DataFrame:
    """The events that had begun: kind (as DESIGN section 4 names them, else as written), dates, scope and note."""
    events = connection.frame("marts/events", as_of=as_of)
    return events.assign(kind=events["kind"].map(kind_of, na_action="ignore"))


def kind_of(text: str) -> str:
    """`STOCK_OUT` and `out of stock` are the kind stock-out."""
    words = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    return CALLED.get(words, words)
