"""How is it said? Every sentence of Today, of the lists behind it and of the messages.

A sentence says what was seen, against what, since when and how much. It never says why. Names stand as the data has
them: making them inert is the page's work.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from math import isnan

from signals.metrics import (
    about_day,
    counted,
    counted_in_words,
    full_day,
    listed,
    money,
    money_range,
    number,
    on_day,
    share,
    short_day,
    signed_money,
)
from signals.model import DataState, Driver, Ledger, Morning, Nowcast, Subject, Warning

MOST_SHARE = 0.5  # of the change; from here a part accounts for most of it
NEARLY_ALL_SHARE = 0.9
NAMED_LATE = 3  # regions; more are counted
NOT_STATED = "not stated"  # how the drivers call lines without region, segment or customer
SPREAD = "spread over many, no single cause"
STATES = {
    "learning": "still learning",
    "too_few_orders": "with too few orders to say",
    "stopped": "no longer selling",
    "missing_data": "with data missing",
}
COMPASS = re.compile(r"(north|south|east|west)([\s-]*(east|west))?|midwest|midlands", re.IGNORECASE)
WITH_ARTICLE = re.compile(r"(united \w+|.*\bislands|netherlands|usa|uk|uae)", re.IGNORECASE)


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


def driver_name(driver: Driver) -> str:
    if driver.dimension == "region":
        return place(driver.name)
    return f"the {driver.dimension} {driver.name}" if driver.dimension in ("channel", "segment") else driver.name


def subject_name(subject: Subject) -> str:
    """As it stands inside a sentence: Trident in the North-East, Trident via Web, the category Allergy, the company."""
    if subject.kind == "company":
        return "the company"
    name = " ".join(subject.name.split())  # exports pad names
    if subject.kind == "category":
        return f"the category {name}"
    part = subject.region or subject.channel
    if subject.kind == "product" or part is None:
        return name
    whole = " ".join(subject.name.removesuffix(f" in {part}").split())
    return f"{whole} in {place(subject.region)}" if subject.region else f"{whole} via {subject.channel}"


def place(region: str) -> str:
    """With the article that English asks for: the North-East, the United Kingdom, but Bavaria and North Dakota."""
    has_article = COMPASS.fullmatch(region) or WITH_ARTICLE.fullmatch(region)
    return f"the {region}" if has_article else region


def capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


# Why a row stands where it stands.

YOUNG = "Watched: so far it may still be chance."
SMALL = "Watched: clear enough, but small for the company."
TRIFLE = "It may still be chance, and it is small for the company."
CHARGE = "A charge, not a product: it is money, but no demand to warn of."


def recovering(first_warned: date, as_of: date) -> str:
    """The fall of today's window may be none."""
    return f"First warned on {on_day(first_warned, as_of)}; recovering."


def fading(first_warned: date, as_of: date) -> str:
    """The evidence is weak while the fall is not: from four weeks on, it lowers its own expectation."""
    warned = f"First warned on {on_day(first_warned, as_of)}"
    return f"{warned}; less clear by now, as what is expected comes down with the sales."


def life(state: str, first_warned: date, as_of: date) -> str:
    """How a row that needs somebody stands: new, worsening or lasting."""
    warned = f"first warned on {on_day(first_warned, as_of)}"
    return f"New: {warned}." if state == "new" else f"{capital(warned)}; {state}."


def explained(kind: str, note: str | None, first_date: date, last_date: date, as_of: date) -> str:
    """An event of one's own on the same days."""
    span = on_day(first_date, as_of)
    if last_date != first_date:
        span += f" to {on_day(last_date, as_of)}"
    named = f" “{note}”" if note else ""
    article = "an" if kind[:1].lower() in "aeiou" else "a"
    what = "an event of your own" if kind == "other" else f"{article} {kind}"
    return f"Noted: {what}{named} falls on these days ({span})."


def folded(child: Subject, parent: Subject) -> str:
    """The child's evidence belongs to the parent's row."""
    return f"Said in the row of {subject_name(parent)}: {subject_name(child)} falls with it."


def carried(parent: Subject, child: Subject) -> str:
    """The parent falls because of a part that has its own row."""
    return f"Said in the row of {subject_name(child)}, which carries most of what is missing in {subject_name(parent)}."


def concentrated(product: Subject, part: Subject) -> str:
    """Only the part is beyond the line."""
    return f"Said in the row of {subject_name(part)}: the fall shows there, not in {subject_name(product)} as a whole."


def seen_otherwise(child: Subject, other: Subject) -> str:
    """The same product's sales, cut another way."""
    return f"Said in the row of {subject_name(other)}: the same sales as {subject_name(child)}, cut another way."


