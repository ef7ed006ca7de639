"""In which currency does the company report, if nobody has decided it yet?"""

from dataclasses import replace

from signals.ingest.currencies import COUNTRY_SHARE, currency_of_country
from signals.model import LoadReport
from signals.store.company import company, forget_setting, set_setting, setting
from signals.store.connection import Connection

CURRENCY = "currency"
FIRST_LOAD = "currency_from_load"  # the load that the currency was read from, and the currency


def with_currency(connection: Connection, report: LoadReport, person: str) -> LoadReport:
    """Set it once: from the first sales that state one, else from the country of most lines, which a note says."""
    if report.kind != "sales" or company(connection).currency:
        return report
    stated = [code for code in report.amounts if code]
    guess, note = (stated[0], None) if stated else _of_country(connection)
    if guess is None:
        return report
    set_setting(connection, name=CURRENCY, value=guess, person=person)
    set_setting(connection, name=FIRST_LOAD, value=f"{report.load_id} {guess}", person=person)
    return replace(report, notes=(*report.notes, note)) if note else report


def forget_currency(connection: Connection, load_id: int, person: str) -> None:
    """A currency that was read from a load goes with it, if no other sales were loaded and nobody chose another."""
    is_from_load = setting(connection, FIRST_LOAD) == f"{load_id} {company(connection).currency}"
    others = any(row["kind"] == "sales" and row["state"] == "live" for row in connection.rows("queries/loads"))
    if is_from_load and not others:
        forget_setting(connection, name=CURRENCY, person=person)
        forget_setting(connection, name=FIRST_LOAD, person=person)


def _of_country(connection: Connection) -> tuple[str | None, str | None]:
    regions = connection.rows("queries/main_region")
    if not regions:
        return None, None
    lines, main = sum(row["lines"] for row in regions), regions[0]
    currency = currency_of_country(main["region"]) if main["lines"] >= COUNTRY_SHARE * lines else None
    note = (
        f"The file names no currency. {main['lines'] / lines:.0%} of its lines are from {main['region']}, "
        f"so amounts are shown in {currency}; change it in Settings."
    )
    return currency, note
