"""What number is written here: 1.234,56 or 1,234.56, (12) or 12-, € 5?

The style of decimals is decided over all numbers of a file; a text that the style does not fit is refused, never
read the other way.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from signals.ingest.texts import INVISIBLE, Parsed, Refused, is_missing
from signals.ingest.vocabulary import codes_of

LARGEST_AMOUNT = Decimal("1000000000000")  # one line of an export beyond this is a slip
POINT, COMMA = "point", "comma"
MARKS = {POINT: ".", COMMA: ","}
SHARE, PER_CENT = "share", "per_cent"
SLIP_SHARE = 0.05  # so few numbers of the other style are slips; more, and the file is of two systems
HUNDRED = Decimal(100)

_LOOK_ALIKES = {
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n",
    "'": "\u2018\u2019\u02bc\u00b4`",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d",
    ".": "\u066b\uff0e",  # an Arabic decimal mark, a wide point
    ",": "\u066c\uff0c",
    "(": "\uff08",
    ")": "\uff09",
    "%": "\uff05\u066a",
    "+": "\uff0b",
    "$": "\uff04",
    "\u00a5": "\uffe5",
    "": INVISIBLE,
} | {str(digit): "".join(chr(zero + digit) for zero in (0x660, 0x6F0, 0x966, 0xFF10)) for digit in range(10)}
PLAINLY = str.maketrans({alike: char for char, alikes in _LOOK_ALIKES.items() for alike in alikes})

WRITTEN = re.compile(
    r"(?P<head>[^\d]*?)(?P<core>[.,]?\d(?:[\d.,' ]*\d)?[.,]?)(?P<exponent>[eE][+-]?\d{1,3})?(?P<tail>[^\d]*)"
)
SIDE = re.compile(r"(?:CR|DR)\.?$")  # only so spelled: Cr is a credit in one country and ten million in another
DASHES = re.compile(r" ?-{1,2}")  # 5,- and 5.-- are prices without cents
UNIT = re.compile(r"[^\W\d_]{1,12}\.?")
MULTIPLES = frozenset(
    {"k", "m", "b", "t", "mio", "mrd", "mn", "mln", "bn", "tsd", "mill", "lakh", "crore", "cr", "dr", "dz", "doz"}
    | {"dozen", "dutzend", "hundred", "thousand", "million", "billion", "tausend", "mille", "mil"}
)
NOT_FINITE = re.compile(r"[+-]?(?:inf(?:inity)?|∞|nan)", re.I)
AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
GROUPED = {
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}"),  # 1,234,567 and the Indian 12,34,567
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"),
    " ": re.compile(r"[1-9]\d{0,2}(?: \d{3})+"),
    "'": re.compile(r"[1-9]\d{0,2}(?:'\d{3})+"),
}


@dataclass(frozen=True)
class Style:
    """How the numbers of a column are written."""

    decimal: str = POINT
    is_mixed: bool = False  # the file has numbers of both styles: 1,234 could be either
    unit: str = ""  # that every text of the column carries


@dataclass
class Marks:
    """What the texts of a column tell about its style, gathered text by text."""

    votes: Counter = field(default_factory=Counter)  # style -> texts that can only be read so
    example: dict[str, str] = field(default_factory=dict)  # style -> one of those texts
    ambiguous: dict[str, str] = field(default_factory=dict)  # mark -> a text such as 1.234
    padded: dict[str, str] = field(default_factory=dict)  # mark -> a text such as 1.250, with a zero at its end
    has_whole: bool = False  # a text such as 12, without any mark
    currencies: set[frozenset[str]] = field(default_factory=set)  # per mark, those that it may stand for
    units: Counter = field(default_factory=Counter)  # unit, or "" -> texts
    has_per_cent: bool = False

    def see(self, texts: Iterable[str]) -> "Marks":
        for text in texts:
            parts = None if is_missing(text) else _parts(text)
            if parts:
                self._count(parts, text)
        return self

    def _count(self, parts: "Parts", text: str) -> None:
        self.units[parts.unit] += 1
        self.has_per_cent |= parts.is_per_cent
        if parts.currencies:
            self.currencies.add(parts.currencies)
        if parts.core.isdigit():
            self.has_whole |= not parts.exponent and bool(parts.core.strip("0"))
        elif AMBIGUOUS.fullmatch(parts.core) and not parts.exponent:
            mark = parts.core[-4]
            self.ambiguous.setdefault(mark, text)
            if parts.core.endswith("0"):
                self.padded.setdefault(mark, text)
        else:
            fits = [style for style in MARKS if _plain(parts, style) is not None]
            if len(fits) == 1:
                self.votes[fits[0]] += 1
                self.example.setdefault(fits[0], text)

    @property
    def common_unit(self) -> str:
        """The unit that every text carries, else none."""
        return next(iter(self.units)) if len(self.units) == 1 else ""

    def contradicts(self, style: str) -> str | None:
        """A text such as 1.250 beside whole numbers: no writer pads one decimal fraction with zeros and not the others.

        Only where the column itself has no other number of that style.
        """
        return self.padded.get(MARKS[style]) if self.has_whole and not self.votes[style] else None


def style_of(columns: Iterable[Marks]) -> str | None:
    """POINT or COMMA, whichever most texts tell; None where none does, or as many tell one as the other."""
    votes = _votes(columns)
    return None if votes[POINT] == votes[COMMA] else max(MARKS, key=lambda style: votes[style])


def is_mixed(columns: Iterable[Marks]) -> bool:
    """Are numbers of both styles more than slips?"""
    votes = _votes(columns)
    return min(votes[POINT], votes[COMMA]) > SLIP_SHARE * sum(votes.values())


def number_of(text: str, style: Style) -> Parsed:
    """The number, or None where it is missing, or why it is refused. An amount of money is no number."""
    return _read(text, style, lambda parts: not parts.currencies and not parts.is_per_cent)


def money_of(text: str, style: Style) -> Parsed:
    """As a number, with or without a currency on either side."""
    return _read(text, style, lambda parts: not parts.is_per_cent)


def score_of(text: str, style: Style) -> Parsed:
    """As a number, but an exponent is no score."""
    return _read(text, style, lambda parts: not (parts.currencies or parts.is_per_cent or parts.exponent))


def share_of(text: str, style: Style, *, bare: str, has_per_cent: bool) -> Parsed:
    """0.12 of 12 %. `bare` says what a number without the sign is, SHARE or PER_CENT.

    Beside 12 % a bare 0.5 may be a half or a half per cent: of these only 0 is taken.
    """
    value = _read(text, style, lambda parts: not parts.currencies)
    if not isinstance(value, Decimal):
        return value
    if _parts(text).is_per_cent:
        return value / HUNDRED
    if has_per_cent and value:
        return Refused("inconsistent_number", "has no % sign as the other values of its column have")
    return value / HUNDRED if bare == PER_CENT else value


def bare_shares(values: Iterable[Decimal]) -> str | None:
    """What numbers without a % sign are: parts of one, or per cent if any is above one; None where either may be."""
    sizes = {abs(value) for value in values}
    above, between = any(size > 1 for size in sizes), any(0 < size < 1 for size in sizes)
    if above == between:
        return None if sizes - {0} else SHARE
    return PER_CENT if above else SHARE


@dataclass(frozen=True)
class Parts:
    """A written number taken apart."""

    sign: int
    core: str  # digits and marks
    exponent: str
    currencies: frozenset[str]  # that its mark may stand for
    unit: str
    is_per_cent: bool


def _votes(columns: Iterable[Marks]) -> Counter:
    return sum((marks.votes for marks in columns), Counter({POINT: 0, COMMA: 0}))


def _read(text: str, style: Style, is_allowed) -> Parsed:
    if is_missing(text):
        return None
    if NOT_FINITE.fullmatch(text.strip()):
        return Refused("not_finite", "is not a finite number")
    parts = _parts(text)
    if parts is None or not is_allowed(parts):
        return Refused("bad_number", "is not a number")
    if parts.unit != style.unit:
        return Refused("bad_number", "is not a number; a unit is read only where all numbers of the column have it")
    plain = _plain(parts, style.decimal)
    if plain is None:
        other = COMMA if style.decimal == POINT else POINT
        if _plain(parts, other) is not None:
            return Refused("inconsistent_number", f"does not fit the decimal {style.decimal} of the other numbers")
        return Refused("bad_number", "is not a number")
    if style.is_mixed and AMBIGUOUS.fullmatch(parts.core):
        return Refused("inconsistent_number", "can be read in two ways, and the file has numbers of both")
    value = Decimal(plain)
    if abs(value) > LARGEST_AMOUNT:
        return Refused("overflow", f"is beyond {LARGEST_AMOUNT:,} in size")
    return parts.sign * value


def _parts(text: str) -> Parts | None:
    """None for a text that is no number, or has two signs."""
    plain = (text if text.isascii() else text.translate(PLAINLY)).replace("\t", " ").replace("`", "'").strip()
    if plain.isascii() and plain.isdigit():
        return Parts(1, plain, "", frozenset(), "", is_per_cent=False)
    match = WRITTEN.fullmatch(plain)
    if match is None or not f"{match['core']}{match['exponent']}".isascii():
        return None
    head, core, tail = match["head"].strip(), match["core"], match["tail"].strip()
    if core[0] in ".," and head[-1:].isalpha():  # Rs.500
        head, core = head + core[0], core[1:]
    if core[-1] in ".," and DASHES.match(tail):
        tail = DASHES.sub("", tail, count=1).strip()
    side = SIDE.search(tail)
    if side:
        tail = tail[: side.start()].strip()
    per_cent = tail.count("%") if "%" not in head else 2
    signs, words = _signs(head, tail.replace("%", ""))
    if signs is None or per_cent > 1 or len(signs) + bool(side) > 1:
        return None
    is_negative = bool(signs and signs != "+") or bool(side and side[0][0] == "C")
    currencies, unit = _currency_and_unit(*words)
    if currencies is None or (per_cent and (currencies or unit)):
        return None
    return Parts(-1 if is_negative else 1, core, match["exponent"] or "", currencies, unit, bool(per_cent))


def _signs(head: str, tail: str) -> tuple[str | None, tuple[str, str]]:
    """All signs, one character each, `(` for a pair of brackets; and the words that stand around the number."""
    if (head.count("("), tail.count(")")) not in ((0, 0), (1, 1)) or ")" in head or "(" in tail:
        return None, ("", "")
    signs = [char for char in head + tail if char in "+-("]
    words = [re.sub(r"[+\-()]", " ", side).strip() for side in (head, tail)]
    return "".join(signs), (words[0], words[1])


def _currency_and_unit(before: str, after: str) -> tuple[frozenset[str] | None, str]:
    """(the currencies that it may be, unit or nothing); None where a word is neither, or one contradicts the other."""
    if not before and not codes_of(after):
        is_unit = UNIT.fullmatch(after) and after.rstrip(".").casefold() not in MULTIPLES
        return (frozenset(), after.rstrip(".").casefold()) if is_unit or not after else (None, "")
    told = [codes_of(word) for word in (before, after) if word]
    return frozenset.intersection(*told) or None, ""  # $5 CAD is CAD


def _plain(parts: Parts, style: str) -> str | None:
    """Digits with a decimal point, or None if the text is not written in this style."""
    mark, group = (".", ",") if style == POINT else (",", ".")
    whole, _, fraction = parts.core.partition(mark)
    if fraction and not fraction.isdigit():
        return None
    if whole and not whole.isdigit():
        pattern = next((GROUPED[char] for char in (group, " ", "'") if char in whole), None)
        if parts.exponent or pattern is None or not pattern.fullmatch(whole):
            return None
    digits = re.sub(r"\D", "", whole)
    return f"{digits or '0'}.{fraction or '0'}{parts.exponent}" if digits or fraction else None
