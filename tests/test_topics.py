"""The parts of a table of documents and words, and the topics of a company and of its texts."""

import time

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from scipy import sparse

from signals.stats.topics import error, factors, tf_idf
from signals.voice.topics import COLUMNS, FEWEST_TEXTS, LEARNED, WORDS, learned, matched, topics_of

PACK = ["Blister", "foil", "push", "tablet", "thumb"]
ROAD = ["parcel", "driver", "van", "late", "doorstep"]
BILL = ["invoice", "amount", "vat", "wrong", "ledger"]
SUBJECTS = [PACK, ROAD, BILL]
OTHER = [f"{a}{b}{c}ka" for a in "bdfgklmn" for b in "aeo" for c in "rtpn"]


def planted(seed=0, n=300):
    """Texts of three words of one subject, in turn, among four words of no subject."""
    rng = np.random.default_rng(seed)
    return pd.Series(
        [" ".join(rng.permutation([*rng.choice(SUBJECTS[at % 3], 3, False), *rng.choice(OTHER, 4)])) for at in range(n)]
    )


def blocks(seed=0, *, rows=30, columns=8, count=3):
    """A table of `count` blocks with a little of everything everywhere."""
    rng = np.random.default_rng(seed)
    table = rng.random((rows * count, columns * count)) * 0.05
    for at in range(count):
        table[at * rows : (at + 1) * rows, at * columns : (at + 1) * columns] += rng.random((rows, columns))
    return sparse.csr_array(table)


def test_planted_blocks_are_the_parts():
    w, h = factors(blocks(), 3)
    assert len(set(w.argmax(axis=1)[::30])) == 3
    assert all(len(set(w.argmax(axis=1)[at : at + 30])) == 1 for at in (0, 30, 60))
    assert all(len(set(h.argmax(axis=0)[at : at + 8])) == 1 for at in (0, 8, 16))


def test_parts_are_never_negative_and_those_of_words_have_one_length():
    w, h = factors(blocks(1), 5)
    assert (w >= 0).all() and (h >= 0).all()
    assert np.linalg.norm(h, axis=1) == pytest.approx(np.ones(5))


def test_each_round_makes_the_error_smaller():
    table = blocks(2)
    errors = [error(table, *factors(table, 6, rounds=rounds)) for rounds in range(12)]
    assert (np.diff(errors) <= 1e-9).all() and errors[-1] < errors[0]


def test_the_error_is_the_squared_distance():
    table = blocks(3)
    w, h = factors(table, 2)
    assert error(table, w, h) == pytest.approx(((table.toarray() - w @ h) ** 2).sum())


def test_a_table_of_exact_parts_is_explained_to_the_last():
    rng = np.random.default_rng(4)
    table = sparse.csr_array(rng.random((40, 1)) @ rng.random((1, 9)))
    assert error(table, *factors(table, 1)) == pytest.approx(0, abs=1e-9)
    assert error(table, *factors(table, 3)) == pytest.approx(0, abs=1e-9)  # two parts more than there are


def test_the_same_table_has_the_same_parts():
    one, other = factors(blocks(5), 4), factors(blocks(5), 4)
    assert all(np.array_equal(*pair) for pair in zip(one, other, strict=True))


@pytest.mark.parametrize("shape", [(0, 0), (0, 3), (3, 0), (1, 1), (5, 5)])
def test_an_empty_table_has_no_parts(shape):
    w, h = factors(sparse.csr_array(shape), 3)
    assert w.shape == (shape[0], 0) and h.shape == (0, shape[1])


def test_a_tiny_table_has_fewer_parts_than_asked_for():
    w, h = factors(np.array([[1.0, 0, 0], [0, 1, 1]]), 5)
    assert w.shape == (2, 1) and h.shape == (1, 3)


def test_a_rare_word_weighs_more_and_a_repeated_one_no_more():
    table = tf_idf([0, 0, 0, 1, 2], [0, 1, 1, 1, 1], shape=(4, 3)).toarray()
    assert table[0, 0] > table[0, 1] > 0
    assert np.linalg.norm(table, axis=1) == pytest.approx([1, 1, 1, 0])
    assert table[0, 0] / table[0, 1] == pytest.approx(np.log1p(4) / np.log1p(4 / 3))


