"""A load goes in wholly or not at all, replaces by key, and comes out again; nothing is refused or changed silently."""

import csv
import json
from datetime import date, timedelta
from decimal import Decimal

import pytest

from signals.errors import UnknownLoad
from signals.ingest import loads
from signals.ingest.currencies import Rate
from signals.ingest.reports import as_json
from signals.model import LoadReport
from signals.store.company import company, decide
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


def test_a_file_whose_refusals_were_accepted_is_the_same_without_the_yes(load):
    text = export(*MAY[:9], "x,1,2026-13-05,C1,P1,1,5.00")
    first = load(text, answers={"refused": "accept"})
    again = load(text)
    assert (again.outcome, again.load_id, counts(again)) == ("load", first.load_id, (0, 0, 9, 1))


def test_the_same_file_is_loaded_again_where_it_is_read_otherwise_today(store, load, monkeypatch):
    rows = [*(f"{order},1,2026-04-30,C1,P1,1,5.00" for order in range(30)), f"x,1,{date.today()},C1,P1,1,5.00"]
    monkeypatch.setattr(loads, "_today", lambda: date.today() - timedelta(days=3))
    first = load(export(*rows))
    monkeypatch.undo()
    again = load(export(*rows))
    assert (again.load_id, counts(again)) == (first.load_id + 1, (1, 0, 30, 0))
    assert total(store)[0] == 31


def test_the_same_file_again_is_the_same_though_another_load_holds_its_rows_now(store, load):
    first = load(export(*MAY))
    other = load(export(*MAY).replace(",", ";"))
    assert load(export(*MAY)).load_id == first.load_id
    loads.undo(store, other.load_id, person="ben")
    assert total(store)[0] == 10


def test_lines_in_another_order_and_a_column_less_change_what_they_say_and_no_more(store, load):
    load(export(*MAY))
    assert counts(load(export(*reversed(MAY)))) == (0, 0, 10, 0)
    short = [",".join(row.split(",")[:3] + row.split(",")[4:]) for row in MAY]
    report = load(export(*short, header=HEADER.replace("customer_id,", "")))
    assert counts(report) == (0, 0, 10, 0)
    assert total(store) == (10, sum(Decimal(f"{order}.25") for order in range(1000, 1010)))


FULL = "order_id,line_number,sold_date,customer_id,customer_name,product_id,product_name,quantity,revenue"
NAMED = [f"{order},1,2026-05-05,C{order},Name {order},P1,Tea,{order},9.50" for order in range(1, 13)]
BARE = "order_id,line_number,sold_date,customer_id,product_id,revenue"


def bare(row: str, **changed: str) -> str:
    """The row without names and quantity."""
    cells = dict(zip(FULL.split(","), row.split(","), strict=True)) | changed
    return ",".join(cells[name] for name in BARE.split(","))


def test_what_a_file_has_no_column_for_stays_as_it_stood(store, load):
    load(export(*NAMED, header=FULL))
    before = [row[1:] for row in sales(store)]
    report = load(export(*map(bare, NAMED), header=BARE))
    assert counts(report) == (0, 0, 12, 0)
    assert "This file has no columns quantity, product_name, customer_name: 12 rows keep what stood there." in (
        report.notes
    )
    assert [row[1:] for row in sales(store)] == before


def test_a_correction_with_fewer_columns_corrects_what_it_says_and_undo_restores_every_number(store, load):
    load(export(*NAMED, header=FULL))
    before = sales(store)
    report = load(export(bare(NAMED[0], revenue="7.00"), *map(bare, NAMED[1:]), header=BARE))
    assert counts(report) == (0, 1, 11, 0)
    with store.reading() as connection:
        row = connection.execute("SELECT load_id, customer_name, quantity, revenue FROM sales WHERE order_id = '1'")
        assert tuple(row.one()) == (report.load_id, "Name 1", 1, 7)
    loads.undo(store, report.load_id, person="ben")
    assert sales(store) == before


def replayed(files: dict[int, str]) -> dict[str, tuple]:
    """order_id -> (load_id, product_id, product_name, customer_name, quantity, revenue), file by file."""
    stored: dict[str, tuple] = {}
    for load_id, text in files.items():
        for told in csv.DictReader(text.splitlines()):
            _, product_id, product_name, customer_name, quantity, _ = stored.get(told["order_id"], (None,) * 6)
            if "quantity" in told:
                product_name, customer_name = told["product_name"], told["customer_name"]
                quantity = Decimal(told["quantity"])
            elif product_id != told["product_id"]:
                product_name = None
            said = (load_id, told["product_id"], product_name, customer_name, quantity, Decimal(told["revenue"]))
            stored[told["order_id"]] = said
    return stored


STEPS_BACK = [(1, 2, 3), (1, 3, 2), (2, 1, 3), (2, 3, 1), (3, 1, 2), (3, 2, 1)]


