"""What is a finding about, what does a detector say of it, and what do people say of the warning?"""

from dataclasses import dataclass
from datetime import date, datetime

PART_KINDS = ("product_region", "product_channel")  # of Subject.kind: parts of a product

SEVERITIES = ("act", "watch", "noted", "stable")  # what to do, most urgent first

REAL, EXPECTED, DATA_ERROR, FALSE_ALARM, NEW_NORMAL = VERDICTS = (
    "real",
    "expected",
    "data error",
    "false alarm",
    "new normal",
)


@dataclass(frozen=True)
class Subject:
    """What a finding is about. Parts that do not apply are None."""

    kind: str  # company, category, product, product_region, product_channel or touchpoint
    name: str  # as a reader calls it: "Trident"
    product_id: str | None = None
    category: str | None = None
    region: str | None = None
    channel: str | None = None
    touchpoint: str | None = None

    @property
    def key(self) -> str:
        parts = (
            self.kind,
            self.product_id or self.category or self.touchpoint or "",
            self.region or self.channel or "",
        )
        return ":".join(part for part in parts if part)


@dataclass(frozen=True)
class Finding:
    """What a detector says of one series on one day."""

    metric: str  # sales
    subject: Subject
    state: str  # act, watch, stable, learning, too_few_orders, stopped or missing_data
    evidence: float  # S of the windowed mixture; exp(S) is an e-value
    onset: date | None  # first day of the window that speaks loudest
    observed: float  # revenue since the onset, money
    expected: float  # what it would have been, money
    effect_share: float  # (observed - expected) / expected; negative is a fall
    effect_low: float  # 80 % interval
    effect_high: float
    stake: float  # expected - observed so far, money, never negative
    probability: float | None = None  # rehearsed; None until there is enough history to rehearse on


@dataclass(frozen=True)
class Driver:
    """One part of a whole that carries a share of its change."""

    dimension: str  # region, channel, segment or customer
    name: str
    observed: float  # money
    expected: float  # money
    share: float  # of the whole's change, 0-1 and beyond
    share_low: float  # 95 % interval from resampled customers
    share_high: float


@dataclass(frozen=True)
class Witness:
    """Something beside the sales that speaks of a product: what customers choose, score or say, what rivals ask."""

    metric: str  # first_choice, score, negatives, complaints, theme or price_gap
    subject: Subject
    state: str  # act, watch, stable or too_few
    is_bad: bool
    since: date
    strength: float  # S; exp(S) is an e-value; a dated price has a fixed one
    sentence: str  # without its full stop: "complaints of Orion are 2.1 times as many (n = 37)"
    n: int
    cause: str | None = None  # of the playbook, where it names one
    scale: str | None = None  # of a score
    theme: str | None = None
    observed: float | None = None  # complaints per 1,000 orders; shares 0-1; scores and prices in their own unit
    expected: float | None = None
    effect_low: float | None = None  # 95 % interval of observed - expected; None of a price
    effect_high: float | None = None

    @property
    def series(self) -> tuple[str, str, str | None, str | None]:
        """What is the same from day to day."""
        return self.metric, self.subject.key, self.scale, self.theme


@dataclass(frozen=True)
class Warning:
    """One row of Today. `key` is stable from day to day.

    Of what customers say without a fall in sales, observed and expected are its witness's, the shares of change and
    their 95 % interval are missing where a ratio says nothing, and nothing is at stake that could be counted.
    """

    key: str  # metric:subject:onset as first said
    kind: str  # sales; without a fall in them feedback_shift or preference_shift
    severity: str  # one of SEVERITIES
    subject: Subject
    headline: str
    onset: date
    first_warned: date
    observed: float  # money since the onset
    expected: float  # money
    effect_share: float
    effect_low: float  # 80 % interval
    effect_high: float
    stake: float  # money missing so far
    evidence: float
    probability: float | None
    is_certain: bool  # holds even after checking every series of the day (e-BH)
    drivers: tuple[Driver, ...] = ()
    trend: tuple[float, ...] = ()  # last 13 weeks' revenue, oldest first
    reason: str = ""  # why it was noted or suppressed
    life: str = ""  # new, worsening, lasting, recovering or watched
    loudest_days: int | None = None  # length of the window up to today in which the evidence is strongest
    witness: Witness | None = None  # what alone speaks, where it is not the sales

    @property
    def is_fall(self) -> bool:
        """Sales below what was expected, and not back."""
        return self.witness is None and self.effect_share < 0


@dataclass(frozen=True)
class Cause:
    """What fits a fall in time and place."""

    kind: str  # of the playbook
    strength: float
    sentence: str  # without its full stop
    rival: str | None
    place: str | None


@dataclass(frozen=True)
class ClosedWarning:
    """A warning that is over, or that a person has answered, as it was last said."""

    warning: Warning
    closed_date: date
    how: str  # in a sentence: cleared by itself, or a person's verdict with its reason


@dataclass(frozen=True)
class Verdict:
    """What a person said of a warning, and the days of which it speaks."""

    verdict_id: int
    warning_key: str
    verdict: str  # one of VERDICTS
    reason: str  # the person's words
    as_of: date  # the day whose warning was judged; it takes part in the mornings from this day on
    first_date: date
    last_date: date
    warning: Warning  # as it was said that day
    is_act: bool  # it had been marked Act by then
    person: str
    given_at: datetime  # UTC
    reverted_at: datetime | None = None
    reverted_by: str | None = None

    @property
    def is_live(self) -> bool:
        return self.reverted_at is None