def test_what_a_company_talks_about_is_found():
    found = learned(planted())
    assert list(found.columns) == LEARNED
    words = found.groupby("topic")["word"].agg(lambda each: set(each[:3]))
    for subject in SUBJECTS:
        assert sum(each <= {word.casefold() for word in subject} for each in words) >= 1
    sizes = found.groupby("topic")["weight"].agg(["sum", "size"])
    assert sizes["sum"].to_numpy() == pytest.approx(1, abs=1e-4) and sizes["size"].max() <= WORDS


def test_a_topic_is_named_in_the_words_of_the_customers():
    found = learned(planted())
    spelt = {word for name in found["name"] for word in name.split(", ")}
    assert "Blister" in spelt and "blister" not in spelt
    assert found.groupby("topic")["name"].nunique().eq(1).all()
    assert found["name"].str.split(", ").str.len().between(2, 3).all()


def test_no_two_topics_share_a_key():
    found = learned(planted(0, 3000))
    starts = found["topic"].ne(found["topic"].shift())
    assert starts.sum() == found["topic"].nunique() <= 20


@pytest.mark.parametrize("most", [1, 3, 6])
def test_there_are_no_more_topics_than_asked_for(most):
    assert learned(planted(1, 600), most)["topic"].nunique() <= most


def test_the_order_of_the_texts_changes_no_topic():
    texts = planted(2)
    assert_frame_equal(learned(texts.sample(frac=1, random_state=1)), learned(texts))


def test_new_texts_of_the_same_kind_keep_the_subjects():
    texts = planted(3, 600)
    one, other = learned(texts[:300], 3), learned(texts[300:], 3)
    found = [topics_of(texts, each) for each in (one, other)]
    groups = [dict(zip(each["row"], each["theme"], strict=True)) for each in found]
    both = pd.DataFrame([(groups[0][row], groups[1][row]) for row in groups[0].keys() & groups[1].keys()])
    assert len(both) > 400 and pd.crosstab(both[0], both[1]).max(axis=1).sum() > 0.9 * len(both)


def test_a_text_is_about_its_subject():
    learnt = learned(planted(4), 3)
    found = topics_of(
        pd.Series(["the push-through foils", "DRIVER left a late parcel", "hello there"], list("abc")), learnt
    )
    assert list(found.columns) == COLUMNS and found["row"].tolist() == ["a", "b"]
    assert found["theme"].nunique() == 2 and set(found["name"]) <= set(learnt["name"])


LEARNT = pd.DataFrame(
    [("pack", "Foil, push", word, weight) for word, weight in [("foil", 0.25), ("push", 0.25), ("thumb", 0.05)]]
    + [("road", "Van", "van", 0.7)],
    columns=LEARNED,
)


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ("foil", []),
        ("foil foil foils", []),
        ("foil and push", ["pack"]),
        ("foil, thumb", ["pack"]),
        ("a van", ["road"]),
        ("vans push foil", ["pack", "road"]),
        ("ván PUSH Fóil", ["pack", "road"]),
    ],
)
def test_two_words_or_a_heavy_one_make_a_topic(text, themes):
    assert topics_of(pd.Series([text]), LEARNT)["theme"].tolist() == themes


@pytest.mark.parametrize(
    ("one", "other"), [("size", "sizes"), ("dress", "dresses"), ("box", "boxes"), ("delivery", "deliveries")]
)
def test_a_plural_is_the_same_word(one, other):
    texts = pd.concat([planted(5), pd.Series([f"{one} kettle", f"{other} kettle"] * 40)], ignore_index=True)
    learnt = learned(texts)
    assert one in set(learnt["word"]) and other not in set(learnt["word"])
    assert {300, 301} <= set(topics_of(texts, learnt)["row"])


def test_other_texts_change_nothing():
    texts = planted(6)
    learnt = learned(texts)
    together = topics_of(texts, learnt)
    alone = pd.concat([topics_of(texts[[at]], learnt) for at in texts.index], ignore_index=True)
    assert_frame_equal(alone, together)


