"""Who rings though customers tell what they always told, who sees a shift, and how soon?

.venv/bin/python -m benchmarks.shifts [--series N] [--seed N]
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from benchmarks.scoring import PER_QUARTERS, alarm_rate, matched_line
from benchmarks.tables import markdown
from signals.detectors.shift import CONCERN_WEIGHT, MIN_ANSWERS, MIN_EVENTS, RECENT_DAYS
from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.periods import DAYS_A_QUARTER
from signals.stats.rolling import trailing_sum
from signals.stats.shifts import BEFORE_DAYS, evidence_by_day

SERIES, SEED = 200, 2026  # the tests' seeds are others
DAYS = 2 * BEFORE_DAYS  # the first of them young: no method has seen a year
ONSET, WATCHED_DAYS = 600, 112
HORIZONS_DAYS = (28, 56, 84)
MATCHED_RATE = 1.0
WEEKDAYS = np.array([1.2, 1.1, 1.0, 1.0, 1.0, 0.9, 0.8])  # of a mean day
RHYTHM = np.array([-0.15, -0.15, -0.15, -0.15, -0.15, 0.4, 0.4])  # log odds: weekends are crosser
RESTLESS = 0.2  # log odds: standard deviation of a week
WANDERING = 0.05 / np.sqrt(DAYS_A_QUARTER)  # of a day's step: 0.05 a quarter
ALIKE = 0.08  # correlation of a day's answers
BATCH_SHARE = 0.2  # of events that bring two more
SECOND_SOURCE_OFF = 0.8  # log odds by which a second source differs, with as many answers as the first
CLUMPS, SECOND_SOURCE = "clumps", "a second source"
Z_LINE, Z_DAYS, Z_BEFORE_DAYS = 1.96, 56, 182  # a test at 5 %, every day
CHART_LINE = 3.0


@dataclass(frozen=True)
class Kind:
    """A series of what customers tell."""

    name: str
    level: float  # share, or events an order; of a score its mean place, 0-1
    a_week: float  # answers, or orders
    bad: str = "rise"
    is_rate: bool = False
    neutral_share: float = 0.0  # of a score: answers in the middle

    @property
    def spread(self) -> float:
        variance = self.level - self.neutral_share / 4 - self.level**2
        return variance / (self.level * (1 - self.level)) if self.neutral_share else 1.0


FIRST_CHOICE = Kind("41 % of 66 answers a week", 0.41, 66, bad="fall")
NEGATIVES = Kind("20 % of 10 answers a week", 0.20, 10)
COMPLAINTS = Kind("2 complaints a week", 0.02, 100, is_rate=True)
SCORE = Kind("NPS 30, 20 answers a week", 0.65, 20, bad="fall", neutral_share=0.3)
KINDS = (
    FIRST_CHOICE,
    NEGATIVES,
    COMPLAINTS,
    SCORE,
    Kind("10 % of 10 answers a week", 0.10, 10),
    Kind("60 % of 300 answers a week", 0.60, 300, bad="fall"),
    Kind("0.3 complaints a week", 0.006, 50, is_rate=True),
    Kind("10 complaints a week", 0.033, 300, is_rate=True),
    Kind("40 complaints a week", 0.05, 800, is_rate=True),
)
SHIFTS = (  # and the new level
    (FIRST_CHOICE, 0.33),
    (NEGATIVES, 0.35),
    (COMPLAINTS, 0.04),
    (SCORE, 0.55),
    (replace(FIRST_CHOICE, name="41 % of 200 answers a week", a_week=200), 0.33),
    (replace(NEGATIVES, name="20 % of 40 answers a week", a_week=40), 0.35),
    (replace(COMPLAINTS, name="10 complaints a week", a_week=500), 0.04),
)

Counts = tuple[np.ndarray, np.ndarray]  # hits and trials, series × strata × days
Nuisance = Callable[[np.random.Generator, int, int], tuple[np.ndarray | float, np.ndarray | float]]
NUISANCES: dict[str, Nuisance] = {  # -> answers of a usual day, and log odds (or log rate) off the level
    "nothing": lambda rng, series, days: (1.0, 0.0),
    "weekly rhythm": lambda rng, series, days: (1.0, RHYTHM[np.arange(days) % 7]),
    "restless weeks": lambda rng, series, days: (1.0, np.repeat(rng.normal(0.0, RESTLESS, (series, days // 7)), 7, 1)),
    "slow drift": lambda rng, series, days: (1.0, np.cumsum(rng.normal(0.0, WANDERING, (series, days)), axis=1)),
    "volume wanders": lambda rng, series, days: (np.exp(np.cumsum(rng.normal(0.0, 0.02, (series, days)), axis=1)), 0.0),
    CLUMPS: lambda rng, series, days: (1.0, 0.0),
    "one week in four": lambda rng, series, days: (4.0 * (np.arange(days) // 7 % 4 == 0), 0.0),
    "one week in thirteen": lambda rng, series, days: (13.0 * (np.arange(days) // 7 % 13 == 0), 0.0),
    SECOND_SOURCE: lambda rng, series, days: (1.0, 0.0),
}
OF_ANSWERS_ONLY = ("one week in four", "one week in thirteen", SECOND_SOURCE)


def told(
    kind: Kind,
    rng: np.random.Generator,
    *,
    series: int,
    nuisance: str = "nothing",
    days: int = DAYS,
    level: float | None = None,
    onset: int = DAYS,
) -> Counts:
    """What customers tell; from the day `onset` on the series has another `level`."""
    volume, off = NUISANCES[nuisance](rng, series, days)
    levels = np.where(np.arange(days) < onset, kind.level, level or kind.level)
    log_odds = np.log(levels if kind.is_rate else levels / (1 - levels)) + off
    a_day = np.broadcast_to(kind.a_week / 7 * WEEKDAYS[np.arange(days) % 7] * volume, (series, days))
    sources = [_drawn(kind, rng, a_day, log_odds, is_clumped=nuisance == CLUMPS)]
    if nuisance == SECOND_SOURCE:
        is_open = np.arange(days) >= rng.integers(days // 3, days, (series, 1))
        sources.append(_drawn(kind, rng, a_day * is_open, log_odds + SECOND_SOURCE_OFF, is_clumped=False))
    return tuple(np.stack(parts, axis=1).astype(float) for parts in zip(*sources, strict=True))


def _drawn(
    kind: Kind, rng: np.random.Generator, a_day: np.ndarray, log_odds: np.ndarray, *, is_clumped: bool
) -> Counts:
    trials = rng.poisson(a_day)
    if kind.is_rate:
        events = rng.poisson(trials * np.exp(log_odds) / (1 + 2 * BATCH_SHARE * is_clumped))
        return events + 2 * rng.binomial(events, BATCH_SHARE * is_clumped), trials
    level = 1 / (1 + np.exp(-log_odds))
    neutral = rng.binomial(trials, kind.neutral_share)
    of_the_rest = np.clip((level - kind.neutral_share / 2) / (1 - kind.neutral_share), 0.0, 1.0)
    if is_clumped:
        of_the_rest = rng.beta(of_the_rest * (1 / ALIKE - 1), (1 - of_the_rest) * (1 / ALIKE - 1), trials.shape)
    return rng.binomial(trials - neutral, of_the_rest) + neutral / 2, trials


def ours(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> np.ndarray:
    """Evidence of a change for the worse."""
    return _evidence(kind, hits, trials)[kind.bad == "fall"] + np.log(CONCERN_WEIGHT)


def ours_good_news(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> np.ndarray:
    return _evidence(kind, hits, trials)[kind.bad == "rise"] + np.log(1 - CONCERN_WEIGHT)


def z_of_two(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> np.ndarray:
    """Two proportions, the last 56 days against the 182 before; of events, two rates."""
    after, n = (trailing_sum(part.sum(axis=1), Z_DAYS) for part in (hits, trials))
    before, n_before = (trailing_sum(part.sum(axis=1), Z_BEFORE_DAYS, lag=Z_DAYS) for part in (hits, trials))
    pooled = (after + before) / np.maximum(n + n_before, 1.0)
    return _z(kind, after / np.maximum(n, 1.0) - before / np.maximum(n_before, 1.0), pooled, [n, n_before])


def p_chart(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> np.ndarray:
    """The last seven days against the limits of the year before; of events a u-chart."""
    after, n = (trailing_sum(part.sum(axis=1), 7) for part in (hits, trials))
    before, n_before = (trailing_sum(part.sum(axis=1), BEFORE_DAYS, lag=7) for part in (hits, trials))
    level = before / np.maximum(n_before, 1.0)
    return _z(kind, after / np.maximum(n, 1.0) - level, level, [n])


def _evidence(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> Counts:
    return evidence_by_day(hits, trials, spread=kind.spread, is_rate=kind.is_rate)


def _z(kind: Kind, off: np.ndarray, level: np.ndarray, sizes: list[np.ndarray]) -> np.ndarray:
    """Standard deviations for the worse; 0 where there is nothing to compare."""
    variance = level if kind.is_rate else kind.spread * level * (1 - level)
    deviation = np.sqrt(variance * sum(1 / np.maximum(size, 1.0) for size in sizes))
    is_told = np.all([size > 0 for size in sizes], axis=0) & (deviation > 0)
    return np.where(is_told, off, 0.0) / np.where(is_told, deviation, 1.0) * (-1 if kind.bad == "fall" else 1)


METHODS = {
    "ours": (ours, ACT_EVIDENCE),
    "ours, watch": (ours, WATCH_EVIDENCE),
    "ours, good news": (ours_good_news, ACT_EVIDENCE),
    "two proportions, daily at 5 %": (z_of_two, Z_LINE),
    "p-chart, 3 sigma": (p_chart, CHART_LINE),
}


def is_judged(kind: Kind, hits: np.ndarray, trials: np.ndarray) -> np.ndarray:
    """The days on which the detectors say anything at all; every method answers for these."""
    if kind.is_rate:
        return trailing_sum(hits.sum(axis=1), RECENT_DAYS + BEFORE_DAYS) >= MIN_EVENTS
    recent = trailing_sum(trials.sum(axis=1), RECENT_DAYS)
    return np.minimum(recent, trailing_sum(trials.sum(axis=1), BEFORE_DAYS, lag=RECENT_DAYS)) >= MIN_ANSWERS


def quiet_scores(kind: Kind, nuisance: str, name: str, *, series: int, seed: int) -> np.ndarray:
    """Series × days while nothing changes; missing where nothing is judged."""
    counts = told(kind, np.random.default_rng((seed, KINDS.index(kind))), series=series, nuisance=nuisance)
    return np.where(is_judged(kind, *counts), METHODS[name][0](kind, *counts), np.nan)


def false_alarms(kind: Kind, nuisance: str, name: str, *, series: int, seed: int) -> float:
    """Per 100 series-quarters, at the method's own line."""
    scores = quiet_scores(kind, nuisance, name, series=series, seed=seed)
    return alarm_rate(scores, METHODS[name][1], quarters=_quarters(scores))


