"""Filled-in records of the model and tables drawn as text: a test names only what it is about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd

from signals import model
from signals.periods import quarter_after, quarter_of
from signals.pipeline import Plan

AS_OF = date(2026, 11, 21)
ONSET = date(2026, 10, 12)


def drawn(text: str) -> pd.DataFrame:
    """A table as text: a line a row, cells between bars, the headings first; a blank cell is None."""
    header, *rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    return pd.DataFrame(rows, columns=header)


def subject(name: str = "Trident", **changes) -> model.Subject:
    return model.Subject(
        **{"kind": "product", "name": name, "product_id": "P-101", "category": "Pain relief"} | changes
    )


def warning(name: str = "Trident", **changes) -> model.Warning:
    defaults = {
        "key": f"sales:product:{name}:2026-10-12",
        "kind": "sales",
        "severity": "act",
        "subject": subject(name),
        "headline": f"{name} is 14 % below expected since about 12 October, −€212 k so far.",
        "onset": ONSET,
        "first_warned": date(2026, 10, 26),
        "observed": 1_302_000.0,
        "expected": 1_514_000.0,
        "effect_share": -0.14,
        "effect_low": -0.19,
        "effect_high": -0.09,
        "stake": 212_000.0,
        "evidence": 6.1,
        "probability": None,
        "is_certain": True,
        "drivers": (driver(), driver(name="North", share=0.2, share_low=0.08, share_high=0.31)),
        "trend": (250.0, 252, 247, 260, 255, 249, 251, 240, 226, 214, 209, 211, 205),
        "reason": "First warned on 26 October; worsening.",
    }
    return model.Warning(**defaults | changes)


def verdict(verdict: str = "expected", **changes) -> model.Verdict:
    defaults = {
        "verdict_id": 1,
        "warning_key": warning().key,
        "verdict": verdict,
        "reason": "The shelf is being rebuilt",
        "as_of": AS_OF,
        "first_date": ONSET,
        "last_date": AS_OF + timedelta(days=28),
        "warning": warning(),
        "is_act": True,
        "person": "anna",
        "given_at": datetime(2026, 11, 22, 8, 0),
    }
    return model.Verdict(**defaults | changes)


def driver(**changes) -> model.Driver:
    defaults = {"dimension": "region", "name": "North-East", "observed": 210_000.0, "expected": 345_000.0}
    shares = {"share": 0.64, "share_low": 0.51, "share_high": 0.77}
    return model.Driver(**defaults | shares | changes)


def customer_at_risk(name: str = "Brightwater Pharmacy", **changes) -> model.CustomerAtRisk:
    defaults = {
        "customer_id": "C-10042",
        "customer_name": name,
        "segment": "Pharmacy",
        "region": "North-East",
        "account_owner": "M. Okafor",
        "state": "about to be lost",
        "p_churn": 0.81,
        "p_lost": 0.74,
        "value_at_risk": 18_400.0,
        "days_since_last_order": 62,
        "usual_gap_days": 21.0,
        "last_order_date": AS_OF - timedelta(days=62),
        "headline": "Last bought 62 days ago, usually every 21; 74 % likely lost; €18 k a year at risk.",
        "last_words": "The rep has not been here since summer, and Reliva is cheaper now.",
        "last_words_date": date(2026, 10, 30),
    }
    return model.CustomerAtRisk(**defaults | changes)


def morning(**changes) -> model.Morning:
    defaults = {
        "as_of": AS_OF,
        "data_through": AS_OF,
        "data_version": 12,
        "computed_at": datetime(2026, 11, 22, 6, 0, tzinfo=UTC),
        "currency": "EUR",
        "false_discovery_rate": 0.10,
        "warnings": (
            warning(),
            warning("Orion", severity="watch", stake=48_000.0, reason="Watched: young."),
        ),
        "noted": (warning("Solara Spray", severity="noted", drivers=(), reason="Noted: a promotion ended."),),
        "suppressed": (warning("Pain relief", reason="Said in the row of Trident, which carries most of it."),),
        "stable_count": 31,
        "stable_weeks": 9,
        "unjudged": {"learning": 2, "too_few_orders": 3},
        "late": (model.DataState("region", "North", date(2026, 11, 17), 3),),
        "regions_count": 8,
        "ledger": ledger(),
        "nowcast": nowcast(),
        "calls": (
            customer_at_risk(),
            customer_at_risk("Hill Street Chemist", last_words=None),
            customer_at_risk("Dr Lange"),
        ),
        "anonymous_share": 0.04,
    }
    return model.Morning(**defaults | changes)


def quarter_said(**changes) -> model.QuarterSaid:
    defaults = {
        "quarter": "2026-Q4",
        "last_date": date(2026, 12, 31),
        "said_date": date(2026, 10, 28),
        "day_in_quarter": 28,
        "estimate": 18_900_000.0,
        "low80": 17_900_000.0,
        "high80": 20_000_000.0,
        "low95": 17_000_000.0,
        "high95": 21_000_000.0,
        "run_rate": 19_200_000.0,
        "last_year": 18_900_000.0,
        "became": None,
        "is_replayed": True,
    }
    return model.QuarterSaid(**defaults | changes)


def outlook(**changes) -> model.Outlook:
    days = [date(2026, 10, 1) + timedelta(days=number) for number in range(92)]
    bounds = {"low80": 17.6e6, "high80": 19.1e6, "low95": 17.1e6, "high95": 19.6e6}
    ahead = {name: 9.9e6 + (value - 9.9e6) / 2 for name, value in bounds.items()}
    defaults = {
        "nowcast": nowcast(),
        "running": tuple(
            model.RunningDay(day, (number + 1) * 190_000.0 if day <= AS_OF else None, (number + 1) * 205_000.0)
            for number, day in enumerate(days)
        ),
        "fan": (
            model.FanDay(days[71], 14.1e6, **ahead),
            model.FanDay(days[91], 18.4e6, **bounds),
        ),
        "said": (
            quarter_said(),
            quarter_said(said_date=date(2026, 11, 18), day_in_quarter=49, estimate=18.5e6, is_replayed=False),
        ),
        "stakes": (
            model.QuarterStake(warning("Trident").key, "act", "Trident", 212_000.0, 180_000.0),
            model.QuarterStake(warning("Orion").key, "watch", "Orion", 20_000.0, 0.0),
        ),
        "bridges": (
            model.Bridge("plan by cause", 19.5e6, (("Trident", -392_000.0), ("All else", -708_000.0)), 18.4e6, "So"),
            model.Bridge("last year by product", 18.9e6, (("Trident", -900_000.0), ("New", 400_000.0)), 18.4e6, "So"),
        ),
    }
    return model.Outlook(**defaults | changes)


def quarter(**changes) -> model.QuarterOfCompany:
    money = {"actual_to_date": 400_000.0, "estimate": 700_000.0, "low80": 650_000.0, "high80": 760_000.0}
    bounds = {"low95": 600_000.0, "high95": 800_000.0, "target": None, "last_year": 900_000.0}
    rows = [("product", "P-1", "Trident"), ("category", "Cough", "Cough"), ("region", "North-East", "North-East")]
    defaults = {
        "as_of": AS_OF,
        "currency": "EUR",
        "days_left": 40,
        "outlook": outlook(),
        "parts": pd.DataFrame(
            [{"kind": kind, "key": key, "name": name, **money, **bounds} for kind, key, name in rows]
        ),
    }
    return model.QuarterOfCompany(**defaults | changes)


def plan(**changes) -> Plan:
    quarters = [quarter_of(AS_OF)]
    quarters.append(quarter_after(quarters[0]))
    defaults = {
        "currency": "EUR",
        "quarters": tuple(quarters),
        "parts": (("category", "Cough", "Cough"), ("product", "P-1", "Trident")),
        "targets": (
            model.Target("2026-Q4", None, None, None, 19_500_000.0, 3),
            model.Target("2026-Q4", None, "P-1", None, 900_000.0, 4),
        ),
    }
    return Plan(**defaults | changes)


def ledger(**changes) -> model.Ledger:
    defaults = {
        "first_date": date(2025, 11, 22),
        "last_date": AS_OF,
        "before_first_date": date(2024, 11, 22),
        "counts": {"new": 61, "retained": 812, "reactivated": 9, "lost": 84},
        "revenue": {
            "before": 61_000_000.0,
            "lost": 2_100_000.0,
            "contraction": 3_400_000.0,
            "expansion": 4_600_000.0,
            "reactivated": 200_000.0,
            "new": 1_900_000.0,
            "now": 62_200_000.0,
        },
    }
    return model.Ledger(**defaults | changes)


def nowcast(**changes) -> model.Nowcast:
    defaults = {
        "quarter": "2026-Q4",
        "first_date": date(2026, 10, 1),
        "last_date": date(2026, 12, 31),
        "actual_to_date": 9_900_000.0,
        "estimate": 18_400_000.0,
        "low80": 17_600_000.0,
        "high80": 19_100_000.0,
        "low95": 17_100_000.0,
        "high95": 19_600_000.0,
        "target": 19_500_000.0,
        "last_year": 18_900_000.0,
    }
    return model.Nowcast(**defaults | changes)


def quote(verbatim: str = "Reliva does the same for a euro less.", **changes) -> model.Quote:
    defaults = {
        "given_date": date(2026, 11, 9),
        "source": "survey",
        "customer_id": "C-10042",
        "customer_name": "Brightwater Pharmacy",
        "product_id": "P-101",
        "touchpoint": "prices",
        "score": 5.0,
        "scale": "nps",
    }
    return model.Quote(**defaults | {"verbatim": verbatim} | changes)


def share_change(**changes) -> model.ShareChange:
    defaults = {
        "brand": "Trident",
        "before_share": 0.41,
        "before_low": 0.37,
        "before_high": 0.45,
        "before_count": 612,
        "after_share": 0.33,
        "after_low": 0.27,
        "after_high": 0.39,
        "after_count": 214,
        "probability_fell": 0.98,
        "rivals": (("Reliva", 0.18, 0.27), ("Dolorex Forte", 0.2, 0.21)),
    }
    return model.ShareChange(**defaults | changes)


def weeks(count: int = 60) -> pd.DataFrame:
    rng = np.random.default_rng(3)
    mondays = pd.date_range(end=pd.Timestamp(AS_OF) - pd.Timedelta(days=5), periods=count, freq="W-MON")
    expected = 250_000 + 20_000 * np.sin(np.arange(count) / 8)
    fall = np.where(mondays >= pd.Timestamp(ONSET), 0.86, 1.0)
    return pd.DataFrame(
        {
            "week": mondays,
            "actual": expected * fall * rng.normal(1, 0.025, count),
            "expected": expected,
            "low": expected * 0.94,
            "high": expected * 1.06,
            "is_complete": [True] * (count - 1) + [False],
        }
    )


def evidence(**changes) -> model.Evidence:
    observed = pd.date_range(end=AS_OF, periods=40, freq="7D")
    fallen = observed >= pd.Timestamp(2026, 10, 3)
    prices = [
        pd.DataFrame({"observed_date": observed, "competitor": rival, "competitor_product": product, "price": price})
        for rival, product, price in (
            ("Borealis Health", "Reliva", np.where(fallen, 6.9, 8.3)),
            ("Norden Pharma", "Dolorex Forte", np.full(40, 8.6)),
        )
    ]
    defaults = {
        "subject": subject(),
        "as_of": AS_OF,
        "currency": "EUR",
        "warning": warning(),
        "headline": warning().headline,
        "weeks": weeks(),
        "events": pd.DataFrame(
            {
                "kind": ["promotion"],
                "first_date": [pd.Timestamp(2026, 6, 1)],
                "last_date": [pd.Timestamp(2026, 6, 28)],
                "note": ["Summer offer"],
            }
        ),
        "first_choice": share_change(),
        "prices": pd.concat(prices).assign(region="North-East"),
        "own_prices": pd.DataFrame({"week": weeks(40)["week"], "price": np.full(40, 7.9)}),
        "price_steps": (
            model.PriceStep("Borealis Health", "Reliva", "North-East", date(2026, 10, 3), 8.3, 6.9, 7.9, 0.145),
        ),
        "drivers": (driver(), driver(name="North", share=0.2, share_low=0.08, share_high=0.31)),
        "customers": pd.DataFrame(
            {
                "customer_id": ["C-10042", "C-10077"],
                "customer_name": ["Brightwater Pharmacy", "Hill Street Chemist"],
                "region": ["North-East", "North-East"],
                "account_owner": ["M. Okafor", "T. Lindqvist"],
                "observed": [3_100.0, 8_050.0],
                "expected": [21_000.0, 19_400.0],
                "state": ["about to be lost", "slowing"],
            }
        ),
        "quotes": (quote(), quote("I still like Trident, but the price went up.", score=None, scale=None)),
        "sentences": {
            "sales": "Trident sold 14 % less than expected since about 12 October; the last two weeks are 18 % below.",
            "first_choice": "Fewer customers name Trident first: 33 % of 214, against 41 % of 612 before.",
            "prices": "Reliva went from 8.30 to 6.90 on 3 October; ours is now 14 % dearer.",
            "drivers": "The North-East accounts for most of it.",
            "customers": "Two customers carry 29 % of what is missing.",
            "words": "They speak of price more than the others do.",
            "certainty": "So large a gap comes by chance less than once in a hundred product-quarters.",
        },
    }
    return model.Evidence(**defaults | changes)


def voiced_evidence(**changes) -> model.Evidence:
    """Of what customers say while they buy as before."""
    told = model.Voiced(
        weeks=pd.DataFrame({"week": weeks(52)["week"], "value": [1.0] * 46 + [7.0] * 6, "n": [1] * 46 + [7] * 6}),
        unit="Complaints a week",
        is_count=True,
        before=1.0,
        speakers=pd.DataFrame(
            {
                "customer_id": ["C-10042"],
                "customer_name": ["Brightwater Pharmacy"],
                "region": ["North-East"],
                "account_owner": ["M. Okafor"],
                "voices_count": [3],
                "last_date": [pd.Timestamp(AS_OF)],
                "state": ["stable"],
            }
        ),
        quotes=(quote("The blister does not open."),),
    )
    sentences = {
        "voiced": "Complaints a week: 7 and 7 in the last two; 1 was usual before.",
        "sales": "Orion brought what was expected.",
        "customers": "1 customer said so since 12 October: Brightwater Pharmacy.",
        "words": "1 remark since 12 October, the latest of 9 November.",
        "certainty": "One witness: it could also be a campaign.",
    }
    warned = voiced()
    defaults = {
        "subject": warned.subject,
        "warning": warned,
        "headline": warned.headline,
        "first_choice": None,
        "prices": pd.DataFrame(),
        "price_steps": (),
        "drivers": (),
        "customers": pd.DataFrame(),
        "quotes": told.quotes,
        "sentences": sentences,
        "voiced": told,
        "witnesses": (warned.witness, witness(metric="score", scale="stars", sentence="stars of Orion is 2.1")),
    }
    return evidence(**defaults | changes)


def products() -> pd.DataFrame:
    names = ["Trident", "Orion", "Solara Spray", "Dolvenna Gel", "Tussivane Syrup", "Nasalva"]
    return pd.DataFrame(
        {
            "product_id": [f"P-{101 + place}" for place in range(6)],
            "product_name": names,
            "category": ["Pain relief", "Pain relief", "Sun", "Pain relief", "Cold", "Cold"],
            "state": ["act", "watch", "stable", "stable", "learning", "stable"],
            "evidence": [6.1, 2.4, -0.4, 0.1, None, 0.0],
            "revenue_28_days": [820_400.0, 412_300, 98_000, 230_110, 18_000, 77_000],
            "expected_28_days": [953_900.0, 440_000, 97_000, 228_000, None, 78_000],
            "effect_share": [-0.14, -0.063, 0.01, 0.009, None, -0.013],
            "revenue_year": [12_300_000.0, 5_100_000, 1_400_000, 2_900_000, 18_000, 990_000],
            "trend": [list(warning().trend)] * 6,
            "warning_key": [warning().key, None, None, None, None, None],
            "first_choice": [0.33, 0.35, None, None, None, None],
            "first_choice_before": [0.41, 0.44, None, None, None, None],
            "first_choice_count": [214, 160, None, None, None, None],
            "price_gap": [0.17, 0.0, None, -0.05, None, None],
            "price_gap_to": ["Borealis Health: Reliva", "Casa Verde: Polenil", None, "Norden: Mobigelo", None, None],
            "nps": [4.0, -12.0, None, None, None, None],
            "nps_count": [612, 400, None, None, None, None],
            "stars": [3.9, 2.4, 4.1, None, None, None],
            "stars_count": [40, 62, 11, None, None, None],
            "returns": [0.012, 0.031, 0.0, 0.01, 0.02, 0.01],
            "category_share": [0.5, 0.3, 1.0, 0.2, 0.4, 0.6],
            "quarter_gap": [-210_000.0, -96_000, 4_000, 11_000, None, -2_000],
        }
    )


def customers() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "customer_id": ["C-10042", "C-10077", "C-10101"],
            "customer_name": ["Brightwater Pharmacy", "Hill Street Chemist", None],
            "segment": ["Pharmacy", "Pharmacy", "Web"],
            "region": ["North-East", "North", None],
            "account_owner": ["M. Okafor", "T. Lindqvist", None],
            "state": ["about to be lost", "watch", "lost"],
            "p_churn": [0.81, 0.52, 0.97],
            "p_lost": [0.74, 0.41, 1.0],
            "value_at_risk_year": [18_400.0, 7_100.0, 800.0],
            "rate_year": [24_900.0, 17_300.0, 800.0],
            "share_of_revenue": [0.02, 0.01, 0.0],
            "limit_days": [90.0, 90.0, 120.0],
            "first_date": pd.to_datetime(["2024-02-01", "2024-05-04", "2026-05-04"]),
            "is_one_time": [False, False, True],
            "is_dominant": [False, False, False],
            "colleagues_count": [1.0, 2.0, None],
            "colleague": ["M. Okafor", "T. Lindqvist", None],
            "last_contact_date": pd.to_datetime(["2026-10-30", "2026-11-02", None]),
            "days_since_last_order": [62, 40, 201],
            "usual_gap_days": [21.0, 28.0, 40.0],
            "last_order_date": pd.to_datetime(["2026-09-20", "2026-10-12", "2026-05-04"]),
            "purchase_days": [34, 20, 6],
        }
    )


def customer_file(**changes) -> model.CustomerFile:
    days = pd.date_range(end=AS_OF - timedelta(days=62), periods=30, freq="21D")
    defaults = {
        "as_of": AS_OF,
        "currency": "EUR",
        "score": customer_at_risk(),
        "customer_id": "C-10042",
        "customer_name": "Brightwater Pharmacy",
        "segment": "Pharmacy",
        "region": "North-East",
        "account_owner": "M. Okafor",
        "email": "orders@brightwater.example",
        "phone": "+44 191 498 0742",
        "estimated_spend": 60_000.0,
        "estimate_source": "pharmacy panel, 2025",
        "limit_days": 90.0,
        "revenue_year": 24_900.0,
        "purchase_days": pd.DataFrame({"sold_date": days, "revenue": np.linspace(400, 900, 30)}),
        "revenue_by_year": pd.DataFrame(
            {
                "year": [2024, 2025, 2025, 2026],
                "category": ["Pain relief", "Pain relief", "Cold", "Pain relief"],
                "revenue": [2_000.0, 9_000.0, 3_000.0, 7_500.0],
            }
        ),
        "prices": pd.DataFrame(
            {
                "product_id": ["P-101", "P-201"],
                "product_name": ["Trident", None],
                "quantity": [100.0, 50.0],
                "revenue": [727.0, 490.0],
                "list_price": [7.9, None],
            }
        ),
        "feedback": remarks(),
        "complaints": remarks().iloc[[1]].assign(answer_hours=30.0, is_in_time=pd.array([False], dtype="boolean")),
        "quotes": (quote(),),
        "suggestions": (
            model.LineSuggestion("P-404", "Calmabel", ("Trident", "Orion"), 0.4, "Pharmacy"),
            model.LineSuggestion("P-803", "Burnova", (), 0.26, None),
        ),
        "experience": "bad",
        "treatment": model.Treatment("Pharmacy", 127, 242, 0.04, -0.14, 0.18, 0.06, 0.3),
        "recommendation": model.Recommendation("Pharmacy", 31.0, 24.0, 38.0, 212),
    }
    return model.CustomerFile(**defaults | changes)


def remarks() -> pd.DataFrame:
    """A customer's feedback, the newest first."""
    day = pd.to_datetime(["2026-11-09", "2026-10-30", "2026-04-02"])
    return pd.DataFrame(
        {
            "feedback_id": ["F-3", "F-2", "F-1"],
            "given_date": day,
            "received_at": day,
            "source": ["survey", "complaint", "call"],
            "product_id": ["P-101", None, None],
            "product_name": ["Trident", None, None],
            "touchpoint": ["prices", "delivery", None],
            "score": [5.0, None, 9.0],
            "scale": ["nps", None, "nps"],
            "verbatim": ["Reliva does the same for a euro less.", "Late again.", None],
            "acknowledged_at": [pd.NaT, day[1] + pd.Timedelta(hours=30), pd.NaT],
            "resolved_at": pd.to_datetime([None, None, None]),
            "heard_by": [None, None, "M. Okafor"],
        }
    )


