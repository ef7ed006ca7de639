"""The table layer as a whole: what a file says comes through, and what does not is declared."""

import csv
import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, assume, given, settings
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


def test_a_field_of_more_lines_than_the_sample_passes(written):
    quoted = 'said ""x"", ""y""\n' * 300_000
    lines = [HEADER, ROWS[0], f'4001,2026-01-06,"{quoted}",1,2.00', *ROWS[2:]]
    rows, starts, declared = rows_of(written("\n".join(lines) + "\n"))
    assert (len(rows), starts[1:3], declared) == (12, [3, 300_004], [])


def test_the_letters_that_a_file_does_not_decide_are_said(written):
    text = FILE.replace("C004", "Dvořák").replace("C007", "Tomáš").encode("cp1250")
    assert declared_in(written(text)) == [(9, "repaired", "bad_encoding")]
    assert declared_in(written(FILE.replace("C004", "Käse & Größe").encode("cp1252"))) == []


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


BRANDS = "brand,day,quantity,price\n" + "".join(f"{b},2026-01-0{n},{n},{n}.50\n" for n, b in enumerate("ABCDE", 1))


@pytest.mark.parametrize("row", ["Total,2026-01-06,7,3.50", "Total,2026-02-01,1,99.00", "Total Care,2026-01-06,6,6.50"])
def test_a_product_called_total_is_data(written, row):
    rows, _, declared = rows_of(written(BRANDS + row + "\nF,2026-01-07,7,7.50\n"))
    assert rows[5] == row.split(",")
    assert (len(rows), declared) == (7, [])


@pytest.mark.parametrize(
    "row", ["Total,2026-01-31,15,17.50", "Total,ALL,15,17.50", "Total,,15,", "Summe,2026-01-31,15,17.5"]
)
def test_a_filled_total_that_sums_up_is_left_out(written, row):
    rows, _, declared = rows_of(written(BRANDS + row + "\nF,2026-01-07,7,7.50\n"))
    assert (len(rows), declared) == (6, [(7, "ignored", "total_row")])


SUM = f"{sum(float(row.rsplit(',', 1)[1]) for row in ROWS):.2f}"


@pytest.mark.parametrize(
    "row", ["9999,2026-01-31,Total,30,", "Total 12 orders,2026-01-31,C9,30,", "9999,2026-01-31,Total for period,12,"]
)
@pytest.mark.parametrize("mark", ["", '"'])
def test_a_last_row_that_names_a_total_and_sums_up_to_the_cent_is_one(written, row, mark):
    text = FILE.replace("C003", f"C003{mark}")
    rows, _, declared = rows_of(written(text + row + SUM + "\n"))
    assert (len(rows), declared) == (12, [(14, "ignored", "total_row")])
    rows, _, declared = rows_of(written(text + row + "123.46\n"))
    assert (len(rows), declared) == (13, [])


def test_a_sale_of_a_product_called_total_may_equal_the_sale_above_it(written):
    rows, _, declared = rows_of(
        written("id,product,n,price\n1,Hat,1,5.00\n2,Total Care,1,5.00\n3,Hat,2,7.00\n4,Total,4,1.50\n5,A,1,2.00\n")
    )
    assert (len(rows), declared) == (5, [])


def test_filled_subtotals_and_their_grand_total_are_left_out(written):
    text = BRANDS + "Subtotal,2026-01-31,15,17.50\nF,2026-02-01,2,3.25\nG,2026-02-02,3,4.25\n"
    text += "Subtotal,2026-02-28,5,7.50\nGrand total,2026-02-28,20,25.00\n"
    _, _, declared = rows_of(written(text))
    assert declared == [(line, "ignored", "total_row") for line in (7, 10, 11)]


def test_sums_reach_over_blocks_and_decimal_commas(written, monkeypatch):
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", 60)
    text = "brand;day;amount\n" + "".join(f"B;2026-01-05;1.00{n % 10},50\n" for n in range(40))
    rows, _, declared = rows_of(written(text + "Total;2026-01-31;40.200,00\nTotal;2026-02-01;7,00\n"))
    assert declared == [(42, "ignored", "total_row")]
    assert rows[-1] == ["Total", "2026-02-01", "7,00"]


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


