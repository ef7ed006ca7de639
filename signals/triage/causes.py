"""What happened at the time of a fall that fits it, the most telling first?

It never says why: what fits in time and place is named, with what speaks for it, and what was looked at in vain is not.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from signals.metrics import listed, on_day, price, share, signed_share
from signals.model import Bridge, Cause, Driver, PriceStep, Warning, Witness
from signals.triage import bridge_wording, playbook
from signals.triage.names import place

LEAD_DAYS = 56  # before the onset: what moved longer ago explains nothing
LAG_DAYS = 28  # after it: an onset is known to a few weeks, and words come late
LEAST_MOVE = 0.03  # of a competitor's price
STEP_STRENGTH = 6.0  # of a competitor's move that is dated; words alone need as strong evidence to come first
PLACE_STRENGTH = 3.0  # where it happened in the region that carries the fall
PRICE_STRENGTH = 4.0


def likely_causes(
    warning: Warning,
    *,
    witnesses: Sequence[Witness],
    price_steps: Sequence[PriceStep],
    bridges: Sequence[Bridge],
    drivers: Sequence[Driver],
    events: Sequence[tuple[str, date, date, str | None]],
    currency: str | None,
    as_of: date,
) -> tuple[Cause, ...]:
    """Those of a fall; empty for anything else. `events` are kind, first day, last day, note."""
    if not warning.is_fall:
        return ()
    fits = _fits(warning.onset)
    regions = [driver.name for driver in drivers if driver.dimension == "region"]
    found = [
        *(
            _competitor(step, regions, currency, as_of)
            for step in price_steps
            if _undercuts(step) and fits(step.step_date)
        ),
        *(_words(each) for each in witnesses if each.cause and fits(each.since)),
        *_own(bridges),
        *(_stock(*event, as_of) for event in events if event[0] == "stock-out" and fits(event[1])),
    ]
    strongest: dict[str, Cause] = {}
    for cause in sorted(found, key=lambda each: -each.strength):
        strongest.setdefault(cause.kind, cause)
    return tuple(strongest.values())


def _fits(onset: date):
    first, last = onset - timedelta(days=LEAD_DAYS), onset + timedelta(days=LAG_DAYS)
    return lambda day: first <= day <= last


def _undercuts(step: PriceStep) -> bool:
    return step.price_after <= step.price_before * (1 - LEAST_MOVE)


def _competitor(step: PriceStep, regions: list[str], currency, as_of) -> Cause:
    is_there = step.region is None or not regions or step.region in regions
    where = f" in {place(step.region)}" if step.region else ""
    told = (
        f"{step.competitor} lowered {step.competitor_product}{where} from {price(step.price_before, currency)} to "
        f"{price(step.price_after, currency)} on {on_day(step.step_date, as_of)}"
    )
    gap = f"; ours is {share(step.gap_share)} dearer now" if step.gap_share and step.gap_share > 0 else ""
    strength = STEP_STRENGTH + (PLACE_STRENGTH if is_there else -PLACE_STRENGTH)
    return Cause(playbook.COMPETITOR, strength, told + gap, rival=step.competitor_product, place=step.region)


def _words(witness: Witness) -> Cause:
    return Cause(witness.cause, witness.strength, witness.sentence, rival=None, place=None)


def _own(bridges: Sequence[Bridge]) -> list[Cause]:
    causes = []
    for told in bridges:
        if told.kind != "price_volume_mix":
            continue
        part = bridge_wording.leading(told)
        if part == "Mix":
            causes.append(Cause(playbook.MIX, PRICE_STRENGTH, "Customers bought other items in its place", None, None))
        if part == "Price":
            amount = dict(told.parts)["Price"] / told.before
            causes.append(
                Cause(playbook.PRICE, PRICE_STRENGTH, f"What customers pay moved by {signed_share(amount)}", None, None)
            )
    return causes


def _stock(kind: str, first: date, last: date, note: str | None, as_of: date) -> Cause:
    named = f" “{note}”" if note else ""
    return Cause(playbook.STOCK, STEP_STRENGTH, f"It was out of stock{named} from {on_day(first, as_of)}", None, None)


def sentence(causes: Sequence[Cause], looked: Sequence[str]) -> str:
    """What fits, in one sentence; or that nothing does, among what was looked at."""
    if causes:
        rest = f" Also: {listed([each.sentence for each in causes[1:]])}." if causes[1:] else ""
        return f"What fits in time: {causes[0].sentence}.{rest}"
    if not looked:
        return "There is nothing to look at beside the sales: no feedback, no competitor's price, no event."
    return f"Nothing fits in time among {listed(list(looked))}: we cannot tell why, so ask the customers."
