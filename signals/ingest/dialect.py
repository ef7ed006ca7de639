"""Which characters separate and quote the fields? Every candidate reads the sample; the most regular reading wins."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import dropwhile, product

import numpy as np

from signals.ingest.records import BROKEN, Dialect, cells_by_place, lines_of, records_before_endless, records_of
from signals.ingest.shapes import is_comment, shape

STRONG = (",", ";", "\t", "|", "^", "~", "\x1f", "\x01", "§", "¬")
WIDE = ("||", "::", ";;", "~~", "^^", "|~|", "<>", "\t\t", "##", "$$", "@@", "\\t")
WEAK = (":", "#", "/", "!")  # also stand in values; only believed when the sample is regular throughout
FEWEST_LINES = 4  # that must line up before columns are told by their places
MOST_NOTES = 6  # lines before or after them that need not
ASTRAY = 0.1  # share of lines that may reach into a gap; they are rejected later
WIDEST_LINE = 2000
SAMPLE_LINES = 300
STRAY = 0.1  # what a record with bare quotes lacks in regularity
REGULAR = 0.9  # share of a sample's records that must have one width before a weak delimiter is believed


def dialect_of(text: str, *, is_whole: bool) -> Dialect:
    """The dialect of a sample that begins at a line. A `sep=` line decides the delimiter."""
    lines = lines_of(text)
    if not is_whole and len(lines) > 1:
        lines.pop()
    told = told_delimiter(lines[0]) if lines else ""
    sample = "".join(list(dropwhile(is_comment, lines[1:] if told else lines))[: SAMPLE_LINES * 4])
    candidates = [c for c in _candidates(sample) if not told or c.delimiter == told]
    scored = [(_score(sample, c), -place, c) for place, c in enumerate(candidates)]
    best = max(scored, default=(0.0, 0, Dialect(told or ",")))
    return best[2] if best[0] > 0 else Dialect(told or ",")


def gaps_of(sample: str) -> tuple[tuple[int, int], ...]:
    """The places that are blank in every line, notes before and after the table aside; () if no columns line up."""
    lines = [line.rstrip() for line in lines_of(sample)[:SAMPLE_LINES] if line.strip()]
    if "\t" in sample or len(lines) < FEWEST_LINES or max(map(len, lines)) > WIDEST_LINE:
        return ()
    width = max(map(len, lines))
    letters = np.array([[letter != " " for letter in line.ljust(width)] for line in lines])
    most = min(MOST_NOTES, len(lines) // 4)
    found: tuple[tuple[int, int], ...] = ()
    for before, after in product(range(most + 1), repeat=2):
        gaps = _gaps(letters[before : len(lines) - after].mean(axis=0))
        gaps = _with_names(lines[before], gaps)
        if len(gaps) > len(found) and _are_notes(lines[:before], lines[before], gaps):
            found = gaps
    return found


def _gaps(taken: np.ndarray) -> tuple[tuple[int, int], ...]:
    """Runs of places where no line has a letter. A few lines may reach into a wide one."""
    blank = "".join("0" if share == 0 else "1" if share <= ASTRAY else "2" for share in taken)
    spans = (gap.span() for gap in re.finditer("[01]{2,}|0", blank.rstrip("01")))
    return tuple((start, end) for start, end in spans if start)


def _with_names(first: str, gaps: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """The gaps that part the names of the first line; () if they leave two names together."""
    starts = [start for start, _ in gaps[1:]] + [len(first)]
    kept = tuple(gap for gap, start in zip(gaps, starts, strict=False) if first[gap[1] : start].strip())
    return () if any("  " in name for name in cells_by_place(first, kept)) else kept


def _are_notes(before: list[str], first: str, gaps: tuple[tuple[int, int], ...]) -> bool:
    """Whether lines do not line up with the table, or are too short to tell and stand above a line of names."""
    is_named = not any(map(str.isdigit, first))
    are_all = all(_crosses(line, gaps) or (is_named and len(line) <= gaps[0][1]) for line in before)
    return not before or (len(gaps) >= 2 and are_all)


def _crosses(line: str, gaps: tuple[tuple[int, int], ...]) -> bool:
    reached = [gap for gap in gaps if gap[0] < len(line)]
    return 0 < len(reached) <= 2 * sum(len(cells_by_place(line, (gap,))) == 1 for gap in reached)


def told_delimiter(line: str) -> str:
    """What Excel's first line `sep=;` says, or ""."""
    text = line.strip("\r\n\ufeff").strip('"')
    return text[4:] if text[:4].lower() == "sep=" and 1 <= len(text[4:]) <= 3 else ""


