"""What a customer could still buy: never what they have, never from the future, and honest about its worth."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from signals.detectors import whitespace
from signals.detectors.whitespace import EASE, POPULARITY, Suggestion, evaluated, learned, suggestions

AS_OF = date(2026, 6, 30)
DAYS = 720  # of history up to AS_OF
NO_SEGMENTS = pd.Series(dtype="str")


def table(has, rng, *, names=None):
    """First purchases of a 0/1 matrix customers × lines, each on a random day of the history."""
    customer, line = np.nonzero(has)
    names = names or [f"line {number:03}" for number in range(has.shape[1])]
    last = np.datetime64(AS_OF, "s")
    return pd.DataFrame(
        {
            "customer_id": [f"c{number:04}" for number in customer],
            "line": [names[number] for number in line],
            "first_date": last - rng.integers(0, DAYS, len(line)) * np.timedelta64(86_400, "s"),
        }
    )


def planted(seed, *, customers=400, lines=40, own=0.35, other=0.03):
    """Half the customers buy lines `a…`, half lines `b…`, and few of the others'."""
    rng = np.random.default_rng(seed)
    is_b = np.arange(customers) % 2
    chance = np.where(is_b[:, None] == np.repeat([0, 1], lines), own, other)
    names = [f"{group}{number:02}" for group in "ab" for number in range(lines)]
    return table(rng.random(chance.shape) < chance, rng, names=names)


def unstructured(seed, *, customers=400, lines=60):
    """Everybody buys each line by its own popularity alone."""
    rng = np.random.default_rng(seed)
    return table(rng.random((customers, lines)) < np.linspace(0.1, 0.4, lines), rng)


def counted(buyers, *, segment_of=lambda number: None):
    """Lines with so many buyers each, the customers counted from 0; everybody also buys `entry` first."""
    rows = [("entry", number) for number in range(max(buyers.values()))]
    rows += [(line, number) for line, count in buyers.items() for number in range(count)]
    frame = pd.DataFrame(rows, columns=["line", "number"])
    frame = frame.assign(customer_id="c" + frame["number"].astype(str), first_date=pd.Timestamp("2026-01-01"))
    segments = pd.Series({f"c{number}": segment_of(number) for number in range(max(buyers.values()))}, dtype="str")
    return frame[["customer_id", "line", "first_date"]], segments


def lines_of(found):
    return [one.line for one in found]


def bought_by(first_purchases):
    return first_purchases.groupby("customer_id")["line"].agg(set)


def assert_same(model, other):
    assert (model.method, model.customers_count, model.lines_count) == (
        other.method,
        other.customers_count,
        other.lines_count,
    )
    assert_frame_equal(model.affinities, other.affinities)
    assert_frame_equal(model.popularity, other.popularity)


def evaluation(first_purchases, segments=NO_SEGMENTS, as_of=AS_OF):
    return evaluated(first_purchases, as_of, segments, np.random.default_rng(1))


@pytest.mark.parametrize("make", [planted, unstructured])
def test_bought_lines_are_never_suggested(make):
    first_purchases = make(1)
    for method_lines in (50, 1000):  # EASE and popularity
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(whitespace, "MIN_LINES", method_lines)
            model = learned(first_purchases, AS_OF, NO_SEGMENTS)
        for bought in bought_by(first_purchases).iloc[:40]:
            found = lines_of(suggestions(model, bought, None))
            assert len(found) == len(set(found)) == 5 and not bought & set(found)


def test_two_groups_of_lines_are_told_apart_and_the_reason_is_of_the_same_group():
    first_purchases = planted(2)
    model = learned(first_purchases, AS_OF, NO_SEGMENTS)
    assert (model.method, model.customers_count, model.lines_count) == (EASE, 400, 80)
    for customer, bought in bought_by(first_purchases).iloc[:60].items():
        group = "ab"[int(customer[1:]) % 2]
        for found in suggestions(model, bought, None):
            assert found.line[0] == group
            assert len(found.because) == 2 and set(found.because) <= bought
            assert {line[0] for line in found.because} == {group}


