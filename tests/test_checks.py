"""Each row is taken or refused with one reason; what a kind means beyond its cells is derived or refused."""

from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pytest
from exports import taken

from signals.ingest import export
from signals.ingest.export import Circumstances, Wishes, understood

TODAY = date(2026, 11, 22)
SALES = "order_id,sold_date,customer_id,product_id,quantity,unit_price\n"


@pytest.fixture
def understand(written):
    """`understand(text, kind)` -> (report, accepted rows in the file's order)."""

    @contextmanager
    def opened(text: str, kind: str | None, answers: dict):
        wishes = Wishes(kind=kind, answers=answers)
        with understood(written(text), file_name="export.csv", wishes=wishes, known=Circumstances(TODAY)) as export:
            yield export

    def read(text: str, kind: str | None = None, **answers: str):
        with opened(text, kind, answers) as export:
            if not export.is_loadable:
                return export.report, []
            return export.report, export.bench.execute(
                "SELECT * FROM accepted ORDER BY line"
            ).to_arrow_table().to_pylist()

    return read


def reasons(report) -> list[tuple[int, str, str | None]]:
    return [(entry.line, entry.reason, entry.column) for entry in report.rejects]


GOOD = "1,2026-01-05,C1,A,2,5.00\n"


@pytest.mark.parametrize(
    ("row", "reason", "column"),
    [
        (",2026-01-05,C1,A,2,5.00", "missing_required", "order_id"),
        ("2,,C1,A,2,5.00", "missing_required", "sold_date"),
        ("2,2026-02-30,C1,A,2,5.00", "bad_date", "sold_date"),
        ("2,2027-01-05,C1,A,2,5.00", "future_date", "sold_date"),
        ("2,2026-01-05,C1,,2,5.00", "missing_required", "product_id"),
        ("2,2026-01-05,C1,1.2E+11,2,5.00", "mangled_id", "product_id"),
        ("2,2026-01-05,C1,A,two,5.00", "bad_number", "quantity"),
        ("2,2026-01-05,C1,A,,5.00", "missing_required", "quantity"),
        ("2,2026-01-05,C1,A,2,inf", "not_finite", "unit_price"),
        ("2,2026-01-05,C1,A,2,-5.00", "negative_price", "unit_price"),
        ("2,2026-01-05,C1,A,2,1e13", "overflow", "unit_price"),
        ("2,2026-01-05,C1,A,1000000,1000000.01", "overflow", "unit_price"),
        ("2,2026-01-05,C1,A,1000000000000,1000000000000", "overflow", "unit_price"),
    ],
)
def test_a_bad_row_is_refused_with_line_column_and_reason(understand, row, reason, column):
    report, rows = understand(SALES + GOOD + row + "\n")
    assert reasons(report) == [(3, reason, column)]
    assert [entry["order_id"] for entry in rows] == ["1"]
    assert report.rejects[0].message.endswith(".")


def test_a_row_with_two_faults_has_one_reason_the_first_columns(understand):
    report, _ = understand(SALES + GOOD + ",2026-02-30,C1,A,two,5.00\n")
    assert reasons(report) == [(3, "missing_required", "order_id")]


def test_a_refusal_shows_the_value(understand):
    report, _ = understand(SALES + GOOD + "2,2026-02-30,C1,A,2,5.00\n")
    assert report.rejects[0].value == "2026-02-30"
    assert "sold_date «2026-02-30»" in report.rejects[0].message


def test_revenue_is_quantity_times_price_to_the_last_digit(understand):
    report, rows = understand(SALES + "1,2026-01-05,C1,A,3,0.3333\n2,2026-01-05,C1,A,-1,0.10\n")
    assert [row["revenue"] for row in rows] == [Decimal("0.9999"), Decimal("-0.10")]
    assert report.amounts == {"": Decimal("0.90")}


def test_stated_revenue_goes_before_quantity_times_price(understand):
    header = "order_id,sold_date,product_id,quantity,unit_price,revenue\n"
    _, rows = understand(header + "1,2026-01-05,A,2,5.00,9.00\n2,2026-01-05,A,2,5.00,10\n")
    assert [row["revenue"] for row in rows] == [Decimal(9), Decimal(10)]


