"""What does each kind of export mean beyond its single cells?

Each rule derives columns of the bench's `meant` rows and refuses some before they are accepted; notes say what it did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from signals.ingest.bench import Bench
from signals.ingest.charges import PRODUCT, line_kind
from signals.ingest.checks import derive, refuse_missing, refuse_where
from signals.ingest.contract import Kind
from signals.ingest.numbers import LARGEST_AMOUNT
from signals.ingest.scales import SCALES, nps, scale_of

SIZE = "abs(CAST(quantity AS DOUBLE) * CAST(unit_price AS DOUBLE))"  # decimals of this size would overflow
ORDER, ORDERS, BY_DAY = "order_id", "orders", "by_day"  # a column, the key of an answer about it, and its value
NAMED_CODES = 4  # of each kind of charge, in a note


@dataclass
class Understanding:
    """What the rules found out about an export, for its report."""

    headings: Mapping[str, str]  # our column -> the file's heading
    notes: list[str] = field(default_factory=list)
    extras: dict[str, object] = field(default_factory=dict)
    identity: dict[str, str] = field(default_factory=dict)  # key column that the file lacks -> expression

    def has(self, column: str) -> bool:
        return column in self.headings


def apply(bench: Bench, kind: Kind, found: Understanding) -> None:
    """Derive the columns that the kind needs and refuse the rows that contradict its meaning."""
    refuse_missing(bench, kind, found.headings)
    RULES.get(kind.name, _nothing)(bench, found)


def describe(bench: Bench, kind: Kind, found: Understanding) -> None:
    """The notes and extras that need the accepted rows."""
    DESCRIPTIONS.get(kind.name, _nothing)(bench, found)


def _nothing(bench: Bench, found: Understanding) -> None:
    """Cells that can be read are all that this kind asks for."""


def _sales(bench: Bench, found: Understanding) -> None:
    _sort_out_charges(bench, found)
    columns = {"line_kind": f"coalesce(charges.kind, '{PRODUCT}')", "revenue": _revenue(found)}
    if not found.has(ORDER):
        columns[ORDER] = _day_as_order(found)
    derive(bench, columns, joins="LEFT JOIN charges ON charges.product_id = typed.product_id")
    if found.has("unit_price"):
        refuse_where(
            bench,
            f"unit_price < 0 AND line_kind = '{PRODUCT}'",
            "unit_price",
            "negative_price",
            "A price below zero; a return has a negative quantity.",
            found.headings,
        )
    _refuse_without_revenue(bench, found)
    if not found.has("line_number"):
        found.identity["line_number"] = _line_number(found)


def _day_as_order(found: Understanding) -> str:
    """A customer's day is one order; a line without customer is an order by itself, known by its day and product."""
    alone = (
        "typed.product_id || '/' || row_number() OVER (PARTITION BY sold_date, typed.product_id "
        f"ORDER BY {'revenue' if found.has('revenue') else 'unit_price'}, line)"
    )
    who = f"coalesce(customer_id, {alone})" if found.has("customer_id") else alone
    return f"strftime(sold_date, '%Y-%m-%d') || '/' || {who}"


def _revenue(found: Understanding) -> str:
    """As the file states it, else quantity times price."""
    parts = ["revenue"] if found.has("revenue") else []
    if found.has("quantity") and found.has("unit_price"):
        product = "CAST(round(quantity * unit_price, 8) AS DECIMAL(28, 8))"
        parts.append(f"CASE WHEN {SIZE} <= {LARGEST_AMOUNT} THEN {product} END")
    return f"coalesce({', '.join(parts)})"


def _refuse_without_revenue(bench: Bench, found: Understanding) -> None:
    if found.has("quantity") and found.has("unit_price"):
        message = f"Quantity times price is beyond {LARGEST_AMOUNT:,} in size."
        too_large = f"revenue IS NULL AND {SIZE} > {LARGEST_AMOUNT}"
        refuse_where(bench, too_large, "unit_price", "overflow", message, found.headings)
    for column in ("revenue",) if found.has("revenue") else ("quantity", "unit_price"):
        empty = f"revenue IS NULL AND {column} IS NULL AND line NOT IN (SELECT line FROM rejects)"
        message = f"There is no revenue: {found.headings[column]} is missing."
        refuse_where(bench, empty, column, "missing_required", message, found.headings)