def action(**changes) -> model.Action:
    defaults = {
        "action_id": 1,
        "warning_key": None,
        "customer_id": "C-10042",
        "what": "Call: ask about the late deliveries",
        "owner": "M. Okafor",
        "due_date": date(2026, 11, 28),
        "state": "open",
        "created_at": datetime(2026, 11, 22, 8, 0),
        "created_by": "anna",
    }
    return model.Action(**defaults | changes)


def witness(**changes) -> model.Witness:
    defaults = {
        "metric": "complaints",
        "subject": subject("Orion", product_id="P-201"),
        "state": "act",
        "is_bad": True,
        "since": ONSET,
        "strength": 5.0,
        "sentence": "complaints of Orion came 2.1 times as often (37 complaints since 12 October)",
        "n": 37,
    }
    return model.Witness(**defaults | changes)


def voiced(**changes) -> model.Warning:
    """Of what customers say while they buy as before."""
    told = witness(observed=21.0, expected=10.0, effect_low=4.0, effect_high=19.0)
    defaults = {
        "key": "complaints:product:P-201:2026-10-12",
        "kind": "feedback_shift",
        "severity": "watch",
        "subject": told.subject,
        "headline": "Complaints of Orion came 2.1 times as often (37 complaints since 12 October); sales are as usual.",
        "observed": told.observed,
        "expected": told.expected,
        "effect_share": 1.1,
        "effect_low": 0.4,
        "effect_high": 1.9,
        "stake": float("nan"),
        "evidence": told.strength,
        "is_certain": False,
        "drivers": (),
        "trend": (),
        "reason": "New: first warned on 26 October. One witness alone is watched, not acted on.",
        "life": "new",
        "witness": told,
    }
    return warning(**defaults | changes)


