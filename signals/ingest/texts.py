"""What text stands in a cell, and is it an identifier, a word or nothing?"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

MISSING = frozenset(
    {"", "na", "n/a", "#n/a", "null", "none", "nan", "<na>", "n.a.", "nil", "(null)", "\\n", "#null!"}
    | {"-", "--", "\u2013", "\u2014", "\u2212"}
)
BLANKS = "\u0020\u00a0\t\r\n"
INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
STRAYS = re.compile(f"[{INVISIBLE}]")
WIDE_BLANKS = re.compile("[\u0020\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
UNIFORM = re.compile(r"[!-~]+")  # printable ASCII without blanks: nothing in it to normalise
FLOAT_LIKE = re.compile(r"\d+[.,]0{1,2}")  # three zeros may be thousands
MANGLED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{2,3}")
LONG_NUMBER = re.compile(r"[1-9]\d{15,}")  # of which a spreadsheet keeps 15 digits, and other writers of workbooks 16
LONGEST_ID = 200  # characters; beyond it stands a text that strayed into the column
MARKER_SHARE = 0.05  # a marker such as NULL on so many rows of an id column means missing; once it may be a name


@dataclass(frozen=True)
class Refused:
    """Why a text is not taken: a reason code and the end of the sentence «… »."""

    reason: str
    message: str


Parsed = object  # a value, None for missing, or Refused
CUT_OFF = Refused("mangled_id", "ends in zeros where a spreadsheet cuts long numbers off; export the column as text")


def is_missing(text: str) -> bool:
    return text.strip(BLANKS).casefold() in MISSING


def text_of(text: str) -> str | None:
    """The text as written, without blanks around it; None where it is missing."""
    return None if is_missing(text) else text.strip(BLANKS)


def id_of(text: str, *, is_float_like: bool, is_cut_off: bool = False) -> Parsed:
    """An identifier: text in NFC without stray or invisible characters; leading zeros stay."""
    clean = text if UNIFORM.fullmatch(text) else _normalised(text)
    if MANGLED.fullmatch(clean):
        return Refused("mangled_id", "was destroyed by a spreadsheet; export the column as text")
    if is_cut_off and LONG_NUMBER.fullmatch(clean):
        return CUT_OFF
    if len(clean) > LONGEST_ID:
        return Refused("bad_id", f"is longer than {LONGEST_ID} characters")
    if is_float_like and FLOAT_LIKE.fullmatch(clean):
        clean = re.split("[.,]", clean)[0]
    return clean or None


def is_float_like(texts: Iterable[str]) -> bool:
    """Are all identifiers of a column written like 123.0, as a spreadsheet or pandas leaves them?"""
    is_any = False
    for text in texts:
        if not is_missing(text):
            if not FLOAT_LIKE.fullmatch(text.strip(BLANKS)):
                return False
            is_any = True
    return is_any


def _normalised(text: str) -> str:
    clean = unicodedata.normalize("NFC", STRAYS.sub("", text)).strip("\t\r\n")
    return WIDE_BLANKS.sub(" ", clean).strip(BLANKS)