def _sort_out_charges(bench: Bench, found: Understanding) -> None:
    """Make `charges` (product_id, kind): the codes that are no products."""
    name = "mode(product_name)" if found.has("product_name") else "NULL"
    usual_names = bench.execute(
        f"SELECT product_id, {name} FROM typed WHERE product_id IS NOT NULL GROUP BY product_id"
    ).fetchall()
    kinds = [(product_id, line_kind(product_id, name)) for product_id, name in usual_names]
    charges = [pair for pair in kinds if pair[1] != PRODUCT]
    bench.execute("CREATE TABLE charges (product_id VARCHAR, kind VARCHAR)")
    if charges:
        bench.connection.executemany("INSERT INTO charges VALUES (?, ?)", charges)


def _line_number(found: Understanding) -> str:
    """A line's identity is its place among the lines of its order and product, whatever the file's order of rows."""
    apart = ", ".join([*(["part"] if found.has("part") else []), "order_id", "product_id"])
    order = ", ".join(["revenue", *(["quantity"] if found.has("quantity") else []), "line"])
    return f"product_id || '/' || row_number() OVER (PARTITION BY {apart} ORDER BY {order})"


def describe_sales(bench: Bench, found: Understanding) -> None:
    if not found.has("line_number"):
        _describe_repeats(bench, found)
    _describe_charges(bench, found)
    anonymous, rows = _anonymous(bench, found)
    if anonymous:
        found.notes.append(
            f"{anonymous:,} of {rows:,} lines name no customer: they count for products, not for customers."
        )
    if found.has("part"):
        overlap = bench.value("SELECT count(*) FROM rejects WHERE reason = 'duplicate_row'")
        if overlap:
            found.notes.append(
                f"{overlap:,} lines stand in more than one {found.headings['part']}; each is counted once."
            )


def _describe_repeats(bench: Bench, found: Understanding) -> None:
    """Lines that differ in nothing from another of their order; only products with a second line are looked at."""
    alike = ", ".join(["order_id", "product_id", "sold_date", "revenue",
                       *(name for name in ("customer_id", "quantity") if found.has(name))])  # fmt: skip
    count, amount = bench.execute(
        "SELECT coalesce(sum(copies - 1), 0), coalesce(sum((copies - 1) * revenue), 0) FROM ("
        "SELECT count(*) AS copies, revenue FROM accepted WHERE (order_id, product_id) IN "
        "(SELECT (order_id, product_id) FROM accepted WHERE line_number = product_id || '/2') "
        f"GROUP BY {alike} HAVING count(*) > 1)"
    ).fetchone()
    if count:
        found.notes.append(
            f"{count:,} lines repeat another line of the same order; the file has no line numbers, so they are kept as "
            f"sales of their own ({amount:,.2f})."
        )


def _anonymous(bench: Bench, found: Understanding) -> tuple[int, int]:
    nameless = "count(*) FILTER (customer_id IS NULL)" if found.has("customer_id") else "count(*)"
    return bench.execute(f"SELECT {nameless}, count(*) FROM accepted").fetchone()


def _describe_charges(bench: Bench, found: Understanding) -> None:
    for kind, lines, codes, amount in bench.execute(
        "SELECT line_kind, count(*), count(DISTINCT product_id), sum(revenue) FROM accepted "
        f"WHERE line_kind <> '{PRODUCT}' GROUP BY line_kind ORDER BY count(*) DESC, line_kind"
    ).fetchall():
        usual = bench.execute(
            "SELECT product_id FROM accepted WHERE line_kind = ? "
            f"GROUP BY product_id ORDER BY count(*) DESC, product_id LIMIT {NAMED_CODES}",
            kind,
        ).fetchall()
        names = ", ".join(name for (name,) in usual) + (f" and {codes - len(usual)} more" if codes > len(usual) else "")
        found.notes.append(
            f"{lines:,} lines are {kind}, no product ({names}): {amount:,.2f} counts as money, not as demand."
        )


