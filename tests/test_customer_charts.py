"""The charts on customers: the bridge adds up, scales are not mixed, names are letters, little data draws nothing."""

from datetime import date

import builders
import pandas as pd
import pytest

from signals import model
from signals.charts import base, scores, track

HOSTILE = '<a href="https://evil.example">Owner</a>'


def test_the_bridge_goes_from_before_to_now():
    ledger = builders.ledger()
    bars = base.bridge(ledger, "title", "subtitle", "EUR").data[0]
    steps = dict(zip(bars.x, bars.y, strict=True))
    assert bars.measure[0] == "absolute" and bars.measure[-1] == "total"
    assert sum(steps.values()) - steps["Now"] == pytest.approx(steps["Now"])
    assert steps["Lost"] == -ledger.revenue["lost"] and steps["New"] == ledger.revenue["new"]


def test_the_bridges_table_has_the_customers_behind_each_part():
    table = base.bridge_table(builders.ledger()).set_index("part")
    assert table.loc["new", "customers"] == 61 and table.loc["lost", "customers"] == 84
    assert pd.isna(table.loc["expansion", "customers"])


def test_a_cohorts_later_quarters_that_have_not_come_are_blank():
    heat = base.cohorts(builders.base().cohorts, "title").data[0]
    assert list(heat.y) == ["Q1 2025", "Q2 2025", "Q3 2025"]
    assert heat.text[0][6] == "20" and heat.text[1][6] == "" and heat.text[0][0] == "100"


def test_newcomers_are_those_who_did_not_return():
    line = base.newcomers(builders.newcomers(), "title").data[0]
    assert line.y[0] == pytest.approx(100 * 8 / 30) and line.y[-1] == pytest.approx(100 * 4 / 30)


def test_the_most_at_risk_stands_on_top_and_names_are_letters():
    rows = [{"name": HOSTILE, "value_at_risk_year": 9.0, "customers_count": 2}]
    rows += [{"name": f"Owner {n}", "value_at_risk_year": 8.0 - n / 10, "customers_count": 1} for n in range(20)]
    bars = base.at_risk(pd.DataFrame(rows), "title", "EUR", what="account owner").data[0]
    assert len(bars.y) == base.MOST_ROWS and bars.x[-1] == 9.0
    assert "<a" not in bars.y[-1]


def test_scores_of_two_scales_stand_in_two_rows():
    stars = builders.remarks().assign(scale=["nps", "stars", "nps"], score=[5.0, 2.0, 9.0])
    figure = scores.scores(builders.customer_file(feedback=stars))
    assert [list(trace.y) for trace in figure.data] == [[9.0, 5.0], [2.0]]
    assert {trace.yaxis for trace in figure.data} == {"y", "y2"}


def test_one_score_is_no_chart():
    assert scores.scores(builders.customer_file(feedback=builders.remarks().iloc[:1])) is None


def test_a_scale_that_is_not_known_is_left_out():
    odd = builders.remarks().assign(scale="grades", score=1.0)
    assert scores.scores(builders.customer_file(feedback=odd)) is None


def test_a_rehearsed_chance_names_what_it_was_about():
    bins = (model.CalibrationBin(0.7, 0.8, 0.75, 0.76, 410),)
    chance = model.ChanceRehearsal("did not return", 410, bins, 0.01, 0.8)
    figure = track.chances(chance, "sentence")
    assert figure.layout.yaxis.title.text == "Share that did not return (%)"
    assert list(figure.data[1].text) == ["n = 410"]


def test_a_quarter_is_named_by_its_first_day():
    cell = model.Cohort(date(2025, 10, 1), 0, 4, 4, 10.0)
    assert list(base.cohorts((cell,), "title").data[0].y) == ["Q4 2025"]
