"""The table layer as a whole: what a file says comes through, and what does not is declared."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from signals.errors import IngestRejected
from signals.ingest.reader import open_table, read_table

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
NASTY = DATA.parent / "nasty"

HEADER = "order_id,order_date,customer,quantity,price"
ROWS = [f"{4000 + n},2026-01-{n + 5:02d},C{n:03d},{n % 4 + 1},{n * 1.25 + 3:.2f}" for n in range(12)]
FILE = "\n".join([HEADER, *ROWS]) + "\n"


@pytest.fixture
def written(tmp_path):
    def write(content: str | bytes, name: str = "export.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def rows_of(path):
    """Rows as lists of text, their lines, and (line, kind, reason) of what was declared."""
    table = open_table(path)
    rows, lines = [], []
    for chunk in table.chunks():
        *columns, starts = (column.to_pylist() for column in chunk.columns)
        rows += [list(row) for row in zip(*columns, strict=True)]
        lines += starts
    return rows, lines, [(d.line, d.kind, d.reason) for d in table.declared]


def declared_in(path):
    return rows_of(path)[2]


def refusal(path):
    with pytest.raises(IngestRejected) as refused:
        rows_of(path)
    assert str(refused.value).endswith((".", ")"))
    return refused.value.reason


def replaced(line: int, text: str) -> str:
    """FILE with another text on a line, counted from 1."""
    lines = FILE.splitlines()
    lines[line - 1] = text
    return "\n".join(lines) + "\n"


# --- what comes through


def test_a_plain_file_comes_through_as_it_is(written):
    rows, lines, declared = rows_of(written(FILE))
    assert rows == [row.split(",") for row in ROWS]
    assert lines == list(range(2, 14))
    assert declared == []


def test_every_cell_is_text_and_blank_is_never_null(written):
    chunk = next(open_table(written("id,note\n001,\n1e5,NULL\n")).chunks())
    assert [str(t) for t in chunk.schema.types] == ["string", "string", "int64"]
    assert chunk.column(0).to_pylist() == ["001", "1e5"]
    assert chunk.column(1).to_pylist() == ["", "NULL"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_whatever_ends_them(written, line_end):
    text = FILE.replace(ROWS[3], '4003,2026-01-08,"C\n003",4,6.75').replace("\n", line_end)
    rows, lines, declared = rows_of(written(text))
    assert rows[3][2] == f"C{line_end}003"
    assert lines == [2, 3, 4, 5, *range(7, 15)]
    assert declared == []


def test_mixed_line_ends_each_end_one_line(written):
    rows, lines, _ = rows_of(written(f"{HEADER}\r\n{ROWS[0]}\n{ROWS[1]}\r{ROWS[2]}\r\n"))
    assert (len(rows), lines) == (3, [2, 3, 4])


def test_column_names_may_repeat_or_be_blank(written):
    table = open_table(written("id,name,name,\n1,a,b,c\n"))
    assert table.header == ["id", "name", "name", ""]
    assert read_table(written("id,name,name,\n1,a,b,c\n")).to_numpy().tolist() == [["1", "a", "b", "c"]]


def test_a_byte_order_mark_is_no_part_of_a_name_or_an_id(written):
    text = "\ufeff" + FILE.replace("4006", "\ufeff4006")
    assert open_table(written(text)).header[0] == "order_id"
    rows, _, declared = rows_of(written(text))
    assert rows[6][0] == "4006"
    assert declared == [(8, "repaired", "bad_encoding")]


def test_an_excel_text_guard_is_taken_off(written):
    rows, *_ = rows_of(written('id;price\n="00123";="1,5"\n7;2\n'))
    assert rows == [["00123", "1,5"], ["7", "2"]]


def test_formulas_stay_as_they_were_written(written):
    cells = ["=1+1", "@SUM(A1)", "+cmd|'/C calc'!A0", "-2+3"]
    rows, *_ = rows_of(written("id,name\n" + "".join(f"{n},{cell}\n" for n, cell in enumerate(cells))))
    assert [row[1] for row in rows] == cells


# --- damage is named by its line


def test_a_line_with_cells_too_few_or_many_is_rejected(written):
    text = replaced(4, "4002,2026-01-07,C002").replace(ROWS[5], ROWS[5] + ",surplus")
    rows, _, declared = rows_of(written(text))
    assert len(rows) == 10
    assert declared == [(4, "reject", "ragged_row"), (7, "reject", "ragged_row")]


def test_blank_cells_beyond_the_last_column_are_dropped_and_said(written):
    rows, _, declared = rows_of(written(replaced(4, ROWS[2] + ",")))
    assert rows[2] == ROWS[2].split(",")
    assert declared == [(4, "repaired", "ragged_row")]


def test_a_surplus_delimiter_inside_a_line_never_shifts_its_values(written):
    text = "id,name,note\n" + "".join(f"{n},x,\n" for n in range(5)) + "5,,x,\n"
    rows, _, declared = rows_of(written(text))
    assert ["5", "", "x"] not in rows
    assert declared == [(7, "reject", "ragged_row")]


def test_an_unclosed_quote_does_not_swallow_the_lines_after_it(written):
    rows, lines, declared = rows_of(written(replaced(6, '4004,2026-01-09,"C004,1,8.00')))
    assert lines == list(range(2, 14))
    assert rows[4] == ["4004", "2026-01-09", '"C004', "1", "8.00"]
    assert declared == [(6, "repaired", "unbalanced_quote")]


def test_two_stray_quotes_do_not_swallow_the_lines_between(written):
    text = replaced(6, '4004,2026-01-09,"C004,1,8.00').replace("C007", '6"')
    rows, lines, declared = rows_of(written(text))
    assert lines == list(range(2, 14))
    assert rows[7][2] == '6"'
    assert (6, "repaired", "unbalanced_quote") in declared


def test_an_unclosed_quote_that_cannot_be_mended_rejects_its_line_alone(written):
    _, lines, declared = rows_of(written(replaced(6, '4004,"2026-01-09,"C004,1')))
    assert lines == [2, 3, 4, 5, *range(7, 14)]
    assert [(line, kind) for line, kind, _ in declared] == [(6, "reject")]


def test_quoted_text_glued_to_the_cell_before_it_is_rejected(written):
    _, _, declared = rows_of(written("id,kind,text,n\n" + '1,Hat,"warm, dry",1\n' * 5 + '2,Hat"warm, dry",1\n'))
    assert declared == [(7, "reject", "unbalanced_quote")]


def test_inch_marks_are_letters(written):
    rows, _, declared = rows_of(written(replaced(5, '4003,2026-01-08,17" arm,1,2.00')))
    assert rows[3][2] == '17" arm'
    assert declared == []


def test_a_file_cut_off_inside_quotes_says_so(written):
    assert declared_in(written(FILE + '4012,2026-01-17,"Acme L')) == [(14, "reject", "truncated")]


@pytest.mark.parametrize("rest", ["4012,2026-01", "4012"])
def test_a_file_cut_off_inside_a_line_says_so(written, rest):
    assert declared_in(written(FILE + rest)) == [(14, "reject", "truncated")]


def test_a_control_character_rejects_its_line(written):
    assert declared_in(written(FILE.replace("C003", "C\x00003"))) == [(5, "reject", "control_char")]


def test_a_line_in_another_encoding_is_rejected(written):
    content = FILE.replace("C001", "Zürich").encode() + "4012,2026-01-17,Köln,1,2.00\n".encode("cp1252")
    table = open_table(written(content))
    assert sum(chunk.num_rows for chunk in table.chunks()) == 12
    [damaged] = table.declared
    assert (damaged.line, damaged.reason) == (14, "bad_encoding")
    assert "Köln" in damaged.value


def test_a_field_beyond_all_measure_is_refused(written, monkeypatch):
    monkeypatch.setattr("signals.ingest.reader.LONGEST_RECORD", 1000)
    monkeypatch.setattr("signals.ingest.reader.BLOCK_BYTES", 100)
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", 100)
    assert refusal(written(FILE + f"4012,2026-01-17,{'x' * 2000},1,2.00\n")) == "field_too_long"


def test_a_field_of_ten_million_letters_passes(written):
    rows, *_ = rows_of(written(replaced(3, f"4001,2026-01-06,{'x' * 10_000_000},1,2.00")))
    assert len(rows[1][2]) == 10_000_000


def test_a_quoted_field_of_a_hundred_thousand_lines_passes(written):
    rows, lines, _ = rows_of(written('id,text\n1,"' + "some words\n" * 100_000 + '"\n2,x\n'))
    assert (len(rows), lines) == (2, [2, 100_003])


def test_five_thousand_columns_pass(written):
    line = ",".join(map(str, range(5000)))
    rows, *_ = rows_of(written(",".join(f"c{n}" for n in range(5000)) + "\n" + f"{line}\n" * 3))
    assert rows == [line.split(",")] * 3


def test_blanks_around_quotes_are_no_damage(written):
    rows, _, declared = rows_of(written(replaced(4, '4002, "2026-01-07" ,"C,002",3 ,5.50')))
    assert rows[2] == ["4002", "2026-01-07", "C,002", "3 ", "5.50"]
    assert declared == []


def test_a_blank_quoted_field_at_the_end_may_hold_a_line_break(written):
    rows, lines, declared = rows_of(written('id;name;n\n1;a;2\n2;b;3;"\n"\n3;6" arm;4\n'))
    assert (rows[1], lines) == (["2", "b", "3"], [2, 3, 5])
    assert declared == [(3, "repaired", "ragged_row")]


def test_a_frame_keeps_the_sound_rows_of_a_file_that_a_load_refuses(written):
    path = written("id,name,n\n1,a,2\n" + "2,b\n3,c\n" * 2)
    assert refusal(path) == "ragged_row"
    frame = read_table(path)
    assert (len(frame), len(frame.attrs["declared"])) == (1, 4)


# --- what is left out is said


def test_preamble_blank_lines_and_directive_are_left_out(written):
    text = "sep=,\nSales report\n\n" + FILE
    rows, lines, declared = rows_of(written(text))
    assert lines[0] == 5
    assert len(rows) == 12
    assert declared == [(1, "ignored", "directive"), (2, "ignored", "preamble"), (3, "ignored", "blank")]


@pytest.mark.parametrize("blank", ["", "   ", ",,,,", "\t", '"",,,,'])
def test_blank_lines_are_left_out(written, blank):
    text = FILE.replace(ROWS[4], blank + "\n" + ROWS[4])
    rows, lines, declared = rows_of(written(text))
    assert declared == [(6, "ignored", "blank")]
    assert lines == [2, 3, 4, 5, *range(7, 15)]
    assert len(rows) == 12


def test_a_long_run_of_blank_lines_is_one_block(written):
    table = open_table(written(FILE + "\n" * 5000))
    list(table.chunks())
    assert len(table.declared) == 100
    assert (table.declared[-1].line, table.declared[-1].line_to) == (113, 5013)


@pytest.mark.parametrize(
    "total",
    [
        "Total,,,,98.50", "Grand Total,2026-06-30,ALL,1,98.50", "Summe,,,,98.50", "Zwischensumme,,,,1",
        ",,Total,,98.50", "Sous-total,,,,1", "Totale,,,,1", "C001 Total,,,,3.00", "Total for January,,,,3.00",
        '"Grand Totals (12 records)"',
    ],
)  # fmt: skip
def test_totals_are_left_out(written, total):
    text = FILE.replace(ROWS[4], total + "\n" + ROWS[4])
    rows, _, declared = rows_of(written(text))
    assert declared == [(6, "ignored", "total_row")]
    assert rows == [row.split(",") for row in ROWS]


@pytest.mark.parametrize("name", ["Totals Ltd", "TotalEnergies", "Sumatra", "Gesamtschule"])
def test_a_name_that_begins_like_a_total_is_data(written, name):
    rows, _, declared = rows_of(written(FILE + f"{name},2026-01-17,C012,1,2.00\n"))
    assert rows[-1][0] == name
    assert declared == []


def test_a_header_in_the_middle_is_left_out_and_the_rows_after_it_stay(written):
    rows, _, declared = rows_of(written(FILE.replace(ROWS[6], HEADER + "\n" + ROWS[6])))
    assert len(rows) == 12
    assert declared == [(8, "ignored", "repeated_header")]


def test_rules_are_left_out(written):
    text = FILE.replace(ROWS[0], "--------,----------,---,---,---\n" + ROWS[0]) + "=====\n"
    assert declared_in(written(text)) == [(2, "ignored", "rule"), (15, "ignored", "rule")]


@pytest.mark.parametrize("footer", ["(12 rows affected)", "Exported by Anna,,,,", '"Confidential, do not pass on"'])
@pytest.mark.parametrize("end", ["\n", ""])
def test_a_note_after_the_data_is_a_footer(written, footer, end):
    assert declared_in(written(FILE + footer + end)) == [(14, "ignored", "footer")]


def test_a_short_line_with_data_after_it_is_no_footer(written):
    assert declared_in(written(FILE.replace(ROWS[4], "some words\n" + ROWS[4]))) == [(6, "reject", "ragged_row")]


def test_a_sparse_row_with_data_after_it_is_data(written):
    rows, _, declared = rows_of(written(FILE.replace(ROWS[4], "North region,,,,\n" + ROWS[4])))
    assert rows[4] == ["North region", "", "", "", ""]
    assert declared == []


# --- files that are no tables


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("empty_file", ""), ("empty_file", "\n\n  \n"), ("empty_file", "\ufeff"), ("no_data_rows", HEADER + "\n"),
        ("html_file", "<!DOCTYPE html><html></html>"), ("html_file", "<table><tr><td>1</td></tr></table>"),
        ("json_file", '[{"a": 1, "b": 2}]'), ("json_file", '{"a": [1, 2]}'), ("json_file", "[[1,2],[3,4]]"),
        ("xml_file", '<?xml version="1.0"?><a/>'), ("xml_file", "<orders><order>1</order></orders>"),
        ("binary_file", "%PDF-1.7\n1 0 obj\n"), ("binary_file", bytes(range(256)) * 8),
        ("excel_file", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500), ("not_csv", "{\\rtf1 hello}"),
        ("too_many_columns", ",".join(f"c{n}" for n in range(20_000)) + "\n" + "1," * 19_999 + "1\n"),
        ("decimal_comma", "id,name,price\n" + "".join(f"{n},Acme,{n},{n + 10}\n" for n in range(9))),
        ("ragged_row", HEADER + "\n" + "\n".join(row.rsplit(",", 2)[0] for row in ROWS)),
        ("bad_encoding", "id,name\n1,Köln\n".encode() + "2,Köln\n".encode("cp1252") * 3),
    ],
)  # fmt: skip
def test_what_is_no_table_is_refused_with_its_reason(written, reason, content):
    assert refusal(written(content)) == reason


def test_a_header_with_names_too_few_is_a_fault_for_the_mapping_to_refuse(written):
    text = FILE.replace("customer,quantity", "customerquantity")
    table = open_table(written(text))
    assert table.format.header_fault == "ragged_row"
    assert table.header == ["order_id", "order_date", "customerquantity", "price", ""]
    assert [(d.line, d.kind) for d in table.declared] == [(1, "repaired")]


# --- headers


def test_a_header_of_two_rows_is_joined(written):
    text = "Order,Order,Customer,Sales,Sales\nID,Date,ID,Qty,Price\n" + "\n".join(ROWS)
    table = open_table(written(text))
    assert table.header == ["Order ID", "Order Date", "Customer ID", "Sales Qty", "Sales Price"]
    assert next(table.chunks()).column("line")[0].as_py() == 3


def test_a_file_without_header_says_so_and_loses_no_row(written):
    table = open_table(written("\n".join(ROWS)))
    assert not table.format.has_header
    assert table.header == [f"column_{n}" for n in range(1, 6)]
    assert sum(chunk.num_rows for chunk in table.chunks()) == 12


def test_a_frame_without_header_has_the_first_record_in_its_place_and_says_so(written):
    frame = read_table(written("\n".join(ROWS)))
    assert list(frame.columns) == ROWS[0].split(",")
    assert len(frame) == 11
    assert [(d.line, d.reason) for d in frame.attrs["declared"]] == [(1, "missing_header")]


def test_years_may_name_columns(written):
    assert open_table(written("region,2024,2025\nNorth,12,13\nSouth,14,15\n")).header == ["region", "2024", "2025"]


def test_a_frame_of_a_header_alone_is_empty(written):
    frame = read_table(written(HEADER + "\n"))
    assert (list(frame.columns), len(frame)) == (HEADER.split(","), 0)


def test_a_frame_lists_its_declared_lines(written):
    frame = read_table(written(replaced(4, "4002,x")))
    [short] = frame.attrs["declared"]
    assert (short.line, short.kind, short.reason, short.value) == (4, "reject", "ragged_row", "4002,x")
    assert frame.shape == (11, 5)
    assert frame.loc[0].tolist() == ROWS[0].split(",")


# --- streaming


@pytest.mark.parametrize("mark", ["", '"'])
def test_a_file_of_many_blocks_reads_as_one_of_few(written, monkeypatch, mark):
    text = FILE + "".join(f'{n}{mark},2026-02-01,"Acme, ""{n}""\nLtd",1,2.00\n' for n in range(200)) + "Total,,,,400\n"
    whole = rows_of(written(text))
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", 97)
    assert rows_of(written(text)) == whole
    assert len(whole[0]) == 212


@pytest.mark.parametrize("size", range(30, 90, 7))
def test_what_a_block_ends_with_is_settled_by_the_next_one(written, monkeypatch, size):
    text = FILE.replace(ROWS[4], "North region,,,,\nsome words\n" + ROWS[4])
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", size)
    rows, lines, declared = rows_of(written(text))
    assert rows[4] == ["North region", "", "", "", ""]
    assert lines == [2, 3, 4, 5, 6, *range(8, 16)]
    assert declared == [(7, "reject", "ragged_row")]


def test_a_ruined_file_is_given_up_while_it_is_read(written, monkeypatch):
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", 100)
    monkeypatch.setattr("signals.ingest.sorting.RUIN_FROM", 20)
    table = open_table(written(FILE + "4012,2026-01-17\n" * 20_000))
    with pytest.raises(IngestRejected):
        list(table.chunks())
    assert len(table.declared) < 100


def test_a_compressed_file_reads_as_the_plain_one(written):
    assert rows_of(written(gzip.compress(FILE.encode()))) == rows_of(written(FILE))


# --- a table written in any dialect reads back as itself

CELLS = st.text(st.sampled_from("abcdefgXYZ 0123456789éß-.,;\"'\n|\t"), max_size=12)
DELIMITERS = st.sampled_from([",", ";", "\t", "|"])


@st.composite
def tables(draw):
    """Ids, numbers and dates beside free text, so that a reader can tell where it is."""
    width = draw(st.integers(1, 3))
    texts = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=4, max_size=25))
    header = ["id", "day", *[f"note {chr(65 + n)}" for n in range(width)], "amount"]
    return [header] + [[str(1000 + n), f"2026-03-{n + 1:02d}", *row, f"{n}.50"] for n, row in enumerate(texts)]


@given(
    table=tables(), delimiter=DELIMITERS, line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_in_any_dialect_reads_back_as_itself(tmp_path, table, delimiter, line_end, encoding, quoting):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerows(table)
    path = tmp_path / "any.csv"
    path.write_bytes(out.getvalue().encode(encoding))
    frame = read_table(path)
    assert [list(frame.columns), *frame.to_numpy().tolist()] == table
    assert frame.attrs["declared"] == []


@given(content=st.binary(min_size=1, max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_table_or_a_refusal(tmp_path, content):
    path = tmp_path / "any.csv"
    path.write_bytes(content)
    try:
        frame = read_table(path)
    except IngestRejected as refused:
        assert refused.reason
    else:
        assert frame.map(lambda cell: isinstance(cell, str)).to_numpy().all()


@given(table=tables(), place=st.integers(0), letter=st.sampled_from(['"', ",", "\n", '""', "\x00", ""]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_line_of_a_damaged_file_goes_missing(tmp_path, table, place, letter):
    """Every physical line is in a row, in a declared block or in the header."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(table)
    text = out.getvalue()
    place %= len(text)
    text = text[:place] + letter + text[place + 1 :]
    assume(text.strip())
    path = tmp_path / "any.csv"
    path.write_bytes(text.encode())
    try:
        read = open_table(path)
        starts = [line for chunk in read.chunks() for line in chunk.column("line").to_pylist()]
    except IngestRejected:
        return
    covered = {line for d in read.declared for line in range(d.line, d.line_to + 1)} | set(starts)
    covered |= {read.format.header_line} if read.format.has_header else set()
    for line in range(1, text.count("\n") + 1):
        start = max((s for s in covered if s <= line), default=0)
        assert line in covered or start in set(starts) | {read.format.header_line}


