"""Why does a row stand where it stands: watched, noted, said in another's row, not judged?"""

from datetime import date

from signals.metrics import on_day
from signals.model import Subject
from signals.triage.names import capital, subject_name

YOUNG = "Watched: so far it may still be chance."
SMALL = "Watched: clear enough, but small for the company."
TRIFLE = "It may still be chance, and it is small for the company."
CHARGE = "A charge, not a product: it is money, but no demand to warn of."


def unproven(first_warned: date, as_of: date) -> str:
    """Beyond the line, and not for long enough to tell it from chance."""
    return f"Beyond the line since {on_day(first_warned, as_of)}; it needs somebody once that has lasted."


def recovering(first_warned: date, as_of: date) -> str:
    """The fall of today's window may be none."""
    return f"First warned on {on_day(first_warned, as_of)}; recovering."


def fading(first_warned: date, as_of: date) -> str:
    """The evidence is weak while the fall is not: from four weeks on, it lowers its own expectation."""
    warned = f"First warned on {on_day(first_warned, as_of)}"
    return f"{warned}; less clear by now, as what is expected comes down with the sales."


def life(state: str, first_warned: date, as_of: date) -> str:
    """How a row that needs somebody stands: new, worsening or lasting."""
    warned = f"first warned on {on_day(first_warned, as_of)}"
    return f"New: {warned}." if state == "new" else f"{capital(warned)}; {state}."


def explained(kind: str, note: str | None, first_date: date, last_date: date, as_of: date) -> str:
    """An event of one's own on the same days."""
    span = on_day(first_date, as_of)
    if last_date != first_date:
        span += f" to {on_day(last_date, as_of)}"
    named = f" “{note}”" if note else ""
    article = "an" if kind[:1].lower() in "aeiou" else "a"
    what = "an event of your own" if kind == "other" else f"{article} {kind}"
    return f"Noted: {what}{named} falls on these days ({span})."


def folded(child: Subject, parent: Subject) -> str:
    """The child's evidence belongs to the parent's row."""
    return f"Said in the row of {subject_name(parent)}: {subject_name(child)} falls with it."


def carried(parent: Subject, child: Subject) -> str:
    """The parent falls because of a part that has its own row."""
    return f"Said in the row of {subject_name(child)}, which carries most of what is missing in {subject_name(parent)}."


def concentrated(product: Subject, part: Subject) -> str:
    """Only the part is beyond the line."""
    return f"Said in the row of {subject_name(part)}: the fall shows there, not in {subject_name(product)} as a whole."


def seen_otherwise(child: Subject, other: Subject) -> str:
    """The same product's sales, cut another way."""
    return f"Said in the row of {subject_name(other)}: the same sales as {subject_name(child)}, cut another way."


def rises_with(child: Subject, parent: Subject) -> str:
    """Good news is told once as well."""
    return f"Said in the row of {subject_name(parent)}: {subject_name(child)} rises with it."


def rise_carried(parent: Subject, child: Subject) -> str:
    return f"Said in the row of {subject_name(child)}, which carries most of the gain of {subject_name(parent)}."


def quiet(cleared: date, quiet_until: date, as_of: date) -> str:
    return (
        f"Quiet until {on_day(quiet_until, as_of)}: its last warning cleared on {on_day(cleared, as_of)}, "
        "and it is not yet half as strong again."
    )


def recovering_with(product: Subject, cleared: date, as_of: date) -> str:
    """A part is often calm some days after its product."""
    return f"Recovering like {subject_name(product)}, whose warning cleared on {on_day(cleared, as_of)}."


def quiet_with(product: Subject, quiet_until: date, as_of: date) -> str:
    """A part falls with a product that keeps quiet."""
    return f"Quiet with {subject_name(product)} until {on_day(quiet_until, as_of)}: it falls with it."


WHY_UNJUDGED = {
    "learning": "it has too short a history now",
    "too_few_orders": "it has too few orders now",
    "stopped": "it has stopped selling",
    "missing_data": "its data is missing or it is out of stock",
}


def unjudged(state: str) -> str:
    """A warning that was open when its series could no longer be judged."""
    return f"No longer judged: {WHY_UNJUDGED[state]}."
