"""What do we measure, is more of it good, and how is a figure written?

English number formats: a thousands comma, a decimal point, a true minus (−), a space before % and before k, m and bn.
Two or three significant figures, as many as a reader remembers.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from babel import Locale, dates, numbers

LOCALE = "en"
MINUS = "−"
UNITS = (("", 1.0), (" k", 1e3), (" m", 1e6), (" bn", 1e9))
WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

ACT_EVIDENCE = 3.2  # S of SIGNALS A; about one false alarm per hundred products and quarter
WATCH_EVIDENCE = 2.0


@dataclass(frozen=True)
class Metric:
    """One thing that is watched."""

    name: str
    title: str
    unit: str  # money, share or points
    higher_is_better: bool
    least_effect_share: float  # a smaller change is true at best, not worth a person's morning


METRICS: Mapping[str, Metric] = MappingProxyType(
    {
        metric.name: metric
        for metric in (
            Metric("sales", "Sales", "money", True, 0.05),
            Metric("first_choice", "First choice", "share", True, 0.05),
            Metric("price_gap", "Price against competitors", "share", False, 0.03),
            Metric("p_lost", "Chance that a customer is lost", "share", False, 0.35),
        )
    }
)


def tone(metric: Metric, effect_low: float, effect_high: float) -> str:
    """concern, improvement or neutral; a change whose range holds zero is neutral, whatever its sign."""
    if not (effect_low > 0 or effect_high < 0):
        return "neutral"
    return "improvement" if (effect_low > 0) == metric.higher_is_better else "concern"


def money(amount: float, currency: str | None) -> str:
    """−€212 k, £1.2 m, CHF 48; pence only below ten."""
    figure, unit = _compact(abs(amount))
    return f"{_sign(amount, figure)}{_symbol(currency)}{figure}{unit}"


def signed_money(amount: float, currency: str | None) -> str:
    """A difference: +€40 k, −€212 k, €0."""
    written = money(amount, currency)
    return f"+{written}" if amount > 0 and _compact(amount)[0] != "0" else written


def money_range(estimate: float, low: float, high: float, currency: str | None) -> str:
    """€18.4 m (17.6–19.1): the bounds in the estimate's unit."""
    unit, signs, figures = _in_one_unit(estimate, low, high)
    dash = "–" if not any(signs[1:]) else "…"
    bounds = dash.join(sign + figure for sign, figure in zip(signs[1:], figures[1:], strict=True))
    return f"{signs[0]}{_symbol(currency)}{figures[0]}{unit} ({bounds})"


def money_span(low: float, high: float, currency: str | None) -> str:
    """€17.6–19.1 m: a range in the unit of its larger end."""
    unit, signs, figures = _in_one_unit(low, high)
    dash = "…" if any(signs) else "–"
    return f"{signs[0]}{_symbol(currency)}{figures[0]}{dash}{signs[1]}{figures[1]}{unit}"


def _in_one_unit(*amounts: float) -> tuple[str, list[str], list[str]]:
    """The unit of the largest, and each amount's sign and figure in it."""
    unit = _compact(max(map(abs, amounts)))[1]
    size = dict(UNITS)[unit]
    figures = [_figure(abs(amount) / size, is_whole=not unit) for amount in amounts]
    return unit, [_sign(amount, figure) for amount, figure in zip(amounts, figures, strict=True)], figures


def price(amount: float, currency: str | None) -> str:
    """What is paid for one: €9.80."""
    precision = numbers.get_currency_precision(currency) if currency else 2
    figure = f"{abs(amount):,.{precision}f}"
    return f"{_sign(amount, figure)}{_symbol(currency)}{figure}"


def share(value: float) -> str:
    """A share or a probability, 0-1: 14 %. What is neither none nor all is never written as none or all."""
    if 0 < value < 0.01:
        return "less than 1 %"
    if 0.99 < value < 1:
        return "more than 99 %"
    return f"{_sign(value, str(_percent(value)))}{_percent(value):,} %"


