"""A person's verdict changes what is computed, from its day on, and taking it back returns every number."""

import getpass
import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from datetime import date, timedelta

import databases
import numpy as np
import pandas as pd
import pytest

from signals import pipeline
from signals.__main__ import main
from signals.errors import SignalsError, UnknownSubject, UnknownVerdict, VerdictRejected
from signals.ingest import loads
from signals.model import Morning, Verdict
from signals.pipeline import verdicts
from signals.pipeline.facts import facts_at
from signals.pipeline.rulings import rulings_of
from signals.records import plain
from signals.store.engine import Store
from signals.triage.episodes import QUIET_DAYS

FIRST = date(2026, 1, 1)
DAYS = 168
FALL = FIRST + timedelta(days=146)
TODAY = FIRST + timedelta(days=DAYS - 1)
PRODUCTS = [f"P{number}" for number in range(8)]
REGIONS = ("North", "South")
ORDERS_A_DAY = 5  # of a product in a region
LEFT = 0.45  # of P0's orders since the fall
GONE = "P1"  # withdrawn on the day of its own fall
VERDICT_KEYS = {"verdict_id", "warning_key", "verdict", "reason", "as_of", "first_date", "last_date", "is_act",
                "person", "given_at", "reverted_at", "reverted_by", "subject", "headline"}  # fmt: skip
HOSTILE = "<script>alert(1)</script> [l](https://evil.example)"


def sales() -> str:
    """Eight products in two regions; P0 falls in both, P1 is sold off."""
    rng = np.random.default_rng(11)
    lines = ["order_id,sold_date,product_id,region,quantity,revenue"]
    for offset in range(DAYS):
        day = FIRST + timedelta(days=offset)
        for product in PRODUCTS:
            rate = LEFT if product in ("P0", GONE) and day >= FALL else 1.0
            for region in REGIONS:
                for number in range(rng.poisson(ORDERS_A_DAY * rate)):
                    money = rng.integers(800, 3200) / 100
                    lines.append(f"{day}-{product}-{region}-{number},{day},{product},{region},1,{money}")
    return "\n".join(lines)


def catalogue() -> str:
    return f"product_id,product_name,discontinued_date\nP0,Trident,\n{GONE},Burnova,{FALL + timedelta(days=2)}\n"


@pytest.fixture(scope="module", params=["duckdb", pytest.param("postgres", marks=pytest.mark.postgres)])
def store(request, tmp_path_factory) -> Store:
    """The company on its last day; each test takes back what it gave."""
    folder = tmp_path_factory.mktemp("verdicts")
    url = f"duckdb:///{folder / 'signals.duckdb'}"
    if request.param == "postgres":
        url = request.getfixturevalue("postgres_url")
        databases.emptied(url)
    made = Store(url, lock_wait_seconds=5)
    for name, text in {"sales.csv": sales(), "products.csv": catalogue()}.items():
        (folder / name).write_text(text)
        assert loads.load(made, folder / name, person="test").outcome == "load"
    return made


@pytest.fixture(scope="module")
def untouched(store) -> Morning:
    """The morning before anybody has said anything."""
    return pipeline.morning(store, TODAY)


@pytest.fixture
def given(store, untouched):
    """Gives verdicts on the day's only warning, and reverts them when the test is over."""
    warning = only_warning(untouched)
    ids = []

    def give(verdict: str, **told):
        made = verdicts.give(store, warning.key, verdict, **{"reason": "The reps say so", "person": "anna"} | told)
        ids.append(made.verdict_id)
        return made

    yield give
    live = {each.verdict_id for each in verdicts.listing(store) if each.is_live}
    for verdict_id in live & set(ids):
        verdicts.revert(store, verdict_id, person="test")


def only_warning(morning: Morning):
    assert [row.subject.product_id for row in morning.warnings] == ["P0"]
    return morning.warnings[0]


def numbers(morning: Morning) -> object:
    """All that a morning says, but when it was computed."""
    return plain(replace(morning, computed_at=None, data_version=0))


def keys(rows) -> list[str]:
    return [row.key for row in rows]


def row_of(verdict: Verdict, rows):
    return next(row for row in rows if row.key == verdict.warning_key)


def how_closed(verdict: Verdict, morning: Morning) -> str:
    closed = next(each for each in morning.closed if each.warning.key == verdict.warning_key)
    assert closed.closed_date == TODAY and closed.warning.headline == verdict.warning.headline
    return closed.how


def said_day(day: date) -> str:
    return f"{day.day} {day:%B}"


