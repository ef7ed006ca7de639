"""The Quarter page, its part of the Track record and the form for targets say what a reader needs."""

from dataclasses import replace
from datetime import date

import builders
import numpy as np
import pytest
from reading import HOSTILE, opened, text_of

from signals import model
from signals.charts import quarter as charts
from signals.charts import theme, track
from signals.triage import quarter_wording, track_wording
from signals.ui import data

AS_OF = builders.AS_OF
CLOSED = date(2026, 12, 31)
no_answers = pytest.mark.usefixtures("answers")


def lead(**changes) -> str:
    outlook = builders.outlook(nowcast=builders.nowcast(**changes), stakes=())
    return quarter_wording.lead(outlook, "EUR", AS_OF)


# Words


def test_the_sentence_says_where_it_lands_against_the_plan_and_what_warnings_take():
    assert quarter_wording.lead(builders.outlook(), "EUR", AS_OF) == (
        "2026-Q4 is heading for about €18.4 m (17.6–19.1), €1.1 m below plan; two open warnings cost it €412 k against "
        "expected."
    )


@pytest.mark.parametrize(
    ("changes", "end"),
    [
        ({"target": None}, "(17.6–19.1), €500 k below last year's quarter."),
        ({"target": 18_390_000.0}, "(17.6–19.1), as much as planned."),
        ({"target": 17e6}, "(17.6–19.1), €1.4 m above plan."),
        ({"target": None, "last_year": None}, "(17.6–19.1)."),
        ({"low80": None, "target": None, "last_year": None}, "no range yet: too short a history."),
    ],
)
def test_without_a_plan_it_is_held_against_last_year_and_without_either_against_nothing(changes, end):
    assert lead(**changes).endswith(end)


def test_a_closed_quarter_is_told_as_a_fact():
    outlook = builders.outlook(nowcast=builders.nowcast(actual_to_date=18.1e6, estimate=18.1e6), stakes=())
    assert quarter_wording.lead(outlook, "EUR", CLOSED) == "2026-Q4 closed at €18.1 m, €1.4 m below plan."


@pytest.mark.parametrize(
    ("target", "says"),
    [
        (18.9e6, "inside the range"),
        (19.5e6, "outside the range of 8 cases in 10: it will probably be missed"),
        (19.9e6, "outside the range of 19 cases in 20: it will very probably be missed"),
        (17.8e6, "inside the range"),
        (17.3e6, "will probably be beaten"),
        (16.0e6, "will very probably be beaten"),
    ],
)
def test_the_plans_place_in_the_ranges_is_said(target, says):
    assert says in quarter_wording.plan_odds(builders.nowcast(target=target), AS_OF)


def test_without_a_plan_or_a_range_no_odds_are_said():
    assert quarter_wording.plan_odds(builders.nowcast(target=None), AS_OF) is None
    assert quarter_wording.plan_odds(builders.nowcast(low80=None), AS_OF) is None
    missed, met = (builders.nowcast(actual_to_date=amount) for amount in (19.4e6, 19.5e6))
    told = [quarter_wording.plan_odds(each, CLOSED) for each in (missed, met)]
    assert told == ["The plan was missed.", "The plan was met."]


def test_what_was_said_is_told_apart_from_what_would_have_been_said():
    assert quarter_wording.said(builders.outlook(), "EUR", AS_OF) == (
        "On 28 October we would have said €18.9 m; on 18 November we said €18.5 m; today €18.4 m."
    )
    young = builders.outlook(said=())
    assert quarter_wording.said(young, "EUR", AS_OF) == "Nothing was said of it in an earlier week: today €18.4 m."


def test_a_warning_that_has_stopped_losing_takes_nothing_more():
    stakes = builders.outlook().stakes
    told = [quarter_wording.stake(each, "EUR", builders.nowcast(), AS_OF) for each in stakes]
    assert told == [
        "€212 k missing in this quarter so far, €180 k more by 31 December if the last four weeks go on.",
        "€20 k missing in this quarter so far.",
    ]


def test_a_wrong_quarter_is_told_as_plainly_as_a_right_one():
    wrong, _, right = builders.backtest().quarters
    assert quarter_wording.became(wrong, "EUR") == (
        "2026-Q3: on day 28 we would have said €18.9 m (17.9–20.0); it became €21 m, outside its range, off by 10 %."
    ).replace("20.0", "20")
    assert "on day 28 we said" in quarter_wording.became(right, "EUR")
    assert "inside its range, off by 5 %" in quarter_wording.became(right, "EUR")


def test_products_errors_are_weighed_by_their_products():
    assert quarter_wording.products(builders.backtest().products_nowcast) == (
        "On day 28 of 2 past quarters the products that sell at least every third day were off by 7 % of their revenue "
        "(the quarter to date carried on: 11 %); the range of 8 in 10 held 80 % of them, that of 19 in 20 94 %."
    )