@pytest.mark.parametrize("order", STEPS_BACK)
def test_what_a_row_kept_goes_with_the_load_that_said_it(store, load, order):
    """1 and 2 tell names and quantities, 3 and 4 keep them."""
    other = [row.replace("Name", "Label").replace(",P1,", ",P2,") for row in NAMED[:6]]
    files = {
        1: export(*NAMED, header=FULL),
        2: export(*other, header=FULL),
        3: export(*[bare(row, revenue="3.00") for row in NAMED], header=BARE),
        4: export(*[bare(row, revenue="4.00") for row in NAMED[3:]], header=BARE),
    }
    for text in files.values():
        load(text)
    for load_id in order:
        loads.undo(store, load_id, person="ben")
        del files[load_id]
        with store.reading() as connection:
            rows = connection.execute(
                "SELECT order_id, load_id, product_id, product_name, customer_name, quantity, revenue FROM sales"
            )
            assert {row[0]: tuple(row[1:]) for row in rows} == replayed(files)


def test_the_name_of_another_product_or_customer_is_not_kept(store, load):
    load(export(*NAMED[:2], header=FULL))
    report = load(
        export(bare(NAMED[0], product_id="P2"), bare(NAMED[1], customer_id="C9"), header=BARE),
    )
    assert counts(report) == (0, 2, 0, 0)
    with store.reading() as connection:
        rows = connection.execute("SELECT product_name, customer_name, quantity FROM sales ORDER BY order_id").all()
    assert list(map(tuple, rows)) == [(None, "Name 1", 1), ("Tea", None, 2)]


def test_an_empty_cell_of_a_column_that_the_file_has_says_that_there_is_nothing(store, load):
    load(export(*MAY))
    load(export(*[row.replace(",2,", ",,") for row in MAY]))
    with store.reading() as connection:
        assert connection.scalar("SELECT count(quantity) FROM sales") == 0


def test_a_source_that_never_had_a_column_keeps_nothing_and_says_nothing(load):
    load(export(*map(bare, NAMED), header=BARE))
    report = load(export(*[bare(row, revenue="7.00") for row in NAMED], header=BARE))
    assert counts(report) == (0, 12, 0, 0)
    assert not [note for note in report.notes if "keep what stood there" in note]


def test_a_score_keeps_its_scale_where_a_file_has_neither(store, load):
    load("feedback_id,given_date,source,score,scale,verbatim\n1,2026-05-05,complaint,4,csat,slow\n")
    report = load("feedback_id,given_date,source,verbatim\n1,2026-05-05,complaint,very slow\n", kind="feedback")
    assert "This file has no columns score, scale: 1 row keeps what stood there." in report.notes
    with store.reading() as connection:
        row = connection.execute("SELECT source, score, scale, verbatim FROM feedback").one()
    assert tuple(row) == ("complaint", 4, "csat", "very slow")


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
        decide(connection, {"refused_share_limit": "0.1"}, person="ana")
    bad = "x,1,2026-13-05,C1,P1,1,5.00"
    assert load(export(*MAY[:8], bad)).reason == "many_refused"
    assert load(export(*MAY[:9], bad)).outcome == "load"  # a tenth is not over a tenth


def test_repeated_lines_are_harmless(store, load):
    assert load(export(*MAY, *MAY)).outcome == "load"
    assert total(store)[0] == 10


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


def test_a_currency_goes_with_the_only_load_that_told_it(store, load):
    told = load(export(f"{MAY[0]},EUR", header=f"{HEADER},currency"))
    loads.undo(store, told.load_id, person="ben")
    load(export(f"{MAY[0]},USD", header=f"{HEADER},currency"))
    with store.reading() as connection:
        assert company(connection).currency == "USD"


def test_a_currency_stays_with_other_sales_or_if_somebody_chose_it(store, load):
    first = load(export(f"{MAY[0]},EUR", header=f"{HEADER},currency"))
    second = load(export(MAY[1]))
    loads.undo(store, first.load_id, person="ben")
    with store.writing() as connection:
        assert company(connection).currency == "EUR"
        decide(connection, {"currency": "CHF"}, person="ana")
    loads.undo(store, second.load_id, person="ben")
    with store.reading() as connection:
        assert company(connection).currency == "CHF"


def test_the_reading_knows_the_companys_currency_and_rates(store, load, monkeypatch):
    with store.writing() as connection:
        decide(connection, {"currency": "EUR"}, person="ana")
        rate = {"load_id": 1, "currency": "USD", "rate": Decimal("0.9")}
        connection.insert("rates", [rate | {"first_date": date(2026, month, 1)} for month in (2, 1)])
    known, understood = [], loads.understood

    def spying(path, **told):
        known.append(told["known"])
        return understood(path, **told)

    monkeypatch.setattr(loads, "understood", spying)
    load(export(*MAY))
    assert known[0].currency == "EUR"
    assert list(known[0].rates) == [Rate("USD", date(2026, month, 1), Decimal("0.9")) for month in (1, 2)]


def test_progress_is_told_in_sentences(store, load, written):
    sentences = []
    load(export(*MAY), progress=sentences.append)
    assert sentences[-2:] == ["Comparing 10 rows with what is there…", "Writing 10 rows…"]
    loads.preview(store, written(export(*MAY[:3])), progress=sentences.append)
    assert sentences[-1] == "Comparing 3 rows with what is there…"


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
