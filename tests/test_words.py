"""What the affected say more than the others, and the texts that speak for all."""

import time

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.voice.words import COLUMNS, LEAST_VOICES, LONGEST_TEXT, contrast, representative

TALK = ["garden", "river", "window", "table", "lamp", "music", "paper", "stone", "bread", "copper", "letter", "silver"]


def chatter(seed, n=400, *, said="", by=40, others=0):
    """Texts of six everyday words each; the first `by`, who are affected, say one thing more, as do some others."""
    rng = np.random.default_rng(seed)
    texts = [" ".join(rng.choice(TALK, 6)) for _ in range(n)]
    texts = [f"{text}. {said}." if at < by or at >= n - others else text for at, text in enumerate(texts)]
    return pd.Series(texts), pd.Series([f"c{at}" for at in range(n)]), np.arange(n) < 40


def phrases(*args):
    return contrast(*args)["phrase"].tolist()


def test_what_the_affected_say_is_found_and_nothing_else():
    found = contrast(*chatter(1, said="The Späte Lieferung again", by=30, others=5))
    assert list(found.columns) == COLUMNS and found["phrase"].tolist() == ["Späte Lieferung"]
    row = found.iloc[0]
    assert (row["affected_count"], row["others_count"]) == (30, 5)
    assert (row["affected_share"], row["others_share"]) == pytest.approx((30 / 40, 5 / 360))