@pytest.mark.parametrize(
    "note",
    [
        "Source:,National Statistics Office", "Source:,National Statistics Office,,,", "Exported on,2026-01-05",
        "Records: 12,Page 1 of 1", "Quelle,Statistik", "Notes:\n1,Figures are provisional\n2,As reported",
        "Stand: 31.12.2025,,,,", "(12 rows affected)\nprinted by,Anna",
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", ""])
def test_a_note_of_several_cells_after_the_data_is_a_footer(written, note, end):
    rows, _, declared = rows_of(written(FILE + note + end))
    assert rows == [row.split(",") for row in ROWS]
    assert {(kind, reason) for _, kind, reason in declared} == {("ignored", "footer")}
    assert [line for line, *_ in declared] == list(range(14, 15 + note.count("\n")))


@pytest.mark.parametrize(
    "damaged", ["4012,2026-01-17", "4012,2026-01-17,C012", "4012,unknown", "4012", "ERROR,2026-01-17,C012"]
)
def test_a_damaged_last_row_is_no_footer(written, damaged):
    rows, _, declared = rows_of(written(FILE + damaged + "\n"))
    assert len(rows) == 12
    assert declared == [(14, "reject", "ragged_row")]


def test_a_note_of_several_cells_with_data_after_it_is_damage(written):
    text = FILE.replace(ROWS[4], "Source:,National Statistics Office\n" + ROWS[4])
    assert declared_in(written(text)) == [(6, "reject", "ragged_row")]


@pytest.mark.parametrize("last", ["Dana,Rome,,,", "Dana Ray,Rome,,", "Page,Rome"])
def test_under_a_column_of_names_a_name_is_no_note(written, last):
    text = "name,city,day,price\n" + "Anna,Oslo,2026-01-05,1.50\nBo,,2026-01-06,\nCid,Bonn,,2.50\n" * 3
    _, _, declared = rows_of(written(text + last + "\n"))
    assert "footer" not in [reason for *_, reason in declared]


def test_a_million_short_lines_are_no_footer(written):
    _, _, declared = rows_of(written(FILE * 300 + "xx xx\n" * 3000))
    assert (3914, "reject", "ragged_row") in declared


@pytest.mark.parametrize(
    ("delimiter", "count"), [(";", 1), ("\t", 1), ("|", 1), (";", 6), ("\t", 6), ("|", 6), (":", 6)]
)  # one line of words with colons may be a note
def test_last_rows_in_another_delimiter_are_damage(written, delimiter, count):
    rows, _, declared = rows_of(written(FILE + "".join(row.replace(",", delimiter) + "\n" for row in ROWS[:count])))
    assert len(rows) == 12
    assert declared == [(line, "reject", "ragged_row") for line in range(14, 14 + count)]


def test_last_rows_in_another_delimiter_with_decimal_commas_are_damage(written):
    text = FILE + "".join(row.replace(",", ";").replace(".", ",") + "\n" for row in ROWS[:2])
    assert [(line, kind) for line, kind, _ in declared_in(written(text))] == [(14, "reject"), (15, "reject")]


def test_last_rows_of_names_in_another_delimiter_are_damage(written):
    text = "name;city;price\n" + "Anna;Oslo;1,50\nBo;Rome;2,50\nCid;Bonn;2,50\n" * 3
    assert declared_in(written(text + "Dan,Paris,3\n")) == [(11, "reject", "ragged_row")]


@pytest.mark.parametrize("block", [60, 4096])
def test_lines_that_are_quoted_as_a_whole_are_unwrapped_and_said(written, monkeypatch, block):
    monkeypatch.setattr("signals.ingest.containers.BLOCK_BYTES", block)
    wrapped = [f'"{row}"' for row in ROWS[6:-1]] + ['"4011,2026-01-16,""C,011"",4,16.75"']
    rows, lines, declared = rows_of(written("\n".join([HEADER, *ROWS[:6], *wrapped]) + "\n"))
    assert rows == [row.split(",") for row in ROWS[:-1]] + [["4011", "2026-01-16", "C,011", "4", "16.75"]]
    assert lines == list(range(2, 14))
    assert declared == [(line, "repaired", "unbalanced_quote") for line in range(8, 14)]


def test_a_quoted_sentence_with_as_many_commas_as_the_table_is_a_footer(written):
    text = FILE + '"Confidential, internal, not for sale, not for lease, not for gift"\n'
    assert declared_in(written(text)) == [(14, "ignored", "footer")]


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


# --- columns told by their places

PEOPLE = [["Order", "Day", "Customer name", "Qty", "Net amount"]] + [
    [f"{5000 + n}", f"2026-01-{n + 1:02d}", ["Anna Smith", "Bo", "", "Carl von Stein"][n % 4], f"{n * 7}", f"{n}.50"]
    for n in range(14)
]


def lined_up(table: list[list[str]], between: str) -> str:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return "".join(between.join(map(str.ljust, row, widths)).rstrip() + "\n" for row in table)


def grid_of(path) -> list[list[str]]:
    frame = read_table(path)
    return [list(frame.columns), *frame.to_numpy().tolist()]


@pytest.mark.parametrize("between", [" ", "  ", "    "])
@pytest.mark.parametrize("count", [5, 15])
def test_columns_that_line_up_are_told_by_their_places(written, between, count):
    assert grid_of(written(lined_up(PEOPLE[:count], between))) == PEOPLE[:count]


def test_titles_rules_and_footers_of_a_report_are_left_out(written):
    head, *body = lined_up(PEOPLE, "  ").splitlines(keepends=True)
    text = "".join(
        ["Sales report January 2026, all regions\n\n", head, "-----  ---\n", *body, "\n14 records printed\n"]
    )
    frame = read_table(written(text))
    assert [list(frame.columns), *frame.to_numpy().tolist()] == PEOPLE
    reasons = [(d.line, d.reason) for d in frame.attrs["declared"]]
    assert reasons == [(1, "preamble"), (2, "blank"), (4, "rule"), (19, "blank"), (20, "footer")]


def test_a_line_that_does_not_line_up_is_rejected(written):
    lines = lined_up(PEOPLE, "  ").splitlines(keepends=True)
    lines[5] = "5004   2026-01-05  A very long name of a customer 28   4.50\n"
    frame = read_table(written("".join(lines)))
    assert [list(frame.columns), *frame.to_numpy().tolist()] == PEOPLE[:5] + PEOPLE[6:]
    assert [(d.line, d.reason) for d in frame.attrs["declared"]] == [(6, "ragged_row")]


def test_cells_with_single_blanks_between_runs_of_blanks_come_through(written):
    table = [row for row in PEOPLE if row[2]]
    assert (
        grid_of(written("".join(("   " if n % 2 else "  ").join(row) + "\n" for n, row in enumerate(table)))) == table
    )


def test_single_blanks_part_quoted_and_blank_cells(written):
    text = 'id note n\n1 "" 4\n2 "a b" 5\n3 c 6\n4  7\n'
    rows, _, declared = rows_of(written(text))
    assert rows == [["1", "", "4"], ["2", "a b", "5"], ["3", "c", "6"], ["4", "", "7"]]
    assert declared == []


@pytest.mark.parametrize(
    "text",
    [
        "name\nAnna Smith\nCarl Stein\nDora Klein\nEgon Mayer\nFred Astor\nGina Lollo\nHans Huber\nIvan Petro\n",
        "when\n" + "".join(f"2026-01-{n:02d} 08:15\n" for n in range(1, 20)),
    ],
)  # fmt: skip
def test_blanks_that_happen_to_line_up_part_no_column(written, text):
    assert grid_of(written(text)) == [[line] for line in text.splitlines()]


# --- headers


@pytest.mark.parametrize("delimiter", ["\x1f", "\x01"])
def test_a_control_character_may_be_the_delimiter(written, delimiter):
    rows, _, declared = rows_of(written(FILE.replace(",", delimiter)))
    assert rows == [row.split(",") for row in ROWS]
    assert declared == []


def test_a_file_full_of_control_characters_is_refused_for_them(written):
    text = FILE.replace(",C", f",\x02{'x' * 99}")
    assert refusal(written(text)) == "control_char"


def test_a_preamble_of_several_cells_is_no_header(written):
    preamble = "Company,Acme Ltd\nPeriod,2026-01-01,2026-01-31\n\nCurrency,EUR\n"
    rows, _, declared = rows_of(written(preamble + FILE))
    assert rows == [row.split(",") for row in ROWS]
    assert declared == [(n, "ignored", "blank" if n == 3 else "preamble") for n in range(1, 5)]


@pytest.mark.parametrize("count", [12, 200, 600])
def test_however_many_comments_may_stand_before_the_header(written, count):
    for comment in ("# comment", "# a, comment", "# 1,2,3"):
        table = open_table(written(f"{comment}\n" * count + FILE))
        assert (table.header, table.format.header_line) == (HEADER.split(","), count + 1)
        assert sum(chunk.num_rows for chunk in table.chunks()) == 12


def test_a_header_may_be_a_comment(written):
    table = open_table(written("# made by Anna\n# " + FILE))
    assert (table.header[1:], table.format.header_line) == (HEADER.split(",")[1:], 2)


def test_control_characters_in_the_header_are_removed_and_said(written):
    path = written(FILE.replace("customer", "cus\x00tomer"))
    assert open_table(path).header == HEADER.split(",")
    assert declared_in(path) == [(1, "repaired", "control_char")]


def test_a_header_that_lacks_a_delimiter_is_no_decimal_comma(written):
    text = "id,quantity item,price\n" + "".join(f"{n},{n * 7},{n * 111},{n}.50\n" for n in range(1, 15))
    assert open_table(written(text)).format.header_fault == "ragged_row"


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


# --- a table written in any dialect reads back as itself, or the damage is declared

CELLS = st.text(st.sampled_from("abcdefgXYZ 0123456789éß-.,;\"'\n|\t"), max_size=12)
DELIMITERS = st.sampled_from([",", ";", "\t", "|", "^", "~"])
PREAMBLES = st.lists(st.sampled_from(["Sales report", "Created by Anna, 5 January", "", "Confidential"]), max_size=3)
FOOTERS = st.lists(st.sampled_from(["", "(12 rows affected)", "Source: head office", "Stand 31.12.2025"]), max_size=2)


@st.composite
def tables(draw):
    """Ids, numbers and dates beside free text, so that a reader can tell where it is."""
    width = draw(st.integers(1, 3))
    texts = draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=4, max_size=25))
    header = ["id", "day", *[f"note {chr(65 + n)}" for n in range(width)], "amount"]
    return [header] + [[str(1000 + n), f"2026-03-{n + 1:02d}", *row, f"{n}.50"] for n, row in enumerate(texts)]


