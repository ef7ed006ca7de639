"""In which currency is a line, and what is it worth in the currency in which the company reports?"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

from signals.errors import IngestRejected
from signals.ingest.bench import Bench
from signals.ingest.headings import unit_of
from signals.ingest.numbers import Marks
from signals.ingest.vocabulary import codes_of

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
COUNTRY_SHARE = 0.5  # of the lines, for one country to stand for the company

MARKED = r"[\p{Sc}\p{L}]"  # what a text with a currency in it contains


@dataclass(frozen=True)
class Rate:
    """What one unit of a currency is worth in the reporting currency, from a day on."""

    currency: str
    first_date: date
    rate: Decimal


def currency_of_country(name: str) -> str | None:
    """GBP of `United Kingdom`, EUR of `Deutschland` or `DE`; None for what is no country."""
    code = name.upper() if name.upper() in Locale("en").territories else _territories().get(name.casefold())
    currencies = get_territory_currencies(code) if code and len(code) == 2 else []
    return currencies[0] if currencies else None


def sign_in(text: str, reporting: str | None = None) -> str | None:
    """The currency of `€ 12,50` or `12.50 USD`; None where the text has none.

    A sign that several currencies share, such as $, is the company's own if that is one of them. While the company's
    is not known such a sign tells nothing; else it is some other currency, of which all that may be meant are named.
    """
    marks = Marks().see([text]).currencies
    return _one_of(next(iter(marks)), reporting) if marks else None


def told_by_headings(headings: Iterable[str], reporting: str | None = None) -> str | None:
    """The currency of `Amount (EUR)`. Raises IngestRejected where headings name several."""
    found = {heading: _one_of(codes_of(unit_of(heading)[1]), reporting) for heading in headings}
    told = {heading: code for heading, code in found.items() if code}
    if len(set(told.values())) > 1:
        raise IngestRejected("mixed_currency", f"The amounts are in several currencies: {', '.join(told)}.")
    return next(iter(told.values()), None)


def _one_of(codes: frozenset[str], reporting: str | None) -> str | None:
    if reporting in codes:
        return reporting
    return "/".join(sorted(codes)) or None if len(codes) == 1 or reporting else None


def lay_out_signs(bench: Bench, columns: Sequence[str], reporting: str | None) -> list[str]:
    """Make `signs` (line, code) of the amounts that bear one, the first column's before the next's; its codes."""
    bench.execute("CREATE TABLE signs (line BIGINT, code VARCHAR)")
    for column in columns:
        marked = bench.execute(f"SELECT DISTINCT {column} FROM cells WHERE regexp_matches({column}, ?)", MARKED)
        codes = [(text, sign_in(text, reporting)) for (text,) in marked.fetchall()]
        known = [pair for pair in codes if pair[1]]
        if known:
            bench.execute("CREATE OR REPLACE TABLE marked (text VARCHAR, code VARCHAR)")
            bench.connection.executemany("INSERT INTO marked VALUES (?, ?)", known)
            bench.execute(
                f"INSERT INTO signs SELECT line, code FROM cells JOIN marked ON cells.{column} = marked.text "
                "ANTI JOIN signs USING (line)"
            )
    return [code for (code,) in bench.execute("SELECT DISTINCT code FROM signs ORDER BY code").fetchall()]


def lay_out_rates(bench: Bench, rates: Sequence[Rate], reporting: str) -> None:
    """Make `rates` (code, first_date, end_date, rate), each until the next of its currency."""
    bench.execute("CREATE TABLE given_rates (code VARCHAR, first_date DATE, rate DECIMAL(17, 9))")
    given = [(rate.currency, rate.first_date, rate.rate) for rate in rates if rate.currency != reporting]
    bench.connection.executemany(
        "INSERT INTO given_rates VALUES (?, ?, ?)", [*given, (reporting, date.min, Decimal(1))]
    )
    bench.execute(
        "CREATE TABLE rates AS SELECT code, first_date, rate, "
        "lead(first_date) OVER (PARTITION BY code ORDER BY first_date) AS end_date FROM given_rates"
    )


def named(amounts: Mapping[str, Decimal]) -> str:
    """`EUR 1,200.00 and USD 300.00`"""
    told = [f"{code or 'no currency'} {amount:,.2f}" for code, amount in sorted(amounts.items())]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


@cache
def _territories() -> dict[str, str]:
    names = {
        name.casefold(): code
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }
    return names | {"usa": "US", "uk": "GB", "great britain": "GB", "england": "GB"}
