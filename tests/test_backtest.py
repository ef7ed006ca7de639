"""The replayed past says what its mornings would have said, keeps score by the promise, and is kept."""

import importlib
import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import builders
import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.__main__ import main
from signals.commands.backtest import as_json
from signals.detectors import downturn, past
from signals.errors import SignalsError, TooLittleHistory
from signals.ingest import loads
from signals.pipeline import replay, verdicts
from signals.pipeline.facts import facts_at
from signals.pipeline.mornings import computed
from signals.records import from_json, to_json
from signals.stats.rates import wilson
from signals.stats.simulate import simulated_sales, thinned
from signals.store.engine import Store
from signals.triage import promise, track_wording

FIRST = date(2025, 1, 1)
DAYS = 330
ONSET = FIRST + timedelta(days=240)
PASSING = FIRST + timedelta(days=200)
PASSING_DAYS = 20
FALLEN, PASSED = "p07", "p03"
LAST = FIRST + timedelta(days=DAYS - 1)
SHORT_DAYS = 270  # the lasting fall is shown by then
MODULE = importlib.import_module("signals.pipeline.backtest")  # the package calls its function by the same name
REPLAYED = [FIRST + timedelta(days=number) for number in (150, 205, 215, 224, 245, 250, 256, 268, 300, 329)]
COMPUTED_AT = datetime(2026, 1, 1)


def made(days: int = DAYS) -> pd.DataFrame:
    """Twelve products; one loses 60 % for good, one loses 80 % for twenty days."""
    rng = np.random.default_rng(11)
    rates = np.full(12, 9.0)
    sales = simulated_sales(
        rng, first_date=FIRST.isoformat(), days=days, lines_per_day=rates, season=0.0, overdispersion=0.1, regions=3
    )
    lasting = (sales["product_id"] == FALLEN) & (sales["sold_date"] >= pd.Timestamp(ONSET))
    ends = pd.Timestamp(PASSING + timedelta(days=PASSING_DAYS))
    passing = (sales["product_id"] == PASSED) & sales["sold_date"].between(pd.Timestamp(PASSING), ends)
    sales = thinned(sales, rng, share=0.6, chosen=lasting)
    return thinned(sales, rng, share=0.8, chosen=passing.loc[sales.index])


def loaded(store: Store, sales: pd.DataFrame, folder, name: str = "sales.csv") -> Store:
    path = folder / name
    sales.to_csv(path, index=False, date_format="%Y-%m-%d")
    report = loads.load(store, path, person="test")
    assert report.outcome == "load", report.question
    return store


@pytest.fixture(scope="module")
def company_store(tmp_path_factory) -> Store:
    folder = tmp_path_factory.mktemp("replayed")
    return loaded(Store(f"duckdb:///{folder / 'replayed.duckdb'}"), made(), folder)


@pytest.fixture(autouse=True)
def few_rounds(monkeypatch):
    monkeypatch.setattr(MODULE, "MOST_ROUNDS", 6)


def facts_of(store: Store, day: date | None = None):
    with store.reading() as connection:
        return facts_at(connection, day)


@pytest.fixture(scope="module")
def history(company_store):
    return replay.history_of(facts_of(company_store))


@pytest.fixture(scope="module")
def shown(history):
    return replay.act_warnings(history, history.first_date, LAST)


def told(warnings) -> dict[str, tuple]:
    """What does not depend on the order of sums."""
    return {
        each.key: (each.severity, each.onset, each.first_warned, round(each.stake, 4), round(each.effect_share, 9))
        for each in warnings
        if each.severity == "act"
    }


# The replay


@pytest.mark.parametrize("day", REPLAYED, ids=str)
def test_a_replayed_day_says_what_its_morning_said(company_store, history, day):
    morning = computed(facts_of(company_store, day), computed_at=COMPUTED_AT).morning
    assert told(replay.acts_on(history, day)) == told(morning.warnings)


@pytest.mark.parametrize("day", REPLAYED[2:5], ids=str)
def test_a_replayed_finding_is_the_one_of_its_day(company_store, history, day):
    now = {each.subject.key: each for each in downturn.findings(facts_of(company_store, day).lines, day)}
    keys = history.past.places.keys() & now.keys()
    replayed = past.findings_on(history.past, history.column(day), keys)
    assert len({each.state for each in replayed}) > 1
    for each in replayed:
        known = now[each.subject.key]
        assert (each.state, each.onset) == (known.state, known.onset)
        assert [each.evidence, each.stake] == pytest.approx([known.evidence, known.stake], rel=1e-6, nan_ok=True)


