"""What travels between the layers: findings, warnings, scores and the morning that holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

import pandas as pd

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

    kind: str  # company, category, product, product_region or product_channel
    name: str  # as a reader calls it: "Trident"
    product_id: str | None = None
    category: str | None = None
    region: str | None = None
    channel: str | None = None

    @property
    def key(self) -> str:
        parts = (self.kind, self.product_id or self.category or "", self.region or self.channel or "")
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
class Warning:
    """One row of Today. `key` is stable from day to day."""

    key: str  # metric:subject:onset as first said
    kind: str  # the metric: sales
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


@dataclass(frozen=True)
class CustomerAtRisk:
    """One customer with what the purchases alone say of them."""

    customer_id: str
    customer_name: str | None
    segment: str | None
    region: str | None
    account_owner: str | None
    state: str  # lost, about to be lost, watch, slowing or stable
    p_churn: float  # probability of no purchase in the horizon, 0-1
    p_lost: float  # probability that the present silence passes the customer's own limit, 0-1
    value_at_risk: float  # money a year
    days_since_last_order: int
    usual_gap_days: float
    last_order_date: date
    headline: str
    last_words: str | None = None  # verbatim
    last_words_date: date | None = None


@dataclass(frozen=True)
class Ledger:
    """Customers won, kept and lost between two periods of equal length; the revenue parts sum exactly."""

    first_date: date
    last_date: date
    before_first_date: date
    counts: Mapping[str, int]  # new, retained, reactivated, lost
    revenue: Mapping[str, float]  # before, lost, contraction, expansion, reactivated, new, now


@dataclass(frozen=True)
class Nowcast:
    """Where a period will land. Intervals are prediction intervals from past errors."""

    quarter: str  # 2026-Q4
    first_date: date
    last_date: date
    actual_to_date: float
    estimate: float
    low80: float | None
    high80: float | None
    low95: float | None
    high95: float | None
    target: float | None
    last_year: float | None


LEAST_WAIT_DAYS, WAITED_GAPS = 14, 2  # for days still to come: the more of both, in gaps of the usual length


@dataclass(frozen=True)
class DataState:
    """How far the data of one region, channel or source reaches."""

    kind: str  # region, channel or source
    name: str
    last_date: date  # last day with a sale
    days_late: int  # beyond the usual rhythm: selling days of who sells daily, else days; 0 is in time
    usual_gap_days: int = 1  # from one day with sales, or one export, to the next: 1 is daily, 7 weekly

    def is_silent(self, as_of: date) -> bool:
        """Whether days up to `as_of` have not come."""
        return self.last_date < as_of and (self.days_late > 0 or self.usual_gap_days > 1)

    @property
    def awaited_through(self) -> date:
        """The last day that is taken for one still to come; a silence that goes on is no longer the data's."""
        return self.last_date + timedelta(days=max(LEAST_WAIT_DAYS, WAITED_GAPS * self.usual_gap_days))

    def is_awaited(self, as_of: date) -> bool:
        """Whether days up to `as_of` are still to come."""
        return self.is_silent(as_of) and as_of <= self.awaited_through


@dataclass(frozen=True)
class Morning:
    """Everything that Today shows, as of one day."""

    as_of: date
    data_through: date  # last day with any sale
    data_version: int
    computed_at: datetime
    currency: str  # ISO 4217
    false_discovery_rate: float  # the promise
    warnings: tuple[Warning, ...]  # act and watch, most urgent first
    noted: tuple[Warning, ...]
    suppressed: tuple[Warning, ...]
    stable_count: int
    stable_weeks: int  # whole weeks since a stable product last rang
    unjudged: Mapping[str, int]  # state -> products: learning, too_few_orders, stopped, missing_data
    late: tuple[DataState, ...]  # regions, channels and sources, the latest first
    regions_count: int  # with a rhythm that can be missed
    ledger: Ledger | None
    nowcast: Nowcast | None
    calls: tuple[CustomerAtRisk, ...]  # the morning list, at most ten
    anonymous_share: float  # revenue without a known customer, 0-1
    failures: tuple[str, ...] = field(default=())  # a part that could not be computed, in a sentence
    good_news: tuple[Warning, ...] = ()  # rises, found by the same machinery
    arrivals: tuple[DataState, ...] = ()  # every region, channel and source with a rhythm, late or not
    judged_count: int = 0  # warnings marked Act on which a person has given a verdict
    noise_count: int = 0  # of them, found to be false alarms or errors of the data
    closed: tuple[ClosedWarning, ...] = ()  # warnings that ended in the last four weeks, the latest first


@dataclass(frozen=True)
class Quote:
    """A customer's own words."""

    given_date: date
    source: str
    customer_id: str | None
    customer_name: str | None
    product_id: str | None
    touchpoint: str | None
    score: float | None
    scale: str | None
    verbatim: str


