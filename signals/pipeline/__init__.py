"""What does the product answer from the database for one day?"""

from signals.pipeline.backtest import backtest, latest_backtest
from signals.pipeline.base import base, budget
from signals.pipeline.customer_file import customer
from signals.pipeline.customer_rehearsing import customer_rehearsal, rehearse_customers
from signals.pipeline.effect import warnings_effect
from signals.pipeline.evidence import evidence, product_evidence
from signals.pipeline.holiday_calendar import countries, guessed_country_of
from signals.pipeline.lists import colleagues, contacts, customers, customers_at_risk, newcomers, products
from signals.pipeline.plan import Plan, plan
from signals.pipeline.quarter import quarter
from signals.pipeline.refresh import Refreshed, morning, refresh, said
from signals.pipeline.rehearsing import rehearse
from signals.pipeline.topic_learning import learn_topics
from signals.pipeline.voice import name_theme, voice

__all__ = [
    "Plan",
    "Refreshed",
    "backtest",
    "base",
    "budget",
    "colleagues",
    "contacts",
    "countries",
    "customer",
    "customer_rehearsal",
    "customers",
    "customers_at_risk",
    "evidence",
    "guessed_country_of",
    "latest_backtest",
    "learn_topics",
    "morning",
    "name_theme",
    "newcomers",
    "plan",
    "product_evidence",
    "products",
    "quarter",
    "refresh",
    "rehearse",
    "rehearse_customers",
    "said",
    "voice",
    "warnings_effect",
]