def test_the_error_stands_beside_two_simple_answers():
    errors = builders.backtest().nowcast
    assert track_wording.nowcasts(errors) == (
        "On day 28 of a quarter the nowcast was off by 4 % (8 quarters); the quarter to date carried on by 5 %."
    )
    assert "80 % held" not in track_wording.covered(errors)
    assert track_wording.covered(errors).startswith("The range of 8 in 10 held 81 % of 16 outcomes and the range of 19")
    half = [replace(errors[0], ranges=0, coverage80=None, coverage95=None), errors[1]]
    assert "of 8 outcomes" in track_wording.covered(half)
    none = [replace(each, coverage80=None, coverage95=None) for each in errors]
    assert "too short a history" in track_wording.covered(none)


def test_of_each_quarter_the_week_nearest_to_the_fourth_is_told():
    told = track_wording.told_of(builders.backtest().quarters)
    assert [(each.quarter, each.day_in_quarter) for each in told] == [("2026-Q3", 28), ("2026-Q2", 28)]


# Charts


def test_the_fan_opens_from_todays_total():
    table = charts.fan_table(builders.outlook())
    today = table[table["day"] == AS_OF].iloc[0]
    assert today["total"] == today["estimate"] == today["low95"] == today["high80"] == 52 * 190_000
    assert table["total"].notna().sum() == 52 and table["estimate"].notna().sum() == 3
    figure = charts.fan(builders.outlook(), "So", "EUR")
    assert [trace.name for trace in figure.data if trace.showlegend is None] == [
        "19 cases in 20", "8 cases in 10", "A year before", "Estimate", "So far", "Plan",
    ]  # fmt: skip


def test_a_closed_or_young_quarter_has_no_fan():
    closed = charts.fan(builders.outlook(fan=(), nowcast=builders.nowcast(target=None)), "So", "EUR")
    assert [trace.name for trace in closed.data] == ["A year before", "So far"]
    without = builders.outlook(fan=tuple(replace(each, low80=None, high80=None, low95=None, high95=None)
                                         for each in builders.outlook().fan))  # fmt: skip
    names = [trace.name for trace in charts.fan(without, "So", "EUR").data]
    assert "Estimate" in names and "8 cases in 10" not in names
    assert np.isnan(charts.fan_table(without)["low80"]).all()


def test_what_was_said_ends_with_today():
    table = charts.said_table(builders.outlook())
    assert table["said_date"].tolist()[-1] == AS_OF
    assert table["estimate"].tolist() == [18.9e6, 18.5e6, 18.4e6]
    figure = charts.said(builders.outlook(), "So", "EUR")
    assert list(figure.data[0].marker.symbol) == ["circle-open", "circle", "circle"]
    assert list(figure.data[0].error_y.array) == pytest.approx([1.1e6, 1.5e6, 0.7e6])


def test_the_bridges_axis_shows_the_changes_and_says_that_it_does_not_begin_at_zero():
    told = builders.outlook().bridges[0]
    figure = charts.bridge(told, "So", "EUR", first="Plan", last="Estimate")
    low, high = figure.layout.yaxis.range
    assert 0 < low < 18.4e6 and high > 19.5e6
    assert "does not begin at zero" in figure.layout.title.subtitle.text
    large = replace(told, before=100.0, parts=(("New", 900.0),), now=1000.0)
    from_zero = charts.bridge(large, "So", "EUR", first="Plan", last="Estimate")
    assert from_zero.layout.yaxis.range[0] == 0 and "zero" not in from_zero.layout.title.subtitle.text


def test_bars_of_one_name_are_told_apart():
    twins = model.Bridge("plan by product", 2.0, (("Cream", 1.0), ("Cream", 2.0), ("Estimate", -1.0)), 4.0, "So")
    figure = charts.bridge(twins, "So", "EUR", first="Plan", last="Estimate")
    assert list(figure.data[0].x) == ["Plan", "Cream", "Cream (2)", "Estimate", "Estimate (2)"]


def test_late_days_that_are_taken_at_their_usual_level_are_named():
    assert quarter_wording.awaited(builders.outlook()) is None
    told = quarter_wording.awaited(builders.outlook(awaited=("South-West", "Web")))
    assert told.startswith(
        "The days that have not come in yet from the South-West and Web are taken at their usual level"
    )


def test_names_in_the_bridge_are_letters():
    hostile = model.Bridge("plan by cause", 2.0, ((HOSTILE, -1.0),), 1.0, HOSTILE)
    figure = charts.bridge(hostile, "So", "EUR", first="Plan", last="Estimate")
    assert "<" not in "".join(figure.data[0].x) and "<" not in figure.layout.title.subtitle.text
    assert theme.inert(HOSTILE) in figure.data[0].x


