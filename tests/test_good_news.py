"""Which rises are news: one row a cause, no recovery, no promotion, nothing small; and all others with their reason."""

from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
import pytest

from signals.metrics import ACT_EVIDENCE
from signals.model import Finding, Subject
from signals.triage import kinds
from signals.triage.episodes import COLUMNS
from signals.triage.good_news import OF_THE_COMPANY, RECOVERY_DAYS, SMALL, good_news_of

AS_OF = date(2026, 11, 21)
ONSET = date(2026, 10, 3)
XYLO = Subject("product", "Xylo", product_id="P-1", category="Cold")
XYLO_NORTH = Subject("product_region", "Xylo in North", product_id="P-1", category="Cold", region="North")
XYLO_WEB = Subject("product_channel", "Xylo in web", product_id="P-1", category="Cold", channel="web")
ZETA = Subject("product", "Zeta", product_id="P-2", category="Cold")
COLD = Subject("category", "Cold", category="Cold")
COMPANY = Subject("company", "The company")
NO_EVENTS = pd.DataFrame(columns=["kind", "first_date", "last_date", "product_id", "category", "region", "note"])


def rise(subject: Subject = XYLO, *, gain: float = 41_000.0, expected: float = 178_000.0, evidence=9.0) -> Finding:
    return Finding(
        metric="sales",
        subject=subject,
        state="act",
        evidence=evidence,
        onset=ONSET,
        observed=expected + gain,
        expected=expected,
        effect_share=gain / expected,
        effect_low=gain / expected - 0.08,
        effect_high=gain / expected + 0.08,
        stake=0.0,
    )


def fallen(key: str, first_warned: date) -> pd.DataFrame:
    row = dict.fromkeys(COLUMNS) | {"series_key": key, "first_warned": pd.Timestamp(first_warned), "is_open": False}
    return pd.DataFrame([row])


def told(*rises: Finding, **changes):
    usual = {
        "judged_count": 40,
        "episodes": fallen("product:P-9", date(2026, 8, 1)),
        "events": NO_EVENTS,
        "as_of": AS_OF,
        "currency": "EUR",
        "revenue_a_day": 100_000.0,
        "false_discovery_rate": 0.1,
    }
    return good_news_of(rises, **usual | changes)


def reasons(*rises: Finding, **changes) -> dict[str, str]:
    return {row.subject.key: row.reason for row in told(*rises, **changes).other}


def test_a_rise_is_said_with_its_size_its_day_and_its_money():
    (row,) = told(rise()).news
    assert row.headline == "Xylo is 23 % above expected since about 3 October, +€41 k so far."
    assert row.key == "rise:product:P-1:2026-10-03"
    assert (row.stake, row.reason, row.is_certain) == (0.0, "", True)


def test_a_manifold_rise_is_said_in_times():
    assert told(rise(gain=1_736_280.0)).news[0].headline.startswith("Xylo sells 11 times what is expected since")


def test_the_badge_holds_for_the_whole_day_and_not_for_the_rises_alone():
    weak = rise(evidence=4.3)  # e^4.3 = 74: enough among 5 series, not among 40
    assert told(weak, judged_count=5).news[0].is_certain
    assert not told(weak, judged_count=40).news[0].is_certain


def test_the_greatest_gain_stands_first():
    assert [row.subject.name for row in told(rise(ZETA, gain=50_000.0), rise(XYLO, gain=60_000.0)).news] == [
        "Xylo",
        "Zeta",
    ]


def test_a_product_speaks_for_its_regions_and_channels():
    found = told(rise(), rise(XYLO_NORTH, evidence=20.0), rise(XYLO_WEB))
    assert [row.subject for row in found.news] == [XYLO]
    assert {row.reason for row in found.other} == {
        "Said in the row of Xylo: Xylo in the North rises with it.",
        "Said in the row of Xylo: Xylo via web rises with it.",
    }


