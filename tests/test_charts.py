"""Promises of the charts: a sentence for a title, axes with units, the band, the onset, no markup from customers."""

import base64
import itertools
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from datetime import date, timedelta

import builders
import pandas as pd
import plotly.graph_objects as go
import pytest

from signals.charts import choice, contribution, ladder, rhythm, series, sparkline, theme

HOSTILE = '<a href="https://evil.example">click</a><b>x</b>&lt;i&gt;'


def figures(**changes) -> dict[str, go.Figure]:
    evidence = builders.evidence(**changes)
    sentences, customer = evidence.sentences, builders.customer_file()
    return {
        "weekly": series.weekly(evidence),
        "first choice": choice.first_choice(evidence.first_choice, sentences["first_choice"]),
        "prices": ladder.price_ladder(evidence),
        "drivers": contribution.contributions(evidence.drivers, sentences["drivers"]),
        "rhythm": rhythm.rhythm(customer),
        "years": rhythm.revenue_by_year(customer),
    }


@pytest.mark.parametrize("name", figures())
def test_every_chart_has_a_sentence_a_subtitle_and_an_axis_title(name):
    layout = figures()[name].layout
    assert layout.title.text and layout.title.subtitle.text
    assert layout.xaxis.title.text


def test_the_title_is_the_sentence_that_the_chart_proves():
    evidence = builders.evidence()
    assert series.weekly(evidence).layout.title.text == evidence.sentences["sales"]
    assert ladder.price_ladder(evidence).layout.title.text == evidence.sentences["prices"]


def test_money_names_its_currency():
    figure = series.weekly(builders.evidence(currency="GBP"))
    assert "GBP" in figure.layout.yaxis.title.text


def test_the_band_is_the_evidences_own():
    evidence = builders.evidence()
    weeks = evidence.weeks.tail(series.SHOWN_WEEKS)
    high, low = series.weekly(evidence).data[:2]
    assert list(high.y) == list(weeks["high"]) and list(low.y) == list(weeks["low"])


def test_the_onset_is_marked_on_its_day_and_only_for_a_warning():
    evidence = builders.evidence()
    warned = [shape for shape in series.weekly(evidence).layout.shapes if shape.line.dash == "dash"]
    assert [shape.x0 for shape in warned] == [evidence.warning.onset]
    quiet = series.weekly(replace(evidence, warning=None))
    assert not [shape for shape in quiet.layout.shapes if shape.line.dash == "dash"]


def test_incomplete_weeks_are_shaded_and_said():
    late = builders.evidence(complete_date=builders.AS_OF - timedelta(days=3))
    texts = [note.text for note in series.weekly(late).layout.annotations]
    assert "not complete after 18 Nov" in texts
    weeks = builders.weeks().assign(is_complete=True)
    complete = series.weekly(builders.evidence(weeks=weeks))
    assert not [note for note in complete.layout.annotations if "not complete" in note.text]


def test_the_window_that_speaks_loudest_is_bracketed_and_said():
    warned = builders.evidence(warning=builders.warning(loudest_days=28))
    figure = series.weekly(warned)
    bracket = next(shape for shape in figure.layout.shapes if shape.name == "loudest")
    first = builders.AS_OF - timedelta(days=27)
    assert bracket.path.startswith(f"M {first},") and f"L {builders.AS_OF + timedelta(days=1)}," in bracket.path
    assert bracket.line.color == theme.CONCERN
    assert "the last 28 days speak loudest" in [note.text for note in figure.layout.annotations]
    unknown = series.weekly(builders.evidence())
    assert not [shape for shape in unknown.layout.shapes if shape.name == "loudest"]


def test_days_of_which_a_person_spoke_are_shaded_with_what_was_said():
    days = pd.DataFrame(
        {
            "verdict": ["data error"],
            "first_date": [date(2026, 10, 20)],
            "last_date": [date(2026, 10, 25)],
            "reason": ["x"],
        }
    )
    figure = series.weekly(builders.evidence(verdict_days=days))
    assert "said: data error" in [note.text for note in figure.layout.annotations]
    assert date(2026, 10, 20) in [shape.x0 for shape in figure.layout.shapes]


def test_one_huge_week_is_drawn_at_the_edge_and_many_high_ones_are_not_cut():
    weeks = builders.weeks()
    usual = weeks["high"].max()
    huge = weeks.assign(actual=weeks["actual"].where(weeks.index != 40, 20 * usual))
    figure = series.weekly(builders.evidence(weeks=huge))
    edge = next(trace for trace in figure.data if trace.name == "Above the edge")
    assert list(edge.x) == [huge["week"][40]]
    assert figure.layout.yaxis.range[1] < 4 * usual
    risen = weeks.assign(actual=weeks["actual"].where(weeks.index < 45, 20 * usual))
    figure = series.weekly(builders.evidence(weeks=risen))
    assert "Above the edge" not in [trace.name for trace in figure.data]
    assert figure.layout.yaxis.range[1] > 20 * usual


