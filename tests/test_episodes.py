"""Is a warning one warning from its first day to its end, however its evidence wavers?

Evidence is drawn a character a day: `.` calm (below 0), `o` neither, `w` worth watching, `A` beyond the line,
`S` stronger than that, `B` more than half as strong again, `?` not judged.
"""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import builders
import numpy as np
import pandas as pd
import pytest

from signals.triage import episodes
from signals.triage.episodes import CLEARING_DAYS, LAPSING_DAYS, QUIET_DAYS

FIRST = date(2026, 5, 1)
EVIDENCE = {".": -0.5, "o": 1.0, "w": 2.5, "A": 4.0, "S": 5.9, "B": 6.5, "?": np.nan}
CLEAR = "." * CLEARING_DAYS


def drawn(**series):
    rows = [
        (FIRST + timedelta(days=day), key, EVIDENCE[sign])
        for key, line in series.items()
        for day, sign in enumerate(line)
        if sign != "?"
    ]
    table = pd.DataFrame(rows, columns=["day", "series_key", "evidence"])
    return table.assign(day=table["day"].astype("datetime64[s]"), series_key=table["series_key"].astype("category"))


def episode(line):
    table = episodes.current(drawn(one=line, ruler="." * len(line)), FIRST + timedelta(days=len(line) - 1))
    assert len(table) <= 1
    return table.iloc[0] if len(table) else None


def number(day):
    return None if pd.isna(day) else (day.date() - FIRST).days


def test_nothing_found_is_no_episode():
    assert episode("....oooo....") is None


def test_an_episode_is_said_when_worth_watching_and_warned_beyond_the_line():
    found = episode("..owwA")
    assert (number(found["first_said"]), number(found["first_warned"])) == (3, 5)
    assert found["is_open"] and found["peak"] == EVIDENCE["A"]


def test_a_watched_series_was_never_warned_of():
    found = episode("..oww")
    assert found["state"] == "watched" and pd.isna(found["first_warned"])


@pytest.mark.parametrize(
    ("line", "proven"),
    [
        ("wAAAAAA", None),
        ("wAAAAAAA", 7),
        ("wAoAoAoAoAoAoAA", 13),  # seven days of fourteen
        ("wAAAoooooooooooAAA", None),
        ("Awwwwwwwwwwwww", 13),  # worth watching for a fortnight since
        ("Awwwwwwowwwwww", None),
        ("wAS", 2),
        ("S", 0),
    ],
)
def test_it_is_proven_once_it_lasted_or_went_far_beyond(line, proven):
    assert number(episode(line)["proven_date"]) == proven


def test_wavering_evidence_is_one_episode():
    line = "wA" + "." * (CLEARING_DAYS - 1) + "oAo" + "." * (CLEARING_DAYS - 1) + "A"
    found = episode(line)
    assert (number(found["first_said"]), number(found["first_warned"]), found["is_open"]) == (0, 1, True)


def test_two_calm_weeks_clear_it():
    found = episode("A" + CLEAR)
    assert not found["is_open"] and found["state"] == "cleared"
    assert number(found["cleared_date"]) == CLEARING_DAYS
    assert number(found["quiet_until"]) == CLEARING_DAYS + QUIET_DAYS


def test_a_day_that_is_not_judged_neither_clears_nor_breaks_the_calm():
    assert episode("A" + "." * 7 + "???" + "." * 6)["is_open"]
    assert not episode("A" + "." * 7 + "???" + "." * 7)["is_open"]


def test_what_is_not_judged_for_four_weeks_is_over_without_a_quiet_time():
    assert episode("A" + "?" * (LAPSING_DAYS - 1) + "A")["is_open"]
    found = episode("A" + "?" * LAPSING_DAYS + "A")
    assert found["is_open"] and number(found["first_said"]) == LAPSING_DAYS + 1
    assert number(episode("A" + "?" * LAPSING_DAYS)["cleared_date"]) == LAPSING_DAYS


def test_after_clearing_it_keeps_quiet():
    found = episode("A" + CLEAR + "." * 10 + "ASSA")
    assert not found["is_open"] and number(found["first_warned"]) == 0