def audit(store) -> list[tuple]:
    with store.reading() as connection:
        rows = connection.execute(
            "SELECT person, verb, subject, detail FROM audit_log WHERE verb IN ('verdict', 'revert')"
        )
        return [tuple(row) for row in rows]


def rulings(store, day: date = TODAY):
    with store.reading() as connection:
        facts = facts_at(connection, day)
    return rulings_of(facts.verdicts, facts.events, facts.lines, day)


# What each does, and that taking it back returns every number


def test_a_real_warning_stays_and_says_who_confirmed_it(store, given, untouched):
    made = given("real")
    morning = pipeline.morning(store, TODAY)
    row = only_warning(morning)
    assert row.severity == "act"
    assert row.reason.endswith(f"Confirmed by anna on {said_day(TODAY)}: “The reps say so”.")
    assert (morning.judged_count, morning.noise_count, morning.closed) == (1, 0, ())
    verdicts.revert(store, made.verdict_id, person="ben")
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


def test_what_is_expected_is_noted_with_the_reason(store, given, untouched):
    made = given("expected")
    morning = pipeline.morning(store, TODAY)
    assert (made.first_date, made.last_date) == (made.warning.onset, TODAY + timedelta(days=28))
    assert morning.warnings == () and row_of(made, morning.noted).severity == "noted"
    until = said_day(TODAY + timedelta(days=28))
    said = f"Expected until {until}: “The reps say so” (anna, {said_day(TODAY)})."
    assert row_of(made, morning.noted).reason == said
    assert how_closed(made, morning) == f"Expected until {until}; “The reps say so” (anna, {said_day(TODAY)})."
    assert (morning.judged_count, morning.noise_count) == (1, 0)
    verdicts.revert(store, made.verdict_id, person="ben")
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


def test_a_false_alarm_is_suppressed_and_counted_as_noise(store, given, untouched):
    made = given("false alarm")
    morning = pipeline.morning(store, TODAY)
    assert morning.warnings == () and made.last_date == TODAY + timedelta(days=QUIET_DAYS)
    assert row_of(made, morning.suppressed).reason.startswith("A false alarm: “The reps say so” (anna,")
    assert how_closed(made, morning).startswith("A false alarm; “The reps say so”")
    assert (morning.judged_count, morning.noise_count) == (1, 1)
    verdicts.revert(store, made.verdict_id, person="ben")
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


def test_days_of_a_data_error_count_for_nothing(store, given, untouched):
    made = given("data error")
    (ruling,) = rulings(store)
    assert (ruling.kind, ruling.subject.key) == ("void", "product:P0")
    assert (ruling.first_date, ruling.last_date) == (made.warning.onset, TODAY)
    morning = pipeline.morning(store, TODAY)
    assert not {"P0"} & {row.subject.product_id for row in (*morning.warnings, *morning.noted)}
    assert how_closed(made, morning).startswith("A data error, ")
    assert (morning.judged_count, morning.noise_count) == (1, 1)
    verdicts.revert(store, made.verdict_id, person="ben")
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


def test_a_new_normal_is_learnt_from_the_days_up_to_the_verdict(store, given, untouched):
    made = given("new normal")
    (ruling,) = rulings(store)
    assert (ruling.kind, ruling.subject.key) == ("new normal", "product:P0")
    assert (ruling.first_date, ruling.last_date) == (made.warning.onset, TODAY)
    morning = pipeline.morning(store, TODAY)
    assert not {"P0"} & {row.subject.product_id for row in (*morning.warnings, *morning.noted)}
    assert how_closed(made, morning).startswith("The new normal: what is expected was learnt anew")
    assert (morning.judged_count, morning.noise_count) == (1, 0)
    verdicts.revert(store, made.verdict_id, person="ben")
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


# From which day, until when


def test_what_is_expected_speaks_again_after_its_last_day(store, given):
    made = given("expected", as_of=TODAY - timedelta(days=2), last_date=TODAY - timedelta(days=1))
    kept = [pipeline.morning(store, TODAY - timedelta(days=days)) for days in (2, 1, 0)]
    assert [made.warning_key in keys(morning.noted) for morning in kept] == [True, True, False]
    assert [made.warning_key in keys(morning.warnings) for morning in kept] == [False, False, True]
    assert kept[-1].closed == ()


def test_a_verdict_takes_no_part_in_the_days_before_it(store, given):
    before = numbers(pipeline.morning(store, TODAY - timedelta(days=1)))
    given("false alarm")
    assert numbers(pipeline.morning(store, TODAY - timedelta(days=1))) == before


