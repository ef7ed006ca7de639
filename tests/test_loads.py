"""A load goes in wholly or not at all, replaces by key, and comes out again; nothing is refused or changed silently."""

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from signals.errors import UnknownLoad
from signals.ingest import loads
from signals.ingest.reports import as_json
from signals.model import LoadReport
from signals.store.engine import Store

HEADER = "order_id,line_number,sold_date,customer_id,product_id,quantity,revenue"
MAY = [f"{order},1,2026-05-{order - 990:02d},C{order % 3},P{order % 2},2,{order}.25" for order in range(1000, 1010)]


def export(*rows: str, header: str = HEADER) -> str:
    return "\n".join([header, *rows]) + "\n"


@pytest.fixture
def load(store, written):
    """`load(text, name=..., **told)` -> report, on each database."""

    def load_text(text: str | bytes, name: str = "may.csv", **told) -> LoadReport:
        return loads.load(store, written(text, name), person="ana", **told)

    return load_text


def total(store: Store) -> tuple[int, Decimal]:
    with store.reading() as connection:
        rows, revenue = connection.execute("SELECT count(*), coalesce(sum(revenue), 0) FROM sales").one()
    return rows, revenue


def sales(store: Store) -> list[tuple]:
    with store.reading() as connection:
        return sorted(map(tuple, connection.execute("SELECT * FROM sales").all()), key=str)


def counts(report: LoadReport) -> tuple[int, int, int, int]:
    return report.rows_new, report.rows_replaced, report.rows_unchanged, report.rows_rejected


def test_a_preview_says_what_a_load_would_do_and_changes_nothing(store, written, load):
    load(export(*MAY[:5]))
    version, before = store.data_version(), sales(store)
    corrected = MAY[4].replace("1004.25", "1.00")
    path = written(export(*MAY[:4], corrected, *MAY[5:]), "again.csv")
    seen = loads.preview(store, path)
    assert counts(seen) == (5, 1, 4, 0)
    assert (seen.load_id, seen.state) == (None, None)
    assert (store.data_version(), sales(store), len(loads.listing(store))) == (version, before, 1)
    assert seen.sample[0]["order_id"] == "1000"
    done = loads.load(store, path, person="ana")
    assert counts(done) == counts(seen)
    assert done.amounts == seen.amounts


def test_the_same_file_again_changes_nothing(store, load):
    first = load(export(*MAY))
    version, before = store.data_version(), sales(store)
    again = load(export(*MAY), name="copy.csv")
    assert counts(again) == (0, 0, 10, 0)
    assert again.load_id == first.load_id
    assert again.notes[0] == f"This very file is load {first.load_id} already; nothing changes."
    assert (store.data_version(), sales(store)) == (version, before)


def test_the_same_rows_in_another_dialect_change_no_number(store, load):
    load(export(*MAY))
    before = total(store)
    other = export(*MAY).replace(".25", "§").replace(",", ";").replace("§", ",25")
    assert counts(load(b"\xef\xbb\xbf" + other.replace("\n", "\r\n").encode())) == (0, 0, 10, 0)
    assert total(store) == before


def test_an_overlap_replaces_by_key_and_a_correction_corrects(store, load):
    load(export(*MAY[:7]))
    report = load(export(MAY[5].replace("1005.25", "7.00"), *MAY[6:]))
    assert counts(report) == (3, 1, 1, 0)
    expected = sum(Decimal(f"{order}.25") for order in range(1000, 1010)) - Decimal("1005.25") + 7
    assert total(store) == (10, expected)


def test_loading_an_older_version_again_restores_it(store, load):
    load(export(*MAY))
    before = total(store)
    load(export(*[row.replace(".25", ".75") for row in MAY]))
    assert total(store) != before
    assert counts(load(export(*MAY))) == (0, 10, 0, 0)
    assert total(store) == before


def test_undo_restores_every_number(store, load):
    load(export(*MAY[:7]))
    before = sales(store)
    second = load(export(*[row.replace(".25", ".75") for row in MAY[3:]]))
    undone = loads.undo(store, second.load_id, person="ben")
    assert (undone.load_id, undone.state) == (second.load_id, "undone")
    assert sales(store) == before