def test_the_reasons_are_the_two_largest_terms_and_the_score_their_sum_with_the_rest():
    model = learned(planted(3), AS_OF, NO_SEGMENTS)
    bought = ["a00", "a01", "a02", "b05"]
    best = suggestions(model, bought, None)[0]
    terms = model.affinities[model.affinities["line"] == best.line].set_index("because")["weight"]
    terms = terms.reindex(bought).dropna()
    assert best.score == pytest.approx(terms.sum(), abs=1e-6)
    assert best.because == tuple(terms[terms > 0].sort_values(ascending=False).index[:2])


def drawn_model(terms):
    """EASE from triples (because, line, weight); every line is bought by a tenth."""
    affinities = pd.DataFrame(terms, columns=["because", "line", "weight"])
    lines = sorted({line for _, line, _ in terms})
    return whitespace.Whitespace(
        EASE, 100, len(lines), affinities, pd.DataFrame({"segment": None, "line": lines, "buyers_share": 0.1})
    )


def test_a_score_of_zero_or_less_is_no_suggestion_and_what_speaks_against_a_line_no_reason():
    model = drawn_model([("p", "x", 0.3), ("q", "x", -0.1), ("p", "y", 0.2), ("q", "y", -0.2), ("q", "z", -0.1)])
    assert suggestions(model, ["p", "q"], None) == (Suggestion("x", 0.2, ("p",), 0.1, None),)
    assert suggestions(model, ["q"], None) == ()
    assert lines_of(suggestions(model, ["p"], None)) == ["x", "y"]


def test_a_customer_without_known_lines_gets_no_suggestion():
    model = learned(planted(4), AS_OF, NO_SEGMENTS)
    assert suggestions(model, [], None) == () == suggestions(model, ["never seen"], None)


def test_the_weights_are_steck_s_with_half_the_customers_as_penalty(monkeypatch):
    monkeypatch.setattr(whitespace, "MOST_WEIGHTS", 1000)
    first_purchases = planted(21)
    has = pd.crosstab(first_purchases["customer_id"], first_purchases["line"])
    inverse = np.linalg.inv(has.T.to_numpy() @ has.to_numpy() + len(has) / 2 * np.eye(has.shape[1]))
    expected = pd.DataFrame(-inverse / np.diag(inverse), index=has.columns, columns=has.columns)
    weights = learned(first_purchases, AS_OF, NO_SEGMENTS).affinities.set_index(["because", "line"])["weight"]
    assert len(weights) > 5000
    assert weights.to_numpy() == pytest.approx([expected.loc[pair] for pair in weights.index], abs=1e-6)


@pytest.mark.parametrize(("lines", "method"), [(49, POPULARITY), (50, EASE)])
def test_fifty_lines_are_enough_to_tell_customers_apart_by(lines, method):
    model = learned(unstructured(22, lines=lines), AS_OF, NO_SEGMENTS)
    assert (model.lines_count, model.method) == (lines, method)


def test_equal_scores_go_to_the_line_that_more_customers_buy():
    popularity = pd.DataFrame({"segment": None, "line": ["x", "y", "z"], "buyers_share": [0.1, 0.3, 0.1]})
    affinities = pd.DataFrame({"because": "w", "line": ["z", "y", "x"], "weight": 0.2})
    model = whitespace.Whitespace(EASE, 100, 4, affinities, popularity)
    assert lines_of(suggestions(model, ["w"], None)) == ["y", "x", "z"]


def test_no_more_weights_are_stored_than_stated(monkeypatch):
    monkeypatch.setattr(whitespace, "MOST_WEIGHTS", 7)
    model = learned(planted(5), AS_OF, NO_SEGMENTS)
    assert list(model.affinities.columns) == ["because", "line", "weight"]
    assert model.affinities.groupby("line").size().eq(7).all()
    assert not model.affinities.duplicated(["because", "line"]).any()
    assert (model.affinities["because"] != model.affinities["line"]).all()


