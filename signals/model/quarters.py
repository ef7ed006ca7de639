"""Where will the quarter land, what was said of it before, and which warnings make the difference?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from signals.model.evidence import Bridge
from signals.model.mornings import Nowcast

OTHER_PRODUCTS, OTHER_WARNINGS, ELSE = RESTS = ("Other products", "Other warnings", "All else")  # of a bridge


@dataclass(frozen=True)
class QuarterSaid:
    """What was said of the company's quarter on one day, and what it became. Money."""

    quarter: str
    last_date: date  # the quarter's
    said_date: date
    day_in_quarter: int
    estimate: float
    low80: float | None
    high80: float | None
    low95: float | None
    high95: float | None
    run_rate: float  # the quarter to date, carried on
    last_year: float | None  # the same quarter a year before
    became: float | None  # None while it runs
    is_replayed: bool  # computed later from what was known on that day

    @property
    def is_inside80(self) -> bool | None:
        return self._is_inside(self.low80, self.high80)

    @property
    def is_inside95(self) -> bool | None:
        return self._is_inside(self.low95, self.high95)

    def _is_inside(self, low: float | None, high: float | None) -> bool | None:
        return None if None in (low, high, self.became) else low <= self.became <= high


@dataclass(frozen=True)
class RunningDay:
    """The company's total from the quarter's first day up to one day of it. Money."""

    day: date
    total: float | None  # None for days to come
    last_year: float | None  # the same days a year before


@dataclass(frozen=True)
class FanDay:
    """Where that total may stand on a day to come. Money; prediction intervals."""

    day: date
    estimate: float
    low80: float | None
    high80: float | None
    low95: float | None
    high95: float | None


@dataclass(frozen=True)
class QuarterStake:
    """What an open warning takes from the quarter. Money, not negative."""

    warning_key: str
    severity: str
    name: str  # of its subject
    so_far: float  # missing since the later of its onset and the quarter's first day
    to_come: float  # by the quarter's end, if the last four weeks go on


@dataclass(frozen=True)
class Outlook:
    """The running quarter as it stands one morning."""

    nowcast: Nowcast
    running: tuple[RunningDay, ...]  # every day of the quarter
    fan: tuple[FanDay, ...]
    said: tuple[QuarterSaid, ...]  # weekly, the earliest first; today's is the nowcast
    stakes: tuple[QuarterStake, ...]  # the largest first
    bridges: tuple[Bridge, ...]  # from the plan or last year to the estimate, by product and by cause
    awaited: tuple[str, ...] = ()  # regions and channels whose late days are taken at their usual level


@dataclass(frozen=True)
class QuarterOfCompany:
    """Everything that the Quarter page shows."""

    as_of: date
    currency: str
    days_left: int
    outlook: Outlook
    parts: pd.DataFrame  # kind, key, name, actual_to_date, estimate, low80 … high95, target, last_year


@dataclass(frozen=True)
class Target:
    """What is planned for a quarter, of the company where no part is named. Money."""

    quarter: str  # as the list of targets calls it: 2026-Q4
    category: str | None
    product_id: str | None
    region: str | None
    revenue_target: float
    load_id: int  # that brought it
