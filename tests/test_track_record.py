"""The Track record page: an offer before the first replay, then the record, its promise and what can be seen."""

import re
from dataclasses import replace
from pathlib import Path

import builders
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from signals import pipeline
from signals.charts import theme, track
from signals.ui import jobs, tasks

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = "<img src=//evil.example/x> ![p](https://evil.example/p.png)"


@pytest.fixture(autouse=True)
def kept(monkeypatch, tmp_path):
    """`kept(backtest, is_current)`: what the package answers."""
    monkeypatch.setenv("SIGNALS_DATABASE_URL", f"duckdb:///{tmp_path / 'pages.duckdb'}")

    def answer_with(answer):
        monkeypatch.setattr(pipeline, "latest_backtest", lambda _store: answer)
        st.cache_data.clear()

    answer_with(None)
    st.cache_resource.clear()
    return answer_with


def opened() -> AppTest:
    test = AppTest.from_file(str(ROOT / "signals" / "ui" / "main.py"), default_timeout=30)
    test.run()
    return test.switch_page("../../pages/track_record.py").run()


def text_of(test: AppTest) -> str:
    bodies = [re.sub(r"<[^>]*>", " ", element.proto.body) for element in test.get("html")]
    return "\n".join(bodies).replace("\u00a0", " ").replace("\u2060", "")


def test_before_the_first_replay_it_is_offered():
    test = opened()
    assert not test.exception
    assert [button.label for button in test.button] == ["Replay our history"]


def test_a_click_starts_one_replay_and_the_page_tells_how_far_it_is(monkeypatch):
    started = []

    def slow(_store, progress):
        progress("Replayed to 12 October 2026…")
        started.append(True)
        while len(started) < 2:  # until the test lets it end
            pass

    monkeypatch.setattr(pipeline, "backtest", slow)
    test = opened()
    test.button[0].click().run()
    try:
        assert not test.exception and not test.button
        assert re.search("Reading the sales|Replayed to 12 October 2026", text_of(test))
        jobs_before = jobs.replay()
        jobs.start_replay()
        assert jobs.replay() is jobs_before, "a second click waits for the first"
    finally:
        started.append(True)
    assert jobs.replay().is_over_within(5)


def test_a_replay_that_fails_says_why_and_can_be_tried_again(monkeypatch):
    failed = tasks.Task("Reading the sales…")
    failed.failure = "There is too little history."
    failed._over.set()
    monkeypatch.setattr(jobs, "replay", lambda: failed)
    test = opened()
    assert test.error[0].value == "There is too little history\\."
    assert test.button


def test_the_record_reads_from_the_sentence_to_the_method(kept):
    kept((builders.backtest(), True))
    test = opened()
    text = text_of(test)
    order = ["we would have warned 3 times", "OPEN", "TRUE", "FALSE", "50 % of 2 decided", "halving in 12 days",
             "Where we stated 86 %", "On day 28 of a quarter"]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)
    assert not test.exception and not test.button, "nothing new to replay"


def test_a_record_that_is_behind_the_sales_says_so_and_can_be_renewed(kept):
    kept((builders.backtest(), False))
    test = opened()
    assert "have changed since" in text_of(test)
    assert [button.label for button in test.button] == ["Replay again"]


def test_a_company_with_too_short_a_past_to_rehearse_on_is_told_so(kept):
    nothing = {"detection": (), "controls": (), "calibration": (), "calibration_error": None, "rehearsed_days": 0}
    kept((builders.backtest(warnings=(), nowcast=(), **nothing), True))
    test = opened()
    assert not test.exception
    assert "would have warned of nothing" in text_of(test) and "not yet eight weeks" in text_of(test)


def test_a_subject_with_a_hostile_name_stays_letters(kept):
    hostile = replace(builders.replayed_warning(), subject=builders.subject(HOSTILE))
    kept((builders.backtest(warnings=(hostile,)), True))
    test = opened()
    bodies = "".join(element.proto.body for element in test.get("html"))
    assert "<img src=//evil" not in bodies and "&lt;img src=//evil" in bodies
    assert not test.exception


def test_the_calibration_chart_holds_stated_against_observed_beside_the_line():
    bins = builders.backtest().calibration
    line, dots = track.calibration(bins, "A sentence.").data
    assert list(line.x) == list(line.y) == [0, 100]
    assert list(dots.x) == [2.0, 86.0] and list(dots.y) == [1.5, 83.0]
    assert dots.marker.size[0] > dots.marker.size[1]
    assert list(dots.text) == ["n = 9,000", "n = 300"]
    assert list(track.table(bins)["n"]) == [9000, 300]


def test_the_nowcast_chart_shows_the_error_by_day_under_its_sentence():
    errors = builders.backtest().nowcast
    figure = track.nowcast(errors, "A sentence.")
    assert list(figure.data[0].x) == [7, 28] and list(figure.data[0].y) == [6.0, 4.0]
    assert theme.lifted(figure)[0] == "A sentence."
    assert figure.layout.yaxis.title.text == "Error (%)"


def test_the_table_of_what_can_be_seen_has_the_kinds_together_and_shares_in_per_cent():
    table = track.seen(builders.backtest().detection)
    assert table["In 28 days"].tolist() == [60.0, 60.0]
    assert table["Fall"].tolist() == ["30 %", "50 %"]
