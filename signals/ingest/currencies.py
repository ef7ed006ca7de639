"""In which currency does a company report, if its exports do not say?"""

from functools import cache

from babel import Locale
from babel.numbers import get_territory_currencies

LANGUAGES = ("en", "de", "fr", "es", "it", "pt")
COUNTRY_SHARE = 0.5  # of the lines, for one country to stand for the company


def currency_of_country(name: str) -> str | None:
    """GBP of `United Kingdom`, EUR of `Deutschland` or `DE`; None for what is no country."""
    code = name.upper() if name.upper() in Locale("en").territories else _territories().get(name.casefold())
    currencies = get_territory_currencies(code) if code and len(code) == 2 else []
    return currencies[0] if currencies else None


@cache
def _territories() -> dict[str, str]:
    names = {
        name.casefold(): code
        for language in LANGUAGES
        for code, name in Locale(language).territories.items()
        if len(code) == 2 and code.isalpha()
    }
    return names | {"usa": "US", "uk": "GB", "great britain": "GB", "england": "GB"}
