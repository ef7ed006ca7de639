"""What does a sales export mean: which lines are sales, of which order, worth how much, in which currency?"""

from signals.ingest import conversion, revenue
from signals.ingest.bench import Bench
from signals.ingest.charges import PRODUCT, line_kind
from signals.ingest.checks import derive, refuse_where
from signals.ingest.numbers import LARGEST_AMOUNT
from signals.ingest.states import ask_unsold, refuse_unsold
from signals.ingest.understanding import Understanding

ORDER, ORDERS, BY_DAY = "order_id", "orders", "by_day"  # a column, the key of an answer about it, and its value
REPEATS, ONCE, FIRST = "repeats", "once", "first"  # first: of an order's lines of one product only the first
SOLD_AGAIN = (  # only products with a second line in their order are looked at
    "(order_id, product_id) IN (SELECT (order_id, product_id) FROM accepted WHERE line_number = product_id || '/2')"
)
NAMED_CODES = 4  # of each kind of charge, in a note


def prepare(bench: Bench, found: Understanding) -> None:
    """Carry down what the system writes only on an order's first line. Works on `cells`."""
    carried = [name for name in (found.system.carried if found.system else ()) if found.has(name)]
    if not carried or not found.has(ORDER):
        return
    firsts = ", ".join(f"arg_min({name}, line) FILTER (trim({name}) <> '') AS {name}" for name in carried)
    bench.execute(f"CREATE TABLE firsts AS SELECT order_id, {firsts} FROM cells GROUP BY order_id")
    for name in carried:
        bench.execute(
            f"UPDATE cells SET {name} = firsts.{name} FROM firsts WHERE cells.order_id = firsts.order_id "
            f"AND trim(cells.{name}) = '' AND firsts.{name} IS NOT NULL AND trim(cells.order_id) <> ''"
        )
    names = ", ".join(found.headings[name] for name in carried)
    found.notes.append(f"{names} stand on an order's first line only and count for all of its lines.")


def ask(bench: Bench, found: Understanding) -> None:
    """What the lines leave open about money and state. Reads `typed`, and keeps the terms for `apply`."""
    answers = {**(found.system.answers if found.system else {}), **found.answers}
    certain = found.certain | ({"revenue"} if found.system and "revenue" in found.system.columns else set())
    found.terms = revenue.terms_of(bench, found.headings, answers, frozenset(certain))
    found.questions += found.terms.questions
    if found.has("status"):
        ask_unsold(bench, found)


def apply(bench: Bench, found: Understanding) -> None:
    _sort_out_charges(bench, found)
    own = revenue.expression(found.headings, found.terms)
    columns = {"line_kind": f"coalesce(charges.kind, '{PRODUCT}')", "revenue": own}
    if not found.has(ORDER):
        columns[ORDER] = _day_as_order(found)
    joins = ["LEFT JOIN charges ON charges.product_id = typed.product_id"]
    code = conversion.currency_of_lines(bench, found, joins)
    if code:
        columns["currency"] = code
    is_converted = bool(code) and conversion.needs_conversion(bench, found, code, joins)
    if is_converted:
        conversion.convert(bench, found, columns, joins)
    derive(bench, columns, joins=" ".join(joins))
    if is_converted:
        conversion.refuse_without_rate(bench, found)
    refuse_unsold(bench, found)
    conversion.refuse_contradicting_signs(bench, found)
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
    found.notes += found.terms.notes
    if not found.has("line_number"):
        found.identity["line_number"] = _line_number(found)
        if found.answers.get(REPEATS) in (ONCE, FIRST):
            _refuse_repeats(bench, found)
        if found.answers.get(REPEATS) == FIRST:
            _refuse_later_lines(bench, found)


def describe(bench: Bench, found: Understanding) -> None:
    if not found.has("line_number"):
        _describe_repeats(bench, found)
        if found.has(ORDER):
            _describe_later_lines(bench, found)
    _describe_charges(bench, found)
    _describe_orders(bench, found)
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


def _day_as_order(found: Understanding) -> str:
    """A customer's day is one order; a line without customer is an order by itself, known by its day and product."""
    alone = (
        "typed.product_id || '/' || row_number() OVER (PARTITION BY sold_date, typed.product_id "
        f"ORDER BY {'typed.revenue' if found.has('revenue') else 'unit_price'}, typed.line)"
    )
    who = f"coalesce(customer_id, {alone})" if found.has("customer_id") else alone
    return f"strftime(sold_date, '%Y-%m-%d') || '/' || {who}"


