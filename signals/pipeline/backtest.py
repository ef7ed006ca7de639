"""How did the program do on the company's own past: what it would have said, what it can see, how sure it may be?"""

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from signals.detectors import detection, nowcast_replay, rehearsal
from signals.detectors.downturn import REHEARSAL_SEED
from signals.detectors.rehearsal import Rehearsal
from signals.detectors.sales_lines import LONGEST_HISTORY_DAYS
from signals.errors import SignalsError, TooLittleHistory
from signals.model import Backtest
from signals.pipeline import replay
from signals.pipeline.facts import Facts, facts_at, latest_day
from signals.pipeline.given import verdicts_of
from signals.pipeline.quarter import as_said, company_said
from signals.pipeline.refresh import refresh
from signals.pipeline.rehearsing import keep_rehearsal
from signals.records import from_json, to_json
from signals.settings import FALSE_DISCOVERY_RATE
from signals.store.company import now
from signals.store.connection import Connection
from signals.store.engine import Store
from signals.triage import promise

ENOUGH_FALLS = 2000  # rehearsed; in the larger volume classes a company has few products
MOST_ROUNDS = 12

Progress = Callable[[str], None]


def backtest(
    store: Store, first: date | None = None, last: date | None = None, progress: Progress = lambda sentence: None
) -> Backtest:
    """The days `first` to `last` replayed, kept or computed now; from the first judged to the last complete day.

    With nothing asked it rehearses and refreshes the last day's morning too, so that its warnings say how sure they
    are. Raises TooLittleHistory where no series can be judged by then.
    """
    with store.reading() as connection:
        day = last or latest_day(connection)
        kept = _kept(connection, first, day)
    if kept:
        return with_what_was_said(store, kept)
    start = time.monotonic()
    progress("Reading the sales…")
    with store.reading() as connection:
        facts = facts_at(connection, day)
    computed, rehearsed = _computed(facts, first, progress)
    computed = replace(computed, seconds=round(time.monotonic() - start, 1))
    with store.writing() as connection:
        _keep(connection, computed, rehearsed, first)
        is_latest = latest_day(connection) == day
    if rehearsed and is_latest:
        refresh(store, day, progress)
    return with_what_was_said(store, computed)


def latest_backtest(store: Store) -> tuple[Backtest, bool] | None:
    """The kept replay that reaches furthest, and whether nothing was loaded or taken back since."""
    with store.reading() as connection:
        rows = connection.rows("queries/latest_backtest")
        version = connection.value("queries/facts_version")
    if not rows:
        return None
    return with_what_was_said(store, from_json(Backtest, rows[0]["summary"])), rows[0]["facts_version"] == version


def with_what_was_said(store: Store, kept: Backtest) -> Backtest:
    """Verdicts that people gave since count at once; where a quarter was spoken of on the day itself, that stands."""
    with store.reading() as connection:
        verdicts, said = _verdicts(connection), company_said(connection)
    quarters = as_said(kept.quarters, said)
    return replace(
        kept,
        warnings=promise.judged(kept.warnings, verdicts),
        quarters=quarters,
        nowcast=nowcast_replay.errors(quarters),
    )


def _verdicts(connection: Connection) -> Mapping[str, str]:
    """Warning key -> the verdict that stands, the last one given."""
    given = sorted(verdicts_of(connection), key=lambda one: one.verdict_id)
    return {each.warning_key: each.verdict for each in given if each.is_live}


def _computed(facts: Facts, asked: date | None, progress: Progress) -> tuple[Backtest, Rehearsal | None]:
    progress(f"Judging {facts.lines['product_id'].nunique():,} products over the whole history…")
    history = replay.history_of(facts)
    earliest = history.first_date
    if earliest is None:
        raise TooLittleHistory("There is too little history to replay: no product can be judged yet.")
    first = max(asked or earliest, earliest)
    if first > facts.as_of:
        raise SignalsError(f"Nothing can be replayed from {first:%d %B %Y} to {facts.as_of:%d %B %Y}.")
    shown = replay.act_warnings(history, first, facts.as_of, progress)
    warnings = [replay.outcome_of(history, day, warning) for day, warning in shown]
    rng = np.random.default_rng(REHEARSAL_SEED)
    progress("Rehearsing falls in the company's own past…")
    rounds = rehearsal.rounds(
        history.past.judgement.lines,
        rng,
        period_days=LONGEST_HISTORY_DAYS,
        enough_falls=ENOUGH_FALLS,
        most_rounds=MOST_ROUNDS,
        progress=progress,
    )
    rehearsed = rehearsal.fitted(rounds, rng)
    progress("Scoring the nowcasts of past quarters…")
    told = (facts.lines, first, facts.as_of, facts.company.calendar)
    quarters = nowcast_replay.past_quarters(*told)
    return Backtest(
        first_date=first,
        last_date=facts.as_of,
        facts_version=facts.facts_version,
        computed_at=now(),
        seconds=0.0,
        currency=facts.currency,
        promise=FALSE_DISCOVERY_RATE,
        series_quarters=history.series_quarters(first, facts.as_of),
        warnings=tuple(sorted(warnings, key=lambda each: (each.first_warned, each.key), reverse=True)),
        detection=detection.detection(rounds),
        controls=detection.controls(rounds),
        calibration=rehearsed.calibration if rehearsed else (),
        calibration_error=rehearsed.calibration_error if rehearsed else None,
        rehearsed_days=rehearsed.days if rehearsed else 0,
        nowcast=nowcast_replay.errors(quarters),
        quarters=quarters,
        products_nowcast=nowcast_replay.products_errors(*told),
    ), rehearsed


def _kept(connection: Connection, first: date | None, last: date) -> Backtest | None:
    version = connection.value("queries/facts_version")
    rows = connection.rows("queries/backtest", asked_first_date=first, last_date=last, facts_version=version)
    return from_json(Backtest, rows[0]["summary"]) if rows else None


def _keep(connection: Connection, computed: Backtest, rehearsed: Rehearsal | None, asked: date | None) -> None:
    asked_range = {"asked_first_date": asked, "last_date": computed.last_date, "facts_version": computed.facts_version}
    connection.run("queries/delete_backtests", **asked_range)
    kept = {"first_date": computed.first_date, "computed_at": computed.computed_at, "summary": to_json(computed)}
    connection.insert("backtests", [asked_range | kept])
    if rehearsed:
        keep_rehearsal(connection, rehearsed, computed.last_date)
