"""Which company does a newcomer see first? A made-up one, with everything it would export and the truth about it.

It sells over-the-counter medicines in EUR. The same seed and last day make the same company, to the byte.
"""

import gzip
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from signals.demo import cast, market, sales, story, voices, wallets
from signals.demo.planted import planted
from signals.demo.story import Story
from signals.demo.truth import Truth

CURRENCY = "EUR"
ZIP_LEVEL = 6  # 3.4 MB in 1.0 s; level 9 needs 2.6 s for 3.2 MB
PRODUCT_COLUMNS = ["product_id", "product_name", "category", "list_price", "launched_date", "discontinued_date"]
CUSTOMER_COLUMNS = [
    "customer_id", "customer_name", "segment", "region", "account_owner", "email", "phone", "estimated_spend",
    "estimate_source",
]  # fmt: skip


@dataclass(frozen=True)
class Company:
    """One DataFrame an export, in the columns of the store's tables, and what is true."""

    sales: pd.DataFrame
    products: pd.DataFrame
    customers: pd.DataFrame
    feedback: pd.DataFrame
    competitor_prices: pd.DataFrame
    events: pd.DataFrame
    targets: pd.DataFrame
    spend: pd.DataFrame
    truth: Truth


EXPORTS = tuple(field.name for field in fields(Company) if field.name != "truth")


def make(*, seed: int = 7, last_day: date = story.LAST_DAY) -> Company:
    """Three years up to `last_day`, that day included."""
    told = Story(last_day)
    people, lines, words, prices, money, guesses = (np.random.default_rng((seed, part)) for part in range(6))
    company = cast.assembled(told, rng=people)
    drawn = sales.drawn(company, rng=lines)
    feedback = voices.feedback(company, drawn.sold, rng=words)
    return Company(
        sales=drawn.sold,
        products=company.products[PRODUCT_COLUMNS],
        customers=wallets.estimated(company.customers, drawn.sold, rng=guesses)[CUSTOMER_COLUMNS]
        .sort_values("customer_id")
        .reset_index(drop=True),
        feedback=feedback,
        competitor_prices=market.competitor_prices(told, rng=prices),
        events=market.events(told),
        targets=market.targets(company, drawn.sold),
        spend=market.spend(told, rng=money),
        truth=planted(company, drawn, feedback),
    )


def write(company: Company, folder: Path) -> list[Path]:
    """Writes one CSV an export (sales gzipped) into `folder`; the same company gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    return [_written(name, getattr(company, name), folder) for name in EXPORTS]


def _written(name: str, frame: pd.DataFrame, folder: Path) -> Path:
    text = frame.to_csv(index=False, lineterminator="\n", float_format=_number_format(name)).encode()
    path = folder / (f"{name}.csv.gz" if name == "sales" else f"{name}.csv")
    path.write_bytes(gzip.compress(text, compresslevel=ZIP_LEVEL, mtime=0) if path.suffix == ".gz" else text)
    return path


def _number_format(name: str) -> str:
    """Money has cents; a score is a whole number."""
    return "%.0f" if name == "feedback" else "%.2f"