def test_few_lines_are_suggested_by_popularity_in_the_segment():
    first_purchases, segments = counted(
        {"x": 60, "y": 45, "z": 30}, segment_of=lambda number: "north" if number < 40 else "south"
    )
    model = learned(first_purchases, AS_OF, segments)
    assert model.method == POPULARITY and model.affinities.empty
    assert suggestions(model, ["entry"], "north") == (
        Suggestion("x", 1.0, (), 1.0, "north"),
        Suggestion("y", 1.0, (), 1.0, "north"),
        Suggestion("z", 0.75, (), 0.75, "north"),
    )
    assert suggestions(model, ["entry", "y"], "south") == (Suggestion("x", 1.0, (), 1.0, "south"),)


@pytest.mark.parametrize("segment", [None, float("nan"), "unheard of", "tiny"])
def test_who_has_no_segment_to_speak_of_is_compared_with_everybody(segment):
    first_purchases, segments = counted(
        {"x": 60, "y": 45}, segment_of=lambda number: "tiny" if number < 19 else "large" if number < 45 else None
    )
    model = learned(first_purchases, AS_OF, segments)
    assert suggestions(model, ["entry"], segment) == (
        Suggestion("x", 1.0, (), 1.0, None),
        Suggestion("y", 0.75, (), 0.75, None),
    )


def test_a_line_with_fewer_than_twenty_buyers_is_not_suggested():
    first_purchases, segments = counted(
        {"x": 60, "rare": 19, "just": 20}, segment_of=lambda number: "odd" if number % 2 else "even"
    )
    model = learned(first_purchases, AS_OF, segments)
    assert model.lines_count == 3
    assert lines_of(suggestions(model, ["entry"], None)) == ["x", "just"]
    assert lines_of(suggestions(model, ["entry"], "odd")) == ["x"]  # ten of the segment buy `just`


def test_shares_are_of_the_customers_with_a_line():
    first_purchases, segments = counted({"x": 60, "y": 30}, segment_of=lambda number: "one")
    segments = pd.concat([segments, pd.Series({f"nobody{number}": "one" for number in range(500)})])
    popularity = learned(first_purchases, AS_OF, segments).popularity
    assert list(popularity.columns) == ["segment", "line", "buyers_share"]
    by_line = popularity[popularity["segment"] == "one"].set_index("line")["buyers_share"]
    assert by_line.to_dict() == {"entry": 1.0, "x": 1.0, "y": 0.5}
    assert_frame_equal(
        popularity[popularity["segment"].isna()][["line", "buyers_share"]].reset_index(drop=True),
        popularity[popularity["segment"] == "one"][["line", "buyers_share"]].reset_index(drop=True),
    )


def test_too_many_lines_are_cut_to_the_most_bought(monkeypatch):
    monkeypatch.setattr(whitespace, "MOST_LINES", 55)
    first_purchases = unstructured(6)
    model = learned(first_purchases, AS_OF, NO_SEGMENTS)
    most = first_purchases.groupby("line").size().sort_values(ascending=False, kind="stable").index[:55]
    assert model.method == EASE and model.lines_count == 55
    assert set(model.popularity["line"]) == set(most)


def test_the_future_is_invisible():
    past = planted(7)
    later = planted(8, customers=500).assign(first_date=pd.Timestamp(AS_OF) + pd.Timedelta(days=1))
    later = later.assign(line=later["line"].where(later["line"] < "b", "unborn " + later["line"]))
    both = pd.concat([later, past])
    segments = pd.Series({customer: "ab"[number % 2] for number, customer in enumerate(bought_by(both).index)})
    assert_same(learned(both, AS_OF, segments), learned(past, AS_OF, segments))
    assert evaluation(both, segments) == evaluation(past, segments) is not None


