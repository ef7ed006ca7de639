"""What does each kind of export mean beyond its single cells?

Each rule works on the bench's `typed` rows before they are accepted, and says in a note what it did.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from signals.ingest.bench import Bench
from signals.ingest.charges import PRODUCT, line_kind
from signals.ingest.checks import refuse_where
from signals.ingest.scales import SCALES, nps, scale_of


@dataclass
class Understanding:
    """What the rules found out about an export, for its report."""

    headings: Mapping[str, str]  # our column -> the file's heading
    notes: list[str] = field(default_factory=list)
    extras: dict[str, object] = field(default_factory=dict)

    def has(self, column: str) -> bool:
        return column in self.headings


def apply(bench: Bench, kind: str, found: Understanding) -> None:
    """Derive the columns that the kind needs and refuse the rows that contradict its meaning."""
    RULES.get(kind, _nothing)(bench, found)


def _nothing(bench: Bench, found: Understanding) -> None:
    """Cells that can be read are all that this kind asks for."""


def _sales(bench: Bench, found: Understanding) -> None:
    for column, kind in (
        ("revenue", "DECIMAL(28, 8)"),
        ("quantity", "DECIMAL(28, 8)"),
        ("product_name", "VARCHAR"),
        ("customer_id", "VARCHAR"),
        ("part", "VARCHAR"),
    ):
        _add_missing(bench, column, kind, found)
    _derive_line_kind(bench)
    if found.has("unit_price"):
        refuse_where(
            bench,
            f"unit_price < 0 AND line_kind = '{PRODUCT}'",
            "unit_price",
            "negative_price",
            "A price below zero; a return has a negative quantity.",
            found.headings,
        )
        bench.execute("UPDATE typed SET revenue = round(quantity * unit_price, 8) WHERE revenue IS NULL")
    money = "revenue" if found.has("revenue") else "unit_price"
    refuse_where(
        bench,
        "revenue IS NULL",
        "quantity" if found.has("quantity") and not found.has("revenue") else money,
        "missing_required",
        "No revenue: quantity or price is empty.",
        found.headings,
    )
    if not found.has("line_number"):
        _number_lines(bench, found)


def _derive_line_kind(bench: Bench) -> None:
    usual_names = bench.execute(
        "SELECT product_id, mode(product_name) FROM typed WHERE product_id IS NOT NULL GROUP BY product_id"
    ).fetchall()
    kinds = [(product_id, line_kind(product_id, name)) for product_id, name in usual_names]
    charges = [pair for pair in kinds if pair[1] != PRODUCT]
    bench.execute("CREATE TABLE charges (product_id VARCHAR, kind VARCHAR)")
    if charges:
        bench.connection.executemany("INSERT INTO charges VALUES (?, ?)", charges)
    bench.execute("ALTER TABLE typed ADD COLUMN line_kind VARCHAR")
    bench.execute(f"UPDATE typed SET line_kind = '{PRODUCT}'")
    bench.execute("UPDATE typed SET line_kind = charges.kind FROM charges WHERE charges.product_id = typed.product_id")


def _number_lines(bench: Bench, found: Understanding) -> None:
    """A line's identity is its place among the lines of its order and product, whatever the file's order of rows."""
    bench.execute("ALTER TABLE typed ADD COLUMN line_number VARCHAR")
    bench.execute(
        "UPDATE typed SET line_number = numbered.line_number FROM (SELECT line, product_id || '/' || row_number() OVER "
        "(PARTITION BY part, order_id, product_id ORDER BY revenue, quantity, line) AS line_number FROM typed "
        "ANTI JOIN rejects USING (line)) AS numbered WHERE numbered.line = typed.line"
    )
    count, amount = bench.execute(
        "SELECT coalesce(sum(copies - 1), 0), coalesce(sum((copies - 1) * revenue), 0) FROM (SELECT count(*) AS copies, revenue "
        "FROM typed ANTI JOIN rejects USING (line) "
        "GROUP BY part, order_id, product_id, sold_date, customer_id, quantity, revenue HAVING count(*) > 1)"
    ).fetchone()
    if count:
        found.notes.append(
            f"{count:,} lines repeat another line of the same order; the file has no line numbers, so they are kept as "
            f"sales of their own ({amount:,.2f})."
        )


def describe_sales(bench: Bench, found: Understanding) -> None:
    """The notes that need the accepted rows: charges, anonymous lines, sheets that overlap."""
    for kind, lines, codes, amount in bench.execute(
        f"SELECT line_kind, count(*), count(DISTINCT product_id), sum(revenue) FROM accepted WHERE line_kind <> '{PRODUCT}' "
        "GROUP BY line_kind ORDER BY count(*) DESC"
    ).fetchall():
        names = [name for (name,) in bench.execute(
            "SELECT product_id FROM accepted WHERE line_kind = ? GROUP BY product_id ORDER BY count(*) DESC LIMIT 4", kind
        ).fetchall()]  # fmt: skip
        more = "" if codes <= len(names) else f" and {codes - len(names)} more"
        found.notes.append(
            f"{lines:,} lines are {kind}, no product ({', '.join(names)}{more}): {amount:,.2f} counts as money, not as demand."
        )
    anonymous, rows = bench.execute("SELECT count(*) FILTER (customer_id IS NULL), count(*) FROM accepted").fetchone()
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


def _feedback(bench: Bench, found: Understanding) -> None:
    for column, kind in (
        ("score", "DECIMAL(28, 8)"),
        ("scale", "VARCHAR"),
        ("source", "VARCHAR"),
        ("verbatim", "VARCHAR"),
        ("first_choice", "VARCHAR"),
    ):
        _add_missing(bench, column, kind, found)
    if not found.has("scale") and found.has("score"):
        scores = [score for (score,) in bench.execute("SELECT score FROM typed WHERE score IS NOT NULL").fetchall()]
        scale = scale_of(found.headings["score"], scores)
        bench.execute("UPDATE typed SET scale = ?", scale)
        found.notes.append(f"{found.headings['score']} is read as {SCALES[scale].title}.")
    bench.execute("UPDATE typed SET scale = lower(scale), source = lower(source)")
    bench.execute("UPDATE typed SET scale = NULL WHERE score IS NULL")
    _default_source(bench, found)
    for name, scale in SCALES.items():
        refuse_where(
            bench,
            f"scale = '{name}' AND (score < {scale.lowest} OR score > {scale.highest} OR score <> floor(score))",
            "score",
            "out_of_range",
            f"The score is no whole number from {scale.lowest} to {scale.highest}.",
            found.headings,
        )
    _refuse_wordless(bench, found)
    if not found.has("feedback_id"):
        _identify_feedback(bench)


def _default_source(bench: Bench, found: Understanding) -> None:
    if not found.has("source"):
        bench.execute("UPDATE typed SET source = CASE WHEN scale = 'stars' THEN 'review' ELSE 'survey' END")
    bench.execute("UPDATE typed SET source = 'survey' WHERE source IS NULL")


def _refuse_wordless(bench: Bench, found: Understanding) -> None:
    """A row must say something; a survey's answer without score says nothing unless it names a brand."""
    column = "score" if found.has("score") else "verbatim"
    refuse_where(
        bench,
        "score IS NULL AND first_choice IS NULL AND (verbatim IS NULL OR source = 'survey')",
        column,
        "missing_required",
        "There is no score in this answer.",
        found.headings,
    )


