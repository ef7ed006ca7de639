"""Which parts of a morning could not be computed, and why?"""

from collections.abc import Callable
from typing import TypeVar

from signals.errors import SignalsError

Part = TypeVar("Part")
OF_ONE_PART = (SignalsError, ValueError, ArithmeticError)  # what data can do; a mistake of ours still ends the morning
LONGEST_DETAIL = 200


class Attempts:
    """Parts beside the warnings: one that fails is said, and does not take the others with it."""

    def __init__(self) -> None:
        self.failures: list[str] = []

    def at(self, name: str, compute: Callable[[], Part], otherwise: Part) -> Part:
        """What `compute` gives; `otherwise` where it fails, with a sentence that names the part and the error."""
        try:
            return compute()
        except OF_ONE_PART as error:
            self.failures.append(f"{name} could not be computed ({_detail(error)}).")
            return otherwise


def _detail(error: Exception) -> str:
    said = " ".join(str(error).split()).rstrip(".")
    return f"{type(error).__name__}: {said[:LONGEST_DETAIL]}" if said else type(error).__name__