def _candidates(sample: str) -> Iterator[Dialect]:
    """Usual ones first: they win ties."""
    yield from _with_quotes(sample, (*_spaced(sample), *STRONG, *WIDE, *WEAK))
    for dialect in _with_quotes(sample, (" ",)):
        yield from (replace(dialect, has_runs=True), dialect)
    if gaps := gaps_of(sample):
        yield Dialect(" ", "", has_runs=True, gaps=gaps)
    if "  " in sample:
        yield Dialect("  ", "", has_runs=True)


def _with_quotes(sample: str, delimiters: Iterable[str]) -> Iterator[Dialect]:
    for delimiter in delimiters:
        if delimiter not in sample or _is_part(delimiter, sample):
            continue
        is_single = _quotes_with(sample, "'", delimiter) > _quotes_with(sample, '"', delimiter)
        for quote in ('"', "'") if is_single else ('"',):
            yield Dialect(delimiter, quote)
            if "\\" + quote in sample:
                yield Dialect(delimiter, quote, escape="\\")


def _is_part(delimiter: str, sample: str) -> bool:
    """Whether the delimiter only ever stands as a part of a wider one: of || or |~|."""
    wider = (w for w in WIDE if delimiter in w and delimiter != w and w in sample)
    return any(sample.count(delimiter) == w.count(delimiter) * sample.count(w) for w in wider)


def _spaced(sample: str) -> list[str]:
    """ ", " and "; " where nearly every delimiter is followed by a blank."""
    bare = re.sub(r'"[^"]*"', "", sample)
    return [d + " " for d in ",;|" if bare.count(d) and bare.count(d + " ") > REGULAR * bare.count(d)]


def _quotes_with(sample: str, quote: str, delimiter: str) -> int:
    return sum(sample.count(sign + quote) + sample.count(quote + sign) for sign in (delimiter, "\n"))


def _score(sample: str, dialect: Dialect) -> float:
    """Regularity of the widths, times how much the cells look like values, times a little for more columns."""
    records, _ = records_of(sample, dialect, first_line=1, width=None, is_last=True)
    records = [r for r in records[:SAMPLE_LINES] if r.raw.strip()]
    endless = records_before_endless(sample, dialect) if any(r.fault == "open" for r in records) else []
    records = endless or records
    first = records[0].cells if records else []
    widths = Counter(len(r.cells) for r in records if r.fault not in BROKEN)
    several = {w: n for w, n in widths.items() if w > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: (item[1] * (1 - 1 / item[0]), item[0]))
    regular = count / len(records) * (1 - STRAY * sum(r.fault == "stray" for r in records) / len(records))
    regular *= 1 - STRAY * bool(endless)
    is_weak = dialect.delimiter in WEAK or (not dialect.delimiter.strip(" ") and not dialect.gaps)
    if is_weak and (regular < REGULAR or len(first) != width):
        return 0.0
    if dialect.delimiter == " " and not dialect.has_runs and not all(first):
        return 0.0  # blanks that line columns up
    usual = [r for r in records if len(r.cells) == width]
    return regular * (0.4 + 0.6 * _value_share(usual[:60], dialect)) * (1 - 1 / width) ** 0.5


def _value_share(records: list, dialect: Dialect) -> float:
    cells = [cell for record in records for cell in record.cells]
    return sum(_looks_whole(cell, dialect) for cell in cells) / len(cells)


def _looks_whole(cell: str, dialect: Dialect) -> bool:
    """A value by itself; not a piece of quoted text, nor several values that another delimiter would part."""
    kind = shape(cell)
    if kind != "words":
        return True
    if not dialect.delimiter.strip(" ") and re.search(r",\S", cell):
        return False
    return not cell.strip().startswith(('"', "'")) and not any(d in cell for d in ";\t|" if d != dialect.delimiter)