def voices(**changes) -> pd.DataFrame:
    """Feedback with product, department, stage and tone, the newest first."""
    days = pd.date_range(end=AS_OF, periods=60, freq="5D")[::-1]
    place = np.arange(60)
    defaults = {
        "feedback_id": [f"F-{number}" for number in place],
        "given_date": days,
        "source": np.where(place % 3 == 0, "complaint", "survey"),
        "customer_id": [f"C-{number}" for number in place],
        "customer_name": [f"Customer {number}" for number in place],
        "segment": "Pharmacy",
        "region": np.where(place % 2 == 0, "North", "South"),
        "product_id": "P-101",
        "product": "Trident",
        "touchpoint": np.where(place % 3 == 0, "delivery", "product"),
        "department": np.where(place % 3 == 0, "Logistics", "Product"),
        "stage": "interaction",
        "score": np.where(place % 3 == 0, np.nan, 9.0),
        "scale": np.where(place % 3 == 0, None, "nps"),
        "verbatim": np.where(place % 3 == 0, "The delivery came late.", "It works well."),
        "received_at": days,
        "acknowledged_at": pd.NaT,
        "resolved_at": pd.NaT,
        "tone": np.where(place % 3 == 0, "bad", "good"),
    }
    return pd.DataFrame(defaults | changes)


