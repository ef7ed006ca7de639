"""Which of the few words that a column allows is meant?"""

import re

from babel.numbers import list_currencies

from signals.ingest.texts import Refused, text_of

SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "¥": "JPY",
    "₹": "INR",
    "EURO": "EUR",
    "EUROS": "EUR",
    "US$": "USD",
    "R$": "BRL",
    "POUND": "GBP",
    "POUNDS": "GBP",
    "DOLLAR": "USD",
    "DOLLARS": "USD",
    "FRANKEN": "CHF",
    "SFR": "CHF",
    "FR.": "CHF",
}
CODES = frozenset(list_currencies())
QUARTER = re.compile(r"(?:(?P<y>\d{4})[\s\-/]*Q(?P<q>[1-4])|Q(?P<q2>[1-4])[\s\-/]*(?P<y2>\d{4}))", re.I)


def currency_of(text: str) -> object:
    """The ISO 4217 code of EUR, eur, Euro or €."""
    told = text_of(text)
    if told is None:
        return None
    code = SIGNS.get(told.upper(), told.upper())
    return code if code in CODES else Refused("bad_currency", "is no currency that we know")


def quarter_of_text(text: str) -> object:
    """2026-Q4 of `2026 Q4`, `Q4/2026` or `2026-q4`."""
    told = text_of(text)
    match = QUARTER.fullmatch(told) if told else None
    if told and not match:
        return Refused("bad_date", "is no quarter such as 2026-Q4")
    return f"{match['y'] or match['y2']}-Q{match['q'] or match['q2']}" if match else None
