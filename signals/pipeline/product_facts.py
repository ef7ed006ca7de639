"""What else is known of every product: first choice, price gap, scores, returns, share of its category, its quarter?"""

from collections.abc import Iterator
from datetime import timedelta

import numpy as np
import pandas as pd

from signals.detectors import preference, price_gap
from signals.pipeline.facts import YEAR_DAYS, Facts
from signals.voice.scores import net_promoter_score

MONTH_DAYS = 28
COLUMNS = (
    "first_choice", "first_choice_before", "first_choice_count", "price_gap", "price_gap_to", "nps", "nps_count",
    "stars", "stars_count", "returns", "category_share", "quarter_gap",
)  # fmt: skip


def product_facts(facts: Facts, quarter: pd.DataFrame | None) -> pd.DataFrame:
    """One row a product: COLUMNS, missing where nothing is known. Shares 0-1, the quarter's gap money.

    The gap is the quarter's estimate less the same quarter a year before; a product's part of the company's gap.
    """
    parts = [_first_choices(facts), _price_gaps(facts), _scores(facts), _returns(facts), _category_shares(facts)]
    if quarter is not None:
        parts.append(_quarter_gaps(quarter))
    table = pd.DataFrame(index=pd.Index(facts.lines["product_id"].unique(), name="product_id"))
    return table.join(parts).reindex(columns=COLUMNS).reset_index()


def _first_choices(facts: Facts) -> pd.DataFrame:
    asked = facts.feedback.dropna(subset=["first_choice", "product_id"])["product_id"].unique()
    rows = {}
    for product_id in asked:
        name = facts.names.get(product_id, product_id)
        found = preference.first_choice(facts.feedback, facts.as_of, product_id=product_id, product_name=name)
        shares = [part.estimate if part else np.nan for part in (found.share, found.share_before)]
        rows[product_id] = (*shares, found.n)
    return _table(rows, ("first_choice", "first_choice_before", "first_choice_count"))


def _price_gaps(facts: Facts) -> pd.DataFrame:
    """Against the cheapest rival seen in eight weeks."""
    rows = {}
    for product_id, prices in facts.competitor_prices.groupby("product_id"):
        fresh = prices[prices["observed_date"] > pd.Timestamp(facts.as_of - timedelta(days=2 * MONTH_DAYS))]
        own = facts.lines[facts.lines["product_id"] == product_id]
        gaps = price_gap.price_gaps(fresh, own, facts.as_of, product_id=product_id)
        if gaps:
            rows[product_id] = (gaps[0].gap_share, f"{gaps[0].competitor}: {gaps[0].competitor_product}")
    return _table(rows, ("price_gap", "price_gap_to"))


def _scores(facts: Facts) -> pd.DataFrame:
    given = facts.feedback.dropna(subset=["product_id", "score", "scale"])
    given = given[given["given_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    return _table(dict(_score_rows(given)), ("nps", "nps_count", "stars", "stars_count"))


def _score_rows(given: pd.DataFrame) -> Iterator[tuple[str, tuple]]:
    for product_id, answers in given.groupby("product_id"):
        recommended = net_promoter_score(answers.loc[answers["scale"] == "nps", "score"])
        stars = answers.loc[answers["scale"] == "stars", "score"].to_numpy()
        of_stars = (stars.mean() if len(stars) else np.nan, len(stars) or None)
        yield product_id, (recommended.estimate, recommended.n or None, *of_stars)


def _returns(facts: Facts) -> pd.DataFrame:
    """Units that came back, of those sold in a year."""
    year = facts.lines[facts.lines["sold_date"] > pd.Timestamp(facts.as_of - timedelta(days=YEAR_DAYS))]
    sold = year["quantity"].clip(lower=0).groupby(year["product_id"]).sum()
    back = -year["quantity"].clip(upper=0).groupby(year["product_id"]).sum()
    return (back / sold.where(sold > 0)).clip(0, 1).rename("returns").to_frame()


def _category_shares(facts: Facts) -> pd.DataFrame:
    month = facts.lines[facts.lines["sold_date"] > pd.Timestamp(facts.as_of - timedelta(days=MONTH_DAYS))]
    revenue = month.groupby(["category", "product_id"])["revenue"].sum().clip(lower=0)
    whole = revenue.groupby(level="category").transform("sum")
    share = (revenue / whole.where(whole > 0)).rename("category_share")
    return share.reset_index("category", drop=True).groupby(level=0).first().to_frame()


def _quarter_gaps(quarter: pd.DataFrame) -> pd.DataFrame:
    own = quarter[quarter["kind"] == "product"].set_index("key")
    return (own["estimate"] - own["last_year"]).rename("quarter_gap").to_frame()


def _table(rows: dict[str, tuple], names: tuple[str, ...]) -> pd.DataFrame:
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(names))