def test_undo_works_out_of_order(store, load):
    first = load(export(*MAY[:7]))
    middle = load(export(*[row.replace(".25", ".50") for row in MAY[3:]]))
    last = load(export(*[row.replace(".25", ".75") for row in MAY[5:8]]))
    only_first_and_last = sum(Decimal(f"{order}.{75 if 1005 <= order < 1008 else 25}") for order in range(1000, 1008))
    loads.undo(store, middle.load_id, person="ben")
    assert total(store) == (8, only_first_and_last)
    loads.undo(store, last.load_id, person="ben")
    assert total(store) == (7, sum(Decimal(f"{order}.25") for order in range(1000, 1007)))
    loads.undo(store, first.load_id, person="ben")
    assert total(store) == (0, 0)
    assert [report.state for report in loads.listing(store)] == ["undone"] * 3


def test_what_was_undone_can_be_loaded_again(store, load):
    first = load(export(*MAY))
    before = total(store)
    loads.undo(store, first.load_id, person="ben")
    again = load(export(*MAY))
    assert again.load_id != first.load_id
    assert counts(again) == (10, 0, 0, 0)
    assert total(store) == before


@pytest.mark.parametrize("times", [0, 1])
def test_a_load_that_is_not_there_cannot_be_undone(store, load, times):
    load_id = load(export(*MAY)).load_id if times else 7
    for _ in range(times):
        loads.undo(store, load_id, person="ben")
    version = store.data_version()
    with pytest.raises(UnknownLoad, match=r"has been taken back already\.|There is no load 7\."):
        loads.undo(store, load_id, person="ben")
    assert store.data_version() == version


def test_refused_rows_are_kept_with_line_column_and_reason(store, load):
    rows = [f"{order},1,2026-05-05,C1,P1,1,5.00" for order in range(100)]
    report = load(export(*rows, "x,1,2026-13-05,C1,P1,1,5.00", ",1,2026-05-05,C1,P1,1,5.00"))
    assert report.outcome == "load"
    kept = loads.rejects(store, report.load_id)
    assert [(entry.line, entry.column, entry.reason, entry.value) for entry in kept] == [
        (102, "sold_date", "bad_date", "2026-13-05"),
        (103, "order_id", "missing_required", ""),
    ]
    assert kept == report.rejects
    assert total(store) == (100, 500)


def test_many_refusals_wait_for_a_yes(store, load):
    rows = [*MAY[:9], "x,1,2026-13-05,C1,P1,1,5.00"]
    version = store.data_version()
    report = load(export(*rows))
    assert (report.outcome, report.reason) == ("ask", "many_refused")
    assert report.question == "1 of 10 rows are refused; the load waits for somebody to accept that."
    assert (total(store)[0], loads.listing(store)) == (0, [])
    accepted = load(export(*rows), answers={report.extras["answer"]: report.extras["answers"][0]})
    assert (accepted.outcome, total(store)[0]) == ("load", 9)
    assert store.data_version() > version


def test_the_company_sets_how_many_refusals_wait(store, load):
    with store.writing() as connection:
        connection.insert("settings", [{"name": "refused_share_limit", "value": "0.2"}])
    assert load(export(*MAY[:9], "x,1,2026-13-05,C1,P1,1,5.00")).outcome == "load"


def test_repeated_lines_are_harmless(store, load):
    assert load(export(*MAY, *MAY)).outcome == "load"
    assert total(store)[0] == 10


GERMAN = "Belegnummer;Belegdatum;Artikelnummer;Betrag;Summe\n1;03/04/2026;A;5,50;9,00\n"


def test_a_profile_is_remembered(store, load):
    told = {"columns": {"revenue": "Summe"}, "answers": {"date_order": "dmy"}, "kind": "sales"}
    first = load(GERMAN, profile="shop", **told)
    assert (first.outcome, first.amount, first.first_date) == ("load", Decimal("9.00"), date(2026, 4, 3))
    second = load(GERMAN.replace("1;03", "2;04"), profile="shop")
    assert (second.outcome, second.amount, second.first_date) == ("load", Decimal("9.00"), date(2026, 4, 4))
    assert load(GERMAN.replace("1;03", "3;04")).outcome == "ask"