def test_of_two_verdicts_the_later_holds_and_when_it_goes_the_earlier_again(store, given):
    given("false alarm")
    real = given("real")
    assert only_warning(pipeline.morning(store, TODAY)).severity == "act"
    assert pipeline.morning(store, TODAY).noise_count == 0
    verdicts.revert(store, real.verdict_id, person="ben")
    assert pipeline.morning(store, TODAY).warnings == ()


def test_it_is_known_who_gave_it_when_and_who_took_it_back(store, given):
    count = len(audit(store))
    made = given("false alarm", reason="  Stock \n moved ")
    verdicts.revert(store, made.verdict_id, person="ben")
    assert audit(store)[count:] == [
        ("anna", "verdict", made.warning_key, "false alarm: Stock moved"),
        ("ben", "revert", made.warning_key, f"verdict {made.verdict_id}: false alarm"),
    ]
    listed = verdicts.listing(store, made.warning_key)[0]
    assert (listed.verdict_id, listed.person, listed.reason) == (made.verdict_id, "anna", "Stock moved")
    assert listed.reverted_by == "ben" and not listed.is_live
    assert verdicts.listing(store)[0] == listed and verdicts.listing(store, "sales:product:other:2026-01-01") == []


def test_a_hostile_reason_is_kept_as_it_was_written(store, given):
    made = given("expected", reason=HOSTILE)
    assert verdicts.listing(store)[0].reason == HOSTILE
    assert HOSTILE in row_of(made, pipeline.morning(store, TODAY).noted).reason


def test_what_was_said_stays_said_once_a_later_day_has_been_said(store, given, untouched):
    yesterday = TODAY - timedelta(days=1)
    for day in (yesterday, TODAY):
        pipeline.morning(store, day)
    before = pipeline.said(store, yesterday), pipeline.said(store, TODAY)
    made = given("false alarm", as_of=yesterday)
    assert pipeline.morning(store, yesterday).warnings == pipeline.morning(store, TODAY).warnings == ()
    assert pipeline.said(store, yesterday) == before[0] and made.warning_key in keys(before[0])
    assert made.warning_key not in keys(pipeline.said(store, TODAY))  # the last day may still be said otherwise
    verdicts.revert(store, made.verdict_id, person="ben")
    pipeline.morning(store, TODAY)
    assert (pipeline.said(store, yesterday), pipeline.said(store, TODAY)) == before


def test_a_warning_that_a_verdict_ended_can_still_be_opened(store, given):
    made = given("data error")
    assert pipeline.evidence(store, made.warning_key, TODAY).warning.key == made.warning_key


# What is refused


@pytest.mark.parametrize(
    ("told", "error", "says"),
    [
        ({"warning_key": "sales:product:none:2026-01-01"}, UnknownSubject, "no warning sales:product:none"),
        ({"verdict": "fine"}, VerdictRejected, "say one of: real, expected, data error, false alarm, new normal"),
        ({"reason": " \n"}, VerdictRejected, "needs a reason"),
        ({"reason": "x" * 1001}, VerdictRejected, "at most 1,000 letters"),
        ({"last_date": FIRST}, VerdictRejected, "lies before the first"),
        ({"as_of": FALL - timedelta(days=3)}, VerdictRejected, "there was no such warning yet"),
    ],
)
def test_what_cannot_be_said_is_refused_and_changes_nothing(store, untouched, told, error, says):
    usual = {"warning_key": only_warning(untouched).key, "verdict": "expected", "reason": "Why", "person": "anna"}
    before = verdicts.listing(store), audit(store)
    with pytest.raises(error, match=says):
        verdicts.give(store, **usual | told)
    assert issubclass(error, SignalsError)
    assert (verdicts.listing(store), audit(store)) == before


def test_a_verdict_is_reverted_once(store, given):
    made = given("real")
    verdicts.revert(store, made.verdict_id, person="ben")
    with pytest.raises(UnknownVerdict, match="reverted already"):
        verdicts.revert(store, made.verdict_id, person="ben")
    with pytest.raises(UnknownVerdict, match="no verdict 999"):
        verdicts.revert(store, 999, person="ben")


# What is known without a person


def test_a_withdrawn_product_is_noted_with_its_day(untouched):
    noted = {row.subject.product_id: row for row in untouched.noted}
    assert noted[GONE].reason == f"Noted: withdrawn on {said_day(FALL + timedelta(days=2))}."


