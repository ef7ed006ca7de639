"""A score's scale is read from its heading, else from the scores themselves; the NPS is the textbook's."""

from decimal import Decimal

import pytest

from signals.ingest.scales import nps, scale_of


def decimals(*scores: str | int) -> list[Decimal]:
    return [Decimal(score) for score in scores]


@pytest.mark.parametrize(
    ("heading", "scores", "scale"),
    [
        ("NPS", decimals(1, 2), "nps"),
        ("Likelihood to recommend", decimals(3), "nps"),
        ("CSAT score", decimals(5), "csat"),
        ("Customer effort", decimals(7), "ces"),
        ("Star rating", decimals(4), "stars"),
        ("score", decimals(1, 5, 4), "csat"),
        ("score", decimals(1, 6), "ces"),
        ("score", decimals(0, 9), "nps"),
        ("score", decimals(3, 99), "csat"),  # a slip does not decide
        ("score", [], "nps"),
    ],
)
def test_the_scale_of_a_score(heading, scores, scale):
    assert scale_of(heading, scores) == scale


def test_the_net_promoter_score():
    assert nps([9, 10, 8, 7, 6, 0]) == pytest.approx(0)
    assert nps([10, 9, 9, 3]) == pytest.approx(50)
    assert nps([0]) == -100