def test_shuffled_rows_give_the_same_answer_and_no_argument_is_changed():
    first_purchases = planted(9)
    segments = pd.Series(
        {customer: "ab"[number % 2] for number, customer in enumerate(bought_by(first_purchases).index)}
    )
    shuffled, shuffled_segments = (
        first_purchases.sample(frac=1, random_state=1),
        segments.sample(frac=1, random_state=2),
    )
    before, before_segments = shuffled.copy(deep=True), shuffled_segments.copy(deep=True)
    assert_same(learned(shuffled, AS_OF, shuffled_segments), learned(first_purchases, AS_OF, segments))
    assert evaluation(shuffled, shuffled_segments) == evaluation(first_purchases, segments)
    assert_frame_equal(shuffled, before)
    assert shuffled_segments.equals(before_segments)


def test_a_pair_that_is_named_twice_counts_once_from_its_first_day():
    first_purchases = planted(10)
    later = first_purchases.assign(first_date=first_purchases["first_date"] + pd.Timedelta(days=40))
    twice = pd.concat([later, first_purchases])
    assert_same(learned(twice, AS_OF, NO_SEGMENTS), learned(first_purchases, AS_OF, NO_SEGMENTS))
    assert evaluation(twice) == evaluation(first_purchases)


@pytest.mark.parametrize("kind", ["date", "text"])
def test_days_may_come_as_dates_timestamps_or_text(kind):
    first_purchases = planted(11)
    days = first_purchases["first_date"].dt.date
    other = first_purchases.assign(first_date=days.astype(str) if kind == "text" else days)
    assert_same(learned(other, str(AS_OF), NO_SEGMENTS), learned(first_purchases, AS_OF, NO_SEGMENTS))


def test_without_purchases_there_is_nothing_to_suggest_and_nothing_to_evaluate():
    empty = planted(1).iloc[:0]
    model = learned(empty, AS_OF, NO_SEGMENTS)
    assert (model.method, model.customers_count, model.lines_count) == (POPULARITY, 0, 0)
    assert list(model.affinities.columns) == ["because", "line", "weight"] and model.affinities.empty
    assert list(model.popularity.columns) == ["segment", "line", "buyers_share"] and model.popularity.empty
    assert suggestions(model, ["a00"], "north") == ()
    assert evaluation(empty) is None


def test_rows_without_a_customer_a_line_or_a_day_count_for_nothing():
    first_purchases = planted(12)
    broken = first_purchases.iloc[:30].copy()
    broken.loc[broken.index[:10], "customer_id"] = None
    broken.loc[broken.index[10:20], "line"] = None
    broken.loc[broken.index[20:], "first_date"] = pd.NaT
    broken = broken.assign(customer_id=broken["customer_id"].where(broken["customer_id"].isna(), "stranger"))
    both = pd.concat([first_purchases, broken])
    assert_same(learned(both, AS_OF, NO_SEGMENTS), learned(first_purchases, AS_OF, NO_SEGMENTS))


@pytest.mark.parametrize("as_of", ["2024-07-10", "2024-12-01"])
def test_too_short_a_past_is_not_evaluated(as_of):
    assert evaluation(planted(13), as_of=as_of) is None


def test_too_few_customers_to_ask_are_not_evaluated():
    assert evaluation(planted(14, customers=60)) is None


def test_the_origins_are_the_last_quarters_whose_horizons_have_ended():
    (result,) = evaluation(planted(15)).results
    assert result.origins == (date(2025, 7, 1), date(2025, 9, 30), date(2025, 12, 30), date(2026, 3, 31))
    (result,) = evaluation(planted(15), as_of="2025-02-01").results
    assert result.origins == (date(2024, 11, 2),)


def asked_at(first_purchases, origin):
    """Per customer known at the origin who buys something new in time: what they had, and what came next."""
    for customer, rows in first_purchases.groupby("customer_id"):
        later = rows[(rows["first_date"] > origin) & (rows["first_date"] <= origin + pd.Timedelta(days=91))]
        had = set(rows.loc[rows["first_date"] <= origin, "line"])
        if had and len(later):
            yield customer, had, set(later.loc[later["first_date"] == later["first_date"].min(), "line"])


def by_popularity(first_purchases, origin, had):
    buyers = first_purchases[first_purchases["first_date"] <= origin].groupby("line").size()
    open_lines = sorted(
        (-count, line) for line, count in buyers.items() if count >= whitespace.MIN_BUYERS and line not in had
    )
    return {line for _, line in open_lines[:5]}


