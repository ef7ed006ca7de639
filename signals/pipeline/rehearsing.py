"""How is the rehearsal kept from which warnings know how sure they are?"""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np

from signals.detectors.downturn import REHEARSAL_SEED
from signals.detectors.rehearsal import Rehearsal, rehearsed
from signals.detectors.sales_lines import sales_lines
from signals.pipeline.facts import latest_day
from signals.records import to_json
from signals.store.company import now
from signals.store.connection import Connection
from signals.store.engine import Store

GOOD_FOR_DAYS = 28


def rehearse(
    store: Store, as_of: date | None = None, progress: Callable[[str], None] = lambda sentence: None
) -> Rehearsal | None:
    """Rehearse falls in the past up to a day, unless that was done in the four weeks before; None where it was not.

    Costs about as much as judging the products, which is why no page does it. Raises TooLittleHistory without sales.
    """
    with store.reading() as connection:
        day = as_of or latest_day(connection)
        kept = connection.rows("queries/rehearsal", as_of=day)
        if kept and day - kept[0]["as_of"] < timedelta(days=GOOD_FOR_DAYS):
            return None
        lines = connection.frame("marts/sales_lines", as_of=day)
    progress("Rehearsing falls in the company's own past…")
    done = rehearsed(sales_lines(lines, day), np.random.default_rng(REHEARSAL_SEED))
    if done:
        with store.writing() as connection:
            keep_rehearsal(connection, done, day)
    return done


def keep_rehearsal(connection: Connection, done: Rehearsal, as_of: date) -> None:
    connection.run("queries/delete_rehearsal", as_of=as_of)
    connection.insert("rehearsals", [{"as_of": as_of, "computed_at": now(), "summary": to_json(done)}])
