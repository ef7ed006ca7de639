"""Competitors' prices that moved and stayed: drawn weeks, ours against theirs, and what is no move."""

from datetime import date, timedelta

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.detectors import price_gap, price_move
from signals.detectors.price_move import KEPT_DAYS, LATELY_DAYS, LEAST_GAP, moves

AS_OF = date(2026, 11, 21)
NO_SALES = pd.DataFrame(columns=["week", "price"])


def seen(drawing: str, *, region=None, competitor="Borealis", step_days=7, product_id="P-1") -> pd.DataFrame:
    """Prices of one competitor, the last on AS_OF, `step_days` apart; `.` is a day on which nobody looked."""
    cells = drawing.split()
    days = [AS_OF - timedelta(days=step_days * (len(cells) - 1 - place)) for place in range(len(cells))]
    rows = [(day, float(cell)) for day, cell in zip(days, cells, strict=True) if cell != "."]
    frame = pd.DataFrame(rows, columns=["observed_date", "price"])
    names = {"product_id": product_id, "competitor": competitor, "competitor_product": "Reliva", "region": region}
    return frame.assign(observed_date=pd.to_datetime(frame["observed_date"]), **names)


def found(prices, *, own_prices=NO_SALES, as_of=AS_OF, list_price=10.0):
    return moves(prices, own_prices, as_of, product_id="P-1", list_price=list_price)


@pytest.mark.parametrize(
    ("title", "drawing", "states"),
    [
        ("never changed", "11 11 11 11 11 11", []),
        ("now the cheaper one", "11 11 11 11 9 9", [("act", "bad")]),
        ("cheaper, and was before", "9.5 9.5 9.5 9 9 9", [("watch", "bad")]),
        ("cheaper by less than the least", "9.5 9.5 9.5 9.3 9.3 9.3", []),
        ("now as cheap as ours", "11 11 11 10 10 10", [("act", "bad")]),
        ("the cheaper one by a hair", "10.1 10.1 10.1 9.9 9.9 9.9", [("act", "bad")]),
        ("now the dearer one", "9 9 9 11 11 11", [("act", "good")]),
        ("dearer, and was before", "11 11 11 12 12 12", [("watch", "good")]),
        ("seen once", "11 11 11 11 11 9", []),
        ("a slip", "11 11 9 11 11 11", []),
        ("kept a week, then back", "11 11 9 9 11 11", [("act", "good"), ("act", "bad")]),
        ("nobody looked for weeks", "11 11 . . . 9 9", [("act", "bad")]),
        ("too long ago", "11 11 9 9 9 9 9 9 9 9 9 9", []),
        ("two steps down", "12 12 11 11 9 9", [("act", "bad"), ("watch", "bad")]),
        ("half a percent is the same price", "10.01 10.01 9.99 9.99", []),
    ],
)
def test_a_drawn_price_and_its_moves(title, drawing, states):
    assert [(move.state, move.direction) for move in found(seen(drawing))] == states, title


def test_a_promotion_that_ends_within_a_week_is_no_move():
    daily = "11 " * 20 + "9 " * KEPT_DAYS + "11 " * 10
    assert found(seen(daily, step_days=1)) == []
    longer = "11 " * 20 + "9 " * (KEPT_DAYS + 1) + "11 " * 10
    assert [move.direction for move in found(seen(longer, step_days=1))] == ["good", "bad"]


def test_a_move_tells_the_gap_before_and_after():
    (move,) = found(seen("12.5 12.5 12.5 8 8 8", region="North-East"))
    assert (move.metric, move.product_id, move.onset) == ("price_gap", "P-1", AS_OF - timedelta(days=14))
    assert (move.expected, move.observed) == (pytest.approx(-0.2), pytest.approx(0.25))
    assert move.effect == pytest.approx(0.45) and (move.n, move.n_before) == (3, 3)
    assert (move.evidence, move.effect_low, move.effect_high, move.probability) == (None,) * 4
    price = move.price
    assert (price.competitor, price.competitor_product, price.regions) == ("Borealis", "Reliva", ("North-East",))
    assert (price.from_price, price.to_price, price.own_price) == (12.5, 8, 10)
    assert price.last_seen_before_date == AS_OF - timedelta(days=21)


