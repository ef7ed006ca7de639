"""Do many findings become few warnings, one row a cause, with nothing dropped in silence?"""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from signals.model import Finding, Subject
from signals.triage import episodes as lives
from signals.triage import reasons, select

AS_OF = date(2026, 11, 21)
ONSET = date(2026, 11, 8)  # 14 days with as_of
REVENUE_A_DAY = 100_000.0
NO_EVENTS = pd.DataFrame(columns=["kind", "first_date", "last_date", "product_id", "category", "region", "note"])
NO_EPISODES = lives.current(pd.DataFrame({"day": pd.to_datetime([]), "series_key": [], "evidence": []}), AS_OF)


def product(name="Trident", category="Pain"):
    return Subject("product", name, product_id=name[:3].upper(), category=category)


def region(name="Trident", where="North"):
    return Subject("product_region", f"{name} in {where}", product_id=name[:3].upper(), category="Pain", region=where)


def channel(name="Trident", via="Web"):
    return Subject("product_channel", f"{name} in {via}", product_id=name[:3].upper(), category="Pain", channel=via)


def category(name="Pain"):
    return Subject("category", name, category=name)


COMPANY = Subject("company", "The company")


def finding(subject, evidence=5.0, *, lost=20_000.0, expected=100_000.0, state=None, onset=ONSET):
    """`lost` money since the onset; the state follows from the evidence unless given."""
    state = state or ("act" if evidence >= 3.2 else "watch" if evidence >= 2 else "stable")
    effect = -lost / expected
    return Finding(
        metric="sales",
        subject=subject,
        state=state,
        evidence=evidence,
        onset=onset,
        observed=expected - lost,
        expected=expected,
        effect_share=effect,
        effect_low=effect - 0.05,
        effect_high=effect + 0.05,
        stake=max(lost, 0.0),
    )


def unjudged(subject, state):
    missing = dict.fromkeys(("observed", "expected", "effect_share", "effect_low", "effect_high", "stake"), np.nan)
    return replace(finding(subject, np.nan, state=state, onset=None), **missing)


def selected(*findings, episodes=NO_EPISODES, events=NO_EVENTS, **changes):
    usual = {
        "as_of": AS_OF,
        "currency": "EUR",
        "revenue_a_day": REVENUE_A_DAY,
        "false_discovery_rate": 0.1,
    }
    return select.warnings_of(findings, episodes, events=events, **(usual | changes))


def episode(subject, **changes):
    """An episode that was said on 20 October and rang three days later; open and lasting."""
    usual = {
        "series_key": subject.key,
        "first_said": pd.Timestamp("2026-10-20"),
        "first_warned": pd.Timestamp("2026-10-23"),
        "proven_date": pd.Timestamp("2026-10-27"),
        "cleared_date": pd.NaT,
        "quiet_until": pd.NaT,
        "peak": 6.0,
        "evidence": 4.0,
        "calm_days": 0,
        "state": "lasting",
        "is_open": True,
        "onset": pd.Timestamp("2026-10-12"),
    }
    return pd.DataFrame([usual | changes])


def event(kind="promotion", first="2026-11-10", last="2026-11-12", product_id=None, category=None, region=None):
    return pd.DataFrame(
        [(kind, date.fromisoformat(first), date.fromisoformat(last), product_id, category, region, None)],
        columns=NO_EVENTS.columns,
    )


def names(warnings):
    return [warning.subject.name for warning in warnings]


def test_an_empty_morning_says_nothing():
    found = selected()
    assert (found.warnings, found.noted, found.suppressed, found.stable, found.unjudged) == ((), (), (), (), {})


def test_what_rings_and_is_material_needs_somebody():
    (row,) = selected(finding(product())).warnings
    assert row.severity == "act"
    assert row.key == "sales:product:TRI:2026-11-08"
    assert row.headline == "Trident is 20 % below expected since about 8 November, −€20 k so far."


