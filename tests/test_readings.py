"""What a file decides is read, what it leaves open is asked, and what the analyst should know is noted."""

from contextlib import contextmanager
from datetime import date
from decimal import Decimal

import pyarrow as pa
import pytest

from signals.errors import IngestRejected
from signals.ingest.bench import Bench
from signals.ingest.contract import Field
from signals.ingest.readings import Reading, read_columns

TODAY = date(2026, 11, 22)


@contextmanager
def on_the_bench(fields: dict[str, str], rows: list[str]):
    """A bench with the fields (name -> type) as columns and the rows, cells apart by `|`."""
    with Bench() as bench:
        cells = [row.split("|") for row in rows]
        columns = [[row[place] for row in cells] for place in range(len(fields))]
        lines = list(range(2, 2 + len(rows)))
        block = pa.table([*columns, lines], names=[*fields, "line"])
        bench.lay_out(iter([block]), {name: place for place, name in enumerate(fields)})
        yield bench, [Field(name, kind) for name, kind in fields.items()]


def read(fields: dict[str, str], rows: list[str], **answers: str) -> tuple[Reading, list[dict]]:
    """The reading, and per row what was read: a value or a reason."""
    with on_the_bench(fields, rows) as (bench, columns):
        headings = {name: name.replace("_", " ").title() for name in fields}
        reading = read_columns(bench, columns, answers, TODAY, headings)
        values = ", ".join(f"coalesce(CAST(r_{name}.value AS VARCHAR), r_{name}.reason) AS {name}" for name in fields)
        joins = " ".join(f"JOIN reading_{name} AS r_{name} ON r_{name}.text = cells.{name}" for name in fields)
        rows = bench.execute(f"SELECT {values} FROM cells {joins} ORDER BY line").to_arrow_table().to_pylist()
    return reading, rows


def column(kind: str, texts: list[str], name: str = "amount", **answers: str) -> tuple[Reading, list]:
    reading, rows = read({name: kind}, texts, **answers)
    return reading, [row[name] for row in rows]


TWO = {"quantity": "number", "price": "money"}


def test_one_style_of_numbers_holds_for_a_whole_file():
    reading, rows = read(TWO, ["1.000|12,50", "2.000|3,00"])
    assert (reading.decimal, reading.questions) == ("comma", [])
    assert [Decimal(row["quantity"]) for row in rows] == [1000, 2000]


def test_three_decimals_throughout_are_decimals_where_another_column_tells_the_mark():
    reading, rows = read(TWO, ["1.000|12.50", "2.000|3.00"])
    assert (reading.decimal, reading.questions) == ("point", [])
    assert [Decimal(row["quantity"]) for row in rows] == [1, 2]


def test_a_padded_number_beside_whole_ones_is_asked_about_and_the_answer_holds():
    rows = ["500|12.50", "1.250|3.00"]
    reading, _ = read(TWO, rows)
    [question] = reading.questions
    assert (question.reason, question.key, question.answers) == ("ambiguous_number", "decimal", ("point", "comma"))
    assert "'1.250' (Quantity)" in question.text
    reading, found = read(TWO, rows, decimal="point")
    assert not reading.questions
    assert Decimal(found[1]["quantity"]) == Decimal("1.25")


def test_what_no_number_decides_is_asked_and_the_answer_decides():
    reading, _ = column("money", ["1.234", "20"])
    assert [question.key for question in reading.questions] == ["decimal"]
    assert [Decimal(value) for value in column("money", ["1.234", "20"], decimal="comma")[1]] == [1234, 20]
    assert [Decimal(value) for value in column("money", ["1.234", "20"], decimal="point")[1]] == [Decimal("1.234"), 20]


def test_the_file_wins_over_an_answer_about_decimals_and_it_is_said():
    reading, values = column("money", ["1.50", "20"], decimal="comma")
    assert Decimal(values[0]) == Decimal("1.5")
    assert reading.notes == ["The answer decimal comma was not used: 1.50 tells a decimal point."]


