"""A part that fails is named and leaves the others alone; a mistake of ours is not hidden."""

import pytest

from signals.errors import TooLittleHistory
from signals.pipeline.attempts import Attempts


@pytest.mark.parametrize(
    ("error", "detail"),
    [
        (ValueError("no usual gap.\n  Line 2"), "ValueError: no usual gap. Line 2"),
        (ZeroDivisionError(), "ZeroDivisionError"),
        (TooLittleHistory("Too few days."), "TooLittleHistory: Too few days"),
    ],
)
def test_a_part_that_fails_is_named_with_its_error_and_gives_way(error, detail):
    def fails():
        raise error

    attempts = Attempts()
    assert attempts.at("The customers at risk", fails, ()) == ()
    assert attempts.at("Good news", lambda: 3, 0) == 3
    assert attempts.failures == [f"The customers at risk could not be computed ({detail})."]


@pytest.mark.parametrize("error", [KeyError("region"), TypeError("no"), AssertionError()])
def test_a_mistake_of_ours_ends_the_morning(error):
    def fails():
        raise error

    with pytest.raises(type(error)):
        Attempts().at("Good news", fails, ())
