"""How is it said what is known of customers: the morning's list, one customer's file, how far a chance can be trusted?

A sentence says what was seen, against what and of how many. It never says why.
"""

from collections.abc import Sequence
from datetime import date

from signals.metrics import (
    counted,
    counted_in_words,
    listed,
    money,
    money_range,
    number,
    on_day,
    points,
    share,
    signed_money,
)
from signals.model import (
    ChanceRehearsal,
    CustomerAtRisk,
    CustomerFile,
    LineSuggestion,
    ListRehearsal,
    Newcomers,
    Recommendation,
    Treatment,
)
from signals.triage.names import capital
from signals.voice.experiences import BAD, GOOD, tones
from signals.voice.response_clock import PROMISED_HOURS

TOLD_CHANCES = (0.7, 0.8)  # the bin that is told in words; the chart has them all
FEWEST_TOLD = 30  # customers behind a chance that is told in words
RECENT_MONTHS = 12
FEWEST_NEWCOMERS = 20
NO_REHEARSAL = (
    "How often such chances came true here is rehearsed by the nightly refresh every four weeks; that has not been "
    "done for this company yet."
)


def to_call(calls: Sequence[CustomerAtRisk], currency: str | None) -> str:
    """The page's one sentence."""
    if not calls:
        return "No customer needs a call this morning"
    at_risk = money(sum(each.value_at_risk for each in calls), currency)
    who = capital(counted_in_words(len(calls), "customer"))
    return f"{who} to call this morning: {at_risk} a year is at risk with them"


def risk_by(dimension: str, name: str, at_risk: float, whole: float, currency: str | None) -> str:
    """Where most of it lies, as a chart's title."""
    of_all = f"{money(at_risk, currency)} of {money(whole, currency)} a year at risk"
    held = {"account_owner": f"{name}'s accounts hold the most", "region": f"Most lies in {name}"}
    return f"{held.get(dimension, f'{name} holds the most')}: {of_all}"


def newcomers(months: Sequence[Newcomers]) -> str:
    """How many first-time buyers came again within 90 days: the last year of decided months against the one before."""
    recent, before = months[-RECENT_MONTHS:], months[-2 * RECENT_MONTHS : -RECENT_MONTHS]
    count = sum(each.customers_count for each in recent)
    if count < FEWEST_NEWCOMERS:
        return f"{capital(counted(count, 'first-time buyer'))} in a year: too few to say how many return."
    returned = sum(each.returned_count for each in recent)
    buyers, gone = counted(count, "first-time buyer"), f"{number(count - returned)} did not return within 90 days"
    told = f"Of {buyers} in {len(recent)} months, {gone} ({share(1 - returned / count)})"
    earlier = sum(each.customers_count for each in before)
    if len(before) < RECENT_MONTHS or earlier < FEWEST_NEWCOMERS:
        return f"{told}."
    return f"{told}; in the year before it was {share(1 - sum(each.returned_count for each in before) / earlier)}."


def lost_lately(count: int, revenue: float, largest: Sequence[tuple[str, float]], currency: str | None) -> str:
    """Whom the list has lost in a month: too late for a call that keeps, not for one that asks."""
    if not count:
        return "Nobody went beyond their own limit in the last 30 days."
    told = [f"{name} ({money(amount, currency)})" for name, amount in largest]
    who, bought = counted(count, "customer"), f"they bought for {money(revenue, currency)} a year"
    most = "most of it " if count > len(told) else ""
    return f"{who} went beyond their own limit in the last 30 days; {bought}, {most}{listed(told)}."


def dominant(names: Sequence[str], shares: Sequence[float]) -> str:
    """Who buys more than a fifth of everything."""
    if not names:
        return "No customer buys more than a fifth of all revenue."
    told = [f"{name} ({share(part)})" for name, part in zip(names, shares, strict=True)]
    return f"More than a fifth of a year's revenue comes from one customer: {listed(told)}."