def quiet(cleared: date, quiet_until: date, as_of: date) -> str:
    return (
        f"Quiet until {on_day(quiet_until, as_of)}: its last warning cleared on {on_day(cleared, as_of)}, "
        "and it is not yet half as strong again."
    )


WHY_UNJUDGED = {
    "learning": "it has too short a history now",
    "too_few_orders": "it has too few orders now",
    "stopped": "it has stopped selling",
    "missing_data": "its data is missing or it is out of stock",
}


def unjudged(state: str) -> str:
    """A warning that was open when its series could no longer be judged."""
    return f"No longer judged: {WHY_UNJUDGED[state]}."


# The first line of the day.


def today(morning: Morning) -> str:
    """What needs the reader, in one or two sentences; nothing is called quiet that was not looked at."""
    acts = [warning for warning in morning.warnings if warning.severity == "act"]
    failed = f" Not everything could be computed: {morning.failures[0]}" if morning.failures else ""
    if acts:
        verb = "thing needs" if len(acts) == 1 else "things need"
        return f"{number(len(acts))} {verb} you. {acts[0].headline}{failed}"
    if morning.failures:
        return f"We cannot say whether anything needs you.{failed}"
    if not (morning.stable_count or morning.warnings or morning.noted):
        return f"Nothing can be judged yet: {_unjudged(morning.unjudged)}."
    return f"{_nothing(morning)}{_watched(morning)}{_stable(morning)}."


def _nothing(morning) -> str:
    late = [state for state in morning.late if state.days_late > 0]
    if not late:
        return "Nothing needs you"
    if len(late) == 1:
        since = on_day(late[0].last_date, morning.as_of)
        return f"Nothing needs you as far as the data goes, but {place(late[0].region)} has sent nothing since {since}"
    return f"Nothing needs you as far as the data goes, but {counted_in_words(len(late), 'region')} are late"


def _watched(morning) -> str:
    watched = sum(warning.severity == "watch" for warning in morning.warnings)
    return f"; {counted(watched, 'thing')} to watch" if watched else ""


def _stable(morning) -> str:
    if not morning.stable_count:
        return ""
    weeks = f" for {counted(morning.stable_weeks, 'week')}" if morning.stable_weeks else ""
    return f"; {counted(morning.stable_count, 'product')} stable{weeks}"


def _unjudged(counts: Mapping[str, int]) -> str:
    told = [f"{counted(counts[state], 'product')} {words}" for state, words in STATES.items() if counts.get(state)]
    return listed(told) if told else "there is no product with sales"


def data_line(morning: Morning) -> str:
    """How far the data reaches, and how much of what is shown is noise."""
    parts = [f"data to {full_day(morning.data_through)}"]
    if morning.data_through > morning.as_of:
        parts.append(f"judged to {short_day(morning.as_of, morning.as_of)}")
    if morning.regions_count > 1:
        parts.append(_regions(morning))
    if morning.false_discovery_rate > 0:
        parts.append(f"about 1 in {number(round(1 / morning.false_discovery_rate))} of those marked Act is noise")
    return " · ".join(parts)


def _regions(morning) -> str:
    late: list[DataState] = [state for state in morning.late if state.days_late > 0]
    if not late:
        return f"all {number(morning.regions_count)} regions in"
    told = [f"{state.region}: to {short_day(state.last_date, morning.as_of)}" for state in late[:NAMED_LATE]]
    if len(late) > NAMED_LATE:
        told.append(f"{number(len(late) - NAMED_LATE)} more")
    return (
        f"{number(morning.regions_count - len(late))} of {number(morning.regions_count)} regions in ({', '.join(told)})"
    )


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
    """Where the quarter lands; the range holds the outcome in about 8 cases of 10."""
    if as_of >= nowcast.last_date:
        landed = f"{nowcast.quarter} closed at {money(nowcast.actual_to_date, currency)}"
    elif nowcast.low80 is None or nowcast.high80 is None:
        estimate = money(nowcast.estimate, currency)
        landed = f"{nowcast.quarter} is heading for about {estimate}, no range yet: too short a history"
    else:
        estimate = money_range(nowcast.estimate, nowcast.low80, nowcast.high80, currency)
        landed = f"{nowcast.quarter} is heading for about {estimate}"
    plan = f"; plan {money(nowcast.target, currency)}" if nowcast.target is not None else ""
    past = f"; a year before {money(nowcast.last_year, currency)}" if nowcast.last_year is not None else ""
    return f"{landed}{plan}{past}."
