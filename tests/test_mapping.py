"""Headings of many systems and six languages find their columns; what two headings could be is asked, never guessed."""

from decimal import Decimal

import pytest
from exports import asked, taken

from signals.errors import IngestRejected
from signals.ingest.contents import Content
from signals.ingest.contract import KINDS
from signals.ingest.headings import SPELLINGS, folded
from signals.ingest.mapping import KNOWN_NAME, OWN_NAME, mapping_of

SYSTEMS = {
    "English": ("sales", "Invoice No|Invoice Date|Customer ID|SKU|Qty|Unit Price",
                "order_id sold_date customer_id product_id quantity unit_price"),
    "German": ("sales", "Belegnummer|Belegdatum|Kundennummer|Artikelnummer|Menge|Umsatz|Währung|Artikelbezeichnung",
               "order_id sold_date customer_id product_id quantity revenue currency product_name"),
    "French": ("sales", "N° commande|Date de commande|Code client|Référence|Quantité|Montant HT",
               "order_id sold_date customer_id product_id quantity revenue"),
    "Spanish": ("sales", "Número de pedido|Fecha de pedido|Código cliente|Artículo|Cantidad|Importe",
                "order_id sold_date customer_id product_id quantity revenue"),
    "Italian": ("sales", "Numero ordine|Data ordine|Codice cliente|Codice articolo|Quantità|Importo",
                "order_id sold_date customer_id product_id quantity revenue"),
    "Portuguese": ("sales", "Número do pedido|Data do pedido|Código do cliente|Código produto|Quantidade|Valor total",
                   "order_id sold_date customer_id product_id quantity revenue"),
    "Dutch": ("sales", "Bestelnummer|Datum|Klantnummer|Artikelnummer|Aantal|Prijs|Omzet",
              "order_id sold_date customer_id product_id quantity unit_price revenue"),
    "Brazilian": ("sales", "Nº do pedido|Data do pedido|Código do cliente|Código do produto|Quantidade|Preço unitário",
                  "order_id sold_date customer_id product_id quantity unit_price"),
    "units": ("sales", "Order ID|Order Date|Product ID|Quantity (pcs)|Unit Price (EUR)|Amount_EUR|Discount in EUR",
              "order_id sold_date product_id quantity unit_price revenue discount"),
    "a database": ("sales", "sales.order_id|sales.order_date|sales.product_id|sales.quantity|sales.unit_price",
                   "order_id sold_date product_id quantity unit_price"),
    "SAP": ("sales", "VBELN|POSNR|FKDAT|KUNNR|MATNR|FKIMG|NETWR|WAERS",
            "order_id line_number sold_date customer_id product_id quantity revenue currency"),
    "Shopify": ("sales", "Name (Order)|Paid at|Lineitem sku|Lineitem name|Lineitem quantity|Lineitem price|Currency",
                "order_id sold_date product_id product_name quantity unit_price currency"),
    "Square": ("sales", "Transaction ID|Date|SKU|Item|Qty|Gross Sales",
               "order_id sold_date product_id quantity revenue"),
    "Zendesk": ("feedback", "Ticket ID|Created at|Satisfaction|Comment|Solved at",
                "feedback_id given_date score verbatim resolved_at"),
    "Qualtrics": ("feedback", "ResponseId|RecordedDate|NPS|Comments", "feedback_id given_date score verbatim"),
    "a range": ("feedback", "Date|NPS Score (0-10)|Comments", "given_date score verbatim"),
    "Trustpilot": ("feedback", "Review Id|Review Date|Stars|Review Text", "feedback_id given_date score verbatim"),
    "customer list": ("customers", "Kundennummer|Kundenname|Kundengruppe|Gebiet|Betreuer|E-Mail|Telefon",
                      "customer_id customer_name segment region account_owner email phone"),
    "price watch": ("competitor_prices", "Date|SKU|Competitor|Competitor product|Competitor price",
                    "observed_date product_id competitor competitor_product price"),
    "plan": ("targets", "Quarter|Region|Target", "quarter region revenue_target"),
    "marketing": ("spend", "Month|Purpose|Campaign|Cost", "month purpose programme amount"),
    "calendar of events": ("events", "event_id|kind|first_date|last_date|note",
                           "event_id kind first_date last_date note"),
}  # fmt: skip