def test_what_does_not_ring_is_watched_and_said_to_be_young():
    (row,) = selected(finding(product(), 2.5)).warnings
    assert row.severity == "watch" and row.reason == reasons.YOUNG
    assert "too early to be sure" in row.headline


def test_what_has_not_lasted_is_watched_until_it_has():
    young = episode(product(), proven_date=pd.NaT, state="new")
    (row,) = selected(finding(product(), 4.9), episodes=young).warnings
    assert row.severity == "watch"
    assert row.reason == "Beyond the line since 23 October; it needs somebody once that has lasted."
    (row,) = selected(finding(product(), 4.9), episodes=episode(product())).warnings
    assert row.severity == "act"


def test_a_part_that_has_lasted_speaks_for_a_product_that_has_not():
    young = episode(product(), proven_date=pd.NaT, state="new")
    both = pd.concat([young, episode(region())])
    found = selected(finding(product(), 4.0), finding(region(), 4.5, lost=15_000.0), episodes=both)
    assert [(row.subject.name, row.severity) for row in found.warnings] == [("Trident in North", "act")]
    assert found.suppressed[0].reason.startswith("Said in the row of Trident in the North")


@pytest.mark.parametrize(("lost", "severity"), [(3_500.0, "act"), (3_499.0, "watch")])
def test_a_loss_under_a_quarter_percent_of_the_revenue_is_watched(lost, severity):
    (row,) = selected(finding(product(), lost=lost, expected=5_000.0)).warnings
    assert row.severity == severity
    assert (row.reason == reasons.SMALL) == (severity == "watch")


@pytest.mark.parametrize(("lost", "severity"), [(50_000.0, "act"), (49_000.0, "watch")])
def test_a_fall_below_the_least_effect_is_watched(lost, severity):
    (row,) = selected(finding(COMPANY, lost=lost, expected=1_000_000.0)).warnings
    assert row.severity == severity


def test_stable_is_counted_and_said_nothing_of():
    found = selected(finding(product(), 0.3), finding(product("Orion"), -1.0))
    assert found.stable_count == 2 and not found.warnings + found.noted + found.suppressed


def test_states_that_cannot_be_judged_are_counted():
    states = ["learning", "learning", "too_few_orders", "stopped", "missing_data"]
    found = selected(*(unjudged(product(f"{n}xx"), state) for n, state in enumerate(states)))
    assert found.unjudged == {"learning": 2, "too_few_orders": 1, "stopped": 1, "missing_data": 1}
    assert found.stable_count == 0 and not found.warnings


def test_a_warned_series_that_can_no_longer_be_judged_is_listed():
    found = selected(unjudged(product(), "stopped"), episodes=episode(product()))
    assert not found.warnings
    assert found.suppressed[0].reason == "No longer judged: it has stopped selling."
    assert found.suppressed[0].key == "sales:product:TRI:2026-10-12"
    assert found.suppressed[0].headline == "Trident was below expected since about 12 October."


def test_acts_come_first_and_then_the_greater_stake():
    rows = selected(
        finding(product("Small"), lost=6_000),
        finding(product("Young"), 2.5, lost=90_000),
        finding(product("Large"), lost=40_000),
    ).warnings
    assert names(rows) == ["Large", "Small", "Young"]


def test_an_open_episode_keeps_its_key_and_first_day():
    (row,) = selected(finding(product(), 2.4), episodes=episode(product())).warnings
    assert row.key == "sales:product:TRI:2026-10-12"
    assert (row.onset, row.first_warned) == (ONSET, date(2026, 10, 23))  # the money is since today's onset
    assert row.severity == "act"
    assert row.reason == "First warned on 23 October; lasting."


def test_money_is_since_the_onset_first_said_where_it_was_summed():
    (row,) = selected(finding(product()), episodes=episode(product(), observed=300_000.0, expected=400_000.0)).warnings
    assert (row.onset, row.stake, row.effect_share) == (date(2026, 10, 12), 100_000.0, -0.25)
    assert (row.effect_low, row.effect_high) == (pytest.approx(-0.3), pytest.approx(-0.2))