def test_these_days_have_something_to_say(history):
    """Else the comparison above compares nothing."""
    spoken_of = [{each.subject.product_id for each in replay.acts_on(history, day)} for day in REPLAYED]
    assert {FALLEN} in spoken_of and {PASSED} in spoken_of and set() in spoken_of


@pytest.mark.parametrize("known_until", [ONSET + timedelta(days=16), LAST - timedelta(days=20)], ids=str)
def test_later_days_change_no_earlier_answer(company_store, history, known_until):
    then = replay.history_of(facts_of(company_store, known_until))
    for day in (known_until - timedelta(days=age) for age in (0, 1, 5, 40)):
        assert told(replay.acts_on(then, day)) == told(replay.acts_on(history, day))
    assert then.first_date == history.first_date


def test_a_warning_is_listed_once_with_the_first_day_on_which_it_was_shown(history, shown):
    subjects = [warning.subject.product_id for _, warning in shown if warning.subject.kind == "product"]
    assert subjects.count(PASSED) == subjects.count(FALLEN) == 1
    for day, warning in shown:
        assert warning.key in {each.key for each in replay.acts_on(history, day)}
        assert warning.key not in {each.key for each in replay.acts_on(history, day - timedelta(days=1))}


def test_the_replay_begins_on_the_first_judged_day(company_store, history):
    states = {finding.state for finding in computed(facts_of(company_store, history.first_date),
              computed_at=COMPUTED_AT).findings}  # fmt: skip
    before = history.first_date - timedelta(days=1)
    states_before = {each.state for each in computed(facts_of(company_store, before), computed_at=COMPUTED_AT).findings}
    assert states & {"stable", "watch", "act"}
    assert not states_before & {"stable", "watch", "act"}


# What became of it


def outcome_on(history, shown, product_id):
    return next(
        replay.outcome_of(history, day, warning) for day, warning in shown if warning.subject.product_id == product_id
    )


def test_a_fall_that_lasts_is_confirmed_and_one_that_passes_is_not(history, shown):
    lasting = outcome_on(history, shown, FALLEN)
    assert lasting.outcome == promise.CONFIRMED and lasting.after_share == pytest.approx(-0.6, abs=0.1)
    warning = next(warning for _, warning in shown if warning.subject.product_id == PASSED)
    passing = replay.outcome_of(history, PASSING + timedelta(days=PASSING_DAYS), warning)
    assert passing.outcome == promise.NOT_CONFIRMED and passing.after_share > -promise.LEAST_SHARE


def test_the_lead_is_counted_to_the_quarters_end_and_the_quarter_is_told_once_it_is_over(history, shown):
    passing, lasting = (outcome_on(history, shown, product_id) for product_id in (PASSED, FALLEN))
    assert passing.quarter == "2025-Q3"
    assert passing.lead_days_to_quarter_end == (date(2025, 9, 30) - passing.first_warned).days
    sales = made()
    own = (sales["product_id"] == PASSED) & sales["sold_date"].between("2025-07-01", "2025-09-30")
    assert passing.quarter_actual == pytest.approx(sales.loc[own, "revenue"].sum())
    assert passing.quarter_expected > passing.quarter_actual
    assert passing.quarter_last_year is None
    quarter = next(each for each in (lasting,) if each.quarter == "2025-Q3")
    assert quarter.quarter_expected == pytest.approx(1.2 * quarter.quarter_actual, rel=0.2)


def test_an_outcome_is_open_until_its_days_are_over(company_store, history, shown):
    day, warning = next((day, warning) for day, warning in shown if warning.subject.product_id == FALLEN)
    last = day + timedelta(days=promise.PROVING_DAYS)
    early, decided, before_the_quarters_end = (
        replay.outcome_of(replay.history_of(facts_of(company_store, known)), day, warning)
        for known in (last - timedelta(days=1), last, date(2025, 9, 29))
    )
    assert (early.outcome, early.after_share) == (promise.OPEN, None)
    assert decided.outcome == promise.CONFIRMED
    assert before_the_quarters_end.quarter_actual is None and before_the_quarters_end.quarter_expected is None


def test_a_lasting_fall_does_not_lower_what_was_to_be_expected():
    days, onset = 400, 200
    actual = np.where(np.arange(days) < onset, 10.0, 4.0)
    base = np.array([actual[max(day - 139, 0) : max(day - 27, 0)].sum() for day in range(days)])
    expected = base / 112
    assert expected[-1] == pytest.approx(4.0)
    usual = past.without_fall(actual, expected, base, onset=onset, last=days - 1)
    assert usual[onset:] == pytest.approx(10.0)
    assert usual[:onset] == pytest.approx(expected[:onset])