def test_it_breaks_the_quiet_when_it_is_half_as_strong_again():
    found = episode("A" + CLEAR + "." * 10 + "ABA")
    assert found["is_open"] and number(found["first_warned"]) == CLEARING_DAYS + 12


@pytest.mark.parametrize(("quiet_days", "is_open"), [(QUIET_DAYS, False), (QUIET_DAYS + 1, True)])
def test_the_quiet_ends(quiet_days, is_open):
    assert episode("A" + CLEAR + "." * (quiet_days - 1) + "A")["is_open"] is np.bool_(is_open)


def test_what_was_only_watched_is_forgotten_without_a_quiet_time():
    found = episode("w" + "o" * CLEARING_DAYS + "wA")
    assert (number(found["first_said"]), number(found["first_warned"])) == (CLEARING_DAYS + 1, CLEARING_DAYS + 2)


@pytest.mark.parametrize(
    ("line", "state"),
    [
        ("oooowA", "new"),
        ("A" + "w" * 6, "new"),
        ("A" + "w" * 7, "lasting"),
        ("A" + "w" * 7 + "B", "worsening"),
        ("A" + "w" * 7 + "B" + "w" * 7, "lasting"),
        ("A" + "w" * 7 + "o", "recovering"),
        ("wwww", "watched"),
        ("A" + CLEAR, "cleared"),
    ],
)
def test_the_state_word_says_where_it_stands(line, state):
    assert episode(line)["state"] == state


def test_the_future_is_invisible():
    line = "wA" + CLEAR + "." * 20 + "B" * 5 + "o" * 30
    table = drawn(one=line)
    for days in range(1, len(line)):
        as_of = FIRST + timedelta(days=days)
        seen = table[table["day"] <= pd.Timestamp(as_of)]
        pd.testing.assert_frame_equal(episodes.current(table, as_of), episodes.current(seen, as_of))


def test_the_first_day_stays_while_the_episode_lasts():
    line = "..wwA" + "oAwoA" * 8
    said = {episodes.current(drawn(one=line), FIRST + timedelta(days=day)).loc[0, "first_said"] for day in range(2, 44)}
    assert len(said) == 1


def test_series_do_not_touch_each_other_and_rows_may_come_in_any_order():
    table = drawn(a="..wA" + CLEAR + "A", b="A" + "o" * 18, c="." * 19)
    as_of = FIRST + timedelta(days=18)
    together = episodes.current(table, as_of)
    shuffled = episodes.current(table.sample(frac=1, random_state=3), as_of)
    alone = [episodes.current(table[table["series_key"].isin([key, "c"])], as_of) for key in "ab"]
    pd.testing.assert_frame_equal(together, shuffled)
    pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))


def test_an_empty_replay_has_the_columns():
    empty = episodes.current(drawn(one="?"), FIRST)
    assert list(empty.columns) == episodes.COLUMNS and empty.empty


def test_stable_weeks_count_from_the_last_ring():
    table = drawn(a="A" + "." * 29, b="." * 20 + "A" + "." * 9)
    as_of = FIRST + timedelta(days=29)
    assert episodes.stable_weeks(table, ["a"], as_of) == 4
    assert episodes.stable_weeks(table, ["a", "b"], as_of) == 1
    assert episodes.stable_weeks(table, [], as_of) == 4
    assert episodes.stable_weeks(table.iloc[:0], ["a"], as_of) == 0


def test_five_thousand_series_of_half_a_year_take_a_moment():
    days = pd.date_range(FIRST, periods=182, unit="s")
    keys = pd.Categorical.from_codes(np.repeat(np.arange(5000), 182), [f"product:{n}" for n in range(5000)])
    evidence = np.random.default_rng(7).normal(-0.5, 1.2, 5000 * 182)
    table = pd.DataFrame({"day": np.tile(days, 5000), "series_key": keys, "evidence": evidence})
    start = process_time()
    found = episodes.current(table, days[-1].date())
    assert process_time() - start < 3
    assert len(found) > 1000


# What was said before


def said(key="sales:one:2026-04-20", *, last, first_warned=FIRST, **changes):
    """The series' warning, last said so many days after the first."""
    subject = builders.subject("one", kind="one", product_id=None, category=None)
    warning = builders.warning(key=key, subject=subject, first_warned=first_warned, **{"life": "lasting"} | changes)
    return episodes.Said(FIRST + timedelta(days=last), warning)