def test_a_recovering_warning_is_watched_until_it_clears():
    open_one = episode(product(), state="recovering")
    (row,) = selected(finding(product(), 0.5, lost=4_000), episodes=open_one).warnings
    assert row.severity == "watch" and "recovering" in row.reason


def test_a_fall_that_lowers_its_own_expectation_is_not_called_recovering():
    open_one = episode(product(), state="recovering")
    (row,) = selected(finding(product(), 0.5, lost=80_000), episodes=open_one).warnings
    assert row.severity == "watch" and "less clear by now" in row.reason


def test_a_watched_series_keeps_the_key_it_was_first_said_under():
    watched = episode(product(), first_warned=pd.NaT, state="watched")
    (row,) = selected(finding(product(), 2.4), episodes=watched).warnings
    assert row.key == "sales:product:TRI:2026-10-12" and row.first_warned == date(2026, 10, 20)
    assert row.severity == "watch"
    assert not selected(finding(product(), 0.4), episodes=watched).warnings


def test_after_clearing_it_is_quiet_and_says_so():
    cleared = episode(
        product(),
        state="cleared",
        is_open=False,
        cleared_date=pd.Timestamp("2026-10-30"),
        quiet_until=pd.Timestamp("2026-12-25"),
    )
    found = selected(finding(product()), episodes=cleared)
    assert not found.warnings and found.suppressed[0].reason.startswith("Quiet until 25 December")
    assert selected(finding(product()), episodes=cleared.assign(quiet_until=pd.Timestamp("2026-11-20"))).warnings


def test_regions_and_channels_fold_into_a_product_that_rings():
    found = selected(finding(region(), 9.0), finding(channel(), 4.0), finding(product(), 5.0))
    assert names(found.warnings) == ["Trident"]
    assert {row.reason for row in found.suppressed} == {
        "Said in the row of Trident: Trident in the North falls with it.",
        "Said in the row of Trident: Trident via Web falls with it.",
    }


def test_a_region_rings_where_its_product_does_not():
    found = selected(finding(region(), 4.0), finding(product(), 1.0))
    assert names(found.warnings) == ["Trident in North"]
    assert found.stable_count == 0  # nothing calm is said of a product that falls somewhere


def test_a_region_that_rings_speaks_for_a_product_that_is_only_watched():
    found = selected(finding(region(), 4.0), finding(product(), 2.5))
    assert names(found.warnings) == ["Trident in North"] and names(found.suppressed) == ["Trident"]


def test_two_watched_cuts_of_a_product_are_one_row():
    found = selected(finding(region(), 2.9), finding(product(), 2.5))
    assert names(found.warnings) == ["Trident"]


def test_only_one_cut_of_the_same_sales_is_told():
    found = selected(finding(region(), 4.0), finding(region(where="West"), 3.5), finding(channel(), 3.9))
    assert set(names(found.warnings)) == {"Trident in North", "Trident in West"}
    assert "cut another way" in found.suppressed[0].reason


def test_several_products_that_fall_together_are_their_category():
    found = selected(
        finding(product("Trident"), lost=10_000),
        finding(product("Orion"), lost=11_000),
        finding(product("Allegra", category="Allergy"), lost=9_000),
        finding(category(), lost=60_000),
    )
    assert names(found.warnings) == ["Pain", "Allegra"]
    assert all("the category Pain" in row.reason for row in found.suppressed)


def test_one_product_that_carries_its_category_speaks_for_it():
    found = selected(
        finding(product("Trident"), lost=40_000),
        finding(product("Orion"), lost=5_000),
        finding(category(), lost=60_000),
    )
    assert names(found.warnings) == ["Trident", "Orion"] and names(found.suppressed) == ["Pain"]
    assert found.suppressed[0].reason.startswith("Said in the row of Trident, which carries most")