def test_stored_topics_read_back_assign_the_same():
    texts = planted(7)
    learnt = learned(texts)
    back = pd.DataFrame(learnt.to_dict("records"))
    assert_frame_equal(topics_of(texts, back), topics_of(texts, learnt))


@pytest.mark.parametrize(
    "texts", [[], [None] * 200, ["", " "] * 100, [3] * 200, planted().tolist()[: FEWEST_TEXTS - 1]]
)
def test_little_said_is_no_topic_and_no_fault(texts):
    texts = pd.Series(texts, dtype=object)
    learnt = learned(texts)
    assert learnt.empty and list(learnt.columns) == LEARNED
    found = topics_of(texts, learnt)
    assert found.empty and list(found.columns) == COLUMNS
    assert set(topics_of(texts, LEARNT).columns) == set(COLUMNS)


@pytest.mark.parametrize("text", ["same words again", "the and of", "1234 99", "\ud800 \x00 <b>"])
def test_many_times_the_same_is_no_fault(text):
    texts = pd.Series([text] * 150, dtype=object)
    assert learned(texts).empty and topics_of(texts, LEARNT).empty


def test_twenty_thousand_texts_take_seconds():
    texts = planted(8, 25_000)
    started = time.process_time()
    learnt = learned(texts)
    assert len(topics_of(texts, learnt)) > 10_000
    assert time.process_time() - started < 20


def learnt_as(**topics: dict[str, float]) -> pd.DataFrame:
    rows = [(key, f"name of {key}", word, weight) for key, words in topics.items() for word, weight in words.items()]
    return pd.DataFrame(rows, columns=["topic", "name", "word", "weight"])


def test_a_topic_that_was_known_keeps_its_key_and_name():
    before = learnt_as(foil_pack={"foil": 0.6, "pack": 0.4}, late={"late": 1.0})
    anew = learnt_as(pack_foil={"foil": 0.5, "pack": 0.4, "push": 0.1}, price={"price": 1.0})
    told = matched(anew, before).drop_duplicates("topic").set_index("topic")["name"]
    assert dict(told) == {"foil_pack": "name of foil_pack", "price": "name of price"}


def test_a_known_topic_is_given_to_one_of_two_alike():
    before = learnt_as(old={"foil": 1.0})
    anew = learnt_as(one={"foil": 1.0}, other={"foil": 0.9, "pack": 0.1})
    assert list(matched(anew, before)["topic"].unique()) == ["old", "other"]


def kept(learnt: pd.DataFrame, before: pd.DataFrame) -> float:
    """The share of the topics known before that are found again."""
    known = set(before["topic"])
    return len(known & set(matched(learnt, before)["topic"])) / len(known)


def mixed(seed: int, n: int) -> pd.Series:
    """Texts whose subjects share their words, so that topics have no one right place."""
    rng = np.random.default_rng(seed)
    words = np.array(OTHER[:40])
    return pd.Series([" ".join(words[(rng.integers(40) + rng.integers(0, 9, 5)) % 40]) for _ in range(n)])


def test_topics_learnt_anew_from_a_little_more_stay_those_they_were():
    texts = mixed(9, 900)
    before = learned(texts[:800])
    assert kept(learned(texts, before=before), before) >= 0.75 > kept(learned(texts), before)


def test_what_customers_begin_to_speak_of_becomes_a_topic_beside_those_known():
    before = learned(mixed(10, 800))
    fresh = pd.Series(["kettle whistle boil"] * 60 + ["kettle boil steam"] * 60)
    found = learned(pd.concat([mixed(10, 800), fresh]), before=before)
    assert {"kettle", "boil"} <= set(found["word"]) and kept(found, before) >= 0.8


def test_a_word_of_sheer_praise_is_no_topic():
    texts = pd.concat([planted(11), pd.Series(["excellent fantastic parcel", "wunderbar excellent foil"] * 60)])
    assert not {"excellent", "fantastic", "wunderbar"} & set(learned(texts)["word"])


def test_known_parts_stay_the_first_and_move_as_the_data_ask():
    table = blocks(6)
    _, known = factors(table, 3)
    _, again = factors(table, 3, known=known[::-1])
    assert (np.diag(again[:3] @ known[::-1].T) > 0.9).all()
