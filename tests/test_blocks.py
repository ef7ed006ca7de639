"""The fast way and the careful way agree, to the line."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from signals.errors import IngestRejected
from signals.ingest import reader
from signals.ingest.blocks import columns_of
from signals.ingest.layout import Layout
from signals.ingest.reader import open_table
from signals.ingest.records import Dialect

LAYOUT = Layout(["id", "name", "n"], True, 1, 2, 3, "")
COMMA = Dialect(",")


def columns(text: str, is_last: bool = True):
    return columns_of(text.encode(), COMMA, LAYOUT, first_line=2, is_last=is_last)


def understood(path):
    try:
        table = open_table(path)
        rows = [tuple(row.values()) for chunk in table.chunks() for row in chunk.to_pylist()]
    except IngestRejected as refused:
        return refused.reason
    return rows, table.declared


LINES = st.sampled_from(
    [
        "1,Anna,3", "2,Bo,4", '3,"Acme, Ltd",5', '4,"say ""hi""",6', '5,"two\nlines",7', '"6",x,8', "7,,", "", ",,",
        "   ", "Total,,9", ",Total,9", "id,name,n", "-----", "--,--,--", "just words", "North region,,", "8,a",
        "9,a,b,c",
        "10,a,b,",
        '11,6" pipe,1', '12,"open,1', "13,\x00,1", "14,x,1\r", "(3 rows)", "15,Ünï,2",
    ]
)  # fmt: skip


@given(lines=st.lists(LINES, min_size=1, max_size=14), end=st.sampled_from(["\n", "\r\n", ""]))
@example(lines=["1,Anna,3", "North region,,", "2,Bo,4"], end="\n")
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_both_ways_read_the_same(tmp_path, lines, end):
    path = tmp_path / "any.csv"
    text = "\n".join(["id,name,n", "0,Ann,1", "0,Ben,2", "0,Cid,3", "0,Dee,4", *lines])
    path.write_text(text + end, encoding="utf-8", newline="")
    fast = understood(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "columns_of", lambda *_, **__: None)
        assert understood(path) == fast


def test_sound_quotes_are_read_fast():
    found = columns('1,"a, ""b""",2\n3,"c\nd",4\n5,e,6\n')
    assert found.table.column(1).to_pylist() == ['a, "b"', "c\nd", "e"]
    assert found.lines.tolist() == [2, 3, 5]
    assert found.next_line == 6


@pytest.mark.parametrize("cell", ['6" pipe', '"a" b', '="001"', "a\x00b", "\ufeffa", '"a'])
def test_what_needs_care_is_handed_back(cell):
    assert columns(f"1,{cell},2\n3,b,4\n") is None


def test_a_quoted_field_that_swallows_records_is_handed_back():
    assert columns('1,a,2\n2,"b,2\n3,c,2\n4,d",2\n') is None


def test_an_unfinished_record_waits_for_the_next_block():
    found = columns('1,a,2\n2,"b\n', is_last=False)
    assert (found.table.num_rows, found.taken, found.next_line) == (1, 6, 3)


def test_odd_records_come_apart_from_the_plain_ones():
    found = columns("1,a,2\nTotal,,2\n,,\n2,b\n3,c,4\n")
    assert found.lines.tolist() == [2, 6]
    assert [(record.line, record.raw) for record in found.odd] == [(3, "Total,,2"), (4, ",,"), (5, "2,b")]


def test_a_thousand_sound_rows_are_read_fast_whatever_they_hold():
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([n, 'x"\n,' * (n % 3), n] for n in range(1000))
    assert columns(out.getvalue()).table.num_rows == 1000