@pytest.mark.parametrize("min_lines", [10, 1000])
def test_the_evaluation_is_what_the_suggestions_of_the_day_would_have_hit(monkeypatch, min_lines):
    """Again in plain loops, over `learned` and `suggestions` as a page would have called them on the day."""
    monkeypatch.setattr(whitespace, "MIN_LINES", min_lines)
    monkeypatch.setattr(whitespace, "CHUNK_ROWS", 37)
    monkeypatch.setattr(whitespace, "MIN_BUYERS", 10)
    monkeypatch.setattr(whitespace, "MIN_ASKED", 50)
    first_purchases = planted(16, customers=90, lines=9)
    customers = bought_by(first_purchases).index
    segments = pd.Series({customer: "ab"[int(customer[1:]) % 2] for customer in customers[:70]})
    (result,) = evaluation(first_purchases, segments).results
    ours, popular = [], []
    for origin in map(pd.Timestamp, result.origins):
        model = learned(first_purchases, origin, segments)
        assert model.method == result.method
        for customer, had, wanted in asked_at(first_purchases, origin):
            ours.append(bool(wanted & set(lines_of(suggestions(model, had, segments.get(customer))))))
            popular.append(bool(wanted & by_popularity(first_purchases, origin, had)))
    assert result.asked_count == len(ours)
    assert result.hit_rate.estimate == pytest.approx(np.mean(ours)) and 0 < np.mean(ours) < 1
    assert result.popularity_hit_rate.estimate == pytest.approx(np.mean(popular))
    assert result.over_popularity.estimate == pytest.approx(np.mean(ours) - np.mean(popular))
    if min_lines == 1000:
        assert result.segment_hit_rate.estimate == result.hit_rate.estimate


def test_structure_is_worth_more_than_popularity():
    (result,) = evaluation(planted(17)).results
    assert result.method == EASE
    assert result.over_popularity.low > 0.05
    assert result.hit_rate.n == result.over_popularity.n <= 400 < result.asked_count
    assert result.segment_hit_rate is None is result.over_segment


def test_segments_that_know_the_structure_leave_less_to_gain():
    first_purchases = planted(18)
    segments = pd.Series({c: "ab"[int(c[1:]) % 2] for c in bought_by(first_purchases).index})
    (result,) = evaluation(first_purchases, segments).results
    assert result.over_segment.estimate < result.over_popularity.estimate - 0.05
    assert result.segment_hit_rate.estimate == pytest.approx(result.hit_rate.estimate - result.over_segment.estimate)


def test_without_structure_it_is_not_called_better_than_popularity():
    results = [evaluation(unstructured(seed)).results[0] for seed in range(12)]
    assert all(result.method == EASE for result in results)
    assert sum(result.over_popularity.low > 0 for result in results) <= 1
    assert np.mean([result.over_popularity.estimate for result in results]) < 0.01


def test_without_segments_popularity_is_neither_better_nor_worse_than_itself():
    (result,) = evaluation(planted(19, lines=15)).results
    assert result.method == POPULARITY
    assert (result.over_popularity.estimate, result.over_popularity.low, result.over_popularity.high) == (0, 0, 0)


def test_each_method_in_use_is_reported_apart_the_latest_first(monkeypatch):
    first_purchases = planted(20, own=0.14, other=0.02)
    early = learned(first_purchases, "2025-09-30", NO_SEGMENTS).lines_count
    late = learned(first_purchases, "2025-12-30", NO_SEGMENTS).lines_count
    monkeypatch.setattr(whitespace, "MIN_LINES", (early + late + 1) // 2)
    results = evaluation(first_purchases).results
    assert [(result.method, len(result.origins)) for result in results] == [(EASE, 2), (POPULARITY, 2)]


def test_the_method_text_states_its_own_thresholds():
    for stated in ("at least 20 buyers", "fewer than 50 such lines", "more than 3,000 lines", "91 days", "the 5"):
        assert stated in " ".join(whitespace.METHOD.split())