@pytest.mark.parametrize(("after", "outcome"), [(-0.2, "confirmed"), (-0.05, "confirmed"), (-0.049, "not confirmed"),
                                                (0.3, "not confirmed"), (None, "open")])  # fmt: skip
def test_a_warning_is_false_where_its_subject_was_no_longer_five_per_cent_below(after, outcome):
    assert promise.outcome(after) == outcome


def test_a_persons_verdict_of_noise_overrules_the_sales_and_other_verdicts_do_not():
    warnings = tuple(builders.replayed_warning(key=key) for key in "abcd")
    verdicts = {"a": "false alarm", "b": "data error", "c": "real", "d": "expected"}
    assert [each.outcome for each in promise.judged(warnings, verdicts)] == [
        "not confirmed", "not confirmed", "confirmed", "confirmed"
    ]  # fmt: skip


def test_the_realised_share_is_of_the_decided_ones_with_wilsons_interval():
    outcomes = ["confirmed"] * 7 + ["not confirmed"] + ["open"] * 2
    rate = promise.rates([builders.replayed_warning(outcome=each) for each in outcomes], series_quarters=500.0)
    assert (rate.act, rate.decided, rate.false, rate.false_share) == (10, 8, 1, 0.125)
    assert (rate.low, rate.high) == (wilson(1, 8).low, wilson(1, 8).high)
    assert rate.alarms_per_100_series_quarters == 2.0
    nothing = promise.rates([], series_quarters=0.0)
    assert (nothing.decided, nothing.false_share, nothing.alarms_per_100_series_quarters) == (0, None, None)


# What is kept and told


def test_a_second_replay_of_the_same_data_answers_from_what_was_kept(store, tmp_path, monkeypatch):
    loaded(store, made(SHORT_DAYS), tmp_path)
    first = pipeline.backtest(store)
    monkeypatch.setattr(replay, "history_of", lambda facts: pytest.fail("replayed again"))
    assert pipeline.backtest(store) == first
    assert pipeline.latest_backtest(store) == (first, True)
    with pytest.raises(pytest.fail.Exception):
        pipeline.backtest(store, ONSET)


def test_a_load_makes_it_old_and_the_next_replay_takes_its_place(store, tmp_path):
    sales = made(SHORT_DAYS)
    last = FIRST + timedelta(days=SHORT_DAYS - 1)
    is_early = sales["sold_date"] < pd.Timestamp(last - timedelta(days=10))
    loaded(store, sales[is_early], tmp_path)
    first = pipeline.backtest(store)
    loaded(store, sales[~is_early], tmp_path, "later.csv")
    assert pipeline.latest_backtest(store) == (first, False)
    second = pipeline.backtest(store)
    assert second.last_date == last > first.last_date
    assert pipeline.latest_backtest(store) == (second, True)
    with store.reading() as connection:
        assert connection.scalar("SELECT count(*) FROM backtests") == 1


def test_after_a_replay_the_warnings_say_how_sure_they_are(store, tmp_path):
    loaded(store, made(SHORT_DAYS), tmp_path)
    assert all(each.probability is None for each in pipeline.morning(store).warnings)
    pipeline.backtest(store)
    warning = pipeline.morning(store).warnings[0]
    assert 0 < warning.probability <= 0.95
    assert " of 100 cases" in pipeline.evidence(store, warning.key).sentences["certainty"]
    before = pipeline.morning(store, FIRST + timedelta(days=SHORT_DAYS - 4))
    assert all(each.probability is None for each in before.warnings), "a rehearsal must not know later days"


def test_a_verdict_counts_at_once(company_store, tmp_path):
    store = loaded(Store(f"duckdb:///{tmp_path / 'verdict.duckdb'}"), made(SHORT_DAYS), tmp_path)
    replayed = pipeline.backtest(store)
    key = pipeline.morning(store).warnings[0].key
    assert key in {each.key for each in replayed.warnings}
    assert promise.rates(replayed.warnings, 1.0).false == 0
    verdicts.give(store, key, "false alarm", reason="A stock-take.", person="test")
    again, is_current = pipeline.latest_backtest(store)
    said = next(each for each in again.warnings if each.key == key)
    assert (said.outcome, said.verdict) == ("not confirmed", "false alarm")
    assert promise.rates(again.warnings, 1.0).false == 1
    assert not is_current