def voice(**changes) -> model.VoiceOfCustomers:
    said = voices(**changes)
    is_late = said["source"] == "complaint"
    themes = pd.DataFrame({"feedback_id": said.loc[is_late, "feedback_id"], "theme": "late", "name": "Late deliveries"})
    return model.VoiceOfCustomers(AS_OF, said, themes)


def newcomers() -> tuple[model.Newcomers, ...]:
    months = pd.date_range("2024-08-01", periods=24, freq="MS")
    return tuple(model.Newcomers(month.date(), 30, 22 if place < 12 else 26) for place, month in enumerate(months))


def customer_rehearsal(**changes) -> model.CustomerRehearsal:
    bins = tuple(
        model.CalibrationBin(low / 10, low / 10 + 0.1, low / 10 + 0.05, low / 10 + 0.06, 410) for low in range(10)
    )
    chance = model.ChanceRehearsal("did not return", 4_100, bins, 0.01, 0.79)
    defaults = {
        "as_of": AS_OF,
        "chances": (chance, replace(chance, what="passed their limit")),
        "morning_list": model.ListRehearsal(date(2024, 11, 24), date(2026, 8, 23), 8, 80, 69, 0.2),
        "lines": model.LineRehearsal(
            "EASE", date(2025, 11, 22), date(2026, 8, 22), 6_485, 0.24, 0.23, 0.25, 0.15, 0.09, 0.08, 0.11
        ),
        "line_kind": "product",
        "line_method": "EASE",
        "lines_count": 2_700,
        "customers_count": 5_851,
    }
    return model.CustomerRehearsal(**defaults | changes)


