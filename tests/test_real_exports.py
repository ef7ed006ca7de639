"""Exports as companies' systems really wrote them: nothing silently wrong, every record accounted for, to the cent."""

import csv
import gzip
import importlib.util
import json
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from signals.ingest import loads
from signals.ingest.reports import as_json
from signals.store.engine import Store

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
NASTY = SHARED / "nasty"
WHOLESALER = SHARED / "data" / "online_retail_II.csv.gz"

LEAST_PASSED = 0.95
CENT = Decimal("0.01")


@pytest.fixture(scope="module")
def nasty() -> dict:
    if not (NASTY / "manifest.json").is_file():
        pytest.skip("the nasty exports (../shared/nasty) are not beside this repository")
    return json.loads((NASTY / "manifest.json").read_text())


@pytest.fixture(scope="module")
def judge():
    """The corpus's own judge."""
    spec = importlib.util.spec_from_file_location("run_nasty", NASTY / "run_nasty.py")
    runner = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(runner)
    return runner.judge


@pytest.fixture
def wholesaler() -> Path:
    if not WHOLESALER.is_file():
        pytest.skip("the wholesaler's sales (../shared/data) are not beside this repository")
    return WHOLESALER


def told_of(case: dict) -> dict:
    hints = case.get("hints") or {}
    answers = {"date_order": "dmy" if hints["dayfirst"] else "mdy"} if "dayfirst" in hints else {}
    return {"kind": case["kind"], "columns": case.get("mapping") or {}, "answers": answers}


def result_of(store: Store, case: dict) -> dict:
    """A dry run in the judge's form."""
    load = as_json(loads.preview(store, NASTY / case["file"], **told_of(case)))
    result = {name: load[name] for name in ("outcome", "reason", "ignored", "first_date", "last_date", "by_month")}
    result |= {"accepted": load["rows_accepted"], "rejected": load["rejects"], "revenue": load["amounts"]}
    result |= {"nps": load.get("nps"), "distinct_customers": load["customers"], "warnings": load["notes"]}
    return json.loads(json.dumps(result))


@pytest.mark.slow
def test_nasty_exports_are_never_silently_wrong(duckdb_store, nasty, judge):
    verdicts = {case["id"]: judge(case, result_of(duckdb_store, case)) for case in nasty["cases"]}
    counted = Counter(verdict for verdict, _ in verdicts.values())
    told = {name: verdict for name, (verdict, _) in verdicts.items() if verdict != "pass"}
    assert not counted["SILENT_WRONG"], told
    assert not counted["LOADED_JUNK"], told
    assert counted["pass"] >= LEAST_PASSED * len(verdicts), told
    assert all(is_reason_known for verdict, is_reason_known in verdicts.values() if verdict == "pass")


def test_upload_sequences_end_in_the_right_totals(store, nasty):
    for sequence in nasty["sequences"]:
        load_ids = {}
        for step in sequence["steps"]:
            if "undo" in step:
                loads.undo(store, load_ids.pop(step["undo"]), person="ana")
            else:
                load_ids[step["file"]] = checked_load(store, step)
            with store.reading() as connection:
                rows, revenue = connection.execute("SELECT count(*), sum(revenue) FROM sales").one()
            expected = Decimal(next(iter(step["total"]["revenue"].values())))
            assert (rows, revenue.quantize(CENT, ROUND_HALF_UP)) == (step["total"]["rows"], expected), sequence["id"]
        for load_id in {load_id for load_id in load_ids.values() if load_id is not None}:
            loads.undo(store, load_id, person="ana")


def checked_load(store: Store, step: dict) -> int | None:
    report = loads.load(store, NASTY / step["file"], person="ana", kind="sales")
    if step.get("refused"):
        assert report.outcome == "refuse"
    else:
        assert (report.rows_new, report.rows_replaced) == (step["new"], step["updated"])
    return report.load_id


@pytest.mark.slow
def test_the_wholesalers_two_years_are_taken_to_the_cent(duckdb_store, wholesaler):
    rows, repeated, revenue = counted_by_hand(wholesaler)
    assert (rows - repeated, repeated) == (1_044_847, 22_523)  # as measured by others
    report = loads.load(duckdb_store, wholesaler, person="ana")
    assert (report.kind, report.rows_accepted) == ("sales", rows - repeated)
    assert Counter(entry.reason for entry in report.rejects) == {"duplicate_row": repeated}
    assert report.amount == revenue.quantize(CENT, ROUND_HALF_UP)
    with duckdb_store.reading() as connection:
        stored = connection.execute("SELECT count(*), sum(revenue) FROM sales").one()
    assert tuple(stored) == (rows - repeated, revenue)


def counted_by_hand(path: Path) -> tuple[int, int, Decimal]:
    """Rows, rows of the second sheet that stand in the first too, and the revenue of the others: plain Python."""
    seen: dict[str, Counter] = {}
    rows, repeated, revenue = 0, 0, Decimal()
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows += 1
            sheet = row.pop("sheet")
            line = tuple("" if cell == "nan" else cell for cell in row.values())
            mine = seen.setdefault(sheet, Counter())
            mine[line] += 1
            if any(mine[line] <= others[line] for name, others in seen.items() if name != sheet):
                repeated += 1
            else:
                revenue += int(row["Quantity"]) * Decimal(row["UnitPrice"])
    return rows, repeated, revenue
