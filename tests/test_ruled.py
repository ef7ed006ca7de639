"""A person's verdict moves a row, for its time and its series, and nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import builders
import pandas as pd
import pytest
import test_select as triage

from signals.triage import reasons, ruled, verdict_wording

TODAY = triage.AS_OF
TRIDENT, NORTH = triage.product(), triage.region()
KEY = "sales:product:TRI:2026-10-12"


def said(verdict, subject=TRIDENT, *, key=KEY, evidence=5.0, **changes):
    """Given today on the warning that `finding` below makes."""
    usual = {"as_of": TODAY, "first_date": date(2026, 10, 12), "last_date": TODAY + timedelta(days=28)}
    warning = builders.warning(key=key, subject=subject, evidence=evidence)
    return builders.verdict(verdict, warning_key=key, warning=warning, **usual | changes)


def selected(*verdicts, finding=None, as_of=TODAY, **changes):
    """Trident falls, under the key of its open episode."""
    findings = finding or [triage.finding(TRIDENT)]
    live = ruled.live(verdicts, as_of)
    return triage.selected(*findings, episodes=triage.episode(TRIDENT), verdicts=live, as_of=as_of, **changes)


def place(found) -> list[str]:
    """The lists in which Trident stands."""
    lists = {"warnings": found.warnings, "noted": found.noted, "suppressed": found.suppressed}
    return [name for name, rows in lists.items() if "Trident" in triage.names(rows)]


@pytest.mark.parametrize(
    ("verdict", "list_name"),
    [
        ("real", "warnings"),
        ("expected", "noted"),
        ("false alarm", "suppressed"),
        ("data error", "warnings"),  # what the detector still sees without these days is still said
        ("new normal", "warnings"),
    ],
)
def test_each_verdict_has_its_place(verdict, list_name):
    found = selected(said(verdict))
    assert place(found) == [list_name]
    assert not found.stable  # nothing calm is said of what a person had to answer


@pytest.mark.parametrize(("days", "is_noted"), [(0, True), (28, True), (29, False)])
def test_what_is_expected_is_noted_to_its_last_day(days, is_noted):
    found = selected(said("expected"), as_of=TODAY + timedelta(days=days))
    assert place(found) == ["noted" if is_noted else "warnings"]


@pytest.mark.parametrize(("evidence", "is_silent"), [(7.5, True), (7.6, False)])
def test_a_false_alarm_speaks_again_when_it_is_half_as_strong_again(evidence, is_silent):
    found = selected(said("false alarm"), finding=[triage.finding(TRIDENT, evidence)])
    assert place(found) == ["suppressed" if is_silent else "warnings"]


@pytest.mark.parametrize(("days", "peak", "is_silent"), [(2, 7.6, False), (2, 7.4, True), (-3, 7.6, True)])
def test_a_broken_silence_stays_broken_and_an_earlier_peak_breaks_none(days, peak, is_silent):
    episode = triage.episode(TRIDENT, peak=peak, peak_date=pd.Timestamp(TODAY + timedelta(days=days)))
    later = {"as_of": TODAY + timedelta(days=9), "verdicts": [said("false alarm")]}
    found = triage.selected(triage.finding(TRIDENT, 4.0), episodes=episode, **later)
    assert place(found) == ["suppressed" if is_silent else "warnings"]


def test_a_false_alarm_that_speaks_again_says_what_it_was_called():
    (row,) = selected(said("false alarm"), finding=[triage.finding(TRIDENT, 7.6)]).warnings
    assert "called a false alarm on" in row.reason and "grown by half since" in row.reason
    (row,) = triage.selected(triage.finding(TRIDENT, 7.6)).warnings
    assert "false alarm" not in row.reason


def test_a_false_alarm_speaks_again_after_its_time():
    last = {"last_date": TODAY + timedelta(days=56)}
    assert place(selected(said("false alarm", **last), as_of=TODAY + timedelta(days=56))) == ["suppressed"]
    assert place(selected(said("false alarm", **last), as_of=TODAY + timedelta(days=57))) == ["warnings"]


def test_what_was_judged_while_it_was_fading_is_no_measure_of_worse():
    faded = said("false alarm", evidence=-1.0)
    assert place(selected(faded, finding=[triage.finding(TRIDENT, 4.7)])) == ["suppressed"]
    assert place(selected(faded, finding=[triage.finding(TRIDENT, 4.9)])) == ["warnings"]


@pytest.mark.parametrize("verdict", ["expected", "false alarm"])
def test_the_next_warning_of_the_series_and_its_parts_are_covered(verdict):
    earlier = said(verdict, key="sales:product:TRI:2026-08-01")
    assert place(selected(earlier)) != ["warnings"]
    assert not triage.selected(triage.finding(NORTH), verdicts=[earlier]).warnings
    assert triage.selected(triage.finding(triage.product("Orion")), verdicts=[earlier]).warnings
    part = said(verdict, NORTH, key="sales:product_region:TRI:North:2026-08-01")
    assert place(selected(part)) == ["warnings"]


def test_the_own_verdict_counts_before_one_on_an_earlier_warning():
    found = selected(said("real"), said("false alarm", key="sales:product:TRI:2026-08-01", verdict_id=2))
    assert place(found) == ["warnings"] and "Confirmed by anna" in found.warnings[0].reason


def test_confirmed_is_nobody_elses_warning():
    (row,) = selected(said("real", key="sales:product:TRI:2026-08-01")).warnings
    assert "Confirmed" not in row.reason


def test_a_verdict_on_a_rise_silences_no_fall():
    rise = said("false alarm", key="rise:product:TRI:2026-10-12")
    rise = replace(rise, warning=builders.warning(subject=TRIDENT, kind="rise"))
    assert place(selected(rise)) == ["warnings"]


def test_only_live_verdicts_take_part_the_last_of_each_warning_from_its_day_on():
    first, second = said("expected"), said("real", verdict_id=2)
    other = said("expected", key="sales:product:ORI:2026-10-12", verdict_id=3)
    late = said("data error", verdict_id=4, as_of=TODAY + timedelta(days=1))
    gone = said("new normal", verdict_id=5, reverted_at=builders.verdict().given_at, reverted_by="ben")
    given = [gone, late, other, second, first]
    assert ruled.live(given, TODAY) == [second, other]
    assert ruled.live(given, TODAY + timedelta(days=1)) == [other, late]
    assert ruled.live(given, TODAY - timedelta(days=1)) == []


def test_noise_is_counted_among_what_was_marked_act():
    rows = [
        said("real"),
        said("false alarm"),
        said("data error"),
        said("expected"),
        said("new normal"),
        said("false alarm", is_act=False),
    ]
    assert (ruled.judged_count(rows), ruled.noise_count(rows)) == (5, 2)


def test_only_what_is_called_real_is_confirmed():
    rows = [said("real"), *(said(verdict, key=f"{verdict}:key") for verdict in ("expected", "false alarm"))]
    assert ruled.confirmed_keys(rows) == {KEY}


def test_a_person_who_says_that_it_is_real_is_believed_before_an_event():
    event = triage.event(product_id="TRI")
    assert place(selected(events=event)) == ["noted"]
    assert place(selected(said("real"), events=event)) == ["warnings"]


def test_a_part_stays_folded_into_what_a_person_has_answered():
    findings = [triage.finding(TRIDENT), triage.finding(NORTH, 9.0)]
    found = selected(said("false alarm"), finding=findings)
    assert not found.warnings and sorted(triage.names(found.suppressed)) == ["Trident", "Trident in North"]


# What is known without a person


@pytest.mark.parametrize(("days_ago", "list_name"), [(30, "noted"), (0, "noted"), (-1, "warnings")])
def test_a_withdrawn_product_is_noted_from_its_last_day_on(days_ago, list_name):
    day = TODAY - timedelta(days=days_ago)
    found = selected(withdrawn_on={"TRI": day, "ORI": TODAY})
    assert place(found) == [list_name]
    if list_name == "noted":
        assert found.noted[0].reason == verdict_wording.withdrawn(day, TODAY)


def test_what_sells_nothing_is_asked_about():
    nothing = triage.finding(TRIDENT, lost=100_000.0, expected=100_000.0)
    assert selected(finding=[nothing]).warnings[0].reason.endswith("Withdrawn, or out of stock?")
    assert "Withdrawn" not in selected().warnings[0].reason
    whole = triage.finding(triage.category(), lost=100_000.0, expected=100_000.0)
    assert "Withdrawn" not in triage.selected(whole).warnings[0].reason


def test_a_part_that_recovers_later_than_its_product_is_no_message():
    product = triage.episode(
        TRIDENT,
        is_open=False,
        state="cleared",
        cleared_date=pd.Timestamp("2026-11-18"),
        quiet_until=pd.Timestamp("2027-01-13"),
    )
    part = triage.episode(NORTH, state="recovering")
    findings = [triage.finding(TRIDENT, -1.0, lost=2_000), triage.finding(NORTH, 0.5, lost=2_000)]
    found = triage.selected(*findings, episodes=pd.concat([product, part]))
    assert not found.warnings
    assert found.suppressed[0].reason == "Recovering like Trident, whose warning cleared on 18 November."
    ringing = {"episodes": pd.concat([product, triage.episode(NORTH)])}
    alone = triage.selected(triage.finding(TRIDENT, 1.0), triage.finding(NORTH), **ringing)
    assert triage.names(alone.warnings) == ["Trident in North"]
    together = triage.selected(triage.finding(TRIDENT, 4.0), triage.finding(NORTH), **ringing)
    assert not together.warnings
    assert [row.reason.partition(":")[0] for row in together.suppressed] == [
        "Quiet until 13 January 2027",
        "Quiet with Trident until 13 January 2027",
    ]


@pytest.mark.parametrize(
    ("evidence", "state", "life"),
    [(5.0, "lasting", "lasting"), (0.5, "recovering", "recovering"), (2.5, None, "watched")],
)
def test_every_row_says_where_it_stands_in_its_life(evidence, state, life):
    episodes = triage.episode(TRIDENT, state=state) if state else triage.NO_EPISODES
    (row,) = triage.selected(triage.finding(TRIDENT, evidence), episodes=episodes).warnings
    assert row.life == life


def test_an_episode_that_was_said_before_keeps_the_key_it_was_said_under():
    said_before = triage.episode(TRIDENT, warning_key="sales:product:TRI:2025-12-30", onset=pd.Timestamp("2025-12-30"))
    (row,) = triage.selected(triage.finding(TRIDENT), episodes=said_before).warnings
    assert row.key == "sales:product:TRI:2025-12-30"
    assert row.reason == reasons.life("lasting", date(2026, 10, 23), TODAY)
