"""A second witness of the same fall makes it urgent and is named; one alone is watched."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import builders
import pytest

from signals.triage import playbook, reasons
from signals.triage.witnesses import alone, beside, with_second_witness, witness_of

AS_OF = builders.AS_OF
TRIDENT = builders.subject()
WITNESS = builders.witness(subject=TRIDENT)


def watched(**changes):
    return builders.warning(**{"severity": "watch", "evidence": 3.5, "reason": reasons.YOUNG} | changes)


def confirmed(warning, *witnesses):
    return with_second_witness((warning,), witnesses, AS_OF)[0]


def test_a_watched_fall_that_customers_confirm_needs_somebody_and_says_which_two():
    told = confirmed(watched(), WITNESS)
    assert told.severity == "act"
    assert told.reason == f"Two witnesses, its sales and one more. Also: {WITNESS.sentence}."


@pytest.mark.parametrize(
    "witness",
    [
        replace(WITNESS, is_bad=False),
        replace(WITNESS, since=builders.ONSET - timedelta(days=80)),
        replace(WITNESS, subject=builders.subject("Orion", product_id="P-201")),
    ],
    ids=["good news", "another time", "another product"],
)
def test_what_does_not_speak_of_the_same_fall_is_no_witness(witness):
    assert confirmed(watched(), witness) == watched()


def test_two_weak_witnesses_are_not_enough():
    told = confirmed(watched(evidence=2.1), replace(WITNESS, strength=3.3))
    assert told.severity == "watch" and WITNESS.sentence in told.reason


def test_what_is_small_for_the_company_stays_watched():
    assert confirmed(watched(reason=reasons.SMALL), WITNESS).severity == "watch"


def test_what_needs_somebody_already_says_the_witness_too():
    told = confirmed(builders.warning(), WITNESS)
    assert told.severity == "act" and WITNESS.sentence in told.reason


def test_a_rise_has_no_second_witness():
    rising = watched(effect_share=0.2)
    assert confirmed(rising, WITNESS) == rising


def test_bad_news_that_no_warning_tells_is_watched_once_a_subject():
    orion = builders.witness()
    weaker = replace(orion, metric="score", strength=3.4)
    told = alone((weaker, orion, WITNESS, replace(orion, state="watch")), (builders.warning(),))
    assert told == (orion,)


def test_what_the_company_hears_of_one_product_is_told_once():
    company = builders.witness(subject=builders.subject("the company", kind="company", product_id=None, category=None))
    assert alone((company, WITNESS), (builders.warning(),)) == ()
    assert alone((company,), ()) == (company,)


def test_a_price_alone_and_good_news_are_not_watched():
    price = builders.witness(metric="price_gap")
    assert alone((price, builders.witness(is_bad=False)), ()) == ()


def test_the_strongest_stands_first():
    strong = replace(WITNESS, strength=9.0, sentence="strong")
    assert [each.sentence for each in beside(watched(), (WITNESS, strong))] == ["strong", WITNESS.sentence]


@dataclass(frozen=True)
class Shift:
    """The fields of detectors.shift.Shift that are read."""

    metric: str
    product_id: str | None = "P-101"
    touchpoint: str | None = None
    state: str = "act"
    direction: str = "bad"
    evidence: float | None = 4.0
    onset: date | None = date(2026, 10, 12)
    observed: float = 0.33
    expected: float = 0.41
    effect_low: float | None = -0.15
    effect_high: float | None = -0.01
    n: int = 214
    scale: str | None = None
    theme: str | None = None
    rivals: tuple = field(default=(("Reliva", 0.18, 0.31),))
    price: object = None


def said(shift: Shift):
    return witness_of(
        shift,
        names={"P-101": "Trident"},
        theme_names={"late": "Late deliveries"},
        theme_causes={"late": playbook.DELIVERY},
        currency="EUR",
        as_of=AS_OF,
    )


@pytest.mark.parametrize(
    ("shift", "sentence"),
    [
        (Shift("first_choice"), "33 % name Trident first, where 41 % did (n = 214); Reliva gained most"),
        (Shift("score", scale="nps", observed=-6.0, expected=12.0), "NPS of Trident is −6, where it was +12 (n = 214)"),
        (Shift("negatives"), "33 % of the scores of Trident are bad, where 41 % were (n = 214)"),
        (
            Shift("complaints", observed=21.0, expected=10.0, n=2_000),
            "complaints of Trident came 2.1 times as often (42 complaints since 12 October)",
        ),
        (
            Shift("theme", theme="late", observed=0.2, expected=0.0, n=50),
            "“Late deliveries” is said of Trident for the first time (10 voices since 12 October)",
        ),
    ],
    ids=lambda value: value.metric if isinstance(value, Shift) else "",
)
def test_each_kind_is_said_in_a_sentence_with_its_n(shift, sentence):
    assert said(shift).sentence == sentence


def test_a_theme_names_its_cause_and_praise_names_none():
    assert said(Shift("theme", theme="late")).cause == playbook.DELIVERY
    assert said(Shift("theme", theme="late", direction="good")).cause is None


def test_what_is_stable_or_too_few_says_nothing():
    assert said(Shift("score", state="stable")) is None
    assert said(Shift("score", state="too_few", onset=None)) is None


def test_a_touchpoint_is_spoken_about():
    told = said(Shift("complaints", product_id=None, touchpoint="billing", observed=20.0, expected=5.0, n=1_000))
    assert told.sentence == "complaints about billing came 4.0 times as often (20 complaints since 12 October)"


def test_feedback_without_a_product_speaks_of_the_company_or_a_touchpoint():
    assert said(Shift("negatives", product_id=None)).subject.kind == "company"
    assert said(Shift("negatives", product_id=None, touchpoint="delivery")).subject.name == "Delivery"


@dataclass(frozen=True)
class Rival:
    competitor: str = "Borealis"
    competitor_product: str = "Reliva"
    regions: tuple = ("North-East",)
    from_price: float = 8.3
    to_price: float = 6.2


@pytest.mark.parametrize(("to_price", "verb"), [(6.2, "lowered"), (9.1, "raised")])
def test_a_rivals_price_is_told_with_its_place_and_day(to_price, verb):
    told = said(Shift("price_gap", evidence=None, onset=date(2026, 10, 3), price=Rival(to_price=to_price)))
    assert told.sentence == f"Borealis {verb} Reliva in the North-East from €8.30 to €{to_price:.2f} on 3 October"
    assert told.cause is None  # `causes` reads the step itself