def taken_up(line, *before):
    as_of = FIRST + timedelta(days=len(line) - 1)
    table = episodes.continued(episodes.current(drawn(one=line, ruler="." * len(line)), as_of), before)
    return table.iloc[0]


def test_an_episode_older_than_the_replay_keeps_its_key_onset_and_first_day():
    found = taken_up("AAAA", said(last=2, first_warned=date(2025, 9, 1)))
    assert found["warning_key"] == "sales:one:2026-04-20" and found["onset"] == pd.Timestamp("2026-04-20")
    assert found["first_warned"] == found["first_said"] == pd.Timestamp("2025-09-01")


def test_without_anything_said_there_is_no_key_yet():
    found = taken_up("wA")
    assert found["warning_key"] is None and pd.isna(found["onset"])
    assert number(found["first_warned"]) == 1


def test_what_was_said_of_another_series_is_not_taken_up():
    other = builders.warning(key="sales:two:2026-04-20", subject=builders.subject("two", kind="two", product_id=None))
    assert taken_up("AAAA", episodes.Said(FIRST, other))["warning_key"] is None


@pytest.mark.parametrize(
    ("line", "last", "is_same"),
    [
        ("..AAAA", 3, True),  # open on the day it was last said
        ("." * 10 + "AA", 0, True),  # data that came since moved its start by some days
        ("." * 14 + "AA", 0, True),
        ("." * 15 + "AA", 0, False),
        ("A" + CLEAR + "." * QUIET_DAYS + "A", 5, False),  # it ended in between
        ("A" + CLEAR + "B", CLEARING_DAYS - 1, False),
        ("w" + "o" * CLEARING_DAYS + "wA", 0, False),
    ],
)
def test_only_the_same_episode_is_taken_up(line, last, is_same):
    assert (taken_up(line, said(last=last))["warning_key"] is not None) == is_same


def test_an_episode_that_ended_after_it_was_last_said_is_the_one_that_was_said():
    found = taken_up("A" + CLEAR, said(last=3))
    assert found["warning_key"] == "sales:one:2026-04-20" and found["state"] == "cleared"
    assert taken_up("A" + CLEAR + "...", said(last=CLEARING_DAYS + 1))["warning_key"] is None


def test_what_a_person_closed_is_not_taken_up_by_what_comes_later():
    closed = replace(said(last=0), is_answered=True)
    assert taken_up("...AAA", closed)["warning_key"] is None
    assert taken_up("AAAAAA", closed)["warning_key"] is not None


def test_what_was_watched_says_the_day_on_which_it_rang():
    watched = said(last=1, severity="watch", life="watched", first_warned=FIRST)
    assert number(taken_up("wwwA", watched)["first_warned"]) == 3
    assert pd.isna(taken_up("wwww", watched)["first_warned"])


@pytest.mark.parametrize(("line", "state"), [("www", "lasting"), ("wwo", "recovering")])
def test_what_rang_when_it_was_said_has_rung_whatever_the_data_says_now(line, state):
    found = taken_up(line, said(last=1))
    assert (found["state"], number(found["first_warned"])) == (state, 0)


def test_the_latest_warning_of_a_series_is_taken_up():
    found = taken_up("AAAA", said("sales:one:2026-02-01", last=0), said("sales:one:2026-03-01", last=2))
    assert found["warning_key"] == "sales:one:2026-03-01"
    found = taken_up("AAAA", said("sales:one:2026-03-01", last=2), said("sales:one:2026-02-01", last=0))
    assert found["warning_key"] == "sales:one:2026-03-01"


def test_nothing_to_take_up_changes_nothing():
    table = episodes.current(drawn(one="wA", two="A" + CLEAR), FIRST + timedelta(days=CLEARING_DAYS))
    same = episodes.continued(table, ()).drop(columns=["warning_key", "onset"])
    pd.testing.assert_frame_equal(same, table, check_dtype=False)
    empty = episodes.continued(table.iloc[:0], [said(last=0)])
    assert empty.empty and {"warning_key", "onset"} <= set(empty.columns)