def test_a_charge_may_have_a_price_below_zero(understand):
    header = "order_id,sold_date,product_id,product_name,quantity,unit_price\n"
    report, rows = understand(header + "1,2026-01-05,A,Cup,1,5.00\n1,2026-01-05,D,Discount,1,-1.00\n")
    assert not report.rejects
    assert [(row["line_kind"], row["revenue"]) for row in rows] == [("product", Decimal(5)), ("discount", Decimal(-1))]


def test_lines_without_numbers_keep_real_repeats_and_say_so(understand):
    report, rows = understand(SALES + GOOD + GOOD + GOOD.replace("5.00", "4.00") + GOOD.replace("1,2026", "9,2026"))
    assert sorted(row["line_number"] for row in rows) == ["A/1", "A/1", "A/2", "A/3"]
    assert len({(row["order_id"], row["line_number"]) for row in rows}) == 4
    assert report.notes[0].startswith("1 lines repeat another line of the same order")
    assert report.notes[0].endswith("(10.00). Answer repeats=once to count them once.")


def test_a_lines_place_does_not_depend_on_the_files_order(understand):
    lines = [GOOD, GOOD.replace("5.00", "4.00"), GOOD.replace("1,2026", "9,2026")]
    _, rows = understand(SALES + "".join(lines))
    _, reverse = understand(SALES + "".join(reversed(lines)))
    assert {(row["order_id"], row["line_number"], row["revenue"]) for row in rows} == {
        (row["order_id"], row["line_number"], row["revenue"]) for row in reverse
    }


NUMBERED = "order_id,line_number,sold_date,product_id,revenue\n"


def test_a_numbered_line_counts_once(understand):
    report, rows = understand(
        NUMBERED + "1,1,2026-01-05,A,5\n1,1,2026-01-05,A,5\n1,1,2026-01-05,A,6\n1,2,2026-01-05,A,5\n1,,2026-01-05,A,5\n"
    )
    assert reasons(report) == [
        (3, "duplicate_row", None),
        (4, "conflicting_duplicate", None),
        (6, "missing_required", "line_number"),
    ]
    assert len(rows) == 2


def test_a_refused_row_does_not_push_out_a_good_one_of_the_same_key(understand):
    report, rows = understand(NUMBERED + "1,1,2026-02-30,A,5\n1,1,2026-01-05,A,5\n")
    assert reasons(report) == [(2, "bad_date", "sold_date")]
    assert len(rows) == 1


def test_sheets_that_overlap_are_counted_once(understand):
    text = "order_id,sold_date,product_id,revenue,sheet\n" + "".join(
        f"{order},2026-01-05,A,5,{sheet}\n"
        for order, sheet in [(1, "a"), (1, "a"), (2, "a"), (1, "b"), (1, "b"), (3, "b")]
    )
    report, rows = understand(text)
    assert reasons(report) == [(5, "duplicate_row", None), (6, "duplicate_row", None)]
    assert len(rows) == 4
    assert report.notes[-1] == "2 lines stand in more than one sheet; each is counted once."


def test_an_export_of_revenue_alone_has_no_quantity(understand):
    report, rows = understand("order_id,sold_date,product_id,revenue\n1,2026-01-05,A,5\n")
    assert report.outcome == "load"
    assert rows[0].get("quantity") is None


def test_anonymous_lines_are_counted(understand):
    report, _ = understand(SALES + GOOD + "2,2026-01-05,,A,2,5.00\n")
    assert "1 of 2 lines name no customer" in report.notes[-1]
    assert report.customers == 1


FEEDBACK = "given_date,customer_id,score,comment\n"


def test_a_score_outside_its_scale_is_refused_and_the_rest_makes_the_nps(understand):
    text = "given_date,customer_id,NPS\n" + "".join(
        f"2026-03-0{day},C{day},{score}\n" for day, score in enumerate(["10", "9", "0", "11", "7.5", "1e1", ""], 1)
    )
    report, rows = understand(text)
    assert report.kind == "feedback"
    assert reasons(report) == [
        (5, "out_of_range", "NPS"),
        (6, "out_of_range", "NPS"),
        (7, "bad_number", "NPS"),
        (8, "missing_required", "NPS"),
    ]
    assert report.extras["nps"] == "33.3"
    assert {row["scale"] for row in rows} == {"nps"}


