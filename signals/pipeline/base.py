"""How does the base of customers grow, stay and shrink, what does that cost, and what could a retention budget keep?"""

from datetime import date

import pandas as pd

from signals.detectors.churn import OPEN_STATES
from signals.drivers import customer_ledger, retention
from signals.model import BaseOfCustomers, RetentionBudget
from signals.pipeline.customer_base import PERIODS, ledger_of, periods
from signals.pipeline.customer_rehearsing import kept_rehearsal
from signals.pipeline.lists import base_of, scores_of
from signals.pipeline.refresh import morning
from signals.store.company import company
from signals.store.engine import Store

MONTHS = dict(zip(PERIODS, (12, 3), strict=True))
PARTS = ("segment", "region", "account_owner")
NOT_STATED = "not stated"


def base(store: Store, period: str, as_of: date | None = None) -> BaseOfCustomers:
    """The base of customers in a period up to a day. Raises TooLittleHistory without sales."""
    told = morning(store, as_of)
    with store.reading() as connection:
        kept = base_of(connection, told.as_of)
        classes = connection.frame("queries/customer_classes", as_of=told.as_of)
        scores = scores_of(connection, told.as_of)
        names = connection.frame("marts/customer_names", as_of=told.as_of)
        spend = connection.frame("marts/spend", as_of=told.as_of)
        rehearsal = kept_rehearsal(connection, told.as_of)
        calendar = company(connection).calendar
    dates = periods(told.as_of, calendar)[period]
    own = classes[classes["period"] == period]
    ledger = ledger_of(classes, period, dates)
    is_open = scores["state"].isin(OPEN_STATES)
    return BaseOfCustomers(
        as_of=told.as_of,
        currency=told.currency,
        period=period,
        ledger=ledger,
        rates=retention.rates(own) if ledger else None,
        parts=_parts(own.merge(names, on="customer_id", how="left"), dates),
        costs=retention.costs(spend, ledger.counts, dates[1], months=MONTHS[period]) if ledger else None,
        at_risk=scores.loc[is_open, ["customer_id", "p_lost", "rate_year"]],
        cohorts=kept.cohorts,
        newcomers=kept.newcomers,
        rehearsal=rehearsal,
    )


def budget(base: BaseOfCustomers, *, low_share: float, high_share: float) -> RetentionBudget | None:
    """What the sum spent on winning would keep, with the shares that the reader assumes."""
    if base.costs is None:
        return None
    return retention.retention_budget(base.at_risk, base.costs, low_share=low_share, high_share=high_share)


def _parts(classes: pd.DataFrame, dates: tuple[date, date, date]) -> pd.DataFrame:
    """The bridge of each segment, region and owner; who has none stands under NOT_STATED, so each sums to the whole."""
    rows = []
    for part in PARTS:
        for name, own in classes.groupby(classes[part].fillna(NOT_STATED)):
            ledger, rates = customer_ledger.ledger_of(own, *dates), retention.rates(own)
            told = {"part": part, "name": name, **{f"{key}_count": count for key, count in ledger.counts.items()}}
            rows.append({**told, **ledger.revenue, "grr": rates.grr, "nrr": rates.nrr, "retention": rates.retention})
    return pd.DataFrame(rows)
