"""What speaks of the products beside their sales: first choice, scores, complaints, themes, competitors' prices?"""

from collections.abc import Iterator

import pandas as pd

from signals.detectors import feedback_shift, preference_shift, price_gap, price_move
from signals.model import Witness
from signals.pipeline.facts import Facts
from signals.triage.witnesses import witness_of
from signals.voice.experiences import tones
from signals.voice.themes import THEMES, themes_of


def witnesses(facts: Facts) -> tuple[Witness, ...]:
    """Everything that speaks on a day, good or bad, the strongest first."""
    told = {
        "names": facts.names,
        "theme_names": {key: theme.name for key, theme in THEMES.items()} | dict(facts.theme_names),
        "theme_causes": {key: theme.cause for key, theme in THEMES.items() if theme.is_bad is not False},
        "currency": facts.currency,
        "as_of": facts.as_of,
    }
    found = [witness for shift in _shifts(facts) if (witness := witness_of(shift, **told))]
    return tuple(sorted(found, key=lambda each: (-each.strength, each.subject.key, each.metric)))


def _shifts(facts: Facts) -> Iterator:
    feedback = facts.feedback.assign(tone=tones(facts.feedback))
    yield from preference_shift.shifts(feedback, facts.as_of, facts.names)
    yield from _price_moves(facts)
    yield from feedback_shift.shifts(feedback, _orders_a_day(facts.lines), facts.as_of, _bad_themes(feedback))


def _price_moves(facts: Facts) -> Iterator:
    list_prices = facts.product_names.set_index("product_id")["list_price"].dropna()
    for product_id, prices in facts.competitor_prices.groupby("product_id"):
        sold = facts.lines[facts.lines["product_id"] == product_id]
        own = price_gap.own_prices(sold, facts.as_of, product_id=product_id)
        listed = list_prices.get(product_id)
        yield from price_move.moves(prices, own, facts.as_of, product_id=product_id, list_price=listed)


def _orders_a_day(lines: pd.DataFrame) -> pd.DataFrame:
    """sold_date, product_id, orders."""
    bought = lines[lines["quantity"] > 0]
    return bought.groupby(["sold_date", "product_id"])["order_id"].nunique().rename("orders").reset_index()


def _bad_themes(feedback: pd.DataFrame) -> pd.DataFrame:
    """feedback_id and theme: a rise of praise warns of nothing."""
    texts = feedback.set_index("feedback_id")["verbatim"].dropna()
    spoken = themes_of(texts).rename(columns={"row": "feedback_id"})
    praise = [key for key, theme in THEMES.items() if theme.is_bad is False]
    return spoken[~spoken["theme"].isin(praise)]
