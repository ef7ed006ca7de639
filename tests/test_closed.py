"""What ended lately is listed with how it ended, and nothing that is still shown."""

from datetime import date, timedelta

import builders
import pandas as pd
import pytest

from signals.triage import closed
from signals.triage.closed import CLOSED_DAYS
from signals.triage.episodes import Said
from signals.triage.select import Selected

TODAY = builders.AS_OF
KEY = builders.warning().key
NOTHING = Selected((), (), (), (), {})


def said(days_ago: int, **changes) -> Said:
    return Said(TODAY - timedelta(days=days_ago), builders.warning(**{"life": "recovering"} | changes))


def episode(**changes) -> pd.DataFrame:
    """The series' last episode, cleared three days ago."""
    row = {
        "series_key": builders.warning().subject.key,
        "warning_key": KEY,
        "cleared_date": pd.Timestamp(TODAY - timedelta(days=3)),
        "quiet_until": pd.Timestamp(TODAY + timedelta(days=53)),
        "previous_cleared": pd.NaT,
    }
    return pd.DataFrame([row | changes])


def ended(*before: Said, episodes=None, verdicts=(), selected=NOTHING, as_of=TODAY):
    table = episode() if episodes is None else episodes
    return closed.closed_warnings(table, selected=selected, said=before, verdicts=verdicts, as_of=as_of)


def test_what_cleared_by_itself_is_listed_as_it_was_last_said():
    (found,) = ended(said(4))
    assert found.warning == said(4).warning and found.closed_date == TODAY - timedelta(days=3)
    assert found.how == "Cleared by itself on 18 November, after 14 days without a sign of a fall."


@pytest.mark.parametrize(("days", "is_listed"), [(CLOSED_DAYS - 4, True), (CLOSED_DAYS - 3, False)])
def test_it_is_listed_for_four_weeks(days, is_listed):
    assert bool(ended(said(4), as_of=TODAY + timedelta(days=days))) == is_listed


def test_what_could_not_be_judged_did_not_clear():
    (found,) = ended(said(31), episodes=episode(quiet_until=pd.NaT))
    assert found.how == "Ended on 18 November: it could not be judged for 28 days."


def test_what_the_data_does_not_show_any_more_is_said_to_be_gone():
    (found,) = ended(said(4), episodes=episode().iloc[:0])
    assert found.how == "Gone since 18 November: the data as it is now does not show it."


def test_an_end_before_it_was_last_said_is_not_its_end():
    row = {"warning_key": None, "previous_cleared": pd.Timestamp(TODAY - timedelta(days=9))}
    (found,) = ended(said(4), episodes=episode(**row))
    assert found.how.startswith("Gone since 18 November")


def test_an_earlier_episode_of_a_series_that_fell_again_ended_on_its_own_day():
    row = {"warning_key": None, "cleared_date": pd.NaT, "previous_cleared": pd.Timestamp(TODAY - timedelta(days=9))}
    (found,) = ended(said(10), episodes=episode(**row))
    assert found.closed_date == TODAY - timedelta(days=9) and found.how.startswith("Cleared by itself on 12 November")


@pytest.mark.parametrize("name", ["warnings", "noted", "suppressed"])
def test_what_is_still_shown_somewhere_has_not_ended(name):
    shown = Selected(**{"warnings": (), "noted": (), "suppressed": (), "stable": (), "unjudged": {}} | {
        name: (builders.warning(),)
    })  # fmt: skip
    assert ended(said(4), selected=shown) == ()


def test_what_was_only_watched_ends_in_silence():
    assert ended(said(4, severity="watch", life="watched")) == ()
    assert ended(said(4, severity="watch", life=""), episodes=episode()) == ()


@pytest.mark.parametrize(
    ("verdict", "how"),
    [
        ("expected", "Expected until 19 December; “The shelf is being rebuilt” (anna, 21 November)."),
        ("false alarm", "A false alarm; “The shelf is being rebuilt” (anna, 21 November)."),
        (
            "data error",
            "A data error, 12 October to 19 December, which counts for nothing; "
            "“The shelf is being rebuilt” (anna, 21 November).",
        ),
        (
            "new normal",
            "The new normal: what is expected was learnt anew; “The shelf is being rebuilt” (anna, 21 November).",
        ),
    ],
)
def test_what_a_person_answered_is_said_with_the_reason(verdict, how):
    (found,) = ended(said(1), verdicts=[builders.verdict(verdict)])
    assert (found.how, found.closed_date) == (how, TODAY)
    noted = Selected((), (builders.warning(severity="noted"),), (), (), {})
    assert [each.how for each in ended(verdicts=[builders.verdict(verdict)], selected=noted)] == [how]


def test_what_is_shown_again_in_spite_of_an_answer_is_not_closed():
    shown = Selected((builders.warning(),), (), (), (), {})
    assert ended(said(1), verdicts=[builders.verdict("false alarm")], selected=shown) == ()


def test_a_confirmed_warning_still_clears_by_itself():
    (found,) = ended(said(4), verdicts=[builders.verdict("real")])
    assert found.how.startswith("Cleared by itself")


def test_the_latest_comes_first():
    other = builders.subject("Orion", product_id="P-201")
    later = Said(TODAY, builders.warning(key="sales:product:P-201:2026-11-01", subject=other, life="lasting"))
    found = ended(said(4), later, as_of=TODAY + timedelta(days=1))
    assert [each.closed_date for each in found] == [date(2026, 11, 22), date(2026, 11, 18)]
