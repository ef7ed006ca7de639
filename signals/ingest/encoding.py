"""In which letters is the file written, and what are its bytes as UTF-8?

The whole file decides, not a sample: the first letter beyond ASCII may stand near its end.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from signals.errors import IngestRejected

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NO_LETTERS = bytes(set(range(32)) - set(b"\x01\t\n\r\f\x0b\x1a\x1b\x1c\x1d\x1e\x1f"))
_NOT_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_ONLY_IN_CP1252 = re.compile(rb"[\x80-\x9f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_LINE = re.compile(rb"[\x80-\xff][^\r\n]*")
_CROWDED = re.compile(rb"[\x80-\xff]{3,}")
_INSIDE_WORD = re.compile(r"(?<=([^\W\d_]))([^\x00-\x7f])(?=([^\W\d_]))")
_SIGNS_INSIDE = "’‘´`–—…•·ªº°™®×\xa0\xad"  # that may well stand between two letters
_WESTERN = re.compile(
    "[\x00-\x7f\xa0\xadäöüßÄÖÜàâáãåæçèéêëìíîïñòóôõøœùúûýÿÀÂÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØŒÙÚÛÝ’‘“”„‚‹›«»–—…•·´€£§°²³µ©®™¿¡ªº½¼]*"
)
STRANGE_SHARE = 0.5  # of letters inside words that Windows-1252 shows as signs or in the wrong case: K„se, KŠse, MšLLER
SIGN_SHARE = 0.1  # of letters inside words that it shows as signs: Sp³ka
CROWDED_SHARE = 0.5  # of bytes beyond ASCII side by side: western words have one or two, Cyrillic or CJK run on
BINARY_SHARE = 0.02  # of control bytes in the first block; text with stray NULs stays far below
WIDE_SHARE = 0.3  # of NUL bytes on one side of each pair; UTF-16 of western text has nearly half


@dataclass(frozen=True)
class Encoding:
    name: str  # utf-8, utf-16-le, cp1252, latin-1, ...
    bom: bytes
    damaged_count: int = 0  # lines of a UTF-8 file that are not UTF-8
    doubt: tuple[int, str] | None = None  # first line, and its text, whose letters are rare in western languages


def encoding_of(blocks: Iterable[bytes]) -> Encoding:
    """One pass over all bytes. Raises where the file is no text, or mixes encodings beyond telling."""
    blocks = iter(blocks)
    first = next(blocks, b"")
    for bom, name in _BOMS:
        if first.startswith(bom):
            if name != "utf-8":
                return Encoding(name, bom)
            return _utf8_or_single_byte(_chained(first[len(bom) :], blocks), bom)
    if wide := _wide_without_bom(first):
        return Encoding(wide, b"")
    _refuse_binary(first)
    return _utf8_or_single_byte(_chained(first, blocks), b"")


def utf8_blocks(blocks: Iterable[bytes], encoding: Encoding) -> Iterator[bytes]:
    """The text as UTF-8 without its BOM. Lines that are no UTF-8 in a UTF-8 file come through as they are."""
    blocks = _without_bom(blocks, encoding.bom)
    if encoding.name == "utf-8":
        yield from blocks
        return
    codec = "cp1252" if encoding.name == "latin-1" else encoding.name
    decoder = codecs.getincrementaldecoder(codec)(errors="strict")
    try:
        for block in blocks:
            yield decoder.decode(block).encode("utf-8", "surrogatepass")
        yield decoder.decode(b"", final=True).encode()
    except UnicodeDecodeError as error:
        raise IngestRejected(
            "bad_encoding", f"The file begins as {encoding.name}, but does not go on as such."
        ) from error


def _utf8_or_single_byte(blocks: Iterable[bytes], bom: bytes) -> Encoding:
    utf8_lines = 0
    seen = _Letters()
    line_count = 0
    for piece in _whole_lines(blocks):
        if piece.isascii() or _is_utf8(piece):
            utf8_lines += 0 if piece.isascii() else len(_HIGH_LINE.findall(piece))
            line_count += piece.count(b"\n") + piece.count(b"\r") - piece.count(b"\r\n")
            continue
        for line in piece.splitlines():
            line_count += 1
            if line.isascii():
                continue
            if _is_utf8(line):
                utf8_lines += 1
            else:
                seen.add(line, line_count)
    if seen.line_count == 0 or utf8_lines >= seen.line_count or bom:
        return Encoding("utf-8", bom, seen.line_count)
    if utf8_lines:
        raise IngestRejected(
            "bad_encoding",
            f"The file mixes encodings: {utf8_lines} lines are UTF-8 and {seen.line_count} are not. Export it again.",
        )
    if seen.are_foreign:
        raise IngestRejected(
            "bad_encoding", "The letters are neither UTF-8 nor those of Windows-1252. Export it again as UTF-8."
        )
    return Encoding("cp1252" if seen.has_c1 else "latin-1", bom, doubt=seen.doubt)


class _Letters:
    """What stands on the lines that are no UTF-8, counted."""

    def __init__(self):
        self.line_count = 0
        self.has_c1 = False
        self.doubt: tuple[int, str] | None = None
        self._has_unknown = False
        self._high = self._crowded = 0
        self._inside = self._strange = self._signs = 0  # letters inside words

    def add(self, line: bytes, number: int) -> None:
        self.line_count += 1
        self.has_c1 = self.has_c1 or bool(_ONLY_IN_CP1252.search(line))
        self._has_unknown = self._has_unknown or bool(_NOT_IN_CP1252.search(line))
        self._high += len(_HIGH.findall(line))
        self._crowded += sum(map(len, _CROWDED.findall(line)))
        text = line.decode("cp1252", "replace")
        for before, letter, after in _INSIDE_WORD.findall(text):
            self._inside += 1
            self._signs += not letter.isalpha() and letter not in _SIGNS_INSIDE
            self._strange += _is_strange(before, letter, after)
        if self.doubt is None and not _WESTERN.fullmatch(text):
            self.doubt = (number, text)

    @property
    def are_foreign(self) -> bool:
        return (
            self._has_unknown
            or self._crowded > CROWDED_SHARE * self._high
            or self._strange > STRANGE_SHARE * self._inside
            or self._signs > SIGN_SHARE * self._inside
        )


def _is_strange(before: str, letter: str, after: str) -> bool:
    """Whether it is a sign, a capital before a small letter, or a small letter between capitals."""
    if letter in _SIGNS_INSIDE:
        return False
    return not letter.isalpha() or after.islower() > letter.islower() or (before + after).isupper() > letter.isupper()


def _whole_lines(blocks: Iterable[bytes]) -> Iterator[bytes]:
    rest = b""
    for block in blocks:
        cut = max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
        if cut:
            yield rest + block[:cut]
            rest = block[cut:]
        else:
            rest += block
    yield rest


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _wide_without_bom(first: bytes) -> str:
    head = first[:4096]
    pairs = len(head) // 2
    if pairs < 2 or b"\x00" not in head:
        return ""
    even, odd = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd > WIDE_SHARE and even < odd / 10:
        return "utf-16-le"
    return "utf-16-be" if even > WIDE_SHARE and odd < even / 10 else ""


def _refuse_binary(first: bytes) -> None:
    control = len(first) - len(first.translate(None, delete=_NO_LETTERS))
    if control > BINARY_SHARE * len(first) and control > 3:
        raise IngestRejected("binary_file", "The file is not text: it is full of bytes that are no letters.")


def _without_bom(blocks: Iterable[bytes], bom: bytes) -> Iterator[bytes]:
    blocks = iter(blocks)
    first = next(blocks, b"")
    yield first[len(bom) :]
    yield from blocks


def _chained(first: bytes, blocks: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from blocks