def test_the_few_numbers_of_another_style_are_refused():
    _, values = column("money", ["1.50"] * 3 + ["1.75", "1,25"])
    assert values[-1] == "inconsistent_number"


def test_columns_that_plainly_differ_are_each_read_in_their_own_style_and_it_is_said():
    reading, rows = read(TWO, ["1.0|12,50", "2.0|3,10", "1.5|1.234"])
    assert [Decimal(row["quantity"]) for row in rows] == [1, 2, Decimal("1.5")]
    assert [row["price"] for row in rows] == ["12.50000000", "3.10000000", "inconsistent_number"]
    assert "Price has a decimal comma, unlike other columns of the file." in reading.notes


def test_as_many_numbers_of_either_style_are_asked_about_and_the_answer_holds():
    texts = ["1.5", "1,5", "1.234"]
    assert [asked.key for asked in column("money", texts)[0].questions] == ["decimal"]
    reading, values = column("money", texts, decimal="comma")
    assert not reading.questions
    assert values == ["inconsistent_number", "1.50000000", "1234.00000000"]


def test_a_common_unit_is_left_away_and_noted():
    reading, values = column("number", ["12 pcs", "3 pcs", ""], "quantity")
    assert [value and Decimal(value) for value in values] == [12, 3, None]
    assert reading.notes == ["Quantity: every number is followed by pcs; it was left away."]
    assert column("number", ["12 pcs", "3"], "quantity")[1] == ["bad_number", "3.00000000"]


def test_amounts_of_several_currencies_are_never_added():
    with pytest.raises(IngestRejected, match=r"several currencies \(\$, EUR\)") as refused:
        column("money", ["€5", "$6"])
    assert refused.value.reason == "mixed_currency"
    with pytest.raises(IngestRejected, match="several currencies"):
        read({"price": "money", "revenue": "money"}, ["€5|5 USD"])


def test_a_mark_on_the_amounts_must_be_the_currency_columns():
    fields = {"price": "money", "currency": "currency"}
    assert read(fields, ["$5|CAD", "$6|CAD"])[0].currencies >= {"CAD", "USD"}
    assert read(fields, ["€5|EUR", "6|USD"])[0].currencies == {"EUR"}
    with pytest.raises(IngestRejected, match="the currency column says GBP"):
        read(fields, ["€5|GBP"])


def test_shares_are_parts_of_one_per_cents_or_asked_about():
    assert [Decimal(value) for value in column("share", ["12%", "5 %"])[1]] == [Decimal("0.12"), Decimal("0.05")]
    reading, values = column("share", ["12", "5"])
    assert [Decimal(value) for value in values] == [Decimal("0.12"), Decimal("0.05")]
    assert reading.notes == ["Amount is read as per cent: 12 is 0.12."]
    reading, _ = column("share", ["0", "1"])
    assert [(asked.key, asked.answers) for asked in reading.questions] == [("share", ("per_cent", "share"))]
    reading, values = column("share", ["0", "1"], share="per_cent")
    assert not reading.questions
    assert Decimal(values[1]) == Decimal("0.01")


DATES = {"sold_date": "date", "given_date": "date"}


def test_an_open_order_of_day_and_month_is_asked_once_for_a_file():
    reading, _ = read(DATES, ["03/04/2026|05/06/2026"])
    assert [(asked.key, asked.answers) for asked in reading.questions] == [("date_order", ("dmy", "mdy"))]
    reading, rows = read(DATES, ["03/04/2026|05/06/2026"], date_order="mdy")
    assert rows == [{"sold_date": "2026-03-04", "given_date": "2026-05-06"}]
    assert reading.date_format == {"sold_date": "mdy", "given_date": "mdy"}


def test_a_column_that_decides_nothing_is_written_as_the_others_are_and_it_is_said():
    reading, rows = read(DATES, ["03/04/2026|25/06/2026"], date_order="mdy")
    assert rows[0]["sold_date"] == "2026-04-03"
    assert not reading.questions
    assert "Sold Date is read as day/month, as the file's other dates tell." in reading.notes
    assert "Given Date: the answer mdy was not used, its own dates tell dmy." in reading.notes


