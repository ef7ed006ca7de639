"""Bad news without a fall is a warning of its own: watched, under one key, until it is heard no more."""

import json
from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import builders
import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.act import actions as acting
from signals.commands.mornings import _warning as as_json
from signals.ingest import loads
from signals.model import Warning
from signals.pipeline import verdicts as judging
from signals.records import from_json, to_json
from signals.store.engine import Store
from signals.triage import beside_sales, playbook, voiced_wording

AS_OF = builders.AS_OF
FIRST, DAYS = date(2025, 1, 1), 500
SURGE = (date(2025, 12, 10), date(2026, 1, 8))  # a complaint a day about product A, instead of one in six
RINGING, GONE = date(2026, 1, 2), date(2026, 4, 20)


def episode(**changes) -> dict:
    defaults = {
        "onset": pd.Timestamp(builders.ONSET),
        "first_warned": pd.Timestamp(2026, 10, 26),
        "warning_key": None,
        "evidence": 4.2,
        "state": "lasting",
    }
    return defaults | changes


def told(witness, **changes) -> Warning:
    return beside_sales.warning_of(witness, episode(**changes), AS_OF, sales="; sales are as usual")


NUMBERS = {"observed": 21.0, "expected": 10.0, "effect_low": 4.0, "effect_high": 19.0}


def test_a_warning_has_the_episodes_days_and_the_witness_numbers():
    warning = told(builders.witness(**NUMBERS))
    assert warning.key == "complaints:product:P-201:2026-10-12"
    assert (warning.kind, warning.severity, warning.life) == ("feedback_shift", "watch", "lasting")
    assert (warning.first_warned, warning.observed, warning.expected) == (date(2026, 10, 26), 21.0, 10.0)
    assert warning.effect_share == pytest.approx(1.1)
    assert (warning.effect_low, warning.effect_high) == (0.4, 1.9)
    assert isnan(warning.stake) and not warning.is_fall
    assert warning.headline.endswith("(37 complaints since 12 October); sales are as usual.")
    assert "One witness alone is watched" in warning.reason


def test_a_key_that_was_said_goes_on():
    assert told(builders.witness(**NUMBERS), warning_key="complaints:x").key == "complaints:x"


@pytest.mark.parametrize(
    ("changes", "start"),
    [
        ({"metric": "first_choice"}, "first_choice:product:P-201:"),
        ({"metric": "score", "scale": "nps"}, "score/nps:product:P-201:"),
        ({"metric": "theme", "theme": "packaging"}, "theme/packaging:product:P-201:"),
        ({"subject": builders.subject("Billing", kind="touchpoint", product_id=None, category=None,
                                      touchpoint="billing")}, "complaints:touchpoint:billing:"),
    ],
)  # fmt: skip
def test_series_of_one_subject_have_keys_of_their_own(changes, start):
    assert beside_sales.key_of(builders.witness(**changes), builders.ONSET) == f"{start}2026-10-12"


def test_first_choice_has_its_own_kind():
    assert told(builders.witness(metric="first_choice", **NUMBERS)).kind == "preference_shift"


@pytest.mark.parametrize("changes", [{"metric": "score", "scale": "nps"}, {"expected": 0.0}, {"effect_low": None}])
def test_a_share_that_says_nothing_is_missing(changes):
    warning = told(builders.witness(**NUMBERS | changes))
    assert isnan(warning.effect_share) and isnan(warning.effect_low) and isnan(warning.effect_high)


def test_in_json_what_makes_no_sense_is_null_and_all_fields_stand():
    body = json.loads(json.dumps(as_json(told(builders.witness(**NUMBERS | {"expected": 0.0}))), allow_nan=False))
    assert set(as_json(builders.warning())) <= set(body)
    assert [body[name] for name in ("effect_share", "stake", "probability")] == [None] * 3
    assert (body["witness"]["metric"], body["witness"]["n"]) == ("complaints", 37)


def test_what_was_said_is_read_again():
    warning = builders.voiced()
    again = from_json(Warning, to_json(warning))
    assert isnan(again.stake) and replace(again, stake=0.0) == replace(warning, stake=0.0)


def verdict(kind: str, **changes):
    warning = builders.voiced(evidence=5.0)
    return builders.verdict(kind, warning_key=warning.key, warning=warning, is_act=False, **changes)


def placed(row: Warning, given, as_of=AS_OF) -> str:
    peak = {"series_key": row.subject.key, "peak": row.evidence, "peak_date": pd.Timestamp(as_of)}
    found = beside_sales.selected([row], [], [given], pd.DataFrame([peak]), as_of)
    lists = {"warnings": found.warnings, "noted": found.noted, "suppressed": found.suppressed}
    return next(name for name, rows in lists.items() if rows)


@pytest.mark.parametrize(
    ("kind", "days", "list_name"),
    [
        ("real", 0, "warnings"),
        ("expected", 28, "noted"),
        ("expected", 29, "warnings"),
        ("false alarm", 28, "suppressed"),
        ("data error", 84, "suppressed"),
        ("data error", 85, "warnings"),
        ("new normal", 364, "suppressed"),
        ("new normal", 365, "warnings"),
    ],
)
def test_each_verdict_has_its_place_and_time(kind, days, list_name):
    assert placed(builders.voiced(evidence=5.0), verdict(kind), AS_OF + timedelta(days=days)) == list_name


def test_what_was_silenced_speaks_when_it_is_half_as_strong_again():
    assert placed(builders.voiced(evidence=7.6), verdict("new normal")) == "warnings"


