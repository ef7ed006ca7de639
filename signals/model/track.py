"""What would have been said of the past, and was it right?"""

from dataclasses import dataclass
from datetime import date, datetime

from signals.model.customers import CalibrationBin
from signals.model.quarters import QuarterSaid
from signals.model.subjects import Subject

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
    run_rate_error: float | None = None  # of the quarter to date carried on
    last_year_error: float | None = None  # of last year's quarter; None where none was known
    ranges: int = 0  # of the n, those that had a range


@dataclass(frozen=True)
class ProductsError:
    """How far the nowcasts of products that sell at least every third day missed one quarter, as said on one day."""

    quarter: str
    day_in_quarter: int
    products: int
    error: float  # Σ|estimate − actual| / Σ actual (WAPE)
    run_rate_error: float
    last_year_error: float | None
    coverage80: float | None
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
    quarters: tuple[QuarterSaid, ...] = ()  # what would have been said of each past quarter, week by week
    products_nowcast: tuple[ProductsError, ...] = ()
