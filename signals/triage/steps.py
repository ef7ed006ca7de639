"""What does each step of the Warning page find, in a sentence, and what does it not know?

Each step answers three cases apart: something was found, we looked and found nothing, we have no data to look at.
"""

from collections.abc import Sequence
from datetime import date
from math import floor

import pandas as pd

from signals.metrics import (
    counted_in_words,
    in_words,
    listed,
    money,
    number,
    on_day,
    price,
    share,
    signed_share,
)
from signals.model import DataState, Driver, PriceStep, Quote, ShareChange, Subject, Warning
from signals.triage.names import NOT_STATED, capital, driver_name, place, subject_name
from signals.triage.reasons import WHY_UNJUDGED
from signals.triage.wording import SPREAD

LAST_WEEKS = 2
CLEAR_PROBABILITY = 0.9  # that a share fell or rose; in between we say that we cannot tell
NAMED = 3  # drivers or customers; more are on the page
LEVEL_SHARE = 0.01  # prices closer than this are the same to a customer
NO_FALL = "There is no fall whose customers to name."
HIGHEST_PROBABILITY = 0.95  # a rehearsal cannot vouch for more
TELLING_PROBABILITY = 0.5  # below it the bound says more of the past's own changes than of this one


def evidence_sentences(
    *,
    subject: Subject,
    warning: Warning | None,
    as_of: date,
    currency: str | None,
    weeks: pd.DataFrame,
    first_choice: ShareChange | None,
    prices: pd.DataFrame,
    price_steps: Sequence[PriceStep],
    drivers: Sequence[Driver] | None,
    customers: pd.DataFrame,
    quotes: Sequence[Quote],
    events: pd.DataFrame | None = None,
    late: Sequence[DataState] = (),
    series_count: int | None = None,
    state: str | None = None,
) -> dict[str, str]:
    """Step -> sentence, from the fields of `model.Evidence`. `drivers` is None where nobody looked for any."""
    fall = warning if warning and warning.is_fall else None
    return {
        "sales": sales_sentence(subject, weeks, currency, as_of),
        "first_choice": first_choice_sentence(subject, first_choice),
        "prices": prices_sentence(subject, prices, price_steps, currency, as_of),
        "drivers": drivers_sentence(drivers, fall),
        "customers": customers_sentence(customers, currency) if fall else NO_FALL,
        "words": words_sentence(subject, quotes, as_of),
        "certainty": certainty_sentence(
            None if warning and warning.witness else warning,
            as_of,
            state=state,
            events=events,
            late=late,
            series_count=series_count,
        ),
    }


def sales_sentence(subject: Subject, weeks: pd.DataFrame, currency: str | None, as_of: date) -> str:
    """The last two complete weeks against what was expected of them."""
    last = weeks[weeks["is_complete"].astype(bool)].tail(LAST_WEEKS)
    if last.empty or not last["expected"].sum() > 0:
        return f"There is no complete week with an expectation for {subject_name(subject)} yet."
    actual, expected = last["actual"].sum(), last["expected"].sum()
    end = pd.Timestamp(last["week"].iloc[-1]).date() + pd.Timedelta(days=6)
    span = f"In the {'week' if len(last) == 1 else f'{in_words(len(last))} weeks'} to {on_day(end, as_of)}"
    return (
        f"{span} {subject_name(subject)} brought {money(actual, currency)} "
        f"against {money(expected, currency)} expected, {_against(actual / expected - 1)}; {_in_band(last)}."
    )


def _against(effect: float) -> str:
    if abs(effect) < 0.005:
        return "just as much"
    return f"{share(abs(effect))} {'below' if effect < 0 else 'above'}"


def _in_band(weeks) -> str:
    below, above = int((weeks["actual"] < weeks["low"]).sum()), int((weeks["actual"] > weeks["high"]).sum())
    both = {1: "it lies", 2: "both lie"}[len(weeks)]
    if len(weeks) in (below, above):
        return f"{both} {'below' if below else 'above'} the usual range"
    if not below and not above:
        return f"{both} in the usual range"
    return f"one of them lies {'outside' if below and above else 'below' if below else 'above'} the usual range"


def first_choice_sentence(subject: Subject, change: ShareChange | None) -> str:
    if change is None or not (change.before_count or change.after_count):
        return "Nobody was asked for a first choice here."
    if change.before_share is None or change.after_share is None:
        lately = capital(counted_in_words(change.after_count, "answer"))
        return f"{lately} lately and {in_words(change.before_count)} before: too few to compare first choices."
    now = f"{share(change.after_share)} (n = {number(change.after_count)}) name {change.brand} first now"
    before = f"{share(change.before_share)} (n = {number(change.before_count)}) did before"
    return f"{now}, {before}; {_movement(change)}."


def _movement(change) -> str:
    probability = change.probability_fell
    if probability is None or 1 - CLEAR_PROBABILITY < probability < CLEAR_PROBABILITY:
        return "we cannot tell whether that is a change"
    if probability <= 1 - CLEAR_PROBABILITY:
        return f"the chance that it rose is {share(min(1 - probability, 0.999))}"
    gained = [rival for rival in change.rivals if rival[2] > rival[1]]
    rival = f"; {gained[0][0]} gained most, from {share(gained[0][1])} to {share(gained[0][2])}" if gained else ""
    return f"the chance that it fell is {share(min(probability, 0.999))}{rival}"