def test_days_of_promotions_and_stock_outs_are_unusual_for_what_they_name(store):
    day = pd.Timestamp(FALL)
    events = pd.DataFrame(
        [
            ("promotion", day, day, "P2", None, None),
            ("stock-out", day, day + pd.Timedelta(days=400), "P2", None, "North"),
            ("promotion", day, day, None, None, "South"),
            ("promotion", day, day, None, "Pain", None),
            ("price change", day, day, "P3", None, None),
            ("promotion", pd.Timestamp(TODAY) + pd.Timedelta(days=1), day, "P4", None, None),
        ],
        columns=["kind", "first_date", "last_date", "product_id", "category", "region"],
    )
    with store.reading() as connection:
        lines = facts_at(connection, TODAY).lines
    made = [(each.kind, each.subject.key, each.last_date) for each in rulings_of((), events, lines, TODAY)]
    assert made == [
        ("unusual", "product:P2", FALL),
        ("unusual", "product_region:P2:North", TODAY),
        *(("unusual", f"product_region:{product}:South", FALL) for product in PRODUCTS),
        ("unusual", "category:Pain", FALL),
    ]


# The command line


def signals(store, monkeypatch, *arguments) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    monkeypatch.setenv("SIGNALS_DATABASE_URL", store.url)
    told, progress = io.StringIO(), io.StringIO()
    with redirect_stdout(told), redirect_stderr(progress):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = leaving.code
    return code, told.getvalue(), progress.getvalue()


def test_the_command_line_gives_lists_and_reverts(store, untouched, monkeypatch):
    key = only_warning(untouched).key
    given = ("verdict", key, "data-error", "--reason", "Double export", "--from", FALL, "--to", TODAY, "--as-of", TODAY)
    code, told, _ = signals(store, monkeypatch, *given, "--json")
    made = json.loads(told)
    assert code == 0 and set(made) >= VERDICT_KEYS
    assert (made["verdict"], made["reason"], made["as_of"]) == ("data error", "Double export", str(TODAY))
    assert (made["first_date"], made["last_date"], made["is_live"]) == (str(FALL), str(TODAY), True)
    assert made["subject"]["product_id"] == "P0" and made["person"] == getpass.getuser()

    code, told, _ = signals(store, monkeypatch, "verdicts", "--warning", key, "--json")
    assert code == 0 and json.loads(told)["verdicts"][0] == made
    assert json.loads(signals(store, monkeypatch, "verdicts", "--warning", "other", "--json")[1]) == {"verdicts": []}
    assert "Double export" in signals(store, monkeypatch, "verdicts")[1]

    code, told, _ = signals(store, monkeypatch, "revert", made["verdict_id"], "--json")
    assert code == 0 and json.loads(told)["is_live"] is False and json.loads(told)["reverted_by"] == getpass.getuser()
    assert numbers(pipeline.morning(store, TODAY)) == numbers(untouched)


def test_the_command_line_tells_lives_closed_and_noise(store, given, monkeypatch):
    made = given("false alarm")
    body = json.loads(signals(store, monkeypatch, "warnings", "--as-of", TODAY, "--json")[1])
    assert (body["judged"], body["noise"]) == (1, 1)
    assert [row["key"] for row in body["closed"]] == [made.warning_key]
    assert set(body["closed"][0]) >= {"closed_date", "how", "headline", "subject", "life"}
    for row in (*body["noted"], *body["suppressed"]):
        assert row["kind"] != "sales" or row["life"] in {"new", "worsening", "lasting", "recovering", "watched"}


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (
            ("verdict", "sales:product:none:2026-01-01", "real", "--reason", "Why"),
            1,
            "There is no warning sales:product",
        ),
        (("verdict", "KEY", "real", "--reason", " "), 1, "A verdict needs a reason"),
        (("verdict", "KEY", "fine", "--reason", "Why"), 2, "'new normal'"),
        (("verdict", "KEY", "real"), 2, "--reason"),
        (("verdict", "KEY", "real", "--reason", "Why", "--from", "tomorrow"), 2, "is no day"),
        (("revert", "999"), 1, "There is no verdict 999"),
        (("revert", "first"), 2, "invalid int"),
    ],
)
def test_exit_codes(store, untouched, monkeypatch, arguments, code, says):
    key = only_warning(untouched).key
    found, told, progress = signals(
        store, monkeypatch, *(key if each == "KEY" else each for each in arguments), "--json"
    )
    assert (found, told) == (code, "") and says in progress
