"""What is computed of all customers together for one day: who came and went, cohorts, treatment, recommendation?"""

from collections.abc import Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd

from signals.detectors.churn import Scored
from signals.drivers import cohorts, customer_ledger
from signals.model import CustomerBase, Ledger
from signals.periods import FiscalCalendar, quarter_of, year_before
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.voice.recommendation import recommendations
from signals.voice.treatment import treatments

YEAR, QUARTER = PERIODS = ("year", "quarter")
LATE_START_DAYS = 31  # by which a history may begin after the earlier period does
RESAMPLING_SEED = 20_240_517  # the same ranges for the same data

Dates = tuple[date, date, date]  # first and last day, first day of the earlier period


def base_of(facts: Facts, scored: Scored) -> CustomerBase:
    segments = facts.customer_names.set_index("customer_id")["segment"]
    model, days = scored.model, facts.customer_days
    return CustomerBase(
        judged_date=scored.judged_date,
        parameters=model.parameters if model else (),
        people_count=model.people_count if model else 0,
        is_rough=bool(model and model.is_rough),
        cohorts=cohorts.cohorts(days, facts.as_of),
        newcomers=cohorts.newcomers(days, facts.as_of),
        treatments=treatments(days, facts.feedback, segments, facts.as_of, np.random.default_rng(RESAMPLING_SEED)),
        recommendations=recommendations(facts.feedback, segments, facts.as_of),
    )


def classes_of(facts: Facts) -> pd.DataFrame:
    """Who came, stayed and went, of each period that the history reaches back for: period, then `customer_classes`."""
    tables = [
        customer_ledger.customer_classes(facts.customer_days, *dates).assign(period=period)
        for period, dates in periods(facts.as_of, facts.company.calendar).items()
        if _reaches(facts.customer_days, dates)
    ]
    return pd.concat(tables, ignore_index=True) if tables else no_classes()


def periods(as_of: date, calendar: FiscalCalendar) -> Mapping[str, Dates]:
    """The year up to `as_of` against the one before, and the last whole quarter against the same a year before.

    Never quarter on quarter, which the season would decide.
    """
    first = as_of - timedelta(days=YEAR_DAYS - 1)
    quarter = quarter_of(as_of, calendar)
    if quarter.last_date != as_of:
        quarter = quarter_of(quarter.first_date - timedelta(days=1), calendar)
    before = year_before(quarter, calendar).first_date
    return {
        YEAR: (first, as_of, first - timedelta(days=YEAR_DAYS)),
        QUARTER: (quarter.first_date, quarter.last_date, before),
    }


def ledger_of(classes: pd.DataFrame, period: str, dates: Dates) -> Ledger | None:
    """The bridge of a period, or of a part of its customers; None where the history does not reach back."""
    own = classes[classes["period"] == period]
    return customer_ledger.ledger_of(own, *dates) if len(own) else None


def _reaches(customer_days: pd.DataFrame, dates: Dates) -> bool:
    if customer_days.empty:
        return False
    return customer_days["sold_date"].min().date() <= dates[2] + timedelta(days=LATE_START_DAYS)


def no_classes() -> pd.DataFrame:
    names = ("customer_id", "customer_class", "revenue_before", "revenue_now", "period")
    return pd.DataFrame({name: [] for name in names})
