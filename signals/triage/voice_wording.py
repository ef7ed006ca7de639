"""How is it said what customers say: scores, balance, answers, themes?"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from signals.metrics import counted, counted_in_words, listed, number, points, share
from signals.model import ScoreMonth
from signals.triage.names import capital

NAMES = {"nps": "NPS", "csat": "Satisfied customers", "ces": "Ease", "stars": "Stars"}
PROMISED_HOURS = 24
LEAST_ANSWERS = 30


def lead(said_count: int, waiting_count: int) -> str:
    """The page's one sentence."""
    if not said_count:
        return "Nobody's voice is on file here"
    told = f"{counted(said_count, 'voice')} in a year"
    if not waiting_count:
        return f"{told}; nobody waits for an answer"
    verb = "waits" if waiting_count == 1 else "wait"
    return f"{told}; {counted_in_words(waiting_count, 'customer')} {verb} for an answer"


def scores(months: Sequence[ScoreMonth], last: ScoreMonth | None) -> str:
    """A scale's chart in a sentence: the last month with enough answers against a year's mean."""
    scale = NAMES[months[0].scale]
    n = sum(each.n for each in months)
    if last is None:
        return f"{scale}: {counted(n, 'answer')}, too few in any month to compare"
    mean = sum(each.score * each.n for each in months) / n
    value, usual = (_figure(months[0].scale, each) for each in (last.score, mean))
    spread = f"{_figure(last.scale, last.low)} to {_figure(last.scale, last.high)}"
    lately = f"{scale} {value} in {last.month:%B} ({spread}, n = {number(last.n)})"
    return f"{lately}; {usual} over {counted(len(months), 'month')}"


def last_told(months: Sequence[ScoreMonth], as_of: date) -> ScoreMonth | None:
    """The last whole month with enough answers."""
    whole = [each for each in months if (each.month.year, each.month.month) != (as_of.year, as_of.month)]
    return next((each for each in reversed(whole) if each.n >= LEAST_ANSWERS), None)


def _figure(scale: str, value: float) -> str:
    return {"nps": points, "csat": share}.get(scale, lambda mean: f"{mean:.1f}")(value)


def balance(table: pd.DataFrame, by: str) -> str:
    """Which departments do not cover what went wrong."""
    known = table[~table["is_few"]]
    if known.empty:
        return f"Too few experiences are told of any {by} to weigh good against bad"
    short = list(known.loc[~known["is_covered"], by])
    if not short:
        return f"Each {by} with enough told experiences has five good ones for each bad one"
    verb = "has" if len(short) == 1 else "have"
    return f"{capital(listed(short[:3]))} {verb} fewer than five good experiences for each bad one"


def clock(table: pd.DataFrame) -> str:
    """How complaints were answered."""
    complaints, decided = int(table["complaints_count"].sum()), int(table["decided_count"].sum())
    if not complaints:
        return "Nobody complained in half a year."
    waiting = int(table["waiting_count"].sum())
    told = f"{counted(complaints, 'complaint')} in half a year"
    if decided:
        in_time = int(table["in_time_count"].sum()) / decided
        told += f"; {share(in_time)} acknowledged within {PROMISED_HOURS} hours (n = {number(decided)})"
    if waiting:
        longest = table["longest_wait_days"].max()
        verb = "waits" if waiting == 1 else "wait"
        told += f"; {counted(waiting, 'customer')} {verb}, the longest for {longest:.0f} days"
    return f"{told}."