@pytest.mark.parametrize(("kind", "headings", "fields"), SYSTEMS.values(), ids=SYSTEMS)
def test_a_systems_headings_are_understood(kind, headings, fields):
    found = mapping_of(headings.split("|"))
    assert found.kind.name == kind
    assert set(found.columns) == set(fields.split())
    assert not found.missing
    assert not found.rivals


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_our_own_names_are_certain_and_tell_the_kind(kind):
    found = mapping_of([field.name for field in kind.fields])
    assert found.kind is kind
    assert found.columns == {field.name: field.name for field in kind.fields}
    assert {match.confidence for match in found.matches} == {OWN_NAME}


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_column_of_the_contract_has_spellings_that_are_folded_and_begin_with_its_own(kind):
    for field in kind.fields:
        assert SPELLINGS[field.name][0] == folded(field.name)
        assert [folded(spelling) for spelling in SPELLINGS[field.name]] == list(SPELLINGS[field.name])


def test_a_usual_name_is_less_certain_than_ours():
    found = mapping_of(["order_id", "Date", "SKU", "Amount"])
    assert {match.field: match.confidence for match in found.matches} == {
        "order_id": OWN_NAME, "sold_date": KNOWN_NAME, "product_id": KNOWN_NAME, "revenue": KNOWN_NAME,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("Stückpreis (€)", "stuckpreis"),
        ("InvoiceNo", "invoice no"),
        ("CUSTOMER_ID", "customer id"),
        ("\u200bProduct\u00a0 Id ", "product id"),
        ("Quantite\u0301", "quantite"),
        ("StraßeNr", "strasse nr"),
        ("SKUCode", "sku code"),
    ],
)
def test_headings_are_compared_folded(heading, plain):
    assert folded(heading) == plain


def test_two_headings_of_equal_right_are_named_as_rivals():
    found = mapping_of(["order_id", "Order Date", "order_date", "product_id", "revenue"], "sales")
    assert found.rivals == {"sold_date": ("Order Date", "order_date")}


def test_only_the_column_that_we_do_not_have_is_blamed():
    with pytest.raises(IngestRejected) as refused:
        mapping_of(["Order", "Day", "Item", "Money"], None, {"order_id": "Order", "sold_date": "Day", "cost": "Money"})
    assert str(refused.value).startswith("sales has no column 'cost'. It has: order_id,")


def test_amounts_of_two_currencies_side_by_side_are_asked_about():
    found = mapping_of(["order_id", "Date", "SKU", "Amount EUR", "Amount (USD)"])
    assert found.rivals == {"revenue": ("Amount EUR", "Amount (USD)")}


@pytest.mark.parametrize(
    "heading",
    [
        "Umsatz TEUR",
        "Umsatz (T€)",
        "Revenue k€",
        "Revenue kEUR",
        "Sales in thousands",
        "Betrag Tsd. €",
        "Amount (cents)",
    ],
)
def test_amounts_that_are_not_in_units_are_never_read_as_units(written, heading):
    text = f"order_id,Date,SKU,{heading}\n" + "".join(f"{n},2026-01-05,A,{n}.5\n" for n in range(9))
    assert taken(written(text), "sales")[0].reason == "missing_column"
    report, _ = taken(written(text), "sales", {"revenue": heading})
    assert (report.outcome, report.reason) == ("refuse", "missing_column")
    assert "is not in whole units" in report.question


def test_the_analysts_word_settles_it():
    headings = ["order_id", "Order Date", "order_date", "product_id", "revenue"]
    found = mapping_of(headings, "sales", {"sold_date": "order_date"})
    assert not found.rivals
    assert found.columns["sold_date"] == "order_date"
    assert found.unused == ("Order Date",)


def test_the_analyst_may_spell_columns_and_headings_loosely():
    headings = [" Order ID ", "Order  Date", "Product\u00a0Id", "Amount"]
    found = mapping_of(headings, None, {"order_date": "order date", "product_id": "product id"})
    assert found.columns["sold_date"] == "Order  Date"
    assert found.columns["product_id"] == "Product\u00a0Id"


@pytest.mark.parametrize(
    ("chosen", "reason", "sentence"),
    [
        (
            {"sold_date": "Datum"},
            "missing_column",
            r"no column 'Datum'\. It has: order_id, Date, SKU, Amount, Total, Total",
        ),
        ({"flavour": "SKU"}, "missing_column", r"sales has no column 'flavour'\. It has: order_id, line_number"),
        ({"revenue": "Total"}, "duplicate_column", r"2 columns are called 'Total'"),
    ],
)
def test_a_word_of_the_analyst_that_fits_nothing_is_refused(chosen, reason, sentence):
    with pytest.raises(IngestRejected, match=sentence) as refused:
        mapping_of(["order_id", "Date", "SKU", "Amount", "Total", "Total"], "sales", chosen)
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("headings", "kind", "missing"),
    [
        ("order_id|product_id|revenue", "sales", ("sold_date",)),
        ("order_id|sold_date|product_id|quantity", "sales", ("revenue",)),
        ("given_date|customer_id", "feedback", ("score",)),
    ],
)
def test_what_a_kind_cannot_do_without_is_named(headings, kind, missing):
    assert mapping_of(headings.split("|"), kind).missing == missing