def prices_sentence(
    subject: Subject, prices: pd.DataFrame, steps: Sequence[PriceStep], currency: str | None, as_of: date
) -> str:
    """The latest step downwards, else the latest; how many more there were."""
    if not len(prices) and not steps:
        return f"No competitor's price beside {subject_name(subject)} is on file."
    if not steps:
        return "No competitor changed a price and kept it."
    step = max(steps, key=lambda each: (each.price_after < each.price_before, each.step_date))
    verb = "lowered" if step.price_after < step.price_before else "raised"
    where = f" in {place(step.region)}" if step.region else ""
    more = f" {capital(counted_in_words(len(steps) - 1, 'other price'))} changed as well." if len(steps) > 1 else ""
    return (
        f"On {on_day(step.step_date, as_of)} {step.competitor} {verb} {step.competitor_product}{where} from "
        f"{price(step.price_before, currency)} to {price(step.price_after, currency)}"
        f"{_gap_clause(step, currency)}.{more}"
    )


def _gap_clause(step, currency) -> str:
    if step.gap_share is None:
        return ""
    own = f", at {price(step.own_price, currency)}," if step.own_price is not None else ""
    if abs(step.gap_share) < LEVEL_SHARE:
        return f"; ours{own} is level with it"
    return f"; ours{own} is {share(abs(step.gap_share))} {'dearer' if step.gap_share > 0 else 'cheaper'}"


def drivers_sentence(drivers: Sequence[Driver] | None, warning: Warning | None) -> str:
    if drivers is None:
        return "Nobody has looked yet at which regions, channels and customers carry it."
    if warning is None and not drivers:
        return "There is no fall to take apart."
    leading = [each for each in drivers if each.share_low > 0 and each.name != NOT_STATED][:NAMED]
    if not leading:
        return f"{capital(SPREAD)}: no region, channel, segment or customer stands out."
    told = [
        f"{share(each.share)} ({share(each.share_low)} to {share(each.share_high)}) is {_where(each)}"
        for each in leading
    ]
    return f"Of what is missing, {listed(told)}."


def _where(driver) -> str:
    prepositions = {"region": "in", "channel": "via", "customer": "at", "segment": "in"}
    return f"{prepositions.get(driver.dimension, 'in')} {driver_name(driver)}"


def customers_sentence(customers: pd.DataFrame, currency: str | None) -> str:
    if not len(customers):
        return "No customer is known behind these sales."
    customers = customers.reset_index(drop=True)
    missing = (customers["expected"] - customers["observed"]).astype(float).sort_values(ascending=False, kind="stable")
    missing = missing[missing > 0]
    if missing.empty:
        return f"None of the {counted_in_words(len(customers), 'customer')} here buys less than usual."
    told = [f"{_name(customers.loc[row])} ({money(-lost, currency)})" for row, lost in missing.head(NAMED).items()]
    more = len(missing) - len(told)
    others = f"; {counted_in_words(more, 'other')} {'buys' if more == 1 else 'buy'} less as well" if more else ""
    return f"Most is missing at {listed(told)}{others}." if len(missing) > 1 else f"What is missing is at {told[0]}."


def _name(row) -> str:
    return str(row["customer_id"] if pd.isna(row["customer_name"]) else row["customer_name"])


def words_sentence(subject: Subject, quotes: Sequence[Quote], as_of: date) -> str:
    if not quotes:
        return f"Nobody's words about {subject_name(subject)} are on file."
    latest = on_day(max(quote.given_date for quote in quotes), as_of)
    if len(quotes) == 1:
        return f"One remark about {subject_name(subject)}, of {latest}."
    return f"{capital(counted_in_words(len(quotes), 'remark'))} about {subject_name(subject)}, the latest of {latest}."


def certainty_sentence(
    warning: Warning | None,
    as_of: date,
    *,
    state: str | None = None,
    events: pd.DataFrame | None = None,
    late: Sequence[DataState] = (),
    series_count: int | None = None,
) -> str:
    """How sure are we, and what else could it be? `state` is the detector's, where nothing is warned of."""
    if warning is None:
        if state in WHY_UNJUDGED:
            return f"Not judged: {WHY_UNJUDGED[state]}."
        return "The evidence does not reach the line at which we warn."
    checked = f"all {number(series_count)} series" if series_count else "every series"
    badge = (
        f"It holds even after checking {checked} of the day"
        if warning.is_certain
        else f"Alone it is clear enough to look at; among {checked} of the day it may still be one of the false alarms"
    )
    low, high = signed_share(warning.effect_low), signed_share(warning.effect_high)
    bounds = f"the change lies between {low} and {high} in 8 cases of 10"
    return f"{badge}; {bounds}. {_rehearsed(warning.probability)} {_otherwise(events, late, as_of)}"


def _rehearsed(probability: float | None) -> str:
    """A lower bound: what fell by itself in the rehearsed past counts as no fall."""
    if probability is None or pd.isna(probability):
        return "How often evidence this strong was a real fall has not been rehearsed on your own past yet."
    cases = floor(round(100 * min(probability, HIGHEST_PROBABILITY), 6))  # 0.29 is 28.999… of 100
    if probability < TELLING_PROBABILITY:
        return (
            f"In rehearsals on your own past, evidence this strong was a fall put in on purpose in at least {cases} of "
            "100 cases; the others were changes that came by themselves, real ones among them."
        )
    return f"In rehearsals on your own past, evidence this strong was a real fall in at least {cases} of 100 cases."


def _otherwise(events, late, as_of) -> str:
    known = [f"late data from {listed([place(state.name) for state in late])}"] if late else []
    if events is not None and len(events):
        event = events.iloc[-1]
        note = f" “{event['note']}”" if pd.notna(event["note"]) and event["note"] else ""
        known.append(f"the {event['kind']}{note} of {on_day(pd.Timestamp(event['first_date']).date(), as_of)}")
    others = "supply, a changed name or number, or orders that moved to another product or day"
    return f"It could also be {' or '.join(known)}, or else {others}." if known else f"It could also be {others}."
