"""How is it said what the history's replay showed: the record in a sentence, what can be seen, how sure it may be?"""

from collections.abc import Sequence
from datetime import date
from statistics import median

from signals.metrics import counted, listed, money, number, on_day, share
from signals.model import (
    ANY_KIND,
    Backtest,
    CalibrationBin,
    ControlRate,
    Detection,
    NowcastError,
    QuarterSaid,
    ReplayedWarning,
)
from signals.triage.names import capital
from signals.triage.promise import CONFIRMED, NOT_CONFIRMED, OPEN, REPORTING_DAYS, Rates

FEWEST_FALLS = 10  # of a class and drop; fewer are counted, not told
HALVING, LESSER = 0.5, 0.3
MIDDLE_DAY = 28  # of the quarter, whose error is told
NOT_REHEARSED = "There are not yet eight weeks of judged past to rehearse falls on: what we can see is not known."
OUTCOMES = {CONFIRMED: "true", NOT_CONFIRMED: "false", OPEN: "open"}


def lead(backtest: Backtest, rate: Rates) -> str:
    """Since 12 May 2025 we would have warned 9 times, 41 days before the quarter closed (median); 1 of 8 …"""
    since = on_day(backtest.first_date, date.min)
    if not rate.act:
        return f"Since {since} we would have warned of nothing."
    times = {1: "once", 2: "twice"}.get(rate.act, f"{number(rate.act)} times")
    days = round(median(each.lead_days_to_quarter_end for each in backtest.warnings))
    before = f"{counted(days, 'day')} before the quarter closed{' (median)' if rate.act > 1 else ''}"
    return f"Since {since} we would have warned {times}, {before}; {_kept(rate, backtest.promise)}."


def _kept(rate: Rates, promise: float) -> str:
    if not rate.decided:
        return "none of it is decided yet"
    was = "was" if rate.false <= 1 else "were"
    false = number(rate.false) if rate.false else "none"
    return f"{false} of {number(rate.decided)} decided {was} false; we promise at most 1 in {round(1 / promise)}"


def promised(rate: Rates, promise: float) -> str:
    """The realised share of false warnings with its range, beside the promised one."""
    if not rate.decided:
        return f"No warning is decided yet; we promise that at most {share(promise)} are false."
    return (
        f"{capital(share(rate.false_share))} of {counted(rate.decided, 'decided warning')} were false "
        f"({share(rate.low)} to {share(rate.high)}, 95 % confidence); we promise at most {share(promise)}."
    )


def told(warning: ReplayedWarning, currency: str, as_of: date) -> str:
    """When it was first said, how long before the figures are on the table, and what came."""
    days = warning.lead_days_to_quarter_end + REPORTING_DAYS
    first = on_day(warning.first_warned, as_of)
    lead_time = f"First shown as Act on {first}, {counted(days, 'day')} before {warning.quarter} is reported"
    return f"{lead_time}. {became(warning, currency, as_of)}"


def became(warning: ReplayedWarning, currency: str, as_of: date) -> str:
    """What the quarter became for the subject, and whether the fall was there four weeks on."""
    if warning.verdict:
        after = f"A person's verdict: {warning.verdict}"
    elif warning.after_share is None:
        after = "The 28 days after it are not over"
    else:
        after = f"In the 28 days after, {_against(warning.after_share)}"
    if warning.quarter_actual is None:
        return f"{after}. {warning.quarter} was not over by {on_day(as_of, as_of)}."
    quarter = f"{warning.quarter} closed at {money(warning.quarter_actual, currency)}"
    expected = (
        f", {_against(warning.quarter_actual / warning.quarter_expected - 1)}" if warning.quarter_expected else ""
    )
    last_year = f"; {money(warning.quarter_last_year, currency)} the year before" if warning.quarter_last_year else ""
    return f"{after}. {quarter}{expected}{last_year}."


def _against(effect: float) -> str:
    if abs(effect) < 0.005:
        return "as much as expected"
    return f"{share(abs(effect))} {'below' if effect < 0 else 'above'} expected"


