"""Which characters separate and quote the fields? Every candidate reads the sample; the most regular reading wins."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from signals.ingest.records import BROKEN, Dialect, lines_of, records_of
from signals.ingest.shapes import shape

STRONG = (",", ";", "\t", "|", "^", "~", "\x1f", "\x01", "§", "¬")
WIDE = ("||", "::", ";;", "~~", "^^", "|~|", "<>", "\t\t", "##", "$$", "@@", "\\t")
WEAK = (":", " ", "#", "/", "!")  # also stand in values; only believed when the sample is regular throughout
SAMPLE_LINES = 300
REGULAR = 0.9  # share of a sample's records that must have one width before a weak delimiter is believed


def dialect_of(text: str, *, is_whole: bool) -> Dialect:
    """The dialect of a sample that begins at a line. A `sep=` line decides the delimiter."""
    lines = lines_of(text)
    if not is_whole and len(lines) > 1:
        lines.pop()
    told = told_delimiter(lines[0]) if lines else ""
    lines = lines[: SAMPLE_LINES * 4]
    sample = "".join(lines[1:] if told else lines)
    candidates = [c for c in _candidates(sample) if not told or c.delimiter == told]
    scored = [(_score(sample, c), -place, c) for place, c in enumerate(candidates)]
    best = max(scored, default=(0.0, 0, Dialect(told or ",")))
    return best[2] if best[0] > 0 else Dialect(told or ",")


def told_delimiter(line: str) -> str:
    """What Excel's first line `sep=;` says, or ""."""
    text = line.strip("\r\n\ufeff").strip('"')
    return text[4:] if text[:4].lower() == "sep=" and 1 <= len(text[4:]) <= 3 else ""


def _candidates(sample: str) -> Iterator[Dialect]:
    """Usual ones first: they win ties."""
    quotes = ['"'] + (["'"] if _quotes_with(sample, "'") > _quotes_with(sample, '"') else [])
    for delimiter in (*_spaced(sample), *STRONG, *WIDE, *WEAK):
        if delimiter not in sample or _is_part(delimiter, sample):
            continue
        for quote in quotes:
            dialect = Dialect(delimiter, quote, has_runs=delimiter == " ")
            yield dialect
            if "\\" + quote in sample:
                yield replace(dialect, escape="\\")


def _is_part(delimiter: str, sample: str) -> bool:
    """Whether the delimiter only ever stands as a part of a wider one: of || or |~|."""
    wider = (w for w in WIDE if delimiter in w and delimiter != w and w in sample)
    return any(sample.count(delimiter) == w.count(delimiter) * sample.count(w) for w in wider)


def _spaced(sample: str) -> list[str]:
    """ ", " and "; " where nearly every delimiter is followed by a blank."""
    return [d + " " for d in ",;|" if sample.count(d) and sample.count(d + " ") > REGULAR * sample.count(d)]


def _quotes_with(sample: str, quote: str) -> int:
    return sum(sample.count(d + quote) + sample.count(quote + d) for d in (*",;\t|", "\n"))


def _score(sample: str, dialect: Dialect) -> float:
    """Regularity of the widths, times how much the cells look like values, times a little for more columns."""
    records, _ = records_of(sample, dialect, first_line=1, width=None, is_last=True)
    records = [r for r in records[:SAMPLE_LINES] if r.raw.strip()]
    widths = Counter(len(r.cells) for r in records if r.fault not in BROKEN)
    several = {w: n for w, n in widths.items() if w > 1}
    if not several:
        return 0.0
    width, count = max(several.items(), key=lambda item: (item[1] * (1 - 1 / item[0]), item[0]))
    regular = count / len(records)
    if dialect.delimiter in WEAK and (regular < REGULAR or len(records[0].cells) != width):
        return 0.0
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
    return not cell.strip().startswith(('"', "'")) and not any(d in cell for d in ";\t|" if d != dialect.delimiter)