@dataclass(frozen=True)
class ShareChange:
    """A share of answers before and after, with 95 % Wilson intervals; None where there are too few answers."""

    brand: str
    before_share: float | None
    before_low: float | None
    before_high: float | None
    before_count: int  # answers
    after_share: float | None
    after_low: float | None
    after_high: float | None
    after_count: int  # answers
    probability_fell: float | None  # posterior probability, 0-1
    rivals: tuple[tuple[str, float, float], ...]  # brand, share before, share after; the greatest gain first


@dataclass(frozen=True)
class PriceStep:
    """A competitor's price that changed and stayed."""

    competitor: str
    competitor_product: str
    region: str | None
    step_date: date
    price_before: float  # money
    price_after: float
    own_price: float | None  # money, what ours sold for that week
    gap_share: float | None  # (ours - theirs) / theirs after the step; positive means that ours is dearer


@dataclass(frozen=True)
class Evidence:
    """What stands behind a warning, or behind a product that nobody warned of, as of one day."""

    subject: Subject
    as_of: date
    currency: str
    warning: Warning | None
    headline: str
    weeks: pd.DataFrame  # week (its first day; weeks end on as_of's weekday), actual, expected, low, high, is_complete
    events: pd.DataFrame  # kind, first_date, last_date, note
    first_choice: ShareChange | None
    prices: pd.DataFrame  # observed_date, competitor, competitor_product, region, price
    own_prices: pd.DataFrame  # week, price: money a unit
    price_steps: tuple[PriceStep, ...]
    drivers: tuple[Driver, ...]  # those whose range excludes zero, the greatest first
    customers: pd.DataFrame  # customer_id, customer_name, region, account_owner, observed, expected, state
    quotes: tuple[Quote, ...]  # the newest first
    sentences: Mapping[str, str]  # by step: sales, first_choice, prices, drivers, customers, words, certainty
    verdict_days: pd.DataFrame = field(  # days of which a person has spoken: verdict, first_date, last_date, reason
        default_factory=lambda: pd.DataFrame(columns=["verdict", "first_date", "last_date", "reason"])
    )
    complete_date: date | None = None  # the last day for which everything is in; None: as_of


@dataclass(frozen=True)
class CustomerFile:
    """Everything known of one customer as of one day."""

    as_of: date
    currency: str
    score: CustomerAtRisk | None  # None for a customer without purchases
    customer_id: str
    customer_name: str | None
    segment: str | None
    region: str | None
    account_owner: str | None
    email: str | None
    phone: str | None
    limit_days: float | None
    purchase_days: pd.DataFrame  # sold_date, revenue
    revenue_by_year: pd.DataFrame  # year, category, revenue
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Refusal:
    """One line of an export that was not taken, and why."""

    line: int  # from 1, in the decoded file as it came, where the record starts
    reason: str  # a code of DESIGN section 6
    message: str  # what is wrong and what to do
    column: str | None = None
    value: str | None = None
    line_to: int | None = None  # last line of a damaged block


@dataclass(frozen=True)
class Question:
    """What a file cannot decide. Told by `--answer key=value`, or `--column key=value` where it is about a column."""

    reason: str  # a code of DESIGN section 6, or one of DECISIONS.md
    key: str
    text: str
    answers: tuple[str, ...]
    is_column: bool = False


@dataclass(frozen=True)
class LoadReport:
    """How an export was understood and what it does, or would do, to the database."""

    file: str
    kind: str | None
    outcome: str  # load, refuse or ask
    reason: str | None = None  # code of a refusal or a question
    question: str | None = None  # or the sentence of the refusal
    load_id: int | None = None  # None until it is committed
    state: str | None = None  # live or undone; None for a preview
    rows_read: int = 0
    rows_accepted: int = 0
    rows_new: int = 0
    rows_replaced: int = 0
    rows_unchanged: int = 0
    rows_rejected: int = 0
    amount: Decimal | None = None  # accepted revenue in the one currency
    amounts: Mapping[str, Decimal] = field(default_factory=dict)  # per currency code; "" where the file states none
    by_month: Mapping[str, Decimal] = field(default_factory=dict)  # 2026-01 -> accepted revenue
    customers: int | None = None  # distinct
    first_date: date | None = None
    last_date: date | None = None
    format: Mapping[str, object] = field(default_factory=dict)
    rejects: tuple[Refusal, ...] = ()
    ignored: tuple[Refusal, ...] = ()
    notes: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()  # what the command line may still answer; a page offers it as a choice
    extras: Mapping[str, object] = field(default_factory=dict)  # nps of a feedback file, answers accepted
    questions: tuple[Question, ...] = ()  # all that is asked, the first of them also as `reason` and `question`
    rows_vanished: int = 0  # live rows of what this file exports again that stand in it no more
    rows_removed: int = 0  # rows that the load lets go: vanished ones if the analyst says so, and lines renumbered
    vanished_amount: Decimal | None = None  # revenue of the vanished rows
    vanished: tuple[Mapping[str, str], ...] = ()  # the first of them
    by_month_before: Mapping[str, Decimal] = field(default_factory=dict)  # live revenue of the file's months
    by_month_after: Mapping[str, Decimal] = field(default_factory=dict)  # the same with this load
    profile: str | None = None  # the remembered source whose columns and answers were used
    sample: tuple[Mapping[str, str], ...] = ()  # the first accepted rows as they would be stored
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # the file's headings that each field may take


