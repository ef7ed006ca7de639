"""What speaks of a product beside its sales, how is it said, and which warnings does it make more urgent?

Two witnesses: sales and feedback, first choice or a competitor's price, on the same product within eight weeks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from signals.metrics import ACT_EVIDENCE, counted, number, on_day, points, price, share, signed_share
from signals.model import Subject, Warning, Witness
from signals.triage import reasons
from signals.triage.names import capital, place

TOGETHER_DAYS = 56
PRICE_STRENGTH = ACT_EVIDENCE  # of a price: it is seen, not inferred, but says nothing of our sales by itself
SPEAKING = ("act", "watch")
PRICE_GAP = "price_gap"
SCALE_NAMES = {"nps": "NPS", "csat": "satisfaction", "ces": "ease", "stars": "stars"}


def witness_of(
    shift, *, names: Mapping[str, str], theme_names: Mapping[str, str], theme_causes: Mapping[str, str | None],
    currency: str | None, as_of: date,
) -> Witness | None:  # fmt: skip
    """A shift that speaks, as a reader hears it, else None; `shift` has the fields of detectors.shift.Shift."""
    if shift.state not in SPEAKING or shift.onset is None:
        return None
    return Witness(
        metric=shift.metric,
        subject=_subject(shift, names),
        state=shift.state,
        is_bad=shift.direction == "bad",
        since=shift.onset,
        strength=PRICE_STRENGTH if shift.evidence is None else shift.evidence,
        sentence=_SENTENCES[shift.metric](shift, _name(shift, names), theme_names, currency, as_of),
        n=shift.n,
        cause=_cause(shift, theme_causes),
        scale=shift.scale,
        theme=shift.theme,
        observed=shift.observed,
        expected=shift.expected,
        effect_low=shift.effect_low,
        effect_high=shift.effect_high,
    )


def with_second_witness(warnings: Sequence[Warning], witnesses: Sequence[Witness], as_of: date) -> tuple[Warning, ...]:
    """A watched fall that a witness of the same product confirms needs somebody; its row says which two.

    Evidence multiplies: as e-values of what was seen apart, both together must be beyond the line. What is small for
    the company stays watched.
    """
    return tuple(_confirmed(warning, witnesses, as_of) for warning in warnings)


def beside(warning: Warning, witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The bad news of the same product at the same time, the strongest first; of prices the rival's own words."""
    product_id = warning.subject.product_id
    near = timedelta(days=TOGETHER_DAYS)
    found = [
        each
        for each in witnesses
        if each.is_bad
        and product_id
        and each.subject.product_id == product_id
        and abs(each.since - warning.onset) <= near
    ]
    return tuple(sorted(found, key=lambda each: -each.strength))


def alone(witnesses: Sequence[Witness], warnings: Sequence[Warning]) -> tuple[Witness, ...]:
    """Bad news that no warning speaks of, beyond the line; one row a subject, the strongest first."""
    told = {warning.subject.product_id for warning in warnings if warning.subject.product_id}
    found: dict[str, Witness] = {}
    for each in sorted(witnesses, key=lambda witness: -witness.strength):
        is_news = each.is_bad and each.state == "act" and each.metric != PRICE_GAP
        if is_news and each.subject.product_id not in told and not _is_of_product(each, witnesses):
            found.setdefault(each.subject.key, each)
    return tuple(found.values())


def _is_of_product(whole: Witness, witnesses: Sequence[Witness]) -> bool:
    """What the company or a touchpoint hears is one product's, which has its own row: one row a cause."""
    near = timedelta(days=TOGETHER_DAYS / 2)
    return whole.subject.product_id is None and any(
        each.is_bad
        and each.subject.product_id
        and each.metric == whole.metric
        and abs(each.since - whole.since) <= near
        for each in witnesses
    )