def delays(kind: Kind, level: float, name: str, line: float, *, series: int, seed: int) -> np.ndarray:
    """Days from the onset to the first alarm after it, the onset's own day 1; infinite beyond WATCHED_DAYS."""
    rng = np.random.default_rng((seed, 1000))
    counts = told(kind, rng, series=series, days=ONSET + WATCHED_DAYS, level=level, onset=ONSET)
    rings = METHODS[name][0](kind, *counts)[:, ONSET:] >= line
    return np.where(rings.any(axis=1), rings.argmax(axis=1) + 1.0, np.inf)


def false_alarm_table(*, series: int, seed: int) -> str:
    rows = []
    for nuisance in NUISANCES:
        kinds = [kind for kind in KINDS if not (kind.is_rate and nuisance in OF_ANSWERS_ONLY)]
        rates = {
            name: [false_alarms(kind, nuisance, name, series=series, seed=seed) for kind in kinds] for name in METHODS
        }
        rows.append([nuisance, *(f"{np.nanmean(own):.1f} ({np.nanmax(own):.1f})" for own in rates.values())])
    return markdown(["what goes on", *METHODS], rows)


def delay_table(names: list[str], lines: Callable[[Kind, str], float], *, series: int, seed: int) -> str:
    rows = [
        [
            f"{kind.name} to {_level(kind, level)}",
            *(_found(delays(kind, level, name, lines(kind, name), series=series, seed=seed)) for name in names),
        ]
        for kind, level in SHIFTS
    ]
    return markdown(["shift", *names], rows)


