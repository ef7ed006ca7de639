"""How is it said what volume did where our price, or that of rivals, was lower?

It is what went together, with its range: never why.
"""

from signals.metrics import counted, number
from signals.triage.names import capital

NOT_PROOF = "not proof of cause"
ONE_CHANGE = "one lasting change of price alone: whatever else changed there at that time is in it"
MIXED_PRICE = "Our price is revenue by quantity, so it also moves with who bought and at which discount."
OUR_PRICE, RIVALS_PRICES = "our price", "rivals' prices"


def sentences(told) -> tuple[str, ...]:
    """All that is to be said of an `Elasticity`: both elasticities, then what they rest on."""
    if told.own is None and told.cross is None and told.own_reason == told.cross_reason:
        return (f"Cannot tell how volume goes with prices: {told.own_reason}.",)
    return own(told), cross(told), *basis(told)


def own(told) -> str:
    if told.own is None:
        return _unsaid(OUR_PRICE, told.own_reason)
    return _said("price of ours", OUR_PRICE, told.own, told.own_low, told.own_high)


def cross(told) -> str:
    """Of the mean of the rivals' prices, where there are several."""
    if told.cross is None:
        return _unsaid(RIVALS_PRICES, told.cross_reason)
    lower = "rival price" if told.rivals == 1 else f"mean price of {number(told.rivals)} rival products"
    return _said(lower, RIVALS_PRICES, told.cross, told.cross_low, told.cross_high)


def basis(told) -> tuple[str, ...]:
    """n, what was compared with what, and what was left out; nothing where nothing is said."""
    parts = [
        _compared(name, comparison, changes)
        for name, comparison, changes in (
            (OUR_PRICE, told.own_comparison, told.own_changes),
            (RIVALS_PRICES, told.cross_comparison, told.cross_changes),
        )
        if comparison
    ]
    if not parts:
        return ()
    found = [f"From {counted(told.weeks, 'week')} in {counted(told.units, 'place')}. {capital('; '.join(parts))}."]
    if told.zero_weeks:
        found.append(f"{capital(counted(told.zero_weeks, 'week'))} of a place without a sale left out.")
    if told.left_out_units:
        found.append(f"{counted(told.left_out_units, 'place')} left out for too many such weeks.")
    if told.own is not None and told.product_id is not None:
        found.append(MIXED_PRICE)
    return tuple(found)


def _said(lower: str, price: str, value: float, low: float, high: float) -> str:
    if low <= 0 <= high:
        ends = f"{_side(low)} to {_side(high)}"
        return f"Cannot tell whether volume here goes with {price}: with a 1 % lower {lower} it was from {ends}."
    smaller, larger = sorted((abs(low), abs(high)))
    return (
        f"A 1 % lower {lower} went with {_side(value)} volume here, range {_figure(smaller)}–{_figure(larger)}; "
        f"{NOT_PROOF}."
    )


def _side(elasticity: float) -> str:
    """What went with a price that is lower by 1 %."""
    return f"{_figure(abs(elasticity))} % {'less' if elasticity > 0 else 'more'}"


def _figure(value: float) -> str:
    return f"{value:.1f}" if value >= 0.095 else f"{value:.2f}"


def _unsaid(price: str, reason: str) -> str:
    return f"Cannot tell how volume goes with {price}: {reason}."


def _compared(price: str, comparison: str, changes: int | None) -> str:
    rests = f", which rests on {ONE_CHANGE}" if changes is not None and changes <= 1 else ""
    return f"{price}: {comparison}{rests}"