def test_a_single_product_and_its_category_are_two_causes_when_neither_explains_the_other():
    found = selected(finding(product("Trident"), lost=10_000), finding(category(), lost=60_000))
    assert names(found.warnings) == ["Pain", "Trident"] and not found.suppressed


def test_categories_fold_into_a_company_that_falls():
    found = selected(
        finding(category(), lost=30_000), finding(category("Allergy"), lost=30_000), finding(COMPANY, lost=300_000)
    )
    assert names(found.warnings) == ["The company"] and len(found.suppressed) == 2


def test_a_company_folds_into_what_carries_its_fall():
    found = selected(finding(category(), lost=200_000), finding(COMPANY, lost=300_000))
    assert names(found.warnings) == ["Pain"] and names(found.suppressed) == ["The company"]


def test_a_watched_part_does_not_speak_for_a_whole_that_rings():
    found = selected(finding(category(), 2.5, lost=200_000), finding(COMPANY, lost=300_000))
    assert names(found.warnings) == ["The company"] and names(found.suppressed) == ["Pain"]


def test_a_company_that_is_only_watched_hides_no_ringing_category():
    found = selected(finding(category(), lost=30_000), finding(COMPANY, 2.5, lost=300_000))
    assert set(names(found.warnings)) == {"Pain", "The company"}


@pytest.mark.parametrize(
    ("subject", "scope", "is_noted"),
    [
        (product(), {"product_id": "TRI"}, True),
        (product(), {"category": "Pain"}, True),
        (product(), {"product_id": "ORI"}, False),
        (product(), {"product_id": "TRI", "region": "North"}, False),  # a part does not explain the whole
        (region(), {"product_id": "TRI", "region": "North"}, True),
        (region(), {"region": "North"}, True),
        (region(), {"region": "West"}, False),
        (category(), {"category": "Pain"}, True),
        (category(), {"product_id": "TRI"}, False),
        (COMPANY, {}, True),
        (product(), {}, False),  # what happens to all does not explain one
    ],
)
def test_an_event_of_its_own_explains(subject, scope, is_noted):
    found = selected(finding(subject, lost=90_000), events=event(**scope))
    assert bool(found.noted) == is_noted and bool(found.warnings) != is_noted
    if is_noted:
        assert found.noted[0].severity == "noted" and found.noted[0].reason.startswith("Noted: a promotion")


@pytest.mark.parametrize(
    ("first", "last", "is_noted"),
    [
        ("2026-10-01", "2026-11-01", True),  # ended a week before the onset, which is known to about a week
        ("2026-10-01", "2026-10-31", False),
        ("2026-11-21", "2026-12-05", True),
        ("2026-11-22", "2026-12-05", False),  # has not begun
    ],
)
def test_an_event_explains_only_its_own_days(first, last, is_noted):
    found = selected(finding(product()), events=event(first=first, last=last, product_id="TRI"))
    assert bool(found.noted) == is_noted


def test_a_part_of_what_is_noted_stays_folded():
    found = selected(finding(product()), finding(region(), 9.0), events=event(product_id="TRI"))
    assert names(found.noted) == ["Trident"] and names(found.suppressed) == ["Trident in North"] and not found.warnings


def test_charges_never_warn_and_are_no_products():
    found = selected(finding(product("Postage")), finding(product("Fee"), 0.1), charges={"POS", "FEE"})
    assert not found.warnings and not found.stable
    assert [row.reason for row in found.suppressed] == [reasons.CHARGE]


def test_certain_is_what_holds_after_looking_at_everything():
    quiet = [finding(product(f"{n}zz"), 0.0) for n in range(200)]
    rows = selected(finding(product("Trident"), 9.0), finding(product("Orion"), 5.0), *quiet).warnings
    assert {row.subject.name: row.is_certain for row in rows} == {"Trident": True, "Orion": False}


