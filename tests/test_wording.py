"""Is every sentence true, plain and exactly as agreed? One golden text per kind of verdict; read them aloud."""

import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import builders
import pandas as pd
import pytest

from signals.model import (
    VERDICTS,
    DataState,
    Driver,
    Ledger,
    Morning,
    Nowcast,
    PriceStep,
    Quote,
    ShareChange,
    Subject,
    Warning,
)
from signals.triage import first_lines, reasons, steps, verdict_wording, wording

GOLDEN = Path(__file__).parent / "golden"
AS_OF = date(2026, 11, 21)
TRIDENT = Subject("product", "Trident", product_id="P-101", category="Pain relief")
TRIDENT_NORTH_EAST = Subject("product_region", "Trident in North-East", product_id="P-101", region="North-East")
TRIDENT_WEB = Subject("product_channel", "Trident in Web", product_id="P-101", channel="Web")
ALLERGY = Subject("category", "Allergy", category="Allergy")
COMPANY = Subject("company", "The company")
BASE = Warning(
    key="sales:product:P-101:2026-10-12",
    kind="sales",
    severity="act",
    subject=TRIDENT,
    headline="",
    onset=date(2026, 10, 12),
    first_warned=date(2026, 10, 23),
    observed=1_302_000,
    expected=1_514_000,
    effect_share=-0.14,
    effect_low=-0.19,
    effect_high=-0.09,
    stake=212_000,
    evidence=7.4,
    probability=None,
    is_certain=True,
)
MORNING = Morning(
    as_of=AS_OF,
    data_through=AS_OF,
    data_version=4,
    computed_at=datetime(2026, 11, 22, 6, 0),
    currency="EUR",
    false_discovery_rate=0.1,
    warnings=(),
    noted=(),
    suppressed=(),
    stable_count=31,
    stable_weeks=9,
    unjudged={"learning": 1, "too_few_orders": 5},
    late=(),
    regions_count=8,
    ledger=None,
    nowcast=None,
    calls=(),
    anonymous_share=0.02,
)
NORTH = DataState("region", "North", date(2026, 11, 17), 3)
WEB = DataState("channel", "Web", date(2026, 11, 16), 4)
PARTNERS = DataState("source", "partners", date(2026, 11, 6), 8, usual_gap_days=7)


def driver(name, share, low, high, dimension="region"):
    return Driver(dimension, name, observed=0.0, expected=0.0, share=share, share_low=low, share_high=high)


def said(warning=BASE, drivers=None, currency="EUR", as_of=AS_OF, **changes):
    return wording.headline(replace(warning, **changes), currency, as_of, drivers=drivers)


def headlines():
    yield (
        "act_product",
        [
            said(),
            said(drivers=[driver("North-East", 0.62, 0.4, 0.8), driver("West", 0.2, 0.05, 0.3)]),
            said(drivers=[driver("Central", 0.96, 0.7, 1.2)]),
            said(drivers=[driver("North-East", 0.35, 0.2, 0.5), driver("West", 0.25, 0.1, 0.4)]),
            said(drivers=[driver("Elm Pharmacy", 0.31, 0.2, 0.5, "customer"), driver("Web", 0.3, 0.1, 0.4, "channel")]),
            said(currency="GBP", stake=1_240_000, onset=date(2025, 12, 28), as_of=date(2026, 1, 20)),
            said(effect_share=-0.004, stake=850),
            said(effect_share=-1.0, observed=0.0, stake=41.3, subject=replace(TRIDENT, name="RED  RETROSPOT PURSE ")),
        ],
    )
    yield (
        "act_product_spread",
        [
            said(drivers=[]),
            said(drivers=[driver("North-East", 0.3, -0.1, 0.7), driver("not stated", 0.5, 0.3, 0.7)]),
        ],
    )
    yield (
        "act_product_region",
        [
            said(subject=TRIDENT_NORTH_EAST),
            said(subject=replace(TRIDENT_NORTH_EAST, region="United Kingdom", name="Trident")),
            said(subject=replace(TRIDENT_NORTH_EAST, region="North Dakota", name="Trident")),
        ],
    )
    yield "act_product_channel", [said(subject=TRIDENT_WEB)]
    yield "act_category", [said(subject=ALLERGY, drivers=[driver("Orion", 0.4, 0.2, 0.6, "product")])]
    yield "act_company", [said(subject=COMPANY, effect_share=-0.06, stake=1_180_000)]
    yield (
        "watch",
        [
            said(severity="watch", reason=reasons.YOUNG, onset=date(2026, 11, 14), stake=12_400),
            reasons.YOUNG,
            reasons.SMALL,
            reasons.recovering(date(2026, 10, 23), AS_OF),
            reasons.fading(date(2026, 7, 1), AS_OF),
            said(effect_share=0.02, effect_low=-0.03, effect_high=0.07, stake=0.0),
        ],
    )
    yield "life", [reasons.life(state, date(2026, 11, 16), AS_OF) for state in ("new", "worsening", "lasting")]
    yield (
        "noted",
        [
            reasons.explained("promotion", "Autumn weeks", date(2026, 10, 5), date(2026, 10, 25), AS_OF),
            reasons.explained("other", None, date(2026, 10, 5), date(2026, 10, 5), AS_OF),
            reasons.explained("stock-out", None, date(2025, 12, 30), date(2026, 1, 4), AS_OF),
        ],
    )
    yield (
        "suppressed",
        [
            reasons.folded(TRIDENT_NORTH_EAST, TRIDENT),
            reasons.folded(TRIDENT, replace(ALLERGY, name="Pain relief")),
            reasons.folded(ALLERGY, COMPANY),
            reasons.carried(ALLERGY, TRIDENT),
            reasons.concentrated(TRIDENT, TRIDENT_NORTH_EAST),
            reasons.seen_otherwise(TRIDENT_WEB, TRIDENT_NORTH_EAST),
            reasons.quiet(date(2026, 10, 30), date(2026, 12, 25), AS_OF),
            *(reasons.unjudged(state) for state in ("learning", "too_few_orders", "stopped", "missing_data")),
            reasons.CHARGE,
            said(effect_share=float("nan"), stake=float("nan")),
        ],
    )


