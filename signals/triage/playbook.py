"""Who could do what, for each kind of cause that fits a fall?"""

from collections.abc import Mapping
from dataclasses import dataclass

COMPETITOR, PRICE, QUALITY, DELIVERY, STOCK, SERVICE, BILLING, MIX, UNKNOWN = CAUSES = (
    "competitor", "price", "quality", "delivery", "stock", "service", "billing", "mix", "unknown",
)  # fmt: skip


@dataclass(frozen=True)
class Play:
    """One thing that somebody could do."""

    owner: str  # by function; who that is, the company knows
    what: str  # with {subject}, {rival} and {place} to be filled


PLAYBOOK: Mapping[str, tuple[Play, ...]] = {
    COMPETITOR: (
        Play("Advertising manager", "Rethink the budget scheduled for {subject} while {rival} is cheaper"),
        Play("Regional sales managers", "Have field reps check the price and packaging of {rival} {place}"),
        Play("Production manager", "Check the schedule and the stock of {subject} against the lower demand"),
        Play("Pricing manager", "Decide whether {subject} answers the price of {rival}, and to whom"),
    ),
    PRICE: (
        Play("Pricing manager", "Look at what customers paid for {subject} before and since, and at who left"),
        Play("Regional sales managers", "Ask the customers behind the fall of {subject} what the price decides"),
        Play("Advertising manager", "Rethink the budget scheduled for {subject}"),
    ),
    QUALITY: (
        Play("Production manager", "Check what changed in making and packing {subject}, and hold what is in doubt"),
        Play(
            "Quality manager",
            "Call five customers who complained of {subject} and look at what they hold in their hands",
        ),
        Play("Advertising manager", "Hold the budget scheduled for {subject} until the product is right"),
        Play("Regional sales managers", "Tell the trade what is being done about {subject}, before they ask"),
    ),
    DELIVERY: (
        Play("Logistics manager", "Find the late and incomplete deliveries of {subject}, and call who waited"),
        Play("Production manager", "Check the stock of {subject} in the warehouses that serve {place}"),
        Play("Regional sales managers", "Say sorry to the customers behind the fall of {subject}, with a date"),
    ),
    STOCK: (
        Play("Production manager", "Say when {subject} is back, and raise its schedule"),
        Play("Logistics manager", "Move stock of {subject} to {place}"),
        Play("Advertising manager", "Move the budget scheduled for {subject} to the weeks in which it can be bought"),
    ),
    SERVICE: (
        Play("Customer service manager", "Read what customers of {subject} said, and answer everybody today"),
        Play("Regional sales managers", "Visit the customers behind the fall of {subject}"),
    ),
    BILLING: (
        Play("Finance manager", "Correct the open invoices of the customers behind the fall of {subject}"),
        Play("Regional sales managers", "Tell them that it is corrected"),
    ),
    MIX: (
        Play("Product manager", "See to which items the buyers of {subject} moved, and what each leaves"),
        Play("Regional sales managers", "Ask three of them why"),
    ),
    UNKNOWN: (
        Play("Regional sales managers", "Call the three customers with most missing on {subject} and ask"),
        Play("Production manager", "Check that {subject} was in stock and listed everywhere {place}"),
        Play("Advertising manager", "Rethink the budget scheduled for {subject} until somebody knows"),
    ),
}


HEARD = (  # what customers say, while they buy as before
    Play("Customer service manager", "Read what customers say of {subject}, and answer everybody today"),
    Play("Product manager", "Call three of those who speak of {subject}, and ask what happened"),
    Play("Regional sales managers", "Ask at the next visits whether others see the same of {subject}"),
)
OF_A_FALL = ("the fall of", "{rival}", "Tell them")  # no line for who still buys as before


def plays_on_words(cause: str | None, *, subject: str) -> tuple[Play, ...]:
    """The lines for what customers say without a fall: the first for its cause where one fits, then HEARD."""
    fitting = [play for play in PLAYBOOK.get(cause, ()) if not any(part in play.what for part in OF_A_FALL)]
    lines = (*fitting[:1], *HEARD) if cause != SERVICE else HEARD
    return tuple(Play(play.owner, play.what.format(subject=subject, place="everywhere")) for play in lines)


def plays(cause: str, *, subject: str, rival: str | None, place: str | None) -> tuple[Play, ...]:
    """The lines for a cause, filled in."""
    where = f"in {place}" if place else "there"
    named = {"subject": subject, "rival": rival or "the competitor", "place": where}
    return tuple(Play(play.owner, play.what.format(**named)) for play in PLAYBOOK[cause])