def _refuse_without_revenue(bench: Bench, found: Understanding) -> None:
    amount = conversion.own_amount(bench, "meant")
    if found.has("quantity", "unit_price"):
        message = f"Quantity times price is beyond {LARGEST_AMOUNT:,} in size."
        too_large = f"{amount} IS NULL AND {revenue.SIZE} > {LARGEST_AMOUNT}"
        refuse_where(bench, too_large, "unit_price", "overflow", message, found.headings)
    is_stated = found.has("revenue") and not found.terms.is_of_order
    for column in ("revenue",) if is_stated else ("quantity", "unit_price"):
        part = amount if column == "revenue" else column
        empty = f"{amount} IS NULL AND {part} IS NULL AND line NOT IN (SELECT line FROM rejects)"
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
    apart = ", ".join(_place_of(found))
    order = ", ".join(["revenue", *(["quantity"] if found.has("quantity") else []), "line"])
    return f"product_id || '/' || row_number() OVER (PARTITION BY {apart} ORDER BY {order})"


def _place_of(found: Understanding) -> list[str]:
    return [*(["part"] if found.has("part") else []), "order_id", "product_id"]


def _alike(found: Understanding) -> str:
    """What two lines of an order must share to be repeats of each other."""
    shared = [name for name in ("customer_id", "quantity", "part") if found.has(name)]
    return ", ".join(["order_id", "product_id", "sold_date", "revenue", *shared])


def _refuse_repeats(bench: Bench, found: Understanding) -> None:
    message = "The line repeats another of its order; repeats count once, as was answered."
    _refuse_all_but_first(bench, found, _alike(found), "duplicate_row", message)


def _refuse_later_lines(bench: Bench, found: Understanding) -> None:
    message = "An earlier line has its order and product; of these the first counts, as was answered."
    _refuse_all_but_first(bench, found, ", ".join(_place_of(found)), "conflicting_duplicate", message)


def _refuse_all_but_first(bench: Bench, found: Understanding, shared: str, reason: str, message: str) -> None:
    """Of the lines that nothing refused and that share these columns, the first stays."""
    bench.execute(
        f"CREATE OR REPLACE TABLE later AS SELECT line FROM meant ANTI JOIN rejects USING (line) "
        f"QUALIFY row_number() OVER (PARTITION BY {shared} ORDER BY line) > 1"
    )
    refuse_where(bench, "line IN (SELECT line FROM later)", ORDER, reason, message, found.headings)


def _describe_repeats(bench: Bench, found: Understanding) -> None:
    """Lines that differ in nothing from another of their order."""
    count, amount = bench.execute(
        "SELECT coalesce(sum(copies - 1), 0), coalesce(sum((copies - 1) * revenue), 0) FROM ("
        f"SELECT count(*) AS copies, revenue FROM accepted WHERE {SOLD_AGAIN} "
        f"GROUP BY {_alike(found)} HAVING count(*) > 1)"
    ).fetchone()
    if count:
        found.notes.append(
            f"{count:,} lines repeat another line of the same order; the file has no line numbers, so they are kept as "
            f"sales of their own ({amount:,.2f}). Answer {REPEATS}={ONCE} to count them once."
        )


def _describe_later_lines(bench: Bench, found: Understanding) -> None:
    """Lines that share order and product with an earlier one and differ from it: corrections, or sales of their own."""
    count, amount = bench.execute(
        "SELECT count(*), coalesce(sum(revenue), 0) FROM (SELECT revenue FROM accepted "
        f"WHERE {SOLD_AGAIN} GROUP BY {_alike(found)} "
        f"QUALIFY row_number() OVER (PARTITION BY {', '.join(_place_of(found))} ORDER BY min(line)) > 1)"
    ).fetchone()
    if count:
        differing = "1 line has" if count == 1 else f"{count:,} lines have"
        found.notes.append(
            f"{differing} the order and product of another line with other values; the file has no line numbers, so "
            f"each is kept as a sale of its own ({amount:,.2f}). Answer {REPEATS}={FIRST} to count only the first."
        )


def _describe_orders(bench: Bench, found: Understanding) -> None:
    """Orders whose own total is another than the sum of their lines: discounts and refunds that no line bears."""
    if not found.has("order_total"):
        return
    amount = conversion.own_amount(bench, "accepted")
    orders, difference = bench.execute(
        f"SELECT count(*), coalesce(sum(own - total), 0) FROM (SELECT sum({amount}) AS own, max(order_total) AS total "
        "FROM accepted GROUP BY order_id) WHERE abs(own - total) >= 0.01"
    ).fetchone()
    if orders:
        found.notes.append(
            f"In {orders:,} orders the lines make another sum than {found.headings['order_total']} "
            f"({difference:+,.2f} in all): what was taken off or refunded on the whole order is in no line."
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