def base(**changes) -> model.BaseOfCustomers:
    parts = [
        {"part": part, "name": name, "new_count": 30, "retained_count": 400, "reactivated_count": 4, "lost_count": 42}
        | {key: value / 2 for key, value in ledger().revenue.items()}
        | {"grr": 0.91, "nrr": 0.99, "retention": 0.9}
        for part in ("segment", "region", "account_owner")
        for name in ("one", "two")
    ]
    defaults = {
        "as_of": AS_OF,
        "currency": "EUR",
        "period": "year",
        "ledger": ledger(),
        "rates": model.BaseRates(0.91, 0.99, 0.9, 0.88, 0.92, 896),
        "parts": pd.DataFrame(parts),
        "costs": model.Costs(18_910.0, 38_976.0, 61, 812, 310.0, 48.0, 12),
        "at_risk": pd.DataFrame({"customer_id": ["a", "b"], "p_lost": [0.5, 0.8], "rate_year": [10_000.0, 20_000.0]}),
        "cohorts": tuple(
            model.Cohort(date(2025, 1 + 3 * born, 1), age, 60, 60 - 8 * age, 1_000.0)
            for born in range(3)
            for age in range(7 - born)
        ),
        "newcomers": newcomers(),
        "rehearsal": customer_rehearsal(),
    }
    return model.BaseOfCustomers(**defaults | changes)