def one_colleague(known_count: int, single_count: int, at_stake: float, currency: str | None) -> str:
    """How many customers would be lost to view with one colleague."""
    if not known_count:
        return (
            "No call, visit or remark has been recorded with the colleague who had it, so nobody's contacts are known."
        )
    if not single_count:
        known = counted(known_count, "customer")
        return f"Each of the {known} with recorded contacts was spoken with by several colleagues."
    of_all = f"Of {counted(known_count, 'customer')} with recorded contacts, {number(single_count)}"
    return (
        f"{of_all} have only ever been spoken with by one colleague; they buy for {money(at_stake, currency)} a year."
    )


def chance(rehearsed: ChanceRehearsal) -> str:
    """Of those given 70–80 %, 76 % did not return (n = 410)."""
    low, _ = TOLD_CHANCES
    enough = [each for each in rehearsed.bins if each.n >= FEWEST_TOLD] or list(rehearsed.bins)
    told = min(enough, key=lambda each: abs(each.low - low))
    given = f"{round(told.low * 100)}–{round(told.high * 100)} %"
    return (
        f"Of those given {given}, {share(told.observed)} {rehearsed.what} (n = {number(told.n)}); over all "
        f"{number(rehearsed.n)} the two differ by {100 * rehearsed.error:.0f} points on average"
    )


def morning_lists(rehearsed: ListRehearsal) -> str:
    if not rehearsed.listed_count:
        return "On the rehearsed mornings nobody stood on the list whose limit has come since."
    passed = rehearsed.passed_count / rehearsed.listed_count
    return (
        f"Of {counted(rehearsed.listed_count, 'name')} on the lists of "
        f"{counted(rehearsed.mornings_count, 'past morning')}, {number(rehearsed.passed_count)} went on to pass their "
        f"own limit ({share(passed)}); of all customers who were not lost then it was {share(rehearsed.others_share)}."
    )


# One customer.


def recommends(customer: CustomerFile) -> str:
    """By the customer's own last answer, else by those of similar customers."""
    answers = customer.feedback[customer.feedback["scale"].eq("nps").fillna(False)].dropna(subset=["score"])
    answers = answers.assign(tone=tones(answers))
    if answers.empty:
        return f"Never asked whether they would recommend us{_similar(customer.recommendation)}."
    last = answers.iloc[0]
    kind = {GOOD: "Would recommend us", BAD: "Would not recommend us"}.get(
        last["tone"], "Undecided whether to recommend us"
    )
    mean = f"; mean of {number(len(answers))} answers {answers['score'].mean():.1f}" if len(answers) > 1 else ""
    day = on_day(last["given_date"].date(), customer.as_of)
    return f"{kind}: {last['score']:.0f} of 10 on {day}{mean}{_similar(customer.recommendation)}."


def _similar(told: Recommendation | None) -> str:
    if told is None:
        return ""
    who = f"the segment {told.segment}" if told.segment else "all customers"
    return f"; {who}: NPS {points(told.nps)} ({points(told.low)}…{points(told.high)}), n = {number(told.n)}"


def wallet(customer: CustomerFile) -> str:
    """Our part of what they buy from everybody, where somebody has estimated that."""
    if not customer.estimated_spend:
        return "What they buy from others is not known: the customers' export states no estimate for them."
    part = customer.revenue_year / customer.estimated_spend
    source = f" ({customer.estimate_source})" if customer.estimate_source else " (its source is not stated)"
    estimate = f"{money(customer.estimated_spend, customer.currency)} a year estimated{source}"
    bought = money(customer.revenue_year, customer.currency)
    if part > 1:
        return f"They bought {bought} from us in a year, more than the {estimate}: the estimate is too low."
    return f"About {share(part)} of what they buy comes from us: {bought} of {estimate}."