def test_a_range_is_replayed_from_its_first_to_its_last_day(company_store):
    first, last = ONSET, LAST - timedelta(days=9)
    replayed = pipeline.backtest(company_store, first, last)
    assert (replayed.first_date, replayed.last_date) == (first, last)
    assert FALLEN in {each.subject.product_id for each in replayed.warnings}
    assert all(first <= each.first_warned <= last for each in replayed.warnings)
    with pytest.raises(SignalsError):
        pipeline.backtest(company_store, LAST, LAST - timedelta(days=9))


def test_too_little_history_is_said(duckdb_store, tmp_path):
    with pytest.raises(TooLittleHistory):
        pipeline.backtest(duckdb_store)
    loaded(duckdb_store, made(days=60), tmp_path)
    with pytest.raises(TooLittleHistory):
        pipeline.backtest(duckdb_store)


def test_the_progress_names_the_days(company_store, tmp_path):
    sentences = []
    store = loaded(Store(f"duckdb:///{tmp_path / 'told.duckdb'}"), made(SHORT_DAYS), tmp_path)
    pipeline.backtest(store, progress=sentences.append)
    assert any(each.startswith("Replayed to ") and "2025" in each for each in sentences)
    assert any(each.startswith("Rehearsed ") for each in sentences)


def test_a_backtest_comes_back_from_its_json_as_it_was():
    assert from_json(type(builders.backtest()), to_json(builders.backtest())) == builders.backtest()


def test_the_command_answers_with_the_keys_of_the_design(company_store, capsys, monkeypatch):
    monkeypatch.setenv("SIGNALS_DATABASE_URL", company_store.url)
    assert main(["backtest", "--from", ONSET.isoformat(), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {"from", "to", "seconds", "promise", "warnings", "rates", "detection", "calibration", "calibration_error",
            "nowcast"} <= answer.keys()  # fmt: skip
    assert {"key", "subject", "headline", "first_warned", "onset", "effect_share", "stake",
            "lead_days_to_quarter_end", "quarter", "quarter_actual", "quarter_expected",
            "outcome"} <= answer["warnings"][0].keys()  # fmt: skip
    assert {"act", "decided", "false", "false_share", "low", "high",
            "alarms_per_100_series_quarters"} == answer["rates"].keys()  # fmt: skip
    assert {"class", "drop", "kind", "n", "found_14", "found_28", "found_56",
            "median_days"} == answer["detection"][0].keys()  # fmt: skip
    assert {"from", "to", "predicted", "observed", "n"} == answer["calibration"][0].keys()
    assert {"day_in_quarter", "error", "n", "coverage80", "coverage95", "run_rate_error", "last_year_error",
            "ranges"} == answer["nowcast"][0].keys()  # fmt: skip
    assert {"quarter", "said_date", "estimate", "low80", "became", "is_replayed"} <= answer["quarters"][0].keys()
    assert isinstance(answer["products_nowcast"], list)
    assert main(["backtest", "--from", ONSET.isoformat()]) == 0
    assert "we would have warned" in capsys.readouterr().out


# How it is said


def rate_of(backtest):
    return promise.rates(backtest.warnings, backtest.series_quarters)


def test_the_record_is_one_sentence():
    backtest = builders.backtest()
    assert track_wording.lead(backtest, rate_of(backtest)) == (
        "Since 12 May 2025 we would have warned 3 times, 41 days before the quarter closed (median); "
        "1 of 2 decided was false; we promise at most 1 in 10."
    )
    nothing = replace(backtest, warnings=())
    assert track_wording.lead(nothing, rate_of(nothing)) == "Since 12 May 2025 we would have warned of nothing."


def test_what_can_be_seen_is_said_by_volume():
    rows = builders.backtest().detection
    assert track_wording.seen("3 to 10", rows) == (
        "Of products with 3 to 10 orders a day we find a halving in 12 days (median), in 9 of 10 cases and falls by "
        "30 % in 4 of 10 cases, each within 8 weeks."
    )
    blind = [replace(row, found_56=found, median_days=None) for row, found in zip(rows, (0.0, 0.02), strict=True)]
    assert track_wording.seen("3 to 10", blind).endswith(
        "we find a halving in hardly any case and falls by 30 % in no case, each within 8 weeks."
    )
    few = [replace(row, n=3) for row in rows]
    assert "too few to say" in track_wording.seen("3 to 10", few)


def test_no_name_of_a_number_is_lost_on_the_way_to_json():
    backtest = builders.backtest()
    assert as_json(backtest, rate_of(backtest))["rates"]["false_share"] == 0.5
