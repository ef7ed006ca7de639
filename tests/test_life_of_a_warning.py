"""Three months of a small company, one day at a time through the command line: a warning keeps its name and its days.

The first product falls for two weeks, comes back, and falls again in its quiet time; the second never comes back; the
third falls for three weeks. What was said on a day is never said otherwise later.
"""

import io
import json
import os
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import databases
import numpy as np
import pytest

from signals.__main__ import main

pytestmark = pytest.mark.slow

HISTORY_DAYS = 150
FIRST = date(2026, 1, 1) + timedelta(days=HISTORY_DAYS)  # the first morning
DAYS = 91
PRODUCTS = [f"P{number}" for number in range(8)]
REGIONS = ("North", "South")
ORDERS_A_DAY = 5  # of a product in a region
FALLS = (  # product, first day, day after, share of the orders that is left
    ("P0", 8, 24, 0.35),
    ("P1", 12, DAYS, 0.5),
    ("P2", 30, 50, 0.5),
    ("P0", 70, DAYS, 0.2),
)
REAL, EXPECTED, EXPECTED_UNTIL, FALSE_ALARM, REVERTED, NEW_NORMAL = 16, 25, 40, 39, 42, 60  # days of the verdicts
LIVES = {"new", "worsening", "lasting", "recovering", "watched"}


def day_of(offset: int) -> date:
    return FIRST + timedelta(days=offset)


def export(first: int, last: int, *, rng: np.random.Generator) -> str:
    """The sales of some days as a CSV file."""
    lines = ["order_id,sold_date,product_id,region,quantity,revenue"]
    for offset in range(first, last + 1):
        left = {product: share for product, start, end, share in FALLS if start <= offset < end}
        for product in PRODUCTS:
            for region in REGIONS:
                for number in range(rng.poisson(ORDERS_A_DAY * left.get(product, 1.0))):
                    order, money = f"{offset}-{product}-{region}-{number}", rng.integers(800, 3200) / 100
                    lines.append(f"{order},{day_of(offset)},{product},{region},1,{money}")
    return "\n".join(lines)


@dataclass
class Company:
    """The command line on one database, and what it has said so far."""

    folder: Path
    mornings: dict[int, dict] = field(default_factory=dict)  # as said on the day
    verdicts: dict[str, int] = field(default_factory=dict)

    def runs(self, *arguments: str) -> dict:
        told, progress = io.StringIO(), io.StringIO()
        with redirect_stdout(told), redirect_stderr(progress):
            code = main([*arguments, "--json"])
        assert code == 0, progress.getvalue()
        return json.loads(told.getvalue())

    def loads(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        (report,) = self.runs("load", str(self.folder / name))["loads"]
        assert report["outcome"] == "load", report["question"]

    def wakes(self, offset: int) -> dict:
        self.mornings[offset] = self.runs("warnings", "--as-of", str(day_of(offset)))
        return self.mornings[offset]

    def says(self, offset: int, product: str, verdict: str, *options: str) -> None:
        """Gives a verdict on the product's warning of that day, and wakes up once more."""
        key = row_of(self.mornings[offset], product)["key"]
        day = str(day_of(offset))
        given = self.runs("verdict", key, verdict, "--reason", f"{product}: seen", "--as-of", day, *options)
        self.verdicts[verdict] = given["verdict_id"]
        self.wakes(offset)

    def rows(self, product: str, *lists: str) -> Iterator[tuple[int, dict]]:
        """Every day's row of the product, where there was one in these lists."""
        for offset, morning in self.mornings.items():
            for name in lists:
                yield from ((offset, row) for row in morning[name] if is_of(row, product))


def row_of(morning: dict, product: str, *lists: str) -> dict:
    found = [row for name in lists or ("warnings",) for row in morning[name] if is_of(row, product)]
    assert len(found) == 1, f"{product} as of {morning['as_of']}: {found}"
    return found[0]


def is_of(row: dict, product: str) -> bool:
    return row["subject"]["kind"] == "product" and row["subject"]["product_id"] == product


@pytest.fixture(scope="module")
def lived(tmp_path_factory) -> Iterator[Company]:
    """All days on DuckDB, each loaded, computed and answered for by itself."""
    folder = tmp_path_factory.mktemp("life")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "SIGNALS_DATABASE_URL", f"duckdb:///{folder / 'signals.duckdb'}")
        yield live(Company(folder), step=1)


def live(company: Company, *, step: int) -> Company:
    """Loads `step` days at a time and asks for the morning of the last of them."""
    rng = np.random.default_rng(3)
    company.loads("history.csv", export(-HISTORY_DAYS, -1, rng=rng))
    told = {
        REAL: lambda: company.says(REAL, "P0", "real"),
        EXPECTED: lambda: company.says(EXPECTED, "P1", "expected", "--to", str(day_of(EXPECTED_UNTIL))),
        FALSE_ALARM: lambda: company.says(FALSE_ALARM, "P2", "false alarm"),
        REVERTED: lambda: company.runs("revert", str(company.verdicts["false alarm"])) and company.wakes(REVERTED),
        NEW_NORMAL: lambda: company.says(NEW_NORMAL, "P1", "new normal"),
    }
    for first in range(0, DAYS, step):
        last = min(first + step, DAYS) - 1
        company.loads("sales.csv", export(first, last, rng=rng))
        company.wakes(last)
        if step == 1 and last in told:
            told[last]()
    return company