def mornings():
    act = replace(BASE, headline=said(drivers=[driver("North-East", 0.62, 0.4, 0.8)]))
    watch = replace(BASE, severity="watch")
    late_all = tuple(replace(NORTH, name=name) for name in ("North", "South", "East", "West", "Central"))
    unjudged = {"learning": 12, "missing_data": 1, "stopped": 2}
    failure = "The customers at risk could not be computed (ValueError: no usual gap)."
    cases = {
        "today_act": [replace(MORNING, warnings=(act, act, watch)), replace(MORNING, warnings=(act,))],
        "today_quiet": [
            MORNING,
            replace(MORNING, stable_count=1, stable_weeks=1),
            replace(MORNING, stable_weeks=0),
            replace(MORNING, warnings=(watch,)),
            replace(MORNING, warnings=(watch, watch, watch), stable_count=0),
        ],
        "today_late": [
            replace(MORNING, late=(NORTH,)),
            replace(MORNING, late=late_all),
            replace(MORNING, late=(WEB,)),
            replace(MORNING, late=(PARTNERS,)),
            replace(MORNING, late=(NORTH, WEB, PARTNERS)),
            replace(MORNING, late=(NORTH, replace(PARTNERS, last_date=NORTH.last_date))),
        ],
        "today_nothing_judged": [
            replace(MORNING, stable_count=0, unjudged=unjudged),
            replace(MORNING, stable_count=0, unjudged={"learning": 1}),
            replace(MORNING, stable_count=0, unjudged={}),
        ],
        "today_failed": [replace(MORNING, failures=(failure,)), replace(MORNING, warnings=(act,), failures=(failure,))],
    }
    for name, told in cases.items():
        yield name, [first_lines.today(morning) for morning in told]
    yield (
        "data_line",
        [
            first_lines.data_line(morning)
            for morning in (
                MORNING,
                replace(MORNING, late=(NORTH, replace(NORTH, days_late=0))),
                replace(MORNING, late=late_all),
                replace(MORNING, late=(NORTH, WEB, PARTNERS)),
                replace(MORNING, judged_count=14, noise_count=1),
                replace(MORNING, data_through=date(2026, 11, 22), regions_count=1, false_discovery_rate=0.05),
                replace(MORNING, data_through=date(2025, 12, 9), as_of=date(2025, 12, 9)),
            )
        ],
    )


def arrivals():
    """What has come in: the rhythm and how it stands."""
    monthly = replace(PARTNERS, days_late=0, usual_gap_days=31)
    states = (NORTH, replace(NORTH, days_late=1), replace(NORTH, days_late=0), PARTNERS, monthly)
    fortnightly = replace(PARTNERS, days_late=0, usual_gap_days=14, last_date=AS_OF)
    yield (
        "arrivals",
        [f"{first_lines.rhythm(each)}: {first_lines.standing(each, AS_OF)}." for each in (*states, fortnightly)],
    )


def customer(**changes):
    usual = {
        "state": "about to be lost",
        "days_since_last_order": 62,
        "usual_gap_days": 21.0,
        "p_lost": 0.74,
        "value_at_risk": 18_400,
        "currency": "EUR",
    }
    return wording.customer(**(usual | changes))


