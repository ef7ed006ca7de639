"""Lines that are money but no product are told by whole names, so that no product is taken for a charge."""

import pytest

from signals.ingest.charges import PRODUCT, line_kind


@pytest.mark.parametrize(
    ("product_id", "name", "kind"),
    [
        ("POST", "POSTAGE", "postage"),
        ("DOT", "DOTCOM POSTAGE", "postage"),
        ("C2", "CARRIAGE", "postage"),
        ("V1", "Versandkosten", "postage"),
        ("V1", "Frais de port", "postage"),
        ("V1", "Gastos de envío", "postage"),
        ("V1", "Spese di spedizione", "postage"),
        ("V1", "Frete", "postage"),
        ("BANK CHARGES", "Bank Charges", "fee"),
        ("AMAZONFEE", "AMAZON FEE", "fee"),
        ("G", "Bearbeitungsgebühr", "fee"),
        ("D", "Discount", "discount"),
        ("D", None, "discount"),
        ("R", "Rabatt", "discount"),
        ("M", "Manual", "adjustment"),
        ("ADJUST", "Adjustment by john on 26/01/2010 16", "adjustment"),
        ("B", "Adjust bad debt", "bad debt"),
        ("gift_0001_20", "Dotcomgiftshop Gift Voucher £20.00", "voucher"),
        ("S", "SAMPLES", "sample"),
        ("TEST001", "This is a test product.", "test"),
        ("TEST002", None, "test"),
    ],
)
def test_a_charge_is_told_by_name_or_code(product_id, name, kind):
    assert line_kind(product_id, name) == kind


@pytest.mark.parametrize(
    ("product_id", "name"),
    [
        ("85123A", "WHITE HANGING HEART T-LIGHT HOLDER"),
        ("21232", "POSTAGE STAMP ALBUM"),
        ("22138", "BAKING SET 9 PIECE RETROSPOT"),
        ("P1", "Pregnancy test 2 strips"),
        ("P2", "Discount store sign set"),
        ("P3", "Sample spoon"),
        ("P4", "Coffee"),
        ("P5", "Toffee"),
        ("MANUAL-7", "Owner's manual"),
        ("DOTTY", "Dotty cup"),
        ("", None),
    ],
)
def test_a_product_whose_name_contains_such_a_word_stays_a_product(product_id, name):
    assert line_kind(product_id, name) == PRODUCT