def _confirmed(warning: Warning, witnesses: Sequence[Witness], as_of: date) -> Warning:
    second = beside(warning, witnesses)
    if not (second and warning.is_fall):
        return warning
    also = f"Also: {second[0].sentence}."
    is_enough = warning.evidence + second[0].strength >= 2 * ACT_EVIDENCE or warning.evidence >= ACT_EVIDENCE
    if warning.severity != "watch" or warning.reason == reasons.SMALL or not is_enough:
        return replace(warning, reason=f"{warning.reason} {also}".strip())
    return replace(warning, severity="act", reason=f"Two witnesses, its sales and one more. {also}")


def _subject(shift, names) -> Subject:
    if shift.product_id is not None:
        return Subject("product", names.get(shift.product_id, shift.product_id), product_id=shift.product_id)
    if shift.touchpoint is not None:
        return Subject("touchpoint", capital(shift.touchpoint), touchpoint=shift.touchpoint)
    return Subject("company", "the company")


def _name(shift, names) -> str:
    subject = _subject(shift, names)
    return {"company": "the company"}.get(subject.kind, subject.name)


def _cause(shift, theme_causes) -> str | None:
    if shift.direction != "bad":
        return None
    return theme_causes.get(shift.theme) if shift.metric == "theme" else None


def _first_choice(shift, name, theme_names, currency, as_of) -> str:
    gained = next((rival for rival in shift.rivals if rival[2] > rival[1]), None)
    rival = f"; {gained[0]} gained most" if gained and shift.direction == "bad" else ""
    return (
        f"{share(shift.observed)} name {name} first, where {share(shift.expected)} did (n = {number(shift.n)}){rival}"
    )


def _score(shift, name, theme_names, currency, as_of) -> str:
    write = {"nps": points, "csat": share}.get(shift.scale, lambda value: f"{value:.1f}")
    what = f"{SCALE_NAMES.get(shift.scale, shift.scale)} {_about(shift, name)}"
    return f"{what} is {write(shift.observed)}, where it was {write(shift.expected)} (n = {number(shift.n)})"


def _negatives(shift, name, theme_names, currency, as_of) -> str:
    bad = f"{share(shift.observed)} of the scores {_about(shift, name)} are bad"
    return f"{bad}, where {share(shift.expected)} were (n = {number(shift.n)})"


def _complaints(shift, name, theme_names, currency, as_of) -> str:
    count = round(shift.observed * shift.n / 1000)
    since = f"{counted(count, 'complaint')} since {on_day(shift.onset, as_of)}"
    return f"complaints {_about(shift, name)} came {_times(shift)} ({since})"


def _theme(shift, name, theme_names, currency, as_of) -> str:
    theme = theme_names.get(shift.theme, shift.theme)
    count = round(shift.observed * shift.n)
    since = f"{counted(count, 'voice')} since {on_day(shift.onset, as_of)}"
    return f"“{theme}” is said {_about(shift, name)} {_times(shift)} ({since})"


def _about(shift, name) -> str:
    return f"about {shift.touchpoint}" if shift.product_id is None and shift.touchpoint else f"of {name}"


def _times(shift) -> str:
    if not shift.expected or shift.expected <= 0:
        return "for the first time"
    times = shift.observed / shift.expected
    return f"{times:.1f} times as often" if times >= 1 else f"{signed_share(times - 1)} as often"


def _price_gap(shift, name, theme_names, currency, as_of) -> str:
    rival = shift.price
    where = f" in {place(rival.regions[0])}" if len(rival.regions) == 1 else ""
    verb = "lowered" if rival.to_price < rival.from_price else "raised"
    return (
        f"{rival.competitor} {verb} {rival.competitor_product}{where} from {price(rival.from_price, currency)} to "
        f"{price(rival.to_price, currency)} on {on_day(shift.onset, as_of)}"
    )


_SENTENCES = {
    "first_choice": _first_choice,
    "score": _score,
    "negatives": _negatives,
    "complaints": _complaints,
    "theme": _theme,
    PRICE_GAP: _price_gap,
}
