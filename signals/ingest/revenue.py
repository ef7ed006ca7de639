"""What is the revenue of a sales line, without tax and after discount, when a file states several amounts?

An amount beside others is understood by the identity that holds on nearly all lines, such as total = quantity × price
+ tax. Where none holds and no name decides, the analyst is asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from signals.ingest.bench import Bench
from signals.ingest.headings import folded, is_gross, is_net
from signals.ingest.numbers import LARGEST_AMOUNT
from signals.model import Question

NEARLY_ALL = 0.98  # of the lines: then an identity holds
ROUNDING = "0.011 + 0.0051 * abs(q)"  # a total to the cent from a price to the cent
LEAST_ORDERS = 3  # of several products, before an amount is taken for the order's
SIZE = "abs(CAST(quantity AS DOUBLE) * CAST(unit_price AS DOUBLE))"  # decimals of this size would overflow

DISCOUNT, INCLUDED, AMOUNT, RATE = "discount", "included", "amount", "rate"  # an answer's key and its values
TAX, NET, GROSS = "tax", "net", "gross"
REVENUE, LINES, STATED = "revenue", "lines", "stated"
RATE_WORDS = frozenset(["rate", "percent", "pct", "prozent", "satz", "taux", "tipo", "aliquota"])

PERCENT = "percent"
WAYS = (INCLUDED, AMOUNT, RATE, PERCENT)  # how a discount may be written


@dataclass(frozen=True)
class Terms:
    """How the amounts of a file make up its revenue. A discount of "" or a tax of "" must be asked."""

    discount: str = INCLUDED  # how it is taken off quantity × price
    stated_discount: str = INCLUDED  # how it is taken off the stated amount
    price_tax: str = NET  # gross: quantity × price contains the tax of its column
    stated_tax: str = NET  # gross: the stated amount contains it
    is_of_order: bool = False  # the stated amount is the whole order's: the line's own is quantity × price
    is_completed: bool = False  # where the stated amount is missing it is quantity × price
    notes: list[str] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


@dataclass(frozen=True)
class Amounts:
    """Which amounts a file states, by their headings; an amount that is 0 on every line is none."""

    headings: Mapping[str, str]
    answers: Mapping[str, str]
    certain: frozenset[str]  # columns that the file or the analyst calls by our own names
    ways: tuple[str, ...] = ()  # how its discounts may be meant

    def has(self, *columns: str) -> bool:
        return all(column in self.headings for column in columns)

    @property
    def states_revenue(self) -> bool:
        return self.has("revenue")

    @property
    def is_multiplied(self) -> bool:
        return self.has("quantity", "unit_price")

    @property
    def main(self) -> str:
        """The heading of the amount that counts."""
        return self.headings["revenue"] if self.states_revenue else self.headings["unit_price"]


def terms_of(
    bench: Bench, headings: Mapping[str, str], answers: Mapping[str, str], certain: frozenset[str] = frozenset()
) -> Terms:
    """Reads `typed`. The terms, with what is to be said or asked about them."""
    _lay_out(bench, headings)
    amounts = Amounts(_without_zeros(bench, headings), answers, certain, _ways(bench))
    may_be_of_order = amounts.states_revenue and answers.get(REVENUE) != STATED
    if may_be_of_order and _is_of_order(bench, amounts):
        return _terms_of_orders(bench, amounts, "is the same on every line of an order")
    identity = _identity(bench, amounts) if amounts.states_revenue and amounts.is_multiplied else None
    gaps = _gaps(bench, amounts, identity) if may_be_of_order and amounts.is_multiplied else None
    if gaps and not gaps.are_slips:
        return _terms_of_orders(bench, amounts, f"is missing on {_lines(gaps.lines)} that have quantity and price")
    terms = replace(_settled(amounts, identity), is_completed=answers.get(REVENUE) != STATED)
    if not terms.questions:
        _say(bench, amounts, terms, identity)
        if gaps:
            terms.notes.append(_gaps_note(amounts, gaps))
    return terms


def expression(headings: Mapping[str, str], terms: Terms) -> str:
    """Revenue over the columns of `typed`: as the file states it, else quantity times price."""
    parts = []
    if "revenue" in headings and not terms.is_of_order:
        parts.append(_less(_off("revenue", terms.stated_discount), terms.stated_tax))
    is_stated = "revenue" in headings and not terms.is_of_order
    if {"quantity", "unit_price"} <= set(headings) and (terms.is_completed or not is_stated):
        product = f"CAST(round({_off('quantity * unit_price', terms.discount)}, 8) AS DECIMAL(28, 8))"
        parts.append(f"CASE WHEN {SIZE} <= {LARGEST_AMOUNT} THEN {_less(product, terms.price_tax)} END")
    return f"coalesce({', '.join(parts)})"


def _off(base: str, way: str) -> str:
    """An amount after its discount, exactly. A discount lessens a return as well as a sale, whatever its own sign."""
    given = "abs(coalesce(discount, 0))"
    kept = {RATE: f"1 - {given}", PERCENT: f"1 - {given} / 100"}
    if way == AMOUNT:
        return f"{base} - {given} * sign({base})"
    return f"CAST({base} AS DECIMAL(28, 8)) * CAST({kept[way]} AS DECIMAL(9, 8))" if way in kept else base


def _less(amount: str, tax: str) -> str:
    return f"{amount} - coalesce(tax, 0)" if tax == GROSS else amount


def _roughly_off(base: str, way: str) -> str:
    """The same on the doubles of `amounts`."""
    after = {AMOUNT: f"{base} - abs(d) * sign({base})", RATE: f"{base} * (1 - abs(d))"}
    return after.get(way) or (f"{base} * (1 - abs(d) / 100)" if way == PERCENT else base)


def _without_zeros(bench: Bench, headings: Mapping[str, str]) -> dict[str, str]:
    def is_filled(name: str) -> bool:
        return bool(bench.value(f"SELECT count(*) FILTER (coalesce({name}, 0) <> 0) FROM typed"))

    return {name: told for name, told in headings.items() if name not in ("discount", "tax") or is_filled(name)}


def _ways(bench: Bench) -> tuple[str, ...]:
    """A share is at most 1, and nobody gives a discount of one per cent or less on every line."""
    largest = bench.value("SELECT max(abs(d)) FROM amounts")
    return (INCLUDED, AMOUNT, PERCENT if largest is not None and largest > 1 else RATE)


def _lay_out(bench: Bench, headings: Mapping[str, str]) -> None:
    """The view `amounts`: r, q, p, d and t as doubles, order_id and product_id. For comparing, not for counting."""
    names = {"r": "revenue", "q": "quantity", "p": "unit_price", "d": "discount", "t": "tax"}
    columns = [
        f"{f'coalesce(CAST({name} AS DOUBLE), 0)' if letter in 'dt' else f'CAST({name} AS DOUBLE)'} AS {letter}"
        if name in headings
        else f"CAST({0 if letter in 'dt' else 'NULL'} AS DOUBLE) AS {letter}"
        for letter, name in names.items()
    ]
    keys = [name for name in ("order_id", "product_id") if name in headings]
    bench.execute(
        f"CREATE OR REPLACE VIEW amounts AS SELECT {', '.join([*columns, *keys])} FROM typed "
        "ANTI JOIN rejects USING (line)"
    )


@dataclass(frozen=True)
class Identity:
    """What makes the stated amount on nearly all lines: quantity × price after a discount, and more or less the tax."""

    way: str  # of the discount
    sign: str  # "+", "-" or ""
    lines: int
    unlike: int
    difference: float  # stated less computed, on the lines where it does not hold

    @property
    def sum(self) -> str:
        after = _roughly_off("q * p", self.way)
        return f"{after} {self.sign} t" if self.sign else after


def _identity(bench: Bench, amounts: Amounts) -> Identity | None:
    ways = WAYS if amounts.has("discount") else WAYS[:1]
    signs = ("", "+", "-") if amounts.has("tax") else ("",)
    best = max((_tried(bench, way, sign) for way in ways for sign in signs), key=lambda found: -found.unlike)
    return best if best.lines and best.unlike <= (1 - NEARLY_ALL) * best.lines else None


def _tried(bench: Bench, way: str, sign: str) -> Identity:
    sum_ = Identity(way, sign, 0, 0, 0).sum
    is_unlike = f"abs(r - ({sum_})) > {ROUNDING}"
    found = bench.execute(
        f"SELECT count(*), count(*) FILTER ({is_unlike}), coalesce(sum(r - ({sum_})) FILTER ({is_unlike}), 0) "
        "FROM amounts WHERE r IS NOT NULL AND q IS NOT NULL AND p IS NOT NULL"
    ).fetchone()
    return Identity(way, sign, *found)


@dataclass(frozen=True)
class Gaps:
    """Lines that have quantity and price and not the amount that others state."""

    lines: int
    amount: float  # by quantity × price
    are_slips: bool  # the amount is a line's own wherever it stands: quantity × price may stand in for it


def _gaps(bench: Bench, amounts: Amounts, identity: Identity | None) -> Gaps | None:
    own = identity.sum if identity else "q * p"
    lines, amount, stated = bench.execute(
        f"SELECT count(*) FILTER (r IS NULL), coalesce(sum({own}) FILTER (r IS NULL), 0), count(r) FROM amounts "
        "WHERE q IS NOT NULL AND p IS NOT NULL"
    ).fetchone()
    if not lines or not stated:
        return None
    return Gaps(lines, amount, identity is not None and _are_slips(bench, amounts, own))


def _are_slips(bench: Bench, amounts: Amounts, own: str) -> bool:
    """Whether the amount is a line's own also in the orders of which some lines lack it."""
    if not amounts.has("order_id"):
        return True
    share = bench.value(
        f"SELECT avg(CAST(abs(r - ({own})) <= {ROUNDING} AS INTEGER)) FROM amounts WHERE r IS NOT NULL "
        "AND order_id IN (SELECT order_id FROM amounts GROUP BY order_id HAVING count(r) < count(q * p))"
    )
    return share is None or share >= NEARLY_ALL


