"""What speaks of the products beside their sales: first choice, scores, complaints, themes, competitors' prices?"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import pandas as pd

from signals.detectors import feedback_shift, preference_shift, price_gap, price_move
from signals.detectors.shift import TOO_FEW, Shift
from signals.model import Witness
from signals.pipeline.facts import Facts
from signals.triage.witnesses import witness_of
from signals.voice.experiences import tones
from signals.voice.themes import THEMES, themes_of


@dataclass(frozen=True)
class Voices:
    """What customers said, as the detectors read it."""

    feedback: pd.DataFrame  # with tone
    orders_a_day: pd.DataFrame  # sold_date, product_id, orders
    themes: pd.DataFrame  # feedback_id, theme


def voices_of(facts: Facts) -> Voices:
    feedback = facts.feedback.assign(tone=tones(facts.feedback))
    return Voices(feedback, _orders_a_day(facts.lines), _bad_themes(feedback))


def witnesses(facts: Facts) -> tuple[Witness, ...]:
    """Everything that speaks on a day, good or bad, the strongest first."""
    found = [witness for shift in _shifts(facts) if (witness := witness_from(facts, shift, facts.as_of))]
    return tuple(sorted(found, key=lambda each: (-each.strength, each.subject.key, each.metric)))


def witness_from(facts: Facts, shift: Shift, day: date) -> Witness | None:
    """What a shift of a day says to a reader; None where it says nothing."""
    return witness_of(
        shift,
        names=facts.names,
        theme_names={key: theme.name for key, theme in THEMES.items()} | dict(facts.theme_names),
        theme_causes={key: theme.cause for key, theme in THEMES.items() if theme.is_bad is not False},
        currency=facts.currency,
        as_of=day,
    )


def shifts_before(voices: Voices, facts: Facts, series: Collection[Shift]) -> Iterator[tuple[date, list[Shift]]]:
    """The facts' day and the days before it, each with what was said then of these series; records of any day."""
    chosen = [each.product_id for each in series if each.metric == preference_shift.METRIC]
    asked = voices.feedback[voices.feedback["product_id"].isin(chosen)]
    said = [each for each in series if each.metric != preference_shift.METRIC]
    earlier = feedback_shift.shifts_before(said, voices.feedback, voices.orders_a_day, facts.as_of, voices.themes)
    for day, told in earlier:
        yield day, [*told, *(preference_shift.shifts(asked, day, facts.names) if chosen else ())]


def series_of(witness: Witness) -> Shift:
    """The series of which a witness speaks, as `shifts_before` asks for it."""
    subject = witness.subject
    return Shift(
        witness.metric,
        TOO_FEW,
        product_id=subject.product_id,
        touchpoint=subject.touchpoint,
        scale=witness.scale,
        theme=witness.theme,
    )


def _shifts(facts: Facts) -> Iterator[Shift]:
    voices = voices_of(facts)
    yield from preference_shift.shifts(voices.feedback, facts.as_of, facts.names)
    yield from _price_moves(facts)
    yield from feedback_shift.shifts(voices.feedback, voices.orders_a_day, facts.as_of, voices.themes)


def _price_moves(facts: Facts) -> Iterator[Shift]:
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