def load_report(**changes) -> model.LoadReport:
    defaults = {
        "file": "sales_november.csv",
        "kind": "sales",
        "outcome": "load",
        "load_id": 3,
        "state": "live",
        "rows_read": 1_204,
        "rows_accepted": 1_202,
        "rows_new": 1_190,
        "rows_replaced": 12,
        "rows_rejected": 2,
        "amount": Decimal("48210.50"),
        "amounts": {"": Decimal("48210.50")},
        "by_month": {"2026-10": Decimal("20210.50"), "2026-11": Decimal("28000.00")},
        "customers": 311,
        "first_date": date(2026, 10, 1),
        "last_date": AS_OF,
        "format": {
            "encoding": "utf-8",
            "delimiter": ";",
            "decimal": "comma",
            "date_format": "dmy",
            "header_line": 1,
            "columns": {"order_id": "Invoice", "sold_date": "Date", "revenue": "Amount"},
        },
        "rejects": (
            model.Refusal(17, "bad_date", "31/31/2026 is no date.", "sold_date", "31/31/2026"),
            model.Refusal(40, "bad_number", "n/k is no number.", "revenue", "=n/k"),
        ),
        "notes": ("Revenue is quantity times price.",),
        "sample": ({"order_id": "A-1", "sold_date": "2026-10-01", "revenue": "40.20"},),
        "choices": {"order_id": ("Invoice", "Date", "Amount"), "sold_date": ("Invoice", "Date", "Amount")},
    }
    return model.LoadReport(**defaults | changes)