def test_an_unknown_scale_and_a_score_without_one_are_refused(understand):
    rows = "2026-03-01,9,NPS\n2026-03-01,1000000,thermometer\n2026-03-01,1000000,\n"
    report, _ = understand("given_date,score,scale\n" + rows, "feedback")
    assert reasons(report) == [(3, "out_of_range", "scale"), (4, "missing_required", "scale")]


def test_stars_are_a_review_and_other_scores_a_survey(understand):
    _, rows = understand("review_date,stars,comment\n2026-03-01,4,fine\n")
    assert [(row["scale"], row["source"]) for row in rows] == [("stars", "review")]
    _, rows = understand(FEEDBACK + "2026-03-01,C1,9,fine\n", "feedback")
    assert [row["source"] for row in rows] == ["survey"]


def test_a_complaint_needs_words_and_no_score(understand):
    text = "feedback_id,given_date,source,score,verbatim\n1,2026-03-01,Complaint,,Broken\n2,2026-03-01,survey,,\n"
    report, rows = understand(text)
    assert [(row["source"], row["scale"], row["verbatim"]) for row in rows] == [("complaint", None, "Broken")]
    assert reasons(report) == [(3, "missing_required", "score")]


def test_complaints_without_any_column_of_scores_are_taken(understand):
    report, rows = understand("feedback_id,given_date,source,verbatim\n1,2026-03-01,complaint,Broken\n", "feedback")
    assert (report.outcome, rows[0]["verbatim"]) == ("load", "Broken")


def test_answers_without_a_number_are_known_by_their_content(understand):
    answer, other = "2026-03-01,C1,9,fine\n", "2026-03-01,C2,9,fine\n"
    _, rows = understand(FEEDBACK + answer + answer + other, "feedback")
    _, again = understand(FEEDBACK + other + answer + answer, "feedback")
    assert len({row["feedback_id"] for row in rows}) == 3
    assert {row["feedback_id"] for row in rows} == {row["feedback_id"] for row in again}


def test_an_event_ends_after_it_begins(understand):
    text = "event_id,kind,first_date,last_date\n1,promotion,2026-03-02,2026-03-01\n2,promotion,2026-03-01,2026-03-01\n"
    assert reasons(understand(text)[0]) == [(2, "out_of_range", "last_date")]


def test_money_is_spent_to_acquire_or_to_retain(understand):
    report, rows = understand("month,purpose,programme,amount\n2026-03,Acquire,Fair,100\n2026-03,fun,Fair,100\n")
    assert reasons(report) == [(3, "out_of_range", "purpose")]
    assert [(row["month"], row["purpose"]) for row in rows] == [(date(2026, 3, 1), "acquire")]


def test_a_rivals_price_is_above_zero(understand):
    header = "observed_date,product_id,competitor,competitor_product,price\n"
    report, _ = understand(header + "2026-03-01,A,Rival,R,0\n2026-03-01,A,Rival,R,3.99\n")
    assert reasons(report) == [(2, "negative_price", "price")]


@pytest.mark.parametrize(
    ("text", "reason", "answer", "answers"),
    [
        (SALES + "1,03/04/2026,C1,A,2,5.00\n", "ambiguous_date", "date_order", ("dmy", "mdy")),
        (SALES + "1,2026-01-05,C1,A,2,1.234\n", "ambiguous_number", "decimal", ("point", "comma")),
        ("order_id,Order Date,order_date,product_id,revenue\n1,2026-01-05,2026-01-05,A,5\n",
         "ambiguous_column", "sold_date", ("Order Date", "order_date")),
    ],
)  # fmt: skip
def test_what_the_file_cannot_decide_is_asked(understand, text, reason, answer, answers):
    report, rows = understand(text, "sales")
    assert (report.outcome, report.reason) == ("ask", reason)
    assert report.extras == {"answer": answer, "answers": answers}
    assert report.question.endswith(("?", "."))
    assert not rows


def test_a_format_that_is_asked_about_is_not_stated(understand):
    report, _ = understand(SALES + "1,03/04/2026,C1,A,2,1.234\n", "sales")
    assert (report.format["decimal"], report.format["date_format"]) == (None, None)
    report, _ = understand(SALES + "1,03/04/2026,C1,A,2,1.234\n", "sales", decimal="comma", date_order="dmy")
    assert (report.format["decimal"], report.format["date_format"]) == ("comma", "dmy")


