"""Which system wrote this line of headings, and what do its columns mean there?

A heading such as Total, Amount or Name means one thing in one system and another in the next. A system is told by
headings that stand together nowhere else; what it does not settle is matched by name like any other file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from signals.ingest.headings import glued


@dataclass(frozen=True)
class System:
    """The export of one system. Headings are spelled as `headings.folded` leaves them, alternatives parted by |."""

    name: str
    signs: str  # headings that must all be there
    kind: str
    columns: Mapping[str, str] = field(default_factory=dict)  # our column -> heading, the first that the file has
    unused: str = ""  # headings that a name alone would mislead about
    carried: Sequence[str] = ()  # our columns that are filled only on an order's first line
    answers: Mapping[str, str] = field(default_factory=dict)  # what the system's makers say of it
    sold: Sequence[str] = ()  # the only states that are sales; empty: all but the usual words for none
    note: str = ""  # what the analyst should know of this reading
    advice: str = ""  # what to do where a column that we need is missing


SYSTEMS = (
    System(
        "Shopify's orders",
        "name|lineitem quantity|lineitem price",
        "sales",
        {
            "order_id": "name", "sold_date": "created at", "customer_id": "email", "customer_name": "billing name",
            "product_id": "lineitem sku|lineitem name", "product_name": "lineitem name",
            "quantity": "lineitem quantity", "unit_price": "lineitem price", "discount": "lineitem discount",
            "currency": "currency", "region": "shipping country|billing country", "channel": "source",
            "status": "financial status", "order_total": "subtotal",
        },
        unused="total|taxes|shipping|paid at|fulfilled at|discount amount|id|vendor|shipping name|shipping method",
        carried=("sold_date", "customer_id", "customer_name", "currency", "region", "channel", "status"),
        answers={"discount": "amount"},
        note="Total, Taxes and Shipping are of the whole order and are not counted on its lines; where the shop's "
        "prices include tax, so does revenue.",
    ),
    System(
        "WooCommerce's orders",
        "order number|order status|item name|quantity",
        "sales",
        {
            "order_id": "order number", "line_number": "item", "sold_date": "order date",
            "customer_id": "customer id|customer user id|customer user|customer email|email billing|billing email",
            "customer_name": "customer name|company billing",
            "product_id": "sku|product id|item name", "product_name": "item name", "quantity": "quantity",
            "unit_price": "item cost", "revenue": "order line total|line total|item total",
            "region": "billing country|country name billing|country code billing", "status": "order status",
        },
        unused="order line subtotal|order total|order total amount|order subtotal amount|discount amount|"
        "cart discount amount|order total tax amount|quantity refund|product|item subtotal",
    ),
    System(
        "Square's items",
        "transaction id|gross sales|net sales|qty",
        "sales",
        {
            "order_id": "transaction id", "sold_date": "date", "product_id": "sku|item", "product_name": "item",
            "quantity": "qty", "revenue": "net sales", "customer_id": "customer id", "customer_name": "customer name",
            "region": "location", "category": "category", "channel": "channel|source",
        },
        unused="gross sales|discounts|tax|event type|payment id|time|count",
        note="Revenue is Net Sales: after discounts, before tax.",
    ),
    System(
        "Salesforce's opportunities with products",
        "stage|total price",
        "sales",
        {
            "order_id": "opportunity id|opportunity number|opportunity name", "sold_date": "close date|closed date",
            "customer_id": "account id|account number|account name", "customer_name": "account name",
            "product_id": "product code|product id|product name", "product_name": "product name",
            "quantity": "quantity", "unit_price": "sales price|unit price", "revenue": "total price",
            "region": "billing country|billing state province|territory", "status": "stage",
        },
        unused="list price|amount|expected revenue|created date|discount",
        sold=("closed won",),
    ),
    System(
        "HubSpot's deals",
        "deal name|deal stage|amount",
        "sales",
        unused="create date|record id",
        advice="Deals name no products. Export HubSpot's line items with their deal, its close date and their SKU.",
    ),
    System(
        "Salesforce's opportunities",
        "opportunity name|stage|amount",
        "sales",
        advice="Opportunities name no products. Take the report Opportunities with Products.",
    ),
    System(
        "the Superstore's sales",
        "row id|ship mode|sub category|product id|sales|profit",
        "sales",
        {"line_number": "row id", "region": "region", "category": "category", "revenue": "sales"},
        unused="discount|profit|ship date|ship mode|country|country region|city|state|state province|sub category",
        note="Sales is after Discount: nothing is taken off it again.",
    ),
    System(
        "the classic models' sales sample",
        "ordernumber|quantityordered|priceeach|orderlinenumber|sales",
        "sales",
        {
            "customer_id": "customername", "region": "country", "category": "productline", "revenue": "sales",
            "unit_price": "priceeach", "status": "status",
        },
        unused="territory|msrp|state|city",
    ),
    System(
        "the supermarkets' invoices",
        "invoice id|product line|unit price|quantity|cogs",
        "sales",
        {
            "order_id": "invoice id", "product_id": "product id|product line", "revenue": "total", "tax": "tax 5|tax",
            "region": "city|branch",
        },
        unused="cogs|gross income|rating|customer type|branch",
        note="The file names no products; each product line counts as one.",
    ),
    System(
        "Ta-Feng's baskets",
        "transaction dt|product subclass|amount|asset|sales price",
        "sales",
        {
            "sold_date": "transaction dt", "customer_id": "customer id", "product_id": "product id",
            "category": "product subclass", "quantity": "amount", "revenue": "sales price", "region": "pin code",
        },
        unused="asset|age group",
        note="AMOUNT is the number of units, SALES_PRICE the money of the line.",
    ),
    System(
        "Dunnhumby's journey",
        "household key|basket id|day|sales value",
        "sales",
        {
            "order_id": "basket id", "customer_id": "household key", "revenue": "sales value", "region": "store id",
            "sold_date": "date|day",
        },
        unused="retail disc|coupon disc|coupon match disc|trans time|week no",
        advice="DAY counts days from a first day that the file does not name. Add a column with the date.",
    ),
    System(
        "Olist's order items",
        "order item id|seller id|shipping limit date|price",
        "sales",
        {"line_number": "order item id", "revenue": "price"},
        unused="shipping limit date|freight value|seller id",
        note="Each row is one unit at its price.",
        advice="The items do not say when they were sold: shipping_limit_date is only the seller's limit. Add "
        "order_purchase_timestamp and customer_id from the orders.",
    ),
    System(
        "H&M's transactions",
        "t dat|customer id|article id|price",
        "sales",
        {
            "sold_date": "t dat", "customer_id": "customer id", "product_id": "article id", "revenue": "price",
            "channel": "sales channel id",
        },
        note="Each row is one unit at its price.",
    ),
    System(
        "a shop's events",
        "event time|event type|product id|price",
        "sales",
        {
            "sold_date": "event time", "product_id": "product id", "revenue": "price", "customer_id": "user id",
            "category": "category code|category id", "status": "event type",
        },
        sold=("purchase",),
        note="Each purchase is one unit at its price.",
    ),
    System(
        "a grocer's baskets",
        "member number|date|itemdescription",
        "sales",
        {"sold_date": "date", "customer_id": "member number", "product_id": "itemdescription"},
        advice="The baskets state no amounts. Export them with quantity and price, or with the line's amount.",
    ),
    System(
        "Rossmann's stores",
        "store|date|sales|customers|open|promo",
        "sales",
        advice="These are daily totals of stores, and Customers is a count. Export the lines of the receipts, with "
        "product and receipt number.",
    ),
    System(
        "Walmart's weeks",
        "store|dept|date|weekly sales",
        "sales",
        advice="These are weekly totals of departments. Export the lines of the receipts, with product and receipt "
        "number.",
    ),
    System(
        "Trustpilot's reviews",
        "review id|review stars|review content",
        "feedback",
        {
            "feedback_id": "review id", "score": "review stars", "verbatim": "review content",
            "given_date": "review created utc|review created", "acknowledged_at": "company reply date utc",
        },
        unused="review title",
    ),
    System(
        "Google's reviews",
        "star rating|comment|create time",
        "feedback",
        {"feedback_id": "review id|name", "score": "star rating", "verbatim": "comment", "given_date": "create time",
         "acknowledged_at": "review reply update time|reply time"},
    ),
    System(
        "SurveyMonkey's answers",
        "respondent id|collector id|start date|end date",
        "feedback",
        {"feedback_id": "respondent id", "given_date": "end date", "customer_id": "custom data 1|email address"},
        unused="start date|collector id",
    ),
    System(
        "Qualtrics' answers",
        "start date|end date|recorded date|response id",
        "feedback",
        {"feedback_id": "response id", "given_date": "recorded date",
         "customer_id": "external data reference|external reference|external reference external data reference|"
         "recipient email"},
        unused="start date|end date|status|progress|response type",
    ),
)  # fmt: skip


def system_of(headings: Sequence[str]) -> System | None:
    """The system whose signs all stand among the headings; of several the one with the most."""
    present = {glued(heading) for heading in headings}
    fitting = [system for system in SYSTEMS if {glued(sign) for sign in system.signs.split("|")} <= present]
    return max(fitting, key=lambda system: system.signs.count("|"), default=None)
