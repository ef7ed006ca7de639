"""How is it said where the quarter lands, what was said of it before, and which warnings make the difference?"""

from collections.abc import Sequence
from datetime import date

from signals.metrics import counted, counted_in_words, listed, money, money_range, on_day, share, signed_money
from signals.model import RESTS, Bridge, Nowcast, Outlook, ProductsError, QuarterSaid, QuarterStake
from signals.triage.names import place

SAME_SHARE = 0.005  # of the estimate: a smaller difference is none to a reader
INSIDE, OUTSIDE, UNKNOWN = "inside its range", "outside its range", "without a range"


def lead(outlook: Outlook, currency: str | None, as_of: date) -> str:
    """The page's one sentence."""
    nowcast = outlook.nowcast
    return f"{landing(nowcast, currency, as_of)}{_against(nowcast, currency)}{_taken(outlook.stakes, currency)}."


def landing(nowcast: Nowcast, currency: str | None, as_of: date) -> str:
    """Where it lands; the range holds the outcome in about 8 cases of 10. Without its full stop."""
    if as_of >= nowcast.last_date:
        return f"{nowcast.quarter} closed at {money(nowcast.actual_to_date, currency)}"
    if nowcast.low80 is None or nowcast.high80 is None:
        estimate = money(nowcast.estimate, currency)
        return f"{nowcast.quarter} is heading for about {estimate}, no range yet: too short a history"
    return (
        f"{nowcast.quarter} is heading for about "
        f"{money_range(nowcast.estimate, nowcast.low80, nowcast.high80, currency)}"
    )


def _against(nowcast: Nowcast, currency: str | None) -> str:
    base, name = (nowcast.target, "plan") if nowcast.target is not None else (nowcast.last_year, "last year's quarter")
    if base is None:
        return ""
    gap = nowcast.estimate - base
    if abs(gap) < SAME_SHARE * abs(base):
        return f", as much as {'planned' if name == 'plan' else name}"
    return f", {money(abs(gap), currency)} {'above' if gap > 0 else 'below'} {name}"


def _taken(stakes: Sequence[QuarterStake], currency: str | None) -> str:
    amount = sum(each.so_far + each.to_come for each in stakes)
    if not amount:
        return ""
    cost = "costs" if len(stakes) == 1 else "cost"
    return f"; {counted_in_words(len(stakes), 'open warning')} {cost} it {money(amount, currency)} against expected"


def plan_odds(nowcast: Nowcast, as_of: date) -> str | None:
    """Where the plan lies against the ranges, in words; None without a plan or a range."""
    if nowcast.target is not None and as_of >= nowcast.last_date:
        return f"The plan was {'missed' if nowcast.actual_to_date < nowcast.target else 'met'}."
    if nowcast.target is None or nowcast.low80 is None or nowcast.low95 is None:
        return None
    above = nowcast.target > nowcast.estimate
    end80, end95 = (nowcast.high80, nowcast.high95) if above else (nowcast.low80, nowcast.low95)
    is_missed = "missed" if above else "beaten"
    if abs(nowcast.target - nowcast.estimate) <= abs(end80 - nowcast.estimate):
        return "The plan lies inside the range: it may be met or missed."
    if abs(nowcast.target - nowcast.estimate) <= abs(end95 - nowcast.estimate):
        return f"The plan lies outside the range of 8 cases in 10: it will probably be {is_missed}."
    return f"The plan lies outside the range of 19 cases in 20: it will very probably be {is_missed}."


def awaited(outlook: Outlook) -> str | None:
    """Whose late days the estimate holds all the same."""
    if not outlook.awaited:
        return None
    names = listed([place(name) for name in outlook.awaited])
    return (
        f"The days that have not come in yet from {names} are taken at their usual level; the total so far lacks them."
    )


def stake(each: QuarterStake, currency: str | None, nowcast: Nowcast, as_of: date) -> str:
    so_far = f"{money(each.so_far, currency)} missing in this quarter so far"
    if as_of >= nowcast.last_date or not each.to_come:
        return f"{so_far}."
    end = on_day(nowcast.last_date, as_of)
    return f"{so_far}, {money(each.to_come, currency)} more by {end} if the last four weeks go on."


def bridge(told: Bridge, currency: str | None) -> str:
    """The chart's title: the largest fall and the largest rise that have a name."""
    parts = sorted((part for part in told.parts if part[0] not in RESTS), key=lambda part: part[1])
    change = told.now - told.before
    difference = f"{signed_money(change, currency)} in all"
    falls = [part for part in parts[:1] if part[1] < 0]
    rises = [part for part in parts[-1:] if part[1] > 0]
    named = [f"{name} {signed_money(amount, currency)}" for name, amount in (*falls, *rises)]
    return f"{difference}: {', '.join(named)}" if named else difference


def said(outlook: Outlook, currency: str | None, as_of: date) -> str:
    """On 12 October we said €18.4 m; today €17.9 m."""
    now = f"today {money(outlook.nowcast.estimate, currency)}"
    if not outlook.said:
        return f"Nothing was said of it in an earlier week: {now}."
    first, last = outlook.said[0], outlook.said[-1]
    told = [first] if first == last else [first, last]
    before = "; ".join(f"on {on_day(each.said_date, as_of)} we {_said(each)} {money(each.estimate, currency)}"
                       for each in told)  # fmt: skip
    return f"{before[:1].upper()}{before[1:]}; {now}."


def _said(each: QuarterSaid) -> str:
    return "would have said" if each.is_replayed else "said"


def outcome(each: QuarterSaid) -> str:
    if each.is_inside80 is None:
        return UNKNOWN
    return INSIDE if each.is_inside80 else OUTSIDE


def became(each: QuarterSaid, currency: str | None) -> str:
    """One past quarter: what was said on one day, and what it became; a wrong one as plainly as a right one."""
    estimate = (
        money(each.estimate, currency)
        if each.low80 is None
        else money_range(each.estimate, each.low80, each.high80, currency)
    )
    off = abs(each.estimate / each.became - 1)
    return (
        f"{each.quarter}: on day {each.day_in_quarter} we {_said(each)} {estimate}; it became "
        f"{money(each.became, currency)}, {outcome(each)}, off by {share(off)}."
    )


def products(errors: Sequence[ProductsError]) -> str:
    """How far products were off, in the middle of past quarters."""
    day = min(each.day_in_quarter for each in errors)
    own = [each for each in errors if each.day_in_quarter == day]
    n = sum(each.products for each in own)
    error, plain = (
        sum(getattr(each, name) * each.products for each in own) / n for name in ("error", "run_rate_error")
    )
    covered = [each for each in own if each.coverage80 is not None]
    held = ""
    if covered:
        counts = sum(each.products for each in covered)
        ends = [
            sum(getattr(each, name) * each.products for each in covered) / counts
            for name in ("coverage80", "coverage95")
        ]
        held = f"; the range of 8 in 10 held {share(ends[0])} of them, that of 19 in 20 {share(ends[1])}"
    return (
        f"On day {day} of {counted(len(own), 'past quarter')} the products that sell at least every third day were "
        f"off by {share(error)} of their revenue (the quarter to date carried on: {share(plain)}){held}."
    )
