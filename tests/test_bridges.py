"""What a fall is made of: the bridges sum to the cent, and the sentence names what is nearly all of it."""

from datetime import date

import builders
import pandas as pd
import pytest

from signals.model import Bridge
from signals.pipeline.bridges import bridges_of
from signals.triage import bridge_wording

ONSET, AS_OF = date(2026, 10, 1), date(2026, 10, 28)


def lines(*, price: float = 10.0, quantity: float = 5.0, customers: int = 20) -> pd.DataFrame:
    """Everybody buys once a week at 10, five units; since the onset as told."""
    weeks = pd.date_range(end=AS_OF, periods=24, freq="7D")
    rows = []
    for week in weeks:
        is_now = week.date() >= ONSET
        for number in range(customers if is_now else 20):
            units = quantity if is_now else 5.0
            rows.append((week, f"c{number}", units, units * (price if is_now else 10.0)))
    frame = pd.DataFrame(rows, columns=["sold_date", "customer_id", "quantity", "revenue"])
    order = [f"o{number}" for number in range(len(frame))]
    return frame.assign(order_id=order, line_number="1", product_id="P", region="north", channel=None)


def told(frame: pd.DataFrame, **changes):
    warning = builders.warning(onset=ONSET, expected=4_000.0, **changes)
    return {bridge.kind: bridge for bridge in bridges_of(frame, warning, AS_OF, complete=AS_OF)}


@pytest.mark.parametrize(
    ("changes", "leading"),
    [({"quantity": 3.0}, "Volume"), ({"price": 7.0}, "Price"), ({"customers": 12}, "Volume")],
)
def test_what_fell_is_named(changes, leading):
    bridge = told(lines(**changes))["price_volume_mix"]
    assert bridge_wording.leading(bridge) == leading
    assert bridge.before + sum(amount for _, amount in bridge.parts) == pytest.approx(bridge.now, abs=0.005)
    assert bridge.before == pytest.approx(4_000)


def test_customers_who_stay_away_are_told_from_smaller_orders():
    gone = told(lines(customers=12))["customers_orders_basket"]
    smaller = told(lines(quantity=3.0))["customers_orders_basket"]
    assert bridge_wording.leading(gone) == "Customers" and bridge_wording.leading(smaller) == "Basket"
    for bridge in (gone, smaller):
        assert bridge.before + sum(amount for _, amount in bridge.parts) == pytest.approx(bridge.now, abs=0.005)


def test_a_season_that_brought_more_than_before_is_no_bridge_of_a_fall():
    assert "customers_orders_basket" not in told(lines(quantity=9.0))


def test_a_rise_has_no_bridge():
    warning = builders.warning(onset=ONSET, effect_share=0.2)
    assert bridges_of(lines(), warning, AS_OF, complete=AS_OF) == ()


def test_nothing_complete_since_the_onset_has_no_bridge():
    assert bridges_of(lines(), builders.warning(onset=ONSET), AS_OF, complete=date(2026, 9, 30)) == ()


def test_the_sentence_leaves_out_what_is_hardly_anything():
    bridge = Bridge("price_volume_mix", 1000.0, (("Volume", -198.0), ("Price", 0.5), ("Mix", -2.5)), 800.0, "note")
    assert bridge_wording.bridge(bridge, "EUR") == (
        "It is volume, not price: of −€200, −€198 is volume and −€2.50 is what was bought in place of what"
    )


def test_several_things_at_once_are_said_so():
    bridge = Bridge("price_volume_mix", 1000.0, (("Volume", -100.0), ("Price", -100.0)), 800.0, "note")
    assert bridge_wording.bridge(bridge, "EUR").startswith("It is several things at once: of −€200,")
    assert bridge_wording.leading(bridge) is None


def test_no_change_is_said_so():
    assert (
        bridge_wording.bridge(Bridge("price_volume_mix", 5.0, (), 5.0, "note"), "EUR") == "Nothing has changed in sum."
    )