# --- real files


def test_a_million_order_lines_come_through_whole():
    path = DATA / "online_retail_II.csv.gz"
    if not path.exists():
        pytest.skip("shared/data is absent")
    table = open_table(path)
    last = 0
    count = 0
    for chunk in table.chunks():
        count += chunk.num_rows
        last = chunk.column("line")[-1].as_py()
    assert (count, last, table.declared) == (1_067_370, 1_067_371, [])


def test_reviews_with_line_breaks_come_through_whole():
    path = DATA / "womens_clothing_reviews.csv.gz"
    if not path.exists():
        pytest.skip("shared/data is absent")
    frame = read_table(path)
    assert (len(frame), frame.attrs["declared"]) == (23_486, [])


def test_a_file_parted_by_blanks_without_header_can_be_read():
    path = DATA / "cdnow_sample.txt"
    if not path.exists():
        pytest.skip("shared/data is absent")
    table = open_table(path)
    assert (table.format.delimiter, table.format.has_header) == (" ", False)
    assert sum(chunk.num_rows for chunk in table.chunks()) == 6_919


LATER = {"sz_one_column", "dat_epoch_ms"}  # refused by the mapping, not here


def test_the_nasty_files_agree_line_by_line():
    if not NASTY.exists():
        pytest.skip("shared/nasty is absent")
    ours = {"ragged_row", "unbalanced_quote", "truncated", "bad_encoding", "control_char"}
    wrong = []
    for case in json.loads((NASTY / "manifest.json").read_text())["cases"]:
        expected = [case["expect"], *case["alternatives"]]
        try:
            _, _, declared = rows_of(NASTY / case["file"])
        except IngestRejected as refused:
            if not any(e["outcome"] != "load" and refused.reason in e.get("reason", []) for e in expected):
                wrong.append((case["id"], refused.reason))
            continue
        rejected = {line for line, kind, _ in declared if kind == "reject"}
        left_out = {(line, reason) for line, kind, reason in declared if kind == "ignored"}
        loads = [e for e in expected if e["outcome"] == "load"]
        if loads and not any(
            rejected == {r["line"] for r in e["rejected"] if ours & set(r["reason"])}
            and left_out == {(i["line"], i["reason"]) for i in e["ignored"]}
            for e in loads
        ):
            wrong.append((case["id"], declared))
    assert wrong == []
