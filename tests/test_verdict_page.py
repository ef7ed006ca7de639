"""The Warning page takes a verdict, shows who said what, and takes it back; reasons are letters only."""

from datetime import date, timedelta

import builders
import pytest
from reading import HOSTILE, opened, text_of

from signals.errors import VerdictRejected
from signals.model import VERDICTS
from signals.pipeline import verdicts as judging
from signals.triage import verdict_wording

pytestmark = pytest.mark.usefixtures("answers")

KEY = builders.warning().key
READER = "test@example.com"  # whom the page under test takes for signed in


@pytest.fixture
def said(monkeypatch):
    """What the page asks of the package: calls to give and revert; `said.listed` is what stands there already."""

    class Said:
        listed, given, reverted, refusal = [], [], [], None

    def give(_store, warning_key, verdict, **told):
        if Said.refusal:
            raise Said.refusal
        Said.given.append((warning_key, verdict, told))

    monkeypatch.setattr(judging, "listing", lambda _store, _key=None: Said.listed)
    monkeypatch.setattr(judging, "give", give)
    monkeypatch.setattr(
        judging, "revert", lambda _store, verdict_id, *, person: Said.reverted.append((verdict_id, person))
    )
    return Said


def chosen(verdict: str, *, reason: str = "The shelf is being rebuilt"):
    test = opened("warning")
    test.radio(key="verdict-choice").set_value(verdict).run()
    test.text_area(key="verdict-reason").set_value(reason)
    return test


def submitted(test):
    next(button for button in test.button if button.label == "Give this verdict").click().run()
    assert not test.exception
    return test


def test_five_choices_each_say_what_they_do(said):
    radio = opened("warning").radio(key="verdict-choice")
    assert radio.options == [verdict.capitalize() for verdict in VERDICTS]
    assert [caption.lower() for caption in radio.proto.captions] == [
        verdict_wording.EFFECTS[verdict].lower() for verdict in VERDICTS
    ]


def test_a_product_without_a_warning_is_not_judged(said):
    test = opened("warning", product="P-101")
    assert not test.radio and "Your verdict" not in text_of(test)


@pytest.mark.parametrize(
    ("verdict", "days"),
    [
        ("real", {}),
        ("false alarm", {}),
        ("expected", {"last_date": builders.AS_OF + timedelta(days=28)}),
        ("data error", {"first_date": builders.ONSET, "last_date": builders.AS_OF}),
        ("new normal", {"first_date": builders.ONSET}),
    ],
)
def test_a_verdict_is_given_for_the_day_shown_with_the_days_that_matter(said, verdict, days):
    submitted(chosen(verdict))
    told = {"reason": "The shelf is being rebuilt", "person": READER, "as_of": builders.AS_OF}
    assert said.given == [(KEY, verdict, told | days)]


def test_other_days_are_taken_as_told(said):
    test = chosen("expected")
    test.date_input(key="verdict-to-expected").set_value(date(2027, 1, 31))
    submitted(test)
    assert said.given.pop()[2]["last_date"] == date(2027, 1, 31)


def test_the_form_is_empty_after_it_was_taken(said):
    test = submitted(chosen("real"))
    assert test.radio(key="verdict-choice").value is None and not test.text_area


def test_what_is_refused_is_said_in_its_own_words(said):
    said.refusal = VerdictRejected("A verdict needs a reason: those who read it later were not there.")
    test = submitted(chosen("real", reason=" "))
    assert test.warning[0].value.replace("\\", "") == str(said.refusal)


def test_who_said_what_is_listed_and_only_what_is_live_can_be_reverted(said):
    gone = builders.verdict("real", verdict_id=2, reverted_at=builders.verdict().given_at, reverted_by="ben")
    said.listed = [gone, builders.verdict(person="anna")]
    test = opened("warning")
    text = text_of(test)
    assert "Expected, 12 October to 19 December: “The shelf is being rebuilt”." in text
    assert "By anna on 21 November; reverted by ben on 22 November." in text
    assert [button.key for button in test.button if button.label == "Revert"] == ["revert-1"]
    test.button(key="revert-1").click().run()
    assert said.reverted == [(1, READER)] and not test.exception


def test_a_hostile_reason_is_letters(said):
    said.listed = [builders.verdict(reason=HOSTILE, person=HOSTILE)]
    test = opened("warning")
    bodies = [each.proto.body for each in test.get("html")]
    assert any("&lt;script&gt;" in body for body in bodies)
    assert not [body for body in bodies if "<script" in body or "<img src=//" in body]
