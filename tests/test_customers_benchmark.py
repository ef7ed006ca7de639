"""The customers' benchmark measures what it says: the base has a known truth, the ratios are of what was timed."""

import itertools
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from benchmarks import customers
from signals.stats import repeat_buying


def rng() -> np.random.Generator:
    return np.random.default_rng(3)


@pytest.fixture(scope="module")
def visits() -> pd.DataFrame:
    return customers.simulated_visits(60_000, rng())


def summary_of(days: pd.DataFrame) -> customers.Summary:
    grouped = customers.first_and_last(days, "customer_id", "sold_date")
    return customers.summary_of(grouped, end=customers.FIRST_DATE + customers.DAYS)


def verdicts(table: str) -> dict[str, str]:
    """Met or missed, by the first cell of each row that has a target."""
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in table.splitlines()[2:]]
    return {row[0]: cell for row in cells for cell in row if cell in {"met", "missed"}}


# the simulated base


def test_the_same_seed_gives_the_same_visits():
    first, again, other = (customers.simulated_visits(200, np.random.default_rng(seed)) for seed in (1, 1, 2))
    pd.testing.assert_frame_equal(first, again)
    assert len(first) != len(other)
    assert first["customer"].nunique() == 200
    assert first["time"].between(0, customers.DAYS, inclusive="left").all()


def test_visits_come_and_end_as_the_model_says(visits):
    """Half a year after the first: nobody came again as often as F(182) says, and so many times on average."""
    begun = visits.groupby("customer")["time"].transform("min")
    early = visits[begun < customers.DAYS - 182]
    after = early["time"] - begun[early.index]
    repeats = ((after > 0) & (after <= 182)).groupby(early["customer"]).sum()
    newcomer = {"x": np.zeros(1), "t_x": np.zeros(1), "age": np.zeros(1), "days": 182}
    nobody_came = repeat_buying.p_no_visit(customers.TRUTH, **newcomer)[0]
    mean = repeat_buying.expected_visits(customers.TRUTH, **newcomer)[0]
    assert (repeats == 0).mean() == pytest.approx(nobody_came, abs=0.01)
    assert repeats.mean() == pytest.approx(mean, rel=0.03)


def test_purchase_days_are_the_days_with_a_visit(visits):
    few = visits[visits["customer"] < 300]
    days = customers.purchase_days(few)
    drawn = {
        (f"C{customer:07d}", pd.Timestamp("2024-01-01") + pd.Timedelta(days=int(moment)))
        for customer, moment in zip(few["customer"], few["time"], strict=True)
    }
    assert set(days.itertuples(index=False, name=None)) == drawn
    assert len(days) == len(drawn) < len(few)
    assert days["sold_date"].is_monotonic_increasing


def test_the_summary_counts_days_to_the_last_day_of_the_data_included():
    days = pd.DataFrame(
        {
            "customer_id": ["b", "a", "a", "a"],
            "sold_date": pd.to_datetime(["2025-12-30", "2024-01-01", "2024-01-11", "2024-02-01"]),
        }
    )
    x, t_x, age = summary_of(days)  # 2025-12-30 is the last day
    assert (x.tolist(), t_x.tolist(), age.tolist()) == ([2, 0], [31, 0], [730, 1])


def test_the_truth_is_found_where_visits_are_timed_and_days_lose_a_little(visits):
    timed = customers.timed_model(visits)
    by_day = repeat_buying.fit(*summary_of(customers.purchase_days(visits)))
    assert timed.r == pytest.approx(customers.TRUTH.r, rel=0.06)
    assert timed.alpha == pytest.approx(customers.TRUTH.alpha, rel=0.06)
    assert timed.alpha < by_day.alpha


# the seconds and the words


def test_seconds_are_the_median_of_what_the_clock_said():
    ticks = iter([0, 1, 10, 14, 20, 29, 30, 34, 40, 42, 50, 54])  # 1, 9, 2 for the first, 4 each for the second
    calls = {"first": lambda: None, "second": lambda: None}
    seconds = customers.cpu_seconds(calls, rounds=3, repeats=2, clock=lambda: next(ticks))
    assert seconds == {"first": 1.0, "second": 2.0}


def test_calls_are_by_turns():
    called = []
    calls = {name: lambda name=name: called.append(name) for name in "ab"}
    customers.cpu_seconds(calls, rounds=2, repeats=2, clock=itertools.count().__next__)
    assert "".join(called) == "aabbaabb"


SECONDS = {customers.GROUP_BY: 2.0, "fit": 0.6, "scores": 0.2, "another": 9.0, customers.SORTED_GROUP_BY: 1.0}


