"""Promises of the Voice page: scores, themes, balance, answers and words, narrowed by what the reader chooses."""

import os
from datetime import date

import builders
import pandas as pd
import pytest
from reading import HOSTILE, opened, text_of

from signals import model
from signals.act import actions as acting
from signals.store.engine import Store
from signals.voice.theme_trends import theme_trends

pytestmark = pytest.mark.usefixtures("answers")


def test_the_page_reads_from_the_score_to_the_words():
    text = text_of(opened("voice"))
    order = ["60 voices in a year", "Scores", "NPS", "Themes", "Good and bad experiences",
             "Logistics has fewer than five good experiences", "Answered within 24 hours", "In their words",
             "The delivery came late."]  # fmt: skip
    places = [text.index(part) for part in order]
    assert places == sorted(places)


def test_who_waits_is_said():
    text = text_of(opened("voice"))
    assert "wait for an answer" in text
    assert "0 % acknowledged within 24 hours" in text


def test_a_theme_opens_its_words():
    test = opened("voice")
    next(each for each in test.selectbox if each.key == "theme").set_value("late").run()
    assert not test.exception
    assert "The delivery came late." in text_of(test)
    assert "Call this theme otherwise" in [each.proto.label for each in test.get("expander")]


def test_a_region_narrows_all_of_it():
    test = opened("voice", voice_region="North")
    table = next(each.value for each in test.dataframe if "recent_count" in each.value)
    whole = next(each.value for each in opened("voice").dataframe if "recent_count" in each.value)
    assert table["recent_count"].sum() < whole["recent_count"].sum()


def test_nobodys_voice_is_said(answers):
    empty = model.VoiceOfCustomers(builders.AS_OF, builders.voices().iloc[:0], builders.voice().themes.iloc[:0])
    answers(voice=empty)
    test = opened("voice")
    text = text_of(test)
    assert not test.exception
    for part in (
        "Nobody's voice is on file here",
        "No score is on file",
        "No theme was spoken of",
        "No good or bad experience",
        "Nobody complained in half a year.",
        "Nobody's words are on file here.",
    ):
        assert part in text, part


def test_hostile_words_are_letters(answers):
    answers(voice=builders.voice(verbatim=HOSTILE, customer_name=HOSTILE, product=HOSTILE, department=HOSTILE))
    test = opened("voice")
    bodies = [each.proto.body for each in test.get("html")]
    assert not test.exception
    assert any("&lt;script&gt;" in body for body in bodies)
    assert not [body for body in bodies if "<script" in body or "<img src=//" in body]


def test_today_tells_what_customers_say_while_sales_are_as_usual(answers):
    answers(morning=builders.morning(beside_sales=(builders.voiced(),)))
    test = opened("today")
    text = text_of(test)
    assert "Customers say, while sales are as usual" in text
    assert "Complaints of Orion came 2.1 times as often (37 complaints since 12 October); sales are as usual." in text
    assert "Nobody has it yet." in text
    test.button(key="assign-heard-0").click().run()
    assert test.text_area[0].value == "Read what customers say of Orion, and answer everybody today"


def test_who_was_asked_about_what_customers_say_stands_in_the_row(answers):
    warning = builders.voiced()
    answers(morning=builders.morning(beside_sales=(warning,)))
    store = Store(os.environ["SIGNALS_DATABASE_URL"])
    acting.assign(store, "Answer them all", owner="Kim", person="anna", warning_key=warning.key)
    text = text_of(opened("today"))
    assert "Kim" in text and "Nobody has it yet." not in text


def test_a_theme_that_is_told_more_than_before_has_its_ratio():
    table = theme_trends(builders.voices(), builders.voice().themes, builders.AS_OF).iloc[0]
    assert table["recent_count"] == 4 and table["usual_count"] == pytest.approx(12 * 8 / 26, abs=0.4)
    assert sum(table["trend"]) >= table["recent_count"] and len(table["trend"]) == 13


def test_a_new_theme_has_no_ratio_and_later_voices_are_not_counted():
    said = builders.voices().iloc[[0]].assign(given_date=pd.Timestamp(builders.AS_OF))
    themes = pd.DataFrame({"feedback_id": said["feedback_id"], "theme": "new", "name": "New"})
    assert pd.isna(theme_trends(said, themes, builders.AS_OF).iloc[0]["ratio"])
    assert theme_trends(said, themes, date(2026, 11, 1)).empty
