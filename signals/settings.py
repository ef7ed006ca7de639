"""What does the environment decide, and what has the company decided?"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from signals.errors import SignalsError
from signals.periods import FiscalCalendar

ROOT = Path(__file__).resolve().parents[1]
DEFAULT_DATABASE_URL = f"duckdb:///{ROOT / 'data' / 'signals.duckdb'}"
DEFAULT_LOCK_WAIT_SECONDS = 30.0

FALSE_DISCOVERY_RATE = 0.10  # of the warnings shown as Act, at most this share is noise
NO_COUNTRY = "none"  # decided: no public holidays
QUARTERS = {  # weeks of the four quarters, none for three months each
    "months": (),
    "13-13-13-13": (13, 13, 13, 13),
    "16-12-12-12": (16, 12, 12, 12),
    "12-12-12-16": (12, 12, 12, 16),
}
YEAR_STARTS = ("nearest", "before")  # the week's first day nearest to the month's first, or the last one up to it
YEAR_NAMES = ("start", "end")  # a fiscal year is named after the calendar year in which it starts or ends
REFUSED_SHARE_LIMIT = 0.05  # above this share of refused rows a load waits for a human's yes


@dataclass(frozen=True)
class Environment:
    """Where the database is and how long to wait for it."""

    database_url: str = DEFAULT_DATABASE_URL
    lock_wait_seconds: float = DEFAULT_LOCK_WAIT_SECONDS


def environment_of(variables: Mapping[str, str]) -> Environment:
    """The environment's settings; pass `os.environ`. Raises SignalsError where one cannot be read."""
    return Environment(
        database_url=variables.get("SIGNALS_DATABASE_URL") or DEFAULT_DATABASE_URL,
        lock_wait_seconds=_seconds(variables.get("SIGNALS_LOCK_WAIT_SECONDS") or DEFAULT_LOCK_WAIT_SECONDS),
    )


def _seconds(text: str | float) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise SignalsError(f"SIGNALS_LOCK_WAIT_SECONDS must be a number of seconds, not {text!r}.") from error


@dataclass(frozen=True)
class Company:
    """What a company decides; kept in the table `settings`."""

    currency: str | None = None  # ISO 4217; None until the data or a person says
    fiscal_year_start_month: int = 1
    fiscal_quarters: str = "months"  # a key of QUARTERS
    fiscal_week_start: int = 0  # the weekday on which fiscal weeks begin, Monday is 0; with quarters of weeks only
    fiscal_year_starts: str = "nearest"  # a key of YEAR_STARTS; with quarters of weeks only
    fiscal_year_named_after: str = "start"  # a key of YEAR_NAMES
    refused_share_limit: float = REFUSED_SHARE_LIMIT
    country: str | None = None  # ISO 3166, whose public holidays count; NO_COUNTRY for none; None until decided

    @property
    def calendar(self) -> FiscalCalendar:
        return FiscalCalendar(
            self.fiscal_year_start_month,
            QUARTERS[self.fiscal_quarters],
            self.fiscal_week_start,
            starts_nearest=self.fiscal_year_starts == "nearest",
            named_after_end=self.fiscal_year_named_after == "end",
        )


def company_of(values: Mapping[str, str]) -> Company:
    """The company's settings from the rows of `settings`."""
    return Company(
        currency=values.get("currency"),
        fiscal_year_start_month=int(values.get("fiscal_year_start_month", 1)),
        fiscal_quarters=values.get("fiscal_quarters", "months"),
        fiscal_week_start=int(values.get("fiscal_week_start", 0)),
        fiscal_year_starts=values.get("fiscal_year_starts", "nearest"),
        fiscal_year_named_after=values.get("fiscal_year_named_after", "start"),
        refused_share_limit=float(values.get("refused_share_limit", REFUSED_SHARE_LIMIT)),
        country=values.get("country") or None,
    )


def decisions(before: Company, decided: Company) -> dict[str, str]:
    """What a person decided otherwise, as the table `settings` keeps it."""
    return {
        field.name: "" if getattr(decided, field.name) is None else str(getattr(decided, field.name))
        for field in fields(Company)
        if getattr(decided, field.name) != getattr(before, field.name)
    }