def others():
    yield (
        "customer",
        [
            customer(),
            customer(state="lost", days_since_last_order=140, p_lost=1.0),
            customer(state="slowing", days_since_last_order=9, purchase_days_90=3, usual_purchase_days_90=6.2),
            customer(state="slowing", days_since_last_order=9, purchase_days_90=1, usual_purchase_days_90=4.0),
            customer(state="stable", days_since_last_order=1, usual_gap_days=1.2, value_at_risk=0.0),
            customer(state="watch", days_since_last_order=1, usual_gap_days=0.8, p_lost=0.4),
            customer(days_since_last_order=0, is_one_time=True, state="stable"),
            customer(is_one_time=True, value_at_risk=310),
        ],
    )
    counts = {"new": 61, "retained": 402, "reactivated": 12, "lost": 84}
    revenue = {"before": 18.1e6, "lost": 1.1e6, "contraction": 5e5, "expansion": 6e5, "reactivated": 8e4, "new": 1.22e6}
    book = Ledger(date(2025, 11, 22), AS_OF, date(2024, 11, 22), counts, revenue | {"now": 18.4e6})
    yield (
        "ledger",
        [
            wording.ledger(book, "EUR", AS_OF),
            wording.ledger(replace(book, counts=counts | {"new": 1}), "USD", AS_OF),
        ],
    )
    quarter = Nowcast(
        "2026-Q4", date(2026, 10, 1), date(2026, 12, 31), 9.7e6, 18.4e6, 17.6e6, 19.1e6, 17.1e6, 19.6e6, 19.5e6, 17e6
    )
    yield (
        "nowcast",
        [
            wording.nowcast(quarter, "EUR", AS_OF),
            wording.nowcast(replace(quarter, low80=None, target=None), "EUR", AS_OF),
            wording.nowcast(replace(quarter, target=None, last_year=None), "GBP", date(2026, 12, 31)),
        ],
    )


def weeks(*actual, expected=106_000.0, is_complete=True):
    mondays = pd.date_range(end="2026-11-15", periods=len(actual), freq="W-MON")
    band = {"low": expected * 0.9, "high": expected * 1.1}
    return pd.DataFrame(
        {"week": mondays, "actual": actual, "expected": expected, **band, "is_complete": is_complete},
        columns=["week", "actual", "expected", "low", "high", "is_complete"],
    )


def customers(*rows):
    columns = ["customer_id", "customer_name", "region", "account_owner", "observed", "expected", "state"]
    return pd.DataFrame(
        [
            (f"C{n}", name, "North-East", None, observed, expected, "watch")
            for n, (name, observed, expected) in enumerate(rows)
        ],
        columns=columns,
    )


CHANGE = ShareChange(
    "Trident", 0.41, 0.36, 0.47, 312, 0.33, 0.24, 0.43, 98, 0.94, (("Reliva", 0.21, 0.29), ("Ibu", 0.1, 0.12))
)
STEP = PriceStep("Borealis Health", "Reliva", None, date(2026, 10, 3), 9.8, 8.4, 8.95, 0.065)
EVENTS = pd.DataFrame(
    [("promotion", pd.Timestamp("2026-08-31"), pd.Timestamp("2026-09-20"), "Back to school")],
    columns=["kind", "first_date", "last_date", "note"],
)


def quote(day):
    return Quote(day, "survey", None, None, "P-101", None, None, None, "Too dear.")


def evidence(**changes):
    usual = {
        "subject": TRIDENT,
        "warning": replace(BASE, probability=0.87),
        "as_of": AS_OF,
        "currency": "EUR",
        "weeks": weeks(101_000.0, 90_000.0, 90_400.0),
        "first_choice": CHANGE,
        "prices": pd.DataFrame({"price": [8.4]}),
        "price_steps": (STEP,),
        "drivers": [driver("North-East", 0.62, 0.41, 0.8), driver("Elm Pharmacy", 0.2, 0.1, 0.3, "customer")],
        "customers": customers(
            ("Elm", 10e3, 50e3), ("Oak", 5e3, 40e3), ("Ash", 0.0, 9e3), ("Fir", 1e3, 2e3), ("Yew", 9e3, 8e3)
        ),
        "quotes": [quote(date(2026, 11, 18)), quote(date(2026, 10, 30))],
        "series_count": 412,
    }
    return [f"{step}: {text}" for step, text in steps.evidence_sentences(**(usual | changes)).items()]


