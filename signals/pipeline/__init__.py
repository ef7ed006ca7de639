"""What does the product answer from the database for one day?"""

from signals.pipeline.backtest import backtest, latest_backtest
from signals.pipeline.effect import warnings_effect
from signals.pipeline.evidence import evidence, product_evidence
from signals.pipeline.holiday_calendar import countries, guessed_country_of
from signals.pipeline.lists import customer, customers, customers_at_risk, nowcast, products
from signals.pipeline.refresh import Refreshed, morning, refresh, said
from signals.pipeline.rehearsing import rehearse

__all__ = [
    "Refreshed",
    "backtest",
    "countries",
    "customer",
    "customers",
    "customers_at_risk",
    "evidence",
    "guessed_country_of",
    "latest_backtest",
    "morning",
    "nowcast",
    "product_evidence",
    "products",
    "refresh",
    "rehearse",
    "said",
    "warnings_effect",
]