@pytest.mark.parametrize("affected_share", [0.02, 0.05, 0.2, 0.5])
def test_groups_that_talk_alike_have_no_words(affected_share):
    """With rare words and few affected too, where counts are small."""
    rng = np.random.default_rng(5)
    vocabulary = np.array(
        [f"word{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(2000)]
    )
    shares = 1 / np.arange(10, 2010)
    told = 0
    for _ in range(40):
        drawn = rng.choice(vocabulary, (300, 20), p=shares / shares.sum())
        texts = pd.Series([". ".join(words) for words in drawn])
        told += len(contrast(texts, pd.Series([None] * 300), rng.permutation(300) < affected_share * 300)) > 0
    assert told <= 4  # at most 5 % of the runs, and chance


def test_a_customer_counts_once_however_often_they_write():
    texts, ids, is_affected = chatter(2)
    loud = pd.Series(["scandal scandal"] * 60)
    one = (pd.concat([texts, loud]), pd.concat([ids, pd.Series(["c0"] * 60)]), np.append(is_affected, [True] * 60))
    assert phrases(*one) == []
    nobody = (one[0], pd.concat([ids, pd.Series([None] * 60)]), one[2])
    assert phrases(*nobody) == ["scandal scandal"]
    assert contrast(*nobody)["affected_count"].tolist() == [60]


def test_a_customer_with_one_affected_text_is_affected():
    texts, ids, is_affected = chatter(3, said="invoice")
    twice = (pd.concat([texts, texts[:40]]), pd.concat([ids, ids[:40]]), np.append(is_affected, [False] * 40))
    found = contrast(*twice)
    assert found["phrase"].tolist() == ["invoice"]
    assert found["affected_share"].tolist() == [1.0] and found["others_count"].tolist() == [0]


@pytest.mark.parametrize("by", range(1, 6))
def test_fewer_than_three_voices_are_never_told(by):
    found = contrast(*chatter(4, n=1000, said="zeppelin", by=by))
    assert found.empty or by >= LEAST_VOICES


def test_a_word_inside_a_told_phrase_is_not_told_again():
    assert phrases(*chatter(6, said="broken hinge")) == ["broken hinge"]


def test_a_word_said_in_many_ways_stands_alone():
    texts, ids, is_affected = chatter(7)
    kinds = ["late delivery", "wrong delivery", "no delivery", "second delivery"]
    texts = pd.Series([f"{text}. {kinds[at % 4]}" if at < 40 else text for at, text in enumerate(texts)])
    found = phrases(texts, ids, is_affected)
    assert "delivery" in found and not any(" delivery" in phrase for phrase in found)


def test_a_denied_word_keeps_its_denial():
    assert phrases(*chatter(8, said="It is not working")) == ["not working"]
    assert phrases(*chatter(8, said="It doesn't work")) == ["doesn't work"]


@pytest.mark.parametrize("said", ["and the", "und nicht", "et le", "y el", "e il", "e não", "1234", "x"])
def test_stop_words_numbers_and_letters_say_nothing(said):
    assert phrases(*chatter(9, said=said)) == []


def test_spellings_are_one_phrase_shown_as_most_write_it():
    texts, ids, is_affected = chatter(10)
    spelt = ["Verspätung", "verspätung", "VERSPATUNG", "verspätung"]
    texts = pd.Series([f"{text}. {spelt[at % 4]}" if at < 40 else text for at, text in enumerate(texts)])
    found = contrast(texts, ids, is_affected)
    assert found["phrase"].tolist() == ["verspätung"] and found["affected_count"].tolist() == [40]


def test_a_phrase_does_not_reach_across_a_full_stop():
    assert sorted(phrases(*chatter(11, said="kettle. Zebra"))) == ["Zebra", "kettle"]


def test_the_order_of_the_rows_changes_nothing():
    texts, ids, is_affected = chatter(12, said="broken hinge and rude driver", by=35, others=10)
    order = np.random.default_rng(1).permutation(len(texts))
    before = texts.copy()
    found = contrast(texts, ids, is_affected)
    assert_frame_equal(contrast(texts.iloc[order], ids.iloc[order], is_affected[order]), found)
    assert found["z"].is_monotonic_decreasing and len(found) == 2
    assert texts.equals(before)
    assert representative(texts.iloc[order], 5) == representative(texts, 5)


def test_hostile_text_comes_out_as_given():
    texts, ids, is_affected = chatter(13, said="<script>alert('x')</script> {0} %s \x00 =cmd|")
    told = " ".join(phrases(texts, ids, is_affected))
    assert "script" in told and "&lt;" not in told


def test_a_text_is_read_as_far_as_its_limit():
    assert phrases(*chatter(14, said="a " * (LONGEST_TEXT // 2) + "zeppelin")) == []


@pytest.mark.parametrize("texts", [[], [None, None], ["", "  "], [None, "one word"], [float("nan"), "..."], [3, "a b"]])
def test_little_or_nothing_said_is_no_word_and_no_fault(texts):
    texts = pd.Series(texts, dtype=object)
    found = contrast(texts, pd.Series([None] * len(texts), dtype=object), np.arange(len(texts)) < 1)
    assert found.empty and list(found.columns) == COLUMNS
    assert set(representative(texts, 3)) <= set(texts.index)


@pytest.mark.parametrize("affected", [True, False])
def test_without_two_groups_there_is_no_contrast(affected):
    texts, ids, is_affected = chatter(15)
    assert contrast(texts, ids, np.full(len(is_affected), affected)).empty


def test_twenty_thousand_texts_take_seconds():
    texts, ids, is_affected = chatter(16, n=20_000, said="broken hinge")
    started = time.process_time()
    assert phrases(texts + " " + texts + " " + texts, ids, is_affected)
    representative(texts, 5)
    assert time.process_time() - started < 15


def test_the_representative_text_is_about_what_most_are_about():
    texts = pd.Series(
        [
            "The delivery came two weeks late",
            "Late delivery again, very late",
            "My delivery was late",
            "Nice colours in the catalogue",
        ],
        index=list("abcd"),
    )
    assert representative(texts, 1)[0] in "abc"
    assert representative(texts, 4)[-1] == "d"


def test_no_text_is_represented_twice():
    texts = pd.Series(
        ["The delivery came late", "the delivery came LATE!", "Delivery came late.", "The driver was rude"]
    )
    chosen = representative(texts, 4)
    assert len(chosen) == 2 and 3 in chosen


def test_a_readable_text_comes_before_a_cry_and_a_letter():
    texts = pd.Series(["late delivery", "The late delivery annoys me", "late delivery of goods " * 20])
    assert representative(texts, 3)[0] == 1
    assert representative(texts.iloc[[0]], 3) == [0]


def test_no_more_are_chosen_than_asked_for():
    texts, *_ = chatter(17)
    assert len(representative(texts, 3)) == 3 and representative(texts, 0) == []