def test_of_a_products_regions_and_channels_only_one_cut_is_told():
    found = told(rise(XYLO_NORTH, evidence=8.0), rise(XYLO_WEB, evidence=7.0))
    assert [row.subject for row in found.news] == [XYLO_NORTH]
    assert "cut another way" in found.other[0].reason


def test_several_products_fold_into_their_category_and_a_category_into_the_one_that_carries_it():
    together = told(rise(XYLO, gain=40_000.0), rise(ZETA, gain=40_000.0), rise(COLD, gain=90_000.0))
    assert [row.subject for row in together.news] == [COLD]
    carried = told(rise(XYLO, gain=80_000.0), rise(COLD, gain=90_000.0))
    assert [row.subject for row in carried.news] == [XYLO]
    assert "carries most of the gain" in carried.other[0].reason


def test_the_company_itself_is_no_news_here():
    found = told(rise(COMPANY))
    assert found.news == () and found.other[0].reason == OF_THE_COMPANY


def test_a_rise_just_beyond_the_line_is_news():
    assert told(rise(evidence=ACT_EVIDENCE)).news


@pytest.mark.parametrize("subject", [XYLO, XYLO_NORTH])
def test_the_recovery_from_a_fall_is_no_rise(subject):
    found = reasons(rise(subject), episodes=fallen("product:P-1", date(2026, 8, 12)))
    assert found[subject.key] == "Back from the fall first warned on 12 August: a recovery, no rise."


@pytest.mark.parametrize(("days", "is_news"), [(RECOVERY_DAYS - 1, False), (RECOVERY_DAYS, True)])
def test_a_fall_that_ended_before_the_baseline_began_makes_no_recovery(days, is_news):
    long_over = fallen("product:P-1", date(2026, 6, 2)).assign(cleared_date=pd.Timestamp(AS_OF - timedelta(days=days)))
    assert bool(told(rise(), episodes=long_over).news) == is_news


def test_a_fall_that_was_only_watched_makes_no_recovery():
    watched = fallen("product:P-1", AS_OF).assign(first_warned=pd.NaT)
    assert told(rise(), episodes=watched).news


def test_a_promotion_explains_the_rise_of_its_product():
    promotion = NO_EVENTS.reindex([0]).assign(
        kind="promotion", first_date=pd.Timestamp(2026, 10, 1), last_date=pd.Timestamp(2026, 10, 20),
        product_id="P-1", category=None, region=None, note="Two for one",
    )  # fmt: skip
    found = told(rise(), rise(ZETA), events=promotion)
    assert [row.subject for row in found.news] == [ZETA]
    assert found.other[0].reason.startswith("Noted: a promotion “Two for one” falls on these days")


def test_a_rise_that_is_small_for_the_company_is_no_news():
    assert reasons(rise(), revenue_a_day=1e6) == {XYLO.key: SMALL}
    assert reasons(rise(gain=4_000.0)) == {XYLO.key: SMALL}


def test_a_charge_is_no_product():
    found = told(rise(), charges={"P-1"})
    assert found.news == () and found.other == ()


def test_nothing_rose():
    assert told() == told(rise(gain=-100.0))


def test_every_rise_ends_in_exactly_one_place():
    rises = [rise(XYLO), rise(XYLO_NORTH), rise(XYLO_WEB), rise(ZETA, gain=100.0), rise(COLD), rise(COMPANY)]
    found = told(*rises)
    assert sorted(row.subject.key for row in (*found.news, *found.other)) == sorted(each.subject.key for each in rises)
    assert all(row.reason for row in found.other) and not any(row.reason for row in found.news)


def test_reasons_are_grouped_by_their_kind_and_no_row_is_lost():
    found = told(rise(), rise(XYLO_NORTH), rise(XYLO_WEB), rise(ZETA, gain=100.0))
    strange = replace(found.news[0], reason="Nobody knows.")
    groups = kinds.by_reason([*found.other, strange])
    assert {kind: len(rows) for kind, rows in groups.items()} == {
        "Said in another row": 2, "Rises that are small for the company": 1, kinds.OTHER: 1
    }  # fmt: skip
    assert list(groups)[-1] == kinds.OTHER