def test_the_plays_speak_of_no_fall_and_ask_somebody():
    for cause in (None, *playbook.CAUSES):
        lines = playbook.plays_on_words(cause, subject="Orion")
        assert len(lines) >= 3 and all(line.owner for line in lines)
        assert not [line.what for line in lines if "fall" in line.what or "{" in line.what or "competitor" in line.what]


def test_how_sure_says_the_range_in_the_metrics_unit():
    assert "between +4.0 per 1,000 orders and +19.0 per" in voiced_wording.certainty(builders.witness(**NUMBERS))
    share = builders.witness(metric="first_choice", effect_low=-0.12, effect_high=-0.03)
    assert "between −12 points and −3 points" in voiced_wording.certainty(share)


# A company whose customers complain while they buy as before


def sales() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    day = np.repeat(np.arange(DAYS), 6)
    return pd.DataFrame(
        {
            "order_id": [f"O{number}" for number in range(len(day))],
            "sold_date": [FIRST + timedelta(days=int(number)) for number in day],
            "customer_id": rng.choice([f"C{number}" for number in range(30)], len(day)),
            "product_id": rng.choice(list("ABC"), len(day)),
            "quantity": 2,
            "revenue": 5.0,
        }
    )


def feedback() -> pd.DataFrame:
    days = [FIRST + timedelta(days=each) for each in range(DAYS)]
    said = [day for at, day in enumerate(days) if at % 6 == 0 or SURGE[0] <= day <= SURGE[1]]
    return pd.DataFrame(
        {
            "feedback_id": [f"F{number}" for number in range(len(said))],
            "given_date": said,
            "customer_id": [f"C{number}" for number in range(len(said))],
            "product_id": "A",
            "source": "complaint",
            "verbatim": ["The cap is loose again" if SURGE[0] <= day <= SURGE[1] else "Not happy" for day in said],
        }
    )


@pytest.fixture(scope="module")
def company(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("words")
    store = Store(f"duckdb:///{folder / 'signals.duckdb'}", lock_wait_seconds=5)
    for name, table in (("sales", sales()), ("feedback", feedback())):
        table.to_csv(folder / f"{name}.csv", index=False)
        assert loads.load(store, folder / f"{name}.csv", person="test").outcome == "load", name
    return store


@pytest.fixture(scope="module")
def ringing(company) -> Warning:
    (warning,) = pipeline.morning(company, RINGING).beside_sales
    return warning


def test_it_is_told_once_and_is_no_warning_of_the_sales(company, ringing):
    morning = pipeline.morning(company, RINGING)
    assert (morning.warnings, morning.failures) == ((), ())
    assert ringing.subject.product_id == "A" and ringing.severity == "watch"
    assert SURGE[0] - timedelta(days=21) <= ringing.onset <= SURGE[0] + timedelta(days=14)
    assert SURGE[0] < ringing.first_warned <= RINGING


def test_key_and_first_day_stay_whatever_day_is_asked_first(company, ringing):
    for day in (RINGING + timedelta(days=9), RINGING - timedelta(days=3), RINGING + timedelta(days=20)):
        (warning,) = pipeline.morning(company, day).beside_sales
        assert (warning.key, warning.first_warned) == (ringing.key, ringing.first_warned), day


def test_it_clears_by_itself_and_is_listed_so(company, ringing):
    shown, closed = [], []
    for back in range(60, -1, -12):
        morning = pipeline.morning(company, GONE - timedelta(days=back))
        shown += [each.key for each in morning.beside_sales]
        closed += [each for each in morning.closed if each.warning.key == ringing.key]
    assert set(shown) <= {ringing.key} and not pipeline.morning(company, GONE).beside_sales
    assert closed and "not heard" in closed[0].how


def test_its_page_reads_from_the_weeks_to_the_words(company, ringing):
    evidence = pipeline.evidence(company, ringing.key, RINGING)
    told = evidence.voiced
    assert (told.unit, len(told.weeks), told.is_count) == ("Complaints a week", 52, True)
    assert 0.8 < told.before < 1.6 and told.weeks["value"].iloc[-1] == 7
    assert {quote.verbatim for quote in told.quotes} == {"The cap is loose again", "Not happy"}
    assert told.quotes[0].given_date == RINGING
    assert told.speakers["voices_count"].sum() == len(told.quotes) > 15
    assert evidence.sentences["voiced"].startswith("Complaints a week: 7 and 7 in the last two; 1.")
    assert evidence.drivers == evidence.bridges == evidence.causes == ()
    assert "cap" in " ".join(evidence.words["phrase"])


def test_it_is_assigned_and_answered_like_any_other(company, ringing):
    acting.assign(company, "Answer them", owner="Kim", person="anna", warning_key=ringing.key)
    given = judging.give(company, ringing.key, "false alarm", reason="A survey", person="anna", as_of=RINGING)
    silent = pipeline.morning(company, RINGING)
    assert silent.beside_sales == () and silent.judged_count == 0
    assert [each.key for each in silent.suppressed if each.witness] == [ringing.key]
    assert [each.warning.key for each in silent.closed] == [ringing.key]
    judging.revert(company, given.verdict_id, person="anna")
    (again,) = pipeline.morning(company, RINGING).beside_sales
    assert again.key == ringing.key


def test_a_new_normal_of_words_leaves_the_sales_alone(company, ringing):
    before = pipeline.products(company, RINGING)[["product_id", "state", "expected_28_days"]]
    given = judging.give(company, ringing.key, "new normal", reason="A form", person="anna", as_of=RINGING)
    after = pipeline.products(company, RINGING)[["product_id", "state", "expected_28_days"]]
    judging.revert(company, given.verdict_id, person="anna")
    pd.testing.assert_frame_equal(before, after)