def test_it_is_quiet_then_watched_then_warned_of_then_recovering_then_over(lived):
    rows = dict(lived.rows("P0", "warnings"))
    states = [rows[offset]["life"] if offset in rows else "" for offset in range(DAYS)]
    told = [state for place, state in enumerate(states) if place == 0 or state != states[place - 1]]
    assert told[:4] == ["", "watched", "new", "worsening"]
    assert told[-3:] == ["lasting", "recovering", ""]
    assert set(states) <= LIVES | {""}
    assert states[: FALLS[0][1]] == [""] * FALLS[0][1]
    acts = [offset for offset, row in rows.items() if row["severity"] == "act"]
    assert FALLS[0][1] < acts[0] <= FALLS[0][1] + 14


@pytest.mark.parametrize("product", ["P0", "P1", "P2"])
def test_key_onset_and_first_day_never_move_back(lived, product):
    rows = [(offset, row) for offset, row in lived.rows(product, "warnings", "noted") if offset < NEW_NORMAL]
    assert len({row["key"] for _, row in rows}) == 1
    assert len({row["onset"] for _, row in rows}) == 1
    days = [row["first_warned"] for _, row in rows]
    assert days == sorted(days)
    rung = {row["first_warned"] for _, row in rows if row["life"] != "watched"}
    assert rung == {str(day_of(min(offset for offset, row in rows if row["life"] != "watched")))}
    assert min(rung) <= str(day_of(min(offset for offset, row in rows if row["severity"] == "act")))  # once proven


def test_a_product_speaks_once_a_day(lived):
    for morning in lived.mornings.values():
        keys = [row["key"] for name in ("warnings", "noted", "suppressed") for row in morning[name]]
        assert len(keys) == len(set(keys))


def test_a_real_fall_says_who_confirmed_it_as_long_as_it_is_shown(lived):
    said = {offset: "Confirmed by" in row["reason"] for offset, row in lived.rows("P0", "warnings")}
    assert {offset for offset, is_confirmed in said.items() if is_confirmed} == {day for day in said if day >= REAL}
    assert [lived.mornings[day]["judged"] for day in (REAL - 1, REAL)] == [0, 1]


def test_what_is_expected_is_noted_until_its_day_and_speaks_again(lived):
    noted = [offset for offset, row in lived.rows("P1", "noted") if "P1: seen" in row["reason"]]
    assert noted == list(range(EXPECTED, EXPECTED_UNTIL + 1))
    again = row_of(lived.mornings[EXPECTED_UNTIL + 1], "P1")
    assert again["key"] == row_of(lived.mornings[EXPECTED - 1], "P1")["key"]


def test_a_false_alarm_is_silent_and_counted_until_it_is_reverted(lived):
    silent = [offset for offset, row in lived.rows("P2", "suppressed") if row["reason"].startswith("A false alarm")]
    assert silent == list(range(FALSE_ALARM, REVERTED))
    assert [lived.mornings[day]["noise"] for day in (FALSE_ALARM - 1, FALSE_ALARM, REVERTED)] == [0, 1, 0]
    assert row_of(lived.mornings[REVERTED], "P2")["severity"] == "act"


def test_a_new_normal_closes_the_warning_and_the_level_is_learnt(lived):
    after = [offset for offset, _ in lived.rows("P1", "warnings", "noted") if offset >= NEW_NORMAL]
    assert after == []
    closed = row_of(lived.mornings[NEW_NORMAL], "P1", "closed")
    assert closed["how"].startswith("The new normal") and closed["closed_date"] == str(day_of(NEW_NORMAL))


def test_it_clears_by_itself_stays_listed_for_four_weeks_and_then_keeps_quiet(lived):
    last_shown = max(offset for offset, _ in lived.rows("P0", "warnings"))
    listed = dict(lived.rows("P0", "closed"))
    assert list(listed) == list(range(last_shown + 1, last_shown + 29))
    assert {row["closed_date"] for row in listed.values()} == {str(day_of(last_shown + 1))}
    assert all(row["how"].startswith("Cleared by itself on") for row in listed.values())
    quiet = [offset for offset, row in lived.rows("P0", "suppressed") if row["reason"].startswith("Quiet until")]
    assert quiet and min(quiet) > FALLS[3][1]


def test_what_was_said_on_a_day_is_still_said_of_it(lived):
    """Also of the days before the revert, which are computed otherwise by now."""
    for offset in (EXPECTED - 1, FALSE_ALARM, REVERTED - 1, DAYS - 2):
        then, now = lived.mornings[offset], lived.runs("warnings", "--as-of", str(day_of(offset)))
        assert now["said"] == then["said"]
        assert [row["key"] for row in then["said"]] == [row["key"] for row in (*then["warnings"], *then["noted"])]
    silenced = lived.runs("warnings", "--as-of", str(day_of(FALSE_ALARM)))
    assert row_of(silenced, "P2")["severity"] == "act"
    assert not [row for row in silenced["said"] if is_of(row, "P2")]


@pytest.mark.postgres
def test_weeks_instead_of_days_on_the_other_database_keep_the_key_too(postgres_url, tmp_path, monkeypatch):
    databases.emptied(postgres_url)
    monkeypatch.setenv("SIGNALS_DATABASE_URL", postgres_url)
    company = live(Company(tmp_path), step=7)
    for product in ("P0", "P1", "P2"):
        rows = [row for _, row in company.rows(product, "warnings")]
        assert len(rows) >= 3 and len({row["key"] for row in rows}) == 1
        assert len({row["first_warned"] for row in rows if row["life"] != "watched"}) == 1
    assert {row["closed_date"] for _, row in company.rows("P0", "closed")}