def test_the_table_of_quarters_has_every_week_the_latest_first():
    table = charts.quarters_table(builders.backtest().quarters)
    assert table["day_in_quarter"].tolist() == [35, 28, 28]
    assert table["inside"].tolist() == ["outside", "outside", "inside"]
    assert table["how"].tolist() == ["replayed", "replayed", "as said"]
    assert table["off"].iloc[2] == pytest.approx(5)


def test_the_errors_chart_has_what_is_known_of_the_simple_answers():
    figure = track.nowcast(builders.backtest().nowcast, "So")
    assert [(trace.name, len(trace.x)) for trace in figure.data] == [
        ("Nowcast", 2), ("Quarter to date carried on", 2), ("Last year's quarter", 1),
    ]  # fmt: skip


# Pages


@no_answers
def test_the_page_reads_from_where_it_lands_to_its_parts():
    text = text_of(opened("quarter"))
    order = [
        "40 days left",
        "is heading for",
        "So far",
        "missing in this quarter",
        "What we said before",
        "Part by part",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert "Open *Trident*" in text  # the emphasis is for the ear alone


@no_answers
def test_a_quarter_without_plan_last_year_warnings_or_range_still_opens(answers):
    bare = builders.nowcast(target=None, last_year=None, low80=None, high80=None, low95=None, high95=None)
    running = tuple(replace(each, last_year=None) for each in builders.outlook().running)
    outlook = builders.outlook(nowcast=bare, running=running, fan=(), said=(), stakes=(), bridges=())
    answers(quarter=builders.quarter(outlook=outlook, parts=builders.quarter().parts.iloc[:0]))
    test = opened("quarter")
    assert not test.exception
    assert "Plan" not in text_of(test) and "no range yet" in text_of(test)


@no_answers
def test_names_on_the_page_are_letters(answers):
    stakes = (model.QuarterStake("key", "act", HOSTILE, 5.0, 5.0),)
    parts = builders.quarter().parts.assign(name=HOSTILE)
    answers(quarter=builders.quarter(outlook=builders.outlook(stakes=stakes), parts=parts))
    test = opened("quarter")
    assert not test.exception
    assert not any("<script" in each.proto.body or "<img" in each.proto.body for each in test.get("html"))
    links = [each.proto.label for each in test.get("page_link")]
    assert not any("](" in label.replace("\\]", "").replace("\\(", "") for label in links)


@no_answers
def test_many_warnings_stand_behind_a_fold(answers):
    stakes = tuple(model.QuarterStake(f"key {number}", "watch", f"P{number}", 9.0, 1.0) for number in range(8))
    answers(quarter=builders.quarter(outlook=builders.outlook(stakes=stakes)))
    test = opened("quarter")
    assert "3 more open warnings, with less at stake" in [each.proto.label for each in test.get("expander")]
    assert all(f"P{number}" in text_of(test) for number in range(8))


def test_the_bridges_title_names_what_has_a_name():
    told = model.Bridge(
        "last year by cause", 10.0, (("Ant", -1.0), ("New products", 2.0), ("All else", 9.0)), 20.0, "So"
    )
    assert quarter_wording.bridge(told, "EUR") == "+€10 in all: Ant −€1, New products +€2"


@no_answers
def test_today_leads_to_the_quarter():
    assert "Open the quarter" in text_of(opened("today"))


@no_answers
def test_a_target_is_typed_for_a_quarter_and_a_part(monkeypatch):
    asked = []
    monkeypatch.setattr(
        data, "load_target", lambda **told: asked.append(told) or builders.load_report(rejects=(), rows_rejected=0)
    )
    test = opened("settings")
    assert not test.exception
    quarter, part = [next(each for each in test.selectbox if each.label == label) for label in ("Quarter", "Of")]
    quarter.select_index(1)
    part.select_index(2)
    next(each for each in test.number_input if each.label.startswith("Revenue planned")).set_value(1234.5)
    next(each for each in test.button if each.label == "Save the target").click()
    test.run()
    assert [(told["quarter"], told["product_id"], str(told["revenue_target"])) for told in asked] == [
        ("2027-Q1", "P-1", "1234.5")
    ]
    assert "category" not in asked[0]


@no_answers
def test_a_target_without_an_amount_is_asked_for(monkeypatch):
    monkeypatch.setattr(data, "load_target", lambda **told: pytest.fail("loaded"))
    test = opened("settings")
    next(each for each in test.button if each.label == "Save the target").click()
    test.run()
    assert "Type the revenue that is planned." in text_of(test)


@no_answers
def test_a_refused_target_says_why(monkeypatch):
    refused = builders.load_report(outcome="refuse", question=None, rejects=(), rows_rejected=1)
    monkeypatch.setattr(data, "load_target", lambda **told: refused)
    test = opened("settings")
    next(each for each in test.number_input if each.label.startswith("Revenue planned")).set_value(5.0)
    next(each for each in test.button if each.label == "Save the target").click()
    test.run()
    assert "The target was not taken" in text_of(test)
