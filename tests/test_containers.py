"""What a file is wrapped in is judged by its bytes, and unwrapped only while it is safe."""

import datetime as dt
import gzip
import io
import subprocess
import sys
import zipfile

import openpyxl
import openpyxl.chart
import pytest

from signals.errors import IngestRejected
from signals.ingest import containers
from signals.ingest.containers import Bytes, Workbook, members, source_of
from signals.ingest.reader import open_table, read_table
from signals.ingest.sheets import choices, sheet_rows

CSV = b"id,name\n1,Anna\n2,Bo\n"


@pytest.fixture
def written(tmp_path):
    def write(content: bytes, name="export.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


def zipped(**members: bytes) -> bytes:
    """Members named like `a_csv` for a.csv."""
    return zipped_as({name.replace("_csv", ".csv"): content for name, content in members.items()})


def zipped_as(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name)  # without the present time, so that the same test has the same name
            archive.writestr(member, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def workbook(*sheets: list[list]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet{number + 1}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def refusal(path) -> str:
    with pytest.raises(IngestRejected) as refused:
        list(open_table(path).chunks())
    return refused.value.reason


def test_gzip_and_zip_are_read_whatever_the_file_is_called(written):
    plain = read_table(written(CSV))
    assert read_table(written(gzip.compress(CSV, mtime=0), "a.txt")).equals(plain)
    assert read_table(written(zipped(a_csv=CSV), "b.csv")).equals(plain)
    assert open_table(written(zipped(a_csv=CSV))).format.member == "a.csv"


def test_a_zip_of_several_files_names_them_and_reads_the_chosen_one(written):
    path = written(zipped_as({"a.csv": CSV, "sub/b.csv": CSV.replace(b"Bo", b"Cid"), "__MACOSX/a.csv": b"x"}))
    assert members(path) == ["a.csv", "sub/b.csv"]
    with pytest.raises(IngestRejected, match=r"2 files \(a.csv, sub/b.csv\)"):
        open_table(path)
    assert read_table(path, "sub/b.csv")["name"].tolist() == ["Anna", "Cid"]
    assert open_table(path, "a.csv").format.member == "a.csv"


def test_only_a_zip_has_members(written):
    assert members(written(CSV)) == []
    assert members(written(gzip.compress(CSV, mtime=0))) == []
    assert members(written(workbook([["a"], [1]]))) == []


@pytest.mark.parametrize("content", [CSV, gzip.compress(CSV, mtime=0), zipped(a_csv=CSV), zipped(a_csv=CSV, b_csv=CSV)])
def test_a_member_that_is_not_there_is_refused(written, content):
    with pytest.raises(IngestRejected, match=r"c\.csv") as refused:
        open_table(written(content), "c.csv")
    assert refused.value.reason == "compressed_file"


def test_a_gzip_or_a_workbook_in_a_zip_is_read_and_a_zip_is_not(written):
    plain = read_table(written(CSV))
    assert read_table(written(zipped_as({"a.csv.gz": gzip.compress(CSV, mtime=0)}))).equals(plain)
    book = workbook([["id", "name"], ["1", "Anna"], ["2", "Bo"]])
    assert read_table(written(zipped_as({"a.xlsx": book}))).equals(plain)
    assert read_table(written(zipped_as({"a.xlsx": book, "b.csv": CSV})), "a.xlsx").equals(plain)
    assert refusal(written(zipped_as({"a.zip": zipped(a_csv=CSV)}))) == "compressed_file"


def test_clutter_in_a_zip_does_not_count(written):
    assert source_of(written(zipped_as({"a.csv": CSV, "__MACOSX/a.csv": b"x", ".DS_Store": b"x"}))).container == "zip"


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("compressed_file", zipped(a_csv=CSV, b_csv=CSV)), ("compressed_file", zipped()),
        ("compressed_file", gzip.compress(CSV * 99, mtime=0)[:-20]), ("compressed_file", zipped(a_csv=CSV)[:40]),
        ("compressed_file", b"BZh91AY&SY"), ("compressed_file", gzip.compress(gzip.compress(CSV, mtime=0), mtime=0)),
        ("compressed_file", b"7z\xbc\xaf\x27\x1c\x00\x04"), ("excel_file", zipped(mimetype=b"application/vnd.oasis")),
        ("binary_file", gzip.compress(b"\x89PNG\r\n\x1a\n", mtime=0)),
    ],
)  # fmt: skip
def test_what_cannot_be_unwrapped_is_refused(written, reason, content):
    assert refusal(written(content)) == reason


def test_a_bomb_is_refused_before_it_is_unpacked(written, monkeypatch):
    monkeypatch.setattr(containers, "RATIO_MATTERS_FROM", 1 << 20)
    content = b"0,0\n" * 4_000_000
    assert refusal(written(gzip.compress(content, mtime=0))) == "too_large"
    assert refusal(written(zipped(a_csv=content))) == "too_large"
    assert open_table(written(content[:4000])).format.container == ""


def test_a_file_beyond_all_measure_is_refused(written, monkeypatch):
    monkeypatch.setattr(containers, "MOST_BYTES", 10)
    assert refusal(written(CSV)) == "too_large"


def test_a_workbook_is_read_as_such(written):
    day = dt.datetime(2026, 1, 5)
    rows = [
        ["id", "day", "at", "price", "flag", "note"],
        ["001", day, day.replace(hour=8), 4.5, True, None],
        [2, day, None, 3.0, False, "=x"],
    ]
    path = written(workbook(rows))
    assert isinstance(source_of(path), Workbook)
    frame = read_table(path)
    assert frame.columns.tolist() == rows[0]
    assert frame.to_numpy().tolist() == [
        ["001", "2026-01-05", "2026-01-05 08:00:00", "4.5", "TRUE", ""],
        ["2", "2026-01-05", "", "3", "FALSE", ""],
    ]


def test_leading_zeros_that_a_sheet_shows_are_kept(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["id"])
    book.active.append([123])
    book.active["A2"].number_format = "00000"
    book.save(tmp_path / "a.xlsx")
    assert list(sheet_rows(Workbook(tmp_path / "a.xlsx"), "Sheet")) == [["id"], ["00123"]]


def test_a_workbook_declares_its_lines_as_a_text_file_does(written):
    rows = [
        ["Sales report"],
        [],
        ["id", "name", "n"],
        *[[n, "x", n] for n in range(5)],
        ["Total", None, 10],
        [None, None, None],
        ["as of today"],
    ]
    table = open_table(written(workbook(rows)))
    assert [line for chunk in table.chunks() for line in chunk.column("line").to_pylist()] == [4, 5, 6, 7, 8]
    assert [(d.line, d.reason) for d in table.declared] == [
        (1, "preamble"),
        (2, "blank"),
        (9, "total_row"),
        (10, "blank"),
        (11, "footer"),
    ]


@pytest.mark.parametrize("sheets", [[[["a", "b"], [1, 2]], [["c", "d"], [3, 4]]]])
def test_several_filled_sheets_are_refused_and_empty_ones_are_not(written, sheets):
    assert refusal(written(workbook(*sheets))) == "excel_file"
    assert open_table(written(workbook(sheets[0], []))).format.member == "Sheet1"


TABLE = [["id", "day", "n"], ["a1", "2026-01-05", 2], ["a2", "2026-01-06", 3]]
NOTES = [["Report of January"], [], ["Author", "Anna"], ["Printed", "2026-02-01"], ["Status", "final"]]


@pytest.mark.parametrize("beside", [NOTES, [["only words"], ["and more of them"]], []])
def test_one_table_beside_notes_is_the_table(written, beside):
    path = written(workbook(beside, TABLE))
    assert open_table(path).format.member == "Sheet2"
    assert len(read_table(path)) == 2
    assert choices(path) == []


def test_one_table_beside_a_chart_is_the_table(tmp_path):
    book = openpyxl.Workbook()
    for row in TABLE:
        book.active.append(row)
    book.create_chartsheet("Picture").add_chart(openpyxl.chart.BarChart())
    book.save(tmp_path / "a.xlsx")
    assert len(read_table(tmp_path / "a.xlsx")) == 2


def test_the_choices_of_a_file_are_what_a_member_may_name(written):
    assert choices(written(workbook(NOTES, TABLE, TABLE))) == ["Sheet2", "Sheet3"]
    assert choices(written(workbook([["id", "name"], ["a1", "Anna"]], TABLE))) == ["Sheet1", "Sheet2"]
    assert choices(written(zipped(a_csv=CSV, b_csv=CSV))) == ["a.csv", "b.csv"]
    assert choices(written(CSV)) == []


def test_a_program_that_opens_no_workbook_does_not_load_openpyxl():
    code = "import sys, signals.ingest.reader; sys.exit('openpyxl' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_cell_that_points_beyond_the_shared_texts_is_refused(written):
    book = workbook([["id", "name"], *[[n, f"name {n}"] for n in range(5)]])
    broken = patched(
        book,
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"</row>", b'<c t="s"><v>99</v></c></row>'),
    )
    assert refusal(written(broken)) == "excel_file"