def test_the_audit_log_says_who_did_what(store, load):
    load_id = load(export(*MAY)).load_id
    loads.undo(store, load_id, person="ben")
    with store.reading() as connection:
        rows = connection.execute("SELECT person, verb, subject, detail FROM audit_log ORDER BY verb").all()
    assert [tuple(row) for row in rows] == [
        ("ana", "load", f"load {load_id}", "may.csv"),
        ("ben", "undo", f"load {load_id}", ""),
    ]


def test_mixed_currencies_are_refused_and_nothing_is_stored(store, load):
    header = f"{HEADER},currency"
    report = load(export(f"{MAY[0]},EUR", f"{MAY[1]},USD", header=header))
    assert (report.outcome, report.reason) == ("refuse", "mixed_currency")
    assert report.amounts == {"EUR": Decimal("1000.25"), "USD": Decimal("1001.25")}
    assert total(store)[0] == 0


def test_the_first_currency_that_a_file_states_becomes_the_companys(store, load):
    load(export(f"{MAY[0]},EUR", header=f"{HEADER},currency"))
    with store.reading() as connection:
        assert connection.scalar("SELECT value FROM settings WHERE name = 'currency'") == "EUR"


def test_without_a_currency_the_country_of_most_lines_tells_it_and_the_report_says_so(store, load):
    rows = [f"{row},{'United Kingdom' if n else 'France'}" for n, row in enumerate(MAY)]
    report = load(export(*rows, header=f"{HEADER},country"))
    assert report.notes[-1] == (
        "The file names no currency. 90% of its lines are from United Kingdom, "
        "so amounts are shown in GBP; change it in Settings."
    )


HOSTILE = [
    "<script>alert(1)</script>", "'; DROP TABLE sales; --", '=HYPERLINK("http://x","y")', "@SUM(1)", "-2+3",
    "%s {0} $1 :name",
    "a\nb", 'say "hi"', "back\\slash \\N \\.", "🧟‍♀️ Łódź", "  x", "NaN percent",
]  # fmt: skip


def test_hostile_text_is_stored_verbatim(store, load):
    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    rows = [f"{n},2026-05-05,9,{quoted(text)}" for n, text in enumerate(HOSTILE)]
    report = load(export(*rows, header="feedback_id,given_date,score,verbatim"))
    assert (report.kind, report.rows_accepted) == ("feedback", len(HOSTILE))
    with store.reading() as connection:
        kept = dict(map(tuple, connection.execute("SELECT feedback_id, verbatim FROM feedback").all()))
    assert [kept[str(n)] for n in range(len(HOSTILE))] == [text.strip() for text in HOSTILE]


def test_a_refused_line_may_hold_what_a_database_cannot(store, load):
    told = {"answers": {"refused": "accept"}}
    report = load("feedback_id,given_date,score,verbatim\n1,2026-05-05,9,a\0b\n2,2026-05-05,9,fine\n", **told)
    assert [entry.reason for entry in report.rejects] == ["control_char"]
    assert "␀" in loads.rejects(store, report.load_id)[0].value


def test_what_the_file_lacks_is_missing_in_the_store(store, load):
    load(export("1,2026-05-05,P1,9.50", header="order_id,sold_date,product_id,revenue"))
    with store.reading() as connection:
        row = connection.execute("SELECT line_number, customer_id, region, quantity, revenue FROM sales").one()
    assert tuple(row) == ("P1/1", None, None, None, Decimal("9.5"))


def test_loads_are_listed_newest_first_as_they_were_said(store, load):
    first, second = load(export(*MAY[:5]), name="one.csv"), load(export(*MAY[5:]), name="two.csv")
    listed = loads.listing(store)
    assert [report.file for report in listed] == ["two.csv", "one.csv"]
    for report, said in zip(listed, (second, first), strict=True):
        assert as_json(report) == as_json(said)