def treatment(customer: CustomerFile) -> str:
    """What similar customers who are treated well bought, and what the difference would be here."""
    told = customer.treatment
    if told is None:
        return "Too few similar customers have told of their experiences to say what better treatment could bring."
    who = f"customers of the segment {told.segment}" if told.segment else "customers"
    seen = (
        f"In the last 90 days {who} with only good experiences (n = {number(told.well_count)}) bought "
        f"{_moved(told.well_change_share)} a year before, those with a bad one (n = {number(told.badly_count)}) "
        f"{_moved(told.badly_change_share)} then"
    )
    if told.low <= 0 <= told.high:
        return f"{seen}: too close to tell better treatment from chance."
    return f"{seen}{_worth(customer, told)}. Not proof of cause."


def _moved(change: float) -> str:
    if abs(change) < 0.005:
        return "as much as"
    return f"{share(abs(change))} {'more' if change > 0 else 'less'} than"


def _worth(customer: CustomerFile, told: Treatment) -> str:
    if customer.experience != BAD or customer.revenue_year <= 0 or told.low < 0:
        return ""
    estimate, low, high = (customer.revenue_year * part for part in (told.difference_share, told.low, told.high))
    return f"; the difference would be {money_range(estimate, low, high, customer.currency)} a year here"


def prices(customer: CustomerFile) -> str:
    """What was paid against the list, over the products that have a list price."""
    known = customer.prices.dropna(subset=["list_price"])
    if known.empty:
        return "No list price is known for what they bought in a year."
    listed_revenue = float((known["quantity"] * known["list_price"]).sum())
    paid = float(known["revenue"].sum()) / listed_revenue - 1
    return f"Over a year they paid {_against_list(paid)} for {counted(len(known), 'product')}."


def _against_list(paid: float) -> str:
    return "the list price" if abs(paid) < 0.005 else f"{share(abs(paid))} {'below' if paid < 0 else 'above'} list"


def complaints(customer: CustomerFile) -> str:
    count = len(customer.complaints)
    if not count:
        return "No complaint is open."
    is_in_time = customer.complaints["is_in_time"]
    in_time, waiting = int(is_in_time.eq(True).sum()), int(is_in_time.isna().sum())
    told = {
        f"acknowledged within {PROMISED_HOURS} hours": in_time,
        "acknowledged later": count - in_time - waiting,
        "not acknowledged yet": waiting,
    }
    parts = [words if each == count else f"{number(each)} {words}" for words, each in told.items() if each]
    oldest = on_day(customer.complaints["given_date"].min().date(), customer.as_of)
    since = f"the oldest of {oldest}" if count > 1 else f"of {oldest}"
    return f"{capital(counted_in_words(count, 'complaint'))} open, {since}: {listed(parts)}."


def spoke(customer: CustomerFile) -> str:
    """Who of us has spoken with them."""
    heard = customer.feedback.dropna(subset=["heard_by"])
    if heard.empty:
        return "No call or visit with this customer is recorded."
    people = heard["heard_by"].value_counts()
    last = heard.iloc[0]
    day = on_day(last["given_date"].date(), customer.as_of)
    if len(people) == 1:
        return f"Only {people.index[0]} has ever spoken with them ({_times(len(heard))}, last on {day})."
    who = capital(counted_in_words(len(people), "colleague"))
    return f"{who} have spoken with them; last {last['heard_by']} on {day}."


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def suggestion(told: LineSuggestion) -> str:
    """Why they might take a line."""
    if told.because:
        return f"because they buy {listed(list(told.because))}"
    who = f"customers of the segment {told.segment}" if told.segment else "all customers"
    return f"{share(told.buyers_share)} of {who} buy it"


def action(what: str, owner: str, due_date: date | None, as_of: date) -> str:
    """Who has it."""
    due = f", due {on_day(due_date, as_of)}" if due_date else ""
    return f"{owner}: {what}{due}"


def change(amount: float, currency: str | None) -> str:
    return signed_money(amount, currency)