def _gaps_note(amounts: Amounts, gaps: Gaps) -> str:
    count = f"counts as quantity × price there ({gaps.amount:,.2f} in sum)"
    return f"{amounts.main} is missing on {_lines(gaps.lines)} and {count}, which it is on the others."


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def _settled(amounts: Amounts, identity: Identity | None) -> Terms:
    """What the lines show; what they leave open by the answer, by the amount's name, or by a question.

    That a total is quantity × price does not show whether both are before the discount or contain the tax.
    """
    is_discount_shown = identity is not None and identity.way != INCLUDED
    is_tax_shown = identity is not None and identity.sign != ""
    discount = identity.way if is_discount_shown else _discount_told(amounts)
    tax = _tax_told(amounts)
    questions = [] if discount else [_discount_question(amounts)]
    if not is_tax_shown and not tax:
        questions.append(_tax_question(amounts))
    return Terms(
        discount=discount,
        stated_discount=INCLUDED if is_discount_shown else discount,
        price_tax={"+": NET, "-": GROSS}[identity.sign] if is_tax_shown else tax,
        stated_tax={"+": GROSS, "-": NET}[identity.sign] if is_tax_shown else tax,
        questions=questions,
    )


def _discount_told(amounts: Amounts) -> str:
    if not amounts.has("discount"):
        return INCLUDED
    answer = amounts.answers.get(DISCOUNT)
    if answer in WAYS:
        return answer
    return INCLUDED if amounts.states_revenue and (is_net(amounts.main) or "revenue" in amounts.certain) else ""