def test_names_of_events_that_stand_close_lie_in_lanes_of_their_own():
    day = pd.Timestamp(builders.AS_OF) - pd.Timedelta(days=100)
    events = pd.DataFrame(
        {"kind": ["promotion", "launch", "stock-out"], "first_date": day, "last_date": day, "note": None}
    )
    notes = series.weekly(builders.evidence(events=events)).layout.annotations
    heights = {note.text: note.y for note in notes if note.text in set(events["kind"])}
    assert len(set(heights.values())) == 3


def test_the_last_two_weeks_are_complete_ones():
    evidence = builders.evidence()
    marked = next(trace for trace in series.weekly(evidence).data if trace.mode == "markers")
    assert list(marked.x) == list(evidence.weeks["week"].iloc[-3:-1])


def test_a_change_nobody_warned_of_is_grey():
    marked = next(trace for trace in series.weekly(builders.evidence(warning=None)).data if trace.mode == "markers")
    assert marked.marker.color == theme.NEUTRAL


def test_an_event_outside_the_shown_weeks_is_left_out():
    long_ago = builders.evidence().events.assign(
        first_date=pd.Timestamp(2020, 1, 1), last_date=pd.Timestamp(2020, 1, 2)
    )
    texts = [note.text for note in series.weekly(builders.evidence(events=long_ago)).layout.annotations]
    assert "promotion" not in texts


def test_too_few_answers_draw_no_share():
    assert choice.first_choice(builders.share_change(after_share=None), "Too few answers.") is None


def test_no_price_draws_no_ladder():
    assert ladder.price_ladder(builders.evidence(prices=builders.evidence().prices.head(0))) is None


def test_a_customer_without_purchases_draws_no_rhythm():
    assert rhythm.rhythm(builders.customer_file(score=None)) is None


def test_there_is_a_tick_for_each_purchase_day_and_the_silence_ends_on_the_day():
    customer = builders.customer_file()
    figure = rhythm.rhythm(customer)
    assert len(figure.data[0].x) == len(customer.purchase_days)
    silence = max((shape for shape in figure.layout.shapes if shape.line.width == 6), key=lambda shape: shape.x1)
    assert (silence.x0, silence.x1) == (customer.score.last_order_date, customer.as_of)


def test_the_table_twin_holds_the_drawn_numbers():
    drivers = builders.evidence().drivers
    table = contribution.table(drivers)
    assert list(table["share"] * 100) == list(contribution.contributions(drivers, "x").data[0].x)
    assert list(choice.table(builders.share_change())["brand"]) == ["Trident", "Reliva", "Dolorex Forte"]


def test_customers_text_stays_letters_in_every_label():
    prices = builders.evidence().prices.assign(competitor=HOSTILE, competitor_product=HOSTILE)
    steps = tuple(replace(step, competitor=HOSTILE) for step in builders.evidence().price_steps)
    sentences = dict.fromkeys(builders.evidence().sentences, HOSTILE)
    change = builders.share_change(brand=HOSTILE, rivals=((HOSTILE, 0.1, 0.2),))
    drawn = figures(
        prices=prices,
        price_steps=steps,
        sentences=sentences,
        first_choice=change,
        drivers=(builders.driver(name=HOSTILE),),
    )
    texts = list(itertools.chain.from_iterable(strings(figure.to_plotly_json()) for figure in drawn.values()))
    assert any("&lt;a" in text for text in texts)
    assert not [text for text in texts if "<a" in text or "<b>" in text]


def strings(node) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict):
        return [text for value in node.values() for text in strings(value)]
    if isinstance(node, list | tuple):
        return [text for value in node for text in strings(value)]
    return []


TREND = (5.0, 6, 5, 6, 5, 6, 5, 6, 3, 2, 1)


def test_a_sparkline_is_grey_before_the_onset_and_coloured_after():
    svg = sparkline.sparkline(TREND, onset=builders.AS_OF - timedelta(days=20), as_of=builders.AS_OF, tone="concern")
    grey, coloured = ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}polyline")
    assert (grey.get("stroke"), coloured.get("stroke")) == (theme.NEUTRAL, theme.CONCERN)
    assert len(coloured.get("points").split()) == 4  # three weeks, and the point that they start from
    assert base64.b64decode(sparkline.data_address(svg).split(",")[1]).decode() == svg


@pytest.mark.parametrize("trend", [(), (1.0,), (0.0, 0.0), (3.0, 3.0, 3.0, 3.0, 3.0)])
def test_a_sparkline_of_little_or_no_movement_is_drawn_or_left_out(trend):
    svg = sparkline.sparkline(trend, onset=builders.AS_OF, as_of=builders.AS_OF, tone="neutral")
    assert bool(svg) == (len(trend) > 1)
    assert "nan" not in svg
