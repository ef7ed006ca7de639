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
CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_TOTAL_WORDS = (
    r"(?:grand|sub|report|overall|running|page|column|row|sum|final|order)?[\s-]*totals?",
    r"sub[\s-]?totals?|sous[\s-]?total|total(?:e|es|i)?(?:\s+(?:g[eé]n[eé]ra[l]e?|complessivo|geral))?",
    r"(?:gesamt|zwischen|end|teil)?summen?|gesamt(?:ergebnis|betrag)?|ergebnis|insgesamt",
    r"somme|suma(?:\s+total)?|somma|subtotal(?:e)?|soma|tot\.?|sum",
)
TOTAL = rf"(?:{'|'.join(_TOTAL_WORDS)})"
_TOTAL_ALONE = rf"(?i)^\s*{TOTAL}\s*(?:\([^)]*\)|:.*|=.*)?\s*$"
BEGINS_LIKE_TOTAL = rf"(?i)^\s*{TOTAL}(?:[^\w.].*)?$"  # shared with the column-wise reading; RE2 reads it too
_RULE = re.compile(r"[\s,;|+\t]*(?:[-=_*~#]{3,}[\s,;|+\t]*)+")
_TOTAL = re.compile(_TOTAL_ALONE)
_COMMENT = re.compile(r"#+(?:[\s\-=*]|$)")
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
    return is_typed_shape(shape(cell))


def is_typed_shape(name: str) -> bool:
    return name in _TYPED


def is_total_word(cell: str) -> bool:
    return bool(_TOTAL.match(cell))


def is_rule(raw: str) -> bool:
    """A line drawn with - = _ * ~ or #, perhaps parted like the columns: ------,----,--."""
    return bool(_RULE.fullmatch(raw))


def is_comment(raw: str) -> bool:
    """`# exported by Anna`; `#id` is a name."""
    return bool(_COMMENT.match(raw))


def is_year(cell: str) -> bool:
    """Years may well name columns ("2024", "2025")."""
    text = cell.strip()
    return len(text) == 4 and text.isdigit() and "1900" <= text <= "2100"