def test_each_step_is_a_share_of_the_group_by():
    table = customers.speed_table(SECONDS)
    assert "| fit | 0.600 | 0.300 | at most 0.3 | met | 0.600 |" in table
    assert "| another | 9.000 | 4.500 |  |  | 9.000 |" in table
    assert verdicts(table) == {"fit": "met", "scores": "met"}


@pytest.mark.parametrize("slow", ["fit", "scores"])
def test_a_step_over_its_share_is_missed(slow):
    table = customers.speed_table(SECONDS | {slow: SECONDS[slow] * 1.02})
    assert verdicts(table) == {"fit": "met", "scores": "met"} | {slow: "missed"}


@pytest.mark.parametrize(
    ("times", "distance", "word"), [(30, 0.05, "met"), (29, 0, "missed"), (40, 0.06, "missed"), (40, -0.06, "missed")]
)
def test_both_the_speed_and_the_likelihood_must_hold(times, distance, word):
    seconds = {customers.OURS: 0.5, customers.LIFETIMES: 0.5 * times, "lifetimes, BG/NBD": 0.5}
    likelihoods = {customers.OURS: 0.0, customers.LIFETIMES: distance, "lifetimes, BG/NBD": 99.0}
    assert verdicts(customers.lifetimes_table(seconds, likelihoods)) == {customers.LIFETIMES: word}


def test_parameters_far_from_the_truth_are_named(visits):
    summary = summary_of(customers.purchase_days(visits.head(3000)))
    exact = customers.found_table(customers.TRUTH, customers.TRUTH, summary)
    assert "from the truth: none" in exact
    assert "is 0.0000 off on average, 0.0000 at most" in exact
    off = replace(customers.TRUTH, alpha=61.0, b=2.0)
    table = customers.found_table(off, customers.TRUTH, summary)
    assert "from the truth: b (" in table
    assert "| b | 2.5 | 2 (-20.0%) | 2.5 (+0.0%) |" in table


# the reports


def test_a_small_base_is_reported_with_every_step_and_a_word_on_the_targets():
    report = customers.report_on_simulated(3000, rounds=1)
    assert report.startswith("3,000 simulated customers, ")
    assert "(the targets are meant for 1,000,000)" in report
    assert set(verdicts(report.split("\n\n")[1])) == {"fit", "scores"}
    assert "nan" not in report


def test_a_missing_file_is_named(tmp_path):
    absent = tmp_path / "cdnow_sample.txt"
    assert customers.report_on_cdnow(absent).startswith(f"Not here: {absent}. ")


def test_a_missing_library_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(customers, "is_installed", lambda library: False)
    present = tmp_path / "cdnow_sample.txt"
    present.touch()
    assert customers.report_on_cdnow(present).startswith("Not here: lifetimes. ")


@pytest.fixture(scope="module")
def cdnow() -> customers.Summary:
    if not customers.DEFAULT_CDNOW.exists():
        pytest.skip("shared/data/cdnow_sample.txt is not beside the repository")
    return customers.cdnow(customers.DEFAULT_CDNOW)


def test_the_likelihoods_are_the_published_ones(cdnow):
    """MBG/NBD −9582.133; BG/NBD −9582.4 (Fader, Hardie and Lee 2005)."""
    ours, theirs = customers.our_likelihood(cdnow), customers.their_likelihood(cdnow, "ModifiedBetaGeoFitter")
    assert ours == pytest.approx(-9582.133, abs=0.01)
    assert theirs == pytest.approx(ours, abs=customers.LIKELIHOOD_DISTANCE)
    assert customers.their_likelihood(cdnow, "BetaGeoFitter") == pytest.approx(-9582.4, abs=0.05)


def test_the_report_on_cdnow_shows_what_the_fits_reached(cdnow, monkeypatch):
    monkeypatch.setattr(customers, "our_likelihood", lambda summary: -9000.0)
    monkeypatch.setattr(customers, "REPEATS", 1)
    report = customers.report_on_cdnow(customers.DEFAULT_CDNOW, rounds=1)
    assert report.startswith("CDNOW, 2,357 customers")
    assert "| -9000.000 | +0.000 |" in report
    assert verdicts(report.split("\n\n")[1]) == {customers.LIFETIMES: "missed"}


def test_the_command_prints_versions_and_both_reports(capsys, tmp_path):
    customers.main(["--customers", "500", "--cdnow", str(tmp_path / "elsewhere.txt")])
    printed = capsys.readouterr().out
    assert f"numpy {np.__version__}" in printed
    assert "500 simulated customers" in printed
    assert f"Not here: {tmp_path / 'elsewhere.txt'}" in printed