def _tax_told(amounts: Amounts) -> str:
    answer = amounts.answers.get(TAX)
    is_amount = amounts.has("tax") and not set(folded(amounts.headings["tax"]).split()) & RATE_WORDS
    if answer in (NET, GROSS):
        return answer if is_amount else NET
    if is_gross(amounts.main):
        return GROSS if is_amount else ""
    return NET if not is_amount or is_net(amounts.main) or "revenue" in amounts.certain else ""


def _discount_question(amounts: Amounts) -> Question:
    share = f"a percentage such as 15 ({PERCENT})" if PERCENT in amounts.ways else f"a share such as 0.15 ({RATE})"
    text = (
        f"What is {amounts.headings['discount']}: contained in {amounts.main} already ({INCLUDED}), an amount still to "
        f"take off ({AMOUNT}), or {share}?"
    )
    return Question("ambiguous_discount", DISCOUNT, text, amounts.ways)


def _tax_question(amounts: Amounts) -> Question:
    main = amounts.main
    if is_gross(main):
        text = (
            f"{main} contains tax and no column says how much. Choose a column without tax, or count it as it "
            f"stands ({NET})."
        )
        return Question("ambiguous_tax", TAX, text, (NET,))
    text = (
        f"Does {main} contain {amounts.headings['tax']}? If so it is taken off ({GROSS}), else {main} counts as it "
        f"stands ({NET})."
    )
    return Question("ambiguous_tax", TAX, text, (NET, GROSS))


