"""How is it said: a warning, its drivers, a customer, the ledger, the quarter?

A sentence says what was seen, against what, since when and how much. It never says why.
"""

from collections.abc import Sequence
from datetime import date
from math import isnan

from signals.metrics import (
    about_day,
    counted,
    full_day,
    listed,
    money,
    number,
    share,
    signed_money,
)
from signals.model import Driver, Ledger, Nowcast, Warning
from signals.triage.names import NOT_STATED, capital, driver_name, subject_name
from signals.triage.quarter_wording import landing
from signals.triage.reasons import YOUNG

MOST_SHARE = 0.5  # of the change; from here a part accounts for most of it
NEARLY_ALL_SHARE = 0.9
SPREAD = "spread over many, no single cause"


def headline(warning: Warning, currency: str | None, as_of: date, *, drivers: Sequence[Driver] | None = None) -> str:
    """The warning in one sentence. `drivers` is empty where none was found, None where nobody looked."""
    named = warning.drivers or drivers
    clause = "" if named is None else f"; {driver_clause(named)}"
    return f"{seen(warning, currency, as_of)}{clause if warning.effect_share < 0 else ''}."


def seen(warning: Warning, currency: str | None, as_of: date) -> str:
    """What was seen, without its full stop."""
    subject, since = capital(subject_name(warning.subject)), about_day(warning.onset, as_of)
    if isnan(warning.effect_share):
        return f"{subject} was below expected since {since}"
    if warning.effect_share >= 0:
        return f"{subject} is back at what is expected, after a fall from {since} on"
    lost = f", {money(-warning.stake, currency)} so far"
    doubt = "; it is too early to be sure" if is_young(warning) else ""
    if warning.observed <= 0:
        return f"{subject} has sold nothing since {since}{lost}{doubt}"
    return f"{subject} is {share(-warning.effect_share)} below expected since {since}{lost}{doubt}"


def is_young(warning: Warning) -> bool:
    """Watched for its evidence alone: it was never beyond the line."""
    return warning.severity == "watch" and warning.reason == YOUNG


def driver_clause(drivers: Sequence[Driver]) -> str:
    """At most two parts of one dimension, and only those whose range excludes zero."""
    leading = [driver for driver in drivers if driver.share_low > 0 and driver.name != NOT_STATED]
    if not leading:
        return SPREAD
    first = leading[0]
    if first.share < MOST_SHARE:
        pair = [first, *(other for other in leading[1:] if other.dimension == first.dimension)][:2]
        together = sum(driver.share for driver in pair)
        if len(pair) == 2 and together >= MOST_SHARE:
            return f"{listed([driver_name(driver) for driver in pair])} account for {_part(together)}"
    return f"{driver_name(first)} accounts for {_part(first.share)}"


def _part(part: float) -> str:
    if part >= NEARLY_ALL_SHARE:
        return "nearly all of it"
    return "most" if part >= MOST_SHARE else f"about {share(part)} of it"


# Customers, the ledger and the quarter.


def customer(
    *,
    state: str,
    days_since_last_order: int,
    usual_gap_days: float,
    p_lost: float,
    value_at_risk: float,
    currency: str | None,
    is_one_time: bool = False,
    purchase_days_90: int | None = None,
    usual_purchase_days_90: float | None = None,
) -> str:
    """What the purchases alone say of a customer. `value_at_risk` is money a year."""
    last = "Bought once, " if is_one_time else "Last bought "
    rhythm = "" if is_one_time else f", usually every {_gap(usual_gap_days)}"
    standing = _standing(state, p_lost, purchase_days_90, usual_purchase_days_90)
    at_risk = f"; {money(value_at_risk, currency)} a year at risk" if value_at_risk > 0 and state != "stable" else ""
    return f"{last}{_ago(days_since_last_order)}{rhythm}{standing}{at_risk}."


def _standing(state, p_lost, recent, usual) -> str:
    if state == "stable":
        return "; nothing unusual"
    if state == "lost":
        return "; that is beyond this customer's own limit"
    if state == "slowing" and recent is not None and usual is not None:
        return f"; {counted(recent, 'purchase day')} in the last 90, usually {number(round(usual))}"
    return f"; {share(p_lost)} likely lost"


def _ago(days: int) -> str:
    return {0: "today", 1: "yesterday"}.get(days, f"{counted(days, 'day')} ago")


def _gap(days: float) -> str:
    rounded = max(round(days), 1)
    return "day" if rounded == 1 else number(rounded)


def ledger(ledger: Ledger, currency: str | None, as_of: date) -> str:
    """Who came, stayed and went since the first day, and the revenue of that time against as long before."""
    counts, revenue = ledger.counts, ledger.revenue
    came = f"{counted(counts['new'], 'customer')} won, {number(counts['reactivated'])} back"
    went = f"{number(counts['lost'])} lost, {number(counts['retained'])} kept"
    change = signed_money(revenue["now"] - revenue["before"], currency)
    total = money(revenue["now"], currency)
    return f"Since {full_day(ledger.first_date)}: {came}, {went}. Revenue {total}, {change} on as long before."


def nowcast(nowcast: Nowcast, currency: str | None, as_of: date) -> str:
    """The quarter in one line."""
    landed = landing(nowcast, currency, as_of)
    plan = f"; plan {money(nowcast.target, currency)}" if nowcast.target is not None else ""
    past = f"; a year before {money(nowcast.last_year, currency)}" if nowcast.last_year is not None else ""
    return f"{landed}{plan}{past}."
