"""What text stands in a cell, and is it an identifier, a word or nothing?"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "null", "none", "nan", "-", "--", "n.a.", "nil", "(null)", "\\n", "#null!"}
)
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
FLOAT_LIKE = re.compile(r"\d+\.0+")
MANGLED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}")
MARKER_SHARE = 0.05  # a marker such as NULL on so many rows of an id column means missing; once it may be a name


@dataclass(frozen=True)
class Refused:
    """Why a text is not taken: a reason code and the end of the sentence «… »."""

    reason: str
    message: str


Parsed = object  # a value, None for missing, or Refused


def is_missing(text: str) -> bool:
    return text.strip("\u0020\u00a0\t\r\n").casefold() in MISSING


def text_of(text: str) -> str | None:
    """The text as written, without blanks around it; None where it is missing."""
    return None if is_missing(text) else text.strip("\u0020\u00a0\t\r\n")


def id_of(text: str, *, is_float_like: bool) -> Parsed:
    """An identifier: text in NFC without stray or invisible characters; leading zeros stay."""
    clean = unicodedata.normalize("NFC", INVISIBLE.sub("", text)).strip("\u0020\u00a0\t\r\n")
    clean = re.sub(r"[\u0020\u00a0]+", " ", clean)
    if MANGLED.fullmatch(clean):
        return Refused("mangled_id", "was destroyed by a spreadsheet; export the column as text")
    if is_float_like:
        clean = re.sub(r"\.0+$", "", clean)
    return clean or None


def is_float_like(texts: Iterable[str]) -> bool:
    """Are all identifiers of a column written like 123.0, as a spreadsheet or pandas leaves them?"""
    filled = [text.strip() for text in texts if not is_missing(text)]
    return bool(filled) and all(FLOAT_LIKE.fullmatch(text) for text in filled)