def test_of_several_sheets_one_is_chosen_by_name(written):
    path = written(workbook([["a", "b"], [1, 2]], [["a", "b"], [3, 4]]))
    with pytest.raises(IngestRejected, match="Sheet1, Sheet2"):
        open_table(path)
    assert read_table(path, "Sheet2").to_numpy().tolist() == [["3", "4"]]
    assert open_table(path, "Sheet2").format.member == "Sheet2"
    with pytest.raises(IngestRejected, match="no sheet Sheet9"):
        open_table(path, "Sheet9")


def patched(book: bytes, name: str, change) -> bytes:
    """The workbook with one of its parts changed."""
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    return zipped_as({**parts, name: change(parts[name])})


ENTITIES = (
    b'<!DOCTYPE x [<!ENTITY a "'
    + b"x" * 999
    + b'"><!ENTITY b "'
    + b"&a;" * 999
    + b'"><!ENTITY c "'
    + b"&b;" * 999
    + b'">]>'
)


@pytest.mark.parametrize(
    "change",
    [
        lambda part: part[: len(part) // 2],
        lambda part: ENTITIES + part.replace(b"<sheetData>", b'<sheetData><row><c t="str"><v>&c;</v></c></row>'),
    ],
    ids=["cut", "entities"],
)
def test_a_workbook_whose_sheet_breaks_off_or_explodes_is_refused(written, change):
    book = workbook([["id", "name"], *[[n, f"name {n}"] for n in range(50)]])
    assert refusal(written(patched(book, "xl/worksheets/sheet1.xml", change))) == "excel_file"


def test_a_workbook_that_unpacks_to_too_much_is_refused(written, monkeypatch):
    monkeypatch.setattr(containers, "RATIO_MATTERS_FROM", 1 << 20)
    book = workbook([["id", "name"], [1, "a"]])
    bomb = patched(
        book,
        "xl/worksheets/sheet1.xml",
        lambda part: part.replace(b"<sheetData>", b"<sheetData>" + b"<row/>" * 900_000),
    )
    assert refusal(written(bomb)) == "too_large"


def test_an_empty_or_damaged_workbook_is_refused(written):
    assert refusal(written(workbook([]))) == "empty_file"
    assert refusal(written(zipped_as({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}))) == "excel_file"


def test_a_workbook_too_large_for_memory_is_refused(written, monkeypatch):
    monkeypatch.setattr(containers, "MOST_WORKBOOK_BYTES", 100)
    assert refusal(written(workbook([["a"], [1]]))) == "too_large"


def test_blocks_are_bounded(written):
    path = written(b"x" * (containers.BLOCK_BYTES + 1))
    assert [len(block) for block in Bytes(path, "").blocks()] == [containers.BLOCK_BYTES, 1]
