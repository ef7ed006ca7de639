"""What should the analyst know of how a column's values were read, though nothing in it was refused?"""

from signals.ingest.bench import Bench
from signals.ingest.contract import Field

EARLY = 1990  # a company's records seldom reach behind it: earlier days are often a system's placeholder
FLOAT_DIGITS = 15  # a number of so many digits was calculated by a machine: its last ones mean nothing
PARTIES = ("customer_id", "product_id")  # whose identifiers, not those of orders, stand in many files
MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mrz|Mai|Okt|Dez"
DAY_LIKE = rf"\d{{1,2}}[-.] ?(?:{MONTHS})|(?:{MONTHS})[- ]\d{{2}}"  # what a spreadsheet makes of 5-3 or MAR5
GROUPED = r"[1-9]\d{0,2}(?:[.,]\d{3})+"


def on(bench: Bench, column: Field, heading: str) -> list[str]:
    """Plain sentences, each with how many lines it is about."""
    told = {
        "date": _on_dates,
        "timestamp": _on_dates,
        "month": _on_dates,
        "number": _on_numbers,
        "money": _on_numbers,
        "share": _on_numbers,
        "id": _on_ids,
    }.get(column.type)
    return told(bench, column.name, heading) if told else []


def _on_dates(bench: Bench, column: str, heading: str) -> list[str]:
    early, first, short, lowest, highest, serial, counted = bench.execute(
        "SELECT sum(copies) FILTER (year(value) < ?), min(value)::DATE, sum(copies) FILTER (is_short), "
        "min(year(value)) FILTER (is_short), max(year(value)) FILTER (is_short), "
        r"sum(copies) FILTER (regexp_full_match(trim(text), '\d{5}([.,]\d+)?')), "
        r"sum(copies) FILTER (regexp_full_match(trim(text), '(\d{9,10}|\d{12,13}|\d{15,16}|\d{18,19})([.,]\d+)?')) "
        r"FROM (SELECT *, NOT regexp_matches(text, '\d{4}') AS is_short "
        f"FROM reading_{column} WHERE value IS NOT NULL)",
        EARLY,
    ).fetchone()
    notes = []
    if early:
        notes.append(f"{early:,} dates lie before {EARLY} (the first: {first}, column {heading}).")
    if short:
        notes.append(f"{short:,} dates of {heading} have years of two digits; they were read as {lowest} to {highest}.")
    if serial:
        notes.append(
            f"{serial:,} dates of {heading} are a spreadsheet's serial numbers, read as days since 30 December 1899. "
            "Of a workbook that counts from 1904 they would be four years and a day too early."
        )
    if counted:
        notes.append(f"{counted:,} dates of {heading} are counted from 1970; their days are those of UTC.")
    return notes


def _on_numbers(bench: Bench, column: str, heading: str) -> list[str]:
    vanished, shortened, cut = bench.execute(
        f"SELECT sum(copies) FILTER (value = 0 AND regexp_matches(text, '[1-9]')), "
        r"sum(copies) FILTER (regexp_matches(text, '\d[eE]\+\d{2}\s*$')), "
        r"sum(copies) FILTER (value <> 0 AND regexp_matches(text, '[.,]\d{9}') "
        rf"AND length(ltrim(regexp_replace(text, '\D', '', 'g'), '0')) < {FLOAT_DIGITS}) "
        f"FROM reading_{column} WHERE value IS NOT NULL"
    ).fetchone()
    notes = []
    if vanished:
        notes.append(f"{vanished:,} numbers of {heading} are smaller than eight decimals show and count as 0.")
    if cut:
        notes.append(f"{cut:,} numbers of {heading} have more than eight decimals and were rounded to eight.")
    if shortened:
        notes.append(
            f"{shortened:,} numbers of {heading} are written like 1.23E+05: digits that a spreadsheet cut off are lost."
        )
    return notes


def _on_ids(bench: Bench, column: str, heading: str) -> list[str]:
    if column not in PARTIES:
        return []
    days, example, grouped, number = bench.execute(
        f"SELECT sum(copies) FILTER (regexp_full_match(value, '{DAY_LIKE}')), "
        f"min(value) FILTER (regexp_full_match(value, '{DAY_LIKE}')), "
        f"sum(copies) FILTER (regexp_full_match(value, '{GROUPED}')), "
        f"min(value) FILTER (regexp_full_match(value, '{GROUPED}')) FROM reading_{column} WHERE value IS NOT NULL"
    ).fetchone()
    alike = bench.value(
        "SELECT coalesce(sum(spellings), 0) FROM (SELECT count(DISTINCT value) AS spellings "
        f"FROM reading_{column} WHERE value IS NOT NULL GROUP BY lower(value) HAVING count(DISTINCT value) > 1)"
    )
    notes = []
    if days:
        notes.append(f"{days:,} lines have a {heading} such as {example}, as a spreadsheet writes days; it was kept.")
    if grouped:
        notes.append(f"{grouped:,} lines have a {heading} such as {number}, grouped like a number; it was kept.")
    if alike:
        kind = column.removesuffix("_id")
        notes.append(f"{alike:,} {kind} ids differ only by upper and lower case; they are kept apart.")
    return notes
