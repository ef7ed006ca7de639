"""What a file is wrapped in is judged by its bytes, and unwrapped only while it is safe."""

import datetime as dt
import gzip
import io
import zipfile

import openpyxl
import pytest

from signals.errors import IngestRejected
from signals.ingest import containers
from signals.ingest.containers import Bytes, Workbook, source_of
from signals.ingest.reader import open_table, read_table
from signals.ingest.sheets import sheet_rows

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
            archive.writestr(name, content)
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
    assert read_table(written(gzip.compress(CSV), "a.txt")).equals(plain)
    assert read_table(written(zipped(a_csv=CSV), "b.csv")).equals(plain)
    assert open_table(written(zipped(a_csv=CSV))).format.member == "a.csv"


def test_clutter_in_a_zip_does_not_count(written):
    assert source_of(written(zipped_as({"a.csv": CSV, "__MACOSX/a.csv": b"x", ".DS_Store": b"x"}))).container == "zip"


@pytest.mark.parametrize(
    ("reason", "content"),
    [
        ("compressed_file", zipped(a_csv=CSV, b_csv=CSV)), ("compressed_file", zipped()),
        ("compressed_file", gzip.compress(CSV * 99)[:-20]), ("compressed_file", zipped(a_csv=CSV)[:40]),
        ("compressed_file", b"BZh91AY&SY"), ("compressed_file", gzip.compress(gzip.compress(CSV))),
        ("compressed_file", b"7z\xbc\xaf\x27\x1c\x00\x04"), ("excel_file", zipped(mimetype=b"application/vnd.oasis")),
        ("binary_file", gzip.compress(b"\x89PNG\r\n\x1a\n")),
    ],
)  # fmt: skip
def test_what_cannot_be_unwrapped_is_refused(written, reason, content):
    assert refusal(written(content)) == reason


def test_a_bomb_is_refused_before_it_is_unpacked(written, monkeypatch):
    monkeypatch.setattr(containers, "RATIO_MATTERS_FROM", 1 << 20)
    content = b"0,0\n" * 4_000_000
    assert refusal(written(gzip.compress(content))) == "too_large"
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
    assert list(sheet_rows(tmp_path / "a.xlsx", "Sheet")) == [["id"], ["00123"]]


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


def test_an_empty_or_damaged_workbook_is_refused(written):
    assert refusal(written(workbook([]))) == "empty_file"
    assert refusal(written(zipped_as({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}))) == "excel_file"


def test_a_workbook_too_large_for_memory_is_refused(written, monkeypatch):
    monkeypatch.setattr(containers, "MOST_WORKBOOK_BYTES", 100)
    assert refusal(written(workbook([["a"], [1]]))) == "too_large"


def test_blocks_are_bounded(written):
    path = written(b"x" * (containers.BLOCK_BYTES + 1))
    assert [len(block) for block in Bytes(path, "").blocks()] == [containers.BLOCK_BYTES, 1]
