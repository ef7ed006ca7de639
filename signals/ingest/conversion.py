"""What is a line of another currency worth in the currency in which the company reports?"""

from signals.ingest import currencies
from signals.ingest.bench import Bench
from signals.ingest.checks import refuse_where
from signals.ingest.understanding import Understanding

OWN = "own_revenue"  # as the file states it, beside revenue in the reporting currency

MONEY = ("revenue", "unit_price", "discount", "tax")  # the first that bears a sign speaks for its line


def currency_of_lines(bench: Bench, found: Understanding, joins: list[str]) -> str | None:
    """The expression of a line's currency: its column, else the sign in its amount, else the amounts' heading.

    None where the file states none.
    """
    heading = told_by_headings(found)
    codes = currencies.lay_out_signs(bench, [name for name in MONEY if found.has(name)], heading or found.currency)
    if not codes:
        return "typed.currency" if found.has("currency") else heading and f"'{heading}'"
    joins.append("LEFT JOIN signs ON signs.line = typed.line")
    if found.has("currency"):
        return "coalesce(typed.currency, signs.code)"
    if heading:
        return f"coalesce(signs.code, '{heading}')"
    return f"'{codes[0]}'" if len(codes) == 1 else "signs.code"


def told_by_headings(found: Understanding) -> str | None:
    amounts = [found.headings[name] for name in MONEY if found.has(name)]
    return currencies.told_by_headings(amounts, found.currency)


def needs_conversion(bench: Bench, found: Understanding, code: str, joins: list[str]) -> bool:
    """Whether any line is in another currency than the company's, and the company has rates at all."""
    if not found.currency or not found.rates:
        return False
    return bool(
        bench.value(f"SELECT count(*) FROM typed {' '.join(joins)} WHERE {code} IS DISTINCT FROM ?", found.currency)
    )


def convert(bench: Bench, found: Understanding, columns: dict[str, str], joins: list[str]) -> None:
    currencies.lay_out_rates(bench, found.rates, found.currency)
    code = columns["currency"]
    joins.append(
        f"LEFT JOIN rates ON rates.code = {code} AND sold_date >= rates.first_date "
        "AND (rates.end_date IS NULL OR sold_date < rates.end_date)"
    )
    columns[OWN] = columns["revenue"]
    columns["rate"] = "rates.rate"
    columns["revenue"] = f"CAST(round(CAST({columns['revenue']} AS DECIMAL(21, 8)) * rates.rate, 8) AS DECIMAL(28, 8))"


def is_converted(bench: Bench, table: str) -> bool:
    """Whether the rows of `meant` or `accepted` bear their amounts also in the file's own currency."""
    return OWN in bench.columns(table)


def own_amount(bench: Bench, table: str) -> str:
    """The column with revenue in the file's own currency."""
    return OWN if is_converted(bench, table) else "revenue"


def refuse_without_rate(bench: Bench, found: Understanding) -> None:
    column = "currency" if found.has("currency") else "revenue" if found.has("revenue") else "unit_price"
    message = f"No rate to {found.currency} is known for this currency on this day; load one (an export of rates)."
    refuse_where(bench, "rate IS NULL AND currency IS NOT NULL", column, "no_rate", message, found.headings)
    message = "The line names no currency, and others are in another one than the company's."
    refuse_where(bench, "currency IS NULL", column, "missing_required", message, found.headings)


def refuse_contradicting_signs(bench: Bench, found: Understanding) -> None:
    if found.has("currency"):
        refuse_where(
            bench,
            "line IN (SELECT signs.line FROM signs JOIN typed USING (line) WHERE signs.code <> typed.currency)",
            "currency",
            "mixed_currency",
            "The sign in the amount is of another currency.",
            found.headings,
        )
        heading = told_by_headings(found)
        if heading:
            message = f"The heading of the amount says {heading}."
            refuse_where(bench, f"currency <> '{heading}'", "currency", "mixed_currency", message, found.headings)