def test_columns_that_contradict_each_other_leave_a_third_to_be_asked():
    fields = DATES | {"observed_date": "date"}
    reading, _ = read(fields, ["25/06/2026|06/25/2026|03/04/2026"])
    assert [asked.key for asked in reading.questions] == ["date_order"]
    assert "Observed Date" in reading.questions[0].text


def test_an_answer_that_the_dates_cannot_have_leaves_them_open():
    assert read(DATES, ["03/04/2026|05/06/2026"], date_order="ymd")[0].questions


def test_a_year_in_front_is_asked_about_where_it_could_be_a_day():
    reading, _ = column("date", ["25-01-26"], "sold_date")
    assert reading.questions[0].answers == ("dmy", "mdy", "ymd")
    assert column("date", ["25-01-26"], "sold_date", date_order="ymd")[1] == ["2025-01-26"]


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        (["1901-01-01", "1901-01-01", "1989-12-31", "1990-01-01"],
         "3 dates lie before 1990 (the first: 1901-01-01, column Sold Date)."),
        (["13.01.99", "13.02.26", "13.02.2026"],
         "2 dates of Sold Date have years of two digits; they were read as 1999 to 2026."),
        (["46085", "46086.5"], "2 dates of Sold Date are a spreadsheet's serial numbers, read as days since "
         "30 December 1899. Of a workbook that counts from 1904 they would be four years and a day too early."),
        (["1772582400", "1772582400123"],
         "2 dates of Sold Date are counted from 1970; their days are those of UTC."),
    ],
)  # fmt: skip
def test_days_that_may_be_meant_otherwise_are_counted(texts, note):
    assert column("date", texts, "sold_date")[0].notes == [note]
    assert column("date", ["2026-03-04", "2026-13-04", ""], "sold_date")[0].notes == []


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        (["1.5E+03", "2.5"],
         "1 numbers of Amount are written like 1.23E+05: digits that a spreadsheet cut off are lost."),
        (["0.3333333333", "2.123456789", "0,1234567891"],
         "2 numbers of Amount have more than eight decimals and were rounded to eight."),
        (["0.000000001", "2.5"], "1 numbers of Amount are smaller than eight decimals show and count as 0."),
    ],
)  # fmt: skip
def test_numbers_that_lost_something_are_counted(texts, note):
    assert column("money", texts)[0].notes == [note]
    assert column("money", ["19.989999999999998", "0.333333333333333", "0.0", "1e3", "0.12345678"])[0].notes == []


@pytest.mark.parametrize(
    ("texts", "note"),
    [
        (["85123A", "85123a", "7"], "2 product ids differ only by upper and lower case; they are kept apart."),
        (["5-Mar", "5-Mar", "Mar-05"],
         "3 lines have a Product Id such as 5-Mar, as a spreadsheet writes days; it was kept."),
        (["1,234", "12"], "1 lines have a Product Id such as 1,234, grouped like a number; it was kept."),
    ],
)  # fmt: skip
def test_identifiers_that_something_may_have_changed_are_counted(texts, note):
    assert column("id", texts, "product_id")[0].notes == [note]
    assert column("id", ["A-1", "B.2", "B.2 ", "1,23", "MARS-05"], "product_id")[0].notes == []
    assert column("id", texts, "order_id")[0].notes == []


@pytest.mark.parametrize(
    "texts",
    [
        ["12345678901234500000"],
        ["12345678901234570000", " 12345678901234670000", "C-7", "4711"],  # of a program that keeps 16 digits
        [f"123456789012{number}0" for number in range(345, 349)],
    ],
)
def test_long_numbers_that_a_spreadsheet_cut_off_are_no_identifiers(texts):
    _, values = column("id", texts, "customer_id")
    assert values == [text if len(text) < 9 else "mangled_id" for text in texts]


