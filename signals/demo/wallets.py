"""What do the demo company's business customers buy from everybody in a year, as somebody once estimated it?"""

import numpy as np
import pandas as pd

KNOWN_SHARE = 0.45  # of business customers for whom there is an estimate
SOURCES = ("pharmacy panel, 2025", "account owner's estimate")
BOUGHT_FROM_US = (2.0, 3.2)  # beta: mostly a quarter to a half of what they buy
ROUNDED_TO = 1_000  # money
YEAR_DAYS = 365


def estimated(customers: pd.DataFrame, sales: pd.DataFrame, *, rng: np.random.Generator) -> pd.DataFrame:
    """Adds `estimated_spend` (money a year, missing for most) and `estimate_source`."""
    year = sales[sales.sold_date > sales.sold_date.max() - pd.Timedelta(days=YEAR_DAYS)]
    bought = customers.customer_id.map(year.groupby("customer_id").revenue.sum()).fillna(0.0)
    is_known = customers.segment.ne("Consumer") & (bought > ROUNDED_TO) & (rng.random(len(customers)) < KNOWN_SHARE)
    spend = (bought / rng.beta(*BOUGHT_FROM_US, len(customers)).clip(0.08, 0.95) / ROUNDED_TO).round() * ROUNDED_TO
    source = pd.Series(rng.choice(SOURCES, len(customers)), index=customers.index)
    return customers.assign(estimated_spend=spend.where(is_known), estimate_source=source.where(is_known).astype("str"))
