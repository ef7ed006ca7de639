"""How is it said what a fall is made of: price, volume and mix; customers, orders and baskets?"""

from signals.metrics import listed, signed_money
from signals.model import Bridge

NEARLY_ALL, HARDLY = 0.8, 0.1  # of the change
TOLD = 0.01  # smaller parts stand in the chart's table
WORDS = {  # a part -> in a sentence
    "Volume": "volume",
    "Price": "price",
    "Mix": "what was bought in place of what",
    "New": "what is new",
    "Gone": "what is sold no more",
    "Customers": "the number of customers",
    "Orders each": "how often each orders",
    "Basket": "how much an order is worth",
}


def bridge(told: Bridge, currency: str | None) -> str:
    """It is volume, not price: of −€125 k, −€121 k is volume, −€3 k price."""
    change = told.now - told.before
    if not change:
        return "Nothing has changed in sum."
    parts = sorted(told.parts, key=lambda part: part[1] / change, reverse=True)
    parts = [part for part in parts if abs(part[1] / change) >= TOLD] or parts[:1]
    amounts = listed([f"{signed_money(amount, currency)} is {WORDS[name]}" for name, amount in parts])
    return f"{_verdict(told, parts[0], change)}of {signed_money(change, currency)}, {amounts}"


def _verdict(told: Bridge, largest: tuple[str, float], change: float) -> str:
    name, amount = largest
    if amount / change < NEARLY_ALL:
        return "It is several things at once: "
    amounts = dict(told.parts)
    rest = [
        WORDS[other]
        for other in ("Price", "Volume")
        if other != name and other in amounts and abs(amounts[other] / change) < HARDLY
    ]
    return f"It is {WORDS[name]}{f', not {rest[0]}' if rest else ''}: "


def leading(told: Bridge) -> str | None:
    """The part that is nearly all of the change, if one is."""
    change = told.now - told.before
    name, amount = max(told.parts, key=lambda part: part[1] / change if change else 0.0, default=(None, 0.0))
    return name if change and amount / change >= NEARLY_ALL else None
