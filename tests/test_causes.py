"""What fits a fall in time and place is named first; what does not fit is not named."""

from datetime import date, timedelta

import builders
import pytest

from signals.model import Bridge, Driver, PriceStep, Witness
from signals.triage import playbook
from signals.triage.causes import likely_causes, sentence

ONSET = builders.ONSET
NORTH = Driver("region", "North-East", 10.0, 30.0, 0.8, 0.6, 1.0)


def step(**changes) -> PriceStep:
    told = {"competitor": "Borealis", "competitor_product": "Reliva", "region": "North-East",
            "step_date": ONSET - timedelta(days=5), "price_before": 8.3, "price_after": 6.2, "own_price": 7.2,
            "gap_share": 0.17}  # fmt: skip
    return PriceStep(**told | changes)


def witness(cause: str = playbook.QUALITY, **changes) -> Witness:
    told = {"metric": "theme", "subject": builders.subject(), "state": "act", "is_bad": True, "since": ONSET,
            "strength": 5.0, "sentence": "hard to open is said 4 times as often (n = 60)", "n": 60}  # fmt: skip
    return Witness(**told | changes, cause=cause)


def causes(**evidence):
    told = {"witnesses": (), "price_steps": (), "bridges": (), "drivers": (NORTH,), "events": ()} | evidence
    warning = told.pop("warning", builders.warning())
    return likely_causes(warning, currency="EUR", as_of=builders.AS_OF, **told)


def kinds(**evidence) -> list[str]:
    return [cause.kind for cause in causes(**evidence)]


def test_a_rivals_lower_price_where_it_falls_comes_first():
    assert kinds(price_steps=(step(),), witnesses=(witness(),)) == [playbook.COMPETITOR, playbook.QUALITY]


def test_strong_words_come_before_a_rivals_price_elsewhere():
    elsewhere = step(region="West")
    assert kinds(price_steps=(elsewhere,), witnesses=(witness(),)) == [playbook.QUALITY, playbook.COMPETITOR]


@pytest.mark.parametrize(
    "changes",
    [
        {"step_date": ONSET - timedelta(days=80)},
        {"step_date": ONSET + timedelta(days=40)},
        {"price_after": 8.2},
        {"price_after": 9.9},
    ],
    ids=["long before", "long after", "hardly lower", "dearer"],
)
def test_a_price_that_does_not_fit_is_not_named(changes):
    assert kinds(price_steps=(step(**changes),)) == []


def test_words_of_another_time_or_without_a_cause_are_not_named():
    assert kinds(witnesses=(witness(since=date(2026, 3, 1)), witness(cause=None))) == []


def test_of_one_kind_the_strongest_is_told():
    told = causes(witnesses=(witness(strength=3.5, sentence="weak"), witness(strength=6.0, sentence="strong")))
    assert [cause.sentence for cause in told] == ["strong"]


def test_a_stock_out_and_a_change_of_what_is_bought_fit():
    mix = Bridge("price_volume_mix", 100.0, (("Mix", -20.0),), 80.0, "note")
    events = (("stock-out", ONSET, ONSET, "bottles late"), ("holiday", ONSET, ONSET, None))
    assert kinds(bridges=(mix,), events=events) == [playbook.STOCK, playbook.MIX]


def test_a_rise_has_no_causes():
    assert kinds(warning=builders.warning(effect_share=0.1), price_steps=(step(),)) == []


def test_the_sentence_never_says_why():
    told = sentence(causes(price_steps=(step(),)), [])
    assert told == (
        "What fits in time: Borealis lowered Reliva in the North-East from €8.30 to €6.20 on 7 October; "
        "ours is 17 % dearer now."
    )
    assert "because" not in told and "caused" not in told


def test_nothing_that_fits_is_said_with_what_was_looked_at():
    assert sentence((), ["competitors' prices", "what customers say"]).startswith(
        "Nothing fits in time among competitors' prices and what customers say"
    )
    assert "no feedback" in sentence((), [])


@pytest.mark.parametrize("cause", playbook.CAUSES)
def test_every_cause_has_something_to_do_for_somebody(cause):
    plays = playbook.plays(cause, subject="Trident", rival=None, place=None)
    assert len(plays) >= 2
    for play in plays:
        assert play.owner and "{" not in play.what
