"""Which lines of a file were damaged, repaired or left out, and why?"""

from dataclasses import dataclass

LONGEST_VALUE = 500  # characters of a damaged line that are kept; the line number leads to the rest


@dataclass(frozen=True)
class Declared:
    """A line, or block of lines, that did not come through as written. Lines count from 1 in the decoded file."""

    line: int
    line_to: int
    kind: str  # reject, ignored or repaired
    reason: str  # a reason code of the load's JSON
    column: str | None
    value: str  # the raw text, cut at LONGEST_VALUE characters
    message: str  # a sentence for the data's owner


def declared(
    kind: str, reason: str, raw: str, message: str, *, line: int, line_to: int | None = None, column: str | None = None
) -> Declared:
    """Bytes that could not be decoded (surrogates in `raw`) are shown as Windows-1252 would show them."""
    return Declared(line, line_to or line, kind, reason, column, readable(raw[:LONGEST_VALUE]), message)


def readable(raw: str) -> str:
    if raw.isascii():
        return raw
    return "".join(_as_cp1252(letter) if "\udc80" <= letter <= "\udcff" else letter for letter in raw)


def _as_cp1252(letter: str) -> str:
    return bytes([ord(letter) - 0xDC00]).decode("cp1252", errors="replace")
