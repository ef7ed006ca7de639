"""How often was evidence of this strength a real fall, when falls were rehearsed in the company's own past?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from signals.detectors.counted_series import counted
from signals.detectors.expectation import BASELINE_DAYS, LAG_DAYS, product_set
from signals.detectors.injection import DROPS, FALL_DAYS, KINDS, NO_FALL, Injected, drawn, fallen, ordered
from signals.detectors.judgement import scored
from signals.detectors.sales_lines import SalesLines
from signals.metrics import ACT_EVIDENCE
from signals.model import CalibrationBin
from signals.stats import calibration
from signals.stats.logistic import fitted_logistic, logistic
from signals.stats.rolling import trailing_sum

PERIOD_DAYS = 182  # of the past, where nobody says how much of it
FEWEST_DAYS = 56  # less rehearsal than eight weeks gives words, no figure
FEWEST_FALLS = 10
ENOUGH_FALLS = 80  # half of them to learn from, half to check on
MOST_ROUNDS = 5
LARGEST_PROBABILITY = 0.95  # more is never shown
FULL_EVIDENCE = 6.0  # odds of 400: beyond, a rehearsal tells no difference
FEWEST_STRONG = 20  # sampled days beyond a line, before their share counts
SAMPLE_DAYS = 7  # every seventh day: its neighbours say the same
CALMING_DAYS = 14  # a series that rang so lately cannot ring anew
RINGING_DAYS = 56  # later alarms of an untouched series in these days are the same alarm
BIN_EDGES = (0.0, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, LARGEST_PROBABILITY)


@dataclass(frozen=True)
class Rehearsal:
    """P(real fall | S) = 1/(1 + exp(−α − β⁻ min(S, 0) − β min(max(S, 0), 6))), learnt on one half of the rehearsals.

    With one slope for all S the many days without a fall decide alone: on the demo company's past it stated 27 % where
    72 % were falls, on a wholesaler's 48 % where 9 % were. Without the end at 6 one real fall of the past, which counts
    as none, makes the slope: 49 % where 91 % were.
    """

    alpha: float
    beta_below: float  # of evidence below zero
    beta: float  # of evidence above it, never negative
    ceiling: float  # share of falls among the strongest evidence; the curve alone would run on to 1
    falls: int  # of both halves
    days: int  # of the past
    calibration: tuple[CalibrationBin, ...] = ()  # of the other half
    calibration_error: float | None = None  # mean of |predicted − observed| over its sampled days

    def probability(self, evidence: np.ndarray) -> np.ndarray:
        """At least: falls that happened by themselves in the rehearsed past count as none."""
        stated = logistic(_hinged(evidence), self.alpha, self.beta_below, self.beta)
        return np.minimum(stated, min(self.ceiling, LARGEST_PROBABILITY))


@dataclass(frozen=True)
class Round:
    """One pass over the past with falls injected."""

    count: int  # falls with at least one sampled day
    days: pd.DataFrame  # product (code), evidence, is_fall: sampled days, those after a fall left out
    falls: pd.DataFrame  # drop, kind, lines_a_day, days_to_alarm (NaN: none while it lasted): each seen to its end
    controls: pd.DataFrame  # lines_a_day, is_alarm: sampled untouched days, and every alarm on an untouched day


def rehearsed(lines: SalesLines, rng: np.random.Generator) -> Rehearsal | None:
    """Rehearses on the last half-year; None where that holds too little."""
    return fitted(rounds(lines, rng, period_days=PERIOD_DAYS, enough_falls=ENOUGH_FALLS, most_rounds=MOST_ROUNDS), rng)


def rounds(
    lines: SalesLines,
    rng: np.random.Generator,
    *,
    period_days: int,
    enough_falls: int,
    most_rounds: int,
    progress: Callable[[str], None] = lambda sentence: None,
) -> list[Round]:
    """Passes over the last `period_days` until there are falls enough; none where eight weeks cannot be judged."""
    first = int(lines.day.min(initial=lines.days_count)) + BASELINE_DAYS + LAG_DAYS
    first = max(first, lines.as_of_day + 1 - period_days)
    if lines.as_of_day + 1 - first < FEWEST_DAYS:
        return []
    lines, done, falls = ordered(lines), [], 0
    while falls < enough_falls and len(done) < most_rounds:
        done.append(_round(lines, rng, first))
        falls += done[-1].count
        progress(f"Rehearsed {falls:,} falls in the company's own past…")
    return done


def fitted(done: Sequence[Round], rng: np.random.Generator) -> Rehearsal | None:
    """The probability from one half of the rehearsals, its calibration from the other; None with too few falls.

    A product's part of one round is in one half or the other, so real falls of the past, which count as none, are in
    both: split by product, all of them stood on one side of the demo company's, and 93 % were stated where 75 % were.
    """
    falls = sum(each.count for each in done)
    if falls < FEWEST_FALLS:
        return None
    days = pd.concat([each.days.assign(number=number) for number, each in enumerate(done)], ignore_index=True)
    halves = rng.random((len(done), int(days["product"].max()) + 1)) < 0.5
    is_first_half = halves[days["number"], days["product"]]
    learnt, checked = days[is_first_half], days[~is_first_half]
    if not (learnt["is_fall"].any() and checked["is_fall"].any()):
        return None
    length = int(days["day"].max() - days["day"].min()) + SAMPLE_DAYS
    rehearsal = Rehearsal(*_curve(learnt), falls=falls, days=length)
    table, error = _calibration(rehearsal, checked)
    return replace(rehearsal, calibration=table, calibration_error=error)


def _curve(days: pd.DataFrame) -> tuple[float, float, float, float]:
    """α, β⁻, β and the ceiling; a slope that would fall is flat."""
    evidence, is_fall = days["evidence"].to_numpy(), days["is_fall"].to_numpy()
    alpha, below, above = fitted_logistic(_hinged(evidence), is_fall)
    if above < 0:
        alpha, below = fitted_logistic(np.minimum(evidence, 0.0), is_fall)
    if below < 0:
        alpha, above = fitted_logistic(np.clip(evidence, 0.0, FULL_EVIDENCE), is_fall)
    return alpha, max(below, 0.0), max(above, 0.0), _ceiling(evidence, is_fall)


def _ceiling(evidence: np.ndarray, is_fall: np.ndarray) -> float:
    """The largest share of falls beyond any line: where a curve that never falls ends (isotonic regression, min-max).

    Its end alone would not do: on a wholesaler's past the strongest evidence was nearly always of the past's own.
    """
    tails = [is_fall[evidence >= line] for line in np.arange(0.0, FULL_EVIDENCE + 0.5, 0.5)]
    return max((float(tail.mean()) for tail in tails if len(tail) >= FEWEST_STRONG), default=LARGEST_PROBABILITY)


def _hinged(evidence) -> np.ndarray:
    values = np.asarray(evidence, dtype=float)
    return np.stack([np.minimum(values, 0.0), np.clip(values, 0.0, FULL_EVIDENCE)], axis=-1)


def _calibration(rehearsal: Rehearsal, days: pd.DataFrame) -> tuple[tuple[CalibrationBin, ...], float]:
    table = calibration.bins(rehearsal.probability(days["evidence"].to_numpy()), days["is_fall"], BIN_EDGES)
    return tuple(CalibrationBin(*each) for each in table), calibration.expected_calibration_error(table)


def _round(lines: SalesLines, rng: np.random.Generator, first: int) -> Round:
    last = lines.as_of_day
    injected = drawn(rng, products=len(lines.product_ids), first=first, last=last)
    thinner = fallen(lines, injected, rng)
    each = counted(thinner, product_set(thinner))
    score = scored(each, first, last)
    product = each.series.product
    columns = slice(first, last + 1)
    volume = each.series.base[:, columns] / np.maximum(each.seen_days[:, columns], 1)
    cycle, age = injected.age(product[:, None], np.arange(first, last + 1)[None, :])
    sampled = np.arange(score.shape[1]) % SAMPLE_DAYS == rng.integers(SAMPLE_DAYS)
    is_untouched = cycle == NO_FALL
    is_fall = ~is_untouched & (age < FALL_DAYS)
    row, day = np.nonzero(~np.isnan(score) & (is_fall | is_untouched) & sampled[None, :])
    days = {"product": product[row], "day": day, "evidence": score[row, day], "is_fall": is_fall[row, day]}
    fallen_cells = np.column_stack([row, cycle[row, day]])[days["is_fall"]]
    return Round(
        count=len(np.unique(fallen_cells, axis=0)),
        days=pd.DataFrame(days),
        falls=_falls(injected, product, score, volume, cycle, age),
        controls=_controls(score, volume, is_untouched, sampled),
    )


def _falls(injected: Injected, product, score, volume, cycle, age) -> pd.DataFrame:
    """Falls that begin and end within the days, on series that are judged at the onset and have not rung of late."""
    rings = score >= ACT_EVIDENCE
    row, onset = np.nonzero((cycle != NO_FALL) & (age == 0))
    is_whole = onset + FALL_DAYS <= score.shape[1]
    row, onset = row[is_whole], onset[is_whole]
    is_new = ~np.isnan(score[row, onset]) & ~_rang_before(rings, CALMING_DAYS)[row, onset]
    row, onset = row[is_new], onset[is_new]
    cell = product[row], cycle[row, onset]
    while_it_lasts = rings[row[:, None], onset[:, None] + np.arange(FALL_DAYS)[None, :]]
    days_to_alarm = np.where(while_it_lasts.any(axis=1), while_it_lasts.argmax(axis=1) + 1.0, np.nan)
    return pd.DataFrame(
        {
            "drop": np.array(DROPS)[injected.drop[cell]],
            "kind": np.array(KINDS)[injected.kind[cell]],
            "lines_a_day": volume[row, onset],
            "days_to_alarm": days_to_alarm,
        }
    )


def _controls(score, volume, is_untouched, sampled) -> pd.DataFrame:
    rings = score >= ACT_EVIDENCE
    is_alarm = rings & is_untouched & ~_rang_before(rings, RINGING_DAYS)
    parts = [
        pd.DataFrame({"lines_a_day": volume[which], "is_alarm": value})
        for which, value in ((~np.isnan(score) & is_untouched & sampled[None, :], False), (is_alarm, True))
    ]
    return pd.concat(parts, ignore_index=True)


def _rang_before(rings: np.ndarray, days: int) -> np.ndarray:
    """Whether it rang on any of the `days` before each day."""
    return trailing_sum(rings, days, lag=1) > 0
