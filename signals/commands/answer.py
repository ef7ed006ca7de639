"""What does a command hand back to the terminal?"""

from collections.abc import Callable
from dataclasses import dataclass

from signals.errors import SignalsError

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Answer:
    """What a command says. Not done: refused, asked back or stopped."""

    as_json: dict
    text: str
    is_done: bool = True
    failure: str = ""  # the sentence of what stopped it half-way


def sentence_of(error: SignalsError | OSError) -> str:
    """What went wrong, for the reader: one line, whatever a database or driver wrote."""
    if isinstance(error, OSError):
        return f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}."
    return " ".join(str(error).split())
