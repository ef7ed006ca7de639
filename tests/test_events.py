"""An event's kind is known under the names that exports give it."""

import pytest

from signals.pipeline.events import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("stock_out", "stock-out"),
        ("Stock-Out", "stock-out"),
        (" OUT OF STOCK ", "stock-out"),
        ("promotion", "promotion"),
        ("Promo", "promotion"),
        ("price_change", "price change"),
        ("launch", "launch"),
        ("Trade fair", "trade fair"),
    ],
)
def test_kinds_are_known_by_their_names(text, kind):
    assert kind_of(text) == kind
