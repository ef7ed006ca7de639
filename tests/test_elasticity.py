"""Elasticities: known ones come back with ranges that hold, and nothing is said where prices do not tell."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from benchmarks.elasticity import answered, scanner_panel, scores
from signals.drivers import elasticity as module
from signals.drivers.elasticity import Elasticity, elasticity, panel_elasticity, weekly_panel
from signals.triage import elasticity_wording as wording

AS_OF = date(2026, 11, 21)
OWN, CROSS = -3.0, 2.0
PLACES = ("North", "South", "East", "West")


def lasting(rng, shape, *, share=0.5, sd=0.2):
    values = rng.normal(0, sd, shape)
    for week in range(1, shape[-1]):
        values[..., week] = share * values[..., week - 1] + np.sqrt(1 - share**2) * values[..., week]
    return values


def panel(seed=1, *, units=12, weeks=80, same_rival=False, missing=0.05, surprise=0.1):
    """Prices follow the season, surprises of the week and the place's level, which also move the quantity."""
    rng = np.random.default_rng(seed)
    shape = (units, weeks)
    season = 0.4 * np.sin(2 * np.pi * np.arange(weeks) / 52.18) + rng.normal(0, surprise, weeks)
    level = rng.normal(0, 0.5, (units, 1))
    own = 0.5 * season + 0.2 * level + lasting(rng, shape, share=0.8, sd=0.08)
    rival = -0.4 * season + 0.1 * level + lasting(rng, (1, weeks) if same_rival else shape, share=0.8, sd=0.08)
    volume = 5 + 2 * level + season + OWN * own + CROSS * rival + lasting(rng, shape)
    unit, week = np.indices(shape)
    columns = {"quantity": np.exp(volume), "own_price": np.exp(own), "rival_price": np.exp(rival + 0 * own)}
    rows = pd.DataFrame({"unit": unit.ravel(), "week": week.ravel(), **{k: v.ravel() for k, v in columns.items()}})
    return rows[rng.random(len(rows)) >= missing]


def tables(*, weeks=104, own=None, rival=None, places=PLACES, rival_places=(None,), surprise=0.0, sd=0.05):
    """Order lines of a product and a rival's prices, seen on Saturdays; `own`, `rival`: ln price by place and week."""
    rng = np.random.default_rng(1)
    nothing = np.zeros((len(places), weeks))
    own, rival = (nothing if given is None else nothing + given for given in (own, rival))
    noise = rng.normal(0, sd, nothing.shape) + rng.normal(0, surprise, weeks)
    quantity = np.exp(5 + OWN * own + CROSS * rival + noise)
    place, week = (axis.ravel() for axis in np.indices(nothing.shape))
    day = pd.Timestamp(AS_OF) - pd.to_timedelta(7 * (weeks - 1 - week) + rng.integers(0, 6, len(week)), unit="D")
    sales = pd.DataFrame({"sold_date": day, "product_id": "P-1", "region": np.array(places)[place]})
    sales = sales.assign(quantity=quantity.ravel(), revenue=(quantity * 8 * np.exp(own)).ravel())
    start = sales.iloc[:1].assign(sold_date=pd.Timestamp(AS_OF) - pd.Timedelta(days=7 * weeks - 1), product_id="P-2")
    seen = [
        pd.DataFrame(
            {
                "observed_date": pd.date_range(end=AS_OF, periods=weeks, freq="7D"),
                "product_id": "P-1",
                "competitor": "Borealis",
                "competitor_product": "Reliva",
                "price": 9 * np.exp(rival[number]),
                "region": pd.Series([region] * weeks, dtype="str"),
            }
        )
        for number, region in enumerate(rival_places)
    ]
    return pd.concat([sales, start], ignore_index=True), pd.concat(seen, ignore_index=True)


def asked(sales, prices, as_of=AS_OF):
    return elasticity(sales, prices, as_of, product_id="P-1")


