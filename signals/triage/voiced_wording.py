"""How is it said what customers say while they buy as before: week by week, who, how sure?"""

from datetime import date

from signals.metrics import MINUS, counted, listed, number, on_day
from signals.model import Voiced, Warning, Witness

LAST_WEEKS = 2
NAMED = 3
PERCENT = 100
NO_ONE = "No customer is known behind these words."


def weeks(told: Voiced) -> str:
    """The last weeks beside what was usual."""
    last = told.weeks.dropna(subset=["value"]).tail(LAST_WEEKS)
    if last.empty:
        return "No week has an answer."
    values = listed([_value(each, told) for each in last["value"]])
    counts = "" if told.is_count else f" (n = {listed([number(int(each)) for each in last['n']])})"
    usual = "" if told.before is None else f"; {_value(told.before, told)} was usual before"
    return f"{told.unit}: {values} in the last {'two' if len(last) > 1 else 'one'}{counts}{usual}."


def speakers(told: Voiced, warning: Warning, as_of: date) -> str:
    """Who said it."""
    if told.speakers.empty:
        return NO_ONE
    names = told.speakers["customer_name"].fillna(told.speakers["customer_id"]).astype(str).tolist()
    others = len(names) - NAMED
    named = [*names[:NAMED], *([counted(others, "other")] if others > 0 else [])]
    return f"{counted(len(names), 'customer')} said so since {on_day(warning.onset, as_of)}: {listed(named)}."


def words(told: Voiced, warning: Warning, as_of: date) -> str:
    if not told.quotes:
        return "None of them left words."
    latest = on_day(told.quotes[0].given_date, as_of)
    return f"{counted(len(told.quotes), 'remark')} since {on_day(warning.onset, as_of)}, the latest of {latest}."


def certainty(witness: Witness) -> str:
    """How sure are we, and what else could it be?"""
    bounds = ""
    if witness.effect_low is not None and witness.effect_high is not None:
        low, high = (_difference(each, witness) for each in (witness.effect_low, witness.effect_high))
        bounds = f" In 95 cases of 100 the change lies between {low} and {high}."
    return (
        "One witness: by chance alone a series like this rings about once in a hundred quarters, and many are watched."
        f"{bounds} It could also be a campaign that asked for answers, another form or channel, or a few who speak "
        "often."
    )


def _value(value: float, told: Voiced) -> str:
    if "%" in told.unit:
        return f"{value:.0f} %"
    figure = f"{abs(value):.0f}" if abs(value) >= 10 or value == int(value) else f"{abs(value):.1f}"
    return f"{MINUS if value < 0 else ''}{figure}"


def _difference(effect: float, witness: Witness) -> str:
    """With its sign and unit."""
    sign = MINUS if effect < 0 else "+"
    if witness.metric == "complaints":
        return f"{sign}{abs(effect):.1f} per 1,000 orders"
    if witness.metric == "score" and witness.scale != "csat":
        return f"{sign}{abs(effect):.0f} points" if witness.scale == "nps" else f"{sign}{abs(effect):.1f}"
    return f"{sign}{abs(PERCENT * effect):.0f} points"