def main() -> None:
    asked = _arguments()
    numbers = {"series": asked.series, "seed": asked.seed}
    horizons = "/".join(str(days) for days in HORIZONS_DAYS)
    print(f"{asked.series} series of each kind, seed {asked.seed}.\n")
    print(f"False alarms per {PER_QUARTERS:g} series-quarters, mean over the kinds (the worst):\n")
    print(false_alarm_table(**numbers), end="\n\n")
    print(f"% of shifts found in {horizons} days · median delay, at each method's own line:\n")
    names = [name for name in METHODS if METHODS[name][0] is not ours_good_news]
    print(delay_table(names, lambda kind, name: METHODS[name][1], **numbers), end="\n\n")
    print(f"The same at the line where each rings once in {PER_QUARTERS:g} quiet series-quarters of that kind:\n")
    names.remove("ours, watch")  # the same scores
    print(delay_table(names, lambda kind, name: _matched(kind, name, **numbers), **numbers))


def _matched(kind: Kind, name: str, *, series: int, seed: int) -> float:
    counts = told(kind, np.random.default_rng((seed, 2000)), series=series)
    scores = np.where(is_judged(kind, *counts), METHODS[name][0](kind, *counts), np.nan)
    return matched_line(scores, quarters=_quarters(scores), rate=MATCHED_RATE)


def _quarters(scores: np.ndarray) -> float:
    """Series-quarters judged; NaN where there are none."""
    return float((~np.isnan(scores)).sum() / DAYS_A_QUARTER) or float("nan")


def _found(delay: np.ndarray) -> str:
    shares = "/".join(f"{100 * np.mean(delay <= days):.0f}" for days in HORIZONS_DAYS)
    return f"{shares} · {np.median(delay):.0f} d" if np.isfinite(np.median(delay)) else shares


def _level(kind: Kind, level: float) -> str:
    if kind.is_rate:
        return f"{level / kind.level:.2g} times as many"
    return f"{200 * level - 100:.0f}" if kind.neutral_share else f"{level:.0%}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shifts", description=__doc__.splitlines()[0])
    parser.add_argument("--series", type=int, default=SERIES, help="of each kind (default %(default)s)")
    parser.add_argument("--seed", type=int, default=SEED, help="default %(default)s")
    return parser.parse_args()


if __name__ == "__main__":
    main()
