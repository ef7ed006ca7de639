"""What does Today show, and how far does the data behind it reach?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from signals.model.customers import CustomerAtRisk, Ledger
from signals.model.subjects import ClosedWarning, Warning, Witness


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
    witnesses: tuple[Witness, ...] = ()  # what speaks of the products beside their sales, the strongest first
    beside_sales: tuple[Warning, ...] = ()  # bad news that no warning of the sales tells: watched