def steps(weeks, *levels):
    return np.repeat(levels, -(-weeks // len(levels)))[:weeks]


def rounded(told):
    return {name: round(value, 9) if isinstance(value, float) else value for name, value in asdict(told).items()}


# known elasticities come back


@pytest.mark.slow
def test_ranges_hold_the_truth_95_times_in_100():
    """Place and week effects, weeks in which price and demand rise together, errors that last, weeks missing."""
    told = [panel_elasticity(panel(seed)) for seed in range(400)]
    hits = [each.own_low <= OWN <= each.own_high for each in told]
    hits += [each.cross_low <= CROSS <= each.cross_high for each in told]
    assert 0.93 <= np.mean(hits) <= 0.97
    assert np.mean([each.own for each in told]) == pytest.approx(OWN, abs=0.03)
    assert np.mean([each.cross for each in told]) == pytest.approx(CROSS, abs=0.03)


def test_a_scanner_panel_of_many_brands_comes_out_as_made():
    table = scores(answered(scanner_panel(np.random.default_rng(1), stores=30, weeks=60, brands=4)))
    bias = table.set_index(["method", "elasticity"])["bias"]
    assert bias["ours, brand by brand"].abs().max() < 0.25
    assert bias["ours, all at once, weeks by brand"].abs().max() < 0.25
    assert bias["least squares without effects, all at once"].abs().min() > 0.5


def test_a_rival_with_one_price_everywhere_is_compared_over_time():
    """Week effects would leave nothing of it; our own price is still compared between places."""
    told = [panel_elasticity(panel(seed, same_rival=True, weeks=110, surprise=0)) for seed in range(40)]
    assert {each.cross_comparison for each in told} == {module.OVER_TIME}
    assert told[0].own_comparison == "12 places with each other in the same weeks"
    assert np.mean([each.own_low <= OWN <= each.own_high for each in told]) >= 0.9
    assert np.mean([each.cross_low <= CROSS <= each.cross_high for each in told]) >= 0.9


def test_over_time_a_surprise_that_moves_price_and_demand_is_taken_for_the_price():
    """Known weakness, which the comparison is named for: our price follows half of each week's surprise."""
    told = panel_elasticity(panel(3, units=1, weeks=150, surprise=0.15))
    assert told.own > OWN + 0.3


def test_a_single_series_is_compared_over_time():
    told = panel_elasticity(panel(3, units=1, weeks=120, surprise=0))
    assert told.own_comparison == told.cross_comparison == module.OVER_TIME
    assert told.units == 1
    assert told.own_low < OWN < told.own_high
    assert told.method == f"own: {module.OVER_TIME}; cross: {module.OVER_TIME}"


def test_one_place_whose_rival_cut_its_price_is_set_against_the_others():
    cut = np.zeros((4, 104))
    cut[0, 60:] = -0.25
    told = asked(*tables(rival=cut, rival_places=PLACES, surprise=0.4))
    assert told.cross_comparison == module.APART
    assert told.cross_changes == 1
    assert told.cross_low < CROSS < told.cross_high < told.cross_low + 1  # the weeks' surprises are everybody's
    assert (told.own, told.own_reason) == (None, "our price hardly moved")


def test_order_lines_give_what_their_weeks_give():
    own = np.array([steps(104, 0, 0.1, 0.02, -0.1), steps(104, -0.1, 0, 0.1), steps(104, 0, 0.15), steps(104, 0.1, 0)])
    rival = np.array([steps(104, 0, -0.2, 0), steps(104, 0.1, 0), steps(104, 0, 0, 0.2), steps(104, -0.1, 0.1, 0)])
    told = asked(*tables(own=own, rival=rival, rival_places=PLACES))
    assert (told.weeks, told.units, told.rivals, told.product_id) == (104, 4, 1, "P-1")
    assert told.own == pytest.approx(OWN, abs=0.2) and told.cross == pytest.approx(CROSS, abs=0.2)
    assert told.own_comparison.startswith("4 places with each other in the same weeks, telling as much as ")
    weekly = weekly_panel(*tables(own=own, rival=rival, rival_places=PLACES), AS_OF, product_id="P-1")
    assert replace(panel_elasticity(weekly), product_id="P-1") == told


# what is not said


def test_too_little_overlap_says_nothing():
    told = panel_elasticity(panel(weeks=51, missing=0))
    assert (told.own, told.own_low, told.cross, told.cross_high) == (None,) * 4
    assert told.reason == "sales and rivals' prices overlap in 51 weeks, 52 are needed"
    assert panel_elasticity(panel(weeks=52, missing=0)).reason is None


def test_sales_older_than_the_rivals_prices_do_not_count():
    sales, prices = tables(rival=steps(104, 0, -0.2))
    recent = prices[prices["observed_date"] > pd.Timestamp(AS_OF - timedelta(weeks=40))]
    assert asked(sales, recent).reason == "sales and rivals' prices overlap in 40 weeks, 52 are needed"


def test_a_rivals_price_is_carried_four_weeks_and_no_longer():
    sales, prices = tables(rival=steps(104, 0, -0.2))
    unseen = prices["observed_date"].between(pd.Timestamp(AS_OF) - pd.Timedelta(weeks=20), pd.Timestamp(AS_OF))
    assert asked(sales, prices[~unseen]).weeks == 104 - 21 + 4


def test_without_rivals_or_sales_nothing_is_said():
    sales, prices = tables()
    assert asked(sales, prices[:0]).reason == "no rival's price is known"
    assert asked(sales[:0], prices).reason == "nothing was sold"
    assert elasticity(sales, prices, AS_OF, product_id="P-9").reason == "nothing was sold"
    assert panel_elasticity(panel().drop(columns="rival_price")).reason == "no rival's price is known"


@pytest.mark.parametrize(
    ("rival", "reason"),
    [
        (np.zeros(104), "rivals' prices hardly moved"),
        (steps(104, 0, -0.02), "rivals' prices hardly moved"),
        (np.where(np.arange(104) // 3 == 20, -0.3, 0), "rivals' prices hardly moved"),  # three weeks only
        (np.where(np.arange(104) // 4 == 20, -0.3, 0), None),
    ],
)
def test_a_price_that_hardly_moved_tells_nothing(rival, reason):
    assert asked(*tables(rival=rival)).cross_reason == reason


def test_places_with_many_weeks_without_a_sale_are_left_out_and_single_ones_counted():
    rows = panel(missing=0).reset_index(drop=True)
    rows.loc[rows["unit"].eq(0) & (rows["week"] % 4 == 0), ["quantity", "own_price"]] = 0, np.nan
    rows.loc[rows["unit"].eq(1) & rows["week"].isin([5, 9]), ["quantity", "own_price"]] = 0, np.nan
    told = panel_elasticity(rows)
    assert (told.units, told.left_out_units, told.zero_weeks) == (11, 1, 2)


def test_weeks_without_order_lines_count_as_weeks_without_a_sale():
    sales, prices = tables(rival=steps(104, 0, -0.2))
    week = (pd.Timestamp(AS_OF) - sales["sold_date"]).dt.days // 7
    told = asked(sales[~((week == 30) & (sales["region"] == "North"))], prices)
    assert (told.zero_weeks, told.weeks) == (1, 104)


def test_a_price_that_moves_with_who_bought_is_not_taken_for_ours():
    """Large orders at a discount: revenue by quantity falls whenever one comes, and quantity rises."""
    rng = np.random.default_rng(4)
    sales, prices = tables(rival=steps(104, 0, -0.2))
    large = sales[rng.random(len(sales)) < 0.4]
    sales = pd.concat([sales, large.assign(quantity=large["quantity"] * 2, revenue=large["revenue"] * 2 * 0.8)])
    told = asked(sales, prices)
    assert (told.own, told.own_reason) == (None, module.MIXED)
    assert told.cross is not None


# promises of any reader


def test_the_future_is_invisible():
    sales, prices = tables(rival=steps(120, 0, -0.2, 0.1), own=steps(120, 0.1, 0), weeks=120)
    earlier = AS_OF - timedelta(weeks=20)
    ends = (pd.Timestamp(AS_OF) - sales["sold_date"]).dt.days // 7 > 10  # places fall silent, and nobody knows it yet
    sales = sales[ends | sales["region"].isin(PLACES[:2])]
    past = sales[sales["sold_date"] <= pd.Timestamp(earlier)], prices[prices["observed_date"] <= pd.Timestamp(earlier)]
    told = asked(sales, prices, earlier)
    assert told.weeks == 100
    assert told == asked(*past, earlier)


def test_shuffled_rows_say_the_same_and_arguments_stay():
    given = tables(rival=steps(104, 0, -0.2, 0.1), own=steps(104, 0.1, 0))
    kept = [table.copy() for table in given]
    shuffled = [table.sample(frac=1, random_state=5) for table in given]
    told, again = asked(*given), asked(*shuffled)
    assert rounded(again) == rounded(told)
    for table, before in zip(given, kept, strict=True):
        pd.testing.assert_frame_equal(table, before)
    rows = with_a_rival_now_and_then(panel().reset_index(drop=True))
    assert rounded(panel_elasticity(rows.sample(frac=1, random_state=5))) == rounded(panel_elasticity(rows))


def test_the_columns_of_a_store_read_from_a_file_will_do():
    sales, prices = tables(rival=steps(104, 0, -0.2, 0.1), own=steps(104, 0.1, 0))
    told = asked(sales, prices)
    texts = sales.assign(
        sold_date=sales["sold_date"].dt.strftime("%Y-%m-%d"), region=sales["region"].astype("category")
    )
    assert asked(texts, prices) == told
    nameless = asked(sales.drop(columns="region"), prices.drop(columns="region"))
    assert nameless.units == 1 and nameless.cross == pytest.approx(told.cross, abs=0.3)


def test_weeks_may_be_days_and_brands_may_share_a_store():
    rows = panel()
    dated = rows.assign(week=pd.Timestamp("2024-01-06") + pd.to_timedelta(7 * rows["week"], unit="D"))
    assert panel_elasticity(dated) == panel_elasticity(rows)
    two = pd.concat([rows.assign(product="a"), panel(2).assign(product="b")])
    assert panel_elasticity(two).own == pytest.approx(OWN, abs=0.3)
    with pytest.raises(AssertionError, match="product"):
        panel_elasticity(two.drop(columns="product"))


def test_units_of_a_cluster_are_not_counted_as_so_many_witnesses():
    rows = panel()
    twins = pd.concat([rows.assign(twin=twin) for twin in range(4)], ignore_index=True)
    twins = twins.assign(zone=twins["unit"], unit=4 * twins["unit"] + twins["twin"])
    width, apart, together = (
        each.own_high - each.own_low
        for each in map(panel_elasticity, (rows, twins, twins.rename(columns={"zone": "cluster"})))
    )
    assert apart < 0.6 * width
    assert together == pytest.approx(width, rel=0.05)


# rivals


def with_a_rival_now_and_then(rows):
    """At five times the price, seen in two weeks of five, elsewhere in others."""
    return rows.assign(rival_price_b=pd.Series(5.0, index=rows.index).where((rows["week"] + rows["unit"]) % 5 < 2))


def test_the_mean_of_rivals_does_not_move_with_who_was_seen():
    rows = panel(missing=0)
    other = rows.assign(rival_price_b=5.0)
    comes_and_goes = with_a_rival_now_and_then(rows)
    late = other.assign(rival_price_b=other["rival_price_b"].where(other["week"] > 200))
    assert panel_elasticity(other).cross == pytest.approx(2 * panel_elasticity(rows).cross)  # half as much moved
    assert panel_elasticity(late).cross == pytest.approx(panel_elasticity(rows).cross)
    assert panel_elasticity(comes_and_goes).cross == pytest.approx(panel_elasticity(other).cross, rel=0.1)
    gone = other.assign(rival_price_b=other["rival_price_b"].where(other["week"] < 4))
    assert panel_elasticity(gone).cross == pytest.approx(panel_elasticity(rows).cross, rel=0.1)
    assert (panel_elasticity(other).rivals, panel_elasticity(late).rivals) == (2, 1)


def test_a_price_without_region_holds_where_none_was_seen():
    """A regional price of the same product takes its place there."""
    sales, prices = tables(rival=np.array([steps(104, 0, -0.3)] * 4), rival_places=(None,))
    north = prices.assign(region="North", price=9.0)
    weekly = weekly_panel(sales, pd.concat([prices, north]), AS_OF, product_id="P-1")
    last = weekly[weekly["week"] == weekly["week"].max()].set_index("place" if "place" in weekly else "unit")
    assert sorted(last["rival_price_0"].round(2)) == [6.67, 6.67, 6.67, 9.0]


# words


def told(**changes) -> Elasticity:
    defaults = {
        **{"own": -3.14, "own_low": -3.41, "own_high": -2.83, "cross": 0.8, "cross_low": 0.3, "cross_high": 1.3},
        **{"weeks": 104, "units": 8, "rivals": 1, "zero_weeks": 0, "left_out_units": 0},
        **{"own_comparison": "8 places with each other in the same weeks", "cross_comparison": module.APART},
        **{"cross_changes": 3},
    }
    return Elasticity(**defaults | changes)


def test_what_went_together_is_said_with_its_range():
    assert wording.sentences(told()) == (
        "A 1 % lower price of ours went with 3.1 % more volume here, range 2.8–3.4; not proof of cause.",
        "A 1 % lower rival price went with 0.8 % less volume here, range 0.3–1.3; not proof of cause.",
        "From 104 weeks in 8 places. Our price: 8 places with each other in the same weeks; rivals' prices: one place "
        "against the mean of the others, week by week, without its trend.",
    )


def test_a_range_that_holds_zero_cannot_tell():
    assert wording.cross(told(cross_low=-0.4)) == (
        "Cannot tell whether volume here goes with rivals' prices: with a 1 % lower rival price it was from 0.4 % more "
        "to 1.3 % less."
    )
    assert wording.cross(told(cross_low=0.0)).startswith("Cannot tell")


def test_the_direction_is_said_whichever_it_is():
    assert "0.8 % more volume here, range 0.02–1.3" in wording.cross(told(cross=-0.8, cross_low=-1.3, cross_high=-0.02))
    assert "mean price of 3 rival products" in wording.cross(told(rivals=3))


def test_one_change_of_price_and_what_was_left_out_are_said():
    basis = wording.basis(told(cross_changes=1, zero_weeks=3, left_out_units=1, product_id="P-1"))
    assert wording.ONE_CHANGE in basis[0]
    assert basis[1:] == (
        "3 weeks of a place without a sale left out.",
        "1 place left out for too many such weeks.",
        wording.MIXED_PRICE,
    )


def test_why_nothing_is_said_is_said():
    nothing = dict.fromkeys(["own", "own_low", "own_high", "own_comparison"])
    assert wording.own(told(**nothing, own_reason="our price hardly moved")) == (
        "Cannot tell how volume goes with our price: our price hardly moved."
    )
    sentences = wording.sentences(panel_elasticity(panel(weeks=30)))
    assert sentences == (
        "Cannot tell how volume goes with prices: sales and rivals' prices overlap in 30 weeks, 52 are needed.",
    )


def test_nothing_says_that_a_price_caused_it():
    texts = [
        module.METHOD,
        *wording.sentences(told(cross_changes=1, zero_weeks=1)),
        *wording.sentences(told(own_low=-9)),
    ]
    for text in texts:
        assert not any(word in text.lower() for word in ("caused", "because", "due to", "effect of"))
