"""How did the customers' scores do in the company's own past, and what else do customers like these buy?"""

from collections.abc import Callable
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.detectors import churn_rehearsal, whitespace
from signals.model import CustomerRehearsal, LineRehearsal
from signals.pipeline.facts import latest_day
from signals.pipeline.keeping import fill
from signals.pipeline.rehearsing import GOOD_FOR_DAYS
from signals.records import from_json, to_json
from signals.store.company import now
from signals.store.connection import Connection
from signals.store.engine import Store

SEED = 20_240_517  # the same ranges for the same data
PRODUCT, CATEGORY = "product", "category"


def rehearse_customers(
    store: Store, as_of: date | None = None, progress: Callable[[str], None] = lambda sentence: None
) -> CustomerRehearsal | None:
    """Rehearse up to a day, unless that was done in the four weeks before; None where it was not.

    Raises TooLittleHistory without sales.
    """
    with store.reading() as connection:
        day = as_of or latest_day(connection)
        kept = kept_rehearsal(connection, day)
        if kept and day - kept.as_of < timedelta(days=GOOD_FOR_DAYS):
            return None
        days = connection.frame("marts/customer_days", as_of=day, customer_id=None)
        bought = connection.frame("marts/first_purchases", as_of=day, customer_id=None)
        names = connection.frame("marts/customer_names", as_of=day)
    progress("Rehearsing the customers' scores in the company's own past…")
    chances, morning_list = churn_rehearsal.rehearsed(days, day)
    progress("Learning which lines are bought together…")
    segments = names.set_index("customer_id")["segment"]
    kind, lines = _lines(bought)
    learnt = whitespace.learned(lines, day, segments)
    evaluation = whitespace.evaluated(lines, day, segments, np.random.default_rng(SEED))
    done = CustomerRehearsal(
        as_of=day,
        chances=chances,
        morning_list=morning_list,
        lines=_summary(evaluation) if evaluation else None,
        line_kind=kind,
        line_method=learnt.method,
        lines_count=learnt.lines_count,
        customers_count=learnt.customers_count,
    )
    with store.writing() as connection:
        _keep(connection, done, learnt)
    return done


def customer_rehearsal(store: Store, as_of: date | None = None) -> CustomerRehearsal | None:
    """The last rehearsal that knew nothing after a day."""
    with store.reading() as connection:
        return kept_rehearsal(connection, as_of or latest_day(connection))


def kept_rehearsal(connection: Connection, as_of: date) -> CustomerRehearsal | None:
    rows = connection.rows("queries/customer_rehearsal", as_of=as_of)
    return from_json(CustomerRehearsal, rows[0]["summary"]) if rows else None


def _lines(bought: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """Products, or categories where too many products have enough buyers to be told apart in time."""
    buyers = bought["product_id"].value_counts()
    is_wide = (buyers >= whitespace.MIN_BUYERS).sum() > whitespace.MOST_LINES and bought["category"].notna().any()
    if not is_wide:
        return PRODUCT, bought.rename(columns={"product_id": "line"})[["customer_id", "line", "first_date"]]
    by_category = bought.dropna(subset=["category"]).rename(columns={"category": "line"})
    return CATEGORY, by_category.groupby(["customer_id", "line"], as_index=False)["first_date"].min()


def _summary(evaluation: whitespace.Evaluation) -> LineRehearsal:
    """Of the method in use last."""
    result = evaluation.results[0]
    return LineRehearsal(
        method=result.method,
        first_date=min(result.origins),
        last_date=max(result.origins),
        asked_count=result.asked_count,
        hit_share=result.hit_rate.estimate,
        hit_low=result.hit_rate.low,
        hit_high=result.hit_rate.high,
        popular_share=result.popularity_hit_rate.estimate,
        difference=result.over_popularity.estimate,
        difference_low=result.over_popularity.low,
        difference_high=result.over_popularity.high,
    )


def _keep(connection: Connection, done: CustomerRehearsal, learnt: whitespace.Whitespace) -> None:
    for table in ("customer_rehearsals", "line_affinities", "line_popularity"):
        connection.run(f"queries/delete_{table}", as_of=done.as_of)
    kept = {"as_of": done.as_of, "computed_at": now(), "summary": to_json(done)}
    connection.insert("customer_rehearsals", [kept])
    fill(connection, "line_affinities", learnt.affinities, done.as_of)
    fill(connection, "line_popularity", learnt.popularity, done.as_of)