def signed_share(value: float) -> str:
    """A change: −14 %, +6 %, 0 %."""
    return f"{_signed_percent(value)} %"


def share_range(value: float, low: float, high: float) -> str:
    """−14 % (−19…−9)."""
    return f"{signed_share(value)} ({_signed_percent(low)}…{_signed_percent(high)})"


def points(value: float) -> str:
    """A score in points: −6, 0, +31."""
    figure = f"{abs(value):.0f}"
    return f"{(MINUS if value < 0 else '+') if figure != '0' else ''}{figure}"


def on_day(day: date, as_of: date) -> str:
    """12 October; with its year where that is not the year of `as_of`."""
    return _english(day, "d MMMM" if day.year == as_of.year else "d MMMM y")


def about_day(day: date, as_of: date) -> str:
    return f"about {on_day(day, as_of)}"


def full_day(day: date) -> str:
    """Sat 21 Nov 2026: how far data reaches is never left to guess."""
    return _english(day, "EEE d MMM y")


def short_day(day: date, as_of: date) -> str:
    """Sat 21 Nov."""
    return _english(day, "EEE d MMM" if day.year == as_of.year else "EEE d MMM y")


def number(count: int) -> str:
    """1,204."""
    return f"{count:,}"


def in_words(count: int) -> str:
    """Words to nine, figures from ten."""
    return WORDS[count] if 0 <= count < len(WORDS) else number(count)


def counted(count: int, noun: str, plural: str | None = None) -> str:
    """1 product, 31 products; `plural` where it is not the noun with an s."""
    return f"{number(count)} {noun if count == 1 else plural or noun + 's'}"


def counted_in_words(count: int, noun: str, plural: str | None = None) -> str:
    """One product, five products, 31 products, in lower case."""
    return f"{in_words(count)} {noun if count == 1 else plural or noun + 's'}"


def listed(names: list[str]) -> str:
    """A, B and C."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _symbol(currency: str | None) -> str:
    symbol = numbers.get_currency_symbol(currency, locale=LOCALE) if currency else ""
    return f"{symbol} " if symbol[-1:].isalpha() else symbol


def _compact(amount: float) -> tuple[str, str]:
    """The figure and its unit; 999,960 is 1 m, not 1,000 k."""
    for unit, size in UNITS:
        figure = _figure(amount / size, is_whole=not unit)
        if float(figure.replace(",", "")) < 1000:
            return figure, unit
    return figure, unit


def _figure(amount: float, *, is_whole: bool) -> str:
    """Not negative. Units of money are whole from ten on; thousands and more have one decimal below a hundred."""
    if is_whole:
        return f"{amount:,.2f}" if amount < 9.995 and round(amount, 2) % 1 else f"{amount:,.0f}"
    return f"{amount:.1f}".removesuffix(".0") if amount < 99.95 else f"{amount:,.0f}"


def _sign(amount: float, figure: str) -> str:
    """A minus, but none before a figure that is rounded to nothing."""
    return MINUS if amount < 0 and figure.strip("0.") else ""


def _percent(value: float) -> int:
    return round(abs(value) * 100)


def _signed_percent(value: float) -> str:
    percent = _percent(value)
    return f"{(MINUS if value < 0 else '+') if percent else ''}{percent:,}"


def _english(day: date, pattern: str) -> str:
    return dates.format_date(day, pattern, locale=LOCALE)


def currency_codes() -> list[str]:
    """ISO 4217 codes of the currencies in use today, in order."""
    return sorted({code for territory in Locale("en").territories for code in _in_use(territory)})


def currency_name(code: str) -> str:
    """GBP · British Pound."""
    return f"{code} · {Locale('en').currencies.get(code, code)}"


def country_name(code: str) -> str:
    """GB · United Kingdom."""
    return f"{code} · {Locale('en').territories.get(code, code)}"


def _in_use(territory: str) -> list[str]:
    return numbers.get_territory_currencies(territory) if len(territory) == 2 else []