def test_series_that_were_not_judged_do_not_count_among_those_looked_at():
    unseen = [unjudged(product(f"{n}zz"), "too_few_orders") for n in range(200)]
    (row,) = selected(finding(product("Orion"), 5.0), *unseen).warnings
    assert row.is_certain


def many(seed):
    """A company in disorder: every kind of series with random evidence, states, episodes and events."""
    rng = np.random.default_rng(seed)
    goods = [product(f"{n:03d}", category=f"c{n % 3}") for n in range(12)]
    parts = [replace(region(each.name, where), category=each.category) for each in goods for where in ("North", "West")]
    cuts = [replace(channel(each.name), category=each.category) for each in goods]
    subjects = [*goods, *parts, *cuts, *(category(f"c{n}") for n in range(3)), COMPANY]
    findings = [finding(each, rng.normal(2, 3), lost=rng.uniform(-1e4, 9e4)) for each in subjects]
    dull = rng.choice(len(subjects), 6, replace=False)
    findings = [unjudged(each.subject, "stopped") if n in dull else each for n, each in enumerate(findings)]
    open_ones = [episode(each, state=rng.choice(lives.STATES[:-1])) for each in rng.choice(subjects, 9, replace=False)]
    return findings, pd.concat(open_ones), pd.concat([event(product_id="001"), event(category="c2")])


@pytest.mark.parametrize("seed", range(12))
def test_nothing_is_silently_dropped(seed):
    findings, episodes, events = many(seed)
    found = selected(*findings, episodes=episodes, events=events, charges={"000"})
    rows = [*found.warnings, *found.noted, *found.suppressed]
    rung = set(episodes.loc[episodes["state"] != "watched", "series_key"])
    speaking = {each.subject.key for each in findings if each.state in ("act", "watch") or each.subject.key in rung}
    assert sorted(row.subject.key for row in rows) == sorted(speaking)
    assert all(row.reason.endswith(".") for row in [*found.noted, *found.suppressed])
    assert all(row.headline.endswith(".") for row in rows)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_findings_does_not_matter(seed):
    findings, episodes, events = many(seed)
    shuffled = [findings[n] for n in np.random.default_rng(seed).permutation(len(findings))]
    found, again = (selected(*each, episodes=episodes, events=events) for each in (findings, shuffled))
    for part in ("warnings", "noted", "suppressed"):
        assert list(map(repr, getattr(found, part))) == list(map(repr, getattr(again, part)))


def test_nothing_passed_in_is_changed():
    findings, episodes, events = many(1)
    copies = episodes.copy(deep=True), events.copy(deep=True)
    selected(*findings, episodes=episodes, events=events)
    pd.testing.assert_frame_equal(episodes, copies[0])
    pd.testing.assert_frame_equal(events, copies[1])


def test_a_key_is_stable_from_day_to_day():
    evidence = [1.0, 2.3, 2.9, 3.5, 4.0, 2.6, 3.9, 1.2, 0.5, 2.4]
    first = AS_OF - timedelta(days=len(evidence) - 1)
    days = pd.to_datetime([first + timedelta(days=n) for n in range(len(evidence))])
    replay = pd.DataFrame({"day": days, "series_key": product().key, "evidence": evidence})
    keys = []
    for day, score in zip(days, evidence, strict=True):
        as_of = day.date()
        current = lives.current(replay, as_of)
        onsets = [said - pd.Timedelta(days=6) for said in current["first_said"]]
        now = finding(product(), score, onset=as_of - timedelta(days=6))
        keys.append([row.key for row in selected(now, episodes=current.assign(onset=onsets), as_of=as_of).warnings])
    assert keys[0] == []
    assert {tuple(each) for each in keys[1:]} == {(f"sales:product:TRI:{first - timedelta(days=5)}",)}


def test_what_may_be_chance_and_would_not_matter_is_suppressed_with_its_reason():
    found = selected(finding(product(), 2.5, lost=100.0))
    (row,) = found.suppressed
    assert not found.warnings and row.reason == reasons.TRIFLE
