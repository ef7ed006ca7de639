"""Which of the few words that a column allows is meant?"""

import re
from functools import lru_cache

from babel.numbers import list_currencies

from signals.ingest.texts import Refused, text_of

SIGNS = {
    "€": "EUR",
    "£": "GBP",
    "$": "USD",
    "¥": "JPY",
    "₹": "INR",
    "₺": "TRY",
    "₽": "RUB",
    "₩": "KRW",
    "₫": "VND",
    "₦": "NGN",
    "₱": "PHP",
    "₪": "ILS",
    "₴": "UAH",
    "₸": "KZT",
    "฿": "THB",
    "元": "CNY",
    "円": "JPY",
    "EURO": "EUR",
    "EUROS": "EUR",
    "US$": "USD",
    "U$S": "USD",
    "R$": "BRL",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "MX$": "MXN",
    "POUND": "GBP",
    "POUNDS": "GBP",
    "DOLLAR": "USD",
    "DOLLARS": "USD",
    "FRANKEN": "CHF",
    "SFR": "CHF",
    "SFR.": "CHF",
    "FR.": "CHF",
    "RS": "INR",
    "RS.": "INR",
    "ZŁ": "PLN",
    "KČ": "CZK",
    "FT": "HUF",
    "LEI": "RON",
    "TL": "TRY",
    "РУБ": "RUB",
    "РУБ.": "RUB",
    "Р.": "RUB",
    "ЛВ": "BGN",
    "ЛВ.": "BGN",
    "DM": "DEM",
}
CODES = frozenset(list_currencies())
CROWNS = frozenset({"SEK", "NOK", "DKK", "ISK"})
SHARED_SIGNS = {  # beside an amount; which one is meant, the file's other marks or its currency column tell
    "$": frozenset(["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU"]),
    "¥": frozenset({"JPY", "CNY"}),
    "£": frozenset({"GBP", "EGP", "GIP"}),
    "KR": CROWNS,
    "KR.": CROWNS,
}
YEAR, NUMBER = r"(?:\d{4}/(?:\d{4}|\d{2})|\d{4}|\d{2})", r"[1-4]"
NAME = r"(?:q|t|qtr|quarter|quartal|trimestre|trim|kwartaal|kwartał)"
QUARTERS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"(?P<y>{YEAR})[\s\-/.]*{NAME}\.?[\s\-]*(?P<q>{NUMBER})",
        rf"{NAME}\.?[\s\-]*(?P<q>{NUMBER})[\s\-/.,']*(?P<y>{YEAR})",
        rf"(?P<q>{NUMBER})(?:\.|st|nd|rd|th|er|e|ème|º|°)?\s*{NAME}\.?[\s\-/.,']*(?P<y>{YEAR})",
    )
)


def currency_of(text: str) -> object:
    """The ISO 4217 code of EUR, eur, Euro or €."""
    told = text_of(text)
    if told is None:
        return None
    code = SIGNS.get(told.upper(), told.upper())
    return code if code in CODES else Refused("bad_currency", "is no currency that we know")


@lru_cache(1000)
def codes_of(mark: str) -> frozenset[str]:
    """The currencies that a mark beside an amount may stand for; none where it is no currency."""
    told = mark.strip().upper()
    return SHARED_SIGNS.get(told, frozenset({SIGNS.get(told, told)}) & CODES)


def mark_of(codes: frozenset[str]) -> str:
    """How currencies that share a sign are called together."""
    return next((sign for sign, shared in SHARED_SIGNS.items() if shared == codes), "/".join(sorted(codes)))


def quarter_of_text(text: str) -> object:
    """2026-Q4 of `2026 Q4`, `Q4/2026`, `4Q26`, `T4 2026` or `4. Quartal 2026`; 2026/27-Q4 of `2026/27 Q4`."""
    told = text_of(text)
    if told is None:
        return None
    match = next(filter(None, (pattern.fullmatch(told) for pattern in QUARTERS)), None)
    if match is None:
        return Refused("bad_date", "is no quarter such as 2026-Q4")
    return f"{_year(match['y'])}-Q{match['q']}"


def _year(text: str) -> str:
    first, slash, second = text.partition("/")
    return f"{first if len(first) == 4 else '20' + first}{slash}{second[-2:]}"
