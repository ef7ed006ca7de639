"""What counts as a good and as a bad experience, on every scale."""

import builders
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.voice.experiences import BAD, GOOD, tones

TABLE = """
source    | scale | score | tone
survey    | nps   |  10   | good
survey    | nps   |   9   | good
survey    | nps   |   8   |
survey    | nps   |   7   |
survey    | nps   |   6   | bad
survey    | nps   |   0   | bad
survey    | csat  |   5   | good
survey    | csat  |   4   | good
survey    | csat  |   3   |
survey    | csat  |   2   | bad
survey    | csat  |   1   | bad
review    | stars |   4   | good
review    | stars |   3.5 |
review    | stars |   3   |
review    | stars |   2   | bad
survey    | ces   |   6   | good
survey    | ces   |   5   |
survey    | ces   |   4   |
survey    | ces   |   3   | bad
complaint | csat  |   5   | bad
complaint |       |       | bad
heard     |       |       |
survey    | csat  |       |
survey    |       |   1   |
survey    | other |   1   |
"""


def table(text=TABLE):
    return builders.drawn(text).astype({"score": float})


def test_every_scale_has_its_good_and_bad_ends():
    told = table()
    assert list(tones(told).fillna("neither")) == list(told["tone"].fillna("neither"))


def test_what_is_neither_is_missing_not_a_word():
    told = table()
    assert tones(told).isna().sum() == told["tone"].isna().sum() > 0
    assert set(tones(told).dropna()) == {GOOD, BAD}


def test_each_row_keeps_its_place():
    told = table()
    before = told.copy(deep=True)
    shuffled = told.sample(frac=1, random_state=1)
    assert tones(shuffled).reindex(told.index).equals(tones(told))
    assert_frame_equal(told, before)


@pytest.mark.parametrize("rows", [0, 3])
def test_without_any_score_nothing_is_good_or_bad(rows):
    silent = pd.DataFrame({"source": ["call"] * rows, "score": [None] * rows, "scale": [None] * rows})
    assert len(tones(silent)) == rows and tones(silent).isna().all()