@dataclass(frozen=True)
class Profile:
    """What analysts said of a source; its next file is read so. Parts that older programs did not keep are None."""

    profile: str  # the analyst's name for the source, or the hash of its heading line
    kind: str
    columns: Mapping[str, str]  # our column -> the file's heading
    answers: Mapping[str, str]
    headings: tuple[str, ...] = ()
    file: str | None = None  # the last file that taught it
    person: str | None = None
    remembered_at: datetime | None = None


@dataclass(frozen=True)
class WarningsEffect:
    """What a file would change in what the morning says. Headlines, the most urgent first."""

    as_of_before: date | None  # None: there is too little history for a morning
    as_of_after: date | None
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()  # as they would be said; "Watch → Act: …" where it weighs otherwise
    reason: str | None = None  # why nothing can be said

    @property
    def sentence(self) -> str:
        if self.reason:
            return self.reason
        counts = {"new": self.new, "gone": self.gone, "changed": self.changed}
        said = ", ".join(f"{len(headlines)} {word}" for word, headlines in counts.items() if headlines)
        day = f"{self.as_of_after.day} {self.as_of_after:%B %Y}"
        return f"As of {day}: {f'warnings {said}' if said else 'no warning comes, goes or changes'}."


@dataclass(frozen=True)
class CalibrationBin:
    """Days on which a rehearsal stated a probability of about the same size, and how often it was so."""

    low: float  # stated probability, 0-1
    high: float
    predicted: float  # mean of what was stated
    observed: float  # share of these days that lay in a rehearsed fall
    n: int  # days, one in seven of each series


ANY_KIND = "any"  # of rehearsed fall


@dataclass(frozen=True)
class Detection:
    """How many rehearsed falls of one kind and size were found among products of one volume."""

    volume: str  # order lines a day: "3 to 10"
    drop: float  # share of demand that went
    kind: str  # thinned, customers or quantities; ANY_KIND: of all three
    n: int  # falls rehearsed
    found_14: float | None  # share found within 14 days; None where nothing was rehearsed
    found_28: float | None
    found_56: float | None
    median_days: float | None  # None where fewer than half were found within 56 days


@dataclass(frozen=True)
class ControlRate:
    """How often untouched series rang in the same rehearsals, falls of their own included."""

    volume: str
    alarms: int
    series_quarters: float


@dataclass(frozen=True)
class ReplayedWarning:
    """A warning that would have been shown as Act, with what became of it."""

    key: str
    subject: Subject
    headline: str  # as said on the first day
    first_warned: date  # the first day as Act
    onset: date
    effect_share: float  # as said then
    stake: float  # money, as said then
    quarter: str
    lead_days_to_quarter_end: int
    quarter_actual: float | None  # money; None while the quarter runs
    quarter_expected: float | None  # money, had the subject gone on as before the onset
    quarter_last_year: float | None
    after_share: float | None  # (actual − expected) / expected in the 28 days after; None while they run
    outcome: str  # confirmed, not confirmed or open
    verdict: str | None = None  # a person's, where it decided


@dataclass(frozen=True)
class NowcastError:
    """How far the company's nowcasts of one day in the quarter missed what the quarter became."""

    day_in_quarter: int
    error: float  # mean of |estimate / actual − 1|
    n: int  # quarters
    coverage80: float | None  # share of the quarters inside the interval; None where none was given
    coverage95: float | None


@dataclass(frozen=True)
class Backtest:
    """The company's history replayed: what would have been said, what became of it, what can be seen at all."""

    first_date: date
    last_date: date
    facts_version: int
    computed_at: datetime  # UTC
    seconds: float
    currency: str
    promise: float  # of the warnings shown as Act, at most this share is noise
    series_quarters: float  # judged
    warnings: tuple[ReplayedWarning, ...]  # the newest first
    detection: tuple[Detection, ...]
    controls: tuple[ControlRate, ...]
    calibration: tuple[CalibrationBin, ...]
    calibration_error: float | None
    rehearsed_days: int  # of the past; 0 where it was too short to rehearse on
    nowcast: tuple[NowcastError, ...]