def test_a_failure_while_committing_leaves_nothing(store, load, monkeypatch):
    monkeypatch.setattr(loads, "record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load(export(*MAY))
    assert (total(store)[0], loads.listing(store), store.data_version()) == (0, [], 0)
    monkeypatch.undo()
    assert counts(load(export(*MAY))) == (10, 0, 0, 0)


SALES_JSON = {
    "load_id", "file", "kind", "outcome", "reason", "question", "state", "rows_read", "rows_accepted", "rows_new",
    "rows_replaced", "rows_unchanged", "rows_rejected", "amount", "amounts", "by_month", "customers", "first_date",
    "last_date", "format",
    "rejects", "ignored", "notes", "questions", "rows_vanished", "rows_removed", "vanished_amount", "vanished",
    "by_month_before", "by_month_after", "profile",
}  # fmt: skip


def test_the_json_is_as_the_design_fixes_it(store, load):
    tomorrow_week = date.today() + timedelta(days=8)
    rows = [*(f"{order},1,2026-04-30,C1,P1,1,5.005" for order in range(30)), f"x,1,{tomorrow_week},C1,P1,1,5.00"]
    told = json.loads(json.dumps(as_json(load("Sales of May\n" + export(*rows)))))
    assert set(told) == SALES_JSON
    assert told["amount"] == "150.15"
    assert told["amounts"] == {"": "150.15"}
    assert told["by_month"] == {"2026-04": "150.15"}
    assert (told["customers"], told["first_date"], told["last_date"]) == (1, "2026-04-30", "2026-04-30")
    assert {"encoding", "delimiter", "decimal", "date_format", "header_line", "columns"} <= set(told["format"])
    assert (told["format"]["delimiter"], told["format"]["decimal"], told["format"]["header_line"]) == (",", "point", 2)
    reject = told["rejects"][0]
    assert reject.pop("message").startswith(f"sold_date «{tomorrow_week}» lies after today")
    assert reject == {
        "line": 33,
        "line_to": 33,
        "column": "sold_date",
        "reason": "future_date",
        "value": str(tomorrow_week),
    }
    assert [(entry["line"], entry["reason"]) for entry in told["ignored"]] == [(1, "preamble")]
    assert told["rows_read"] == told["rows_accepted"] + told["rows_rejected"] == 31


def test_lines_without_orders_are_asked_about_and_then_counted_by_customer_and_day(duckdb_store, tmp_path):
    path = tmp_path / "till.csv"
    path.write_text(
        "sold_date,customer_id,product_id,revenue\n"
        "2026-01-05,anna,X9,2.00\n2026-01-05,anna,X9,2.00\n2026-01-05,,X9,3.00\n2026-01-05,,X9,3.00\n"
    )
    asked = loads.preview(duckdb_store, path)
    assert (asked.outcome, asked.reason, asked.extras["answer"]) == ("ask", "missing_column", "orders")
    loaded = loads.load(duckdb_store, path, person="anna", answers={"orders": "by_day"})
    assert (loaded.outcome, loaded.rows_accepted, str(loaded.amount)) == ("load", 4, "10.00")
    with duckdb_store.reading() as connection:
        orders = connection.scalar("SELECT count(DISTINCT order_id) FROM sales")
    assert orders == 3  # Anna's day, and each line that names nobody


def test_a_file_that_nothing_recognises_is_refused(duckdb_store, tmp_path):
    path = tmp_path / "boxes.csv"
    path.write_text("product_id,colour,weight\nX9,red,3\n")
    refused = loads.preview(duckdb_store, path)
    assert (refused.outcome, refused.reason) == ("refuse", "missing_column")


def test_a_complaint_counts_without_words(duckdb_store, tmp_path):
    path = tmp_path / "feedback.csv"
    path.write_text(
        "feedback_id,given_date,source,score,verbatim\n"
        "F1,2026-01-05,complaint,,\nF2,2026-01-05,survey,,no score\n"
        "F3,2026-01-05,review,,fine\nF4,2026-01-06,survey,9,\n"
    )
    report = loads.preview(duckdb_store, path, kind="feedback")
    assert [entry.line for entry in report.rejects] == [3]
