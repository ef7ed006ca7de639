"""What does a cell look like: a number, a date, a time, an address, a code or words?"""

import re

_TYPED = {
    "number": re.compile(
        r"[-+(]{0,2}\s?(?:[$€£¥]|[A-Z]{3}\s)?\s?[-+]?\d[\d.,'’\s]*(?:[eE][-+]?\d+)?\s?(?:[$€£¥%]|[A-Z]{3})?\)?-?"
    ),
    "date": re.compile(r"\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(?:[T ]\d{1,2}[:.]\d{2}.*)?"),
    "time": re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:\s?[aApP][mM])?"),
    "address": re.compile(r"(?:https?|ftp)://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+"),
}
_RULE = re.compile(r"[\s,;|+\t]*(?:[-=_*~#]{3,}[\s,;|+\t]*)+")
_CODE = re.compile(r"(?=\S*\d)[\w/.-]{2,40}")


def shape(cell: str) -> str:
    """empty, number, date, time, address, code (letters with digits, no blank) or words."""
    text = cell.strip()
    if not text:
        return "empty"
    if len(text) > 200:
        return "words"
    if text[0].isdigit() or not text[0].isalpha():
        for name in ("date", "time", "number"):
            if _TYPED[name].fullmatch(text):
                return name
    if _TYPED["address"].fullmatch(text):
        return "address"
    return "code" if _CODE.fullmatch(text) else "words"


def is_typed(cell: str) -> bool:
    """Whether a cell can hardly be the name of a column: a number, date, time or address."""
    return shape(cell) in _TYPED


def is_rule(raw: str) -> bool:
    """A line drawn with - = _ * ~ or #, perhaps parted like the columns: ------,----,--."""
    return bool(_RULE.fullmatch(raw))


def is_year(cell: str) -> bool:
    """Years may well name columns ("2024", "2025")."""
    text = cell.strip()
    return len(text) == 4 and text.isdigit() and "1900" <= text <= "2100"
