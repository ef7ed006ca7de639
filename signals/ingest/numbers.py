"""What number is written here: 1.234,56 or 1,234.56, (12) or 12-, € 5?

A column's style of decimals is decided over all of its texts; a text that the style does not fit is refused, never
read the other way.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from signals.ingest.texts import Parsed, Refused, is_missing

LARGEST_AMOUNT = Decimal("1000000000000")  # one line of an export beyond this is a slip
POINT, COMMA = "point", "comma"

SPACES = "\u0020\u00a0\u2007\u2009\u202f"
APOSTROPHES = "'\u2019\u02bc`"
CURRENCY = re.compile(
    r"[€$£¥₹]|\b(?:EUR|USD|GBP|CHF|JPY|INR|SEK|NOK|DKK|PLN|CZK|BRL|CAD|AUD|R\$|kr|Fr\.?)(?![A-Za-z])", re.I
)
SIDE = re.compile(r"\s*(CR|DR)\.?$", re.I)
BODY = re.compile(r"\d[\d.,\s'\u2019\u02bc`]*|[.,]\d+")
SCIENTIFIC = re.compile(r"[+-]?\d+(?:[.,]\d+)?[eE][+-]?\d{1,3}")
NOT_FINITE = re.compile(r"[+-]?(?:inf(?:inity)?|∞|nan)", re.I)
GROUPED = {
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}"),  # 1,234,567 and the Indian 12,34,567
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"),
    " ": re.compile(r"[1-9]\d{0,2}(?: \d{3})+"),
    "'": re.compile(r"[1-9]\d{0,2}(?:'\d{3})+"),
}


def style_of(texts: Iterable[str]) -> str | None:
    """POINT or COMMA if any text decides it, the majority if they differ; None where nothing does."""
    votes = {POINT: 0, COMMA: 0}
    for text in texts:
        style = _told_style(_body(text)[1])
        if style:
            votes[style] += 1
    if votes[POINT] == votes[COMMA] == 0:
        return None
    return POINT if votes[POINT] >= votes[COMMA] else COMMA


def has_ambiguous(texts: Iterable[str]) -> bool:
    """Is there a text like 1,234 or 1.234, which only the style can read?"""
    return any(_is_ambiguous(_body(text)[1]) for text in texts)


def number_of(text: str, style: str) -> Parsed:
    """The number, or None where it is missing, or why it is refused."""
    if is_missing(text):
        return None
    if NOT_FINITE.fullmatch(text.strip()):
        return Refused("not_finite", "is not a finite number")
    sign, body = _body(text)
    if SCIENTIFIC.fullmatch(body):
        value = Decimal(body.replace(",", "."))
    else:
        plain = _plain(body, style)
        if plain is None:
            other = COMMA if style == POINT else POINT
            if _plain(body, other) is not None:
                return Refused("inconsistent_number", f"does not fit the decimal {style} of its column")
            return Refused("bad_number", "is not a number")
        value = Decimal(plain)
    if abs(value) > LARGEST_AMOUNT:
        return Refused("overflow", f"is beyond {LARGEST_AMOUNT:,} in size")
    return sign * value


def score_of(text: str, style: str) -> Parsed:
    """As a number, but an exponent is no score."""
    if SCIENTIFIC.fullmatch(text.strip()):
        return Refused("bad_number", "is not a score")
    return number_of(text, style)


def _body(text: str) -> tuple[int, str]:
    """The sign, and the digits with their separators. A text that is no number comes back as it is."""
    rest, sign = text.strip(), 1
    side = SIDE.search(rest)
    if side:  # of a ledger: credits lower revenue
        rest, sign = rest[: side.start()], -1 if side[1].upper() == "CR" else 1
    rest = CURRENCY.sub("", rest, count=1).strip(SPACES)
    if rest.startswith("(") and rest.endswith(")"):
        rest, sign = rest[1:-1].strip(SPACES), -sign
    rest = CURRENCY.sub("", rest, count=1).replace("−", "-").strip(SPACES)
    if rest[:1] in "+-" and rest[1:2] not in "+-":
        rest, sign = rest[1:].strip(SPACES), -sign if rest[0] == "-" else sign
    elif rest.endswith("-"):
        rest, sign = rest[:-1].strip(SPACES), -sign
    return sign, CURRENCY.sub("", rest, count=1).strip(SPACES)


def _grouping_normalised(body: str) -> str:
    for char in SPACES:
        body = body.replace(char, " ")
    for char in APOSTROPHES:
        body = body.replace(char, "'")
    return body


def _told_style(body: str) -> str | None:
    """POINT or COMMA if this text can only be read so."""
    if not BODY.fullmatch(body) or _is_ambiguous(body):
        return None
    fits = [style for style in (POINT, COMMA) if _plain(body, style) is not None]
    return fits[0] if len(fits) == 1 else None


def _is_ambiguous(body: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", body) is not None


def _plain(body: str, style: str) -> str | None:
    """Digits with a decimal point, or None if the text is not written in this style."""
    body = _grouping_normalised(body)
    mark, group = (".", ",") if style == POINT else (",", ".")
    whole, _, fraction = body.partition(mark)
    if fraction and not (fraction.isascii() and fraction.isdigit()):
        return None
    if whole and not (whole.isascii() and whole.isdigit()):
        pattern = next((GROUPED[char] for char in (group, " ", "'") if char in whole), None)
        if pattern is None or not pattern.fullmatch(whole):
            return None
    digits = re.sub(r"\D", "", whole)
    return f"{digits or '0'}.{fraction or '0'}" if digits or fraction else None
