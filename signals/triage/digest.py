"""What does the morning message say to somebody who may read nothing else?"""

from collections.abc import Iterator
from dataclasses import dataclass

from signals.model import CustomerAtRisk, Morning
from signals.triage import first_lines, wording
from signals.triage.names import capital

SHOWN_WARNINGS = 5
SHOWN_CALLS = 3


@dataclass(frozen=True)
class Message:
    """Plain text; a quiet day's message says that nothing needs the reader, so that silence is never ambiguous."""

    subject: str
    text: str


def message(morning: Morning) -> Message:
    return Message(_one_line(first_lines.today(morning)), "\n".join(_lines(morning)))


def _lines(morning: Morning) -> Iterator[str]:
    yield _one_line(capital(first_lines.data_line(morning)))
    yield ""
    yield _one_line(first_lines.today(morning))
    yield from map(_one_line, morning.failures)
    if morning.nowcast:
        yield wording.nowcast(morning.nowcast, morning.currency, morning.as_of)
    told = [*morning.warnings, *morning.beside_sales]
    if told:
        yield ""
        yield from (f"{each.severity.upper():<6} {_one_line(each.headline)}" for each in told[:SHOWN_WARNINGS])
        if len(told) > SHOWN_WARNINGS:
            yield f"{len(told) - SHOWN_WARNINGS} more stand on Today."
    if morning.calls:
        yield ""
        yield "Call today:"
        yield from (f"- {_call(each)}" for each in morning.calls[:SHOWN_CALLS])


def _call(customer: CustomerAtRisk) -> str:
    return _one_line(f"{customer.customer_name or customer.customer_id}: {customer.headline}")


def _one_line(text: str) -> str:
    """Names from exports may break lines: that would make a heading in a message's head, a line of ours in its text."""
    return " ".join(text.split())
