"""What does a morning read from the database, in one consistent view?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from signals.detectors.rehearsal import Rehearsal
from signals.errors import TooLittleHistory
from signals.model import DATA_ERROR, NEW_NORMAL, Verdict, Warning
from signals.periods import Quarter, is_known, last_complete_day, quarter_of, year_before
from signals.pipeline.arrivals import Arrivals, arrivals_at
from signals.pipeline.events import events_at
from signals.pipeline.given import verdicts_of
from signals.records import from_json
from signals.settings import Company
from signals.store.company import company, theme_names
from signals.store.connection import Connection
from signals.triage.episodes import REPLAY_DAYS, Said
from signals.triage.ruled import live

YEAR_DAYS = 365
NO_SALES = "There are no sales yet. Load an export on the Uploads page, or run: signals demo"
LONGEST_GAP_DAYS = 14  # without sales that a holiday explains; a later day would be judged on nothing
DEFAULT_CURRENCY = "EUR"  # shown until the data or a person says


@dataclass(frozen=True)
class Facts:
    """Everything that a morning is computed from; nothing in it is dated after `as_of`."""

    as_of: date
    data_through: date
    facts_version: int
    company: Company
    quarter: Quarter
    lines: pd.DataFrame
    customer_days: pd.DataFrame
    region_days: pd.DataFrame
    product_names: pd.DataFrame
    customer_names: pd.DataFrame
    events: pd.DataFrame
    feedback: pd.DataFrame
    competitor_prices: pd.DataFrame
    targets: pd.DataFrame
    anonymous_share: float
    arrivals: Arrivals
    verdicts: tuple[Verdict, ...] = ()  # those that take part on this day
    theme_names: Mapping[str, str] = field(default_factory=dict)  # what the company calls its themes
    said: tuple[Said, ...] = ()  # what was last said of each warning before this day
    rehearsal: Rehearsal | None = None  # kept by the last backtest up to this day

    @property
    def currency(self) -> str:
        return self.company.currency or DEFAULT_CURRENCY

    @property
    def names(self) -> dict[str, str]:
        """product_id to what a reader calls it; the id itself where no name is known."""
        table = self.product_names
        return dict(zip(table["product_id"], table["product_name"].fillna(table["product_id"]), strict=True))

    @property
    def lines_of_quarter_last_year(self) -> pd.DataFrame | None:
        """None where the history does not reach back to the beginning of that quarter."""
        before = year_before(self.quarter, self.company.calendar)
        first, last = pd.Timestamp(before.first_date), pd.Timestamp(before.last_date)
        sold = self.lines["sold_date"]
        if sold.empty or not is_known(before, sold.min().date()):
            return None
        return self.lines[sold.between(first, last)]

    @property
    def withdrawn_on(self) -> dict[str, date]:
        """product_id to the day on which it was withdrawn, which has come."""
        table = self.product_names.dropna(subset=["discontinued_date"])
        days = zip(table["product_id"], table["discontinued_date"].dt.date, strict=True)
        return {product_id: day for product_id, day in days if day <= self.as_of}


def facts_at(connection: Connection, as_of: date | None) -> Facts:
    """The facts of a day; without a day, of the last one that the sales data covers. Raises TooLittleHistory."""
    region_days = connection.frame("marts/region_days")
    if as_of is not None:
        region_days = region_days[region_days["sold_date"] <= pd.Timestamp(as_of)]
    if region_days.empty:
        raise TooLittleHistory(NO_SALES if as_of is None else f"There are no sales up to {as_of:%d %B %Y}.")
    day = as_of or default_day(region_days)
    data_through = region_days["sold_date"].max().date()
    if day > data_through + timedelta(days=LONGEST_GAP_DAYS):
        raise TooLittleHistory(f"The sales reach to {data_through:%d %B %Y}; {day:%d %B %Y} lies too far behind that.")
    decided = company(connection)
    verdicts = tuple(live(verdicts_of(connection), day))
    quarter = quarter_of(day, decided.calendar)
    tables = {
        name: connection.frame(f"marts/{name}", as_of=day, customer_id=None, product_id=None)
        for name in ("customer_days", "product_names", "customer_names", "feedback", "competitor_prices")
    }
    return Facts(
        as_of=day,
        data_through=data_through,
        facts_version=connection.value("queries/facts_version"),
        company=decided,
        quarter=quarter,
        lines=connection.frame("marts/sales_lines", as_of=day),
        region_days=region_days,
        targets=connection.frame("marts/targets", quarter_name=quarter.name, quarter_code=quarter.code),
        anonymous_share=_anonymous_share(connection, day),
        verdicts=verdicts,
        said=_said(connection, day, verdicts),
        arrivals=arrivals_at(connection, day),
        rehearsal=_rehearsal(connection, day),
        events=events_at(connection, day),
        theme_names=theme_names(connection),
        **tables,
    )


def default_day(region_days: pd.DataFrame) -> date:
    """The last day that the sales data covers completely."""
    return last_complete_day(region_days.set_index("sold_date")["lines"])


def latest_day(connection: Connection) -> date:
    """As `default_day`, from the database. Raises TooLittleHistory without sales."""
    region_days = connection.frame("marts/region_days")
    if region_days.empty:
        raise TooLittleHistory(NO_SALES)
    return default_day(region_days)


def _rehearsal(connection: Connection, as_of: date) -> Rehearsal | None:
    rows = connection.rows("queries/rehearsal", as_of=as_of)
    return from_json(Rehearsal, rows[0]["summary"]) if rows else None


def _anonymous_share(connection: Connection, as_of: date) -> float:
    row = connection.rows("marts/revenue_shares", as_of=as_of, first_date=as_of - timedelta(days=YEAR_DAYS - 1))[0]
    return float(row["anonymous_revenue"] / row["revenue"]) if row["revenue"] else 0.0


def _said(connection: Connection, as_of: date, verdicts: Sequence[Verdict]) -> tuple[Said, ...]:
    """A warning that a person closed is not taken up again by what comes later."""
    closed = {each.warning_key for each in verdicts if each.verdict in (DATA_ERROR, NEW_NORMAL)}
    rows = connection.rows("queries/last_said", as_of=as_of, first_date=as_of - timedelta(days=REPLAY_DAYS))
    return tuple(
        Said(row["as_of"], from_json(Warning, row["said"]), is_answered=row["warning_key"] in closed) for row in rows
    )