def test_unknown_headings_are_listed_as_unused():
    assert mapping_of(["order_id", "date", "sku", "amount", "Flavour"]).unused == ("Flavour",)


def test_two_columns_of_money_are_asked_about():
    found = mapping_of(["order no", "date", "sku", "Amount", "Total"])
    assert set(found.rivals["revenue"]) == {"Amount", "Total"}
    assert not mapping_of(["order no", "date", "sku", "revenue", "Total"]).rivals


def test_one_heading_that_fits_recognises_no_file():
    assert not mapping_of(["product_id", "colour", "weight"]).is_recognised
    assert mapping_of(["product_id"]).is_recognised


def contents(*columns: str) -> list[Content]:
    """One a heading, of cells parted by blanks."""
    return [Content(tuple(column.split())) for column in columns]


DAYS, IDS, WORDS, PRICES = "2026-01-05 2026-02-06 2026-03-07 x x", "A1 A2 A3 A4 A5", "a b c d e", "1.5 2.5 3.5 4.5 5.5"


def test_a_name_that_its_cells_contradict_is_not_believed():
    found = mapping_of(["order no", "day", "sku", "amount"], "sales", None, contents(IDS, "1 2 3 4 5", IDS, PRICES))
    assert found.missing == ("sold_date",)
    assert found.contradicted == {"sold_date": "day"}
    found = mapping_of(["order no", "day", "sku", "amount"], "sales", None, contents(IDS, DAYS, IDS, PRICES))
    assert not found.missing


def test_the_next_name_is_taken_where_the_first_holds_something_else():
    found = mapping_of(
        ["order no", "date", "day", "sku", "sales"], "sales", None, contents(IDS, WORDS, DAYS, IDS, PRICES)
    )
    assert found.columns["sold_date"] == "day"


def test_a_few_cells_contradict_nothing():
    found = mapping_of(["order no", "day", "sku", "amount"], "sales", None, contents("1", "never", "A", "5"))
    assert not found.missing


def test_what_content_alone_proposes_is_never_matched():
    headings, holds = ["order no", "col3", "sku", "Wert1"], contents(IDS, DAYS.replace(" x x", ""), IDS, PRICES)
    found = mapping_of(headings, "sales", None, holds)
    assert found.missing == ("sold_date", "revenue")
    assert found.proposals == {"sold_date": ("col3",), "revenue": ("Wert1",)}


def test_all_that_is_open_is_asked_at_once(written):
    text = "order no,col3,sku,Wert1,Wert2\n" + "".join(f"{n},0{n}/02/2026,A,{n}.50,{n}.75\n" for n in range(1, 8))
    report, _ = taken(written(text), "sales")
    assert asked(report) == {"sold_date": ("col3",), "revenue": ("Wert1", "Wert2")}
    report, _ = taken(written(text), "sales", {"sold_date": "col3"})
    assert asked(report) == {"revenue": ("Wert1", "Wert2"), "date_order": ("dmy", "mdy")}
    report, _rows = taken(written(text), "sales", {"sold_date": "col3", "revenue": "Wert2"}, date_order="dmy")
    assert report.amount == sum(range(1, 8)) + 7 * Decimal("0.75")


def test_glued_capitals_are_the_same_names():
    found = mapping_of(["ORDERNUMBER", "ORDERDATE", "PRODUCTCODE", "QUANTITYORDERED", "PRICEEACH", "CUSTOMERNAME"])
    assert set(found.columns) == {"order_id", "sold_date", "product_id", "quantity", "unit_price", "customer_name"}


def test_of_net_and_gross_the_net_amount_is_ours():
    found = mapping_of(["order no", "date", "sku", "Gross Amount", "Net Amount"])
    assert found.columns["revenue"] == "Net Amount"
    assert not found.rivals


def test_the_analysts_word_goes_before_a_systems_usage():
    headings = ["TRANSACTION_DT", "CUSTOMER_ID", "PRODUCT_SUBCLASS", "PRODUCT_ID", "AMOUNT", "ASSET", "SALES_PRICE"]
    assert mapping_of(headings).columns["revenue"] == "SALES_PRICE"
    assert mapping_of(headings, None, {"revenue": "AMOUNT"}).columns["revenue"] == "AMOUNT"