def evidences():
    yield (
        "evidence_found",
        [
            *evidence(),
            *evidence(
                subject=TRIDENT_NORTH_EAST,
                warning=replace(BASE, is_certain=False, probability=0.97),
                weeks=weeks(90_000.0),
                first_choice=replace(CHANGE, after_share=0.52, probability_fell=0.02),
                price_steps=(
                    replace(STEP, price_after=10.5, gap_share=None, own_price=None),
                    replace(STEP, region="North-East", gap_share=-0.04, own_price=None),
                    replace(STEP, step_date=date(2026, 9, 1)),
                ),
                customers=customers((None, 1e3, 9e3)),
                quotes=[quote(date(2025, 12, 18))],
                events=EVENTS,
                late=(NORTH,),
                series_count=None,
            ),
        ],
    )
    yield (
        "evidence_nothing",
        evidence(
            warning=replace(BASE, probability=None),
            weeks=weeks(106_000.0, 106_100.0),
            first_choice=replace(CHANGE, probability_fell=0.6),
            price_steps=(),
            drivers=[],
            customers=customers(("Elm", 50e3, 50e3), ("Oak", 45e3, 40e3)),
            quotes=[],
        ),
    )
    yield (
        "evidence_no_data",
        [
            *evidence(
                warning=None,
                weeks=weeks(90_000.0, is_complete=False),
                first_choice=None,
                prices=pd.DataFrame({"price": []}),
                price_steps=(),
                drivers=None,
                customers=customers(),
                quotes=[],
            ),
            *evidence(
                warning=None,
                weeks=weeks(130_000.0, 106_000.0),
                first_choice=replace(CHANGE, before_share=None, after_share=None, after_count=1, before_count=12),
                drivers=[],
            ),
        ],
    )


def verdicts():
    days = {"as_of": date(2026, 11, 18), "first_date": date(2026, 10, 12), "last_date": date(2026, 12, 16)}
    said = {word: builders.verdict(word, **days, reason="Two \n reps say so", person="anna") for word in VERDICTS}
    one_day = replace(said["data error"], first_date=date(2026, 11, 17), last_date=date(2026, 11, 17))
    back = replace(said["real"], reverted_at=datetime(2026, 11, 20, 9, 0), reverted_by="ben")
    closing = [each for word, each in said.items() if word != "real"]
    yield (
        "verdicts",
        [
            verdict_wording.confirmed(said["real"], AS_OF),
            verdict_wording.expected(said["expected"], AS_OF),
            verdict_wording.false_alarm(said["false alarm"], AS_OF),
            *(verdict_wording.told(each, AS_OF) for each in said.values()),
            *(verdict_wording.given(each, AS_OF) for each in (said["real"], back)),
        ],
    )
    yield (
        "closed",
        [
            *(verdict_wording.answered(each, AS_OF) for each in (*closing, one_day)),
            verdict_wording.cleared(date(2026, 11, 20), AS_OF),
            verdict_wording.lapsed(date(2026, 11, 20), AS_OF),
            verdict_wording.gone(date(2026, 11, 20), AS_OF),
            verdict_wording.withdrawn(date(2026, 1, 2), AS_OF),
            reasons.recovering_with(TRIDENT, date(2026, 11, 20), AS_OF),
            reasons.quiet_with(TRIDENT, date(2027, 1, 15), AS_OF),
        ],
    )


CASES = dict([*headlines(), *mornings(), *arrivals(), *others(), *evidences(), *verdicts()])


@pytest.mark.parametrize("kind", CASES)
def test_every_sentence_reads_as_agreed(kind):
    assert "\n".join(CASES[kind]) + "\n" == (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8")


def test_every_golden_text_is_read_by_a_test():
    tests = "".join(path.read_text(encoding="utf-8") for path in GOLDEN.parent.glob("test_*.py"))
    assert {path.stem for path in GOLDEN.glob("*.txt")} >= set(CASES)
    assert not [path.stem for path in GOLDEN.glob("*.txt") if f'"{path.stem}"' not in tests]


@pytest.mark.parametrize("kind", CASES)
def test_no_sentence_claims_more_than_we_know(kind):
    text = "\n".join(CASES[kind])
    assert not re.search(r"caus(ed|es|ing)\b|anomal|significan|will leave|p-value|\bnan\b|  ", text, re.IGNORECASE)
    assert not re.search(r"\bNone\b(?! of)", text)
    assert all(re.search(r"[.?]$", line) for line in CASES[kind]) or kind == "data_line"


def test_a_number_never_stands_without_its_minus():
    assert not re.search(r"-[€£$\d]", "\n".join(line for lines in CASES.values() for line in lines))


def test_a_driver_whose_range_holds_zero_is_not_named():
    assert "North-East" not in said(drivers=[driver("North-East", 0.6, -0.01, 0.9)])


def test_names_stand_as_the_data_has_them():
    name = "<b>Tri*dent*</b> $5"
    assert said(subject=replace(TRIDENT, name=name)).startswith(name)


def test_what_is_said_without_a_currency_has_no_symbol():
    assert "−212 k so far" in said(currency=None)
