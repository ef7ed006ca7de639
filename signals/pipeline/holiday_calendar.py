"""Which days are public holidays where the company sells?

By the country that the company decided, else by the one that its currency or its largest region names. Holidays of
parts of a country are not known here.
"""

from collections.abc import Sequence
from datetime import date

import holidays
import pandas as pd
from babel import Locale, numbers

from signals.detectors.rulings import VOID, Ruling
from signals.errors import SignalsError
from signals.model import Subject
from signals.settings import NO_COUNTRY, Company
from signals.store.company import company
from signals.store.connection import Connection
from signals.store.engine import Store

LANGUAGE = "en_US"
SHARED_CURRENCIES = ("USD",)  # named after one country, in use in many
ALSO_CALLED = {"uk": "GB", "great britain": "GB", "usa": "US", "united states of america": "US"}
COLUMNS = ["kind", "first_date", "last_date", "product_id", "category", "region", "note"]


def countries() -> list[str]:
    """ISO 3166 codes of the countries whose public holidays are known, in order."""
    return sorted(code for code in holidays.list_supported_countries() if len(code) == 2)


def country_of(decided: Company, region: str | None) -> str | None:
    """The decided country, else the guess; None where neither is known or holidays are not wanted."""
    if decided.country == NO_COUNTRY:
        return None
    return decided.country or guessed_country(decided.currency, region)


def guessed_country_of(store: Store) -> str | None:
    """As `guessed_country`, of what the database holds."""
    with store.reading() as connection:
        return guessed_country(company(connection).currency, largest_region(connection))


def largest_region(connection: Connection) -> str | None:
    """By order lines."""
    rows = connection.rows("queries/main_region")
    return rows[0]["region"] if rows else None


def guessed_country(currency: str | None, region: str | None) -> str | None:
    """The country of the currency, where it is that of one country, else the one that `region`, the largest, names."""
    by_currency = _country_of_currency(currency) if currency and currency not in SHARED_CURRENCIES else None
    return by_currency or _country_named(region)


def public_holidays(country: str | None, first_date: date, last_date: date) -> pd.DataFrame:
    """A row a holiday between both days: kind "holiday", first_date, last_date, note (its English name).

    The other columns of `events` are missing. Empty without a country. Raises SignalsError for one that is not known.
    """
    if country is None:
        return _frame([])
    try:
        known = holidays.country_holidays(country, years=range(first_date.year, last_date.year + 1), language=LANGUAGE)
    except NotImplementedError as error:
        raise SignalsError(f"The public holidays of {country} are not known.") from error
    return _frame(sorted((day, name) for day, name in known.items() if first_date <= day <= last_date))


def holiday_rulings(of_country: pd.DataFrame) -> tuple[Ruling, ...]:
    """Holidays say nothing of the company as a whole; everything else is held against what sold on the same day."""
    company = Subject("company", "The company")
    return tuple(Ruling(VOID, company, day.date(), day.date()) for day in of_country["first_date"])


def _frame(days: Sequence[tuple[date, str]]) -> pd.DataFrame:
    table = pd.DataFrame(days, columns=["first_date", "note"])
    table["first_date"] = pd.to_datetime(table["first_date"])
    return table.assign(kind="holiday", last_date=table["first_date"]).reindex(columns=COLUMNS)


def _country_of_currency(currency: str) -> str | None:
    """A currency's code begins with its country's (ISO 4217); EUR and the X codes belong to no country."""
    country = currency[:2]
    known = country in countries() and currency in numbers.get_territory_currencies(country)
    return country if known else None


def _country_named(region: str | None) -> str | None:
    name = " ".join((region or "").split()).casefold()
    named = {known.casefold(): code for code, known in Locale("en").territories.items()} | ALSO_CALLED
    code = named.get(name)
    return code if code in countries() else None
