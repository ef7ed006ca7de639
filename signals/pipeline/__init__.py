"""What does the product answer from the database for one day?"""

from signals.pipeline.effect import warnings_effect
from signals.pipeline.evidence import evidence, product_evidence
from signals.pipeline.lists import customer, customers, customers_at_risk, nowcast, products
from signals.pipeline.refresh import Refreshed, morning, refresh

__all__ = [
    "Refreshed",
    "customer",
    "customers",
    "customers_at_risk",
    "evidence",
    "morning",
    "nowcast",
    "product_evidence",
    "products",
    "refresh",
    "warnings_effect",
]