def _say(bench: Bench, amounts: Amounts, terms: Terms, identity: Identity | None) -> None:
    shown = ""
    if identity and (identity.way != INCLUDED or identity.sign):
        shown = f", as {identity.lines - identity.unlike:,} of {identity.lines:,} lines show"
    if amounts.has("discount"):
        terms.notes.append(_discount_note(bench, amounts, terms, shown))
    if amounts.has("tax") or is_gross(amounts.main):
        terms.notes.append(_tax_note(bench, amounts, terms, shown))
    compared = identity or (_tried(bench, INCLUDED, "") if amounts.states_revenue and amounts.is_multiplied else None)
    if compared and compared.unlike:
        terms.notes.append(
            f"On {compared.unlike:,} of {compared.lines:,} lines {amounts.main} is not what quantity and price make "
            f"({compared.difference:+,.2f} in sum); the stated amount counts."
        )


def _discount_note(bench: Bench, amounts: Amounts, terms: Terms, shown: str) -> str:
    heading, base = amounts.headings["discount"], "r" if amounts.states_revenue else "q * p"
    way = terms.stated_discount if amounts.states_revenue else terms.discount
    if way == INCLUDED:
        return f"{amounts.main} is after {heading}{shown}: nothing is taken off again."
    total = bench.value(f"SELECT coalesce(sum({base} - ({_roughly_off(base, way)})), 0) FROM amounts")
    return f"{heading} is taken off {'quantity × price' if base != 'r' else amounts.main}: {total:,.2f} in sum."


def _tax_note(bench: Bench, amounts: Amounts, terms: Terms, shown: str) -> str:
    if (terms.stated_tax if amounts.states_revenue else terms.price_tax) == GROSS:
        taxes = bench.value("SELECT sum(t) FROM amounts")
        return f"{amounts.main} contains {amounts.headings['tax']}{shown}: {taxes:,.2f} of tax is left out of revenue."
    if is_gross(amounts.main):
        return f"{amounts.main} contains tax and counts as it stands: revenue includes that tax."
    return f"{amounts.main} is without {amounts.headings['tax']}{shown}."


def _is_of_order(bench: Bench, amounts: Amounts) -> bool:
    """The same amount on each line of an order of several products, and another on other orders: a total, repeated."""
    if not amounts.has("order_id", "product_id"):
        return False
    orders, constant, distinct = bench.execute(
        "SELECT count(*), count(*) FILTER (is_constant), count(DISTINCT total) FROM ("
        "SELECT min(r) = max(r) AND (min(q * p) IS NULL OR min(q * p) <> max(q * p)) AS is_constant, max(r) AS total "
        "FROM amounts WHERE order_id IS NOT NULL AND r <> 0 GROUP BY order_id HAVING count(DISTINCT product_id) > 1)"
    ).fetchone()
    return orders >= LEAST_ORDERS and distinct >= LEAST_ORDERS and constant >= NEARLY_ALL * orders


def _terms_of_orders(bench: Bench, amounts: Amounts, why: str) -> Terms:
    """The lines' own amounts, where they add up to the orders'; else a question."""
    heading = amounts.main
    if not amounts.is_multiplied:
        text = (
            f"{heading} {why}: is it the line's ({STATED}), or the order's? If it is "
            "the order's, choose a column with the line's amount, or export quantity and price."
        )
        return Terms(questions=[Question("ambiguous_total", REVENUE, text, (STATED,))])
    others = {name: told for name, told in amounts.headings.items() if name != "revenue"}
    own = Amounts(others, amounts.answers, frozenset(), amounts.ways)
    terms = replace(_settled(own, None), is_of_order=True)
    if not terms.questions and amounts.answers.get(REVENUE) != LINES and not _adds_up(bench, amounts, terms):
        text = (
            f"{heading} {why}, and is not the sum of an order's lines. Count quantity × price of each line ({LINES}), "
            f"or {heading} where it stands ({STATED})?"
        )
        terms.questions.append(Question("ambiguous_total", REVENUE, text, (LINES, STATED)))
    if not terms.questions:
        is_told = amounts.answers.get(REVENUE) == LINES
        what = "is left aside, as was answered" if is_told else "is of the whole order"
        terms.notes.append(f"{heading} {what}: each line counts with its own quantity × price.")
        _say(bench, own, terms, None)
    return terms


def _adds_up(bench: Bench, amounts: Amounts, terms: Terms) -> bool:
    if not amounts.has("order_id"):
        return False
    share = bench.value(
        f"SELECT avg(CAST(abs(total - own) <= slack AS INTEGER)) FROM (SELECT max(r) AS total, "
        f"sum({ROUNDING}) AS slack, sum({_roughly_off('q * p', terms.discount)}) AS own FROM amounts "
        "WHERE order_id IS NOT NULL GROUP BY order_id)"
    )
    return (share or 0) >= NEARLY_ALL