def _identify_feedback(bench: Bench) -> None:
    bench.execute("ALTER TABLE typed ADD COLUMN feedback_id VARCHAR")
    present = [name for (name, *_) in bench.execute("DESCRIBE typed").fetchall() if name not in ("line", "feedback_id")]
    content = ", '|', ".join(f"coalesce(CAST({name} AS VARCHAR), '')" for name in present)
    bench.execute(
        "UPDATE typed SET feedback_id = numbered.id FROM (SELECT line, content || '/' || row_number() OVER "
        f"(PARTITION BY content ORDER BY line) AS id FROM (SELECT line, md5(concat({content})) AS content FROM typed)) "
        "AS numbered WHERE numbered.line = typed.line"
    )


def describe_feedback(bench: Bench, found: Understanding) -> None:
    scores = [int(score) for (score,) in bench.execute("SELECT score FROM accepted WHERE scale = 'nps'").fetchall()]
    if scores:
        found.extras["nps"] = f"{nps(scores):.1f}"


def _events(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "last_date < first_date", "last_date", "out_of_range", "The event ends before it begins.", found.headings
    )


def _spend(bench: Bench, found: Understanding) -> None:
    bench.execute("UPDATE typed SET purpose = lower(purpose)")
    refuse_where(
        bench, "purpose NOT IN ('acquire', 'retain')", "purpose", "out_of_range",
        "The purpose is neither acquire nor retain.", found.headings,
    )  # fmt: skip


def _competitor_prices(bench: Bench, found: Understanding) -> None:
    refuse_where(
        bench, "price <= 0", "price", "negative_price", "A competitor's price must be above zero.", found.headings
    )


def _add_missing(bench: Bench, column: str, kind: str, found: Understanding) -> None:
    if not found.has(column):
        bench.execute(f"ALTER TABLE typed ADD COLUMN {column} {kind}")


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
