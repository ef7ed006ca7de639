"""Which kinds of export are taken, and what must each column hold?"""

from collections.abc import Sequence
from dataclasses import dataclass

from signals.store.facts import FactTable


@dataclass(frozen=True)
class Field:
    """One column of the contract. `type` says how its text is read (readings.py)."""

    name: str
    type: str  # id, text, date, timestamp, month, quarter, number, score, money, currency or part
    is_required: bool = False
    is_stored: bool = True  # False: it serves to derive another column


@dataclass(frozen=True)
class Kind:
    """One kind of export."""

    name: str
    fields: Sequence[Field]
    key: Sequence[str]
    date: str | None  # the column whose first and last day describe a load
    amount: str | None = None  # the column whose sum describes a load
    nullable_key: frozenset[str] = frozenset()

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)

    @property
    def required(self) -> list[str]:
        return [field.name for field in self.fields if field.is_required]

    @property
    def facts(self) -> FactTable:
        columns = [field.name for field in self.fields if field.is_stored]
        return FactTable(self.name, columns, self.key, self.nullable_key)


def _required(name: str, kind: str) -> Field:
    return Field(name, kind, is_required=True)


def _derived_from(name: str, kind: str) -> Field:
    return Field(name, kind, is_stored=False)


SALES = Kind(
    "sales",
    (
        _required("order_id", "id"),
        Field("line_number", "id"),
        _required("sold_date", "date"),
        Field("customer_id", "id"),
        _required("product_id", "id"),
        Field("region", "text"),
        Field("channel", "text"),
        Field("quantity", "number"),
        Field("revenue", "money"),
        Field("line_kind", "text"),
        Field("product_name", "text"),
        Field("category", "text"),
        Field("customer_name", "text"),
        _derived_from("unit_price", "money"),
        _derived_from("discount", "money"),
        _derived_from("tax", "money"),
        _derived_from("order_total", "money"),
        _derived_from("status", "text"),
        _derived_from("currency", "currency"),
        _derived_from("part", "part"),
    ),
    key=("order_id", "line_number"),
    date="sold_date",
    amount="revenue",
)

PRODUCTS = Kind(
    "products",
    (
        _required("product_id", "id"),
        Field("product_name", "text"),
        Field("category", "text"),
        Field("list_price", "money"),
        Field("launched_date", "date"),
        Field("discontinued_date", "date"),
    ),
    key=("product_id",),
    date=None,
)

CUSTOMERS = Kind(
    "customers",
    (
        _required("customer_id", "id"),
        Field("customer_name", "text"),
        Field("segment", "text"),
        Field("region", "text"),
        Field("account_owner", "text"),
        Field("email", "text"),
        Field("phone", "text"),
        Field("estimated_spend", "money"),
        Field("estimate_source", "text"),
    ),
    key=("customer_id",),
    date=None,
)

FEEDBACK = Kind(
    "feedback",
    (
        Field("feedback_id", "id"),
        _required("given_date", "date"),
        Field("received_at", "timestamp"),
        Field("customer_id", "id"),
        Field("product_id", "id"),
        Field("source", "text"),
        Field("touchpoint", "text"),
        Field("score", "score"),
        Field("scale", "text"),
        Field("first_choice", "text"),
        Field("verbatim", "text"),
        Field("acknowledged_at", "timestamp"),
        Field("resolved_at", "timestamp"),
        Field("heard_by", "text"),
    ),
    key=("feedback_id",),
    date="given_date",
)

COMPETITOR_PRICES = Kind(
    "competitor_prices",
    (
        _required("observed_date", "date"),
        _required("product_id", "id"),
        _required("competitor", "text"),
        _required("competitor_product", "text"),
        _required("price", "money"),
        Field("region", "text"),
        Field("source", "text"),
    ),
    key=("observed_date", "product_id", "competitor", "competitor_product", "region"),
    date="observed_date",
    nullable_key=frozenset({"region"}),
)

EVENTS = Kind(
    "events",
    (
        _required("event_id", "id"),
        _required("kind", "text"),
        _required("first_date", "date"),
        _required("last_date", "date"),
        Field("product_id", "id"),
        Field("category", "text"),
        Field("region", "text"),
        Field("note", "text"),
    ),
    key=("event_id",),
    date="first_date",
)

TARGETS = Kind(
    "targets",
    (
        _required("quarter", "quarter"),
        Field("category", "text"),
        Field("product_id", "id"),
        Field("region", "text"),
        _required("revenue_target", "money"),
    ),
    key=("quarter", "category", "product_id", "region"),
    date=None,
    nullable_key=frozenset({"category", "product_id", "region"}),
)

SPEND = Kind(
    "spend",
    (
        _required("month", "month"),
        _required("purpose", "text"),
        Field("programme", "text"),
        _required("amount", "money"),
    ),
    key=("month", "purpose", "programme"),
    date="month",
    amount="amount",
    nullable_key=frozenset({"programme"}),
)

RATES = Kind(
    "rates",
    (
        _required("currency", "currency"),
        _required("first_date", "date"),
        _required("rate", "number"),
    ),
    key=("currency", "first_date"),
    date="first_date",
)

KINDS = {
    kind.name: kind for kind in (SALES, PRODUCTS, CUSTOMERS, FEEDBACK, COMPETITOR_PRICES, EVENTS, TARGETS, SPEND, RATES)
}