def _feedback(bench: Bench, found: Understanding) -> None:
    types = {"verbatim": "VARCHAR", "first_choice": "VARCHAR", "score": "DECIMAL(28, 8)"}
    given = {name: name if found.has(name) else f"CAST(NULL AS {kind})" for name, kind in types.items()}
    scale = f"CASE WHEN {given['score']} IS NOT NULL THEN {_scale(bench, found)} END"
    source = "lower(source)" if found.has("source") else f"CASE WHEN {scale} = 'stars' THEN 'review' END"
    derive(bench, given | {"scale": scale, "source": f"coalesce({source}, 'survey')"})
    known = ", ".join(f"'{name}'" for name in SCALES)
    message = f"The scale is none of {', '.join(SCALES)}."
    refuse_where(bench, f"scale NOT IN ({known})", "scale", "out_of_range", message, found.headings)
    for name, of_scale in SCALES.items():
        refuse_where(
            bench,
            f"scale = '{name}' AND (score < {of_scale.lowest} OR score > {of_scale.highest} OR score <> floor(score))",
            "score",
            "out_of_range",
            f"The score is no whole number from {of_scale.lowest} to {of_scale.highest}.",
            found.headings,
        )
    unsaid = "score IS NOT NULL AND scale IS NULL"
    refuse_where(bench, unsaid, "scale", "missing_required", "The score has no scale.", found.headings)
    _refuse_wordless(bench, found)
    if not found.has("feedback_id"):
        found.identity["feedback_id"] = _content_id(bench)


def _scale(bench: Bench, found: Understanding) -> str:
    """The scale that the file states row by row, else the one that its heading and scores tell."""
    if found.has("scale") or not found.has("score"):
        return "lower(scale)" if found.has("scale") else "NULL"
    scores = [score for (score,) in bench.execute("SELECT score FROM typed WHERE score IS NOT NULL").fetchall()]
    scale = scale_of(found.headings["score"], scores)
    found.notes.append(f"{found.headings['score']} is read as {SCALES[scale].title}.")
    return f"'{scale}'"


def _refuse_wordless(bench: Bench, found: Understanding) -> None:
    """A survey without score or brand and a review without score or words say nothing.

    A complaint, a call or a visit is told by its being there.
    """
    column = "score" if found.has("score") else "verbatim"
    refuse_where(
        bench,
        "score IS NULL AND first_choice IS NULL AND (source = 'survey' OR source = 'review' AND verbatim IS NULL)",
        column,
        "missing_required",
        "There is no score in this answer.",
        found.headings,
    )


def _content_id(bench: Bench) -> str:
    """An answer without a number of its own is known by what it says, and its place among those that say the same."""
    content = ", '|', ".join(
        f"coalesce(CAST({name} AS VARCHAR), '')" for name in sorted(bench.columns("meant")) if name != "line"
    )
    return f"md5(concat({content})) || '/' || row_number() OVER (PARTITION BY md5(concat({content})) ORDER BY line)"


def describe_feedback(bench: Bench, found: Understanding) -> None:
    scores = [int(score) for (score,) in bench.execute("SELECT score FROM accepted WHERE scale = 'nps'").fetchall()]
    if scores:
        found.extras["nps"] = f"{nps(scores):.1f}"


def _events(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "last_date < first_date", "last_date", "out_of_range", "The event ends before it begins.", found.headings
    )


def _spend(bench: Bench, found: Understanding) -> None:
    derive(bench, {"purpose": "lower(purpose)"})
    refuse_where(
        bench, "purpose NOT IN ('acquire', 'retain')", "purpose", "out_of_range",
        "The purpose is neither acquire nor retain.", found.headings,
    )  # fmt: skip


def _competitor_prices(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "price <= 0", "price", "negative_price", "A competitor's price must be above zero.", found.headings
    )


RULES: dict[str, Callable[[Bench, Understanding], None]] = {
    "sales": _sales,
    "feedback": _feedback,
    "events": _events,
    "spend": _spend,
    "competitor_prices": _competitor_prices,
}
DESCRIPTIONS: dict[str, Callable[[Bench, Understanding], None]] = {
    "sales": describe_sales,
    "feedback": describe_feedback,
}
