"""A score's scale is read from its heading, else from the scores themselves; the NPS is the textbook's."""

from decimal import Decimal

import pytest
from exports import asked, taken

from signals.ingest.scales import nps, scale_of, spoken_scores


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
        ("score", decimals(1, 5, 4), None),  # of which of the scales that know them?
        ("score", decimals(1, 6), None),
        ("score", decimals(0, 3, 5), "nps"),  # no other scale knows a 0
        ("score", decimals(0, 9), "nps"),
        ("score", decimals(8, 99), "nps"),  # a slip does not decide
        ("score", [], "nps"),
        ("score", decimals(3, 9), "nps"),  # our own name
        ("Bewertung", decimals(0, 10), "nps"),
        ("score", decimals(0, 50, 100), None),  # on no scale that we know
        ("Bewertung", decimals(1, 10), None),  # 1 to 10 of what?
        ("rating", decimals(*range(1, 11)), None),
        ("Zufriedenheit", decimals(1, 5, 4), "csat"),
        ("Zufriedenheit", decimals(1, 10, 9, 8), None),  # the name and the scores disagree
        ("CSAT", decimals(5, 5, 5, 5, 4, 4, 99), "csat"),  # a slip does not decide
    ],
)
def test_the_scale_of_a_score(heading, scores, scale):
    assert scale_of(heading, scores) == scale


def test_the_net_promoter_score():
    assert nps([9, 10, 8, 7, 6, 0]) == pytest.approx(0)
    assert nps([10, 9, 9, 3]) == pytest.approx(50)
    assert nps([0]) == -100


@pytest.mark.parametrize(
    ("texts", "numbers", "scale"),
    [
        (["FIVE", "TWO", "ONE"], "5 2 1", "stars"),
        (["5 stars", "1 star"], "5 1", "stars"),
        (["FOUR_STARS"], "4", "stars"),
        (["★★★★☆", "★", "⭐⭐⭐"], "4 1 3", "stars"),
        (["4/5", "1 / 5"], "4 1", "csat"),
        (["4 out of 5", "5 von 5", "3 sur 5"], "4 5 3", "csat"),
        (["6/7"], "6", "ces"),
        (["9/10", "10/10", "", "n/a"], "9 10", None),
        (["Good", "Bad", "good with comment"], "5 1 5", "csat"),
    ],
)
def test_scores_in_words_are_numbers(texts, numbers, scale):
    spoken = spoken_scores(texts)
    assert (" ".join(spoken.plain.values()), spoken.scale) == (numbers, scale)


@pytest.mark.parametrize("texts", [["1", "2"], ["9", "8", "7", "9/10"], ["fine"], [], ["4/5", "4/10"], ["five apples"]])
def test_one_odd_score_among_numbers_is_no_way_of_writing(texts):
    assert spoken_scores(texts) is None


def test_a_survey_that_is_not_offered_has_no_score():
    assert spoken_scores(["Good", "Offered"]).plain == {"Good": "5", "Offered": ""}


ANSWERS = "date,Bewertung,comment\n2026-03-01,10,gut\n2026-03-02,1,schlecht\n"


def test_a_scale_of_one_to_ten_is_asked_about(written):
    report, _ = taken(written(ANSWERS), "feedback")
    assert asked(report) == {"scale": ("nps", "none")}
    assert "runs from 1 to 10" in report.question


def test_an_answer_names_the_scale_or_leaves_the_scores_out(written):
    report, rows = taken(written(ANSWERS), "feedback", scale="nps")
    assert [(row["score"], row["scale"]) for row in rows] == [(10, "nps"), (1, "nps")]
    report, rows = taken(written(ANSWERS), "feedback", scale="none")
    assert [(row["score"], row["verbatim"]) for row in rows] == [(None, "gut"), (None, "schlecht")]
    assert "Bewertung is left out, as was answered." in report.notes


def test_scores_that_lie_on_several_scales_are_asked_about(written):
    text = "date,score\n2026-03-01,1\n2026-03-02,5\n"
    assert asked(taken(written(text), "feedback")[0]) == {"scale": ("nps", "csat", "ces", "stars", "none")}
    _, rows = taken(written(text), "feedback", scale="stars")
    assert [(row["score"], row["source"]) for row in rows] == [(1, "review"), (5, "review")]


def test_stars_out_of_five_are_stars(written):
    _, rows = taken(written("date,Star rating\n2026-03-01,4/5\n"), "feedback")
    assert [(row["score"], row["scale"]) for row in rows] == [(4, "stars")]


def test_spoken_scores_are_taken_and_said(written):
    report, rows = taken(written("date,rating\n2026-03-01,4/5\n2026-03-02,1/5\n"), "feedback")
    assert [(row["score"], row["scale"]) for row in rows] == [(4, "csat"), (1, "csat")]
    assert "rating is written in words: 4/5 is 4." in report.notes