def quoted(cell: str, style: str) -> str:
    """As programs write it: everything quoted, words only, or what needs it; the quote doubled or escaped."""
    quote, escape = ("'", "''") if style == "single" else ('"', '\\"' if style == "backslash" else '""')
    is_needed = style in ("all", "single", "backslash") or any(sign in cell for sign in "\"',;\t|\n^~ \\")
    if not is_needed and (style != "words" or not cell or cell[0].isdigit()):
        return cell
    return quote + cell.replace(quote, escape) + quote


@given(
    table=tables(), delimiter=DELIMITERS, line_end=st.sampled_from(["\n", "\r\n", "\r"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]),
    style=st.sampled_from(["needed", "words", "all", "single", "backslash"]),
    preamble=PREAMBLES, footer=FOOTERS, blank_after=st.integers(0, 30), is_ended=st.booleans(),
)  # fmt: skip
@settings(
    phases=(Phase.explicit, Phase.generate),
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_table_in_any_dialect_reads_back_as_itself_or_the_damage_is_declared(
    tmp_path, table, delimiter, line_end, encoding, style, preamble, footer, blank_after, is_ended
):
    lines = [delimiter.join(quoted(cell, style) for cell in row) for row in table]
    lines.insert(min(blank_after, len(lines)), "")
    text = line_end.join([*preamble, *lines, *footer]) + line_end * is_ended
    path = tmp_path / "any.csv"
    path.write_bytes(text.encode(encoding))
    try:
        frame = read_table(path)
    except IngestRejected as refused:
        assert refused.reason
        return
    came_back = [list(frame.columns), *frame.to_numpy().tolist()] == table
    is_damage_declared = any(d.kind != "ignored" or d.reason == "total_row" for d in frame.attrs["declared"])
    assert came_back or is_damage_declared


@given(table=tables(), delimiter=st.sampled_from([",", ";", "\t", "|"]), line_end=st.sampled_from(["\n", "\r\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
)  # fmt: skip
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_in_a_usual_dialect_reads_back_as_itself(tmp_path, table, delimiter, line_end, encoding, quoting):
    cells = [cell for row in table for cell in row]
    assume(not any("\n" in cell and delimiter in cell for cell in cells))  # may look like a record: rejected, and said
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