def replayed_warning(name: str = "Trident", **changes) -> model.ReplayedWarning:
    defaults = {
        "key": f"sales:product:{name}:2026-07-12",
        "subject": subject(name),
        "headline": f"{name} is 14 % below expected since about 12 July, −€212 k so far.",
        "first_warned": date(2026, 8, 20),
        "onset": date(2026, 7, 12),
        "effect_share": -0.14,
        "stake": 212_000.0,
        "quarter": "2026-Q3",
        "lead_days_to_quarter_end": 41,
        "quarter_actual": 1_510_000.0,
        "quarter_expected": 1_760_000.0,
        "quarter_last_year": 1_720_000.0,
        "after_share": -0.16,
        "outcome": "confirmed",
    }
    return model.ReplayedWarning(**defaults | changes)


def backtest(**changes) -> model.Backtest:
    passed = replayed_warning("Orion", outcome="not confirmed", after_share=0.02, lead_days_to_quarter_end=60)
    running = {"quarter_actual": None, "quarter_expected": None, "quarter_last_year": None, "after_share": None}
    young = replayed_warning("Nasalva", outcome="open", quarter="2026-Q4", lead_days_to_quarter_end=40, **running)
    seen = {"n": 40, "found_14": 0.2, "found_28": 0.6}
    defaults = {
        "first_date": date(2025, 5, 12),
        "last_date": AS_OF,
        "facts_version": 7,
        "computed_at": datetime(2026, 11, 22, 6, 0),
        "seconds": 24.0,
        "currency": "EUR",
        "promise": 0.10,
        "series_quarters": 1_400.0,
        "warnings": (young, replayed_warning(), passed),
        "detection": (
            model.Detection("3 to 10", 0.3, "any", found_56=0.4, median_days=None, **seen),
            model.Detection("3 to 10", 0.5, "any", found_56=0.9, median_days=12.0, **seen),
        ),
        "controls": (model.ControlRate("3 to 10", 9, 900.0),),
        "calibration": (
            model.CalibrationBin(0.0, 0.05, 0.02, 0.015, 9000),
            model.CalibrationBin(0.8, 0.95, 0.86, 0.83, 300),
        ),
        "calibration_error": 0.012,
        "rehearsed_days": 500,
        "nowcast": (
            model.NowcastError(7, 0.06, 8, 0.75, 1.0, run_rate_error=0.09, last_year_error=0.07, ranges=8),
            model.NowcastError(28, 0.04, 8, 0.875, 1.0, run_rate_error=0.05, last_year_error=None, ranges=8),
        ),
        "quarters": (
            quarter_said(quarter="2026-Q3", said_date=date(2026, 7, 28), became=21_000_000.0),
            quarter_said(quarter="2026-Q3", said_date=date(2026, 8, 4), day_in_quarter=35, became=21_000_000.0),
            quarter_said(quarter="2026-Q2", said_date=date(2026, 4, 28), became=18_000_000.0, is_replayed=False),
        ),
        "products_nowcast": (
            model.ProductsError("2026-Q2", 28, 30, 0.10, 0.14, 0.3, 0.8, 0.94),
            model.ProductsError("2026-Q3", 28, 90, 0.06, 0.10, None, None, None),
            model.ProductsError("2026-Q3", 56, 90, 0.03, 0.04, None, 0.9, 1.0),
        ),
    }
    return model.Backtest(**defaults | changes)
