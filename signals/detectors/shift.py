"""What is said of a shift in what customers prefer and tell, or in a rival's price, and how do counts tell it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from signals.metrics import ACT_EVIDENCE, WATCH_EVIDENCE
from signals.stats import shifts
from signals.stats.shifts import Tally

RECENT_DAYS = 56  # the eight weeks by which it is decided whether there are answers enough
MIN_ANSWERS = 30  # in them and before them; the 95 % interval of a share of 40 % is then 33 points wide
MIN_EVENTS = 5  # complaints or mentions within window and year; fewer say nothing, whatever their order
# At the line of sales this rings falsely 0.0 to 1.1 times in 100 series-quarters, by what goes on meanwhile, and 2.0
# times in the worst kind of series (benchmarks.shifts). Half are seen after 60 days where 41 % of 66 answers a week
# become 33 %, 70 where 20 % of 10 become 35 %, 58 where two complaints a week double; 15 to 26 of 3-5 times as many.
CONCERN_WEIGHT = 0.75  # of the evidence on changes for the worse, the rest on the better: exp S is one e-value
TOO_FEW = "too_few"
GOOD, BAD = "good", "bad"
RISE, FALL = WAYS = ("rise", "fall")


@dataclass(frozen=True)
class RivalPrice:
    """A competitor's price that changed and stayed."""

    competitor: str
    competitor_product: str
    regions: tuple[str, ...]  # where it was seen; empty where the source names none
    from_price: float  # money
    to_price: float
    own_price: float  # money, when they changed theirs
    last_seen_before_date: date  # at the old price


@dataclass(frozen=True)
class Shift:
    """What a detector says of one series on one day. What too few answers cannot say is None.

    Numbers are of the window that speaks loudest, or of the last RECENT_DAYS where none does. Shares and price gaps are
    0-1, complaints per 1,000 orders, scores in their scale's own unit (nps points, csat share, ces and stars mean).
    """

    metric: str  # first_choice, score, negatives, complaints, theme or price_gap
    state: str  # act, watch, stable or too_few
    product_id: str | None = None
    touchpoint: str | None = None  # with neither product nor touchpoint: the company
    direction: str | None = None  # good or bad for us; None where nothing shifted
    evidence: float | None = None  # S of the windowed mixture, exp(S) is an e-value; None of a price: it is simply seen
    onset: date | None = None  # first day of the window that speaks loudest, or of the new price
    observed: float | None = None
    expected: float | None = None  # by the time before, for the same mix of sources and products; the price gap before
    effect: float | None = None  # observed - expected
    effect_low: float | None = None  # 95 % confidence interval; None of a price
    effect_high: float | None = None
    n: int = 0  # answers; of complaints orders; of a price sightings
    n_before: int = 0
    scale: str | None = None  # of a score
    theme: str | None = None
    rivals: tuple[tuple[str, float, float], ...] = ()  # first choice: brand, share before, share; the most gained first
    price: RivalPrice | None = None
    probability: float | None = None  # nothing to rehearse on yet

    @property
    def key(self) -> str:
        """Stable from day to day: the series, without its onset."""
        parts = [self.metric, self.scale, self.theme]
        if self.price:
            parts += [self.price.competitor, self.price.competitor_product]
        subject = [("product", self.product_id), ("touchpoint", self.touchpoint)]
        named = [f"{kind}:{name}" for kind, name in subject if name is not None] or ["company"]
        return ":".join([part for part in parts if part is not None] + named)

    def window_days(self, as_of: date) -> int:
        """Length of the window up to `as_of` of which the numbers are."""
        return (as_of - self.onset).days + 1 if self.onset else RECENT_DAYS


@dataclass(frozen=True)
class Counted:
    """One series as of one day; arrays are strata × 1."""

    windows: Mapping[int, Tally]  # by their length in days, the shortest first
    weeks: Sequence[tuple[np.ndarray, np.ndarray]]  # hits and trials, the newest first
    spread: float = 1.0  # of an answer's value, against that of yeses and noes
    is_rate: bool = False

    @cached_property
    def noise(self) -> np.ndarray:
        return shifts.noise(self.weeks, spread=self.spread, is_rate=self.is_rate)


def told(
    series: Shift,
    counted: Counted,
    as_of: date,
    *,
    bad: str,
    ways: Sequence[str] = (RISE, FALL),
    line_share: float = 1.0,
    at_most: float = float("inf"),
    origin: float = 0.0,
    unit: float = 1.0,
) -> Shift:
    """`series` with what its counts say; a level of 0-1 is shown as origin + unit · level.

    Of RISE and FALL one is `bad`; only `ways` are looked for. `line_share` is this series' part of a line that several
    share, `at_most` the evidence that another count of the same leaves.
    """
    if not _is_enough(counted):
        return replace(series, **_trials(counted.windows[RECENT_DAYS]))
    evidence = evidence_of(counted, bad=bad)
    way = max(ways, key=evidence.get)
    score = min(evidence[way] + float(np.log(line_share)), at_most)
    state = state_of(score)
    if state == "stable":
        window, shifted = RECENT_DAYS, replace(series, state=state, evidence=score)
    else:
        window, direction = _loudest(counted, way), BAD if way == bad else GOOD
        onset = as_of - timedelta(days=window - 1)
        shifted = replace(series, state=state, evidence=score, direction=direction, onset=onset)
    tally = counted.windows[window]
    change = shifts.change(_of_day(tally), noise=counted.noise.item(), is_rate=counted.is_rate)
    return replace(
        shifted,
        observed=origin + unit * change.observed,
        expected=origin + unit * change.expected,
        effect=unit * change.effect,
        effect_low=unit * change.low,
        effect_high=unit * change.high,
        **_trials(tally),
    )


def evidence_of(counted: Counted, *, bad: str) -> dict[str, float]:
    """S of a RISE and of a FALL; together they are one e-value."""
    both = shifts.evidence(list(counted.windows.values()), noise=counted.noise, is_rate=counted.is_rate)
    weights = (CONCERN_WEIGHT if way == bad else 1.0 - CONCERN_WEIGHT for way in WAYS)
    return {way: float(score.item() + np.log(weight)) for way, score, weight in zip(WAYS, both, weights, strict=True)}


def state_of(evidence: float) -> str:
    if evidence >= ACT_EVIDENCE:
        return "act"
    return "watch" if evidence >= WATCH_EVIDENCE else "stable"


def _is_enough(counted: Counted) -> bool:
    recent = counted.windows[RECENT_DAYS]
    is_compared = (recent.trials > 0) & (recent.trials_before > 0)
    if not counted.is_rate:
        return min(recent.trials[is_compared].sum(), recent.trials_before[is_compared].sum()) >= MIN_ANSWERS
    return is_compared.any() and (recent.hits + recent.hits_before).sum() >= MIN_EVENTS


def _trials(tally: Tally) -> dict[str, int]:
    return {"n": round(float(tally.trials.sum())), "n_before": round(float(tally.trials_before.sum()))}


def _loudest(counted: Counted, way: str) -> int:
    """Length of the window with the largest ℓ."""
    loudness = {
        window: shifts.log_ratios(tally, noise=counted.noise, is_rate=counted.is_rate)[WAYS.index(way)].max()
        for window, tally in counted.windows.items()
    }
    return max(loudness, key=loudness.get)


def _of_day(tally: Tally) -> Tally:
    return Tally(*(part[:, 0] for part in (tally.hits, tally.trials, tally.hits_before, tally.trials_before)))