@pytest.mark.parametrize(
    "texts",
    [
        ["12345678901234567890", "12345678901234500000"],  # one is whole: the other may be
        ["1234567890123450", "1234567890123460"],  # by chance
        ["100000000000000", "200000000000000"],
        [f"123456789012{number}" for number in range(3451, 3470)],
    ],
)
def test_long_numbers_that_are_whole_are_identifiers(texts):
    assert column("id", texts, "customer_id")[1] == texts


MONTH_FIRST = ["01/13/2026", "02/14/2026"]  # what a spreadsheet that reads day/month leaves as text


@pytest.mark.parametrize(
    ("swapped", "left"),
    [
        (["2026-05-01", "2026-06-01"], MONTH_FIRST),
        (["46143", "46235.5"], MONTH_FIRST),
        (["2026-01-05 00:00:00"], ["13/01/2026 00:00", "14/02/2026 00:00"]),  # the other way round
        ([f"2026-0{month}-{day:02}" for month in range(1, 5) for day in range(5, 13)], [*MONTH_FIRST, "2026-05-20"]),
        (["46143"], [*MONTH_FIRST, "2026-05-05"]),  # the fifth of May either way
        (["2026-05-01"], [*MONTH_FIRST, "20260504", "20260520"]),  # no spreadsheet writes the last two
    ],
)
def test_a_column_that_a_spreadsheet_half_turned_into_days_loses_those_days(swapped, left):
    _, values = column("date", swapped + left, "sold_date")
    assert values[: len(swapped)] == ["inconsistent_date"] * len(swapped)
    assert all(value.startswith("2026-") for value in values[len(swapped) :])


@pytest.mark.parametrize(
    "texts",
    [
        ["2026-05-01", "2026-05-13", *MONTH_FIRST],
        ["2026-05-01", "03/05/2026", *MONTH_FIRST],
        ["20260501", *MONTH_FIRST],  # no spreadsheet writes so
    ],
)
def test_days_of_two_spellings_that_no_spreadsheet_made_are_read(texts):
    assert "inconsistent_date" not in column("date", texts, "sold_date")[1]


def test_a_year_before_day_and_month_is_never_read_as_before_month_and_day():
    texts = ["2026-05-01", "2026-14-01", "2026/05/05", "20260501"]
    assert column("date", texts, "sold_date")[1] == ["inconsistent_date", "bad_date", "2026-05-05", "inconsistent_date"]
    slip = [f"2026-{month:02}-{day}" for month in (3, 4) for day in range(13, 29)]
    assert column("date", [*slip, "2026-05-01", "2026-13-01"], "sold_date")[1] == [*slip, "2026-05-01", "bad_date"]
    assert column("date", ["2026-05-01", "2026-31-02"], "sold_date")[1] == ["2026-05-01", "bad_date"]


def test_beside_numbers_of_six_digits_none_of_five_is_a_spreadsheets_day():
    assert column("date", ["20101", "020101", "030202"], "sold_date")[1] == ["bad_date"] * 3
    serials = [str(number) for number in range(46000, 46030)]
    values = column("date", [*serials, "046001"], "sold_date")[1]
    assert (values[0], values[-1]) == ("2025-12-09", "bad_date")


def test_a_marker_on_many_lines_means_missing_and_on_one_it_is_a_name():
    many = [*(f"C{number}" for number in range(20)), "NULL", "NULL", "NA"]
    _, values = column("id", many, "customer_id")
    assert values[20:] == [None, None, "NA"]
    assert column("id", ["C1", "NULL"], "customer_id")[1] == ["C1", "NULL"]


def test_a_column_longer_than_a_batch_is_read_whole(monkeypatch):
    monkeypatch.setattr("signals.ingest.bench.BATCH_ROWS", 7)
    texts = [f"{day:02}/0{month}/2026" for month in range(1, 6) for day in range(1, 29)]
    reading, values = column("date", texts, "sold_date")
    assert reading.date_format == {"sold_date": "dmy"}
    assert values == [f"2026-0{month}-{day:02}" for month in range(1, 6) for day in range(1, 29)]


def test_a_file_without_rows_has_readings_all_the_same():
    assert column("money", [])[1] == []