def seen(volume: str, rows: Sequence[Detection]) -> str:
    """What can be seen among products of one volume, by rehearsed falls of every kind."""
    told = {row.drop: row for row in rows if row.kind == ANY_KIND and row.n >= FEWEST_FALLS}
    clauses = [write(told[drop]) for drop, write in ((HALVING, _halving), (LESSER, _lesser)) if drop in told]
    if not clauses:
        return f"Of products with {volume} orders a day there are too few to say what we would see."
    return f"Of products with {volume} orders a day we find {' and '.join(clauses)}, each within 8 weeks."


def _halving(row: Detection) -> str:
    if row.median_days is None:
        return f"a halving {_cases(row.found_56)}"
    return f"a halving in {counted(round(row.median_days), 'day')} (median), {_cases(row.found_56)}"


def _lesser(row: Detection) -> str:
    return f"falls by {share(row.drop)} {_cases(row.found_56)}"


def _cases(found: float) -> str:
    tenths = round(found * 10)
    if found in (0, 1):
        return "in every case" if found else "in no case"
    if tenths in (0, 10):
        return "in nearly every case" if tenths else "in hardly any case"
    return f"in {tenths} of 10 cases"


def controls(rows: Sequence[ControlRate]) -> str:
    """How often series rang in which nothing had been injected."""
    quarters = sum(row.series_quarters for row in rows)
    alarms = 100 * sum(row.alarms for row in rows) / quarters if quarters else 0.0
    return (
        "Found means that the evidence crossed the line at which we ring. Series in which no fall was rehearsed "
        f"crossed it {alarms:.1f} times per 100 series-quarters, real falls of the past among them. Falls are orders "
        "that thin out, customers who leave, and orders that shrink."
    )


def calibration(bins: Sequence[CalibrationBin], error: float) -> str:
    """Whether the stated probabilities held on the half of the rehearsals that they were not learnt from."""
    high = [each for each in bins if each.low >= 0.5]
    if not high:
        return f"Stated probabilities missed the truth by {share(error)} on average; none was above one half."
    n = sum(each.n for each in high)
    predicted, observed = (sum(getattr(each, name) * each.n for each in high) / n for name in ("predicted", "observed"))
    return (
        f"Where we stated {share(predicted)}, {share(observed)} were rehearsed falls (n = {number(n)} series-weeks); "
        f"over all evidence the two differ by {share(error)} on average."
    )


def nowcasts(errors: Sequence[NowcastError]) -> str:
    told = min(errors, key=lambda each: abs(each.day_in_quarter - MIDDLE_DAY))
    others = {"the quarter to date carried on": told.run_rate_error, "last year's quarter": told.last_year_error}
    beside = listed([f"{name} by {share(error)}" for name, error in others.items() if error is not None])
    quarters = counted(told.n, "quarter")
    off = f"On day {told.day_in_quarter} of a quarter the nowcast was off by {share(told.error)} ({quarters})"
    return f"{off}; {beside}." if beside else f"{off}."


def covered(errors: Sequence[NowcastError]) -> str:
    """Whether the ranges held what the quarters became, all weeks together."""
    told = []
    for name, promised in (("coverage80", "8 in 10"), ("coverage95", "19 in 20")):
        known = [each for each in errors if getattr(each, name) is not None and each.ranges]
        if known:
            n = sum(each.ranges for each in known)
            held = sum(getattr(each, name) * each.ranges for each in known) / n
            told.append(f"the range of {promised} held {share(held)} of {counted(n, 'outcome')}")
    if not told:
        return "There was too short a history behind each of them to give a range."
    return f"{capital(listed(told))}; weeks of one quarter share its outcome, so few quarters say little."


def told_of(quarters: Sequence[QuarterSaid]) -> list[QuarterSaid]:
    """Of each quarter what was said nearest to its fourth week, the latest quarter first."""
    nearest: dict[str, QuarterSaid] = {}
    for each in sorted(quarters, key=lambda said: abs(said.day_in_quarter - MIDDLE_DAY)):
        nearest.setdefault(each.quarter, each)
    return sorted(nearest.values(), key=lambda said: said.said_date, reverse=True)