def test_sightings_of_an_earlier_time_at_that_price_do_not_count():
    (move, _) = found(seen("9 9 11 11 11 9 9"))
    assert (move.n, move.n_before) == (2, 3)


def test_our_price_is_what_customers_paid_when_theirs_changed():
    paid = pd.DataFrame({"week": pd.to_datetime(["2026-10-31", "2026-11-07", "2026-11-14"]), "price": [8.0, 12.0, 7.0]})
    prices = seen("11 11 11 9 9")  # on 14 November
    (move,) = found(prices, own_prices=paid)
    assert move.price.own_price == 7.0 and move.state == "watch"
    (move,) = found(prices, own_prices=paid.iloc[:2])
    assert move.price.own_price == 12.0 and move.observed == pytest.approx(12 / 9 - 1)
    (move,) = found(prices, own_prices=paid.iloc[2:].assign(week=pd.Timestamp("2026-11-20")))
    assert move.price.own_price == 7.0  # sold only since: better than none


def test_where_our_price_is_unknown_nothing_is_said():
    assert found(seen("11 11 9 9"), list_price=None) == []
    assert found(seen("11 11 9 9"), list_price=float("nan")) == []


def test_the_same_move_in_two_regions_within_a_week_is_one():
    near = pd.concat([seen("11 11 11 9 9", region="North"), seen("11 11 9 9 9", region="East")])
    (move,) = found(near)
    assert move.price.regions == ("East", "North") and (move.n, move.n_before) == (5, 5)
    assert move.onset == AS_OF - timedelta(days=14)
    apart = pd.concat([near, seen("11 8 8 8 8", region="West"), seen("11 11 9 9 9 9 9", region="South")])
    assert [each.price.regions for each in found(apart)] == [("East", "North"), ("South",)]


def test_competitors_are_told_apart_and_others_products_are_not_read():
    prices = pd.concat(
        [
            seen("11 11 11 9 9"),
            seen("11 11 9 9 9", competitor="Norden"),
            seen("11 9 9", product_id="P-2"),
        ]
    )
    assert [move.price.competitor for move in found(prices)] == ["Borealis", "Norden"]
    assert len({move.key for move in found(prices)}) == 2


def test_the_future_is_invisible():
    prices = seen("11 11 11 9 9 9 11 11 11")
    paid = pd.DataFrame({"week": [pd.Timestamp(AS_OF)], "price": [1.0]})
    for weeks in range(1, 8):
        as_of = AS_OF - timedelta(days=7 * weeks)
        known = prices[prices["observed_date"] <= pd.Timestamp(as_of)]
        assert found(prices, own_prices=paid, as_of=as_of) == found(known, as_of=as_of)


def test_the_order_of_rows_says_nothing_and_arguments_stay_unchanged():
    prices = pd.concat([seen("11 11 9 9 9", region="North"), seen("11 11 11 9 9", region="South"), seen("8 8 12 12")])
    before = prices.copy(deep=True)
    told = found(prices)
    assert len(told) == 2 and found(prices.sample(frac=1, random_state=3)) == told
    assert_frame_equal(prices, before)


def test_empty_frames_have_no_moves():
    assert found(seen("11 11 9 9").iloc[:0]) == []
    assert found(seen("11 11 9 9").drop(columns="region"))


def test_a_step_is_what_the_price_gap_calls_one():
    """Both dates, all prices: the evidence page and this detector tell the same steps."""
    prices = pd.concat([seen("11 11 9 9 . 11 8 8", region="North"), seen("10 10 10 9 9 9 9 7", competitor="Norden")])
    steps = price_gap.price_steps(prices, AS_OF, product_id="P-1")
    told = [
        (step.competitor, step.step_date, step.last_seen_before_date, step.from_price, step.to_price) for step in steps
    ]
    ours = [
        (
            move.price.competitor,
            move.onset,
            move.price.last_seen_before_date,
            move.price.from_price,
            move.price.to_price,
        )
        for move in found(prices)
    ]
    assert sorted(ours) == sorted(told) and len(told) == 3


def test_the_method_says_its_own_numbers():
    for number in (f"{LEAST_GAP:.0%}", f"{KEPT_DAYS} days", f"{LATELY_DAYS // 7} weeks"):
        assert number in price_move.METHOD