def test_a_row_of_column_kinds_does_not_hide_that_a_date_is_asked_for(understand):
    rows = "Response,Open-Ended Response,\n9,fine,2026-03-01\n8,fine,2026-03-02\n"
    report, _ = understand("nps,comment,finished on\n" + rows, "feedback")
    assert (report.reason, report.extras) == (
        "missing_column", {"answer": "given_date", "answers": ("finished on",)}
    )  # fmt: skip


def test_an_answer_settles_the_question(understand):
    text = SALES + "1,03/04/2026,C1,A,2,5.00\n"
    assert understand(text, "sales", date_order="dmy")[1][0]["sold_date"] == date(2026, 4, 3)
    assert understand(text, "sales", date_order="mdy")[1][0]["sold_date"] == date(2026, 3, 4)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SALES, "no_data_rows"),
        (SALES + "1,never,C1,A,2,5.00\n", "no_valid_rows"),
        ("order_id,sold_date,customer_id\n1,2026-01-05,C1\n", "missing_column"),
        ("order_id,sold_date,product_id,revenue,revenue\n1,2026-01-05,A,5,6\n", "duplicate_column"),
        (
            "order_id,sold_date,product_id,revenue,currency\n1,2026-01-05,A,5,EUR\n2,2026-01-05,A,5,USD\n",
            "mixed_currency",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_with_a_sentence(understand, text, reason):
    report, rows = understand(text, "sales")
    assert (report.outcome, report.reason) == ("refuse", reason)
    assert report.question.endswith((".", ")"))
    assert not rows


def test_every_record_is_accounted_for(understand):
    report, rows = understand("Report of May\n\n" + SALES + GOOD + "\n2,never,C1,A,2,5.00\nTotal,,,,4,20.00\n")
    assert report.rows_read == report.rows_accepted + report.rows_rejected == 2
    assert len(rows) == report.rows_accepted
    lines = {entry.line for entry in (*report.rejects, *report.ignored)}
    assert lines == {1, 2, 5, 6, 7}


def remembering(**told) -> Circumstances:
    return Circumstances(TODAY, recall=lambda headings: Wishes(**told, profile="shop"))


AMBIGUOUS = "order_id,Datum1,Datum2,product_id,revenue\n1,03/04/2026,05/06/2026,A,5\n"


def test_what_was_said_of_such_headings_before_holds_again_and_is_said(written):
    known = remembering(kind="sales", columns={"sold_date": "Datum1"}, answers={"date_order": "dmy"})
    report, rows = taken(written(AMBIGUOUS), known=known)
    assert rows[0]["sold_date"] == date(2026, 4, 3)
    assert report.profile == "shop"
    assert report.notes[0] == "As told of such a file before: sales, sold_date = Datum1, date_order = dmy."


def test_what_is_said_now_counts_more_than_what_was_said_before(written):
    known = remembering(kind="sales", columns={"sold_date": "Datum1"}, answers={"date_order": "dmy"})
    _, rows = taken(written(AMBIGUOUS), None, {"sold_date": "Datum2"}, known=known, date_order="mdy")
    assert rows[0]["sold_date"] == date(2026, 5, 6)


def test_a_remembered_column_that_is_gone_and_another_kind_are_forgotten(written):
    gone = remembering(kind="sales", columns={"sold_date": "Datum9"}, answers={})
    assert taken(written(AMBIGUOUS), known=gone)[0].outcome != "load"
    other = remembering(kind="feedback", columns={}, answers={})
    report, _ = taken(written(SALES + GOOD), "sales", known=other)
    assert (report.outcome, report.profile) == ("load", None)


def test_the_reader_is_told_how_far_it_is(written, monkeypatch):
    monkeypatch.setattr(export, "SECONDS_BETWEEN_SENTENCES", 0)
    told = []
    with understood(
        written(SALES + GOOD), file_name="x", wishes=Wishes(), known=Circumstances(TODAY), progress=told.append
    ) as found:
        assert found.is_loadable
    assert told == ["Reading 1 lines…", "Reading the columns…", "Checking the rows…"]
