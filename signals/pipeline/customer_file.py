"""What is known of one customer, in every department?"""

from collections.abc import Sequence
from datetime import date, timedelta

import pandas as pd

from signals.detectors import whitespace
from signals.errors import UnknownSubject
from signals.model import CustomerFile, CustomerRehearsal, LineSuggestion, Quote
from signals.pipeline.calls import at_risk
from signals.pipeline.customer_rehearsing import kept_rehearsal
from signals.pipeline.facts import YEAR_DAYS
from signals.pipeline.lists import EVER, base_of, scores_of
from signals.pipeline.refresh import morning
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.voice.response_clock import open_complaints
from signals.voice.treatment import experiences


def customer(store: Store, customer_id: str, as_of: date | None = None) -> CustomerFile:
    """Everything known of one customer, as of a day or now. Raises UnknownSubject."""
    told = morning(store, as_of)
    with store.reading() as connection:
        names = connection.frame("marts/customer_names", as_of=told.as_of)
        names = names[names["customer_id"] == customer_id]
        if names.empty:
            raise UnknownSubject(f"There is no customer {customer_id} up to {told.as_of:%d %B %Y}.")
        of_customer = {"as_of": told.as_of, "customer_id": customer_id}
        year = told.as_of - timedelta(days=YEAR_DAYS - 1)
        scores = scores_of(connection, told.as_of)
        days = connection.frame("marts/customer_days", **of_customer)
        feedback = connection.frame("marts/feedback_of_customer", as_of=as_of or EVER, customer_id=customer_id)
        by_year = connection.frame("marts/years_of_customer", **of_customer)
        prices = connection.frame("marts/prices_of_customer", first_date=year, **of_customer)
        are_answers_known = connection.value("queries/are_answers_known")
        base = base_of(connection, told.as_of)
        segment = _known(names["segment"].iloc[0])
        suggestions = _suggestions(connection, told.as_of, customer_id, segment)
    own = scores[scores["customer_id"] == customer_id].to_dict("records")
    row = {name: _known(value) for name, value in names.iloc[0].items()}
    return CustomerFile(
        as_of=told.as_of,
        currency=told.currency,
        score=at_risk(own[0], told.currency) if own else None,
        limit_days=own[0]["limit_days"] if own else None,
        revenue_year=float(days.loc[days["sold_date"] >= pd.Timestamp(year), "revenue"].sum()),
        purchase_days=_purchases(days),
        revenue_by_year=by_year,
        prices=prices.sort_values("revenue", ascending=False, kind="stable", ignore_index=True),
        feedback=feedback,
        complaints=open_complaints(feedback if are_answers_known else feedback.iloc[:0]),
        quotes=_quotes(feedback, row),
        suggestions=suggestions,
        experience=experiences(feedback.assign(customer_id=customer_id), told.as_of).get(customer_id),
        treatment=_of_segment(base.treatments, segment),
        recommendation=_of_segment(base.recommendations, segment),
        **row,
    )


def _purchases(days: pd.DataFrame) -> pd.DataFrame:
    bought = days[days["purchase_revenue"] > 0].sort_values("sold_date", ignore_index=True)
    return bought[["sold_date"]].assign(revenue=bought["purchase_revenue"])


def _quotes(feedback: pd.DataFrame, row: dict) -> tuple[Quote, ...]:
    names = ("source", "product_id", "touchpoint", "score", "scale", "verbatim", "feedback_id", "heard_by")
    spoken = feedback.dropna(subset=["verbatim"])
    return tuple(
        Quote(
            given_date=each["given_date"].date(),
            customer_id=row["customer_id"],
            customer_name=row["customer_name"],
            **{name: _known(each[name]) for name in names},
        )
        for each in spoken.to_dict("records")
    )


def _of_segment(told: Sequence, segment: str | None):
    """What is known of the segment, else of everybody; None where that is nothing."""
    by_segment = {each.segment: each for each in told}
    return by_segment.get(segment) or by_segment.get(None)


def _suggestions(
    connection: Connection, as_of: date, customer_id: str, segment: str | None
) -> tuple[LineSuggestion, ...]:
    rehearsal = kept_rehearsal(connection, as_of)
    if rehearsal is None:
        return ()
    bought = connection.frame("marts/first_purchases", as_of=as_of, customer_id=customer_id)
    lines = bought["category" if rehearsal.line_kind == "category" else "product_id"].dropna()
    model = _model(connection, rehearsal, as_of, customer_id)
    found = whitespace.suggestions(model, set(lines), segment)
    names = connection.frame("marts/product_names", as_of=as_of).set_index("product_id")["product_name"].dropna()
    return tuple(
        LineSuggestion(
            line=each.line,
            name=names.get(each.line, each.line),
            because=tuple(names.get(line, line) for line in each.because),
            buyers_share=each.buyers_share,
            segment=each.segment,
        )
        for each in found
    )


def _model(
    connection: Connection, rehearsal: CustomerRehearsal, as_of: date, customer_id: str
) -> whitespace.Whitespace:
    """The part of what was learnt that speaks of one customer."""
    asked = {"as_of": rehearsal.as_of, "customer_id": customer_id, "last_date": as_of, "line_kind": rehearsal.line_kind}
    return whitespace.Whitespace(
        method=rehearsal.line_method,
        customers_count=rehearsal.customers_count,
        lines_count=rehearsal.lines_count,
        affinities=connection.frame("queries/affinities_of_customer", **asked),
        popularity=connection.frame("queries/line_popularity", as_of=rehearsal.as_of),
    )


def _known(value):
    return None if pd.isna(value) else value
